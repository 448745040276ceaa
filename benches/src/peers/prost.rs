//! prost: protobuf. Its own types are filled beforehand.

use crate::subject::{Format::Prost, Measure, Subject};
use crate::touch::{Few, Touch, glance};
use prost::Message;
use std::hint::black_box;

/// Adds the work on `value`.
pub fn add<T>(subject: &mut Subject, value: &'static T)
where
    T: Message + Default + 'static,
    for<'a> &'a T: Touch + Few,
{
    let bytes = subject.wrote(Prost, value.encode_to_vec());
    let decode = move || T::decode(black_box(bytes)).expect("these are its own bytes");
    subject.read(Prost, "what is decoded", &decode());

    let mut buffer = Vec::with_capacity(bytes.len());
    subject.case(Prost, Measure::Encode, move || {
        buffer.clear();
        black_box(value)
            .encode(&mut buffer)
            .expect("a Vec has room");
        black_box(&mut buffer);
    });
    subject.case(Prost, Measure::VerifyRead, move || decode().few());
    subject.case(Prost, Measure::ReadAll, move || glance(&decode()));
    subject.case(Prost, Measure::ToOwned, decode);
}

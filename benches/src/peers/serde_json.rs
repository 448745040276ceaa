//! serde_json.

use crate::subject::{Format::SerdeJson, Measure, Subject};
use crate::touch::{Few, Touch, glance};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::hint::black_box;

/// Adds the work on `value`.
pub fn add<T>(subject: &mut Subject, value: &'static T)
where
    T: Serialize + DeserializeOwned,
    for<'a> &'a T: Touch + Few,
{
    let written = serde_json::to_vec(value).expect("it can be written as JSON");
    let bytes = subject.wrote(SerdeJson, written);
    let decode =
        move || serde_json::from_slice::<T>(black_box(bytes)).expect("these are its own bytes");
    subject.read(SerdeJson, "what is parsed", &decode());

    let mut buffer = Vec::with_capacity(bytes.len());
    subject.case(SerdeJson, Measure::Encode, move || {
        buffer.clear();
        serde_json::to_writer(&mut buffer, black_box(value)).expect("a Vec has room");
        black_box(&mut buffer);
    });
    subject.case(SerdeJson, Measure::VerifyRead, move || decode().few());
    subject.case(SerdeJson, Measure::ReadAll, move || glance(&decode()));
    subject.case(SerdeJson, Measure::ToOwned, decode);
}

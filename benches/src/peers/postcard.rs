//! postcard: serde, with varints.

use crate::subject::{Format::Postcard, Measure, Subject};
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
    let written = postcard::to_allocvec(value).expect("it can be written");
    let bytes = subject.wrote(Postcard, written);
    let decode =
        move || postcard::from_bytes::<T>(black_box(bytes)).expect("these are its own bytes");
    subject.read(Postcard, "what is decoded", &decode());

    let mut buffer = vec![0; bytes.len()];
    subject.case(Postcard, Measure::Encode, move || {
        let written = postcard::to_slice(black_box(value), &mut buffer);
        black_box(written.expect("the buffer is as long as the bytes"));
    });
    subject.case(Postcard, Measure::VerifyRead, move || decode().few());
    subject.case(Postcard, Measure::ReadAll, move || glance(&decode()));
    subject.case(Postcard, Measure::ToOwned, decode);
}

//! simd-json. It parses in place and spoils its input, so the text is first copied into a buffer that is kept: a small
//! part of the time.

use crate::subject::{Format::SimdJson, Measure, Subject};
use crate::touch::{Few, Touch, glance};
use serde::Serialize;
use serde::de::DeserializeOwned;
use simd_json::Buffers;
use std::cell::RefCell;
use std::hint::black_box;
use std::rc::Rc;

/// Adds the work on `value`.
pub fn add<T>(subject: &mut Subject, value: &'static T)
where
    T: Serialize + DeserializeOwned,
    for<'a> &'a T: Touch + Few,
{
    let written = simd_json::serde::to_vec(value).expect("it can be written as JSON");
    let bytes = subject.wrote(SimdJson, written);
    let kept = Rc::new(RefCell::new((
        Vec::with_capacity(bytes.len()),
        Buffers::new(bytes.len()),
    )));
    let decode = move || {
        let (text, buffers) = &mut *kept.borrow_mut();
        text.clear();
        text.extend_from_slice(black_box(bytes));
        let parsed = simd_json::serde::from_slice_with_buffers::<T>(text, buffers);
        parsed.expect("these are its own bytes")
    };
    subject.read(SimdJson, "what is parsed", &decode());

    let mut buffer = Vec::with_capacity(bytes.len());
    subject.case(SimdJson, Measure::Encode, move || {
        buffer.clear();
        simd_json::serde::to_writer(&mut buffer, black_box(value)).expect("a Vec has room");
        black_box(&mut buffer);
    });
    let again = decode.clone();
    subject.case(SimdJson, Measure::VerifyRead, move || again().few());
    let again = decode.clone();
    subject.case(SimdJson, Measure::ReadAll, move || glance(&again()));
    subject.case(SimdJson, Measure::ToOwned, decode);
}

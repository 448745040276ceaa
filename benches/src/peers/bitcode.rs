//! bitcode: columns, for size. Its buffers are kept for encoding and for decoding, as its documentation advises.

use crate::subject::{Format::Bitcode, Measure, Subject};
use crate::touch::{Few, Touch, glance};
use bitcode::{Buffer, DecodeOwned, Encode};
use std::cell::RefCell;
use std::hint::black_box;
use std::rc::Rc;

/// Adds the work on `value`.
pub fn add<T>(subject: &mut Subject, value: &'static T)
where
    T: Encode + DecodeOwned,
    for<'a> &'a T: Touch + Few,
{
    let mut buffer = Buffer::new();
    let bytes = subject.wrote(Bitcode, buffer.encode(value).to_vec());
    let kept = Rc::new(RefCell::new(Buffer::new()));
    let decode = move || {
        let decoded = kept.borrow_mut().decode::<T>(black_box(bytes));
        decoded.expect("these are its own bytes")
    };
    subject.read(Bitcode, "what is decoded", &decode());

    subject.case(Bitcode, Measure::Encode, move || {
        black_box(buffer.encode(black_box(value)));
    });
    let again = decode.clone();
    subject.case(Bitcode, Measure::VerifyRead, move || again().few());
    let again = decode.clone();
    subject.case(Bitcode, Measure::ReadAll, move || glance(&again()));
    subject.case(Bitcode, Measure::ToOwned, decode);
}

//! FlatBuffers, by planus. It checks what is read when it is read, so there is no verification to measure alone.

use crate::subject::{Format::Flatbuffers, Measure, Subject};
use crate::touch::{Few, Touch, glance};
use planus::{Builder, ReadAsRoot, WriteAsOffset};
use std::hint::black_box;

/// Adds the work on `value`, which is read back as `R`.
pub fn add<T, R>(subject: &mut Subject, value: &'static T)
where
    T: TryFrom<R>,
    for<'a> &'a T: WriteAsOffset<T>,
    R: ReadAsRoot<'static> + Touch + Few,
{
    let mut builder = Builder::new();
    let bytes = subject.wrote(Flatbuffers, builder.finish(value, None).to_vec());
    let read = move || R::read_as_root(black_box(bytes)).expect("these are its own bytes");
    subject.read(Flatbuffers, "the table", read());

    subject.case(Flatbuffers, Measure::Encode, move || {
        builder.clear();
        black_box(builder.finish(black_box(value), None));
    });
    subject.case(Flatbuffers, Measure::VerifyRead, move || read().few());
    subject.case(Flatbuffers, Measure::ReadAll, move || glance(read()));
    subject.case(Flatbuffers, Measure::ToOwned, move || {
        T::try_from(read()).unwrap_or_else(|_| panic!("these are its own bytes"))
    });
}

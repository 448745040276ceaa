//! rkyv, with its feature `unaligned`: to read at any address, as Stillwire does.

use crate::subject::{Format::Rkyv, Measure, Subject};
use crate::touch::{Few, Touch, glance};
use rkyv::api::high::{HighDeserializer, HighSerializer, HighValidator, to_bytes_in};
use rkyv::bytecheck::CheckBytes;
use rkyv::rancor::Failure;
use rkyv::ser::allocator::ArenaHandle;
use rkyv::util::AlignedVec;
use rkyv::{Archive, Deserialize, Serialize, access, deserialize};
use std::hint::black_box;
use std::mem::take;

/// Adds the work on `value`.
pub fn add<T>(subject: &mut Subject, value: &'static T)
where
    T: Archive + for<'a> Serialize<HighSerializer<AlignedVec, ArenaHandle<'a>, Failure>>,
    T::Archived: for<'a> CheckBytes<HighValidator<'a, Failure>>
        + Deserialize<T, HighDeserializer<Failure>>
        + 'static,
    for<'a> &'a T: Touch,
    for<'a> &'a T::Archived: Touch + Few,
{
    let written = to_bytes_in::<_, Failure>(value, AlignedVec::new()).expect("it can be archived");
    let bytes = subject.wrote(Rkyv, written.to_vec());
    let checked =
        move || access::<T::Archived, Failure>(black_box(bytes)).expect("these are its own bytes");
    let owned = move || deserialize::<T, Failure>(checked()).expect("nothing in it can fail");
    subject.read(Rkyv, "the archive", checked());
    subject.read(Rkyv, "what is deserialized", &owned());

    // The buffer is kept here, and the arena by rkyv itself.
    let mut buffer = AlignedVec::with_capacity(bytes.len());
    subject.case(Rkyv, Measure::Encode, move || {
        buffer.clear();
        buffer = to_bytes_in::<_, Failure>(black_box(value), take(&mut buffer))
            .expect("it can be archived");
        black_box(&mut buffer);
    });
    subject.case(Rkyv, Measure::Verify, checked);
    subject.case(Rkyv, Measure::VerifyRead, move || checked().few());
    subject.case(Rkyv, Measure::ReadAll, move || glance(checked()));
    subject.case(Rkyv, Measure::ToOwned, owned);
}

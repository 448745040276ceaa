//! Cap'n Proto, with its feature `unaligned`: to read at any address, as Stillwire does. It checks what is read when it is
//! read, so there is no verification to measure alone; and it has no owned values.

use crate::capnp::Fill;
use crate::subject::{Format::Capnp, Measure, Subject, keep};
use crate::touch::{Few, Touch, glance};
use capnp::message::{Builder, Reader, ReaderOptions, ScratchSpaceHeapAllocator};
use capnp::serialize::{BufferSegments, read_message_from_flat_slice, write_message};
use std::hint::black_box;

/// Adds the work on `value`.
pub fn add<T>(subject: &mut Subject, value: &'static T)
where
    T: Fill,
    for<'a> T::Reader<'a>: Touch + Few,
{
    let mut written = Vec::new();
    encode(
        value,
        &mut ScratchSpaceHeapAllocator::new(&mut [0; 8]),
        &mut written,
    );
    // A segment that has room for all, so that memory is taken once.
    let mut scratch = ScratchSpaceHeapAllocator::new(vec![0; written.len()].leak());
    written.clear();
    encode(value, &mut scratch, &mut written);
    let bytes = subject.wrote(Capnp, written);
    let message = keep(open(bytes));
    subject.read(Capnp, "the message", root::<T>(message));

    let mut buffer = Vec::with_capacity(bytes.len());
    subject.case(Capnp, Measure::Encode, move || {
        buffer.clear();
        encode(black_box(value), &mut scratch, &mut buffer);
        black_box(&mut buffer);
    });
    subject.case(Capnp, Measure::VerifyRead, move || {
        root::<T>(&open(black_box(bytes))).few()
    });
    subject.case(Capnp, Measure::ReadAll, move || {
        glance(root::<T>(&open(black_box(bytes))))
    });
}

fn encode<T: Fill>(value: &T, scratch: &mut ScratchSpaceHeapAllocator<'_>, to: &mut Vec<u8>) {
    let mut message = Builder::new(scratch);
    value.fill(message.init_root());
    write_message(to, &message).expect("a Vec has room");
}

type Message<'a> = Reader<BufferSegments<&'a [u8]>>;

fn open(mut bytes: &[u8]) -> Message<'_> {
    read_message_from_flat_slice(&mut bytes, ReaderOptions::new()).expect("these are its own bytes")
}

fn root<'a, T: Fill>(message: &'a Message<'_>) -> T::Reader<'a> {
    message.get_root().expect("these are its own bytes")
}

//! wincode: bincode's format, written and read in place. Without its limit on allocation, which a mesh exceeds, and with
//! tags of a byte.

use crate::subject::{Format::Wincode, Measure, Subject};
use crate::touch::{Few, Touch, glance};
use std::hint::black_box;
use wincode::config::{Config, Configuration, deserialize, serialize, serialize_into};
use wincode::{SchemaRead, SchemaWrite};

/// How it writes and reads.
pub fn config() -> impl Config + Copy {
    Configuration::default()
        .disable_preallocation_size_limit()
        .with_tag_encoding::<u8>()
}

/// Adds the work on `value`.
pub fn add<T, C>(subject: &mut Subject, value: &'static T, config: C)
where
    C: Config + Copy,
    T: SchemaWrite<C, Src = T> + for<'de> SchemaRead<'de, C, Dst = T>,
    for<'a> &'a T: Touch + Few,
{
    let written = serialize(value, config).expect("it can be written");
    let bytes = subject.wrote(Wincode, written);
    let decode =
        move || deserialize::<T, C>(black_box(bytes), config).expect("these are its own bytes");
    subject.read(Wincode, "what is decoded", &decode());

    let mut buffer = Vec::with_capacity(bytes.len());
    subject.case(Wincode, Measure::Encode, move || {
        buffer.clear();
        serialize_into(&mut buffer, black_box(value), config).expect("a Vec has room");
        black_box(&mut buffer);
    });
    subject.case(Wincode, Measure::VerifyRead, move || decode().few());
    subject.case(Wincode, Measure::ReadAll, move || glance(&decode()));
    subject.case(Wincode, Measure::ToOwned, decode);
}

//! Reads every field of a message in any of its forms.
//!
//! Fields come in the order of the schema: of a list or map its length and then each element, of what is optional whether
//! it is there, of a scalar its value. What is done with them is for a [`Sink`] to say: [`Digest`] tells any two values
//! apart, and [`Glance`] is as cheap as can be, so that a measurement is of reading and not of summing up.

use rkyv::collections::btree_map::ArchivedBTreeMap;
use rkyv::option::ArchivedOption;
use rkyv::primitive as le;
use rkyv::string::ArchivedString;
use rkyv::vec::ArchivedVec;
use std::collections::BTreeMap;
use stillwire::codec::Fixed;
use stillwire::codec::kind::{
    BitsView, Items, ItemsView, MapView, Packed, PackedView, RowsView, Text,
};
use stillwire::{Decimal, Message, Timestamp, Uuid};

/// What fields are read into.
pub trait Sink {
    /// A number: signed ones are extended to 64 bits, floats are their bits.
    fn number(&mut self, value: u64);
    /// A text, or bytes.
    fn bytes(&mut self, bytes: &[u8]);
    /// A field that cannot be read: no value has the sum that follows.
    fn broken(&mut self);
}

/// Adds up numbers, and of texts their lengths: what was read cannot be left out, and costs an addition.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Glance(pub u64);

impl Sink for Glance {
    #[inline(always)]
    fn number(&mut self, value: u64) {
        self.0 = self.0.wrapping_add(value);
    }

    #[inline(always)]
    fn bytes(&mut self, bytes: &[u8]) {
        self.0 = self.0.wrapping_add(bytes.len() as u64);
    }

    #[cold]
    fn broken(&mut self) {
        panic!("a field of the benchmark's own data cannot be read");
    }
}

/// Folds in every byte, in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Digest(pub u64);

impl Sink for Digest {
    fn number(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        for byte in bytes {
            self.number((*byte).into());
        }
    }

    fn broken(&mut self) {
        self.number(u64::MAX);
    }
}

/// What can be read in part.
pub trait Few {
    /// Reads a few fields of every element.
    fn few(self) -> u64;
}

/// What can be read to its last field.
pub trait Touch {
    /// Puts all of it into `sink`.
    fn touch<S: Sink>(self, sink: &mut S);
}

/// The digest of all that `value` holds.
pub fn digest(value: impl Touch) -> u64 {
    let mut sink = Digest::default();
    value.touch(&mut sink);
    sink.0
}

/// Reads all that `value` holds.
#[inline]
pub fn glance(value: impl Touch) -> u64 {
    let mut sink = Glance::default();
    value.touch(&mut sink);
    sink.0
}

macro_rules! touch {
    ($($ty:ty: |$value:ident| $number:expr;)*) => {$(
        impl Touch for $ty {
            #[inline(always)]
            fn touch<S: Sink>(self, sink: &mut S) {
                let $value = self;
                sink.number($number);
            }
        }

        impl Touch for &$ty {
            #[inline(always)]
            fn touch<S: Sink>(self, sink: &mut S) {
                let $value = *self;
                sink.number($number);
            }
        }
    )*};
}
touch! {
    bool: |it| it.into();
    u8: |it| it.into();
    u16: |it| it.into();
    u32: |it| it.into();
    u64: |it| it;
    i8: |it| i64::from(it) as u64;
    i16: |it| i64::from(it) as u64;
    i32: |it| i64::from(it) as u64;
    i64: |it| it as u64;
    f32: |it| it.to_bits().into();
    f64: |it| it.to_bits();
    le::ArchivedU16: |it| it.to_native().into();
    le::ArchivedU32: |it| it.to_native().into();
    le::ArchivedU64: |it| it.to_native();
    le::ArchivedI16: |it| i64::from(it.to_native()) as u64;
    le::ArchivedI32: |it| i64::from(it.to_native()) as u64;
    le::ArchivedI64: |it| it.to_native() as u64;
    le::ArchivedF32: |it| it.to_native().to_bits().into();
    le::ArchivedF64: |it| it.to_native().to_bits();
    Timestamp: |it| it.0 as u64;
}

impl<const S: u8> Touch for Decimal<S> {
    #[inline(always)]
    fn touch<K: Sink>(self, sink: &mut K) {
        sink.number(self.0 as u64);
    }
}

impl<const S: u8> Touch for &Decimal<S> {
    #[inline(always)]
    fn touch<K: Sink>(self, sink: &mut K) {
        sink.number(self.0 as u64);
    }
}

/// Four numbers, as the peers have it.
impl Touch for Uuid {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        let value = u128::from_be_bytes(self.0);
        for shift in [96, 64, 32, 0] {
            sink.number(((value >> shift) as u32).into());
        }
    }
}

impl Touch for &Uuid {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        (*self).touch(sink);
    }
}

macro_rules! touch_text {
    ($($ty:ty),*) => {$(
        impl Touch for $ty {
            #[inline(always)]
            fn touch<S: Sink>(self, sink: &mut S) {
                sink.bytes(self.as_bytes());
            }
        }
    )*};
}
touch_text!(&str, &String, &ArchivedString);

/// Bytes that are no list of numbers.
#[derive(Debug)]
pub struct Blob<T>(pub T);

macro_rules! touch_blob {
    ($($(const $const:ident)? $ty:ty),*) => {$(
        impl$(<const $const: usize>)? Touch for Blob<$ty> {
            #[inline(always)]
            fn touch<S: Sink>(self, sink: &mut S) {
                sink.bytes(self.0.as_ref());
            }
        }
    )*};
}
/// The four numbers of an address.
impl Touch for [u8; 4] {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        for part in self {
            sink.number(part.into());
        }
    }
}

impl Touch for &[u8; 4] {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        (*self).touch(sink);
    }
}

touch_blob!(&[u8], &Vec<u8>, &ArchivedVec<u8>, const N [u8; N], const N &[u8; N]);

impl<T> Touch for Blob<Option<T>>
where
    Blob<T>: Touch,
{
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        self.0.map(Blob).touch(sink);
    }
}

impl<'a, T> Touch for Blob<&'a Option<T>>
where
    Blob<&'a T>: Touch,
{
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        self.0.as_ref().map(Blob).touch(sink);
    }
}

impl<'a, T> Touch for Blob<&'a ArchivedOption<T>>
where
    Blob<&'a T>: Touch,
{
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        self.0.as_ref().map(Blob).touch(sink);
    }
}

/// A sub-message that is always there, though its form says that it may be absent.
#[derive(Debug)]
pub struct Required<T>(pub T);

impl<'a, T> Touch for Required<&'a Option<T>>
where
    &'a T: Touch,
{
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        match self.0 {
            Some(value) => value.touch(sink),
            None => sink.broken(),
        }
    }
}

impl<T: Touch> Touch for Option<T> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        sink.number(self.is_some().into());
        if let Some(value) = self {
            value.touch(sink);
        }
    }
}

impl<'a, T> Touch for &'a Option<T>
where
    &'a T: Touch,
{
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        self.as_ref().touch(sink);
    }
}

impl<'a, T> Touch for &'a ArchivedOption<T>
where
    &'a T: Touch,
{
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        self.as_ref().touch(sink);
    }
}

/// Puts a length, then each element.
#[inline(always)]
pub fn touch_each<T: Touch, S: Sink>(items: impl ExactSizeIterator<Item = T>, sink: &mut S) {
    sink.number(items.len() as u64);
    for item in items {
        item.touch(sink);
    }
}

/// Puts a length, then each key and value.
#[inline(always)]
pub fn touch_pairs<K: Touch, V: Touch, S: Sink>(
    len: usize,
    pairs: impl Iterator<Item = (K, V)>,
    sink: &mut S,
) {
    sink.number(len as u64);
    for (key, value) in pairs {
        key.touch(sink);
        value.touch(sink);
    }
}

impl<'a, T> Touch for &'a Vec<T>
where
    &'a T: Touch,
{
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        touch_each(self.iter(), sink);
    }
}

impl<'a, T> Touch for &'a ArchivedVec<T>
where
    &'a T: Touch,
{
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        touch_each(self.iter(), sink);
    }
}

impl<'a, K, V> Touch for &'a BTreeMap<K, V>
where
    &'a K: Touch,
    &'a V: Touch,
{
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        touch_pairs(self.len(), self.iter(), sink);
    }
}

impl<'a, K, V> Touch for &'a ArchivedBTreeMap<K, V>
where
    &'a K: Touch,
    &'a V: Touch,
{
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        touch_pairs(self.len(), self.iter(), sink);
    }
}

impl<'a, T: planus::VectorRead<'a> + Touch> Touch for planus::Vector<'a, T> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        touch_each(self.iter(), sink);
    }
}

/// What is checked when it is read.
impl<T: Touch, E> Touch for Result<T, E> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        match self {
            Ok(value) => value.touch(sink),
            Err(_) => sink.broken(),
        }
    }
}

impl<T, E> Touch for Blob<Result<T, E>>
where
    Blob<T>: Touch,
{
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        self.0.map(Blob).touch(sink);
    }
}

impl<'a, M: Message> Touch for RowsView<'a, M>
where
    M::View<'a>: Touch,
{
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        touch_each(self.iter(), sink);
    }
}

impl<T: Fixed + Touch> Touch for PackedView<'_, T> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        touch_each(self.iter(), sink);
    }
}

impl Touch for ItemsView<'_, Text> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        touch_each(self.iter(), sink);
    }
}

impl Touch for BitsView<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        touch_each(self.iter(), sink);
    }
}

impl Touch for MapView<'_, Items<Text>, Items<Text>> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        touch_pairs(self.len(), self.iter(), sink);
    }
}

impl Touch for MapView<'_, Items<Text>, Packed<u32>> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        touch_pairs(self.len(), self.iter(), sink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_tells_values_apart() {
        let values = [
            digest(&vec![1u32, 2]),
            digest(&vec![2u32, 1]),
            digest(&vec![1u32, 2, 0]),
            digest(Some(1u32)),
            digest(None::<u32>),
            digest("ab"),
            digest("ba"),
        ];
        for (i, one) in values.iter().enumerate() {
            assert!(!values[..i].contains(one), "{i}");
        }
    }

    #[test]
    fn a_number_is_the_same_in_every_width() {
        assert_eq!(digest(-3i8), digest(-3i64));
        assert_eq!(digest(200u8), digest(200u64));
    }
}

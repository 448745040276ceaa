//! Reads every field of a message, and proves it by a checksum that is the same in every shape.
//!
//! Folded in, in the order of the schema: of a string its length, of a list or map its length and then each element, of
//! a scalar its value, and of what is optional whether it is there. So the work of reading is the same for all, and a
//! compiler cannot leave any of it out.

use std::collections::BTreeMap;
use stillwire::codec;
use stillwire::codec::kind::{Items, ItemsView, MapView, RowsView, Text};

/// A checksum in the making.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Sum(u64);

impl Sum {
    /// Folds in a value.
    #[inline(always)]
    pub fn add(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    /// Folds in the length of a list or a text.
    #[inline(always)]
    pub fn add_len(&mut self, len: usize) {
        self.add(len as u64);
    }
}

/// What can be read to its last field.
pub trait Touch {
    /// Folds all of it into `sum`.
    fn touch(self, sum: &mut Sum);
}

/// The checksum of all that `value` holds.
pub fn checksum(value: impl Touch) -> u64 {
    let mut sum = Sum::default();
    value.touch(&mut sum);
    sum.0
}

/// What can be read to its last field and stays where it is.
pub trait Checksum {
    /// The [`checksum`](fn@checksum) of all that it holds.
    fn checksum(&self) -> u64;
}

impl<T> Checksum for T
where
    for<'a> &'a T: Touch,
{
    fn checksum(&self) -> u64 {
        checksum(self)
    }
}

macro_rules! touch_numbers {
    ($($number:ty),*) => {$(
        impl Touch for $number {
            #[inline(always)]
            fn touch(self, sum: &mut Sum) {
                sum.add(self.into());
            }
        }

        impl Touch for &$number {
            #[inline(always)]
            fn touch(self, sum: &mut Sum) {
                sum.add((*self).into());
            }
        }
    )*};
}
touch_numbers!(bool, u16, u32, u64);

/// An enum of prost.
impl Touch for &i32 {
    #[inline(always)]
    fn touch(self, sum: &mut Sum) {
        sum.add(u64::from(self.unsigned_abs()));
    }
}

impl Touch for &str {
    #[inline(always)]
    fn touch(self, sum: &mut Sum) {
        sum.add_len(self.len());
    }
}

impl Touch for &String {
    #[inline(always)]
    fn touch(self, sum: &mut Sum) {
        self.as_str().touch(sum);
    }
}

impl Touch for Option<&str> {
    #[inline(always)]
    fn touch(self, sum: &mut Sum) {
        sum.add(self.map_or(u64::MAX, |text| text.len() as u64));
    }
}

impl Touch for &Option<String> {
    #[inline(always)]
    fn touch(self, sum: &mut Sum) {
        self.as_deref().touch(sum);
    }
}

/// An address counts as one number, since that is how it is used.
impl Touch for [u8; 4] {
    #[inline(always)]
    fn touch(self, sum: &mut Sum) {
        u32::from_be_bytes(self).touch(sum);
    }
}

impl Touch for &[u8; 4] {
    #[inline(always)]
    fn touch(self, sum: &mut Sum) {
        (*self).touch(sum);
    }
}

/// An address of prost. One of another length is like no other.
impl Touch for &Vec<u8> {
    #[inline(always)]
    fn touch(self, sum: &mut Sum) {
        let address = <[u8; 4]>::try_from(self.as_slice());
        sum.add(address.map_or(u64::MAX, |a| u32::from_be_bytes(a).into()));
    }
}

/// Folds in a length, then each element.
pub(crate) fn touch_each<T: Touch>(len: usize, items: impl Iterator<Item = T>, sum: &mut Sum) {
    sum.add_len(len);
    for item in items {
        item.touch(sum);
    }
}

impl<'a, T> Touch for &'a Vec<T>
where
    &'a T: Touch,
{
    fn touch(self, sum: &mut Sum) {
        touch_each(self.len(), self.iter(), sum);
    }
}

impl<'a, T> Touch for &'a BTreeMap<String, T>
where
    &'a T: Touch,
{
    fn touch(self, sum: &mut Sum) {
        sum.add_len(self.len());
        for (key, value) in self {
            key.touch(sum);
            value.touch(sum);
        }
    }
}

impl Touch for ItemsView<'_, Text> {
    fn touch(self, sum: &mut Sum) {
        touch_each(self.len(), self.iter(), sum);
    }
}

impl<'a, M: codec::Message> Touch for RowsView<'a, M>
where
    M::View<'a>: Touch,
{
    fn touch(self, sum: &mut Sum) {
        touch_each(self.len(), self.iter(), sum);
    }
}

impl Touch for MapView<'_, Items<Text>, Items<Items<Text>>> {
    fn touch(self, sum: &mut Sum) {
        sum.add_len(self.len());
        for (key, value) in self.iter() {
            key.touch(sum);
            value.touch(sum);
        }
    }
}

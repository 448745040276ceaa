//! Owned values, and the functions that make their parts.
//!
//! Code that makes an owned message is code of its type, so each part is a call. None of these functions can unwind: nothing in
//! them panics, and a program that has no memory left is ended in any case. `extern "C"` says so to the compiler, since whoever
//! calls what may unwind has code for each place that drops what was made before it: that was a third of making a message.
#![allow(improper_ctypes_definitions)] // Rust calls them

use crate::Fixed;
use crate::fixed::Le;
use crate::kind::{Key, List, MapView, RowsView};
use crate::message::Message;
use crate::slot::KindTree;
use bytes::Bytes;
use std::collections::BTreeMap;

/// The owned value of a view: one function a type, which whoever holds such values calls.
#[inline(never)]
pub(crate) extern "C" fn message<M: Message>(view: &M::View<'_>) -> M {
    M::from_view(*view)
}

/// The same on the heap.
#[inline(never)]
pub(crate) extern "C" fn boxed<M: Message>(view: &M::View<'_>) -> Box<M> {
    Box::new(message::<M>(view))
}

/// Slots of a message that is made in the loop over a list: a call would be most of what it takes.
const FEW: usize = 2;

/// All messages of a list.
#[inline(never)]
pub(crate) extern "C" fn rows<M: Message>(rows: &RowsView<'_, M>) -> Vec<M> {
    let mut start = 0;
    let each = |i| {
        let view = rows.step(i, &mut start);
        if M::Slots::LEN <= FEW {
            M::from_view(view)
        } else {
            message::<M>(&view)
        }
    };
    (0..rows.len()).map(each).collect()
}

/// All values of a list.
#[inline(never)]
pub(crate) extern "C" fn values<T: Fixed>(values: &[Le<T>]) -> Vec<T> {
    values.iter().map(Le::get).collect()
}

/// A map, of what the functions make of its keys and values. They do not panic either.
#[inline(never)]
pub(crate) extern "C" fn map<'a, K: Key, V: List, OK: Ord, OV>(
    view: &MapView<'a, K, V>,
    key: impl Fn(K::Item<'a>) -> OK,
    value: impl Fn(V::Item<'a>) -> OV,
) -> BTreeMap<OK, OV> {
    view.iter().map(|(k, v)| (key(k), value(v))).collect()
}

/// A text.
#[inline(never)]
pub(crate) extern "C" fn text(text: &str) -> String {
    String::from(text)
}

/// Bytes.
#[inline(never)]
pub(crate) extern "C" fn run(bytes: &[u8]) -> Vec<u8> {
    bytes.to_vec()
}

/// The payload of a variant that nobody knows.
#[inline(never)]
pub(crate) extern "C" fn payload(bytes: &[u8]) -> Bytes {
    Bytes::copy_from_slice(bytes)
}

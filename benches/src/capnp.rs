//! Cap'n Proto: how the sets' values become its messages, and how those are read.
//!
//! It has no owned values: a message is filled field by field from those that serde takes, and read in place. What
//! `capnp` generates lies at the root of the crate, where it looks for itself.

use crate::touch::{Sink, Touch, touch_each};
use capnp::introspect::Introspect;
use capnp::private::layout::PrimitiveElement;
use capnp::traits::{FromPointerBuilder, FromPointerReader, OwnedStruct};
use capnp::{primitive_list, struct_list, text, text_list};

mod log;
mod market;
mod mesh;
mod save;
mod telemetry;
mod updates;

/// A value that becomes a message.
pub trait Fill {
    /// What a message is filled by.
    type Builder<'a>: FromPointerBuilder<'a>;
    /// What it is read by.
    type Reader<'a>: FromPointerReader<'a>;

    /// Fills a message that is empty.
    fn fill(&self, to: Self::Builder<'_>);
}

/// How many elements a list has.
fn len<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).expect("lists are short")
}

/// Texts and numbers whose setters take them as they are.
macro_rules! set {
    ($from:ident, $to:ident: $($field:ident)*) => {
        pastey::paste! { $($to.[<set_ $field>]($from.$field);)* }
    };
}
use set;

/// Texts.
macro_rules! set_text {
    ($from:ident, $to:ident: $($field:ident)*) => {
        pastey::paste! { $($to.[<set_ $field>]($from.$field.as_str());)* }
    };
}
use set_text;

/// Messages that are a field.
macro_rules! fill {
    ($from:ident, $to:ident: $($field:ident)*) => {
        pastey::paste! { $($from.$field.fill($to.reborrow().[<init_ $field>]());)* }
    };
}
use fill;

/// Messages that are a field and may be absent.
macro_rules! fill_some {
    ($from:ident, $to:ident: $($field:ident)*) => {
        pastey::paste! {$(
            if let Some(value) = &$from.$field {
                value.fill($to.reborrow().[<init_ $field>]());
            }
        )*}
    };
}
use fill_some;

/// Lists of messages.
macro_rules! fill_each {
    ($from:ident, $to:ident: $($field:ident)*) => {
        pastey::paste! {$(
            let mut list = $to.reborrow().[<init_ $field>](len(&$from.$field));
            for (i, item) in $from.$field.iter().enumerate() {
                item.fill(list.reborrow().get(i as u32));
            }
        )*}
    };
}
use fill_each;

/// Says which message a value becomes.
macro_rules! message {
    ($module:path) => {
        type Builder<'a> = <$module as capnp::traits::Owned>::Builder<'a>;
        type Reader<'a> = <$module as capnp::traits::Owned>::Reader<'a>;
    };
}
use message;

/// Reads fields by their getters.
macro_rules! read {
    ($($reader:ty { $($field:ident),* $(,)? })*) => {$(
        impl Touch for $reader {
            #[inline(always)]
            fn touch<S: Sink>(self, sink: &mut S) {
                pastey::paste! { $(self.[<get_ $field>]().touch(sink);)* }
            }
        }
    )*};
}
use read;

/// An enum, by its number.
macro_rules! read_enums {
    ($($ty:ty),*) => {$(
        impl Touch for $ty {
            #[inline(always)]
            fn touch<S: Sink>(self, sink: &mut S) {
                sink.number(self as u64);
            }
        }
    )*};
}
use read_enums;

/// As text, which is to be UTF-8: what every other format gives.
impl Touch for text::Reader<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        self.to_str().touch(sink);
    }
}

impl Touch for text_list::Reader<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        touch_each(self.iter(), sink);
    }
}

impl<T: PrimitiveElement + Introspect + Touch> Touch for primitive_list::Reader<'_, T> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        touch_each(self.iter(), sink);
    }
}

impl<'a, T: OwnedStruct> Touch for struct_list::Reader<'a, T>
where
    T::Reader<'a>: Touch,
{
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        touch_each(self.iter(), sink);
    }
}

/// A few fields of every element of a list.
macro_rules! read_few {
    ($reader:ty, $list:ident { $($field:ident),* }) => {
        impl crate::touch::Few for $reader {
            #[inline]
            fn few(self) -> u64 {
                let mut sink = crate::touch::Glance::default();
                pastey::paste! {
                    for item in self.[<get_ $list>]().expect("the list is there") {
                        $(item.[<get_ $field>]().touch(&mut sink);)*
                    }
                }
                sink.0
            }
        }
    };
}
use read_few;

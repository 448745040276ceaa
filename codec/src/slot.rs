//! A message's variable-size fields, as a type: which kind lies in which slot.
//!
//! `Message::Slots` is a tuple of [kinds](crate::kind), one a slot, or a tuple of such tuples where there
//! are more than eight. Verification walks that type; [`At`] finds the kind at a position in it. So an
//! accessor can only read a slot as what verification checked it to be, and no generated line can say otherwise.

mod sink;
mod walk;

pub use sink::Sink;
pub(crate) use sink::{Count, Extent, IsFlat, Measure, Position, Write, WriteFlat, WriteScalars};
pub(crate) use walk::{Fitted, MessageRules};
pub use walk::{SlotRule, TreeRules, Walk};

use crate::ascii;
use crate::kind::{Cx, Kind, Put, Room, WeighTree};
use crate::steps::tick;
use crate::writer::Writer;

/// The position of a slot: `I<3>` in a tuple, `(I<1>, I<3>)` in a tuple of tuples.
#[derive(Debug, Clone, Copy)]
pub struct I<const K: usize>;

/// The positions by name, which is less to compile than a number in each place.
macro_rules! positions {
    ($($name:ident $k:literal),*) => {$(
        #[doc = concat!("Position ", $k, ".")]
        pub type $name = I<$k>;
    )*};
}
positions!(I0 0, I1 1, I2 2, I3 3, I4 4, I5 5, I6 6, I7 7);

/// What is read was verified as the kind that the tree names: nobody else may say what lies where.
#[expect(unnameable_types, reason = "sealed: nobody else may name them")]
pub(crate) mod seal {
    pub trait Tree {}
    pub trait At<P> {}
    pub trait Put<S> {}
}

/// A kind, or a tuple of trees.
pub trait KindTree: seal::Tree + WeighTree + 'static {
    /// Number of slots.
    const LEN: usize;
    /// Where each slot's bytes begin, counted from the buffer's end: filled while encoding.
    #[doc(hidden)]
    type Marks: Copy + Default;
    /// Calls `f` with each slot's index and mark, in order.
    #[doc(hidden)]
    fn each(marks: &Self::Marks, first: usize, f: &mut impl FnMut(usize, usize));
    /// Whether every slot is text.
    #[doc(hidden)]
    const TEXT: bool;
    /// Whether every slot may be empty.
    #[doc(hidden)]
    const MAY_BE_EMPTY: bool;
    /// Sets each slot's mark to what `f` gives for its index, in order.
    #[doc(hidden)]
    fn set(marks: &mut Self::Marks, first: usize, f: &mut impl FnMut(usize) -> usize);
    /// Verifies slots `first..first + LEN`, whose bytes begin at `walk.start`. Text is left to the walk's run.
    #[doc(hidden)]
    fn verify(walk: &mut Walk<'_>, first: usize, cx: Cx) -> bool;
    /// Verifies the text among these slots, one by one.
    #[doc(hidden)]
    fn verify_text(walk: &mut Walk<'_>, first: usize) -> bool;
    /// The same as data.
    #[doc(hidden)]
    const RULE: SlotRule;
    /// Verifies `range` as the kind at `index`.
    #[doc(hidden)]
    fn verify_one(index: usize, range: &[u8], cx: Cx) -> bool;
}

/// The child tree at a position, and how many slots lie before it.
pub trait Child<P>: seal::At<P> {
    /// The tree there.
    type Tree: KindTree;
    /// Slots before it.
    const BEFORE: usize;
}

/// The kind at a position.
pub trait At<P>: seal::At<P> {
    /// The kind there.
    type Kind: Kind;
    /// The index of its slot.
    const INDEX: usize;
}

impl<T: Child<I<K>>, const K: usize, P> seal::At<(I<K>, P)> for T {}
impl<T, const K: usize, P> At<(I<K>, P)> for T
where
    T: Child<I<K>>,
    T::Tree: At<P>,
{
    type Kind = <T::Tree as At<P>>::Kind;
    const INDEX: usize = T::BEFORE.saturating_add(<T::Tree as At<P>>::INDEX);
}

/// What fills a tree's slots: references to a value's fields.
pub trait PutSlots<S: KindTree>: seal::Put<S> {
    /// Whether every slot is a run of bytes whose length is known before it is written.
    #[doc(hidden)]
    const FLAT: bool = false;
    /// One more than the last slot that is not empty.
    fn count(&self) -> usize;
    /// Writes all slots, the last one first.
    fn put(self, w: &mut Writer, marks: &mut S::Marks);
    /// Bytes that all slots take, where they are flat.
    #[doc(hidden)]
    #[inline(always)]
    fn room(&self) -> usize {
        0
    }
    /// The same as [`put`](Self::put), where all slots are flat; `None` where they do not fit.
    #[doc(hidden)]
    #[inline(always)]
    fn put_flat(self, _room: &mut Room<'_>, _marks: &mut S::Marks) -> Option<()>
    where
        Self: Sized,
    {
        Some(())
    }
}

/// Writes all slots, the last one first. Where the length of each is known there is one check for room.
#[inline(always)]
pub(crate) fn put_slots<S: KindTree, V: PutSlots<S>>(
    slots: V,
    w: &mut Writer,
    marks: &mut S::Marks,
) {
    if V::FLAT {
        w.room(slots.room(), |room| slots.put_flat(room, marks));
    } else {
        slots.put(w, marks);
    }
}

impl<K: Kind> seal::Tree for K {}
impl<K: Kind> KindTree for K {
    const LEN: usize = 1;
    type Marks = usize;

    #[inline(always)]
    fn each(mark: &usize, first: usize, f: &mut impl FnMut(usize, usize)) {
        f(first, *mark);
    }

    #[inline(always)]
    fn set(mark: &mut usize, first: usize, f: &mut impl FnMut(usize) -> usize) {
        *mark = f(first);
    }

    const TEXT: bool = K::TEXT;
    const MAY_BE_EMPTY: bool = K::MAY_BE_EMPTY;

    #[inline(always)]
    fn verify(walk: &mut Walk<'_>, first: usize, cx: Cx) -> bool {
        tick(1);
        if K::TEXT {
            return walk.next(first).is_some();
        }
        let Some(range) = walk.leave_text(first) else {
            return false;
        };
        K::verify_slot(range, walk.scalars(), cx)
    }

    fn verify_text(walk: &mut Walk<'_>, first: usize) -> bool {
        tick(1);
        let range = walk.next(first);
        !K::TEXT || range.is_some_and(ascii::is_utf8)
    }

    const RULE: SlotRule = if K::TEXT {
        SlotRule::Text
    } else {
        SlotRule::Slot(K::verify_slot)
    };

    #[inline(always)]
    fn verify_one(_: usize, range: &[u8], cx: Cx) -> bool {
        K::verify(range, cx)
    }
}

impl<K: Kind, V: Put<K>> seal::Put<K> for V {}
impl<K: Kind, V: Put<K>> PutSlots<K> for V {
    const FLAT: bool = V::FLAT;

    #[inline(always)]
    fn count(&self) -> usize {
        usize::from(!self.is_empty())
    }

    #[inline(always)]
    fn put(self, w: &mut Writer, mark: &mut usize) {
        *mark = w.len();
        Put::<K>::put(self, w);
    }

    #[inline(always)]
    fn room(&self) -> usize {
        Put::<K>::room(self)
    }

    #[inline(always)]
    fn put_flat(self, room: &mut Room<'_>, mark: &mut usize) -> Option<()> {
        *mark = room.len();
        Put::<K>::put_flat(self, room)
    }
}

impl seal::Tree for () {}
impl KindTree for () {
    const LEN: usize = 0;
    type Marks = ();
    #[inline(always)]
    fn each(_: &(), _: usize, _: &mut impl FnMut(usize, usize)) {}
    #[inline(always)]
    fn set(_: &mut (), _: usize, _: &mut impl FnMut(usize) -> usize) {}
    const TEXT: bool = true;
    const MAY_BE_EMPTY: bool = true;
    #[inline(always)]
    fn verify(_: &mut Walk<'_>, _: usize, _: Cx) -> bool {
        true
    }
    fn verify_text(_: &mut Walk<'_>, _: usize) -> bool {
        true
    }
    const RULE: SlotRule = SlotRule::Tree(&TreeRules {
        len: 0,
        may_be_empty: true,
        rules: &[],
    });
    #[inline(always)]
    fn verify_one(_: usize, _: &[u8], _: Cx) -> bool {
        false
    }
}

impl seal::Put<()> for () {}
impl PutSlots<()> for () {
    #[inline(always)]
    fn count(&self) -> usize {
        0
    }
    #[inline(always)]
    fn put(self, _: &mut Writer, (): &mut ()) {}
}

/// `tuple!(A a 0, B b 1; b B 1, a A 0)`: the members, and again from the last to the first.
macro_rules! tuple {
    ($($T:ident $v:ident $V:ident $k:tt),*; $($rk:tt),*) => {
        impl<$($T),*> seal::Tree for ($($T,)*) {}
        impl<$($T: KindTree),*> KindTree for ($($T,)*) {
            const LEN: usize = 0usize $(.saturating_add($T::LEN))*;
            type Marks = ($($T::Marks,)*);

            #[inline(always)]
            fn each(marks: &Self::Marks, first: usize, f: &mut impl FnMut(usize, usize)) {
                let mut first = first;
                $(
                    $T::each(&marks.$k, first, f);
                    first = first.wrapping_add($T::LEN);
                )*
                let _ = first;
            }

            #[inline(always)]
            fn set(marks: &mut Self::Marks, first: usize, f: &mut impl FnMut(usize) -> usize) {
                let mut first = first;
                $(
                    $T::set(&mut marks.$k, first, f);
                    first = first.wrapping_add($T::LEN);
                )*
                let _ = first;
            }

            const TEXT: bool = true $(&& $T::TEXT)*;
            const MAY_BE_EMPTY: bool = true $(&& $T::MAY_BE_EMPTY)*;

            fn verify_text(walk: &mut Walk<'_>, first: usize) -> bool {
                let mut first = first;
                $(
                    tick(1);
                    if !walk.ends_before($T::LEN, first) && !$T::verify_text(walk, first) {
                        return false;
                    }
                    first = first.wrapping_add($T::LEN);
                )*
                let _ = first;
                true
            }

            const RULE: SlotRule = SlotRule::Tree(&TreeRules {
                len: Self::LEN,
                may_be_empty: Self::MAY_BE_EMPTY,
                rules: &[$($T::RULE),*],
            });

            #[inline(always)]
            fn verify(walk: &mut Walk<'_>, first: usize, cx: Cx) -> bool {
                let mut first = first;
                $(
                    tick(1);
                    let holds = if walk.ends_before($T::LEN, first) {
                        $T::MAY_BE_EMPTY
                    } else {
                        $T::verify(walk, first, cx)
                    };
                    if !holds {
                        return false;
                    }
                    first = first.wrapping_add($T::LEN);
                )*
                let _ = first;
                true
            }

            #[inline(always)]
            fn verify_one(index: usize, range: &[u8], cx: Cx) -> bool {
                let mut index = index;
                $(
                    tick(1);
                    if index < $T::LEN {
                        return $T::verify_one(index, range, cx);
                    }
                    index = index.wrapping_sub($T::LEN);
                )*
                let _ = index;
                false
            }
        }

        impl<$($T, $V),*> seal::Put<($($T,)*)> for ($($V,)*) {}
        impl<$($T: KindTree, $V: PutSlots<$T>),*> PutSlots<($($T,)*)> for ($($V,)*) {
            const FLAT: bool = true $(&& $V::FLAT)*;

            #[inline(always)]
            #[allow(unused_assignments)]
            fn count(&self) -> usize {
                let ($($v,)*) = self;
                let mut before = 0usize;
                let mut count = 0;
                $(
                    let here = $v.count();
                    if here != 0 {
                        count = before.wrapping_add(here);
                    }
                    before = before.wrapping_add($T::LEN);
                )*
                count
            }

            #[inline(always)]
            fn put(self, w: &mut Writer, marks: &mut <($($T,)*) as KindTree>::Marks) {
                $(self.$rk.put(w, &mut marks.$rk);)*
            }

            #[inline(always)]
            fn room(&self) -> usize {
                let ($($v,)*) = self;
                0usize $(.wrapping_add($v.room()))*
            }

            #[inline(always)]
            fn put_flat(
                self,
                room: &mut Room<'_>,
                marks: &mut <($($T,)*) as KindTree>::Marks,
            ) -> Option<()> {
                $(self.$rk.put_flat(room, &mut marks.$rk)?;)*
                Some(())
            }
        }
    };
}
tuple!(A a Av 0; 0);
tuple!(A a Av 0, B b Bv 1; 1, 0);
tuple!(A a Av 0, B b Bv 1, C c Cv 2; 2, 1, 0);
tuple!(A a Av 0, B b Bv 1, C c Cv 2, D d Dv 3; 3, 2, 1, 0);
tuple!(A a Av 0, B b Bv 1, C c Cv 2, D d Dv 3, E e Ev 4; 4, 3, 2, 1, 0);
tuple!(A a Av 0, B b Bv 1, C c Cv 2, D d Dv 3, E e Ev 4, F f Fv 5; 5, 4, 3, 2, 1, 0);
tuple!(A a Av 0, B b Bv 1, C c Cv 2, D d Dv 3, E e Ev 4, F f Fv 5, G g Gv 6; 6, 5, 4, 3, 2, 1, 0);
tuple!(A a Av 0, B b Bv 1, C c Cv 2, D d Dv 3, E e Ev 4, F f Fv 5, G g Gv 6, H h Hv 7; 7, 6, 5, 4, 3, 2, 1, 0);

/// `child!([A, B, C] 1 B [A])`: in `(A, B, C)`, position 1 is `B`, after `A`.
macro_rules! child {
    ($([$($all:ident),*] $k:literal $T:ident [$($before:ident),*];)*) => {$(
        impl<$($all),*> seal::At<I<$k>> for ($($all,)*) {}
        impl<$($all),*> At<I<$k>> for ($($all,)*)
        where
            $($before: KindTree,)*
            $T: Kind,
        {
            type Kind = $T;
            const INDEX: usize = 0usize $(.saturating_add($before::LEN))*;
        }
        impl<$($all: KindTree),*> Child<I<$k>> for ($($all,)*) {
            type Tree = $T;
            const BEFORE: usize = 0usize $(.saturating_add($before::LEN))*;
        }
    )*};
}
/// All positions of one arity.
macro_rules! children {
    ($all:tt $($k:literal $T:ident $before:tt;)*) => { $(child! { $all $k $T $before; })* };
}
children! { [A] 0 A []; }
children! { [A, B] 0 A []; 1 B [A]; }
children! { [A, B, C] 0 A []; 1 B [A]; 2 C [A, B]; }
children! { [A, B, C, D] 0 A []; 1 B [A]; 2 C [A, B]; 3 D [A, B, C]; }
children! { [A, B, C, D, E] 0 A []; 1 B [A]; 2 C [A, B]; 3 D [A, B, C]; 4 E [A, B, C, D]; }
children! { [A, B, C, D, E, F] 0 A []; 1 B [A]; 2 C [A, B]; 3 D [A, B, C]; 4 E [A, B, C, D]; 5 F [A, B, C, D, E]; }
children! { [A, B, C, D, E, F, G] 0 A []; 1 B [A]; 2 C [A, B]; 3 D [A, B, C]; 4 E [A, B, C, D]; 5 F [A, B, C, D, E];
6 G [A, B, C, D, E, F]; }
children! { [A, B, C, D, E, F, G, H] 0 A []; 1 B [A]; 2 C [A, B]; 3 D [A, B, C]; 4 E [A, B, C, D]; 5 F [A, B, C, D, E];
6 G [A, B, C, D, E, F]; 7 H [A, B, C, D, E, F, G]; }

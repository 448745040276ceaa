//! Messages put together from parts: what other forms, protobuf and JSON, are turned into.
//!
//! A reader of such a form keeps scalars of messages on one stack, and on another a mark for each slot: where the writer
//! stood when it was begun, the last slot first. The pieces here make headers, lists of rows and maps of them. What may
//! go wrong on the way, and how it is told, is the readers' own.

use crate::kind::put_list_head;
use crate::table::{Tables, Ty};
use crate::view::Shape;
use crate::wire;
use crate::writer::Writer;

/// A count or place in 32 bits.
#[inline(always)]
#[allow(clippy::as_conversions)] // inputs, stacks and the writer hold less than 2³² things: they are bounded by 2³¹ bytes
pub(crate) fn short(n: usize) -> u32 {
    n as u32
}

/// The same as a `usize`.
#[inline(always)]
#[allow(clippy::as_conversions)] // 32 bits fit a `usize` wherever this format is of use
pub(crate) fn position(n: u32) -> usize {
    n as usize
}

/// A shape whose numbers are within the type's, as the table's are.
#[inline(always)]
#[allow(clippy::as_conversions)] // sizes are the type's, a width is 0, 1 or 2
pub(crate) fn shape(scalars: usize, count: usize, width: u32) -> Shape {
    Shape {
        scalars: scalars as u16,
        count: count as u16,
        width: width as u8,
    }
}

/// Bytes that a message of this shape has before its heap.
#[inline(always)]
pub(crate) fn head_len(shape: Shape) -> usize {
    Shape::BYTES
        .saturating_add(usize::from(shape.scalars))
        .saturating_add(usize::from(shape.count) << shape.width)
}

/// Writes header, scalars and ends in front of a heap whose slots have these marks.
#[inline(always)]
pub(crate) fn put_head(w: &mut Writer, shape: Shape, scalars: &[u8], marks: &[u32]) {
    let start = short(w.len());
    let head = w.take(head_len(shape));
    if let Some((header, rest)) = head.split_first_chunk_mut::<{ Shape::BYTES }>() {
        *header = shape.write();
        if let Some((out, ends)) = rest.split_at_mut_checked(scalars.len()) {
            out.copy_from_slice(scalars);
            for (k, mark) in marks.iter().rev().enumerate() {
                let end = position(start.wrapping_sub(*mark));
                wire::put_end(ends, shape.width.into(), k, end);
            }
        }
    }
}

/// What turns the bits of a key into a number that orders as the keys do: signed ones have their sign turned.
pub(crate) fn key_bias<'s>(schema: &'s Tables<'s>, ty: Ty<'s>) -> u64 {
    match ty.plain() {
        Ty::I8 | Ty::I16 | Ty::I32 | Ty::I64 => 1 << 63,
        Ty::Enum(of) => schema.enumeration(of).map_or(0, |def| match def.repr {
            Ty::Enum(_) => 0,
            repr => key_bias(schema, repr),
        }),
        _ => 0,
    }
}

/// A row of a list on its way.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<F> {
    /// What its reader knows of it.
    pub(crate) frame: F,
    /// Its part of the stack of scalars: where it begins, and how long it is.
    scalars: u32,
    extent: u32,
    /// Its marks.
    marks: u32,
    slots: u32,
    /// Where the writer stood behind it, and how much heap it has.
    mark: u32,
    heap: u32,
}

impl<F> Row<F> {
    /// A row whose scalars were read, and whose slots were not.
    #[inline(always)]
    pub(crate) fn new(frame: F, scalars: u32, extent: u32) -> Self {
        Self {
            frame,
            scalars,
            extent,
            marks: 0,
            slots: 0,
            mark: 0,
            heap: 0,
        }
    }

    /// Notes that its slots were written: those marked from `marks` on, with a heap of `heap` bytes.
    #[inline(always)]
    pub(crate) fn written(&mut self, w: &Writer, marks: usize, slots: usize, heap: usize) {
        self.marks = short(marks);
        self.slots = short(slots);
        self.mark = short(w.len());
        self.heap = short(heap);
    }
}

/// A list of rows that is being written.
///
/// A row's bytes lie behind the heap of all rows, but how many they are is known only when the last row is. So room is
/// left for what the rows' fields let expect, and fitted afterwards in the rare case that it was another size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rows {
    count: usize,
    /// Where the writer stood before, and how much room was left.
    base: usize,
    reserved: usize,
    list: usize,
    heap: usize,
}

impl Rows {
    /// Leaves room for `reserved` bytes of rows; their heaps follow, the last one first.
    pub(crate) fn open(w: &mut Writer, count: usize, reserved: usize) -> Self {
        let base = w.len();
        w.take(reserved);
        let list = w.open_list(0);
        Self {
            count,
            base,
            reserved,
            list,
            heap: w.len(),
        }
    }

    /// Bytes that the list still takes, given the shape of its rows.
    pub(crate) fn more(&self, fit: Shape) -> usize {
        let needed = self.count.saturating_mul(fit.stride());
        needed
            .saturating_sub(self.reserved)
            .saturating_add(self.count << 2)
            .saturating_add(8)
    }

    /// Writes what comes before the heap, and the rows themselves.
    pub(crate) fn close<F>(
        self,
        w: &mut Writer,
        fit: Shape,
        rows: &[Row<F>],
        scalars: &[u8],
        marks: &[u32],
    ) {
        let width = if fit.count == 0 {
            w.abandon_list(self.list);
            0
        } else {
            w.close_list(self.list, self.heap)
        };
        w.put(&fit.write());
        put_list_head(w, self.count, width);
        let needed = self.count.saturating_mul(fit.stride());
        w.refit(self.base, self.reserved, needed);
        self.fill(w, fit, rows, scalars, marks);
    }

    /// Fills the rows: scalars, and the ends of all slots but the last.
    fn fill<F>(
        self,
        w: &mut Writer,
        fit: Shape,
        rows: &[Row<F>],
        scalars: &[u8],
        all_marks: &[u32],
    ) {
        let stride = fit.stride();
        let len = self.count.saturating_mul(stride);
        let out = w.region(self.base.saturating_add(len), len);
        for (row, out) in rows.iter().zip(out.chunks_exact_mut(stride.max(1))) {
            let Some((out, ends)) = out.split_at_mut_checked(usize::from(fit.scalars)) else {
                continue;
            };
            let (start, extent) = (position(row.scalars), position(row.extent));
            let scalars = scalars
                .get(start..start.saturating_add(extent))
                .unwrap_or_default();
            if let Some((set, rest)) = out.split_at_mut_checked(extent) {
                set.copy_from_slice(scalars);
                rest.fill(0);
            }
            let marks = position(row.marks)..position(row.marks.wrapping_add(row.slots));
            let marks = all_marks.get(marks).unwrap_or_default();
            for k in 0..usize::from(fit.count.saturating_sub(1)) {
                // The marks lie in reverse. Slots that the row has not are empty, at its end.
                let mark = marks
                    .len()
                    .checked_sub(k.wrapping_add(1))
                    .and_then(|at| marks.get(at));
                let end = mark.map_or(row.heap, |mark| row.mark.wrapping_sub(*mark));
                wire::put_end(ends, fit.width.into(), k, position(end));
            }
        }
    }
}

/// The shape of rows of which the longest has the bits of `longest` as its heap's length.
pub(crate) fn row_shape(scalars: usize, slots: usize, longest: usize) -> Shape {
    shape(
        if slots == 0 { scalars.max(1) } else { scalars },
        slots,
        if slots > 1 { wire::width(longest) } else { 0 },
    )
}

//! What most messages are: fields that a plan knows, whose numbers need no check. They are taken here with little else at
//! hand; whatever is not like that is left to those who look closely, and who say what is wrong with it.

use super::Decoder;
use super::scan::{Occurrence, Order, Progress};
use crate::assemble::position;
use crate::protobuf::convert::{self, int32, is_set, put};
use crate::protobuf::plan::{Plan, Plans, Take, Taken, Varint};
use crate::protobuf::wire::{
    Cursor, Depth, LEN, VARINT, key, leading_number, leading_varint, unzigzag,
};
use crate::scalar::{parse_decimal, parse_uuid};
use crate::table::{FieldDef, StructField, Ty};

/// The tags of `google.protobuf.Timestamp` and `Duration`.
const SECONDS: u32 = key(1, VARINT);
const NANOS: u32 = key(2, VARINT);

/// The tag at the start of `rest`, if it has no more than two bytes.
#[inline(always)]
fn tag(rest: &[u8]) -> Option<(u64, &[u8])> {
    match rest {
        [a @ 0..0x80, behind @ ..] => Some((u64::from(*a), behind)),
        [a, b @ 0..0x80, behind @ ..] => Some((u64::from(*a & 0x7F) | u64::from(*b) << 7, behind)),
        _ => None,
    }
}

/// A length at the start of `rest`, and as many bytes.
#[inline(always)]
fn span(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let (len, behind) = leading_varint(rest)?;
    behind.split_at_checked(usize::try_from(len).ok()?)
}

/// A number and what is behind it.
type Number<'i> = Option<(u64, &'i [u8])>;

#[inline(always)]
fn varint<'i>(take: &Take, rest: &'i [u8]) -> Number<'i> {
    leading_number(rest).filter(|(raw, _)| *raw <= take.most)
}

#[inline(always)]
fn zigzag<'i>(take: &Take, rest: &'i [u8]) -> Number<'i> {
    let (raw, behind) = varint(take, rest)?;
    Some((unzigzag(raw).cast_unsigned(), behind))
}

/// Stores a bit likewise.
#[inline(always)]
fn store_bit<'i>(scalars: &mut [u8], take: &Take, rest: &'i [u8]) -> Option<(&'i [u8], bool)> {
    let (raw, behind) = leading_varint(rest)?;
    let flags = scalars.get_mut(position(take.at))?;
    let [mask, ..] = take.mask.to_le_bytes();
    let set = (raw != 0) != (take.default != 0);
    *flags = if set { *flags | mask } else { *flags & !mask };
    Some((behind, set))
}

#[inline(always)]
fn fixed32(rest: &[u8]) -> Number<'_> {
    let (bytes, behind) = rest.split_first_chunk::<4>()?;
    Some((u64::from(u32::from_le_bytes(*bytes)), behind))
}

#[inline(always)]
fn fixed64(rest: &[u8]) -> Number<'_> {
    let (bytes, behind) = rest.split_first_chunk::<8>()?;
    Some((u64::from_le_bytes(*bytes), behind))
}

/// What comes as text or as a message, and is no longer than eight bytes here.
#[inline(never)]
fn parsed<'i>(take: &Take, rest: &'i [u8]) -> Number<'i> {
    let (body, behind) = span(rest)?;
    let value = match take.what {
        Taken::Decimal(scale) => parse_decimal(body, scale).ok()?,
        Taken::Timestamp => time(Ty::Timestamp, body)?,
        _ => time(Ty::Duration, body)?,
    };
    Some((value.cast_unsigned(), behind))
}

/// A point or a span in time: seconds and nanoseconds.
#[inline(always)]
fn time(ty: Ty<'_>, mut body: &[u8]) -> Option<i64> {
    let (mut seconds, mut nanos) = (0, 0);
    while let [tag, after @ ..] = body {
        let (raw, behind) = leading_varint(after)?;
        match u32::from(*tag) {
            SECONDS => seconds = raw.cast_signed(),
            NANOS => nanos = int32(raw),
            _ => return None,
        }
        body = behind;
    }
    convert::time(ty, seconds, nanos).ok()
}

/// Stores a number among the scalars; gives what is behind it in the input, and whether it is not zero here.
#[inline(always)]
fn store<'i>(scalars: &mut [u8], take: &Take, number: Number<'i>) -> Option<(&'i [u8], bool)> {
    let (bits, behind) = number?;
    let bits = bits ^ take.default;
    put(
        scalars.get_mut(position(take.at)..position(take.end))?,
        bits,
    );
    Some((behind, bits & take.mask != 0))
}

/// Stores what comes as text or as bytes, and is longer, likewise.
#[inline(never)]
fn copied<'i>(take: &Take, rest: &'i [u8], out: &mut [u8]) -> Option<(&'i [u8], bool)> {
    let (body, behind) = span(rest)?;
    if take.what == Taken::Uuid {
        out.copy_from_slice(&parse_uuid(body).ok()?);
    } else if body.len() == out.len() {
        out.copy_from_slice(body);
    } else {
        return None;
    }
    Some((behind, is_set(out)))
}

/// Fills a struct, whose bytes `out` begins with, from `rest`. `None`: it is to be filled again, by who looks closely. What
/// was filled so far comes again then.
pub(super) fn fill<'p>(
    plans: &'p Plans<'p>,
    plan: &'p Plan<'p, StructField<'p>>,
    mut rest: &[u8],
    out: &mut [u8],
    depth: u32,
) -> Option<()> {
    let depth = depth.checked_sub(1)?;
    while let [tag @ 0..0x80, after @ ..] = rest {
        let take = plan.take(u64::from(*tag))?;
        let number = match take.what {
            Taken::Varint => varint(take, after),
            Taken::Zigzag => zigzag(take, after),
            Taken::Fixed32 => fixed32(after),
            Taken::Fixed64 => fixed64(after),
            Taken::Struct(index) => {
                let (body, behind) = span(after)?;
                let plan = plans.structure(position(index))?;
                let out = out.get_mut(position(take.at)..)?;
                fill(plans, plan, body, out, depth)?;
                rest = behind;
                continue;
            }
            _ => return None,
        };
        (rest, _) = store(out, take, number)?;
    }
    rest.is_empty().then_some(())
}

/// Fills `out`, numbers of so many bytes, from packed ones. `false`: it is to be filled again, by who looks closely.
pub(super) fn packed(varint: Varint, bytes: &[u8], out: &mut [u8], size: usize) -> bool {
    let filled = match size {
        1 => packed_in::<1>(varint, bytes, out),
        2 => packed_in::<2>(varint, bytes, out),
        4 => packed_in::<4>(varint, bytes, out),
        _ => packed_in::<8>(varint, bytes, out),
    };
    filled.is_some()
}

#[inline(always)]
fn packed_in<const N: usize>(varint: Varint, mut rest: &[u8], out: &mut [u8]) -> Option<()> {
    for place in out.as_chunks_mut::<N>().0 {
        let (raw, behind) = leading_number(rest)?;
        *place = *varint.bits(raw)?.to_le_bytes().first_chunk()?;
        rest = behind;
    }
    rest.is_empty().then_some(())
}

impl Decoder<'_> {
    /// Takes fields of a message, whose scalars begin at `base`, up to one that is to be looked at closely, which `cursor` is
    /// left at.
    pub(super) fn swift(
        &mut self,
        plan: &Plan<'_, FieldDef<'_>>,
        cursor: &mut Cursor<'_>,
        base: usize,
        (progress, order): (&mut Progress, &mut Order),
        depth: Depth,
    ) {
        let (end, mut rest) = (cursor.end(), cursor.rest());
        let (mut made, mut ordered) = (*progress, *order);
        let scalars = self.scalars.get_mut(base..).unwrap_or_default();
        while let Some((tag, after)) = tag(rest) {
            let Some(take) = plan.take(tag) else { break };
            let stored = match take.what {
                Taken::Varint => store(scalars, take, varint(take, after)),
                Taken::Zigzag => store(scalars, take, zigzag(take, after)),
                Taken::Bit => store_bit(scalars, take, after),
                Taken::Fixed32 => store(scalars, take, fixed32(after)),
                Taken::Fixed64 => store(scalars, take, fixed64(after)),
                Taken::Noted => {
                    let Some((body, behind)) = span(after) else {
                        break;
                    };
                    let stop = end.wrapping_sub(behind.len());
                    let start = stop.wrapping_sub(body.len());
                    self.occurrences
                        .push(Occurrence::new(take.index, LEN, start, stop));
                    ordered.follow(take.index);
                    rest = behind;
                    continue;
                }
                Taken::Timestamp | Taken::Duration | Taken::Decimal(_) => {
                    let number = parsed(take, after).filter(|_| depth.protobuf > 0);
                    made.came(take.index, number.is_some());
                    store(scalars, take, number)
                }
                Taken::Uuid | Taken::Raw => {
                    let out = scalars.get_mut(position(take.at)..position(take.end));
                    let copied = out.and_then(|out| copied(take, after, out));
                    made.came(take.index, copied.is_some());
                    copied
                }
                Taken::Struct(index) => {
                    let out = scalars.get_mut(position(take.at)..position(take.end));
                    out.zip(span(after)).and_then(|(out, (body, behind))| {
                        let plan = self.plans?.structure(position(index))?;
                        fill(self.plans?, plan, body, out, depth.protobuf)?;
                        Some((behind, is_set(out)))
                    })
                }
            };
            let Some((behind, set)) = stored else { break };
            let (byte, mask) = take.flag;
            if mask != 0 {
                match scalars.get_mut(usize::from(byte)) {
                    Some(flags) => *flags |= mask,
                    None => break,
                }
            }
            made.extend(take.flag, position(take.end), set);
            rest = behind;
        }
        (*progress, *order) = (made, ordered);
        cursor.keep(rest);
    }
}

//! From JSON to our encoding: messages, unions, and values that fill a slot.
//!
//! ```text
//!  text ──scan──▶ tokens ──members──▶ scalars, slots' values ──write, last slot first──▶ Writer
//!                   ▲                        │
//!                   └── each sub-message ◀───┘
//! ```
//!
//! Nearly all of a text is [read ahead](ahead) in the order of the schema, and has tokens only where a slot is not a message or a
//! list of these. What is in another order goes this way, and all where something is wrong.
//!
//! What is noted on the way lies on a few stacks that all messages share, so there is no allocation a field or a
//! message. Recursion is that of the schema's types, and no deeper than [`Limits::depth`] where these contain
//! themselves.

mod ahead;
mod any;
mod fixed;
mod list;
mod locate;
mod map;
mod message;

use super::error::{JsonError, Kind, shown};
use super::names::{Members, Sorted};
use super::options::JsonOptions;
use super::scan;
use super::source::Source;
use super::types::Types;
use super::wellknown::WellKnown;
use crate::assemble::{Row, position, short};
use crate::error::DecodeError;
use crate::kind::put_ordinal;
use crate::limits::{Limits, MAX_MESSAGE_BYTES};
use crate::protobuf::wire::is_repeated;
use crate::steps::tick;
use crate::table::verify::carried;
use crate::table::{MessageDef, Tables, Ty, TypeRef, UnionDef, member_of};
use crate::writer::Writer;
use bytes::Bytes;
use std::ops::Range;

type Done<T = ()> = Result<T, JsonError>;

/// How deep brackets may nest for each level of messages: lists, maps and wrappers lie between two of them.
const BRACKETS: usize = 8;

/// The value of a member.
#[derive(Debug, Clone, Copy)]
struct Member {
    /// The index of the member in its type.
    index: u16,
    /// Whether its value was [read ahead](ahead).
    ahead: bool,
    /// The token of its value.
    value: u32,
}

/// Where a value stands that was not asked about.
const NONE: u32 = u32::MAX;

/// The state of one reading. All `Vec`s are stacks: who pushes, truncates.
struct Reader<'a> {
    source: Source<'a>,
    w: Box<Writer>,
    /// Bytes that the result may have.
    budget: usize,
    options: JsonOptions,
    limits: Limits,
    unknown_left: usize,
    types: Types<'a>,
    /// The object of the `Any` whose content is being read from it.
    any: Option<usize>,
    sorted: Sorted,
    members: Vec<Member>,
    /// Scalars of messages, and values of fixed size on their way.
    scalars: Vec<u8>,
    /// Where slots begin in the writer, last slot first.
    marks: Vec<u32>,
    /// Messages that were read and wait to be written, the first of them last.
    frames: Vec<message::Frame>,
    ahead: ahead::Ahead,
    rows: Vec<Row<()>>,
    entries: Vec<map::Entry>,
    /// Values of lists and maps.
    values: Vec<u32>,
    /// What strings with escapes say.
    unescaped: Vec<u8>,
    /// Keys of maps that have escapes.
    keys: Vec<u8>,
    /// Whether a message was met that is carried as bytes.
    carries: bool,
}

#[cold]
#[inline(never)]
fn over<T>(limit: &str, allowed: usize, at: usize) -> Done<T> {
    let expected = format!("at most {allowed} of {limit}");
    Err(JsonError::new(Kind::Limit, at, "more", expected))
}

/// Reads message `index` of `schema`. `verify` has the last word on what was written.
pub(super) fn read<'s>(
    schema: &'s Tables<'s>,
    index: usize,
    input: &[u8],
    options: &JsonOptions,
    limits: &Limits,
    capacity: usize,
    verify: impl Fn(&[u8]) -> Result<(), DecodeError>,
) -> Done<Bytes> {
    let done = read_here(schema, index, input, options, limits, capacity, verify);
    done.map_err(|error| error.placed(input))
}

fn read_here<'s>(
    schema: &'s Tables<'s>,
    index: usize,
    input: &[u8],
    options: &JsonOptions,
    limits: &Limits,
    capacity: usize,
    verify: impl Fn(&[u8]) -> Result<(), DecodeError>,
) -> Done<Bytes> {
    let allowed = limits.message_bytes.min(MAX_MESSAGE_BYTES);
    if input.len() > allowed {
        return over("message_bytes", allowed, allowed);
    }
    if !crate::ascii::is_ascii(input)
        && let Err(error) = str::from_utf8(input)
    {
        let at = error.valid_up_to();
        return Err(JsonError::new(
            Kind::Utf8,
            at,
            "a byte that is not UTF-8",
            "UTF-8",
        ));
    }
    let nesting = usize::try_from(limits.depth).unwrap_or(usize::MAX);
    let nesting = nesting.saturating_add(1).saturating_mul(BRACKETS);
    let Some(def) = schema.messages.get(index) else {
        let _tokens = Source::new(input, nesting)?;
        let expected = "one";
        return Err(JsonError::new(
            Kind::Type,
            0,
            "no such message in the table",
            expected,
        ));
    };
    let mut w = Writer::for_about(capacity);
    w.clear();
    let mut w = {
        let mut reader = Reader::new(Source::ahead(input), w, schema, options, limits);
        if reader.all_ahead(schema, def, nesting) && reader.proof(schema, index, &verify).is_ok() {
            return Ok(reader.w.into_bytes());
        }
        reader.w
    };
    w.clear();
    let source = Source::new(input, nesting)?;
    let mut reader = Reader::new(source, w, schema, options, limits);
    reader.message(schema, def, 0, limits.depth)?;
    reader.claim(0, 0)?;
    match reader.proof(schema, index, &verify) {
        Ok(()) => Ok(reader.w.into_bytes()),
        Err(error) => Err(reader.locate(schema, index, 0, &error)),
    }
}

impl<'a> Reader<'a> {
    fn new(
        source: Source<'a>,
        w: Box<Writer>,
        schema: &'a Tables<'a>,
        options: &JsonOptions,
        limits: &Limits,
    ) -> Self {
        Self {
            source,
            w,
            budget: limits.decoded_bytes.min(MAX_MESSAGE_BYTES),
            options: *options,
            limits: *limits,
            unknown_left: limits.unknown_fields,
            types: Types::new(schema, options.types),
            any: None,
            sorted: Sorted::default(),
            members: Vec::new(),
            scalars: Vec::new(),
            marks: Vec::new(),
            frames: Vec::new(),
            ahead: ahead::Ahead::default(),
            rows: Vec::new(),
            entries: Vec::new(),
            values: Vec::new(),
            unescaped: Vec::new(),
            keys: Vec::new(),
            carries: false,
        }
    }

    /// Reads ahead and writes; says whether that was all and right.
    fn all_ahead<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        nesting: usize,
    ) -> bool {
        let depth = self.limits.depth;
        let Some(frame) = self.ahead(schema, def, ahead::Left { depth, nesting }) else {
            return false;
        };
        self.framed(schema, def, frame, depth).is_ok() && self.claim(0, 0).is_ok()
    }

    /// Whether what was written is sound.
    fn proof<'s>(
        &self,
        schema: &'s Tables<'s>,
        index: usize,
        verify: impl Fn(&[u8]) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        let written = self.w.written();
        // What was sent as a message is verified here, with its conditions: nobody does so later without being asked.
        if self.carries {
            carried(schema, index, written, self.limits.depth)?;
        }
        verify(written)
    }
}

impl Reader<'_> {
    /// Whether the result may have `more` bytes beyond what is written.
    #[inline(always)]
    fn claim(&self, more: usize, i: usize) -> Done {
        if self.w.len().saturating_add(more) > self.budget {
            return over("decoded_bytes", self.budget, self.source.at(i));
        }
        Ok(())
    }

    /// One encoded message deeper.
    #[inline(always)]
    fn deeper(&self, depth: u32, i: usize) -> Done<u32> {
        match depth.checked_sub(1) {
            Some(depth) => Ok(depth),
            None => over("depth", position(self.limits.depth), self.source.at(i)),
        }
    }

    /// Notes the members of an object by their order in the schema; `take` sees each that is not null as it comes.
    fn members(
        &mut self,
        of: Members,
        object: usize,
        mut take: impl FnMut(&mut Self, usize, usize) -> Done,
    ) -> Done<Range<usize>> {
        self.source.expect(object, b'{', "an object")?;
        let first = self.members.len();
        let end = self.source.behind(object);
        let mut key = object.saturating_add(1);
        let (mut expected, mut sorted, mut nulls) = (0, true, false);
        while key < end {
            tick(1);
            let value = key.saturating_add(1);
            let found = match self.source.token(key) {
                Some(token) if token.is_marked() => {
                    let text = self.source.text(key);
                    self.sorted.find(of, &text, expected)
                }
                _ => self.sorted.find(of, self.source.raw(key), expected),
            };
            match found {
                Some(index) => {
                    sorted &= index >= expected;
                    expected = index.saturating_add(1);
                    let null = match self.options.ignore_unknown_fields {
                        true if self.is_unknown_value(of, index, value) => {
                            self.pass_over(key)?;
                            true
                        }
                        _ => self.source.is_null(value) && !of.takes_null(index),
                    };
                    nulls |= null;
                    self.members.push(Member {
                        index: u16::try_from(index).unwrap_or(u16::MAX),
                        ahead: false,
                        value: if null { NONE } else { short(value) },
                    });
                    if !null {
                        take(self, index, value).map_err(|error| within(error, of, index))?;
                    }
                }
                None if self.any == Some(object) && self.is_type(key) => {}
                None => self.unknown(of, key)?,
            }
            key = self.source.behind(value);
        }
        if !sorted {
            self.settle(of, object, first)?;
        }
        if nulls {
            self.drop_nulls(first);
        }
        Ok(first..self.members.len())
    }

    /// A key that is no member.
    #[cold]
    fn unknown(&mut self, of: Members, key: usize) -> Done {
        if !self.options.ignore_unknown_fields {
            let found = format!("the key \"{}\"", shown(self.source.raw(key)));
            let expected = format!("a member of {}", of.name());
            return Err(JsonError::new(
                Kind::Unknown,
                self.source.at(key),
                found,
                expected,
            ));
        }
        self.pass_over(key)
    }

    /// Counts what is passed over.
    #[cold]
    fn pass_over(&mut self, i: usize) -> Done {
        match self.unknown_left.checked_sub(1) {
            Some(left) => self.unknown_left = left,
            None => {
                return over(
                    "unknown_fields",
                    self.limits.unknown_fields,
                    self.source.at(i),
                );
            }
        }
        Ok(())
    }

    /// Whether the value of a member is a name that its enum does not have.
    #[cold]
    fn is_unknown_value(&self, of: Members, index: usize, value: usize) -> bool {
        let ty = of.ty(index);
        ty.is_some_and(|(schema, ty)| self.source.names_nothing(schema, ty, value))
    }

    /// Puts members in the order of the schema. Which of two with the same name counts, JSON does not say: neither.
    #[cold]
    fn settle(&mut self, of: Members, object: usize, first: usize) -> Done {
        let members = self.members.get_mut(first..).unwrap_or_default();
        members.sort_by_key(|member| member.index);
        tick(members.len());
        let twice = members.windows(2).find_map(|pair| match pair {
            [a, b] if a.index == b.index => Some(usize::from(a.index)),
            _ => None,
        });
        match twice {
            Some(index) => Err(self.twice(of, object, index)),
            None => Ok(()),
        }
    }

    /// The error of a member that comes again.
    #[cold]
    fn twice(&mut self, of: Members, object: usize, index: usize) -> JsonError {
        let called = of.get(index).unwrap_or_default();
        let mut keys = Vec::new();
        let mut key = object.saturating_add(1);
        while key < self.source.behind(object) {
            if called.is_key(&self.source.text(key)) {
                keys.push(key);
            }
            key = self.source.behind(key.saturating_add(1));
        }
        let at = self.source.at(keys.get(1).copied().unwrap_or(object));
        let error = JsonError::new(Kind::Duplicate, at, "the same key again", "each key once");
        within(error, of, index)
    }

    #[cold]
    fn drop_nulls(&mut self, first: usize) {
        let mut kept = first;
        for i in first..self.members.len() {
            if let Some(member) = self.members.get(i).copied().filter(|m| m.value != NONE) {
                if let Some(place) = self.members.get_mut(kept) {
                    *place = member;
                }
                kept = kept.saturating_add(1);
            }
        }
        self.members.truncate(kept);
    }

    /// Writes a value. A union without a variant writes nothing.
    fn value<'s>(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, i: usize, depth: u32) -> Done {
        match ty {
            Ty::String => self.string(i),
            Ty::Bytes => self.bytes(i),
            Ty::Message(of) => {
                let depth = self.deeper(depth, i)?;
                match schema.message(of) {
                    Some((schema, def)) => self.message(schema, def, i, depth),
                    None => Ok(()),
                }
            }
            Ty::Encoded(of) => {
                self.carries = true;
                self.value(schema, Ty::Message(of), i, depth)
            }
            Ty::Union(of) => self.union(schema, of, i, depth),
            // Its members are those of the message around it, which writes it.
            Ty::Oneof(_) => Ok(()),
            Ty::List(element) => self.array(schema, *element, i, depth),
            Ty::Map(key, value) => self.map(schema, *key, *value, i, depth),
            fixed => self.copied(schema, fixed, |reader, start| {
                reader.fixed(schema, fixed, i, start)
            }),
        }
    }

    #[inline(always)]
    fn string(&mut self, i: usize) -> Done {
        self.source.expect(i, b'"', "a string")?;
        let raw = self.source.raw(i);
        // What is unescaped is no longer than before.
        self.claim(raw.len(), i)?;
        if self.source.token(i).is_some_and(scan::Token::is_marked) {
            self.unescaped.clear();
            scan::unescape(raw, &mut self.unescaped);
            self.w.put(&self.unescaped);
        } else {
            self.w.put(raw);
        }
        Ok(())
    }

    fn bytes(&mut self, i: usize) -> Done {
        self.claim(self.source.raw(i).len(), i)?;
        let w = &mut self.w;
        self.source.bytes(i, |letters, len| {
            Ok(super::base64::fill(letters, w.take(len)))
        })
    }

    /// One value where protobuf has no place for what repeats: an element, a variant, a value of a map.
    fn single<'s>(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, i: usize, depth: u32) -> Done {
        if !is_repeated(ty) {
            return self.value(schema, ty, i, depth);
        }
        if let Ty::Array(..) = ty {
            return self.copied(schema, ty, |reader, start| {
                reader.single_fixed(schema, ty, i, start)
            });
        }
        match self.items(i)? {
            Some(items) => {
                let done = self.value(schema, ty, items, depth);
                done.map_err(|error| error.within("items"))
            }
            None => Ok(()),
        }
    }

    /// What a wrapper holds.
    fn items(&mut self, i: usize) -> Done<Option<usize>> {
        let noted = self.members(Members::Items, i, |_, _, _| Ok(()))?;
        let items = self
            .members
            .get(noted.start)
            .map(|member| position(member.value));
        self.members.truncate(noted.start);
        Ok(items)
    }

    fn union<'s>(&mut self, schema: &'s Tables<'s>, of: TypeRef, i: usize, depth: u32) -> Done {
        let depth = self.deeper(depth, i)?;
        let Some((schema, def)) = schema.union(of) else {
            return Ok(());
        };
        let noted = self.members(Members::Union(def), i, |_, _, _| Ok(()))?;
        let members = self.members.get(noted.clone()).unwrap_or_default();
        let (first, count) = (members.first().copied(), members.len());
        self.members.truncate(noted.start);
        let Some(member) = first.filter(|_| count == 1) else {
            if count == 0 && !def.closed {
                return Ok(());
            }
            let found = if count == 0 {
                "no variant"
            } else {
                "more than one variant"
            };
            let expected = format!("one variant of {}", def.name);
            return Err(JsonError::new(
                Kind::Value,
                self.source.at(i),
                found,
                expected,
            ));
        };
        let index = usize::from(member.index);
        let done = self.variant(schema, def, index, position(member.value), depth);
        done.map_err(|error| within(error, Members::Union(def), index))
    }

    /// Writes a variant of a union: its payload, and before that its ordinal.
    fn variant<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s UnionDef<'s>,
        index: usize,
        value: usize,
        depth: u32,
    ) -> Done {
        let ty = def.variants.get(index).and_then(|variant| variant.ty);
        match ty {
            Some(ty) => self.single(schema, ty, value, depth)?,
            None => self.nothing(value)?,
        }
        self.claim(3, value)?;
        put_ordinal(&mut self.w, index.saturating_add(1));
        Ok(())
    }

    /// Writes the member of a `oneof` that is among these of its message, if there is one; says whether there is.
    fn oneof<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        of: TypeRef,
        members: Range<usize>,
        depth: u32,
    ) -> Done<bool> {
        let Some((inner, union)) = schema.union(of) else {
            return Ok(false);
        };
        let all = self.members.get(members).unwrap_or_default();
        tick(union.members.len());
        let mut found = union.members.iter().filter_map(|ordinal| {
            let index = u16::try_from(ordinal.checked_sub(1)?).ok()?;
            let at = all.binary_search_by_key(&index, |member| member.index);
            all.get(at.ok()?).copied()
        });
        let (Some(member), second) = (found.next(), found.next()) else {
            return Ok(false);
        };
        let index = usize::from(member.index);
        let value = position(member.value);
        if let Some(second) = second {
            let name = |member: Member| {
                let of = Members::Message(schema, def).get(usize::from(member.index));
                of.unwrap_or_default().json()
            };
            let at = self.source.at(position(second.value));
            let expected = format!("no other member beside {}", name(member));
            let error = JsonError::new(Kind::Value, at, "another member of a `oneof`", expected);
            return Err(error.within(&name(second)));
        }
        let depth = self.deeper(depth, value)?;
        let Some((variant, _)) = member_of(schema, def, index) else {
            return Ok(false);
        };
        self.variant(inner, union, variant, value, depth)
            .map_err(|error| within(error, Members::Message(schema, def), index))?;
        Ok(true)
    }

    /// The payload of a variant that has none: an object without members.
    fn nothing(&mut self, i: usize) -> Done {
        let noted = self.members(Members::Nothing, i, |_, _, _| Ok(()))?;
        self.members.truncate(noted.start);
        Ok(())
    }

    #[cold]
    fn missing<T>(&self, i: usize, expected: &str) -> Done<T> {
        let at = self.source.at(i);
        Err(JsonError::new(Kind::Missing, at, "nothing", expected))
    }
}

/// The error, seen from a member of a type.
#[cold]
fn within(error: JsonError, of: Members, index: usize) -> JsonError {
    if let Members::Message(_, def) = of
        && WellKnown::of(def).is_some()
    {
        // What stands for a message stands where it does.
        return error;
    }
    let called = of.get(index).unwrap_or_default();
    error.within_member(&called.json(), called.sensitive)
}

//! From our encoding to JSON, by table, front to back.
//!
//! What is written is what the protobuf form says: a field that is there in one is there in the other.

use super::names::Called;
use super::options::JsonStyle;
use super::types::{self, Types};
use super::wellknown::{WellKnown, is_null_value, path_to_json};
use super::{base64, text};
use crate::error::EncodeError;
use crate::kind::map_parts;
use crate::limits::{DEFAULT_DEPTH, Limits};
use crate::message::flag;
use crate::protobuf::convert::{is_set, size_of};
use crate::protobuf::native::{Element, List, Parts, union};
use crate::protobuf::wire::{bits, is_repeated};
use crate::scalar::{Duration, Timestamp, hyphenated};
use crate::table::verify::carried;
use crate::table::{
    EnumDef, FieldDef, MessageDef, Place, Presence, StructField, Tables, Ty, TypeRef,
};
use crate::wire::fixed;
use bytes::Bytes;

/// Appends message `index` of `schema` to `out`; on an error, `out` is as before.
///
/// What is carried as bytes is verified where some is met; then all is written again.
pub(super) fn write<'s>(
    schema: &'s Tables<'s>,
    index: usize,
    bytes: &[u8],
    style: &JsonStyle,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    let Some(def) = schema.messages.get(index) else {
        return Ok(());
    };
    let before = out.len();
    out.reserve(bytes.len().saturating_mul(2).saturating_add(64));
    let mut json = Json {
        out,
        style,
        plain: !style.pretty && !style.schema_names,
        types: Types::new(schema, style.types),
        level: 0,
        trusts: false,
        carries: false,
        refused: None,
    };
    json.message(schema, def, Parts::message(bytes));
    if json.carries {
        json.out.truncate(before);
        carried(schema, index, bytes, DEFAULT_DEPTH).map_err(EncodeError::Unverified)?;
        json.trusts = true;
        json.message(schema, def, Parts::message(bytes));
    }
    if let Some(error) = json.refused {
        json.out.truncate(before);
        return Err(error);
    }
    Ok(())
}

/// A text that is being written.
struct Json<'a> {
    out: &'a mut Vec<u8>,
    style: &'a JsonStyle,
    /// Whether keys are written as they were made.
    plain: bool,
    types: Types<'a>,
    /// How many brackets are open.
    level: usize,
    /// Whether what is carried as bytes is known to be sound.
    trusts: bool,
    /// Whether some was met while it was not.
    carries: bool,
    /// What was met first that JSON cannot say.
    refused: Option<EncodeError>,
}

/// Whether something is the first in its brackets.
type First = bool;

impl Json<'_> {
    #[inline(always)]
    fn put(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    #[inline(always)]
    fn open(&mut self, bracket: u8) -> First {
        self.out.push(bracket);
        self.level = self.level.saturating_add(1);
        true
    }

    #[inline(always)]
    fn close(&mut self, bracket: u8, empty: First) {
        self.level = self.level.saturating_sub(1);
        if self.style.pretty && !empty {
            self.line();
        }
        self.out.push(bracket);
    }

    #[cold]
    fn line(&mut self) {
        self.out.push(b'\n');
        let len = self.out.len().saturating_add(self.level << 1);
        self.out.resize(len, b' ');
    }

    /// Between what was and what comes.
    #[inline(always)]
    fn next(&mut self, first: &mut First) {
        if !*first {
            self.out.push(b',');
        }
        *first = false;
        if self.style.pretty {
            self.line();
        }
    }

    #[inline(always)]
    fn colon(&mut self) {
        self.out.push(b':');
        if self.style.pretty {
            self.out.push(b' ');
        }
    }

    /// The key of a member.
    #[inline(always)]
    fn key<'s>(&mut self, made: &str, called: impl FnOnce() -> Called<'s>, first: &mut First) {
        if self.plain && !made.is_empty() {
            text::put_key(self.out, made.as_bytes(), !*first);
            *first = false;
        } else {
            self.other_key(called(), first);
        }
    }

    #[cold]
    #[inline(never)]
    fn other_key(&mut self, called: Called<'_>, first: &mut First) {
        self.next(first);
        called.put(self.out, self.style.schema_names);
        if self.style.pretty {
            self.out.push(b' ');
        }
    }

    fn message<'s>(&mut self, schema: &'s Tables<'s>, def: &'s MessageDef<'s>, parts: Parts<'_>) {
        if let Some(kind) = WellKnown::of(def) {
            return self.well_known(kind, schema, def, parts);
        }
        let mut first = self.open(b'{');
        self.fields(schema, def, parts, &mut first);
        self.close(b'}', first);
    }

    #[inline(always)]
    fn fields<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        parts: Parts<'_>,
        first: &mut First,
    ) {
        for field in def.fields {
            if !field.reserved {
                self.field(schema, field, parts, first);
            }
        }
    }

    /// A message that is written as what it holds.
    #[cold]
    fn well_known<'s>(
        &mut self,
        kind: WellKnown,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        parts: Parts<'_>,
    ) {
        if kind == WellKnown::Any {
            return self.any(parts);
        }
        let Some(field) = def.fields.first() else {
            return;
        };
        let range = match field.place {
            Place::Slot { index } => parts.slot(usize::from(index)),
            Place::Scalar { at } => parts.scalars.get(usize::from(at)..).unwrap_or_default(),
            Place::Bit { .. } | Place::Shared { .. } => &[],
        };
        match (kind, field.place) {
            (WellKnown::Value, _) => self.any_value(schema, field.ty, range),
            (WellKnown::FieldMask, _) => self.mask(schema, range),
            (_, Place::Bit { byte, mask }) => {
                let set = flag(parts.scalars, usize::from(byte), mask);
                self.number(schema, &Ty::Bool, u64::from(set));
            }
            (_, Place::Scalar { .. }) => {
                let range = range.get(..size_of(schema, field.ty)).unwrap_or_default();
                self.value(schema, field.ty, range);
            }
            _ => self.value(schema, field.ty, range),
        }
    }

    /// What a `Value` holds; of one that holds nothing, `null`.
    fn any_value<'s>(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, range: &[u8]) {
        if let Ty::Oneof(of) = ty
            && let (Some((schema, def)), Some((ordinal, payload))) =
                (schema.union(of), union(range))
            && let Some(index) = usize::from(ordinal).checked_sub(1)
            && let Some(ty) = def.variants.get(index).and_then(|variant| variant.ty)
        {
            if ty == Ty::F64 && !f64::from_bits(bits(payload)).is_finite() {
                self.refuse(EncodeError::Unsayable(
                    "a number that JSON does not have, in a google.protobuf.Value",
                ));
            }
            return self.single(schema, ty, payload, true);
        }
        self.put(b"null");
    }

    #[cold]
    fn refuse(&mut self, error: EncodeError) {
        self.refused.get_or_insert(error);
    }

    fn mask<'s>(&mut self, schema: &'s Tables<'s>, range: &[u8]) {
        let list = List::new(schema, Ty::String, range);
        let mut paths = Vec::with_capacity(list.len());
        for i in 0..list.len() {
            let path = match list.get(i) {
                Element::Range(path) => str::from_utf8(path).ok().and_then(path_to_json),
                _ => None,
            };
            match path {
                Some(path) => paths.push(path),
                None => self.refuse(EncodeError::Unsayable(
                    "a path that JSON does not have, in a google.protobuf.FieldMask",
                )),
            }
        }
        text::put_string(self.out, paths.join(",").as_bytes());
    }

    #[inline(always)]
    fn field<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        field: &'s FieldDef<'s>,
        parts: Parts<'_>,
        first: &mut First,
    ) {
        let present = match field.presence {
            Presence::Bit { byte, mask } => Some(flag(parts.scalars, usize::from(byte), mask)),
            _ => None,
        };
        if present == Some(false) {
            // Nobody there need know what the default is.
            if !field.preset.is_empty() {
                self.key(field.key, || Called::field(field), first);
                self.value(schema, field.ty, field.preset);
            }
            return;
        }
        // Written even where it is zero: absence would say something else.
        let explicit = present.is_some() || field.default != 0 || self.says_zero(field);
        match field.place {
            Place::Bit { byte, mask } => {
                let set = flag(parts.scalars, usize::from(byte), mask) != (field.default & 1 == 1);
                if set || explicit {
                    self.key(field.key, || Called::field(field), first);
                    self.number(schema, &Ty::Bool, u64::from(set));
                }
            }
            Place::Scalar { at } => {
                let bytes = parts.scalars.get(usize::from(at)..).unwrap_or_default();
                self.scalar(schema, field, bytes, explicit, present.is_some(), first);
            }
            Place::Slot { index } => {
                let range = parts.slot(usize::from(index));
                if let Ty::Oneof(of) = field.ty {
                    return self.variant(schema, of, range, first);
                }
                let optional = present.is_some() || field.presence == Presence::Range;
                if !range.is_empty() || explicit {
                    self.key(field.key, || Called::field(field), first);
                    self.part(schema, &field.ty, range, optional);
                }
            }
            Place::Shared { .. } => {}
        }
    }

    /// Whether a zero of the field is written because the caller wants all that has a value.
    #[inline(always)]
    fn says_zero<'s>(&self, field: &FieldDef<'s>) -> bool {
        self.style.defaults
            && field.presence == Presence::Always
            && !matches!(
                field.ty,
                Ty::Struct(_)
                    | Ty::Timestamp
                    | Ty::Duration
                    | Ty::Message(_)
                    | Ty::Union(_)
                    | Ty::Encoded(_)
            )
    }

    /// A field among the scalars, whose bytes begin `bytes`, or are missing there where they are zero.
    #[inline(always)]
    fn scalar<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        field: &'s FieldDef<'s>,
        bytes: &[u8],
        explicit: bool,
        optional: bool,
        first: &mut First,
    ) {
        if let Some(value) = number_at(schema, &field.ty, bytes) {
            let value = value ^ field.default;
            if value != 0 || explicit {
                self.key(field.key, || Called::field(field), first);
                self.number(schema, &field.ty, value);
            }
            return;
        }
        let size = schema.fixed_size(field.ty).unwrap_or(0);
        let bytes = bytes.get(..size).unwrap_or_default();
        if field.default != 0 {
            let value = bits(bytes) ^ field.default;
            self.key(field.key, || Called::field(field), first);
            return self.value(schema, field.ty, &value.to_le_bytes());
        }
        if explicit || is_set(bytes) {
            self.key(field.key, || Called::field(field), first);
            if bytes.is_empty() {
                // It lies behind what is set.
                return self.single(schema, field.ty, &vec![0; size], optional);
            }
            self.single(schema, field.ty, bytes, optional);
        }
    }

    /// The same as [`single`](Self::single), and without its call where it is a text: most are.
    #[inline(always)]
    fn part<'s>(&mut self, schema: &'s Tables<'s>, ty: &Ty<'s>, range: &[u8], wrap: bool) {
        match ty {
            Ty::String => text::put_string(self.out, range),
            ty => self.single(schema, *ty, range, wrap),
        }
    }

    /// One value, wrapped where protobuf has no place for what repeats.
    fn single<'s>(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, range: &[u8], wrap: bool) {
        if wrap && is_repeated(ty) {
            let mut first = self.open(b'{');
            let empty = range.is_empty() && !self.style.defaults;
            if !empty {
                self.key(Called::ITEMS, Called::items, &mut first);
                self.value(schema, ty, range);
            }
            self.close(b'}', first);
        } else {
            self.value(schema, ty, range);
        }
    }

    fn value<'s>(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, range: &[u8]) {
        match ty {
            Ty::String => text::put_string(self.out, range),
            Ty::Bytes | Ty::Array(Ty::U8, _) => {
                self.out.push(b'"');
                base64::put(self.out, range);
                self.out.push(b'"');
            }
            Ty::Message(of) => {
                if let Some((schema, def)) = schema.message(of) {
                    self.message(schema, def, Parts::message(range));
                }
            }
            Ty::Encoded(of) => {
                if self.trusts {
                    self.value(schema, Ty::Message(of), range);
                } else {
                    self.carries = true;
                }
            }
            Ty::Union(of) | Ty::Oneof(of) => {
                let mut first = self.open(b'{');
                self.variant(schema, of, range, &mut first);
                self.close(b'}', first);
            }
            Ty::Struct(of) => self.structure(schema, of, range),
            Ty::Uuid => {
                self.out.push(b'"');
                self.put(&hyphenated(&fixed(range)));
                self.out.push(b'"');
            }
            Ty::List(element) => self.list(schema, *element, List::new(schema, *element, range)),
            Ty::Array(element, _) => {
                let size = schema.fixed_size(*element).unwrap_or(0);
                self.list(schema, *element, List::Packed { bytes: range, size });
            }
            Ty::Map(key, value) => self.map(schema, *key, *value, range),
            number => self.number(schema, &number, bits(range)),
        }
    }

    #[inline(always)]
    #[allow(clippy::as_conversions)] // the bits are those of the type
    fn number<'s>(&mut self, schema: &'s Tables<'s>, ty: &Ty<'s>, bits: u64) {
        // Without a call, since there are most of these where there are many.
        match ty {
            Ty::F32 => text::put_f32(self.out, f32::from_bits(bits as u32)),
            Ty::U32 => text::put_unsigned(self.out, bits),
            ty => self.other_number(schema, *ty, bits),
        }
    }

    #[allow(clippy::as_conversions)] // likewise
    fn other_number<'s>(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, bits: u64) {
        match ty {
            Ty::Bool => self.put(if bits & 1 == 1 { b"true" } else { b"false" }),
            Ty::U8 | Ty::U16 | Ty::U32 => text::put_unsigned(self.out, bits),
            Ty::I8 => text::put_signed(self.out, i64::from(bits as i8)),
            Ty::I16 => text::put_signed(self.out, i64::from(bits as i16)),
            Ty::I32 => text::put_signed(self.out, i64::from(bits as i32)),
            Ty::F32 => text::put_f32(self.out, f32::from_bits(bits as u32)),
            Ty::F64 => text::put_f64(self.out, f64::from_bits(bits)),
            Ty::Timestamp => text::put_timestamp(self.out, Timestamp(bits.cast_signed())),
            Ty::Duration => text::put_duration(self.out, Duration(bits.cast_signed())),
            Ty::Decimal(scale) => text::put_scaled(self.out, bits.cast_signed(), scale),
            Ty::Enum(of) => {
                if let Some(def) = schema.enumeration(of) {
                    self.enumeration(def, bits);
                }
            }
            Ty::Flags(of) => {
                let repr = schema.flags(of).map_or(Ty::U64, |def| def.repr);
                self.other_number(schema, repr, bits);
            }
            Ty::Proto(int) => self.other_number(schema, int.plain(), bits),
            Ty::I64 => {
                self.out.push(b'"');
                text::put_signed(self.out, bits.cast_signed());
                self.out.push(b'"');
            }
            _ => {
                self.out.push(b'"');
                text::put_unsigned(self.out, bits);
                self.out.push(b'"');
            }
        }
    }

    #[inline(always)]
    fn enumeration<'s>(&mut self, def: &'s EnumDef<'s>, bits: u64) {
        if is_null_value(def) && bits == 0 {
            return self.put(b"null");
        }
        let number = def.repr.signed(bits);
        // Most enums count from zero.
        let direct = usize::try_from(number)
            .ok()
            .and_then(|index| def.values.get(index))
            .filter(|(known, _, _)| *known == number);
        let found = direct.or_else(|| def.values.iter().find(|(known, _, _)| *known == number));
        match found.filter(|_| !self.style.enum_numbers) {
            Some((_, _, name)) => {
                self.out.push(b'"');
                text::put_short(self.out, name.as_bytes());
                self.out.push(b'"');
            }
            None => text::put_signed(self.out, as_enum(def.repr, bits)),
        }
    }

    /// The one variant, as a member of what is open. Of one that the schema does not know, nothing.
    fn variant<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        of: TypeRef,
        range: &[u8],
        first: &mut First,
    ) {
        if let (Some((schema, def)), Some((ordinal, payload))) = (schema.union(of), union(range))
            && let Some(index) = usize::from(ordinal).checked_sub(1)
            && let Some(variant) = def.variants.get(index).filter(|v| !v.reserved)
        {
            self.key(variant.key, || Called::variant(variant), first);
            match variant.ty {
                Some(ty) => self.part(schema, &ty, payload, true),
                None => self.put(b"{}"),
            }
        }
    }

    fn structure<'s>(&mut self, schema: &'s Tables<'s>, of: TypeRef, range: &[u8]) {
        let mut first = self.open(b'{');
        if let Some((schema, def)) = schema.structure(of) {
            for field in def.fields {
                let range = usize::try_from(field.at)
                    .ok()
                    .and_then(|at| range.get(at..));
                self.struct_field(schema, field, range.unwrap_or_default(), &mut first);
            }
        }
        self.close(b'}', first);
    }

    /// A field of a struct, whose bytes begin `range`.
    #[inline(always)]
    fn struct_field<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        field: &'s StructField<'s>,
        range: &[u8],
        first: &mut First,
    ) {
        let called = || Called::struct_field(field);
        let explicit = self.style.defaults
            && !matches!(field.ty, Ty::Struct(_) | Ty::Timestamp | Ty::Duration);
        if let Some(value) = number_at(schema, &field.ty, range) {
            if value != 0 || explicit {
                self.key(field.key, called, first);
                self.number(schema, &field.ty, value);
            }
            return;
        }
        let size = schema.fixed_size(field.ty).unwrap_or(0);
        let bytes = range.get(..size).unwrap_or_default();
        if explicit || is_set(bytes) {
            self.key(field.key, called, first);
            match field.ty {
                Ty::Struct(of) => self.structure(schema, of, bytes),
                ty => self.value(schema, ty, bytes),
            }
        }
    }

    #[inline(always)]
    fn element<'s>(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, element: Element<'_>) {
        match element {
            Element::Bit(bit) => self.number(schema, &Ty::Bool, u64::from(bit)),
            Element::Range(range) => self.part(schema, &ty, range, true),
            Element::Row(parts) => {
                if let Ty::Message(of) = ty
                    && let Some((schema, def)) = schema.message(of)
                {
                    self.message(schema, def, parts);
                }
            }
        }
    }

    fn list<'s>(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, list: List<'_>) {
        let mut first = self.open(b'[');
        for i in 0..list.len() {
            self.next(&mut first);
            self.element(schema, ty, list.get(i));
        }
        self.close(b']', first);
    }

    fn map<'s>(&mut self, schema: &'s Tables<'s>, key: Ty<'s>, value: Ty<'s>, range: &[u8]) {
        let mut first = self.open(b'{');
        if let Some((keys, values)) = map_parts(range) {
            let keys = List::new(schema, key, keys);
            let values = List::new(schema, value, values);
            for i in 0..keys.len() {
                self.next(&mut first);
                self.map_key(schema, key, keys.get(i));
                self.colon();
                self.element(schema, value, values.get(i));
            }
        }
        self.close(b'}', first);
    }

    /// A key, which is always a string: of an enum its number, as in the emitted proto.
    fn map_key<'s>(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, key: Element<'_>) {
        let range = match key {
            Element::Bit(true) => return self.put(b"\"true\""),
            Element::Bit(false) => return self.put(b"\"false\""),
            Element::Range(range) => range,
            Element::Row(_) => return,
        };
        let number = match ty {
            Ty::String | Ty::Uuid => return self.part(schema, &ty, range, false),
            Ty::Enum(of) => {
                let repr = schema.enumeration(of).map_or(Ty::I64, |def| def.repr);
                self.out.push(b'"');
                text::put_signed(self.out, as_enum(repr, bits(range)));
                return self.out.push(b'"');
            }
            other => other.plain(),
        };
        self.out.push(b'"');
        match number {
            Ty::I8 | Ty::I16 | Ty::I32 | Ty::I64 => {
                text::put_signed(self.out, number.signed(bits(range)));
            }
            _ => text::put_unsigned(self.out, bits(range)),
        }
        self.out.push(b'"');
    }
}

impl<'a> Json<'a> {
    /// What an `Any` holds, beside the URL of its type.
    fn any(&mut self, parts: Parts<'_>) {
        let (url, form) = (parts.slot(0), parts.slot(1));
        let mut first = self.open(b'{');
        if !url.is_empty() || !form.is_empty() {
            let url = str::from_utf8(url).unwrap_or_default();
            match self.held(url, form) {
                Ok((schema, def, bytes)) => {
                    self.key("\"@type\":", || Called::of("\"@type\":"), &mut first);
                    text::put_string(self.out, url.as_bytes());
                    let parts = Parts::message(&bytes);
                    // Its form was taken apart, so what it carries was verified.
                    let trusts = std::mem::replace(&mut self.trusts, true);
                    if WellKnown::of(def).is_some() {
                        self.key("\"value\":", || Called::of("\"value\":"), &mut first);
                        self.message(schema, def, parts);
                    } else {
                        self.fields(schema, def, parts, &mut first);
                    }
                    self.trusts = trusts;
                }
                Err(error) => self.refuse(error),
            }
        }
        self.close(b'}', first);
    }

    /// The message that a URL and a protobuf form say.
    fn held(
        &self,
        url: &str,
        form: &[u8],
    ) -> Result<(&'a Tables<'a>, &'a MessageDef<'a>, Bytes), EncodeError> {
        let unknown = || EncodeError::UnknownType(url.into());
        let (schema, index) = self.types.find(url).ok_or_else(unknown)?;
        let def = schema.messages.get(index).ok_or_else(unknown)?;
        // Brackets are open for all that it lies in, so those count for how deep it may nest.
        let level = u32::try_from(self.level).unwrap_or(u32::MAX);
        let depth = DEFAULT_DEPTH.checked_sub(level);
        let depth = depth.ok_or(EncodeError::TooDeep {
            allowed: DEFAULT_DEPTH,
        })?;
        let limits = Limits {
            depth,
            ..Limits::default()
        };
        let bytes = types::decode((schema, index), form, &limits);
        Ok((schema, def, bytes.map_err(EncodeError::Unverified)?))
    }
}

/// The bits of a value that has at most eight bytes, which begins `bytes`, or is missing there where it is zero; none of
/// other types.
#[inline(always)]
fn number_at<'s>(schema: &'s Tables<'s>, ty: &Ty<'s>, bytes: &[u8]) -> Option<u64> {
    Some(match ty {
        Ty::U32 | Ty::I32 | Ty::F32 => bytes
            .first_chunk()
            .map_or(0, |word| u64::from(u32::from_le_bytes(*word))),
        Ty::U64 | Ty::I64 | Ty::F64 | Ty::Timestamp | Ty::Duration | Ty::Decimal(_) => bytes
            .first_chunk()
            .map_or(0, |word| u64::from_le_bytes(*word)),
        ty if ty.is_number() => {
            let size = size_of(schema, *ty);
            bits(bytes.get(..size).unwrap_or_default())
        }
        _ => return None,
    })
}

/// The number of an enum as protobuf has it, where enums have 32 bits and a sign.
#[inline(always)]
#[allow(clippy::as_conversions)] // likewise
fn as_enum<'s>(repr: Ty<'s>, bits: u64) -> i64 {
    match repr {
        Ty::U32 => i64::from(bits as i32),
        _ => repr.signed(bits),
    }
}

//! Values of fixed size: structs, arrays, UUIDs, decimals, points and spans of time, and numbers.
//!
//! They are made on the stack of scalars, where all bytes are zero before.

use super::{Done, JsonError, Kind, Members, Reader, over};
use crate::assemble::position;
use crate::json::base64;
use crate::json::names::Called;
use crate::json::scan::Token;
use crate::protobuf::convert::size_of;
use crate::protobuf::wire::is_repeated;
use crate::steps::tick;
use crate::table::{StructDef, Tables, Ty, TypeRef};

impl Reader<'_> {
    /// `len` bytes at `start` of the stack of scalars, which grows to hold them.
    #[inline(always)]
    pub(super) fn scalars_at(&mut self, start: usize, len: usize) -> Done<&mut [u8]> {
        let end = start.saturating_add(len);
        if end > self.scalars.len() {
            self.grow_scalars(end)?;
        }
        Ok(self.scalars.get_mut(start..end).unwrap_or_default())
    }

    #[cold]
    fn grow_scalars(&mut self, end: usize) -> Done {
        // What is set here is part of the result later, as often as it stands here or more often.
        if end > self.budget.saturating_add(super::message::SCALARS_AT_ONCE) {
            return over("decoded_bytes", self.budget, 0);
        }
        self.scalars.resize(end, 0);
        Ok(())
    }

    /// Makes the value at `start` of the stack of scalars, whose bytes there are zero.
    pub(super) fn fixed<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        i: usize,
        start: usize,
    ) -> Done {
        match ty {
            Ty::Struct(of) => self.structure(schema, of, i, start),
            Ty::Timestamp | Ty::Duration | Ty::Decimal(_) | Ty::Uuid => {
                let size = if ty == Ty::Uuid { 16 } else { 8 };
                self.scalars_at(start, size)?;
                let end = start.saturating_add(size);
                let out = self.scalars.get_mut(start..end).unwrap_or_default();
                self.source.scalar(ty, i, out)
            }
            Ty::Array(Ty::U8, count) => self.raw(i, position(count), start),
            Ty::Array(element, count) => self.elements(schema, *element, position(count), i, start),
            number => {
                let bits = self.source.number(schema, number, i)?;
                let size = size_of(schema, number);
                let out = self.scalars_at(start, size)?;
                crate::protobuf::convert::put(out, bits);
                Ok(())
            }
        }
    }

    /// The same, where an array is wrapped.
    pub(super) fn single_fixed<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        i: usize,
        start: usize,
    ) -> Done {
        if !is_repeated(ty) {
            return self.fixed(schema, ty, i, start);
        }
        match self.items(i)? {
            Some(items) => {
                let done = self.fixed(schema, ty, items, start);
                done.map_err(|error| error.within("items"))
            }
            None => match ty {
                Ty::Array(_, count) if count != 0 => self.miscount(i, 0, position(count)),
                _ => Ok(()),
            },
        }
    }

    #[cold]
    fn miscount(&self, i: usize, found: usize, count: usize) -> Done {
        let (found, expected) = (format!("{found} elements"), count.to_string());
        Err(JsonError::new(
            Kind::Value,
            self.source.at(i),
            found,
            expected,
        ))
    }

    /// Just `count` bytes.
    fn raw(&mut self, i: usize, count: usize, start: usize) -> Done {
        self.scalars_at(start, count)?;
        let end = start.saturating_add(count);
        let out = self.scalars.get_mut(start..end).unwrap_or_default();
        let at = self.source.at(i);
        self.source.bytes(i, |letters, len| {
            if len != count {
                let (found, expected) =
                    (format!("{len} bytes"), format!("{count} bytes in Base64"));
                return Err(JsonError::new(Kind::Value, at, found, expected));
            }
            Ok(base64::fill(letters, out))
        })
    }

    fn structure<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        of: TypeRef,
        i: usize,
        start: usize,
    ) -> Done {
        let Some((schema, def)) = schema.structure(of) else {
            return Ok(());
        };
        if self.in_order(schema, def, i, start)? {
            return Ok(());
        }
        let noted = self.members(Members::Struct(def), i, |reader, index, value| {
            reader.struct_field(schema, def, index, value, start)
        })?;
        self.members.truncate(noted.start);
        Ok(())
    }

    /// Fills a struct whose members come as they nearly always do: in the order of the schema, with no key that is not one
    /// of them. Where they do not, it says so, and what it filled is filled again with the same.
    fn in_order<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s StructDef<'s>,
        object: usize,
        start: usize,
    ) -> Done<bool> {
        self.source.expect(object, b'{', "an object")?;
        if self.options.ignore_unknown_fields {
            return Ok(false);
        }
        let end = self.source.behind(object);
        let (mut key, mut expected) = (object.saturating_add(1), 0);
        while key < end {
            tick(1);
            let value = key.saturating_add(1);
            let marked = self.source.token(key).is_some_and(Token::is_marked);
            if marked || self.source.is_null(value) {
                return Ok(false);
            }
            let name = self.source.raw(key);
            let mut later = def.fields.iter().skip(expected);
            let Some(ahead) = later.position(|field| Called::struct_field(field).is_key(name))
            else {
                return Ok(false);
            };
            let index = expected.saturating_add(ahead);
            self.struct_field(schema, def, index, value, start)
                .map_err(|error| super::within(error, Members::Struct(def), index))?;
            expected = index.saturating_add(1);
            key = self.source.behind(value);
        }
        Ok(true)
    }

    #[inline(always)]
    pub(super) fn struct_field<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        def: &'s StructDef<'s>,
        index: usize,
        value: usize,
        start: usize,
    ) -> Done {
        match def.fields.get(index) {
            Some(field) if !self.source.is_unset(field.ty, value) => {
                let at = start.saturating_add(position(field.at));
                self.fixed(schema, field.ty, value, at)
            }
            _ => Ok(()),
        }
    }

    fn elements<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        element: Ty<'s>,
        count: usize,
        array: usize,
        start: usize,
    ) -> Done {
        self.source.expect(array, b'[', "an array")?;
        let size = schema.fixed_size(element).unwrap_or(0);
        let mut found = 0usize;
        let mut i = array.saturating_add(1);
        while i < self.source.behind(array) {
            if found < count {
                let at = start.saturating_add(found.saturating_mul(size));
                let done = self.single_fixed(schema, element, i, at);
                done.map_err(|error| error.within(&found.to_string()))?;
            }
            found = found.saturating_add(1);
            i = self.source.behind(i);
        }
        if found != count {
            return self.miscount(array, found, count);
        }
        Ok(())
    }

    /// Makes a value on the stack of scalars and copies it to the result.
    pub(super) fn copied<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        make: impl FnOnce(&mut Self, usize) -> Done,
    ) -> Done {
        let start = self.scalars.len();
        let size = if ty.is_number() {
            size_of(schema, ty)
        } else {
            schema.fixed_size(ty).unwrap_or(0)
        };
        self.claim(size, 0)?;
        self.scalars_at(start, size)?;
        make(self, start)?;
        let end = start.saturating_add(size);
        self.w.put(self.scalars.get(start..end).unwrap_or_default());
        self.scalars.truncate(start);
        Ok(())
    }
}

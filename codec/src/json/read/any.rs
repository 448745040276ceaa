//! `google.protobuf.Any`: an object that says what it is, and has the members of that.
//!
//! ```text
//!  {"@type": "type.googleapis.com/acme.v1.Order", "id": "7"}            the members of the message
//!  {"@type": "type.googleapis.com/google.protobuf.Duration", "value": "1s"}   what has a form of its own
//! ```
//!
//! The message is read as any other, into a writer of its own; the `Any` gets its protobuf form.

use super::{Done, Reader};
use crate::json::error::{JsonError, Kind};
use crate::json::types;
use crate::json::wellknown::WellKnown;
use crate::limits::Limits;
use crate::steps::tick;
use crate::table::verify::{carried, verify};
use crate::writer::Writer;
use std::mem::replace;

const TYPE: &[u8] = b"@type";

impl Reader<'_> {
    /// Whether a key is that of the type.
    #[cold]
    pub(super) fn is_type(&self, key: usize) -> bool {
        self.source.text(key).as_ref() == TYPE
    }

    /// The token of an `Any`'s type; none of an object without members, which is an `Any` that holds nothing.
    pub(super) fn type_of_any(&self, object: usize) -> Done<Option<usize>> {
        self.source.expect(object, b'{', "an object")?;
        match self.only(object, TYPE)? {
            None if self.source.count_of_simple(object) != 0 => {
                self.missing(object, "\"@type\": the URL of a type")
            }
            found => Ok(found),
        }
    }

    /// The value of the one member with a key.
    fn only(&self, object: usize, wanted: &[u8]) -> Done<Option<usize>> {
        let mut found = None;
        let mut key = object.saturating_add(1);
        while key < self.source.behind(object) {
            tick(1);
            let value = key.saturating_add(1);
            if self.source.text(key).as_ref() == wanted && found.replace(value).is_some() {
                let (found, expected) = ("the same key again", "each key once");
                return Err(JsonError::new(
                    Kind::Duplicate,
                    self.source.at(key),
                    found,
                    expected,
                ));
            }
            key = self.source.behind(value);
        }
        Ok(found)
    }

    /// The token of the value of what has a form of its own: the one member beside the type.
    fn value_of_any(&mut self, object: usize) -> Done<usize> {
        let Some(value) = self.only(object, b"value")? else {
            return self.missing(object, "\"value\": a value of the type");
        };
        let mut key = object.saturating_add(1);
        while key < self.source.behind(object) {
            if key.saturating_add(1) != value && !self.is_type(key) {
                self.unknown(super::Members::Nothing, key)?;
            }
            key = self.source.behind(key.saturating_add(1));
        }
        Ok(value)
    }
}

impl<'a> Reader<'a> {
    /// Writes the protobuf form of what an `Any` holds.
    #[cold]
    pub(super) fn any(&mut self, object: usize, depth: u32) -> Done {
        let depth = self.deeper(depth, object)?;
        let Some(ty) = self.type_of_any(object)? else {
            return Ok(());
        };
        self.source.expect(ty, b'"', "the URL of a type")?;
        let url = self.source.text(ty);
        let known = str::from_utf8(&url)
            .ok()
            .and_then(|url| self.types.find(url));
        let Some((schema, index, def)) = known
            .and_then(|(schema, index)| schema.messages.get(index).map(|def| (schema, index, def)))
        else {
            let expected =
                "the URL of a type that is known, as in \"type.googleapis.com/acme.v1.Order\"";
            let error: Done = self.source.wrong(Kind::Value, ty, expected);
            return error.map_err(|error| error.within("@type"));
        };
        let own = WellKnown::of(def).is_some();
        let content = if own {
            self.value_of_any(object)?
        } else {
            object
        };

        let w = replace(&mut self.w, Box::new(Writer::with_capacity(64)));
        let any = self.any.replace(object);
        let carries = replace(&mut self.carries, false);
        let done = self.message(schema, def, content, depth);
        let inner = replace(&mut self.w, w);
        self.any = any;
        let carries = replace(&mut self.carries, carries);
        done.map_err(|error| if own { error.within("value") } else { error })?;

        let bytes = inner.written();
        let limits = Limits {
            message_bytes: self.limits.decoded_bytes,
            ..self.limits
        };
        let sound = match carries {
            true => carried(schema, index, bytes, self.limits.depth),
            false => Ok(()),
        };
        if let Err(error) = sound.and_then(|()| verify(schema, index, bytes, &limits)) {
            let error = self.locate(schema, index, content, &error);
            return Err(if own { error.within("value") } else { error });
        }
        match types::encode((schema, index), bytes) {
            Ok(form) => {
                self.claim(form.len(), object)?;
                self.w.put(&form);
                Ok(())
            }
            Err(error) => {
                let at = self.source.at(object);
                Err(JsonError::new(Kind::Limit, at, error.to_string(), "less"))
            }
        }
    }
}

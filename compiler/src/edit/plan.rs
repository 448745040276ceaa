//! From an edit to pieces of text, by the spans of the tree.

use crate::check::{Meant, PackageInput};
use crate::fitting::with_line;
use crate::model::{Enum, Flags, Model, TypeBody, Value};
use crate::report::Sources;
use crate::span::{FileId, Span};
use crate::syntax::lex;
use crate::syntax::token::{Token, TokenKind};
use crate::syntax::tree::{FieldBody, Part, PartKind};

use super::target::{Target, find};
use super::{Edit, EditError, Piece};

/// The schemas as they are.
pub(super) struct Plan<'a> {
    pub(super) model: &'a Model,
    pub(super) packages: &'a [PackageInput],
    pub(super) sources: &'a Sources,
    pub(super) uses: &'a [(Span, Meant)],
}

/// A declaration in its file.
struct Place<'a> {
    part: &'a Part,
    file: FileId,
    text: &'a str,
    tokens: Vec<Token>,
}

fn refused<T>(why: impl Into<String>) -> Result<T, EditError> {
    Err(EditError::Refused(why.into()))
}

impl Plan<'_> {
    pub(super) fn pieces(&self, edit: &Edit) -> Result<Vec<Piece>, EditError> {
        match edit {
            Edit::Remove { target } => self.remove(&find(self.model, target)?),
            Edit::Rename { target, name } => Ok(self.rename(&find(self.model, target)?, name)),
            Edit::Deprecate { target, why } => self.deprecate(&find(self.model, target)?, why),
            Edit::Add { target, member } => self.add(&find(self.model, target)?, member),
        }
    }

    /// The declaration whose name stands there.
    fn place(&self, name: Span) -> Result<Place<'_>, EditError> {
        let inputs = self.packages.iter().flat_map(|p| &p.files);
        for input in inputs.filter(|input| input.id == name.file) {
            if let Some(part) = declared(&input.tree.parts, name) {
                let text = self.sources.text(input.id);
                return Ok(Place {
                    part,
                    file: input.id,
                    text,
                    tokens: lex(input.id, text).0,
                });
            }
        }
        refused("what it is declared as cannot be edited")
    }

    fn remove(&self, target: &Target) -> Result<Vec<Piece>, EditError> {
        let Some(name) = &target.member else {
            return refused(
                "only members can be removed; a type is removed by hand, when nobody has data of it",
            );
        };
        let place = self.place(target.span)?;
        let tombstone = match (&self.model.get(target.owner).body, &place.part.kind) {
            (TypeBody::Message(message), PartKind::Field(field)) => {
                let FieldBody::Live { ty: Some(ty), .. } = &field.body else {
                    return refused("it is no field");
                };
                let default = message.fields.iter().find(|f| f.name == *name);
                let default = default.and_then(|f| f.default.as_ref());
                // Text with a default is laid out as optional text.
                let text = matches!(default, Some(Value::String(_) | Value::Bytes(_)));
                let optional = if ty.optional.is_some() || text {
                    "?"
                } else {
                    ""
                };
                let ordinal = field.ordinal.map_or("", |o| place.slice(o.span));
                let ty = place.slice(ty.span);
                format!("{ordinal} reserved {ty}{optional} \"{name}\";")
            }
            (TypeBody::Message(_), PartKind::Oneof { .. }) => {
                return refused(
                    "a `oneof` is removed member by member: when all are tombstones, so is it",
                );
            }
            (TypeBody::Union(_) | TypeBody::Error(_), PartKind::Field(field)) => {
                let ordinal = field.ordinal.map_or("", |o| place.slice(o.span));
                format!("{ordinal} reserved \"{name}\";")
            }
            (
                TypeBody::Enum(_),
                PartKind::Value {
                    number: Some(n), ..
                },
            ) => {
                format!("reserved {} \"{name}\";", place.slice(n.span))
            }
            (TypeBody::Flags(_), _) => String::new(),
            (TypeBody::Struct(_), _) => {
                return refused("a struct is frozen: declare a new one, and add a field of it");
            }
            _ => return refused("it has no tombstone"),
        };
        // What describes it goes with it.
        let docs = place.part.meta.docs.iter().map(|doc| doc.span);
        let attributes = place.part.meta.attrs.iter().map(|attr| attr.span);
        let mut pieces: Vec<Piece> = docs
            .chain(attributes)
            .map(|span| Piece {
                span: place.with_space(span),
                text: String::new(),
            })
            .collect();
        let mut span = place.bare();
        let comments = place.comments(span);
        if tombstone.is_empty() && comments.is_empty() {
            span = place.with_space(span);
        }
        let text = format!("{comments}{tombstone}");
        pieces.push(Piece { span, text });
        Ok(pieces)
    }

    fn rename(&self, target: &Target, name: &str) -> Vec<Piece> {
        let old = match &target.member {
            Some(member) => member,
            None => &self.model.get(target.owner).name,
        };
        let meant = match &target.member {
            Some(member) => Meant::Value(target.owner, member.clone()),
            None => Meant::Type(target.owner),
        };
        let uses = self.uses.iter().filter(|(_, use_of)| *use_of == meant);
        // Under another name that an import gave it, it stays.
        let spans = uses.map(|(span, _)| *span).filter(|span| {
            let range = span.start as usize..span.end as usize;
            self.sources.text(span.file).get(range) == Some(old.as_str())
        });
        std::iter::once(target.span)
            .chain(spans)
            .map(|span| Piece {
                span,
                text: name.to_owned(),
            })
            .collect()
    }

    fn deprecate(&self, target: &Target, why: &str) -> Result<Vec<Piece>, EditError> {
        let place = self.place(target.span)?;
        let escaped = why.replace('\\', "\\\\").replace('"', "\\\"");
        let attribute = format!("#[deprecated(\"{escaped}\")]");
        let attrs = &place.part.meta.attrs;
        if let Some(old) = attrs.iter().find(|attr| attr.name.text == "deprecated") {
            return Ok(vec![Piece {
                span: old.span,
                text: attribute,
            }]);
        }
        let at = place.bare().start;
        let indent = place.indent(at);
        let space = match &indent {
            Some(indent) => format!("\n{indent}"),
            None => " ".to_owned(),
        };
        Ok(vec![Piece {
            span: Span::new(place.file, at, at),
            text: format!("{attribute}{space}"),
        }])
    }

    fn add(&self, target: &Target, member: &str) -> Result<Vec<Piece>, EditError> {
        let place = self.place(target.span)?;
        if target.member.is_some() && !matches!(place.part.kind, PartKind::Oneof { .. }) {
            return refused("members are added to types");
        }
        let member = member.trim().trim_end_matches(';').trim_end();
        let block = match &place.part.kind {
            PartKind::Message(block) | PartKind::Union(block) | PartKind::Struct(block) => block,
            PartKind::Error(block) => block,
            PartKind::Enum { block, .. } | PartKind::Flags { block, .. } => block,
            PartKind::Oneof { block, .. } => block,
            _ => return refused("it has no members"),
        };
        let line = match &self.model.get(target.owner).body {
            TypeBody::Message(body) => format!("@{} {member};", body.last_ordinal() + 1),
            TypeBody::Union(body) => format!("@{} {member};", body.variants.len() + 1),
            TypeBody::Error(body) => format!("@{} {member};", body.variants.len() + 1),
            TypeBody::Enum(body) if !member.contains('=') => {
                format!("{member} = {};", next_number(body))
            }
            TypeBody::Flags(body) if !member.contains('=') => {
                format!("{member} = 1 << {};", next_bit(body)?)
            }
            _ => format!("{member};"),
        };
        let last = block.members.iter().rev().find(|part| {
            matches!(
                part.kind,
                PartKind::Field(_)
                    | PartKind::Oneof { .. }
                    | PartKind::Value { .. }
                    | PartKind::Flag { .. }
                    | PartKind::ReservedNumbers { .. }
            )
        });
        Ok(vec![match last {
            Some(last) => place.behind(last, &line),
            None => place.first(&line)?,
        }])
    }
}

fn next_number(body: &Enum) -> i64 {
    let values = body.values.iter().map(|v| v.number);
    let reserved = body.reserved.iter().map(|r| r.last);
    values
        .chain(reserved)
        .max()
        .map_or(0, |n| n.saturating_add(1))
}

fn next_bit(body: &Flags) -> Result<u32, EditError> {
    let used = body.members.iter().fold(0, |all, flag| all | flag.bits);
    let bit = u64::BITS - used.leading_zeros();
    if bit >= body.repr.bytes() * 8 {
        return refused("all bits are taken");
    }
    Ok(bit)
}

/// The part whose name stands there, at any depth.
fn declared(parts: &[Part], name: Span) -> Option<&Part> {
    parts.iter().find_map(|part| {
        let (own, members) = match &part.kind {
            PartKind::Struct(block) | PartKind::Message(block) | PartKind::Union(block) => {
                (Some(block.name.span), Some(&block.members))
            }
            PartKind::Error(block)
            | PartKind::Enum { block, .. }
            | PartKind::Flags { block, .. }
            | PartKind::Oneof { block, .. } => (Some(block.name.span), Some(&block.members)),
            PartKind::Alias { name, .. }
            | PartKind::Value { name, .. }
            | PartKind::Flag { name, .. } => (Some(name.span), None),
            PartKind::Field(field) => match &field.body {
                FieldBody::Live { name, .. } => (Some(name.span), None),
                FieldBody::Tombstone { .. } => (None, None),
            },
            _ => (None, None),
        };
        if own == Some(name) {
            return Some(part);
        }
        declared(members?, name)
    })
}

impl Place<'_> {
    fn slice(&self, span: Span) -> &str {
        &self.text[span.start as usize..span.end as usize]
    }

    fn tokens_of(&self, part: &Part) -> &[Token] {
        self.tokens.get(part.tokens.clone()).unwrap_or_default()
    }

    /// The declaration without docs and attributes.
    fn bare(&self) -> Span {
        let docs = self.part.meta.docs.iter().map(|doc| doc.span.end);
        let meta = docs.chain(self.part.meta.attrs.iter().map(|attr| attr.span.end));
        let meta = meta.max().unwrap_or(0);
        let tokens = self.tokens_of(self.part);
        let start = tokens.iter().map(|t| t.start).find(|start| *start >= meta);
        let end = tokens.last().map_or(meta, |t| t.end);
        Span::new(self.file, start.unwrap_or(meta), end)
    }

    /// The comments within a declaration, each on a line before where it begins.
    fn comments(&self, bare: Span) -> String {
        let indent = self.indent(bare.start).unwrap_or_default();
        let inside = self
            .tokens_of(self.part)
            .iter()
            .filter(|t| t.start > bare.start);
        let trivia = inside.map(|t| &self.text[t.lead as usize..t.start as usize]);
        trivia
            .flat_map(str::lines)
            .map(str::trim)
            .filter(|line| line.starts_with("//"))
            .map(|line| format!("{line}\n{indent}"))
            .collect()
    }

    /// With its line if nothing else is on it, else with the space behind it.
    fn with_space(&self, span: Span) -> Span {
        let whole = with_line(self.text, span);
        if whole != span {
            return whole;
        }
        let rest = &self.text[span.end as usize..];
        let space = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        Span::new(
            self.file,
            span.start,
            span.end + u32::try_from(space).unwrap_or(0),
        )
    }

    /// What the line of this place begins with, if that is nothing but space.
    fn indent(&self, at: u32) -> Option<String> {
        let before = &self.text[..at as usize];
        let line = before.rfind('\n').map_or(0, |n| n + 1);
        let indent = &before[line..];
        indent.trim().is_empty().then(|| indent.to_owned())
    }

    /// A line behind the last member: on a line of its own, unless that one shares its line with what surrounds it.
    fn behind(&self, last: &Part, line: &str) -> Piece {
        let tokens = self.tokens_of(last);
        let start = tokens.first().map_or(0, |t| t.start);
        let end = tokens.last().map_or(start, |t| t.end);
        let rest = &self.text[end as usize..];
        let rest = &rest[..rest.find('\n').unwrap_or(rest.len())];
        let alone = rest.trim().is_empty() || rest.trim_start().starts_with("//");
        match self.indent(start) {
            Some(indent) if alone => {
                let at = end + u32::try_from(rest.trim_end_matches('\r').len()).unwrap_or(0);
                Piece {
                    span: Span::new(self.file, at, at),
                    text: format!("\n{indent}{line}"),
                }
            }
            _ => Piece {
                span: Span::new(self.file, end, end),
                text: format!(" {line}"),
            },
        }
    }

    /// The first member of a block.
    fn first(&self, line: &str) -> Result<Piece, EditError> {
        let tokens = self.tokens_of(self.part);
        let brace = |kind| tokens.iter().find(|t| t.kind == kind);
        let (Some(open), Some(close)) = (brace(TokenKind::LBrace), tokens.last()) else {
            return refused("it has no block");
        };
        let (open, close) = (open.end, close.start);
        let between = &self.text[open as usize..close as usize];
        let outer = self.indent(self.bare().start).unwrap_or_default();
        // Nested types or comments stay where they are, below.
        Ok(if between.trim().is_empty() {
            Piece {
                span: Span::new(self.file, open, close),
                text: format!(" {line} "),
            }
        } else {
            Piece {
                span: Span::new(self.file, open, open),
                text: format!("\n{outer}  {line}"),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bit_is_free_up_to_the_width() {
        use crate::model::{Flag, Int};
        let flags = |bits| Flags {
            repr: Int::U8,
            members: vec![Flag {
                name: "a".to_owned(),
                bits,
                docs: Vec::new(),
                deprecated: None,
                since: None,
                span: Span::new(FileId(0), 0, 0),
            }],
        };
        assert_eq!(next_bit(&flags(0)).unwrap(), 0);
        assert_eq!(next_bit(&flags(0b0100_0000)).unwrap(), 7);
        assert!(next_bit(&flags(0b1000_0000)).is_err());
    }
}

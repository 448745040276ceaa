//! The insides of flags.
//!
//! Bits are expressions, of constants too, and constants may be of flags: so a type is looked at when it is first
//! asked for, like a constant.

use std::collections::HashMap;

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, list_of, quote};
use crate::limits::MAX_MEMBERS;
use crate::model::{Flag, Int, Type, TypeBody, TypeId, Value};
use crate::names::nearest;
use crate::span::Span;
use crate::syntax::tree::{Expr, Name, Part, PartKind, Path};

use super::attributes::Place;
use super::declare::Unique;
use super::{At, Checker};

/// Which flags have been looked at.
#[derive(Debug, Default)]
pub(super) struct Progress {
    /// False while a type is being looked at: to meet it again is a cycle.
    begun: HashMap<TypeId, bool>,
    /// The type whose bits are being computed: in them its own flags are integers.
    own: Option<TypeId>,
}

impl Progress {
    /// The type that a bare name such as `read` is a flag of: within its own type only.
    pub(super) fn own(&self, path: &Path) -> Option<TypeId> {
        let [name] = path.names.as_slice() else {
            return None;
        };
        let lower = name.text.starts_with(|c: char| c.is_ascii_lowercase());
        self.own.filter(|_| lower)
    }

    /// What is computed next belongs to no flags.
    pub(super) fn leave(&mut self) -> Option<TypeId> {
        self.own.take()
    }

    pub(super) fn back(&mut self, outer: Option<TypeId>) {
        self.own = outer;
    }
}

impl<'a> Checker<'a> {
    pub(super) fn is_flags(&self, id: TypeId) -> bool {
        matches!(self.model.get(id).body, TypeBody::Flags(_))
    }

    /// Those that nobody asked for, too.
    pub(super) fn all_flags(&mut self) {
        for index in 0..self.bodies.len() {
            let id = TypeId(u32::try_from(index).expect("as many as types"));
            self.flags_of(id);
        }
    }

    fn flags_of(&mut self, id: TypeId) {
        let part: &'a Part = self.bodies[id.0 as usize];
        let PartKind::Flags { repr, block } = &part.kind else {
            return;
        };
        if self.flags.begun.contains_key(&id) {
            return;
        }
        self.flags.begun.insert(id, false);
        let repr = self.flags_repr(repr.as_ref(), &block.name);
        if let TypeBody::Flags(body) = &mut self.model.types[id.0 as usize].body {
            body.repr = repr;
        }
        let at = At {
            package: self.model.get(id).package,
            file: block.name.span.file,
            inside: Some(id),
        };
        let mut names = Unique::default();
        let mut seen: HashMap<u64, (&'a str, Span)> = HashMap::new();
        for part in &block.members {
            let PartKind::Flag { name, bits } = &part.kind else {
                continue;
            };
            self.member_name(&mut names, name);
            let info = self.info(&part.meta, Place::Value);
            let Some(expr) = bits else { continue };
            let Some(bits) = self.bits(at, id, expr, repr) else {
                continue;
            };
            let span = expr.span();
            if let Some((other, first)) = seen.insert(bits, (&name.text, span)) {
                self.same_bits(other, first, name, span, bits);
            }
            if let TypeBody::Flags(body) = &mut self.model.types[id.0 as usize].body {
                body.members.push(Flag {
                    name: name.text.clone(),
                    bits,
                    docs: info.docs,
                    deprecated: info.deprecated,
                    since: info.since,
                    span: name.span,
                });
            }
        }
        self.flags.begun.insert(id, true);
        if block.members.is_empty() {
            self.empty("flags", &block.name, "name = 1 << 0;");
        }
        if block.members.len() > MAX_MEMBERS {
            let message = format!("more than {MAX_MEMBERS} flags in one type");
            let help = "use an integer";
            self.err(Code::OverLimit, block.name.span, message, "", help);
        }
    }

    fn flags_repr(&mut self, repr: Option<&Name>, owner: &Name) -> Int {
        const GOOD: [Int; 4] = [Int::U8, Int::U16, Int::U32, Int::U64];
        let Some(name) = repr else {
            let message = format!(
                "flags `{}` do not say how wide they are",
                quote(&owner.text)
            );
            let help = format!(
                "write `flags {} : u16`: it is one of u8, u16, u32 and u64",
                quote(&owner.text)
            );
            self.err(Code::EnumRepr, owner.span, message, "", help);
            return Int::U64;
        };
        if let Some(int) = GOOD.into_iter().find(|i| i.name() == name.text) {
            return int;
        }
        let message = format!("flags cannot be a `{}`", quote(&name.text));
        let found = Diagnostic::new(Code::EnumRepr, message).label(name.span, "");
        let near = nearest(&name.text, GOOD.map(Int::name));
        self.say(found.did_you_mean(near, "flags are one of u8, u16, u32 and u64"));
        Int::U64
    }

    /// The bits of one flag. In them other flags of the type, of lines above, are integers.
    fn bits(&mut self, at: At, id: TypeId, expr: &Expr, repr: Int) -> Option<u64> {
        let outer = self.flags.own.replace(id);
        let value = self.untyped(at, expr, &Type::Named(id));
        self.flags.own = outer;
        match self.fit(value?, &repr.ty(), expr.span())? {
            Value::Int(bits) => u64::try_from(bits).ok(),
            _ => None,
        }
    }

    fn same_bits(&mut self, other: &str, first: Span, name: &Name, span: Span, bits: u64) {
        let message = format!(
            "`{}` and `{}` have the same bits {bits:#x}",
            quote(other),
            quote(&name.text)
        );
        let found = Diagnostic::new(Code::DuplicateNumber, message)
            .label(span, "again here")
            .label(first, "first here");
        self.say(found.help("give each flag bits of its own; to rename a flag, replace it"));
    }

    /// `.hidden`: of the type itself an integer, for anybody else a value of flags.
    pub(super) fn flag_value(&mut self, id: TypeId, name: &Name) -> Option<Value> {
        let own = self.flags.own == Some(id);
        if !own {
            let outer = self.flags.leave();
            self.flags_of(id);
            self.flags.back(outer);
        }
        let running = self.flags.begun.get(&id) == Some(&false);
        let TypeBody::Flags(body) = &self.model.get(id).body else {
            return None;
        };
        if running && !own {
            let owner = self.model.get(id);
            let (text, span) = (owner.name.clone(), owner.span);
            self.cycle("flags", &text, span, name.span);
            return None;
        }
        if let Some(flag) = body.members.iter().find(|f| f.name == name.text) {
            let bits = flag.bits;
            return Some(if own {
                Value::Int(bits.into())
            } else {
                Value::Flags {
                    ty: id,
                    names: vec![flag.name.clone()],
                    bits,
                }
            });
        }
        // One that was reported, and is not here for that reason.
        let PartKind::Flags { block, .. } = &self.bodies[id.0 as usize].kind else {
            return None;
        };
        let before = |bits: &Expr| !own || bits.span().end <= name.span.start;
        let reported = |part: &Part| match &part.kind {
            PartKind::Flag { name: flag, bits } => {
                flag.text == name.text && bits.as_ref().is_none_or(before)
            }
            PartKind::Broken(_) => true,
            _ => false,
        };
        if block.members.iter().any(reported) {
            return None;
        }
        let message = format!(
            "flags `{}` have no `{}`{}",
            self.model.get(id).name,
            quote(&name.text),
            if own { " further up" } else { "" }
        );
        let found = Diagnostic::new(Code::UnknownValue, message).label(name.span, "not found");
        let names = || body.members.iter().map(|f| f.name.as_str());
        let all = match body.members.as_slice() {
            [] => "it can name flags of lines above it only".to_owned(),
            _ if own => format!("those above it are {}", list_of(names())),
            _ => format!("its flags are {}", list_of(names())),
        };
        self.say(found.did_you_mean(nearest(&name.text, names()), all));
        None
    }
}

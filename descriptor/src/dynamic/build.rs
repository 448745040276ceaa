//! From a descriptor to tables: first everything is numbered and checked, then it is put into the arena from the bottom up.

use super::check::{Fixed, Places, Sizes, Struct, is_message};
use super::nodes::{Kind, MAX_TYPE_DEPTH, Node, Nodes, fault};
use super::{Arena, PoolError};
use crate::Descriptor;
use crate::v1::{
    BodyView, FieldView, MappingView, MessageDefView, RuleView, Step as StepOf, TestView,
    TypeDefView, TypeView, ValueView, VariantView, WholeView,
};
use std::collections::HashMap;
use std::sync::OnceLock;
use stillwire_codec::Encoded;
use stillwire_codec::table::rule::{Rule, Step, Test};
use stillwire_codec::table::{
    EnumDef, FieldDef, FlagsDef, Mapping, MessageDef, StructDef, StructField, Tables, Ty, UnionDef,
    VariantDef, key_of, number_of,
};

/// Builds the tables.
pub(super) fn build<'p>(
    arena: &'p Arena<'p>,
    descriptor: Encoded<Descriptor>,
) -> Result<&'p Tables<'p>, PoolError> {
    if arena.descriptor.set(descriptor).is_err() {
        return Err(PoolError::InUse);
    }
    let Some(descriptor) = arena.descriptor.get() else {
        return Err(PoolError::InUse);
    };
    let view = descriptor.view();
    let mut survey = Survey {
        nodes: Nodes::new(view)?,
        types: Vec::new(),
        steps: Vec::new(),
        rules: Vec::new(),
        mappings: Vec::new(),
        fields: Vec::new(),
        structs: Vec::new(),
    };
    for def in view.types().iter() {
        survey.definition(def)?;
    }
    survey.build(arena)
}

/// All types and rules, in the order in which the second pass wants them.
struct Survey<'p> {
    nodes: Nodes<'p>,
    types: Vec<usize>,
    steps: Vec<Step>,
    /// The range of its steps, and the rule.
    rules: Vec<(usize, usize, Test, &'p str)>,
    mappings: Vec<Mapping<'p>>,
    /// The types of struct fields.
    fields: Vec<usize>,
    structs: Vec<Struct>,
}

/// The fields of a message, or of what an error is on the wire.
fn message_of(body: BodyView<'_>) -> Option<MessageDefView<'_>> {
    match body {
        BodyView::Message(body) => Some(body),
        BodyView::Error(body) => Some(body.layout()),
        _ => None,
    }
}

impl<'p> Survey<'p> {
    fn definition(&mut self, def: TypeDefView<'p>) -> Result<(), PoolError> {
        match def.body() {
            BodyView::Struct(body) => {
                let start = self.fields.len();
                let mut ruled = false;
                for field in body.fields().iter() {
                    let node = self.ty(def, field.ty())?;
                    self.fields.push(node);
                    ruled |= !field.rules().is_empty();
                    self.rules(def, field.rules().iter())?;
                }
                self.structs
                    .push(Struct::Fields(start, self.fields.len(), ruled));
            }
            BodyView::Union(body) => {
                for (at, variant) in (1..).zip(body.variants().iter()) {
                    if u32::from(variant.ordinal()) != at {
                        return fault(def, "ordinals are not dense from 1");
                    }
                    if let Some(ty) = variant.ty() {
                        let node = self.ty(def, ty)?;
                        if matches!(self.nodes.all[node], Node::Leaf(Ty::Oneof(_))) {
                            return fault(def, "a oneof is no type of data");
                        }
                    }
                    self.rules(def, variant.rules().iter())?;
                    self.mapping(def, variant.mapping())?;
                }
            }
            body => {
                let Some(body) = message_of(body) else {
                    return Ok(());
                };
                for field in body.fields().iter() {
                    let node = self.ty(def, field.ty())?;
                    self.rules(def, field.rules().iter())?;
                    // A `oneof` is found by the numbers of its variants.
                    let Node::Leaf(Ty::Oneof(of)) = self.nodes.all[node] else {
                        self.mapping(def, field.mapping())?;
                        continue;
                    };
                    let union = self.nodes.unions.get(usize::from(of.index)).copied();
                    for variant in union.iter().flat_map(|union| union.variants().iter()) {
                        self.mapping(def, variant.mapping())?;
                    }
                }
            }
        }
        Ok(())
    }

    fn ty(&mut self, def: TypeDefView<'p>, ty: TypeView<'p>) -> Result<usize, PoolError> {
        let node = self.nodes.ty(def, ty)?;
        self.types.push(node);
        Ok(node)
    }

    fn mapping(
        &mut self,
        def: TypeDefView<'p>,
        mapping: Option<MappingView<'p>>,
    ) -> Result<(), PoolError> {
        let Some(mapping) = mapping else {
            return Ok(());
        };
        let plain = |c: char| !c.is_control() && !matches!(c, '"' | '\\');
        let (name, json) = (mapping.name(), mapping.json());
        if [name, json]
            .iter()
            .any(|name| name.is_empty() || !name.chars().all(plain))
        {
            return fault(def, "a name that JSON cannot have as it is");
        }
        if !(1..1 << 29).contains(&mapping.number()) {
            return fault(def, "a field number that protobuf does not have");
        }
        self.mappings.push(Mapping {
            number: mapping.number(),
            name,
            json,
            expanded: mapping.expanded(),
        });
        Ok(())
    }

    fn rules(
        &mut self,
        def: TypeDefView<'p>,
        rules: impl Iterator<Item = RuleView<'p>>,
    ) -> Result<(), PoolError> {
        for rule in rules {
            let start = self.steps.len();
            for step in rule.at().iter() {
                self.steps.push(match step {
                    StepOf::Each => Step::Each,
                    StepOf::Key => Step::Key,
                    StepOf::Value => Step::Value,
                    StepOf::Unknown(_) => return fault(def, "a rule for an unknown part"),
                });
            }
            let Some(test) = test(rule.test()) else {
                return fault(def, "a test that this version does not know");
            };
            self.rules
                .push((start, self.steps.len(), test, rule.text()));
        }
        Ok(())
    }

    fn build(mut self, arena: &'p Arena<'p>) -> Result<&'p Tables<'p>, PoolError> {
        let view = self.nodes.view;
        let mut sizes = Sizes {
            nodes: &self.nodes,
            fields: std::mem::take(&mut self.fields),
            structs: std::mem::take(&mut self.structs),
            closed: Vec::new(),
            enums: Vec::new(),
            flags: Vec::new(),
        };
        for (index, def) in view.types().iter().enumerate() {
            match def.body() {
                BodyView::Enum(body) => {
                    sizes.closed.push(body.closed());
                    sizes.enums.push(self.nodes.repr_of(index));
                }
                BodyView::Flags(_) => sizes.flags.push(self.nodes.repr_of(index)),
                _ => {}
            }
        }
        levels(arena, &self.nodes);
        let steps = put(&arena.steps, self.steps)?;
        let rules = self.rules.iter().map(|(start, end, test, text)| {
            Rule::new(steps.get(*start..*end).unwrap_or_default(), *test, text)
        });
        let rules = put(&arena.rules, rules.collect())?;
        let mappings = put(&arena.mappings, self.mappings)?;
        let mut second = Second {
            arena,
            nodes: &self.nodes,
            sizes,
            types: self.types.into_iter(),
            rules,
            mappings,
            out: Members::default(),
        };
        for def in view.types().iter() {
            second.definition(def)?;
        }
        second.out.finish(arena, &self.nodes)
    }
}

/// Fills a cell of the arena, once.
fn put<T>(cell: &OnceLock<Vec<T>>, values: Vec<T>) -> Result<&[T], PoolError> {
    if cell.set(values).is_err() {
        return Err(PoolError::InUse);
    }
    cell.get().map(Vec::as_slice).ok_or(PoolError::InUse)
}

/// The types, from those that refer to none.
fn levels<'p>(arena: &'p Arena<'p>, nodes: &Nodes<'p>) {
    let mut by_level: [Vec<usize>; MAX_TYPE_DEPTH] = [const { Vec::new() }; MAX_TYPE_DEPTH];
    for (node, (level, _)) in nodes.places.iter().enumerate() {
        by_level[*level].push(node);
    }
    for (level, found) in by_level.into_iter().enumerate() {
        let below = |node: usize| lookup(arena, nodes, node).unwrap_or(&Ty::Bool);
        let types = found.into_iter().map(|node| match nodes.all[node] {
            Node::Leaf(ty) => ty,
            Node::List(of) => Ty::List(below(of)),
            Node::Map(key, value) => Ty::Map(below(key), below(value)),
            Node::Array(of, count) => Ty::Array(below(of), count),
        });
        let types: Vec<Ty<'p>> = types.collect();
        // The arena is new: the descriptor was put into it.
        let _ = arena.types[level].set(types);
    }
}

fn lookup<'p>(arena: &'p Arena<'p>, nodes: &Nodes<'p>, node: usize) -> Option<&'p Ty<'p>> {
    let (level, at) = *nodes.places.get(node)?;
    arena.types.get(level)?.get()?.get(at)
}

/// Members of all types of a kind, one type's after the other's.
#[derive(Default)]
struct Members<'p> {
    fields: Vec<FieldDef<'p>>,
    struct_fields: Vec<StructField<'p>>,
    variants: Vec<VariantDef<'p>>,
    members: Vec<u32>,
    numbers: Vec<(u32, u16)>,
    /// How many of these each message has, and each union.
    numbered: (Vec<usize>, Vec<usize>),
    aliases: Vec<(i64, &'p str)>,
    values: Vec<(i64, &'p str, &'p str)>,
    bits: Vec<(&'p str, u64)>,
    structs: Vec<Fixed>,
}

/// The second pass.
struct Second<'s, 'p> {
    arena: &'p Arena<'p>,
    nodes: &'s Nodes<'p>,
    sizes: Sizes<'s, 'p>,
    types: std::vec::IntoIter<usize>,
    rules: &'p [Rule<'p>],
    mappings: &'p [Mapping<'p>],
    out: Members<'p>,
}

impl<'p> Second<'_, 'p> {
    /// The next type of the first pass, and its number.
    fn ty(&mut self) -> (Ty<'p>, usize) {
        let node = self.types.next().unwrap_or(0);
        let ty = lookup(self.arena, self.nodes, node);
        (ty.copied().unwrap_or(Ty::Bool), node)
    }

    fn rules(&mut self, count: usize) -> &'p [Rule<'p>] {
        let (these, rest) = self.rules.split_at_checked(count).unwrap_or_default();
        self.rules = rest;
        these
    }

    /// The mapping of the next member that has one, which this one does if `has`.
    fn mapping(&mut self, has: bool) -> Option<&'p Mapping<'p>> {
        let (first, rest) = self.mappings.split_first().filter(|_| has)?;
        self.mappings = rest;
        Some(first)
    }

    /// Notes the numbers of members, if one of them does not follow from its ordinal; gives how many.
    fn numbers(
        &mut self,
        def: TypeDefView<'p>,
        members: &[(u32, bool)],
    ) -> Result<usize, PoolError> {
        if members.iter().all(|(_, mapped)| !mapped) {
            return Ok(0);
        }
        let numbers = members.iter().map(|(number, _)| *number);
        let mut all: Vec<(u32, u16)> = numbers.zip(0..).collect();
        all.sort_unstable();
        if all.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            return fault(def, "two members have one number in protobuf");
        }
        self.out.numbers.append(&mut all);
        Ok(members.len())
    }

    fn definition(&mut self, def: TypeDefView<'p>) -> Result<(), PoolError> {
        match def.body() {
            BodyView::Struct(body) => {
                let index = self.out.structs.len();
                let known = self.sizes.structure(def, index, Sizes::depth())?;
                if known.bytes != body.size() {
                    return fault(def, "its size is not that of its fields");
                }
                self.out.structs.push(known);
                let mut at = 0;
                for field in body.fields().iter() {
                    let (ty, node) = self.ty();
                    let rules = self.rules(field.rules().len());
                    if field.at() != at {
                        return fault(def, "its fields are not packed");
                    }
                    at += self.sizes.fixed(def, node, Sizes::depth())?.bytes;
                    let new = StructField::new(field.name(), ty, field.at()).with_rules(rules);
                    let new = if field.sensitive() { new.secret() } else { new };
                    self.out.struct_fields.push(new);
                }
            }
            BodyView::Union(body) => {
                let mut last = 0;
                let mut numbers = Vec::new();
                for variant in body.variants().iter() {
                    let new = self.variant(def, variant)?;
                    let own = match body.oneof() {
                        true => variant.member(),
                        false => variant.ordinal(),
                    };
                    let mapped = new.mapping.map(|mapping| mapping.number);
                    numbers.push((mapped.unwrap_or(number_of(own.into())), mapped.is_some()));
                    self.out.variants.push(new);
                    if body.oneof() {
                        let member = u32::from(variant.member());
                        if member <= last {
                            return fault(def, "its members do not ascend");
                        }
                        last = member;
                        self.out.members.push(member);
                    }
                }
                let count = self.numbers(def, &numbers)?;
                self.out.numbered.1.push(count);
            }
            BodyView::Enum(body) => {
                let values = body.values().iter();
                let values = values.map(|v| (v.number(), v.name(), v.proto_name()));
                self.out.values.extend(values);
                let aliases = body.aliases().iter();
                self.out
                    .aliases
                    .extend(aliases.map(|a| (a.number(), a.name())));
            }
            BodyView::Flags(body) => {
                let flags = body.flags().iter();
                self.out.bits.extend(flags.map(|f| (f.name(), f.bits())));
            }
            body => {
                let Some(body) = message_of(body) else {
                    return Ok(());
                };
                let mut places = Places::default();
                let mut fields = Vec::new();
                for field in body.fields().iter() {
                    let new = self.field(def, field, &mut places)?;
                    let (ty, reserved) = (new.ty, new.reserved);
                    let first = field.ordinal().wrapping_sub(1);
                    let variants = match ty {
                        Ty::Oneof(of) => self.nodes.unions.get(usize::from(of.index)).copied(),
                        _ => None,
                    };
                    let mapped = |at| variants.and_then(|v| v.variants().get(at)?.mapping());
                    let of_field = variants.is_none().then(|| field.mapping()).flatten();
                    let own = self.mapping(mapped(0).or(of_field).is_some());
                    fields.push(match own {
                        Some(mapping) => new.mapped(mapping),
                        None => new,
                    });
                    let mut members = vec![u32::from(field.ordinal())];
                    for (later, at) in field.later().iter().zip(1..) {
                        let ordinal = u32::from(later.ordinal());
                        members.push(ordinal);
                        let new = FieldDef::member(ordinal, later.name(), ty, first);
                        let own = self.mapping(mapped(at).is_some());
                        let new = match own {
                            Some(mapping) => new.mapped(mapping),
                            None => new,
                        };
                        fields.push(if reserved { new.removed() } else { new });
                    }
                    self.members(def, ty, reserved, &members)?;
                }
                fields.sort_by_key(|field| field.ordinal);
                if (1..).zip(&fields).any(|(at, field)| field.ordinal != at) {
                    return fault(def, "ordinals are not dense from 1");
                }
                let numbers: Vec<(u32, bool)> = fields
                    .iter()
                    .map(|field| (field.number(), field.mapping.is_some()))
                    .collect();
                let count = self.numbers(def, &numbers)?;
                self.out.numbered.0.push(count);
                self.out.fields.append(&mut fields);
                places.end(def, body)?;
            }
        }
        Ok(())
    }

    /// The ordinals that a `oneof` takes in its message are those that its variants name; other fields have one.
    fn members(
        &self,
        def: TypeDefView<'p>,
        ty: Ty<'p>,
        reserved: bool,
        members: &[u32],
    ) -> Result<(), PoolError> {
        let same = match ty {
            Ty::Oneof(of) => {
                let body = self.nodes.unions.get(usize::from(of.index));
                body.is_some_and(|body| {
                    let named = body.variants().iter().map(|v| u32::from(v.member()));
                    named.eq(members.iter().copied())
                })
            }
            _ => members.len() == 1 || reserved,
        };
        if same {
            Ok(())
        } else {
            fault(def, "the members of a oneof are not its ordinals")
        }
    }

    fn variant(
        &mut self,
        def: TypeDefView<'p>,
        variant: VariantView<'p>,
    ) -> Result<VariantDef<'p>, PoolError> {
        let ty = match variant.ty() {
            None => None,
            Some(_) => {
                let (ty, node) = self.ty();
                self.sizes.size(def, node, Sizes::depth())?;
                Some(ty)
            }
        };
        let rules = self.rules(variant.rules().len());
        let mut new = VariantDef::new(variant.name(), ty).with_rules(rules);
        if let Some(mapping) = self.mapping(variant.mapping().is_some()) {
            new = new.mapped(mapping);
        }
        if variant.reserved() {
            new = new.removed();
        }
        Ok(if variant.sensitive() {
            new.secret()
        } else {
            new
        })
    }

    fn field(
        &mut self,
        def: TypeDefView<'p>,
        field: FieldView<'p>,
        places: &mut Places,
    ) -> Result<FieldDef<'p>, PoolError> {
        let (ty, node) = self.ty();
        let rules = self.rules(field.rules().len());
        let size = self.sizes.size(def, node, Sizes::depth())?;
        let size = size.map(|size| size.bytes);
        let (place, presence) = places.field(def, field, self.nodes.all[node], size)?;
        let ordinal = u32::from(field.ordinal());
        let mut new = FieldDef::new(ordinal, field.name(), ty, place, presence).with_rules(rules);
        match (field.default(), ty) {
            (Some(ValueView::String(text)), Ty::String) => new = new.with_preset(text.as_bytes()),
            (Some(ValueView::Bytes(bytes)), Ty::Bytes) => new = new.with_preset(bytes),
            (Some(_), _) if size.is_some_and(|size| size <= 8) => {
                new = new.with_default(field.default_bits());
            }
            (Some(_), _) => return fault(def, "a default that does not fit its field"),
            (None, _) => {}
        }
        if field.default().is_some() && field.optional() {
            return fault(def, "what is optional has no default");
        }
        if field.reserved() {
            new = new.removed();
        }
        Ok(if field.sensitive() { new.secret() } else { new })
    }
}

impl<'p> Members<'p> {
    /// Gives members their keys in JSON.
    fn make_keys(&mut self, arena: &'p Arena<'p>) -> Result<(), PoolError> {
        let fields = self.fields.iter().map(|it| key_of(it.name, it.mapping));
        let structs = self.struct_fields.iter().map(|it| key_of(it.name, None));
        let variants = self.variants.iter().map(|it| key_of(it.name, it.mapping));
        let keys = put(&arena.keys, fields.chain(structs).chain(variants).collect())?;
        let fields = self.fields.iter_mut().map(|it| &mut it.key);
        let structs = self.struct_fields.iter_mut().map(|it| &mut it.key);
        let variants = self.variants.iter_mut().map(|it| &mut it.key);
        let members = fields.chain(structs).chain(variants);
        members.zip(keys).for_each(|(key, made)| *key = made);
        Ok(())
    }

    /// Puts members into the arena, then the types that have them.
    fn finish(
        mut self,
        arena: &'p Arena<'p>,
        nodes: &Nodes<'p>,
    ) -> Result<&'p Tables<'p>, PoolError> {
        self.make_keys(arena)?;
        let mut fields = put(&arena.fields, self.fields)?;
        let mut struct_fields = put(&arena.struct_fields, self.struct_fields)?;
        let mut variants = put(&arena.variants, self.variants)?;
        let mut members = put(&arena.members, self.members)?;
        let mut numbers = put(&arena.numbers, self.numbers)?;
        let mut numbered = (self.numbered.0.into_iter(), self.numbered.1.into_iter());
        let mut aliases = put(&arena.aliases, self.aliases)?;
        let mut values = put(&arena.values, self.values)?;
        let mut bits = put(&arena.bits, self.bits)?;
        let mut known = self.structs.into_iter();
        let (mut messages, mut structs) = (Vec::new(), Vec::new());
        let (mut unions, mut enums, mut flags) = (Vec::new(), Vec::new(), Vec::new());
        let mut names = HashMap::new();
        for (index, def) in nodes.view.types().iter().enumerate() {
            let name = def.name();
            let kind = nodes.kinds.get(index).map_or(Kind::Newtype, |kind| kind.0);
            if is_message(kind) && names.insert(name, messages.len()).is_some() {
                return fault(def, "there are two of this name");
            }
            match def.body() {
                BodyView::Struct(body) => {
                    let constrained = known.next().is_none_or(|known| known.partial);
                    structs.push(StructDef {
                        name,
                        size: body.size(),
                        fields: take(&mut struct_fields, body.fields().len()),
                        constrained,
                    });
                }
                BodyView::Union(body) => unions.push(UnionDef {
                    name,
                    variants: take(&mut variants, body.variants().len()),
                    members: take(
                        &mut members,
                        if body.oneof() {
                            body.variants().len()
                        } else {
                            0
                        },
                    ),
                    numbers: take(&mut numbers, numbered.1.next().unwrap_or(0)),
                    closed: body.closed(),
                }),
                BodyView::Enum(body) => enums.push(EnumDef {
                    name,
                    repr: nodes.repr_of(index),
                    values: take(&mut values, body.values().len()),
                    aliases: take(&mut aliases, body.aliases().len()),
                    closed: body.closed(),
                }),
                BodyView::Flags(body) => flags.push(FlagsDef {
                    name,
                    repr: nodes.repr_of(index),
                    flags: take(&mut bits, body.flags().len()),
                }),
                body => {
                    let Some(body) = message_of(body) else {
                        continue;
                    };
                    messages.push(MessageDef {
                        name,
                        scalars: body.scalars(),
                        slots: body.slots(),
                        fields: take(&mut fields, taken(body)),
                        numbers: take(&mut numbers, numbered.0.next().unwrap_or(0)),
                    });
                }
            }
        }
        let tables = Tables {
            package: "",
            imports: &[],
            messages: put(&arena.messages, messages)?,
            structs: put(&arena.structs, structs)?,
            unions: put(&arena.unions, unions)?,
            enums: put(&arena.enums, enums)?,
            flags: put(&arena.flags, flags)?,
        };
        if arena.names.set(names).is_err() || arena.tables.set(tables).is_err() {
            return Err(PoolError::InUse);
        }
        arena.tables.get().ok_or(PoolError::InUse)
    }
}

/// Ordinals of a message: those of its fields, and those of later members of `oneof`s.
fn taken(body: MessageDefView<'_>) -> usize {
    body.fields()
        .iter()
        .map(|field| 1 + field.later().len())
        .sum()
}

/// Cuts the next `count` off the front.
fn take<'p, T>(from: &mut &'p [T], count: usize) -> &'p [T] {
    let (these, rest) = from.split_at_checked(count).unwrap_or((from, &[]));
    *from = rest;
    these
}

fn whole(number: WholeView<'_>) -> Option<i128> {
    match number {
        WholeView::Positive(number) => Some(number.into()),
        WholeView::Negative(number) => Some(number.into()),
        WholeView::Unknown(_) => None,
    }
}

fn test(test: TestView<'_>) -> Option<Test> {
    Some(match test {
        TestView::Whole(range) => Test::Int {
            low: whole(range.low())?,
            high: whole(range.high())?,
        },
        TestView::WholeNot(not) => Test::IntNot(whole(not)?),
        TestView::Float(range) => Test::Float {
            low: range.low(),
            high: range.high(),
            low_in: range.low_in(),
            high_in: range.high_in(),
        },
        TestView::FloatNot(not) => Test::FloatNot(not),
        TestView::Finite => Test::Finite,
        TestView::Nonzero => Test::NonZero,
        TestView::Len(range) => Test::Len {
            low: range.low(),
            high: range.high(),
        },
        TestView::Unique => Test::Unique,
        TestView::Utf8 => Test::Utf8,
        TestView::Unknown(_) => return None,
    })
}

//! What has to be known of all types before one can be written: where a type contains itself, which types of
//! borrows borrow at all, and which variant a union defaults to.

use crate::model::{Field, Model, Rule, Type, TypeBody, TypeId};

/// Facts about each type, by its id.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    /// The group of types that contain each other by value.
    group: Vec<usize>,
    /// Whether the `…Init` has a lifetime.
    borrows: Vec<bool>,
    /// Whether the `…View` has a lifetime.
    view_borrows: Vec<bool>,
    /// The index of a union's default variant.
    default_variant: Vec<usize>,
    /// Whether the schema refuses some values of the type, or of one that it holds.
    constrained: Vec<bool>,
}

impl Shapes {
    pub(super) fn new(model: &Model) -> Self {
        let group = components(&edges(model, |_| true));
        let mut shapes = Self {
            group,
            ..Self::default()
        };
        shapes.borrows = shapes.find_borrows(model, false);
        shapes.view_borrows = shapes.find_borrows(model, true);
        shapes.default_variant = default_variants(model);
        shapes.constrained = constrained(model);
        shapes
    }

    /// Whether a value of type `inner` lies behind a box in `outer`, because it would contain itself.
    ///
    /// Every circle of types passes a union or a `T?`: those are boxed, and nothing else is.
    pub(super) fn boxed(&self, model: &Model, outer: TypeId, inner: &Type, optional: bool) -> bool {
        let Type::Named(inner) = inner else {
            return false;
        };
        let same = self.group[index(outer)] == self.group[index(*inner)];
        let of_union = matches!(model.get(outer).body, TypeBody::Union(_));
        let message = matches!(model.get(*inner).body, TypeBody::Message(_));
        let open = of_union || (optional && message);
        same && open
            && matches!(
                model.get(*inner).body,
                TypeBody::Message(_) | TypeBody::Union(_)
            )
    }

    /// Whether the `…Init` of a message or union has a lifetime.
    pub(super) fn borrows(&self, id: TypeId) -> bool {
        self.borrows[index(id)]
    }

    /// Whether a `where` clause refuses some values of the type, or of one that it holds.
    pub(super) fn constrained(&self, id: TypeId) -> bool {
        self.constrained[index(id)]
    }

    /// Whether the `…View` of a message or union has a lifetime.
    pub(super) fn view_borrows(&self, id: TypeId) -> bool {
        self.view_borrows[index(id)]
    }

    /// The index of the variant that a union defaults to.
    pub(super) fn default_variant(&self, id: TypeId) -> usize {
        self.default_variant[index(id)]
    }

    fn find_borrows(&self, model: &Model, view: bool) -> Vec<bool> {
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); model.types.len()];
        let mut found = vec![false; model.types.len()];
        for (i, def) in model.types.iter().enumerate() {
            let mut member = |ty: &Type, optional| match &model.underlying(ty) {
                Type::String | Type::Bytes | Type::Encoded(_) | Type::List(_) | Type::Map(..) => {
                    found[i] = true
                }
                Type::Named(of) => {
                    users[index(*of)].push(i);
                    found[i] |= self.boxed(model, id(i), ty, optional);
                }
                _ => {}
            };
            match &def.body {
                TypeBody::Message(_) if view => found[i] = true,
                TypeBody::Message(message) => {
                    live(&message.fields).for_each(|f| member(&f.ty, f.optional));
                }
                // An open one has room for bytes that nobody knows.
                TypeBody::Union(union) if !union.closed => found[i] = true,
                TypeBody::Union(union) => {
                    let live = union.variants.iter().filter(|v| !v.reserved);
                    live.filter_map(|v| v.ty.as_ref())
                        .for_each(|ty| member(ty, false));
                }
                TypeBody::Struct(_)
                | TypeBody::Enum(_)
                | TypeBody::Flags(_)
                | TypeBody::Newtype(_)
                | TypeBody::Error(_) => {}
            }
        }
        spread(found, &users)
    }
}

/// Types with rules, and all that hold such a type.
fn constrained(model: &Model) -> Vec<bool> {
    let mut users: Vec<Vec<usize>> = vec![Vec::new(); model.types.len()];
    let mut found = vec![false; model.types.len()];
    for (i, def) in model.types.iter().enumerate() {
        each_member(&def.body, &mut |ty, rules| {
            found[i] |= !rules.is_empty();
            named(ty, &mut |of| users[index(of)].push(i));
        });
    }
    spread(found, &users)
}

/// The type and the rules of each member that is there.
fn each_member(body: &TypeBody, f: &mut impl FnMut(&Type, &[Rule])) {
    match body {
        TypeBody::Message(body) => live(&body.fields).for_each(|m| f(&m.ty, &m.rules)),
        TypeBody::Struct(body) => body.fields.iter().for_each(|m| f(&m.ty, &m.rules)),
        TypeBody::Union(body) => {
            for variant in body.variants.iter().filter(|v| !v.reserved) {
                if let Some(ty) = &variant.ty {
                    f(ty, &variant.rules);
                }
            }
        }
        TypeBody::Enum(_) | TypeBody::Flags(_) => {}
        TypeBody::Newtype(_) | TypeBody::Error(_) => {}
    }
}

/// The named types within a type.
fn named(ty: &Type, f: &mut impl FnMut(TypeId)) {
    match ty {
        Type::Named(of) => f(*of),
        Type::List(of) | Type::Array(of, _) => named(of, f),
        Type::Map(key, value) => {
            named(key, f);
            named(value, f);
        }
        _ => {}
    }
}

/// Marks the users of what is marked, and their users.
fn spread(mut found: Vec<bool>, users: &[Vec<usize>]) -> Vec<bool> {
    let mut work: Vec<usize> = (0..found.len()).filter(|i| found[*i]).collect();
    while let Some(next) = work.pop() {
        for user in &users[next] {
            if !found[*user] {
                found[*user] = true;
                work.push(*user);
            }
        }
    }
    found
}

fn index(id: TypeId) -> usize {
    id.0 as usize
}

fn id(index: usize) -> TypeId {
    TypeId(u32::try_from(index).unwrap_or(u32::MAX))
}

pub(super) fn live(fields: &[Field]) -> impl Iterator<Item = &Field> {
    fields.iter().filter(|f| !f.reserved)
}

/// The messages and unions that each type holds by value.
fn edges(model: &Model, keep: impl Fn(&Field) -> bool) -> Vec<Vec<usize>> {
    let target = |ty: &Type| match ty {
        Type::Named(id)
            if matches!(
                model.get(*id).body,
                TypeBody::Message(_) | TypeBody::Union(_)
            ) =>
        {
            Some(index(*id))
        }
        _ => None,
    };
    let of = |body: &TypeBody| match body {
        TypeBody::Message(message) => live(&message.fields)
            .filter(|f| keep(f))
            .filter_map(|f| target(&f.ty))
            .collect(),
        TypeBody::Union(union) => {
            let live = union.variants.iter().filter(|v| !v.reserved);
            live.filter_map(|v| target(v.ty.as_ref()?)).collect()
        }
        TypeBody::Struct(_) | TypeBody::Enum(_) | TypeBody::Flags(_) => Vec::new(),
        TypeBody::Newtype(_) | TypeBody::Error(_) => Vec::new(),
    };
    model.types.iter().map(|def| of(&def.body)).collect()
}

/// The strongly connected component of each node (Kosaraju, without recursion: schemas may chain thousands of types).
fn components(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut order = Vec::with_capacity(edges.len());
    let mut seen = vec![false; edges.len()];
    for root in 0..edges.len() {
        let mut stack = vec![(root, 0)];
        while let Some((node, next)) = stack.pop() {
            if next == 0 && std::mem::replace(&mut seen[node], true) {
                continue;
            }
            match edges[node].get(next) {
                Some(child) => {
                    stack.push((node, next + 1));
                    if !seen[*child] {
                        stack.push((*child, 0));
                    }
                }
                None => order.push(node),
            }
        }
    }
    let mut reverse = vec![Vec::new(); edges.len()];
    for (from, targets) in edges.iter().enumerate() {
        for to in targets {
            reverse[*to].push(from);
        }
    }
    let mut component = vec![usize::MAX; edges.len()];
    for root in order.into_iter().rev() {
        let mut stack = vec![root];
        while let Some(node) = stack.pop() {
            if component[node] == usize::MAX {
                component[node] = root;
                stack.extend(&reverse[node]);
            }
        }
    }
    component
}

/// The first variant whose default value is finite.
///
/// A payload that does not require the union again is; where each of them does, the variants are tried in rounds, from
/// those that need nothing outwards.
fn default_variants(model: &Model) -> Vec<usize> {
    let needs = edges(model, |f| !f.optional);
    let group = components(&needs);
    let mut done = vec![false; model.types.len()];
    let mut chosen = vec![0; model.types.len()];
    loop {
        let mut changed = false;
        for (i, def) in model.types.iter().enumerate() {
            if done[i] {
                continue;
            }
            match &def.body {
                TypeBody::Union(union) => {
                    let finite = |v: &crate::model::Variant| match &v.ty {
                        Some(Type::Named(of)) => {
                            let plain = matches!(
                                model.get(*of).body,
                                TypeBody::Struct(_) | TypeBody::Enum(_) | TypeBody::Flags(_)
                            );
                            plain || done[index(*of)]
                        }
                        _ => true,
                    };
                    let mut variants = union
                        .variants
                        .iter()
                        .enumerate()
                        .filter(|(_, v)| !v.reserved);
                    if let Some((first, _)) = variants.find(|(_, v)| finite(v)) {
                        (chosen[i], done[i], changed) = (first, true, true);
                    }
                }
                _ => {
                    if needs[i].iter().all(|n| done[*n]) {
                        (done[i], changed) = (true, true);
                    }
                }
            }
        }
        if !changed {
            break;
        }
    }
    for (i, def) in model.types.iter().enumerate() {
        let TypeBody::Union(union) = &def.body else {
            continue;
        };
        let apart = |ty: &Option<Type>| match ty {
            Some(Type::Named(of)) => group[index(*of)] != group[i],
            _ => true,
        };
        let free = union
            .variants
            .iter()
            .position(|v| !v.reserved && apart(&v.ty));
        chosen[i] = free.unwrap_or(chosen[i]);
    }
    chosen
}

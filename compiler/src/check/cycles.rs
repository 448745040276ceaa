//! Types that contain or require themselves. All passes are linear and without recursion, however
//! long a chain of types is.

use std::collections::HashSet;

use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::limits::{MAX_FIXED_BYTES, MAX_STRUCT_DEPTH};
use crate::model::{Model, Type, TypeBody, TypeId};
use crate::span::Span;

use super::Checker;

/// A way from one type to another, by the member at `span`.
#[derive(Debug, Clone)]
struct Edge {
    to: usize,
    name: String,
    span: Span,
    /// Whether it is carried as bytes.
    carried: bool,
}

impl Checker<'_> {
    pub(super) fn cycles(&mut self) {
        self.structs();
        self.required();
    }

    /// Structs by what they hold, the innermost first, and their sizes with it.
    fn structs(&mut self) {
        let edges: Vec<Vec<Edge>> = (0..self.model.types.len()).map(|i| self.held(i)).collect();
        let mut waiting: Vec<usize> = edges.iter().map(Vec::len).collect();
        let users = reversed(&edges);
        let mut ready: Vec<usize> = (0..edges.len()).filter(|i| waiting[*i] == 0).collect();
        let mut sizes: Vec<u64> = self
            .model
            .types
            .iter()
            .map(|t| plain_size(&self.model, &t.body))
            .collect();
        let mut depths = vec![0_usize; edges.len()];
        while let Some(at) = ready.pop() {
            sizes[at] = self.body_size(at, &sizes);
            depths[at] = edges[at]
                .iter()
                .map(|e| depths[e.to] + 1)
                .max()
                .unwrap_or(0);
            for user in &users[at] {
                waiting[*user] -= 1;
                if waiting[*user] == 0 {
                    ready.push(*user);
                }
            }
        }
        self.report_cycles(&edges, &waiting, Code::RecursiveStruct);
        for (i, size) in sizes.iter().enumerate() {
            let (span, name) = (self.model.types[i].span, self.model.types[i].name.clone());
            if *size > MAX_FIXED_BYTES {
                self.too_large(span, &format!("struct `{name}`"), *size);
            }
            if depths[i] == MAX_STRUCT_DEPTH {
                let message = format!("more than {MAX_STRUCT_DEPTH} structs within each other");
                self.err(Code::TooDeep, span, message, "", "use a message in between");
            }
        }
        self.arrays(&sizes);
    }

    /// The structs that lie within a struct.
    fn held(&self, index: usize) -> Vec<Edge> {
        let TypeBody::Struct(body) = &self.model.types[index].body else {
            return Vec::new();
        };
        let inner = body.fields.iter().filter_map(|field| {
            let to = struct_in(&field.ty)
                .filter(|id| matches!(self.model.get(*id).body, TypeBody::Struct(_)))?;
            Some(Edge {
                to: to.0 as usize,
                name: field.name.clone(),
                span: field.span,
                carried: false,
            })
        });
        inner.collect()
    }

    fn body_size(&self, index: usize, sizes: &[u64]) -> u64 {
        match &self.model.types[index].body {
            TypeBody::Struct(body) => body.fields.iter().fold(0, |sum: u64, f| {
                sum.saturating_add(fixed_size(&f.ty, sizes))
            }),
            other => plain_size(&self.model, other),
        }
    }

    /// Arrays in messages and unions: those in structs count with them.
    fn arrays(&mut self, sizes: &[u64]) {
        let mut large = Vec::new();
        for def in &self.model.types {
            match &def.body {
                TypeBody::Message(body) => large.extend(
                    body.fields
                        .iter()
                        .map(|f| (f.span, largest_array(&self.model.underlying(&f.ty), sizes))),
                ),
                TypeBody::Union(body) => {
                    large.extend(body.variants.iter().filter_map(|v| {
                        Some((
                            v.span,
                            largest_array(&self.model.underlying(v.ty.as_ref()?), sizes),
                        ))
                    }));
                }
                TypeBody::Error(body) => {
                    let variants = body.variants.iter().map(|v| &v.variant);
                    large.extend(
                        variants
                            .filter_map(|v| Some((v.span, largest_array(v.ty.as_ref()?, sizes)))),
                    );
                }
                _ => {}
            }
        }
        for (span, size) in large {
            if size > MAX_FIXED_BYTES {
                self.too_large(span, "this array", size);
            }
        }
    }

    fn too_large(&mut self, span: Span, what: &str, size: u64) {
        let message = format!(
            "{what} takes {size} bytes; a value of fixed size takes at most {MAX_FIXED_BYTES}"
        );
        self.err(
            Code::TooLarge,
            span,
            message,
            "too large",
            "use `list<…>` or `bytes`",
        );
    }

    /// A message can be built if all that it requires can; a union if one of its variants can.
    fn required(&mut self) {
        let edges: Vec<Vec<Edge>> = (0..self.model.types.len()).map(|i| self.needs(i)).collect();
        let mut waiting: Vec<usize> = (0..edges.len())
            .map(|i| match &self.model.types[i].body {
                // One payload that can be built is enough, and a variant that needs none is one.
                TypeBody::Union(body) => {
                    usize::from(!edges[i].is_empty() && edges[i].len() == live(body))
                }
                _ => edges[i].len(),
            })
            .collect();
        let users = reversed(&edges);
        let mut ready: Vec<usize> = (0..edges.len()).filter(|i| waiting[*i] == 0).collect();
        while let Some(at) = ready.pop() {
            for user in &users[at] {
                if waiting[*user] > 0 {
                    waiting[*user] -= 1;
                    if waiting[*user] == 0 {
                        ready.push(*user);
                    }
                }
            }
        }
        self.report_cycles(&edges, &waiting, Code::RequiredCycle);
    }

    /// Messages and unions without which a value of this type cannot be.
    fn needs(&self, index: usize) -> Vec<Edge> {
        let needed = |ty: &Type| match ty {
            Type::Named(id)
                if matches!(
                    self.model.get(*id).body,
                    TypeBody::Message(_) | TypeBody::Union(_)
                ) =>
            {
                Some(id.0 as usize)
            }
            // Carried as bytes, it would have no end all the same.
            Type::Encoded(id) => Some(id.0 as usize),
            _ => None,
        };
        match &self.model.types[index].body {
            TypeBody::Message(body) => {
                let fields = body.fields.iter().filter(|f| !f.optional && !f.reserved);
                fields
                    .filter_map(|f| {
                        Some(Edge {
                            to: needed(&f.ty)?,
                            name: f.name.clone(),
                            span: f.span,
                            carried: matches!(f.ty, Type::Encoded(_)),
                        })
                    })
                    .collect()
            }
            TypeBody::Union(body) => {
                let variants = body.variants.iter().filter(|v| !v.reserved);
                variants
                    .filter_map(|v| {
                        Some(Edge {
                            to: needed(v.ty.as_ref()?)?,
                            name: v.name.clone(),
                            span: v.span,
                            carried: matches!(v.ty, Some(Type::Encoded(_))),
                        })
                    })
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// One report a cycle among the types that still wait.
    fn report_cycles(&mut self, edges: &[Vec<Edge>], waiting: &[usize], code: Code) {
        let mut told: HashSet<usize> = HashSet::new();
        for start in 0..edges.len() {
            if waiting[start] == 0 || told.contains(&start) {
                continue;
            }
            // Each type that waits has a way to another that waits, so walking on meets a cycle.
            let mut path: Vec<(usize, &Edge)> = Vec::new();
            let mut place: HashSet<usize> = HashSet::new();
            let mut at = start;
            while place.insert(at) && !told.contains(&at) {
                let Some(edge) = edges[at].iter().find(|e| waiting[e.to] > 0) else {
                    break;
                };
                path.push((at, edge));
                at = edge.to;
            }
            told.extend(place.iter().copied());
            let Some(first) = path.iter().position(|(from, _)| *from == at) else {
                continue;
            };
            self.report_cycle(&path[first..], code);
        }
    }

    fn report_cycle(&mut self, cycle: &[(usize, &Edge)], code: Code) {
        const MOST_LABELS: usize = 6;
        let name = self.model.types[cycle[0].0].name.clone();
        let (message, help) = if code == Code::RecursiveStruct {
            (format!("struct `{name}` contains itself"), "a struct lies in place, so this would have no end; make one of them a message with a `list<…>`".to_owned())
        } else {
            let (last, edge) = cycle
                .iter()
                .rev()
                .find(|(from, _)| self.is_message(TypeId(u32::try_from(*from).unwrap_or(0))))
                .unwrap_or(&cycle[0]);
            let target = &self.model.types[edge.to].name;
            let target = match edge.carried {
                true => format!("encoded<{target}>"),
                false => target.clone(),
            };
            let message = format!("`{name}` requires itself, so no value of it can be built");
            let oneof = matches!(&self.model.types[edge.to].body, TypeBody::Union(u) if u.oneof);
            let optional = match oneof {
                true => format!("oneof {}?", edge.name),
                false => format!("{}: {target}?", edge.name),
            };
            let owner = &self.model.types[*last].name;
            (message, format!("in `{owner}`, write `{optional}`"))
        };
        let mut found = Diagnostic::new(code, message);
        for (from, edge) in cycle.iter().take(MOST_LABELS) {
            let (from, to) = (
                &self.model.types[*from].name,
                &self.model.types[edge.to].name,
            );
            let verb = if code == Code::RecursiveStruct {
                "holds"
            } else {
                "requires"
            };
            found = found.label(edge.span, format!("`{from}` {verb} `{to}`"));
        }
        self.say(found.help(help));
    }
}

/// Bytes of a value that holds no struct.
fn plain_size(model: &Model, body: &TypeBody) -> u64 {
    match body {
        TypeBody::Newtype(body) => crate::layout::fixed_size(model, &body.ty).unwrap_or(0),
        TypeBody::Enum(body) => body.repr.bytes().into(),
        TypeBody::Flags(body) => body.repr.bytes().into(),
        _ => 0,
    }
}

fn live(body: &crate::model::Union) -> usize {
    body.variants.iter().filter(|v| !v.reserved).count()
}

fn reversed(edges: &[Vec<Edge>]) -> Vec<Vec<usize>> {
    let mut users = vec![Vec::new(); edges.len()];
    for (from, out) in edges.iter().enumerate() {
        for edge in out {
            users[edge.to].push(from);
        }
    }
    users
}

/// The named type at the bottom of arrays.
fn struct_in(ty: &Type) -> Option<TypeId> {
    match ty {
        Type::Named(id) => Some(*id),
        Type::Array(inner, _) => struct_in(inner),
        _ => None,
    }
}

/// Bytes of a value of fixed size; 0 for others. `sizes` are those of structs and enums.
fn fixed_size(ty: &Type, sizes: &[u64]) -> u64 {
    match ty {
        Type::Bool => 1,
        Type::F32 => 4,
        Type::F64 | Type::Timestamp | Type::Duration | Type::Decimal(_) => 8,
        Type::Uuid => 16,
        Type::Named(id) => sizes[id.0 as usize],
        Type::Array(inner, length) => fixed_size(inner, sizes).saturating_mul(u64::from(*length)),
        other => other.int().map_or(0, |int| int.bytes().into()),
    }
}

fn largest_array(ty: &Type, sizes: &[u64]) -> u64 {
    match ty {
        Type::List(inner) | Type::Map(_, inner) => largest_array(inner, sizes),
        Type::Array(..) => fixed_size(ty, sizes),
        _ => 0,
    }
}

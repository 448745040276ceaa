//! Rust code from the checked model.
//!
//! ```text
//! template, names, docs   how text is written          shape   recursion, lifetimes, defaults
//! types                   schema types in Rust         slots   tuples of kinds
//! plain  unions  messages ── encode, patch             one generator for each sort of type
//! table, pack             the package as data          services  traits and clients   errors  what they throw
//! ```
//!
//! Text is put together from templates. What people read is then parsed by syn and printed by prettyplease: so what comes
//! out is Rust, laid out the same everywhere. What a `build.rs` writes for the compiler alone is indented, which takes a
//! tenth of the time. Paths are absolute (`::core`, `::stillwire::rpc`), of the codec by the hidden name `__codec`, to
//! types of the schema by way of `super`, or names of the prelude that nothing in the module has: so no name of a schema
//! shadows one that generated code needs. Hidden names begin with two underscores, which no name of a schema can.
//!
//! Each requested package gets a file with the modules of all packages that it needs, and a file `stillwire` has all
//! packages of the build: `files` makes them.

mod debug;
mod docs;
mod encode;
mod errors;
mod files;
mod indent;
mod member;
mod messages;
mod names;
mod newtypes;
mod pack;
mod patch;
mod plain;
mod rules;
mod services;
mod shape;
mod slots;
mod table;
mod template;
mod types;
mod unions;

use std::collections::HashMap;

use crate::descriptor::Planned;
use crate::fingerprint::fingerprints;
use crate::layout::{Layout, layout};
use crate::model::{Alias, Model, TypeBody, TypeId};
use crate::report::Error;

use types::{Context, Face};

/// One generated file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Output {
    /// Its name within the output directory: `acme.trading.v1.rs`.
    pub(crate) name: String,
    /// What it says.
    pub(crate) text: String,
}

/// What generated code carries besides types.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Options {
    /// Whether services become traits and clients, which need the runtime.
    pub(crate) services: bool,
    /// Whether messages have serde's traits.
    pub(crate) serde: bool,
    /// Whether messages and unions have views that set fields in place.
    pub(crate) patch: bool,
    /// Whether people read it: then it is parsed, and printed as they would write it. A compiler needs neither, and both
    /// take most of the time.
    pub(crate) pretty: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            services: true,
            serde: false,
            patch: false,
            pretty: true,
        }
    }
}

/// A Rust file for each package that was asked for, and one for all.
///
/// # Errors
/// Where a message does not fit the format, which checking finds before; and where what was written is no Rust, which
/// is a defect of the generator.
pub(crate) fn generate_with(model: &Model, options: Options) -> Result<Vec<Output>, Error> {
    // Errors need the runtime, as services do.
    let lowered = options.services.then(|| errors::with_carriers(model));
    let (schema, model) = (model, lowered.as_ref().unwrap_or(model));
    let layouts = layouts(model)?;
    let shapes = shape::Shapes::new(model);
    let indices = table::indices(model);
    let fingerprints = fingerprints(model);
    let planned = Planned::new(schema);
    let package = |here| {
        package(
            Context {
                model,
                shapes: &shapes,
                fingerprints: &fingerprints,
                here,
            },
            &layouts,
            &indices,
            options,
            &planned,
        )
    };
    let texts: Vec<String> = (0..model.packages.len()).map(package).collect();

    let asked = model.packages.iter().filter(|p| p.requested).count();
    files::files(model, &texts, asked > 1, options.pretty)
}

fn layouts(model: &Model) -> Result<HashMap<TypeId, Layout>, Error> {
    let mut out = HashMap::new();
    for package in &model.packages {
        for id in &package.types {
            if let TypeBody::Message(message) = &model.get(*id).body {
                let layout =
                    layout(model, message).map_err(|found| Error::generation(found.message))?;
                out.insert(*id, layout);
            }
        }
    }
    Ok(out)
}

/// The items of one package. `planned` is of the model without what the generator adds to it.
fn package(
    cx: Context<'_>,
    layouts: &HashMap<TypeId, Layout>,
    indices: &[usize],
    options: Options,
    planned: &Planned<'_>,
) -> String {
    let mut out = "use ::stillwire::codec as __codec;\n".to_owned();
    let package = cx.package();
    for constant in &package.consts {
        out.push_str(&plain::constant(&cx, constant));
    }
    for name in &package.aliases {
        out.push_str(&alias(&cx, name));
    }
    for id in &package.types {
        let def = cx.model.get(*id);
        out.push_str(&match &def.body {
            TypeBody::Enum(body) => plain::enumeration(&cx, *id, def, body),
            TypeBody::Flags(body) => plain::flags(&cx, *id, def, body),
            TypeBody::Newtype(body) => newtypes::newtype(&cx, *id, def, body),
            TypeBody::Struct(body) => plain::structure(&cx, *id, def, body),
            TypeBody::Union(body) => {
                let patch = options.patch.then(|| patch::union(&cx, *id, body));
                unions::union(&cx, *id, def, body) + &patch.unwrap_or_default()
            }
            TypeBody::Message(body) => {
                let index = indices[id.0 as usize];
                let writing = member::Writing::new(cx, *id, def, body, &layouts[id], index);
                if errors::is_carrier(def) {
                    writing.write_hidden()
                } else {
                    let patch = options.patch.then(|| patch::message(&writing));
                    let serde = options.serde.then(|| serde(&cx, *id));
                    writing.write() + &patch.unwrap_or_default() + &serde.unwrap_or_default()
                }
            }
            TypeBody::Error(body) if options.services => errors::error(&cx, *id, def, body),
            TypeBody::Error(_) => String::new(),
        });
    }
    if options.services {
        if planned.is_served(cx.here) {
            out.push_str(&services::files(&cx, planned));
        }
        for service in &package.services {
            out.push_str(&services::service(&cx, service));
        }
    }
    out.push_str(&table::Table::new(cx, indices).write(layouts));
    template::settle(&out)
}

/// serde's traits for an owned message.
fn serde(cx: &Context<'_>, id: TypeId) -> String {
    const SERDE: &str = "
impl $codec::serde::Serialize for $name {
    fn serialize<S: $codec::serde::Serializer>(&self, serializer: S) -> $core::result::Result<S::Ok, S::Error> {
        $codec::serde::serialize(self, serializer)
    }
}
impl<'de> $codec::serde::Deserialize<'de> for $name {
    fn deserialize<D: $codec::serde::Deserializer<'de>>(deserializer: D) -> $core::result::Result<Self, D::Error> {
        $codec::serde::deserialize(deserializer)
    }
}
";
    template::fill(SERDE, &[("name", &cx.path(id, ""))])
}

fn alias(cx: &Context<'_>, alias: &Alias) -> String {
    let ty = cx.ty(Face::Owned, &alias.ty);
    let head = plain::attributes(
        &alias.docs,
        alias.since.as_deref(),
        alias.deprecated.as_deref(),
    );
    format!("{head}pub type {} = {ty};\n", names::ident(&alias.name))
}

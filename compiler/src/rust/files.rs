//! From the items of packages to files of modules.
//!
//! A package that was asked for gets a file with modules for it and all that it needs. Where several were asked for, these
//! files would say the same again and again, and be the square of the schema: then items have files of their own, one for
//! each package, and the others include them.
//!
//! ```text
//! one package       acme.trading.v1.rs          modules with the items in them
//!                   stillwire.rs                the same
//! several of them   acme.trading.v1-items.rs    the items alone, and so for each package
//!                   acme.trading.v1.rs          modules that include the items of this package and of what it needs
//!                   stillwire.rs                modules that include all items
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::{Output, docs, indent, names};
use crate::model::Model;
use crate::report::Error;

/// The name of the file with all packages.
const ALL: &str = "stillwire.rs";

/// What a file opens with.
const HEAD: &str = "// Written by the Stillwire compiler from schemas: changes belong there.\n\n";

/// Lints have nothing to say about generated code, whatever the crate asks for around it.
const ALLOW: &str = "#[allow(
    clippy::all, clippy::cargo, clippy::nursery, clippy::pedantic, clippy::restriction, deprecated, missing_docs,
    missing_debug_implementations, nonstandard_style, rustdoc::all, single_use_lifetimes, unnameable_types,
    unreachable_pub, unused, unused_lifetimes, unused_qualifications, unused_results, variant_size_differences
)]\n";

/// The files for packages whose items are `texts`. `apart`: items are in files of their own. `pretty`: laid out for readers.
///
/// # Errors
/// Where what was written is no Rust, which is a defect of the generator.
pub(super) fn files(
    model: &Model,
    texts: &[String],
    apart: bool,
    pretty: bool,
) -> Result<Vec<Output>, Error> {
    let format = |text: &str| match pretty {
        true => format(text),
        false => Ok(format!("{HEAD}{}", indent::indented(text))),
    };
    let all = (0..model.packages.len()).collect();
    let asked = || {
        model
            .packages
            .iter()
            .enumerate()
            .filter(|(_, p)| p.requested)
    };
    let mut outputs = Vec::new();
    if apart {
        let mut includes = Vec::new();
        for (package, text) in model.packages.iter().zip(texts) {
            let name = format!("{}-items.rs", package.name);
            includes.push(format!("::core::include!({name:?});\n"));
            let text = format(text)?;
            outputs.push(Output { name, text });
        }
        for (number, package) in asked() {
            outputs.push(Output {
                name: format!("{}.rs", package.name),
                text: format(&tree(model, &includes, &needed(model, number)))?,
            });
        }
        outputs.push(Output {
            name: ALL.to_owned(),
            text: format(&tree(model, &includes, &all))?,
        });
        return Ok(outputs);
    }
    // What was asked for and what it needs: these are all packages.
    let text = format(&tree(model, texts, &all))?;
    for (_, package) in asked() {
        outputs.push(Output {
            name: format!("{}.rs", package.name),
            text: text.clone(),
        });
    }
    outputs.push(Output {
        name: ALL.to_owned(),
        text,
    });
    Ok(outputs)
}

/// The package and all that it uses, and all that they use.
fn needed(model: &Model, package: usize) -> BTreeSet<usize> {
    let mut out = BTreeSet::from([package]);
    let mut work = vec![package];
    while let Some(next) = work.pop() {
        work.extend(
            model.packages[next]
                .uses
                .iter()
                .filter(|used| out.insert(**used)),
        );
    }
    out
}

/// Parses and prints. What cannot be parsed is a defect of the generator, and says so.
fn format(text: &str) -> Result<String, Error> {
    match syn::parse_file(text) {
        Ok(file) => Ok(format!("{HEAD}{}", prettyplease::unparse(&file))),
        Err(error) => {
            let message =
                "the code that was generated is no Rust, which is a defect of the compiler";
            Err(Error::generation(format!("{message}: {error}")))
        }
    }
}

/// Modules within modules, by the segments of their packages.
#[derive(Default)]
struct Module<'a> {
    items: Option<usize>,
    inner: BTreeMap<&'a str, Self>,
}

fn tree(model: &Model, texts: &[String], packages: &BTreeSet<usize>) -> String {
    let mut root = Module::default();
    for package in packages {
        let segments = model.packages[*package].name.split('.');
        segments
            .fold(&mut root, |at, segment| {
                at.inner.entry(segment).or_default()
            })
            .items = Some(*package);
    }
    let mut out = String::new();
    for (name, module) in &root.inner {
        out.push_str(ALLOW);
        write(model, texts, name, module, &mut out);
    }
    out
}

fn write(model: &Model, texts: &[String], name: &str, module: &Module<'_>, out: &mut String) {
    if let Some(package) = module.items {
        out.push_str(&docs::docs(&model.packages[package].docs, None));
    }
    out.push_str(&format!("pub mod {} {{\n", names::ident(name)));
    if let Some(package) = module.items {
        out.push_str(&texts[package]);
    }
    for (name, module) in &module.inner {
        write(model, texts, name, module, out);
    }
    out.push_str("}\n");
}

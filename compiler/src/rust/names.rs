//! Names in generated code: keywords escaped, paths between packages.

use crate::model::{Model, TypeId};
use crate::names::pascal;

/// Words that Rust keeps for itself, in any edition.
const KEYWORDS: [&str; 52] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "Self", "static", "struct", "super", "trait", "true", "try", "type",
    "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// `name` as an identifier: `type` to `r#type`. The few that cannot be raw get an underscore: `self` to `self_`.
pub(super) fn ident(name: &str) -> String {
    match name {
        "self" | "Self" | "super" | "crate" => format!("{name}_"),
        _ if KEYWORDS.contains(&name) => format!("r#{name}"),
        _ => name.to_owned(),
    }
}

/// `name`, unless it is among `taken`: then with an underscore.
pub(super) fn unless_taken(name: &str, taken: &[&str]) -> String {
    if taken.contains(&name) {
        format!("{name}_")
    } else {
        ident(name)
    }
}

/// A variant of a generated enum. `Unknown` is the one that every enum has.
pub(super) fn variant(name: &str) -> String {
    unless_taken(&pascal(name), &["Unknown"])
}

/// The path of what is called `name` in package `there`, seen from package `here`.
pub(super) fn path(model: &Model, here: usize, there: usize, name: &str) -> String {
    if here == there {
        return name.to_owned();
    }
    let here: Vec<&str> = model.packages[here].name.split('.').collect();
    let there: Vec<&str> = model.packages[there].name.split('.').collect();
    let common = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
    let mut out = "super::".repeat(here.len() - common);
    if out.is_empty() {
        out.push_str("self::");
    }
    for segment in &there[common..] {
        out.push_str(&ident(segment));
        out.push_str("::");
    }
    out + name
}

/// The path of a generated type, with a suffix: `Order`, `OrderView`.
pub(super) fn type_path(model: &Model, here: usize, id: TypeId, suffix: &str) -> String {
    let flat = model.flat_name(id);
    let name = if suffix.is_empty() {
        ident(&flat)
    } else {
        flat + suffix
    };
    path(model, here, model.get(id).package, &name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Package;

    #[test]
    fn keywords_are_escaped() {
        let names = ["type", "self", "Self", "order"].map(ident);
        assert_eq!(names, ["r#type", "self_", "Self_", "order"]);
        assert_eq!(
            (variant("unknown"), variant("self"), variant("in_part")),
            ("Unknown_".into(), "Self_".into(), "InPart".into())
        );
    }

    #[test]
    fn paths_go_up_and_down_the_packages() {
        let package = |name: &str| Package {
            name: name.to_owned(),
            docs: Vec::new(),
            types: Vec::new(),
            consts: Vec::new(),
            aliases: Vec::new(),
            services: Vec::new(),
            files: Vec::new(),
            uses: Vec::new(),
            requested: true,
        };
        let packages = ["acme.trading.v1", "acme.common.v1", "acme.trading", "other"]
            .map(package)
            .to_vec();
        let model = Model {
            packages,
            types: Vec::new(),
        };
        assert_eq!(path(&model, 0, 0, "A"), "A");
        assert_eq!(path(&model, 0, 1, "A"), "super::super::common::v1::A");
        assert_eq!(path(&model, 0, 2, "A"), "super::A");
        assert_eq!(path(&model, 2, 0, "A"), "self::v1::A");
        assert_eq!(path(&model, 0, 3, "A"), "super::super::super::other::A");
    }
}

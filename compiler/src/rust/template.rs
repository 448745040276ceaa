//! Text with holes: how generated code is written down.
//!
//! Templates are Rust with `$name` where a value goes. `$codec`, `$rpc`, `$std` and `$core` are always there: paths
//! which no name of a schema can shadow. They are short, since the compiler pays for each segment of each path: the codec is
//! an import, and names of the prelude stand alone where they can. What is filled in is not looked at again, so a schema's text cannot
//! reach a hole.

/// Fills the holes of `template`. A hole without a value stays, and is no Rust: the parser then reports it.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    const PATHS: [(&str, &str); 4] = [
        ("codec", "__codec"),
        ("rpc", "::stillwire::rpc"),
        ("std", "\u{1}std"),
        ("core", "\u{1}core"),
    ];
    let mut out = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        let end = tail
            .find(|c: char| !c.is_ascii_lowercase() && c != '_')
            .unwrap_or(tail.len());
        let name = &tail[..end];
        match values
            .iter()
            .chain(&PATHS)
            .find(|(known, _)| *known == name)
        {
            Some((_, value)) => out.push_str(value),
            None => {
                out.push('$');
                out.push_str(name);
            }
        }
        rest = &tail[end..];
    }
    out.push_str(rest);
    out
}

/// Names of the prelude, where the standard library has them.
const PRELUDE: [&str; 14] = [
    "core::clone::Clone",
    "core::cmp::Eq",
    "core::cmp::Ord",
    "core::cmp::PartialEq",
    "core::cmp::PartialOrd",
    "core::convert::AsRef",
    "core::convert::From",
    "core::default::Default",
    "core::marker::Copy",
    "core::option::Option",
    "core::result::Result",
    "std::boxed::Box",
    "std::string::String",
    "std::vec::Vec",
];

/// What stands before a path into the standard library until all of a module is there. Text of a schema has none: it is
/// escaped wherever it stands.
const MARK: char = '\u{1}';

/// Writes the paths into the standard library of a module: as people do where a name is of the prelude and nothing in the
/// module is called the same, and else in full.
pub(super) fn settle(text: &str) -> String {
    let prelude = PRELUDE.map(|path| (path, path.rsplit(':').next().unwrap_or(path)));
    let prelude = prelude.map(|(path, name)| (path, name, declares(text, name)));
    let mut parts = text.split(MARK);
    let mut out = String::with_capacity(text.len());
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let known = prelude.iter().find_map(|(path, name, declared)| {
            let rest = part.strip_prefix(path).filter(|rest| !continues(rest))?;
            (!declared).then_some((*name, rest))
        });
        let (path, rest) = known.unwrap_or(("::", part));
        out.push_str(path);
        out.push_str(rest);
    }
    out
}

/// Whether an item of the module may have this name.
fn declares(text: &str, name: &str) -> bool {
    const BY: [&str; 7] = ["const", "enum", "mod", "struct", "trait", "type", "use"];
    let is_declared = |at: usize| {
        let before = text[..at].trim_end_matches(' ');
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next();
        !continues(&text[at + name.len()..]) && word.is_some_and(|word| BY.contains(&word))
    };
    text.match_indices(name).any(|(at, _)| is_declared(at))
}

fn continues(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_filled_once() {
        assert_eq!(
            fill("$a::$codec::$b$", &[("a", "$b"), ("b", "c")]),
            "$b::__codec::c$"
        );
    }

    #[test]
    fn names_of_the_prelude_are_short_unless_something_has_them() {
        let text = fill("$core::option::Option<$core::cmp::Ordering>", &[]);
        assert_eq!(settle(&text), "Option<::core::cmp::Ordering>");
        let text = format!("pub struct Option {{}} {text}");
        assert_eq!(
            settle(&text),
            "pub struct Option {} ::core::option::Option<::core::cmp::Ordering>"
        );
    }
}

//! Text with holes: how generated code is written down.
//!
//! Templates are Rust with `$name` where a value goes. `$codec`, `$rpc`, `$std` and `$core` are always there: absolute
//! paths, which no name of a schema can shadow. What is filled in is not looked at again, so a schema's text cannot
//! reach a hole.

/// Fills the holes of `template`. A hole without a value stays, and is no Rust: the parser then reports it.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    const PATHS: [(&str, &str); 4] = [
        ("codec", "::stillwire::codec"),
        ("rpc", "::stillwire::rpc"),
        ("std", "::std"),
        ("core", "::core"),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_filled_once() {
        assert_eq!(
            fill("$a::$codec::$b$", &[("a", "$b"), ("b", "c")]),
            "$b::::stillwire::codec::c$"
        );
    }
}

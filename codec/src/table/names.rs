//! Names in JSON: what protoc calls the JSON name of a field. Each `_` goes, and the letter behind it is a capital.

use super::Mapping;

/// The bytes of a name in JSON.
pub(crate) fn camel(name: &[u8]) -> impl Iterator<Item = u8> {
    let mut capital = false;
    name.iter().filter_map(move |c| {
        if *c == b'_' {
            capital = true;
            return None;
        }
        let c = if capital { c.to_ascii_uppercase() } else { *c };
        capital = false;
        Some(c)
    })
}

/// A name as JSON has it.
pub(crate) fn camel_of(name: &str) -> String {
    camel(name.as_bytes()).map(char::from).collect()
}

/// The name of a member in JSON.
pub(crate) fn json_name(name: &str, mapping: Option<&Mapping<'_>>) -> String {
    mapping.map_or_else(|| camel_of(name), |mapping| mapping.json.to_owned())
}

/// The key of a member in JSON: its name in quotes, and a colon.
pub fn key_of(name: &str, mapping: Option<&Mapping<'_>>) -> String {
    format!("\"{}\":", json_name(name, mapping))
}

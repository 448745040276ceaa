//! The vectors of documents: blocks with names.

use std::collections::BTreeMap;

/// The blocks of a document that open with ```` ```<mark> <name> ````: name, and what the block says.
pub(crate) fn blocks(document: &str, mark: &str) -> BTreeMap<String, String> {
    let open = format!("```{mark} ");
    let mut found = BTreeMap::new();
    let mut rest = document;
    while let Some(at) = rest.find(&open) {
        let block = &rest[at + open.len()..];
        let (name, body) = block.split_once('\n').expect("a block has a body");
        let (body, after) = body.split_once("```").expect("a block ends");
        assert!(
            found.insert(name.to_owned(), body.to_owned()).is_none(),
            "{name} twice"
        );
        rest = after;
    }
    found
}

/// The bytes of a block: hex up to a `|`, behind which a line may say what they are.
pub(crate) fn bytes(body: &str) -> Vec<u8> {
    let hex = body.lines().filter_map(|line| line.split('|').next());
    let hex: String = hex.flat_map(str::split_whitespace).collect();
    let digits = hex
        .as_bytes()
        .chunks(2)
        .map(|pair| std::str::from_utf8(pair).unwrap());
    digits
        .map(|pair| u8::from_str_radix(pair, 16).expect("hex"))
        .collect()
}

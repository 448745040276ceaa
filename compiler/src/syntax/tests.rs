//! Claims about the tree that need its inside.

use proptest::prelude::*;

use crate::span::FileId;

use super::token::Token;
use super::tree::{Part, PartKind, Tree};
use super::{lex, parse};

fn tokens_and_tree(text: &str) -> (Vec<Token>, Tree) {
    let (tokens, _) = lex(FileId(0), text);
    let (tree, _) = parse(FileId(0), text, &tokens);
    (tokens, tree)
}

/// Tokens with their trivia, one after another, are the text.
fn assert_lossless(text: &str) {
    let (tokens, tree) = tokens_and_tree(text);
    let mut at = 0;
    let mut again = String::new();
    for token in &tokens {
        assert_eq!(token.lead, at, "trivia begins where the last token ended");
        assert!(token.lead <= token.start && token.start <= token.end);
        again.push_str(&text[token.lead as usize..token.end as usize]);
        at = token.end;
    }
    assert_eq!(again, text);
    assert_covered(&tree.parts, 0, tokens.len() - 1);
}

/// Parts follow one another without gap from token `first` to `end`.
fn assert_covered(parts: &[Part], first: usize, end: usize) {
    let mut at = first;
    for part in parts {
        assert_eq!(part.tokens.start, at, "{part:?}");
        assert!(part.tokens.end > at, "a part has a token: {part:?}");
        at = part.tokens.end;
        if let PartKind::Struct(block)
        | PartKind::Message(block)
        | PartKind::Union(block)
        | PartKind::Oneof { block, .. }
        | PartKind::Service(block)
        | PartKind::Flags { block, .. }
        | PartKind::Enum { block, .. } = &part.kind
        {
            assert_inside(&block.members, part);
        }
    }
    assert_eq!(at, end);
}

fn assert_inside(members: &[Part], outer: &Part) {
    if let (Some(first), Some(last)) = (members.first(), members.last()) {
        assert!(outer.tokens.start < first.tokens.start && last.tokens.end <= outer.tokens.end);
        assert_covered(members, first.tokens.start, last.tokens.end);
    }
}

const SAMPLE: &str = include_str!("../../../schemas/examples/orders.still");

/// Words and signs of the language in any order: further into the grammar than random characters.
fn soup() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "package",
        "use",
        "const",
        "type",
        "struct",
        "message",
        "union",
        "enum",
        "service",
        "rpc",
        "stream",
        "closed",
        "flags",
        "error",
        "oneof",
        "throws",
        "where",
        "reserved",
        "as",
        "a.b.v1",
        "Foo",
        "bar",
        "MAX",
        "u8",
        "list",
        "map",
        "decimal",
        "<",
        ">",
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "@1",
        "@2",
        "@",
        ";",
        ":",
        ",",
        ".",
        "=",
        "->",
        "=>",
        "?",
        "|",
        "<<",
        "+",
        "-",
        "#[",
        "0",
        "1.5",
        "250ms",
        "\"s\"",
        "b\"\\xff\"",
        "\"\\q",
        "/// doc\n",
        "//! in\n",
        "// c\n",
        "\n",
        "é",
        "\u{202e}",
        "\0",
        "'x'",
        "/* b */",
        "..=",
        "!",
    ]);
    prop::collection::vec(words, 0..200).prop_map(|words| words.join(" "))
}

/// A good schema with a piece cut out or put elsewhere.
fn damaged() -> impl Strategy<Value = String> {
    (0..SAMPLE.len(), 0..200_usize, 0..SAMPLE.len()).prop_map(|(from, length, to)| {
        let piece = &SAMPLE[from..(from + length).min(SAMPLE.len())];
        let mut text = SAMPLE.replacen(piece, "", 1);
        text.insert_str(to.min(text.len()), piece);
        text
    })
}

proptest! {
    #[test]
    fn the_tree_of_any_text_is_lossless(text in any::<String>()) {
        assert_lossless(&text);
    }

    #[test]
    fn the_tree_of_any_words_is_lossless(text in soup()) {
        assert_lossless(&text);
    }

    #[test]
    fn the_tree_of_a_damaged_schema_is_lossless(text in damaged()) {
        assert_lossless(&text);
    }
}

#[test]
fn comments_and_blank_lines_are_kept() {
    assert_lossless(
        "\u{feff}// first\n\npackage a.v1; // why\r\n\n//// ruler\nmessage M {\n  // lonely\n}\n// last",
    );
}

#[test]
fn parts_survive_their_broken_neighbours() {
    let (_, tree) =
        tokens_and_tree("package a.v1; message A { @1 a u8; @2 b: u8; } mesage B {} message C {}");
    let kinds: Vec<bool> = tree
        .parts
        .iter()
        .map(|p| matches!(p.kind, PartKind::Broken(_)))
        .collect();
    assert_eq!(kinds, [false, false, true, false]);
}

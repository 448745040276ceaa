//! The claims of the formatter, held against the tree and the tokens.

use std::path::{Component, Path, PathBuf};

use proptest::prelude::*;

use super::{format, format_source};
use crate::span::FileId;
use crate::syntax::token::{Token, TokenKind};
use crate::syntax::tree::{PartKind, Tree};
use crate::syntax::{lex, parse};

/// All claims for one text. False if the text is refused.
fn holds(text: &str) -> bool {
    let Ok(once) = format(text) else { return false };
    let twice = format(&once).unwrap_or_else(|e| panic!("{e}\nfrom:\n{text}\nprinted:\n{once}"));
    assert_eq!(twice, once, "not stable, from:\n{text}");
    assert_eq!(
        comments(&once),
        comments(text),
        "comments, from:\n{text}\nprinted:\n{once}"
    );
    // The tree comes from the tokens, so where they are the same there is no need to look at it.
    if signs(&once) != signs(text) {
        assert_eq!(
            tree(&once),
            tree(text),
            "another tree, from:\n{text}\nprinted:\n{once}"
        );
    }
    for line in once.lines() {
        assert_eq!(line.trim_end(), line, "white space at the end of a line");
    }
    assert!(!once.contains("\n\n\n") && !once.starts_with('\n') && !once.ends_with("\n\n"));
    true
}

/// The tokens of a text, and of each whether the next one follows without anything between if it can matter.
fn signs(text: &str) -> Vec<(TokenKind, &str, bool)> {
    let (tokens, _) = lex(FileId(0), text);
    let pairs = tokens.iter().zip(tokens.iter().skip(1));
    pairs
        .map(|(token, next)| {
            let joined = next.kind == TokenKind::Eq && next.start == token.end;
            let text = &text[token.start as usize..token.end as usize];
            (token.kind, text.trim_end(), joined)
        })
        .collect()
}

/// The comments of a text in their order, each with the kind of token that follows it; docs and attributes change places.
fn comments(text: &str) -> Vec<(String, TokenKind)> {
    let (tokens, _) = lex(FileId(0), text);
    let mut all = Vec::new();
    for token in &tokens {
        let lead = &text[token.lead as usize..token.start as usize];
        let lines = lead
            .lines()
            .map(|line| line.trim_matches(['\u{feff}', ' ', '\t', '\r']));
        let found = lines.filter(|line| !line.is_empty());
        let kind = match token.kind {
            TokenKind::Hash => TokenKind::Doc,
            other => other,
        };
        all.extend(found.map(|line| (line.to_owned(), kind)));
    }
    all
}

/// The tree as text, without places; imports as a sorted list, for they are merged.
fn tree(text: &str) -> String {
    let (tokens, _) = lex(FileId(0), text);
    let (tree, _) = parse(FileId(0), text, &tokens);
    let (uses, parts): (Vec<_>, Vec<_>) = tree
        .parts
        .into_iter()
        .partition(|part| matches!(part.kind, PartKind::Use(_)));
    let mut imports = Vec::new();
    for part in &uses {
        let PartKind::Use(import) = &part.kind else {
            continue;
        };
        let path = import.path.text();
        let rename =
            |name: &Option<crate::syntax::tree::Name>| name.as_ref().map(|n| n.text.clone());
        match &import.names {
            None => imports.push((path, rename(&import.rename))),
            Some(names) => {
                let one = |n: &crate::syntax::tree::UseName| {
                    (format!("{path}.{}", n.name.text), rename(&n.rename))
                };
                imports.extend(names.iter().map(one));
            }
        }
    }
    imports.sort();
    let places = without_places(&format!("{:#?}", Tree { parts }));
    format!("{imports:#?}\n{places}")
}

/// Lines of `{:#?}` that tell places are left out.
fn without_places(debug: &str) -> String {
    let mut out = String::new();
    let mut inside = None;
    for line in debug.lines() {
        let indent = line.len() - line.trim_start().len();
        match inside {
            Some(from) if indent > from => continue,
            Some(_) => inside = None,
            None if line.trim_end().ends_with("Span {") => {
                inside = Some(indent);
                continue;
            }
            None if line.trim_start().starts_with("tokens: ") => continue,
            None => {}
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// Every schema of the repository.
fn schemas() -> Vec<(PathBuf, String)> {
    fn walk(directory: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            if path.is_dir() && name != "target" && !name.starts_with('.') {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "still") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join(".."),
        &mut found,
    );
    found.sort();
    let read = |path: PathBuf| {
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        (path, text)
    };
    found.into_iter().map(read).collect()
}

/// A text with `between(i)` before its token `i`, in place of its white space where there is no comment.
fn respaced(text: &str, between: impl Fn(usize) -> String) -> String {
    let (tokens, _) = lex(FileId(0), text);
    let mut out = String::new();
    let mut before: Option<Token> = None;
    for (i, token) in tokens.iter().enumerate() {
        let lead = &text[token.lead as usize..token.start as usize];
        let new = between(i);
        let doc = before.is_some_and(|t| matches!(t.kind, TokenKind::Doc | TokenKind::InnerDoc));
        if lead.contains("//") || new.is_empty() && !lead.is_empty() {
            out.push_str(lead);
        } else if before.is_some() || new.contains("//") {
            if doc && !new.trim_start_matches([' ', '\t']).starts_with('\n') {
                out.push('\n');
            }
            // A comment of three or more slashes would be another token.
            out.push_str(&new);
        }
        out.push_str(&text[token.start as usize..token.end as usize]);
        before = Some(*token);
    }
    out
}

#[test]
fn every_schema_of_the_repository_keeps_its_meaning_and_comments() {
    let all = schemas();
    assert!(all.len() > 40);
    let formatted = all.iter().filter(|(_, text)| holds(text)).count();
    assert!(formatted > 30, "{formatted} of {}", all.len());
}

#[test]
fn the_schemas_of_the_repository_are_formatted() {
    let mut wrong = Vec::new();
    for (path, text) in schemas() {
        // The cases of diagnostics, fixes and lints are wrong on purpose.
        let cases = |c: Component<'_>| {
            ["diagnostics", "fixes", "lints"]
                .iter()
                .any(|d| c.as_os_str() == *d)
        };
        if path.components().any(cases) {
            continue;
        }
        if format(&text).is_ok_and(|tidy| tidy != text) {
            wrong.push(path);
        }
    }
    assert!(
        wrong.is_empty(),
        "run `stillwire fmt`, which changes {wrong:#?}"
    );
}

#[test]
fn a_comment_between_any_two_tokens_stays_between_them() {
    for (path, text) in schemas() {
        if text.lines().count() > 20 || format(&text).is_err() {
            continue;
        }
        let count = lex(FileId(0), &text).0.len();
        for at in 0..count {
            for comment in ["// c\n", "\n// c\n", " // a\n\n// b\n\n"] {
                let damaged = respaced(&text, |i| {
                    if i == at {
                        comment.to_owned()
                    } else {
                        String::new()
                    }
                });
                // Within a sign such as `<=` there is no room for one.
                if !holds(&damaged) {
                    let (tokens, _) = lex(FileId(0), &text);
                    assert_eq!(
                        tokens[at].kind,
                        TokenKind::Eq,
                        "{}:\n{damaged}",
                        path.display()
                    );
                }
            }
        }
    }
}

#[test]
fn comments_between_all_tokens_at_once_stay() {
    for (_, text) in schemas() {
        let (tokens, _) = lex(FileId(0), &text);
        let joined = |i: usize| {
            i > 0 && tokens[i].kind == TokenKind::Eq && tokens[i - 1].end == tokens[i].start
        };
        for before in ["", "\n", "\n\n"] {
            let with = respaced(&text, |i| {
                if joined(i) {
                    String::new()
                } else {
                    format!("{before}// number {i}\n")
                }
            });
            assert_eq!(holds(&with), format(&text).is_ok());
        }
    }
}

/// Names, among them keywords.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z][a-z0-9_]{0,8}",
        prop::sample::select(vec![
            "where", "in", "use", "reserved", "len", "each", "enum", "package", "stream", "as",
            "rpc", "type"
        ])
        .prop_map(str::to_owned),
    ]
}

fn ty() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        prop::sample::select(vec![
            "u8",
            "i64",
            "string",
            "bytes",
            "uuid",
            "Foo",
            "a.b.v1.Bar",
            "decimal<8>"
        ])
        .prop_map(str::to_owned),
    ];
    leaf.prop_recursive(3, 8, 2, |inner| {
        prop_oneof![
            inner.clone().prop_map(|t| format!("list<{t}>")),
            (inner.clone(), inner.clone()).prop_map(|(k, v)| format!("map<{k},{v}>")),
            (inner, expr()).prop_map(|(t, n)| format!("[{t};{n}]")),
        ]
    })
}

fn term() -> impl Strategy<Value = String> {
    prop_oneof![
        "[1-9][0-9]{0,3}",
        "-[1-9][0-9]{0,3}",
        Just("0xff_ff".to_owned()),
        Just("1.5e-3".to_owned()),
        Just("250ms".to_owned()),
        Just("\"a // \\\"b\"".to_owned()),
        Just("b\"\\xff\"".to_owned()),
        Just("MAX_SIZE".to_owned()),
        Just("a.v1.MAX".to_owned()),
        name().prop_map(|n| format!(".{n}")),
        Just("true".to_owned()),
    ]
}

fn expr() -> impl Strategy<Value = String> {
    let operator = prop::sample::select(vec!["|", "<<", "+", "-"]);
    (term(), prop::collection::vec((operator, term()), 0..4)).prop_map(|(first, rest)| {
        rest.into_iter()
            .fold(first, |out, (op, term)| format!("{out} {op} {term}"))
    })
}

fn rules() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec!["", "each ", "key len ", "value ", "len "]);
    let compare = prop::sample::select(vec!["<", "<=", ">", ">=", "==", "!="]);
    let test = prop_oneof![
        (compare, expr()).prop_map(|(op, e)| format!("{op}{e}")),
        (term(), term()).prop_map(|(a, b)| format!("in {a}..={b}")),
        Just("unique".to_owned()),
    ];
    prop::collection::vec((part, test), 0..6).prop_map(|all| {
        let all: Vec<String> = all.into_iter().map(|(p, t)| format!("{p}{t}")).collect();
        if all.is_empty() {
            String::new()
        } else {
            format!(" where {}", all.join(","))
        }
    })
}

fn attributes() -> impl Strategy<Value = String> {
    let one = prop::sample::select(vec![
        "",
        "",
        "",
        "#[safe]",
        "#[since(\"1.3\")]",
        "#[a.b(x=1,\"y\",.z, -4)]",
        "#[a]\n#[b]",
        "/// doc\n",
        "/// one\n///two  \n",
        "#[a]/// doc\n",
        "/// doc\n#[timeout(250ms)] ",
    ]);
    one.prop_map(str::to_owned)
}

fn field() -> impl Strategy<Value = String> {
    let optional = prop::sample::select(vec!["", "?"]);
    let default = prop_oneof![Just(String::new()), expr().prop_map(|e| format!("={e}"))];
    prop_oneof![
        4 => (attributes(), 1..99_u8, name(), ty(), optional, default, rules())
            .prop_map(|(a, n, name, t, o, d, r)| format!("{a}@{n} {name}:{t}{o}{d}{r};")),
        1 => ty().prop_map(|t| format!("@7 reserved {t}\"old\";")),
    ]
}

fn item() -> impl Strategy<Value = String> {
    let fields = prop::collection::vec(field(), 0..6);
    let gap = prop::sample::select(vec!["", " ", "\n", "\n\n\n"]);
    let values = prop::collection::vec((name(), -9..99_i32), 0..5);
    let renamed = prop::sample::select(vec!["", " as Other"]);
    prop_oneof![
        (attributes(), fields, gap.clone())
            .prop_map(|(a, f, gap)| format!("{a}message Foo {{{gap}{}{gap}}}", f.join(gap))),
        (name(), expr(), gap.clone())
            .prop_map(|(n, e, gap)| { format!("flags F:u16{{{gap}{n}={e};{gap}none=0;}}") }),
        (values, gap.clone()).prop_map(|(v, gap)| {
            let v: Vec<String> = v.into_iter().map(|(n, i)| format!("{n}={i};")).collect();
            format!(
                "closed enum E:u8{{{gap}{}reserved -5..=-3\"why\";{gap}}}",
                v.join(gap)
            )
        }),
        (attributes(), name(), gap.clone()).prop_map(|(a, n, gap)| format!(
            "service S{{{a}{gap}rpc {n}(stream Foo)->stream a.Bar;{gap}rpc b()->();}}"
        )),
        (attributes(), name(), ty(), rules(), gap.clone()).prop_map(|(a, n, t, r, gap)| format!(
            "message M{{{gap}{a}oneof {n}?{{{gap}@1 {n};{gap}{a}@2 b:{t}{r};@4 reserved;{gap}}}@3 c:u8;oneof d{{@5 e;}}}}"
        )),
        (name(), ty(), gap)
            .prop_map(|(n, t, gap)| format!("union U {{{gap}@1 {n};{gap}@2 b:{t};@3 reserved;}}")),
        (ty(), rules()).prop_map(|(t, r)| format!("type Alias={t}{r};")),
        (ty(), expr()).prop_map(|(t, e)| format!("const MAX:{t}={e};")),
        prop::sample::select(vec![
            "a.v1.{B,A as C,}",
            "a.v1.X",
            "b.v1.{x}",
            "c",
            "a.v1.A",
            "a.v1",
            "a.{B} as C"
        ])
        .prop_flat_map(move |u| renamed.clone().prop_map(move |r| {
            if u.contains('{') {
                format!("use {u};")
            } else {
                format!("use {u}{r};")
            }
        })),
    ]
}

fn schema() -> impl Strategy<Value = String> {
    let gap = prop::sample::select(vec![
        "",
        "\n",
        "\n\n\n",
        " // end\n",
        "\n// own\n",
        "\n\n// own\n\n",
    ]);
    prop::collection::vec((item(), gap), 0..12).prop_map(|items| {
        let items: String = items
            .into_iter()
            .map(|(item, gap)| format!("{item}{gap}"))
            .collect();
        format!("package a.v1;{items}")
    })
}

/// White space and comments that can stand anywhere.
fn between() -> impl Strategy<Value = Vec<&'static str>> {
    let one = prop::sample::select(vec![
        "",
        "",
        "",
        "",
        " ",
        "\n",
        "\r\n",
        "\n\n\n",
        " // same line\n",
        "\n// own line\n",
        "\n\n  // blank above\n\n",
        "//tight\n",
    ]);
    prop::collection::vec(one, 97)
}

/// Words and signs of the language in any order, behind what makes most of them a schema.
fn soup() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "message M {",
        "struct S {",
        "union U {",
        "closed enum E : u8 {",
        "flags F : u8 {",
        "service V {",
        "}",
        "}\n",
        "@1 a: u8;",
        "@2 b: list<u8>? where len < 3;",
        "a = 0;",
        "b = 1 << 2;",
        "c: u8;",
        "@3 d;",
        "rpc a(M) -> stream M;",
        "#[safe]",
        "#[since(\"1\")]",
        "/// d\n",
        "// c\n",
        "//! i\n",
        "use a.v1.B;",
        "use a.{c, D};",
        "const A: u8 = 1;",
        "type T = u8;",
        "reserved 5;",
        "@4 reserved u8;",
        "\n\n",
        ";",
        "package b;",
    ]);
    prop::collection::vec(words, 0..24).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn words_in_any_order_are_refused_or_formatted(text in soup(), between in between()) {
        holds(&text);
        holds(&respaced(&text, |i| between[i % between.len()].to_owned()));
    }

    #[test]
    fn generated_schemas_keep_their_meaning_and_comments(text in schema()) {
        prop_assert!(holds(&text), "refused:\n{text}\n{}", format(&text).unwrap_err());
    }

    #[test]
    fn generated_schemas_with_anything_between_tokens_keep_it(text in schema(), between in between()) {
        holds(&respaced(&text, |i| between[i % between.len()].to_owned()));
    }

    #[test]
    fn the_schemas_of_the_repository_with_anything_between_tokens_keep_it(which in any::<prop::sample::Index>(), between in between()) {
        let all = schemas();
        let (_, text) = which.get(&all);
        holds(&respaced(text, |i| between[i % between.len()].to_owned()));
    }

    #[test]
    fn any_text_is_refused_or_formatted(text in any::<String>()) {
        holds(&text);
    }
}

#[track_caller]
fn becomes(text: &str, tidy: &str) {
    assert_eq!(format(text).unwrap(), tidy);
    assert!(holds(text));
}

#[test]
fn spaces_are_where_they_belong() {
    becomes(
        "package  a . v1 ;\nenum Side:u8{unspecified=0;buy=0x0_1;low=- 3;reserved -5 ..= -4 ;}\nconst M : u32=1<<4|A-1;
        message M{@1   a:map < string , list<[ u8;4 ] > > ? where key len>0 , value len<=M,each!= .b, in - 1..=.c;}
        service S{#[timeout( 250ms )]rpc a( stream M )->( );}",
        "package a.v1;

enum Side : u8 {
  unspecified = 0;
  buy = 0x0_1;
  low = -3;
  reserved -5..=-4;
}
const M: u32 = 1 << 4 | A - 1;
message M {
  @1 a: map<string, list<[u8; 4]>>? where key len > 0, value len <= M, each != .b, in -1..=.c;
}
service S {
  #[timeout(250ms)] rpc a(stream M) -> ();
}
",
    );
}

#[test]
fn a_default_behind_a_list_is_no_comparison() {
    becomes(
        "package a;\n\nstruct S { a: list<u8>=5; b: list<u8>where >=5; }",
        "package a;\n\nstruct S { a: list<u8> = 5; b: list<u8> where >= 5; }\n",
    );
}

#[test]
fn a_field_named_where_is_no_condition() {
    becomes(
        "package a;\n\nunion U { @1 where; @2 where: u8 where >1; }\nenum E { where=1; }",
        "package a;\n\nunion U { @1 where; @2 where: u8 where > 1; }\nenum E { where = 1; }\n",
    );
}

#[test]
fn a_short_block_stays_on_its_line_and_a_long_one_does_not() {
    becomes(
        "package a;\n\nstruct S { a: u8; b: u8; c: u8; }",
        "package a;\n\nstruct S { a: u8; b: u8; c: u8; }\n",
    );
    becomes(
        "package a;\n\nstruct S {\na: u8; }",
        "package a;\n\nstruct S {\n  a: u8;\n}\n",
    );
    becomes(
        "package a;\n\nstruct S { a: u8; b: u8; c: u8; d: u8; }",
        "package a;\n\nstruct S {\n  a: u8;\n  b: u8;\n  c: u8;\n  d: u8;\n}\n",
    );
    for (extra, columns) in [(0, 100), (1, 101)] {
        let name = "n".repeat(61 + extra);
        let text = format!("package a;\n\nstruct Sixteen16161616 {{ {name}: u8; b: u8; }}\n");
        assert_eq!(text.lines().last().unwrap().len(), columns);
        assert_eq!(format(&text).unwrap() == text, columns == 100);
    }
}

#[test]
fn a_line_of_a_hundred_columns_stays_and_a_longer_one_is_broken() {
    let field = |n: usize, between: &str| {
        let name = "a".repeat(n);
        format!(
            "package a;\n\nmessage M {{\n  @1 {name}: list<string>{between}where len <= 9, each len > 0, unique;\n}}\n"
        )
    };
    let columns = |n| field(n, " ").lines().nth(3).unwrap().len();
    assert_eq!((columns(43), columns(44)), (100, 101));
    becomes(&field(43, " "), &field(43, " "));
    becomes(&field(44, " "), &field(44, "\n      "));
    let conditions = (10..40).map(|i| format!("!= {i}")).collect::<Vec<_>>();
    let tidy = format(&format!(
        "package a;\n\ntype T = u8 where {};\n",
        conditions.join(",")
    ))
    .unwrap();
    assert!(tidy.lines().all(|line| line.len() <= 100));
    assert!(
        tidy.contains("type T = u8\n    where != 10, != 11,"),
        "{tidy}"
    );
}

#[test]
fn imports_are_sorted_and_merged_between_comments() {
    becomes(
        "package a.v1;\nuse c.v1.{Z,Y as W,};\n\nuse c.v1.A;use b;\n// Of others.\nuse z.v1.Z; // why\nuse a.b.v1.{Q};\nmessage M {}",
        "package a.v1;\n\nuse b;\nuse c.v1.{A, Y as W, Z};\n// Of others.\nuse z.v1.Z; // why\nuse a.b.v1.Q;\n\nmessage M {}\n",
    );
    let names: Vec<String> = (0..20).map(|i| format!("Name{i}")).collect();
    becomes(
        &format!("package a.v1;\n\nuse b.v1.{{{}}};\n", names.join(",")),
        "package a.v1;\n\nuse b.v1.{Name0, Name1, Name10, Name11, Name12, Name13, Name14, Name15, Name16, Name17, Name18,\n    Name19, Name2, Name3, Name4, Name5, Name6, Name7, Name8, Name9};\n",
    );
}

#[test]
fn docs_come_before_attributes_and_comments_stay() {
    becomes(
        "package a;\n\n#[deprecated(\"x\")]\n/// Docs.\nmessage M { #[since(\"1\")] @1 a: u8; // why\n\n\n\n  // lonely\n  }\n//end",
        "package a;\n\n/// Docs.\n#[deprecated(\"x\")]\nmessage M {\n  #[since(\"1\")] @1 a: u8; // why\n\n  // lonely\n}\n//end\n",
    );
    becomes(
        "package a;\n\n#[deprecated(\"x\")] // here\n/// Docs.\nmessage M {}",
        "package a;\n\n#[deprecated(\"x\")] // here\n/// Docs.\nmessage M {}\n",
    );
    becomes(
        "package a;\n\nmessage M { // why\n}",
        "package a;\n\nmessage M { // why\n}\n",
    );
    becomes(
        "\u{feff}\n\n// first\r\npackage a; // x\r\n",
        "// first\npackage a; // x\n",
    );
    becomes("// only\n", "// only\n");
    becomes("", "");
}

#[test]
fn two_attributes_stand_on_lines_of_their_own() {
    becomes(
        "package a;\n\nmessage M { #[a] #[b] @1 a: u8; }",
        "package a;\n\nmessage M {\n  #[a]\n  #[b]\n  @1 a: u8;\n}\n",
    );
}

#[test]
fn what_has_errors_is_refused_with_its_name() {
    let error = format_source("some.still", "package a;\n\nmessage M { @1 a u8; }").unwrap_err();
    assert!(
        error.report().render(false).contains("some.still:3:"),
        "{error}"
    );
    assert!(format("package a; message M { @1 a: u8 }").is_err());
}

#[test]
fn a_file_of_a_megabyte_is_formatted_in_time() {
    let line = "  @1 name: map<string, list<u8>>? where len in 1..=16; // a comment\n";
    let text = |n: usize| format!("package a;\n\nmessage M {{\n{}}}\n", line.repeat(n));
    let most = (1 << 20) / line.len() - 1;
    let start = std::time::Instant::now();
    assert_eq!(format(&text(most)).unwrap(), text(most));
    // Two seconds with optimisation; tests have none.
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

#[test]
fn what_would_be_too_large_is_not_written() {
    let dense = format!("package a;message M{{{}}}", "@1 a:u8;".repeat(130_000));
    assert!(dense.len() < 1 << 20);
    let error = format(&dense).unwrap_err();
    assert!(error.to_string().contains("would have"), "{error}");
    assert!(format(&" ".repeat((1 << 20) + 1)).is_err());
}

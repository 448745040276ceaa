//! Text made to hurt ends in a diagnostic, soon.

use std::collections::BTreeMap;
use std::sync::mpsc;
use std::time::Duration;

use proptest::prelude::*;
use stillwire_compiler::{Builder, Code, Error, check_source};

/// Long enough for a slow machine without optimisation, far too short for anything quadratic.
const PATIENCE: Duration = Duration::from_secs(60);

/// Checks `text` on a thread with a small stack and gives up on one that hangs.
fn check(text: String) -> Result<(), Error> {
    let (done, wait) = mpsc::channel();
    let work = move || {
        done.send(
            check_source("hostile.still", &text)
                .map(|checked| drop(checked.warnings.render(false))),
        )
    };
    std::thread::Builder::new()
        .stack_size(1 << 20)
        .spawn(work)
        .unwrap();
    let result = wait.recv_timeout(PATIENCE).expect("an answer, in time");
    if let Err(error) = &result {
        assert!(!error.diagnostics().is_empty());
        let report = error.to_string();
        assert!(report.len() < 1 << 20, "a report of {} bytes", report.len());
    }
    result
}

fn refused(text: impl Into<String>) -> Vec<Code> {
    check(text.into())
        .unwrap_err()
        .diagnostics()
        .iter()
        .map(|d| d.code)
        .collect()
}

const HEAD: &str = "package a.v1;\n";

#[test]
fn brackets_without_end_are_refused() {
    for open in [
        "[",
        "(",
        "{",
        "<",
        "@",
        "#[",
        "}",
        "]",
        "list<",
        "map<",
        "-",
        "closed ",
        "closed enum ",
        "message A { ",
        "#",
        "///\n",
        "#[a]",
        "oneof a {",
    ] {
        refused(format!("{HEAD}{}", open.repeat(100_000)));
        refused(format!("{HEAD}message M {{ @1 a: {}", open.repeat(100_000)));
        refused(format!("{HEAD}const A: u32 = {}", open.repeat(100_000)));
        refused(format!("{HEAD}enum E {{ {}", open.repeat(100_000)));
        refused(format!("{HEAD}service S {{ rpc a({}", open.repeat(100_000)));
    }
}

#[test]
fn a_name_of_a_megabyte_is_refused() {
    let name = "a".repeat(1_000_000);
    assert!(refused(format!("{HEAD}message M {{ @1 {name}: u8; }}")).contains(&Code::OverLimit));
    assert!(
        refused(format!(
            "{HEAD}message M {{ @1 a: {}; }}",
            name.to_uppercase()
        ))
        .contains(&Code::OverLimit)
    );
    refused(format!("{HEAD}const A: u32 = {};", "9".repeat(1_000_000)));
    refused(format!("{HEAD}const A: u32 = {name};"));
    refused(format!(
        "{HEAD}const A: string = \"{}",
        "x".repeat(1_000_000)
    ));
    refused(format!("package {}", "a.".repeat(400_000)));
}

#[test]
fn a_file_at_the_limit_is_read_and_one_past_it_is_refused() {
    let pad = |n: usize| format!("{HEAD}//{}", "x".repeat(n - HEAD.len() - 2));
    assert!(check(pad(1 << 20)).is_ok());
    assert_eq!(refused(pad((1 << 20) + 1)), [Code::OverLimit]);
}

#[test]
fn characters_that_steer_a_terminal_are_refused_and_not_repeated() {
    for c in [
        '\0', '\u{1b}', '\u{202e}', '\u{200b}', '\u{feff}', '\u{7f}', '\u{2028}',
    ] {
        for text in [
            format!("{HEAD}// {c}\n"),
            format!("{HEAD}const A: string = \"{c}\";"),
            format!("{HEAD}message {c} M {{}}"),
        ] {
            let error = check(text).unwrap_err();
            assert!(!error.to_string().contains(c), "{:?}", error.to_string());
        }
    }
}

#[test]
fn chains_are_bounded() {
    let consts: String = (0..10_000)
        .map(|i| format!("const A{i}: u8 = A{};\n", i + 1))
        .collect();
    assert!(refused(format!("{HEAD}{consts}const A10000: u8 = 1;")).contains(&Code::OverLimit));
    let aliases: String = (0..10_000)
        .map(|i| format!("type A{i} = list<A{}>;\n", i + 1))
        .collect();
    refused(format!("{HEAD}{aliases}type A10000 = u8;"));
    let structs: String = (0..10_000)
        .map(|i| format!("struct A{i} {{ a: A{}; }}\n", i + 1))
        .collect();
    assert!(refused(format!("{HEAD}{structs}struct A10000 {{ a: u8; }}")).contains(&Code::TooDeep));
    let circle: String = (0..10_000)
        .map(|i| format!("message A{i} {{ @1 a: A{}; }}\n", (i + 1) % 10_000))
        .collect();
    assert_eq!(refused(format!("{HEAD}{circle}")), [Code::RequiredCycle]);
    let doubling: String = (0..60)
        .map(|i| format!("type A{i} = map<A{}, A{}>;\n", i + 1, i + 1))
        .collect();
    refused(format!("{HEAD}{doubling}type A60 = list<u8>;"));
}

#[test]
fn a_chain_of_constants_is_judged_alike_in_any_order() {
    let line = |i: usize| {
        if i == 0 {
            "const A0: u8 = 1;\n".to_owned()
        } else {
            format!("const A{i}: u8 = A{};\n", i - 1)
        }
    };
    for (count, good) in [(64, true), (65, false)] {
        let up: String = (0..count).map(line).collect();
        let down: String = (0..count).rev().map(line).collect();
        assert_eq!(
            check(format!("{HEAD}{up}")).is_ok(),
            good,
            "{count} ascending"
        );
        assert_eq!(
            check(format!("{HEAD}{down}")).is_ok(),
            good,
            "{count} descending"
        );
    }
}

#[test]
fn large_types_are_checked_in_time() {
    let fields: String = (1..=20_000).map(|i| format!("@{i} f{i}: u8;\n")).collect();
    check(format!("{HEAD}message M {{ {fields} }}")).unwrap();
    let types: String = (0..20_000)
        .map(|i| format!("message M{i} {{ @1 a: Nope; }}\n"))
        .collect();
    assert_eq!(refused(format!("{HEAD}{types}")).len(), 100);
    let values: String = (0..30_000).map(|i| format!("v{i} = {i};\n")).collect();
    check(format!(
        "{HEAD}enum E : u16 {{ zero = 0; {} }}",
        values.replacen("v0 = 0;\n", "", 1)
    ))
    .unwrap();
}

#[test]
fn many_wrong_names_are_refused_in_time() {
    let consts: String = (0..20_000)
        .map(|i| format!("const A{i}: u32 = B{i};\n"))
        .collect();
    assert_eq!(refused(format!("{HEAD}{consts}")).len(), 100);
    let attributes: String = (0..60_000).map(|i| format!("#[a{i}] ")).collect();
    assert_eq!(
        refused(format!("{HEAD}{attributes} message M {{}}")).len(),
        100
    );
}

#[test]
fn what_is_no_utf8_is_refused() {
    let path =
        std::env::temp_dir().join(format!("stillwire-not-utf8-{}.still", std::process::id()));
    std::fs::write(&path, b"\xff\xfe\x00package").unwrap();
    let error = Builder::new().file(&path).check().unwrap_err();
    std::fs::remove_file(&path).unwrap();
    assert_eq!(error.diagnostics()[0].code, Code::NotUtf8);
}

#[cfg(unix)]
#[test]
fn a_device_without_end_is_refused() {
    let error = Builder::new().file("/dev/zero").check().unwrap_err();
    assert_eq!(error.diagnostics()[0].code, Code::Unreadable);
}

/// Every label lies inside its file and on whole characters; drawing never panics.
fn assert_sound(text: &str) {
    let report = match check_source("any.still", text) {
        Ok(checked) => checked.warnings,
        Err(error) => error.report().clone(),
    };
    for label in report.diagnostics().iter().flat_map(|d| &d.labels) {
        let source = report.sources().text(label.span.file);
        assert!(
            source
                .get(label.span.start as usize..label.span.end as usize)
                .is_some(),
            "{label:?}"
        );
        assert!(report.sources().line_column(label.span) >= (1, 1));
    }
    assert_eq!(report.render(true).is_empty(), report.is_empty());
    let builder = Builder::new().overlay("any.still", text).file("any.still");
    if let Ok(found) = builder.lint(&BTreeMap::new()) {
        assert_eq!(found.render(false).is_empty(), found.is_empty());
    }
}

proptest! {
    #[test]
    fn any_text_is_judged_without_panic(text in any::<String>()) {
        assert_sound(&text);
    }

    #[test]
    fn any_ascii_after_a_good_head_is_judged_without_panic(text in "[ -~\n]{0,400}") {
        assert_sound(&format!("{HEAD}{text}"));
    }

    #[test]
    fn any_words_are_judged_without_panic(words in prop::collection::vec(prop::sample::select(vec![
        "message M {", "struct S {", "union U {", "enum E {", "service V {", "}", "@1", "@2", "a:", "b:", "M", "S", "U", "E", "u8", "list<", ">", "?", ";",
        "= 1", "= .a", "rpc a(", ")", "->", "stream", "const A: u8 =", "type T =", "T", "A", "[", "]", "reserved", "a = 0;", "\"x\"", "map<", ",", "#[safe]",
        "/// d\n", "é", "\n", "where", "+", "<<",
    ]), 0..120)) {
        assert_sound(&format!("{HEAD}{}", words.join(" ")));
    }
}

//! What fixes make of schemas. Each `.still` in `tests/fixes` lies beside the `.fixed` that becomes of it, which compiles.
//!
//! `STILLWIRE_BLESS=1 cargo test -p stillwire-compiler --test fixes` writes what becomes of them now.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use stillwire_compiler::{Builder, Code, check_source, limits};

/// The text after fixing, and the codes that were mended.
fn fixed(path: &Path) -> (String, BTreeSet<Code>) {
    let fixed = Builder::new().file(path).fix().unwrap();
    let checked = fixed
        .result
        .unwrap_or_else(|e| panic!("{}: {e}\n{:#?}", path.display(), fixed.files));
    assert!(
        checked.warnings.is_empty(),
        "{}",
        checked.warnings.render(false)
    );
    assert_eq!(fixed.files.keys().collect::<Vec<_>>(), [path]);
    (
        fixed.files[path].clone(),
        fixed.applied.iter().map(|a| a.code).collect(),
    )
}

#[test]
fn schemas_are_mended_as_recorded() {
    let bless = std::env::var_os("STILLWIRE_BLESS").is_some();
    let mut wrong = Vec::new();
    let mut mended = BTreeSet::new();
    for entry in fs::read_dir("tests/fixes").unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "still") {
            continue;
        }
        let (text, codes) = fixed(&path);
        mended.extend(codes);
        let golden = path.with_extension("fixed");
        if bless {
            fs::write(golden, text).unwrap();
        } else if fs::read_to_string(golden).unwrap_or_default() != text {
            wrong.push(format!("{}:\n{text}", path.display()));
        }
    }
    assert!(
        wrong.is_empty(),
        "these differ from their .fixed:\n{}",
        wrong.join("\n")
    );
    let all = [
        Code::Syntax,
        Code::NameCase,
        Code::UnknownKeyword,
        Code::BadOrdinal,
        Code::NoOrdinal,
        Code::DuplicateOrdinal,
        Code::UnknownType,
        Code::UnknownConst,
        Code::UnknownValue,
        Code::UnusedUse,
        Code::WhereType,
        Code::UnknownAttribute,
    ];
    assert_eq!(mended, BTreeSet::from(all));
}

/// The schema of a page that is wrong, and whether it compiles once fixed.
fn page_is_mended(code: Code) -> Option<bool> {
    let (_, after) = code.page().split_once("\n## Wrong\n")?;
    let (section, _) = after.split_once("\n## ")?;
    // What needs other files is not here.
    let mut blocks = section.split("```still\n").skip(1);
    let text = blocks.next()?.split("```").next()?;
    let path = format!("page/{code}.still");
    let fixed = Builder::new()
        .overlay(&path, text)
        .file(&path)
        .fix()
        .unwrap();
    Some(fixed.result.is_ok() && !fixed.applied.is_empty())
}

#[test]
fn the_wrong_schemas_of_pages_compile_once_fixed_where_there_is_nothing_to_decide() {
    let mended: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| page_is_mended(**code) == Some(true))
        .map(|code| code.as_str())
        .collect();
    assert_eq!(
        mended,
        [
            "S0104", "S0106", "S0112", "S0201", "S0202", "S0210", "S0302", "S0306", "S0307",
            "S0601",
        ]
    );
}

#[test]
fn an_ordinal_that_is_left_out_is_not_decided() {
    let text = "package a.v1;\n\nmessage M {\n  @1 a: u8;\n  @3 b: u8;\n}\n";
    let fixed = Builder::new()
        .overlay("gap.still", text)
        .file("gap.still")
        .fix()
        .unwrap();
    assert!(fixed.files.is_empty() && fixed.applied.is_empty() && fixed.result.is_err());
}

#[test]
fn a_fix_never_removes_a_comment() {
    let path = "tests/fixes/lists.still";
    let text = "package a.v1;\n\nuse lib.v1.{A, // why\n  B};\n\nmessage M { @1 b: B; }\n";
    let fixed = Builder::new().overlay(path, text).file(path).fix().unwrap();
    assert!(fixed.files.is_empty());
    assert_eq!(fixed.result.unwrap().warnings.diagnostics().len(), 1);
}

#[test]
fn imported_packages_are_not_changed() {
    let path = "tests/fixes/importer.still";
    let text = "package a.v1;\n\nuse lib.v1.A;\n\nmessage M { @1 a: A; }\n";
    let broken = "package lib.v1;\n\nmessage A { @1 b: uint32; }\n";
    let builder = Builder::new()
        .overlay(path, text)
        .overlay("tests/fixes/lib/v1/lib.still", broken);
    let fixed = builder.file(path).fix().unwrap();
    assert!(fixed.files.is_empty() && fixed.result.is_err());
}

/// A message of so many fields, none with its `;`.
fn forgotten(count: usize) -> String {
    let fields: String = (1..=count).map(|i| format!("  @{i} f{i}: u8\n")).collect();
    format!("package a.v1;\n\nmessage M {{\n{fields}}}\n")
}

#[test]
fn as_many_as_the_limit_of_rounds_allows_are_fixed_and_no_more() {
    let most = limits::MAX_FIX_ROUNDS * limits::MAX_ERRORS;
    for (count, good) in [(most, true), (most + 1, false)] {
        let builder = Builder::new().overlay("many.still", forgotten(count));
        let fixed = builder.file("many.still").fix().unwrap();
        assert_eq!(fixed.applied.len(), most);
        assert_eq!(fixed.result.is_ok(), good);
    }
}

/// The schema of the orders with a piece changed.
fn damaged() -> impl Strategy<Value = String> {
    const SAMPLE: &str = include_str!("../../schemas/examples/orders.still");
    let words = prop::sample::select(vec![
        "",
        ";",
        "@1 ",
        "@9 ",
        "x",
        "U",
        "int32",
        "// c\n",
        "{",
        "}",
        ".",
        "use a.v1.B;",
        " Order ",
        "=",
    ]);
    prop::collection::vec((0..SAMPLE.len(), 0..8_usize, words), 1..6).prop_map(|changes| {
        let mut text = SAMPLE.to_owned();
        for (at, length, word) in changes {
            let start = at.min(text.len());
            let end = (start + length).min(text.len());
            text.replace_range(start..end, word);
        }
        text
    })
}

proptest! {
    #[test]
    fn fixes_of_damaged_schemas_end_and_keep_comments(text in damaged()) {
        let fixed = Builder::new().overlay("damaged.still", &text).file("damaged.still").fix().unwrap();
        prop_assert!(fixed.applied.len() <= limits::MAX_FIX_ROUNDS * limits::MAX_ERRORS);
        for new in fixed.files.values() {
            prop_assert_eq!(new.matches("//").count(), text.matches("//").count());
            prop_assert_eq!(check_source("damaged.still", new).is_ok(), fixed.result.is_ok());
        }
    }
}

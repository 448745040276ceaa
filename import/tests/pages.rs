//! The pages of what imports say are true: each code is found in the `.proto` of its page, and the other file of the page
//! is what it says.

use std::path::PathBuf;
use std::{fs, process};
use stillwire_compiler::Code;
use stillwire_import::{Failure, Imported, Importer};

/// The first block of a language below a heading.
fn block<'a>(page: &'a str, heading: &str, language: &str) -> Option<&'a str> {
    let (_, after) = page.split_once(&format!("\n## {heading}\n"))?;
    let (_, block) = after.split_once(&format!("```{language}\n"))?;
    block.split("```").next()
}

fn import(code: Code, text: &str) -> Result<Imported, Failure> {
    let root = std::env::temp_dir().join(format!("stillwire-pages-{}-{code}", process::id()));
    fs::create_dir_all(&root).unwrap();
    let file: PathBuf = root.join("page.proto");
    fs::write(&file, text).unwrap();
    let done = Importer::new().include(&root).file(&file).import();
    fs::remove_dir_all(&root).unwrap();
    done
}

fn codes() -> Vec<Code> {
    let all = Code::ALL.iter().copied();
    all.filter(|code| code.as_str().starts_with("S08"))
        .collect()
}

fn found(done: &Result<Imported, Failure>) -> Vec<Code> {
    let report = match done {
        Ok(imported) => &imported.findings,
        Err(failure) => failure.findings(),
    };
    report
        .diagnostics()
        .iter()
        .map(|found| found.code)
        .collect()
}

#[test]
fn what_is_wrong_on_a_page_is_refused_with_its_code_and_what_is_right_is_not() {
    let mut seen = 0;
    for code in codes() {
        let Some(wrong) = block(code.page(), "Wrong", "proto") else {
            continue;
        };
        let done = import(code, wrong);
        assert!(
            done.is_err() && found(&done).contains(&code),
            "{code}: {done:?}"
        );
        let right = block(code.page(), "Right", "proto").unwrap();
        let done = import(code, right);
        assert!(
            done.is_ok() && !found(&done).contains(&code),
            "{code}: {done:?}"
        );
        seen += 1;
    }
    assert!(seen >= 4);
}

#[test]
fn what_is_not_kept_is_told_with_its_code_and_becomes_what_the_page_says() {
    let mut seen = 0;
    for code in codes() {
        let Some(from) = block(code.page(), "From", "proto") else {
            continue;
        };
        let done = import(code, from);
        assert!(found(&done).contains(&code), "{code}: {done:?}");
        let imported = done.unwrap();
        let to = block(code.page(), "To", "still").unwrap();
        let files = imported.files.iter();
        let texts: Vec<String> = files
            .map(|file| String::from_utf8(file.bytes.clone()).unwrap())
            .collect();
        assert!(texts.iter().any(|text| text == to), "{code}: {texts:#?}");
        seen += 1;
    }
    assert_eq!(seen + 4, codes().len());
}

//! `stillwire check` for programs, and `stillwire explain`.

mod support;

use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use support::{Run, data, stillwire};

const TWICE: &str =
    "package a.v1;\n\nmessage Order {\n  @1 id: u64; // é\n  @2 one: u64;\n  @2 two: u8;\n}\n";

/// A file of its own for each test.
fn put(name: &str, text: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("check");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn check(format: &str, file: &str) -> Run {
    stillwire(&["check", "--format", format, file], b"")
}

#[test]
fn json_is_one_object_a_line() {
    let file = put("json.still", TWICE);
    let run = check("json", &file);
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (1, "error: the schema does not compile\n")
    );
    let objects: Vec<Value> = run
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(objects.len(), 1);
    let object = &objects[0];
    assert_eq!(
        (&object["code"], &object["severity"]),
        (&json!("S0210"), &json!("error"))
    );
    assert_eq!(object["notes"].as_array().unwrap().len(), 1);
    assert!(object["help"].as_str().unwrap().contains("@3"));
    let label = &object["labels"][0];
    assert_eq!(label["file"], json!(file));
    assert_eq!(
        label["start"],
        json!({ "byte": TWICE.find("@2 two").unwrap(), "line": 6, "column": 3 })
    );
    assert_eq!(
        label["end"],
        json!({ "byte": TWICE.find("@2 two").unwrap() + 2, "line": 6, "column": 5 })
    );
    assert_eq!(object["labels"].as_array().unwrap().len(), 2);
    assert_eq!(object["fixes"][0]["replacement"], json!("@3"));
    assert_eq!(object["fixes"][0]["start"], label["start"]);
    let run = check("json", &data("fine.still"));
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (0, "", "")
    );
}

#[test]
fn warnings_are_written_and_the_exit_code_is_0() {
    let file = put(
        "warning.still",
        "package a.v1;\n\nenum Side : u8 { buy = 1; unspecified = 0; }\n",
    );
    let run = check("json", &file);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(
        run.stdout.contains(r#""code":"S0510""#) && run.stdout.contains(r#""severity":"warning""#)
    );
    assert!(check("github", &file).stdout.starts_with("::warning file="));
}

#[test]
fn a_problem_without_a_place_is_written_too() {
    for format in ["json", "sarif", "github"] {
        let run = check(format, "no/such.still");
        assert_eq!(run.code, 1);
        assert!(run.stdout.contains("S0701"), "{}", run.stdout);
    }
}

#[test]
fn sarif_has_what_its_schema_requires() {
    let file = put("sarif.still", TWICE);
    let run = check("sarif", &file);
    assert_eq!(run.code, 1);
    let log: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(log["version"], json!("2.1.0"));
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], json!("stillwire"));
    assert_eq!(driver["rules"][0]["id"], json!("S0210"));
    assert!(
        driver["rules"][0]["help"]["markdown"]
            .as_str()
            .unwrap()
            .contains("## Right")
    );
    let result = &run["results"][0];
    assert_eq!(
        (&result["ruleId"], &result["ruleIndex"], &result["level"]),
        (&json!("S0210"), &json!(0), &json!("error"))
    );
    assert!(
        result["message"]["text"]
            .as_str()
            .unwrap()
            .contains("used twice")
    );
    let place = &result["locations"][0]["physicalLocation"];
    assert!(
        place["artifactLocation"]["uri"]
            .as_str()
            .unwrap()
            .starts_with("file:///")
    );
    assert_eq!(
        place["region"],
        json!({ "startLine": 6, "startColumn": 3, "endLine": 6, "endColumn": 5 })
    );
    assert_eq!(result["relatedLocations"].as_array().unwrap().len(), 1);
    let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["deletedRegion"], place["region"]);
    assert_eq!(replacement["insertedContent"]["text"], json!("@3"));
    let fine: Value = serde_json::from_str(&check("sarif", &data("fine.still")).stdout).unwrap();
    assert_eq!(fine["runs"][0]["results"], json!([]));
}

#[test]
fn annotations_of_github_are_one_line_each() {
    let file = put("100%, a: b.still", TWICE);
    let run = check("github", &file);
    assert_eq!(run.code, 1);
    assert_eq!(run.stdout.lines().count(), 1);
    assert!(run.stdout.starts_with("::error file="), "{}", run.stdout);
    assert!(
        run.stdout
            .contains("100%25%2C a%3A b.still,line=6,col=3,endColumn=5,title=S0210::"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("%0Athe next free ordinal is @3%0A"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_form_that_does_not_exist_is_a_wrong_call() {
    assert_eq!(check("xml", &data("fine.still")).code, 2);
}

#[test]
fn a_code_is_explained_by_its_page() {
    let run = stillwire(&["explain", "S0210"], b"");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.starts_with("# S0210: ") && run.stdout.contains("\n## Wrong\n"));
    assert_eq!(stillwire(&["explain", "s0210"], b"").stdout, run.stdout);
    assert_eq!(stillwire(&["explain", "S9999"], b"").code, 2);
}

#[test]
fn without_a_code_all_are_listed() {
    let run = stillwire(&["explain"], b"");
    assert_eq!(run.code, 0);
    assert_eq!(
        run.stdout.lines().count(),
        stillwire_compiler::Code::ALL.len()
    );
    assert!(
        run.stdout
            .contains("S0309  warning  an import is not used\n")
    );
}

#[test]
fn fixes_are_written_and_told_and_what_is_left_is_reported() {
    let file = put("fix.still", TWICE);
    let run = stillwire(&["check", &file], b"");
    assert!(
        run.stderr.contains("`stillwire check --fix` can mend"),
        "{}",
        run.stderr
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), TWICE);
    let run = stillwire(&["check", "--fix", &file], b"");
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    let told = format!("fixed {file}:6:3: ordinal @2 is used twice in message `Order` [S0210]\n");
    assert_eq!(run.stderr, told);
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        TWICE.replace("@2 two", "@3 two")
    );
    let run = stillwire(&["check", "--fix", &file], b"");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));

    let file = put("rest.still", &TWICE.replace("u8", "Nothing"));
    let run = stillwire(&["check", "--fix", "--format", "json", &file], b"");
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.starts_with("fixed ") && run.stdout.contains("S0302"),
        "{}",
        run.stdout
    );
    assert!(
        fs::read_to_string(&file)
            .unwrap()
            .contains("@3 two: Nothing;")
    );
}

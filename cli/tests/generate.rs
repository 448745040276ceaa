//! `stillwire gen` as a user and a build machine run it.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use support::{data, stillwire, stillwire_there};

const LANGUAGES: [&str; 5] = ["rust", "proto", "fds", "json-schema", "descriptor"];

fn fresh(name: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).unwrap();
    root
}

/// All files below `root`, by their paths from there.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut out = BTreeMap::new();
    let mut todo = vec![root.to_owned()];
    while let Some(directory) = todo.pop() {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                todo.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap();
                out.insert(name.replace('\\', "/"), fs::read(&path).unwrap());
            }
        }
    }
    out
}

/// A package that imports another, below `root`.
fn schemas(root: &Path) {
    for (path, text) in [
        (
            "acme/base/v1/base.still",
            "package acme.base.v1;\n/// Euro.\nmessage Money { @1 cents: i64; }\n",
        ),
        (
            "acme/shop/v1/shop.still",
            "package acme.shop.v1;\nuse acme.base.v1.Money;\nmessage Order { @1 price: Money; @2 what: string where len > 0; }\nservice Shop { rpc buy(Order) -> Money; }\n",
        ),
        (
            "acme/shop/v1/more.still",
            "package acme.shop.v1;\nenum Colour : u8 { none = 0; red = 1; }\n",
        ),
    ] {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

#[test]
fn the_same_schema_gives_the_same_bytes_from_every_directory() {
    let root = fresh("everywhere");
    let (here, there) = (root.join("here"), root.join("far/away/there"));
    for place in [&here, &there] {
        schemas(&place.join("schemas"));
    }
    for language in LANGUAGES {
        let schema = "acme/shop/v1/shop.still";
        let relative = stillwire_there(
            &here.join("schemas"),
            &["gen", language, schema, "--out", "../out"],
            b"",
        );
        assert_eq!(relative.code, 0, "{language}: {}", relative.stderr);
        let absolute = there.join("schemas");
        let run = stillwire(
            &[
                "gen",
                language,
                absolute.join(schema).to_str().unwrap(),
                "--root",
                absolute.to_str().unwrap(),
                "--out",
                there.join("out").to_str().unwrap(),
            ],
            b"",
        );
        assert_eq!(run.code, 0, "{language}: {}", run.stderr);
        let (one, other) = (files(&here.join("out")), files(&there.join("out")));
        assert_eq!(
            one.keys().collect::<Vec<_>>(),
            other.keys().collect::<Vec<_>>()
        );
        for (name, bytes) in one {
            assert!(bytes == other[&name], "{language}: {name} differs");
            assert!(!bytes.windows(2).any(|pair| pair == b"\r\n"), "{name}");
            let place = root.to_str().unwrap().as_bytes();
            let told = bytes.windows(place.len()).any(|part| part == place);
            assert!(!told, "{name} tells where it was made");
        }
    }
}

#[test]
fn check_tells_what_is_missing_and_what_differs_and_writes_nothing() {
    let root = fresh("check");
    schemas(&root);
    for language in LANGUAGES {
        let words = ["gen", language, "acme/shop/v1/shop.still", "--out", "out"];
        let check = [&words[..], &["--check"]].concat();
        let _ = fs::remove_dir_all(root.join("out"));
        let run = stillwire_there(&root, &check, b"");
        assert_eq!(run.code, 1, "{language}");
        assert!(run.stdout.contains(" is missing\n"), "{}", run.stdout);
        assert!(!root.join("out").exists());

        assert_eq!(stillwire_there(&root, &words, b"").code, 0);
        let run = stillwire_there(&root, &check, b"");
        assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{language}");

        let before = files(&root.join("out"));
        let (name, bytes) = before.iter().next().unwrap();
        let spoilt = [b"spoilt\n", bytes.as_slice()].concat();
        fs::write(root.join("out").join(name), &spoilt).unwrap();
        let run = stillwire_there(&root, &check, b"");
        assert_eq!(run.code, 1, "{language}");
        assert!(run.stdout.contains(&**name), "{}", run.stdout);
        let shown = run.stdout.contains("-spoilt") || run.stdout.contains(" differs\n");
        assert!(shown, "{}", run.stdout);
        assert!(run.stderr.contains("1 of "), "{}", run.stderr);
        assert_eq!(fs::read(root.join("out").join(name)).unwrap(), spoilt);

        assert_eq!(stillwire_there(&root, &words, b"").code, 0);
        assert_eq!(files(&root.join("out")), before, "{language}");
    }
}

#[test]
fn a_file_that_is_right_is_not_touched() {
    let root = fresh("untouched");
    for language in LANGUAGES {
        let schema = data("fine.still");
        let words = ["gen", language, &schema, "--out", "out"];
        assert_eq!(stillwire_there(&root, &words, b"").code, 0);
        let times = || -> Vec<_> {
            let all = files(&root.join("out")).into_keys();
            all.map(|name| {
                fs::metadata(root.join("out").join(name))
                    .unwrap()
                    .modified()
                    .unwrap()
            })
            .collect()
        };
        let before = times();
        assert_eq!(stillwire_there(&root, &words, b"").code, 0);
        assert_eq!(times(), before, "{language}");
    }
}

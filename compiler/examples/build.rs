//! What generated code costs to build, beside prost's for the same types: `build [FILES] [ROUNDS]`.
//!
//! ```text
//! cargo run -p stillwire-compiler --example build
//!
//! tree of schemas ─┬─ stillwire-compiler ─────────────▶ crate `ours`   ─┬─▶ cargo check, cargo build, cargo build --release
//!                  └─ proto3 ─ protox ─ prost-build ──▶ crate `theirs` ─┘   and programs that use one message, and all
//! ```
//!
//! Crates are made below `target/build-cost`, with the repository's own lock file; what they depend on is built before
//! anything is measured. Times are those of the processor (user and system) in all processes of a build, the least of the
//! rounds, in which both sides take turns. Incremental builds are off: what is measured is what a machine does the first
//! time. The generators run in this very process, so that their times are those of a `build.rs` where this is not built
//! with `--release`, as cargo does not optimize a `build.rs` either.
#![forbid(unsafe_code)]

#[path = "../benches/schemas/tree.rs"]
mod tree;

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};
use stillwire_compiler::model::{Model, TypeBody};
use stillwire_compiler::{Builder, proto};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Files of the tree, where the command line does not say: a thousand types.
const FILES: usize = 100;
/// Builds of each kind, where the command line does not say.
const ROUNDS: usize = 3;
/// The two that are compared, as their crates are named.
const SIDES: [&str; 2] = ["ours", "theirs"];
/// Kinds of builds, with the words that cargo has for them.
const BUILDS: [(&str, &[&str]); 3] = [
    ("cargo check", &["check"]),
    ("cargo build", &["build"]),
    ("cargo build --release", &["build", "--release"]),
];
/// Clock ticks a second in `/proc`, on every architecture that Linux runs on.
const TICKS: f64 = 100.0;

fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let files = arguments.next().map_or(Ok(FILES), |text| text.parse())?;
    let rounds = arguments.next().map_or(Ok(ROUNDS), |text| text.parse())?;
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let work = Workspace::new(here.join("../target/build-cost"), here.join(".."))?;

    let (model, generated) = work.generate(files, rounds)?;
    let mut table = Table::new(&model);
    table.seconds("the generator", generated);
    for (side, crate_) in SIDES.iter().enumerate() {
        table.sources[side] = work.sources(crate_)?;
    }
    for (name, words) in BUILDS {
        table.seconds(name, work.build(words, rounds)?);
    }
    for profile in ["debug", "release"] {
        table.bytes(&format!("library, {profile}"), work.libraries(profile)?);
    }
    for program in ["one", "all"] {
        table.bytes(
            &format!("program, {program}, release"),
            work.programs(program)?,
        );
    }
    print!("{}", table.text());
    Ok(())
}

/// The cargo workspace with the crates of both sides.
struct Workspace {
    root: PathBuf,
}

impl Workspace {
    fn new(root: PathBuf, repository: PathBuf) -> Result<Self> {
        let repository = fs::canonicalize(repository)?;
        fs::create_dir_all(&root)?;
        let root = fs::canonicalize(root)?;
        let prost = prost_requirement(&repository)?;
        let members: Vec<String> = SIDES
            .iter()
            .flat_map(|side| {
                [
                    format!("{side:?}"),
                    format!("\"{side}-one\""),
                    format!("\"{side}-all\""),
                ]
            })
            .collect();
        let manifest = format!(
            "[workspace]\nresolver = \"3\"\nmembers = [{}]\n\n[workspace.dependencies]\n\
             stillwire = {{ path = {:?}, default-features = false }}\nprost = {prost:?}\nprost-types = {prost:?}\n\n\
             [profile.release]\nstrip = \"symbols\"\n",
            members.join(", "),
            repository.display(),
        );
        write(&root.join("Cargo.toml"), &manifest)?;
        fs::copy(repository.join("Cargo.lock"), root.join("Cargo.lock"))?;
        for side in SIDES {
            let own = match side {
                "ours" => "stillwire.workspace = true\n",
                _ => "prost.workspace = true\nprost-types.workspace = true\n",
            };
            package(&root, side, own)?;
            for program in ["one", "all"] {
                let all = format!("{own}{side} = {{ path = \"../{side}\" }}\n");
                package(&root, &format!("{side}-{program}"), &all)?;
            }
        }
        Ok(Self { root })
    }

    /// Schemas, and from them the sources of all crates. Gives the times of both generators.
    fn generate(&self, files: usize, rounds: usize) -> Result<(Model, [f64; 2])> {
        let schemas = self.root.join("schemas");
        let _ = fs::remove_dir_all(&schemas);
        let builder = Builder::new().emit_rerun(false).services(false);
        let builder = tree::write(&schemas, files)?
            .iter()
            .fold(builder, Builder::file);
        let model = builder.check()?.model;

        let protos = self.root.join("protos");
        let _ = fs::remove_dir_all(&protos);
        let mut paths = Vec::new();
        for file in proto::generate(&model) {
            let path = protos.join(&file.path);
            write(&path, &file.text)?;
            paths.push(path);
        }

        let [ours, theirs] = SIDES.map(|side| self.root.join(side).join("src"));
        let mut least = [f64::INFINITY; 2];
        for _ in 0..rounds {
            for directory in [&ours, &theirs] {
                let _ = fs::remove_dir_all(directory);
                fs::create_dir_all(directory)?;
            }
            let build = builder.clone().out_dir(&ours);
            least[0] = least[0].min(own_time(|| Ok(build.build()?))?);
            let build = || -> Result<()> {
                let set = protox::compile(&paths, [&protos])?;
                let mut config = prost_build::Config::new();
                config
                    .out_dir(&theirs)
                    .btree_map(["."])
                    .include_file("all.rs");
                Ok(config.compile_fds(set)?)
            };
            least[1] = least[1].min(own_time(build)?);
        }
        fs::write(ours.join("lib.rs"), "include!(\"stillwire.rs\");\n")?;
        fs::write(theirs.join("lib.rs"), "include!(\"all.rs\");\n")?;
        self.write_programs(&model)?;
        Ok((model, least))
    }

    /// Programs that decode what they are given, and encode it again, as the first message or as the one that they are told.
    fn write_programs(&self, model: &Model) -> Result<()> {
        let ours = |path: &str| {
            format!(
                "stillwire::Encoded::<ours::{path}>::parse(bytes).unwrap().to_message().encode().as_bytes().len()"
            )
        };
        let theirs = |path: &str| {
            format!(
                "prost::Message::encode_to_vec(&<theirs::{path} as prost::Message>::decode(bytes.as_slice()).unwrap()).len()"
            )
        };
        let messages = messages(model);
        for (side, round) in [
            ("ours", &ours as &dyn Fn(&str) -> String),
            ("theirs", &theirs),
        ] {
            let first = messages.first().map(|path| round(path)).unwrap_or_default();
            self.program(&format!("{side}-one"), &first)?;
            let mut arms = String::new();
            for (number, path) in messages.iter().enumerate() {
                writeln!(arms, "        {number} => {},", round(path))?;
            }
            self.program(
                &format!("{side}-all"),
                &format!("match which {{\n{arms}        _ => 0,\n    }}"),
            )?;
        }
        Ok(())
    }

    fn program(&self, name: &str, body: &str) -> Result<()> {
        let text = format!(
            "use std::io::Read;\n\nfn main() {{\n    let which = std::env::args().count();\n    let mut bytes = Vec::new();\n    \
             std::io::stdin().read_to_end(&mut bytes).unwrap();\n    let len = {body};\n    println!(\"{{which}} {{len}}\");\n}}\n"
        );
        write(&self.root.join(name).join("src/main.rs"), &text)
    }

    /// Lines and bytes of what was generated.
    fn sources(&self, side: &str) -> Result<(usize, usize)> {
        let (mut lines, mut bytes) = (0, 0);
        for entry in fs::read_dir(self.root.join(side).join("src"))? {
            let text = fs::read_to_string(entry?.path())?;
            lines += text.lines().count();
            bytes += text.len();
        }
        Ok((lines, bytes))
    }

    /// The least time of some builds of the library of each side.
    fn build(&self, words: &[&str], rounds: usize) -> Result<[f64; 2]> {
        let mut least = [f64::INFINITY; 2];
        for round in 0..=rounds {
            for (side, least) in SIDES.iter().zip(&mut least) {
                let file = self.root.join(side).join("src/lib.rs");
                // Cargo goes by the time of the file.
                fs::write(&file, fs::read_to_string(&file)?)?;
                let before = time_of_children()?;
                self.cargo(words, side)?;
                let time = time_of_children()? - before;
                eprintln!("{} {side}: {time:.2} s", words.join(" "));
                // The first one also builds what the crate depends on.
                if round > 0 {
                    *least = least.min(time);
                }
            }
        }
        Ok(least)
    }

    fn cargo(&self, words: &[&str], package: &str) -> Result<()> {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(words).args(["--quiet", "--package", package]);
        command
            .current_dir(&self.root)
            .env("CARGO_INCREMENTAL", "0");
        command.env("CARGO_TARGET_DIR", self.root.join("target"));
        // What is measured is what users have who set nothing.
        for name in [
            "RUSTFLAGS",
            "CARGO_PROFILE_DEV_DEBUG",
            "CARGO_PROFILE_RELEASE_DEBUG",
        ] {
            command.env_remove(name);
        }
        match command.status()?.success() {
            true => Ok(()),
            false => Err(format!("cargo {} of `{package}` failed", words.join(" ")).into()),
        }
    }

    fn libraries(&self, profile: &str) -> Result<[u64; 2]> {
        let size = |side: &str| self.size(&format!("target/{profile}/lib{side}.rlib"));
        Ok([size(SIDES[0])?, size(SIDES[1])?])
    }

    fn programs(&self, program: &str) -> Result<[u64; 2]> {
        let mut sizes = [0; 2];
        for (side, size) in SIDES.iter().zip(&mut sizes) {
            let name = format!("{side}-{program}");
            self.cargo(&["build", "--release"], &name)?;
            *size = self.size(&format!("target/release/{name}"))?;
        }
        Ok(sizes)
    }

    fn size(&self, path: &str) -> Result<u64> {
        Ok(fs::metadata(self.root.join(path))?.len())
    }
}

/// What the repository asks for as prost.
fn prost_requirement(repository: &Path) -> Result<String> {
    let manifest = fs::read_to_string(repository.join("Cargo.toml"))?;
    let line = manifest
        .lines()
        .find_map(|line| line.strip_prefix("prost = "));
    Ok(line
        .ok_or("the workspace has no prost")?
        .trim_matches('"')
        .to_owned())
}

fn package(root: &Path, name: &str, dependencies: &str) -> Result<()> {
    let manifest = format!(
        "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
    );
    write(&root.join(name).join("Cargo.toml"), &manifest)?;
    let lib = root.join(name).join("src/lib.rs");
    match SIDES.contains(&name) && !lib.exists() {
        true => write(&lib, ""),
        false => Ok(()),
    }
}

/// A `oneof` is no type that somebody counts.
fn is_declared(body: &TypeBody) -> bool {
    !matches!(body, TypeBody::Union(union) if union.oneof)
}

/// Rust paths of all messages, within the crate.
fn messages(model: &Model) -> Vec<String> {
    let packages = model.packages.iter();
    packages
        .flat_map(|package| {
            let module = package.name.replace('.', "::");
            let all = package.types.iter().map(|id| model.get(*id));
            let messages = all.filter(|def| matches!(def.body, TypeBody::Message(_)));
            messages.map(move |def| format!("{module}::{}", def.name))
        })
        .collect()
}

fn write(path: &Path, text: &str) -> Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    Ok(fs::write(path, text)?)
}

/// Seconds of the processor that this process spent on some work.
fn own_time(work: impl FnOnce() -> Result<()>) -> Result<f64> {
    let before = times()?;
    work()?;
    Ok(times()?.0 - before.0)
}

/// Seconds of the processor that processes which have ended spent on behalf of this one.
fn time_of_children() -> Result<f64> {
    Ok(times()?.1)
}

/// Seconds of this process and of those that it has waited for, by `proc_pid_stat(5)`: fields 14 to 17.
fn times() -> Result<(f64, f64)> {
    let text = fs::read_to_string("/proc/self/stat")
        .map_err(|error| format!("this measures on Linux alone: /proc/self/stat: {error}"))?;
    let fields = text
        .rsplit_once(')')
        .ok_or("/proc/self/stat has no name")?
        .1;
    let ticks: Vec<f64> = fields
        .split_whitespace()
        .skip(11)
        .take(4)
        .map(str::parse)
        .collect::<std::result::Result<_, _>>()?;
    let [user, system, child_user, child_system] = ticks.as_slice() else {
        return Err("/proc/self/stat is too short".into());
    };
    Ok(((user + system) / TICKS, (child_user + child_system) / TICKS))
}

/// What is printed in the end.
struct Table {
    types: usize,
    sources: [(usize, usize); 2],
    rows: String,
}

impl Table {
    fn new(model: &Model) -> Self {
        Self {
            types: model
                .types
                .iter()
                .filter(|ty| is_declared(&ty.body))
                .count(),
            sources: [(0, 0); 2],
            rows: String::new(),
        }
    }

    fn seconds(&mut self, name: &str, [ours, theirs]: [f64; 2]) {
        self.row(
            name,
            [format!("{ours:.2} s"), format!("{theirs:.2} s")],
            ours / theirs,
        );
    }

    fn bytes(&mut self, name: &str, sizes: [u64; 2]) {
        let [ours, theirs] = sizes.map(|size| size as f64);
        self.row(
            name,
            sizes.map(|size| format!("{} KiB", size / 1024)),
            ours / theirs,
        );
    }

    fn row(&mut self, name: &str, [ours, theirs]: [String; 2], ratio: f64) {
        self.rows += &format!("| {name} | {ours} | {theirs} | {ratio:.2} |\n");
    }

    fn text(&self) -> String {
        let [(lines, bytes), (their_lines, their_bytes)] = self.sources;
        let ratio = bytes as f64 / their_bytes as f64;
        format!(
            "{} types\n\n| | Stillwire | prost | ratio |\n|---|---:|---:|---:|\n{}| source | {lines} lines, {} KiB | {their_lines} lines, {} KiB | {ratio:.2} |\n",
            self.types,
            self.rows,
            bytes / 1024,
            their_bytes / 1024
        )
    }
}

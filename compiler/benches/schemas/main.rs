//! What trees of 10, 100 and 1,000 files cost, from files on disk on: checked, linted, formatted, and turned into Rust.
//!
//! ```text
//! cargo bench -p stillwire-compiler --bench schemas
//! ```
//!
//! Criterion's elements are types. A table of the time of each type follows, which stays the same where cost is linear.
#![forbid(unsafe_code)]

mod tree;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use stillwire_compiler::{Builder, format_source};

/// Files of the trees.
const SIZES: [usize; 3] = [10, 100, 1_000];
/// Something that is done to a tree.
type Work = fn(&Tree);

/// What is measured, in the order of the table.
const WORK: [(&str, Work); 4] = [
    ("check", Tree::check),
    ("lint", Tree::lint),
    ("format", Tree::format),
    ("rust", Tree::rust),
];

/// A tree on disk, which goes away with this.
struct Tree {
    root: PathBuf,
    files: Vec<PathBuf>,
}

impl Tree {
    fn new(count: usize) -> Self {
        let root = env::temp_dir().join(format!("stillwire-bench-{}-{count}", std::process::id()));
        let files = tree::write(&root, count).unwrap();
        Self { root, files }
    }

    fn types(&self) -> usize {
        self.files.len() * tree::TYPES
    }

    fn builder(&self) -> Builder {
        let builder = Builder::new().emit_rerun(false);
        self.files.iter().fold(builder, Builder::file)
    }

    fn check(&self) {
        self.builder().check().unwrap();
    }

    fn lint(&self) {
        self.builder().lint(&BTreeMap::new()).unwrap();
    }

    /// As `stillwire fmt --check` does it.
    fn format(&self) {
        for path in &self.files {
            let text = fs::read_to_string(path).unwrap();
            assert_eq!(
                format_source(&path.display().to_string(), &text).unwrap(),
                text
            );
        }
    }

    /// Files are written the first time, and compared from then on.
    fn rust(&self) {
        let out = self.root.join("out");
        fs::create_dir_all(&out).unwrap();
        self.builder().out_dir(out).build().unwrap();
    }
}

impl Drop for Tree {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// Lets criterion measure one piece of work on all trees.
fn measure(group: &mut BenchmarkGroup<'_, WallTime>, trees: &[Tree], work: Work) {
    for tree in trees {
        group.throughput(Throughput::Elements(tree.types() as u64));
        let id = BenchmarkId::from_parameter(tree.files.len());
        group.bench_with_input(id, tree, |bencher, tree| bencher.iter(|| work(tree)));
    }
}

/// The fastest of a few.
fn fastest(tree: &Tree, work: Work) -> Duration {
    let time = |_| {
        let start = Instant::now();
        work(tree);
        start.elapsed()
    };
    (0..3).map(time).min().unwrap_or_default()
}

fn main() {
    // `cargo test --benches` runs each once, and has no time for a thousand files.
    let measuring = env::args().any(|argument| argument == "--bench");
    let sizes = if measuring { &SIZES[..] } else { &SIZES[..1] };
    let trees: Vec<Tree> = sizes.iter().map(|&count| Tree::new(count)).collect();
    let mut criterion = Criterion::default()
        .without_plots()
        .sample_size(10)
        .configure_from_args();
    for (name, work) in WORK {
        let mut group = criterion.benchmark_group(name);
        measure(&mut group, &trees, work);
        group.finish();
    }
    criterion.final_summary();
    if measuring {
        table(&trees);
    }
}

fn table(trees: &[Tree]) {
    println!(
        "| files | types | {} |",
        WORK.map(|(name, _)| name).join(" | ")
    );
    println!("|---:|---:|{}", "---:|".repeat(WORK.len()));
    for tree in trees {
        print!("| {} | {} |", tree.files.len(), tree.types());
        for (_, work) in WORK {
            let time = fastest(tree, work);
            let each = time.as_secs_f64() * 1e6 / tree.types() as f64;
            print!(" {:.1} ms, {each:.1} µs a type |", time.as_secs_f64() * 1e3);
        }
        println!();
    }
}

//! Work grows as schemas do, and no faster.
//!
//! It is counted in allocations, their bytes, and bytes of output, which no other program on a machine changes. Work that
//! allocates nothing is for `cargo bench -p stillwire-compiler --bench schemas`.

#[allow(dead_code, reason = "nothing is written to disk here")]
#[path = "../benches/schemas/tree.rs"]
mod tree;

use std::alloc::System;
use std::collections::BTreeMap;
use std::sync::Mutex;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use stillwire_compiler::model::TypeBody;
use stillwire_compiler::{Builder, Bundle, format_source, proto};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// What is counted is of the whole process, so one test runs at a time.
static ALONE: Mutex<()> = Mutex::new(());

/// Files of a tree, and of one eight times as large.
const SIZES: [usize; 2] = [8, 64];

/// In hundredths of what a type of the smaller tree costs, what one of the larger tree may: trees grow deeper, and
/// the first packages import little.
const ALLOWED: usize = 140;

fn builder(files: usize) -> Builder {
    let mut bundle = Bundle::new();
    for (path, text) in tree::files(files) {
        bundle.insert(path, text.into_bytes(), true);
    }
    Builder::new().bundle(bundle).emit_rerun(false)
}

/// Asserts that each type costs as much in a large tree as in a small one. `work` gives the bytes of what it makes.
fn is_linear(name: &str, mut work: impl FnMut(&Builder, usize) -> usize) {
    let costs = SIZES.map(|files| {
        let builder = builder(files);
        let region = Region::new(ALLOCATOR);
        let written = work(&builder, files);
        let stats = region.change();
        [
            stats.allocations + stats.reallocations,
            stats.bytes_allocated,
            written,
        ]
        .map(|cost| cost / (files * tree::TYPES))
    });
    for (small, large) in costs[0].iter().zip(costs[1]) {
        assert!(
            large * 100 <= small * ALLOWED,
            "{name}: allocations, bytes allocated and bytes written a type: {costs:?}"
        );
    }
}

#[test]
fn a_type_costs_as_much_in_a_large_tree_as_in_a_small_one() {
    let _alone = ALONE.lock();
    is_linear("check", |builder, _| {
        builder.check().unwrap();
        0
    });
    is_linear("lint", |builder, _| {
        builder.lint(&BTreeMap::new()).unwrap();
        0
    });
    is_linear("format", |_, files| {
        let all = tree::files(files);
        let formatted = all
            .values()
            .map(|text| format_source("part", text).unwrap());
        formatted.map(|text| text.len()).sum()
    });
    is_linear("proto", |builder, _| {
        let files = proto::generate(&builder.check().unwrap().model);
        files.iter().map(|file| file.text.len()).sum()
    });
    is_linear("rust", |builder, _| {
        let outputs = builder.rust(&builder.check().unwrap()).unwrap();
        outputs.iter().map(|output| output.bytes.len()).sum()
    });
}

#[test]
fn a_tree_is_without_warnings_and_as_the_formatter_writes_it() {
    let _alone = ALONE.lock();
    let checked = builder(40).check().unwrap();
    assert!(
        checked.warnings.diagnostics().is_empty(),
        "{}",
        checked.warnings
    );
    let declared = |body: &TypeBody| !matches!(body, TypeBody::Union(union) if union.oneof);
    let types = checked.model.types.iter();
    assert_eq!(
        types.filter(|ty| declared(&ty.body)).count(),
        40 * tree::TYPES
    );
    for (path, text) in tree::files(40) {
        assert_eq!(
            format_source("part", &text).unwrap(),
            text,
            "{}",
            path.display()
        );
    }
}

//! The same work as `--bin compare`, by criterion: slower, with its statistics and its comparison to the last run.
//!
//! ```text
//! cargo bench -p stillwire-benches
//! cargo bench -p stillwire-benches -- log/read_all
//! ```
#![forbid(unsafe_code)]

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::time::{Duration, Instant};
use stillwire_benches::sets::Set;

/// As a test, on sets that are so many times smaller.
const SHRINK: usize = 250;

fn compare(criterion: &mut Criterion) {
    let shrink = if std::env::args().any(|arg| arg == "--bench") {
        1
    } else {
        SHRINK
    };
    for set in Set::ALL {
        let mut subject = set.subject((set.elements() / shrink).max(1));
        if let Err(error) = subject.agree() {
            panic!("{error}");
        }
        subject
            .cases
            .sort_by_key(|case| (case.measure, case.format));
        for case in &mut subject.cases {
            let mut group = criterion.benchmark_group(set.name());
            let id = BenchmarkId::new(case.measure.name(), case.format);
            group.bench_function(id, |bencher| {
                bencher.iter_custom(|times| {
                    let start = Instant::now();
                    (case.run)(times);
                    start.elapsed()
                });
            });
            group.finish();
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(400))
        .sample_size(10);
    targets = compare
}
criterion_main!(benches);

//! Three fields of each of 10,000 rows, changed in place, beside reading the same three.
//!
//! `cargo bench -p stillwire-benches --bench patch`
#![forbid(unsafe_code)]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use stillwire_samples::log;

/// Records of the log.
const RECORDS: usize = 10_000;
/// What the log is made of. Any number would do.
const SEED: u64 = 1;

fn patch(criterion: &mut Criterion) {
    let mut encoded = log::generate(RECORDS, SEED).encode();
    let mut group = criterion.benchmark_group("rows");
    group.throughput(Throughput::Elements(RECORDS as u64));
    group.bench_function("patch", |bencher| {
        let mut round = 0_u64;
        bencher.iter(|| {
            round += 1;
            encoded.patch(|mut log| {
                log.records_mut().try_each(|mut record| {
                    let size = record.view().size();
                    record.set_address(black_box([127, 0, 0, 1]))?;
                    record.set_status(black_box(404))?;
                    record.set_size(black_box(size ^ round | 1))
                })
            })
        });
    });
    group.bench_function("read", |bencher| {
        bencher.iter(|| {
            let records = encoded.view().records().iter();
            records.fold(0_u64, |sum, record| {
                sum ^ u64::from(u32::from_le_bytes(record.address()))
                    ^ u64::from(record.status())
                    ^ record.size()
            })
        });
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().without_plots();
    targets = patch
}
criterion_main!(benches);

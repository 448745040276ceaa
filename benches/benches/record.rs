//! Record files beside JSON lines, protobuf with lengths and Avro's container: the same log, a record at a time.
//!
//! `cargo bench -p stillwire-benches --bench record`
//!
//! All of it in memory, so that it is the formats that are measured: a file that lies in the system's cache, mapped. Each
//! writes the records from owned values; reads every field of all, proved by one checksum; reads one field of all; and
//! reads single records by their numbers, for which the others have to go through those before it.
//!
//! What they do differs where they do: Stillwire and Avro hold the schema, Stillwire alone checks each record by a checksum, finds
//! a torn end, and has an index. Avro's record has the address as an integer, the others as four bytes; its blocks are not
//! compressed, as the others' records are not.
//!
//! The cases take turns, and each keeps its fastest one: noise only ever adds.
#![forbid(unsafe_code)]

use apache_avro::{Reader, Schema, Writer, from_value};
use bytes::Bytes;
use prost::Message as _;
use serde::{Deserialize, Serialize};
use std::hint::black_box;
use std::time::{Duration, Instant};
use stillwire::record::{RecordReader, RecordWriter};
use stillwire_samples::log::still::Record;
use stillwire_samples::log::{generate, json, protobuf};
use stillwire_samples::{Copied, Sum, Touch, checksum};

/// What the log is made of. Any number would do.
const SEED: u64 = 1;
/// Turns of each case.
const TURNS: usize = 15;
/// Records that are read by their numbers.
const PICKED: usize = 100;

const AVRO: &str = r#"{"type": "record", "name": "Record", "fields": [
    {"name": "address", "type": "int"}, {"name": "identity", "type": "string"}, {"name": "user", "type": "string"},
    {"name": "timestamp", "type": "string"}, {"name": "request", "type": "string"}, {"name": "status", "type": "int"},
    {"name": "size", "type": "long"}
]}"#;

/// The record as Avro has it.
#[derive(Debug, Serialize, Deserialize)]
struct AvroRecord {
    address: i32,
    identity: String,
    user: String,
    timestamp: String,
    request: String,
    status: i32,
    size: i64,
}

impl AvroRecord {
    fn of(record: &Record) -> Self {
        Self {
            address: i32::from_le_bytes(record.address),
            identity: record.identity.clone(),
            user: record.user.clone(),
            timestamp: record.timestamp.clone(),
            request: record.request.clone(),
            status: record.status.into(),
            size: i64::try_from(record.size).expect("no answer is that long"),
        }
    }

    fn back(self) -> Record {
        Record {
            address: self.address.to_le_bytes(),
            identity: self.identity,
            user: self.user,
            timestamp: self.timestamp,
            request: self.request,
            status: u16::try_from(self.status).expect("it was one"),
            size: u64::try_from(self.size).expect("it was one"),
        }
    }
}

/// What is done with the records of a form, each of which is read.
#[derive(Debug, Clone, Copy)]
enum Work<'p> {
    All,
    Status,
    Picked(&'p [usize]),
}

/// The checksum of what is read of a record.
fn read<T: Touch>(sum: &mut Sum, work: Work<'_>, record: T, status: impl Fn(&T) -> u64) {
    match work {
        Work::Status => sum.add(status(&record)),
        Work::All | Work::Picked(_) => sum.add(checksum(record)),
    }
}

trait Form {
    const NAME: &'static str;
    type Owned;

    fn owned(records: &[Record]) -> Self::Owned;
    fn write(records: &Self::Owned) -> Vec<u8>;
    fn read(file: &Bytes, work: Work<'_>) -> Sum;
}

struct Stillwire;

impl Form for Stillwire {
    const NAME: &'static str = "stillwire";
    type Owned = Vec<Record>;

    fn owned(records: &[Record]) -> Vec<Record> {
        records.to_vec()
    }

    fn write(records: &Vec<Record>) -> Vec<u8> {
        let mut writer = RecordWriter::<Record, _>::new(Vec::new()).expect("memory");
        for record in records {
            writer.write(record).expect("memory");
        }
        writer.finish().expect("memory")
    }

    fn read(file: &Bytes, work: Work<'_>) -> Sum {
        let reader = RecordReader::<Record, _>::new(file.clone()).expect("its own");
        let mut sum = Sum::default();
        if let Work::Picked(picked) = work {
            for nth in picked {
                let record = reader.get(*nth as u64).expect("whole").expect("there");
                read(&mut sum, work, record.view(), |record| {
                    record.status().into()
                });
            }
        } else {
            for record in &reader {
                let record = record.expect("whole");
                read(&mut sum, work, record.view(), |record| {
                    record.status().into()
                });
            }
        }
        sum
    }
}

/// Goes through forms without an index: `next` gives one record after the other, and `skip` passes over one.
fn scan(work: Work<'_>, mut next: impl FnMut(&mut Sum, bool) -> bool) -> Sum {
    let mut sum = Sum::default();
    match work {
        Work::Picked(picked) => {
            let mut at = 0;
            for nth in picked {
                while at < *nth {
                    next(&mut sum, false);
                    at += 1;
                }
                next(&mut sum, true);
                at += 1;
            }
        }
        Work::All | Work::Status => while next(&mut sum, true) {},
    }
    sum
}

struct JsonLines;

impl Form for JsonLines {
    const NAME: &'static str = "JSON lines, serde_json";
    type Owned = Vec<json::Record>;

    fn owned(records: &[Record]) -> Self::Owned {
        records.iter().map(Copied::copied_as).collect()
    }

    fn write(records: &Self::Owned) -> Vec<u8> {
        let mut out = Vec::new();
        for record in records {
            serde_json::to_writer(&mut out, record).expect("memory");
            out.push(b'\n');
        }
        out
    }

    fn read(file: &Bytes, work: Work<'_>) -> Sum {
        let mut lines = file
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty());
        scan(work, |sum, wanted| {
            let Some(line) = lines.next() else {
                return false;
            };
            if wanted {
                let record: json::Record = serde_json::from_slice(line).expect("its own");
                read(sum, work, &record, |record| record.status.into());
            }
            true
        })
    }
}

struct Protobuf;

impl Form for Protobuf {
    const NAME: &'static str = "protobuf with lengths, prost";
    type Owned = Vec<protobuf::Record>;

    fn owned(records: &[Record]) -> Self::Owned {
        records.iter().map(Copied::copied_as).collect()
    }

    fn write(records: &Self::Owned) -> Vec<u8> {
        let mut out = Vec::new();
        for record in records {
            record.encode_length_delimited(&mut out).expect("memory");
        }
        out
    }

    fn read(file: &Bytes, work: Work<'_>) -> Sum {
        let mut left = file.clone();
        scan(work, |sum, wanted| {
            if left.is_empty() {
                return false;
            }
            let len = prost::decode_length_delimiter(&mut left).expect("its own");
            let record = left.split_to(len);
            if wanted {
                let record = protobuf::Record::decode(record).expect("its own");
                read(sum, work, &record, |record| record.status.into());
            }
            true
        })
    }
}

struct Avro;

impl Form for Avro {
    const NAME: &'static str = "Avro, apache-avro";
    type Owned = Vec<AvroRecord>;

    fn owned(records: &[Record]) -> Self::Owned {
        records.iter().map(AvroRecord::of).collect()
    }

    fn write(records: &Self::Owned) -> Vec<u8> {
        let schema = Schema::parse_str(AVRO).expect("a schema");
        let mut writer = Writer::new(&schema, Vec::new()).expect("memory");
        for record in records {
            writer.append_ser(record).expect("memory");
        }
        writer.into_inner().expect("memory")
    }

    fn read(file: &Bytes, work: Work<'_>) -> Sum {
        let mut records = Reader::new(&file[..]).expect("its own");
        scan(work, |sum, wanted| {
            let Some(value) = records.next() else {
                return false;
            };
            let value = value.expect("its own");
            if wanted {
                let record: AvroRecord = from_value(&value).expect("its own");
                read(sum, work, &record.back(), |record| record.status.into());
            }
            true
        })
    }
}

/// What a form takes: bytes, and the least time of each work.
#[derive(Debug, Default)]
struct Figures {
    name: &'static str,
    bytes: usize,
    times: [Duration; 4],
}

const WORKS: [&str; 4] = ["write", "read all", "one field", "pick 100"];

fn measure<F: Form>(records: &[Record], picked: &[usize], turns: usize) -> (Figures, [Sum; 3]) {
    let owned = F::owned(records);
    let file = Bytes::from(F::write(&owned));
    let works = [Work::All, Work::Status, Work::Picked(picked)];
    let sums = works.map(|work| F::read(&file, work));
    let mut times = [Duration::MAX; 4];
    for _ in 0..turns {
        let start = Instant::now();
        black_box(F::write(black_box(&owned)));
        times[0] = times[0].min(start.elapsed());
        for (time, work) in times[1..].iter_mut().zip(works) {
            let start = Instant::now();
            black_box(F::read(black_box(&file), work));
            *time = start.elapsed().min(*time);
        }
    }
    let (name, bytes) = (F::NAME, file.len());
    (Figures { name, bytes, times }, sums)
}

fn main() {
    // `cargo test` runs each case once.
    let timed = std::env::args().any(|arg| arg == "--bench");
    let (turns, count) = if timed { (TURNS, 100_000) } else { (1, 1_000) };
    let records = generate(count, SEED).records;
    let picked: Vec<usize> = (0..PICKED).map(|nth| nth * count / PICKED).collect();
    let measured = [
        measure::<Stillwire>(&records, &picked, turns),
        measure::<JsonLines>(&records, &picked, turns),
        measure::<Protobuf>(&records, &picked, turns),
        measure::<Avro>(&records, &picked, turns),
    ];
    println!("{count} records of an access log, milliseconds and megabytes");
    print!("{:30}{:>8}", "", "size");
    WORKS.iter().for_each(|work| print!("{work:>12}"));
    println!();
    for (figures, sums) in &measured {
        assert_eq!(
            *sums, measured[0].1,
            "{} reads something else",
            figures.name
        );
        print!("{:30}{:8.2}", figures.name, figures.bytes as f64 / 1e6);
        figures
            .times
            .iter()
            .for_each(|time| print!("{:12.3}", time.as_secs_f64() * 1e3));
        println!();
    }
}

//! Record files: what is written is read, whatever happens to the file, or it is told what is lost.

#[path = "common/blocks.rs"]
mod blocks;

use bytes::Bytes;
use proptest::prelude::*;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use stillwire::codec::frame::{self, CHECKSUM, FrameHeader};
use stillwire::record::{
    Damage, Ending, FileSource, Head, Options, RawReader, RawWriter, RecordError, RecordReader,
    RecordWriter, Source,
};
use stillwire::{Encoded, Limits, Message, ToEncoded};
use stillwire_descriptor::dynamic::{Arena, Pool};
use stillwire_tests::fuzz;
use stillwire_tests::test::every::v1::{Lists, Plain, Tree};
use stillwire_tests::vectors::v1::{Leg, Order};

const SKIP: Options = Options {
    limits: Limits::TRUSTED,
    skip_damage: true,
};

fn leg(nth: u64) -> Leg {
    Leg {
        ratio: u16::try_from(nth).unwrap(),
        symbol: "x".repeat(usize::try_from(nth * 7 % 40).unwrap()),
        size: nth.is_multiple_of(3).then_some(5),
    }
}

/// A finished file of legs, and where each of their frames begins, the end of the last one included.
fn file(count: u64) -> (Vec<u8>, Vec<u64>) {
    let mut writer = RecordWriter::<Leg, _>::new(Vec::new()).unwrap();
    for nth in 0..count {
        assert_eq!(writer.write(&leg(nth)).unwrap(), nth);
    }
    let file = writer.finish().unwrap();
    let reader = RawReader::new(Bytes::from(file.clone())).unwrap();
    let mut starts: Vec<u64> = reader.iter().map(|record| record.unwrap().at - 8).collect();
    starts.push(reader.extent().end);
    (file, starts)
}

fn read(file: &[u8]) -> Result<Vec<Leg>, RecordError> {
    let reader = RecordReader::<Leg, _>::new(Bytes::copy_from_slice(file))?;
    reader.iter().map(|leg| Ok(leg?.to_message())).collect()
}

fn legs(range: std::ops::Range<u64>) -> Vec<Leg> {
    range.map(leg).collect()
}

thread_local! {
    /// Where the records of the files of the fuzz target begin.
    static START: u64 = {
        let writer = RecordWriter::<Plain, _>::new(Vec::new()).unwrap();
        let reader = RawReader::new(Bytes::from(writer.finish().unwrap())).unwrap();
        reader.extent().start
    };
}

fn fresh(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("record");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    let _ = fs::remove_file(&path);
    path
}

#[test]
fn the_document_shows_the_bytes_of_a_file() {
    let document = include_str!("../../docs/record-format.md");
    let mut writer = RecordWriter::<Leg, _>::new(Vec::new()).unwrap();
    for (ratio, symbol, size) in [(7, "A", None), (0, "", Some(1))] {
        let symbol = symbol.into();
        writer
            .write(&Leg {
                ratio,
                symbol,
                size,
            })
            .unwrap();
    }
    let file = writer.finish().unwrap();
    let blocks = blocks::blocks(document, "record");
    let parts = ["magic", "head", "first", "second", "index", "trailer"];
    let shown: Vec<u8> = parts
        .iter()
        .flat_map(|part| blocks::bytes(&blocks[*part]))
        .collect();
    let hex =
        |bytes: &[u8]| -> String { bytes.iter().map(|byte| format!("{byte:02x} ")).collect() };
    assert_eq!(hex(&file), hex(&shown));
    assert_eq!(blocks.len(), parts.len());
}

#[test]
fn every_record_is_found_by_its_number() {
    let (file, _) = file(1000);
    let reader = RecordReader::<Leg, _>::new(Bytes::from(file)).unwrap();
    assert_eq!((reader.len(), reader.ending()), (1000, Ending::Indexed));
    for nth in 0..1000 {
        assert_eq!(reader.get(nth).unwrap().unwrap().to_message(), leg(nth));
    }
    assert!(reader.get(1000).unwrap().is_none());
    assert!(reader.get(u64::MAX).unwrap().is_none());
    let rest: Vec<Leg> = reader
        .iter_from(990)
        .unwrap()
        .map(|leg| leg.unwrap().to_message())
        .collect();
    assert_eq!(rest, legs(990..1000));
    assert_eq!(reader.iter_from(1000).unwrap().count(), 0);
}

#[test]
fn a_file_without_records_is_one() {
    let (bytes, starts) = file(0);
    let reader = RawReader::new(Bytes::from(bytes.clone())).unwrap();
    assert_eq!((reader.len(), reader.iter().count()), (0, 0));
    assert_eq!(
        read(&bytes[..usize::try_from(starts[0]).unwrap()]).unwrap(),
        []
    );
}

#[test]
fn records_are_read_where_they_lie() {
    let bytes = Bytes::from(file(3).0);
    let reader = RecordReader::<Leg, _>::new(bytes.clone()).unwrap();
    let within = bytes.as_ptr_range();
    for leg in &reader {
        assert!(within.contains(&leg.unwrap().as_bytes().as_ptr()));
    }
}

#[test]
fn whoever_has_the_file_alone_can_read_it() {
    let mut writer = RecordWriter::<Order, _>::new(Vec::new()).unwrap();
    writer
        .write(&Order {
            id: 7,
            legs: legs(0..3),
            ..Order::default()
        })
        .unwrap();
    let reader = RawReader::new(Bytes::from(writer.finish().unwrap())).unwrap();
    assert_eq!(reader.head(), &Head::of::<Order>().unwrap());
    let arena = Arena::new();
    let pool = Pool::of(&arena, reader.head().descriptor.clone()).unwrap();
    let order = pool.message(&reader.head().name).unwrap();
    let fields = order.definition().fields.iter().map(|field| field.name);
    assert_eq!(fields.take(3).collect::<Vec<_>>(), ["id", "live", "side"]);
    for record in &reader {
        order
            .verify(&record.unwrap().bytes, &Limits::default())
            .unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes_are_a_file_or_an_error(data in prop::collection::vec(any::<u8>(), 0..300)) {
        fuzz::record(&data);
    }

    #[test]
    fn frames_that_no_writer_made_are_read_in_every_way_or_refused(
        frames in prop::collection::vec((1..40_u8, prop::collection::vec(any::<u8>(), 0..20)), 0..12),
        stride in 0..4_u64,
        wrong in prop::option::of((any::<prop::sample::Index>(), any::<u64>())),
    ) {
        // Most are records, and most indices are true.
        let mut data = vec![1, 1];
        let mut at = START.with(|start| *start);
        let mut starts = Vec::new();
        for (kind, payload) in &frames {
            data.extend([(*kind).min(2), u8::try_from(payload.len()).unwrap()]);
            data.extend(payload);
            starts.push(at);
            at += payload.len() as u64 + 12;
        }
        let step = usize::try_from(stride.max(1)).unwrap();
        let mut index = vec![frames.len() as u64, stride];
        index.extend(starts.iter().step_by(step));
        if let Some((at, other)) = wrong {
            let at = at.index(index.len());
            index[at] = index[at].wrapping_add(other % 5).wrapping_sub(2);
        }
        data.extend([3, u8::try_from(index.len() * 8).unwrap()]);
        data.extend(index.iter().flat_map(|number| number.to_le_bytes()));
        fuzz::record(&data);
    }

    #[test]
    fn any_prefix_of_a_file_has_the_records_that_are_wholly_in_it(count in 0..40_u64, cut in any::<prop::sample::Index>()) {
        let (file, starts) = file(count);
        let cut = cut.index(file.len());
        let (start, at) = (usize::try_from(starts[0]).unwrap(), cut as u64);
        let prefix = Bytes::copy_from_slice(&file[..cut]);
        if cut < start {
            let error = RawReader::new(prefix).unwrap_err();
            prop_assert!(matches!(error, RecordError::HeadCut { .. }), "{error}");
            return Ok(());
        }
        let whole = starts.iter().filter(|end| **end <= at).count() as u64 - 1;
        prop_assert_eq!(read(&prefix).unwrap(), legs(0..whole));
        let reader = RawReader::new(prefix).unwrap();
        let end = reader.extent().end;
        let left = match reader.ending() {
            Ending::Open => 0,
            Ending::Torn { bytes, .. } => bytes,
            Ending::Indexed => panic!("the last byte is missing"),
        };
        // What is no record is told, up to a whole index that lacks its trailer.
        prop_assert!(end + left == at || (whole == count && end + left <= at), "{end} {left} {at}");
    }

    #[test]
    fn damage_costs_the_records_that_it_lies_in(
        count in 1..60_u64,
        at in any::<prop::sample::Index>(),
        noise in prop::collection::vec(any::<u8>(), 1..200),
        finished in any::<bool>(),
    ) {
        let (mut file, starts) = file(count);
        let (start, end) = (starts[0], *starts.last().unwrap());
        if !finished {
            file.truncate(usize::try_from(end).unwrap());
        }
        let at = usize::try_from(start).unwrap() + at.index(usize::try_from(end - start).unwrap());
        let mut hit = Vec::new();
        for (offset, byte) in (at..usize::try_from(end).unwrap()).zip(&noise) {
            if file[offset] != *byte {
                hit.push(starts.iter().filter(|start| **start <= offset as u64).count() as u64 - 1);
            }
            file[offset] = *byte;
        }
        let left: Vec<Leg> = (0..count).filter(|nth| !hit.contains(nth)).map(leg).collect();
        let reader = RecordReader::<Leg, _>::with(Bytes::from(file.clone()), SKIP).unwrap();
        let found: Vec<Leg> = reader.iter().map(|leg| leg.unwrap().to_message()).collect();
        prop_assert_eq!(&found, &left);
        for (nth, leg) in (0..).zip(&found) {
            prop_assert_eq!(&reader.get(nth).unwrap().unwrap().to_message(), leg);
        }
        // By default it is an error that says where, unless it is all that follows.
        let first = hit.first().copied();
        match (first, read(&file)) {
            (None, all) => prop_assert_eq!(all.unwrap(), left),
            (Some(first), Err(RecordError::Damaged { at, .. })) => {
                prop_assert_eq!(at, starts[usize::try_from(first).unwrap()]);
            }
            (Some(first), Ok(all)) => {
                prop_assert!(!finished, "damage of a finished file is found");
                prop_assert_eq!(all, legs(0..first));
            }
            (_, Err(error)) => prop_assert!(false, "{}", error),
        }
    }
}

#[test]
fn every_flipped_bit_is_found() {
    let (file, starts) = file(3);
    for bit in 0..file.len() * 8 {
        let mut bytes = file.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let at = bit as u64 / 8;
        let reader = match RecordReader::<Leg, _>::new(Bytes::from(bytes)) {
            Ok(reader) => reader,
            Err(error) => {
                assert!(at < starts[0], "bit {bit}: {error}");
                continue;
            }
        };
        let all: Result<Vec<_>, _> = reader.iter().collect();
        let end = *starts.last().unwrap();
        match (all, reader.ending()) {
            (Err(RecordError::Damaged { at: told, .. }), Ending::Indexed) => {
                assert!((starts[0]..end).contains(&at), "bit {bit}");
                assert!(told <= at && at - told < 80, "bit {bit} told at {told}");
            }
            (Ok(all), Ending::Torn { .. }) => assert!(all.len() == 3 && at >= end, "bit {bit}"),
            other => panic!("bit {bit}: {other:?}"),
        }
    }
}

#[test]
fn a_damaged_length_does_not_cost_what_follows() {
    let (mut file, starts) = file(20);
    file.truncate(usize::try_from(*starts.last().unwrap()).unwrap());
    file[usize::try_from(starts[5]).unwrap() + 2] = 0x7F;
    let error = read(&file).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("damaged at byte {}: no header of a record", starts[5])
    );
    let reader = RawReader::with(Bytes::from(file), SKIP).unwrap();
    assert_eq!(reader.len(), 19);
    assert_eq!(
        (reader.gaps()[0].at, reader.gaps()[0].bytes),
        (starts[5], starts[6] - starts[5])
    );
}

#[test]
fn a_file_within_a_record_is_no_part_of_the_file() {
    // What looks like the frames of a file is damaged around, so that the search comes to it.
    let (inner, _) = file(5);
    let head = Head::of::<Leg>().unwrap();
    let mut writer = RawWriter::new(Vec::new(), &head).unwrap();
    for message in [&b"before"[..], &inner, b"after"] {
        writer.write(message).unwrap();
    }
    let mut bytes = writer.finish().unwrap();
    let reader = RawReader::new(Bytes::from(bytes.clone())).unwrap();
    let second = reader.get(1).unwrap().unwrap().at;
    bytes[usize::try_from(second).unwrap()] ^= 1;
    let reader = RawReader::with(Bytes::from(bytes), SKIP).unwrap();
    let found: Vec<Bytes> = reader.iter().map(|record| record.unwrap().bytes).collect();
    assert_eq!(found, [&b"before"[..], b"after"]);
}

#[test]
fn appending_goes_on_after_the_last_whole_record() {
    let (whole, starts) = file(10);
    let start = usize::try_from(starts[0]).unwrap();
    let path = fresh("append.stillr");
    for cut in 0..=whole.len() {
        fs::write(&path, &whole[..cut]).unwrap();
        let (mut writer, found) = RecordWriter::<Leg>::append(&path).unwrap();
        let kept = starts.iter().filter(|end| **end <= cut as u64).count() as u64;
        assert_eq!(found.records, kept.saturating_sub(1), "cut at {cut}");
        if cut < start {
            assert_eq!(
                found.ending,
                Ending::Torn {
                    at: 0,
                    bytes: cut as u64
                }
            );
        }
        for nth in found.records..12 {
            writer.write(&leg(nth)).unwrap();
        }
        writer.finish().unwrap();
        assert_eq!(
            read(&fs::read(&path).unwrap()).unwrap(),
            legs(0..12),
            "cut at {cut}"
        );
    }
    // The same bytes as of a writer that was never cut off.
    assert_eq!(fs::read(&path).unwrap(), file(12).0);
}

#[test]
fn a_file_that_is_missing_is_made_and_one_that_is_there_is_kept() {
    let path = fresh("made.stillr");
    let (mut writer, found) = RecordWriter::<Leg>::append(&path).unwrap();
    assert_eq!(found.records, 0);
    writer.write(&leg(0)).unwrap();
    writer.sync().unwrap();
    // A reader sees what is flushed, while the writer goes on.
    let reader = RecordReader::<Leg, _>::open(&path).unwrap();
    assert_eq!((reader.len(), reader.ending()), (1, Ending::Open));
    writer.write(&leg(1)).unwrap();
    drop(writer.finish().unwrap());
    let error = RecordWriter::<Leg>::create(&path).unwrap_err();
    assert!(
        matches!(error, RecordError::Io(error) if error.kind() == io::ErrorKind::AlreadyExists)
    );
    assert_eq!(read(&fs::read(&path).unwrap()).unwrap(), legs(0..2));
}

#[test]
fn appending_to_a_damaged_file_changes_nothing() {
    let (mut bytes, starts) = file(10);
    bytes.truncate(bytes.len() - 1);
    bytes[usize::try_from(starts[4]).unwrap() + 9] ^= 1;
    let path = fresh("damaged.stillr");
    fs::write(&path, &bytes).unwrap();
    let error = RecordWriter::<Leg>::append(&path).unwrap_err();
    assert!(
        matches!(error, RecordError::Damaged { at, damage: Damage::Checksum { .. } } if at == starts[4])
    );
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn other_types_and_other_schemas_are_told_apart() {
    let path = fresh("types.stillr");
    fs::write(&path, file(2).0).unwrap();
    let error = RecordReader::<Order, _>::open(&path).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the file holds vectors.v1.Leg, not vectors.v1.Order"
    );
    let error = RecordWriter::<Order>::append(&path).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the file holds vectors.v1.Leg, not vectors.v1.Order"
    );
    // Another version of the type: it is read, and not appended to.
    let mut descriptor = Head::of::<Leg>().unwrap().descriptor.to_message();
    descriptor.types[0].fingerprint ^= 1;
    let other = Head::described("vectors.v1.Leg", descriptor.to_encoded().unwrap()).unwrap();
    let mut writer = RawWriter::new(Vec::new(), &other).unwrap();
    writer.write(leg(0).encode().as_bytes()).unwrap();
    let bytes = writer.finish().unwrap();
    assert_eq!(read(&bytes).unwrap(), legs(0..1));
    fs::write(&path, &bytes).unwrap();
    let error = RecordWriter::<Leg>::append(&path).unwrap_err();
    assert!(matches!(error, RecordError::OtherSchema { .. }), "{error}");
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_record_that_is_no_message_is_told_with_its_number_and_the_next_one_follows() {
    let mut writer = RawWriter::new(Vec::new(), &Head::of::<Leg>().unwrap()).unwrap();
    for message in [
        leg(0).encode().as_bytes(),
        &[9, 9, 9],
        leg(2).encode().as_bytes(),
    ] {
        writer.write(message).unwrap();
    }
    let bytes = Bytes::from(writer.finish().unwrap());
    let reader = RecordReader::<Leg, _>::new(bytes.clone()).unwrap();
    let all: Vec<_> = reader.iter().collect();
    let at = reader.raw().get(1).unwrap().unwrap().at;
    let error = all[1].as_ref().unwrap_err().to_string();
    assert!(
        error.starts_with(&format!("record 1, at byte {at}: ")),
        "{error}"
    );
    assert_eq!(all[2].as_ref().unwrap().to_message(), leg(2));
    assert!(reader.get(1).is_err());
}

#[test]
fn a_record_is_as_long_as_is_allowed() {
    let head = Head::of::<Leg>().unwrap();
    let mut writer = RawWriter::new(Vec::new(), &head).unwrap();
    writer.write_within(&[0; 100], 100).unwrap();
    let error = writer.write_within(&[0; 101], 100).unwrap_err();
    assert!(
        matches!(
            error,
            RecordError::TooLong {
                len: 101,
                limit: 100,
                ..
            }
        ),
        "{error}"
    );
    let bytes = Bytes::from(writer.finish().unwrap());
    for (message_bytes, fits) in [(100, true), (99, false)] {
        let limits = Limits {
            message_bytes,
            ..Limits::default()
        };
        let reader = RawReader::with(
            bytes.clone(),
            Options {
                limits,
                skip_damage: false,
            },
        )
        .unwrap();
        let error = reader.get(0).err();
        assert_eq!(error.is_none(), fits, "{error:?}");
    }
}

/// Takes so many bytes, and fails then.
struct Full(usize);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0 == 0 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        let taken = bytes.len().min(self.0);
        self.0 -= taken;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn after_a_failed_write_nothing_more_is_written() {
    let mut writer = RecordWriter::<Leg, _>::new(Full(600)).unwrap();
    for nth in 0..30 {
        writer.write(&leg(nth)).unwrap();
    }
    let error = writer.flush().unwrap_err();
    assert!(matches!(&error, RecordError::Io(error) if error.kind() == io::ErrorKind::StorageFull));
    assert!(matches!(writer.write(&leg(0)), Err(RecordError::Broken)));
    assert!(matches!(writer.finish(), Err(RecordError::Broken)));
}

#[test]
fn a_file_and_its_bytes_say_the_same() {
    let mut writer = RecordWriter::<Lists, _>::new(Vec::new()).unwrap();
    for nth in 0..200_u32 {
        let a = vec![nth; usize::try_from(nth * 37 % 9000).unwrap()];
        writer
            .write(&Lists {
                a,
                ..Lists::default()
            })
            .unwrap();
    }
    let bytes = writer.finish().unwrap();
    let path = fresh("same.stillr");
    fs::write(&path, &bytes).unwrap();
    let memory = RawReader::new(Bytes::from(bytes.clone())).unwrap();
    let file = RawReader::open(&path).unwrap();
    let both = memory.iter().zip(file.iter());
    assert_eq!(
        both.map(|(one, other)| assert_eq!(one.unwrap(), other.unwrap()))
            .count(),
        200
    );
    for nth in [199, 0, 77, 78, 3] {
        assert_eq!(memory.get(nth).unwrap(), file.get(nth).unwrap());
    }
    let source = FileSource::new(File::open(&path).unwrap()).unwrap();
    assert!(source.read(bytes.len() as u64, 1).is_err());
    assert!(source.read(u64::MAX, 1).is_err());
    assert!(Source::read(&Bytes::from(bytes), u64::MAX, 1).is_err());
    // A file that became shorter is an error, not a panic.
    OpenOptions::new()
        .write(true)
        .open(&path)
        .unwrap()
        .set_len(100)
        .unwrap();
    assert!(file.iter().any(|record| record.is_err()));
}

#[test]
fn what_is_no_record_file_is_told_as_such() {
    for (bytes, told) in [
        (
            &b"PK\x03\x04 something else"[..],
            "no record file: it does not begin with \\x89SWR",
        ),
        (b"", "the head is cut off: the file ends at byte 0"),
        (
            b"\x89SWR\r\n\x1a",
            "the head is cut off: the file ends at byte 7",
        ),
        (
            b"\x89SWR\n\x1a\n\0",
            "no record file: it does not begin with \\x89SWR",
        ),
        (
            b"\x89SWR\r\n\x1a\n\xff\xff\xff\xff\x01\x01\x00\x00",
            "the head, at byte 8: no header of a head",
        ),
    ] {
        let error = RawReader::new(Bytes::copy_from_slice(bytes)).unwrap_err();
        assert_eq!(error.to_string(), told);
    }
}

/// The header of a record at byte `at` that claims `len` bytes.
fn claim(len: usize, at: usize) -> [u8; 8] {
    let mut header = FrameHeader {
        payload_len: u32::try_from(len).unwrap(),
        kind: 2,
        flags: CHECKSUM,
        tag: 0,
    };
    let sum = frame::checksum(header.encode(), &(at as u64).to_le_bytes());
    header.tag = (sum & 0xFFFF) as u16 ^ (sum >> 16) as u16;
    header.encode()
}

#[test]
fn a_file_of_nothing_but_headers_does_not_cost_the_square_of_its_length() {
    let (file, starts) = file(0);
    let start = usize::try_from(starts[0]).unwrap();
    let mut bytes = file[..start].to_vec();
    let all = start + (4 << 20);
    while bytes.len() < all {
        let at = bytes.len();
        bytes.extend_from_slice(&claim((all - at).saturating_sub(12), at));
    }
    let begun = Instant::now();
    let error = RawReader::with(Bytes::from(bytes), SKIP).unwrap_err();
    assert!(matches!(error, RecordError::Hopeless { .. }), "{error}");
    assert!(begun.elapsed() < Duration::from_secs(10));
}

#[test]
fn a_length_is_a_claim() {
    // Four gigabytes in a file of some hundred bytes: the file ends there, and nothing is reserved.
    let (file, starts) = file(1);
    let mut bytes = file[..usize::try_from(starts[1]).unwrap()].to_vec();
    let header = claim(u32::MAX as usize, bytes.len());
    bytes.extend_from_slice(&header);
    let path = fresh("claim.stillr");
    fs::write(&path, &bytes).unwrap();
    let reader = RawReader::open(&path).unwrap();
    let (at, bytes) = (starts[1], 8);
    assert_eq!(
        (reader.len(), reader.ending()),
        (1, Ending::Torn { at, bytes })
    );
}

#[test]
fn types_that_hold_themselves_describe_themselves() {
    let mut writer = RecordWriter::<Tree, _>::new(Vec::new()).unwrap();
    writer.write_encoded(&Tree::default().encode()).unwrap();
    let reader = RawReader::new(Bytes::from(writer.finish().unwrap())).unwrap();
    assert_eq!(reader.head().fingerprint, Tree::FINGERPRINT);
    let record = reader.get(0).unwrap().unwrap();
    assert!(Encoded::<Tree>::parse(record.bytes).is_ok());
    assert!(RecordReader::<Plain, _>::of(reader).is_err());
}

#[test]
fn a_writer_leaves_what_it_was_given_where_it_ended() {
    let mut file = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(true)
        .open(fresh("end.stillr"))
        .unwrap();
    let writer = RecordWriter::<Leg, _>::new(&mut file).unwrap();
    writer.finish().unwrap();
    let len = file.metadata().unwrap().len();
    assert_eq!(file.stream_position().unwrap(), len);
    file.seek(SeekFrom::Start(0)).unwrap();
    let mut magic = [0; 8];
    file.read_exact(&mut magic).unwrap();
    assert_eq!(&magic, b"\x89SWR\r\n\x1a\n");
}

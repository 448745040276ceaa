//! What the fuzz targets do with their bytes. Here, so that `cargo test` replays the corpora on a stable toolchain.
//!
//! Each function takes any bytes, and panics when a claim of the project does not hold for them.

use crate::steps::Taken;
use crate::test::every::v1 as every;
use bytes::Bytes;
use std::fmt::Debug;
use std::time::{Duration, Instant};
use stillwire::codec::frame::{
    self, CHECKSUM, Frame, FrameDecoder, FrameError, FrameHeader, encode_frame,
};
use stillwire::codec::json::{JsonOptions, JsonStyle};
use stillwire::codec::{protobuf as form, steps, table};
use stillwire::record::{Head, Options, RawReader, RawWriter, Record};
use stillwire::rpc::TraceParent;
use stillwire::{Encoded, Limits, Message, ToEncoded};
use stillwire_descriptor::dynamic::MessageType;
use stillwire_import::Importer;
use stillwire_rpc_core::{Event, Input, Lane, Metadata, Status};

/// The first byte picks a message type, and the rest is taken for one: what verification accepts can be read to its end
/// and written again.
///
/// # Panics
/// Where that does not hold.
pub fn verify(data: &[u8]) {
    each_type(data, &mut Verify);
}

/// The same with the rest taken for the protobuf form.
///
/// # Panics
/// Where that does not hold.
pub fn protobuf(data: &[u8]) {
    each_type(data, &mut Protobuf);
}

/// The same with the rest taken for the JSON form: what is accepted is written as text that is read as the same bytes, and
/// reading takes steps linear in the text and the message.
///
/// # Panics
/// Where that does not hold.
pub fn json(data: &[u8]) {
    each_type(data, &mut Json);
}

/// A `traceparent`: what is accepted is written as version 00, which is read as the same.
///
/// # Panics
/// Where it is not.
pub fn trace(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let Some(parent) = TraceParent::parse(&text) else {
        return;
    };
    let written = parent.to_string();
    assert_eq!(TraceParent::parse(&written), Some(parent), "{text:?}");
    if text.starts_with("00") {
        assert_eq!(written, text, "version 00 has one form");
    }
}

/// A `.proto` file: what is imported of it is schemas that the compiler takes and has as it would print them, and where there are
/// none, it is said why.
///
/// # Panics
/// Where that does not hold.
pub fn import(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    match Importer::new().source("a/b/it.proto", text).import() {
        Ok(imported) => {
            for file in &imported.files {
                let text = std::str::from_utf8(&file.bytes).expect("schemas are text");
                let printed = stillwire_compiler::format(text).expect("it is a schema");
                assert_eq!(printed, text, "{}", file.path);
            }
        }
        Err(failure) => assert!(!failure.findings().is_empty()),
    }
}

/// The same, and the claim is that verification is linear, whatever the bytes are.
///
/// # Panics
/// Where it is not.
pub fn steps(data: &[u8]) {
    each_type(data, &mut Steps);
}

/// What is done with the bytes of a type.
pub(crate) trait Claim {
    fn hold<M>(&mut self, bytes: &[u8])
    where
        M: Message + ToEncoded<M> + Debug,
        for<'a> M::View<'a>: Debug + ToEncoded<M>;
}

pub(crate) fn each_type(data: &[u8], claim: &mut impl Claim) {
    let Some((which, bytes)) = data.split_first() else {
        return;
    };
    match which % 22 {
        0 => claim.hold::<every::Plain>(bytes),
        1 => claim.hold::<every::Optional>(bytes),
        2 => claim.hold::<every::Defaults>(bytes),
        3 => claim.hold::<every::Lists>(bytes),
        4 => claim.hold::<every::Maps>(bytes),
        5 => claim.hold::<every::Tree>(bytes),
        6 => claim.hold::<every::Tombs>(bytes),
        7 => claim.hold::<every::Names>(bytes),
        8 => claim.hold::<every::OnlyLists>(bytes),
        9 => claim.hold::<every::Hundred>(bytes),
        10 => claim.hold::<every::Nested>(bytes),
        11 => claim.hold::<crate::crates::v1::Graph>(bytes),
        12 => claim.hold::<every::Ruled>(bytes),
        13 => claim.hold::<every::Around>(bytes),
        14 => claim.hold::<every::Closed>(bytes),
        15 => claim.hold::<every::Crowd>(bytes),
        16 => claim.hold::<every::Flagged>(bytes),
        17 => claim.hold::<every::Carried>(bytes),
        18 => claim.hold::<every::Presets>(bytes),
        19 => claim.hold::<every::Newtypes>(bytes),
        20 => claim.hold::<every::Record>(bytes),
        _ => claim.hold::<every::Mapped>(bytes),
    }
}

struct Steps;

impl Claim for Steps {
    fn hold<M>(&mut self, bytes: &[u8])
    where
        M: Message + ToEncoded<M> + Debug,
        for<'a> M::View<'a>: Debug + ToEncoded<M>,
    {
        let taken = Taken::by::<M>(bytes);
        assert!(
            taken.are_linear::<M>(bytes.len()),
            "{taken:?} for {} bytes",
            bytes.len()
        );
    }
}

struct Verify;

impl Claim for Verify {
    fn hold<M>(&mut self, bytes: &[u8])
    where
        M: Message + ToEncoded<M> + Debug,
        for<'a> M::View<'a>: Debug + ToEncoded<M>,
    {
        let (schema, index) = M::TABLE.get();
        let by_table = table::verify::verify(schema, index, bytes, &Limits::default());
        // So does who knows the type from a descriptor alone.
        let dynamic = dynamic::<M>();
        assert_eq!(dynamic.verify(bytes, &Limits::default()), by_table);
        let encoded = match Encoded::<M>::parse(bytes.to_vec()) {
            Ok(encoded) => encoded,
            Err(error) => {
                // The fast verifier and the one that can name a fault agree, and it lies within the bytes.
                assert!(
                    error.offset() <= bytes.len(),
                    "{error} of {} bytes",
                    bytes.len()
                );
                assert_eq!(by_table, Err(error));
                return;
            }
        };
        assert_eq!(by_table, Ok(()));
        // Every accessor of every view below is called by `Debug`.
        std::hint::black_box(format!("{:?}", encoded.view()));
        // What this schema knows has one encoding; what it does not know a view keeps and an owned value drops.
        let owned = encoded.to_message();
        let again = owned.to_encoded().expect("what was read can be written");
        assert_eq!(format!("{owned:?}"), format!("{:?}", again.to_message()));
        assert_eq!(again.to_message().to_encoded().as_ref(), Ok(&again));
        assert_eq!(again.view().to_encoded().as_ref(), Ok(&again));
        assert!(Encoded::<M>::verify(again.as_bytes(), &Limits::TRUSTED));
        // It has a protobuf form, unless what it carries as bytes is unsound or nests too deep.
        let form = encoded.to_protobuf();
        // A tree of its values makes the same message as that form does.
        let message = dynamic.parse(encoded.bytes().clone(), &Limits::default());
        let message = message.expect("it was verified");
        let mut next = 0;
        message.parts(|part| {
            assert_eq!(part.bytes.start, next, "{part:?}");
            assert!(part.bytes.end > next, "{part:?}");
            next = part.bytes.end;
        });
        assert_eq!(next, bytes.len());
        let fields = message.fields();
        std::hint::black_box(format!("{fields:?}"));
        if let (Ok(fields), Ok(form)) = (fields, form)
            && let Ok(known) = dynamic.from_protobuf(&form, &Limits::TRUSTED)
        {
            match dynamic.encode(&fields, &Limits::TRUSTED) {
                Ok(made) => assert_eq!(made.as_bytes(), known.as_bytes()),
                Err(error) => assert!(
                    error.reason().contains("does not know"),
                    "{error} of {fields:?}"
                ),
            }
            for (name, value) in fields.iter() {
                // By their text, in which NaN is like itself.
                let alone = message.get(name).expect("they all were read");
                assert_eq!(format!("{alone:?}"), format!("{:?}", Some(value)));
            }
        }
    }
}

/// The type as those know it who have a descriptor alone.
fn dynamic<M: Message>() -> MessageType<'static> {
    let (schema, index) = M::TABLE.get();
    let name = schema.messages[index].name;
    crate::pool::pool().message(name).expect(name)
}

struct Protobuf;

impl Claim for Protobuf {
    fn hold<M>(&mut self, bytes: &[u8])
    where
        M: Message + ToEncoded<M> + Debug,
        for<'a> M::View<'a>: Debug + ToEncoded<M>,
    {
        let (schema, index) = M::TABLE.get();
        let encoded = Encoded::<M>::from_protobuf(bytes, &Limits::default());
        let by_descriptor = dynamic::<M>().from_protobuf(bytes, &Limits::default());
        match (&encoded, &by_descriptor) {
            (Ok(encoded), Ok(message)) => assert_eq!(message.as_bytes(), encoded.as_bytes()),
            (Err(error), Err(same)) => assert_eq!(error, same),
            differ => panic!("{differ:?}"),
        }
        let (Ok(encoded), Ok(message)) = (encoded, by_descriptor) else {
            return;
        };
        assert_eq!(message.to_protobuf(), encoded.to_protobuf());
        // It is what the encoder would have written.
        let owned = encoded
            .to_message()
            .to_encoded()
            .expect("what was read can be written");
        assert_eq!(owned, encoded);
        assert!(table::verify::verify(schema, index, encoded.as_bytes(), &Limits::TRUSTED).is_ok());
        // The form of a message is read as that message.
        let text =
            form::encode(schema, index, encoded.as_bytes()).expect("what came from a form has one");
        let back =
            Encoded::<M>::from_protobuf(&text, &Limits::TRUSTED).expect("its own form is read");
        assert_eq!(back, encoded);
    }
}

struct Json;

impl Claim for Json {
    fn hold<M>(&mut self, bytes: &[u8])
    where
        M: Message + ToEncoded<M> + Debug,
        for<'a> M::View<'a>: Debug + ToEncoded<M>,
    {
        for ignore_unknown_fields in [false, true] {
            let options = JsonOptions {
                ignore_unknown_fields,
                ..JsonOptions::default()
            };
            let read = || Encoded::<M>::from_json_with(bytes, &options, &Limits::default());
            let (read, taken) = steps::counted(read);
            let by_descriptor = dynamic::<M>().from_json(bytes, &options, &Limits::default());
            match (&read, &by_descriptor) {
                (Ok(encoded), Ok(message)) => {
                    assert_eq!(message.as_bytes(), encoded.as_bytes());
                    let style = JsonStyle::default();
                    assert_eq!(message.to_json(&style), encoded.to_json_with(&style));
                }
                (Err(error), Err(same)) => assert_eq!(error, same),
                differ => panic!("{differ:?}"),
            }
            let made = read.as_ref().map_or(0, |encoded| encoded.as_bytes().len());
            assert!(
                crate::steps::is_linear_json::<M>(taken, bytes.len(), made),
                "{taken} steps for {} bytes of text and {made} of the message",
                bytes.len()
            );
            let encoded = match read {
                Ok(encoded) => encoded,
                Err(error) => {
                    assert!(error.offset() <= bytes.len(), "{error}");
                    assert!(error.to_string().len() < 4096, "{error}");
                    continue;
                }
            };
            // It is what the encoder would have written.
            let owned = encoded
                .to_message()
                .to_encoded()
                .expect("what was read can be written");
            assert_eq!(owned, encoded);
            for style in [JsonStyle::default(), JsonStyle::PRETTY] {
                let text = encoded
                    .to_json_with(&style)
                    .expect("what came from JSON has a form");
                let strict = JsonOptions::default();
                let back = Encoded::<M>::from_json_with(&text, &strict, &Limits::TRUSTED);
                assert_eq!(back.as_ref(), Ok(&encoded), "{text}");
            }
        }
    }
}

/// A stream of frames gives the same frames, or the same error, however it is split.
///
/// # Panics
/// Where that does not hold.
pub fn frames(data: &[u8]) {
    let Some((seed, stream)) = data.split_first() else {
        return;
    };
    let whole = decode(stream, stream.len().max(1));
    assert_eq!(decode(stream, 1), whole);
    assert_eq!(decode(stream, usize::from(*seed).max(1)), whole);
}

type Frames = (Vec<Frame>, Option<FrameError>);

fn decode(stream: &[u8], step: usize) -> Frames {
    let mut decoder = FrameDecoder::new(64 * 1024);
    let mut frames = Vec::new();
    for chunk in stream.chunks(step) {
        decoder.push(chunk.to_vec().into());
        loop {
            match decoder.next_frame() {
                Ok(Some(frame)) => frames.push(frame),
                Ok(None) => break,
                Err(error) => return (frames, Some(error)),
            }
        }
    }
    (frames, None)
}

/// Any text is a schema or a list of diagnostics that lie within it.
///
/// # Panics
/// Where that does not hold.
pub fn schema(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Err(error) = stillwire_compiler::check_source("fuzz.still", &text) {
        let diagnostics = error.diagnostics();
        assert!(!diagnostics.is_empty());
        for label in diagnostics.iter().flat_map(|diagnostic| &diagnostic.labels) {
            assert!(
                label.span.end as usize <= text.len(),
                "a label beyond the text"
            );
        }
        std::hint::black_box(error.to_string());
    }
}

/// Any text is refused or formatted, and then says the same, with as many comments, and is its own formatting.
///
/// # Panics
/// Where that does not hold.
pub fn format(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let Ok(tidy) = stillwire_compiler::format(&text) else {
        return;
    };
    let again = stillwire_compiler::format(&tidy).expect("what was printed can be read");
    assert_eq!(again, tidy, "formatting again changes something");
    let slashes = |text: &str| text.matches("//").count();
    assert_eq!(slashes(&tidy), slashes(&text), "a comment is lost");
    let (before, after) = (said(&text), said(&tidy));
    let told = before.as_ref().map_or(0, Vec::len);
    // Of more than are shown, others may be.
    if told < stillwire_compiler::limits::MAX_ERRORS {
        assert_eq!(after, before, "it says something else");
    }
}

/// The codes of what the compiler finds wrong, sorted; none for a schema without errors.
fn said(text: &str) -> Option<Vec<stillwire_compiler::Code>> {
    let error = stillwire_compiler::check_source("fuzz.still", text).err()?;
    let mut codes: Vec<_> = error.diagnostics().iter().map(|d| d.code).collect();
    codes.sort_unstable();
    codes.dedup();
    Some(codes)
}

/// What a peer may do to a lane is to close it: no panic, and no memory that grows with what it claims.
///
/// # Panics
/// Where that does not hold.
pub fn lane(data: &[u8]) {
    let Some((mode, stream)) = data.split_first() else {
        return;
    };
    let limits = stillwire_rpc_core::Limits::default();
    let allowed =
        limits.message_received_bytes + 2 * limits.lane_send_buffer_bytes + 64 * data.len();
    let mut lane = if mode & 1 == 0 {
        Lane::server(limits)
    } else {
        Lane::client(limits)
    };
    let mut now = Instant::now();
    for chunk in stream.chunks(usize::from(mode >> 1).max(1)) {
        now += Duration::from_millis(1);
        lane.handle(now, Input::Bytes(chunk.to_vec().into()));
        while let Some(event) = lane.poll() {
            answer(&mut lane, event);
        }
        if lane.poll_timeout().is_some_and(|at| at <= now) {
            lane.handle_timeout(now);
        }
        let mut out = Vec::new();
        lane.transmit(&mut out);
        assert!(
            lane.held_bytes() <= allowed,
            "{} bytes held",
            lane.held_bytes()
        );
    }
    lane.handle(now, Input::Eof);
    while lane.poll().is_some() {}
}

/// A service that answers at once, and reads all that is streamed to it.
fn answer(lane: &mut Lane, event: Event) {
    match event {
        Event::Opened {
            call,
            end: true,
            message,
            ..
        } => lane.finish(call, Status::ok(), message),
        Event::Opened { call, .. } => {
            let _ = lane.head(call, Metadata::new());
        }
        Event::Messages { call, messages } => lane.consumed(call, messages.credit()),
        Event::End { call } => lane.finish(call, Status::unimplemented("no"), None),
        _ => {}
    }
}

/// The first byte says how the rest becomes a record file: as it is; as frames after a head, each with the checksums that
/// make it one; or as edits of a file that was written. What can be read of it is read in every way, with the same records.
///
/// # Panics
/// Where that does not hold.
pub fn record(data: &[u8]) {
    let Some((how, rest)) = data.split_first() else {
        return;
    };
    let file = match how % 3 {
        0 => rest.to_vec(),
        1 => sealed(rest),
        _ => edited(rest),
    };
    let file = Bytes::from(file);
    let whole = RawReader::new(file.clone()).ok().and_then(|reader| {
        let records: Vec<Record> = reader.iter().collect::<Result<_, _>>().ok()?;
        assert_eq!(records.len() as u64, reader.len());
        // An index is taken at its word: one that no writer made may name other records, or none.
        for record in &records {
            if let Ok(found) = reader.get(record.nth) {
                let found = found.expect("there is one of each number");
                assert!(records.iter().any(|known| known.at == found.at));
            }
        }
        assert!(reader.get(reader.len()).unwrap().is_none());
        Some(records)
    });
    let options = Options {
        skip_damage: true,
        ..Options::default()
    };
    let Ok(reader) = RawReader::with(file, options) else {
        return;
    };
    let found: Vec<Record> = reader
        .iter()
        .map(|record| record.expect("intact"))
        .collect();
    let bytes: u64 = found
        .iter()
        .map(|record| record.bytes.len() as u64 + 12)
        .sum();
    let gaps: u64 = reader.gaps().iter().map(|gap| gap.bytes).sum();
    let extent = reader.extent();
    assert_eq!(bytes + gaps, extent.end - extent.start);
    for record in &found {
        assert_eq!(reader.get(record.nth).unwrap().as_ref(), Some(record));
    }
    if let Some(whole) = whole {
        assert_eq!(whole, found);
    }
}

/// A head, and frames of which the data says kinds and payloads. If its first byte is odd, a trailer that says that the last
/// frame is the index.
fn sealed(data: &[u8]) -> Vec<u8> {
    let (first, mut data) = data.split_first().unwrap_or((&0, &[]));
    let mut file = record_file(&[]);
    file.truncate(usize::try_from(records_start(&file)).expect("it is short"));
    let mut last = file.len() as u64;
    while let [kind, len, rest @ ..] = data {
        let (payload, rest) = rest.split_at(usize::from(*len).min(rest.len()));
        data = rest;
        last = file.len() as u64;
        let mut header = FrameHeader {
            payload_len: u32::try_from(payload.len()).expect("at most 255"),
            kind: *kind,
            flags: CHECKSUM,
            tag: 0,
        };
        let sum = frame::checksum(header.encode(), &last.to_le_bytes());
        let [a, b, c, d] = sum.to_le_bytes();
        header.tag = u16::from_le_bytes([a, b]) ^ u16::from_le_bytes([c, d]);
        encode_frame(header.kind, header.flags, header.tag, payload, &mut file).expect("short");
    }
    if first % 2 == 1 {
        let sum = frame::checksum(last.to_le_bytes(), b"SWRX");
        file.extend_from_slice(&last.to_le_bytes());
        file.extend_from_slice(b"SWRX");
        file.extend_from_slice(&sum.to_le_bytes());
    }
    file
}

/// A file of forty records, with bytes changed where the data says, and cut where it says.
fn edited(data: &[u8]) -> Vec<u8> {
    let sizes: Vec<usize> = (0..40).map(|nth| nth * nth % 90).collect();
    let mut file = record_file(&sizes);
    for edit in data.chunks_exact(3) {
        let at = usize::from(edit[0]) << 8 | usize::from(edit[1]);
        let len = file.len();
        match edit[2] {
            0 => file.truncate(len.saturating_sub(at % 512)),
            _ if len == 0 => return file,
            bits => file[at % len] ^= bits,
        }
    }
    file
}

fn record_file(sizes: &[usize]) -> Vec<u8> {
    let head = Head::of::<every::Plain>().expect("it is small");
    let mut writer = RawWriter::new(Vec::new(), &head).expect("memory");
    for size in sizes {
        writer.write(&vec![0xA5; *size]).expect("memory");
    }
    writer.finish().expect("memory")
}

/// Where the records of a file begin.
fn records_start(file: &[u8]) -> u64 {
    let reader = RawReader::new(Bytes::copy_from_slice(file)).expect("it was just written");
    reader.extent().start
}

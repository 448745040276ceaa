//! The hottest paths of the codec, one a run: what `benches/callgrind.sh` counts the instructions of.
//!
//! ```text
//! stillwire-kernels            the names, one a line
//! stillwire-kernels NAME       runs one
//! ```
//!
//! Everything is prepared, and the work done once, before [`counted`] does it again: so memory is there and what the
//! encoder remembers of earlier values is known. The data comes from a seed, so a count is the same in every run.
#![forbid(unsafe_code)]

use std::hint::black_box;
use std::process::ExitCode;
use stillwire::{Encode, Encoded, Encoder, Limits, Message, ToEncoded};
use stillwire_samples::{Sample, log, mesh, save, updates};

const SEED: u64 = 1;

/// The kernels: what `callgrind.sh` shows, in this order.
const KERNELS: [(&str, fn()); 18] = [
    ("encode_log", || encode(&logs())),
    ("encode_updates", || encode(&ticks())),
    ("encode_save", || encode(&game())),
    ("encode_mesh", || encode(&triangles())),
    ("verify_log", || verify(&logs())),
    ("verify_updates", || verify(&ticks())),
    ("verify_save", || verify(&game())),
    ("read_log", || read(&logs())),
    ("to_owned_log", || to_owned(&logs())),
    ("to_owned_save", || to_owned(&game())),
    ("to_protobuf_log", || to_protobuf(&logs())),
    ("to_protobuf_updates", || to_protobuf(&ticks())),
    ("from_protobuf_log", || from_protobuf(&logs())),
    ("from_protobuf_updates", || from_protobuf(&ticks())),
    ("to_json_log", || to_json(&logs())),
    ("to_json_updates", || to_json(&ticks())),
    ("from_json_log", || from_json(&logs())),
    ("from_json_updates", || from_json(&ticks())),
];

fn main() -> ExitCode {
    let Some(name) = std::env::args().nth(1) else {
        KERNELS.iter().for_each(|(name, _)| println!("{name}"));
        return ExitCode::SUCCESS;
    };
    let Some((_, run)) = KERNELS.iter().find(|(known, _)| *known == name) else {
        eprintln!("there is no kernel `{name}`");
        return ExitCode::FAILURE;
    };
    run();
    ExitCode::SUCCESS
}

fn logs() -> log::still::Log {
    log::generate(1000, SEED)
}

fn ticks() -> updates::still::Updates {
    updates::generate(50, SEED)
}

fn game() -> save::still::Save {
    save::generate(50, SEED)
}

fn triangles() -> mesh::still::Mesh {
    mesh::generate(5000, SEED)
}

/// What is within this function is counted: `callgrind.sh` knows it by its name.
#[inline(never)]
fn counted(work: &mut dyn FnMut()) {
    work();
}

fn run(mut work: impl FnMut()) {
    work();
    counted(&mut work);
}

fn encode<M: Message + Encode<M>>(owned: &M) {
    let mut encoder = Encoder::new();
    run(|| {
        black_box(encoder.encode::<M>(black_box(owned)).expect("it fits"));
    });
}

fn parse<M: Message>(encoded: &Encoded<M>) -> Encoded<M> {
    let bytes = black_box(encoded.bytes()).clone();
    Encoded::parse_with(bytes, &Limits::TRUSTED).expect("these are its own bytes")
}

fn encoded<M: Message + ToEncoded<M>>(owned: &M) -> Encoded<M> {
    owned.to_encoded().expect("it fits")
}

fn verify<M: Message + ToEncoded<M>>(owned: &M) {
    let encoded = encoded(owned);
    run(|| {
        black_box(parse(&encoded));
    });
}

fn read<M: Sample>(owned: &M) {
    let encoded = encoded(owned);
    run(|| {
        black_box(M::checksum_in_place(black_box(&encoded).view()));
    });
}

fn to_owned<M: Message + ToEncoded<M>>(owned: &M) {
    let encoded = encoded(owned);
    run(|| {
        black_box(black_box(&encoded).to_message());
    });
}

fn to_protobuf<M: Message + ToEncoded<M>>(owned: &M) {
    let encoded = encoded(owned);
    run(|| {
        black_box(black_box(&encoded).to_protobuf().expect("it fits"));
    });
}

fn from_protobuf<M: Message + ToEncoded<M>>(owned: &M) {
    let form = encoded(owned).to_protobuf().expect("it fits");
    run(|| {
        let read = Encoded::<M>::from_protobuf(black_box(&form), &Limits::TRUSTED);
        black_box(read.expect("these are its own bytes"));
    });
}

fn to_json<M: Message + ToEncoded<M>>(owned: &M) {
    let encoded = encoded(owned);
    run(|| {
        black_box(black_box(&encoded).to_json().expect("it fits"));
    });
}

fn from_json<M: Message + ToEncoded<M>>(owned: &M) {
    let text = encoded(owned).to_json().expect("it fits");
    run(|| {
        let options = stillwire::codec::JsonOptions::default();
        let read = Encoded::<M>::from_json_with(black_box(&text), &options, &Limits::TRUSTED);
        black_box(read.expect("this is its own text"));
    });
}

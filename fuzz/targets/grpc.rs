#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| stillwire_grpc::fuzz::grpc(data));

//! Compiles the `.proto`.
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let files = protox::compile(["acme/parcels/v1/parcels.proto"], ["proto"])?;
    Ok(tonic_prost_build::compile_fds(files)?)
}

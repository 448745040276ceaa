//! Compiles both versions of the schemas.

fn main() -> Result<(), stillwire_compiler::Error> {
    stillwire_compiler::Builder::new()
        .file("schemas/test/evolution/v1/change.still")
        .file("schemas/test/evolution/v2/change.still")
        .file("schemas/test/evolution/broken_v1/change.still")
        .build()
}

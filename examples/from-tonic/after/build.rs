//! Compiles the schema.
fn main() -> Result<(), stillwire_compiler::Error> {
    stillwire_compiler::build("schemas/acme/parcels/v1/parcels.still")
}

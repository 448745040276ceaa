//! Compiles the schema.
fn main() -> Result<(), stillwire_compiler::Error> {
    stillwire_compiler::build("schemas/orders.still")
}

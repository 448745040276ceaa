//! The types of the tests as those see them who have a descriptor and no generated code.

use std::path::Path;
use std::sync::OnceLock;
use stillwire_compiler::Builder;
use stillwire_descriptor::describe;
use stillwire_descriptor::dynamic::{Arena, Pool};

static ARENA: Arena<'static> = Arena::new();
static POOL: OnceLock<Pool<'static>> = OnceLock::new();

/// All types that fuzzing takes bytes for.
///
/// # Panics
/// Where there is no such pool, which is a defect.
pub fn pool() -> Pool<'static> {
    *POOL.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let files = [
            "schemas/test/every/v1/every.still",
            "../schemas/examples/crates.still",
        ];
        let builder = files.iter().fold(Builder::new(), |builder, file| {
            builder.file(root.join(file))
        });
        let checked = builder.check().unwrap_or_else(|error| panic!("{error}"));
        let descriptor = describe(&checked.model).expect("it fits a message");
        Pool::of(&ARENA, descriptor).unwrap_or_else(|error| panic!("{error}"))
    })
}

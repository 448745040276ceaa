//! Compiles both versions of the schemas, and the versions that show what each rule of changes says. The latter are of
//! one package, so each lies in a folder of its own.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};
use stillwire_compiler::Builder;

fn main() -> Result<(), Box<dyn Error>> {
    Builder::new()
        .file("schemas/test/evolution/v1/change.still")
        .file("schemas/test/evolution/v2/change.still")
        .file("schemas/test/evolution/broken_v1/change.still")
        .build()?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    for (version, more) in [
        ("first", None),
        ("before", Some("moved")),
        ("after", Some("shifted")),
        ("later", None),
    ] {
        let folder = out.join(version);
        fs::create_dir_all(&folder)?;
        let builder =
            Builder::new().file(format!("schemas/rules/{version}/test/rules/v1/rules.still"));
        let builder = more.into_iter().fold(builder, |builder, name| {
            builder.file(format!(
                "schemas/rules/{version}/test/{name}/v1/{name}.still"
            ))
        });
        builder.out_dir(folder).build()?;
    }
    Ok(())
}

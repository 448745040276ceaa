//! Writes a tree of schemas, such as `cargo bench -p stillwire-compiler --bench schemas` checks: `tree FILES DIRECTORY`.
#![forbid(unsafe_code)]

#[path = "../benches/schemas/tree.rs"]
mod tree;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [files, directory] = arguments.as_slice() else {
        return Err("usage: tree FILES DIRECTORY".into());
    };
    let files = tree::write(Path::new(directory), files.parse()?)?;
    println!("{} files, {} types", files.len(), files.len() * tree::TYPES);
    Ok(())
}

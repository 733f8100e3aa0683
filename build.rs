//! The program's own data as JSON beside the YAML that people edit: reading YAML was most of the time of a short check.
//! A project's own data is read as YAML, with places; a test compares the two readings of every file.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// Folders whose files are read by derive.
const FOLDERS: [&str; 2] = ["data", "data/kiem_tra"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=data");
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let mut table = Vec::new();
    for folder in FOLDERS {
        println!("cargo::rerun-if-changed={folder}");
        for entry in fs::read_dir(Path::new(&root).join(folder))? {
            let file = entry?.path();
            let Some(name) = file.file_name().and_then(|name| name.to_str()) else { continue };
            if name.ends_with(".yaml") {
                println!("cargo::rerun-if-changed={folder}/{name}");
                let value: serde_json::Value = serde_saphyr::from_str(&fs::read_to_string(&file)?)?;
                table.push((format!("{folder}/{name}"), value.to_string()));
            }
        }
    }
    table.sort();
    let mut code = String::from("&[\n");
    for (path, json) in table {
        writeln!(code, "    ({path:?}, {json:?}),")?;
    }
    code.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("du_lieu.rs"), code)?;
    Ok(())
}

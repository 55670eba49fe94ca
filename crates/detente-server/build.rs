//! Puts the built app into the program. Without it there is no workbench, so its absence ends the build.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() {
    let folder =
        Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo says where the crate is")).join("bundle");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut names: Vec<String> = fs::read_dir(&folder)
        .map(|entries| entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect())
        .unwrap_or_default();
    names.sort();
    assert!(
        names.iter().any(|name| name == "index.html"),
        "the built app is missing in {}: `npm --prefix app ci && npm --prefix app run build` makes it",
        folder.display()
    );
    let mut table = String::from("static BUNDLE: &[(&str, &[u8])] = &[\n");
    for name in names {
        let path = folder.join(&name);
        println!("cargo:rerun-if-changed={}", path.display());
        writeln!(table, "    ({name:?}, include_bytes!({:?})),", path.display().to_string())
            .expect("a string takes it");
    }
    table.push_str("];\n");
    let out = Path::new(&env::var("OUT_DIR").expect("cargo says where to write")).join("bundle.rs");
    fs::write(out, table).expect("the table of the app's files can be written");
}

//! What is exported is the world that every other verb looks at: with what was said and done believed.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A claim lifts a proposition over one half, and with it the owners' no-deal value falls from 0.6 to 0.1.
const STRIKE: &str = "tests/sessions/deals.in/strike.toml";

fn detente(arguments: &[&str]) -> Output {
    let run = Command::new(env!("CARGO_BIN_EXE_detente")).args(arguments).output().unwrap();
    assert!(run.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
    run
}

fn central(arguments: &[&str]) -> Value {
    let printed = detente(&[&["deals", "--json", "--draws", "20"], arguments].concat()).stdout;
    serde_json::from_slice::<Value>(&printed).unwrap()["deals"]["central"].take()
}

#[test]
fn an_exported_world_is_the_one_that_deals_looks_at() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join(STRIKE);
    let case = case.to_str().unwrap();
    let stated = central(&[case]);
    assert_eq!(stated["reservation"], serde_json::json!([0.1, 0.5]));
    assert_eq!(stated["zone"]["exists"], true);
    for format in ["negmas", "geniusweb"] {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("export-{format}"));
        let _ = fs::remove_dir_all(&folder);
        detente(&["export", case, "--format", format, "--out", folder.to_str().unwrap()]);
        let back = central(&[folder.to_str().unwrap()]);
        assert_eq!(back["zone"]["exists"], stated["zone"]["exists"], "{format}");
        assert_eq!(back["zone"]["outcomes"], stated["zone"]["outcomes"], "{format}");
        // GeniusWeb has no number for it, only a package that is just good enough.
        if format == "negmas" {
            assert_eq!(back["reservation"], stated["reservation"]);
            assert_eq!(back["margin"], stated["margin"]);
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}

//! Files that are in the way, or are not what they seem: what is said in plain words, and that nothing is lost.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of one test's own with a case and files of Genius in it, removed when the test ends.
struct Scratch(PathBuf);

const FILES: [&str; 3] = ["garden.xml", "garden-owner.xml", "garden-tenant.xml"];

impl Scratch {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("files-{name}"));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("talks")).unwrap();
        let genius = Path::new(env!("CARGO_MANIFEST_DIR")).join("../detente-foreign/tests/files/genius");
        for name in FILES {
            fs::copy(genius.join(name), path.join(name)).unwrap();
        }
        let scratch = Self(path);
        assert!(scratch.run(&[&["import"], &FILES[..], &["--out", "talks"]].concat()).status.success());
        scratch
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_detente")).args(arguments).current_dir(&self.0).output().unwrap()
    }

    /// What is said of something that cannot be done.
    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(!output.status.success(), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!said.contains("os error"), "{said}");
        said
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const EXPORT: [&str; 6] = ["export", "talks", "--format", "negmas", "--out", "out"];

#[test]
fn an_export_writes_all_of_its_files_or_none() {
    let scratch = Scratch::new("export");
    fs::create_dir(scratch.0.join("out")).unwrap();
    fs::write(scratch.0.join("out/garden-tenant.yml"), "mine").unwrap();
    let said = scratch.refused(&EXPORT);
    assert_eq!(
        said,
        "error: `out/garden-tenant.yml` exists already and was left as it is; name another folder\n"
    );
    assert_eq!(fs::read_dir(scratch.0.join("out")).unwrap().count(), 1);
    assert_eq!(fs::read_to_string(scratch.0.join("out/garden-tenant.yml")).unwrap(), "mine");
}

#[test]
fn a_seed_without_a_draw_is_refused() {
    let scratch = Scratch::new("seed");
    let said = scratch.refused(&[&EXPORT[..], &["--seed", "3"]].concat());
    assert!(said.contains("--draw"), "{said}");
    assert!(scratch.run(&[&EXPORT[..], &["--seed", "3", "--draw", "0"]].concat()).status.success());
}

#[test]
fn a_file_in_the_place_of_a_folder_is_named() {
    let scratch = Scratch::new("place");
    fs::write(scratch.0.join("keep.txt"), "precious").unwrap();
    for out in ["keep.txt", "keep.txt/talks"] {
        let said = scratch.refused(&[&["import"], &FILES[..], &["--out", out]].concat());
        assert_eq!(
            said,
            format!(
                "error: cannot make the folder `{out}`: `keep.txt` is a file, and was left as it is; name another place\n"
            )
        );
        scratch.refused(&["new", out]);
        scratch.refused(&["export", "talks", "--format", "negmas", "--out", out]);
    }
    assert_eq!(fs::read_to_string(scratch.0.join("keep.txt")).unwrap(), "precious");
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_are_named() {
    let scratch = Scratch::new("links");
    for (target, link) in [("loop", "loop"), ("nowhere", "lost")] {
        std::os::unix::fs::symlink(target, scratch.0.join(link)).unwrap();
        let said = scratch.refused(&[&["import"], &FILES[..], &["--out", link]].concat());
        assert!(said.contains("a link that leads nowhere, or back to itself; name another place"), "{said}");
    }
    let said = scratch.refused(&["deals", "loop"]);
    assert!(said.contains("`loop` is a link that leads back to itself"), "{said}");
}

#[test]
fn a_second_case_is_named() {
    let scratch = Scratch::new("second");
    let said = scratch.refused(&["deals", "talks", "talks"]);
    assert!(said.contains("a second case is given") && said.contains("help: "), "{said}");
    let said = scratch.refused(&["deals", "talks", "garden-owner.xml"]);
    assert!(said.contains("this is a case, and the others are files"), "{said}");
    let said = scratch.refused(&["deals", ".", "garden-owner.xml"]);
    assert!(said.contains("this is a folder, which is read only by itself"), "{said}");
    let said = scratch.refused(&["import", "talks", "--out", "again"]);
    assert!(said.contains("this is a case already"), "{said}");
    assert!(!scratch.0.join("again").exists());
}

#[test]
fn utf_16_is_recognised_without_a_mark() {
    let scratch = Scratch::new("utf16");
    let text = fs::read_to_string(scratch.0.join("garden.xml")).unwrap();
    let case = fs::read_to_string(scratch.0.join("talks/case.toml")).unwrap();
    for big in [false, true] {
        let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        let wide = |text: &str| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        fs::write(scratch.0.join("garden.xml"), wide(&text)).unwrap();
        fs::write(scratch.0.join("case.toml"), wide(&case)).unwrap();
        for arguments in [&["deals", "garden.xml", FILES[1], FILES[2]][..], &["check", "case.toml"]] {
            let output = scratch.run(arguments);
            let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
            assert!(said.contains("UTF-16, without a byte order mark"), "{said}");
        }
    }
}

/// `-` is standard output where one text is written, and refused where there are more; no file bears that name.
#[test]
fn a_dash_is_standard_output_and_never_a_file() {
    let scratch = Scratch::new("dash");
    let page = scratch.run(&["brief", "talks", "--draws", "10", "--html", "-"]);
    let page = String::from_utf8(page.stdout).unwrap();
    assert!(
        page.starts_with("<!") && page.trim_end().ends_with("</html>"),
        "{}",
        &page[..200.min(page.len())]
    );
    let case = scratch.run(&[&["import"], &FILES[..], &["--out", "-"]].concat());
    let case = String::from_utf8(case.stdout).unwrap();
    assert_eq!(case, fs::read_to_string(scratch.0.join("talks/case.toml")).unwrap());
    let both = scratch.refused(&["brief", "talks", "--json", "--html", "-"]);
    assert!(both.contains("both go to standard output"), "{both}");
    for arguments in [&["export", "talks", "--format", "negmas", "--out", "-"][..], &["new", "-"]] {
        let said = scratch.refused(arguments);
        assert!(said.contains("`-` cannot stand for standard output here"), "{arguments:?}: {said}");
    }
    assert!(!scratch.0.join("-").exists());
    // One that is called so is reached by its path.
    assert!(scratch.run(&["new", "./-"]).status.success() && scratch.0.join("./-/case.toml").exists());
}

//! Whoever ends the command at any moment finds the old file or the new one, never a part of it.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A folder of one test's own, removed when the test ends.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("whole-{name}"));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn start(&self, arguments: &[&str]) -> Child {
        Command::new(env!("CARGO_BIN_EXE_detente"))
            .args(arguments)
            .current_dir(&self.0)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Ends the command at moments spread over the time that it takes when it is left alone, and looks at the file after each.
fn ended_at_any_moment(scratch: &Scratch, arguments: &[&str], before: &dyn Fn(), whole: &dyn Fn() -> bool) {
    const MOMENTS: u32 = 24;
    before();
    let begun = Instant::now();
    assert!(scratch.start(arguments).wait().unwrap().success(), "{arguments:?}");
    let takes = begun.elapsed().max(Duration::from_millis(2));
    assert!(whole());
    for moment in 0..MOMENTS {
        before();
        let mut child = scratch.start(arguments);
        std::thread::sleep(takes * moment / MOMENTS);
        let _ = child.kill();
        child.wait().unwrap();
        assert!(whole(), "{arguments:?}, ended at moment {moment}");
    }
}

fn cairo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/cairo-2024")
}

#[test]
fn a_page_is_whole_or_the_old_one() {
    let scratch = Scratch::new("page");
    let page = scratch.0.join("brief.html");
    let is = |wanted: &str| fs::read_to_string(&page).unwrap() == wanted;
    ended_at_any_moment(
        &scratch,
        &["brief", cairo().to_str().unwrap(), "--draws", "100", "--html", "brief.html"],
        &|| fs::write(&page, "the old page").unwrap(),
        &|| is("the old page") || fs::read_to_string(&page).unwrap().ends_with("</html>\n"),
    );
}

#[test]
fn a_case_that_drafts_are_added_to_is_whole() {
    let scratch = Scratch::new("append");
    let sessions = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions/events.in");
    let table = fs::read_to_string(sessions.join("ged.csv")).unwrap();
    fs::write(scratch.0.join("ged.csv"), table).unwrap();
    let mut stated = fs::read_to_string(sessions.join("strait.toml")).unwrap();
    // A file of some size takes some time to write.
    for i in 0..20_000 {
        writeln!(stated, "# line {i} of the analyst's remarks").unwrap();
    }
    let case = scratch.0.join("strait.toml");
    let arguments = [
        "events",
        "ged.csv",
        "--case",
        "strait.toml",
        "--format",
        "ucdp",
        "--actor",
        "Southern Front",
        "--retrieved",
        "2025-03-01",
        "--append",
    ];
    fs::write(&case, &stated).unwrap();
    assert!(scratch.start(&arguments).wait().unwrap().success());
    let appended = fs::read_to_string(&case).unwrap();
    assert!(appended.len() > stated.len());
    ended_at_any_moment(&scratch, &arguments, &|| fs::write(&case, &stated).unwrap(), &|| {
        let found = fs::read_to_string(&case).unwrap();
        found == stated || found == appended
    });
}

#[test]
fn an_export_into_a_new_folder_is_there_with_all_its_files_or_not_at_all() {
    let scratch = Scratch::new("export");
    let folder = scratch.0.join("out");
    ended_at_any_moment(
        &scratch,
        &["export", cairo().to_str().unwrap(), "--format", "negmas", "--out", "out"],
        &|| drop(fs::remove_dir_all(&folder)),
        &|| !folder.exists() || fs::read_dir(&folder).unwrap().count() == 3,
    );
}

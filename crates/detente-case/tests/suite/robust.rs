//! Files that nobody would write on purpose: nothing may panic, hang, or fill the memory.

use std::fs;
use std::path::PathBuf;

use detente_case::{Code, Form, LARGEST, Reading, Rendering, Report, parse, read, template};
use detente_model::{Actor, Worlds};
use proptest::prelude::*;

/// Reads a text and renders what is said about it, in every form. A case that is taken must be one that worlds
/// can be made of: every index in range, every principal with a position.
pub(crate) fn digest(text: &str) -> Option<Report> {
    let (report, sound) = match parse("case.toml", text) {
        Ok(Reading { case, report }) => {
            let worlds = Worlds::new(&case, 7);
            for world in [worlds.central(), &worlds.draw(0)] {
                // A case about a conflict alone has no positions.
                for party in case.principals().filter(|_| !case.positions.is_empty()) {
                    assert!(world.preferences(Actor::Party(party)).is_some());
                }
            }
            (report, true)
        }
        Err(report) => (report, false),
    };
    assert_eq!(sound, report.errors() == 0);
    for form in [Form::Drawn, Form::Coloured, Form::Told] {
        let page = report.render(Rendering { form, ..Rendering::default() });
        assert!(page.ends_with(".\n"));
    }
    let places: Vec<_> = report.faults().iter().map(|fault| fault.span.map(|span| span.start)).collect();
    assert!(places.is_sorted());
    Some(report).filter(|_| !sound)
}

fn codes(report: &Report) -> Vec<Code> {
    report.faults().iter().map(|fault| fault.code).collect()
}

/// A folder of this test's own, removed when it ends.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn files_that_cannot_be_read_are_reported() {
    let scratch = Scratch::new("unreadable");
    let missing = read(&scratch.0.join("nothing.toml")).unwrap_err();
    assert_eq!(codes(&missing), [Code::MissingFile]);
    let empty = read(&scratch.0).unwrap_err();
    assert_eq!(codes(&empty), [Code::NoCaseFile]);
    fs::create_dir(scratch.0.join("case.toml")).unwrap();
    let folder = read(&scratch.0).unwrap_err();
    assert_eq!(codes(&folder), [Code::Unreadable]);
}

#[test]
fn a_folder_is_read_by_its_case_file() {
    let scratch = Scratch::new("folder");
    fs::write(scratch.0.join("case.toml"), template()).unwrap();
    assert!(read(&scratch.0).is_ok());
}

#[test]
fn a_huge_file_is_refused_unread() {
    let scratch = Scratch::new("huge");
    let path = scratch.0.join("case.toml");
    // Fifty megabytes that take no room on the disk.
    fs::File::create(&path).unwrap().set_len(50_000_000).unwrap();
    let report = read(&path).unwrap_err();
    assert_eq!(codes(&report), [Code::TooLarge]);
    assert!(report.faults()[0].message.contains("50.0 MB"));
    fs::write(&path, vec![b'#'; usize::try_from(LARGEST).unwrap()]).unwrap();
    assert_eq!(codes(&read(&path).unwrap_err()), [Code::EmptyFile]);
}

#[test]
fn nesting_is_bounded_however_it_is_done() {
    for (text, code) in [
        (format!("a = {}", "[".repeat(100_000)), Code::TooDeep),
        (format!("a = {}", "{a=".repeat(100_000)), Code::TooDeep),
        (format!("a{} = 1", ".a".repeat(100_000)), Code::TooDeep),
        (format!("[a{}]", ".a".repeat(100_000)), Code::TooDeep),
        (format!("a = {}", "[{a.a.a.a.a.a.a.a.a=".repeat(10_000)), Code::TooDeep),
        ("[".repeat(100_000), Code::Syntax),
    ] {
        let report = digest(&text).unwrap();
        assert!(codes(&report).contains(&code), "{:?}", codes(&report));
    }
}

#[test]
fn a_file_of_faults_is_counted_and_not_all_told() {
    let text: String = (0..200_000).map(|i| format!("k{i} = {i}\n")).collect();
    let report = parse("case.toml", &text).unwrap_err();
    assert!(report.errors() >= 200_000);
    let page = report.render(Rendering::default());
    assert!(page.contains("more are not"), "{}", page.lines().last().unwrap());
    assert!(page.len() < 100_000);
}

#[test]
fn a_file_of_misspelt_names_is_answered_soon() {
    let options: String = (0..9_000).map(|i| format!("\"option number {i}\", ")).collect();
    let values: String = (0..9_000).map(|i| format!("\"optoin number {i}\" = 1, ")).collect();
    let text = template().replace(
        "[issues.payment]",
        &format!("[issues.many]\nname = \"Many\"\noptions = [{options}]\n[issues.payment]"),
    );
    let text = text.replace(
        "[positions.towns.release]",
        &format!("[positions.towns.many]\nvalues = {{ {values} }}\n[positions.towns.release]"),
    );
    let report = digest(&text).unwrap();
    assert!(report.errors() >= 9_000);
}

#[test]
fn syntax_errors_by_the_thousand_are_survived() {
    for line in [
        "a b c\n",
        "[x\n",
        "a = [\n",
        "a = {\n",
        "= = =\n",
        "\"\"\"\n",
        "a = 'x\n",
        "[[a]]\n[a]\n",
        "a.b = 1\n",
    ] {
        digest(&line.repeat(20_000));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gets_an_answer(text in "\\PC{0,200}") {
        digest(&text);
    }

    #[test]
    fn anything_like_toml_gets_an_answer(text in "([a-c\\[\\]{}.=\",' \n#0-9_-]|case|positions|issues|options|when|true|nan){0,60}") {
        digest(&text);
    }

    /// The template with a piece cut out, doubled, moved or overwritten.
    #[test]
    fn a_damaged_template_gets_an_answer(
        from in 0usize..8_000, len in 0usize..60, to in 0usize..8_000, how in 0u8..4,
        other in "[a-z\\[\\]{}=\".,\n0-9 -]{0,12}",
    ) {
        let text = template();
        let at = |i: usize| (0..=i.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
        let (start, end, to) = (at(from), at(from + len), at(to));
        let piece = &text[start..end];
        let damaged = match how {
            0 => format!("{}{}", &text[..start], &text[end..]),
            1 => format!("{}{piece}{piece}{}", &text[..start], &text[end..]),
            2 => format!("{}{other}{}", &text[..start], &text[end..]),
            _ => format!("{}{piece}{}", &text[..to], &text[to..]),
        };
        digest(&damaged);
    }

    /// The template with one value replaced by one of another type.
    #[test]
    fn a_template_with_a_strange_value_gets_an_answer(
        line in 0usize..300,
        value in prop::sample::select(vec![
            "1", "-1", "0.5", "1e308", "-1e400", "inf", "nan", "\"x\"", "\"\"", "[]", "{}", "true", "2024-02-14", "[[1, 2], [3]]",
            "[1, 2, 3, 4]", "{ a = 1 }", "[\"a\", 1]", "99999999999999999999999999999999999999999999",
            "0xffffffffffffffffffffffffffffffffffffffffffff", "07:30:00", "\"issue:term\"", "[\"release\"]",
        ]),
    ) {
        let lines: Vec<&str> = template().lines().collect();
        let line = line % lines.len();
        let damaged: String = lines.iter().enumerate().map(|(i, text)| match text.split_once(" = ") {
            Some((key, _)) if i == line => format!("{key} = {value}\n"),
            _ => format!("{text}\n"),
        }).collect();
        digest(&damaged);
    }
}

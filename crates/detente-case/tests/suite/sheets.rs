//! Cases in several files: read as one, each fault in its own file, each edit too; and read without a file that is not here.

use std::collections::BTreeMap;
use std::fs;

use detente_case::edit::{Edit, Setting, apply_across, read_with};
use detente_case::{Code, Form, Rendering, Report, SheetFound, Sheets, parse, parse_in, read};

const FIRST: &str = r#"case = 1
title = "Harbour dues"
as_of = 2025-03-01
include = ["sheets/union.toml"] # at home

[sources.minutes]
title = "Minutes"

[parties.port]
name = "Port authority"
role = "principal"
[parties.union]
name = "Dockers' union"
role = "principal"

[issues.pay]
name = "Rise in pay"
options = [2, 4, 6]

[positions.port]
no_deal = 0.4
pay = { ideal = 2, worst = 6 }

[propositions.busy]
text = "The port will be busy this summer"
prior = 0.5
when_true = { "positions.union.no_deal" = 0.6, "positions.port.no_deal" = 0.5 }

[[claims]]
id = "forecast"
source = "minutes"
on = "busy"
stance = "for"

[moves.strike]
by = "union"
text = "Strike"
[conflict.preferences]
port = ["!strike"]
union = ["strike"]"#;

const UNION: &str = r#"# For the union's eyes.
[positions.union]
no_deal = 0.3 # said at home
[positions.union.pay]
ideal = 6
worst = 2

[[claims]]
id = "whisper"
text = "Four would do"
"#;

struct At(BTreeMap<&'static str, String>);

impl Sheets for At {
    fn sheet(&self, name: &str) -> Result<Option<SheetFound>, String> {
        Ok(self.0.get(name).map(|text| SheetFound { name: format!("harbour/{name}"), text: text.clone() }))
    }
}

fn at<const N: usize>(files: [(&'static str, &str); N]) -> At {
    At(files.into_iter().map(|(name, text)| (name, text.to_owned())).collect())
}

fn place_of(case: &detente_model::Case, path: &str) -> detente_model::Place {
    case.numbers[case.numbers.at_path(path).unwrap()].place.unwrap()
}

fn told(report: &Report) -> String {
    report.render(Rendering { form: Form::Told, ..Rendering::default() })
}

#[test]
fn a_case_in_two_files_is_the_case_in_one() {
    let split = parse_in("case.toml", FIRST, &at([("sheets/union.toml", UNION)])).unwrap();
    assert!(split.report.is_clean(), "{:?}", split.report);
    let whole = format!("{}\n{UNION}", FIRST.replace("include = [\"sheets/union.toml\"]", ""));
    let whole = parse("case.toml", &whole).unwrap();
    let values = |case: &detente_model::Case| {
        case.numbers.stated().map(|number| (number.path.clone(), number.value)).collect::<Vec<_>>()
    };
    assert_eq!(values(&split.case), values(&whole.case));
    assert_eq!(split.case.claims.len(), 2);
    assert_eq!(
        (split.case.sheets.as_slice(), &split.case.absent),
        (&["sheets/union.toml".to_owned()][..], &None)
    );
    let place = place_of(&split.case, "positions.union.no_deal");
    assert_eq!((place.file, place.line), (1, 3));
}

#[test]
fn a_fault_is_told_in_its_own_file() {
    let sheet = UNION.replace("ideal = 6", "ideal = 1\nideel = 6");
    let report = parse_in("case.toml", FIRST, &at([("sheets/union.toml", &sheet)])).unwrap_err();
    let fault = report.faults().iter().find(|fault| fault.code == Code::UnknownKey).unwrap();
    assert_eq!((fault.file.as_deref(), fault.line), (Some("harbour/sheets/union.toml"), Some(6)));
    let (file, span) = report.in_file(fault.span.unwrap());
    assert_eq!((file, &sheet[span.start..span.end]), ("harbour/sheets/union.toml", "ideel"));
    let drawn = report.render(Rendering::default());
    assert!(drawn.contains("harbour/sheets/union.toml:6:1"), "{drawn}");
    assert!(drawn.contains("6 │ ideel = 6"), "{drawn}");
    // One that has to do with both shows both.
    let twice = format!("{UNION}\n[issues.pay]\nname = \"Pay\"\n");
    let report = parse_in("case.toml", FIRST, &at([("sheets/union.toml", &twice)])).unwrap_err();
    let drawn = report.render(Rendering::default());
    assert!(drawn.contains("harbour/sheets/union.toml") && drawn.contains("written twice"), "{drawn}");
}

#[test]
fn what_cannot_be_included_is_a_fault_where_it_is_included() {
    let refused = |names: &str| {
        let text = FIRST.replace("\"sheets/union.toml\"", names);
        let files =
            at([("sheets/union.toml", UNION), ("a.toml", "include = [\"a.toml\"]\n"), ("b.toml", "x = 1\n")]);
        let report = parse_in("case.toml", &text, &files).unwrap_err();
        let fault = report.faults().iter().find(|fault| fault.code == Code::Include);
        fault.unwrap_or_else(|| panic!("{names}: {report:?}")).clone()
    };
    for names in [
        "\"../union.toml\"",
        "\"/etc/passwd\"",
        "\"sheets/../union.toml\"",
        "\"./union.toml\"",
        "\".hidden.toml\"",
        "\"sheets\\\\union.toml\"",
        "\"C:union.toml\"",
        "\"union.json\"",
        "\"case.toml\"",
        "\"\"",
        "\"sheets/union.toml\", \"sheets/union.toml\"",
        "\"sheets/union.toml\", \"a.toml\"",
        "\"sheets/union.toml\", \"b.toml\"",
    ] {
        assert!(refused(names).help.is_some(), "{names}");
    }
    assert_eq!(refused("\"sheets/union.toml\", \"b.toml\"").file.as_deref(), Some("harbour/b.toml"));
    assert_eq!(refused("\"sheets/union.toml\", \"a.toml\"").file.as_deref(), Some("harbour/a.toml"));
    let text = FIRST.replace("[\"sheets/union.toml\"]", "\"sheets/union.toml\"");
    assert!(told(&parse("case.toml", &text).unwrap_err()).contains("is a list of names"));
}

#[test]
fn files_can_include_files() {
    let (one, two) = UNION.split_once("[[claims]]").unwrap();
    let one = format!("include = [\n  \"more.toml\", # the rest\n]\n{one}");
    let two = format!("[[claims]]{two}");
    let split =
        parse_in("case.toml", FIRST, &at([("sheets/union.toml", &one), ("more.toml", &two)])).unwrap();
    assert!(split.report.is_clean(), "{:?}", split.report);
    assert_eq!(split.case.sheets, ["sheets/union.toml", "more.toml"]);
    assert_eq!(split.case.claims[1].id, "whisper");
}

#[test]
fn without_the_file_the_rest_is_read_and_what_is_missing_is_told() {
    let reading = parse("case.toml", FIRST).unwrap();
    let absent = reading.case.absent.as_ref().unwrap();
    assert_eq!(absent.files, ["sheets/union.toml"]);
    assert_eq!(
        absent.left_out,
        [
            "issues",
            "positions",
            "propositions.busy.when_true.positions.union.no_deal",
            "propositions.busy.when_true.positions.port.no_deal"
        ]
    );
    assert!(absent.falls_away.contains(&"which deals all would sign"));
    assert!(reading.case.issues.is_empty() && reading.case.positions.is_empty());
    // The outlook and the conflict stay.
    assert_eq!((reading.case.claims.len(), reading.case.propositions.len()), (1, 1));
    assert!(reading.case.conflict.is_some());
    let [fault] = reading.report.faults() else { panic!("{:?}", reading.report) };
    assert_eq!((fault.code, fault.line), (Code::LeftAtHome, Some(4)));
    // What has nothing to do with the file that is not here is a fault all the same.
    let slip = FIRST.replace("prior = 0.5", "prior = 1.5");
    let report = parse("case.toml", &slip).unwrap_err();
    assert!(report.faults().iter().any(|fault| fault.code == Code::OutOfRange), "{report:?}");
    // Preferences that are on the sheet: the conflict goes too.
    let secret = FIRST.replace("\nunion = [\"strike\"]", "");
    let absent = parse("case.toml", &secret).unwrap().case.absent.unwrap();
    assert!(absent.left_out.contains(&"conflict".to_owned()));
}

#[test]
fn an_edit_goes_to_the_file_in_which_its_place_stands() {
    let files = at([("sheets/union.toml", UNION)]);
    let edits = [
        Edit::set("positions.union.no_deal", "[0.2, 0.4]"),
        Edit::set("positions.port.no_deal", "0.45"),
        Edit::insert("positions.union.note", "\"Read again.\""),
        Edit::insert("claims[]", "{ id = \"later\", text = \"Three would do\" }"),
        Edit::insert("summary", "\"A strike.\""),
    ];
    let edited = apply_across("case.toml", FIRST, &files, &edits).unwrap();
    let [(name, sheet)] = edited.sheets.as_slice() else { panic!("{:?}", edited.sheets) };
    assert_eq!(name, "sheets/union.toml");
    assert!(
        sheet
            .starts_with("# For the union's eyes.\n[positions.union]\nno_deal = [0.2, 0.4] # said at home\n"),
        "{sheet}"
    );
    assert!(sheet.contains("note = \"Read again.\"") && sheet.contains("Three would do"), "{sheet}");
    assert!(edited.first.contains("no_deal = 0.45") && edited.first.contains("summary = \"A strike.\""));
    assert!(edited.first.contains("include = [\"sheets/union.toml\"] # at home"));
    assert!(!edited.first.contains("Read again"));
    assert_eq!(edited.reading.case.claims.len(), 3);
    let none = apply_across("case.toml", FIRST, &files, &[]).unwrap();
    assert_eq!((none.first.trim_end(), none.sheets[0].1.as_str()), (FIRST, UNION));
}

#[test]
fn files_on_the_disk_are_found_below_the_folder_and_nowhere_else() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("harbour");
    fs::create_dir_all(folder.join("sheets")).unwrap();
    fs::write(folder.join("case.toml"), FIRST).unwrap();
    assert!(read(&folder).unwrap().case.absent.is_some());
    fs::write(folder.join("sheets/union.toml"), UNION).unwrap();
    let whole = read(&folder).unwrap();
    assert!(whole.case.absent.is_none() && whole.case.positions.len() == 2);
    let set = [Setting::parse("positions.union.no_deal=0.25").unwrap()];
    let with = read_with(&folder, &set).unwrap();
    assert_eq!(with.reading.case.set[0].before.as_deref(), Some("0.3"));
    assert_eq!(parse("again", &with.text).unwrap().case.positions.len(), 2);
    assert_eq!(place_of(&with.reading.case, "positions.union.pay.ideal").line, 5);
    // A file that cannot be read, and a folder.
    fs::write(folder.join("sheets/union.toml"), [0xff, 0x00]).unwrap();
    assert_eq!(read(&folder).unwrap_err().faults()[0].code, Code::Include);
    fs::remove_file(folder.join("sheets/union.toml")).unwrap();
    fs::create_dir(folder.join("sheets/union.toml")).unwrap();
    assert_eq!(read(&folder).unwrap_err().faults()[0].code, Code::Include);
    #[cfg(unix)]
    {
        fs::remove_dir(folder.join("sheets/union.toml")).unwrap();
        fs::write(place.path().join("secret.toml"), UNION).unwrap();
        let link = |to: &str| {
            let _ = fs::remove_file(folder.join("sheets/union.toml"));
            std::os::unix::fs::symlink(to, folder.join("sheets/union.toml")).unwrap();
        };
        for to in ["../../secret.toml", "nowhere.toml", "union.toml"] {
            link(to);
            assert_eq!(read(&folder).unwrap_err().faults()[0].code, Code::Include, "{to}");
        }
        fs::write(folder.join("inside.toml"), UNION).unwrap();
        link("../inside.toml");
        assert!(read(&folder).unwrap().case.absent.is_none());
    }
}

//! What people type for a day, a number, a range or an id: each gets a hint, and what the hint shows is accepted in its
//! place.

use detente_case::{Report, is_id, parse};

const CASE: &str = r#"case = 1
title = "t"
as_of = 2016-02-01

[sources.wire]
title = "Wire"
published = 2016-01-02

[parties.a]
name = "A"
role = "principal"
[parties.b]
name = "B"
role = "principal"

[issues.pay]
name = "Pay"
options = ["low", "high"]

[positions.a]
no_deal = 0.3
weights = { pay = 1 }
[positions.a.pay]
values = { low = 0, high = 1 }
[positions.b]
no_deal = 0.3
weights = { pay = 1 }
[positions.b.pay]
values = { low = 1, high = 0 }

[propositions.holds]
text = "It holds."
prior = 0.5

[[claims]]
id = "one"
said = 2016-01-03
reported = 2016-01-04
by = "A"
text = "Yes."
source = "wire"
on = "holds"
stance = "for"

[[forecasts]]
id = "f"
text = "It will hold."
made = 2016-01-03
due = 2016-06-01
probability = 0.5
by = "B"
"#;

/// What is said of the case with one text in the place of another.
fn said(from: &str, to: &str) -> Result<(), Report> {
    assert!(CASE.contains(from), "{from}");
    match parse("case.toml", &CASE.replacen(from, to, 1)) {
        Ok(_) => Ok(()),
        Err(report) => Err(report),
    }
}

/// The texts that the hints of a report show in backticks.
fn shown(report: &Report) -> Vec<String> {
    let hints = report.faults().iter().filter_map(|fault| fault.help.as_deref());
    hints.flat_map(|help| help.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

/// Every text that a hint shows for a value is accepted when it is written there.
fn mended(key: &str, right: &str, typed: &str) {
    let (from, to) = (format!("{key} = {right}"), format!("{key} = {typed}"));
    let report = said(&from, &to).expect_err(&to);
    let shown = shown(&report);
    assert!(!shown.is_empty(), "{to}: {report:?}");
    for written in &shown {
        let to = format!("{key} = {written}");
        assert!(
            said(&from, &to).is_ok(),
            "{typed} is told to write {written}, which is refused: {:?}",
            said(&from, &to)
        );
    }
}

#[test]
fn days_are_shown_as_they_are_accepted() {
    assert!(said("no_deal = 0.3", "no_deal = 0.4").is_ok());
    for (key, right) in [
        ("as_of", "2016-02-01"),
        ("published", "2016-01-02"),
        ("said", "2016-01-03"),
        ("reported", "2016-01-04"),
        ("made", "2016-01-03"),
        ("due", "2016-06-01"),
    ] {
        // The month of each day is the first, for nothing may lie after the day of the case or before what was said.
        let day = if key == "as_of" { "31" } else { "05" };
        let later = if key == "said" { "03" } else { day };
        for typed in [
            format!("{later}/01/2016"),
            format!("\"{later}/01/2016\""),
            format!("\"{later} January 2016\""),
            format!("{later} January 2016"),
            format!("January {later}, 2016"),
            format!("2016-1-{later}"),
            format!("2016/01/{later}"),
            format!("{later}.01.2016"),
            format!("{later}-01-2016"),
            format!("\"2016-01-{later}\""),
            format!("201601{later}"),
            format!("2016-01-{later}T10:00:00"),
            format!("2016-01-{later} 10:00:00Z"),
        ] {
            let (from, to) = (format!("{key} = {right}"), format!("{key} = {typed}"));
            let report = said(&from, &to).expect_err(&to);
            let shown = shown(&report);
            let day = format!("2016-01-{later}");
            assert!(shown.contains(&day), "{to}: {shown:?}");
            assert!(said(&from, &format!("{key} = {day}")).is_ok());
        }
    }
    // A day that there is not has no other way to be written.
    for typed in ["2016-02-30", "\"yesterday\"", "2016", "2016-01"] {
        let report = said("as_of = 2016-02-01", &format!("as_of = {typed}")).expect_err(typed);
        assert!(report.faults()[0].help.is_some(), "{typed}");
    }
}

#[test]
fn numbers_and_ranges_are_shown_as_they_are_accepted() {
    for typed in [
        "0,6",
        "\"0,6\"",
        "60%",
        "60 %",
        "\"60%\"",
        "'60 %'",
        "60 per cent",
        "1/3",
        "\"1/3\"",
        ".5",
        "+.5",
        "5.0%",
        "00.5",
        "½",
        "~0.5",
        "\"about 0.6\"",
        "０.６",
        "\"0.6\"",
        "0.2-0.4",
        "0.2 - 0.4",
        "0.2–0.4",
        "0.2..0.4",
        "0.2 to 0.4",
        "\"0.2 to 0.4\"",
        "\"0.2-0.4\"",
        "\"[0.2, 0.4]\"",
        "\"0,2 – 0,4\"",
        "(0.2, 0.4)",
        "[.2, .4]",
        "[0.2 0.4]",
        "[0,2, 0,4]",
        "[0,2; 0,4]",
        "[20%, 40%]",
        "20-40%",
        "0.6±0.1",
        "\"0.2, 0.4\"",
        "[0,2, 0,3, 0,4]",
        "[0,6]",
        "between 0.2 and 0.4",
    ] {
        mended("no_deal", "0.3", typed);
    }
    // In a table in braces only the value is meant.
    for typed in ["0,6", "60 %", "1/3", ".5", "0.2-0.4", "\"0,6\"", "[0,2, 0,4]"] {
        for place in ["{ low = 0, high = $ }", "{ high = $, low = 0 }"] {
            let from = "values = { low = 0, high = 1 }";
            let write = |value: &str| format!("values = {}", place.replace('$', value));
            let report = said(from, &write(typed)).expect_err(typed);
            for written in shown(&report) {
                assert!(said(from, &write(&written)).is_ok(), "{}: {written}", write(typed));
            }
            assert!(!shown(&report).is_empty(), "{}: {report:?}", write(typed));
        }
    }
    // A thousand is a thousand, though a share of it is none.
    let report = said("no_deal = 0.3", "no_deal = 1.000,5").unwrap_err();
    assert_eq!(shown(&report), ["1000.5"]);
    // What is text goes into quotes, whatever it looks like.
    let report = said("title = \"t\"", "title = 1/3").unwrap_err();
    assert_eq!(shown(&report), ["\"1/3\""]);
}

const SIDES: &str = r#"case = 1
title = "t"
as_of = 2016-02-01
[sources.ИТАР]
title = "ИТАР-ТАСС"
[parties.россия]
name = "Россия"
role = "principal"
[parties.україна]
name = "Україна"
role = "principal"
[moves.атака]
by = "россия"
text = "Атака"
[moves.оборона]
by = "україна"
text = "Оборона"
[conflict]
[conflict.preferences]
россия = ["атака -> !оборона", "атака"]
україна = ["!атака"]
[issues.земля]
name = "Земля"
options = ["нет", "да"]
[positions.россия]
no_deal = 0.3
weights = { земля = 1 }
cite = ["ИТАР#1"]
[positions.россия.земля]
values = { нет = 0, да = 1 }
[positions.україна]
no_deal = 0.3
weights = { земля = 1 }
[positions.україна.земля]
values = { нет = 1, да = 0 }
"#;

/// Names of other scripts stand in quotes, as the hint says, and then they are ids like all others.
#[test]
fn ids_of_any_script_are_told_how_to_be_written_and_then_read() {
    let mut text = SIDES.to_owned();
    // As long as there is a fault, every line that a hint is about is written as the hint shows it.
    for _ in 0..60 {
        let Err(report) = parse("case.toml", &text) else { break };
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for fault in report.faults() {
            let Some(line) = fault.line.and_then(|line| lines.get_mut(line - 1)) else { continue };
            let written = fault.help.as_deref().unwrap_or_default().split('`').nth(1).unwrap_or_default();
            if written.starts_with('[') {
                written.clone_into(line);
            } else if let Some((key, _)) = written.split_once(" = …") {
                let bare: String = key.replace('"', "");
                *line = line.replacen(&format!("{bare} ="), &format!("{key} ="), 1);
            } else {
                panic!("{fault:?}");
            }
        }
        text = lines.join("\n") + "\n";
    }
    let reading = parse("case.toml", &text).unwrap_or_else(|report| panic!("{text}\n{report:?}"));
    assert_eq!(reading.case.parties[0].id, "россия");
    assert_eq!(reading.case.moves.len(), 2);
    // By their paths numbers are found, and edits find their way back to the text.
    let path = "positions.россия.weights.земля";
    assert!(reading.case.numbers.iter().any(|(_, number)| number.path == path));
    let edited = detente_case::edit::set(&text, "positions.россия.no_deal", "0.4").unwrap();
    assert!(edited.text.contains("no_deal = 0.4") && parse("case.toml", &edited.text).is_ok());
}

#[test]
fn what_is_no_id_is_told_what_one_is() {
    for id in ["two words", "a.b", "a!", "☂"] {
        let text = CASE.replacen("[parties.b]", &format!("[parties.\"{id}\"]"), 1);
        let report = parse("case.toml", &text).unwrap_err();
        let told = report
            .faults()
            .iter()
            .any(|f| f.help.as_deref().is_some_and(|h| h.contains("letters of any script")));
        assert!(told && !is_id(id), "{id}: {report:?}");
    }
}

/// The same hints where a value is set by its path.
#[test]
fn values_that_are_set_get_the_same_hints() {
    for (path, typed, written) in [
        ("positions.a.no_deal", "0,6", "0.6"),
        ("positions.a.no_deal", "60 %", "0.6"),
        ("positions.a.no_deal", "0.2-0.4", "[0.2, 0.4]"),
        ("positions.a.no_deal", "0.2 to 0.4", "[0.2, 0.4]"),
        ("positions.a.no_deal", ".5", "0.5"),
        ("as_of", "31/01/2016", "2016-01-31"),
        ("as_of", "31 January 2016", "2016-01-31"),
    ] {
        let fault = detente_case::edit::set(CASE, path, typed).expect_err(typed);
        let help = fault.faults()[0].help.clone().unwrap_or_default();
        assert!(help.contains(&format!("`{written}`")), "{typed}: {help}");
        assert!(detente_case::edit::set(CASE, path, written).is_ok(), "{written}");
    }
}

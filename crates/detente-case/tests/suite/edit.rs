//! Edits by path: what is set is what is read, everything else stays, and nothing that anybody types panics.

use std::fs;
use std::path::{Path, PathBuf};

use detente_case::edit::{self, Edit, EditFault, What, paths};
use detente_case::{Code, Reading, parse, template};
use detente_model::{Choice, Uncertain, Weights};
use proptest::prelude::*;

/// Every sound case at hand: those of the project, the template, and a case in every other way of writing TOML.
fn cases() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path().join("case.toml")).collect();
    files.retain(|file| file.is_file());
    files.sort();
    assert!(files.len() >= 6);
    let mut cases: Vec<(String, String)> =
        files.iter().map(|file| (file.display().to_string(), fs::read_to_string(file).unwrap())).collect();
    cases.push((String::from("template"), template().to_owned()));
    cases.push((String::from("template with Windows lines"), template().replace('\n', "\r\n")));
    cases.push((String::from("motley"), MOTLEY.to_owned()));
    cases
}

/// A case that mixes headings, dotted keys, braces, quotes, and lists over several lines.
const MOTLEY: &str = r#"case = 1
title = "Motley"
as_of = 2025-03-01
parties = { port = { name = "Port", role = "principal" }, union.name = "Union", union.role = "principal" }

[issues]
pay = { name = "Pay", options = [
    2.0, # low
    4,
    6.5,
] }
shifts.name = "Shifts"
shifts.options = ["eight.hours", "it's ten", "a [1] b"]
term.name = "Term"
term.range = { from = 0, to = 24, step = 6 }

[positions.port]
no_deal = 0.3 # as they say
weights = { pay = 0.5, shifts = 0.25, "term" = [0.2, 0.3] }
pay.values = { 2 = 1, "4.0" = [0.4, 0.6], "6.5" = 0 }
term.points = [[0, 0], [12, [0.2, 0.3]], [24, 1]]
term.at_most = [
    12,
    18,
]
[positions.port.shifts.values]
"eight.hours" = 0
"it's ten" = 0.5
'a [1] b' = 1
# The union's.
[positions.union]
importance = ["pay", ["shifts", "term"]]
no_deal.pay = 4
no_deal.term = 6
pay = { ideal = 6.5, worst = 2 }
term = { ideal = 0, worst = 24 }
shifts = { values = { "eight.hours" = 1, "it's ten" = 0.5, "a [1] b" = 0 }, never = ["a [1] b"] }

[[interactions]]
of = "port"
when = { pay = 2, shifts = ["it's ten", "a [1] b"] }
value = 0.1
[[interactions]]
of = "union"
when.pay = [6.5]
value = [-0.2, -0.1]"#;

fn reading(text: &str) -> Reading {
    parse("case.toml", text).unwrap()
}

#[test]
fn every_number_of_a_case_stands_at_its_path() {
    for (name, text) in cases() {
        let places = paths(&text).unwrap();
        for number in reading(&text).case.numbers.stated() {
            let place = number.place.unwrap();
            let Some(found) = places.iter().find(|found| found.path == number.path) else {
                // What counts one if nothing is said has no place of its own.
                assert!(number.path.starts_with("audiences."), "{name}: {}", number.path);
                continue;
            };
            assert_eq!(
                (found.span.start, found.span.end),
                (place.offset, place.offset + place.len),
                "{name}: {}",
                number.path
            );
            assert_eq!(found.what, What::Number, "{name}: {}", number.path);
        }
    }
}

#[test]
fn every_number_can_be_set_and_reads_back() {
    for (name, text) in cases() {
        for number in reading(&text).case.numbers.stated() {
            // The same number in another spelling, which no rule of the format can mind.
            let (value, expected) = match number.value {
                Uncertain::Known(x) => (format!("[{x}, {x}]"), Uncertain::uniform(x, x).unwrap()),
                Uncertain::Uniform { low, high } => {
                    let mode = low + (high - low) / 4.0;
                    (format!("[ {low}, {mode},{high}]"), Uncertain::triangular(low, mode, high).unwrap())
                }
                Uncertain::Triangular { mode, .. } => (format!("{mode}"), Uncertain::Known(mode)),
            };
            let edited = match edit::apply(&text, &[Edit::put(&number.path, &value)]) {
                Ok(edited) => edited,
                Err(fault) => {
                    // Ranges cannot stand everywhere: weights that were known to sum to 1, ends that must differ.
                    assert!(matches!(fault, EditFault::Unsound(_)), "{name}: {}: {fault}", number.path);
                    continue;
                }
            };
            let after = &edited.reading.case;
            let id = after.numbers.at_path(&number.path).unwrap();
            assert_eq!(after.numbers[id].value, expected, "{name}: {}", number.path);
            // Every other number is what it was.
            for other in reading(&text)
                .case
                .numbers
                .iter()
                .map(|(_, other)| other)
                .filter(|other| other.path != number.path)
            {
                let id = after.numbers.at_path(&other.path).unwrap();
                assert_eq!(after.numbers[id].value, other.value, "{name}: {}", other.path);
            }
            only_the_splices(&text, &edited.text, &edited.splices);
        }
    }
}

/// What was done to a text is what its splices say.
fn only_the_splices(before: &str, after: &str, splices: &[edit::Splice]) {
    let mut text = before.to_owned();
    for splice in splices {
        text.replace_range(splice.span.start..splice.span.end, &splice.text);
    }
    assert_eq!(text, after);
}

#[test]
fn every_place_of_a_case_is_found_again() {
    for (name, text) in cases() {
        for place in paths(&text).unwrap() {
            if place.what == What::Section {
                let fault = edit::rewrite(&text, &[Edit::set(&place.path, "1")]).unwrap_err();
                assert_eq!(fault.faults()[0].code, Code::WholeTable, "{name}: {}", place.path);
                continue;
            }
            // Its own text in its place changes nothing.
            let one_line = !place.text.contains(['\n', '#']);
            let value = if one_line { place.text.as_str() } else { "\"another\"" };
            let (after, splices) = edit::rewrite(&text, &[Edit::set(&place.path, value)])
                .unwrap_or_else(|fault| panic!("{name}: {}: {fault}", place.path));
            assert_eq!(splices.len(), 1);
            assert_eq!(splices[0].span, place.span, "{name}: {}", place.path);
            assert_eq!(&after[..place.span.start], &text[..place.span.start]);
            assert!(after.ends_with(&text[place.span.end..]));
            if one_line {
                assert_eq!(after, text, "{name}: {}", place.path);
            }
        }
    }
}

/// What has no parts, with its path.
fn values(places: &[edit::EditPlace]) -> impl Iterator<Item = (&str, &str)> {
    let whole = places.iter().filter(|place| matches!(place.what, What::Number | What::Word));
    whole.map(|place| (place.path.as_str(), place.text.as_str()))
}

#[test]
fn whatever_is_taken_out_is_gone_and_can_be_put_back() {
    for (name, text) in cases() {
        let before = paths(&text).unwrap();
        // Of a long case some: each takes a while.
        for place in before.iter().step_by(before.len() / 400 + 1) {
            // Half a point is none.
            if place.path.contains(".points[") && place.path.contains("][") {
                continue;
            }
            let (after, splices) = edit::rewrite(&text, &[Edit::remove(&place.path)])
                .unwrap_or_else(|fault| panic!("{name}: {}: {fault}", place.path));
            only_the_splices(&text, &after, &splices);
            let there = paths(&after).unwrap();
            let list_member = place.path.ends_with(']');
            if !list_member {
                assert!(
                    there.iter().all(|other| other.path != place.path),
                    "{name}: {}\n{after}",
                    place.path
                );
            }
            // Nothing else went with it: every other value is there, in the same order.
            let part = |path: &str| {
                path.strip_prefix(&place.path)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            };
            let left: Vec<&str> =
                values(&before).filter(|(path, _)| !part(path)).map(|(_, text)| text).collect();
            let found: Vec<&str> = values(&there).map(|(_, text)| text).collect();
            assert_eq!(found, left, "{name}: {}", place.path);
            // Without its name a member of a list is known by its place.
            let names_member = [".name", ".id"].iter().any(|key| place.path.ends_with(key));
            if names_member {
                continue;
            }
            if list_member || place.what == What::Section || place.text.contains(['\n', '#']) {
                continue;
            }
            let again = match edit::rewrite(&after, &[Edit::insert(&place.path, &place.text)]) {
                Ok((again, _)) => again,
                // A member of a list that was known by its name comes back as a member.
                Err(fault) => {
                    let (list, _) = place.path.rsplit_once('.').unwrap();
                    let help = format!("to add to the list, insert at `{list}[]`");
                    assert_eq!(
                        fault.faults()[0].help.as_deref(),
                        Some(help.as_str()),
                        "{name}: {}",
                        place.path
                    );
                    edit::rewrite(&after, &[Edit::insert(format!("{list}[]"), &place.text)]).unwrap().0
                }
            };
            let found = paths(&again).unwrap().into_iter().find(|found| found.path == place.path);
            // At the top a table has a heading, whatever it had.
            if !found.as_ref().is_some_and(|found| found.what == What::Section && !place.path.contains('.')) {
                let text = found.map(|found| found.text);
                assert_eq!(text.as_deref(), Some(place.text.as_str()), "{name}: {}\n{again}", place.path);
            }
        }
    }
}

fn lines_that_differ<'a>(before: &'a str, after: &'a str) -> (Vec<&'a str>, Vec<&'a str>) {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split('\n').collect(), after.split('\n').collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old[same..].iter().rev().zip(new[same..].iter().rev()).take_while(|(a, b)| a == b).count();
    (old[same..old.len() - rest].to_vec(), new[same..new.len() - rest].to_vec())
}

/// What an edit makes of the lines of a case, checked as a case.
fn change(text: &str, edits: &[Edit]) -> (Vec<String>, Vec<String>) {
    let edited = edit::apply(text, edits).unwrap_or_else(|fault| panic!("{fault:?}"));
    let (old, new) = lines_that_differ(text, &edited.text);
    (old.iter().map(|line| (*line).to_owned()).collect(), new.iter().map(|line| (*line).to_owned()).collect())
}

#[test]
fn a_change_is_one_line_of_a_difference() {
    let (old, new) = change(MOTLEY, &[Edit::set("positions.port.no_deal", "[0.2, 0.4]")]);
    assert_eq!(
        (old, new),
        (
            vec![String::from("no_deal = 0.3 # as they say")],
            vec![String::from("no_deal = [0.2, 0.4] # as they say")]
        )
    );
    let (_, new) = change(MOTLEY, &[Edit::set("positions.port.term.points[2]", "0.25")]);
    assert_eq!(new, ["term.points = [[0, 0], [12, 0.25], [24, 1]]"]);
    let (_, new) = change(MOTLEY, &[Edit::set("positions.port.term.points[2][1]", "11")]);
    assert_eq!(new, ["term.points = [[0, 0], [11, [0.2, 0.3]], [24, 1]]"]);
    let (_, new) = change(MOTLEY, &[Edit::set("positions.port.pay.values.4", "0.5")]);
    assert_eq!(new, [r#"pay.values = { 2 = 1, "4.0" = 0.5, "6.5" = 0 }"#]);
    let (_, new) = change(MOTLEY, &[Edit::set("positions.port.pay.values.6.5", "0.1")]);
    assert_eq!(new, [r#"pay.values = { 2 = 1, "4.0" = [0.4, 0.6], "6.5" = 0.1 }"#]);
    let (_, new) = change(MOTLEY, &[Edit::set("positions.union.importance", r#"["shifts", "pay", "term"]"#)]);
    assert_eq!(new, [r#"importance = ["shifts", "pay", "term"]"#]);
    let (_, new) = change(
        MOTLEY,
        &[
            Edit::set("positions.union.importance[2]", r#""shifts""#),
            Edit::insert("positions.union.importance[]", r#""term""#),
        ],
    );
    assert_eq!(new, [r#"importance = ["pay", "shifts", "term"]"#]);
}

#[test]
fn what_is_added_is_laid_out_as_its_neighbours_are() {
    let (old, new) = change(MOTLEY, &[Edit::insert("positions.port.term.at_least", "6")]);
    assert_eq!((old.len(), new), (0, vec![String::from("term.at_least = 6")]));
    let (_, new) = change(MOTLEY, &[Edit::insert("positions.union.term.at_most", "18")]);
    assert_eq!(new, ["term = { ideal = 0, worst = 24, at_most = 18 }"]);
    let (old, new) = change(MOTLEY, &[Edit::insert("positions.union.note", "\"Said twice.\"")]);
    assert_eq!((old.len(), new), (0, vec![String::from("note = \"Said twice.\"")]));
    let (old, new) = change(MOTLEY, &[Edit::insert("interactions[2].cite", "[]")]);
    assert_eq!((old.len(), new), (0, vec![String::from("cite = []")]));
    // Where the format would have it, and without a line break at the end of the file.
    let edited = edit::insert_at(MOTLEY, "summary", "\"Short.\"").unwrap();
    assert!(edited.text.contains("as_of = 2025-03-01\nsummary = \"Short.\"\nparties"));
    let edited =
        edit::insert_at(MOTLEY, "interactions[]", "{ of = \"port\", when = { pay = 4 }, value = 0.05 }")
            .unwrap();
    assert!(edited.text.ends_with(
        "value = [-0.2, -0.1]\n[[interactions]]\nof = \"port\"\nwhen = { pay = 4 }\nvalue = 0.05"
    ));
    let edited = edit::insert_at(MOTLEY, "sources.minutes", "{ title = \"Minutes\" }").unwrap();
    assert!(
        edited.text.contains("\n\n[sources.minutes]\ntitle = \"Minutes\"\n\n[issues]"),
        "{}",
        edited.text
    );
    let edited =
        edit::insert_at(MOTLEY, "issues.leave", "{ name = \"Leave\", options = [\"yes\", \"no\"] }").unwrap();
    // Its fellows stand in braces, so that it does.
    let line = "step = 6 }\nleave = { name = \"Leave\", options = [\"yes\", \"no\"] }\n";
    assert!(edited.text.contains(line), "{}", edited.text);
    // The first of a list of tables has a heading where the format has its place.
    let edited = edit::insert_at(MOTLEY, "infeasible[]", "{ when = { pay = 2, term = 24 } }").unwrap();
    assert!(
        edited
            .text
            .contains("step = 6 }\n\n[[infeasible]]\nwhen = { pay = 2, term = 24 }\n\n[positions.port]")
    );
    // Where they have headings it has one, below the last of them.
    let whole = "{ no_deal = 0.4, release = { ideal = 0, worst = 1 } }";
    let (text, _) = edit::rewrite(template(), &[Edit::insert("positions.commission", whole)]).unwrap();
    let block =
        "\n\n[positions.commission]\nno_deal = 0.4\n\n[positions.commission.release]\nideal = 0\nworst = 1\n";
    assert!(text.contains(block), "{text}");
}

#[test]
fn an_option_is_added_with_what_it_is_worth() {
    let edits = [
        Edit::insert("issues.shifts.options[2]", "\"nine\""),
        Edit::insert("positions.port.shifts.values.nine", "0.2"),
        Edit::insert("positions.union.shifts.values.nine", "0.7"),
    ];
    let edited = edit::apply(MOTLEY, &edits).unwrap();
    assert!(edited.text.contains(r#"["eight.hours", "nine", "it's ten", "a [1] b"]"#));
    assert!(edited.text.contains("'a [1] b' = 1\nnine = 0.2\n"));
    assert!(edited.text.contains(r#""a [1] b" = 0, nine = 0.7 }"#));
    // One of them is not enough, and then none is made.
    assert!(
        matches!(edit::apply(MOTLEY, &edits[..2]), Err(EditFault::Unsound(report)) if report.faults()[0].code == Code::MissingValue)
    );
    // In a list over several lines.
    let (text, _) = edit::rewrite(
        MOTLEY,
        &[Edit::insert("issues.pay.options[]", "8"), Edit::insert("issues.pay.options[1]", "1")],
    )
    .unwrap();
    assert!(text.contains("options = [\n    1,\n    2.0, # low\n    4,\n    6.5,\n    8,\n] }"), "{text}");
    let (text, _) = edit::rewrite(
        MOTLEY,
        &[Edit::remove("issues.pay.options[1]"), Edit::remove("issues.pay.options[2]")],
    )
    .unwrap();
    assert!(text.contains("options = [\n    4,\n] }"), "{text}");
}

#[test]
fn an_option_is_renamed_wherever_it_stands() {
    let edited = edit::apply(MOTLEY, &[Edit::rename("issues.shifts.options[3]", "\"twelve\"")]).unwrap();
    assert!(!edited.text.contains("a [1] b"));
    assert_eq!(edited.text.matches("twelve").count(), 5);
    let edited = edit::apply(MOTLEY, &[Edit::rename("issues.pay.options[2]", "5")]).unwrap();
    assert!(
        edited.text.contains("no_deal.pay = 5") && edited.text.contains("\"5\" = [0.4, 0.6]"),
        "{}",
        edited.text
    );
    let pay = edited.reading.case.issues.iter().find(|issue| issue.id == "pay").unwrap();
    assert_eq!(pay.options[1], Choice::Number(5.0));
    // In the paths of amendments too.
    let text = template();
    let case = reading(text).case;
    let issue = case.issues.iter().find(|issue| !issue.is_numeric()).unwrap();
    let amended = format!(
        "{text}\n[propositions.extra]\ntext = \"More\"\nprior = 0.5\n[propositions.extra.when_true]\n"
    );
    let number = case.numbers.stated().find(|n| n.path.contains(&format!(".{}.values.", issue.id))).unwrap();
    let amended = format!("{amended}\"{}\" = 0.5\n", number.path);
    let option = number.path.split(".values.").nth(1).unwrap();
    let path = format!(
        "issues.{}.options.{}",
        issue.id,
        issue.options.iter().position(|o| o.to_string() == option).unwrap() + 1
    );
    let path = path.rsplit_once('.').map(|(list, place)| format!("{list}[{place}]")).unwrap();
    let edited = edit::apply(&amended, &[Edit::rename(path, "\"quite another\"")]).unwrap();
    assert!(edited.text.contains("values.quite another\" = 0.5"));
}

#[test]
fn a_claim_is_added_changed_and_taken_out() {
    let text = template();
    let count = reading(text).case.claims.len();
    let claim = r#"{ id = "new-1", said = 2025-05-01, text = "A \"new\" one.", quantity = "berths", value = [1, 2], draft = true }"#;
    let edited = edit::insert_at(text, "claims[]", claim).unwrap();
    assert_eq!(edited.reading.case.claims.len(), count + 1);
    assert_eq!(edited.reading.case.claims[count].text.as_deref(), Some("A \"new\" one."));
    assert!(edited.text.contains("\n[[claims]]\nid = \"new-1\"\nsaid = 2025-05-01\n"));
    let edited = edit::apply(
        &edited.text,
        &[
            Edit::insert("claims.new-1.reported", "2025-05-02"),
            Edit::set("claims.new-1.draft", "false"),
            Edit::set("claims.new-1.value", "[1, 3]"),
            Edit::put("claims.new-1.counting", "\"all\""),
        ],
    )
    .unwrap();
    assert!(edited.text.contains("said = 2025-05-01\nreported = 2025-05-02\ntext"));
    assert!(edited.text.contains("value = [1, 3]\ncounting = \"all\"\ndraft = false"));
    let edited = edit::remove(&edited.text, "claims.new-1").unwrap();
    assert_eq!(edited.text, text);
    // By its number, before another.
    let edited = edit::insert_at(text, "claims[1]", claim).unwrap();
    assert_eq!(edited.reading.case.claims[0].id, "new-1");
    assert_eq!(edit::remove(&edited.text, "claims[1]").unwrap().text, text);
}

#[test]
fn an_order_takes_the_place_of_weights() {
    let edited = edit::apply(
        MOTLEY,
        &[
            Edit::remove("positions.port.weights"),
            Edit::insert("positions.port.importance", r#"[["pay", "term"], "shifts"]"#),
        ],
    )
    .unwrap();
    let case = &edited.reading.case;
    assert!(matches!(&case.positions[0].weights, Weights::Order(groups) if groups.len() == 2));
    // One alone would leave both, or neither.
    assert!(matches!(
        edit::insert_at(MOTLEY, "positions.port.importance", r#"["pay", "term", "shifts"]"#),
        Err(EditFault::Unsound(_))
    ));
}

#[test]
fn red_lines_are_drawn_and_taken_back() {
    let edited = edit::insert_at(MOTLEY, "positions.port.shifts.never", r#"["eight.hours"]"#).unwrap();
    assert!(edited.text.contains("[positions.port.shifts]\nnever = [\"eight.hours\"]\n"), "{}", edited.text);
    let edited = edit::insert_at(MOTLEY, "positions.union.shifts.never[]", r#""it's ten""#).unwrap();
    assert!(edited.text.contains(r#"never = ["a [1] b", "it's ten"]"#));
    let edited = edit::remove(MOTLEY, "positions.port.term.at_most").unwrap();
    assert!(edited.text.contains("[24, 1]]\n[positions.port.shifts.values]"));
}

#[test]
fn what_cannot_be_done_says_why_and_what_instead() {
    let fault = |path: &str, value: &str| match edit::set(MOTLEY, path, value).unwrap_err() {
        EditFault::Impossible { fault, .. } => *fault,
        other => panic!("{other:?}"),
    };
    let help = |path: &str| fault(path, "1").help.unwrap();
    assert_eq!(help("positions.union.no_dael"), "did you mean `positions.union.no_deal`?");
    assert_eq!(help("positions.prot.weights.pay"), "did you mean `positions.port.weights.pay`?");
    assert_eq!(help("interactions[3].value"), "`interactions` has 2 members, counted from `[1]`");
    assert_eq!(
        help("zebra"),
        "the case has `case`, `title`, `as_of`, `parties`, `issues`, `positions` and `interactions`"
    );
    let there = fault("positions.union.no_dael", "1");
    assert_eq!((there.code, there.line), (Code::UnknownPath, Some(31)));
    for value in [
        "",
        "1\n",
        "1 # no",
        "1, 2",
        "1 }",
        "1 }\n[x]",
        "{ a = 1",
        "abc",
        "\u{feff}1",
        "1\r\n",
        "\"\"\"\nx\"\"\"",
        "[1,\n2]",
        "0,4",
    ] {
        let fault = fault("positions.port.no_deal", value);
        assert_eq!(fault.code, Code::NotAValue, "{value:?}");
        assert!(fault.help.is_some());
    }
    assert_eq!(fault("positions.port", "{ }").code, Code::WholeTable);
    let taken = edit::insert_at(MOTLEY, "positions.port.no_deal", "0.5").unwrap_err();
    assert_eq!(taken.faults()[0].code, Code::AlreadyThere);
    let refused = edit::set(MOTLEY, "positions.port.no_deal", "2").unwrap_err();
    assert_eq!(refused.faults()[0].code, Code::OutOfRange);
    let broken = edit::set("a = ", "a", "1").unwrap_err();
    assert!(matches!(broken, EditFault::Broken(_)));
    // All or nothing, and which of them it was.
    let several = [Edit::set("title", "\"A\""), Edit::set("titel", "\"B\"")];
    assert!(matches!(edit::apply(MOTLEY, &several), Err(EditFault::Impossible { edit: 1, .. })));
}

/// Pieces of which paths and values are made.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z.\\[\\]\"' 0-9]{0,12}",
        prop::sample::select(vec![
            ".",
            "[",
            "]",
            "[]",
            "[1]",
            "[0]",
            "[99999999999999999999]",
            "\"",
            "positions",
            "port",
            "union",
            "values",
            "claims",
            "issues",
            "pay",
            "shifts",
            "options",
            "it's ten",
            "eight.hours",
            "interactions",
            "when",
            "no_deal",
            "weights",
            "term",
            "points",
            "4",
            "6.5",
        ])
        .prop_map(str::to_owned),
    ]
}

fn any_path() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::collection::vec(piece(), 0..8).prop_map(|pieces| pieces.concat()),
        prop::collection::vec(piece(), 0..6).prop_map(|pieces| pieces.join(".")),
        prop::sample::select(paths(MOTLEY).unwrap()).prop_map(|place| place.path),
        (prop::sample::select(paths(MOTLEY).unwrap()), piece())
            .prop_map(|(place, more)| format!("{}{more}", place.path)),
        "\\PC{0,20}",
    ]
}

fn any_value() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "1",
            "0.5",
            "[0.1, 0.2]",
            "[1, 2, 3]",
            "\"x\"",
            "[]",
            "{ }",
            "{ a = 1, b.c = 2 }",
            "[{ a = 1 }]",
            "true",
            "2024-02-14",
            "{ name = \"x\", options = [1, 2] }",
            "[[1, 2]]",
            "'a'",
            "inf",
            "nan",
            "0x1F",
            "{ a = { b = { c = [{ d = 1 }] } } }",
        ])
        .prop_map(str::to_owned),
        "[\\[\\]{}=\",.# \n0-9a-c]{0,16}",
        "\\PC{0,20}",
    ]
}

fn any_edit() -> impl Strategy<Value = Edit> {
    (any_path(), any_value(), 0..5).prop_map(|(path, value, change)| match change {
        0 => Edit::set(path, value),
        1 => Edit::insert(path, value),
        2 => Edit::put(path, value),
        3 => Edit::remove(path),
        _ => Edit::rename(path, value),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is asked, there is an answer; and what is done leaves TOML in which the value stands.
    #[test]
    fn any_edits_get_an_answer(edits in prop::collection::vec(any_edit(), 1..4), windows: bool) {
        let text = if windows { MOTLEY.replace('\n', "\r\n") } else { MOTLEY.to_owned() };
        match edit::rewrite(&text, &edits) {
            Ok((after, splices)) => {
                only_the_splices(&text, &after, &splices);
                prop_assert!(paths(&after).is_ok());
                prop_assert!(!windows || !after.replace("\r\n", "").contains('\n'));
                prop_assert_eq!(after.ends_with('\n'), text.ends_with('\n'));
                let _ = edit::apply(&text, &edits);
            }
            Err(fault) => {
                prop_assert!(!fault.faults().is_empty());
                for fault in fault.faults() {
                    prop_assert!(fault.help.is_some(), "{}", fault.message);
                }
            }
        }
    }

    /// A value that is set is the one that stands there, in whatever text.
    #[test]
    fn what_is_set_stands_there(place in prop::sample::select(paths(MOTLEY).unwrap()), value in any_value()) {
        if let Ok((after, splices)) = edit::rewrite(MOTLEY, &[Edit::set(&place.path, &value)]) {
            prop_assert_eq!(splices.len(), 1);
            let value = value.trim_matches([' ', '\t']);
            prop_assert_eq!(&after, &format!("{}{value}{}", &MOTLEY[..place.span.start], &MOTLEY[place.span.end..]));
        }
    }

    /// Texts that are hardly cases.
    #[test]
    fn any_text_gets_an_answer(text in "([a-c]( = |\\.)|[0-9]|\\[|\\]|\\{|\\}|,|\n|\"|#| |claims|issues){0,40}", edit in any_edit()) {
        let _ = edit::apply(&text, std::slice::from_ref(&edit));
        if let Ok(places) = paths(&text) {
            for place in places {
                prop_assert!(edit::rewrite(&text, &[Edit::remove(&place.path)]).is_ok(), "{}", place.path);
            }
        }
    }
}

//! The laws of putting two versions of a case together, on every case that the project has and on changes made at random.

use std::path::Path;
use std::sync::LazyLock;

use detente_case::edit::{Edit, EditPlace, What, differences, paths, rewrite};
use detente_case::merge::{Merged, Side, Take, merge};
use detente_case::{parse, template};
use proptest::prelude::*;

/// The template, a motley text, and all cases of the project, each with its places.
static TEXTS: LazyLock<Vec<(String, Vec<EditPlace>)>> = LazyLock::new(|| {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut files: Vec<_> =
        std::fs::read_dir(cases).unwrap().map(|entry| entry.unwrap().path().join("case.toml")).collect();
    files.sort();
    let texts = files.iter().map(|file| std::fs::read_to_string(file).unwrap());
    texts
        .chain([template().to_owned(), super::edit::MOTLEY.to_owned()])
        .map(|text| {
            let places = paths(&text).unwrap();
            (text, places)
        })
        .collect()
});

/// A change of one place: a figure set, something taken out, a comment or a line put in.
#[derive(Debug, Clone)]
struct Change {
    place: prop::sample::Index,
    how: u8,
    number: u8,
}

fn any_change() -> impl Strategy<Value = Change> {
    (any::<prop::sample::Index>(), 0..8_u8, any::<u8>()).prop_map(|(place, how, number)| Change {
        place,
        how,
        number,
    })
}

/// A text with changes, as far as they can be made.
fn changed(text: &str, changes: &[Change]) -> String {
    let mut text = text.to_owned();
    for change in changes {
        let places = paths(&text).unwrap();
        let place = change.place.get(&places);
        let x = f64::from(change.number) / 255.0;
        let next = match change.how {
            0..=3 if place.what == What::Number => {
                let value = if change.how < 2 { format!("{x}") } else { format!("[{}, {x}]", x / 2.0) };
                rewrite(&text, &[Edit::set(&place.path, value)]).map(|(text, _)| text)
            }
            0..=3 if place.what == What::Word => {
                rewrite(&text, &[Edit::set(&place.path, format!("\"word {}\"", change.number))])
                    .map(|(text, _)| text)
            }
            4 => rewrite(&text, &[Edit::remove(&place.path)]).map(|(text, _)| text),
            5 => {
                let claim = format!(
                    "{{ id = \"claim-{}\", text = \"Said by {}\" }}",
                    change.number % 8,
                    change.number
                );
                rewrite(&text, &[Edit::insert("claims[]", claim)]).map(|(text, _)| text)
            }
            6 => {
                let what = format!(
                    "{{ when = {{ a = {} }}, because = \"of {}\" }}",
                    change.number % 3,
                    change.number
                );
                rewrite(&text, &[Edit::insert("infeasible[]", what)]).map(|(text, _)| text)
            }
            _ => {
                // Only between lines that begin a statement: a text may go over several.
                let line = text[..place.span.start].rfind('\n').map_or(0, |at| at + 1);
                let mut other = text.clone();
                other.insert_str(line, &format!("# remark {}\n", change.number));
                Ok(if paths(&other).is_ok() { other } else { text.clone() })
            }
        };
        text = next.unwrap_or(text);
    }
    text
}

fn put_together(base: &str, mine: &str, theirs: &str) -> Merged {
    merge(base, mine, theirs, &[]).unwrap_or_else(|fault| panic!("{fault}"))
}

/// The same values, whatever the order of members without names.
fn say_the_same(one: &str, two: &str) -> bool {
    // What both changed alike is one version: putting a text together with another from it changes nothing if they say the same.
    let merged = put_together(one, one, two);
    merged.changes.is_empty() && merged.conflicts.is_empty()
}

#[test]
fn every_case_put_together_with_itself_is_itself() {
    for (text, _) in TEXTS.iter() {
        let merged = put_together(text, text, text);
        assert_eq!(&merged.text, text);
        assert!(merged.changes.is_empty() && merged.conflicts.is_empty() && merged.lost.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_side_alone_and_both_alike_come_out_byte_for_byte(
        text in any::<prop::sample::Index>(),
        changes in prop::collection::vec(any_change(), 1..6),
    ) {
        let (base, _) = text.get(&TEXTS);
        let other = changed(base, &changes);
        for (mine, theirs) in [(&other, base), (base, &other), (&other, &other)] {
            let merged = put_together(base, mine, theirs);
            prop_assert_eq!(&merged.text, &other);
            prop_assert!(merged.conflicts.is_empty() && merged.lost.is_empty());
        }
    }

    #[test]
    fn the_sides_swapped_say_the_same_and_mirror_the_conflicts(
        text in any::<prop::sample::Index>(),
        ours in prop::collection::vec(any_change(), 1..6),
        others in prop::collection::vec(any_change(), 1..6),
    ) {
        let (base, _) = text.get(&TEXTS);
        let (mine, theirs) = (changed(base, &ours), changed(base, &others));
        let (one, two) = (put_together(base, &mine, &theirs), put_together(base, &theirs, &mine));
        prop_assert!(say_the_same(&one.text, &two.text), "{}\n----\n{}", one.text, two.text);
        let told = |merged: &Merged, swapped: bool| {
            let mut told: Vec<_> = merged.conflicts.iter().map(|conflict| {
                let (mine, theirs) = (
                    (conflict.mine.clone(), conflict.mine_ground.clone()),
                    (conflict.theirs.clone(), conflict.theirs_ground.clone()),
                );
                let (first, second) = if swapped { (theirs, mine) } else { (mine, theirs) };
                (conflict.path.clone(), conflict.base.clone(), format!("{first:?}{second:?}"))
            }).collect();
            told.sort();
            told
        };
        prop_assert_eq!(told(&one, false), told(&two, true));
        prop_assert!(!one.text.contains("<<<<") && !one.text.contains(">>>>"));
        // What is open stays as the origin has it; with a side taken everywhere nothing is open.
        for conflict in &one.conflicts {
            prop_assert_ne!(&conflict.mine, &conflict.theirs);
            prop_assert_eq!(conflict.taken, None);
        }
        for side in ["mine", "theirs"] {
            let taken = merge(base, &mine, &theirs, &[Take::parse(side).unwrap()]).unwrap();
            prop_assert_eq!(taken.open().count(), 0);
        }
        let all_mine = merge(base, &mine, &theirs, &[Take { path: String::new(), side: Side::Mine }]).unwrap();
        prop_assert!(say_the_same(&all_mine.text, &mine));
    }

    #[test]
    fn changes_of_different_figures_never_conflict(
        text in any::<prop::sample::Index>(),
        one in any::<prop::sample::Index>(),
        two in any::<prop::sample::Index>(),
    ) {
        let (base, places) = text.get(&TEXTS);
        let figures: Vec<&EditPlace> = places.iter().filter(|place| matches!(place.what, What::Number | What::Word)).collect();
        let (one, two) = (one.get(&figures), two.get(&figures));
        let inside = |a: &EditPlace, b: &EditPlace| a.path.starts_with(&b.path) || b.path.starts_with(&a.path);
        // What stands in one list or pair is one judgement.
        let list = |place: &EditPlace| place.path.split('[').next().unwrap_or("").to_owned();
        prop_assume!(!inside(one, two) && list(one) != list(two));
        let set = |place: &EditPlace| rewrite(base, &[Edit::set(&place.path, "0.123")]).unwrap().0;
        let merged = put_together(base, &set(one), &set(two));
        prop_assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
        let both = rewrite(base, &[Edit::set(&one.path, "0.123"), Edit::set(&two.path, "0.123")]).unwrap().0;
        prop_assert_eq!(differences(&both, &merged.text).unwrap(), vec![]);
    }
}

const BASE: &str = r#"case = 1
# The dues.
title = "Harbour dues"
as_of = 2025-03-01

[sources.minutes]
title = "Minutes of the second round"
[sources.letter]
title = "Letter of the union"

[parties.port]
name = "Port authority"
role = "principal"
[parties.union]
name = "Dockers' union"
role = "principal"

[issues.pay]
name = "Rise in pay"
options = [2, 4, 6]

[[infeasible]]
when = { pay = 2 }
because = "Nobody would sign this."

[positions.port]
no_deal = 0.4 # their own words
cite = ["minutes"]
[positions.port.pay]
ideal = 2
worst = 6

[positions.union]
no_deal = 0.3
[positions.union.pay]
values = { 2 = 0, 4 = 0.6, 6 = 1 }
"#;

#[test]
fn both_sides_and_their_comments_come_together() {
    let mine = BASE
        .replace("no_deal = 0.4 # their own words", "no_deal = [0.4, 0.5] # said twice")
        .replace("cite = [\"minutes\"]", "cite = [\"minutes\", \"letter\"]")
        .replace("because = \"Nobody", "because = \"Really nobody");
    let theirs = BASE
        .replace("no_deal = 0.3\n", "# Read again in May.\nno_deal = 0.35\n")
        .replace("cite = [\"minutes\"]", "cite = [\"minutes#page 4\"]")
        .replace("6 = 1 }", "6 = 0.9 }")
        + "\n[[infeasible]]\nwhen = { pay = 6 }\n";
    let merged = put_together(BASE, &mine, &theirs);
    assert_eq!(merged.conflicts, []);
    for part in [
        "no_deal = [0.4, 0.5] # said twice",
        "# Read again in May.\nno_deal = 0.35",
        "Really nobody",
        "6 = 0.9",
    ] {
        assert!(merged.text.contains(part), "{part}\n{}", merged.text);
    }
    assert!(merged.text.contains("cite = [\"letter\", \"minutes#page 4\"]"), "{}", merged.text);
    assert!(parse("case.toml", &merged.text.replace("when = { pay = 6 }", "when = { pay = 4 }")).is_ok());
    assert_eq!(merged.lost, []);
}

#[test]
fn a_conflict_says_what_both_say_and_on_what_ground() {
    let mine = BASE.replace("no_deal = 0.4 # their own words", "no_deal = 0.5 # the minister, in March");
    let theirs = BASE
        .replace("no_deal = 0.4 # their own words", "no_deal = 0.2")
        .replace("cite = [\"minutes\"]", "cite = [\"letter#line 3\"]");
    let merged = put_together(BASE, &mine, &theirs);
    let [conflict] = merged.conflicts.as_slice() else { panic!("{:?}", merged.conflicts) };
    assert_eq!(conflict.path, "positions.port.no_deal");
    let said = |text: &Option<String>| text.clone().unwrap();
    assert_eq!([said(&conflict.base), said(&conflict.mine), said(&conflict.theirs)], ["0.4", "0.5", "0.2"]);
    assert_eq!(conflict.mine_ground.comment.as_deref(), Some("the minister, in March"));
    assert_eq!(conflict.mine_ground.cites[0].title.as_deref(), Some("Minutes of the second round"));
    assert_eq!(conflict.theirs_ground.cites[0].place.as_deref(), Some("line 3"));
    assert!(merged.text.contains("no_deal = 0.4"), "{}", merged.text);
    assert!(merged.text.contains("letter#line 3"));

    let take = Take::parse("positions.port=theirs").unwrap();
    let merged = merge(BASE, &mine, &theirs, &[take]).unwrap();
    assert_eq!(merged.open().count(), 0);
    assert_eq!(merged.conflicts[0].taken, Some(Side::Theirs));
    assert!(merged.text.contains("no_deal = 0.2"));
    let nowhere = Take::parse("positions.union=mine").unwrap();
    assert!(merge(BASE, &mine, &theirs, &[nowhere]).is_err());
    assert!(Take::parse("positions.union=ours").is_err());
}

#[test]
fn what_one_took_out_and_the_other_changed_is_a_conflict() {
    let mine = BASE.replace("[sources.letter]\ntitle = \"Letter of the union\"\n", "");
    let theirs = BASE.replace("Letter of the union", "Letter of the dockers");
    let merged = put_together(BASE, &mine, &theirs);
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!((merged.conflicts[0].path.as_str(), &merged.conflicts[0].mine), ("sources.letter", &None));
    assert!(merged.text.contains("Letter of the union"));
}

#[test]
fn a_side_for_all_counts_where_nothing_nearer_is_said() {
    let mine = BASE.replace("no_deal = 0.4 #", "no_deal = 0.5 #");
    let theirs =
        BASE.replace("no_deal = 0.4 #", "no_deal = 0.2 #").replace("no_deal = 0.3\n", "no_deal = 0.35\n");
    for takes in [
        ["theirs", "positions.port.no_deal=mine"],
        ["positions.port.no_deal=mine", "theirs"],
        ["positions=theirs", "positions.port.no_deal=mine"],
    ] {
        let takes = takes.map(|take| Take::parse(take).unwrap());
        let merged = merge(BASE, &mine, &theirs, &takes).unwrap();
        assert_eq!(merged.open().count(), 0, "{takes:?}");
        assert!(merged.text.contains("no_deal = 0.5 #") && merged.text.contains("no_deal = 0.35\n"));
    }
}

//! An edit keeps the layout: a change is one line of a difference, and what is added looks as its neighbours do.

use detente_case::edit::{self, Edit};
use detente_case::template;

use super::MOTLEY;

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

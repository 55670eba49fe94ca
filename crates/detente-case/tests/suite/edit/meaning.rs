//! What people do to a case: options, claims, orders and red lines that come, change and go.

use detente_case::edit::{self, Edit, EditFault};
use detente_case::{Code, template};
use detente_model::{Choice, Weights};

use super::{MOTLEY, reading};

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

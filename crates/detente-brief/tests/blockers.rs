//! Who or what stands in the way, as a reader is told.

#![allow(clippy::unwrap_used)]

#[path = "../../../tests/alpha_and_beta.rs"]
mod alpha_and_beta;

use alpha_and_beta::alpha_and_beta;
use detente_brief::{Options, Sitting, answers::DealsAnswer, page, render};

/// Two principals who both gain, and whoever stands behind the first, as the rest of the case says.
fn case(home: &str) -> String {
    let rest = format!("{BOTH_GAIN}{home}\n");
    alpha_and_beta("Both want it", &rest)
}

const BOTH_GAIN: &str = r#"
[issues.x]
name = "Seats"
unit = "seats"
options = [0, 5, 10]
[issues.y]
name = "Justice"
options = ["hard", "soft"]
[positions.a]
no_deal = 0.2
weights = { x = 0.2, y = 0.8 }
[positions.a.x]
ideal = 0
worst = 10
[positions.a.y]
values = { hard = 1, soft = 0 }
[positions.b]
no_deal = 0.2
weights = { x = 0.7, y = 0.3 }
[positions.b.x]
ideal = 10
worst = 0
[positions.b.y]
values = { hard = 0, soft = 1 }
"#;

const VOTE: &str = r#"
[audiences.towns]
name = "Towns"
of = "a"
weight = 54.5
[audiences.country]
name = "Countryside"
of = "a"
weight = 45.5
[ratification.a]
quota = 0.55
[positions.towns]
no_deal = 0.3
[positions.towns.y]
values = { hard = 1, soft = 0 }
[positions.country]
no_deal = 0.6
[positions.country.x]
ideal = 0
worst = 10
"#;

const VETO: &str = r#"
[audiences.v]
name = "Alpha's voters"
of = "a"
veto = true
[positions.v]
no_deal = 0.6
[positions.v.x]
ideal = 0
worst = 10
"#;

fn parsed(text: &str) -> detente_model::Case {
    detente_case::parse("case.toml", text).unwrap().case
}

/// The text of `deals` on one line, and its JSON.
fn told(text: &str) -> (String, serde_json::Value) {
    let sitting = Sitting::open(parsed(text), Options::drawing(200, 1));
    let deals = sitting.deals().unwrap();
    let text = render::terminal(&page::deals(&deals, None, None), 110);
    let words: Vec<&str> = text.split_whitespace().collect();
    (words.join(" "), serde_json::to_value(DealsAnswer::of(&deals, None)).unwrap())
}

#[test]
fn a_vote_half_a_point_short_is_what_stands_in_the_way() {
    // Beta would not go below five seats.
    let text = case(VOTE).replace("ideal = 10\nworst = 0", "ideal = 10\nworst = 0\nat_least = 5");
    let (told_of, json) = told(&text);
    assert!(
        told_of.contains(
            "A vote at home stands in the way, behind Alpha: 54.5 % would carry it, 55 % are needed."
        ),
        "{told_of}"
    );
    assert!(told_of.contains("a quota of 54.5 % or less"));
    assert!(told_of.contains("Countryside won over"));
    // Both gain in packages that keep to the red lines.
    assert!(!told_of.contains("nothing that keeps to the red lines lies there"));
    // The party alone, and with its vote.
    assert!(told_of.contains("100 % / 0 %"));
    let blockers = &json["deals"]["central"]["blockers"];
    assert_eq!(blockers["alone"].as_array().unwrap().len(), 1);
    let blocker = &blockers["alone"][0];
    assert_eq!((blocker["condition"].as_str(), blocker["of"].as_str()), (Some("quota"), Some("a")));
    let votes = &blocker["votes"];
    assert!((votes["carried"].as_f64().unwrap() - 0.545).abs() < 1e-12);
    assert!((votes["needed"].as_f64().unwrap() - 0.55).abs() < 1e-12);
    assert_eq!(votes["winnable"][0]["audience"], "country");
    let drawn = &json["deals"]["blockers"];
    assert_eq!((drawn["worlds"].as_u64(), drawn["open"].as_u64()), (Some(200), Some(0)));
    assert_eq!(drawn["conditions"][0]["only"]["value"].as_f64(), Some(1.0));
}

#[test]
fn with_a_quota_that_is_met_there_is_a_deal() {
    let (told_of, json) = told(&case(VOTE).replace("quota = 0.55", "quota = 0.545"));
    assert!(json["deals"]["central"]["blockers"].is_null());
    assert_eq!(json["deals"]["central"]["zone"]["exists"], true);
    assert!(!told_of.contains("stands in the way, behind"));
}

#[test]
fn a_veto_at_home_is_named_with_what_it_lacks() {
    let text = case(VETO).replace("ideal = 10\nworst = 0", "ideal = 10\nworst = 0\nat_least = 5");
    let (told_of, json) = told(&text);
    let first = &json["deals"]["central"]["blockers"]["alone"];
    let kinds: Vec<&str> =
        first.as_array().unwrap().iter().map(|blocker| blocker["condition"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["red_line", "veto"]);
    assert!((first[1]["short"].as_f64().unwrap() - 0.1).abs() < 1e-9);
    // What lacks least comes first.
    let veto = told_of.find("the veto of Alpha's voters (behind Alpha) (0.10 short)").unwrap();
    assert!(veto < told_of.find("the red line of Beta on “Seats” (0 seats would do)").unwrap());
    let brief = Sitting::open(parsed(&text), Options::drawing(200, 1)).brief().unwrap();
    let shown = render::terminal(&page::brief_with_annex(&brief), 110);
    let words: Vec<&str> = shown.split_whitespace().collect();
    assert!(words.join(" ").contains("what keeps to the red lines there lacks consent at home"));
}

#[test]
fn a_red_line_alone_is_named_with_what_lies_beyond_it() {
    let text = case("")
        .replace("values = { hard = 0, soft = 1 }", "values = { hard = 0, soft = 1 }\nnever = [\"hard\"]");
    let (told_of, json) =
        told(&text.replace("no_deal = 0.2\nweights = { x = 0.2", "no_deal = 0.3\nweights = { x = 0.2"));
    let alone = json["deals"]["central"]["blockers"]["alone"].as_array().unwrap();
    let line = alone.iter().find(|blocker| blocker["condition"] == "red_line").unwrap();
    assert_eq!((line["of"].as_str(), line["issue"].as_str()), (Some("b"), Some("y")));
    assert_eq!(line["beyond_the_line"][0]["option"], "hard");
    assert!(
        told_of.contains("the red line of Beta on “Justice”")
            || told_of.contains("A red line stands in the way"),
        "{told_of}"
    );
}

/// Where a zone is open nothing is said to stand in its way.
#[test]
fn with_a_zone_nothing_blocks() {
    let (told_of, json) = told(&case(""));
    assert!(json["deals"]["central"]["blockers"].is_null());
    assert_eq!(json["deals"]["blockers"]["open"], 200);
    assert!(!told_of.contains("stands in the way"));
}

/// A vote that is held only on some packages stands in the way of those alone.
#[test]
fn a_vote_that_depends_on_the_package() {
    // Alpha signs nothing soft, and Beta nothing below five seats.
    let vote_on = |option: &str| {
        let vote = VOTE.replace("quota = 0.55", &format!("quota = 0.55\nwhen = {{ y = \"{option}\" }}"));
        case(&vote).replace("ideal = 10\nworst = 0", "ideal = 10\nworst = 0\nat_least = 5")
    };
    let (on_hard, json) = told(&vote_on("hard"));
    assert!(
        on_hard.contains(
            "the vote at home behind Alpha, asked only with “hard” on “Justice” (54.5 % would vote for it, 55 % are needed)"
        ),
        "{on_hard}"
    );
    let said = "at home behind Alpha, asked only with “hard” on “Justice”";
    assert!(json.to_string().contains(said), "{json}");
    assert_eq!(json["deals"]["central"]["zone"]["exists"], false);
    let (on_soft, json) = told(&vote_on("soft"));
    assert_eq!(json["deals"]["central"]["zone"]["exists"], true);
    assert_eq!(json["deals"]["central"]["zone"]["outcomes"], "2");
    assert!(on_soft.contains("–: not asked about it, and so not in its way."), "{on_soft}");
}

/// A red line that may not be meant is drawn in every world, and named as the red line that it is; lines on one question go together.
#[test]
fn a_red_line_that_may_not_be_meant_is_named_and_drawn() {
    let with = |line: &str, question: &str| {
        let never = format!("never = [{{ option = \"hard\", {line} }}]\n");
        let b = "[positions.b.y]\nvalues = { hard = 0, soft = 1 }\n";
        let a = "[positions.a.y]\nvalues = { hard = 1, soft = 0 }\n";
        let text = BOTH_GAIN.replace(b, &format!("{b}{never}"));
        let text = text.replace(a, &format!("{a}{}", never.replace("hard", "soft")));
        detente_case::parse("case.toml", &alpha_and_beta("Two red lines", &format!("{text}{question}")))
            .unwrap()
            .case
    };
    let share = |case: &detente_model::Case| {
        let deals = Sitting::open(case.clone(), Options::drawing(2_000, 1)).deals().unwrap();
        deals.findings.acceptability.zone.value()
    };
    // Both lines together leave nothing to sign. Each by itself holds with .7 (.49 for both), or both with the one question.
    let apart = share(&with("sure = 0.7", ""));
    let question = "[propositions.ready]\ntext = \"Both are ready to settle\"\nprior = 0.3\n";
    let together = share(&with("unless = \"ready\"", question));
    // Four standard errors of 2,000 draws are .045.
    assert!((apart - 0.51).abs() < 0.045, "{apart}");
    assert!((together - 0.3).abs() < 0.045, "{together}");
    let sitting = Sitting::open(with("sure = 0.7", ""), Options::drawing(300, 1));
    let deals = sitting.deals().unwrap();
    let text = render::terminal(&page::deals(&deals, None, None), 110);
    assert!(deals.headline[2].contains("the red line of") && deals.headline[2].contains("Justice"), "{text}");
    let shown = render::terminal(&page::brief_with_annex(&sitting.brief().unwrap()), 110);
    assert!(shown.contains("never hard, if it is meant (0.7)"), "{shown}");
    // Likelier not meant than meant: a deal exists in the middle, and where none does the line is named, doubt and all.
    let sitting = Sitting::open(with("sure = 0.45", ""), Options::drawing(300, 1));
    let deals = sitting.deals().unwrap();
    let headline = deals.headline.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    assert!(headline.contains("Where none exists, it is most often for the red line of"), "{headline}");
    assert!(headline.contains("if it is meant"), "{headline}");
}

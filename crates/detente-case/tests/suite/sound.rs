//! Sound files: what the reader makes of them.

use detente_case::{Reading, parse, template};
use detente_model::{
    Actor, Bearing, Choice, Citation, Evidence, Guarantee, MovePreference, PartyId, PledgeDays, Reservation,
    SourceId, Strength, Uncertain, Valuation, Weights, Worlds,
};

fn sound(text: &str) -> Reading {
    let reading = parse("case.toml", text).unwrap();
    assert!(reading.report.is_clean(), "{:?}", reading.report);
    reading
}

/// Two parties, an issue in words with a dot and an accent, and one in numbers; `more` goes at the end.
fn small(more: &str) -> String {
    format!(
        r#"
case = 1
title = "Harbour dues"
as_of = 2025-03-01
[sources.minutes]
title = "Minutes"
[parties.port]
name = "Port"
role = "principal"
[parties.union]
name = "Union"
role = "principal"
[issues.pay]
name = "Pay"
range = {{ from = 0, to = 0.3, step = 0.1 }}
[issues.shifts]
name = "Shifts"
options = ["à 8.5 h", "ten"]
[positions.port]
no_deal = {{ pay = 0.1 }}
weights = {{ pay = 0.5, shifts = [0.2, 0.4, 0.6] }}
cite = ["minutes#page 4"]
[positions.port.pay]
ideal = 0
worst = 0.3
cite = []
[positions.port.shifts]
values = {{ "à 8.5 h" = 0.1, ten = 1 }}
never = ["à 8.5 h"]
[positions.union]
no_deal = 0.25
importance = [["pay", "shifts"]]
[positions.union.pay]
points = [[0, 0], [0.1, [0.2, 0.3]], [0.3, 1]]
at_least = 0.1
[positions.union.shifts]
values = {{ "à 8.5 h" = 1, ten = 0 }}
{more}"#
    )
}

#[test]
fn the_template_is_sound_and_shows_every_table() {
    let case = sound(template()).case;
    assert_eq!(case.parties.len(), 3);
    assert_eq!(case.audiences.len(), 2);
    assert!(case.parties.iter().any(|party| party.quota.is_some() && party.people.is_empty()));
    assert!(case.parties.iter().any(|party| !party.people.is_empty()));
    assert!(!case.infeasible.is_empty() && !case.interactions.is_empty());
    assert!(case.propositions.iter().any(|p| p.when_true.len() == 2 && p.when_false.is_empty()));
    assert_eq!(case.claims.len(), 4);
    assert!(case.claims.iter().any(|c| matches!(c.bearing, Some(Bearing::Event(_)))));
    let weighing = &case.weighing;
    assert!(weighing.within_origin.is_some() && weighing.trust.len() == 4);
    assert_eq!(weighing.likelihood_ratios.len(), 1);
    assert_eq!(case.forecasts.iter().map(|f| f.outcome).collect::<Vec<_>>(), [Some(false), None]);
    assert!(case.forecasts[1].on.is_some());
    assert!(case.exchange.is_some() && case.durability.is_some());
    let conflict = case.conflict.as_ref().unwrap();
    let ranked = |(_, p): &(PartyId, MovePreference)| matches!(p, MovePreference::Ranking(_));
    assert_eq!(conflict.preferences.iter().filter(|p| ranked(p)).count(), 1);
    // And the engines can work with it.
    let worlds = Worlds::new(&case, 1);
    for draw in 0..20 {
        let world = worlds.draw(draw);
        for position in &case.positions {
            assert!(world.preferences(position.of).is_some());
        }
    }
}

/// What the template has in comments reads too, once the signs before it are taken away.
#[test]
fn the_commented_parts_of_the_template_are_sound() {
    let mut in_day_after = false;
    let lines = template().lines().map(|line| {
        in_day_after |= line.starts_with("# The day after");
        in_day_after &= !line.starts_with("# Moves");
        let commented = line.strip_prefix("# ").filter(|rest| rest.starts_with("[[") || rest.contains(" = "));
        match commented.filter(|rest| in_day_after || rest.starts_with("begins")) {
            Some(rest) => rest.to_owned(),
            None => line.to_owned(),
        }
    });
    let case = sound(&lines.collect::<Vec<_>>().join("\n")).case;
    let ids: Vec<&str> = case.commitments.iter().map(|commitment| commitment.id.as_str()).collect();
    assert_eq!(ids, ["first-releases", "gauges"]);
    assert!(case.claims.iter().any(|claim| claim.id == "gauges-so-far"));
    assert!(case.commitments[0].hands_over.is_some() && case.exchange.unwrap().begins.is_some());
}

#[test]
fn numbers_are_known_by_their_paths() {
    let case = sound(&small("")).case;
    let central = |path: &str| {
        let id = case.numbers.at_path(path).unwrap_or_else(|| panic!("no number at {path}"));
        case.numbers[id].value.central()
    };
    assert_eq!(central("positions.union.no_deal"), 0.25);
    assert_eq!(central("positions.port.weights.shifts"), 0.4);
    assert_eq!(central("positions.port.pay.worst"), 0.3);
    assert_eq!(central("positions.port.shifts.values.à 8.5 h"), 0.1);
    assert_eq!(central("positions.union.pay.points[2]"), 0.25);
    assert_eq!(central("positions.union.pay.at_least"), 0.1);
    // A package is not a number.
    assert_eq!(case.numbers.at_path("positions.port.no_deal"), None);
    let mut paths: Vec<&str> = case.numbers.iter().map(|(_, number)| number.path.as_str()).collect();
    paths.sort_unstable();
    let all = paths.len();
    paths.dedup();
    assert_eq!(paths.len(), all);
}

#[test]
fn steps_of_a_tenth_are_tenths() {
    let case = sound(&small("")).case;
    let options: Vec<String> = case.issues[0].options.iter().map(Choice::to_string).collect();
    assert_eq!(options, ["0", "0.1", "0.2", "0.3"]);
}

#[test]
fn positions_are_read_as_written() {
    let case = sound(&small("")).case;
    let port = case.position(case.position_of(Actor::Party(PartyId(0))).unwrap());
    assert_eq!(port.reservation, Reservation::Package(vec![(detente_model::IssueId(0), 1)]));
    assert_eq!(port.issues[1].never, [0]);
    assert!(matches!(port.issues[0].valuation, Some(Valuation::Linear { .. })));
    let union = case.position(case.position_of(Actor::Party(PartyId(1))).unwrap());
    assert!(matches!(&union.weights, Weights::Order(groups) if groups.len() == 1 && groups[0].len() == 2));
    assert!(matches!(&union.issues[0].valuation, Some(Valuation::Piecewise(points)) if points[2].0 == 0.3));
}

#[test]
fn a_citation_covers_what_it_stands_beside() {
    let case = sound(&small("")).case;
    let cite = |path: &str| case.numbers[case.numbers.at_path(path).unwrap()].cite.clone();
    let page = Citation { source: SourceId(0), locator: Some("page 4".to_owned()) };
    assert_eq!(cite("positions.port.weights.pay"), std::slice::from_ref(&page));
    assert_eq!(cite("positions.port.shifts.values.ten"), [page]);
    // An empty list says that it is a judgement.
    assert_eq!(cite("positions.port.pay.ideal"), []);
    assert_eq!(cite("positions.union.no_deal"), []);
}

#[test]
fn places_point_into_the_file() {
    let text = small("");
    let case = sound(&text).case;
    for (_, number) in case.numbers.iter() {
        let place = number.place.unwrap();
        let written = &text[place.offset..place.offset + place.len];
        assert_eq!(text[..place.offset].matches('\n').count() + 1, place.line);
        if let Uncertain::Known(x) = number.value {
            assert_eq!(written.parse::<f64>().unwrap(), x);
        } else {
            assert!(written.starts_with('[') && written.ends_with(']'));
        }
    }
}

#[test]
fn a_single_valued_issue_needs_no_weight() {
    let text = small("").replace("importance = [[\"pay\", \"shifts\"]]\n", "");
    let text = text.replace("[positions.union.shifts]\nvalues = { \"à 8.5 h\" = 1, ten = 0 }\n", "");
    let case = sound(&text).case;
    assert_eq!(case.positions[1].weights, Weights::Order(vec![vec![detente_model::IssueId(0)]]));
}

#[test]
fn rounded_weights_pass() {
    for (pay, shifts) in [("0.33", "0.67"), ("0.333", "0.66"), ("0.5", "0.5"), ("0.505", "0.505")] {
        let text = small("")
            .replace("pay = 0.5, shifts = [0.2, 0.4, 0.6]", &format!("pay = {pay}, shifts = {shifts}"));
        sound(&text);
    }
    let text = small("").replace("pay = 0.5, shifts = [0.2, 0.4, 0.6]", "pay = 0.5, shifts = 0.511");
    assert!(parse("case.toml", &text).is_err());
}

#[test]
fn amendments_reach_any_number() {
    let paths = [
        ("positions.union.no_deal", "0.5"),
        ("positions.port.weights.shifts", "[0.1, 0.2]"),
        ("positions.port.shifts.values.à 8.5 h", "0"),
        ("positions.union.pay.points[2]", "0.9"),
        ("positions.union.pay.at_least", "0.2"),
    ];
    for (path, value) in paths {
        let more = format!(
            "[propositions.p]\ntext = \"It is so\"\nprior = 0.5\nwhen_true = {{ '{path}' = {value} }}\n"
        );
        let case = sound(&small(&more)).case;
        let amendment = &case.propositions[0].when_true[0];
        assert_eq!(case.numbers[amendment.number].path, path);
    }
    // Parts of a path may be quoted as in a heading.
    let more = "[propositions.p]\ntext = \"x\"\nprior = 0.5\nwhen_false = { 'positions.port.shifts.values.\"à 8.5 h\"' = 0 }\n";
    assert_eq!(sound(&small(more)).case.propositions[0].when_false.len(), 1);
}

#[test]
fn claims_bear_on_propositions_and_quantities() {
    let more = r#"
[propositions.busy]
text = "The summer is busy"
prior = 0.5
[[claims]]
id = "a"
source = "minutes"
on = "busy"
stance = "against"
[[claims]]
id = "b"
on = "busy"
likelihood_ratio = [2, 5]
[[claims]]
id = "c"
quantity = "ships"
value = [10, 12]
"#;
    let case = sound(&small(more)).case;
    let stance = Evidence::Stance { supports: false, strength: Strength::Moderate };
    assert!(
        matches!(&case.claims[0].bearing, Some(Bearing::Proposition { evidence, .. }) if *evidence == stance)
    );
    assert!(matches!(
        &case.claims[1].bearing,
        Some(Bearing::Proposition { evidence: Evidence::LikelihoodRatio(_), .. })
    ));
    assert!(matches!(&case.claims[2].bearing, Some(Bearing::Quantity { .. })));
    assert!(case.numbers.at_path("claims.c.value").is_some());
}

#[test]
fn an_exchange_takes_its_terms_from_the_package() {
    let more = r#"
[exchange]
pledge_days = "issue:pay"
guarantee = "issue:shifts"
guarantee_table = { ten = {}, "à 8.5 h" = { port = 2 } }
"#;
    let case = sound(&small(more)).case;
    let exchange = case.exchange.unwrap();
    assert_eq!(exchange.pledge_days, PledgeDays::Issue(detente_model::IssueId(0)));
    let Guarantee::Issue { table, .. } = exchange.guarantee else {
        panic!("the guarantee depends on an issue")
    };
    assert_eq!((table[0].len(), table[1].len()), (1, 0));
}

#[test]
fn windows_files_are_read_alike() {
    let unix = sound(template()).case;
    let windows = format!("\u{feff}{}", template().replace('\n', "\r\n"));
    let windows = sound(&windows).case;
    assert_eq!(unix.numbers.len(), windows.numbers.len());
    assert_eq!(
        unix.issues.iter().map(|i| &i.options).collect::<Vec<_>>(),
        windows.issues.iter().map(|i| &i.options).collect::<Vec<_>>()
    );
}

#[test]
fn a_range_without_a_step_stops_where_positions_bend() {
    let text = include_str!("../broken/range_without_step.toml")
        .replace(
            "values = { 2 = 0, 4 = 0.6, 6 = 1 }",
            "points = [[0, 0], [2.5, 0.6], [6, 1]]\nat_most = [4.5, 5]",
        )
        .replace("no_deal = 0.4", "no_deal = { pay = 3 }");
    let case = sound(&text).case;
    assert!(case.issues[0].continuous && !case.issues[1].continuous);
    let stops: Vec<String> = case.issues[0].options.iter().map(Choice::to_string).collect();
    // The ends; a point; what the port had; the red line at its least, centre and most.
    assert_eq!(stops, ["2", "2.5", "3", "4.5", "4.75", "5", "6"]);
    assert_eq!(case.positions[0].reservation, Reservation::Package(vec![(detente_model::IssueId(0), 2)]));
}

#[test]
fn a_claim_names_a_place_in_its_source() {
    let reading = sound(&template().replace("source = \"gazette\"\n", "source = \"gazette # page 4\"\n"));
    let claim = &reading.case.claims[0];
    assert_eq!(claim.locator.as_deref(), Some("page 4"));
    let number = reading.case.numbers.at_path("claims.stored-water.value").unwrap();
    assert_eq!(reading.case.numbers[number].cite[0].locator.as_deref(), Some("page 4"));
}

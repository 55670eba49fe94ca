//! Comparisons of packages, from the file to the weights of a world.

use detente_case::parse;
use detente_model::{Case, PositionId, Worlds};

const HEAD: &str = r#"
case = 1
title = "Harbour dues"
as_of = 2025-03-01
[parties]
port = { name = "Port authority", role = "principal" }
union = { name = "Dockers' union", role = "principal" }
[issues]
pay = { name = "Rise in pay", options = [2, 4, 6] }
shifts = { name = "Length of shifts", options = ["eight hours", "ten hours"] }
[positions.port]
no_deal = 0.4
weights = { pay = [0.2, 0.8], shifts = [0.2, 0.4, 0.8] }
pay = { ideal = 2, worst = 6 }
shifts = { values = { "eight hours" = 0, "ten hours" = 1 } }
[positions.union]
no_deal = [0.3, 0.5]
importance = ["pay", "shifts"]
pay = { values = { 2 = 0, 4 = [0.4, 0.8], 6 = 1 } }
shifts = { values = { "eight hours" = 1, "ten hours" = 0 } }
"#;

fn case(comparisons: &str) -> Case {
    parse("case", &format!("{HEAD}{comparisons}")).unwrap().case
}

/// With v the worth of 4 per cent, w the weight of pay: v·w + (1 − w) ≥ w, so w ≤ 1/(2 − v), and w ≥ 1/2 by importance: the weight is
/// uniform between, and its mean in a world is half-way.
#[test]
fn weights_are_uniform_over_what_is_left() {
    let case = case(
        "[[prefers]]\nof = 'union'\nthis = { pay = 4, shifts = 'eight hours' }\nover = { pay = 6, shifts = 'ten hours' }",
    );
    let worlds = Worlds::new(&case, 3);
    let middle = case.numbers.at_path("positions.union.pay.values.4").unwrap();
    let mut places = Vec::new();
    for draw in 0..2_000 {
        let world = worlds.draw(draw);
        assert_eq!(world, worlds.draw(draw));
        assert!(world.contradicted().is_empty());
        let (w, most) = (world.weights(PositionId(1))[0], 1.0 / (2.0 - world.number(middle)));
        assert!((0.5 - 1e-9..=most + 1e-9).contains(&w), "{w} {most}");
        places.push((w - 0.5) / (most - 0.5));
    }
    // Uniform on [0, 1]: the largest distance of the distribution functions is below 1.63/√n in 99 % of samples (Kolmogorov 1933); the
    // seed is fixed.
    places.sort_by(f64::total_cmp);
    let n = places.len() as f64;
    let apart = places.iter().enumerate().map(|(i, x)| (x - (i as f64 + 0.5) / n).abs()).fold(0.0, f64::max);
    assert!(apart < 1.63 / n.sqrt(), "{apart}");
    // In the middle v = 0.6, and w lies half-way between 1/2 and 1/1.4.
    let central = worlds.central().weights(PositionId(1))[0];
    assert!((central - f64::midpoint(0.5, 1.0 / 1.4)).abs() < 1e-9, "{central}");
    assert_eq!(worlds.agreement(100).unwrap().hits, 100);
}

/// Adding a comparison leaves the draws of everything else as they were.
#[test]
fn other_judgements_keep_their_draws() {
    let plain = case("");
    let compared = case(
        "[[prefers]]\nof = 'port'\nthis = { pay = 2, shifts = 'eight hours' }\nas_much_as = { pay = 6, shifts = 'ten hours' }",
    );
    let (plain_worlds, worlds) = (Worlds::new(&plain, 5), Worlds::new(&compared, 5));
    assert_eq!(plain_worlds.agreement(10), None);
    let spared = plain.numbers.at_path("positions.union.no_deal").unwrap();
    for draw in 0..100 {
        let (before, after) = (plain_worlds.draw(draw), worlds.draw(draw));
        assert_eq!(before.number(spared).to_bits(), after.number(spared).to_bits());
        assert_eq!(before.weights(PositionId(1)), after.weights(PositionId(1)));
        // Indifferent between all of the one and all of the other: both issues weigh the same, before and after rescaling.
        let port = after.weights(PositionId(0));
        assert!((port[0] - 0.5).abs() < 1e-9 && (port[1] - 0.5).abs() < 1e-9, "{port:?}");
        let raw = ["pay", "shifts"].map(|issue| {
            after.number(compared.numbers.at_path(&format!("positions.port.weights.{issue}")).unwrap())
        });
        assert!((raw[0] - raw[1]).abs() < 1e-9 && (0.2..=0.8).contains(&raw[0]), "{raw:?}");
    }
}

/// Where the worth of options makes comparisons impossible, worlds are drawn anew, and their share is known.
#[test]
fn impossible_worlds_are_drawn_anew() {
    let text = HEAD
        .replace("4 = [0.4, 0.8]", "4 = [0, 0.6]")
        .replace("\"eight hours\" = 1", "\"eight hours\" = [0.5, 1]");
    let text = format!(
        "{text}[[prefers]]\nof = 'union'\nthis = {{ pay = 4, shifts = 'eight hours' }}\nover = {{ pay = 6, shifts = 'ten hours' }}"
    );
    let reading = parse("case", &text).unwrap();
    assert_eq!(reading.report.warnings(), 1);
    let worlds = Worlds::new(&reading.case, 1);
    assert!((0..500).all(|draw| worlds.draw(draw).contradicted().is_empty()));
    assert!((0..50).all(|draw| worlds.at(&worlds.unit_point(draw)) == *worlds.draw(draw)));
    // Possible where the two worths sum to 1 or more: 7/12 of the rectangle. Four standard errors of 2,000 draws are 0.044.
    let share = worlds.agreement(2_000).unwrap().value();
    assert!((share - 7.0 / 12.0).abs() < 0.044, "{share}");
}

#[test]
fn inputs_of_one_side_form_a_group() {
    let case = case("[[prefers]]\nof = 'port'\nthis = { pay = 2 }\nover = { pay = 4 }");
    let worlds = Worlds::new(&case, 1);
    let groups: Vec<(String, usize)> =
        worlds.groups().into_iter().map(|g| (g.path, g.coordinates.len())).collect();
    let expected = [
        ("positions.port.weights", 3),
        ("positions.union.no_deal", 1),
        ("positions.union.pay.values.4", 1),
        ("positions.union.importance", 2),
    ];
    assert_eq!(groups, expected.map(|(path, count)| (path.to_owned(), count)));
}

//! Sums are exact as the figures are written: against fractions of whole numbers, for decimals, for thirds and their like with sixteen digits,
//! and for figures that no unit makes whole.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use detente_deals::{Central, DealSpace, DealsError, Known, Over, Search, Units, ZoneCount};
use detente_model::{Case, Combination, IssueId, Package, Worlds};
use proptest::prelude::*;

/// What one party wants, in whole parts of a whole.
#[derive(Debug, Clone)]
struct Party {
    /// Weights, in parts of their sum.
    weights: Vec<i128>,
    /// For each issue the values of its options: a numerator and a denominator.
    values: Vec<Vec<(i128, i128)>>,
    /// The package that is worth as much as no deal.
    no_deal: Vec<usize>,
    /// What is added to that, in billionths.
    more: i128,
    /// Whether weights are written as parts of 1, rounded to sixteen digits, or as decimals that sum to it.
    as_parts: bool,
}

/// Of which every denominator is a divisor.
const WHOLE: i128 = 27_720 * 1_000_000;

impl Party {
    fn sum(&self) -> i128 {
        self.weights.iter().sum()
    }

    /// The value of a package in parts of `WHOLE · sum · 10⁹`.
    fn value(&self, package: &[usize]) -> i128 {
        let part = |k: usize| {
            let (of, to) = self.values[k][package[k]];
            self.weights[k] * of * (WHOLE / to)
        };
        (0..package.len()).map(part).sum::<i128>() * 1_000_000_000
    }

    fn reservation(&self) -> i128 {
        self.value(&self.no_deal) + self.more * WHOLE * self.sum()
    }

    fn accepts(&self, package: &[usize]) -> bool {
        self.value(package) >= self.reservation()
    }

    fn write(&self, id: usize, text: &mut String) {
        let number = |of: i128, to: i128| (of as f64 / to as f64).to_string();
        let no_deal = self.reservation() as f64 / (WHOLE * self.sum()) as f64 / 1e9;
        writeln!(text, "[positions.p{id}]\nno_deal = {}", no_deal.clamp(0.0, 1.0)).unwrap();
        let weights = self.weights.iter().enumerate().map(|(k, w)| {
            format!("i{k} = {}", if self.as_parts { number(*w, self.sum()) } else { number(*w, 100) })
        });
        writeln!(text, "weights = {{ {} }}", weights.collect::<Vec<_>>().join(", ")).unwrap();
        for (k, values) in self.values.iter().enumerate() {
            let values =
                values.iter().enumerate().map(|(o, (of, to))| format!("o{o} = {}", number(*of, *to)));
            writeln!(
                text,
                "[positions.p{id}.i{k}]\nvalues = {{ {} }}",
                values.collect::<Vec<_>>().join(", ")
            )
            .unwrap();
        }
    }
}

fn case_of(parties: &[Party]) -> Case {
    let mut text = String::from("case = 1\ntitle = \"Exact\"\nas_of = 2024-01-01\n");
    for id in 0..parties.len() {
        writeln!(text, "[parties.p{id}]\nname = \"P{id}\"\nrole = \"principal\"").unwrap();
    }
    for (k, values) in parties[0].values.iter().enumerate() {
        let options: Vec<String> = (0..values.len()).map(|o| format!("\"o{o}\"")).collect();
        writeln!(text, "[issues.i{k}]\nname = \"I{k}\"\noptions = [{}]", options.join(", ")).unwrap();
    }
    for (id, party) in parties.iter().enumerate() {
        party.write(id, &mut text);
    }
    detente_case::parse("exact", &text).unwrap_or_else(|report| panic!("{report:?}\n{text}")).case
}

fn space_of(case: &Case) -> DealSpace {
    DealSpace::new(Worlds::new(case, 1).central()).unwrap()
}

/// How many vectors none of the others betters.
fn undominated(vectors: &BTreeSet<Vec<i128>>) -> usize {
    let betters = |a: &[i128], b: &[i128]| a != b && a.iter().zip(b).all(|(x, y)| x >= y);
    vectors.iter().filter(|v| !vectors.iter().any(|other| betters(other, v))).count()
}

fn agrees(parties: &[Party]) -> Result<(), TestCaseError> {
    let space = space_of(&case_of(parties));
    let (mut all, mut zone, mut accepted) = (BTreeSet::new(), BTreeSet::new(), 0_u64);
    for package in space.packages() {
        let options: Vec<usize> = package.0.iter().map(|option| usize::from(*option)).collect();
        for (party, terms) in parties.iter().zip(space.principals()) {
            prop_assert_eq!(terms.accepts(&package), party.accepts(&options), "{:?}", options);
        }
        let values: Vec<i128> = parties.iter().map(|party| party.value(&options)).collect();
        if parties.iter().all(|party| party.accepts(&options)) {
            accepted += 1;
            zone.insert(values.clone());
        }
        all.insert(values);
    }
    let found = Central::of(space.clone()).unwrap();
    prop_assert_eq!(&found.zone_count, &ZoneCount::Exact(accepted.into()));
    prop_assert_eq!(found.frontier.value().unwrap().len(), undominated(&all));
    prop_assert_eq!(found.zone_frontier.value().unwrap().len(), undominated(&zone));
    let alike: u128 = found.frontier.value().unwrap().iter().map(|point| point.shared_by.unwrap()).sum();
    prop_assert!(alike >= undominated(&all) as u128);
    prop_assert_eq!(found.margin.unwrap().value >= Units::ZERO, accepted > 0);
    Ok(())
}

/// A party over issues with these numbers of options.
fn party(sizes: &[usize]) -> impl Strategy<Value = Party> + use<> {
    let decimal = (0..=1_000_i128).prop_map(|of| (of, 1_000));
    let fraction = (1..=12_i128).prop_flat_map(|to| (0..=to).prop_map(move |of| (of, to)));
    let fine = (0..=1_000_000_i128).prop_map(|of| (of, 1_000_000));
    let value = prop_oneof![2 => decimal, 4 => fraction, 1 => fine];
    let values: Vec<_> = sizes.iter().map(|size| proptest::collection::vec(value.clone(), *size)).collect();
    let no_deal: Vec<_> = sizes.iter().map(|size| 0..*size).collect();
    let count = sizes.len();
    let weights = prop_oneof![
        Just((vec![1; count], true)),
        (proptest::collection::vec(1..10_i128, count), Just(true)),
        proptest::collection::vec(1..20_i128, count - 1).prop_map(|mut hundredths| {
            hundredths.push(100 - hundredths.iter().sum::<i128>());
            (hundredths, false)
        }),
    ];
    let more = prop_oneof![3 => Just(0), 1 => -3..4_i128];
    (weights, values, no_deal, more).prop_map(|((weights, as_parts), values, no_deal, more)| {
        let mut party = Party { weights, values, no_deal, more, as_parts };
        let whole = WHOLE * party.sum() * 1_000_000_000;
        if !(0..=whole).contains(&party.reservation()) {
            party.more = 0;
        }
        party
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn what_is_accepted_and_what_is_undominated_is_as_written(
        parties in (proptest::collection::vec(1..4_usize, 2..5), 2..4_usize)
            .prop_flat_map(|(sizes, count)| proptest::collection::vec(party(&sizes), count)),
    ) {
        agrees(&parties)?;
    }

    #[test]
    fn what_is_accepted_is_as_written_where_an_audience_is_not_always_asked(
        parties in (proptest::collection::vec(2..4_usize, 2..4), 2..4_usize)
            .prop_flat_map(|(sizes, count)| proptest::collection::vec(party(&sizes), count)),
    ) {
        agrees_where_asked(&parties)?;
    }
}

/// The last of some parties as an audience with a veto that is asked only about packages with the first option of the first issue: sums stay exact
/// in whatever units its figures ask for, and it is in the way of nothing else.
fn agrees_where_asked(parties: &[Party]) -> Result<(), TestCaseError> {
    let plain = space_of(&case_of(parties));
    let last = parties.len() - 1;
    let (sizes, actors) = (plain.sizes().to_vec(), plain.actors().to_vec());
    let space = DealSpace::from_parts(sizes, actors, last, Vec::new(), Vec::new()).unwrap();
    let space = space.asked_only_if(last, &Combination(vec![(IssueId(0), vec![0])]));
    let (mut zone, mut margin) = (0_u64, None);
    for package in space.packages() {
        let options: Vec<usize> = package.0.iter().map(|option| usize::from(*option)).collect();
        let asked: Vec<usize> = (0..parties.len()).filter(|i| *i < last || options[0] == 0).collect();
        let accepted = asked.iter().all(|i| parties[*i].accepts(&options));
        prop_assert_eq!(space.all_accept(&package), accepted, "{:?}", options);
        zone += u64::from(accepted);
        margin = margin.max(asked.iter().map(|i| space.stated_surplus(*i, &package)).min());
    }
    let found = Central::of(space).unwrap();
    prop_assert_eq!(&found.zone_count, &ZoneCount::Exact(zone.into()));
    prop_assert_eq!(found.margin.map(|margin| margin.value), margin);
    Ok(())
}

/// Three issues of the same weight for two parties who want the opposite; two of three are just enough for one, one of three for the other.
fn thirds(weight: &str, low: &str) -> String {
    let position = |id: &str, no_deal: &str, values: [&str; 2]| {
        let issues = ["pay", "hours", "leave"].map(|issue| {
            format!("[positions.{id}.{issue}]\nvalues = {{ a = {}, b = {} }}\n", values[0], values[1])
        });
        format!(
            "[positions.{id}]\nno_deal = {no_deal}\nweights = {{ pay = {weight}, hours = {weight}, leave = {weight} }}\n{}",
            issues.concat()
        )
    };
    format!(
        "case = 1\ntitle = \"Thirds\"\nas_of = 2024-01-01\n[parties.one]\nname = \"One\"\nrole = \"principal\"\n\
         [parties.two]\nname = \"Two\"\nrole = \"principal\"\n\
         [issues.pay]\nname = \"Pay\"\noptions = [\"a\", \"b\"]\n[issues.hours]\nname = \"Hours\"\noptions = [\"a\", \"b\"]\n\
         [issues.leave]\nname = \"Leave\"\noptions = [\"a\", \"b\"]\n{}{}",
        position("one", "0.6666666666666666", ["0", "1"]),
        position("two", "0.3333333333333333", ["1", low]),
    )
}

#[test]
fn two_thirds_are_two_thirds() {
    for weight in ["0.3333333333333333", "0.333", "0.33"] {
        let space = space_of(&detente_case::parse("thirds", &thirds(weight, "0.0")).unwrap().case);
        let found = Central::of(space).unwrap();
        assert_eq!(found.zone_count, ZoneCount::Exact(3_u8.into()), "{weight}");
        assert_eq!(found.margin.map(|margin| margin.value), Some(Units::ZERO));
        // What is shown has twelve decimals, as ever.
        assert_eq!(found.reservation[0].to_f64(), 0.666_666_666_667);
    }
}

/// What is in doubt about one party takes nothing from the other.
#[test]
fn certain_figures_stay_exact_in_worlds_drawn() {
    let case = detente_case::parse("thirds", &thirds("0.3333333333333333", "[0.0, 0.3]")).unwrap().case;
    let worlds = Worlds::new(&case, 7);
    for draw in 0..200 {
        let space = DealSpace::new(&worlds.draw(draw)).unwrap();
        let accepted = space.packages().filter(|package| space.principals()[0].accepts(package)).count();
        assert_eq!(accepted, 4);
    }
}

/// Weights that are neither decimals nor fractions: a package worth exactly what no deal is worth is accepted, one worth less by what twelve decimals show is not.
#[test]
fn what_no_unit_makes_whole_does_not_hang_on_the_last_one() {
    let weights = [0.199_378_935_928_517_66, 0.046_310_455_004_115_285, 0.754_310_609_067_367_1];
    let values = [[1.0 / 7.0, 6.0 / 7.0], [2.0 / 9.0, 5.0 / 11.0], [4.0 / 13.0, 3.0 / 17.0]];
    for bits in 0..8_usize {
        let worth: f64 = (0..3).map(|k| weights[k] * values[k][bits >> k & 1]).sum();
        for (less, counted) in [(0.0, true), (1e-12, false)] {
            let mut text = String::from("case = 1\ntitle = \"T\"\nas_of = 2024-01-01\n");
            for id in ["p", "q"] {
                writeln!(text, "[parties.{id}]\nname = \"{id}\"\nrole = \"principal\"").unwrap();
            }
            for k in 0..3 {
                writeln!(text, "[issues.i{k}]\nname = \"I\"\noptions = [\"a\", \"b\"]").unwrap();
            }
            for (id, no_deal) in [("p", worth + less), ("q", 0.0)] {
                writeln!(text, "[positions.{id}]\nno_deal = {no_deal}").unwrap();
                writeln!(
                    text,
                    "weights = {{ i0 = {}, i1 = {}, i2 = {} }}",
                    weights[0], weights[1], weights[2]
                )
                .unwrap();
                for (k, [a, b]) in values.iter().enumerate() {
                    writeln!(text, "[positions.{id}.i{k}]\nvalues = {{ a = {a}, b = {b} }}").unwrap();
                }
            }
            let space = space_of(&detente_case::parse("generic", &text).unwrap().case);
            let package = Package((0..3).map(|k| (bits >> k & 1) as u16).collect());
            assert_eq!(space.principals()[0].accepts(&package), counted, "{bits} {less}");
            assert_eq!(space.principals()[0].reservation.to_f64(), Units::from_f64(worth + less).to_f64());
        }
    }
}

/// A fault that was reported, if its files are there.
fn reported(name: &str, files: &[&str]) -> Option<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/faults").join(name);
    let paths: Vec<PathBuf> = files.iter().map(|file| folder.join(file)).collect();
    if !paths.iter().all(|path| path.exists()) {
        eprintln!("SKIPPED: {} is not there", folder.display());
        return None;
    }
    Some(detente_foreign::import(&paths, None).unwrap().case)
}

#[test]
fn a_reported_case_of_thirds_has_a_zone() {
    let Some(case) = reported("5-thirds", &["domain.yml", "union.yml", "firm.yml"]) else { return };
    assert_eq!(Central::of(space_of(&case)).unwrap().zone_count, ZoneCount::Exact(3_u8.into()));
}

#[test]
fn packages_beyond_all_machine_numbers_are_counted() {
    let Some(case) = reported("14-saturated-count", &["dom.xml", "a.xml", "b.xml"]) else { return };
    match space_of(&case).frontier(Over::All, &Search::default()) {
        Known::GivenUp(DealsError::TooWide { packages, .. }) => {
            assert_eq!(packages, format!("1{}", "0".repeat(40)));
        }
        other => panic!("{other:?}"),
    }
}

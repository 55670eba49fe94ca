//! Laws, on random texts of random cases.

use detente_model::{Case, Package};
use detente_text::{Allowed, Kept, Piece, TextVersion, changes, parse, words_changed};
use proptest::prelude::*;

use crate::chance::{Dice, case, feasible, version};

/// What a version allows, by the definition: package by package.
fn literally(case: &Case, version: &TextVersion) -> Vec<Package> {
    let met = |package: &Package| {
        version.clauses().all(|clause| {
            let brackets = clause.body.iter().all(|piece| match piece {
                Piece::Words(_) => true,
                Piece::Bracket(bracket) => {
                    let mut open = bracket.wordings.iter().filter(|wording| !wording.struck).peekable();
                    open.peek().is_none() || open.any(|wording| wording.ties.when.holds(package))
                }
            });
            clause.ties.when.holds(package) && brackets
        })
    };
    feasible(case).into_iter().filter(met).collect()
}

fn packages(case: &Case, version: &TextVersion) -> Vec<Package> {
    Allowed::by(version).packages(case, u128::MAX).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_a_text_allows_is_what_the_definition_says(seed: u64) {
        let mut dice = Dice(seed);
        let case = case(&mut dice);
        let version = version(&mut dice, &case, "1");
        let expected = literally(&case, &version);
        prop_assert_eq!(&packages(&case, &version), &expected);
        let allowed = Allowed::by(&version);
        let left = allowed.options(&case).unwrap();
        prop_assert_eq!(left.packages, expected.len() as u128);
        for (k, row) in left.options.iter().enumerate() {
            for (option, held) in row.iter().enumerate() {
                prop_assert_eq!(*held, expected.iter().any(|package| usize::from(package.0[k]) == option));
            }
        }
        // The case under the text rules out the rest and nothing else.
        prop_assert_eq!(feasible(&allowed.under(&case, "text")), expected);
    }

    #[test]
    fn the_text_of_a_package_allows_that_package_alone(seed: u64) {
        let mut dice = Dice(seed);
        let case = case(&mut dice);
        let (first, second) = (version(&mut dice, &case, "1"), version(&mut dice, &case, "2"));
        for package in feasible(&case) {
            let settled = second.settled_on(&case, &package, [&first]);
            prop_assert_eq!(&packages(&case, &settled.version), std::slice::from_ref(&package));
            // A text that allows the package already borrows nothing for what it leaves open in brackets that are tied.
            let again = settled.version.settled_on(&case, &package, []);
            prop_assert!(again.borrowed.is_empty(), "{:?}", again.borrowed);
            prop_assert_eq!(again.version, settled.version);
        }
    }

    #[test]
    fn settling_a_bracket_narrows_the_set_and_its_wordings_make_it_up(seed: u64) {
        let mut dice = Dice(seed);
        let case = case(&mut dice);
        let version = version(&mut dice, &case, "1");
        let before = packages(&case, &version);
        for clause in version.clauses() {
            for (place, bracket) in clause.brackets().enumerate() {
                let mut together: Vec<Package> = Vec::new();
                for (wording, _) in bracket.open() {
                    let after = packages(&case, &version.with_settled(&clause.id, place, wording));
                    prop_assert!(after.iter().all(|package| before.contains(package)));
                    together.extend(after);
                }
                together.sort();
                together.dedup();
                let mut sorted = before.clone();
                sorted.sort();
                prop_assert_eq!(together, sorted);
            }
        }
    }

    #[test]
    fn what_is_written_is_read_again(seed: u64) {
        let mut dice = Dice(seed);
        let case = case(&mut dice);
        let written = version(&mut dice, &case, "1");
        let markdown = written.to_markdown(&case);
        let read = parse(&[("1", &markdown)], &case).unwrap_or_else(|reports| panic!("{reports:?}\n{markdown}"));
        let read = read.text.latest();
        prop_assert_eq!(&read.to_markdown(&case), &markdown);
        prop_assert_eq!(packages(&case, read), packages(&case, &written));
        for (a, b) in read.clauses().zip(written.clauses()) {
            prop_assert_eq!(a.shown(), b.shown());
            prop_assert_eq!((&a.id, &a.number, &a.title, &a.ties), (&b.id, &b.number, &b.title, &b.ties));
        }
    }

    #[test]
    fn a_difference_leads_from_one_text_to_the_other(a in "([abc]{1,2} ){0,12}", b in "([abc]{1,2} ){0,12}") {
        let found = words_changed(&a, &b);
        let without = |kind: Kept| -> Vec<&str> {
            found.iter().filter(|part| part.kind != kind).flat_map(|part| part.words.split(' ')).collect()
        };
        prop_assert_eq!(without(Kept::In), a.split_whitespace().collect::<Vec<_>>());
        prop_assert_eq!(without(Kept::Out), b.split_whitespace().collect::<Vec<_>>());
    }

    #[test]
    fn a_version_differs_from_itself_in_nothing(seed: u64) {
        let mut dice = Dice(seed);
        let case = case(&mut dice);
        let version = version(&mut dice, &case, "1");
        prop_assert!(changes(&version, &version).iter().all(|change| !change.is_change()));
        prop_assert_eq!(changes(&version, &version).len(), version.clauses().count());
    }

    #[test]
    fn no_text_makes_the_reader_panic(seed: u64) {
        let mut dice = Dice(seed);
        let case = case(&mut dice);
        let mut text: Vec<char> = version(&mut dice, &case, "1").to_markdown(&case).chars().collect();
        let signs = ['[', ']', '{', '}', '~', '/', '\\', '#', '>', '\n', '=', ',', '|', '"', '-', ':', ' ', '<', '!', 'é', '\u{0}', '('];
        for _ in 0..=dice.roll(6) {
            let at = dice.roll(text.len() + 1);
            match dice.roll(3) {
                0 if at < text.len() => drop(text.remove(at)),
                1 if at < text.len() => text.truncate(at),
                _ => text.insert(at, signs[dice.roll(signs.len())]),
            }
        }
        let text: String = text.into_iter().collect();
        match parse(&[("1", &text)], &case) {
            Ok(reading) => {
                let markdown = reading.text.latest().to_markdown(&case);
                let again = parse(&[("1", &markdown)], &case).unwrap_or_else(|reports| panic!("{reports:?}\n{text}\n\n{markdown}"));
                prop_assert_eq!(again.text.latest().to_markdown(&case), markdown);
            }
            Err(reports) => prop_assert!(reports.iter().all(|report| report.errors() > 0)),
        }
    }
}

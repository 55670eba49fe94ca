//! What is set at a path is what is read there, and everything else stays.

use detente_case::Code;
use detente_case::edit::{self, Edit, EditFault, What, paths};
use detente_model::Uncertain;

use super::{cases, only_the_splices, reading};

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
            let there = paths(&again).unwrap();
            let found = there.iter().find(|found| found.path == place.path);
            // A table has a heading at the top, and where others of its kind have one, whatever it had; what stands in it is the same.
            if found.is_some_and(|found| found.what == What::Section) {
                if !place.path.contains('.') {
                    continue;
                }
                let within = |all: &[edit::EditPlace]| -> Vec<(String, String)> {
                    let all = values(all).filter(|(path, _)| part(path));
                    all.map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
                };
                assert_eq!(within(&there), within(&before), "{name}: {}\n{again}", place.path);
            } else {
                let text = found.map(|found| found.text.as_str());
                assert_eq!(text, Some(place.text.as_str()), "{name}: {}\n{again}", place.path);
            }
        }
    }
}

//! Intake on the dispatch from Cairo of 14 February 2024 finds what a careful reader finds. The text is not part of the
//! project; without it the test is skipped and says so.

use std::path::Path;

use detente_intake::report::{DateMention, Draft, DraftKind, Stance, read_report};
use detente_model::{Case, Party, Person, Role, Speaker, Uncertain};
use jiff::civil::date;

/// A name and its other spellings.
type Named<'a> = (&'a str, &'a [&'a str]);

fn case() -> Case {
    let mut case = Case::default();
    let parties: [(&str, &str, &[Named<'_>]); 5] = [
        (
            "israel",
            "Israel",
            &[
                ("Herzi Halevi", &["Herzl Halevi"]),
                ("Benjamin Netanyahu", &[]),
                ("David Barnea", &[]),
                ("Ronen Bar", &[]),
            ],
        ),
        ("hamas", "Hamas", &[]),
        ("united_states", "United States", &[("Antony Blinken", &[]), ("William Burns", &[])]),
        ("qatar", "Qatar", &[("Mohammed bin Abdulrahman Al Thani", &[])]),
        ("egypt", "Egypt", &[]),
    ];
    for (id, name, people) in parties {
        let people = people
            .iter()
            .map(|(name, aliases)| Person {
                name: (*name).to_owned(),
                role: None,
                aliases: aliases.iter().map(|a| (*a).to_owned()).collect(),
            })
            .collect();
        let (id, name) = (id.to_owned(), name.to_owned());
        case.parties.push(Party {
            id,
            name,
            role: Role::Other,
            people,
            quota: None,
            quota_when: None,
            place: None,
        });
    }
    case
}

#[test]
fn finds_what_a_careful_reader_finds() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seed/dispatch.txt");
    let Ok(report) = std::fs::read_to_string(path) else {
        println!("skipped: the dispatch is not here");
        return;
    };
    let case = case();
    let found = read_report(&report, &case, date(2024, 2, 14)).unwrap();
    let party = |d: &Draft| d.by.as_ref().and_then(|by| by.party).map(|id| case.party(id).id.clone());
    let person = |d: &Draft| {
        let by = d.by.as_ref()?;
        Some(case.party(by.party?).people[by.person?].name.clone())
    };
    let statements: Vec<(&Draft, bool, Option<Stance>)> = found
        .drafts
        .iter()
        .filter_map(|d| match &d.kind {
            DraftKind::Statement { direct, cue } => Some((d, *direct, cue.as_ref().map(|c| c.1))),
            _ => None,
        })
        .collect();
    // The general: two quotations of 13 February, and what he ruled out.
    let quoted: Vec<_> = statements.iter().filter(|(_, direct, _)| *direct).collect();
    assert_eq!(quoted.len(), 2);
    for (draft, _, _) in quoted {
        assert_eq!(person(draft).as_deref(), Some("Herzi Halevi"));
        assert_eq!(draft.by.as_ref().unwrap().role, Some(Speaker::Military));
        assert_eq!(draft.said.as_ref().and_then(DateMention::day), Some(date(2024, 2, 13)));
    }
    let count = |wanted: &str, stance: Stance| {
        statements
            .iter()
            .filter(|(d, direct, s)| !direct && party(d).as_deref() == Some(wanted) && *s == Some(stance))
            .count()
    };
    // Ruled out and refused; demanded and keen to; said.
    assert_eq!((count("israel", Stance::Against), count("israel", Stance::For)), (2, 2));
    assert_eq!(count("israel", Stance::States), 1);
    // Wants and proposes.
    assert_eq!((count("hamas", Stance::For), count("hamas", Stance::Against)), (2, 0));
    assert_eq!(statements.len(), 9);

    let mut counts: Vec<(f64, String, Option<String>)> = found
        .drafts
        .iter()
        .filter_map(|d| match &d.kind {
            DraftKind::Quantity(q) => Some((q.value.central(), q.quantity.clone(), q.hedge.clone())),
            _ => None,
        })
        .collect();
    counts.sort_by(|a, b| a.0.total_cmp(&b.0));
    let owned = |x: f64, noun: &str, hedge: Option<&str>| (x, noun.to_owned(), hedge.map(str::to_owned));
    assert_eq!(
        counts,
        [
            owned(2.0, "hostages", None),
            owned(29.0, "hostages", None),
            owned(74.0, "Palestinians", None),
            owned(130.0, "hostages", Some("approximately")),
            owned(1500.0, "Palestinians", Some("around")),
        ]
    );
    let presumed_dead = found.drafts.iter().find_map(|d| match &d.kind {
        DraftKind::Quantity(q) if q.value == Uncertain::Known(29.0) => q.counting.clone(),
        _ => None,
    });
    assert!(presumed_dead.unwrap().ends_with("presumed dead"));

    let days: Vec<_> = found.dates.iter().map(|d| (d.first, d.last)).collect();
    let day = |y, m, d| (date(y, m, d), date(y, m, d));
    assert_eq!(
        days,
        [
            day(2024, 2, 13),
            (date(2024, 2, 5), date(2024, 2, 11)),
            day(2023, 10, 7),
            day(2024, 2, 12),
            (date(2023, 10, 1), date(2023, 10, 31)),
        ]
    );
    // Acts: the meeting, the rescue, the deaths in it, the arrival and the presence in Cairo.
    let acts: Vec<&str> = found
        .drafts
        .iter()
        .filter_map(|d| if let DraftKind::Act { word } = &d.kind { Some(word.as_str()) } else { None })
        .collect();
    for act in ["met", "rescue", "killed", "arrival", "presence"] {
        assert!(acts.contains(&act), "{act} in {acts:?}");
    }
}

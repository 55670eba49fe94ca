//! Thousands of damaged reports and tables of events, the same in every run: none makes a reader panic, and what is drafted is a claim
//! that a case takes.

use std::fs;
use std::path::Path;

use detente_case::{Rendering, parse, template};
use detente_intake::events::{EventFilter, EventImport, read_acled, read_gdelt, read_ucdp_ged};
use detente_intake::report::read_report;
use detente_model::Case;
use jiff::civil::{Date, date};

use super::mutation::each_damaged;

const DAY: Date = date(2025, 3, 1);

/// A case of that day, with the drafts below it.
fn taken(drafts: &str) -> Case {
    let text = format!(
        "case = 1\ntitle = \"t\"\nas_of = {DAY}\n[parties.a]\nname = \"A\"\nrole = \"principal\"\n[parties.b]\nname = \"B\"\n\
         role = \"principal\"\n[moves.x]\nby = \"a\"\ntext = \"x\"\n[moves.y]\nby = \"b\"\ntext = \"y\"\n[conflict.preferences]\n\
         a = [\"y\"]\nb = [\"x\"]\n[sources.wire]\ntitle = \"Wire\"\n\n{drafts}"
    );
    let reading = parse("case.toml", &text);
    reading.unwrap_or_else(|report| panic!("{}", report.render(Rendering::default()))).case
}

#[test]
fn a_damaged_report_is_drafted_into_claims() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/intake/reports");
    let texts: Vec<String> = [
        "01-wire.txt",
        "07-agency-brief.txt",
        "17-wire.txt",
        "28_denials.txt",
        "31_transcript.txt",
        "33_translated.txt",
    ]
    .map(|name| fs::read_to_string(folder.join(name)).unwrap())
    .into();
    let case = parse("template", template()).unwrap().case;
    each_damaged(&texts, 300, |_, text| {
        if let Ok(found) = read_report(text, &Case::default(), DAY) {
            let drafts: Vec<String> =
                found.drafts.iter().map(|draft| draft.to_toml(&Case::default(), "wire", DAY)).collect();
            assert_eq!(taken(&drafts.join("\n")).claims.len(), drafts.len());
        }
        let _ = read_report(text, &case, case.as_of);
    });
}

const UCDP: &str = "id,type_of_violence,side_a,side_b,where_coordinates,date_prec,date_start,date_end,best,high,low\n\
    101,1,Government of Northland,\"Southern Front, the\",Old Bridge,1,2024-02-12 00:00:00.000,2024-02-12 00:00:00.000,5,9,4\n\
    102,2,Clans,Others,\"A place\nin two lines\",4,1 February 2024,29 February 2024,2,2,1\n";
const ACLED: &str = "event_id_cnty;event_date;time_precision;event_type;sub_event_type;actor1;actor2;location;source;fatalities\n\
    N1;12 February 2024;2;Battles;Armed clash;Front;Army;Ford;Wire;7\nN2;2024-02-12;3;Battles;;Front;Army;Ford;Wire;0\n";

fn gdelt() -> String {
    let mut columns = [""; 61];
    for (i, text) in
        [(0, "1158"), (1, "20240212"), (6, "NORTHLAND"), (15, "STH"), (26, "010"), (59, "20240213101500")]
    {
        columns[i] = text;
    }
    columns.join("\t") + "\n"
}

#[test]
fn a_damaged_table_of_events_is_drafted_into_claims() {
    let read = |which: usize, table: &[u8]| match which {
        0 => read_ucdp_ged(table, &EventFilter::default(), DAY),
        1 => read_acled(table, &EventFilter::default(), DAY),
        _ => read_gdelt(table, &EventFilter::default(), DAY),
    };
    let mut drafted = 0;
    each_damaged(&[UCDP.to_owned(), ACLED.to_owned(), gdelt()], 3_000, |which, table| {
        let EventImport { events, .. } = read(which, table.as_bytes()).unwrap_or_default();
        for event in events {
            let reported = event.reported.unwrap_or(event.retrieved);
            // What the case of that day cannot know is held back by the verb.
            if event.until.unwrap_or(event.said) <= DAY && event.said <= reported && reported <= DAY {
                assert_eq!(taken(&event.to_toml("wire")).claims.len(), 1);
                drafted += 1;
            }
        }
    });
    assert!(drafted > 300, "{drafted}");
}

/// Found by the attack: a case refuses what nobody can see, so a claim from elsewhere holds a space in its place.
#[test]
fn control_characters_become_spaces_in_drafts() {
    let report =
        "The envoy said that 30 pri\u{1}soners were freed on Monday. “We are\u{0} close,” she added.";
    let found = read_report(report, &Case::default(), DAY).unwrap();
    assert!(!found.drafts.is_empty());
    for draft in &found.drafts {
        assert_eq!(taken(&draft.to_toml(&Case::default(), "wire", DAY)).claims.len(), 1);
    }
    let ucdp = UCDP.replace("Old Bridge", "Old\u{7}Bridge").replace("Clans", "\u{0}");
    let acled = ACLED.replace("Armed clash", "Armed\u{1b}clash").replace("Wire", "W\u{15}re");
    let imports = [
        read_ucdp_ged(ucdp.as_bytes(), &EventFilter::default(), DAY).unwrap(),
        read_acled(acled.as_bytes(), &EventFilter::default(), DAY).unwrap(),
        read_gdelt(gdelt().replace("NORTHLAND", "NORTH\u{15}LAND").as_bytes(), &EventFilter::default(), DAY)
            .unwrap(),
    ];
    for (import, events) in imports.iter().zip([2, 2, 1]) {
        assert_eq!((import.events.len(), import.faults.len()), (events, 0));
        for event in &import.events {
            assert_eq!(taken(&event.to_toml("wire")).claims.len(), 1);
        }
    }
    assert_eq!(imports[0].events[0].location.as_deref(), Some("Old Bridge"));
    assert_eq!(imports[0].events[1].actors, ["Others"]);
}

/// A row whose id makes no id of a claim, or whose day no case can write, is named and left out.
#[test]
fn rows_that_no_claim_can_be_made_of_are_faults() {
    let long = "7".repeat(40);
    for (from, to, fault) in [
        ("N1;", "№;", "line 2: `event_id_cnty` needs 1 to 39 of the letters a–z and digits: `№`"),
        (
            "N1;",
            &format!("{long};"),
            &format!("line 2: `event_id_cnty` needs 1 to 39 of the letters a–z and digits: `{}`", &long[1..]),
        ),
        ("12 February 2024", "12 February -5", "line 2: `event_date` is not a date: `12 February -5`"),
        ("12 February 2024", "-000005-02-12", "line 2: `event_date` is not a date: `-000005-02-12`"),
    ] {
        let import = read_acled(ACLED.replace(from, to).as_bytes(), &EventFilter::default(), DAY).unwrap();
        let faults: Vec<String> = import.faults.iter().map(ToString::to_string).collect();
        assert_eq!((import.events.len(), faults), (1, vec![fault.to_owned()]));
    }
}

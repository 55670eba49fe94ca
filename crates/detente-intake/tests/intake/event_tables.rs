//! Tables of events as people have them: saved by spreadsheets, R and pandas, in older editions, with gaps.

use detente_intake::Error;
use detente_intake::events::{EventFilter, EventImport, read_acled, read_gdelt, read_ucdp_ged};
use jiff::civil::{Date, date};

const DAY: Date = date(2025, 3, 1);

fn acled(table: &str) -> EventImport {
    read_acled(table.as_bytes(), &EventFilter::default(), DAY).unwrap()
}

fn ucdp(table: &str) -> EventImport {
    read_ucdp_ged(table.as_bytes(), &EventFilter::default(), DAY).unwrap()
}

fn faults(import: &EventImport) -> Vec<String> {
    import.faults.iter().map(ToString::to_string).collect()
}

const HEADER: &str = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,actor2,location,source,fatalities";

/// R writes `NA` where nothing is known, and others have words of their own: none of them is an actor, a place or a source.
#[test]
fn placeholders_are_nobody() {
    for nothing in ["NA", "n/a", "N/A", "-", "--", "NaN", "NULL", "unknown", "Unknown", "#N/A", "", "  ", "."]
    {
        let row = format!(
            "X1,28 December 2022,1,Protests,{nothing},Protesters (X),{nothing},{nothing},{nothing},{nothing},{nothing}"
        );
        let import = acled(&format!("{HEADER}\n{row}\n"));
        let [event] = &import.events[..] else { panic!("{nothing}: {import:?}") };
        assert_eq!(event.actors, ["Protesters (X)"], "{nothing}");
        assert_eq!((&event.reported_by, &event.location, event.deaths), (&None, &None, None), "{nothing}");
        assert_eq!(event.code.as_deref(), Some("Protests"), "{nothing}");
        // Nobody is asked for by such a word either.
        let filter =
            EventFilter { actors: vec!["NA".to_owned(), "unknown".to_owned()], ..EventFilter::default() };
        let table = format!("{HEADER}\n{row}\n");
        assert!(read_acled(table.as_bytes(), &filter, DAY).unwrap().events.is_empty(), "{nothing}");
    }
    // Where a column must say something, it is said that it does not.
    let import = acled(&format!("{HEADER}\nX1,NA,1,Protests,,P,,,,,0\n"));
    assert_eq!(faults(&import), ["line 2: `event_date` says nothing: `NA`"]);
    assert_eq!((import.rows, import.total()), (0, 1));
    // A group whose name begins so is a group.
    let import = acled(&format!("{HEADER}\nX1,2022-12-28,1,Protests,,Unknown Gunmen,,Na Front,,,0\n"));
    assert_eq!(import.events[0].actors, ["Unknown Gunmen", "Na Front"]);
    // The same in the other data sets.
    let import = ucdp(
        "id,type_of_violence,side_a,side_b,where_coordinates,where_description,source_headline,source_article,date_prec,\
         date_start,date_end,best,high,low\n7,1,Government,NA,Ford,NA,NA,-,1,2024-02-12,2024-02-12,NA,NA,NA\n",
    );
    let event = &import.events[0];
    assert_eq!(event.actors, ["Government"]);
    assert_eq!((event.location.as_deref(), &event.reported_by, event.deaths), (Some("Ford"), &None, None));
}

/// Lines are those that an editor shows, however they end and whatever stands in quotes.
#[test]
fn faults_name_the_line_that_an_editor_shows() {
    for end in ["\n", "\r\n"] {
        let rows = [
            HEADER,
            "A1,2024-02-01,1,B,C,X,,Y,L,\"S\",1",
            "A2,bad,1,B,C,X,,Y,L,S,1",
            "A3,2024-02-03,1,B,C,X,,Y,\"in",
            "two lines\",S,1",
            "",
            "A4,bad,1,B,C,X,,Y,L,S,1",
            "A5,2024-02-03",
            "",
        ];
        let import = acled(&rows.join(end));
        let said: Vec<usize> = import
            .faults
            .iter()
            .map(|fault| match fault {
                Error::Row { line, .. } => *line,
                other => panic!("{other}"),
            })
            .collect();
        assert_eq!(said, [3, 7, 8], "{end:?}");
        assert_eq!((import.rows, import.total()), (2, 5));
    }
    let gdelt = "1\t2\r\n\r\n3\t4\r\n";
    let import = read_gdelt(gdelt.as_bytes(), &EventFilter::default(), DAY).unwrap();
    assert!(faults(&import)[1].starts_with("line 3: 2 columns"), "{import:?}");
}

/// Before 2018 days were written day/month/year, and spreadsheets write them as their country does.
#[test]
fn the_order_of_day_and_month_is_settled_by_the_table() {
    let table = |days: [&str; 2]| {
        format!("{HEADER}\nA1,{},1,B,C,X,,Y,L,S,1\nA2,{},1,B,C,X,,Y,L,S,1\n", days[0], days[1])
    };
    let said = |import: &EventImport| import.events.iter().map(|event| event.said).collect::<Vec<_>>();
    let import = acled(&table(["03/04/2001", "19/04/2001"]));
    assert_eq!(said(&import), [date(2001, 4, 3), date(2001, 4, 19)]);
    assert!(import.remarks[0].contains("day/month/year"), "{:?}", import.remarks);
    let import = acled(&table(["3/4/2001", "4/19/2001"]));
    assert_eq!(said(&import), [date(2001, 3, 4), date(2001, 4, 19)]);
    let import = acled(&table(["03.04.2001", "04.05.2001"]));
    assert_eq!((import.rows, import.total()), (0, 2));
    assert!(faults(&import)[0].contains("no day of the table tells which"), "{import:?}");
    let import = acled(&table(["45334", "2024-02-12"]));
    assert!(faults(&import)[0].contains("as a spreadsheet counts it"), "{import:?}");
}

#[test]
fn a_table_without_its_header_is_told_so() {
    let of =
        |table: &str| read_ucdp_ged(table.as_bytes(), &EventFilter::default(), DAY).unwrap_err().to_string();
    let headless =
        of("244657,IRQ-1,2017,1,Clear,1,Government,Group,1,2017-07-31 00:00:00.000,2017-07-31,0,4,0\r\n");
    assert!(headless.contains("the header is missing") && headless.contains("date_start"), "{headless}");
    let other = of(&format!("{HEADER}\nA1,2024-02-01,1,B,C,X,,Y,L,S,1\n"));
    assert_eq!(other, "line 1: not a UCDP GED table but one of ACLED: say `--format acled`");
    assert!(of("a,b\n1,2\n").contains("column `id` is missing"));
}

/// The same rows as spreadsheets, R and pandas save them.
#[test]
fn tables_are_read_as_programs_save_them() {
    let plain =
        format!("{HEADER}\nA1,2024-02-01,1,B,C,X,,Y,\"L, north\",S,1\nA2,2024-02-02,2,B,C,X,,Y,M,S,0\n");
    let expected = acled(&plain);
    assert_eq!(expected.events.len(), 2);
    let rows = [
        ["A1", "2024-02-01", "1", "B", "C", "X", "", "Y", "L, north", "S", "1"],
        ["A2", "2024-02-02", "2", "B", "C", "X", "", "Y", "M", "S", "0"],
    ];
    let lines = |mark: &str, quote: bool, first: &str| -> String {
        let cell = |text: &str| {
            if quote || text.contains(mark) { format!("\"{text}\"") } else { text.to_owned() }
        };
        let mut text = String::new();
        for (i, row) in rows.iter().enumerate() {
            if !first.is_empty() {
                text += &(cell(&(i + 1).to_string()) + mark);
            }
            text += &(row.map(cell).join(mark) + "\n");
        }
        text
    };
    let header =
        |mark: &str, case: fn(&str) -> String| HEADER.split(',').map(case).collect::<Vec<_>>().join(mark);
    let same: fn(&str) -> String = str::to_owned;
    let tables = [
        // Spreadsheets: a byte order mark, semicolons, a line for each other, tabs.
        format!("\u{feff}{}\n{}", header(";", same), lines(";", false, "")).replace('\n', "\r\n"),
        format!("sep=;\n{}\n{}", header(";", same), lines(";", false, "")),
        format!("{}\n{}", header("\t", str::to_uppercase), lines("\t", false, "")),
        format!("{}\n{}", header("|", |name| format!(" {name} ")), lines("|", false, "")),
        // R: quotes everywhere, row names with a name for them or without, points in names.
        format!("\"\",{}\n{}", header(",", |name| format!("\"{name}\"")), lines(",", true, "row")),
        format!(
            "{}\n{}",
            header(",", |name| format!("\"{}\"", name.replace('_', "."))),
            lines(",", true, "row")
        ),
        // pandas: an index.
        format!("Unnamed: 0,{}\n{}", header(",", same), lines(",", false, "row")),
        // The Humanitarian Data Exchange: tags for machines below the header.
        plain.replacen('\n', "\n#event+id,#date,,,,#actor,,,,,\n", 1),
        // Empty columns at the end, of all lines or of rows.
        plain.replace('\n', ",\n"),
        format!("{HEADER}\n{}", lines(",", false, "").replace('\n', ",\n")),
        // Older editions.
        plain.replacen("assoc_actor_1", "ALLY_ACTOR_1", 1).replacen("event_id_cnty", "EVENT_ID_CNTY", 1),
        plain
            .replacen("time_precision", "TIME_PRECIS", 1)
            .replace("2024-02-0", "0")
            .replace(",01,", ",1-February-2024,")
            .replace(",02,", ",2-Feb-2024,"),
        // Whole numbers that once stood in a column with gaps.
        plain.replace(",1,B", ",1.0,B").replace(",2,B", ",2.0,B").replace("S,1", "S,1.0"),
    ];
    for table in tables {
        let import = acled(&table);
        assert!(import.faults.is_empty(), "{table}\n{import:?}");
        assert_eq!(import.events, expected.events, "{table}");
    }
}

#[test]
fn older_editions_of_ucdp_are_read() {
    let table = "ID;RELID;YEAR;TYPE_OF_VIOLENCE;SIDE_A;SIDE_B;WHERE_COORDINATES;DATE_PREC;DATE_START;DATE_END;BEST_EST;HIGH_EST;LOW_EST\r\n\
                 101;R-1;1989;1.0;Government;Front;Ford;1;1/31/1989 0:00;1/31/1989 0:00;5;9;4\r\n";
    let import = ucdp(table);
    let [event] = &import.events[..] else { panic!("{import:?}") };
    assert_eq!((event.said, event.until, event.code.as_deref()), (date(1989, 1, 31), None, Some("1")));
    assert!(event.deaths.is_some() && import.remarks[0].contains("month/day/year"));
}

//! ACLED (codebook 2023).
//!
//! `time_precision`: 1 the day is known, 2 the week, 3 the month. `event_date` is then a day inside it that the coders
//! chose, so the event may have happened up to that much earlier or later; the span is kept. `fatalities` is the most
//! conservative count in the reports, one number. `sub_event_type`, or `event_type` where it is absent, is kept as the code.

use jiff::ToSpan;
use jiff::civil::Date;

use detente_model::{DatePrecision, Uncertain};

use super::table::{Format, each_row};
use super::{EventDraft, EventFilter, EventImport};
use crate::Error;

const FORMAT: Format = Format {
    name: "ACLED",
    needed: &[
        "event_id_cnty",
        "event_date",
        "time_precision",
        "event_type",
        "actor1",
        "actor2",
        "fatalities",
    ],
    days: &["event_date"],
    renamed: &[
        ("event_id", "event_id_cnty"),
        ("event_id_c", "event_id_cnty"),
        ("data_id", "event_id_cnty"),
        ("time_precis", "time_precision"),
        ("time_preci", "time_precision"),
        ("timeprecision", "time_precision"),
        ("ally_actor_1", "assoc_actor_1"),
        ("ally_actor_2", "assoc_actor_2"),
        ("actor_1", "actor1"),
        ("actor_2", "actor2"),
    ],
};

/// Reads an ACLED table, of today or of an older edition, separated by commas, semicolons or tabs.
///
/// # Errors
/// When the header lacks a column that the format has. Faults in rows are in the result.
pub fn read_acled(table: &[u8], filter: &EventFilter, retrieved: Date) -> Result<EventImport, Error> {
    let mut events = Vec::new();
    let reading = each_row(table, &FORMAT, |row| {
        let day = row.day("event_date")?;
        let (precision, said, until) = match row.code("time_precision")? {
            "1" => (DatePrecision::Day, day, None),
            "2" => {
                let spread = 6.days();
                let ends = (day.checked_sub(spread), day.checked_add(spread));
                let (Ok(first), Ok(last)) = ends else { return Err(row.fault(format!("{day} has no week"))) };
                (DatePrecision::Week, first, Some(last))
            }
            "3" => (DatePrecision::Month, day.first_of_month(), Some(day.last_of_month())),
            other => return Err(row.fault(format!("`time_precision` is 1 to 3, not `{other}`"))),
        };
        let event = EventDraft {
            dataset: "ACLED",
            row: row.id("event_id_cnty")?,
            said,
            until,
            precision,
            reported: None,
            retrieved,
            code: row.owned("sub_event_type")?.or(row.owned("event_type")?),
            actors: [row.owned("actor1")?, row.owned("actor2")?].into_iter().flatten().collect(),
            location: row.owned("location")?,
            deaths: row.count("fatalities")?.map(Uncertain::Known),
            reported_by: row.owned("source")?.map(|source| format!("{source}, {day}")),
        };
        let (with1, with2) = (row.get("assoc_actor_1")?, row.get("assoc_actor_2")?);
        if filter.takes(&event, &[with1.unwrap_or_default(), with2.unwrap_or_default()]) {
            events.push(event);
        }
        Ok(())
    })?;
    Ok(EventImport::of(events, reading))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const HEADER: &str = "event_id_cnty;event_date;time_precision;event_type;sub_event_type;actor1;assoc_actor_1;actor2;\
        location;source;fatalities";

    #[test]
    fn precision_widens_the_days_and_old_exports_write_the_date_out() {
        let table = format!(
            "{HEADER}\nN1;12 February 2024;2;Battles;Armed clash;Front;Youth Wing;Army;Ford;Wire;7\n\
             N2;2024-02-12;3;Battles;;Front;;Army;Ford;Wire;0\nN3;2024-02-12;1;Battles;;Front;;Army;Ford;Wire;few\n"
        );
        let import = read_acled(table.as_bytes(), &EventFilter::default(), date(2024, 3, 1)).unwrap();
        let [a, b] = &import.events[..] else { panic!("{import:?}") };
        assert_eq!((a.said, a.until), (date(2024, 2, 6), Some(date(2024, 2, 18))));
        assert_eq!((b.said, b.until), (date(2024, 2, 1), Some(date(2024, 2, 29))));
        assert_eq!((a.code.as_deref(), b.code.as_deref()), (Some("Armed clash"), Some("Battles")));
        assert_eq!(import.faults[0].to_string(), "line 4: `fatalities` is not a count: `few`");
        let filter = EventFilter { actors: vec!["youth wing".to_owned()], ..EventFilter::default() };
        assert_eq!(read_acled(table.as_bytes(), &filter, date(2024, 3, 1)).unwrap().events.len(), 1);
    }
}

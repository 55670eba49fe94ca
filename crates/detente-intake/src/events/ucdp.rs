//! UCDP Georeferenced Event Dataset (codebook 23.1).
//!
//! `date_prec`: 1 the day is known, 2 two to six days, 3 a week, 4 eight to thirty days of one month, 5 more than a month, up to a year.
//! `low`, `best`, `high` are the estimates of deaths. `type_of_violence` (1 state-based, 2 non-state, 3 one-sided) is
//! kept as the code.

use jiff::civil::Date;

use detente_model::{DatePrecision, Uncertain};

use super::table::{Format, each_row, whole};
use super::{EventDraft, EventFilter, EventImport};
use crate::Error;

const FORMAT: Format = Format {
    name: "UCDP GED",
    needed: &["id", "side_a", "side_b", "date_prec", "date_start", "date_end", "best", "high", "low"],
    days: &["date_start", "date_end"],
    renamed: &[
        ("event_id", "id"),
        ("ged_id", "id"),
        ("best_est", "best"),
        ("high_est", "high"),
        ("low_est", "low"),
        ("datestart", "date_start"),
        ("dateend", "date_end"),
    ],
};

/// Reads a UCDP GED table, of today or of an older edition, separated by commas, semicolons or tabs.
///
/// # Errors
/// When the header lacks a column that the format has. Faults in rows are in the result.
pub fn read_ucdp_ged(table: &[u8], filter: &EventFilter, retrieved: Date) -> Result<EventImport, Error> {
    let mut events = Vec::new();
    let reading = each_row(table, &FORMAT, |row| {
        let (said, end) = (row.day("date_start")?, row.day("date_end")?);
        if end < said {
            return Err(row.fault(format!("`date_end` {end} lies before `date_start` {said}")));
        }
        let precision = match row.code("date_prec")? {
            "1" => DatePrecision::Day,
            "2" => DatePrecision::Range,
            "3" => DatePrecision::Week,
            "4" => DatePrecision::Month,
            "5" => DatePrecision::Year,
            other => return Err(row.fault(format!("`date_prec` is 1 to 5, not `{other}`"))),
        };
        let deaths = match (row.count("low")?, row.count("best")?, row.count("high")?) {
            (Some(low), Some(best), Some(high)) => {
                let range = Uncertain::triangular(low, best, high);
                Some(range.map_err(|_| row.fault(format!("deaths out of order: {low}, {best}, {high}")))?)
            }
            _ => None,
        };
        let event = EventDraft {
            dataset: "UCDP GED",
            row: row.id("id")?,
            said,
            until: Some(end).filter(|end| *end != said),
            precision,
            reported: None,
            retrieved,
            code: row.owned("type_of_violence")?.map(|code| whole(&code).to_owned()),
            actors: [row.owned("side_a")?, row.owned("side_b")?].into_iter().flatten().collect(),
            location: row.owned("where_description")?.or(row.owned("where_coordinates")?),
            deaths,
            reported_by: row.owned("source_headline")?.or(row.owned("source_article")?),
        };
        if filter.takes(&event, &[]) {
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

    const TABLE: &str = "\u{feff}id,type_of_violence,side_a,side_b,where_coordinates,date_prec,date_start,date_end,\
        best,high,low\n\
        101,1,Government of Northland,\"Southern Front, the\",Old Bridge,1,2024-02-12 00:00:00.000,2024-02-12 00:00:00.000,\
        5,9,4\n\
        102,1,Government of Northland,Southern Front,\"A place\nin two lines\",4,2024-02-01,2024-02-29,2,1,1\n\
        103,2,Clans,Others,Valley,2,2024-02-03,2024-02-05,0,0,0\n\
        104,1,Government of Northland,Southern Front,Ford,9,2024-02-03,2024-02-05,0,0,0\n\
        105,1,too,short\n\
        106,3,Southern Front,Civilians,Ford,1,2024-02-30,2024-02-05,0,0,0\n";

    #[test]
    fn rows_are_read_and_faulty_ones_named_with_their_line() {
        let import = read_ucdp_ged(TABLE.as_bytes(), &EventFilter::default(), date(2024, 3, 1)).unwrap();
        assert_eq!((import.rows, import.events.len()), (2, 2));
        let event = &import.events[0];
        assert_eq!(event.actors, ["Government of Northland", "Southern Front, the"]);
        assert_eq!(event.deaths, Some(Uncertain::triangular(4.0, 5.0, 9.0).unwrap()));
        assert_eq!((event.said, event.until, event.precision), (date(2024, 2, 12), None, DatePrecision::Day));
        assert_eq!(import.events[1].until, Some(date(2024, 2, 5)));
        assert_eq!(import.events[1].deaths, Some(Uncertain::Known(0.0)));
        let faults: Vec<String> = import.faults.iter().map(ToString::to_string).collect();
        assert_eq!(
            faults,
            [
                "line 3: deaths out of order: 1, 2, 1",
                "line 6: `date_prec` is 1 to 5, not `9`",
                "line 7: 4 columns where the header has 11",
                "line 8: `date_start` is not a date: `2024-02-30`",
            ]
        );
    }

    #[test]
    fn a_table_of_another_kind_is_refused() {
        let fault = read_ucdp_ged(b"a,b\n1,2\n", &EventFilter::default(), date(2024, 3, 1));
        assert_eq!(fault, Err(Error::MissingColumn { format: "UCDP GED", column: "id" }));
    }
}

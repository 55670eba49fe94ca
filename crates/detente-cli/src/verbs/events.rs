//! `detente events`: rows of a data set of events as drafts of claims.

use detente_intake::addition::DraftSource;
use detente_intake::events::{EventFilter, EventImport, read_acled, read_gdelt, read_ucdp_ged};

use crate::addition::{CaseToExtend, Drafted, load, source_id};
use crate::arguments::{DataSet, EventsArguments};
use crate::output::{Failure, say};

/// The largest table that is read: 512 MB.
const LARGEST_TABLE: u64 = 512_000_000;
/// How many faulty rows are named one by one.
const NAMED: usize = 20;

pub fn run(arguments: &EventsArguments) -> Result<(), Failure> {
    let EventsArguments { table: path, into, format, actors, from, to, retrieved } = arguments;
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        return Err(Failure::said(format!(
            "no day lies between {from} and {to}: exchange `--from` and `--to`"
        )));
    }
    let target = CaseToExtend::read(&into.case)?;
    target.must_know(*retrieved, "the table was retrieved")?;
    let table = load(path, LARGEST_TABLE)?;
    let filter = EventFilter { actors: actors.clone(), from: *from, to: *to };
    let (import, id, title) = match format {
        DataSet::Ucdp => (
            read_ucdp_ged(&table, &filter, *retrieved),
            "ucdp_ged",
            "UCDP Georeferenced Event Dataset (Sundberg & Melander 2013)",
        ),
        DataSet::Acled => (
            read_acled(&table, &filter, *retrieved),
            "acled",
            "Armed Conflict Location & Event Data (Raleigh et al. 2010)",
        ),
        DataSet::Gdelt => {
            (read_gdelt(&table, &filter, *retrieved), "gdelt", "GDELT events (Leetaru & Schrodt 2013)")
        }
    };
    let import = import.map_err(|error| Failure::said(format!("`{}`: {error}", path.display())))?;
    tell(&import);
    if import.events.is_empty() && import.total() > 0 {
        return Err(Failure::said(format!("no row of `{}` was taken", path.display())));
    }
    let id = source_id(into.source.as_deref().or(Some(id)), path, id)?;
    let as_of = target.case.as_of;
    let drafts: Vec<Drafted> = import
        .events
        .iter()
        // What the case cannot know yet, and what was reported before it happened, would be a fault of the case.
        .filter(|event| event.fits(as_of))
        .map(|event| Drafted { id: event.id(&id), toml: event.to_toml(&id) })
        .collect();
    let left = import.events.len() - drafts.len();
    if left > 0 {
        say(&format!(
            "note: {left} of the rows taken are later than {as_of}, the day of the case, or were reported before they \
             happened; they are left out\n"
        ));
    }
    if drafts.is_empty() && left > 0 {
        return Err(Failure::said(format!("no row of `{}` can be drafted as of {as_of}", path.display())));
    }
    target.take(into, &DraftSource { id: &id, title, published: None, reliability: None }, &drafts)
}

/// Says what was read and what could not be, so that every row of the table is accounted for.
fn tell(import: &EventImport) {
    for remark in &import.remarks {
        say(&format!("note: {remark}\n"));
    }
    for fault in import.faults.iter().take(NAMED) {
        say(&format!("warning: {fault}; the row is left out\n"));
    }
    if import.faults.len() > NAMED {
        say(&format!("warning: {} more rows could not be read\n", import.faults.len() - NAMED));
    }
    let mut told = format!("{} of {} rows taken", import.events.len(), import.total());
    let unread = import.faults.len();
    if unread > 0 {
        told.push_str(&format!(", {unread} left out because they could not be read"));
    }
    let unasked = import.rows - import.events.len();
    if unasked > 0 {
        told.push_str(&format!(", {unasked} that `--actor`, `--from` and `--to` do not ask for"));
    }
    if import.total() == 0 {
        told.push_str(": the table has none");
    }
    say(&format!("{told}\n"));
}

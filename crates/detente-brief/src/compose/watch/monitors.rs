//! The fewest words for a report of monitors: counts, by whom, what is contested, what is due next. Both parties are told of alike, in the order of the
//! case; what nobody has told of is said to be that.

use detente_watch::{Delivery, Entry, Status};

use super::WatchDay;
use super::told::what;
use crate::words;

/// One paragraph.
pub(super) fn report(day: &WatchDay) -> String {
    let mut sentences = vec![format!("By {}:", words::date(day.found.ledger.day))];
    let handed: Vec<String> = day
        .found
        .deliveries
        .iter()
        .filter(|it| it.due > 0 || it.most > 0)
        .map(|it| handed_over(day, it))
        .collect();
    sentences.push(if handed.is_empty() {
        "nothing is due yet.".to_owned()
    } else {
        format!("{}.", handed.join("; "))
    });
    for (status, heading) in [
        (Status::Partly, "Missing"),
        (Status::Late, "Held back"),
        (Status::Denied, "Not done, and not coming"),
        (Status::Disputed, "Contested"),
        (Status::NotReported, "Nobody has told of"),
    ] {
        let of_it: Vec<String> =
            day.found.ledger.with(status).map(|entry| told(day, entry, status)).collect();
        if !of_it.is_empty() {
            sentences.push(format!("{heading}: {}.", of_it.join("; ")));
        }
    }
    sentences.extend(due_next(day));
    sentences.join(" ")
}

/// `Hamas has handed over 24 of 26 of “women and children” to Israel`.
fn handed_over(day: &WatchDay, delivery: &Delivery) -> String {
    let case = &day.case;
    let by = &case.party(delivery.by).name;
    let to = delivery.to.map(|to| format!(" to {}", case.party(to).name)).unwrap_or_default();
    let name = words::named(&delivery.what);
    let counted = delivery.commitments.iter().any(|id| case.commitment(*id).count.is_some());
    let unit = delivery.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
    if !counted {
        let kept = delivery.least;
        let due = delivery.due.max(delivery.least);
        return match (kept, due) {
            (1, 1) => format!("{by}: {name}{to} was done"),
            (0, 1) => format!("{by}: {name}{to} is due"),
            _ => format!("{by}: {name}{to} was done {kept} times of {due}"),
        };
    }
    let range = if delivery.least == delivery.most {
        words::count(delivery.least)
    } else {
        format!("{} to {}", words::count(delivery.least), words::count(delivery.most))
    };
    format!("{by} has handed over {range}{unit} of {name}{to}, of {} due", words::count(delivery.due))
}

fn told(day: &WatchDay, entry: &Entry, status: Status) -> String {
    let name = day.commitment(entry.commitment);
    let commitment = day.case.commitment(entry.commitment);
    let missing = match commitment.count {
        Some(promised) if entry.least > 0 => {
            format!(", {} of {} missing", words::count(entry.missing()), words::count(promised))
        }
        _ => String::new(),
    };
    let late = match entry.days_late {
        0 => String::new(),
        days => format!(", {} late", words::plural(days, "day", "days")),
    };
    match status {
        Status::Disputed => format!("{name} ({})", day.accounts(entry)),
        Status::NotReported => format!("{name}, due on {}", words::date(commitment.due)),
        _ => format!("{name}{missing}{late}"),
    }
}

/// What is due on the next day on which anything is.
fn due_next(day: &WatchDay) -> Option<String> {
    let not_due = || day.found.ledger.with(Status::NotDue).map(|entry| day.case.commitment(entry.commitment));
    let next = not_due().map(|commitment| commitment.due).min()?;
    let due: Vec<String> = not_due()
        .filter(|commitment| commitment.due == next)
        .map(|commitment| format!("{} from {}", what(commitment), day.case.party(commitment.by).name))
        .collect();
    Some(format!("Due next, on {}: {}.", words::date(next), due.join("; ")))
}

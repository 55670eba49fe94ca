//! The fewest words for a report of monitors: counts, by whom, what is contested, what is due next. Both parties are told of alike, in the order of the
//! case; what nobody has told of is said to be that.

use detente_model::{Commitment, PartyId};
use detente_watch::{Delivery, Entry, Status};

use super::WatchDay;
use super::told::what;
use crate::words;

/// One paragraph.
pub(super) fn report(day: &WatchDay) -> String {
    let mut sentences = vec![format!("By {}:", words::date(day.found.ledger.day))];
    let handed = handed_over(day);
    sentences.push(if handed.is_empty() {
        "nothing is due yet.".to_owned()
    } else {
        format!("{}.", handed.join("; "))
    });
    // What is one thing is named where it was kept.
    let kept = day.found.ledger.with(Status::Done);
    let kept: Vec<String> = kept
        .filter(|entry| day.case.commitment(entry.commitment).count.is_none())
        .map(|entry| told(day, entry, Status::Done))
        .collect();
    if !kept.is_empty() {
        sentences.push(format!("Kept: {}.", kept.join("; ")));
    }
    for (status, heading) in [
        (Status::Partly, "Missing"),
        (Status::Late, "Held back"),
        (Status::Denied, "Told not to be kept"),
        (Status::Disputed, "Contested"),
        (Status::NotReported, "Nobody has told of"),
    ] {
        let of_it: Vec<String> =
            day.found.ledger.with(status).map(|entry| told(day, entry, status)).collect();
        if !of_it.is_empty() {
            sentences.push(format!("{heading}: {}.", of_it.join("; ")));
        }
    }
    match day.ended() {
        // What was promised for later days is not due any more.
        Some(ended) => sentences.push(format!("It ended on {}.", words::date(ended))),
        None => sentences.extend(due_next(day)),
    }
    sentences.join(" ")
}

/// `from Hamas to Israel 24 of 26 “women and children” and 2 of 2 “trucks”`: all that went the same way together.
fn handed_over(day: &WatchDay) -> Vec<String> {
    let case = &day.case;
    let told = || {
        let begun = day.found.deliveries.iter().filter(|it| it.due > 0 || it.most > 0);
        begun.filter(|it| it.commitments.iter().any(|id| case.commitment(*id).count.is_some()))
    };
    let mut ways: Vec<(PartyId, Option<PartyId>)> = Vec::new();
    for delivery in told() {
        if !ways.contains(&(delivery.by, delivery.to)) {
            ways.push((delivery.by, delivery.to));
        }
    }
    let of_way = |(by, to): (PartyId, Option<PartyId>)| {
        let parts: Vec<String> = told().filter(|it| (it.by, it.to) == (by, to)).map(so_many).collect();
        let to = to.map(|to| format!(" to {}", case.party(to).name)).unwrap_or_default();
        format!("from {}{to} {}", case.party(by).name, words::list(&parts))
    };
    ways.into_iter().map(of_way).collect()
}

/// `24 of 26 “women and children”`.
fn so_many(delivery: &Delivery) -> String {
    let name = words::named(&delivery.what);
    let unit = delivery.unit.as_ref().map(|unit| format!("{unit} of ")).unwrap_or_default();
    let range = if delivery.least == delivery.most {
        words::count(delivery.least)
    } else {
        format!("{} to {}", words::count(delivery.least), words::count(delivery.most))
    };
    format!("{range} of {} {unit}{name}", words::count(delivery.due.max(delivery.least)))
}

fn told(day: &WatchDay, entry: &Entry, status: Status) -> String {
    let name = day.commitment(entry.commitment);
    let commitment = day.case.commitment(entry.commitment);
    // Of what went in part: how many of how many are missing.
    let name = match commitment.count {
        Some(_) if entry.least > 0 && entry.missing() > 0 && status != Status::Disputed => {
            format!("{} of {name}", words::count(entry.missing()))
        }
        _ => name,
    };
    let late = match entry.days_late {
        0 => String::new(),
        days => format!(", {} late", words::plural(days, "day", "days")),
    };
    match status {
        Status::Disputed => format!("{name} ({})", day.accounts(entry)),
        Status::Denied => format!("{name} ({})", day.who_denies(entry)),
        Status::NotReported => format!("{name}, due on {}", words::date(commitment.due)),
        _ => format!("{name}{late}"),
    }
}

/// What is due on the next day on which anything is.
fn due_next(day: &WatchDay) -> Option<String> {
    let not_due = || {
        let entries = day.found.ledger.with(Status::NotDue);
        entries.map(|entry| (entry, day.case.commitment(entry.commitment)))
    };
    let next = not_due().map(|(_, commitment)| commitment.due).min()?;
    let told = |(entry, commitment): (&Entry, &Commitment)| {
        let ahead = match entry.least {
            0 => String::new(),
            gone => format!(", {} of which went ahead", words::count(gone)),
        };
        format!("{} from {}{ahead}", what(commitment), day.case.party(commitment.by).name)
    };
    let due: Vec<String> = not_due().filter(|(_, commitment)| commitment.due == next).map(told).collect();
    Some(format!("Due next, on {}: {}.", words::date(next), due.join("; ")))
}

//! The case from which an extract is composed: the same figures, with marks on whatever tells of somebody who is left out.
//!
//! Names, claims, lots and moves of those left out carry the [mark](super::marks). Words that the analyst wrote about everybody, such as the
//! name of an issue, cannot be left out where they name somebody who is: they give way to a plain count (`issue 3`, `option 2`). Nothing
//! that is computed depends on either: paths, ids of parties and every figure stay as they are.

use detente_model::{Bearing, Case, Choice};

use super::left_out::LeftOut;
use super::marks::marked;

/// The case with marks.
pub(crate) fn marked_case(case: &Case, left: &LeftOut) -> Case {
    let mut case = case.clone();
    head(&mut case, left);
    table(&mut case, left);
    evidence(&mut case, left);
    commitments(&mut case, left);
    exchange(&mut case, left);
    sources(&mut case, left);
    case
}

/// Marks a text.
fn mark(text: &mut String) {
    *text = marked(text);
}

/// Puts other words where a text names somebody who is left out.
fn neutral(text: &mut String, left: &LeftOut, instead: impl FnOnce() -> String) {
    if left.names_one(text) {
        *text = instead();
    }
}

/// Drops a text that names somebody who is left out.
fn dropped(text: &mut Option<String>, left: &LeftOut) {
    if text.as_deref().is_some_and(|text| left.names_one(text)) {
        *text = None;
    }
}

fn head(case: &mut Case, left: &LeftOut) {
    neutral(&mut case.title, left, || "A case whose title is left out".to_owned());
    dropped(&mut case.summary, left);
    for (place, party) in case.parties.iter_mut().enumerate() {
        if left.party(detente_model::PartyId(place)) {
            mark(&mut party.name);
        } else {
            neutral(&mut party.name, left, || format!("party {}", place + 1));
        }
    }
    for (place, audience) in case.audiences.iter_mut().enumerate() {
        if left.audience(detente_model::AudienceId(place)) {
            mark(&mut audience.name);
        } else {
            neutral(&mut audience.name, left, || format!("audience {}", place + 1));
        }
    }
}

/// What is on the table, and what each wants of it.
fn table(case: &mut Case, left: &LeftOut) {
    for (place, issue) in case.issues.iter_mut().enumerate() {
        neutral(&mut issue.name, left, || format!("issue {}", place + 1));
        if let Some(unit) = &mut issue.unit {
            neutral(unit, left, || "units".to_owned());
        }
        for (option, choice) in issue.options.iter_mut().enumerate() {
            if let Choice::Text(text) = choice {
                neutral(text, left, || format!("option {} of issue {}", option + 1, place + 1));
            }
        }
    }
    for rule in &mut case.infeasible {
        dropped(&mut rule.because, left);
    }
    for position in &mut case.positions {
        let silent = left.notes || left.actor(position.of);
        let remarks = std::iter::once(&mut position.note);
        for note in remarks.chain(position.issues.iter_mut().map(|on| &mut on.note)) {
            if silent {
                *note = None;
            }
            dropped(note, left);
        }
    }
}

fn evidence(case: &mut Case, left: &LeftOut) {
    for (place, proposition) in case.propositions.iter_mut().enumerate() {
        neutral(&mut proposition.text, left, || format!("open question {}", place + 1));
    }
    let origins: Vec<Option<String>> = case.claims.iter().map(|claim| claim.origin.clone()).collect();
    for (place, claim) in case.claims.iter_mut().enumerate() {
        let event = match &claim.bearing {
            Some(Bearing::Event(event)) => {
                let words = [Some(event.dataset.as_str()), event.location.as_deref()].into_iter().flatten();
                words.chain(event.actors.iter().map(String::as_str)).any(|text| left.names_one(text))
            }
            _ => false,
        };
        if left.claims(claim) || event {
            // Who said it is told by name, or by the source, or by the id: each carries the mark.
            mark(&mut claim.id);
            claim.by.as_mut().into_iter().chain(&mut claim.text).for_each(mark);
        } else if left.names_one(&claim.id) {
            mark(&mut claim.id);
        }
        if let Some(text) = &mut claim.text {
            neutral(text, left, || "a claim whose words are left out".to_owned());
        }
        if let Some(origin) = &mut claim.origin {
            // Claims of one origin stay claims of one origin.
            let first = origins.iter().position(|other| other.as_ref() == Some(&*origin)).unwrap_or(place);
            neutral(origin, left, || format!("origin {}", first + 1));
        }
        dropped(&mut claim.locator, left);
        if let Some(Bearing::Quantity { quantity, counting, .. }) = &mut claim.bearing {
            // What is counted alike stays alike, so that what contradicts what does not change.
            for words in std::iter::once(quantity).chain(counting) {
                if left.names_one(words) {
                    mark(words);
                }
            }
        }
    }
    for (place, forecast) in case.forecasts.iter_mut().enumerate() {
        let by = forecast.by.as_deref().is_some_and(|by| left.names_one(by));
        neutral(&mut forecast.text, left, || format!("forecast {}", place + 1));
        if by {
            mark(&mut forecast.text);
        }
    }
}

/// What was promised for the time after the signing.
fn commitments(case: &mut Case, left: &LeftOut) {
    for (place, commitment) in case.commitments.iter_mut().enumerate() {
        if left.party(commitment.by) || commitment.to.is_some_and(|to| left.party(to)) {
            mark(&mut commitment.what);
            mark(&mut commitment.id);
        } else {
            neutral(&mut commitment.what, left, || format!("commitment {}", place + 1));
            neutral(&mut commitment.id, left, || format!("commitment-{}", place + 1));
        }
        dropped(&mut commitment.unit, left);
        dropped(&mut commitment.clause, left);
    }
}

/// What would change hands, how long it lasts, and what each could do instead.
fn exchange(case: &mut Case, left: &LeftOut) {
    if let Some(exchange) = &mut case.exchange {
        for (place, lot) in exchange.lots.iter_mut().enumerate() {
            if left.party(lot.from) {
                mark(&mut lot.name);
            } else {
                neutral(&mut lot.name, left, || format!("lot {}", place + 1));
            }
        }
        for (place, schedule) in exchange.rules.schedules.iter_mut().enumerate() {
            neutral(&mut schedule.name, left, || format!("schedule {}", place + 1));
        }
    }
    if let Some(durability) = &mut case.durability {
        for (place, factor) in durability.factors.iter_mut().enumerate() {
            neutral(&mut factor.name, left, || format!("factor {}", place + 1));
        }
        for (place, past) in durability.record.iter_mut().enumerate() {
            neutral(&mut past.name, left, || format!("earlier agreement {}", place + 1));
        }
    }
    for (place, made) in case.moves.iter_mut().enumerate() {
        if left.party(made.by) {
            mark(&mut made.text);
            mark(&mut made.id);
        } else {
            neutral(&mut made.text, left, || format!("move {}", place + 1));
            neutral(&mut made.id, left, || format!("move-{}", place + 1));
        }
    }
    if let Some(matrix) = case.conflict.as_mut().and_then(|conflict| conflict.matrix.as_mut()) {
        for (place, state) in matrix.states.iter_mut().enumerate() {
            neutral(state, left, || format!("state {}", place + 1));
        }
    }
}

fn sources(case: &mut Case, left: &LeftOut) {
    for (place, source) in case.sources.iter_mut().enumerate() {
        if left.source(place) {
            mark(&mut source.title);
            source.locator = None;
        } else {
            neutral(&mut source.title, left, || "a source whose title is left out".to_owned());
            dropped(&mut source.locator, left);
        }
    }
    // A file may be called after the party whose sheet it is.
    for file in case.absent.iter_mut().flat_map(|absence| &mut absence.files) {
        neutral(file, left, || "a file of the case".to_owned());
    }
    for set in &mut case.set {
        let before = set.before.as_deref().into_iter().chain(set.after.as_deref());
        if before.chain([set.path.as_str()]).any(|text| left.names_one(text)) {
            mark(&mut set.path);
        }
    }
}

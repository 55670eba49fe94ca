//! What to look at next: the observation that would move the outlook most.
//!
//! The outlook is the chance that the agreement lasts so many days more. In one world that is the chance that it outlasts them given that it has
//! held until now and given open breaches (0 where a side would gain by stopping within those days); over the worlds it is the mean. An
//! observation has two ends, and the outlook is worked out as if each had been seen. With p the chance of the first and O the outlook that is told before it is
//! seen, it moves on average by
//!
//! ```text
//! p·|O₁ − O| + (1 − p)·|O₂ − O|
//! ```
//!
//! O is not p·O₁ + (1 − p)·O₂: it takes what was promised to come, as long as nobody says otherwise, so that both ends may lie on one side of it.
//!
//! p is the rule of succession (Laplace 1774): of n commitments of a party that were told of, k were kept, so that the next is kept with the chance (k + 1) / (n + 2). A
//! dispute is settled either way with the same chance, because nothing here says which of the accounts is right.

use detente_model::{Case, Commitment, CommitmentId};

use crate::ledger::{Ledger, Status};

/// Something that could be seen next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Whether what is due next will be done.
    DueNext,
    /// Whether what is late will still come.
    StillMissing,
    /// Whether what nobody has told of was done.
    NotReported,
    /// Which account of what is contested is right.
    Disputed,
}

/// An observation that could be made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observation {
    /// Of which commitment.
    pub commitment: CommitmentId,
    /// What would be seen of it.
    pub question: Question,
    /// The chance that it is kept, or was.
    pub chance_kept: f64,
}

/// So many observations are weighed against each other; of more, those whose day is the earliest.
pub const MOST_OBSERVATIONS: usize = 24;

/// What could be seen next, by day, and how many more there would be than are weighed: what is contested, what nobody has told of, what is missing, and
/// what is due next (all of the earliest day that is still to come).
pub fn observations(
    case: &Case,
    ledger: &Ledger,
    grace: impl Fn(&Commitment) -> f64,
) -> (Vec<Observation>, usize) {
    let due = |id: CommitmentId| case.commitment(id).due;
    let next = ledger.with(Status::NotDue).map(|entry| due(entry.commitment)).min();
    let mut found: Vec<Observation> = Vec::new();
    for entry in &ledger.entries {
        let commitment = case.commitment(entry.commitment);
        let question = match entry.status {
            Status::Disputed => Question::Disputed,
            Status::NotReported => Question::NotReported,
            Status::Late | Status::Partly => Question::StillMissing,
            Status::NotDue if Some(commitment.due) == next => Question::DueNext,
            Status::NotDue | Status::Done | Status::Denied => continue,
        };
        let chance_kept = if question == Question::Disputed {
            0.5
        } else {
            let (told, kept) = ledger.kept_of(case, commitment.by, &grace);
            (kept + 1) as f64 / (told + 2) as f64
        };
        found.push(Observation { commitment: entry.commitment, question, chance_kept });
    }
    found.sort_by_key(|seen| (due(seen.commitment), seen.commitment));
    let more = found.len().saturating_sub(MOST_OBSERVATIONS);
    found.truncate(MOST_OBSERVATIONS);
    (found, more)
}

/// The ledger as if an observation had one of its ends: kept, or not. What nobody has told of either, and was to be handed over on the same day, is taken to
/// have gone with what turns out to have been done: the two hands of one round.
pub fn as_if(case: &Case, ledger: &Ledger, seen: &Observation, kept: bool) -> Ledger {
    let mut ledger = ledger.clone();
    let day = ledger.day;
    if kept && seen.question == Question::NotReported {
        let of = case.commitment(seen.commitment);
        for entry in &mut ledger.entries {
            let other = case.commitment(entry.commitment);
            let same_round = of.hands_over.is_some() && other.hands_over.is_some() && other.due == of.due;
            if entry.status == Status::NotReported && same_round {
                (entry.least, entry.most) = (entry.promised, entry.promised);
                (entry.status, entry.done_on) = (Status::Done, Some(day));
            }
        }
    }
    let entry = &mut ledger.entries[seen.commitment.0];
    if !kept {
        entry.status = Status::Denied;
        entry.most = entry.least;
        return ledger;
    }
    match seen.question {
        // What comes on its day, or comes after all, is still to come today; it is no breach then.
        Question::DueNext => {}
        Question::StillMissing => entry.days_late = 0,
        Question::NotReported | Question::Disputed => {
            entry.least = if seen.question == Question::Disputed { entry.most } else { entry.promised };
            entry.most = entry.least;
            let all = entry.least == entry.promised;
            entry.status = if all { Status::Done } else { Status::Partly };
            if all {
                (entry.done_on, entry.days_late) = (Some(day), 0);
            }
        }
    }
    ledger
}

/// By how much an observation moves the outlook on average: from what is told now to what it would be after each end.
///
/// ```
/// use detente_watch::expected_move;
///
/// // Told now is 0.6. Nine in ten: it stays there if it is kept, and falls to 0.2 if not: once in ten by 0.4.
/// assert!((expected_move(0.9, 0.6, [0.6, 0.2]) - 0.1 * 0.4).abs() < 1e-12);
/// ```
pub fn expected_move(chance_kept: f64, now: f64, [kept, not]: [f64; 2]) -> f64 {
    chance_kept * (kept - now).abs() + (1.0 - chance_kept) * (not - now).abs()
}

//! What was recorded and what was said now, side by side.

use serde_json::Value;

use super::format::{ProtocolName, Run};
use super::{Difference, Verdict};
use crate::protocols::tau::Heard;
use crate::sha256::sha256;
use crate::{Act, End, Ended, Layout, Offer, Said, Scenario};

/// A run as it was held now.
pub(super) struct Played {
    pub rows: Vec<Row>,
    pub ended: Ended,
    pub worth: Vec<f64>,
}

/// One thing said, as records hold it.
#[derive(Debug, PartialEq)]
pub(super) struct Row {
    step: u32,
    /// The time that the one who spoke saw; TAU records none.
    t: Option<f64>,
    agent: usize,
    said: Words,
}

#[derive(Debug, PartialEq)]
enum Words {
    Offer(Vec<usize>),
    Accept,
    End,
    /// An offer of TAU, or none, and who accepted it.
    Heard(Option<Vec<usize>>, Vec<usize>),
}

pub(super) fn row_of_act(layout: &Layout, act: &Act) -> Row {
    let said = match act.said {
        Said::Offer(offer) => Words::Offer(options(layout, &offer)),
        Said::Accept => Words::Accept,
        Said::Reject | Said::Leave => Words::End,
    };
    Row { step: act.round, t: Some(act.t), agent: act.seat, said }
}

pub(super) fn row_of_heard(layout: &Layout, heard: &Heard) -> Row {
    let offer = heard.offer.map(|offer| options(layout, &offer));
    Row { step: heard.round, t: None, agent: heard.seat, said: Words::Heard(offer, heard.accepted.clone()) }
}

fn options(layout: &Layout, offer: &Offer) -> Vec<usize> {
    layout.options(offer).collect()
}

impl Row {
    /// A row of a record; `None` if it has not the form of one.
    fn read(protocol: ProtocolName, row: &Value) -> Option<Self> {
        let outcome =
            |value: &Value| -> Option<Option<Vec<usize>>> { serde_json::from_value(value.clone()).ok() };
        let cells = row.as_array()?;
        let step = u32::try_from(cells.first()?.as_u64()?).ok()?;
        let agent = |at: usize| usize::try_from(cells.get(at)?.as_u64()?).ok();
        match protocol {
            ProtocolName::Sao => {
                let said = match (cells.get(3)?.as_str()?, outcome(cells.get(4)?)?) {
                    ("offer", Some(offer)) => Words::Offer(offer),
                    ("accept", _) => Words::Accept,
                    ("end", _) => Words::End,
                    _ => return None,
                };
                Some(Self { step, t: Some(cells.get(1)?.as_f64()?), agent: agent(2)?, said })
            }
            ProtocolName::Tau => {
                let accepted = serde_json::from_value(cells.get(3)?.clone()).ok()?;
                Some(Self {
                    step,
                    t: None,
                    agent: agent(1)?,
                    said: Words::Heard(outcome(cells.get(2)?)?, accepted),
                })
            }
        }
    }

    /// The line of which the digest of a run is made.
    fn line(&self) -> String {
        let (step, agent) = (self.step, self.agent);
        match &self.said {
            Words::Offer(offer) => format!("{step}|{agent}|{}", joined(offer)),
            Words::Accept => format!("{step}|{agent}|accept"),
            Words::End => format!("{step}|{agent}|end"),
            Words::Heard(offer, accepted) => {
                let offer = offer.as_ref().map_or_else(|| "none".to_owned(), |offer| joined(offer));
                format!("{step}|{agent}|{offer}|{}", joined(accepted))
            }
        }
    }

    fn place(&self) -> String {
        format!("step {}, agent {}", self.step, self.agent)
    }

    /// What was said, with the time where it is that which differs.
    fn words(&self, with_time: bool) -> String {
        let said = match &self.said {
            Words::Offer(offer) => format!("offers {offer:?}"),
            Words::Accept => "accepts".to_owned(),
            Words::End => "leaves".to_owned(),
            Words::Heard(offer, accepted) => {
                let offer = offer.as_ref().map_or_else(|| "nothing".to_owned(), |offer| format!("{offer:?}"));
                match accepted.as_slice() {
                    [] => format!("offers {offer}, accepted by none"),
                    _ => format!("offers {offer}, accepted by {accepted:?}"),
                }
            }
        };
        match self.t {
            Some(t) if with_time => format!("agent {} {said} at t = {t}", self.agent),
            _ => format!("agent {} {said}", self.agent),
        }
    }
}

fn joined(numbers: &[usize]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

/// How a run held now compares with its record.
pub(super) fn compared(scenario: &Scenario, run: &Run, played: &Played) -> Verdict {
    let mut recorded = Vec::with_capacity(run.rows.len());
    for (i, row) in run.rows.iter().enumerate() {
        let Some(row) = Row::read(run.protocol, row) else {
            return Verdict::NotHeld(format!("row {i} of the record has not the form of one"));
        };
        recorded.push(row);
    }
    let count = run.n_rows.unwrap_or(recorded.len());
    // Of a long run the first and the last rows are kept, as many of each.
    let kept_first = if count > recorded.len() { recorded.len() / 2 } else { recorded.len() };
    let left_out = count.saturating_sub(recorded.len());
    for (i, row) in recorded.iter().enumerate() {
        let at = if i < kept_first { i } else { i + left_out };
        if i == kept_first
            && let Some(difference) = in_between(run, played, &recorded, count)
        {
            return Verdict::Differs(difference);
        }
        match played.rows.get(at) {
            Some(now) if now == row => {}
            now => return Verdict::Differs(difference(row, now)),
        }
    }
    if let Some(more) = played.rows.get(count) {
        let (place, recorded) = (more.place(), "nothing more".to_owned());
        return Verdict::Differs(Difference { place, recorded, played: more.words(false) });
    }
    match end_differs(scenario, run, played).or_else(|| digest_differs(run, played, &recorded, kept_first)) {
        Some(difference) => Verdict::Differs(difference),
        None => Verdict::Same { rows: count },
    }
}

fn difference(recorded: &Row, now: Option<&Row>) -> Difference {
    let with_time = now.is_some_and(|now| now.said == recorded.said && now.agent == recorded.agent);
    Difference {
        place: recorded.place(),
        recorded: recorded.words(with_time),
        played: now.map_or_else(|| "the talks were over".to_owned(), |now| now.words(with_time)),
    }
}

/// Whether the rows that the record leaves out cannot all be the same, because there is another number of them.
fn in_between(run: &Run, played: &Played, recorded: &[Row], count: usize) -> Option<Difference> {
    let found = played.rows.len();
    (found != count && digest(played) != run.sha256.clone().unwrap_or_default()).then(|| Difference {
        place: between(recorded, recorded.len() / 2),
        recorded: format!("{count} rows in all"),
        played: format!("{found} rows in all"),
    })
}

fn between(recorded: &[Row], kept_first: usize) -> String {
    let step = |at: Option<usize>| at.and_then(|at| recorded.get(at)).map_or(0, |row| row.step);
    format!("between step {} and step {}", step(kept_first.checked_sub(1)), step(Some(kept_first)))
}

fn digest(played: &Played) -> String {
    let lines: Vec<String> = played.rows.iter().map(Row::line).collect();
    sha256(lines.join("\n").as_bytes())
}

/// Whether anything differs in what the record leaves out.
fn digest_differs(run: &Run, played: &Played, recorded: &[Row], kept_first: usize) -> Option<Difference> {
    let wanted = run.sha256.as_ref()?;
    let found = digest(played);
    (*wanted != found).then(|| Difference {
        place: between(recorded, kept_first),
        recorded: format!("digest {wanted}"),
        played: format!("digest {found}"),
    })
}

fn end_differs(scenario: &Scenario, run: &Run, played: &Played) -> Option<Difference> {
    let end = match played.ended.end {
        End::Agreement(_) => "agreement",
        End::Timeout => "timeout",
        End::Broken => "broken",
    };
    let agreed = played.ended.agreement().map(|offer| options(scenario.layout(), &offer));
    let result = &run.result;
    let same = result.end == end
        && result.steps == played.ended.rounds
        && result.agreement == agreed
        && result.utilities.as_ref().is_none_or(|worth| *worth == played.worth);
    let told = |end: &str, steps: u32, agreed: &Option<Vec<usize>>, worth: &[f64]| {
        let on = agreed.as_ref().map_or_else(String::new, |agreed| format!(" on {agreed:?}"));
        format!("{end}{on} after {steps} steps, worth {worth:?}")
    };
    (!same).then(|| Difference {
        place: "the end".to_owned(),
        recorded: told(
            &result.end,
            result.steps,
            &result.agreement,
            result.utilities.as_deref().unwrap_or_default(),
        ),
        played: told(end, played.ended.rounds, &agreed, &played.worth),
    })
}

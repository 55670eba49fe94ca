//! Verdicts in plain English.
//!
//! Parties are spoken of alike. A move is given in the words of the case, and every state by its number.

use crate::explain::{Answer, Departure, Explanation};
use crate::graph::Form;
use crate::reach::Step;
use crate::state::State;
use crate::{Concept, ConflictGraph};

impl ConflictGraph {
    /// A state in words: the moves made, or its label.
    pub fn describe(&self, state: State) -> String {
        match &*self.form {
            Form::Explicit(explicit) => explicit.labels.get(state.at()).cloned().unwrap_or_default(),
            Form::Options(options) => {
                let made = options.choices.iter().enumerate().filter(|(bit, _)| state.0 >> bit & 1 == 1);
                let made: Vec<&str> = made.map(|(_, choice)| choice.name.as_str()).collect();
                if made.is_empty() { "none of the moves is made".to_owned() } else { made.join("; ") }
            }
        }
    }

    /// What someone does who takes the conflict from one state to another, as a deed: "launch the offensive".
    pub fn deed(&self, from: State, to: State) -> String {
        let Form::Options(options) = &*self.form else {
            let label = self.describe(to);
            return if label.is_empty() { "move".to_owned() } else { format!("move to “{label}”") };
        };
        let changed = options.choices.iter().enumerate().filter(|(bit, _)| (from.0 ^ to.0) >> bit & 1 == 1);
        let deeds: Vec<String> = changed
            .map(|(bit, choice)| {
                let deed = in_sentence(&choice.name);
                if to.0 >> bit & 1 == 1 { deed } else { format!("go back on its move to {deed}") }
            })
            .collect();
        listed(&deeds)
    }

    fn shown(&self, state: State) -> String {
        self.number(state).map_or_else(String::new, |number| format!("state {number}"))
    }

    /// "Hamas could …, then Israel could …".
    fn told(&self, from: State, steps: &[Step]) -> String {
        let mut at = from;
        let mut told = Vec::new();
        for step in steps {
            told.push(format!("{} could {}", self.name(step.party), self.deed(at, step.to)));
            at = step.to;
        }
        told.join(", then ")
    }
}

impl Explanation {
    /// The verdict in sentences: first what it is, then a sentence for each improvement.
    pub fn sentences(&self, graph: &ConflictGraph) -> Vec<String> {
        let (party, here) = (graph.name(self.party), graph.shown(self.state));
        let open = self.open().count();
        let sense = self.concept.name();
        let verdict = if self.departures.is_empty() {
            format!("{party} would stay in {here}: it has no move to anything it prefers ({sense}).")
        } else if self.stable {
            let count = count(self.departures.len(), "move");
            format!(
                "{party} would stay in {here}: it has {count} to something it prefers, and each could be answered ({sense})."
            )
        } else {
            let count = count(open, "move");
            format!(
                "{party} would leave {here}: it has {count} to something it prefers that nothing holds it back from ({sense})."
            )
        };
        let reasons = self.departures.iter().map(|departure| self.reason(graph, departure));
        std::iter::once(verdict).chain(reasons).collect()
    }

    /// One improvement and what would come of it, in a sentence.
    pub fn reason(&self, graph: &ConflictGraph, departure: &Departure) -> String {
        let (party, here) = (graph.name(self.party), graph.shown(self.state));
        let deed = graph.deed(self.state, departure.to);
        let there = graph.shown(departure.to);
        match &departure.answer {
            Answer::Sanction { steps, end, worse } => {
                let off = if *worse { "worse off" } else { "no better off" };
                let end = graph.shown(*end);
                let how = if self.concept == Concept::Simultaneous {
                    let each = steps.iter().map(|step| {
                        format!("{} could {}", graph.name(step.party), graph.deed(self.state, step.to))
                    });
                    format!("at the same moment {}", listed(&each.collect::<Vec<_>>()))
                } else {
                    graph.told(departure.to, steps)
                };
                let out =
                    if self.concept == Concept::SymmetricMetarational { " with no way out" } else { "" };
                format!(
                    "{party} would not {deed} from {here}, because {how}, which ends in {end} and leaves {party} {off}{out}."
                )
            }
            Answer::Escape { steps, end, counter } => format!(
                "{party} would {deed} from {here} ({there}): {}, which ends in {}, but {party} could then {} ({}) and be better off than at the start.",
                graph.told(departure.to, steps),
                graph.shown(*end),
                graph.deed(*end, *counter),
                graph.shown(*counter),
            ),
            Answer::Open { least: Some(least) } => format!(
                "{party} would {deed} from {here} ({there}): the least that any answer leaves it with is {}, which it still prefers.",
                graph.shown(*least),
            ),
            Answer::Open { least: None } if self.concept == Concept::Nash => {
                format!("{party} would {deed} from {here}: it prefers {there}.")
            }
            Answer::Open { least: None } => {
                format!("{party} would {deed} from {here}: it prefers {there}, and nobody could answer.")
            }
        }
    }
}

/// The words of a move inside a sentence: "Launch …" becomes "launch …", "US troops …" stays.
fn in_sentence(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), second) if second.is_none_or(|second| !second.is_uppercase()) => {
            first.to_lowercase().chain(name.chars().skip(1)).collect()
        }
        _ => name.to_owned(),
    }
}

fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("one {noun}") } else { format!("{number} {noun}s") }
}

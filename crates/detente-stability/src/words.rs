//! Verdicts in plain English.
//!
//! Parties are spoken of alike. A move is given in the words of the case, and every state by its number.

use crate::explain::{Answer, Departure, Explanation};
use crate::graph::Form;
use crate::reach::Step;
use crate::state::State;
use crate::{Concept, ConflictGraph, MoveChoice};

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

    /// A state by what it is: the moves made in it, each between quotation marks, and in conflicts of few moves also those that are not;
    /// or its label. A state of which nothing is known goes by its number.
    ///
    /// ```
    /// use detente_stability::{ConflictGraph, MovePreference};
    ///
    /// let moves = [(0, 1, 2)];
    /// let preference = MovePreference::Ranking(vec![vec![2], vec![1]]);
    /// let labels = vec!["Bosnia and Herzegovina waits".to_owned(), String::new()];
    /// let graph = ConflictGraph::from_moves(vec!["A".into()], labels, &moves, &[preference])?;
    /// assert_eq!(graph.called(graph.state(1)?), "“Bosnia and Herzegovina waits”");
    /// assert_eq!(graph.called(graph.state(2)?), "state 2");
    /// # Ok::<(), detente_stability::StabilityError>(())
    /// ```
    pub fn called(&self, state: State) -> String {
        let parts = self.parts(state);
        if parts.is_empty() {
            return if self.has_options() { "no move made".to_owned() } else { self.numbered(state) };
        }
        let part = |(made, name): &(bool, String)| {
            if *made { quoted(name) } else { format!("not {}", quoted(name)) }
        };
        parts.iter().map(part).collect::<Vec<_>>().join(", ")
    }

    /// The same in parts, names bare: a move and whether it is made; or the label alone. Empty where no move is made, and without a label.
    pub fn parts(&self, state: State) -> Vec<(bool, String)> {
        let Form::Options(options) = &*self.form else {
            let label = self.describe(state);
            let says_more = !label.is_empty() && label != self.numbered(state);
            return if says_more { vec![(true, label)] } else { Vec::new() };
        };
        // Where two parties have a move of one name, it is said whose it is.
        let name = |choice: &MoveChoice| {
            let twice = options.choices.iter().filter(|other| other.name == choice.name).count() > 1;
            if twice { format!("{} ({})", choice.name, self.name(choice.by)) } else { choice.name.clone() }
        };
        let all =
            options.choices.iter().enumerate().map(|(bit, choice)| (state.0 >> bit & 1 == 1, name(choice)));
        let (made, left): (Vec<_>, Vec<_>) = all.partition(|(made, _)| *made);
        let say_left = !made.is_empty() && options.choices.len() <= FEW_MOVES;
        made.into_iter().chain(left.into_iter().filter(|_| say_left)).collect()
    }

    /// The same with the number under which the state is listed.
    pub fn shown(&self, state: State) -> String {
        let (called, numbered) = (self.called(state), self.numbered(state));
        if called == numbered { called } else { format!("{called} ({numbered})") }
    }

    fn numbered(&self, state: State) -> String {
        self.number(state).map_or_else(String::new, |number| format!("state {number}"))
    }

    /// What someone does who takes the conflict from one state to another, behind "would" or "could": "choose “Launch the offensive”". A
    /// move keeps the name that the case gives it, whatever part of speech that is.
    pub fn deed(&self, from: State, to: State) -> String {
        let Form::Options(options) = &*self.form else {
            return format!("move to {}", self.called(to));
        };
        let changed = |made: bool| -> Vec<String> {
            let bits = options.choices.iter().enumerate();
            bits.filter(|(bit, _)| (from.0 ^ to.0) >> bit & 1 == 1 && (to.0 >> bit & 1 == 1) == made)
                .map(|(_, choice)| quoted(&choice.name))
                .collect()
        };
        let mut deeds = Vec::new();
        let (chosen, taken_back) = (changed(true), changed(false));
        if !chosen.is_empty() {
            deeds.push(format!("choose {}", listed(&chosen)));
        }
        if !taken_back.is_empty() {
            deeds.push(format!("take back {}", listed(&taken_back)));
        }
        listed(&deeds)
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

/// In conflicts of so few moves a state is named by those that are not made as well.
const FEW_MOVES: usize = 3;

fn quoted(name: &str) -> String {
    format!("“{name}”")
}

impl Explanation {
    /// The verdict in sentences: first what it is, then a sentence for each improvement. The state asked about is "here".
    pub fn sentences(&self, graph: &ConflictGraph) -> Vec<String> {
        let party = graph.name(self.party);
        let open = self.open().count();
        let sense = format!("{}: {}", self.concept.meaning(), self.concept.name());
        let verdict = if self.departures.is_empty() {
            format!("{party} would stay here: there is nothing better to move to ({sense}).")
        } else if self.stable {
            let (moves, lead) = count(self.departures.len());
            format!(
                "{party} would stay here: {moves} of {party} {lead} to something better, and each could be answered ({sense})."
            )
        } else {
            let (moves, lead) = count(open);
            format!(
                "{party} would leave: {moves} of {party} {lead} to something better, with no answer to fear ({sense})."
            )
        };
        let reasons = self.departures.iter().map(|departure| self.reason(graph, departure));
        std::iter::once(verdict).chain(reasons).collect()
    }

    /// One improvement and what would come of it, in a sentence. The state that is left is "here".
    pub fn reason(&self, graph: &ConflictGraph, departure: &Departure) -> String {
        let party = graph.name(self.party);
        let deed = graph.deed(self.state, departure.to);
        // The deed says where it leads; the number is for looking it up.
        let there = graph.numbered(departure.to);
        let number = if deed.ends_with(&there) { String::new() } else { format!(" ({there})") };
        match &departure.answer {
            Answer::Sanction { steps, end, worse } => {
                let off = if *worse { "worse off" } else { "no better off" };
                let end = if *end == self.state {
                    "back here".to_owned()
                } else {
                    format!("at {}", graph.shown(*end))
                };
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
                    "{party} would not {deed} from here, because {how}; that ends {end} and leaves {party} {off}{out}."
                )
            }
            Answer::Escape { steps, end, counter } => format!(
                "{party} would {deed} from here{number}: {}, which ends at {}, but {party} could then {} ({}) and be better off than at the \
                 start.",
                graph.told(departure.to, steps),
                graph.shown(*end),
                graph.deed(*end, *counter),
                graph.numbered(*counter),
            ),
            Answer::Open { least: Some(least) } => format!(
                "{party} would {deed} from here{number}: at worst the answers of others lead to {}, still better than here.",
                graph.shown(*least),
            ),
            Answer::Open { least: None } if self.concept == Concept::Nash => {
                format!("{party} would {deed} from here: that is better for {party}{number}.")
            }
            Answer::Open { least: None } => {
                format!(
                    "{party} would {deed} from here: that is better for {party}{number}, and nobody could answer."
                )
            }
        }
    }
}

fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// So many moves, and the verb that goes with them.
fn count(moves: usize) -> (String, &'static str) {
    if moves == 1 { ("one move".to_owned(), "leads") } else { (format!("{moves} moves"), "lead") }
}

//! The conflict in words: states, ways and measures, and the whole of it as a short account.

use detente_stability::{Concept, Measure, Route, State};

use super::{Prospect, Standstill, View, Wanted};
use crate::words;

/// Why they are stuck, in sentences.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StandstillAccount {
    /// Where the conflict stands and who would stay or leave; empty when the case does not say where it stands.
    pub now: Vec<String>,
    /// Where it would come to rest, and whether all would like something else no less.
    pub outlook: Vec<String>,
    /// The states that all would like no less.
    pub prospects: Vec<ProspectAccount>,
}

/// The day after, in sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProspectAccount {
    /// The state, with its number.
    pub state: String,
    /// Who would leave it and why, who is held back, and who is content.
    pub views: Vec<String>,
    /// What would keep it; empty when it holds, and where that was not looked for.
    pub keeps: Vec<String>,
}

/// Prospects, and moves that a party is held back from, that are told; the others are counted.
const TOLD: usize = 3;
/// States that are named in one sentence.
const NAMED: usize = 8;
/// Ways of keeping a state that are told.
const WAYS: usize = 6;

impl Standstill {
    /// The short account.
    pub fn account(&self) -> StandstillAccount {
        let told = self.prospects.iter().take(TOLD).map(|prospect| self.day_after(prospect));
        StandstillAccount {
            now: self.where_it_stands(),
            outlook: self.where_it_leads(),
            prospects: told.collect(),
        }
    }

    fn where_it_stands(&self) -> Vec<String> {
        let Some(now) = self.graph.status_quo() else { return Vec::new() };
        let mut sentences = vec![format!("The conflict stands at {}.", self.shown(now))];
        let Ok(views) = super::prospect::views(&self.graph, now) else { return sentences };
        sentences.extend(self.views(&views));
        sentences
    }

    /// Who would leave, with the reason; who is held back, by what; and who has nothing better to go to.
    fn views(&self, views: &[View]) -> Vec<String> {
        let graph = &self.graph;
        let (leave, stay): (Vec<&View>, Vec<&View>) = views.iter().partition(|view| view.leaves.is_some());
        let (content, held_back): (Vec<&View>, Vec<&View>) =
            stay.into_iter().partition(|view| view.verdict.departures.is_empty());
        let mut sentences: Vec<String> = leave.into_iter().filter_map(|view| view.departure(graph)).collect();
        for view in held_back {
            let departures = &view.verdict.departures;
            let told = departures.iter().take(TOLD);
            sentences.extend(told.map(|departure| view.verdict.reason(graph, departure)));
            if let Some(more) = departures.len().checked_sub(TOLD).filter(|more| *more > 0) {
                let more = words::plural(more as u128, "further move", "further moves");
                sentences.push(format!("The same goes for {more} of {}.", graph.name(view.verdict.party)));
            }
        }
        let content: Vec<&str> = content.into_iter().map(|view| graph.name(view.verdict.party)).collect();
        if !content.is_empty() {
            sentences
                .push(format!("{} would stay: there is nothing better to move to.", words::list(&content)));
        }
        sentences
    }

    fn where_it_leads(&self) -> Vec<String> {
        let Some(now) = self.graph.status_quo() else { return Vec::new() };
        let mut sentences = Vec::new();
        match self.rests.as_deref() {
            None => {}
            Some([state]) if *state == now => {
                sentences.push("It rests there: nobody who looks ahead would move.".to_owned());
            }
            Some([]) => sentences.push(
                "No steps that are each better for whoever makes them lead from there to a state that holds."
                    .to_owned(),
            ),
            Some([state]) => sentences.push(format!(
                "By steps that are each better for whoever makes them it would come to rest at {}.",
                self.shown(*state)
            )),
            Some(several) => {
                let named: Vec<String> = several.iter().take(NAMED).map(|state| self.shown(*state)).collect();
                let which = if several.len() > NAMED {
                    format!(
                        "one of {} states, among them {}",
                        words::count(several.len() as u128),
                        words::list(&named)
                    )
                } else {
                    words::one_of(&named)
                };
                sentences.push(format!(
                    "By steps that are each better for whoever makes them it could come to rest at {which}."
                ));
            }
        }
        if !self.is_listed() {
            return sentences;
        }
        let most = self.prospects.len();
        sentences.push(match most {
            0 => "No state is better for some and worse for nobody.".to_owned(),
            1 => "One state is better for some, and worse for nobody.".to_owned(),
            _ => format!("{most} states are better for some and worse for nobody, with no way to better one of them further."),
        });
        if most > TOLD {
            sentences.push(format!("The first {TOLD} of them:"));
        }
        sentences
    }

    fn day_after(&self, prospect: &Prospect) -> ProspectAccount {
        let keeps = prospect.keeps.as_ref().map(|wanted| self.keeps(wanted)).unwrap_or_default();
        ProspectAccount { state: self.shown(prospect.state), views: self.views(&prospect.views), keeps }
    }

    /// A state by its number.
    pub fn numbered(&self, state: State) -> String {
        self.graph.number(state).map(|number| format!("state {number}")).unwrap_or_default()
    }

    /// Whether a state holds, in which senses, and who would leave it, in a sentence or two.
    pub fn verdict_on(&self, state: State) -> String {
        let holds =
            |sense: &Concept| self.stability.equilibria(*sense).is_some_and(|set| set.contains(state));
        let (held, not): (Vec<Concept>, Vec<Concept>) = Concept::ALL.into_iter().partition(holds);
        let senses = |senses: &[Concept]| {
            let named: Vec<String> =
                senses.iter().map(|sense| format!("{} ({})", sense.meaning(), sense.word())).collect();
            words::list(&named)
        };
        let verdict = match (held.as_slice(), not.as_slice()) {
            ([], _) => "It holds in no sense.".to_owned(),
            (_, []) => "It holds in every sense.".to_owned(),
            (held, not) => format!(
                "It holds in the sense that {}, and not in the sense that {}.",
                senses(held),
                senses(not)
            ),
        };
        let leaves =
            |party: &usize| self.stability.is_stable(state, *party, Concept::Sequential) == Some(false);
        let leaving: Vec<&str> =
            (0..self.graph.parties()).filter(leaves).map(|party| self.graph.name(party)).collect();
        if leaving.is_empty() {
            return format!("{verdict} Looking ahead, nobody would leave.");
        }
        format!("{verdict} Looking ahead, {} would leave.", words::list(&leaving))
    }

    /// A state by what it is, and its number.
    pub fn shown(&self, state: State) -> String {
        self.graph.shown(state)
    }

    /// A state by what it is.
    pub fn described(&self, state: State) -> String {
        self.graph.called(state)
    }

    /// A way from where the conflict stands, in a sentence.
    pub fn way(&self, route: &Route) -> String {
        let graph = &self.graph;
        let target = graph.shown(route.target);
        let (steps, how) = match (&route.by_improvements, &route.by_moves) {
            (Some(steps), _) | (_, Some(steps)) if steps.is_empty() => {
                return format!("To {target}: that is where the conflict stands.");
            }
            (Some(steps), _) => (steps, "each step better for whoever makes it"),
            (None, Some(steps)) => (steps, "not every step better for whoever makes it"),
            (None, None) => {
                return format!("To {target}: no moves lead there from where the conflict stands.");
            }
        };
        let mut at = graph.status_quo();
        let mut told = Vec::new();
        for step in steps {
            let deed = at.map(|at| graph.deed(at, step.to)).unwrap_or_default();
            told.push(format!("{} to {deed}", graph.name(step.party)));
            at = Some(step.to);
        }
        let first: Vec<&str> = route.first_movers().into_iter().map(|party| graph.name(party)).collect();
        format!("To {target}, {how}: {}. The first step: {}.", told.join("; then "), words::one_of(&first))
    }

    /// What would make a wanted state hold, in sentences.
    pub fn keeps(&self, wanted: &Wanted) -> Vec<String> {
        let graph = &self.graph;
        let mut sentences = Vec::new();
        if wanted.change.lifts.is_empty() {
            sentences.push("By everyone's preferences it holds already.".to_owned());
        }
        for lift in &wanted.change.lifts {
            let above: Vec<String> = lift.above.iter().map(|state| self.shown(*state)).collect();
            sentences.push(format!(
                "{} would have to prefer it to {} ({}).",
                graph.name(lift.party),
                above.join("; to "),
                words::plural(lift.pairs as u128, "pair turned round", "pairs turned round"),
            ));
        }
        if wanted.change.reachable == Some(false) {
            sentences.push("No moves lead there from where the conflict stands.".to_owned());
        }
        let releases = &wanted.releases;
        for (place, release) in releases.releases.iter().take(WAYS).enumerate() {
            let measures: Vec<String> =
                release.measures.iter().map(|measure| self.measure(measure)).collect();
            let again = if place == 0 { "It would be enough" } else { "Or" };
            sentences.push(if measures.is_empty() {
                "Nothing needs to be brought about by anyone else.".to_owned()
            } else {
                format!("{again} if {}.", words::list(&measures))
            });
        }
        if releases.releases.len() > WAYS {
            let more = (releases.releases.len() - WAYS) as u128;
            sentences.push(format!(
                "{} in `detente stability --want --json`.",
                words::plural(more, "more way stands", "more ways stand")
            ));
        }
        if releases.releases.is_empty() {
            sentences.push(if releases.complete {
                "No one or two measures of a third party would do it.".to_owned()
            } else {
                format!(
                    "No measure of a third party was found in {} trials; the search was not complete.",
                    words::count(releases.tried as u128)
                )
            });
        }
        sentences
    }

    /// A measure as a clause: `“Open the border” of Serbia could not be chosen`.
    pub fn measure(&self, measure: &Measure) -> String {
        let graph = &self.graph;
        let deed = |choice: usize| {
            graph.choices().get(choice).map_or_else(String::new, |choice| {
                format!("{} of {}", words::named(&choice.name), graph.name(choice.by))
            })
        };
        match *measure {
            Measure::Bind { choice } => format!("{}, once chosen, could not be taken back", deed(choice)),
            Measure::Bar { choice } => format!("{} could not be chosen", deed(choice)),
            Measure::AllowTakingBack { choice } => format!("{} could be taken back", deed(choice)),
            Measure::AllowMaking { choice } => format!("{} could be chosen", deed(choice)),
            Measure::RuleOut { state } => format!("{} were impossible", graph.shown(state)),
            Measure::Close { party, from, to } => {
                format!(
                    "{} could not go from {} to {}",
                    graph.name(party),
                    graph.shown(from),
                    graph.shown(to)
                )
            }
            Measure::Open { party, from, to } => {
                format!("{} could go from {} to {}", graph.name(party), graph.shown(from), graph.shown(to))
            }
        }
    }
}

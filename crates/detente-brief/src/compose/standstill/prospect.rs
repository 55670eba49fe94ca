//! Where a conflict would come to rest, and what all would rather have: the day after as each would see it.
//!
//! A conflict rests where it stands if that holds sequentially, and else in the states that hold so and that steps, each
//! better for whoever makes it, lead to. A *prospect* is a state that nobody likes less than any of these and somebody
//! likes more, and than which no other such state is better for all. For each prospect it is said who would leave it,
//! with the reasons, and what would keep them there: that is what the day after an agreement looks like.

use detente_stability::{Concept, ConflictGraph, Explanation, Preference, StabilityError, State, explain};

use super::{MOST_LISTED, Standstill, Wanted};

/// The sense in which a state must hold to count as resting: what people who look ahead would not leave.
pub(super) const SENSE: Concept = Concept::Sequential;
/// In larger conflicts the measures that would make a prospect hold are looked for on demand only.
const MOST_SEARCHED: usize = 256;

/// A state that all would like no less than what they have.
#[derive(Debug, Clone)]
pub struct Prospect {
    /// The state.
    pub state: State,
    /// How each party looks at the day after, in the order of the graph.
    pub views: Vec<View>,
    /// What would make it hold; `None` when it holds, and in conflicts too large to search unasked.
    pub keeps: Option<Wanted>,
}

/// How one party looks at a state on the day after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The verdict with its reasons.
    pub verdict: Explanation,
    /// The move it would make, if it would leave: of those that nothing holds it back from, the best for it.
    pub leaves: Option<State>,
}

impl Prospect {
    /// Whether everyone would stay.
    pub fn holds(&self) -> bool {
        self.views.iter().all(|view| view.leaves.is_none())
    }
}

/// The states in which the conflict would come to rest: none where no way by improvements ends in a state that holds.
/// `None` without a status quo, and where so many states hold that the ways were not worked out.
pub(super) fn resting(found: &Standstill) -> Option<Vec<State>> {
    let now = found.graph.status_quo()?;
    let held = found.stability.equilibria(SENSE)?;
    if held.contains(now) {
        return Some(vec![now]);
    }
    if found.routes.is_empty() && held.len() > MOST_LISTED {
        return None;
    }
    let ends = found.routes.iter().filter(|route| route.by_improvements.is_some());
    Some(ends.map(|route| route.target).filter(|state| held.contains(*state)).collect())
}

/// The prospects, the best known first: in order of number.
pub(super) fn prospects(found: &Standstill) -> Result<Vec<Prospect>, StabilityError> {
    let graph = &found.graph;
    let Some(now) = graph.status_quo() else { return Ok(Vec::new()) };
    let rests = found.rests.as_deref().filter(|rests| !rests.is_empty());
    let bases = rests.unwrap_or(std::slice::from_ref(&now));
    let better: Vec<State> =
        graph.states().filter(|state| bases.iter().all(|base| for_all(graph, *state, *base))).collect();
    let best = better.iter().filter(|state| !better.iter().any(|other| for_all(graph, *other, **state)));
    best.map(|state| prospect(found, *state)).collect()
}

/// Whether nobody likes a state less than another, and somebody more.
fn for_all(graph: &ConflictGraph, a: State, b: State) -> bool {
    let each = || (0..graph.parties()).map(|party| graph.preference(party));
    !each().any(|preference| preference.prefers(b, a)) && each().any(|preference| preference.prefers(a, b))
}

fn prospect(found: &Standstill, state: State) -> Result<Prospect, StabilityError> {
    let graph = &found.graph;
    let mut prospect = Prospect { state, views: views(graph, state)?, keeps: None };
    if !prospect.holds() && graph.len() <= MOST_SEARCHED {
        prospect.keeps = Some(found.wanted(state)?);
    }
    Ok(prospect)
}

/// How each party looks at a state.
pub(super) fn views(graph: &ConflictGraph, state: State) -> Result<Vec<View>, StabilityError> {
    let view = |party: usize| {
        let verdict = explain(graph, state, party, SENSE)?;
        let preference = graph.preference(party);
        let leaves = verdict.open().map(|departure| departure.to).reduce(|a, b| better_of(preference, a, b));
        Ok(View { verdict, leaves })
    };
    (0..graph.parties()).map(view).collect()
}

/// The one it prefers; of equals the first.
fn better_of(preference: &Preference, a: State, b: State) -> State {
    if preference.prefers(b, a) { b } else { a }
}

impl View {
    /// Why it would leave, in a sentence; `None` if it would stay.
    pub fn departure(&self, graph: &ConflictGraph) -> Option<String> {
        let way = self.verdict.open().find(|departure| Some(departure.to) == self.leaves)?;
        Some(self.verdict.reason(graph, way))
    }

    /// Why it would leave, or that it would stay, in a sentence.
    pub fn sentence(&self, graph: &ConflictGraph) -> String {
        self.departure(graph).unwrap_or_else(|| self.verdict.sentences(graph).remove(0))
    }
}

//! All five concepts over all states.

use rayon::prelude::*;

use crate::departure::Sanction;
use crate::gmr::general_metarational;
use crate::nash::nash;
use crate::plan::Plan;
use crate::seq::sequential;
use crate::sim::simultaneous;
use crate::smr::symmetric_metarational;
use crate::state::{State, StateSet};
use crate::{ConflictGraph, StabilityError};

/// A way of looking ahead, and of being held back by what one sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concept {
    /// R: no improvement.
    Nash,
    /// GMR: every improvement could be answered.
    GeneralMetarational,
    /// SMR: every improvement could be answered, without escape.
    SymmetricMetarational,
    /// SEQ: every improvement could be answered credibly.
    Sequential,
    /// SIM: every improvement could go wrong because others improve at once.
    Simultaneous,
}

impl Concept {
    /// Every concept.
    pub const ALL: [Self; 5] = [
        Self::Nash,
        Self::GeneralMetarational,
        Self::SymmetricMetarational,
        Self::Sequential,
        Self::Simultaneous,
    ];

    /// The word used in findings.
    pub fn word(self) -> &'static str {
        match self {
            Self::Nash => "nash",
            Self::GeneralMetarational => "gmr",
            Self::SymmetricMetarational => "smr",
            Self::Sequential => "seq",
            Self::Simultaneous => "sim",
        }
    }

    /// What holding in this sense means, as a clause.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Nash => "nobody gains by leaving",
            Self::GeneralMetarational => "every gain could be answered",
            Self::SymmetricMetarational => "every gain could be answered without escape",
            Self::Sequential => "every gain could be answered by moves that pay",
            Self::Simultaneous => "others may move at the same time",
        }
    }

    /// The name in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nash => "Nash stability",
            Self::GeneralMetarational => "general metarationality",
            Self::SymmetricMetarational => "symmetric metarationality",
            Self::Sequential => "sequential stability",
            Self::Simultaneous => "simultaneous stability",
        }
    }

    fn at(self) -> usize {
        self as usize
    }
}

/// Which states are stable, for whom and in which sense.
///
/// Rankings are read as they stand, also where a pair is marked as unknown: for those see
/// [`stable_despite_unknown`](crate::stable_despite_unknown).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stability {
    /// By party and concept.
    general: Vec<[Option<StateSet>; 5]>,
    /// The same for strong stability; empty where nobody prefers anything strongly.
    strong: Vec<[Option<StateSet>; 5]>,
}

impl Stability {
    /// Analyses a conflict. The result does not depend on the number of threads.
    ///
    /// O(n log n) in the number of states for all concepts but [`Concept::Simultaneous`], which says of
    /// itself what it costs.
    pub fn of(graph: &ConflictGraph) -> Self {
        let plan = &Plan::new(graph);
        let parties = graph.parties();
        let any_strength = (0..parties).any(|party| graph.preference(party).has_strength());
        let severities: &[Sanction] =
            if any_strength { &[Sanction::General, Sanction::Strong] } else { &[Sanction::General] };
        let mut by_severity = vec![vec![[const { None }; 5]; parties]; severities.len()];
        let tasks: Vec<(usize, Concept)> = Concept::ALL
            .into_iter()
            .flat_map(|concept| (0..parties).map(move |party| (party, concept)))
            .collect();
        let quick = |&(party, concept): &(usize, Concept)| match concept {
            Concept::Nash => {
                let stable = nash(plan, party);
                (vec![stable; severities.len()], party, concept)
            }
            Concept::GeneralMetarational => (general_metarational(plan, party, severities), party, concept),
            Concept::SymmetricMetarational => {
                (symmetric_metarational(plan, party, severities), party, concept)
            }
            Concept::Sequential => (sequential(plan, party, severities), party, concept),
            Concept::Simultaneous => (Vec::new(), party, concept),
        };
        let done: Vec<_> = tasks.par_iter().map(quick).collect();
        for (sets, party, concept) in done {
            for (by_party, set) in by_severity.iter_mut().zip(sets) {
                by_party[party][concept.at()] = Some(set);
            }
        }
        let mut by_severity = by_severity.into_iter();
        let mut general = by_severity.next().unwrap_or_default();
        for (party, sets) in general.iter_mut().enumerate() {
            sets[Concept::Simultaneous.at()] =
                sets[Concept::Nash.at()].as_ref().and_then(|nash| simultaneous(plan, party, nash));
        }
        Self { general, strong: by_severity.next().unwrap_or_default() }
    }

    /// The states stable for a party; `None` for [`Concept::Simultaneous`] in a conflict given by its states.
    pub fn stable(&self, party: usize, concept: Concept) -> Option<&StateSet> {
        self.general.get(party)?[concept.at()].as_ref()
    }

    /// The states strongly stable for a party (Hamouda, Kilgour & Hipel 2004): every improvement could be
    /// answered by something strongly worse (`>>`). States stable but not strongly so are weakly stable. `None`
    /// where nobody prefers anything strongly, and for [`Concept::Simultaneous`], for which there is no such notion.
    pub fn strongly_stable(&self, party: usize, concept: Concept) -> Option<&StateSet> {
        self.strong.get(party)?[concept.at()].as_ref()
    }

    /// The states stable for every party.
    pub fn equilibria(&self, concept: Concept) -> Option<StateSet> {
        common(&self.general, concept)
    }

    /// The states strongly stable for every party.
    pub fn strong_equilibria(&self, concept: Concept) -> Option<StateSet> {
        common(&self.strong, concept)
    }

    /// The equilibria by number.
    pub fn equilibrium_numbers(&self, graph: &ConflictGraph, concept: Concept) -> Option<Vec<usize>> {
        Some(self.equilibria(concept)?.iter().filter_map(|state| graph.number(state)).collect())
    }

    /// Whether a state is stable for a party.
    pub fn is_stable(&self, state: State, party: usize, concept: Concept) -> Option<bool> {
        Some(self.stable(party, concept)?.contains(state))
    }

    /// How many parties it is about.
    pub fn parties(&self) -> usize {
        self.general.len()
    }
}

fn common(by_party: &[[Option<StateSet>; 5]], concept: Concept) -> Option<StateSet> {
    let mut sets = by_party.iter().map(|sets| sets[concept.at()].as_ref());
    let mut all = sets.next()??.clone();
    for set in sets {
        all.intersect(set?);
    }
    Some(all)
}

/// The states stable for one party in one sense.
///
/// # Errors
/// [`StabilityError::NeedsOptions`] for [`Concept::Simultaneous`] in a conflict given by its states, and
/// [`StabilityError::UnknownParty`].
pub fn stable_states(
    graph: &ConflictGraph,
    party: usize,
    concept: Concept,
    severity: Sanction,
) -> Result<StateSet, StabilityError> {
    if party >= graph.parties() {
        return Err(StabilityError::UnknownParty { party });
    }
    let plan = Plan::new(graph);
    let sets = match concept {
        Concept::Nash => return Ok(nash(&plan, party)),
        Concept::GeneralMetarational => general_metarational(&plan, party, &[severity]),
        Concept::SymmetricMetarational => symmetric_metarational(&plan, party, &[severity]),
        Concept::Sequential => sequential(&plan, party, &[severity]),
        Concept::Simultaneous => {
            return simultaneous(&plan, party, &nash(&plan, party)).ok_or(StabilityError::NeedsOptions);
        }
    };
    sets.into_iter().next().ok_or(StabilityError::UnknownParty { party })
}

//! What holds although it is not known what someone prefers.

use detente_stability::{
    Concept, ConflictGraph, StabilityError, StateSet, UnknownType, equilibria_despite_unknown,
};

/// Larger conflicts are not gone through for every way of taking the unknown.
const MOST_STATES: usize = 1 << 12;
/// The senses for which the four ways are defined.
const SENSES: [Concept; 4] =
    [Concept::Nash, Concept::GeneralMetarational, Concept::SymmetricMetarational, Concept::Sequential];

/// The states that hold when all take what is unknown in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DespiteUnknown {
    /// How they take it.
    pub by: UnknownType,
    /// What holds then, by sense.
    pub holds: Vec<(Concept, StateSet)>,
}

/// All four ways; empty where every preference is known, and in conflicts too large for it.
pub(super) fn despite_unknown(graph: &ConflictGraph) -> Result<Vec<DespiteUnknown>, StabilityError> {
    let unknown = (0..graph.parties()).any(|party| graph.preference(party).has_unknown());
    if !unknown || graph.len() > MOST_STATES {
        return Ok(Vec::new());
    }
    let holds = |by: UnknownType| -> Result<DespiteUnknown, StabilityError> {
        let one = |concept: Concept| Ok((concept, equilibria_despite_unknown(graph, concept, by)?));
        Ok(DespiteUnknown { by, holds: SENSES.into_iter().map(one).collect::<Result<_, _>>()? })
    };
    UnknownType::ALL.into_iter().map(holds).collect()
}

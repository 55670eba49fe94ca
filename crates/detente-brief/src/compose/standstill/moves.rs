//! Who could move where, one by one: what a drawing of the conflict shows.

use detente_stability::State;

use super::Standstill;

/// Somebody takes the conflict from one state to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictMove {
    /// Who, by its place in the graph.
    pub party: usize,
    /// From here.
    pub from: State,
    /// To there.
    pub to: State,
    /// The options that change, by their place in the case, and whether each is made (or else taken back). Empty in a conflict that is
    /// given by its states.
    pub changes: Vec<(usize, bool)>,
    /// Whether it does not lead by way of a smaller move of the same party: what a drawing needs, since the others follow from these.
    pub single: bool,
    /// Whether the party likes it better there.
    pub gains: bool,
    /// Whether the party can come back.
    pub returns: bool,
}

impl Standstill {
    /// Every move, by state and party; none in conflicts of more than 256 states, which nobody draws.
    pub fn moves(&self) -> Vec<ConflictMove> {
        let graph = &self.graph;
        if !self.is_weighed() {
            return Vec::new();
        }
        let mut all = Vec::new();
        for from in graph.states() {
            for party in 0..graph.parties() {
                let mut there: Vec<State> = graph.moves(party, from).collect();
                there.sort_unstable();
                there.dedup();
                for &to in &there {
                    let flips = from.code() ^ to.code();
                    let within = |other: &State| {
                        let part = from.code() ^ other.code();
                        part != flips && part & flips == part
                    };
                    let changes = (0..graph.choices().len()).filter(|bit| flips >> bit & 1 == 1);
                    all.push(ConflictMove {
                        party,
                        from,
                        to,
                        changes: if graph.has_options() {
                            changes.map(|bit| (bit, to.code() >> bit & 1 == 1)).collect()
                        } else {
                            Vec::new()
                        },
                        single: !graph.has_options() || !there.iter().any(within),
                        gains: graph.preference(party).prefers(to, from),
                        returns: graph.moves(party, to).any(|back| back == from),
                    });
                }
            }
        }
        all
    }
}

//! How much work each question of a study may take.

use crate::limits;

/// Steps for each question about the central world and about a draw, and the size of what is gathered for them (see [`crate::limits`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Efforts {
    /// For each frontier.
    pub frontier: u64,
    /// To find an agreement without a frontier.
    pub finding: u64,
    /// For the margin.
    pub margin: u64,
    /// For one region in which a solution is looked for.
    pub solution: u64,
    /// For the margin by lot.
    pub by_lot: u64,
    /// For the size of the zone.
    pub count: CountEfforts,
    /// For the margin after a concession.
    pub concession: u64,
    /// For openings, by each of the two methods; `None` for what is set aside for each.
    pub openings: Option<u64>,
    /// For each question whether a zone opens when conditions are lifted.
    pub blocker: u64,
    /// The same in one of many worlds.
    pub blocker_in_a_draw: u64,
    /// For the margin in one of many worlds.
    pub margin_in_a_draw: u64,
    /// To find an agreement in one of many worlds.
    pub finding_in_a_draw: u64,
    /// For one region in which a solution of one of many worlds is looked for.
    pub solution_in_a_draw: u64,
    /// In how many of the worlds drawn the bargaining solutions are looked for.
    pub solved_draws: usize,
}

/// What counting the zone may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CountEfforts {
    /// Steps of an exact count by sums.
    pub steps: u64,
    /// Bytes that the sums of one half may take.
    pub bytes: usize,
    /// Branches of an exact count.
    pub branches: u64,
    /// Draws of an estimate.
    pub draws: usize,
}

impl Default for Efforts {
    fn default() -> Self {
        Self {
            frontier: limits::FRONTIER,
            finding: limits::AGREEMENT,
            margin: limits::MARGIN,
            solution: limits::SOLUTION,
            by_lot: limits::MARGIN_BY_LOT,
            count: CountEfforts::default(),
            concession: limits::CONCESSION,
            openings: None,
            blocker: limits::BLOCKER,
            blocker_in_a_draw: limits::BLOCKER_IN_A_DRAW,
            margin_in_a_draw: limits::MARGIN_AT_FIRST,
            finding_in_a_draw: limits::AGREEMENT_IN_A_DRAW,
            solution_in_a_draw: limits::SOLUTION_IN_A_DRAW,
            solved_draws: limits::SOLVED_DRAWS,
        }
    }
}

impl Default for CountEfforts {
    fn default() -> Self {
        Self {
            steps: limits::COUNT,
            bytes: limits::COUNT_BYTES,
            branches: limits::BRANCHES,
            draws: limits::COUNT_DRAWS,
        }
    }
}

impl Efforts {
    /// For an answer that is wanted at once, and that a better one follows: of every limit the part that [`limits::AT_FIRST`] says.
    pub fn at_first() -> Self {
        let part = |steps: u64| steps / limits::AT_FIRST;
        let whole = Self::default();
        Self {
            frontier: part(whole.frontier),
            finding: part(whole.finding),
            margin: part(whole.margin),
            solution: part(whole.solution),
            by_lot: part(whole.by_lot),
            count: CountEfforts {
                steps: part(whole.count.steps),
                bytes: whole.count.bytes / limits::AT_FIRST as usize,
                branches: part(whole.count.branches),
                draws: limits::COUNT_DRAWS_AT_FIRST,
            },
            concession: part(whole.concession),
            openings: Some(part(limits::OPENINGS_BY_FRONTIERS)),
            blocker: part(whole.blocker),
            blocker_in_a_draw: part(whole.blocker_in_a_draw),
            margin_in_a_draw: part(whole.margin_in_a_draw),
            finding_in_a_draw: part(whole.finding_in_a_draw),
            solution_in_a_draw: part(whole.solution_in_a_draw),
            solved_draws: limits::SOLVED_DRAWS_AT_FIRST,
        }
    }
}

//! Every limit on work, memory and size, with what happens where it is met.
//!
//! *Steps* are counted, never timed, so that the same space gives the same answer on any machine: comparisons of vectors, candidates and
//! options looked at. A hundred million take about a second of one processor. Where an answer is not had within a limit, that is said
//! ([`crate::Known`]); nothing is cut.

// The frontier.

/// Steps for one frontier: some forty seconds. Beyond, it is given up. Six parties over twelve issues of ten options, two to three million points,
/// take half to all of it.
pub const FRONTIER: u64 = 3_000_000_000;
/// Points that one frontier may hold. Beyond, it is given up.
pub const POINTS: usize = 4_000_000;
/// Steps kept to name one package for each point. Beyond, the frontier is given up.
pub const WITNESS_STEPS: usize = 60_000_000;
/// Coordinates, which is actors that count at once, that can be compared. Beyond, nothing is searched.
pub const COORDINATES: usize = 16;
/// Combinations of options of issues tied together that one table holds. Beyond, packages are gone through one by one.
pub const TABLE_ENTRIES: u128 = 2_000_000;
/// Packages that are gone through one by one. Beyond, a tangle is refused, or, with a tolerance, covered.
pub const PACKAGES_ONE_BY_ONE: u128 = 10_000_000;
/// Steps for climbing and comparing where packages near a frontier stand for it. Beyond, the distance proven so far stands.
pub const COVER: u64 = 400_000_000;

// The zone of agreement.

/// Steps for finding one package that all accept, or that there is none. Beyond, it is not known.
pub const AGREEMENT: u64 = 1_000_000_000;
/// The same in one of many worlds. Beyond, that world counts as not known.
pub const AGREEMENT_IN_A_DRAW: u64 = 40_000_000;
/// Steps for one exact count. Beyond, branches are tried, and then the count is estimated.
pub const COUNT: u64 = 8_000_000_000;
/// Bytes that the sums of one half may take while they are gathered. Beyond, as for [`COUNT`].
pub const COUNT_BYTES: usize = 320_000_000;
/// Coordinates that a count can compare. Beyond, as for [`COUNT`].
pub const COUNTED_COORDINATES: usize = 16;
/// Combinations of tied issues that a count lists. Beyond, the issues are drawn.
pub const TIED_COMBINATIONS: usize = 400_000;
/// Audiences that may vote for a count or a search by majorities. Beyond, other methods are used.
pub const VOTERS: usize = 10;
/// Branches of a count. Beyond, the count is estimated.
pub const BRANCHES: u64 = 20_000_000;
/// Steps of exact counting in one draw of an estimate, about. Parts beyond it are drawn.
pub const COUNT_IN_A_DRAW: u64 = 100_000;
/// Draws of an estimate.
pub const COUNT_DRAWS: usize = 8_192;

// The margin and what would raise it.

/// Steps for the margin. Beyond, it is left between its bounds.
pub const MARGIN: u64 = 200_000_000;
/// Steps for a first attempt at it. Beyond, better packages are sought first.
pub const MARGIN_AT_FIRST: u64 = 4_000_000;
/// Changes on two issues at once in one round of a climb. Beyond, single changes alone are made.
pub const CLIMBED_PAIRS: usize = 400_000;
/// Steps for the margin after one concession. Beyond, it is left between its bounds.
pub const CONCESSION: u64 = 4_000_000;
/// The same for all concessions of a world together: where they are many, each may take its share of this.
pub const CONCESSIONS: u64 = 400_000_000;
/// Steps for openings by frontiers. Beyond, they are looked for by branches.
pub const OPENINGS_BY_FRONTIERS: u64 = 60_000_000;
/// Steps for openings by branches. Beyond, they are not known.
pub const OPENINGS_BY_BRANCHES: u64 = 600_000_000;

// Who or what stands in the way.

/// Steps for each question whether a zone opens when conditions are lifted. Beyond, what blocks is not known.
pub const BLOCKER: u64 = 40_000_000;
/// The same in one of many worlds. Beyond, that world counts as not known.
pub const BLOCKER_IN_A_DRAW: u64 = 2_000_000;
/// Questions for the least sets of conditions that block together. Beyond, those found so far stand, and it is said that there may be more.
pub const BLOCKER_QUESTIONS: u64 = 2_000;
/// Least blocking sets that are looked for. Beyond, as for [`BLOCKER_QUESTIONS`].
pub const BLOCKING_SETS: usize = 32;
/// Sets of conditions that hit all blocking sets, while those are looked for. Beyond, as for [`BLOCKER_QUESTIONS`].
pub const REPAIRS: usize = 1_000;
/// Packages that are looked at one by one for the nearest to a condition. Beyond, it is found by halving.
pub const BLOCKER_LISTED: u32 = 20_000;
/// Draws in which it is looked for what blocks where packages are too many to judge all. Further draws are not looked into.
pub const BLOCKER_DRAWS: u64 = 100;

// Solutions and lotteries.

/// Steps for one region in which a solution is looked for without the frontier. Beyond, that solution is not known.
pub const SOLUTION: u64 = 200_000_000;
/// The same in one of many worlds, where a solution is only a package to begin with.
pub const SOLUTION_IN_A_DRAW: u64 = 1_000_000;
/// Worlds drawn in which solutions are looked for. Beyond, none are: they only give packages to begin with.
pub const SOLVED_DRAWS: usize = 16;
/// Steps for the margin by lot. Beyond, it is left between its bounds.
pub const MARGIN_BY_LOT: u64 = 400_000_000;
/// Combinations in one table of the looser problem that bounds it where issues are tied closely.
pub const LOOSE_TABLE_ENTRIES: u128 = 20_000;
/// Exchanges of one programme. Beyond, the lottery reached so far stands.
pub const PIVOTS: usize = 20_000;

// Between the stops of continuous issues.

/// Steps for one question between stops. Beyond, the answer is about stops only, and says so.
pub const BETWEEN_STOPS: u64 = 40_000_000;
/// The same in one of many worlds.
pub const BETWEEN_STOPS_IN_A_DRAW: u64 = 2_000_000;
/// Sets of audiences that are gone through. Beyond, as for [`BETWEEN_STOPS`].
pub const MAJORITIES: u64 = 4_096;
/// Lines of a frontier that are compared. Beyond, they are not listed.
pub const LINES: usize = 100_000;
/// Programmes solved for them. Beyond, they are not listed.
pub const PROGRAMMES: usize = 100_000;
/// Programmes solved for one chain of lines. Beyond, they are not listed.
pub const PROGRAMMES_OF_A_CHAIN: usize = 2_000;

// Over many worlds.

/// Packages of which each is judged in every world. Beyond, [`CANDIDATES`] are.
pub const LISTED: u32 = 100_000;
/// Packages that are gone through one by one for the zone and the margin of a world. Beyond, both are searched for.
pub const ONE_PASS: u32 = 20_000;
/// Candidates that are judged in every world where packages are too many to judge all.
pub const CANDIDATES: usize = 200;
/// Changes on two issues at once that are tried of one package. Beyond, single changes alone.
pub const PAIRED_CHANGES: usize = 20_000;
/// Nodes that one pass of the bound on acceptability follows.
pub const BOUND_NODES: usize = 256;
/// Passes of that bound. Beyond, the bound proven so far stands.
pub const BOUND_PASSES: usize = 32;

// On which package people would settle.

/// Packages of which each is measured in every world. Beyond, packages are visited by chains.
pub const SETTLED_LISTED: u64 = 20_000;
/// Packages measured over all worlds. Beyond, fewer worlds are looked at, and it is said how many.
pub const SETTLED_MEASURED: u64 = 4_000_000;
/// Worlds that chains are walked in. Further ones are not looked at, and it is said how many are.
pub const CHAIN_WORLDS: u64 = 100;
/// Steps of a chain before what it visits counts.
pub const CHAIN_APPROACH: u64 = 200;
/// Steps of a chain that count.
pub const CHAIN_STEPS: u64 = 600;
/// Steps of work for the best package of one principal in one of many worlds. Beyond, that world counts as not known.
pub const BEST_IN_A_DRAW: u64 = 4_000_000;

// An answer that is wanted at once.

/// Which part of the work an answer may take that is wanted at once, and that is followed by one with all of it: one of so many parts of the limits on the
/// frontiers, the zone, the margin, what would raise it, who stands in the way and the solutions. Beyond, as for each of them.
pub const AT_FIRST: u64 = 50;
/// Draws of an estimate of the zone's size that is wanted at once.
pub const COUNT_DRAWS_AT_FIRST: usize = 1_024;
/// The same as [`SOLVED_DRAWS`] where an answer is wanted at once.
pub const SOLVED_DRAWS_AT_FIRST: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    /// What only prepares something else takes less than it; what is asked in each of many worlds takes less than what is asked once.
    #[test]
    fn smaller_questions_have_smaller_limits() {
        const {
            assert!(MARGIN_AT_FIRST < MARGIN && CONCESSION <= MARGIN_AT_FIRST);
            assert!(AGREEMENT_IN_A_DRAW < AGREEMENT && BETWEEN_STOPS_IN_A_DRAW < BETWEEN_STOPS);
            assert!(
                COUNT_DRAWS_AT_FIRST < COUNT_DRAWS
                    && SOLVED_DRAWS_AT_FIRST < SOLVED_DRAWS
                    && SOLUTION_IN_A_DRAW < SOLUTION
            );
            assert!(OPENINGS_BY_FRONTIERS < OPENINGS_BY_BRANCHES && LOOSE_TABLE_ENTRIES < TABLE_ENTRIES);
        }
    }
}

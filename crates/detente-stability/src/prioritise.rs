//! Option prioritising (Peng, Hipel, Kilgour & Fang 1997): a ranking from statements in order of importance.
//!
//! With statements `Ω₁ … Ω_m`, most important first, a state is scored `Ψ(s) = Σ 2^(m−j) [Ω_j holds at s]`. Ψ is
//! a number of m bits, so states are compared as bit vectors: each statement in turn splits the classes that
//! the ones before it left, those in which it holds above the others. Any m will do. O(n·m) for n states.
//!
//! Two states that differ first in one of the leading `strong` statements differ strongly; two that differ
//! first in a statement of unknown direction are an unknown pair.
//!
//! By hand: with moves a, b and statements `a`, `b`, the states {}, {a}, {b}, {a, b} score 0, 2, 1, 3.
//!
//! ```
//! use detente_model::{Formula, MoveId, Statement};
//! use detente_stability::{MoveChoice, ConflictGraph, Direction, MovePreference, State};
//!
//! let says = |index| Statement { text: String::new(), formula: Formula::Move(MoveId(index)), place: None };
//! let options = ["a", "b"].map(|name| MoveChoice { name: name.into(), by: 0, direction: Direction::Both });
//! let wish = MovePreference::Prioritised(vec![says(0), says(1)]);
//! let graph = ConflictGraph::from_options(vec!["A".into()], options.into(), &[], &[wish])?;
//! let grades = (0..4).map(|code| graph.preference(0).grade(State::from_code(code)));
//! assert_eq!(grades.flatten().collect::<Vec<_>>(), [0, 2, 1, 3]);
//! # Ok::<(), detente_stability::StabilityError>(())
//! ```

use detente_model::{Progress, Statement, Work};

use crate::StabilityError;
use crate::formula::{check, truth};
use crate::preference::{ABSENT, Preference};
use crate::state::StateSet;

/// The preference that statements make over feasible states.
pub(crate) fn prioritise(
    statements: &[Statement],
    strong: usize,
    unknown: &[usize],
    feasible: &StateSet,
    moves: usize,
    party: &str,
    progress: &Progress,
) -> Result<Preference, StabilityError> {
    let len = statements.len();
    let out_of_range = |index| StabilityError::MarkOutOfRange { party: party.to_owned(), index, len };
    if strong > len {
        return Err(out_of_range(strong));
    }
    if let Some(index) = unknown.iter().find(|index| **index >= len) {
        return Err(out_of_range(*index));
    }
    let mut work = Work::of(progress);
    let mut class = vec![ABSENT; feasible.universe()];
    for state in feasible.iter() {
        work.add(1);
        class[state.at()] = 0;
    }
    let mut classes = 1;
    let mut bands = (strong == 0).then(|| vec![0; class.len()]);
    let mut open = Vec::new();
    for (place, statement) in statements.iter().enumerate() {
        check(statement, moves)?;
        let holds: Vec<u64> = (0..feasible.words().len())
            .map(|word| truth(&statement.formula, word) & feasible.words()[word])
            .collect();
        for state in feasible.iter() {
            work.add(1);
            let bit = holds[state.at() / 64] >> (state.code() % 64) & 1;
            class[state.at()] = class[state.at()] * 2 + bit as u32;
        }
        if unknown.contains(&place) {
            open.push(class.clone());
        }
        classes = close_gaps(&mut class, classes * 2, progress);
        if place + 1 == strong {
            bands = Some(class.clone());
        }
    }
    let mut band = vec![0; classes];
    if let Some(bands) = bands {
        for state in feasible.iter() {
            work.add(1);
            band[class[state.at()] as usize] = bands[state.at()];
        }
    }
    Ok(Preference::new(class, band, progress).with_unknown_statements(open))
}

/// Renumbers classes below `bound` without gaps, in order, and says how many there are.
fn close_gaps(class: &mut [u32], bound: usize, progress: &Progress) -> usize {
    let mut name = vec![0u32; bound];
    for class in progress.along(class).filter(|class| **class != ABSENT) {
        name[*class as usize] = 1;
    }
    let mut count = 0;
    for slot in &mut name {
        let used = *slot;
        *slot = count;
        count += used;
    }
    let mut work = Work::of(progress);
    for class in class.iter_mut() {
        work.add(1);
        if *class != ABSENT {
            *class = name[*class as usize];
        }
    }
    count as usize
}

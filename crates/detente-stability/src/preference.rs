//! What a party prefers: a ranking of the states, with ties, strengths and gaps in what is known.
//!
//! Grades rise with preference: two states of one grade are tied. Bands are grades taken together: `s >> t`
//! when the band of `s` is higher (Hamouda, Kilgour & Hipel 2004). Some pairs may be unknown (Li, Hipel,
//! Kilgour & Fang 2004). All of it is kept in a few numbers a state, never a table of pairs.

use detente_model::{Progress, Work};

use crate::StabilityError;
use crate::state::{Numbering, State, StateSet};

/// The grade of a state that is not there.
pub(crate) const ABSENT: u32 = u32::MAX;

/// The preference of one party over the states of a conflict.
///
/// ```
/// use detente_stability::{ConflictGraph, MovePreference, State};
///
/// let ranking = MovePreference::Ranking(vec![vec![3], vec![1, 2]]);
/// let graph = ConflictGraph::from_moves(vec!["A".into()], vec![String::new(); 3], &[(0, 1, 3)], &[ranking])?;
/// let preference = graph.preference(0);
/// assert!(preference.prefers(State::from_code(2), State::from_code(0)));
/// assert_eq!(preference.grade(State::from_code(0)), preference.grade(State::from_code(1)));
/// # Ok::<(), detente_stability::StabilityError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preference {
    /// By code; [`ABSENT`] where there is no state.
    grade: Vec<u32>,
    /// Codes of the states, worst first, ties in order of code.
    sorted: Vec<u32>,
    /// Where each grade begins in `sorted`, and the end.
    starts: Vec<u32>,
    /// By grade.
    band: Vec<u32>,
    /// By grade: the lowest grade of its band.
    floor: Vec<u32>,
    unknown: Unknown,
}

/// Pairs that nobody can order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Unknown {
    /// Both ways round, sorted, no doubles.
    pairs: Vec<(u32, u32)>,
    /// For each statement of unknown direction, by code: twice the class by the statements before it, plus
    /// one where it holds. Two states that differ in the last bit alone are the pairs left open by it.
    statements: Vec<Vec<u32>>,
}

impl Preference {
    /// Grades by code, `ABSENT` where there is no state; grades need not be dense. `band` is by grade and
    /// never falls. `progress` is told of each state.
    pub(crate) fn new(grade: Vec<u32>, band: Vec<u32>, progress: &Progress) -> Self {
        let grades = band.len();
        let mut starts = vec![0u32; grades + 1];
        for grade in progress.along(&grade).filter(|grade| **grade != ABSENT) {
            starts[*grade as usize + 1] += 1;
        }
        for at in 0..grades {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut sorted = vec![0; starts[grades] as usize];
        for (code, grade) in progress.along(&grade).enumerate().filter(|(_, grade)| **grade != ABSENT) {
            sorted[next[*grade as usize] as usize] = code as u32;
            next[*grade as usize] += 1;
        }
        let mut floor = Vec::with_capacity(grades);
        for at in 0..grades {
            floor.push(if at > 0 && band[at] == band[at - 1] { floor[at - 1] } else { at as u32 });
        }
        Self { grade, sorted, starts, band, floor, unknown: Unknown::default() }
    }

    /// Groups of state numbers, best first; `much` has the places after which a `>>` stands.
    pub(crate) fn from_ranking(
        groups: &[Vec<usize>],
        much: &[usize],
        numbering: &Numbering,
        party: &str,
        progress: &Progress,
    ) -> Result<Self, StabilityError> {
        let mut work = Work::of(progress);
        let mut grade = vec![ABSENT; numbering.set().universe()];
        for (place, group) in groups.iter().rev().enumerate() {
            for &number in group {
                // A place among a million states is searched for.
                work.add(20);
                let state = numbering
                    .state(number)
                    .ok_or(StabilityError::UnknownState { number, most: numbering.len() })?;
                if grade[state.at()] != ABSENT {
                    return Err(StabilityError::RankedTwice { party: party.to_owned(), number });
                }
                grade[state.at()] = place as u32;
            }
        }
        for (rank, state) in numbering.set().iter().enumerate() {
            if grade[state.at()] == ABSENT {
                return Err(StabilityError::Unranked { party: party.to_owned(), number: rank + 1 });
            }
        }
        let mut steps = vec![0u32; groups.len()];
        for &place in much {
            // The last group has nothing after it, so a mark there cannot mean anything.
            if place + 1 >= groups.len() {
                return Err(StabilityError::MarkOutOfRange {
                    party: party.to_owned(),
                    index: place,
                    len: groups.len().saturating_sub(1),
                });
            }
            steps[groups.len() - 1 - place] = 1;
        }
        let mut band = 0;
        let bands = steps.iter().map(|step| {
            band += step;
            band
        });
        Ok(Self::new(grade, bands.collect(), progress))
    }

    /// The grade of a state, 0 the worst; `None` for a state that is not there.
    pub fn grade(&self, state: State) -> Option<u32> {
        self.grade.get(state.at()).copied().filter(|grade| *grade != ABSENT)
    }

    /// How many grades there are.
    pub fn grades(&self) -> usize {
        self.band.len()
    }

    /// Whether `a` is above `b` in the ranking; where the pair is unknown, the ranking is a guess.
    pub fn prefers(&self, a: State, b: State) -> bool {
        self.raw(a) > self.raw(b)
    }

    /// Whether `a` is much above `b` (`>>`).
    pub fn strongly_prefers(&self, a: State, b: State) -> bool {
        match (self.grade(a), self.grade(b)) {
            (Some(a), Some(b)) => self.band[a as usize] > self.band[b as usize],
            _ => false,
        }
    }

    /// Whether nobody knows which of the two the party prefers.
    pub fn is_unknown(&self, a: State, b: State) -> bool {
        self.unknown.statements.iter().any(|keys| keys[a.at()] ^ keys[b.at()] == 1)
            || self.unknown.pairs.binary_search(&(a.0, b.0)).is_ok()
    }

    /// Whether anything is preferred strongly.
    pub fn has_strength(&self) -> bool {
        self.band.first() != self.band.last()
    }

    /// Whether any pair is unknown.
    pub fn has_unknown(&self) -> bool {
        !(self.unknown.pairs.is_empty() && self.unknown.statements.is_empty())
    }

    /// States from best to worst, ties in one group.
    pub fn ranking(&self) -> impl Iterator<Item = Vec<State>> + '_ {
        (0..self.grades()).rev().map(|grade| self.of_grade(grade as u32)).filter(|group| !group.is_empty())
    }

    /// The states of one grade.
    pub(crate) fn of_grade(&self, grade: u32) -> Vec<State> {
        let (from, to) = (self.starts[grade as usize], self.starts[grade as usize + 1]);
        self.sorted[from as usize..to as usize].iter().map(|code| State(*code)).collect()
    }

    /// How many states have one of the grades `from..to`.
    pub(crate) fn count(&self, from: u32, to: u32) -> usize {
        (self.starts[to as usize] - self.starts[from as usize]) as usize
    }

    /// The grade, or [`ABSENT`].
    pub(crate) fn raw(&self, state: State) -> u32 {
        self.grade[state.at()]
    }

    pub(crate) fn by_code(&self) -> &[u32] {
        &self.grade
    }

    /// Codes of the states, worst first.
    pub(crate) fn sorted(&self) -> &[u32] {
        &self.sorted
    }

    /// The lowest grade that is not strongly worse than a grade.
    pub(crate) fn floor(&self, grade: u32) -> u32 {
        self.floor[grade as usize]
    }

    /// The same with some pairs unknown.
    pub(crate) fn with_unknown_pairs(mut self, pairs: impl IntoIterator<Item = (State, State)>) -> Self {
        for (a, b) in pairs {
            if a != b {
                self.unknown.pairs.extend([(a.0, b.0), (b.0, a.0)]);
            }
        }
        self.unknown.pairs.sort_unstable();
        self.unknown.pairs.dedup();
        self
    }

    pub(crate) fn with_unknown_statements(mut self, statements: Vec<Vec<u32>>) -> Self {
        self.unknown.statements = statements;
        self
    }

    /// The same over fewer states. Grades stay as they are.
    pub(crate) fn restricted(&self, to: &StateSet, progress: &Progress) -> Self {
        let mut grade = vec![ABSENT; self.grade.len()];
        for state in to.iter() {
            grade[state.at()] = self.raw(state);
        }
        let mut fewer = Self::new(grade, self.band.clone(), progress);
        fewer.unknown = self.unknown.clone();
        fewer
    }

    /// The same with one state lifted to stand alone, just above a grade. It joins the band of that grade.
    pub(crate) fn raised(&self, state: State, above: u32, progress: &Progress) -> Self {
        let mut grade = self.grade.clone();
        for grade in grade.iter_mut().filter(|grade| **grade != ABSENT && **grade > above) {
            *grade += 1;
        }
        grade[state.at()] = above + 1;
        let mut band = self.band.clone();
        band.insert(above as usize + 1, self.band[above as usize]);
        let mut raised = Self::new(grade, band, progress);
        raised.unknown = self.unknown.clone();
        raised
    }
}

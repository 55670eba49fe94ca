//! The least sets of conditions that block together.

use std::collections::BTreeMap;

use super::Condition;
use crate::DealsError;
use crate::limits;

/// Least sets of conditions that cannot all be met.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BlockingSets {
    /// The sets, the smallest first, then in the order of the conditions.
    pub sets: Vec<Vec<Condition>>,
    /// Least sets of conditions that, lifted together, open the zone; the smallest first.
    pub repairs: Vec<Vec<Condition>>,
    /// Whether these are all of them; otherwise the work set aside for it did not suffice.
    pub complete: bool,
}

/// Conditions by their places, ascending.
type Places = Vec<usize>;
/// Whether lifting some conditions opens the zone.
pub(super) type Answers = BTreeMap<Places, bool>;

impl BlockingSets {
    /// The sets, given what opens the zone, of which some answers are `known`. `opens` is monotone: lifting more never closes it.
    pub(super) fn of(
        conditions: &[Condition],
        known: Answers,
        opens: impl FnMut(&[usize]) -> Result<bool, DealsError>,
    ) -> Result<Self, DealsError> {
        let mut asking = Asking { opens, answers: known, asked: 0 };
        let mut causes: Vec<Places> = Vec::new();
        let mut repairs: Vec<Places> = Vec::new();
        let complete = match asking.play(conditions.len(), &mut causes, &mut repairs) {
            Ok(complete) => complete,
            Err(limit) if limit.is_limit() => false,
            Err(error) => return Err(error),
        };
        let named = |mut sets: Vec<Places>| -> Vec<Vec<Condition>> {
            sets.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
            sets.iter().map(|set| set.iter().map(|place| conditions[*place]).collect()).collect()
        };
        Ok(Self { sets: named(causes), repairs: named(repairs), complete })
    }
}

/// Questions whose answers are known are not asked again.
struct Asking<F> {
    opens: F,
    answers: Answers,
    /// How many were asked: what was known before is no part of the limit.
    asked: u64,
}

impl<F: FnMut(&[usize]) -> Result<bool, DealsError>> Asking<F> {
    fn opens(&mut self, lifted: &[usize]) -> Result<bool, DealsError> {
        if let Some(known) = self.answers.get(lifted) {
            return Ok(*known);
        }
        if self.asked >= limits::BLOCKER_QUESTIONS {
            return Err(DealsError::TooMuchWork { most: limits::BLOCKER_QUESTIONS });
        }
        self.asked += 1;
        let opens = (self.opens)(lifted)?;
        self.answers.insert(lifted.to_vec(), opens);
        Ok(opens)
    }

    /// Finds causes, the least blocking sets, and repairs, the least sets that open the zone, until every set that hits all known causes is a repair:
    /// then no cause is missing. Whether that was reached.
    fn play(
        &mut self,
        conditions: usize,
        causes: &mut Vec<Places>,
        repairs: &mut Vec<Places>,
    ) -> Result<bool, DealsError> {
        let all: Places = (0..conditions).collect();
        if !self.opens(&all)? {
            // Even without any condition nothing can be put together: no condition is to blame.
            return Ok(true);
        }
        let mut hitting: Vec<Places> = vec![Vec::new()];
        while let Some(missing) = self.first_that_fails(&hitting, repairs)? {
            let kept: Places = all.iter().copied().filter(|place| !missing.contains(place)).collect();
            let cause = self.shrunk(&all, kept)?;
            hitting = hit(&hitting, &cause);
            causes.push(cause);
            if causes.len() >= limits::BLOCKING_SETS || hitting.len() > limits::REPAIRS {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The first set that does not open the zone; those that do are repairs.
    fn first_that_fails(
        &mut self,
        hitting: &[Places],
        repairs: &mut Vec<Places>,
    ) -> Result<Option<Places>, DealsError> {
        for set in hitting {
            if !self.opens(set)? {
                return Ok(Some(set.clone()));
            }
            if !repairs.contains(set) {
                repairs.push(set.clone());
            }
        }
        Ok(None)
    }

    /// A least blocking set within one that blocks: each condition is left out if the others still block.
    fn shrunk(&mut self, all: &[usize], mut kept: Places) -> Result<Places, DealsError> {
        for place in kept.clone() {
            let others: Places = all.iter().copied().filter(|p| *p == place || !kept.contains(p)).collect();
            if !self.opens(&others)? {
                kept.retain(|p| *p != place);
            }
        }
        Ok(kept)
    }
}

/// The least sets that hit one more set, given those that hit all before it (Berge 1989), the smallest first.
fn hit(hitting: &[Places], cause: &[usize]) -> Vec<Places> {
    let (mut hit, missed): (Vec<Places>, Vec<Places>) =
        hitting.iter().cloned().partition(|set| cause.iter().any(|place| set.contains(place)));
    for set in missed {
        for place in cause {
            let mut larger = set.clone();
            larger.insert(larger.partition_point(|p| p < place), *place);
            if !hit.iter().any(|known| known.iter().all(|p| larger.contains(p))) {
                hit.push(larger);
            }
        }
    }
    hit.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    hit
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Subsets of a few places as masks.
    fn members(mask: u32) -> Places {
        (0..32).filter(|bit| mask >> bit & 1 == 1).map(|bit| bit as usize).collect()
    }

    fn mask(places: &[usize]) -> u32 {
        places.iter().map(|place| 1 << place).sum()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3_000))]

        /// Each package violates a set of conditions, and a zone opens when all that some package violates is lifted.
        #[test]
        fn sets_and_repairs_against_all_subsets(packages in proptest::collection::vec(1..256u32, 0..12), knows in any::<u8>()) {
            const CONDITIONS: usize = 8;
            let opens = |lifted: u32| packages.iter().any(|violated| violated & !lifted == 0);
            let conditions: Vec<Condition> = (0..CONDITIONS).map(|principal| Condition::Surplus { principal }).collect();
            let mut asked = Vec::new();
            let mut ask = |lifted: &[usize]| {
                asked.push(lifted.to_vec());
                Ok(opens(mask(lifted)))
            };
            let found = BlockingSets::of(&conditions, Answers::new(), &mut ask).unwrap();
            // What is known before is not asked, and changes nothing.
            let known: Answers = (0..CONDITIONS).filter(|place| knows >> place & 1 == 1)
                .map(|place| (vec![place], opens(1 << place))).collect();
            let told = BlockingSets::of(&conditions, known.clone(), |lifted| {
                assert!(!known.contains_key(lifted));
                Ok(opens(mask(lifted)))
            });
            prop_assert_eq!(told.unwrap(), found.clone());
            let once: std::collections::BTreeSet<&Places> = asked.iter().collect();
            prop_assert_eq!(once.len(), asked.len());
            let everything = (1 << CONDITIONS) - 1;
            let least = |holds: &dyn Fn(u32) -> bool| -> Vec<u32> {
                (0..=everything).filter(|set| holds(*set) && members(*set).iter().all(|bit| !holds(set & !(1 << bit)))).collect()
            };
            let blocks = |kept: u32| !opens(everything & !kept);
            let masks = |sets: &[Vec<Condition>]| -> Vec<u32> {
                let place = |condition: &Condition| conditions.iter().position(|other| other == condition).unwrap();
                let mut masks: Vec<u32> = sets.iter().map(|set| mask(&set.iter().map(place).collect::<Vec<_>>())).collect();
                masks.sort_unstable();
                masks
            };
            if opens(everything) {
                prop_assert!(found.complete);
                prop_assert_eq!(masks(&found.sets), least(&blocks));
                prop_assert_eq!(masks(&found.repairs), least(&opens));
            } else {
                prop_assert_eq!(found, BlockingSets { complete: true, ..BlockingSets::default() });
            }
        }
    }
}

//! Good packages quickly: hill climbing on the smallest coordinate.
//!
//! From each start, the change on a single issue that helps most is made until none helps; where asked, changes on two issues
//! at once come after. Better means a larger smallest coordinate, then a larger second smallest, and so on. The package
//! found bounds an exact search from below; it is an answer only together with a bound from above.

use super::problem::Problem;
use crate::limits;
use crate::watch::Meter;

/// A package with its vector.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Climbed {
    /// The choice on each issue.
    pub picks: Vec<usize>,
    /// The coordinates.
    pub at: Vec<i64>,
}

impl Climbed {
    /// The smallest coordinate.
    pub fn least(&self) -> i64 {
        self.at.iter().copied().min().unwrap_or(0)
    }
}

impl Problem {
    /// The vector of picks; `None` where they are infeasible together.
    pub(crate) fn vector(&self, picks: &[usize]) -> Option<Vec<i64>> {
        let mut at: Vec<i64> = self.coordinates.iter().map(|c| c.start).collect();
        let plus = |at: &mut [i64], add: &[i64]| at.iter_mut().zip(add).for_each(|(x, y)| *x += y);
        for (issue, pick) in self.choices.iter().zip(picks) {
            plus(&mut at, &issue[*pick].add);
        }
        for factor in &self.factors {
            let option = |k: usize| self.choices[k][picks[k]].option;
            if factor.when.0.iter().all(|(k, options)| options.contains(&option(k.index()))) {
                plus(&mut at, factor.add.as_ref()?);
            }
        }
        Some(at)
    }

    /// The best package that climbing from the starts leads to; `None` if every start is infeasible and stays so.
    pub(crate) fn climb(&self, starts: &[Vec<usize>], pairs: bool) -> Option<Climbed> {
        let mut best: Option<Climbed> = None;
        for start in starts {
            let Some(climbed) = self.climb_from(start) else { continue };
            if best.as_ref().is_none_or(|b| leximin(&climbed.at) > leximin(&b.at)) {
                best = Some(climbed);
            }
        }
        let mut best = best?;
        let all: usize = self.choices.iter().map(Vec::len).sum();
        if pairs && self.factors.is_empty() && all * all / 2 <= limits::CLIMBED_PAIRS {
            while let Some(better) = self.better_pair(&best) {
                best = self.climb_from(&better.picks).unwrap_or(better);
            }
        }
        Some(best)
    }

    /// Each issue at what is best for the sum, for the least, and for each coordinate.
    pub(crate) fn plain_starts(&self) -> Vec<Vec<usize>> {
        let best_for = |score: &dyn Fn(&[i64]) -> i64| -> Vec<usize> {
            let best = |issue: &Vec<super::problem::Choice>| {
                (0..issue.len()).max_by_key(|i| score(&issue[*i].add)).unwrap_or(0)
            };
            self.choices.iter().map(best).collect()
        };
        let mut starts =
            vec![best_for(&|add| add.iter().sum()), best_for(&|add| add.iter().copied().min().unwrap_or(0))];
        starts.extend((0..self.coordinates.len()).map(|d| best_for(&move |add| add[d])));
        starts
    }

    pub(super) fn climb_from(&self, start: &[usize]) -> Option<Climbed> {
        if self.factors.is_empty() { self.climb_free(start) } else { self.climb_tied(start) }
    }

    /// Where nothing ties issues together, a change adds and takes away.
    fn climb_free(&self, start: &[usize]) -> Option<Climbed> {
        let mut picks = start.to_vec();
        let mut at = self.vector(&picks)?;
        let mut rating = leximin(&at);
        // Room for the vector of a change and its rating, used again and again.
        let (mut tried, mut rate) = (at.clone(), rating.clone());
        let meter = Meter::of(&self.watch);
        loop {
            let mut better: Option<(usize, usize)> = None;
            meter.count((self.choices.iter().map(Vec::len).sum::<usize>() * at.len()) as u64);
            for (k, choices) in self.choices.iter().enumerate() {
                let stay = &choices[picks[k]].add;
                for (pick, choice) in choices.iter().enumerate().filter(|(pick, _)| *pick != picks[k]) {
                    let changes = at.iter().zip(stay.iter().zip(&choice.add));
                    tried.iter_mut().zip(changes).for_each(|(x, (at, (old, new)))| *x = at - old + new);
                    if tried.iter().min() < rating.first() {
                        continue;
                    }
                    rate.copy_from_slice(&tried);
                    rate.sort_unstable();
                    if rate > rating {
                        rating.copy_from_slice(&rate);
                        better = Some((k, pick));
                    }
                }
            }
            let Some((k, pick)) = better else { break };
            at = self.changed(&at, k, picks[k], pick);
            picks[k] = pick;
        }
        Some(Climbed { picks, at })
    }

    fn climb_tied(&self, start: &[usize]) -> Option<Climbed> {
        let mut picks = start.to_vec();
        let mut at = self.vector(&picks);
        let meter = Meter::of(&self.watch);
        loop {
            let mut better: Option<(usize, usize, Vec<i64>)> = None;
            let mut rating = at.as_deref().map(leximin);
            for k in 0..picks.len() {
                meter.count((self.choices[k].len() * (picks.len() + self.factors.len())) as u64);
                let stay = picks[k];
                for pick in (0..self.choices[k].len()).filter(|pick| *pick != stay) {
                    picks[k] = pick;
                    let tried = self.vector(&picks);
                    let rate = tried.as_deref().map(leximin);
                    if rate > rating
                        && let Some(tried) = tried
                    {
                        rating = rate;
                        better = Some((k, pick, tried));
                    }
                }
                picks[k] = stay;
            }
            let Some((k, pick, vector)) = better else { break };
            picks[k] = pick;
            at = Some(vector);
        }
        at.map(|at| Climbed { picks, at })
    }

    /// The change on two issues at once that helps most, where nothing ties issues together.
    fn better_pair(&self, from: &Climbed) -> Option<Climbed> {
        let mut rating = (from.least(), leximin(&from.at));
        let mut better = None;
        let meter = Meter::of(&self.watch);
        for j in 0..self.choices.len() {
            for one in 0..self.choices[j].len() {
                meter.count((self.choices.iter().map(Vec::len).sum::<usize>() * from.at.len()) as u64);
                let half = self.changed(&from.at, j, from.picks[j], one);
                for k in j + 1..self.choices.len() {
                    let (stay, choices) = (&self.choices[k][from.picks[k]].add, &self.choices[k]);
                    for (other, choice) in choices.iter().enumerate() {
                        let coordinates = half.iter().zip(&choice.add).zip(stay);
                        let least = coordinates.map(|((x, new), old)| x + new - old).min().unwrap_or(0);
                        if least < rating.0 {
                            continue;
                        }
                        let at = self.changed(&half, k, from.picks[k], other);
                        let rate = (least, leximin(&at));
                        if rate > rating {
                            rating = rate;
                            let mut picks = from.picks.clone();
                            (picks[j], picks[k]) = (one, other);
                            better = Some(Climbed { picks, at });
                        }
                    }
                }
            }
        }
        better
    }

    fn changed(&self, at: &[i64], issue: usize, from: usize, to: usize) -> Vec<i64> {
        let (from, to) = (&self.choices[issue][from].add, &self.choices[issue][to].add);
        at.iter().zip(from.iter().zip(to)).map(|(x, (old, new))| x - old + new).collect()
    }
}

/// The coordinates from the smallest up: the larger such list is the better one for those who get least.
pub(crate) fn leximin(coordinates: &[i64]) -> Vec<i64> {
    let mut sorted = coordinates.to_vec();
    sorted.sort_unstable();
    sorted
}

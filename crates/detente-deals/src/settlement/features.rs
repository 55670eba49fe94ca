//! What a package is measured by, when it is asked how likely people are to settle on it.
//!
//! Every measure is a pure number that stays as it is when a party's worths are rescaled, when parties change places and when options or
//! issues are renamed or reordered. The first six look at *shares*: what a package gains a principal above no deal, as a part of the most
//! it could gain in any package that all accept (the share of Kalai & Smorodinsky 1975). The others look at issues one by one, where a
//! principal's *part* of an issue is what it gets there between the worst and the best of the open options; worth that options have only
//! together counts in the shares and not in the parts. An option that somebody who must sign refuses is not open.

use detente_model::Package;

use crate::space::DealSpace;

/// How many measures there are.
pub const COUNT: usize = 15;

/// The measures of one package, in the order of [`FEATURES`].
pub type Features = [f64; COUNT];

/// A measure of a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feature {
    /// Its name, for programs.
    pub name: &'static str,
    /// What it is.
    pub says: &'static str,
}

const fn feature(name: &'static str, says: &'static str) -> Feature {
    Feature { name, says }
}

/// The measures of a package.
pub const FEATURES: [Feature; COUNT] = [
    feature("mean_share", "the mean of the shares"),
    feature("short_of_half", "how far shares fall short of a half, on average"),
    feature("short_of_three_tenths", "how far shares fall short of 0.3, on average"),
    feature("short_of_seven_tenths", "how far shares fall short of 0.7, on average"),
    feature("product", "the product of the shares, to the power of 2 by the number of principals"),
    feature("equal", "how nearly shares are equal: 1 if they are, 0 if they differ by 0.03 or more"),
    feature(
        "whole",
        "on which part of the issues somebody has its best option and somebody its worst, where they disagree",
    ),
    feature("unimproved", "1 if no change on one issue or two is better for somebody and worse for nobody"),
    feature(
        "weightiest",
        "the part of its weightiest issue that a principal gets, of the one that gets least",
    ),
    feature("wasted", "what is lost on issues of which one option is best for all, as a part of all issues"),
    feature(
        "part_gap",
        "the difference between the largest and the smallest mean part, issues counting alike",
    ),
    feature("part_least", "the smallest mean part, issues counting alike"),
    feature(
        "given_up",
        "the weight of issues on which a principal gets its worst, of the one that gives up most",
    ),
    feature("to_the_keener", "the part of an issue that goes to whoever weighs it most, on average"),
    feature(
        "things_gap",
        "the difference in things had, as a part of all, on issues that share out things alike",
    ),
];

/// The place of `unimproved`, the only measure that looks at other packages.
pub(super) const UNIMPROVED: usize = 7;
/// From which difference on shares do not count as equal: just less than a point of thirty-one.
const UNEQUAL: f64 = 0.03;
/// What floating-point numbers that stand for the same may differ by.
const SAME: f64 = 1e-9;

/// What one option adds to the measures that are sums over issues.
#[derive(Debug, Clone)]
struct Addition {
    whole: f64,
    wasted: f64,
    keener: f64,
    /// For each principal: to its mean part, to its part of the weightiest issue, to what it gives up, to the things it has.
    each: Vec<[f64; 4]>,
}

/// What the packages of a space are measured with.
#[derive(Debug)]
pub(super) struct Measures<'a> {
    space: &'a DealSpace,
    /// The most that each principal gains in a package that all accept.
    most: Vec<i64>,
    additions: Vec<Vec<Addition>>,
    open: Vec<Vec<bool>>,
    /// Whether what options are worth is a sum, so that a change is worth the difference.
    additive: bool,
    /// Whether whether all accept hangs on more than the principals' values.
    others: bool,
}

/// A principal on one issue.
struct Taste {
    /// Its part by each option; `None` where it is indifferent.
    parts: Option<Vec<f64>>,
    /// What the issue can be worth to it, as a part of what all issues can.
    weight: f64,
}

impl<'a> Measures<'a> {
    /// The measures of a space in which the most that each principal gains among the packages that all accept is known.
    pub fn new(space: &'a DealSpace, most: Vec<i64>) -> Self {
        let signatories = space.signatories();
        let open: Vec<Vec<bool>> = (space.sizes().iter().enumerate())
            .map(|(k, size)| {
                (0..*size).map(|o| !signatories.iter().any(|i| space.actors()[*i].refused[k][o])).collect()
            })
            .collect();
        Self {
            additions: additions(space, &open),
            additive: space.principals().iter().all(|terms| terms.interactions.is_empty()),
            others: !space.is_decided_by_values() || !space.infeasible().is_empty(),
            space,
            most,
            open,
        }
    }

    /// What a package gains each principal.
    pub fn surpluses(&self, package: &Package) -> Vec<i64> {
        surpluses(self.space, package)
    }

    /// The measures of a package that all accept.
    pub fn of(&self, package: &Package) -> Features {
        let surpluses = self.surpluses(package);
        let mut features = self.by_itself(package, &surpluses);
        features[UNIMPROVED] = f64::from(u8::from(self.is_unimproved(package, &surpluses)));
        features
    }

    /// All measures but `unimproved`.
    fn by_itself(&self, package: &Package, surpluses: &[i64]) -> Features {
        let n = surpluses.len() as f64;
        let share = |(of, most): (&i64, &i64)| if *most > 0 { *of as f64 / *most as f64 } else { 1.0 };
        let shares: Vec<f64> = surpluses.iter().zip(&self.most).map(share).collect();
        let mean = |of: &dyn Fn(f64) -> f64| sorted_sum(shares.iter().map(|s| of(*s))) / n;
        let (least, largest) = ends(shares.iter().copied());
        let issues = (self.additions.len() as f64).max(1.0);
        let (mut whole, mut wasted, mut keener) = (0.0, 0.0, 0.0);
        let mut each = vec![[0.0; 4]; surpluses.len()];
        for (options, option) in self.additions.iter().zip(&package.0) {
            let addition = &options[usize::from(*option)];
            whole += addition.whole;
            wasted += addition.wasted;
            keener += addition.keener;
            for (sum, more) in each.iter_mut().zip(&addition.each) {
                sum.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
            }
        }
        let over = |column: usize| ends(each.iter().map(|sums| sums[column]));
        let ((least_part, largest_part), (fewest, most)) = (over(0), over(3));
        let product: f64 = {
            let mut factors: Vec<f64> = shares.iter().map(|s| s.max(0.0)).collect();
            factors.sort_unstable_by(f64::total_cmp);
            factors.iter().product()
        };
        [
            mean(&|s| s),
            mean(&|s| (0.5 - s).max(0.0)),
            mean(&|s| (0.3 - s).max(0.0)),
            mean(&|s| (0.7 - s).max(0.0)),
            product.powf(2.0 / n),
            (1.0 - (largest - least) / UNEQUAL).max(0.0),
            whole / issues,
            0.0,
            over(1).0,
            wasted / issues,
            largest_part - least_part,
            least_part,
            over(2).1,
            keener / issues,
            most - fewest,
        ]
    }

    /// Whether no package that all accept, other on one issue or two, is worth more to a principal and less to none.
    fn is_unimproved(&self, package: &Package, surpluses: &[i64]) -> bool {
        let mut other = package.clone();
        let single: Vec<(usize, u16, Vec<i64>)> = self.changes(package);
        let improves = |gains: &mut dyn Iterator<Item = i64>| {
            let mut better = false;
            for gain in gains {
                if gain < 0 {
                    return false;
                }
                better |= gain > 0;
            }
            better
        };
        let mut is_better = |changes: &[&(usize, u16, Vec<i64>)]| {
            // Where worth is a sum, most changes are ruled out by their differences alone.
            let rule_out = self.additive
                && !improves(
                    &mut (0..surpluses.len()).map(|i| changes.iter().map(|(_, _, gains)| gains[i]).sum()),
                );
            if rule_out {
                return false;
            }
            for (k, option, _) in changes {
                other.0[*k] = *option;
            }
            let better = (self.additive
                || improves(&mut self.surpluses(&other).iter().zip(surpluses).map(|(new, old)| new - old)))
                && (!self.others || self.space.all_accept(&other));
            for (k, _, _) in changes {
                other.0[*k] = package.0[*k];
            }
            better
        };
        for (place, change) in single.iter().enumerate() {
            if is_better(&[change])
                || single[..place].iter().any(|first| first.0 != change.0 && is_better(&[first, change]))
            {
                return false;
            }
        }
        true
    }

    /// Every other open option on one issue, with what it gains each principal where worth is a sum.
    fn changes(&self, package: &Package) -> Vec<(usize, u16, Vec<i64>)> {
        let mut changes = Vec::new();
        for (k, open) in self.open.iter().enumerate() {
            let now = package.0[k];
            for option in (0..open.len()).filter(|o| open[*o] && *o != usize::from(now)) {
                let gain = |terms: &crate::ActorTerms| {
                    terms.worth[k][option].raw() - terms.worth[k][usize::from(now)].raw()
                };
                changes.push((k, option as u16, self.space.principals().iter().map(gain).collect()));
            }
        }
        changes
    }

    /// The options that are open on an issue.
    pub fn open(&self, issue: usize) -> Vec<u16> {
        (0..self.open[issue].len()).filter(|o| self.open[issue][*o]).map(|o| o as u16).collect()
    }
}

/// What a package gains each principal above no deal, in the units of the space.
pub(super) fn surpluses(space: &DealSpace, package: &Package) -> Vec<i64> {
    space.principals().iter().map(|terms| (terms.value(package) - terms.reservation).raw()).collect()
}

/// The sum of numbers whatever their order.
fn sorted_sum(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_unstable_by(f64::total_cmp);
    numbers.iter().sum()
}

/// The least and the largest.
fn ends(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), x| (least.min(x), most.max(x)))
}

/// What each option of each issue adds.
fn additions(space: &DealSpace, open: &[Vec<bool>]) -> Vec<Vec<Addition>> {
    let tastes = tastes(space, open);
    let parties = space.principals().len();
    let cared: Vec<f64> =
        (0..parties).map(|i| tastes.iter().filter(|issue| issue[i].parts.is_some()).count() as f64).collect();
    // The weightiest issues of each principal, all that tie.
    let weightiest: Vec<Vec<bool>> = (0..parties)
        .map(|i| {
            let top = tastes.iter().map(|issue| issue[i].weight).fold(0.0, f64::max);
            let is_top = |issue: &Vec<Taste>| issue[i].parts.is_some() && issue[i].weight >= top - SAME;
            tastes.iter().map(is_top).collect()
        })
        .collect();
    let things: Vec<Option<f64>> = tastes.iter().zip(open).map(|(issue, open)| things(issue, open)).collect();
    let all_things: f64 = things.iter().flatten().sum();
    let of_issue = |(k, issue): (usize, &Vec<Taste>)| {
        let keenest = issue.iter().map(|taste| taste.weight).fold(0.0, f64::max);
        let carers = issue.iter().filter(|taste| taste.parts.is_some()).count();
        let part = |i: usize, option: usize| issue[i].parts.as_ref().map(|parts| parts[option]);
        let all_parts = |option: usize| (0..parties).filter_map(move |i| part(i, option));
        let agreed =
            (0..open[k].len()).any(|o| open[k][o] && carers > 0 && all_parts(o).all(|g| g > 1.0 - SAME));
        let mean = |parts: &mut dyn Iterator<Item = f64>| {
            let parts: Vec<f64> = parts.collect();
            if parts.is_empty() { 0.5 } else { sorted_sum(parts.iter().copied()) / parts.len() as f64 }
        };
        let add = |option: usize| {
            let has_best = all_parts(option).any(|g| g > 1.0 - SAME);
            let has_worst = all_parts(option).any(|g| g < SAME);
            let left = 1.0 - sorted_sum(all_parts(option));
            let each = (0..parties).map(|i| {
                let own = part(i, option);
                let tops = weightiest[i].iter().filter(|top| **top).count() as f64;
                let of_top = if weightiest[i][k] { own.unwrap_or(0.0) / tops } else { 0.0 };
                let given_up = own.filter(|g| *g < SAME).map_or(0.0, |_| issue[i].weight);
                // Who does not care has what the others leave.
                let had = own.unwrap_or_else(|| left.max(0.0) / (parties - carers.min(parties - 1)) as f64);
                let things = things[k].map_or(0.0, |count| count * had / all_things);
                [own.map_or(0.0, |g| g / cared[i]), of_top, given_up, things]
            });
            let keenest_of = |i: &usize| issue[*i].parts.is_some() && issue[*i].weight >= keenest - SAME;
            Addition {
                whole: f64::from(u8::from(!agreed && has_best && has_worst)),
                wasted: if agreed { 1.0 - mean(&mut all_parts(option)) } else { 0.0 },
                keener: mean(&mut (0..parties).filter(keenest_of).filter_map(|i| part(i, option))),
                each: each.collect(),
            }
        };
        let mut options: Vec<Addition> = (0..open[k].len()).map(add).collect();
        // Whoever cares about nothing has all that it could want.
        for addition in options.iter_mut().filter(|_| k == 0) {
            for (i, sums) in addition.each.iter_mut().enumerate().filter(|(i, _)| cared[*i] == 0.0) {
                debug_assert!(issue[i].parts.is_none());
                (sums[0], sums[1]) = (1.0, 1.0);
            }
        }
        options
    };
    tastes.iter().enumerate().map(of_issue).collect()
}

/// Every principal on every issue.
fn tastes(space: &DealSpace, open: &[Vec<bool>]) -> Vec<Vec<Taste>> {
    let range = |i: usize, k: usize| {
        let row = &space.principals()[i].worth[k];
        let worths = row.iter().zip(&open[k]).filter(|(_, open)| **open).map(|(worth, _)| worth.raw());
        worths.fold(None, |ends: Option<(i64, i64)>, x| {
            Some(ends.map_or((x, x), |(low, high)| (low.min(x), high.max(x))))
        })
    };
    let parties = space.principals().len();
    let width = |i: usize, k: usize| range(i, k).map_or(0.0, |(low, high)| high as f64 - low as f64);
    let totals: Vec<f64> =
        (0..parties).map(|i| sorted_sum((0..open.len()).map(|k| width(i, k))).max(1.0)).collect();
    let taste = |i: usize, k: usize| {
        let (low, _) = range(i, k).unwrap_or_default();
        let width = width(i, k);
        let part = |worth: &crate::Units| ((worth.raw() as f64 - low as f64) / width).clamp(0.0, 1.0);
        let parts = (width > 0.0).then(|| space.principals()[i].worth[k].iter().map(part).collect());
        Taste { parts, weight: width / totals[i] }
    };
    (0..open.len()).map(|k| (0..parties).map(|i| taste(i, k)).collect()).collect()
}

/// How many things alike an issue shares out: all who care count in equal steps from none to all, and one has what another has not. `None` if it is
/// not of that kind.
fn things(issue: &[Taste], open: &[bool]) -> Option<f64> {
    let options: Vec<usize> = (0..open.len()).filter(|o| open[*o]).collect();
    let steps = options.len().checked_sub(1).filter(|steps| *steps > 0)? as f64;
    let carers: Vec<&Vec<f64>> = issue.iter().filter_map(|taste| taste.parts.as_ref()).collect();
    let in_steps = |parts: &&Vec<f64>| {
        let mut sorted: Vec<f64> = options.iter().map(|o| parts[*o]).collect();
        sorted.sort_unstable_by(f64::total_cmp);
        sorted.iter().enumerate().all(|(step, part)| (part - step as f64 / steps).abs() < SAME)
    };
    let shared_out = |o: &usize| {
        (sorted_sum(carers.iter().map(|parts| parts[*o])) - 1.0).abs() < SAME || carers.len() == 1
    };
    let counts = !carers.is_empty() && carers.iter().all(in_steps) && options.iter().all(shared_out);
    counts.then_some(steps)
}

//! The definitions, taken literally: every package is listed and judged by itself.

use std::ops::Range;

use detente_deals::{ActorTerms, Concession, ConcessionKind, DealSpace, Ratification, Units, Votes};
use detente_model::{Actor, AudienceId, Combination, IssueId, Package, PartyId};

/// What a random space is made of.
#[derive(Clone)]
pub struct Shape {
    pub principals: Range<u64>,
    pub issues: Range<u64>,
    pub audiences: Range<u64>,
    pub interactions: Range<u64>,
    pub infeasible: Range<u64>,
}

impl Shape {
    pub fn plain() -> Self {
        Self { principals: 2..4, issues: 1..4, audiences: 0..1, interactions: 0..1, infeasible: 0..1 }
    }
}

/// `SplitMix64` (Steele, Lea & Flood 2014): all that a test needs.
pub struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn roll(&mut self, range: Range<u64>) -> u64 {
        range.start + self.next() % (range.end - range.start)
    }

    pub fn chance(&mut self, percent: u64) -> bool {
        self.roll(0..100) < percent
    }
}

/// A tenth of a scale, of which all values are multiples.
const TENTH: i64 = Units::ONE.raw() / 10;

fn tenths(count: i64) -> Units {
    Units::from_raw(count * TENTH)
}

/// A random space with coarse values, so that ties are common.
pub fn random_space(seed: u64, shape: &Shape) -> DealSpace {
    let mut dice = Dice(seed);
    let sizes: Vec<usize> = (0..dice.roll(shape.issues.clone())).map(|_| dice.roll(1..5) as usize).collect();
    let combination = |dice: &mut Dice| {
        let mut when = Vec::new();
        for (k, size) in sizes.iter().enumerate() {
            if dice.chance(50) {
                let options: Vec<usize> = (0..*size).filter(|_| dice.chance(50)).collect();
                if !options.is_empty() {
                    when.push((IssueId(k), options));
                }
            }
        }
        Combination(when)
    };
    let terms = |dice: &mut Dice, actor: Actor, signs: bool| ActorTerms {
        actor,
        signs,
        worth: sizes.iter().map(|s| (0..*s).map(|_| tenths(dice.roll(0..6) as i64)).collect()).collect(),
        refused: sizes.iter().map(|s| (0..*s).map(|_| dice.chance(12)).collect()).collect(),
        interactions: (0..dice.roll(shape.interactions.clone()))
            .map(|_| (combination(dice), tenths(dice.roll(0..7) as i64 - 3)))
            .collect(),
        reservation: tenths(dice.roll(0..5 * sizes.len() as u64) as i64),
    };
    let principals = dice.roll(shape.principals.clone()) as usize;
    let mut actors: Vec<ActorTerms> =
        (0..principals).map(|i| terms(&mut dice, Actor::Party(PartyId(i)), true)).collect();
    let mut ratification: Vec<Ratification> = Vec::new();
    for a in 0..dice.roll(shape.audiences.clone()) as usize {
        let veto = dice.chance(40);
        actors.push(terms(&mut dice, Actor::Audience(AudienceId(a)), veto));
        if !veto {
            let principal = dice.roll(0..principals as u64) as usize;
            let voter = (actors.len() - 1, Votes::from_raw(dice.roll(1..4) as i64));
            match ratification.iter_mut().find(|r| r.principal == principal) {
                Some(r) => r.voters.push(voter),
                None => {
                    ratification.push(Ratification { principal, voters: vec![voter], needed: Votes::NONE });
                }
            }
        }
    }
    for r in &mut ratification {
        let total: Votes = r.voters.iter().map(|(_, weight)| *weight).sum();
        r.needed = Votes::from_raw(dice.roll(0..total.raw() as u64 + 1) as i64);
    }
    let infeasible = (0..dice.roll(shape.infeasible.clone()))
        .map(|_| combination(&mut dice))
        .filter(|when| !when.0.is_empty())
        .collect();
    DealSpace::from_parts(sizes, actors, principals, infeasible, ratification).unwrap()
}

/// Two principals who want the opposite on every issue, all issues alike.
pub fn opposed(issues: usize, options: usize) -> DealSpace {
    let terms = |i: usize, value: &dyn Fn(usize) -> usize| ActorTerms {
        actor: Actor::Party(PartyId(i)),
        signs: true,
        worth: vec![(0..options).map(|o| Units::from_raw(value(o) as i64)).collect(); issues],
        refused: vec![vec![false; options]; issues],
        interactions: Vec::new(),
        reservation: Units::ZERO,
    };
    let actors = vec![terms(0, &|o| o), terms(1, &|o| options - 1 - o)];
    DealSpace::from_parts(vec![options; issues], actors, 2, Vec::new(), Vec::new()).unwrap()
}

/// The same space with the principals in reverse order.
pub fn reversed(space: &DealSpace) -> DealSpace {
    let principals = space.principals().len();
    let mut actors = space.actors().to_vec();
    actors[..principals].reverse();
    DealSpace::from_parts(space.sizes().to_vec(), actors, principals, rules(space), Vec::new()).unwrap()
}

/// All packages of a space.
pub struct Literal<'a> {
    space: &'a DealSpace,
    packages: Vec<Package>,
}

impl<'a> Literal<'a> {
    pub fn of(space: &'a DealSpace) -> Self {
        Self { space, packages: space.packages().collect() }
    }

    fn feasible(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| self.space.is_feasible(package))
    }

    pub fn zone(&self) -> impl Iterator<Item = &Package> {
        self.feasible().filter(|package| {
            let accepts = |terms: &ActorTerms| {
                let crossed = terms.refused.iter().zip(&package.0).any(|(row, o)| row[usize::from(*o)]);
                !crossed && terms.value(package) >= terms.reservation
            };
            let signed = self.space.actors().iter().filter(|t| t.signs).all(accepts);
            signed
                && ratification(self.space).iter().all(|r| {
                    let yes = r.voters.iter().filter(|(voter, _)| accepts(&self.space.actors()[*voter]));
                    yes.map(|(_, weight)| *weight).sum::<Votes>() >= r.needed
                })
        })
    }

    pub fn frontier(&self) -> Vec<(Vec<Units>, u128)> {
        self.undominated(self.feasible())
    }

    pub fn zone_frontier(&self) -> Vec<(Vec<Units>, u128)> {
        self.undominated(self.zone())
    }

    fn undominated<'b>(&self, packages: impl Iterator<Item = &'b Package>) -> Vec<(Vec<Units>, u128)> {
        let mut values: Vec<Vec<Units>> = packages.map(|package| self.space.values(package)).collect();
        values.sort_by(|a, b| b.cmp(a));
        let mut distinct: Vec<(Vec<Units>, u128)> = Vec::new();
        for value in values {
            match distinct.last_mut().filter(|(last, _)| *last == value) {
                Some((_, count)) => *count += 1,
                None => distinct.push((value, 1)),
            }
        }
        let dominates = |a: &[Units], b: &[Units]| a != b && a.iter().zip(b).all(|(x, y)| x >= y);
        let all = distinct.clone();
        distinct.retain(|(value, _)| !all.iter().any(|(other, _)| dominates(other, value)));
        distinct
    }

    pub fn smallest_surplus(&self, package: &Package) -> Option<Units> {
        let mut signatories = self.space.actors().iter().filter(|t| t.signs);
        if signatories.clone().any(|t| t.refuses(package)) || !self.space.is_feasible(package) {
            return None;
        }
        signatories.by_ref().map(|t| t.value(package) - t.reservation).min()
    }

    pub fn margin(&self) -> Option<Units> {
        self.packages.iter().filter_map(|package| self.smallest_surplus(package)).max()
    }

    fn surpluses(&self, package: &Package) -> Vec<i64> {
        self.space.principals().iter().map(|t| (t.value(package) - t.reservation).raw()).collect()
    }

    /// The values with the largest key; ties by leximin, then the first on the frontier.
    fn best<K: PartialOrd>(&self, key: impl Fn(&[i64]) -> K) -> Vec<Units> {
        let rate = |values: &[Units]| {
            let surpluses: Vec<i64> =
                self.space.principals().iter().zip(values).map(|(t, v)| (*v - t.reservation).raw()).collect();
            let mut sorted = surpluses.clone();
            sorted.sort_unstable();
            (key(&surpluses), sorted)
        };
        let mut frontier = self.zone_frontier().into_iter().map(|(values, _)| values);
        let mut best = frontier.next().unwrap();
        for values in frontier {
            if rate(&values) > rate(&best) {
                best = values;
            }
        }
        best
    }

    pub fn nash(&self) -> Vec<Units> {
        // Multiples of a tenth, at most 15 of them each, so the product fits.
        self.best(|s| s.iter().map(|x| i128::from(x / TENTH)).product::<i128>())
    }

    pub fn egalitarian(&self) -> Vec<Units> {
        self.best(|s| {
            let mut sorted = s.to_vec();
            sorted.sort_unstable();
            sorted
        })
    }

    pub fn utilitarian(&self) -> Vec<Units> {
        self.best(|s| s.iter().sum::<i64>())
    }

    pub fn kalai_smorodinsky(&self) -> Vec<Units> {
        let most: Vec<i64> = (0..self.space.principals().len())
            .map(|i| self.zone().map(|o| self.surpluses(o)[i]).max().unwrap())
            .collect();
        // Over a common denominator the shares are whole numbers.
        let product: i128 = most.iter().filter(|m| **m > 0).map(|m| i128::from(m / TENTH)).product();
        self.best(|s| {
            let share = |(x, m): (&i64, &i64)| i128::from(x / TENTH) * (product / i128::from(m / TENTH));
            let mut shares: Vec<i128> = s.iter().zip(&most).filter(|(_, m)| **m > 0).map(share).collect();
            shares.sort_unstable();
            shares
        })
    }
}

fn rules(space: &DealSpace) -> Vec<Combination> {
    space.infeasible().to_vec()
}

fn ratification(space: &DealSpace) -> Vec<Ratification> {
    space.ratification().to_vec()
}

fn with_actors(space: &DealSpace, actors: Vec<ActorTerms>) -> DealSpace {
    let principals = space.principals().len();
    DealSpace::from_parts(space.sizes().to_vec(), actors, principals, rules(space), ratification(space))
        .unwrap()
}

fn best_worth(terms: &ActorTerms, issue: usize) -> Option<Units> {
    let open = terms.worth[issue].iter().zip(&terms.refused[issue]).filter(|(_, refused)| !**refused);
    open.map(|(w, _)| *w).max()
}

/// The space after concessions, each about one option.
pub fn conceded(space: &DealSpace, concessions: &[Concession]) -> DealSpace {
    let mut actors = space.actors().to_vec();
    for c in concessions {
        let terms = actors.iter_mut().find(|t| t.actor == c.actor).unwrap();
        let (k, best) = (c.issue.index(), best_worth(terms, c.issue.index()));
        terms.refused[k][c.option] = false;
        if c.kind == ConcessionKind::Move {
            terms.worth[k][c.option] =
                best.map_or(terms.worth[k][c.option], |best| best.max(terms.worth[k][c.option]));
        }
    }
    with_actors(space, actors)
}

/// The space after all red lines of the conceding actor on the issue are taken back.
pub fn lifted(space: &DealSpace, c: &Concession) -> DealSpace {
    let mut actors = space.actors().to_vec();
    actors.iter_mut().find(|t| t.actor == c.actor).unwrap().refused[c.issue.index()].fill(false);
    with_actors(space, actors)
}

/// Number and cost of the least set of concessions that opens the zone, by trying every package and every way to it.
pub fn least_opening(space: &DealSpace) -> Option<(usize, Units)> {
    least_opening_asking(space, &vec![None; space.actors().len()])
}

/// The same where some actors are asked only about packages that meet a condition; `space` holds what they want then.
pub fn least_opening_asking(space: &DealSpace, when: &[Option<Combination>]) -> Option<(usize, Units)> {
    let asked = |i: usize, package: &Package| when[i].as_ref().is_none_or(|when| when.holds(package));
    let signatories: Vec<usize> = (0..space.actors().len()).filter(|i| space.actors()[*i].signs).collect();
    // The option each signatory would move to on each issue.
    let wanted = |actor: usize, k: usize| -> Option<usize> {
        let others = || signatories.iter().filter(|i| **i != actor);
        let terms = |i: &usize| &space.actors()[*i];
        // What somebody never accepts wherever it is asked is out only if it is always asked.
        let out = |o: &usize| others().any(|i| when[*i].is_none() && terms(i).refused[k][*o]);
        let mut best: Option<(usize, (Units, Units))> = None;
        for option in (0..space.sizes()[k]).filter(|o| !out(o)) {
            let liking = (
                others().map(terms).map(|t| t.worth[k][option]).sum(),
                space.actors()[actor].worth[k][option],
            );
            if best.is_none_or(|(_, b)| liking > b) {
                best = Some((option, liking));
            }
        }
        best.map(|(option, _)| option)
    };
    let mut least: Option<(usize, Units)> = None;
    for package in space.packages().filter(|o| space.is_feasible(o)) {
        let carried = ratification(space).iter().all(|r| {
            let yes =
                r.voters.iter().filter(|(v, _)| !asked(*v, &package) || space.actors()[*v].accepts(&package));
            yes.map(|(_, weight)| *weight).sum::<Votes>() >= r.needed
        });
        if !carried {
            continue;
        }
        let mut total = Some((0, Units::ZERO));
        for &i in signatories.iter().filter(|i| asked(**i, &package)) {
            let terms = &space.actors()[i];
            let forced: Vec<usize> =
                (0..space.sizes().len()).filter(|k| terms.refused[*k][package.option(IssueId(*k))]).collect();
            let loss = |k: usize| {
                let there = terms.worth[k][package.option(IssueId(k))];
                best_worth(terms, k).map_or(Units::ZERO, |best| (best - there).max(Units::ZERO))
            };
            let movable: Vec<usize> = (0..space.sizes().len())
                .filter(|k| wanted(i, *k) == Some(package.option(IssueId(*k))))
                .filter(|k| loss(*k) > Units::ZERO || forced.contains(k))
                .collect();
            let mut cheapest: Option<(usize, Units)> = None;
            for set in 0u32..1 << movable.len() {
                let chosen: Vec<usize> =
                    movable.iter().enumerate().filter(|(b, _)| set >> b & 1 == 1).map(|(_, k)| *k).collect();
                let gain: Units = chosen
                    .iter()
                    .chain(forced.iter().filter(|k| movable.contains(k) && !chosen.contains(k)))
                    .map(|k| loss(*k))
                    .sum();
                if terms.value(&package) + gain >= terms.reservation {
                    let mut given: Vec<usize> = chosen.iter().chain(&forced).copied().collect();
                    given.sort_unstable();
                    given.dedup();
                    let price = (given.len(), given.iter().map(|k| loss(*k)).sum());
                    cheapest = Some(cheapest.map_or(price, |c| c.min(price)));
                }
            }
            total = total.zip(cheapest).map(|((n, c), (m, d))| (n + m, c + d));
        }
        if let Some(total) = total {
            least = Some(least.map_or(total, |l| l.min(total)));
        }
    }
    least
}

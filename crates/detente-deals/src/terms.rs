//! From what an actor wants in a world to whole numbers, the same units for everybody (see [`crate::whole`]).

use detente_model::{Actor, Combination, Floor, Preferences, Weights, World};

use crate::fixed::{UNITS_PER_ONE, Units};
use crate::space::ActorTerms;
use crate::whole::{Fineness, Fraction, units_in_one};

/// A number with the fraction that it stands for, if it stands for one.
#[derive(Debug, Clone, Copy)]
struct Stated {
    number: f64,
    fraction: Option<Fraction>,
}

impl Stated {
    fn of(number: f64) -> Self {
        Self { number, fraction: Fraction::stated(number) }
    }

    /// As a whole number of units, rounded where it is none.
    fn in_units(self, one: i64) -> i64 {
        self.exactly(one).unwrap_or_else(|| (self.number * one as f64).round() as i64)
    }

    fn exactly(self, one: i64) -> Option<i64> {
        self.fraction?.in_units(one)
    }
}

/// What one actor wants in one world, each contribution as the fraction that it is.
pub(crate) struct Wants {
    actor: Actor,
    signs: bool,
    worth: Vec<Vec<Stated>>,
    refused: Vec<Vec<bool>>,
    interactions: Vec<(Combination, Stated)>,
    reservation: Reserved,
    /// Whether no figure of it is in doubt in any world.
    certain: bool,
}

enum Reserved {
    Value(Stated),
    Package(Vec<(detente_model::IssueId, usize)>),
}

impl Wants {
    /// What an actor wants; `None` for one without a position.
    pub fn of(world: &World, actor: Actor, signs: bool) -> Option<Self> {
        let Preferences { weights, values, worth, refused, reservation, interactions } =
            world.preferences(actor)?;
        let weights: Vec<Option<Fraction>> = match shares(world, actor) {
            Some(stated) => stated,
            None => weights.iter().map(|weight| Fraction::stated(*weight)).collect(),
        };
        let contribution = |weight: Option<Fraction>, value: f64, number: f64| Stated {
            number,
            fraction: weight.and_then(|weight| match weight {
                Fraction::ZERO => Some(weight),
                weight => weight.times(Fraction::stated(value)?),
            }),
        };
        let rows = worth.iter().zip(values.iter().zip(&weights));
        let worth: Vec<Vec<Stated>> = rows
            .map(|(worth, (values, weight))| {
                worth
                    .iter()
                    .zip(values)
                    .map(|(number, value)| contribution(*weight, *value, *number))
                    .collect()
            })
            .collect();
        let mut wants = Self {
            actor,
            signs,
            worth,
            refused,
            interactions: interactions.into_iter().map(|(when, value)| (when, Stated::of(value))).collect(),
            reservation: match reservation {
                Floor::Value(value) => Reserved::Value(Stated::of(value)),
                Floor::Package(named) => Reserved::Package(named),
            },
            certain: true,
        };
        wants.certain = wants.is_all_exact() || world.is_certain(actor);
        Some(wants)
    }

    /// Everything that is added up or compared.
    fn stated(&self) -> impl Iterator<Item = &Stated> {
        let reservation = match &self.reservation {
            Reserved::Value(value) => Some(value),
            Reserved::Package(_) => None,
        };
        self.worth.iter().flatten().chain(self.interactions.iter().map(|(_, value)| value)).chain(reservation)
    }

    fn is_all_exact(&self) -> bool {
        self.stated().all(|stated| stated.fraction.is_some())
    }

    /// No package is worth more than this, and none less than its negative, no deal included.
    fn most(&self) -> f64 {
        let row = |row: &Vec<Stated>| row.iter().map(|stated| stated.number.abs()).fold(0.0, f64::max);
        let extra: f64 = self.interactions.iter().map(|(_, value)| value.number.abs()).sum();
        let reservation = match &self.reservation {
            Reserved::Value(value) => value.number.abs(),
            Reserved::Package(_) => 0.0,
        };
        2.0 * self.worth.iter().map(row).sum::<f64>() + extra + reservation
    }

    /// How many contributions to one package are rounded, no deal included.
    fn rounded(&self, one: i64) -> i64 {
        let is_rounded = |stated: &&Stated| stated.exactly(one).is_none();
        let issues = self.worth.iter().filter(|row| row.iter().any(|stated| is_rounded(&stated))).count();
        let extra = self.interactions.iter().filter(|(_, value)| is_rounded(&value)).count();
        let reservation = match &self.reservation {
            Reserved::Value(value) => is_rounded(&value),
            Reserved::Package(_) => false,
        };
        (issues + extra + usize::from(reservation)) as i64
    }

    /// `lowers` where what no deal is worth gives way to rounding.
    fn in_units(self, one: i64, lowers: bool) -> ActorTerms {
        let count = |stated: &Stated| Units::counted(stated.in_units(one), one);
        let worth: Vec<Vec<Units>> = self.worth.iter().map(|row| row.iter().map(count).collect()).collect();
        let interactions: Vec<(Combination, Units)> =
            self.interactions.iter().map(|(when, value)| (when.clone(), count(value))).collect();
        let reservation = match &self.reservation {
            Reserved::Value(value) => {
                let lowered = if self.certain && lowers { 2 * self.rounded(one) } else { 0 };
                Units::counted(value.in_units(one) - lowered, one)
            }
            Reserved::Package(named) => package_floor(&worth, &interactions, named),
        };
        ActorTerms {
            actor: self.actor,
            signs: self.signs,
            worth,
            refused: self.refused,
            interactions,
            reservation,
        }
    }
}

/// The weights that an actor states as shares of their sum, one an issue; `None` where only their order is stated, or they are no fractions.
fn shares(world: &World, actor: Actor) -> Option<Vec<Option<Fraction>>> {
    let case = world.case();
    let Weights::Stated(stated) = &case.position(case.position_of(actor)?).weights else { return None };
    let mut shares = vec![Some(Fraction::ZERO); case.issues.len()];
    let mut sum = Fraction::ZERO;
    for (issue, id) in stated {
        let weight = Fraction::stated(world.number(*id))?;
        sum = sum.plus(weight)?;
        shares[issue.index()] = Some(weight);
    }
    for share in &mut shares {
        *share = share.and_then(|weight| weight.over(sum));
    }
    Some(shares)
}

/// The terms of all actors of a world, whole numbers of one unit; `continuous` where some issue is.
pub(crate) fn in_whole_units(actors: Vec<Wants>, continuous: bool) -> Vec<ActorTerms> {
    let fractions = actors.iter().flat_map(Wants::stated).filter_map(|stated| stated.fraction);
    let denominators = fractions.map(Fraction::denominator).collect();
    let most = actors.iter().map(Wants::most).fold(0.0, f64::max);
    let fineness = match actors.iter().any(|wants| wants.certain && !wants.is_all_exact()) {
        _ if continuous => Fineness::Trillionths,
        true => Fineness::Finest,
        false => Fineness::AsNeeded,
    };
    let one = units_in_one(denominators, most, fineness);
    actors.into_iter().map(|wants| wants.in_units(one, !continuous)).collect()
}

/// Brings values to the smallest unit among them; returns how many of it make the value 1.
pub(crate) fn in_one_unit(actors: &mut [ActorTerms]) -> i64 {
    let all = |terms: &ActorTerms| -> i64 {
        let worth = terms.worth.iter().flatten().chain(terms.interactions.iter().map(|(_, value)| value));
        worth.chain([&terms.reservation]).map(|value| value.one()).max().unwrap_or(UNITS_PER_ONE)
    };
    let one = actors.iter().map(all).max().unwrap_or(UNITS_PER_ONE);
    let to_one = |value: &mut Units| *value = Units::counted(value.in_units_of(one), one);
    for terms in actors {
        terms.worth.iter_mut().flatten().for_each(to_one);
        terms.interactions.iter_mut().for_each(|(_, value)| to_one(value));
        to_one(&mut terms.reservation);
    }
    one
}

/// The named options, every other issue at its worst, and the interactions that the named options settle.
fn package_floor(
    worth: &[Vec<Units>],
    interactions: &[(Combination, Units)],
    named: &[(detente_model::IssueId, usize)],
) -> Units {
    let option_of = |issue: usize| named.iter().find(|(k, _)| k.index() == issue).map(|(_, option)| *option);
    let sum: Units = worth
        .iter()
        .enumerate()
        .map(|(k, row)| {
            option_of(k).map_or_else(|| row.iter().copied().min().unwrap_or_default(), |option| row[option])
        })
        .sum();
    let extra: Units = interactions
        .iter()
        .filter(|(when, _)| {
            when.0.iter().all(|(k, options)| option_of(k.index()).is_some_and(|o| options.contains(&o)))
        })
        .map(|(_, value)| value)
        .sum();
    sum + extra
}

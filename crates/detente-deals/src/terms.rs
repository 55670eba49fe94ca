//! From what an actor wants in a world to whole numbers, the same units for everybody (see [`crate::whole`]).

use detente_model::{
    Actor, Combination, Floor, IssueId, NumberId, PositionId, Preferences, Reservation, Weights, World,
};

use crate::fixed::{UNITS_PER_ONE, Units};
use crate::space::ActorTerms;
use crate::whole::{Fraction, is_short, units_in_one};

/// A number with the fraction that it stands for, if it stands for one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stated {
    pub number: f64,
    pub fraction: Option<Fraction>,
}

impl Stated {
    pub fn of(number: f64) -> Self {
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

/// Whether trillionths make what no deal is worth to a position whole, unless it is left to chance.
pub(crate) fn no_deal_is_whole(world: &World, id: PositionId, value: f64) -> bool {
    match &world.case().position(id).reservation {
        Reservation::Value(number) => is_short(value) || world.is_drawn(*number),
        Reservation::Package(_) => true,
    }
}

/// What one actor wants in one world.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    pub actor: Actor,
    pub signs: bool,
    pub preferences: Preferences,
}

impl Wanted {
    /// What an actor wants; `None` for one without a position.
    pub fn of(world: &World, actor: Actor, signs: bool) -> Option<Self> {
        world.preferences(actor).map(|preferences| Self { actor, signs, preferences })
    }

    /// Whether trillionths make all of it whole, but for what is left to chance: a quick look that most worlds stand.
    fn is_whole_in_trillionths(&self, world: &World) -> bool {
        self.packages_are_whole_in_trillionths(world) && self.no_deal_is_whole(world)
    }

    /// The same of what no deal is worth.
    pub fn no_deal_is_whole(&self, world: &World) -> bool {
        match (&self.preferences.reservation, world.case().position_of(self.actor)) {
            (Floor::Value(value), Some(id)) => no_deal_is_whole(world, id, *value),
            _ => true,
        }
    }

    /// The same of what packages are worth, whatever no deal is.
    pub fn packages_are_whole_in_trillionths(&self, world: &World) -> bool {
        let case = world.case();
        let Some(id) = case.position_of(self.actor) else { return true };
        let position = case.position(id);
        let Preferences { weights, values, interactions, .. } = &self.preferences;
        let values_are_short = || {
            values.iter().enumerate().all(|(k, row)| {
                row.iter().all(|value| is_short(*value)) || {
                    let by_chance = world.by_chance(id, IssueId(k));
                    row.iter().enumerate().all(|(o, value)| is_short(*value) || by_chance(o))
                }
            })
        };
        let weighted = match &position.weights {
            Weights::Stated(stated) if stated.iter().any(|(_, id)| world.is_drawn(*id)) => true,
            Weights::Stated(stated) => {
                let sum: f64 = stated.iter().map(|(_, id)| world.number(*id)).sum();
                // Of six decimals each, they sum to 1 if they nearly do.
                stated.iter().all(|(_, id)| is_short(world.number(*id)))
                    && (sum - 1.0).abs() < 1e-7
                    && values_are_short()
            }
            Weights::Order(_) => {
                let first = weights.iter().copied().find(|weight| *weight > 0.0).unwrap_or(0.0);
                let all_short = || weights.iter().all(|weight| is_short(*weight)) && values_are_short();
                Fraction::stated(first).is_none() || all_short()
            }
        };
        let short_or_drawn = |value: f64, id: NumberId| is_short(value) || world.is_drawn(id);
        let mut own = case.interactions.iter().filter(|interaction| interaction.of == self.actor);
        weighted
            && interactions
                .iter()
                .all(|(_, value)| own.next().is_some_and(|i| short_or_drawn(*value, i.value)))
    }

    pub fn in_trillionths(self) -> ActorTerms {
        let Preferences { worth, refused, reservation, interactions, .. } = self.preferences;
        let worth: Vec<Vec<Units>> =
            worth.into_iter().map(|row| row.into_iter().map(Units::from_f64).collect()).collect();
        let interactions: Vec<(Combination, Units)> =
            interactions.into_iter().map(|(when, value)| (when, Units::from_f64(value))).collect();
        let reservation = match reservation {
            Floor::Value(value) => Units::from_f64(value),
            Floor::Package(named) => package_floor(&worth, &interactions, &named),
        };
        ActorTerms { actor: self.actor, signs: self.signs, worth, refused, interactions, reservation }
    }
}

/// What one actor wants in one world, each contribution as the fraction that it is.
#[derive(Debug, Clone)]
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

#[derive(Debug, Clone)]
enum Reserved {
    Value(Stated),
    Package(Vec<(IssueId, usize)>),
}

impl Wants {
    pub fn of(world: &World, wanted: Wanted) -> Self {
        let Wanted { actor, signs, preferences } = wanted;
        let Preferences { weights, values, worth, refused, reservation, interactions } = preferences;
        let position = world.case().position_of(actor);
        let weights = shares(world, actor).unwrap_or_else(|| all_or_none(&weights));
        // What is left to chance is no fraction, and is not taken for one.
        let contribution = |weight: Option<Fraction>, value: f64, by_chance: bool| match weight? {
            Fraction::ZERO => Some(Fraction::ZERO),
            weight if !by_chance => weight.times(Fraction::stated(value)?),
            _ => None,
        };
        let row = |k: usize| {
            let by_chance = position.map(|id| world.by_chance(id, IssueId(k)));
            let stated = |(o, number): (usize, &f64)| {
                let drawn = by_chance.as_ref().is_some_and(|by_chance| by_chance(o));
                let fraction = contribution(weights[k], values[k][o], drawn);
                Stated { number: *number, fraction }
            };
            worth[k].iter().enumerate().map(stated).collect()
        };
        let worth: Vec<Vec<Stated>> = (0..worth.len()).map(row).collect();
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
        wants
    }

    /// Everything of a package that is added up.
    pub fn contributions(&self) -> impl Iterator<Item = &Stated> {
        self.worth.iter().flatten().chain(self.interactions.iter().map(|(_, value)| value))
    }

    /// Everything that is added up or compared.
    fn stated(&self) -> impl Iterator<Item = &Stated> {
        self.contributions().chain(self.no_deal())
    }

    /// What no deal is worth, where that is stated as a value.
    pub fn no_deal(&self) -> Option<&Stated> {
        match &self.reservation {
            Reserved::Value(value) => Some(value),
            Reserved::Package(_) => None,
        }
    }

    /// Whether no figure of it is in doubt in any world, or each is the fraction that is counted.
    pub fn is_certain(&self) -> bool {
        self.certain
    }

    pub fn is_all_exact(&self) -> bool {
        self.stated().all(|stated| stated.fraction.is_some())
    }

    /// No package is worth more than this, and none less than its negative.
    pub fn most_of_packages(&self) -> f64 {
        let row = |row: &Vec<Stated>| row.iter().map(|stated| stated.number.abs()).fold(0.0, f64::max);
        let extra: f64 = self.interactions.iter().map(|(_, value)| value.number.abs()).sum();
        2.0 * self.worth.iter().map(row).sum::<f64>() + extra
    }

    /// The same, no deal included.
    pub fn most(&self) -> f64 {
        self.most_of_packages() + self.no_deal().map_or(0.0, |value| value.number.abs())
    }

    /// How many contributions to one package are rounded.
    pub fn rounded_of_packages(&self, one: i64) -> i64 {
        let is_rounded = |stated: &Stated| stated.exactly(one).is_none();
        let issues = self.worth.iter().filter(|row| row.iter().any(is_rounded)).count();
        let extra = self.interactions.iter().filter(|(_, value)| is_rounded(value)).count();
        (issues + extra) as i64
    }

    pub fn in_units(self, one: i64) -> ActorTerms {
        let count = |stated: &Stated| Units::counted(stated.in_units(one), one);
        let worth: Vec<Vec<Units>> = self.worth.iter().map(|row| row.iter().map(count).collect()).collect();
        let interactions: Vec<(Combination, Units)> =
            self.interactions.iter().map(|(when, value)| (when.clone(), count(value))).collect();
        let reservation = match &self.reservation {
            Reserved::Value(value) => Units::counted(
                no_deal_in_units(*value, one, self.certain, self.rounded_of_packages(one)),
                one,
            ),
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

/// What no deal is worth as a whole number of units, to an actor to whom so many contributions of a package are `rounded`: lowered by what rounding may
/// come to where nothing is left to chance.
pub(crate) fn no_deal_in_units(value: Stated, one: i64, certain: bool, rounded: i64) -> i64 {
    let all = rounded + i64::from(value.exactly(one).is_none());
    value.in_units(one) - if certain { 2 * all } else { 0 }
}

/// The weights that an actor states as shares of their sum, one an issue; `None` where only their order is stated, or they are no fractions.
fn shares(world: &World, actor: Actor) -> Option<Vec<Option<Fraction>>> {
    let case = world.case();
    let Weights::Stated(stated) = &case.position(case.position_of(actor)?).weights else { return None };
    if stated.iter().any(|(_, id)| world.is_drawn(*id)) {
        return Some(vec![None; case.issues.len()]);
    }
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

/// Weights as fractions. Where the first that is above 0 is none, they were drawn, or have so many digits that nothing is to be had from the others.
fn all_or_none(weights: &[f64]) -> Vec<Option<Fraction>> {
    let first = weights.iter().find(|weight| **weight > 0.0).and_then(|weight| Fraction::stated(*weight));
    weights.iter().map(|weight| first.and_then(|_| Fraction::stated(*weight))).collect()
}

/// The terms of all actors of a world, whole numbers of one unit; in trillionths where these will do, or some issue is `continuous`.
pub(crate) fn in_whole_units(world: &World, actors: Vec<Wanted>, continuous: bool) -> Vec<ActorTerms> {
    if continuous || actors.iter().all(|wanted| wanted.is_whole_in_trillionths(world)) {
        return actors.into_iter().map(Wanted::in_trillionths).collect();
    }
    let actors: Vec<Wants> = actors.into_iter().map(|wanted| Wants::of(world, wanted)).collect();
    let fractions = actors.iter().flat_map(Wants::stated).filter_map(|stated| stated.fraction);
    let denominators = fractions.map(Fraction::denominator).collect();
    let most = actors.iter().map(Wants::most).fold(0.0, f64::max);
    let finest = actors.iter().any(|wants| wants.certain && !wants.is_all_exact());
    let one = units_in_one(denominators, most, finest);
    actors.into_iter().map(|wants| wants.in_units(one)).collect()
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
    named: &[(IssueId, usize)],
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

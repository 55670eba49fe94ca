//! What steps that were kept or broken tell about the figures of the case.
//!
//! Every figure of the exchange that the case leaves open, by a range or by what a proposition would change, may lie anywhere
//! in its range; each observed step is one linear inequality between them.

use detente_exchange::{
    ExchangeError, Figure, Inverse, Observation, Side, Terms, infer, observations_of, terms_of, words as told,
};
use detente_model::{Case, Exchange, Guarantee, NumberId, Package, PartyId, World};

/// What follows from the observed steps.
#[derive(Debug, Clone, PartialEq)]
pub enum Learned {
    /// What is left of each range, in the order of the lots, then the sides.
    Ranges(Vec<Narrowed>),
    /// These steps cannot all have been taken within the ranges that the case states; without any one of them the others can.
    Contradiction(Vec<String>),
}

/// What is left of a figure's range.
#[derive(Debug, Clone, PartialEq)]
pub struct Narrowed {
    /// The figure in words.
    pub name: String,
    /// The path under which the case file knows it.
    pub path: String,
    /// The range stated.
    pub before: (f64, f64),
    /// What the steps leave of it.
    pub after: (f64, f64),
}

impl Narrowed {
    /// Whether the steps say anything about it.
    pub fn is_narrower(&self) -> bool {
        let apart = |a: f64, b: f64| (a - b).abs() > 1e-9 * a.abs().max(b.abs()).max(1.0);
        apart(self.before.0, self.after.0) || apart(self.before.1, self.after.1)
    }
}

/// What the steps that the case observed tell; `None` if it observed none.
pub(super) fn learned(central: &World, package: &Package) -> Result<Option<Learned>, ExchangeError> {
    let case = central.case();
    let Some(exchange) = &case.exchange else { return Ok(None) };
    let terms = terms_of(central, package)?;
    let observations = observations_of(case, &terms);
    if observations.is_empty() {
        return Ok(None);
    }
    let open: Vec<(Figure, NumberId, f64, f64)> = Figure::all(&terms)
        .into_iter()
        .filter_map(|figure| {
            let id = number_of(exchange, &terms, package, figure)?;
            let (low, high) = range(case, id);
            (low < high).then_some((figure, id, low, high))
        })
        .collect();
    let ranges: Vec<(Figure, f64, f64)> =
        open.iter().map(|(figure, _, low, high)| (*figure, *low, *high)).collect();
    Ok(Some(match infer(&terms, &ranges, &observations)? {
        Inverse::Contradiction(steps) => {
            Learned::Contradiction(steps.into_iter().map(|i| in_words(&terms, &observations[i])).collect())
        }
        Inverse::Bounds(bounds) => {
            let narrowed =
                |(bounds, (_, id, ..)): (&detente_exchange::FigureBounds, &(_, NumberId, _, _))| Narrowed {
                    name: name(&terms, bounds.figure),
                    path: case.numbers[*id].path.clone(),
                    before: bounds.before,
                    after: bounds.after,
                };
            Learned::Ranges(bounds.iter().zip(&open).map(narrowed).collect())
        }
    }))
}

/// The figure in plain words.
fn name(terms: &Terms, figure: Figure) -> String {
    let side = |side: Side| terms.side(side).name.as_str();
    let worth =
        |lot: usize, to: Side| format!("what one of “{}” is worth to {}", terms.lots[lot].name, side(to));
    match figure {
        Figure::ToReceiver(lot) => worth(lot, terms.lots[lot].from.other()),
        Figure::ToGiver(lot) => worth(lot, terms.lots[lot].from),
        Figure::WarGain(of) => format!("what a day of fighting gains {}", side(of)),
        Figure::CalmValue(of) => format!("what a day of calm is worth to {}", side(of)),
        Figure::DayAfter(of) => format!("what the relation afterwards is worth to {}", side(of)),
        Figure::Guarantee(of) => format!("what a breach would cost {}", side(of)),
    }
}

/// The number of the case behind a figure; `None` where the case states none and the figure is 0.
fn number_of(exchange: &Exchange, terms: &Terms, package: &Package, figure: Figure) -> Option<NumberId> {
    let of = |list: &[(PartyId, NumberId)], side: Side| {
        let party = terms.side(side).party?;
        list.iter().find(|(p, _)| *p == party).map(|(_, id)| *id)
    };
    match figure {
        Figure::ToReceiver(lot) => of(&exchange.lots.get(lot)?.worth, terms.lots[lot].from.other()),
        Figure::ToGiver(lot) => of(&exchange.lots.get(lot)?.worth, terms.lots[lot].from),
        Figure::WarGain(side) => of(&exchange.war_gain_per_day, side),
        Figure::CalmValue(side) => of(&exchange.calm_value_per_day, side),
        Figure::DayAfter(side) => of(&exchange.day_after, side),
        Figure::Guarantee(side) => match &exchange.guarantee {
            Guarantee::Fixed(list) => of(list, side),
            Guarantee::Issue { issue, table } => of(table.get(package.option(*issue))?, side),
        },
    }
}

/// Where a number can lie: its own range and what any proposition would make of it.
fn range(case: &Case, id: NumberId) -> (f64, f64) {
    let stated = case.numbers[id].value;
    let amended = case.propositions.iter().flat_map(|p| p.when_true.iter().chain(&p.when_false));
    amended
        .filter(|amendment| amendment.number == id)
        .map(|amendment| amendment.value)
        .fold((stated.low(), stated.high()), |(low, high), value| {
            (low.min(value.low()), high.max(value.high()))
        })
}

/// `on day 3 of 4 Israel went on, with 12 of “women” still to come`.
fn in_words(terms: &Terms, seen: &Observation) -> String {
    format!(
        "on day {} of {} {} {}, with {} still to come",
        told::day(seen.day),
        told::day(seen.pledge_days),
        terms.side(seen.side).name,
        if seen.kept { "went on" } else { "stopped" },
        told::still_to_come(terms, &seen.remaining)
    )
}

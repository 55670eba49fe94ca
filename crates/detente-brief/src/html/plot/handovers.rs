//! A schedule as steps: how much of what each side holds is still to come, and where a side would stop.

use detente_exchange::{Schedule, Side, Terms, Verification, words as told};
use minijinja::Value;

use super::label::shorten;
use super::panel::Panel;
use super::svg::num;
use crate::html::parties::{colour, dash, shape};

/// Letters of a name beside its line.
const COLUMNS: usize = 16;

/// A schedule with what was verified about it.
pub(in crate::html) struct Shown<'a> {
    pub name: String,
    pub schedule: &'a Schedule,
    pub verification: &'a Verification,
}

/// Draws a panel a schedule. `looks` are those of the two sides; a `desc` is read aloud for each.
pub(in crate::html) fn draw(terms: &Terms, shown: &[Shown<'_>], looks: [usize; 2], desc: &str) -> Vec<Value> {
    let last = |shown: &Shown<'_>| shown.schedule.rounds.last().map_or(0.0, |round| round.day);
    let days = shown.iter().map(last).fold(terms.pledge_days, f64::max);
    shown.iter().enumerate().map(|(i, shown)| one(i, terms, shown, looks, days, desc)).collect()
}

fn one(place: usize, terms: &Terms, of: &Shown<'_>, looks: [usize; 2], days: f64, desc: &str) -> Value {
    let mut panel = Panel::new(&format!("handovers-{}", place + 1), &of.name, desc, days, 100.0, " %");
    let mut labels = Vec::new();
    for side in Side::BOTH {
        let all = terms.units_of(side);
        if all == 0 {
            continue;
        }
        let share = |remaining: &[u32]| {
            let left: u32 = terms.lots_of(side).filter_map(|lot| remaining.get(lot)).sum();
            100.0 * f64::from(left) / f64::from(all)
        };
        let look = looks[side.index()];
        // All of it before the first round, then a step down at each.
        let mut points = vec![(0.0, 100.0)];
        for round in &of.verification.rounds {
            let before = points.last().map_or(100.0, |point| point.1);
            let after = share(&round.remaining);
            if after < before {
                points.push((round.day, before));
                points.push((round.day, after));
            }
        }
        points.push((days, points.last().map_or(100.0, |point| point.1)));
        let attributes = format!(
            r#"fill="none" stroke="{}" stroke-width="1.8" stroke-dasharray="{}""#,
            colour(look),
            dash(look)
        );
        panel.line(&points, &attributes);
        let middle = points.iter().rfind(|point| point.1 > 0.0).copied().unwrap_or((0.0, 100.0));
        labels.push((middle, look, shorten(&terms.side(side).name, COLUMNS)));
    }
    if let Some(failure) = &of.verification.first_failure {
        let side = failure.side;
        let all = f64::from(terms.units_of(side.other()).max(1));
        let left: u32 = terms.lots_of(side.other()).filter_map(|lot| failure.remaining.get(lot)).sum();
        let at = (failure.day, 100.0 * f64::from(left) / all);
        let (x, y) = (panel.along.at(at.0), panel.up.at(at.1));
        let cross = format!(
            "M{} {}L{} {}M{} {}L{} {}",
            num(x - 4.0),
            num(y - 4.0),
            num(x + 4.0),
            num(y + 4.0),
            num(x - 4.0),
            num(y + 4.0),
            num(x + 4.0),
            num(y - 4.0)
        );
        panel.svg.path(&cross, r#"class="ring""#);
        let who = shorten(&terms.side(side).name, COLUMNS);
        panel.label(at, "letter", &format!("{who} stops, day {}", told::day(failure.day)));
    }
    for (at, look, name) in labels {
        let (x, y) = (panel.along.at(at.0), panel.up.at(at.1));
        panel.svg.path(&shape(look, x, y, 3.4), &format!(r#"fill="{}""#, colour(look)));
        panel.label(at, "name", &name);
    }
    panel.svg.finish()
}

//! What a shift of one actor's position or salience does to the middle, and the cheapest that gets what is wanted.

use detente_collective::{Blend, Body, Prediction};
use detente_model::Band;
use rayon::prelude::*;

use super::{Over, ShiftOf, ShiftTried, ShiftWhat, Want, WantMet, on, share_of};

/// By which share of the scale somebody is shifted.
const BY: f64 = 0.1;
/// Shifts are tried in so many worlds at most, in fewer with many actors.
const MOST_WORLDS: usize = 100;
/// Pairs of actors and worlds over which that is spread.
const WORK: usize = 100_000;
/// Shifts that are told.
const TOLD: usize = 40;
/// How finely a shift is searched, as a share of the scale.
const FINE: f64 = 1e-3;

fn worlds(over: &Over<'_>) -> usize {
    let actors = over.collective.actors.len();
    (WORK / (actors * actors).max(1)).clamp(1, MOST_WORLDS).min(over.seen.len())
}

/// The body with one actor shifted, as far as the scale goes; `None` where it cannot be.
fn shifted(body: &Body, issue: usize, shift: &ShiftOf) -> Option<Body> {
    let ShiftOf { actor, what, by } = *shift;
    match what {
        ShiftWhat::Position => {
            body.with_position(actor, issue, (body.position(actor)[issue] + by).clamp(0.0, 1.0)).ok()
        }
        ShiftWhat::Salience => {
            body.with_salience(actor, issue, (body.salience(actor)[issue] + by).clamp(0.0, 1.0)).ok()
        }
    }
}

/// What shifts by a tenth do, the strongest first.
pub(super) fn tried(over: &Over<'_>, at: usize) -> Vec<ShiftTried> {
    let issue = &over.collective.issues[at];
    let width = issue.scale[1] - issue.scale[0];
    let seen = &over.seen[..worlds(over)];
    let before: Vec<f64> = seen.iter().map(|seen| seen.predictions[at].middle()).collect();
    let each = (0..over.collective.actors.len()).flat_map(|actor| {
        [ShiftWhat::Position, ShiftWhat::Salience]
            .into_iter()
            .flat_map(move |what| [BY, -BY].map(|by| ShiftOf { actor, what, by }))
    });
    let each: Vec<ShiftOf> = each.collect();
    let mut tried: Vec<ShiftTried> = each
        .into_par_iter()
        .filter_map(|shift| {
            let moves = seen.iter().zip(&before).filter_map(|(seen, before)| {
                let body = shifted(&seen.at.body, at, &shift)?;
                Some((Prediction::of(&body, at).middle() - before) * width)
            });
            let moves = Band::of(moves.collect())?;
            Some(ShiftTried { actor: shift.actor, what: shift.what, by: shift.by, moves })
        })
        .filter(|tried| tried.moves.low != 0.0 || tried.moves.high != 0.0)
        .collect();
    let most =
        |tried: &ShiftTried| tried.moves.median.abs().max((tried.moves.high + tried.moves.low).abs() / 2.0);
    tried.sort_by(|one, other| most(other).total_cmp(&most(one)));
    tried.truncate(TOLD);
    tried
}

/// What it would take for the middle to reach what is wanted.
pub(super) fn wanted(over: &Over<'_>, want: &Want) -> Option<WantMet> {
    let issue = over.collective.issues.get(want.issue)?;
    let at = want.issue;
    let bodies: Vec<&Body> = over.seen[..worlds(over)].iter().map(|seen| &seen.at.body).collect();
    let middle = |shifts: &[ShiftOf]| -> Option<f64> {
        let part = |body: &&Body| {
            let mut body: Body = (*body).clone();
            for shift in shifts {
                body = shifted(&body, at, shift)?;
            }
            Some(Prediction::of(&body, at))
        };
        Some(Blend::of(bodies.iter().map(part).collect::<Option<_>>()?)?.middle())
    };
    let now = middle(&[])?;
    let target = share_of(issue, want.place);
    let up = if target >= now { 1.0 } else { -1.0 };
    let reached =
        |shifts: &[ShiftOf]| middle(shifts).is_some_and(|middle| (middle - target) * up >= -FINE / 2.0);
    let enough = reached(&[]);
    let told = |alone, together| {
        Some(WantMet { want: want.clone(), now: on(issue, now), reached: enough, alone, together })
    };
    if enough {
        return told(None, Vec::new());
    }
    // The least of a shift that is enough beside others, if all of it is.
    let least = |others: &[ShiftOf], whole: &ShiftOf| -> Option<ShiftOf> {
        let with = |by: f64| -> Vec<ShiftOf> {
            others.iter().cloned().chain([ShiftOf { by, ..whole.clone() }]).collect()
        };
        if !reached(&with(whole.by)) {
            return None;
        }
        let (mut short, mut enough) = (0.0, whole.by);
        while (enough - short).abs() > FINE {
            let middle = f64::midpoint(short, enough);
            if reached(&with(middle)) {
                enough = middle;
            } else {
                short = middle;
            }
        }
        Some(ShiftOf { by: enough, ..whole.clone() })
    };
    let actors = 0..over.collective.actors.len();
    let wholes: Vec<ShiftOf> = actors
        .clone()
        .flat_map(|actor| {
            [(ShiftWhat::Position, up), (ShiftWhat::Salience, 1.0), (ShiftWhat::Salience, -1.0)]
                .map(|(what, by)| ShiftOf { actor, what, by })
        })
        .collect();
    let mut alone: Vec<ShiftOf> = wholes.into_par_iter().filter_map(|whole| least(&[], &whole)).collect();
    alone.sort_by(|one, other| one.by.abs().total_cmp(&other.by.abs()).then(one.actor.cmp(&other.actor)));
    let alone = alone.into_iter().next();
    // The middle follows the compromise, in which each counts by what it can bring to bear and cares: whoever counts most is moved first, as far as the scale goes.
    let central = &over.central.at.body;
    let mut order: Vec<usize> = actors.collect();
    let counts = |actor: usize| central.capability()[actor] * central.salience(actor)[at];
    order.sort_by(|one, other| counts(*other).total_cmp(&counts(*one)).then(one.cmp(other)));
    let mut together: Vec<ShiftOf> = Vec::new();
    for actor in order {
        let place = central.position(actor)[at];
        let room = if up > 0.0 { 1.0 - place } else { place };
        if room < FINE {
            continue;
        }
        let whole = ShiftOf { actor, what: ShiftWhat::Position, by: up * room };
        if let Some(last) = least(&together, &whole) {
            together.push(last);
            return told(alone, together);
        }
        together.push(whole);
    }
    told(alone, Vec::new())
}

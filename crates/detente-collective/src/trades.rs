//! Exchange of positions (Stokman and Van Oosten 1994): two actors who are opposed on two issues each give way on the one that matters less to it.
//!
//! What everybody expects to be decided is the compromise ([`crate::models::compromise`]). A trade moves one actor on one issue and the other on the other, each no farther than to the
//! other's place, so far that both gain alike; each trade is made once, the best first, and nobody moves twice on an issue.

use crate::Body;
use crate::models::compromise;

/// A trade that was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Trade {
    /// Who gives way on which issue, and to which place (a share of the scale).
    pub gives: [(usize, usize, f64); 2],
    /// What each of both gains: salience times by how much the expected decision comes nearer, less what it gives.
    pub gain: f64,
}

/// The trades made, best first, and where everybody stands in the end: a row for each actor, a share of the scale for each issue.
pub fn trades(body: &Body) -> (Vec<Trade>, Vec<f64>) {
    let mut positions = body.positions().to_vec();
    let issues = body.issues();
    let expected: Vec<f64> = (0..issues).map(|issue| compromise(body, issue)).collect();
    let whole: Vec<f64> =
        (0..issues).map(|issue| body.weighed(issue).map(|(_, weight)| weight).sum()).collect();
    let mut possible: Vec<Trade> = Vec::new();
    for a in 0..body.len() {
        for b in a + 1..body.len() {
            for p in 0..issues {
                for q in 0..issues {
                    if p != q
                        && let Some(trade) = trade(body, &expected, &whole, (a, p), (b, q))
                    {
                        possible.push(trade);
                    }
                }
            }
        }
    }
    possible.sort_by(|one, other| other.gain.total_cmp(&one.gain));
    let mut moved = vec![false; positions.len()];
    let made = possible.into_iter().filter(|trade| {
        let free = trade.gives.iter().all(|(actor, issue, _)| !moved[actor * issues + issue]);
        if free {
            for (actor, issue, place) in trade.gives {
                moved[actor * issues + issue] = true;
                positions[actor * issues + issue] = place;
            }
        }
        free
    });
    let made = made.collect();
    (made, positions)
}

/// The trade in which `a` gives way on `p` and `b` on `q`, if both are opposed there and gain by it.
fn trade(
    body: &Body,
    expected: &[f64],
    whole: &[f64],
    (a, p): (usize, usize),
    (b, q): (usize, usize),
) -> Option<Trade> {
    let stands = |actor: usize, issue: usize| body.position(actor)[issue];
    let cares = |actor: usize, issue: usize| body.salience(actor)[issue];
    let opposed =
        |issue: usize| (stands(a, issue) - expected[issue]) * (stands(b, issue) - expected[issue]) < 0.0;
    if !(opposed(p) && opposed(q)) {
        return None;
    }
    // How far the expected decision moves for a whole move of the one to the place of the other.
    let moves = |actor: usize, other: usize, issue: usize| {
        body.capability()[actor] * cares(actor, issue) / whole[issue]
            * (stands(other, issue) - stands(actor, issue)).abs()
    };
    let (on_p, on_q) = (moves(a, b, p), moves(b, a, q));
    let (care_p, care_q) = (cares(a, p) + cares(b, p), cares(a, q) + cares(b, q));
    if care_p <= 0.0 || care_q <= 0.0 {
        return None;
    }
    // Both gain alike where what both care on either issue is moved alike: the smaller of both moves is made whole.
    let alike = (on_p * care_p).min(on_q * care_q);
    if alike <= 0.0 {
        return None;
    }
    let (moved_p, moved_q) = (alike / care_p, alike / care_q);
    let gain = cares(a, q) * moved_q - cares(a, p) * moved_p;
    if gain <= 1e-12 {
        return None;
    }
    let place = |actor: usize, other: usize, issue: usize, share: f64| {
        stands(actor, issue) + (stands(other, issue) - stands(actor, issue)) * share.min(1.0)
    };
    Some(Trade {
        gives: [(a, p, place(a, b, p, moved_p / on_p)), (b, q, place(b, a, q, moved_q / on_q))],
        gain,
    })
}

//! People for prisoners without a war: closed forms.
//!
//! h people still to come, worth v each to I and l each to H as leverage; p prisoners still to come, worth u each to H and
//! costing I d each. I goes on iff `v·h − d·p ≥ −π_I`, H iff `u·p − l·h ≥ −π_H`. The contraction ratio ρ = l·d/(u·v) must be
//! below 1, and batches shrink by it. When H moves first and `π_H = 0`, the least guarantee on I is
//!
//! ```text
//! max(0,  d·M − v(N−1),  max over 1 ≤ h < N of d·⌈l·h/u⌉ − v(h−1))
//! ```
//!
//! These serve as a check on the planner and as figures to reason with by hand.

use crate::Amount;

/// One person's and one prisoner's worth to each side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worths {
    /// v: a person held, to the side that receives them.
    pub person_to_receiver: f64,
    /// l: a person held, to the holder, as leverage.
    pub person_to_holder: f64,
    /// u: a prisoner, to the side that receives them.
    pub prisoner_to_receiver: f64,
    /// d: a prisoner, to the side that lets them go.
    pub prisoner_to_releaser: f64,
}

impl Worths {
    /// ρ = l·d/(u·v): by how much batches shrink from one to the next; not below 1 means that each side loses more by
    /// giving than the other gains, round after round.
    pub fn contraction(&self) -> f64 {
        self.person_to_holder * self.prisoner_to_releaser
            / (self.prisoner_to_receiver * self.person_to_receiver)
    }

    /// The least guarantee on the releasing side when the holder moves first, one person at a time, bound by nothing;
    /// `None` if the holder would not even begin, or never goes on.
    pub fn least_guarantee_holder_first(&self, people: u32, prisoners: u32) -> Option<f64> {
        let [v, l, u, d] = [
            self.person_to_receiver,
            self.person_to_holder,
            self.prisoner_to_receiver,
            self.prisoner_to_releaser,
        ]
        .map(Amount::from);
        let (n, m) = (i64::from(people), i64::from(prisoners));
        if n == 0 {
            return Some((d * m).to_f64());
        }
        if u * m < l * n {
            return None;
        }
        let mut least = (d * m - v * (n - 1)).max(Amount::ZERO);
        for h in 1..n {
            // The fewest prisoners that keep the holder going with h people left: never more than there are.
            let p = fewest(u, l * h, m)?;
            least = least.max(d * p - v * (h - 1));
        }
        Some(least.to_f64())
    }

    /// The batches of the fastest alternation, the holder first: people and prisoners left after each move, until none
    /// are or neither can move. Empty if one of them would not begin.
    pub fn alternate(&self, people: u32, prisoners: u32, guarantee: [f64; 2]) -> Vec<(u32, u32)> {
        let [v, l, u, d] = [
            self.person_to_receiver,
            self.person_to_holder,
            self.prisoner_to_receiver,
            self.prisoner_to_releaser,
        ]
        .map(Amount::from);
        let [on_releaser, on_holder] = guarantee.map(Amount::from);
        let (mut h, mut p) = (i64::from(people), i64::from(prisoners));
        let mut states = Vec::new();
        if v * h - d * p < -on_releaser || u * p - l * h < -on_holder {
            return states;
        }
        loop {
            let before = (h, p);
            let Some(next) = fewest(v, d * p - on_releaser, h) else { return states };
            if next < h {
                h = next;
                states.push((h as u32, p as u32));
            }
            let Some(next) = fewest(u, l * h - on_holder, p) else { return states };
            if next < p {
                p = next;
                states.push((h as u32, p as u32));
            }
            if before == (h, p) {
                return states;
            }
        }
    }
}

/// The least n from 0 to `most` with `each · n ≥ worth`.
fn fewest(each: Amount, worth: Amount, most: i64) -> Option<i64> {
    let (mut low, mut high) = (0, most);
    if each * most < worth {
        return None;
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if each * middle >= worth { high = middle } else { low = middle + 1 }
    }
    Some(low)
}

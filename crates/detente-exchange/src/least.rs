//! The least self-enforcing schedule when the order of the lots is fixed.
//!
//! With `a_k` units of side One and `b_k` of side Two left after handover k, every condition has the form *one unknown
//! ≥ a rising function of others*:
//!
//! ```text
//! a_k ≥ fewest worth at least  give_Two(b_k) + need_Two(k)  to Two        (Two goes on after handover k)
//! b_k ≥ fewest worth at least  give_One(a_k) + need_One(k)  to One        (One goes on)
//! a_k ≥ a_(k+1),   a_k ≥ a_(k−1) − capacity_One                           (nobody comes back; so many at a time)
//! if One hands over first:  the first two with a_k and b_(k−1), at the moment between the hands
//! ```
//!
//! If two schedules satisfy all of these, so does the smaller of the two, day by day; so if there is one at all, there is
//! a **least** one: the fewest still held on *every* day at once, and done soonest (Tarski 1955). It is reached
//! from below by raising whatever is too low (Kleene iteration). Each step raises a count by at least one, so there are
//! at most (units × handovers) of them; in practice a few sweeps.

use detente_model::{Progress, Work};

use crate::queue::Queue;
use crate::stakes::Timeline;
use crate::{Amount, Side};

/// What the planner is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rules {
    pub first: Option<Side>,
    pub capacity: [Option<u32>; 2],
}

/// Units left of each side's queue after each handover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Least {
    pub left: [Vec<u32>; 2],
}

/// Why there is no schedule in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stop {
    /// The side would not begin.
    Start { side: Side },
    /// From this handover on the side would stop, even with everything of the other's still to come.
    Refuses { side: Side, handover: usize },
    /// The conditions can be met throughout, but so many units of this side cannot be out by the end.
    Unfinished { side: Side, left: u32 },
}

impl Least {
    /// The first handover after which nothing is left.
    pub fn completion(&self) -> Option<usize> {
        let [one, two] = &self.left;
        (0..one.len()).find(|&k| one[k] == 0 && two[k] == 0)
    }
}

struct System<'a> {
    queues: [&'a Queue; 2],
    timeline: &'a Timeline,
    rules: Rules,
    left: [Vec<u32>; 2],
    changed: bool,
}

/// The least schedule, or why there is none. `floors` are units of each side that may not go before the handover
/// given (used for deposits that are given back on completion).
pub(crate) fn least(
    queues: [&Queue; 2],
    timeline: &Timeline,
    rules: Rules,
    floor: Option<(Side, usize)>,
    progress: &Progress,
) -> Result<Least, Stop> {
    let units = queues.map(Queue::units);
    for side in Side::BOTH {
        let (own, theirs) = (queues[side.index()], queues[side.other().index()]);
        let worth =
            theirs.receive[units[side.other().index()] as usize] - own.give[units[side.index()] as usize];
        if worth < timeline.start[side.index()] {
            return Err(Stop::Start { side });
        }
    }
    let handovers = timeline.days.len();
    let lowest = |i: usize| match rules.capacity[i] {
        Some(most) => {
            (0..handovers).map(|k| units[i].saturating_sub(most.saturating_mul(k as u32 + 1))).collect()
        }
        None => vec![0; handovers],
    };
    let mut system = System { queues, timeline, rules, left: [lowest(0), lowest(1)], changed: false };
    if let Some((side, last)) = floor {
        system.raise(side, last, 1)?;
    }
    // One sweep backwards is enough when the only link between days is that nobody comes back.
    let mut work = Work::of(progress);
    let linked = rules.first.is_some() || rules.capacity.iter().any(Option::is_some);
    loop {
        system.changed = false;
        for k in (0..handovers).rev() {
            work.add(1);
            system.settle(k)?;
        }
        if !linked {
            break;
        }
        for k in 0..handovers {
            work.add(1);
            system.settle(k)?;
        }
        if !system.changed {
            break;
        }
    }
    let left = system.left;
    for side in Side::BOTH {
        let last = left[side.index()][handovers - 1];
        if last > 0 {
            return Err(Stop::Unfinished { side, left: last });
        }
    }
    Ok(Least { left })
}

impl System<'_> {
    fn raise(&mut self, side: Side, k: usize, to: u32) -> Result<(), Stop> {
        let i = side.index();
        if to > self.left[i][k] {
            if to > self.queues[i].units() {
                return Err(Stop::Refuses { side: side.other(), handover: k });
            }
            self.left[i][k] = to;
            self.changed = true;
        }
        Ok(())
    }

    /// Raises what is too low around handover k.
    fn settle(&mut self, k: usize) -> Result<(), Stop> {
        for side in Side::BOTH {
            let i = side.index();
            if k + 1 < self.left[i].len() {
                self.raise(side, k, self.left[i][k + 1])?;
            }
            if let (Some(most), Some(before)) = (self.rules.capacity[i], k.checked_sub(1)) {
                self.raise(side, k, self.left[i][before].saturating_sub(most))?;
            }
        }
        if let Some(first) = self.rules.first {
            let (f, o) = (first.index(), first.other().index());
            let theirs = match k.checked_sub(1) {
                Some(before) => self.left[o][before],
                None => self.queues[o].units(),
            };
            let own = self.left[f][k];
            // The other side decides with the first mover's batch in hand …
            let need = self.queues[o].give[theirs as usize] + self.timeline.at[o][k];
            self.raise(first, k, self.queues[f].fewest_worth(need, own))?;
            // … and the first mover waits for the other's.
            let own = self.left[f][k];
            let need = self.queues[f].give[own as usize] + self.timeline.at[f][k];
            let enough = self.queues[o].fewest_worth(need, theirs);
            match k.checked_sub(1) {
                Some(before) => self.raise(first.other(), before, enough)?,
                None if enough > theirs => return Err(Stop::Refuses { side: first, handover: k }),
                None => {}
            }
        }
        loop {
            let before = [self.left[0][k], self.left[1][k]];
            for receiver in Side::BOTH {
                let (r, g) = (receiver.index(), receiver.other().index());
                let need = self.queues[r].give[self.left[r][k] as usize] + self.timeline.standing[r][k];
                let enough = self.queues[g].fewest_worth(need, self.left[g][k]);
                self.raise(receiver.other(), k, enough)?;
            }
            if before == [self.left[0][k], self.left[1][k]] {
                return Ok(());
            }
        }
    }
}

/// Whether both sides go on with so many units left, given what each needs.
pub(crate) fn both_go_on(queues: [&Queue; 2], left: [u32; 2], need: [Amount; 2]) -> bool {
    Side::BOTH.iter().all(|side| {
        let (i, o) = (side.index(), side.other().index());
        queues[o].receive[left[o] as usize] - queues[i].give[left[i] as usize] >= need[i]
    })
}

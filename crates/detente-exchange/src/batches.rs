//! Schedules with a minimum batch.
//!
//! "None or at least m" is not a condition of the form that has a least solution ([`crate::least`]): here all schedules are
//! searched. `R_k` is the set of pairs (a, b) of units left that can be reached by handover k with every moment on the way
//! acceptable to both. A batch is nothing, or between the minimum and the capacity, or all that is left if that is less
//! than the minimum. From the first k with (0, 0) in `R_k` the way is traced back, holding the fewest at
//! each step. Dynamic programming over bit sets: O(handovers · N² · M/64) words for N ≤ M units.

use detente_model::{Progress, Work};

use crate::least::{Least, Rules, both_go_on};
use crate::queue::Queue;
use crate::stakes::Timeline;
use crate::{Amount, Side};

/// The most bits kept: 64 MB.
const MOST_BITS: usize = 1 << 29;

/// Pairs of units left, one row for each number left of side One.
#[derive(Clone)]
struct Pairs {
    words_in_row: usize,
    bits: Vec<u64>,
}

impl Pairs {
    fn new(rows: usize, columns: usize) -> Self {
        let words_in_row = columns.div_ceil(64);
        Self { words_in_row, bits: vec![0; rows * words_in_row] }
    }

    fn row(&self, a: usize) -> &[u64] {
        &self.bits[a * self.words_in_row..(a + 1) * self.words_in_row]
    }

    fn row_mut(&mut self, a: usize) -> &mut [u64] {
        &mut self.bits[a * self.words_in_row..(a + 1) * self.words_in_row]
    }

    fn has(&self, a: usize, b: usize) -> bool {
        self.row(a)[b / 64] >> (b % 64) & 1 == 1
    }

    fn insert(&mut self, a: usize, b: usize) {
        self.row_mut(a)[b / 64] |= 1 << (b % 64);
    }
}

/// The sizes that a batch may have.
#[derive(Debug, Clone, Copy)]
struct Batch {
    least: u32,
    most: u32,
}

impl Batch {
    /// Whether one may go from `from` units left to `to`.
    fn allows(self, from: u32, to: u32) -> bool {
        let size = from - to;
        size == 0 || (size <= self.most && (size >= self.least || to == 0))
    }
}

/// Whether the search fits into bounded memory.
pub(crate) fn fits(queues: [&Queue; 2], timeline: &Timeline) -> bool {
    let [n, m] = queues.map(|q| q.units() as usize + 1);
    n.checked_mul(m.div_ceil(64) * 64)
        .and_then(|x| x.checked_mul(timeline.days.len() + 1))
        .is_some_and(|x| x <= MOST_BITS)
}

/// The soonest schedule with minimum batches; `None` if there is none.
pub(crate) fn soonest(
    queues: [&Queue; 2],
    timeline: &Timeline,
    rules: Rules,
    minimum: [u32; 2],
    progress: &Progress,
) -> Option<Least> {
    let work = &mut Work::of(progress);
    let [n, m] = queues.map(Queue::units);
    let batch =
        [0, 1].map(|i| Batch { least: minimum[i].max(1), most: rules.capacity[i].unwrap_or(u32::MAX) });
    if !both_go_on(queues, [n, m], timeline.start) {
        return None;
    }
    let mut reached = vec![{
        let mut start = Pairs::new(n as usize + 1, m as usize + 1);
        start.insert(n as usize, m as usize);
        start
    }];
    for k in 0..timeline.days.len() {
        let last = reached.last()?;
        let mid = |pairs: &mut Pairs| keep(pairs, queues, timeline.at_moment(k), None);
        let mut now = match rules.first {
            Some(Side::Two) => {
                let mut half = move_two(last, m, batch[1], work);
                mid(&mut half);
                move_one(&half, n, batch[0], work)
            }
            first => {
                let mut half = move_one(last, n, batch[0], work);
                if first.is_some() {
                    mid(&mut half);
                }
                move_two(&half, m, batch[1], work)
            }
        };
        keep(&mut now, queues, timeline.standing_after(k), Some(timeline.complete_after(k)));
        let done = now.has(0, 0) && stays_complete(timeline, k);
        reached.push(now);
        if done {
            return Some(trace(queues, timeline, rules, batch, &reached, work));
        }
    }
    None
}

/// Whether nothing breaks after everything is out, from a handover to the end.
pub(crate) fn stays_complete(timeline: &Timeline, from: usize) -> bool {
    (from..timeline.days.len()).all(|k| timeline.complete_after(k).iter().all(|need| *need <= Amount::ZERO))
}

impl Timeline {
    pub(crate) fn at_moment(&self, k: usize) -> [Amount; 2] {
        [self.at[0][k], self.at[1][k]]
    }

    pub(crate) fn standing_after(&self, k: usize) -> [Amount; 2] {
        [self.standing[0][k], self.standing[1][k]]
    }
}

/// Strikes out what either side would not stand.
fn keep(pairs: &mut Pairs, queues: [&Queue; 2], need: [Amount; 2], complete: Option<[Amount; 2]>) {
    let [one, two] = queues;
    let done = pairs.has(0, 0) && complete.is_none_or(|need| need.iter().all(|x| *x <= Amount::ZERO));
    for a in 0..one.receive.len() {
        // One goes on from `low` units of Two upwards; Two goes on below `high`.
        let low = two.receive.partition_point(|x| *x < one.give[a] + need[0]);
        let high = two.give.partition_point(|x| one.receive[a] - *x >= need[1]);
        let row = pairs.row_mut(a);
        for (w, word) in row.iter_mut().enumerate() {
            if *word != 0 {
                *word &= span(low, high, w * 64);
            }
        }
    }
    if let Some(word) = pairs.bits.first_mut() {
        *word = *word & !1 | u64::from(done);
    }
}

/// The bits from `low` to below `high` that fall into the word that begins at `start`.
fn span(low: usize, high: usize, start: usize) -> u64 {
    let below = |x: usize| match x.saturating_sub(start) {
        n if n >= 64 => u64::MAX,
        n => (1u64 << n) - 1,
    };
    below(high) & !below(low)
}

fn move_one(pairs: &Pairs, n: u32, batch: Batch, work: &mut Work<'_>) -> Pairs {
    let mut moved = pairs.clone();
    let occupied: Vec<u32> =
        (0..=n).filter(|a| pairs.row(*a as usize).iter().any(|word| *word != 0)).collect();
    if batch.most >= n {
        // Without a largest size all sources from `to + least` up count: gathered once, from many left to few.
        let mut gathered = vec![0u64; pairs.words_in_row];
        let mut next = occupied.len();
        for to in (0..=n).rev() {
            // All that is left may go even if it is less than the minimum.
            let least = if to == 0 { 1 } else { batch.least };
            work.add(pairs.words_in_row as u64);
            while next > 0 && occupied[next - 1] >= to.saturating_add(least) {
                next -= 1;
                gathered.iter_mut().zip(pairs.row(occupied[next] as usize)).for_each(|(x, y)| *x |= y);
            }
            moved.row_mut(to as usize).iter_mut().zip(&gathered).for_each(|(x, y)| *x |= y);
        }
        return moved;
    }
    for to in 0..=n {
        for &from in occupied.iter().filter(|from| **from > to && batch.allows(**from, to)) {
            work.add(pairs.words_in_row as u64);
            let source = from as usize * pairs.words_in_row;
            let target = to as usize * pairs.words_in_row;
            for w in 0..pairs.words_in_row {
                moved.bits[target + w] |= pairs.bits[source + w];
            }
        }
    }
    moved
}

fn move_two(pairs: &Pairs, m: u32, batch: Batch, work: &mut Work<'_>) -> Pairs {
    let mut moved = pairs.clone();
    let rows = pairs.bits.len() / pairs.words_in_row;
    for a in 0..rows {
        let row = pairs.row(a);
        if row.iter().all(|word| *word == 0) {
            continue;
        }
        // All shifts by `least` to `most`: spread by doubling, at most fifteen times.
        work.add(16 * pairs.words_in_row as u64);
        let most = batch.most.min(m);
        if batch.least <= most {
            let mut spread = shifted(row, batch.least as usize);
            let mut width = 1u32;
            let length = most - batch.least + 1;
            while width < length {
                let by = width.min(length - width);
                let more = shifted(&spread, by as usize);
                spread.iter_mut().zip(more).for_each(|(x, y)| *x |= y);
                width += by;
            }
            moved.row_mut(a).iter_mut().zip(spread).for_each(|(x, y)| *x |= y);
        }
        // All that is left, if that is fewer than the minimum.
        if (1..=most).any(|b| pairs.has(a, b as usize)) {
            moved.insert(a, 0);
        }
    }
    moved
}

fn shifted(row: &[u64], by: usize) -> Vec<u64> {
    let (words, bits) = (by / 64, by % 64);
    (0..row.len())
        .map(|w| {
            let low = row.get(w + words).copied().unwrap_or(0);
            let high = row.get(w + words + 1).copied().unwrap_or(0);
            if bits == 0 { low } else { low >> bits | high << (64 - bits) }
        })
        .collect()
}

/// From (0, 0) back to the start, each time to the way that holds fewest.
fn trace(
    queues: [&Queue; 2],
    timeline: &Timeline,
    rules: Rules,
    batch: [Batch; 2],
    reached: &[Pairs],
    work: &mut Work<'_>,
) -> Least {
    let [n, m] = queues.map(Queue::units);
    let done = reached.len() - 2;
    let handovers = timeline.days.len();
    let mut left = [vec![0; handovers], vec![0; handovers]];
    let mut here = [0u32, 0u32];
    for k in (0..=done).rev() {
        [left[0][k], left[1][k]] = here;
        let before = &reached[k];
        let mut best: Option<[u32; 2]> = None;
        for a in (here[0]..=n).filter(|a| batch[0].allows(*a, here[0])) {
            for b in (here[1]..=m).filter(|b| batch[1].allows(*b, here[1])) {
                work.add(1);
                if best.is_some_and(|[x, y]| x + y <= a + b) {
                    break;
                }
                if !before.has(a as usize, b as usize) {
                    continue;
                }
                let between = match rules.first {
                    None => true,
                    Some(Side::One) => both_go_on(queues, [here[0], b], timeline.at_moment(k)),
                    Some(Side::Two) => both_go_on(queues, [a, here[1]], timeline.at_moment(k)),
                };
                if between {
                    best = Some([a, b]);
                }
            }
        }
        here = best.unwrap_or(here);
    }
    Least { left }
}

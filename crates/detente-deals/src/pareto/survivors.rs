//! The labels that no other dominates, of candidates that come in descending order.
//!
//! A later vector can never dominate an earlier one, so a candidate survives if no survivor so far is at least as large in
//! every coordinate but the first. The survivors are in a [`Tree`]; what takes time is not to compare but to fetch them from
//! memory. Candidates therefore come in parcels, and those of a parcel are asked about in an order in which one is near
//! the next (Morton 1966): they pass the same branches, and mostly fall to a survivor that one of the last few fell to. Those that are
//! left are then asked, in descending order, against the survivors of their own parcel.
//!
//! **Cost.** On random sums in six coordinates some microseconds for a survivor and a fraction of one for a candidate that falls. In the worst
//! case, where keys tell nothing apart, each candidate is compared with each survivor; all of it is counted.
//!
//! Runs of one parcel are asked about at the same time. What a run finds and the work it counts depend on nothing outside it, so
//! neither depends on the number of threads.

use rayon::prelude::*;

use super::block::{Block, Key, Probe, SLOTS, Scale, place, slots};
use super::label::Label;
use super::tree::Tree;
use crate::watch::{Meter, Watch};

/// Candidates in the first parcel; each parcel is twice the one before, up to a limit.
const FIRST_PARCEL: usize = 512;
const LARGEST_PARCEL: usize = 1 << 16;
/// Candidates that are asked about one after the other.
const RUN: usize = 1 << 11;

/// The survivors so far.
pub(super) struct Survivors<const D: usize> {
    labels: Vec<Label<D>>,
    scale: Scale<D>,
    tree: Tree<D>,
    /// The survivors of a parcel that are not in the tree yet.
    fresh: Tree<D>,
    parcel: usize,
    watch: Watch,
    /// Comparisons with eight vectors at once and candidates looked at so far.
    pub work: u64,
}

/// The last survivors to which candidates fell.
struct Lately<const D: usize> {
    keys: Block<D>,
    ids: [u32; SLOTS],
    next: usize,
}

impl<const D: usize> Survivors<D> {
    /// For candidates between two corners.
    pub fn between(low: [i64; D], high: &[i64; D], watch: &Watch) -> Self {
        Self {
            labels: Vec::new(),
            scale: Scale::between(low, high),
            tree: Tree::new(),
            fresh: Tree::new(),
            parcel: FIRST_PARCEL,
            watch: watch.clone(),
            work: 0,
        }
    }

    pub fn len(&self) -> usize {
        self.labels.len()
    }

    pub fn into_labels(self) -> Vec<Label<D>> {
        self.labels
    }

    /// How many candidates the next parcel should hold.
    pub fn parcel(&self) -> usize {
        self.parcel
    }

    /// Takes in a parcel of distinct candidates in descending order, all of them after those before.
    pub fn admit(&mut self, candidates: &[Label<D>], meter: &Meter) {
        self.work += candidates.len() as u64;
        self.parcel = (2 * self.parcel).min(LARGEST_PARCEL);
        let keys: Vec<Key<D>> = meter.map(candidates, |label| self.scale.key(&label.at));
        let mut order: Vec<(u64, u32)> =
            keys.iter().enumerate().map(|(i, key)| (place(key), i as u32)).collect();
        meter.count(candidates.len() as u64);
        order.sort_unstable();
        meter.count(candidates.len() as u64);

        let mut fallen = vec![false; candidates.len()];
        if !self.tree.is_empty() {
            let run = |run: &[Placed]| self.fall(run, candidates, &keys);
            for fallen_in in beside_each_other(&order, &run) {
                self.work += fallen_in.work;
                meter.count(fallen_in.open);
                for i in fallen_in.candidates {
                    fallen[i as usize] = true;
                }
            }
        }
        let mut ids: Vec<Option<u32>> = vec![None; candidates.len()];
        let mut open = Vec::new();
        let mut counted = self.work;
        for (i, label) in candidates.iter().enumerate().filter(|(i, _)| !fallen[*i]) {
            meter.count(self.work - counted + 1);
            counted = self.work;
            let covers = |id: u32| covers(&self.labels[id as usize].at, &label.at);
            if self.fresh.find(&Probe::new(&keys[i]), &mut open, &mut self.work, covers).is_none() {
                let id = self.labels.len() as u32;
                self.work += self.fresh.insert(&keys[i], id);
                self.labels.push(*label);
                ids[i] = Some(id);
            }
        }
        self.fresh.clear();
        for i in order.iter().map(|(_, i)| *i as usize) {
            if let Some(id) = ids[i] {
                meter.count(50);
                self.work += self.tree.insert(&keys[i], id);
            }
        }
    }

    /// Which candidates of a run fall to a survivor in the tree.
    fn fall(&self, run: &[Placed], candidates: &[Label<D>], keys: &[Key<D>]) -> Fallen {
        let mut lately = Lately { keys: Block::EMPTY, ids: [0; SLOTS], next: 0 };
        let (mut fallen, mut open, mut work) = (Vec::new(), Vec::new(), 0);
        let meter = Meter::of(&self.watch);
        let mut counted = 0;
        for (_, i) in run {
            meter.count(work - counted);
            counted = work;
            let at = &candidates[*i as usize].at;
            let covers = |id: u32| covers(&self.labels[id as usize].at, at);
            let probe = Probe::new(&keys[*i as usize]);
            work += Block::<D>::STEPS;
            if slots(lately.keys.covering(&probe)).any(|slot| covers(lately.ids[slot])) {
                fallen.push(*i);
            } else if let Some(id) = self.tree.find(&probe, &mut open, &mut work, covers) {
                fallen.push(*i);
                lately.keys.set(lately.next, &self.scale.key(&self.labels[id as usize].at));
                lately.ids[lately.next] = id;
                lately.next = (lately.next + 1) % SLOTS;
            }
        }
        meter.count(work - counted);
        Fallen { candidates: fallen, work, open: meter.open() }
    }
}

/// The place of a candidate, and its number.
type Placed = (u64, u32);

/// The candidates of a run that fell.
struct Fallen {
    candidates: Vec<u32>,
    /// The work that it took to tell.
    work: u64,
    /// What of it was not reported.
    open: u64,
}

/// What is found for each run.
fn beside_each_other(order: &[Placed], run: &(dyn Fn(&[Placed]) -> Fallen + Sync)) -> Vec<Fallen> {
    order.par_chunks(RUN).map(run).collect()
}

/// Whether a vector is at least as large as another in every coordinate but the first.
fn covers<const D: usize>(a: &[i64; D], b: &[i64; D]) -> bool {
    (1..D).all(|d| a[d] >= b[d])
}

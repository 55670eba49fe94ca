//! A bid at a level among more packages than anybody could list.
//!
//! The parts of a package are shared out among two sorted lists of sums, *heads* and *tails*, of some thousands each, and a *ladder* that climbs
//! from the worst to the best of whatever is left, one option at a time. For a level, ladder and head are taken so high that the
//! rest lies where tails are densest, and the tail that just makes it up is found by halving; heads beside the first are tried until the level is
//! met closely enough.
//! The work does not grow with the number of packages.

use rand::RngExt;
use rand::rngs::ChaCha8Rng;

use super::parts::Part;
use super::{Ranked, Side};
use crate::{Offer, Worth, limits};

#[derive(Debug, Clone)]
pub(crate) struct Searched {
    parts: Vec<Part>,
    /// The parts with their best options first.
    ordered: Vec<Part>,
    ladder: Sums,
    heads: Sums,
    tails: Sums,
    /// The best packages, best first, and the worst, worst first, with their worth.
    top: Vec<(f64, Offer)>,
    bottom: Vec<(f64, Offer)>,
}

/// Sums of some parts, ascending.
#[derive(Debug, Clone)]
struct Sums {
    values: Vec<f64>,
    offers: Vec<Offer>,
}

impl Sums {
    fn new(mut sums: Vec<(f64, Offer)>) -> Self {
        sums.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
        let (values, offers) = sums.into_iter().unzip();
        Self { values, offers }
    }

    /// All sums of some parts.
    fn of_all(parts: &[&Part]) -> Self {
        let mut sums = vec![(0.0, Offer::default())];
        for part in parts {
            let grown = sums.iter().flat_map(|(sum, offer): &(f64, Offer)| {
                part.iter().map(move |(value, bits)| (sum + value, offer.joined(*bits)))
            });
            sums = grown.collect();
        }
        Self::new(sums)
    }

    /// Sums that climb from the worst of some parts to the best, one option at a time.
    fn ladder(parts: &[&Part]) -> Self {
        let ascending: Vec<Sums> = parts.iter().map(|part| Self::new((*part).clone())).collect();
        let mut steps: Vec<(usize, usize)> = Vec::new();
        for (k, sums) in ascending.iter().enumerate() {
            steps.extend((1..sums.values.len()).map(|place| (place, k)));
        }
        // In turn over the parts, so that the ladder climbs them side by side.
        steps.sort_by_key(|(place, k)| (*place, *k));
        let mut places = vec![0; parts.len()];
        let rung = |places: &[usize]| {
            ascending.iter().zip(places).fold((0.0, Offer::default()), |(sum, offer), (sums, place)| {
                (sum + sums.values[*place], offer.joined(sums.offers[*place]))
            })
        };
        let mut rungs = vec![rung(&places)];
        for (place, k) in steps {
            places[k] = place;
            rungs.push(rung(&places));
        }
        Self::new(rungs)
    }

    fn median(&self) -> f64 {
        self.values[self.values.len() / 2]
    }

    fn range(&self) -> f64 {
        self.values[self.values.len() - 1] - self.values[0]
    }

    /// The places around a value, nearest first in turn above and below.
    fn around(&self, value: f64) -> impl Iterator<Item = usize> {
        let first = self.values.partition_point(|x| *x < value).min(self.values.len() - 1);
        let mut up = first..self.values.len();
        let mut down = (0..first).rev();
        let mut above = false;
        std::iter::from_fn(move || {
            above = !above;
            if above { up.next().or_else(|| down.next()) } else { down.next().or_else(|| up.next()) }
        })
    }
}

impl Searched {
    pub(super) fn new(worth: &Worth, parts: Vec<Part>) -> Self {
        let range = |part: &Part| {
            let values = || part.iter().map(|(value, _)| *value);
            values().fold(f64::NEG_INFINITY, f64::max) - values().fold(f64::INFINITY, f64::min)
        };
        // The widest parts make the tails and the heads, so that what the ladder leaves over is always within their reach.
        let mut widest: Vec<usize> = (0..parts.len()).collect();
        widest.sort_by(|a, b| range(&parts[*b]).total_cmp(&range(&parts[*a])).then(a.cmp(b)));
        let mut lists: [(usize, Vec<&Part>); 2] = [(1, Vec::new()), (1, Vec::new())];
        let mut left = Vec::new();
        for k in widest {
            let part = &parts[k];
            let room = |list: &&mut (usize, Vec<&Part>)| {
                list.1.is_empty() || list.0.saturating_mul(part.len()) <= limits::SUMS
            };
            match lists.iter_mut().find(room) {
                Some(list) => {
                    list.0 = list.0.saturating_mul(part.len());
                    list.1.push(part);
                }
                None => left.push(part),
            }
        }
        let [tails, heads] = lists.map(|(_, parts)| Sums::of_all(&parts));
        let ladder = Sums::ladder(&left);
        let mut ordered = parts.clone();
        for part in &mut ordered {
            part.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| b.1.cmp(&a.1)));
        }
        let mut searched = Self { parts, ordered, ladder, heads, tails, top: Vec::new(), bottom: Vec::new() };
        searched.top = searched.end(worth);
        // The worst packages are the best of the same search upside down.
        searched.upside_down();
        searched.bottom = searched.end(worth);
        searched.upside_down();
        searched
    }

    /// The first packages in order.
    fn end(&self, worth: &Worth) -> Vec<(f64, Offer)> {
        let mut ranked = Ranked::new(self);
        let found = (0..limits::ENDS).map_while(|rank| ranked.reach(rank, self));
        found.map(|offer| (worth.of(&offer), offer)).collect()
    }

    fn upside_down(&mut self) {
        for part in &mut self.ordered {
            part.reverse();
            for (value, _) in part {
                *value = -*value;
            }
        }
    }

    pub(super) fn parts(&self) -> &[Part] {
        &self.parts
    }

    pub(super) fn ordered(&self) -> &[Part] {
        &self.ordered
    }

    /// The best packages with their worth, best first.
    pub(super) fn top(&self) -> &[(f64, Offer)] {
        &self.top
    }

    /// The worth of the worst package and of the best.
    pub(super) fn range(&self) -> (f64, f64) {
        (self.bottom[0].0, self.top[0].0)
    }

    /// The package that has each part so far down, with its sum; `None` where a part has no such place.
    pub(super) fn made(&self, places: Vec<u32>) -> Option<(f64, Offer, Vec<u32>)> {
        let mut made = (0.0, Offer::default());
        for (part, place) in self.ordered.iter().zip(&places) {
            let (value, bits) = part.get(*place as usize)?;
            made = (made.0 + value, made.1.joined(*bits));
        }
        Some((made.0, made.1, places))
    }

    /// A package drawn evenly from all.
    pub(super) fn drawn(&self, chance: &mut ChaCha8Rng) -> Offer {
        let drawn = self.parts.iter().map(|part| part[chance.random_range(0..part.len())].1);
        drawn.fold(Offer::default(), Offer::joined)
    }

    pub(super) fn at(&self, worth: &Worth, level: f64, side: Side) -> Option<Offer> {
        let (least, most) = self.range();
        if level > most {
            return (side == Side::Nearest).then_some(self.top[0].1);
        }
        if level <= least {
            return Some(self.bottom[0].1);
        }
        // Near the ends packages are few, and the lists there hold them all.
        let from_top = self.top.partition_point(|(worth, _)| *worth >= level);
        if from_top < self.top.len() {
            return Some(chosen(self.top[from_top - 1], self.top[from_top], level, side));
        }
        let from_bottom = self.bottom.partition_point(|(worth, _)| *worth < level);
        if from_bottom < self.bottom.len() {
            return Some(chosen(self.bottom[from_bottom], self.bottom[from_bottom - 1], level, side));
        }
        self.between(worth, level, side).or_else(|| self.top.last().map(|(_, offer)| *offer))
    }

    /// The nearest bid among those tried, beyond the ends.
    fn between(&self, worth: &Worth, level: f64, side: Side) -> Option<Offer> {
        let unit = worth.unit();
        let raw = level * unit;
        let near = limits::LEVEL * (self.ladder.range() + self.heads.range() + self.tails.range());
        let mut nearest: Option<(f64, Offer)> = None;
        let mut tries = 0;
        for rung in self.ladder.around(raw - self.heads.median() - self.tails.median()) {
            let wanted = raw - self.ladder.values[rung];
            for head in self.heads.around(wanted - self.tails.median()) {
                let rest = wanted - self.heads.values[head];
                let above = self.tails.values.partition_point(|value| *value < rest);
                let begun = self.ladder.offers[rung].joined(self.heads.offers[head]);
                for tail in [Some(above), above.checked_sub(1)].into_iter().flatten() {
                    let Some(value) = self.tails.values.get(tail) else { continue };
                    let offer = begun.joined(self.tails.offers[tail]);
                    let gap = value - rest;
                    let better = nearest.is_none_or(|(best, _)| gap.abs() < best);
                    let on_side = || match side {
                        // Sums in another order round otherwise, so what is promised is looked at as it is counted everywhere.
                        Side::AtLeast => gap >= -near && worth.of(&offer) >= level,
                        Side::Nearest => true,
                    };
                    if better && on_side() {
                        nearest = Some((gap.abs(), offer));
                    }
                }
                tries += 1;
                if tries >= limits::TRIES || nearest.is_some_and(|(gap, _)| gap <= near) {
                    return nearest.map(|(_, offer)| offer);
                }
                if tries % HEADS_A_RUNG == 0 {
                    break;
                }
            }
        }
        nearest.map(|(_, offer)| offer)
    }
}

/// Heads that are tried on one rung of the ladder before the next rung is.
const HEADS_A_RUNG: usize = 12;

/// Of the two packages around a level, the one wanted.
fn chosen(above: (f64, Offer), below: (f64, Offer), level: f64, side: Side) -> Offer {
    match side {
        Side::Nearest if level - below.0 <= above.0 - level => below.1,
        Side::Nearest | Side::AtLeast => above.1,
    }
}

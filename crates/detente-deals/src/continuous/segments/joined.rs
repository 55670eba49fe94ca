//! Lines that go straight on past a stop, as one.
//!
//! A stop at which nothing bends parts a line in two. Where one line ends in the package at which another begins, and this package lies on the
//! straight line between the far ends, in numbers and in values, the two are one. One look-up a line.

use std::collections::BTreeMap;

use detente_model::Package;

use super::FrontierSegment;
use crate::continuous::SettledPackage;

/// How far, as a share of the way, numbers may lie beside a straight line: a hundred times what they can be told apart by.
const BESIDE: f64 = 1e-11;

/// The lines, best for the first principal first, with those made one that go straight on. Values may be off by `slack` units.
pub(super) fn joined(lines: Vec<FrontierSegment>, slack: i64) -> Vec<FrontierSegment> {
    let mut whole: Vec<FrontierSegment> = Vec::with_capacity(lines.len());
    let mut ending: BTreeMap<(Package, Vec<u64>), usize> = BTreeMap::new();
    for line in lines {
        let before = ending.get(&place(&line.from.package)).copied();
        let at = if let Some(at) = before.filter(|at| goes_straight_on(&whole[*at], &line, slack)) {
            whole[at].to = line.to;
            at
        } else {
            whole.push(line);
            whole.len() - 1
        };
        ending.insert(place(&whole[at].to.package), at);
    }
    whole
}

fn place(package: &SettledPackage) -> (Package, Vec<u64>) {
    (package.options.clone(), package.numbers.iter().map(|(_, x)| x.to_bits()).collect())
}

fn goes_straight_on(line: &FrontierSegment, next: &FrontierSegment, slack: i64) -> bool {
    if !(line.to.on_frontier && next.from.on_frontier) || line.from == line.to || next.from == next.to {
        return false;
    }
    let (from, at, to) = (&line.from, &next.from, &next.to);
    let numbers = || {
        let ends = from.package.numbers.iter().zip(&to.package.numbers);
        ends.zip(&at.package.numbers).map(|(((_, from), (_, to)), (_, at))| (*from, *at, *to))
    };
    let longest = numbers().max_by(|a, b| (a.2 - a.0).abs().total_cmp(&(b.2 - b.0).abs()));
    let Some((share, length)) = longest.map(|(from, at, to)| ((at - from) / (to - from), (to - from).abs()))
    else {
        return false;
    };
    let straight =
        |(from, at, to): (f64, f64, f64)| (from + share * (to - from) - at).abs() <= BESIDE * length;
    let values = from.values.iter().zip(&at.values).zip(&to.values);
    share > 0.0
        && share < 1.0
        && numbers().all(straight)
        && values
            .map(|((from, at), to)| (from.raw() as f64, at.raw() as f64, to.raw() as f64))
            .all(|(from, at, to)| (from + share * (to - from) - at).abs() <= slack as f64)
}

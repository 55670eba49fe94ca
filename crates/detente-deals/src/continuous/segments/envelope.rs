//! The parts of lines that no other line betters.
//!
//! Each line gives up the parts on which another is worth no less to anybody and, somewhere on them, worth more than rounding could feign; see
//! [`bettered`]. What is left of all lines is the frontier. Lines of several pieces can run on top of each other (two issues that the
//! parties weigh in the same ratio): the longest stays, the others give up what it covers.
//!
//! At most quadratic in the number of lines, after a pass that drops those far below; pairs are counted and bounded.

use super::line::Line;
use super::shadow::{CLOSE, Shadow, bettered, nearly_bettered, shared};
use crate::DealsError;
use crate::limits;
use crate::sorting::Sorting;
use crate::watch::{Meter, Watch};

/// Steps that the comparison of two lines counts for, where their ends do not say enough.
const COMPARISON: u64 = 20;
/// Lines that run together for less than this, in units, only meet: 10⁻⁶ on a scale from 0 to 1.
const RESOLUTION: f64 = 1e6;
/// How many times rounding two packages may differ by that are worth the same.
const SLACK: f64 = 8.0;

/// Lines that better each other, and the work that comparing them has taken.
pub(super) struct Envelope<'l> {
    lines: Vec<&'l Line>,
    rounding: f64,
    work: u64,
    meter: Meter,
}

impl<'l> Envelope<'l> {
    /// Of lines too short to tell from a package those that hold one are taken.
    pub fn of(
        lines: &'l [Line],
        rounding: f64,
        watch: &Watch,
        holds_package: &dyn Fn(&Line) -> bool,
    ) -> Self {
        let mut lines = not_far_below(lines, rounding);
        lines.retain(|line| !is_package(line, rounding) || holds_package(line));
        Self { lines, rounding, work: 0, meter: Meter::of(watch) }
    }

    fn spend(&mut self, steps: u64) -> Result<(), DealsError> {
        self.work += steps;
        self.meter.count(10 * steps);
        if self.work > limits::BETWEEN_STOPS {
            Err(DealsError::TooMuchWork { most: limits::BETWEEN_STOPS })
        } else {
            Ok(())
        }
    }

    /// Whether a package, as a line without length, is plainly bettered by one on a line.
    pub fn betters(&mut self, package: &Line) -> Result<bool, DealsError> {
        for at in 0..self.lines.len() {
            let other = self.lines[at];
            self.spend(1)?;
            let apart =
                (0..package.principals()).any(|i| other.most(i) < package.least(i) - SLACK * self.rounding);
            if !apart && nearly_bettered(package, other, SLACK * self.rounding / 2.0).is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What is left of the lines; longest first.
    pub fn undominated(&mut self) -> Result<Vec<Line>, DealsError> {
        let (rounding, lines) = (self.rounding, self.lines.clone());
        let mut parts: Vec<Line> = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let mut shadows: Vec<Shadow> = Vec::new();
            for (_, other) in lines.iter().enumerate().filter(|(other, _)| *other != at) {
                let apart = (0..line.principals()).any(|i| other.most(i) < line.least(i) - SLACK * rounding);
                self.spend(if apart { 1 } else { COMPARISON })?;
                if apart {
                    continue;
                }
                shadows.extend(bettered(line, other, rounding));
                shadows.extend(nearly_bettered(line, other, SLACK * rounding / 2.0));
                if shadows.iter().any(Shadow::is_whole) {
                    break;
                }
            }
            parts.extend(
                rest(line, &mut shadows, rounding).into_iter().filter_map(|part| tidy(part, rounding)),
            );
        }
        parts.order_by(|a, b| {
            let numbers = |line: &Line| line.numbers.concat();
            let by_numbers = || {
                let pairs = numbers(a).into_iter().zip(numbers(b));
                pairs.map(|(x, y)| x.total_cmp(&y)).find(|o| o.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
            };
            b.length().total_cmp(&a.length()).then_with(|| a.options.cmp(&b.options)).then_with(by_numbers)
        });
        let mut kept: Vec<Line> = Vec::new();
        for part in parts {
            let mut covered: Vec<Shadow> = Vec::new();
            for other in &kept {
                self.spend(1)?;
                let Some(shadow) = shared(&part, other, 2.0 * rounding) else { continue };
                self.spend(COMPARISON)?;
                if shadow.is_whole() || (shadow.to - shadow.from) * part.length() > RESOLUTION {
                    covered.push(shadow);
                }
            }
            kept.extend(
                rest(&part, &mut covered, rounding).into_iter().filter_map(|part| tidy(part, rounding)),
            );
        }
        Ok(kept)
    }
}

/// The lines that no end of another betters as a whole, between two principals; of more, all.
fn not_far_below(lines: &[Line], rounding: f64) -> Vec<&Line> {
    if lines.first().is_none_or(|line| line.principals() != 2) {
        return lines.iter().collect();
    }
    let mut ends: Vec<[f64; 2]> =
        lines.iter().flat_map(|line| &line.surpluses).map(|at| [at[0], at[1]]).collect();
    ends.order_by(|a, b| b[0].total_cmp(&a[0]).then(b[1].total_cmp(&a[1])));
    let mut stairs: Vec<[f64; 2]> = Vec::new();
    for end in ends {
        if stairs.last().is_none_or(|last| end[1] > last[1]) {
            stairs.push(end);
        }
    }
    let below = |line: &&Line| {
        let corner = [line.most(0), line.most(1)];
        let beyond = stairs.partition_point(|stair| stair[0] >= corner[0]);
        let best = beyond.checked_sub(1).map(|at| stairs[at]);
        best.is_some_and(|best| {
            best[1] >= corner[1] && best[0] - corner[0] + best[1] - corner[1] > 2.0 * rounding
        })
    };
    lines.iter().filter(|line| !below(line)).collect()
}

/// What is left of a line without some parts of it. Parts that begin together but for rounding begin at one place.
fn rest(line: &Line, shadows: &mut [Shadow], rounding: f64) -> Vec<Line> {
    let near = (SLACK * rounding / line.length()).clamp(CLOSE, 1.0);
    shadows.order_by(|a, b| a.from.total_cmp(&b.from).then(a.to.total_cmp(&b.to)));
    let mut parts = Vec::new();
    let (mut at, mut beaten) = (0.0, line.beaten[0]);
    let mut over = false;
    for (k, shadow) in shadows.iter().enumerate() {
        if shadow.from > at + CLOSE {
            let mut same = shadows[k..].iter().take_while(|other| other.from <= shadow.from + near);
            let end = same.any(|other| other.beaten[0]) || shadow.from >= 1.0 - CLOSE && line.beaten[1];
            parts.push(line.part(at, shadow.from, [beaten, end]));
            (at, beaten) = (shadow.to, shadow.beaten[1]);
        } else if shadow.to > at + CLOSE {
            (at, beaten) = (shadow.to, shadow.beaten[1]);
        } else if shadow.to >= at - CLOSE {
            beaten |= shadow.beaten[1];
        }
        over |= shadow.to >= 1.0 - CLOSE;
    }
    if !over {
        parts.push(line.part(at, 1.0, [beaten, line.beaten[1]]));
    }
    parts
}

/// A part too short to tell from a package is the package, if that is not bettered itself.
fn tidy(part: Line, rounding: f64) -> Option<Line> {
    if !is_package(&part, rounding) {
        return Some(part);
    }
    let end = part.beaten.iter().position(|beaten| !beaten)? as f64;
    Some(part.part(end, end, [false; 2]))
}

/// Whether a line is too short to tell from a package.
fn is_package(line: &Line, rounding: f64) -> bool {
    line.length() <= 4.0 * rounding
}

//! How likely a deal is after what was said and done up to each day: a line in steps with the band that the number of draws
//! leaves, and on each step who spoke or acted.

use jiff::civil::Date;

use super::label::shorten;
use super::scale::Scale;
use super::svg::{Svg, num};
use crate::page::{OutlookByDate, OutlookStep, Plot};

const WIDTH: f64 = 560.0;
const LEFT: f64 = 44.0;
/// Room on the right for the last value.
const RIGHT: f64 = 500.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 190.0;
/// How wide the stretch before the first day is.
const BEFORE: f64 = 70.0;
/// On a narrow screen letters are this large, and a line of them this high: labels have room there, and so everywhere.
const LETTER: f64 = 15.0 * 0.54;
const LINE: f64 = 17.5;
/// The fewest letters for which a label has room: a day and the beginning of a name.
const FEWEST: usize = 8;
/// Rows in which the labels of days stand that lie close to each other.
const ROWS: usize = 4;
/// Claimants that are named under one day.
const NAMED: usize = 6;

/// Draws the steps.
pub(super) fn draw(plot: &Plot, of: &OutlookByDate) -> String {
    let steps = of.steps.as_slice();
    let dates: Vec<Date> = steps.iter().filter_map(|step| step.date.map(|day| day.0)).collect();
    let days = |date: Date| dates.first().map_or(0.0, |first| days_between(*first, date));
    let last = dates.last().map_or(0.0, |last| days(*last));
    // Some room after the last day, so that its step can be seen.
    let along = Scale::between((0.0, (last * 1.35).max(1.0)), (LEFT + BEFORE, RIGHT));
    let place = |step: &OutlookStep| step.date.map_or(LEFT, |day| along.at(days(day.0)));
    let highest = steps.iter().map(|step| step.deal.high).fold(0.0, f64::max);
    let top = [0.25, 0.5, 0.75, 1.0].into_iter().find(|most| highest <= *most).unwrap_or(1.0);
    let up = Scale::between((0.0, top), (BOTTOM, TOP));
    let labels = labels(&steps.iter().map(|step| (place(step), lines(step).len())).collect::<Vec<_>>());
    let unnamed = labels.iter().filter(|label| label.is_none()).count();
    let lowest =
        labels.iter().zip(steps).filter_map(|(label, step)| Some(label.as_ref()?.line(lines(step).len())));
    let lowest = lowest.fold(BOTTOM + 18.0, f64::max);
    let height = lowest + 6.0 + if unnamed > 0 { LINE } else { 0.0 };
    let mut svg = Svg::new(plot, "plot large", WIDTH, height);
    for quarter in 0..=4u32 {
        let share = top * f64::from(quarter) / 4.0;
        svg.line((LEFT, up.at(share)), (RIGHT, up.at(share)), r#"class="grid""#);
        if quarter % 2 == 0 {
            let words = format!("{} %", num(share * 100.0));
            svg.text((LEFT - 6.0, up.at(share) + 4.0), r#"class="tick end""#, &words);
        }
    }
    let ends: Vec<f64> = steps.iter().skip(1).map(&place).chain([RIGHT]).collect();
    for (step, end) in steps.iter().zip(&ends) {
        let (start, end) = (num(place(step)), num(*end));
        let (high, low) = (num(up.at(step.deal.high)), num(up.at(step.deal.low)));
        let day = step.date.map_or_else(|| "before".to_owned(), |day| day.0.to_string());
        let attributes = format!(r#"class="band" data-day="{day}""#);
        svg.path(&format!("M{start} {high}H{end}V{low}H{start}Z"), &attributes);
    }
    let mut line = String::new();
    for (step, end) in steps.iter().zip(&ends) {
        let begin = if line.is_empty() { "M" } else { "L" };
        line.push_str(&format!("{begin}{} {}H{}", num(place(step)), num(up.at(step.deal.value)), num(*end)));
    }
    svg.path(&line, r#"class="step""#);
    // Lines that lead to lower rows first: words lie over them.
    for (step, label) in steps.iter().zip(&labels) {
        let foot = label.as_ref().map_or(BOTTOM, |label| label.line(0) - 12.0);
        if step.date.is_some() {
            svg.line((place(step), TOP), (place(step), foot), r#"class="became""#);
        }
    }
    for ((step, label), i) in steps.iter().zip(&labels).zip(0u32..) {
        let x = place(step);
        let value = format!("{:.0} %", step.deal.value * 100.0);
        if i + 1 == steps.len() as u32 {
            svg.text((RIGHT + 6.0, up.at(step.deal.value) + 4.0), r#"class="letter""#, &value);
        } else if i == 0 {
            svg.text((x + 4.0, up.at(step.deal.high) - 6.0), r#"class="says halo""#, &value);
        }
        let Some(label) = label else { continue };
        let Some(date) = step.date else {
            svg.text((x, label.line(0)), r#"class="tick""#, "before");
            continue;
        };
        let day = date.0.strftime("%-d %b").to_string();
        svg.text((x, label.line(0)), r#"class="name halo""#, &day);
        for (name, i) in lines(step).iter().zip(1..) {
            svg.text((x, label.line(i)), r#"class="says halo""#, &shorten(name, label.columns));
        }
    }
    if unnamed > 0 {
        let days = if unnamed == 1 { "day" } else { "days" };
        let words = format!("and {unnamed} more {days} between these");
        svg.text((LEFT, lowest + LINE), r#"class="tick""#, &words);
    }
    svg.finish()
}

/// The names under one day, the rest counted.
fn lines(step: &OutlookStep) -> Vec<String> {
    let mut lines: Vec<String> = step.who.iter().take(NAMED).cloned().collect();
    if step.who.len() > NAMED {
        lines.push(format!("and {} more", step.who.len() - NAMED));
    }
    lines
}

/// Where the label of a step stands.
#[derive(Debug, Clone, PartialEq)]
struct Label {
    /// The baseline of its first line.
    top: f64,
    /// How many letters a line of it may have.
    columns: usize,
}

impl Label {
    /// The baseline of a line, counted from 0.
    fn line(&self, i: usize) -> f64 {
        self.top + LINE * i as f64
    }
}

/// A label for each step, from left to right, given where each step lies and how many names stand under its day. One that has no room beside the
/// one before goes into the next row; where no row has room a step has none.
fn labels(steps: &[(f64, usize)]) -> Vec<Option<Label>> {
    let mut free_from = [f64::NEG_INFINITY; ROWS];
    let rows: Vec<Option<usize>> = steps
        .iter()
        .map(|(x, _)| {
            let row = free_from.iter().position(|free| *free <= *x)?;
            free_from[row] = x + LETTER * FEWEST as f64;
            Some(row)
        })
        .collect();
    let of_row = |row: usize| steps.iter().zip(&rows).filter(move |(_, its)| **its == Some(row));
    // The baseline of the first line of each row: below the most names of the one above.
    let mut tops = [BOTTOM + 18.0; ROWS];
    for row in 1..ROWS {
        let most = of_row(row - 1).map(|((_, names), _)| *names).max().unwrap_or(0);
        tops[row] = tops[row - 1] + LINE * (most as f64 + 1.3);
    }
    let label = |((x, _), row): (&(f64, usize), &Option<usize>)| {
        let row = (*row)?;
        let next = of_row(row).map(|((next, _), _)| *next).find(|next| next > x).unwrap_or(WIDTH + 10.0);
        let columns = ((next - x) / LETTER) as usize;
        Some(Label { top: tops[row], columns: columns.max(FEWEST - 1) })
    };
    steps.iter().zip(&rows).map(label).collect()
}

fn days_between(from: Date, to: Date) -> f64 {
    // Whole days, so exact; dates of a case never lie further apart than the calendar reaches.
    from.until(to).map_or(0.0, |span| f64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The boxes that labels take: left, top, right, bottom.
    fn boxes(steps: &[(f64, usize)]) -> Vec<(f64, f64, f64, f64)> {
        let labels = labels(steps);
        let boxed = steps.iter().zip(&labels).filter_map(|((x, names), label)| {
            let label = label.as_ref()?;
            let right = x + LETTER * label.columns as f64;
            Some((*x, label.line(0) - LINE, right, label.line(*names)))
        });
        boxed.collect()
    }

    #[test]
    fn labels_of_days_that_lie_close_do_not_cover_each_other() {
        for apart in [3.0, 9.0, 14.0, 40.0, 64.0, 65.0, 120.0] {
            let steps: Vec<(f64, usize)> =
                (0..12).map(|i| (LEFT + apart * f64::from(i), (i % 4) as usize)).collect();
            let boxes = boxes(&steps);
            assert!(!boxes.is_empty());
            for (i, a) in boxes.iter().enumerate() {
                for b in &boxes[i + 1..] {
                    let apart = a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 || b.3 <= a.1;
                    assert!(apart, "{a:?} lies on {b:?} of {steps:?}");
                }
            }
        }
    }

    #[test]
    fn where_there_is_room_labels_stand_in_one_row() {
        let labels = labels(&[(LEFT, 0), (LEFT + BEFORE, 2), (LEFT + 3.0 * BEFORE, 1)]);
        assert!(labels.iter().flatten().all(|label| label.top == BOTTOM + 18.0));
        assert_eq!(labels[1].as_ref().map(|label| label.columns), Some((2.0 * BEFORE / LETTER) as usize));
        // Days too many for all rows have none, and those that have one keep it.
        assert_eq!(super::labels(&[(50.0, 1); 9]).iter().flatten().count(), ROWS);
    }
}

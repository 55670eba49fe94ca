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
const LINE: f64 = 14.5;
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
    let columns = columns(steps, &place);
    let named = steps.iter().map(|step| lines(step).len()).max().unwrap_or(0) as f64;
    let height = BOTTOM + 24.0 + LINE * (named + 1.0);
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
    for ((step, columns), i) in steps.iter().zip(columns).zip(0u32..) {
        let x = place(step);
        let value = format!("{:.0} %", step.deal.value * 100.0);
        if i + 1 == steps.len() as u32 {
            svg.text((RIGHT + 6.0, up.at(step.deal.value) + 4.0), r#"class="letter""#, &value);
        } else if i == 0 {
            svg.text((x + 4.0, up.at(step.deal.high) - 6.0), r#"class="says halo""#, &value);
        }
        let Some(date) = step.date else {
            svg.text((x, BOTTOM + 18.0), r#"class="tick""#, "before");
            continue;
        };
        svg.line((x, TOP), (x, BOTTOM + 6.0), r#"class="became""#);
        let day = date.0.strftime("%-d %b").to_string();
        svg.text((x, BOTTOM + 18.0), r#"class="name""#, &day);
        for (i, name) in lines(step).iter().enumerate() {
            let y = BOTTOM + 18.0 + LINE * (i as f64 + 1.0);
            svg.text((x, y), r#"class="says""#, &shorten(name, columns));
        }
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

/// How many letters fit between each step and the next.
fn columns(steps: &[OutlookStep], place: &dyn Fn(&OutlookStep) -> f64) -> Vec<usize> {
    let next = steps.iter().skip(1).map(place).chain([WIDTH + 10.0]);
    steps.iter().zip(next).map(|(step, next)| (((next - place(step)) / 7.2) as usize).max(3)).collect()
}

fn days_between(from: Date, to: Date) -> f64 {
    // Whole days, so exact; dates of a case never lie further apart than the calendar reaches.
    from.until(to).map_or(0.0, |span| f64::from(span.get_days()))
}

//! A case through a range of values.

use super::head::Head;
use super::plot::{Data, Illustration, Plot, SweepCurve, SweepMark};
use super::table::{Column, ColumnHolds, Table};
use super::wording::Wording;
use super::{Block, Chance, Page, Section};
use crate::compose::sweep::{Sweep, SweepPoint};
use crate::words;

/// With two paths, one plot each for so many values of the first.
const MOST_PLOTS: usize = 12;

/// A case through a range of values: a table, and how likely a deal is along the way.
pub fn sweep(found: &Sweep) -> Page {
    let head = Head::of(&found.case, Some((found.draws, found.seed)), headline(found));
    Page { head: Some(head), sections: vec![plots(found), points(found)], foot: None }
}

/// Where a deal is likeliest and where it is least likely.
fn headline(found: &Sweep) -> Vec<String> {
    let shares = found.points.iter().filter_map(|point| {
        let swept = point.found.as_ref().ok()?;
        Some((point, swept.zone))
    });
    let shares: Vec<_> = shares.collect();
    let mut told = Vec::new();
    let most = shares.iter().map(|(_, zone)| zone.hits).max();
    let least = shares.iter().map(|(_, zone)| zone.hits).min();
    let first = |hits: Option<u64>| shares.iter().find(|(_, zone)| Some(zone.hits) == hits);
    if let (Some((high, highest)), Some((low, lowest))) = (first(most), first(least)) {
        // Several points may share the first place or the last.
        let alike = |hits: u64| match shares.iter().filter(|(_, zone)| zone.hits == hits).count() {
            0 | 1 => String::new(),
            count => format!(" and {}", words::plural(count - 1, "other point", "other points")),
        };
        told.push(if highest.hits == lowest.hits {
            format!("The chance that a deal exists is the same everywhere: {}.", words::share(*highest))
        } else {
            format!(
                "A deal exists most often at {}{}, in {} of the worlds drawn, and least often at {}{}, in {}.",
                at(found, high),
                alike(highest.hits),
                words::share(*highest),
                at(found, low),
                alike(lowest.hits),
                words::share(*lowest)
            )
        });
    }
    let none = found.points.iter().filter(|point| point.found.is_err()).count();
    if none > 0 {
        told.push(format!(
            "At {} there is no sound case; below the table stands why.",
            words::plural(none, "point", "points")
        ));
    }
    told
}

fn at(found: &Sweep, point: &SweepPoint) -> String {
    let pairs: Vec<String> =
        found.paths.iter().zip(&point.values).map(|(path, value)| format!("{path} = {value}")).collect();
    words::list(&pairs)
}

fn points(found: &Sweep) -> Section {
    let tested =
        found.points.iter().any(|point| point.found.as_ref().is_ok_and(|swept| swept.best.is_some()));
    let mut columns: Vec<Column> = found.paths.iter().map(|path| Column::figures(path.clone())).collect();
    columns.push(Column::of_figures("a deal exists").holding(ColumnHolds::Verdict));
    columns.push(Column::of_figures("margin"));
    columns.push(Column::of_figures("leading package"));
    if tested {
        columns.push(Column::of_figures("best on all tests"));
        columns.push(Column::of_figures("passes all"));
    }
    // Packages are long and come again: each stands once below the table, and its number in it.
    let mut packages: Vec<&str> = Vec::new();
    for swept in found.points.iter().filter_map(|point| point.found.as_ref().ok()) {
        let best = swept.best.as_ref().map(|(label, _)| label);
        for label in swept.leading.as_ref().map(|(label, _)| label).into_iter().chain(best) {
            if !packages.contains(&label.as_str()) {
                packages.push(label);
            }
        }
    }
    let number = |label: Option<&String>| {
        let place = label.and_then(|label| packages.iter().position(|known| known == label));
        Wording::from(place.map_or_else(|| "–".to_owned(), |place| format!("{}", place + 1)))
    };
    let row = |point: &SweepPoint| -> Vec<Wording> {
        let mut row: Vec<Wording> = point.values.iter().cloned().map(Wording::from).collect();
        match &point.found {
            Ok(swept) => {
                row.push(Chance::from(swept.zone).into());
                let margin = swept.margin.map(detente_deals::Units::from_f64);
                row.push(margin.map_or_else(|| "–".to_owned(), words::difference).into());
                row.push(number(swept.leading.as_ref().map(|(label, _)| label)));
                if tested {
                    let best = swept.best.as_ref();
                    row.push(number(best.map(|(label, _)| label)));
                    row.push(
                        best.map_or_else(|| "–".to_owned(), |(_, all)| words::percent_to_tenths(*all)).into(),
                    );
                }
            }
            Err(_) => {
                row.extend(["–", "–", "–"].map(Wording::from));
            }
        }
        row
    };
    let table = Table::new(columns).with(found.points.iter().map(row));
    let how = "Every row is the case with these values, judged in the same draws. In brackets the 95 % interval that the number of draws \
               leaves. The margin is that of the central world. The leading package is the one most often acceptable to all; the packages by \
               their numbers:";
    let mut blocks = Block::read(table, how);
    if !blocks.is_empty() {
        blocks.push(Block::numbered(packages.iter().map(|label| (*label).to_owned())));
    }
    let impossible = found.points.iter().filter_map(|point| {
        let why = point.found.as_ref().err()?;
        Some(format!("{}: no sound case, {why}.", at(found, point)))
    });
    let impossible: Vec<String> = impossible.collect();
    if !impossible.is_empty() {
        blocks.push(Block::list(impossible).apart());
    }
    Section::new("points", "Value by value", blocks)
}

fn plots(found: &Sweep) -> Section {
    let along = found.paths.last().cloned().unwrap_or_default();
    let mut panels: Vec<(String, Vec<&SweepPoint>)> = Vec::new();
    for point in &found.points {
        let before = point.values.len().saturating_sub(1);
        let pairs = found.paths.iter().zip(&point.values[..before]);
        let name: Vec<String> = pairs.map(|(path, value)| format!("{path} = {value}")).collect();
        let name = words::list(&name);
        match panels.last_mut() {
            Some((last, points)) if *last == name => points.push(point),
            _ => panels.push((name, vec![point])),
        }
    }
    let left_out = panels.len().saturating_sub(MOST_PLOTS);
    let curves = panels.into_iter().take(MOST_PLOTS).enumerate().map(|(i, (name, points))| {
        let marks = points.iter().filter_map(|point| {
            let swept = point.found.as_ref().ok()?;
            let label = point.values.last().cloned().unwrap_or_default();
            Some(SweepMark { at: label.parse().ok(), label, chance: Chance::from(swept.zone) })
        });
        let marks: Vec<SweepMark> = marks.collect();
        let ends = [marks.first(), marks.last()].into_iter().flatten();
        let told: Vec<String> =
            ends.map(|mark| format!("{} at {}", mark.chance.in_line(), mark.label)).collect();
        Plot {
            id: format!("sweep-{}", i + 1),
            title: if name.is_empty() { format!("How likely a deal is along {along}") } else { name.clone() },
            desc: words::list(&told),
            data: Data::Sweep(SweepCurve { along: along.clone(), given: name, marks }),
        }
    });
    let mut how = "The share of the worlds drawn in which a deal exists, with the interval that the number of draws leaves.".to_owned();
    if left_out > 0 {
        how.push_str(&format!(" {} more are in the table.", words::plural(left_out, "plot", "plots")));
    }
    let figure = Illustration::new(format!("How likely a deal is along {along}."), curves).read(how);
    Section::new("sweep", "Along the way", vec![Block::figure(figure)])
}

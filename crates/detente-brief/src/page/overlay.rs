//! Readings of one case laid over each other.

use super::head::Head;
use super::side_by_side::{amount, moved, shortened};
use super::table::{Column, ColumnHolds, Layout, Table};
use super::wording::{Piece, Wording};
use super::{Block, Page, Section};
use crate::compose::overlay::{Bearing, OverlaidPlace, Overlay, PooledReading};
use crate::compose::side_by_side::{Effect, Judgement};
use crate::words;

/// Readings of one case: what each comes to, where they differ, which differences change an answer, and what comes of them pooled.
pub fn overlay(found: &Overlay) -> Page {
    let head = Head::of(&found.first, Some((found.draws, found.seed)), found.headline.clone());
    let mut sections = vec![together(found), alone(found), idle(found)];
    sections.extend(found.pooled.as_ref().map(|(pooled, _)| pool(pooled)));
    sections.retain(|section| !section.blocks.is_empty());
    Page { head: Some(head), sections, foot: None }
}

/// What each reading comes to as a whole.
fn together(found: &Overlay) -> Section {
    let pooled = found.pooled.as_ref().map(|(_, effect)| effect);
    let effects: Vec<&Effect> = found.together.iter().chain(pooled).collect();
    let Some(first) = effects.first() else {
        return Section::new("readings", "What each reading comes to", vec![]);
    };
    let mut columns = vec![Column::of("figure")];
    columns.extend(found.readers.iter().map(|name| Column::of_figures(name)));
    columns.extend(pooled.map(|_| Column::of_figures("pooled")));
    let row = |figure: &crate::compose::side_by_side::ComparedFigure| -> Vec<Wording> {
        let mut row: Vec<Wording> =
            vec![figure.name.clone().into(), amount(figure.counted, figure.before).into()];
        row.extend(effects.iter().map(|effect| match effect.figure(&figure.id) {
            Some(figure) => {
                let apart = figure.interval.is_some_and(|[low, high]| low > 0.0 || high < 0.0);
                let sign = if apart { " *" } else { "" };
                format!("{}{sign}", amount(figure.counted, figure.after)).into()
            }
            None => "–".to_owned().into(),
        }));
        row
    };
    let table = Table::new(columns).with(first.figures.iter().map(row));
    let mut blocks = Block::read(
        table,
        "All readings are judged in the same draws. A star stands where a reading differs from the first by more than the draws could: the 95 % \
         interval of the difference does not hold 0. The best package is that of each reading.",
    );
    let said = first.words.iter().filter_map(|words_of_first| {
        let shown = |says: &Option<String>| says.clone().unwrap_or_else(|| "nothing".to_owned());
        let others: Vec<String> = found
            .together
            .iter()
            .zip(&found.readers[1..])
            .filter_map(|(effect, name)| {
                let said = effect.words.iter().find(|said| said.id == words_of_first.id)?;
                (said.after != said.before).then(|| format!("{name}: {}", shown(&said.after)))
            })
            .collect();
        (!others.is_empty()).then(|| {
            let name = words::sentence(words_of_first.name);
            format!("{name}: {}: {}; {}", found.readers[0], shown(&words_of_first.before), others.join("; "))
        })
    });
    let said: Vec<String> = said.collect();
    if !said.is_empty() {
        blocks.push(Block::list(said).apart());
    }
    Section::new("readings", "What each reading comes to", blocks)
}

fn who(found: &Overlay, readings: &[usize]) -> String {
    let names: Vec<&str> =
        readings.iter().filter_map(|at| found.readers.get(*at)).map(String::as_str).collect();
    words::list(&names)
}

fn says(value: Option<&String>) -> String {
    value.map_or_else(|| "nothing".to_owned(), |value| shortened(value))
}

/// Places at which a difference changes an answer, or may.
fn alone(found: &Overlay) -> Section {
    let columns = [
        Column::of("where"),
        Column::of("who"),
        Column::of("says"),
        Column::of("figure"),
        Column::of_figures("alone").holding(ColumnHolds::Verdict),
    ];
    let mut table = Table::new(columns).laid_out(Layout::Fixed);
    let mut impossible = Vec::new();
    for place in found.places.iter().filter(|place| place.bearing() != Bearing::Nothing) {
        let first = [Piece::Path(place.path.clone()).into(), found.readers[0].clone().into()];
        let [path, name]: [Wording; 2] = first;
        table.push(vec![
            path,
            name,
            says(place.says.first().and_then(Option::as_ref)).into(),
            Wording::default(),
            Wording::default(),
        ]);
        for alternative in &place.alternatives {
            let mut rows: Vec<(String, String)> = Vec::new();
            match &alternative.alone {
                Judgement::Does(effect) => {
                    for figure in effect.figures.iter().filter(|figure| figure.before != figure.after) {
                        rows.push((figure.name.clone(), moved(figure)));
                    }
                    for said in effect.words.iter().filter(|said| said.before != said.after) {
                        rows.push((said.name.to_owned(), says(said.after.as_ref())));
                    }
                }
                Judgement::NoCase(why) => {
                    impossible.push(format!(
                        "{} as {} says: no sound case alone, {why}.",
                        place.path,
                        who(found, &alternative.readings)
                    ));
                }
                Judgement::NotJudged => {}
            }
            if rows.is_empty() {
                let nothing = if alternative.bearing == Bearing::Nothing { "none moves" } else { "–" };
                rows.push((nothing.to_owned(), String::new()));
            }
            for (at, (name, effect)) in rows.into_iter().enumerate() {
                let (by, value) = if at == 0 {
                    (who(found, &alternative.readings), says(alternative.value.as_ref()))
                } else {
                    (String::new(), String::new())
                };
                table.push(vec![Wording::default(), by.into(), value.into(), name.into(), effect.into()]);
            }
        }
    }
    let mut blocks = Vec::new();
    if !table.rows.is_empty() {
        blocks = Block::read(
            table,
            "Alone: the first reading with this difference only, less the first reading, in the same draws; in brackets the 95 % interval that \
             the number of draws leaves. What a whole reading does need not be the sum: differences work together.",
        );
    }
    if !impossible.is_empty() {
        blocks.push(Block::list(impossible).apart());
    }
    Section::new("changes", "Differences that change an answer, or may", blocks)
}

/// Places at which no difference changes anything.
fn idle(found: &Overlay) -> Section {
    let mut columns = vec![Column::of("where")];
    columns.extend(found.readers.iter().map(|name| Column::of(name)));
    let row = |place: &OverlaidPlace| -> Vec<Wording> {
        let path = Piece::Path(place.path.clone()).into();
        std::iter::once(path).chain(place.says.iter().map(|value| says(value.as_ref()).into())).collect()
    };
    let nothing = found.places.iter().filter(|place| place.bearing() == Bearing::Nothing);
    let table = Table::new(columns).laid_out(Layout::Fixed).with(nothing.map(row));
    let blocks = if table.rows.is_empty() {
        Vec::new()
    } else {
        Block::read(
            table,
            "None of these moves any figure that a brief says first, nor what it says in words, by itself.",
        )
    };
    Section::new("idle", "Differences that change no answer", blocks)
}

/// What was pooled.
fn pool(pooled: &PooledReading) -> Section {
    let columns = [
        Column::of("where"),
        Column::of("pooled"),
        Column::of_figures("mean"),
        Column::of_figures("spread by the rule"),
        Column::of_figures("spread as written"),
    ];
    let figure = |x: f64| format!("{x:.3}");
    let rows = pooled.figures.iter().map(|value| -> Vec<Wording> {
        vec![
            Piece::Path(value.path.clone()).into(),
            value.written.clone().into(),
            figure(value.mean).into(),
            figure(value.spread).into(),
            figure(value.written_spread).into(),
        ]
    });
    let table = Table::new(columns).laid_out(Layout::Fixed).with(rows);
    let how = match pooled.rule {
        "linear" => {
            "Linear pool: each figure follows the mixture of the readings, each as likely as any other, so that disagreement shows as doubt."
        }
        _ => {
            "Quantiles averaged: each figure has the means of the readings’ quantiles, so that it is about as wide as one reading."
        }
    };
    let mut blocks = Block::read(
        table,
        format!(
            "{how} Written is the range, or the triangle with that mean, whose quantiles lie nearest; the spread is a standard deviation. Figures \
             are pooled one by one: what one reader’s figures have to do with each other is not kept."
        ),
    );
    let kept: Vec<String> = pooled.kept.iter().map(|(path, why)| format!("{path}: {why}")).collect();
    if !kept.is_empty() {
        blocks.push(Block::heading("As the first reading has it"));
        blocks.push(Block::list(kept).apart());
    }
    Section::new("pooled", "All readings in one", blocks)
}

//! Would it last? Survival of packages, what each factor does, and the findings from other wars behind it.

use detente_durability::{Contribution, FindingEntry};

use super::plot::{Beyond, Data, Illustration, Panel, Panels, Plot, Survival};
use super::table::{Column, Table};
use super::wording::{Chance, LineManner, Phrase, Wording, told};
use super::{Block, Section};
use crate::compose::lasting::{Alike, Lasting, days_ranged, hazard, span};
use crate::compose::lasting_grounds::went;
use crate::words;

/// Beyond this, how many times longer something lasts says nothing but "many".
const MANY: f64 = 100.0;

/// All of it as one section.
pub(super) fn section(found: &Lasting) -> Section {
    let mut blocks = Block::headline(&found.headline);
    for part in sections(found) {
        blocks.extend(part.inside());
    }
    Section::new("durability", "Would it last?", blocks)
}

/// Each part as a section.
pub(super) fn sections(found: &Lasting) -> Vec<Section> {
    let groups = found.alike();
    vec![
        Section::new("survival", told("How long it would last", Phrase::default()), survival(found, &groups)),
        Section::new(
            "remaining",
            told("If it has held for a while", "If it has held for a while"),
            remaining(&groups),
        ),
        Section::new("factors", "What makes the difference", vec![Block::table(factors(&groups))]),
        Section::new(
            "own-record",
            told("How earlier agreements here went", "How earlier agreements here went"),
            own_record(found),
        ),
        Section::new(
            "findings",
            told("Figures from other wars", "From other wars"),
            vec![Block::list(found.findings.iter().map(|entry| finding(entry)))],
        ),
    ]
}

/// Curves, and survival on the days reported with the median.
fn survival(found: &Lasting, groups: &[Alike<'_>]) -> Vec<Block> {
    if groups.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::figure(curves(groups)), Block::table(survival_table(groups))];
    // On a page the packages and their letters stand further up.
    blocks.extend(found.packages.iter().filter(|package| !package.label.is_empty()).map(|package| {
        let letter = package.letter.as_deref().unwrap_or("The package");
        Block::told(format!("{letter}  {}", package.label)).short()
    }));
    blocks.push(
        Block::how(
            "In brackets the middle nine tenths of what doubt about the case and about the findings leaves.",
        )
        .short(),
    );
    blocks
}

/// How likely each group of packages lasts beyond the days reported, and the median; without rows where there is none.
pub(super) fn survival_table(groups: &[Alike<'_>]) -> Table {
    let Some(first) = groups.first() else { return Table::new([]) };
    let days = first.first.life.survival.iter().map(|at| Column::figures(format!("{:.0} days", at.days)));
    let columns = std::iter::once(Column::of("lasts beyond"))
        .chain(days)
        .chain([Column::figures(told("half are over after", "Half are over after"))]);
    let rows = groups.iter().map(|group| {
        let life = &group.first.life;
        let chances = life.survival.iter().map(|at| Wording::from(Chance::from(at.probability)));
        std::iter::once(words::sentence(&group.names()).into())
            .chain(chances)
            .chain([days_ranged(life.median_days).into()])
            .collect()
    });
    Table::new(columns).with(rows)
}

/// How long an agreement lasts on that has held for so many days.
fn remaining(groups: &[Alike<'_>]) -> Vec<Block> {
    let Some(first) = groups.first() else { return Vec::new() };
    let days =
        first.first.life.survival.iter().map(|at| Column::figures(format!("{:.0} days more", at.days)));
    let columns = [Column::of("in"), Column::of("has held")]
        .into_iter()
        .chain(days)
        .chain([Column::figures(told("half are over after", "Half are over after"))]);
    let rows = groups.iter().flat_map(|group| {
        let names = words::sentence(&group.names());
        group.first.life.remaining.iter().map(move |left| {
            let chances = left.more.iter().map(|at| Wording::from(Chance::from(at.probability)));
            [names.clone().into(), format!("{:.0} days", left.held).into()]
                .into_iter()
                .chain(chances)
                .chain([days_ranged(left.median_days).into()])
                .collect()
        })
    });
    Block::read(
        Table::new(columns).with(rows),
        "Counted from the day up to which it has held. Where the risk of breaking falls with time, what has held is likelier to hold on.",
    )
}

/// How earlier agreements of the conflict went, and what they say by themselves beside the curve that is reckoned with.
fn own_record(found: &Lasting) -> Vec<Block> {
    let grounds = &found.grounds;
    if grounds.record.is_empty() {
        return Vec::new();
    }
    let columns = [
        Column::of("day"),
        Column::figures(told("the record alone", "The record alone")),
        Column::figures(told("reckoned with", "Reckoned with")),
    ];
    let rows = grounds.kaplan_meier.iter().zip(&found.unaided.survival).map(|(own, fitted)| {
        let alone = match own.interval {
            Some((low, high)) => words::ranged(own.survival, low, high),
            None => words::percent(own.survival),
        };
        vec![format!("{:.0}", own.day).into(), alone.into(), Wording::from(Chance::from(fitted.probability))]
    });
    let mut blocks =
        vec![Block::list(grounds.record.iter().map(|(name, spell)| format!("{name}: {}", went(spell))))];
    blocks.extend(Block::read(
        Table::new(columns).with(rows),
        "The record alone: the share that lasts longer by Kaplan and Meier, with its 95 % interval. Reckoned with: the baseline, without what a package adds.",
    ));
    blocks
}

/// A curve a group of packages.
fn curves(groups: &[Alike<'_>]) -> Illustration {
    let panel = |(number, group): (usize, &Alike<'_>)| {
        let half = group.first.life.median_days;
        let names = group.names();
        let caption =
            format!("{}: over after {} in half the cases", words::sentence(&names), days_ranged(half));
        let points = group.first.curve.iter().map(Beyond::from).collect();
        let plot = Plot {
            id: format!("survival-{number}"),
            title: format!("How likely {names} would last, by day"),
            desc: caption.clone(),
            data: Data::Survival(Survival { points, marked: life_days(group), half: half.median }),
        };
        Panel { caption: Some(caption.into()), plot }
    };
    Illustration {
        caption: format!(
            "How likely it would last beyond each day of {}: the wider the grey, the less is known.",
            groups
                .iter()
                .filter_map(|group| group.first.curve.last())
                .map(|at| span(at.days))
                .next()
                .unwrap_or_default()
        )
        .into(),
        layout: Panels::Several,
        panels: groups.iter().enumerate().map(panel).collect(),
        how: Some(told(
            Phrase::default(),
            "Line: the middle of the worlds drawn. Grey: nine tenths of them, which leaves the doubt about how long agreements \
             have lasted here and about the findings. Packages with the same factors last alike.",
        )),
    }
}

/// The days told, to be marked in the plot.
fn life_days(group: &Alike<'_>) -> Vec<f64> {
    group.first.life.survival.iter().map(|at| at.days).collect()
}

/// What each factor does.
pub(super) fn factors(groups: &[Alike<'_>]) -> Table {
    let compared = groups.first().map_or(0.0, |group| group.first.life.compared_day);
    let columns = [
        Column::of("in"),
        Column::of("factor"),
        Column::of("risk times"),
        Column::of_figures(&format!("lasts {compared} days")),
        Column::of_figures("half-life times"),
        Column::of("from"),
    ];
    let row = |names: &str, factor: &Contribution| {
        let times = factor.median_times;
        vec![
            names.into(),
            factor.name.clone().into(),
            hazard(factor).into(),
            words::points(factor.survival_gain.median).into(),
            format!("{} ({}–{})", in_times(times.median), in_times(times.low), in_times(times.high)).into(),
            if factor.finding.is_some() { "other wars" } else { "this case" }.into(),
        ]
    };
    let rows = groups.iter().flat_map(|group| {
        let names = words::sentence(&group.names());
        group.first.life.contributions.iter().map(move |factor| row(&names, factor))
    });
    Table::new(columns).with(rows)
}

/// By what a half-life is multiplied; beyond a hundred it says nothing but "many".
fn in_times(x: f64) -> String {
    if x > MANY { "over 100".to_owned() } else { format!("{x:.1}") }
}

/// A published finding, with what it was estimated on and how far it carries over.
fn finding(entry: &FindingEntry) -> Wording {
    let remark =
        format!("Estimated on {}; carries over {}: {}.", entry.estimated_on, entry.transfers, entry.because);
    told(
        format!("{}: {}", entry.id, entry.warning()),
        Phrase::from(format!("{} ({}). ", words::sentence(&entry.finding), entry.citation))
            .line(LineManner::Remark, remark),
    )
}

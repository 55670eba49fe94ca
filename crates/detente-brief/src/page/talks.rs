//! How would the bargaining go? What hangs on how people bargain first, then when and on what they agree, what ends the talks and what would shorten them.

use super::plot::{Data, Illustration, Plot, SweepCurve, SweepMark};
use super::table::{Column, ColumnHolds, Table};
use super::wording::{Chance, DoubtOf, Phrase, Wording, told};
use super::{Block, Section};
use crate::compose::talks::{AgreedBy, LeverTried, TalksAhead};
use crate::words;

/// All of it as one section.
pub(super) fn section(found: &TalksAhead) -> Section {
    let mut blocks = Block::headline(&found.headline);
    for part in sections(found) {
        blocks.extend(part.inside());
    }
    Section::new("talks", "How would the bargaining go?", blocks)
}

/// Each part as a section.
pub(super) fn sections(found: &TalksAhead) -> Vec<Section> {
    vec![
        Section::new("ways", "What hangs on how they bargain", ways(found)),
        Section::new("when", "When they agree", when(found)),
        Section::new("ends", "What ends the talks", ends(found)),
        Section::new("on-what", "On what they agree", on_what(found)),
        Section::new("levers", "What would shorten them", levers(found)),
        Section::new("from-possible", "How far from what was possible", distance(found)),
    ]
}

fn names(found: &TalksAhead) -> Vec<String> {
    found.parties.iter().map(|party| found.case.party(*party).name.clone()).collect()
}

/// A band of days, of worth or of a difference of worth.
fn band(band: Option<detente_model::Band>, show: impl Fn(f64) -> String) -> Wording {
    match band {
        Some(band) => format!("{} ({} to {})", show(band.median), show(band.low), show(band.high)).into(),
        None => "–".into(),
    }
}

fn day(x: f64) -> String {
    format!("{x:.0}")
}

fn worth(x: f64) -> String {
    words::value(detente_deals::Units::from_f64(x))
}

fn difference(x: f64) -> String {
    words::difference(detente_deals::Units::from_f64(x))
}

/// The same talks under each assumption.
fn ways(found: &TalksAhead) -> Vec<Block> {
    let mut columns = vec![
        Column::of("assumed"),
        Column::of_figures("an agreement").holding(ColumnHolds::Verdict),
        Column::of_figures("day"),
    ];
    columns.extend(names(found).into_iter().map(|name| Column::figures(told(name.clone(), name)).beside()));
    columns.push(Column::of_figures("package"));
    let mut packages: Vec<&detente_model::Package> = Vec::new();
    let leading = found.assumed.iter().filter_map(|assumed| Some(&assumed.leading.as_ref()?.0));
    for package in leading {
        if !packages.contains(&package) {
            packages.push(package);
        }
    }
    let rows = found.assumed.iter().map(|assumed| {
        let mut row: Vec<Wording> = vec![
            words::sentence(&assumed.name).into(),
            Chance::from(assumed.agreement).into(),
            band(assumed.day, day),
        ];
        row.extend(assumed.from_nash.iter().map(|above| band(*above, difference)));
        let place = assumed.leading.as_ref().and_then(|(package, share)| {
            let place = packages.iter().position(|known| *known == package)? + 1;
            Some(format!("{place}, in {}", words::percent(share.value())))
        });
        row.push(place.unwrap_or_else(|| "–".to_owned()).into());
        row
    });
    let table = Table::new(columns).with(rows);
    let mut blocks = Block::read(
        table,
        format!(
            "{} The same talks in the same {} worlds, people bargaining otherwise. An agreement: its chance within {}. Day: the middle of the days of agreement, and nine \
             tenths of them. Under each party, what it gets above what the Nash package of the same world gives it. Package: the one most often agreed on, \
             and in how many of the agreements.",
            found.caution(),
            words::count(found.draws),
            words::plural(found.horizon, "day", "days")
        ),
    );
    blocks.push(Block::numbered(packages.into_iter().map(|package| words::package(&found.case, package))));
    blocks
}

/// The curve, and some of its days.
fn when(found: &TalksAhead) -> Vec<Block> {
    let columns = [
        Column::figures(told("by day", "By day")),
        Column::of_figures("as the case has it").holding(ColumnHolds::Verdict),
        Column::of_figures("under any assumption"),
    ];
    let among = |by: &AgreedBy| format!("{} to {}", words::percent(by.among[0]), words::percent(by.among[1]));
    let rows = found.by_day.iter().map(|by| {
        let date = found.case.as_of.checked_add(jiff::Span::new().days(i64::from(by.day)));
        let label =
            date.map_or_else(|_| by.day.to_string(), |date| format!("{} ({})", by.day, words::date(date)));
        vec![Wording::from(label), Chance::from(by.share).into(), among(by).into()]
    });
    let mark = |by: &AgreedBy| SweepMark {
        at: Some(f64::from(by.day)),
        label: by.day.to_string(),
        chance: Chance { value: by.share.value(), low: by.among[0], high: by.among[1], doubt: DoubtOf::Case },
    };
    let last = found.by_day.last().map(|by| {
        format!(
            "{} by day {} as the case has it, {} under any assumption",
            words::share(by.share),
            by.day,
            among(by)
        )
    });
    let plot = Plot {
        id: "agreed-by-day".to_owned(),
        title: "How likely an agreement is, by day".to_owned(),
        desc: last.unwrap_or_default(),
        data: Data::Sweep(SweepCurve {
            along: "days of talks".to_owned(),
            given: String::new(),
            marks: found.by_day.iter().map(mark).collect(),
        }),
    };
    let figure = Illustration::new("How likely there is an agreement by each day.", [plot])
        .read("Line: as the case has it. Band: from the lowest to the highest under any assumption of how people bargain.");
    vec![Block::figure(figure), Block::table(Table::new(columns).with(rows)).apart()]
}

fn ends(found: &TalksAhead) -> Vec<Block> {
    let columns = [Column::of("ended by"), Column::of_figures("share").holding(ColumnHolds::Verdict)];
    let rows = found.ends.iter().filter(|(_, share)| share.hits > 0).map(|(end, share)| {
        vec![Wording::from(words::sentence(&found.end_named(*end))), Chance::from(*share).into()]
    });
    vec![Block::table(Table::new(columns).with(rows))]
}

/// Packages and options.
fn on_what(found: &TalksAhead) -> Vec<Block> {
    let mut columns = vec![
        Column::of("package").holding(ColumnHolds::Label),
        Column::of_figures("agreed on").holding(ColumnHolds::Verdict),
        Column::of_figures("day"),
    ];
    columns.extend(names(found).into_iter().map(|name| Column::figures(told(name.clone(), name)).beside()));
    let rows = found.packages.iter().map(|package| {
        let mut row: Vec<Wording> =
            vec![package.label.clone().into(), Chance::from(package.share).into(), band(package.day, day)];
        row.extend(package.worth.iter().map(|of| band(*of, worth)));
        row
    });
    let mut blocks = Block::read(
        Table::new(columns).with(rows),
        "Agreed on: in what share of all worlds. Under each party, what the package is worth to it where it is agreed on.",
    );
    blocks.push(Block::rest(found.different, found.packages.len()));
    let options = found.options.iter().map(|(issue, shares)| {
        let issue = found.case.issue(*issue);
        let mut of: Vec<(usize, f64)> = shares.iter().map(|share| share.value()).enumerate().collect();
        of.retain(|(_, share)| *share > 0.0);
        of.sort_by(|a, b| b.1.total_cmp(&a.1));
        let of = of
            .iter()
            .map(|(option, share)| format!("{} in {}", issue.label(*option), words::percent(*share)));
        vec![Wording::from(issue.name.clone()), Wording::from(of.collect::<Vec<_>>().join(" · "))]
    });
    if found.agreement().hits > 0 {
        let table = Table::new([Column::of("issue"), Column::of("option, of the agreements")]).with(options);
        blocks.push(Block::table(table).apart());
    }
    blocks
}

/// What somebody could do.
fn levers(found: &TalksAhead) -> Vec<Block> {
    let columns = [
        Column::of("done from the first day on"),
        Column::of_figures("days without an agreement").holding(ColumnHolds::Verdict),
        Column::of_figures("chance of one"),
        Column::of_figures("then"),
    ];
    let row = |lever: &LeverTried| {
        let (days, [low, high]) = lever.days;
        let (gain, [less, more]) = lever.gain;
        let whole = |x: f64| {
            let digits = format!("{:.0}", x.abs());
            if digits == "0" { digits } else { format!("{}{digits}", if x < 0.0 { "−" } else { "+" }) }
        };
        let points = |x: f64| whole(x * 100.0);
        vec![
            Wording::from(words::sentence(&lever.name)),
            format!("{} ({} to {})", whole(days), whole(low), whole(high)).into(),
            format!("{} points ({} to {})", points(gain), points(less), points(more)).into(),
            Chance::from(lever.agreement).into(),
        ]
    };
    Block::read(
        Table::new(columns).with(found.levers.iter().map(row)),
        format!(
            "Each tried alone, in the same worlds with the same chance as the talks of the case; what shortens them most first. Days are counted up to the horizon of {}. \
             In brackets the 95 % interval of the paired difference.",
            words::plural(found.horizon, "day", "days")
        ),
    )
}

fn distance(found: &TalksAhead) -> Vec<Block> {
    let distance = &found.distance;
    if distance.all_gain.is_none() && distance.at_nash.draws == 0 {
        return Vec::new();
    }
    let mut rows: Vec<Vec<Wording>> = vec![
        vec!["All could have gained at once, on each scale".into(), band(distance.all_gain, worth)],
        vec![
            "Agreements that all could not have bettered at once".into(),
            Chance::from(distance.none_better).into(),
        ],
    ];
    rows.extend(names(found).into_iter().zip(&distance.from_nash).map(|(name, above)| {
        vec![
            Phrase::from(format!("{name}: above its share in the Nash package")).into(),
            band(*above, difference),
        ]
    }));
    rows.push(vec![
        "Agreements as good for everybody as the Nash package".into(),
        Chance::from(distance.at_nash).into(),
    ]);
    Block::read(
        Table::new([Column::of("in the same world, on the day of signing"), Column::of_figures("figure")])
            .with(rows),
        "Beside the exact deal space of the world as it was on the day of signing, by what no deal is worth in the case.",
    )
}

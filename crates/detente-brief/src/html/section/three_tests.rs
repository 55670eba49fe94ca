//! The three tests of the leading packages, the trade-off between them, and what one change would do.

use detente_model::{Band, Share};
use minijinja::Value;
use serde::Serialize;

use super::Likelihood;
use crate::brief::Brief;
use crate::compose::three_tests::{self, Change, LASTING, Results, ThreeTests};
use crate::html::plot::trade_off::{self, Mark};
use crate::words;

/// Changes that stand in the table.
const SHOWN: usize = 8;
/// Changes that stand in the plot.
const DRAWN: usize = 3;

/// The section.
#[derive(Serialize)]
pub(in crate::html) struct Section {
    sentences: Vec<String>,
    rows: Vec<Row>,
    letter: String,
    changes: Vec<Row>,
    manners: Vec<Manner>,
    /// The guarantees that manners are tried under.
    under: Vec<String>,
    /// The sides that a guarantee would bind.
    sides: Vec<String>,
    enforceable: bool,
    durable: bool,
    as_proposed: bool,
    days: String,
    worlds: String,
    plot: Value,
    caption: String,
}

/// A way of carrying the exchange out.
#[derive(Serialize)]
struct Manner {
    name: String,
    holds: Vec<Likelihood>,
    needed: Vec<String>,
}

/// A package or a change.
#[derive(Serialize)]
struct Row {
    name: String,
    what: String,
    best: bool,
    acceptable: Likelihood,
    enforceable: Option<Likelihood>,
    durable: Option<Likelihood>,
    all: String,
}

pub(in crate::html) fn section(brief: &Brief) -> Option<Section> {
    let found = brief.three_tests.as_ref()?;
    let base = found.standings.best.unwrap_or(0);
    let rows = found.standings.tested.iter().enumerate().map(|(i, tested)| {
        let label = brief.deals.packages.iter().find(|package| package.letter == tested.letter);
        let what = label.map(|package| package.label.clone()).unwrap_or_default();
        row(tested.letter.clone(), what, found.standings.best == Some(i), &tested.results)
    });
    let option = |change: &Change| words::option(&brief.case, brief.case.issue(change.issue), change.option);
    let changed = found.changes.iter().take(SHOWN).map(|change| {
        let issue = words::sentence(&words::the(&brief.case.issue(change.issue).name));
        row(option(change), issue, false, &change.results)
    });
    let before =
        found.changes.first().map(|change| row("as it is".to_owned(), String::new(), false, &change.before));
    let has = |test: fn(&Results) -> bool| found.standings.tested.iter().any(|tested| test(&tested.results));
    let (enforceable, durable) = (has(|r| r.enforceable.is_some()), has(|r| r.durable.is_some()));
    let caption = caption(found, enforceable, durable);
    Some(Section {
        plot: draw(found, &option, enforceable, durable, &caption),
        caption,
        sentences: found.sentences.clone(),
        rows: rows.collect(),
        letter: found.standings.tested[base].letter.clone(),
        changes: before.into_iter().chain(changed).collect(),
        manners: found.manners.iter().map(manner).collect(),
        under: found.guarantees(&brief.case),
        sides: found
            .manners
            .first()
            .map(|first| first.needed.iter().map(|each| each.name.clone()).collect())
            .unwrap_or_default(),
        enforceable,
        durable,
        as_proposed: has(|results| results.as_proposed),
        days: format!("{LASTING:.0}"),
        worlds: words::count(u128::from(found.standings.worlds)),
    })
}

fn manner(manner: &three_tests::Manner) -> Manner {
    Manner {
        name: manner.name.clone(),
        holds: manner.holds.iter().map(|(_, share)| Likelihood::of(*share)).collect(),
        needed: manner.needed.iter().map(three_tests::Needed::in_words).collect(),
    }
}

fn row(name: String, what: String, best: bool, results: &Results) -> Row {
    let banded = |band: Band| Likelihood {
        value: words::percent(band.median),
        range: format!("{:.0}–{:.0} %", band.low * 100.0, band.high * 100.0),
    };
    Row {
        name,
        what,
        best,
        acceptable: Likelihood::of(results.acceptable),
        enforceable: results.enforceable.map(Likelihood::of),
        durable: results.durable.map(banded),
        all: words::percent_to_tenths(results.all_three),
    }
}

/// The trade-off: along, how often all would sign; up, how often it carries itself, or else how likely it lasts.
fn draw(
    found: &ThreeTests,
    option: &dyn Fn(&Change) -> String,
    enforceable: bool,
    durable: bool,
    caption: &str,
) -> Value {
    let lasts = |results: &Results| results.durable.map(|band| band.median);
    let mark = |name: String, results: &Results, changed: bool| Mark {
        name,
        along: results.acceptable.value(),
        up: results.enforceable.map(Share::value).or(lasts(results)).unwrap_or(0.0),
        size: lasts(results).filter(|_| enforceable),
        changed,
    };
    let packages =
        found.standings.tested.iter().map(|tested| (tested.letter.clone(), &tested.results, false));
    // Only what does no worse on all tests together is worth a look in the plot.
    let no_worse = found.changes.iter().filter(|change| change.results.all_three >= change.before.all_three);
    let changes = no_worse.take(DRAWN).map(|change| (option(change), &change.results, true));
    let marks: Vec<Mark> =
        packages.chain(changes).map(|(name, results, changed)| mark(name, results, changed)).collect();
    let up = if enforceable { "carries itself".to_owned() } else { format!("lasts {LASTING:.0} days") };
    let size = (enforceable && durable).then(|| format!("lasts {LASTING:.0} days"));
    trade_off::draw(&marks, &up, size.as_deref(), caption)
}

fn caption(found: &ThreeTests, enforceable: bool, durable: bool) -> String {
    let mut text = "The further right, the more often all would sign; the further up, ".to_owned();
    text.push_str(if enforceable {
        "the more often it carries itself through"
    } else {
        "the likelier it lasts"
    });
    if enforceable && durable {
        text.push_str("; the larger the ring, the likelier it lasts");
    }
    let letter = &found.standings.tested[found.standings.best.unwrap_or(0)].letter;
    text + &format!(". Hollow: what one change of {letter} would do.")
}

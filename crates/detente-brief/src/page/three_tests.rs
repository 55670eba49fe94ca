//! The three tests of the leading packages side by side, the trade-off between them, and what one change would do.

use detente_model::Share;

use super::plot::{Data, Illustration, Mark, Plot, TradeOff};
use super::table::{Column, ColumnHolds, Table};
use super::wording::{LineManner, Phrase, Piece, Wording, named, told};
use super::{Block, Chance, Section, Shown};
use crate::brief::Brief;
use crate::compose::three_tests::{BEST, Change, Manner as Carried, Needed, Results, ThreeTests, together};
use crate::words;

/// Changes that stand in the table of a terminal.
const SHOWN_SHORT: usize = 6;
/// Changes that stand in the table of a page.
const SHOWN: usize = 8;
/// Changes that stand in the plot.
const DRAWN: usize = 3;

/// For which tests the case has the material.
#[derive(Clone, Copy)]
struct Tests {
    enforceable: bool,
    durable: bool,
    /// The day at which lasting is judged.
    lasting_days: f64,
}

impl Tests {
    fn of(found: &ThreeTests) -> Self {
        let has = |test: fn(&Results) -> bool| found.standings.tested.iter().any(|t| test(&t.results));
        Self {
            enforceable: has(|results| results.enforceable.is_some()),
            durable: has(|results| results.durable.is_some()),
            lasting_days: found.standings.lasting_days,
        }
    }

    /// One column a test, and one for all together.
    fn columns(self) -> Vec<Column> {
        let mut columns = vec![Column::of_figures("acceptable to all")];
        columns.extend(self.enforceable.then(|| Column::of_figures("holds itself")));
        columns.extend(self.durable.then(|| Column::of_figures(&lasts(self.lasting_days))));
        columns.push(Column::of_figures("all together").holding(ColumnHolds::Verdict));
        columns
    }

    fn cells(self, results: &Results) -> Vec<Wording> {
        let chance = |chance: Option<Chance>| chance.map_or_else(Wording::default, Wording::from);
        let mut cells = vec![Chance::from(results.acceptable).into()];
        cells.extend(self.enforceable.then(|| chance(results.enforceable.map(Chance::from))));
        cells.extend(self.durable.then(|| chance(results.durable.map(Chance::from))));
        cells.push(together(results).into());
        cells
    }
}

fn lasts(days: f64) -> String {
    format!("lasts {days} days")
}

pub(super) fn section(brief: &Brief) -> Section {
    let heading = told("Three tests", "Three tests: would they sign it, would it hold, would it last?");
    Section::new(
        "three-tests",
        heading,
        brief.three_tests.as_ref().map(|found| blocks(brief, found)).unwrap_or_default(),
    )
}

/// The leading packages under the tests, and what would mend the best: without plots, changes and manners.
pub(super) fn in_brief(brief: &Brief) -> Section {
    let blocks = brief.three_tests.as_ref().map(|found| {
        let tests = Tests::of(found);
        let mut blocks = vec![Block::table(standings(brief, found, tests)), Block::how(how(found, tests))];
        blocks.extend(found.lacks().iter().map(|sentence| Block::told(sentence.clone())));
        blocks
    });
    Section::new("tests", "Three tests", blocks.unwrap_or_default())
}

fn blocks(brief: &Brief, found: &ThreeTests) -> Vec<Block> {
    let tests = Tests::of(found);
    let sentence = |(i, sentence): (usize, &String)| match i {
        0 => Block::see(sentence.clone()),
        _ => Block::told(sentence.clone()),
    };
    let sentences: Vec<Block> = found.sentences.iter().enumerate().map(sentence).collect();
    // A page opens with the sentences; a terminal has them where they are still to be seen at the end.
    let mut blocks: Vec<Block> = sentences.iter().cloned().map(Block::full).collect();
    blocks.push(Block::table(standings(brief, found, tests)));
    blocks.push(Block::how(how(found, tests)));
    blocks.extend(sentences.into_iter().map(Block::short));
    blocks.push(Block::figure(figure(brief, found, tests)).full());
    blocks.extend(changes(brief, found, tests));
    blocks.extend(manners(brief, found));
    blocks
}

/// The packages under the tests.
fn standings(brief: &Brief, found: &ThreeTests, tests: Tests) -> Table {
    let mut columns = vec![
        Column::words(told("", Piece::Aloud("Letter".to_owned()))).holding(ColumnHolds::Letter),
        Column::of("package").holding(ColumnHolds::Label).full(),
    ];
    columns.extend(tests.columns());
    columns.push(Column::words("").short());
    let rows = found.standings.tested.iter().enumerate().map(|(i, tested)| {
        let best = found.standings.best == Some(i);
        let mut label = Phrase::from(words::package(&brief.case, &tested.package));
        if best {
            label = label.line(LineManner::Second, "best of these on all tests together");
        }
        let mut row = vec![tested.letter.clone().into(), label.into()];
        row.extend(tests.cells(&tested.results));
        row.push(if best { "best of these" } else { "" }.into());
        row
    });
    let named =
        (0..found.standings.tested.len()).map(|i| (found.standings.best == Some(i)).then(|| BEST.to_owned()));
    Table::new(columns).with(rows).naming(named)
}

/// What one change of the best package would do.
fn changes(brief: &Brief, found: &ThreeTests, tests: Tests) -> Vec<Block> {
    let Some(first) = found.changes.first() else { return Vec::new() };
    let letter = &found.standings.base().letter;
    let mut columns = vec![Column::words(format!("{letter}, but with"))];
    columns.extend(tests.columns());
    let mut table = Table::new(columns);
    let row = |name: Wording, results: &Results| {
        let mut row = vec![name];
        row.extend(tests.cells(results));
        row
    };
    table.push(row(told("nothing else", "as it is"), &first.before));
    for (i, change) in found.changes.iter().take(SHOWN).enumerate() {
        let option = option(brief, change);
        let issue = brief.case.issue(change.issue).name.clone();
        let name = told(option.clone(), Phrase::from(option).line(LineManner::Second, issue));
        let shown = if i < SHOWN_SHORT { Shown::Always } else { Shown::Full };
        table.push_shown(shown, row(name, &change.results));
    }
    vec![Block::heading(format!("One change of {letter} at a time")).full(), Block::table(table).apart()]
}

fn option(brief: &Brief, change: &Change) -> String {
    words::option(&brief.case, brief.case.issue(change.issue), change.option)
}

/// Each manner of carrying the exchange out, under each guarantee, and what it would take.
fn manners(brief: &Brief, found: &ThreeTests) -> Vec<Block> {
    let Some(first) = found.manners.first() else { return Vec::new() };
    let mut columns = vec![Column::of("carried out")];
    columns.extend(found.guarantees(&brief.case).into_iter().map(Column::figures));
    let sides = first.needed.iter();
    columns.extend(sides.map(|needed| Column::figures(named(&format!("needed on {}", needed.name)))));
    let row = |manner: &Carried| {
        let mut row: Vec<Wording> = vec![manner.name.clone().into()];
        let holds = manner.holds.iter();
        row.extend(holds.map(|(_, share)| told(words::percent(share.value()), Chance::from(*share))));
        row.extend(manner.needed.iter().map(|needed| Needed::in_words(needed).into()));
        row
    };
    vec![
        Block::heading("How it could be carried out").full(),
        Block::table(Table::new(columns).with(found.manners.iter().map(row))).apart(),
        Block::how(
            "How often each manner of carrying it out holds itself, under each guarantee; and how much a breach would have to \
             cost each side in all, on its own scale, in the middle of the worlds and over nine tenths of them.",
        ),
    ]
}

/// How to read the table of packages.
fn how(found: &ThreeTests, tests: Tests) -> Wording {
    let worlds = found.standings.worlds;
    let mut short =
        format!("Over {}: acceptable, where all would sign", words::plural(worlds, "world", "worlds"));
    let mut full = format!("Over {}. Acceptable: all would sign.", words::plural(worlds, "world", "worlds"));
    if tests.enforceable {
        let proposed = found.standings.tested.iter().any(|tested| tested.results.as_proposed);
        let proposed = if proposed { ", carried out as the case proposes it" } else { "" };
        short.push_str(&format!("; holds itself, where nobody would gain by stopping half-way{proposed}"));
        full.push_str(&format!(" Holds itself: nobody would gain by stopping half-way{proposed}."));
    }
    if tests.durable {
        short.push_str("; lasts, in the middle of the worlds, and the range of nine tenths of them");
        full.push_str(
            " Lasts: the chance in the middle of the worlds, and the range that nine tenths of them fill.",
        );
    }
    told(
        short + "; all together, the chance of passing every test in one world, with its 95 % interval.",
        full + " All together: the chance of passing every test in the same world, with its 95 % interval.",
    )
}

/// The trade-off: along, how often all would sign; up, how often it holds itself, or else how likely it lasts.
fn figure(brief: &Brief, found: &ThreeTests, tests: Tests) -> Illustration {
    let lasting = |results: &Results| results.durable.map(|band| band.median);
    let mark = |name: String, results: &Results, changed: bool| Mark {
        name,
        along: results.acceptable.value(),
        up: results.enforceable.map(Share::value).or(lasting(results)).unwrap_or(0.0),
        size: lasting(results).filter(|_| tests.enforceable),
        changed,
    };
    let packages =
        found.standings.tested.iter().map(|tested| mark(tested.letter.clone(), &tested.results, false));
    // Only what does no worse on all tests together is worth a look in the plot.
    let no_worse = found.changes.iter().filter(|change| change.results.all_three >= change.before.all_three);
    let changes = no_worse.take(DRAWN).map(|change| mark(option(brief, change), &change.results, true));
    let caption = caption(found, tests);
    let plot = Plot {
        id: "trade-off".to_owned(),
        title: "The three tests of the leading packages against each other".to_owned(),
        desc: caption.clone(),
        data: Data::TradeOff(TradeOff {
            along: "acceptable to all".to_owned(),
            up: if tests.enforceable { "holds itself".to_owned() } else { lasts(tests.lasting_days) },
            ring: (tests.enforceable && tests.durable).then(|| lasts(tests.lasting_days)),
            marks: packages.chain(changes).collect(),
        }),
    };
    Illustration::new(caption, [plot])
}

fn caption(found: &ThreeTests, tests: Tests) -> String {
    let mut text = "The further right, the more often all would sign; the further up, ".to_owned();
    text.push_str(if tests.enforceable { "the more often it holds itself" } else { "the likelier it lasts" });
    if tests.enforceable && tests.durable {
        text.push_str("; the larger the ring, the likelier it lasts");
    }
    text + &format!(". Hollow: what one change of {} would do.", found.standings.base().letter)
}

//! The two pages of a brief: of each section what a mediator must know, in the same order as the annex that has all of it.
//!
//! Where the annex has a short version, for a terminal, the digest is that version [condensed](condense::condensed): its sentences, and of its
//! tables the first rows. Where even that is too long, the digest is the verdict alone.

mod condense;
mod matrix;

use self::condense::{Kept, condensed};
use super::face::Faces;
use super::wording::{LineManner, Phrase, Piece, Wording, told};
use super::{Block, Content, Section, grounds, homes, obstacles, packages, settlement, space, three_tests};
use crate::brief::{Brief, Deals};
use crate::compose::exchange::{ExchangePlan, NO_CHANGE};
use crate::compose::lasting::Lasting;
use crate::compose::standstill::Standstill;
use crate::words;

/// Rows of a table that a digest shows.
const ROWS: usize = 3;
/// Sentences of a verdict that it shows.
const SENTENCES: usize = 2;

/// The sections.
pub(super) fn sections(brief: &Brief, faces: &Faces) -> Vec<Section> {
    let mut sections = Vec::new();
    if let Some(deals) = &brief.deals {
        let listed = listed(brief, deals);
        let mut leading =
            renamed(condensed(packages::section(deals, faces), Kept::These(&listed)), "leading");
        leading.blocks.extend(brief.settlement.as_ref().and_then(|found| settlement::in_brief(found)));
        sections.push(leading);
        sections.push(condensed(three_tests::in_brief(brief), Kept::These(&listed)));
        sections.push(obstacles_in_brief(deals, faces));
        sections.push(matrix::section(brief).full());
        sections.push(space::drawn(deals, faces, &listed).full());
        sections.push(homes_in_brief(brief, deals, &listed));
    }
    // What the headline says already is not said again.
    let alone = brief.deals.is_none();
    sections.extend(brief.exchange.as_ref().map(|found| exchange(found, faces, alone)));
    sections.extend(brief.durability.as_ref().map(|found| durability(found, alone)));
    sections.extend(
        brief
            .watch
            .as_ref()
            .map(|found| Section::new("kept", super::watch::HEADING, super::watch::in_brief(found, alone))),
    );
    sections.extend(brief.talks.as_ref().map(|found| {
        Section::new("bargain", "How would the bargaining go?", vec![Block::told(found.in_brief().join(" "))])
    }));
    // Without anything on the table the headline says all of it.
    sections.extend(brief.collective.as_ref().filter(|_| !alone).map(|found| {
        Section::new("decides", "What would the body decide?", vec![Block::told(found.in_brief().join(" "))])
    }));
    sections.extend(brief.standstill.as_ref().map(|found| standstill(found, faces, alone)));
    sections.extend(brief.evidence.as_ref().map(|found| {
        let sentences = found.headline.iter().map(|sentence| Block::told(sentence.clone()));
        Section::new("heard", "What was said and done", sentences.collect())
    }));
    sections.push(grounds::in_brief(brief));
    // A terminal has it in the annex.
    sections.push(super::record::section(&brief.case).full());
    sections.iter_mut().for_each(with_plots_of_its_own);
    sections.into_iter().map(|section| section.known_for(&brief.case)).collect()
}

/// The deal space drawn as it is before anything is known of the tests: with the first of the leading packages.
pub(super) fn map(deals: &Deals, faces: &Faces) -> Section {
    let first: Vec<usize> = (0..deals.packages.len().min(ROWS)).collect();
    let mut section = space::drawn(deals, faces, &first).full();
    with_plots_of_its_own(&mut section);
    section
}

/// Which of the leading packages are listed, by their places: the first, and whichever a sentence names. A letter that is not listed would
/// send its reader to the annex.
fn listed(brief: &Brief, deals: &Deals) -> Vec<usize> {
    let named = |letter: &str| {
        let best = brief.three_tests.as_ref().is_some_and(|tests| tests.standings.base().letter == letter);
        let longest = brief.durability.as_ref().is_some_and(|found| found.lasts_longest(letter));
        best || longest
    };
    let all = deals.packages.iter().enumerate();
    let listed = all.filter(|(place, package)| *place < ROWS || named(&package.letter));
    listed.map(|(place, _)| place).collect()
}

/// A plot that stands in the annex as well has another name here: names are there once on a page.
fn with_plots_of_its_own(section: &mut Section) {
    for block in &mut section.blocks {
        if let Content::Figure(figure) = &mut block.content {
            for panel in &mut figure.panels {
                panel.plot.id = format!("brief-{}", panel.plot.id);
            }
        }
    }
}

/// Where everything else stands.
pub(super) fn rest() -> Section {
    let told_of = told(
        "The rest, and how often such figures were right, is in the annex: `detente brief CASE --full`.",
        Phrase::from("Every table, plot and source is in the annex: ")
            .and(Piece::Path("detente brief CASE --full --html FILE".to_owned())),
    );
    Section::new("rest", "", vec![Block::how(told_of)])
}

fn renamed(section: Section, id: &'static str) -> Section {
    Section { id, ..section }
}

/// The concessions that do most, and the margin that they close; the cheapest ways are in the headline.
fn obstacles_in_brief(deals: &Deals, faces: &Faces) -> Section {
    let mut section = condensed(obstacles::section(deals, faces), Kept::First(ROWS));
    section.blocks.retain(|block| !matches!(block.content, Content::Framed(_)));
    renamed(section, "in-the-way")
}

/// At home: only where those at home decide.
fn homes_in_brief(brief: &Brief, deals: &Deals, listed: &[usize]) -> Section {
    let decides = brief.case.audiences.iter().any(|audience| audience.veto)
        || brief.case.parties.iter().any(|party| party.quota.is_some());
    let section = if decides {
        condensed(homes::of_packages(deals, listed), Kept::First(ROWS))
    } else {
        Section::new("at-home", "", Vec::new())
    };
    renamed(section, "at-home")
}

fn first(sentences: &[String], most: usize) -> Block {
    Block::told(sentences.iter().take(most).cloned().collect::<Vec<_>>().join(" "))
}

/// Would it hold?
fn exchange(found: &ExchangePlan, faces: &Faces, told_already: bool) -> Section {
    let mut blocks = if told_already { Vec::new() } else { vec![Block::told(found.in_brief().join(" "))] };
    let changes = found.least_changes();
    if !changes.is_empty() {
        let each = if changes == [NO_CHANGE] { "" } else { ", each by itself" };
        blocks.push(Block::told(format!("What would make a schedule hold itself{each}:")));
        blocks.push(Block::list(changes.into_iter().take(ROWS)));
    }
    if told_already {
        blocks.extend(super::exchange::schedule_in_brief(found, faces, ROWS + ROWS));
        blocks.extend(found.accounts_of_proposed().into_iter().take(ROWS).map(|proposed| {
            let verdict = Phrase::from(Piece::Strong(words::named(&proposed.name)));
            Block::told(verdict.and(format!(" {}", proposed.sentences.join(" "))))
        }));
        blocks.extend(found.steadier().map(|(sentence, _)| Block::told(sentence)));
        blocks.push(Block::told(found.guarantee().join(" ")));
        blocks.extend(found.pledge().first().cloned().map(Block::told));
    }
    Section::new("hold", "Would it hold?", blocks)
}

/// Would it last?
fn durability(found: &Lasting, told_already: bool) -> Section {
    let mut blocks = if told_already { Vec::new() } else { vec![first(&found.headline, SENTENCES)] };
    if told_already {
        let groups = found.alike();
        blocks.push(Block::table(super::durability::survival_table(&groups)));
        blocks.push(Block::table(super::durability::factors(&groups)).apart());
    }
    Section::new("last", "Would it last?", blocks)
}

/// Why are they stuck? Where it stands and leads, and what would keep what is better for all.
fn standstill(found: &Standstill, faces: &Faces, told_already: bool) -> Section {
    let account = found.account();
    let mut blocks = Vec::new();
    if !told_already {
        blocks.push(Block::told(account.now.join(" ")));
        blocks.push(Block::told(account.outlook.join(" ")));
    }
    for prospect in account.prospects.iter().take(1) {
        let mut day_after = vec![Block::told(format!("The day after, at {}:", prospect.state))];
        day_after.push(Block::list(prospect.views.iter().take(1).cloned()));
        day_after
            .extend(prospect.keeps.first().map(|keep| Block::told(format!("What would keep it so: {keep}"))));
        blocks.extend(day_after);
    }
    if told_already {
        blocks.extend(super::stability::states_in_brief(found, faces, ROWS * 3));
    }
    Section::new("stuck", "Why are they stuck?", blocks)
}

/// A name with a second line, as compact tables have them.
fn two_lines(first: &str, second: impl Into<Phrase>) -> Wording {
    Phrase::from(first).line(LineManner::Second, second).into()
}

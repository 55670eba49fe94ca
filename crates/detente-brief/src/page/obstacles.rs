//! What stands in the way, and which concession would clear it.

use detente_deals::Units;
use detente_model::{Actor, IssueId};

use super::face::Faces;
use super::table::{Column, Table};
use super::wording::{LineManner, Phrase, Piece, Wording, told};
use super::{Block, Section};
use crate::brief::{ConcessionStep, Deals};
use crate::compose::blockers::blocker_id;
use crate::compose::headline::concession_id;
use crate::words;

/// How many concessions stand in the open; a page folds the others.
const SHOWN: usize = 12;

pub(super) fn section(deals: &Deals, faces: &Faces) -> Section {
    let obstacles = &deals.obstacles;
    let central = &deals.findings.central;
    // With a zone, concessions give more room: only a page has room for them.
    let open = central.has_zone();
    let heading = told(
        "What stands in the way",
        if open { "What would give more room" } else { "What stands in the way" },
    );
    if obstacles.steps.is_empty() && open {
        return Section::new("obstacles", heading, Vec::new());
    }
    let name = |id: &IssueId| deals.case.issue(*id).name.clone();
    let mut blocks = blockers(deals);
    blocks.push(Block::see(see(deals)).full());
    if !central.blocked.is_empty() {
        let blocked: Vec<String> = central.blocked.iter().map(|id| words::named(&name(id))).collect();
        let line = format!("Red lines leave no option on: {}.", words::list(&blocked));
        blocks.push(Block::told(Phrase::default().line(LineManner::Red, line)).full());
    }
    if !obstacles.issues.is_empty() {
        blocks.push(
            Block::told("Issues on which a concession would help, the one that helps most first:").full(),
        );
        blocks.push(Block::numbered(obstacles.issues.iter().map(name)).full());
    }
    let openings = openings(deals);
    blocks.push(Block::framed(openings.clone()).full());
    if openings.is_empty() {
        blocks.extend(no_opening(deals).map(|told| Block::told(told).full()));
    }
    let mut one_by_one = steps(deals, faces, open);
    if !open && !obstacles.steps.is_empty() {
        one_by_one.push(Block::framed(openings).short());
        blocks.extend(one_by_one);
    } else {
        // In a terminal there is nothing to add.
        blocks.extend(
            one_by_one.into_iter().filter(|block| block.shown != super::Shown::Short).map(Block::full),
        );
    }
    Section::new("obstacles", heading, blocks)
}

/// Who or what blocks, with how far it is from being met, and what would meet it.
fn blockers(deals: &Deals) -> Vec<Block> {
    let told_of = &deals.obstacles.blockers;
    if told_of.summary.is_empty() {
        return Vec::new();
    }
    let mut blocks = Vec::new();
    if told_of.alone.is_empty() {
        blocks.push(Block::told(told_of.summary.text.clone()));
    } else {
        let columns = [
            Column::of("each stands in the way"),
            Column::of("how far it is from being met"),
            Column::of_figures("the only one"),
            Column::of_figures("one of several"),
        ];
        let share = |share: Option<detente_deals::Share>| -> Wording {
            share.map_or_else(|| words::percent(0.0).into(), |share| words::percent(share.value()).into())
        };
        let rows = told_of.alone.iter().map(|blocker| {
            let what: Wording = words::sentence(&blocker.what).into();
            vec![
                what,
                told(blocker.lacks.clone(), blocker.how_far.clone()),
                share(blocker.only),
                share(blocker.one_of_several),
            ]
        });
        let named = (0..told_of.alone.len()).map(|place| Some(blocker_id(place)));
        blocks.push(Block::table(Table::new(columns.to_vec()).with(rows).naming(named)));
        let looked = words::plural(
            deals.findings.acceptability.blockers.looked_into,
            "world looked into",
            "worlds looked into",
        );
        blocks.push(Block::how(told(
            format!(
                "Take away any one of these and nothing else, and there is a deal. Short: by so much the package is worth less than no deal to the one named, on \
                 its own scale from 0 to 1. Right: the share of the {looked} in which it is the only such condition, or one of several."
            ),
            format!(
                "A condition of a deal stands in the way alone if a deal would exist without it and nothing else changed, in the central world. Short: by \
                 how much the nearest package that meets all else is worth less than no deal, on the scale of the one named. The last two columns: the \
                 share of the {looked} in which it is the only such condition, or one of several."
            ),
        )));
        // What no deal or a red line would take is told with the concessions; a page has room for both.
        let ways = |at_home: bool| {
            let of = told_of.alone.iter().filter(move |blocker| blocker.at_home == at_home);
            of.flat_map(|blocker| blocker.ways.iter().map(|way| words::sentence(way))).collect::<Vec<_>>()
        };
        let (at_home, others) = (ways(true), ways(false));
        if !at_home.is_empty() {
            // A terminal has it in the headline.
            blocks.push(Block::told("What it would take at home:").full());
            blocks.push(Block::list(at_home).full());
        }
        if !others.is_empty() {
            blocks.push(Block::told("What would meet the others, besides concessions:").full());
            blocks.push(Block::list(others).full());
        }
    }
    let sets = |heading: &str, sets: &[Vec<String>]| {
        let lines: Vec<String> = sets.iter().map(|set| words::list(set)).collect();
        vec![Block::told(heading.to_owned()).full(), Block::list(lines).full()]
    };
    if told_of.alone.is_empty() && !told_of.repairs.is_empty() {
        blocks.extend(sets("Fewest conditions that, lifted together, would open the way:", &told_of.repairs));
    }
    if !told_of.together.is_empty() {
        blocks.extend(sets("What cannot all be had together:", &told_of.together));
    }
    if !told_of.complete {
        blocks.push(Block::told("There may be more such sets: the search for them was given up.").full());
    }
    blocks
}

/// The concessions one at a time.
fn steps(deals: &Deals, faces: &Faces, open: bool) -> Vec<Block> {
    let steps = &deals.obstacles.steps;
    if steps.is_empty() {
        return Vec::new();
    }
    let (first, more) = steps.split_at(steps.len().min(SHOWN));
    let mut blocks = vec![
        Block::heading("One concession at a time").full(),
        Block::table(table(deals, faces, first, open).naming((0..SHOWN).map(concession_id).map(Some))),
    ];
    if !more.is_empty() {
        let named = (SHOWN..steps.len()).map(concession_id).map(Some);
        let folded = vec![Block::table(table(deals, faces, more, open).naming(named))];
        blocks.push(Block::folded(format!("{} more", more.len()), folded).full());
    }
    let margin = if open {
        "The margin after it is the gain of whoever gains least."
    } else {
        "The margin after it is the gain, or with a minus the loss, of whoever fares worst in the best package then left."
    };
    let full = format!("{COST} {margin} {NOT_THE_SAME}");
    blocks.push(Block::how(told(margin_today(deals), full)));
    if !more.is_empty() {
        blocks.push(
            Block::how(format!("{} in `--json`.", words::plural(more.len(), "more is", "more are"))).short(),
        );
    }
    if deals.findings.central.openings.limit().is_some() {
        blocks.push(Block::told(words::OPENING_NOT_KNOWN).short().apart());
    }
    blocks
}

fn table(deals: &Deals, faces: &Faces, steps: &[ConcessionStep], open: bool) -> Table {
    let mut columns = vec![
        Column::of("concession"),
        Column::of_figures("costs it"),
        Column::of_figures("from nearest"),
        Column::of_figures("margin after"),
    ];
    if !open {
        columns.push(Column::words(told("", "Opens the way")));
    }
    Table::new(columns).with(steps.iter().map(|step| row(deals, faces, step, open)))
}

fn row(deals: &Deals, faces: &Faces, step: &ConcessionStep, open: bool) -> Vec<Wording> {
    let party = match step.actor {
        Actor::Party(id) => id,
        Actor::Audience(id) => deals.case.audience(id).of,
    };
    let mark: Phrase = faces.position(party).map(Piece::Mark).into_iter().collect();
    let margin = match step.margin_after {
        Some(margin) => words::at_least(margin, step.margin_after_at_most).into(),
        None => told("no package", Piece::Nothing("no package yet".to_owned())),
    };
    let mut row = vec![
        told(step.text.clone(), mark.and(step.text.clone())),
        words::value(step.cost).into(),
        step.cost_from_nearest.map_or_else(|| "–".into(), |cost| words::value(cost).into()),
        margin,
    ];
    if !open {
        row.push(if step.opens {
            told("opens the way", Piece::Strong("yes, alone".to_owned()))
        } else {
            told("", "not alone")
        });
    }
    row
}

/// The smallest sets of concessions that open the way.
fn openings(deals: &Deals) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (i, way) in deals.obstacles.openings.iter().enumerate() {
        blocks.push(match i {
            0 => Block::heading(told("The smallest opening:", "The smallest opening")).apart(),
            _ => Block::told("Or, at the same price:").apart(),
        });
        let steps = way.concessions.iter();
        blocks.push(Block::list(steps.map(|step| told(step.clone(), format!("{step}.")))));
        let package = words::package(&deals.case, &way.package);
        blocks.push(Block::told(told(
            format!("It makes this acceptable: {package}."),
            format!("All would then accept: {package}."),
        )));
    }
    blocks
}

/// Why there is no opening to show.
fn no_opening(deals: &Deals) -> Option<&'static str> {
    let central = &deals.findings.central;
    if central.exists() == Some(false) && central.openings.value().is_some_and(Vec::is_empty) {
        return Some(
            "No set of concessions on the issues opens the way: what cannot go together, or ratification at home, still forbids every \
             package.",
        );
    }
    (central.exists().is_none() || central.openings.limit().is_some()).then_some(words::OPENING_NOT_KNOWN)
}

/// What the cost of a concession counts from.
const COST: &str = "The cost is what the one who concedes loses on the issue, on its own scale from 0 to 1: counted from its best option that crosses \
                    none of its red lines, and, beside it, from the package that comes nearest to agreement.";

/// Why a concession and a change of the package are two things.
const NOT_THE_SAME: &str = "A party that concedes gives the point up, and no longer counts its loss there against a deal; in a package that is merely changed it still does.";

/// The margin today, and what it is, for a terminal.
fn margin_today(deals: &Deals) -> String {
    let today = match &deals.findings.central.margin {
        Some(margin) => {
            format!("The margin today is {}.", words::at_least(margin.value, Some(margin.at_most)))
        }
        None => "Today red lines leave no package at all.".to_owned(),
    };
    let margin = &deals.findings.central.margin;
    let at_home = !deals.findings.central.has_zone()
        && margin.as_ref().is_some_and(|margin| margin.value >= Units::ZERO);
    let needs = if at_home {
        "0 or more is needed, so those who sign would gain; what is missing are the votes at home"
    } else {
        "a deal needs 0 or more"
    };
    let nearest = margin.as_ref().map_or_else(String::new, |margin| {
        format!(", which is {}", words::package(&deals.case, &margin.package))
    });
    format!(
        "{today} It is the gain of whoever gains least; {needs}. A cost counts on one’s own scale, from one’s best option within the red lines, or from \
         the nearest package{nearest}. {NOT_THE_SAME}"
    )
}

/// How far from agreement the parties are, in words.
fn see(deals: &Deals) -> String {
    let central = &deals.findings.central;
    match &central.margin {
        None => {
            "Red lines and what cannot go together leave no package at all, so there is no margin to measure."
                .to_owned()
        }
        Some(margin) if !margin.is_proven() => format!(
            "For whoever gains least from it, the best package found is worth {} beside no deal, on its own scale from 0 to 1; \
             none is worth more than {}: the space is too large to tell more.",
            words::difference(margin.value),
            words::difference(margin.at_most)
        ),
        Some(margin) if central.has_zone() => format!(
            "In the best package for whoever gains least, that one is {} better off than without a deal, on its own \
             scale from 0 to 1.",
            words::value(margin.value)
        ),
        Some(margin) if margin.value < Units::ZERO => format!(
            "The package that comes nearest still leaves somebody who must agree {} worse off than no deal, on its \
             own scale from 0 to 1. This margin of {} is what a concession has to close.",
            words::value(-margin.value),
            words::value(margin.value)
        ),
        Some(margin) => format!(
            "All who must sign could gain by {}, on their own scales from 0 to 1, but no such package is carried at \
             home.",
            words::value(margin.value)
        ),
    }
}

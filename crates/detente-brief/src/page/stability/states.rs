//! The states: which hold in which sense, how likely, whatever is unknown, and as each party sees them.

use detente_stability::{Concept, State, StateSet, UnknownType};

use super::SHOWN;
use crate::compose::standstill::Standstill;
use crate::page::plot::{Data, Illustration, Panels, Plot, States};
use crate::page::table::{Column, ColumnHolds, Table};
use crate::page::wording::{Chance, LineManner, Phrase, Piece, Wording, named, told};
use crate::page::{Block, Face};
use crate::words;

/// States that are named in the sentence above the graph.
const NAMED: usize = 4;

/// The graph of states and moves; `None` where there are too many states to draw.
pub(super) fn graph(found: &Standstill, faces: Vec<Face>) -> Option<Illustration> {
    if found.graph.len() > SHOWN {
        return None;
    }
    let held =
        found.stability.equilibria(Concept::Sequential).unwrap_or_else(|| found.graph.feasible().clone());
    let holds: Vec<State> = held.iter().collect();
    let caption = caption(found, &holds);
    let mut how = Phrase::from("Arrows of ");
    for (place, face) in faces.iter().enumerate() {
        how = if place == 0 { how } else { how.and(", ") };
        how = how.and(Piece::Party(face.clone()));
    }
    let graph = States::of(found, faces, &holds);
    how = how.and(". A state further right takes more moves to reach.");
    if graph.only_best {
        how = how.and(" Of several moves that one party would gain by, only the best is drawn.");
    }
    let plot = Plot {
        id: "states".to_owned(),
        title: "The states of the conflict, and the moves between them that someone would gain by".to_owned(),
        desc: caption.clone(),
        data: Data::States(graph),
    };
    Some(Illustration::new(caption, [plot]).read(how).laid_out(Panels::Graph))
}

/// What to see in the graph, in a sentence.
fn caption(found: &Standstill, holds: &[State]) -> String {
    let called: Vec<String> = holds.iter().map(|state| found.shown(*state)).collect();
    let dark = "Every arrow is a move that is better for whoever makes it.";
    match called.as_slice() {
        [] => format!("No state holds against people who look ahead. {dark}"),
        several if several.len() <= NAMED => {
            format!("Dark, and holding against people who look ahead: {}. {dark}", several.join("; "))
        }
        several => format!(
            "Dark, and holding against people who look ahead: {} of {} states. {dark}",
            several.len(),
            found.graph.len()
        ),
    }
}

/// So many states that hold against people who look ahead, or in some sense, and how to read that.
pub(super) fn in_brief(found: &Standstill, most: usize) -> Vec<Block> {
    let columns = [
        Column::of_figures("state"),
        Column::of("what it is").holding(ColumnHolds::Label),
        Column::of("holds because"),
    ];
    let held: Vec<(State, Vec<Concept>)> =
        found.shortlist(SHOWN).into_iter().filter(|(_, senses)| !senses.is_empty()).collect();
    let rows = held.iter().take(most).map(|(state, senses)| {
        let number = found.graph.number(*state).map(|number| number.to_string()).unwrap_or_default();
        vec![number.into(), found.described(*state).into(), in_senses(senses).into()]
    });
    let table = Table::new(columns).with(rows);
    if table.rows.is_empty() {
        return vec![Block::told("No state holds in any sense.")];
    }
    vec![Block::table(table), Block::how(how(found))]
}

/// The states, with the senses in which each holds for everyone, and how to read them.
pub(super) fn states(found: &Standstill) -> Vec<Block> {
    let strongly: Vec<(Concept, StateSet)> = Concept::ALL
        .into_iter()
        .filter_map(|concept| Some((concept, found.stability.strong_equilibria(concept)?)))
        .collect();
    let shown = found.shortlist(SHOWN);
    let mut columns = vec![
        Column::of_figures("state"),
        Column::of("what it is").holding(ColumnHolds::Label),
        Column::of("holds because"),
    ];
    if !strongly.is_empty() {
        columns.push(Column::words("strongly").short());
    }
    if found.likelihood.is_some() {
        columns.push(Column::figures(told("looking ahead, in", "Holds, looking ahead, in")));
    }
    columns.push(Column::words("").short());
    let rows = shown.iter().map(|(state, senses)| row(found, *state, senses, &strongly));
    vec![
        Block::table(Table::new(columns).with(rows)),
        Block::told(summary(found, shown.len())),
        Block::how(how(found)),
        Block::how(if strongly.is_empty() {
            ""
        } else {
            "It holds strongly if every answer leaves who would move much worse off (`>>`), and weakly else."
        })
        .short(),
        Block::how(likelihood(found)).short(),
    ]
}

fn row(
    found: &Standstill,
    state: State,
    senses: &[Concept],
    strongly: &[(Concept, StateSet)],
) -> Vec<Wording> {
    let graph = &found.graph;
    let now = graph.status_quo() == Some(state);
    let described = found.described(state);
    let what = Phrase::from(described.clone());
    let full = if now { what.line(LineManner::Second, "where the conflict stands") } else { what };
    let holds = match senses {
        [] => told("", Piece::Nothing("no".to_owned())),
        senses => in_senses(senses).into(),
    };
    let number = graph.number(state).map(|number| number.to_string()).unwrap_or_default();
    let mut row = vec![number.into(), told(described, full), holds];
    if !strongly.is_empty() {
        let holds: Vec<Concept> =
            strongly.iter().filter(|(_, set)| set.contains(state)).map(|(concept, _)| *concept).collect();
        row.push(holds.iter().map(|sense| sense.word()).collect::<Vec<_>>().join(", ").into());
    }
    if let Some(likelihood) = &found.likelihood {
        let share = likelihood.share(state, Concept::Sequential);
        row.push(share.map(|share| Chance::from(share).into()).unwrap_or_default());
    }
    row.push(if now { "now" } else { "" }.into());
    row
}

/// The senses in which a state holds: what they mean, with their names.
fn in_senses(senses: &[Concept]) -> String {
    if senses == Concept::ALL {
        let words: Vec<&str> = Concept::ALL[1..].iter().map(|sense| sense.word()).collect();
        let [first, ..] = Concept::ALL;
        return format!("{} ({}, and so {})", first.meaning(), first.word(), words.join(", "));
    }
    let sense = |sense: &Concept| format!("{} ({})", sense.meaning(), sense.word());
    senses.iter().map(sense).collect::<Vec<_>>().join("; ")
}

/// What is not listed, in a sentence; empty when all is.
fn summary(found: &Standstill, listed: usize) -> Wording {
    let all = found.graph.len();
    if listed == all {
        return Wording::default();
    }
    let count = |concept: Concept| {
        let number = words::count(found.stability.equilibria(concept)?.len());
        Some(format!("{number} because {} ({})", concept.meaning(), concept.word()))
    };
    let counts = words::list(&Concept::ALL.into_iter().filter_map(count).collect::<Vec<_>>());
    let states = words::plural(all, "state", "states");
    told(
        format!(
            "Of {states} the first {listed} that hold in some sense are shown. In all there hold: {counts}."
        ),
        format!(
            "The conflict has {states}, too many to draw; the first {listed} of those that hold in some sense are listed. In all there \
             hold: {counts}."
        ),
    )
}

/// What holding means.
fn how(found: &Standstill) -> Wording {
    let short = "A state holds if nobody would leave it, in one of five senses: nobody gains by leaving (nash); every gain could be answered \
                 (gmr), and without escape (smr), or by moves that pay whoever makes them, which is looking ahead (seq); or others may \
                 move at the same time and spoil it (sim).";
    let mut full = short.to_owned();
    if found.likelihood.is_some() {
        full.push_str(
            " The last column is the share of draws of what is in doubt about the preferences, with its 95 % interval.",
        );
    }
    told(short, full)
}

/// What the share of draws means; empty where nothing is in doubt.
fn likelihood(found: &Standstill) -> String {
    found.likelihood.as_ref().map_or_else(String::new, |likelihood| {
        format!(
            "Looking ahead: the share of {} of what is in doubt about the preferences in which it holds against people who look ahead; in \
             brackets the range that the number of draws leaves. `holds` takes every preference as it more probably is.",
            words::plural(likelihood.draws(), "draw", "draws")
        )
    })
}

/// What holds although it is not known what someone prefers, by how the unknown is taken.
pub(super) fn despite_unknown(found: &Standstill) -> Vec<Block> {
    let Some(first) = found.despite_unknown.first() else { return Vec::new() };
    let taken = |by: UnknownType| match by {
        UnknownType::A => "drawn to it, not held back by it",
        UnknownType::B => "neither drawn nor held back",
        UnknownType::C => "drawn to it and held back by it",
        UnknownType::D => "held back by it, not drawn to it",
    };
    let senses = first.holds.iter().map(|(concept, _)| {
        Column::words(concept.word()).standing_for(format!("holds because {}", concept.meaning()))
    });
    let columns = std::iter::once(Column::of("who takes the unknown as")).chain(senses);
    let rows = found.despite_unknown.iter().map(|despite| {
        let cells = despite.holds.iter().map(|(_, set)| called(found, set).into());
        std::iter::once(taken(despite.by).into()).chain(cells).collect()
    });
    vec![
        Block::table(Table::new(columns).with(rows)),
        Block::how("The states that hold for everyone, by how all take a preference that nobody knows."),
    ]
}

/// The conflict as each party sees it.
pub(super) fn perceived(found: &Standstill) -> Vec<Block> {
    let Some(perceived) = &found.perceived else { return Vec::new() };
    let graph = &found.graph;
    let unseen = |party: usize| {
        let hidden = graph.hidden_from(party)?;
        Some(Block::told(format!("Hidden from {}: {}.", graph.name(party), called(found, hidden))))
    };
    let mut blocks: Vec<Block> = (0..graph.parties()).filter_map(unseen).collect();
    let columns = ["holds because", "as they see it", "in full view"].map(|name| Column::words(named(name)));
    let rows = Concept::ALL.into_iter().filter_map(|concept| {
        let seen = perceived.equilibria(concept)?;
        let full = found.stability.equilibria(concept)?;
        let sense = format!("{} ({})", concept.meaning(), concept.word());
        Some(vec![sense.into(), called(found, &seen).into(), called(found, &full).into()])
    });
    blocks.push(Block::table(Table::new(columns).with(rows)));
    blocks.push(Block::how(
        "What holds as they see it and not in full view is where a surprise would move the conflict.",
    ));
    blocks
}

/// States by what they are; the first few of many.
fn called(found: &Standstill, set: &StateSet) -> String {
    let names: Vec<String> = set.iter().map(|state| found.described(state)).collect();
    match names.len() {
        0 => "none".to_owned(),
        count if count > SHOWN => format!("{}; and {} more", names[..SHOWN].join("; "), count - SHOWN),
        _ => names.join("; "),
    }
}

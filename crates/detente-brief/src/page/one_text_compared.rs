//! Two versions of the text of a deal: what changed in words, which options that opens or closes, and what it does.

use detente_text::{Kept, WordsChange};

use super::head::Head;
use super::one_text::{assent_not_asked, by_issue, objection};
use super::side_by_side::{amount, moved};
use super::table::{Column, ColumnHolds, Layout, Table};
use super::wording::{Phrase, Piece, Wording};
use super::{Block, Page, Section};
use crate::compose::one_text::{ClauseCompared, TextsCompared};
use crate::compose::side_by_side::{ComparedFigure, Effect};
use crate::words;

/// Two versions of the text of a case side by side.
pub fn texts_compared(found: &TextsCompared) -> Page {
    let mut head = Head::of(&found.case, Some((found.draws, found.seed)), found.headline.clone());
    head.title =
        format!("Version {} against version {} · {}", found.after.name, found.before.name, found.case.title);
    let sections = vec![
        changed(found),
        options(found),
        effect(found),
        by_itself(found),
        super::sources::of(&found.case, &cited(found)),
    ];
    Page { head: Some(head), sections, foot: None }
}

/// Clause by clause.
fn changed(found: &TextsCompared) -> Section {
    let mut blocks = Vec::new();
    for clause in &found.clauses {
        let name = match (&clause.before, &clause.after) {
            (None, _) => format!("{} (new)", clause.name),
            (_, None) => format!("{} (gone)", clause.name),
            _ => clause.name.clone(),
        };
        blocks.push(Block::heading(name).apart());
        let said: Phrase = clause.words.iter().enumerate().flat_map(spoken).collect();
        if clause.words_changed() {
            blocks.push(Block::told(said));
        } else {
            blocks.push(Block::told("The words stay."));
        }
        blocks.push(Block::list(notes(found, clause)));
    }
    if !blocks.is_empty() {
        blocks.push(Block::how(
            "Struck: words that were in the first version alone; underlined: words that are in the second alone. In a terminal [−out−] and \
             [+in+].",
        ));
    }
    Section::new("changed", "What changed", blocks)
}

/// A stretch of words, with the blank before it.
fn spoken((place, part): (usize, &WordsChange)) -> Vec<Piece> {
    let words = part.words.clone();
    let said = match part.kind {
        Kept::Same => Piece::Plain(words),
        Kept::Out => Piece::Out(words),
        Kept::In => Piece::In(words),
    };
    if place == 0 { vec![said] } else { vec![Piece::Plain(" ".to_owned()), said] }
}

fn notes(found: &TextsCompared, clause: &ClauseCompared) -> Vec<Wording> {
    let case = &found.case;
    let mut notes: Vec<Wording> = Vec::new();
    if !clause.opens.is_empty() {
        notes.push(format!("Opens {}.", by_issue(case, &clause.opens)).into());
    }
    if !clause.closes.is_empty() {
        notes.push(format!("Closes {}.", by_issue(case, &clause.closes)).into());
    }
    notes.extend(clause.raised.iter().map(|of| before("New: ", objection(case, of))));
    notes.extend(clause.dropped.iter().map(|of| before("No longer: ", objection(case, of))));
    notes
}

fn before(word: &str, said: Wording) -> Wording {
    let whole: Phrase = std::iter::once(Piece::Plain(word.to_owned())).chain(said.short.0).collect();
    whole.into()
}

/// What opens and closes in the text as a whole.
fn options(found: &TextsCompared) -> Section {
    let case = &found.case;
    let (opens, closes) = (found.opens(), found.closes());
    let mut said = Vec::new();
    if !opens.is_empty() {
        said.push(format!("Opens {}.", by_issue(case, &opens)));
    }
    if !closes.is_empty() {
        said.push(format!("Closes {}.", by_issue(case, &closes)));
    }
    if said.is_empty()
        && found.left_before.is_some()
        && found.left_after.is_some()
        && !found.clauses.is_empty()
    {
        said.push("No option opens and none closes.".to_owned());
    }
    let blocks = if said.is_empty() { Vec::new() } else { vec![Block::list(said)] };
    Section::new("options", "Which options that opens and closes", blocks)
}

fn effect(found: &TextsCompared) -> Section {
    let columns = [
        Column::of("figure"),
        Column::of_figures(&format!("version {}", found.before.name)),
        Column::of_figures(&format!("version {}", found.after.name)),
        Column::of_figures("difference").holding(ColumnHolds::Verdict),
    ];
    let row = |figure: &ComparedFigure| -> Vec<Wording> {
        vec![
            figure.name.clone().into(),
            amount(figure.counted, figure.before).into(),
            amount(figure.counted, figure.after).into(),
            moved(figure).into(),
        ]
    };
    let figures = if found.clauses.is_empty() { &[][..] } else { &found.effect.figures[..] };
    let table = Table::new(columns).with(figures.iter().map(row));
    let mut blocks = Block::read(
        table,
        "Both versions are judged in the same draws, so that what they share cancels out. In brackets the 95 % interval of the difference that \
         the number of draws leaves; figures without one are of the central world. The best package is the best of those that a version \
         allows.",
    );
    if !found.clauses.is_empty() {
        blocks.extend(assent_not_asked(&found.effect));
    }
    let said = found.effect.words.iter().filter(|said| said.before != said.after).map(|said| {
        let shown = |says: &Option<String>| says.clone().unwrap_or_else(|| "nothing".to_owned());
        format!("{}: {} → {}", words::sentence(said.name), shown(&said.before), shown(&said.after))
    });
    let said: Vec<String> = said.collect();
    if !said.is_empty() {
        blocks.push(Block::list(said).apart());
    }
    Section::new("effect", "What that does", blocks)
}

/// Each change alone, and its absence.
fn by_itself(found: &TextsCompared) -> Section {
    let columns = [
        Column::of("change of"),
        Column::of("figure"),
        Column::of_figures("alone"),
        Column::of_figures("without"),
    ];
    let ids: Vec<&str> = ["zone", "best.all_three"]
        .into_iter()
        .chain(
            found
                .effect
                .figures
                .iter()
                .map(|figure| figure.id.as_str())
                .filter(|id| id.starts_with("assent.some.")),
        )
        .filter(|id| found.effect.figure(id).is_some())
        .collect();
    let cell = |effect: Option<&Effect>, id: &str| {
        effect.and_then(|effect| effect.figure(id)).map_or_else(String::new, moved)
    };
    let mut table = Table::new(columns).laid_out(Layout::Fixed);
    for clause in found.clauses.iter().filter(|clause| clause.alone.is_some()) {
        for (place, id) in ids.iter().enumerate() {
            let name = if place == 0 { Wording::from(clause.name.clone()) } else { Wording::default() };
            let figure = found.effect.figure(id).map(|figure| figure.name.clone()).unwrap_or_default();
            table.push(vec![
                name,
                figure.into(),
                cell(clause.alone.as_ref(), id).into(),
                cell(clause.without.as_ref(), id).into(),
            ]);
        }
    }
    let blocks = Block::read(
        table,
        "Alone: the first version with this change only, less the first. Without: the second version with this change taken back, less the second; that \
         is what its absence would undo. Where the two are not each other’s opposite, changes work together.",
    );
    Section::new("by_itself", "What each change does by itself", blocks)
}

/// The sources that objections cite, by their numbers.
fn cited(found: &TextsCompared) -> Vec<usize> {
    let objections = found.clauses.iter().flat_map(|clause| clause.raised.iter().chain(&clause.dropped));
    objections
        .flat_map(|objection| &objection.cites)
        .map(|cite| found.case.source_number(cite.source))
        .collect()
}

//! The text of a deal: as it reads, what it still allows, which bracket matters most, what stands against which clause.

use detente_text::{Borrowed, BorrowedFrom, Bracket, Clause, Objection, Piece as TextPiece, Ties};

use super::head::Head;
use super::side_by_side::{amount, compared_row, moved};
use super::table::{Column, ColumnHolds, Layout, Table};
use super::wording::{Chance, Cite, Phrase, Piece, Wording};
use super::{Block, Page, Section};
use crate::compose::one_text::{BracketFound, TextFound, WordingFound, name_of, worded_by};
use crate::compose::side_by_side::{ComparedFigure, Effect};
use crate::words;

/// A version of the text of a case.
pub fn text(found: &TextFound) -> Page {
    let mut head = Head::of(&found.case, Some((found.draws, found.seed)), found.headline.clone());
    if let Some(title) = &found.version.title {
        head.title = format!("{title} · {}", found.case.title);
    }
    let sections = vec![
        reads(found),
        brackets(found),
        standing(found),
        left_open(found),
        against(found),
        super::sources::of(&found.case, &cited(found)),
    ];
    Page { head: Some(head), sections, foot: None }
}

/// The text itself.
fn reads(found: &TextFound) -> Section {
    let version = &found.version;
    let mut blocks = vec![Block::told(format!("By: {}.", version.by.trim_end_matches('.')))];
    blocks.extend(version.note.as_ref().map(|note| Block::told(note.clone())));
    for article in &version.articles {
        let heading = article.heading();
        if !heading.is_empty() {
            blocks.push(Block::heading(heading).apart());
        }
        for clause in &article.clauses {
            blocks.extend(clause_reads(found, clause));
        }
    }
    let heading = format!("Version {}, {}", version.name, words::date(version.date));
    Section::new("text", heading, blocks)
}

/// A clause with what belongs to it.
fn clause_reads(found: &TextFound, clause: &Clause) -> Vec<Block> {
    let mut paragraphs = paragraphs(clause);
    let heading = clause.heading();
    if !heading.is_empty() {
        let first = paragraphs.first_mut().map(std::mem::take).unwrap_or_default();
        // On the line of its words a heading ends as a sentence does.
        let end = if heading.ends_with(['.', ':', '?', '!']) { " " } else { ". " };
        let named = Phrase::from(Piece::Strong(heading)).and(end);
        let whole: Phrase = named.0.into_iter().chain(first.0).collect();
        match paragraphs.first_mut() {
            Some(place) => *place = whole,
            None => paragraphs.push(whole),
        }
    }
    let mut blocks: Vec<Block> = paragraphs.into_iter().map(Block::told).collect();
    if let Some(first) = blocks.first_mut() {
        first.apart = true;
    }
    let notes = notes(found, clause);
    if !notes.is_empty() {
        blocks.push(Block::list(notes));
    }
    blocks
}

/// The words of a clause, a paragraph each; what is open stands out.
fn paragraphs(clause: &Clause) -> Vec<Phrase> {
    let mut paragraphs = vec![Phrase::default()];
    for piece in &clause.body {
        match piece {
            TextPiece::Words(words) => {
                for (place, part) in words.split("\n\n").enumerate() {
                    if place > 0 {
                        paragraphs.push(Phrase::default());
                    }
                    if let Some(last) = paragraphs.last_mut().filter(|_| !part.is_empty()) {
                        last.0.push(Piece::Plain(part.to_owned()));
                    }
                }
            }
            TextPiece::Bracket(bracket) => {
                let shown = bracket.shown();
                if let Some(last) = paragraphs.last_mut().filter(|_| !shown.is_empty()) {
                    last.0.push(if bracket.is_open() { Piece::Strong(shown) } else { Piece::Plain(shown) });
                }
            }
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// What a clause words, what of it is not on the table, and what stands against it.
fn notes(found: &TextFound, clause: &Clause) -> Vec<Wording> {
    let case = &found.case;
    let mut notes: Vec<Wording> = Vec::new();
    if clause.is_unknown() {
        notes.push(Piece::Nothing("Nothing in the model knows this clause.".to_owned()).into());
    }
    if clause.ties.words_options() {
        notes.push(format!("Settles {}.", clause.ties.told(case)).into());
    }
    for bracket in clause.brackets().filter(|bracket| bracket.is_open()) {
        notes.push(open(found, bracket));
    }
    let borrowed = found.package.iter().flat_map(|package| &package.borrowed);
    notes.extend(borrowed.filter(|borrowed| borrowed.clause == clause.id).map(|of| taken(found, of)));
    notes.extend(clause.objections.iter().map(|objection| objects(found, objection)));
    notes
}

/// What a bracket leaves open.
fn open(found: &TextFound, bracket: &Bracket) -> Wording {
    let wordings: Vec<String> = bracket
        .open()
        .map(|(_, wording)| {
            let words = crate::compose::one_text::shown(&wording.words);
            format!(
                "“{words}” – {}",
                if wording.ties.words_options() {
                    wording.ties.told(&found.case)
                } else {
                    "no option of the model".to_owned()
                }
            )
        })
        .collect();
    if bracket.open().all(|(_, wording)| !wording.ties.words_options()) {
        return Wording::from("A bracket that nothing in the model knows.");
    }
    format!("Open: {}.", wordings.join("; ")).into()
}

/// Whose words stand where the text had none.
fn taken(found: &TextFound, borrowed: &Borrowed) -> Wording {
    let what = borrowed.ties.told(&found.case);
    match &borrowed.from {
        BorrowedFrom::Struck => format!("{what}: in words that were struck out of this version."),
        BorrowedFrom::Version(name) => format!("{what}: in the words of version {name}."),
        BorrowedFrom::Case => format!("{what}: nobody has worded this yet; these are the words of the case."),
    }
    .into()
}

/// An objection, with since when it stands.
pub(super) fn objection(case: &detente_model::Case, objection: &Objection) -> Wording {
    let name = case.actor_name(objection.by).to_owned();
    let said = format!(" objects since {}: {}", words::date(objection.since), objection.words);
    let mut phrase = Phrase::from(Piece::Strong(name)).and(said);
    if !objection.cites.is_empty() {
        let cites = Cite::all(case, &objection.cites, "the objection");
        phrase = phrase.and(" ").and(Piece::Ground { cites, line: None });
    }
    phrase.into()
}

fn objects(found: &TextFound, of: &Objection) -> Wording {
    objection(&found.case, of)
}

/// Which open bracket matters most.
fn brackets(found: &TextFound) -> Section {
    let mut blocks = Vec::new();
    for bracket in &found.brackets {
        blocks.extend(bracket_told(found, bracket));
    }
    if !blocks.is_empty() {
        blocks.push(Block::how(
            "Each wording as if it alone stood, against the text as it stands, in the same draws; in brackets the 95 % interval of the \
             difference that the number of draws leaves. The bracket with most at stake comes first: by how often a deal exists between its \
             wordings, and where that is the same, by the margin.",
        ));
    }
    if found.not_judged > 0 {
        blocks.push(Block::told(format!(
            "{} not judged, since there are so many.",
            words::plural(found.not_judged, "wording was", "wordings were")
        )));
    }
    Section::new("brackets", "What settling a bracket does", blocks)
}

fn bracket_told(found: &TextFound, bracket: &BracketFound) -> Vec<Block> {
    let figures = figures_of(bracket);
    let mut columns = vec![Column::of("wording").holding(ColumnHolds::Label)];
    columns.extend(figures.iter().map(|(_, name)| Column::of_figures(name)));
    let row = |wording: &WordingFound| -> Vec<Wording> {
        let ties = if wording.ties.words_options() {
            wording.ties.told(&found.case)
        } else {
            "no option".to_owned()
        };
        let words = crate::compose::one_text::shown(&wording.words);
        let first: Phrase = Phrase::from(words).line(super::LineManner::Second, ties);
        let cells = figures.iter().map(|(id, _)| cell(wording.effect.as_ref(), id));
        std::iter::once(Wording::from(first)).chain(cells).collect()
    };
    let table = Table::new(columns).laid_out(Layout::Rows).with(bracket.wordings.iter().map(row));
    let mut blocks = vec![Block::heading(bracket.name.clone()).apart(), Block::table(table)];
    if let Some(stake) = &bracket.stake {
        let words = |place: usize| crate::compose::one_text::shown(&bracket.wordings[place].words);
        let between = format!("At stake, from “{}” to “{}”", words(stake.worst), words(stake.best));
        blocks.push(Block::told(format!("{between}: {}.", moved(&stake.zone))));
    }
    blocks
}

/// The figures by which wordings are compared, with short names: those that the first wording has.
fn figures_of(bracket: &BracketFound) -> Vec<(String, String)> {
    let effect = bracket.wordings.first().and_then(|wording| wording.effect.as_ref());
    let shown = |figure: &ComparedFigure| {
        let name = match figure.id.as_str() {
            "zone" => "a deal exists".to_owned(),
            "margin_over_worlds" => "margin".to_owned(),
            "best.all_three" => "all tests, best package".to_owned(),
            id => id
                .strip_prefix("assent.some.")
                .map(|_| figure.name.replace(" would sign it in some way", " would sign some way"))?,
        };
        Some((figure.id.clone(), name))
    };
    effect.map_or_else(Vec::new, |effect| effect.figures.iter().filter_map(shown).collect())
}

/// A figure after, with its difference below it.
fn cell(effect: Option<&Effect>, id: &str) -> Wording {
    let Some(figure) = effect.and_then(|effect| effect.figure(id)) else { return "–".into() };
    Phrase::from(amount(figure.counted, figure.after)).line(super::LineManner::Second, moved(figure)).into()
}

/// What the text does to a deal.
fn standing(found: &TextFound) -> Section {
    let columns = [
        Column::of("figure"),
        Column::of_figures("without a text"),
        Column::of_figures("with it"),
        Column::of_figures("difference").holding(ColumnHolds::Verdict),
    ];
    let table = Table::new(columns).with(found.effect.figures.iter().map(compared_row));
    let mut blocks = Block::read(
        table,
        "With the text only packages that its words allow can be signed; all else is the same, in the same draws. The best package is the \
         best of those that are left.",
    );
    blocks.extend(assent_not_asked(&found.effect));
    Section::new("standing", "What the text does to a deal", blocks)
}

/// That nobody was asked whether they would sign, where that is so.
pub(super) fn assent_not_asked(effect: &Effect) -> Option<Block> {
    let asked = effect.figures.iter().any(|figure| figure.id.starts_with("assent."));
    let most = words::count(crate::compose::one_text::MOST_ASKED);
    (!asked).then(|| {
        Block::told(format!(
            "Who would sign it in some way, or in every way, is not said: it leaves a number open, or more than {most} packages."
        ))
    })
}

/// The options that are left on each issue.
fn left_open(found: &TextFound) -> Section {
    let (case, by) = (&found.case, worded_by(&found.version));
    let Some(left) = &found.left else {
        let said = "So many issues are linked by the text that what it leaves cannot be gone through.";
        return Section::new("left", "What it leaves open", vec![Block::told(said)]);
    };
    let mut table =
        Table::new([Column::of("issue"), Column::of("left"), Column::of("out"), Column::of("worded in")]);
    for (k, row) in left.options.iter().enumerate() {
        let issue = &case.issues[k];
        let labels = |held: bool| -> String {
            let labels: Vec<String> =
                (0..row.len()).filter(|o| row[*o] == held).map(|o| issue.label(o)).collect();
            if labels.is_empty() { "–".to_owned() } else { labels.join(", ") }
        };
        let open = issue.continuous && !found_settles(found, k);
        let (kept, out) = if open {
            ("any number of its range".to_owned(), "–".to_owned())
        } else {
            (labels(true), labels(false))
        };
        let worded: Wording = match by.get(&k) {
            Some(clauses) => clauses.join("; ").into(),
            None => Piece::Nothing("no clause".to_owned()).into(),
        };
        table.push(vec![issue.name.clone().into(), kept.into(), out.into(), worded]);
    }
    Section::new("left", "What it leaves open", vec![Block::table(table)])
}

/// Whether the text names numbers on an issue.
fn found_settles(found: &TextFound, issue: usize) -> bool {
    detente_text::Allowed::by(&found.version).issues().iter().any(|settled| settled.index() == issue)
}

/// Clause by clause: who objects, whose red lines are crossed, and what is free of both.
fn against(found: &TextFound) -> Section {
    let (case, version) = (&found.case, &found.version);
    let mut blocks = Vec::new();
    let mut table = Table::new([
        Column::of("clause"),
        Column::of("whose red line"),
        Column::of("on"),
        Column::of_figures("crossed in"),
    ]);
    for crossing in &found.crossings {
        let mut name = Phrase::from(crossing.name.clone());
        if let Some((_, _, words)) = &crossing.wording {
            name =
                name.line(super::LineManner::Second, format!("“{}”", crate::compose::one_text::shown(words)));
        }
        table.push(vec![
            name.into(),
            case.actor_name(crossing.actor).to_owned().into(),
            case.issue(crossing.issue).name.clone().into(),
            Piece::Chance(Chance::from(crossing.share)).into(),
        ]);
    }
    blocks.extend(Block::read(
        table,
        "Words cross a red line if it refuses every option that they word: in which share of the worlds drawn, since where a line runs may be \
         uncertain. A wording of a bracket is named; a clause without one crosses it whichever way it is settled.",
    ));
    let named = |clauses: Vec<&Clause>| -> String {
        let names: Vec<String> = clauses.into_iter().map(|clause| name_of(version, clause)).collect();
        words::list(&names)
    };
    let (free, unknown): (Vec<&Clause>, Vec<&Clause>) =
        (found.unopposed().collect(), found.unknown().collect());
    let mut said = Vec::new();
    if found.package.is_none() && !free.is_empty() {
        said.push(format!("Nobody objects to: {}.", named(free)));
    }
    if !unknown.is_empty() {
        said.push(format!(
            "Nothing in the model knows: {}. What they are worth to anybody is not in any figure here.",
            named(unknown)
        ));
    }
    if !said.is_empty() {
        blocks.push(Block::list(said).apart());
    }
    Section::new("against", "What stands against which clause", blocks)
}

/// The sources that objections cite, by their numbers.
fn cited(found: &TextFound) -> Vec<usize> {
    let objections = found.version.clauses().flat_map(|clause| &clause.objections);
    objections
        .flat_map(|objection| &objection.cites)
        .map(|cite| found.case.source_number(cite.source))
        .collect()
}

/// Options by issue in a sentence: `Length of the pledge: 90 days, 135 days`.
pub(super) fn by_issue(
    case: &detente_model::Case,
    options: &[(detente_model::IssueId, Vec<usize>)],
) -> String {
    let when = detente_model::Combination(options.to_vec());
    Ties { about: Vec::new(), when }.told(case)
}

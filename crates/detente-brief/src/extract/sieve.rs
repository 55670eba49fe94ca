//! What of a page stays in an extract: a walk over its tree.
//!
//! What carries the [mark](super::marks), or names somebody who is left out, goes with the smallest thing that makes sense without it: a line
//! of a cell, an item of a list, a row, a column, a plot, a paragraph. What only led up to it or explained it goes with it. A section in
//! which a mark is left after that goes whole, so that nothing that this walk does not know of can slip through.

use serde::Serialize;

use super::left_out::LeftOut;
use super::marks::{MARK, is_marked};
use crate::compose::sentence::Sentence;
use crate::page::{
    Arrow, Block, Cite, Content, Data, Head, IN_JSON, IN_THE_ANNEX, Illustration, Layout, LineManner, Page,
    Part, Phrase, Piece, Plot, Row, Section, SourceNote, Table, Wording, in_annex_as,
};

/// Sorts what stays from what is left out, and counts the latter.
pub(super) struct Sieve<'a> {
    left: &'a LeftOut,
    /// The looks of principals who are left out.
    looks: Vec<usize>,
    /// How many blocks, rows, columns, lines and the like were left out.
    pub left_out: usize,
}

impl<'a> Sieve<'a> {
    pub fn new(left: &'a LeftOut) -> Self {
        Self { left, looks: Vec::new(), left_out: 0 }
    }

    /// The page without what is left out.
    pub fn page(&mut self, page: Page) -> Page {
        let head = page.head.map(|head| self.head(head));
        let mut sections: Vec<Section> =
            page.sections.into_iter().filter_map(|section| self.section(section)).collect();
        let annexed: Vec<&'static str> =
            sections.iter().filter(|section| section.annex).map(|section| section.id).collect();
        for section in &mut sections {
            let there = !section.annex && annexed.contains(&in_annex_as(section.id));
            elsewhere(&mut section.blocks, there, self.left.nobody());
        }
        let foot = page.foot.filter(|foot| !self.tells(foot));
        Page { head, sections, foot }
    }

    /// Whether a text tells of what is left out.
    fn tells(&self, text: &str) -> bool {
        is_marked(text) || self.left.named_in(text)
    }

    /// What stays, counting what does not.
    fn counted<T>(&mut self, kept: Option<T>) -> Option<T> {
        self.left_out += usize::from(kept.is_none());
        kept
    }

    /// The text, unless it tells of what is left out.
    fn text(&mut self, text: String) -> Option<String> {
        let kept = (!self.tells(&text)).then_some(text);
        self.counted(kept)
    }

    fn head(&mut self, head: Head) -> Head {
        let (gone, principals): (Vec<_>, Vec<_>) =
            head.principals.into_iter().partition(|face| self.tells(&face.name));
        self.left_out += gone.len();
        let principals_left_out = !gone.is_empty();
        self.looks = gone.into_iter().map(|face| face.look).collect();
        let others = head.others.into_iter().filter(|(_, names)| !self.tells(names)).collect();
        Head {
            title: self.text(head.title).unwrap_or_else(|| "A case whose title is left out".to_owned()),
            set: head.set.and_then(|set| self.text(set)),
            without: head.without.and_then(|without| self.text(without)),
            headline: (head.headline.into_iter())
                .filter_map(|sentence| self.text(sentence.text).map(Sentence::from))
                .collect(),
            principals,
            principals_left_out,
            others,
            summary: head.summary.and_then(|summary| self.text(summary)),
            ..head
        }
    }

    fn section(&mut self, section: Section) -> Option<Section> {
        let heading = self.wording(section.heading).unwrap_or_default();
        let blocks = self.blocks(section.blocks);
        let kept = (!blocks.is_empty()).then_some(Section { heading, blocks, ..section });
        kept.filter(|section| !carries_a_mark(section))
    }

    /// The blocks that stay. What leads up to a block that does not, or explains it, goes with it.
    fn blocks(&mut self, blocks: Vec<Block>) -> Vec<Block> {
        let mut kept: Vec<Block> = Vec::new();
        // Whether the last block of the page is the last one kept, and whether the one before was left out.
        let (mut follows, mut gone) = (false, false);
        for block in blocks {
            let explains =
                matches!(&block.content, Content::Paragraph { part: Part::How | Part::Elsewhere, .. });
            if gone && explains {
                continue;
            }
            if let Some(block) = self.block(block) {
                (follows, gone) = (true, false);
                kept.push(block);
            } else {
                if follows && kept.last().is_some_and(leads_up) {
                    kept.pop();
                }
                (follows, gone) = (false, true);
            }
        }
        // A heading at the end has nothing below it.
        while gone && kept.last().is_some_and(leads_up) {
            kept.pop();
        }
        kept
    }

    fn block(&mut self, block: Block) -> Option<Block> {
        let Block { shown, apart, content } = block;
        let content = match content {
            Content::Paragraph { part, text } => {
                self.wording(text).map(|text| Content::Paragraph { part, text })
            }
            Content::Heading(text) => self.wording(text).map(Content::Heading),
            Content::List { numbered, items } => {
                let some = !items.is_empty();
                let items: Vec<Wording> = items.into_iter().filter_map(|item| self.wording(item)).collect();
                (!(some && items.is_empty())).then_some(Content::List { numbered, items })
            }
            Content::Table(table) => self.table(table).map(Content::Table),
            Content::Figure(figure) => self.figure(figure).map(Content::Figure),
            Content::Framed(blocks) => {
                let some = !blocks.is_empty();
                let blocks = self.blocks(blocks);
                (!(some && blocks.is_empty())).then_some(Content::Framed(blocks))
            }
            Content::Folded { summary, open, blocks } => {
                let summary = self.wording(summary);
                let blocks = self.blocks(blocks);
                let summary = summary.filter(|_| !blocks.is_empty());
                summary.map(|summary| Content::Folded { summary, open, blocks })
            }
            Content::Sources(notes) => self.sources(notes).map(Content::Sources),
            // The same in every case: nothing of this one is in it.
            Content::Record(records) => Some(Content::Record(records)),
        };
        content.map(|content| Block { shown, apart, content })
    }

    fn sources(&mut self, notes: Vec<SourceNote>) -> Option<Vec<SourceNote>> {
        let some = !notes.is_empty();
        let keep = |note: &SourceNote| !self.left.noted(note.note) && !self.tells(&note.title);
        let (kept, gone): (Vec<SourceNote>, Vec<SourceNote>) = notes.into_iter().partition(keep);
        self.left_out += gone.len();
        let locator = |locator: String| (!self.tells(&locator)).then_some(locator);
        let kept: Vec<SourceNote> = kept
            .into_iter()
            .map(|note| SourceNote { locator: note.locator.and_then(locator), ..note })
            .collect();
        (!(some && kept.is_empty())).then_some(kept)
    }

    /// Columns that are about somebody left out go; then rows that name them, but for cells beside the point.
    fn table(&mut self, table: Table) -> Option<Table> {
        let mut keep = Vec::new();
        let mut columns = Vec::new();
        for column in table.columns {
            let name = self.wording(column.name);
            let stands_for = column.stands_for.map(|what| self.wording(what));
            let stays = name.is_some() && stands_for != Some(None);
            keep.push(stays);
            if let Some(name) = name.filter(|_| stays) {
                let stands_for = stands_for.flatten();
                columns.push(crate::page::Column { name, stands_for, ..column });
            }
        }
        let had_rows = !table.rows.is_empty();
        let parties = table.layout == Layout::Parties;
        let beside: Vec<bool> =
            columns.iter().enumerate().map(|(place, column)| column.beside || parties && place > 0).collect();
        let mut rows = Vec::new();
        for row in table.rows {
            let cells = row.cells.into_iter().zip(&keep).filter(|(_, keep)| **keep).map(|(cell, _)| cell);
            let cells = cells.zip(&beside).map(|(cell, beside)| match self.wording(cell) {
                None if *beside => Some(Piece::Nothing("left out".to_owned()).into()),
                kept => kept,
            });
            // Every cell is looked at, so that the count does not depend on which comes first.
            let cells: Vec<Option<Wording>> = cells.collect();
            let cells: Option<Vec<Wording>> = cells.into_iter().collect();
            rows.extend(cells.map(|cells| Row { shown: row.shown, cells, figure: row.figure }));
        }
        let caption = table.caption.and_then(|caption| self.wording(caption));
        let lost_all = had_rows && rows.is_empty() || keep.len() > 1 && columns.len() < 2;
        (!lost_all).then_some(Table { layout: table.layout, caption, columns, rows })
    }

    fn figure(&mut self, figure: Illustration) -> Option<Illustration> {
        let some = !figure.panels.is_empty();
        let mut panels = Vec::new();
        for panel in figure.panels {
            let caption = panel.caption.map(|caption| self.phrase(caption));
            let plot = self.plot(panel.plot);
            if caption != Some(None)
                && let Some(plot) = plot
            {
                panels.push(crate::page::Panel { caption: caption.flatten(), plot });
            }
        }
        let title = panels.first().map(|panel| Phrase::from(format!("{}.", panel.plot.title)));
        let caption = self.phrase(figure.caption).or(title).unwrap_or_default();
        let how = figure.how.and_then(|how| self.wording(how));
        (!(some && panels.is_empty())).then_some(Illustration { caption, panels, how, ..figure })
    }

    fn plot(&mut self, plot: Plot) -> Option<Plot> {
        let title = self.text(plot.title)?;
        let desc = self.text(plot.desc).unwrap_or_else(|| title.clone());
        let data = self.data(plot.data);
        let data = self.counted(data)?;
        Some(Plot { id: plot.id, title, desc, data })
    }

    fn data(&mut self, data: Data) -> Option<Data> {
        match data {
            Data::Pair(mut pair) => {
                if pair.faces.iter().any(|face| self.tells(&face.name)) {
                    return None;
                }
                for point in &mut pair.named {
                    point.roles.retain(|role| !self.tells(role));
                }
                Some(Data::Pair(pair))
            }
            Data::Acceptance(mut shown) => {
                let keep: Vec<bool> = shown.faces.iter().map(|face| !self.tells(&face.name)).collect();
                retain(&mut shown.faces, &keep);
                shown.rows.iter_mut().for_each(|row| retain(&mut row.each, &keep));
                Some(Data::Acceptance(shown))
            }
            Data::TradeOff(mut shown) => {
                shown.marks.retain(|mark| !self.tells(&mark.name));
                (!shown.marks.is_empty()).then_some(Data::TradeOff(shown))
            }
            Data::Envelope(mut shown) => {
                shown.lines.retain(|line| !self.tells(&line.name) && !self.tells(&line.name_and_more));
                (!self.tells(&shown.holder.name) && !shown.lines.is_empty()).then_some(Data::Envelope(shown))
            }
            Data::Handovers(mut shown) => {
                shown.sides.retain(|side| !self.tells(&side.face.name));
                shown.stop = shown.stop.filter(|stop| !self.tells(&stop.who));
                (!shown.sides.is_empty()).then_some(Data::Handovers(shown))
            }
            Data::Outlook(mut shown) => {
                for step in &mut shown.steps {
                    step.who.retain(|who| !self.tells(who));
                }
                Some(Data::Outlook(shown))
            }
            Data::Sweep(shown) => {
                (!self.tells(&shown.along) && !self.tells(&shown.given)).then_some(Data::Sweep(shown))
            }
            Data::States(mut shown) => {
                let keep: Vec<bool> = shown.faces.iter().map(|face| !self.tells(&face.name)).collect();
                let before = |party: usize| keep.iter().take(party).filter(|keep| **keep).count();
                shown.arrows.retain(|arrow| keep.get(arrow.party) == Some(&true));
                for arrow in &mut shown.arrows {
                    *arrow = Arrow { party: before(arrow.party), ..*arrow };
                }
                retain(&mut shown.faces, &keep);
                for state in &mut shown.states {
                    state.what.retain(|line| !self.tells(line));
                }
                Some(Data::States(shown))
            }
            Data::Survival(shown) => Some(Data::Survival(shown)),
            Data::Means(mut shown) => {
                shown.rows.retain(|row| !self.tells(&row.name));
                (!shown.rows.is_empty()).then_some(Data::Means(shown))
            }
            Data::Shares(mut shown) => {
                shown.lines.retain(|line| !self.tells(&line.name));
                (!shown.lines.is_empty()).then_some(Data::Shares(shown))
            }
            Data::Stands(mut shown) => {
                shown.rows.retain(|row| !self.tells(&row.name));
                (!self.tells(&shown.along) && !shown.rows.is_empty()).then_some(Data::Stands(shown))
            }
            Data::Turns(mut shown) => {
                shown.lines.retain(|line| !self.tells(&line.name));
                (!self.tells(&shown.up) && !shown.lines.is_empty()).then_some(Data::Turns(shown))
            }
            Data::Replies(shown) => {
                (!shown.names.iter().any(|name| self.tells(name))).then_some(Data::Replies(shown))
            }
        }
    }

    fn wording(&mut self, wording: Wording) -> Option<Wording> {
        let had_some = !wording.full().is_empty() || !wording.short.is_empty();
        let short = self.phrase_within(wording.short);
        let full = wording.full.map(|full| self.phrase_within(full));
        let kept = match (short, full) {
            (Some(short), None) => Some(Wording { short, full: None }),
            (Some(short), Some(Some(full))) => Some(Wording { short, full: Some(full) }),
            _ => None,
        };
        // What consisted of nothing but lines left out is left out itself.
        let empty = |wording: &Wording| wording.full().is_empty() && wording.short.is_empty();
        let kept = kept.filter(|wording| !had_some || !empty(wording));
        self.counted(kept)
    }

    fn phrase(&mut self, phrase: Phrase) -> Option<Phrase> {
        let kept = self.phrase_within(phrase);
        self.counted(kept)
    }

    /// A phrase without the lines and notes that are left out; nothing if what else it says is.
    fn phrase_within(&mut self, phrase: Phrase) -> Option<Phrase> {
        let mut kept = Vec::new();
        for piece in phrase.0 {
            match piece {
                Piece::Plain(ref words)
                | Piece::Strong(ref words)
                | Piece::Judgement(ref words)
                | Piece::Nothing(ref words)
                | Piece::Out(ref words)
                | Piece::In(ref words)
                | Piece::Aloud(ref words) => {
                    if self.tells(words) {
                        return None;
                    }
                    kept.push(piece);
                }
                Piece::Path(ref path) => {
                    if self.tells(path) || self.left.names_one(path) {
                        return None;
                    }
                    kept.push(piece);
                }
                Piece::Party(ref face) => {
                    if self.tells(&face.name) {
                        return None;
                    }
                    kept.push(piece);
                }
                Piece::Mark(look) => {
                    if self.looks.contains(&look) {
                        return None;
                    }
                    kept.push(piece);
                }
                Piece::Chance(_) | Piece::Weight { .. } => kept.push(piece),
                Piece::Ground { cites, line } => kept.extend(self.ground(cites, line)),
                Piece::Line { manner, text } => {
                    if manner == LineManner::Ground && text.is_empty() {
                        continue;
                    }
                    let text = self.phrase(text).filter(|text| !text.is_empty());
                    kept.extend(text.map(|text| Piece::Line { manner, text }));
                }
            }
        }
        Some(Phrase(kept))
    }

    /// What a figure rests on. One whose sources are all left out is no judgement, and says nothing instead.
    fn ground(&mut self, cites: Vec<Cite>, line: Option<usize>) -> Option<Piece> {
        if self.left.all_sources {
            self.left_out += 1;
            return None;
        }
        let had_some = !cites.is_empty();
        let stays = |cite: &Cite| !self.left.noted(cite.note);
        let cites: Vec<Cite> = cites
            .into_iter()
            .filter(stays)
            .map(|cite| Cite {
                locator: cite.locator.filter(|locator| !self.left.names_one(locator)),
                what: if self.tells(&cite.what) || self.left.names_one(&cite.what) {
                    "what stands here".to_owned()
                } else {
                    cite.what
                },
                note: cite.note,
            })
            .collect();
        (!(had_some && cites.is_empty())).then_some(Piece::Ground { cites, line })
    }
}

/// Makes true of an extract what is said of where more stands: in the annex only if that is handed over, and no count where some of what was
/// counted may be left out there too.
fn elsewhere(blocks: &mut [Block], in_annex: bool, everybody: bool) {
    for block in blocks {
        match &mut block.content {
            Content::Paragraph { part: Part::Elsewhere, text } => {
                for phrase in std::iter::once(&mut text.short).chain(&mut text.full) {
                    for piece in &mut phrase.0 {
                        if let Piece::Plain(words) = piece {
                            *words = where_more_is(words, in_annex, everybody);
                        }
                    }
                }
            }
            Content::Framed(blocks) | Content::Folded { blocks, .. } => {
                elsewhere(blocks, in_annex, everybody);
            }
            _ => {}
        }
    }
}

fn where_more_is(words: &str, in_annex: bool, everybody: bool) -> String {
    let counted = words.strip_suffix(IN_THE_ANNEX);
    match counted.or_else(|| words.strip_suffix(IN_JSON)) {
        None => words.to_owned(),
        Some(_) if counted.is_some() && in_annex && everybody => words.to_owned(),
        Some(_) if counted.is_some() && in_annex => {
            format!("More, as far as it is not left out, is{IN_THE_ANNEX}")
        }
        Some(_) if counted.is_none() && everybody => words.to_owned(),
        Some(more) if everybody => format!("{more} left out of this extract."),
        Some(_) => "More is left out of this extract.".to_owned(),
    }
}

/// Whether a block only leads up to the next one.
fn leads_up(block: &Block) -> bool {
    let ends_open = |text: &Phrase| matches!(text.0.last(), Some(Piece::Plain(words) | Piece::Strong(words)) if words.ends_with(':'));
    match &block.content {
        Content::Heading(_) => true,
        Content::Paragraph { text, .. } => ends_open(text.full()) || ends_open(&text.short),
        _ => false,
    }
}

/// The items that stay.
fn retain<T>(items: &mut Vec<T>, keep: &[bool]) {
    let mut keep = keep.iter();
    items.retain(|_| keep.next().copied().unwrap_or(false));
}

/// Whether a mark stands anywhere in a part of a page.
pub(super) fn carries_a_mark(part: &impl Serialize) -> bool {
    // What cannot be written cannot be looked through, and is not handed over.
    serde_json::to_string(part).map_or(true, |text| text.contains(MARK))
}

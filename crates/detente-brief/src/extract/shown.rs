//! Every number that a page shows, with the words around it, at the precision at which it is shown.
//!
//! Two pages are compared number by number. A number is known by where it stands: its section, the row and the column of a table, and the
//! words around it with the numbers taken out. Where the words are others, so that a number of the one page has no counterpart on the other,
//! that is told as a change of words.

use std::collections::BTreeMap;

use serde_json::Value;

use super::printed::numbers;
use crate::page::{Block, ColumnHolds, Content, Data, LineManner, Page, Phrase, Piece, Table, Wording};

/// What a plot shows can be read off to a thousandth of what it spans.
const IN_PLOTS: f64 = 0.001;
/// So many letters of a long sentence are told to either side of a number.
const AROUND: usize = 80;
/// The last digit of a share in per cent.
const PER_CENT: f64 = 0.01;

/// A number as shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Shown {
    /// Its value; a per cent is a hundredth.
    pub value: f64,
    /// The value of its last digit.
    pub unit: f64,
}

impl Shown {
    /// The value in units of its last digit.
    pub fn digits(self) -> f64 {
        (self.value / self.unit).round()
    }
}

/// The numbers that stand in one place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    /// The heading of the section.
    pub section: String,
    /// The words around the numbers, with `#` for each number.
    pub words: String,
    /// The same as it stands there.
    pub said: String,
    /// The numbers in reading order.
    pub numbers: Vec<Shown>,
}

impl Place {
    /// The words between a number and the next one, or the end.
    pub fn between(&self, number: usize) -> Option<&str> {
        self.words.split('#').nth(number + 1)
    }

    /// The words before the first number.
    pub fn before_first(&self) -> Option<&str> {
        self.words.split('#').next()
    }

    /// What stands there, or as much of it as one can take in.
    pub fn quoted(&self) -> String {
        let said = self.said.trim();
        match said.char_indices().nth(2 * AROUND) {
            Some((end, _)) => format!("{}…", &said[..end]),
            None => said.to_owned(),
        }
    }

    /// The sentence in which a number stands, or as much of it as one can take in.
    pub fn around(&self, number: usize) -> String {
        let at = self.words.match_indices('#').nth(number).map_or(0, |(at, _)| at);
        let from = self.words[..at].rfind(". ").map_or(0, |end| end + 2);
        let to = self.words[at..].find(". ").map_or(self.words.len(), |end| at + end + 1);
        let (mut begin, mut end) = (from, to);
        if end - begin > 2 * AROUND {
            let before = self.words[from..at].chars().rev().take(AROUND).map(char::len_utf8);
            let after = self.words[at..to].chars().take(AROUND).map(char::len_utf8);
            (begin, end) = (at - before.sum::<usize>(), at + after.sum::<usize>());
        }
        let [before, after] = [begin > from, end < to].map(|cut| if cut { "…" } else { "" });
        format!("{before}{}{after}", self.words[begin..end].trim())
    }
}

/// All places of a page by what they are known by.
pub(super) type ShownNumbers = BTreeMap<String, Place>;

/// Every number that a page shows in either version.
pub(super) fn shown(page: &Page) -> ShownNumbers {
    let mut reader =
        Reader { places: BTreeMap::new(), id: "headline", section: "Where things stand".to_owned() };
    if let Some(head) = &page.head {
        let beside = head.others.iter().map(|(_, names)| names);
        let head = [head.title.as_str()].into_iter().chain(head.headline.iter().map(AsRef::as_ref)).chain(
            head.set.iter().chain(&head.without).chain(&head.summary).chain(beside).map(String::as_str),
        );
        for sentence in head {
            reader.say("", &[&Phrase::from(sentence)]);
        }
    }
    for section in &page.sections {
        let heading = raw(section.heading.full());
        reader.id = section.id;
        reader.section = if heading.is_empty() { section.id.to_owned() } else { heading };
        reader.wording("", &section.heading);
        reader.blocks(&section.blocks);
    }
    reader.places
}

/// The paths of the case file that a page shows.
pub(super) fn paths(page: &Page) -> Vec<String> {
    fn of_phrase(phrase: &Phrase, paths: &mut Vec<String>) {
        for piece in &phrase.0 {
            match piece {
                Piece::Path(path) => paths.push(path.clone()),
                Piece::Line { text, .. } => of_phrase(text, paths),
                _ => {}
            }
        }
    }
    fn of_blocks(blocks: &[Block], paths: &mut Vec<String>) {
        for block in blocks {
            match &block.content {
                Content::Table(table) => {
                    let cells = table.rows.iter().flat_map(|row| &row.cells);
                    cells.for_each(|cell| of_phrase(cell.full(), paths));
                }
                Content::Framed(blocks) | Content::Folded { blocks, .. } => of_blocks(blocks, paths),
                _ => {}
            }
        }
    }
    let mut paths = Vec::new();
    page.sections.iter().for_each(|section| of_blocks(&section.blocks, &mut paths));
    paths
}

struct Reader {
    places: ShownNumbers,
    id: &'static str,
    section: String,
}

impl Reader {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.content {
                Content::Paragraph { text, .. } | Content::Heading(text) => self.wording("", text),
                Content::List { items, .. } => items.iter().for_each(|item| self.wording("", item)),
                Content::Table(table) => self.table(table),
                Content::Figure(figure) => {
                    self.say("", &[&figure.caption]);
                    for panel in &figure.panels {
                        panel.caption.iter().for_each(|caption| self.say("", &[caption]));
                        for text in [&panel.plot.title, &panel.plot.desc] {
                            self.say(&panel.plot.id, &[&Phrase::from(text.as_str())]);
                        }
                        self.plot(&panel.plot.id, &panel.plot.title, &panel.plot.data);
                    }
                    figure.how.iter().for_each(|how| self.wording("", how));
                }
                Content::Framed(blocks) => self.blocks(blocks),
                Content::Folded { summary, blocks, .. } => {
                    self.wording("", summary);
                    self.blocks(blocks);
                }
                // The same in every case: no figure of this one is in it.
                Content::Record(_) => {}
                Content::Sources(notes) => {
                    for note in notes {
                        let words = [Some(note.title.as_str()), note.locator.as_deref()];
                        words.into_iter().flatten().for_each(|words| self.say("", &[&Phrase::from(words)]));
                    }
                }
            }
        }
    }

    fn wording(&mut self, context: &str, wording: &Wording) {
        match &wording.full {
            Some(full) => self.say(context, &[&wording.short, full]),
            None => self.say(context, &[&wording.short]),
        }
    }

    /// A row is known by the words that name it, whatever numbers are among them.
    fn table(&mut self, table: &Table) {
        table.caption.iter().for_each(|caption| self.wording("", caption));
        for column in &table.columns {
            column.stands_for.iter().for_each(|what| self.wording("", what));
        }
        for row in &table.rows {
            let names = table.columns.iter().zip(&row.cells).enumerate().filter(|(place, (column, _))| {
                *place == 0 || matches!(column.holds, ColumnHolds::Label | ColumnHolds::Letter)
            });
            let row_name: Vec<String> = names.map(|(_, (_, cell))| raw(cell.full())).collect();
            let row_name = row_name.join(" · ");
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                self.wording(&format!("{row_name}, {}", raw(column.name.full())), cell);
            }
        }
    }

    /// Texts that say the same, in one version each.
    fn say(&mut self, context: &str, phrases: &[&Phrase]) {
        for phrase in phrases {
            let mut told = Told::default();
            told.phrase(phrase);
            let mut place = told.placed(&self.section);
            match context.trim_matches([',', ' ']) {
                "" => {}
                // A number in the context has its place where the context is told.
                context => place.words = format!("{}: {}", context.replace('#', "＃"), place.words),
            }
            self.put(place);
        }
    }

    fn put(&mut self, place: Place) {
        let words = &place.words;
        if words.is_empty() && place.numbers.is_empty() {
            return;
        }
        // What is said twice in the same words stands twice.
        let mut nth = 0;
        let key = loop {
            let key = format!("{}|{words}|{nth}", self.id);
            if !self.places.contains_key(&key) {
                break key;
            }
            nth += 1;
        };
        self.places.insert(key, place);
    }

    fn plot(&mut self, id: &str, title: &str, data: &Data) {
        let Ok(value) = serde_json::to_value(data) else { return };
        let mut told = Told::default();
        let mut labels = Vec::new();
        told.value(&value, &mut labels);
        let count = told.numbers.len();
        let words = format!("the plot “{title}”");
        let place =
            Place { section: self.section.clone(), said: words.clone(), words, numbers: told.numbers };
        self.places.insert(format!("{}|plot {id} of {count}", self.id), place);
        // What is written in the plot.
        for label in labels.iter().filter(|label| label.chars().any(char::is_numeric)) {
            self.say(id, &[&Phrase::from(label.as_str())]);
        }
    }
}

/// Words with `#` in the place of numbers, and the numbers.
#[derive(Default)]
pub(super) struct Told {
    words: String,
    said: String,
    numbers: Vec<Shown>,
}

impl Told {
    /// The place in a section where this is told.
    pub fn placed(self, section: &str) -> Place {
        Place {
            section: section.to_owned(),
            words: self.words.trim().to_owned(),
            said: self.said.trim().to_owned(),
            numbers: self.numbers,
        }
    }

    fn phrase(&mut self, phrase: &Phrase) {
        for piece in &phrase.0 {
            match piece {
                Piece::Plain(text)
                | Piece::Strong(text)
                | Piece::Path(text)
                | Piece::Judgement(text)
                | Piece::Nothing(text)
                | Piece::Out(text)
                | Piece::In(text) => self.text(text),
                Piece::Party(face) => self.text(&face.name),
                Piece::Aloud(_)
                | Piece::Mark(_)
                | Piece::Ground { .. }
                | Piece::Line { manner: LineManner::Ground, .. } => {}
                Piece::Chance(chance) => self.shares([chance.value, chance.low, chance.high]),
                Piece::Weight { central, range: [low, high] } => self.shares([*central, *low, *high]),
                Piece::Line { text, .. } => {
                    self.words.push(' ');
                    self.said.push(' ');
                    self.phrase(text);
                }
            }
        }
    }

    fn shares(&mut self, shares: [f64; 3]) {
        self.words.push_str("# (#–#)");
        let [value, low, high] = shares.map(|share| format!("{:.0}", share * 100.0));
        self.said.push_str(&format!("{value} % ({low}–{high})"));
        self.numbers.extend(shares.map(|value| Shown { value, unit: PER_CENT }));
    }

    /// A text with its numbers. A sign is part of its number, so that a number that changes sign stays the same number.
    pub fn text(&mut self, text: &str) {
        self.said.push_str(text);
        let plain = |words: Option<&str>| words.unwrap_or_default().replace('#', "＃");
        let mut from = 0;
        for number in numbers(text) {
            self.words.push_str(&plain(text.get(from..number.from)));
            self.words.push('#');
            self.numbers.push(Shown { value: number.value, unit: number.unit });
            from = number.to;
        }
        self.words.push_str(&plain(text.get(from..)));
    }

    /// The numbers of a plot.
    fn value(&mut self, value: &Value, labels: &mut Vec<String>) {
        match value {
            Value::Number(number) => {
                let value = number.as_f64().unwrap_or(0.0);
                let unit = IN_PLOTS * 10f64.powf(value.abs().max(1.0).log10().ceil());
                self.numbers.push(Shown { value, unit });
            }
            Value::Array(values) => values.iter().for_each(|value| self.value(value, labels)),
            Value::Object(values) => values.values().for_each(|value| self.value(value, labels)),
            Value::String(label) => labels.push(label.clone()),
            Value::Null | Value::Bool(_) => {}
        }
    }
}

/// A phrase as plain words.
fn raw(phrase: &Phrase) -> String {
    let mut out = String::new();
    for piece in &phrase.0 {
        match piece {
            Piece::Plain(text)
            | Piece::Strong(text)
            | Piece::Path(text)
            | Piece::Judgement(text)
            | Piece::Nothing(text)
            | Piece::Out(text)
            | Piece::In(text) => out.push_str(text),
            Piece::Party(face) => out.push_str(&face.name),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Shown, Told};

    #[test]
    fn words_keep_the_places_of_their_numbers() {
        let mut told = Told::default();
        told.text("A1 in 22 % (20–24): −0.12 of #3.");
        assert_eq!(told.words, "A1 in # % (#–#): # of ＃#.");
        let shown = |value, unit| Shown { value, unit };
        let expected =
            [shown(0.22, 0.01), shown(0.2, 0.01), shown(0.24, 0.01), shown(-0.12, 0.01), shown(3.0, 1.0)];
        assert_eq!(told.numbers, expected);
        let place = told.placed("s");
        assert_eq!((place.between(1), place.between(4)), (Some("–"), Some(".")));
        assert_eq!(
            (place.before_first(), place.quoted().as_str()),
            (Some("A1 in "), "A1 in 22 % (20–24): −0.12 of #3.")
        );
    }
}

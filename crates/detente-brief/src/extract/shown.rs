//! Every number that a page shows, with the words around it, at the precision at which it is shown.
//!
//! Two pages are compared number by number. A number is known by where it stands: its section, the row and the column of a table, and the
//! words around it with the numbers taken out. Where the words are others, so that a number of the one page has no counterpart on the other,
//! that is told as a change of words.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::page::{Block, ColumnHolds, Content, LineManner, Page, Phrase, Piece, Table, Wording};

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
    /// The words around the numbers.
    pub words: String,
    /// The numbers in reading order.
    pub numbers: Vec<Shown>,
}

impl Place {
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
        for sentence in &head.headline {
            reader.say("", &[&Phrase::from(sentence.as_str())]);
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
                }
                Content::Framed(blocks) => self.blocks(blocks),
                Content::Folded { summary, blocks, .. } => {
                    self.wording("", summary);
                    self.blocks(blocks);
                }
                Content::Sources(_) => {}
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
            let words = match (context.trim_matches([',', ' ']), told.words.trim()) {
                ("", words) => words.to_owned(),
                (context, words) => format!("{context}: {words}"),
            };
            self.put(&words, told.numbers);
        }
    }

    fn put(&mut self, words: &str, numbers: Vec<Shown>) {
        if words.is_empty() && numbers.is_empty() {
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
        let place = Place { section: self.section.clone(), words: words.to_owned(), numbers };
        self.places.insert(key, place);
    }

    fn plot(&mut self, id: &str, title: &str, data: &crate::page::Data) {
        let Ok(value) = serde_json::to_value(data) else { return };
        let mut told = Told::default();
        told.value(&value);
        let count = told.numbers.len();
        let place = Place {
            section: self.section.clone(),
            words: format!("the plot “{title}”"),
            numbers: told.numbers,
        };
        self.places.insert(format!("{}|plot {id} of {count}", self.id), place);
    }
}

/// Words with `#` in the place of numbers, and the numbers.
#[derive(Default)]
struct Told {
    words: String,
    numbers: Vec<Shown>,
}

impl Told {
    fn phrase(&mut self, phrase: &Phrase) {
        for piece in &phrase.0 {
            match piece {
                Piece::Plain(text)
                | Piece::Strong(text)
                | Piece::Path(text)
                | Piece::Judgement(text)
                | Piece::Nothing(text) => self.text(text),
                Piece::Party(face) => self.text(&face.name),
                Piece::Aloud(_)
                | Piece::Mark(_)
                | Piece::Ground { .. }
                | Piece::Line { manner: LineManner::Ground, .. } => {}
                Piece::Chance(chance) => self.shares([chance.value, chance.low, chance.high]),
                Piece::Weight { central, range: [low, high] } => self.shares([*central, *low, *high]),
                Piece::Line { text, .. } => {
                    self.words.push(' ');
                    self.phrase(text);
                }
            }
        }
    }

    fn shares(&mut self, shares: [f64; 3]) {
        self.words.push_str("# (#–#)");
        self.numbers.extend(shares.map(|value| Shown { value, unit: PER_CENT }));
    }

    /// A text with its numbers: digits, groups of thousands, a decimal point, a sign before them, and what follows that makes them per cent.
    fn text(&mut self, text: &str) {
        let letters: Vec<char> = text.chars().collect();
        let mut at = 0;
        while at < letters.len() {
            let before = at.checked_sub(1).map(|before| letters[before]);
            if !letters[at].is_ascii_digit() || before.is_some_and(|c| c.is_alphanumeric() || c == '.') {
                self.words.push(letters[at]);
                at += 1;
                continue;
            }
            let mut digits = String::new();
            let mut decimals = None;
            while at < letters.len() {
                let next = letters.get(at + 1).is_some_and(char::is_ascii_digit);
                match letters[at] {
                    digit if digit.is_ascii_digit() => {
                        digits.push(digit);
                        decimals = decimals.map(|n: i32| n + 1);
                    }
                    '\u{202f}' if next && decimals.is_none() => {}
                    '.' if next && decimals.is_none() => {
                        digits.push('.');
                        decimals = Some(0);
                    }
                    _ => break,
                }
                at += 1;
            }
            let rest = || letters[at..].iter().copied();
            let per_cent = rest().find(|c| !c.is_whitespace()) == Some('%')
                || rest()
                    .take(12)
                    .skip_while(|c| *c == '–' || c.is_ascii_digit())
                    .find(|c| !c.is_whitespace())
                    == Some('%');
            let mut unit = 10f64.powi(-decimals.unwrap_or(0));
            let mut value: f64 = digits.parse().unwrap_or(0.0);
            if matches!(before, Some('−' | '+')) {
                // The sign is part of the number, so that a number that changes sign stays the same number.
                self.words.pop();
                value *= if before == Some('−') { -1.0 } else { 1.0 };
            }
            if per_cent {
                (value, unit) = (value / 100.0, unit / 100.0);
            }
            self.words.push('#');
            self.numbers.push(Shown { value, unit });
        }
    }

    /// The numbers of a plot.
    fn value(&mut self, value: &Value) {
        match value {
            Value::Number(number) => {
                let value = number.as_f64().unwrap_or(0.0);
                let unit = IN_PLOTS * 10f64.powf(value.abs().max(1.0).log10().ceil());
                self.numbers.push(Shown { value, unit });
            }
            Value::Array(values) => values.iter().for_each(|value| self.value(value)),
            Value::Object(values) => values.values().for_each(|value| self.value(value)),
            Value::Null | Value::Bool(_) | Value::String(_) => {}
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
            | Piece::Nothing(text) => out.push_str(text),
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
    fn numbers_are_read_as_they_are_written() {
        let mut told = Told::default();
        told.text("A1 in 22 % (20–24): −0.12 of 112\u{202f}896, 3.5.");
        assert_eq!(told.words, "A1 in # % (#–#): # of #, #.");
        let shown = |value, unit| Shown { value, unit };
        assert_eq!(
            told.numbers,
            [
                shown(0.22, 0.01),
                shown(20.0, 1.0),
                shown(24.0, 1.0),
                shown(-0.12, 0.01),
                shown(112_896.0, 1.0),
                shown(3.5, 0.1),
            ]
        );
    }
}

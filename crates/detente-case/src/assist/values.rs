//! What a value can be, by the kind that the format asks for.

use super::complete::{CompletionKind, Offer};
use super::cursor::Cursor;
use super::pattern::numbers;
use crate::edit::layout::{Id, Layout};
use crate::format::{Kind, Names};
use crate::names::in_id;
use crate::text::Span;
use crate::write::Value;

/// The values that can come under a key of a table, or as a member of a list.
pub(super) fn offers(
    cursor: &mut Cursor<'_>,
    whole: &Layout<'_>,
    holder: Id,
    key: Option<&str>,
) -> Vec<Offer> {
    let layout = &cursor.before.layout;
    let Some(kind) = layout.kind_of_place(holder, key) else { return Vec::new() };
    let issue = layout.issue_of_what_comes(holder, key);
    let mut found = Vec::new();
    if cursor.in_quotes && has_formula(kind) {
        // In a statement about moves only the word is replaced.
        let word = cursor
            .typed
            .rfind(|c| !in_id(c))
            .map_or(0, |at| at + cursor.typed[at..].chars().next().map_or(1, char::len_utf8));
        let start = cursor.span.start + 1 + word;
        let end = cursor.span.start + 1 + cursor.typed.len();
        cursor.typed = &cursor.typed[word..];
        cursor.span = Span::new(start, end);
        for named in whole.named(Names::Move) {
            found.push(Offer::new(&named.id, &named.id, CompletionKind::Id).detail(named.words()));
        }
        return found;
    }
    let place = Place { whole, issue: issue.as_deref(), key };
    place.of(kind, &mut found);
    // In quotes only a text can come.
    found.retain(|offer| !cursor.in_quotes || offer.insert.starts_with('"'));
    found
}

fn has_formula(kind: &Kind) -> bool {
    match kind {
        Kind::Formula => true,
        Kind::Either(kinds) => kinds.iter().any(has_formula),
        _ => false,
    }
}

struct Place<'w, 't> {
    whole: &'w Layout<'t>,
    issue: Option<&'w str>,
    key: Option<&'w str>,
}

impl Place<'_, '_> {
    fn of(&self, kind: &'static Kind, found: &mut Vec<Offer>) {
        match kind {
            Kind::Version => found.push(value("1").detail("version of the format")),
            Kind::Date => found.push(value(&self.whole.day()).detail("year-month-day, without quotes")),
            Kind::Truth => found.extend(["true", "false"].map(value)),
            Kind::Whole | Kind::Exact => found.push(value("1").detail("a number")),
            Kind::Number(bounds) => {
                let [_, one, range, likely] = numbers(*bounds);
                let within = bounds.words().map(|words| format!(", {words}")).unwrap_or_default();
                found.push(value(one).detail(format!("a number{within}")));
                found.push(value(range).detail("a range: low and high"));
                found.push(value(likely).detail("a range: low, most likely, high"));
            }
            Kind::Word(words) => found.extend(words.iter().map(|word| text(word, CompletionKind::Value))),
            Kind::Id(names) => self.ids(*names, "", found),
            Kind::Citation => self.ids(Names::Source, "", found),
            Kind::FromIssue => self.ids(Names::Issue, "issue:", found),
            Kind::Formula => self.ids(Names::Move, "", found),
            Kind::Grade => {
                for (letter, reliability) in RELIABILITY {
                    for (digit, credibility) in CREDIBILITY {
                        let offer = text(&format!("{letter}{digit}"), CompletionKind::Value);
                        found.push(offer.detail(format!("{reliability}; {credibility}")));
                    }
                }
            }
            Kind::Option => {
                let options = self.issue.map(|issue| self.whole.options(issue)).unwrap_or_default();
                for option in options {
                    let label = super::pattern::key_of(&option);
                    found.push(
                        Offer::new(label, option, CompletionKind::Option).doc("An option of the issue."),
                    );
                }
            }
            Kind::Text => self.names_in_text(found),
            Kind::List(of) => self.list(of, found),
            Kind::Table(_) | Kind::ByName(..) => {
                let table = self.whole.pattern(kind, self.issue);
                found.push(value(&table).detail("a table in braces to begin with"));
            }
            Kind::Either(kinds) => kinds.iter().for_each(|kind| self.of(kind, found)),
        }
    }

    fn ids(&self, names: Names, prefix: &str, found: &mut Vec<Offer>) {
        for named in self.whole.named(names) {
            let id = format!("{prefix}{}", named.id);
            found.push(text(&id, CompletionKind::Id).detail(named.words()));
        }
    }

    /// Texts that the decoders look up: who hands over first, and which lots an extension is of.
    fn names_in_text(&self, found: &mut Vec<Offer>) {
        match self.key {
            Some("handover") => {
                found.push(text("simultaneous", CompletionKind::Value).detail("both at the same moment"));
                self.ids(Names::Party, "", found);
            }
            Some("lot") | None => self.ids(Names::Lot, "", found),
            Some("schedule") => {
                for named in self.whole.schedules() {
                    found.push(text(&named.id, CompletionKind::Id).detail(named.what));
                }
            }
            _ => {}
        }
    }

    /// A list with one member each, and one with all of them where their order is what counts.
    fn list(&self, of: &'static Kind, found: &mut Vec<Offer>) {
        let mut members = Vec::new();
        match of {
            Kind::Text => {
                if self.key == Some("of") {
                    self.ids(Names::Lot, "", &mut members);
                }
            }
            _ => self.of(of, &mut members),
        }
        let ids: Vec<&str> = members
            .iter()
            .filter(|offer| offer.kind == CompletionKind::Id && offer.insert.starts_with('"'))
            .map(|offer| offer.insert.as_str())
            .collect();
        if self.key == Some("importance") && ids.len() > 1 {
            found.push(value(&format!("[{}]", ids.join(", "))).detail("all issues; put them in order"));
        }
        for member in members {
            found.push(Offer { insert: format!("[{}]", member.insert), ..member });
        }
        if found.is_empty() {
            found.push(value("[]").detail("an empty list"));
        }
    }
}

fn value(written: &str) -> Offer {
    Offer::new(written, written, CompletionKind::Value)
}

fn text(content: &str, kind: CompletionKind) -> Offer {
    Offer::new(content, Value::from(content).to_string(), kind)
}

/// The two halves of a grade, as the Admiralty scale words them.
pub(super) const RELIABILITY: [(&str, &str); 6] = [
    ("A", "completely reliable"),
    ("B", "usually reliable"),
    ("C", "fairly reliable"),
    ("D", "not usually reliable"),
    ("E", "unreliable"),
    ("F", "reliability cannot be judged"),
];
pub(super) const CREDIBILITY: [(&str, &str); 6] = [
    ("1", "confirmed by others"),
    ("2", "probably true"),
    ("3", "possibly true"),
    ("4", "doubtful"),
    ("5", "improbable"),
    ("6", "truth cannot be judged"),
];

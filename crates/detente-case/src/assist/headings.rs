//! The headings that a case file can have.

use super::complete::{CompletionKind, Offer};
use super::pattern::key_of;
use crate::edit::layout::{How, Id, Layout, ROOT};
use crate::format::{CASE, Kind, Names, Shape};
use crate::write::dotted;

/// Paths of so many keys are offered; longer ones once what is above them has been typed.
const AT_ONCE: usize = 2;

/// The headings that the format knows, with the ids of the text; those for which there is a table already are left out.
pub(super) fn offers(whole: &Layout<'_>, typed: &str) -> Vec<Offer> {
    let mut walk = Walk { whole, typed, path: Vec::new(), offers: Vec::new() };
    walk.table(&CASE, Some(ROOT), None);
    // Those with fewer keys first: a table before what is in it.
    walk.offers.sort_by_key(|(depth, _)| *depth);
    walk.offers.into_iter().map(|(_, offer)| offer).collect()
}

struct Walk<'w, 't> {
    whole: &'w Layout<'t>,
    typed: &'w str,
    path: Vec<String>,
    offers: Vec<(usize, Offer)>,
}

impl Walk<'_, '_> {
    /// What has headings in a table.
    fn table(&mut self, shape: &'static Shape, at: Option<Id>, issue: Option<&str>) {
        for key in shape.keys {
            self.under(key.name, &key.kind, at, issue, key.about);
        }
        if let Some((names, kind)) = shape.others {
            self.each(names, kind, at, issue, shape.about);
        }
    }

    /// What can stand under a key.
    fn under(
        &mut self,
        key: &str,
        kind: &'static Kind,
        at: Option<Id>,
        issue: Option<&str>,
        about: &'static str,
    ) {
        if self.path.len() >= AT_ONCE && !self.is_typed() {
            return;
        }
        let at = at.and_then(|at| self.whole.child(at, key));
        self.path.push(key.to_owned());
        match kind {
            Kind::Table(shape) => {
                self.offer(false, at, about);
                self.table(shape, at, issue);
            }
            Kind::List(Kind::Table(_)) => self.offer(true, at, about),
            Kind::ByName(Names::New, Kind::Table(shape)) => {
                self.path.push(String::from("id"));
                self.offer(false, None, shape.about);
                self.path.pop();
            }
            Kind::ByName(names, of @ Kind::Table(_)) => self.each(*names, of, at, issue, about),
            Kind::ByName(..) => self.offer(false, at, about),
            Kind::Either(kinds)
                if kinds.iter().any(|kind| matches!(kind, Kind::Table(_) | Kind::ByName(..))) =>
            {
                self.offer(false, at, about);
            }
            _ => {}
        }
        self.path.pop();
    }

    /// One for each name.
    fn each(
        &mut self,
        names: Names,
        kind: &'static Kind,
        at: Option<Id>,
        issue: Option<&str>,
        about: &'static str,
    ) {
        let Kind::Table(shape) = kind else { return };
        let named: Vec<String> = match names {
            Names::Option => issue
                .map(|issue| self.whole.options(issue).iter().map(|option| key_of(option)).collect())
                .unwrap_or_default(),
            _ => self.whole.named(names).into_iter().map(|named| named.id).collect(),
        };
        for name in named {
            let here = at.and_then(|at| self.whole.child(at, &name));
            self.path.push(name.clone());
            if self.path.len() <= AT_ONCE || self.is_typed_above() {
                self.offer(false, here, about);
                let issue = if names == Names::Issue { Some(name.as_str()) } else { issue };
                self.table(shape, here, issue);
            }
            self.path.pop();
        }
    }

    fn offer(&mut self, listed: bool, there: Option<Id>, about: &'static str) {
        let has_heading =
            there.is_some_and(|id| self.whole.node(id).statement.is_some() || self.whole.value(id).is_some());
        let more = there.is_some_and(|id| self.whole.node(id).how == How::Sections);
        if has_heading && !more {
            return;
        }
        let label = dotted(&self.path);
        let insert = if listed { format!("[[{label}]]") } else { format!("[{label}]") };
        let offer = Offer::new(label, insert, CompletionKind::Table)
            .detail(if listed { "one more of a list" } else { "a table" })
            .doc(about);
        self.offers.push((self.path.len(), offer));
    }

    /// Whether the path so far has been typed, with the dot behind it.
    fn is_typed(&self) -> bool {
        self.typed.len() > dotted(&self.path).len() && self.typed.starts_with(&dotted(&self.path))
    }

    fn is_typed_above(&self) -> bool {
        let above = dotted(&self.path[..self.path.len() - 1]);
        self.typed.len() > above.len() && self.typed.starts_with(&above)
    }
}

//! Names that are not known, or cannot be what they are.

use super::at::Mender;
use crate::assist::complete::names_of;
use crate::assist::pattern::TO_WRITE;
use crate::code::Code;
use crate::edit::kind::asks_for_ids;
use crate::edit::layout::{How, Id, ROOT};
use crate::format::{Kind, Names};
use crate::names::id_of;
use crate::text::{Span, quoted};
use crate::write::{Key, Value};

impl Mender<'_, '_> {
    /// The name that the reader thinks was meant.
    pub(super) fn meant(&mut self) {
        let Some(near) = self.fault.meant.clone() else { return };
        if let Some(id) = self.at_key() {
            let node = self.layout.node(id);
            let span = node.keys.iter().copied().find(|span| span.start == self.span.start);
            self.rekey(span.unwrap_or(self.span), &near);
            return;
        }
        let Some(id) = self.at_value() else {
            // A word in a statement about moves.
            self.fix(format!("write {}", quoted(&near)), vec![(self.span, near)]);
            return;
        };
        match self.layout.text_of(id) {
            Some(text) => {
                // A place in a source, and where a number comes from, stay.
                let prefix = if text.starts_with("issue:") { "issue:" } else { "" };
                let suffix = text
                    .find('#')
                    .filter(|_| self.code() == Code::UnknownSource)
                    .map_or("", |at| &text[at..]);
                self.set(id, Value::from(format!("{prefix}{near}{suffix}")).as_str());
            }
            None => self.set(id, &near),
        }
    }

    pub(super) fn of_names(&mut self) {
        match self.code() {
            Code::UnknownSource => self.unknown(Names::Source),
            Code::UnknownParty => self.unknown(Names::Party),
            Code::UnknownActor => self.unknown(Names::Actor),
            Code::UnknownIssue => self.unknown(Names::Issue),
            Code::UnknownProposition => self.unknown(Names::Proposition),
            Code::UnknownMove => self.unknown(Names::Move),
            Code::UnknownCommitment => self.unknown(Names::Commitment),
            Code::UnknownOption => self.unknown_option(),
            Code::BadId => self.bad_id(),
            Code::ReservedId => {
                let old = self.slice().to_owned();
                let new = format!("{}_issue", old.trim_matches(['"', '\'']));
                self.rename(Names::Issue, old.trim_matches(['"', '\'']), &new);
            }
            Code::SameId => {
                let new = format!("{}_audience", self.slice().trim_matches(['"', '\'']));
                self.rekey(self.span, &new);
            }
            Code::DuplicateClaim
            | Code::DuplicateForecast
            | Code::DuplicateCommitment
            | Code::DuplicateName => self.number_it(),
            _ => {}
        }
    }

    fn unknown(&mut self, names: Names) {
        let Some(id) = self.here() else { return };
        let written = match self.at_key() {
            Some(_) => self.layout.node(id).key.clone().unwrap_or_default(),
            None => self.layout.text_of(id).unwrap_or_default(),
        };
        let name = written.strip_prefix("issue:").unwrap_or(&written);
        let name = if names == Names::Source { name.split('#').next().unwrap_or("").trim() } else { name };
        let all = self.layout.named(names);
        // Where there is only one, or a few, any of them may have been meant.
        if self.fault.meant.is_none() && all.len() <= 3 {
            for named in &all {
                match self.at_key() {
                    Some(_) => self.rekey(self.span, &named.id),
                    None => self.set(id, Value::from(written.replacen(name, &named.id, 1)).as_str()),
                }
            }
        }
        self.declare(names, name);
        self.take_out(id);
        if let Some(whole) = self.member_around(id) {
            self.take_out(whole);
        }
    }

    /// Declares an id that is used.
    fn declare(&mut self, names: Names, id: &str) {
        let (table, body) = match names {
            Names::Source => ("sources", format!("title = \"{TO_WRITE}\"\n")),
            Names::Party => ("parties", format!("name = {}\nrole = \"other\"\n", Value::from(id).as_str())),
            Names::Proposition => ("propositions", format!("text = \"{TO_WRITE}\"\nprior = [0, 1]\n")),
            Names::Move => {
                let by = self.layout.named(Names::Party).into_iter().next();
                let Some(by) = by else { return };
                ("moves", format!("by = {}\ntext = \"{TO_WRITE}\"\n", Value::from(by.id).as_str()))
            }
            _ => return,
        };
        if crate::names::is_id(id) {
            let heading = format!("[{table}.{}]", Key::from(id).as_str());
            self.add_at_end(&format!("declare it: add {}", quoted(&heading)), &format!("{heading}\n{body}"));
        }
    }

    fn unknown_option(&mut self) {
        let Some(id) = self.here() else { return };
        let layout = self.layout;
        let (issue, written) = match self.at_key() {
            Some(key) => {
                let Some(table) = layout.node(key).parent else { return };
                (layout.issue_of_keys(table), layout.node(key).key.clone().unwrap_or_default())
            }
            None => (layout.issue_of_option(id).map(str::to_owned), layout.inline(id)),
        };
        let options = issue.as_deref().map(|issue| layout.options(issue)).unwrap_or_default();
        if let Ok(x) = written.parse::<f64>() {
            let away = |option: &String| option.parse::<f64>().map_or(f64::INFINITY, |y| (x - y).abs());
            let near = options.iter().min_by(|a, b| away(a).total_cmp(&away(b)));
            if let Some(near) = near {
                match self.at_key() {
                    Some(_) => self.rekey(self.span, near),
                    None => self.set(id, near),
                }
            }
        }
        let issues = self.child_of_root("issues");
        let issue = issue.and_then(|issue| layout.child(issues?, &issue));
        if let Some(list) = issue.and_then(|issue| layout.child(issue, "options")) {
            // A key says a text without its quotes.
            let is_text = written.parse::<f64>().is_err();
            let bare = is_text && self.at_key().is_some();
            let value = if bare { Value::from(&written).to_string() } else { written.clone() };
            self.append(list, &value);
        }
        self.take_out(id);
        if let Some(whole) = self.member_around(id) {
            self.take_out(whole);
        }
    }

    /// The member of a list of tables in which a thing stands: an interaction, a claim, a schedule.
    pub(super) fn member_around(&self, id: Id) -> Option<Id> {
        let mut at = self.layout.node(id).parent?;
        loop {
            let parent = self.layout.node(at).parent?;
            if self.layout.node(at).key.is_none()
                && matches!(self.layout.kind(parent), Some(Kind::List(Kind::Table(_))))
            {
                return Some(at);
            }
            at = parent;
        }
    }

    fn bad_id(&mut self) {
        let Some(id) = self.here() else { return };
        if self.at_key().is_none() {
            let Some(text) = self.layout.text_of(id) else { return };
            self.set(id, Value::from(id_of(&text)).as_str());
            return;
        }
        let node = self.layout.node(id);
        let (Some(old), Some(parent)) = (node.key.clone(), node.parent) else { return };
        let new = id_of(&old);
        let names = match self.layout.node(parent).key.as_deref() {
            Some("sources") => Names::Source,
            Some("parties") => Names::Party,
            Some("audiences") => Names::Actor,
            Some("issues") => Names::Issue,
            Some("propositions") => Names::Proposition,
            Some("moves") => Names::Move,
            _ => return,
        };
        if !new.is_empty() {
            self.rename(names, &old, &new);
        }
    }

    /// Gives something another id, wherever the text names it.
    fn rename(&mut self, names: Names, old: &str, new: &str) {
        let mut edits: Vec<(Span, String)> = Vec::new();
        for id in self.layout.ids().filter(|id| *id != ROOT) {
            let node = self.layout.node(id);
            let Some(parent) = node.parent else { continue };
            if node.key.as_deref() == Some(old) && self.names_it(parent, names) {
                edits.extend(node.keys.iter().map(|span| (*span, Key::from(new).as_str().to_owned())));
            }
            if let How::Scalar(span) = node.how
                && self.layout.kind(id).and_then(asks_for_ids).is_some_and(|asked| alike(asked, names))
                && let Some(text) = self.layout.text_of(id)
            {
                let (prefix, rest) =
                    text.strip_prefix("issue:").map_or(("", text.as_str()), |rest| ("issue:", rest));
                let (name, suffix) = match rest.find('#') {
                    Some(at) if names == Names::Source => rest.split_at(at),
                    _ => (rest, ""),
                };
                if name.trim() == old {
                    edits.push((span, Value::from(format!("{prefix}{new}{suffix}")).to_string()));
                }
            }
        }
        self.fix(format!("call it {} everywhere", quoted(new)), edits);
    }

    /// Whether the keys of a table name, or declare, things of a kind.
    fn names_it(&self, table: Id, names: Names) -> bool {
        let declares = self.layout.node(table).parent == Some(ROOT)
            && crate::assist::naming::tables(names)
                .iter()
                .any(|(declaring, _)| self.layout.node(table).key.as_deref() == Some(declaring));
        let mut found = declares;
        if let Some(kind) = self.layout.kind(table) {
            names_of(kind, &mut |asked, _| found |= alike(asked, names));
        }
        found
    }

    /// A second thing of a name gets a number.
    fn number_it(&mut self) {
        let Some(id) = self.at_value() else { return };
        let Some(text) = self.layout.text_of(id) else { return };
        for number in 2..6 {
            self.set(id, Value::from(format!("{text}-{number}")).as_str());
        }
    }
}

fn alike(asked: Names, names: Names) -> bool {
    let actors = [Names::Actor, Names::Party];
    asked == names || actors.contains(&asked) && actors.contains(&names)
}

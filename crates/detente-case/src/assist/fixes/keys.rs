//! Keys that are missing, not known, or of another type than the format asks for.

use super::at::Mender;
use crate::assist::complete::tables_of;
use crate::code::Code;
use crate::conform::parse_grade;
use crate::edit::layout::{How, Id, ROOT};
use crate::format::{CASE, Key as Declared, Kind};
use crate::meant::{days, number};
use crate::text::{Span, quoted};
use crate::write::{Key, Value};

impl Mender<'_, '_> {
    pub(super) fn of_keys(&mut self) {
        match self.code() {
            Code::UnknownKey | Code::TrustKey | Code::Blank | Code::NotFinite => {
                if self.code() == Code::Blank {
                    self.blank();
                }
                if let Some(id) = self.here() {
                    self.take_out(id);
                }
            }
            Code::MissingKey => self.missing(),
            Code::WrongType => self.wrong_type(),
            Code::UnknownWord => self.word(),
            Code::ControlCharacter => {
                if let Some(id) = self.at_value()
                    && let Some(text) = self.layout.text_of(id)
                {
                    let seen: String =
                        text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
                    self.set(id, Value::from(seen).as_str());
                }
            }
            Code::UnsupportedVersion => {
                if let Some(id) = self.at_value() {
                    self.set(id, "1");
                }
            }
            _ => {}
        }
    }

    fn blank(&mut self) {
        let Some(id) = self.at_value() else { return };
        // A thing without a name is called by its id until somebody gives it one.
        let owner = self.layout.node(id).parent.and_then(|table| self.layout.node(table).key.clone());
        if let Some(owner) = owner {
            self.set(id, Value::from(owner).as_str());
        }
    }

    fn missing(&mut self) {
        let table = match self.fault.span {
            Some(span)
                if span.start > 0 || self.here().is_some_and(|id| id != ROOT) && !self.is_of_file() =>
            {
                self.here()
            }
            _ => Some(ROOT),
        };
        let Some(table) = table else { return };
        let mut keys: Vec<&'static Declared> = Vec::new();
        if table == ROOT {
            keys.extend(CASE.keys.iter().filter(|key| key.required));
        } else if let Some(kind) = self.layout.kind(table) {
            tables_of(kind, &mut |shape| keys.extend(shape.keys.iter().filter(|key| key.required)));
        }
        // Which of them it is about, the trial will show.
        keys.retain(|key| self.layout.child(table, key.name).is_none());
        let issue = self.issue_around(table);
        for key in keys {
            if table == ROOT && self.of_the_top(key.name) {
                continue;
            }
            let value = self.layout.pattern(&key.kind, issue.as_deref());
            self.add(table, key.name, &value);
            for other in key.unless.iter().filter(|_| table != ROOT) {
                self.add(table, other, &value);
            }
        }
    }

    /// Whether the fault is about the file as a whole.
    fn is_of_file(&self) -> bool {
        self.fault.message.starts_with("the file ")
    }

    /// Tables at the top cannot be written on one line.
    fn of_the_top(&mut self, key: &str) -> bool {
        let lines = match key {
            "parties" => String::from(
                "[parties.one]\nname = \"One\"\nrole = \"principal\"\n\n[parties.other]\nname = \"Other\"\nrole = \"principal\"\n",
            ),
            "issues" => String::from("[issues.agree]\nname = \"Agree\"\noptions = [\"yes\", \"no\"]\n"),
            "positions" => {
                let principals = self.principals();
                let position =
                    |id: &String| format!("[positions.{}]\nno_deal = [0, 1]\n", Key::from(id).as_str());
                principals.iter().map(position).collect::<Vec<_>>().join("\n")
            }
            _ => return false,
        };
        if !lines.is_empty() {
            self.add_at_end(&format!("add {} to fill in", quoted(&format!("[{key}]"))), &lines);
        }
        true
    }

    fn principals(&self) -> Vec<String> {
        let is_principal = |id: Id| {
            let role = self.layout.child(id, "role");
            role.and_then(|role| self.layout.text_of(role)).as_deref() == Some("principal")
        };
        let named = self.layout.named(crate::format::Names::Party);
        named.into_iter().filter(|named| is_principal(named.node)).map(|named| named.id).collect()
    }

    /// The issue on which the table says something.
    pub(super) fn issue_around(&self, id: Id) -> Option<String> {
        let table = self.shaped(id, "issue position")?;
        self.layout.node(table).key.clone()
    }

    fn wrong_type(&mut self) {
        if let Some(id) = self.at_key()
            && self.at_value().is_none()
        {
            self.dotted(id);
        }
        if let Some(id) = self.at_heading() {
            self.single_brackets(id);
        }
        let Some(id) = self.at_value() else { return };
        let Some(kind) = self.layout.kind(id) else { return };
        let issue = self.issue_around(id);
        for way in self.retyped(id, kind) {
            self.set(id, &way);
        }
        if let How::Braces(_) = self.layout.node(id).how
            && matches!(kind, Kind::List(Kind::Table(_)))
        {
            let inner = self.layout.inline(id);
            self.set(id, &format!("[{inner}]"));
        }
        let declared_optional = self.layout.node(id).key.is_some();
        if declared_optional {
            let pattern = self.layout.pattern(kind, issue.as_deref());
            self.set(id, &pattern);
        }
        self.take_out(id);
    }

    /// How what is written could be what the format asks for.
    fn retyped(&self, id: Id, kind: &Kind) -> Vec<String> {
        let text = self.layout.text_of(id);
        let written = self.layout.value(id).map_or("", |span| self.layout.slice(span));
        let words = text.as_deref().unwrap_or(written);
        match kind {
            Kind::Date => days(words).iter().map(ToString::to_string).collect(),
            Kind::Number(_) | Kind::Exact | Kind::Whole | Kind::Version => {
                number(words).into_iter().collect()
            }
            Kind::Truth => match words.to_lowercase().as_str() {
                "true" | "yes" | "1" => vec![String::from("true")],
                "false" | "no" | "0" => vec![String::from("false")],
                _ => Vec::new(),
            },
            Kind::List(Kind::Table(_)) => Vec::new(),
            Kind::List(_) => vec![format!("[{}]", self.layout.inline(id))],
            Kind::Text
            | Kind::Word(_)
            | Kind::Id(_)
            | Kind::Citation
            | Kind::Grade
            | Kind::Formula
            | Kind::Option
            | Kind::FromIssue
                if text.is_none() && matches!(self.layout.node(id).how, How::Scalar(_)) =>
            {
                vec![Value::from(written).to_string()]
            }
            Kind::Either(kinds) => kinds.iter().flat_map(|kind| self.retyped(id, kind)).collect(),
            _ => Vec::new(),
        }
    }

    /// `4.0 = 1`, where a dot begins a table: the whole of it in quotes.
    fn dotted(&mut self, id: Id) {
        let Some(start) = self.layout.node(id).keys.first().map(|span| span.start) else { return };
        let line_end = self.layout.line_end(start);
        let Some(equals) = self.layout.text[start..line_end].find('=') else { return };
        let written = self.layout.text[start..start + equals].trim_end();
        let plain = written.replace(['"', '\''], "");
        let quoted_key = Key::quoted(&plain).as_str().to_owned();
        let span = Span::new(start, start + written.len());
        self.fix(format!("write {}", quoted(&quoted_key)), vec![(span, quoted_key)]);
    }

    /// `[claims]` for `[[claims]]`.
    fn single_brackets(&mut self, id: Id) {
        let Some(statement) = self.layout.node(id).statement else { return };
        let span = self.layout.statements[statement].span;
        let heading = format!("[{}]", self.layout.slice(span));
        self.fix(format!("write {}", quoted(&heading)), vec![(span, heading)]);
    }

    fn word(&mut self) {
        let Some(id) = self.at_value() else { return };
        let Some(text) = self.layout.text_of(id) else { return };
        match self.layout.kind(id) {
            Some(Kind::Word(words)) if self.fault.meant.is_none() => {
                for word in *words {
                    self.set(id, Value::from(*word).as_str());
                }
            }
            Some(Kind::Grade) => {
                let plain: String =
                    text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_uppercase();
                if parse_grade(&plain).is_some() {
                    self.set(id, Value::from(plain).as_str());
                }
                self.take_out(id);
            }
            _ => {
                // What is to be taken from an issue, without saying so.
                let issue = self.layout.declared(crate::format::Names::Issue, text.trim());
                if let Some(issue) = issue {
                    self.set(id, Value::from(format!("issue:{}", issue.id)).as_str());
                }
            }
        }
    }
}

//! Flaws of TOML itself: quotes, brackets, commas and signs that are missing or of another kind, and what is written twice.

use super::at::Mender;
use crate::code::Code;
use crate::meant::{days, number};
use crate::template;
use crate::text::{Span, quoted};
use crate::write::{Key, Value};

impl Mender<'_, '_> {
    pub(super) fn syntax(&mut self) {
        match self.code() {
            Code::EmptyFile => {
                let whole = Span::new(0, self.layout.text.len());
                self.fix("begin with an example", vec![(whole, template().to_owned())]);
            }
            Code::DuplicateKey => self.twice(),
            Code::Syntax => {
                self.control_characters();
                self.value_as_meant();
                self.line();
            }
            _ => {}
        }
    }

    fn control_characters(&mut self) {
        let text = self.layout.text;
        let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        let at = self.span.start;
        if let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()).filter(|c| is_control(*c)) {
            self.fix(
                "take out the control character",
                vec![(Span::new(at, at + c.len_utf8()), String::new())],
            );
        }
    }

    /// A value that was written as people write it.
    fn value_as_meant(&mut self) {
        let written = self.slice().trim();
        if written.is_empty() {
            return;
        }
        let mut ways: Vec<String> = days(written).iter().map(ToString::to_string).collect();
        ways.extend(number(written));
        let plain = written.trim_matches(['"', '\'', '“', '”', '„', '«', '»', '‘', '’', '`']);
        ways.push(Value::from(plain).to_string());
        for way in ways {
            let title = format!("write {}", quoted(&way));
            self.fix(title, vec![(self.span, way)]);
        }
    }

    /// Signs that are missing on the line.
    fn line(&mut self) {
        let text = self.layout.text;
        let at = self.span.start;
        let start = self.layout.line_start(at);
        let end = self.layout.line_end(at);
        let line = text.get(start..end).unwrap_or("");
        let code = &line[..line.find('#').unwrap_or(line.len())];
        let code_end = start + code.trim_end().len();
        let here = |at: usize| Span::new(at, at);
        let trimmed = code.trim();
        if trimmed.starts_with('[') && !trimmed.contains('=') {
            let brackets = if trimmed.starts_with("[[") { "]]" } else { "]" };
            let name = trimmed.trim_matches(['[', ']', ' ']);
            let heading = Span::new(start + (code.len() - code.trim_start().len()), code_end);
            self.fix(format!("close it with {}", quoted(brackets)), {
                let open = &brackets.replace(']', "[");
                vec![(heading, format!("{open}{name}{brackets}"))]
            });
            let keys: Vec<String> = name
                .split('.')
                .map(|key| Key::from(key.trim().trim_matches('"')).as_str().to_owned())
                .collect();
            let open = brackets.replace(']', "[");
            self.fix(
                "put the name in quotes",
                vec![(heading, format!("{open}{}{brackets}", keys.join(".")))],
            );
            return;
        }
        // `key: value`, and a key with blanks.
        let colon = code.find(':').filter(|colon| code.find('=').is_none_or(|equals| *colon < equals));
        if let Some(colon) = colon {
            let key = code[..colon].trim_end().len();
            let value = colon + 1 + (code[colon + 1..].len() - code[colon + 1..].trim_start().len());
            let edits = vec![(Span::new(start + key, start + value), String::from(" = "))];
            self.fix("write `=` between key and value", edits.clone());
            // The value may want quotes as well.
            let rest = code[value.min(code.len())..].trim_end();
            let rest = Value::from(rest.trim_matches(['"', '\''])).to_string();
            let quoted = vec![(Span::new(start + key, code_end), format!(" = {rest}"))];
            self.fix("write `=` between key and value, and quotes", quoted);
        }
        self.key_with_blanks(start, code);
        if !code.contains('=')
            && let Some((key, value)) = trimmed.split_once(char::is_whitespace)
        {
            let from = start + (code.len() - code.trim_start().len());
            let line = format!("{key} = {}", value.trim());
            self.fix("write `=` between key and value", vec![(Span::new(from, code_end), line)]);
        }
        // A list, a table or a text that is not closed.
        if let Some(list) = self.at_value().and_then(|id| self.layout.value(id)) {
            let sign = if self.layout.slice(list).starts_with('{') { "}" } else { "]" };
            let inside = self.layout.slice(list).trim_end().trim_end_matches(',').len();
            let span = Span::new(list.start + inside, list.end);
            self.fix(format!("close it with {}", quoted(sign)), vec![(span, sign.to_owned())]);
        }
        for sign in ["]", "}", "\"", "'", "\"]", "\" }", " = \"…\""] {
            self.fix(
                format!("add {} at the end of the line", quoted(sign.trim())),
                vec![(here(code_end), sign.to_owned())],
            );
        }
        for (sign, title) in [(", ", "add the comma"), ("]", "close it with `]`"), ("}", "close it with `}`")]
        {
            self.fix(title, vec![(here(at), sign.to_owned())]);
        }
        // A comma between what stands side by side.
        let before = text[..at].trim_end().len();
        self.fix("add the comma", vec![(here(before), String::from(","))]);
    }

    /// `two words = 1`, on a line or in braces.
    fn key_with_blanks(&mut self, start: usize, code: &str) {
        let at = self.span.start.saturating_sub(start).min(code.len());
        for equals in code.match_indices('=').map(|(at, _)| at) {
            let from = code[..equals].rfind(['{', ',', '[']).map_or(0, |sign| sign + 1);
            let key = &code[from..equals];
            if from <= at && key.trim().contains(' ') && !key.contains(['"', '\'']) {
                let lead = key.len() - key.trim_start().len();
                let span = Span::new(start + from + lead, start + from + lead + key.trim().len());
                let written = Key::quoted(key.trim()).as_str().to_owned();
                self.fix(format!("write {}", quoted(&written)), vec![(span, written)]);
            }
        }
    }

    /// A key or a table that is written twice.
    fn twice(&mut self) {
        let start = self.layout.line_start(self.span.start);
        let is_heading = self.layout.text[start..].trim_start().starts_with('[');
        if !is_heading {
            if let Some(id) = self.at_key() {
                self.take_out(id);
            }
            let first = self.fault.related.first().map(|(span, _)| *span);
            let is_first = |span: &Span| Some(span.start) == first.map(|first| first.start);
            let id = self.layout.ids().find(|id| self.layout.node(*id).keys.iter().any(is_first));
            if let Some(id) = id {
                self.take_out(id);
            }
            return;
        }
        let statements = &self.layout.statements;
        let Some(second) =
            statements.iter().position(|it| it.heading && self.layout.line_start(it.span.start) == start)
        else {
            return;
        };
        let after = |at: usize| {
            let next = statements[at + 1..].iter().find(|it| it.heading);
            next.map_or(self.layout.text.len(), |next| {
                crate::edit::remove::first_line(self.layout, next.span)
            })
        };
        let body_start = self.layout.next_line(statements[second].span.end);
        let end = after(second);
        let heading = self.layout.slice(statements[second].span);
        let first =
            statements[..second].iter().position(|it| it.heading && self.layout.slice(it.span) == heading);
        if let Some(first) = first {
            // The lines below go to the first of the two.
            let body = self.layout.text[body_start..end].trim_end().to_owned();
            let last = statements[first..second]
                .iter()
                .take_while(|it| !it.heading || it.span == statements[first].span);
            let upto = last.last().map_or(statements[first].span.end, |it| it.span.end);
            let place = self.layout.next_line(upto);
            let eol = self.layout.line_break();
            let edits = vec![
                (Span::new(place, place), format!("{body}{eol}")),
                (Span::new(start, end), String::new()),
            ];
            self.fix("put both together", edits);
        }
        self.fix("take out the second", vec![(Span::new(start, end), String::new())]);
    }
}

//! Whether a file has the shape that the format declares: keys, types, bounds, and names that exist.
//!
//! One walk over the tree beside the declaration in [`crate::format`]. What a shape cannot say (options that an
//! issue has, weights that sum to 1) is left to the decoders.

use detente_model::Reliability;

use crate::code::Code;
use crate::expected::{a, fits, hint, lower_first, wanted};
use crate::fault::{Fault, Faults};
use crate::format::{Bounds, Key, Kind, Names, Shape};
use crate::names::{Known, WHAT_AN_ID_IS, is_id};
use crate::nearest::nearest;
use crate::text::{Span, listed, quoted};
use crate::tree::{Entry, Node, Table};

/// Where the walk is: the keys and list places that led there.
#[derive(Debug, Clone, Copy)]
enum Step<'t> {
    Key(&'t str),
    /// Counted from one.
    Place(usize),
}

/// The walk.
#[derive(Debug)]
pub(crate) struct Conform<'a, 't> {
    known: &'a Known<'t>,
    faults: &'a mut Faults,
    path: Vec<Step<'t>>,
}

impl<'a, 't> Conform<'a, 't> {
    pub(crate) fn new(known: &'a Known<'t>, faults: &'a mut Faults) -> Self {
        Self { known, faults, path: Vec::new() }
    }

    /// Checks a table against its declaration.
    pub(crate) fn table(&mut self, table: Table<'t>, shape: &Shape) {
        for entry in table.entries() {
            self.path.push(Step::Key(entry.key));
            if let Some(key) = shape.keys.iter().find(|key| key.name == entry.key) {
                self.value(entry.node, &key.kind);
            } else if let Some((names, kind)) = shape.others {
                if self.known.knows(names, entry.key) {
                    self.value(entry.node, kind);
                } else {
                    self.unknown_other(entry, shape, names);
                }
            } else {
                self.unknown_key(entry, shape);
            }
            self.path.pop();
        }
        for key in shape.keys.iter().filter(|key| key.required && table.get(key.name).is_none()) {
            if key.unless.iter().any(|other| table.get(other).is_some()) {
                continue;
            }
            // Under another name it is an unknown key, which has been reported with this one as the hint.
            let renamed =
                key.otherwise.iter().any(|name| table.get(name).is_some_and(|node| fits(node, &key.kind)));
            if !renamed {
                self.missing(table, key, shape);
            }
        }
    }

    fn value(&mut self, node: Node<'t>, kind: &Kind) {
        match kind {
            Kind::Table(shape) => match node.table() {
                Some(table) => self.table(table, shape),
                None => self.wrong(node, kind),
            },
            Kind::List(of) => {
                if !node.is_list() {
                    return self.wrong(node, kind);
                }
                for (i, member) in node.list().enumerate() {
                    self.path.push(Step::Place(i + 1));
                    self.value(member, of);
                    self.path.pop();
                }
            }
            Kind::ByName(names, of) => match node.table() {
                Some(table) => self.by_name(table, *names, of),
                None => self.wrong(node, kind),
            },
            Kind::Either(kinds) => match kinds.iter().find(|kind| fits(node, kind)) {
                Some(kind) => self.value(node, kind),
                None => self.wrong(node, kind),
            },
            _ if !fits(node, kind) => self.wrong(node, kind),
            Kind::Number(bounds) => self.number(node, *bounds),
            Kind::Exact => {
                if node.number().is_none_or(|x| !x.is_finite()) {
                    self.not_finite(node);
                }
            }
            Kind::Option => {
                if node.number().is_some_and(|x| !x.is_finite()) {
                    self.not_finite(node);
                }
            }
            Kind::Text => {
                if node.text().is_some_and(|text| text.trim().is_empty()) {
                    let message = format!("{} is blank", self.shown_path());
                    self.faults.push(Fault::new(Code::Blank, node.span, message).label("no text here"));
                }
                // A terminal would obey what no reader can see.
                let control = |c: char| c.is_control() && c != '\n' && c != '\t';
                if let Some(c) = node.text().and_then(|text| text.chars().find(|c| control(*c))) {
                    let message = format!(
                        "{} has the control character U+{:04X} in it",
                        self.shown_path(),
                        u32::from(c)
                    );
                    let fault = Fault::new(Code::ControlCharacter, node.span, message).label("here");
                    self.faults.push(fault.help("leave it out; only line breaks and tabs serve in a text"));
                }
            }
            Kind::Word(words) => self.word(node, words),
            Kind::Id(names) => {
                if let Some(id) = node.text().filter(|id| !self.known.knows(*names, id)) {
                    self.faults.push(self.known.unknown(*names, id, node.span, self.faults));
                }
            }
            Kind::Citation => {
                let id = node.text().map(|text| text.split_once('#').map_or(text, |(id, _)| id).trim());
                if let Some(id) = id.filter(|id| !self.known.knows(Names::Source, id)) {
                    self.faults.push(self.known.unknown(Names::Source, id, node.span, self.faults));
                }
            }
            Kind::Grade => {
                if node.text().is_some_and(|grade| parse_grade(grade).is_none()) {
                    let message =
                        format!("{} cannot be {}", self.shown_path(), quoted(node.text().unwrap_or("")));
                    let fault = Fault::new(Code::UnknownWord, node.span, message)
                        .label("not a letter A–F and a digit 1–6")
                        .help("a grade is the reliability of the source and the credibility of the information, for example `\"B2\"`");
                    self.faults.push(fault);
                }
            }
            Kind::FromIssue => self.taken_from_issue(node),
            Kind::Version | Kind::Date | Kind::Truth | Kind::Whole | Kind::Formula => {}
        }
    }

    fn by_name(&mut self, table: Table<'t>, names: Names, of: &Kind) {
        for entry in table.entries() {
            self.path.push(Step::Key(entry.key));
            match names {
                Names::New if !is_id(entry.key) => {
                    let fault = Fault::new(
                        Code::BadId,
                        entry.key_span,
                        format!("{} cannot be an id", quoted(entry.key)),
                    );
                    self.faults.push(
                        fault
                            .label("an id here")
                            .help(format!("{WHAT_AN_ID_IS}; the name as shown goes under `name`")),
                    );
                }
                Names::New | Names::Option | Names::Lot | Names::Path | Names::Trust => {}
                _ if self.known.knows(names, entry.key) => {}
                _ => {
                    let fault = self.known.unknown(names, entry.key, entry.key_span, self.faults);
                    self.faults.push(fault);
                }
            }
            if matches!(of, Kind::Number(_)) && entry.node.table().is_some() {
                self.split_by_a_dot(entry, names);
            } else {
                self.value(entry.node, of);
            }
            self.path.pop();
        }
    }

    /// `0.5 = 1` is, to TOML, `5 = 1` in a table named 0.
    fn split_by_a_dot(&mut self, entry: Entry<'t>, names: Names) {
        let mut whole = String::from(entry.key);
        let mut node = entry.node;
        while let Some(first) = node.table().and_then(|table| table.entries().next()) {
            whole.push('.');
            whole.push_str(first.key);
            node = first.node;
        }
        let whole = whole.chars().take(100).collect::<String>();
        let message = format!("{} must be a number, found a table", self.shown_path());
        let fault = Fault::new(Code::WrongType, entry.key_span, message).label("a dot begins a table");
        self.faults.push(if names == Names::Path {
            fault.help(format!("a path stands in quotes: `\"{whole}\" = …`"))
        } else {
            fault.help(format!("a name with a dot in it stands in quotes: `\"{whole}\" = …`"))
        });
    }

    fn number(&mut self, node: Node<'t>, bounds: Bounds) {
        let members: Vec<Node<'t>> = node.one_or_more();
        if node.is_list() && !(2..=3).contains(&members.len()) {
            let message = format!(
                "{} is a range of {}",
                self.shown_path(),
                match members.len() {
                    0 => String::from("no numbers"),
                    1 => String::from("one number"),
                    count => format!("{count} numbers"),
                }
            );
            let fault = Fault::new(Code::RangeLength, node.span, message);
            let fault = fault.label("two or three numbers are wanted");
            self.faults.push(match with_dots(&members) {
                Some(decimals) if decimals.len() > 1 => {
                    fault.help(format!("a decimal has a dot: write `[{}]`", decimals.join(", ")))
                }
                _ => fault.help("write `[low, high]`, or `[low, most likely, high]`, or the number alone"),
            });
            return;
        }
        // `[0,6]` is a list of two numbers, and was meant for one.
        if let Some([decimal]) = with_dots(&members).as_deref()
            && members.iter().any(|member| member.number().is_some_and(|x| !bounds.holds(x)))
            && decimal.parse().is_ok_and(|x| bounds.holds(x))
        {
            let message = format!("{} is a list of two whole numbers", self.shown_path());
            let fault = Fault::new(Code::OutOfRange, node.span, message).label("a decimal comma?");
            self.faults.push(fault.help(format!("a decimal has a dot: write `{decimal}`")));
            return;
        }
        let mut numbers = Vec::with_capacity(members.len());
        for member in members {
            let Some(x) = member.number() else {
                let message =
                    format!("{} must be a range of numbers, found {}", self.shown_path(), member.what());
                let fault = Fault::new(Code::WrongType, member.span, message).label("not a number");
                let help = member.text().and_then(crate::meant::number_help);
                self.faults.push(match help {
                    Some(help) => fault.help(help),
                    None => fault,
                });
                continue;
            };
            if !x.is_finite() {
                self.not_finite(member);
            } else if !bounds.holds(x) {
                self.out_of_range(member, x, bounds);
            }
            numbers.push(x);
        }
        if numbers.is_sorted() || !numbers.iter().all(|x| x.is_finite()) {
            return;
        }
        let mut sorted = numbers;
        sorted.sort_by(f64::total_cmp);
        let sorted: Vec<String> = sorted.iter().map(f64::to_string).collect();
        let fault = Fault::new(
            Code::RangeOrder,
            node.span,
            format!("the range of {} is out of order", self.shown_path()),
        );
        self.faults.push(
            fault
                .label("low first, then the most likely if there is one, then high")
                .help(format!("in order: `[{}]`", sorted.join(", "))),
        );
    }

    fn out_of_range(&mut self, node: Node<'t>, x: f64, bounds: Bounds) {
        let wanted = bounds.words().unwrap_or_default();
        let fault = Fault::new(
            Code::OutOfRange,
            node.span,
            format!("{} must be {wanted}, found {x}", self.shown_path()),
        );
        let fault = fault.label(if x < bounds.least { "too small" } else { "too large" });
        let share = x / 100.0;
        self.faults.push(if bounds.most == 1.0 && x >= 2.0 && bounds.holds(share) {
            fault.help(format!("if {x} per cent was meant, write `{share}`"))
        } else {
            fault
        });
    }

    fn not_finite(&mut self, node: Node<'t>) {
        let message = format!("{} must be a finite number", self.shown_path());
        self.faults.push(
            Fault::new(Code::NotFinite, node.span, message).label("not a number that can be reckoned with"),
        );
    }

    fn word(&mut self, node: Node<'t>, words: &[&'static str]) {
        let Some(word) = node.text().filter(|word| !words.contains(word)) else { return };
        let fault = Fault::new(
            Code::UnknownWord,
            node.span,
            format!("{} cannot be {}", self.shown_path(), quoted(word)),
        );
        let fault = fault.label(format!("one of {}", listed(words.iter().copied())));
        self.faults.push(match nearest(word, words.iter().copied()) {
            Some(near) => fault.did_you_mean(near),
            None => fault,
        });
    }

    fn taken_from_issue(&mut self, node: Node<'t>) {
        let Some(text) = node.text() else { return };
        let Some(id) = text.strip_prefix("issue:") else {
            let message = format!("{} cannot be {}", self.shown_path(), quoted(text));
            self.faults.push(
                Fault::new(Code::UnknownWord, node.span, message)
                    .label("not taken from an issue")
                    .help("to take it from the package, write `\"issue:…\"` with the id of an issue"),
            );
            return;
        };
        if !self.known.knows(Names::Issue, id) {
            self.faults.push(self.known.unknown(Names::Issue, id, node.span, self.faults));
        }
    }

    fn wrong(&mut self, node: Node<'t>, kind: &Kind) {
        // A whole number is wanted, and it is one: then it is its size that is wrong.
        let found = match (kind, node.what(), node.number()) {
            (Kind::Whole, "a whole number", Some(number)) if number < 0.0 => "a whole number below 0",
            (Kind::Whole, "a whole number", _) => "a whole number far too large",
            (_, what, _) => what,
        };
        let message = format!("{} must be {}, found {found}", self.shown_path(), wanted(kind));
        let fault = Fault::new(Code::WrongType, node.span, message).label(found);
        self.faults.push(match hint(node, kind, self.last_key()) {
            Some(help) => fault.help(help),
            None => fault,
        });
    }

    fn unknown_key(&mut self, entry: Entry<'t>, shape: &Shape) {
        let place = self.table_name();
        let fault = Fault::new(
            Code::UnknownKey,
            entry.key_span,
            format!("{} is not a key of {place}", quoted(entry.key)),
        );
        let fault = fault.label("unknown key");
        self.faults.push(match self.key_meant(entry.key, shape, std::iter::empty()) {
            Some(near) => fault.did_you_mean(near),
            None if !self.faults.worth_a_hint() => fault,
            None => fault.help(format!("its keys are {}", listed(shape.keys.iter().map(|key| key.name)))),
        });
    }

    /// A key that is neither of the format nor the name of something declared.
    fn unknown_other(&mut self, entry: Entry<'t>, shape: &Shape, names: Names) {
        let fault = if entry.node.table().is_some() {
            self.known.unknown(names, entry.key, entry.key_span, self.faults)
        } else {
            let message =
                format!("{} is not a key of {}, nor an issue", quoted(entry.key), self.table_name());
            Fault::new(Code::UnknownKey, entry.key_span, message).label("unknown key")
        };
        let fault = match self.key_meant(entry.key, shape, self.known.all(names)) {
            Some(near) => fault.did_you_mean(near),
            None => fault,
        };
        self.faults.push(fault);
    }

    fn key_meant<'n>(
        &self,
        name: &str,
        shape: &Shape,
        others: impl Iterator<Item = &'n str>,
    ) -> Option<&'n str> {
        if !self.faults.worth_a_hint() {
            return None;
        }
        let synonym = shape.keys.iter().find(|key| key.otherwise.contains(&name));
        synonym
            .map(|key| key.name)
            .or_else(|| nearest(name, shape.keys.iter().map(|key| key.name).chain(others)))
    }

    fn missing(&mut self, table: Table<'t>, key: &Key, shape: &Shape) {
        let place = if self.path.is_empty() { String::from("the file") } else { self.shown_path() };
        let fault = Fault::new(
            Code::MissingKey,
            if self.path.is_empty() { Span::new(0, 0) } else { table.span },
            format!("{place} has no `{}`", key.name),
        );
        let fault = fault.label(format!("`{}` is missing", key.name));
        let example = if self.path.is_empty() { top_example(key.name) } else { None };
        let about = lower_first(key.about);
        self.faults.push(match example {
            Some(example) => fault.help(format!("add {example}: {about}")),
            None => fault.help(format!("add `{} = …`, {} needs it: {about}", key.name, a(shape.name))),
        });
    }

    /// The key under which the value stands, for an example of how to write it.
    fn last_key(&self) -> &'t str {
        match self.path.last() {
            Some(Step::Key(key)) if is_id(key) => key,
            _ => "name",
        }
    }

    /// "`positions.israel.no_deal`".
    fn shown_path(&self) -> String {
        quoted(&self.joined(self.path.len()))
    }

    /// The table that holds the key at which the walk is.
    fn table_name(&self) -> String {
        match self.path.len() {
            0 | 1 => String::from("a case file"),
            len => quoted(&self.joined(len - 1)),
        }
    }

    fn joined(&self, len: usize) -> String {
        use std::fmt::Write;
        let mut path = String::new();
        for step in &self.path[..len] {
            match step {
                Step::Key(key) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(key);
                }
                // Writing to a string cannot fail.
                Step::Place(place) => drop(write!(path, "[{place}]")),
            }
        }
        path
    }
}

/// The decimals that a list of whole numbers was meant for, each written with a comma: `[0,2, 0,4]`.
fn with_dots(members: &[Node<'_>]) -> Option<Vec<String>> {
    let whole: Option<Vec<usize>> = members.iter().map(|member| member.whole()).collect();
    let (pairs, rest) = whole.as_deref()?.as_chunks::<2>();
    (rest.is_empty() && (1..=3).contains(&pairs.len()))
        .then(|| pairs.iter().map(|[whole, fraction]| format!("{whole}.{fraction}")).collect())
}

/// The grade that two characters stand for.
pub(crate) fn parse_grade(grade: &str) -> Option<detente_model::Grade> {
    let mut characters = grade.chars();
    let reliability = Reliability::from_letter(characters.next()?)?;
    let credibility = u8::try_from(characters.next()?.to_digit(10)?).ok().filter(|d| (1..=6).contains(d))?;
    characters.next().is_none().then_some(detente_model::Grade { reliability, credibility })
}

fn top_example(key: &str) -> Option<&'static str> {
    Some(match key {
        "case" => "`case = 1` at the top",
        "title" => "`title = \"…\"`",
        "as_of" => "`as_of = 2024-02-14`",
        "parties" => "`[parties.id]`",
        "issues" => "`[issues.id]`",
        "positions" => "`[positions.id]`",
        _ => return None,
    })
}

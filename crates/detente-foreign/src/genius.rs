//! Genius: a domain and profiles in XML (Lin, Kraus, Baarslag, Tykhonov, Hindriks & Jonker 2014).
//!
//! `u(x) = Σ_k w_k · e_k(x_k) / max e_k` on issues in words, weights as they stand in the file, whatever their sum. On
//! whole numbers the evaluation is `slope · (x − lower bound) + offset`, on real ones linear (`parameter1 · x +
//! parameter0`), constant, or a triangle (`parameter0` and `parameter1` its feet, `parameter2` its top), each within
//! [0, 1] and without a division by its largest. A reservation that is not there is 0. `cost` has been dead for long.
//! A discount `u · d^t` is about the time of an agreement, not about which: it is left out, and said.

use std::collections::BTreeMap;

use detente_case::Code;
use detente_case::report::{Fault, Span, listed, nearest, quoted};
use detente_model::Choice;
use roxmltree::Node;

use crate::contradictions::index;
use crate::data::{LARGEST_NUMBER, TOO_LARGE_HELP};
use crate::scenario::{Answers, Lines, NoDeal, Profile, Scale, Topic, Wish, Worth};
use crate::xml::{Prepared, attribute, children};
use crate::{File, contradictions, rectangles};

/// What a Genius file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Domain,
    Profile,
}

/// By what a profile says that it values packages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rules {
    /// Weights and evaluations, or nothing is said.
    Weights,
    Rectangles,
}

/// A file in XML while it is being read.
pub(crate) struct Reader<'a> {
    pub(crate) file: &'a mut File,
    pub(crate) xml: &'a Prepared,
}

/// What a file in XML is, if it is one of Genius.
pub(crate) fn part(root: Node<'_, '_>) -> Option<Part> {
    match root.tag_name().name() {
        "negotiation_template" => Some(Part::Domain),
        "utility_space" => Some(Part::Profile),
        _ => None,
    }
}

/// The issues of a domain; fewer, with faults, where they are not sound.
pub(crate) fn domain(reader: &mut Reader<'_>, root: Node<'_, '_>) -> Vec<Topic> {
    let issues: Vec<Node<'_, '_>> = root.descendants().filter(|node| node.has_tag_name("issue")).collect();
    if issues.is_empty() {
        let span = reader.xml.span(root);
        reader.push(
            Fault::new(Code::NoIssues, span, "the domain has no issue")
                .label("empty")
                .help("add an `<issue>` for each matter on the table"),
        );
    }
    issues.into_iter().filter_map(|issue| reader.topic(issue)).collect()
}

/// A profile on the issues of a domain; `None` with faults.
pub(crate) fn profile(
    reader: &mut Reader<'_>,
    root: Node<'_, '_>,
    topics: &[Topic],
    file: usize,
) -> Option<Profile> {
    contradictions::check(reader, root, topics);
    let rules = reader.rules(root);
    if reader.file.faults.any_error() {
        return None;
    }
    let mut notes = Vec::new();
    let mut no_deal = NoDeal::Value(0.0, reader.xml.span(root));
    if let Some(node) = root.descendants().find(|node| node.has_tag_name("reservation"))
        && let Some((r, span)) = reader.number(node, "value")
    {
        if !(0.0..=1.0).contains(&r) {
            let message = format!("a reservation is between 0 and 1, found {r}");
            let help = "utilities of Genius go from 0 to 1: divide it by the largest that there is";
            reader.push(Fault::new(Code::OutOfRange, span, message).label("outside").help(help));
        }
        no_deal = NoDeal::Value(r, span);
    }
    if let Some(node) = root.descendants().find(|node| node.has_tag_name("discount_factor"))
        && let Some((d, span)) = reader.number(node, "value")
        && d > 0.0
        && d < 1.0
    {
        let line = reader.lines(node).0;
        notes.push(format!("By the file (line {line}) a package is worth {d}^t of this, t the share of the time that has passed."));
        let message = format!("the discount of {d} over time is left out: a deal space knows no time");
        reader.push(
            Fault::new(Code::LeftOut, span, message)
                .label("figures are those of the start")
                .help("the case keeps it as a note"),
        );
    }
    let mut wishes = Vec::new();
    let issues: Vec<Node<'_, '_>> = root.descendants().filter(|node| node.has_tag_name("issue")).collect();
    let found = rectangles::read(reader, root, topics);
    reader.one_way(root, rules?, found.is_some())?;
    let (rectangles, scale) = if let Some((rectangles, scale)) = found {
        (rectangles, scale)
    } else if let Some(span) = reader.is_empty(root, &issues) {
        let message = "the profile is empty: it holds neither weights of issues nor rectangles";
        let help = "name the profile that the tool has written, or add what each option is worth";
        reader.push(Fault::new(Code::MissingValue, span, message).label("nothing in it").help(help));
        return None;
    } else {
        for topic in topics {
            wishes.push(reader.wish(root, &issues, topic)?);
        }
        (Vec::new(), Scale::Unit)
    };
    let name = reader.file.stem();
    Some(Profile { name, file, wishes, rectangles, no_deal, scale, notes })
}

impl Reader<'_> {
    pub(crate) fn push(&mut self, fault: Fault) {
        self.file.faults.push(fault);
    }

    pub(crate) fn lines(&self, node: Node<'_, '_>) -> Lines {
        Lines::of(&self.file.text, self.xml.span(node))
    }

    /// By what the profile says that it values packages; `None` with a fault.
    fn rules(&mut self, root: Node<'_, '_>) -> Option<Rules> {
        let Some(node) = root.attribute_node("type") else { return Some(Rules::Weights) };
        let stated = node.value().trim().to_lowercase();
        let why = match stated.as_str() {
            // What an agent is told of an uncertain profile is less than what it says.
            "" | "linear" | "any" | "additive" | "uncertain" => return Some(Rules::Weights),
            "nonlinear" => return Some(Rules::Rectangles),
            "constraint" => "it values packages by ranks and by rules under which they are worth nothing",
            _ => "by what it values packages is not known",
        };
        let span = self.xml.span_of(node);
        let message = format!("a profile of the type {} cannot be held by a case: {why}", quoted(&stated));
        self.push(
            Fault::new(Code::Unsupported, span, message)
                .label("other rules")
                .help("`linear`, `any`, `uncertain` and `nonlinear` can, and profiles that name no type"),
        );
        None
    }

    /// A profile has weights or rectangles, and those that it says it has: of two ways, one would be passed over.
    fn one_way(&mut self, root: Node<'_, '_>, rules: Rules, has_rectangles: bool) -> Option<()> {
        let Some(weight) = root.descendants().find(|node| node.has_tag_name("weight")) else {
            return Some(());
        };
        let (message, help) = match (rules, has_rectangles) {
            (Rules::Weights, true) => (
                "the profile has weights and rectangles, and does not say which of them counts",
                "write `type=\"nonlinear\"` if it is the rectangles, or take them out",
            ),
            (Rules::Rectangles, false) => (
                "the profile says that it is `nonlinear` and has no rectangles, but weights",
                "take `type=\"nonlinear\"` out if it is the weights that count",
            ),
            _ => return Some(()),
        };
        let span = self.xml.span(weight);
        self.push(Fault::new(Code::Valuation, span, message).label("a second way of saying it").help(help));
        None
    }

    /// Where a profile should say something, if it says nothing.
    fn is_empty(&self, root: Node<'_, '_>, issues: &[Node<'_, '_>]) -> Option<Span> {
        let of = |name: &str| root.descendants().find(|node| node.has_tag_name(name));
        if of("weight").is_some() {
            return None;
        }
        match of("ufun").or_else(|| of("utility")) {
            Some(function) => Some(self.xml.span(function)),
            None if issues.is_empty() => Some(self.xml.span(root)),
            None => None,
        }
    }

    /// The text of an attribute that must be there.
    pub(crate) fn needed(&mut self, node: Node<'_, '_>, name: &str) -> Option<(String, Span)> {
        let found = node.attribute_node(name).map(|attribute| self.xml.span_of(attribute));
        let Some(span) = found else {
            let message = format!("`<{}>` has no {}", node.tag_name().name(), quoted(name));
            let span = self.xml.span(node);
            let help = format!("add `{name}=\"…\"` to it, as the tool that wrote the file would");
            self.push(Fault::new(Code::MissingKey, span, message).label("incomplete").help(help));
            return None;
        };
        attribute(node, name).map(|text| (text, span))
    }

    /// The number in an attribute that must be there, small enough to be brought to another scale.
    pub(crate) fn number(&mut self, node: Node<'_, '_>, name: &str) -> Option<(f64, Span)> {
        let (x, span) = self.any_number(node, name)?;
        if x.abs() <= LARGEST_NUMBER {
            return Some((x, span));
        }
        let message = format!("{} is too large to be read", quoted(name));
        self.push(Fault::new(Code::OutOfRange, span, message).label(format!("{x:e}")).help(TOO_LARGE_HELP));
        None
    }

    /// The finite number in an attribute that must be there.
    pub(crate) fn any_number(&mut self, node: Node<'_, '_>, name: &str) -> Option<(f64, Span)> {
        let (text, span) = self.needed(node, name)?;
        match text.trim().parse::<f64>() {
            Ok(x) if x.is_finite() => return Some((x, span)),
            Ok(_) => {
                let message = format!("{} must be a finite number", quoted(name));
                let fault = Fault::new(Code::NotFinite, span, message).label("not finite");
                self.push(fault.help("write a number: nothing here can be infinite or left open"));
            }
            Err(_) => {
                let message = format!("{} must be a number, found {}", quoted(name), quoted(&text));
                let point = text.trim().replace(',', ".");
                let help = if point.parse::<f64>().is_ok_and(f64::is_finite) {
                    format!("write a decimal point: {}", quoted(&point))
                } else {
                    String::from("write a number, for example `0.4`")
                };
                self.push(Fault::new(Code::WrongType, span, message).label("not a number").help(help));
            }
        }
        None
    }

    fn topic(&mut self, issue: Node<'_, '_>) -> Option<Topic> {
        let (name, _) = self.needed(issue, "name")?;
        let index = index(issue);
        let kind = self.kind(issue, &name)?;
        let answers = match kind.as_str() {
            "integer" if children(issue, "item").next().is_none() => {
                let (from, to) = self.range(issue)?;
                if from.fract() != 0.0 || to.fract() != 0.0 || from.abs() > 9e15 || to.abs() > 9e15 {
                    let message =
                        format!("the issue {} runs over whole numbers, found {from} to {to}", quoted(&name));
                    let span = self.xml.span(issue);
                    let help = "write whole numbers for its bounds, or make it of the type `real`";
                    self.push(Fault::new(Code::WrongType, span, message).label("not whole").help(help));
                    return None;
                }
                Answers::Whole(from as i64, to as i64)
            }
            "real" => {
                let (from, to) = self.range(issue)?;
                Answers::Between(from, to)
            }
            "discrete" | "integer" => self.items(issue)?,
            other => {
                let message = format!("{} is no type of an issue that is known", quoted(other));
                let span = self.xml.span(issue);
                self.push(
                    Fault::new(Code::UnknownWord, span, message)
                        .label("not known")
                        .help("issues are `discrete`, `integer` or `real`"),
                );
                return None;
            }
        };
        let span = self.xml.span(issue);
        Some(Topic { name, index, answers, span, lines: self.lines(issue) })
    }

    /// What an issue says that it is, in up to three attributes that must agree; options if it says nothing; `None` with a fault.
    fn kind(&mut self, issue: Node<'_, '_>, name: &str) -> Option<String> {
        let mut stated: Vec<(&str, String)> = Vec::new();
        for key in ["type", "vtype", "etype"] {
            stated
                .extend(attribute(issue, key).filter(|kind| !kind.trim().is_empty()).map(|kind| (key, kind)));
        }
        let Some((first, kind)) = stated.first().cloned() else {
            return Some(String::from("discrete"));
        };
        let Some((other, another)) = stated.iter().find(|(_, other)| *other != kind) else {
            return Some(kind);
        };
        let message = format!(
            "by its `{first}` the issue {} is {}, by its `{other}` {}",
            quoted(name),
            quoted(&kind),
            quoted(another)
        );
        let span = self.xml.span(issue);
        self.push(
            Fault::new(Code::DuplicateKey, span, message)
                .label("one or the other")
                .help("write the same for both; issues are `discrete`, `integer` or `real`"),
        );
        None
    }

    fn items(&mut self, issue: Node<'_, '_>) -> Option<Answers> {
        let items: Vec<Node<'_, '_>> = children(issue, "item").collect();
        let mut choices = Vec::with_capacity(items.len());
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        for item in items {
            let (name, span) = self.needed(item, "value")?;
            if let Some(first) = seen.insert(name.clone(), span) {
                let of = attribute(issue, "name").unwrap_or_default();
                let message = format!("the issue {} has the option {} twice", quoted(&of), quoted(&name));
                self.push(
                    Fault::new(Code::DuplicateOption, span, message)
                        .label("again here")
                        .related(first, "first here")
                        .help("name every option once"),
                );
                return None;
            }
            choices.push(Choice::Text(name));
        }
        Some(Answers::Listed(choices))
    }

    /// The bounds of an issue in numbers: attributes of it, or of a `<range>` in it.
    pub(crate) fn range(&mut self, issue: Node<'_, '_>) -> Option<(f64, f64)> {
        let stated = children(issue, "range").next().unwrap_or(issue);
        Some((self.number(stated, "lowerbound")?.0, self.number(stated, "upperbound")?.0))
    }

    fn wish(&mut self, root: Node<'_, '_>, issues: &[Node<'_, '_>], topic: &Topic) -> Option<Wish> {
        let by_name = issues.iter().find(|issue| attribute(**issue, "name").as_deref() == Some(&topic.name));
        let by_index =
            || topic.index.and_then(|wanted| issues.iter().find(|issue| index(**issue) == Some(wanted)));
        let Some(issue) = by_name.or_else(by_index).copied() else {
            let message =
                format!("the profile says nothing on the issue {} of the domain", quoted(&topic.name));
            let span = self.xml.span(root);
            self.push(
                Fault::new(Code::MissingValue, span, message)
                    .label("incomplete")
                    .help("does it belong to this domain?"),
            );
            return None;
        };
        let wanted = index(issue);
        let weight = root
            .descendants()
            .filter(|node| node.has_tag_name("weight"))
            .find(|weight| wanted.is_some() && index(*weight) == wanted);
        let Some(weight) = weight else {
            let message = format!("the issue {} has no weight", quoted(&topic.name));
            let span = self.xml.span(issue);
            self.push(
                Fault::new(Code::ValuesWithoutWeight, span, message)
                    .label("how much does it matter?")
                    .help("add `<weight index=\"…\" value=\"…\"/>` with the index of this issue"),
            );
            return None;
        };
        self.same_bounds(issue, topic)?;
        let (weight, span) = self.number(weight, "value")?;
        if weight < 0.0 {
            let message = format!("a weight is 0 or more, found {weight}");
            let help = "for what is better the less there is of it, turn the evaluations round";
            self.push(Fault::new(Code::OutOfRange, span, message).label("below 0").help(help));
            return None;
        }
        let worth = match &topic.answers {
            Answers::Listed(_) => self.evaluations(issue, topic)?,
            Answers::Whole(from, to) => {
                let ends = (*from as f64, *to as f64);
                self.evaluator(issue, topic, ends, true)?
            }
            Answers::Between(from, to) => self.evaluator(issue, topic, (*from, *to), false)?,
        };
        Some(Wish { weight, worth, lines: self.lines(issue) })
    }

    fn evaluations(&mut self, issue: Node<'_, '_>, topic: &Topic) -> Option<Worth> {
        let count = topic.answers.count().unwrap_or(0);
        let mut values: Vec<Option<f64>> = vec![None; count];
        let items: Vec<Node<'_, '_>> = children(issue, "item").collect();
        for item in items {
            let (name, span) = self.needed(item, "value")?;
            let Some(option) = topic.answers.position(&name) else {
                self.unknown_option(topic, &name, span);
                return None;
            };
            let (value, span) = self.number(item, "evaluation")?;
            if value < 0.0 {
                let message = format!("an evaluation is 0 or more, found {value}");
                let help = "add the same to all evaluations of the issue, so that the least is 0";
                self.push(Fault::new(Code::OutOfRange, span, message).label("below 0").help(help));
                return None;
            }
            if values[option].is_some_and(|other| other != value) {
                let message =
                    format!("the option {} of {} is evaluated twice", quoted(&name), quoted(&topic.name));
                let span = self.xml.span(item);
                self.push(
                    Fault::new(Code::DuplicateOption, span, message)
                        .label("again here, and not the same")
                        .help("keep the evaluation that is meant"),
                );
                return None;
            }
            values[option] = Some(value);
        }
        if let Some(missing) = values.iter().position(Option::is_none) {
            let name = topic.answers.choice(missing).map(|choice| choice.to_string()).unwrap_or_default();
            let message = format!("{} has no evaluation of {}", quoted(&topic.name), quoted(&name));
            let span = self.xml.span(issue);
            let help = format!("add `<item value=\"{}\" evaluation=\"…\"/>` to the issue", shown(&name));
            self.push(Fault::new(Code::MissingValue, span, message).label("incomplete").help(help));
            return None;
        }
        let values: Vec<f64> = values.into_iter().flatten().collect();
        let most = values.iter().copied().fold(0.0, f64::max);
        Some(Worth::Table(values.iter().map(|e| if most > 0.0 { e / most } else { 0.0 }).collect()))
    }

    fn unknown_option(&mut self, topic: &Topic, name: &str, span: Span) {
        let fault = Fault::new(
            Code::UnknownOption,
            span,
            format!("{} is not an option of {}", quoted(name), quoted(&topic.name)),
        )
        .label("not in the domain");
        let names: Vec<String> = (0..topic.answers.count().unwrap_or(0).min(1_000))
            .filter_map(|i| topic.answers.choice(i))
            .map(|c| c.to_string())
            .collect();
        let near = nearest(name, names.iter().map(String::as_str))
            .map(|near| format!("did you mean {}?", quoted(near)));
        self.push(match near {
            Some(near) => fault.help(near),
            None => fault.help(format!("its options are {}", listed(names.iter().map(String::as_str)))),
        });
    }
}

/// A name within a hint, where it stands in quotes already.
fn shown(name: &str) -> String {
    quoted(name).trim_matches('`').to_owned()
}

//! Genius: a domain and profiles in XML (Lin, Kraus, Baarslag, Tykhonov, Hindriks & Jonker 2014).
//!
//! `u(x) = Σ_k w_k · e_k(x_k) / max e_k` on issues in words, weights as they stand in the file, whatever their sum. On
//! whole numbers the evaluation is `slope · (x − lower bound) + offset`, on real ones linear (`parameter1 · x +
//! parameter0`), constant, or a triangle (`parameter0` and `parameter1` its feet, `parameter2` its top), each within
//! [0, 1] and without a division by its largest. A reservation that is not there is 0. `cost` has been dead for long.
//! A discount `u · d^t` is about the time of an agreement, not about which: it is left out, and said.

use std::collections::BTreeMap;

use detente_model::Choice;
use roxmltree::Node;

use super::contradictions::index;
use super::scenario::{Answers, Lines, NoDeal, Profile, Scale, Topic, Wish, Worth};
use super::xml::{Prepared, attribute, children};
use super::{File, contradictions, rectangles};
use crate::code::Code;
use crate::fault::Fault;
use crate::nearest::nearest;
use crate::text::{Span, quoted};

/// What a Genius file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Domain,
    Profile,
}

/// A file in XML while it is being read.
pub(super) struct Reader<'a> {
    pub(super) file: &'a mut File,
    pub(super) xml: &'a Prepared,
}

/// What a file in XML is, if it is one of Genius.
pub(super) fn part(root: Node<'_, '_>) -> Option<Part> {
    match root.tag_name().name() {
        "negotiation_template" => Some(Part::Domain),
        "utility_space" => Some(Part::Profile),
        _ => None,
    }
}

/// The issues of a domain; fewer, with faults, where they are not sound.
pub(super) fn domain(reader: &mut Reader<'_>, root: Node<'_, '_>) -> Vec<Topic> {
    let issues: Vec<Node<'_, '_>> = root.descendants().filter(|node| node.has_tag_name("issue")).collect();
    if issues.is_empty() {
        let span = reader.xml.span(root);
        reader.push(Fault::new(Code::NoIssues, span, "the domain has no issue").label("empty"));
    }
    issues.into_iter().filter_map(|issue| reader.topic(issue)).collect()
}

/// A profile on the issues of a domain; `None` with faults.
pub(super) fn profile(
    reader: &mut Reader<'_>,
    root: Node<'_, '_>,
    topics: &[Topic],
    file: usize,
) -> Option<Profile> {
    contradictions::check(reader, root, topics);
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
            reader.push(Fault::new(Code::OutOfRange, span, message).label("outside"));
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
    let (rectangles, scale) = if let Some((rectangles, scale)) = found {
        (rectangles, scale)
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
    pub(super) fn push(&mut self, fault: Fault) {
        self.file.faults.push(fault);
    }

    pub(super) fn lines(&self, node: Node<'_, '_>) -> Lines {
        Lines::of(&self.file.text, self.xml.span(node))
    }

    /// The text of an attribute that must be there.
    pub(super) fn needed(&mut self, node: Node<'_, '_>, name: &str) -> Option<(String, Span)> {
        let found = node.attribute_node(name).map(|attribute| self.xml.span_of(attribute));
        let Some(span) = found else {
            let message = format!("`<{}>` has no {}", node.tag_name().name(), quoted(name));
            let span = self.xml.span(node);
            self.push(Fault::new(Code::MissingKey, span, message).label("incomplete"));
            return None;
        };
        attribute(node, name).map(|text| (text, span))
    }

    /// The number in an attribute that must be there.
    pub(super) fn number(&mut self, node: Node<'_, '_>, name: &str) -> Option<(f64, Span)> {
        let (text, span) = self.needed(node, name)?;
        match text.trim().parse::<f64>() {
            Ok(x) if x.is_finite() => return Some((x, span)),
            Ok(_) => {
                let message = format!("{} must be a finite number", quoted(name));
                self.push(Fault::new(Code::NotFinite, span, message).label("not finite"));
            }
            Err(_) => {
                let message = format!("{} must be a number, found {}", quoted(name), quoted(&text));
                self.push(Fault::new(Code::WrongType, span, message).label("not a number"));
            }
        }
        None
    }

    fn topic(&mut self, issue: Node<'_, '_>) -> Option<Topic> {
        let (name, _) = self.needed(issue, "name")?;
        let index = index(issue);
        let kind = ["type", "vtype", "etype"].into_iter().find_map(|key| attribute(issue, key));
        let answers = match kind.as_deref() {
            Some("integer") if children(issue, "item").next().is_none() => {
                let (from, to) = self.range(issue)?;
                if from.fract() != 0.0 || to.fract() != 0.0 || from.abs() > 9e15 || to.abs() > 9e15 {
                    let message =
                        format!("the issue {} runs over whole numbers, found {from} to {to}", quoted(&name));
                    let span = self.xml.span(issue);
                    self.push(Fault::new(Code::WrongType, span, message).label("not whole"));
                    return None;
                }
                Answers::Whole(from as i64, to as i64)
            }
            Some("real") => {
                let (from, to) = self.range(issue)?;
                Answers::Between(from, to)
            }
            Some("discrete" | "integer") | None => self.items(issue)?,
            Some(other) => {
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
    fn range(&mut self, issue: Node<'_, '_>) -> Option<(f64, f64)> {
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
        let (weight, span) = self.number(weight, "value")?;
        if weight < 0.0 {
            let message = format!("a weight is 0 or more, found {weight}");
            self.push(Fault::new(Code::OutOfRange, span, message).label("below 0"));
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
                self.push(Fault::new(Code::OutOfRange, span, message).label("below 0"));
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
            self.push(Fault::new(Code::MissingValue, span, message).label("incomplete"));
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
            None => fault,
        });
    }

    /// The evaluation of an issue in numbers.
    fn evaluator(
        &mut self,
        issue: Node<'_, '_>,
        topic: &Topic,
        ends: (f64, f64),
        whole: bool,
    ) -> Option<Worth> {
        let Some(node) = children(issue, "evaluator").next() else {
            let message = format!("the issue {} has no evaluator", quoted(&topic.name));
            let span = self.xml.span(issue);
            self.push(
                Fault::new(Code::MissingValue, span, message)
                    .label("what are its numbers worth?")
                    .help("add `<evaluator ftype=\"linear\" …/>`"),
            );
            return None;
        };
        let kind = attribute(node, "ftype").unwrap_or_else(|| String::from("linear")).to_lowercase();
        let mut number = |name: &str| self.number(node, name).map(|(x, _)| x);
        let curve = match kind.as_str() {
            "linear" if whole && node.attribute("slope").is_some() => {
                let (slope, offset) = (number("slope")?, number("offset")?);
                Curve::linear(slope, offset - slope * ends.0, ends)
            }
            "linear" => {
                let (slope, offset) = (number("parameter1")?, number("parameter0")?);
                Curve::linear(slope, offset, ends)
            }
            "constant" => Curve { points: vec![(ends.0, number("parameter0")?)], jump: false },
            "triangular" => {
                Curve::triangle(number("parameter0")?, number("parameter1")?, number("parameter2")?, ends)
            }
            other => {
                let message = format!("an evaluator of the type {} cannot be read", quoted(other));
                let span = self.xml.span(node);
                self.push(
                    Fault::new(Code::Unsupported, span, message)
                        .label("not known")
                        .help("`linear`, `constant` and `triangular` can"),
                );
                return None;
            }
        };
        if curve.jump {
            let message = "a triangle that rises or falls upright within the issue cannot be held by a case";
            let span = self.xml.span(node);
            self.push(
                Fault::new(Code::Unsupported, span, message)
                    .label("its top is at its foot")
                    .help("move the top a little inwards"),
            );
            return None;
        }
        Some(Worth::points(&curve.points, ends))
    }
}

/// A piecewise-linear function.
struct Curve {
    points: Vec<(f64, f64)>,
    /// Whether it jumps within the issue.
    jump: bool,
}

impl Curve {
    /// `slope · x + offset` within [0, 1].
    fn linear(slope: f64, offset: f64, (from, to): (f64, f64)) -> Self {
        let at = |x: f64| (slope * x + offset).clamp(0.0, 1.0);
        let mut points = vec![(from, at(from))];
        if slope != 0.0 {
            let mut bends = [(-offset / slope, 0.0), ((1.0 - offset) / slope, 1.0)];
            bends.sort_by(|a, b| a.0.total_cmp(&b.0));
            points.extend(bends.into_iter().filter(|(x, _)| from < *x && *x < to));
        }
        if to > from {
            points.push((to, at(to)));
        }
        Self { points, jump: false }
    }

    /// 0 at both feet and beyond, 1 at the top.
    fn triangle(left: f64, right: f64, top: f64, (from, to): (f64, f64)) -> Self {
        // An upright side within the issue is a jump; at its very beginning the value there is that of the top.
        let jump =
            (left >= top && left > from && left <= to) || (right <= top && right > from && right <= to);
        let mut points = Vec::new();
        if left < top {
            points.push((left, 0.0));
        }
        points.push((top, 1.0));
        if right > top {
            points.push((right, 0.0));
        }
        Self { points, jump }
    }
}

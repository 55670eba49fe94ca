//! The format, declared once.
//!
//! Every table with its keys, their types, whether they must be there, and a sentence on each. The check of
//! shapes ([`crate::conform`]), the JSON Schema ([`crate::schema`]), the reference in the documentation and the edits by path
//! ([`crate::edit`]) are all read from here, so that they cannot disagree. Here stand what a declaration is made of and the
//! table at the top; each part of the format has a file below.

pub(crate) mod collective;
mod commitments;
mod conflict;
mod durability;
mod evidence;
mod exchange;
mod issues;
mod parties;
mod positions;
pub(crate) mod talks;

use collective::COLLECTIVE;
use commitments::COMMITMENT;
use conflict::{CONFLICT, MOVE};
use durability::DURABILITY;
use evidence::{CLAIM, EVIDENCE, FORECAST, PROPOSITION};
use exchange::EXCHANGE;
use issues::{INFEASIBLE, ISSUE};
use parties::{AUDIENCE, PARTY, RATIFICATION, SOURCE};
pub(crate) use positions::POSITION;
use positions::{COMPARISON, INTERACTION};
use talks::TALKS;

/// A table of the format.
#[derive(Debug)]
pub(crate) struct Shape {
    /// Its name in the schema and the reference.
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) keys: &'static [Key],
    /// What keys other than these stand for, if there may be others.
    pub(crate) others: Option<(Names, &'static Kind)>,
}

/// A key of a table.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) required: bool,
    /// Keys beside any of which this one need not be there.
    pub(crate) unless: &'static [&'static str],
    pub(crate) about: &'static str,
    /// Words that people from the field may try instead.
    pub(crate) otherwise: &'static [&'static str],
}

/// What a value must look like.
#[derive(Debug)]
pub(crate) enum Kind {
    /// The version of the format.
    Version,
    /// Text that is not blank.
    Text,
    /// A day.
    Date,
    /// `true` or `false`.
    Truth,
    /// A whole number, not negative.
    Whole,
    /// A number, exactly known.
    Exact,
    /// A number, a range, or a range with a most likely value.
    Number(Bounds),
    /// One of a few words.
    Word(&'static [&'static str]),
    /// The name of something declared elsewhere.
    Id(Names),
    /// The id of a source, and after `#` the place in it.
    Citation,
    /// A grade such as `B2`.
    Grade,
    /// A statement about moves.
    Formula,
    /// `issue:` and the id of an issue.
    FromIssue,
    /// An option of an issue: text or a number.
    Option,
    /// A list.
    List(&'static Kind),
    /// A table.
    Table(&'static Shape),
    /// A table whose keys are names.
    ByName(Names, &'static Kind),
    /// One of several, told apart by their TOML type.
    Either(&'static [Kind]),
}

/// What the keys of a table, or a reference, name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Names {
    /// New ids: the table declares what it names.
    New,
    Source,
    Party,
    /// A party or an audience.
    Actor,
    Issue,
    Proposition,
    Move,
    Commitment,
    /// An actor of the body that decides.
    Member,
    /// An issue that the body decides.
    Matter,
    /// Options of an issue: which issue depends on the place, so the decoders look them up.
    Option,
    /// Lots of the exchange, which are known by the name as shown: the decoders look them up.
    Lot,
    /// A path to a number of the case.
    Path,
    /// A grade, half of one, or `ungraded`: the decoder looks at them.
    Trust,
}

/// The numbers that make sense in a place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    pub(crate) least: f64,
    pub(crate) most: f64,
}

impl Bounds {
    pub(crate) fn holds(self, x: f64) -> bool {
        self.least <= x && x <= self.most
    }

    /// "between 0 and 1", for a sentence; `None` when every number will do.
    pub(crate) fn words(self) -> Option<String> {
        let Self { least, most } = self;
        match (least == f64::NEG_INFINITY, most == f64::INFINITY) {
            (true, true) => None,
            (false, true) if least == f64::MIN_POSITIVE => Some(String::from("above 0")),
            (false, true) => Some(format!("{least} or more")),
            (true, false) => Some(format!("{most} or less")),
            (false, false) => Some(format!("between {least} and {most}")),
        }
    }
}

/// Any number at all.
pub(crate) const ANY: Bounds = Bounds { least: f64::NEG_INFINITY, most: f64::INFINITY };
/// A share, a value, a probability.
pub(crate) const UNIT: Bounds = Bounds { least: 0.0, most: 1.0 };
/// An amount.
pub(crate) const AMOUNT: Bounds = Bounds { least: 0.0, most: f64::INFINITY };
/// A ratio of something to itself or less.
pub(crate) const AT_LEAST_ONE: Bounds = Bounds { least: 1.0, most: f64::INFINITY };
/// A ratio or a length of time.
pub(crate) const ABOVE_ZERO: Bounds = Bounds { least: f64::MIN_POSITIVE, most: f64::INFINITY };

/// What options may add together that no weight scales: far beyond the scale from 0 to 1, and far within what sums can hold.
pub(crate) const ADDED: Bounds = Bounds { least: -100.0, most: 100.0 };

const fn must(name: &'static str, kind: Kind, about: &'static str) -> Key {
    Key { name, kind, required: true, unless: &[], about, otherwise: &[] }
}

const fn may(name: &'static str, kind: Kind, about: &'static str) -> Key {
    Key { name, kind, required: false, unless: &[], about, otherwise: &[] }
}

impl Key {
    const fn unless(mut self, others: &'static [&'static str]) -> Self {
        self.unless = others;
        self
    }

    /// Whether it must be there whatever else is.
    pub(crate) fn always_required(&self) -> bool {
        self.required && self.unless.is_empty()
    }

    const fn or(mut self, otherwise: &'static [&'static str]) -> Self {
        self.otherwise = otherwise;
        self
    }
}

const CITE: Kind = Kind::List(&Kind::Citation);
/// `when`: on each issue named, one option or any of a list.
const WHEN: Kind = Kind::ByName(Names::Issue, &Kind::Either(&[Kind::Option, Kind::List(&Kind::Option)]));
/// An option on each of some issues.
const PACKAGE: Kind = Kind::ByName(Names::Issue, &Kind::Option);
const BY_PARTY: Kind = Kind::ByName(Names::Party, &Kind::Number(ANY));
const AMOUNT_BY_PARTY: Kind = Kind::ByName(Names::Party, &Kind::Number(AMOUNT));
const AMENDMENTS: Kind = Kind::ByName(Names::Path, &Kind::Number(ANY));

/// Tables that say something of a case that has nothing on the table: it needs neither issues nor positions.
pub(crate) const WITHOUT_A_TABLE: &[&str] = &[
    "conflict",
    "exchange",
    "durability",
    "claims",
    "propositions",
    "forecasts",
    "collective",
    "commitments",
];

pub(crate) static CASE: Shape = Shape {
    name: "case",
    about: "A negotiation, as one person wrote it down.",
    keys: &[
        must("case", Kind::Version, "Version of the format: 1.").or(&["version", "format"]),
        must("title", Kind::Text, "What the case is about.").or(&["name"]),
        must("as_of", Kind::Date, "Nothing later than this day is known to it.").or(&["date"]),
        may("summary", Kind::Text, "A few sentences for the reader.").or(&["description"]),
        may(
            "include",
            Kind::List(&Kind::Text),
            "Other files of this case, in its folder or below: a party's sheet, for example, that stays at home.",
        ),
        may("sources", Kind::ByName(Names::New, &Kind::Table(&SOURCE)), "What the case rests on."),
        must("parties", Kind::ByName(Names::New, &Kind::Table(&PARTY)), "Who talks.").unless(&["collective"]),
        may("audiences", Kind::ByName(Names::New, &Kind::Table(&AUDIENCE)), "Who stands behind them."),
        may(
            "ratification",
            Kind::ByName(Names::Party, &Kind::Table(&RATIFICATION)),
            "What a party needs at home before it can sign.",
        ),
        must("issues", Kind::ByName(Names::New, &Kind::Table(&ISSUE)), "What is on the table.")
            .unless(WITHOUT_A_TABLE),
        may("infeasible", Kind::List(&Kind::Table(&INFEASIBLE)), "Packages that cannot be."),
        must(
            "positions",
            Kind::ByName(Names::Actor, &Kind::Table(&POSITION)),
            "What each principal and each audience wants.",
        )
        .unless(WITHOUT_A_TABLE),
        may(
            "interactions",
            Kind::List(&Kind::Table(&INTERACTION)),
            "Worth that options have only when they come together.",
        ),
        may(
            "prefers",
            Kind::List(&Kind::Table(&COMPARISON)),
            "Packages that a side has compared; they restrict its weights.",
        ),
        may(
            "propositions",
            Kind::ByName(Names::New, &Kind::Table(&PROPOSITION)),
            "Open questions on which the case depends.",
        ),
        may("claims", Kind::List(&Kind::Table(&CLAIM)), "What was said and done."),
        may(
            "evidence",
            Kind::Table(&EVIDENCE),
            "How claims are weighed, where the case departs from the convention.",
        ),
        may("forecasts", Kind::List(&Kind::Table(&FORECAST)), "Probabilities that came due or will."),
        may(
            "commitments",
            Kind::List(&Kind::Table(&COMMITMENT)),
            "What was promised for the time after the signing: who, what, how many, by when.",
        )
        .or(&["promises", "obligations"]),
        may("exchange", Kind::Table(&EXCHANGE), "What would change hands, and what holds each side to it."),
        may("durability", Kind::Table(&DURABILITY), "How long agreements have lasted here."),
        may("talks", Kind::Table(&TALKS), "How the talks are held, and what changes while they go on."),
        may(
            "collective",
            Kind::Table(&COLLECTIVE),
            "A body that decides, in which many have a say and nobody signs alone.",
        )
        .or(&["body", "council"]),
        may("moves", Kind::ByName(Names::New, &Kind::Table(&MOVE)), "What each side could do instead."),
        may("conflict", Kind::Table(&CONFLICT), "How those moves hang together, and who prefers what."),
    ],
    others: None,
};

/// Whether a key of this name holds text wherever it stands.
pub(crate) fn takes_only_text(name: &str) -> bool {
    let mut kinds = Vec::new();
    kinds_of(name, &CASE, &mut kinds);
    let is_text = |kind: &&Kind| matches!(kind, Kind::Text | Kind::Formula | Kind::Grade | Kind::Word(_));
    !kinds.is_empty() && kinds.iter().all(is_text)
}

/// The kinds of all keys of a name.
fn kinds_of(name: &str, shape: &'static Shape, found: &mut Vec<&'static Kind>) {
    fn within(kind: &'static Kind, name: &str, found: &mut Vec<&'static Kind>) {
        match kind {
            Kind::Table(shape) => kinds_of(name, shape, found),
            Kind::List(kind) | Kind::ByName(_, kind) => within(kind, name, found),
            Kind::Either(kinds) => kinds.iter().for_each(|kind| within(kind, name, found)),
            _ => {}
        }
    }
    for key in shape.keys {
        if key.name == name {
            found.push(&key.kind);
        }
        within(&key.kind, name, found);
    }
    if let Some((_, kind)) = shape.others {
        within(kind, name, found);
    }
}

//! The format, declared once.
//!
//! Every table with its keys, their types, whether they must be there, and a sentence on each. The check of
//! shapes ([`crate::conform`]), the JSON Schema ([`crate::schema`]) and the reference in the documentation are all
//! read from here, so that they cannot disagree.

mod evidence;

use evidence::{CLAIM, EVIDENCE, FORECAST};

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

pub(crate) static CASE: Shape = Shape {
    name: "case",
    about: "A negotiation, as one person wrote it down.",
    keys: &[
        must("case", Kind::Version, "Version of the format: 1.").or(&["version", "format"]),
        must("title", Kind::Text, "What the case is about.").or(&["name"]),
        must("as_of", Kind::Date, "Nothing later than this day is known to it.").or(&["date"]),
        may("summary", Kind::Text, "A few sentences for the reader.").or(&["description"]),
        may("sources", Kind::ByName(Names::New, &Kind::Table(&SOURCE)), "What the case rests on."),
        must("parties", Kind::ByName(Names::New, &Kind::Table(&PARTY)), "Who talks."),
        may("audiences", Kind::ByName(Names::New, &Kind::Table(&AUDIENCE)), "Who stands behind them."),
        may(
            "ratification",
            Kind::ByName(Names::Party, &Kind::Table(&RATIFICATION)),
            "What a party needs at home before it can sign.",
        ),
        must("issues", Kind::ByName(Names::New, &Kind::Table(&ISSUE)), "What is on the table.")
            .unless(&["conflict", "exchange"]),
        may("infeasible", Kind::List(&Kind::Table(&INFEASIBLE)), "Packages that cannot be."),
        must(
            "positions",
            Kind::ByName(Names::Actor, &Kind::Table(&POSITION)),
            "What each principal and each audience wants.",
        )
        .unless(&["conflict", "exchange"]),
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
        may("exchange", Kind::Table(&EXCHANGE), "What would change hands, and what holds each side to it."),
        may("durability", Kind::Table(&DURABILITY), "How long agreements have lasted here."),
        may("moves", Kind::ByName(Names::New, &Kind::Table(&MOVE)), "What each side could do instead."),
        may("conflict", Kind::Table(&CONFLICT), "How those moves hang together, and who prefers what."),
    ],
    others: None,
};

pub(crate) static SOURCE: Shape = Shape {
    name: "source",
    about: "A publication, document or conversation.",
    keys: &[
        must("title", Kind::Text, "What it is, as a reader would look it up.").or(&["name"]),
        may("published", Kind::Date, "When it appeared.").or(&["date"]),
        may(
            "reliability",
            Kind::Word(&["A", "B", "C", "D", "E", "F"]),
            "Reliability on the NATO (Admiralty) scale; F says that it cannot be judged.",
        )
        .or(&["grade"]),
        may(
            "locator",
            Kind::Text,
            "Where to find it: an address, an ISBN, an archive number. Never fetched.",
        )
        .or(&["url", "link"]),
    ],
    others: None,
};

pub(crate) static PARTY: Shape = Shape {
    name: "party",
    about: "Someone at the table.",
    keys: &[
        must("name", Kind::Text, "Name as shown.").or(&["title"]),
        must(
            "role",
            Kind::Word(&["principal", "mediator", "guarantor", "other"]),
            "What it does at the table; only principals must sign.",
        ),
        may("people", Kind::List(&Kind::Table(&PERSON)), "Who speaks for it."),
    ],
    others: None,
};

pub(crate) static PERSON: Shape = Shape {
    name: "person",
    about: "Someone who speaks or acts for a party.",
    keys: &[
        must("name", Kind::Text, "The name as reports give it."),
        may("role", Kind::Text, "The office held."),
        may("aliases", Kind::List(&Kind::Text), "Other spellings and short forms."),
    ],
    others: None,
};

pub(crate) static AUDIENCE: Shape = Shape {
    name: "audience",
    about: "A group behind a party, whose consent matters at home.",
    keys: &[
        must("name", Kind::Text, "Name as shown.").or(&["title"]),
        must("of", Kind::Id(Names::Party), "The party behind which it stands.").or(&["party"]),
        may("veto", Kind::Truth, "Whether there is no deal without it; `false` if not said."),
        may(
            "weight",
            Kind::Number(AMOUNT),
            "What it counts for in the party's ratification; 1 if not said; unused with a veto.",
        ),
        may("cite", CITE, "What the weight rests on."),
    ],
    others: None,
};

pub(crate) static RATIFICATION: Shape = Shape {
    name: "ratification",
    about: "What a party needs at home before it can sign.",
    keys: &[
        must(
            "quota",
            Kind::Number(UNIT),
            "Share of the weight of its audiences without a veto that must accept. Without it the leader decides.",
        )
        .or(&["share", "threshold"]),
        may("cite", CITE, "What the quota rests on."),
    ],
    others: None,
};

pub(crate) static ISSUE: Shape = Shape {
    name: "issue",
    about: "A question that a deal must settle. It has `options` or a `range`.",
    keys: &[
        must("name", Kind::Text, "Name as shown.").or(&["title"]),
        may("unit", Kind::Text, "Unit of an issue in numbers, for example `days`."),
        may("options", Kind::List(&Kind::Option), "The possible answers, all in words or all in numbers.")
            .or(&["values", "choices"]),
        may(
            "range",
            Kind::Table(&RANGE),
            "The possible answers: evenly spaced numbers, or every number between two.",
        ),
    ],
    others: None,
};

pub(crate) static RANGE: Shape = Shape {
    name: "range",
    about: "Evenly spaced numbers, or without a step every number from one to the other.",
    keys: &[
        must("from", Kind::Exact, "The first.").or(&["min", "low", "start"]),
        must("to", Kind::Exact, "The last; the steps must reach it.").or(&["max", "high", "end"]),
        may(
            "step",
            Kind::Exact,
            "The distance between one and the next; above 0. Without it the issue is continuous.",
        )
        .or(&["by"]),
    ],
    others: None,
};

pub(crate) static INFEASIBLE: Shape = Shape {
    name: "infeasible",
    about: "A combination of options that no package can contain.",
    keys: &[
        must("when", WHEN, "What cannot go together: issue and option, or a list of options."),
        may("because", Kind::Text, "Why not.").or(&["reason"]),
    ],
    others: None,
};

pub(crate) static POSITION: Shape = Shape {
    name: "position",
    about: "What a principal or an audience wants. Keys other than these are issues.",
    keys: &[
        must(
            "no_deal",
            Kind::Either(&[Kind::Number(UNIT), PACKAGE]),
            "Worth of no agreement on its own scale from 0 to 1, or options: as much as these with every other \
             issue at its worst.",
        )
        .or(&["reservation", "batna", "reservation_value"]),
        may(
            "weights",
            Kind::ByName(Names::Issue, &Kind::Number(AMOUNT)),
            "How much each issue matters; they sum to 1, or are ranges that are rescaled.",
        )
        .or(&["weight"]),
        may(
            "importance",
            Kind::List(&Kind::Either(&[
                Kind::Id(Names::Issue),
                Kind::List(&Kind::Id(Names::Issue)),
            ])),
            "The issues, most important first; a list inside is a tie.",
        )
        .or(&["priorities", "order"]),
        may("cite", CITE, "What all of its numbers rest on.").or(&["source", "sources"]),
        may("note", Kind::Text, "A remark for the reader."),
    ],
    others: Some((Names::Issue, &Kind::Table(&ISSUE_POSITION))),
};

pub(crate) static ISSUE_POSITION: Shape = Shape {
    name: "issue position",
    about: "What an actor wants on one issue: `values`, or `ideal` and `worst`, or `points`; and its red lines.",
    keys: &[
        may(
            "values",
            Kind::ByName(Names::Option, &Kind::Number(UNIT)),
            "What each option is worth, from 0 to 1.",
        )
        .or(&["value", "options"]),
        may("ideal", Kind::Number(ANY), "Where the worth is 1, on an issue in numbers.").or(&["best"]),
        may("worst", Kind::Number(ANY), "Where the worth is 0; linear between, flat beyond."),
        may(
            "points",
            Kind::List(&Kind::List(&Kind::Number(ANY))),
            "Pairs of a number and its worth; linear between, flat beyond.",
        ),
        may("never", Kind::List(&Kind::Option), "Red line: options that no deal may contain.").or(&[
            "red_line",
            "red_lines",
            "refuses",
        ]),
        may("at_most", Kind::Number(ANY), "Red line: no deal above this number.").or(&["max"]),
        may("at_least", Kind::Number(ANY), "Red line: no deal below this number.").or(&["min"]),
        may(
            "cite",
            CITE,
            "What these numbers rest on, instead of what the position cites; `[]` for a judgement.",
        )
        .or(&["source", "sources"]),
        may("note", Kind::Text, "A remark for the reader."),
    ],
    others: None,
};

pub(crate) static INTERACTION: Shape = Shape {
    name: "interaction",
    about: "Worth that options have only when they come together.",
    keys: &[
        must("of", Kind::Id(Names::Actor), "To whom: a party or an audience with a position.").or(&["party"]),
        must("when", WHEN, "What must come together: issue and option, or a list of options."),
        must("value", Kind::Number(ADDED), "What is then added to the weighted sum."),
        may("cite", CITE, "What it rests on."),
    ],
    others: None,
};

pub(crate) static COMPARISON: Shape = Shape {
    name: "comparison",
    about: "Two packages of which a side would rather have one, or wants both alike; on issues that neither names they are the same.",
    keys: &[
        must("of", Kind::Id(Names::Actor), "Whose preference: a party or an audience with a position.")
            .or(&["party", "by", "who"]),
        must("this", PACKAGE, "The one package: options of some issues.").or(&["prefers", "package"]),
        must("over", PACKAGE, "The other, on the same issues, wanted no more than the one.")
            .unless(&["as_much_as"])
            .or(&["to", "than", "that"]),
        may(
            "as_much_as",
            PACKAGE,
            "The other, on the same issues, wanted exactly as much: they are indifferent.",
        )
        .or(&["indifferent", "equals", "same_as"]),
        may("cite", CITE, "What it rests on."),
    ],
    others: None,
};

pub(crate) static PROPOSITION: Shape = Shape {
    name: "proposition",
    about: "A statement that is true or false, and what follows from it for the case.",
    keys: &[
        must("text", Kind::Text, "The statement.").or(&["name", "title"]),
        must("prior", Kind::Number(UNIT), "Probability before any claim is heard.").or(&["probability"]),
        may("when_true", AMENDMENTS, "Numbers of this file, by their path, and what they are if it is true."),
        may(
            "when_false",
            AMENDMENTS,
            "Numbers of this file, by their path, and what they are if it is false.",
        ),
        may("cite", CITE, "What the prior rests on."),
    ],
    others: None,
};

pub(crate) static EXCHANGE: Shape = Shape {
    name: "exchange",
    about: "What would change hands, and what holds each side to it.",
    keys: &[
        must(
            "pledge_days",
            Kind::Either(&[Kind::Number(AMOUNT), Kind::FromIssue]),
            "For how long calm is pledged, in days, or `\"issue:…\"`: as the package says.",
        ),
        may(
            "guarantee",
            Kind::Either(&[AMOUNT_BY_PARTY, Kind::FromIssue]),
            "What a guarantor can make a breach cost each party, or `\"issue:…\"`: see `guarantee_table`.",
        ),
        may(
            "guarantee_table",
            Kind::ByName(Names::Option, &AMOUNT_BY_PARTY),
            "The guarantee for each option of the issue that `guarantee` names.",
        ),
        may("war_gain_per_day", BY_PARTY, "Net gain per day from fighting rather than pausing."),
        may("calm_value_per_day", BY_PARTY, "Worth of a day of calm."),
        may("day_after", BY_PARTY, "Worth of the relation after the exchange is over."),
        may("lots", Kind::List(&Kind::Table(&LOT)), "What is handed over."),
        may("capacity_per_day", AMOUNT_BY_PARTY, "The most people that a side can hand over on one day."),
        may(
            "minimum_batch",
            AMOUNT_BY_PARTY,
            "The fewest that a side hands over at a time, or all that are left.",
        ),
        may(
            "deliver",
            Kind::Either(&[Kind::Word(&["daily"]), Kind::Table(&DELIVERY)]),
            "On which days there are handovers; `\"daily\"` if not said.",
        ),
        may("rounds_per_day", Kind::Number(ABOVE_ZERO), "How many handovers on one such day; 1 if not said."),
        may(
            "handover",
            Kind::Text,
            "`\"simultaneous\"`, or the id of the party that hands over first; simultaneous if not said.",
        ),
        may(
            "watch",
            Kind::Word(&["daily", "throughout"]),
            "When each side thinks again: once a day, or also in the moment before a handover.",
        ),
        may("discount_per_day", Kind::Number(AMOUNT), "The rate at which days to come are discounted."),
        may(
            "guarantee_over_time",
            Kind::ByName(Names::Party, &Kind::List(&Kind::List(&Kind::Number(AMOUNT)))),
            "Pairs of a day and the share of the guarantee in force; linear between, flat beyond.",
        ),
        may("escrow", AMOUNT_BY_PARTY, "What a party deposits and loses by stopping."),
        may(
            "escrow_until",
            Kind::Word(&["completion", "end"]),
            "When a deposit is given back: as soon as all is handed over, or at the end of the pledge.",
        ),
        may("extension", Kind::Table(&EXTENSION), "More days of calm for more people."),
        may("schedule", Kind::List(&Kind::Table(&SCHEDULE)), "Schedules that somebody proposes."),
        may(
            "observed",
            Kind::List(&Kind::Table(&OBSERVED)),
            "Steps of this or an earlier exchange on the same terms that were kept or broken.",
        ),
        may("cite", CITE, "What its numbers rest on."),
    ],
    others: None,
};

pub(crate) static LOT: Shape = Shape {
    name: "lot",
    about: "People or things of one kind that one side hands over.",
    keys: &[
        must("name", Kind::Text, "Name as shown, different for every lot."),
        must("from", Kind::Id(Names::Party), "Who hands them over."),
        must(
            "count",
            Kind::Either(&[Kind::Number(AMOUNT), Kind::FromIssue]),
            "How many, or `\"issue:…\"`: as the package says.",
        ),
        must(
            "worth",
            BY_PARTY,
            "What one is worth to each party: to the receiver, and to the giver as leverage.",
        ),
        may("cite", CITE, "What its numbers rest on, instead of what the exchange cites."),
        may("worth_cite", CITE, "What the worths rest on, if on something else; `[]` for a judgement."),
    ],
    others: None,
};

pub(crate) static DELIVERY: Shape = Shape {
    name: "delivery",
    about: "On which days there are handovers: `every` or `on`.",
    keys: &[
        may("every", Kind::Number(ABOVE_ZERO), "On day 0 and every so many days."),
        may("on", Kind::List(&Kind::Exact), "On these days since the pledge began, in order."),
    ],
    others: None,
};

pub(crate) static EXTENSION: Shape = Shape {
    name: "extension",
    about: "More days of calm for more people. The lots that it names belong to extensions alone.",
    keys: &[
        must("days", Kind::Number(AMOUNT), "How many days are added at a time."),
        must("for_every", Kind::Number(ABOVE_ZERO), "For how many people."),
        must("of", Kind::List(&Kind::Text), "Of which lots, by name, in the order in which they go."),
        may(
            "in_return",
            Kind::ByName(Names::Lot, &Kind::Number(AMOUNT)),
            "How many of which lots go the other way.",
        ),
        may("at_most", Kind::Number(AMOUNT), "The most days that can be added."),
    ],
    others: None,
};

pub(crate) static SCHEDULE: Shape = Shape {
    name: "schedule",
    about: "A schedule that somebody proposes: `steps`, or `stages` and `every`.",
    keys: &[
        must("name", Kind::Text, "Name as shown, different for every schedule."),
        may("when", WHEN, "The packages that it belongs to; all, if not said."),
        may("handover", Kind::Text, "As in the exchange, if it differs."),
        may("steps", Kind::List(&Kind::Table(&STEP)), "What goes on which day, in order."),
        may("stages", Kind::Whole, "Every lot in so many equal parts."),
        may("every", Kind::Exact, "So many days apart, from day 0 on."),
        may("cite", CITE, "What it rests on."),
    ],
    others: None,
};

pub(crate) static STEP: Shape = Shape {
    name: "step",
    about: "One day of a schedule.",
    keys: &[
        must("day", Kind::Exact, "Days since the pledge began."),
        must("give", Kind::ByName(Names::Lot, &Kind::Whole), "How many of which lots."),
    ],
    others: None,
};

pub(crate) static OBSERVED: Shape = Shape {
    name: "observed step",
    about: "A step that a party kept or broke.",
    keys: &[
        must("party", Kind::Id(Names::Party), "Who went on or stopped."),
        must("day", Kind::Exact, "Days since the pledge began."),
        must("pledge_days", Kind::Exact, "The length of that pledge."),
        may(
            "still_to_come",
            Kind::ByName(Names::Lot, &Kind::Whole),
            "How many of which lots were still to come, from both sides; a lot not named was done.",
        ),
        must("kept", Kind::Truth, "`true` if it went on, `false` if it stopped."),
        may("cite", CITE, "What it rests on."),
    ],
    others: None,
};

pub(crate) static DURABILITY: Shape = Shape {
    name: "durability",
    about: "How long agreements have lasted here, and what makes them last.",
    keys: &[
        must("baseline", Kind::Table(&BASELINE), "How long they have lasted without any of the factors."),
        may("shape", Kind::Number(ABOVE_ZERO), "Weibull shape; 1, a constant hazard, if not said."),
        may("factors", Kind::List(&Kind::Table(&FACTOR)), "What raises or lowers the hazard."),
        may("cite", CITE, "What the baseline and the shape rest on."),
    ],
    others: None,
};

pub(crate) static BASELINE: Shape = Shape {
    name: "baseline",
    about: "How long agreements have lasted here without any of the factors.",
    keys: &[must("median_days", Kind::Number(ABOVE_ZERO), "The median life in days.")],
    others: None,
};

pub(crate) static FACTOR: Shape = Shape {
    name: "factor",
    about: "Something about an agreement that changes how long it lasts.",
    keys: &[
        must("name", Kind::Text, "Name as shown, different for every factor."),
        must("when", WHEN, "The packages that have it: issue and option, or a list of options."),
        may(
            "hazard_ratio",
            Kind::Number(ABOVE_ZERO),
            "By what it multiplies the hazard; below 1 it helps. Beside `finding`: an adjustment for this war.",
        ),
        may(
            "finding",
            Kind::Text,
            "The id of a published finding on what makes agreements last; `detente durability` lists what it says.",
        ),
        may("cite", CITE, "What it rests on."),
    ],
    others: None,
};

pub(crate) static MOVE: Shape = Shape {
    name: "move",
    about: "Something that a party can do or leave undone.",
    keys: &[
        must("by", Kind::Id(Names::Party), "Who can do it.").or(&["of", "party"]),
        must("text", Kind::Text, "What it is.").or(&["name", "title"]),
        may("reversible", Kind::Truth, "Whether it can be taken back; `true` if not said."),
        may(
            "direction",
            Kind::Word(&["both", "forward", "back"]),
            "Instead of `reversible`: made and taken back, made but not taken back, or taken back but not made.",
        ),
    ],
    others: None,
};

pub(crate) static CONFLICT: Shape = Shape {
    name: "conflict",
    about: "How the moves hang together, and who prefers what.",
    keys: &[
        may("infeasible", Kind::List(&Kind::Formula), "Combinations of moves that cannot be."),
        may("status_quo", Kind::List(&Kind::Id(Names::Move)), "The moves that are made now."),
        may(
            "preferences",
            Kind::ByName(Names::Party, &Kind::Either(&[Kind::List(&PREFERRED), Kind::Table(&RANKING)])),
            "What each party prefers: statements, most important first, or a ranking. A statement `>>` ends those that \
             weigh much more than the rest; `?` before one says that nobody knows which way the party wants it. A list \
             inside is of statements whose order nobody knows.",
        ),
        may(
            "matrix",
            Kind::Table(&MATRIX),
            "Instead of `[moves]`: the states of the conflict and the moves between them.",
        ),
        may(
            "unknown",
            Kind::ByName(Names::Party, &Kind::List(&Kind::List(&Kind::Whole))),
            "Pairs of states of which nobody knows which one the party prefers.",
        ),
        may(
            "hidden",
            Kind::ByName(Names::Party, &Kind::List(&Kind::Either(&[Kind::Formula, Kind::Whole]))),
            "States that the party does not see: their numbers, or statements that hold in them.",
        ),
        may("coalitions", Kind::List(&Kind::List(&Kind::Id(Names::Party))), "Parties that act together."),
    ],
    others: None,
};

/// What stands in a list of preferences: a statement, one that is not certain, or several without an order.
static PREFERRED: Kind = Kind::Either(&[
    Kind::Formula,
    Kind::Table(&LEANING),
    Kind::List(&Kind::Either(&[Kind::Formula, Kind::Table(&LEANING)])),
]);

pub(crate) static LEANING: Shape = Shape {
    name: "leaning",
    about: "A statement of which it is not certain that the party wants it.",
    keys: &[
        must("statement", Kind::Formula, "What it would want to hold."),
        must("sure", Kind::Number(UNIT), "How likely it is that it wants this, and not the opposite."),
    ],
    others: None,
};

pub(crate) static MATRIX: Shape = Shape {
    name: "matrix",
    about: "A conflict given by its states, as a paper prints it. States are numbered from 1 in the order of the list.",
    keys: &[
        must("states", Kind::List(&Kind::Text), "What each state is."),
        may(
            "moves",
            Kind::ByName(Names::Party, &Kind::List(&Kind::List(&Kind::Whole))),
            "Who can move from which state to which: pairs of numbers.",
        ),
        may("status_quo", Kind::Whole, "The state that is now, by its number."),
    ],
    others: None,
};

pub(crate) static RANKING: Shape = Shape {
    name: "ranking",
    about: "States by number, best first. Feasible states are numbered from 1 in increasing decimal order, the \
            first move being the lowest bit.",
    keys: &[
        must(
            "ranking",
            Kind::List(&Kind::Either(&[Kind::List(&Kind::Whole), Kind::Word(&[">>"])])),
            "Groups of states that are equally good; `\">>\"` between two groups says that the first is much better.",
        ),
        may(
            "unsure",
            Kind::List(&Kind::List(&Kind::Whole)),
            "Groups of states of which nobody knows which stands where: any of them could have the place of any other.",
        ),
    ],
    others: None,
};

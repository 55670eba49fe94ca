//! The tables of the evidence: propositions, claims, how they are weighed, forecasts.

use detente_model::Says;

use super::{ABOVE_ZERO, AMENDMENTS, AMOUNT, ANY, AT_LEAST_ONE, CITE, Kind, Names, Shape, UNIT, may, must};

pub(super) static PROPOSITION: Shape = Shape {
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

pub(super) static CLAIM: Shape = Shape {
    name: "claim",
    about: "Something that somebody said or did, as reported.",
    keys: &[
        must("id", Kind::Text, "A short id, different for every claim."),
        may("said", Kind::Date, "When it was said or done."),
        may("reported", Kind::Date, "When it was reported."),
        may("by", Kind::Text, "Who said or did it."),
        may("party", Kind::Id(Names::Party), "The party for which they speak."),
        may(
            "role",
            Kind::Word(&["leader", "military", "diplomat", "intelligence", "mediator", "press", "public"]),
            "In what capacity they speak.",
        ),
        may(
            "source",
            Kind::Citation,
            "Where it was reported: the id of a source, and after `#` the place in it.",
        ),
        may("origin", Kind::Text, "Reports that share an origin count once."),
        may("text", Kind::Text, "What was said, in the analyst's own words."),
        may("on", Kind::Id(Names::Proposition), "The proposition on which it bears."),
        may("stance", Kind::Word(&["for", "against"]), "Which way it speaks."),
        may("strength", Kind::Word(&["weak", "moderate", "strong"]), "How strongly; `moderate` if not said."),
        may(
            "likelihood_ratio",
            Kind::Number(ABOVE_ZERO),
            "Instead of `stance`: how much likelier the claim is if the proposition is true.",
        ),
        may("quantity", Kind::Text, "What it counts, for a claim about a quantity."),
        may("value", Kind::Number(ANY), "How many."),
        may("counting", Kind::Text, "What the count includes."),
        may("commitment", Kind::Id(Names::Commitment), "The commitment on which it reports."),
        may(
            "says",
            Kind::Word(&Says::WORDS),
            "Of a commitment: all of it is `done`; `partly`, so far as `count` says; `late`, held back and still to come; `denied`, it was not done \
             and is not coming; `disputed`, what others say of it is contested.",
        ),
        may("count", Kind::Whole, "Of a commitment: how many of it so far, in all."),
        may(
            "happened",
            Kind::Date,
            "Of a commitment: the day on which it happened, if that is not the day on which it was `said`.",
        ),
        may("grade", Kind::Grade, "Reliability of the source A–F and credibility of the information 1–6."),
        may("draft", Kind::Truth, "Whether it still waits for a person's review; `false` if not said."),
        may(
            "kind",
            Kind::Word(&["event"]),
            "`\"event\"` for a row of a data set of events; then `dataset` and `precision` must be there.",
        ),
        may("dataset", Kind::Text, "Of an event: the data set, as it is cited."),
        may(
            "code",
            Kind::Text,
            "Of an event: its code or type as the data set writes it; `\"010\"` is not `\"10\"`.",
        ),
        may(
            "actors",
            Kind::List(&Kind::Text),
            "Of an event: who did it and to whom, as the data set has it.",
        ),
        may("location", Kind::Text, "Of an event: where, as the data set has it."),
        may(
            "precision",
            Kind::Word(&["day", "range", "week", "month", "year", "unknown"]),
            "Of an event: how closely its day is known.",
        ),
        may(
            "until",
            Kind::Date,
            "Of an event: the last day on which it can have happened; `said` is the first.",
        ),
        may("deaths", Kind::Number(AMOUNT), "Of an event: how many died in it."),
        may(
            "retrieved",
            Kind::Date,
            "Of an event: when the row was taken from the data set; rows are revised later.",
        ),
    ],
    others: None,
};

pub(super) static EVIDENCE: Shape = Shape {
    name: "evidence",
    about: "How claims are weighed, where the case departs from the convention of Detente.",
    keys: &[
        may(
            "likelihood_ratios",
            Kind::Table(&LIKELIHOOD_RATIOS),
            "Likelihood ratios of claims that are fully trusted, by strength.",
        ),
        may(
            "trust",
            Kind::ByName(Names::Trust, &Kind::Number(UNIT)),
            "Share of the logarithm that a grade lets through: `B`, `\"2\"`, `B3`, which stands before its halves, or `ungraded`.",
        ),
        may(
            "within_origin",
            Kind::Number(UNIT),
            "Correlation of reports that share an origin; 1, they count once, if not said.",
        ),
        may("cite", CITE, "What these numbers rest on."),
    ],
    others: None,
};

static LIKELIHOOD_RATIOS: Shape = Shape {
    name: "likelihood ratios",
    about: "How much likelier a claim is if what it speaks for is true, when source and information are beyond doubt.",
    keys: &[
        may("weak", Kind::Number(AT_LEAST_ONE), "1.5 if not said."),
        may("moderate", Kind::Number(AT_LEAST_ONE), "3 if not said."),
        may("strong", Kind::Number(AT_LEAST_ONE), "10 if not said."),
    ],
    others: None,
};

pub(super) static FORECAST: Shape = Shape {
    name: "forecast",
    about: "A probability that somebody wrote down for something that will be known by a certain day.",
    keys: &[
        must("id", Kind::Text, "A short id, different for every forecast."),
        must("text", Kind::Text, "What is forecast, so that anyone can tell later whether it came about."),
        must("made", Kind::Date, "When it was made."),
        must("due", Kind::Date, "The day by which it will be known.").or(&["by_date", "deadline"]),
        must(
            "probability",
            Kind::Number(UNIT),
            "How likely it was held to be; a range is scored by its central value.",
        )
        .or(&["prior", "likelihood"]),
        may("by", Kind::Text, "Who made it."),
        may("on", Kind::Id(Names::Proposition), "The proposition that it is about."),
        may("base_rate", Kind::Number(UNIT), "How often such things happen, before looking at this one."),
        may("outcome", Kind::Truth, "Whether it came about, once that is known."),
        may("resolved", Kind::Date, "Since when the outcome is known; the due date if not said."),
        may("cite", CITE, "What the probability and the base rate rest on."),
    ],
    others: None,
};

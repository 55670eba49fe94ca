//! The table of what was promised for the time after the signing.

use super::{AMOUNT, CITE, Kind, Names, Shape, may, must};

pub(super) static COMMITMENT: Shape = Shape {
    name: "commitment",
    about: "Something that a party promised to hand over or to do by a day. Claims report on it.",
    keys: &[
        must("id", Kind::Text, "A short id, different for every commitment."),
        must("agreed", Kind::Date, "The day on which it was agreed: nothing knows of it before that day.")
            .or(&["since", "signed", "made"]),
        must("by", Kind::Id(Names::Party), "Who promised it; of a lot, who hands it over.").unless(&["lot"]).or(&["from", "who"]),
        may("to", Kind::Id(Names::Party), "To whom; of a lot, the other side of the exchange.").or(&["for"]),
        must("what", Kind::Text, "What is to be handed over or done; the name of the lot, if not said.")
            .unless(&["lot"])
            .or(&["text", "name"]),
        may(
            "count",
            Kind::Whole,
            "How many of it; of a step, as many as the step hands over. What has no count is one thing that is done or not.",
        )
        .or(&["how_many", "number"]),
        may("unit", Kind::Text, "What they are counted in, where `what` does not say it."),
        must("due", Kind::Date, "The last day on which it is in time; of a step, the day of the step.")
            .unless(&["step"])
            .or(&["by_date", "deadline"]),
        may(
            "grace",
            Kind::Number(AMOUNT),
            "Days after that which nobody counts as late; 0 if not said.",
        ),
        may("lot", Kind::Text, "The lot of the exchange of which it is a part, by its name."),
        may("schedule", Kind::Text, "The schedule of the exchange that it is a step of; the only one, if not said."),
        may("step", Kind::Whole, "Which step of that schedule, the first being 1."),
        may("clause", Kind::Text, "The clause of the text that words it, by its id."),
        may("cite", CITE, "What it rests on."),
    ],
    others: None,
};

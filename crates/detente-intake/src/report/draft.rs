//! Drafts of claims, for a person to accept, change or drop.

use jiff::civil::Date;

use detente_model::{Case, PartyId, Speaker};

use super::dates::DateMention;
use super::lexicon::Stance;
use super::quantities::QuantityMention;
use detente_case::write::{Document, legible, slug};

/// A claim that a text seems to make.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Where it stands in the report: first character, and the one after the last, counted from zero.
    pub span: (usize, usize),
    /// The stretches within it that hold the claim: one, or two and more where words of the report stand between, as in
    /// `“We will come,” she said, “if they do.”`
    pub stretches: Vec<(usize, usize)>,
    /// The words of the report there, one space between stretches.
    pub text: String,
    /// What sort of claim it is.
    pub kind: DraftKind,
    /// Who said or did it, where the text settles that.
    pub by: Option<DraftSpeaker>,
    /// Each of those who said or did it together, where the text names several: `the council and the alliance`.
    pub together: Vec<DraftSpeaker>,
    /// Who it could be, where the text does not settle it; the claim is then given to no party.
    pub could_be: Vec<DraftSpeaker>,
    /// The words by which the report says that this was not said, not wanted or not done: `has not`, `neither`, `yet to`.
    pub denied: Option<String>,
    /// The conditions that its words name: `if the road is opened`.
    pub conditions: Vec<String>,
    /// On whose word the report tells of an act, or in whose turn of a transcript of what another said.
    pub told_by: Option<DraftSpeaker>,
    /// The date that the report gives for it, if it names a day.
    pub said: Option<DateMention>,
}

/// What sort of claim a draft is.
#[derive(Debug, Clone, PartialEq)]
pub enum DraftKind {
    /// Something said.
    Statement {
        /// Whether the report quotes it.
        direct: bool,
        /// The words by which the report attributes it, and which way they point.
        cue: Option<(String, Stance)>,
    },
    /// Something done.
    Act {
        /// The word for it.
        word: String,
    },
    /// How many of something there are.
    Quantity(QuantityMention),
}

/// Who said or did something, as the report has it.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftSpeaker {
    /// The name or description, as written.
    pub name: String,
    /// Where it is written: first character, and the one after the last.
    pub span: (usize, usize),
    /// The party of the case to which it belongs, if the case knows it.
    pub party: Option<PartyId>,
    /// The person among the party's people, if the case knows one.
    pub person: Option<usize>,
    /// In what capacity, where the words of the title tell.
    pub role: Option<Speaker>,
    /// Whether the report has a pronoun or nothing in this place, and the name stands earlier.
    pub carried: bool,
}

impl Draft {
    /// Whether the report says it of the speaker or actor outright: it denies nothing and hangs on no condition.
    pub fn is_affirmed(&self) -> bool {
        let against = matches!(self.kind, DraftKind::Statement { cue: Some((_, Stance::Against)), .. });
        !against && self.denied.is_none() && self.conditions.is_empty()
    }

    /// The same id for the same place in the same report, so that nothing is added twice.
    pub fn id(&self, report: &str) -> String {
        let kind = match self.kind {
            DraftKind::Statement { .. } => "said",
            DraftKind::Act { .. } => "did",
            DraftKind::Quantity(_) => "count",
        };
        format!("{}-{}-{kind}-{}", slug(report), self.span.0, self.span.1 - self.span.0)
    }

    /// The claim as a case file writes it; `report` is the id of the report among the case's sources.
    ///
    /// What the case file has no key for (the cue, a hedge, where the name stands) is a comment above the claim.
    pub fn to_toml(&self, case: &Case, report: &str, reported: Date) -> String {
        let mut out = Document::default();
        match &self.kind {
            DraftKind::Statement { direct, cue } => {
                let how = if *direct { "quoted" } else { "reported" };
                let denied = self.denied.as_deref().map(legible);
                out.remark(&match (cue, denied) {
                    (Some((words, Stance::Against)), Some(denied)) => format!(
                        "{how}; cue: {words}; the report denies it (“{denied}”), so the speaker is not against what follows"
                    ),
                    (Some((words, _)), Some(denied)) => format!(
                        "{how}; cue: {words}; the report denies it (“{denied}”), so the stance is against"
                    ),
                    (Some((words, Stance::States)), None) => format!("{how}; cue: {words}"),
                    (Some((words, stance)), None) => format!("{how}; cue: {words} ({} what follows)", stance.word()),
                    (None, _) if self.by.as_ref().is_some_and(|by| !by.carried) => {
                        format!("{how}; the speaker stands before a colon")
                    }
                    (None, _) => format!("{how}; goes on from the statement before"),
                });
            }
            DraftKind::Act { word } => out.remark(&format!("act: {word}")),
            DraftKind::Quantity(q) => {
                if let Some(hedge) = &q.hedge {
                    out.remark(&format!("the report says “{hedge}”: give a range if it fits"));
                }
            }
        }
        self.remark_sense(&mut out);
        self.remark_who(&mut out, case);
        if let Some(said) = self.said.as_ref().filter(|d| d.day().is_none()) {
            out.remark(&format!("when: “{}”, {} to {}", said.text, said.first, said.last));
        }
        out.entry(&["claims"]);
        out.line("id", self.id(report));
        // What is dated after the report was not said then: the date is about something else.
        if let Some(day) = self.said.as_ref().and_then(DateMention::day).filter(|day| *day <= reported) {
            out.line("said", day);
        }
        out.line("reported", reported);
        if let Some(by) = &self.by {
            out.line("by", legible(&by.name));
            if let Some(party) = by.party {
                out.line("party", &case.party(party).id);
            }
            if let Some(role) = by.role {
                out.line("role", role.word());
            }
        }
        out.line("source", format!("{report}#characters {}-{}", self.span.0, self.span.1));
        out.line("text", legible(&self.text));
        if let DraftKind::Quantity(q) = &self.kind {
            out.line("quantity", legible(&q.quantity));
            out.line("value", q.value);
            if let Some(counting) = &q.counting {
                out.line("counting", legible(counting));
            }
        }
        out.line("draft", true);
        out.into_text()
    }

    /// What keeps the claim from being taken for its opposite, or for more than it is.
    fn remark_sense(&self, out: &mut Document) {
        let denied = self.denied.as_deref().map(legible);
        match (&self.kind, denied) {
            (DraftKind::Act { .. }, Some(denied)) => {
                out.remark(&format!("not done (“{denied}”), so the stance is against"));
            }
            (DraftKind::Quantity(_), Some(denied)) => {
                out.remark(&format!("the report denies the statement that holds it (“{denied}”)"));
            }
            _ => {}
        }
        for condition in &self.conditions {
            out.remark(&format!("on a condition: “{}”", legible(condition)));
        }
    }

    /// Who it was, as far as one key cannot hold it: several, nobody settled, a name that stands elsewhere, and on whose word.
    fn remark_who(&self, out: &mut Document, case: &Case) {
        let described = |by: &DraftSpeaker| {
            let party = by.party.map_or(String::new(), |id| format!("party {}, ", case.party(id).id));
            format!("“{}” ({party}characters {}-{})", legible(&by.name), by.span.0, by.span.1)
        };
        let list = |all: &[DraftSpeaker], word: &str| {
            all.iter().map(described).collect::<Vec<_>>().join(&format!(" {word} "))
        };
        if !self.could_be.is_empty() {
            out.remark(&format!(
                "who: the text does not settle it, so no party is given; it could be {}",
                list(&self.could_be, "or")
            ));
        }
        if !self.together.is_empty() {
            out.remark(&format!("{} together: {}", self.together.len(), list(&self.together, "and")));
        }
        if let Some(by) = self.by.as_ref().filter(|by| by.carried) {
            out.remark(&format!("who: the name stands at characters {}-{}", by.span.0, by.span.1));
        }
        if let Some(by) = &self.told_by {
            out.remark(&format!(
                "on the word of {}; the same words may be drafted as what they said: keep one",
                described(by)
            ));
        }
    }
}

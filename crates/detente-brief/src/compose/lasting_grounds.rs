//! What the baseline of a case rests on, and what the conflict's own record says beside the curve that is fitted.

use detente_durability::{Baseline, Basis, DurabilityError, Form, KaplanMeier, Spell};
use detente_model::{Durability, Unaided, Worlds};

use crate::words;

/// What a baseline rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct LifeGrounds {
    /// How the risk of breaking runs.
    pub form: Form,
    /// Whether the whole life is that of a class elsewhere; else the case judges the median, and at most the spread is from elsewhere.
    pub of_a_class: bool,
    /// The record of agreements elsewhere that is used.
    pub elsewhere: Option<&'static Baseline>,
    /// A record that would have been used, and was published after the day of the case.
    pub not_yet_known: Option<&'static Baseline>,
    /// Whether the record used was published after the day of the case.
    pub in_hindsight: bool,
    /// How earlier agreements of this conflict went, by name, as far as that was known on the day.
    pub record: Vec<(String, Spell)>,
    /// The weight of that record, 0 to 1, beside the one from elsewhere, in the central world; none where they are not put together.
    pub weight: Option<f64>,
    /// What that record says by itself, on the days told; empty where there is none.
    pub kaplan_meier: Vec<KaplanMeier>,
    /// For how many days the agreement in question has been in force, if it is.
    pub held: Option<f64>,
    /// All of it in sentences.
    pub sentences: Vec<String>,
}

impl LifeGrounds {
    /// That of a case.
    ///
    /// # Errors
    /// As [`Basis::of`].
    pub(crate) fn of(worlds: &Worlds) -> Result<Self, DurabilityError> {
        let case = worlds.case();
        let basis = Basis::of(case)?;
        let stated = case.durability.as_ref();
        let days = stated.map(Durability::days).unwrap_or_default();
        let weight = basis.pooled(worlds.central())?.map(|both| both.weight);
        let mut grounds = Self {
            form: if basis.constant_for_want_of_a_record() { Form::Constant } else { basis.form() },
            of_a_class: stated.is_some_and(|stated| matches!(stated.baseline, Unaided::Class { .. })),
            elsewhere: basis.elsewhere,
            not_yet_known: basis.not_yet_known,
            in_hindsight: basis.in_hindsight,
            record: basis.own.iter().map(|(past, spell)| (past.name.clone(), *spell)).collect(),
            weight: weight.filter(|_| !basis.own.is_empty()),
            kaplan_meier: if basis.own.is_empty() { Vec::new() } else { basis.record().kaplan_meier(&days) },
            held: stated.and_then(|stated| stated.held_on(case.as_of)),
            sentences: Vec::new(),
        };
        grounds.sentences = grounds.told();
        Ok(grounds)
    }

    fn told(&self) -> Vec<String> {
        let mut sentences = Vec::new();
        match self.elsewhere {
            Some(found) if self.of_a_class => sentences.push(self.class(found)),
            Some(found) => sentences.push(format!(
                "The median is the case's own judgement; that the risk of breaking falls with time is taken from {} ({}).",
                found.class.plural(),
                found.source
            )),
            None if self.form == Form::Constant => sentences.push(match self.not_yet_known {
                Some(found) => format!(
                    "The risk of breaking is taken to be the same on every day: the record by which it falls was published in {}, after the day of the case.",
                    found.known_from
                ),
                None => "The case asks for a risk of breaking that is the same on every day; records of agreements speak against that."
                    .to_owned(),
            }),
            None => {}
        }
        sentences.extend(self.elsewhere.filter(|_| self.in_hindsight).map(|found| {
            format!(
                "That record was published in {}, after the day of the case, which asks for it all the same.",
                found.known_from
            )
        }));
        sentences
    }

    /// What a class rests on, and how much the conflict's own record counts beside it.
    fn class(&self, found: &Baseline) -> String {
        let known = format!(
            "How long agreements last is taken from {} {} ({}), of which {} broke on a known day and {} ended nobody knows when",
            found.spells,
            found.class.plural(),
            found.source,
            found.broke,
            found.unclear
        );
        let own = match self.record.len() {
            1 => "the one earlier agreement of this conflict has".to_owned(),
            n => format!("the {n} earlier agreements of this conflict have"),
        };
        match self.weight {
            Some(weight) => {
                format!("{known}; {own} {} of the weight beside it.", words::percent(weight))
            }
            None => format!("{known}."),
        }
    }
}

/// How an earlier agreement went, in words.
pub(crate) fn went(spell: &Spell) -> String {
    match *spell {
        Spell::Broke { days } => format!("broke after {days} days"),
        Spell::Held { days } => format!("held for {days} days at least"),
        Spell::Unclear { from, to } => format!("broke between day {from} and day {to}"),
    }
}

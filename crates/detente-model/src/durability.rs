//! How long agreements have lasted here and elsewhere, and what makes them last.

use jiff::civil::Date;

use crate::{Citation, Combination, NumberId, Place};

/// What is known about the lasting of agreements in this conflict.
#[derive(Debug, Clone, PartialEq)]
pub struct Durability {
    /// How long agreements last without any of the factors.
    pub baseline: Unaided,
    /// How earlier agreements of this conflict went. A [class](Unaided::Class) is put together with it; beside a stated median it is shown only.
    pub record: Vec<PastAgreement>,
    /// The day since which the agreement in question has been in force, if it is.
    pub held_since: Option<Date>,
    /// Whether records that were published after the case's day may be used.
    pub hindsight: bool,
    /// What raises or lowers the hazard.
    pub factors: Vec<Factor>,
    /// What a breach does to the hazard, where the case has commitments or says it.
    pub breach: Option<Breach>,
    /// What kind of agreement it is about.
    pub of: Lasting,
    /// The days at which lasting is told, ascending; empty where the case leaves them to [`Lasting::days`].
    pub horizons: Vec<f64>,
    /// What the baseline and the record rest on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
}

/// How long agreements last without any factor.
#[derive(Debug, Clone, PartialEq)]
pub enum Unaided {
    /// A median life that the case judges.
    Median {
        /// In days.
        days: NumberId,
        /// How lives spread around it.
        spread: LifeSpread,
    },
    /// As long as agreements of a class lasted elsewhere, and what the case's own record adds to that.
    Class {
        /// The class.
        class: Class,
        /// How the risk runs.
        form: Form,
        /// Where in the doubt about the fit of the record a world falls, each anywhere between 0 and 1. The reader of a case file adds
        /// them under `durability.class.location`, `.spread` and `.between`.
        doubt: [NumberId; 3],
    },
}

/// How lives spread around a median that the case judges.
#[derive(Debug, Clone, PartialEq)]
pub enum LifeSpread {
    /// Weibull lives of this shape: 1 is a constant hazard, below 1 a falling one.
    Shape(NumberId),
    /// The risk is the same on every day.
    Constant,
    /// As the lives of one country spread in a record of agreements elsewhere.
    Elsewhere {
        /// The class whose record lends it; [`Lasting::lenders`] where the case names none.
        class: Option<Class>,
        /// How the risk runs.
        form: Form,
        /// Where in the doubt about that spread a world falls, anywhere between 0 and 1: `durability.baseline.spread`.
        quantile: NumberId,
    },
}

/// How an earlier agreement of this conflict went, in days from its beginning.
#[derive(Debug, Clone, PartialEq)]
pub struct PastAgreement {
    /// Name as shown.
    pub name: String,
    /// The day on which it began, where that is stated: what was not yet known on the day of the case is then left out.
    pub began: Option<Date>,
    /// How it went.
    pub went: Spell,
    /// Where it is stated.
    pub place: Option<Place>,
}

/// How one agreement went, in days from its beginning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spell {
    /// It broke on that day.
    Broke {
        /// The day, above zero.
        days: f64,
    },
    /// It held at least so long: it holds still, or ended otherwise than by breaking.
    Held {
        /// The days, zero or more.
        days: f64,
    },
    /// It broke, nobody knows when between the two.
    Unclear {
        /// It held at least so long.
        from: f64,
        /// It had broken by then, later than `from`.
        to: f64,
    },
}

/// What kind of agreement is to last, as records of agreements elsewhere tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A bare cessation of hostilities, of two sides or more, without an agreed end.
    Cessation,
    /// A preliminary ceasefire: with verification or terms, before the issues are settled.
    Preliminary,
    /// A definitive ceasefire: it ends the war as well as the fighting.
    Definitive,
    /// The end of a civil war by a truce.
    Truce,
    /// The end of a civil war by a treaty.
    Treaty,
    /// The end of a civil war, not by a victory, without peacekeepers.
    WithoutPeacekeepers,
    /// The same with peacekeepers.
    WithPeacekeepers,
    /// A peace agreement between a government and a movement.
    PeaceAgreement,
}

impl Class {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Cessation,
        Self::Preliminary,
        Self::Definitive,
        Self::Truce,
        Self::Treaty,
        Self::WithoutPeacekeepers,
        Self::WithPeacekeepers,
        Self::PeaceAgreement,
    ];

    /// Whether it is one of ceasefires; how long these lasted is known of those without an agreed end.
    pub const fn is_of_ceasefires(self) -> bool {
        matches!(self, Self::Cessation | Self::Preliminary | Self::Definitive)
    }

    /// The words used in case files, in the order of [`Self::ALL`].
    pub const WORDS: [&str; 8] = [
        "cessation",
        "preliminary",
        "definitive",
        "truce",
        "treaty",
        "without-peacekeepers",
        "with-peacekeepers",
        "peace-agreement",
    ];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// What a word stands for.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.word() == word)
    }

    /// Agreements of the class in a sentence: `bare cessations of hostilities`.
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Cessation => "bare cessations of hostilities",
            Self::Preliminary => "preliminary ceasefires",
            Self::Definitive => "definitive ceasefires",
            Self::Truce => "civil wars that ended by a truce",
            Self::Treaty => "civil wars that ended by a treaty",
            Self::WithoutPeacekeepers => "civil wars that ended without peacekeepers",
            Self::WithPeacekeepers => "civil wars that ended with peacekeepers",
            Self::PeaceAgreement => "peace agreements of governments with movements",
        }
    }
}

/// The family of the distribution of lives: how the risk of breaking runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// The risk rises for a short while and falls ever after; of the usual forms it fits the records best.
    #[default]
    Lognormal,
    /// The risk falls (spread above 1) or rises (below 1) as a power of time.
    Weibull,
    /// The risk is the same on every day. Records speak against it; it is there to be asked for.
    Constant,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Lognormal, Self::Weibull, Self::Constant];

    /// The words used in case files, in the order of [`Self::ALL`].
    pub const WORDS: [&str; 3] = ["lognormal", "weibull", "constant"];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// What a word stands for.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == word)
    }
}

/// What kind of agreement is to last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lasting {
    /// A pause in a war that goes on: it is told at up to a year.
    #[default]
    Truce,
    /// An end of the war: it is told at up to five years.
    Peace,
}

impl Lasting {
    /// The words used in case files.
    pub const WORDS: [&str; 2] = ["truce", "peace"];

    /// What a word of a case file stands for.
    pub fn of(word: &str) -> Option<Self> {
        [Self::Truce, Self::Peace].into_iter().zip(Self::WORDS).find(|(_, w)| *w == word).map(|(of, _)| of)
    }

    /// The classes whose record lends the spread of lives to a median that a case judges without more, the best first: the first that was
    /// out on the day of the case.
    pub const fn lenders(self) -> [Class; 2] {
        match self {
            Self::Truce => [Class::Cessation, Class::Truce],
            Self::Peace => [Class::PeaceAgreement, Class::Treaty],
        }
    }

    /// The days at which it is told how likely such an agreement is to be in force, where nobody chose others.
    pub const fn days(self) -> [f64; 4] {
        match self {
            Self::Truce => [30.0, 90.0, 180.0, 365.0],
            Self::Peace => [180.0, 365.0, 730.0, 1825.0],
        }
    }
}

/// The latest horizon there may be: a century. No record of agreements reaches further.
pub const MOST_DAYS: f64 = 36_525.0;

impl Durability {
    /// How earlier agreements of this conflict had gone by a day, as far as that was known then: one that began later is left out, and one that broke
    /// later held still.
    pub fn record_on(&self, day: Date) -> Vec<(&PastAgreement, Spell)> {
        let known = |past: &PastAgreement| {
            let Some(began) = past.began else { return Some(past.went) };
            let elapsed = days_between(began, day);
            if elapsed < 0.0 {
                return None;
            }
            Some(match past.went {
                Spell::Broke { days } if days > elapsed => Spell::Held { days: elapsed },
                Spell::Held { days } => Spell::Held { days: days.min(elapsed) },
                Spell::Unclear { from, to } if to > elapsed => Spell::Held { days: from.min(elapsed) },
                clear => clear,
            })
        };
        self.record.iter().filter_map(|past| Some((past, known(past)?))).collect()
    }

    /// For how many days the agreement in question had been in force on a day; `None` where it is not.
    pub fn held_on(&self, day: Date) -> Option<f64> {
        self.held_since.map(|since| days_between(since, day)).filter(|days| *days >= 0.0)
    }

    /// The days at which lasting is told, ascending.
    pub fn days(&self) -> Vec<f64> {
        if self.horizons.is_empty() { self.of.days().to_vec() } else { self.horizons.clone() }
    }

    /// The day on which packages and factors are compared: the last horizon but one, or the only one. For a truce that is the 180th unless the case says otherwise,
    /// for a peace the 730th.
    pub fn compared_day(&self) -> f64 {
        let days = self.days();
        let place = days.len().saturating_sub(2);
        days.get(place).copied().unwrap_or(self.of.days()[2])
    }

    /// The latest day that is told.
    pub fn last_day(&self) -> f64 {
        self.days().last().copied().unwrap_or(self.of.days()[3])
    }
}

/// Days from one day to another, below zero if the other is the earlier.
fn days_between(from: Date, to: Date) -> f64 {
    f64::from(from.duration_until(to).as_hours() as i32) / 24.0
}

/// What a breach does to how long an agreement lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Breach {
    /// By what the hazard is multiplied while a breach is open.
    pub hazard_ratio: NumberId,
    /// Whether the case states it; if not, it is [`UNSTATED_BREACH`].
    pub stated: bool,
}

/// By what an open breach multiplies the hazard where a case does not say. Between Israel and the armed groups of Gaza, from 2005 to 2023, a quiet was 2.0
/// (1.4–2.9) times as likely to end after a killing in it as on the mean of all its days, and 1.3 (0.7–2.4) times where it had begun with a truce
/// (`bench/validity/breaches.md`): from what the latter leaves possible, which is nothing, to the upper end of the former.
pub const UNSTATED_BREACH: [f64; 2] = [1.0, 2.9];

/// Something about an agreement that changes how long it lasts.
#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    /// Name as shown.
    pub name: String,
    /// The packages that have it.
    pub when: Combination,
    /// By what it multiplies the hazard. Where the file states a [`Factor::finding`] and no `hazard_ratio`, this is
    /// a number known to be 1; where it states both, the published ratio is multiplied by this one.
    pub hazard_ratio: NumberId,
    /// The published finding that it rests on, if the file refers to one.
    pub finding: Option<Finding>,
    /// What it rests on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
}

/// A reference to the catalogue of published findings that the durability engine carries.
///
/// ```toml
/// [[durability.factors]]
/// name = "peacekeepers"
/// when = { guarantee = "Security Council" }
/// finding = "fortna-2004-peacekeepers"      # instead of hazard_ratio, or beside it to adjust for this war
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The entry's id in the catalogue.
    pub id: String,
    /// Where in the finding's distribution a world falls. The reader of a case file adds this number itself, under
    /// the path `durability.factors.<name>.finding`: anywhere between 0 and 1. So the doubt about the finding is
    /// drawn like any other, and 0.5 in the central world is the finding's median.
    pub quantile: NumberId,
}

/// The published findings that a factor can refer to, in the order of their ids. What each of them says is in the catalogue
/// of the durability engine; a test there keeps the two in step. They are named here for the reader of a case file to know
/// a slip of the pen when it sees one, without knowing an engine.
pub const FINDINGS: [&str; 14] = [
    "beardsley-2008-mediation",
    "clayton-sticher-2021-definitive",
    "clayton-sticher-2021-preliminary",
    "fortna-2003-demilitarised-zones",
    "fortna-2003-joint-commissions",
    "fortna-2003-monitors",
    "fortna-2003-precise-terms",
    "fortna-2004-peace-agreement",
    "fortna-2004-peacekeepers",
    "gilligan-sergenti-2008-after-war",
    "gilligan-sergenti-2008-during-war",
    "park-2023-flexible",
    "prorok-cil-2022-commitment",
    "werner-yuen-2005-imposed",
];

/// Published base rates: in the catalogue to be read, but no factor, since they change no hazard.
pub const BASE_RATES: [&str; 2] = ["walter-1997-civil", "walter-1997-interstate"];

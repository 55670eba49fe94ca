//! How long agreements have lasted here, and what makes them last.

use crate::{Citation, Combination, NumberId, Place};

/// What is known about the lasting of agreements in this conflict.
#[derive(Debug, Clone, PartialEq)]
pub struct Durability {
    /// Median life in days of a truce here without any of the factors.
    pub median_days: NumberId,
    /// Weibull shape: 1 is a constant hazard, below 1 a falling one; `None` stands for 1.
    pub shape: Option<NumberId>,
    /// What raises or lowers the hazard.
    pub factors: Vec<Factor>,
    /// What kind of agreement it is about.
    pub of: Lasting,
    /// The days at which lasting is told, ascending; empty where the case leaves them to [`Lasting::days`].
    pub horizons: Vec<f64>,
    /// What the baseline rests on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
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

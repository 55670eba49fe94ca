//! How much a claim weighs: Detente's convention, and what a case puts in its place.
//!
//! A claim shifts the log-odds of its proposition by the logarithm of its likelihood ratio, LR = P(claim | true)
//! / P(claim | false). A case may state the ratio itself; it then stands as stated. Otherwise it comes from two
//! judgements, strength and grade:
//!
//! `ln LR = ± t · ln R`
//!
//! R is the ratio of a claim of that strength if source and information were beyond doubt, t ∈ [0, 1] the share
//! that the grade lets through.
//!
//! | strength | R | | grade | A, 1 | B, 2 | C, 3 | D, 4 | E, 5 | F, 6 |
//! |---|---|---|---|---|---|---|---|---|---|---|
//! | weak | 1.5 | | t of a half | 1 | 0.8 | 0.6 | 0.3 | 0.1 | 0 |
//! | moderate | 3 | | | | | | | | |
//! | strong | 10 | | | | | | | | |
//!
//! The ratios lie inside the bands of Jeffreys (1961, app. B): below √10 "barely worth mentioning", to 10
//! "substantial", from 10 "strong". A grade has the geometric mean of its halves, `t = √(t_source · t_information)`:
//! on the diagonal, where 87 % of ratings fall (Baker 1968), the two halves say the same thing and count once, and
//! F and 6 ("cannot be judged") give t = 0, LR = 1: not the worst grade but none. A claim without a grade has
//! the t of its source's reliability; without that either, t = 0, and [`Basis::Ungraded`] says why it weighs nothing.
//!
//! Jeffreys and Baker are the reasons for the numbers, not their proof: they are a convention, kept with its day ([`Ratios`]). Every one of them
//! can be restated in the case ([`detente_model::Weighing`]). How well they do on dated questions, and how far those would move them, is told in `bench/validity/outlook.md`.
//!
//! ```
//! use detente_evidence::Convention;
//! use detente_model::{Case, Grade, Reliability, Strength};
//!
//! let case = Case::default();
//! let convention = Convention::new(&case);
//! let b2 = Grade { reliability: Reliability::B, credibility: 2 };
//! let stated = |_| f64::NAN; // nothing is restated, so nothing is looked up
//! assert_eq!(convention.trust(b2, &stated), 0.8);
//! assert_eq!(convention.likelihood_ratio(Strength::Moderate, &stated), 3.0);
//! ```

use detente_model::{
    Bearing, Case, Claim, Evidence, Grade, NumberId, Reliability, Strength, TrustIn, Uncertain,
};

/// The values of the numbers of a case in one world, before any proposition amends them.
pub type Stated<'a> = &'a dyn Fn(NumberId) -> f64;

/// R by strength: the likelihood ratios of claims if source and information were beyond doubt, each at least 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ratios {
    /// Since when, and by what.
    pub set: &'static str,
    /// Of a weak claim.
    pub weak: f64,
    /// Of a moderate claim.
    pub moderate: f64,
    /// Of a strong claim.
    pub strong: f64,
}

/// The ratios in force. `bench/validity/outlook-convention.toml` keeps, with its day, by what exponent 39 dated questions would move them, and which is in force: 1, as long as nobody else
/// has coded such questions.
pub const RATIOS: Ratios =
    Ratios { set: "November 2026, by judgement", weak: 1.5, moderate: 3.0, strong: 10.0 };

impl Ratios {
    /// R of a strength.
    pub const fn of(self, strength: Strength) -> f64 {
        match strength {
            Strength::Weak => self.weak,
            Strength::Moderate => self.moderate,
            Strength::Strong => self.strong,
        }
    }
}

/// The table that turns strength and grade into a likelihood ratio, as a case has it.
#[derive(Debug, Clone, Copy)]
pub struct Convention<'a> {
    case: &'a Case,
}

/// On what the weight of a claim rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The case states the likelihood ratio.
    Stated,
    /// Strength and the claim's own grade.
    Graded(Grade),
    /// Strength and the reliability of the source: the claim itself is not graded.
    SourceOnly(Reliability),
    /// Nobody has graded claim or source.
    Ungraded,
    /// It bears on no proposition, or it is a draft.
    None,
}

impl<'a> Convention<'a> {
    /// The convention with the changes that the case makes to it.
    pub fn new(case: &'a Case) -> Self {
        Self { case }
    }

    /// R: the likelihood ratio of a fully trusted claim of this strength; at least 1.
    pub fn likelihood_ratio(self, strength: Strength, stated: Stated<'_>) -> f64 {
        let restated = self.case.weighing.likelihood_ratios.iter().find(|(s, _)| *s == strength);
        restated.map_or_else(|| RATIOS.of(strength), |(_, id)| stated(*id)).max(1.0)
    }

    /// t of a grade.
    pub fn trust(self, grade: Grade, stated: Stated<'_>) -> f64 {
        self.restated(TrustIn::Grade(grade), stated).unwrap_or_else(|| {
            let source = self.source_trust(grade.reliability, stated);
            let information = self.restated(TrustIn::Information(grade.credibility), stated);
            let information = information.unwrap_or_else(|| trust_at_step(grade.credibility));
            // Of equal halves the mean is the half itself; the root would round it.
            if source == information { source } else { (source * information).sqrt() }
        })
    }

    /// t of a source alone.
    pub fn source_trust(self, reliability: Reliability, stated: Stated<'_>) -> f64 {
        let step = reliability.letter() as u8 - b'A' + 1;
        self.restated(TrustIn::Source(reliability), stated).unwrap_or_else(|| trust_at_step(step))
    }

    fn restated(self, key: TrustIn, stated: Stated<'_>) -> Option<f64> {
        let entry = self.case.weighing.trust.iter().find(|(k, _)| *k == key);
        entry.map(|(_, id)| stated(*id).clamp(0.0, 1.0))
    }

    /// On what the weight of a claim rests.
    pub fn basis(self, claim: &Claim) -> Basis {
        match &claim.bearing {
            Some(Bearing::Proposition { evidence, .. }) if !claim.draft => match evidence {
                Evidence::LikelihoodRatio(_) => Basis::Stated,
                Evidence::Stance { .. } => self.graded_by(claim),
            },
            _ => Basis::None,
        }
    }

    fn graded_by(self, claim: &Claim) -> Basis {
        let source = claim.source.and_then(|id| self.case.source(id).reliability);
        match (claim.grade, source) {
            (Some(grade), _) => Basis::Graded(grade),
            (None, Some(reliability)) => Basis::SourceOnly(reliability),
            (None, None) => Basis::Ungraded,
        }
    }

    /// How far a claim is trusted, in [0, 1], whatever it bears on.
    pub fn trust_in(self, claim: &Claim, stated: Stated<'_>) -> f64 {
        match self.graded_by(claim) {
            Basis::Graded(grade) => self.trust(grade, stated),
            Basis::SourceOnly(reliability) => self.source_trust(reliability, stated),
            _ => self.restated(TrustIn::Ungraded, stated).unwrap_or(0.0),
        }
    }

    /// ln LR of a claim: above 0 it speaks for its proposition, below against; 0 for a draft, an event, a quantity.
    /// Always finite.
    pub fn log_likelihood_ratio(self, claim: &Claim, stated: Stated<'_>) -> f64 {
        let Some(Bearing::Proposition { evidence, .. }) = &claim.bearing else { return 0.0 };
        if claim.draft {
            return 0.0;
        }
        match evidence {
            // A ratio of 0 would be a claim that cannot be made if the proposition is true: the smallest number
            // keeps the sum finite and the proposition as good as refuted.
            Evidence::LikelihoodRatio(id) => stated(*id).max(f64::MIN_POSITIVE).ln(),
            Evidence::Stance { supports, strength } => {
                let size = self.trust_in(claim, stated) * self.likelihood_ratio(*strength, stated).ln();
                if *supports { size } else { -size }
            }
        }
    }

    /// ρ: the correlation of reports that share an origin.
    pub fn within_origin(self, stated: Stated<'_>) -> f64 {
        self.case.weighing.within_origin.map_or(1.0, |id| stated(id).clamp(0.0, 1.0))
    }

    /// Which way a claim speaks in the central world: 1 for, −1 against, 0 neither.
    pub fn direction(self, claim: &Claim) -> i8 {
        let Some(Bearing::Proposition { evidence, .. }) = &claim.bearing else { return 0 };
        match evidence {
            Evidence::Stance { supports: true, .. } => 1,
            Evidence::Stance { supports: false, .. } => -1,
            Evidence::LikelihoodRatio(id) => match self.case.numbers[*id].value.central() {
                ratio if ratio > 1.0 => 1,
                ratio if ratio < 1.0 => -1,
                _ => 0,
            },
        }
    }
}

/// The central value of every number of a case.
pub(crate) fn central(case: &Case) -> impl Fn(NumberId) -> f64 + '_ {
    |id| case.numbers[id].value.central()
}

/// What a number of a claim was stated to be, for comparing claims.
pub(crate) fn value(case: &Case, id: NumberId) -> Uncertain {
    case.numbers[id].value
}

/// t of a half grade: A or 1 is step 1.
fn trust_at_step(step: u8) -> f64 {
    match step {
        1 => 1.0,
        2 => 0.8,
        3 => 0.6,
        4 => 0.3,
        5 => 0.1,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use detente_model::{Number, PropositionId};

    fn claim(supports: bool, strength: Strength, grade: Option<Grade>) -> Claim {
        let evidence = Evidence::Stance { supports, strength };
        let bearing = Bearing::Proposition { on: PropositionId(0), evidence };
        Claim { grade, ..crate::fixture::claim("c", Some(bearing)) }
    }

    fn grade(reliability: Reliability, credibility: u8) -> Grade {
        Grade { reliability, credibility }
    }

    #[test]
    fn what_cannot_be_judged_weighs_nothing_and_is_not_the_worst() {
        let case = Case::default();
        let convention = Convention::new(&case);
        let weight =
            |g| convention.log_likelihood_ratio(&claim(true, Strength::Strong, g), &|_| unreachable!());
        assert_eq!(weight(Some(grade(Reliability::F, 6))), 0.0);
        assert_eq!(weight(Some(grade(Reliability::A, 6))), 0.0);
        assert_eq!(weight(None), 0.0);
        assert!(weight(Some(grade(Reliability::E, 5))) > 0.0);
        assert_eq!(weight(Some(grade(Reliability::A, 1))), RATIOS.strong.ln());
        assert_eq!(weight(Some(grade(Reliability::A, 4))), 0.3f64.sqrt() * RATIOS.strong.ln());
    }

    /// The ratios are those of the module's table to the power that the kept fit says is in force.
    #[test]
    fn the_ratios_are_those_that_the_kept_fit_names() {
        let kept = include_str!("../../../bench/validity/outlook-convention.toml");
        let in_force = kept.lines().find_map(|line| line.strip_prefix("in_force = ")).unwrap();
        let exponent: f64 = in_force.parse().unwrap();
        for (strength, ratio) in Strength::ALL.into_iter().zip([1.5f64, 3.0, 10.0]) {
            assert!((RATIOS.of(strength) - ratio.powf(exponent)).abs() < 0.005, "{strength:?}");
        }
    }

    #[test]
    fn a_claim_against_mirrors_a_claim_for() {
        let case = Case::default();
        let convention = Convention::new(&case);
        for strength in Strength::ALL {
            let weight = |supports| {
                let claim = claim(supports, strength, Some(grade(Reliability::C, 2)));
                convention.log_likelihood_ratio(&claim, &|_| unreachable!())
            };
            assert_eq!(weight(true), -weight(false));
            assert!(weight(true) > 0.0);
        }
    }

    #[test]
    fn the_case_restates_halves_whole_grades_ratios_and_the_ungraded() {
        let mut case = Case::default();
        let ids: Vec<NumberId> = [4.0, 0.5, 0.25, 0.2].map(|x| case.numbers.add(Number::new("", x))).to_vec();
        let b3 = Grade { reliability: Reliability::B, credibility: 3 };
        case.weighing.likelihood_ratios.push((Strength::Weak, ids[0]));
        case.weighing.trust = vec![
            (TrustIn::Source(Reliability::F), ids[1]),
            (TrustIn::Grade(b3), ids[2]),
            (TrustIn::Ungraded, ids[3]),
        ];
        let convention = Convention::new(&case);
        let weight = |g| convention.log_likelihood_ratio(&claim(true, Strength::Weak, g), &central(&case));
        assert_eq!(weight(Some(b3)), 0.25 * 4f64.ln());
        assert_eq!(weight(Some(grade(Reliability::F, 1))), 0.5f64.sqrt() * 4f64.ln());
        assert_eq!(weight(Some(grade(Reliability::B, 2))), 0.8 * 4f64.ln());
        assert_eq!(weight(None), 0.2 * 4f64.ln());
    }
}

//! What the claims make of the propositions.
//!
//! Each proposition starts from its prior and is moved by every origin that speaks to it:
//!
//! `logit P = logit P₀ + Σ over origins of λ · Σ over its reports of ln LR`, `λ = 1 / (1 + (n − 1) ρ)`
//!
//! This is Bayes' rule for claims that are independent given the proposition, with the n reports of one origin
//! treated as n readings that are correlated by ρ (Kish's design effect, 1965: n correlated readings are worth
//! n/(1 + (n − 1)ρ) independent ones). At ρ = 1, the default, an origin counts once, as the mean of its reports; at
//! ρ = 0 its reports are independent. A report that repeats another word by word (same claimant, day, source, grade,
//! weight) is not a second report whatever ρ is: it is left out of n.
//!
//! Claims are taken in the order of what they say, not of the file, so that the sums are the same to the last bit
//! however the file is sorted. Cost: O(c log c) for c claims, then O(c) for each world.
//!
//! ```
//! use detente_evidence::Account;
//! use detente_model::{Case, Number, Proposition, PropositionId};
//!
//! let mut case = Case::default();
//! let prior = case.numbers.add(Number::new("propositions.p.prior", 0.3));
//! # let (id, text) = ("p".to_owned(), String::new());
//! case.propositions.push(Proposition { id, text, prior, when_true: vec![], when_false: vec![], place: None });
//! // Nothing was claimed: the posterior is the prior.
//! let posterior = Account::new(&case).probability(PropositionId(0), &|number| case.numbers[number].value.central());
//! assert!((posterior - 0.3).abs() < 1e-15);
//! ```

use std::cmp::Ordering;

use std::sync::Arc;

use detente_model::{
    Bearing, Case, Claim, ClaimId, Evidence, Progress, PropositionId, Uncertain, World, Worlds, folded_name,
    in_order,
};

use crate::convention::{Convention, Stated, value};
use crate::readings::Readings;

/// The claims that count, sorted into origins.
#[derive(Debug, Clone)]
pub struct Account {
    case: Arc<Case>,
    origins: Vec<Origin>,
}

/// What speaks to one proposition from one origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The name shared by its reports; `None` for a claim that names no origin and so is one by itself.
    pub name: Option<String>,
    /// The proposition.
    pub on: PropositionId,
    /// Its reports, each of a different wording, source or weight.
    pub claims: Vec<ClaimId>,
    /// Reports that repeat one of those and add nothing.
    pub repeated: Vec<ClaimId>,
}

impl Account {
    /// All claims of a case that are no drafts.
    pub fn new(case: impl Into<Arc<Case>>) -> Self {
        Self::of(case, |_| true)
    }

    /// Only the claims that `keep` accepts; drafts never count.
    pub fn of(case: impl Into<Arc<Case>>, keep: impl Fn(ClaimId) -> bool) -> Self {
        let shared = case.into();
        let case = shared.as_ref();
        let mut reports: Vec<(Key<'_>, PropositionId, ClaimId)> = Vec::new();
        for (i, claim) in case.claims.iter().enumerate() {
            if let Some(Bearing::Proposition { on, .. }) = claim.bearing
                && !claim.draft
                && keep(ClaimId(i))
            {
                reports.push((Key::of(case, claim), on, ClaimId(i)));
            }
        }
        reports.sort_by(|(a, on_a, i), (b, on_b, j)| {
            let ids = || case.claims[i.0].id.cmp(&case.claims[j.0].id);
            on_a.cmp(on_b).then_with(|| a.compare(b)).then_with(ids)
        });
        let mut origins: Vec<Origin> = Vec::new();
        let mut last: Option<(&Key<'_>, PropositionId)> = None;
        for (key, on, id) in &reports {
            let together =
                last.is_some_and(|(k, o)| o == *on && k.origin.is_some() && k.origin == key.origin);
            match origins.last_mut().filter(|_| together) {
                Some(origin) if last.is_some_and(|(k, _)| k.compare(key).is_eq()) => {
                    origin.repeated.push(*id);
                }
                Some(origin) => origin.claims.push(*id),
                None => origins.push(Origin {
                    name: key.origin.clone(),
                    on: *on,
                    claims: vec![*id],
                    repeated: Vec::new(),
                }),
            }
            last = Some((key, *on));
        }
        drop(reports);
        Self { case: shared, origins }
    }

    /// The case.
    pub fn case(&self) -> &Arc<Case> {
        &self.case
    }

    /// The origins, by proposition.
    pub fn origins(&self) -> &[Origin] {
        &self.origins
    }

    /// By how much one origin shifts the log-odds of its proposition.
    pub fn shift(&self, origin: &Origin, stated: Stated<'_>) -> f64 {
        let convention = Convention::new(&self.case);
        let sum: f64 = origin
            .claims
            .iter()
            .map(|id| convention.log_likelihood_ratio(&self.case.claims[id.0], stated))
            .sum();
        shared(sum, origin.claims.len(), convention.within_origin(stated))
    }

    /// The probability of a proposition after the claims, where every number has the value that `stated` gives.
    ///
    /// A prior of 0 or 1 stays what it is: nothing moves what the case holds to be settled.
    pub fn probability(&self, proposition: PropositionId, stated: Stated<'_>) -> f64 {
        let prior = stated(self.case.propositions[proposition.0].prior).clamp(0.0, 1.0);
        let origins = self.origins.iter().filter(|origin| origin.on == proposition);
        moved(prior, origins.map(|origin| self.shift(origin, stated)))
    }

    /// The probability of every proposition, with what the doubt about priors and ratios leaves of it.
    pub fn posteriors(&self, worlds: &Worlds, draws: u64) -> Vec<Estimate> {
        let readings = Readings::new(worlds, [self]);
        let mut drawn = vec![Vec::with_capacity(draws as usize); readings.len()];
        for draw in 0..draws {
            let probabilities = readings.at(&worlds.unit_point(draw));
            drawn.iter_mut().zip(probabilities).for_each(|(values, p)| values.push(p));
        }
        readings.estimates(0..1, &drawn, &Progress::default()).remove(0)
    }

    /// A world drawn as `worlds` draws it, but with every proposition as likely as the claims make it.
    pub fn draw(&self, worlds: &Worlds, draw: u64) -> World {
        worlds.draw_believing(draw, |id, stated| self.probability(id, stated))
    }
}

/// A probability with what doubt leaves of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// With every number at its central value.
    pub central: f64,
    /// The mean over all draws: the probability to act on.
    pub mean: f64,
    /// Below this lie 5 % of the draws.
    pub low: f64,
    /// Above this lie 5 % of the draws.
    pub high: f64,
}

impl Estimate {
    /// From the values in the draws; without draws everything is the central value. `progress` is told of its steps.
    pub(crate) fn of(central: f64, mut values: Vec<f64>, progress: &Progress) -> Self {
        if values.is_empty() {
            return Self { central, mean: central, low: central, high: central };
        }
        in_order(&mut values, f64::total_cmp, progress);
        let last = values.len() - 1;
        // Linear between order statistics (Hyndman & Fan 1996, type 7).
        let quantile = |share: f64| {
            let at = share * last as f64;
            let below = at.floor();
            let (low, high) = (values[below as usize], values[(below as usize + 1).min(last)]);
            (high - low).mul_add(at - below, low)
        };
        let mean = progress.along(&values).sum::<f64>() / values.len() as f64;
        Self { central, mean, low: quantile(0.05), high: quantile(0.95) }
    }
}

/// What so many reports of one origin weigh together, with the correlation between them.
pub(crate) fn shared(sum: f64, reports: usize, correlation: f64) -> f64 {
    let more = reports.saturating_sub(1) as f64;
    sum / more.mul_add(correlation, 1.0)
}

/// A prior moved by what origins shift its log-odds by; itself where none does.
pub(crate) fn moved(prior: f64, shifts: impl Iterator<Item = f64>) -> f64 {
    let mut shifts = shifts.peekable();
    if shifts.peek().is_none() {
        return prior;
    }
    let shift: f64 = shifts.sum();
    logistic(prior.ln() - (-prior).ln_1p() + shift)
}

/// 1 / (1 + e^−x), exact at both infinities.
fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// Where the coordinates of numbers and propositions lie in the unit cube.
#[derive(Debug)]
pub(crate) struct Coordinates {
    numbers: Vec<Option<usize>>,
    truths: Vec<usize>,
}

impl Coordinates {
    pub(crate) fn of(worlds: &Worlds) -> Self {
        let case = worlds.case();
        let (mut numbers, mut truths) = (vec![None; case.numbers.len()], vec![0; case.propositions.len()]);
        for coordinates in worlds.inputs() {
            match coordinates.input {
                detente_model::Input::Number(id) => numbers[id.0] = Some(coordinates.first),
                detente_model::Input::Truth(id) => truths[id.0] = coordinates.first,
                detente_model::Input::Order(_) | detente_model::Input::Comparisons(_) => {}
            }
        }
        Self { numbers, truths }
    }

    /// The value of a number at a point, before amendments.
    pub(crate) fn number(&self, case: &Case, id: detente_model::NumberId, point: &[f64]) -> f64 {
        case.numbers[id].value.quantile(self.numbers[id.0].map_or(0.5, |k| point[k]))
    }

    /// The uniform number that decides a proposition.
    pub(crate) fn truth(&self, id: PropositionId, point: &[f64]) -> f64 {
        point[self.truths[id.0]]
    }
}

/// Everything about a claim that bears on its weight; two claims of one origin with equal keys are one report.
#[derive(Debug)]
struct Key<'a> {
    origin: Option<String>,
    claim: &'a Claim,
    by: Option<String>,
    evidence: (u8, [f64; 3]),
}

impl<'a> Key<'a> {
    fn of(case: &Case, claim: &'a Claim) -> Self {
        let evidence = match &claim.bearing {
            Some(Bearing::Proposition { evidence, .. }) => match evidence {
                Evidence::Stance { supports, strength } => {
                    (u8::from(*supports), [f64::from(*strength as u8), 0.0, 0.0])
                }
                Evidence::LikelihoodRatio(id) => (2, shape(value(case, *id))),
            },
            _ => (3, [0.0; 3]),
        };
        Self {
            origin: claim.origin.as_deref().map(folded_name).filter(|name| !name.is_empty()),
            claim,
            by: claim.by.as_deref().map(folded_name),
            evidence,
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        let rank = |claim: &Claim| {
            let grade = claim.grade.map(|g| (g.reliability, g.credibility));
            (claim.said, claim.party, claim.role.map(|r| r as u8), claim.source, grade)
        };
        let numbers = || {
            let pairs = self.evidence.1.iter().zip(&other.evidence.1);
            pairs.map(|(a, b)| a.total_cmp(b)).find(|o| o.is_ne()).unwrap_or(Ordering::Equal)
        };
        self.origin
            .cmp(&other.origin)
            .then_with(|| self.by.cmp(&other.by))
            .then_with(|| rank(self.claim).cmp(&rank(other.claim)))
            .then_with(|| self.evidence.0.cmp(&other.evidence.0))
            .then_with(numbers)
    }
}

fn shape(value: Uncertain) -> [f64; 3] {
    [value.low(), value.central(), value.high()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::convention::central;
    use crate::fixture::{self, Short};
    use detente_model::Number;
    use proptest::prelude::*;

    fn short() -> impl Strategy<Value = Short> {
        (0..2usize, any::<bool>(), 0..3usize, 0..3usize, 1..=6u8, 1..28i8, 0..4usize)
    }

    /// P(propositions | claims) by summing the joint distribution over every truth value and every way in which the
    /// claims could have fallen out.
    fn enumerated(priors: &[f64], ratios: &[(usize, f64)]) -> Vec<f64> {
        let (p, c) = (priors.len(), ratios.len());
        let (mut all, mut true_in) = (0.0, vec![0.0; p]);
        for truths in 0u32..1 << p {
            for made in 0u32..1 << c {
                let mut joint = 1.0;
                for (i, prior) in priors.iter().enumerate() {
                    joint *= if truths >> i & 1 == 1 { *prior } else { 1.0 - prior };
                }
                for (j, (on, ratio)) in ratios.iter().enumerate() {
                    // Any pair of likelihoods with this ratio serves.
                    let (if_true, if_false) =
                        if *ratio > 1.0 { (0.9, 0.9 / ratio) } else { (0.9 * ratio, 0.9) };
                    let likelihood = if truths >> on & 1 == 1 { if_true } else { if_false };
                    joint *= if made >> j & 1 == 1 { likelihood } else { 1.0 - likelihood };
                }
                if made == (1 << c) - 1 {
                    all += joint;
                    for (i, sum) in true_in.iter_mut().enumerate() {
                        *sum += if truths >> i & 1 == 1 { joint } else { 0.0 };
                    }
                }
            }
        }
        true_in.into_iter().map(|sum| sum / all).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn the_posterior_is_that_of_exact_enumeration(
            priors in proptest::collection::vec(0.02..0.98f64, 2),
            claims in proptest::collection::vec(short(), 0..7),
        ) {
            let mut case = fixture::case(&priors.iter().map(|p| Uncertain::Known(*p)).collect::<Vec<_>>());
            for claim in &claims {
                fixture::add(&mut case, *claim);
            }
            let convention = Convention::new(&case);
            let ratios: Vec<(usize, f64)> = claims.iter().zip(&case.claims)
                .map(|(short, claim)| (short.0, convention.log_likelihood_ratio(claim, &central(&case)).exp()))
                .collect();
            let account = Account::new(&case);
            for (i, exact) in enumerated(&priors, &ratios).into_iter().enumerate() {
                let posterior = account.probability(PropositionId(i), &central(&case));
                prop_assert!((posterior - exact).abs() < 1e-12, "{posterior} {exact}");
            }
        }

        #[test]
        fn the_order_of_claims_changes_nothing(
            claims in proptest::collection::vec((short(), 0..3usize), 0..9),
            keys in proptest::collection::vec(any::<u32>(), 9),
        ) {
            let priors = [Uncertain::uniform(0.2, 0.6).unwrap(), Uncertain::Known(0.5)];
            let mut case = fixture::case(&priors);
            for (claim, origin) in &claims {
                fixture::add(&mut case, *claim);
                case.claims.last_mut().unwrap().origin = [None, Some("x"), Some("y")][*origin].map(str::to_owned);
            }
            let mut shuffled = case.clone();
            let mut order: Vec<usize> = (0..case.claims.len()).collect();
            order.sort_by_key(|i| keys[*i]);
            shuffled.claims = order.iter().map(|i| case.claims[*i].clone()).collect();
            // Equal to the last bit, intervals included.
            prop_assert_eq!(Account::new(&case).posteriors(&Worlds::new(&case, 1), 20), Account::new(&shuffled).posteriors(&Worlds::new(&shuffled, 1), 20));
        }

        #[test]
        fn repeating_a_report_changes_nothing(
            claims in proptest::collection::vec((short(), 0..2usize), 1..8),
            repeated in proptest::collection::vec(0..8usize, 1..6),
            rho in 0.0..1.0f64,
        ) {
            let mut case = fixture::case(&[Uncertain::Known(0.4), Uncertain::Known(0.5)]);
            case.weighing.within_origin = Some(case.numbers.add(Number::new("evidence.within_origin", rho)));
            for (claim, origin) in &claims {
                fixture::add(&mut case, *claim);
                case.claims.last_mut().unwrap().origin = Some(["x", "y"][*origin].to_owned());
            }
            let before = Account::new(&case).posteriors(&Worlds::new(&case, 1), 1);
            for (i, which) in repeated.iter().enumerate() {
                let mut copy = case.claims[which % claims.len()].clone();
                copy.id = format!("copy-{i}");
                copy.text = Some("the same in other words".to_owned());
                copy.origin = copy.origin.map(|name| format!(" {} ", name.to_uppercase()));
                case.claims.push(copy);
            }
            prop_assert_eq!(before, Account::new(&case).posteriors(&Worlds::new(&case, 1), 1));
        }
    }

    #[test]
    fn an_origin_counts_once_by_default_and_in_full_when_its_reports_are_independent() {
        let mut case = fixture::case(&[Uncertain::Known(0.5)]);
        for source in [0, 0, 2] {
            fixture::add(&mut case, (0, true, 1, source, 1, 5, 0));
            case.claims.last_mut().unwrap().origin = Some("one press conference".to_owned());
        }
        case.claims[1].grade = None; // the source's reliability alone: A, the same trust
        let odds = |case: &Case| {
            let p = Account::new(case).probability(PropositionId(0), &central(case));
            p / (1.0 - p)
        };
        // Reports weigh t = 1, 1 and √0.6 of ln 3.
        let mean = (2.0 + 0.6f64.sqrt()) / 3.0;
        assert!((odds(&case) - 3f64.powf(mean)).abs() < 1e-12);
        case.weighing.within_origin = Some(case.numbers.add(Number::new("evidence.within_origin", 0.0)));
        assert!((odds(&case) - 3f64.powf(3.0 * mean)).abs() < 1e-10);
    }

    #[test]
    fn doubt_about_the_prior_becomes_an_interval_around_the_posterior() {
        let mut case = fixture::case(&[Uncertain::uniform(0.2, 0.4).unwrap()]);
        fixture::add(&mut case, (0, true, 2, 0, 1, 5, 0));
        let posterior = Account::new(&case).posteriors(&Worlds::new(&case, 1), 2_000)[0];
        // 10 · 0.3/0.7 at the centre; the prior's 5 % and 95 % points are 0.21 and 0.39.
        let after = |p: f64| 10.0 * p / (10.0 * p + 1.0 - p);
        assert!((posterior.central - after(0.3)).abs() < 1e-12);
        // The 5 % point of 2,000 draws is off by 0.0049 of the doubt (one standard error), 0.001 of the prior; four.
        assert!((posterior.low - after(0.21)).abs() < after(0.214) - after(0.21));
        assert!((posterior.high - after(0.39)).abs() < after(0.39) - after(0.386));
    }

    #[test]
    fn worlds_hold_propositions_as_often_as_the_claims_make_them_likely() {
        let mut case = fixture::case(&[Uncertain::Known(0.2)]);
        fixture::add(&mut case, (0, true, 2, 0, 1, 5, 0));
        let (account, worlds) = (Account::new(&case), Worlds::new(&case, 4));
        let held = (0..5_000).filter(|i| account.draw(&worlds, *i).holds(PropositionId(0))).count();
        // 10 · 0.2/0.8 = 2.5 to 1; a share of 5/7 in 5,000 draws has a standard error of 0.0064; four of them.
        assert!((held as f64 / 5_000.0 - 5.0 / 7.0).abs() < 0.026);
    }

    #[test]
    fn what_is_settled_stays_settled() {
        for prior in [0.0, 1.0] {
            let mut case = fixture::case(&[Uncertain::Known(prior)]);
            for supports in [true, false, false] {
                fixture::add(&mut case, (0, supports, 2, 0, 1, 5, 0));
            }
            assert_eq!(Account::new(&case).probability(PropositionId(0), &central(&case)), prior);
        }
    }
}

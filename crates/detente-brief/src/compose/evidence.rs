//! What was said and done, and what it makes of the outlook: the weighing of evidence, with the deal space as its
//! question.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use detente_deals::{DealSpace, DealsError};
use detente_evidence::{
    Account, Basis, Contradiction, ContradictionKind, Convention, Hypotheses, Ledger, Likelihood, Mover,
    Outlook, OutlookAt, Standing,
};
use detente_model::{
    Bearing, Case, Claim, ClaimId, Evidence as Weight, Package, Progress, PropositionId, World, Worlds,
};

use crate::words;

/// The evidence of a case, weighed.
#[derive(Debug, Clone)]
pub struct WeighedEvidence {
    /// The case it is about.
    pub case: Arc<Case>,
    /// How many worlds were drawn.
    pub draws: u64,
    /// From which seed.
    pub seed: u64,
    /// What matters most of it, in a few sentences.
    pub headline: Vec<String>,
    /// By date, by origin, by source, and by open question.
    pub outlook: Outlook,
    /// How often the search for a deal was given up in a world; such a world counts as one without.
    pub zone_not_known: u64,
    /// The claims that speak for or against a proposition, in the order of the case.
    pub weighed: Vec<WeighedClaim>,
    /// Claims that cannot both be taken at their word.
    pub contradictions: Vec<Contradiction>,
    /// Counts that differ only because they count different things.
    pub counted_differently: Vec<Contradiction>,
    /// Where each claim of the case stands when it is attacked by what contradicts it.
    pub standing: Vec<Standing>,
    /// Hypotheses against evidence.
    pub hypotheses: Hypotheses,
    /// How good past forecasts were.
    pub ledger: Ledger,
}

/// A claim on a proposition with its weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeighedClaim {
    /// Which.
    pub claim: ClaimId,
    /// The proposition.
    pub on: PropositionId,
    /// ln LR in the central world: above 0 it speaks for the proposition.
    pub log_ratio: f64,
    /// On what the weight rests.
    pub basis: Basis,
    /// With how many other claims it shares its origin on this proposition.
    pub shares: usize,
    /// Whether it repeats another report of its origin and adds nothing.
    pub repeats: bool,
}

/// The worlds of a case in which every proposition is as likely as the claims make it. Every section of a brief is
/// drawn from them, so that what was reported moves all of it.
pub fn worlds(case: impl Into<Arc<Case>>, seed: u64) -> Worlds {
    let case = case.into();
    let worlds = Worlds::new(Arc::clone(&case), seed);
    let account = Account::new(case);
    if account.origins().is_empty() {
        return worlds;
    }
    worlds.believing(move |id, stated| account.probability(id, stated))
}

impl WeighedEvidence {
    /// Whether a case has anything to weigh.
    pub fn is_in(case: &Case) -> bool {
        !(case.propositions.is_empty() && case.claims.is_empty() && case.forecasts.is_empty())
    }

    /// Weighs the evidence of a case on the first `draws` of its worlds; `None` if the case has no propositions, claims or
    /// forecasts. If it has issues, the question asked of every world is whether a zone of agreement exists.
    ///
    /// Packages that are `leading`, acceptable to all in many worlds, are tried before a zone is searched for. `progress` is told of each
    /// world.
    ///
    /// # Errors
    /// If the deal space cannot be searched.
    pub fn of(
        worlds: &Worlds,
        draws: u64,
        leading: &[&Package],
        progress: &Progress,
    ) -> Result<Option<Self>, DealsError> {
        let case = worlds.case();
        if !Self::is_in(case) {
            return Ok(None);
        }
        let not_known = AtomicU64::new(0);
        let outlook = if case.issues.is_empty() {
            Outlook::new(worlds, draws, None, progress)
        } else {
            // What cannot be searched in one world cannot in any: the refusal depends on the issues alone.
            let refused: OnceLock<DealsError> = OnceLock::new();
            let zone_of = |space: DealSpace| {
                let accepted = leading.iter().any(|package| space.all_accept(package));
                if accepted { Ok(Some(true)) } else { space.zone_exists() }
            };
            let has_zone = |world: &World| match DealSpace::new(world).and_then(zone_of) {
                Ok(Some(exists)) => exists,
                Ok(None) => {
                    not_known.fetch_add(1, Ordering::Relaxed);
                    false
                }
                Err(error) => {
                    let _ = refused.set(error);
                    false
                }
            };
            let outlook = Outlook::new(worlds, draws, Some(&has_zone), progress);
            if let Some(error) = refused.into_inner() {
                return Err(error);
            }
            outlook
        };
        let account = Account::new(Arc::clone(case));
        let mut evidence = Self {
            case: Arc::clone(case),
            draws,
            seed: worlds.seed(),
            headline: Vec::new(),
            weighed: weighed(&account),
            contradictions: account.contradictions(),
            counted_differently: account.counted_differently(),
            standing: account.standing(),
            hypotheses: account.hypotheses(),
            ledger: Ledger::new(case),
            outlook,
            zone_not_known: not_known.into_inner(),
        };
        evidence.headline = evidence.sentences();
        Ok(Some(evidence))
    }

    /// A claim by its index.
    pub fn claim(&self, id: ClaimId) -> &Claim {
        &self.case.claims[id.0]
    }

    /// The outlook after every claim.
    pub fn now(&self) -> Option<&OutlookAt> {
        self.outlook.by_date.last()
    }

    /// The outlook before any claim.
    pub fn before(&self) -> Option<&OutlookAt> {
        self.outlook.by_date.first()
    }

    /// Who made a claim, for a reader; the source where it names nobody.
    pub fn claimant(&self, claim: &Claim) -> String {
        match (&claim.by, claim.source) {
            (Some(by), _) => by.clone(),
            (None, Some(source)) => self.case.source(source).title.clone(),
            (None, None) => claim.id.clone(),
        }
    }

    /// What a claim says in the words of the case, or at least which one it is.
    pub fn said(&self, claim: &Claim) -> String {
        claim.text.clone().unwrap_or_else(|| claim.id.clone())
    }

    /// The grounds of a weight in few words: `moderate, B2`.
    pub fn ground(&self, weighed: &WeighedClaim) -> String {
        let strength = match &self.claim(weighed.claim).bearing {
            Some(Bearing::Proposition { evidence: Weight::Stance { strength, .. }, .. }) => strength.word(),
            _ => "",
        };
        match weighed.basis {
            Basis::Stated => "stated in the case".to_owned(),
            Basis::Graded(grade) => format!("{strength}, {grade}"),
            Basis::SourceOnly(reliability) => format!("{strength}, source {}", reliability.letter()),
            Basis::Ungraded => format!("{strength}, ungraded"),
            Basis::None => "draft".to_owned(),
        }
    }

    /// How a contradiction is left, by what is trusted more.
    pub fn verdict(&self, contradiction: &Contradiction) -> &'static str {
        let [a, b] = contradiction.claims.map(|id| self.standing[id.0]);
        match (a, b) {
            (Standing::In, Standing::Out) => {
                "The first is trusted more and stands; both weigh in the outlook, each by its own grade."
            }
            (Standing::Out, Standing::In) => {
                "The second is trusted more and stands; both weigh in the outlook, each by its own grade."
            }
            (Standing::Out, Standing::Out) => {
                "Neither stands: each is contradicted by something that does. Both weigh in the outlook, each by its own grade."
            }
            _ => "Neither is trusted more, so neither is set aside: both weigh in the outlook.",
        }
    }

    /// What moved the outlook: origins that moved it at all, the most first.
    pub fn movers(&self) -> impl Iterator<Item = &Mover<Vec<ClaimId>>> {
        self.outlook.origins.iter().filter(|mover| moved(&mover.moves))
    }

    fn sentences(&self) -> Vec<String> {
        let mut sentences: Vec<String> = Vec::new();
        let (Some(before), Some(now)) = (self.before(), self.now()) else { return sentences };
        if let (Some(first), Some(last)) = (before.share, now.share)
            && self.outlook.by_date.len() > 1
        {
            let (from, to) = (words::percent(first.value()), words::percent(last.value()));
            sentences.push(if from == to {
                format!(
                    "What was said and done leaves the share of worlds with a deal where it was, at {to}."
                )
            } else {
                let way = if last.value() > first.value() { "raises" } else { "lowers" };
                format!("What was said and done {way} the share of worlds with a deal from {from} to {to}.")
            });
        }
        if self.zone_not_known > 0 {
            sentences.push(format!(
                "The search for a deal was given up {}; such worlds count here as worlds without one, so the shares may be too low.",
                words::plural(self.zone_not_known, "time", "times")
            ));
        }
        if let Some(found) = self.contradictions.iter().find(|c| c.kind == ContradictionKind::TwoVoices) {
            sentences.push(format!("Two voices {}.", found.because));
        } else if let Some(found) = self.contradictions.first() {
            sentences.push(format!("A contradiction: {}.", found.because));
        }
        let name = |mover: &Mover<Vec<ClaimId>>| {
            let mut names: Vec<String> = mover.what.iter().map(|id| self.claimant(self.claim(*id))).collect();
            names.dedup();
            let origin = mover.what.first().and_then(|id| self.claim(*id).origin.clone());
            origin.unwrap_or_else(|| words::list(&names))
        };
        // What the draws cannot tell from nothing did not move anything.
        let moves = |mover: &&Mover<Vec<ClaimId>>| {
            mover.shift.is_none_or(|shift| shift.low > 0.0 || shift.high < 0.0)
        };
        if let Some(most) = self.movers().find(moves) {
            sentences.push(format!("What moved it most: {}.", name(most)));
        }
        let flipping: Vec<String> = self
            .outlook
            .sources
            .iter()
            .filter(|mover| !mover.flips.is_empty())
            .map(|mover| format!("“{}”", self.case.source(mover.what).title))
            .collect();
        if !flipping.is_empty() {
            let wrong = if flipping.len() == 1 { "this source" } else { "one of these sources" };
            sentences
                .push(format!("The picture would turn if {wrong} were wrong: {}.", words::list(&flipping)));
        }
        sentences
    }

    /// The likelihood of a proposition in the words of ICD 203.
    pub fn likelihood(&self, proposition: PropositionId) -> &'static str {
        self.now().map_or("", |now| Likelihood::of(now.propositions[proposition.0].mean).words())
    }
}

/// Whether any proposition was moved.
fn moved(moves: &[f64]) -> bool {
    moves.iter().any(|by| *by != 0.0)
}

fn weighed(account: &Account) -> Vec<WeighedClaim> {
    let case = account.case();
    let convention = Convention::new(case);
    let stated = |id| case.numbers[id].value.central();
    let mut weighed: Vec<WeighedClaim> = account
        .origins()
        .iter()
        .flat_map(|origin| {
            let others = (origin.claims.len() + origin.repeated.len()).saturating_sub(1);
            let one = move |id: ClaimId, repeats: bool| WeighedClaim {
                claim: id,
                on: origin.on,
                log_ratio: convention.log_likelihood_ratio(&case.claims[id.0], &stated),
                basis: convention.basis(&case.claims[id.0]),
                shares: others,
                repeats,
            };
            let first = origin.claims.iter().map(move |id| one(*id, false));
            first.chain(origin.repeated.iter().map(move |id| one(*id, true))).collect::<Vec<_>>()
        })
        .collect();
    weighed.sort_by_key(|w| w.claim);
    weighed
}

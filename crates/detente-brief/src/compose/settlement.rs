//! Which package they would settle on if they sign, in words.

use std::sync::Arc;

use detente_deals::limits;
use detente_deals::settlement::{CONVENTIONS, Likely, LikelyPackage, Looked, POOLED, Settlement};
use detente_model::{Case, Progress, Worlds};

use super::super::sitting::SittingError;
use crate::words;

/// Worlds in which chains are walked for an answer that is wanted at once, and that a better one follows.
const WORLDS_AT_FIRST: u64 = 10;
/// The least chance of an option that is named in a sentence as what is likely on its issue.
const NAMED: f64 = 0.5;

/// What they would settle on if they sign.
#[derive(Debug, Clone)]
pub struct LikelySettlement {
    /// The case it is about.
    pub case: Arc<Case>,
    /// How many worlds were drawn, of which the first were looked at.
    pub draws: u64,
    /// What the engine found.
    pub found: Settlement,
}

impl LikelySettlement {
    /// Looks at the worlds of a case.
    pub(crate) fn of(worlds: &Worlds, draws: u64, progress: &Arc<Progress>) -> Result<Self, SittingError> {
        let found = Settlement::over(worlds, draws, progress)?;
        Ok(Self { case: Arc::clone(worlds.case()), draws, found })
    }

    /// The same at once. In a space in which packages are visited by chains, which takes long, that is of [`WORLDS_AT_FIRST`] worlds.
    pub(crate) fn at_first(
        worlds: &Worlds,
        draws: u64,
        progress: &Arc<Progress>,
    ) -> Result<Self, SittingError> {
        let packages: f64 = worlds.case().issues.iter().map(|issue| issue.options.len() as f64).product();
        let by_chains = packages > limits::SETTLED_LISTED as f64;
        let looked_at = if by_chains { draws.min(WORLDS_AT_FIRST) } else { draws };
        Ok(Self { draws, ..Self::of(worlds, looked_at, progress)? })
    }

    /// A chance with the range over worlds and coefficients: `22 % (5–40)`.
    pub fn chance(likely: &Likely) -> String {
        words::ranged(likely.chance, likely.range[0], likely.range[1])
    }

    /// A package in one line, with its chance.
    pub fn line(&self, likely: &LikelyPackage) -> String {
        format!("{}: {}", words::package(&self.case, &likely.package), Self::chance(&likely.likely))
    }

    /// On each issue the likeliest option, where it is likelier than all others together.
    pub fn by_issue(&self) -> String {
        let likely: Vec<String> = (self.case.issues.iter().zip(&self.found.options))
            .filter_map(|(issue, options)| {
                let (option, likely) = options
                    .iter()
                    .enumerate()
                    .reduce(|a, b| if b.1.chance > a.1.chance { b } else { a })
                    .filter(|(_, likely)| likely.chance >= NAMED)?;
                Some(format!(
                    "{} in {}",
                    words::option(&self.case, issue, option),
                    words::percent(likely.chance)
                ))
            })
            .collect();
        if likely.is_empty() {
            "On no issue is one option likelier than all others together.".to_owned()
        } else {
            format!("Issue by issue, more likely than not: {}.", words::list(&likely))
        }
    }

    /// What the chances are of, and what they rest on, in short.
    pub fn in_brief(&self) -> String {
        format!(
            "From {} bargains over small stakes; that wars are settled alike is assumed.",
            words::count(POOLED.settlements)
        )
    }

    /// How they were found.
    pub fn method(&self) -> Vec<String> {
        let found = &self.found;
        let worlds = if found.draws < self.draws {
            format!(
                "the first {} of the {} worlds drawn",
                words::count(found.draws),
                words::count(self.draws)
            )
        } else {
            format!("the {} worlds drawn", words::count(self.draws))
        };
        let mut sentences = vec![format!(
            "Of {worlds}, {} have a package that all accept; the chances are means over these, and the ranges their middle nine tenths. They say \
             nothing of whether there will be a deal.",
            words::count(found.zone)
        )];
        if found.not_known > 0 {
            sentences.push(format!(
                "In {} more it is not known what all accept, for the work that it would take; they are left out.",
                words::count(found.not_known)
            ));
        }
        if let Looked::ByChains { chains, steps, apart } = found.looked {
            sentences.push(format!(
                "There are too many packages to list: {} of {steps} steps in each world visited packages in proportion to their chances, each \
                 from the package best for one party. Chances of options by chains from one start and by all differ by {} at the most; the 95 % \
                 interval that steps and worlds leave is in the JSON.",
                words::plural(chains as u128, "chain", "chains"),
                words::points(apart).trim_start_matches('+')
            ));
        }
        if let Some(names) = words::continuous(&self.case) {
            sentences.push(format!("Of {names} only the stops of the case are counted."));
        }
        let fits: Vec<String> = (CONVENTIONS.iter())
            .map(|convention| format!("{} over {}", words::count(convention.settlements), convention.over))
            .collect();
        sentences.push(format!(
            "The model was fitted on what pairs of people online settled on: {}. Each world takes one of the two fits in turn, with a draw from the \
             doubt about it. Those people knew little of each other's wants, played for pocket money, had no audience, no past and no violence \
             between them, and each spoke for himself or herself. Where leaders answer for a war, what is fair or easy to see may weigh less, and \
             what can be sold at home more: read this as what ordinary bargaining would make of these positions.",
            words::list(&fits)
        ));
        sentences
    }
}

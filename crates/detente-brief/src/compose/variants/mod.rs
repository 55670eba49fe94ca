//! Many variants of a case in the same draws: whether there is a deal in each world of each, the margin, who would sign which package, and how packages fare
//! on the three tests.
//!
//! **Definition.** Of every case and draw what a sitting with that case alone says of the world of that draw: [`WorldFindings::Zone`],
//! [`WorldFindings::Margin`], and of each package what [`Standings`](crate::Standings) and [`Lasting`](crate::Lasting) are made of.
//!
//! **Method.** A draw is made once for all of them, as they have most of what is in doubt in common. An engine looks at a world only if something that bears on
//! its answer sets it apart from those it has seen in the draw (`likeness`); engines know neither each other nor each other's figures:
//! - a variant that differs in what no deal is worth: the packages are listed once for all such variants ([`Reservations`]);
//! - one that differs in a figure of the exchange or of durability: that engine alone looks again, and the world is the first with that figure;
//! - anything else: a world of its own, from the same point of the unit cube.
//!
//! What was not asked for is not computed.
//!
//! **Law.** The same to the last digit, whichever variants are looked at together.
//!
//! [`Reservations`]: detente_deals::Reservations

mod found;
mod in_draw;
mod likeness;

use std::ops::Range;
use std::sync::Arc;

use detente_model::side_by_side::each;
use detente_model::{Actor, Case, NumberId, Package, Progress, unless_cancelled};

use self::found::FoundOfAll;
use self::in_draw::InDraw;
use self::likeness::Variant;
use super::package_choice::PackageChoice;
use super::world_table::WorldFindings;
use crate::answers::columns::ColumnTable;
use crate::sitting::{Options, Sitting, SittingError};

/// How many draws one thread looks at before it takes the next.
const STRETCH: u64 = 16;

/// What is found of a package by the three tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Whether its exchange holds itself: as the case proposes it, or in some way where it proposes none. Not known in a case without an exchange.
    Enforceable,
    /// The probability that it outlives the day on which the durability of the case compares; not known in a case without durability.
    Durable,
    /// The probability that it outlives the last day that the durability of the case tells; not known in a case without.
    Survival,
    /// The probability that it passes every test: none where somebody would not sign it, or it does not hold itself, else that of outliving the compared day. A
    /// test that the case has no material for is passed.
    AllThree,
}

impl Measure {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Enforceable, Self::Durable, Self::Survival, Self::AllThree];
    /// The words for them, in the order of [`Self::ALL`].
    pub const WORDS: [&str; 4] = ["enforceable", "durable", "survival", "all_three"];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// What a word stands for.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.word() == word)
    }
}

/// What is found of each variant in each world.
#[derive(Debug, Clone, Copy)]
pub struct VariantFindings<'m> {
    /// The zone, or also the margin.
    pub deals: WorldFindings,
    /// What the three tests say of each package.
    pub measures: &'m [Measure],
}

impl VariantFindings<'_> {
    fn has(self, measure: Measure) -> bool {
        self.measures.contains(&measure)
    }
}

/// A case, and the packages that it is asked about.
#[derive(Debug, Clone)]
pub struct AskedCase {
    /// The case.
    pub case: Arc<Case>,
    /// The packages in words, each complete.
    pub packages: Vec<String>,
}

/// Cases that are judged in the same draws.
#[derive(Debug)]
pub struct Variants {
    /// The first is the one whose draws are made.
    sittings: Vec<Sitting>,
    progress: Arc<Progress>,
    each: Vec<Variant>,
    /// Numbers in which some variant differs whose worlds are those of the first with other numbers.
    restated: Vec<NumberId>,
    /// To whom no deal is worth something else in one of these.
    no_deal: Vec<Actor>,
}

impl Variants {
    /// Sits down with every case in the same way, to be asked about its packages: about as many of each case as there are of all.
    ///
    /// # Errors
    /// [`SittingError::NothingOnTheTable`], [`SittingError::Package`] where a case has no such package or it is not complete, and
    /// [`SittingError::OtherPrincipals`].
    pub fn of(cases: &[AskedCase], options: Options) -> Result<Self, SittingError> {
        Self::watched(cases, options, Arc::default())
    }

    /// As [`Self::of`], with a progress that somebody watches or may cancel.
    ///
    /// # Errors
    /// As [`Self::of`]; [`SittingError::Cancelled`].
    pub fn watched(
        cases: &[AskedCase],
        options: Options,
        progress: Arc<Progress>,
    ) -> Result<Self, SittingError> {
        let watched =
            |asked: &AskedCase| Sitting::watched(Arc::clone(&asked.case), options, Arc::clone(&progress));
        let sittings: Vec<Sitting> = cases.iter().map(watched).collect();
        let mut asked = Vec::with_capacity(sittings.len());
        for (sitting, AskedCase { packages, .. }) in sittings.iter().zip(cases) {
            if sitting.case().issues.is_empty() {
                return Err(SittingError::NothingOnTheTable);
            }
            let case = sitting.worlds()?.case();
            let named = packages.iter().map(|text| PackageChoice::parse(case, text)?.on(case, &[]));
            asked.push(named.collect::<Result<Vec<Package>, _>>()?);
        }
        let fewest = asked.iter().map(Vec::len).min().unwrap_or(0);
        for packages in &mut asked {
            packages.truncate(fewest);
        }
        if fewest > 0 && sittings.windows(2).any(|two| principals(&two[0]) != principals(&two[1])) {
            return Err(SittingError::OtherPrincipals);
        }
        let variants = likeness::of_all(&sittings, asked)?;
        let differ = variants.iter().filter_map(|variant| variant.restated.as_ref()).flatten();
        let mut restated: Vec<NumberId> = differ.map(|(id, _)| *id).collect();
        restated.sort_unstable();
        restated.dedup();
        let no_deal = match sittings.first() {
            Some(first) => likeness::to_whom_no_deal_is_worth(first.worlds()?.case(), &restated),
            None => Vec::new(),
        };
        Ok(Self { sittings, progress, each: variants, restated, no_deal })
    }

    /// How far the computations are; cancels them.
    pub fn progress(&self) -> &Arc<Progress> {
        &self.progress
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.sittings.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.sittings.is_empty()
    }

    /// What is found of every variant in some draws, one row each, the draws of one variant behind those of another. Columns: `zone_exists`; `margin`, where it is
    /// asked for; of each package who accepts it, as `accepts.0.` with the id of a principal or `all`, the package counted from 0; and then measure by measure what
    /// was asked for of each, as `enforceable.0` ([`Measure::word`]). Threads change nothing.
    ///
    /// # Errors
    /// What an engine refuses; [`SittingError::Cancelled`].
    pub fn judged(
        &self,
        draws: Range<u64>,
        findings: VariantFindings<'_>,
    ) -> Result<ColumnTable, SittingError> {
        let Some(first) = self.sittings.first() else { return Ok(ColumnTable::default()) };
        unless_cancelled(|| self.judged_by(first, draws, findings))?
    }

    fn judged_by(
        &self,
        first: &Sitting,
        draws: Range<u64>,
        findings: VariantFindings<'_>,
    ) -> Result<ColumnTable, SittingError> {
        let (start, count) = (draws.start, draws.end.saturating_sub(draws.start));
        self.progress.expect(count * self.len() as u64);
        let stretch = |stretch: usize| {
            let from = start + stretch as u64 * STRETCH;
            let draws = from..(from + STRETCH).min(start + count);
            let judged = |draw| InDraw::of(self, draw)?.judged(findings);
            draws.map(judged).collect::<Result<Vec<FoundOfAll>, SittingError>>()
        };
        let stretches = each(count.div_ceil(STRETCH) as usize, &self.progress, &stretch);
        let stretches = stretches.into_iter().collect::<Result<Vec<_>, _>>()?;
        let found: Vec<FoundOfAll> = stretches.into_iter().flatten().collect();
        let case = first.case();
        let sides = case.principals().map(|id| case.party(id).id.as_str()).chain(["all"]).collect::<Vec<_>>();
        let packages = self.each.first().map_or(0, |variant| variant.asked.len());
        Ok(found::columns(&found, self.len(), packages, &sides, findings))
    }
}

fn principals(sitting: &Sitting) -> Vec<&str> {
    let case = sitting.case();
    case.principals().map(|id| case.party(id).id.as_str()).collect()
}

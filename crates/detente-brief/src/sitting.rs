//! One sitting with one case: its draws, seed and day, and every answer, computed once and on demand.
//!
//! A [`Sitting`] is what faces speak to (command line, browser, Python), and they speak to nothing below it. It takes the case to the
//! day that was asked for, makes it ready for questions about packages, hears the evidence, and draws each world once: all
//! answers look at the same ones. An answer that was given is kept.
//!
//! It can be watched and cancelled from another thread through its [`Progress`]: one for everything that takes long. A cancelled
//! sitting has no further answers; what was answered before stays. [`Sitting::first`] answers from the first draws, for somebody who
//! would rather have a rough answer at once.

mod composed;
mod texts;

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, OnceLock};

use detente_deals::{DealSpace, DealsError, Findings, Sampling, SobolIndices, Study, Units};
use detente_durability::DurabilityError;
use detente_exchange::ExchangeError;
use detente_model::{Case, IssueId, Package, Progress, World, Worlds, unless_cancelled};
use detente_stability::StabilityError;
use detente_talks::TalksError;
use detente_watch::WatchError;
use jiff::civil::Date;

use crate::answers::columns::ColumnTable;
use crate::answers::tables::CsvTable;
use crate::brief::{Brief, Deals};
use crate::compose::collective::{BodyAhead, Want};
use crate::compose::evidence::{self, WeighedEvidence};
use crate::compose::exchange::ExchangePlan;
use crate::compose::judged::Judged;
use crate::compose::lasting::Lasting;
use crate::compose::overlay::{CaseReading, Overlay, PooledReading, ReadingPlace};
use crate::compose::package_choice::{Chosen, PackageChoice, PackageError};
use crate::compose::package_table::{self, PackageRows};
use crate::compose::scenario::Scenario;
use crate::compose::settlement::LikelySettlement;
use crate::compose::side_by_side::{CaseChange, ComparedStep, SideBySide};
use crate::compose::standstill::Standstill;
use crate::compose::sweep::{Sweep, SweepCase};
use crate::compose::talks::TalksAhead;
use crate::compose::three_tests::{Standings, TestsError, ThreeTests};
use crate::compose::trial_run::Refusal;
use crate::compose::watch::WatchDay;
use crate::compose::world_table::{self, WorldFindings, WorldRows};
use crate::compose::{deals, prepared, trial_run};

/// How many draws the first answer rests on.
pub const FIRST_DRAWS: u64 = 100;

/// How a case is looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// How many worlds are drawn.
    pub sampling: Sampling,
    /// From which seed.
    pub seed: u64,
    /// The day as of which the case is looked at; what was reported, said or published later is hidden. `None` for the day of the case.
    pub as_of: Option<Date>,
    /// How far a listed frontier may stay behind, on each party's scale; `None` for exact ones.
    pub tolerance: Option<Units>,
}

impl Options {
    /// So many draws from a seed, the rest as by default.
    pub fn drawing(draws: u64, seed: u64) -> Self {
        Self { sampling: Sampling::Draws(draws), seed, ..Self::default() }
    }
}

impl Default for Options {
    /// 2,000 draws from seed 1, exact, on the day of the case.
    fn default() -> Self {
        Self { sampling: Sampling::Draws(2_000), seed: 1, as_of: None, tolerance: None }
    }
}

/// Why a sitting has no answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SittingError {
    /// There is nothing to agree on.
    #[error(
        "there is nothing on the table: the case has no issues. `detente stability` looks at a conflict alone, `detente exchange` at \
         an exchange"
    )]
    NothingOnTheTable,
    /// There is nothing at all to tell of.
    #[error(
        "the case has nothing to tell of yet: say in `[issues]` and `[positions]` what is on the table, in `[moves]` and `[conflict]` what \
         each could do without a deal, in `[exchange]` what would change hands, in `[durability]` how long agreements last, or in \
         `[propositions]` and `[[claims]]` what was said and done"
    )]
    NothingToTell,
    /// No figure of the case has that path.
    #[error("the case has no figure `{0}`; `detente check CASE --figures` lists the paths")]
    NoSuchFigure(String),
    /// A number that goes through values of which none counts in any world.
    #[error(
        "`{path}` counts in no world: the open question `{question}` puts another value in its place, whether it is true or false. Change it in \
         `propositions.{question}.when_true` and `when_false`, or go through `propositions.{question}.prior`"
    )]
    Overruled {
        /// Its path.
        path: String,
        /// The id of the question.
        question: String,
    },
    /// Packages that are not listed one by one, for the limit that is named.
    #[error("these packages are not listed: {0}")]
    NotListed(String),
    /// The deal space could not be searched.
    #[error(transparent)]
    Deals(#[from] DealsError),
    /// What was asked for is no package.
    #[error(transparent)]
    Package(#[from] PackageError),
    /// The conflict does not hang together.
    #[error(transparent)]
    Stability(#[from] StabilityError),
    /// The exchange or the durability of the case makes no sense.
    #[error(transparent)]
    Tests(#[from] TestsError),
    /// The exchange or the durability of the case makes no sense from where it stands.
    #[error(transparent)]
    Watch(#[from] WatchError),
    /// The terms of the exchange make no sense.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// What is known about durability makes no sense.
    #[error(transparent)]
    Durability(#[from] DurabilityError),
    /// The talks cannot be held as they are stated.
    #[error(transparent)]
    Talks(#[from] TalksError),
    /// The body cannot be looked at as it is stated.
    #[error(transparent)]
    Collective(#[from] detente_collective::CollectiveError),
    /// There is no such extract.
    #[error(transparent)]
    Extract(#[from] crate::extract::ExtractError),
    /// It was cancelled.
    #[error(transparent)]
    Cancelled(#[from] detente_model::Cancelled),
}

type Answer<T> = Result<Arc<T>, SittingError>;
/// How long packages last, by the packages with their letters.
type Lives = Memo<Vec<(Option<String>, Package)>, PerhapsAnswer<Lasting>>;
type PerhapsAnswer<T> = Result<Option<Arc<T>>, SittingError>;

/// A case with its draws, and what was asked of it. Cheap to clone: clones share everything.
///
/// ```
/// use detente_brief::{Options, Sitting};
/// use detente_deals::Sampling;
///
/// let case = detente_case::parse("template", detente_case::template()).unwrap().case;
/// let sitting = Sitting::open(case, Options { sampling: Sampling::Draws(200), ..Options::default() });
/// let brief = sitting.brief().unwrap();
/// assert_eq!(brief.draws, 200);
/// // The same findings, not found a second time.
/// assert!(std::sync::Arc::ptr_eq(brief.deals.as_ref().unwrap(), &sitting.deals().unwrap()));
/// ```
#[derive(Debug, Clone)]
pub struct Sitting {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    stated: Arc<Case>,
    options: Options,
    /// Whether its deal space is wanted at once, from a part of the work.
    at_first: bool,
    later_judgements: usize,
    progress: Arc<Progress>,
    worlds: OnceLock<Worlds>,
    deals: OnceLock<Answer<Deals>>,
    standings: OnceLock<PerhapsAnswer<Standings>>,
    three_tests: OnceLock<PerhapsAnswer<ThreeTests>>,
    tested: Memo<Chosen, PerhapsAnswer<Standings>>,
    exchanges: Arc<Memo<Chosen, PerhapsAnswer<ExchangePlan>>>,
    lives: Arc<Lives>,
    judged: Memo<Chosen, Answer<Judged>>,
    settlement: OnceLock<Answer<LikelySettlement>>,
    standstill: OnceLock<PerhapsAnswer<Standstill>>,
    outlook: OnceLock<PerhapsAnswer<WeighedEvidence>>,
    watches: Memo<(Chosen, Option<u64>), PerhapsAnswer<WatchDay>>,
    talks: OnceLock<PerhapsAnswer<TalksAhead>>,
    collective: OnceLock<PerhapsAnswer<BodyAhead>>,
    brief: OnceLock<Answer<Brief>>,
}

/// Answers to questions about something, each computed once.
#[derive(Debug)]
struct Memo<K, V>(Mutex<HashMap<K, Arc<OnceLock<V>>>>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    /// The answer kept for `about`, or the one that `compute` gives now. Two who ask about the same wait for one computation; two who
    /// ask about different things do not wait for each other.
    fn answer(&self, about: K, compute: impl FnOnce() -> V) -> V {
        let place = {
            // Nothing below the lock can fail half-way, so a poisoned map is whole.
            let mut kept = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            Arc::clone(kept.entry(about).or_default())
        };
        place.get_or_init(compute).clone()
    }
}

impl Sitting {
    /// Sits down with a case. Nothing is computed yet.
    pub fn open(case: impl Into<Arc<Case>>, options: Options) -> Self {
        Self::watched(case, options, Arc::default())
    }

    /// As [`Self::open`], with a progress that somebody watches or may cancel.
    pub fn watched(case: impl Into<Arc<Case>>, options: Options, progress: Arc<Progress>) -> Self {
        let mut stated = case.into();
        let mut later_judgements = 0;
        if let Some(day) = options.as_of {
            let earlier = detente_evidence::as_of(&stated, day);
            later_judgements = earlier.later_judgements.len();
            stated = Arc::new(earlier.case);
        }
        Self { shared: Arc::new(Shared::new(stated, options, later_judgements, progress)) }
    }

    /// The case as stated, as it was known on the day of the sitting.
    pub fn case(&self) -> &Arc<Case> {
        &self.shared.stated
    }

    /// How the case is looked at.
    pub fn options(&self) -> Options {
        self.shared.options
    }

    /// How many figures of the case cite only sources that appeared after the day of the sitting; they stand as they are.
    pub fn later_judgements(&self) -> usize {
        self.shared.later_judgements
    }

    /// How far the computations are; cancels them.
    pub fn progress(&self) -> &Arc<Progress> {
        &self.shared.progress
    }

    /// The same case looked at in its first [`FIRST_DRAWS`] worlds, which the two sittings share: a rough answer at once. In a space that takes long to
    /// search, what cannot be had with a part of the work is said to be not known ([`detente_deals::limits::AT_FIRST`]).
    pub fn first(&self) -> Result<Self, SittingError> {
        let options = Options {
            sampling: match self.shared.options.sampling {
                Sampling::Draws(draws) => Sampling::Draws(draws.min(FIRST_DRAWS)),
                Sampling::Interval { .. } => Sampling::Draws(FIRST_DRAWS),
            },
            ..self.shared.options
        };
        let Shared { stated, later_judgements, progress, .. } = &*self.shared;
        let shared = Shared::new(Arc::clone(stated), options, *later_judgements, Arc::clone(progress));
        let shared = Shared { at_first: true, ..shared };
        // A new lock takes what is put into it.
        let _ = shared.worlds.set(self.worlds()?.clone());
        Ok(Self { shared: Arc::new(shared) })
    }

    /// The sitting that can be asked about the package that `text` names: this one, or, where the text names numbers of continuous
    /// issues that are not among the stops of the case, one with the same options on the case with these stops.
    ///
    /// # Errors
    /// [`SittingError::Package`].
    pub fn about(&self, text: &str) -> Result<Self, SittingError> {
        let numbers = crate::compose::package_choice::named(&self.shared.stated, text);
        Ok(if numbers.is_empty() { self.clone() } else { self.with_stops(&numbers) })
    }

    /// This sitting, the case having further stops on its continuous issues.
    fn with_stops(&self, numbers: &[(IssueId, f64)]) -> Self {
        let Shared { stated, options, at_first, later_judgements, progress, .. } = &*self.shared;
        let case = stated.with_stops(numbers);
        let shared = Shared::new(Arc::new(case), *options, *later_judgements, Arc::clone(progress));
        Self { shared: Arc::new(Shared { at_first: *at_first, ..shared }) }
    }

    /// Its worlds: the case made ready for questions about packages, every proposition as likely as the claims make it.
    ///
    /// # Errors
    /// [`SittingError::Cancelled`].
    pub fn worlds(&self) -> Result<&Worlds, SittingError> {
        let shared = &*self.shared;
        let prepare = || {
            let case = prepared::prepared(&shared.stated, shared.options.seed, &shared.progress);
            evidence::worlds(case, shared.options.seed)
        };
        Ok(unless_cancelled(|| shared.worlds.get_or_init(prepare))?)
    }

    /// One world: a draw, or the central one.
    ///
    /// # Errors
    /// [`SittingError::Cancelled`].
    pub fn world(&self, draw: Option<u64>) -> Result<Arc<World>, SittingError> {
        let worlds = self.worlds()?;
        Ok(draw.map_or_else(|| Arc::new(worlds.central().clone()), |draw| worlds.draw(draw)))
    }

    /// The answer kept in `place`, or the one that `compute` gives now.
    fn kept<T: Clone>(
        &self,
        place: &OnceLock<Result<T, SittingError>>,
        compute: impl FnOnce(&Worlds, &Progress) -> Result<T, SittingError>,
    ) -> Result<T, SittingError> {
        let worlds = self.worlds()?;
        unless_cancelled(|| place.get_or_init(|| compute(worlds, &self.shared.progress)).clone())?
    }

    /// The deal space: zone of agreement, frontier, solutions, leading packages, what stands in the way.
    ///
    /// # Errors
    /// [`SittingError::NothingOnTheTable`], or what the search meets.
    pub fn deals(&self) -> Result<Arc<Deals>, SittingError> {
        self.kept(&self.shared.deals, |worlds, progress| {
            if worlds.case().issues.is_empty() {
                return Err(SittingError::NothingOnTheTable);
            }
            let Options { sampling, tolerance, .. } = self.shared.options;
            progress.expect(match sampling {
                Sampling::Draws(draws) => draws,
                Sampling::Interval { most, .. } => most,
            });
            let findings = Findings::over(
                worlds,
                Study { sampling, tolerance, at_first: self.shared.at_first },
                &self.shared.progress,
            )?;
            Ok(Arc::new(deals::told(worlds, findings)))
        })
    }

    /// What the existence of a deal hangs on, alone and together with others: Sobol indices from so many rows.
    ///
    /// # Errors
    /// What the search meets.
    pub fn sobol(&self, rows: u64) -> Result<SobolIndices, SittingError> {
        let (worlds, progress) = (self.worlds()?, &self.shared.progress);
        progress.expect(SobolIndices::worlds_needed(worlds, rows));
        let seed = self.shared.options.seed;
        Ok(unless_cancelled(|| SobolIndices::over(worlds, seed, rows, progress))??)
    }

    /// Another case looked at in the same way.
    pub fn beside(&self, case: Arc<Case>) -> Self {
        Self::watched(case, self.shared.options, Arc::clone(&self.shared.progress))
    }

    /// The draws that the answers rest on.
    pub(crate) fn draws(&self) -> Result<u64, SittingError> {
        match self.shared.options.sampling {
            Sampling::Draws(draws) => Ok(draws),
            // Without a deal space there is no share whose interval could be narrow enough.
            Sampling::Interval { most, .. } if self.case().issues.is_empty() => Ok(most),
            Sampling::Interval { .. } => Ok(self.deals()?.draws),
        }
    }

    /// The package that `text` names, issues left out being as in the package most likely to be acceptable to all or in the one whose
    /// letter comes first; without a text that package itself. The leading packages are looked for only if something is left open.
    ///
    /// # Errors
    /// [`SittingError::Package`] if the text names none, [`SittingError::Deals`] if the leading packages are needed and the deal
    /// space cannot be searched.
    pub fn package(&self, text: Option<&str>) -> Result<Chosen, SittingError> {
        let case = self.worlds()?.case();
        let choice = text.map(|text| PackageChoice::parse(case, text)).transpose()?;
        let choice = choice.unwrap_or_else(|| PackageChoice::nothing(case));
        if choice.is_complete() {
            return Ok(Chosen { package: choice.on(case, &[])?, letter: None });
        }
        let deals = self.deals()?;
        let packages: Vec<Package> = deals.packages.iter().map(|package| package.package.clone()).collect();
        let package = choice.on(case, &packages)?;
        let leading = deals.packages.iter().find(|leading| leading.package == package);
        Ok(Chosen { letter: leading.map(|leading| leading.letter.clone()), package })
    }

    /// The leading packages; where nothing is on the table, the one package there is.
    ///
    /// # Errors
    /// [`SittingError::Deals`] if the deal space cannot be searched.
    pub fn leading(&self) -> Result<Vec<Chosen>, SittingError> {
        if self.case().issues.is_empty() {
            return Ok(vec![Chosen { package: Package(Vec::new()), letter: None }]);
        }
        let deals = self.deals()?;
        let chosen = deals
            .packages
            .iter()
            .map(|package| Chosen { package: package.package.clone(), letter: Some(package.letter.clone()) });
        Ok(chosen.collect())
    }

    /// How the leading packages fare on the three tests; `None` for a case that says nothing of exchange and durability, or that has
    /// no package to test.
    ///
    /// # Errors
    /// What an engine refuses.
    pub fn standings(&self) -> Result<Option<Arc<Standings>>, SittingError> {
        let deals = self.deals()?;
        self.kept(&self.shared.standings, |worlds, progress| {
            let leading: Vec<(&str, &Package)> =
                deals.packages.iter().map(|leading| (leading.letter.as_str(), &leading.package)).collect();
            Ok(Standings::of(worlds, deals.draws, &leading, progress)?.map(Arc::new))
        })
    }

    /// The three tests: the standings, what changes of the best package would do, and the manners of carrying it out; `None` as for
    /// [`Self::standings`].
    ///
    /// # Errors
    /// What an engine refuses.
    pub fn three_tests(&self) -> Result<Option<Arc<ThreeTests>>, SittingError> {
        let standings = self.standings()?;
        self.kept(&self.shared.three_tests, |worlds, progress| {
            let Some(standings) = standings else { return Ok(None) };
            Ok(Some(Arc::new(ThreeTests::of(worlds, standings, progress)?)))
        })
    }

    /// How one package fares on the three tests; `None` for a case that says nothing of exchange and durability.
    ///
    /// # Errors
    /// What an engine refuses.
    pub fn tested(&self, package: &Chosen) -> PerhapsAnswer<Standings> {
        let (worlds, progress) = (self.worlds()?, &self.shared.progress);
        let draws = self.draws()?;
        let compute = || {
            let letter = package.letter.as_deref().unwrap_or_default();
            Ok(Standings::of(worlds, draws, &[(letter, &package.package)], progress)?.map(Arc::new))
        };
        unless_cancelled(|| self.shared.tested.answer(package.clone(), compute))?
    }

    /// What a package is worth to each principal in the central world, each on its own scale, in the order of the findings.
    ///
    /// # Errors
    /// What the search meets.
    pub fn worth(&self, package: &Chosen) -> Result<Vec<f64>, SittingError> {
        let space = DealSpace::new(self.worlds()?.central())?;
        Ok(space.values(&package.package).iter().map(|value| value.to_f64()).collect())
    }

    /// The exchange that a package would set in motion; `None` if the case has none.
    ///
    /// # Errors
    /// [`SittingError::Exchange`].
    pub fn exchange(&self, package: &Chosen) -> Result<Option<Arc<ExchangePlan>>, SittingError> {
        let (worlds, progress) = (self.worlds()?, &self.shared.progress);
        if worlds.case().exchange.is_none() {
            return Ok(None);
        }
        let draws = self.draws()?;
        let compute = || {
            let Chosen { package, letter } = package;
            Ok(ExchangePlan::of(worlds, package, letter.as_deref(), draws, progress)?.map(Arc::new))
        };
        unless_cancelled(|| self.shared.exchanges.answer(package.clone(), compute))?
    }

    /// How long packages would last; `None` if the case says nothing on it.
    ///
    /// # Errors
    /// [`SittingError::Durability`].
    pub fn durability(&self, packages: &[Chosen]) -> Result<Option<Arc<Lasting>>, SittingError> {
        let (worlds, progress) = (self.worlds()?, &self.shared.progress);
        if worlds.case().durability.is_none() {
            return Ok(None);
        }
        let draws = self.draws()?;
        let about: Vec<_> =
            packages.iter().map(|chosen| (chosen.letter.clone(), chosen.package.clone())).collect();
        let compute = || Ok(Lasting::of(worlds, about.clone(), draws, progress)?.map(Arc::new));
        unless_cancelled(|| self.shared.lives.answer(about.clone(), compute))?
    }

    /// A package judged: who would sign it, what it lacks, what would mend it, and how far it lies from the frontier.
    ///
    /// # Errors
    /// [`SittingError::NothingOnTheTable`], or what the search meets.
    pub fn judged(&self, package: &Chosen) -> Answer<Judged> {
        let (worlds, progress) = (self.worlds()?, &self.shared.progress);
        if worlds.case().issues.is_empty() {
            return Err(SittingError::NothingOnTheTable);
        }
        let draws = self.draws()?;
        let compute = || Ok(Arc::new(Judged::of(worlds, package.clone(), draws, progress)?));
        unless_cancelled(|| self.shared.judged.answer(package.clone(), compute))?
    }

    /// Which package they would settle on if they sign, and which options: what ordinary bargaining would make of the case.
    ///
    /// # Errors
    /// [`SittingError::NothingOnTheTable`], or what the search meets.
    pub fn settlement(&self) -> Answer<LikelySettlement> {
        if self.case().issues.is_empty() {
            return Err(SittingError::NothingOnTheTable);
        }
        let (draws, progress) = (self.draws()?, &self.shared.progress);
        self.kept(&self.shared.settlement, |worlds, _| {
            Ok(Arc::new(if self.shared.at_first {
                LikelySettlement::at_first(worlds, draws, progress)?
            } else {
                LikelySettlement::of(worlds, draws, progress)?
            }))
        })
    }

    /// Why the conflict rests where it does; `None` if the case has no conflict.
    ///
    /// # Errors
    /// [`SittingError::Stability`].
    pub fn standstill(&self) -> Result<Option<Arc<Standstill>>, SittingError> {
        let draws = if self.case().conflict.is_some() { self.draws()? } else { 0 };
        self.kept(&self.shared.standstill, |worlds, _| {
            Ok(Standstill::of(worlds, draws, &self.shared.progress)?.map(Arc::new))
        })
    }

    /// What was said and done, and what it makes of the outlook; `None` if the case has no evidence.
    ///
    /// # Errors
    /// [`SittingError::Deals`].
    pub fn outlook(&self) -> Result<Option<Arc<WeighedEvidence>>, SittingError> {
        if !WeighedEvidence::is_in(self.case()) {
            return Ok(None);
        }
        let draws = self.draws()?;
        let leading = self.leading()?;
        let leading: Vec<&Package> = leading.iter().map(|chosen| &chosen.package).collect();
        self.kept(&self.shared.outlook, |worlds, progress| {
            progress.expect(draws);
            Ok(WeighedEvidence::of(worlds, draws, &leading, progress)?.map(Arc::new))
        })
    }

    /// What was promised and what became of it, as a package is carried out; `None` if nothing was promised by the day of the sitting. `horizon` is
    /// the number of days from that day for which the outlook is told, from 1 up: by default those that are left of the pledge, else up to the
    /// day on which the durability of the case compares.
    ///
    /// # Errors
    /// [`SittingError::Watch`].
    pub fn watch(&self, package: &Chosen, horizon: Option<u64>) -> PerhapsAnswer<WatchDay> {
        let (worlds, progress) = (self.worlds()?, &self.shared.progress);
        if worlds.case().commitments.is_empty() {
            return Ok(None);
        }
        let draws = self.draws()?;
        let compute = || {
            let days = horizon.map(|days| days as f64);
            Ok(WatchDay::of(worlds, &package.package, draws, days, progress)?.map(Arc::new))
        };
        unless_cancelled(|| self.shared.watches.answer((package.clone(), horizon), compute))?
    }

    /// How the bargaining would go; `None` if the case has no talks.
    ///
    /// # Errors
    /// [`SittingError::NothingOnTheTable`] for talks about nothing, [`SittingError::Talks`].
    pub fn talks(&self) -> Result<Option<Arc<TalksAhead>>, SittingError> {
        if self.case().talks.is_none() {
            return Ok(None);
        }
        if self.case().issues.is_empty() {
            return Err(SittingError::NothingOnTheTable);
        }
        let draws = self.draws()?;
        self.kept(&self.shared.talks, |worlds, progress| {
            Ok(TalksAhead::of(worlds, draws, progress)?.map(Arc::new))
        })
    }

    /// What the body of the case would decide; `None` if it has none.
    ///
    /// # Errors
    /// [`SittingError::Collective`].
    pub fn collective(&self) -> Result<Option<Arc<BodyAhead>>, SittingError> {
        if self.case().collective.is_none() {
            return Ok(None);
        }
        let draws = self.draws()?;
        self.kept(&self.shared.collective, |worlds, progress| {
            Ok(BodyAhead::of(worlds, draws, &[], progress)?.map(Arc::new))
        })
    }

    /// The same, with what it would take to get what is wanted.
    ///
    /// # Errors
    /// As [`Self::collective`].
    pub fn collective_wanting(&self, wants: &[Want]) -> Result<Option<BodyAhead>, SittingError> {
        if self.case().collective.is_none() {
            return Ok(None);
        }
        let draws = self.draws()?;
        let worlds = self.worlds()?;
        unless_cancelled(|| Ok(BodyAhead::of(worlds, draws, wants, &self.shared.progress)?))?
    }

    /// The worlds drawn, one row each: inputs, whether there is a deal, margin, best package.
    ///
    /// # Errors
    /// As [`Self::deals`].
    pub fn world_table(&self) -> Result<CsvTable, SittingError> {
        let draws = 0..self.deals()?.draws;
        let rows = WorldRows { draws, numbers: None, findings: WorldFindings::Best, letters: true };
        Ok(self.worlds_by_column(&rows)?.to_csv())
    }

    /// The worlds of some draws, one row each, by their columns: what is asked for of `draw`, the inputs, `zone_exists`, `margin`,
    /// `best_letter`, `best_acceptable`, and `best.` with the id of each issue. Without letters a row hangs on the case, the seed and its draw
    /// alone.
    ///
    /// # Errors
    /// [`SittingError::NoSuchFigure`], [`SittingError::NothingOnTheTable`], or what the search meets.
    pub fn worlds_by_column(&self, rows: &WorldRows) -> Result<ColumnTable, SittingError> {
        unless_cancelled(|| world_table::table(self, rows))?
    }

    /// One world in numbers, a draw or the central one: what each option is worth to each principal, how much each issue matters, and what no deal is
    /// worth.
    ///
    /// # Errors
    /// [`SittingError::NothingOnTheTable`], or what the search meets.
    pub fn scenario(&self, draw: Option<u64>) -> Result<Scenario, SittingError> {
        unless_cancelled(|| Scenario::of(self, draw))?
    }

    /// Packages, one row each, by their columns: the option of each issue under its id, and what the package is worth to each principal in
    /// the central world, as `value.` with the id.
    ///
    /// # Errors
    /// [`SittingError::NotListed`], [`SittingError::NothingOnTheTable`], or what the search meets.
    pub fn packages_by_column(&self, rows: PackageRows) -> Result<ColumnTable, SittingError> {
        unless_cancelled(|| package_table::table(self, rows))?
    }

    /// This case beside another that is looked at in the same way: where they differ, what that does, and what each difference does by
    /// itself.
    ///
    /// # Errors
    /// If one of them has no answer.
    pub fn compared_with(&self, after: &Self, changes: Vec<CaseChange>) -> Result<SideBySide, SittingError> {
        unless_cancelled(|| SideBySide::of(self, after, changes))?
    }

    /// The same, told as it is found until `told` has heard enough; each difference by itself comes last, under a progress of its own.
    ///
    /// # Errors
    /// As [`Self::compared_with`].
    pub fn compared_step_by_step(
        &self,
        after: &Self,
        changes: Vec<CaseChange>,
        alone: &Arc<Progress>,
        told: impl FnMut(ComparedStep<'_>) -> ControlFlow<()>,
    ) -> Result<SideBySide, SittingError> {
        unless_cancelled(|| SideBySide::step_by_step(self, after, changes, alone, told))?
    }

    /// Other readings of this case laid over it: which differences change an answer by themselves, what each reading comes to as a whole, and
    /// all of them pooled. `name` is whose reading this one is; all are looked at as this is, in the same draws.
    ///
    /// # Errors
    /// If a whole reading has no answer.
    pub fn overlaid_by(
        &self,
        name: &str,
        others: &[CaseReading],
        places: Vec<ReadingPlace>,
        pooled: Option<PooledReading>,
    ) -> Result<Overlay, SittingError> {
        unless_cancelled(|| Overlay::of(name, self, others, places, pooled))?
    }

    /// What becomes of this case as values at some paths change: of each case that is given, with the values that make it or with why there
    /// is no such case. All are looked at as this one is, in the same draws.
    ///
    /// # Errors
    /// [`SittingError::NothingOnTheTable`], [`SittingError::Cancelled`].
    pub fn sweep(&self, paths: Vec<String>, cases: Vec<SweepCase>) -> Result<Sweep, SittingError> {
        unless_cancelled(|| Sweep::of(self, paths, cases))?
    }

    /// What an engine would refuse in a case that reads without fault.
    pub fn refusals(&self) -> Vec<Refusal> {
        trial_run::refusals(&self.shared.stated)
    }
}

impl Shared {
    fn new(stated: Arc<Case>, options: Options, later_judgements: usize, progress: Arc<Progress>) -> Self {
        Self {
            stated,
            options,
            at_first: false,
            later_judgements,
            progress,
            worlds: OnceLock::new(),
            deals: OnceLock::new(),
            standings: OnceLock::new(),
            three_tests: OnceLock::new(),
            tested: Memo::default(),
            exchanges: Arc::default(),
            lives: Arc::default(),
            judged: Memo::default(),
            settlement: OnceLock::new(),
            standstill: OnceLock::new(),
            outlook: OnceLock::new(),
            watches: Memo::default(),
            talks: OnceLock::new(),
            collective: OnceLock::new(),
            brief: OnceLock::new(),
        }
    }
}

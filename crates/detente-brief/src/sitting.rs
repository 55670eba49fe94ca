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
mod error;
mod memo;
mod packages;
mod side_by_side;
mod tables;
mod texts;

use std::sync::{Arc, OnceLock};

use detente_deals::{Findings, Sampling, SobolIndices, Study, Units};
use detente_model::{Case, IssueId, Package, Progress, World, Worlds, unless_cancelled};
use jiff::civil::Date;

use crate::brief::{Brief, Deals};
use crate::compose::collective::{BodyAhead, Want};
use crate::compose::evidence::{self, WeighedEvidence};
use crate::compose::exchange::ExchangePlan;
use crate::compose::judged::Judged;
use crate::compose::lasting::Lasting;
use crate::compose::package_choice::Chosen;
use crate::compose::settlement::LikelySettlement;
use crate::compose::standstill::Standstill;
use crate::compose::talks::TalksAhead;
use crate::compose::three_tests::{Standings, ThreeTests};
use crate::compose::trial_run::Refusal;
use crate::compose::watch::WatchDay;
use crate::compose::{deals, prepared, trial_run};

use memo::Memo;

pub use error::SittingError;

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

    /// What should be known of how the case is looked at, in sentences: a day after that of the case, what could not be taken back to the day. Empty as a
    /// rule.
    pub fn notes(&self) -> Vec<String> {
        let Shared { stated, options, later_judgements, .. } = &*self.shared;
        let mut notes = Vec::new();
        // The case of a sitting is never of a later day than the case as stated.
        if options.as_of.is_some_and(|day| day > stated.as_of) {
            notes.push(format!("the case knows nothing after {}; that day is shown", stated.as_of));
        }
        match later_judgements {
            0 => {}
            1 => notes.push(
                "1 figure of the case cites only sources that appeared later; it stands as it is".to_owned(),
            ),
            n => notes.push(format!(
                "{n} figures of the case cite only sources that appeared later; they stand as they are"
            )),
        }
        notes
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

    /// The draws that the answers rest on.
    pub(crate) fn draws(&self) -> Result<u64, SittingError> {
        match self.shared.options.sampling {
            Sampling::Draws(draws) => Ok(draws),
            // Without a deal space there is no share whose interval could be narrow enough.
            Sampling::Interval { most, .. } if self.case().issues.is_empty() => Ok(most),
            Sampling::Interval { .. } => Ok(self.deals()?.draws),
        }
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

//! The three tests of a deal, side by side: would all sign it, would it hold itself, would it last?
//!
//! Each is asked of the leading packages in the same worlds, so that they can be put together: in a world a package
//! *passes all three* with the probability that it outlives the compared day of the durability, if all accept it there and its exchange
//! holds itself there, and with none otherwise. The mean over the worlds is the share by which packages are compared. The best
//! package is then changed on one issue at a time, which shows the guarantee, the stage or the clause that would mend its weakest test.

mod change;
mod manner;
mod trial;

use std::sync::Arc;

use detente_deals::DealsError;
use detente_durability::DurabilityError;
use detente_exchange::ExchangeError;
use detente_model::{Band, Case, Durability, Guarantee, Lasting, Package, Progress, Share, Worlds};

pub use change::Change;
pub use manner::{Manner, Needed};
pub(crate) use trial::{Tests, Trial, tried};

use crate::compose::sentence::Sentence;
use crate::words;

/// The day at which lasting is judged: that on which the durability of the case compares.
pub(crate) fn lasting_days(case: &Case) -> f64 {
    case.durability.as_ref().map_or(Lasting::default().days()[2], Durability::compared_day)
}

/// In so many worlds, the first of those drawn, packages are put to the tests, and so are their changes and the manners of carrying
/// out: in the same ones, so that a package has the same figures wherever it stands.
const TRIED: u64 = 1_000;
/// A test that a package passes so often needs no mending.
const MENDED: f64 = 0.9;

/// Why the tests could not be made.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TestsError {
    /// The deal space has no answer.
    #[error(transparent)]
    Deals(#[from] DealsError),
    /// The exchange makes no sense.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// The durability makes no sense.
    #[error(transparent)]
    Durability(#[from] DurabilityError),
}

/// One of the three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Test {
    /// All would sign.
    Acceptable,
    /// Nobody gains by stopping half-way.
    Enforceable,
    /// It outlives the compared day of the durability.
    Durable,
}

/// How the leading packages fare on the three tests.
#[derive(Debug, Clone, PartialEq)]
pub struct Standings {
    /// In how many worlds packages were put to the tests.
    pub worlds: u64,
    /// The day at which lasting is judged.
    pub lasting_days: f64,
    /// In the order of [`Deals::packages`](crate::Deals::packages).
    pub tested: Vec<Tested>,
    /// The package that fares best on all three, by its place; `None` if none ever passes.
    pub best: Option<usize>,
}

/// The leading packages under the three tests, and what would mend them.
#[derive(Debug, Clone, PartialEq)]
pub struct ThreeTests {
    /// How each package fares.
    pub standings: Arc<Standings>,
    /// Changes of the best package, or of the first if none passes, the most helpful first.
    pub changes: Vec<Change>,
    /// The ways of carrying the exchange out that the case proposes, and what each would take.
    pub manners: Vec<Manner>,
    /// What matters most, in sentences.
    pub sentences: Vec<String>,
}

/// How one package fares.
#[derive(Debug, Clone, PartialEq)]
pub struct Tested {
    /// `A`, `B`, …
    pub letter: String,
    /// The package.
    pub package: Package,
    /// How it fares.
    pub results: Results,
}

/// How a package fares over the worlds.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    /// Where all accept it.
    pub acceptable: Share,
    /// Where its exchange holds itself; `None` when the case has no exchange.
    pub enforceable: Option<Share>,
    /// Whether that is the exchange as the case proposes it for the package, and not as it best could be.
    pub as_proposed: bool,
    /// Where some schedule would hold itself; `None` when the case has no exchange.
    pub some_way: Option<Share>,
    /// Probability of lasting beyond the compared day of the durability; `None` when the case has no durability.
    pub durable: Option<Band>,
    /// Mean probability of passing every test that the case has the material for, 0 to 1.
    pub all_three: f64,
    /// Its 95 % interval: what the number of worlds leaves.
    pub all_three_interval: [f64; 2],
}

/// By how much something changes the probability of passing all tests: the mean over the worlds, and what their number leaves of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gain {
    /// The mean of the differences, world by world; above 0 it passes more often.
    pub mean: f64,
    /// Its 95 % interval.
    pub interval: [f64; 2],
}

impl Gain {
    /// Whether it is a gain beyond what chance could do.
    pub fn is_sure(&self) -> bool {
        self.mean > 0.0 && self.interval[0] > 0.0
    }
}

impl Results {
    /// How well it does on one test, 0 to 1; 1 where the case has nothing to test it by.
    pub fn on(&self, test: Test) -> f64 {
        match test {
            Test::Acceptable => self.acceptable.value(),
            Test::Enforceable => self.enforceable.map_or(1.0, Share::value),
            Test::Durable => self.durable.map_or(1.0, |band| band.median),
        }
    }

    /// The test on which it does worst.
    pub fn weakest(&self) -> Test {
        let tests = [Test::Acceptable, Test::Enforceable, Test::Durable];
        tests
            .into_iter()
            .reduce(|a, b| if self.on(b) < self.on(a) { b } else { a })
            .unwrap_or(Test::Acceptable)
    }
}

impl Standings {
    /// Puts packages, each under its letter, to the tests; `None` for a case that says nothing of exchange and durability, or that has no
    /// package to test.
    ///
    /// # Errors
    /// If the exchange or the durability of the case makes no sense; see [`TestsError`].
    pub fn of(
        worlds: &Worlds,
        draws: u64,
        packages: &[(&str, &Package)],
        progress: &Progress,
    ) -> Result<Option<Self>, TestsError> {
        let case = worlds.case();
        if case.exchange_of_lots().is_none() && case.durability.is_none() || packages.is_empty() {
            return Ok(None);
        }
        let tried = draws.min(TRIED);
        let put: Vec<&Package> = packages.iter().map(|(_, package)| *package).collect();
        let results = trial::results(worlds, tried, &put, progress)?;
        let tested: Vec<Tested> = packages
            .iter()
            .zip(results)
            .map(|((letter, package), results)| Tested {
                letter: (*letter).to_owned(),
                package: (*package).clone(),
                results: results.results,
            })
            .collect();
        Ok(Some(Self { worlds: tried, lasting_days: lasting_days(case), best: best(&tested), tested }))
    }

    /// The best package, or the first if none ever passes.
    pub fn base(&self) -> &Tested {
        &self.tested[self.best.unwrap_or(0)]
    }

    /// Which package does best on all tests together.
    pub fn sentence(&self, case: &Case) -> String {
        self.said(case).text
    }

    /// The same with its figure.
    pub(crate) fn said(&self, case: &Case) -> Sentence {
        let Some(_) = self.best else {
            return Sentence::whole(
                &format!(
                    "None of the leading packages would be {} in any world that was tried.",
                    passed(case)
                ),
                BEST,
            );
        };
        let Results { all_three, .. } = self.base().results;
        Sentence::from(format!("On all the tests together {} does best: in ", self.base().letter))
            .figure(&words::percent_to_tenths(all_three), BEST)
            .and(&format!(
                " {} of the worlds drawn it would be {}.",
                range(&self.base().results),
                passed(case)
            ))
    }
}

impl ThreeTests {
    /// Looks for what would mend the best of the packages.
    ///
    /// # Errors
    /// As [`Standings::of`].
    pub fn of(worlds: &Worlds, standings: Arc<Standings>, progress: &Progress) -> Result<Self, TestsError> {
        let package = &standings.base().package;
        let changes = change::changes(worlds, standings.worlds, package, progress)?;
        let manners = manner::manners(worlds, standings.worlds, package, progress)?;
        let sentences = sentences(worlds.case(), &standings, &changes, &manners);
        Ok(Self { standings, changes, manners, sentences })
    }

    /// The same without the manners of carrying it out, for whoever tells nothing of them.
    pub(crate) fn without_manners(
        worlds: &Worlds,
        standings: Arc<Standings>,
        progress: &Progress,
    ) -> Result<Self, TestsError> {
        let changes = change::changes(worlds, standings.worlds, &standings.base().package, progress)?;
        let sentences = sentences(worlds.case(), &standings, &changes, &[]);
        Ok(Self { standings, changes, manners: Vec::new(), sentences })
    }

    /// The standings alone, for whoever tells nothing else.
    pub(crate) fn of_standings(standings: Arc<Standings>) -> Self {
        Self { standings, changes: Vec::new(), manners: Vec::new(), sentences: Vec::new() }
    }
}

impl ThreeTests {
    /// What the best package lacks, and what would mend it, the weakest test first: the sentences without the first, which says which
    /// package that is, and without those on how it could be carried out.
    pub fn lacks(&self) -> &[String] {
        let end = self.sentences.len().saturating_sub(manner::sentences(&self.manners).len());
        self.sentences.get(1..end).unwrap_or_default()
    }

    /// The guarantees that the manners are tried under, as people read them.
    pub fn guarantees(&self, case: &Case) -> Vec<String> {
        let issue = match case.exchange.as_ref().map(|exchange| &exchange.guarantee) {
            Some(Guarantee::Issue { issue, .. }) => Some(case.issue(*issue)),
            _ => None,
        };
        let under = self.manners.first().into_iter().flat_map(|manner| &manner.holds);
        under
            .map(|(option, _)| match (issue, option) {
                (Some(issue), Some(option)) => words::option(case, issue, *option),
                _ => "holds itself".to_owned(),
            })
            .collect()
    }
}

/// The chance of passing all tests, with its range: `5.4 % (4.1–6.9)`.
pub(crate) fn together(results: &Results) -> String {
    format!("{} {}", words::percent_to_tenths(results.all_three), range(results))
}

fn range(results: &Results) -> String {
    let [low, high] = results.all_three_interval;
    format!("({:.1}–{:.1})", low * 100.0, high * 100.0)
}

/// What the figure of the package goes by that does best on all tests.
pub(crate) const BEST: &str = "best";

/// The package that passes all three most often; of equals the first.
fn best(tested: &[Tested]) -> Option<usize> {
    let passes = (0..tested.len()).filter(|i| tested[*i].results.all_three > 0.0);
    passes.reduce(|a, b| if tested[b].results.all_three > tested[a].results.all_three { b } else { a })
}

fn sentences(case: &Case, standings: &Standings, changes: &[Change], manners: &[Manner]) -> Vec<String> {
    let base = standings.base();
    let mut told = vec![standings.sentence(case)];
    let mut tests = [Test::Acceptable, Test::Enforceable, Test::Durable];
    tests.sort_by(|a, b| base.results.on(*a).total_cmp(&base.results.on(*b)));
    for (place, test) in tests.into_iter().filter(|test| base.results.on(*test) < MENDED).enumerate() {
        let lack = lack(&base.letter, &base.results, test, standings.lasting_days, place == 0);
        let repair = change::sentence(case, &base.letter, test, changes);
        told.push([Some(lack), repair].into_iter().flatten().collect::<Vec<_>>().join(" "));
    }
    told.extend(manner::sentences(manners));
    told
}

/// What passing every test means in this case.
fn passed(case: &Case) -> String {
    let mut parts = vec!["signed by all".to_owned()];
    if case.exchange_of_lots().is_some() {
        parts.push("carried through without anyone gaining by stopping".to_owned());
    }
    if case.durability.is_some() {
        parts.push(format!("in force after {} days", lasting_days(case)));
    }
    words::list(&parts)
}

/// What a package lacks on a test.
fn lack(letter: &str, results: &Results, test: Test, days: f64, most: bool) -> String {
    let share = match test {
        Test::Acceptable => words::share(results.acceptable),
        Test::Enforceable => results.enforceable.map_or_else(String::new, words::share),
        Test::Durable => {
            results.durable.map_or_else(String::new, |band| words::ranged(band.median, band.low, band.high))
        }
    };
    let (what, how) = match test {
        Test::Acceptable => ("assent", format!("all would sign it in {share}")),
        Test::Enforceable => ("a hold on those who carry it out", format!("it holds itself in {share}")),
        Test::Durable => ("staying power", format!("it would outlive {days} days with a chance of {share}")),
    };
    let most = if most { "lacks most" } else { "lacks next" };
    format!("What {letter} {most} is {what}: {how}.")
}

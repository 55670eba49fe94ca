//! What a sitting says of packages: which they are, how they fare on the three tests, and what becomes of them.

use std::sync::Arc;

use detente_deals::DealSpace;
use detente_model::{Package, unless_cancelled};

use super::{Answer, PerhapsAnswer, Sitting, SittingError};
use crate::compose::exchange::ExchangePlan;
use crate::compose::judged::Judged;
use crate::compose::lasting::Lasting;
use crate::compose::package_choice::{Chosen, PackageChoice};
use crate::compose::settlement::LikelySettlement;
use crate::compose::three_tests::{Standings, ThreeTests};
use crate::compose::watch::WatchDay;

impl Sitting {
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

    /// The package that the brief recommends: of the leading ones the one that does best on all tests, or, where none ever passes and in a case without tests, the
    /// first.
    ///
    /// # Errors
    /// [`SittingError::Package`] if no package leads; what an engine refuses.
    pub fn recommended(&self) -> Result<Chosen, SittingError> {
        let best = self.standings()?.and_then(|standings| standings.best).unwrap_or(0);
        match self.leading()?.into_iter().nth(best) {
            Some(package) => Ok(package),
            None => self.package(None),
        }
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
        if worlds.case().exchange_of_lots().is_none() {
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
}

//! The brief of a sitting, whole or in the parts that are asked for.

use std::sync::Arc;

use detente_model::Case;

use super::{Answer, Shared, Sitting, SittingError};
use crate::brief::{Brief, Grounds};
use crate::compose::three_tests::ThreeTests;
use crate::compose::{matrix, without_deals};
use crate::parts::{BriefParts, Untouched};

impl Sitting {
    /// The brief: everything that the case has the material for, be it a deal space or a conflict, an exchange or claims alone.
    ///
    /// # Errors
    /// [`SittingError::NothingToTell`] for a case that has nothing of all that; or what an engine cannot answer.
    pub fn brief(&self) -> Result<Arc<Brief>, SittingError> {
        if let Some(brief) = self.shared.brief.get() {
            return brief.clone();
        }
        let brief = self.brief_of(BriefParts::ALL)?;
        if brief.headline.is_empty() {
            return Err(SittingError::NothingToTell);
        }
        self.kept(&self.shared.brief, |_, _| Ok(brief))
    }

    /// The parts of the brief that are asked for; what belongs to others is as in a case that has no material for it.
    ///
    /// # Errors
    /// What an engine cannot answer.
    pub(crate) fn brief_of(&self, parts: BriefParts) -> Answer<Brief> {
        let on_the_table = !self.case().issues.is_empty();
        let deals = on_the_table.then(|| self.deals()).transpose()?;
        let standings =
            if on_the_table && parts.has(BriefParts::STANDINGS) { self.standings()? } else { None };
        let three_tests = match &standings {
            Some(_) if parts.has(BriefParts::MANNERS) => self.three_tests()?,
            Some(standings) if parts.has(BriefParts::CHANGES) => {
                let (worlds, progress) = (self.worlds()?, self.progress());
                let standings = Arc::clone(standings);
                let tests = detente_model::unless_cancelled(|| {
                    ThreeTests::without_manners(worlds, standings, progress)
                })??;
                Some(Arc::new(tests))
            }
            Some(standings) => Some(Arc::new(ThreeTests::of_standings(Arc::clone(standings)))),
            None => None,
        };
        // How a deal would be carried out is told of the package that does best on all tests, or else of the first.
        let best = standings.as_ref().and_then(|standings| standings.best).unwrap_or(0);
        let leading = self.leading()?;
        let exchange = match leading.get(best).filter(|_| parts.has(BriefParts::EXCHANGE)) {
            Some(best) => self.exchange(best)?,
            None => None,
        };
        let watch = match leading.get(best).filter(|_| parts.has(BriefParts::WATCH)) {
            Some(best) => self.watch(best, None)?,
            None => None,
        };
        let durability = if parts.has(BriefParts::DURABILITY) { self.durability(&leading)? } else { None };
        let evidence = if parts.has(BriefParts::EVIDENCE) { self.outlook()? } else { None };
        let standstill = if parts.has(BriefParts::STANDSTILL) { self.standstill()? } else { None };
        let settlement =
            (on_the_table && parts.has(BriefParts::SETTLEMENT)).then(|| self.settlement()).transpose()?;
        let talks = if on_the_table && parts.has(BriefParts::TALKS) { self.talks()? } else { None };
        let collective = if parts.has(BriefParts::COLLECTIVE) { self.collective()? } else { None };
        let headline = match &deals {
            Some(deals) => deals.headline_with(standings.as_deref()),
            None => without_deals::headline(
                exchange.as_deref(),
                durability.as_deref(),
                standstill.as_deref(),
                collective.as_deref(),
                watch.as_deref(),
                evidence.as_deref(),
            ),
        };
        let draws = self.draws()?;
        let (worlds, progress) = (self.worlds()?, self.progress());
        let rows = match deals.as_ref().filter(|_| parts.has(BriefParts::MATRIX)) {
            Some(deals) => detente_model::unless_cancelled(|| {
                matrix::rows(worlds, &deals.findings, deals.draws, progress)
            })?,
            None => Vec::new(),
        };
        let case = Arc::clone(worlds.case());
        Ok(Arc::new(Brief {
            draws,
            seed: self.options().seed,
            headline,
            matrix: rows,
            three_tests,
            exchange,
            durability,
            evidence,
            settlement,
            standstill,
            watch,
            talks,
            collective,
            grounds: Grounds::of(&case),
            deals,
            case,
        }))
    }

    /// The same case with something changed in it, looked at in the same way; answers that the change does not touch are those of this sitting.
    pub(crate) fn with_changed(&self, case: Case, untouched: Untouched) -> Self {
        let Shared { options, later_judgements, progress, .. } = &*self.shared;
        let mut shared = Shared::new(Arc::new(case), *options, *later_judgements, Arc::clone(progress));
        if untouched.deals {
            shared.deals = self.shared.deals.clone();
            shared.outlook = self.shared.outlook.clone();
            shared.settlement = self.shared.settlement.clone();
        }
        if untouched.exchange {
            shared.exchanges = Arc::clone(&self.shared.exchanges);
        }
        if untouched.durability {
            shared.lives = Arc::clone(&self.shared.lives);
        }
        if untouched.standstill {
            shared.standstill = self.shared.standstill.clone();
        }
        Self { shared: Arc::new(shared) }
    }
}

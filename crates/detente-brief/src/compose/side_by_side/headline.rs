//! The figures by which two cases are compared: what a brief says first, each with what it is in every world.

use detente_deals::{DealSpace, Search, limits};
use detente_durability::{Agreements, DurabilityError};
use detente_exchange::{ExchangeError, Packages};
use detente_model::{Package, PropositionId};
use rayon::prelude::*;

use super::paired::ByWorld;
use crate::compose::three_tests::{lasting_days, tried};
use crate::sitting::{Sitting, SittingError};
use crate::words;

/// What a figure is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// A share or a chance, 0 to 1.
    Share,
    /// A value on the scales of the parties.
    Value,
}

/// A figure of one case.
#[derive(Debug, Clone)]
pub(crate) struct HeadlineFigure {
    /// The name by which programs know it.
    pub id: String,
    /// The same for people.
    pub name: String,
    pub counted: Counted,
    /// The figure.
    pub value: Option<f64>,
    /// What it is in each world; `None` for a figure of the central world.
    pub by_world: Option<ByWorld>,
}

/// Something that a brief says in words and not in a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HeadlineWords {
    pub id: &'static str,
    pub name: &'static str,
    pub says: Option<String>,
}

/// What a brief says first of one case.
#[derive(Debug, Clone)]
pub(crate) struct Headline {
    pub figures: Vec<HeadlineFigure>,
    pub words: Vec<HeadlineWords>,
}

impl Headline {
    /// Asks a sitting for all of it.
    pub fn of(sitting: &Sitting) -> Result<Self, SittingError> {
        let mut headline = Self { figures: Vec::new(), words: Vec::new() };
        if sitting.case().issues.is_empty() {
            headline.exchange_alone(sitting)?;
        } else {
            headline.deals(sitting)?;
        }
        headline.questions(sitting)?;
        if let Some(found) = sitting.standstill()? {
            let rests = found.rests.as_ref().map(|rests| {
                let told: Vec<String> = rests.iter().map(|state| found.graph.describe(*state)).collect();
                if told.is_empty() { "in no state that holds".to_owned() } else { told.join(" / ") }
            });
            headline.says("stability.rests", "where the conflict would come to rest", rests);
            let prospects = found.prospects.iter().map(|prospect| {
                let leaving = prospect.views.iter().zip(0..).filter(|(view, _)| view.leaves.is_some());
                let leaving: Vec<&str> = leaving.map(|(_, party)| found.graph.name(party)).collect();
                let told = found.graph.describe(prospect.state);
                if leaving.is_empty() {
                    format!("{told}: would hold the day after")
                } else {
                    format!("{told}: left by {} the day after", words::list(&leaving))
                }
            });
            let prospects: Vec<String> = prospects.collect();
            let told = if prospects.is_empty() { "none".to_owned() } else { prospects.join(" / ") };
            headline.says("stability.prospects", "what all would like no less", Some(told));
            let held = found.sequential_or_simultaneous();
            let held: Vec<String> = held.iter().map(|number| format!("state {number}")).collect();
            headline.says(
                "stability.held",
                "states that all would stay in, looking ahead",
                Some(words::list(&held)),
            );
        }
        Ok(headline)
    }

    fn says(&mut self, id: &'static str, name: &'static str, says: Option<String>) {
        self.words.push(HeadlineWords { id, name, says });
    }

    fn figure(
        &mut self,
        id: impl Into<String>,
        name: impl Into<String>,
        counted: Counted,
        value: Option<f64>,
    ) {
        self.figures.push(HeadlineFigure {
            id: id.into(),
            name: name.into(),
            counted,
            value,
            by_world: None,
        });
    }

    pub(crate) fn drawn(
        &mut self,
        id: impl Into<String>,
        name: impl Into<String>,
        counted: Counted,
        by_world: ByWorld,
    ) {
        let (id, name, by_world) = (id.into(), name.into(), Some(by_world));
        self.figures.push(HeadlineFigure { id, name, counted, value: None, by_world });
    }

    /// The deal space and the package that does best.
    fn deals(&mut self, sitting: &Sitting) -> Result<(), SittingError> {
        let (deals, worlds) = (sitting.deals()?, sitting.worlds()?);
        let case = worlds.case();
        let world_by_world = world_by_world(sitting, deals.draws)?;
        let zone = world_by_world.iter().map(|(zone, _)| *zone).collect();
        self.drawn("zone", "a deal exists", Counted::Share, ByWorld::Holds(zone));
        let central = &deals.findings.central;
        let margin = central.margin.as_ref().map(|margin| margin.value.to_f64());
        self.figure("margin", "margin in the central world", Counted::Value, margin);
        let margins = world_by_world.iter().map(|(_, margin)| *margin).collect();
        self.drawn(
            "margin_over_worlds",
            "margin, mean over the worlds",
            Counted::Value,
            ByWorld::Mean(margins),
        );
        let cheapest = central.openings.value().and_then(|openings| openings.first());
        let cost = cheapest
            .filter(|_| central.exists() == Some(false))
            .map(|opening| opening.concessions.iter().map(|concession| concession.cost.to_f64()).sum());
        self.figure("opening_cost", "cost of the cheapest opening", Counted::Value, cost);
        let blocks = match central.exists() {
            Some(true) => Some("nothing: a deal exists".to_owned()),
            Some(false) => Some(deals.obstacles.blockers.summary.text.clone()),
            None => None,
        };
        self.says("blockers", "what stands in the way in the central world", blocks);
        let standings = sitting.standings()?;
        let best: Option<&Package> = match &standings {
            Some(standings) => standings.best.map(|best| &standings.tested[best].package),
            None => deals.packages.first().map(|leading| &leading.package),
        };
        let leading = deals.packages.first().map(|leading| words::package(case, &leading.package));
        self.says("leading", "package most often acceptable to all", leading);
        let tested = standings.is_some();
        if tested {
            self.says("best", "package best on all tests", best.map(|best| words::package(case, best)));
        }
        let Some(best) = best else { return Ok(()) };
        let draws = standings.as_ref().map_or(deals.draws, |standings| standings.worlds);
        let trials = tried(worlds, draws, &[best], sitting.progress())?;
        let trials = || trials.iter().filter_map(|world| world.first().copied());
        let accepted = trials().map(|trial| trial.accepted).collect();
        self.drawn(
            "best.acceptable",
            "best package: all would sign",
            Counted::Share,
            ByWorld::Holds(accepted),
        );
        if case.exchange_of_lots().is_some() {
            let held = trials().map(|trial| trial.enforced().unwrap_or(false)).collect();
            self.drawn("best.enforceable", "best package: would hold", Counted::Share, ByWorld::Holds(held));
        }
        if case.durability.is_some() {
            let lasts = trials().filter_map(|trial| trial.lasts).collect();
            let name = format!("best package: would last {} days", lasting_days(case));
            self.drawn("best.durable", name, Counted::Share, ByWorld::Median(lasts));
        }
        if tested {
            let passes = trials().map(|trial| Some(trial.passes())).collect();
            self.drawn(
                "best.all_three",
                "best package: all tests together",
                Counted::Share,
                ByWorld::Mean(passes),
            );
        }
        Ok(())
    }

    /// Where nothing is on the table: whether the exchange would hold, and how long an agreement would last.
    fn exchange_alone(&mut self, sitting: &Sitting) -> Result<(), SittingError> {
        let (worlds, draws, progress) = (sitting.worlds()?, sitting.draws()?, sitting.progress());
        let case = worlds.case();
        let package = Package(Vec::new());
        if case.exchange_of_lots().is_some() {
            let packages = Packages::new(case, [&package]);
            let held: Result<Vec<bool>, ExchangeError> = (0..draws)
                .into_par_iter()
                .map(|draw| {
                    let held = packages.in_world(&worlds.draw(draw), progress)?;
                    Ok(held.first().is_some_and(|held| held.some_way))
                })
                .collect();
            self.drawn(
                "best.enforceable",
                "some schedule of the exchange would hold",
                Counted::Share,
                ByWorld::Holds(held?),
            );
        }
        if case.durability.is_some() {
            let agreements = Agreements::new(case, [&package]);
            let lasting = lasting_days(case);
            let lasts: Result<Vec<Vec<f64>>, DurabilityError> = (0..draws)
                .into_par_iter()
                .map(|draw| agreements.in_world(&worlds.draw(draw), |agreement| agreement.survival(lasting)))
                .collect();
            let lasts = lasts?.concat();
            let name = format!("an agreement would last {lasting} days");
            self.drawn("best.durable", name, Counted::Share, ByWorld::Median(lasts));
        }
        Ok(())
    }

    /// How likely each open question is after the claims.
    fn questions(&mut self, sitting: &Sitting) -> Result<(), SittingError> {
        let (worlds, draws) = (sitting.worlds()?, sitting.draws()?);
        let questions = &worlds.case().propositions;
        if questions.is_empty() {
            return Ok(());
        }
        let truths: Vec<Vec<bool>> = (0..draws)
            .into_par_iter()
            .map(|draw| {
                let world = worlds.draw(draw);
                (0..questions.len()).map(|i| world.holds(PropositionId(i))).collect()
            })
            .collect();
        for (i, question) in questions.iter().enumerate() {
            let holds = truths.iter().map(|world| world[i]).collect();
            let name = format!("“{}” is true", question.text.trim_end_matches('.'));
            self.drawn(format!("propositions.{}", question.id), name, Counted::Share, ByWorld::Holds(holds));
        }
        Ok(())
    }
}

/// Whether there is a deal in each world, as far as is known, and its margin.
fn world_by_world(sitting: &Sitting, draws: u64) -> Result<Vec<(bool, Option<f64>)>, SittingError> {
    let (worlds, progress) = (sitting.worlds()?, sitting.progress());
    progress.expect(draws);
    let search = Search { effort: Some(limits::CONCESSION), ..Search::default() };
    (0..draws)
        .into_par_iter()
        .map(|draw| {
            progress.step();
            let space = DealSpace::new(&worlds.draw(draw))?;
            let exists = space.zone_exists()?.unwrap_or(false);
            let margin = match space.margin(&search) {
                Err(limit) if limit.is_limit() => None,
                found => found?,
            };
            Ok((exists, margin.map(|margin| margin.value.to_f64())))
        })
        .collect()
}

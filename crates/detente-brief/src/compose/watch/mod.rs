//! What was promised and what became of it, composed once for the terminal, the page and the JSON.

mod monitors;
mod told;

pub(crate) use told::borne_in_short;

use std::sync::Arc;

use detente_model::{Case, Package, Party, Progress, Worlds};
use detente_watch::{Watch, WatchError, pledge_ends};
use jiff::civil::Date;

use crate::compose::lasting_grounds::LifeGrounds;

/// The watch over what was promised, on one day.
#[derive(Debug, Clone)]
pub struct WatchDay {
    /// The case, as it was known on that day.
    pub case: Arc<Case>,
    /// How many worlds were drawn.
    pub draws: u64,
    /// From which seed.
    pub seed: u64,
    /// The package that is carried out.
    pub package: Package,
    /// Everything that was found.
    pub found: Watch,
    /// The day on which the pledge runs out, with the days by which it was extended, in the central world.
    pub pledge_ends: Option<Date>,
    /// What is told of how long it lasts rests on this; `None` where nothing is.
    pub grounds: Option<LifeGrounds>,
    /// The verdict, most important first.
    pub headline: Vec<String>,
    /// The fewest words for a report of monitors.
    pub report: String,
}

impl WatchDay {
    /// The watch of a case on its day, over the first `draws` worlds; `None` if nothing was promised by then. `horizon` is the number of days from
    /// then for which the outlook is told. `progress` is told of each world.
    ///
    /// # Errors
    /// The exchange or the durability of the case makes no sense.
    pub fn of(
        worlds: &Worlds,
        package: &Package,
        draws: u64,
        horizon: Option<f64>,
        progress: &Progress,
    ) -> Result<Option<Self>, WatchError> {
        let case = worlds.case();
        if case.commitments.is_empty() {
            return Ok(None);
        }
        let found = Watch::of(worlds, draws, package, horizon, progress)?;
        let pledge_ends = found.pledge_left.and_then(|_| pledge_ends(worlds.central(), package));
        let grounds = found.lasting.as_ref().map(|_| LifeGrounds::of(worlds)).transpose()?;
        let mut day = Self {
            case: Arc::clone(case),
            draws,
            seed: worlds.seed(),
            package: package.clone(),
            found,
            pledge_ends,
            grounds,
            headline: Vec::new(),
            report: String::new(),
        };
        day.headline = told::headline(&day);
        day.report = monitors::report(&day);
        Ok(Some(day))
    }

    /// The parties that promised something or to which something was promised, in the order of the case.
    pub fn parties(&self) -> Vec<&Party> {
        let concerned = |place: &usize| {
            let id = detente_model::PartyId(*place);
            self.case.commitments.iter().any(|it| it.by == id || it.to == Some(id))
        };
        (0..self.case.parties.len()).filter(concerned).map(|place| &self.case.parties[place]).collect()
    }

    /// The day on which the exchange ended otherwise than by being carried out.
    pub fn ended(&self) -> Option<Date> {
        self.case.exchange.as_ref().and_then(|exchange| exchange.ended)
    }

    /// The day on which the exchange began or begins.
    pub fn begins(&self) -> Option<Date> {
        self.case.exchange.as_ref().and_then(|exchange| exchange.begins)
    }
}

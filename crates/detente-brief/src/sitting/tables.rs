//! The worlds and the packages of a sitting as tables.

use detente_model::unless_cancelled;

use super::{Sitting, SittingError};
use crate::answers::columns::ColumnTable;
use crate::answers::tables::CsvTable;
use crate::compose::package_table::{self, PackageRows};
use crate::compose::scenario::Scenario;
use crate::compose::world_table::{self, WorldFindings, WorldRows};

impl Sitting {
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
}

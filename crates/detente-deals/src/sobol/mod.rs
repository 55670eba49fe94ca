//! On which judgements the answer hangs, alone and together with others.
//!
//! With the output Y a function of independent inputs, the *first-order* index of input i is `Var(E[Y | X_i]) / Var(Y)`: the part of
//! the variance that goes away on average once the input is known. The *total* index is `E[Var(Y | all but X_i)] / Var(Y)`: the part that stays
//! as long as it is not, everything that it does together with others included (Sobol 1993; Homma & Saltelli 1996). A total index near
//! 0 says that an input does not matter; a total far above the first that it matters in combination.
//!
//! Inputs that belong together, such as all weights of one side, form one group with one pair of indices. The outputs are the existence of a zone of agreement
//! (0 or 1) and the margin. A world is computed for each of the n·(k + 2) points of the [`Design`], k groups and n rows; what
//! that costs is [`SobolIndices::worlds_needed`]. Worlds in which comparisons of packages contradict each other, or in which a limit on work leaves open whether there is a zone, have no figure, and those in
//! which red lines leave no package have no margin; rows with such a world are left out, and on how many the indices rest is reported.

mod design;
mod estimate;

use std::sync::Arc;

use detente_model::side_by_side::each;
use detente_model::{Progress, Worlds};

pub use design::{Design, MOST_DIMENSIONS, MOST_ROWS};
pub use estimate::{Evaluations, Indices};

use crate::DealsError;
use crate::fixed::Units;
use crate::sorting::Sorting;
use crate::space::DealSpace;

/// The indices of zone existence and of the margin.
#[derive(Debug, Clone, PartialEq)]
pub struct SobolIndices {
    /// How many rows the design had.
    pub rows: u64,
    /// Of the existence of a zone of agreement, by input or group of inputs, the largest total first; empty where it is the same in all
    /// worlds.
    pub zone: Vec<SobolIndex>,
    /// Of the margin, likewise.
    pub margin: Vec<SobolIndex>,
}

/// How much of the variance of an output is due to an input.
#[derive(Debug, Clone, PartialEq)]
pub struct SobolIndex {
    /// The input, or the group, by its path in the case file.
    pub input: String,
    /// The indices with their intervals.
    pub indices: Indices,
}

/// The two outputs in one world; no margin where red lines leave no package.
#[derive(Debug, Clone, Copy)]
struct Found {
    zone: bool,
    margin: Option<Units>,
}

impl SobolIndices {
    /// In how many worlds the design looks.
    pub fn worlds_needed(worlds: &Worlds, rows: u64) -> u64 {
        rows * (worlds.groups().len() as u64 + 2)
    }

    /// The indices from a design of `rows` rows, at most [`MOST_ROWS`], best a power of two. `progress` makes a step after each world.
    ///
    /// # Errors
    /// If some world's space cannot be searched; see [`DealsError`].
    pub fn over(worlds: &Worlds, seed: u64, rows: u64, progress: &Arc<Progress>) -> Result<Self, DealsError> {
        let groups = worlds.groups();
        let coordinates = groups.iter().map(|group| group.coordinates.clone()).collect();
        let design = Design::new(worlds.dimension(), coordinates, seed);
        let found: Vec<Vec<Option<Found>>> = each(rows as usize, progress, &|row| {
            let judged = design
                .row(row as u64)
                .into_iter()
                .map(|point| progress.stepping(|| judge(worlds, &point, progress)));
            judged.collect()
        })
        .into_iter()
        .collect::<Result<_, _>>()?;
        let measure = |output: &dyn Fn(&Found) -> Option<f64>| {
            let at = |found: &Option<Found>| found.as_ref().and_then(output);
            let rows: Vec<Vec<Option<f64>>> = found.iter().map(|row| row.iter().map(at).collect()).collect();
            let indices = Evaluations::from_rows(&rows, groups.len()).indices(seed, progress);
            let mut inputs: Vec<SobolIndex> = groups
                .iter()
                .zip(indices)
                .filter_map(|(group, indices)| {
                    Some(SobolIndex { input: group.path.clone(), indices: indices? })
                })
                .collect();
            inputs.order_by(|a, b| b.indices.total.total_cmp(&a.indices.total));
            inputs
        };
        Ok(Self {
            rows,
            zone: measure(&|found| Some(f64::from(u8::from(found.zone)))),
            margin: measure(&|found| found.margin.map(Units::to_f64)),
        })
    }
}

/// The outputs at a point; `None` where comparisons contradict each other, or it is not known whether there is a zone.
fn judge(worlds: &Worlds, point: &[f64], progress: &Arc<Progress>) -> Result<Option<Found>, DealsError> {
    let world = worlds.at(point);
    if !world.contradicted().is_empty() {
        return Ok(None);
    }
    let space = DealSpace::new(&world)?.watched_by(progress);
    let margin = space.margin(&crate::Search::default())?;
    // No package has more than the margin for all signatories; ratification at home can only forbid more.
    let zone = match &margin {
        Some(margin) if margin.value >= Units::ZERO => {
            space.all_accept(&margin.package)
                || match space.zone_exists()? {
                    Some(exists) => exists,
                    None => return Ok(None),
                }
        }
        _ => false,
    };
    Ok(Some(Found { zone, margin: margin.map(|margin| margin.value) }))
}

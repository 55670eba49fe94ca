//! What is found of all variants in one world, one behind the other, and the columns of it.

use std::ops::Range;

use super::{Measure, VariantFindings};
use crate::answers::columns::{Cells, ColumnTable};
use crate::compose::three_tests::Trial;
use crate::compose::world_table::WorldFindings;

/// What is found of all variants in one world.
#[derive(Debug, Default)]
pub(super) struct FoundOfAll {
    zones: Vec<Option<bool>>,
    margins: Vec<Option<f64>>,
    /// By variant, package and side.
    accepted: Vec<bool>,
    /// By variant and package; empty where nothing of the three tests is asked for.
    trials: Vec<Trial>,
    /// The probability of outliving the last day told, by variant and package; empty where it is not asked for.
    survival: Vec<Option<f64>>,
}

impl FoundOfAll {
    /// Puts down what the deal space of the next variant says: of each package whether each principal accepts it, and then whether all do.
    pub fn add_deals(
        &mut self,
        zone: Option<bool>,
        margin: Option<f64>,
        accepted: impl Iterator<Item = bool>,
    ) {
        self.zones.push(zone);
        self.margins.push(margin);
        self.accepted.extend(accepted);
    }

    /// Puts down that it says the same as that of an earlier variant.
    pub fn add_deals_of(&mut self, earlier: usize) {
        let width = self.accepted.len() / self.zones.len().max(1);
        self.zones.push(self.zones[earlier]);
        self.margins.push(self.margins[earlier]);
        self.accepted.extend_from_within(earlier * width..(earlier + 1) * width);
    }

    /// Whether all accept each of so many packages of the variant that was put down last.
    pub fn all_accept_of_last(&self, packages: usize) -> impl Iterator<Item = bool> + '_ {
        let width = self.accepted.len() / self.zones.len().max(1);
        let last: Range<usize> = self.accepted.len() - width..self.accepted.len();
        let sides = (width / packages.max(1)).max(1);
        self.accepted[last].chunks_exact(sides).filter_map(|sides| sides.last().copied())
    }

    /// Puts down what the tests say of the next package of the next variant.
    pub fn add_trial(&mut self, trial: Trial) {
        self.trials.push(trial);
    }

    /// Puts down how likely it is to outlive the last day told.
    pub fn add_survival(&mut self, survival: Option<f64>) {
        self.survival.push(survival);
    }
}

/// The columns of what was found in each of some draws.
pub(super) fn columns(
    found: &[FoundOfAll],
    variants: usize,
    packages: usize,
    sides: &[&str],
    findings: VariantFindings<'_>,
) -> ColumnTable {
    let all = || (0..variants).flat_map(|variant| found.iter().map(move |of_draw| (variant, of_draw)));
    let zones = all().map(|(variant, found)| found.zones[variant]).collect();
    let mut columns = vec![("zone_exists".to_owned(), Cells::Truths(zones))];
    if findings.deals >= WorldFindings::Margin {
        let margins = all().map(|(variant, found)| found.margins[variant]).collect();
        columns.push(("margin".to_owned(), Cells::PerhapsNumbers(margins)));
    }
    for package in 0..packages {
        for (side, name) in sides.iter().enumerate() {
            let place = |variant: usize| (variant * packages + package) * sides.len() + side;
            let cells = all().map(|(variant, found)| Some(found.accepted[place(variant)])).collect();
            columns.push((format!("accepts.{package}.{name}"), Cells::Truths(cells)));
        }
    }
    for measure in Measure::ALL.into_iter().filter(|measure| findings.has(*measure)) {
        for package in 0..packages {
            let place = |variant: usize| variant * packages + package;
            let trials = || all().map(|(variant, found)| found.trials[place(variant)]);
            let cells = match measure {
                Measure::Enforceable => Cells::Truths(trials().map(Trial::enforced).collect()),
                Measure::Durable => Cells::PerhapsNumbers(trials().map(|trial| trial.lasts).collect()),
                Measure::Survival => Cells::PerhapsNumbers(
                    all().map(|(variant, found)| found.survival[place(variant)]).collect(),
                ),
                Measure::AllThree => Cells::Numbers(trials().map(Trial::passes).collect()),
            };
            columns.push((format!("{}.{package}", measure.word()), cells));
        }
    }
    ColumnTable { columns }
}

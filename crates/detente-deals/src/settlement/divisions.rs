//! Tables of divisions: pairs of people who shared out things, what each thing was worth to whom, and who got what in the end.
//!
//! Two layouts are read, each by the names of its columns:
//!
//! | layout | columns | no deal |
//! |---|---|---|
//! | camp | `v1_Food` … `v2_Firewood` (points for one package), `a1_Food` … (what the first got), `agreed` | three packages of each thing; 5 points each |
//! | items | `count0` … `count2`, `v1_0` … `v2_2`, `a1_0` …, `status` (`deal` or something else) | nothing |
//!
//! Each thing becomes an issue, with an option for every number of it that the first of the two may get.

use detente_model::Package;

use super::listing::MeasuredZone;
use super::logit::Choice;
use crate::builder::DealSpaceBuilder;
use crate::space::DealSpace;

/// A table that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DivisionsError {
    /// The columns are those of no known layout.
    #[error(
        "the columns are those of no table of divisions: a column `v1_Food` makes it one of camps, a column `count0` one of items; \
         `{missing}` is not there"
    )]
    Columns {
        /// A column that is missing.
        missing: String,
    },
    /// A row does not say what its columns promise.
    #[error("line {line}: {wrong}")]
    Row {
        /// The line, counted from 1.
        line: usize,
        /// What is wrong with it.
        wrong: String,
    },
}

/// How a table of divisions is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Food, water and firewood for a camp.
    Camp,
    /// Items of three kinds, their numbers differing from pair to pair.
    Items,
}

impl Layout {
    /// The names of the three things, the columns that count them if they are counted, and what no deal is worth.
    fn things(self) -> ([&'static str; 3], f64) {
        match self {
            Self::Camp => (["Food", "Water", "Firewood"], 5.0),
            Self::Items => (["0", "1", "2"], 0.0),
        }
    }
}

/// Packages of each thing in a table of camps.
const CAMP_THINGS: u64 = 3;
/// The most of one thing that can be shared out.
const MOST_THINGS: f64 = 100.0;
/// The most packages of one division.
const MOST_PACKAGES: u64 = 10_000;

/// Two people with things to share out.
#[derive(Debug, Clone, PartialEq)]
pub struct Division {
    /// How many there are of each thing.
    pub counts: [u64; 3],
    /// What one of each thing is worth to the first and the second.
    pub points: [[f64; 3]; 2],
    /// What no deal is worth to either.
    pub no_deal: f64,
    /// How many of each thing the first got; `None` if they did not agree.
    pub first_got: Option<[u64; 3]>,
}

impl Division {
    /// The deal space of the two.
    ///
    /// # Errors
    /// If a worth is out of range.
    pub fn space(&self) -> Result<DealSpace, crate::DealsError> {
        let names = ["first", "second", "third"];
        let sizes = self.counts.map(|count| count as usize + 1);
        let mut space = DealSpaceBuilder::new(names.iter().copied().zip(sizes));
        let rows = |of: &dyn Fn(usize, u64) -> f64| -> Vec<Vec<f64>> {
            (0..3).map(|k| (0..=self.counts[k]).map(|got| of(k, got)).collect()).collect()
        };
        let [one, other] = self.points;
        space.party("one", self.no_deal, rows(&|k, got| one[k] * got as f64));
        space.party("other", self.no_deal, rows(&|k, got| other[k] * (self.counts[k] - got) as f64));
        space.build()
    }

    /// What they chose from, and the packages in the same order; `None` for the choice if they did not agree.
    ///
    /// # Errors
    /// As [`Self::space`].
    pub fn choice(&self) -> Result<(Option<Choice>, MeasuredZone), crate::DealsError> {
        let zone = MeasuredZone::of(&self.space()?);
        let choice = self.first_got.map(|got| {
            let package = Package(got.iter().map(|count| *count as u16).collect());
            Choice {
                packages: zone.features.clone(),
                settled: zone.packages.iter().position(|listed| *listed == package),
                feasible: zone.feasible,
            }
        });
        Ok((choice, zone))
    }

    /// What a package gives the two, in points.
    pub fn points_of(&self, package: &Package) -> [f64; 2] {
        let mut points = [0.0; 2];
        for (k, got) in package.0.iter().enumerate().take(3) {
            let got = u64::from(*got).min(self.counts[k]);
            points[0] += self.points[0][k] * got as f64;
            points[1] += self.points[1][k] * (self.counts[k] - got) as f64;
        }
        points
    }
}

/// Reads a table of divisions.
///
/// # Errors
/// [`DivisionsError`], with the line.
pub fn divisions(text: &str) -> Result<(Layout, Vec<Division>), DivisionsError> {
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    let header: Vec<&str> =
        lines.next().map(|(_, line)| line.split(',').map(str::trim).collect()).unwrap_or_default();
    let place = |name: &str| header.iter().position(|column| *column == name);
    let column = |name: String| place(&name).ok_or(DivisionsError::Columns { missing: name });
    let layout = if place("count0").is_some() { Layout::Items } else { Layout::Camp };
    let (names, no_deal) = layout.things();
    let columns = |prefix: &str| -> Result<[usize; 3], DivisionsError> {
        let [a, b, c] = names.map(|name| column(format!("{prefix}{name}")));
        Ok([a?, b?, c?])
    };
    let (one, other, got) = (columns("v1_")?, columns("v2_")?, columns("a1_")?);
    let (counted, agreed) = match layout {
        Layout::Camp => (None, (column("agreed".to_owned())?, "1")),
        Layout::Items => (Some(columns("count")?), (column("status".to_owned())?, "deal")),
    };
    let mut read = Vec::new();
    for (number, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let cells: Vec<&str> = line.split(',').map(str::trim).collect();
        let row = |wrong: String| DivisionsError::Row { line: number + 1, wrong };
        if line.contains('"') || cells.len() != header.len() {
            return Err(row(format!(
                "has {} values for {} columns, or quotes, which are not read",
                cells.len(),
                header.len()
            )));
        }
        let number_in = |at: usize| -> Result<f64, DivisionsError> {
            let value = cells[at].parse::<f64>().ok().filter(|value| (0.0..=MOST_THINGS).contains(value));
            value.ok_or_else(|| {
                row(format!("`{}` in `{}` is no number from 0 to {MOST_THINGS}", cells[at], header[at]))
            })
        };
        let numbers = |at: [usize; 3]| -> Result<[f64; 3], DivisionsError> {
            let [a, b, c] = at.map(number_in);
            Ok([a?, b?, c?])
        };
        let whole = |at: [usize; 3]| -> Result<[u64; 3], DivisionsError> {
            let values = numbers(at)?;
            match values.iter().position(|value| value.fract() != 0.0) {
                Some(k) => Err(row(format!("`{}` in `{}` is no whole number", cells[at[k]], header[at[k]]))),
                None => Ok(values.map(|value| value as u64)),
            }
        };
        let counts = counted.map_or(Ok([CAMP_THINGS; 3]), whole)?;
        if counts.iter().map(|count| count + 1).product::<u64>() > MOST_PACKAGES {
            return Err(row(format!("more than {MOST_PACKAGES} packages")));
        }
        let first_got = (cells[agreed.0] == agreed.1).then(|| whole(got)).transpose()?;
        if let Some(k) = first_got.and_then(|got| (0..3).find(|k| got[*k] > counts[*k])) {
            return Err(row(format!("the first got more of `{}` than there is", names[k])));
        }
        read.push(Division { counts, points: [numbers(one)?, numbers(other)?], no_deal, first_got });
    }
    Ok((layout, read))
}

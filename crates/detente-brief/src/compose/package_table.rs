//! Packages by columns: those that lead, those of a frontier, and all of a deal space.

use std::ops::Range;

use detente_deals::{BigUint, DealSpace};
use detente_model::side_by_side::each;
use detente_model::{Case, Package, PartyId};

use crate::answers::columns::{Cells, ColumnTable};
use crate::brief::{Deals, LeadingPackage};
use crate::sitting::{Sitting, SittingError};

/// Which packages a table lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackageRows {
    /// The leading ones, the most acceptable first.
    Leading,
    /// The points of the frontier over all feasible packages in the central world.
    Frontier,
    /// The points of the frontier of the zone in the central world.
    ZoneFrontier,
    /// Every package that can be put together, the last issue fastest, at most [`MOST_PACKAGES`]: in a draw, or in the central world.
    All(Option<u64>),
}

/// The most packages that are listed one by one.
pub const MOST_PACKAGES: u64 = 50_000_000;

/// How many packages one thread looks at before it takes the next.
const STRETCH: u64 = 65_536;

/// One row a package: `letter`, of a leading one; the option of each issue, under the id of the issue; what it is worth to each principal in the
/// central world, as `value.` with the id. Of the leading packages also the share of the worlds drawn in which all accept it,
/// `acceptable.all`, with its 95 % interval, and in which each principal does; of all packages whether each is `feasible`
/// and `acceptable` to all, and everything in the world that is asked for.
pub(crate) fn table(sitting: &Sitting, rows: PackageRows) -> Result<ColumnTable, SittingError> {
    if sitting.case().issues.is_empty() {
        return Err(SittingError::NothingOnTheTable);
    }
    match rows {
        PackageRows::Leading => leading(sitting),
        PackageRows::Frontier | PackageRows::ZoneFrontier => frontier(&*sitting.deals()?, rows),
        PackageRows::All(draw) => all(sitting, draw),
    }
}

/// The columns of packages and of what they are worth.
struct Listed<'c> {
    case: &'c Case,
    parties: Vec<PartyId>,
    options: Vec<Cells>,
    values: Vec<Vec<f64>>,
}

impl<'c> Listed<'c> {
    fn new(case: &'c Case, parties: &[PartyId]) -> Self {
        Self {
            case,
            parties: parties.to_vec(),
            options: case.issues.iter().map(Cells::options_of).collect(),
            values: vec![Vec::new(); parties.len()],
        }
    }

    fn add(&mut self, package: &Package, values: impl IntoIterator<Item = f64>) {
        for ((issue, cells), option) in self.case.issues.iter().zip(&mut self.options).zip(&package.0) {
            cells.push_option(issue, Some(*option), None);
        }
        for (cells, value) in self.values.iter_mut().zip(values) {
            cells.push(value);
        }
    }

    fn columns(self) -> Vec<(String, Cells)> {
        let issues = self.case.issues.iter().map(|issue| issue.id.clone()).zip(self.options);
        let values = self.parties.iter().zip(self.values);
        let case = self.case;
        issues
            .chain(
                values.map(|(id, values)| (format!("value.{}", case.party(*id).id), Cells::Numbers(values))),
            )
            .collect()
    }
}

fn leading(sitting: &Sitting) -> Result<ColumnTable, SittingError> {
    let deals = sitting.deals()?;
    let (case, findings) = (&*deals.case, &deals.findings);
    let mut listed = Listed::new(case, &findings.parties);
    for leading in &deals.packages {
        listed.add(&leading.package, leading.values.iter().map(|value| value.to_f64()));
    }
    let shares =
        |share: &dyn Fn(&LeadingPackage) -> f64| Cells::Numbers(deals.packages.iter().map(share).collect());
    let letters = deals.packages.iter().map(|leading| leading.letter.clone()).collect::<Vec<_>>();
    let chosen = (0..).take(letters.len()).map(Some).collect();
    let mut columns = vec![("letter".to_owned(), Cells::Names { names: letters, chosen })];
    columns.extend(listed.columns());
    columns.push(("acceptable.all".to_owned(), shares(&|package| package.all.value())));
    columns.push(("acceptable.all.low".to_owned(), shares(&|package| package.all.interval()[0])));
    columns.push(("acceptable.all.high".to_owned(), shares(&|package| package.all.interval()[1])));
    for (place, id) in findings.parties.iter().enumerate() {
        let share = |package: &LeadingPackage| package.principals[place].value();
        columns.push((format!("acceptable.{}", case.party(*id).id), shares(&share)));
    }
    Ok(ColumnTable { columns })
}

fn frontier(deals: &Deals, rows: PackageRows) -> Result<ColumnTable, SittingError> {
    let central = &deals.findings.central;
    let known = if rows == PackageRows::ZoneFrontier { &central.zone_frontier } else { &central.frontier };
    let Some(points) = known.value() else {
        return Err(SittingError::NotListed(known.limit().map(ToString::to_string).unwrap_or_default()));
    };
    let mut listed = Listed::new(&deals.case, &deals.findings.parties);
    for point in points {
        listed.add(&point.package, point.values.iter().map(|value| value.to_f64()));
    }
    Ok(ColumnTable { columns: listed.columns() })
}

fn all(sitting: &Sitting, draw: Option<u64>) -> Result<ColumnTable, SittingError> {
    let (worlds, progress) = (sitting.worlds()?, sitting.progress());
    let world = sitting.world(draw)?;
    let (case, space) = (worlds.case(), DealSpace::new(&world)?);
    let count = space.package_count();
    if count > BigUint::from(MOST_PACKAGES) {
        return Err(SittingError::NotListed(format!(
            "there are {count} packages, more than the {MOST_PACKAGES} that are listed one by one"
        )));
    }
    let count = count.iter_u64_digits().next().unwrap_or(0);
    let parties: Vec<PartyId> = case.principals().collect();
    let stretch = |first: u64| {
        let Range { start, end } = first..(first + STRETCH).min(count);
        progress.work((end - start).min(detente_model::MOST_BETWEEN_REPORTS));
        let mut listed = Listed::new(case, &parties);
        let (mut feasible, mut acceptable) = (Vec::new(), Vec::new());
        for number in start..end {
            let package = numbered(space.sizes(), number);
            listed.add(&package, space.principals().iter().map(|terms| terms.value(&package).to_f64()));
            feasible.push(Some(space.is_feasible(&package)));
            acceptable.push(Some(space.all_accept(&package)));
        }
        let mut columns = listed.columns();
        columns.push(("feasible".to_owned(), Cells::Truths(feasible)));
        columns.push(("acceptable".to_owned(), Cells::Truths(acceptable)));
        ColumnTable { columns }
    };
    let pieces = count.div_ceil(STRETCH) as usize;
    Ok(ColumnTable::joined(each(pieces, progress, &|piece| stretch(piece as u64 * STRETCH))))
}

/// The package of a number in counting order, the last issue fastest.
fn numbered(sizes: &[usize], mut number: u64) -> Package {
    let mut options = vec![0; sizes.len()];
    for (option, size) in options.iter_mut().zip(sizes).rev() {
        let size = (*size).max(1) as u64;
        *option = u16::try_from(number % size).unwrap_or(u16::MAX);
        number /= size;
    }
    Package(options)
}

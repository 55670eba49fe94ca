//! For how long calm is pledged, as signed and as it was extended: with an exchange or without one.

use detente_model::{Choice, Package, PledgeDays, World};
use jiff::civil::Date;

use crate::ledger::days_between;

/// How many days of calm a package pledges in a world, with those that were added; `None` if the case pledges none.
pub fn pledged_days(world: &World, package: &Package) -> Option<f64> {
    let case = world.case();
    let exchange = case.exchange.as_ref()?;
    let signed = match &exchange.pledge_days {
        PledgeDays::Days(days) => world.number(*days),
        PledgeDays::Issue(issue) => {
            case.issue(*issue).options.get(package.option(*issue)).and_then(Choice::number)?
        }
    };
    Some(signed + exchange.extended.iter().map(|added| world.number(added.days)).sum::<f64>())
}

/// How many days of calm are left on the day of the case, below zero where the pledge has run out; `None` if none is pledged, the case does not say when it begins, or
/// it has ended.
pub fn pledge_left(world: &World, package: &Package) -> Option<f64> {
    let case = world.case();
    let exchange = case.exchange.as_ref().filter(|exchange| exchange.ended.is_none())?;
    let gone = f64::from(days_between(exchange.begins?, case.as_of)).max(0.0);
    Some(pledged_days(world, package)? - gone)
}

/// The last day of the pledge; `None` if none is pledged, the case does not say when it begins, or it ends beyond the calendar.
pub fn pledge_ends(world: &World, package: &Package) -> Option<Date> {
    let begins = world.case().exchange.as_ref()?.begins?;
    let days = jiff::Span::new().try_days(pledged_days(world, package)?.floor() as i64).ok()?;
    begins.checked_add(days).ok()
}

//! The packages that all accept in one world, each with its measures.

use detente_model::Package;

use super::features::{Features, Measures, surpluses};
use crate::space::DealSpace;
use crate::watch::Meter;

/// Every package that all accept, with its measures, in counting order; continuous issues at their stops.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasuredZone {
    /// The packages, as their places in counting order.
    pub places: Vec<u64>,
    /// The packages.
    pub packages: Vec<Package>,
    /// Their measures.
    pub features: Vec<Features>,
    /// How many packages can be put together.
    pub feasible: u64,
}

impl MeasuredZone {
    /// Goes through all packages of a space, one by one.
    pub fn of(space: &DealSpace) -> Self {
        let meter = Meter::of(&space.watch);
        let steps = (space.sizes().len() * space.actors().len()).max(1) as u64;
        let mut zone = Self { places: Vec::new(), packages: Vec::new(), features: Vec::new(), feasible: 0 };
        let mut most = vec![0; space.principals().len()];
        let decided = space.is_decided_by_values() && space.infeasible().is_empty();
        for (place, package) in (0..).zip(space.packages()) {
            meter.count(steps);
            let gains = surpluses(space, &package);
            let gain = gains.iter().all(|gain| *gain >= 0);
            zone.feasible += u64::from(decided || space.is_feasible(&package));
            if gain && (decided || space.all_accept(&package)) {
                most.iter_mut().zip(&gains).for_each(|(most, gain)| *most = (*most).max(*gain));
                zone.places.push(place);
                zone.packages.push(package);
            }
        }
        let changes: u64 = space.sizes().iter().map(|size| *size as u64).sum();
        let measures = Measures::new(space, most);
        let measured = zone.packages.iter().map(|package| {
            meter.count(changes * changes / 2);
            measures.of(package)
        });
        zone.features = measured.collect();
        zone
    }
}

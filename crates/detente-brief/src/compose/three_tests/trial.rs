//! One package in one world: is it accepted, does its exchange hold itself, how likely does it last?

use detente_deals::DealSpace;
use detente_durability::Agreements;
use detente_exchange::Packages;
use detente_model::{Band, Package, Progress, Share, Worlds};
use rayon::prelude::*;

use super::{Results, TestsError, lasting_days};

/// What is found of one package in one world.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trial {
    accepted: bool,
    /// As proposed, where the case proposes a way for the package.
    proposed: Option<bool>,
    some_way: Option<bool>,
    lasts: Option<f64>,
}

impl Trial {
    fn enforced(self) -> Option<bool> {
        self.proposed.or(self.some_way)
    }

    /// The probability of passing every test in this world.
    fn passes(self) -> f64 {
        if self.accepted && self.enforced().unwrap_or(true) { self.lasts.unwrap_or(1.0) } else { 0.0 }
    }
}

/// Puts packages to the tests in the first so many worlds. Worlds are gathered in their order: threads change nothing.
pub(super) fn results(
    worlds: &Worlds,
    draws: u64,
    packages: &[&Package],
    progress: &Progress,
) -> Result<Vec<Results>, TestsError> {
    let case = worlds.case();
    let exchanges = case.exchange.as_ref().map(|_| Packages::new(case, packages.iter().copied()));
    let truces = case.durability.as_ref().map(|_| Agreements::new(case, packages.iter().copied()));
    let lasting = lasting_days(case);
    progress.expect(draws);
    let tried = (0..draws)
        .into_par_iter()
        .map(|draw| {
            progress.step();
            let world = worlds.draw(draw);
            let space = DealSpace::new(&world)?;
            let held = exchanges.as_ref().map(|packages| packages.in_world(&world, progress)).transpose()?;
            let lasts = match &truces {
                Some(truces) => Some(truces.in_world(&world, |truce| truce.survival(lasting))?),
                None => None,
            };
            let trial = |(i, package): (usize, &&Package)| Trial {
                accepted: space.all_accept(package),
                proposed: held.as_ref().and_then(|held| held[i].proposed),
                some_way: held.as_ref().map(|held| held[i].some_way),
                lasts: lasts.as_ref().map(|lasts| lasts[i]),
            };
            Ok(packages.iter().enumerate().map(trial).collect())
        })
        .collect::<Result<Vec<Vec<Trial>>, TestsError>>()?;
    Ok((0..packages.len()).map(|package| gathered(&tried, package)).collect())
}

fn gathered(tried: &[Vec<Trial>], package: usize) -> Results {
    let draws = tried.len() as u64;
    let trials = || tried.iter().map(|world| world[package]);
    let share = |found: &dyn Fn(Trial) -> Option<bool>| {
        let known: Vec<bool> = trials().filter_map(found).collect();
        (!known.is_empty()).then(|| Share::of(known.iter().filter(|holds| **holds).count() as u64, draws))
    };
    Results {
        acceptable: Share::of(trials().filter(|trial| trial.accepted).count() as u64, draws),
        enforceable: share(&Trial::enforced),
        as_proposed: trials().any(|trial| trial.proposed.is_some()),
        some_way: share(&|trial| trial.some_way),
        durable: Band::of(trials().filter_map(|trial| trial.lasts).collect()),
        all_three: trials().map(Trial::passes).sum::<f64>() / draws.max(1) as f64,
    }
}

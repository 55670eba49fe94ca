//! The chances of packages and options over the worlds of a case.

use std::collections::BTreeMap;
use std::f64::consts::TAU;
use std::sync::Arc;

use detente_model::side_by_side::each;
use detente_model::{Band, Package, Progress, Worlds};
use num_bigint::BigUint;
use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

use super::chain::walk;
use super::convention::CONVENTIONS;
use super::features::{COUNT, Measures, surpluses};
use super::listing::MeasuredZone;
use super::logit::{Coefficients, chances};
use crate::DealsError;
use crate::limits;
use crate::space::DealSpace;

/// How many of the likeliest packages are kept.
const KEPT: usize = 12;
/// Standard errors to either side of a 95 % interval.
const Z: f64 = 1.96;
/// The name under which the coefficients own their numbers in a draw.
const OWN: &str = "settlement.coefficients";

/// What people would settle on if they sign.
#[derive(Debug, Clone, PartialEq)]
pub struct Settlement {
    /// How many worlds were looked at.
    pub draws: u64,
    /// In how many of these there is a zone; all chances are over these.
    pub zone: u64,
    /// In how many it is not known whether there is one, or how far it reaches; they are left out.
    pub not_known: u64,
    /// How packages were looked at.
    pub looked: Looked,
    /// The likeliest packages, the likeliest first.
    pub packages: Vec<LikelyPackage>,
    /// Each option of each issue.
    pub options: Vec<Vec<Likely>>,
}

/// How packages were looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Looked {
    /// Every one, in each world.
    All,
    /// Those that chains visited.
    ByChains {
        /// Chains in each world, one from the best package of each principal.
        chains: usize,
        /// Steps of each that count.
        steps: u64,
        /// How far the chance of an option by chains from one principal's best lies, at the most, from that by all chains.
        apart: f64,
    },
}

/// A chance over the worlds with a zone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likely {
    /// The mean over these worlds.
    pub chance: f64,
    /// The middle nine tenths of these worlds: the doubt about the case and about the coefficients.
    pub range: [f64; 2],
    /// The 95 % interval that the number of worlds, and of steps, leaves the mean.
    pub interval: [f64; 2],
    /// By each of the fits alone, in the order of [`CONVENTIONS`]; `None` where no world with a zone used it.
    pub by_fit: [Option<f64>; CONVENTIONS.len()],
}

/// A package with its chance.
#[derive(Debug, Clone, PartialEq)]
pub struct LikelyPackage {
    /// The package.
    pub package: Package,
    /// How likely they settle on it, if they sign.
    pub likely: Likely,
}

/// Packages with their chances in one world, in the order of packages; and options by chains of each start, if there were any.
struct InOneWorld {
    fit: usize,
    packages: Vec<(Package, f64)>,
    by_start: Vec<Vec<Vec<f64>>>,
}

/// What came of looking at one world.
enum Found {
    Zone(InOneWorld),
    Closed,
    NotKnown,
}

impl Settlement {
    /// Looks at the first `draws` worlds, or at as many as the work set aside allows (see [`crate::limits`]).
    ///
    /// # Errors
    /// If a world's space is none; see [`DealsError`].
    pub fn over(worlds: &Worlds, draws: u64, progress: &Arc<Progress>) -> Result<Self, DealsError> {
        let central = DealSpace::new(worlds.central())?.watched_by(progress);
        let count = central.package_count();
        let listed = count <= BigUint::from(limits::SETTLED_LISTED);
        let most = if listed {
            limits::SETTLED_MEASURED / u64::try_from(&count).unwrap_or(u64::MAX).max(1)
        } else {
            limits::CHAIN_WORLDS
        };
        let draws = draws.min(most.max(1));
        progress.expect(draws);
        // Where nothing is in doubt, the packages are the same in all worlds.
        let same = (listed && worlds.dimension() == 0).then(|| MeasuredZone::of(&central));
        let found = each(draws as usize, progress, &|draw| {
            progress.stepping(|| {
                let draw = draw as u64;
                if let Some(zone) = &same {
                    return Ok(by_list(zone, worlds, draw));
                }
                let space = DealSpace::new(&worlds.draw(draw))?.watched_by(progress);
                if listed {
                    Ok(by_list(&MeasuredZone::of(&space), worlds, draw))
                } else {
                    by_chains(&space, worlds, draw)
                }
            })
        });
        let mut with_zone = Vec::new();
        let mut not_known = 0;
        for world in found {
            match world? {
                Found::Zone(world) => with_zone.push(world),
                Found::NotKnown => not_known += 1,
                Found::Closed => {}
            }
        }
        Ok(Self {
            draws,
            zone: with_zone.len() as u64,
            not_known,
            looked: if listed { Looked::All } else { by_start(&with_zone, central.principals().len()) },
            packages: likeliest(&with_zone),
            options: options(&with_zone, central.sizes()),
        })
    }
}

/// The coefficients of a world: the fits in turn, each with a draw from the doubt about it.
fn coefficients(worlds: &Worlds, draw: u64) -> (usize, Coefficients) {
    let uniforms = worlds.uniforms(draw, OWN, 2 * COUNT);
    // Box & Muller 1958.
    let normal: Coefficients = std::array::from_fn(|a| {
        let (radius, angle) = (1.0 - uniforms[2 * a], uniforms[2 * a + 1]);
        (-2.0 * radius.ln()).sqrt() * (TAU * angle).cos()
    });
    let fit = (draw % CONVENTIONS.len() as u64) as usize;
    (fit, CONVENTIONS[fit].drawn(&normal))
}

fn by_list(zone: &MeasuredZone, worlds: &Worlds, draw: u64) -> Found {
    if zone.packages.is_empty() {
        return Found::Closed;
    }
    let (fit, coefficients) = coefficients(worlds, draw);
    let chances = chances(&zone.features, &coefficients);
    Found::Zone(InOneWorld {
        fit,
        packages: zone.packages.iter().cloned().zip(chances).collect(),
        by_start: Vec::new(),
    })
}

fn by_chains(space: &DealSpace, worlds: &Worlds, draw: u64) -> Result<Found, DealsError> {
    let one = match space.find_agreement_for(limits::AGREEMENT_IN_A_DRAW) {
        Ok(None) => return Ok(Found::Closed),
        Ok(Some(one)) => one,
        Err(limit) if limit.is_limit() => return Ok(Found::NotKnown),
        Err(error) => return Err(error),
    };
    let Some(best) = space.best_for_each(&[one], limits::BEST_IN_A_DRAW) else { return Ok(Found::NotKnown) };
    let most = best.iter().enumerate().map(|(i, point)| surpluses(space, &point.package)[i]).collect();
    let measures = Measures::new(space, most);
    let (fit, coefficients) = coefficients(worlds, draw);
    let mut visits: BTreeMap<Package, u64> = BTreeMap::new();
    let mut by_start = Vec::new();
    for (start, point) in best.iter().enumerate() {
        let mut random = ChaCha8Rng::seed_from_u64(!worlds.seed());
        random.set_stream((draw << 16) + start as u64);
        let visited = walk(space, &measures, &coefficients, &point.package, &mut random);
        let mut options: Vec<Vec<f64>> = space.sizes().iter().map(|size| vec![0.0; *size]).collect();
        let part = 1.0 / visited.len().max(1) as f64;
        for package in visited {
            for (chances, option) in options.iter_mut().zip(&package.0) {
                chances[usize::from(*option)] += part;
            }
            *visits.entry(package).or_default() += 1;
        }
        by_start.push(options);
    }
    let all: u64 = visits.values().sum();
    let packages = visits.into_iter().map(|(package, count)| (package, count as f64 / all.max(1) as f64));
    Ok(Found::Zone(InOneWorld { fit, packages: packages.collect(), by_start }))
}

/// The likeliest packages over all worlds.
fn likeliest(worlds: &[InOneWorld]) -> Vec<LikelyPackage> {
    let mut sums: BTreeMap<&Package, f64> = BTreeMap::new();
    for (package, chance) in worlds.iter().flat_map(|world| &world.packages) {
        *sums.entry(package).or_default() += chance;
    }
    let mut order: Vec<(&Package, f64)> = sums.into_iter().collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    let in_world = |world: &InOneWorld, package: &Package| {
        let place = world.packages.binary_search_by(|(listed, _)| listed.cmp(package));
        place.map_or(0.0, |place| world.packages[place].1)
    };
    (order.into_iter().take(KEPT))
        .map(|(package, _)| LikelyPackage {
            likely: likely(worlds, &worlds.iter().map(|world| in_world(world, package)).collect::<Vec<_>>()),
            package: package.clone(),
        })
        .collect()
}

/// Every option of every issue.
fn options(worlds: &[InOneWorld], sizes: &[usize]) -> Vec<Vec<Likely>> {
    let mut chances: Vec<Vec<Vec<f64>>> =
        sizes.iter().map(|size| vec![vec![0.0; worlds.len()]; *size]).collect();
    for (w, world) in worlds.iter().enumerate() {
        for (package, chance) in &world.packages {
            for (options, option) in chances.iter_mut().zip(&package.0) {
                options[usize::from(*option)][w] += chance;
            }
        }
    }
    chances.iter().map(|options| options.iter().map(|in_each| likely(worlds, in_each)).collect()).collect()
}

/// One chance a world, taken together.
fn likely(worlds: &[InOneWorld], in_each: &[f64]) -> Likely {
    let count = in_each.len() as f64;
    let mean = |of: &[f64]| (!of.is_empty()).then(|| of.iter().sum::<f64>() / of.len() as f64);
    let chance = mean(in_each).unwrap_or(0.0).clamp(0.0, 1.0);
    let variance = in_each.iter().map(|p| (p - chance) * (p - chance)).sum::<f64>() / (count - 1.0).max(1.0);
    let error = Z * (variance / count.max(1.0)).sqrt();
    let by_fit = std::array::from_fn(|fit| {
        let own: Vec<f64> =
            worlds.iter().zip(in_each).filter(|(world, _)| world.fit == fit).map(|(_, p)| *p).collect();
        mean(&own)
    });
    let band = Band::of(in_each.to_vec());
    Likely {
        chance,
        range: band.map_or([0.0; 2], |band| [band.low, band.high]),
        interval: [(chance - error).max(0.0), (chance + error).min(1.0)],
        by_fit,
    }
}

/// How far chains that began at different ends are apart.
fn by_start(worlds: &[InOneWorld], chains: usize) -> Looked {
    let mut apart: f64 = 0.0;
    let shape: Vec<usize> = worlds
        .first()
        .and_then(|world| world.by_start.first())
        .map_or(Vec::new(), |options| options.iter().map(Vec::len).collect());
    for (k, size) in shape.iter().enumerate() {
        for option in 0..*size {
            let mean = |start: usize| {
                worlds.iter().map(|world| world.by_start[start][k][option]).sum::<f64>() / worlds.len() as f64
            };
            let means: Vec<f64> = (0..chains).map(mean).collect();
            let all = means.iter().sum::<f64>() / chains as f64;
            apart = means.iter().map(|mean| (mean - all).abs()).fold(apart, f64::max);
        }
    }
    Looked::ByChains { chains, steps: limits::CHAIN_STEPS, apart }
}

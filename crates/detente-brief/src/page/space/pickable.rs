//! The deal space to pick from: the plot of two principals in which every place leads to the packages that lie there.

use std::collections::{BTreeMap, HashMap};

use detente_deals::SOLUTION_CONCEPTS;
use detente_model::{IssueId, Package};

use super::landscape::Landscape;
use super::{how, see};
use crate::answers::PackageOptions;
use crate::brief::Deals;
use crate::page::face::Faces;
use crate::page::plot::{Data, Illustration, Kind, Pick, Plot};
use crate::page::{Block, Section};

/// Up to how many packages each can be picked; of more, those of the frontier and those with a name.
const MOST_PICKED: u32 = 3_000;

/// The plot, and what can be picked in it.
#[derive(Debug, Clone)]
pub struct PickableSpace {
    /// The plot, each place in it with the numbers of its packages.
    pub section: Section,
    /// The packages, by their numbers.
    pub packages: Vec<PickablePackage>,
    /// Whether these are all the packages there are.
    pub whole: bool,
}

/// A package that can be picked.
#[derive(Debug, Clone, PartialEq)]
pub struct PickablePackage {
    /// The package.
    pub outcome: PackageOptions,
    /// What it is worth to each principal in the central world.
    pub values: Vec<f64>,
    /// How it stands there; `None` where that was not looked at.
    pub kind: Option<Kind>,
    /// Whether nothing betters it for all, red lines aside.
    pub on_frontier: bool,
    /// The letter of a leading package.
    pub letter: Option<String>,
    /// The solutions that it is.
    pub roles: Vec<String>,
}

/// A package and its numbers between the stops, to be found again.
type Key = (Package, Vec<(IssueId, u64)>);

struct Listing<'d> {
    deals: &'d Deals,
    packages: Vec<PickablePackage>,
    places: HashMap<Key, usize>,
}

impl Listing<'_> {
    fn put(
        &mut self,
        package: &Package,
        numbers: &[(IssueId, f64)],
        values: Vec<f64>,
    ) -> &mut PickablePackage {
        let key = (package.clone(), numbers.iter().map(|(issue, x)| (*issue, x.to_bits())).collect());
        let case = &self.deals.case;
        let packages = &mut self.packages;
        let place = *self.places.entry(key).or_insert_with(|| {
            packages.push(PickablePackage {
                outcome: PackageOptions::of(case, package).with_numbers(case, numbers),
                values,
                kind: None,
                on_frontier: false,
                letter: None,
                roles: Vec::new(),
            });
            packages.len() - 1
        });
        &mut self.packages[place]
    }
}

impl PickableSpace {
    /// The space as two principals see it, by their places in the findings; `also` is a package that must be there whatever else is, with
    /// what it is worth to each principal. `None` for places that are none, or twice the same.
    pub fn of(deals: &Deals, pair: [usize; 2], also: Option<(PackageOptions, Vec<f64>)>) -> Option<Self> {
        let faces = Faces::of(&deals.case, &deals.findings.parties);
        let [x, y] = pair;
        if x == y || x.max(y) >= faces.faces.len() {
            return None;
        }
        let (mut packages, whole) = listed(deals);
        if let Some((outcome, values)) = also
            && packages.iter().all(|package| package.outcome != outcome)
        {
            let (kind, letter, roles) = (None, None, Vec::new());
            packages.push(PickablePackage { outcome, values, kind, on_frontier: false, letter, roles });
        }
        let lettered: Vec<usize> = (0..deals.packages.len()).collect();
        let landscape = Landscape::of(deals, &lettered);
        let mut picks: BTreeMap<[u64; 2], Pick> = BTreeMap::new();
        for (number, package) in packages.iter().enumerate() {
            let at = [package.values[x], package.values[y]];
            let pick = picks.entry(at.map(f64::to_bits)).or_insert_with(|| Pick { at, packages: Vec::new() });
            pick.packages.push(number);
        }
        let mut drawn = landscape.between(&faces, x, y);
        drawn.picks = picks.into_values().collect();
        let see = see(deals, &landscape);
        let plot = Plot {
            id: "pick".to_owned(),
            title: format!(
                "Packages by what they are worth to {} and to {}",
                faces.faces[x].name, faces.faces[y].name
            ),
            desc: see.clone(),
            data: Data::Pair(Box::new(drawn)),
        };
        let figure = Illustration::new(see, [plot]).read(how(&landscape, &faces));
        Some(Self {
            section: Section::new("map", "The deal space", vec![Block::figure(figure)]),
            packages,
            whole,
        })
    }
}

/// The packages that can be picked, and whether these are all.
fn listed(deals: &Deals) -> (Vec<PickablePackage>, bool) {
    let central = &deals.findings.central;
    let space = &central.space;
    let mut listing = Listing { deals, packages: Vec::new(), places: HashMap::new() };
    let worth = |package: &Package| -> Vec<f64> { plain(&space.values(package)) };
    let signatories = space.signatories();
    let stands = |package: &Package| {
        let crosses = signatories.iter().any(|actor| space.crosses_line(*actor, package));
        match (space.all_accept(package), crosses) {
            (true, _) => Kind::Agreed,
            (false, true) => Kind::Crossing,
            (false, false) => Kind::Refused,
        }
    };
    let whole = deals.findings.packages <= MOST_PICKED.into();
    if whole {
        for package in space.packages().filter(|package| space.is_feasible(package)) {
            listing.put(&package, &[], worth(&package)).kind = Some(stands(&package));
        }
    }
    let frontier = central.frontier.value().into_iter().flatten();
    let best: std::collections::HashSet<Vec<i64>> =
        frontier.clone().map(|point| point.values.iter().map(|value| value.raw()).collect()).collect();
    let agreed = central.zone_frontier.value().into_iter().flatten();
    for point in frontier.chain(agreed).take(MOST_PICKED as usize) {
        let package = listing.put(&point.package, &[], plain(&point.values));
        package.kind = Some(stands(&point.package));
    }
    let lines = [&central.frontier_segments, &central.zone_segments];
    for line in lines.into_iter().filter_map(|lines| lines.value()).flatten().take(MOST_PICKED as usize) {
        for end in [&line.from, &line.to] {
            let package = listing.put(&end.package.options, &end.package.numbers, plain(&end.values));
            package.on_frontier = end.on_frontier;
        }
    }
    for leading in &deals.packages {
        let package = listing.put(&leading.package, &[], plain(&leading.values));
        package.kind = Some(stands(&leading.package));
        package.letter = Some(leading.letter.clone());
    }
    if let Some(solutions) = central.chosen() {
        for each in &SOLUTION_CONCEPTS {
            if let Some(solution) = (each.of)(solutions) {
                let package = listing.put(&solution.point.package, &[], plain(&solution.point.values));
                package.kind = Some(stands(&solution.point.package));
                package.roles.push(each.name.to_owned());
            }
        }
    } else if let Some(margin) = &central.margin {
        let package = listing.put(&margin.package, &[], worth(&margin.package));
        package.kind = Some(stands(&margin.package));
        package.roles.push("nearest to agreement".to_owned());
    }
    let keys: Vec<(Key, usize)> = listing.places.drain().collect();
    for ((package, numbers), place) in keys {
        if numbers.is_empty() {
            let raw: Vec<i64> = space.values(&package).iter().map(|value| value.raw()).collect();
            listing.packages[place].on_frontier |= best.contains(&raw);
        }
    }
    (listing.packages, whole)
}

fn plain(values: &[detente_deals::Units]) -> Vec<f64> {
    values.iter().map(|value| value.to_f64()).collect()
}

//! One way in which everything that is doubtful could turn out.
//!
//! A [`World`] gives every number of a case one value, every proposition an answer, and every position its
//! weights. [`Worlds`] makes them: the central one, and as many drawn ones as are asked for.
//!
//! Draws are counter-based. Each doubtful input owns a key, a hash of its path; its uniform number in draw i is
//! read from the `ChaCha8` stream i of the seed at the position of that key. So draw i does not depend on how many
//! threads compute or in which order, and adding one judgement to a case leaves the draws of all others as they
//! were: two variants of a case are compared on common random numbers.

use rand::SeedableRng;
use rand::rand_core::Rng;
use rand::rngs::ChaCha8Rng;

use crate::{
    Actor, Case, Combination, IssueId, NumberId, PositionId, PropositionId, Reservation, Uncertain,
    Valuation, Weights, ordered_weights, rank_order_centroid,
};

/// Something about a case that is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Input {
    /// A number stated as a range, or one that an amendment turns into a range.
    Number(NumberId),
    /// The weights of a position of which only the order is stated.
    Order(PositionId),
    /// Whether a proposition is true.
    Truth(PropositionId),
}

impl Input {
    /// The name by which people know it: the path in the case file.
    pub fn path(self, case: &Case) -> String {
        match self {
            Self::Number(id) => case.numbers[id].path.clone(),
            Self::Order(id) => format!("positions.{}.importance", case.actor_id(case.position(id).of)),
            Self::Truth(id) => format!("propositions.{}", case.propositions[id.0].id),
        }
    }
}

/// An input with the coordinates of the unit cube that decide it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coordinates {
    /// What they decide.
    pub input: Input,
    /// The first of them.
    pub first: usize,
    /// How many there are.
    pub len: usize,
    key: u64,
}

/// The maker of worlds for one case and one seed.
///
/// ```
/// use detente_model::{Case, Number, Uncertain, Worlds};
///
/// let mut case = Case::default();
/// let patience = case.numbers.add(Number::new("patience", Uncertain::uniform(0.3, 0.5).unwrap()));
/// let worlds = Worlds::new(&case, 1);
/// assert_eq!(worlds.central().number(patience), 0.4);
/// assert_eq!(worlds.draw(7), worlds.draw(7));
/// ```
#[derive(Debug, Clone)]
pub struct Worlds<'a> {
    case: &'a Case,
    seed: u64,
    inputs: Vec<Coordinates>,
    dimension: usize,
    number_coordinate: Vec<Option<usize>>,
    order_coordinate: Vec<usize>,
    truth_coordinate: Vec<usize>,
}

impl<'a> Worlds<'a> {
    /// Lays out the doubtful inputs of a case.
    pub fn new(case: &'a Case, seed: u64) -> Self {
        let mut worlds = Self {
            case,
            seed,
            inputs: Vec::new(),
            dimension: 0,
            number_coordinate: vec![None; case.numbers.len()],
            order_coordinate: vec![0; case.positions.len()],
            truth_coordinate: vec![0; case.propositions.len()],
        };
        let mut doubtful: Vec<bool> = case.numbers.iter().map(|(_, n)| !n.value.is_known()).collect();
        for amendment in case.propositions.iter().flat_map(|p| p.when_true.iter().chain(&p.when_false)) {
            doubtful[amendment.number.0] |= !amendment.value.is_known();
        }
        for (i, _) in doubtful.iter().enumerate().filter(|(_, doubtful)| **doubtful) {
            worlds.number_coordinate[i] = Some(worlds.add(Input::Number(NumberId(i)), 1));
        }
        for (i, position) in case.positions.iter().enumerate() {
            if let Weights::Order(groups) = &position.weights {
                let count: usize = groups.iter().map(Vec::len).sum();
                if count > 1 {
                    worlds.order_coordinate[i] = worlds.add(Input::Order(PositionId(i)), count);
                }
            }
        }
        for i in 0..case.propositions.len() {
            worlds.truth_coordinate[i] = worlds.add(Input::Truth(PropositionId(i)), 1);
        }
        worlds
    }

    fn add(&mut self, input: Input, len: usize) -> usize {
        let first = self.dimension;
        self.inputs.push(Coordinates { input, first, len, key: key_of(&input.path(self.case)) });
        self.dimension += len;
        first
    }

    /// The case that they are worlds of.
    pub fn case(&self) -> &'a Case {
        self.case
    }

    /// Everything that is in doubt, with its coordinates.
    pub fn inputs(&self) -> &[Coordinates] {
        &self.inputs
    }

    /// How many coordinates there are in all.
    pub fn dimension(&self) -> usize {
        self.dimension
    }

    /// The point of the unit cube that is draw number `draw`.
    pub fn unit_point(&self, draw: u64) -> Vec<f64> {
        let mut rng = ChaCha8Rng::seed_from_u64(self.seed);
        rng.set_stream(draw);
        let mut point = Vec::with_capacity(self.dimension);
        for coordinates in &self.inputs {
            // 2^24 words for each key: more than any order of importance needs.
            rng.set_word_pos(u128::from(coordinates.key) << 24);
            point.extend((0..coordinates.len).map(|_| (rng.next_u64() >> 11) as f64 / (1u64 << 53) as f64));
        }
        point
    }

    /// Draw number `draw`.
    pub fn draw(&self, draw: u64) -> World {
        self.at(&self.unit_point(draw))
    }

    /// The world at a point of the unit cube, one coordinate in [0, 1) for each of [`Self::dimension`].
    ///
    /// # Panics
    /// If the point has fewer coordinates.
    pub fn at(&self, point: &[f64]) -> World {
        self.at_believing(point, |id, stated| stated(self.case.propositions[id.0].prior))
    }

    /// As [`Self::draw`], with a belief other than the prior; see [`Self::at_believing`].
    pub fn draw_believing(
        &self,
        draw: u64,
        belief: impl Fn(PropositionId, &dyn Fn(NumberId) -> f64) -> f64,
    ) -> World {
        self.at_believing(&self.unit_point(draw), belief)
    }

    /// As [`Self::at`], but each proposition is true with the probability that `belief` gives it, not with its
    /// prior: after the claims are heard, for example.
    ///
    /// `belief` is handed the proposition and the value of every number at this point, before any proposition
    /// amends it, so that a belief worked out from uncertain numbers stays in step with them. The
    /// coordinate that decides a proposition is the same whatever the belief: worlds under two beliefs differ only
    /// where the beliefs do.
    ///
    /// # Panics
    /// If the point has fewer coordinates than [`Self::dimension`].
    pub fn at_believing(
        &self,
        point: &[f64],
        belief: impl Fn(PropositionId, &dyn Fn(NumberId) -> f64) -> f64,
    ) -> World {
        let uniform = |id: NumberId| self.number_coordinate[id.0].map_or(0.5, |k| point[k]);
        self.assemble(
            |id, value| value.quantile(uniform(id)),
            |i, numbers| {
                point[self.truth_coordinate[i]] < belief(PropositionId(i), &|id: NumberId| numbers[id.0])
            },
            |i, groups, count| {
                let first = self.order_coordinate[i];
                ordered_weights(groups, &point[first..first + count])
            },
        )
    }

    /// The world in which every number has its central value. A proposition is taken as true when its prior is
    /// above one half.
    pub fn central(&self) -> World {
        self.assemble(
            |_, value| value.central(),
            |i, numbers| numbers[self.case.propositions[i].prior.0] > 0.5,
            |_, groups, _| rank_order_centroid(groups),
        )
    }

    fn assemble(
        &self,
        number: impl Fn(NumberId, Uncertain) -> f64,
        truth: impl Fn(usize, &[f64]) -> bool,
        order: impl Fn(usize, &[Vec<usize>], usize) -> Vec<f64>,
    ) -> World {
        let case = self.case;
        let mut numbers: Vec<f64> = case.numbers.iter().map(|(id, n)| number(id, n.value)).collect();
        let truths: Vec<bool> = (0..case.propositions.len()).map(|i| truth(i, &numbers)).collect();
        for (proposition, holds) in case.propositions.iter().zip(&truths) {
            let amendments = if *holds { &proposition.when_true } else { &proposition.when_false };
            for amendment in amendments {
                numbers[amendment.number.0] = number(amendment.number, amendment.value);
            }
        }
        let weights = case
            .positions
            .iter()
            .enumerate()
            .map(|(i, position)| {
                let mut weights = vec![0.0; case.issues.len()];
                match &position.weights {
                    Weights::Stated(stated) => {
                        let total: f64 = stated.iter().map(|(_, id)| numbers[id.0]).sum();
                        for (issue, id) in stated {
                            weights[issue.0] =
                                if total > 0.0 { numbers[id.0] / total } else { 1.0 / stated.len() as f64 };
                        }
                    }
                    Weights::Order(groups) => {
                        let issues: Vec<IssueId> = groups.iter().flatten().copied().collect();
                        let mut next = 0;
                        let items: Vec<Vec<usize>> = groups
                            .iter()
                            .map(|group| {
                                next += group.len();
                                (next - group.len()..next).collect()
                            })
                            .collect();
                        let drawn = match issues.len() {
                            1 => vec![1.0],
                            count => order(i, &items, count),
                        };
                        for (issue, weight) in issues.into_iter().zip(drawn) {
                            weights[issue.0] = weight;
                        }
                    }
                }
                weights
            })
            .collect();
        World { numbers, truths, weights }
    }
}

/// FNV-1a over the path: stable across platforms, versions and the order of the file.
fn key_of(path: &str) -> u64 {
    let hash = path.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    // Word positions have 68 bits, of which 24 lie inside the key's own stretch.
    hash >> 20
}

/// A case with every doubt resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct World {
    numbers: Vec<f64>,
    truths: Vec<bool>,
    weights: Vec<Vec<f64>>,
}

impl World {
    /// The value of a number.
    pub fn number(&self, id: NumberId) -> f64 {
        self.numbers[id.0]
    }

    /// Whether a proposition is true.
    pub fn holds(&self, id: PropositionId) -> bool {
        self.truths[id.0]
    }

    /// The weights of a position, one an issue, summing to 1.
    pub fn weights(&self, id: PositionId) -> &[f64] {
        &self.weights[id.0]
    }

    /// The value in [0, 1] that a position gives to an option, before weighting; 0 where it states none.
    pub fn option_value(&self, case: &Case, position: PositionId, issue: IssueId, option: usize) -> f64 {
        let stated = case.position(position).issues.iter().find(|p| p.issue == issue);
        let Some(valuation) = stated.and_then(|p| p.valuation.as_ref()) else { return 0.0 };
        let at = || case.issue(issue).options[option].number().unwrap_or(0.0);
        match valuation {
            Valuation::Table(values) => self.number(values[option]),
            Valuation::Linear { ideal, worst } => {
                let (ideal, worst) = (self.number(*ideal), self.number(*worst));
                if ideal == worst {
                    // Both ends fell together: the only stated difference is to be there or not.
                    return f64::from(u8::from(at() == ideal));
                }
                ((at() - worst) / (ideal - worst)).clamp(0.0, 1.0)
            }
            Valuation::Piecewise(points) => interpolate(points, at(), |id| self.number(id)),
        }
    }

    /// Everything that an actor wants, as numbers; `None` for an actor without a position.
    pub fn preferences(&self, case: &Case, actor: Actor) -> Option<Preferences> {
        let id = case.position_of(actor)?;
        let position = case.position(id);
        let weights = self.weights(id);
        let worth = case
            .issues
            .iter()
            .enumerate()
            .map(|(k, issue)| {
                (0..issue.options.len())
                    .map(|option| match weights[k] {
                        0.0 => 0.0,
                        weight => weight * self.option_value(case, id, IssueId(k), option),
                    })
                    .collect()
            })
            .collect();
        let mut refused: Vec<Vec<bool>> =
            case.issues.iter().map(|issue| vec![false; issue.options.len()]).collect();
        for stated in &position.issues {
            for (option, choice) in case.issue(stated.issue).options.iter().enumerate() {
                let beyond = choice.number().is_some_and(|x| {
                    stated.at_most.is_some_and(|id| x > self.number(id))
                        || stated.at_least.is_some_and(|id| x < self.number(id))
                });
                refused[stated.issue.0][option] = beyond || stated.never.contains(&option);
            }
        }
        let reservation = match &position.reservation {
            Reservation::Value(id) => Floor::Value(self.number(*id)),
            Reservation::Package(options) => Floor::Package(options.clone()),
        };
        let interactions = case
            .interactions
            .iter()
            .filter(|interaction| interaction.of == actor)
            .map(|interaction| (interaction.when.clone(), self.number(interaction.value)))
            .collect();
        Some(Preferences { worth, refused, reservation, interactions })
    }
}

/// Linear between the points, flat beyond.
fn interpolate(points: &[(f64, NumberId)], x: f64, number: impl Fn(NumberId) -> f64) -> f64 {
    let after = points.partition_point(|(at, _)| *at <= x);
    match (after.checked_sub(1).map(|i| points[i]), points.get(after)) {
        (None, None) => 0.0,
        (None, Some((_, id))) => number(*id),
        (Some((_, id)), None) => number(id),
        (Some((x0, y0)), Some((x1, y1))) => {
            let (y0, y1) = (number(y0), number(*y1));
            y0 + (x - x0) / (x1 - x0) * (y1 - y0)
        }
    }
}

/// What one actor wants in one world.
#[derive(Debug, Clone, PartialEq)]
pub struct Preferences {
    /// Weighted worth of each option of each issue, `w_k · v_k(option)`.
    pub worth: Vec<Vec<f64>>,
    /// Options that cross a red line.
    pub refused: Vec<Vec<bool>>,
    /// What no agreement is worth.
    pub reservation: Floor,
    /// What is added when certain options come together.
    pub interactions: Vec<(Combination, f64)>,
}

/// What no agreement is worth, in one world.
#[derive(Debug, Clone, PartialEq)]
pub enum Floor {
    /// A value on the actor's own scale.
    Value(f64),
    /// As much as these options with every other issue at its worst.
    Package(Vec<(IssueId, usize)>),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Amendment, Number, Position, Proposition};

    fn proposition(id: &str, prior: NumberId, when_true: Vec<Amendment>) -> Proposition {
        let (id, text) = (id.to_owned(), String::new());
        Proposition { id, text, prior, when_true, when_false: Vec::new(), place: None }
    }

    fn doubtful_case() -> Case {
        let mut case = Case::default();
        case.numbers.add(Number::new("a", Uncertain::uniform(0.0, 1.0).unwrap()));
        case.numbers.add(Number::new("b", Uncertain::triangular(0.0, 0.2, 1.0).unwrap()));
        case
    }

    #[test]
    fn a_new_judgement_leaves_the_draws_of_the_others_alone() {
        let before = doubtful_case();
        let mut after = doubtful_case();
        after.numbers.add(Number::new("c", Uncertain::uniform(2.0, 3.0).unwrap()));
        let (before, after) = (Worlds::new(&before, 9), Worlds::new(&after, 9));
        for draw in 0..50 {
            for number in [NumberId(0), NumberId(1)] {
                assert_eq!(
                    before.draw(draw).number(number).to_bits(),
                    after.draw(draw).number(number).to_bits()
                );
            }
        }
    }

    #[test]
    fn draws_have_the_mean_of_their_distribution() {
        let case = doubtful_case();
        let worlds = Worlds::new(&case, 3);
        let draws = 20_000;
        let mean = |id| (0..draws).map(|i| worlds.draw(i).number(id)).sum::<f64>() / draws as f64;
        // Standard errors are below 0.29/141 = 0.0021; four of them.
        assert!((mean(NumberId(0)) - 0.5).abs() < 0.0083);
        assert!((mean(NumberId(1)) - 0.4).abs() < 0.0083);
    }

    #[test]
    fn a_true_proposition_amends_its_number() {
        let mut case = doubtful_case();
        let prior = case.numbers.add(Number::new("propositions.p.prior", 0.3));
        let amendment = Amendment { number: NumberId(0), value: Uncertain::Known(7.0), place: None };
        case.propositions.push(proposition("p", prior, vec![amendment]));
        let worlds = Worlds::new(&case, 5);
        let mut held = 0;
        for i in 0..5_000 {
            let world = worlds.draw(i);
            assert_eq!(world.number(NumberId(0)) == 7.0, world.holds(PropositionId(0)));
            held += u32::from(world.holds(PropositionId(0)));
        }
        // A share of 0.3 in 5,000 draws has a standard error of 0.0065; four of them.
        assert!((f64::from(held) / 5_000.0 - 0.3).abs() < 0.026);
        assert!(!worlds.central().holds(PropositionId(0)));
    }

    #[test]
    fn a_belief_replaces_the_prior_and_nothing_else() {
        let mut case = doubtful_case();
        let prior = case.numbers.add(Number::new("propositions.p.prior", 0.3));
        let amendment = Amendment { number: NumberId(0), value: Uncertain::Known(7.0), place: None };
        case.propositions.push(proposition("p", prior, vec![amendment]));
        let worlds = Worlds::new(&case, 5);
        let mut held = 0;
        for i in 0..5_000 {
            // The belief sees the number before the proposition amends it.
            let world = worlds.draw_believing(i, |_, stated| {
                assert!(stated(NumberId(0)) < 1.0);
                0.8
            });
            let before = worlds.draw(i);
            assert!(world.holds(PropositionId(0)) || !before.holds(PropositionId(0)));
            assert_eq!(world.number(NumberId(1)).to_bits(), before.number(NumberId(1)).to_bits());
            held += u32::from(world.holds(PropositionId(0)));
            assert_eq!(before, worlds.draw_believing(i, |_, stated| stated(prior)));
        }
        // A share of 0.8 in 5,000 draws has a standard error of 0.0057; four of them.
        assert!((f64::from(held) / 5_000.0 - 0.8).abs() < 0.023);
    }

    #[test]
    fn stated_weights_are_rescaled_in_every_world() {
        let mut case = doubtful_case();
        let issue = |id: &str| crate::Issue {
            id: id.to_owned(),
            name: id.to_owned(),
            unit: None,
            options: vec![crate::Choice::Text("x".to_owned())],
            continuous: false,
            place: None,
        };
        case.issues = vec![issue("p"), issue("q")];
        let reservation = case.numbers.add(Number::new("r", 0.0));
        case.positions.push(Position {
            of: Actor::Party(crate::PartyId(0)),
            reservation: Reservation::Value(reservation),
            weights: Weights::Stated(vec![(IssueId(0), NumberId(0)), (IssueId(1), NumberId(1))]),
            issues: Vec::new(),
            cite: Vec::new(),
            note: None,
            place: None,
        });
        let worlds = Worlds::new(&case, 1);
        for i in 0..100 {
            let world = worlds.draw(i);
            let weights = world.weights(PositionId(0));
            assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            let (a, b) = (world.number(NumberId(0)), world.number(NumberId(1)));
            assert!((weights[0] * (a + b) - a).abs() < 1e-12);
        }
    }

    #[test]
    fn piecewise_values_are_flat_beyond_their_points() {
        let numbers = [1.0, 0.8, 0.0];
        let points = [(0.0, NumberId(0)), (42.0, NumberId(1)), (360.0, NumberId(2))];
        let at = |x| interpolate(&points, x, |id| numbers[id.0]);
        assert_eq!((at(-5.0), at(42.0), at(999.0)), (1.0, 0.8, 0.0));
        assert!((at(21.0) - 0.9).abs() < 1e-12);
    }
}

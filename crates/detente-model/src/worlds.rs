//! The ways in which everything that is doubtful could turn out.
//!
//! [`Worlds`] makes them: the central one, and as many drawn ones as are asked for. A [`World`] gives every number of a case one
//! value, every proposition an answer, and every position its weights.
//!
//! Draws are counter-based. Each doubtful input owns a key, a hash of its path; its uniform number in draw i is
//! read from the `ChaCha8` stream i of the seed at the position of that key. So draw i does not depend on how many
//! threads compute or in which order, and adding one judgement to a case leaves the draws of all others as they
//! were: two variants of a case are compared on common random numbers.
//!
//! Packages that a side has compared restrict its weights by what the options are worth in the world at hand; see
//! `weights_left.rs` for the distribution. Where the comparisons contradict each other, the world is not one that the case allows: draw i
//! is then made anew, from the next of the streams `i + attempt · 2⁴⁰`, so that draws are those of the case given that what was
//! stated can be true. [`Worlds::agreement`] says how often it can.

use rand::SeedableRng;
use rand::rand_core::Rng;
use rand::rngs::ChaCha8Rng;

use std::sync::{Arc, OnceLock};

use crate::belief::Belief;
use crate::kept::Kept;
use crate::weights_left::{Open, comparison_constraint};
use crate::{
    Amendment, Case, Collective, Constraint, NumberId, PositionId, PropositionId, Share, Talks, Uncertain,
    Valuation, Weights, World, ordered_weights, rank_order_centroid,
};

/// How often a draw is made in which comparisons contradict each other, before it is kept as it is, with the weights of a case without
/// these comparisons. The reader refuses cases in which that would happen.
pub const MOST_ATTEMPTS: u64 = 1_000;

/// Something about a case that is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Input {
    /// A number stated as a range, or one that an amendment turns into a range.
    Number(NumberId),
    /// The weights of a position of which only the order is stated.
    Order(PositionId),
    /// What the comparisons of packages leave of the weights of a position, beside its ranges or its order.
    Comparisons(PositionId),
    /// Whether a proposition is true.
    Truth(PropositionId),
}

impl Input {
    /// The name by which people know it: the path in the case file.
    pub fn path(self, case: &Case) -> String {
        match self {
            Self::Number(id) => case.numbers[id].path.clone(),
            Self::Order(id) => format!("positions.{}.importance", case.actor_id(case.position(id).of)),
            Self::Comparisons(id) => format!("prefers.{}", case.actor_id(case.position(id).of)),
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

/// Inputs that belong together: the weights of one position, or a single input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The name by which people know it.
    pub path: String,
    /// The coordinates of the unit cube that decide it, ascending.
    pub coordinates: Vec<usize>,
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
pub struct Worlds {
    case: Arc<Case>,
    seed: u64,
    belief: Belief,
    inputs: Vec<Coordinates>,
    dimension: usize,
    number_coordinate: Vec<Option<usize>>,
    order_coordinate: Vec<usize>,
    truth_coordinate: Vec<usize>,
    /// For each position the comparisons that restrict its weights.
    comparisons: Vec<Vec<usize>>,
    comparison_coordinate: Vec<usize>,
    /// Whether comparisons may contradict each other in some worlds and not in others.
    may_contradict: bool,
    central: OnceLock<World>,
    kept: Arc<Kept>,
}

impl Worlds {
    /// Lays out the doubtful inputs of a case. A case that is only lent is copied.
    pub fn new(case: impl Into<Arc<Case>>, seed: u64) -> Self {
        let shared = case.into();
        let case = shared.as_ref();
        let mut worlds = Self {
            case: Arc::clone(&shared),
            seed,
            belief: Belief::Prior,
            inputs: Vec::new(),
            dimension: 0,
            number_coordinate: vec![None; case.numbers.len()],
            order_coordinate: vec![0; case.positions.len()],
            truth_coordinate: vec![0; case.propositions.len()],
            comparisons: vec![Vec::new(); case.positions.len()],
            comparison_coordinate: vec![0; case.positions.len()],
            may_contradict: false,
            central: OnceLock::new(),
            kept: Arc::default(),
        };
        let mut doubtful: Vec<bool> = case.numbers.iter().map(|(_, n)| !n.value.is_known()).collect();
        let mut beside = vec![false; doubtful.len()];
        let of_talks = case.talks.iter().flat_map(Talks::numbers);
        for id in of_talks.chain(case.collective.iter().flat_map(Collective::numbers)) {
            beside[id.0] = true;
        }
        for amendment in case.propositions.iter().flat_map(|p| p.when_true.iter().chain(&p.when_false)) {
            doubtful[amendment.number.0] |= !amendment.value.is_known();
        }
        for (i, _) in doubtful.iter().enumerate().filter(|(i, doubtful)| **doubtful && !beside[*i]) {
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
        for (i, comparison) in case.comparisons.iter().enumerate() {
            if let Some(position) = case.position_of(comparison.of) {
                worlds.comparisons[position.0].push(i);
            }
        }
        for i in 0..case.positions.len() {
            if !worlds.comparisons[i].is_empty() {
                worlds.comparison_coordinate[i] = worlds.add(Input::Comparisons(PositionId(i)), 1);
                worlds.may_contradict |= worth_varies(case, PositionId(i), &doubtful);
            }
        }
        for i in 0..case.propositions.len() {
            worlds.truth_coordinate[i] = worlds.add(Input::Truth(PropositionId(i)), 1);
        }
        worlds
    }

    /// The same worlds, but with every proposition as likely as `belief` says and not as its prior: after the
    /// claims are heard, for example. What decides a proposition stays the same, so that two beliefs give worlds that
    /// differ only where the beliefs do.
    ///
    /// ```
    /// use detente_model::{Case, Number, Proposition, PropositionId, Worlds};
    ///
    /// let mut case = Case::default();
    /// let prior = case.numbers.add(Number::new("propositions.p.prior", 0.3));
    /// # let (id, text) = ("p".to_owned(), String::new());
    /// case.propositions.push(Proposition { id, text, prior, when_true: vec![], when_false: vec![], place: None });
    /// let worlds = Worlds::new(&case, 1);
    /// assert!(!worlds.central().holds(PropositionId(0)));
    /// let told = worlds.believing(move |_, stated| 2.0 * stated(prior));
    /// assert!(told.central().holds(PropositionId(0)));
    /// ```
    pub fn believing(
        mut self,
        belief: impl Fn(PropositionId, &dyn Fn(NumberId) -> f64) -> f64 + Send + Sync + 'static,
    ) -> Self {
        self.belief = Belief::Other(Arc::new(belief));
        self.central = OnceLock::new();
        self.kept = Arc::default();
        self
    }

    fn believed(&self, id: PropositionId, stated: &dyn Fn(NumberId) -> f64) -> f64 {
        match &self.belief {
            Belief::Prior => stated(self.case.propositions[id.0].prior),
            Belief::Other(belief) => belief(id, stated),
        }
    }

    fn add(&mut self, input: Input, len: usize) -> usize {
        let first = self.dimension;
        self.inputs.push(Coordinates { input, first, len, key: key_of(&input.path(&self.case)) });
        self.dimension += len;
        first
    }

    /// The case that they are worlds of.
    pub fn case(&self) -> &Arc<Case> {
        &self.case
    }

    /// The seed that they are drawn from.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Everything that is in doubt, with its coordinates.
    pub fn inputs(&self) -> &[Coordinates] {
        &self.inputs
    }

    /// How many coordinates there are in all.
    pub fn dimension(&self) -> usize {
        self.dimension
    }

    /// The inputs, those taken together that decide the weights of one position.
    pub fn groups(&self) -> Vec<Group> {
        let weighs = |position: &crate::Position, id: NumberId| match &position.weights {
            Weights::Stated(list) => list.iter().any(|(_, weight)| *weight == id),
            Weights::Order(_) => false,
        };
        let mut groups: Vec<(Group, Option<PositionId>)> = Vec::new();
        for coordinates in &self.inputs {
            let position = match coordinates.input {
                Input::Number(id) => self.case.positions.iter().position(|p| weighs(p, id)).map(PositionId),
                Input::Order(id) | Input::Comparisons(id) => Some(id),
                Input::Truth(_) => None,
            };
            let own = coordinates.first..coordinates.first + coordinates.len;
            let begun = groups.iter_mut().find(|(_, of)| of.is_some() && *of == position);
            if let Some((group, _)) = begun {
                group.coordinates.extend(own);
            } else {
                let path = match (coordinates.input, position) {
                    (Input::Order(_), _) | (_, None) => coordinates.input.path(&self.case),
                    (_, Some(id)) => {
                        format!("positions.{}.weights", self.case.actor_id(self.case.position(id).of))
                    }
                };
                groups.push((Group { path, coordinates: own.collect() }, position));
            }
        }
        groups.into_iter().map(|(group, _)| group).collect()
    }

    /// The point of the unit cube that is draw number `draw`.
    pub fn unit_point(&self, draw: u64) -> Vec<f64> {
        if self.may_contradict { self.settled(draw).0 } else { self.attempt(draw, 0) }
    }

    /// The first point of a draw, or, where comparisons contradict each other there, a further one.
    fn attempt(&self, draw: u64, attempt: u64) -> Vec<f64> {
        let mut rng = self.stream(draw.wrapping_add(attempt << 40));
        let mut point = Vec::with_capacity(self.dimension);
        for coordinates in &self.inputs {
            point.extend(uniforms(&mut rng, coordinates.key, coordinates.len));
        }
        point
    }

    /// Uniform numbers in [0, 1) that a path owns in a draw: for judgements that are no numbers of the case, and so no
    /// coordinates of the unit cube.
    pub fn uniforms(&self, draw: u64, path: &str, count: usize) -> Vec<f64> {
        uniforms(&mut self.stream(draw), key_of(path), count).collect()
    }

    fn stream(&self, stream: u64) -> ChaCha8Rng {
        let mut rng = ChaCha8Rng::seed_from_u64(self.seed);
        rng.set_stream(stream);
        rng
    }

    /// The first attempt at a draw in which all comparisons can hold.
    fn settled(&self, draw: u64) -> (Vec<f64>, World) {
        let attempted = |attempt: u64| {
            let point = self.attempt(draw, attempt);
            let world = self.at(&point);
            (point, world)
        };
        let mut found = attempted(0);
        for attempt in 1..MOST_ATTEMPTS {
            if !self.may_contradict || found.1.contradicted.is_empty() {
                break;
            }
            found = attempted(attempt);
        }
        found
    }

    /// Draw number `draw`. The first [`MOST_KEPT`](crate::MOST_KEPT) are made once and kept, for whoever asks again.
    pub fn draw(&self, draw: u64) -> Arc<World> {
        self.kept.world(draw, || self.settled(draw).1)
    }

    /// Draw number `draw` of what the ranges allow, whether or not comparisons agree in it; see [`World::contradicted`].
    pub fn regardless(&self, draw: u64) -> World {
        self.at(&self.attempt(draw, 0))
    }

    /// In what share of the worlds that the ranges allow the comparisons of packages can all hold, from the first attempts at so many
    /// draws; `None` if nobody has compared any.
    pub fn agreement(&self, draws: u64) -> Option<Share> {
        if self.case.comparisons.is_empty() {
            return None;
        }
        let agrees = |draw: &u64| self.regardless(*draw).contradicted.is_empty();
        Some(Share::of((0..draws).filter(agrees).count() as u64, draws))
    }

    /// The world at a point of the unit cube, one coordinate in [0, 1) for each of [`Self::dimension`].
    ///
    /// # Panics
    /// If the point has fewer coordinates.
    pub fn at(&self, point: &[f64]) -> World {
        self.at_believing(point, |id, stated| self.believed(id, stated))
    }

    /// As [`Self::draw`], with a belief other than the prior; see [`Self::at_believing`].
    pub fn draw_believing(
        &self,
        draw: u64,
        belief: impl Fn(PropositionId, &dyn Fn(NumberId) -> f64) -> f64,
    ) -> World {
        self.at_believing(&self.unit_point(draw), belief)
    }

    /// As [`Self::at`], but each proposition is true with the probability that `belief` gives it; see
    /// [`Self::believing`] for worlds that always believe it.
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
        self.assembled(point, belief, |id, value| value.quantile(uniform(id)), &[])
    }

    /// Draw number `draw` where some numbers are amended on top of what propositions amend, the later amendments overruling the earlier ones:
    /// what a world turns into when something happens in it. Everything else stays as it was drawn, and a number that was amended lies as far up
    /// its new range as it lay in its old one.
    pub fn amended(&self, draw: u64, further: &[Amendment]) -> World {
        let point = self.unit_point(draw);
        // What an amendment alone makes doubtful has no coordinate; it draws from its path all the same.
        let uniform = |id: NumberId| match self.number_coordinate[id.0] {
            Some(k) => point[k],
            None => self.drawn_for(draw, id),
        };
        let belief = |id: PropositionId, stated: &dyn Fn(NumberId) -> f64| self.believed(id, stated);
        let number = |id, value: Uncertain| {
            if value.is_known() { value.central() } else { value.quantile(uniform(id)) }
        };
        self.assembled(&point, belief, number, further)
    }

    /// What a draw makes of a number that is no part of its world: one of the talks or of a body that decides, where `world` says what it may be.
    pub fn number_beside(&self, draw: u64, world: &World, id: NumberId) -> f64 {
        let value = world.stated(id);
        if value.is_known() { value.central() } else { value.quantile(self.drawn_for(draw, id)) }
    }

    /// The uniform number that the path of a number owns in a draw.
    fn drawn_for(&self, draw: u64, id: NumberId) -> f64 {
        self.uniforms(draw, &self.case.numbers[id].path, 1).first().copied().unwrap_or(0.5)
    }

    fn assembled(
        &self,
        point: &[f64],
        belief: impl Fn(PropositionId, &dyn Fn(NumberId) -> f64) -> f64,
        number: impl Fn(NumberId, Uncertain) -> f64,
        further: &[Amendment],
    ) -> World {
        self.assemble(
            further,
            number,
            |i, numbers| {
                point[self.truth_coordinate[i]] < belief(PropositionId(i), &|id: NumberId| numbers[id.0])
            },
            |i, groups, count| {
                let first = self.order_coordinate[i];
                ordered_weights(groups, &point[first..first + count])
            },
            |i, open, first, comparisons| {
                open.draw(first, comparisons, point[self.comparison_coordinate[i]].to_bits())
            },
        )
    }

    /// The world in which every number has its central value. A proposition is taken as true when it is then likelier
    /// than not. Weights that comparisons of packages cut are at the mean of what is left.
    pub fn central(&self) -> &World {
        let central = || {
            self.assemble(
                &[],
                |_, value| value.central(),
                |i, numbers| self.believed(PropositionId(i), &|id: NumberId| numbers[id.0]) > 0.5,
                |_, groups, _| rank_order_centroid(groups),
                |_, open, _, comparisons| open.middle(comparisons),
            )
        };
        self.central.get_or_init(central)
    }

    /// `left` gives the weights that comparisons leave, from the first proposal; `None` if they leave none.
    fn assemble(
        &self,
        further: &[Amendment],
        number: impl Fn(NumberId, Uncertain) -> f64,
        truth: impl Fn(usize, &[f64]) -> bool,
        order: impl Fn(usize, &[Vec<usize>], usize) -> Vec<f64>,
        left: impl Fn(usize, &Open, Vec<f64>, &[Constraint]) -> Option<Vec<f64>>,
    ) -> World {
        let case = self.case.as_ref();
        let mut numbers: Vec<f64> = case.numbers.iter().map(|(id, n)| number(id, n.value)).collect();
        let truths: Vec<bool> = (0..case.propositions.len()).map(|i| truth(i, &numbers)).collect();
        for (proposition, holds) in case.propositions.iter().zip(&truths) {
            let amendments = if *holds { &proposition.when_true } else { &proposition.when_false };
            for amendment in amendments {
                numbers[amendment.number.0] = number(amendment.number, amendment.value);
            }
        }
        for amendment in further {
            numbers[amendment.number.0] = number(amendment.number, amendment.value);
        }
        let mut world = World {
            case: Arc::clone(&self.case),
            numbers,
            truths,
            weights: Vec::with_capacity(case.positions.len()),
            contradicted: Vec::new(),
            further: further.to_vec(),
        };
        for (i, position) in case.positions.iter().enumerate() {
            let mut raw = match &position.weights {
                Weights::Stated(stated) => stated.iter().map(|(_, id)| world.number(*id)).collect(),
                Weights::Order(groups) => match Open::of(&position.weights, |id| case.numbers[id].value) {
                    Open::Ordered { groups, count } if count > 1 => order(i, &groups, count),
                    _ => vec![1.0; groups.iter().map(Vec::len).sum()],
                },
            };
            if !self.comparisons[i].is_empty() {
                let open = Open::of(&position.weights, |id| world.stated(id));
                let own = self.comparisons[i].iter().map(|c| &case.comparisons[*c]);
                let comparisons: Vec<Constraint> =
                    own.map(|comparison| comparison_constraint(&world, PositionId(i), comparison)).collect();
                match left(i, &open, raw.clone(), &comparisons) {
                    Some(weights) => raw = weights,
                    None => world.contradicted.push(PositionId(i)),
                }
            }
            let mut weights = vec![0.0; case.issues.len()];
            match &position.weights {
                Weights::Stated(stated) => {
                    let total: f64 = raw.iter().sum();
                    for ((issue, id), raw) in stated.iter().zip(&raw) {
                        world.numbers[id.0] = *raw;
                        weights[issue.0] = if total > 0.0 { raw / total } else { 1.0 / stated.len() as f64 };
                    }
                }
                Weights::Order(groups) => {
                    for (issue, weight) in groups.iter().flatten().zip(&raw) {
                        weights[issue.0] = *weight;
                    }
                }
            }
            world.weights.push(weights);
        }
        world
    }
}

/// Whether what the options are worth to a position may differ from world to world.
fn worth_varies(case: &Case, position: PositionId, doubtful: &[bool]) -> bool {
    let amended = |id: NumberId| {
        let amendments = case.propositions.iter().flat_map(|p| p.when_true.iter().chain(&p.when_false));
        amendments.into_iter().any(|amendment| amendment.number == id)
    };
    let varies = |id: &NumberId| doubtful[id.0] || amended(*id);
    let position = case.position(position);
    let valued =
        position.issues.iter().filter_map(|p| p.valuation.as_ref()).any(|valuation| match valuation {
            Valuation::Table(values) => values.iter().any(varies),
            Valuation::Linear { ideal, worst } => varies(ideal) || varies(worst),
            Valuation::Piecewise(points) => points.iter().any(|(_, id)| varies(id)),
        });
    let weighed = match &position.weights {
        // An amendment can move a whole range of weights.
        Weights::Stated(list) => list.iter().any(|(_, id)| amended(*id)),
        Weights::Order(_) => false,
    };
    valued || weighed || case.interactions.iter().any(|i| i.of == position.of && varies(&i.value))
}

/// The numbers in [0, 1) at the position of a key.
fn uniforms(rng: &mut ChaCha8Rng, key: u64, count: usize) -> impl Iterator<Item = f64> {
    // 2^24 words for each key: more than any order of importance needs.
    rng.set_word_pos(u128::from(key) << 24);
    (0..count).map(|_| (rng.next_u64() >> 11) as f64 / (1u64 << 53) as f64)
}

/// FNV-1a over the path: stable across platforms, versions and the order of the file.
fn key_of(path: &str) -> u64 {
    let hash = path.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    // Word positions have 68 bits, of which 24 lie inside the key's own stretch.
    hash >> 20
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Actor, Amendment, IssueId, Number, Position, Proposition, Reservation};

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
            assert_eq!(*before, worlds.draw_believing(i, |_, stated| stated(prior)));
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
}

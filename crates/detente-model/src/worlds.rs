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

mod assembly;
mod chance;
mod inputs;
mod together;

use std::sync::{Arc, OnceLock};

use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

use self::assembly::worth_varies;
use self::chance::{key_of, uniforms};
pub use self::inputs::{Coordinates, Group, Input};
pub use self::together::Drawn;
use crate::belief::Belief;
use crate::kept::Kept;
use crate::{
    Amendment, Case, Collective, NumberId, PositionId, PropositionId, Share, Talks, Uncertain, Weights,
    World, rank_order_centroid,
};

/// How often a draw is made in which comparisons contradict each other, before it is kept as it is, with the weights of a case without
/// these comparisons. The reader refuses cases in which that would happen.
pub const MOST_ATTEMPTS: u64 = 1_000;

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

    /// The point of the unit cube that is draw number `draw`.
    pub fn unit_point(&self, draw: u64) -> Vec<f64> {
        if self.may_contradict { self.settled(draw, self.attempt(draw, 0)).0 } else { self.attempt(draw, 0) }
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

    /// The first attempt at a draw in which all comparisons can hold, where `first` is the point of the first of all.
    fn settled(&self, draw: u64, first: Vec<f64>) -> (Vec<f64>, World) {
        let attempted = |point: Vec<f64>| {
            let world = self.at(&point);
            (point, world)
        };
        let mut found = attempted(first);
        for attempt in 1..MOST_ATTEMPTS {
            if !self.may_contradict || found.1.contradicted.is_empty() {
                break;
            }
            found = attempted(self.attempt(draw, attempt));
        }
        found
    }

    /// Draw number `draw`. The first [`MOST_KEPT`](crate::MOST_KEPT) are made once and kept, for whoever asks again.
    pub fn draw(&self, draw: u64) -> Arc<World> {
        self.kept.world(draw, || self.settled(draw, self.attempt(draw, 0)).1)
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
}

#[cfg(test)]
mod tests;

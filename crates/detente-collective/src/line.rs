//! On one issue, with votes in proportion, what all actors add to a side is a sum of few powers of where they stand; with running sums over actors in the order of their places
//! it takes no longer for a thousand actors than for ten.
//!
//! Between two places `low` and `high`, at distances d and e from somebody with an attitude r to risk, the worth of the nearer is larger by (e − d)(1 − r(1 − d − e)). To either side
//! of both places the first factor is their distance, between them it is straight in where the actor stands; the sum d + e is the other way round.

/// What is summed over actors, by powers of their attitude to risk and of their place: their weights, and the squares of these.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    weights: [[f64; 2]; 2],
    squares: [[f64; 3]; 3],
}

impl Sums {
    /// With one actor more.
    fn and(mut self, weight: f64, risk: f64, place: f64) -> Self {
        let mut attitude = 1.0;
        for power in 0..3 {
            let mut times = weight * attitude;
            if power < 2 {
                self.weights[power][0] += times;
                self.weights[power][1] += times * place;
            }
            times *= weight;
            for sum in &mut self.squares[power] {
                *sum += times;
                times *= place;
            }
            attitude *= risk;
        }
        self
    }

    /// Σ w (a + b x)(1 − (r + bold)(c + d x)) over the actors up to one sum and not up to another; b or d is 0.
    #[inline]
    fn sum(from: &Self, upto: &Self, bold: f64, [a, b]: [f64; 2], [c, d]: [f64; 2]) -> f64 {
        let here = |risk: usize, place: usize| upto.weights[risk][place] - from.weights[risk][place];
        let (w, wx) = (here(0, 0), here(0, 1));
        let (wr, wrx) = (here(1, 0) + bold * w, here(1, 1) + bold * wx);
        a * w + b * wx - a * c * wr - (a * d + b * c) * wrx
    }

    /// The same with each actor's part squared.
    #[inline]
    fn sum_of_squares(from: &Self, upto: &Self, bold: f64, [a, b]: [f64; 2], [c, d]: [f64; 2]) -> f64 {
        let (aa, ab, bb) = (a * a, 2.0 * a * b, b * b);
        let first = [aa, ab, bb];
        let crossed = [aa * c, aa * d + ab * c, bb * c];
        let second = [aa * c * c, 2.0 * aa * c * d + ab * c * c, aa * d * d + bb * c * c];
        (0..3)
            .map(|place| {
                let here = |risk: usize| upto.squares[risk][place] - from.squares[risk][place];
                let v = here(0);
                let vr = here(1) + bold * v;
                let vrr = here(2) + bold * (here(1) + vr);
                first[place] * v - 2.0 * crossed[place] * vr + second[place] * vrr
            })
            .sum()
    }
}

/// A place among the actors on a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// Where it is.
    pub at: f64,
    /// How many stand below it.
    below: usize,
    /// How many stand there or below.
    upto: usize,
}

/// Actors who stand side by side, and the two factors of what each adds to a side: a + b x and 1 − r (c + d x).
struct Stretch {
    from: usize,
    upto: usize,
    one: [f64; 2],
    other: [f64; 2],
}

/// What those who like one of two places better add to its side.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Side {
    /// How many they are.
    pub actors: usize,
    /// What they add together.
    pub sum: f64,
    /// The squares of what each adds, summed.
    pub squares: f64,
}

/// Actors on a line, each with a weight and an attitude to risk.
#[derive(Debug, Clone)]
pub struct Line {
    places: Vec<f64>,
    /// Of the first so many actors.
    first: Vec<Sums>,
}

/// What rounding may do to a sum, as a share of the largest that it can be.
const ROUNDED: f64 = 1e-12;

impl Line {
    /// From where each stands, what each weighs, and each one's attitude to risk.
    pub fn of(places: &[f64], weight: &[f64], risk: impl Fn(usize) -> f64) -> Self {
        let mut order: Vec<usize> = (0..places.len()).collect();
        order.sort_unstable_by(|one, other| places[*one].total_cmp(&places[*other]).then(one.cmp(other)));
        let mut sums = Sums::default();
        let mut first = Vec::with_capacity(places.len() + 1);
        first.push(sums);
        for actor in &order {
            sums = sums.and(weight[*actor], risk(*actor), places[*actor]);
            first.push(sums);
        }
        Self { places: order.into_iter().map(|actor| places[actor]).collect(), first }
    }

    /// A place among the actors.
    pub fn spot(&self, at: f64) -> Spot {
        let below = self.places.partition_point(|place| *place < at);
        let upto = below + self.places[below..].partition_point(|place| *place <= at);
        Spot { at, below, upto }
    }

    /// The four stretches that two places make, from the low end up: the actors of each, and the factors of what each of them adds.
    #[inline]
    fn stretches(&self, low: &Spot, high: &Spot) -> [Stretch; 4] {
        let (apart, both) = (high.at - low.at, low.at + high.at);
        let (from, upto) = (low.upto, high.below.max(low.upto));
        let nearer_low = from + self.places[from..upto].partition_point(|place| 2.0 * place <= both);
        [
            Stretch { from: 0, upto: from, one: [apart, 0.0], other: [1.0 - both, 2.0] },
            Stretch { from, upto: nearer_low, one: [both, -2.0], other: [1.0 - apart, 0.0] },
            Stretch { from: nearer_low, upto, one: [-both, 2.0], other: [1.0 - apart, 0.0] },
            Stretch { from: upto, upto: self.places.len(), one: [apart, 0.0], other: [1.0 + both, -2.0] },
        ]
    }

    #[inline]
    fn sum(&self, of: &Stretch, bold: f64) -> f64 {
        Sums::sum(&self.first[of.from], &self.first[of.upto], bold, of.one, of.other)
    }

    /// What the lower of two places and the higher get of those who like them better, with everybody's attitude to risk raised by `bold`.
    pub fn sides(&self, low: &Spot, high: &Spot, bold: f64) -> (f64, f64) {
        let [below, between, over, above] =
            self.stretches(low, high).map(|stretch| self.sum(&stretch, bold).max(0.0));
        (below + between, over + above)
    }

    /// The same with the number of actors and the squares.
    pub fn whole_sides(&self, low: &Spot, high: &Spot, bold: f64) -> [Side; 2] {
        let [below, between, over, above] = self.stretches(low, high).map(|of| Side {
            actors: of.upto - of.from,
            sum: self.sum(&of, bold),
            squares: Sums::sum_of_squares(&self.first[of.from], &self.first[of.upto], bold, of.one, of.other),
        });
        [below.and(&between), over.and(&above)]
    }

    /// What rounding may do to sums of what actors add, and to those of its squares. Nobody adds more than twice its weight.
    pub fn rounded(&self) -> (f64, f64) {
        let all = &self.first[self.first.len() - 1];
        (2.0 * ROUNDED * all.weights[0][0], 4.0 * ROUNDED * all.squares[0][0])
    }
}

impl Side {
    fn and(&self, other: &Self) -> Self {
        Self {
            actors: self.actors + other.actors,
            sum: self.sum + other.sum,
            squares: self.squares + other.squares,
        }
    }

    /// Without one who adds so much.
    pub fn without(&self, adds: f64) -> Self {
        Self {
            actors: self.actors.saturating_sub(1),
            sum: self.sum - adds,
            squares: self.squares - adds * adds,
        }
    }

    /// Between which bounds Σ s²/(held + s) lies, s being what each adds: by the inequality of Cauchy and Schwarz from below, and from above since s/(held + s) is concave.
    pub fn turned(&self, held: f64, (sum, squares): (f64, f64)) -> (f64, f64) {
        let least = (self.sum - sum).max(0.0);
        let least = least * least / (self.actors as f64 * held + least).max(f64::MIN_POSITIVE);
        let (most, squares) = (self.sum.max(0.0) + sum, self.squares.max(0.0) + squares);
        (least, squares / (held + squares / most))
    }
}

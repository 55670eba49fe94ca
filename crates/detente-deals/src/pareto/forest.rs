//! A growing set of vectors that can be asked whether one of them is at least as large everywhere.
//!
//! Search trees that halve their vectors by the coordinate in which these spread most (k-d trees: Bentley 1975), of sizes that
//! double, so that adding a vector costs a logarithm of rebuilding (Bentley & Saxe 1980). Each node knows the corners of its
//! box: if the upper one does not cover the vector asked about none below does, and if the lower one does all do.

/// Vectors kept in a plain list before they are planted, and in a leaf.
const LEAF: usize = 16;

/// The set.
pub(super) struct Forest<const D: usize> {
    fresh: Vec<[i64; D]>,
    trees: Vec<Tree<D>>,
    /// Comparisons made so far: what the search has cost.
    pub work: u64,
}

struct Tree<const D: usize> {
    vectors: Vec<[i64; D]>,
    /// In preorder.
    nodes: Vec<Node<D>>,
}

/// Some of the vectors.
struct Node<const D: usize> {
    upper: [i64; D],
    lower: [i64; D],
    /// The node that comes after this one and all below it.
    next: usize,
}

fn covers<const D: usize>(a: &[i64; D], b: &[i64; D]) -> bool {
    (0..D).all(|d| a[d] >= b[d])
}

impl<const D: usize> Forest<D> {
    pub fn new() -> Self {
        Self { fresh: Vec::new(), trees: Vec::new(), work: 0 }
    }

    /// Whether some vector of the set is at least as large in every coordinate.
    pub fn dominates(&mut self, at: &[i64; D]) -> bool {
        self.work += self.fresh.len() as u64;
        if self.fresh.iter().any(|vector| covers(vector, at)) {
            return true;
        }
        let mut work = 0;
        let found = self.trees.iter().any(|tree| tree.dominates(at, &mut work));
        self.work += work;
        found
    }

    /// Adds a vector.
    pub fn insert(&mut self, at: [i64; D]) {
        self.fresh.push(at);
        if self.fresh.len() < 2 * LEAF {
            return;
        }
        let mut vectors = std::mem::take(&mut self.fresh);
        while let Some(tree) = self.trees.pop_if(|tree| tree.vectors.len() <= vectors.len()) {
            vectors.extend(tree.vectors);
        }
        self.work += vectors.len() as u64;
        self.trees.push(Tree::plant(vectors));
    }
}

impl<const D: usize> Tree<D> {
    fn plant(vectors: Vec<[i64; D]>) -> Self {
        let mut tree = Self { vectors, nodes: Vec::new() };
        let count = tree.vectors.len();
        tree.split(0, count);
        tree
    }

    fn split(&mut self, from: usize, to: usize) {
        let part = &self.vectors[from..to];
        let corner = |pick: fn(i64, i64) -> i64| {
            part.iter().copied().reduce(|a, b| std::array::from_fn(|d| pick(a[d], b[d]))).unwrap_or([0; D])
        };
        let (upper, lower) = (corner(i64::max), corner(i64::min));
        let node = self.nodes.len();
        self.nodes.push(Node { upper, lower, next: node + 1 });
        if to - from > LEAF {
            let widest = (0..D).max_by_key(|d| upper[*d].abs_diff(lower[*d])).unwrap_or(0);
            let middle = from + (to - from) / 2;
            self.vectors[from..to].select_nth_unstable_by_key(middle - from, |vector| vector[widest]);
            self.split(from, middle);
            self.split(middle, to);
            self.nodes[node].next = self.nodes.len();
        }
    }

    fn dominates(&self, at: &[i64; D], work: &mut u64) -> bool {
        self.search(at, 0, (0, self.vectors.len()), work).is_none()
    }

    /// `None` if a vector below the node covers `at`; else the node that comes after.
    fn search(&self, at: &[i64; D], node: usize, part: (usize, usize), work: &mut u64) -> Option<usize> {
        *work += 1;
        let (here, (from, to)) = (&self.nodes[node], part);
        if covers(&here.lower, at) {
            return None;
        }
        if !covers(&here.upper, at) {
            return Some(here.next);
        }
        if to - from <= LEAF {
            *work += (to - from) as u64;
            let found = self.vectors[from..to].iter().any(|vector| covers(vector, at));
            return (!found).then_some(here.next);
        }
        let middle = from + (to - from) / 2;
        let next = self.search(at, node + 1, (from, middle), work)?;
        self.search(at, next, (middle, to), work)
    }
}

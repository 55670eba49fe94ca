//! Explicit form: states and moves given one by one.
//!
//! For conflicts that were never described by options. Moves need not be transitive, so who moved last has
//! to be kept in mind when the moves of several parties are put together.

/// The moves of one party, both ways, as sorted lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arcs {
    out: Lists,
    into: Lists,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Lists {
    /// Where the list of each state begins.
    starts: Vec<u32>,
    ends: Vec<u32>,
}

impl Lists {
    /// `arcs` sorted by their first state.
    fn new(arcs: &[(u32, u32)], states: usize) -> Self {
        let mut starts = vec![0u32; states + 1];
        for (from, _) in arcs {
            starts[*from as usize + 1] += 1;
        }
        for at in 0..states {
            starts[at + 1] += starts[at];
        }
        Self { starts, ends: arcs.iter().map(|(_, to)| *to).collect() }
    }

    fn of(&self, code: u32) -> &[u32] {
        let at = code as usize;
        if at + 1 >= self.starts.len() {
            return &[];
        }
        &self.ends[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

impl Arcs {
    pub(crate) fn new(mut arcs: Vec<(u32, u32)>, states: usize) -> Self {
        arcs.sort_unstable();
        arcs.dedup();
        let out = Lists::new(&arcs, states);
        for arc in &mut arcs {
            *arc = (arc.1, arc.0);
        }
        arcs.sort_unstable();
        Self { out, into: Lists::new(&arcs, states) }
    }

    /// Where the party can move from a state.
    pub(crate) fn from(&self, code: u32) -> &[u32] {
        self.out.of(code)
    }

    /// From where the party can move to a state.
    pub(crate) fn before(&self, code: u32) -> &[u32] {
        self.into.of(code)
    }

    /// Every move.
    pub(crate) fn all(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        (0..self.out.starts.len() as u32 - 1)
            .flat_map(|from| self.from(from).iter().map(move |to| (from, *to)))
    }
}

/// The states and every party's moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Explicit {
    pub(crate) labels: Vec<String>,
    pub(crate) arcs: Vec<Arcs>,
}

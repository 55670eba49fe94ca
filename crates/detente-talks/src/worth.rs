//! What a package is worth to somebody, quickly.

use std::sync::Arc;

use detente_model::Combination;

use crate::{Layout, Offer};

/// What every option adds to the worth of a package, and what options add together.
///
/// The worth of a package is the sum of its entries from the first issue to the last, beginning at 0, then of what options add together,
/// divided by the unit that the entries are counted in. Red lines are entries of −∞.
#[derive(Debug, Clone)]
pub struct Worth {
    layout: Arc<Layout>,
    entries: Vec<f64>,
    rows: Vec<Row>,
    together: Vec<(Combination, f64)>,
    unit: f64,
}

/// Where an issue's option is read and its entries begin.
#[derive(Debug, Clone, Copy)]
struct Row {
    word: usize,
    shift: u8,
    mask: u64,
    start: usize,
}

impl Worth {
    /// Worth from one table an issue, each with one entry an option.
    ///
    /// # Panics
    /// If the tables do not have the layout's shape.
    pub fn new(layout: &Arc<Layout>, tables: &[Vec<f64>]) -> Self {
        assert!(tables.iter().map(Vec::len).eq(layout.sizes().iter().copied()), "one entry an option");
        let mut start = 0;
        let rows = (0..tables.len()).map(|issue| {
            let (word, shift, mask) = layout.field(issue);
            let row = Row { word, shift, mask, start };
            start += tables[issue].len();
            row
        });
        let rows = rows.collect();
        Self { layout: Arc::clone(layout), entries: tables.concat(), rows, together: Vec::new(), unit: 1.0 }
    }

    /// The same, with what options add together, and all of it counted in a unit of which so many make 1.
    #[must_use]
    pub(crate) fn with(mut self, together: Vec<(Combination, f64)>, unit: f64) -> Self {
        (self.together, self.unit) = (together, unit);
        self
    }

    /// How offers are packed.
    pub fn layout(&self) -> &Arc<Layout> {
        &self.layout
    }

    /// What an offer is worth; −∞ if it crosses a red line.
    pub fn of(&self, offer: &Offer) -> f64 {
        let sum = self.rows.iter().fold(0.0, |sum, row| {
            let option = (offer.word(row.word) >> row.shift) & row.mask;
            sum + self.entries[row.start + option as usize]
        });
        if self.together.is_empty() && self.unit == 1.0 { sum } else { self.whole(sum, offer) }
    }

    fn whole(&self, sum: f64, offer: &Offer) -> f64 {
        let holds = |when: &Combination| {
            when.0.iter().all(|(issue, options)| options.contains(&self.layout.option(offer, issue.0)))
        };
        let met = self.together.iter().filter(|(when, _)| holds(when));
        met.fold(sum, |sum, (_, worth)| sum + worth) / self.unit
    }

    /// What one option adds by itself.
    pub fn entry(&self, issue: usize, option: usize) -> f64 {
        self.table(issue)[option] / self.unit
    }

    /// What the options of an issue add by themselves, in the unit that they are counted in.
    pub(crate) fn table(&self, issue: usize) -> &[f64] {
        let start = self.rows[issue].start;
        &self.entries[start..start + self.layout.sizes()[issue]]
    }

    /// Its numbers to the last bit, as text; who says the same wants the same.
    pub(crate) fn fingerprint(&self) -> String {
        let entries: Vec<String> =
            self.entries.iter().map(|entry| format!("{:x}", entry.to_bits())).collect();
        let together: Vec<(&Combination, u64)> =
            self.together.iter().map(|(when, worth)| (when, worth.to_bits())).collect();
        format!("{} {together:?} {:x}", entries.join(","), self.unit.to_bits())
    }

    /// What options add together, in the unit that it is counted in.
    pub(crate) fn together(&self) -> &[(Combination, f64)] {
        &self.together
    }

    /// How many of the units that entries are counted in make 1.
    pub(crate) fn unit(&self) -> f64 {
        self.unit
    }
}

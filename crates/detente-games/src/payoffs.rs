//! The table of payoffs of a symmetric game of two.

use crate::GamesError;

/// What each strategy gets against each: row i, column j holds what i gets when it meets j. Square, not empty, finite.
#[derive(Debug, Clone, PartialEq)]
pub struct Payoffs {
    rows: Vec<Vec<f64>>,
}

/// Payoffs that differ by less than this share of the range of the table count as equal.
pub const TIE: f64 = 1e-9;

impl Payoffs {
    /// A table.
    ///
    /// # Errors
    /// [`GamesError::Misshapen`].
    pub fn new(rows: Vec<Vec<f64>>) -> Result<Self, GamesError> {
        let square = !rows.is_empty() && rows.iter().all(|row| row.len() == rows.len());
        if square && rows.iter().flatten().all(|payoff| payoff.is_finite()) {
            Ok(Self { rows })
        } else {
            Err(GamesError::Misshapen)
        }
    }

    /// How many strategies there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Never: there is at least one strategy.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table, row by row.
    pub fn rows(&self) -> &[Vec<f64>] {
        &self.rows
    }

    /// What a strategy gets against another.
    ///
    /// # Panics
    /// If there is no such strategy.
    pub fn of(&self, strategy: usize, against: usize) -> f64 {
        self.rows[strategy][against]
    }

    /// The largest payoff less the smallest.
    pub fn range(&self) -> f64 {
        let all = || self.rows.iter().flatten().copied();
        all().fold(f64::NEG_INFINITY, f64::max) - all().fold(f64::INFINITY, f64::min)
    }

    /// Differences below this count as none.
    pub fn tie(&self) -> f64 {
        TIE * self.range()
    }

    /// What each strategy gets against a mix of all.
    pub fn against(&self, mix: &[f64]) -> Vec<f64> {
        let row = |row: &Vec<f64>| row.iter().zip(mix).map(|(payoff, share)| payoff * share).sum();
        self.rows.iter().map(row).collect()
    }

    /// What a mix gets against another mix.
    pub fn between(&self, mix: &[f64], against: &[f64]) -> f64 {
        self.against(against).iter().zip(mix).map(|(payoff, share)| payoff * share).sum()
    }

    /// By how much the best strategy does better than a mix when all others play that mix: 0 in equilibrium.
    pub fn regret(&self, mix: &[f64]) -> f64 {
        let each = self.against(mix);
        let own: f64 = each.iter().zip(mix).map(|(payoff, share)| payoff * share).sum();
        each.into_iter().fold(f64::NEG_INFINITY, f64::max) - own
    }

    /// The same game with payoffs between 0 and 1; all 0 where all are equal. Who does better than whom, and by which share of the range, stays.
    pub(crate) fn on_one(&self) -> Vec<Vec<f64>> {
        let least = self.rows.iter().flatten().copied().fold(f64::INFINITY, f64::min);
        let range = self.range();
        let scaled = |payoff: &f64| if range > 0.0 { (payoff - least) / range } else { 0.0 };
        self.rows.iter().map(|row| row.iter().map(scaled).collect()).collect()
    }
}

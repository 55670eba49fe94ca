//! Opposition: how far the best that all can have lies from what each would have alone.
//!
//! The least distance, over the packages that all accept, of `(1 − v_1 / m_1, …, 1 − v_n / m_n)` from 0, with `m_i` the
//! largest value that any feasible package has for i. Not divided by √n, as in the tables of ANAC (Baarslag, Fujita,
//! Gerding et al. 2013). 0 says that one package is best for all. Every coordinate falls as its value rises, so the
//! minimum lies on the frontier of the zone: the cost is linear in the frontiers.

use crate::findings::Central;
use crate::{Known, Units};

impl Central {
    /// The opposition; `None` without a zone, where somebody can have nothing above 0, or where a frontier is not listed or not
    /// exact.
    pub fn opposition(&self) -> Option<f64> {
        let (Known::Exactly(frontier), Known::Exactly(zone_frontier)) = (&self.frontier, &self.zone_frontier)
        else {
            return None;
        };
        let parties = self.reservation.len();
        let most: Option<Vec<Units>> = (0..parties)
            .map(|i| frontier.iter().map(|point| point.values[i]).max().filter(|m| *m > Units::ZERO))
            .collect();
        let most = most?;
        let distance = |values: &[Units]| -> f64 {
            let shares = values.iter().zip(&most).map(|(v, m)| v.raw() as f64 / m.raw() as f64);
            shares.map(|share| (1.0 - share).powi(2)).sum::<f64>().sqrt()
        };
        zone_frontier.iter().map(|point| distance(&point.values)).min_by(f64::total_cmp)
    }
}

//! Plots drawn with characters. What characters cannot show is told by its sentences alone.

mod pair;

use crate::page::{Data, Plot};

/// A plot of at most `width` columns.
pub(super) fn plot(plot: &Plot, _width: usize) -> String {
    match &plot.data {
        Data::Pair(shown) => pair::draw(shown),
        Data::Acceptance(_) | Data::TradeOff(_) => String::new(),
    }
}

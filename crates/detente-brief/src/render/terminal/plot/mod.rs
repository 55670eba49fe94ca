//! Plots drawn with characters. What characters cannot show is told by its sentences alone.

mod bar;
mod means;
mod outlook;
mod pair;
mod stands;
mod sweep;

use crate::page::{Data, Plot};

/// A plot of at most `width` columns.
pub(super) fn plot(plot: &Plot, _width: usize) -> String {
    match &plot.data {
        Data::Pair(shown) => pair::draw(shown),
        Data::Outlook(shown) => outlook::draw(shown),
        Data::Sweep(shown) => sweep::draw(shown),
        Data::Means(shown) => means::draw(shown),
        Data::Stands(shown) => stands::draw(shown),
        Data::Acceptance(_)
        | Data::TradeOff(_)
        | Data::Envelope(_)
        | Data::Handovers(_)
        | Data::Survival(_)
        | Data::States(_)
        | Data::Shares(_)
        | Data::Replies(_)
        | Data::Turns(_) => String::new(),
    }
}

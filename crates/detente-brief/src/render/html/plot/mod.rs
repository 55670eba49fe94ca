//! Plots as inline SVG: one plot a file, labelled directly, each with a title and a description for those who listen.

mod acceptance;
mod label;
mod pair;
mod panel;
mod scale;
pub(super) mod svg;
mod trade_off;

use crate::page::{Data, Plot};

/// A plot as SVG.
pub(super) fn svg(plot: &Plot) -> String {
    match &plot.data {
        Data::Pair(pair) => pair::draw(plot, pair),
        Data::Acceptance(shares) => acceptance::draw(plot, shares),
        Data::TradeOff(trade_off) => trade_off::draw(plot, trade_off),
    }
}

//! Plots as inline SVG: one plot a file, labelled directly, each with a title and a description for those who listen.

mod acceptance;
mod chances;
mod envelope;
mod handovers;
mod label;
mod means;
mod outlook;
mod pair;
mod panel;
mod replies;
mod scale;
mod shares;
mod stands;
mod states;
mod survival;
pub(super) mod svg;
mod sweep;
mod trade_off;
mod turns;

use crate::page::{Data, Plot};

/// A plot as SVG.
pub(super) fn svg(plot: &Plot) -> String {
    match &plot.data {
        Data::Pair(pair) => pair::draw(plot, pair),
        Data::Acceptance(shares) => acceptance::draw(plot, shares),
        Data::TradeOff(trade_off) => trade_off::draw(plot, trade_off),
        Data::Envelope(envelope) => envelope::draw(plot, envelope),
        Data::Handovers(handovers) => handovers::draw(plot, handovers),
        Data::Survival(survival) => survival::draw(plot, survival),
        Data::Outlook(outlook) => outlook::draw(plot, outlook),
        Data::Sweep(curve) => sweep::draw(plot, curve),
        Data::States(states) => states::draw(plot, states),
        Data::Means(means) => means::draw(plot, means),
        Data::Shares(shares) => shares::draw(plot, shares),
        Data::Replies(replies) => replies::draw(plot, replies),
        Data::Stands(stands) => stands::draw(plot, stands),
        Data::Turns(turns) => turns::draw(plot, turns),
    }
}

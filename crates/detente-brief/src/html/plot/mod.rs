//! Plots as inline SVG: one plot a file, labelled directly, each with a title and a description for those who listen.

pub(super) mod acceptance;
pub(super) mod envelope;
pub(super) mod handovers;
mod label;
pub(super) mod landscape;
pub(super) mod outlook;
pub(super) mod pair;
mod panel;
mod scale;
pub(super) mod states;
pub(super) mod survival;
pub(super) mod svg;
pub(super) mod trade_off;

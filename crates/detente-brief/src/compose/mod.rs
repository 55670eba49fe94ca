//! From the findings of the engines to what a reader is told, one file a section.

pub(crate) mod blockers;
pub(crate) mod by_lot;
pub(crate) mod deals;
pub(crate) mod evidence;
pub(crate) mod exchange;
pub(crate) mod figure_names;
mod grounds;
mod headline;
mod homes;
pub(crate) mod judged;
pub(crate) mod lasting;
pub(crate) mod matrix;
pub(crate) mod obstacles;
pub(crate) mod package_choice;
pub(crate) mod packages;
pub(crate) mod prepared;
pub(crate) mod settlement;
pub(crate) mod side_by_side;
pub(crate) mod standstill;
pub(crate) mod sweep;
pub(crate) mod talks;
pub(crate) mod three_tests;
pub(crate) mod timeline;
pub(crate) mod tournament;
pub(crate) mod trial_run;
pub(crate) mod without_deals;
pub(crate) mod world_table;

//! The words by which reports attribute, act and hedge.
//!
//! Closed lists, one file for each kind, so that a reader can see what intake knows and add to it.

mod acts;
mod cues;
mod marks;
mod people;

pub(super) use acts::{ACT_NOUNS, HARMS, acts_with, is_deed};
pub use cues::Stance;
pub(super) use cues::{Cue, MESSAGES, UNLISTED, UNSAID, cues_of};
pub(super) use marks::{HEDGES, is_abbreviation, is_title};
pub(super) use people::{BETWEEN, FEMALE, LINKS, MALE, PRONOUNS, SPEAKING, capacity, is_for_one, is_human};

//! Coalitional rationality, CR: the members reach nothing that is better for all of them.
//!
//! `R_H⁺⁺(s) = ∅`. For a single party it is Nash stability.

use super::Joint;
use crate::state::StateSet;

pub(super) fn rational(joint: &Joint<'_, '_>) -> StateSet {
    joint.stays(|_, _| true)
}

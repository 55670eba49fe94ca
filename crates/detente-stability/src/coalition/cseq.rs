//! Coalitional sequential stability, CSEQ: as CGMR, with every step of the answer an improvement for whoever
//! makes it.
//!
//! `∀t ∈ R_H⁺⁺(s) ∃x ∈ R⁺_{N∖H}(t) ∃i ∈ H: x ≤_i s`.

use super::Joint;
use crate::response::Steps;
use crate::state::StateSet;

pub(super) fn sequential(joint: &Joint<'_, '_>) -> StateSet {
    joint.stays_under(Steps::Improving)
}

//! Coalitional general metarationality, CGMR: every joint improvement could be answered so that one member
//! ends no better off.
//!
//! `∀t ∈ R_H⁺⁺(s) ∃x ∈ R_{N∖H}(t) ∃i ∈ H: x ≤_i s`. So t stands when for every member the worst that the rest can
//! bring about is still better than s.

use super::Joint;
use crate::response::Steps;
use crate::state::StateSet;

pub(super) fn general_metarational(joint: &Joint<'_, '_>) -> StateSet {
    joint.stays_under(Steps::Any)
}

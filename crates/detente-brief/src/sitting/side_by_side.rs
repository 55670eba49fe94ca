//! A case beside others, all looked at in the same way.

use std::ops::ControlFlow;
use std::sync::Arc;

use detente_model::{Case, Progress, unless_cancelled};

use super::{Sitting, SittingError};
use crate::compose::overlay::{CaseReading, Overlay, PooledReading, ReadingPlace};
use crate::compose::side_by_side::{CaseChange, ComparedStep, SideBySide};
use crate::compose::sweep::{Sweep, SweepCase};

impl Sitting {
    /// Another case looked at in the same way.
    pub fn beside(&self, case: Arc<Case>) -> Self {
        Self::watched(case, self.shared.options, Arc::clone(&self.shared.progress))
    }

    /// This case beside another that is looked at in the same way: where they differ, what that does, and what each difference does by
    /// itself.
    ///
    /// # Errors
    /// If one of them has no answer.
    pub fn compared_with(&self, after: &Self, changes: Vec<CaseChange>) -> Result<SideBySide, SittingError> {
        unless_cancelled(|| SideBySide::of(self, after, changes))?
    }

    /// The same, told as it is found until `told` has heard enough; each difference by itself comes last, under a progress of its own.
    ///
    /// # Errors
    /// As [`Self::compared_with`].
    pub fn compared_step_by_step(
        &self,
        after: &Self,
        changes: Vec<CaseChange>,
        alone: &Arc<Progress>,
        told: impl FnMut(ComparedStep<'_>) -> ControlFlow<()>,
    ) -> Result<SideBySide, SittingError> {
        unless_cancelled(|| SideBySide::step_by_step(self, after, changes, alone, told))?
    }

    /// Other readings of this case laid over it: which differences change an answer by themselves, what each reading comes to as a whole, and
    /// all of them pooled. `name` is whose reading this one is; all are looked at as this is, in the same draws.
    ///
    /// # Errors
    /// If a whole reading has no answer.
    pub fn overlaid_by(
        &self,
        name: &str,
        others: &[CaseReading],
        places: Vec<ReadingPlace>,
        pooled: Option<PooledReading>,
    ) -> Result<Overlay, SittingError> {
        unless_cancelled(|| Overlay::of(name, self, others, places, pooled))?
    }

    /// What becomes of this case as values at some paths change: of each case that is given, with the values that make it or with why there
    /// is no such case. All are looked at as this one is, in the same draws.
    ///
    /// # Errors
    /// [`SittingError::NothingOnTheTable`], [`SittingError::Cancelled`].
    pub fn sweep(&self, paths: Vec<String>, cases: Vec<SweepCase>) -> Result<Sweep, SittingError> {
        unless_cancelled(|| Sweep::of(self, paths, cases))?
    }
}

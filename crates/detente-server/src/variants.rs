//! What becomes of each difference of two texts: what the command line and the workbench both ask a comparison with.

use std::sync::Arc;

use detente_brief::CaseChange;
use detente_case::edit::{Difference, EditFault, Variant, variants};

/// Each difference of two texts, with the cases that tell what it does by itself.
///
/// # Errors
/// One of them is not TOML.
pub fn changes_between(before: &str, after: &str) -> Result<Vec<(Difference, CaseChange)>, EditFault> {
    Ok(variants(before, after)?.into_iter().map(change).collect())
}

fn change(variant: Variant) -> (Difference, CaseChange) {
    let Variant { difference, alone, without } = variant;
    let change = CaseChange {
        path: difference.path.clone(),
        before: difference.before.clone(),
        after: difference.after.clone(),
        alone: alone.map(Arc::new),
        without: without.map(Arc::new),
    };
    (difference, change)
}

//! A case made ready for questions about packages.
//!
//! A package names options, and of a continuous issue only its stops are options. Before packages are looked for, the numbers at which they
//! matter are made stops (see [`detente_deals::refined`]), and so are those that a person names. Whatever shows or judges packages then finds
//! them like any other.

use detente_model::{Case, IssueId};

use super::evidence;
use super::package_choice::named;

/// The case with stops on its continuous issues where packages matter over the worlds of `seed`, and at the numbers that `package` names; as it is
/// without continuous issues.
///
/// Where the deal space cannot be searched, only what is named is added: whoever asks about packages is told why then.
pub fn prepared(case: Case, seed: u64, package: Option<&str>) -> Case {
    if !case.issues.iter().any(|issue| issue.continuous) {
        return case;
    }
    let numbers: Vec<(IssueId, f64)> = package.map(|text| named(&case, text)).unwrap_or_default();
    let case = case.with_stops(&numbers);
    let refined = detente_deals::refined(&evidence::worlds(&case, seed));
    refined.unwrap_or(case)
}

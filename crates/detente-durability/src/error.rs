//! What can be wrong with what is known about the lasting of agreements.

/// Why nothing can be computed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DurabilityError {
    /// The case says nothing about durability.
    #[error("the case has no `[durability]`")]
    NoDurability,
    /// A figure that must be above zero is not, or is not finite.
    #[error("{what} is {value}: it must be above zero")]
    NotPositive {
        /// Which figure.
        what: String,
        /// What it is.
        value: f64,
    },
    /// A finding that the catalogue does not have.
    #[error("the catalogue has no finding `{id}`{}", hint(.nearest.as_deref()))]
    UnknownFinding {
        /// The id that was asked for.
        id: String,
        /// The nearest id there is.
        nearest: Option<String>,
    },
    /// A finding that says nothing about the hazard.
    #[error("`{id}` is a base rate, not something that changes the hazard: it cannot be a factor")]
    NotAFactor {
        /// The id.
        id: String,
    },
    /// The catalogue cannot be read.
    #[error("the catalogue of findings: {0}")]
    Catalogue(String),
    /// The record of how long agreements lasted elsewhere cannot be read.
    #[error("the record of how long agreements lasted: {0}")]
    Baselines(String),
    /// The class of a case is of a record that was not out on the day of the case.
    #[error(
        "how long agreements of the class `{class}` lasted was published in {published}, and the case knows nothing later than {year}: state a \
         `baseline` of its own, or write `hindsight = true`"
    )]
    NotYetKnown {
        /// The class.
        class: &'static str,
        /// The year in which its record appeared; it counts as known from the next on.
        published: i32,
        /// The year of the case.
        year: i32,
    },
    /// There are no worlds to look at.
    #[error("there are no worlds to look at")]
    NoWorlds,
    /// Some life comes out longer or shorter than any number that can be held.
    #[error(
        "a median life comes out beyond every number that can be held: the shape, the baseline or a hazard ratio is too near zero, or \
         too large"
    )]
    BeyondNumbers,
    /// The factors differ from world to world.
    #[error("world {world} has {found} factors and the first has {expected}")]
    FactorsDiffer {
        /// The world.
        world: u64,
        /// How many there are in the first world.
        expected: usize,
        /// How many in this one.
        found: usize,
    },
}

fn hint(nearest: Option<&str>) -> String {
    nearest.map(|id| format!("; did you mean `{id}`?")).unwrap_or_default()
}

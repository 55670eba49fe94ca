//! What is asked of a text by its name, and is not there.

use detente_model::{Actor, Case};
use jiff::civil::Date;

use crate::version::{SingleText, TextVersion};
use crate::word::actor_called;

/// What was asked for and is not there; the sentence says what is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotInText {
    /// A version.
    #[error("the text has no version `{name}`; its versions are {}", listed(versions))]
    Version {
        /// Its name.
        name: String,
        /// The names of those that there are.
        versions: Vec<String>,
    },
    /// A text on a day.
    #[error("no version of the text is as early as {0}")]
    Day(Date),
    /// Somebody on whose behalf marks are taken.
    #[error("nobody in the case is called `{name}`; there are {}", parties.join(", "))]
    Nobody {
        /// The name.
        name: String,
        /// Who is in the case.
        parties: Vec<String>,
    },
}

fn listed(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

impl SingleText {
    /// The version that goes by a name; the last where none is named.
    ///
    /// # Errors
    /// [`NotInText::Version`].
    pub fn version_or_latest(&self, name: Option<&str>) -> Result<&TextVersion, NotInText> {
        let Some(name) = name else { return Ok(self.latest()) };
        self.version(name).ok_or_else(|| NotInText::Version {
            name: name.to_owned(),
            versions: self.versions.iter().map(|version| version.name.clone()).collect(),
        })
    }

    /// The text as it was known on a day; as it stands where none is named.
    ///
    /// # Errors
    /// [`NotInText::Day`].
    pub fn as_of(self, day: Option<Date>) -> Result<Self, NotInText> {
        let Some(day) = day else { return Ok(self) };
        self.known_on(day).ok_or(NotInText::Day(day))
    }
}

/// Whom a name means, as [`actor_called`] finds it.
///
/// # Errors
/// [`NotInText::Nobody`].
pub fn actor_named(case: &Case, name: &str) -> Result<Actor, NotInText> {
    actor_called(case, name).ok_or_else(|| NotInText::Nobody {
        name: name.to_owned(),
        parties: case.parties.iter().map(|party| party.name.clone()).collect(),
    })
}

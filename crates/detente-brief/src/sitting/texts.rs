//! The text of a case, and two versions of it.

use detente_model::unless_cancelled;
use detente_text::{SingleText, TextVersion};

use super::{Sitting, SittingError};
use crate::compose::one_text::{TextFound, TextOfPackage, TextsCompared, settled_on};
use crate::compose::package_choice::Chosen;

impl Sitting {
    /// A version of the text of the case: what it still allows, what that does, which open bracket matters most, what stands against which
    /// clause. With a package, the text that the version becomes when it is settled on that package. The text must have been read against
    /// the case of this sitting.
    ///
    /// # Errors
    /// [`SittingError::NothingOnTheTable`], or what the search meets.
    pub fn text(
        &self,
        text: &SingleText,
        version: &TextVersion,
        package: Option<&Chosen>,
    ) -> Result<TextFound, SittingError> {
        if self.case().issues.is_empty() {
            return Err(SittingError::NothingOnTheTable);
        }
        unless_cancelled(|| TextFound::of(self, text, version, package.cloned()))?
    }

    /// A version settled on a package, without looking at what that does: nothing is drawn for it. The text must have been read against
    /// the case of this sitting.
    pub fn text_of_package(
        &self,
        text: &SingleText,
        version: &TextVersion,
        package: Chosen,
    ) -> (TextVersion, TextOfPackage) {
        settled_on(self.case(), text, version, package)
    }

    /// Two versions of the text of the case: what changed in words, which options that opens or closes, and what it does.
    ///
    /// # Errors
    /// As [`Self::text`].
    pub fn texts_compared(
        &self,
        before: &TextVersion,
        after: &TextVersion,
    ) -> Result<TextsCompared, SittingError> {
        if self.case().issues.is_empty() {
            return Err(SittingError::NothingOnTheTable);
        }
        unless_cancelled(|| TextsCompared::of(self, before, after))?
    }
}

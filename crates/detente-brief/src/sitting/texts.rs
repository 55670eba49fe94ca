//! The text of a case, and two versions of it.

use detente_model::{Case, IssueId, unless_cancelled};
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

    /// The sitting in which a text can be settled on a package that was chosen in this one, and that package among the options there. What was
    /// chosen may hold numbers of continuous issues that are no options of [`Self::case`], since packages are looked for between its stops as
    /// well; there they are, and the text must be read against the case of that sitting.
    ///
    /// # Errors
    /// [`SittingError::Cancelled`].
    pub fn settling_on(&self, chosen: &Chosen) -> Result<(Self, Chosen), SittingError> {
        let prepared = self.worlds()?.case();
        let continuous =
            || (0..prepared.issues.len()).map(IssueId).filter(|id| prepared.issue(*id).continuous);
        let number =
            |id: IssueId| Some((id, prepared.issue(id).options[chosen.package.option(id)].number()?));
        let numbers: Vec<(IssueId, f64)> = continuous().filter_map(number).collect();
        if numbers.is_empty() {
            return Ok((self.clone(), chosen.clone()));
        }
        let sitting = self.with_stops(&numbers);
        let mut there = chosen.clone();
        for (id, number) in numbers {
            if let Some(option) = sitting.case().issue(id).number_option(number) {
                there.package.0[id.index()] = option as u16;
            }
        }
        Ok((sitting, there))
    }

    /// As [`Self::settling_on`], of a package by its choices, with the text as `read` reads it against the case of that sitting: a number on which the package
    /// settles is an option more, and braces must mean the same ones as before.
    ///
    /// # Errors
    /// [`SittingError::Package`], [`SittingError::Cancelled`], or what `read` meets.
    pub fn settling<E: From<SittingError>>(
        &self,
        package: &str,
        read: impl FnOnce(&Case) -> Result<SingleText, E>,
    ) -> Result<(Self, Chosen, SingleText), E> {
        let about = self.about(package)?;
        let (sitting, chosen) = about.settling_on(&about.package(Some(package))?)?;
        let text = read(sitting.case())?;
        Ok((sitting, chosen, text))
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

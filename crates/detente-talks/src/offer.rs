//! An offer: a package as it passes across the table, packed into 32 bytes.
//!
//! Talks pass millions of packages around. A [`Layout`] gives every issue a field of bits in four words, the first issue highest, so that
//! an offer is copied, compared and hashed like a number, and offers compare as packages do when they are enumerated with the last
//! issue fastest.

use detente_model::Package;

use crate::TalksError;

/// Where each issue's option stands in an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    fields: Vec<Field>,
    sizes: Vec<usize>,
}

/// The bits of one issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Field {
    word: u8,
    shift: u8,
    mask: u64,
}

/// A package, packed. What it means depends on the [`Layout`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Offer([u64; WORDS]);

const WORDS: usize = 4;
const WORD: u32 = u64::BITS;

impl Offer {
    /// Two parts of one package, which speak of different issues, as one.
    #[must_use]
    pub(crate) fn joined(self, other: Self) -> Self {
        let (a, b) = (self.0, other.0);
        Self([a[0] | b[0], a[1] | b[1], a[2] | b[2], a[3] | b[3]])
    }
}

impl Layout {
    /// The layout for issues with so many options each.
    ///
    /// # Errors
    /// [`TalksError::Misshapen`] where an issue has no option or more than 65,536; [`TalksError::TooManyIssues`] beyond 256 bits.
    pub fn new(sizes: &[usize]) -> Result<Self, TalksError> {
        let mut fields = Vec::with_capacity(sizes.len());
        let (mut word, mut used, mut bits_in_all) = (0, 0, 0);
        for (k, size) in sizes.iter().enumerate() {
            if !(1..=1 << 16).contains(size) {
                return Err(TalksError::Misshapen(format!("issue {} must have 1 to 65536 options", k + 1)));
            }
            let bits = WORD - (*size as u64 - 1).leading_zeros();
            bits_in_all += bits as usize;
            if used + bits > WORD {
                (word, used) = (word + 1, 0);
            }
            used += bits;
            fields.push(Field {
                word: word.min(WORDS as u8 - 1),
                shift: (WORD - used).min(WORD - 1) as u8,
                mask: (1 << bits) - 1,
            });
        }
        if usize::from(word) >= WORDS {
            return Err(TalksError::TooManyIssues { issues: sizes.len(), bits: bits_in_all });
        }
        Ok(Self { fields, sizes: sizes.to_vec() })
    }

    /// How many options each issue has.
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// How many issues there are.
    pub fn issues(&self) -> usize {
        self.sizes.len()
    }

    /// How many packages can be put together before any is ruled out; the largest number that can be held beyond it.
    pub fn packages(&self) -> u128 {
        self.sizes.iter().fold(1_u128, |product, size| product.saturating_mul(*size as u128))
    }

    /// The option of an offer on an issue.
    pub fn option(&self, offer: &Offer, issue: usize) -> usize {
        let field = self.fields[issue];
        ((offer.0[usize::from(field.word)] >> field.shift) & field.mask) as usize
    }

    /// The options of an offer, in the order of the issues.
    pub fn options(&self, offer: &Offer) -> impl Iterator<Item = usize> {
        (0..self.fields.len()).map(|issue| self.option(offer, issue))
    }

    /// The offer with another option on an issue.
    ///
    /// # Panics
    /// If the issue has no such option.
    #[must_use]
    pub fn with(&self, offer: &Offer, issue: usize, option: usize) -> Offer {
        assert!(option < self.sizes[issue], "issue {issue} has no option {option}");
        let field = self.fields[issue];
        let mut changed = *offer;
        let word = &mut changed.0[usize::from(field.word)];
        *word = (*word & !(field.mask << field.shift)) | ((option as u64) << field.shift);
        changed
    }

    /// The offer of options given in the order of the issues; `None` where an issue has no such option or their numbers differ.
    pub fn offer(&self, options: &[usize]) -> Option<Offer> {
        let fits = options.len() == self.sizes.len()
            && options.iter().zip(&self.sizes).all(|(option, size)| option < size);
        let all = || options.iter().enumerate();
        fits.then(|| all().fold(Offer::default(), |offer, (issue, option)| self.with(&offer, issue, *option)))
    }

    /// The package that an offer is.
    pub fn package(&self, offer: &Offer) -> Package {
        Package(self.options(offer).map(|option| option as u16).collect())
    }

    /// The offer that is a package; `None` where it does not fit.
    pub fn pack(&self, package: &Package) -> Option<Offer> {
        self.offer(&package.0.iter().map(|option| usize::from(*option)).collect::<Vec<_>>())
    }

    /// Every offer, ruled out or not, last issue fastest.
    pub fn every(&self) -> impl Iterator<Item = Offer> {
        let mut next = Some(Offer::default());
        std::iter::from_fn(move || {
            let current = next?;
            next = (0..self.issues())
                .rev()
                .try_fold(current, |offer, issue| {
                    // Breaks with the offer that follows; a field that overflows goes back to 0 and carries on.
                    match self.option(&offer, issue) + 1 {
                        option if option < self.sizes[issue] => Err(self.with(&offer, issue, option)),
                        _ => Ok(self.with(&offer, issue, 0)),
                    }
                })
                .err();
            Some(current)
        })
    }

    /// The offer that is enumerated last.
    pub fn last(&self) -> Offer {
        let all = self.sizes.iter().enumerate();
        all.fold(Offer::default(), |offer, (issue, size)| self.with(&offer, issue, size - 1))
    }

    /// The offer before this one, as they are enumerated; `None` before the first.
    pub fn before(&self, offer: &Offer) -> Option<Offer> {
        let mut found = *offer;
        for issue in (0..self.issues()).rev() {
            match self.option(&found, issue).checked_sub(1) {
                Some(option) => return Some(self.with(&found, issue, option)),
                None => found = self.with(&found, issue, self.sizes[issue] - 1),
            }
        }
        None
    }

    /// Word, shift and mask of an issue's field.
    pub(crate) fn field(&self, issue: usize) -> (usize, u8, u64) {
        let field = self.fields[issue];
        (usize::from(field.word), field.shift, field.mask)
    }
}

impl Offer {
    /// One of the four words.
    pub(crate) fn word(&self, at: usize) -> u64 {
        self.0[at % WORDS]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_count_with_the_last_issue_fastest_and_compare_in_that_order() {
        let layout = Layout::new(&[3, 1, 2, 5]).unwrap();
        let all: Vec<Offer> = layout.every().collect();
        assert_eq!(all.len() as u128, layout.packages());
        assert!(all.is_sorted_by(|a, b| a < b));
        let options: Vec<Vec<usize>> = all.iter().map(|offer| layout.options(offer).collect()).collect();
        assert_eq!(
            (&options[1], &options[5], &options[29]),
            (&vec![0, 0, 0, 1], &vec![0, 0, 1, 0], &vec![2, 0, 1, 4])
        );
        for (offer, options) in all.iter().zip(&options) {
            assert_eq!(layout.offer(options), Some(*offer));
            assert_eq!(layout.pack(&layout.package(offer)), Some(*offer));
        }
        assert_eq!(layout.last(), all[29]);
        assert!(
            all.windows(2).all(|pair| layout.before(&pair[1]) == Some(pair[0]))
                && layout.before(&all[0]).is_none()
        );
        assert_eq!(layout.offer(&[3, 0, 0, 0]), None);
        assert_eq!(layout.offer(&[0, 0, 0]), None);
    }

    #[test]
    fn no_issue_at_all_leaves_one_empty_package_and_too_many_are_said_to_be_too_many() {
        assert_eq!(Layout::new(&[]).unwrap().every().count(), 1);
        assert!(Layout::new(&[10; 64]).is_ok(), "64 issues of ten options");
        assert_eq!(Layout::new(&[10; 65]), Err(TalksError::TooManyIssues { issues: 65, bits: 260 }));
        assert!(Layout::new(&[0]).is_err() && Layout::new(&[70_000]).is_err());
    }

    #[test]
    fn issues_of_one_option_take_no_room_and_fields_do_not_straddle_words() {
        let sizes = [1, 60_000, 1, 50_000, 40_000, 30_000, 20_000, 1, 2];
        let layout = Layout::new(&sizes).unwrap();
        let last: Vec<usize> = sizes.iter().map(|size| size - 1).collect();
        let offer = layout.offer(&last).unwrap();
        assert!(layout.options(&offer).eq(last.iter().copied()));
        for issue in 0..sizes.len() {
            let changed = layout.with(&offer, issue, 0);
            assert!(
                (0..sizes.len()).all(|k| layout.option(&changed, k) == if k == issue { 0 } else { last[k] })
            );
        }
    }
}

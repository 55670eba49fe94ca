//! How claims are weighed, where a case departs from the convention of `detente-evidence`.

use crate::{Grade, NumberId, Reliability, Strength};

/// What a case says about the weight of claims; empty when it keeps to the convention.
///
/// ```toml
/// [evidence]
/// within_origin = 1                  # correlation of reports of one origin, 0 to 1; 1 makes them count once
///
/// [evidence.likelihood_ratios]       # of a claim that is fully trusted; at least 1
/// weak = 1.5
/// moderate = [2, 4]
/// strong = 10
///
/// [evidence.trust]                   # share of the logarithm that a grade lets through, 0 to 1
/// B = 0.8                            # a source
/// "2" = 0.8                          # a piece of information
/// B3 = 0.5                           # a whole grade: stands before its two halves
/// ungraded = 0.3                     # a claim without a grade, from a source without a reliability
/// ```
/// Every key may be left out, and every number may be uncertain.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Weighing {
    /// Likelihood ratios by strength.
    pub likelihood_ratios: Vec<(Strength, NumberId)>,
    /// Trust by grade or half a grade.
    pub trust: Vec<(TrustIn, NumberId)>,
    /// Correlation of reports that share an origin.
    pub within_origin: Option<NumberId>,
}

/// What a share of trust is stated for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TrustIn {
    /// Any source of this reliability: `B`.
    Source(Reliability),
    /// Any information of this credibility: `"2"`.
    Information(u8),
    /// This very grade: `B2`.
    Grade(Grade),
    /// A claim that nobody has graded: `ungraded`.
    Ungraded,
}

impl TrustIn {
    /// What a key of `[evidence.trust]` stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        let credibility = |c: char| c.to_digit(10).filter(|d| (1..=6).contains(d)).map(|d| d as u8);
        let mut letters = key.chars();
        match (letters.next(), letters.next(), letters.next()) {
            (Some(a), None, _) => {
                Reliability::from_letter(a).map(Self::Source).or(credibility(a).map(Self::Information))
            }
            (Some(a), Some(b), None) => {
                let (reliability, credibility) = (Reliability::from_letter(a)?, credibility(b)?);
                Some(Self::Grade(Grade { reliability, credibility }))
            }
            _ => (key == "ungraded").then_some(Self::Ungraded),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_letters_digits_both_or_ungraded() {
        let grade = Grade { reliability: Reliability::B, credibility: 3 };
        assert_eq!(TrustIn::from_key("B"), Some(TrustIn::Source(Reliability::B)));
        assert_eq!(TrustIn::from_key("6"), Some(TrustIn::Information(6)));
        assert_eq!(TrustIn::from_key("B3"), Some(TrustIn::Grade(grade)));
        assert_eq!(TrustIn::from_key("ungraded"), Some(TrustIn::Ungraded));
        for wrong in ["", "7", "G", "0", "3B", "B33", "b2"] {
            assert_eq!(TrustIn::from_key(wrong), None, "{wrong}");
        }
    }
}

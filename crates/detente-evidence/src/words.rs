//! Words for probabilities.
//!
//! The seven terms of Intelligence Community Directive 203 (Office of the Director of National Intelligence,
//! 2015, D.6.e.2.a): almost no chance 1–5 %, very unlikely 5–20, unlikely 20–45, roughly even chance 45–55,
//! likely 55–80, very likely 80–95, almost certain 95–99. Neighbouring bands share an edge there; here an edge
//! belongs to the band nearer to one half, so that a probability and its complement always have mirrored words.
//! The directive has no words below 1 % and above 99 %: the outermost ones serve, and 0 and 1 themselves, which
//! only a case that states them can give, are called what they are.
//!
//! Likelihood and confidence never share a phrase (ibid.): nothing here speaks of confidence.
//!
//! ```
//! use detente_evidence::Likelihood;
//!
//! assert_eq!(Likelihood::of(0.62).words(), "likely");
//! assert_eq!(Likelihood::of(0.38).words(), "unlikely");
//! assert_eq!(Likelihood::of(0.05).words(), "very unlikely");
//! ```

/// A band of probability with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likelihood {
    /// 0: the case states that it cannot be.
    Impossible,
    /// Above 0, below 5 %.
    AlmostNoChance,
    /// From 5 %, below 20 %.
    VeryUnlikely,
    /// From 20 %, below 45 %.
    Unlikely,
    /// From 45 % to 55 %.
    RoughlyEven,
    /// Above 55 %, to 80 %.
    Likely,
    /// Above 80 %, to 95 %.
    VeryLikely,
    /// Above 95 %, below 1.
    AlmostCertain,
    /// 1: the case states that it must be.
    Certain,
}

impl Likelihood {
    /// The band of a probability in [0, 1].
    pub fn of(probability: f64) -> Self {
        match probability {
            p if p <= 0.0 => Self::Impossible,
            p if p < 0.05 => Self::AlmostNoChance,
            p if p < 0.20 => Self::VeryUnlikely,
            p if p < 0.45 => Self::Unlikely,
            p if p <= 0.55 => Self::RoughlyEven,
            p if p <= 0.80 => Self::Likely,
            p if p <= 0.95 => Self::VeryLikely,
            p if p < 1.0 => Self::AlmostCertain,
            _ => Self::Certain,
        }
    }

    /// The words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Impossible => "ruled out",
            Self::AlmostNoChance => "almost no chance",
            Self::VeryUnlikely => "very unlikely",
            Self::Unlikely => "unlikely",
            Self::RoughlyEven => "roughly even chance",
            Self::Likely => "likely",
            Self::VeryLikely => "very likely",
            Self::AlmostCertain => "almost certain",
            Self::Certain => "certain",
        }
    }

    /// The words for a range of probabilities: `unlikely to likely`, or one term when both ends share a band.
    pub fn words_between(low: f64, high: f64) -> String {
        let (low, high) = (Self::of(low), Self::of(high));
        if low == high { low.words().to_owned() } else { format!("{} to {}", low.words(), high.words()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_band_has_its_words() {
        let at = |p| Likelihood::of(p).words();
        assert_eq!([at(0.01), at(0.1), at(0.3)], ["almost no chance", "very unlikely", "unlikely"]);
        assert_eq!([at(0.5), at(0.7), at(0.9)], ["roughly even chance", "likely", "very likely"]);
        assert_eq!([at(0.97), at(0.0), at(1.0)], ["almost certain", "ruled out", "certain"]);
        assert_eq!(Likelihood::words_between(0.25, 0.4), "unlikely");
        assert_eq!(Likelihood::words_between(0.25, 0.6), "unlikely to likely");
    }

    proptest! {
        #[test]
        fn complements_mirror(percent in 0u32..=100) {
            const ORDER: [Likelihood; 9] = [
                Likelihood::Impossible, Likelihood::AlmostNoChance, Likelihood::VeryUnlikely, Likelihood::Unlikely,
                Likelihood::RoughlyEven, Likelihood::Likely, Likelihood::VeryLikely, Likelihood::AlmostCertain,
                Likelihood::Certain,
            ];
            // Both written as quotients of whole numbers, so that the edges are exact.
            let place = |n: u32| {
                let band = Likelihood::of(f64::from(n) / 100.0);
                ORDER.iter().position(|b| *b == band).unwrap()
            };
            prop_assert_eq!(place(percent) + place(100 - percent), 8);
        }
    }
}

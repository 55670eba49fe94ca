//! Texts put to the vote, each of them whole, with a veto for everybody.
//!
//! In every round the mediator draws whole texts; one replaces a text that it has kept if all like it at least as well. At the end the parties sign the
//! kept text that leaves the least gainer most, of those that nobody would rather do without.

use crate::{Offer, Wants, chance_of};

/// How texts are put to the vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vetoes {
    /// How many rounds there are.
    pub rounds: u32,
    /// How many texts are kept side by side; at least 1.
    pub texts: usize,
    /// Where texts come from.
    pub seed: u64,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voted {
    /// The texts that stood at the end.
    pub texts: Vec<Offer>,
    /// What all sign, if anything.
    pub signed: Option<Offer>,
}

/// Puts texts to the vote.
pub fn hold(wants: &[Wants<'_>], vetoes: &Vetoes) -> Voted {
    let Some(first) = wants.first() else { return Voted { texts: Vec::new(), signed: None } };
    let mut chance = chance_of(vetoes.seed, wants.len());
    let mut draw = || first.bids.drawn(f64::NEG_INFINITY, &mut chance).unwrap_or_default();
    let mut texts: Vec<Offer> = (0..vetoes.texts.max(1)).map(|_| draw()).collect();
    let likes = |new: &Offer, old: &Offer| wants.iter().all(|wants| wants.worth(new) >= wants.worth(old));
    for _ in 0..vetoes.rounds {
        for text in &mut texts {
            let new = draw();
            if likes(&new, text) {
                *text = new;
            }
        }
    }
    let least = |text: &Offer| least_gain(wants, text);
    let signable = texts.iter().filter(|text| wants.iter().all(|wants| wants.worth(text) >= wants.no_deal));
    let signed = signable.copied().reduce(|a, b| if least(&b) > least(&a) { b } else { a });
    Voted { texts, signed }
}

/// What the least gainer gains, as a share of the most it could.
pub(super) fn least_gain(wants: &[Wants<'_>], text: &Offer) -> f64 {
    let gain = |wants: &Wants<'_>| {
        let most = wants.bids.most() - wants.no_deal;
        let gain = wants.worth(text) - wants.no_deal;
        if most > 0.0 { gain / most } else { gain }
    };
    wants.iter().map(gain).fold(f64::INFINITY, f64::min)
}

//! The parts of a brief: which of them a section is made of, and which of them a figure cannot bear on.
//!
//! Whoever asks for some sections alone, or looks at a case with one figure changed, need not wait for the rest.

use detente_model::Case;

use crate::extract::{ExtractChoice, HEADLINE};
use crate::page::{READING_ORDER, is_annexed};

/// Parts of a brief that are wanted. The deal space is there in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct BriefParts(u16);

impl BriefParts {
    /// The leading packages under the three tests.
    pub const STANDINGS: Self = Self(1);
    /// What one change of the best package would do.
    pub const CHANGES: Self = Self(1 << 1 | 1);
    /// The manners of carrying the exchange out.
    pub const MANNERS: Self = Self(1 << 2 | 1 << 1 | 1);
    /// Who wants what.
    pub const MATRIX: Self = Self(1 << 3);
    /// The exchange of the package that does best.
    pub const EXCHANGE: Self = Self(1 << 4 | 1);
    /// How long the leading packages would last.
    pub const DURABILITY: Self = Self(1 << 5);
    /// Why the conflict rests where it does.
    pub const STANDSTILL: Self = Self(1 << 6);
    /// What was said and done.
    pub const EVIDENCE: Self = Self(1 << 7);
    /// On what they would settle if they sign.
    pub const SETTLEMENT: Self = Self(1 << 8);
    /// How the bargaining would go.
    pub const TALKS: Self = Self(1 << 9);
    /// What its body would decide.
    pub const COLLECTIVE: Self = Self(1 << 10);
    /// What became of what was promised, as the package that does best is carried out.
    pub const WATCH: Self = Self(1 << 11 | 1);
    /// All of them.
    pub const ALL: Self = Self(u16::MAX);

    /// Whether it has all of some parts.
    pub const fn has(self, parts: Self) -> bool {
        self.0 & parts.0 == parts.0
    }

    /// As [`Self::of_choice`], but for the list of sources, in which no figure stands.
    pub fn of_figures_in(case: &Case, choice: &ExtractChoice) -> Self {
        if choice.annex && choice.sections.is_empty() {
            return Self::of_choice(case, choice);
        }
        let sections: Vec<String> = choice.sections.iter().filter(|id| *id != "sources").cloned().collect();
        // Without a section left nothing is asked for, and not everything.
        let nothing = sections.is_empty() && !choice.sections.is_empty();
        let choice = ExtractChoice { sections, ..choice.clone() };
        if nothing { Self::default() } else { Self::of_choice(case, &choice) }
    }

    /// The parts of both.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The parts that a section is made of. Which packages are listed in the two pages hangs on the tests and on how long each lasts.
    fn of_section(id: &str) -> Self {
        match id {
            "leading" => Self::STANDINGS.and(Self::DURABILITY).and(Self::SETTLEMENT),
            "map" | "at-home" => Self::STANDINGS.and(Self::DURABILITY),
            "tests" => Self::CHANGES.and(Self::DURABILITY),
            "three-tests" => Self::MANNERS,
            "wants" | "positions" => Self::MATRIX,
            "hold" | "exchange" => Self::EXCHANGE,
            "last" | "durability" => Self::DURABILITY,
            "settlement" => Self::SETTLEMENT,
            "bargain" | "talks" => Self::TALKS,
            "decides" | "collective" => Self::COLLECTIVE,
            "kept" | "watch" => Self::WATCH,
            "stuck" | "stability" => Self::STANDSTILL,
            "heard" | "evidence" => Self::EVIDENCE,
            "in-the-way" | "rests-on" | "space" | "space-sketch" | "packages" | "obstacles" | "homes"
            | "grounds" | "record" | "rest" => Self::default(),
            _ => Self::ALL,
        }
    }

    /// The parts that an extract is made of. Its sources are those of all sections, and need all of them.
    pub fn of_choice(case: &Case, choice: &ExtractChoice) -> Self {
        let wanted = |id: &str| {
            if choice.sections.is_empty() {
                choice.annex || !is_annexed(id)
            } else {
                choice.sections.iter().any(|name| name == id)
            }
        };
        let sections = READING_ORDER.iter().filter(|id| wanted(id)).map(|id| Self::of_section(id));
        let headline = match (wanted(HEADLINE), case.issues.is_empty()) {
            (false, _) => Self::default(),
            (true, false) => Self::STANDINGS,
            // Without anything on the table everything else is in the headline.
            (true, true) => Self::EXCHANGE
                .and(Self::DURABILITY)
                .and(Self::STANDSTILL)
                .and(Self::EVIDENCE)
                .and(Self::COLLECTIVE)
                .and(Self::WATCH),
        };
        sections.fold(headline, Self::and)
    }
}

/// The answers about a case that stay what they are as one of its figures changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each engine is untouched or not, whatever the others are")]
pub(crate) struct Untouched {
    /// The deal space, and what is made of it alone.
    pub deals: bool,
    /// What would change hands under a package.
    pub exchange: bool,
    /// How long a package would last.
    pub durability: bool,
    /// Why the conflict rests where it does.
    pub standstill: bool,
}

impl Untouched {
    /// What the figure at a path cannot bear on: engines know neither each other nor each other's figures. What bears on open questions bears on
    /// everything; and where packages were compared, what options are worth may have worlds drawn anew, with other figures in them all.
    pub fn of_path(case: &Case, path: &str) -> Self {
        let all = Self { deals: true, exchange: true, durability: true, standstill: true };
        match path.split('.').next().unwrap_or_default() {
            "positions" | "interactions" if !case.comparisons.is_empty() => Self::default(),
            "positions" | "interactions" | "audiences" | "ratification" => Self { deals: false, ..all },
            "exchange" => Self { exchange: false, ..all },
            "durability" => Self { durability: false, ..all },
            "conflict" => Self { standstill: false, ..all },
            "collective" => all,
            _ => Self::default(),
        }
    }
}

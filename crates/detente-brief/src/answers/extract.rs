//! `brief --extract`: what an extract leaves out, and what it still gives away.

use serde::Serialize;

use super::CaseNamed;
use crate::extract::{Extract, GivenAway, How, NotGiven, ShownThrough, WhyNot};

/// What `detente brief CASE --extract --json` prints: the account of an extract, for whoever hands it over. The extract itself is not part of
/// it, so that the one is not handed over with the other; `--html FILE` writes it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ExtractAnswer {
    /// The case.
    pub case: CaseNamed,
    /// The seed of the draws.
    pub seed: u64,
    /// How many worlds were drawn for the extract.
    pub draws: u64,
    /// The ids of the sections that it shows, in reading order.
    pub sections: Vec<String>,
    /// The ids of the parties that it leaves out.
    pub without_parties: Vec<String>,
    /// How many sections, paragraphs, rows, columns, lines and plots of the brief it leaves out.
    pub left_out: usize,
    /// The sections that were asked for and of which nothing is left, with why.
    pub not_given: Vec<SectionNotGiven>,
    /// How many figures and red lines on options of the case stay in it.
    pub figures_that_stay: usize,
    /// How many of them are left out and not given away, as far as this can be seen.
    pub figures_kept: usize,
    /// The figures and red lines that are left out and given away all the same: first those of parties that are left out, and of those the
    /// surest first.
    pub gives_away: Vec<FigureGivenAway>,
    /// Paths of figures for which it could not be judged: at an end of their range the case has no answer.
    pub not_judged: Vec<String>,
    /// Over how many draws it was judged what the extract gives away.
    pub judged_over: u64,
}

impl ExtractAnswer {
    /// The answer that an extract is.
    pub fn of(extract: &Extract) -> Self {
        let account = &extract.account;
        Self {
            case: CaseNamed::of(&extract.case),
            seed: extract.seed,
            draws: extract.draws,
            sections: extract.sections.clone(),
            without_parties: extract.without_parties.clone(),
            left_out: extract.left_out,
            not_given: extract.not_given.iter().map(SectionNotGiven::of).collect(),
            figures_that_stay: account.stay.len(),
            figures_kept: account.kept.len(),
            gives_away: account.gives_away.iter().map(FigureGivenAway::of).collect(),
            not_judged: account.not_judged.clone(),
            judged_over: account.draws,
        }
    }
}

/// A section that was asked for and of which nothing is left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SectionNotGiven {
    /// Its id.
    pub id: String,
    /// Why nothing is left.
    pub why: SectionWhyNot,
    /// The ids of the parties without which it has nothing to say; empty if that is not why.
    pub needs: Vec<String>,
    /// All of it in a sentence.
    pub sentence: String,
}

/// Why a section cannot be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SectionWhyNot {
    /// The case has nothing to say there.
    Nothing,
    /// All that it says tells of parties that are left out.
    Parties,
    /// All that it says is among the sources or remarks that are left out.
    LeftOut,
}

impl SectionWhyNot {
    /// A reason, and the parties without which a section has nothing to say.
    pub fn of(why: &WhyNot) -> (Self, Vec<String>) {
        match why {
            WhyNot::Nothing => (Self::Nothing, Vec::new()),
            WhyNot::Parties(needs) => (Self::Parties, needs.clone()),
            WhyNot::LeftOut => (Self::LeftOut, Vec::new()),
        }
    }
}

impl SectionNotGiven {
    fn of(section: &NotGiven) -> Self {
        let (why, needs) = SectionWhyNot::of(&section.why);
        Self { id: section.id.clone(), why, needs, sentence: section.sentence.clone() }
    }
}

/// A figure or a red line on options that an extract leaves out and gives away.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FigureGivenAway {
    /// Its path in the case file.
    pub path: String,
    /// What it is, in words.
    pub name: String,
    /// Whether it belongs to a party that is left out.
    pub of_party_left_out: bool,
    /// Whether it is a red line on options, which has no range: what is shown is then as it is, and without it.
    pub red_line: bool,
    /// How it is given away.
    pub how: GivenAwayHow,
    /// The share of its range that stays open to whoever has the extract and knows the ranges of all that is left out: 1 if nothing is
    /// learned of it, near 0 if it can be worked out. On a linear account.
    pub left_open: f64,
    /// Through what, the most telling first; at most three.
    pub through: Vec<GivenAwayThrough>,
    /// All of it in a sentence.
    pub sentence: String,
}

impl FigureGivenAway {
    fn of(given: &GivenAway) -> Self {
        Self {
            path: given.path.clone(),
            name: given.name.clone(),
            of_party_left_out: given.of_somebody_left_out,
            red_line: given.red_line,
            how: match given.how {
                How::Stands => GivenAwayHow::Stands,
                How::WorkedOut => GivenAwayHow::WorkedOut,
                How::Hinted => GivenAwayHow::Hinted,
            },
            left_open: given.left_open,
            through: given.through.iter().map(GivenAwayThrough::of).collect(),
            sentence: given.sentence.clone(),
        }
    }
}

/// How an extract gives a figure away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GivenAwayHow {
    /// It stands there all the same: a shown number, a range or words are it, or a number is it beside what does not change with it.
    Stands,
    /// It can be worked out to within a tenth of its range.
    WorkedOut,
    /// A shown number, or the words, depend on it.
    Hinted,
}

/// What gives a figure away.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct GivenAwayThrough {
    /// The heading of the section.
    pub section: String,
    /// The words around the number, with `#` in the place of every number; as they stand there if no number is told of.
    pub words: String,
    /// Which of the numbers there, from 1; null if it is the words that differ.
    pub number: Option<usize>,
    /// What it shows with the figure at the lower end of its range, a per cent as a hundredth; of a red line on options, as it is, with it.
    /// Null for words.
    pub at_low: Option<f64>,
    /// The same at the upper end; without the red line.
    pub at_high: Option<f64>,
}

impl GivenAwayThrough {
    fn of(through: &ShownThrough) -> Self {
        let ShownThrough { section, words, number, at_low, at_high } = through.clone();
        Self { section, words, number, at_low, at_high }
    }
}

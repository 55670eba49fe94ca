//! What a brief is made of, before it is rendered.
//!
//! Every sentence and every figure that more than one rendering shows is composed once, so that the terminal, the page
//! and the JSON cannot disagree.

use std::sync::Arc;

use detente_deals::{Condition, Findings, Share, Units};
use detente_model::{Actor, Case, Citation, IssueId, Package};

use crate::compose::collective::BodyAhead;
use crate::compose::evidence::WeighedEvidence;
use crate::compose::exchange::ExchangePlan;
use crate::compose::lasting::Lasting;
use crate::compose::settlement::LikelySettlement;
use crate::compose::standstill::Standstill;
use crate::compose::talks::TalksAhead;
use crate::compose::three_tests::ThreeTests;
use crate::compose::watch::WatchDay;

/// A brief on one case. Whatever is `None` the case has no material for.
#[derive(Debug, Clone)]
pub struct Brief {
    /// The case it is about.
    pub case: Arc<Case>,
    /// How many worlds were drawn.
    pub draws: u64,
    /// From which seed.
    pub seed: u64,
    /// Where things stand, in a few sentences, most important first.
    pub headline: Vec<String>,
    /// Who wants what.
    pub matrix: Vec<MatrixRow>,
    /// The deal space; `None` where nothing is on the table.
    pub deals: Option<Arc<Deals>>,
    /// The leading packages under the three tests.
    pub three_tests: Option<Arc<ThreeTests>>,
    /// Which package they would settle on if they sign; `None` where nothing is on the table.
    pub settlement: Option<Arc<LikelySettlement>>,
    /// Why the conflict rests where it does.
    pub standstill: Option<Arc<Standstill>>,
    /// The exchange that the leading package would set in motion.
    pub exchange: Option<Arc<ExchangePlan>>,
    /// How long the leading packages would last.
    pub durability: Option<Arc<Lasting>>,
    /// What was promised for the time after the signing, and what became of it.
    pub watch: Option<Arc<WatchDay>>,
    /// How the bargaining would go.
    pub talks: Option<Arc<TalksAhead>>,
    /// What its body would decide.
    pub collective: Option<Arc<BodyAhead>>,
    /// What was said and done, and what it makes of the outlook.
    pub evidence: Option<Arc<WeighedEvidence>>,
    /// What the figures rest on.
    pub grounds: Grounds,
}

/// The deal space of a case, in figures and in words.
#[derive(Debug, Clone)]
pub struct Deals {
    /// The case it is about.
    pub case: Arc<Case>,
    /// How many worlds were drawn.
    pub draws: u64,
    /// From which seed.
    pub seed: u64,
    /// Where things stand, in a few sentences, most important first.
    pub headline: Vec<String>,
    /// What the engine found.
    pub findings: Findings,
    /// The leading packages.
    pub packages: Vec<LeadingPackage>,
    /// What stands in the way.
    pub obstacles: Obstacles,
    /// The audiences behind the parties; empty when the case names none with a position.
    pub homes: Vec<Home>,
    /// The judgements on which the existence of a deal hangs most, in words; `None` when nothing decides.
    pub hangs_on: Option<String>,
}

/// One issue, with what each principal wants on it.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixRow {
    /// The issue.
    pub issue: IssueId,
    /// Its name.
    pub name: String,
    /// Its options as people read them.
    pub options: Vec<String>,
    /// One cell a principal, in the order of [`Findings::parties`].
    pub cells: Vec<MatrixCell>,
    /// Whether red lines leave no option, in the central world.
    pub blocked: bool,
}

/// What one principal wants on one issue.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixCell {
    /// How much the issue matters to it: its weight in the central world, 0 to 1.
    pub weight: f64,
    /// The middle nine tenths of the weight over the draws.
    pub weight_range: [f64; 2],
    /// From what it wants most to what it wants least: `all at once … six stages`; empty when it states nothing.
    pub wants: String,
    /// The value of each option in the central world, 0 to 1; empty when it states none.
    pub values: Vec<f64>,
    /// Red lines in words.
    pub red_lines: Vec<String>,
    /// What the position on this issue rests on; empty for a judgement.
    pub cite: Vec<Citation>,
    /// The analyst's remark.
    pub note: Option<String>,
    /// The line of the case file.
    pub line: Option<usize>,
}

/// One of the leading packages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadingPackage {
    /// `A`, `B`, `C`, …
    pub letter: String,
    /// What it consists of.
    pub package: Package,
    /// The same in one line.
    pub label: String,
    /// Share of worlds in which all accept it.
    pub all: Share,
    /// Share in which each principal does, its audiences included.
    pub principals: Vec<Share>,
    /// Share in which each principal does by itself, whatever is said at home.
    pub themselves: Vec<Share>,
    /// Values to the principals in the central world.
    pub values: Vec<Units>,
    /// To whom it is hardest: the principals, as positions in [`Findings::parties`], that accept it least often.
    pub hardest: Vec<usize>,
    /// Whether all accept it in the central world.
    pub agreed: bool,
}

/// Who or what stands in the way in the central world, in words; empty with a zone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BlockersTold {
    /// The conditions that block alone.
    pub alone: Vec<BlockerTold>,
    /// All of it in a sentence; empty with a zone.
    pub summary: String,
    /// Least sets of conditions that cannot all be met.
    pub together: Vec<Vec<String>>,
    /// Least sets of conditions that, lifted together, open the zone.
    pub repairs: Vec<Vec<String>>,
    /// Whether these are all such sets.
    pub complete: bool,
}

/// A condition that blocks alone, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockerTold {
    /// The condition.
    pub condition: Condition,
    /// Its name.
    pub what: String,
    /// How far it is from being met when all others are.
    pub lacks: String,
    /// The same with the package that comes nearest.
    pub how_far: String,
    /// Both as a sentence.
    pub headline: String,
    /// What would meet it besides a concession on an issue, with what that takes.
    pub ways: Vec<String>,
    /// Whether it is a vote or a veto at home.
    pub at_home: bool,
    /// The share of the worlds in which it is the only condition that blocks alone; `None` if there is none.
    pub only: Option<Share>,
    /// The share in which it is one of several.
    pub one_of_several: Option<Share>,
}

/// What stands in the way, and what would clear it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Obstacles {
    /// Who or what stands in the way.
    pub blockers: BlockersTold,
    /// Issues that stand in the way, the one whose clearing helps most first. Empty when the zone is open.
    pub issues: Vec<IssueId>,
    /// Concessions and what they would do, in the order of the findings.
    pub steps: Vec<ConcessionStep>,
    /// The smallest and cheapest sets of concessions that open the zone, one for each way to share them among the actors.
    /// Empty when the zone is open or nothing opens it.
    pub openings: Vec<WayOut>,
}

/// A set of concessions that opens the zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayOut {
    /// The concessions, in words.
    pub concessions: Vec<String>,
    /// What they cost those who make them, each on its own scale, added up.
    pub cost: Units,
    /// The package that they make acceptable.
    pub package: Package,
}

/// One concession with its effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConcessionStep {
    /// Who would concede.
    pub actor: Actor,
    /// On what.
    pub issue: IssueId,
    /// In words.
    pub text: String,
    /// What it costs, on its own scale: what it gets less on the issue than by its best option that crosses none of its red lines.
    pub cost: Units,
    /// The same counted from what the nearest package gives it on the issue; `None` where red lines leave no package. Negative if it gains.
    pub cost_from_nearest: Option<Units>,
    /// The margin after it.
    pub margin_after: Option<Units>,
    /// What the margin would be at most; the same, unless the space is too large to tell.
    pub margin_after_at_most: Option<Units>,
    /// Whether it opens the zone by itself.
    pub opens: bool,
}

/// An audience behind a party.
#[derive(Debug, Clone, PartialEq)]
pub struct Home {
    /// Its name.
    pub name: String,
    /// The party behind which it stands.
    pub party: String,
    /// Its say in words: `no deal without it`, or its weight in the ratification.
    pub say: String,
    /// In which share of the worlds it would accept each leading package, in the order of [`Deals::packages`].
    pub accepts: Vec<Share>,
    /// Whether it is asked about each of them: about one that it is not asked about it is not in the way, and counts as accepting.
    pub asked: Vec<bool>,
}

/// What the figures of the case rest on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grounds {
    /// Figures that stand as a source has them.
    pub cited: usize,
    /// Ranges put around what a source reports: the matter is cited, the figure is a judgement.
    pub estimated: usize,
    /// Figures that cite nothing: somebody's judgement.
    pub judged: usize,
    /// Every figure, in the order of the case.
    pub figures: Vec<GroundedFigure>,
}

/// A figure of the case with its ground.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroundedFigure {
    /// Its path in the case file.
    pub path: String,
    /// In words.
    pub name: String,
    /// As stated.
    pub stated: String,
    /// What it rests on; empty for a judgement.
    pub cite: Vec<Citation>,
    /// The line of the case file.
    pub line: Option<usize>,
}

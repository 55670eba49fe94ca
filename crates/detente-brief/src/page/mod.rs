//! A page is a tree: sections of blocks, composed once from what the engines found, for every medium.
//!
//! A [`Section`] holds [`Block`]s: sentences, tables, plots as data, lists. What a terminal and a page both show stands here once; where they say
//! it in different length, one [`Wording`] says both, and what only one of them has room for is marked [`Shown::Short`] or [`Shown::Full`]. The
//! renderers ([`crate::render`]) know blocks and no section. One file a section composes it; the functions here say which
//! sections make a page, in reading order.

mod block;
mod day;
mod face;
mod plot;
mod table;
mod talks;
mod wording;

mod body;
mod central;
mod checklist;
mod collective;
mod digest;
mod drivers;
mod durability;
mod evidence;
mod exchange;
mod extract;
mod figures;
mod findings;
mod frontier;
mod grounds;
mod head;
mod homes;
mod judged;
mod lotteries;
mod marks;
mod matrix;
mod merge;
mod obstacles;
mod one_text;
mod one_text_compared;
mod overlay;
mod packages;
pub(crate) mod record;
mod settlement;
mod side_by_side;
mod solutions;
mod sources;
mod space;
mod stability;
mod sweep;
mod three_tests;
mod tournament;
mod unfold;
mod watch;

pub use block::{Block, Content, Part, Shown, SourceNote, Version};
pub(crate) use block::{IN_JSON, IN_THE_ANNEX};
pub use day::Day;
pub use extract::extract_account;
pub use face::Face;
pub use figures::contents;
pub use head::Head;
pub(crate) use head::OTHERS_LEFT_OUT;
pub use marks::marks;
pub use merge::merge;
pub use one_text::text;
pub use one_text_compared::texts_compared;
pub use overlay::overlay;
pub use plot::{
    Acceptance, Accepted, Arrow, Beyond, Data, Dot, Envelope, Grid, Handovers, HeldLine, Illustration, Kind,
    Mark, MeanMark, Means, Named, OutlookByDate, OutlookStep, Pair, Panel, Panels, Pick, Plot, Replies,
    ShareLine, Shares, Spot, StandMark, Stands, States, StillToCome, Stop, Survival, SweepCurve, SweepMark,
    TradeOff, TurnLine, Turns, VoteSign,
};
pub use side_by_side::side_by_side;
pub use space::{PickablePackage, PickableSpace};
pub use sweep::sweep;
pub use table::{Column, ColumnHolds, Layout, Row, Table};
pub use tournament::tournament;
pub use unfold::{Further, Ready, Unfolding, unfold};
pub(crate) use unfold::{READING_ORDER, in_annex_as, is_annexed};
pub use wording::{Chance, Cite, DoubtOf, LineManner, Phrase, Piece, Wording};

use detente_deals::SobolIndices;
use detente_model::Case;
use detente_stability::{StabilityError, State};
use serde::Serialize;

use self::face::Faces;
use crate::answers::{CollectiveAnswer, FindingsAnswer};
use crate::brief::{Brief, Deals};
use crate::compose::collective::BodyAhead;
use crate::compose::evidence::WeighedEvidence;
use crate::compose::exchange::ExchangePlan;
use crate::compose::lasting::Lasting;
use crate::compose::standstill::{Standstill, Wanted};
use crate::compose::talks::TalksAhead;
use crate::compose::three_tests::Standings;
use crate::compose::watch::WatchDay;
use crate::track_record::{ForecastKind, TrackRecord};

/// The deal space as a terminal draws it, behind the packages; a page has it as `space`, before them. Whoever asks for that gets both.
pub(crate) const SKETCH: &str = "space-sketch";

/// How often such figures were right, as a terminal has it: in the annex, since its two pages are full. A page has it before the annex.
const RECORD_IN_THE_ANNEX: &str = "record-in-the-annex";

/// What is shown of a case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Page {
    /// What stands above all sections.
    pub head: Option<Head>,
    /// The sections in reading order.
    pub sections: Vec<Section>,
    /// What stands below them on a page.
    pub foot: Option<String>,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Its name, once on a page.
    pub id: &'static str,
    /// In which version it is there.
    pub shown: Shown,
    /// Its heading; empty for none.
    pub heading: Wording,
    /// Whether it belongs to the annex, behind the two pages of a brief.
    pub annex: bool,
    /// The kind of figure that it mainly tells, if such figures can be read as forecasts: the page leads from there to how well they have done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forecasts: Option<ForecastKind>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

impl Section {
    fn new(id: &'static str, heading: impl Into<Wording>, blocks: Vec<Block>) -> Self {
        Self { id, shown: Shown::Always, heading: heading.into(), annex: false, forecasts: None, blocks }
    }

    /// The same, known for the kind of forecast that it tells.
    fn known_for(self, case: &Case) -> Self {
        Self { forecasts: record::kind_of(self.id, case), ..self }
    }

    fn annexed(self) -> Self {
        Self { annex: true, ..self }
    }

    fn short(self) -> Self {
        Self { shown: Shown::Short, ..self }
    }

    fn full(self) -> Self {
        Self { shown: Shown::Full, ..self }
    }

    /// The same inside a longer section: its blocks below its heading, in the versions in which it is there itself.
    fn inside(self) -> Vec<Block> {
        let shown = match (self.shows(Version::Short), self.shows(Version::Full)) {
            (true, true) => Shown::Always,
            (true, false) => Shown::Short,
            (false, true) => Shown::Full,
            (false, false) => return Vec::new(),
        };
        let heading = Block { shown, ..Block::heading(self.heading) };
        let blocks = self.blocks.into_iter().filter_map(|block| match (self.shown, block.shown) {
            (Shown::Always, _) => Some(block),
            (section, Shown::Always) => Some(Block { shown: section, ..block }),
            (section, shown) => (section == shown).then_some(block),
        });
        std::iter::once(heading).chain(blocks).collect()
    }

    /// Whether a version shows anything of it: a section without material leaves no trace.
    pub fn shows(&self, version: Version) -> bool {
        self.shown.shows(version) && self.blocks.iter().any(|block| block.shows(version))
    }

    /// Every citation that a version shows, in reading order.
    pub fn cites(&self, version: Version) -> Vec<&Cite> {
        if !self.shown.shows(version) {
            return Vec::new();
        }
        self.blocks.iter().flat_map(|block| block.cites(version)).collect()
    }
}

/// Said at the end of a page.
const FOOT: &str = "Nothing here is a prophecy. Each figure follows from judgements that people wrote in the case, and from what its \
                    sources report; where those change, the figures change with them. A share says in how many of the worlds that the case \
                    allows something holds. Its interval is the doubt that a finite number of draws leaves; the doubt about the judgements \
                    themselves is in the share.";

/// The brief: what matters of everything that the case has the material for, on two pages.
pub fn brief(brief: &Brief) -> Page {
    let faces = faces(brief);
    let mut sections = digest::sections(brief, &faces);
    sections.push(digest::rest());
    Page { sections, ..empty(brief, faces) }
}

/// The brief with its annex: everything that there is to say of the case.
pub fn brief_with_annex(brief: &Brief) -> Page {
    let faces = faces(brief);
    let mut sections = digest::sections(brief, &faces);
    sections.extend(annex(brief, &faces).into_iter().map(Section::annexed));
    Page { sections, foot: Some(FOOT.to_owned()), ..empty(brief, faces) }
}

/// The page of a brief without its sections.
fn empty(brief: &Brief, faces: Faces) -> Page {
    let head = Head::of(&brief.case, Some((brief.draws, brief.seed)), brief.headline.clone());
    let head = if brief.deals.is_some() {
        head.with_parties(&brief.case, faces)
    } else {
        head.with_everybody(&brief.case)
    };
    Page { head: Some(head), sections: Vec::new(), foot: None }
}

/// Those whose looks a brief keeps: who must sign.
fn faces(brief: &Brief) -> Faces {
    match &brief.deals {
        Some(deals) => Faces::of(&brief.case, &deals.findings.parties),
        None => Faces::of(&brief.case, &brief.case.principals().collect::<Vec<_>>()),
    }
}

/// Everything, in reading order.
fn annex(brief: &Brief, faces: &Faces) -> Vec<Section> {
    let mut sections = Vec::new();
    if let Some(deals) = &brief.deals {
        let space = space::section(deals, faces);
        sections.extend([
            // A page opens with the picture; a terminal, whose picture is coarse, with the packages.
            space.clone().full(),
            packages::section(deals, faces),
            three_tests::section(brief),
            settled(brief),
            Section { id: SKETCH, ..space.short() },
            matrix::section(brief, faces),
            obstacles::section(deals, faces),
            homes::section(deals),
        ]);
    }
    sections.extend(brief.exchange.as_ref().map(|found| exchange::section(found, faces)));
    sections.extend(brief.durability.as_ref().map(|found| durability::section(found)));
    sections.extend(brief.watch.as_ref().map(|found| watch::section(found)));
    sections.extend(brief.talks.as_ref().map(|found| talks::section(found)));
    sections.extend(brief.collective.as_ref().map(|found| body::section(found)));
    sections.extend(brief.standstill.as_ref().map(|found| stability::section(found, faces)));
    sections.extend(brief.evidence.as_ref().map(|found| evidence::section(found)));
    sections.push(grounds::section(brief));
    let cited: Vec<usize> =
        sections.iter().flat_map(|s| s.cites(Version::Full)).map(|cite| cite.note).collect();
    // A page has it on its first two leaves.
    sections.push(Section { id: RECORD_IN_THE_ANNEX, ..record::section(&brief.case).short() });
    sections.push(sources::section(&brief.case, &cited).full());
    sections.into_iter().map(|section| section.known_for(&brief.case)).collect()
}

/// What they would settle on if they sign; without blocks where there is nothing to sign.
fn settled(brief: &Brief) -> Section {
    let nothing = || Section::new("settlement", "", Vec::new());
    brief.settlement.as_ref().map_or_else(nothing, |found| settlement::section(found))
}

/// The deal space in figures.
pub fn deals(deals: &Deals, standings: Option<&Standings>, sobol: Option<&SobolIndices>) -> Page {
    let faces = Faces::of(&deals.case, &deals.findings.parties);
    Page {
        head: Some(Head::of(&deals.case, Some((deals.draws, deals.seed)), deals.headline_with(standings))),
        sections: vec![
            central::section(deals),
            solutions::section(deals),
            lotteries::section(deals),
            frontier::section(deals),
            obstacles::section(deals, &faces),
            packages::section(deals, &faces),
            homes::section(deals),
            drivers::section(&deals.case, sobol),
            record::of_kinds([ForecastKind::Deal, ForecastKind::Package, ForecastKind::InTheWay]),
        ],
        foot: None,
    }
}

/// Would it hold? The exchange that a package would set in motion.
pub fn exchange(found: &ExchangePlan) -> Page {
    let head = Head::of(&found.case, Some((found.draws, found.seed)), found.headline.clone());
    Page { head: Some(head), sections: exchange::sections(found), foot: None }
}

/// Would it last? How long packages would, and what makes the difference.
pub fn durability(found: &Lasting) -> Page {
    let head = Head::of(&found.case, Some((found.draws, found.seed)), found.headline.clone());
    let mut sections = durability::sections(found);
    sections.push(record::of_kinds(TrackRecord::lasting(&found.case)));
    Page { head: Some(head), sections, foot: None }
}

/// How would the bargaining go? What hangs on how people bargain, when and on what they agree, and what would shorten it.
pub fn talks(found: &TalksAhead) -> Page {
    let head = Head::of(&found.case, Some((found.draws, found.seed)), found.headline.clone());
    let mut sections = talks::sections(found);
    sections.push(record::of_kinds([ForecastKind::Talks]));
    Page { head: Some(head), sections, foot: None }
}

/// What was promised, and what became of it?
pub fn watch(found: &WatchDay) -> Page {
    let head = Head::of(&found.case, Some((found.draws, found.seed)), found.headline.clone());
    let mut sections = watch::sections(found);
    sections.push(record::of_kinds(TrackRecord::lasting(&found.case)));
    sections.push(sources::section(&found.case, &sources::of_figures(&found.case)));
    Page { head: Some(head), sections, foot: None }
}

/// The checklist that monitors take along: what is open by its day, with boxes for what they see.
pub fn checklist(found: &WatchDay) -> Page {
    let headline = vec![format!("For monitors. {}", found.report)];
    Page {
        head: Some(Head::of(&found.case, None, headline)),
        sections: checklist::sections(found),
        foot: None,
    }
}

/// What would the body of a case decide?
pub fn body(found: &BodyAhead) -> Page {
    let head = Head::of(&found.case, Some((found.draws, found.seed)), found.headline.clone());
    Page { head: Some(head), sections: body::sections(found), foot: Some(found.caution().to_owned()) }
}

/// The published findings on what makes agreements last.
pub fn findings(catalogue: &FindingsAnswer) -> Page {
    Page { head: None, sections: findings::sections(catalogue), foot: None }
}

/// What a body in which many have a say would decide.
pub fn collective(answer: &CollectiveAnswer) -> Page {
    let mut sections = collective::sections(answer);
    sections.push(record::of_kinds([ForecastKind::Body]));
    Page { head: None, sections, foot: None }
}

/// What was said and done, what contradicts what, and what it makes of the outlook.
pub fn outlook(found: &WeighedEvidence) -> Page {
    let head = Head::of(&found.case, Some((found.draws, found.seed)), found.headline.clone());
    let mut sections = evidence::sections(found);
    sections.push(record::of_kinds((!found.case.propositions.is_empty()).then_some(ForecastKind::Outlook)));
    sections.push(sources::section(&found.case, &sources::of_figures(&found.case)));
    Page { head: Some(head), sections, foot: None }
}

/// The outlook after each day on which something was said or done, drawn; `None` without deals, and where there are no such days.
pub fn outlook_by_date(found: &WeighedEvidence) -> Option<Section> {
    evidence::drawn(found)
}

/// Why the conflict rests where it does. The verdicts on `asked`, in every sense, are told in words.
///
/// # Errors
/// [`StabilityError::UnknownState`].
pub fn stability(
    found: &Standstill,
    asked: Option<State>,
    wanted: Option<&Wanted>,
) -> Result<Page, StabilityError> {
    let sections = stability::sections(found, asked, wanted)?;
    Ok(Page { head: Some(Head::of(&found.case, None, Vec::<String>::new())), sections, foot: None })
}

/// Every figure of a case with its ground, for the analyst who wants to follow one.
pub fn figures(case: &Case) -> Page {
    Page { head: None, sections: vec![figures::section(case)], foot: None }
}

//! What can be chosen for an extract: which sections a case has, and which of them nothing is left of, and why.

use std::sync::Arc;

use detente_model::{Case, PartyId};

use super::left_out::LeftOut;
use super::marked_case::marked_case;
use super::{ExtractChoice, HEADLINE, sieved};
use crate::compose::evidence::WeighedEvidence;
use crate::page::{Page, READING_ORDER, Section, Version, brief_with_annex, is_annexed};
use crate::render;
use crate::sitting::{Options, Sitting, SittingError};
use crate::track_record::TrackRecord;
use crate::words;

/// A section that an extract may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionOffered {
    /// Its id; [`HEADLINE`] for the sentences at the head.
    pub id: String,
    /// Its heading in plain letters; empty for one that goes on from the one before, and for the sentences at the head.
    pub heading: String,
    /// Whether it belongs to the annex.
    pub annex: bool,
    /// Why it cannot be given; `None` if it can.
    pub cannot: Option<WhyNot>,
}

/// Why a section cannot be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyNot {
    /// The case has nothing to say there.
    Nothing,
    /// All that it says tells of parties that are left out: their ids.
    Parties(Vec<String>),
    /// All that it says is among the sources or remarks that are left out.
    LeftOut,
}

/// A section that was asked for and cannot be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotGiven {
    /// Its id.
    pub id: String,
    /// Why not.
    pub why: WhyNot,
    /// Both in a sentence.
    pub sentence: String,
}

/// How many sections every case has, even one that has nothing to tell: the sentences at the head, what figures rest on, twice, and the sources.
pub(super) const ALWAYS: usize = 4;

/// The names under which the sections of a case can be chosen, in reading order.
pub(super) fn sections_of(case: &Case) -> Vec<&'static str> {
    let has = |id: &str| match id {
        "hold" | "exchange" => case.exchange_of_lots().is_some(),
        "last" | "durability" => case.durability.is_some(),
        "decides" => case.collective.is_some() && !case.issues.is_empty(),
        "collective" => case.collective.is_some(),
        "bargain" | "talks" => case.talks.is_some() && !case.issues.is_empty(),
        "kept" | "watch" => !case.commitments.is_empty(),
        "stuck" | "stability" => case.conflict.is_some(),
        "heard" | "evidence" => WeighedEvidence::is_in(case),
        "rests-on" | "grounds" | "sources" => true,
        "record" => !TrackRecord::of_case(case).is_empty(),
        _ => !case.issues.is_empty(),
    };
    std::iter::once(HEADLINE).chain(READING_ORDER.into_iter().filter(|id| has(id))).collect()
}

/// The sections that can be chosen beside what a choice leaves out, looked at in the first worlds.
pub(super) fn offered(
    sitting: &Sitting,
    choice: &ExtractChoice,
    left: &LeftOut,
) -> Result<Vec<SectionOffered>, SittingError> {
    let first = sitting.first()?;
    let case = first.case();
    let whole = brief_with_annex(&*first.brief()?);
    let everything = ExtractChoice { annex: true, sections: Vec::new(), ..choice.clone() };
    let without = |left: &LeftOut| -> Result<Page, SittingError> {
        let options = Options { as_of: None, ..first.options() };
        let marked = Sitting::watched(marked_case(case, left), options, Arc::clone(first.progress()));
        Ok(sieved(brief_with_annex(&*marked.brief()?), &everything, left).page)
    };
    let together = without(left)?;
    let out: Vec<PartyId> = (0..case.parties.len()).map(PartyId).filter(|party| left.party(*party)).collect();
    // Of several who are left out each is tried by itself, to tell whom a section needs.
    let alone: Vec<(PartyId, Page)> = if out.len() > 1 {
        let each = out.iter().map(|party| Ok((*party, without(&LeftOut::of(case, choice, &[*party]))?)));
        each.collect::<Result<_, SittingError>>()?
    } else {
        Vec::new()
    };
    let everybody = if left.nobody() { together.clone() } else { without(&LeftOut::of(case, choice, &[]))? };
    let offer = |id: &'static str| {
        let section = whole.sections.iter().find(|section| section.id == id);
        let cannot = if shows(&together, id) {
            None
        } else if !shows(&whole, id) {
            Some(WhyNot::Nothing)
        } else if !shows(&everybody, id) {
            Some(WhyNot::LeftOut)
        } else {
            let needed = |page: &&(PartyId, Page)| !shows(&page.1, id);
            let mut needs: Vec<PartyId> = alone.iter().filter(needed).map(|(party, _)| *party).collect();
            if needs.is_empty() {
                needs.clone_from(&out);
            }
            Some(WhyNot::Parties(needs.into_iter().map(|party| case.party(party).id.clone()).collect()))
        };
        SectionOffered {
            id: id.to_owned(),
            heading: section.map(|section| render::plain(&section.heading)).unwrap_or_default(),
            annex: is_annexed(id),
            cannot,
        }
    };
    Ok(sections_of(case).into_iter().map(offer).collect())
}

/// Whether a page shows anything of a section.
fn shows(page: &Page, id: &str) -> bool {
    let any = |section: &Section| section.shows(Version::Full) || section.shows(Version::Short);
    if id == HEADLINE {
        return page.head.as_ref().is_some_and(|head| !head.headline.is_empty() || head.summary.is_some());
    }
    page.sections.iter().any(|section| section.id == id && any(section))
}

/// The sections that were asked for and cannot be given.
pub(super) fn not_given(case: &Case, choice: &ExtractChoice, offered: Vec<SectionOffered>) -> Vec<NotGiven> {
    let asked = |offer: &SectionOffered| {
        if choice.sections.is_empty() {
            // That the case has nothing to say in one of the usual sections is no loss.
            offer.cannot != Some(WhyNot::Nothing) && (choice.annex || !offer.annex)
        } else {
            choice.sections.contains(&offer.id)
        }
    };
    let mut heading = String::new();
    let mut found = Vec::new();
    for offer in offered {
        if !offer.heading.is_empty() {
            heading.clone_from(&offer.heading);
        }
        let asked = asked(&offer);
        let name = match offer.id.as_str() {
            HEADLINE => "The sentences at the head".to_owned(),
            _ if offer.heading.is_empty() => words::named(&offer.id),
            _ => words::named(&heading),
        };
        if let Some(why) = offer.cannot.filter(|_| asked) {
            let because = match &why {
                WhyNot::Nothing => "the case has nothing to say there".to_owned(),
                WhyNot::LeftOut => "it holds nothing but sources or remarks that are left out".to_owned(),
                WhyNot::Parties(ids) => {
                    let named = case.parties.iter().filter(|party| ids.contains(&party.id));
                    let names: Vec<&str> = named.map(|party| party.name.as_str()).collect();
                    format!("all that it says needs {}", words::list(&names))
                }
            };
            let sentence = format!("{name} cannot be given: {because}.");
            found.push(NotGiven { id: offer.id, why, sentence });
        }
    }
    found
}

//! A brief told as it is found: each section as soon as what it needs is there, for a reader who waits.
//!
//! What is told is the full version of [`brief_with_annex`](super::brief_with_annex) but for the list of sources, which leads back to
//! citations all over a page. The head comes twice if there is a deal space: as that alone has it, and as all of it has.

use super::{Head, Section, Version, annex, digest, empty, faces, homes, obstacles, packages, space};
use crate::brief::Deals;
use crate::page::face::Faces;
use crate::sitting::{Sitting, SittingError};

/// The sections of the brief and its annex by their ids, in reading order.
const READING_ORDER: [&str; 24] = [
    "leading",
    "tests",
    "in-the-way",
    "wants",
    "map",
    "at-home",
    "hold",
    "last",
    "stuck",
    "heard",
    "rests-on",
    "space",
    "packages",
    "three-tests",
    "settlement",
    "positions",
    "obstacles",
    "homes",
    "exchange",
    "durability",
    "stability",
    "evidence",
    "grounds",
    "sources",
];

/// A part of a brief that is ready.
#[derive(Debug, Clone, PartialEq)]
pub enum Ready {
    /// Title, headline and who is at the table.
    Head(Head),
    /// A section with its place on the page.
    Section {
        /// Its place among all that may come.
        order: usize,
        /// The section.
        section: Section,
    },
}

/// Whether whoever listens wants to hear more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Further {
    /// The rest as well.
    Yes,
    /// Nothing more.
    No,
}

/// Tells the brief of a sitting part by part, the deal space first.
///
/// ```
/// use detente_brief::page::{Further, Ready, unfold};
/// use detente_brief::{Options, Sitting};
///
/// let case = detente_case::parse("template", detente_case::template()).unwrap().case;
/// let mut told = Vec::new();
/// unfold(&Sitting::open(case, Options::drawing(100, 1)), |part| {
///     if let Ready::Section { section, .. } = part {
///         told.push(section.id);
///     }
///     Further::Yes
/// })
/// .unwrap();
/// assert_eq!(told[0], "space");
/// ```
///
/// # Errors
/// What the sitting cannot answer; what was told before stays true.
pub fn unfold(sitting: &Sitting, mut tell: impl FnMut(Ready) -> Further) -> Result<(), SittingError> {
    let mut told: Vec<&'static str> = Vec::new();
    let mut offer = |section: Section, tell: &mut dyn FnMut(Ready) -> Further| -> Further {
        // What is there for a terminal, and what was told already, is passed over.
        if !section.shows(Version::Full) || section.id == "sources" || told.contains(&section.id) {
            return Further::Yes;
        }
        told.push(section.id);
        let order = READING_ORDER.iter().position(|id| *id == section.id).unwrap_or(READING_ORDER.len());
        tell(Ready::Section { order, section })
    };
    if !sitting.case().issues.is_empty() {
        let deals = sitting.deals()?;
        if tell(Ready::Head(head_of(&deals))) == Further::No {
            return Ok(());
        }
        for section in of_the_deals(&deals) {
            if offer(section, &mut tell) == Further::No {
                return Ok(());
            }
        }
    }
    let brief = sitting.brief()?;
    let faces = faces(&brief);
    let sections = digest::sections(&brief, &faces).into_iter();
    for section in sections.chain(annex(&brief, &faces).into_iter().map(Section::annexed)) {
        if offer(section, &mut tell) == Further::No {
            return Ok(());
        }
    }
    if let Some(head) = empty(&brief, faces).head {
        tell(Ready::Head(head));
    }
    Ok(())
}

/// The sections for which the deal space is enough.
fn of_the_deals(deals: &Deals) -> Vec<Section> {
    let faces = Faces::of(&deals.case, &deals.findings.parties);
    [
        space::section(deals, &faces).full(),
        packages::section(deals, &faces),
        obstacles::section(deals, &faces),
        homes::section(deals),
    ]
    .into_iter()
    .map(Section::annexed)
    .collect()
}

/// The head of a brief as the deal space alone has it.
fn head_of(deals: &Deals) -> Head {
    let faces = Faces::of(&deals.case, &deals.findings.parties);
    Head::of(&deals.case, Some((deals.draws, deals.seed)), deals.headline.clone())
        .with_parties(&deals.case, faces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;
    use crate::page::brief_with_annex;

    #[test]
    fn what_is_told_part_by_part_is_the_page() {
        let case = detente_case::parse("template", detente_case::template()).unwrap().case;
        let sitting = Sitting::open(case, Options::drawing(60, 1));
        let (mut heads, mut sections) = (Vec::new(), Vec::new());
        unfold(&sitting, |part| {
            match part {
                Ready::Head(head) => heads.push(head),
                Ready::Section { order, section } => sections.push((order, section)),
            }
            Further::Yes
        })
        .unwrap();
        sections.sort_by_key(|(order, _)| *order);
        let mut page = brief_with_annex(&sitting.brief().unwrap());
        page.sections.retain(|section| section.shows(Version::Full) && section.id != "sources");
        let ids = |sections: &[Section]| sections.iter().map(|section| section.id).collect::<Vec<_>>();
        let told: Vec<Section> = sections.into_iter().map(|(_, section)| section).collect();
        assert_eq!(ids(&told), ids(&page.sections));
        assert_eq!(told, page.sections);
        assert_eq!(heads.last(), page.head.as_ref());
    }

    #[test]
    fn nothing_is_told_to_those_who_left() {
        let case = detente_case::parse("template", detente_case::template()).unwrap().case;
        let mut told = 0;
        unfold(&Sitting::open(case, Options::drawing(10, 1)), |_| {
            told += 1;
            if told < 3 { Further::Yes } else { Further::No }
        })
        .unwrap();
        assert_eq!(told, 3);
    }
}

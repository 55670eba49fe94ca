//! A brief told as it is found: each section as soon as what it needs is there, for a reader who waits.
//!
//! What is told is the full version of [`brief_with_annex`](super::brief_with_annex) but for the list of sources, which leads back to
//! citations all over a page. The head comes twice if there is a deal space: as that alone has it, and as all of it has. So does the map of
//! the deal space on the two pages, if the tests name a package that it would not show by itself.

use super::{Head, Section, Version, annex, digest, empty, faces, homes, obstacles, packages, space};
use crate::brief::Deals;
use crate::page::face::Faces;
use crate::sitting::{Sitting, SittingError};

/// The sections of the brief and its annex by their ids, in reading order.
pub(crate) const READING_ORDER: [&str; 31] = [
    "leading",
    "tests",
    "in-the-way",
    "wants",
    "map",
    "at-home",
    "hold",
    "last",
    "kept",
    "bargain",
    "decides",
    "stuck",
    "heard",
    "rests-on",
    "record",
    "space",
    "packages",
    "three-tests",
    "settlement",
    "positions",
    "obstacles",
    "homes",
    "exchange",
    "durability",
    "watch",
    "talks",
    "collective",
    "stability",
    "evidence",
    "grounds",
    "sources",
];

/// Whether a section belongs to the annex.
pub(crate) fn is_annexed(id: &str) -> bool {
    id == super::SKETCH
        || READING_ORDER.iter().skip_while(|first| **first != "space").any(|annexed| *annexed == id)
}

/// The section of the annex in which all of a section of the two pages stands.
pub(crate) fn in_annex_as(id: &str) -> &'static str {
    match id {
        "leading" => "packages",
        "decides" => "collective",
        "tests" => "three-tests",
        "in-the-way" => "obstacles",
        "wants" => "positions",
        "map" => "space",
        "at-home" => "homes",
        "hold" => "exchange",
        "last" => "durability",
        "kept" => "watch",
        "stuck" => "stability",
        "heard" => "evidence",
        _ => "grounds",
    }
}

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

/// A brief that is being told. Whoever looks at a case twice, from its first draws and from all of them, can have both deal spaces told
/// before the rest of either.
#[derive(Debug)]
pub struct Unfolding<'s> {
    sitting: &'s Sitting,
    /// The sections that were told for good.
    told: Vec<&'static str>,
    /// The map as the deal space alone has it.
    map: Option<Section>,
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
/// assert_eq!(told[..2], ["map", "space"]);
/// ```
///
/// # Errors
/// What the sitting cannot answer; what was told before stays true.
pub fn unfold(sitting: &Sitting, mut tell: impl FnMut(Ready) -> Further) -> Result<(), SittingError> {
    let mut unfolding = Unfolding::of(sitting);
    match unfolding.deals(&mut tell)? {
        Further::Yes => unfolding.rest(&mut tell).map(drop),
        Further::No => Ok(()),
    }
}

impl<'s> Unfolding<'s> {
    /// Of a sitting, of which nothing is told yet.
    pub fn of(sitting: &'s Sitting) -> Self {
        Self { sitting, told: Vec::new(), map: None }
    }

    /// Tells what the deal space alone says: the head and the map first; nothing in a case without one.
    ///
    /// # Errors
    /// If the deal space cannot be searched.
    pub fn deals(&mut self, tell: &mut dyn FnMut(Ready) -> Further) -> Result<Further, SittingError> {
        if self.sitting.case().issues.is_empty() {
            return Ok(Further::Yes);
        }
        let deals = self.sitting.deals()?;
        if tell(Ready::Head(head_of(&deals))) == Further::No {
            return Ok(Further::No);
        }
        let faces = Faces::of(&deals.case, &deals.findings.parties);
        let map = digest::map(&deals, &faces);
        if map.shows(Version::Full) && tell(placed(map.clone())) == Further::No {
            return Ok(Further::No);
        }
        self.map = Some(map);
        Ok(self.offer(of_the_deals(&deals, &faces), tell))
    }

    /// Whether the deal space was told.
    pub fn has_begun(&self) -> bool {
        self.map.is_some()
    }

    /// Whether a section was told.
    pub fn has_told(&self, id: &str) -> bool {
        self.told.contains(&id) || self.map.as_ref().is_some_and(|map| map.id == id)
    }

    /// Tells the rest.
    ///
    /// # Errors
    /// What the sitting cannot answer; what was told before stays true.
    pub fn rest(&mut self, tell: &mut dyn FnMut(Ready) -> Further) -> Result<Further, SittingError> {
        let brief = self.sitting.brief()?;
        let faces = faces(&brief);
        let sections = digest::sections(&brief, &faces).into_iter();
        let sections = sections.chain(annex(&brief, &faces).into_iter().map(Section::annexed));
        if self.offer(sections, tell) == Further::No {
            return Ok(Further::No);
        }
        Ok(empty(&brief, faces).head.map_or(Further::Yes, |head| tell(Ready::Head(head))))
    }

    /// Tells sections but for what is there for a terminal, and what was told already.
    fn offer(
        &mut self,
        sections: impl IntoIterator<Item = Section>,
        tell: &mut dyn FnMut(Ready) -> Further,
    ) -> Further {
        for section in sections {
            let told = self.told.contains(&section.id) || self.map.as_ref() == Some(&section);
            if !section.shows(Version::Full) || section.id == "sources" || told {
                continue;
            }
            self.told.push(section.id);
            if tell(placed(section)) == Further::No {
                return Further::No;
            }
        }
        Further::Yes
    }
}

/// A section with its place among all that may come.
fn placed(section: Section) -> Ready {
    let order = READING_ORDER.iter().position(|id| *id == section.id).unwrap_or(READING_ORDER.len());
    Ready::Section { order, section }
}

/// The sections for which the deal space is enough.
fn of_the_deals(deals: &Deals, faces: &Faces) -> [Section; 4] {
    [
        space::section(deals, faces).full(),
        packages::section(deals, faces),
        obstacles::section(deals, faces),
        homes::section(deals),
    ]
    .map(|section| section.known_for(&deals.case).annexed())
}

/// The head of a brief as the deal space alone has it.
fn head_of(deals: &Deals) -> Head {
    let faces = Faces::of(&deals.case, &deals.findings.parties);
    Head::of(&deals.case, Some((deals.draws, deals.seed)), deals.headline.clone())
        .with_parties(&deals.case, faces)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::Options;
    use crate::page::brief_with_annex;

    #[test]
    fn what_is_told_part_by_part_is_the_page() {
        let case = detente_case::parse("template", detente_case::template()).unwrap().case;
        let sitting = Sitting::open(case, Options::drawing(60, 1));
        let (mut heads, mut sections) = (Vec::new(), BTreeMap::new());
        unfold(&sitting, |part| {
            match part {
                Ready::Head(head) => heads.push(head),
                // What comes again takes the place of what came before.
                Ready::Section { order, section } => drop(sections.insert(order, section)),
            }
            Further::Yes
        })
        .unwrap();
        let mut page = brief_with_annex(&sitting.brief().unwrap());
        page.sections.retain(|section| section.shows(Version::Full) && section.id != "sources");
        let ids = |sections: &[Section]| sections.iter().map(|section| section.id).collect::<Vec<_>>();
        let told: Vec<Section> = sections.into_values().collect();
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

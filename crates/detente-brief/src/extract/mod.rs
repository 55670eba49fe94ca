//! The extract for one reader: chosen sections, without some of the parties, without sources or remarks; and what it still gives away.
//!
//! An extract is composed anew, from a case in which whatever tells of somebody left out carries a [mark](marks) ([`marked_case`]); a
//! [sieve](sieve) then leaves out what carries it. What all do together (`all accept`) stays: it cannot be told without them. What such figures
//! still give away is judged by itself ([`gives_away`]), and told to whoever hands the extract over, never in it.

mod gives_away;
mod left_out;
mod marked_case;
pub(crate) mod marks;
mod resolution;
mod shown;
mod sieve;

pub use gives_away::{ExtractAccount, GivenAway, How, ShownThrough};

use std::sync::Arc;

use detente_durability::edit_distance;
use detente_model::{Case, PartyId};

use self::left_out::LeftOut;
use self::marked_case::marked_case;
use self::sieve::{Sieve, carries_a_mark};
use crate::page::{Page, brief_with_annex};
use crate::sitting::{Options, Sitting, SittingError};
use crate::words;

/// The name by which the sentences at the head of a brief are chosen.
pub const HEADLINE: &str = "headline";
/// The section of a brief that says where the rest is: of no use to whoever has only an extract.
const REST: &str = "rest";

/// What an extract shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtractChoice {
    /// The sections by their ids, and [`HEADLINE`] for the sentences at the head; empty for all that the brief has.
    pub sections: Vec<String>,
    /// With the annex, where no sections are named.
    pub annex: bool,
    /// The parties that are left out, by id or by name.
    pub without_parties: Vec<String>,
    /// Whether it shows sources.
    pub sources: bool,
    /// Whether it shows the remarks of analysts.
    pub notes: bool,
}

impl Default for ExtractChoice {
    /// The two pages of the brief, with everybody and everything on them.
    fn default() -> Self {
        Self { sections: Vec::new(), annex: false, without_parties: Vec::new(), sources: true, notes: true }
    }
}

/// Why there is no such extract.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ExtractError {
    /// The brief has no such section.
    #[error("the brief of this case has no section `{name}`; it has {}{}", words::list(.known), meant(.nearest.as_deref()))]
    UnknownSection {
        /// What was asked for.
        name: String,
        /// The section that was meant most likely.
        nearest: Option<String>,
        /// All there are.
        known: Vec<String>,
    },
    /// The case has no such party.
    #[error("the case has no party `{name}`; it has {}{}", words::list(.known), meant(.nearest.as_deref()))]
    UnknownParty {
        /// What was asked for.
        name: String,
        /// The party that was meant most likely.
        nearest: Option<String>,
        /// The ids of all there are.
        known: Vec<String>,
    },
}

fn meant(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |nearest| format!("; did you mean `{nearest}`?"))
}

/// The known name that takes the fewest changes; none if more than a third of it would have to change.
fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let near = known.into_iter().filter_map(|known| {
        let (name, other) = (name.to_lowercase(), known.to_lowercase());
        let changes = edit_distance(&name, &other);
        let most = (name.chars().count().max(other.chars().count()) / 3).max(1);
        (changes <= most).then_some((changes, known))
    });
    near.min_by_key(|(changes, _)| *changes).map(|(_, known)| known.to_owned())
}

/// An extract, and the account of what it gives away.
#[derive(Debug, Clone)]
pub struct Extract {
    /// The case it is of.
    pub case: Arc<Case>,
    /// How many worlds were drawn for it.
    pub draws: u64,
    /// From which seed.
    pub seed: u64,
    /// What the reader gets.
    pub page: Page,
    /// How many sections, paragraphs, rows, columns, lines and plots were left out.
    pub left_out: usize,
    /// The ids of the parties that are left out.
    pub without_parties: Vec<String>,
    /// The ids of the sections that it shows.
    pub sections: Vec<String>,
    /// What it still gives away; for whoever hands it over.
    pub account: ExtractAccount,
}

/// A page for a reader, without an account of what it gives away.
#[derive(Debug, Clone, PartialEq)]
pub struct ExtractPage {
    /// What the reader gets.
    pub page: Page,
    /// How many sections, paragraphs, rows, columns, lines and plots were left out.
    pub left_out: usize,
}

impl Sitting {
    /// The extract for one reader, and what it gives away: judged over the first [`FIRST_DRAWS`](crate::FIRST_DRAWS) draws.
    ///
    /// # Errors
    /// [`SittingError::Extract`] if the choice names what is not there; [`SittingError::Cancelled`]; what an engine cannot answer.
    pub fn extract(&self, choice: &ExtractChoice) -> Result<Extract, SittingError> {
        let left = self.left_out(choice)?;
        let ExtractPage { page, left_out } =
            page_of(self, self.options(), marked_case(self.case(), &left), choice, &left)?;
        let account = ExtractAccount::of(self, choice, &left)?;
        let case = Arc::clone(self.case());
        let without = case.parties.iter().enumerate().filter(|(place, _)| left.party(PartyId(*place)));
        Ok(Extract {
            draws: self.draws()?,
            seed: self.options().seed,
            left_out,
            without_parties: without.map(|(_, party)| party.id.clone()).collect(),
            sections: page.sections.iter().map(|section| section.id.to_owned()).collect(),
            page,
            account,
            case,
        })
    }

    /// The extract alone, for a first look at it; what it gives away is not judged.
    ///
    /// # Errors
    /// As [`Self::extract`].
    pub fn extract_page(&self, choice: &ExtractChoice) -> Result<ExtractPage, SittingError> {
        let left = self.left_out(choice)?;
        page_of(self, self.options(), marked_case(self.case(), &left), choice, &left)
    }

    /// The names under which the sections of the brief can be chosen for an extract, in reading order.
    ///
    /// # Errors
    /// As [`Self::brief`].
    pub fn sections_to_extract(&self) -> Result<Vec<String>, SittingError> {
        Ok(sections_of(&brief_with_annex(&*self.brief()?)))
    }

    /// Whom a choice leaves out, once all whom it names are there.
    fn left_out(&self, choice: &ExtractChoice) -> Result<LeftOut, SittingError> {
        let case = self.case();
        let mut without = Vec::new();
        for name in &choice.without_parties {
            let is_meant = |party: &detente_model::Party| party.id == *name || party.name == *name;
            let Some(place) = case.parties.iter().position(is_meant) else {
                let known = case.parties.iter().flat_map(|party| [party.id.as_str(), party.name.as_str()]);
                return Err(SittingError::Extract(ExtractError::UnknownParty {
                    nearest: nearest(name, known),
                    known: case.parties.iter().map(|party| format!("`{}`", party.id)).collect(),
                    name: name.clone(),
                }));
            };
            without.push(PartyId(place));
        }
        Ok(LeftOut::of(case, choice, &without))
    }
}

/// The names under which the sections of a page can be chosen.
fn sections_of(page: &Page) -> Vec<String> {
    let ids = page.sections.iter().map(|section| section.id).filter(|id| *id != REST);
    std::iter::once(HEADLINE).chain(ids).map(str::to_owned).collect()
}

/// The extract of a case that was marked, looked at in the way of a sitting.
fn page_of(
    sitting: &Sitting,
    options: Options,
    marked: Case,
    choice: &ExtractChoice,
    left: &LeftOut,
) -> Result<ExtractPage, SittingError> {
    // The case was taken to the day of the sitting already.
    let options = Options { as_of: None, ..options };
    let beside = Sitting::watched(marked, options, Arc::clone(sitting.progress()));
    let page = brief_with_annex(&*beside.brief()?);
    let known = sections_of(&page);
    if let Some(name) = choice.sections.iter().find(|name| !known.contains(name)) {
        return Err(SittingError::Extract(ExtractError::UnknownSection {
            nearest: nearest(name, known.iter().map(String::as_str)),
            known: known.iter().map(|id| format!("`{id}`")).collect(),
            name: name.clone(),
        }));
    }
    Ok(sieved(page, choice, left))
}

/// The extract of a brief on a case that was marked.
fn sieved(mut page: Page, choice: &ExtractChoice, left: &LeftOut) -> ExtractPage {
    let all = page.sections.len();
    let named = |id: &str| choice.sections.iter().any(|name| name == id);
    page.sections.retain(|section| {
        section.id != REST
            && if choice.sections.is_empty() { choice.annex || !section.annex } else { named(section.id) }
    });
    if !page.sections.iter().any(|section| section.annex) {
        page.foot = None;
    }
    let chosen_out = all - page.sections.len();
    let mut sieve = Sieve::new(left);
    let mut page = sieve.page(page);
    let left_out = sieve.left_out + chosen_out;
    if let Some(head) = &mut page.head {
        if !choice.sections.is_empty() && !named(HEADLINE) {
            head.headline.clear();
            head.summary = None;
        }
        head.extract = Some(notice(choice, left));
    }
    // By construction nothing is left that carries a mark; if something were, it would not be handed over.
    if carries_a_mark(&page.head) {
        page.head = None;
    }
    ExtractPage { page, left_out }
}

/// What an extract says of itself at its head: that it is one, and what kinds of things it leaves out.
fn notice(choice: &ExtractChoice, left: &LeftOut) -> String {
    let kinds = [
        (!choice.sections.is_empty(), "some of its sections"),
        (choice.sections.is_empty() && !choice.annex, "the annex"),
        (!left.nobody(), "what is told of one or more of the parties"),
        (!choice.sources, "the sources"),
        (!choice.notes, "the analysts’ remarks"),
    ];
    let kinds: Vec<&str> = kinds.into_iter().filter(|(out, _)| *out).map(|(_, kind)| kind).collect();
    let what = if kinds.is_empty() { "nothing that was asked for".to_owned() } else { words::list(&kinds) };
    format!("This is an extract for one reader and not the whole brief. It leaves out {what}.")
}

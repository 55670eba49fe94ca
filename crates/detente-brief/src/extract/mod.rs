//! The extract for one reader: chosen sections, without some of the parties, without sources or remarks; and what it still gives away.
//!
//! An extract is composed anew, from a case in which whatever tells of somebody left out carries a [mark](marks) ([`marked_case`]); a
//! [sieve](sieve) then leaves out what carries it. What all do together (`all accept`) stays: it cannot be told without them. What such figures
//! still give away is judged by itself ([`gives_away`]), and told to whoever hands the extract over, never in it.

mod analysts_words;
mod gives_away;
mod left_out;
mod looks;
mod marked_case;
pub(crate) mod marks;
mod offered;
mod printed;
mod red_lines;
mod resolution;
mod shown;
mod sieve;
mod standing;

pub use gives_away::{ExtractAccount, GivenAway, How, ShownThrough};
pub use offered::{NotGiven, SectionOffered, WhyNot};

use std::ops::ControlFlow;
use std::sync::Arc;

use detente_durability::edit_distance;
use detente_model::{Cancelled, Case, PartyId, Progress};

use self::left_out::LeftOut;
use self::marked_case::marked_case;
use self::sieve::{Sieve, carries_a_mark};
use crate::page::{Page, SKETCH, brief_with_annex};
use crate::parts::BriefParts;
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
    /// The sections that were asked for and that nothing is left of; for whoever hands it over.
    pub not_given: Vec<NotGiven>,
    /// What it still gives away; for whoever hands it over.
    pub account: ExtractAccount,
}

/// A step on the way to an extract with its account.
#[derive(Debug, Clone, Copy)]
pub enum ExtractStep<'e> {
    /// What can be chosen, found from the first draws; it comes once, and first.
    Offered(&'e [SectionOffered]),
    /// The page is made; it comes once.
    Made(&'e ExtractPage),
    /// So many figures and red lines of so many are judged. It comes from several threads.
    Judged {
        /// How many are judged.
        done: u64,
        /// Of how many.
        of: u64,
    },
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
        self.extract_step_by_step(choice, self.progress(), &|_| ControlFlow::Continue(()))
    }

    /// The same, told as it is found until `told` has heard enough. What the extract gives away is judged under a progress of its own, so that it
    /// can be ended without this sitting.
    ///
    /// # Errors
    /// As [`Self::extract`]; [`SittingError::Cancelled`] too once `told` has heard enough.
    pub fn extract_step_by_step(
        &self,
        choice: &ExtractChoice,
        judging: &Arc<Progress>,
        told: &(dyn Fn(ExtractStep<'_>) -> ControlFlow<()> + Sync),
    ) -> Result<Extract, SittingError> {
        let left = self.left_out(choice)?;
        let tell = |step: ExtractStep<'_>| {
            if told(step).is_break() {
                judging.cancel();
            }
            if judging.is_cancelled() { Err(SittingError::Cancelled(Cancelled)) } else { Ok(()) }
        };
        let offered = offered::offered(self, choice, &left)?;
        tell(ExtractStep::Offered(&offered))?;
        let made = self.extract_page(choice)?;
        tell(ExtractStep::Made(&made))?;
        let not_given = offered::not_given(self.case(), choice, offered);
        // What is cancelled ends by itself.
        let judged = |done, of| drop(tell(ExtractStep::Judged { done, of }));
        let account = looks::account(self, choice, &left, judging, &judged)?;
        let ExtractPage { page, left_out } = made;
        let case = Arc::clone(self.case());
        let without = case.parties.iter().enumerate().filter(|(place, _)| left.party(PartyId(*place)));
        Ok(Extract {
            draws: self.draws()?,
            seed: self.options().seed,
            left_out,
            without_parties: without.map(|(_, party)| party.id.clone()).collect(),
            sections: page.sections.iter().map(|section| section.id.to_owned()).collect(),
            not_given,
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
        page_of(self, marked_case(self.case(), &left), choice, &left)
    }

    /// The names under which the sections of the brief can be chosen for an extract, in reading order, each once.
    pub fn sections_to_extract(&self) -> Vec<String> {
        offered::sections_of(self.case()).into_iter().map(str::to_owned).collect()
    }

    /// The sections that can be chosen for an extract, and which of them nothing is left of beside what a choice leaves out. The sections
    /// that it names are not looked at.
    ///
    /// # Errors
    /// As [`Self::extract`].
    pub fn offered_to_extract(&self, choice: &ExtractChoice) -> Result<Vec<SectionOffered>, SittingError> {
        offered::offered(self, choice, &self.left_out(choice)?)
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

/// The extract of a case that was marked, looked at in the way of a sitting.
fn page_of(
    sitting: &Sitting,
    marked: Case,
    choice: &ExtractChoice,
    left: &LeftOut,
) -> Result<ExtractPage, SittingError> {
    let known = offered::sections_of(&marked);
    if let Some(name) = choice.sections.iter().find(|name| !known.contains(&name.as_str())) {
        return Err(SittingError::Extract(ExtractError::UnknownSection {
            nearest: nearest(name, known.iter().copied()),
            known: known.iter().map(|id| format!("`{id}`")).collect(),
            name: name.clone(),
        }));
    }
    if known.len() <= offered::ALWAYS {
        return Err(SittingError::NothingToTell);
    }
    let parts = BriefParts::of_choice(&marked, choice);
    // The case was taken to the day of the sitting already.
    let options = Options { as_of: None, ..sitting.options() };
    let beside = Sitting::watched(marked, options, Arc::clone(sitting.progress()));
    Ok(sieved(brief_with_annex(&*beside.brief_of(parts)?), choice, left))
}

/// The extract of a brief on a case that was marked.
fn sieved(mut page: Page, choice: &ExtractChoice, left: &LeftOut) -> ExtractPage {
    let all = page.sections.len();
    let named = |id: &str| {
        let id = if id == SKETCH { "space" } else { id };
        choice.sections.iter().any(|name| name == id)
    };
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
        head.extract = Some(notice(choice, left, head.principals_left_out));
    }
    // By construction nothing is left that carries a mark; if something were, it would not be handed over.
    if carries_a_mark(&page.head) {
        page.head = None;
    }
    ExtractPage { page, left_out }
}

/// What an extract says of itself at its head: that it is one, and what kinds of things it leaves out.
fn notice(choice: &ExtractChoice, left: &LeftOut, signatories_left_out: bool) -> String {
    let kinds = [
        (!choice.sections.is_empty(), "some of its sections"),
        (choice.sections.is_empty() && !choice.annex, "the annex"),
        (!left.nobody(), "what is told of one or more of the parties"),
        (!choice.sources, "the sources"),
        (!choice.notes, "the analysts’ remarks"),
    ];
    let kinds: Vec<&str> = kinds.into_iter().filter(|(out, _)| *out).map(|(_, kind)| kind).collect();
    let what = if kinds.is_empty() { "nothing that was asked for".to_owned() } else { words::list(&kinds) };
    let others = if signatories_left_out {
        " Not all who must sign are named in it; what is said of all counts those who are not as well."
    } else {
        ""
    };
    format!("This is an extract for one reader and not the whole brief. It leaves out {what}.{others}")
}

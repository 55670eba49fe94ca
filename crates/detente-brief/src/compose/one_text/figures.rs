//! What a brief says first of the case under a text, and who would sign what the text still allows.

use detente_deals::DealSpace;
use detente_model::{Actor, Case, Package};
use detente_text::{Allowed, TextVersion};
use rayon::prelude::*;

use crate::compose::side_by_side::Counted;
use crate::compose::side_by_side::headline::Headline;
use crate::compose::side_by_side::paired::ByWorld;
use crate::parts::Untouched;
use crate::sitting::{Sitting, SittingError};

/// Of more packages than so many it is not asked one by one who would sign them.
pub const MOST_ASKED: u128 = 10_000;

/// Why a package is ruled out under a text.
const BECAUSE: &str = "the text does not allow it";

/// The figures of the case under a version. What no text can move is left out: the open questions, and where the conflict rests.
pub(super) fn headline(sitting: &Sitting, version: &TextVersion) -> Result<Headline, SittingError> {
    let allowed = Allowed::by(version);
    let case = allowed.under(sitting.case(), BECAUSE);
    // Packages are worth what they were, and would hold and last as they did.
    let untouched = Untouched { deals: false, exchange: true, durability: true, standstill: true };
    let under = sitting.with_changed(case, untouched);
    let mut headline = Headline::of(&under)?;
    headline.figures.retain(|figure| !figure.id.starts_with("propositions."));
    headline.words.retain(|words| !words.id.starts_with("stability."));
    if let Some(packages) = asked_about(sitting.case(), &allowed) {
        assent(&under, &packages, &mut headline)?;
    }
    Ok(headline)
}

/// The packages that are allowed, if each can be asked about: no more than [`MOST_ASKED`], and no continuous issue left open.
fn asked_about(case: &Case, allowed: &Allowed) -> Option<Vec<Package>> {
    let settled = allowed.issues();
    let open = |k: usize| case.issues[k].continuous && settled.iter().all(|issue| issue.index() != k);
    if (0..case.issues.len()).any(open) { None } else { allowed.packages(case, MOST_ASKED) }
}

/// Whether each principal, with those behind it, would sign some of the packages, and whether it would sign all of them.
fn assent(under: &Sitting, packages: &[Package], headline: &mut Headline) -> Result<(), SittingError> {
    let (worlds, draws) = (under.worlds()?, under.draws()?);
    let case = worlds.case();
    let parties: Vec<_> = case.principals().collect();
    under.progress().expect(draws);
    let asked: Vec<Vec<(bool, bool)>> = (0..draws)
        .into_par_iter()
        .map(|draw| {
            under.progress().step();
            let space = DealSpace::new(&worlds.draw(draw))?;
            let signs = |place: usize| {
                let mut signed = packages.iter().map(|package| space.principal_accepts(place, package));
                let first = signed.next().unwrap_or(false);
                signed.fold((first, first), |(some, all), signs| (some || signs, all && signs))
            };
            Ok((0..parties.len()).map(signs).collect())
        })
        .collect::<Result<_, SittingError>>()?;
    for (place, party) in parties.iter().enumerate() {
        let (id, name) = (&case.party(*party).id, case.actor_name(Actor::Party(*party)));
        let some = asked.iter().map(|world| world[place].0).collect();
        let all = asked.iter().map(|world| world[place].1).collect();
        headline.drawn(
            format!("assent.some.{id}"),
            format!("{name} would sign it in some way"),
            Counted::Share,
            ByWorld::Holds(some),
        );
        headline.drawn(
            format!("assent.every.{id}"),
            format!("{name} would sign it whichever way it is settled"),
            Counted::Share,
            ByWorld::Holds(all),
        );
    }
    Ok(())
}

//! A package that somebody asks about, judged: who would sign it, what it lacks, which single changes would mend it, and how far it lies
//! from the frontier.
//!
//! What is counted in values is counted in the central world, where every judgement is taken at its middle; who would sign is asked of
//! every world drawn as well. A *single change* takes another option on one issue, the others stay. It *helps* if no principal loses by
//! it, one gains, and nobody who would accept the package would refuse it afterwards.

use std::sync::Arc;

use detente_deals::{Bettered, DealSpace, DealsError, Ratification, RedLines, Share, Units, Votes};
use detente_model::side_by_side::gathered;
use detente_model::{Actor, Case, IssueId, Package, PartyId, Progress, Worlds};

use super::package_choice::Chosen;
use crate::words;

/// A package, judged.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The case it is about.
    pub case: Arc<Case>,
    /// In how many worlds it was asked who would sign.
    pub draws: u64,
    /// The package.
    pub chosen: Chosen,
    /// Whether it is acceptable to all in the central world.
    pub agreed: bool,
    /// In which share of the worlds drawn it is.
    pub all: Share,
    /// The principals, in the order of the case.
    pub principals: Vec<JudgedPrincipal>,
    /// Audiences with a veto that stand behind nobody who signs, such as those of a mediator.
    pub others: Vec<JudgedActor>,
    /// Single changes that help or that make it acceptable to all in the central world; the latter first, then those with which it is
    /// acceptable most often.
    pub changes: Vec<SingleChange>,
    /// How far it lies from the frontier over all packages.
    pub frontier: Bettered,
    /// The same over the packages that cross no red line of a signatory.
    pub within_red_lines: Bettered,
}

/// What somebody makes of a package by their own measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedActor {
    /// Who.
    pub actor: Actor,
    /// Whether they are asked about it; if not, they are not in its way.
    pub asked: bool,
    /// What the package is worth to them above no deal, in the central world; below 0 that much is missing.
    pub surplus: Units,
    /// The issues on which it crosses a red line of theirs.
    pub crosses: Vec<IssueId>,
    /// In which share of the worlds drawn they find it no worse than no deal, no red line crossed; in all of
    /// them where they are not asked.
    pub share: Share,
}

impl JudgedActor {
    /// Whether they would accept it in the central world, or are not asked.
    pub fn accepts(&self) -> bool {
        !self.asked || self.crosses.is_empty() && self.surplus >= Units::ZERO
    }
}

/// A principal with those behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgedPrincipal {
    /// The principal by its own measure.
    pub own: JudgedActor,
    /// Whether it would sign in the central world: itself, its audiences with a veto, and its vote at home.
    pub signs: bool,
    /// In which share of the worlds drawn it would.
    pub signs_share: Share,
    /// The audiences behind it that have a say, each with whether it holds a veto.
    pub audiences: Vec<(bool, JudgedActor)>,
    /// The vote at home, where one is needed.
    pub vote: Option<Vote>,
}

/// A vote at home in the central world, as shares of all the weight that votes, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vote {
    /// What would vote for the package.
    pub in_favour: f64,
    /// What must.
    pub needed: f64,
    /// Whether that carries it.
    pub carried: bool,
}

/// The package with another option on one issue.
#[derive(Debug, Clone, PartialEq)]
pub struct SingleChange {
    /// On which issue.
    pub issue: IssueId,
    /// The option taken instead.
    pub option: usize,
    /// The package with it.
    pub package: Package,
    /// What each principal gains or loses by the change, in the central world.
    pub gains: Vec<Units>,
    /// Whether it helps one without hurting another.
    pub helps: bool,
    /// Whether the package with it is acceptable to all in the central world.
    pub agreed: bool,
    /// In which share of the worlds drawn the package with it is.
    pub all: Share,
}

impl Judged {
    /// Judges a package in the central world and in the first `draws` worlds.
    ///
    /// # Errors
    /// If the deal space cannot be searched.
    pub(crate) fn of(
        worlds: &Worlds,
        chosen: Chosen,
        draws: u64,
        progress: &Arc<Progress>,
    ) -> Result<Self, DealsError> {
        let case = Arc::clone(worlds.case());
        let space = DealSpace::new(worlds.central())?.watched_by(progress);
        let package = &chosen.package;
        let mut changes = single_changes(&space, package);
        let tally = Tally::over(worlds, draws, package, &changes, progress)?;
        for (change, hits) in changes.iter_mut().zip(&tally.changes) {
            change.all = Share::of(*hits, draws);
        }
        changes.sort_by(|a, b| {
            let key = |change: &SingleChange| (!change.agreed, std::cmp::Reverse(change.all.hits));
            key(a).cmp(&key(b))
        });
        let crossed = space.red_lines_crossed(package);
        let judged = |place: usize| JudgedActor {
            actor: space.actors()[place].actor,
            asked: space.is_asked(place, package),
            surplus: space.stated_surplus(place, package),
            crosses: crossed.iter().filter(|(of, _)| *of == place).map(|(_, issue)| *issue).collect(),
            share: Share::of(tally.actors[place], draws),
        };
        let behind = |party: Option<PartyId>| -> Vec<usize> {
            let stands = |place: &usize| {
                let Actor::Audience(id) = space.actors()[*place].actor else { return false };
                let of = case.audience(id).of;
                match party {
                    Some(party) => of == party,
                    None => case.principals().all(|principal| principal != of),
                }
            };
            (space.principals().len()..space.actors().len()).filter(stands).collect()
        };
        let principals =
            case.principals().enumerate().map(|(place, party)| JudgedPrincipal {
                own: judged(place),
                signs: space.principal_accepts(place, package),
                signs_share: Share::of(tally.principals[place], draws),
                audiences: behind(Some(party))
                    .into_iter()
                    .map(|voice| (space.actors()[voice].signs, judged(voice)))
                    .collect(),
                vote: space.ratification().iter().find(|vote| vote.principal == place).map(|ratification| {
                    Vote::of(ratification, |voter| space.actors()[voter].accepts(package))
                }),
            });
        let principals = principals.collect();
        let others =
            behind(None).into_iter().filter(|voice| space.actors()[*voice].signs).map(judged).collect();
        Ok(Self {
            agreed: space.all_accept(package),
            all: Share::of(tally.all, draws),
            frontier: space.bettered(package, RedLines::Ignored)?,
            within_red_lines: space.bettered(package, RedLines::Kept)?,
            principals,
            others,
            changes,
            draws,
            chosen,
            case,
        })
    }
}

impl Vote {
    fn of(ratification: &Ratification, accepts: impl Fn(usize) -> bool) -> Self {
        let weight = |counts: &dyn Fn(usize) -> bool| -> f64 {
            let voters = ratification.voters.iter().filter(|(voter, _)| counts(*voter));
            voters.map(|(_, weight)| *weight).sum::<Votes>().raw() as f64
        };
        let all = weight(&|_| true).max(1.0);
        Self {
            in_favour: weight(&accepts) / all,
            needed: ratification.needed.raw() as f64 / all,
            carried: ratification.carried(accepts),
        }
    }
}

/// Every feasible change on one issue that helps, or that makes the package acceptable to all; not yet tried in other worlds.
fn single_changes(space: &DealSpace, package: &Package) -> Vec<SingleChange> {
    let (agreed, values) = (space.all_accept(package), space.values(package));
    let accepted: Vec<bool> = space.actors().iter().map(|terms| terms.accepts(package)).collect();
    let mut changes = Vec::new();
    for (k, size) in space.sizes().iter().enumerate() {
        for option in (0..*size).filter(|option| package.option(IssueId(k)) != *option) {
            let mut changed = package.clone();
            changed.0[k] = option as u16;
            if !space.is_feasible(&changed) {
                continue;
            }
            let gains: Vec<Units> = space
                .values(&changed)
                .into_iter()
                .zip(&values)
                .map(|(after, before)| after - *before)
                .collect();
            let kept = space
                .actors()
                .iter()
                .zip(&accepted)
                .all(|(terms, before)| !before || terms.accepts(&changed));
            let helps = kept
                && gains.iter().all(|gain| *gain >= Units::ZERO)
                && gains.iter().any(|gain| *gain > Units::ZERO);
            let opens = !agreed && space.all_accept(&changed);
            if helps || opens {
                changes.push(SingleChange {
                    issue: IssueId(k),
                    option,
                    agreed: space.all_accept(&changed),
                    package: changed,
                    gains,
                    helps,
                    all: Share::of(0, 0),
                });
            }
        }
    }
    changes
}

/// In how many worlds who would accept the package, and all would accept it changed.
#[derive(Clone)]
struct Tally {
    all: u64,
    principals: Vec<u64>,
    actors: Vec<u64>,
    changes: Vec<u64>,
}

impl Tally {
    fn over(
        worlds: &Worlds,
        draws: u64,
        package: &Package,
        changes: &[SingleChange],
        progress: &Progress,
    ) -> Result<Self, DealsError> {
        let central = DealSpace::new(worlds.central())?;
        let (principals, actors) = (central.principals().len(), central.actors().len());
        let nothing = || Self {
            all: 0,
            principals: vec![0; principals],
            actors: vec![0; actors],
            changes: vec![0; changes.len()],
        };
        progress.expect(draws);
        // Sums of whole numbers are the same in any order.
        gathered(
            draws as usize,
            progress,
            &nothing,
            &|tally: &mut Self, draw| {
                progress.step();
                let space = DealSpace::new(&worlds.draw(draw as u64))?;
                tally.all += u64::from(space.all_accept(package));
                for (place, hits) in tally.principals.iter_mut().enumerate() {
                    *hits += u64::from(space.principal_accepts(place, package));
                }
                for (terms, hits) in space.actors().iter().zip(&mut tally.actors) {
                    *hits += u64::from(terms.accepts(package));
                }
                for (change, hits) in changes.iter().zip(&mut tally.changes) {
                    *hits += u64::from(space.all_accept(&change.package));
                }
                Ok(())
            },
            &|one: &mut Self, other| {
                one.all += other.all;
                let sums = [
                    (&mut one.principals, other.principals),
                    (&mut one.actors, other.actors),
                    (&mut one.changes, other.changes),
                ];
                for (into, from) in sums {
                    into.iter_mut().zip(from).for_each(|(sum, hits)| *sum += hits);
                }
            },
        )
    }
}

impl Judged {
    /// What the package lacks in the central world, one sentence a condition that it does not meet: red lines first, then what is missing on
    /// somebody's scale, then votes. Empty where it is acceptable to all.
    pub fn lacks(&self) -> Vec<String> {
        let case = &self.case;
        let signing = self.principals.iter().flat_map(|principal| {
            let vetoes = principal.audiences.iter().filter(|(veto, _)| *veto).map(|(_, voice)| voice);
            std::iter::once(&principal.own).chain(vetoes)
        });
        let signing: Vec<&JudgedActor> = signing.chain(&self.others).filter(|judges| judges.asked).collect();
        let mut lacks = Vec::new();
        for judges in &signing {
            for issue in &judges.crosses {
                let shown = case.issue(*issue);
                let option = shown.label(self.chosen.package.option(*issue));
                lacks.push(format!(
                    "{}: a red line is crossed on {} ({option}).",
                    case.actor_name(judges.actor),
                    words::named(&shown.name)
                ));
            }
        }
        for judges in signing.iter().filter(|judges| judges.surplus < Units::ZERO) {
            lacks.push(format!(
                "{}: {} is missing, on a scale of its own, until the package is worth as much as no deal.",
                case.actor_name(judges.actor),
                missing(judges.surplus)
            ));
        }
        for principal in &self.principals {
            let Some(vote) = principal.vote.filter(|vote| !vote.carried) else { continue };
            lacks.push(format!(
                "The vote behind {}: {} would carry it, {} are needed; {} points are missing.",
                case.actor_name(principal.own.actor),
                words::percent_to_tenths(vote.in_favour),
                words::percent_to_tenths(vote.needed),
                points(vote.needed - vote.in_favour)
            ));
        }
        lacks
    }
}

/// A shortfall without its sign: two digits, or as many as it takes to show that it is not nothing.
fn missing(surplus: Units) -> String {
    let short = surplus.to_f64().abs();
    let digits = (2..12).find(|digits| short >= 0.5 * 10f64.powi(-digits)).unwrap_or(12);
    format!("{short:.*}", digits as usize)
}

/// Points of a hundred: to tenths, or as many digits as it takes to show that they are not none.
fn points(share: f64) -> String {
    let points = share * 100.0;
    let digits = (1..12).find(|digits| points >= 0.5 * 10f64.powi(-digits)).unwrap_or(12);
    format!("{points:.*}", digits as usize)
}

//! How would the bargaining go? The talks of a case over the worlds drawn, composed once for the terminal, the page and the JSON.
//!
//! What hangs on how people bargain, which is seldom known, comes first: the same talks in the same worlds under each assumption. Then when and on what
//! they agree as the case has it, what ends them, what would shorten them, and how far what they agree on lies from what was possible.

mod told;

use std::collections::BTreeMap;
use std::sync::Arc;

use detente_model::{Band, Case, IssueId, Package, PartyId, Progress, Share, Worlds};
use detente_talks::TalksError;
use detente_talks::course::{InWorld, Measured, Outcome, Variation, course};

use crate::compose::side_by_side::paired::{ByWorld, Pair, pair};
use crate::words;

/// Talks are held in so many worlds at most: more would change the last digit alone.
const MOST_WORLDS: u64 = 10_000;
/// Days at which the chance of an agreement is told, beside the last.
const MARKS: u32 = 12;
/// Packages that are listed.
const LISTED: usize = 12;
/// Points of a hundred by which assumptions must part for it to be said that they do.
const APART: f64 = 0.1;

/// How the talks of a case would go.
#[derive(Debug, Clone)]
pub struct TalksAhead {
    /// The case.
    pub case: Arc<Case>,
    /// In how many worlds talks were held.
    pub draws: u64,
    /// From which seed they were drawn.
    pub seed: u64,
    /// For how many days they were followed.
    pub horizon: u32,
    /// Those who bargain; lists of values follow this order.
    pub parties: Vec<PartyId>,
    /// How they went under each assumption of how people bargain; the first is as the case has it.
    pub assumed: Vec<Assumed>,
    /// Whether assumptions part so far that more than chance is behind it: the likeliest and the unlikeliest by their places.
    pub parts: Option<[usize; 2]>,
    /// How likely there is an agreement by each of some days, ascending.
    pub by_day: Vec<AgreedBy>,
    /// Of the worlds with an agreement: the day.
    pub day: Option<Band>,
    /// What ended the talks, in the order of [`EndedBy`].
    pub ends: Vec<(EndedBy, Share)>,
    /// On what they agreed, the likeliest package first.
    pub packages: Vec<AgreedPackage>,
    /// How many different packages they agreed on.
    pub different: usize,
    /// Of the worlds with an agreement: how often each option was in it, by issue.
    pub options: Vec<(IssueId, Vec<Share>)>,
    /// What somebody could do, what shortens the talks most first.
    pub levers: Vec<LeverTried>,
    /// How far what they agreed on lies from what was possible.
    pub distance: Distance,
    /// All of it in sentences, most important first.
    pub headline: Vec<String>,
}

/// Talks under one assumption.
#[derive(Debug, Clone, PartialEq)]
pub struct Assumed {
    /// What is assumed.
    pub variation: Variation,
    /// In words.
    pub name: String,
    /// How often there was an agreement within the horizon.
    pub agreement: Share,
    /// Of the worlds with one: the day.
    pub day: Option<Band>,
    /// The package most often agreed on, and in what share of the agreements.
    pub leading: Option<(Package, Share)>,
    /// What the agreement is worth to each party above what the Nash package is, in the same world.
    pub from_nash: Vec<Option<Band>>,
}

/// How likely there is an agreement by a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AgreedBy {
    /// The day, counted from the day of the case.
    pub day: u32,
    /// As the case has it.
    pub share: Share,
    /// The lowest and the highest share under any assumption of how people bargain.
    pub among: [f64; 2],
}

/// What can end talks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndedBy {
    /// An agreement.
    Agreement,
    /// The deadline.
    Deadline,
    /// An event of the case, by its place.
    Event(usize),
    /// Nothing within the horizon.
    Nothing,
}

/// A package that they agreed on.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreedPackage {
    /// The package.
    pub package: Package,
    /// In one line.
    pub label: String,
    /// In how many of all worlds it was agreed on.
    pub share: Share,
    /// On which day.
    pub day: Option<Band>,
    /// What it is worth to each party where it was agreed on.
    pub worth: Vec<Option<Band>>,
}

/// Something that somebody could do.
#[derive(Debug, Clone, PartialEq)]
pub struct LeverTried {
    /// What.
    pub variation: Variation,
    /// In words.
    pub name: String,
    /// How often there is an agreement within the horizon then.
    pub agreement: Share,
    /// What it adds to that share, with the 95 % interval of the paired difference.
    pub gain: (f64, [f64; 2]),
    /// What it adds to the days without an agreement, up to the horizon, on the mean; with the 95 % interval of the paired difference. Negative if it
    /// shortens them.
    pub days: (f64, [f64; 2]),
}

/// How far agreements lie from what was possible in the same world on the day of signing.
#[derive(Debug, Clone, PartialEq)]
pub struct Distance {
    /// By how much all could have gained at once.
    pub all_gain: Option<Band>,
    /// How many agreements all could not have bettered at once, of those of which it is known.
    pub none_better: Share,
    /// What each party gets above what the Nash package gives it.
    pub from_nash: Vec<Option<Band>>,
    /// How many agreements are worth as much to everybody as the Nash package, of those beside which there is one.
    pub at_nash: Share,
}

impl TalksAhead {
    /// The talks of a case over the first `draws` worlds, 10,000 at most; `None` for a case without `[talks]`.
    ///
    /// # Errors
    /// What keeps talks from being held.
    pub fn of(worlds: &Worlds, draws: u64, progress: &Progress) -> Result<Option<Self>, TalksError> {
        let case = Arc::clone(worlds.case());
        let Some(talks) = &case.talks else { return Ok(None) };
        let draws = draws.min(MOST_WORLDS);
        let assumptions = Variation::assumptions(&case, talks);
        let levers = Variation::levers(&case, talks);
        let variations: Vec<Variation> = assumptions.iter().chain(&levers).cloned().collect();
        let Some(found) = course(worlds, draws, &variations, assumptions.len(), progress)? else {
            return Ok(None);
        };
        let horizon = talks.horizon;
        let runs = Runs { found: &found, horizon, progress };
        let parties: Vec<PartyId> = talks.bargainers.iter().map(|who| who.of).collect();
        let assumed: Vec<Assumed> = assumptions
            .iter()
            .enumerate()
            .map(|(place, variation)| {
                runs.assumed(place, variation, told::assumption(&case, variation), &parties)
            })
            .collect();
        let levers = runs.levers(&case, assumptions.len(), &levers);
        let (packages, different) = runs.packages(&case, parties.len());
        let mut ahead = Self {
            draws,
            seed: worlds.seed(),
            horizon,
            parts: runs.parts(&assumed),
            by_day: runs.by_day(assumptions.len()),
            day: assumed.first().and_then(|stated| stated.day),
            ends: runs.ends(talks.events.len()),
            packages,
            different,
            options: runs.options(&case),
            levers,
            distance: runs.distance(parties.len()),
            assumed,
            parties,
            case: Arc::clone(&case),
            headline: Vec::new(),
        };
        ahead.headline = told::headline(&ahead);
        Ok(Some(ahead))
    }

    /// How often there was an agreement as the case has it.
    pub fn agreement(&self) -> Share {
        self.assumed.first().map(|stated| stated.agreement).unwrap_or_default()
    }

    /// What an end is called.
    pub fn end_named(&self, end: EndedBy) -> String {
        told::end(&self.case, end)
    }

    /// In a few sentences for the two pages of a brief: what hangs on the way of bargaining, and the strongest lever.
    pub fn in_brief(&self) -> Vec<String> {
        let mut brief = vec![told::on_the_way_in_brief(self)];
        brief.extend(told::strongest_in_brief(self));
        brief.push(told::NO_FORECAST_IN_BRIEF.to_owned());
        brief
    }

    /// What is no forecast is said not to be one.
    pub fn caution(&self) -> &'static str {
        told::NO_FORECAST
    }
}

/// All talks that were held.
struct Runs<'f> {
    found: &'f [InWorld],
    horizon: u32,
    progress: &'f Progress,
}

impl Runs<'_> {
    fn draws(&self) -> u64 {
        self.found.len() as u64
    }

    /// The agreements of a variation: package and day.
    fn agreements(&self, place: usize) -> impl Iterator<Item = (&Package, u32)> {
        self.found.iter().filter_map(move |world| {
            let held = world.held.get(place)?;
            match &held.outcome {
                Outcome::Agreement(package) => Some((&**package, held.day)),
                _ => None,
            }
        })
    }

    fn measured(&self, place: usize) -> impl Iterator<Item = &Measured> {
        self.found.iter().filter_map(move |world| world.measured.get(place)?.as_ref())
    }

    /// What everybody gets above what the Nash package gives.
    fn above_nash(&self, place: usize, parties: usize) -> Vec<Option<Band>> {
        let above = |party: usize| {
            let each = self.measured(place).filter_map(move |measured| {
                Some(measured.worth.get(party)? - measured.nash.as_ref()?.get(party)?)
            });
            Band::of(each.collect())
        };
        (0..parties).map(above).collect()
    }

    fn assumed(&self, place: usize, variation: &Variation, name: String, parties: &[PartyId]) -> Assumed {
        let days: Vec<f64> = self.agreements(place).map(|(_, day)| f64::from(day)).collect();
        let agreed = days.len() as u64;
        let counts = self.counts(place);
        let leading = counts.first().map(|(package, hits)| ((*package).clone(), Share::of(*hits, agreed)));
        Assumed {
            variation: variation.clone(),
            name,
            agreement: Share::of(agreed, self.draws()),
            day: Band::of(days),
            leading,
            from_nash: self.above_nash(place, parties.len()),
        }
    }

    /// How often each package was agreed on, the most frequent first; of equals the one that is enumerated first.
    fn counts(&self, place: usize) -> Vec<(&Package, u64)> {
        let mut counts: BTreeMap<&[u16], (&Package, u64)> = BTreeMap::new();
        for (package, _) in self.agreements(place) {
            counts.entry(&package.0).or_insert((package, 0)).1 += 1;
        }
        let mut counts: Vec<(&Package, u64)> = counts.into_values().collect();
        counts.sort_by_key(|(_, hits)| std::cmp::Reverse(*hits));
        counts
    }

    /// Whether each world has an agreement by a day.
    fn agreed(&self, place: usize) -> Vec<bool> {
        let agreed = |world: &InWorld| {
            world.held.get(place).is_some_and(|held| matches!(held.outcome, Outcome::Agreement(_)))
        };
        self.found.iter().map(agreed).collect()
    }

    /// The days without an agreement, up to the horizon.
    fn days_without(&self, place: usize) -> Vec<Option<f64>> {
        let days = |world: &InWorld| {
            world.held.get(place).map(|held| match held.outcome {
                Outcome::Agreement(_) => f64::from(held.day),
                _ => f64::from(self.horizon),
            })
        };
        self.found.iter().map(days).collect()
    }

    fn difference(&self, before: usize, after: usize) -> Option<(Pair, Pair)> {
        let share =
            pair(&ByWorld::Holds(self.agreed(before)), &ByWorld::Holds(self.agreed(after)), self.progress)?;
        let (without, with) = (self.days_without(before), self.days_without(after));
        let days = pair(&ByWorld::Mean(without), &ByWorld::Mean(with), self.progress)?;
        Some((share, days))
    }

    fn parts(&self, assumed: &[Assumed]) -> Option<[usize; 2]> {
        let hits = |place: &usize| assumed[*place].agreement.hits;
        // Of equals the first.
        let most = (0..assumed.len()).rev().max_by_key(hits)?;
        let least = (0..assumed.len()).min_by_key(hits)?;
        let (share, _) = self.difference(least, most)?;
        (share.after - share.before >= APART && share.interval[0] > 0.0).then_some([most, least])
    }

    fn by_day(&self, assumptions: usize) -> Vec<AgreedBy> {
        let mut marks: Vec<u32> =
            (0..=MARKS).map(|k| (u64::from(self.horizon) * u64::from(k) / u64::from(MARKS)) as u32).collect();
        marks.dedup();
        let mut days: Vec<Vec<u32>> = Vec::new();
        for place in 0..assumptions {
            let mut of: Vec<u32> = self.agreements(place).map(|(_, day)| day).collect();
            of.sort_unstable();
            days.push(of);
        }
        let by =
            |days: &[u32], day: u32| Share::of(days.partition_point(|on| *on <= day) as u64, self.draws());
        let mark = |day: u32| {
            let shares = days.iter().map(|days| by(days, day).value());
            let low = shares.clone().fold(f64::INFINITY, f64::min);
            AgreedBy { day, share: by(&days[0], day), among: [low, shares.fold(0.0, f64::max)] }
        };
        marks.into_iter().map(mark).collect()
    }

    fn ends(&self, events: usize) -> Vec<(EndedBy, Share)> {
        let mut ends = vec![EndedBy::Agreement, EndedBy::Deadline];
        ends.extend((0..events).map(EndedBy::Event));
        ends.push(EndedBy::Nothing);
        let is = |end: EndedBy, outcome: &Outcome| match (end, outcome) {
            (EndedBy::Agreement, Outcome::Agreement(_))
            | (EndedBy::Deadline, Outcome::Deadline)
            | (EndedBy::Nothing, Outcome::StillTalking) => true,
            (EndedBy::Event(event), Outcome::Event(by)) => event == *by,
            _ => false,
        };
        let count = |end: EndedBy| {
            let worlds =
                self.found.iter().filter(|world| world.held.first().is_some_and(|h| is(end, &h.outcome)));
            (end, Share::of(worlds.count() as u64, self.draws()))
        };
        ends.into_iter().map(count).collect()
    }

    fn packages(&self, case: &Case, parties: usize) -> (Vec<AgreedPackage>, usize) {
        let counts = self.counts(0);
        let listed = counts.iter().take(LISTED).map(|(package, hits)| {
            let own = |world: &&InWorld| {
                let Some(held) = world.held.first() else { return false };
                matches!(&held.outcome, Outcome::Agreement(agreed) if **agreed == **package)
            };
            let worlds: Vec<&InWorld> = self.found.iter().filter(own).collect();
            let worth = |party: usize| {
                let each =
                    worlds.iter().filter_map(|world| world.measured.first()?.as_ref()?.worth.get(party));
                Band::of(each.copied().collect())
            };
            AgreedPackage {
                package: (*package).clone(),
                label: words::package(case, package),
                share: Share::of(*hits, self.draws()),
                day: Band::of(worlds.iter().map(|world| f64::from(world.held[0].day)).collect()),
                worth: (0..parties).map(worth).collect(),
            }
        });
        (listed.collect(), counts.len())
    }

    fn options(&self, case: &Case) -> Vec<(IssueId, Vec<Share>)> {
        let agreed = self.agreements(0).count() as u64;
        let of_issue = |issue: usize| {
            let mut hits = vec![0; case.issues[issue].options.len()];
            for (package, _) in self.agreements(0) {
                if let Some(place) =
                    package.0.get(issue).and_then(|option| hits.get_mut(usize::from(*option)))
                {
                    *place += 1;
                }
            }
            (IssueId(issue), hits.into_iter().map(|hits| Share::of(hits, agreed)).collect())
        };
        (0..case.issues.len()).map(of_issue).collect()
    }

    fn levers(&self, case: &Case, first: usize, levers: &[Variation]) -> Vec<LeverTried> {
        let tried = levers.iter().enumerate().filter_map(|(k, variation)| {
            let (share, days) = self.difference(0, first + k)?;
            let agreed = self.agreements(first + k).count() as u64;
            Some(LeverTried {
                variation: variation.clone(),
                name: told::lever(case, variation),
                agreement: Share::of(agreed, self.draws()),
                gain: (share.after - share.before, share.interval),
                days: (days.after - days.before, days.interval),
            })
        });
        let mut tried: Vec<LeverTried> = tried.collect();
        tried.sort_by(|a, b| a.days.0.total_cmp(&b.days.0));
        tried
    }

    fn distance(&self, parties: usize) -> Distance {
        let gains: Vec<f64> = self.measured(0).filter_map(|measured| measured.all_gain).collect();
        let none_better =
            Share::of(gains.iter().filter(|gain| **gain <= 0.0).count() as u64, gains.len() as u64);
        let beside = self.measured(0).filter(|measured| measured.nash.is_some()).count() as u64;
        let at =
            self.measured(0).filter(|measured| measured.nash.as_deref() == Some(&measured.worth)).count();
        Distance {
            all_gain: Band::of(gains),
            none_better,
            from_nash: self.above_nash(0, parties),
            at_nash: Share::of(at as u64, beside),
        }
    }
}

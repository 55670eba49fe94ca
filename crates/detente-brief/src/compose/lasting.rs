//! Would it last? How long each of some packages would, from how long agreements lasted here and elsewhere and from what the
//! packages contain, composed once for the terminal, the page and the JSON.
//!
//! Packages with the same factors last alike: they are told together.

use std::sync::Arc;

use detente_durability::{
    Agreements, Band, Contribution, DurabilityError, FindingEntry, PackageSurvival, Remaining, SurvivalAt,
    catalogue, package_life, unaided_survival,
};
use detente_model::{Case, Lasting as Kind, Package, Progress, Worlds};

use crate::compose::lasting_grounds::LifeGrounds;

use crate::words;

/// Into how many parts the time up to the last horizon is cut for the curves.
const STEPS: u32 = 73;
/// By so much what has held must be expected to last longer than at first, to be worth saying.
const MORE_BY: f64 = 1.05;
/// Beyond this many days a median says nothing but "long".
const LONG: f64 = 3_650.0;

/// How long packages would last.
#[derive(Debug, Clone)]
pub struct Lasting {
    /// The case.
    pub case: Arc<Case>,
    /// How many worlds were drawn.
    pub draws: u64,
    /// From which seed.
    pub seed: u64,
    /// The packages, in the order in which they were asked about.
    pub packages: Vec<PackageLife>,
    /// What the baseline says without any factor.
    pub unaided: PackageSurvival,
    /// What the baseline rests on.
    pub grounds: LifeGrounds,
    /// The published findings on which any of it rests, in the order of their ids.
    pub findings: Vec<&'static FindingEntry>,
    /// The verdict, most important first.
    pub headline: Vec<String>,
}

/// How long one package would last.
#[derive(Debug, Clone, PartialEq)]
pub struct PackageLife {
    /// Its letter among the leading packages, if it has one.
    pub letter: Option<String>,
    /// What it consists of.
    pub package: Package,
    /// The same in one line; empty where nothing is on the table.
    pub label: String,
    /// Survival, median and what each factor contributes.
    pub life: PackageSurvival,
    /// The probability of lasting beyond each of a row of days up to the last horizon.
    pub curve: Vec<SurvivalAt>,
}

/// Packages that last alike.
#[derive(Debug, Clone, Copy)]
pub struct Alike<'f> {
    /// The first of them.
    pub first: &'f PackageLife,
    all: &'f [PackageLife],
}

impl Lasting {
    /// How long each of some packages would last, over the first `draws` worlds; `None` if the case says nothing on it. `progress` is
    /// told of each world for each set of packages that last alike.
    ///
    /// # Errors
    /// A figure makes no sense in one of the worlds.
    pub fn of(
        worlds: &Worlds,
        packages: impl IntoIterator<Item = (Option<String>, Package)>,
        draws: u64,
        progress: &Progress,
    ) -> Result<Option<Self>, DurabilityError> {
        let case = worlds.case();
        let Some(durability) = &case.durability else { return Ok(None) };
        // To the last horizon, which for a truce is a year in steps of five days; and each horizon itself.
        let last = durability.last_day();
        let mut days: Vec<f64> =
            (0..=STEPS).map(|i| last * f64::from(i) / f64::from(STEPS)).chain(durability.days()).collect();
        days.sort_by(f64::total_cmp);
        days.dedup();
        let packages: Vec<(Option<String>, Package)> = packages.into_iter().collect();
        let truces = Agreements::new(case, packages.iter().map(|(_, package)| package));
        progress.expect(draws * truces.distinct().len() as u64);
        let lives =
            truces.distinct().iter().map(|package| package_life(worlds, draws, package, &days, progress));
        let lives = lives.collect::<Result<Vec<_>, _>>()?;
        let told = |((letter, package), place): ((Option<String>, Package), &usize)| {
            let (life, curve) = lives[*place].clone();
            PackageLife { letter, label: words::package(case, &package), life, curve, package }
        };
        let packages: Vec<PackageLife> = packages.into_iter().zip(truces.places()).map(told).collect();
        let mut ids: Vec<&String> = packages
            .iter()
            .flat_map(|each| &each.life.contributions)
            .filter_map(|c| c.finding.as_ref())
            .collect();
        ids.sort_unstable();
        ids.dedup();
        let findings = ids.into_iter().map(|id| catalogue()?.finding(id)).collect::<Result<Vec<_>, _>>()?;
        progress.expect(draws);
        let mut found = Self {
            case: Arc::clone(case),
            draws,
            seed: worlds.seed(),
            packages,
            unaided: unaided_survival(worlds, draws, progress)?,
            grounds: LifeGrounds::of(worlds)?,
            findings,
            headline: Vec::new(),
        };
        found.headline = found.sentences();
        Ok(Some(found))
    }

    /// The packages, those together that last alike.
    pub fn alike(&self) -> Vec<Alike<'_>> {
        let mut groups: Vec<Alike<'_>> = Vec::new();
        for package in &self.packages {
            if groups.iter().all(|group| group.first.life != package.life) {
                groups.push(Alike { first: package, all: &self.packages });
            }
        }
        groups
    }

    /// The packages that last longest.
    fn longest(&self) -> Option<Alike<'_>> {
        let mut groups = self.alike().into_iter();
        let first = groups.next()?;
        // Of equals the first: it is the likelier to be acceptable.
        Some(groups.fold(first, |best, other| if other.median() > best.median() { other } else { best }))
    }

    /// Whether the package of a letter is among those that last longer than the others, which the headline names.
    pub(crate) fn lasts_longest(&self, letter: &str) -> bool {
        self.alike().len() > 1 && self.longest().is_some_and(|longest| longest.letters().contains(&letter))
    }

    fn sentences(&self) -> Vec<String> {
        let Some(longest) = self.longest() else { return Vec::new() };
        let life = &longest.first.life;
        let baseline = life.baseline_median_days;
        let mut sentences = vec![format!(
            "Without what a package adds, half of the {} here would be over after {}{}.",
            match self.case.durability.as_ref().map(|durability| durability.of) {
                Some(Kind::Peace) => "peace agreements",
                _ => "agreements",
            },
            days_ranged(baseline),
            self.holding_on()
        )];
        if let (Some(held), Some(left)) = (self.grounds.held, life.remaining.first()) {
            sentences.push(in_force(held, left, life.compared_day));
        }
        let lasts = on_the_compared_day(life).map_or_else(String::new, |at| {
            let Band { low, median, high, .. } = at.probability;
            let beyond = span(at.days);
            format!("beyond {beyond} with a probability of {}", words::ranged(median, low, high))
        });
        sentences.push(match (self.alike().len(), self.packages.len()) {
            (1, 1) => format!("{} would last {lasts}.", words::sentence(&longest.names())),
            (1, _) => format!("All the packages asked about would last alike: {lasts}."),
            _ => format!("Of the packages asked about {} would last longest: {lasts}.", longest.names()),
        });
        let strongest = life.contributions.iter().fold(None::<&Contribution>, |best, other| match best {
            Some(best) if best.survival_gain.median.abs() >= other.survival_gain.median.abs() => Some(best),
            _ => Some(other),
        });
        // A factor whose range leaves open in which direction it moves is not named.
        let told =
            strongest.filter(|factor| factor.survival_gain.low > 0.0 || factor.survival_gain.high < 0.0);
        sentences.extend(told.map(|factor| {
            format!(
                "What moves it most is “{}”: {} ({} to {}) on that probability.",
                factor.name,
                words::points(factor.survival_gain.median),
                words::points(factor.survival_gain.low),
                words::points(factor.survival_gain.high)
            )
        }));
        if !self.findings.is_empty() {
            sentences.push(format!(
                "{} from other wars, and such figures carry over badly: read the ranges, not their middles.",
                match self.findings.len() {
                    1 => "One finding behind this comes".to_owned(),
                    n => format!("{n} findings behind this come"),
                }
            ));
        }
        sentences.extend(self.grounds.sentences.iter().cloned());
        sentences
    }

    /// What is left of what has held for a while, where that is longer than at first: the end of a sentence.
    fn holding_on(&self) -> String {
        let left = self.unaided.remaining.first().filter(|_| self.grounds.held.is_none());
        let longer = left.filter(|left| left.median_days.median > MORE_BY * self.unaided.median_days.median);
        longer.map_or_else(String::new, |left| {
            format!(
                ", and half of those that have held for {} after {} more",
                span(left.held),
                days_ranged(left.median_days)
            )
        })
    }
}

/// What is left of an agreement that is in force.
fn in_force(held: f64, left: &Remaining, compared: f64) -> String {
    let beyond = left.more.iter().find(|at| at.days == compared).map_or_else(String::new, |at| {
        let Band { low, median, high, .. } = at.probability;
        format!(
            ", and {} more are outlasted with a probability of {}",
            span(compared),
            words::ranged(median, low, high)
        )
    });
    format!(
        "It has been in force for {}: half of such agreements last {} more{beyond}.",
        days(held),
        days_ranged(left.median_days)
    )
}

impl Alike<'_> {
    /// Their letters: `A, C and D`; `the package` if it has none.
    pub fn names(&self) -> String {
        let letters = self.letters();
        if letters.is_empty() { "the package".to_owned() } else { words::list(&letters) }
    }

    fn letters(&self) -> Vec<&str> {
        let same = self.all.iter().filter(|other| other.life == self.first.life);
        same.filter_map(|package| package.letter.as_deref()).collect()
    }

    fn median(&self) -> f64 {
        self.first.life.median_days.median
    }
}

fn on_the_compared_day(life: &PackageSurvival) -> Option<&SurvivalAt> {
    life.survival.iter().find(|at| at.days == life.compared_day)
}

/// A span of time that has a name of its own, else its days.
pub(crate) fn span(days: f64) -> String {
    const NAMED: [(f64, &str); 7] = [
        (180.0, "half a year"),
        (365.0, "a year"),
        (730.0, "two years"),
        (1095.0, "three years"),
        (1460.0, "four years"),
        (1825.0, "five years"),
        (3650.0, "ten years"),
    ];
    let named = NAMED.into_iter().find(|(named, _)| *named == days);
    named.map_or_else(|| format!("{days} days"), |(_, name)| name.to_owned())
}

/// A number of days, as people read it.
pub(crate) fn days(x: f64) -> String {
    match x {
        x if x > LONG => "over ten years".to_owned(),
        x if x < 10.0 => format!("{x:.1} days"),
        x => format!("{} days", words::count(x.round() as u128)),
    }
}

/// The same with the range over the worlds, where that shows as one: `50 days (17–112)`.
pub(crate) fn days_ranged(band: Band) -> String {
    let bare = |x: f64| days(x).trim_end_matches(" days").to_owned();
    let (low, high) = (bare(band.low), bare(band.high));
    if low == high { days(band.median) } else { format!("{} ({low}–{high})", days(band.median)) }
}

/// A factor's hazard ratio, with its range and with what it turns into: `0.61 (0.39–0.96); 1.65 (1.05–2.58) from day 365 on`.
pub(crate) fn hazard(factor: &Contribution) -> String {
    let shown = |band: Band| format!("{:.2} ({:.2}–{:.2})", band.median, band.low, band.high);
    match factor.later {
        None => shown(factor.hazard_ratio),
        Some((day, later)) => {
            format!("{}; {} from day {day} on", shown(factor.hazard_ratio), shown(later))
        }
    }
}

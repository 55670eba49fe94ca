//! The text of a deal, looked at: what it still allows, what that does to a deal, which bracket matters most, what stands against which clause.
//!
//! A text is judged as the case under it: every package that it does not allow is ruled out, all else is as it was. So a zone of agreement under a text
//! is the packages that all would sign and that its words allow, and the best package is the best of these. All are judged in the same draws
//! ([`paired`](super::side_by_side::paired)). Of a bracket each wording is judged as if it alone stood.

mod brackets;
mod compared;
mod figures;
mod red_lines;

use std::collections::BTreeMap;
use std::sync::Arc;

use detente_model::{Case, Package};
use detente_text::{Allowed, Borrowed, Clause, Options as LeftOpen, SingleText, TextVersion};

pub(crate) use brackets::shown;
pub use brackets::{BracketFound, MOST_JUDGED_WORDINGS, Stake, WordingFound};
pub use compared::{ClauseCompared, TextsCompared};
pub use figures::MOST_ASKED;
pub use red_lines::Crossing;

use self::figures::headline;
use super::package_choice::Chosen;
use super::side_by_side::Effect;
use crate::sitting::{Sitting, SittingError};
use crate::words;

/// A version of the text of a case, looked at.
#[derive(Debug, Clone)]
pub struct TextFound {
    /// The case.
    pub case: Arc<Case>,
    /// How many worlds were drawn.
    pub draws: u64,
    /// From which seed.
    pub seed: u64,
    /// The version; settled on the package, where one was asked for.
    pub version: TextVersion,
    /// All versions that there are: name, day, author.
    pub versions: Vec<VersionNamed>,
    /// The package on which it is settled.
    pub package: Option<TextOfPackage>,
    /// The options that are left, and how many packages; `None` where that cannot be counted.
    pub left: Option<LeftOpen>,
    /// What the text does: the case without it against the case under it.
    pub effect: Effect,
    /// Its brackets that word options, the one that matters most first.
    pub brackets: Vec<BracketFound>,
    /// How many wordings were not judged, since there are more than [`MOST_JUDGED_WORDINGS`].
    pub not_judged: usize,
    /// Whose red lines it crosses, clause by clause in reading order.
    pub crossings: Vec<Crossing>,
    /// What matters most, in sentences.
    pub headline: Vec<String>,
}

/// A version by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionNamed {
    /// The name of its file.
    pub name: String,
    /// Its day.
    pub date: jiff::civil::Date,
    /// Who wrote it.
    pub by: String,
}

/// A package that was made into a text.
#[derive(Debug, Clone, PartialEq)]
pub struct TextOfPackage {
    /// The package.
    pub chosen: Chosen,
    /// Words that were not on the table.
    pub borrowed: Vec<Borrowed>,
    /// Clauses, by their ids and headings, that did not allow it as they stood.
    pub against: Vec<(String, String)>,
}

impl TextFound {
    /// Looks at a version of a text, or at what becomes of it when it is settled on a package.
    ///
    /// # Errors
    /// If the case under the text has no answer; see [`SittingError`].
    pub(crate) fn of(
        sitting: &Sitting,
        text: &SingleText,
        stands: &TextVersion,
        package: Option<Chosen>,
    ) -> Result<Self, SittingError> {
        let case = Arc::clone(sitting.case());
        let settled = package.map(|chosen| settled_on(&case, text, stands, chosen));
        let (version, package) = match settled {
            Some((version, package)) => (version, Some(package)),
            None => (stands.clone(), None),
        };
        let nothing = TextVersion { articles: Vec::new(), ..version.clone() };
        let (without, with) = (headline(sitting, &nothing)?, headline(sitting, &version)?);
        let effect = Effect::between(&without, &with, sitting.progress());
        let (brackets, not_judged) = brackets::judged(sitting, &version, &with)?;
        let mut found = Self {
            draws: sitting.draws()?,
            seed: sitting.options().seed,
            versions: text.versions.iter().map(VersionNamed::of).collect(),
            left: Allowed::by(&version).options(&case),
            crossings: red_lines::crossings(sitting, &version)?,
            package,
            effect,
            brackets,
            not_judged,
            version,
            case,
            headline: Vec::new(),
        };
        found.headline = found.sentences();
        Ok(found)
    }

    /// How a clause is called: by its heading, or by that of its article.
    pub fn name_of(&self, clause: &Clause) -> String {
        name_of(&self.version, clause)
    }

    /// The clauses to which nobody objects.
    pub fn unopposed(&self) -> impl Iterator<Item = &Clause> {
        self.version.clauses().filter(|clause| clause.objections.is_empty())
    }

    /// The clauses that nothing in the model knows.
    pub fn unknown(&self) -> impl Iterator<Item = &Clause> {
        self.version.clauses().filter(|clause| clause.is_unknown())
    }

    /// How many packages there are without a text; `None` beyond what can be counted.
    pub fn all_packages(&self) -> Option<u128> {
        Allowed::default().options(&self.case).map(|all| all.packages)
    }

    /// What matters most.
    fn sentences(&self) -> Vec<String> {
        let mut told = vec![self.allows()];
        if let Some((before, after)) = self.effect.figure("zone").and_then(|zone| zone.before.zip(zone.after))
        {
            told.push(format!(
                "With it a deal exists in {} of the worlds drawn; without a text, in {}.",
                words::percent(after),
                words::percent(before)
            ));
        }
        if let Some(bracket) = self.brackets.first() {
            told.extend(bracket.sentence());
        }
        if self.package.is_none() {
            let (all, unopposed) = (self.version.clauses().count(), self.unopposed().count());
            told.push(match (unopposed, all) {
                (0, _) => "Somebody objects to every clause.".to_owned(),
                (some, all) if some == all => "Nobody objects to any clause.".to_owned(),
                _ => format!("Nobody objects to {unopposed} of {}.", words::plural(all, "clause", "clauses")),
            });
        }
        let most = self.crossings.iter().filter(|crossing| crossing.wording.is_none());
        if let Some(crossing) = most.max_by_key(|crossing| crossing.share.hits) {
            told.push(format!(
                "{} crosses the red line of {} on {} in {} of the worlds.",
                crossing.name,
                self.case.actor_name(crossing.actor),
                words::named(&self.case.issue(crossing.issue).name),
                words::percent(crossing.share.value())
            ));
        }
        told
    }

    /// How many packages are left, and how much is open.
    fn allows(&self) -> String {
        let version = format!("Version {} of {}", self.version.name, words::date(self.version.date));
        let Some(left) = &self.left else {
            return format!("{version} links too many issues for the packages that it allows to be counted.");
        };
        if left.packages == 0 {
            return format!("{version} contradicts itself: no package meets all its clauses.");
        }
        let of = self.all_packages().map_or_else(String::new, |all| format!(" of {}", words::count(all)));
        let count = words::plural(left.packages, "package", "packages");
        let open =
            self.version.clauses().flat_map(Clause::brackets).filter(|bracket| bracket.is_open()).count();
        match &self.package {
            Some(package) if package.against.is_empty() => {
                format!("{version} allows this package; settled on it, it reads as below.")
            }
            Some(package) => {
                let against: Vec<&str> = package.against.iter().map(|(_, name)| name.as_str()).collect();
                format!(
                    "{version} does not allow this package as it stands: {} would have to change. Settled on it, it reads as below.",
                    words::list(&against)
                )
            }
            None => format!(
                "{version} allows {count}{of}; it leaves {} open.",
                words::plural(open, "bracket", "brackets")
            ),
        }
    }
}

impl VersionNamed {
    /// A version.
    pub(crate) fn of(version: &TextVersion) -> Self {
        Self { name: version.name.clone(), date: version.date, by: version.by.clone() }
    }
}

/// How a clause is called: by its heading, or by that of its article.
pub(crate) fn name_of(version: &TextVersion, clause: &Clause) -> String {
    let heading = clause.heading();
    if !heading.is_empty() {
        return heading;
    }
    let article =
        version.articles.iter().find(|article| article.clauses.iter().any(|other| other.id == clause.id));
    article.map_or_else(|| clause.id.clone(), detente_text::Article::heading)
}

/// A version settled on a package.
pub(crate) fn settled_on(
    case: &Case,
    text: &SingleText,
    stands: &TextVersion,
    chosen: Chosen,
) -> (TextVersion, TextOfPackage) {
    let package: &Package = &chosen.package;
    let refuses = |clause: &&Clause| !Allowed::by_clauses([*clause]).allows(package);
    let against = stands.clauses().filter(refuses);
    let against = against.map(|clause| (clause.id.clone(), name_of(stands, clause))).collect();
    let settled = stands.settled_on(case, package, text.others(stands));
    (settled.version, TextOfPackage { borrowed: settled.borrowed, against, chosen })
}

/// The issues that each clause of a version words, and by which clauses each issue is worded.
pub(crate) fn worded_by(version: &TextVersion) -> BTreeMap<usize, Vec<String>> {
    let mut by: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for clause in version.clauses() {
        for issue in clause.issues() {
            by.entry(issue.index()).or_default().push(name_of(version, clause));
        }
    }
    by
}

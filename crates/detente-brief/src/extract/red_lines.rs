//! Red lines on options: what no deal may contain, in the words of an option.
//!
//! They are no figures and have no range. The extract is made anew with one of them taken out: where `never all at once` stood and stands no
//! more, it stood there; what else differs is a hint. In the analyst's own words, which do not change, a red line is hinted at where a
//! sentence names the option and a refusal.

use detente_model::{Case, Choice, IssuePosition};

use super::analysts_words::AnalystsWords;
use super::gives_away::{Base, Moved};
use super::left_out::LeftOut;
use super::shown::{Place, ShownNumbers};
use super::standing::InWords;
use crate::words;

/// The options that are refused on an issue, those among them that may not be meant.
fn refused(on: &IssuePosition) -> impl Iterator<Item = usize> {
    on.never.iter().copied().chain(on.doubtful.iter().map(|line| line.option))
}

/// Words by which something is refused.
const REFUSALS: [&str; 14] = [
    "never",
    "not",
    "no",
    "nor",
    "without",
    "refuse",
    "reject",
    "rule out",
    "rules out",
    "ruled out",
    "cannot",
    "unacceptable",
    "red line",
    "out of the question",
];

/// What one actor would never accept on one issue.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RedLine {
    /// Its path in the case file.
    pub path: String,
    /// In words.
    pub name: String,
    /// Whether it is one of somebody who is left out.
    pub left_out: bool,
    /// The options, as people read them.
    options: Vec<String>,
    /// The place of the position, and of the issue in it.
    at: (usize, usize),
}

/// What becomes of an extract without a red line.
#[derive(Debug, Default)]
pub(super) struct RedLineSeen {
    /// Where it stood in so many words.
    pub stands: Option<Place>,
    /// Numbers that move.
    pub moved: Vec<Moved>,
    /// Other words that stand there only with it, or only without it.
    pub words: Option<Place>,
    /// Where it is hinted at in the analyst's own words.
    pub in_words: Option<InWords>,
}

impl RedLine {
    /// All of a case.
    pub fn all(case: &Case, left: &LeftOut) -> Vec<Self> {
        let mut all = Vec::new();
        for (p, position) in case.positions.iter().enumerate() {
            for (k, on) in position.issues.iter().enumerate().filter(|(_, on)| refused(on).next().is_some()) {
                let issue = case.issue(on.issue);
                let options: Vec<String> = refused(on).map(|option| issue.label(option)).collect();
                let quoted: Vec<String> = options.iter().map(|option| words::named(option)).collect();
                all.push(Self {
                    path: format!("positions.{}.{}.never", case.actor_id(position.of), issue.id),
                    name: format!(
                        "that {} would never accept {} on {}",
                        case.actor_name(position.of),
                        words::one_of(&quoted),
                        words::named(&issue.name)
                    ),
                    left_out: left.actor(position.of),
                    options,
                    at: (p, k),
                });
            }
        }
        all
    }

    /// The case without it.
    pub fn taken_out(&self, case: &Case) -> Case {
        let mut case = case.clone();
        let on = case.positions.get_mut(self.at.0).and_then(|position| position.issues.get_mut(self.at.1));
        if let Some(on) = on {
            on.never.clear();
            on.doubtful.clear();
        }
        case
    }

    /// What the extract without it says of it. `marked` is the case as the extract names things.
    pub fn seen(
        &self,
        base: &Base,
        without: &ShownNumbers,
        marked: &Case,
        said: &AnalystsWords,
    ) -> RedLineSeen {
        let only = |of: &ShownNumbers, other: &ShownNumbers, fits: &dyn Fn(&Place) -> bool| {
            of.iter()
                .find(|(key, place)| !other.contains_key(*key) && fits(place))
                .map(|(_, place)| place.clone())
        };
        let issue = marked.positions.get(self.at.0).and_then(|position| position.issues.get(self.at.1));
        let shown = issue.map(|on| refused(on).map(|option| marked.issue(on.issue).label(option)).collect());
        let shown: Vec<String> = shown.unwrap_or_default();
        let says = |place: &Place| shown.iter().any(|option| place.said.contains(&format!("never {option}")));
        RedLineSeen {
            stands: only(&base.shown, without, &says),
            moved: base.moved(&base.shown, without, 1.0),
            words: only(&base.shown, without, &|_| true).or_else(|| only(without, &base.shown, &|_| true)),
            in_words: self.in_analysts_words(marked, said),
        }
    }

    /// Where a sentence of the analyst names an option and a refusal.
    fn in_analysts_words(&self, marked: &Case, said: &AnalystsWords) -> Option<InWords> {
        let names: Vec<&str> = marked
            .issues
            .iter()
            .flat_map(|issue| &issue.options)
            .filter_map(|option| match option {
                Choice::Text(text) => Some(text.as_str()),
                Choice::Number(_) => None,
            })
            .collect();
        let sentences = said.iter().filter(|said| !names.contains(&said.words));
        let refused = |sentence: &str| {
            let sentence = sentence.to_lowercase();
            let word = |at: usize, word: &str| {
                let before = sentence[..at].chars().next_back();
                let after = sentence[at + word.len()..].chars().next();
                let ends = word.len() > 4 || !after.is_some_and(char::is_alphanumeric);
                !before.is_some_and(char::is_alphanumeric) && ends
            };
            let says = |word_of: &str| sentence.match_indices(word_of).any(|(at, found)| word(at, found));
            // The option may itself have such a word.
            self.options.iter().any(|option| {
                let option = option.to_lowercase();
                sentence.contains(&option) && {
                    let rest = sentence.replace(&option, "");
                    REFUSALS.iter().any(|refusal| says(refusal) && rest.contains(refusal))
                }
            })
        };
        let found = sentences.into_iter().find(|said| said.words.split(['.', ';', '!', '?']).any(refused));
        found.map(|said| InWords {
            section: said.section.to_owned(),
            words: said.words.to_owned(),
            range: false,
        })
    }
}

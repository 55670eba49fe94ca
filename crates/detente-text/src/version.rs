//! What a text is made of: versions of articles of clauses, and in these what is open, what words which option, and who objects.

use detente_model::{Actor, Case, Citation, Combination, IssueId, Package};
use jiff::civil::Date;

/// One text of a deal with all its versions, the earliest first. There is at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct SingleText {
    /// The versions by date, those of one day by name.
    pub versions: Vec<TextVersion>,
}

impl SingleText {
    /// The version as it stands: the last.
    ///
    /// # Panics
    /// Never: a text that was read has a version.
    pub fn latest(&self) -> &TextVersion {
        self.versions.last().expect("a text has a version")
    }

    /// The text as it was known on a day, without the versions of later days; `None` if there was none yet.
    pub fn known_on(mut self, day: Date) -> Option<Self> {
        self.versions.retain(|version| version.date <= day);
        (!self.versions.is_empty()).then_some(self)
    }

    /// The version that goes by a name: `3`, or `v3` for it.
    pub fn version(&self, name: &str) -> Option<&TextVersion> {
        let named = |name: &str| self.versions.iter().find(|version| version.name.eq_ignore_ascii_case(name));
        named(name)
            .or_else(|| named(name.trim_start_matches(['v', 'V'])))
            .or_else(|| named(&format!("v{name}")))
    }

    /// A name for the version after the last that no version has yet: `4` after `3`, and after `final` `final 2`.
    pub fn next_name(&self) -> String {
        let last = &self.latest().name;
        let numbered = last.parse::<u64>().ok();
        let names = (1..).map(|step| match numbered {
            Some(number) => number.saturating_add(step).to_string(),
            None => format!("{last} {}", step + 1),
        });
        names
            .take(self.versions.len() + 1)
            .find(|name| self.version(name).is_none())
            .unwrap_or_else(|| format!("{last} new"))
    }

    /// The versions of the text but for one, the latest first: where wordings for other packages may be found.
    pub fn others<'a>(&'a self, than: &'a TextVersion) -> impl Iterator<Item = &'a TextVersion> {
        self.versions.iter().rev().filter(|version| version.name != than.name)
    }
}

/// One version: what is on the table on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct TextVersion {
    /// The name of its file, without the ending.
    pub name: String,
    /// What the text is called.
    pub title: Option<String>,
    /// The day of the version.
    pub date: Date,
    /// Who wrote it.
    pub by: String,
    /// A remark of whoever wrote it.
    pub note: Option<String>,
    /// Its articles.
    pub articles: Vec<Article>,
}

impl TextVersion {
    /// Its clauses, in reading order.
    pub fn clauses(&self) -> impl Iterator<Item = &Clause> {
        self.articles.iter().flat_map(|article| &article.clauses)
    }

    /// A clause by its id.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses().find(|clause| clause.id == id)
    }

    /// The same with another clause in the place of the one with this id, or without it.
    #[must_use]
    pub fn with_clause(&self, id: &str, clause: Option<&Clause>) -> Self {
        let mut version = self.clone();
        let place = version.articles.iter_mut().find_map(|article| {
            let place = article.clauses.iter().position(|clause| clause.id == id)?;
            Some((article, place))
        });
        match (place, clause) {
            (Some((article, place)), Some(clause)) => article.clauses[place] = clause.clone(),
            (Some((article, place)), None) => {
                article.clauses.remove(place);
            }
            (None, Some(clause)) => {
                if version.articles.is_empty() {
                    version.articles.push(Article::default());
                }
                if let Some(last) = version.articles.last_mut() {
                    last.clauses.push(clause.clone());
                }
            }
            (None, None) => {}
        }
        version
    }

    /// The same with only one wording left in a bracket, by its place in the clause and that of the wording in the bracket.
    #[must_use]
    pub fn with_settled(&self, clause: &str, bracket: usize, wording: usize) -> Self {
        let mut version = self.clone();
        let clauses = version.articles.iter_mut().flat_map(|article| &mut article.clauses);
        for of in clauses.filter(|of| of.id == clause) {
            if let Some(bracket) = of.brackets_mut().nth(bracket) {
                for (place, other) in bracket.wordings.iter_mut().enumerate() {
                    other.struck |= place != wording;
                }
            }
        }
        version
    }
}

/// An article: clauses under a heading.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Article {
    /// What stands before its title: `Article 1.`, `1`; empty for none.
    pub number: String,
    /// Its title; may be empty.
    pub title: String,
    /// Its clauses.
    pub clauses: Vec<Clause>,
}

/// A clause: words under a heading, some of which word options of the case.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Clause {
    /// By which it is known in all versions: the id in its braces, or else its title.
    pub id: String,
    /// What stands before its title: `1.2`; empty for none.
    pub number: String,
    /// Its title; may be empty.
    pub title: String,
    /// What it settles and speaks of, whichever way its brackets are settled.
    pub ties: Ties,
    /// Its words.
    pub body: Vec<Piece>,
    /// What stands against it.
    pub objections: Vec<Objection>,
    /// The line of its heading, counted from 1.
    pub line: usize,
}

impl Clause {
    /// Its brackets, in reading order.
    pub fn brackets(&self) -> impl Iterator<Item = &Bracket> {
        self.body.iter().filter_map(|piece| match piece {
            Piece::Words(_) => None,
            Piece::Bracket(bracket) => Some(bracket),
        })
    }

    pub(crate) fn brackets_mut(&mut self) -> impl Iterator<Item = &mut Bracket> {
        self.body.iter_mut().filter_map(|piece| match piece {
            Piece::Words(_) => None,
            Piece::Bracket(bracket) => Some(bracket),
        })
    }

    /// Its number and title as a heading: `1.2 Length of the calm`.
    pub fn heading(&self) -> String {
        joined(&self.number, &self.title)
    }

    /// The issues that it speaks of, in the order of the case.
    pub fn issues(&self) -> Vec<IssueId> {
        let wordings = self.brackets().flat_map(|bracket| &bracket.wordings).map(|wording| &wording.ties);
        let mut issues: Vec<IssueId> =
            std::iter::once(&self.ties).chain(wordings).flat_map(Ties::issues).collect();
        issues.sort_unstable();
        issues.dedup();
        issues
    }

    /// Whether nothing in the model knows it: it speaks of no issue.
    pub fn is_unknown(&self) -> bool {
        self.issues().is_empty()
    }

    /// Its words as they stand, with what is open in brackets: `for [six weeks / 135 days]`.
    pub fn shown(&self) -> String {
        self.body
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) => words.clone(),
                Piece::Bracket(bracket) => bracket.shown(),
            })
            .collect()
    }
}

/// What two headings are joined by.
fn joined(number: &str, title: &str) -> String {
    if number.is_empty() || title.is_empty() {
        format!("{number}{title}")
    } else {
        format!("{number} {title}")
    }
}

impl Article {
    /// Its number and title as a heading.
    pub fn heading(&self) -> String {
        joined(&self.number, &self.title)
    }
}

/// A piece of a clause.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Words that nobody has put into brackets. A blank line between two paragraphs stands as it is.
    Words(String),
    /// What is open, or was.
    Bracket(Bracket),
}

/// What is open: two wordings or more, of which one is to stand.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bracket {
    /// The wordings. Of those that are not struck out one is to stand; a bracket with one of them alone is settled, unless it is
    /// written alone (then an empty one stands beside it).
    pub wordings: Vec<Wording>,
    /// The line on which it begins, counted from 1.
    pub line: usize,
}

impl Bracket {
    /// The wordings that are on the table, with their places.
    pub fn open(&self) -> impl Iterator<Item = (usize, &Wording)> {
        self.wordings.iter().enumerate().filter(|(_, wording)| !wording.struck)
    }

    /// Whether there is a choice left.
    pub fn is_open(&self) -> bool {
        self.open().nth(1).is_some()
    }

    /// The issues that its wordings word.
    pub fn issues(&self) -> Vec<IssueId> {
        let mut issues: Vec<IssueId> =
            self.wordings.iter().flat_map(|wording| wording.ties.issues()).collect();
        issues.sort_unstable();
        issues.dedup();
        issues
    }

    /// As it is shown: in brackets while it is open, the words alone when it is settled.
    pub fn shown(&self) -> String {
        let open: Vec<&str> = self.open().map(|(_, wording)| wording.words.as_str()).collect();
        match open[..] {
            [] => String::new(),
            [only] => only.to_owned(),
            [words, ""] => format!("[{words}]"),
            _ => {
                let shown = open.iter().map(|words| if words.is_empty() { "nothing" } else { words });
                format!("[{}]", shown.collect::<Vec<_>>().join(" / "))
            }
        }
    }
}

/// One wording of what is open.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Wording {
    /// The words; empty where nothing is to stand.
    pub words: String,
    /// The options that they word.
    pub ties: Ties,
    /// Whether it is off the table, and kept for the day on which it may be wanted.
    pub struck: bool,
}

/// How words are tied to the case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ties {
    /// The issues that are spoken of without an option being worded.
    pub about: Vec<IssueId>,
    /// On each issue named, the options of which one is agreed by these words.
    pub when: Combination,
}

impl Ties {
    /// Every issue that is spoken of.
    pub fn issues(&self) -> impl Iterator<Item = IssueId> {
        self.about.iter().copied().chain(self.when.0.iter().map(|(issue, _)| *issue))
    }

    /// Whether options are worded.
    pub fn words_options(&self) -> bool {
        !self.when.0.is_empty()
    }

    /// Whether the words say what a package has agreed.
    pub fn hold(&self, package: &Package) -> bool {
        self.when.holds(package)
    }

    /// As it is written in braces: `truce = 42 | 90, release = three stages`.
    pub fn shown(&self, case: &Case) -> String {
        let about = self.about.iter().map(|issue| case.issue(*issue).id.clone());
        let when = self.when.0.iter().map(|(issue, options)| {
            let issue = case.issue(*issue);
            let options: Vec<String> =
                options.iter().map(|option| quoted_option(&issue.options[*option].to_string())).collect();
            format!("{} = {}", issue.id, options.join(" | "))
        });
        about.chain(when).collect::<Vec<_>>().join(", ")
    }

    /// The options worded as people read them: `Length of the pledge: 42 days or 90 days; Pace: three stages`.
    pub fn told(&self, case: &Case) -> String {
        let when = self.when.0.iter().map(|(issue, options)| {
            let issue = case.issue(*issue);
            let options: Vec<String> = options.iter().map(|option| issue.label(*option)).collect();
            format!("{}: {}", issue.name, options.join(" or "))
        });
        when.collect::<Vec<_>>().join("; ")
    }

    /// Both at once: on an issue that both name, the options that both have.
    pub(crate) fn both(&self, other: &Self) -> Self {
        let mut both = self.clone();
        for (issue, options) in &other.when.0 {
            match both.when.0.iter_mut().find(|(known, _)| known == issue) {
                Some((_, known)) => known.retain(|option| options.contains(option)),
                None => both.when.0.push((*issue, options.clone())),
            }
        }
        both.about.extend(other.about.iter().filter(|issue| !self.about.contains(issue)));
        both.about.retain(|issue| both.when.0.iter().all(|(worded, _)| worded != issue));
        both.when.0.sort_by_key(|(issue, _)| *issue);
        both
    }
}

/// An option as it is written in braces: in quotes where it would be taken for something else.
fn quoted_option(option: &str) -> String {
    let plain = !option.contains(['|', ',', '}', '{', '"', '=', '#', '\n'])
        && option.trim() == option
        && !option.is_empty();
    if plain {
        option.to_owned()
    } else {
        format!("\"{}\"", option.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// What a party has against a clause.
#[derive(Debug, Clone, PartialEq)]
pub struct Objection {
    /// Who objects.
    pub by: Actor,
    /// Since when.
    pub since: Date,
    /// In what words.
    pub words: String,
    /// What that rests on.
    pub cites: Vec<Citation>,
    /// The line, counted from 1.
    pub line: usize,
}

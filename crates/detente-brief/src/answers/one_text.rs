//! `text`: a version of the text of a deal; `text diff`: two of them.

use detente_model::{Case, IssueId};
use detente_text::{
    Borrowed, BorrowedFrom, Clause, Kept, Objection, Options as LeftOpen, Piece, SingleText, TextVersion,
    Ties, WordsChange,
};
use serde::Serialize;

use super::{ByName, CaseNamed, FigureCompared, OptionValue, PackageOptions, Probability, WordsCompared};
use crate::compose::one_text::{
    BracketFound, ClauseCompared, Crossing, TextFound, TextOfPackage, TextsCompared, VersionNamed,
    WordingFound,
};
use crate::compose::side_by_side::Effect;

/// What `detente text CASE --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TextAnswer {
    /// The case.
    pub case: CaseNamed,
    /// The seed of the draws.
    pub seed: u64,
    /// How many worlds were drawn.
    pub draws: u64,
    /// What matters most, in sentences.
    pub headline: Vec<String>,
    /// The version that is told of.
    pub version: TextVersionNamed,
    /// What the text is called; null where the version does not say.
    pub title: Option<String>,
    /// A remark of whoever wrote it; null where there is none.
    pub note: Option<String>,
    /// All versions, the earliest first.
    pub versions: Vec<TextVersionNamed>,
    /// The package on which the text is settled, with `--package`; null without.
    pub settled: Option<TextSettled>,
    /// Its articles, in reading order.
    pub articles: Vec<ArticleTold>,
    /// What it still allows.
    pub allowed: TextAllows,
    /// What the text does to the figures: the case without a text (before) against the case under it (after), in the same draws.
    pub figures: Vec<FigureCompared>,
    /// What it does to what is said in words.
    pub words: Vec<WordsCompared>,
    /// The open brackets that word options, the one that matters most first. A bracket that words none is in its clause only.
    pub brackets: Vec<BracketTold>,
    /// How many wordings of brackets were not judged because there are too many.
    pub wordings_not_judged: usize,
    /// The ids of the clauses to which nobody objects.
    pub unopposed: Vec<String>,
    /// The ids of the clauses that nothing in the model knows.
    pub unknown: Vec<String>,
    /// The ids of the issues that no clause words.
    pub not_worded: Vec<String>,
}

/// A version of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TextVersionNamed {
    /// The name of its file, without the ending.
    pub name: String,
    /// Its day: `2024-02-14`.
    pub date: String,
    /// Who wrote it.
    pub by: String,
}

/// How a text was settled on a package.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TextSettled {
    /// The package.
    pub package: PackageOptions,
    /// The ids of the clauses that did not allow it as they stood; empty where the version allows it.
    pub against: Vec<String>,
    /// Words that were not on the table.
    pub borrowed: Vec<WordsBorrowed>,
}

/// Words that were not on the table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WordsBorrowed {
    /// The id of the clause in which they stand.
    pub clause: String,
    /// The options that they word.
    pub options: ByName<Vec<OptionValue>>,
    /// Whose they are: `struck` (struck out of this version), `version` (of another one) or `case` (nobody's: what the case calls issue and option).
    pub from: String,
    /// The name of the other version; null where they are not of one.
    pub version: Option<String>,
}

/// An article.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ArticleTold {
    /// What stands before its title; empty for nothing.
    pub number: String,
    /// Its title; empty for none.
    pub title: String,
    /// Its clauses, in reading order.
    pub clauses: Vec<ClauseTold>,
}

/// A clause.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ClauseTold {
    /// By which it is known in all versions.
    pub id: String,
    /// What stands before its title; empty for nothing.
    pub number: String,
    /// Its title; empty for none.
    pub title: String,
    /// The line of its heading in the file, from 1; 0 for a clause that no file has.
    pub line: usize,
    /// Its words as they stand, what is open in brackets.
    pub words: String,
    /// The same in pieces.
    pub pieces: Vec<PieceTold>,
    /// Whether anything in the model knows it.
    pub known: bool,
    /// The ids of the issues that it speaks of.
    pub issues: Vec<String>,
    /// The options that it settles, whichever way its brackets go: of each issue one of these.
    pub options: ByName<Vec<OptionValue>>,
    /// What stands against it.
    pub objections: Vec<ObjectionTold>,
    /// Whose red lines it crosses.
    pub red_lines: Vec<RedLineCrossed>,
}

/// A piece of a clause: words, or a bracket.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PieceTold {
    /// Words that nobody has put into brackets.
    Words {
        /// The words.
        words: String,
    },
    /// A bracket.
    Bracket {
        /// Whether more than one wording is on the table.
        open: bool,
        /// Its wordings, those that were struck out among them.
        wordings: Vec<WordingTold>,
    },
}

/// A wording of a bracket.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WordingTold {
    /// The words; empty where nothing would stand.
    pub words: String,
    /// The options that they word.
    pub options: ByName<Vec<OptionValue>>,
    /// Whether it was struck out.
    pub struck: bool,
}

/// What somebody has against a clause.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ObjectionTold {
    /// The id of the party or audience.
    pub by: String,
    /// Since when: `2024-02-14`.
    pub since: String,
    /// In what words.
    pub words: String,
    /// The sources that it rests on, with the place after `#`.
    pub cites: Vec<String>,
}

/// A red line that words cross.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RedLineCrossed {
    /// The id of the party or audience that holds it.
    pub actor: String,
    /// The id of the issue.
    pub issue: String,
    /// The wording that crosses it, if it is one of a bracket that may go otherwise; null where the clause does so whichever way it goes.
    pub wording: Option<String>,
    /// Whether it is crossed in the central world.
    pub central: bool,
    /// In which share of the worlds drawn.
    pub share: Probability,
}

/// What a text still allows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TextAllows {
    /// How many packages, in digits; null where that cannot be counted. Continuous issues count as their stops.
    pub packages: Option<String>,
    /// How many there are without a text; null as above.
    pub without_text: Option<String>,
    /// The options of each issue that are in some package allowed, by its id; empty where that cannot be told.
    pub options: ByName<Vec<OptionValue>>,
}

/// An open bracket.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BracketTold {
    /// The id of its clause.
    pub clause: String,
    /// Its place among the brackets of the clause, from 0.
    pub place: usize,
    /// Its wordings, and what settling it on each does.
    pub wordings: Vec<WordingJudged>,
    /// What is at stake in it: with the wording that is worst for a deal (before) and with the one that is best (after), the chance that a deal exists; null
    /// where it was not judged.
    pub stake: Option<FigureCompared>,
    /// The same for the margin, mean over the worlds.
    pub stake_of_margin: Option<FigureCompared>,
}

/// What settling a bracket on a wording does.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WordingJudged {
    /// The words; empty where nothing would stand.
    pub words: String,
    /// The options that they word.
    pub options: ByName<Vec<OptionValue>>,
    /// The text as it stands (before) against the text with this wording alone (after); empty where it was not judged.
    pub figures: Vec<FigureCompared>,
}

/// What `detente text diff --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TextDiffAnswer {
    /// The case.
    pub case: CaseNamed,
    /// The seed of the draws.
    pub seed: u64,
    /// How many worlds were drawn.
    pub draws: u64,
    /// What matters most, in sentences.
    pub headline: Vec<String>,
    /// The first version.
    pub before: TextVersionNamed,
    /// The second version.
    pub after: TextVersionNamed,
    /// The clauses that changed: those of the second version in its order, then those that are gone.
    pub clauses: Vec<ClauseChanged>,
    /// How many clauses stay as they were.
    pub unchanged: usize,
    /// What the first allowed.
    pub allowed_before: TextAllows,
    /// What the second allows.
    pub allowed_after: TextAllows,
    /// Options that the second opens in the text as a whole, by issue.
    pub opens: ByName<Vec<OptionValue>>,
    /// Options that it closes in the text as a whole, by issue.
    pub closes: ByName<Vec<OptionValue>>,
    /// What all changes together do: the case under the first (before) against the case under the second (after), in the same draws.
    pub figures: Vec<FigureCompared>,
    /// What they do to what is said in words.
    pub words: Vec<WordsCompared>,
}

/// A clause that changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ClauseChanged {
    /// Its id in the first version; null where it is new.
    pub before: Option<String>,
    /// Its id in the second version; null where it is gone.
    pub after: Option<String>,
    /// How it is called.
    pub name: String,
    /// Its words, in order.
    pub words: Vec<WordsKept>,
    /// Options that the clause by itself did not allow and now does, by issue.
    pub opens: ByName<Vec<OptionValue>>,
    /// Options that it allowed and now does not, by issue.
    pub closes: ByName<Vec<OptionValue>>,
    /// Objections that are new.
    pub raised: Vec<ObjectionTold>,
    /// Objections that are gone.
    pub dropped: Vec<ObjectionTold>,
    /// What this change alone does: the first version (before) against the first with it (after). Null where it changes no option, is the only change
    /// that does, or there are too many.
    pub alone: Option<Vec<FigureCompared>>,
    /// What its absence would undo: the second version (before) against the second without it (after). Null as `alone`.
    pub without: Option<Vec<FigureCompared>>,
}

/// Words that stay, go or come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WordsKept {
    /// `same`, `out` (in the first alone) or `in` (in the second alone).
    pub kind: String,
    /// The words.
    pub words: String,
}

impl TextAnswer {
    /// The answer that a text looked at is.
    pub fn of(found: &TextFound) -> Self {
        let (case, version) = (&*found.case, &found.version);
        let worded = crate::compose::one_text::worded_by(version);
        let ids = |clause: &Clause| clause.id.clone();
        Self {
            case: CaseNamed::of(case),
            seed: found.seed,
            draws: found.draws,
            headline: found.headline.clone(),
            version: TextVersionNamed::of(&VersionNamed::of(version)),
            title: version.title.clone(),
            note: version.note.clone(),
            versions: found.versions.iter().map(TextVersionNamed::of).collect(),
            settled: found.package.as_ref().map(|settled| TextSettled::of(case, settled)),
            articles: ArticleTold::all(case, version, &found.crossings),
            allowed: TextAllows::of(case, found.left.as_ref()),
            figures: figures(&found.effect),
            words: found.effect.words.iter().map(WordsCompared::of).collect(),
            brackets: found.brackets.iter().map(|bracket| BracketTold::of(case, bracket)).collect(),
            wordings_not_judged: found.not_judged,
            unopposed: found.unopposed().map(ids).collect(),
            unknown: found.unknown().map(ids).collect(),
            not_worded: (0..case.issues.len())
                .filter(|k| !worded.contains_key(k))
                .map(|k| case.issues[k].id.clone())
                .collect(),
        }
    }
}

impl TextDiffAnswer {
    /// The answer that two versions side by side are.
    pub fn of(found: &TextsCompared) -> Self {
        let case = &*found.case;
        Self {
            case: CaseNamed::of(case),
            seed: found.seed,
            draws: found.draws,
            headline: found.headline.clone(),
            before: TextVersionNamed::of(&found.before),
            after: TextVersionNamed::of(&found.after),
            clauses: found.clauses.iter().map(|clause| ClauseChanged::of(case, clause)).collect(),
            unchanged: found.unchanged,
            allowed_before: TextAllows::of(case, found.left_before.as_ref()),
            allowed_after: TextAllows::of(case, found.left_after.as_ref()),
            opens: by_issue(case, &found.opens()),
            closes: by_issue(case, &found.closes()),
            figures: figures(&found.effect),
            words: found.effect.words.iter().map(WordsCompared::of).collect(),
        }
    }
}

fn figures(effect: &Effect) -> Vec<FigureCompared> {
    effect.figures.iter().map(FigureCompared::of).collect()
}

fn by_issue(case: &Case, options: &[(IssueId, Vec<usize>)]) -> ByName<Vec<OptionValue>> {
    let named = options.iter().map(|(issue, options)| {
        let issue = case.issue(*issue);
        let values = options.iter().map(|option| OptionValue::from(&issue.options[*option]));
        (issue.id.clone(), values.collect())
    });
    named.collect()
}

fn of_ties(case: &Case, ties: &Ties) -> ByName<Vec<OptionValue>> {
    by_issue(case, &ties.when.0)
}

impl TextVersionNamed {
    /// All versions of a text, the earliest first.
    pub fn all(text: &SingleText) -> Vec<Self> {
        text.versions.iter().map(|version| Self::of(&VersionNamed::of(version))).collect()
    }

    fn of(version: &VersionNamed) -> Self {
        Self { name: version.name.clone(), date: version.date.to_string(), by: version.by.clone() }
    }
}

impl TextSettled {
    /// How a version was settled on a package.
    pub fn of(case: &Case, found: &TextOfPackage) -> Self {
        Self {
            package: PackageOptions::of(case, &found.chosen.package),
            against: found.against.iter().map(|(id, _)| id.clone()).collect(),
            borrowed: found.borrowed.iter().map(|borrowed| WordsBorrowed::of(case, borrowed)).collect(),
        }
    }
}

impl ArticleTold {
    /// The articles of a version, with the red lines that are known to be crossed.
    pub fn all(case: &Case, version: &TextVersion, crossings: &[Crossing]) -> Vec<Self> {
        let told = |clause: &Clause| ClauseTold::of(case, clause, crossings);
        let articles = version.articles.iter().map(|article| Self {
            number: article.number.clone(),
            title: article.title.clone(),
            clauses: article.clauses.iter().map(told).collect(),
        });
        articles.collect()
    }
}

impl WordsBorrowed {
    fn of(case: &Case, borrowed: &Borrowed) -> Self {
        let (from, version) = match &borrowed.from {
            BorrowedFrom::Struck => ("struck", None),
            BorrowedFrom::Version(name) => ("version", Some(name.clone())),
            BorrowedFrom::Case => ("case", None),
        };
        Self {
            clause: borrowed.clause.clone(),
            options: of_ties(case, &borrowed.ties),
            from: from.to_owned(),
            version,
        }
    }
}

impl ClauseTold {
    fn of(case: &Case, clause: &Clause, crossings: &[Crossing]) -> Self {
        let pieces = clause.body.iter().map(|piece| match piece {
            Piece::Words(words) => PieceTold::Words { words: words.clone() },
            Piece::Bracket(bracket) => PieceTold::Bracket {
                open: bracket.is_open(),
                wordings: bracket
                    .wordings
                    .iter()
                    .map(|wording| WordingTold {
                        words: wording.words.clone(),
                        options: of_ties(case, &wording.ties),
                        struck: wording.struck,
                    })
                    .collect(),
            },
        });
        let crossed = crossings.iter().filter(|crossing| crossing.clause == clause.id);
        Self {
            id: clause.id.clone(),
            number: clause.number.clone(),
            title: clause.title.clone(),
            line: clause.line,
            words: clause.shown(),
            pieces: pieces.collect(),
            known: !clause.is_unknown(),
            issues: clause.issues().iter().map(|issue| case.issue(*issue).id.clone()).collect(),
            options: of_ties(case, &clause.ties),
            objections: clause
                .objections
                .iter()
                .map(|objection| ObjectionTold::of(case, objection))
                .collect(),
            red_lines: crossed.map(|crossing| RedLineCrossed::of(case, crossing)).collect(),
        }
    }
}

impl ObjectionTold {
    /// An objection.
    pub fn of(case: &Case, objection: &Objection) -> Self {
        let cited = |cite: &detente_model::Citation| {
            let id = &case.source(cite.source).id;
            cite.locator.as_ref().map_or_else(|| id.clone(), |place| format!("{id}#{place}"))
        };
        Self {
            by: case.actor_id(objection.by).to_owned(),
            since: objection.since.to_string(),
            words: objection.words.clone(),
            cites: objection.cites.iter().map(cited).collect(),
        }
    }
}

impl RedLineCrossed {
    fn of(case: &Case, crossing: &Crossing) -> Self {
        Self {
            actor: case.actor_id(crossing.actor).to_owned(),
            issue: case.issue(crossing.issue).id.clone(),
            wording: crossing.wording.as_ref().map(|(_, _, words)| words.clone()),
            central: crossing.central,
            share: crossing.share.into(),
        }
    }
}

impl TextAllows {
    fn of(case: &Case, left: Option<&LeftOpen>) -> Self {
        let all = detente_text::Allowed::default().options(case);
        let rows = left.map(|left| {
            let rows = left.options.iter().enumerate().map(|(k, row)| {
                (IssueId(k), (0..row.len()).filter(|option| row[*option]).collect::<Vec<_>>())
            });
            rows.collect::<Vec<_>>()
        });
        Self {
            packages: left.map(|left| left.packages.to_string()),
            without_text: all.map(|all| all.packages.to_string()),
            options: by_issue(case, &rows.unwrap_or_default()),
        }
    }
}

impl BracketTold {
    fn of(case: &Case, bracket: &BracketFound) -> Self {
        Self {
            clause: bracket.clause.clone(),
            place: bracket.place,
            wordings: bracket.wordings.iter().map(|wording| WordingJudged::of(case, wording)).collect(),
            stake: bracket.stake.as_ref().map(|stake| FigureCompared::of(&stake.zone)),
            stake_of_margin: bracket
                .stake
                .as_ref()
                .and_then(|stake| stake.margin.as_ref())
                .map(FigureCompared::of),
        }
    }
}

impl WordingJudged {
    fn of(case: &Case, wording: &WordingFound) -> Self {
        Self {
            words: wording.words.clone(),
            options: of_ties(case, &wording.ties),
            figures: wording.effect.as_ref().map_or_else(Vec::new, figures),
        }
    }
}

impl ClauseChanged {
    fn of(case: &Case, clause: &ClauseCompared) -> Self {
        let objections =
            |list: &[Objection]| list.iter().map(|objection| ObjectionTold::of(case, objection)).collect();
        Self {
            before: clause.before.as_ref().map(|clause| clause.id.clone()),
            after: clause.after.as_ref().map(|clause| clause.id.clone()),
            name: clause.name.clone(),
            words: clause.words.iter().map(WordsKept::of).collect(),
            opens: by_issue(case, &clause.opens),
            closes: by_issue(case, &clause.closes),
            raised: objections(&clause.raised),
            dropped: objections(&clause.dropped),
            alone: clause.alone.as_ref().map(figures),
            without: clause.without.as_ref().map(figures),
        }
    }
}

impl WordsKept {
    fn of(part: &WordsChange) -> Self {
        let kind = match part.kind {
            Kept::Same => "same",
            Kept::Out => "out",
            Kept::In => "in",
        };
        Self { kind: kind.to_owned(), words: part.words.clone() }
    }
}

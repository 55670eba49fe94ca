//! From a package to a text: every bracket settled on the wording that words it.
//!
//! Words are taken, in this order, from the wordings on the table, from those that were struck out, and from the other versions of
//! the text, the latest first. Where nobody has worded an option yet, the words of the case stand in for it, and it is said that they do. A
//! bracket that the model does not know stays open: no package says which way it goes.

use detente_model::{Case, Combination, IssueId, Package};

use crate::version::{Article, Bracket, Clause, Piece, TextVersion, Ties, Wording};

/// A text that is settled on a package.
#[derive(Debug, Clone, PartialEq)]
pub struct SettledText {
    /// The text; it allows that package alone.
    pub version: TextVersion,
    /// Where its words are not those on the table.
    pub borrowed: Vec<Borrowed>,
}

/// Words that are not on the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Borrowed {
    /// The id of the clause in which they stand.
    pub clause: String,
    /// Which options they word.
    pub ties: Ties,
    /// Whose they are.
    pub from: BorrowedFrom,
}

/// Whose words they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BorrowedFrom {
    /// Struck out of this version.
    Struck,
    /// Those of another version, by its name.
    Version(String),
    /// Nobody's: what the case calls the issue and the option.
    Case,
}

/// The id and title of the article that holds what no clause words.
const NOT_WORDED: &str = "Not worded yet";

impl TextVersion {
    /// This version, settled on a package; words that it lacks come from `others`, the first of them first.
    pub fn settled_on<'a>(
        &self,
        case: &Case,
        package: &Package,
        others: impl IntoIterator<Item = &'a Self>,
    ) -> SettledText {
        let others: Vec<&Self> = others.into_iter().collect();
        let mut borrowed = Vec::new();
        let mut version = self.clone();
        for clause in version.articles.iter_mut().flat_map(|article| &mut article.clauses) {
            *clause = settled_clause(case, package, clause, &others, &mut borrowed);
        }
        let agreed = version.clauses().fold(Ties::default(), |agreed, clause| agreed.both(&clause.ties));
        let missing: Vec<Clause> = (0..case.issues.len())
            .map(IssueId)
            .filter(|issue| {
                let worded = agreed.when.0.iter().find(|(known, _)| known == issue);
                worded.is_none_or(|(_, options)| options[..] != [package.option(*issue)])
                    && case.issue(*issue).options.len() > 1
            })
            .map(|issue| {
                let shown = case.issue(issue);
                Clause {
                    id: free_id(&version, &shown.name),
                    title: shown.name.clone(),
                    ties: exactly(package, &[issue]),
                    body: vec![Piece::Words(in_words_of_case(case, package, &[issue]))],
                    ..Clause::default()
                }
            })
            .collect();
        for clause in &missing {
            borrowed.push(Borrowed {
                clause: clause.id.clone(),
                ties: clause.ties.clone(),
                from: BorrowedFrom::Case,
            });
        }
        if !missing.is_empty() {
            version.articles.push(Article {
                number: String::new(),
                title: NOT_WORDED.to_owned(),
                clauses: missing,
            });
        }
        SettledText { version, borrowed }
    }
}

/// The title of a clause, told from those that are there.
fn free_id(version: &TextVersion, title: &str) -> String {
    let mut id = crate::read::id_of_title(title);
    while version.clause(&id).is_some() {
        id.push_str(" (not worded)");
    }
    id
}

/// The options of a package on some issues.
fn exactly(package: &Package, issues: &[IssueId]) -> Ties {
    let when = issues.iter().map(|issue| (*issue, vec![package.option(*issue)])).collect();
    Ties { about: Vec::new(), when: Combination(when) }
}

/// `Length of the pledge: 42 days; Pace of the release: three stages.`
fn in_words_of_case(case: &Case, package: &Package, issues: &[IssueId]) -> String {
    let said = issues.iter().map(|issue| {
        let shown = case.issue(*issue);
        format!("{}: {}", shown.name, shown.label(package.option(*issue)))
    });
    format!("{}.", said.collect::<Vec<_>>().join("; "))
}

/// One clause, settled.
fn settled_clause(
    case: &Case,
    package: &Package,
    clause: &Clause,
    others: &[&TextVersion],
    borrowed: &mut Vec<Borrowed>,
) -> Clause {
    if clause.ties.hold(package) {
        return with_brackets_settled(case, package, clause, others, borrowed);
    }
    // What this version settles otherwise may be worded in another.
    let elsewhere = others.iter().find_map(|version| {
        let other = version.clause(&clause.id)?;
        words_it(other, clause, package).then_some((version, other))
    });
    let issues: Vec<IssueId> = clause.ties.when.0.iter().map(|(issue, _)| *issue).collect();
    let (taken, from) = if let Some((version, other)) = elsewhere {
        (other.clone(), BorrowedFrom::Version(version.name.clone()))
    } else {
        let body = vec![Piece::Words(in_words_of_case(case, package, &issues))];
        (Clause { ties: exactly(package, &issues), body, ..clause.clone() }, BorrowedFrom::Case)
    };
    borrowed.push(Borrowed { clause: clause.id.clone(), ties: taken.ties.clone(), from });
    let named = Clause {
        id: clause.id.clone(),
        number: clause.number.clone(),
        title: clause.title.clone(),
        objections: clause.objections.clone(),
        line: clause.line,
        ..taken
    };
    with_brackets_settled(case, package, &named, others, borrowed)
}

/// Whether a clause of another version has words for a package on everything that this one settles.
fn words_it(other: &Clause, clause: &Clause, package: &Package) -> bool {
    let settled: Vec<IssueId> = clause.ties.when.0.iter().map(|(issue, _)| *issue).collect();
    let worded = |bracket: &Bracket| {
        bracket.wordings.iter().any(|wording| wording.ties.words_options() && wording.ties.hold(package))
    };
    let named = other.issues();
    other.ties.hold(package)
        && settled.iter().all(|issue| named.contains(issue))
        && other.brackets().filter(|bracket| !bracket.issues().is_empty()).all(worded)
        && (other.ties.words_options() || other.brackets().any(worded))
}

fn with_brackets_settled(
    case: &Case,
    package: &Package,
    clause: &Clause,
    others: &[&TextVersion],
    borrowed: &mut Vec<Borrowed>,
) -> Clause {
    let mut settled = Clause { body: Vec::new(), ..clause.clone() };
    for piece in &clause.body {
        let bracket = match piece {
            Piece::Bracket(bracket) if !bracket.issues().is_empty() && bracket.open().next().is_some() => {
                bracket
            }
            piece => {
                settled.body.push(piece.clone());
                continue;
            }
        };
        let (mut wording, from) = worded(case, package, clause, bracket, others);
        if from == Some(BorrowedFrom::Case) && clause.body.len() == 1 {
            // Alone in a clause, the option alone would be no sentence.
            let issues: Vec<IssueId> = wording.ties.when.0.iter().map(|(issue, _)| *issue).collect();
            wording.words = in_words_of_case(case, package, &issues);
        }
        if let Some(from) = from {
            borrowed.push(Borrowed { clause: clause.id.clone(), ties: wording.ties.clone(), from });
        }
        settled.ties = settled.ties.both(&wording.ties);
        settled.body.push(Piece::Words(wording.words));
    }
    settled.body = in_one_piece(settled.body);
    settled
}

/// The wording that words a package, and whose it is if it is not on the table.
fn worded(
    case: &Case,
    package: &Package,
    clause: &Clause,
    bracket: &Bracket,
    others: &[&TextVersion],
) -> (Wording, Option<BorrowedFrom>) {
    let words = |wording: &&Wording| wording.ties.words_options() && wording.ties.hold(package);
    let on_the_table = || bracket.open().map(|(_, wording)| wording);
    if let Some(wording) = on_the_table().find(words) {
        return (wording.clone(), None);
    }
    if let Some(wording) = bracket.wordings.iter().find(words) {
        return (wording.clone(), Some(BorrowedFrom::Struck));
    }
    let issues = bracket.issues();
    for version in others {
        let brackets = version.clause(&clause.id).into_iter().flat_map(Clause::brackets);
        let wordings = brackets.filter(|other| other.issues() == issues).flat_map(|other| &other.wordings);
        if let Some(wording) = wordings.into_iter().find(words) {
            return (wording.clone(), Some(BorrowedFrom::Version(version.name.clone())));
        }
    }
    // Words that tie nothing go with every package, `nothing` among them.
    if let Some(wording) = on_the_table().find(|wording| !wording.ties.words_options()) {
        return (wording.clone(), None);
    }
    let issues: Vec<IssueId> = issues
        .into_iter()
        .filter(|issue| on_the_table().any(|wording| wording.ties.when.0.iter().any(|(of, _)| of == issue)))
        .collect();
    let words = match issues[..] {
        // Inside a sentence the option alone reads best: `for 90 days`.
        [issue] => case.issue(issue).label(package.option(issue)),
        _ => in_words_of_case(case, package, &issues).trim_end_matches('.').to_owned(),
    };
    (Wording { words, ties: exactly(package, &issues), struck: false }, Some(BorrowedFrom::Case))
}

/// Words that follow on words are one piece.
fn in_one_piece(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (joined.last_mut(), piece) {
            (Some(Piece::Words(before)), Piece::Words(words)) => before.push_str(&words),
            (_, piece) => joined.push(piece),
        }
    }
    joined
}

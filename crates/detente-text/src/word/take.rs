//! A new version of the marks that a person accepts.

use detente_model::{Actor, AudienceId, Case, PartyId, folded_name};

use super::read::{Mark, MarkIs};
use super::shown::{Origin, letters};
use crate::version::{Bracket, Clause, Objection, Piece, TextVersion, Wording};

/// A version with marks taken into it.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// The version.
    pub version: TextVersion,
    /// The marks that it could not take, with why.
    pub not: Vec<(Mark, NotTaken)>,
}

/// Why a mark could not be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotTaken {
    /// It stands at no clause.
    #[error("it stands at no clause of the version; write it into the version by hand")]
    NoClause,
    /// Nobody in the case has the name under which it was made.
    #[error(
        "nobody in the case has the name under which it was made; say on whose behalf it is taken (`--by`)"
    )]
    NobodyOfThisName,
    /// The words that are to go lie in several wordings, or in a bracket and outside of it.
    #[error(
        "what is to go begins in one wording and ends outside of it; a bracket cannot stand in a bracket, so write it into the version by hand"
    )]
    AcrossBrackets,
}

/// Whom a name in a document means: a party or an audience by its name or id, or somebody who speaks for a party.
pub fn actor_called(case: &Case, name: &str) -> Option<Actor> {
    let folded = folded_name(name);
    let is = |known: &str| folded_name(known) == folded;
    let party = case.parties.iter().position(|party| {
        is(&party.id)
            || is(&party.name)
            || party
                .people
                .iter()
                .any(|person| is(&person.name) || person.aliases.iter().any(|alias| is(alias)))
    });
    let audience = || case.audiences.iter().position(|audience| is(&audience.id) || is(&audience.name));
    party.map(|at| Actor::Party(PartyId(at))).or_else(|| audience().map(|at| Actor::Audience(AudienceId(at))))
}

/// The version with marks taken into it.
///
/// Words that somebody wants otherwise become a wording beside the one on the table, in brackets: whoever accepts a mark for the text does not yet concede it. A comment
/// becomes an objection of whoever made it, or of `on_behalf`.
pub fn taken(case: &Case, version: &TextVersion, accepted: &[Mark], on_behalf: Option<Actor>) -> Taken {
    let mut made = version.clone();
    let mut not = Vec::new();
    for clause in made.articles.iter_mut().flat_map(|article| &mut article.clauses) {
        let of: Vec<&Mark> =
            accepted.iter().filter(|mark| mark.clause.as_ref() == Some(&clause.id)).collect();
        let given = clause.clone();
        let mut words: Vec<(&Mark, Change)> = Vec::new();
        for mark in of {
            match &mark.is {
                MarkIs::Words { at, into, .. } => match change(&given, at.clone(), into) {
                    Some(change) => words.push((mark, change)),
                    None => not.push((mark.clone(), NotTaken::AcrossBrackets)),
                },
                MarkIs::Comment { on, says } => {
                    let by = on_behalf.or_else(|| actor_called(case, mark.by.as_deref()?));
                    match by {
                        Some(by) => clause.objections.push(objection(by, mark, version, &given, on, says)),
                        None => not.push((mark.clone(), NotTaken::NobodyOfThisName)),
                    }
                }
                MarkIs::Elsewhere { .. } => not.push((mark.clone(), NotTaken::NoClause)),
            }
        }
        clause.body = changed(&given, &words.into_iter().map(|(_, change)| change).collect::<Vec<_>>());
    }
    not.extend(
        accepted.iter().filter(|mark| mark.clause.is_none()).map(|mark| (mark.clone(), NotTaken::NoClause)),
    );
    Taken { version: made, not }
}

fn objection(
    by: Actor,
    mark: &Mark,
    version: &TextVersion,
    clause: &Clause,
    on: &str,
    says: &str,
) -> Objection {
    // A comment on all of the clause needs no word on what it is on.
    let whole = on.chars().filter(|letter| !letter.is_whitespace()).count() + 8
        >= clause.shown().chars().filter(|letter| !letter.is_whitespace()).count();
    let words = if whole || on.is_empty() { says.to_owned() } else { format!("On “{on}”: {says}") };
    Objection { by, since: mark.on.unwrap_or(version.date), words, cites: Vec::new(), line: 0 }
}

/// Other words in one piece of a clause.
struct Change {
    piece: usize,
    /// The place of the wording, in a bracket.
    wording: Option<usize>,
    /// The bytes that go.
    from: usize,
    to: usize,
    into: String,
}

/// Where in the pieces of a clause a change of shown letters lies; `None` if it lies across them.
fn change(clause: &Clause, at: std::ops::Range<usize>, into: &str) -> Option<Change> {
    let letters = letters(clause);
    let place = |origin: Origin| match origin {
        Origin::Words(piece, byte) => Some((piece, None, byte)),
        Origin::Wording(piece, wording, byte) => Some((piece, Some(wording), byte)),
        Origin::Sign => None,
    };
    let width = |at: usize| letters[at].0.len_utf8();
    if at.is_empty() {
        // Words come in behind the letter before them, or before the first.
        let before =
            at.start.checked_sub(1).and_then(|before| Some((before, place(letters.get(before)?.1)?)));
        let (piece, wording, byte) = match before {
            Some((before, (piece, wording, byte))) => (piece, wording, byte + width(before)),
            None => place(letters.get(at.start)?.1)?,
        };
        return Some(Change { piece, wording, from: byte, to: byte, into: into.to_owned() });
    }
    let first = place(letters.get(at.start)?.1)?;
    let last = place(letters.get(at.end - 1)?.1)?;
    if (first.0, first.1) != (last.0, last.1) {
        return None;
    }
    Some(Change {
        piece: first.0,
        wording: first.1,
        from: first.2,
        to: last.2 + width(at.end - 1),
        into: into.to_owned(),
    })
}

/// The pieces of a clause with other words beside those that stand.
fn changed(clause: &Clause, changes: &[Change]) -> Vec<Piece> {
    let mut body = Vec::new();
    for (place, piece) in clause.body.iter().enumerate() {
        let mut of: Vec<&Change> = changes.iter().filter(|change| change.piece == place).collect();
        of.sort_by_key(|change| (change.from, change.to));
        match piece {
            Piece::Bracket(bracket) => {
                let mut bracket = bracket.clone();
                for change in of {
                    let Some(wording) = change.wording.and_then(|at| bracket.wordings.get(at)) else {
                        continue;
                    };
                    let words = format!(
                        "{}{}{}",
                        &wording.words[..change.from],
                        change.into,
                        &wording.words[change.to..]
                    );
                    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                    if bracket.wordings.iter().all(|known| known.words != words) {
                        bracket.wordings.push(Wording { words, ..Wording::default() });
                    }
                }
                body.push(Piece::Bracket(bracket));
            }
            Piece::Words(words) => split(words, &of, &mut body),
        }
    }
    body
}

/// Words with changes in them: a bracket for each, of what stands and of what is wanted in its place. Of changes that overlap the first is taken as it is,
/// and the later ones as further wordings of the same bracket.
fn split(words: &str, changes: &[&Change], body: &mut Vec<Piece>) {
    let mut done = 0;
    let mut rest = changes.iter().peekable();
    while let Some(first) = rest.next() {
        let mut to = first.to;
        let mut group = vec![first];
        while let Some(next) =
            rest.next_if(|next| next.from < to || (next.from == first.from && next.to == first.to))
        {
            to = to.max(next.to);
            group.push(next);
        }
        let (from, old) = (first.from, &words[first.from..to]);
        if from > done {
            body.push(Piece::Words(words[done..from].to_owned()));
        }
        let (left, right) = (leading(old), trailing(old));
        let mut wordings = vec![Wording { words: old.trim().to_owned(), ..Wording::default() }];
        for change in group {
            let new = format!("{}{}{}", &words[from..change.from], change.into, &words[change.to..to]);
            let new = new.split_whitespace().collect::<Vec<_>>().join(" ");
            if wordings.iter().all(|known| known.words != new) {
                wordings.push(Wording { words: new, ..Wording::default() });
            }
        }
        // The blanks around stay outside of the bracket. Words that come where nothing stood bring them.
        let into = &first.into;
        let (left, right) = if old.is_empty() { (leading(into), trailing(into)) } else { (left, right) };
        if !left.is_empty() && !body_ends_blank(body) {
            body.push(Piece::Words(left.to_owned()));
        }
        if wordings[0].words.is_empty() {
            wordings.rotate_left(1);
        }
        body.push(Piece::Bracket(Bracket { wordings, line: 0 }));
        if !right.is_empty() && !words[to..].starts_with(char::is_whitespace) {
            body.push(Piece::Words(right.to_owned()));
        }
        done = to;
    }
    if done < words.len() {
        body.push(Piece::Words(words[done..].to_owned()));
    }
}

fn leading(text: &str) -> &str {
    if text.starts_with(char::is_whitespace) { " " } else { "" }
}

fn trailing(text: &str) -> &str {
    if text.ends_with(char::is_whitespace) { " " } else { "" }
}

fn body_ends_blank(body: &[Piece]) -> bool {
    matches!(body.last(), Some(Piece::Words(words)) if words.ends_with(char::is_whitespace))
}

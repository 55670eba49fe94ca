//! Several who speak or act together: `the council and the river alliance` are two.

use super::lexicon::{LINKS, is_human};
use super::names::CaseNames;
use super::parts::PartOfSpeech;
use super::tokens::{Token, TokenKind};

/// The names within a phrase, if it names two or more who are each named by themselves. `envoys of the North and the South` and `Bosnia and
/// Herzegovina`, where the case knows that name, are not parted.
pub(super) fn parted(
    words: &[Token],
    phrase: &std::ops::Range<usize>,
    names: &CaseNames,
) -> Vec<std::ops::Range<usize>> {
    let mut parts = vec![phrase.clone()];
    while let Some(first) = parts.first().cloned() {
        let Some((left, right)) = split(words, &first, parts.len() > 1, names) else { break };
        parts.splice(0..1, [left, right]);
    }
    if parts.len() > 1 { parts } else { Vec::new() }
}

/// The last place at which a phrase falls into two.
fn split(
    words: &[Token],
    phrase: &std::ops::Range<usize>,
    list: bool,
    names: &CaseNames,
) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let mut known: Vec<std::ops::Range<usize>> = Vec::new();
    let mut i = phrase.start;
    while i < phrase.end {
        match names.at(&words[i..phrase.end]) {
            Some((_, len)) => {
                known.push(i..i + len);
                i += len;
            }
            None => i += 1,
        }
    }
    let joint = (phrase.start + 1..phrase.end.saturating_sub(1)).rev().find(|k| {
        let joins = words[*k].is_any(&["and", "nor"]) || list && words[*k].text == ",";
        joins && !known.iter().any(|r| r.contains(k))
    })?;
    let end = if words[joint - 1].text == "," { joint - 1 } else { joint };
    let start =
        if words[phrase.start].is_any(&["both", "neither"]) { phrase.start + 1 } else { phrase.start };
    if start >= end {
        return None;
    }
    let (left, right) = (start..end, joint + 1..phrase.end);
    let names_somebody = |r: &std::ops::Range<usize>| {
        let inside = &words[r.clone()];
        inside.iter().any(|w| is_human(&w.stem) && !w.possessive)
            || names.best(inside).is_some()
            || inside.last().is_some_and(Token::is_capital)
            || inside.last().is_some_and(|w| w.tagged(&[PartOfSpeech::Noun]) && w.stem.ends_with('s'))
    };
    let human = |r: &std::ops::Range<usize>| words[r.clone()].iter().any(|w| is_human(&w.stem));
    let linked =
        |r: &std::ops::Range<usize>| words[r.clone()].iter().any(|w| w.is_any(LINKS) && !w.is_capital());
    let opens = words.get(right.start).is_some_and(|w| {
        w.is_capital()
            || w.possessive
            || w.kind == TokenKind::Figure
            || w.tagged(&[PartOfSpeech::Determiner, PartOfSpeech::Numeral])
            || w.is_any(&["its", "his", "her", "their"])
            || is_human(&w.stem) && w.stem.ends_with('s')
    });
    // `envoys of the North and the South`
    let shared_link = linked(&left)
        && !human(&right)
        && names.best(&words[right.clone()]).is_none_or(|k| k.person.is_none());
    // `Qatari and Egyptian mediators`
    let modifies = left.len() <= 2
        && !human(&left)
        && !words[left.start].tagged(&[PartOfSpeech::Determiner])
        && right.len() >= 2
        && is_human(&words[right.end - 1].stem)
        && !words[right.start].tagged(&[PartOfSpeech::Determiner, PartOfSpeech::Numeral])
        && !words[right.start].possessive;
    (opens && !shared_link && !modifies && names_somebody(&left) && names_somebody(&right))
        .then_some((left, right))
}

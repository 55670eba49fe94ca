//! Figures, how sure the text is of them, and what they count.

use super::parts::PartOfSpeech;

use detente_model::Uncertain;

use super::dates::DateMention;
use super::lexicon::HEDGES;
use super::tokens::{Token, TokenKind};
use crate::calendar::month;

/// A quantity named in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct QuantityMention {
    /// Where it stands, hedge and counted noun included: first character, and the one after the last.
    pub span: (usize, usize),
    /// The value: a number, or both ends of a range.
    pub value: Uncertain,
    /// The hedge before it, as written: `approximately`, `at least`.
    pub hedge: Option<String>,
    /// What is counted, as written: `hostages`, `% of voters` is `percent`.
    pub quantity: String,
    /// What the count is restricted to, as written before and after the noun, parted by a semicolon: `wounded; held in the
    /// north`.
    pub counting: Option<String>,
}

const UNITS: [(&str, f64); 29] = [
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
    ("dozen", 12.0),
    ("half", 0.5),
];

const SCALES: [(&str, f64); 5] =
    [("hundred", 1e2), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("dozen", 12.0)];

/// The number that one word writes, in figures or letters.
pub(super) fn plain_number(word: &Token) -> Option<f64> {
    match word.kind {
        TokenKind::Figure => word.text.replace(',', "").parse().ok(),
        TokenKind::Letters => UNITS
            .iter()
            .find(|(name, _)| word.is(name))
            .map(|(_, x)| *x)
            .filter(|x| *x != 0.5 && !word.is("dozen")),
        TokenKind::Mark => None,
    }
}

/// A number of one or more words: `1,500`, `twenty-five`, `2.3 million`, `three hundred`, `a dozen`.
fn number_at(words: &[Token], i: usize) -> Option<(f64, usize)> {
    let mut at = i;
    let mut value = match plain_number(words.get(i)?) {
        Some(value) => {
            at += 1;
            value
        }
        // `a dozen`, `a hundred`: the article is the number one.
        None if words[i].is_any(&["a", "an"]) && words.get(i + 1).is_some_and(|w| scale(w).is_some()) => {
            at += 1;
            1.0
        }
        None => return None,
    };
    // twenty-five
    if (20.0..100.0).contains(&value)
        && words[i].kind == TokenKind::Letters
        && let [dash, unit] = words.get(at..at + 2)?.first_chunk::<2>().map_or(&[][..], |c| &c[..])
        && dash.text == "-"
        && let Some(unit) = plain_number(unit).filter(|u| *u < 10.0)
    {
        value += unit;
        at += 2;
    }
    while let Some(factor) = words.get(at).and_then(scale) {
        value *= factor;
        at += 1;
    }
    Some((value, at - i))
}

fn scale(word: &Token) -> Option<f64> {
    SCALES.iter().find(|(name, _)| word.is(name)).map(|(_, x)| *x)
}

/// Every quantity in a sentence, in order. `dates` are the word ranges that dates take.
pub(super) fn quantities_in(
    words: &[Token],
    dates: &[(std::ops::Range<usize>, DateMention)],
) -> Vec<QuantityMention> {
    let in_date = |k: usize| dates.iter().any(|(range, _)| range.contains(&k));
    let mut found = Vec::new();
    let mut i = 0;
    while i < words.len() {
        if in_date(i) {
            i += 1;
            continue;
        }
        match quantity_at(words, i, &in_date) {
            Some((mention, next)) => {
                found.push(mention);
                i = next;
            }
            None => i += 1,
        }
    }
    found
}

fn quantity_at(
    words: &[Token],
    i: usize,
    in_date: &impl Fn(usize) -> bool,
) -> Option<(QuantityMention, usize)> {
    let (low, took) = number_at(words, i)?;
    let mut at = i + took;
    let glued_before = i > 0
        && words[i - 1].end == words[i].start
        && !matches!(words[i - 1].text.as_str(), "“" | "\"" | "(" | "‘" | "'" | "$" | "€" | "£" | "—" | "–");
    // `7th`, `the 60s`
    let ordinal = words
        .get(at)
        .is_some_and(|w| w.start == words[at - 1].end && w.is_any(&["st", "nd", "rd", "th", "s"]));
    // `No. 3 camp` names a camp; `not one bolt` and `one more shell` count nothing.
    let named = i >= 2 && words[i - 1].text == "." && words[i - 2].is_any(&["no", "nos"]);
    let none = words[i].is("one")
        && (i > 0 && words[i - 1].is("not") || words.get(at).is_some_and(|w| w.is("more")));
    if glued_before || ordinal || named || none {
        return None;
    }
    let currency = i.checked_sub(1).map(|b| words[b].text.as_str()).filter(|t| matches!(*t, "$" | "€" | "£"));
    let mut value = Uncertain::Known(low);
    // 10 to 15 · 10-15 · between 10 and 15
    if let Some(link) = words.get(at)
        && let Some((high, more)) = number_at(words, at + 1)
        && high > low
        && !in_date(at + 1)
    {
        let between = i > 0 && words[i - 1].is("between") && link.is("and");
        if between || link.is("to") || matches!(link.text.as_str(), "-" | "–") {
            value = Uncertain::uniform(low, high).ok()?;
            at += 1 + more;
        }
    }
    let quantity;
    let mut counting = None;
    let end;
    if words.get(at).is_some_and(|w| w.text == "%" || w.is_any(&["percent", "per"])) {
        let per_cent = words[at].is("per");
        if per_cent && !words.get(at + 1).is_some_and(|w| w.is("cent")) {
            return None;
        }
        at += if per_cent { 2 } else { 1 };
        quantity = "percent".to_owned();
        (counting, end) = restriction(words, at);
    } else if let Some(currency) = currency {
        quantity = currency.to_owned();
        end = at;
    } else if let Some((unit, unit_end)) = measured(words, at) {
        quantity = unit;
        at = unit_end;
        end = at;
    } else {
        // `a two-room hut` counts no huts, `a 24-year-old` no years.
        let glued = words.get(at).is_some_and(|w| w.text == "-" && w.start == words[at - 1].end)
            && words.get(at + 1).is_some_and(|w| w.start == words[at].end && w.kind == TokenKind::Letters);
        if glued {
            return None;
        }
        let noun = counted_noun(words, at)?;
        quantity = noun.name;
        (counting, end) = restriction(words, noun.end);
        if noun.of_start < noun.end {
            // `29 of the hostages captured …`: the whole is part of what is counted.
            let last = end.max(noun.end);
            counting = Some(text_of(&words[noun.of_start..last]));
        } else if let Some(adjectives) = noun.adjectives {
            counting = Some(match counting {
                Some(after) => format!("{adjectives}; {after}"),
                None => adjectives,
            });
        }
    }
    let (hedge, from) = hedge_before(words, i - usize::from(currency.is_some()));
    let end = end.max(at);
    let mention =
        QuantityMention { span: (words[from].start, words[end - 1].end), value, hedge, quantity, counting };
    Some((mention, at))
}

/// The unit of a measure before a noun, in the plural, and the word after it: `six-month period` has six months.
fn measured(words: &[Token], at: usize) -> Option<(String, usize)> {
    const UNITS_OF: &[&str] = &[
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "decade",
        "metre",
        "meter",
        "kilometre",
        "kilometer",
        "mile",
        "hectare",
        "acre",
        "ton",
        "tonne",
        "member",
        "person",
        "seat",
        "bed",
        "vessel",
        "truck",
        "page",
    ];
    let (dash, unit) = (words.get(at)?, words.get(at + 1)?);
    let glued = dash.text == "-" && dash.start == words[at - 1].end && unit.start == dash.end;
    if !glued || !unit.is_any(UNITS_OF) || unit.possessive {
        return None;
    }
    // `a 24-year-old`: an age.
    if words.get(at + 2).is_some_and(|w| w.text == "-") {
        return None;
    }
    let plural = if unit.is("person") { "people".to_owned() } else { format!("{}s", unit.stem.as_str()) };
    Some((plural, at + 2))
}

struct Counted {
    name: String,
    adjectives: Option<String>,
    /// First word of the noun phrase after `of the`, or `end` if there is none.
    of_start: usize,
    end: usize,
}

/// The noun that a number at `at - 1` counts.
fn counted_noun(words: &[Token], at: usize) -> Option<Counted> {
    let mut k = at;
    let mut of_start = None;
    if words.get(k).is_some_and(|w| w.is("of"))
        && words.get(k + 1).is_some_and(|w| {
            w.is_any(&["the", "its", "their", "them", "his", "her", "those", "these", "our"])
        })
    {
        of_start = Some(k);
        if words[k + 1].is("them") {
            return None;
        }
        k += 2;
        // `21 of the 60 soldiers`
        k += number_at(words, k).map_or(0, |(_, took)| took);
    }
    if words.get(k).is_some_and(|w| w.is("more") || w.is("other") || w.is("additional")) {
        k += 1;
    }
    let first = k;
    let mut last_noun = None;
    while let Some(word) = words.get(k).filter(|_| k < first + 5) {
        let noun = word.tagged(&[PartOfSpeech::Noun, PartOfSpeech::ProperNoun]);
        let adjective = word.tagged(&[PartOfSpeech::Adjective])
            || (word.tagged(&[PartOfSpeech::Verb]) && last_noun.is_none() && k > first.saturating_sub(1));
        if word.is_mark() && word.text == "-" && words.get(k + 1).is_some_and(|w| w.start == word.end) {
            k += 1;
            continue;
        }
        let function = word.is_any(&[
            "are", "were", "is", "was", "have", "had", "has", "be", "been", "who", "whom", "which", "that",
            "to", "of",
        ]);
        let initial = word.text.chars().count() == 1;
        if word.kind != TokenKind::Letters
            || function
            || initial
            || !(noun || adjective)
            || month(&word.stem).is_some()
        {
            break;
        }
        if noun || (adjective && plural(&word.stem)) {
            last_noun = Some(k);
        } else if last_noun.is_some() {
            break;
        }
        if word.possessive {
            last_noun = None;
        }
        // A plural noun closes what is counted: `12 soldiers Tuesday`.
        if last_noun == Some(k) && plural(&word.stem) {
            break;
        }
        k += 1;
    }
    let noun = last_noun?;
    let unit = &words[noun];
    // `one mother said` names a speaker.
    let speaks = super::lexicon::is_for_one(&unit.stem)
        && words.get(noun + 1).is_some_and(|w| w.tagged(&[PartOfSpeech::Verb]));
    if words[at - 1].is("one") && speaks {
        return None;
    }
    if unit.is_any(&["am", "pm", "a.m.", "p.m.", "o'clock", "ago", "later", "earlier"]) {
        return None;
    }
    // `six weeks later` tells when, not how many.
    if words.get(noun + 1).is_some_and(|w| w.is_any(&["ago", "later", "earlier"])) {
        return None;
    }
    // `one` before a singular counts only when it is not a pronoun or part of `one side`.
    if words[at - 1].is("one") && unit.is_any(&["side", "day", "point", "thing", "time", "way", "hand"]) {
        return None;
    }
    let start = (first..=noun)
        .rev()
        .take_while(|j| {
            *j == noun || words[*j].text == "-" || words.get(j + 1).is_some_and(|w| w.text == "-")
        })
        .last()
        .unwrap_or(noun);
    let adjectives = (start > first).then(|| text_of(&words[first..start]));
    Some(Counted {
        name: text_of(&words[start..=noun]),
        adjectives,
        of_start: of_start.unwrap_or(noun + 1),
        end: noun + 1,
    })
}

fn plural(stem: &str) -> bool {
    (stem.len() > 3 && stem.ends_with('s') && !stem.ends_with("ss"))
        || matches!(stem, "people" | "men" | "women" | "children" | "police")
}

/// What follows the noun and narrows it: a participle, `in …`, `who …`, `are presumed dead`; up to twelve words.
fn restriction(words: &[Token], at: usize) -> (Option<String>, usize) {
    let Some(first) = words.get(at) else { return (None, at) };
    let ly = words.get(at + 1);
    let participle = |w: &Token| {
        w.tagged(&[PartOfSpeech::Verb])
            && (w.stem.ends_with("ed")
                || w.is_any(&[
                    "held", "taken", "kept", "known", "thought", "shot", "missing", "lost", "buried",
                ]))
    };
    let dead = ["dead", "alive", "missing", "wounded", "injured", "killed"];
    let opens = (participle(first)
        && !words
            .get(at + 1)
            .is_some_and(|w| w.is_any(&["the", "a", "an", "that", "its", "his", "their", "to"])))
        || first.is_any(&[
            "of",
            "who",
            "whose",
            "including",
            "still",
            "currently",
            "held",
            "believed",
            "presumed",
            "killed",
        ])
        || first.is_any(&dead)
        || (first.is_any(&["are", "were", "is", "was"])
            && ly.is_some_and(|w| {
                w.is_any(&["presumed", "believed", "thought", "feared", "still", "now"]) || w.is_any(&dead)
            }))
        || (first.stem.ends_with("ly") && ly.is_some_and(participle));
    if !opens {
        return (None, at);
    }
    let mut end = at;
    while let Some(word) = words.get(end).filter(|_| end < at + 12) {
        let stops = matches!(
            word.text.as_str(),
            "," | ";" | ":" | "—" | "–" | "(" | ")" | "." | "!" | "?" | "”" | "\"" | "“"
        ) || (end > at
            && word.is_any(&[
                "and", "but", "or", "that", "after", "before", "while", "as", "when", "since", "because",
                "on",
            ]));
        if stops {
            break;
        }
        end += 1;
    }
    ((end > at).then(|| text_of(&words[at..end])), end)
}

fn hedge_before(words: &[Token], i: usize) -> (Option<String>, usize) {
    for hedge in HEDGES {
        let Some(from) = i.checked_sub(hedge.len()) else { continue };
        if words[from..i].iter().zip(*hedge).all(|(w, h)| w.is(h)) {
            return (Some(text_of(&words[from..i])), from);
        }
    }
    (None, i)
}

/// The words as written, one space between them where there was any.
pub(super) fn text_of(words: &[Token]) -> String {
    let mut out = String::new();
    for (i, word) in words.iter().enumerate() {
        if i > 0 && words[i - 1].end < word.start {
            out.push(' ');
        }
        out.push_str(&word.text);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::dates::dates_in;
    use super::super::sentences::read;
    use super::*;

    fn found(text: &str) -> Vec<(String, String, Option<String>, Option<String>)> {
        let chars: Vec<char> = text.chars().collect();
        let reading = read(&chars);
        let dates = dates_in(&reading.words, jiff::civil::date(2024, 2, 14));
        quantities_in(&reading.words, &dates)
            .into_iter()
            .map(|q| (q.value.to_string(), q.quantity, q.hedge, q.counting))
            .collect()
    }

    fn brief(text: &str) -> Vec<(String, String)> {
        found(text).into_iter().map(|(value, quantity, _, _)| (value, quantity)).collect()
    }

    #[test]
    fn numbers_in_figures_and_letters() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(brief("About 12,400 soldiers left."), [pair("12400", "soldiers")]);
        assert_eq!(brief("Twenty-five villages burned."), [pair("25", "villages")]);
        assert_eq!(brief("They displaced 2.3 million people."), [pair("2300000", "people")]);
        assert_eq!(brief("A dozen trucks crossed."), [pair("12", "trucks")]);
        assert_eq!(brief("between 10 and 15 prisoners"), [pair("10 to 15", "prisoners")]);
        assert_eq!(brief("Some 40 percent of voters stayed away."), [pair("40", "percent")]);
    }

    #[test]
    fn measures_before_a_noun_count_their_unit() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(brief("The pact was renewed for a six-month period."), [pair("6", "months")]);
        assert_eq!(
            brief("a 10-day truce and a 30-kilometre zone"),
            [pair("10", "days"), pair("30", "kilometres")]
        );
        assert_eq!(brief("A 24-year-old guard fled the two-room hut."), []);
    }

    #[test]
    fn hedges_and_what_is_counted_are_as_written() {
        let (_, _, hedge, counting) =
            found("They hold at least 29 of the villagers captured in May.").remove(0);
        assert_eq!(hedge.as_deref(), Some("at least"));
        assert_eq!(counting.as_deref(), Some("of the villagers captured in May"));
        let (_, noun, hedge, counting) =
            found("around 300 prisoners currently held in northern jails, he said").remove(0);
        assert_eq!((noun.as_str(), hedge.as_deref()), ("prisoners", Some("around")));
        assert_eq!(counting.as_deref(), Some("currently held in northern jails"));
    }

    #[test]
    fn dates_times_and_ordinals_count_nothing() {
        for text in [
            "He spoke on Feb 13.",
            "It was 10 a.m. then.",
            "three days ago",
            "in 2019",
            "the fifth round",
            "No one of them",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}

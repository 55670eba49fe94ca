//! Who is meant: names in a report matched to the parties of a case.
//!
//! A party is known by its name, its id and the names and aliases of its people; a person also by the last word of the name when no
//! one else in the case ends in it, unless the text gives them another first name. A party is also known by the initials of its name (`U.S.`)
//! where no other has the same. `Northlander` and `Israeli` belong to a party by the usual endings of such words.

use detente_model::{Case, PartyId, folded_name};

use super::tokens::Token;

/// Endings that make a name of a country or group into a word for its people.
const ENDINGS: [&str; 8] = ["i", "n", "an", "ian", "ish", "ese", "er", "ers"];

/// People of whom a party's name tells where they come from or what they hold of it, not for whom they speak.
// One word a line would hide the list.
#[rustfmt::skip]
const OUTSIDERS: &[&str] = &[
    "former", "ex", "exiled", "ousted", "critic", "critics", "opponent", "opponents", "rival", "rivals", "enemy", "enemies",
    "opposition", "neighbour", "neighbours", "neighbor", "neighbors", "ally", "allies", "supporter", "supporters", "sympathisers",
    "analyst", "analysts", "expert", "experts", "historian", "historians", "journalist", "journalists", "reporter", "reporters",
    "newspaper", "newspapers", "media", "press", "broadcaster", "columnist", "economist", "economists", "professor", "scholar", "scholars",
    "resident", "residents", "villager", "villagers", "farmer", "farmers", "herders", "fishermen", "doctor", "doctors", "nurse", "hostage",
    "hostages", "captive", "captives", "prisoner", "prisoners", "detainees", "protesters", "demonstrators", "families", "relatives",
    "activist", "activists", "citizen", "citizens", "civilians", "student", "students", "lawyer", "lawyers", "mother", "father", "widow",
    "son", "daughter", "brother", "sister", "witness", "witnesses", "survivor", "survivors", "refugees", "workers", "traders", "people",
    "women", "men", "woman", "man", "hospital", "driver", "drivers", "times", "daily", "weekly", "post", "herald", "tribune", "gazette", "courier", "radio", "tv", "television",
    "cross", "bank", "university", "institute", "chamber", "court", "wife", "husband", "cousin", "dissident", "dissidents", "defector", "defectors",
];

/// Words before a last name that are titles rather than first names.
const TITLES: &[&str] = &[
    "sheikh",
    "imam",
    "bishop",
    "chancellor",
    "marshal",
    "admiral",
    "brigadier",
    "sultan",
    "emir",
    "queen",
    "prince",
    "princess",
    "lord",
    "lady",
    "sir",
    "dame",
    "delegate",
    "doctor",
    "master",
    "chair",
    "chief",
    "sergeant",
    "sen",
    "rabbi",
    "pope",
    "cardinal",
    "archbishop",
    "pastor",
    "father",
    "comrade",
    "foreign",
    "regent",
    "duke",
    "count",
    "baron",
];

/// The words of a name in small letters; `U.S.` is one of them, without its stops.
fn split(name: &str) -> Vec<String> {
    let plain: String = folded_name(name)
        .split_whitespace()
        .map(|word| {
            let initials = word.len() > 3
                && word.split('.').all(|part| part.chars().count() <= 1)
                && word.ends_with('.');
            let kept: String = word
                .chars()
                .filter_map(|c| match c {
                    '.' if initials => None,
                    c if c.is_alphanumeric() || c == '\'' => Some(c),
                    _ => Some(' '),
                })
                .collect();
            kept + " "
        })
        .collect();
    plain.split_whitespace().map(str::to_owned).collect()
}

/// The names of a case, ready to be looked up.
#[derive(Debug)]
pub(super) struct CaseNames {
    /// Words of a name in small letters, with what it names; longest first.
    entries: Vec<(Vec<String>, CaseActor)>,
    /// One-word party names for the words of their people.
    roots: Vec<(String, PartyId)>,
}

/// Somebody whom the case knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CaseActor {
    pub party: PartyId,
    pub person: Option<usize>,
}

impl CaseNames {
    pub fn of(case: &Case) -> Self {
        let mut entries: Vec<(Vec<String>, CaseActor)> = Vec::new();
        let mut roots = Vec::new();
        let mut last_names: Vec<(String, CaseActor)> = Vec::new();
        let mut initials: Vec<(String, PartyId)> = Vec::new();
        for (i, party) in case.parties.iter().enumerate() {
            let known = CaseActor { party: PartyId(i), person: None };
            for name in [&party.name, &party.id] {
                let words = split(name);
                if let [root] = &words[..] {
                    roots.push((root.clone(), known.party));
                }
                let letters: String = words
                    .iter()
                    .filter(|w| !["of", "the", "and", "for"].contains(&w.as_str()))
                    .filter_map(|w| w.chars().next())
                    .collect();
                if letters.chars().count() > 1 && !initials.contains(&(letters.clone(), known.party)) {
                    initials.push((letters, known.party));
                }
                entries.push((words, known));
            }
            for (k, person) in party.people.iter().enumerate() {
                let known = CaseActor { party: PartyId(i), person: Some(k) };
                for name in std::iter::once(&person.name).chain(&person.aliases) {
                    let words = split(name);
                    if let [_, .., last] = &words[..]
                        && last.len() > 2
                    {
                        last_names.push((last.clone(), known));
                    }
                    entries.push((words, known));
                }
            }
        }
        for (name, known) in &last_names {
            if last_names.iter().all(|(other, k)| other != name || k == known) {
                entries.push((vec![name.clone()], *known));
            }
        }
        for (letters, party) in &initials {
            let taken = entries.iter().any(|(words, _)| words[..] == [letters.clone()]);
            if !taken && initials.iter().all(|(other, p)| other != letters || p == party) {
                // Only in capitals: `US`, `U.S.`
                entries.push((vec![letters.to_uppercase()], CaseActor { party: *party, person: None }));
            }
        }
        entries.retain(|(words, _)| !words.is_empty());
        entries.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        Self { entries, roots }
    }

    /// Who is named at the start of these words, and how many words the name takes.
    pub fn at(&self, words: &[Token]) -> Option<(CaseActor, usize)> {
        let first = words.first()?;
        // Hyphens and full stops inside a name are separate tokens.
        let letters: Vec<(usize, &str)> = words
            .iter()
            .enumerate()
            .take(16)
            .filter(|(_, w)| !matches!(w.text.as_str(), "-" | "."))
            .map(|(i, w)| (i, w.stem.as_str()))
            .collect();
        if first.is_mark() {
            return None;
        }
        let written_large = |w: &Token| {
            w.text.chars().all(|c| c.is_uppercase() || c == '.') && w.text.chars().count() > 1
                || w.is_initials()
        };
        for (name, known) in &self.entries {
            let fits = name.len() <= letters.len()
                && name.iter().zip(&letters).all(|(a, (i, b))| {
                    a == b
                        || (words[*i].is_initials() || a.chars().all(char::is_uppercase))
                            && written_large(&words[*i])
                            && a.to_lowercase() == b.replace('.', "")
                });
            // A name of one short word must be written as a name.
            if fits
                && (name.len() > 1 || name[0].len() > 3 || first.is_capital())
                && first.text.chars().any(char::is_uppercase)
            {
                return Some((*known, letters[name.len() - 1].0 + 1));
            }
        }
        let people =
            self.roots.iter().find(|(root, _)| {
                root.len() > 3
                    && first.is_capital()
                    && ENDINGS.iter().any(|e| {
                        first.stem.strip_suffix(e).is_some_and(|s| {
                            s == root || format!("{s}a") == *root || format!("{s}e") == *root
                        }) || first.stem.strip_suffix(&format!("{e}s")).is_some_and(|s| s == root)
                    })
            });
        people.map(|(_, party)| (CaseActor { party: *party, person: None }, 1))
    }

    /// Who speaks where these words name the speaker: a person whom they name, or the party to which their office belongs. `Critics of the
    /// North` and `the envoy to the North` do not speak for the North, and nobody speaks for two.
    pub fn speaks_for(&self, words: &[Token]) -> Option<CaseActor> {
        let mut parties: Vec<PartyId> = Vec::new();
        let (mut i, mut behind_link, mut behind_of) = (0, false, false);
        // `critics of the North`, `the U.N. envoy for the North`
        let outsider = words
            .iter()
            .enumerate()
            .any(|(k, w)| w.is_any(OUTSIDERS) || w.is_initials() && self.at(&words[k..]).is_none());
        while i < words.len() {
            let small = i > 0 && !words[i].is_capital();
            behind_link |= small
                && words[i]
                    .is_any(&["to", "with", "against", "on", "at", "near", "in", "who", "about", "between"]);
            behind_of |= small && words[i].is_any(&["of", "for", "from", "by"]);
            let Some((known, len)) = self.at(&words[i..]) else {
                i += 1;
                continue;
            };
            // `anti-Northern`, `Northern-born`
            let compound =
                i > 0 && words[i - 1].text == "-" || words.get(i + len).is_some_and(|w| w.text == "-");
            let owns = words[i + len - 1].possessive;
            if behind_link || compound {
                i += len;
                continue;
            }
            if known.person.is_some() && !owns && !behind_of && self.may_be(words, i, len) {
                return Some(known);
            }
            // `the office of General Alpha`, but not `General Alpha's critics`.
            let theirs = known.person.is_none() || behind_of && !owns;
            if theirs && !outsider && !parties.contains(&known.party) {
                parties.push(known.party);
            }
            i += len;
        }
        match parties[..] {
            [party] => Some(CaseActor { party, person: None }),
            _ => None,
        }
    }

    /// Whether a last name alone can mean the person of the case: not if another first name stands before it.
    fn may_be(&self, words: &[Token], at: usize, len: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|k| &words[k]).filter(|_| len == 1) else { return true };
        let first_name = before.is_capital()
            && !before.possessive
            && !before.is_initials()
            && !super::lexicon::is_human(&before.stem)
            && !super::lexicon::is_abbreviation(&before.stem)
            && !before.is_any(TITLES)
            && self.at(std::slice::from_ref(before)).is_none();
        !first_name
    }

    /// Everyone named in these words, persons before parties.
    pub fn best(&self, words: &[Token]) -> Option<CaseActor> {
        let all: Vec<CaseActor> =
            (0..words.len()).filter_map(|i| self.at(&words[i..])).map(|(known, _)| known).collect();
        all.iter().find(|k| k.person.is_some()).or(all.first()).copied()
    }
}

//! Who is meant: names in a report matched to the parties of a case.
//!
//! A party is known by its name, its id and the names and aliases of its people; a person also by the last word of the name when no
//! one else in the case ends in it. `Northlander` and `Israeli` belong to a party by the usual endings of such words.

use detente_model::{Case, PartyId, folded_name};

use super::tokens::Token;

/// Endings that make a name of a country or group into a word for its people.
const ENDINGS: [&str; 8] = ["i", "n", "an", "ian", "ish", "ese", "er", "ers"];

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
        let split = |name: &str| -> Vec<String> {
            let plain: String = folded_name(name)
                .chars()
                .map(|c| if c.is_alphanumeric() || c == '\'' { c } else { ' ' })
                .collect();
            plain.split_whitespace().map(str::to_owned).collect()
        };
        for (i, party) in case.parties.iter().enumerate() {
            let known = CaseActor { party: PartyId(i), person: None };
            for name in [&party.name, &party.id] {
                let words = split(name);
                if let [root] = &words[..] {
                    roots.push((root.clone(), known.party));
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
        for (name, known) in &self.entries {
            let fits = name.len() <= letters.len() && name.iter().zip(&letters).all(|(a, (_, b))| a == b);
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

    /// Everyone named in these words, persons before parties.
    pub fn best(&self, words: &[Token]) -> Option<CaseActor> {
        let all: Vec<CaseActor> =
            (0..words.len()).filter_map(|i| self.at(&words[i..])).map(|(known, _)| known).collect();
        all.iter().find(|k| k.person.is_some()).or(all.first()).copied()
    }
}

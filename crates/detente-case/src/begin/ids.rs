//! Ids made from names.

use std::collections::BTreeSet;

/// Letters of the Latin script that are none of ASCII, and what is written for them in an id.
const FOLDED: [(&str, &str); 32] = [
    ("àáâãåāăą", "a"),
    ("äæ", "ae"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįı", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņňŉŋ", "n"),
    ("òóôõōŏőø", "o"),
    ("öœ", "oe"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ß", "ss"),
    ("ţťŧț", "t"),
    ("þ", "th"),
    ("ùúûũūŭůűų", "u"),
    ("ü", "ue"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
    ("ạảấầẩẫậắằẳẵặ", "a"),
    ("ẹẻẽếềểễệ", "e"),
    ("ỉị", "i"),
    ("ọỏốồổỗộớờởỡợơ", "o"),
    ("ụủứừửữựư", "u"),
    ("ỳỵỷỹ", "y"),
    ("ə", "e"),
    ("ƒ", "f"),
];

/// As long as an id is made.
const LONGEST: usize = 40;

/// Ids that have been given, so that each is given once.
#[derive(Debug, Default)]
pub(super) struct Ids {
    given: BTreeSet<String>,
}

impl Ids {
    /// With ids that may not be given.
    pub(super) fn without(taken: impl IntoIterator<Item = &'static str>) -> Self {
        Self { given: taken.into_iter().map(str::to_owned).collect() }
    }

    /// An id for a name: its Latin letters and digits, small, `_` between words. A name in another script gets what it is, and a number:
    /// an id in Latin letters can be typed and read in one direction beside the words of the format.
    pub(super) fn give(&mut self, name: &str, what: &str) -> String {
        let folded = folded(name);
        let has_letter = folded.contains(|c: char| c.is_ascii_alphabetic());
        let (stem, mut number) = if has_letter { (folded, 1) } else { (what.to_owned(), 0) };
        loop {
            // The first of a name has no number, the first of a kind has.
            let id =
                if number == 1 && has_letter { stem.clone() } else { format!("{stem}_{}", number.max(1)) };
            if self.given.insert(id.clone()) {
                return id;
            }
            number = number.max(1) + 1;
        }
    }
}

fn folded(name: &str) -> String {
    let mut id = String::new();
    let lower = name.chars().flat_map(char::to_lowercase);
    for c in lower {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if let Some((_, latin)) = FOLDED.iter().find(|(letters, _)| letters.contains(c)) {
            id.push_str(latin);
        } else if !id.is_empty() && !id.ends_with('_') && !matches!(c, '\'' | '’') && !c.is_alphabetic() {
            id.push('_');
        }
    }
    id.truncate(LONGEST);
    id.trim_end_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_of_any_name_and_each_once() {
        let mut ids = Ids::without(["note"]);
        let mut id = |name: &str| ids.give(name, "party");
        assert_eq!(id("Port authority"), "port_authority");
        assert_eq!(id("Dockers' union (north)"), "dockers_union_north");
        assert_eq!(id("Côte d’Ivoire"), "cote_divoire");
        assert_eq!(id("Österreich"), "oesterreich");
        assert_eq!(id("حماس"), "party_1");
        assert_eq!(id("Украина"), "party_2");
        assert_eq!(id("1701"), "party_3");
        assert_eq!(id("port authority"), "port_authority_2");
        assert_eq!(id("Note"), "note_2");
        assert_eq!(id(""), "party_4");
    }
}

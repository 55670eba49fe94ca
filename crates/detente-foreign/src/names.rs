//! Ids made of the names that foreign files give to things.

use std::collections::BTreeSet;

/// Ids of one kind, each given once.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    taken: BTreeSet<String>,
}

/// Keys of a position, which an issue cannot be called.
const RESERVED: [&str; 5] = ["no_deal", "weights", "importance", "cite", "note"];
const LONGEST: usize = 40;

impl Ids {
    /// An id of letters of any script, digits, `_` and `-` that resembles a name; `what` and the number stand for a name in which there
    /// are none.
    pub(crate) fn take(&mut self, name: &str, what: &str, number: usize) -> String {
        let mut id = String::new();
        // Marks belong to the letters before them, and begin no id.
        let fits = |c: char| detente_case::is_id(&format!("a{c}"));
        for c in name.chars() {
            if fits(c) {
                id.push(c);
            } else if !id.is_empty() && !id.ends_with('_') {
                id.push('_');
            }
        }
        let id: String = id.chars().take(LONGEST).collect();
        let id = id.trim_end_matches('_');
        let known =
            id.chars().any(char::is_alphanumeric) && detente_case::is_id(id) && !RESERVED.contains(&id);
        let id = if known { id.to_owned() } else { format!("{what}_{number}") };
        if self.taken.insert(id.clone()) {
            return id;
        }
        // One more number than there are ids: one of them is free.
        let mut numbered = (2..=self.taken.len() + 2).map(|n| format!("{id}_{n}"));
        let free = numbered.find(|id| !self.taken.contains(id)).unwrap_or(id);
        self.taken.insert(free.clone());
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_ids_that_are_told_apart() {
        let mut ids = Ids::default();
        assert_eq!(ids.take("departure airport", "issue", 1), "departure_airport");
        assert_eq!(ids.take("departure/airport", "issue", 2), "departure_airport_2");
        assert_eq!(ids.take("期限 (天)", "issue", 3), "期限_天");
        assert_eq!(ids.take("«!»", "issue", 5), "issue_5");
        assert_eq!(ids.take("weights", "issue", 4), "issue_4");
    }
}

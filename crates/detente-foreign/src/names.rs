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
    /// An id of letters, digits, `_` and `-` that resembles a name; `what` and the number stand for a name in which there
    /// are none.
    pub(crate) fn take(&mut self, name: &str, what: &str, number: usize) -> String {
        let mut id = String::new();
        for c in name.chars() {
            if c.is_ascii_alphanumeric() || c == '-' || c == '_' {
                id.push(c);
            } else if !id.is_empty() && !id.ends_with('_') {
                id.push('_');
            }
        }
        id.truncate(LONGEST);
        let id = id.trim_end_matches('_');
        let known = id.chars().any(|c| c.is_ascii_alphanumeric()) && !RESERVED.contains(&id);
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
        assert_eq!(ids.take("期限", "issue", 3), "issue_3");
        assert_eq!(ids.take("weights", "issue", 4), "issue_4");
    }
}

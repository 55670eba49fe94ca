//! Whom an extract leaves out, and where a text of the case names them.

use detente_model::{Actor, AudienceId, Case, PartyId, SourceId};

use super::ExtractChoice;

/// Letters from which on a name also counts where a word goes on behind it: `Israel` in `Israeli`, but not `us` in `used`.
const GOES_ON: usize = 4;

/// Whom and what an extract leaves out.
#[derive(Debug, Clone)]
pub(crate) struct LeftOut {
    /// One for each party.
    parties: Vec<bool>,
    /// One for each audience.
    audiences: Vec<bool>,
    /// One for each source.
    sources: Vec<bool>,
    /// The number under which each is cited.
    numbers: Vec<usize>,
    /// Names of those left out, of their audiences and of the people who speak for them.
    names: Vec<String>,
    /// Their ids.
    ids: Vec<String>,
    /// Whether analysts' remarks are left out.
    pub notes: bool,
    /// Whether every source is.
    pub all_sources: bool,
}

impl LeftOut {
    /// What a choice leaves out of a case.
    pub fn of(case: &Case, choice: &ExtractChoice, without: &[PartyId]) -> Self {
        let mut parties = vec![false; case.parties.len()];
        for party in without {
            if let Some(place) = parties.get_mut(party.index()) {
                *place = true;
            }
        }
        let audiences: Vec<bool> =
            case.audiences.iter().map(|audience| parties.get(audience.of.index()) == Some(&true)).collect();
        let (mut names, mut ids) = (Vec::new(), Vec::new());
        for (party, _) in case.parties.iter().zip(&parties).filter(|(_, left)| **left) {
            names.push(party.name.clone());
            ids.push(party.id.clone());
            for person in &party.people {
                names.push(person.name.clone());
                names.extend(person.aliases.iter().cloned());
            }
        }
        for (audience, _) in case.audiences.iter().zip(&audiences).filter(|(_, left)| **left) {
            names.push(audience.name.clone());
            ids.push(audience.id.clone());
        }
        names.retain(|name| !name.trim().is_empty());
        let mut left = Self {
            parties,
            audiences,
            sources: Vec::new(),
            numbers: (0..case.sources.len()).map(|place| case.source_number(SourceId(place))).collect(),
            names,
            ids,
            notes: !choice.notes,
            all_sources: !choice.sources,
        };
        left.sources = left.sources_of(case);
        left
    }

    /// The sources left out: all of them, or those on which nothing but what is left out rests.
    fn sources_of(&self, case: &Case) -> Vec<bool> {
        let mut by = vec![[false; 2]; case.sources.len()];
        let mut cite = |source: SourceId, left: bool| {
            if let Some(uses) = by.get_mut(source.index()) {
                uses[usize::from(left)] = true;
            }
        };
        for number in case.numbers.stated() {
            let left = self.owns_path(case, &number.path);
            number.cite.iter().for_each(|citation| cite(citation.source, left));
        }
        for position in &case.positions {
            let left = self.actor(position.of);
            position.cite.iter().for_each(|citation| cite(citation.source, left));
            let on_issues = position.issues.iter().flat_map(|on| &on.cite);
            on_issues.for_each(|citation| cite(citation.source, left));
        }
        for (of, cites) in case
            .interactions
            .iter()
            .map(|stated| (stated.of, &stated.cite))
            .chain(case.comparisons.iter().map(|stated| (stated.of, &stated.cite)))
        {
            for citation in cites {
                cite(citation.source, self.actor(of));
            }
        }
        if let Some(exchange) = &case.exchange {
            for lot in &exchange.lots {
                lot.cite.iter().for_each(|citation| cite(citation.source, self.party(lot.from)));
            }
            for step in &exchange.rules.observed {
                step.cite.iter().for_each(|citation| cite(citation.source, self.party(step.party)));
            }
            let schedules = exchange.rules.schedules.iter().flat_map(|schedule| &schedule.cite);
            schedules.for_each(|citation| cite(citation.source, false));
        }
        for commitment in &case.commitments {
            let left = self.party(commitment.by) || commitment.to.is_some_and(|to| self.party(to));
            commitment.cite.iter().for_each(|citation| cite(citation.source, left));
        }
        if let Some(exchange) = &case.exchange {
            let extended = exchange.extended.iter().flat_map(|added| &added.cite);
            extended.for_each(|citation| cite(citation.source, false));
        }
        if let Some(durability) = &case.durability {
            let factors = durability.factors.iter().flat_map(|factor| &factor.cite);
            durability.cite.iter().chain(factors).for_each(|citation| cite(citation.source, false));
        }
        for claim in &case.claims {
            if let Some(source) = claim.source {
                cite(source, self.claims(claim));
            }
        }
        by.into_iter().map(|[kept, left]| self.all_sources || left && !kept).collect()
    }

    /// Whether nobody is left out.
    pub fn nobody(&self) -> bool {
        !self.parties.contains(&true)
    }

    /// Whether a party is left out.
    pub fn party(&self, id: PartyId) -> bool {
        self.parties.get(id.index()) == Some(&true)
    }

    /// Whether an audience is left out.
    pub fn audience(&self, id: AudienceId) -> bool {
        self.audiences.get(id.index()) == Some(&true)
    }

    /// Whether somebody is left out.
    pub fn actor(&self, actor: Actor) -> bool {
        match actor {
            Actor::Party(id) => self.party(id),
            Actor::Audience(id) => self.audience(id),
        }
    }

    /// Whether a source is left out.
    pub fn source(&self, index: usize) -> bool {
        self.sources.get(index) == Some(&true)
    }

    /// Whether the source is left out that is cited under a number.
    pub fn noted(&self, note: usize) -> bool {
        self.numbers.iter().position(|number| *number == note).is_some_and(|source| self.source(source))
    }

    /// Whether a claim is one of somebody who is left out, or was made about an event with them.
    pub fn claims(&self, claim: &detente_model::Claim) -> bool {
        claim.party.is_some_and(|party| self.party(party))
            || claim.by.as_deref().is_some_and(|by| self.names_one(by))
    }

    /// Whether the figure at a path belongs to somebody who is left out.
    pub fn owns_path(&self, case: &Case, path: &str) -> bool {
        let parts = || path.split(['.', '[', ']']);
        if parts().any(|part| self.ids.iter().any(|id| id == part)) {
            return true;
        }
        let of = |table: &str, name: &str| {
            path.strip_prefix(table)
                .and_then(|rest| rest.strip_prefix(name))
                .is_some_and(|rest| rest.starts_with('.'))
        };
        let lots = case.exchange.iter().flat_map(|exchange| &exchange.lots);
        lots.into_iter().any(|lot| self.party(lot.from) && of("exchange.lots.", &lot.name))
            || case.claims.iter().any(|claim| self.claims(claim) && of("claims.", &claim.id))
    }

    /// Whether words of the case name somebody who is left out, by name or by id.
    pub fn names_one(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        let names = self.names.iter().map(|name| name.to_lowercase());
        let ids =
            self.ids.iter().flat_map(|id| [id.to_lowercase(), id.to_lowercase().replace(['_', '-'], " ")]);
        names.chain(ids).any(|name| stands_in(&text, &name))
    }

    /// Whether composed words name somebody who is left out: a name as it is written, or an id in a path. The words that every page has
    /// may be somebody's id; a name among them is somebody's.
    pub fn named_in(&self, text: &str) -> bool {
        self.names.iter().any(|name| stands_in(text, name))
            || self.ids.iter().any(|id| {
                text.match_indices(id.as_str()).any(|(at, _)| {
                    let (before, after) = (text[..at].chars().next_back(), &text[at + id.len()..]);
                    let mut after = after.chars();
                    let (next, second) = (after.next(), after.next());
                    let path_before = matches!(before, Some('.' | '`' | '_'));
                    let path_after = matches!(next, Some('`' | '_' | '['))
                        || next == Some('.') && second.is_some_and(char::is_alphanumeric);
                    let whole = !before.is_some_and(char::is_alphanumeric)
                        && !next.is_some_and(char::is_alphanumeric);
                    whole && (path_before || path_after)
                })
            })
    }
}

/// Whether a name stands in a text where a word begins; a short one only as a whole word.
fn stands_in(text: &str, name: &str) -> bool {
    if name.is_empty() {
        return false;
    }
    // Other scripts put words before a name without a space, or have none.
    if !name.is_ascii() {
        return text.contains(name);
    }
    let goes_on = name.chars().count() >= GOES_ON;
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && (goes_on || !after.is_some_and(char::is_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn a_name_is_found_where_a_word_begins() {
        for (text, name, found) in [
            ("the israeli cabinet", "israel", true),
            ("it is used", "us", false),
            ("the us said", "us", true),
            ("misrael", "israel", false),
            ("قالت وحماس", "حماس", true),
            ("", "x", false),
        ] {
            assert_eq!(stands_in(text, name), found, "{name} in {text}");
        }
    }
}

//! The ids that a case file declares, with the places where it does.
//!
//! They are gathered before anything is checked, so that a name may be used above the line that declares it.

use std::collections::BTreeMap;

use detente_model::{Actor, AudienceId, CommitmentId, IssueId, MoveId, PartyId, PropositionId, SourceId};

use crate::code::Code;
use crate::fault::{Fault, Faults};
use crate::format::Names;
use crate::nearest::nearest;
use crate::text::{Span, listed, quoted};
use crate::tree::{Node, Table};

/// The ids of one kind, in file order.
#[derive(Debug, Default)]
struct Declared<'t> {
    order: Vec<(&'t str, Span)>,
    index: BTreeMap<&'t str, usize>,
}

impl<'t> Declared<'t> {
    fn gather(root: Table<'t>, key: &str) -> Self {
        let mut declared = Self::default();
        for entry in root.entries_of(key) {
            declared.index.insert(entry.key, declared.order.len());
            declared.order.push((entry.key, entry.key_span));
        }
        declared
    }

    /// The ids of the members of a list. Of two that are the same the first counts.
    fn gather_list(root: Table<'t>, key: &str) -> Self {
        let mut declared = Self::default();
        let ids = root.list_of(key).filter_map(|node| node.table()?.get("id"));
        for (id, span) in ids.filter_map(|id| Some((id.text()?, id.span))) {
            declared.index.entry(id).or_insert(declared.order.len());
            declared.order.push((id, span));
        }
        declared
    }

    fn names(&self) -> impl Iterator<Item = &'t str> {
        self.order.iter().map(|(name, _)| *name)
    }
}

/// Everything that has an id.
#[derive(Debug, Default)]
pub(crate) struct Known<'t> {
    sources: Declared<'t>,
    parties: Declared<'t>,
    audiences: Declared<'t>,
    issues: Declared<'t>,
    propositions: Declared<'t>,
    moves: Declared<'t>,
    commitments: Declared<'t>,
    members: Declared<'t>,
    matters: Declared<'t>,
}

impl<'t> Known<'t> {
    pub(crate) fn gather(root: Table<'t>) -> Self {
        let body = root.get("collective").and_then(Node::table);
        let of_body = |key: &str| body.map(|body| Declared::gather(body, key)).unwrap_or_default();
        Self {
            members: of_body("actors"),
            matters: of_body("issues"),
            sources: Declared::gather(root, "sources"),
            parties: Declared::gather(root, "parties"),
            audiences: Declared::gather(root, "audiences"),
            issues: Declared::gather(root, "issues"),
            propositions: Declared::gather(root, "propositions"),
            moves: Declared::gather(root, "moves"),
            commitments: Declared::gather_list(root, "commitments"),
        }
    }

    pub(crate) fn source(&self, id: &str) -> Option<SourceId> {
        self.sources.index.get(id).copied().map(SourceId)
    }

    pub(crate) fn party(&self, id: &str) -> Option<PartyId> {
        self.parties.index.get(id).copied().map(PartyId)
    }

    pub(crate) fn audience(&self, id: &str) -> Option<AudienceId> {
        self.audiences.index.get(id).copied().map(AudienceId)
    }

    pub(crate) fn actor(&self, id: &str) -> Option<Actor> {
        self.party(id).map(Actor::Party).or_else(|| self.audience(id).map(Actor::Audience))
    }

    pub(crate) fn issue(&self, id: &str) -> Option<IssueId> {
        self.issues.index.get(id).copied().map(IssueId)
    }

    pub(crate) fn proposition(&self, id: &str) -> Option<PropositionId> {
        self.propositions.index.get(id).copied().map(PropositionId)
    }

    pub(crate) fn the_move(&self, id: &str) -> Option<MoveId> {
        self.moves.index.get(id).copied().map(MoveId)
    }

    /// The place of a commitment among those of the file.
    pub(crate) fn commitment(&self, id: &str) -> Option<CommitmentId> {
        self.commitments.index.get(id).copied().map(CommitmentId)
    }

    pub(crate) fn member(&self, id: &str) -> Option<usize> {
        self.members.index.get(id).copied()
    }

    /// Where the key stands that declares something.
    pub(crate) fn declared(&self, names: Names, id: &str) -> Option<Span> {
        self.lists(names).into_iter().find_map(|list| list.index.get(id).map(|i| list.order[*i].1))
    }

    pub(crate) fn knows(&self, names: Names, id: &str) -> bool {
        self.lists(names).into_iter().any(|list| list.index.contains_key(id))
    }

    pub(crate) fn all(&self, names: Names) -> impl Iterator<Item = &'t str> {
        self.lists(names).into_iter().flat_map(Declared::names)
    }

    /// The fault of a name that is not declared, with the nearest that is.
    pub(crate) fn unknown(&self, names: Names, id: &str, span: Span, faults: &Faults) -> Fault {
        let (code, what, table) = words(names);
        let fault = Fault::new(code, span, format!("{} is not {what} of this case", quoted(id)));
        if !faults.worth_a_hint() {
            return fault;
        }
        if let Some((other, span)) = self.elsewhere(names, id) {
            return fault
                .label(format!("this is {}, not {what}", words(other).1))
                .related(span, format!("{} is declared here", quoted(id)));
        }
        let fault = fault.label("not declared anywhere");
        match nearest(id, self.all(names)) {
            Some(near) => {
                let fault = fault.did_you_mean(near);
                match self.declared(names, near) {
                    Some(span) => fault.related(span, format!("{} is declared here", quoted(near))),
                    None => fault,
                }
            }
            None if self.all(names).next().is_none() => {
                fault.help(format!("declare it: {}", example(names, if is_id(id) { id } else { "id" })))
            }
            None => fault.help(format!("declared under {table}: {}", listed(self.all(names)))),
        }
    }

    /// The same id under another table, if it is there.
    fn elsewhere(&self, names: Names, id: &str) -> Option<(Names, Span)> {
        [
            Names::Party,
            Names::Issue,
            Names::Source,
            Names::Proposition,
            Names::Move,
            Names::Commitment,
            Names::Actor,
        ]
        .into_iter()
        .filter(|other| *other != names)
        .find_map(|other| self.declared(other, id).map(|span| (other, span)))
    }

    fn lists(&self, names: Names) -> Vec<&Declared<'t>> {
        match names {
            Names::Source => vec![&self.sources],
            Names::Party => vec![&self.parties],
            Names::Actor => vec![&self.parties, &self.audiences],
            Names::Issue => vec![&self.issues],
            Names::Proposition => vec![&self.propositions],
            Names::Move => vec![&self.moves],
            Names::Commitment => vec![&self.commitments],
            Names::Member => vec![&self.members],
            Names::Matter => vec![&self.matters],
            Names::New | Names::Option | Names::Lot | Names::Path | Names::Trust => Vec::new(),
        }
    }

    /// Ids that must be told apart although they are declared in two tables.
    pub(crate) fn check(&self, faults: &mut Faults) {
        for (id, span) in &self.audiences.order {
            if let Some(party) = self.declared(Names::Party, id) {
                faults.push(
                    Fault::new(
                        Code::SameId,
                        *span,
                        format!("{} is the id of a party and of an audience", quoted(id)),
                    )
                    .label("declared again here")
                    .related(party, "a party is declared here")
                    .help("`positions` knows both by their id: give the audience another one"),
                );
            }
        }
        for (id, span) in &self.issues.order {
            if crate::format::POSITION.keys.iter().any(|key| key.name == *id) {
                faults.push(
                    Fault::new(
                        Code::ReservedId,
                        *span,
                        format!(
                            "an issue cannot have the id {}, which is a key of every position",
                            quoted(id)
                        ),
                    )
                    .label("taken")
                    .help(format!("give the issue another id, for example `{id}_issue`")),
                );
            }
        }
    }
}

fn words(names: Names) -> (Code, &'static str, &'static str) {
    match names {
        Names::Source => (Code::UnknownSource, "a source", "`sources`"),
        Names::Party => (Code::UnknownParty, "a party", "`parties`"),
        Names::Actor => (Code::UnknownActor, "a party or an audience", "`parties` and `audiences`"),
        Names::Issue => (Code::UnknownIssue, "an issue", "`issues`"),
        Names::Proposition => (Code::UnknownProposition, "a proposition", "`propositions`"),
        Names::Move => (Code::UnknownMove, "a move", "`moves`"),
        Names::Commitment => (Code::UnknownCommitment, "a commitment", "`commitments`"),
        Names::Member => (Code::UnknownActor, "an actor of the body", "`collective.actors`"),
        Names::Matter => (Code::UnknownIssue, "an issue of the body", "`collective.issues`"),
        Names::New | Names::Option | Names::Lot | Names::Path | Names::Trust => {
            (Code::UnknownKey, "a name", "")
        }
    }
}

/// How a name is declared.
fn example(names: Names, id: &str) -> String {
    if names == Names::Commitment {
        return format!("`[[commitments]]` with `id = \"{id}\"`");
    }
    let table = match names {
        Names::Source => "sources",
        Names::Issue => "issues",
        Names::Proposition => "propositions",
        Names::Move => "moves",
        Names::Member => "collective.actors",
        Names::Matter => "collective.issues",
        _ => "parties",
    };
    format!("`[{table}.{id}]`")
}

/// What an id is made of, for a hint.
pub(crate) const WHAT_AN_ID_IS: &str =
    "an id is made of letters of any script, digits, `_` and `-`, at most 100 of them, and has no blanks";

/// Whether a name can serve as an id: 1 to 100 letters, digits and marks on letters of any script, `_` and `-`.
///
/// ```
/// assert!(detente_case::is_id("россия") && !detente_case::is_id("two words"));
/// ```
pub fn is_id(name: &str) -> bool {
    !name.is_empty()
        && name.chars().nth(100).is_none()
        && name.chars().all(in_id)
        && !name.starts_with(is_mark)
}

/// An id made of a name in any script: its letters, digits and marks in small letters, `_` for what is between them, at most 60
/// characters; empty if there is no letter or digit in it.
pub(crate) fn id_of(name: &str) -> String {
    let mut id = String::new();
    for c in name.chars() {
        if c.is_alphanumeric() || is_mark(c) && !id.is_empty() && !id.ends_with('_') {
            id.extend(c.to_lowercase().filter(|c| in_id(*c)));
        } else if !id.is_empty() && !id.ends_with('_') && !matches!(c, '\'' | '’') {
            id.push('_');
        }
    }
    let id: String = id.chars().take(60).collect();
    id.trim_end_matches('_').to_owned()
}

/// Whether a character can stand in an id.
pub(crate) fn in_id(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-') || is_mark(c)
}

/// The marks on letters that are no letters themselves: accents, points of vowels, tones, and signs that join or silence
/// a consonant.
fn is_mark(c: char) -> bool {
    matches!(
        u32::from(c),
        0x0300..=0x036f
            | 0x0483..=0x0487
            | 0x0591..=0x05bd
            | 0x05bf | 0x05c1 | 0x05c2 | 0x05c4 | 0x05c5 | 0x05c7
            | 0x0610..=0x061a
            | 0x064b..=0x065f
            | 0x0670
            | 0x06d6..=0x06dc
            | 0x06df..=0x06e8
            | 0x06ea..=0x06ed
            | 0x0711 | 0x0730..=0x074a
            | 0x093c | 0x094d | 0x09bc | 0x09cd | 0x0a3c | 0x0a4d | 0x0abc | 0x0acd | 0x0b3c | 0x0b4d | 0x0bcd
            | 0x0c4d | 0x0cbc | 0x0ccd | 0x0d4d | 0x0dca
            | 0x0e31 | 0x0e34..=0x0e3a | 0x0e47..=0x0e4e
            | 0x0eb1 | 0x0eb4..=0x0ebc | 0x0ec8..=0x0ecd
            | 0x0f71..=0x0f84
            | 0x1037 | 0x1039 | 0x103a
            | 0x135d..=0x135f
            | 0x17b4..=0x17d3
            | 0x1dc0..=0x1dff
            | 0x3099 | 0x309a
    )
}

#[cfg(test)]
mod tests {
    use super::is_id;

    #[test]
    fn ids_are_of_any_script() {
        for id in [
            "a",
            "re-open",
            "x_1",
            "россия",
            "Україна",
            "حماس",
            "إسرائيل",
            "ירושלים",
            "सीमा",
            "ความมั่นคง",
            "中国",
            "日本",
            "한국",
            "Ελλάδα",
            "côte-d_ivoire",
            "Việt_Nam",
            "ኢትዮጵያ",
            "မြန်မာ",
        ] {
            assert!(is_id(id), "{id}");
        }
        for id in [
            "",
            "a b",
            "a.b",
            "a>b",
            "«a»",
            "a\u{200b}b",
            "a\u{202e}b",
            "a\n",
            "!",
            "😀",
            "a,b",
            "\u{301}a",
            &"я".repeat(101),
        ] {
            assert!(!is_id(id), "{id}");
        }
        assert!(is_id(&"я".repeat(100)));
    }
}

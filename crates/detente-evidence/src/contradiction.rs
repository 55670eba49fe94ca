//! Who contradicts whom.
//!
//! Three kinds, none of which says who is right:
//!
//! * **Reversal**: a claimant speaks against what the same claimant said before. Consecutive statements on one
//!   proposition are compared, so a claimant who turns twice is reported twice.
//! * **Two voices**: two claimants in different roles on one side speak in opposite directions. The latest word of
//!   each is compared: what they have since taken back is a reversal, not a second voice.
//! * **Count**: two claimants give numbers that cannot both be right: the intervals miss each other *and* both count the
//!   same thing. Numbers that count different things are reported apart, as [`Account::counted_differently`], since
//!   readers take them for contradictions.
//!
//! A claim attacks what it contradicts unless it is less trusted (t of [`Convention`], central values); the grounded
//! extension ([`crate::grounded`]) then says which claims stand. Drafts take no part.
//!
//! Cost: O(c log c) for c claims, plus the pairs that contradict each other; of each claimant only one word on a
//! proposition or a count is compared with others', so the pairs are those of claimants, not of claims.

use jiff::civil::Date;

use detente_model::{Bearing, Case, Claim, ClaimId, NumberId, folded_name};

use crate::account::Account;
use crate::argument::{Standing, grounded};
use crate::as_of::known_on;
use crate::convention::{Convention, central, value};

/// Two claims that cannot both be taken at their word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// Which kind.
    pub kind: ContradictionKind,
    /// The two claims; of a reversal the earlier first, otherwise in the order of date and id.
    pub claims: [ClaimId; 2],
    /// Why, in words.
    pub because: String,
}

/// The kinds of contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContradictionKind {
    /// A claimant against an earlier self.
    Reversal,
    /// Two roles on one side.
    TwoVoices,
    /// Two claimants on one count.
    Count,
}

impl ContradictionKind {
    /// The word used in results.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reversal => "reversal",
            Self::TwoVoices => "two voices",
            Self::Count => "count",
        }
    }
}

/// A statement for or against a proposition, ready to be compared.
#[derive(Debug, Clone)]
struct Word<'a> {
    id: ClaimId,
    claim: &'a Claim,
    on: usize,
    by: String,
    when: Option<Date>,
    direction: i8,
}

/// A stated count, ready to be compared.
#[derive(Debug, Clone)]
struct Count<'a> {
    id: ClaimId,
    claim: &'a Claim,
    of: String,
    counting: Option<String>,
    by: String,
    when: Option<Date>,
    number: NumberId,
}

/// Every contradiction among the claims of a case that `keep` accepts.
pub fn contradictions(case: &Case, keep: impl Fn(ClaimId) -> bool) -> Vec<Contradiction> {
    let (words, counts) = gather(case, keep);
    let mut found = reversals(case, &words);
    found.extend(two_voices(case, &words));
    found.extend(compare_counts(case, &counts, true));
    found
}

/// Pairs of counts that miss each other only because they count different things.
pub fn counted_differently(case: &Case, keep: impl Fn(ClaimId) -> bool) -> Vec<Contradiction> {
    compare_counts(case, &gather(case, keep).1, false)
}

/// Where every claim of a case stands when each attacks what it contradicts, unless it is less trusted. Claims that
/// `keep` does not accept and drafts take no part and stand [`Standing::In`] unattacked.
pub fn standing(case: &Case, keep: impl Fn(ClaimId) -> bool) -> Vec<Standing> {
    let convention = Convention::new(case);
    let stated = central(case);
    let trust = |id: ClaimId| convention.trust_in(&case.claims[id.0], &stated);
    let mut attacks = Vec::new();
    for Contradiction { claims: [a, b], .. } in contradictions(case, keep) {
        let (trust_a, trust_b) = (trust(a), trust(b));
        if trust_a >= trust_b {
            attacks.push((a.0, b.0));
        }
        if trust_b >= trust_a {
            attacks.push((b.0, a.0));
        }
    }
    grounded(case.claims.len(), &attacks)
}

fn gather(case: &Case, keep: impl Fn(ClaimId) -> bool) -> (Vec<Word<'_>>, Vec<Count<'_>>) {
    let convention = Convention::new(case);
    let (mut words, mut counts) = (Vec::new(), Vec::new());
    for (i, claim) in case.claims.iter().enumerate() {
        if claim.draft || !keep(ClaimId(i)) {
            continue;
        }
        let by = claimant(case, claim);
        let when = claim.said.or_else(|| known_on(case, claim));
        match &claim.bearing {
            Some(Bearing::Proposition { on, .. }) => {
                let direction = convention.direction(claim);
                if direction != 0 && !by.is_empty() {
                    words.push(Word { id: ClaimId(i), claim, on: on.0, by, when, direction });
                }
            }
            Some(Bearing::Quantity { quantity, value, counting }) => counts.push(Count {
                id: ClaimId(i),
                claim,
                of: folded_name(quantity),
                counting: counting.as_deref().map(folded_name),
                by,
                when,
                number: *value,
            }),
            // What becomes of a commitment is told where commitments are.
            Some(Bearing::Event(_) | Bearing::Commitment(_)) | None => {}
        }
    }
    words.sort_by(|a, b| (a.on, &a.by, a.when, &a.claim.id).cmp(&(b.on, &b.by, b.when, &b.claim.id)));
    counts.sort_by(|a, b| {
        (&a.of, &a.counting, &a.by, a.when, &a.claim.id).cmp(&(
            &b.of,
            &b.counting,
            &b.by,
            b.when,
            &b.claim.id,
        ))
    });
    (words, counts)
}

/// Who is held to a claim: whoever said it, or the source that reports it without naming anyone.
fn claimant(case: &Case, claim: &Claim) -> String {
    match (&claim.by, claim.source) {
        (Some(by), _) => folded_name(by),
        (None, Some(source)) => folded_name(&case.source(source).title),
        (None, None) => String::new(),
    }
}

fn reversals(case: &Case, words: &[Word<'_>]) -> Vec<Contradiction> {
    let turned = words.windows(2).filter_map(|pair| match pair {
        [a, b] if a.on == b.on && a.by == b.by && a.direction != b.direction => Some((a, b)),
        _ => None,
    });
    turned
        .map(|(a, b)| {
            let text = &case.propositions[a.on].text;
            let because = match (a.when, b.when) {
                (Some(first), Some(then)) if first < then => format!(
                    "{} spoke {} “{text}” on {} and {} it on {}",
                    named(a.claim),
                    way(a.direction),
                    written(first),
                    way(b.direction),
                    written(then)
                ),
                _ => format!("{} spoke both for and against “{text}”{}", named(a.claim), on_day(b.when)),
            };
            Contradiction { kind: ContradictionKind::Reversal, claims: [a.id, b.id], because }
        })
        .collect()
}

fn two_voices(case: &Case, words: &[Word<'_>]) -> Vec<Contradiction> {
    // The latest word of each claimant on each proposition; statements are sorted by both, then by date.
    let latest: Vec<&Word<'_>> = words
        .iter()
        .enumerate()
        .filter(|(i, w)| words.get(i + 1).is_none_or(|next| next.on != w.on || next.by != w.by))
        .map(|(_, w)| w)
        .filter(|w| w.claim.party.is_some() && w.claim.role.is_some())
        .collect();
    let mut found = Vec::new();
    for group in latest.chunk_by(|a, b| a.on == b.on) {
        for (i, a) in group.iter().enumerate() {
            for b in &group[i + 1..] {
                let (Some(party), Some(role_a), Some(role_b)) = (a.claim.party, a.claim.role, b.claim.role)
                else {
                    continue;
                };
                if b.claim.party != Some(party) || role_a == role_b || a.direction == b.direction {
                    continue;
                }
                let (a, b) = if (a.when, &a.claim.id) <= (b.when, &b.claim.id) { (a, b) } else { (b, a) };
                let voice = |w: &Word<'_>| {
                    let role = w.claim.role.map_or("", detente_model::Speaker::word);
                    format!("{} ({role}{}) {}", named(w.claim), comma_day(w.when), way(w.direction))
                };
                let because = format!(
                    "on one side, {}: {} “{}”, {} it",
                    case.party(party).name,
                    voice(a),
                    case.propositions[a.on].text,
                    voice(b)
                );
                found.push(Contradiction {
                    kind: ContradictionKind::TwoVoices,
                    claims: [a.id, b.id],
                    because,
                });
            }
        }
    }
    found
}

fn compare_counts(case: &Case, counts: &[Count<'_>], alike: bool) -> Vec<Contradiction> {
    // The latest count of each claimant: an older one has been brought up to date, not contradicted.
    let latest: Vec<&Count<'_>> = counts
        .iter()
        .enumerate()
        .filter(|(i, c)| {
            let same = |next: &Count<'_>| next.of == c.of && next.counting == c.counting && next.by == c.by;
            c.by.is_empty() || counts.get(i + 1).is_none_or(|next| !same(next))
        })
        .map(|(_, c)| c)
        .collect();
    let mut found = Vec::new();
    for group in latest.chunk_by(|a, b| a.of == b.of) {
        for (i, a) in group.iter().enumerate() {
            for b in &group[i + 1..] {
                let (x, y) = (value(case, a.number), value(case, b.number));
                let apart = x.high() < y.low() || y.high() < x.low();
                let one_origin = a.claim.origin.is_some()
                    && a.claim.origin.as_deref().map(folded_name)
                        == b.claim.origin.as_deref().map(folded_name);
                let one_mouth = a.by == b.by && !a.by.is_empty();
                if !apart || (a.counting == b.counting) != alike || (alike && (one_mouth || one_origin)) {
                    continue;
                }
                let (a, b) = if (a.when, &a.claim.id) <= (b.when, &b.claim.id) { (a, b) } else { (b, a) };
                let said = |c: &Count<'_>| {
                    format!(
                        "{} by {}{}",
                        value(case, c.number),
                        named_or_unnamed(case, c.claim),
                        on_day(c.when)
                    )
                };
                let name = quantity_name(a.claim);
                let because = match (&a.claim.bearing, &b.claim.bearing) {
                    (
                        Some(Bearing::Quantity { counting: ca, .. }),
                        Some(Bearing::Quantity { counting: cb, .. }),
                    ) if !alike => format!(
                        "{name}: {} ({}), {} ({}): they count different things",
                        said(a),
                        ca.as_deref().unwrap_or("what is counted is not stated"),
                        said(b),
                        cb.as_deref().unwrap_or("what is counted is not stated")
                    ),
                    (Some(Bearing::Quantity { counting: Some(what), .. }), _) => {
                        format!("{name} ({what}): {}, {}; the ranges do not meet", said(a), said(b))
                    }
                    _ => format!("{name}: {}, {}; the ranges do not meet", said(a), said(b)),
                };
                found.push(Contradiction { kind: ContradictionKind::Count, claims: [a.id, b.id], because });
            }
        }
    }
    found
}

fn quantity_name(claim: &Claim) -> &str {
    match &claim.bearing {
        Some(Bearing::Quantity { quantity, .. }) => quantity,
        _ => "",
    }
}

fn named(claim: &Claim) -> &str {
    claim.by.as_deref().unwrap_or(&claim.id)
}

fn named_or_unnamed<'a>(case: &'a Case, claim: &'a Claim) -> &'a str {
    match (&claim.by, claim.source) {
        (Some(by), _) => by,
        (None, Some(source)) => &case.source(source).title,
        (None, None) => &claim.id,
    }
}

fn way(direction: i8) -> &'static str {
    if direction > 0 { "for" } else { "against" }
}

/// A day as people write it: `14 February 2024`.
fn written(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

fn on_day(when: Option<Date>) -> String {
    when.map_or(String::new(), |date| format!(" on {}", written(date)))
}

fn comma_day(when: Option<Date>) -> String {
    when.map_or(String::new(), |date| format!(", {}", written(date)))
}

impl Account {
    /// Every contradiction among the claims of the case; see [`contradictions`].
    pub fn contradictions(&self) -> Vec<Contradiction> {
        contradictions(self.case(), |_| true)
    }

    /// Counts that differ because they count different things; see [`counted_differently`].
    pub fn counted_differently(&self) -> Vec<Contradiction> {
        counted_differently(self.case(), |_| true)
    }

    /// Where every claim stands; see [`standing`].
    pub fn standing(&self) -> Vec<Standing> {
        standing(self.case(), |_| true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use detente_model::{Number, Uncertain};

    fn half() -> Case {
        fixture::case(&[Uncertain::Known(0.5)])
    }

    fn count(case: &mut Case, by: &str, value: Uncertain, counting: Option<&str>, day: i8) {
        let value = case.numbers.add(Number::new("", value));
        let bearing = Bearing::Quantity {
            quantity: "people held".to_owned(),
            value,
            counting: counting.map(str::to_owned),
        };
        let id = format!("count-{}", case.claims.len());
        case.claims.push(Claim {
            by: Some(by.to_owned()),
            said: Some(fixture::february(day)),
            ..fixture::claim(&id, Some(bearing))
        });
    }

    #[test]
    fn a_claimant_who_turns_twice_is_reported_twice() {
        let mut case = half();
        for (day, supports) in [(9, true), (3, false), (1, true), (2, true)] {
            fixture::add(&mut case, (0, supports, 1, 0, 1, day, 2));
        }
        let found = Account::new(&case).contradictions();
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|c| c.kind == ContradictionKind::Reversal));
        assert_eq!(found[0].claims, [ClaimId(3), ClaimId(1)]);
        assert_eq!(
            found[0].because,
            "leader spoke for “Question 0” on 2 February 2024 and against it on 3 February 2024"
        );
        assert_eq!(found[1].claims, [ClaimId(1), ClaimId(0)]);
    }

    #[test]
    fn the_general_and_the_leader_of_one_side_are_two_voices() {
        let mut case = half();
        fixture::add(&mut case, (0, true, 1, 0, 1, 13, 0)); // general, party north
        fixture::add(&mut case, (0, false, 1, 1, 2, 12, 2)); // leader, party north
        fixture::add(&mut case, (0, false, 1, 1, 2, 12, 1)); // diplomat, party south
        let found = Account::new(&case).contradictions();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].kind, ContradictionKind::TwoVoices);
        assert_eq!(
            found[0].because,
            "on one side, north: leader (leader, 12 February 2024) against “Question 0”, \
             general (military, 13 February 2024) for it"
        );
        // The general is the better source (A1 against B2) and stands; the leader does not.
        assert_eq!(Account::new(&case).standing(), [Standing::In, Standing::Out, Standing::In]);
    }

    #[test]
    fn counts_contradict_only_when_they_miss_and_count_the_same() {
        let mut case = half();
        count(&mut case, "North", Uncertain::uniform(126.0, 134.0).unwrap(), Some("alive"), 1);
        count(&mut case, "South", Uncertain::Known(130.0), Some("Alive"), 2);
        assert_eq!(Account::new(&case).contradictions(), []);
        count(&mut case, "Red Crescent", Uncertain::Known(101.0), Some("alive"), 3);
        count(&mut case, "Envoys", Uncertain::Known(160.0), None, 3);
        let found = Account::new(&case).contradictions();
        assert_eq!(found.len(), 2);
        assert!(found[0].because.ends_with("the ranges do not meet"));
        assert_eq!(Account::new(&case).counted_differently().len(), 3);
        // One who corrects a count does not contradict it, and no longer contradicts others.
        count(&mut case, "Red Crescent", Uncertain::Known(130.0), Some("alive"), 4);
        assert_eq!(Account::new(&case).contradictions(), []);
    }

    #[test]
    fn drafts_contradict_nobody() {
        let mut case = half();
        fixture::add(&mut case, (0, true, 1, 0, 1, 1, 2));
        fixture::add(&mut case, (0, false, 1, 0, 1, 3, 2));
        case.claims[1].draft = true;
        assert_eq!(Account::new(&case).contradictions(), []);
    }
}

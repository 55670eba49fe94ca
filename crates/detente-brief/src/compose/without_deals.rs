//! Where things stand in a case that has nothing on the table: a conflict, an exchange, durability or claims alone.

use crate::compose::collective::BodyAhead;
use crate::compose::evidence::WeighedEvidence;
use crate::compose::exchange::ExchangePlan;
use crate::compose::lasting::Lasting;
use crate::compose::standstill::Standstill;
use crate::compose::watch::WatchDay;
use crate::words;

/// Sentences of each part, where there are several parts.
const OF_EACH: usize = 2;

/// A few sentences, most important first; none for a case that has nothing of it. Of one part alone all is told that matters, of several the
/// first sentences of each.
pub(crate) fn headline(
    exchange: Option<&ExchangePlan>,
    durability: Option<&Lasting>,
    standstill: Option<&Standstill>,
    collective: Option<&BodyAhead>,
    watch: Option<&WatchDay>,
    evidence: Option<&WeighedEvidence>,
) -> Vec<String> {
    let parts: [(&str, Option<Vec<String>>); 6] = [
        ("what was promised", watch.map(|found| found.headline.clone())),
        ("the exchange", exchange.map(|found| found.headline.clone())),
        ("how long an agreement lasts", durability.map(|found| found.headline.clone())),
        ("the conflict", standstill.map(conflict)),
        ("a body that decides", collective.map(|found| found.headline.clone())),
        ("what was said and done", evidence.map(claims)),
    ];
    let there: Vec<(&str, Vec<String>)> =
        parts.into_iter().filter_map(|(name, sentences)| Some((name, sentences?))).collect();
    let most = if there.len() > 1 { OF_EACH } else { usize::MAX };
    let mut sentences: Vec<String> =
        there.iter().flat_map(|(_, sentences)| sentences.iter().take(most).cloned()).collect();
    let names: Vec<&str> = there.iter().map(|(name, _)| *name).collect();
    if !names.is_empty() {
        sentences.push(format!(
            "The case states no issues to agree on, so no deal is looked for: this brief is about {}.",
            words::list(&names)
        ));
    }
    sentences
}

/// Where the conflict stands and leads; how large it is where it does not say where it stands.
fn conflict(found: &Standstill) -> Vec<String> {
    let account = found.account();
    let mut sentences = account.now;
    sentences.extend(account.outlook);
    if sentences.is_empty() {
        let held = found.equilibria(detente_stability::Concept::Sequential).map_or(0, |states| states.len());
        sentences.push(format!(
            "Of {} of the conflict {} against people who look ahead.",
            words::plural(found.graph.len(), "state", "states"),
            words::plural(held, "holds", "hold"),
        ));
    }
    sentences
}

/// What matters of the claims; how many there are where they move nothing.
fn claims(found: &WeighedEvidence) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(now) = found.now() {
        sentences.extend(found.case.propositions.iter().zip(&now.propositions).map(
            |(proposition, chance)| {
                format!("“{}”: {}.", proposition.text, words::ranged(chance.mean, chance.low, chance.high))
            },
        ));
    }
    sentences.truncate(OF_EACH + 1);
    sentences.extend(found.headline.iter().cloned());
    if sentences.is_empty() {
        sentences.push(format!("{} so far.", words::plural(found.case.claims.len(), "claim", "claims")));
    }
    sentences
}

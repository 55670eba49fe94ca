//! Could the leaders sell it at home? The audiences behind each party (Putnam 1988).

use detente_deals::Findings;
use detente_model::{Actor, AudienceId, Case};

use crate::brief::{Home, LeadingPackage};
use crate::words;

pub(super) fn behind(case: &Case, deals: &Findings, packages: &[LeadingPackage]) -> Vec<Home> {
    let judged = &deals.acceptability.packages[..packages.len()];
    (0..case.audiences.len())
        .map(AudienceId)
        .filter(|id| case.position_of(Actor::Audience(*id)).is_some())
        .map(|id| {
            let audience = case.audience(id);
            let party = case.party(audience.of);
            let weight = case.numbers[audience.weight].value.central();
            let say = match party.quota.map(|quota| case.numbers[quota].value.central()) {
                _ if audience.veto => "no deal without it".to_owned(),
                Some(quota) => {
                    let all = total_weight(case, audience.of);
                    let casts = if all > 0.0 { weight / all } else { 0.0 };
                    let [casts, needed] = words::told_apart([casts, quota]);
                    format!("{casts} of the vote; {needed} is needed")
                }
                None => "is heard; the leader decides".to_owned(),
            };
            let say = match asked_only_if(case, id) {
                Some(asked) => format!("{say}; {asked}"),
                None => say,
            };
            let central = &deals.central.space;
            let place = central.actors().iter().position(|terms| terms.actor == Actor::Audience(id));
            let asked =
                |leading: &LeadingPackage| place.is_none_or(|i| central.is_asked(i, &leading.package));
            let asked = packages.iter().map(asked).collect();
            let accepts = judged.iter().map(|package| {
                package
                    .actors
                    .iter()
                    .find(|(actor, _)| *actor == Actor::Audience(id))
                    .map(|(_, share)| *share)
                    .unwrap_or_default()
            });
            Home {
                name: audience.name.clone(),
                party: party.name.clone(),
                say,
                asked,
                accepts: accepts.collect(),
            }
        })
        .collect()
}

/// About which packages an audience is asked, if not about all: about the others it is not in the way and counts as accepting.
fn asked_only_if(case: &Case, id: AudienceId) -> Option<String> {
    let audience = case.audience(id);
    let vote = case.party(audience.of).quota_when.as_ref().filter(|_| !audience.veto);
    let conditions: Vec<String> =
        audience.when.iter().chain(vote).map(|when| words::condition(case, when)).collect();
    let asked = words::list(&conditions);
    (!conditions.is_empty()).then(|| format!("asked only with {asked}"))
}

fn total_weight(case: &Case, party: detente_model::PartyId) -> f64 {
    let voting = case.audiences_of(party).map(|id| case.audience(id)).filter(|audience| !audience.veto);
    voting.map(|audience| case.numbers[audience.weight].value.central()).sum()
}

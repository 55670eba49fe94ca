//! A case as it was known on an earlier day.
//!
//! A claim is known from the day on which it was reported, and never before it was said, happened or its source appeared:
//! the latest of the dates that are stated. One that states none is known only from the day of the case itself.
//! So what was reported later cannot leak into an earlier view, not even through a date that was left out.
//!
//! A commitment is known from the day on which it was agreed, and not before the first publication that it rests on; what is reported of it is
//! known no sooner. The same holds of days by which a pledge was extended.
//!
//! Hidden with it are the numbers that only hidden claims state, the outcomes of forecasts that were resolved later, and
//! forecasts made later. What the analyst wrote as judgement cannot be taken back to an earlier mind; numbers that
//! cite only later sources are listed so that the reader is warned.

use jiff::civil::Date;

use detente_model::{
    Bearing, Case, Citation, Claim, ClaimId, Commitment, CommitmentId, Evidence, Extended, Number, NumberId,
    SourceId,
};

/// From when on a claim is known; `None` if it states no date at all.
pub fn known_on(case: &Case, claim: &Claim) -> Option<Date> {
    let published = claim.source.and_then(|id| case.source(id).published);
    // A source that goes on reporting, such as a data set, may have appeared long before.
    // What can have happened up to a day is not known to have happened before it.
    let until = match &claim.bearing {
        Some(Bearing::Event(event)) => event.until,
        Some(Bearing::Commitment(report)) => {
            let agreed = case.commitments.get(report.commitment.0).map(|it| commitment_known_on(case, it));
            report.happened.into_iter().chain(agreed).max()
        }
        _ => None,
    };
    claim.reported.into_iter().chain(claim.said).chain(published).chain(until).max()
}

/// From when on a commitment is known.
pub fn commitment_known_on(case: &Case, commitment: &Commitment) -> Date {
    agreed_and_told(case, commitment.agreed, &commitment.cite)
}

/// From when on it is known that a pledge was extended.
fn extended_known_on(case: &Case, extended: &Extended) -> Date {
    agreed_and_told(case, extended.agreed, &extended.cite)
}

/// What was agreed on a day is known from then on, and not before the first publication that tells of it.
fn agreed_and_told(case: &Case, agreed: Date, cite: &[Citation]) -> Date {
    let published: Option<Vec<Date>> = cite.iter().map(|cited| case.source(cited.source).published).collect();
    let first = published.and_then(|days| days.into_iter().min());
    first.map_or(agreed, |first| first.max(agreed))
}

/// Whether a claim is known on a day.
pub fn is_known(case: &Case, claim: &Claim, date: Date) -> bool {
    known_on(case, claim).unwrap_or(case.as_of) <= date
}

/// A case as of an earlier day, with what had to be left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Earlier {
    /// The case without what was not yet known. Its parts keep their order; claims and forecasts that were hidden are
    /// gone, so their ids are counted anew.
    pub case: Case,
    /// The claims that were hidden, by their ids in the case as given.
    pub hidden: Vec<ClaimId>,
    /// Sources that had not yet appeared. They stay in the list, for others to keep their places, and should not be
    /// shown.
    pub later_sources: Vec<SourceId>,
    /// Numbers that cite only sources that had not yet appeared: judgements of a later day.
    pub later_judgements: Vec<NumberId>,
}

/// The case as it was known on `date`; a date after the case's own changes nothing.
pub fn as_of(case: &Case, date: Date) -> Earlier {
    let mut earlier = case.clone();
    earlier.as_of = date.min(case.as_of);
    let date = earlier.as_of;
    let mut hidden = Vec::new();
    earlier.claims.clear();
    for (i, claim) in case.claims.iter().enumerate() {
        if is_known(case, claim, date) {
            earlier.claims.push(claim.clone());
        } else {
            hidden.push(ClaimId(i));
            if let Some(id) = number_of(claim) {
                blank(&mut earlier, id);
            }
        }
    }
    hide_later_commitments(case, &mut earlier);
    earlier.forecasts.clear();
    for forecast in &case.forecasts {
        if forecast.made > date {
            blank(&mut earlier, forecast.probability);
            forecast.base_rate.into_iter().for_each(|id| blank(&mut earlier, id));
            continue;
        }
        let mut forecast = forecast.clone();
        if forecast.resolved.unwrap_or(forecast.due) > date {
            (forecast.outcome, forecast.resolved) = (None, None);
        }
        earlier.forecasts.push(forecast);
    }
    let is_later = |id: SourceId| case.source(id).published.is_some_and(|day| day > date);
    let later_sources = (0..case.sources.len()).map(SourceId).filter(|id| is_later(*id)).collect();
    let later_judgements = earlier
        .numbers
        .iter()
        .filter(|(_, n)| !n.cite.is_empty() && n.cite.iter().all(|c| is_later(c.source)))
        .map(|(id, _)| id)
        .collect();
    Earlier { case: earlier, hidden, later_sources, later_judgements }
}

/// Leaves out the commitments and the days of calm that were agreed later, and of those that stay what cites a later source.
fn hide_later_commitments(case: &Case, earlier: &mut Case) {
    let date = earlier.as_of;
    let already_out = |cite: &mut Vec<Citation>| {
        cite.retain(|cited| case.source(cited.source).published.is_none_or(|day| day <= date));
    };
    let mut places = Vec::with_capacity(case.commitments.len());
    earlier.commitments.clear();
    for commitment in &case.commitments {
        if commitment_known_on(case, commitment) > date {
            commitment.grace.into_iter().for_each(|id| blank(earlier, id));
            places.push(None);
            continue;
        }
        places.push(Some(CommitmentId(earlier.commitments.len())));
        let mut commitment = commitment.clone();
        already_out(&mut commitment.cite);
        earlier.commitments.push(commitment);
    }
    for claim in &mut earlier.claims {
        if let Some(Bearing::Commitment(report)) = &mut claim.bearing
            && let Some(Some(place)) = places.get(report.commitment.0)
        {
            report.commitment = *place;
        }
    }
    if let Some(exchange) = &mut earlier.exchange {
        exchange.ended = exchange.ended.filter(|day| *day <= date);
        let extended = std::mem::take(&mut exchange.extended);
        let (known, later): (Vec<_>, Vec<_>) =
            extended.into_iter().partition(|added| extended_known_on(case, added) <= date);
        exchange.extended = known;
        exchange.extended.iter_mut().for_each(|added| already_out(&mut added.cite));
        for added in &later {
            blank(earlier, added.days);
        }
    }
    // That something can be breached is known with the first commitment.
    if let Some(durability) = &mut earlier.durability
        && earlier.commitments.is_empty()
        && let Some(breach) = durability.breach.take_if(|breach| !breach.stated)
    {
        blank(earlier, breach.hazard_ratio);
    }
}

/// Makes a number as if it had never been stated; its place in the table stays, for the ids of others.
fn blank(case: &mut Case, id: NumberId) {
    case.numbers[id] = Number::new("", 0.0);
}

fn number_of(claim: &Claim) -> Option<NumberId> {
    match &claim.bearing {
        Some(Bearing::Proposition { evidence: Evidence::LikelihoodRatio(id), .. }) => Some(*id),
        Some(Bearing::Quantity { value, .. }) => Some(*value),
        Some(Bearing::Event(event)) => event.deaths,
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{self, Short};
    use detente_model::{Progress, Worlds};

    use crate::{Account, Outlook};
    use detente_model::{PropositionId, Uncertain};
    use proptest::prelude::*;

    type Dated = (Short, Option<i8>, Option<i8>, Option<i8>, f64);

    fn build(claims: &[Dated]) -> Case {
        let mut case = fixture::case(&[Uncertain::Known(0.4), Uncertain::uniform(0.3, 0.6).unwrap()]);
        for (short, said, reported, ratio, size) in claims {
            fixture::add(&mut case, *short);
            let claim = case.claims.last_mut().unwrap();
            claim.said = said.map(fixture::february);
            claim.reported = reported.map(fixture::february);
            if ratio.is_some() {
                let path = format!("claims.{}.likelihood_ratio", claim.id);
                let id = case.numbers.add(Number::new(path, Uncertain::uniform(*size, 2.0 * size).unwrap()));
                let evidence = Evidence::LikelihoodRatio(id);
                let on = PropositionId(short.0);
                case.claims.last_mut().unwrap().bearing = Some(Bearing::Proposition { on, evidence });
            }
        }
        case
    }

    fn dated() -> impl Strategy<Value = Dated> {
        let short = (0..2usize, any::<bool>(), 0..3usize, 0..3usize, 1..=6u8, 1..28i8, 0..4usize);
        let day = || proptest::option::of(1..28i8);
        (short, day(), day(), day(), 0.2..5.0f64)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        /// Whatever is reported after the day may be anything at all: nothing computed as of that day changes.
        #[test]
        fn nothing_reported_later_leaks(
            claims in proptest::collection::vec(dated(), 0..8),
            day in 1..27i8,
            turned in any::<bool>(),
        ) {
            let date = fixture::february(day);
            let full = build(&claims);
            // The same history, in which everything that came later came out differently or never happened.
            let known: Vec<bool> = full.claims.iter().map(|c| is_known(&full, c, date)).collect();
            let mut other = claims.clone();
            for (claim, _) in other.iter_mut().zip(&known).filter(|(_, known)| !**known) {
                claim.0 = (claim.0.0, !claim.0.1, 2, 0, 1, claim.0.5, 3 - claim.0.6);
                claim.4 += 3.0;
            }
            let mut other = build(&other);
            if turned {
                let mut kept = known.iter();
                other.claims.retain(|_| *kept.next().unwrap());
            }
            let (a, b) = (as_of(&full, date), as_of(&other, date));
            let (a, b) = (&a.case, &b.case);
            prop_assert_eq!(&a.claims, &b.claims);
            prop_assert_eq!(Account::new(a).posteriors(&Worlds::new(a, 1), 10), Account::new(b).posteriors(&Worlds::new(b, 1), 10));
            prop_assert_eq!(Account::new(a).contradictions(), Account::new(b).contradictions());
            let zone = |w: &detente_model::World| w.holds(PropositionId(0));
            prop_assert_eq!(Outlook::new(&Worlds::new(a, 1), 20, Some(&zone), &Progress::default()), Outlook::new(&Worlds::new(b, 1), 20, Some(&zone), &Progress::default()));
            for claim in &a.claims {
                for day in claim.said.iter().chain(&claim.reported) {
                    prop_assert!(*day <= date);
                }
            }
            // And the numbers of hidden claims are nowhere in the doubts of the case.
            let doubts = |case| Worlds::new(case, 1).dimension();
            if !turned {
                prop_assert_eq!(doubts(a), doubts(b));
            }
            for (_, number) in a.numbers.iter() {
                let of_claim = number.path.strip_prefix("claims.").and_then(|p| p.split('.').next());
                prop_assert!(of_claim.is_none_or(|id| a.claims.iter().any(|c| c.id == id)));
            }
        }
    }

    #[test]
    fn a_source_that_had_not_appeared_hides_its_claims_and_marks_what_rests_on_it() {
        let mut case = build(&[((0, true, 1, 0, 1, 3, 0), Some(3), Some(3), None, 1.0)]);
        case.sources[0].published = Some(fixture::february(10));
        let prior = case.propositions[0].prior;
        case.numbers[prior].cite = vec![Citation { source: SourceId(0), locator: None }];
        let earlier = as_of(&case, fixture::february(5));
        assert_eq!(earlier.hidden, [ClaimId(0)]);
        assert_eq!(earlier.later_sources, [SourceId(0)]);
        assert_eq!(earlier.later_judgements, [prior]);
        assert_eq!(earlier.case.as_of, fixture::february(5));
        assert_eq!(as_of(&case, fixture::february(10)).hidden, []);
    }

    #[test]
    fn the_outcome_of_a_forecast_is_hidden_until_it_is_known() {
        let mut case = build(&[]);
        let probability = case.numbers.add(Number::new("forecasts.f.probability", 0.3));
        case.forecasts.push(detente_model::Forecast {
            id: "f".to_owned(),
            text: String::new(),
            made: fixture::february(2),
            due: fixture::february(10),
            probability,
            by: None,
            on: None,
            base_rate: None,
            outcome: Some(true),
            resolved: Some(fixture::february(6)),
            place: None,
        });
        let outcome = |day| as_of(&case, fixture::february(day)).case.forecasts.first().map(|f| f.outcome);
        assert_eq!([outcome(1), outcome(5), outcome(6)], [None, Some(None), Some(Some(true))]);
    }
}

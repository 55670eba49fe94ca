//! What sets two cases apart, if it is the values of some numbers alone.

use crate::{
    Amendment, Case, Collective, Number, NumberId, Proposition, PropositionId, Reservation, Talks, Uncertain,
};

impl Case {
    /// The numbers in whose value two cases differ, if nothing else sets them apart of what worlds are drawn from and what a deal would be made of: issues,
    /// positions, those who talk and stand behind them, exchange and durability, open questions and what was said of them. Where it stands in a file
    /// does not count, nor what it rests on.
    ///
    /// ```
    /// use detente_model::{Case, Number, NumberId, Uncertain};
    ///
    /// let mut case = Case::default();
    /// case.numbers.add(Number::new("positions.port.no_deal", 0.4));
    /// let mut other = case.clone();
    /// other.numbers[NumberId(0)].value = Uncertain::Known(0.5);
    /// assert_eq!(case.apart_in_numbers(&other), Some(vec![NumberId(0)]));
    /// other.numbers.add(Number::new("positions.town.no_deal", 0.4));
    /// assert_eq!(case.apart_in_numbers(&other), None);
    /// ```
    pub fn apart_in_numbers(&self, other: &Self) -> Option<Vec<NumberId>> {
        if bare(self) != bare(other) || drawn_beside(self) != drawn_beside(other) {
            return None;
        }
        let both = self.numbers.iter().zip(other.numbers.iter());
        Some(
            both.filter(|((_, own), (_, theirs))| own.value != theirs.value).map(|((id, _), _)| id).collect(),
        )
    }

    /// The open question that puts another value in the place of a number, and whether it does so however it is answered, so that what the case says of the
    /// number first counts in no world.
    pub fn overruled(&self, id: NumberId) -> Option<(PropositionId, bool)> {
        let amends = |amendments: &[Amendment]| amendments.iter().any(|amendment| amendment.number == id);
        let by = |(i, proposition): (usize, &Proposition)| {
            let (if_true, if_false) = (amends(&proposition.when_true), amends(&proposition.when_false));
            (if_true || if_false).then_some((PropositionId(i), if_true && if_false))
        };
        self.propositions.iter().enumerate().filter_map(by).max_by_key(|(_, always)| *always)
    }

    /// The numbers that say what no deal is worth to somebody, and nothing else.
    pub fn of_no_deal(&self) -> Vec<NumberId> {
        let stated = self.positions.iter().filter_map(|position| match &position.reservation {
            Reservation::Value(id) => Some(*id),
            Reservation::Package(_) => None,
        });
        stated.chain(self.blocking.iter().flat_map(super::blocking::Blocking::numbers)).collect()
    }
}

/// The numbers that are drawn apart from the worlds.
fn drawn_beside(case: &Case) -> (Vec<NumberId>, Vec<NumberId>) {
    let of_talks = case.talks.iter().flat_map(Talks::numbers).collect();
    (of_talks, case.collective.iter().flat_map(Collective::numbers).collect())
}

/// What of a case bears on its worlds and on a deal, without values and without where it stands.
fn bare(case: &Case) -> Case {
    let mut bare = Case {
        as_of: case.as_of,
        sources: case.sources.clone(),
        parties: case.parties.clone(),
        blocking: case.blocking.clone(),
        audiences: case.audiences.clone(),
        issues: case.issues.clone(),
        infeasible: case.infeasible.clone(),
        positions: case.positions.clone(),
        interactions: case.interactions.clone(),
        comparisons: case.comparisons.clone(),
        propositions: case.propositions.clone(),
        claims: case.claims.clone(),
        weighing: case.weighing.clone(),
        exchange: case.exchange.clone(),
        durability: case.durability.clone(),
        ..Case::default()
    };
    for (_, number) in case.numbers.iter() {
        bare.numbers.add(Number::new(number.path.clone(), Uncertain::Known(0.0)));
    }
    bare.sources.iter_mut().for_each(|source| source.place = None);
    bare.parties.iter_mut().for_each(|party| party.place = None);
    bare.audiences.iter_mut().for_each(|audience| audience.place = None);
    bare.issues.iter_mut().for_each(|issue| issue.place = None);
    bare.infeasible.iter_mut().for_each(|rule| rule.place = None);
    for position in &mut bare.positions {
        position.place = None;
        position.issues.iter_mut().for_each(|issue| issue.place = None);
    }
    bare.interactions.iter_mut().for_each(|interaction| interaction.place = None);
    bare.comparisons.iter_mut().for_each(|comparison| comparison.place = None);
    for proposition in &mut bare.propositions {
        proposition.place = None;
        let amendments = proposition.when_true.iter_mut().chain(&mut proposition.when_false);
        amendments.for_each(|amendment| amendment.place = None);
    }
    bare.claims.iter_mut().for_each(|claim| claim.place = None);
    if let Some(exchange) = &mut bare.exchange {
        exchange.place = None;
        exchange.lots.iter_mut().for_each(|lot| lot.place = None);
        exchange.rules.schedules.iter_mut().for_each(|schedule| schedule.place = None);
        exchange.rules.observed.iter_mut().for_each(|step| step.place = None);
    }
    if let Some(durability) = &mut bare.durability {
        durability.place = None;
        durability.record.iter_mut().for_each(|past| past.place = None);
        durability.factors.iter_mut().for_each(|factor| factor.place = None);
    }
    bare
}

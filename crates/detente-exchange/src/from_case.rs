//! Terms, schedules and observations as a case states them.

use detente_model::{
    Case, Choice, Count, Delivery, Exchange, Guarantee, IssueId, NumberId, Package, PartyId, PledgeDays,
    ScheduleSteps, World,
};

use crate::inverse::Observation;
use crate::{DeliveryDays, ExchangeError, ExtensionTerms, LotTerms, Schedule, Side, SideTerms, Terms};

/// The terms of the exchange that a package would set in motion, in one world.
///
/// The two sides are the parties that hand lots over (or, when only one does, that party and the first other to which a
/// lot is worth something), in the order of the case. Counts that are in doubt are rounded to whole people.
///
/// # Errors
/// The case has no exchange, it is not between two sides, or a figure makes no sense.
pub fn terms_of(world: &World, package: &Package) -> Result<Terms, ExchangeError> {
    let case = world.case();
    let exchange = case.exchange.as_ref().ok_or(ExchangeError::NoExchange)?;
    let parties = sides_of(exchange)?;
    let number = |id: NumberId| world.number(id);
    let of = |list: &[(PartyId, NumberId)], party: PartyId| {
        list.iter().find(|(p, _)| *p == party).map(|(_, id)| number(*id))
    };
    let picked = |issue: IssueId| {
        case.issue(issue).options.get(package.option(issue)).and_then(Choice::number).unwrap_or(0.0)
    };
    let rules = &exchange.rules;
    let no_guarantee = Vec::new();
    let guarantees = match &exchange.guarantee {
        Guarantee::Fixed(list) => list,
        Guarantee::Issue { issue, table } => table.get(package.option(*issue)).unwrap_or(&no_guarantee),
    };
    let mut sides = Vec::with_capacity(2);
    for party in parties {
        let mut side = SideTerms::new(case.party(party).name.clone());
        side.party = Some(party);
        side.war_gain_per_day = of(&exchange.war_gain_per_day, party).unwrap_or(0.0);
        side.calm_value_per_day = of(&exchange.calm_value_per_day, party).unwrap_or(0.0);
        side.day_after = of(&exchange.day_after, party).unwrap_or(0.0);
        side.guarantee = of(guarantees, party).unwrap_or(0.0);
        side.escrow = of(&rules.escrow, party).unwrap_or(0.0);
        if let Some((_, points)) = rules.guarantee_over_time.iter().find(|(p, _)| *p == party) {
            side.guarantee_over_time = points.iter().map(|(day, share)| (*day, number(*share))).collect();
        }
        side.capacity = of(&rules.capacity_per_day, party)
            .map(|x| whole(x, || format!("capacity of {}", side.name)))
            .transpose()?;
        side.minimum_batch = of(&rules.minimum_batch, party)
            .map(|x| whole(x, || format!("minimum batch of {}", side.name)))
            .transpose()?
            .unwrap_or(0);
        sides.push(side);
    }
    let pledge_days = match &exchange.pledge_days {
        PledgeDays::Days(id) => number(*id),
        PledgeDays::Issue(issue) => picked(*issue),
    };
    let [one, two]: [SideTerms; 2] =
        sides.try_into().map_err(|s: Vec<SideTerms>| ExchangeError::Sides { found: s.len() })?;
    let mut terms = Terms::new(one, two, pledge_days);
    for lot in &exchange.lots {
        let from = side_of(parties, lot.from);
        let worth = |side: Side| of(&lot.worth, parties[side.index()]).unwrap_or(0.0);
        let stated = match lot.count {
            Count::Number(id) => number(id),
            Count::Issue(issue) => picked(issue),
        };
        let count = whole(stated, || format!("count of `{}`", lot.name))?;
        let (to_receiver, to_giver) = (worth(from.other()), worth(from));
        terms.lots.push(LotTerms { name: lot.name.clone(), from, count, to_receiver, to_giver });
    }
    terms.delivery = match &rules.delivery {
        Delivery::Daily => DeliveryDays::Daily,
        Delivery::Every(id) => DeliveryDays::Every(number(*id)),
        Delivery::On(days) => DeliveryDays::On(days.clone()),
    };
    if let Some(id) = rules.rounds_per_day {
        terms.rounds_per_day = whole(number(id), || "rounds per day".to_owned())?.max(1);
    }
    terms.first = rules.first.filter(|first| parties.contains(first)).map(|first| side_of(parties, first));
    terms.watch = rules.watch;
    terms.discount_per_day = rules.discount_per_day.map_or(0.0, number);
    terms.escrow_until = rules.escrow_until;
    if let Some(rule) = &rules.extension {
        let in_return = rule
            .in_return
            .iter()
            .map(|(lot, n)| Ok((*lot, whole(number(*n), || "people in return".to_owned())?)))
            .collect::<Result<_, ExchangeError>>()?;
        terms.extension = Some(ExtensionTerms {
            days: number(rule.days),
            for_every: whole(number(rule.for_every), || "people for an extension".to_owned())?,
            of: rule.of.clone(),
            in_return,
            at_most: rule.at_most.map(number),
        });
    }
    terms.check()?;
    Ok(terms)
}

/// The schedules that the case proposes for a package, under terms made from it.
pub fn schedules_of(case: &Case, terms: &Terms, package: &Package) -> Vec<Schedule> {
    let Some(exchange) = &case.exchange else { return Vec::new() };
    let side = |party: PartyId| Side::BOTH.into_iter().find(|side| terms.side(*side).party == Some(party));
    exchange
        .rules
        .schedules
        .iter()
        .filter(|proposed| proposed.when.holds(package))
        .map(|proposed| {
            let first = proposed.first.map_or(terms.first, side);
            match &proposed.steps {
                ScheduleSteps::Equal { stages, every } => {
                    Schedule::equal(terms, &proposed.name, first, *stages as u32, *every)
                }
                ScheduleSteps::Listed(steps) => {
                    let schedule = Schedule::new(proposed.name.clone(), first);
                    steps.iter().fold(schedule, |schedule, step| schedule.round(step.day, &step.give))
                }
            }
        })
        .collect()
}

/// The steps that were observed, as the case states them.
pub fn observations_of(case: &Case, terms: &Terms) -> Vec<Observation> {
    let Some(exchange) = &case.exchange else { return Vec::new() };
    exchange
        .rules
        .observed
        .iter()
        .filter_map(|step| {
            let side = Side::BOTH.into_iter().find(|side| terms.side(*side).party == Some(step.party))?;
            let mut remaining = vec![0; terms.lots.len()];
            for (lot, count) in &step.still_to_come {
                if let Some(left) = remaining.get_mut(*lot) {
                    *left = *count;
                }
            }
            Some(Observation {
                side,
                day: step.day,
                pledge_days: step.pledge_days,
                remaining,
                kept: step.kept,
            })
        })
        .collect()
}

fn sides_of(exchange: &Exchange) -> Result<[PartyId; 2], ExchangeError> {
    let mut parties: Vec<PartyId> = exchange.lots.iter().map(|lot| lot.from).collect();
    parties.sort_unstable();
    parties.dedup();
    if parties.len() == 1 {
        let receiver =
            exchange.lots.iter().flat_map(|lot| &lot.worth).map(|(p, _)| *p).find(|p| *p != parties[0]);
        parties.extend(receiver);
        parties.sort_unstable();
    }
    <[PartyId; 2]>::try_from(parties).map_err(|p| ExchangeError::Sides { found: p.len() })
}

fn side_of(parties: [PartyId; 2], party: PartyId) -> Side {
    if party == parties[0] { Side::One } else { Side::Two }
}

fn whole(x: f64, what: impl Fn() -> String) -> Result<u32, ExchangeError> {
    if !x.is_finite() || x.abs() > 1e9 {
        return Err(ExchangeError::OutOfRange { what: what(), value: x });
    }
    if x < 0.0 {
        return Err(ExchangeError::Negative { what: what(), value: x });
    }
    Ok(x.round() as u32)
}

//! What a draw makes of the talks themselves: how each bargains, who speaks first, what happens when.

use detente_model::{Bargains, NumberId, Talks, TalksProtocol, World, Worlds};

use super::Variation;
use crate::Way;

/// What chance has settled in one world before anybody speaks. The same for all variations.
pub(super) struct Drawn<'c> {
    pub(super) worlds: &'c Worlds,
    pub(super) talks: &'c Talks,
    pub(super) draw: u64,
    world: std::sync::Arc<World>,
    /// The principals by their places, in the order of speaking.
    pub(super) order: Vec<usize>,
    /// What chance of its own each principal has.
    pub(super) seeds: Vec<u64>,
    /// What the mediator's ideas, and lots between offers, come from.
    pub(super) mediator: u64,
    /// Of each event what it does, and the days on which it happens.
    pub(super) events: Vec<Happening>,
    parties: Vec<Minded>,
    every: f64,
    deadline: f64,
    /// Days in which half of what is overrated is gone.
    pub(super) halve: f64,
}

/// An event in one world.
pub(super) struct Happening {
    /// Ascending, each with whether it ends the talks then.
    pub(super) days: Vec<(u32, bool)>,
    pub(super) suspends: f64,
    pub(super) changes: bool,
}

/// How a principal goes into the talks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Minded {
    pub(super) way: Way,
    pub(super) patience: f64,
    pub(super) cost_per_day: f64,
    pub(super) pressure_per_day: f64,
    pub(super) optimism: f64,
}

/// What one variation makes of it.
pub(super) struct Terms {
    pub(super) protocol: TalksProtocol,
    pub(super) every: f64,
    /// Infinite without one.
    pub(super) deadline: f64,
    pub(super) parties: Vec<Minded>,
    pub(super) without: Option<usize>,
}

impl<'c> Drawn<'c> {
    pub(super) fn of(worlds: &'c Worlds, talks: &'c Talks, draw: u64) -> Self {
        let case = worlds.case();
        let world = worlds.draw(draw);
        let own = |path: &str| worlds.uniforms(draw, path, 1).first().copied().unwrap_or(0.5);
        let number = |id: NumberId| worlds.number_beside(draw, &world, id);
        let ids: Vec<&str> = talks.bargainers.iter().map(|who| case.party(who.of).id.as_str()).collect();
        let speaks: Vec<f64> = ids.iter().map(|id| own(&format!("talks.parties.{id}.speaks"))).collect();
        let mut order: Vec<usize> = (0..ids.len()).collect();
        order.sort_by(|a, b| speaks[*a].total_cmp(&speaks[*b]).then_with(|| ids[*a].cmp(ids[*b])));
        let seeds = ids.iter().map(|id| own(&format!("talks.parties.{id}.chance")).to_bits()).collect();
        let minded = |(who, id): (&detente_model::Bargainer, &&str)| Minded {
            way: way(&who.bargains, own(&format!("talks.parties.{id}.strategy")), &number),
            patience: who.patience.map_or(f64::from(talks.horizon), number),
            cost_per_day: number(who.cost_per_day),
            pressure_per_day: number(who.pressure_per_day),
            optimism: number(who.optimism),
        };
        let happening = |event: &detente_model::TalksEvent| {
            let path = format!("talks.events.{}", event.name);
            let chance = -(-number(event.per_month) / 30.0).exp_m1();
            let ends = number(event.ends);
            let days = talks.horizon as usize;
            let happens =
                if chance > 0.0 { worlds.uniforms(draw, &format!("{path}.days"), days) } else { Vec::new() };
            let last =
                if ends > 0.0 { worlds.uniforms(draw, &format!("{path}.last"), days) } else { Vec::new() };
            let days = (1..).zip(&happens).filter(|(_, drawn)| **drawn < chance);
            let ending = |day: u32| last.get(day as usize - 1).is_some_and(|drawn| *drawn < ends);
            Happening {
                days: days.map(|(day, _)| (day, ending(day))).collect(),
                suspends: number(event.suspends),
                changes: !event.changes.is_empty(),
            }
        };
        Self {
            worlds,
            talks,
            draw,
            order,
            seeds,
            mediator: own("talks.mediator").to_bits(),
            events: talks.events.iter().map(happening).collect(),
            parties: talks.bargainers.iter().zip(&ids).map(minded).collect(),
            every: number(talks.every),
            deadline: talks.deadline.map_or(f64::INFINITY, number),
            halve: number(talks.beliefs_halve),
            world,
        }
    }

    /// What a variation makes of it.
    pub(super) fn terms(&self, variation: &Variation) -> Terms {
        let mut terms = Terms {
            protocol: self.talks.protocol,
            every: self.every,
            deadline: self.deadline,
            parties: self.parties.clone(),
            without: None,
        };
        let number = |id: NumberId| self.worlds.number_beside(self.draw, &self.world, id);
        match variation {
            Variation::AsStated | Variation::Settled(..) => {}
            Variation::Everybody(way) => terms.parties.iter_mut().for_each(|party| party.way = *way),
            Variation::FirmAlone(firm) => {
                for (place, party) in terms.parties.iter_mut().enumerate() {
                    party.way = Way::Time { beta: if place == *firm { 0.25 } else { 4.0 } };
                }
            }
            Variation::Deadline(days) => terms.deadline = terms.deadline.min(*days),
            Variation::Protocol(protocol) => terms.protocol = *protocol,
            Variation::TwiceAsOften => terms.every /= 2.0,
            Variation::Pressure(who, more) => {
                if let Some(party) = terms.parties.get_mut(*who) {
                    party.pressure_per_day += more;
                }
            }
            Variation::Without(event) => terms.without = Some(*event),
            Variation::Lever(lever) => {
                if let Some(lever) = self.talks.levers.get(*lever) {
                    terms.protocol = lever.protocol.unwrap_or(terms.protocol);
                    terms.every = lever.every.map_or(terms.every, number);
                    terms.deadline = lever.deadline.map_or(terms.deadline, number);
                    for (party, more) in &lever.pressure_per_day {
                        let place = self.talks.bargainers.iter().position(|who| who.of == *party);
                        if let Some(place) = place {
                            terms.parties[place].pressure_per_day += number(*more);
                        }
                    }
                }
            }
        }
        terms
    }
}

/// The way to bargain that is drawn. A firmness f stands for β = (1 − f)/f: 0.8 is boulware, 0.5 linear, 0.2 conceder.
fn way(bargains: &Bargains, drawn: f64, number: &impl Fn(NumberId) -> f64) -> Way {
    match bargains {
        Bargains::Firmness(id) => {
            let firmness = number(*id);
            Way::Time { beta: (1.0 - firmness) / firmness }
        }
        Bargains::OneOf(ways) => {
            let weight = |weight: &Option<NumberId>| weight.map_or(1.0, number);
            let total: f64 = ways.iter().map(|(_, stated)| weight(stated)).sum();
            let mut left = drawn * total;
            let picked = ways.iter().find(|(_, stated)| {
                let weight = weight(stated);
                left -= weight;
                left < 0.0
            });
            let name = picked.or(ways.last()).map(|(name, _)| *name);
            name.and_then(|name| name.parse().ok()).unwrap_or(Way::Time { beta: 1.0 })
        }
    }
}

#[cfg(test)]
mod tests {
    use detente_model::WAYS_TO_BARGAIN;

    use super::*;

    #[test]
    fn every_way_that_a_case_can_name_is_known_here() {
        for name in WAYS_TO_BARGAIN {
            assert_eq!(name.parse::<Way>().map(|way| way.to_string()).as_deref(), Ok(name));
        }
        // All but those who go down their packages whatever is said, which are for tournaments.
        let others =
            Way::all().into_iter().filter(|way| !WAYS_TO_BARGAIN.contains(&way.to_string().as_str()));
        assert!(others.into_iter().all(|way| matches!(way, Way::Descending { .. })));
    }

    #[test]
    fn a_firmness_is_a_way() {
        let firm = |firmness: f64| way(&Bargains::Firmness(NumberId(0)), 0.0, &|_| firmness);
        assert_eq!(firm(0.5), Way::Time { beta: 1.0 });
        assert_eq!(firm(1.0), Way::Time { beta: 0.0 });
        for (firmness, beta) in [(0.8, 0.25), (0.2, 4.0)] {
            assert!(matches!(firm(firmness), Way::Time { beta: found } if (found - beta).abs() < 1e-12));
        }
        assert_eq!(crate::strategies::Conceded::by(f64::INFINITY).at(0.01), 1.0);
    }

    #[test]
    fn ways_are_drawn_by_their_weights() {
        let ways = Bargains::OneOf(vec![
            ("boulware", Some(NumberId(0))),
            ("micro", Some(NumberId(1))),
            ("tough", Some(NumberId(2))),
        ]);
        let weights = [3.0, 0.0, 1.0];
        let at = |drawn: f64| way(&ways, drawn, &|id| weights[id.0]).to_string();
        assert_eq!([at(0.0), at(0.74), at(0.76), at(0.999)], ["boulware", "boulware", "tough", "tough"]);
    }
}

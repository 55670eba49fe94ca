//! Talks in one world, day by day.

use std::sync::Arc;

use detente_model::{Package, Progress, TalksProtocol};

use super::drawn::{Drawn, Minded, Terms};
use super::seat::Seat;
use super::state::{State, States};
use super::{Meeting, Spoken, Variation};
use crate::models::{EntropyFrequency, OpponentModel};
use crate::protocols::learning_mediator::{Listening, Mediator, Seeks};
use crate::protocols::sao;
use crate::protocols::simultaneous;
use crate::protocols::single_text::Draft;
use crate::{Act, End, Moment, Offer, Said, TalksError, Wants, chance_of};

/// How talks went.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// How they ended.
    pub outcome: Outcome,
    /// On which day, counted from the day of the case.
    pub day: u32,
    /// How often people met.
    pub meetings: u32,
    /// The events that had happened by then and changed something, in the order in which they first did. Talks in one world in which the same ones
    /// did share them.
    pub happened: Arc<[usize]>,
}

/// How talks end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// All signed this package. Talks in one world that end with the same package share it.
    Agreement(Arc<Package>),
    /// The deadline came.
    Deadline,
    /// This event ended them.
    Event(usize),
    /// They were still going on at the horizon.
    StillTalking,
}

pub(super) fn hold(
    drawn: &Drawn<'_>,
    states: &mut States<'_>,
    variation: &Variation,
    progress: &Progress,
) -> Result<Held, TalksError> {
    run(drawn, states, variation, progress, None)
}

pub(super) fn watched(
    drawn: &Drawn<'_>,
    states: &mut States<'_>,
    variation: &Variation,
    progress: &Progress,
    watch: &mut dyn FnMut(Meeting<'_>),
) -> Result<Held, TalksError> {
    run(drawn, states, variation, progress, Some(watch))
}

type Watch<'w> = Option<&'w mut dyn FnMut(Meeting<'_>)>;

fn run(
    drawn: &Drawn<'_>,
    states: &mut States<'_>,
    variation: &Variation,
    progress: &Progress,
    mut watch: Watch<'_>,
) -> Result<Held, TalksError> {
    let terms = drawn.terms(variation);
    let horizon = f64::from(drawn.talks.horizon);
    let seat = |place: &usize| Seat {
        bargains: terms.parties[*place].way.seated(0, drawn.seeds[*place]),
        waiting: terms.parties[*place].cost_per_day * terms.every,
        last: None,
    };
    let mut seats: Vec<Seat> = drawn.order.iter().map(seat).collect();
    let mut happened: Vec<usize> = Vec::new();
    let mut state = states.place(variation, &happened)?;
    let mut table = OnTheTable::Nothing;
    let (mut meetings, mut due_next, mut resumes) = (0, 1_u32, 0.0_f64);
    // The next occasion of each event.
    let mut next = vec![0; drawn.events.len()];
    let over = terms.deadline.min(horizon);
    for day in 1..=over.ceil() as u32 {
        for (event, happening) in drawn.events.iter().enumerate() {
            if terms.without == Some(event) {
                continue;
            }
            let Some((_, ends)) = happening.days.get(next[event]).filter(|(on, _)| *on == day) else {
                continue;
            };
            next[event] += 1;
            if next[event] == 1 && happening.changes {
                happened.push(event);
                state = states.place(variation, &happened)?;
                table.clear();
            }
            if *ends {
                let outcome = Outcome::Event(event);
                return Ok(Held { outcome, day, meetings, happened: states.happened(state) });
            }
            resumes = resumes.max(f64::from(day) + happening.suspends);
        }
        loop {
            let due = f64::from(due_next) * terms.every;
            if due > f64::from(day) || due > over {
                break;
            }
            due_next += 1;
            if f64::from(day) < resumes {
                continue;
            }
            let now = Now { drawn, terms: &terms, state: states.at(state), day, due, round: meetings };
            meetings += 1;
            progress.work(1);
            if let Some(package) = now.meet(&mut seats, &mut table, &happened, &mut watch) {
                let outcome = Outcome::Agreement(states.shared(package));
                return Ok(Held { outcome, day, meetings, happened: states.happened(state) });
            }
        }
    }
    let (outcome, day) = if terms.deadline <= horizon {
        (Outcome::Deadline, terms.deadline.ceil() as u32)
    } else {
        (Outcome::StillTalking, drawn.talks.horizon)
    };
    Ok(Held { outcome, day, meetings, happened: states.happened(state) })
}

/// What goes from one meeting to the next.
enum OnTheTable {
    Nothing,
    Offers(sao::Table),
    Text(Box<Draft>),
    Mediator(Box<Listening>),
}

impl OnTheTable {
    /// What lay there is off it. A mediator remembers.
    fn clear(&mut self) {
        if let Self::Offers(table) = self {
            *table = sao::Table::default();
        }
    }
}

/// One meeting.
struct Now<'a, 'c> {
    drawn: &'a Drawn<'c>,
    terms: &'a Terms,
    state: &'a State,
    day: u32,
    due: f64,
    round: u32,
}

impl Now<'_, '_> {
    /// What no deal is worth to a principal today.
    fn no_deal(&self, minded: &Minded, stated: f64) -> f64 {
        let day = f64::from(self.day);
        stated + minded.optimism * (-day / self.drawn.halve).exp2() - minded.pressure_per_day * day
    }

    /// How much of its time a principal has used.
    fn time(&self, minded: &Minded) -> f64 {
        let patience = minded.patience.min(self.terms.deadline);
        self.due.min(patience) / (patience + self.terms.every)
    }

    /// Holds it; the package that all sign, if there is one.
    fn meet(
        &self,
        seats: &mut [Seat],
        table: &mut OnTheTable,
        happened: &[usize],
        watch: &mut Watch<'_>,
    ) -> Option<Package> {
        let scenario = self.state.scenario.as_ref()?;
        let order = &self.drawn.order;
        let mediated = self.terms.protocol.is_mediated();
        let minded = |seat: usize| &self.terms.parties[order[seat]];
        let wants: Vec<Wants<'_>> = (0..order.len())
            .map(|seat| {
                let party = &scenario.parties()[order[seat]];
                Wants::new(&party.bids, self.no_deal(minded(seat), party.no_deal))
            })
            .collect();
        let time: Vec<f64> = (0..order.len()).map(|seat| self.time(minded(seat))).collect();
        let moment = |seat: usize| {
            let patience = minded(seat).patience.min(self.terms.deadline);
            Moment {
                t: time[seat],
                round: self.round,
                rounds: Some(crate::Deadline::days(patience, self.terms.every).count()),
                seat,
                seats: order.len() + usize::from(mediated),
                wants: &wants[seat],
            }
        };
        let mut said: Vec<(usize, Said)> = Vec::new();
        let listening = watch.is_some();
        let mut say = |act: &Act| {
            if listening {
                said.push((act.seat, act.said));
            }
        };
        let end = match self.terms.protocol {
            TalksProtocol::AlternatingOffers => {
                if !matches!(table, OnTheTable::Offers(_)) {
                    *table = OnTheTable::Offers(sao::Table::default());
                }
                let OnTheTable::Offers(offers) = table else { return None };
                offers.round(seats, moment, &mut say)
            }
            TalksProtocol::SimultaneousOffers => {
                let mut lots = chance_of(self.drawn.mediator, self.round as usize);
                simultaneous::round(seats, moment, &mut lots, &mut say)
            }
            TalksProtocol::SingleText => {
                if !matches!(table, OnTheTable::Text(_)) {
                    let chance = chance_of(self.drawn.mediator, 0);
                    *table = Draft::drawn(wants.first()?, chance)
                        .map_or(OnTheTable::Nothing, |draft| OnTheTable::Text(Box::new(draft)));
                }
                let OnTheTable::Text(draft) = table else { return None };
                let mediator = order.len();
                let (round, t) = (self.round, 0.0);
                draft.meeting(seats, moment, &mut |text: &Offer| {
                    say(&Act { round, t, seat: mediator, said: Said::Offer(*text) });
                })
            }
            TalksProtocol::MediatorProposes => {
                if !matches!(table, OnTheTable::Mediator(_)) {
                    let learns =
                        |layout: &_| -> Box<dyn OpponentModel> { Box::new(EntropyFrequency::new(layout)) };
                    let mediator = Mediator { seeks: Seeks::Nash, learns, listens: 0 };
                    let heard = Listening::to(order.len(), scenario.layout(), &mediator);
                    *table = OnTheTable::Mediator(Box::new(heard));
                }
                let OnTheTable::Mediator(mediator) = table else { return None };
                mediator.round(seats, moment, &mut say)
            }
        };
        let agreed = match end {
            Some(End::Agreement(offer)) => {
                let package = scenario.layout().package(&offer);
                let signs = wants.iter().all(|wants| wants.worth(&offer) >= wants.no_deal)
                    && self.state.space.is_feasible(&package)
                    && self.state.space.homes_accept(&package);
                table.clear();
                signs.then_some(package)
            }
            // Nobody has left: the meeting is over.
            Some(End::Broken | End::Timeout) => {
                table.clear();
                None
            }
            None => None,
        };
        if let Some(watch) = watch {
            self.tell(&wants, &time, happened, &said, scenario, *watch);
        }
        agreed
    }

    /// The meeting for whoever follows it, in the order of the case.
    fn tell(
        &self,
        wants: &[Wants<'_>],
        time: &[f64],
        happened: &[usize],
        said: &[(usize, Said)],
        scenario: &crate::Scenario,
        watch: &mut dyn FnMut(Meeting<'_>),
    ) {
        let order = &self.drawn.order;
        let (mut no_deals, mut times) = (vec![0.0; order.len()], vec![0.0; order.len()]);
        for (seat, place) in order.iter().enumerate() {
            (no_deals[*place], times[*place]) = (wants[seat].no_deal, time[seat]);
        }
        let spoken = |(seat, said): &(usize, Said)| {
            let place = order.get(*seat).copied().unwrap_or(order.len());
            let spoken = match said {
                Said::Offer(offer) => Spoken::Offer(scenario.layout().package(offer)),
                Said::Accept => Spoken::Accept,
                Said::Reject => Spoken::Reject,
                Said::Leave => Spoken::Nothing,
            };
            (place, spoken)
        };
        let said: Vec<(usize, Spoken)> = said.iter().map(spoken).collect();
        watch(Meeting {
            day: self.day,
            due: self.due,
            no_deal: &no_deals,
            time: &times,
            happened,
            said: &said,
        });
    }
}

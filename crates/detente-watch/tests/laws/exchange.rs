//! The exchange from where it stands, beside the condition of each side taken literally at every moment.

use detente_exchange::{Schedule, Side, Terms, holds_itself, schedules_of, terms_of, verify};
use detente_model::{Package, Worlds};
use detente_watch::{Borne, Course, GoingOn, Ledger, Part, Status, Stop, Watch, largest_delay};
use proptest::prelude::*;

use crate::small::{Said, Small, small, small_in_any_manner};

fn package() -> Package {
    Package(Vec::new())
}

/// What is still to come by what was promised, from now on: day, lot, how many.
fn to_come(small: &Small, ledger: &Ledger) -> Vec<(f64, usize, u32)> {
    let of_each = small.commitments().into_iter().enumerate().map(|(place, (step, lot, promised))| {
        let entry = &ledger.entries[place];
        let left = if entry.status == Status::Denied { 0 } else { promised - entry.least };
        let due = f64::from(small.steps[step].0);
        (due.max(f64::from(small.now) + 1.0), lot, left)
    });
    of_each.filter(|(.., left)| *left > 0).collect()
}

/// The first moment, from now on, at which a side would gain by stopping: every day to the end of the pledge or to the last handover, whichever
/// is later, after what is handed over on it.
fn literal_stop(small: &Small, coming: &[(f64, usize, u32)], delay: f64) -> Option<(f64, Vec<usize>)> {
    let [receive, give, war, calm, after, guarantee] =
        small.quarters.map(|pair| pair.map(|x| f64::from(x) / 4.0));
    let (now, pledge) = (f64::from(small.now), f64::from(small.pledge));
    let last = coming.iter().map(|(day, ..)| day + delay).fold(pledge.max(now), f64::max);
    let mut day = now;
    while day <= last {
        let left = |lot: usize| -> f64 {
            coming
                .iter()
                .filter(|(on, of, _)| *of == lot && on + delay > day)
                .map(|(.., n)| f64::from(*n))
                .sum()
        };
        // Side `s` hands over lot `s`.
        let gains = (0..2).filter(|s| {
            let other = 1 - s;
            let pause = (war[*s] - calm[*s]) * (pledge - day).max(0.0);
            let slack =
                receive[other] * left(other) - give[*s] * left(*s) - pause + after[*s] + guarantee[*s];
            slack < 0.0
        });
        let gains: Vec<usize> = gains.collect();
        if !gains.is_empty() {
            return Some((day - now, gains));
        }
        day += 1.0;
    }
    None
}

fn course(small: &Small, turned: bool) -> (Course, Terms) {
    let case = small.case(turned);
    let ledger = Ledger::of(&case);
    let worlds = Worlds::new(&case, 1);
    let course = Course::of(&case, &ledger, worlds.central(), &package()).unwrap().unwrap();
    let terms = course.terms(worlds.central(), &package()).unwrap();
    let promised = course.as_promised(&course.terms_from_here(&terms));
    (course, promised)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn the_first_step_at_which_somebody_would_stop_is_the_first_literally(small in small(6)) {
        let ledger = Ledger::of(&small.case(false));
        let coming = to_come(&small, &ledger);
        let (course, promised) = course(&small, false);
        let found = GoingOn::of(&course, &promised).unwrap();
        let expected = literal_stop(&small, &coming, 0.0);
        prop_assert_eq!(found.stop.map(|stop| stop.day), expected.as_ref().map(|(day, _)| *day));
        if let (Some(Stop { side, .. }), Some((_, gains))) = (found.stop, &expected) {
            prop_assert!(gains.contains(&side.index()));
        }
        // Whether a side goes on now is the literal answer of the first moment.
        let at_once = |side: usize| expected.as_ref().is_some_and(|(day, gains)| *day == 0.0 && gains.contains(&side));
        prop_assert_eq!([0, 1].map(|side: usize| found.now[side] < 0.0), [0, 1].map(at_once));
        // The other way round the same day comes out.
        let (turned, terms) = self::course(&small, true);
        prop_assert_eq!(GoingOn::of(&turned, &terms).unwrap().stop.map(|stop| stop.day), found.stop.map(|stop| stop.day));
    }

    #[test]
    fn the_largest_delay_is_the_largest_literally(small in small(4)) {
        let ledger = Ledger::of(&small.case(false));
        let coming = to_come(&small, &ledger);
        let (course, promised) = course(&small, false);
        let beyond = i32::from(small.pledge) + 8;
        let first = (0..beyond).find(|delay| literal_stop(&small, &coming, f64::from(*delay)).is_some());
        let expected = match first {
            None => Borne::Any,
            Some(0) => Borne::NotAsItIs,
            Some(n) => Borne::Days(n as u32 - 1),
        };
        prop_assert_eq!(largest_delay(&course, &promised, |_| true).unwrap(), expected);
    }

    /// Found by halving or one by one, it is that of the definition: each delay up to it holds, and the next does not. Of all together, and of each by itself.
    #[test]
    fn the_largest_delay_is_that_of_trying_every_delay(small in small_in_any_manner(4)) {
        let (course, promised) = course(&small, false);
        let points = || promised.sides.iter().flat_map(|side| &side.guarantee_over_time);
        let beyond = points().map(|(day, _)| *day as u32).max().unwrap_or(0).max(promised.pledge_days as u32) + 3;
        let commitments = course.parts.iter().map(|part| part.commitment);
        let asked: Vec<_> = std::iter::once(None).chain(commitments.map(Some)).collect();
        for of in asked {
            let late = |part: &Part| of.is_none_or(|of| part.commitment == of);
            let holds = |delay: u32| {
                let delay = |part: &Part| if late(part) { f64::from(delay) } else { 0.0 };
                holds_itself(&promised, &course.schedule_from_here("delayed", delay)).unwrap()
            };
            let expected = match (0..=beyond).find(|delay| !holds(*delay)) {
                None => Borne::Any,
                Some(0) => Borne::NotAsItIs,
                Some(n) => Borne::Days(n - 1),
            };
            prop_assert_eq!(largest_delay(&course, &promised, late).unwrap(), expected);
        }
    }

    /// All done on time: what is found is what is found of the schedule itself at that step.
    #[test]
    fn kept_to_the_day_it_is_the_schedule_at_that_step(mut small in small(0)) {
        let commitments = small.commitments();
        small.said = commitments
            .iter()
            .enumerate()
            .filter(|(_, (step, ..))| small.steps[*step].0 <= small.now)
            .map(|(of, (step, ..))| Said { of, party: 2, says: 0, count: 0, by: small.steps[*step].0, later: 0 })
            .collect();
        let case = small.case(false);
        let worlds = Worlds::new(&case, 1);
        let terms = terms_of(worlds.central(), &package()).unwrap();
        let schedule: Schedule = schedules_of(&case, &terms, &package()).remove(0);
        let whole = verify(&terms, &schedule).unwrap();
        let (course, promised) = course(&small, false);
        let found = GoingOn::of(&course, &promised).unwrap();
        let now = f64::from(small.now);
        let gone = schedule.rounds.iter().filter(|round| round.day <= now).count();
        let remaining = if gone == 0 { terms.counts() } else { whole.rounds[gone - 1].remaining.clone() };
        for side in Side::BOTH {
            prop_assert_eq!(found.now[side.index()], detente_exchange::slack_at(&terms, side, now, &remaining));
        }
        // Where somebody would have stopped before, the schedule says nothing of what comes after.
        let earlier = whole.first_failure.as_ref().is_some_and(|moment| moment.day < now || moment.round < gone);
        let first = whole.first_failure;
        if !earlier {
            prop_assert_eq!(
                found.stop.map(|stop| (stop.day + now, stop.side, stop.gain)),
                first.map(|moment| (moment.day, moment.side, -moment.slack))
            );
        }
    }

    /// An outlook is a chance, and what is seen next has it in between.
    #[test]
    fn chances_are_chances(small in small(6)) {
        let case = small.case(false);
        let worlds = Worlds::new(&case, 1);
        let watch = Watch::of(&worlds, 3, &package(), None, &detente_model::Progress::default()).unwrap();
        let outlook = watch.outlook.unwrap();
        prop_assert!((0.0..=1.0).contains(&outlook.mean));
        prop_assert!(watch.next.is_sorted_by(|a, b| a.moves >= b.moves));
        for seen in &watch.next {
            prop_assert!((0.0..=1.0).contains(&seen.if_kept) && (0.0..=1.0).contains(&seen.if_not));
            prop_assert!((0.0..=1.0).contains(&seen.observation.chance_kept));
            let now = outlook.mean;
            let p = seen.observation.chance_kept;
            let moves = p * (seen.if_kept - now).abs() + (1.0 - p) * (seen.if_not - now).abs();
            prop_assert!((seen.moves - moves).abs() < 1e-12 && (0.0..=1.0).contains(&seen.moves));
        }
    }
}

//! Many worlds: the same on any number of threads, and shares that are what they say.

use detente_exchange::{
    ExchangeError, Schedule, Side, held_over_worlds, over_worlds, over_worlds_beside, plan, verify,
    verify_over_worlds,
};
use detente_model::{MOST_BETWEEN_REPORTS, Progress};

use crate::reference::example;

/// Worlds that differ in κ alone, evenly from 0.2 to 0.6.
fn world(i: u64) -> f64 {
    0.2 + 0.4 * (i as f64 + 0.5) / 400.0
}

#[test]
fn any_number_of_threads_gives_the_same() {
    let terms = |i: u64| {
        let mut terms = example(135.0, 10.0);
        terms.sides[0].war_gain_per_day = world(i);
        Ok(terms)
    };
    let schedule = Schedule::equal(&example(135.0, 0.0), "3 × 45 days", None, 3, 45.0);
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| over_worlds(400, terms, Some(&schedule)).unwrap())
    };
    let found = run(1);
    assert_eq!(format!("{found:?}"), format!("{:?}", run(3)));
    // Counted one by one.
    let holds = (0..400).filter(|i| verify(&terms(*i).unwrap(), &schedule).unwrap().self_enforcing).count();
    assert_eq!(found.schedule_holds.unwrap().value(), holds as f64 / 400.0);
    let some = (0..400).filter(|i| plan(&terms(*i).unwrap()).unwrap().found().is_some()).count();
    assert_eq!(found.some_schedule_holds.value(), some as f64 / 400.0);
    let failures: u64 = found.fails_at.iter().map(|step| step.worlds).sum();
    assert_eq!(failures as usize, 400 - holds);
    // Nothing left on day 90 and 45 days to go: fails where 45κ > 10; after the first stage where 135κ > 47 + 10,
    // which comes first.
    assert_eq!((found.fails_at[0].round, found.fails_at[0].side), (1, Side::One));
}

/// Steps are counted, not time: what is gathered over many worlds is work like the worlds themselves.
#[test]
fn gathering_many_worlds_is_reported_in_small_pieces() {
    let schedule = Schedule::equal(&example(135.0, 0.0), "3 × 45 days", None, 3, 45.0);
    let terms = |i: u64| {
        let mut terms = example(135.0, 10.0);
        terms.sides[0].war_gain_per_day = world(i % 400);
        Ok(terms)
    };
    let (few, many) = (Progress::default(), Progress::default());
    for (progress, worlds) in [(&few, 1_000), (&many, 9_000)] {
        over_worlds_beside(worlds, terms, Some(&schedule), &[], progress).unwrap();
        assert!(progress.most_at_once() <= MOST_BETWEEN_REPORTS);
    }
    // Fourteen figures are gathered over the worlds, and nine of them are put in order.
    let told = many.work_done() - few.work_done();
    assert!(told >= 8_000 * (14 + 9), "{told}");
}

/// Verifying alone tells of every schedule what the full look tells of one.
#[test]
fn several_schedules_fare_as_each_alone() {
    let terms = |i: u64| {
        let mut terms = example(135.0, 10.0);
        terms.sides[0].war_gain_per_day = world(i);
        terms.lots[0].count = 90 + (i % 20) as u32;
        Ok(terms)
    };
    let at = example(135.0, 0.0);
    let schedules = [
        Schedule::equal(&at, "3 × 45 days", None, 3, 45.0),
        Schedule::equal(&at, "weekly", None, 20, 7.0),
        Schedule::equal(&at, "at once", Some(Side::Two), 1, 1.0),
    ];
    let found = verify_over_worlds(400, terms, &schedules).unwrap();
    assert_eq!(found.len(), 3);
    let held: Vec<u64> = found.iter().map(|fares| fares.holds.hits).collect();
    assert_eq!(held_over_worlds(400, terms, &schedules).unwrap(), held);
    for (schedule, found) in schedules.iter().zip(found) {
        let alone = over_worlds(400, terms, Some(schedule)).unwrap();
        assert_eq!(Some(found.holds), alone.schedule_holds);
        assert_eq!(found.fails_at, alone.fails_at);
        assert_eq!(found.weakest_slack, alone.weakest_slack);
    }
    let none = verify_over_worlds(0, terms, &schedules);
    assert!(matches!(none, Err(ExchangeError::Empty { .. })));
}

//! A sitting: answers are kept, worlds are shared, the first draws answer at once and change nothing, and whoever waits can end it.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use detente_brief::answers::BriefAnswer;
use detente_brief::{Brief, FIRST_DRAWS, Options, Sitting, SittingError, page, render};
use detente_model::{Case, Progress};

const TRUCE: &str = include_str!("cases/truce.toml");
const EXCHANGE: &str = include_str!("cases/carried_out.toml");
const DURABILITY: &str = include_str!("cases/durability.toml");

/// The JSON of a brief.
fn answer(brief: &Brief) -> serde_json::Value {
    serde_json::to_value(BriefAnswer::of(brief)).unwrap()
}

fn case(parts: &[&str]) -> Arc<Case> {
    let text = parts.concat();
    Arc::new(detente_case::parse("case.toml", &text).unwrap_or_else(|report| panic!("{report:?}")).case)
}

#[test]
fn an_answer_is_computed_once_and_kept() {
    let sitting = Sitting::open(case(&[TRUCE, EXCHANGE, DURABILITY]), Options::drawing(150, 3));
    let brief = sitting.brief().unwrap();
    let done = sitting.progress().done();
    assert!(done > 0);
    assert!(Arc::ptr_eq(&brief, &sitting.brief().unwrap()));
    assert!(Arc::ptr_eq(brief.deals.as_ref().unwrap(), &sitting.deals().unwrap()));
    let best = &sitting.leading().unwrap()[brief.three_tests.as_ref().unwrap().standings.best.unwrap_or(0)];
    assert!(Arc::ptr_eq(brief.exchange.as_ref().unwrap(), &sitting.exchange(best).unwrap().unwrap()));
    let lives = sitting.durability(&sitting.leading().unwrap()).unwrap().unwrap();
    assert!(Arc::ptr_eq(brief.durability.as_ref().unwrap(), &lives));
    assert_eq!(sitting.progress().done(), done, "nothing was looked at again");
    // A clone shares what was found.
    assert!(Arc::ptr_eq(&brief, &sitting.clone().brief().unwrap()));
}

#[test]
fn the_first_draws_answer_at_once_and_change_nothing() {
    let case = case(&[TRUCE, EXCHANGE, DURABILITY]);
    let options = Options::drawing(400, 5);
    let refined = Sitting::open(Arc::clone(&case), options);
    let first = refined.first().unwrap();
    let at_once = first.brief().unwrap();
    assert_eq!(at_once.draws, FIRST_DRAWS);
    // What a sitting with as many draws says from the start.
    let small = Sitting::open(Arc::clone(&case), Options::drawing(FIRST_DRAWS, 5)).brief().unwrap();
    assert_eq!(answer(&at_once), answer(&small));
    // The worlds are the same ones, not equal ones.
    let (a, b) = (first.worlds().unwrap().draw(7), refined.worlds().unwrap().draw(7));
    assert!(Arc::ptr_eq(&a, &b));
    let whole = Sitting::open(case, options).brief().unwrap();
    let later = refined.brief().unwrap();
    assert_eq!(answer(&later).to_string(), answer(&whole).to_string());
    assert_eq!(render::terminal(&page::brief(&later), 100), render::terminal(&page::brief(&whole), 100));
}

#[test]
fn whoever_waits_can_end_it_at_any_report() {
    let case = case(&[TRUCE, EXCHANGE, DURABILITY]);
    let options = Options::drawing(60, 2);
    let whole = answer(&Sitting::open(Arc::clone(&case), options).brief().unwrap());
    for last in (1..2_000).step_by(61) {
        let progress = Arc::new(Progress::cancelled_at(last));
        let sitting = Sitting::watched(Arc::clone(&case), options, Arc::clone(&progress));
        match sitting.brief() {
            Err(SittingError::Cancelled(_)) => {
                // What was not answered stays unanswered.
                assert!(matches!(sitting.brief(), Err(SittingError::Cancelled(_))), "{last}");
            }
            // It ended before it could be cancelled.
            Ok(brief) => {
                assert!(progress.reports() < last);
                assert_eq!(answer(&brief), whole);
            }
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!(answer(&Sitting::open(case, options).brief().unwrap()), whole);
}

#[test]
fn progress_ends_where_it_was_expected_to() {
    let sitting = Sitting::open(case(&[TRUCE, EXCHANGE, DURABILITY]), Options::drawing(80, 2));
    sitting.brief().unwrap();
    let progress = sitting.progress();
    assert!(progress.done() <= progress.expected(), "{} of {}", progress.done(), progress.expected());
}

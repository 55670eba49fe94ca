//! A brief that is cancelled ends at once, and whoever asks anew gets the same answer as ever.
//!
//! Steps are counted, not time: between two reports lie at most so many of them, each of a few nanoseconds.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use detente_brief::answers::BriefAnswer;
use detente_brief::{Options, Sitting, SittingError};
use detente_deals::Sampling;
use detente_model::{Case, MOST_BETWEEN_REPORTS, Progress};

const DRAWS: u64 = 60;
/// The longest loop over worlds of a brief on so few draws: that in which the steadiest schedule is picked.
const LONGEST_LOOP: u64 = 300;

fn cases() -> Vec<(&'static str, Case)> {
    let cases = [
        ("cairo-2024", include_str!("../../../cases/cairo-2024/case.toml")),
        ("elmira-1991", include_str!("../../../cases/elmira-1991/case.toml")),
        ("gaza-2023", include_str!("../../../cases/gaza-2023/case.toml")),
        ("north-korea-2017", include_str!("../../../cases/north-korea-2017/case.toml")),
        ("panama-1977", include_str!("../../../cases/panama-1977/case.toml")),
    ];
    let parsed = |(name, text): (&'static str, &str)| (name, detente_case::parse(name, text).unwrap().case);
    cases.map(parsed).into()
}

/// Everything that can be asked of a case.
fn ask(sitting: &Sitting) -> Result<String, SittingError> {
    if !sitting.case().issues.is_empty() {
        return Ok(serde_json::to_string(&BriefAnswer::of(&*sitting.brief()?)).unwrap());
    }
    let packages = sitting.leading()?;
    let exchanges =
        packages.iter().map(|package| sitting.exchange(package)).collect::<Result<Vec<_>, _>>()?;
    let (durability, standstill) = (sitting.durability(&packages)?, sitting.standstill()?);
    Ok(format!("{exchanges:?} {durability:?} {standstill:?} {:?}", sitting.outlook()?))
}

fn options() -> Options {
    Options { sampling: Sampling::Draws(DRAWS), ..Options::default() }
}

#[test]
fn a_cancelled_brief_ends_at_the_next_report_of_each_piece_of_its_work() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    for (name, case) in cases() {
        // A report number that is never reached, so that reports are counted.
        let whole = Arc::new(Progress::cancelled_at(u64::MAX));
        let sitting = Sitting::watched(case.clone(), options(), Arc::clone(&whole));
        let expected = pool.install(|| ask(&sitting)).unwrap();
        assert!(whole.most_at_once() <= MOST_BETWEEN_REPORTS, "{name}: {}", whole.most_at_once());
        // Where nothing is in doubt one world stands for all.
        let in_doubt = sitting.worlds().unwrap().dimension() > 0;
        let (done, expected_steps) = (whole.done(), whole.expected());
        assert!(
            if in_doubt { done == expected_steps } else { done <= expected_steps },
            "{name}: {done} of {expected_steps}"
        );
        let reports = whole.reports();
        if reports == 0 {
            // Too small a conflict for a report.
            continue;
        }
        for part in 0..12 {
            let last = 1 + part * (reports - 1) / 11;
            let progress = Arc::new(Progress::cancelled_at(last));
            let sitting = Sitting::watched(case.clone(), options(), Arc::clone(&progress));
            let ended = pool.install(|| ask(&sitting));
            assert!(matches!(ended, Err(SittingError::Cancelled(_))), "{name} at report {last} of {reports}");
            // A loop over draws is cut into pieces, some of which nobody has begun: each ends at its own first report, before it has
            // looked into a world. No other loop begins.
            let after = progress.reports() - last;
            assert!(after <= LONGEST_LOOP, "{name} at report {last}: {after} more");
            assert!(progress.most_at_once() <= MOST_BETWEEN_REPORTS, "{name}");
        }
        let again = pool.install(|| ask(&Sitting::open(case, options()))).unwrap();
        assert_eq!(again, expected, "{name}");
    }
}

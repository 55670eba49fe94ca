//! A schedule as a table of few rows.

use detente_exchange::{Round, Schedule, Side, Terms, Verification, words as told};

use crate::words;

/// More rounds than that are gathered into spans of days.
const MOST_ROWS: usize = 14;
/// Spans between the first round and the last.
const SPANS: usize = 9;

/// Some rounds of a schedule: mostly one.
#[derive(Debug, Clone, PartialEq)]
pub struct StepRow {
    /// `day 0`, or `days 3–20, 9 rounds`.
    pub when: String,
    /// What each side hands over, in words; empty if nothing.
    pub gives: [String; 2],
    /// What is still to come after it, in words.
    pub left: String,
    /// The least slack of each side from then until the next row, each on its own scale.
    pub slack: [f64; 2],
    /// Whether the schedule is at its weakest here.
    pub weakest: bool,
    /// Whether it fails here first.
    pub fails: bool,
}

/// A schedule with what was verified about it, in at most [`MOST_ROWS`] rows.
pub(super) fn rows(terms: &Terms, schedule: &Schedule, verification: &Verification) -> Vec<StepRow> {
    let rounds = &schedule.rounds;
    spans(rounds)
        .into_iter()
        .filter_map(|(from, to)| {
            let (first, last) = (rounds.get(from)?, rounds.get(to)?);
            let of_span = &rounds[from..=to];
            // Moments count their rounds from 1; 0 is before the first.
            let here = |round: usize| (from + 1..=to + 1).contains(&round) || (from == 0 && round == 0);
            let slacks = verification.rounds.get(from..=to).unwrap_or_default();
            let least = |i: usize| slacks.iter().map(|round| round.slack[i]).fold(f64::INFINITY, f64::min);
            Some(StepRow {
                when: when(first, last, of_span.len()),
                gives: Side::BOTH.map(|side| gives(terms, of_span, side)),
                left: slacks
                    .last()
                    .map(|round| told::still_to_come(terms, &round.remaining))
                    .unwrap_or_default(),
                slack: [least(0), least(1)],
                weakest: here(verification.weakest.round),
                fails: verification.first_failure.as_ref().is_some_and(|failure| here(failure.round)),
            })
        })
        .collect()
}

/// The rounds of each row, from and to. The first and the last round stand alone.
fn spans(rounds: &[Round]) -> Vec<(usize, usize)> {
    let last = rounds.len().saturating_sub(1);
    if rounds.len() <= MOST_ROWS {
        return (0..rounds.len()).map(|i| (i, i)).collect();
    }
    let (begin, end) = (rounds[1].day, rounds[last - 1].day);
    let span = |round: &Round| {
        let share = if end > begin { (round.day - begin) / (end - begin) } else { 0.0 };
        ((share * SPANS as f64) as usize).min(SPANS - 1)
    };
    let mut spans = vec![(0, 0)];
    for i in 1..last {
        match spans.last_mut() {
            Some((from, to)) if *from > 0 && span(&rounds[*from]) == span(&rounds[i]) => *to = i,
            _ => spans.push((i, i)),
        }
    }
    spans.push((last, last));
    spans
}

fn when(first: &Round, last: &Round, rounds: usize) -> String {
    if rounds == 1 {
        return format!("day {}", told::day(first.day));
    }
    let rounds = words::plural(rounds as u128, "round", "rounds");
    if first.day == last.day {
        return format!("day {}, {rounds}", told::day(first.day));
    }
    format!("days {}–{}, {rounds}", told::day(first.day), told::day(last.day))
}

fn gives(terms: &Terms, rounds: &[Round], side: Side) -> String {
    let mut sums = vec![0u32; terms.lots.len()];
    for (lot, count) in rounds.iter().flat_map(|round| &round.give) {
        if terms.lots[*lot].from == side {
            sums[*lot] += count;
        }
    }
    if sums.iter().all(|n| *n == 0) { String::new() } else { told::still_to_come(terms, &sums) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use detente_exchange::{SideTerms, verify};

    #[test]
    fn long_schedules_are_told_in_few_rows_and_nobody_is_left_out() {
        let terms = Terms::new(SideTerms::new("I"), SideTerms::new("H"), 100.0)
            .lot("people", Side::Two, 60, 1.0, 0.0)
            .lot("prisoners", Side::One, 30, 0.1, 0.0);
        let days = 0..60u32;
        let schedule = days.fold(Schedule::new("one a day", None), |schedule, day| {
            let prisoners = u32::from(day % 2 == 0);
            schedule.round(f64::from(day), &[(0, 1), (1, prisoners)])
        });
        let rows = rows(&terms, &schedule, &verify(&terms, &schedule).unwrap());
        assert_eq!(rows.len(), 2 + SPANS);
        assert_eq!((rows[0].when.as_str(), rows[10].when.as_str()), ("day 0", "day 59"));
        assert_eq!(rows[0].gives, ["1 of “prisoners”", "1 of “people”"]);
        assert_eq!(rows[0].left, "59 of “people”, 29 of “prisoners”");
        assert_eq!(rows[10].left, "nothing");
        let people: u32 =
            rows.iter().map(|row| row.gives[1].split(' ').next().unwrap().parse::<u32>().unwrap()).sum();
        assert_eq!(people, 60);
        assert_eq!(rows.iter().filter(|row| row.weakest).count(), 1);
    }
}

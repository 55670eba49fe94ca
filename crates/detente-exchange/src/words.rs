//! Findings in words. Both sides are spoken of alike; people held are people.

use crate::verify::Phase;
use crate::{Moment, Terms, Verification};

/// A worth with two significant digits, as far as they mean anything.
pub fn worth(x: f64) -> String {
    if x == 0.0 {
        return "0".to_owned();
    }
    let digits = (1 - x.abs().log10().floor() as i32).clamp(0, 6);
    let text = format!("{x:.*}", digits as usize);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A day without needless decimals.
pub fn day(x: f64) -> String {
    if x.fract() == 0.0 { format!("{x:.0}") } else { format!("{x:.1}") }
}

/// Which moment of the exchange it is.
pub fn when(moment: &Moment) -> String {
    let on = day(moment.day);
    match moment.phase {
        Phase::Start if moment.day == 0.0 => "before anything is handed over".to_owned(),
        Phase::Start => format!("on day {on}, before anything is handed over"),
        Phase::Before => format!("on day {on}, just before the handover"),
        Phase::BetweenHands => format!("on day {on}, between the two hands of round {}", moment.round),
        Phase::After => format!("on day {on}, after round {}", moment.round),
        Phase::Complete => format!("on day {on}, with everything handed over"),
    }
}

/// What a side would do at a moment, and by how much it prefers to.
pub fn decision(terms: &Terms, moment: &Moment) -> String {
    let name = &terms.side(moment.side).name;
    if moment.slack < 0.0 {
        format!("{name} would gain {} by stopping {}", worth(-moment.slack), when(moment))
    } else if moment.slack == 0.0 {
        format!("{name} could as well stop {}", when(moment))
    } else {
        format!("{name} would rather go on by {} {}", worth(moment.slack), when(moment))
    }
}

/// What is still to come of each lot: `73 of “people held”, 262 of “prisoners”`. A lot keeps the name that the case gives it, whatever its
/// number or article, be it people or things.
pub fn still_to_come(terms: &Terms, remaining: &[u32]) -> String {
    let parts: Vec<String> = terms
        .lots
        .iter()
        .zip(remaining)
        .filter(|(_, left)| **left > 0)
        .map(|(lot, left)| format!("{left} of “{}”", lot.name))
        .collect();
    if parts.is_empty() { "nothing".to_owned() } else { parts.join(", ") }
}

/// What was found out about a schedule, in a sentence or two.
pub fn verdict(terms: &Terms, report: &Verification) -> String {
    match (&report.first_failure, report.complete_on_day) {
        (None, Some(last)) => format!(
            "Neither side ever gains by stopping; everything is handed over by day {}. It is weakest where {}.",
            day(last),
            decision(terms, &report.weakest)
        ),
        (None, None) => format!(
            "Neither side gains by stopping, but the schedule leaves behind: {}.",
            still_to_come(terms, &report.left)
        ),
        (Some(failure), _) => format!(
            "It does not hold itself: {}, with {} still to come.",
            decision(terms, failure),
            still_to_come(terms, &failure.remaining)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::worth;

    #[test]
    fn two_digits() {
        assert_eq!([0.0, 12.345, 0.012_34, -3.0, 1234.5].map(worth), ["0", "12", "0.012", "-3", "1234"]);
    }
}

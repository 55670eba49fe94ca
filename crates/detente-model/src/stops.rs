//! More stops on continuous issues.
//!
//! A continuous issue can be settled at any number, but a package names options. To speak of a package at a number that is no
//! option yet, the number is made one: a further *stop*. Whatever the case names by its place among the options is led to
//! its new place, so the case says what it said before; numbers, paths and with them all draws stay as they are.

use crate::{Case, Choice, IssueId, Reservation};

impl Case {
    /// The case with further stops. Numbers outside the range of the issue, those that are options already, and issues that are not
    /// continuous are passed over.
    #[must_use]
    pub fn with_stops(&self, numbers: &[(IssueId, f64)]) -> Self {
        let mut case = self.clone();
        for (k, issue) in case.issues.iter_mut().enumerate().filter(|(_, issue)| issue.continuous) {
            let mut stops: Vec<f64> = issue.options.iter().filter_map(Choice::number).collect();
            let (Some(low), Some(high)) = (stops.first().copied(), stops.last().copied()) else { continue };
            for (_, x) in numbers.iter().filter(|(of, _)| of.index() == k) {
                if *x > low && *x < high && !stops.contains(x) {
                    stops.push(*x);
                }
            }
            stops.sort_by(f64::total_cmp);
            issue.options = stops.into_iter().map(Choice::Number).collect();
        }
        let place = |(issue, option): &mut (IssueId, usize)| {
            let number = self.issue(*issue).options[*option].number();
            let now = &case.issues[issue.index()];
            if let Some(at) = number.and_then(|x| now.options.iter().position(|o| o.number() == Some(x))) {
                *option = at;
            }
        };
        for position in &mut case.positions {
            if let Reservation::Package(named) = &mut position.reservation {
                named.iter_mut().for_each(place);
            }
        }
        for comparison in &mut case.comparisons {
            comparison.this.iter_mut().chain(&mut comparison.that).for_each(place);
        }
        case
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Actor, Comparison, Issue, PartyId, Relation};

    #[test]
    fn what_the_case_names_is_led_to_its_new_place() {
        let options = [0.0, 4.0, 10.0].map(Choice::Number).to_vec();
        let (id, name) = ("level".to_owned(), "level".to_owned());
        let mut case = Case::default();
        case.issues.push(Issue { id, name, unit: None, options, continuous: true, place: None });
        case.comparisons.push(Comparison {
            of: Actor::Party(PartyId(0)),
            this: vec![(IssueId(0), 1)],
            that: vec![(IssueId(0), 2)],
            relation: Relation::Preferred,
            cite: Vec::new(),
            place: None,
        });
        let more =
            case.with_stops(&[(IssueId(0), 5.0), (IssueId(0), 2.0), (IssueId(0), 12.0), (IssueId(0), 4.0)]);
        let stops: Vec<f64> = more.issues[0].options.iter().filter_map(Choice::number).collect();
        assert_eq!(stops, [0.0, 2.0, 4.0, 5.0, 10.0]);
        assert_eq!(
            (&more.comparisons[0].this, &more.comparisons[0].that),
            (&vec![(IssueId(0), 2)], &vec![(IssueId(0), 4)])
        );
        assert_eq!(more.with_stops(&[]), more);
    }

    #[test]
    fn stops_may_lie_close_together_among_large_numbers() {
        let options = [1e12, 1e12 + 10.0].map(Choice::Number).to_vec();
        let (id, name) = ("sum".to_owned(), "sum".to_owned());
        let mut case = Case::default();
        case.issues.push(Issue { id, name, unit: None, options, continuous: true, place: None });
        let more = case.with_stops(&[(IssueId(0), 1e12 + 3.5)]);
        assert_eq!(more.issues[0].number_option(1e12 + 3.5), Some(1));
        assert_eq!(more.issues[0].number_option(1e12 + 3.0), None);
    }
}

//! Preferences over the states of a conflict of which the analyst is not sure.
//!
//! Two kinds of doubt stand beside a party's preferences. Of a statement it may be unsure which way the party
//! wants it: then it holds as written with some probability, and else its opposite. Of several statements, or
//! of several states in a ranking, it may be unsure in which order they stand: then every order is as likely as
//! another. A draw settles both. It reads its uniform numbers as [`Worlds`] reads those of every other
//! judgement, under the path in the case file, so that a draw does not depend on threads or on other doubts.

use crate::{Conflict, Formula, MovePreference, NumberId, PartyId, Statement, World, Worlds};

/// What is not certain about the preferences of one party.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// The party.
    pub of: PartyId,
    /// Statements, counted from zero, with the probability in [0, 1] that the party wants them as written.
    pub sure: Vec<(usize, NumberId)>,
    /// Places of which nobody knows who stands where: statements counted from zero, or states by number.
    pub orders: Vec<Vec<usize>>,
}

/// How everything that is doubtful in the preferences is settled, one entry a doubt.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReadingOfDoubts(Vec<Settled>);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Settled {
    /// For each statement that is doubtful, whether the party wants it as written.
    as_written: Vec<bool>,
    /// For each order that is doubtful, which of its places stands in the place of each.
    seats: Vec<Vec<usize>>,
}

impl Conflict {
    /// The likeliest reading: every statement the way the party more probably wants it, orders as written.
    pub fn central(&self, world: &World) -> Self {
        self.settled(|i, preference| {
            let less_probable = self.doubts[i].sure.iter().filter(|(_, sure)| world.number(*sure) < 0.5);
            turn(preference, less_probable.map(|(place, _)| *place));
        })
    }

    /// One reading of everything that is doubtful in the preferences.
    ///
    /// ```
    /// use detente_model::{Case, Conflict, Doubt, MovePreference, Number, Party, PartyId, Role, Worlds};
    ///
    /// let party = Party { id: "a".into(), name: "A".into(), role: Role::Principal, people: vec![], quota: None, quota_when: None, place: None };
    /// let conflict = Conflict {
    ///     preferences: vec![(PartyId(0), MovePreference::Ranking(vec![vec![1], vec![2, 3], vec![4]]))],
    ///     doubts: vec![Doubt { of: PartyId(0), sure: vec![], orders: vec![vec![1, 4]] }],
    ///     ..Conflict::default()
    /// };
    /// let case = Case { parties: vec![party], ..Case::default() };
    /// let worlds = Worlds::new(&case, 1);
    /// let turned = |draw: &u64| {
    ///     conflict.drawn(&worlds, &worlds.draw(*draw), *draw).preferences[0].1
    ///         == MovePreference::Ranking(vec![vec![4], vec![2, 3], vec![1]])
    /// };
    /// let often = (0..1_000).filter(turned).count(); // 1 and 4 change places in half of the draws
    /// assert!((436..564).contains(&often)); // within four standard errors of 16
    /// ```
    pub fn drawn(&self, worlds: &Worlds, world: &World, draw: u64) -> Self {
        self.read_as(&self.reading(worlds, world, draw))
    }

    /// How everything that is doubtful in the preferences is settled in a draw. Many draws settle it alike.
    pub fn reading(&self, worlds: &Worlds, world: &World, draw: u64) -> ReadingOfDoubts {
        let settled = |doubt: &Doubt| {
            let path = format!("conflict.preferences.{}", worlds.case().party(doubt.of).id);
            let as_written = |(place, sure): &(usize, NumberId)| {
                worlds.uniforms(draw, &format!("{path}[{}]", place + 1), 1)[0] < world.number(*sure)
            };
            let seats = |(group, places): (usize, &Vec<usize>)| {
                let uniforms = worlds.uniforms(draw, &format!("{path}.order[{}]", group + 1), places.len());
                let mut seats: Vec<usize> = (0..places.len()).collect();
                seats.sort_by(|a, b| uniforms[*a].total_cmp(&uniforms[*b]).then(a.cmp(b)));
                seats
            };
            Settled {
                as_written: doubt.sure.iter().map(as_written).collect(),
                seats: doubt.orders.iter().enumerate().map(seats).collect(),
            }
        };
        ReadingOfDoubts(self.doubts.iter().map(settled).collect())
    }

    /// The conflict in a reading of its own doubts.
    pub fn read_as(&self, reading: &ReadingOfDoubts) -> Self {
        self.settled(|i, preference| {
            let (doubt, Some(settled)) = (&self.doubts[i], reading.0.get(i)) else { return };
            let turned = doubt.sure.iter().zip(&settled.as_written).filter(|(_, as_written)| !**as_written);
            turn(preference, turned.map(|((place, _), _)| *place));
            for (places, seats) in doubt.orders.iter().zip(&settled.seats) {
                reorder(preference, places, seats);
            }
        })
    }

    fn settled(&self, settle: impl Fn(usize, &mut MovePreference)) -> Self {
        let mut certain = self.clone();
        for (i, doubt) in self.doubts.iter().enumerate() {
            let stated = certain.preferences.iter_mut().filter(|(of, _)| *of == doubt.of);
            stated.for_each(|(_, preference)| settle(i, preference));
        }
        certain.doubts.clear();
        certain
    }
}

/// Turns round the statements at these places.
fn turn(preference: &mut MovePreference, places: impl Iterator<Item = usize>) {
    let (MovePreference::Prioritised(statements) | MovePreference::PrioritisedByStrength { statements, .. }) =
        preference
    else {
        return;
    };
    for place in places {
        if let Some(statement) = statements.get_mut(place) {
            *statement = opposite(statement);
        }
    }
}

fn opposite(statement: &Statement) -> Statement {
    Statement {
        text: format!("!({})", statement.text),
        formula: Formula::Not(Box::new(statement.formula.clone())),
        place: statement.place,
    }
}

/// Lets the members of `places` take each other's seats: the one at `places[seats[i]]` goes to `places[i]`.
fn reorder(preference: &mut MovePreference, places: &[usize], seats: &[usize]) {
    match preference {
        MovePreference::Ranking(groups) | MovePreference::RankingByStrength { groups, .. } => {
            for state in groups.iter_mut().flatten() {
                if let Some(i) = places.iter().position(|place| place == state) {
                    *state = places[seats[i]];
                }
            }
        }
        MovePreference::Prioritised(statements) => reseat(statements, places, seats),
        MovePreference::PrioritisedByStrength { statements, unknown, .. } => {
            reseat(statements, places, seats);
            // A statement that nobody knows the direction of takes that mark along.
            for mark in unknown {
                let from = places.iter().position(|place| place == mark);
                if let Some(to) = from.and_then(|from| seats.iter().position(|seat| *seat == from)) {
                    *mark = places[to];
                }
            }
        }
    }
}

fn reseat(statements: &mut [Statement], places: &[usize], seats: &[usize]) {
    let before: Vec<Option<Statement>> = places.iter().map(|place| statements.get(*place).cloned()).collect();
    for (place, seat) in places.iter().zip(seats) {
        if let (Some(slot), Some(statement)) = (statements.get_mut(*place), &before[*seat]) {
            *slot = statement.clone();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Case, MoveId, Number, Party, Role, Uncertain};

    fn says(index: usize) -> Statement {
        Statement { text: index.to_string(), formula: Formula::Move(MoveId(index)), place: None }
    }

    fn case() -> Case {
        let party = Party {
            id: "a".to_owned(),
            name: "A".to_owned(),
            role: Role::Principal,
            people: Vec::new(),
            quota: None,
            quota_when: None,
            place: None,
        };
        let mut case = Case { parties: vec![party], ..Case::default() };
        case.numbers.add(Number::new("sure", Uncertain::uniform(0.6, 0.8).unwrap()));
        case.conflict = Some(Conflict {
            preferences: vec![(
                PartyId(0),
                MovePreference::PrioritisedByStrength {
                    statements: (0..4).map(says).collect(),
                    strong: 1,
                    unknown: vec![2],
                },
            )],
            doubts: vec![Doubt { of: PartyId(0), sure: vec![(0, NumberId(0))], orders: vec![vec![1, 2, 3]] }],
            ..Conflict::default()
        });
        case
    }

    fn read(conflict: &Conflict) -> (Vec<Statement>, Vec<usize>) {
        match &conflict.preferences[0].1 {
            MovePreference::PrioritisedByStrength { statements, unknown, .. } => {
                (statements.clone(), unknown.clone())
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_statement_holds_as_often_as_its_probability() {
        let case = case();
        let conflict = case.conflict.as_ref().unwrap();
        let worlds = Worlds::new(&case, 4);
        let draws = 4_000;
        let written = |draw: &u64| read(&conflict.drawn(&worlds, &worlds.draw(*draw), *draw)).0[0] == says(0);
        let share = (0..draws).filter(written).count() as f64 / draws as f64;
        // The mean probability is 0.7; four standard errors of 0.0072.
        assert!((share - 0.7).abs() < 0.029, "{share}");
        assert_eq!(read(&conflict.central(worlds.central())).0[0], says(0));
    }

    #[test]
    fn every_order_comes_up_and_marks_move_along() {
        let case = case();
        let conflict = case.conflict.as_ref().unwrap();
        let worlds = Worlds::new(&case, 4);
        let mut seen = std::collections::BTreeMap::new();
        for draw in 0..6_000 {
            let (statements, unknown) = read(&conflict.drawn(&worlds, &worlds.draw(draw), draw));
            assert_eq!(statements[unknown[0]], says(2));
            let order: Vec<String> = statements[1..].iter().map(|s| s.text.clone()).collect();
            *seen.entry(order).or_insert(0) += 1;
        }
        assert_eq!(seen.len(), 6);
        // 1,000 of each are expected, with a standard error of 29.
        assert!(seen.values().all(|count| (884..1_116).contains(count)), "{seen:?}");
    }
}

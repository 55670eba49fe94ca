//! Takes the conflict out of a case.

use std::sync::Arc;

use detente_model::{Case, Conflict, MovePreference, PartyId, Progress, ReadingOfDoubts, StateList, Worlds};

use crate::coalition::Coalition;
use crate::formula::{check, truth};
use crate::options::{Direction, MoveChoice};
use crate::state::{State, StateSet};
use crate::{ConflictGraph, StabilityError};

impl ConflictGraph {
    /// The conflict in a case, in option form or as a matrix; `None` if the case has none.
    ///
    /// The parties of the graph are those of the case that can move or have a preference, in file order;
    /// each must have a preference.
    /// What is doubtful about the preferences is taken as it more probably is.
    pub fn from_case(case: &Case) -> Result<Option<Self>, StabilityError> {
        Self::from_case_for(case, None)
    }

    /// The same, [watched](Self::watched_by) from the start.
    ///
    /// # Errors
    /// As [`Self::from_case`].
    pub fn from_case_watched(case: &Case, progress: &Arc<Progress>) -> Result<Option<Self>, StabilityError> {
        Self::from_case_for(case, Some(progress))
    }

    fn from_case_for(case: &Case, watch: Option<&Arc<Progress>>) -> Result<Option<Self>, StabilityError> {
        let Some(conflict) = stated(case) else { return Ok(None) };
        if conflict.doubts.is_empty() {
            return Self::of_conflict(case, conflict, watch).map(Some);
        }
        Self::of_conflict(case, &conflict.central(Worlds::new(case, 0).central()), watch).map(Some)
    }

    /// The conflict of a case in one of its worlds: every doubt about the preferences settled by draw number `draw`;
    /// `None` if the case has none.
    pub fn drawn(worlds: &Worlds, draw: u64) -> Result<Option<Self>, StabilityError> {
        let case = worlds.case();
        let Some(conflict) = stated(case) else { return Ok(None) };
        Self::of_conflict(case, &conflict.drawn(worlds, &worlds.draw(draw), draw), None).map(Some)
    }

    /// The conflict of a case in one reading of the doubts about its preferences; `None` if the case has none.
    pub(crate) fn read_as(
        case: &Case,
        reading: &ReadingOfDoubts,
        watch: Option<&Arc<Progress>>,
    ) -> Result<Option<Self>, StabilityError> {
        let Some(conflict) = stated(case) else { return Ok(None) };
        Self::of_conflict(case, &conflict.read_as(reading), watch).map(Some)
    }

    fn of_conflict(
        case: &Case,
        conflict: &Conflict,
        watch: Option<&Arc<Progress>>,
    ) -> Result<Self, StabilityError> {
        let taking_part: Vec<PartyId> = (0..case.parties.len())
            .map(PartyId)
            .filter(|id| {
                case.moves.iter().any(|made| made.by == *id && conflict.matrix.is_none())
                    || conflict.matrix.iter().any(|matrix| matrix.moves.iter().any(|(by, ..)| by == id))
                    || conflict.preferences.iter().any(|(of, _)| of == id)
            })
            .collect();
        let names: Vec<String> = taking_part.iter().map(|id| case.party(*id).name.clone()).collect();
        let preferences = preferences_of(&taking_part, &names, conflict)?;
        let seat = |id: PartyId| {
            taking_part
                .iter()
                .position(|other| *other == id)
                .ok_or(StabilityError::UnknownParty { party: id.0 })
        };
        let mut graph = if let Some(matrix) = &conflict.matrix {
            let moves = matrix.moves.iter().map(|(by, from, to)| Ok((seat(*by)?, *from, *to)));
            let moves = moves.collect::<Result<Vec<_>, StabilityError>>()?;
            Self::from_moves_watched(names, matrix.states.clone(), &moves, &preferences, watch)?
        } else {
            let choices = case.moves.iter().enumerate().map(|(index, made)| {
                let only_undone = conflict.only_undone.iter().any(|id| id.0 == index);
                let direction = Direction::from_parts(!only_undone, made.reversible || only_undone);
                Ok(MoveChoice { name: made.text.clone(), by: seat(made.by)?, direction })
            });
            let choices = choices.collect::<Result<Vec<_>, StabilityError>>()?;
            Self::from_options_watched(names, choices, &conflict.infeasible, &preferences, watch)?
        };
        graph.ids = taking_part.iter().map(|id| Some(*id)).collect();
        graph.status_quo = graph.standing(conflict)?;
        for party in 0..graph.parties() {
            let of = |id: &PartyId| Some(*id) == graph.ids[party];
            let mut pairs = Vec::new();
            for (_, a, b) in conflict.unknown.iter().filter(|(id, ..)| of(id)) {
                pairs.push((graph.state(*a)?, graph.state(*b)?));
            }
            if !pairs.is_empty() {
                let known = (*graph.preferences[party]).clone();
                graph.preferences[party] = Arc::new(known.with_unknown_pairs(pairs));
            }
            for (_, list) in conflict.hidden.iter().filter(|(id, _)| of(id)) {
                let more = graph.listed(list)?;
                let hidden =
                    graph.hidden[party].get_or_insert_with(|| StateSet::none(graph.feasible.universe()));
                for state in more.iter() {
                    hidden.insert(state);
                }
            }
        }
        for members in &conflict.coalitions {
            let members = members.iter().map(|id| seat(*id)).collect::<Result<Vec<_>, _>>()?;
            graph.coalitions.push(Coalition::of(&members)?);
        }
        Ok(graph)
    }

    fn standing(&self, conflict: &Conflict) -> Result<Option<State>, StabilityError> {
        if let Some(matrix) = &conflict.matrix {
            return matrix.status_quo.map(|number| self.state(number)).transpose();
        }
        let Some(made) = &conflict.status_quo else { return Ok(None) };
        let mut code = 0;
        for id in made {
            if id.0 >= self.choices().len() {
                return Err(StabilityError::UnknownMove { index: id.0, place: conflict.place });
            }
            code |= 1 << id.0;
        }
        if !self.feasible.contains(State(code)) {
            return Err(StabilityError::StatusQuoInfeasible { place: conflict.place });
        }
        Ok(Some(State(code)))
    }

    /// The feasible states of a list.
    fn listed(&self, list: &StateList) -> Result<StateSet, StabilityError> {
        let universe = self.feasible.universe();
        match list {
            StateList::Numbers(numbers) => {
                let mut set = StateSet::none(universe);
                for number in numbers {
                    set.insert(self.state(*number)?);
                }
                Ok(set)
            }
            StateList::When(statement) if self.has_options() => {
                check(statement, self.choices().len())?;
                let words = self.feasible.words().iter().enumerate();
                let words = words.map(|(at, word)| word & truth(&statement.formula, at)).collect();
                Ok(StateSet::from_words(words, universe))
            }
            StateList::When(statement) => {
                Err(StabilityError::StatementWithoutMoves { place: statement.place })
            }
        }
    }
}

/// The conflict, if there is anything that anybody could do.
fn stated(case: &Case) -> Option<&Conflict> {
    case.conflict.as_ref().filter(|conflict| !case.moves.is_empty() || conflict.matrix.is_some())
}

fn preferences_of(
    parties: &[PartyId],
    names: &[String],
    conflict: &Conflict,
) -> Result<Vec<MovePreference>, StabilityError> {
    let one = |(id, name): (&PartyId, &String)| {
        let mut stated = conflict.preferences.iter().filter(|(of, _)| of == id);
        match (stated.next(), stated.next()) {
            (Some((_, preference)), None) => Ok(preference.clone()),
            (None, _) => Err(StabilityError::NoPreference { party: name.clone() }),
            (Some(_), Some(_)) => Err(StabilityError::TwoPreferences { party: name.clone() }),
        }
    };
    parties.iter().zip(names).map(one).collect()
}

//! A state as people name it: by its number, or by the moves that are made in it.

use detente_stability::{StabilityError, State};

use super::Standstill;

/// Why a name stands for no state.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NamingError {
    /// There is no state with the number.
    #[error(transparent)]
    Number(#[from] StabilityError),
    /// A conflict given by its states has no moves to name one by.
    #[error("`{name}` is no number, and the states of this conflict go by number alone: 1 to {most}")]
    NumbersOnly {
        /// As asked for.
        name: String,
        /// The last number.
        most: usize,
    },
    /// No name at all.
    #[error("which state? Name it by its number, 1 to {most}, or by the moves made in it")]
    Nameless {
        /// The last number.
        most: usize,
    },
    /// No move has the id.
    #[error(
        "there is no move `{name}`; name a state by its number or by the moves made in it: {moves}; `none` if none is"
    )]
    UnknownMove {
        /// As asked for.
        name: String,
        /// The ids of the moves.
        moves: String,
    },
    /// The moves cannot all be made.
    #[error("the moves `{name}` do not go together: the case rules that state out")]
    Infeasible {
        /// As asked for.
        name: String,
    },
}

impl Standstill {
    /// The state with a number (`15`), or in which just these moves are made (`ceasefire, at_once`; `none`).
    ///
    /// # Errors
    /// If there is no such state; see [`NamingError`].
    pub fn state(&self, name: &str) -> Result<State, NamingError> {
        let name = name.trim();
        if name.is_empty() {
            return Err(NamingError::Nameless { most: self.graph.len() });
        }
        if let Ok(number) = name.parse() {
            return Ok(self.graph.state(number)?);
        }
        if !self.graph.has_options() {
            return Err(NamingError::NumbersOnly { name: name.to_owned(), most: self.graph.len() });
        }
        let moves = &self.case.moves;
        let mut code = 0;
        let ids =
            name.split([',', '+', '&', ' ']).map(str::trim).filter(|id| !id.is_empty() && name != "none");
        for id in ids {
            let bit =
                moves.iter().position(|made| made.id == id).ok_or_else(|| NamingError::UnknownMove {
                    name: id.to_owned(),
                    moves: moves.iter().map(|made| made.id.as_str()).collect::<Vec<_>>().join(", "),
                })?;
            code |= 1 << bit;
        }
        let state = State::from_code(code);
        if !self.graph.feasible().contains(state) {
            return Err(NamingError::Infeasible { name: name.to_owned() });
        }
        Ok(state)
    }
}

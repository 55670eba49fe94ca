//! Statements about moves, evaluated for 64 states at once.
//!
//! A state is a bit vector, so in a word of 64 neighbouring states each of the first six moves is one fixed
//! pattern and every other move is all ones or all zeros. A formula of `f` signs over `n` states costs
//! `f · n / 64` word operations.

use detente_model::{Formula, MoveId, Statement};

use crate::StabilityError;

/// For each of the six lowest moves, the states among 64 in which it is made.
const LOW: [u64; 6] = [
    0xAAAA_AAAA_AAAA_AAAA,
    0xCCCC_CCCC_CCCC_CCCC,
    0xF0F0_F0F0_F0F0_F0F0,
    0xFF00_FF00_FF00_FF00,
    0xFFFF_0000_FFFF_0000,
    0xFFFF_FFFF_0000_0000,
];

/// In which of the states `64 · word .. 64 · word + 64` the formula holds.
pub(crate) fn truth(formula: &Formula, word: usize) -> u64 {
    match formula {
        Formula::Move(MoveId(bit)) => match LOW.get(*bit) {
            Some(pattern) => *pattern,
            None if word >> (bit - 6) & 1 == 1 => u64::MAX,
            None => 0,
        },
        Formula::Not(a) => !truth(a, word),
        Formula::And(a, b) => truth(a, word) & truth(b, word),
        Formula::Or(a, b) => truth(a, word) | truth(b, word),
        Formula::Implies(a, b) => !truth(a, word) | truth(b, word),
        Formula::Iff(a, b) => !(truth(a, word) ^ truth(b, word)),
    }
}

/// Refuses a statement about a move that does not exist.
pub(crate) fn check(statement: &Statement, moves: usize) -> Result<(), StabilityError> {
    // A list instead of recursion: a hand-made formula may be deeper than the stack.
    let mut open = vec![&statement.formula];
    while let Some(formula) = open.pop() {
        match formula {
            Formula::Move(MoveId(index)) if *index >= moves => {
                return Err(StabilityError::UnknownMove { index: *index, place: statement.place });
            }
            Formula::Move(_) => {}
            Formula::Not(a) => open.push(a),
            Formula::And(a, b) | Formula::Or(a, b) | Formula::Implies(a, b) | Formula::Iff(a, b) => {
                open.extend([&**a, &**b]);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

    fn random(rng: &mut ChaCha8Rng, moves: usize, depth: usize) -> Formula {
        let part = |rng: &mut ChaCha8Rng| Box::new(random(rng, moves, depth - 1));
        match if depth == 0 { 0 } else { rng.random_range(0..6) } {
            0 => Formula::Move(MoveId(rng.random_range(0..moves))),
            1 => Formula::Not(part(rng)),
            2 => Formula::And(part(rng), part(rng)),
            3 => Formula::Or(part(rng), part(rng)),
            4 => Formula::Implies(part(rng), part(rng)),
            _ => Formula::Iff(part(rng), part(rng)),
        }
    }

    #[test]
    fn words_agree_with_single_states() {
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        for _ in 0..200 {
            let formula = random(&mut rng, 9, 4);
            for code in 0..512usize {
                let slow = formula.holds(&|MoveId(bit)| code >> bit & 1 == 1);
                assert_eq!(truth(&formula, code / 64) >> (code % 64) & 1 == 1, slow);
            }
        }
    }
}

//! Which claims survive the attacks of others.
//!
//! An argumentation framework is a set of arguments and a relation of attack between them (Dung 1995). Its grounded
//! extension is the least set that a careful reader must accept: an argument is *in* when every attacker is *out*,
//! *out* when some attacker is *in*, and *undecided* when neither can be shown. It is found by a work-list that
//! visits each attack once: O(arguments + attacks) (Modgil & Caminada 2009, algorithm 6).
//!
//! ```
//! use detente_evidence::{Standing, grounded};
//!
//! // a attacks b, b attacks c: a stands, so b falls, so c stands. d and e attack each other.
//! let standing = grounded(5, &[(0, 1), (1, 2), (3, 4), (4, 3)]);
//! use Standing::{In, Out, Undecided};
//! assert_eq!(standing, [In, Out, In, Undecided, Undecided]);
//! ```

/// Where an argument stands in the grounded extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Every attacker is out.
    In,
    /// Some attacker is in.
    Out,
    /// Neither can be shown.
    Undecided,
}

/// The grounded extension of `count` arguments under attacks given as (attacker, attacked).
///
/// Attacks on or by arguments beyond `count` are ignored.
pub fn grounded(count: usize, attacks: &[(usize, usize)]) -> Vec<Standing> {
    let mut attacked_by_me: Vec<Vec<usize>> = vec![Vec::new(); count];
    // Attackers not yet out.
    let mut open = vec![0usize; count];
    for &(attacker, attacked) in attacks.iter().filter(|(a, b)| *a < count && *b < count) {
        attacked_by_me[attacker].push(attacked);
        open[attacked] += 1;
    }
    let mut standing = vec![Standing::Undecided; count];
    let mut accepted: Vec<usize> = (0..count).filter(|i| open[*i] == 0).collect();
    for &argument in &accepted {
        standing[argument] = Standing::In;
    }
    while let Some(argument) = accepted.pop() {
        for &beaten in &attacked_by_me[argument] {
            if standing[beaten] != Standing::Undecided {
                continue;
            }
            standing[beaten] = Standing::Out;
            for &relieved in &attacked_by_me[beaten] {
                open[relieved] -= 1;
                if open[relieved] == 0 && standing[relieved] == Standing::Undecided {
                    standing[relieved] = Standing::In;
                    accepted.push(relieved);
                }
            }
        }
    }
    standing
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The least fixed point of Dung's characteristic function, straight from its definition.
    fn by_definition(count: usize, attacks: &[(usize, usize)]) -> Vec<Standing> {
        let attackers = |b: usize| attacks.iter().filter(move |(_, x)| *x == b).map(|(a, _)| *a);
        let mut extension: Vec<bool> = vec![false; count];
        loop {
            let defended: Vec<bool> =
                (0..count).map(|a| attackers(a).all(|b| attackers(b).any(|c| extension[c]))).collect();
            if defended == extension {
                break;
            }
            extension = defended;
        }
        (0..count)
            .map(|a| match (extension[a], attackers(a).any(|b| extension[b])) {
                (true, _) => Standing::In,
                (false, true) => Standing::Out,
                (false, false) => Standing::Undecided,
            })
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3_000))]

        #[test]
        fn the_work_list_finds_the_least_fixed_point(
            count in 0..8usize,
            attacks in proptest::collection::vec((0..8usize, 0..8usize), 0..16),
        ) {
            let attacks: Vec<_> = attacks.into_iter().filter(|(a, b)| *a < count && *b < count).collect();
            prop_assert_eq!(grounded(count, &attacks), by_definition(count, &attacks));
        }
    }
}

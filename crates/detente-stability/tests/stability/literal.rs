//! The definitions taken at their word, over plain tables. Slow, and meant to be read beside a paper.

use std::collections::BTreeSet;

use detente_stability::{CoalitionConcept, Concept, Sanction, UnknownType};

use crate::random::Tables;

impl Tables {
    pub fn others(&self, members: &[usize]) -> Vec<usize> {
        (0..self.parties).filter(|party| !members.contains(party)).collect()
    }

    pub fn better(&self, i: usize, a: usize, b: usize) -> bool {
        self.grade[i][a] > self.grade[i][b]
    }

    pub fn is_unknown(&self, i: usize, a: usize, b: usize) -> bool {
        self.unknown[i].contains(&(a, b))
    }

    /// Legal sequences: the pairs (state, last mover) grow until nothing is added.
    pub fn reach(
        &self,
        movers: &[usize],
        from: usize,
        step: &dyn Fn(usize, usize, usize) -> bool,
    ) -> BTreeSet<usize> {
        let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
        for &i in movers {
            for &to in self.moves[i][from].iter().filter(|to| step(i, from, **to)) {
                pairs.insert((to, i));
            }
        }
        loop {
            let mut more = pairs.clone();
            for &(state, last) in &pairs {
                for &i in movers.iter().filter(|i| **i != last) {
                    for &to in self.moves[i][state].iter().filter(|to| step(i, state, **to)) {
                        more.insert((to, i));
                    }
                }
            }
            if more == pairs {
                return pairs.into_iter().map(|(state, _)| state).collect();
            }
            pairs = more;
        }
    }

    pub fn reach_any(&self, movers: &[usize], from: usize) -> BTreeSet<usize> {
        self.reach(movers, from, &|_, _, _| true)
    }

    pub fn reach_improving(&self, movers: &[usize], from: usize) -> BTreeSet<usize> {
        self.reach(movers, from, &|i, a, b| self.better(i, b, a))
    }

    /// Whether s is stable for i; `None` where the concept does not apply.
    pub fn stable(&self, s: usize, i: usize, concept: Concept, severity: Sanction) -> Option<bool> {
        let others = self.others(&[i]);
        let bad = |x: usize| match severity {
            Sanction::General => !self.better(i, x, s),
            Sanction::Strong => self.band[i][x] < self.band[i][s],
        };
        let improvements: Vec<usize> =
            self.moves[i][s].iter().copied().filter(|t| self.better(i, *t, s)).collect();
        Some(match concept {
            Concept::Nash => improvements.is_empty(),
            Concept::GeneralMetarational => {
                improvements.iter().all(|t| self.reach_any(&others, *t).iter().any(|x| bad(*x)))
            }
            Concept::SymmetricMetarational => improvements.iter().all(|t| {
                self.reach_any(&others, *t)
                    .iter()
                    .any(|x| bad(*x) && self.moves[i][*x].iter().all(|y| bad(*y)))
            }),
            Concept::Sequential => {
                improvements.iter().all(|t| self.reach_improving(&others, *t).iter().any(|x| bad(*x)))
            }
            Concept::Simultaneous => {
                let (codes, masks) = self.options.as_ref()?;
                // Every joint vector of the others' improvements, staying being one of the choices.
                let mut joint = vec![codes[s]];
                for j in others {
                    let now = joint.clone();
                    for t in self.moves[j][s].iter().filter(|t| self.better(j, **t, s)) {
                        joint.extend(now.iter().map(|code| (code & !masks[j]) | (codes[*t] & masks[j])));
                    }
                }
                improvements.iter().all(|t| {
                    joint.iter().any(|code| {
                        let code = (code & !masks[i]) | (codes[*t] & masks[i]);
                        codes.iter().position(|other| *other == code).is_some_and(bad)
                    })
                })
            }
        })
    }

    pub fn stable_despite_unknown(&self, s: usize, i: usize, concept: Concept, by: UnknownType) -> bool {
        let others = self.others(&[i]);
        let drawn = matches!(by, UnknownType::A | UnknownType::C);
        let held = matches!(by, UnknownType::C | UnknownType::D);
        let wants = |t: usize| if self.is_unknown(i, t, s) { drawn } else { self.better(i, t, s) };
        let fears = |x: usize| if self.is_unknown(i, x, s) { held } else { !self.better(i, x, s) };
        let step = |j: usize, a: usize, b: usize| self.is_unknown(j, a, b) || self.better(j, b, a);
        self.moves[i][s].iter().filter(|t| wants(**t)).all(|t| match concept {
            Concept::GeneralMetarational => self.reach_any(&others, *t).into_iter().any(fears),
            Concept::SymmetricMetarational => self
                .reach_any(&others, *t)
                .into_iter()
                .any(|x| fears(x) && self.moves[i][x].iter().all(|y| fears(*y))),
            Concept::Sequential => self.reach(&others, *t, &step).into_iter().any(fears),
            _ => false,
        })
    }

    pub fn stable_for_coalition(&self, s: usize, members: &[usize], concept: CoalitionConcept) -> bool {
        let rest = self.others(members);
        let better = |t: usize| members.iter().all(|i| self.better(*i, t, s));
        let hurt = |x: usize| members.iter().any(|i| !self.better(*i, x, s));
        self.reach_any(members, s).into_iter().filter(|t| better(*t)).all(|t| match concept {
            CoalitionConcept::Rational => false,
            CoalitionConcept::GeneralMetarational => self.reach_any(&rest, t).into_iter().any(hurt),
            CoalitionConcept::SymmetricMetarational => self
                .reach_any(&rest, t)
                .into_iter()
                .any(|x| hurt(x) && self.reach_any(members, x).into_iter().all(hurt)),
            CoalitionConcept::Sequential => self.reach_improving(&rest, t).into_iter().any(hurt),
        })
    }
}

//! Laws that hold whatever the conflict, and sameness on any number of threads.

use detente_stability::{Concept, Stability};

use crate::random::conflict;

#[test]
fn concepts_include_each_other() {
    for seed in 10_000..11_000 {
        let random = conflict(seed, 7, 30);
        let stability = Stability::of(&random.graph);
        for party in 0..random.tables.parties {
            let of = |concept| stability.stable(party, concept).unwrap();
            assert!(of(Concept::Nash).is_subset(of(Concept::SymmetricMetarational)));
            assert!(of(Concept::SymmetricMetarational).is_subset(of(Concept::GeneralMetarational)));
            assert!(of(Concept::Nash).is_subset(of(Concept::Sequential)));
            assert!(of(Concept::Sequential).is_subset(of(Concept::GeneralMetarational)));
            if let Some(simultaneous) = stability.stable(party, Concept::Simultaneous) {
                assert!(of(Concept::Nash).is_subset(simultaneous));
            }
            for concept in Concept::ALL {
                if let Some(strong) = stability.strongly_stable(party, concept) {
                    assert!(strong.is_subset(of(concept)));
                }
            }
        }
    }
}

#[test]
fn one_thread_equals_many() {
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let many = rayon::ThreadPoolBuilder::new().num_threads(5).build().unwrap();
    for seed in 20_000..20_100 {
        let random = conflict(seed, 9, 60);
        let one = alone.install(|| Stability::of(&random.graph));
        assert_eq!(one, many.install(|| Stability::of(&random.graph)));
    }
}

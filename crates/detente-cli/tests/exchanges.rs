//! Exchanges of the cases.
#![allow(clippy::unwrap_used)]
use detente_exchange::*;
use detente_model::{Outcome, Worlds};
use std::path::Path;

#[test]
fn explore() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/cairo-2024");
    let case = detente_case::read(&folder).unwrap().case;
    let worlds = Worlds::new(&case, 1);
    for text in [
        "release=most at once,truce=42,guarantee=no guarantee",
        "release=most at once,truce=42,guarantee=word of the mediators",
        "release=most at once,truce=42,guarantee=Security Council resolution",
        "release=all at once,truce=42,guarantee=no guarantee",
        "release=all at once,truce=42,guarantee=word of the mediators",
        "release=all at once,truce=42,guarantee=Security Council resolution",
        "release=three stages,truce=42,guarantee=no guarantee",
        "release=three stages,truce=42,guarantee=word of the mediators",
        "release=three stages,truce=42,guarantee=Security Council resolution",
        "release=most at once,truce=135,guarantee=no guarantee",
        "release=three stages,truce=135,guarantee=no guarantee",
        "release=three stages,truce=135,guarantee=word of the mediators",
        "release=three stages,truce=135,guarantee=Security Council resolution",
        "release=most at once,truce=135,guarantee=Security Council resolution",
    ] {
        let outcome =
            detente_brief::package(&case, &[], &format!("{text},prisoners=1500,day_after=left open"))
                .unwrap();
        let a = assess(&case, &worlds.central(), &outcome).unwrap();
        println!("== {text}\n  {}", a.words);
        if let Planned::Found(p) = &a.planned {
            println!("  day {} held {:?} then {:?}", p.completes_on_day, p.held[0], p.held.get(1));
        }
        println!(
            "  needed {:?} longest {:?} {:?}",
            a.guarantee_needed, a.longest_pledge, a.longest_pledge_of_each
        );
        for p in &a.proposed {
            println!(
                "  {} -> {} {:?} {:?} g {:?}",
                p.schedule.name,
                p.verification.self_enforcing,
                p.words,
                p.verification.weakest_of.iter().map(|m| (m.day, m.slack)).collect::<Vec<_>>(),
                p.guarantee
            );
            let o =
                over_worlds(1000, |i| terms_of(&case, &worlds.draw(i), &outcome), Some(&p.schedule)).unwrap();
            println!(
                "  holds {:?} some {:?} fails {:?}",
                o.schedule_holds.map(|s| s.value()),
                o.some_schedule_holds.value(),
                o.fails_at
                    .iter()
                    .map(|f| (f.day, f.side, f.share.value(), f.gain.median))
                    .collect::<Vec<_>>()
            );
            println!(
                "  gneeded {:?} complete {:?} held {:?}",
                o.guarantee_needed, o.complete_on_day, o.held_after_first
            );
        }
    }
    let _ = Outcome(vec![]);
}

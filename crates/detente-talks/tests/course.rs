//! The talks of a case, day by day: what must hold by definition, and one world worked out again by hand.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use detente_deals::DealSpace;
use detente_model::{Actor, Case, Package, Progress, Worlds, unless_cancelled};
use detente_talks::Way;
use detente_talks::course::{Held, InWorld, Outcome, Spoken, Variation, course, followed};

const HEAD: &str = r#"
case = 1
title = "Harbour dues"
as_of = 2025-03-01
"#;
const PORT: &str = "\n[parties.port]\nname = \"Port\"\nrole = \"principal\"\n";
const UNION: &str = "\n[parties.union]\nname = \"Union\"\nrole = \"principal\"\n";
const ISSUES: &str = r#"
[issues.pay]
name = "Pay"
options = ["a little", "some", "more", "much", "very much"]

[issues.shifts]
name = "Shifts"
options = ["long", "middling", "short"]

[issues.start]
name = "Start"
options = ["now", "in spring", "in autumn"]
"#;
const WANTS: &str = r#"
[positions.port]
no_deal = [0.2, 0.5]
importance = ["pay", "shifts", "start"]

[positions.port.pay]
values = { "a little" = 1, some = 0.8, more = 0.5, much = 0.2, "very much" = 0 }

[positions.port.shifts]
values = { long = 1, middling = 0.6, short = 0 }

[positions.port.start]
values = { now = 0, "in spring" = 0.4, "in autumn" = 1 }

[positions.union]
no_deal = [0.2, 0.5]
weights = { pay = [0.2, 0.4], shifts = 0.4, start = 0.3 }

[positions.union.pay]
values = { "a little" = 0, some = 0.3, more = 0.6, much = 0.9, "very much" = 1 }

[positions.union.shifts]
values = { long = 0, middling = 0.7, short = 1 }

[positions.union.start]
values = { now = 1, "in spring" = 0.5, "in autumn" = 0 }
"#;
const TALKS: &str = r#"
[talks]
every = [2, 9]
horizon = 120
beliefs_halve = 30

[talks.parties.port]
firmness = [0.2, 0.9]
patience = [30, 150]
cost_per_day = [0, 0.004]
pressure_per_day = [0, 0.002]
optimism = [0, 0.2]

[talks.parties.union]
firmness = [0.2, 0.9]
patience = [30, 150]
cost_per_day = [0, 0.004]
pressure_per_day = [-0.001, 0.002]
optimism = [-0.1, 0.2]

[[talks.events]]
name = "a strike"
per_month = [0.5, 2]
changes = { "positions.port.no_deal" = [0.3, 0.6], "positions.union.pay.values.much" = 0.7 }
suspends = [0, 12]
ends = [0, 0.2]

[[talks.events]]
name = "a storm"
per_month = 1
suspends = 3
"#;

fn read(parts: &[&str]) -> Case {
    let text = parts.concat();
    match detente_case::parse("test", &text) {
        Ok(reading) => reading.case,
        Err(report) => panic!("{report:?}"),
    }
}

fn harbour(talks: &str) -> Case {
    read(&[HEAD, PORT, UNION, ISSUES, WANTS, talks])
}

fn all(case: &Case, draws: u64, variations: &[Variation]) -> Vec<InWorld> {
    let worlds = Worlds::new(case, 1);
    course(&worlds, draws, variations, 1, &Progress::default()).unwrap().unwrap()
}

fn stated(case: &Case, draws: u64) -> Vec<Held> {
    all(case, draws, &[Variation::AsStated]).into_iter().map(|world| world.held[0].clone()).collect()
}

fn agreed(held: &Held) -> bool {
    matches!(held.outcome, Outcome::Agreement(_))
}

#[test]
fn some_agree_and_some_do_not() {
    let found = stated(&harbour(TALKS), 300);
    let agreements = found.iter().filter(|held| agreed(held)).count();
    assert!((50..290).contains(&agreements), "{agreements}");
    assert!(found.iter().any(|held| matches!(held.outcome, Outcome::Event(0))));
    assert!(found.iter().any(|held| !held.happened.is_empty() && agreed(held)));
}

/// The definitions at the head of the module, taken literally: every package is looked at every time, nothing is kept.
mod literal {
    use super::*;

    struct Side {
        patience: f64,
        cost: f64,
        pressure: f64,
        optimism: f64,
        beta: f64,
        last: Option<Package>,
    }

    #[expect(clippy::too_many_lines, reason = "the definition is read from top to bottom")]
    pub fn held(case: &Case, draw: u64) -> (Outcome, u32) {
        let worlds = Worlds::new(case, 1);
        let talks = case.talks.as_ref().unwrap();
        let world = worlds.draw(draw);
        let number = |id| worlds.number_beside(draw, &world, id);
        let own = |path: &str, count: usize| worlds.uniforms(draw, path, count);
        let mut sides: Vec<Side> = Vec::new();
        for who in &talks.bargainers {
            let detente_model::Bargains::Firmness(firmness) = who.bargains else { panic!("by firmness") };
            let firmness = number(firmness);
            sides.push(Side {
                patience: who.patience.map_or(f64::from(talks.horizon), number),
                cost: number(who.cost_per_day),
                pressure: number(who.pressure_per_day),
                optimism: number(who.optimism),
                beta: (1.0 - firmness) / firmness,
                last: None,
            });
        }
        let first = |id: &str| own(&format!("talks.parties.{id}.speaks"), 1)[0];
        let order = if first("port") <= first("union") { [0, 1] } else { [1, 0] };
        let every = number(talks.every);
        let deadline = talks.deadline.map_or(f64::INFINITY, number);
        let over = deadline.min(f64::from(talks.horizon));
        let mut happened: Vec<usize> = Vec::new();
        let mut seen = vec![false; talks.events.len()];
        let mut on_table: Option<(usize, Package)> = None;
        let mut suspended_until = 0.0_f64;
        let mut k = 1;
        for day in 1..=over.ceil() as u32 {
            for (i, event) in talks.events.iter().enumerate() {
                let chance = 1.0 - (-number(event.per_month) / 30.0).exp();
                let path = format!("talks.events.{}", event.name);
                if own(&format!("{path}.days"), day as usize)[day as usize - 1] >= chance {
                    continue;
                }
                if !seen[i] {
                    seen[i] = true;
                    if !event.changes.is_empty() {
                        happened.push(i);
                        on_table = None;
                    }
                }
                if own(&format!("{path}.last"), day as usize)[day as usize - 1] < number(event.ends) {
                    return (Outcome::Event(i), day);
                }
                suspended_until = suspended_until.max(f64::from(day) + number(event.suspends));
            }
            let changes: Vec<_> =
                happened.iter().flat_map(|i| talks.events[*i].changes.iter().cloned()).collect();
            let space = DealSpace::new(&worlds.amended(draw, &changes)).unwrap();
            while f64::from(k) * every <= f64::from(day).min(over) {
                let due = f64::from(k) * every;
                k += 1;
                if f64::from(day) < suspended_until {
                    continue;
                }
                for me in order {
                    let d = f64::from(day);
                    let floor_of = |side: &Side, place: usize| {
                        let r = space.principals()[place].reservation.to_f64();
                        r + side.optimism * (-d / number(talks.beliefs_halve)).exp2() - side.pressure * d
                    };
                    let no_deal = floor_of(&sides[me], me);
                    let worth = |package: &Package| space.principals()[me].value(package).to_f64();
                    let packages: Vec<Package> = space
                        .packages()
                        .filter(|p| space.is_feasible(p) && !space.principals()[me].refuses(p))
                        .collect();
                    let most = packages.iter().map(worth).fold(f64::NEG_INFINITY, f64::max);
                    let least = packages.iter().map(worth).fold(f64::INFINITY, f64::min);
                    let patience = sides[me].patience.min(deadline);
                    let t = due.min(patience) / (patience + every);
                    let floor = least.max(no_deal);
                    let level = (most - (most - floor) * t.powf(1.0 / sides[me].beta)).min(most).max(floor);
                    // The least that is worth the level, the first of equals.
                    let bid = packages
                        .iter()
                        .filter(|package| worth(package) >= level)
                        .fold(None, |best: Option<&Package>, package| match best {
                            Some(best) if worth(best) <= worth(package) => Some(best),
                            _ => Some(package),
                        })
                        .cloned();
                    let bid = if most >= no_deal { bid } else { None };
                    if let Some((by, offer)) = on_table.clone() {
                        let acceptable = worth(&offer) >= no_deal && !space.principals()[me].refuses(&offer);
                        let as_good = bid.as_ref().is_some_and(|bid| worth(&offer) >= worth(bid));
                        let not_worth_waiting = sides[me].cost > 0.0
                            && sides[me]
                                .last
                                .as_ref()
                                .is_some_and(|last| worth(&offer) + sides[me].cost * every >= worth(last));
                        if by != me && acceptable && (as_good || not_worth_waiting) {
                            let theirs = space.principals()[by].value(&offer).to_f64();
                            if theirs >= floor_of(&sides[by], by) {
                                return (Outcome::Agreement(Arc::new(offer)), day);
                            }
                            on_table = None;
                            break;
                        }
                    }
                    let Some(bid) = bid else {
                        on_table = None;
                        break;
                    };
                    sides[me].last = Some(bid.clone());
                    on_table = Some((me, bid));
                }
            }
        }
        if deadline <= f64::from(talks.horizon) {
            (Outcome::Deadline, deadline.ceil() as u32)
        } else {
            (Outcome::StillTalking, talks.horizon)
        }
    }
}

#[test]
fn worlds_worked_out_by_hand_go_the_same_way() {
    for talks in [TALKS.to_owned(), TALKS.replace("horizon = 120", "horizon = 120\ndeadline = [20, 90]")] {
        let case = harbour(&talks);
        for (draw, held) in stated(&case, 60).iter().enumerate() {
            assert_eq!((held.outcome.clone(), held.day), literal::held(&case, draw as u64), "draw {draw}");
        }
    }
}

#[test]
fn without_a_day_there_is_no_agreement() {
    let case = harbour(&TALKS.replace("[talks]\n", "[talks]\ndeadline = 0\n"));
    for held in stated(&case, 40) {
        assert_eq!((held.outcome, held.day, held.meetings), (Outcome::Deadline, 0, 0));
    }
}

#[test]
fn what_all_want_is_agreed_on_at_the_first_meeting() {
    let wants = r#"
[positions.port]
no_deal = 0.3
weights = { pay = 1 }
[positions.port.pay]
values = { "a little" = 0, some = 0.1, more = 1, much = 0.2, "very much" = 0 }
[positions.union]
no_deal = 0.3
weights = { pay = 1 }
[positions.union.pay]
values = { "a little" = 0, some = 0.2, more = 1, much = 0.1, "very much" = 0 }
"#;
    let issues = ISSUES.split("[issues.shifts]").next().unwrap();
    for protocol in ["alternating offers", "simultaneous offers", "mediator proposes"] {
        for strategy in ["boulware", "conceder", "tough", "micro"] {
            let talks = format!(
                "\n[talks]\nprotocol = \"{protocol}\"\nevery = 5\n[talks.parties.port]\nstrategy = \"{strategy}\"\n\
                 [talks.parties.union]\nstrategy = \"{strategy}\"\n"
            );
            for held in stated(&read(&[HEAD, PORT, UNION, issues, wants, &talks]), 20) {
                assert_eq!(
                    held.outcome,
                    Outcome::Agreement(Arc::new(Package(vec![2]))),
                    "{protocol}, {strategy}"
                );
                assert_eq!((held.day, held.meetings), (5, 1));
            }
        }
    }
}

#[test]
fn the_order_of_the_parties_in_the_file_changes_nothing() {
    for protocol in ["alternating offers", "simultaneous offers", "single text", "mediator proposes"] {
        let talks = TALKS.replace("[talks]\n", &format!("[talks]\nprotocol = \"{protocol}\"\n"));
        let one = stated(&harbour(&talks), 120);
        let other = stated(&read(&[HEAD, UNION, PORT, ISSUES, WANTS, &talks]), 120);
        assert_eq!(one, other, "{protocol}");
        assert!(one.iter().any(agreed), "{protocol}");
    }
}

#[test]
fn other_names_of_options_change_nothing() {
    // Every figure that has the name of an option in its path is known, so that no draw hangs on it.
    let talks =
        TALKS.replace("positions.union.pay.values.much\" = 0.7", "positions.union.pay.values.plenty\" = 0.7");
    let renamed = |text: &str| {
        text.replace("\"much\"", "\"plenty\"")
            .replace("much =", "plenty =")
            .replace("very plenty", "very much")
            .replace("\"very much\"", "\"all\"")
    };
    let other = read(&[HEAD, PORT, UNION, &renamed(ISSUES), &renamed(WANTS), &talks]);
    assert_eq!(stated(&harbour(TALKS), 120), stated(&other, 120));
}

#[test]
fn an_event_that_never_happens_changes_nothing() {
    let never = "\n[[talks.events]]\nname = \"a flood\"\nper_month = 0\nsuspends = 90\nends = 1\n\
                 changes = { \"positions.port.no_deal\" = 0.9 }\n";
    assert_eq!(stated(&harbour(TALKS), 120), stated(&harbour(&[TALKS, never].concat()), 120));
    // And to leave out an event is as if it were not in the file.
    let without = all(&harbour(TALKS), 120, &[Variation::Without(1)]);
    let never_there = TALKS.split("[[talks.events]]\nname = \"a storm\"").next().unwrap();
    let absent = stated(&harbour(never_there), 120);
    assert!(without.iter().map(|world| &world.held[0]).eq(&absent));
}

#[test]
fn a_figure_of_the_talks_moves_no_other_figure_of_the_case() {
    let bare = read(&[HEAD, PORT, UNION, ISSUES, WANTS]);
    let (bare, talking) = (Worlds::new(&bare, 1), Worlds::new(harbour(TALKS), 1));
    assert_eq!(bare.inputs().len(), talking.inputs().len());
    assert_eq!(bare.dimension(), talking.dimension());
    for draw in 0..50 {
        let space = |worlds: &Worlds| DealSpace::new(&worlds.draw(draw)).unwrap();
        assert_eq!(space(&bare), space(&talking));
        // What is amended by nothing is the draw.
        assert_eq!(space(&talking), DealSpace::new(&talking.amended(draw, &[])).unwrap());
    }
}

#[test]
fn who_is_told_of_more_days_has_heard_the_earlier_ones_already() {
    let longer = harbour(&TALKS.replace("horizon = 120", "horizon = 200"));
    for (short, long) in stated(&harbour(TALKS), 150).iter().zip(stated(&longer, 150)) {
        if short.outcome == Outcome::StillTalking {
            assert!(long.day > 120 || long.outcome == Outcome::StillTalking);
        } else {
            assert_eq!(*short, long);
        }
    }
}

#[test]
fn what_ends_talks_more_often_leaves_fewer_agreements() {
    let at = |rate: &str| {
        let talks = TALKS
            .replace("ends = [0, 0.2]", "ends = 1")
            .replace("per_month = [0.5, 2]", &format!("per_month = {rate}"));
        stated(&harbour(&talks), 150)
    };
    let (seldom, often) = (at("0.3"), at("2"));
    for (seldom, often) in seldom.iter().zip(&often) {
        // Nothing but the end is different: whoever agrees among many such events agrees among few.
        assert!(!agreed(often) || seldom == often, "{seldom:?} {often:?}");
        assert!(often.day <= seldom.day);
    }
    assert!(
        seldom.iter().filter(|held| agreed(held)).count() > often.iter().filter(|held| agreed(held)).count()
    );
}

#[test]
fn a_later_deadline_than_all_patience_only_adds_days() {
    let with = |deadline: u32| {
        stated(
            &harbour(
                &TALKS
                    .replace("[30, 150]", "[30, 50]")
                    .replace("[talks]\n", &format!("[talks]\ndeadline = {deadline}\n")),
            ),
            150,
        )
    };
    for (early, late) in with(60).iter().zip(with(100)) {
        assert!(!agreed(early) || *early == late);
    }
}

#[test]
fn nobody_signs_what_is_worse_than_no_deal_on_that_day_or_what_home_refuses() {
    let homes = "\n[audiences.members]\nname = \"Members\"\nof = \"union\"\nveto = true\n\
                 \n[positions.members]\nno_deal = [0.3, 0.6]\nweights = { pay = 1 }\n\
                 [positions.members.pay]\nvalues = { \"a little\" = 0, some = 0.3, more = 0.5, much = 0.8, \"very much\" = 1 }\n";
    for protocol in ["alternating offers", "simultaneous offers", "single text", "mediator proposes"] {
        let talks = TALKS.replace("[talks]\n", &format!("[talks]\nprotocol = \"{protocol}\"\n"));
        let case = read(&[HEAD, PORT, UNION, ISSUES, WANTS, homes, &talks]);
        let worlds = Worlds::new(&case, 1);
        let mut signed = 0;
        for draw in 0..80 {
            let mut last = None;
            let held = followed(&worlds, draw, &Variation::AsStated, &mut |meeting| {
                last = Some((meeting.no_deal.to_vec(), meeting.happened.to_vec()));
            });
            let held = held.unwrap().unwrap();
            let Outcome::Agreement(package) = &held.outcome else { continue };
            signed += 1;
            let (no_deal, happened) = last.unwrap();
            let events = &case.talks.as_ref().unwrap().events;
            let changes: Vec<_> = happened.iter().flat_map(|i| events[*i].changes.iter().cloned()).collect();
            let space = DealSpace::new(&worlds.amended(draw, &changes)).unwrap();
            assert!(space.homes_accept(package), "{protocol}, draw {draw}");
            for (terms, no_deal) in space.principals().iter().zip(no_deal) {
                assert!(
                    !terms.refuses(package) && terms.value(package).to_f64() >= no_deal - 1e-12,
                    "{protocol}, draw {draw}"
                );
            }
        }
        assert!(signed > 5, "{protocol}: {signed}");
    }
}

#[test]
fn settled_beforehand_means_settled() {
    let case = harbour(TALKS);
    let option = case.issues[1].text_option("short").unwrap();
    for world in all(&case, 80, &[Variation::Settled(detente_model::IssueId(1), option)]) {
        if let Outcome::Agreement(package) = &world.held[0].outcome {
            assert_eq!(usize::from(package.0[1]), option);
        }
    }
}

#[test]
fn what_was_agreed_is_measured_exactly() {
    let case = harbour(TALKS);
    let worlds = Worlds::new(&case, 1);
    let mut compared = 0;
    for (draw, world) in all(&case, 80, &[Variation::AsStated]).iter().enumerate() {
        let (Outcome::Agreement(package), Some(measured)) = (&world.held[0].outcome, &world.measured[0])
        else {
            assert!(world.measured[0].is_none());
            continue;
        };
        let events = &case.talks.as_ref().unwrap().events;
        let changes: Vec<_> =
            world.held[0].happened.iter().flat_map(|i| events[*i].changes.iter().cloned()).collect();
        let space = DealSpace::new(&worlds.amended(draw as u64, &changes)).unwrap();
        let values =
            |p: &Package| -> Vec<f64> { space.values(p).iter().map(|value| value.to_f64()).collect() };
        assert_eq!(measured.worth, values(package));
        // By how much all could gain at once: the definition, over every package.
        let gain = |other: &Package| {
            let pairs = values(other).into_iter().zip(&measured.worth).map(|(theirs, own)| theirs - own);
            pairs.fold(f64::INFINITY, f64::min)
        };
        let all_gain = space
            .packages()
            .filter(|p| space.is_feasible(p))
            .map(|p| gain(&p))
            .fold(f64::NEG_INFINITY, f64::max);
        assert!((measured.all_gain.unwrap() - all_gain).abs() < 1e-9);
        let floor: Vec<f64> = space.principals().iter().map(|terms| terms.reservation.to_f64()).collect();
        let product = |of: &[f64]| of.iter().zip(&floor).map(|(worth, floor)| worth - floor).product::<f64>();
        let best = space
            .packages()
            .filter(|p| space.all_accept(p))
            .map(|p| product(&values(&p)))
            .fold(None, |best: Option<f64>, x| Some(best.map_or(x, |best| best.max(x))));
        match (&measured.nash, best) {
            (Some(nash), Some(best)) => assert!((product(nash) - best).abs() < 1e-9),
            (None, None) => {}
            other => panic!("{other:?}"),
        }
        compared += 1;
    }
    assert!(compared > 10);
}

#[test]
fn any_number_of_threads_hold_the_same_talks() {
    let case = harbour(TALKS);
    let variations = [Variation::AsStated, Variation::Everybody(Way::Micro), Variation::Pressure(0, 0.001)];
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| all(&case, 100, &variations))
    };
    let one = on(1);
    assert!(one == on(2) && one == on(4));
}

#[test]
fn talks_end_soon_after_they_are_cancelled() {
    let case = harbour(TALKS);
    let worlds = Worlds::new(&case, 1);
    for last in [1, 2, 50, 1_000] {
        let progress = Progress::cancelled_at(last);
        let held = unless_cancelled(|| course(&worlds, 500, &[Variation::AsStated], 1, &progress));
        assert!(held.is_err());
        assert!(progress.done() < 500);
    }
}

#[test]
fn every_variation_of_every_kind_of_lever_can_be_held() {
    let levers = "\n[[talks.levers]]\nname = \"all at once\"\nchanges = { \"positions.port.no_deal\" = 0.1 }\n\
                  settles = { start = \"in spring\" }\ndeadline = 40\nevery = 1\nprotocol = \"single text\"\n\
                  pressure_per_day = { union = 0.001 }\n";
    let case = harbour(&[TALKS, levers].concat());
    let talks = case.talks.as_ref().unwrap();
    let mut variations = Variation::assumptions(&case, talks);
    let assumptions = variations.len();
    variations.extend(Variation::levers(&case, talks));
    let found = all(&case, 30, &variations);
    assert!(found.iter().all(|world| world.held.len() == variations.len()));
    let lever = variations.iter().position(|variation| *variation == Variation::Lever(0)).unwrap();
    assert!(lever >= assumptions);
    for world in &found {
        let held = &world.held[lever];
        assert!(held.day <= 40);
        if let Outcome::Agreement(package) = &held.outcome {
            assert_eq!(package.0[2], 1);
        }
    }
}

#[test]
fn a_meeting_is_told_by_who_said_what() {
    let case = harbour(TALKS);
    let worlds = Worlds::new(&case, 1);
    let mut offers = 0;
    let mut days = Vec::new();
    followed(&worlds, 0, &Variation::AsStated, &mut |meeting| {
        days.push(meeting.day);
        offers +=
            meeting.said.iter().filter(|(who, said)| *who < 2 && matches!(said, Spoken::Offer(_))).count();
        assert_eq!((meeting.no_deal.len(), meeting.time.len()), (2, 2));
        assert!(meeting.due <= f64::from(meeting.day) && f64::from(meeting.day) < meeting.due + 1.0);
    })
    .unwrap();
    assert!(offers > 0 && days.is_sorted());
    assert!(case.position_of(Actor::Party(detente_model::PartyId(0))).is_some());
}

#[test]
fn the_talks_of_the_shipped_cases_are_held_in_every_variation() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut held = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let Ok(reading) = detente_case::read(&entry.unwrap().path()) else { continue };
        let case = reading.case;
        let Some(talks) = &case.talks else { continue };
        held += 1;
        let assumptions = Variation::assumptions(&case, talks);
        let mut variations = assumptions.clone();
        variations.extend(Variation::levers(&case, talks));
        let worlds = Worlds::new(&case, 1);
        let draws = 200;
        let found =
            course(&worlds, draws, &variations, assumptions.len(), &Progress::default()).unwrap().unwrap();
        assert_eq!(found.len() as u64, draws);
        // The same worlds and the same chance: without a difference in what is varied, nothing differs.
        let again =
            course(&worlds, draws, &[Variation::AsStated, Variation::AsStated], 0, &Progress::default());
        for world in again.unwrap().unwrap() {
            assert_eq!(world.held[0], world.held[1]);
        }
    }
    assert!(held > 0, "a case of the project has talks");
}

//! Talks of the real cases, in the world in which every judgement is taken at its middle.

use std::path::Path;

use detente_deals::DealSpace;
use detente_model::Worlds;
use detente_talks::protocols::rubinstein::{Bargain, Horizon};
use detente_talks::protocols::sao;
use detente_talks::protocols::single_text::{self, Keeps, Mediation, Voter};
use detente_talks::{Deadline, Scenario, Wants, Way};

/// The deal space of every case that has one, by the name of its folder.
fn spaces() -> Vec<(String, DealSpace)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let entries = std::fs::read_dir(folder).expect("the cases of the project");
    let mut folders: Vec<_> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir()).collect();
    folders.sort();
    let read = folders.iter().filter_map(|folder| {
        let case = detente_case::read(folder).ok()?.case;
        let space = DealSpace::new(Worlds::new(&case, 1).central()).ok()?;
        Some((folder.file_name()?.to_string_lossy().into_owned(), space))
    });
    read.collect()
}

#[test]
fn on_every_case_talks_end_at_what_the_principals_accept() {
    let spaces = spaces();
    assert!(!spaces.is_empty(), "there are cases with a deal space");
    for (name, space) in &spaces {
        let talks = Scenario::of(space, []).unwrap();
        let wants = talks.wants();
        let accepts = |package: &_| space.principals().iter().all(|terms| terms.accepts(package));
        for way in Way::all() {
            let mut parties: Vec<_> = (0..wants.len()).map(|seat| way.seated(seat, 1)).collect();
            let ended = sao::hold(&wants, &mut parties, Deadline::rounds(40), |_| ());
            if let Some(agreed) = ended.agreement() {
                let package = talks.layout().package(&agreed);
                let wasted = matches!(way, Way::Descending { wasting: true, .. });
                assert!(
                    wasted || space.is_feasible(&package) && accepts(&package),
                    "{name}, {way}: {package:?}"
                );
            }
        }
        let voters = vec![Voter::Climber; wants.len()];
        let mediation = Mediation { rounds: 500, keeps: Keeps::Unanimous, seed: 1 };
        if let Some(signed) = single_text::hold(&wants, &voters, &mediation, None, |_| ()).signed {
            assert!(accepts(&talks.layout().package(&signed)), "{name}");
        }
    }
}

/// Over the whole deal space: what is agreed on is in the zone, and who is the more patient gets no less than before.
#[test]
fn on_cases_of_two_rubinsteins_bargain_is_in_the_zone_and_patience_pays() {
    for (name, space) in spaces().into_iter().filter(|(_, space)| space.principals().len() == 2) {
        let bargain = Bargain::of(&space).unwrap();
        if bargain.points().is_empty() {
            continue;
        }
        let first = |discounts| {
            let periods = bargain.equilibrium(discounts, 0, Horizon::Periods(200));
            let agreed = periods[0].agreed.map(|at| bargain.points()[at].package.clone());
            (agreed, periods[0].worth[0])
        };
        let (agreed, worth) = first([0.9, 0.9]);
        assert!(agreed.is_some_and(|package| space.all_accept(&package)), "{name}");
        let (_, patient) = first([0.99, 0.9]);
        assert!(patient >= worth, "{name}: {patient} for {worth}");
    }
}

/// No deal stands at its place whatever the units of a space are.
#[test]
fn a_package_worth_just_no_deal_is_known_to_be() {
    for (name, space) in spaces() {
        let talks = Scenario::of(&space, []).unwrap();
        let wants: Vec<Wants<'_>> = talks.wants();
        for package in space.packages().take(5_000) {
            let offer = talks.layout().pack(&package).unwrap();
            for (wants, terms) in wants.iter().zip(space.principals()) {
                assert_eq!(
                    wants.worth(&offer) >= wants.no_deal,
                    terms.accepts(&package),
                    "{name}: {package:?}"
                );
            }
        }
    }
}

//! Small cases for the tests of this crate.

use detente_model::{
    Bearing, Case, Claim, Evidence, Grade, Number, PartyId, Proposition, PropositionId, Reliability, Role,
    Source, SourceId, Speaker, Strength, Uncertain,
};
use jiff::civil::Date;

/// A claim that says nothing yet.
pub fn claim(id: &str, bearing: Option<Bearing>) -> Claim {
    Claim {
        id: id.to_owned(),
        said: None,
        reported: None,
        by: None,
        party: None,
        role: None,
        source: None,
        locator: None,
        origin: None,
        text: None,
        bearing,
        grade: None,
        draft: false,
        place: None,
    }
}

/// A day of February 2024.
pub fn february(day: i8) -> Date {
    jiff::civil::date(2024, 2, day)
}

/// A case with propositions of these priors, two parties and three sources of reliability A, B and C.
pub fn case(priors: &[Uncertain]) -> Case {
    let mut case = Case { as_of: february(28), ..Case::default() };
    for (i, prior) in priors.iter().enumerate() {
        let prior = case.numbers.add(Number::new(format!("propositions.p{i}.prior"), *prior));
        case.propositions.push(Proposition {
            id: format!("p{i}"),
            text: format!("Question {i}"),
            prior,
            when_true: Vec::new(),
            when_false: Vec::new(),
            place: None,
        });
    }
    for id in ["north", "south"] {
        case.parties.push(detente_model::Party {
            id: id.to_owned(),
            name: id.to_owned(),
            role: Role::Principal,
            people: Vec::new(),
            quota: None,
            quota_when: None,
            place: None,
        });
    }
    for (id, reliability) in [("a", Reliability::A), ("b", Reliability::B), ("c", Reliability::C)] {
        case.sources.push(Source {
            id: id.to_owned(),
            title: id.to_owned(),
            published: None,
            reliability: Some(reliability),
            locator: None,
            place: None,
        });
    }
    case
}

/// One claim in short: proposition, whether it speaks for it, strength 0–2, source 0–2, credibility 1–6, day, speaker.
pub type Short = (usize, bool, usize, usize, u8, i8, usize);

/// Adds a claim given in short, graded by its source's reliability and the credibility.
pub fn add(case: &mut Case, short: Short) {
    let (on, supports, strength, source, credibility, day, speaker) = short;
    let evidence = Evidence::Stance { supports, strength: Strength::ALL[strength] };
    let id = format!("claim-{}", case.claims.len());
    let reliability = [Reliability::A, Reliability::B, Reliability::C][source];
    case.claims.push(Claim {
        said: Some(february(day)),
        reported: Some(february(day)),
        by: Some(["general", "diplomat", "leader", "spokesman"][speaker].to_owned()),
        role: Some([Speaker::Military, Speaker::Diplomat, Speaker::Leader, Speaker::Press][speaker]),
        party: Some(PartyId(speaker % 2)),
        source: Some(SourceId(source)),
        grade: Some(Grade { reliability, credibility }),
        ..claim(&id, Some(Bearing::Proposition { on: PropositionId(on), evidence }))
    });
}

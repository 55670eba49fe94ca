//! What rests on what: from a source, a claim or a figure to all that would move with it.
//!
//! The figures know what they cite ([`Number::cite`](detente_model::Number::cite)); this is the other direction.

use std::collections::BTreeSet;

use detente_model::{Bearing, Case, Claim, Evidence, Number, PropositionId, SourceId, TrustIn};

use super::EditFault;
use crate::code::Code;
use crate::fault::Fault;
use crate::nearest::nearest;
use crate::read::{CASE_FILE, parse};
use crate::text::quoted;

/// Something on which other things rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// A source, by its id.
    Source(String),
    /// A claim, by its id.
    Claim(String),
    /// A figure, a judgement as a rule, by its path.
    Figure(String),
}

/// What rests on something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resting {
    /// The figures, in the order of the file: of a source those that cite it, of a claim or a prior those that the proposition
    /// amends.
    pub figures: Vec<RestingFigure>,
    /// The claims, by id: of a source those that it reports, of a figure those that are weighed by it.
    pub claims: Vec<RestingClaim>,
    /// The propositions, by id: those on whose probability it bears.
    pub propositions: Vec<String>,
}

/// A figure that rests on something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestingFigure {
    /// Its path.
    pub path: String,
    /// Whether it rests on nothing else: without it, it would be a judgement, or never be amended.
    pub alone: bool,
}

/// A claim that rests on something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestingClaim {
    /// Its id.
    pub id: String,
    /// The proposition on which it bears, if it bears on one.
    pub on: Option<String>,
}

/// What rests on a source, a claim or a figure of a case.
///
/// ```
/// use detente_case::edit::{Ground, rests_on};
/// use detente_case::template;
///
/// let resting = rests_on(template(), &Ground::Source("gazette".into())).unwrap();
/// assert!(resting.claims.iter().any(|claim| claim.id == "forecast-may" && claim.on.as_deref() == Some("dry_year")));
/// let resting = rests_on(template(), &Ground::Claim("forecast-may".into())).unwrap();
/// assert_eq!(resting.propositions, ["dry_year"]);
/// assert!(resting.figures.iter().any(|figure| figure.path == "positions.upland.no_deal"));
/// ```
///
/// # Errors
/// The case is not sound, or has no such source, claim or figure.
pub fn rests_on(text: &str, ground: &Ground) -> Result<Resting, EditFault> {
    let reading = parse(CASE_FILE, text).map_err(EditFault::Unsound)?;
    resting_on(&reading.case, ground)
}

pub(super) fn resting_on(case: &Case, ground: &Ground) -> Result<Resting, EditFault> {
    in_case(case, ground)
        .ok_or_else(|| EditFault::Impossible { edit: 0, fault: Box::new(unknown(case, ground)) })
}

/// What rests on something in a case; `None` if there is no such thing.
pub fn in_case(case: &Case, ground: &Ground) -> Option<Resting> {
    match ground {
        Ground::Source(id) => {
            let source = SourceId(case.sources.iter().position(|source| source.id == *id)?);
            Some(on_source(case, source))
        }
        Ground::Claim(id) => {
            case.claims.iter().find(|claim| claim.id == *id).map(|claim| on_claim(case, claim))
        }
        Ground::Figure(path) => {
            let number = case.numbers.stated().find(|number| number.path == *path)?;
            Some(on_figure(case, number))
        }
    }
}

fn unknown(case: &Case, ground: &Ground) -> Fault {
    let hint = |fault: Fault, near: Option<&str>| match near {
        Some(near) => fault.did_you_mean(near),
        None => fault.help("name one that the case has"),
    };
    match ground {
        Ground::Source(id) => {
            let message = format!("{} is not a source of this case", quoted(id));
            let near = nearest(id, case.sources.iter().map(|source| source.id.as_str()));
            hint(Fault::of_file(Code::UnknownSource, message), near)
        }
        Ground::Claim(id) => {
            let message = format!("{} is not a claim of this case", quoted(id));
            let near = nearest(id, case.claims.iter().map(|claim| claim.id.as_str()));
            hint(Fault::of_file(Code::UnknownPath, message), near)
        }
        Ground::Figure(path) => {
            let message = format!("no figure of this case is known as {}", quoted(path));
            let near = nearest(path, case.numbers.stated().map(|number| number.path.as_str()));
            hint(Fault::of_file(Code::UnknownPath, message), near)
        }
    }
}

fn resting(case: &Case, claim: &Claim) -> RestingClaim {
    let on = bears_on(claim).map(|on| case.propositions[on.0].id.clone());
    RestingClaim { id: claim.id.clone(), on }
}

pub(super) fn bears_on(claim: &Claim) -> Option<PropositionId> {
    match &claim.bearing {
        Some(Bearing::Proposition { on, .. }) => Some(*on),
        _ => None,
    }
}

fn on_source(case: &Case, source: SourceId) -> Resting {
    let mut resting_on = Resting::default();
    let mut propositions = BTreeSet::new();
    for claim in case.claims.iter().filter(|claim| claim.source == Some(source)) {
        resting_on.claims.push(resting(case, claim));
        propositions.extend(bears_on(claim).map(|on| on.0));
    }
    // The numbers of a claim are the claim's.
    let of_claims = |number: &Number| number.path.starts_with("claims.");
    for number in case.numbers.stated().filter(|number| !of_claims(number)) {
        if number.cite.iter().any(|cite| cite.source == source) {
            let alone = number.cite.iter().all(|cite| cite.source == source);
            resting_on.figures.push(RestingFigure { path: number.path.clone(), alone });
        }
    }
    let cited = |prior: &Number| prior.cite.iter().any(|cite| cite.source == source);
    for (i, proposition) in case.propositions.iter().enumerate() {
        if propositions.contains(&i) || cited(&case.numbers[proposition.prior]) {
            resting_on.propositions.push(proposition.id.clone());
        }
    }
    resting_on
}

fn on_claim(case: &Case, claim: &Claim) -> Resting {
    let Some(on) = bears_on(claim) else { return Resting::default() };
    on_proposition(case, on)
}

/// The figures that a proposition amends.
fn on_proposition(case: &Case, on: PropositionId) -> Resting {
    let proposition = &case.propositions[on.0];
    let mut figures: Vec<RestingFigure> = Vec::new();
    for amendment in proposition.when_true.iter().chain(&proposition.when_false) {
        let path = &case.numbers[amendment.number].path;
        if figures.iter().all(|figure| figure.path != *path) {
            let amends = |other: &detente_model::Proposition| {
                other.when_true.iter().chain(&other.when_false).any(|one| one.number == amendment.number)
            };
            let alone = case.propositions.iter().filter(|other| amends(other)).count() == 1;
            figures.push(RestingFigure { path: path.clone(), alone });
        }
    }
    Resting { figures, claims: Vec::new(), propositions: vec![proposition.id.clone()] }
}

fn on_figure(case: &Case, number: &Number) -> Resting {
    let is = |id: detente_model::NumberId| case.numbers[id].path == number.path;
    if let Some(on) = case.propositions.iter().position(|proposition| is(proposition.prior)) {
        return on_proposition(case, PropositionId(on));
    }
    // A figure by which claims are weighed.
    let weighing = &case.weighing;
    let strength = weighing.likelihood_ratios.iter().find(|(_, id)| is(*id)).map(|(strength, _)| *strength);
    let trust = weighing.trust.iter().find(|(_, id)| is(*id)).map(|(trust, _)| *trust);
    let within_origin = weighing.within_origin.is_some_and(is);
    let shares_an_origin = |claim: &Claim| {
        claim.origin.is_some() && case.claims.iter().filter(|other| other.origin == claim.origin).count() > 1
    };
    let rests = |claim: &&Claim| match &claim.bearing {
        Some(Bearing::Proposition { evidence, .. }) => {
            let by_strength = match evidence {
                Evidence::Stance { strength: its, .. } => strength == Some(*its),
                Evidence::LikelihoodRatio(id) => is(*id),
            };
            let by_trust = match (trust, claim.grade) {
                (Some(TrustIn::Source(letter)), Some(grade)) => grade.reliability == letter,
                (Some(TrustIn::Information(digit)), Some(grade)) => grade.credibility == digit,
                (Some(TrustIn::Grade(wanted)), Some(grade)) => grade == wanted,
                (Some(TrustIn::Ungraded), None) => true,
                _ => false,
            };
            by_strength || by_trust || within_origin && shares_an_origin(claim)
        }
        Some(Bearing::Quantity { value, .. }) => is(*value),
        _ => false,
    };
    let claims: Vec<&Claim> = case.claims.iter().filter(rests).collect();
    let on: BTreeSet<usize> = claims.iter().filter_map(|claim| bears_on(claim)).map(|on| on.0).collect();
    let mut found = Resting::default();
    for on in on {
        let more = on_proposition(case, PropositionId(on));
        found.propositions.extend(more.propositions);
        let new =
            more.figures.into_iter().filter(|figure| !found.figures.contains(figure)).collect::<Vec<_>>();
        found.figures.extend(new);
    }
    found.claims = claims.into_iter().map(|claim| resting(case, claim)).collect();
    found
}

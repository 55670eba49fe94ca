//! Random cases with continuous issues.

use detente_model::{
    Actor, Audience, AudienceId, Case, Choice, Combination, Infeasible, Interaction, Issue, IssueId,
    IssuePosition, Number, NumberId, Party, PartyId, Position, Reservation, Role, Uncertain, Valuation,
    Weights,
};

/// Numbers from a seed.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `n`.
    pub fn roll(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// What a random case may hold.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub principals: u64,
    pub discrete: u64,
    pub continuous: u64,
    /// Whether numbers are ranges.
    pub doubt: bool,
    /// Audiences with a veto or behind a quota, interactions, infeasible combinations.
    pub tangled: bool,
}

const TOP: u64 = 12;

pub fn case(seed: u64, shape: Shape) -> Case {
    let mut dice = Dice::new(seed);
    let mut case = Case::default();
    for k in 0..shape.discrete + shape.continuous {
        let continuous = k >= shape.discrete;
        let count = if continuous { 1 } else { 1 + dice.roll(3) };
        let options =
            if continuous { vec![0.0, TOP as f64] } else { (0..=count).map(|o| o as f64).collect() };
        case.issues.push(Issue {
            id: format!("k{k}"),
            name: format!("k{k}"),
            unit: None,
            options: options.into_iter().map(Choice::Number).collect(),
            continuous,
            place: None,
        });
    }
    let mut actors = Vec::new();
    for i in 0..shape.principals as usize {
        let (id, name) = (format!("p{i}"), format!("p{i}"));
        let quota = (shape.tangled && dice.roll(2) == 0).then(|| {
            case.numbers.add(Number::new(format!("p{i}.quota"), [0.5, 0.7, 1.0][dice.roll(3) as usize]))
        });
        case.parties.push(Party {
            id,
            name,
            role: Role::Principal,
            people: Vec::new(),
            quota,
            quota_when: None,
            place: None,
        });
        actors.push(Actor::Party(PartyId(i)));
    }
    if shape.tangled {
        for a in 0..dice.roll(4) as usize {
            let of = PartyId(dice.roll(shape.principals) as usize);
            let (id, name) = (format!("a{a}"), format!("a{a}"));
            let weight = case.numbers.add(Number::new(format!("a{a}.weight"), 1.0 + dice.roll(3) as f64));
            let veto = dice.roll(3) == 0;
            case.audiences.push(Audience { id, name, of, veto, weight, when: None, place: None });
            actors.push(Actor::Audience(AudienceId(a)));
        }
    }
    for of in actors {
        position(&mut case, of, shape, &mut dice);
    }
    if shape.tangled && shape.discrete >= 2 {
        let when = Combination(vec![
            (IssueId(0), vec![dice.roll(2) as usize]),
            (IssueId(1), vec![dice.roll(2) as usize]),
        ]);
        if dice.roll(2) == 0 {
            case.infeasible.push(Infeasible { when, because: None, place: None });
        } else {
            let value = case.numbers.add(Number::new("extra", dice.roll(5) as f64 / 10.0 - 0.2));
            case.interactions.push(Interaction {
                of: Actor::Party(PartyId(0)),
                when,
                value,
                cite: Vec::new(),
                place: None,
            });
        }
    }
    let marks = stops(&case);
    case.with_stops(&marks)
}

fn position(case: &mut Case, of: Actor, shape: Shape, dice: &mut Dice) {
    let id = case.actor_id(of).to_owned();
    let number = |case: &mut Case, path: String, low: f64, spread: f64| -> NumberId {
        let value = if shape.doubt && spread > 0.0 {
            Uncertain::uniform(low, low + spread).unwrap()
        } else {
            Uncertain::from(low)
        };
        case.numbers.add(Number::new(path, value))
    };
    let floor = (4 + dice.roll(8)) as f64 / 20.0;
    let reservation = Reservation::Value(number(case, format!("{id}.no_deal"), floor, 0.2));
    let (mut weights, mut issues) = (Vec::new(), Vec::new());
    for k in 0..case.issues.len() {
        let issue = IssueId(k);
        let weight = (1 + dice.roll(4)) as f64;
        weights.push((issue, number(case, format!("{id}.w{k}"), weight, 1.0)));
        let (mut at_most, mut at_least) = (None, None);
        let listed = !case.issues[k].continuous;
        let valuation = if listed {
            let options = case.issues[k].options.len();
            let worth: Vec<f64> = (0..options).map(|_| dice.roll(11) as f64 / 10.0).collect();
            let value = |(o, x): (usize, f64)| number(case, format!("{id}.{k}.{o}"), x * 0.9, 0.1);
            Some(Valuation::Table(worth.into_iter().enumerate().map(value).collect()))
        } else {
            if dice.roll(4) == 0 {
                at_most = Some(number(case, format!("{id}.{k}.at_most"), (4 + dice.roll(7)) as f64, 1.0));
            }
            if dice.roll(4) == 0 {
                at_least = Some(number(case, format!("{id}.{k}.at_least"), dice.roll(8) as f64, 1.0));
            }
            match dice.roll(5) {
                0 | 1 => {
                    let ideal = dice.roll(TOP + 1);
                    // Now and then the two fall together, which leaves a spike.
                    let worst =
                        if dice.roll(12) == 0 { ideal } else { (ideal + 1 + dice.roll(TOP)) % (TOP + 1) };
                    let ideal = number(case, format!("{id}.{k}.ideal"), ideal as f64, 0.0);
                    Some(Valuation::Linear {
                        ideal,
                        worst: number(case, format!("{id}.{k}.worst"), worst as f64, 0.0),
                    })
                }
                2..4 => {
                    let mut at = dice.roll(4);
                    let mut points = Vec::new();
                    while at <= TOP {
                        let worth = dice.roll(10) as f64 / 10.0;
                        points.push((at as f64, number(case, format!("{id}.{k}.points.{at}"), worth, 0.1)));
                        at += 1 + dice.roll(6);
                    }
                    Some(Valuation::Piecewise(points))
                }
                _ => {
                    let (low, high) = (dice.roll(6) as f64, (7 + dice.roll(5)) as f64);
                    let ideal = number(
                        case,
                        format!("{id}.{k}.ideal"),
                        if dice.roll(2) == 0 { low } else { high },
                        1.0,
                    );
                    let other = if case.numbers[ideal].value.low() == low { high } else { low };
                    Some(Valuation::Linear {
                        ideal,
                        worst: number(case, format!("{id}.{k}.worst"), other, 1.0),
                    })
                }
            }
        };
        let never = if !case.issues[k].continuous && dice.roll(8) == 0 { vec![0] } else { Vec::new() };
        issues.push(IssuePosition {
            issue,
            valuation,
            never,
            doubtful: Vec::new(),
            at_most,
            at_least,
            cite: Vec::new(),
            note: None,
            place: None,
        });
    }
    let weights = Weights::Stated(weights);
    case.positions.push(Position {
        of,
        reservation,
        weights,
        issues,
        cite: Vec::new(),
        note: None,
        place: None,
    });
}

/// The stops that a reader would find: bends and red lines, at the ends and the centre of their doubt.
fn stops(case: &Case) -> Vec<(IssueId, f64)> {
    let mut stops = Vec::new();
    for position in &case.positions {
        for stated in position.issues.iter().filter(|stated| case.issue(stated.issue).continuous) {
            let mut ids: Vec<NumberId> = [stated.at_most, stated.at_least].into_iter().flatten().collect();
            match &stated.valuation {
                Some(Valuation::Linear { ideal, worst }) => ids.extend([*ideal, *worst]),
                Some(Valuation::Piecewise(points)) => {
                    stops.extend(points.iter().map(|(x, _)| (stated.issue, *x)));
                }
                _ => {}
            }
            for id in ids {
                let value = case.numbers[id].value;
                stops.extend([value.low(), value.central(), value.high()].map(|x| (stated.issue, x)));
            }
        }
    }
    stops
}

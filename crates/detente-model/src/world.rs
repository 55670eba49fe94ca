//! A case with every doubt resolved, and what each side wants in it.

use std::sync::Arc;

use crate::{
    Actor, Amendment, Blocking, Case, Combination, Curve, DoubtfulLine, IssueId, NumberId, PositionId,
    PropositionId, Reservation, Uncertain, Valuation, Weights,
};

/// A case with every doubt resolved.
#[derive(Debug, Clone)]
pub struct World {
    pub(crate) case: Arc<Case>,
    pub(crate) numbers: Vec<f64>,
    pub(crate) truths: Vec<bool>,
    pub(crate) weights: Vec<Vec<f64>>,
    pub(crate) contradicted: Vec<PositionId>,
    /// What was amended on top of what propositions amend, the last word last.
    pub(crate) further: Vec<Amendment>,
}

/// Two worlds are equal if everything turned out alike in them, whichever case they are of.
impl PartialEq for World {
    fn eq(&self, other: &Self) -> bool {
        self.numbers == other.numbers
            && self.truths == other.truths
            && self.weights == other.weights
            && self.contradicted == other.contradicted
    }
}

impl World {
    /// The case that this is a world of.
    pub fn case(&self) -> &Arc<Case> {
        &self.case
    }

    /// This world, of a case that differs from its own in nothing but further stops (see [`Case::with_stops`]).
    pub fn on(&self, case: &Arc<Case>) -> Self {
        Self { case: Arc::clone(case), ..self.clone() }
    }

    /// Makes this world that of a case which differs from its own in the values of some numbers alone, of which no weight and no answer to an open question
    /// follows ([`Case::apart_in_numbers`]). Each is given with what this world makes of it.
    pub fn restate(&mut self, case: &Arc<Case>, numbers: impl IntoIterator<Item = (NumberId, f64)>) {
        self.case = Arc::clone(case);
        for (id, number) in numbers {
            self.numbers[id.0] = number;
        }
    }

    /// Whether something amends a number in this world, so that what the case says of it first does not count.
    pub fn is_amended(&self, id: NumberId) -> bool {
        self.amendments().any(|amendment| amendment.number == id)
    }

    fn amendments(&self) -> impl DoubleEndedIterator<Item = &Amendment> {
        let of_truths = self.case.propositions.iter().zip(&self.truths);
        of_truths
            .flat_map(
                |(proposition, holds)| if *holds { &proposition.when_true } else { &proposition.when_false },
            )
            .chain(&self.further)
    }

    /// The value of a number.
    pub fn number(&self, id: NumberId) -> f64 {
        self.numbers[id.0]
    }

    /// Whether a proposition is true.
    pub fn holds(&self, id: PropositionId) -> bool {
        self.truths[id.0]
    }

    /// What a number may be, once it is settled which propositions are true and what else amends it.
    pub fn stated(&self, id: NumberId) -> Uncertain {
        let last = self.amendments().rfind(|amendment| amendment.number == id);
        last.map_or(self.case.numbers[id].value, |amendment| amendment.value)
    }

    /// The positions whose comparisons of packages cannot all hold with what the options are worth in this world. Their weights are
    /// those of a case without these comparisons.
    pub fn contradicted(&self) -> &[PositionId] {
        &self.contradicted
    }

    /// The weights of a position, one an issue, summing to 1.
    pub fn weights(&self, id: PositionId) -> &[f64] {
        &self.weights[id.0]
    }

    /// The value in [0, 1] that a position gives to an option, before weighting; 0 where it states none.
    pub fn option_value(&self, position: PositionId, issue: IssueId, option: usize) -> f64 {
        let stated = self.case.position(position).issues.iter().find(|p| p.issue == issue);
        if let Some(Valuation::Table(values)) = stated.and_then(|p| p.valuation.as_ref()) {
            return self.number(values[option]);
        }
        self.curve(position, issue).at(self.case.issue(issue).options[option].number().unwrap_or(0.0))
    }

    /// As [`Self::option_value`], for all options of an issue.
    fn option_values(&self, position: PositionId, issue: IssueId) -> Vec<f64> {
        let stated = self.case.position(position).issues.iter().find(|p| p.issue == issue);
        if let Some(Valuation::Table(values)) = stated.and_then(|p| p.valuation.as_ref()) {
            return values.iter().map(|id| self.number(*id)).collect();
        }
        let curve = self.curve(position, issue);
        let options = &self.case.issue(issue).options;
        options.iter().map(|option| curve.at(option.number().unwrap_or(0.0))).collect()
    }

    /// The value that a position gives to any number on an issue, before weighting; flat where it values options one by one, or not at
    /// all.
    pub fn curve(&self, position: PositionId, issue: IssueId) -> Curve {
        let stated = self.case.position(position).issues.iter().find(|p| p.issue == issue);
        match stated.and_then(|p| p.valuation.as_ref()) {
            None | Some(Valuation::Table(_)) => Curve::Flat,
            Some(Valuation::Linear { ideal, worst }) => {
                Curve::Linear { ideal: self.number(*ideal), worst: self.number(*worst) }
            }
            Some(Valuation::Piecewise(points)) => {
                Curve::Piecewise(points.iter().map(|(x, id)| (*x, self.number(*id))).collect())
            }
        }
    }

    /// Whether a red line that may not be meant holds.
    pub fn is_meant(&self, line: &DoubtfulLine) -> bool {
        line.only_if.is_none_or(|id| self.holds(id))
            && !line.unless.is_some_and(|id| self.holds(id))
            && self.number(line.quantile) < self.number(line.sure)
    }

    /// Between which numbers the red lines of a position leave an issue open; infinite where there is none.
    pub fn red_lines(&self, position: PositionId, issue: IssueId) -> (f64, f64) {
        let stated = self.case.position(position).issues.iter().find(|p| p.issue == issue);
        let line = |id: Option<NumberId>, none: f64| id.map_or(none, |id| self.number(id));
        let at_least = line(stated.and_then(|p| p.at_least), f64::NEG_INFINITY);
        (at_least, line(stated.and_then(|p| p.at_most), f64::INFINITY))
    }

    /// Whether a number was drawn: it is not where the case puts it, nor where a proposition does.
    pub fn is_drawn(&self, id: NumberId) -> bool {
        let value = self.numbers[id.0];
        value != self.case.numbers[id].value.central() && value != self.stated(id).central()
    }

    /// Which of the values that a position gives to the options of an issue were drawn, or follow from something that was.
    pub fn by_chance(&self, position: PositionId, issue: IssueId) -> impl Fn(usize) -> bool {
        let stated = self.case.position(position).issues.iter().find(|p| p.issue == issue);
        let drawn = |id: &NumberId| self.is_drawn(*id);
        let (each, all) = match stated.and_then(|p| p.valuation.as_ref()) {
            Some(Valuation::Table(values)) => (values.as_slice(), false),
            Some(Valuation::Linear { ideal, worst }) => ([].as_slice(), drawn(ideal) || drawn(worst)),
            Some(Valuation::Piecewise(points)) => ([].as_slice(), points.iter().any(|(_, id)| drawn(id))),
            None => ([].as_slice(), false),
        };
        move |option| all || each.get(option).is_some_and(|id| self.is_drawn(*id))
    }

    /// Whether everything that an actor wants is stated as known, so that it is the same in every world.
    pub fn is_certain(&self, actor: Actor) -> bool {
        let Some(id) = self.case.position_of(actor) else { return true };
        let position = self.case.position(id);
        let Weights::Stated(weights) = &position.weights else { return false };
        if self.case.comparisons.iter().any(|comparison| comparison.of == actor) {
            return false;
        }
        let known = |id: &NumberId| self.stated(*id).is_known();
        let valued = |valuation: &Valuation| match valuation {
            Valuation::Table(values) => values.iter().all(known),
            Valuation::Linear { ideal, worst } => known(ideal) && known(worst),
            Valuation::Piecewise(points) => points.iter().all(|(_, id)| known(id)),
        };
        let reserved = match &position.reservation {
            Reservation::Value(id) => {
                known(id) && self.blocking(actor).all(|blocking| blocking.numbers().all(|id| known(&id)))
            }
            Reservation::Package(_) => true,
        };
        reserved
            && weights.iter().all(|(_, id)| known(id))
            && position.issues.iter().filter_map(|issue| issue.valuation.as_ref()).all(valued)
            && self.case.interactions.iter().all(|i| i.of != actor || known(&i.value))
    }

    fn blocking(&self, actor: Actor) -> impl Iterator<Item = &Blocking> {
        self.case.blocking.iter().filter(move |blocking| actor == Actor::Party(blocking.of))
    }

    /// What no deal is worth to a position once it is counted what saying no costs: never less than the worst of its scale, nor more than the best. `None`
    /// where it is worth as much as a package.
    pub fn no_deal(&self, id: PositionId) -> Option<f64> {
        let position = self.case.position(id);
        let Reservation::Value(stated) = &position.reservation else { return None };
        let stated = self.number(*stated);
        let less: f64 =
            self.blocking(position.of).map(|blocking| blocking.lets_pass(|id| self.number(id))).sum();
        if less == 0.0 {
            return Some(stated);
        }
        // What a subtraction of stated figures leaves behind the twelfth decimal is no figure.
        Some(((stated - less).clamp(0.0, 1.0) * 1e12).round() / 1e12)
    }

    /// Everything that an actor wants, as numbers; `None` for an actor without a position.
    pub fn preferences(&self, actor: Actor) -> Option<Preferences> {
        let id = self.case.position_of(actor)?;
        let position = self.case.position(id);
        let weights = self.weights(id);
        let values: Vec<Vec<f64>> = self
            .case
            .issues
            .iter()
            .enumerate()
            .map(|(k, issue)| match weights[k] {
                0.0 => vec![0.0; issue.options.len()],
                _ => self.option_values(id, IssueId(k)),
            })
            .collect();
        let weighted =
            |(values, weight): (&Vec<f64>, &f64)| values.iter().map(|value| value * weight).collect();
        let worth = values.iter().zip(weights).map(weighted).collect();
        let mut refused: Vec<Vec<bool>> =
            self.case.issues.iter().map(|issue| vec![false; issue.options.len()]).collect();
        for stated in &position.issues {
            for (option, choice) in self.case.issue(stated.issue).options.iter().enumerate() {
                let beyond = choice.number().is_some_and(|x| {
                    stated.at_most.is_some_and(|id| x > self.number(id))
                        || stated.at_least.is_some_and(|id| x < self.number(id))
                });
                refused[stated.issue.0][option] = beyond || stated.never.contains(&option);
            }
            for line in stated.doubtful.iter().filter(|line| self.is_meant(line)) {
                refused[stated.issue.0][line.option] = true;
            }
        }
        let reservation = match &position.reservation {
            Reservation::Value(_) => Floor::Value(self.no_deal(id).unwrap_or_default()),
            Reservation::Package(options) => Floor::Package(options.clone()),
        };
        let interactions = self
            .case
            .interactions
            .iter()
            .filter(|interaction| interaction.of == actor)
            .map(|interaction| (interaction.when.clone(), self.number(interaction.value)))
            .collect();
        Some(Preferences { weights: weights.to_vec(), values, worth, refused, reservation, interactions })
    }
}

/// What one actor wants in one world.
#[derive(Debug, Clone, PartialEq)]
pub struct Preferences {
    /// How much each issue matters, `w_k`, summing to 1.
    pub weights: Vec<f64>,
    /// Worth of each option of each issue before weighting, `v_k(option)`; 0 on an issue that does not matter.
    pub values: Vec<Vec<f64>>,
    /// Weighted worth of each option of each issue, `w_k · v_k(option)`.
    pub worth: Vec<Vec<f64>>,
    /// Options that cross a red line.
    pub refused: Vec<Vec<bool>>,
    /// What no agreement is worth.
    pub reservation: Floor,
    /// What is added when certain options come together.
    pub interactions: Vec<(Combination, f64)>,
}

/// What no agreement is worth, in one world.
#[derive(Debug, Clone, PartialEq)]
pub enum Floor {
    /// A value on the actor's own scale.
    Value(f64),
    /// As much as these options with every other issue at its worst.
    Package(Vec<(IssueId, usize)>),
}

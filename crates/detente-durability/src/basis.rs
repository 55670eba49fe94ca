//! What the baseline of a case rests on: a judgement, records of agreements elsewhere, and the conflict's own record.
//!
//! - **A class** lasts as its [`Baseline`] says, the doubt about the fit drawn in every world, and put together with the case's own
//!   record ([`Record::pooled`]).
//! - **A median** that the case judges keeps that median. Where the case says nothing of the spread of lives, it is that of lives within one
//!   country in a record elsewhere, so that the risk falls with time; the median is that of this conflict, and needs no spread between countries.
//! - **What was not out on the case's day** is not used unless the case says `hindsight`: a class is then refused, and a median without a
//!   known spread has the constant risk that was usual before such records. Either is told.

use detente_model::{Case, Class, Durability, Form, LifeSpread, PastAgreement, Spell, Unaided, World};

use crate::{Baseline, DurabilityError, Life, Pooled, Record, UnaidedLife, baseline};
use detente_model::normal::quantile;

/// What the baseline of a case rests on.
#[derive(Debug, Clone)]
pub struct Basis<'c> {
    durability: &'c Durability,
    /// The record of agreements elsewhere that is used: for the whole life of a class, for the spread alone of a stated median.
    pub elsewhere: Option<&'static Baseline>,
    /// A record that would have been used, and was published after the day of the case.
    pub not_yet_known: Option<&'static Baseline>,
    /// Whether the record used was published after the day of the case, and is used because the case asks for it.
    pub in_hindsight: bool,
    /// How earlier agreements of this conflict had gone by the day of the case.
    pub own: Vec<(&'c PastAgreement, Spell)>,
}

impl<'c> Basis<'c> {
    /// That of a case.
    ///
    /// # Errors
    /// The case has no durability, or its class is of a record that was not out on its day.
    pub fn of(case: &'c Case) -> Result<Self, DurabilityError> {
        let durability = case.durability.as_ref().ok_or(DurabilityError::NoDurability)?;
        let year = i32::from(case.as_of.year());
        let mut basis = Self {
            durability,
            elsewhere: None,
            not_yet_known: None,
            in_hindsight: false,
            own: durability.record_on(case.as_of),
        };
        let lenders: &[Class] = match &durability.baseline {
            Unaided::Class { class, .. }
            | Unaided::Median { spread: LifeSpread::Elsewhere { class: Some(class), .. }, .. } => &[*class],
            Unaided::Median { spread: LifeSpread::Elsewhere { class: None, .. }, .. } => {
                &durability.of.lenders()
            }
            Unaided::Median { .. } => &[],
        };
        for class in lenders {
            let found = baseline(*class, basis.form())?;
            if found.known_by(year) || durability.hindsight {
                basis.elsewhere = Some(found);
                basis.in_hindsight = !found.known_by(year);
                break;
            }
            basis.not_yet_known = basis.not_yet_known.or(Some(found));
        }
        match (&durability.baseline, basis.not_yet_known) {
            (Unaided::Class { class, .. }, Some(found)) => {
                Err(DurabilityError::NotYetKnown { class: class.word(), published: found.known_from, year })
            }
            _ => Ok(basis),
        }
    }

    /// How the risk runs.
    pub fn form(&self) -> Form {
        match &self.durability.baseline {
            Unaided::Class { form, .. }
            | Unaided::Median { spread: LifeSpread::Elsewhere { form, .. }, .. } => *form,
            Unaided::Median { spread: LifeSpread::Shape(_), .. } => Form::Weibull,
            Unaided::Median { spread: LifeSpread::Constant, .. } => Form::Constant,
        }
    }

    /// Whether the risk is the same on every day because no record of its fall was out on the day of the case.
    pub fn constant_for_want_of_a_record(&self) -> bool {
        self.elsewhere.is_none()
            && matches!(
                self.durability.baseline,
                Unaided::Median { spread: LifeSpread::Elsewhere { .. }, .. }
            )
    }

    /// The case's own record.
    pub fn record(&self) -> Record {
        Record(self.own.iter().map(|(_, spell)| *spell).collect())
    }

    /// What the class and the case's own record say together in a world; `None` where the case judges the median itself.
    ///
    /// # Errors
    /// A figure is beyond numbers.
    pub fn pooled(&self, world: &World) -> Result<Option<Pooled>, DurabilityError> {
        let (Unaided::Class { doubt, .. }, Some(found)) = (&self.durability.baseline, self.elsewhere) else {
            return Ok(None);
        };
        let life = found.drawn(doubt.map(|id| normal(world.number(id))))?;
        self.record().pooled(&life).map(Some)
    }

    /// How long agreements last without any factor, in a world.
    ///
    /// # Errors
    /// A figure is beyond numbers.
    pub fn unaided(&self, world: &World) -> Result<UnaidedLife, DurabilityError> {
        let (days, spread) = match &self.durability.baseline {
            Unaided::Class { .. } => {
                let pooled = self.pooled(world)?.ok_or(DurabilityError::BeyondNumbers)?;
                return Ok(UnaidedLife::Of(pooled.life));
            }
            Unaided::Median { days, spread } => (world.number(*days), spread),
        };
        Ok(match (spread, self.elsewhere) {
            (LifeSpread::Shape(shape), _) => {
                UnaidedLife::Weibull { median_days: days, shape: world.number(*shape) }
            }
            (LifeSpread::Elsewhere { quantile, form, .. }, Some(found)) => {
                let z = normal(world.number(*quantile));
                let spread = found.life.spread * (found.covariance[1][1].max(0.0).sqrt() * z).exp();
                let centre = match form {
                    Form::Lognormal => 0.0,
                    Form::Weibull | Form::Constant => spread * std::f64::consts::LN_2.ln(),
                };
                UnaidedLife::Of(Life { form: *form, location: days.ln() - centre, spread, between: 0.0 })
            }
            _ => UnaidedLife::Weibull { median_days: days, shape: 1.0 },
        })
    }
}

/// The standard normal figure below which a share lies; draws lie in [0, 1), and the ends of the line itself are kept off.
fn normal(share: f64) -> f64 {
    quantile(share.clamp(1e-12, 1.0 - 1e-12))
}

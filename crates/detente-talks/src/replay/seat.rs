//! From the name of a strategy in a record to somebody who plays it.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::negmas::{
    Among, BestUntil, Consents, DescendConst, Descending, FastMicro, Hybrid, Micro, NaiveTitForTat,
    NiceTitForTat, Repeats, TimeBased, Tough,
};
use crate::strategies::hybrid::TimeCurve;
use crate::{Curve, Negotiator, chance_of};

/// The names of the strategies that recorded talks are held with.
pub fn named_strategies() -> &'static [&'static str] {
    &[
        "time",
        "tough",
        "micro",
        "fastmicro",
        "naive_tft",
        "nice_tft",
        "hybrid",
        "best_until",
        "descend_const",
        "can",
        "cab",
        "car",
        "wan",
        "wab",
        "war",
    ]
}

/// Somebody who plays what a strategy of a record says: an object with its name under `strategy` and its figures beside it, as agents of runs and
/// competitors of tournaments have them.
///
/// # Errors
/// A sentence that says what is not known.
///
/// ```
/// use detente_talks::replay::seated;
///
/// assert!(seated(&serde_json::json!({"strategy": "naive_tft", "kindness": 0.1}), 0).is_ok());
/// assert!(seated(&serde_json::json!({"strategy": "best_until"}), 0).is_err_and(|why| why.contains("accept_from")));
/// ```
pub fn seated(strategy: &Value, seat: usize) -> Result<Box<dyn Negotiator>, String> {
    let named = strategy.get("strategy").and_then(Value::as_str);
    let name = named.ok_or_else(|| format!("agent {seat} has no `strategy`"))?;
    let figures = Figures { strategy, seat };
    Ok(match name {
        "time" => Box::new(TimeBased {
            curve: figures.curve()?,
            slack: figures.or("eps", 1e-4)?,
            among: figures.one_of("space", &[("rational", Among::Rational), ("all", Among::All)])?,
        }),
        "tough" => Box::new(Tough),
        "micro" => {
            let by_chance = figures.one_of("repeat", &[("random", true), ("last", false)])?;
            let repeats =
                if by_chance { Repeats::ByChance(Box::new(chance_of(0, seat))) } else { Repeats::Latest };
            Box::new(Micro::new(repeats, figures.or("accept_same", true)?))
        }
        "fastmicro" => Box::new(FastMicro::new()),
        "naive_tft" => {
            let mut party = NaiveTitForTat::new(figures.or("kindness", 0.0)?);
            party.no_concession_round = figures.or("no_concession_step", party.no_concession_round)?;
            party.mirrors_from_round = figures.or("kindness_start_step", party.mirrors_from_round)?;
            party.step_slack = figures.or("min_concession_eps", party.step_slack)?;
            party.must_concede = figures.or("must_concede", true)?;
            // What it concedes at first bears on nothing as long as it must concede; otherwise it does, in a way that is not known here.
            let at_first = figures.get::<Value>("initial_concession")?.and_then(|first| first.as_f64());
            if !party.must_concede && at_first.is_some_and(|first| first != 0.0) {
                return Err(format!(
                    "agent {seat} plays `naive_tft` with `initial_concession` and without `must_concede`, which is not known here"
                ));
            }
            Box::new(party)
        }
        "nice_tft" => Box::new(NiceTitForTat::new()),
        "hybrid" => Box::new(Hybrid::new(figures.time_curve()?, figures.or("p3", 0.5)?)),
        "best_until" => Box::new(BestUntil { accept_from: figures.wanted("accept_from")? }),
        "descend_const" => Box::new(DescendConst::new(figures.wanted("accept_at")?)),
        "can" => Box::new(Descending::conceding(Consents::NotWorse)),
        "cab" => Box::new(Descending::conceding(Consents::Better)),
        "car" => Box::new(Descending::conceding(Consents::Rational)),
        "wan" => Box::new(Descending::wasting(Consents::NotWorse)),
        "wab" => Box::new(Descending::wasting(Consents::Better)),
        "war" => Box::new(Descending::wasting(Consents::Rational)),
        other => {
            let known = named_strategies().join(", ");
            return Err(format!("agent {seat} plays `{other}`, which is not known here (known: {known})"));
        }
    })
}

/// The figures that stand beside the name of a strategy.
struct Figures<'a> {
    strategy: &'a Value,
    seat: usize,
}

impl Figures<'_> {
    fn get<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, String> {
        let Some(value) = self.strategy.get(name).filter(|value| !value.is_null()) else {
            return Ok(None);
        };
        let read = serde_json::from_value(value.clone());
        read.map(Some).map_err(|why| format!("agent {} has `{name}`: {value}: {why}", self.seat))
    }

    fn or<T: DeserializeOwned>(&self, name: &str, otherwise: T) -> Result<T, String> {
        Ok(self.get(name)?.unwrap_or(otherwise))
    }

    fn wanted<T: DeserializeOwned>(&self, name: &str) -> Result<T, String> {
        self.get(name)?.ok_or_else(|| format!("agent {} has no `{name}`", self.seat))
    }

    /// What one of some words stands for; the first where nothing is said.
    fn one_of<T: Copy>(&self, name: &str, words: &[(&str, T)]) -> Result<T, String> {
        let said: Option<String> = self.get(name)?;
        let found = words.iter().find(|(word, _)| said.as_deref().is_none_or(|said| said == *word));
        let known = || words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" or ");
        found.map(|(_, meant)| *meant).ok_or_else(|| {
            format!(
                "agent {} has `{name}` {}, which must be {}",
                self.seat,
                said.unwrap_or_default(),
                known()
            )
        })
    }

    fn curve(&self) -> Result<Curve, String> {
        let curve: serde_json::Map<String, Value> = self.wanted("curve")?;
        let number = |name: &str| match curve.get(name) {
            Some(Value::Number(number)) => Ok(number.as_f64().unwrap_or(f64::NAN)),
            // An exponent that no JSON number can say.
            Some(Value::String(text)) if text.to_lowercase().starts_with("inf") => Ok(f64::INFINITY),
            _ => Err(format!("the curve of agent {} has no `{name}`", self.seat)),
        };
        let (most, exponent) = (number("max").unwrap_or(1.0), number("exponent")?);
        match curve.get("kind").and_then(Value::as_str) {
            Some("poly") => Ok(Curve::Power { most, exponent }),
            Some("exp") => Ok(Curve::Exponential { most, exponent }),
            kind => {
                Err(format!("agent {} has a curve of kind {kind:?}, which must be poly or exp", self.seat))
            }
        }
    }

    /// The curve of the hybrid; `None` if it goes with the number of packages and everything else is as its authors have it.
    fn time_curve(&self) -> Result<Option<TimeCurve>, String> {
        let (p0, p1) = (self.or("p0", 1.0)?, self.or("p1", 0.75)?);
        let given = self.strategy.get("p2").and_then(Value::as_f64);
        Ok(match given {
            Some(p2) => Some(TimeCurve([p0, p1, p2])),
            None if (p0, p1) == (1.0, 0.75) => None,
            None => return Err(format!("agent {} has `p0` or `p1` of its own, and no `p2`", self.seat)),
        })
    }
}

//! How long agreements have lasted elsewhere, by class: a convention of a stated day, fitted on records that anyone can hold.
//!
//! `baselines.toml` is written by `bench/validity/durability.py --fit`; what it rests on and how well it does are in `durability.md` beside
//! that script. Each class comes in three [forms](Form). A record that was published after a case's day was not known then:
//! [`Baseline::known_by`] is asked before one is used.
//!
//! ```
//! use detente_durability::{Class, Form, baseline};
//!
//! let truce = baseline(Class::Cessation, Form::Lognormal).unwrap();
//! let definitive = baseline(Class::Definitive, Form::Lognormal).unwrap();
//! assert!(truce.life.survival(90.0) < definitive.life.survival(90.0));
//! assert!(truce.known_by(2024) && !truce.known_by(2016));
//! ```

use std::sync::OnceLock;

use toml::{Table, Value};

use detente_model::{Class, Form};

use crate::{DurabilityError, Life};

/// How long agreements of a class lasted elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Baseline {
    /// The class.
    pub class: Class,
    /// The life that fits best; its form is one of three.
    pub life: Life,
    /// Covariance of the estimates of location, ln spread and ln between; zero where one of them is not estimated.
    pub covariance: [[f64; 3]; 3],
    /// How many agreements it was fitted on.
    pub spells: u32,
    /// How many of them broke on a known day.
    pub broke: u32,
    /// How many ended nobody knows when.
    pub unclear: u32,
    /// The year in which the record was published.
    pub known_from: i32,
    /// Whose record it is, and of what.
    pub source: String,
}

impl Baseline {
    /// Whether the record was out by a year. In the very year of its publication it counts as known from the next on: a case's day may be earlier.
    pub const fn known_by(&self, year: i32) -> bool {
        year > self.known_from
    }

    /// The life with the doubt of the estimate drawn: `z` are independent standard normal figures. Zeros give the best fit.
    ///
    /// # Errors
    /// The figures drawn are beyond numbers.
    pub fn drawn(&self, z: [f64; 3]) -> Result<Life, DurabilityError> {
        let root = root_of(&self.covariance);
        let off: [f64; 3] = std::array::from_fn(|i| root[i].iter().zip(z).map(|(r, z)| r * z).sum());
        let life = Life {
            location: self.life.location + off[0],
            spread: self.life.spread * off[1].exp(),
            between: self.life.between * off[2].exp(),
            ..self.life
        };
        life.check()?;
        Ok(life)
    }
}

/// The lower triangle L with L·Lᵀ the covariance (Cholesky); a column of what is not estimated, or follows from the others, is zero.
fn root_of(covariance: &[[f64; 3]; 3]) -> [[f64; 3]; 3] {
    let mut root = [[0.0; 3]; 3];
    for i in 0..3 {
        for j in 0..=i {
            let rest = covariance[i][j] - (0..j).map(|k| root[i][k] * root[j][k]).sum::<f64>();
            // Rounding in the file leaves a trace where nothing is left.
            let nothing = 1e-5 * covariance[j][j];
            root[i][j] = match (i == j, root[j][j]) {
                (true, _) if rest > nothing => rest.sqrt(),
                (false, pivot) if pivot > 0.0 => rest / pivot,
                _ => 0.0,
            };
        }
    }
    root
}

/// All that is built in, class by class.
///
/// # Errors
/// It cannot be read; a test sees to it that it can.
pub fn baselines() -> Result<&'static [Baseline], DurabilityError> {
    static BUILT_IN: OnceLock<Result<Vec<Baseline>, DurabilityError>> = OnceLock::new();
    let read = BUILT_IN.get_or_init(|| parse(include_str!("baselines.toml")));
    read.as_ref().map(Vec::as_slice).map_err(Clone::clone)
}

/// The baseline of a class in a form.
///
/// # Errors
/// As [`baselines`].
pub fn baseline(class: Class, form: Form) -> Result<&'static Baseline, DurabilityError> {
    baselines()?.iter().find(|found| found.class == class && found.life.form == form).ok_or_else(|| {
        DurabilityError::Baselines(format!("there is none of `{}` that is {}", class.word(), form.word()))
    })
}

fn parse(text: &str) -> Result<Vec<Baseline>, DurabilityError> {
    let table: Table =
        text.parse().map_err(|e: toml::de::Error| DurabilityError::Baselines(e.message().to_owned()))?;
    let rows = table.get("baselines").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    rows.iter()
        .enumerate()
        .map(|(i, row)| one(row).map_err(|what| DurabilityError::Baselines(format!("entry {i}: {what}"))))
        .collect()
}

fn one(row: &Value) -> Result<Baseline, String> {
    let get = |key: &str| row.get(key).ok_or_else(|| format!("`{key}` is missing"));
    let number = |value: &Value| value.as_float().ok_or_else(|| "a number with a point is needed".to_owned());
    let text = |key: &str| get(key)?.as_str().ok_or_else(|| format!("`{key}` must be a text"));
    let count = |key: &str| {
        let whole = get(key)?.as_integer().and_then(|n| u32::try_from(n).ok());
        whole.ok_or_else(|| format!("`{key}` must be a whole number"))
    };
    let class = Class::of(text("class")?).ok_or("`class` is not known")?;
    let form = Form::of(text("form")?).ok_or("`form` is not known")?;
    let life = Life {
        form,
        location: number(get("location")?)?,
        spread: number(get("spread")?)?,
        between: number(get("between")?)?,
    };
    life.check().map_err(|error| error.to_string())?;
    let mut covariance = [[0.0; 3]; 3];
    let lines = get("covariance")?
        .as_array()
        .filter(|lines| lines.len() == 3)
        .ok_or("`covariance` has three rows")?;
    for (into, line) in covariance.iter_mut().zip(lines) {
        let line = line.as_array().filter(|line| line.len() == 3).ok_or("`covariance` has three columns")?;
        for (into, value) in into.iter_mut().zip(line) {
            *into = number(value)?;
        }
    }
    Ok(Baseline {
        class,
        life,
        covariance,
        spells: count("spells")?,
        broke: count("broke")?,
        unclear: count("unclear")?,
        known_from: i32::try_from(count("known_from")?).map_err(|_| "`known_from` is no year")?,
        source: text("source")?.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_is_there_in_every_form() {
        for class in Class::ALL {
            assert_eq!(Class::of(class.word()), Some(class));
            for form in Form::ALL {
                let found = baseline(class, form).unwrap();
                assert!(found.broke + found.unclear <= found.spells && found.broke > 0);
                assert!(found.covariance[0][0] > 0.0);
                assert!((1990..2100).contains(&found.known_from) && !found.source.is_empty());
            }
        }
        assert_eq!(baselines().unwrap().len(), 24);
    }

    /// The script that scores what is shipped has the formula a second time; these are its figures.
    #[test]
    fn the_script_beside_the_record_reckons_the_same() {
        let weibull = Life { form: Form::Weibull, location: 7.9603, spread: 3.3538, between: 3.1829 };
        let lognormal = Life { form: Form::Lognormal, location: 3.7836, spread: 3.2905, between: 3.0387 };
        for (life, day, expected) in [
            (weibull, 30.0, 0.718_526_483_145_009),
            (weibull, 365.0, 0.544_000_299_140_564),
            (lognormal, 30.0, 0.534_019_374_153_083),
            (lognormal, 365.0, 0.318_285_888_880_675),
        ] {
            assert!((life.survival(day) - expected).abs() < 1e-12);
        }
    }

    /// What the records say, and the finding that made them worth fitting: the risk falls.
    #[test]
    fn the_order_of_the_classes_and_a_falling_risk() {
        let left = |class, day| baseline(class, Form::Lognormal).unwrap().life.survival(day);
        for day in [30.0, 90.0, 180.0, 365.0] {
            assert!(left(Class::Cessation, day) < left(Class::Preliminary, day));
            assert!(left(Class::Preliminary, day) < left(Class::Definitive, day));
            assert!(left(Class::Truce, day) < left(Class::Treaty, day));
            assert!(left(Class::WithoutPeacekeepers, day) < left(Class::WithPeacekeepers, day));
        }
        for class in Class::ALL {
            let weibull = baseline(class, Form::Weibull).unwrap().life;
            assert!(weibull.spread > 1.0, "{class:?}: the shape is not below 1");
            let life = baseline(class, Form::Lognormal).unwrap().life;
            assert!(life.survival_given(365.0, 30.0) > life.survival(30.0), "{class:?}");
            assert!(life.remaining_median(365.0) > life.remaining_median(90.0), "{class:?}");
        }
    }

    /// Draws with all corners of ±1 have the covariance that was stated.
    #[test]
    fn what_is_drawn_has_the_stated_covariance() {
        for found in baselines().unwrap() {
            let corners = (0..8).map(|i| [0, 1, 2].map(|bit| if i >> bit & 1 == 1 { 1.0 } else { -1.0 }));
            let mut sum = [[0.0; 3]; 3];
            for z in corners {
                let drawn = found.drawn(z).unwrap();
                let log = |now: f64, fitted: f64| if fitted > 0.0 { (now / fitted).ln() } else { 0.0 };
                let off = [
                    drawn.location - found.life.location,
                    log(drawn.spread, found.life.spread),
                    log(drawn.between, found.life.between),
                ];
                for (row, a) in sum.iter_mut().zip(off) {
                    for (sum, b) in row.iter_mut().zip(off) {
                        *sum += a * b / 8.0;
                    }
                }
            }
            let scale: Vec<f64> = (0..3).map(|i| found.covariance[i][i].sqrt()).collect();
            for (i, (drawn, stated)) in sum.iter().zip(&found.covariance).enumerate() {
                for (j, (drawn, stated)) in drawn.iter().zip(stated).enumerate() {
                    let allowed = 1e-4 * scale[i] * scale[j] + 1e-12;
                    assert!((drawn - stated).abs() < allowed, "{found:?} {i} {j}");
                }
            }
            assert_eq!(found.drawn([0.0; 3]).unwrap(), found.life);
        }
    }

    #[test]
    fn a_file_that_is_wrong_is_refused() {
        let entry = "[[baselines]]\nclass = 'truce'\nform = 'lognormal'\nlocation = 1.0\nspread = 1.0\nbetween = 0.5\nspells = 3\nbroke = 1\nunclear = 0\nknown_from = 2004\nsource = 's'\n\
                     covariance = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]\n";
        assert_eq!(parse(entry).unwrap().len(), 1);
        for (old, new, complaint) in [
            ("spread = 1.0", "spread = -1.0", "above zero"),
            ("'truce'", "'pause'", "`class`"),
            ("'lognormal'", "'gamma'", "`form`"),
            ("broke = 1\n", "", "`broke` is missing"),
            ("[1.0, 0.0, 0.0], ", "", "three rows"),
        ] {
            assert!(entry.contains(old));
            let error = parse(&entry.replace(old, new)).unwrap_err().to_string();
            assert!(error.contains(complaint), "{error}");
        }
    }
}

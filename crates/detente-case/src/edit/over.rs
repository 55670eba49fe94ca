//! A path with the values that a sweep sets it to: `positions.port.no_deal=0.1:0.5:5`, or a list, `exchange.pledge_days=30,60,90`.

use super::setting::Setting;
use crate::text::quoted;
use crate::write::Value;

/// The most values of one path.
pub const MOST_VALUES: usize = 200;

/// A path with values for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Over {
    /// The path.
    pub path: String,
    /// The values in TOML, at least one.
    pub values: Vec<String>,
}

impl Over {
    /// Reads `path=from:to:steps`, which are so many numbers from the one to the other, or `path=a,b,c`. A comma inside brackets, braces or
    /// quotes separates nothing.
    ///
    /// ```
    /// use detente_case::edit::Over;
    /// let numbers = Over::parse("positions.port.no_deal=0.1:0.4:4").unwrap();
    /// assert_eq!(numbers.values, ["0.1", "0.2", "0.3", "0.4"]);
    /// let ranges = Over::parse("positions.port.no_deal=[0.1, 0.2],0.3").unwrap();
    /// assert_eq!(ranges.values, ["[0.1, 0.2]", "0.3"]);
    /// assert!(Over::parse("positions.port.no_deal=0.1:0.4:1").is_err());
    /// ```
    ///
    /// # Errors
    /// What to write instead, in a sentence.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = |what: &str| {
            format!(
                "{} {what}: write a path, `=`, and numbers as `from:to:steps` or values with commas between them, as in \
                 `positions.port.no_deal=0.1:0.5:5` or `positions.port.no_deal=0.2,[0.3, 0.4]`",
                quoted(text)
            )
        };
        let Ok(Setting { path, value: Some(value) }) = Setting::parse(text) else {
            return Err(wrong("names no values"));
        };
        let values = match value.split(':').collect::<Vec<_>>().as_slice() {
            [from, to, steps] if !value.contains(['"', '\'']) => {
                let number = |text: &str| text.trim().parse::<f64>().ok().filter(|x| x.is_finite());
                let (Some(from), Some(to)) = (number(from), number(to)) else {
                    return Err(wrong("does not go from one number to another"));
                };
                let steps: usize = steps.trim().parse().map_err(|_| wrong("has no whole number of steps"))?;
                if steps < 2 {
                    return Err(wrong("has fewer than two steps, which is no sweep"));
                }
                let last = (steps - 1).min(MOST_VALUES) as f64;
                let at = |i: usize| Value::from(rounded(from + (to - from) * (i as f64 / last))).to_string();
                if steps > MOST_VALUES { vec![String::new(); steps] } else { (0..steps).map(at).collect() }
            }
            _ => listed(&value),
        };
        if values.len() > MOST_VALUES {
            return Err(wrong(&format!(
                "has {} values, more than the {MOST_VALUES} of one sweep",
                values.len()
            )));
        }
        if values.iter().any(|value| value.trim().is_empty()) {
            return Err(wrong("has an empty value"));
        }
        Ok(Self { path, values })
    }

    /// Its values as settings, in order.
    pub fn settings(&self) -> impl Iterator<Item = Setting> + '_ {
        self.values.iter().map(|value| Setting { path: self.path.clone(), value: Some(value.clone()) })
    }
}

/// To twelve digits, so that a third of the way is not `0.30000000000000004`.
fn rounded(x: f64) -> f64 {
    format!("{x:.11e}").parse().unwrap_or(x)
}

/// What stands between the commas that are inside nothing.
fn listed(text: &str) -> Vec<String> {
    let (mut parts, mut depth, mut quote) = (vec![String::new()], 0_usize, None);
    for c in text.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth = depth.saturating_sub(1),
            (None, ',') if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_sweep_is_told_what_to_write() {
        for text in ["", "a", "a=", "a=1:2", "a=1:2:x", "a=0:1:0", "a=0:1:201", "a=1,,2", "a=x:2:3", "=1,2"] {
            let told = Over::parse(text);
            // A single text with colons is a value like any other, and refused where it is set.
            assert!(told.is_err() || text == "a=1:2", "{text}");
        }
        assert_eq!(Over::parse("a='x, y','z'").unwrap().values, ["'x, y'", "'z'"]);
        assert_eq!(Over::parse("a=1:0:3").unwrap().values, ["1", "0.5", "0"]);
    }
}

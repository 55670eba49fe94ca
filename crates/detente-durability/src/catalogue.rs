//! The catalogue of published findings.
//!
//! `catalogue.toml` holds what the literature reports on the lasting of agreements: each entry with its citation, what it was
//! estimated on and how far that carries over. A case names an entry (`finding = "fortna-2004-peacekeepers"`); the engine
//! turns it into a distribution ([`Effect`]) and prints "from other wars" beside whatever comes of it.
//!
//! ```
//! use detente_durability::{catalogue, Published};
//!
//! let entry = catalogue().unwrap().finding("gilligan-sergenti-2008-after-war").unwrap();
//! assert!(matches!(entry.published, Published::Effect { .. }));
//! assert!(entry.citation.contains("2008"));
//! ```

use std::sync::OnceLock;

use toml::{Table, Value};

use crate::{DurabilityError, Effect};

/// A published finding.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingEntry {
    /// The id by which cases refer to it.
    pub id: String,
    /// What was found, in a few words.
    pub finding: String,
    /// What is published about its size.
    pub published: Published,
    /// Author, year and where it appeared.
    pub citation: String,
    /// What it was estimated on.
    pub estimated_on: String,
    /// How far it carries over: `poorly`, `partly`.
    pub transfers: String,
    /// Why no further.
    pub because: String,
    /// The year in which it appeared.
    pub year: i32,
    /// What records that anyone can hold say of it now, or that none at hand tests it.
    pub data_say: String,
    /// What they put in the place of the published figure, if they do.
    pub corrected: Option<Correction>,
}

/// An effect that takes the place of a published one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correction {
    /// The year in which it was found; whoever looks from an earlier one knows only what was published.
    pub year: i32,
    /// The effect.
    pub effect: Effect,
}

/// What is published about the size of a finding.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Published {
    /// Something that changes the hazard.
    Effect {
        /// From the first day on.
        at_first: Effect,
        /// From a later day on, if that differs: the day and the effect.
        later: Option<(f64, Effect)>,
    },
    /// A base rate.
    Share(f64),
}

impl FindingEntry {
    /// What changes the hazard as it was known in a year: from the first day on, and from a later one where that differs. None for a
    /// base rate.
    ///
    /// ```
    /// use detente_durability::catalogue;
    ///
    /// let peacekeepers = catalogue().unwrap().finding("fortna-2004-peacekeepers").unwrap();
    /// let (published, _) = peacekeepers.effect_known_in(2024).unwrap();
    /// let (corrected, _) = peacekeepers.effect_known_in(2027).unwrap();
    /// assert!(published.quantile(0.5) < corrected.quantile(0.5));
    /// ```
    pub fn effect_known_in(&self, year: i32) -> Option<(Effect, Option<(f64, Effect)>)> {
        let Published::Effect { at_first, later } = self.published else { return None };
        match self.corrected {
            Some(found) if found.year <= year => Some((found.effect, later)),
            _ => Some((at_first, later)),
        }
    }

    /// What must stand beside it where it appeared after the year of a case's day.
    pub fn not_yet_known_in(&self, year: i32) -> Option<String> {
        (self.year > year).then(|| format!("published in {}, after the day of this case", self.year))
    }

    /// What must stand beside any figure that comes from it.
    pub fn warning(&self) -> String {
        format!(
            "from other wars: {} ({}); estimated on {}; carries over {}: {}",
            self.finding, self.citation, self.estimated_on, self.transfers, self.because
        )
    }
}

/// Findings in the order of their ids.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Catalogue {
    entries: Vec<FindingEntry>,
}

/// The catalogue that is built in.
///
/// # Errors
/// It cannot be read; a test sees to it that it can.
pub fn catalogue() -> Result<&'static Catalogue, DurabilityError> {
    static BUILT_IN: OnceLock<Result<Catalogue, DurabilityError>> = OnceLock::new();
    BUILT_IN.get_or_init(|| Catalogue::parse(include_str!("catalogue.toml"))).as_ref().map_err(Clone::clone)
}

impl Catalogue {
    /// Reads a catalogue.
    ///
    /// # Errors
    /// It is not TOML, or an entry is incomplete or contradicts itself: which, and why.
    pub fn parse(text: &str) -> Result<Self, DurabilityError> {
        let table: Table =
            text.parse().map_err(|e: toml::de::Error| DurabilityError::Catalogue(e.message().to_owned()))?;
        let mut entries = Vec::with_capacity(table.len());
        for (id, value) in &table {
            entries.push(
                entry(id, value).map_err(|what| DurabilityError::Catalogue(format!("`{id}`: {what}")))?,
            );
        }
        entries.sort_by(|a: &FindingEntry, b| a.id.cmp(&b.id));
        Ok(Self { entries })
    }

    /// All entries, in the order of their ids.
    pub fn entries(&self) -> &[FindingEntry] {
        &self.entries
    }

    /// An entry by its id.
    ///
    /// # Errors
    /// There is none, with the nearest id there is.
    pub fn finding(&self, id: &str) -> Result<&FindingEntry, DurabilityError> {
        self.entries.binary_search_by(|entry| entry.id.as_str().cmp(id)).map(|i| &self.entries[i]).map_err(
            |_| {
                let distance = |entry: &&FindingEntry| edit_distance(id, &entry.id);
                let nearest =
                    self.entries.iter().min_by_key(distance).filter(|e| distance(e) * 2 <= e.id.len());
                DurabilityError::UnknownFinding { id: id.to_owned(), nearest: nearest.map(|e| e.id.clone()) }
            },
        )
    }
}

fn entry(id: &str, value: &Value) -> Result<FindingEntry, String> {
    let table = value.as_table().ok_or("not a table")?;
    let known = [
        "finding",
        "hazard_ratio",
        "sign",
        "later",
        "turns_on_day",
        "share",
        "citation",
        "estimated_on",
        "transfers",
        "because",
        "published",
        "data_say",
        "corrected",
        "corrected_in",
    ];
    if let Some(key) = table.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(format!("unknown key `{key}`"));
    }
    let text = |key: &str| {
        table
            .get(key)
            .and_then(Value::as_str)
            .map(str::to_owned)
            .ok_or_else(|| format!("`{key}` must be a text"))
    };
    let published = match (table.get("hazard_ratio"), table.get("sign"), table.get("share")) {
        (Some(found), None, None) => {
            Published::Effect { at_first: ratio("hazard_ratio", found)?, later: later(table)? }
        }
        (None, Some(_), None) => Published::Effect { at_first: sign(table, "sign")?, later: later(table)? },
        (None, None, Some(share)) => match positive(share)? {
            share if share <= 1.0 => Published::Share(share),
            share => return Err(format!("`share` is {share}: at most 1")),
        },
        _ => return Err("exactly one of `hazard_ratio`, `sign` and `share` must be there".to_owned()),
    };
    let corrected = match (table.get("corrected"), table.get("corrected_in")) {
        (None, None) => None,
        (Some(_), Some(_)) if matches!(published, Published::Share(_)) => {
            return Err("a base rate has no `corrected`".to_owned());
        }
        (Some(found), Some(year)) => {
            Some(Correction { year: whole("corrected_in", year)?, effect: ratio("corrected", found)? })
        }
        _ => return Err("`corrected` and `corrected_in` go together".to_owned()),
    };
    let year = whole("published", table.get("published").ok_or("`published` is missing")?)?;
    Ok(FindingEntry {
        id: id.to_owned(),
        finding: text("finding")?,
        published,
        citation: text("citation")?,
        estimated_on: text("estimated_on")?,
        transfers: text("transfers")?,
        because: text("because")?,
        year,
        data_say: text("data_say")?,
        corrected,
    })
}

fn ratio(key: &str, value: &Value) -> Result<Effect, String> {
    let (low, high) = match value.as_array() {
        Some(list) if list.len() == 2 => (positive(&list[0])?, positive(&list[1])?),
        Some(_) => return Err(format!("`{key}` must be one number or two")),
        None => (positive(value)?, positive(value)?),
    };
    if low > high {
        return Err(format!("`{key}` must be written low first"));
    }
    Ok(Effect::Ratio { low, high })
}

fn whole(key: &str, value: &Value) -> Result<i32, String> {
    let year = value.as_integer().and_then(|year| i32::try_from(year).ok());
    year.ok_or_else(|| format!("`{key}` must be a year"))
}

fn positive(value: &Value) -> Result<f64, String> {
    let number = value.as_float().or_else(|| value.as_integer().map(|n| n as f64));
    number.filter(|x| *x > 0.0 && x.is_finite()).ok_or_else(|| "a number above zero is needed".to_owned())
}

fn sign(table: &Table, key: &str) -> Result<Effect, String> {
    match table.get(key).and_then(Value::as_str) {
        Some("lowers") => Ok(Effect::Lowers),
        Some("raises") => Ok(Effect::Raises),
        _ => Err(format!("`{key}` must be \"lowers\" or \"raises\"")),
    }
}

fn later(table: &Table) -> Result<Option<(f64, Effect)>, String> {
    match (table.get("later"), table.get("turns_on_day")) {
        (None, None) => Ok(None),
        (Some(_), Some(day)) => Ok(Some((positive(day)?, sign(table, "later")?))),
        _ => Err("`later` and `turns_on_day` go together".to_owned()),
    }
}

/// Insertions, deletions and replacements between two ids (Levenshtein 1966).
pub fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_in_can_be_read() {
        let entries = catalogue().unwrap().entries();
        assert!(entries.len() >= 14);
        for entry in entries {
            assert!(entry.citation.chars().any(|c| c.is_ascii_digit()), "{}: no year", entry.id);
            assert!(entry.warning().starts_with("from other wars"));
            assert!(entry.citation.contains(&entry.year.to_string()), "{}: another year", entry.id);
            assert!(
                entry.not_yet_known_in(entry.year).is_none()
                    && entry.not_yet_known_in(entry.year - 1).is_some()
            );
            assert!(entry.corrected.is_none_or(|found| found.year > entry.year));
            if let Published::Effect { at_first: effect @ Effect::Ratio { .. }, .. } = entry.published {
                assert!(effect.log_sd() >= 0.5);
            }
        }
    }

    /// The reader of case files knows ids alone; they are these.
    #[test]
    fn the_ids_are_those_that_the_model_names() {
        let entries = catalogue().unwrap().entries();
        let ids = |effect: bool| -> Vec<&str> {
            let kind = |entry: &&FindingEntry| matches!(entry.published, Published::Effect { .. }) == effect;
            entries.iter().filter(kind).map(|entry| entry.id.as_str()).collect()
        };
        assert_eq!(ids(true), detente_model::FINDINGS);
        assert_eq!(ids(false), detente_model::BASE_RATES);
    }

    /// What was found later is not used for a case of an earlier day.
    #[test]
    fn a_correction_holds_from_its_year_on() {
        let found = catalogue().unwrap().finding("fortna-2004-peacekeepers").unwrap();
        let known = |year| found.effect_known_in(year).unwrap().0;
        assert_eq!(known(2025), Effect::Ratio { low: 0.25, high: 0.5 });
        assert_eq!(known(2026), Effect::Ratio { low: 0.28, high: 1.02 });
        assert!(catalogue().unwrap().finding("walter-1997-civil").unwrap().effect_known_in(2026).is_none());
    }

    #[test]
    fn a_slip_of_the_pen_gets_a_hint() {
        let error = catalogue().unwrap().finding("fortna-2004-peacekeeper").unwrap_err();
        assert!(error.to_string().contains("did you mean `fortna-2004-peacekeepers`?"));
        let error = catalogue().unwrap().finding("zzz").unwrap_err();
        assert_eq!(error, DurabilityError::UnknownFinding { id: "zzz".to_owned(), nearest: None });
    }

    #[test]
    fn faulty_entries_are_refused() {
        let rest = "finding = 'f'\ncitation = 'c 1999'\nestimated_on = 'e'\ntransfers = 'poorly'\nbecause = 'b'\npublished = 1999\ndata_say = 'd'\n";
        for (line, complaint) in [
            ("hazard_ratio = -1", "above zero"),
            ("hazard_ratio = [0.5, 0.2]", "low first"),
            ("sign = 'helps'", "lowers"),
            ("share = 2", "at most 1"),
            ("sign = 'lowers'\nshare = 0.2", "exactly one"),
            ("sign = 'lowers'\nlater = 'raises'", "go together"),
            ("sign = 'lowers'\nsize = 2", "unknown key `size`"),
            ("sign = 'lowers'\ncorrected = 0.5", "go together"),
            ("share = 0.5\ncorrected = 0.5\ncorrected_in = 2001", "base rate"),
            ("sign = 'lowers'\ncorrected = 0.5\ncorrected_in = 'late'", "must be a year"),
        ] {
            let error = Catalogue::parse(&format!("[x]\n{rest}{line}")).unwrap_err().to_string();
            assert!(error.contains(complaint), "{line}: {error}");
        }
    }
}

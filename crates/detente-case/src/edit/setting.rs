//! A case as it would be with some values set: the file is read, changed in memory, and left as it is.
//!
//! A [`Setting`] is `path=value`. The path is that of an edit, the value is TOML as it would stand in the file; without a value, what stands
//! at the path is taken out. Settings are made one after the other, and what comes out is read like any case.

use std::path::Path;

use detente_model::SetValue;

use super::layout::Layout;
use super::{Edit, EditFault, rewrite};
use crate::fault::{Fault, Faults, Report};
use crate::read::{CASE_FILE, ReadWhole, Reading, checked_text, contents};
use crate::sheets::{NoSheets, Sheets, SheetsIn, moved};
use crate::text::{Text, quoted};

/// A value for a path of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The path.
    pub path: String,
    /// The value in TOML; `None` to take out what stands there.
    pub value: Option<String>,
}

impl Setting {
    /// Reads `path=value`; `path=` takes out. An `=` in a part of the path that stands in quotes belongs to the path.
    ///
    /// ```
    /// use detente_case::edit::Setting;
    /// let set = Setting::parse("positions.upland.no_deal=[0.1, 0.3]").unwrap();
    /// assert_eq!((set.path.as_str(), set.value.as_deref()), ("positions.upland.no_deal", Some("[0.1, 0.3]")));
    /// assert!(Setting::parse("positions.upland.weights=").unwrap().value.is_none());
    /// assert!(Setting::parse("0.4").is_err());
    /// ```
    ///
    /// # Errors
    /// What to write instead, in a sentence.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut within: Option<char> = None;
        let equals = text.char_indices().find(|(_, c)| {
            match within {
                Some(quote) if *c == quote => within = None,
                None if matches!(c, '"' | '\'') => within = Some(*c),
                _ => {}
            }
            within.is_none() && *c == '='
        });
        let split = equals.map(|(at, _)| (text[..at].trim(), text[at + 1..].trim()));
        match split {
            Some((path, value)) if !path.is_empty() => {
                Ok(Self { path: path.to_owned(), value: (!value.is_empty()).then(|| value.to_owned()) })
            }
            _ => Err(format!(
                "{} sets nothing: write a path, `=`, and a value, as in `positions.port.no_deal=0.4`; `detente check CASE --figures` \
                 lists the paths",
                quoted(text)
            )),
        }
    }

    fn edit(&self) -> Edit {
        match &self.value {
            Some(value) => Edit::put(&self.path, value),
            None => Edit::remove(&self.path),
        }
    }
}

/// A case that was read with some values set.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadingWith {
    /// The case, which knows what was set ([`Case::set`](detente_model::Case::set)), and warnings.
    pub reading: Reading,
    /// The text that it was read from: of all its files, without what is left out because a file is not here.
    pub text: String,
}

/// As [`read`](crate::read()), with values set in the text that is read; the file stays as it is.
///
/// # Errors
/// A report of everything that is wrong with the file, with a setting, or with the case that comes out. Places are in the text that
/// comes out.
pub fn read_with(path: &Path, settings: &[Setting]) -> Result<ReadingWith, Report> {
    let file = if path.is_dir() { path.join(CASE_FILE) } else { path.to_path_buf() };
    let text = contents(path, &file)?;
    with(text, settings, &SheetsIn::beside(&file))
}

/// As [`parse`](crate::parse()), with values set.
///
/// # Errors
/// As [`read_with`].
pub fn parse_with(name: &str, text: &str, settings: &[Setting]) -> Result<ReadingWith, Report> {
    with(Text::new(name, text), settings, &NoSheets)
}

/// As [`parse_in`](crate::parse_in), with the text of all files, and with values set.
///
/// # Errors
/// As [`read_with`].
pub fn parse_with_in(
    name: &str,
    text: &str,
    settings: &[Setting],
    sheets: &dyn Sheets,
) -> Result<ReadingWith, Report> {
    with(Text::new(name, text), settings, sheets)
}

fn with(text: Text, settings: &[Setting], sheets: &dyn Sheets) -> Result<ReadingWith, Report> {
    let name = text.name.clone();
    // A file with faults of its own is told of those first.
    let ReadWhole { reading: as_it_is, text } = checked_text(text, sheets)?;
    if settings.is_empty() {
        return Ok(ReadingWith { reading: as_it_is, text });
    }
    let (name, text) = (name.as_str(), text.as_str());
    let edits: Vec<Edit> = settings.iter().map(Setting::edit).collect();
    let (changed, splices) = match rewrite(text, &edits) {
        Ok(changed) => changed,
        Err(EditFault::Broken(report) | EditFault::Unsound(report)) => return Err(report),
        Err(EditFault::Impossible { edit, fault }) => {
            // Its place is in the text that the settings before it left.
            let before = rewrite(text, &edits[..edit.min(edits.len())]).map(|(text, _)| text);
            return Err(refused(name, before.unwrap_or_else(|_| text.to_owned()), *fault));
        }
    };
    let files = moved(as_it_is.report.text.sheets(), &splices);
    let of_all = Text::new(format!("{name} with what was set"), changed.as_str()).in_files(files, None);
    let mut reading = checked_text(of_all, &NoSheets)?.reading;
    reading.case.set = what_was_set(text, &changed, settings);
    (reading.case.sheets, reading.case.absent) = (as_it_is.case.sheets, as_it_is.case.absent);
    Ok(ReadingWith { reading, text: changed })
}

fn refused(name: &str, text: String, fault: Fault) -> Report {
    let mut faults = Faults::default();
    faults.push(fault);
    faults.into_report(Text::new(name, text))
}

/// Each path once, with what stood there and what stands there now.
fn what_was_set(before: &str, after: &str, settings: &[Setting]) -> Vec<SetValue> {
    let (Some(before), Some(after)) = (Layout::of(before), Layout::of(after)) else { return Vec::new() };
    let at = |layout: &Layout<'_>, path: &str| layout.find(path).ok().map(|found| layout.inline(found.value));
    let mut told: Vec<SetValue> = Vec::new();
    for setting in settings {
        if told.iter().all(|set| set.path != setting.path) {
            let path = setting.path.clone();
            told.push(SetValue { before: at(&before, &path), after: at(&after, &path), path });
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{parse, template};

    fn with(settings: &[&str]) -> Result<ReadingWith, Report> {
        let settings: Vec<Setting> = settings.iter().map(|text| Setting::parse(text).unwrap()).collect();
        parse_with("case.toml", template(), &settings)
    }

    #[test]
    fn a_number_a_range_an_order_and_a_red_line_can_be_set() {
        let read = with(&["positions.upland.no_deal=[0.1, 0.3]"]).unwrap();
        assert_eq!(
            read.reading.case.set,
            [SetValue {
                path: "positions.upland.no_deal".to_owned(),
                before: Some("[0.30, 0.45]".to_owned()),
                after: Some("[0.1, 0.3]".to_owned()),
            }]
        );
        let order = r#"positions.upland.importance=["release", ["payment", "monitoring"], "term"]"#;
        // An order beside weights is refused; with the weights taken out it stands.
        assert!(with(&[order]).is_err());
        let read = with(&["positions.upland.weights=", order]).unwrap();
        assert_eq!(read.reading.case.set[0].after, None);
        let red = with(&["positions.upland.term.at_most=15"]).unwrap();
        assert_eq!(red.reading.case.set[0].after.as_deref(), Some("15"));
        // Nothing set is nothing changed.
        assert_eq!(with(&[]).unwrap().reading, parse("case.toml", template()).unwrap());
    }

    #[test]
    fn what_cannot_be_set_is_a_fault_with_a_hint() {
        let fault = |settings: &[&str]| with(settings).unwrap_err().faults()[0].clone();
        let misspelt = fault(&["positions.upland.no_dael=0.4"]);
        assert!(misspelt.help.unwrap().contains("no_deal"));
        assert!(fault(&["positions.upland.no_deal=sixty"]).help.unwrap().contains("quotes"));
        assert!(fault(&["positions.upland.no_deal=0.4 0.5"]).help.is_some());
        assert!(fault(&["positions.upland.no_dael="]).help.unwrap().contains("did you mean"));
        // A place in the text that comes out.
        assert!(fault(&["positions.upland.no_deal=\"much\""]).line.is_some());
    }
}

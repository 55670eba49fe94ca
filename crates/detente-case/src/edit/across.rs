//! Changes of a case in several files: each goes to the file in which its place stands.

use super::{Edit, EditFault, Splice, rewrite};
use crate::fault::Report;
use crate::read::{Reading, checked_text};
use crate::sheets::{Sheets, moved, with_sheets};
use crate::text::Text;

/// A case in several files with changes in it.
#[derive(Debug, Clone, PartialEq)]
pub struct EditedAcross {
    /// The text of the first file.
    pub first: String,
    /// The texts of those that it includes and that are here, by the names under which they are included.
    pub sheets: Vec<(String, String)>,
    /// Which of these the edits changed.
    pub changed: Vec<String>,
    /// What was done to the first file, in order, where no other was changed; each splice is in the text that those before it left.
    pub splices: Vec<Splice>,
    /// The case that they are.
    pub reading: Reading,
}

/// Makes edits in a case and the files that it includes, all of them or none. What is new goes where its fellows stand; where it has none,
/// to where the format has it.
///
/// # Errors
/// Why nothing was changed.
pub fn apply_across(
    name: &str,
    text: &str,
    sheets: &dyn Sheets,
    edits: &[Edit],
) -> Result<EditedAcross, EditFault> {
    let all = with_sheets(Text::new(name, text), sheets);
    if let Some(fault) = all.faults.into_iter().next() {
        return Err(EditFault::Unsound(alone(all.text, fault)));
    }
    let (_, all_splices) = rewrite(all.text.as_read(), edits)?;
    let mut content = all.text.content().to_owned();
    for splice in &all_splices {
        content.replace_range(splice.span.start..splice.span.end, &splice.text);
    }
    let files = moved(all.text.sheets(), &all_splices);
    let after = Text::new(name, content).in_files(files, None);
    let of = |file: usize| after.slice(after.file_span(file)).to_owned();
    let texts: Vec<(String, String)> = all.here.iter().cloned().zip((1..).map(of)).collect();
    let was = |file: usize| all.text.slice(all.text.file_span(file));
    let changed = texts.iter().zip(1..).filter(|((_, text), file)| text != was(*file));
    let changed: Vec<String> = changed.map(|((name, _), _)| name.clone()).collect();
    // Nothing was done behind the first file if none of the others is another.
    let splices = if changed.is_empty() { all_splices } else { Vec::new() };
    let first = of(0);
    let found = ChangedSheets { texts: &texts, beside: sheets };
    match checked_text(Text::new(name, first.as_str()), &found) {
        Ok(read) => Ok(EditedAcross { first, sheets: texts, changed, splices, reading: read.reading }),
        Err(report) => Err(EditFault::Unsound(report)),
    }
}

fn alone(text: Text, fault: crate::fault::Fault) -> Report {
    let mut faults = crate::fault::Faults::default();
    faults.push(fault);
    faults.into_report(text)
}

/// Files as they would be.
#[derive(Clone, Copy)]
pub struct ChangedSheets<'a> {
    /// What some of them would say, by the names under which they are included: [`EditedAcross::sheets`].
    pub texts: &'a [(String, String)],
    /// Where they are, and all others.
    pub beside: &'a dyn Sheets,
}

impl std::fmt::Debug for ChangedSheets<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("ChangedSheets").field("texts", &self.texts).finish_non_exhaustive()
    }
}

impl Sheets for ChangedSheets<'_> {
    fn sheet(&self, name: &str) -> Result<Option<crate::sheets::SheetFound>, String> {
        let found = self.beside.sheet(name)?;
        let text = self.texts.iter().find(|(other, _)| other == name).map(|(_, text)| text.clone());
        Ok(found.map(|found| crate::sheets::SheetFound { text: text.unwrap_or(found.text), ..found }))
    }
}

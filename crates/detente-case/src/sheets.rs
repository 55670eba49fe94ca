//! A case in several files: the first includes others, such as a party's confidential sheet that stays at home.
//!
//! The texts are put one behind the other and read as one; every place knows its file. So a table stands in one file, lists of tables go
//! on from one file to the next, and an edit by path finds its file by itself. A file that is not here is no fault: [`crate::without`] says
//! what is left.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use toml::de::DeTable;

use crate::code::Code;
use crate::edit::Splice;
use crate::edit::layout::{Layout, ROOT};
use crate::fault::Fault;
use crate::read::{LARGEST, contents};
use crate::syntax;
use crate::text::{SheetText, Span, Text, quoted};
use crate::tree::Table;

/// The key that includes.
pub(crate) const INCLUDE: &str = "include";

/// The most files that a case is split into, beside the first.
pub const MOST_SHEETS: usize = 32;

/// The folder in the folder of a case in which its variants are kept.
pub const VARIANTS: &str = "variants";

/// A file that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetFound {
    /// What reports call it.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Where the files are that a case includes.
pub trait Sheets {
    /// A file by the name under which it is included, which is a plain path below the folder of the case; `None` if it is not here.
    ///
    /// # Errors
    /// Why it cannot be included, in a sentence.
    fn sheet(&self, name: &str) -> Result<Option<SheetFound>, String>;
}

/// No files but the first.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoSheets;

impl Sheets for NoSheets {
    fn sheet(&self, _: &str) -> Result<Option<SheetFound>, String> {
        Ok(None)
    }
}

/// The files in a folder and below, and nothing that a link leads to outside of it.
#[derive(Debug, Clone)]
pub struct SheetsIn {
    folder: PathBuf,
}

impl SheetsIn {
    /// The [folder of the case](case_folder) that a file is.
    pub fn beside(file: &Path) -> Self {
        Self { folder: case_folder(file) }
    }
}

/// The folder from which a case names the files that it includes: the one in which it lies or, for a [variant](is_variant), the one above.
pub fn case_folder(file: &Path) -> PathBuf {
    let lies_in = lies_in(file);
    if !is_variant(file) {
        return lies_in.to_owned();
    }
    match (lies_in.file_name(), lies_in.parent()) {
        (Some(_), Some(above)) if above.as_os_str().is_empty() => PathBuf::from("."),
        (Some(_), Some(above)) => above.to_owned(),
        // `.` has no name of its own.
        _ => lies_in.join(".."),
    }
}

/// Whether a file is a variant of a case: it lies in `variants/`, in a folder with a case file.
pub fn is_variant(file: &Path) -> bool {
    let Ok(folder) = std::path::absolute(lies_in(file)) else { return false };
    let of_variants = folder.file_name().is_some_and(|name| name == VARIANTS);
    let above = folder.parent().filter(|_| of_variants).and_then(|above| above.read_dir().ok());
    above.is_some_and(|mut entries| {
        entries.any(|entry| {
            entry.is_ok_and(|entry| {
                Path::new(&entry.file_name()).extension().is_some_and(|ending| ending == "toml")
            })
        })
    })
}

fn lies_in(file: &Path) -> &Path {
    file.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

impl Sheets for SheetsIn {
    fn sheet(&self, name: &str) -> Result<Option<SheetFound>, String> {
        let path = self.folder.join(name);
        let within = match (self.folder.canonicalize(), path.canonicalize()) {
            (Ok(folder), Ok(path)) => path.starts_with(folder),
            (_, Err(error)) if error.kind() == ErrorKind::NotFound && !path.is_symlink() => return Ok(None),
            (_, Err(_)) | (Err(_), _) => return Err(format!("{} cannot be read", quoted(name))),
        };
        if !within {
            return Err(format!("{} is a link that leads out of the folder of the case", quoted(name)));
        }
        if path.is_dir() {
            return Err(format!("{} is a folder", quoted(name)));
        }
        match contents(&path, &path) {
            Ok(text) => Ok(Some(SheetFound { name: path.display().to_string(), text: text.content })),
            Err(report) => Err(report
                .faults()
                .first()
                .map_or_else(|| format!("{} cannot be read", quoted(name)), |fault| fault.message.clone())),
        }
    }
}

/// A case with all its files.
pub(crate) struct WithSheets {
    pub(crate) text: Text,
    /// The names of the files that are here.
    pub(crate) here: Vec<String>,
    /// Those that are not, and where they are included.
    pub(crate) absent: Vec<(String, Span)>,
    pub(crate) faults: Vec<Fault>,
}

/// A text with the files that it includes behind it.
pub(crate) fn with_sheets(text: Text, sheets: &dyn Sheets) -> WithSheets {
    let mut found = Gathering { content: text.content.clone(), ..Gathering::new(sheets) };
    let main = found.content.clone();
    found.included_by(&main, 0);
    if found.blanks.is_empty() {
        return WithSheets { text, here: Vec::new(), absent: Vec::new(), faults: found.faults };
    }
    let mut next = 0;
    while let Some((name, span)) = found.open.get(next).cloned() {
        next += 1;
        found.add(name, span);
    }
    let Gathering { content, texts, blanks, here, absent, faults, .. } = found;
    let read_as = blanked(&content, &blanks);
    let text = Text::new(text.name, content).in_files(texts, Some(read_as));
    WithSheets { text, here, absent, faults }
}

/// Where the files begin when something was done to the text of all; what is put in between two of them belongs to the one before.
pub(crate) fn moved(sheets: &[SheetText], splices: &[Splice]) -> Vec<SheetText> {
    let moved = |sheet: &SheetText| {
        let mut start = sheet.start;
        for splice in splices {
            let Span { start: from, end } = splice.span;
            if end <= start {
                start = start - (end - from) + splice.text.len();
            } else if from < start {
                start = from + splice.text.len();
            }
        }
        SheetText { start, ..sheet.clone() }
    };
    sheets.iter().map(moved).collect()
}

/// A text with blanks in the place of some stretches; lines stay lines.
pub(crate) fn blanked(text: &str, stretches: &[Span]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for span in stretches {
        for byte in
            bytes.iter_mut().take(span.end).skip(span.start).filter(|byte| !matches!(**byte, b'\n' | b'\r'))
        {
            *byte = b' ';
        }
    }
    // Stretches begin and end between characters.
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

struct Gathering<'s> {
    sheets: &'s dyn Sheets,
    content: String,
    texts: Vec<SheetText>,
    blanks: Vec<Span>,
    /// What is still to be included.
    open: Vec<(String, Span)>,
    seen: BTreeSet<String>,
    here: Vec<String>,
    absent: Vec<(String, Span)>,
    faults: Vec<Fault>,
}

impl<'s> Gathering<'s> {
    fn new(sheets: &'s dyn Sheets) -> Self {
        Self {
            sheets,
            content: String::new(),
            texts: Vec::new(),
            blanks: Vec::new(),
            open: Vec::new(),
            seen: BTreeSet::new(),
            here: Vec::new(),
            absent: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// Notes what a text includes that stands in the content from some byte on.
    fn included_by(&mut self, text: &str, from: usize) {
        if !text.contains(INCLUDE) || syntax::hopeless(&Text::new("", text)).is_some() {
            return;
        }
        let (document, _) = DeTable::parse_recoverable(text);
        let Some(entry) = Table::new(document.get_ref(), Span::new(0, 0)).entry(INCLUDE) else { return };
        let moved = |span: Span| Span::new(span.start + from, span.end + from);
        let names: Vec<_> = entry.node.list().collect();
        if !entry.node.is_list() || names.iter().any(|name| name.text().is_none()) {
            let fault =
                Fault::new(Code::WrongType, moved(entry.node.span), "`include` is a list of names of files");
            self.faults.push(fault.label("here").help("write `include = [\"israel.toml\"]`"));
        }
        self.blanks.push(moved(Span::new(entry.key_span.start, entry.node.span.end)));
        for name in names {
            let Some(said) = name.text() else { continue };
            match refused_name(said) {
                Some(why) => self.refuse(said, moved(name.span), &why),
                None if !self.seen.insert(said.to_owned()) => {
                    self.refuse(said, moved(name.span), "it is included already, or includes itself");
                }
                None => self.open.push((said.to_owned(), moved(name.span))),
            }
        }
    }

    fn refuse(&mut self, name: &str, span: Span, why: &str) {
        let fault = Fault::new(Code::Include, span, format!("{} cannot be included: {why}", quoted(name)));
        self.faults.push(
            fault.label("included here").help(
                "name a file that ends in `.toml`, in the folder of the case or below, once: `sheets/israel.toml`",
            ),
        );
    }

    fn add(&mut self, name: String, span: Span) {
        if self.here.len() >= MOST_SHEETS {
            return self.refuse(
                &name,
                span,
                &format!("a case has at most {MOST_SHEETS} files beside the first"),
            );
        }
        let found = match self.sheets.sheet(&name) {
            Ok(Some(found)) => found,
            Ok(None) => return self.absent.push((name, span)),
            Err(why) => return self.refuse(&name, span, &why),
        };
        if (self.content.len() + found.text.len()) as u64 > LARGEST {
            return self.refuse(&name, span, "all files together are larger than the 8 MB that are read");
        }
        if !self.content.ends_with('\n') {
            self.content.push('\n');
        }
        let start = self.content.len();
        self.content.push_str(&found.text);
        if found.text.starts_with('\u{feff}') {
            self.blanks.push(Span::new(start, start + '\u{feff}'.len_utf8()));
        }
        self.texts.push(SheetText { name: found.name, start });
        self.here.push(name);
        self.included_by(&found.text, start);
        self.above_the_first_heading(&found.text, start);
    }

    /// What stands above the first heading would fall into the last table of the file before.
    fn above_the_first_heading(&mut self, text: &str, start: usize) {
        let bare = text.trim_start_matches('\u{feff}');
        let shift = start + (text.len() - bare.len());
        let Some(layout) = Layout::of(bare) else { return };
        let include = layout.child(ROOT, INCLUDE).and_then(|id| layout.node(id).statement);
        for (at, statement) in
            layout.statements.iter().enumerate().take_while(|(_, statement)| !statement.heading)
        {
            if Some(at) == include {
                continue;
            }
            let span = Span::new(statement.span.start + shift, statement.span.end + shift);
            let fault = Fault::new(
                Code::Include,
                span,
                "this stands above the first heading of a file that is included",
            );
            self.faults.push(
                fault
                    .label("belongs to no table")
                    .help("put it below the heading of its table, or into the first file of the case"),
            );
            self.blanks.push(span);
        }
    }
}

/// Why a name cannot be that of a file of the case.
fn refused_name(name: &str) -> Option<String> {
    let said = |why: &str| Some(why.to_owned());
    if name.chars().any(|c| c.is_control() || c == '\\' || c == ':') {
        return said("the name holds a character that no path here has");
    }
    if name.starts_with('/') {
        return said("it is named from the root of the disk, not from the folder of the case");
    }
    if name.split('/').any(|part| part.is_empty() || part.starts_with('.')) {
        return said("a part of its path is empty or begins with a dot");
    }
    if Path::new(name).extension().is_none_or(|ending| ending != "toml") {
        return said("it does not end in `.toml`");
    }
    if name == crate::read::CASE_FILE {
        return said("it is the first file of the case");
    }
    None
}

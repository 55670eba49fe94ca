//! What a file is, and which files of a folder belong to a scenario.

use std::path::{Path, PathBuf};

use detente_case::report::Fault;
use detente_case::{CASE_FILE, Code};

use crate::data::Node;
use crate::xml::Prepared;
use crate::{File, Format, genius, geniusweb, gmcr, json, negmas, yaml};

/// What a file holds.
pub(crate) enum Content {
    Xml(Prepared, genius::Part),
    Data(Node, Kind),
}

/// What a tree of data is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    WebDomain,
    WebProfile,
    Space,
    Function,
    Conflict,
}

impl Content {
    pub(crate) fn format(&self) -> Format {
        match self {
            Self::Xml(..) => Format::Genius,
            Self::Data(_, Kind::WebDomain | Kind::WebProfile) => Format::GeniusWeb,
            Self::Data(_, Kind::Space | Kind::Function) => Format::Negmas,
            Self::Data(_, Kind::Conflict) => Format::Gmcr,
        }
    }

    pub(crate) fn is_domain(&self) -> bool {
        matches!(self, Self::Xml(_, genius::Part::Domain) | Self::Data(_, Kind::WebDomain | Kind::Space))
    }
}

const ENDINGS: [&str; 5] = ["xml", "json", "yaml", "yml", "gmcr"];

/// Whether a path looks like a file of another tool, or a folder of such files that is no case.
pub fn is_foreign(path: &Path) -> bool {
    if path.is_dir() {
        return !path.join(CASE_FILE).exists() && !files_in(path).is_empty();
    }
    has_ending(path)
}

fn has_ending(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

fn is_case(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    path.join(CASE_FILE).exists() || ending.is_some_and(|ending| ending == "toml")
}

/// The fault of a path that is no file of another tool, nor a folder of such files alone.
pub(crate) fn no_file(path: &Path, paths: &[PathBuf]) -> Option<Fault> {
    let fault = |message| Fault::of_file(Code::UnknownFormat, message);
    match (is_case(path), paths) {
        (true, [_]) => Some(
            fault("this is a case already, not a file of another tool")
                .help("`detente deals` and the other verbs read it as it is"),
        ),
        (true, _) if paths.iter().all(|path| is_case(path)) => {
            Some(fault("a second case is given").help("name one case; only files of other tools go together"))
        }
        (true, _) => Some(
            fault("this is a case, and the others are files of another tool")
                .help("name the case alone, or the domain and the profiles"),
        ),
        (false, [_]) => None,
        (false, _) if path.is_dir() => Some(
            fault("this is a folder, which is read only by itself")
                .help("name the folder alone, or the files in it that are meant"),
        ),
        (false, _) => None,
    }
}

/// The files of a scenario in a folder, by name. Those that begin with `_` or `.` are notes of the tools.
pub(crate) fn files_in(folder: &Path) -> Vec<PathBuf> {
    let hidden =
        |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['_', '.']));
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_file() && has_ending(path) && !hidden(path))
        .collect();
    files.sort();
    files
}

/// What a file holds; `None` with a fault, or without one for a stranger in a folder.
pub(crate) fn content(file: &mut File, in_folder: bool) -> Option<Content> {
    let ending =
        file.path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let found = match ending.as_str() {
        "xml" => {
            let xml = Prepared::of(&file.text);
            let part = genius::part(xml.document(&file.text, &mut file.faults)?.root_element());
            part.map(|part| Content::Xml(xml, part))
        }
        "yaml" | "yml" => recognised(yaml::parse(&file.text, &mut file.faults)?),
        "json" | "gmcr" => recognised(json::parse(&file.text, &mut file.faults)?),
        _ => None,
    };
    if found.is_none() {
        const READ: &str = "Genius XML, GeniusWeb JSON, NegMAS YAML or JSON, and `.gmcr` can";
        file.faults.push(if in_folder {
            Fault::of_file(Code::LeftOut, "this file is in no format that can be read, and is passed over")
                .help(format!(
                    "{READ}; if it is part of the scenario, name the files that are meant one by one"
                ))
        } else {
            Fault::of_file(Code::UnknownFormat, "this file is in no format that can be read").help(READ)
        });
    }
    found
}

fn recognised(root: Node) -> Option<Content> {
    let kind = if gmcr::is_conflict(&root) {
        Kind::Conflict
    } else if geniusweb::is_profile(&root) {
        Kind::WebProfile
    } else if geniusweb::is_domain(&root) {
        Kind::WebDomain
    } else if negmas::is_profile(&root) {
        Kind::Function
    } else if negmas::is_domain(&root) {
        Kind::Space
    } else {
        return None;
    };
    Some(Content::Data(root, kind))
}

//! What a file is, and which files of a folder belong to a scenario.

use std::path::{Path, PathBuf};

use super::data::Node;
use super::xml::Prepared;
use super::{File, Format, genius, geniusweb, gmcr, json, negmas, yaml};
use crate::code::Code;
use crate::fault::Fault;
use crate::read::CASE_FILE;

/// What a file holds.
pub(super) enum Content {
    Xml(Prepared, genius::Part),
    Data(Node, Kind),
}

/// What a tree of data is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    WebDomain,
    WebProfile,
    Space,
    Function,
    Conflict,
}

impl Content {
    pub(super) fn format(&self) -> Format {
        match self {
            Self::Xml(..) => Format::Genius,
            Self::Data(_, Kind::WebDomain | Kind::WebProfile) => Format::GeniusWeb,
            Self::Data(_, Kind::Space | Kind::Function) => Format::Negmas,
            Self::Data(_, Kind::Conflict) => Format::Gmcr,
        }
    }

    pub(super) fn is_domain(&self) -> bool {
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

/// The files of a scenario in a folder, by name. Those that begin with `_` or `.` are notes of the tools.
pub(super) fn files_in(folder: &Path) -> Vec<PathBuf> {
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
pub(super) fn content(file: &mut File, in_folder: bool) -> Option<Content> {
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
    if found.is_none() && !in_folder {
        file.faults.push(
            Fault::of_file(Code::UnknownFormat, "this file is in no format that can be read")
                .help("Genius XML, GeniusWeb JSON, NegMAS YAML or JSON, and `.gmcr` can"),
        );
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

//! The archive: its parts, none of them larger than a person could fill.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{is, parse};
use crate::error::DocxError;

/// A part may be so large unpacked, in MiB: a thousand pages of marked-up text are a tenth of it.
const MOST_MIB: u64 = 64;

/// An open archive.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    /// Opens it.
    pub fn open(bytes: &'a [u8]) -> Result<Self, DocxError> {
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|why| DocxError::NoArchive(why.to_string()))?;
        Ok(Self { archive })
    }

    /// The name of the part that holds the text: what the package says, or the usual one.
    pub fn main(&mut self) -> Result<String, DocxError> {
        let usual = "word/document.xml".to_owned();
        let Some(relations) = self.part("_rels/.rels")? else { return Ok(usual) };
        let tree = parse("_rels/.rels", &relations)?;
        let main = tree.root_element().children().find(|node| {
            is(*node, "Relationship")
                && node.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
        });
        Ok(main
            .and_then(|node| node.attribute("Target"))
            .map_or(usual, |target| target.trim_start_matches('/').to_owned()))
    }

    /// The text of a part, if there is one of this name.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, DocxError> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(why) => return Err(DocxError::NoArchive(why.to_string())),
        };
        let most = MOST_MIB << 20;
        let mut bytes = Vec::new();
        file.take(most + 1)
            .read_to_end(&mut bytes)
            .map_err(|why| DocxError::NoArchive(format!("`{name}`: {why}")))?;
        if bytes.len() as u64 > most {
            return Err(DocxError::TooLarge { part: name.to_owned(), most: MOST_MIB });
        }
        let text = String::from_utf8(bytes)
            .map_err(|_| DocxError::NoXml { part: name.to_owned(), why: "it is not UTF-8".to_owned() })?;
        Ok(Some(text.trim_start_matches('\u{FEFF}').to_owned()))
    }
}

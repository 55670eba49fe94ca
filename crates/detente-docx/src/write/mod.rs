//! A document as a file: its parts, packed.

mod body;
mod parts;
mod pictures;
mod tables;

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use self::body::Body;
pub(crate) use self::body::{QUIET, WARNING};
use crate::document::Document;
use crate::error::DocxError;

/// The styles: every looks of a document in one place.
const STYLES: &str = include_str!("styles.xml");

impl Document {
    /// The file. The same document gives the same bytes.
    ///
    /// # Errors
    /// If it is larger than an archive can hold.
    pub fn to_bytes(&self) -> Result<Vec<u8>, DocxError> {
        let body = Body::of(self);
        let mut files: Vec<(String, Vec<u8>)> = vec![
            ("[Content_Types].xml".to_owned(), parts::content_types().into_bytes()),
            ("_rels/.rels".to_owned(), parts::package_relations().into_bytes()),
            ("docProps/core.xml".to_owned(), parts::core(self).into_bytes()),
            ("docProps/app.xml".to_owned(), parts::app().into_bytes()),
            ("word/document.xml".to_owned(), body.document.into_bytes()),
            (
                "word/_rels/document.xml.rels".to_owned(),
                parts::document_relations(body.pictures.len()).into_bytes(),
            ),
            ("word/styles.xml".to_owned(), STYLES.replace("LANGUAGE", &parts::language(self)).into_bytes()),
            ("word/numbering.xml".to_owned(), parts::numbering(&body.lists).into_bytes()),
            ("word/settings.xml".to_owned(), parts::settings().into_bytes()),
            ("word/footnotes.xml".to_owned(), body.footnotes.into_bytes()),
            ("word/comments.xml".to_owned(), body.comments.into_bytes()),
            ("word/footer1.xml".to_owned(), parts::footer(self).into_bytes()),
        ];
        for (i, picture) in body.pictures.iter().enumerate() {
            files.push((parts::drawing_name(i, "svg"), picture.drawing.to_svg().into_bytes()));
            files.push((parts::drawing_name(i, "emf"), picture.drawing.to_emf(picture.width)));
        }
        pack(&files).map_err(|why| DocxError::NotWritten(why.to_string()))
    }
}

fn pack(files: &[(String, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // The day of the file in the archive is fixed: the same document gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, content) in files {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}

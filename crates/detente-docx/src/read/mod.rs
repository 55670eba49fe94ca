//! A document from a file, whichever program wrote it: its words, their structure, and what people marked.

mod body;
mod package;

use roxmltree::{Document as Tree, Node, ParsingOptions};

use self::body::Reader;
use self::package::Package;
use crate::document::Document;
use crate::error::DocxError;

/// So many elements a part may hold: a book has a hundredth of them.
const MOST_ELEMENTS: u32 = 5_000_000;

impl Document {
    /// Reads a file.
    ///
    /// Headings, lists, tables, links inside the document, footnotes, tracked changes and comments are taken as what they are; of anything else the words are. Moves
    /// count as words that went out in one place and came in at another. Pictures, fonts and colours are left behind.
    ///
    /// # Errors
    /// If it is no such document, or one that no person could have written.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DocxError> {
        let mut package = Package::open(bytes)?;
        let name = package.main()?;
        let main = package.part(&name)?.ok_or_else(|| DocxError::NoPart(name.clone()))?;
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let beside =
            |file: &str| if folder.is_empty() { file.to_owned() } else { format!("{folder}/{file}") };
        let [comments, footnotes, numbering] = ["comments.xml", "footnotes.xml", "numbering.xml"].map(beside);
        let (comments, footnotes, numbering) =
            (package.part(&comments)?, package.part(&footnotes)?, package.part(&numbering)?);
        let core = package.part("docProps/core.xml")?;
        let parsed = [
            ("comments", &comments),
            ("footnotes", &footnotes),
            ("numbering", &numbering),
            ("properties", &core),
        ]
        .map(|(name, text)| text.as_deref().map(|text| parse(name, text)).transpose());
        let [comments, footnotes, numbering, core] = parsed;
        let main = parse(&name, &main)?;
        let reader = Reader::new(comments?.as_ref(), footnotes?.as_ref(), numbering?.as_ref())?;
        let body = main
            .root_element()
            .children()
            .find(|node| is(*node, "body"))
            .ok_or_else(|| DocxError::NoPart("body".to_owned()))?;
        let core = core?;
        let property = |name: &str| {
            let found =
                core.as_ref()?.root_element().children().find(|node| node.tag_name().name() == name)?;
            found.text().map(ToOwned::to_owned)
        };
        Ok(Self {
            title: property("title").unwrap_or_default(),
            language: property("language")
                .map_or_else(|| "en".to_owned(), |tag| tag.split('-').next().unwrap_or("en").to_owned()),
            on: property("created").map(|moment| body::day(&moment)),
            foot: None,
            blocks: reader.blocks(body)?,
        })
    }
}

fn parse<'a>(part: &str, text: &'a str) -> Result<Tree<'a>, DocxError> {
    let options =
        ParsingOptions { allow_dtd: false, nodes_limit: MOST_ELEMENTS, ..ParsingOptions::default() };
    Tree::parse_with_options(text, options)
        .map_err(|why| DocxError::NoXml { part: part.to_owned(), why: why.to_string() })
}

/// Whether a node is an element of this name, whichever the prefix.
fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

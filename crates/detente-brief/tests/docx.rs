//! The brief as a document for word processors: everything that the page says, with headings, footnotes, tables and pictures that are what they are.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::sync::Arc;

use detente_brief::page::{Content, Page, Section, Version};
use detente_brief::{Options, Sitting, page, render};
use detente_docx::{Block, Document, Inline, Paragraph, Style};

const DRAWS: u64 = 60;

fn briefs() -> Vec<(String, Page)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases");
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let brief = |name: String| {
        let text = fs::read_to_string(format!("{folder}/{name}/case.toml")).ok()?;
        let case = detente_case::parse("case.toml", &text)
            .unwrap_or_else(|report| panic!("{name}: {report:?}"))
            .case;
        let sitting = Sitting::open(Arc::new(case), Options::drawing(DRAWS, 1));
        let brief = sitting.brief().unwrap();
        Some((name, page::brief_with_annex(&brief)))
    };
    names.into_iter().filter_map(brief).collect()
}

fn paragraphs(document: &Document) -> Vec<&Paragraph> {
    let mut all = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => all.push(paragraph),
            Block::Table(table) => all.extend(table.head.iter().chain(table.rows.iter().flatten()).flatten()),
        }
    }
    all
}

fn figures(section: &Section) -> usize {
    fn of(blocks: &[page::Block]) -> usize {
        let count = |block: &page::Block| match &block.content {
            Content::Figure(figure) => figure.panels.len(),
            Content::Framed(blocks) | Content::Folded { blocks, .. } => of(blocks),
            _ => 0,
        };
        blocks.iter().filter(|block| block.shows(Version::Full)).map(count).sum()
    }
    of(&section.blocks)
}

#[test]
fn every_case_gives_a_document_that_says_what_the_page_says() {
    let briefs = briefs();
    assert!(briefs.len() > 12, "the cases are there");
    for (name, page) in briefs {
        let bytes = render::docx(&page).unwrap();
        assert_eq!(bytes, render::docx(&page).unwrap(), "{name}");
        let read = Document::from_bytes(&bytes).unwrap();
        let head = page.head.as_ref().unwrap();
        assert_eq!((&read.title, read.on.clone()), (&head.title, Some(head.as_of.0.to_string())), "{name}");
        let all = paragraphs(&read);
        let said: Vec<String> =
            all.iter().map(|paragraph| paragraph.as_proposed().replace('\u{a0}', " ")).collect();
        for sentence in &head.headline {
            assert!(said.contains(&sentence.text), "{name}: {sentence}");
        }
        let sections: Vec<&Section> =
            page.sections.iter().filter(|section| section.shows(Version::Full)).collect();
        let mut headings = all
            .iter()
            .filter(|paragraph| matches!(paragraph.style, Style::Heading(_)))
            .map(|paragraph| paragraph.as_proposed());
        for section in &sections {
            let heading = render::plain(&section.heading).replace(" %", "\u{a0}%");
            assert!(
                heading.is_empty() || headings.any(|found| found == heading),
                "{name}: the heading “{heading}”, in its order"
            );
        }
        let cited = page
            .sections
            .iter()
            .filter(|section| section.shows(Version::Full))
            .flat_map(|section| &section.blocks);
        let cited: usize = cited.map(|block| block.cites(Version::Full).len()).sum();
        let footnotes: usize = all.iter().map(|paragraph| notes(&paragraph.inlines)).sum();
        assert_eq!(footnotes, cited, "{name}: a footnote for each citation");
        let pictures: usize = sections.iter().map(|section| figures(section)).sum();
        let parts = parts(&bytes);
        assert_eq!(
            parts.matches("word/media/picture").count(),
            2 * pictures * IN_AN_ARCHIVE,
            "{name}: each plot twice, as SVG and as a metafile"
        );
    }
}

fn notes(inlines: &[Inline]) -> usize {
    inlines.iter().filter(|inline| matches!(inline, Inline::Footnote(_))).count()
}

/// The name of a file stands in an archive before its content and in the list at the end.
const IN_AN_ARCHIVE: usize = 2;

/// The names in an archive, as far as they are letters.
fn parts(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| if byte.is_ascii_graphic() { char::from(*byte) } else { ' ' }).collect()
}

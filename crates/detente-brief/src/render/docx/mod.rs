//! The full version of a page as a document for word processors: headings to move by, footnotes where a page has notes, plots as pictures in lines.

mod blocks;
mod phrases;
mod pictures;

use detente_docx::{Block, Document, DocxError, Inline, Paragraph, Run, Style};

use self::blocks::Blocks;
use super::html::look;
use crate::page::{Content, Head, OTHERS_LEFT_OUT, Page, Section, SourceNote, Version};
use crate::words;

/// A page in its full version, as the bytes of a `.docx`. The same page gives the same bytes.
///
/// # Errors
/// If the document is larger than such a file can be.
pub fn docx(page: &Page) -> Result<Vec<u8>, DocxError> {
    document(page)?.to_bytes()
}

fn document(page: &Page) -> Result<Document, DocxError> {
    let mut document = Document::titled(page.head.as_ref().map_or("Detente", |head| &head.title));
    let mut written = Blocks::citing(sources(page));
    if let Some(shown) = &page.head {
        document.on = Some(shown.as_of.0.to_string());
        document.foot = Some(format!("{}, as of {}", shown.title, words::date(shown.as_of.0)));
        document.blocks = head(shown);
    }
    let shown = page.sections.iter().filter(|section| section.shows(Version::Full));
    let (brief, annex): (Vec<&Section>, Vec<&Section>) = shown.partition(|section| !section.annex);
    for section in brief {
        written.section(section, 1)?;
    }
    if !annex.is_empty() {
        written.push(Paragraph::of(Style::Heading(1)).text("Annex"));
        for section in annex {
            written.section(section, 2)?;
        }
    }
    if let Some(foot) = &page.foot {
        written.push(Paragraph::of(Style::Reading).text(foot.as_str()));
    }
    document.blocks.extend(written.finish());
    Ok(document)
}

/// Title, day, headline, and who is at the table.
fn head(head: &Head) -> Vec<Block> {
    let drawn = head.drawn.map_or(String::new(), |(draws, seed)| {
        format!(" · {}, seed {seed}", words::plural(draws, "draw", "draws"))
    });
    let mut paragraphs = vec![
        Paragraph::of(Style::Title).text(head.title.as_str()),
        Paragraph::of(Style::Subtitle).text(format!("As of {}{drawn}", words::date(head.as_of.0))),
    ];
    for said in head.extract.iter().chain(&head.set) {
        paragraphs.push(Paragraph::of(Style::Reading).text(said.as_str()));
    }
    for (i, sentence) in head.headline.iter().enumerate() {
        let style = if i == 0 { Style::Lead } else { Style::Body };
        paragraphs.push(Paragraph::of(style).text(phrases::joined(sentence)));
    }
    if !head.principals.is_empty() || head.principals_left_out {
        let mut signing = Paragraph::of(Style::Body).and(Inline::Run(Run::quiet("Must sign: ")));
        for (i, face) in head.principals.iter().enumerate() {
            let between = if i > 0 { ", " } else { "" };
            signing = signing
                .text(between)
                .and(Inline::Run(phrases::mark(face.look)))
                .text(format!("\u{a0}{}", face.name));
        }
        if head.principals_left_out {
            let others = if head.principals.is_empty() {
                "parties who are left out of this extract".to_owned()
            } else {
                format!(", {OTHERS_LEFT_OUT}")
            };
            signing = signing.text(others);
        }
        paragraphs.push(signing);
    }
    for (role, names) in &head.others {
        let role = Inline::Run(Run::quiet(format!("{role}: ")));
        paragraphs.push(Paragraph::of(Style::Body).and(role).text(names.as_str()));
    }
    if let Some(summary) = &head.summary {
        paragraphs.push(Paragraph::of(Style::Reading).text(summary.as_str()));
    }
    paragraphs.into_iter().map(Block::Paragraph).collect()
}

/// The sources that the page lists, which its footnotes name.
fn sources(page: &Page) -> Vec<SourceNote> {
    fn of(blocks: &[crate::page::Block], found: &mut Vec<SourceNote>) {
        for block in blocks {
            match &block.content {
                Content::Sources(sources) => found.extend(sources.iter().cloned()),
                Content::Framed(blocks) | Content::Folded { blocks, .. } => of(blocks, found),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    page.sections.iter().for_each(|section| of(&section.blocks, &mut found));
    found
}

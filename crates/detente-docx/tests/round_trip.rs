//! What is written comes back, whatever is in it; what cannot be read says so.
#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it should be")]

use std::io::{Cursor, Write as _};

use detente_docx::{
    Align, Block, Change, ChangeKind, Comment, Document, DocxError, Inline, Link, Paragraph, Run, Style,
    Table,
};
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z&<>\"' .,;–é]{1,20}",
        Just("يفرج الطرفان عن 150 شخصا".to_owned()),
        Just("mixed كلمة words".to_owned()),
        Just("two\twords".to_owned()),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    ("[A-Z][a-z]{1,8}", proptest::option::of(Just("2024-02-14".to_owned())), any::<bool>()).prop_map(
        |(by, on, came)| Change {
            kind: if came { ChangeKind::Inserted } else { ChangeKind::Deleted },
            by,
            on,
        },
    )
}

fn inline() -> impl Strategy<Value = Inline> {
    let plain = prop_oneof![
        words().prop_map(|text| Inline::Run(Run::plain(text))),
        words().prop_map(|text| Inline::Run(Run::strong(text))),
        (change(), words())
            .prop_map(|(change, text)| Inline::Changed { change, runs: vec![Run::plain(text)] }),
        words().prop_map(|text| Inline::Footnote(vec![Run::plain(text)])),
        words()
            .prop_map(|text| Inline::Link(Link { to: "clause_1".to_owned(), runs: vec![Run::plain(text)] })),
        Just(Inline::Break),
    ];
    plain.prop_recursive(2, 6, 3, |inner| {
        ("[A-Z][a-z]{1,8}", proptest::collection::vec(words(), 1..3), proptest::collection::vec(inner, 1..3))
            .prop_map(|(by, text, inlines)| Inline::Commented {
                comment: Comment { by, on: Some("2024-02-15".to_owned()), text },
                inlines,
            })
    })
}

fn paragraph() -> impl Strategy<Value = Paragraph> {
    let style = prop_oneof![
        Just(Style::Title),
        Just(Style::Lead),
        Just(Style::Heading(1)),
        Just(Style::Heading(3)),
        Just(Style::Body),
        Just(Style::Reading),
        Just(Style::Bullet)
    ];
    (
        style,
        proptest::option::of("[a-z][a-z_0-9]{0,20}"),
        any::<bool>(),
        proptest::collection::vec(inline(), 0..5),
    )
        .prop_map(|(style, name, with_next, inlines)| Paragraph {
            style,
            name,
            with_next,
            change: None,
            inlines,
        })
}

/// The same words in the fewest pieces, as a reader gives them.
fn joined(paragraph: &Paragraph) -> Paragraph {
    fn join(inlines: &[Inline]) -> Vec<Inline> {
        let mut all: Vec<Inline> = Vec::new();
        for inline in inlines {
            match (all.last_mut(), inline) {
                (Some(Inline::Run(last)), Inline::Run(run)) if last.face == run.face => {
                    last.text.push_str(&run.text);
                }
                (Some(Inline::Changed { change: last, runs }), Inline::Changed { change, runs: more })
                    if last == change =>
                {
                    runs[0].text.push_str(&more[0].text);
                }
                (Some(Inline::Link(last)), Inline::Link(link)) => {
                    last.runs[0].text.push_str(&link.runs[0].text);
                }
                (_, Inline::Commented { comment, inlines }) => {
                    all.push(Inline::Commented { comment: comment.clone(), inlines: join(inlines) });
                }
                _ => all.push(inline.clone()),
            }
        }
        all
    }
    Paragraph { inlines: join(&paragraph.inlines), ..paragraph.clone() }
}

/// The pieces of links come back one run a direction of letters; their words count.
fn linked(mut paragraph: Paragraph) -> Paragraph {
    fn flatten(inlines: &mut [Inline]) {
        for inline in inlines {
            match inline {
                Inline::Link(link) => {
                    link.runs =
                        vec![Run::plain(link.runs.iter().map(|run| run.text.as_str()).collect::<String>())];
                }
                Inline::Commented { inlines, .. } => flatten(inlines),
                _ => {}
            }
        }
    }
    flatten(&mut paragraph.inlines);
    paragraph
}

proptest! {
    #[test]
    fn a_document_comes_back_as_it_was_written(paragraphs in proptest::collection::vec(paragraph(), 0..6)) {
        let document = Document { blocks: paragraphs.iter().cloned().map(Block::Paragraph).collect(), on: Some("2024-02-14".to_owned()), ..Document::titled("A & B") };
        let bytes = document.to_bytes().unwrap();
        prop_assert_eq!(&bytes, &document.to_bytes().unwrap());
        let back = Document::from_bytes(&bytes).unwrap();
        prop_assert_eq!((&back.title, &back.language, &back.on), (&document.title, &document.language, &document.on));
        let read: Vec<Paragraph> = back.blocks.into_iter().map(|block| match block {
            Block::Paragraph(paragraph) => linked(paragraph),
            Block::Table(_) => panic!("no table was written"),
        }).collect();
        prop_assert_eq!(read, paragraphs.iter().map(joined).collect::<Vec<_>>());
    }

    #[test]
    fn bytes_that_are_no_document_are_refused_and_never_panic(mut at in 0_usize..20_000, byte: u8) {
        let mut bytes = sample().to_bytes().unwrap();
        at %= bytes.len();
        bytes[at] ^= byte;
        let _ = Document::from_bytes(&bytes);
        prop_assert!(Document::from_bytes(&bytes[..at.min(bytes.len() - 1)]).is_err());
    }
}

fn sample() -> Document {
    let cell = |text: &str| vec![Paragraph::of(Style::Cell).text(text)];
    let table = Table {
        description: "What each side said".to_owned(),
        columns: vec![Align::Start, Align::End],
        head: vec![cell("side"), cell("days")],
        rows: vec![vec![cell("one"), cell("42")], vec![cell("other"), Vec::new()]],
    };
    let gone = Paragraph {
        change: Some(Change::deleted("A delegation", Some("2024-02-14".to_owned()))),
        ..Paragraph::of(Style::Body).text("All of it went out.")
    };
    Document {
        blocks: vec![
            Block::Table(table),
            Block::Paragraph(gone),
            Block::Paragraph(Paragraph::of(Style::Numbered(7)).text("first")),
        ],
        ..Document::titled("Sample")
    }
}

#[test]
fn tables_whole_changes_and_numbered_lists_come_back() {
    let back = Document::from_bytes(&sample().to_bytes().unwrap()).unwrap();
    let Block::Table(table) = &back.blocks[0] else { panic!("a table was written first") };
    assert_eq!(
        (table.description.as_str(), table.head.len(), table.rows.len()),
        ("What each side said", 2, 2)
    );
    assert_eq!(table.rows[0][1][0].as_proposed(), "42");
    // A table is followed by an empty paragraph, so that two do not become one.
    let Block::Paragraph(gone) = &back.blocks[2] else { panic!("a paragraph follows") };
    assert_eq!(gone.change.as_ref().map(|change| change.by.as_str()), Some("A delegation"));
    assert_eq!((gone.as_it_was().as_str(), gone.as_proposed().as_str()), ("All of it went out.", ""));
    let Block::Paragraph(first) = &back.blocks[3] else { panic!("a list follows") };
    assert!(matches!(first.style, Style::Numbered(_)));
}

fn packed(files: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn body(inside: &str) -> String {
    format!(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{inside}</w:body></w:document>"#
    )
}

#[test]
fn moves_are_words_out_here_and_in_there() {
    let text = body(
        r#"<w:p><w:moveFrom w:id="1" w:author="A" w:date="2024-02-14T09:30:00Z"><w:r><w:delText>here</w:delText></w:r></w:moveFrom></w:p><w:p><w:moveTo w:id="2" w:author="A"><w:r><w:t>here</w:t></w:r></w:moveTo><w:ins w:id="3" w:author="B"><w:del w:id="4" w:author="C"><w:r><w:delText>gone</w:delText></w:r></w:del></w:ins></w:p>"#,
    );
    let document = Document::from_bytes(&packed(&[("word/document.xml", &text)])).unwrap();
    let [Block::Paragraph(from), Block::Paragraph(to)] = document.blocks.as_slice() else {
        panic!("two paragraphs")
    };
    assert_eq!((from.as_it_was().as_str(), from.as_proposed().as_str()), ("here", ""));
    assert_eq!(from.changes()[0].on.as_deref(), Some("2024-02-14"));
    assert_eq!((to.as_it_was().as_str(), to.as_proposed().as_str()), ("gone", "here"));
}

#[test]
fn every_kind_of_broken_file_is_said() {
    assert!(matches!(Document::from_bytes(b"plain words"), Err(DocxError::NoArchive(_))));
    assert!(matches!(Document::from_bytes(&packed(&[("a.txt", "b")])), Err(DocxError::NoPart(_))));
    assert!(matches!(
        Document::from_bytes(&packed(&[("word/document.xml", "<w:document")])),
        Err(DocxError::NoXml { .. })
    ));
    let entity =
        r#"<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document xmlns:w="w"><w:body>&a;</w:body></w:document>"#;
    assert!(matches!(
        Document::from_bytes(&packed(&[("word/document.xml", entity)])),
        Err(DocxError::NoXml { .. })
    ));
    let deep = body(&format!("{}{}", "<w:sdt>".repeat(3_000), "</w:sdt>".repeat(3_000)));
    assert!(matches!(
        Document::from_bytes(&packed(&[("word/document.xml", &deep)])),
        Err(DocxError::TooDeep(_) | DocxError::NoXml { .. })
    ));
    let bomb = body(&" ".repeat(65 << 20));
    assert!(matches!(
        Document::from_bytes(&packed(&[("word/document.xml", &bomb)])),
        Err(DocxError::TooLarge { most: 64, .. })
    ));
}

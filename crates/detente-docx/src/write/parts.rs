//! The small parts of a file: what it holds, its properties, lists, settings, the foot of its pages.

use crate::xml::Xml;

use crate::document::Document;
use crate::letters::{begins_rightward, writable};

/// The namespaces that the parts use.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub(super) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The name of the file of a picture.
pub(super) fn drawing_name(at: usize, kind: &str) -> String {
    format!("word/media/picture{}.{kind}", at + 1)
}

/// The names under which the document refers to the two files of a picture.
pub(super) fn drawing_relation(at: usize, kind: &str) -> String {
    format!("{kind}{}", at + 1)
}

/// The language, with a country where programs want one.
pub(super) fn language(document: &Document) -> String {
    match document.language.as_str() {
        "" | "en" => "en-GB".to_owned(),
        other => other.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect(),
    }
}

/// Whether a document as a whole runs from right to left.
pub(super) fn is_rightward(document: &Document) -> bool {
    ["ar", "fa", "he", "ur"].iter().any(|code| document.language.split('-').next() == Some(code))
}

/// Which kinds of part there are.
pub(super) fn content_types() -> String {
    let mut xml = Xml::document();
    xml.open("Types");
    xml.attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
    for (extension, kind) in [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("svg", "image/svg+xml"),
        ("emf", "image/x-emf"),
    ] {
        xml.open("Default");
        xml.attribute("Extension", extension);
        xml.attribute("ContentType", kind);
        xml.close();
    }
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    for (name, kind) in [
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml".to_owned()),
        (
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned(),
        ),
        ("/word/document.xml", format!("{word}.document.main+xml")),
        ("/word/styles.xml", format!("{word}.styles+xml")),
        ("/word/numbering.xml", format!("{word}.numbering+xml")),
        ("/word/settings.xml", format!("{word}.settings+xml")),
        ("/word/footnotes.xml", format!("{word}.footnotes+xml")),
        ("/word/comments.xml", format!("{word}.comments+xml")),
        ("/word/footer1.xml", format!("{word}.footer+xml")),
    ] {
        xml.open("Override");
        xml.attribute("PartName", name);
        xml.attribute("ContentType", &kind);
        xml.close();
    }
    xml.finish()
}

fn relations(of: &[(String, String, String)]) -> String {
    let mut xml = Xml::document();
    xml.open("Relationships");
    xml.attribute("xmlns", RELATIONS);
    for (id, kind, target) in of {
        xml.open("Relationship");
        xml.attribute("Id", id);
        xml.attribute("Type", kind);
        xml.attribute("Target", target);
        xml.close();
    }
    xml.finish()
}

/// What the package refers to.
pub(super) fn package_relations() -> String {
    relations(&[
        ("document".to_owned(), format!("{OFFICE}/officeDocument"), "word/document.xml".to_owned()),
        (
            "core".to_owned(),
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
                .to_owned(),
            "docProps/core.xml".to_owned(),
        ),
        ("app".to_owned(), format!("{OFFICE}/extended-properties"), "docProps/app.xml".to_owned()),
    ])
}

/// What the document refers to, with so many pictures.
pub(super) fn document_relations(pictures: usize) -> String {
    let kinds = [
        ("styles", "styles.xml"),
        ("numbering", "numbering.xml"),
        ("settings", "settings.xml"),
        ("footnotes", "footnotes.xml"),
        ("comments", "comments.xml"),
        ("footer", "footer1.xml"),
    ];
    let mut all: Vec<_> = kinds
        .iter()
        .map(|(kind, target)| ((*kind).to_owned(), format!("{OFFICE}/{kind}"), (*target).to_owned()))
        .collect();
    for at in 0..pictures {
        for kind in ["svg", "emf"] {
            let target = drawing_name(at, kind).trim_start_matches("word/").to_owned();
            all.push((drawing_relation(at, kind), format!("{OFFICE}/image"), target));
        }
    }
    relations(&all)
}

/// Title, language and day.
pub(super) fn core(document: &Document) -> String {
    let mut xml = Xml::document();
    xml.open("cp:coreProperties");
    xml.attribute("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
    xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
    xml.attribute("xmlns:dcterms", "http://purl.org/dc/terms/");
    xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    for (name, text) in [
        ("dc:title", document.title.as_str()),
        ("dc:creator", "Detente"),
        ("dc:language", &language(document)),
    ] {
        xml.open(name);
        xml.text(&writable(text));
        xml.close();
    }
    if let Some(day) = &document.on {
        xml.open("dcterms:created");
        xml.attribute("xsi:type", "dcterms:W3CDTF");
        xml.text(&moment(day));
        xml.close();
    }
    xml.finish()
}

/// The moment that stands for a day.
pub(super) fn moment(day: &str) -> String {
    format!("{}T00:00:00Z", writable(day))
}

/// Which program wrote it.
pub(super) fn app() -> String {
    let mut xml = Xml::document();
    xml.open("Properties");
    xml.attribute("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
    xml.open("Application");
    xml.text("Detente");
    xml.close();
    xml.finish()
}

/// The lists: one with dots, and a numbered one for each number that the document gives one.
pub(super) fn numbering(lists: &[u32]) -> String {
    let mut xml = Xml::document();
    xml.open("w:numbering");
    xml.attribute("xmlns:w", W);
    for (id, format, sign) in [(0, "bullet", "•"), (1, "decimal", "%1.")] {
        xml.open("w:abstractNum");
        xml.attribute("w:abstractNumId", &id);
        value(&mut xml, "w:multiLevelType", "singleLevel");
        xml.open("w:lvl");
        xml.attribute("w:ilvl", "0");
        value(&mut xml, "w:start", "1");
        value(&mut xml, "w:numFmt", format);
        value(&mut xml, "w:lvlText", sign);
        // "start", which is what it means, is of the strict form of the standard alone.
        value(&mut xml, "w:lvlJc", "left");
        xml.open("w:pPr");
        xml.open("w:ind");
        xml.attribute("w:start", "397");
        xml.attribute("w:hanging", "397");
        xml.close();
        xml.close();
        xml.close();
        xml.close();
    }
    for (id, abstracted) in std::iter::once((1, 0)).chain((0..lists.len()).map(|list| (list + 2, 1))) {
        xml.open("w:num");
        xml.attribute("w:numId", &id);
        value(&mut xml, "w:abstractNumId", &abstracted.to_string());
        if abstracted == 1 {
            // Each list begins at one.
            xml.open("w:lvlOverride");
            xml.attribute("w:ilvl", "0");
            value(&mut xml, "w:startOverride", "1");
            xml.close();
        }
        xml.close();
    }
    xml.finish()
}

/// Settings: that the file is of the present kind, so that no program opens it in a mode for old ones.
pub(super) fn settings() -> String {
    let mut xml = Xml::document();
    xml.open("w:settings");
    xml.attribute("xmlns:w", W);
    xml.open("w:footnotePr");
    for id in ["-1", "0"] {
        xml.open("w:footnote");
        xml.attribute("w:id", id);
        xml.close();
    }
    xml.close();
    xml.open("w:compat");
    xml.open("w:compatSetting");
    xml.attribute("w:name", "compatibilityMode");
    xml.attribute("w:uri", "http://schemas.microsoft.com/office/word");
    xml.attribute("w:val", "15");
    xml.close();
    xml.close();
    xml.finish()
}

/// The foot of each page: what the document says there, and the number of the page.
pub(super) fn footer(document: &Document) -> String {
    let mut xml = Xml::document();
    xml.open("w:ftr");
    xml.attribute("xmlns:w", W);
    xml.open("w:p");
    xml.open("w:pPr");
    value(&mut xml, "w:pStyle", "Footer");
    if is_rightward(document) || document.foot.as_deref().is_some_and(begins_rightward) {
        xml.empty("w:bidi");
    }
    xml.close();
    if let Some(foot) = &document.foot {
        run(&mut xml, &format!("{foot}  ·  "));
    }
    for kind in ["begin", "PAGE", "end"] {
        xml.open("w:r");
        if kind == "PAGE" {
            xml.open("w:instrText");
            xml.attribute("xml:space", "preserve");
            xml.text(" PAGE ");
        } else {
            xml.open("w:fldChar");
            xml.attribute("w:fldCharType", kind);
        }
        xml.close();
        xml.close();
    }
    xml.finish()
}

fn run(xml: &mut Xml, text: &str) {
    xml.open("w:r");
    xml.open("w:t");
    xml.attribute("xml:space", "preserve");
    xml.text(&writable(text));
    xml.close();
    xml.close();
}

/// An element that holds nothing but a value.
pub(super) fn value(xml: &mut Xml, name: &str, value: &str) {
    xml.open(name);
    xml.attribute("w:val", value);
    xml.close();
}

//! The text of a document, with its footnotes and comments, which lie in parts of their own.

use std::collections::HashMap;

use crate::xml::Xml;

use super::parts::{R, W, is_rightward, moment, value};
use super::pictures::PIC;
use crate::document::Tone;
use crate::document::{
    Align, Block, Change, ChangeKind, Comment, Document, Face, Inline, Link, Paragraph, Picture, Run, Style,
};
use crate::letters::{begins_rightward, stretches, writable};

const WP: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
/// The colours of quiet and of warning words, as in the style sheet.
pub(crate) const QUIET: &str = "5B6068";
pub(crate) const WARNING: &str = "8C1C13";

/// The parts that hold text, and what else the file needs for them.
pub(super) struct Body<'a> {
    /// The document's own part.
    pub document: String,
    pub footnotes: String,
    pub comments: String,
    /// The pictures in the order of their numbers.
    pub pictures: Vec<&'a Picture>,
    /// The numbered lists, in the order in which they begin.
    pub lists: Vec<u32>,
}

pub(super) struct Writer<'a> {
    pub xml: Xml,
    footnotes: Xml,
    comments: Xml,
    footnote: usize,
    comment: usize,
    /// The number of the last tracked change.
    change: usize,
    bookmark: usize,
    pub pictures: Vec<&'a Picture>,
    lists: Vec<u32>,
    list_numbers: HashMap<u32, usize>,
    pub rightward: bool,
}

impl<'a> Body<'a> {
    /// The text of a document.
    pub fn of(document: &'a Document) -> Self {
        let mut writer = Writer {
            xml: Xml::document(),
            footnotes: Xml::document(),
            comments: Xml::document(),
            footnote: 0,
            comment: 0,
            change: 0,
            bookmark: 0,
            pictures: Vec::new(),
            lists: Vec::new(),
            list_numbers: HashMap::new(),
            rightward: is_rightward(document),
        };
        writer.begin();
        document.blocks.iter().for_each(|block| writer.block(block));
        writer.page();
        Self {
            document: writer.xml.finish(),
            footnotes: writer.footnotes.finish(),
            comments: writer.comments.finish(),
            pictures: writer.pictures,
            lists: writer.lists,
        }
    }
}

impl<'a> Writer<'a> {
    fn begin(&mut self) {
        self.xml.open("w:document");
        for (name, space) in
            [("xmlns:w", W), ("xmlns:r", R), ("xmlns:wp", WP), ("xmlns:a", A), ("xmlns:pic", PIC)]
        {
            self.xml.attribute(name, space);
        }
        self.xml.open("w:body");
        self.comments.open("w:comments");
        self.comments.attribute("xmlns:w", W);
        self.footnotes.open("w:footnotes");
        self.footnotes.attribute("xmlns:w", W);
        // The lines that part footnotes from the text are footnotes themselves.
        for (id, kind, element) in
            [("-1", "separator", "w:separator"), ("0", "continuationSeparator", "w:continuationSeparator")]
        {
            let xml = &mut self.footnotes;
            xml.open("w:footnote");
            xml.attribute("w:type", kind);
            xml.attribute("w:id", id);
            for inside in ["w:p", "w:r", element] {
                xml.open(inside);
            }
            (0..4).for_each(|_| xml.close());
        }
    }

    /// The page: A4, with the foot.
    fn page(&mut self) {
        let xml = &mut self.xml;
        xml.open("w:sectPr");
        xml.open("w:footerReference");
        xml.attribute("w:type", "default");
        xml.attribute("r:id", "footer");
        xml.close();
        xml.open("w:pgSz");
        xml.attribute("w:w", "11906");
        xml.attribute("w:h", "16838");
        xml.close();
        xml.open("w:pgMar");
        for (side, twentieths) in [
            ("top", 1134),
            ("right", 1247),
            ("bottom", 1134),
            ("left", 1247),
            ("header", 567),
            ("footer", 567),
            ("gutter", 0),
        ] {
            xml.attribute(&format!("w:{side}"), &twentieths);
        }
        xml.close();
        if self.rightward {
            xml.empty("w:bidi");
        }
        xml.close();
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(paragraph, Align::Start),
            Block::Table(table) => self.table(table),
        }
    }

    pub fn paragraph(&mut self, paragraph: &'a Paragraph, align: Align) {
        self.xml.open("w:p");
        self.properties(paragraph, align);
        let name = paragraph.name.as_deref().map(bookmark);
        if let Some(name) = &name {
            self.bookmark += 1;
            self.xml.open("w:bookmarkStart");
            self.xml.attribute("w:id", &self.bookmark);
            self.xml.attribute("w:name", name);
            self.xml.close();
        }
        let bookmarked = self.bookmark;
        for inline in &paragraph.inlines {
            self.inline(inline, paragraph.change.as_ref());
        }
        if name.is_some() {
            self.xml.open("w:bookmarkEnd");
            self.xml.attribute("w:id", &bookmarked);
            self.xml.close();
        }
        self.xml.close();
    }

    fn properties(&mut self, paragraph: &Paragraph, align: Align) {
        let list = match paragraph.style {
            Style::Numbered(list) => Some(self.list(list)),
            _ => None,
        };
        let xml = &mut self.xml;
        xml.open("w:pPr");
        value(xml, "w:pStyle", style_id(paragraph.style));
        if paragraph.with_next {
            xml.empty("w:keepNext");
        }
        if let Some(list) = list {
            xml.open("w:numPr");
            value(xml, "w:ilvl", "0");
            value(xml, "w:numId", &list.to_string());
            xml.close();
        }
        let said = paragraph.as_proposed();
        if begins_rightward(&said) || (self.rightward && !said.chars().any(char::is_alphabetic)) {
            xml.empty("w:bidi");
        }
        match align {
            Align::Start => {}
            Align::Middle => value(xml, "w:jc", "center"),
            Align::End => value(xml, "w:jc", "end"),
        }
        if let Some(change) = &paragraph.change {
            xml.open("w:rPr");
            self.mark(change);
            self.xml.close();
            self.xml.close();
        }
        self.xml.close();
    }

    /// The number of a list in the file, a new one where it is met first.
    fn list(&mut self, list: u32) -> usize {
        let lists = &mut self.lists;
        *self.list_numbers.entry(list).or_insert_with(|| {
            lists.push(list);
            lists.len() + 1
        })
    }

    /// Opens the element of a change.
    fn mark(&mut self, change: &Change) {
        self.change += 1;
        self.xml.open(match change.kind {
            ChangeKind::Inserted => "w:ins",
            ChangeKind::Deleted => "w:del",
        });
        self.xml.attribute("w:id", &self.change);
        self.xml.attribute("w:author", &writable(&change.by));
        if let Some(day) = &change.on {
            self.xml.attribute("w:date", &moment(day));
        }
    }

    fn inline(&mut self, inline: &'a Inline, within: Option<&Change>) {
        match inline {
            Inline::Run(run) => self.runs(std::slice::from_ref(run), within),
            Inline::Break => {
                self.xml.open("w:r");
                self.xml.empty("w:br");
                self.xml.close();
            }
            Inline::Footnote(runs) => self.footnote(runs),
            Inline::Picture(picture) => self.picture(picture),
            Inline::Link(Link { to, runs }) => {
                self.xml.open("w:hyperlink");
                self.xml.attribute("w:anchor", &bookmark(to));
                for run in runs {
                    run_of(&mut self.xml, run, false, Some("Hyperlink"));
                }
                self.xml.close();
            }
            Inline::Changed { change, runs } => self.runs(runs, Some(change)),
            Inline::Commented { comment, inlines } => {
                let id = self.comment;
                self.comment += 1;
                self.ranged("w:commentRangeStart", id);
                for inline in inlines {
                    self.inline(inline, within);
                }
                self.ranged("w:commentRangeEnd", id);
                self.xml.open("w:r");
                self.xml.open("w:rPr");
                value(&mut self.xml, "w:rStyle", "CommentReference");
                self.xml.close();
                self.ranged("w:commentReference", id);
                self.xml.close();
                self.comment_text(comment, id);
            }
        }
    }

    fn ranged(&mut self, element: &str, id: usize) {
        self.xml.open(element);
        self.xml.attribute("w:id", &id);
        self.xml.close();
    }

    fn runs(&mut self, runs: &[Run], change: Option<&Change>) {
        if let Some(change) = change {
            self.mark(change);
        }
        let deleted = change.is_some_and(|change| change.kind == ChangeKind::Deleted);
        for run in runs {
            run_of(&mut self.xml, run, deleted, None);
        }
        if change.is_some() {
            self.xml.close();
        }
    }

    fn footnote(&mut self, runs: &[Run]) {
        self.footnote += 1;
        self.xml.open("w:r");
        self.xml.open("w:rPr");
        value(&mut self.xml, "w:rStyle", "FootnoteReference");
        self.xml.close();
        self.xml.open("w:footnoteReference");
        self.xml.attribute("w:id", &self.footnote);
        self.xml.close();
        self.xml.close();
        let xml = &mut self.footnotes;
        xml.open("w:footnote");
        xml.attribute("w:id", &self.footnote);
        xml.open("w:p");
        xml.open("w:pPr");
        value(xml, "w:pStyle", "FootnoteText");
        if runs.first().is_some_and(|run| begins_rightward(&run.text)) {
            xml.empty("w:bidi");
        }
        xml.close();
        xml.open("w:r");
        xml.open("w:rPr");
        value(xml, "w:rStyle", "FootnoteReference");
        xml.close();
        xml.empty("w:footnoteRef");
        xml.close();
        run_of(xml, &Run::plain(" "), false, None);
        for run in runs {
            run_of(xml, run, false, None);
        }
        xml.close();
        xml.close();
    }

    fn comment_text(&mut self, comment: &Comment, id: usize) {
        let xml = &mut self.comments;
        xml.open("w:comment");
        xml.attribute("w:id", &id);
        xml.attribute("w:author", &writable(&comment.by));
        if let Some(day) = &comment.on {
            xml.attribute("w:date", &moment(day));
        }
        let initials: String = comment.by.split_whitespace().filter_map(|word| word.chars().next()).collect();
        xml.attribute("w:initials", &writable(&initials));
        for text in &comment.text {
            xml.open("w:p");
            xml.open("w:pPr");
            value(xml, "w:pStyle", "CommentText");
            if begins_rightward(text) {
                xml.empty("w:bidi");
            }
            xml.close();
            run_of(xml, &Run::plain(text.as_str()), false, None);
            xml.close();
        }
        xml.close();
    }
}

/// A run, split where the direction of its letters changes.
fn run_of(xml: &mut Xml, run: &Run, deleted: bool, style: Option<&str>) {
    let text = writable(&run.text);
    for (rightward, part) in stretches(&text) {
        xml.open("w:r");
        face(xml, run.face, rightward, style);
        for (i, line) in part.split('\n').enumerate() {
            if i > 0 {
                xml.empty("w:br");
            }
            for (j, words) in line.split('\t').enumerate() {
                if j > 0 {
                    xml.empty("w:tab");
                }
                if !words.is_empty() {
                    xml.open(if deleted { "w:delText" } else { "w:t" });
                    xml.attribute("xml:space", "preserve");
                    xml.text(words);
                    xml.close();
                }
            }
        }
        xml.close();
    }
}

/// The looks of a run, in the order that the format prescribes.
fn face(xml: &mut Xml, face: Face, rightward: bool, style: Option<&str>) {
    if face == Face::default() && !rightward && style.is_none() {
        return;
    }
    xml.open("w:rPr");
    if let Some(style) = style {
        value(xml, "w:rStyle", style);
    }
    let mut flags = Vec::new();
    if face.strong || face.tone == Tone::Warning {
        flags.extend(["w:b", "w:bCs"]);
    }
    if face.stressed {
        flags.extend(["w:i", "w:iCs"]);
    }
    for flag in flags {
        xml.open(flag);
        xml.close();
    }
    let colour = match face.tone {
        Tone::Plain => None,
        Tone::Quiet => Some(QUIET.to_owned()),
        Tone::Warning => Some(WARNING.to_owned()),
        Tone::Own([red, green, blue]) => Some(format!("{red:02X}{green:02X}{blue:02X}")),
    };
    if let Some(colour) = colour {
        value(xml, "w:color", &colour);
    }
    if rightward {
        xml.empty("w:rtl");
    }
    xml.close();
}

/// The name of a style in the file.
pub(crate) fn style_id(style: Style) -> &'static str {
    match style {
        Style::Title => "Title",
        Style::Subtitle => "Subtitle",
        Style::Lead => "Lead",
        Style::Heading(0 | 1) => "Heading1",
        Style::Heading(2) => "Heading2",
        Style::Heading(_) => "Heading3",
        Style::Body => "BodyText",
        Style::Reading => "Reading",
        Style::Caption => "Caption",
        Style::Bullet => "ListBullet",
        Style::Numbered(_) => "ListNumber",
        Style::Folded => "Folded",
        Style::Cell => "Cell",
    }
}

/// A name as programs take it: letters, figures and `_`, a letter first, at most forty.
fn bookmark(name: &str) -> String {
    let kept: String =
        name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '_' }).collect();
    let begun = if kept.starts_with(char::is_alphabetic) { kept } else { format!("n{kept}") };
    begun.chars().take(40).collect()
}

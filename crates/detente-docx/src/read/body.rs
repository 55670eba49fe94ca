//! Paragraphs and tables of a file, with the changes and comments in them.

use std::collections::HashMap;

use roxmltree::{Document as Tree, Node};

use super::is;
use crate::document::{
    Align, Block, Change, ChangeKind, Comment, Face, Inline, Link, Paragraph, Run, Style, Table, Tone,
};
use crate::error::DocxError;
use crate::write::{QUIET, WARNING};

/// So deep elements may lie inside each other.
const DEEPEST: usize = 200;

/// What is known of a file besides its text.
pub(super) struct Reader {
    comments: HashMap<String, Comment>,
    footnotes: HashMap<String, Vec<Run>>,
    /// Which lists, by their number in the file, are numbered.
    numbered: HashMap<String, bool>,
}

/// What holds where a reader stands.
#[derive(Clone, Default)]
struct Context {
    change: Option<Change>,
    link: Option<String>,
    depth: usize,
}

/// A paragraph under construction: pieces, and the comments that are open, each with the pieces since its beginning.
#[derive(Default)]
struct Pieces {
    whole: Vec<Inline>,
    open: Vec<(String, Vec<Inline>)>,
}

impl Pieces {
    fn push(&mut self, inline: Inline) {
        let to = self.open.last_mut().map_or(&mut self.whole, |(_, inlines)| inlines);
        // Programs cut words into runs where nobody sees a difference.
        match (to.last_mut(), inline) {
            (Some(Inline::Run(last)), Inline::Run(run)) if last.face == run.face => {
                last.text.push_str(&run.text);
            }
            (Some(Inline::Changed { change: last, runs: all }), Inline::Changed { change, runs })
                if *last == change =>
            {
                for run in runs {
                    match all.last_mut() {
                        Some(last) if last.face == run.face => last.text.push_str(&run.text),
                        _ => all.push(run),
                    }
                }
            }
            (Some(Inline::Link(last)), Inline::Link(link)) if last.to == link.to => {
                last.runs.extend(link.runs);
            }
            (_, inline) => to.push(inline),
        }
    }

    fn close(&mut self, id: &str, comments: &HashMap<String, Comment>) {
        let Some(at) = self.open.iter().rposition(|(open, _)| open == id) else { return };
        // Comments that overlap cannot be told as pieces inside pieces: one that began later ends here too.
        while self.open.len() > at {
            let Some((id, inlines)) = self.open.pop() else { return };
            match comments.get(&id) {
                Some(comment) => self.push(Inline::Commented { comment: comment.clone(), inlines }),
                None => inlines.into_iter().for_each(|inline| self.push(inline)),
            }
        }
    }

    fn finish(mut self, comments: &HashMap<String, Comment>) -> Vec<Inline> {
        while let Some((id, _)) = self.open.first() {
            // A comment on several paragraphs is told on the first.
            let id = id.clone();
            self.close(&id, comments);
        }
        self.whole
    }
}

impl Reader {
    /// Takes what lies beside the text.
    pub fn new(
        comments: Option<&Tree<'_>>,
        footnotes: Option<&Tree<'_>>,
        numbering: Option<&Tree<'_>>,
    ) -> Result<Self, DocxError> {
        let mut reader =
            Self { comments: HashMap::new(), footnotes: HashMap::new(), numbered: numbered(numbering) };
        for node in comments
            .iter()
            .flat_map(|tree| tree.root_element().children())
            .filter(|node| is(*node, "comment"))
        {
            let (Some(id), by) = (attribute(node, "id"), attribute(node, "author").unwrap_or_default())
            else {
                continue;
            };
            let text = reader.paragraphs(node)?.iter().map(Paragraph::as_proposed).collect();
            let comment = Comment { by: by.to_owned(), on: attribute(node, "date").map(day), text };
            reader.comments.insert(id.to_owned(), comment);
        }
        for node in footnotes
            .iter()
            .flat_map(|tree| tree.root_element().children())
            .filter(|node| is(*node, "footnote"))
        {
            if attribute(node, "type").is_some_and(|kind| kind != "normal") {
                continue;
            }
            let Some(id) = attribute(node, "id") else { continue };
            let paragraphs = reader.paragraphs(node)?;
            let mut text = paragraphs.iter().map(Paragraph::as_proposed).collect::<Vec<_>>().join("\n");
            // The blank between a note and its number.
            if text.starts_with(' ') {
                text.remove(0);
            }
            reader.footnotes.insert(id.to_owned(), vec![Run::plain(text)]);
        }
        Ok(reader)
    }

    /// The blocks inside an element.
    pub fn blocks(&self, of: Node<'_, '_>) -> Result<Vec<Block>, DocxError> {
        let mut blocks = Vec::new();
        self.blocks_into(of, &Context::default(), &mut blocks)?;
        Ok(blocks)
    }

    fn paragraphs(&self, of: Node<'_, '_>) -> Result<Vec<Paragraph>, DocxError> {
        let paragraph = |block| match block {
            Block::Paragraph(paragraph) => vec![paragraph],
            Block::Table(table) => {
                table.head.into_iter().flatten().chain(table.rows.into_iter().flatten().flatten()).collect()
            }
        };
        Ok(self.blocks(of)?.into_iter().flat_map(paragraph).collect())
    }

    fn blocks_into(
        &self,
        of: Node<'_, '_>,
        context: &Context,
        blocks: &mut Vec<Block>,
    ) -> Result<(), DocxError> {
        let inside = context.deeper()?;
        for node in of.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "p" => blocks.push(Block::Paragraph(self.paragraph(node, &inside)?)),
                "tbl" => blocks.push(Block::Table(self.table(node, &inside)?)),
                // Frames that programs put around blocks: fields to fill in, changes, alternatives.
                "sdt" | "sdtContent" | "customXml" | "AlternateContent" | "Choice" | "txbxContent" => {
                    self.blocks_into(node, &inside, blocks)?;
                }
                "ins" | "moveTo" => {
                    self.blocks_into(node, &inside.changed(node, ChangeKind::Inserted), blocks)?;
                }
                "del" | "moveFrom" => {
                    self.blocks_into(node, &inside.changed(node, ChangeKind::Deleted), blocks)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn paragraph(&self, node: Node<'_, '_>, context: &Context) -> Result<Paragraph, DocxError> {
        let properties = node.children().find(|child| is(*child, "pPr"));
        let property = |name: &str| properties.and_then(|of| of.children().find(|child| is(*child, name)));
        let mark = property("rPr").and_then(|of| of.children().find_map(|child| change_of(child)));
        let list = property("numPr")
            .and_then(|of| of.children().find(|child| is(*child, "numId")))
            .and_then(|id| attribute(id, "val"));
        let name = node
            .children()
            .find(|child| is(*child, "bookmarkStart"))
            .and_then(|start| attribute(start, "name"));
        let style = property("pStyle").and_then(|style| attribute(style, "val")).unwrap_or_default();
        let mut pieces = Pieces::default();
        self.inlines(node, context, &mut pieces)?;
        let inlines = pieces.finish(&self.comments);
        let change = whole_change(mark, &inlines);
        let inlines = if change.is_some() { unmarked(inlines) } else { inlines };
        Ok(Paragraph {
            style: self.style(style, list),
            name: name.filter(|name| !name.starts_with('_')).map(ToOwned::to_owned),
            with_next: property("keepNext").is_some(),
            change,
            inlines,
        })
    }

    fn style(&self, id: &str, list: Option<&str>) -> Style {
        let lower = id.to_ascii_lowercase();
        match lower.as_str() {
            "title" => return Style::Title,
            "subtitle" => return Style::Subtitle,
            "lead" => return Style::Lead,
            "reading" => return Style::Reading,
            "caption" => return Style::Caption,
            "folded" => return Style::Folded,
            "cell" => return Style::Cell,
            _ => {}
        }
        if let Some(level) = lower.strip_prefix("heading").and_then(|level| level.parse::<u8>().ok()) {
            return Style::Heading(level.clamp(1, 3));
        }
        match list {
            Some(list) if self.numbered.get(list) == Some(&true) => {
                Style::Numbered(list.parse().unwrap_or(1))
            }
            Some(_) => Style::Bullet,
            None if lower == "listbullet" => Style::Bullet,
            None => Style::Body,
        }
    }

    fn inlines(&self, of: Node<'_, '_>, context: &Context, pieces: &mut Pieces) -> Result<(), DocxError> {
        let inside = context.deeper()?;
        for node in of.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "r" => self.run(node, &inside, pieces),
                "ins" | "moveTo" => {
                    self.inlines(node, &inside.changed(node, ChangeKind::Inserted), pieces)?;
                }
                "del" | "moveFrom" => {
                    self.inlines(node, &inside.changed(node, ChangeKind::Deleted), pieces)?;
                }
                "hyperlink" => {
                    let link = attribute(node, "anchor").map(ToOwned::to_owned);
                    self.inlines(node, &Context { link, ..inside.clone() }, pieces)?;
                }
                "commentRangeStart" => {
                    pieces.open.push((attribute(node, "id").unwrap_or_default().to_owned(), Vec::new()));
                }
                "commentRangeEnd" => pieces.close(attribute(node, "id").unwrap_or_default(), &self.comments),
                "smartTag" | "sdt" | "sdtContent" | "fldSimple" | "customXml" | "dir" | "bdo" => {
                    self.inlines(node, &inside, pieces)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn run(&self, node: Node<'_, '_>, context: &Context, pieces: &mut Pieces) {
        let face = node.children().find(|child| is(*child, "rPr")).map(face).unwrap_or_default();
        for child in node.children().filter(Node::is_element) {
            let words = match child.tag_name().name() {
                "t" | "delText" => child.text().unwrap_or_default(),
                "tab" | "ptab" => "\t",
                "noBreakHyphen" => "\u{2011}",
                "br" | "cr" => {
                    if context.change.is_some() {
                        "\n"
                    } else {
                        pieces.push(Inline::Break);
                        continue;
                    }
                }
                "footnoteReference" => {
                    if let Some(note) = attribute(child, "id").and_then(|id| self.footnotes.get(id)) {
                        pieces.push(Inline::Footnote(note.clone()));
                    }
                    continue;
                }
                _ => continue,
            };
            let run = Run { text: words.to_owned(), face };
            pieces.push(match (&context.change, &context.link) {
                (Some(change), _) => Inline::Changed { change: change.clone(), runs: vec![run] },
                (None, Some(to)) => Inline::Link(Link { to: to.clone(), runs: vec![run] }),
                (None, None) => Inline::Run(run),
            });
        }
    }

    fn table(&self, node: Node<'_, '_>, context: &Context) -> Result<Table, DocxError> {
        let inside = context.deeper()?;
        let mut table = Table::default();
        let description = node
            .children()
            .find(|child| is(*child, "tblPr"))
            .and_then(|of| of.children().find(|child| is(*child, "tblDescription")));
        description
            .and_then(|of| attribute(of, "val"))
            .unwrap_or_default()
            .clone_into(&mut table.description);
        for row in node.children().filter(|child| is(*child, "tr")) {
            let properties = row.children().find(|child| is(*child, "trPr"));
            let head = properties.is_some_and(|of| of.children().any(|child| is(child, "tblHeader")));
            let change = properties.and_then(|of| of.children().find_map(change_of));
            let inside = Context { change: change.or_else(|| inside.change.clone()), ..inside.clone() };
            let mut cells = Vec::new();
            for cell in row.children().filter(|child| is(*child, "tc")) {
                let mut blocks = Vec::new();
                self.blocks_into(cell, &inside, &mut blocks)?;
                let paragraphs = blocks.into_iter().flat_map(|block| match block {
                    Block::Paragraph(paragraph) => vec![paragraph],
                    Block::Table(table) => table
                        .head
                        .into_iter()
                        .flatten()
                        .chain(table.rows.into_iter().flatten().flatten())
                        .collect(),
                });
                cells.push(paragraphs.collect::<Vec<_>>());
            }
            table.columns.resize(table.columns.len().max(cells.len()), Align::Start);
            if head && table.head.is_empty() && table.rows.is_empty() {
                table.head = cells;
            } else {
                table.rows.push(cells);
            }
        }
        Ok(table)
    }
}

impl Context {
    fn deeper(&self) -> Result<Self, DocxError> {
        if self.depth >= DEEPEST {
            return Err(DocxError::TooDeep(DEEPEST));
        }
        Ok(Self { depth: self.depth + 1, ..self.clone() })
    }

    fn changed(&self, node: Node<'_, '_>, kind: ChangeKind) -> Self {
        // What went out of words that came in is out.
        match &self.change {
            Some(outer) if outer.kind == ChangeKind::Deleted => self.clone(),
            _ => Self { change: Some(change(node, kind)), ..self.clone() },
        }
    }
}

fn change_of(node: Node<'_, '_>) -> Option<Change> {
    match node.tag_name().name() {
        "ins" | "moveTo" => Some(change(node, ChangeKind::Inserted)),
        "del" | "moveFrom" => Some(change(node, ChangeKind::Deleted)),
        _ => None,
    }
}

fn change(node: Node<'_, '_>, kind: ChangeKind) -> Change {
    Change {
        kind,
        by: attribute(node, "author").unwrap_or_default().to_owned(),
        on: attribute(node, "date").map(day),
    }
}

/// A paragraph came in or went out as a whole if its mark and all of its words did.
fn whole_change(mark: Option<Change>, inlines: &[Inline]) -> Option<Change> {
    let mark = mark?;
    let of_kind = |inline: &Inline| match inline {
        Inline::Changed { change, .. } => change.kind == mark.kind,
        _ => false,
    };
    inlines.iter().all(of_kind).then_some(mark)
}

fn unmarked(inlines: Vec<Inline>) -> Vec<Inline> {
    let plain = |inline| match inline {
        Inline::Changed { runs, .. } => runs.into_iter().map(Inline::Run).collect(),
        other => vec![other],
    };
    inlines.into_iter().flat_map(plain).collect()
}

/// Which lists of the file are numbered.
fn numbered(numbering: Option<&Tree<'_>>) -> HashMap<String, bool> {
    let Some(tree) = numbering else { return HashMap::new() };
    let root = tree.root_element();
    let format = |node: Node<'_, '_>| {
        let level = node.children().find(|child| is(*child, "lvl"))?;
        let format = level.children().find(|child| is(*child, "numFmt"))?;
        Some(!matches!(attribute(format, "val"), Some("bullet" | "none") | None))
    };
    let kinds: HashMap<&str, bool> = root
        .children()
        .filter(|node| is(*node, "abstractNum"))
        .filter_map(|node| Some((attribute(node, "abstractNumId")?, format(node).unwrap_or(false))))
        .collect();
    let list = |node: Node<'_, '_>| {
        let abstracted = node
            .children()
            .find(|child| is(*child, "abstractNumId"))
            .and_then(|of| of.attributes().next().map(|one| one.value().to_owned()))?;
        Some((attribute(node, "numId")?.to_owned(), *kinds.get(abstracted.as_str())?))
    };
    root.children().filter(|node| is(*node, "num")).filter_map(list).collect()
}

/// An attribute by its name, whichever the prefix.
fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The day of a moment.
pub(super) fn day(moment: &str) -> String {
    moment.chars().take_while(|letter| *letter != 'T').collect()
}

fn face(properties: Node<'_, '_>) -> Face {
    let on = |name: &str| {
        let found = properties.children().find(|child| is(*child, name));
        found.is_some_and(|node| !matches!(attribute(node, "val"), Some("0" | "false" | "off" | "none")))
    };
    let colour =
        properties.children().find(|child| is(*child, "color")).and_then(|node| attribute(node, "val"));
    let tone = match colour {
        Some(QUIET) => Tone::Quiet,
        Some(WARNING) => Tone::Warning,
        _ => Tone::Plain,
    };
    Face { strong: on("b") && tone != Tone::Warning, stressed: on("i"), tone }
}

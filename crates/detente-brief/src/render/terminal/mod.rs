//! The short version of a page for a terminal: plain words, aligned tables, plots of characters; no colour needed.

mod plot;
mod table;

use crate::page::{Block, Content, Head, LineManner, Page, Phrase, Piece, Section, SourceNote, Version};
use crate::words;

/// Narrower than this and tables stop being tables.
const LEAST_WIDTH: usize = 60;
/// Wider than this and lines stop being readable.
const MOST_WIDTH: usize = 110;

/// A page in its short version, for a terminal of `width` columns.
pub fn terminal(page: &Page, width: usize) -> String {
    let width = width.clamp(LEAST_WIDTH, MOST_WIDTH);
    let mut text = page.head.as_ref().map(|shown| head(shown, width)).unwrap_or_default();
    for shown in page.sections.iter().filter(|section| section.shows(Version::Short)) {
        section(&mut text, shown, width);
    }
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

fn head(head: &Head, width: usize) -> String {
    let mut text = textwrap::fill(&head.title, width);
    text.push_str(&format!("\nas of {}", words::date(head.as_of.0)));
    match head.drawn {
        Some((draws, seed)) => {
            text.push_str(&format!(" · {}, seed {seed}\n\n", words::plural(draws, "draw", "draws")));
        }
        None => text.push('\n'),
    }
    if let Some(extract) = &head.extract {
        text.push_str(&wrapped(extract, width));
        text.push('\n');
    }
    if let Some(without) = &head.without {
        text.push_str(&wrapped(without, width));
        text.push('\n');
    }
    if let Some(set) = &head.set {
        text.push_str(&wrapped(set, width));
        text.push('\n');
    }
    head.headline.iter().for_each(|sentence| text.push_str(&wrapped(sentence, width)));
    text
}

/// A section under its heading.
fn section(text: &mut String, section: &Section, width: usize) {
    let heading = plain(&section.heading.short);
    if !heading.is_empty() {
        text.push_str(&format!("\n{heading}\n{}\n", "─".repeat(heading.chars().count())));
    }
    blocks(text, &section.blocks, width);
}

fn blocks(text: &mut String, of: &[Block], width: usize) {
    for block in of.iter().filter(|block| block.shows(Version::Short)) {
        if block.apart {
            text.push('\n');
        }
        content(text, &block.content, width);
    }
}

fn content(text: &mut String, content: &Content, width: usize) {
    match content {
        Content::Paragraph { text: said, .. } | Content::Heading(said) => {
            text.push_str(&wrapped(&plain(&said.short), width));
        }
        Content::List { numbered, items } => {
            for (i, item) in
                items.iter().map(|item| plain(&item.short)).filter(|item| !item.is_empty()).enumerate()
            {
                let mark = if *numbered { format!("{}.", i + 1) } else { "·".to_owned() };
                text.push_str(&item_of_list(&mark, &item, width));
            }
        }
        Content::Table(shown) => {
            if let Some(caption) = &shown.caption {
                text.push_str(&wrapped(&plain(&caption.short), width));
            }
            text.push_str(&table::table(shown, width));
        }
        Content::Figure(figure) => {
            figure.panels.iter().for_each(|panel| text.push_str(&plot::plot(&panel.plot, width)));
            if let Some(how) = &figure.how {
                text.push_str(&wrapped(&plain(&how.short), width));
            }
        }
        Content::Framed(framed) => blocks(text, framed, width),
        Content::Folded { blocks: folded, .. } => blocks(text, folded, width),
        Content::Record(records) => {
            for one in records {
                text.push_str(&item_of_list("·", &format!("{}: {}", one.figure, one.sentence), width));
            }
        }
        Content::Sources(sources) => {
            for shown in sources {
                text.push_str(&wrapped(&source(shown), width));
            }
        }
    }
}

/// A source under the number by which it is cited.
fn source(source: &SourceNote) -> String {
    let published = source.published.map(|date| format!(", {}", words::date(date.0))).unwrap_or_default();
    let later = if source.later { ", after the day of this view" } else { "" };
    let reliability =
        source.reliability.map(|(letter, _)| format!(" (reliability {letter})")).unwrap_or_default();
    format!("[{}] {}{published}{later}{reliability}", source.note, source.title)
}

/// Lines of at most `width` columns, indented like everything below a heading; nothing for nothing.
fn wrapped(text: &str, width: usize) -> String {
    if text.is_empty() {
        return String::new();
    }
    let options = textwrap::Options::new(width).initial_indent("  ").subsequent_indent("  ");
    textwrap::fill(text, options) + "\n"
}

/// An item behind its mark, its further lines below its first word.
fn item_of_list(mark: &str, text: &str, width: usize) -> String {
    let first = format!("  {mark} ");
    let further = " ".repeat(first.chars().count());
    textwrap::fill(text, textwrap::Options::new(width).initial_indent(&first).subsequent_indent(&further))
        + "\n"
}

/// A text in plain letters. Lines of their own begin on a new line.
fn plain(text: &Phrase) -> String {
    let mut out = String::new();
    for piece in &text.0 {
        match piece {
            Piece::Plain(words)
            | Piece::Strong(words)
            | Piece::Path(words)
            | Piece::Judgement(words)
            | Piece::Nothing(words) => out.push_str(words),
            Piece::Out(words) => out.push_str(&format!("[−{words}−]")),
            Piece::In(words) => out.push_str(&format!("[+{words}+]")),
            Piece::Party(face) => out.push_str(&face.name),
            Piece::Aloud(_) | Piece::Mark(_) => {}
            Piece::Chance(chance) => out.push_str(&chance.in_line()),
            Piece::Weight { central, range } => out.push_str(&weight(*central, *range)),
            Piece::Ground { cites, .. } => out.push_str(&ground(cites)),
            Piece::Line { manner, text } => {
                if !out.is_empty() {
                    out.push('\n');
                }
                if *manner == LineManner::Red {
                    out.push_str("✕ ");
                }
                out.push_str(&plain(text));
            }
        }
    }
    out
}

/// `●●●●○ 36 % (16–63)`.
fn weight(central: f64, [low, high]: [f64; 2]) -> String {
    let range = match (format!("{:.0}", low * 100.0), format!("{:.0}", high * 100.0)) {
        (low, high) if low == high => String::new(),
        (low, high) => format!(" ({low}–{high})"),
    };
    format!("{} {}{range}", words::dots(central), words::percent(central))
}

/// `[1, 3]`, or `(j)` for a judgement.
fn ground(cites: &[crate::page::Cite]) -> String {
    let mut numbers: Vec<usize> = cites.iter().map(|cite| cite.note).collect();
    numbers.sort_unstable();
    numbers.dedup();
    if numbers.is_empty() {
        return "(j)".to_owned();
    }
    let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
    format!("[{}]", numbers.join(", "))
}

//! The pieces of a text.

use super::escape::escape;
use super::look;
use super::notes::Notes;
use crate::page::{Chance, Cite, Face, LineManner, Phrase, Piece};
use crate::words;

/// A text with everything in it.
pub(super) fn text(text: &Phrase, notes: &mut Notes) -> String {
    text.0.iter().map(|shown| piece(shown, notes)).collect()
}

fn piece(piece: &Piece, notes: &mut Notes) -> String {
    match piece {
        Piece::Plain(words) => escape(words),
        Piece::Strong(words) => format!("<b>{}</b>", escape(words)),
        Piece::Path(words) => format!("<code>{}</code>", escape(words)),
        Piece::Judgement(words) => format!(r#"<i class="judgement">{}</i>"#, escape(words)),
        Piece::Nothing(words) => format!(r#"<span class="nothing">{}</span>"#, escape(words)),
        Piece::Out(words) => format!("<del>{}</del>", escape(words)),
        Piece::In(words) => format!("<ins>{}</ins>", escape(words)),
        Piece::Aloud(words) => format!(r#"<span class="said">{}</span>"#, escape(words)),
        Piece::Party(face) => party(face),
        Piece::Mark(number) => look::mark(*number),
        Piece::Chance(shown) => chance(shown),
        Piece::Weight { central, range } => weight(*central, *range),
        Piece::Ground { cites, line } => ground(cites, *line, notes),
        Piece::Line { manner, text: of } => {
            let class = match manner {
                LineManner::Plain => "own",
                LineManner::Second => "sub",
                LineManner::Red => "red",
                LineManner::Remark => "note",
                LineManner::Ground => "ground",
            };
            let sign = if *manner == LineManner::Red { "▌" } else { "" };
            format!(r#"<span class="{class}">{sign}{}</span>"#, text(of, notes))
        }
    }
}

/// A text in plain letters, unescaped: for attributes.
pub(super) fn plain(of: &Phrase) -> String {
    let plain = |piece: &Piece| match piece {
        Piece::Plain(words)
        | Piece::Strong(words)
        | Piece::Path(words)
        | Piece::Judgement(words)
        | Piece::Nothing(words)
        | Piece::Out(words)
        | Piece::In(words)
        | Piece::Aloud(words) => words.clone(),
        Piece::Party(face) => face.name.clone(),
        Piece::Chance(chance) => chance.in_line(),
        Piece::Weight { central, .. } => words::percent(*central),
        Piece::Line { text, .. } => format!(" {}", plain(text)),
        Piece::Mark(_) | Piece::Ground { .. } => String::new(),
    };
    of.0.iter().map(plain).collect()
}

/// Somebody with a mark; the name can be of any script without turning the words around it.
pub(super) fn party(face: &Face) -> String {
    format!(r#"<span class="party">{}<bdi>{}</bdi></span>"#, look::mark(face.look), escape(&face.name))
}

fn chance(chance: &Chance) -> String {
    format!(
        r#"<span class="share"><span class="value">{}</span> <span class="range">{}</span></span>"#,
        words::percent(chance.value),
        chance.range()
    )
}

fn weight(central: f64, range: [f64; 2]) -> String {
    let dots = words::dots(central);
    let (full, empty) = dots.split_at(dots.find('○').unwrap_or(dots.len()));
    let [low, high] = range.map(words::percent);
    let range =
        if low == high { String::new() } else { format!(r#" <span class="range">{low} to {high}</span>"#) };
    format!(
        r#"<span class="weight"><span class="dots" aria-hidden="true">{full}<span class="faint">{empty}</span></span> <b>{}</b>{range}</span>"#,
        words::percent(central)
    )
}

/// The notes, or that it is a judgement; then the line of the case file.
fn ground(cites: &[Cite], line: Option<usize>, notes: &mut Notes) -> String {
    let fragment = notes.is_fragment();
    let cite = |cite: &Cite| {
        let anchor = notes.refer(cite);
        let leads = if fragment { format!(r#" data-note="{}""#, cite.note) } else { String::new() };
        let locator = cite
            .locator
            .as_ref()
            .map_or(String::new(), |locator| format!(r#"<span class="locator"> {}</span>"#, escape(locator)));
        format!(
            r##"<a class="cite" id="{anchor}"{leads} href="#{}"><span class="said">note </span>{}</a>{locator}"##,
            super::notes::target(cite.note),
            cite.note
        )
    };
    let mut out = match cites {
        [] => r#"<i class="judgement">judgement</i>"#.to_owned(),
        cites => cites.iter().map(cite).collect::<Vec<_>>().join(", "),
    };
    if let Some(line) = line {
        let leads = if fragment { format!(r#" data-line="{line}""#) } else { String::new() };
        out.push_str(&format!(r#"<span class="line"{leads}> · line {line}</span>"#));
    }
    out
}

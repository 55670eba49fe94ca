//! The full version of a page as one self-contained HTML file.
//!
//! The file loads nothing: style and plots are inline, there is no script, and a content security policy forbids the
//! rest. Everything that comes from a case is escaped where it is written ([`escape`]); no text passes by another way.

mod block;
mod escape;
mod inline;
pub(super) mod look;
mod notes;
mod plot;
mod standing_in;
mod table;

use self::escape::escape;
use self::notes::Notes;
pub use self::standing_in::standing_in;
pub(super) use self::table::MOST_SIGNS;
use crate::page::{Content, Head, OTHERS_LEFT_OUT, Page, Phrase, Plot, Section, Version, Wording};
use crate::track_record::ForecastKind;
use crate::words;

/// What belongs to a page of its own (paper, margins, the variables of its colours), then what belongs to the blocks on it. The
/// latter stands alone in `blocks.css` because the workbench shows the same blocks inside its own frame.
pub(super) const STYLE: &str = concat!(include_str!("page.css"), "\n", include_str!("blocks.css"));

/// A page in its full version, as one HTML file.
///
/// The result is also well-formed XML (after its first line), holds no script and refers to nothing outside
/// itself. The same page gives the same bytes.
pub fn html(page: &Page) -> String {
    let title = page.head.as_ref().map_or("Detente", |head| &head.title);
    let mut out = format!(
        r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<meta name="generator" content="Detente"/>
<title>{}</title>
<style>
{STYLE}</style>
</head>
<body>
<main>
"#,
        escape(title)
    );
    let shown: Vec<&Section> = page.sections.iter().filter(|section| section.shows(Version::Full)).collect();
    let recorded = recorded(&shown);
    if let Some(shown) = &page.head {
        head(&mut out, shown, &recorded);
    }
    contents(&mut out, &shown);
    // Citations take their anchors in the order in which a reader meets them; the sources, which come last, lead back to them.
    let mut notes = Notes::default();
    let (brief, annex): (Vec<&Section>, Vec<&Section>) =
        shown.into_iter().partition(|section| !section.annex);
    for shown in brief {
        section(&mut out, shown, &recorded, &mut notes);
    }
    if !annex.is_empty() {
        out.push_str("<div class=\"annex\" id=\"annex\">\n<h1>Annex</h1>\n");
        for shown in annex {
            section(&mut out, shown, &recorded, &mut notes);
        }
        out.push_str("</div>\n");
    }
    if let Some(foot) = &page.foot {
        out.push_str(&format!("<footer>\n<p>{}</p>\n</footer>\n", escape(foot)));
    }
    out.push_str("</main>\n</body>\n</html>\n");
    // A number keeps its per cent sign beside it where a line ends.
    out.replace(" %", "\u{a0}%")
}

/// The blocks of a section in its full version, without its heading, for an application that puts a page together from such fragments.
///
/// Anchors begin with the name of the section, so that they are there once on a page; whatever stands on a line of the case file says
/// which in `data-line`, and a citation says in `data-note` under which number its source is cited.
pub fn fragment(section: &Section) -> String {
    let mut out = String::new();
    block::blocks(&mut out, &section.blocks, &mut Notes::within(section.id));
    out.replace(" %", "\u{a0}%")
}

/// A wording in its full version, in plain letters.
pub fn plain(wording: &Wording) -> String {
    inline::plain(wording.full())
}

/// A phrase in plain letters.
pub(super) fn plain_phrase(phrase: &Phrase) -> String {
    inline::plain(phrase)
}

/// A plot as SVG, its looks in the style sheet.
pub(super) fn plot_svg(of: &Plot) -> String {
    plot::svg(of)
}

/// The kinds of figure of which a page tells how well they have done.
fn recorded(sections: &[&Section]) -> Vec<ForecastKind> {
    let blocks = sections.iter().flat_map(|section| &section.blocks);
    let records = blocks.filter_map(|block| match &block.content {
        Content::Record(records) => Some(records),
        _ => None,
    });
    records.flatten().map(|record| record.kind).collect()
}

/// A mark that leads from figures to how well figures of their kind have done; nothing where the page does not tell.
fn mark(kind: Option<ForecastKind>, recorded: &[ForecastKind]) -> String {
    let Some(kind) = kind.filter(|kind| recorded.contains(kind)) else { return String::new() };
    format!(
        " <a class=\"right\" href=\"#record-{}\" title=\"How often such figures were right\">how often right?</a>",
        kind.word()
    )
}

fn head(out: &mut String, head: &Head, recorded: &[ForecastKind]) {
    let date = words::date(head.as_of.0);
    out.push_str(&format!("<header>\n<h1>{}</h1>\n", escape(&head.title)));
    let drawn = head.drawn.map_or(String::new(), |(draws, seed)| {
        format!(" · {}, seed {seed}", words::plural(draws, "draw", "draws"))
    });
    out.push_str(&format!(
        r#"<p class="as-of">As of <time datetime="{}">{date}</time>{drawn}</p>"#,
        head.as_of.0
    ));
    out.push('\n');
    if let Some(extract) = &head.extract {
        out.push_str(&format!("<p class=\"set\">{}</p>\n", escape(extract)));
    }
    if let Some(without) = &head.without {
        out.push_str(&format!("<p class=\"set\">{}</p>\n", escape(without)));
    }
    if let Some(set) = &head.set {
        out.push_str(&format!("<p class=\"set\">{}</p>\n", escape(set)));
    }
    for (i, sentence) in head.headline.iter().enumerate() {
        let class = if i == 0 { "verdict" } else { "headline" };
        // What the first sentences tell is whether a deal exists.
        let mark = if i == 1 { mark(Some(ForecastKind::Deal), recorded) } else { String::new() };
        out.push_str(&format!("<p class=\"{class}\">{}{mark}</p>\n", escape(sentence)));
    }
    let beside = head.principals_left_out;
    if !head.principals.is_empty() || beside || !head.others.is_empty() {
        out.push_str("<div class=\"table-of\">\n");
        if !head.principals.is_empty() || beside {
            let parties: Vec<String> = head.principals.iter().map(inline::party).collect();
            let others = match (beside, parties.is_empty()) {
                (false, _) => String::new(),
                (true, false) => format!(", {OTHERS_LEFT_OUT}"),
                (true, true) => "parties who are left out of this extract".to_owned(),
            };
            let parties = parties.join(" ");
            out.push_str(&format!("<p><span class=\"role\">Must sign</span> {parties}{others}</p>\n"));
        }
        for (role, names) in &head.others {
            out.push_str(&format!("<p><span class=\"role\">{}</span> {}</p>\n", escape(role), escape(names)));
        }
        out.push_str("</div>\n");
    }
    if let Some(summary) = &head.summary {
        out.push_str(&format!("<p class=\"summary\">{}</p>\n", escape(summary)));
    }
    out.push_str("</header>\n");
}

/// What there is to jump to; nothing on a page of one section.
fn contents(out: &mut String, sections: &[&Section]) {
    let named: Vec<&&Section> =
        sections.iter().filter(|section| !section.heading.full().is_empty()).collect();
    if named.len() < 2 {
        return;
    }
    out.push_str("<nav aria-label=\"Contents\">\n");
    let (brief, annex): (Vec<&&Section>, Vec<&&Section>) =
        named.into_iter().partition(|section| !section.annex);
    for (title, of) in [("Contents", brief), ("Annex", annex)] {
        if of.is_empty() {
            continue;
        }
        out.push_str(&format!("<p class=\"role\">{title}</p>\n<ul>\n"));
        for section in of {
            let heading = escape(&inline::plain(section.heading.full()));
            out.push_str(&format!("<li><a href=\"#{}\">{heading}</a></li>\n", escape(section.id)));
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</nav>\n");
}

/// A section, folded and unfolded by its heading: a mouse, a finger and a keyboard do it without any script.
fn section(out: &mut String, section: &Section, recorded: &[ForecastKind], notes: &mut Notes) {
    let class = if section.annex { "" } else { r#" class="brief""# };
    out.push_str(&format!("<section id=\"{}\"{class}>\n", escape(section.id)));
    let folds = !section.heading.full().is_empty();
    if folds {
        let heading = inline::text(section.heading.full(), notes);
        out.push_str(&format!(
            "<details class=\"whole\" open=\"open\">\n<summary><h2>{heading}{}</h2></summary>\n",
            mark(section.forecasts, recorded)
        ));
    }
    block::blocks(out, &section.blocks, notes);
    if folds {
        out.push_str("</details>\n");
    }
    out.push_str("</section>\n");
}

//! A page, or some sections of one, inside another page: a notebook.

use super::escape::escape;
use super::notes::Notes;
use super::{STYLE, head, recorded, section};
use crate::page::{Page, Section, Version};

/// What the frame has in place of the margins of a page.
const MARGIN: &str = "\n& { padding: 1.2rem 1.6rem .6rem; }\n";

/// What a notebook says of all tables and links in it, taken back: it would colour the rows of a dark one, set every cell to the right, and make columns equally wide.
const TAKEN_BACK: &str = "\
table { table-layout: auto; margin: 0; border: none; color: inherit; }
thead, tbody, tr, th, td { background: none; border: none; color: inherit; text-align: start; }
th, td { max-width: none; line-height: inherit; white-space: normal; }
";

/// The class of the frame. The style holds within it and nowhere else; the class is named three times, so that it counts for more than what the page around says of
/// the same elements.
const FRAME: &str = "detente-page";

/// A page in its full version as a piece of HTML that stands in another page and leaves that as it is: the style holds inside it alone.
///
/// As in [`html`](super::html), there is no script, nothing is loaded, and everything that comes from a case is escaped.
pub fn standing_in(page: &Page) -> String {
    let mut out =
        format!("<div class=\"{FRAME}\">\n<style>\n.{FRAME}.{FRAME}.{FRAME} {{\n{}}}\n</style>\n", scoped());
    let sections: Vec<&Section> =
        page.sections.iter().filter(|section| section.shows(Version::Full)).collect();
    let recorded = recorded(&sections);
    if let Some(shown) = &page.head {
        head(&mut out, shown, &recorded);
    }
    let mut notes = Notes::default();
    for shown in sections {
        section(&mut out, shown, &recorded, &mut notes);
    }
    if let Some(foot) = &page.foot {
        out.push_str(&format!("<footer>\n<p>{}</p>\n</footer>\n", escape(foot)));
    }
    out.push_str("</div>\n");
    out.replace(" %", "\u{a0}%")
}

/// The style of a page, for a frame: what it says of the page it says of the frame.
fn scoped() -> String {
    let mut style = STYLE.to_owned();
    for of_the_page in [":root {", "body {"] {
        style = style.replace(&format!("\n{of_the_page}"), "\n& {");
    }
    TAKEN_BACK.to_owned() + &style.replacen(":root {", "& {", 1) + MARGIN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_of_the_page_becomes_that_of_the_frame() {
        let style = scoped();
        assert!(style.starts_with(TAKEN_BACK), "before what the page says of the same");
        assert!(style[TAKEN_BACK.len()..].starts_with("& {"), "the variables of the colours");
        assert!(style.contains("\n& { margin: 0; background: var(--paper)"), "paper, ink and type");
        assert!(!style.contains(":root") && !style.contains("\nbody {"));
    }
}

//! A page, or some sections of one, inside another page: a notebook.

use super::escape::escape;
use super::notes::Notes;
use super::{STYLE, head, section};
use crate::page::{Page, Section, Version};

/// What the frame has in place of the margins of a page.
const MARGIN: &str = "\n:scope { padding: 1.2rem 1.6rem .6rem; }\n";

/// The class of the frame. The style holds within it and nowhere else.
const FRAME: &str = "detente-page";

/// A page in its full version as a piece of HTML that stands in another page and leaves that as it is: the style holds inside it alone.
///
/// As in [`html`](super::html), there is no script, nothing is loaded, and everything that comes from a case is escaped.
pub fn standing_in(page: &Page) -> String {
    let mut out =
        format!("<div class=\"{FRAME}\">\n<style>\n@scope (.{FRAME}) {{\n{}}}\n</style>\n", scoped());
    if let Some(shown) = &page.head {
        head(&mut out, shown);
    }
    let mut notes = Notes::default();
    let shown: Vec<&Section> = page.sections.iter().filter(|section| section.shows(Version::Full)).collect();
    for shown in shown {
        section(&mut out, shown, &mut notes);
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
        style = style.replace(&format!("\n{of_the_page}"), "\n:scope {");
    }
    style.replacen(":root {", ":scope {", 1) + MARGIN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_of_the_page_becomes_that_of_the_frame() {
        let style = scoped();
        assert!(style.starts_with(":scope {"), "the variables of the colours");
        assert!(style.contains("\n:scope { margin: 0; background: var(--paper)"), "paper, ink and type");
        assert!(!style.contains(":root") && !style.contains("\nbody {"));
    }
}

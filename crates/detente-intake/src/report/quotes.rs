//! Quotations: where they open and close.
//!
//! “…”, "…", «…» and ‘…’ are read. A quotation ends with its paragraph if nothing closes it, as newspapers leave one open when the
//! next paragraph goes on with it. Inside “…” and "…" single marks are part of the quotation.

use super::tokens::Token;

/// A quotation: the words that its marks enclose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quote {
    /// The opening mark.
    pub open: usize,
    /// The first word after the closing mark, or after the paragraph.
    pub after: usize,
    /// The words inside, marks excluded.
    pub inside: std::ops::Range<usize>,
}

/// Every quotation of a text, in order.
pub(super) fn quotes_in(words: &[Token]) -> Vec<Quote> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let closing: &[&str] = match words[i].text.as_str() {
            "“" => &["”", "\""],
            "\"" => &["\"", "”"],
            "«" => &["»"],
            "‘" => &["’", "'"],
            _ => {
                i += 1;
                continue;
            }
        };
        let paragraph = words[i].paragraph;
        let mut k = i + 1;
        while words
            .get(k)
            .is_some_and(|w| w.paragraph == paragraph && !closing.contains(&w.text.as_str()) && w.text != "“")
        {
            k += 1;
        }
        let closed =
            words.get(k).is_some_and(|w| w.paragraph == paragraph && closing.contains(&w.text.as_str()));
        if closed || words[i].text == "“" {
            found.push(Quote { open: i, after: if closed { k + 1 } else { k }, inside: i + 1..k });
            i = if closed { k + 1 } else { k };
        } else {
            // A mark that nothing closes, such as an inch or a stray apostrophe.
            i += 1;
        }
    }
    found
}

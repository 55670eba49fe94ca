//! Making text harmless inside HTML and SVG.

/// Phrase that can end neither an element nor an attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Characters that XML has no place for would break the page.
            control if control.is_control() && !matches!(control, '\t' | '\n' | '\r') => out.push('\u{fffd}'),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_end_an_element_or_an_attribute() {
        assert_eq!(escape(r#"</text><script>'""#), "&lt;/text&gt;&lt;script&gt;&#39;&quot;");
        assert_eq!(escape("a\u{0}b\tc"), "a\u{fffd}b\tc");
    }
}

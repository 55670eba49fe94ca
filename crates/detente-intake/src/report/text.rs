//! The text of a report, made readable without moving a character.
//!
//! Markup and control characters become spaces, one for one, and every kind of line break one, so that every position in what is read is the same
//! position in what was given. HTML tags, comments and the contents of `script` and `style` are blanked; tags that end a
//! block become line breaks; the common entities become their character.

use crate::Error;

/// Longest report read at once, in bytes.
pub const MOST_BYTES: usize = 32 << 20;

/// The characters of a report, as many as were given.
pub(super) fn readable(report: &str) -> Result<Vec<char>, Error> {
    if report.len() > MOST_BYTES {
        return Err(Error::TooLong { bytes: report.len(), most: MOST_BYTES });
    }
    let mut chars: Vec<char> = report.chars().collect();
    let is_stray = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    let controls = chars.iter().filter(|c| is_stray(**c)).count();
    if controls * 10 > chars.len() {
        return Err(Error::Binary { controls });
    }
    // A carriage return alone ends a line, as it did on old machines; before a line break it is part of that.
    for at in 0..chars.len() {
        if chars[at] == '\r' && chars.get(at + 1) != Some(&'\n') {
            chars[at] = '\n';
        }
    }
    for c in &mut chars {
        if is_stray(*c)
            || matches!(*c, '\t' | '\r' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2028}' | '\u{a0}')
        {
            *c = ' ';
        }
    }
    if is_markup(report) {
        blank_markup(&mut chars);
    }
    let letters = chars.iter().filter(|c| c.is_alphabetic()).count();
    let latin = chars.iter().filter(|c| is_latin(**c)).count();
    if letters == 0 {
        return Err(Error::Empty);
    }
    if latin * 2 < letters {
        return Err(Error::NotEnglish { percent: u8::try_from(latin * 100 / letters).unwrap_or(0) });
    }
    Ok(chars)
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && (c as u32) < 0x250
}

fn is_markup(report: &str) -> bool {
    let lower: String = report.chars().take(4096).collect::<String>().to_lowercase();
    ["<!doctype", "<html", "<body", "<p>", "<p ", "<div", "<br", "<span", "<article"]
        .iter()
        .any(|t| lower.contains(t))
}

/// Tags that end a line of text.
const BLOCKS: [&str; 16] = [
    "p",
    "br",
    "div",
    "li",
    "ul",
    "ol",
    "tr",
    "td",
    "h1",
    "h2",
    "h3",
    "h4",
    "article",
    "section",
    "title",
    "blockquote",
];

fn blank_markup(chars: &mut [char]) {
    let mut at = 0;
    // An ending that is nowhere ahead is looked for once.
    let mut absent: Vec<String> = Vec::new();
    while at < chars.len() {
        match chars[at] {
            '<' => {
                let name: String = chars[at + 1..]
                    .iter()
                    .skip_while(|c| **c == '/')
                    .take(12)
                    .take_while(|c| c.is_ascii_alphanumeric() || **c == '!' || **c == '-')
                    .collect::<String>()
                    .to_lowercase();
                if name.is_empty() {
                    at += 1;
                    continue;
                }
                let closing = chars.get(at + 1) == Some(&'/');
                let end = match name.as_str() {
                    "script" | "style" if !closing => past(chars, at, &format!("</{name}>"), &mut absent),
                    n if n.starts_with("!--") => past(chars, at, "-->", &mut absent),
                    _ => past(chars, at, ">", &mut absent),
                };
                // A tag that never ends is no tag.
                let Some(end) = end else {
                    at += 1;
                    continue;
                };
                chars[at..end].fill(' ');
                if BLOCKS.contains(&name.as_str()) {
                    chars[at] = '\n';
                    // Two line breaks part paragraphs; every tag has at least three characters.
                    chars[at + 1] = '\n';
                }
                at = end;
            }
            '&' => {
                at += entity(&mut chars[at..]);
            }
            _ => at += 1,
        }
    }
}

/// The position after the next `ending`; tags are searched within a bounded stretch, so that stray `<` cost little.
fn past(chars: &[char], from: usize, ending: &str, absent: &mut Vec<String>) -> Option<usize> {
    if absent.iter().any(|a| a == ending) {
        return None;
    }
    let name = ending;
    let ending: Vec<char> = ending.chars().collect();
    let reach = if ending.len() > 1 { chars.len() } else { chars.len().min(from + 2_000) };
    let found = chars[from..reach]
        .windows(ending.len())
        .position(|w| w.iter().zip(&ending).all(|(a, b)| a.eq_ignore_ascii_case(b)));
    if found.is_none() && reach == chars.len() {
        absent.push(name.to_owned());
    }
    let found = found?;
    Some(from + found + ending.len())
}

/// Replaces an entity at the front by its character and spaces; how many characters it took.
fn entity(chars: &mut [char]) -> usize {
    const KNOWN: [(&str, char); 14] = [
        ("&quot;", '"'),
        ("&amp;", '&'),
        ("&apos;", '\''),
        ("&#39;", '\''),
        ("&nbsp;", ' '),
        ("&ldquo;", '“'),
        ("&rdquo;", '”'),
        ("&lsquo;", '‘'),
        ("&rsquo;", '’'),
        ("&ndash;", '–'),
        ("&mdash;", '—'),
        ("&#8217;", '’'),
        ("&#8220;", '“'),
        ("&#8221;", '”'),
    ];
    for (name, c) in KNOWN {
        let len = name.len();
        if chars.len() >= len && chars[..len].iter().copied().eq(name.chars()) {
            // An opening mark belongs to what follows, any other to what stands before.
            chars[..len].fill(' ');
            chars[if matches!(c, '“' | '‘') { len - 1 } else { 0 }] = c;
            return len;
        }
    }
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, Error> {
        readable(text).map(|chars| chars.into_iter().collect())
    }

    #[test]
    fn markup_becomes_spaces_and_nothing_moves() {
        let html = "<html><style>p { a }</style><p class=\"x\">Envoys said &ldquo;no&rdquo;.</p></html>";
        let text = read(html).unwrap();
        assert_eq!(text.chars().count(), html.chars().count());
        assert_eq!(text.split_whitespace().collect::<Vec<_>>().join(" "), "Envoys said “no” .");
        assert_eq!(text.find("Envoys"), html.find("Envoys"));
        // An opening brace of markup that never closes stays text.
        assert!(read("<p>a < b and that is all").unwrap().contains("< b and"));
    }

    #[test]
    fn what_cannot_be_read_is_refused_by_name() {
        assert_eq!(read(" \n\t "), Err(Error::Empty));
        assert_eq!(read("أعلن الوسطاء أن المحادثات مستمرة"), Err(Error::NotEnglish { percent: 0 }));
        assert_eq!(read("המתווכים אמרו שהשיחות נמשכות ABC"), Err(Error::NotEnglish { percent: 10 }));
        assert_eq!(read("\u{0}\u{1}\u{2}PK"), Err(Error::Binary { controls: 3 }));
        assert!(matches!(read(&"a".repeat(MOST_BYTES + 1)), Err(Error::TooLong { .. })));
        assert_eq!(read("The envoy \u{7}said so. شكرا").unwrap(), "The envoy  said so. شكرا");
    }

    #[test]
    fn every_kind_of_line_break_is_one() {
        assert_eq!(read("One.\r\rTwo.").unwrap(), "One.\n\nTwo.");
        assert_eq!(read("One.\r\n\r\nTwo.").unwrap(), "One. \n \nTwo.");
    }
}

//! How a table is laid out: by what its columns are parted, what its columns are called, and where its lines begin.

/// A table without what programs write before it, and what parts its columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) delimiter: u8,
    /// How many lines come before these bytes.
    pub(super) lines_before: usize,
}

impl<'a> Layout<'a> {
    /// Takes away a byte order mark, blank lines, and the line `sep=;` that spreadsheets write for each other.
    pub(super) fn of(table: &'a [u8]) -> Self {
        let mut bytes = table.strip_prefix(b"\xef\xbb\xbf").unwrap_or(table);
        let mut lines_before = 0;
        let mut said = None;
        loop {
            let (line, rest) = split_line(bytes);
            let is_separator = line.len() == 5 && line[..4].eq_ignore_ascii_case(b"sep=");
            if rest.is_empty() || !(line.trim_ascii().is_empty() || is_separator) {
                break;
            }
            // A line of tabs alone is a row.
            if line.contains(&b'\t') && !is_separator {
                break;
            }
            if is_separator {
                said = Some(line[4]);
            }
            bytes = rest;
            lines_before += 1;
        }
        let delimiter = said.unwrap_or_else(|| delimiter(split_line(bytes).0));
        Self { bytes, delimiter, lines_before }
    }

    /// The line of a byte, as long as the bytes asked for go up.
    pub(super) fn lines(&self) -> Lines<'a> {
        Lines { bytes: self.bytes, at: 0, line: self.lines_before + 1 }
    }
}

/// Counts lines as an editor does: whether they end in one character or in two, and in quotes or out of them.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line of a row that a reader has begun at a byte: what ends the row before it, and blank lines, come first.
    pub(super) fn of_row(&mut self, byte: usize) -> usize {
        let blanks =
            self.bytes.get(byte..).unwrap_or_default().iter().take_while(|b| matches!(b, b'\r' | b'\n'));
        self.go_to(byte + blanks.count());
        self.line
    }

    fn go_to(&mut self, byte: usize) {
        while self.at < byte.min(self.bytes.len()) {
            let ends = match self.bytes[self.at] {
                b'\n' => true,
                b'\r' => self.bytes.get(self.at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += usize::from(ends);
            self.at += 1;
        }
    }
}

/// The first line without its end, and what follows.
fn split_line(bytes: &[u8]) -> (&[u8], &[u8]) {
    let Some(at) = bytes.iter().position(|b| matches!(b, b'\r' | b'\n')) else { return (bytes, &[]) };
    let skip = if bytes[at..].starts_with(b"\r\n") { 2 } else { 1 };
    (&bytes[..at], &bytes[at + skip..])
}

/// What parts the columns of a first line: the mark that stands in it most often, outside of quotes.
fn delimiter(line: &[u8]) -> u8 {
    let mut counts = [(b',', 0usize), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut quoted = false;
    for byte in line {
        match byte {
            b'"' => quoted = !quoted,
            _ if quoted => {}
            byte => counts.iter_mut().filter(|(mark, _)| mark == byte).for_each(|(_, count)| *count += 1),
        }
    }
    // Of two that stand equally often the first is meant.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(mark, _)| *mark)
}

/// The name of a column in small letters, with `_` for blanks, points and hyphens, as the programs that saved a table
/// write them in their own ways: `EVENT DATE`, `event.date`.
pub(super) fn column_name(name: &[u8]) -> String {
    let name = String::from_utf8_lossy(name).trim().trim_matches(['"', '\'']).to_lowercase();
    let plain: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    plain.split('_').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_")
}

/// Whether a text stands where nothing is known: `NA`, `n/a`, `-`, `NULL`, `unknown` and the like.
pub(super) fn is_placeholder(text: &str) -> bool {
    const WORDS: [&str; 17] = [
        "na",
        "n/a",
        "n.a.",
        "n.a",
        "#n/a",
        "#na",
        "<na>",
        "nan",
        "null",
        "none",
        "nil",
        "unknown",
        "not available",
        "not applicable",
        "not known",
        "missing",
        "(null)",
    ];
    let text = text.trim().to_lowercase();
    text.chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | '?' | '_' | '*'))
        || WORDS.contains(&text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_an_editor_does() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "1,\"x", "y\"", "", "2,z", ""].join(end);
            let mut lines = Layout::of(text.as_bytes()).lines();
            let at = |row: &str| text.find(row).unwrap();
            assert_eq!(lines.of_row(at("1,")), 2, "{end:?}");
            // A reader may begin a row where the one before it ends.
            assert_eq!(lines.of_row(at("2,z") - 2 * end.len()), 5, "{end:?}");
        }
    }

    #[test]
    fn what_spreadsheets_write_first_is_no_row() {
        let layout = Layout::of("\u{feff}sep=;\r\na;b\r\n1;2".as_bytes());
        assert_eq!((layout.delimiter, layout.bytes, layout.lines_before), (b';', &b"a;b\r\n1;2"[..], 1));
        assert_eq!(Layout::of(b"a\tb\n").delimiter, b'\t');
        assert_eq!(Layout::of(b"\"a;b;c\",d\n").delimiter, b',');
        assert_eq!(Layout::of(b"id\n").delimiter, b',');
        assert_eq!(column_name(b" \"EVENT.ID CNTY\" "), "event_id_cnty");
    }

    #[test]
    fn placeholders_are_no_data() {
        for text in
            ["NA", "n/a", "-", "--", "NaN", "NULL", "Unknown", "?", ".", "", " ", "#N/A", "<NA>", "None"]
        {
            assert!(is_placeholder(text), "{text}");
        }
        for text in
            ["Nation", "Unknown Armed Group", "Unidentified Armed Group", "0", "N.A. Party", "Nan Province"]
        {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}

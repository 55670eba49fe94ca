//! In which encoding a table is.
//!
//! Data sets are in UTF-8. Spreadsheets also save as UTF-16, which says so at the beginning, and as Windows-1252, which
//! says nothing: what is no UTF-8 is read so, and that is said.

use std::borrow::Cow;

/// A table in UTF-8, and what is to be said of how it was read.
pub(super) fn in_utf8(table: &[u8]) -> (Cow<'_, [u8]>, Option<String>) {
    let utf16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, _) = rest.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
        (Cow::Owned(String::from_utf16_lossy(&units).into_bytes()), None)
    };
    match table {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ if std::str::from_utf8(table).is_ok() => (Cow::Borrowed(table), None),
        _ => {
            let text: String = table.iter().map(|byte| of_windows(*byte)).collect();
            let remark = "the table is not in UTF-8, and is read as Windows-1252, as spreadsheets save it: check names with \
                          letters beyond a–z, or save it again as `CSV UTF-8`";
            (Cow::Owned(text.into_bytes()), Some(remark.to_owned()))
        }
    }
}

/// The character of a byte in Windows-1252; those that it leaves open are shown as such.
fn of_windows(byte: u8) -> char {
    const FROM_128: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
        '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
    ];
    match byte.checked_sub(0x80) {
        Some(at) if at < 0x20 => FROM_128[usize::from(at)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_come_in_the_encodings_of_spreadsheets() {
        let text = "id,côte\r\n1,“é”\r\n";
        let little: Vec<u8> =
            "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> =
            "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        let windows = b"id,c\xf4te\r\n1,\x93\xe9\x94\r\n";
        for (table, told) in [(text.as_bytes(), false), (&little, false), (&big, false), (&windows[..], true)]
        {
            let (read, remark) = in_utf8(table);
            assert_eq!((std::str::from_utf8(&read).unwrap(), remark.is_some()), (text, told));
        }
        // An odd byte at the end of a broken file is left out.
        assert_eq!(in_utf8(b"\xff\xfea\0b").0, &b"a"[..]);
    }
}

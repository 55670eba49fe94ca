//! GMCR+ before it wrote JSON: conflicts saved by Python for itself.

use std::io::Read;
use std::path::Path;

use detente_case::Code;
use detente_case::report::{Fault, Faults, Report, Text};

/// The refusal of a `.gmcr` file that is a Python pickle; `None` for every other file, and for one that cannot be opened.
///
/// A pickle from its second protocol on begins with the byte 128; one of the first with a word or bracket that no JSON
/// begins with. Reading one is running a program, which is not done.
pub(crate) fn refused(path: &Path) -> Option<Report> {
    if path.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("gmcr")) {
        return None;
    }
    let mut start = [0; 3];
    let read = std::fs::File::open(path).ok()?.read(&mut start).ok()?;
    if !is_pickle(start.get(..read)?) {
        return None;
    }
    let mut faults = Faults::default();
    faults.push(
        Fault::of_file(Code::UnknownFormat, "this is a Python pickle, as old editions of GMCR+ saved conflicts")
            .help("open it in the edition that wrote it and save it again with one that writes JSON: from there on it is read"),
    );
    Some(faults.into_report(Text::new(path.display().to_string(), "")))
}

fn is_pickle(start: &[u8]) -> bool {
    matches!(
        start,
        [0x80, 0..=5, ..]
            | [b'(' | b']' | b'}', b'd' | b'l' | b'q' | b'(', ..]
            | [b'c', b'_' | b'a'..=b'z', ..]
    )
}

#[cfg(test)]
mod tests {
    use super::is_pickle;

    #[test]
    fn pickles_of_every_protocol_are_seen_and_no_json() {
        for start in [&b"\x80\x03}"[..], b"\x80\x02c", b"(dp", b"(lp", b"}q\0", b"]q\0", b"cda"] {
            assert!(is_pickle(start), "{start:?}");
        }
        for start in [&b"{\"o"[..], b"[[0", b" {\n", b"\xef\xbb\xbf", b"", b"{}", b"[]"] {
            assert!(!is_pickle(start), "{start:?}");
        }
    }
}

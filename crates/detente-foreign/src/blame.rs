//! The line of a foreign file that a fault in the case made of it goes back to.
//!
//! The readers of the formats refuse what a case cannot hold. What they let through is a fault of the case, a text that
//! nobody has before them; but every figure in it cites its file and lines, so that it can be said where it stands there.

use detente_case::report::{Fault, Report, Span};

use crate::File;

/// Puts the faults of a case into the files that it was made of. `domain` is the file of its issues.
pub(crate) fn blame(report: &Report, toml: &str, sources: &[String], domain: usize, files: &mut [File]) {
    let lines: Vec<&str> = toml.lines().collect();
    for fault in report.faults().iter().filter(|fault| fault.is_error()) {
        let (at, line) = origin(&lines, fault, sources, domain).unwrap_or((domain, None));
        let Some(file) = files.get_mut(at) else { continue };
        let message = format!("a case cannot hold this: {}", fault.message);
        let placed = match line.filter(|line| (1..=file.text.line_count()).contains(line)) {
            Some(line) => {
                let whole = file.text.lines(line - 1, line - 1);
                let written = file.text.slice(whole);
                let indent = written.len() - written.trim_start().len();
                Fault::new(fault.code, Span::new(whole.start + indent, whole.end), message)
            }
            None => Fault::of_file(fault.code, message),
        };
        let placed = placed.label(fault.label.clone().unwrap_or_else(|| String::from("here")));
        let help = fault.help.as_deref().unwrap_or("change it, or take it out");
        file.faults.push(placed.help(help));
    }
}

/// The file and the line that the paragraph of a fault cites, or the line that a remark above it names.
fn origin(
    lines: &[&str],
    fault: &Fault,
    sources: &[String],
    domain: usize,
) -> Option<(usize, Option<usize>)> {
    let at = fault.line?.checked_sub(1)?.min(lines.len().checked_sub(1)?);
    let start = lines[..at].iter().rposition(|line| line.is_empty()).map_or(0, |blank| blank + 1);
    let end = lines[at..].iter().position(|line| line.is_empty()).map_or(lines.len(), |blank| at + blank);
    let paragraph = &lines[start..end];
    if let Some(cited) = paragraph.iter().find_map(|line| line.strip_prefix("cite = [\"")) {
        let cited = cited.split('"').next()?;
        let (source, place) = cited.split_once('#').unwrap_or((cited, ""));
        let file = sources.iter().position(|id| id == source)?;
        return Some((file, first_number(place)));
    }
    let remark = paragraph.iter().find_map(|line| line.strip_prefix("# line"))?;
    Some((domain, first_number(remark)))
}

/// The first number in a text such as "lines 7–9".
fn first_number(text: &str) -> Option<usize> {
    let digits: String =
        text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

//! Faults of files other than the text that somebody has before them: each is told with its file and line.

use detente_case::report::Report;

use crate::protocol::{FaultFound, ForeignFault, HowBad};

/// The faults of a file; `folder` stands before its name, `text/` say, or nothing.
pub(crate) fn told_of_file(report: &Report, folder: &str) -> Vec<ForeignFault> {
    let fault = |fault: &detente_case::Fault| ForeignFault {
        file: format!("{folder}{}", report.name()),
        line: fault.line,
        message: fault.message.clone(),
        help: fault.help.clone(),
    };
    report.faults().iter().map(fault).collect()
}

/// The faults of files in the place of those of a text, with a code of their own: the message of each says in which file and line it is.
pub(crate) fn faults_of_files(reports: &[Report], folder: &str, code: &str) -> Vec<FaultFound> {
    let placed = |fault: ForeignFault| FaultFound {
        code: code.to_owned(),
        severity: HowBad::Error,
        message: match fault.line {
            Some(line) => format!("{}, line {line}: {}", fault.file, fault.message),
            None => format!("{}: {}", fault.file, fault.message),
        },
        at: None,
        line: fault.line,
        label: None,
        help: fault.help,
        related: Vec::new(),
        fixes: Vec::new(),
    };
    reports.iter().flat_map(|report| told_of_file(report, folder)).map(placed).collect()
}

//! A fault as the JSON of `detente check` has it: what the command line and the workbench both tell.

use detente_brief::answers::{CaseFault, CaseStretch, FaultSeverity, RelatedPlace};
use detente_case::{Fault, Report, Severity, Span};

/// A fault of a report as the JSON of `detente check` has it.
pub fn fault_told(report: &Report, fault: &Fault) -> CaseFault {
    // Bytes are counted in the file in which the place is.
    let stretch = |span: Span| {
        let (line, column) = report.place(span);
        let (_, span) = report.in_file(span);
        CaseStretch::new(span.start..span.end, line, column)
    };
    CaseFault {
        code: fault.code.as_str().to_owned(),
        severity: match fault.code.severity() {
            Severity::Error => FaultSeverity::Error,
            Severity::Warning => FaultSeverity::Warning,
        },
        message: fault.message.clone(),
        file: fault.file.clone(),
        span: fault.span.map(stretch),
        label: fault.label.clone(),
        help: fault.help.clone(),
        related: fault
            .related
            .iter()
            .map(|(span, label)| {
                let (file, _) = report.in_file(*span);
                let elsewhere = (file != report.name()).then(|| file.to_owned());
                RelatedPlace { file: elsewhere, span: stretch(*span), label: label.clone() }
            })
            .collect(),
    }
}

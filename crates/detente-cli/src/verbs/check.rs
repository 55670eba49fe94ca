//! `detente check`: every fault of a case at once.

use crate::arguments::Check;
use crate::output::{Failure, page_width, print, shown};

pub fn run(arguments: &Check) -> Result<(), Failure> {
    let mut faulty = false;
    for path in &arguments.cases {
        match detente_case::read(path) {
            Ok(reading) => {
                if !reading.report.is_clean() {
                    let _ =
                        std::io::Write::write_all(&mut anstream::stderr(), shown(&reading.report).as_bytes());
                }
                let case = &reading.case;
                print(&format!("{}: no faults · {}\n", path.display(), detente_brief::text::contents(case)))?;
                if arguments.figures {
                    print(&detente_brief::text::figures(case, page_width()))?;
                }
            }
            Err(report) => {
                faulty = true;
                let _ = std::io::Write::write_all(&mut anstream::stderr(), shown(&report).as_bytes());
            }
        }
    }
    if faulty { Err(Failure::Silent) } else { Ok(()) }
}

//! `detente brief`: the main job.

use detente_brief::answers::BriefAnswer;
use detente_brief::{page, render};

use crate::arguments::BriefArguments;
use crate::files::{is_standard_output, write_file};
use crate::output::{Failure, page_width, print, print_json};

pub fn run(arguments: &BriefArguments) -> Result<(), Failure> {
    if arguments.json && arguments.html.as_deref().is_some_and(is_standard_output) {
        return Err(Failure::said(
            "`--json` and `--html -` would both go to standard output; name a file for one of them",
        ));
    }
    let (sitting, bar) = super::sit(&arguments.case, &arguments.draws)?;
    let sitting = super::about(sitting, &arguments.package)?;
    let brief = sitting.brief().map_err(Failure::said)?;
    let judged = super::judged(&sitting, &arguments.package)?;
    super::write_worlds(&sitting, arguments.worlds.as_deref())?;
    drop(bar);
    let shown = if arguments.full { page::brief_with_annex(&brief) } else { page::brief(&brief) };
    let shown = shown.judging(judged.as_deref());
    if let Some(path) = &arguments.html {
        let html = render::html(&shown);
        if is_standard_output(path) {
            return print(&html);
        }
        write_file(path, &html)?;
    }
    if arguments.json {
        print_json(&BriefAnswer::of(&brief).judging(judged.as_deref()))
    } else {
        print(&render::terminal(&shown, page_width()))
    }
}

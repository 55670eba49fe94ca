//! `detente brief`: the main job.

use detente_brief::answers::BriefAnswer;
use detente_brief::{page, render};

use crate::arguments::BriefArguments;
use crate::files::write_file;
use crate::output::{Failure, page_width, print, print_json};

pub fn run(arguments: &BriefArguments) -> Result<(), Failure> {
    let (sitting, bar) = super::sit(&arguments.case, &arguments.draws)?;
    let brief = sitting.brief().map_err(Failure::said)?;
    drop(bar);
    let shown = if arguments.full { page::brief_with_annex(&brief) } else { page::brief(&brief) };
    if let Some(path) = &arguments.html {
        write_file(path, &render::html(&shown))?;
    }
    if arguments.json {
        print_json(&BriefAnswer::of(&brief))
    } else {
        print(&render::terminal(&shown, page_width()))
    }
}

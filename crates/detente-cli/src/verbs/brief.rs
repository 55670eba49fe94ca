//! `detente brief`: the main job.

use detente_brief::answers::BriefAnswer;

use crate::arguments::Brief;
use crate::files::write_file;
use crate::output::{Failure, page_width, print, print_json};

pub fn run(arguments: &Brief) -> Result<(), Failure> {
    let (sitting, bar) = super::sit(&arguments.case, &arguments.draws)?;
    let brief = sitting.brief().map_err(Failure::said)?;
    drop(bar);
    if let Some(path) = &arguments.html {
        write_file(path, &detente_brief::html::page(&brief).map_err(Failure::said)?)?;
    }
    if arguments.json {
        print_json(&BriefAnswer::of(&brief))
    } else {
        print(&detente_brief::text::brief(&brief, page_width()))
    }
}

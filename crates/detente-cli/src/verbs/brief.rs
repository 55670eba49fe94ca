//! `detente brief`: the main job.

use detente_brief::answers::BriefAnswer;
use detente_brief::{page, render};

use crate::arguments::BriefArguments;
use crate::files::write_file;
use crate::output::{Failure, page_width, print, print_json};

pub fn run(arguments: &BriefArguments) -> Result<(), Failure> {
    let (sitting, bar) = super::sit(&arguments.case, &arguments.draws)?;
    let sitting = super::about(sitting, &arguments.package)?;
    let brief = sitting.brief().map_err(Failure::said)?;
    let judged = super::judged(&sitting, &arguments.package)?;
    super::write_worlds(&sitting, arguments.worlds.as_deref())?;
    drop(bar);
    if let Some(path) = &arguments.html {
        write_file(path, &render::html(&page::brief(&brief).judging(judged.as_deref())))?;
    }
    if arguments.json {
        print_json(&BriefAnswer::of(&brief).judging(judged.as_deref()))
    } else {
        print(&render::terminal(&page::brief(&brief).judging(judged.as_deref()), page_width()))
    }
}

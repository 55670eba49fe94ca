//! `detente export`: one world of a case, as files of another tool.

use crate::arguments::{Draws, ExportArguments, ExportFormat};
use crate::files::write_all_new;
use crate::output::{Failure, print, say};

const OTHER_FOLDER: &str = "name another folder";

pub fn run(arguments: &ExportArguments) -> Result<(), Failure> {
    let draws = Draws { draws: 1, seed: arguments.seed };
    let (sitting, _bar) = super::sit(&arguments.case, &draws)?;
    let world = sitting.world(arguments.draw).map_err(Failure::said)?;
    let format = match arguments.format {
        ExportFormat::Negmas => detente_foreign::Format::Negmas,
        ExportFormat::Geniusweb => detente_foreign::Format::GeniusWeb,
    };
    let Some(export) = detente_foreign::export(&world, format) else {
        return Err(Failure::said("nothing is on the table in this case, so there is nothing to export"));
    };
    export.losses.iter().for_each(|loss| say(&format!("warning: {loss}\n")));
    write_all_new(&arguments.out, &export.files, OTHER_FOLDER)?;
    let of = arguments.draw.map_or_else(|| String::from("the central world"), |draw| format!("draw {draw}"));
    print(&format!("wrote {} files of {of} into `{}`\n", export.files.len(), arguments.out.display()))
}

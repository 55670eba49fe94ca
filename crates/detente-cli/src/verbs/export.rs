//! `detente export`: one world of a case, as files of another tool.

use crate::arguments::{Draws, Export, Target};
use crate::files::write_all_new;
use crate::output::{Failure, print, say};
use detente_case::foreign;

const OTHER_FOLDER: &str = "name another folder";

pub fn run(arguments: &Export) -> Result<(), Failure> {
    let draws = Draws { draws: 1, seed: arguments.seed };
    let (sitting, _bar) = super::sit(&arguments.case, &draws)?;
    let world = sitting.world(arguments.draw).map_err(Failure::said)?;
    let format = match arguments.format {
        Target::Negmas => foreign::Format::Negmas,
        Target::Geniusweb => foreign::Format::GeniusWeb,
    };
    let Some(export) = foreign::export(&world, format) else {
        return Err(Failure::said("nothing is on the table in this case, so there is nothing to export"));
    };
    export.losses.iter().for_each(|loss| say(&format!("warning: {loss}\n")));
    write_all_new(&arguments.out, &export.files, OTHER_FOLDER)?;
    let of = arguments.draw.map_or_else(|| String::from("the central world"), |draw| format!("draw {draw}"));
    print(&format!("wrote {} files of {of} into `{}`\n", export.files.len(), arguments.out.display()))
}

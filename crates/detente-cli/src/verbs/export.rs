//! `detente export`: one world of a case, as files of another tool.

use std::fs;
use std::path::PathBuf;

use crate::arguments::{Draws, Export, Target};
use crate::output::{Failure, is_there, make_folder, print, say, write_new};
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
    make_folder(&arguments.out)?;
    let paths: Vec<PathBuf> = export.files.iter().map(|(name, _)| arguments.out.join(name)).collect();
    // All are looked for before any is written: half a set is of no use, and looks like a whole one. A link that leads
    // nowhere is there too.
    if let Some(path) = paths.iter().find(|path| path.symlink_metadata().is_ok()) {
        return Err(is_there(path, OTHER_FOLDER));
    }
    for (done, (path, (_, text))) in paths.iter().zip(&export.files).enumerate() {
        if let Err(failure) = write_new(path, text, OTHER_FOLDER) {
            for written in &paths[..done] {
                let _ = fs::remove_file(written);
            }
            return Err(failure);
        }
    }
    let of = arguments.draw.map_or_else(|| String::from("the central world"), |draw| format!("draw {draw}"));
    print(&format!("wrote {} files of {of} into `{}`\n", export.files.len(), arguments.out.display()))
}

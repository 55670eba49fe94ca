//! `detente export`: one world of a case, as files of another tool.

use std::fs;
use std::path::PathBuf;

use detente_model::Worlds;

use crate::arguments::{Export, Target};
use crate::output::{Failure, is_there, make_folder, print, say, write_new};

const OTHER_FOLDER: &str = "name another folder";

pub fn run(arguments: &Export) -> Result<(), Failure> {
    let case = detente_brief::prepared(super::read(&arguments.case)?, arguments.seed, None);
    let worlds = Worlds::new(&case, arguments.seed);
    let world = arguments.draw.map_or_else(|| worlds.central(), |draw| worlds.draw(draw));
    let format = match arguments.format {
        Target::Negmas => detente_foreign::Format::Negmas,
        Target::Geniusweb => detente_foreign::Format::GeniusWeb,
    };
    let Some(export) = detente_foreign::export(&case, &world, format) else {
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

//! `detente export`: one world of a case, as files of another tool.

use std::fs;
use std::io::{ErrorKind, Write};

use detente_case::foreign;
use detente_model::Worlds;

use crate::arguments::{Export, Target};
use crate::output::{Failure, print, say};

pub fn run(arguments: &Export) -> Result<(), Failure> {
    let case = detente_brief::prepared(super::read(&arguments.case)?, arguments.seed, None);
    let worlds = Worlds::new(&case, arguments.seed);
    let world = arguments.draw.map_or_else(|| worlds.central(), |draw| worlds.draw(draw));
    let format = match arguments.format {
        Target::Negmas => foreign::Format::Negmas,
        Target::Geniusweb => foreign::Format::GeniusWeb,
    };
    let Some(export) = foreign::export(&case, &world, format) else {
        return Err(Failure::said("nothing is on the table in this case, so there is nothing to export"));
    };
    export.losses.iter().for_each(|loss| say(&format!("warning: {loss}\n")));
    fs::create_dir_all(&arguments.out).map_err(|error| {
        Failure::said(format!("cannot make the folder `{}`: {error}", arguments.out.display()))
    })?;
    for (name, text) in &export.files {
        let path = arguments.out.join(name);
        // `create_new` refuses to touch a file that is there.
        let written = fs::File::create_new(&path).and_then(|mut open| open.write_all(text.as_bytes()));
        written.map_err(|error| {
            Failure::said(match error.kind() {
                ErrorKind::AlreadyExists => {
                    format!("`{}` exists already and was left as it is; name another folder", path.display())
                }
                _ => format!("cannot write `{}`: {error}", path.display()),
            })
        })?;
    }
    let of = arguments.draw.map_or_else(|| String::from("the central world"), |draw| format!("draw {draw}"));
    print(&format!("wrote {} files of {of} into `{}`\n", export.files.len(), arguments.out.display()))
}

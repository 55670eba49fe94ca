//! `detente import`: a case from the files of another tool.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use detente_case::{CASE_FILE, foreign};

use crate::arguments::Import;
use crate::output::{Failure, print, say, shown, write_file};

pub fn run(arguments: &Import) -> Result<(), Failure> {
    let as_of = arguments.as_of.as_deref().map(|text| {
        text.parse().map_err(|_| Failure::said(format!("`{text}` is not a day: write it as 2024-02-14")))
    });
    let import = foreign::import(&arguments.files, as_of.transpose()?).map_err(Failure::Refused)?;
    say(&import.warnings.iter().map(shown).collect::<String>());
    let file = if arguments.out.extension().is_some_and(|ending| ending == "toml") {
        arguments.out.clone()
    } else {
        arguments.out.join(CASE_FILE)
    };
    let folder = file.parent().map(PathBuf::from).unwrap_or_default();
    fs::create_dir_all(&folder)
        .map_err(|error| Failure::said(format!("cannot make the folder `{}`: {error}", folder.display())))?;
    let replaced = arguments.overwrite && file.exists();
    if arguments.overwrite {
        write_file(&file, &import.toml)?;
    } else {
        // `create_new` refuses to touch a case that somebody has already written.
        let written = fs::File::create_new(&file).and_then(|mut open| open.write_all(import.toml.as_bytes()));
        written.map_err(|error| {
            Failure::said(match error.kind() {
                ErrorKind::AlreadyExists => format!(
                    "`{}` exists already and was left as it is; name another place, or say `--overwrite`",
                    file.display()
                ),
                _ => format!("cannot write `{}`: {error}", file.display()),
            })
        })?;
    }
    let wrote = if replaced { "replaced" } else { "wrote" };
    print(&format!("{wrote} `{}` from {}\n", file.display(), import.format.words()))
}

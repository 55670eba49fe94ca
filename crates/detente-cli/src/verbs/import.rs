//! `detente import`: a case from the files of another tool.

use std::path::PathBuf;

use detente_case::CASE_FILE;

use crate::arguments::ImportArguments;
use crate::files::{is_standard_output, make_folder, write_file, write_new};
use crate::output::{Failure, print, say, shown};

pub fn run(arguments: &ImportArguments) -> Result<(), Failure> {
    let import = detente_foreign::import(&arguments.files, arguments.as_of).map_err(Failure::Refused)?;
    say(&import.warnings.iter().map(shown).collect::<String>());
    if is_standard_output(&arguments.out) {
        return print(&import.toml);
    }
    let file = if arguments.out.extension().is_some_and(|ending| ending == "toml") {
        arguments.out.clone()
    } else {
        arguments.out.join(CASE_FILE)
    };
    let folder = file.parent().map(PathBuf::from).unwrap_or_default();
    make_folder(&folder)?;
    let replaced = arguments.overwrite && file.exists();
    if arguments.overwrite {
        write_file(&file, &import.toml)?;
    } else {
        write_new(&file, &import.toml, "name another place, or say `--overwrite`")?;
    }
    let wrote = if replaced { "replaced" } else { "wrote" };
    print(&format!("{wrote} `{}` from {}\n", file.display(), import.format.words()))
}

//! `detente new`: a template to start from.

use crate::arguments::NewArguments;
use crate::files::{make_folder, write_new};
use crate::output::{Failure, print};

pub fn run(arguments: &NewArguments) -> Result<(), Failure> {
    let file = arguments.dir.join("case.toml");
    make_folder(&arguments.dir)?;
    write_new(&file, detente_case::template(), "name another folder")?;
    print(&format!(
        "wrote `{}`\nnext: edit it, then `detente check {dir}` and `detente brief {dir}`\n",
        file.display(),
        dir = arguments.dir.display()
    ))
}

//! `detente new`: a template to start from.

use std::fs;
use std::io::ErrorKind;

use crate::arguments::New;
use crate::output::{Failure, print};

pub fn run(arguments: &New) -> Result<(), Failure> {
    let file = arguments.dir.join("case.toml");
    fs::create_dir_all(&arguments.dir).map_err(|error| {
        Failure::said(format!("cannot make the folder `{}`: {error}", arguments.dir.display()))
    })?;
    // `create_new` refuses to touch a case that somebody has already written.
    let written = fs::File::create_new(&file)
        .and_then(|mut open| std::io::Write::write_all(&mut open, detente_case::template().as_bytes()));
    match written {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(Failure::said(format!(
            "`{}` exists already and was left as it is; name another folder",
            file.display()
        ))),
        Err(error) => Err(Failure::said(format!("cannot write `{}`: {error}", file.display()))),
        Ok(()) => print(&format!(
            "wrote `{}`\nnext: edit it, then `detente check {dir}` and `detente brief {dir}`\n",
            file.display(),
            dir = arguments.dir.display()
        )),
    }
}

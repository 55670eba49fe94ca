//! `detente completions`: for the shell.

use clap::CommandFactory;

use crate::arguments::Detente;
use crate::output::{Failure, print};

pub fn run(shell: clap_complete::Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Detente::command(), "detente", &mut script);
    print(&String::from_utf8_lossy(&script))
}

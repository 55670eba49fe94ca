//! The `detente` command: thin. It reads the arguments, calls the crates that do the work, and prints.
//!
//! Exit codes: 0 done, 1 the input has faults, 2 wrong usage. [`run`] is the whole command, for the program of that name and for the one
//! that comes with the Python package.

mod addition;
mod arguments;
mod files;
mod output;
pub mod paper;
mod progress;
mod verbs;

use std::ffi::OsString;

use clap::Parser;

use arguments::{Command, Detente};

pub use detente_server::fault_told;
pub use verbs::check::checked_text;
pub use verbs::overlay::readers;

/// Does what the arguments say, the first of which is the name of the program, and gives the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let command = match Detente::try_parse_from(arguments) {
        Ok(detente) => detente.command,
        Err(usage) => {
            // If nobody reads what is said there is nobody left to tell.
            let _ = usage.print();
            return u8::try_from(usage.exit_code()).unwrap_or(2);
        }
    };
    let done = match command {
        Command::Brief(arguments) => verbs::brief::run(&arguments),
        Command::Check(arguments) => verbs::check::run(&arguments),
        Command::Deals(arguments) => verbs::deals::run(&arguments),
        Command::Export(arguments) => verbs::export::run(&arguments),
        Command::Import(arguments) => verbs::import::run(&arguments),
        Command::Exchange(arguments) => verbs::exchange::run(&arguments),
        Command::Durability(arguments) => verbs::durability::run(arguments),
        Command::Compare(arguments) => verbs::compare::run(&arguments),
        Command::Merge(arguments) => verbs::merge::run(&arguments),
        Command::Overlay(arguments) => verbs::overlay::run(&arguments),
        Command::Sweep(arguments) => verbs::sweep::run(&arguments),
        Command::Stability(arguments) => verbs::stability::run(&arguments),
        Command::Outlook(arguments) => verbs::outlook::run(&arguments),
        Command::Intake(arguments) => verbs::intake::run(&arguments),
        Command::Events(arguments) => verbs::events::run(&arguments),
        Command::Settle(arguments) => verbs::settle::run(&arguments),
        Command::Talks(arguments) => verbs::talks::run(&arguments),
        Command::Watch(arguments) => verbs::watch::run(&arguments),
        Command::Text(arguments) => verbs::text::run(&arguments),
        Command::Collective(arguments) => verbs::collective::run(&arguments),
        Command::Tournament(arguments) => verbs::tournament::run(&arguments),
        Command::New(arguments) => verbs::new::run(&arguments),
        Command::Serve(arguments) => verbs::serve::run(arguments),
        Command::Schema(arguments) => verbs::schema::run(&arguments),
        Command::Completions { shell } => verbs::completions::run(shell),
    };
    match done {
        Ok(()) => 0,
        Err(failure) => failure.report(),
    }
}

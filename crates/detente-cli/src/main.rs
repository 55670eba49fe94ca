//! The `detente` command: thin. It reads the arguments, calls the crates that do the work, and prints.
//!
//! Exit codes: 0 done, 1 the input has faults, 2 wrong usage.

mod addition;
mod arguments;
mod files;
mod output;
mod progress;
mod verbs;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Command, Detente};

fn main() -> ExitCode {
    let done = match Detente::parse().command {
        Command::Brief(arguments) => verbs::brief::run(&arguments),
        Command::Check(arguments) => verbs::check::run(&arguments),
        Command::Deals(arguments) => verbs::deals::run(&arguments),
        Command::Export(arguments) => verbs::export::run(&arguments),
        Command::Import(arguments) => verbs::import::run(&arguments),
        Command::Exchange(arguments) => verbs::exchange::run(&arguments),
        Command::Durability(arguments) => verbs::durability::run(arguments),
        Command::Compare(arguments) => verbs::compare::run(&arguments),
        Command::Sweep(arguments) => verbs::sweep::run(&arguments),
        Command::Stability(arguments) => verbs::stability::run(&arguments),
        Command::Outlook(arguments) => verbs::outlook::run(&arguments),
        Command::Intake(arguments) => verbs::intake::run(&arguments),
        Command::Events(arguments) => verbs::events::run(&arguments),
        Command::Settle(arguments) => verbs::settle::run(&arguments),
        Command::Talks(arguments) => verbs::talks::run(&arguments),
        Command::Text(arguments) => verbs::text::run(&arguments),
        Command::Collective(arguments) => verbs::collective::run(&arguments),
        Command::Tournament(arguments) => verbs::tournament::run(&arguments),
        Command::New(arguments) => verbs::new::run(&arguments),
        Command::Serve(arguments) => verbs::serve::run(arguments),
        Command::Schema(arguments) => verbs::schema::run(&arguments),
        Command::Completions { shell } => verbs::completions::run(shell),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

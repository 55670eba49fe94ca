//! `detente schema`: the case format for editors and other programs.

use crate::output::{Failure, print_json};

pub fn run() -> Result<(), Failure> {
    print_json(&detente_case::schema())
}

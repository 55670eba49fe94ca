//! `detente schema`: the case format, and what verbs print as JSON, for editors and other programs.

use crate::arguments::SchemaArguments;
use crate::output::{Failure, print, print_json};

pub fn run(arguments: &SchemaArguments) -> Result<(), Failure> {
    if arguments.answers {
        return print(detente_brief::answers::SCHEMA);
    }
    print_json(&detente_case::schema())
}

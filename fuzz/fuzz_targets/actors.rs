//! No table of actors may make its reader, the import of a case or a model panic or hang: it is refused with its line, or each model says a place on every issue or why it is not defined.

#![no_main]

use detente_collective::Model;
use detente_foreign::actors::dossiers;

/// Actors up to which every model is asked.
const FEW: usize = 40;

libfuzzer_sys::fuzz_target!(|input: &str| {
    match dossiers(input) {
        Ok(found) => {
            for dossier in found.iter().take(4).filter(|dossier| dossier.body.len() <= FEW) {
                detente_fuzz::body(&dossier.body, &Model::ALL);
            }
        }
        Err(fault) => assert!(fault.line >= 1 && !fault.message.is_empty()),
    }
    detente_fuzz::foreign("csv", input);
});

//! `detente serve`: the workbench in the browser.

use detente_server::{Server, Settings};

use crate::arguments::ServeArguments;
use crate::files::make_folder;
use crate::output::{Failure, print, say};

pub fn run(arguments: ServeArguments) -> Result<(), Failure> {
    let ServeArguments { case, port, no_open, listen, name, unencrypted } = arguments;
    // A folder that is not there yet is for a case that is not there yet; a file that is not there is a slip.
    if case.symlink_metadata().is_err() && case.extension().is_none() {
        make_folder(&case)?;
        say(&format!("`{}` is a new folder; the browser helps to begin a case in it\n", case.display()));
    }
    let settings = Settings { listen, port, names: name, unencrypted };
    let server = Server::open(&case, &settings).map_err(Failure::said)?;
    let address = server.address();
    print(&format!("{address}\n"))?;
    if !no_open && let Err(error) = open::that_detached(&address) {
        say(&format!("no browser could be opened ({error}): open the address above\n"));
    }
    server.run().map_err(Failure::said)
}

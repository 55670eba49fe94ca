//! Serves one folder of cases to a browser on the same machine: the workbench.
//!
//! A page on the internet can speak to 127.0.0.1 as well as the page that this server hands out. So every request passes one [`guard`]
//! before any route sees it, files are reached only through a handle on the folder ([`folder`]), and everything that comes in is
//! bounded ([`limits`]). `docs/reference/server.md` has the protocol.
//!
//! The browser owns the text that somebody works on. The server is asked about a text, keeps what it computed about it for a while
//! ([`sittings`]), and stops computing when nobody waits for the answer any more. It writes only when somebody saves, keeps a draft,
//! or names a variant.
//!
//! ```no_run
//! use detente_server::{Server, Settings};
//!
//! let server = Server::open("cases/cairo-2024".as_ref(), &Settings::default()).unwrap();
//! println!("{}", server.address());
//! server.run().unwrap();
//! ```

mod assets;
mod connections;
pub mod folder;
pub mod guard;
mod hands;
pub mod limits;
pub mod protocol;
mod refusal;
mod routes;
mod server;
pub mod sittings;
mod stream;
mod told_faults;
mod told_files;
mod units;
mod variants;

pub use hands::{LaidOver, PutTogether, laid_over, put_together, told_apart};
pub use server::{OpeningError, Server, Settings, Stopper};
pub use told_faults::fault_told;
pub use variants::changes_between;

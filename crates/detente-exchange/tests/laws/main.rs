//! The laws of exchange plans: against exhaustive search, linear programmes, closed forms and history.

mod alternating;
mod case;
mod exhaustive;
mod fluid;
mod history;
mod oracle;
mod over_worlds;
mod reference;
mod seen;

//! The laws of exchange plans: against exhaustive search, linear programmes, closed forms and history.

mod exhaustive;
mod oracle;

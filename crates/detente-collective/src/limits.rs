//! What bounds the work, said once. All of it is counted, never timed.

/// Actors of one body.
pub const ACTORS: usize = 4_000;
/// Issues of one body.
pub const ISSUES: usize = 200;
/// Turns of a bargaining that does not settle.
pub const TURNS: usize = 100;
/// Actors of a body of which minimal winning coalitions are listed one by one.
pub const LISTED_ACTORS: usize = 24;

//! What bounds the work, said once. All of it is counted, never timed.

/// Actors of one body.
pub const ACTORS: usize = 4_000;
/// Issues of one body.
pub const ISSUES: usize = 200;
/// Turns of a bargaining that does not settle.
pub const TURNS: usize = 100;
/// Actors of a body of which minimal winning coalitions are listed one by one.
pub const LISTED_ACTORS: usize = 24;
/// Capabilities lie between these: what is larger or smaller would be lost where such numbers are multiplied, and no unit needs it.
pub const CAPABILITY: [f64; 2] = [1e-100, 1e100];
/// Saliences of an actor that add up to less are none.
pub const ATTENTION: f64 = 1e-9;

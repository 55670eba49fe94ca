//! What bounds the work of these talks, said once. All of it is counted, never timed, so that the same talks end the same on any machine.

/// Packages of which a ranking is listed and sorted once for each party. Beyond, bids are searched for.
pub const LISTED: u128 = 20_000;
/// Packages that are listed where the rules of another program ask for a list.
pub const LISTED_FOR_PROFILE: u128 = 4_000_000;
/// Joint options of issues that are tied together.
pub const JOINT_OPTIONS: u128 = 1_000_000;
/// How near to a level a searched bid must lie for the search to stop, as a share of the range of a party's worth.
pub const LEVEL: f64 = 5e-5;
/// Sums that one of the two lists of a search for a level holds.
pub const SUMS: usize = 10_000;
/// First halves of a package that are tried for one level before the nearest found so far stands.
pub const TRIES: usize = 48;
/// Packages at either end of a ranking that are listed even where the others are searched for.
pub const ENDS: usize = 512;
/// Packages in a row that are looked through for one that is worth less than no deal, where packages are not listed.
pub const WASTED: u128 = 100_000;
/// Points of a front of two criteria that are kept between two issues where packages are not listed.
pub const FRONT: usize = 256;
/// Negotiations of one tournament.
pub const NEGOTIATIONS: u128 = 1_000_000;
/// Rounds of one negotiation of a tournament.
pub const ROUNDS: u32 = 1_000_000;
/// Pairs of scenario and party up to which every way of changing signs is looked at when two ways to bargain are compared; beyond, as many are drawn.
pub const SIGNS_LOOKED_AT: usize = 14;
/// Ways of changing signs that are drawn beyond it.
pub const SIGNS_DRAWN: u32 = 20_000;

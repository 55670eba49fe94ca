//! Everything that is bounded, in one place: what comes in, what is kept, and how much runs at once.

use std::time::Duration;

/// The most bytes of a request's body: two texts of the largest case, written as JSON.
pub const BODY: usize = 36_000_000;
/// The most draws that may be asked for.
pub const DRAWS: u64 = 200_000;
/// The draws of an answer where none are asked for.
pub const DRAWS_BY_DEFAULT: u64 = 2_000;
/// The most connections at a time. Whoever comes then waits until one ends.
pub const CONNECTIONS: usize = 512;
/// The most answers that stream at a time; more are refused with a word.
pub const STREAMS: usize = 64;
/// The most answers that are computed at a time; the others wait in the order in which they came.
pub const COMPUTING: usize = 4;
/// The most sittings that are kept for another question about the same text.
pub const SITTINGS: usize = 12;
/// The most bytes of all versions of a text together.
pub const VERSIONS: usize = 32_000_000;
/// The most bytes of a document for Word that is taken in.
pub const DOCUMENT: usize = 16_000_000;
/// How long a client may take to send the head of a request.
pub const HEAD: Duration = Duration::from_secs(10);
/// How long a client may take to send a whole body.
pub const BODY_TIME: Duration = Duration::from_secs(60);
/// How often a watched file is looked at.
pub const LOOK: Duration = Duration::from_millis(400);
/// The most bytes of the name of a file.
pub const NAME: usize = 100;
/// The most files that are listed of a folder.
pub const FILES: usize = 1_000;
/// Events of a stream that may wait for a slow reader.
pub const WAITING: usize = 32;
/// For so many faults of a text ways to mend them are looked for: each is tried, which takes a reading of the text.
pub const MENDED: usize = 6;

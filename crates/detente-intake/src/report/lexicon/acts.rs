//! The words for what was done.

/// What an act is called, by the forms of its verb.
// One word a line would hide the list.
#[rustfmt::skip]
pub(in crate::report) const ACTS: &[&str] = &[
    "arrived", "arrive", "arrives", "met", "meet", "visited", "landed", "flew", "travelled", "traveled",
    "left", "returned", "launched", "struck", "fired", "shelled", "bombed", "attacked", "raided", "stormed",
    "captured", "seized", "killed", "wounded", "injured", "freed", "released", "rescued", "detained",
    "arrested", "abducted", "kidnapped", "withdrew", "withdrawn", "retreated", "advanced", "deployed",
    "crossed", "blocked", "closed", "opened", "reopened", "suspended", "resumed", "halted", "signed",
    "handed", "exchanged", "delivered", "evacuated", "fled", "concluded", "hosted", "convened", "resigned",
    "dismissed", "appointed", "destroyed", "ambushed", "besieged", "occupied", "entered", "mobilised",
    "mobilized", "recalled", "expelled", "surrendered", "shot", "hit", "burned", "looted", "executed",
    "gathered", "walked", "boycotted", "marched", "displaced", "ratified", "cancelled", "canceled",
    "postponed", "lifted", "imposed", "sank", "intercepted", "disarmed", "accompanied", "rushed",
];

/// What an act is called as a noun, followed by `of` or `by` or preceded by who did it.
pub(in crate::report) const ACT_NOUNS: &[&str] = &[
    "arrival",
    "departure",
    "visit",
    "presence",
    "rescue",
    "release",
    "raid",
    "attack",
    "withdrawal",
    "killing",
    "capture",
    "seizure",
    "resignation",
    "abduction",
    "bombardment",
    "shelling",
    "arrest",
    "deployment",
    "expulsion",
    "execution",
    "ambush",
    "evacuation",
];

//! The words for what was done.

use std::collections::HashSet;
use std::sync::LazyLock;

/// What an act is called, by the forms of its verb.
// One word a line would hide the list.
#[rustfmt::skip]
const ACTS: &[&str] = &[
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
    "renewed", "extended", "adopted", "summoned", "repaired", "rebuilt", "restored", "distributed", "circulated",
    "planted", "adjourned", "chaired", "inaugurated", "unveiled", "banned", "demolished", "bulldozed", "hijacked",
    "torched", "sabotaged", "mined", "evicted", "deported", "repatriated", "transferred", "swapped", "buried", "repelled",
    "retook", "retaken", "recaptured", "overran", "encircled", "fought", "clashed", "rallied", "toured", "departed",
    "boarded", "docked", "sailed", "submitted", "dissolved", "quit", "brokered", "initialled", "initialed", "dispatched",
    "annexed", "downed", "jailed", "sentenced", "pardoned", "sanctioned", "dismantled", "cleared", "unloaded", "escorted",
    "reinforced", "stationed", "redeployed", "disbanded", "ended", "began", "flown", "driven", "broadcast", "sealed",
];

static DEEDS: LazyLock<HashSet<&str>> = LazyLock::new(|| ACTS.iter().copied().collect());

/// Whether it is a form of a verb for an act.
pub(in crate::report) fn is_deed(stem: &str) -> bool {
    DEEDS.contains(stem)
}

/// Verbs that are acts only with one of the nouns behind them.
const ACTS_WITH: &[(&[&str], &[&str])] = &[
    (&["shook"], &["hands"]),
    (
        &["held", "started", "opened", "broke", "hold"],
        &[
            "talks",
            "negotiations",
            "meeting",
            "meetings",
            "consultations",
            "session",
            "election",
            "elections",
            "vote",
            "off",
        ],
    ),
    (&["reached", "struck"], &["agreement", "deal", "accord", "truce", "ceasefire", "compromise", "pact"]),
    (
        &["moved", "sent", "pulled", "massed", "withdrew"],
        &[
            "troops",
            "forces",
            "soldiers",
            "tanks",
            "rockets",
            "missiles",
            "frigates",
            "ships",
            "police",
            "trucks",
            "convoy",
            "convoys",
            "artillery",
            "out",
            "back",
            "delegation",
            "envoys",
            "envoy",
            "guards",
            "fighters",
            "aid",
        ],
    ),
    (&["turned"], &["back"]),
    (&["took"], &["control", "hostage", "hostages", "prisoners", "prisoner", "over"]),
    (&["laid"], &["mines", "siege"]),
    (&["set", "cut"], &["fire", "off", "ablaze"]),
    (&["cast"], &["ballots", "votes"]),
];

/// The nouns with which a verb is an act.
pub(in crate::report) fn acts_with(verb: &str) -> Option<&'static [&'static str]> {
    ACTS_WITH.iter().find(|(forms, _)| forms.contains(&verb)).map(|(_, nouns)| *nouns)
}

/// Acts that are done to somebody: without an object behind them they are participles, `the sailors captured in May`.
#[rustfmt::skip]
pub(in crate::report) const HARMS: &[&str] = &[
    "captured", "seized", "killed", "wounded", "injured", "freed", "released", "rescued", "detained", "arrested",
    "abducted", "kidnapped", "destroyed", "displaced", "executed", "expelled", "evicted", "deported", "signed",
    "imposed", "appointed", "dismissed", "buried", "jailed", "sentenced", "adopted", "brokered", "stationed",
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

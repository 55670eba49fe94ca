//! The words for those who speak and act.

/// Words for those who speak or act. A noun phrase must hold one of them, a name or a pronoun to be a speaker.
// One word a line would hide the list.
#[rustfmt::skip]
pub(in crate::report) const HUMANS: &[&str] = &[
    "ones", "traders", "trader",
    "bank", "both", "captive", "captives", "civilian", "detainee", "detainees", "hostage", "institute",
    "mission", "neither", "ombudsman", "patient", "patients", "prisoner", "sailor", "sailors", "student",
    "students", "university", "administration", "adviser", "advisers", "agency", "aide", "aides", "alliance",
    "ambassador", "ambassadors", "analyst", "analysts", "army", "authorities", "author", "board", "bureau",
    "cabinet", "camp", "captain", "chairman", "chairwoman", "chief", "chiefs", "citizens", "civilians",
    "coalition", "colonel", "command", "commander", "commanders", "commission", "commissioner", "committee",
    "council", "court", "delegate", "delegates", "delegation", "delegations", "demonstrators", "deputy",
    "diplomat", "diplomats", "director", "doctor", "doctors", "economist", "editor", "envoy", "envoys",
    "expert", "experts", "faction", "factions", "families", "father", "farmer", "farmers", "federation",
    "fighter", "fighters", "forces", "foreman", "front", "general", "generals", "government", "governor",
    "group", "groups", "guards", "head", "historian", "hospital", "insurgents", "journalist", "journalists",
    "judge", "junta", "king", "lawmaker", "lawmakers", "lawyer", "leader", "leaders", "leadership",
    "lieutenant", "major", "mayor", "mediator", "mediators", "members", "member", "militants", "military",
    "militia", "militias", "minister", "ministers", "ministry", "monitor", "monitors", "mother", "movement",
    "navy", "negotiator", "negotiators", "newspaper", "observer", "observers", "office", "officer",
    "officers", "official", "officials", "opposition", "organisation", "organization", "parliament", "party",
    "parties", "people", "police", "premier", "president", "priest", "professor", "protesters", "rapporteur",
    "rebels", "refugees", "regime", "relatives", "representative", "representatives", "resident", "residents",
    "scholar", "secretary", "senator", "separatists", "side", "sides", "soldier", "soldiers", "source",
    "sources", "speaker", "spokesman", "spokesmen", "spokesperson", "spokeswoman", "staff", "statement",
    "survivors", "survivor", "team", "teacher", "troops", "union", "villagers", "villager", "widow",
    "witness", "witnesses", "woman", "women", "man", "men", "workers", "agencies", "broadcaster", "daughter",
    "son", "brother", "sister", "prime", "nurse", "driver", "hostages", "prisoners", "elders", "clans",
    "tribes",
];

/// Verbs that only a speaker can be the subject of, whatever the noun.
pub(in crate::report) const SPEAKING: &[&str] = &[
    "said",
    "says",
    "say",
    "told",
    "tells",
    "tell",
    "added",
    "adds",
    "asked",
    "asks",
    "replied",
    "replies",
    "announced",
    "announces",
    "according",
];

/// Words for one person, so that `he` or `she` can stand for them.
// One word a line would hide the list.
#[rustfmt::skip]
pub(in crate::report) const PERSONS: &[&str] = &[
    "adviser", "aide", "ambassador", "analyst", "author", "brother", "captain", "captive", "chairman",
    "chairwoman", "chief", "col", "colonel", "commander", "commissioner", "daughter", "delegate", "deputy",
    "detainee", "diplomat", "director", "doctor", "dr", "driver", "economist", "editor", "envoy", "expert",
    "farmer", "father", "fighter", "foreman", "gen", "general", "governor", "head", "historian", "hostage",
    "journalist", "judge", "king", "lawmaker", "lawyer", "leader", "lieutenant", "lt", "major", "man",
    "mayor", "mediator", "minister", "monitor", "mother", "mr", "mrs", "ms", "negotiator", "nurse",
    "observer", "officer", "official", "patient", "premier", "president", "priest", "prisoner", "professor",
    "rapporteur", "representative", "resident", "sailor", "scholar", "secretary", "senator", "sister",
    "soldier", "son", "speaker", "spokesman", "spokesperson", "spokeswoman", "student", "survivor", "teacher",
    "villager", "widow", "witness", "woman", "worker",
];

/// Pronouns that can speak.
pub(in crate::report) const PRONOUNS: &[&str] = &["he", "she", "they", "it"];

/// Words that stand between a subject and its verb.
// One word a line would hide the list.
#[rustfmt::skip]
pub(in crate::report) const BETWEEN: &[&str] = &[
    "also", "has", "had", "have", "then", "later", "again", "repeatedly", "flatly", "still", "now", "always",
    "never", "not", "earlier", "only", "already", "bluntly", "publicly", "privately", "immediately",
    "subsequently", "simply", "quickly", "once", "further", "reportedly", "meanwhile", "would", "initially",
    "firmly", "previously", "finally", "recently", "first", "himself", "herself", "themselves",
];

/// Prepositions that may continue a name: `the minister of defence`, `a spokesman for the front`.
pub(in crate::report) const LINKS: &[&str] = &["of", "for", "from", "in", "at", "with", "to", "on"];

/// The capacity in which the words of a title make someone speak.
pub(in crate::report) fn capacity(words: &[&str]) -> Option<detente_model::Speaker> {
    use detente_model::Speaker;
    let has = |list: &[&str]| words.iter().any(|w| list.contains(w));
    if has(&["mediator", "mediators"]) {
        return Some(Speaker::Mediator);
    }
    if has(&["intelligence", "spy"]) {
        return Some(Speaker::Intelligence);
    }
    if has(&[
        "foreign",
        "ambassador",
        "ambassadors",
        "envoy",
        "envoys",
        "diplomat",
        "diplomats",
        "negotiator",
        "negotiators",
    ]) || (words.contains(&"secretary") && words.contains(&"state"))
    {
        return Some(Speaker::Diplomat);
    }
    if has(&[
        "general",
        "gen",
        "colonel",
        "col",
        "commander",
        "commanders",
        "army",
        "military",
        "lieutenant",
        "lt",
        "major",
        "maj",
        "captain",
        "capt",
        "admiral",
        "navy",
        "soldier",
        "soldiers",
        "brigadier",
        "brig",
        "sergeant",
        "sgt",
    ]) && !has(&["secretary", "attorney"])
    {
        return Some(Speaker::Military);
    }
    if has(&["president", "premier", "king", "leader", "chancellor"])
        || (words.contains(&"prime") && words.contains(&"minister"))
    {
        return Some(Speaker::Leader);
    }
    if has(&["journalist", "journalists", "newspaper", "broadcaster", "editor", "reporter", "agency"]) {
        return Some(Speaker::Press);
    }
    if has(&[
        "families",
        "protesters",
        "demonstrators",
        "residents",
        "resident",
        "villagers",
        "villager",
        "relatives",
        "refugees",
        "witnesses",
        "witness",
    ]) {
        return Some(Speaker::Public);
    }
    None
}

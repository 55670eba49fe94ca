//! The words for those who speak and act.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Words for those who speak or act. A noun phrase must hold one of them, a name or a pronoun to be a speaker.
// One word a line would hide the list.
#[rustfmt::skip]
const HUMANS: &[&str] = &[
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
    "tribes", "garrison", "society", "association", "associations", "owners", "settlers", "settler", "chancellor",
    "governors", "correspondent", "reporter", "reporters", "columnist", "contact", "advocate", "advocates", "activist",
    "activists", "campaigner", "campaigners", "merchant", "merchants", "shopkeeper", "shopkeepers", "fishermen", "herders",
    "miners", "dockers", "engineer", "engineers", "pilot", "pilots", "clerk", "prosecutor", "prosecutors", "treasurer",
    "mayors", "bishop", "bishops", "imam", "sheikh", "elder", "chieftain", "warlord", "warlords", "gunmen", "gunman",
    "rebel", "loyalists", "hardliners", "moderates", "facilitator", "facilitators", "moderator", "chair", "rapporteurs",
    "commissioners", "inspectors", "inspector", "peacekeepers", "peacekeeper", "verifiers", "signatories", "co-mediator",
    "broker", "brokers", "insider", "insiders", "secretariat", "embassy", "consul", "consulate", "delegates", "mps",
    "legislators", "legislator", "senators", "deputies", "assembly", "congress", "senate", "tribunal", "syndicate", "league",
    "confederation", "network", "guild", "guilds", "charity", "watchdog", "company", "firm", "bloc", "campaign", "congregation",
    "granddaughter", "grandson", "grandfather", "grandmother", "uncle", "aunt", "cousin", "neighbour", "neighbours", "neighbor",
    "wife", "husband", "wives", "mothers", "fathers", "volunteer", "volunteers", "medic", "medics", "paramedic", "surgeon",
    "worker", "trader", "admiral", "brigadier", "marshal", "sergeant", "corporal", "warden", "ranger", "rangers", "guard",
    "gendarmes", "coastguard", "regiment", "brigade", "battalion", "patrol", "regulator", "minister-president", "vicar", "rabbi",
    "pastor", "abbot", "duke", "duchess", "prince", "princess", "queen", "emir", "sultan", "regent", "duchy", "republic",
    "channel", "note", "communique", "spokespeople", "spokespersons", "lobby", "board", "authority", "authorities", "pair", "duo",
    "trio", "interlocutor", "interlocutors", "intermediary", "intermediaries", "go-between", "technicians", "experts", "lawyers",
    "counsel", "counterpart", "counterparts", "predecessor", "successor", "ally", "allies", "veteran", "host", "hosts", "guest", "guests",
    "candidate", "candidates", "founder", "founders", "petitioners", "speakers", "delegations", "archbishop", "cardinal", "strikers", "miller", "foreigners", "islanders", "townspeople", "envoys", "veterans",
    "diaspora", "residents", "locals", "tenants", "smugglers", "farmhand", "caretaker", "headman", "midwife", "baker", "tailor", "directorate",
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
const PERSONS: &[&str] = &[
    "adviser", "aide", "ambassador", "analyst", "author", "brother", "captain", "captive", "chairman",
    "chairwoman", "chief", "col", "colonel", "commander", "commissioner", "daughter", "delegate", "deputy",
    "detainee", "diplomat", "director", "doctor", "dr", "driver", "economist", "editor", "envoy", "expert",
    "farmer", "father", "fighter", "foreman", "gen", "general", "governor", "head", "historian", "hostage",
    "journalist", "judge", "king", "lawmaker", "lawyer", "leader", "lieutenant", "lt", "major", "man",
    "mayor", "mediator", "minister", "monitor", "mother", "mr", "mrs", "ms", "negotiator", "nurse",
    "observer", "officer", "official", "patient", "premier", "president", "priest", "prisoner", "professor",
    "rapporteur", "representative", "resident", "sailor", "scholar", "secretary", "senator", "sister",
    "soldier", "son", "speaker", "spokesman", "spokesperson", "spokeswoman", "student", "survivor", "teacher",
    "villager", "widow", "witness", "woman", "worker", "chancellor", "correspondent", "reporter", "columnist", "advocate",
    "activist", "campaigner", "merchant", "shopkeeper", "engineer", "pilot", "clerk", "prosecutor", "treasurer", "bishop", "imam",
    "sheikh", "elder", "chieftain", "warlord", "gunman", "facilitator", "moderator", "chair", "inspector", "peacekeeper", "broker",
    "insider", "consul", "legislator", "granddaughter", "grandson", "grandfather", "grandmother", "uncle", "aunt", "cousin",
    "neighbour", "neighbor", "wife", "husband", "volunteer", "medic", "paramedic", "surgeon", "trader", "admiral", "brigadier",
    "marshal", "sergeant", "corporal", "warden", "ranger", "vicar", "rabbi", "pastor", "abbot", "duke", "duchess", "prince",
    "princess", "queen", "emir", "sultan", "regent", "contact", "source", "settler", "interlocutor", "intermediary", "headman",
    "midwife", "baker", "tailor", "caretaker", "prime", "gov", "sen", "rep", "amb", "maj", "capt", "adm", "brig", "sgt",
    "deputy", "negotiator", "ombudsman", "counterpart", "predecessor", "successor", "veteran", "guest", "candidate", "founder",
    "archbishop", "cardinal", "miller", "miss", "mme", "sir", "lord", "lady",
];

static HUMAN: LazyLock<HashSet<&str>> = LazyLock::new(|| HUMANS.iter().copied().collect());
static ONE: LazyLock<HashSet<&str>> = LazyLock::new(|| PERSONS.iter().copied().collect());

/// Whether it is a word for those who speak or act.
pub(in crate::report) fn is_human(stem: &str) -> bool {
    HUMAN.contains(stem)
        || HUMAN_ENDINGS.iter().any(|ending| stem.ends_with(ending))
        || is_for_one_by_ending(stem)
}

/// Whether it is a word for one person.
pub(in crate::report) fn is_for_one(stem: &str) -> bool {
    ONE.contains(stem) || is_for_one_by_ending(stem)
}

/// Endings of words for several: `headmistresses`, `policewomen`.
const HUMAN_ENDINGS: &[&str] = &["mistresses", "masters", "women"];

/// `headmistress`, `harbourmaster`, `policewoman`.
fn is_for_one_by_ending(stem: &str) -> bool {
    ["mistress", "master", "woman"].iter().any(|ending| stem.ends_with(ending))
}

/// Words for a man, and for a woman, so that the other pronoun does not stand for them.
pub(in crate::report) const MALE: &[&str] = &[
    "mr",
    "sir",
    "king",
    "man",
    "father",
    "brother",
    "son",
    "chairman",
    "spokesman",
    "lord",
    "prince",
    "duke",
    "emir",
    "sultan",
    "businessman",
    "grandson",
    "grandfather",
    "uncle",
    "husband",
    "gentleman",
    "headmaster",
    "schoolmaster",
    "policeman",
];
pub(in crate::report) const FEMALE: &[&str] = &[
    "ms",
    "mrs",
    "mme",
    "miss",
    "lady",
    "queen",
    "woman",
    "mother",
    "sister",
    "daughter",
    "widow",
    "spokeswoman",
    "chairwoman",
    "princess",
    "duchess",
    "dame",
    "businesswoman",
    "granddaughter",
    "grandmother",
    "aunt",
    "wife",
    "headmistress",
    "schoolmistress",
    "policewoman",
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

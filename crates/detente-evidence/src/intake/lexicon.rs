//! The words by which reports attribute, act and hedge.
//!
//! Closed lists, in one place, so that a reader can see what intake knows and add to it.

/// Which way a cue points for what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// The speaker is for what follows.
    For,
    /// The speaker is against it.
    Against,
    /// The speaker states it.
    States,
}

impl Stance {
    /// The word used in drafts.
    pub fn word(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Against => "against",
            Self::States => "states",
        }
    }
}

/// A way of attributing: the forms of its verb, the words that must follow, and where it points.
#[derive(Debug)]
pub(super) struct Cue {
    /// The forms of the first word.
    pub forms: &'static [&'static str],
    /// What must follow it, if anything.
    pub then: &'static [&'static str],
    /// Which way it points.
    pub stance: Stance,
    /// Whether its forms are often something else than this verb.
    pub ambiguous: bool,
    /// Whether it may be the verb of a quotation.
    pub quotes: bool,
}

const fn say(forms: &'static [&'static str]) -> Cue {
    Cue { forms, then: &[], stance: States, ambiguous: false, quotes: true }
}

const fn cue(forms: &'static [&'static str], stance: Stance) -> Cue {
    Cue { forms, then: &[], stance, ambiguous: false, quotes: false }
}

const fn loose(forms: &'static [&'static str], stance: Stance) -> Cue {
    Cue { forms, then: &[], stance, ambiguous: true, quotes: false }
}

const fn phrase(forms: &'static [&'static str], then: &'static [&'static str], stance: Stance) -> Cue {
    Cue { forms, then, stance, ambiguous: false, quotes: false }
}

use Stance::{Against, For, States};

/// Cues, the longer before the shorter where they share a word.
pub(super) const CUES: &[Cue] = &[
    phrase(&["rules", "ruled", "ruling"], &["out"], Against),
    phrase(&["concluded", "concludes"], &["that"], States),
    phrase(&["appealed", "appeals", "appeal"], &["for"], For),
    phrase(&["asked", "asks", "ask"], &["for"], For),
    phrase(&["pleaded", "pleads"], &["for"], For),
    phrase(&["complained", "complains"], &["of"], States),
    phrase(&["spoke", "speaks"], &["of"], States),
    phrase(&["is", "was", "are", "were", "remains", "remain"], &["open", "to"], For),
    phrase(&["is", "was", "are", "were", "remains", "remain"], &["committed", "to"], For),
    Cue { forms: &["put", "puts"], then: &["it"], stance: States, ambiguous: false, quotes: true },
    Cue {
        forms: &["pointed", "points", "point"],
        then: &["out"],
        stance: States,
        ambiguous: false,
        quotes: true,
    },
    phrase(&["consented", "consents"], &["to"], For),
    phrase(&["opted", "opts"], &["for"], For),
    phrase(&["lobbied", "lobbies"], &["for"], For),
    phrase(&["aims", "aimed"], &["to"], For),
    phrase(&["disagrees", "disagreed"], &["with"], Against),
    phrase(&["turns", "turned"], &["down"], Against),
    phrase(&["backs", "backed"], &["away", "from"], Against),
    phrase(&["called", "calls", "call"], &["for"], For),
    phrase(&["called", "calls", "call"], &["on"], For),
    phrase(&["pressed", "presses", "press"], &["for"], For),
    phrase(&["pushed", "pushes"], &["for"], For),
    phrase(&["holds", "held"], &["out", "for"], For),
    phrase(&["insists", "insisted", "insist"], &["on"], For),
    phrase(&["warned", "warns", "warn"], &["of"], States),
    phrase(&["objects", "objected", "object"], &["to"], Against),
    phrase(&["signed", "signs"], &["off", "on"], For),
    phrase(&["is", "was", "are", "were", "remains", "remain"], &["keen", "to"], For),
    phrase(&["is", "was", "are", "were"], &["willing", "to"], For),
    phrase(&["is", "was", "are", "were"], &["ready", "to"], For),
    phrase(&["is", "was", "are", "were"], &["prepared", "to"], For),
    phrase(&["is", "was", "are", "were"], &["determined", "to"], For),
    phrase(&["is", "was", "are", "were"], &["unwilling", "to"], Against),
    phrase(&["is", "was", "are", "were"], &["reluctant", "to"], Against),
    phrase(&["is", "was", "are", "were"], &["opposed", "to"], Against),
    say(&["said", "says", "say", "saying"]),
    say(&["told", "tells", "tell"]),
    say(&["added", "adds"]),
    say(&["stated"]),
    say(&["announced", "announces", "announce"]),
    say(&["declared", "declares"]),
    say(&["explained", "explains"]),
    say(&["replied", "replies"]),
    say(&["responded"]),
    say(&["asked", "asks"]),
    say(&["wrote", "writes"]),
    say(&["argued", "argues", "argue"]),
    say(&["acknowledged", "acknowledges", "conceded", "concedes", "admitted", "admits"]),
    say(&["confirmed", "confirms"]),
    say(&["insisted", "insists", "insist"]),
    say(&["maintained", "maintains"]),
    say(&["asserted", "asserts"]),
    say(&["alleged", "alleges"]),
    say(&["claimed"]),
    say(&["suggested"]),
    say(&["stressed", "stresses", "emphasised", "emphasized"]),
    say(&["warned", "warns", "warn"]),
    say(&["recalled"]),
    say(&["predicted", "predicts"]),
    say(&["estimated"]),
    say(&["believes", "believe", "believed"]),
    say(&["thinks", "think"]),
    say(&["shouted", "whispered", "joked", "quipped", "remarked", "observed"]),
    say(&["continued"]),
    say(&["reported"]),
    say(&["noted"]),
    say(&["cautioned", "cautions"]),
    say(&["reiterated", "reiterates", "repeated"]),
    say(&["complained", "complains"]),
    say(&["hinted", "signalled", "signaled", "indicated"]),
    say(&["whisper", "whispers", "boasted", "testified", "contended", "contends", "countered", "counters"]),
    say(&["fears", "feared", "fear", "doubts", "doubted", "doubt"]),
    say(&["speculated", "assured", "informed", "advised", "protested", "swore"]),
    cue(&["calls", "called", "describes", "described"], States),
    cue(&["praised", "praises", "blamed", "blames", "questioned", "vetoed"], States),
    cue(&["recommended", "recommends", "requested", "requests", "ordered", "invited"], For),
    cue(&["urge", "propose", "hope"], For),
    cue(&["expect"], States),
    cue(&["demanded"], For),
    cue(&["proposed", "proposes"], For),
    cue(&["urged", "urges"], For),
    cue(&["agreed", "agrees", "agree"], For),
    cue(&["accepted", "accepts", "accept"], For),
    cue(&["vowed", "vows", "vow"], For),
    cue(&["promised"], For),
    cue(&["pledged"], For),
    cue(&["offered"], For),
    cue(&["threatened", "threatens", "threaten"], For),
    cue(&["welcomed", "welcomes", "endorsed", "endorses"], For),
    cue(&["wants", "wanted", "want", "seeks", "sought", "seek"], For),
    cue(&["hopes", "hoped"], For),
    cue(&["expects", "expected"], States),
    cue(&["refused", "refuses", "refuse", "refusing"], Against),
    cue(&["rejected", "rejects", "reject", "rejecting"], Against),
    cue(&["denied", "denies", "deny"], Against),
    cue(&["opposed", "opposes", "oppose"], Against),
    cue(&["dismissed", "dismisses"], Against),
    cue(&["condemned", "condemns"], Against),
    cue(&["accused", "accuses"], Against),
    cue(&["criticised", "criticized"], Against),
    loose(&["demands", "demand"], For),
    loose(&["pledges", "pledge", "promises", "promise", "offers", "offer"], For),
    Cue { forms: &["claims", "claim"], then: &[], stance: States, ambiguous: true, quotes: true },
    Cue { forms: &["reports", "states", "notes"], then: &[], stance: States, ambiguous: true, quotes: true },
    loose(&["plans", "planned"], For),
    loose(&["favours", "favors", "backs", "supports"], For),
    say(&[
        "affirms",
        "affirmed",
        "affirm",
        "allege",
        "answered",
        "assert",
        "attests",
        "attested",
        "attest",
        "caution",
        "commented",
        "concede",
        "confesses",
        "confessed",
        "confess",
        "confirm",
        "contend",
        "declare",
        "discloses",
        "disclosed",
        "disclose",
        "emphasises",
        "emphasise",
        "emphasizes",
        "emphasize",
        "exclaims",
        "exclaimed",
        "exclaim",
        "explain",
        "forecasted",
        "foresees",
        "foresaw",
        "foresee",
        "implies",
        "implied",
        "imply",
        "indicates",
        "indicate",
        "laments",
        "lamented",
        "lament",
        "maintain",
        "mentioned",
        "mutters",
        "muttered",
        "mutter",
        "observes",
        "observe",
        "opines",
        "opined",
        "opine",
        "posits",
        "posited",
        "posit",
        "predict",
        "proclaims",
        "proclaimed",
        "proclaim",
        "reaffirms",
        "reaffirmed",
        "reaffirm",
        "reasserts",
        "reasserted",
        "reassert",
        "recounts",
        "recounted",
        "recount",
        "reiterate",
        "reminds",
        "reminded",
        "remind",
        "responds",
        "respond",
        "retorts",
        "retorted",
        "retort",
        "reveals",
        "revealed",
        "reveal",
        "scoffs",
        "scoffed",
        "scoff",
        "speculates",
        "speculate",
        "stipulates",
        "stipulated",
        "stipulate",
        "submited",
        "surmises",
        "surmised",
        "surmise",
        "swears",
        "swear",
        "testifies",
        "testify",
        "underlines",
        "underlined",
        "underline",
        "underscores",
        "underscored",
        "underscore",
        "worried",
        "thought",
        "reckons",
        "reckoned",
        "reckon",
        "suspects",
        "suspected",
        "suspect",
        "reasoned",
        "acknowledge",
    ]),
    Cue {
        forms: &[
            "answers",
            "answer",
            "comments",
            "comment",
            "estimates",
            "estimate",
            "forecasts",
            "forecast",
            "hints",
            "hint",
            "mentions",
            "mention",
            "recalls",
            "recall",
            "remarks",
            "remark",
            "reply",
            "stress",
            "submits",
            "submit",
            "worries",
            "worry",
            "feels",
            "felt",
            "feel",
            "reasons",
            "reason",
            "shouts",
            "shout",
        ],
        then: &[],
        stance: States,
        ambiguous: true,
        quotes: true,
    },
    cue(
        &[
            "hailed",
            "welcome",
            "applauds",
            "applauded",
            "applaud",
            "endorse",
            "embraces",
            "embraced",
            "embrace",
            "advocates",
            "advocated",
            "advocate",
            "recommend",
            "wished",
            "prefers",
            "preferred",
            "prefer",
            "approved",
            "decides",
            "decided",
            "decide",
            "intended",
            "implores",
            "implored",
            "implore",
        ],
        For,
    ),
    loose(&["hails", "hail", "request", "wishes", "wish", "approves", "approve", "intends", "intend"], For),
    cue(
        &[
            "resisted",
            "disputed",
            "contested",
            "challenged",
            "dismiss",
            "rebuffed",
            "spurned",
            "disavows",
            "disavowed",
            "disavow",
            "repudiates",
            "repudiated",
            "repudiate",
            "condemn",
            "denounces",
            "denounced",
            "denounce",
            "deplores",
            "deplored",
            "deplore",
            "decries",
            "decried",
            "decry",
            "criticises",
            "criticise",
            "criticizes",
            "criticize",
            "accuse",
            "slamed",
            "lambasts",
            "lambasted",
            "lambast",
            "regretted",
            "resents",
            "resented",
            "resent",
            "rebuts",
            "rebutted",
            "rebut",
        ],
        Against,
    ),
    loose(
        &[
            "resists",
            "resist",
            "disputes",
            "dispute",
            "contests",
            "contest",
            "challenges",
            "challenge",
            "questions",
            "question",
            "rebuffs",
            "rebuff",
            "spurns",
            "spurn",
            "blame",
            "slams",
            "slam",
            "vetos",
            "veto",
            "regrets",
            "regret",
        ],
        Against,
    ),
    cue(&["expressed", "expresses", "voiced", "voices"], States),
];

/// Words for those who speak or act. A noun phrase must hold one of them, a name or a pronoun to be a speaker.
// One word a line would hide the list.
#[rustfmt::skip]
pub(super) const HUMANS: &[&str] = &[
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
pub(super) const SPEAKING: &[&str] = &[
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
pub(super) const PERSONS: &[&str] = &[
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
pub(super) const PRONOUNS: &[&str] = &["he", "she", "they", "it"];

/// Words that stand between a subject and its verb.
// One word a line would hide the list.
#[rustfmt::skip]
pub(super) const BETWEEN: &[&str] = &[
    "also", "has", "had", "have", "then", "later", "again", "repeatedly", "flatly", "still", "now", "always",
    "never", "not", "earlier", "only", "already", "bluntly", "publicly", "privately", "immediately",
    "subsequently", "simply", "quickly", "once", "further", "reportedly", "meanwhile", "would", "initially",
    "firmly", "previously", "finally", "recently", "first", "himself", "herself", "themselves",
];

/// Prepositions that may continue a name: `the minister of defence`, `a spokesman for the front`.
pub(super) const LINKS: &[&str] = &["of", "for", "from", "in", "at", "with", "to", "on"];

/// What an act is called, by the forms of its verb.
// One word a line would hide the list.
#[rustfmt::skip]
pub(super) const ACTS: &[&str] = &[
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
pub(super) const ACT_NOUNS: &[&str] = &[
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

/// Hedges before a figure, the longer first.
pub(super) const HEDGES: &[&[&str]] = &[
    &["as", "many", "as"],
    &["as", "few", "as"],
    &["no", "more", "than"],
    &["no", "fewer", "than"],
    &["not", "more", "than"],
    &["up", "to"],
    &["at", "least"],
    &["at", "most"],
    &["more", "than"],
    &["fewer", "than"],
    &["less", "than"],
    &["an", "estimated"],
    &["close", "to"],
    &["approximately"],
    &["around"],
    &["about"],
    &["roughly"],
    &["nearly"],
    &["almost"],
    &["over"],
    &["under"],
    &["some"],
    &["only"],
    &["just"],
    &["exactly"],
    &["estimated"],
    &["perhaps"],
    &["possibly"],
];

// One word a line would hide the list.
#[rustfmt::skip]
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "gen", "col", "lt", "sgt", "maj", "brig", "capt", "cmdr", "adm", "sen", "rep",
    "gov", "prof", "st", "jr", "sr", "rev", "no", "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
    "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "approx", "ca",
];

/// Whether a full stop after this word may belong to it.
pub(super) fn is_abbreviation(stem: &str) -> bool {
    ABBREVIATIONS.contains(&stem)
}

/// The capacity in which the words of a title make someone speak.
pub(super) fn capacity(words: &[&str]) -> Option<detente_model::Speaker> {
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

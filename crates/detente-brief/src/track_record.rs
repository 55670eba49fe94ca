//! How well figures of each kind have done where what happened is known; what stands beside every figure that can be read as a forecast.
//!
//! One table, dated, and the same for every case: it says of a kind of figure what came of those that were tested, and nothing of the case at hand. The counts
//! are those of `bench/validity/`, with which a test keeps them in step; what has never been tested says so. All of it is told in `docs/validity.md`.

use detente_model::{Case, Lasting, Unaided};
use serde::Serialize;

use crate::words;

/// The day on which the counts were taken.
pub const MEASURED: &str = "2026-11-29";

/// A kind of figure that can be read as a forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ForecastKind {
    /// That a deal exists.
    Deal,
    /// Which package is acceptable to all, and how often.
    Package,
    /// What stands in the way.
    InTheWay,
    /// On what they would settle, if they sign.
    Settlement,
    /// Whether the exchange would hold.
    Hold,
    /// How long a truce lasts, by a class of the record.
    Truce,
    /// How long a peace lasts, by a class of the record.
    Peace,
    /// How long an agreement lasts, by the case's own median.
    OwnLife,
    /// How the bargaining would go.
    Talks,
    /// Why they are stuck, and what would keep what is better.
    Stuck,
    /// What claims make of an open question.
    Outlook,
    /// What a body would decide.
    Body,
}

/// What came of figures of a kind.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Came {
    /// Chances in bands.
    Banded {
        /// What was given a chance: `past negotiations`.
        things: &'static str,
        /// What came about: `were agreed`.
        came_about: &'static str,
        /// Each band from and to, how many were given a chance in it, and of how many it came about.
        bands: &'static [(f64, f64, u32, u32)],
        /// What else must be known.
        more: &'static str,
    },
    /// Told in a sentence.
    Told(&'static str),
    /// Never held against what happened.
    Untested(&'static str),
}

/// What is known of one kind.
#[derive(Debug, Clone, Copy)]
struct Known {
    kind: ForecastKind,
    /// What kind of figure it is, as it begins a sentence.
    figure: &'static str,
    came: Came,
    /// Where `docs/validity.md` tells all of it.
    anchor: &'static str,
}

const DEAL: &str = "is-a-deal-possible-and-which-one";
const LAST: &str = "would-it-last";
const UNTESTED: &str = "would-it-hold-why-are-they-stuck-how-would-the-talks-go";

static TABLE: [Known; 12] = [
    Known {
        kind: ForecastKind::Deal,
        figure: "That a deal exists",
        came: Came::Banded {
            things: "past negotiations",
            came_about: "were agreed",
            bands: &[(0.8, 1.0, 9, 8), (0.4, 0.6, 2, 2), (0.0, 0.2, 1, 0)],
            more: "",
        },
        anchor: DEAL,
    },
    Known {
        kind: ForecastKind::Package,
        figure: "Which package",
        came: Came::Told(
            "the one that was signed was in the top tenth in 4 of 10 past agreements; a rule that goes half-way had it there in 8.",
        ),
        anchor: DEAL,
    },
    Known {
        kind: ForecastKind::InTheWay,
        figure: "What is in the way",
        came: Came::Told(
            "what historians name first was among the first two in 5 of 12, no oftener than by lot.",
        ),
        anchor: DEAL,
    },
    Known {
        kind: ForecastKind::Settlement,
        figure: "On what they would settle",
        came: Came::Told(
            "better than simple rules on 4,241 bargains over small stakes; never tested on wars.",
        ),
        anchor: "on-what-would-they-settle",
    },
    Known {
        kind: ForecastKind::Hold,
        figure: "Whether it would hold",
        came: Came::Untested("never tested."),
        anchor: UNTESTED,
    },
    Known {
        kind: ForecastKind::Truce,
        figure: "Whether it would last",
        came: Came::Banded {
            things: "ceasefires",
            came_about: "outlasted half a year",
            bands: &[(0.8, 1.0, 43, 41), (0.6, 0.8, 16, 7), (0.4, 0.6, 19, 10), (0.2, 0.4, 31, 18)],
            more: "",
        },
        anchor: LAST,
    },
    Known {
        kind: ForecastKind::Peace,
        figure: "Whether it would last",
        came: Came::Banded {
            things: "peace agreements and ends of civil wars",
            came_about: "outlasted two years",
            bands: &[(0.8, 1.0, 11, 3), (0.6, 0.8, 348, 252), (0.4, 0.6, 29, 13)],
            more: "",
        },
        anchor: LAST,
    },
    Known {
        kind: ForecastKind::OwnLife,
        figure: "Whether it would last",
        came: Came::Untested(
            "never tested where the case judges the median itself; that the risk falls with time is what records show.",
        ),
        anchor: LAST,
    },
    Known {
        kind: ForecastKind::Talks,
        figure: "How the bargaining would go",
        came: Came::Untested("never tested."),
        anchor: UNTESTED,
    },
    Known {
        kind: ForecastKind::Stuck,
        figure: "Why they are stuck",
        came: Came::Untested("never tested."),
        anchor: UNTESTED,
    },
    Known {
        kind: ForecastKind::Outlook,
        figure: "What claims make of the outlook",
        came: Came::Banded {
            things: "questions with a deadline",
            came_about: "came about",
            bands: &[
                (0.75, 1.0, 2, 1),
                (0.5, 0.75, 5, 1),
                (0.25, 0.5, 6, 3),
                (0.1, 0.25, 8, 2),
                (0.0, 0.1, 20, 3),
            ],
            more: "a crowd of forecasters did better",
        },
        anchor: "does-evidence-move-the-outlook-rightly",
    },
    Known {
        kind: ForecastKind::Body,
        figure: "What a body would decide",
        came: Came::Told(
            "the middle was off by 21.8 of 100 on decisions that were left out, the best simple formula by 23.3; ranges that promise nine tenths held 90.1 %.",
        ),
        anchor: "what-would-a-body-decide",
    },
];

/// How well figures of a kind have done, for one answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TrackRecord {
    /// The kind of figure.
    pub kind: ForecastKind,
    /// What kind of figure it is, in words.
    pub figure: String,
    /// Whether figures of this kind have been held against what happened.
    pub tested: bool,
    /// What came of those, in a sentence; or that none has been tested.
    pub sentence: String,
    /// Where all of it is told: a page of the documentation, and the place on it.
    pub see: String,
}

impl TrackRecord {
    /// That of a kind of figure.
    pub fn of(kind: ForecastKind) -> Self {
        // Every kind is in the table; a test says so.
        let known = TABLE.iter().find(|known| known.kind == kind).unwrap_or(&TABLE[0]);
        let sentence = match known.came {
            Came::Told(sentence) | Came::Untested(sentence) => sentence.to_owned(),
            Came::Banded { things, came_about, bands, more } => banded(things, came_about, bands, more),
        };
        Self {
            kind,
            figure: known.figure.to_owned(),
            tested: !matches!(known.came, Came::Untested(_)),
            sentence,
            see: format!("docs/validity.md#{}", known.anchor),
        }
    }

    /// Those of all figures that a brief on a case can have, in the order in which it tells them.
    pub fn of_case(case: &Case) -> Vec<Self> {
        let deals = !case.issues.is_empty();
        let kinds = [
            deals.then_some(ForecastKind::Deal),
            deals.then_some(ForecastKind::Package),
            deals.then_some(ForecastKind::InTheWay),
            deals.then_some(ForecastKind::Settlement),
            case.exchange_of_lots().is_some().then_some(ForecastKind::Hold),
            Self::lasting(case),
            (deals && case.talks.is_some()).then_some(ForecastKind::Talks),
            case.conflict.is_some().then_some(ForecastKind::Stuck),
            (!case.propositions.is_empty()).then_some(ForecastKind::Outlook),
            case.collective.is_some().then_some(ForecastKind::Body),
        ];
        kinds.into_iter().flatten().map(Self::of).collect()
    }

    /// Under which kind it is told how long an agreement of a case lasts; none where the case says nothing on it.
    pub(crate) fn lasting(case: &Case) -> Option<ForecastKind> {
        let durability = case.durability.as_ref()?;
        Some(match (&durability.baseline, durability.of) {
            (Unaided::Median { .. }, _) => ForecastKind::OwnLife,
            (Unaided::Class { .. }, Lasting::Truce) => ForecastKind::Truce,
            (Unaided::Class { .. }, Lasting::Peace) => ForecastKind::Peace,
        })
    }
}

impl ForecastKind {
    /// The word for it, as in the JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Deal => "deal",
            Self::Package => "package",
            Self::InTheWay => "in_the_way",
            Self::Settlement => "settlement",
            Self::Hold => "hold",
            Self::Truce => "truce",
            Self::Peace => "peace",
            Self::OwnLife => "own_life",
            Self::Talks => "talks",
            Self::Stuck => "stuck",
            Self::Outlook => "outlook",
            Self::Body => "body",
        }
    }
}

/// `8 of 9 past negotiations given over 80 % were agreed, 2 of 2 given 40 to 60 %.`
fn banded(things: &str, came_about: &str, bands: &[(f64, f64, u32, u32)], more: &str) -> String {
    let given = |(from, to, ..): &(f64, f64, u32, u32)| match (*from, *to) {
        (from, 1.0) => format!("over {}", words::percent(from)),
        (0.0, to) => format!("under {}", words::percent(to)),
        (from, to) => format!("{:.0} to {}", from * 100.0, words::percent(to)),
    };
    let one = |(place, band): (usize, &(f64, f64, u32, u32))| match place {
        0 => format!("{} of {} {things} given {} {came_about}", band.3, band.2, given(band)),
        _ => format!("{} of {} given {}", band.3, band.2, given(band)),
    };
    let counts: Vec<String> = bands.iter().enumerate().map(one).collect();
    let more = if more.is_empty() { String::new() } else { format!("; {more}") };
    format!("{}{more}.", counts.join(", "))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn root() -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    /// A heading as a browser knows it.
    fn anchor(heading: &str) -> String {
        let kept = heading.to_lowercase().replace(' ', "-");
        kept.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect()
    }

    #[test]
    fn every_kind_is_told_and_leads_to_a_heading() {
        let page = std::fs::read_to_string(root().join("docs/validity.md")).unwrap();
        let anchors: Vec<String> =
            page.lines().filter_map(|line| line.strip_prefix("## ")).map(anchor).collect();
        for known in &TABLE {
            assert!(anchors.iter().any(|there| there == known.anchor), "{}: {anchors:?}", known.anchor);
            let record = TrackRecord::of(known.kind);
            assert_eq!(record.kind, known.kind);
            assert!(record.sentence.ends_with('.') && !record.sentence.starts_with(char::is_uppercase));
            let json = serde_json::to_value(known.kind).unwrap();
            assert_eq!(json, known.kind.word());
        }
        let mut kinds: Vec<ForecastKind> = TABLE.iter().map(|known| known.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds.len(), TABLE.len());
    }

    /// The counts are those of the measurement; its bands without anybody in them are left out.
    #[test]
    fn the_bands_are_those_that_were_counted() {
        let text = std::fs::read_to_string(root().join("bench/validity/track_record.json")).unwrap();
        let measured: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(measured["measured"], MEASURED);
        for (kind, name) in [
            (ForecastKind::Deal, "deal"),
            (ForecastKind::Truce, "ceasefires"),
            (ForecastKind::Peace, "peace"),
        ] {
            let known = TABLE.iter().find(|known| known.kind == kind).unwrap();
            let Came::Banded { bands, .. } = known.came else { panic!("{kind:?} has no bands") };
            let counted: Vec<(f64, f64, u64, u64)> = measured[name]["bands"]
                .as_array()
                .unwrap()
                .iter()
                .rev()
                .map(|band| {
                    let number = |key: &str| band[key].as_f64().unwrap();
                    (
                        number("from"),
                        number("to"),
                        band["of"].as_u64().unwrap(),
                        band["came_about"].as_u64().unwrap(),
                    )
                })
                .filter(|(.., of, _)| *of > 0)
                .collect();
            let told: Vec<(f64, f64, u64, u64)> = bands
                .iter()
                .map(|(from, to, of, came)| (*from, *to, u64::from(*of), u64::from(*came)))
                .collect();
            assert_eq!(told, counted, "{name}");
        }
    }

    /// What the cases with a known end gave: those kept in `bench/validity/cases.json`.
    #[test]
    fn the_counts_of_the_cases_are_those_that_are_kept() {
        let text = std::fs::read_to_string(root().join("bench/validity/cases.json")).unwrap();
        let kept: serde_json::Value = serde_json::from_str(&text).unwrap();
        let count = |key: &str| kept[key].as_u64().unwrap();
        let package = TrackRecord::of(ForecastKind::Package).sentence;
        let agreed = 10;
        let tenth = agreed - count("settled_outside_top_tenth");
        assert!(package.contains(&format!("in {tenth} of {agreed} past agreements")), "{package}");
        let way = TrackRecord::of(ForecastKind::InTheWay).sentence;
        let named = count("cases") - count("first_in_the_way_missed");
        assert!(way.contains(&format!("in {named} of {}", count("cases"))), "{way}");
    }

    /// The table of the account of the outlook, where that is there.
    #[test]
    fn the_questions_are_those_of_the_account_of_the_outlook() {
        let Ok(page) = std::fs::read_to_string(root().join("bench/validity/outlook.md")) else { return };
        let known = TABLE.iter().find(|known| known.kind == ForecastKind::Outlook).unwrap();
        let Came::Banded { bands, .. } = known.came else { panic!("no bands") };
        for (.., of, came) in bands {
            assert!(page.contains(&format!("| {came} of {of} (")), "{came} of {of}");
        }
    }

    #[test]
    fn a_sentence_by_hand() {
        assert_eq!(
            TrackRecord::of(ForecastKind::Deal).sentence,
            "8 of 9 past negotiations given over 80 % were agreed, 2 of 2 given 40 to 60 %, 0 of 1 given under 20 %."
        );
    }
}

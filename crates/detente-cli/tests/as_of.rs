//! A view as of an earlier day is the view of a file from which everything reported later has been deleted: the
//! JSON of both is the same, byte for byte.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::path::Path;

use detente_brief::answers::{BriefAnswer, OutlookAnswer, StabilityAnswer};
use detente_brief::{Options, Sitting, page, render};
use detente_model::Case;
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// Everything that the verbs print of a case as of a day, but for the lines of the file.
fn printed(text: &str, day: Date) -> String {
    let reading =
        detente_case::parse("case.toml", text).unwrap_or_else(|report| panic!("{report:?}\n{text}"));
    let case: Case = detente_evidence::as_of(&reading.case, day).case;
    let mut out = String::new();
    let brief = Sitting::open(&case, Options::drawing(20, 1)).brief().unwrap();
    writeln!(out, "{}", serde_json::to_string(&BriefAnswer::of(&brief)).unwrap()).unwrap();
    writeln!(out, "{}", render::terminal(&page::brief(&brief), 100)).unwrap();
    if let Some(found) = Sitting::open(&case, Options::drawing(20, 1)).outlook().unwrap() {
        writeln!(out, "{}", serde_json::to_string(&OutlookAnswer::of(&found)).unwrap()).unwrap();
        writeln!(out, "{}", render::terminal(&page::outlook(&found), 100)).unwrap();
    }
    if let Some(found) = Sitting::open(&case, Options::drawing(50, 1)).standstill().unwrap() {
        writeln!(out, "{}", serde_json::to_string(&StabilityAnswer::of(&found, None, None)).unwrap())
            .unwrap();
    }
    writeln!(out, "{}", page::contents(&case)).unwrap();
    out
}

const HEAD: &str = r#"
case = 1
title = "Harbour dues"
as_of = 2025-02-28
[sources.early]
title = "Minutes"
published = 2025-02-03
reliability = "B"
[sources.late]
title = "Report"
published = 2025-02-20
reliability = "A"
[parties.port]
name = "Port authority"
role = "principal"
[parties.union]
name = "Dockers' union"
role = "principal"
[issues.pay]
name = "Rise in pay"
options = [2, 4, 6]
[positions.port]
no_deal = [0.3, 0.6]
[positions.port.pay]
ideal = 2
worst = 6
[positions.union]
no_deal = [0.3, 0.6]
[positions.union.pay]
ideal = 6
worst = 2
[propositions.busy]
text = "The summer will be busy"
prior = [0.3, 0.5]
when_true = { "positions.port.no_deal" = [0.2, 0.3] }
"#;

/// A claim or a forecast with the day on which it is known.
#[derive(Debug, Clone)]
struct Entry {
    days: (Option<i8>, Option<i8>),
    source: usize,
    form: usize,
    by: usize,
}

impl Entry {
    fn known(&self) -> i8 {
        if self.form == 4 {
            return self.days.0.unwrap_or(9);
        }
        // Forms that are reported in a source are known when it appears at the earliest; without any day, on the last.
        let published = [None, Some(3), Some(20)][self.source];
        let (said, reported) = self.dates();
        said.into_iter().chain(reported).chain(published).max().unwrap_or(28)
    }

    /// Said and reported, in order.
    fn dates(&self) -> (Option<i8>, Option<i8>) {
        match self.days {
            (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
            days => days,
        }
    }

    fn written(&self, i: usize, view: i8) -> String {
        let by = ["General", "Envoy", "Leader"][self.by];
        let role = ["military", "diplomat", "leader"][self.by];
        if self.form == 4 {
            let made = self.known();
            let resolved = (made + 5).min(28);
            let outcome = if resolved <= view {
                format!("outcome = true\nresolved = 2025-02-{resolved:02}\n")
            } else {
                String::new()
            };
            return format!(
                "[[forecasts]]\nid = \"f{i}\"\ntext = \"It comes\"\nmade = 2025-02-{made:02}\ndue = 2025-03-20\n\
                 probability = [0.2, 0.3]\nbase_rate = 0.1\n{outcome}"
            );
        }
        let mut text =
            format!("[[claims]]\nid = \"c{i}\"\nby = \"{by}\"\nparty = \"port\"\nrole = \"{role}\"\n");
        let (said, reported) = self.dates();
        for (key, day) in [("said", said), ("reported", reported)] {
            if let Some(day) = day {
                text.push_str(&format!("{key} = 2025-02-{day:02}\n"));
            }
        }
        text.push_str(["", "source = \"early#page 2\"\n", "source = \"late\"\n"][self.source]);
        text.push_str(match self.form {
            0 => "on = \"busy\"\nstance = \"for\"\ngrade = \"B2\"\n",
            1 => "on = \"busy\"\nlikelihood_ratio = [0.2, 0.5]\n",
            2 => "quantity = \"ships\"\nvalue = [3, 5]\n",
            _ => "kind = \"event\"\ndataset = \"Register\"\nprecision = \"day\"\ndeaths = [0, 2]\n",
        });
        text
    }
}

fn entry() -> impl Strategy<Value = Entry> {
    let day = || proptest::option::of(1..28i8);
    ((day(), day()), 0..3usize, 0..5usize, 0..3usize).prop_map(|(days, source, form, by)| Entry {
        days,
        source,
        form,
        by,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn what_was_reported_later_might_as_well_not_be_in_the_file(
        entries in proptest::collection::vec(entry(), 0..10),
        view in 1..28i8,
    ) {
        let write = |view: i8, keep: &dyn Fn(&Entry) -> bool| {
            let kept = entries.iter().enumerate().filter(|(_, entry)| keep(entry));
            HEAD.to_owned() + &kept.map(|(i, entry)| entry.written(i, view)).collect::<String>()
        };
        let day = date(2025, 2, view);
        let whole = printed(&write(28, &|_| true), day);
        let deleted = printed(&write(view, &|entry| entry.known() <= view), day);
        prop_assert_eq!(whole, deleted);
    }
}

/// The same on the case of Cairo, whose claims were all but one reported on its last day.
#[test]
fn cairo_a_week_earlier_knows_only_the_reply() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/cairo-2024/case.toml");
    let text = std::fs::read_to_string(file).unwrap();
    let mut parts = text.split("[[claims]]\n");
    let mut deleted = parts.next().unwrap().to_owned();
    for part in parts {
        if part.contains("id = \"hamas-reply\"") {
            deleted.push_str("[[claims]]\n");
            deleted.push_str(part);
        } else if let Some(at) = part.find("\n[moves.") {
            deleted.push_str(&part[at..]);
        }
    }
    let day = date(2024, 2, 8);
    assert_eq!(printed(&text, day), printed(&deleted, day));
    assert_ne!(printed(&text, date(2024, 2, 14)), printed(&deleted, date(2024, 2, 14)));
}

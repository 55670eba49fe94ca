//! The two pages of a brief: for every case, short enough to be read, and with an annex that has the rest.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use detente_brief::answers::BriefAnswer;
use detente_brief::{Options, Sitting, SittingError, page, render};
use detente_model::Case;

const HEAD: &str = "case = 1\ntitle = \"Two towns\"\nas_of = 2025-01-01\n[parties.upper]\nname = \"Upper town\"\nrole = \"principal\"\n\
                    [parties.lower]\nname = \"Lower town\"\nrole = \"principal\"\n";
const EXCHANGE: &str = "[exchange]\npledge_days = 10\nguarantee = {}\nwar_gain_per_day = { upper = [0.1, 0.2] }\n\
                        [[exchange.lots]]\nname = \"rifles\"\nfrom = \"lower\"\ncount = 12\nworth = { upper = [1, 2], lower = 0.5 }\n\
                        [[exchange.lots]]\nname = \"sacks of grain\"\nfrom = \"upper\"\ncount = 30\nworth = { lower = [0.5, 1], upper = 0.1 }\n";
const DURABILITY: &str = "[durability]\nbaseline = { median_days = [20, 60, 200] }\n";
const CONFLICT: &str = "[moves.dam]\nby = \"upper\"\ntext = \"Close the dam\"\n[moves.road]\nby = \"lower\"\ntext = \"Block the road\"\n\
                        [conflict]\nstatus_quo = [\"dam\"]\n[conflict.preferences]\nupper = [\"!road\", \"dam\"]\nlower = [\"!dam\", \"road\"]\n";
const CLAIMS: &str = "[propositions.tired]\ntext = \"Both towns are tired of it\"\nprior = [0.3, 0.6]\n\
                      [[claims]]\nid = \"mayor\"\nby = \"The mayor\"\nsaid = 2024-12-01\non = \"tired\"\nstance = \"for\"\nstrength = \"moderate\"\n";

fn case(parts: &[&str]) -> Case {
    let text = parts.concat();
    detente_case::parse("case.toml", &text).unwrap_or_else(|report| panic!("{report:?}\n{text}")).case
}

/// Whatever a case has the material for, alone or with others, there is a brief of it, in words, on a page and for programs.
#[test]
fn every_part_alone_has_its_brief() {
    let parts = [
        ("hold", "exchange", EXCHANGE),
        ("last", "durability", DURABILITY),
        ("stuck", "stability", CONFLICT),
        ("heard", "outlook", CLAIMS),
    ];
    for some in 1..16u32 {
        let there: Vec<_> =
            parts.iter().enumerate().filter(|(bit, _)| some >> bit & 1 == 1).map(|(_, part)| part).collect();
        let text: Vec<&str> = std::iter::once(HEAD).chain(there.iter().map(|(_, _, text)| *text)).collect();
        let brief = Sitting::open(case(&text), Options::drawing(60, 1)).brief().unwrap();
        assert!(brief.deals.is_none() && brief.headline.len() > 1);
        let answer = serde_json::to_value(BriefAnswer::of(&brief)).unwrap();
        assert!(answer.get("deals").is_none());
        let sections: BTreeSet<&str> =
            page::brief(&brief).sections.iter().map(|section| section.id).collect();
        let shown = render::terminal(&page::brief(&brief), 100);
        for (section, key, _) in &parts {
            let expected = there.iter().any(|(name, ..)| name == section);
            assert_eq!(sections.contains(section), expected, "{section} in\n{shown}");
            assert_eq!(answer.get(*key).is_some(), expected, "{key}");
        }
        assert!(render::html(&page::brief_with_annex(&brief)).ends_with("</html>\n"));
    }
}

/// A reader refuses such a file; a case that a program makes may still be empty.
#[test]
fn a_case_of_nothing_says_what_is_missing() {
    let refused = Sitting::open(Case::default(), Options::drawing(10, 1)).brief().unwrap_err();
    assert_eq!(refused, SittingError::NothingToTell);
    for table in ["[issues]", "[conflict]", "[exchange]", "[durability]", "[[claims]]"] {
        assert!(refused.to_string().contains(table));
    }
}

/// So many lines are two pages.
const TWO_PAGES: usize = 112;

#[test]
fn a_brief_is_two_pages_and_the_annex_has_the_rest() {
    let whole = [
        include_str!("cases/truce.toml"),
        include_str!("cases/carried_out.toml"),
        include_str!("cases/durability.toml"),
    ];
    let brief = Sitting::open(case(&whole), Options::drawing(100, 1)).brief().unwrap();
    let short = render::terminal(&page::brief(&brief), 100);
    assert!(short.lines().count() <= TWO_PAGES, "{} lines:\n{short}", short.lines().count());
    assert!(short.contains("--full"));
    let full = render::terminal(&page::brief_with_annex(&brief), 100);
    // The same two pages, then the annex.
    let without_the_hint: Vec<&str> = short.lines().filter(|line| !line.contains("--full")).collect();
    let begins: Vec<&str> = full.lines().take(without_the_hint.len() - 1).collect();
    assert_eq!(begins, without_the_hint[..begins.len()]);
    assert!(full.contains("Remedies and their prices") && !short.contains("Remedies and their prices"));
    // Nobody who reads a heading on the first pages misses it in the contents.
    let page = render::html(&page::brief_with_annex(&brief));
    let contents = &page[page.find("<nav").unwrap()..page.find("</nav>").unwrap()];
    for section in page.split("<section id=\"").skip(1) {
        let id = &section[..section.find('"').unwrap()];
        assert!(contents.contains(&format!("href=\"#{id}\"")), "{id} is not in the contents");
        assert!(section.contains("<details class=\"whole\" open=\"open\">"), "{id} does not fold");
    }
    assert!(!page::brief(&brief).sections.iter().any(|section| section.annex));
}

/// A change is advised only if it raises the chance of passing all tests together, whatever it does for one of them.
#[test]
fn advice_helps_on_all_tests_together() {
    let whole = [
        include_str!("cases/truce.toml"),
        include_str!("cases/carried_out.toml"),
        include_str!("cases/durability.toml"),
    ];
    for seed in 1..6 {
        let brief = Sitting::open(case(&whole), Options::drawing(150, seed)).brief().unwrap();
        let found = brief.three_tests.as_ref().unwrap();
        for change in &found.changes {
            let paired = change.results.all_three - change.before.all_three;
            assert!((change.gain.mean - paired).abs() < 1e-12);
            assert!(change.gain.interval[0] <= paired + 1e-12 && paired <= change.gain.interval[1] + 1e-12);
        }
        let helps = found.changes.iter().any(|change| change.gain.is_sure());
        for lack in found.lacks() {
            assert!(helps || !lack.contains("mended most by"), "{lack}");
            if let Some(advised) = lack.split("mended most by ").nth(1) {
                let sure: Vec<String> = (found.changes.iter().filter(|change| change.gain.is_sure()))
                    .map(|change| brief.case.issue(change.issue).label(change.option))
                    .collect();
                assert!(sure.iter().any(|option| advised.contains(option.as_str())), "{lack}");
            }
        }
        for tested in &found.standings.tested {
            let [low, high] = tested.results.all_three_interval;
            assert!(low <= tested.results.all_three && tested.results.all_three <= high);
        }
    }
}

/// Packages that all never accept together are not called leading.
#[test]
fn what_nobody_accepts_does_not_lead() {
    let apart = "[issues.dam]\nname = \"The dam\"\noptions = [\"open\", \"closed\"]\n\
                 [positions.upper]\nno_deal = [0.6, 0.7]\n[positions.upper.dam]\nvalues = { open = 0, closed = 1 }\n\
                 [positions.lower]\nno_deal = [0.6, 0.7]\n[positions.lower.dam]\nvalues = { open = 1, closed = 0 }\n";
    let brief = Sitting::open(case(&[HEAD, apart]), Options::drawing(50, 1)).brief().unwrap();
    for page in [page::brief(&brief), page::brief_with_annex(&brief)] {
        for shown in [render::terminal(&page, 100), render::html(&page)] {
            assert!(
                !shown.contains("leading packages") && !shown.contains("most often acceptable"),
                "{shown}"
            );
        }
    }
}

/// Every figure that can be read as a forecast leads to how well such figures have done, in every medium.
#[test]
fn forecasts_lead_to_what_came_of_their_like() {
    let class = "[durability]\nclass = \"cessation\"\nheld_since = 2024-11-02\n[[durability.record]]\nname = \"The truce of 2021\"\nbroke_after = 40\n";
    for durability in [DURABILITY, class] {
        let text = [HEAD, EXCHANGE, durability, CONFLICT, CLAIMS];
        let brief = Sitting::open(case(&text), Options::drawing(60, 1)).brief().unwrap();
        let page = page::brief(&brief);
        let html = render::html(&page);
        let answer = serde_json::to_value(BriefAnswer::of(&brief)).unwrap();
        let records = answer["record"].as_array().unwrap();
        let kinds: Vec<&str> = records.iter().map(|record| record["kind"].as_str().unwrap()).collect();
        let last = if durability == class { "truce" } else { "own_life" };
        assert_eq!(kinds, ["hold", last, "stuck", "outlook"]);
        let terminal = render::terminal(&page, 110);
        let full = render::terminal(&page::brief_with_annex(&brief), 110);
        for (kind, record) in kinds.iter().zip(records) {
            assert!(html.contains(&format!("<li id=\"record-{kind}\">")), "{kind}");
            // No claim moves anything here, so nothing is told of the outlook.
            assert!(
                *kind == "outlook" || html.contains(&format!("href=\"#record-{kind}\"")),
                "{kind} in {html}"
            );
            assert!(full.contains(record["figure"].as_str().unwrap()), "{full}");
        }
        let durable = &answer["durability"];
        let left = &durable["packages"][0]["remaining"];
        assert_eq!(left.as_array().unwrap().len(), if durability == class { 1 } else { 3 });
        if durability == class {
            assert_eq!(durable["baseline"]["held_days"], 60.0);
            assert_eq!(left[0]["held_days"], 60.0);
            assert!(durable["baseline"]["record_weight"].as_f64().unwrap() > 0.3);
            assert_eq!(durable["baseline"]["beside"].as_array().unwrap().len(), 4);
            assert!(terminal.contains("It has been in force for 60 days"), "{terminal}");
            assert!(full.contains("bare cessations of hostilities"), "{full}");
        } else {
            assert!(durable["baseline"]["whole_life"] == false && durable["baseline"]["life"] == "lognormal");
        }
    }
}

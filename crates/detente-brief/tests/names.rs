//! Names are names: whatever a party, an issue, an option, a lot or a move is called stands whole in everything that is told, and no word is put
//! before or behind it that it might not bear.

#![allow(clippy::unwrap_used)]

use detente_brief::{Brief, Options, Sitting, page, render};
use detente_model::Case;

/// Names that a careless sentence would break: with "and" inside, in the plural with an article, in capitals, in another script.
const AND: &str = "Bosnia and Herzegovina";
const MANY: &str = "The VOTERS of Alpha, and their friends";
const ARABIC: &str = "اللجنة الوطنية";
const ISSUE: &str = "The border and its towns";
const OTHER_ISSUE: &str = "IMF money";
const LOT: &str = "all weapons handed over";
const OTHER_LOT: &str = "The tranche and the fees";
const MOVE: &str = "Open and keep open the border";
const OTHER_MOVE: &str = "NATO membership";

fn case() -> Case {
    let text = format!(
        r#"case = 1
title = "Two states"
as_of = 2025-01-01
[parties.bih]
name = "{AND}"
role = "principal"
[parties.voters]
name = "{MANY}"
role = "principal"
[parties.committee]
name = "{ARABIC}"
role = "mediator"
[audiences.home]
of = "bih"
name = "{ARABIC} {AND}"
weight = 1
veto = true
[issues.border]
name = "{ISSUE}"
options = ["open and free", "Closed", "left"]
[issues.money]
name = "{OTHER_ISSUE}"
unit = "thalers and pence"
options = [1, 2, 3]
[positions.bih]
no_deal = [0.4, 0.7]
importance = ["border", "money"]
[positions.bih.border]
values = {{ "open and free" = 1, "Closed" = 0, "left" = [0.2, 0.5] }}
never = ["Closed"]
[positions.bih.money]
ideal = 3
worst = 1
[positions.voters]
no_deal = [0.5, 0.8]
importance = ["border", "money"]
[positions.voters.border]
values = {{ "open and free" = 0, "Closed" = 1, "left" = [0.2, 0.5] }}
[positions.voters.money]
ideal = 1
worst = 3
[positions.home]
no_deal = [0, 0.4]
importance = ["border", "money"]
[positions.home.border]
values = {{ "open and free" = 1, "Closed" = 0, "left" = 0.5 }}
[positions.home.money]
ideal = 3
worst = 1
[exchange]
pledge_days = 30
guarantee = {{}}
war_gain_per_day = {{ bih = [0.2, 1] }}
calm_value_per_day = {{ voters = [0.2, 1] }}
[[exchange.lots]]
name = "{LOT}"
from = "voters"
count = 20
worth = {{ bih = [1.6, 2], voters = [0.4, 1.2] }}
[[exchange.lots]]
name = "{OTHER_LOT}"
from = "bih"
count = 5
worth = {{ voters = [6, 8], bih = [1.3, 4] }}
[[exchange.schedule]]
name = "arms and money"
steps = [{{ day = 0, give = {{ "{LOT}" = 20 }} }}, {{ day = 30, give = {{ "{OTHER_LOT}" = 5 }} }}]
[durability]
baseline = {{ median_days = [50, 400] }}
[moves.open]
by = "bih"
text = "{MOVE}"
[moves.join]
by = "voters"
text = "{OTHER_MOVE}"
[conflict]
status_quo = []
[conflict.preferences]
bih = ["open", "!join"]
voters = ["join", "open"]
"#
    );
    detente_case::parse("case.toml", &text).unwrap_or_else(|report| panic!("{report:?}")).case
}

/// Everything that is told of the case, in every form.
fn told(brief: &Brief, sitting: &Sitting) -> Vec<(&'static str, String)> {
    let deals = brief.deals.as_ref().unwrap();
    let (exchange, durability) = (brief.exchange.as_ref().unwrap(), brief.durability.as_ref().unwrap());
    let standstill = brief.standstill.as_ref().unwrap();
    let asked = standstill.state("open").unwrap();
    let wanted = standstill.wanted(standstill.state("open,join").unwrap()).unwrap();
    let standings = sitting.standings().unwrap();
    let sobol = sitting.sobol(64).unwrap();
    let wide = |page: &page::Page| unwrapped(&render::terminal(page, 110));
    let pages = [
        ("brief", page::brief(brief)),
        ("annex", page::brief_with_annex(brief)),
        ("deals", page::deals(deals, standings.as_deref(), Some(&sobol))),
        ("exchange", page::exchange(exchange)),
        ("durability", page::durability(durability)),
        ("stability", page::stability(standstill, None, None).unwrap()),
        ("explain", page::stability(standstill, Some(asked), Some(&wanted)).unwrap()),
    ];
    let html = [("page", page::brief(brief)), ("page with annex", page::brief_with_annex(brief))];
    let html = html.into_iter().map(|(name, page)| (name, bare(&render::html(&page))));
    pages.iter().map(|(name, page)| (*name, wide(page))).chain(html).collect()
}

/// The words without what a terminal puts between them to break lines.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a page without its tags.
fn bare(page: &str) -> String {
    let body = &page[page.find("<body>").unwrap()..];
    let mut text = String::new();
    let mut inside = false;
    for letter in body.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            letter if !inside => text.push(letter),
            _ => {}
        }
    }
    unwrapped(&text.replace("&#39;", "'").replace("&amp;", "&").replace('\u{a0}', " "))
}

/// What a careless sentence makes of these names.
fn broken() -> Vec<String> {
    let mut broken: Vec<String> = [
        "Bosnia or Herzegovina",
        "bosnia",
        "the The",
        "The the",
        "the the ",
        " the all weapons",
        "iMF",
        "nATO",
    ]
    .map(str::to_owned)
    .to_vec();
    for name in [AND, MANY, ARABIC] {
        // Verbs in the singular, and pronouns, that a name in the plural does not bear.
        for verb in [
            "moves",
            "gives",
            "prefers",
            "says",
            "speaks",
            "has",
            "is",
            "values",
            "holds",
            "stops",
            "does",
            "wants",
            "would lose its",
        ] {
            broken.push(format!("{name} {verb} "));
        }
    }
    for name in [ISSUE, OTHER_ISSUE, LOT, OTHER_LOT, MOVE, OTHER_MOVE] {
        let mut letters = name.chars();
        let first = letters.next().unwrap();
        if first.is_uppercase() {
            broken.push(format!(" {}{}", first.to_lowercase(), letters.as_str()));
        }
        broken.push(format!("the {name}"));
        broken.push(format!("its {name}"));
    }
    broken
}

#[test]
fn every_name_stands_whole_on_every_page() {
    let sitting = Sitting::open(case(), Options::drawing(200, 1));
    let brief = sitting.brief().unwrap();
    for (page, text) in told(&brief, &sitting) {
        for broken in broken() {
            if let Some(at) = text.find(&broken) {
                let (from, to) =
                    (text.floor_char_boundary(at.saturating_sub(90)), text.ceil_char_boundary(at + 120));
                panic!("{page} says `{broken}`: … {} …", &text[from..to.min(text.len())]);
            }
        }
        // How long an agreement lasts is told without anybody's name.
        let named = text.contains(AND) && text.contains("VOTERS of Alpha");
        assert!(named || page == "durability", "{page} leaves out a party: {text}");
    }
}

/// What is handed over may be weapons or money: nothing speaks of people, of home or of prisoners unless the case does.
#[test]
fn what_changes_hands_goes_by_its_own_name() {
    let sitting = Sitting::open(case(), Options::drawing(200, 1));
    let brief = sitting.brief().unwrap();
    let exchange = brief.exchange.as_ref().unwrap();
    let shown = unwrapped(&render::terminal(&page::exchange(exchange), 110)).to_lowercase();
    for word in ["people", "person", "home", "prisoner", "hostage", "everybody", "held by", "whom"] {
        assert!(!shown.contains(word), "`{word}` in {shown}");
    }
    assert!(shown.contains(&format!("of “{}”", LOT.to_lowercase())));
}

/// A reader is told in words what a figure is; its path stands beside the words where figures are listed, and nowhere else.
#[test]
fn figures_are_named_in_words() {
    let sitting = Sitting::open(case(), Options::drawing(300, 1));
    let brief = sitting.brief().unwrap();
    for text in [render::terminal(&page::brief(&brief), 110), render::html(&page::brief(&brief))] {
        for path in ["positions.", "exchange.", "propositions.", "durability."] {
            assert!(!text.contains(path), "{path} in the brief");
        }
    }
    for figure in &brief.grounds.figures {
        assert!(!figure.name.starts_with('`'), "{} has no words", figure.path);
    }
    let names: Vec<&str> = brief.grounds.figures.iter().map(|figure| figure.name.as_str()).collect();
    assert!(names.contains(&format!("what no deal is worth to {MANY}").as_str()), "{names:?}");
    assert!(names.contains(&format!("what one of “{OTHER_LOT}” is worth to {AND}").as_str()), "{names:?}");
}

/// A point of a curve is named by where it lies, with the unit of the issue, and not by its place in a list.
#[test]
fn a_point_is_named_by_where_it_lies() {
    let text = r#"case = 1
title = "A lease"
as_of = 2025-01-01
[parties.port]
name = "Port"
role = "principal"
[parties.union]
name = "Union"
role = "principal"
[issues.term]
name = "Term"
unit = "years"
options = [1, 5, 10]
[positions.port]
no_deal = 0.3
[positions.port.term]
points = [[1, 0], [5, [0.5, 0.7]], [10, 1]]
[positions.union]
no_deal = 0.3
[positions.union.term]
ideal = 1
worst = 10
"#;
    let case = detente_case::parse("case.toml", text).unwrap_or_else(|report| panic!("{report:?}")).case;
    let brief = Sitting::open(case, Options::drawing(100, 1)).brief().unwrap();
    let names: Vec<&str> = brief.grounds.figures.iter().map(|figure| figure.name.as_str()).collect();
    assert!(names.contains(&"what 5 years of “Term” is worth to Port"), "{names:?}");
    assert!(names.iter().all(|name| !name.contains("points")), "{names:?}");
}

//! The page as a reader's browser gets it: whole, harmless, and without a trace of what the case does not have.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use detente_brief::answers::BriefAnswer;
use detente_brief::{Brief, Deals, Options, Sitting, page as pages, render};
use detente_deals::Known;
use detente_deals::{Findings, Sampling};
use detente_model::{Case, IssueId, Role};
use roxmltree::{Document, Node};

const TRUCE: &str = include_str!("cases/truce.toml");
const THREE: &str = include_str!("cases/three.toml");

/// The JSON of a brief.
fn answer(brief: &Brief) -> serde_json::Value {
    serde_json::to_value(BriefAnswer::of(brief)).unwrap()
}

fn case(text: &str) -> Case {
    detente_case::parse("case.toml", text).unwrap_or_else(|report| panic!("{report:?}")).case
}

fn page(text: &str) -> String {
    html(&Sitting::open(case(text), Options::drawing(50, 1)).brief().unwrap())
}

fn html(brief: &Brief) -> String {
    render::html(&pages::brief_with_annex(brief))
}

fn deals(deals: &Deals, width: usize) -> String {
    render::terminal(&pages::deals(deals, None, None), width)
}

/// The page read as strict XML; anything left open, unescaped or given twice fails here.
fn tree(page: &str) -> Document<'_> {
    Document::parse(page.strip_prefix("<!DOCTYPE html>\n").unwrap()).unwrap()
}

fn has(tree: &Document<'_>, section: &str) -> bool {
    tree.descendants().any(|node| node.attribute("id") == Some(section))
}

fn text_of(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

/// Nothing is loaded, run or styled from outside, every link leads somewhere and every plot speaks.
fn is_sound(page: &str) {
    let tree = tree(page);
    for forbidden in ["url(", "@import", "http://", "https://", "javascript:", "NaN"] {
        assert!(!page.contains(forbidden), "{forbidden} in the page");
    }
    let allowed =
        ["html", "head", "meta", "title", "style", "body", "main", "header", "section", "footer", "figure"];
    let allowed =
        allowed.into_iter().chain(["figcaption", "div", "p", "h1", "h2", "h3", "ul", "ol", "li", "table"]);
    let allowed = allowed
        .chain(["thead", "tbody", "tr", "th", "td", "span", "b", "i", "a", "time", "bdi", "code", "cite"]);
    let allowed: BTreeSet<&str> =
        allowed.chain(["details", "summary", "nav", "svg", "desc", "path", "text"]).collect();
    let mut ids = BTreeSet::new();
    for node in tree.descendants().filter(Node::is_element) {
        assert!(allowed.contains(node.tag_name().name()), "<{}> on the page", node.tag_name().name());
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on") && attribute.name() != "src", "{attribute:?}");
        }
        if let Some(id) = node.attribute("id") {
            assert!(ids.insert(id.to_owned()), "two elements are called {id}");
        }
    }
    for link in tree.descendants().filter_map(|node| node.attribute("href")) {
        assert!(ids.contains(link.strip_prefix('#').unwrap()), "{link} leads nowhere");
    }
    for plot in tree.descendants().filter(|node| node.attribute("role") == Some("img")) {
        for part in ["title", "desc"] {
            let part = plot.children().find(|child| child.has_tag_name(part)).unwrap();
            assert!(!text_of(part).trim().is_empty());
            assert!(
                plot.attribute("aria-labelledby")
                    .unwrap()
                    .split(' ')
                    .any(|id| part.attribute("id") == Some(id))
            );
        }
        let figure = plot.ancestors().find(|node| node.has_tag_name("figure")).unwrap();
        let caption = figure.children().find(|child| child.has_tag_name("figcaption")).unwrap();
        assert!(text_of(caption).trim().ends_with('.'), "a plot without a sentence");
    }
    for node in tree.descendants() {
        for d in
            node.attribute("d").into_iter().flat_map(|d| d.split(|c: char| c.is_alphabetic() || c == ' '))
        {
            assert!(d.is_empty() || d.parse::<f64>().is_ok_and(f64::is_finite), "`{d}` in a path");
        }
    }
}

/// A case of so many principals and issues of three options each.
fn generated(principals: usize, issues: usize) -> String {
    let mut text = String::from("case = 1\ntitle = \"Generated\"\nas_of = 2020-01-01\n");
    for i in 0..principals {
        writeln!(text, "[parties.p{i}]\nname = \"Principal of the {i} th province and its islands\"\nrole = \"principal\"")
            .unwrap();
    }
    for k in 0..issues {
        writeln!(
            text,
            "[issues.k{k}]\nname = \"Article {k}\"\noptions = [\"kept\", \"amended\", \"struck out\"]"
        )
        .unwrap();
    }
    for i in 0..principals {
        let order: Vec<String> = (0..issues).map(|k| format!("\"k{}\"", (k + i) % issues)).collect();
        writeln!(text, "[positions.p{i}]\nno_deal = 0.2\nimportance = [{}]", order.join(", ")).unwrap();
        for k in 0..issues {
            let value = |o: usize| ((i * 7 + k * 5 + o * 3) % 11) as f64 / 10.0;
            writeln!(
                text,
                "[positions.p{i}.k{k}]\nvalues = {{ kept = {}, amended = {}, \"struck out\" = {} }}",
                value(0),
                value(1),
                value(2)
            )
            .unwrap();
        }
    }
    text
}

/// The truce with a conflict around it, in which each side and the Abbey have so many moves.
fn in_conflict(moves: usize) -> String {
    let mut text = TRUCE.to_owned();
    for party in ["north", "south", "abbey"] {
        for k in 0..moves {
            write!(text, "\n[moves.{party}{k}]\nby = \"{party}\"\ntext = \"Take <step> {k} of {party}\"\n")
                .unwrap();
        }
    }
    let wants = |party: &str, other: &str| {
        let own: Vec<String> = (0..moves).map(|k| format!("\"!{party}{k}\"")).collect();
        let theirs: Vec<String> =
            (0..moves).map(|k| format!("{{ statement = \"{other}{k}\", sure = [0.4, 0.9] }}")).collect();
        format!("{party} = [{}, [{}, \"{other}0 -> {party}0\"]]", theirs.join(", "), own.join(", "))
    };
    writeln!(
        text,
        "[conflict]\nstatus_quo = []\n[conflict.preferences]\n{}\n{}\n{}",
        wants("north", "south"),
        wants("south", "north"),
        wants("abbey", "north")
    )
    .unwrap();
    text
}

/// The truce with an exchange in which a day of fighting gains the North so much.
fn exchanging(war_gain: &str) -> String {
    TRUCE.to_owned() + &include_str!("cases/exchange.toml").replace("WAR_GAIN", war_gain)
}

/// A page about an exchange draws its schedules and the envelope, and where none holds itself says what would make one.
#[test]
fn an_exchange_is_drawn_and_told() {
    let holds = page(&exchanging("[0.05, 0.1]"));
    is_sound(&holds);
    let tree_of_holds = tree(&holds);
    assert!(has(&tree_of_holds, "exchange") && has(&tree_of_holds, "envelope-1-title"));
    assert!(has(&tree_of_holds, "handovers-1-title"));
    assert!(holds.contains("The fastest schedule that holds itself"));
    assert!(holds.contains("men &lt;older&gt;"));
    let fails = page(&exchanging("40"));
    is_sound(&fails);
    assert!(fails.contains("What would make a schedule hold itself"), "{fails}");
    assert!(!fails.contains("The fastest schedule that holds itself"));
    assert!(!has(&tree(&page(TRUCE)), "exchange"));
}

/// The letters of the packages that a section lists in rows or columns, or draws.
fn letters(section: &pages::Section) -> BTreeSet<String> {
    let mut letters = BTreeSet::new();
    let mut add = |name: &pages::Phrase| match name.0.as_slice() {
        [pages::Piece::Plain(letter) | pages::Piece::Strong(letter)] if letter.len() == 1 => {
            letters.insert(letter.clone());
        }
        _ => {}
    };
    let mut drawn = BTreeSet::new();
    for block in &section.blocks {
        match &block.content {
            pages::Content::Table(table) => {
                table.rows.iter().for_each(|row| add(&row.cells[0].short));
                table.columns.iter().for_each(|column| add(&column.name.short));
            }
            pages::Content::Figure(figure) => {
                for panel in &figure.panels {
                    let pages::Data::Pair(pair) = &panel.plot.data else { continue };
                    drawn.extend(pair.named.iter().flat_map(|named| named.letters.clone()));
                }
            }
            _ => {}
        }
    }
    letters.append(&mut drawn);
    letters
}

/// The two pages name no package that they do not list, and list the same ones wherever they do: three, and whichever their sentences name.
#[test]
fn every_letter_on_the_two_pages_is_listed_there() {
    let text =
        [TRUCE, include_str!("cases/carried_out.toml"), include_str!("cases/durability.toml")].concat();
    // Only the last of the leading packages would last.
    for seed in 1..5 {
        let mut brief =
            Brief::clone(&Sitting::open(case(&text), Options::drawing(50, seed)).brief().unwrap());
        assert_eq!(brief.deals.as_ref().unwrap().packages.len(), 6);
        let lasting = Arc::make_mut(brief.durability.as_mut().unwrap());
        let last = lasting.packages.last_mut().unwrap();
        last.life.median_days.median += 1e6;
        let last = last.letter.clone().unwrap();
        let page = pages::brief(&brief);
        let of = |id: &str| letters(page.sections.iter().find(|section| section.id == id).unwrap());
        let listed = of("leading");
        assert!(listed.is_superset(&["A", "B", "C"].map(String::from).into()) && listed.contains(&last));
        assert!(listed.len() < 6, "{listed:?}");
        assert!(listed.contains(&brief.three_tests.as_ref().unwrap().standings.base().letter));
        for id in ["tests", "map", "at-home"] {
            assert_eq!(of(id), listed, "{id}");
        }
    }
}

#[test]
fn every_page_is_sound() {
    let conflicts = [in_conflict(1), in_conflict(2)];
    let (exchange, durability) =
        (include_str!("cases/carried_out.toml"), include_str!("cases/durability.toml"));
    for parts in [[TRUCE, exchange, durability], [TRUCE, exchange, ""], [TRUCE, durability, ""]] {
        is_sound(&page(&parts.concat()));
    }
    for text in
        [TRUCE, THREE, &generated(2, 40), &generated(6, 3), &generated(2, 7), &conflicts[0], &conflicts[1]]
    {
        is_sound(&page(text));
    }
}

/// Up to forty states the conflict is drawn, with every state; beyond, what holds is listed and the rest counted.
#[test]
fn a_conflict_is_drawn_while_it_can_be_read() {
    let drawn = page(&in_conflict(1));
    let drawn = tree(&drawn);
    assert!(has(&drawn, "stability") && has(&drawn, "states-title"));
    let numbers = drawn.descendants().filter(|node| {
        node.has_tag_name("text") && node.attribute("class").is_some_and(|class| class.contains("number"))
    });
    assert_eq!(numbers.count(), 8);
    let large = page(&in_conflict(2));
    assert!(large.contains("The conflict has 64 states, too many to draw"));
    let large = tree(&large);
    assert!(has(&large, "stability") && !has(&large, "states-title"));
    assert!(!has(&tree(&page(TRUCE)), "stability"));
}

#[test]
fn the_same_brief_gives_the_same_bytes() {
    let case = case(TRUCE);
    let write = || html(&Sitting::open(&case, Options::drawing(100, 7)).brief().unwrap());
    assert_eq!(write(), write());
}

#[test]
fn sections_follow_the_material() {
    let full = page(TRUCE);
    let full = tree(&full);
    for section in ["space", "packages", "positions", "obstacles", "homes", "grounds", "sources"] {
        assert!(has(&full, section), "{section} is missing");
    }
    let three = page(THREE);
    let three = tree(&three);
    assert!(!has(&three, "homes") && !has(&three, "sources"));
    assert_eq!(three.descendants().filter(|node| node.attribute("class") == Some("plot small")).count(), 3);
    // A space of one principal has no pair to draw.
    let mut alone = case(THREE);
    alone.parties[1].role = Role::Other;
    alone.parties[2].role = Role::Other;
    let alone = html(&Sitting::open(&alone, Options::drawing(50, 1)).brief().unwrap());
    is_sound(&alone);
    assert!(!has(&tree(&alone), "space"));
}

#[test]
fn solutions_stand_in_an_open_zone_only() {
    assert!(page(THREE).contains("Kalai–Smorodinsky"));
    assert!(!page(TRUCE).contains("Kalai–Smorodinsky"));
    assert!(page(TRUCE).contains("The smallest opening"));
    assert!(!page(THREE).contains("The smallest opening"));
}

#[test]
fn what_lies_between_stops_is_searched_or_not_passed_over_in_silence() {
    let whole = case(THREE);
    let steps = Sitting::open(&whole, Options::drawing(50, 1)).brief().unwrap();
    assert_eq!(answer(&steps)["deals"]["at_stops_only"], serde_json::json!([]));
    assert!(!deals(steps.deals.as_ref().unwrap(), 100).contains("stops only"));
    let open =
        case(&THREE.replace("range = { from = 0, to = 10, step = 1 }", "range = { from = 0, to = 10 }"));
    let sitting = Sitting::open(open, Options::drawing(50, 1));
    let mut brief = Brief::clone(&sitting.brief().unwrap());
    let ready = Arc::clone(&brief.case);
    let told = "On “Level of the lake”, packages were looked for at the stops only";
    assert_eq!(answer(&brief)["deals"]["at_stops_only"], serde_json::json!([]));
    assert!(!brief.headline.iter().any(|sentence| sentence.starts_with(told)));
    let central = &brief.deals.as_ref().unwrap().findings.central;
    assert!(central.zone_count.exact().is_none() || !central.has_zone());
    // A limit that was met is told.
    let issue = ready.issues.iter().position(|issue| issue.continuous).unwrap();
    Arc::make_mut(brief.deals.as_mut().unwrap()).findings.at_stops_only = vec![IssueId(issue)];
    assert_eq!(answer(&brief)["deals"]["at_stops_only"], serde_json::json!([ready.issues[issue].id]));
}

/// A case as stated finds the zone, and says that no package shown stands for what lies between stops; a sitting makes it ready first.
#[test]
fn a_sitting_makes_packages_between_stops_ready() {
    let two = include_str!("../../detente-cli/tests/sessions/deals.in/level.toml");
    let bare = case(two);
    let found = Findings::of(&bare, Sampling::Draws(50), 1, &Arc::default()).unwrap();
    assert_eq!(found.at_stops_only, [IssueId(0)]);
    let sitting = Sitting::open(bare, Options::drawing(50, 1)).about("level=4.75").unwrap();
    let brief = sitting.brief().unwrap();
    let found = answer(&brief);
    assert_eq!(found["deals"]["central"]["margin"], serde_json::json!(0.1));
    assert_eq!(found["deals"]["central"]["margin_outcome"]["level"], serde_json::json!(5));
    assert_eq!(found["deals"]["central"]["zone"]["exists"], serde_json::json!(true));
    assert_eq!(found["deals"]["central"]["zone"]["packages"], serde_json::json!(null));
    assert_eq!(found["deals"]["at_stops_only"], serde_json::json!([]));
    assert!(sitting.package(Some("level=4.75 metres")).is_ok());
    for told_in in [
        deals(brief.deals.as_ref().unwrap(), 110),
        render::terminal(&pages::brief(&brief), 110),
        html(&brief),
    ] {
        assert!(told_in.contains("5 metres") && !told_in.contains("stops only"));
    }
}

#[test]
fn a_frontier_that_is_not_listed_says_why() {
    let case = case(THREE);
    let mut brief = Brief::clone(&Sitting::open(&case, Options::drawing(50, 1)).brief().unwrap());
    let limit = detente_deals::DealsError::TooMuchWork { most: 7 };
    let central = &mut Arc::make_mut(brief.deals.as_mut().unwrap()).findings.central;
    central.frontier = Known::GivenUp(limit.clone());
    central.zone_frontier = Known::GivenUp(limit.clone());
    let mut solutions = central.chosen().unwrap().clone();
    solutions.nash = None;
    central.solutions = Some(Known::Exactly(solutions));
    let each = "Each was searched for by itself, exactly, since the frontier of the zone of agreement is not listed exactly. Not found with the \
                work set aside for it: Nash.";
    assert!(deals(brief.deals.as_ref().unwrap(), 200).replace("\n  ", " ").contains(each));
    let found = &answer(&brief)["deals"]["central"]["solutions"];
    assert!(found["nash"].is_null() && found["kalai_smorodinsky"]["outcome"].is_object());
    is_sound(&html(&brief));
    Arc::make_mut(brief.deals.as_mut().unwrap()).findings.central.solutions = None;
    let found = &answer(&brief)["deals"]["central"];
    assert!(found["frontier"].is_null() && found["frontier_size"].is_null() && found["opposition"].is_null());
    assert!(found["zone"]["frontier"].is_null() && found["zone"]["exists"] == true);
    let why = format!("{limit}; `--tolerance 0.01` lists one to within 0.01 on each party's scale");
    assert_eq!(found["frontier_not_listed"], why);
    assert_eq!(found["zone"]["frontier_not_listed"], why);
    let text = deals(brief.deals.as_ref().unwrap(), 110);
    assert!(text.contains(
        "The frontier of the zone of agreement is not listed: the search takes more than 7 steps of work;"
    ));
    assert!(text.contains(
        "They are chosen from the frontier of the zone of agreement, which is not listed, and none was"
    ));
    is_sound(&html(&brief));
}

#[test]
fn notes_and_citations_point_at_each_other() {
    let page = page(TRUCE);
    let tree = tree(&page);
    let cites: Vec<Node<'_, '_>> =
        tree.descendants().filter(|node| node.attribute("class") == Some("cite")).collect();
    assert!(cites.len() > 10);
    for cite in cites {
        let note = cite.attribute("href").unwrap().trim_start_matches('#');
        let note = tree.descendants().find(|node| node.attribute("id") == Some(note)).unwrap();
        let back = format!("#{}", cite.attribute("id").unwrap());
        assert!(note.descendants().any(|node| node.attribute("href") == Some(&back)), "{back}");
    }
    assert!(page.contains("paragraph 8") && page.contains("No figure on this page cites it."));
}

#[test]
fn what_a_case_says_stays_text() {
    let evil = r#"</title></style><script>alert(1)</script><img src=x onerror='f()'>&quot;\"{{ 98765*3 }}"#;
    let long = "Unbroken".repeat(40);
    let text = TRUCE
        .replace("\"Talks on a truce at the river\"", &format!("\"{evil}\""))
        .replace("\"North\"", &format!("\"{evil}\""))
        .replace("\"South\"", &format!("\"{long}\""))
        .replace("\"Guarantee\"", &format!("\"{evil} on {long}\""))
        .replace("\"Agency report of the third round\"", &format!("\"{evil}\""))
        .replace("\"archive no. 17\"", "\"javascript&#58;alert(1)\"")
        .replace("wire#paragraph 4", "wire#<b onclick=f()>")
        .replace("Said twice on the same day.", "</td></table><script>f()</script>")
        .replace("observers", "<i>observers</i>");
    let page = page(&text);
    is_sound(&page);
    assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("296295"));
    let title = tree(&page).descendants().find(|node| node.has_tag_name("h1")).map(text_of).unwrap();
    assert_eq!(title, evil.replace("\\\"", "\""));
}

#[test]
fn red_lines_that_leave_nothing_are_told() {
    let text = TRUCE.replace("at_least = 60", "at_least = 100");
    let case = case(&text);
    let brief = Sitting::open(&case, Options::drawing(100, 1)).brief().unwrap();
    assert_eq!(brief.deals.as_ref().unwrap().findings.central.margin, None);
    let page = html(&brief);
    is_sound(&page);
    assert!(
        page.contains("leave no package at all")
            && page.contains("Red lines leave no option on: “Length of the pledge”")
    );
}

#[test]
fn many_principals_are_stacked_and_many_packages_told_by_difference() {
    assert!(page(&generated(6, 3)).contains("matrix many"));
    let page = page(&generated(2, 9));
    assert!(page.contains("as A, but"));
    assert!(page.contains("too many to show one by one"));
}

#[test]
fn a_small_page_looks_as_it_did() {
    let text = "case = 1\ntitle = \"Two heirs\"\nas_of = 2001-01-02\n\
        [parties.ann]\nname = \"Ann\"\nrole = \"principal\"\n[parties.ben]\nname = \"Ben\"\nrole = \"principal\"\n\
        [issues.house]\nname = \"The house\"\noptions = [\"Ann\", \"Ben\", \"sold\"]\n\
        [positions.ann]\nno_deal = 0.3\n\
        [positions.ann.house]\nvalues = { Ann = 1, Ben = 0, sold = 0.5 }\n\
        [positions.ben]\nno_deal = 0.3\n\
        [positions.ben.house]\nvalues = { Ann = 0, Ben = 1, sold = 0.4 }\n";
    let page = page(text);
    is_sound(&page);
    // The style would bury the rest.
    let (before, after) = (page.find("<style>").unwrap(), page.find("</style>").unwrap());
    insta::assert_snapshot!(format!("{}{}", &page[..before], &page[after + 8..]));
}

/// Between stops the frontier is drawn and listed as lines; of a case without continuous issues there are none.
#[test]
fn the_frontier_between_stops_is_shown() {
    let level = case(include_str!("../../detente-cli/tests/sessions/deals.in/level.toml"));
    let brief = Sitting::open(level, Options::drawing(50, 1)).brief().unwrap();
    let central = answer(&brief)["deals"]["central"].clone();
    let end = |level: f64, values: [f64; 2]| serde_json::json!({ "outcome": { "level": level as u64 }, "values": values, "on_frontier": true });
    let line = |from, to| serde_json::json!([{ "from": from, "to": to }]);
    assert_eq!(central["frontier_segments"], line(end(0.0, [1.0, 0.0]), end(10.0, [0.0, 1.0])));
    assert_eq!(central["zone"]["frontier_segments"], line(end(4.0, [0.6, 0.4]), end(6.0, [0.4, 0.6])));
    assert_eq!(central["frontier_segments_not_listed"], serde_json::json!(null));
    let page = html(&brief);
    let tree = tree(&page);
    let drawn = tree.descendants().filter(|node| node.attribute("class") == Some("frontier between")).count();
    // On the first pages, and in the annex.
    assert_eq!(drawn, 2);
    assert!(page.contains("The line is the frontier over all numbers"));
    assert!(deals(brief.deals.as_ref().unwrap(), 110).contains("it runs along 1 straight line"));

    let discrete = case(TRUCE);
    let brief = Sitting::open(&discrete, Options::drawing(50, 1)).brief().unwrap();
    let central = answer(&brief)["deals"]["central"].clone();
    assert_eq!(central["frontier_segments"], serde_json::json!(null));
    assert_eq!(central["frontier_segments_not_listed"], serde_json::json!(null));
}

/// A browser can be sent the tree itself: sections by their names, tables as cells, plots as data.
#[test]
fn a_page_can_be_sent_as_data() {
    let brief = Sitting::open(case(THREE), Options::drawing(50, 1)).brief().unwrap();
    let sent = serde_json::to_value(pages::brief_with_annex(&brief)).unwrap();
    let sections = sent["sections"].as_array().unwrap();
    let packages = sections.iter().find(|section| section["id"] == "packages").unwrap();
    let blocks = packages["blocks"].as_array().unwrap();
    let table = &blocks[0]["content"]["table"];
    for row in table["rows"].as_array().unwrap() {
        assert_eq!(row["cells"].as_array().unwrap().len(), table["columns"].as_array().unwrap().len());
    }
    let first = &table["rows"][0]["cells"][2]["short"][0]["chance"];
    assert_eq!(first["value"], brief.deals.as_ref().unwrap().packages[0].all.value());
    let plot =
        blocks.iter().find_map(|block| block["content"]["figure"]["panels"][0]["plot"].as_object()).unwrap();
    assert_eq!(plot["id"], "acceptance");
    assert!(plot["data"]["acceptance"]["rows"][0]["each"].is_array() && !sent.to_string().contains("<svg"));
}

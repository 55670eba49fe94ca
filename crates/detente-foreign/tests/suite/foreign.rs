//! Files of other tools: what they become, what is refused, and files that nobody would write.

use std::path::{Path, PathBuf};

use detente_case::{Code, Report};
use detente_foreign::{Export, Format, Import, export, import, is_foreign};
use detente_model::{Actor, Case, Floor, Package, PartyId, Worlds};
use proptest::prelude::*;

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files")
}

fn files(names: &[&str]) -> Vec<PathBuf> {
    names.iter().map(|name| folder().join(name)).collect()
}

fn made_of(names: &[&str]) -> Import {
    let import = import(&files(names), None).unwrap();
    // The text is a case of its own, and the same one.
    let reading = detente_case::parse("case.toml", &import.toml).unwrap();
    assert_eq!(reading.case, import.case);
    assert!(reading.report.is_clean(), "{:?}", reading.report);
    import
}

pub(crate) fn made_of_with_warnings(names: &[&str]) -> Import {
    import(&files(names), None).unwrap()
}

/// What each package is worth to a party, in the order of the options.
pub(crate) fn values(case: &Case, party: usize) -> Vec<f64> {
    let worlds = Worlds::new(case, 1);
    let world = worlds.central();
    let wants = world.preferences(Actor::Party(PartyId(party))).unwrap();
    let mut outcomes = vec![vec![]];
    for issue in &case.issues {
        outcomes = outcomes
            .into_iter()
            .flat_map(|head: Vec<u16>| {
                (0..issue.options.len() as u16).map(move |option| [head.clone(), vec![option]].concat())
            })
            .collect();
    }
    let value = |options: Vec<u16>| {
        let sum: f64 =
            options.iter().enumerate().map(|(k, option)| wants.worth[k][usize::from(*option)]).sum();
        let outcome = Package(options);
        sum + wants.interactions.iter().filter(|(when, _)| when.holds(&outcome)).map(|(_, v)| v).sum::<f64>()
    };
    outcomes.into_iter().map(value).collect()
}

fn close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
    }
}

/// Over fence, rent and dog.
fn garden(worth: impl Fn(usize, f64, usize) -> f64) -> Vec<f64> {
    let mut expected = Vec::new();
    for fence in 0..3 {
        for rent in 10..=20 {
            for dog in 0..2 {
                expected.push(worth(fence, f64::from(rent), dog));
            }
        }
    }
    expected
}

#[test]
fn genius_profiles_are_divided_by_their_largest_evaluation() {
    let made = made_of(&["genius/garden.xml", "genius/garden-tenant.xml", "genius/garden-owner.xml"]);
    assert!(made.warnings.is_empty(), "{:?}", made.warnings);
    assert_eq!(made.case.issues[0].name, "Fence & gate");
    close(
        &values(&made.case, 0),
        &garden(|fence, rent, dog| {
            0.5 * [1.0, 0.25, 0.5][fence]
                + 0.3 * (1.0 - 0.125 * (rent - 10.0)).max(0.0)
                + 0.2 * [1.0, 0.5][dog]
        }),
    );
    close(
        &values(&made.case, 1),
        &garden(|fence, rent, dog| {
            0.25 * [0.25, 1.0, 0.5][fence] + 0.5 * (0.1 * (rent - 10.0)) + 0.25 * [0.25, 1.0][dog]
        }),
    );
    assert!(made.toml.contains("no_deal = 0.45"), "{}", made.toml);
    // No reservation is 0, below all packages: the worst of them stands for it.
    assert!(
        made.toml.contains("no_deal = { Fence_gate = \"wood & wire\", Rent = 10, Dog = \"yes\" }"),
        "{}",
        made.toml
    );
}

#[test]
fn genius_weights_are_taken_as_in_the_file_whatever_their_sum() {
    let made = made_of(&["genius/garden.xml", "genius/garden-heavy.xml", "genius/garden-light.xml"]);
    close(
        &values(&made.case, 0),
        &garden(|fence, rent, dog| {
            0.5 * [1.0, 0.25, 0.5][fence]
                + 0.4 * (1.0 - 0.125 * (rent - 10.0)).max(0.0)
                + 0.2 * [1.0, 0.5][dog]
        }),
    );
    close(
        &values(&made.case, 1),
        &garden(|fence, rent, dog| {
            0.25 * [0.25, 1.0, 0.5][fence] + 0.4 * (0.1 * (rent - 10.0)) + 0.25 * [0.25, 1.0][dog]
        }),
    );
    let codes: Vec<Code> = made.warnings.iter().flat_map(Report::faults).map(|fault| fault.code).collect();
    assert_eq!(codes, [Code::LeftOut], "the discount of one of them");
    assert!(made.toml.contains("0.8^t"));
}

#[test]
fn rectangles_add_up_where_they_overlap() {
    let made = made_of(&["genius/boxes.xml", "genius/boxes-one.xml", "genius/boxes-two.xml"]);
    let holds = |from: u32, x: u32, to: u32| if (from..=to).contains(&x) { 1.0 } else { 0.0 };
    let (mut one, mut two) = (Vec::new(), Vec::new());
    for a in 0..10 {
        for b in 0..10 {
            one.push(0.4 * holds(2, a, 5) * holds(0, b, 4) + 0.35 * holds(4, a, 8) + 0.25 * holds(3, b, 3));
            two.push(0.6 * holds(5, a, 9) + 0.4 * holds(0, a, 6) * holds(2, b, 9));
        }
    }
    close(&values(&made.case, 0), &one);
    close(&values(&made.case, 1), &two);
}

#[test]
fn rectangles_bound_numbers_that_are_listed_and_whole_real_issues() {
    let names = ["genius/quay.xml", "genius/quay-port.xml", "genius/quay-town.xml"];
    let made = made_of(&names);
    let (mut port, mut town) = (Vec::new(), Vec::new());
    for _ in &made.case.issues[0].options {
        for cranes in [2, 4, 8] {
            for berths in 1..=4 {
                let is = |holds: bool| if holds { 1.0 } else { 0.0 };
                port.push(0.5 * is(cranes >= 3) + 0.3 * is((2..=3).contains(&berths)));
                town.push(0.7 * is(cranes <= 4) + 0.3 * is(berths <= 2));
            }
        }
    }
    close(&values(&made.case, 0), &port);
    close(&values(&made.case, 1), &town);
    // A part of a real range, and words, are no lists of options that lie in a box.
    let refused = |which: usize, from: &str, to: &str| {
        let reports = broken(&names, which, |text| text.replacen(from, to, 1));
        let fault = &reports[0].faults()[0];
        (fault.code, fault.line, fault.message.clone())
    };
    let (code, line, message) = refused(1, "min=\"0\" max=\"10\"", "min=\"0\" max=\"9\"");
    assert_eq!((code, line), (Code::Unsupported, Some(5)));
    assert!(message.contains("part of a real range"), "{message}");
    let (code, line, message) = refused(0, "value=\"4\"", "value=\"four\"");
    assert_eq!((code, line), (Code::Unsupported, Some(5)));
    assert!(message.contains("in words"), "{message}");
    let (code, _, message) = refused(0, "value=\"4\"", "value=\"9\"");
    assert!(code == Code::Unsupported && message.contains("do not go up"), "{message}");
}

/// Weights above 1 lead beyond the scale; where an issue is continuous the whole scale is taken smaller, and that is said.
#[test]
fn no_worth_is_lost_where_weights_sum_to_more_than_one() {
    let names = ["genius/well.xml", "genius/well-upper.xml", "genius/well-lower.xml"];
    let plain = made_of(&names);
    let made = changed(&names, 1, |text| {
        let heavier =
            text.replacen("value=\"0.6\"", "value=\"1.2\"", 1).replacen("value=\"0.4\"", "value=\"0.8\"", 1);
        heavier.replacen("<reservation value=\"0.2\"", "<reservation value=\"0.7\"", 1)
    });
    let made = made.unwrap();
    let codes: Vec<Code> = made.warnings.iter().flat_map(Report::faults).map(|fault| fault.code).collect();
    assert_eq!(codes, [Code::Rescaled]);
    assert!(made.toml.contains("divided by 2"), "{}", made.toml);
    // Weights of twice the size, on half the scale.
    close(&values(&made.case, 0), &values(&plain.case, 0));
    let worlds = Worlds::new(&made.case, 1);
    let world = worlds.central();
    let no_deal = world.preferences(Actor::Party(PartyId(0))).unwrap().reservation;
    assert_eq!(no_deal, Floor::Value(0.35));
}

#[test]
fn real_issues_become_continuous_ones() {
    let made = made_of(&["genius/well.xml", "genius/well-upper.xml", "genius/well-lower.xml"]);
    let depth = &made.case.issues[0];
    assert!(depth.continuous);
    let worth = |party: usize, depth: f64| {
        if party == 0 {
            0.6 * (depth / 4.0).min((10.0 - depth) / 6.0)
        } else {
            0.6 * (0.25 * depth - 0.5).clamp(0.0, 1.0)
        }
    };
    let pump = [[0.5, 1.0], [1.0, 1.0 / 3.0]];
    for (party, pump) in pump.iter().enumerate() {
        let mut expected = Vec::new();
        for x in depth.options.iter().filter_map(detente_model::Choice::number) {
            expected.extend(pump.iter().map(|p| worth(party, x) + 0.4 * p));
        }
        close(&values(&made.case, party), &expected);
    }
}

#[test]
fn geniusweb_profiles_reserve_a_bid() {
    let made = made_of(&["geniusweb"]);
    assert_eq!(made.format, Format::GeniusWeb);
    close(&values(&made.case, 0), &[0.6, 0.8, 1.0, 0.15, 0.35, 0.55]);
    close(&values(&made.case, 1), &[0.46, 0.36, 0.26, 1.0, 0.9, 0.8]);
    assert!(made.toml.contains("no_deal = { place = \"hill\", guests = 6 }"), "{}", made.toml);
    // The profiles carry the domain with them.
    let carried = made_of(&["geniusweb/picnic-ada.json", "geniusweb/picnic-ben.json"]);
    assert_eq!(values(&carried.case, 0), values(&made.case, 0));
}

#[test]
fn negmas_functions_are_brought_to_the_scale_of_a_case() {
    let made = made_of(&["negmas"]);
    let (mut buyer, mut seller) = (Vec::new(), Vec::new());
    for good in 0..2 {
        for price in 1..=5 {
            for days in 0..3 {
                let price = f64::from(price);
                buyer.push([1.0, 3.0][good] + 0.5 * (6.0 - price) + 2.0 * [0.5, 0.25, 0.0][days]);
                seller.push(0.5 * [0.2, 0.1][good] + 0.1 * price + 0.4 * 0.05 * [1.0, 2.0, 7.0][days]);
            }
        }
    }
    // The most that the buyer can have is 3 + 2.5 + 1.
    close(&values(&made.case, 0), &buyer.iter().map(|u| u / 6.5).collect::<Vec<_>>());
    close(&values(&made.case, 1), &seller);
    let codes: Vec<Code> = made.warnings.iter().flat_map(Report::faults).map(|fault| fault.code).collect();
    assert_eq!(codes, [Code::Rescaled, Code::LeftOut]);
}

#[test]
fn conflicts_keep_options_directions_preferences_and_what_is_not_seen() {
    let made = made_of(&["gmcr/water.gmcr"]);
    let conflict = made.case.conflict.unwrap();
    assert_eq!(made.case.moves.len(), 3);
    assert!(!made.case.moves[1].reversible);
    assert_eq!(conflict.infeasible[0].text, "open_the_sluice & file_a_suit");
    assert_eq!(conflict.hidden.len(), 1);
    assert_eq!(conflict.preferences.len(), 2);
    let ranked = made_of(&["gmcr/ranked.gmcr"]);
    let conflict = ranked.case.conflict.unwrap();
    assert_eq!(conflict.coalitions.len(), 1);
    assert_eq!(
        conflict.preferences[0].1,
        detente_model::MovePreference::Ranking(vec![vec![3], vec![4], vec![1], vec![2]])
    );
}

/// What is exported and read again is worth the same.
#[test]
fn exports_come_back() {
    let made = made_of(&["genius/garden.xml", "genius/garden-tenant.xml", "genius/garden-owner.xml"]);
    let worlds = Worlds::new(&made.case, 1);
    let world = worlds.central();
    for (format, ending) in [(Format::Negmas, "yml"), (Format::GeniusWeb, "json")] {
        let Export { files, losses } = export(world, format).unwrap();
        let place = std::env::temp_dir().join(format!("detente-export-{ending}-{}", std::process::id()));
        std::fs::create_dir_all(&place).unwrap();
        for (name, text) in &files {
            std::fs::write(place.join(name), text).unwrap();
        }
        let back = import(std::slice::from_ref(&place), None);
        std::fs::remove_dir_all(&place).unwrap();
        let back = back.unwrap();
        // Files of a folder are read by name: the owner comes first.
        close(&values(&back.case, 0), &values(&made.case, 1));
        close(&values(&back.case, 1), &values(&made.case, 0));
        if format == Format::GeniusWeb {
            assert!(losses.iter().all(|loss| loss.contains("no package is nearer")), "{losses:?}");
        } else {
            assert!(losses.is_empty(), "{losses:?}");
        }
    }
}

/// A copy of a fixture with something changed, read beside the others.
pub(crate) fn changed(
    names: &[&str],
    which: usize,
    change: impl Fn(&str) -> String,
) -> Result<Import, Vec<Report>> {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let place = std::env::temp_dir().join(format!(
        "detente-broken-{}-{}",
        std::process::id(),
        COUNT.fetch_add(1, Ordering::Relaxed)
    ));
    std::fs::create_dir_all(&place).unwrap();
    let mut paths = files(names);
    let text = std::fs::read_to_string(&paths[which]).unwrap();
    let copy = place.join(paths[which].file_name().unwrap());
    std::fs::write(&copy, change(&text)).unwrap();
    paths[which] = copy;
    let result = import(&paths, None);
    std::fs::remove_dir_all(&place).unwrap();
    result
}

/// What is said of a copy of a fixture with something changed.
pub(crate) fn broken(names: &[&str], which: usize, change: impl Fn(&str) -> String) -> Vec<Report> {
    changed(names, which, change).map_or_else(|reports| reports, |import| import.warnings)
}

pub(crate) const GARDEN: [&str; 3] =
    ["genius/garden.xml", "genius/garden-tenant.xml", "genius/garden-owner.xml"];
pub(crate) const PICNIC: [&str; 3] =
    ["geniusweb/picnic.json", "geniusweb/picnic-ada.json", "geniusweb/picnic-ben.json"];
pub(crate) const TRADE: [&str; 3] = ["negmas/trade.yml", "negmas/buyer.yml", "negmas/seller.yml"];

#[test]
fn faults_show_their_line() {
    let of = |names: &[&str], which: usize, from: &str, to: &str, code: Code, line: usize| {
        let reports = broken(names, which, |text| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        });
        let found: Vec<(Code, Option<usize>)> =
            reports.iter().flat_map(Report::faults).map(|fault| (fault.code, fault.line)).collect();
        assert_eq!(found, [(code, Some(line))], "{reports:?}");
    };
    of(&GARDEN, 1, "value=\"hedge\"", "value=\"hedgd\"", Code::UnknownOption, 5);
    of(&GARDEN, 1, "evaluation=\"2\"", "evaluation=\"two\"", Code::WrongType, 5);
    of(&GARDEN, 1, "evaluation=\"2\"", "evaluation=\"-2\"", Code::OutOfRange, 5);
    of(&GARDEN, 1, "ftype=\"linear\"", "ftype=\"wavy\"", Code::Unsupported, 9);
    of(&GARDEN, 1, "<weight index=\"3\"", "<weight index=\"4\"", Code::ValuesWithoutWeight, 11);
    of(&GARDEN, 1, "<utility_space>", "<!DOCTYPE x [<!ENTITY a \"aa\">]><utility_space>", Code::Entities, 1);
    of(&GARDEN, 1, "hedge", "&hedge;", Code::Entities, 5);
    of(&GARDEN, 1, "</objective>", "</objectiv>", Code::Syntax, 18);
    of(&PICNIC, 1, "\"lake\": 1.0", "\"lake\": 1.5", Code::OutOfRange, 4);
    of(&PICNIC, 1, "\"lake\": 1.0", "\"late\": 1.0", Code::UnknownOption, 4);
    of(&PICNIC, 1, "\"lake\": 1.0,", "\"lake\": 1.0,,", Code::Syntax, 4);
    of(&PICNIC, 1, "\"place\": 0.6,", "", Code::MissingValue, 2);
    of(&TRADE, 1, "    tea: 1.0\n", "", Code::MissingValue, 6);
    of(&TRADE, 1, "weights: [1.0, 0.5, 2.0]", "weights: [1.0, 0.5]", Code::MissingValue, 14);
    of(&TRADE, 1, "type: AffineFun", "type: SinFun", Code::Unsupported, 9);
    of(&["gmcr/water.gmcr"], 0, "\"fwd\"", "\"up\"", Code::UnknownWord, 5);
    of(&["gmcr/water.gmcr"], 0, "[[[2, \"Y\"]]", "[[[9, \"Y\"]]", Code::UnknownMove, 9);
    of(&["gmcr/ranked.gmcr"], 0, "[3, 4, 1, 2]", "[3, 4, 1]", Code::Ranking, 3);
}

#[test]
fn what_multiplies_or_nests_without_end_is_refused() {
    let code =
        |names: &[&str], which, text: String| broken(names, which, |_| text.clone())[0].faults()[0].code;
    assert_eq!(code(&PICNIC, 1, "[".repeat(100_000)), Code::TooDeep);
    assert_eq!(code(&TRADE, 1, "- ".repeat(10_000)), Code::TooDeep);
    assert_eq!(code(&GARDEN, 1, format!("{}{}", "<a>".repeat(20_000), "</a>".repeat(20_000))), Code::TooDeep);
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for i in 1..12 {
        bomb.push_str(&format!("a{i}: &a{i} [{}]\n", vec![format!("*a{}", i - 1); 10].join(", ")));
    }
    assert_eq!(code(&TRADE, 1, bomb), Code::TooMany);
    assert_eq!(code(&TRADE, 1, String::from("a: &a [*a]\n")), Code::Syntax);
}

#[test]
fn a_folder_with_many_profiles_asks_which() {
    let place = std::env::temp_dir().join(format!("detente-many-{}", std::process::id()));
    std::fs::create_dir_all(&place).unwrap();
    for file in files(&GARDEN).into_iter().chain(files(&["genius/garden-light.xml"])) {
        std::fs::copy(&file, place.join(file.file_name().unwrap())).unwrap();
    }
    let asked = import(std::slice::from_ref(&place), None);
    std::fs::remove_dir_all(&place).unwrap();
    let asked = asked.unwrap_err();
    assert_eq!(asked[0].faults()[0].code, Code::WhichProfiles);
    assert!(asked[0].faults()[0].message.contains("3 profiles"), "{asked:?}");
    // Several domains in one folder.
    let reports = import(&files(&["genius"]), None).unwrap_err();
    assert!(
        reports.iter().flat_map(Report::faults).all(|fault| fault.code == Code::UnknownFormat),
        "{reports:?}"
    );
    assert!(is_foreign(&folder().join("genius")));
    assert!(!is_foreign(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/cairo-2024")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Cut off anywhere, or with bytes changed, a file is read or refused, in good time and without a panic.
    #[test]
    fn damaged_files_are_read_or_refused(which in 0usize..3, set in 0usize..3, cut in 0.0f64..1.0, changes in prop::collection::vec((0.0f64..1.0, any::<char>()), 0..4)) {
        let names = [GARDEN, PICNIC, TRADE][set];
        broken(&names, which, |text| {
            let mut chars: Vec<char> = text.chars().collect();
            for (at, c) in &changes {
                let at = (at * chars.len() as f64) as usize;
                chars[at] = *c;
            }
            if changes.is_empty() {
                chars.truncate((cut * chars.len() as f64) as usize);
            }
            chars.into_iter().collect()
        });
    }

    #[test]
    fn damaged_conflicts_are_read_or_refused(at in 0.0f64..1.0, c in any::<char>()) {
        broken(&["gmcr/water.gmcr"], 0, |text| {
            let mut chars: Vec<char> = text.chars().collect();
            let at = (at * chars.len() as f64) as usize;
            chars[at] = c;
            chars.into_iter().collect()
        });
    }
}

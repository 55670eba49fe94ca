//! Each way to get a file of another tool wrong, as a change of a sound one; what is said is kept as a snapshot.

use detente_case::{Rendering, Report};

use super::foreign::{GARDEN, PICNIC, TRADE, broken, changed};

/// A name, the sound files, which of them is changed, and what is put in the place of what.
pub(crate) type Change =
    (&'static str, &'static [&'static str], usize, &'static [(&'static str, &'static str)]);

/// What is said of it, without the place where the copy lies.
fn said(reports: &[Report]) -> String {
    let page: String = reports.iter().map(|report| report.render(Rendering::default())).collect();
    let page = page.replace(&format!("{}/", super::foreign::folder().display()), "");
    let here = std::env::temp_dir().join("detente-broken-").display().to_string();
    let mut shown = String::new();
    let mut rest = page.as_str();
    // What follows the place is the number of the process and of the copy, up to the name of the file.
    while let Some(at) = rest.find(&here) {
        shown.push_str(&rest[..at]);
        rest = rest[at + here.len()..].split_once('/').map_or("", |(_, name)| name);
    }
    shown + rest
}

pub(crate) fn snapshots(changes: &[Change]) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, set, which, pairs) in changes {
            let reports = broken(set, *which, |text| {
                pairs.iter().fold(text.to_owned(), |text, (from, to)| {
                    assert!(text.contains(from), "{name}: {from}");
                    text.replacen(from, to, 1)
                })
            });
            assert!(!reports.is_empty(), "{name} is read without a word");
            for report in &reports {
                assert!(!report.name().starts_with("the case made of"), "{name}: {report:?}");
                for fault in report.faults() {
                    assert!(fault.help.is_some(), "{name}: no hint for {}", fault.message);
                }
            }
            insta::assert_snapshot!(name.to_string(), said(&reports));
        }
    });
}

const WELL: [&str; 3] = ["genius/well.xml", "genius/well-upper.xml", "genius/well-lower.xml"];
const BOXES: [&str; 3] = ["genius/boxes.xml", "genius/boxes-one.xml", "genius/boxes-two.xml"];
const R: &str = "reserved_value: 2.5";

#[test]
fn reserved_values_that_are_no_numbers() {
    snapshots(&[
        ("reserved_in_quotes", &TRADE, 1, &[(R, "reserved_value: \"0.4\"")]),
        ("reserved_with_a_comma", &TRADE, 1, &[(R, "reserved_value: 0,4")]),
        ("reserved_with_underscore", &TRADE, 1, &[(R, "reserved_value: 1_0")]),
        ("reserved_in_words", &TRADE, 1, &[(R, "reserved_value: abc")]),
        ("reserved_yes", &TRADE, 1, &[(R, "reserved_value: true")]),
        ("reserved_list", &TRADE, 1, &[(R, "reserved_value: []")]),
        ("reserved_table", &TRADE, 1, &[(R, "reserved_value: {}")]),
        ("reserved_within", &TRADE, 2, &[("  reserved_value: -.inf", "  reserved_value: '0.9'")]),
        ("reserved_infinite", &TRADE, 1, &[(R, "reserved_value: +.inf")]),
        ("reserved_far_above", &TRADE, 1, &[(R, "reserved_value: 1.0e+13")]),
    ]);
}

#[test]
fn a_reservation_far_above_flattens_nothing() {
    for r in ["1.0e+13", ".inf", "6.6", "1.0e+300"] {
        let made = changed(&TRADE, 1, |text| text.replacen(R, &format!("reserved_value: {r}"), 1)).unwrap();
        let worth = super::foreign::values(&made.case, 0);
        let most = worth.iter().copied().fold(0.0, f64::max);
        // 6.5 is the most that the buyer can have.
        assert!((most - 1.0 / 1.01).abs() < 1e-9, "{most}");
        assert!(made.toml.contains("no_deal = 1\n"), "{}", made.toml);
    }
    for none in ["null", "-.inf", ".nan", "~"] {
        let made =
            changed(&TRADE, 1, |text| text.replacen(R, &format!("reserved_value: {none}"), 1)).unwrap();
        assert!(made.toml.contains("no_deal = {"), "{none}: {}", made.toml);
    }
}

const ITEM: &str = "<item index=\"2\" value=\"hedge\" evaluation=\"2\"/>";
const WEIGHT: &str = "<weight index=\"1\" value=\"0.5\"/>";
const RESERVATION: &str = "<reservation value=\"0.45\"/>";
const ISSUE: &str = "<issue index=\"3\" name=\"Dog\"";
const LINEAR: &str = "<evaluator ftype=\"linear\" slope=\"-0.125\" offset=\"1\"/>";

#[test]
fn genius_profiles_that_contradict_themselves() {
    snapshots(&[
        (
            "genius_item_twice",
            &GARDEN,
            1,
            &[(ITEM, "<item value=\"hedge\" evaluation=\"2\"/><item value=\"hedge\" evaluation=\"3\"/>")],
        ),
        (
            "genius_item_twice_in_domain",
            &GARDEN,
            0,
            &[("<item index=\"2\" value=\"hedge\"/>", "<item value=\"hedge\"/><item value=\"hedge\"/>")],
        ),
        (
            "genius_reservation_twice",
            &GARDEN,
            1,
            &[(RESERVATION, "<reservation value=\"0.45\"/><reservation value=\"0.5\"/>")],
        ),
        (
            "genius_weight_twice",
            &GARDEN,
            1,
            &[(WEIGHT, "<weight index=\"1\" value=\"0.5\"/><weight index=\"1\" value=\"0.3\"/>")],
        ),
        (
            "genius_weight_of_nothing",
            &GARDEN,
            1,
            &[(WEIGHT, "<weight index=\"1\" value=\"0.5\"/><weight index=\"7\" value=\"0.3\"/>")],
        ),
        (
            "genius_issue_twice",
            &GARDEN,
            1,
            &[(ISSUE, "<issue index=\"2\" name=\"Rent\"/><issue index=\"3\" name=\"Dog\"")],
        ),
        ("genius_index_twice", &GARDEN, 1, &[(ISSUE, "<issue index=\"2\" name=\"Dog\"")]),
        ("genius_index_twice_in_domain", &GARDEN, 0, &[(ISSUE, "<issue index=\"2\" name=\"Dog\"")]),
        (
            "genius_unknown_issue",
            &GARDEN,
            1,
            &[(ISSUE, "<issue index=\"9\" name=\"Doge\"/><issue index=\"3\" name=\"Dog\"")],
        ),
        (
            "genius_evaluator_twice",
            &GARDEN,
            1,
            &[(
                LINEAR,
                "<evaluator ftype=\"linear\" slope=\"-0.125\" offset=\"1\"/><evaluator ftype=\"linear\" slope=\"1\" offset=\"0\"/>",
            )],
        ),
    ]);
}

#[test]
fn what_is_said_twice_alike_is_read_without_a_word() {
    let plain = changed(&GARDEN, 1, str::to_owned).unwrap();
    for element in [ITEM, WEIGHT, RESERVATION, LINEAR] {
        let made = changed(&GARDEN, 1, |text| text.replacen(element, &element.repeat(2), 1)).unwrap();
        assert_eq!(made.toml, plain.toml, "{element}");
        assert!(made.warnings.is_empty());
    }
}

const UTILITIES: &str = "{ \"discreteutils\": {";
const WEIGHTS: &str = "\"issueWeights\": {";

#[test]
fn geniusweb_profiles_that_contradict_themselves() {
    snapshots(&[
        ("web_unknown_weight", &PICNIC, 1, &[(WEIGHTS, "\"issueWeights\": { \"plase\": 0.1,")]),
        ("web_unknown_utilities", &PICNIC, 1, &[("\"place\": { \"d", "\"cake\": {}, \"place\": { \"d")]),
        (
            "web_two_utilities",
            &PICNIC,
            1,
            &[(UTILITIES, "{ \"numberutils\": { \"lowValue\": 4 }, \"discreteutils\": {")],
        ),
        ("web_key_twice", &PICNIC, 1, &[(WEIGHTS, "\"issueWeights\": { \"place\": 0.1,")]),
        (
            "web_other_option",
            &PICNIC,
            1,
            &[("\"values\": [\"lake\", \"hill\"]", "\"values\": [\"lake\", \"hill\", \"moor\"]")],
        ),
        ("web_option_lacking", &PICNIC, 1, &[("\"values\": [\"lake\", \"hill\"]", "\"values\": [\"lake\"]")]),
        ("web_other_issue", &PICNIC, 1, &[("{ \"place\": { \"values\"", "{ \"spot\": { \"values\"")]),
        ("web_low_above_high", &PICNIC, 1, &[("\"lowValue\": 4", "\"lowValue\": 9")]),
    ]);
    // Without a domain file, what the second carries is compared with what the first does.
    snapshots(&[("web_two_carried", &PICNIC_ALONE, 1, &[("\"values\": [", "\"values\": [\"moor\", ")])]);
}

const PICNIC_ALONE: [&str; 2] = ["geniusweb/picnic-ada.json", "geniusweb/picnic-ben.json"];

#[test]
fn negmas_functions_name_issues_and_options_once() {
    snapshots(&[
        (
            "negmas_unknown_weight",
            &TRADE,
            1,
            &[("weights: [1.0, 0.5, 2.0]", "weights: {good: 1.0, price: 0.5, days: 2.0, dais: 1}")],
        ),
        ("negmas_option_twice", &TRADE, 1, &[("{1: 0.5,", "{1: 0.5, \"1.0\": 0.25,")]),
    ]);
}

#[test]
fn a_profile_given_twice_is_said() {
    let names = ["genius/garden.xml", "genius/garden-owner.xml", "genius/garden-owner.xml"];
    let made = super::foreign::made_of_with_warnings(&names);
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("profile_twice", said(&made.warnings)));
}

#[test]
fn numbers_that_a_case_cannot_hold_are_faults_of_their_line() {
    snapshots(&[
        ("negmas_weight_too_large", &TRADE, 1, &[("[1.0, 0.5, 2.0]", "[1.0, 1.0e+308, 2.0]")]),
        ("negmas_slope_too_large", &TRADE, 1, &[("slope: -1.0", "slope: 1.0e+308")]),
        ("negmas_bias_too_large", &TRADE, 1, &[("bias: 6.0", "bias: 1.0e+308")]),
        ("negmas_infinite_weight", &TRADE, 1, &[("[1.0, 0.5, 2.0]", "[1.0, .inf, 2.0]")]),
        ("negmas_weight_in_quotes", &TRADE, 1, &[("[1.0, 0.5, 2.0]", "[1.0, \"0.5\", 2.0]")]),
        ("genius_weight_too_large", &GARDEN, 1, &[(WEIGHT, "<weight index=\"1\" value=\"1e300\"/>")]),
        (
            "genius_evaluation_too_large",
            &GARDEN,
            1,
            &[(ITEM, "<item value=\"hedge\" evaluation=\"1e308\"/>")],
        ),
        ("genius_slope_too_large", &GARDEN, 1, &[("slope=\"-0.125\"", "slope=\"1e300\"")]),
        (
            "genius_slope_too_steep",
            &GARDEN,
            1,
            &[("slope=\"-0.125\" offset=\"1\"", "slope=\"1e14\" offset=\"-5e14\"")],
        ),
        ("genius_range_too_large", &WELL, 0, &[("upperbound=\"10.0\"", "upperbound=\"2e15\"")]),
        ("genius_range_too_narrow", &WELL, 0, &[("upperbound=\"10.0\"", "upperbound=\"1e-12\"")]),
        ("genius_maxutility_too_small", &BOXES, 1, &[("maxutility=\"100\"", "maxutility=\"1e-300\"")]),
        ("genius_maxutility_below_zero", &BOXES, 1, &[("maxutility=\"100\"", "maxutility=\"-3\"")]),
        ("genius_control_character", &GARDEN, 0, &[("name=\"Dog\"", "name=\"Dog&#x85;\"")]),
        ("web_control_character_in_option", &PICNIC, 0, &[("\"hill\"", "\"hi\\u001bll\"")]),
        ("web_control_character_in_name", &PICNIC, 1, &[("\"name\": \"ada\"", "\"name\": \"a\\u0007da\"")]),
        ("gmcr_control_character", &["gmcr/water.gmcr"], 0, &[("\"pay\"", "\"pa\\u0007y\"")]),
        ("genius_other_bounds", &GARDEN, 1, &[("lowerbound=\"10\"", "lowerbound=\"11\"")]),
        ("genius_decimal_comma", &GARDEN, 1, &[(WEIGHT, "<weight index=\"1\" value=\"0,5\"/>")]),
    ]);
}

/// A case refuses a side whose interactions come to more than 100 in all.
#[test]
fn weights_far_above_one_are_divided() {
    let heavy = changed(&GARDEN, 1, |text| {
        text.replacen("slope=\"-0.125\"", "slope=\"-0.05\"", 1).replacen(
            WEIGHT,
            "<weight index=\"1\" value=\"20000000\"/>",
            1,
        )
    })
    .unwrap();
    assert_eq!(heavy.case.interactions.len(), 0);
    assert!(heavy.toml.contains("divided by 20000000.5"), "{}", heavy.toml);
    snapshots(&[
        ("genius_weight_scaled", &GARDEN, 1, &[(WEIGHT, "<weight index=\"1\" value=\"20000000\"/>")]),
        ("genius_rectangles_scaled", &BOXES, 1, &[("maxutility=\"100\"", "maxutility=\"0.5\"")]),
    ]);
    // Below that they stand as they are.
    let light =
        changed(&GARDEN, 1, |text| text.replacen(WEIGHT, "<weight index=\"1\" value=\"20\"/>", 1)).unwrap();
    assert!(light.warnings.is_empty() && !light.case.interactions.is_empty());
    let worth = super::foreign::values(&light.case, 0);
    assert!((worth[0] - 20.5).abs() < 1e-9, "{worth:?}");
}

/// Utilities so small that rounding would blur them are brought up to the scale of a case.
#[test]
fn utilities_far_below_one_are_multiplied() {
    let made = changed(&TRADE, 1, |text| {
        text.replacen("weights: [1.0, 0.5, 2.0]", "weights: [1.0e-300, 0.5e-300, 2.0e-300]", 1).replacen(
            R,
            "reserved_value: 2.5e-300",
            1,
        )
    })
    .unwrap();
    let plain = changed(&TRADE, 1, str::to_owned).unwrap();
    let (found, expected) = (super::foreign::values(&made.case, 0), super::foreign::values(&plain.case, 0));
    for (found, expected) in found.iter().zip(&expected) {
        assert!((found - expected).abs() < 1e-9, "{found} {expected}");
    }
}

#[test]
fn elements_with_thousands_of_attributes_are_refused_at_once() {
    use std::fmt::Write;
    let mut many = String::from("<utility_space");
    (0..200_000).for_each(|i| write!(many, " a{i}=\"1\"").unwrap());
    many.push_str("/>");
    let mut spaces = String::from("<utility_space>");
    (0..1_500).for_each(|i| write!(spaces, "<a xmlns:a{i}=\"x\"/>").unwrap());
    spaces.push_str("</utility_space>");
    for (name, text) in [("attributes", many), ("namespaces", spaces)] {
        let begun = std::time::Instant::now();
        let reports = broken(&GARDEN, 1, |_| text.clone());
        assert!(begun.elapsed().as_secs() < 10, "{name}");
        let fault = &reports[0].faults()[0];
        assert_eq!((fault.code, fault.line), (detente_case::Code::TooMany, Some(1)), "{fault:?}");
        assert!(fault.help.is_some() && fault.message.contains(name), "{fault:?}");
    }
}

#[test]
fn every_fault_says_what_to_do() {
    snapshots(&[
        ("genius_no_evaluation", &GARDEN, 1, &[(ITEM, "")]),
        ("genius_reservation_outside", &GARDEN, 1, &[(RESERVATION, "<reservation value=\"1.5\"/>")]),
        ("genius_weight_below_zero", &GARDEN, 1, &[(WEIGHT, "<weight index=\"1\" value=\"-1\"/>")]),
        ("genius_range_goes_down", &GARDEN, 0, &[("lowerbound=\"10\"", "lowerbound=\"30\"")]),
        ("genius_no_value", &GARDEN, 1, &[(RESERVATION, "<reservation/>")]),
        (
            "genius_empty_function",
            &BOXES,
            1,
            &[
                (
                    "<hyperRectangle utility=\"40\"><INCLUDES index=\"1\" min=\"2\" max=\"5\"/><INCLUDES index=\"2\" min=\"0\" max=\"4\"/></hyperRectangle>",
                    "",
                ),
                (
                    "<hyperRectangle utility=\"35\"><INCLUDES index=\"1\" min=\"4\" max=\"8\"/></hyperRectangle>",
                    "",
                ),
                (
                    "<hyperRectangle utility=\"25\"><INCLUDES index=\"2\" min=\"3\" max=\"3\"/></hyperRectangle>",
                    "",
                ),
            ],
        ),
        ("genius_unclosed", &GARDEN, 1, &[("</objective>", "")]),
        ("web_range_of_two", &PICNIC, 0, &[("[\"4\", \"8\", \"2\"]", "[\"0\", \"10\"]")]),
        ("web_range_of_words", &PICNIC, 0, &[("[\"4\", \"8\", \"2\"]", "\"wide\"")]),
        ("web_step_of_zero", &PICNIC, 0, &[("[\"4\", \"8\", \"2\"]", "[\"4\", \"8\", \"0\"]")]),
        ("web_range_goes_down", &PICNIC, 0, &[("[\"4\", \"8\", \"2\"]", "[\"8\", \"4\", \"2\"]")]),
        ("web_weights_a_list", &PICNIC, 1, &[("{ \"place\": 0.6, \"guests\": 0.4 }", "[0.6, 0.4]")]),
        ("web_comma_too_many", &PICNIC, 1, &[("\"lake\": 1.0,", "\"lake\": 1.0,,")]),
        ("negmas_value_missing", &TRADE, 1, &[("    tea: 1.0\n", "")]),
        ("negmas_indented", &TRADE, 1, &[("type: AffineFun", "type: [AffineFun")]),
    ]);
    for (set, text) in [
        (PICNIC, "[".repeat(100_000)),
        (TRADE, "- ".repeat(10_000)),
        (GARDEN, "<a>".repeat(20_000)),
        (GARDEN, String::from(" ")),
    ] {
        for fault in broken(&set, 1, |_| text.clone()).iter().flat_map(Report::faults) {
            assert!(fault.help.is_some(), "{fault:?}");
        }
    }
}

/// The files of a party called `domain` do not take the place of the domain's, nor are others passed over by a folder.
#[test]
fn files_of_parties_are_told_apart() {
    let toml = super::foreign::made_of_with_warnings(&TRADE).toml;
    let named = |buyer: &str, seller: &str| {
        let toml = ["parties", "positions"].iter().fold(toml.clone(), |toml, table| {
            toml.replace(&format!("[{table}.buyer"), &format!("[{table}.{buyer}"))
                .replace(&format!("[{table}.seller"), &format!("[{table}.{seller}"))
        });
        let case = detente_case::parse("case.toml", &toml).unwrap().case;
        let worlds = detente_model::Worlds::new(&case, 1);
        let world = worlds.central();
        let export = detente_foreign::export(world, detente_foreign::Format::Negmas).unwrap();
        export.files.into_iter().map(|(name, _)| name).collect::<Vec<_>>()
    };
    assert_eq!(named("domain", "seller"), ["domain.yml", "party-domain.yml", "seller.yml"]);
    assert_eq!(named("Domain", "party-domain"), ["domain.yml", "party-Domain-2.yml", "party-domain.yml"]);
    assert_eq!(named("_hidden", "hidden"), ["domain.yml", "party-hidden.yml", "hidden.yml"]);
}

#[test]
fn nothing_is_written_as_minus_zero() {
    let mut made = super::foreign::made_of_with_warnings(&TRADE);
    made.toml = made.toml.replace(" = 0,", " = -0.0,").replace(" = 0 ", " = -0.0 ");
    assert!(made.toml.contains("-0.0"), "{}", made.toml);
    let case = detente_case::parse("case.toml", &made.toml).unwrap().case;
    let worlds = detente_model::Worlds::new(&case, 1);
    let world = worlds.central();
    for format in [detente_foreign::Format::Negmas, detente_foreign::Format::GeniusWeb] {
        for (name, text) in detente_foreign::export(world, format).unwrap().files {
            assert!(!text.contains("-0"), "{name}: {text}");
        }
    }
}

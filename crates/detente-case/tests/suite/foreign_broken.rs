//! Each way to get a file of another tool wrong, as a change of a sound one; what is said is kept as a snapshot.

use detente_case::{Rendering, Report};

use super::foreign::{GARDEN, PICNIC, TRADE, broken, changed};

/// A name, the sound files, which of them is changed, and what is put in the place of what.
type Change = (&'static str, &'static [&'static str], usize, &'static [(&'static str, &'static str)]);

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

fn snapshots(changes: &[Change]) {
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
            insta::assert_snapshot!(format!("foreign_{name}"), said(&reports));
        }
    });
}

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

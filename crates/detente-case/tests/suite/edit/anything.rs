//! Nothing that anybody types panics, and whatever is done leaves a text in which it stands.

use detente_case::edit::{self, Edit, paths};
use proptest::prelude::*;

use super::{MOTLEY, only_the_splices};

/// Pieces of which paths and values are made.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z.\\[\\]\"' 0-9]{0,12}",
        prop::sample::select(vec![
            ".",
            "[",
            "]",
            "[]",
            "[1]",
            "[0]",
            "[99999999999999999999]",
            "\"",
            "positions",
            "port",
            "union",
            "values",
            "claims",
            "issues",
            "pay",
            "shifts",
            "options",
            "it's ten",
            "eight.hours",
            "interactions",
            "when",
            "no_deal",
            "weights",
            "term",
            "points",
            "4",
            "6.5",
        ])
        .prop_map(str::to_owned),
    ]
}

fn any_path() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::collection::vec(piece(), 0..8).prop_map(|pieces| pieces.concat()),
        prop::collection::vec(piece(), 0..6).prop_map(|pieces| pieces.join(".")),
        prop::sample::select(paths(MOTLEY).unwrap()).prop_map(|place| place.path),
        (prop::sample::select(paths(MOTLEY).unwrap()), piece())
            .prop_map(|(place, more)| format!("{}{more}", place.path)),
        "\\PC{0,20}",
    ]
}

fn any_value() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "1",
            "0.5",
            "[0.1, 0.2]",
            "[1, 2, 3]",
            "\"x\"",
            "[]",
            "{ }",
            "{ a = 1, b.c = 2 }",
            "[{ a = 1 }]",
            "true",
            "2024-02-14",
            "{ name = \"x\", options = [1, 2] }",
            "[[1, 2]]",
            "'a'",
            "inf",
            "nan",
            "0x1F",
            "{ a = { b = { c = [{ d = 1 }] } } }",
        ])
        .prop_map(str::to_owned),
        "[\\[\\]{}=\",.# \n0-9a-c]{0,16}",
        "\\PC{0,20}",
    ]
}

fn any_edit() -> impl Strategy<Value = Edit> {
    (any_path(), any_value(), 0..5).prop_map(|(path, value, change)| match change {
        0 => Edit::set(path, value),
        1 => Edit::insert(path, value),
        2 => Edit::put(path, value),
        3 => Edit::remove(path),
        _ => Edit::rename(path, value),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is asked, there is an answer; and what is done leaves TOML in which the value stands.
    #[test]
    fn any_edits_get_an_answer(edits in prop::collection::vec(any_edit(), 1..4), windows: bool) {
        let text = if windows { MOTLEY.replace('\n', "\r\n") } else { MOTLEY.to_owned() };
        match edit::rewrite(&text, &edits) {
            Ok((after, splices)) => {
                only_the_splices(&text, &after, &splices);
                prop_assert!(paths(&after).is_ok());
                prop_assert!(!windows || !after.replace("\r\n", "").contains('\n'));
                prop_assert_eq!(after.ends_with('\n'), text.ends_with('\n'));
                let _ = edit::apply(&text, &edits);
            }
            Err(fault) => {
                prop_assert!(!fault.faults().is_empty());
                for fault in fault.faults() {
                    prop_assert!(fault.help.is_some(), "{}", fault.message);
                }
            }
        }
    }

    /// A value that is set is the one that stands there, in whatever text.
    #[test]
    fn what_is_set_stands_there(place in prop::sample::select(paths(MOTLEY).unwrap()), value in any_value()) {
        if let Ok((after, splices)) = edit::rewrite(MOTLEY, &[Edit::set(&place.path, &value)]) {
            prop_assert_eq!(splices.len(), 1);
            let value = value.trim_matches([' ', '\t']);
            prop_assert_eq!(&after, &format!("{}{value}{}", &MOTLEY[..place.span.start], &MOTLEY[place.span.end..]));
        }
    }

    /// Texts that are hardly cases.
    #[test]
    fn any_text_gets_an_answer(text in "([a-c]( = |\\.)|[0-9]|\\[|\\]|\\{|\\}|,|\n|\"|#| |claims|issues){0,40}", edit in any_edit()) {
        let _ = edit::apply(&text, std::slice::from_ref(&edit));
        if let Ok(places) = paths(&text) {
            for place in places {
                prop_assert!(edit::rewrite(&text, &[Edit::remove(&place.path)]).is_ok(), "{}", place.path);
            }
        }
    }
}

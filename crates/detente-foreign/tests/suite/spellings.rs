//! Every part of a file is read in all its spellings, known to be irrelevant, or refused with its place.

use detente_case::Code;
use detente_foreign::{Import, import};

use super::broken::snapshots;
use super::foreign::{GARDEN, PICNIC, TRADE, broken, changed, made_of_with_warnings};

const RANKED: [&str; 1] = ["gmcr/ranked.gmcr"];
const WATER: [&str; 1] = ["gmcr/water.gmcr"];
const BOXES: [&str; 3] = ["genius/boxes.xml", "genius/boxes-one.xml", "genius/boxes-two.xml"];

/// The files of a set, which of them is changed, and what is put in the place of what.
type Spelling = (&'static [&'static str], usize, &'static [(&'static str, &'static str)]);

/// What a set becomes with some texts put in the place of others, each of which must be there.
fn with(set: &[&str], which: usize, pairs: &[(&str, &str)]) -> Import {
    changed(set, which, |text| {
        pairs.iter().fold(text.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        })
    })
    .unwrap_or_else(|reports| panic!("{pairs:?}: {reports:?}"))
}

#[test]
fn other_spellings_say_the_same() {
    let same: &[Spelling] = &[
        // GMCR+ until 2014.
        (
            &RANKED,
            0,
            &[
                ("useManualPreferenceRanking", "useManualPreferenceVectors"),
                ("preferenceRanking", "preferenceVector"),
            ],
        ),
        (
            &RANKED,
            0,
            &[(
                "\"infeasibles\": []",
                "\"infeasibles\": [], \"program\": \"gmcr-py\", \"version\": \"0.3\", \"coalitionsFull\": [{\"name\": \"Row\"}]",
            )],
        ),
        // The Python edition of GeniusWeb calls utilities by their class.
        (
            &PICNIC,
            1,
            &[("discreteutils", "DiscreteValueSetUtilities"), ("numberutils", "NumberValueSetUtilities")],
        ),
        (&PICNIC, 1, &[("LinearAdditiveUtilitySpace", "LinearAdditive"), ("issuevalues", "issueValues")]),
        // NegMAS with the modules of its classes, and with what it writes beside them.
        (&TRADE, 1, &[("type: ", "type: negmas.preferences.value_fun.")]),
        (&TRADE, 1, &[("type: ", "__python_class__: negmas.")]),
        (
            &TRADE,
            1,
            &[("name: buyer", "name: buyer\nid: u1\nstability: -1\nconstraints: []\nreserved_outcome: null")],
        ),
        (
            &TRADE,
            0,
            &[("name: days", "name: days\n  n_values: 3"), ("name: trade\n", "name: trade\npath: x.yml\n")],
        ),
        // Genius: blanks and comments before the declaration, and what no figure rests on.
        (
            &GARDEN,
            1,
            &[(
                "<utility_space>",
                "\n<!-- of the tenant -->\n<!-- two -->\n<?xml version=\"1.0\"?>\n<utility_space type=\"any\" number_of_issues=\"3\">",
            )],
        ),
        (
            &GARDEN,
            0,
            &[
                ("<?xml", "<!-- a domain -->\n<?xml"),
                (
                    "<item index=\"2\" value=\"no\"/>",
                    "<item index=\"2\" value=\"no\" description=\"none\" cost=\"4\"/>",
                ),
            ],
        ),
        (
            &GARDEN,
            0,
            &[(
                "</utility_space>",
                "</utility_space><agent name=\"A\" class=\"a.A\" utility_space=\"u.xml\"/>",
            )],
        ),
        (
            &GARDEN,
            1,
            &[(
                "<utility_space>",
                "<utility_space type=\"UNCERTAIN\"><comparisons>10</comparisons><errors>0</errors><experimental>true</experimental>",
            )],
        ),
        (&BOXES, 1, &[("type=\"nonlinear\"", "type=\"NONLINEAR\"")]),
    ];
    for (set, which, pairs) in same {
        // Lines and sources of the two may differ; what is found of them may not.
        let (plain, other) = (made_of_with_warnings(set), with(set, *which, pairs));
        assert_eq!(figures(&plain), figures(&other), "{pairs:?}");
    }
}

/// What a case says, without the places that it cites.
fn figures(made: &Import) -> Vec<&str> {
    made.toml.lines().filter(|line| !line.starts_with("cite = ") && !line.starts_with("# line")).collect()
}

/// A function that carries its issues, as older editions write it, needs no domain beside it.
#[test]
fn a_function_can_carry_its_issues() {
    let issues = "issues:\n- {name: good, type: CategoricalIssue, values: [tea, salt]}\n\
                  - {name: price, type: ContiguousIssue, values: [1, 5]}\n\
                  - {name: days, type: DiscreteCardinalIssue, values: [1, 2, 7]}\nname: buyer";
    let made = with(&TRADE[1..], 0, &[("name: buyer", issues)]);
    let plain = made_of_with_warnings(&TRADE);
    assert_eq!(super::foreign::values(&made.case, 0), super::foreign::values(&plain.case, 0));
    // One that carries others than those on the table is refused.
    let reports = broken(&TRADE, 1, |text| text.replace("name: buyer", &issues.replace("[1, 5]", "[1, 6]")));
    assert_eq!(reports[0].faults()[0].code, Code::OtherDomain, "{reports:?}");
}

#[test]
fn what_is_not_known_is_refused_with_its_place() {
    snapshots(&[
        (
            "part_unknown_element",
            &GARDEN,
            1,
            &[(
                "<reservation value=\"0.45\"/>",
                "<timeeffect value=\"-5\"/>\n  <reservation value=\"0.45\"/>",
            )],
        ),
        ("part_unknown_attribute", &GARDEN, 1, &[("evaluation=\"2\"", "evaluaton=\"2\"")]),
        (
            "part_rules",
            &GARDEN,
            1,
            &[
                ("<utility_space>", "<utility_space type=\"constraint\">"),
                ("</objective>", "<rules><ranks/></rules></objective>"),
            ],
        ),
        ("part_constraint", &GARDEN, 1, &[("<utility_space>", "<utility_space type=\"constraint\">")]),
        ("part_other_type", &GARDEN, 1, &[("<utility_space>", "<utility_space type=\"cp-net\">")]),
        (
            "part_rectangles_and_weights",
            &BOXES,
            1,
            &[(" type=\"nonlinear\"", ""), ("</objective>", "<weight index=\"1\" value=\"1\"/></objective>")],
        ),
        ("part_excludes", &BOXES, 1, &[("INCLUDES", "EXCLUDES")]),
        (
            "part_types_differ",
            &GARDEN,
            0,
            &[("type=\"integer\" vtype=\"integer\"", "type=\"integer\" vtype=\"real\"")],
        ),
        ("part_groups", &PICNIC, 1, &[("LinearAdditiveUtilitySpace", "SumOfGroupsUtilitySpace")]),
        ("part_ordering", &PICNIC, 1, &[("LinearAdditiveUtilitySpace", "DefaultPartialOrdering")]),
        (
            "part_two_spellings",
            &PICNIC,
            1,
            &[("{ \"discreteutils\"", "{ \"DiscreteValueSetUtilities\": {}, \"discreteutils\"")],
        ),
        ("part_misspelled_key", &PICNIC, 1, &[("reservationBid", "reservationBidd")]),
        ("part_opt_out", &PICNIC, 1, &[("\"name\": \"ada\"", "\"name\": \"ada\", \"optOut\": 0.4")]),
        ("part_value_set", &PICNIC, 0, &[("\"values\"", "\"unit\": \"km\", \"values\"")]),
        ("part_constraints", &TRADE, 1, &[("name: buyer", "name: buyer\nconstraints: [no_salt]")]),
        (
            "part_reserved_outcome",
            &TRADE,
            1,
            &[("name: buyer", "name: buyer\nreserved_outcome: [tea, 1, 1]")],
        ),
        (
            "part_space_of_outcomes",
            &TRADE,
            0,
            &[("type: CartesianOutcomeSpace", "type: EnumeratingOutcomeSpace")],
        ),
        ("part_optional_issue", &TRADE, 0, &[("type: CategoricalIssue", "type: OptionalIssue")]),
        ("part_issue_of_other_kind", &TRADE, 0, &[("type: CategoricalIssue", "type: GraphIssue")]),
        ("part_function_key", &TRADE, 1, &[("bias: 6.0", "bais: 6.0")]),
        ("part_discount_key", &TRADE, 2, &[("discount: 0.9", "discont: 0.9")]),
        ("part_ranked_or_not", &RANKED, 0, &[(", \"useManualPreferenceRanking\": true", "")]),
        (
            "part_ranked_by_hand_without_ranking",
            &RANKED,
            0,
            &[("\"preferences\": [], \"preferenceRanking\": [3, 4, 1, 2]", "\"preferences\": []")],
        ),
        (
            "part_ranked_twice",
            &RANKED,
            0,
            &[(
                "\"useManualPreferenceRanking\": true",
                "\"useManualPreferenceRanking\": true, \"useManualPreferenceVectors\": false",
            )],
        ),
        ("part_of_a_conflict", &WATER, 0, &[("\"name\": \"pay\"", "\"name\": \"pay\", \"cost\": 4")]),
    ]);
}

/// A file of a folder that is passed over is named, for it may have been a party.
#[test]
fn strangers_in_a_folder_are_named() {
    let place = std::env::temp_dir().join(format!("detente-strangers-{}", std::process::id()));
    std::fs::create_dir_all(&place).unwrap();
    for name in PICNIC {
        let from = super::foreign::folder().join(name);
        std::fs::copy(&from, place.join(from.file_name().unwrap())).unwrap();
    }
    std::fs::write(place.join("specials.json"), "{\"nash\": 1}").unwrap();
    let made = import(std::slice::from_ref(&place), None).unwrap();
    std::fs::remove_dir_all(&place).unwrap();
    let told: Vec<(Code, &str)> = made
        .warnings
        .iter()
        .flat_map(|report| report.faults().iter().map(|fault| (fault.code, report.name())))
        .collect();
    assert!(matches!(told[..], [(Code::LeftOut, name)] if name.ends_with("specials.json")), "{told:?}");
}

/// An old conflict of GMCR+ is a Python pickle: that is said, and none of its bytes is shown.
#[test]
fn pickles_are_named_and_not_shown() {
    let place = std::env::temp_dir().join(format!("detente-pickle-{}.gmcr", std::process::id()));
    for start in [
        &b"\x80\x03}q\x00(X\x04\x00\x00\x00optsq\x01]\x1b[31mu."[..],
        b"(dp0\nS'opts'\np1\n(lp2\ns.",
        b"}q\x00(X",
    ] {
        std::fs::write(&place, start).unwrap();
        let reports = import(std::slice::from_ref(&place), None).unwrap_err();
        let page = reports[0].render(detente_case::Rendering::default());
        assert!(page.contains("Python pickle"), "{page}");
        assert!(page.chars().all(|c| c == '\n' || !c.is_control()) && !page.contains("opts"), "{page:?}");
    }
    std::fs::remove_file(&place).unwrap();
}

/// Names of other scripts become ids that say what they name, in tables and in statements.
#[test]
fn names_of_any_script_become_ids() {
    let made = with(
        &WATER,
        0,
        &[("open the sluice", "открыть шлюз"), ("\"Upstream\"", "\"सीमा\""), ("file a suit", "رفع دعوى")],
    );
    let ids: Vec<&str> = made.case.moves.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["открыть_шлюз", "رفع_دعوى", "pay"]);
    assert_eq!(made.case.parties[0].id, "सीमा");
    assert_eq!(detente_case::parse("case.toml", &made.toml).unwrap().case, made.case);
    let made = with(&GARDEN, 0, &[("name=\"Dog\"", "name=\"Собака\"")]);
    assert_eq!(made.case.issues[2].id, "Собака");
}

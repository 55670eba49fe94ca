//! What is said of an extract beside its page: what stands in it in words, what cannot be given, how far the judging is; and what an extract says
//! of what it does not have.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex};

use detente_brief::{ExtractChoice, ExtractStep, How, SittingError, WhyNot, page, render};
use detente_model::Case;

use super::{NAMED, cases, extract, handed_over, heirs, how, names, parse, sit, without};

/// Two neighbours and a truce: numeric and categorical red lines on both sides, and what else is put in.
fn neighbours(more: &str, note: &str) -> Case {
    parse(&format!(
        "case = 1\ntitle = \"Two neighbours\"\nas_of = 2001-01-02\n\
        [parties.ann]\nname = \"Ann\"\nrole = \"principal\"\n[parties.ben]\nname = \"Ben\"\nrole = \"principal\"\n\
        [issues.truce]\nname = \"Length of the truce\"\nunit = \"days\"\noptions = [2, 30, 90, 150, 400]\n\
        [issues.pace]\nname = \"Pace\"\noptions = [\"at once\", \"by stages\"]\n\
        [positions.ann]\nno_deal = [0.1, 0.3]\nimportance = [\"truce\", \"pace\"]\n\
        [positions.ann.truce]\nideal = 400\nworst = 2\n{note}\n\
        [positions.ann.pace]\nvalues = {{ \"at once\" = 0.2, \"by stages\" = 1 }}\nnever = [\"at once\"]\n\
        [positions.ben]\nno_deal = [0.2, 0.6]\nimportance = [\"pace\", \"truce\"]\n\
        [positions.ben.pace]\nvalues = {{ \"at once\" = 0.7, \"by stages\" = 0.5 }}\n\
        [positions.ben.truce]\nideal = 2\nworst = 400\n{more}\n"
    ))
}

fn of_sections(sections: &[&str], without_parties: &[&str]) -> ExtractChoice {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    ExtractChoice {
        sections: owned(sections),
        without_parties: owned(without_parties),
        ..ExtractChoice::default()
    }
}

/// A red line in words is no red line without a trace: that of whoever stays is told openly, in every section that prints it.
#[test]
fn a_red_line_that_is_printed_stands_there() {
    let case = neighbours("at_most = [60, 180]", "at_least = [42, 135]");
    for section in ["wants", "positions"] {
        let found = extract(&case, &of_sections(&[section], &[]));
        assert!(handed_over(&found.page).contains("at least 42 to 135 days"));
        for path in
            ["positions.ann.truce.at_least", "positions.ben.truce.at_most", "positions.ann.pace.never"]
        {
            assert!(
                found.account.stay.iter().any(|stays| stays == path),
                "{section}, {path}: {:#?}",
                found.account
            );
        }
        let without = extract(&case, &of_sections(&[section], &["ben"]));
        assert!(without.account.stay.contains(&"positions.ann.truce.at_least".to_owned()));
        assert!(!without.account.stay.contains(&"positions.ben.truce.at_most".to_owned()));
    }
}

/// A remark of one party that has the range of another, in whatever form.
#[test]
fn a_range_in_the_words_of_the_analyst_stands_there() {
    for words in [
        "the other side speaks of 60 to 180 days",
        "between 60 and 180 days were mentioned",
        "60–180 days",
        "from 60 days to 180 days",
        "[60,180]",
    ] {
        let case = neighbours("at_most = [60, 180]", &format!("note = \"{words}\""));
        let found = extract(&case, &of_sections(&["positions"], &["ben"]));
        assert_eq!(
            how(&found, "positions.ben.truce.at_most"),
            Some(How::Stands),
            "{words}: {:#?}",
            found.account
        );
        let account = render::terminal(&page::extract_account(&found), 400);
        assert!(account.contains(words), "{account}");
    }
    // Another range, a date, and a bare small number say nothing of it.
    for words in ["60 to 181 days", "on 2 March 2001", "2 of them", "180 or more"] {
        let case = neighbours("at_most = [60, 180]", &format!("note = \"{words}\""));
        let found = extract(&case, &of_sections(&["positions"], &["ben"]));
        let stands: Vec<_> =
            found.account.gives_away.iter().filter(|given| given.how == How::Stands).collect();
        assert!(
            !stands.iter().any(|given| given.path == "positions.ben.truce.at_most"),
            "{words}: {stands:#?}"
        );
        assert!(
            !stands.iter().any(|given| given.through.iter().any(|through| through.words == words)),
            "{words}"
        );
    }
}

/// A red line on an option is judged by what the extract is without it.
#[test]
fn red_lines_on_options_are_judged_too() {
    let path = "positions.ben.pace.never";
    let text = |note: &str| {
        let mut case = neighbours("", note);
        let ben = case.positions.iter().position(|p| case.actor_id(p.of) == "ben").unwrap();
        let pace = case.positions[ben].issues.iter_mut().find(|on| on.issue.index() == 1).unwrap();
        pace.never = vec![1];
        case
    };
    // With both red lines nothing is left on the pace, and the margin says so.
    let found = extract(&text(""), &of_sections(&["positions", "in-the-way"], &["ben"]));
    assert_eq!(how(&found, path), Some(How::Hinted), "{:#?}", found.account);
    assert!(found.account.gives_away[0].of_somebody_left_out);
    let sentence = &found.account.gives_away.iter().find(|given| given.path == path).unwrap().sentence;
    assert!(
        sentence.starts_with("That Ben would never accept “by stages” on “Pace”: it is hinted at."),
        "{sentence}"
    );
    let said = extract(
        &text("note = \"told that by stages is not acceptable\""),
        &of_sections(&["positions"], &["ben"]),
    );
    assert!(how(&said, path).is_some(), "{:#?}", said.account);
    let nothing = extract(&text(""), &of_sections(&["at-home"], &["ben"]));
    assert!(nothing.account.kept.contains(&path.to_owned()), "{:#?}", nothing.account);
}

/// What belongs to those who are left out comes first, and what is not judged before everything.
#[test]
fn those_left_out_come_first() {
    let case = neighbours("at_most = [60, 180]", "at_least = [42, 135]");
    let found = extract(&case, &of_sections(&["obstacles", "leading"], &["ben"]));
    let hidden: Vec<bool> = found.account.gives_away.iter().map(|given| given.of_somebody_left_out).collect();
    assert!(hidden[0] && !hidden.last().unwrap(), "{hidden:?}");
    assert!(hidden.is_sorted_by(|a, b| a >= b), "{hidden:?}");
    let account = render::terminal(&page::extract_account(&found), 2_000);
    let at = |words: &str| account.find(words).unwrap_or_else(|| panic!("{words}: {account}"));
    assert!(
        at("read the extract") < at("Of those who are left out") && at("Of those who") < at("Of all others")
    );
}

/// Whatever is said to be in the annex is there, or it is not said.
#[test]
fn an_extract_sends_nobody_to_an_annex_that_it_does_not_have() {
    for (path, case) in cases() {
        let sitting = sit(&case, 40);
        let brief = handed_over(&page::brief_with_annex(&sitting.brief().unwrap()));
        let brief_says = brief.contains("in the annex.");
        // A body may be all that a case has.
        let party = case.parties.first().map(|party| vec![party.id.clone()]);
        for without_parties in std::iter::once(Vec::new()).chain(party) {
            let choice = ExtractChoice { without_parties, ..ExtractChoice::default() };
            let text = handed_over(&sitting.extract_page(&choice).unwrap().page);
            assert!(!text.contains("in the annex"), "{path}");
            assert!(choice.without_parties.is_empty() || !text.contains("in `--json`."), "{path}");
            if brief_says && choice.without_parties.is_empty() {
                assert!(text.contains("left out of this extract."), "{path}");
            }
            let annexed = ExtractChoice { annex: true, ..choice.clone() };
            let text = handed_over(&sitting.extract_page(&annexed).unwrap().page);
            // A count holds only where nothing of what was counted is left out.
            let counted = text.contains("more are in the annex") || text.contains("more is in the annex");
            assert!(choice.without_parties.is_empty() || !counted, "{path}");
            let some = ExtractChoice {
                sections: ["leading", "in-the-way", "packages"].map(str::to_owned).to_vec(),
                ..choice
            };
            if case.issues.is_empty() {
                continue;
            }
            let page = sitting.extract_page(&some).unwrap().page;
            let section = |id: &str| page.sections.iter().find(|section| section.id == id);
            let says =
                |id: &str| section(id).is_some_and(|section| format!("{section:?}").contains("in the annex"));
            assert!(!says("in-the-way"), "{path}: the obstacles are not in this annex");
        }
    }
}

/// What cannot be given is said beforehand, with whom it needs; and nothing that can be given is refused.
#[test]
fn a_section_that_cannot_be_given_says_why() {
    for (path, case) in cases() {
        let sitting = sit(&case, 40);
        let everything = ExtractChoice { annex: true, ..ExtractChoice::default() };
        let choices = case.parties.iter().map(|party| vec![party.id.clone()]);
        let both = case.principals().map(|party| case.party(party).id.clone()).collect::<Vec<_>>();
        for without_parties in choices.chain([Vec::new(), both]) {
            let choice = ExtractChoice { without_parties, ..everything.clone() };
            let page = sitting.extract_page(&choice).unwrap().page;
            let offered = sitting.offered_to_extract(&choice).unwrap();
            let ids: Vec<String> = offered.iter().map(|offer| offer.id.clone()).collect();
            assert_eq!(ids, sitting.sections_to_extract(), "{path}");
            for offer in offered.iter().filter(|offer| offer.id != "headline") {
                let shown = page.sections.iter().any(|section| {
                    let versions = [page::Version::Full, page::Version::Short];
                    section.id == offer.id && versions.into_iter().any(|version| section.shows(version))
                });
                assert_eq!(
                    offer.cannot.is_none(),
                    shown,
                    "{path}: {offer:?} without {:?}",
                    choice.without_parties
                );
                if let Some(WhyNot::Parties(needs)) = &offer.cannot {
                    assert!(!needs.is_empty() && needs.iter().all(|id| choice.without_parties.contains(id)));
                }
            }
        }
    }
}

#[test]
fn what_was_asked_for_and_is_not_given_is_told() {
    let case = heirs();
    let found = extract(&case, &of_sections(&["wants", "map", "rests-on", "at-home"], &["ben"]));
    let told: Vec<(&str, &str)> =
        found.not_given.iter().map(|section| (section.id.as_str(), section.sentence.as_str())).collect();
    assert_eq!(
        told,
        [
            ("map", "“The deal space” cannot be given: all that it says needs Ben."),
            ("at-home", "“at-home” cannot be given: the case has nothing to say there."),
        ]
    );
    let account = render::terminal(&page::extract_account(&found), 200);
    assert!(account.contains("“The deal space” cannot be given: all that it says needs Ben."), "{account}");
    assert!(!handed_over(&found.page).contains("cannot be given"));
    let sources = ExtractChoice { sources: false, ..of_sections(&["sources"], &[]) };
    let found = extract(&parse(NAMED), &sources);
    assert_eq!(found.not_given[0].why, WhyNot::LeftOut);
}

/// Whoever reads who must sign learns that others must as well, and not who or how many.
#[test]
fn those_who_must_sign_are_not_taken_for_all() {
    let extract = |without: &[&str]| {
        let choice = of_sections(&["leading"], without);
        render::html(&sit(&heirs(), 40).extract_page(&choice).unwrap().page)
    };
    let others = "and others who are left out of this extract";
    assert!(!extract(&[]).contains(others));
    let one = extract(&["ben"]);
    assert!(
        one.contains(others) && one.contains("Not all who must sign are named in it") && !names(&one, "ben")
    );
    let both = extract(&["ann", "ben"]);
    assert!(
        both.contains("</span> parties who are left out of this extract") && !both.contains("<bdi>"),
        "{both}"
    );
}

/// Sections, and whatever else has a name on a page, go by names of their own.
#[test]
fn every_section_has_an_id_of_its_own() {
    for (path, case) in cases() {
        let sitting = sit(&case, 40);
        let brief = sitting.brief().unwrap();
        for page in [page::brief(&brief), page::brief_with_annex(&brief)] {
            let mut ids: Vec<&str> = page.sections.iter().map(|section| section.id).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "{path}: {ids:?}");
            let html = render::html(&page);
            let mut names: Vec<&str> =
                html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all, "{path}");
        }
        // What can be chosen is what there is, in the same order; the old anchor of the deal space leads there.
        let page = page::brief_with_annex(&brief);
        let there = page.sections.iter().map(|section| section.id);
        let there: Vec<&str> =
            there.filter(|id| !["rest", "space-sketch", "record-in-the-annex"].contains(id)).collect();
        assert_eq!(sitting.sections_to_extract()[1..], there, "{path}");
        if !case.issues.is_empty() {
            assert!(render::html(&page).contains("<section id=\"space\">"), "{path}");
        }
    }
}

/// The share that is done grows to the whole, and whoever has heard enough ends the judging and nothing else.
#[test]
fn judging_says_how_far_it_is_and_can_be_ended_by_itself() {
    let sitting = sit(&parse(NAMED), 60);
    let heard = Mutex::new(Vec::new());
    let choice = without("ruritania");
    sitting
        .extract_step_by_step(&choice, &Arc::default(), &|step| {
            if let ExtractStep::Judged { done, of } = step {
                heard.lock().unwrap().push((done, of));
            }
            ControlFlow::Continue(())
        })
        .unwrap();
    let mut heard = heard.into_inner().unwrap();
    let of = heard[0].1;
    assert!(heard.iter().all(|(_, all)| *all == of) && heard[0] == (0, of), "{heard:?}");
    heard.sort_unstable();
    assert_eq!(heard.iter().map(|(done, _)| *done).collect::<Vec<_>>(), (0..=of).collect::<Vec<_>>());
    let after = Mutex::new(0);
    let ended = sitting.extract_step_by_step(&choice, &Arc::default(), &|step| {
        if let ExtractStep::Judged { done, .. } = step {
            *after.lock().unwrap() = done;
            if done >= 2 {
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    });
    assert!(matches!(ended, Err(SittingError::Cancelled(_))));
    assert!(after.into_inner().unwrap() < of, "it went on to the end");
    assert!(sitting.brief().is_ok() && sitting.extract_page(&choice).is_ok());
}

/// The forms in which a page prints a range, and in which analysts write one.
fn forms(low: f64, high: f64) -> Vec<String> {
    let mut forms = vec![
        format!("{low} to {high}"),
        format!("{low}–{high}"),
        format!("between {low} and {high}"),
        format!("{low} days to {high} days"),
    ];
    if high <= 1.0 {
        forms.push(format!("{}–{} %", (low * 100.0).round(), (high * 100.0).round()));
        forms.push(format!("{} % to {} %", (low * 100.0).round(), (high * 100.0).round()));
    }
    if high >= 1000.0 {
        let grouped = |x: f64, by: &str| format!("{}{by}{:03}", (x / 1000.0).floor(), x % 1000.0);
        let low = |by| if low >= 1000.0 { grouped(low, by) } else { low.to_string() };
        forms.extend([",", "\u{202f}", " "].map(|by| format!("{} to {}", low(by), grouped(high, by))));
    }
    forms
}

/// Whatever the page's text has of a range, in a form in which the page prints it or an analyst writes it, is not taken for kept: it stays if it
/// belongs to somebody who does, and stands there if it does not. Cases by a congruential sequence.
#[test]
fn no_range_that_is_printed_is_without_a_trace() {
    let mut state = 5u64;
    let mut next = |from: u32, to: u32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        from + ((state >> 33) % u64::from(to - from)) as u32
    };
    let (mut told_openly, mut found_out) = (0, 0);
    for _ in 0..100 {
        let [a, b, c, d] = [next(3, 60), next(70, 390), next(3, 60), next(70, 2_500)].map(f64::from);
        let [e, f, g, h] =
            [next(1, 40), next(45, 90), next(1, 40), next(45, 90)].map(|x| f64::from(x) / 100.0);
        let all = [(a, b), (c, d), (e, f), (g, h)];
        let (low, high) = all[next(0, 4) as usize];
        let forms_of_it = forms(low, high);
        let form = forms_of_it.get(next(0, 9) as usize);
        let note = form.map(|form| format!("note = \"They spoke of {form}.\"")).unwrap_or_default();
        let text = format!(
            "case = 1\ntitle = \"Two\"\nas_of = 2001-01-02\n\
            [parties.ann]\nname = \"Ann\"\nrole = \"principal\"\n[parties.ben]\nname = \"Ben\"\nrole = \"principal\"\n\
            [issues.truce]\nname = \"Length\"\nunit = \"days\"\noptions = [2, 65, 4000]\n\
            [positions.ann]\nno_deal = [{e}, {f}]\n\
            [positions.ann.truce]\nideal = 4000\nworst = 2\nat_least = [{a}, {b}]\n{note}\n\
            [positions.ben]\nno_deal = [{g}, {h}]\n\
            [positions.ben.truce]\nideal = 2\nworst = 4000\nat_most = [{c}, {d}]\n"
        );
        let sections: &[&str] = match next(0, 4) {
            0 => &["positions"],
            1 => &["wants", "positions"],
            2 => &["positions", "grounds"],
            _ => &["wants"],
        };
        let hides = next(0, 2) == 1;
        let without: &[&str] = if hides { &["ben"] } else { &[] };
        let found = sit(&parse(&text), 20).extract(&of_sections(sections, without)).unwrap();
        let page = handed_over(&found.page).replace('\u{a0}', " ");
        let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
        // A range in brackets behind a number is that of a share.
        let stands = |(low, high): (f64, f64)| {
            forms(low, high).iter().any(|form| {
                page.match_indices(form.as_str()).any(|(at, _)| {
                    let before = page[..at].chars().next_back();
                    let after = page[at + form.len()..].chars().next();
                    let goes_on = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || "()".contains(c));
                    !goes_on(before) && !goes_on(after)
                })
            })
        };
        for (path, range) in [
            ("positions.ann.truce.at_least", all[0]),
            ("positions.ben.truce.at_most", all[1]),
            ("positions.ann.no_deal", all[2]),
            ("positions.ben.no_deal", all[3]),
        ] {
            if stands(range) {
                let stays = found.account.stay.iter().any(|stays| stays == path);
                let told = how(&found, path) == Some(How::Stands);
                assert!(stays || told, "{path} {range:?}: {text}\n{sections:?} {:#?}", found.account);
                assert!(!hides || told || !path.contains("ben"), "{path} stays: {:#?}", found.account);
                told_openly += usize::from(stays);
                found_out += usize::from(told);
            }
        }
    }
    assert!(told_openly > 20 && found_out > 3, "{told_openly} {found_out}");
}

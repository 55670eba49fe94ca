//! The talks of a case as they are told: what hangs on how people bargain first, the same figures everywhere, and no forecast.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use detente_brief::answers::{BriefAnswer, TalksAnswer};
use detente_brief::page::{self, Version};
use detente_brief::{EndedBy, Options, Sitting, SittingError, render};
use detente_model::Progress;

fn cairo(draws: u64) -> Sitting {
    let text = include_str!("../../../cases/cairo-2024/case.toml");
    Sitting::open(detente_case::parse("cairo", text).unwrap().case, Options::drawing(draws, 1))
}

#[test]
fn what_hangs_on_the_way_of_bargaining_is_told_first() {
    let found = cairo(60).talks().unwrap().unwrap();
    assert_eq!(found.assumed[0].name, "as the case has it");
    assert!(found.headline[0].contains("people bargain"), "{}", found.headline[0]);
    let shown = page::talks(&found);
    assert_eq!(shown.sections[0].id, "ways");
    let text = render::terminal(&shown, 100);
    assert!(text.contains("no forecast"), "{text}");
    for assumed in &found.assumed[1..] {
        assert!(assumed.agreement.draws == 60 && assumed.from_nash.len() == found.parties.len());
    }
}

#[test]
fn shares_of_what_ends_talks_add_up_and_the_curve_rises_to_the_chance() {
    let found = cairo(60).talks().unwrap().unwrap();
    assert_eq!(found.ends.iter().map(|(_, share)| share.hits).sum::<u64>(), 60);
    let agreed = found.ends.iter().find(|(end, _)| *end == EndedBy::Agreement).unwrap().1;
    assert_eq!(agreed, found.agreement());
    assert!(found.by_day.is_sorted_by(|a, b| a.day < b.day && a.share.hits <= b.share.hits));
    assert_eq!(found.by_day.last().unwrap().share, agreed);
    for by in &found.by_day {
        assert!(by.among[0] <= by.share.value() && by.share.value() <= by.among[1]);
    }
    assert!(found.packages.iter().map(|package| package.share.hits).sum::<u64>() <= agreed.hits);
    assert!(found.levers.is_sorted_by(|a, b| a.days.0 <= b.days.0));
}

#[test]
fn the_brief_and_the_verb_tell_the_same() {
    let sitting = cairo(40);
    let alone = serde_json::to_value(TalksAnswer::of(&sitting.talks().unwrap().unwrap())).unwrap();
    let brief = sitting.brief().unwrap();
    let whole = serde_json::to_value(BriefAnswer::of(&brief)).unwrap();
    assert_eq!(alone["talks"], whole["talks"]);
    let ids: Vec<&str> = page::brief_with_annex(&brief)
        .sections
        .iter()
        .filter(|section| section.shows(Version::Full))
        .map(|section| section.id)
        .collect();
    assert!(ids.contains(&"bargain") && ids.contains(&"talks"), "{ids:?}");
}

#[test]
fn a_case_without_talks_tells_of_none() {
    let text = include_str!("../../../cases/panama-1977/case.toml");
    let sitting = Sitting::open(detente_case::parse("panama", text).unwrap().case, Options::drawing(20, 1));
    assert!(sitting.talks().unwrap().is_none());
}

#[test]
fn talks_can_be_cancelled() {
    let text = include_str!("../../../cases/cairo-2024/case.toml");
    let case = detente_case::parse("cairo", text).unwrap().case;
    let sitting = Sitting::watched(case, Options::drawing(200, 1), Arc::new(Progress::cancelled_at(5)));
    assert!(matches!(sitting.talks(), Err(SittingError::Cancelled(_))));
}

#[test]
fn adding_talks_moves_no_other_figure() {
    let text = include_str!("../../../cases/cairo-2024/case.toml");
    let (begin, end) = (text.find("[talks]").unwrap(), text.find("# Open questions, and what").unwrap());
    // Lines stay where they are: answers name them.
    let lines = "\n".repeat(text[begin..end].matches('\n').count());
    let without = [&text[..begin], &lines, &text[end..]].concat();
    let told = |text: &str| {
        let case = detente_case::parse("cairo", text).unwrap().case;
        let brief = Sitting::open(case, Options::drawing(100, 1)).brief().unwrap();
        serde_json::to_value(BriefAnswer::of(&brief)).unwrap()
    };
    let (with, without) = (told(text), told(&without));
    for (key, value) in without.as_object().unwrap() {
        // The judgements of the talks are counted among those of the case, and how such figures did is told of what there is.
        if !["grounds", "record"].contains(&key.as_str()) {
            assert_eq!(&with[key], value, "{key}");
        }
    }
    assert!(without.get("talks").is_none());
}

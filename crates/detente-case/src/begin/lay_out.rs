//! The text of a first case.

use super::check::{Plan, PlannedIssue};
use super::wants::{Wanted, WantedOn};
use super::{OnTheTable, Part, Say, Without};
use crate::write::{Document, Key, Value, WIDE, as_written};

/// The share that must accept where people at home vote.
const HALF: f64 = 0.5;

pub(super) fn text(plan: &Plan) -> String {
    let mut text = Document::default();
    text.remark(&plan.title);
    text.gap();
    text.remark("Begun from plain answers. Every figure in it is a judgement: nothing cites a source yet. To make one a");
    text.remark("finding, name what it rests on beside it: `cite = [\"id of a source\"]`.");
    text.gap();
    text.line("case", Value::from(1_usize));
    text.line("title", &plan.title);
    text.line("as_of", plan.day);
    if !plan.about.is_empty() {
        text.line("summary", &plan.about);
    }
    sources(&mut text, plan);
    parties(&mut text, plan);
    issues(&mut text, plan);
    positions(&mut text, plan);
    text.into_text()
}

/// A ruled line, and what comes below it.
fn rule(text: &mut Document, words: &[&str]) {
    text.gap();
    text.remark(&"-".repeat(WIDE));
    for line in words {
        text.remark(line);
    }
}

fn sources(text: &mut Document, plan: &Plan) {
    if plan.sources.is_empty() {
        return;
    }
    rule(
        text,
        &[
            "What was read. A says that a source is completely reliable, E that it is not, F that it cannot be judged.",
        ],
    );
    for source in &plan.sources {
        text.gap();
        text.heading(&["sources", &source.id]);
        text.line("title", &source.title);
        if let Some(day) = source.day {
            text.line("published", day);
        }
        if let Some(grade) = source.grade {
            text.line("reliability", grade.to_string());
        }
    }
}

fn parties(text: &mut Document, plan: &Plan) {
    rule(text, &["Who talks. A principal must sign, or there is no deal."]);
    for party in &plan.parties {
        text.gap();
        text.heading(&["parties", &party.id]);
        text.line("name", &party.name);
        let role = match party.part {
            Part::MustSign => "principal",
            Part::Mediates => "mediator",
            Part::Guarantees => "guarantor",
            Part::Other => "other",
        };
        text.line("role", role);
    }
    if plan.homes.is_empty() {
        return;
    }
    rule(text, &["Who stands behind them, and what their consent counts for."]);
    for home in &plan.homes {
        text.gap();
        match home.say {
            Say::Heard => text.remark("They can stop nothing, and are heard."),
            Say::Votes => text.remark("They have a part in the vote below."),
            Say::CanStop => text.remark("There is no deal without them."),
        }
        text.heading(&["audiences", &home.id]);
        text.line("name", &home.name);
        text.line("of", &home.of);
        match home.say {
            Say::CanStop => text.line("veto", true),
            // Only the weight of those who vote is counted.
            Say::Heard => text.line("weight", 0.0),
            Say::Votes => text.line("weight", 1.0),
        }
    }
    for party in plan.parties.iter().filter(|party| party.vote) {
        text.gap();
        text.remark("Half of those who vote must accept; a judgement.");
        text.heading(&["ratification", &party.id]);
        text.line("quota", HALF);
    }
}

fn issues(text: &mut Document, plan: &Plan) {
    rule(text, &["What is on the table."]);
    for issue in &plan.issues {
        text.gap();
        text.heading(&["issues", &issue.id]);
        text.line("name", &issue.name);
        if !issue.unit.is_empty() {
            text.line("unit", &issue.unit);
        }
        match &issue.answers {
            OnTheTable::Words(words) => text.line("options", Value::wrapped(words)),
            OnTheTable::Numbers(numbers) => text.line("options", Value::wrapped(numbers.iter().copied())),
            OnTheTable::Range { from, to, step } => {
                let mut entries = vec![("from", *from), ("to", *to)];
                entries.extend(step.map(|step| ("step", step)));
                text.line("range", Value::table(entries));
            }
        }
    }
}

fn positions(text: &mut Document, plan: &Plan) {
    let steps: Vec<String> = Without::ALL
        .iter()
        .map(|step| format!("  {:<34}{} to {}", step.words(), step.range()[0], step.range()[1]))
        .collect();
    let mut words = vec![
        "What each wants, on a scale of its own from 0, the worst that a deal could bring it, to 1, the best. Only orders were",
        "asked for: of options in words, those between best and worst are ranges that keep the order. What happens without a",
        "deal was asked for in five steps:",
    ];
    words.extend(steps.iter().map(String::as_str));
    rule(text, &words);
    for party in &plan.parties {
        if let Some(wants) = &party.wants {
            position(text, &party.id, wants, plan);
        }
    }
    for home in &plan.homes {
        position(text, &home.id, &home.wants, plan);
    }
}

fn position(text: &mut Document, id: &str, wants: &Wanted, plan: &Plan) {
    text.gap();
    text.heading(&["positions", id]);
    text.remark(&format!("Without a deal: {}.", wants.without.words()));
    text.line("no_deal", Value::list(wants.without.range()));
    // With a single valued issue there is nothing to weigh.
    if wants.on.iter().filter(|on| on.cares()).count() > 1 {
        let ids: Vec<Vec<&str>> = wants
            .importance
            .iter()
            .map(|group| group.iter().map(|issue| plan.issues[*issue].id.as_str()).collect())
            .collect();
        text.line("importance", order(&ids));
    }
    for on in &wants.on {
        let issue = &plan.issues[on.issue];
        if on.cares() || !on.never.is_empty() || on.at_most.is_some() || on.at_least.is_some() {
            on_issue(text, id, on, issue);
        }
    }
}

/// An order, in which those that stand alone need no list of their own.
fn order(groups: &[Vec<&str>]) -> Value {
    Value::list(groups.iter().map(|group| match group.as_slice() {
        [only] => Value::from(*only),
        several => Value::list(several.iter().copied()),
    }))
}

fn on_issue(text: &mut Document, id: &str, on: &WantedOn, issue: &PlannedIssue) {
    text.gap();
    text.heading(&["positions", id, &issue.id]);
    if !on.values.is_empty() {
        let worth = |[low, high]: [f64; 2]| {
            if low < high { Value::list([low, high]) } else { Value::from(as_written(low, 1.0)) }
        };
        let entries = on.values.iter().map(|(option, range)| (Key::quoted(option), worth(*range)));
        let line = Value::table(entries.clone());
        if line.as_str().chars().count() <= WIDE {
            text.line("values", line);
        } else {
            // Too many for one line: a line for each below the red lines, under a heading of their own.
            red_lines(text, on);
            text.gap();
            text.heading(&["positions", id, &issue.id, "values"]);
            for (option, worth) in entries {
                text.line(option, worth);
            }
            return;
        }
    }
    if let Some((best, worst)) = on.ends {
        text.line("ideal", best);
        text.line("worst", worst);
    }
    red_lines(text, on);
}

fn red_lines(text: &mut Document, on: &WantedOn) {
    if !on.never.is_empty() {
        text.line("never", Value::wrapped(&on.never));
    }
    if let Some(most) = on.at_most {
        text.line("at_most", most);
    }
    if let Some(least) = on.at_least {
        text.line("at_least", least);
    }
}

//! What somebody wants, as it will be written.

use std::collections::BTreeSet;

use super::check::{Faults, PlannedIssue};
use super::{OnTheTable, Wants, Wish, Without};
use crate::text::{listed, quoted};
use crate::write::legible;

/// What somebody wants.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) without: Without,
    /// The numbers of issues, most important first.
    pub(super) importance: Vec<Vec<usize>>,
    pub(super) on: Vec<WantedOn>,
}

/// What somebody wants on one issue.
#[derive(Debug)]
pub(super) struct WantedOn {
    /// The number of the issue.
    pub(super) issue: usize,
    /// Of an issue in words, each option with the least and the most that it can be worth.
    pub(super) values: Vec<(String, [f64; 2])>,
    /// Of an issue in numbers, the best and the worst.
    pub(super) ends: Option<(f64, f64)>,
    pub(super) never: Vec<String>,
    pub(super) at_most: Option<f64>,
    pub(super) at_least: Option<f64>,
}

impl WantedOn {
    /// Whether anything on the issue is worth more to it than something else.
    pub(super) fn cares(&self) -> bool {
        !self.values.is_empty() || self.ends.is_some()
    }
}

/// An answer's text without what a case could not hold.
fn plain(written: &str) -> String {
    legible(written).replace(['\n', '\t'], " ").trim().to_owned()
}

pub(super) fn wants(
    wants: &Wants,
    path: &str,
    called: &str,
    issues: &[PlannedIssue],
    faults: &mut Faults,
) -> Wanted {
    let find = |name: &str| issues.iter().position(|issue| issue.name == plain(name));
    let mut on: Vec<WantedOn> = Vec::new();
    for (i, wish) in wants.on.iter().enumerate() {
        let at = format!("{path}/on/{i}");
        match find(&wish.issue) {
            None => unknown(&format!("{at}/issue"), &wish.issue, issues, faults),
            Some(issue) if on.iter().any(|other| other.issue == issue) => faults.push(
                &format!("{at}/issue"),
                format!("it is said twice what {called} wants on {}", quoted(&wish.issue)),
                "leave one of them out",
            ),
            Some(issue) => on.push(wanted_on(wish, issue, &issues[issue], &at, called, faults)),
        }
    }
    if !wants.on.is_empty() || !issues.is_empty() {
        let cares = on.iter().any(WantedOn::cares);
        if !cares {
            faults.push(
                &format!("{path}/on"),
                format!("it is not said what {called} wants"),
                "on one issue at least, say what it would like best and what least",
            );
        }
    }
    let importance = importance(wants, path, called, issues, &on, faults);
    if wants.without.is_none() {
        let steps: Vec<&str> = Without::ALL.iter().map(|step| step.words()).collect();
        faults.push(
            &format!("{path}/without"),
            format!("it is not said what happens to {called} without a deal"),
            format!("choose one of {}", listed(steps)),
        );
    }
    Wanted { without: wants.without.unwrap_or(Without::Middling), importance, on }
}

fn unknown(path: &str, name: &str, issues: &[PlannedIssue], faults: &mut Faults) {
    let names = issues.iter().map(|issue| issue.name.as_str());
    let hint = match crate::nearest::nearest(name, names.clone()) {
        Some(near) => format!("did you mean {}?", quoted(near)),
        None => format!("the issues are {}", listed(names)),
    };
    faults.push(path, format!("{} is not an issue of this case", quoted(name)), hint);
}

fn importance(
    wants: &Wants,
    path: &str,
    called: &str,
    issues: &[PlannedIssue],
    on: &[WantedOn],
    faults: &mut Faults,
) -> Vec<Vec<usize>> {
    let mut order: Vec<Vec<usize>> = Vec::new();
    let mut seen = BTreeSet::new();
    for (i, group) in wants.matters.iter().enumerate() {
        let mut together = Vec::new();
        for (j, name) in group.iter().enumerate() {
            let at = format!("{path}/matters/{i}/{j}");
            let Some(issue) = issues.iter().position(|issue| issue.name == plain(name)) else {
                unknown(&at, name, issues, faults);
                continue;
            };
            if !seen.insert(issue) {
                faults.push(
                    &at,
                    format!("{} stands twice in the order of what matters to {called}", quoted(name)),
                    "leave it where it belongs, and out of the other place",
                );
                continue;
            }
            match on.iter().find(|wanted| wanted.issue == issue) {
                Some(wanted) if wanted.cares() => together.push(issue),
                // All options are the same to it: the issue does not matter, wherever it was put.
                Some(_) => {}
                None => faults.push(
                    &at,
                    format!("{} matters to {called}, but it is not said what it wants there", quoted(name)),
                    "say what it would like best and what least, or leave the issue out of the order",
                ),
            }
        }
        if !together.is_empty() {
            order.push(together);
        }
    }
    let cared: Vec<usize> = on.iter().filter(|wanted| wanted.cares()).map(|wanted| wanted.issue).collect();
    let left_out: Vec<&str> = cared
        .iter()
        .filter(|issue| !seen.contains(issue))
        .map(|issue| issues[*issue].name.as_str())
        .collect();
    if cared.len() > 1 && !left_out.is_empty() {
        faults.push(
            &format!("{path}/matters"),
            format!("it is not said how much {} matters to {called}", listed(left_out)),
            "put all issues on which it wants something in order, the most important first; those that matter alike together",
        );
    }
    order
}

fn wanted_on(
    wish: &Wish,
    number: usize,
    issue: &PlannedIssue,
    at: &str,
    called: &str,
    faults: &mut Faults,
) -> WantedOn {
    let mut wanted = WantedOn {
        issue: number,
        values: Vec::new(),
        ends: None,
        never: Vec::new(),
        at_most: None,
        at_least: None,
    };
    let name = quoted(&issue.name);
    if let OnTheTable::Words(options) = &issue.answers {
        let stated = [
            ("best", wish.best),
            ("worst", wish.worst),
            ("at_most", wish.at_most),
            ("at_least", wish.at_least),
        ];
        for (key, _) in stated.iter().filter(|(_, x)| x.is_some()) {
            faults.push(
                &format!("{at}/{key}"),
                format!("{name} is settled in words, and this is a number"),
                "put its options in order instead, and tick those that it would never accept",
            );
        }
        wanted.values = in_order(wish, options, at, called, &name, faults);
        wanted.never = never(wish, options, at, called, &name, faults);
        return wanted;
    }
    for (key, empty) in [("best_first", wish.best_first.is_empty()), ("never", wish.never.is_empty())] {
        if !empty {
            faults.push(
                &format!("{at}/{key}"),
                format!("{name} is settled by a number, and these are words"),
                "give the best and the worst number, and the most or the least that it would accept",
            );
        }
    }
    in_numbers(wish, issue, at, called, &mut wanted, faults);
    wanted
}

/// What each option can be worth if only the order is known: 1 for the best, 0 for the worst, and between them halfway to the
/// neighbours on both sides. Empty if all are wanted alike.
fn in_order(
    wish: &Wish,
    options: &[String],
    at: &str,
    called: &str,
    name: &str,
    faults: &mut Faults,
) -> Vec<(String, [f64; 2])> {
    let groups: Vec<&Vec<String>> = wish.best_first.iter().filter(|group| !group.is_empty()).collect();
    let mut placed: Vec<(usize, usize)> = Vec::new();
    for (i, group) in wish.best_first.iter().enumerate() {
        let rank = wish.best_first[..i].iter().filter(|group| !group.is_empty()).count();
        for (j, option) in group.iter().enumerate() {
            let path = format!("{at}/best_first/{i}/{j}");
            match options.iter().position(|other| *other == plain(option)) {
                None => unknown_option(&path, option, options, name, faults),
                Some(found) if placed.iter().any(|(other, _)| *other == found) => faults.push(
                    &path,
                    format!("{} stands twice in the order of {called} on {name}", quoted(option)),
                    "leave it where it belongs, and out of the other place",
                ),
                Some(found) => placed.push((found, rank)),
            }
        }
    }
    if groups.is_empty() {
        return Vec::new();
    }
    let missing: Vec<&str> = (0..options.len())
        .filter(|option| placed.iter().all(|(other, _)| other != option))
        .map(|option| options[option].as_str())
        .collect();
    if !missing.is_empty() {
        faults.push(
            &format!("{at}/best_first"),
            format!("the order of {called} on {name} leaves out {}", listed(missing)),
            "every option has a place; those that are wanted alike stand together",
        );
    }
    if groups.len() < 2 {
        return Vec::new();
    }
    let last = (groups.len() - 1) as f64;
    let worth = |rank: usize| {
        let middle = 1.0 - rank as f64 / last;
        if rank == 0 || rank + 1 == groups.len() {
            return [middle, middle];
        }
        let halfway = 0.5 / last;
        [middle - halfway, middle + halfway].map(|x| (x * 100.0).round() / 100.0)
    };
    placed.sort_unstable();
    placed.into_iter().map(|(option, rank)| (options[option].clone(), worth(rank))).collect()
}

fn unknown_option(path: &str, option: &str, options: &[String], name: &str, faults: &mut Faults) {
    let all = options.iter().map(String::as_str);
    let hint = match crate::nearest::nearest(option, all.clone()) {
        Some(near) => format!("did you mean {}?", quoted(near)),
        None => format!("its options are {}", listed(all)),
    };
    faults.push(path, format!("{} is not an option of {name}", quoted(option)), hint);
}

fn never(
    wish: &Wish,
    options: &[String],
    at: &str,
    called: &str,
    name: &str,
    faults: &mut Faults,
) -> Vec<String> {
    let mut never: Vec<String> = Vec::new();
    for (i, option) in wish.never.iter().enumerate() {
        let option = plain(option);
        if !options.contains(&option) {
            unknown_option(&format!("{at}/never/{i}"), &option, options, name, faults);
        } else if !never.contains(&option) {
            never.push(option);
        }
    }
    if !options.is_empty() && never.len() == options.len() {
        faults.push(
            &format!("{at}/never"),
            format!("{called} would never accept any option of {name}, so that there can be no deal"),
            "leave out what it could live with, or add an option",
        );
    }
    never
}

fn in_numbers(
    wish: &Wish,
    issue: &PlannedIssue,
    at: &str,
    called: &str,
    wanted: &mut WantedOn,
    faults: &mut Faults,
) {
    let name = quoted(&issue.name);
    let stated =
        [("best", wish.best), ("worst", wish.worst), ("at_most", wish.at_most), ("at_least", wish.at_least)];
    let mut sound = true;
    for (key, x) in stated {
        if x.is_some_and(|x| x.abs() > 1e15 || x.is_nan()) {
            sound = false;
            faults.push(
                &format!("{at}/{key}"),
                "this is not a number that can be reckoned with",
                "take a larger unit",
            );
        }
    }
    if !sound {
        return;
    }
    match (wish.best, wish.worst) {
        (Some(best), Some(worst)) if (best - worst).abs() <= 1e-9 * best.abs().max(1.0) => faults.push(
            &format!("{at}/worst"),
            format!("{called} would like {best} both best and least on {name}"),
            "leave both out if it does not care",
        ),
        (Some(best), Some(worst)) => wanted.ends = Some((best, worst)),
        (None, None) => {}
        (there, _) => {
            let missing = if there.is_some() { "worst" } else { "best" };
            let said = if there.is_some() { "least" } else { "best" };
            faults.push(
                &format!("{at}/{missing}"),
                format!("it is not said which number {called} would like {said} on {name}"),
                "give both: how much it likes what is between follows from them",
            );
        }
    }
    let (at_most, at_least) = (wish.at_most, wish.at_least);
    if let (Some(most), Some(least)) = (at_most, at_least)
        && least > most
    {
        faults.push(
            &format!("{at}/at_least"),
            format!("{called} would accept no less than {least} and no more than {most} on {name}"),
            "were the two exchanged?",
        );
        return;
    }
    let accepted = |x: f64| at_most.is_none_or(|most| x <= most) && at_least.is_none_or(|least| x >= least);
    let any = match &issue.answers {
        OnTheTable::Numbers(numbers) => numbers.iter().any(|x| accepted(*x)),
        OnTheTable::Range { from, to, step } => match step.filter(|step| *step > 0.0) {
            Some(step) => {
                let steps = ((to - from) / step).round().clamp(0.0, 10_000.0) as usize;
                (0..=steps).any(|i| accepted(from + i as f64 * step))
            }
            None => issue.ends().is_some_and(|(low, high)| {
                at_most.is_none_or(|most| most >= low) && at_least.is_none_or(|least| least <= high)
            }),
        },
        OnTheTable::Words(_) => true,
    };
    if !any {
        let key = if at_most.is_some() { "at_most" } else { "at_least" };
        faults.push(
            &format!("{at}/{key}"),
            format!(
                "{called} would accept nothing that is on the table of {name}, so that there can be no deal"
            ),
            "put something on the table that it could accept, or move its line",
        );
    }
    (wanted.at_most, wanted.at_least) = (at_most, at_least);
}

//! `.gmcr`: a conflict in option form in the JSON of GMCR+ (Kinsara, Petersons, Hipel & Kilgour 2015).
//!
//! Options with the directions in which they can be changed; decision makers, each with the options it controls, its
//! prioritised conditions or its ranking of states, and the conditions under which it does not see a state; conditions
//! that make a state infeasible. A condition is a list of pairs `[option, "Y" or "N"]` that all hold, or
//! `{"compound": true, "members": […]}`, of which at least one holds. Feasible states are numbered from 1 in
//! increasing decimal order, option 0 being the lowest bit, as in a case.

use std::collections::BTreeSet;

use detente_case::Code;
use detente_case::report::{Fault, quoted};

use crate::File;
use crate::data::{Asking, Node};
use crate::names::Ids;
use crate::scenario::Lines;

/// A conflict, with conditions as statements in the words of a case.
#[derive(Debug)]
pub(crate) struct Dispute {
    pub(crate) options: Vec<DisputeOption>,
    pub(crate) makers: Vec<Maker>,
    pub(crate) infeasible: Vec<String>,
    /// Decision makers that act together, by position.
    pub(crate) coalitions: Vec<Vec<usize>>,
}

/// An option that somebody can take or leave.
#[derive(Debug)]
pub(crate) struct DisputeOption {
    pub(crate) id: String,
    pub(crate) name: String,
    /// `both`, `forward` or `back`, as a case says it.
    pub(crate) direction: &'static str,
    pub(crate) line: usize,
}

/// A decision maker.
#[derive(Debug)]
pub(crate) struct Maker {
    pub(crate) name: String,
    pub(crate) options: Vec<usize>,
    pub(crate) preference: Preference,
    pub(crate) hidden: Vec<String>,
    pub(crate) line: usize,
}

/// What a decision maker prefers.
#[derive(Debug)]
pub(crate) enum Preference {
    /// Statements, most important first.
    Prioritised(Vec<String>),
    /// States by number, best first, ties in one group.
    Ranking(Vec<Vec<usize>>),
}

/// The ranking of a decision maker, and whether rankings count: today's name, and that of files until 2014.
const RANKING: [&str; 2] = ["preferenceRanking", "preferenceVector"];
const BY_HAND: [&str; 2] = ["useManualPreferenceRanking", "useManualPreferenceVectors"];

fn either<'n>(node: &'n Node, names: [&str; 2]) -> Option<&'n Node> {
    names.iter().find_map(|name| node.get(name)).filter(|found| !found.is_null())
}

/// Whether states are ranked by hand; `None` with a fault.
fn ranked_by_hand(ask: &mut Asking<'_>, root: &Node) -> Option<bool> {
    if let Some(stated) = either(root, BY_HAND) {
        if stated.truth().is_none() {
            ask.wrong(stated, BY_HAND[0], "`true` or `false`");
        }
        return stated.truth();
    }
    let makers = root.get("decisionMakers").and_then(Node::list).unwrap_or_default();
    let Some(ranking) = makers.iter().find_map(|maker| either(maker, RANKING)) else { return Some(false) };
    ask.push(
        Fault::new(
            Code::MissingKey,
            ranking.span,
            "states are ranked here, and the file does not say whether that counts",
        )
        .label("a ranking")
        .help("add `\"useManualPreferenceRanking\": true`, or `false` if the `preferences` count"),
    );
    None
}

/// Whether a file is a conflict.
pub(crate) fn is_conflict(root: &Node) -> bool {
    root.get("decisionMakers").is_some()
}

/// The conflict; `None` with faults.
pub(crate) fn read(file: &mut File, root: &Node) -> Option<Dispute> {
    let File { text, faults, .. } = file;
    let mut ask = Asking { faults };
    let mut ids = Ids::default();
    let mut options = Vec::new();
    let mut sound = true;
    for (k, node) in ask.needed_list(root, "options")?.iter().enumerate() {
        let name = ask.needed_text(node, "name").map(str::to_owned);
        sound &= name.is_some();
        let name = name.unwrap_or_default();
        let direction = match node.get("permittedDirection").and_then(Node::text).unwrap_or("both") {
            "both" => "both",
            "fwd" => "forward",
            "back" => "back",
            other => {
                let message = format!("{} is no direction of an option", quoted(other));
                let span = node.get("permittedDirection").map_or(node.span, |node| node.span);
                ask.push(
                    Fault::new(Code::UnknownWord, span, message)
                        .label("not known")
                        .help("`both`, `fwd` or `back`"),
                );
                sound = false;
                "both"
            }
        };
        let id = ids.take(&name, "option", k + 1);
        options.push(DisputeOption { id, name, direction, line: Lines::of(text, node.span).0 });
    }
    let infeasible = conditions(&mut ask, root.get("infeasibles"), &options)?;
    let manual = ranked_by_hand(&mut ask, root)?;
    let mut owner: Vec<Option<usize>> = vec![None; options.len()];
    let mut makers = Vec::new();
    for (i, node) in ask.needed_list(root, "decisionMakers")?.iter().enumerate() {
        let name = ask.needed_text(node, "name").map(str::to_owned);
        sound &= name.is_some();
        let mut controlled = Vec::new();
        for stated in ask.needed_list(node, "options")? {
            let Some(option) = stated.whole().filter(|option| *option < options.len()) else {
                no_option(&mut ask, stated, options.len());
                return None;
            };
            if owner[option].is_some_and(|other| other != i) {
                let message =
                    format!("the option {} belongs to two decision makers", quoted(&options[option].name));
                ask.push(
                    Fault::new(Code::Conflict, stated.span, message)
                        .label("already somebody else's")
                        .help("leave it to the one who decides on it"),
                );
                sound = false;
            }
            owner[option] = Some(i);
            controlled.push(option);
        }
        let preference = if manual {
            let Some(ranking) = either(node, RANKING) else {
                ask.needed(node, RANKING[0]);
                return None;
            };
            Preference::Ranking(groups(&mut ask, ranking)?)
        } else {
            Preference::Prioritised(conditions(&mut ask, node.get("preferences"), &options)?)
        };
        let hidden = conditions(&mut ask, node.get("misperceptions"), &options)?;
        let line = Lines::of(text, node.span).0;
        makers.push(Maker { name: name.unwrap_or_default(), options: controlled, preference, hidden, line });
    }
    for (option, _) in options.iter().zip(&owner).filter(|(_, owner)| owner.is_none()) {
        let message = format!("nobody controls the option {}", quoted(&option.name));
        ask.push(
            Fault::new(Code::Conflict, root.span, message)
                .label("in this file")
                .help("name it among the `options` of a decision maker, or take it out"),
        );
        sound = false;
    }
    let coalitions = coalitions(&mut ask, root, makers.len())?;
    sound.then_some(Dispute { options, makers, infeasible, coalitions })
}

fn no_option(ask: &mut Asking<'_>, stated: &Node, count: usize) {
    let message = "there is no such option";
    ask.push(
        Fault::new(Code::UnknownMove, stated.span, message)
            .label("not one of them")
            .help(format!("options are counted from 0; there are {count}")),
    );
}

/// A list of conditions; none if there is no list.
fn conditions(ask: &mut Asking<'_>, list: Option<&Node>, options: &[DisputeOption]) -> Option<Vec<String>> {
    let Some(node) = list.filter(|node| !node.is_null()) else { return Some(Vec::new()) };
    let Some(list) = node.list() else {
        ask.wrong(node, "conditions", "a list");
        return None;
    };
    list.iter().map(|condition| statement(ask, condition, options, 0)).collect()
}

fn statement(ask: &mut Asking<'_>, node: &Node, options: &[DisputeOption], depth: usize) -> Option<String> {
    if let Some(members) = node.get("members") {
        let members = members.list().filter(|members| !members.is_empty() && depth < 8);
        let Some(members) = members else {
            ask.wrong(node, "members", "a list of conditions");
            return None;
        };
        let parts: Option<Vec<String>> =
            members.iter().map(|member| statement(ask, member, options, depth + 1)).collect();
        return parts
            .map(|parts| parts.into_iter().map(|part| format!("({part})")).collect::<Vec<_>>().join(" | "));
    }
    let Some(pairs) = node.list().filter(|pairs| !pairs.is_empty()) else {
        ask.wrong(node, "conditions", "a list of pairs");
        return None;
    };
    let mut parts = Vec::with_capacity(pairs.len());
    for pair in pairs {
        let Some([option, answer]) = pair.list() else {
            ask.wrong(pair, "conditions", "a pair of an option and `\"Y\"` or `\"N\"`");
            return None;
        };
        let Some(stated) = option.whole().and_then(|option| options.get(option)) else {
            no_option(ask, option, options.len());
            return None;
        };
        match answer.text() {
            Some("Y") => parts.push(stated.id.clone()),
            Some("N") => parts.push(format!("!{}", stated.id)),
            // A dash leaves the option open.
            Some("-") => {}
            _ => {
                let message = "an option is taken, `\"Y\"`, or not, `\"N\"`";
                ask.push(
                    Fault::new(Code::UnknownWord, answer.span, message)
                        .label("neither")
                        .help("write one of the two, or `\"-\"` to leave it open"),
                );
                return None;
            }
        }
    }
    if parts.is_empty() {
        ask.push(
            Fault::new(Code::EmptyCondition, node.span, "this condition says nothing")
                .label("always holds")
                .help("name an option and whether it is taken, or take the condition out"),
        );
        return Some(options.first().map_or_else(String::new, |first| format!("{0} | !{0}", first.id)));
    }
    Some(parts.join(" & "))
}

/// A ranking: numbers of states, and lists of numbers for ties.
fn groups(ask: &mut Asking<'_>, ranking: &Node) -> Option<Vec<Vec<usize>>> {
    let Some(list) = ranking.list() else {
        ask.wrong(ranking, "preferenceRanking", "a list");
        return None;
    };
    let mut seen = BTreeSet::new();
    let mut groups = Vec::with_capacity(list.len());
    for entry in list {
        let members = entry.list().unwrap_or(std::slice::from_ref(entry));
        let mut group = Vec::with_capacity(members.len());
        for node in members {
            let Some(state) = node.whole().filter(|state| *state > 0) else {
                ask.wrong(node, "preferenceRanking", "the number of a state");
                return None;
            };
            if !seen.insert(state) {
                let message = format!("the state {state} is ranked twice");
                ask.push(
                    Fault::new(Code::Ranking, node.span, message)
                        .label("again here")
                        .help("keep it in the one place where it belongs"),
                );
                return None;
            }
            group.push(state);
        }
        groups.push(group);
    }
    // Their numbers run from 1 without a gap, or one is missing.
    if let Some(missing) = (1..=seen.len()).find(|state| !seen.contains(state)) {
        let message = format!("the ranking leaves out the state {missing}");
        ask.push(
            Fault::new(Code::Ranking, ranking.span, message)
                .label("incomplete")
                .help("every feasible state has a place, numbered from 1"),
        );
        return None;
    }
    Some(groups)
}

/// Decision makers that act together; those that act alone are left out.
fn coalitions(ask: &mut Asking<'_>, root: &Node, makers: usize) -> Option<Vec<Vec<usize>>> {
    let mut coalitions = Vec::new();
    for node in root.get("coalitions").and_then(Node::list).unwrap_or_default() {
        let Some(members) = node.list() else { continue };
        let members: Option<Vec<usize>> =
            members.iter().map(|member| member.whole().filter(|maker| *maker < makers)).collect();
        let Some(members) = members else {
            ask.wrong(node, "coalitions", "a list of decision makers, counted from 0");
            return None;
        };
        if members.len() > 1 {
            coalitions.push(members);
        }
    }
    Some(coalitions)
}

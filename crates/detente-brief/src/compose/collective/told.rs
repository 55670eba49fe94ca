//! What a body would decide in words.

use detente_model::{Band, Case, Collective, Share};

use super::{BodyAhead, BodyVote, IssueAhead, ShiftWhat};
use crate::words::{self, named};

/// What must be said beside every figure of a body.
pub(super) const FITTED: &str = "Chances and ranges were fitted on decisions of the European Union; other bodies may decide otherwise. Each model says what follows from where everybody stands, and \
                                 none of them knows what nobody wrote down.";

/// A share in percent to a tenth, whole ones without it.
fn tenths(share: f64) -> String {
    words::percent_to_tenths(share).replace(".0 %", " %")
}

/// How a body decides.
pub(super) fn rule(case: &Case, collective: &Collective) -> String {
    let rule = &collective.rule;
    let votes = if collective.actors.iter().all(|actor| actor.votes.is_some()) {
        "votes"
    } else if rule.heads {
        "members, one vote each"
    } else {
        "capability"
    };
    let mut told = match rule.quota.map(|id| case.numbers[id].value) {
        _ if rule.unanimity => "nobody may be against".to_owned(),
        Some(quota) if quota.is_known() => {
            format!("{} of all {votes} must be in favour", tenths(quota.central()))
        }
        Some(quota) => {
            format!("{} to {} of all {votes} must be in favour", tenths(quota.low()), tenths(quota.high()))
        }
        None => format!("more than half of all {votes} must be in favour"),
    };
    if !rule.veto.is_empty() && !rule.unanimity {
        let veto: Vec<String> =
            rule.veto.iter().map(|actor| collective.actors[*actor].name.clone()).collect();
        told = format!("{told}, and none of {} against", words::list(&veto));
    }
    if rule.together && collective.issues.len() > 1 {
        told.push_str("; all issues are voted on as one package");
    }
    told
}

/// A number on a scale, as finely as the scale asks for.
pub(crate) fn place(issue: &IssueAhead, at: f64) -> String {
    on_scale(issue.scale, at)
}

fn on_scale([low, high]: [f64; 2], at: f64) -> String {
    let digits = match high - low {
        width if width >= 50.0 => 0,
        width if width >= 5.0 => 1,
        width if width >= 0.5 => 2,
        _ => 4,
    };
    let shown = format!("{:.digits$}", at.abs());
    let negative = at < 0.0 && shown.bytes().any(|digit| (b'1'..=b'9').contains(&digit));
    let shown = if shown.contains('.') {
        shown.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        shown
    };
    if negative { format!("−{shown}") } else { shown }
}

/// A difference on a scale, with its sign; finer than a place by one digit.
pub(crate) fn difference(issue: &IssueAhead, by: f64) -> String {
    let [low, high] = issue.scale;
    let shown = on_scale([low / 10.0, high / 10.0], by.abs());
    match shown.as_str() {
        "0" => shown,
        _ if by < 0.0 => format!("−{shown}"),
        _ => format!("+{shown}"),
    }
}

/// A range on a scale.
pub(crate) fn range(issue: &IssueAhead, [low, high]: [f64; 2]) -> String {
    let (low, high) = (place(issue, low), place(issue, high));
    if low == high { low } else { format!("{low} to {high}") }
}

/// A band on a scale.
pub(crate) fn band(issue: &IssueAhead, band: Option<Band>) -> String {
    let Some(band) = band else { return "–".to_owned() };
    let (low, high) = (place(issue, band.low), place(issue, band.high));
    let middle = place(issue, band.median);
    if low == high { middle } else { format!("{middle} ({low} to {high})") }
}

/// The unit of an issue after a number, with a blank before it.
fn unit(issue: &IssueAhead) -> String {
    issue.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default()
}

/// Everything in sentences, most important first.
pub(super) fn headline(ahead: &BodyAhead) -> Vec<String> {
    let mut told = first_sentences(ahead, 3);
    if ahead.issues.len() > 3 {
        let more = words::plural(ahead.issues.len() - 3, "more issue stands", "more issues stand");
        told.push(format!("{more} below."));
    }
    told.extend(agreement(ahead));
    told.extend(wanted(ahead));
    told
}

/// The first sentences, for the two pages of a brief.
pub(super) fn in_brief(ahead: &BodyAhead) -> Vec<String> {
    first_sentences(ahead, 2)
}

/// What is decided, and how votes go: votes first where what is likeliest by how such decisions fall would mostly fail under the rule.
fn first_sentences(ahead: &BodyAhead, most: usize) -> Vec<String> {
    let decided = ahead.issues.iter().take(most).map(|issue| decided(ahead, issue));
    let voted = votes(ahead).take(most).map(|(of, vote)| voted(ahead, of, vote));
    if votes(ahead).any(|(_, vote)| vote.passes.value() < 0.5) {
        voted.chain(decided).collect()
    } else {
        decided.chain(voted).collect()
    }
}

/// Of a few places the one that would pass most often, where it is another than what is voted on.
fn rather(of: Option<&IssueAhead>) -> Option<String> {
    let issue = of?;
    let known = issue.options.iter().filter_map(|option| Some((option, option.passes?)));
    let (option, passes) = known.max_by(|one, other| one.1.value().total_cmp(&other.1.value()))?;
    (option.at != issue.voted_on && passes.hits > 0).then(|| {
        format!(
            " {} would pass in {}.",
            words::sentence(&named(&option.name)),
            words::percent(passes.value())
        )
    })
}

/// The votes that were held, each with the issue it is on; `None` for all together.
fn votes(ahead: &BodyAhead) -> impl Iterator<Item = (Option<&IssueAhead>, &BodyVote)> {
    let together = ahead.together.iter().map(|vote| (None, vote));
    together.chain(ahead.issues.iter().filter_map(|issue| Some((Some(issue), issue.vote.as_ref()?))))
}

fn decided(ahead: &BodyAhead, issue: &IssueAhead) -> String {
    let likeliest = issue.options.iter().max_by(|one, other| one.chance.total_cmp(&other.chance));
    let on = named(&issue.name);
    match likeliest {
        Some(place) => format!(
            "On {on}, {} would most likely decide {}: {} of its chances, going by how such decisions fall.",
            ahead.name,
            named(&place.name),
            words::percent(place.chance)
        ),
        None => format!(
            "On {on}, {} would decide around {}{}: half of such decisions lie at {}, nine tenths at {}.",
            ahead.name,
            place(issue, issue.middle),
            unit(issue),
            range(issue, issue.half),
            range(issue, issue.most)
        ),
    }
}

fn voted(ahead: &BodyAhead, of: Option<&IssueAhead>, vote: &BodyVote) -> String {
    let what = match of {
        Some(issue) => format!("On {}, {}", named(&issue.name), voted_on(issue)),
        None => "The package of what is likeliest on each issue".to_owned(),
    };
    let mut deciding: Vec<(&Share, &String)> =
        vote.decides.iter().zip(ahead.actors.iter().map(|(_, name)| name)).collect();
    deciding.sort_by(|one, other| other.0.value().total_cmp(&one.0.value()));
    let most: Vec<String> = deciding
        .iter()
        .filter(|(share, _)| share.value() >= 0.05)
        .take(3)
        .map(|(share, name)| format!("{name} in {}", words::percent(share.value())))
        .collect();
    let whose = if most.is_empty() {
        "no vote alone decides".to_owned()
    } else {
        format!("whose vote alone decides: {}", most.join(", "))
    };
    format!(
        "{what} would pass against things as they are in {} of the worlds drawn; {whose}.{}",
        words::share(vote.passes),
        rather(of).unwrap_or_default()
    )
}

/// What is voted on, by name.
pub(crate) fn voted_on(issue: &IssueAhead) -> String {
    let option = issue.options.iter().find(|option| option.at == issue.voted_on);
    option.map_or_else(|| "what lies in the middle".to_owned(), |option| named(&option.name))
}

fn agreement(ahead: &BodyAhead) -> Option<String> {
    let issue = ahead.issues.first()?;
    let apart = issue.apart?;
    let width = issue.scale[1] - issue.scale[0];
    Some(format!(
        "The models lie {} of the scale apart on {} ({} to {} in nine tenths of the worlds).",
        words::percent(apart.median / width),
        named(&issue.name),
        words::percent(apart.low / width),
        words::percent(apart.high / width)
    ))
}

/// What it would take to get what is wanted.
fn wanted(ahead: &BodyAhead) -> Vec<String> {
    let name = |actor: usize| ahead.actors[actor].1.clone();
    let one = |met: &super::WantMet| {
        let issue = ahead.issues.get(met.want.issue)?;
        let wanted =
            format!("For the middle to reach {} on {}", place(issue, met.want.place), named(&issue.name));
        let alone = met.alone.as_ref().map(|shift| {
            let by = words::percent(shift.by.abs());
            match (shift.what, shift.by > 0.0) {
                (ShiftWhat::Position, up) => {
                    format!(
                        "the least is that {} moves by {by} of the scale {}",
                        name(shift.actor),
                        if up { "up" } else { "down" }
                    )
                }
                (ShiftWhat::Salience, true) => {
                    format!("the least is that it matters more to {} by {by}", name(shift.actor))
                }
                (ShiftWhat::Salience, false) => {
                    format!("the least is that it matters less to {} by {by}", name(shift.actor))
                }
            }
        });
        let together = (!met.together.is_empty()).then(|| {
            let each: Vec<String> = met
                .together
                .iter()
                .map(|shift| format!("{} by {}", name(shift.actor), words::percent(shift.by.abs())))
                .collect();
            format!("{} would have to move that way", words::list(&each))
        });
        Some(match (alone, together) {
            (Some(alone), _) => format!("{wanted}, {alone}."),
            (None, Some(together)) => format!("{wanted}, no one's shift is enough; {together}."),
            (None, None) if met.reached => {
                format!("{wanted}, nobody needs to move: it lies at {}.", place(issue, met.now))
            }
            (None, None) => format!("{wanted}, not even all together could move far enough."),
        })
    };
    ahead.wanted.iter().filter_map(one).collect()
}

impl BodyAhead {
    /// The same with some issues alone, by their places; with all where none are named.
    #[must_use]
    pub fn only(mut self, issues: &[usize]) -> Self {
        if issues.is_empty() {
            return self;
        }
        let keep = |at: usize| issues.contains(&at);
        for turn in &mut self.turns {
            for stands in turn {
                let mut at = 0..;
                stands.retain(|_| at.next().is_some_and(keep));
            }
        }
        // Places of what is left.
        let left: Vec<usize> = (0..self.issues.len()).filter(|at| keep(*at)).collect();
        self.wanted.retain_mut(|met| match left.iter().position(|at| *at == met.want.issue) {
            Some(at) => {
                met.want.issue = at;
                true
            }
            None => false,
        });
        let mut at = 0..;
        self.issues.retain(|_| at.next().is_some_and(keep));
        self.headline = headline(&self);
        self
    }

    /// What must be said beside it.
    pub fn caution(&self) -> &'static str {
        FITTED
    }

    /// In a few sentences for the two pages of a brief.
    pub fn in_brief(&self) -> Vec<String> {
        in_brief(self)
    }
}

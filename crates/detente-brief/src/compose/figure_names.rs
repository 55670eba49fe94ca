//! The figures of a case in words: what a reader is told in the place of a path such as `positions.port.no_deal`.

use detente_model::{Case, Input, Position, Valuation};

use crate::extract::marks::{bare, marked};
use crate::words::named;

/// What is in doubt, in words.
pub(crate) fn input(case: &Case, input: Input) -> String {
    of_path(case, &input.path(case))
}

/// The figure, or the group of figures, at a path; a path that means nothing to the case stands for itself.
///
/// Names keep the shape that the case gives them, whatever it is.
pub(crate) fn of_path(case: &Case, path: &str) -> String {
    let (table, rest) = path.split_once('.').unwrap_or((path, ""));
    let told = match table {
        "positions" => position(case, rest),
        "prefers" => {
            actor(case, rest).map(|name| format!("what {name} would rather have, by the packages compared"))
        }
        "propositions" => proposition(case, rest),
        "audiences" => actor(case, rest.strip_suffix(".weight").unwrap_or(rest))
            .map(|name| format!("the weight of {name} at home")),
        "ratification" => actor(case, rest.strip_suffix(".quota").unwrap_or(rest))
            .map(|name| format!("the share that {name} must win at home")),
        "exchange" => exchange(case, rest),
        "durability" => durability(case, rest),
        "talks" => talks(case, rest),
        "collective" => collective(case, rest),
        "parties" => blocking(case, rest),
        "claims" => claim(case, rest),
        "commitments" => commitment(case, rest),
        "evidence" => rest
            .strip_prefix("likelihood_ratios.")
            .map(|strength| format!("how telling a {strength} claim is")),
        "conflict" => preference(case, rest),
        "forecasts" => {
            let id = rest.split('.').next().unwrap_or_default();
            let forecast = case.forecasts.iter().find(|forecast| forecast.id == id);
            forecast.map(|forecast| format!("how likely it was said to be that {}", named(&forecast.text)))
        }
        "interactions" => Some(format!("what options are worth only together ({path})")),
        _ => None,
    };
    told.unwrap_or_else(|| format!("`{path}`"))
}

/// The name of whoever goes by an id.
fn actor<'c>(case: &'c Case, id: &str) -> Option<&'c str> {
    let party = case.parties.iter().find(|party| party.id == id).map(|party| party.name.as_str());
    party.or_else(|| {
        case.audiences.iter().find(|audience| audience.id == id).map(|audience| audience.name.as_str())
    })
}

/// An option as a path has it. One whose words an extract puts others in the place of carries the mark.
fn option_named(case: &Case, option: &str) -> String {
    let there = || case.issues.iter().any(|issue| issue.text_option(option).is_some());
    if option.parse::<f64>().is_ok() || there() { named(option) } else { marked(&named(option)) }
}

fn position(case: &Case, rest: &str) -> Option<String> {
    let (id, key) = rest.split_once('.')?;
    let stated = case.positions.iter().find(|position| case.actor_id(position.of) == id)?;
    let name = case.actor_name(stated.of);
    match key {
        "no_deal" => return Some(format!("what no deal is worth to {name}")),
        "importance" => return Some(format!("how much each issue matters to {name}, by their order")),
        "weights" => return Some(format!("how much each issue matters to {name}")),
        _ => {}
    }
    let issue = |id: &str| case.issues.iter().find(|issue| issue.id == id).map(|issue| named(&issue.name));
    if let Some(weighed) = key.strip_prefix("weights.") {
        return Some(format!("how much {} matters to {name}", issue(weighed)?));
    }
    let (id, what) = key.split_once('.')?;
    let on = issue(id)?;
    Some(match what {
        "ideal" => format!("the best that {on} could be for {name}"),
        "worst" => format!("the worst that {on} could be for {name}"),
        "at_most" => format!("the most on {on} that {name} could ever accept"),
        "at_least" => format!("the least on {on} that {name} could ever accept"),
        _ if what.starts_with("never[") => {
            let line = stated.issues.iter().flat_map(|on| &on.doubtful).find(|line| {
                let path = format!("positions.{rest}");
                case.numbers[line.sure].path == path || case.numbers[line.quantile].path == path
            });
            let on_issue = case.issues.iter().find(|issue| issue.id == id)?;
            format!(
                "whether {name} means its red line on {on}: {}",
                option_named(case, &on_issue.label(line?.option))
            )
        }
        _ => match what.strip_prefix("values.") {
            Some(option) => format!("what {} on {on} is worth to {name}", option_named(case, option)),
            None => match point(case, stated, id, what) {
                Some(at) => format!("what {at} of {on} is worth to {name}"),
                None => format!("what {on} is worth to {name} ({what})"),
            },
        },
    })
}

/// Where a point lies at which a curve is stated: of `points[2]` the number of the second, with its unit.
fn point(case: &Case, position: &Position, id: &str, what: &str) -> Option<String> {
    let place: usize = what.strip_prefix("points[")?.strip_suffix(']')?.parse().ok()?;
    let on = position.issues.iter().find(|on| case.issue(on.issue).id == id)?;
    let Some(Valuation::Piecewise(points)) = &on.valuation else { return None };
    let (at, _) = points.get(place.checked_sub(1)?)?;
    Some(case.issue(on.issue).label_of_number(*at))
}

fn proposition(case: &Case, rest: &str) -> Option<String> {
    let id = rest.split('.').next().unwrap_or(rest);
    let text = named(&case.propositions.iter().find(|proposition| proposition.id == id)?.text);
    Some(match rest.split_once('.') {
        None => format!("the truth of {text}"),
        Some((_, "prior")) => format!("how likely {text} was before any claim"),
        Some(_) => format!("what follows from {text} (`propositions.{rest}`)"),
    })
}

fn exchange(case: &Case, rest: &str) -> Option<String> {
    if let Some(of_lot) = rest.strip_prefix("lots.") {
        let lots = &case.exchange.as_ref()?.lots;
        // Of two names of which one begins the other, the longer is meant.
        let fits = |lot: &&detente_model::Lot| {
            of_lot.strip_prefix(bare(&lot.name).as_str()).is_some_and(|rest| rest.starts_with('.'))
        };
        let lot = lots.iter().filter(fits).max_by_key(|lot| lot.name.len())?;
        let (name, key) = (named(&lot.name), &of_lot[bare(&lot.name).len() + 1..]);
        return match key.strip_prefix("worth.") {
            Some(id) => Some(format!("what one of {name} is worth to {}", actor(case, id)?)),
            None => Some(format!("how many there are of {name}")),
        };
    }
    if rest == "pledge_days" {
        return Some("the length of the pledge".to_owned());
    }
    if let Some(place) = rest.strip_prefix("extended[") {
        let place: usize = place.split(']').next()?.parse().ok()?;
        let agreed = case.exchange.as_ref()?.extended.get(place.checked_sub(1)?)?.agreed;
        return Some(format!("the days of calm that were added on {agreed}"));
    }
    let (key, of) = rest.split_once('.').unwrap_or((rest, ""));
    let who = || actor(case, of.split('[').next().unwrap_or(of));
    Some(match key {
        "war_gain_per_day" => format!("what a day of fighting gains {}", who()?),
        "calm_value_per_day" => format!("what a day of calm is worth to {}", who()?),
        "day_after" => format!("what the relation afterwards is worth to {}", who()?),
        "guarantee" => format!("what a breach would cost {}", who()?),
        "guarantee_table" => {
            let (option, id) = of.rsplit_once('.')?;
            format!("what a breach would cost {} under {}", actor(case, id)?, option_named(case, option))
        }
        "escrow" => format!("what {} would deposit", who()?),
        "capacity_per_day" => format!("the most that {} could hand over in a day", who()?),
        "minimum_batch" => format!("the fewest that {} would hand over at a time", who()?),
        "guarantee_over_time" => {
            format!("how much of the guarantee binds {} on each day (`exchange.{rest}`)", who()?)
        }
        "discount_per_day" => "how much less a later day counts".to_owned(),
        "rounds_per_day" => "how many handovers there can be in a day".to_owned(),
        "extension" => format!("the rule on extensions (`exchange.{rest}`)"),
        _ => return None,
    })
}

fn durability(case: &Case, rest: &str) -> Option<String> {
    if rest.starts_with("class.") {
        return Some("how long agreements of this class have lasted elsewhere".to_owned());
    }
    if rest == "baseline.spread" || rest == "shape" {
        return Some("how fast the risk of breaking falls".to_owned());
    }
    if rest == "breach" {
        return Some("what an open breach does to the risk of ending".to_owned());
    }
    if rest.starts_with("baseline") {
        return Some("how long agreements have lasted here".to_owned());
    }
    let rest = rest.strip_prefix("factors.")?;
    let factors = case.durability.iter().flat_map(|stated| &stated.factors);
    let factor = factors
        .filter(|factor| {
            rest.strip_prefix(bare(&factor.name).as_str()).is_some_and(|rest| rest.starts_with('.'))
        })
        .max_by_key(|factor| factor.name.len())?;
    Some(format!("what {} does to how long it lasts", named(&factor.name)))
}

fn talks(case: &Case, rest: &str) -> Option<String> {
    let stated = case.talks.as_ref()?;
    if let Some(rest) = rest.strip_prefix("parties.") {
        let (id, key) = rest.split_once('.')?;
        let name = actor(case, id)?;
        return Some(match key {
            "firmness" => format!("how firmly {name} bargains"),
            "patience" => format!("over how many days {name} would come down"),
            "cost_per_day" => format!("what a day of going on costs {name}"),
            "pressure_per_day" => format!("how much its home presses {name} each day"),
            "optimism" => format!("by how much {name} overrates what no deal is worth"),
            _ => {
                let way = key.strip_prefix("strategy.")?;
                format!("how likely it is that {name} bargains by {}", named(way))
            }
        });
    }
    let of = |kind: &str, names: &mut dyn Iterator<Item = &String>| {
        let rest = rest.strip_prefix(kind)?;
        // Of two names of which one begins the other, the longer is meant.
        let fits =
            |name: &&String| rest.strip_prefix(bare(name).as_str()).is_some_and(|rest| rest.starts_with('.'));
        let name = names.filter(fits).max_by_key(|name| name.len())?;
        Some((named(name), rest[bare(name).len() + 1..].to_owned()))
    };
    if let Some((name, key)) = of("events.", &mut stated.events.iter().map(|event| &event.name)) {
        return Some(match key.as_str() {
            "per_month" => format!("how often {name} happens in thirty days"),
            "suspends" => format!("for how many days {name} suspends the talks"),
            _ => format!("how likely {name} ends the talks"),
        });
    }
    if let Some((name, _)) = of("levers.", &mut stated.levers.iter().map(|lever| &lever.name)) {
        return Some(format!("how far {name} goes"));
    }
    Some(match rest {
        "every" => "how many days lie between meetings".to_owned(),
        "deadline" => "after how many days the talks end".to_owned(),
        "beliefs_halve" => "in how many days beliefs come half as near".to_owned(),
        _ => return None,
    })
}

fn blocking(case: &Case, rest: &str) -> Option<String> {
    let (id, key) = rest.split_once('.')?;
    let name = actor(case, id)?;
    Some(match key {
        "balance" => format!("what {name} has got or given in other dealings"),
        _ => format!("what it costs {name} to be the one who says no"),
    })
}

fn collective(case: &Case, rest: &str) -> Option<String> {
    let body = case.collective.as_ref()?;
    let issue = |id: &str| body.issue(id).map(|at| named(&body.issues[at].name));
    if let Some(rest) = rest.strip_prefix("actors.") {
        let (id, key) = rest.split_once('.')?;
        let name = &body.actors[body.actor(id)?].name;
        let (key, of) = key.split_once('.').unwrap_or((key, ""));
        return Some(match key {
            "capability" => format!("what {name} can bring to bear"),
            "votes" => format!("what the vote of {name} counts"),
            "position" => format!("where {name} stands on {}", issue(of)?),
            "salience" => format!("how much {} matters to {name}", issue(of)?),
            "balance" => format!("what {name} has got or given in other decisions"),
            _ => format!("what it costs {name} to be the one who says no"),
        });
    }
    if let Some(rest) = rest.strip_prefix("issues.") {
        return Some(format!("how things stand on {}", issue(rest.strip_suffix(".status_quo")?)?));
    }
    (rest == "rule.quota").then(|| "what share of the votes is needed".to_owned())
}

fn claim(case: &Case, rest: &str) -> Option<String> {
    let (id, key) = rest.rsplit_once('.')?;
    let claim = case.claims.iter().find(|claim| bare(&claim.id) == id)?;
    let what = named(claim.text.as_deref().unwrap_or(&claim.id));
    Some(if key == "value" { format!("the count in {what}") } else { format!("how telling this is: {what}") })
}

fn commitment(case: &Case, rest: &str) -> Option<String> {
    let id = rest.strip_suffix(".grace")?;
    let commitment = case.commitments.iter().find(|commitment| bare(&commitment.id) == id)?;
    Some(format!("how late nobody would call late: {}", named(&commitment.what)))
}

fn preference(case: &Case, rest: &str) -> Option<String> {
    let (id, place) = rest.strip_prefix("preferences.")?.split_once('[')?;
    let place = place.split(']').next().unwrap_or_default();
    Some(format!("how sure statement {place} of {} is", actor(case, id)?))
}

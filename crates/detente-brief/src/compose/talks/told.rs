//! The talks ahead in words.

use detente_model::{Band, Case, PartyId, TalksProtocol};
use detente_talks::Way;
use detente_talks::course::Variation;

use super::{EndedBy, LeverTried, TalksAhead};
use crate::words::{self, named};

/// What must be said beside every figure of talks.
pub(super) const NO_FORECAST: &str = "This is no forecast of the talks: it is what follows from the judgements of the case on how people bargain and on what may \
                                      happen meanwhile.";

/// The same on the two pages, where every line counts.
pub(super) const NO_FORECAST_IN_BRIEF: &str =
    "This is no forecast, but what follows from the judgements of the case.";

/// How much hangs on the way of bargaining, on the two pages: without the names of the ways.
pub(super) fn on_the_way_in_brief(ahead: &TalksAhead) -> String {
    match ahead.parts {
        Some([most, least]) => {
            let (most, least) = (&ahead.assumed[most], &ahead.assumed[least]);
            format!(
                "That hangs on how people bargain: there is an agreement within {} in {} of the worlds drawn if {}, in {} if {}, and in {} as the case has it.",
                words::plural(ahead.horizon, "day", "days"),
                words::share(most.agreement),
                assumption_in_brief(&ahead.case, &most.variation),
                words::share(least.agreement),
                assumption_in_brief(&ahead.case, &least.variation),
                words::share(ahead.agreement())
            )
        }
        None => on_the_way(ahead),
    }
}

/// What shortens them most, on the two pages.
pub(super) fn strongest_in_brief(ahead: &TalksAhead) -> Option<String> {
    match shortening_most(ahead) {
        Some(lever) => Some(format!(
            "Of what was tried, this shortens the talks most: {}, by {} days on the mean.",
            lever.name,
            fewer(lever)
        )),
        None => strongest(ahead),
    }
}

/// An assumption of how people bargain.
pub(super) fn assumption(case: &Case, variation: &Variation) -> String {
    match variation {
        Variation::AsStated => "as the case has it".to_owned(),
        Variation::Everybody(way) => everybody(*way),
        Variation::FirmAlone(place) => format!("{} concedes late, everybody else early", party(case, *place)),
        other => lever(case, other),
    }
}

/// The same without the name of a way, where there are plain words for it.
fn assumption_in_brief(case: &Case, variation: &Variation) -> String {
    match variation {
        Variation::Everybody(way) => match in_plain_words(*way) {
            Some(how) => format!("everybody {how}"),
            None => everybody(*way),
        },
        other => assumption(case, other),
    }
}

fn everybody(way: Way) -> String {
    match in_plain_words(way) {
        Some(how) => format!("everybody {how} ({way})"),
        None => format!("everybody bargains by {way}"),
    }
}

/// What somebody does who bargains in a way.
fn in_plain_words(way: Way) -> Option<&'static str> {
    Some(match way.to_string().as_str() {
        "boulware" => "concedes late",
        "linear" => "concedes evenly",
        "conceder" => "concedes early",
        "relative tit for tat" => "moves as the others do",
        "micro" => "makes one new offer for each new offer",
        "tough" => "never concedes",
        _ => return None,
    })
}

/// What somebody could do.
pub(super) fn lever(case: &Case, variation: &Variation) -> String {
    match variation {
        Variation::Deadline(days) => {
            format!("a deadline after {}", words::plural(*days as u64, "day", "days"))
        }
        Variation::Protocol(TalksProtocol::SingleText) => "a mediator's single text".to_owned(),
        Variation::Protocol(TalksProtocol::MediatorProposes) => "a mediator who proposes".to_owned(),
        Variation::Protocol(TalksProtocol::AlternatingOffers) => {
            "offers in turn, without a mediator's text".to_owned()
        }
        Variation::Protocol(TalksProtocol::SimultaneousOffers) => "offers of all at once".to_owned(),
        Variation::TwiceAsOften => "meetings twice as often".to_owned(),
        Variation::Pressure(place, _) => format!("more pressure at home on {}", party(case, *place)),
        Variation::Settled(issue, option) => {
            let issue = case.issue(*issue);
            format!("settled beforehand, {}: {}", named(&issue.name), named(&issue.label(*option)))
        }
        Variation::Without(event) => format!("without {}", event_named(case, *event)),
        Variation::Lever(lever) => {
            let lever = case.talks.as_ref().and_then(|talks| talks.levers.get(*lever));
            lever.map_or_else(String::new, |lever| named(&lever.name))
        }
        other => assumption(case, other),
    }
}

fn party(case: &Case, place: usize) -> String {
    let bargainer = case.talks.as_ref().and_then(|talks| talks.bargainers.get(place));
    bargainer.map_or_else(String::new, |bargainer| name(case, bargainer.of))
}

fn name(case: &Case, party: PartyId) -> String {
    case.party(party).name.clone()
}

fn event_named(case: &Case, event: usize) -> String {
    let event = case.talks.as_ref().and_then(|talks| talks.events.get(event));
    event.map_or_else(String::new, |event| named(&event.name))
}

/// What ended talks.
pub(super) fn end(case: &Case, end: EndedBy) -> String {
    match end {
        EndedBy::Agreement => "an agreement".to_owned(),
        EndedBy::Deadline => "the deadline".to_owned(),
        EndedBy::Event(event) => event_named(case, event),
        EndedBy::Nothing => "nothing: they are still talking".to_owned(),
    }
}

/// Days as people read them, with nine tenths of the worlds: `day 84 (21–170)`.
pub(super) fn day(band: Band) -> String {
    format!("day {:.0} ({:.0}–{:.0})", band.median, band.low, band.high)
}

/// All of it in sentences, most important first.
pub(super) fn headline(ahead: &TalksAhead) -> Vec<String> {
    let mut told = vec![on_the_way(ahead)];
    told.extend(on_what(ahead));
    told.extend(ahead.day.map(|band| {
        format!(
            "Where there is an agreement as the case has it, it comes on {}; the brackets hold nine tenths of these worlds.",
            day(band)
        )
    }));
    told.extend(what_ends(ahead));
    told.extend(strongest(ahead));
    told.extend(how_far(ahead));
    told
}

/// How much hangs on the way of bargaining.
fn on_the_way(ahead: &TalksAhead) -> String {
    let within = words::plural(ahead.horizon, "day", "days");
    let stated = words::share(ahead.agreement());
    match ahead.parts {
        Some([most, least]) => {
            let (most, least) = (&ahead.assumed[most], &ahead.assumed[least]);
            format!(
                "How the talks go hangs on how people bargain: an agreement within {within} comes in {} of the worlds drawn in the case “{}”, and in {} in the \
                 case “{}”; as the case has it, in {stated}.",
                words::share(most.agreement),
                most.name,
                words::share(least.agreement),
                least.name
            )
        }
        None => {
            format!(
                "Whichever way people bargain, the chance of an agreement within {within} is much the same: {stated} as the case has it."
            )
        }
    }
}

/// On what they agree, and whether that hangs on the way of bargaining.
fn on_what(ahead: &TalksAhead) -> Option<String> {
    let (package, share) = ahead.assumed.first()?.leading.as_ref()?;
    let others = ahead.assumed.iter().filter_map(|assumed| Some(&assumed.leading.as_ref()?.0));
    let mut different: Vec<_> = others.collect();
    different.sort_by(|a, b| a.0.cmp(&b.0));
    different.dedup();
    let label = words::package(&ahead.case, package);
    let agreed = format!(
        "As the case has it they agree most often on “{label}”, in {} of the agreements",
        words::percent(share.value())
    );
    Some(match different.len() {
        1 => format!("{agreed}, and so they do under every other assumption that leads to one."),
        n => format!(
            "{agreed}; but on what they agree most often hangs on how they bargain as well: under the assumptions tried, {n} different packages lead."
        ),
    })
}

/// What ends them if no agreement does.
fn what_ends(ahead: &TalksAhead) -> Option<String> {
    let others = ahead.ends.iter().filter(|(end, share)| *end != EndedBy::Agreement && share.hits > 0);
    let told: Vec<String> = others
        .map(|(ended, share)| match ended {
            EndedBy::Nothing => format!("in {} they are still talking", words::percent(share.value())),
            _ => format!("in {} they end by {}", words::percent(share.value()), end(&ahead.case, *ended)),
        })
        .collect();
    (!told.is_empty()).then(|| format!("Without an agreement: {}.", words::list(&told)))
}

/// What shortens them most; of levers whose interval holds nothing none is named.
pub(super) fn strongest(ahead: &TalksAhead) -> Option<String> {
    if ahead.levers.is_empty() {
        return None;
    }
    Some(match shortening_most(ahead) {
        Some(lever) => format!(
            "Of what was tried, this shortens them most: {}. The days without an agreement fall by {} on the mean, and the chance of one within {} changes by \
             {}, in the same worlds.",
            lever.name,
            fewer(lever),
            words::plural(ahead.horizon, "day", "days"),
            words::points(lever.gain.0)
        ),
        None => {
            "Nothing that was tried shortens them by more than the number of draws leaves open.".to_owned()
        }
    })
}

/// The first of the levers whose saving of days is beyond what the number of draws leaves open.
fn shortening_most(ahead: &TalksAhead) -> Option<&LeverTried> {
    ahead.levers.iter().find(|lever| lever.days.1[1] < 0.0)
}

/// `12 (9–15)`.
fn fewer(lever: &LeverTried) -> String {
    let (days, [low, high]) = lever.days;
    format!("{:.0} ({:.0}–{:.0})", -days, -high, -low)
}

/// How far what they agree on lies from what was possible.
fn how_far(ahead: &TalksAhead) -> Option<String> {
    let gain = ahead.distance.all_gain?;
    let mut told = format!(
        "In {} of the agreements another package would have been better for all at once; half of them leave {} or less on the table, on each party's scale.",
        words::percent(1.0 - ahead.distance.none_better.value()),
        in_hundredths(gain.median)
    );
    let beside: Vec<String> = (ahead.parties.iter().zip(&ahead.distance.from_nash))
        .filter_map(|(party, band)| {
            let band = (*band)?;
            Some(format!(
                "{} gets {} ({} to {})",
                name(&ahead.case, *party),
                signed(band.median),
                signed(band.low),
                signed(band.high)
            ))
        })
        .collect();
    if !beside.is_empty() {
        told.push_str(&format!(" Beside the Nash package of the same world, {}.", words::list(&beside)));
    }
    Some(told)
}

fn in_hundredths(x: f64) -> String {
    words::value(detente_deals::Units::from_f64(x))
}

fn signed(x: f64) -> String {
    words::difference(detente_deals::Units::from_f64(x))
}

//! Why they are stuck: states, what holds them, the ways between, and reasons in words.

use detente_stability::{Concept, StabilityError, State, StateSet, UnknownType};

use super::table::{Align, table};
use super::wrapped;
use crate::compose::standstill::{Standstill, Wanted};
use crate::words;

/// How many states are listed.
const SHOWN: usize = 40;

/// The short account, for the brief.
pub(super) fn account(found: &Standstill, width: usize) -> String {
    let account = found.account();
    let paragraph = |sentences: &[String]| match sentences {
        [] => String::new(),
        sentences => wrapped(&sentences.join(" "), width),
    };
    let mut text = paragraph(&account.now) + &paragraph(&account.outlook);
    for prospect in &account.prospects {
        text.push_str(&wrapped(&format!("The day after, in {}:", prospect.state), width));
        text.push_str(&listed(&prospect.views, width));
        if !prospect.keeps.is_empty() {
            text.push_str(&wrapped("What would keep it so:", width));
            text.push_str(&listed(&prospect.keeps, width));
        }
    }
    let likely = likely(found);
    if !likely.is_empty() {
        text.push_str(&wrapped(&likely, width));
    }
    text
}

/// Sentences under each other, each with a dot before it.
fn listed(sentences: &[String], width: usize) -> String {
    let indent = textwrap::Options::new(width).initial_indent("  · ").subsequent_indent("    ");
    sentences.iter().map(|sentence| textwrap::fill(sentence, &indent) + "\n").collect()
}

/// How likely the states that the account speaks of are to hold.
fn likely(found: &Standstill) -> String {
    let Some(likelihood) = &found.likelihood else { return String::new() };
    let spoken_of = found.graph.status_quo().into_iter().chain(found.rests.iter().flatten().copied());
    let mut states: Vec<State> = spoken_of.chain(found.prospects.iter().map(|each| each.state)).collect();
    states.sort_unstable();
    states.dedup();
    let told: Vec<String> = states
        .into_iter()
        .filter_map(|state| {
            let share = likelihood.share(state, Concept::Sequential)?;
            Some(format!("{} in {}", found.numbered(state), words::share(share)))
        })
        .collect();
    if told.is_empty() {
        return String::new();
    }
    format!(
        "Over the draws of what is in doubt about their preferences, looking ahead, these would hold: {}.",
        words::list(&told)
    )
}

/// The states, with the senses in which each holds for everyone.
pub(super) fn states(found: &Standstill, width: usize) -> String {
    let graph = &found.graph;
    let strongly: Vec<(Concept, StateSet)> = Concept::ALL
        .into_iter()
        .filter_map(|concept| Some((concept, found.stability.strong_equilibria(concept)?)))
        .collect();
    let words_of =
        |senses: &mut dyn Iterator<Item = Concept>| senses.map(Concept::word).collect::<Vec<_>>().join(" ");
    let shown = found.shortlist(SHOWN);
    let mut columns = vec![("state", Align::Right), ("what it is", Align::Left), ("holds", Align::Left)];
    if !strongly.is_empty() {
        columns.push(("strongly", Align::Left));
    }
    if found.likelihood.is_some() {
        columns.push(("seq in", Align::Right));
    }
    columns.push(("", Align::Left));
    let rows = shown.iter().map(|(state, senses)| {
        let state = *state;
        let number = graph.number(state).map(|number| number.to_string()).unwrap_or_default();
        let mut row = vec![number, found.described(state), words_of(&mut senses.iter().copied())];
        if !strongly.is_empty() {
            let holds = strongly.iter().filter(|(_, set)| set.contains(state));
            row.push(words_of(&mut holds.map(|(concept, _)| *concept)));
        }
        if let Some(likelihood) = &found.likelihood {
            row.push(likelihood.share(state, Concept::Sequential).map(words::share).unwrap_or_default());
        }
        row.push(if graph.status_quo() == Some(state) { "now" } else { "" }.to_owned());
        row
    });
    let mut text = table(&columns, rows.collect(), width);
    if graph.len() > SHOWN {
        let count = |concept: Concept| {
            let set = found.stability.equilibria(concept)?;
            Some(format!("{} {}", concept.word(), words::count(set.len() as u128)))
        };
        let counts: Vec<String> = Concept::ALL.into_iter().filter_map(count).collect();
        text.push_str(&wrapped(
            &format!(
                "Of {} the first {} that hold in some sense are shown. In all there hold: {}.",
                words::plural(graph.len() as u128, "state", "states"),
                shown.len(),
                counts.join(", ")
            ),
            width,
        ));
    }
    text.push_str(&wrapped(
        "A state holds if nobody would leave it: nash, because nobody gains by it; gmr, because every gain could be \
         answered; smr, the same without escape; seq, by an answer that pays whoever gives it; sim, because others may \
         move at once.",
        width,
    ));
    if !strongly.is_empty() {
        text.push_str(&wrapped(
            "It holds strongly if every answer leaves who would move much worse off (`>>`), and weakly else.",
            width,
        ));
    }
    if let Some(likelihood) = &found.likelihood {
        text.push_str(&wrapped(
            &format!(
                "`seq in`: the share of {} of what is in doubt about the preferences in which it holds sequentially; \
                 in brackets the range that the number of draws leaves. `holds` takes every preference as it more \
                 probably is.",
                words::plural(likelihood.draws() as u128, "draw", "draws")
            ),
            width,
        ));
    }
    text
}

/// What holds although it is not known what someone prefers, by how the unknown is taken.
pub(super) fn despite_unknown(found: &Standstill, width: usize) -> String {
    if found.despite_unknown.is_empty() {
        return String::new();
    }
    let how = |by: UnknownType| match by {
        UnknownType::A => "drawn to it, not held back by it",
        UnknownType::B => "neither drawn nor held back",
        UnknownType::C => "drawn to it and held back by it",
        UnknownType::D => "held back by it, not drawn to it",
    };
    let senses = found.despite_unknown[0].holds.iter().map(|(concept, _)| (concept.word(), Align::Left));
    let columns: Vec<(&str, Align)> =
        std::iter::once(("who takes the unknown as", Align::Left)).chain(senses).collect();
    let rows = found.despite_unknown.iter().map(|despite| {
        let cells = despite.holds.iter().map(|(_, set)| numbers(found, set));
        std::iter::once(how(despite.by).to_owned()).chain(cells).collect()
    });
    table(&columns, rows.collect(), width)
        + &wrapped(
            "The states that hold for everyone, by how all take a preference that nobody knows.",
            width,
        )
}

/// The conflict as each party sees it.
pub(super) fn perceived(found: &Standstill, width: usize) -> String {
    let Some(perceived) = &found.perceived else { return String::new() };
    let graph = &found.graph;
    let mut text = String::new();
    for party in 0..graph.parties() {
        if let Some(hidden) = graph.hidden_from(party) {
            let line = format!("{} does not see: {}.", graph.name(party), numbers(found, hidden));
            text.push_str(&wrapped(&line, width));
        }
    }
    let columns = [("holds", Align::Left), ("as they see it", Align::Left), ("in full view", Align::Left)];
    let rows = Concept::ALL.into_iter().filter_map(|concept| {
        let seen = perceived.equilibria(concept)?;
        let full = found.stability.equilibria(concept)?;
        Some(vec![concept.word().to_owned(), numbers(found, &seen), numbers(found, &full)])
    });
    text + &table(&columns, rows.collect(), width)
        + &wrapped(
            "What holds as they see it and not in full view is where a surprise would move the conflict.",
            width,
        )
}

/// States by number; the first few of many.
fn numbers(found: &Standstill, set: &StateSet) -> String {
    let numbers: Vec<String> =
        set.iter().filter_map(|state| found.graph.number(state)).map(|number| number.to_string()).collect();
    match numbers.len() {
        0 => "none".to_owned(),
        count if count > SHOWN => format!("{} and {} more", numbers[..SHOWN].join(" "), count - SHOWN),
        _ => numbers.join(" "),
    }
}

/// The ways from the status quo to whatever holds.
pub(super) fn paths(found: &Standstill, width: usize) -> String {
    let lines = found.routes.iter().take(SHOWN).map(|route| found.way(route));
    let mut text: String = lines.map(|line| wrapped(&line, width)).collect();
    if found.routes.len() > SHOWN {
        text.push_str(&wrapped(&format!("{} more are in `--json`.", found.routes.len() - SHOWN), width));
    }
    text
}

/// The verdicts on one state in words.
pub(super) fn reasons(
    found: &Standstill,
    state: State,
    senses: &[Concept],
    width: usize,
) -> Result<String, StabilityError> {
    let reasons = found.reasons(state, senses)?;
    let paragraphs = reasons.iter().map(|sentences| wrapped(&sentences.join(" "), width));
    Ok(paragraphs.collect::<Vec<_>>().join("\n"))
}

/// What would make a wanted state hold.
pub(super) fn wanted(found: &Standstill, wanted: &Wanted, width: usize) -> String {
    found.keeps(wanted).iter().map(|sentence| wrapped(sentence, width)).collect()
}

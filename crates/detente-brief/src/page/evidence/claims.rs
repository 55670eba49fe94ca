//! Claims with their weights, what contradicts what, and what weighs nothing.

use detente_evidence::Standing;
use detente_model::{Bearing, Citation, PropositionId};

use super::{SHOWN, note};
use crate::compose::evidence::{WeighedClaim, WeighedEvidence};
use crate::page::table::{Column, Table};
use crate::page::wording::{Cite, LineManner, Phrase, Piece, Wording, told};
use crate::page::{Block, Section, Shown};
use crate::words;

/// Why a claim that does not stand has a weight.
const OUT_AND_WEIGHS: &str = "A claim that something trusted more contradicts does not stand as true, and still weighs: its weight is that of its own \
                              grade, little where it is trusted little. To set it aside as well would count the stronger claim twice, once by its \
                              weight and once by silencing the other.";

/// What contradicts what, and how it is left.
pub(super) fn contradictions(found: &WeighedEvidence) -> Section {
    let item =
        |kind: String, rest: String| Phrase::from(Piece::Strong(format!("{kind}:"))).and(format!(" {rest}"));
    let real = found.contradictions.iter().map(|each| {
        item(words::sentence(each.kind.word()), format!("{}. {}", each.because, found.verdict(each)))
    });
    let apparent = found
        .counted_differently
        .iter()
        .map(|each| item("No contradiction".to_owned(), format!("{}.", each.because)));
    Section::new("contradictions", "What contradicts what", vec![Block::list(real.chain(apparent))])
}

/// Every claim with its weight, a table a question.
pub(super) fn claims(found: &WeighedEvidence) -> Section {
    let mut blocks = Vec::new();
    for (i, proposition) in found.case.propositions.iter().enumerate() {
        let on: Vec<&WeighedClaim> = found.weighed.iter().filter(|w| w.on == PropositionId(i)).collect();
        let columns = [
            Column::of("who, when"),
            Column::of("said or did"),
            Column::of_figures("weighs"),
            Column::of("ground"),
        ];
        let mut table = Table::new(columns).captioned(told(
            format!("On Q{}, “{}”:", i + 1, proposition.text),
            format!("On question {}: {}", i + 1, proposition.text),
        ));
        for (place, weighed) in on.iter().enumerate() {
            let shown = if place < SHOWN { Shown::Always } else { Shown::Full };
            table.push_shown(shown, claim(found, weighed));
        }
        if on.is_empty() {
            continue;
        }
        let table = Block::table(table);
        blocks.push(if blocks.is_empty() { table } else { table.apart() });
        blocks.push(Block::rest(on.len(), SHOWN).short());
    }
    let short = "How much likelier the claim is if the statement is true (for) or if it is false (against). Claims of one origin count \
                 once, as their mean. “Nothing” means that either side would have said so, or that nobody can judge it.";
    let full = "How much likelier the claim is if the statement is true (for) or if it is false (against). Claims of one origin count \
                once, as their mean. A letter is the reliability of the source, a digit the credibility of the information.";
    if !blocks.is_empty() {
        blocks.push(Block::how(told(short, full)).apart());
        if found.weighed.iter().any(|weighed| found.standing[weighed.claim.0] == Standing::Out) {
            blocks.push(Block::how(OUT_AND_WEIGHS));
        }
    }
    Section::new("claims", told("What was said and done", Phrase::default()), blocks)
}

fn claim(found: &WeighedEvidence, weighed: &WeighedClaim) -> Vec<Wording> {
    let claim = found.claim(weighed.claim);
    let who = found.claimant(claim);
    let (short_day, day) = match claim.said.or(claim.reported) {
        Some(day) => (format!(", {}", day.strftime("%-d %b %Y")), words::date(day)),
        None => (String::new(), String::new()),
    };
    let named = Phrase::from(who.as_str());
    let named = if day.is_empty() { named } else { named.line(LineManner::Second, day) };
    vec![
        told(format!("{who}{short_day}"), named),
        found.said(claim).into(),
        words::weight(weighed.log_ratio).into(),
        ground(found, weighed),
    ]
}

/// On what a weight rests.
fn ground(found: &WeighedEvidence, weighed: &WeighedClaim) -> Wording {
    let claim = found.claim(weighed.claim);
    let ground = found.ground(weighed);
    let others = || words::plural(weighed.shares, "other", "others");
    let (short, full) = match (weighed.repeats, weighed.shares) {
        (true, _) => ("; repeats another".to_owned(), "; repeats another report".to_owned()),
        (false, 0) => (String::new(), String::new()),
        (false, _) => {
            let shares = format!("; one origin with {}", others());
            (shares.clone(), shares)
        }
    };
    let out = found.standing[weighed.claim.0] == Standing::Out;
    let out = if out { "; contradicted by what is trusted more, and weighs all the same" } else { "" };
    let source = match note(found, claim.source) {
        note if note.is_empty() => note,
        note => format!(" {note}"),
    };
    let cited: Vec<Citation> =
        claim.source.map(|source| Citation { source, locator: claim.locator.clone() }).into_iter().collect();
    let cites = Cite::all(&found.case, &cited, &claim.id);
    let rests = Piece::Ground { cites, line: claim.place.and_then(detente_model::Place::line_of_first_file) };
    told(
        format!("{ground}{source}{short}{out}"),
        Phrase::from(format!("{ground}{full}{out}")).line(LineManner::Ground, rests),
    )
}

/// How many of what, by whose count; and what weighs nothing because nobody has said yet what it bears on.
pub(super) fn counts(found: &WeighedEvidence) -> Section {
    let case = &found.case;
    let settled = || case.claims.iter().filter(|claim| !claim.draft);
    let rows = settled().filter_map(|claim| {
        let Some(Bearing::Quantity { quantity, value, counting }) = &claim.bearing else { return None };
        let source = match note(found, claim.source) {
            note if note.is_empty() => note,
            note => format!(" {note}"),
        };
        Some(vec![
            quantity.clone().into(),
            case.numbers[*value].value.to_string().into(),
            counting.clone().unwrap_or_default().into(),
            format!("{}{source}", found.claimant(claim)).into(),
        ])
    });
    let columns = [
        Column::of("how many"),
        Column::of_figures("count"),
        Column::of("counting"),
        Column::of("by whose count"),
    ];
    let table = Table::new(columns).with(rows.collect::<Vec<_>>());
    let events = settled().filter(|claim| matches!(claim.bearing, Some(Bearing::Event(_)))).count();
    let open = settled().filter(|claim| claim.bearing.is_none()).count();
    let drafts = case.claims.len() - settled().count();
    let idle = [
        (events, "event of a data set", "events of data sets"),
        (open, "claim that bears on nothing yet", "claims that bear on nothing yet"),
        (drafts, "draft that waits for review", "drafts that wait for review"),
    ];
    let idle: Vec<String> = idle
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| words::plural(count, one, many))
        .collect();
    let idle =
        if idle.is_empty() { String::new() } else { format!("Of no weight so far: {}.", words::list(&idle)) };
    Section::new("counts", "How many", vec![Block::table(table), Block::told(idle)])
}

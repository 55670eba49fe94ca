//! What was said and done, and what it makes of the outlook.

use detente_evidence::{Fit, Mover, Shift, Standing};
use detente_model::{Bearing, ClaimId, PropositionId};

use super::table::{Align, table};
use super::wrapped;
use crate::compose::evidence::{Evidence, WeighedClaim};
use crate::words;

/// Columns of the small plot.
const PLOT: usize = 41;
/// How many rows of a table that could be long.
const SHOWN: usize = 40;

/// The open questions: how likely each was before any claim, and is now.
pub(super) fn propositions(evidence: &Evidence, width: usize) -> String {
    let (Some(before), Some(now)) = (evidence.before(), evidence.now()) else { return String::new() };
    if evidence.case.propositions.is_empty() {
        return String::new();
    }
    let columns = [
        ("", Align::Left),
        ("open question", Align::Left),
        ("before", Align::Right),
        ("now", Align::Right),
        ("in words", Align::Left),
    ];
    let rows = evidence.case.propositions.iter().enumerate().map(|(i, proposition)| {
        let (then, now) = (before.propositions[i], now.propositions[i]);
        vec![
            format!("Q{}", i + 1),
            proposition.text.clone(),
            words::percent(then.mean),
            words::ranged(now.mean, now.low, now.high),
            evidence.likelihood(PropositionId(i)).to_owned(),
        ]
    });
    let mut text = table(&columns, rows.collect(), width);
    text.push_str(&wrapped(
        "Before any claim, and after all of them; in brackets the middle nine tenths of what doubt about priors and weights leaves. The \
         words are those of Intelligence Community Directive 203.",
        width,
    ));
    text
}

/// What contradicts what, and how it is left.
pub(super) fn contradictions(evidence: &Evidence, width: usize) -> String {
    let mut text = String::new();
    for found in &evidence.contradictions {
        let line = format!(
            "· {}: {}. {}",
            words::sentence(found.kind.word()),
            found.because,
            evidence.verdict(found)
        );
        text.push_str(&wrapped(&line, width));
    }
    for found in &evidence.counted_differently {
        text.push_str(&wrapped(&format!("· No contradiction: {}.", found.because), width));
    }
    text
}

/// Every claim with its weight.
pub(super) fn claims(evidence: &Evidence, width: usize) -> String {
    if evidence.weighed.is_empty() {
        return String::new();
    }
    let columns = [
        ("who, when", Align::Left),
        ("said or did", Align::Left),
        ("weighs", Align::Right),
        ("ground", Align::Left),
    ];
    let mut text = String::new();
    for (i, proposition) in evidence.case.propositions.iter().enumerate() {
        let on = |w: &&WeighedClaim| w.on == PropositionId(i);
        if !evidence.weighed.iter().any(|w| on(&w)) {
            continue;
        }
        text.push_str(&wrapped(&format!("On Q{}, “{}”:", i + 1, proposition.text), width));
        let rows = evidence.weighed.iter().filter(on).map(|weighed| {
            let claim = evidence.claim(weighed.claim);
            let day =
                claim.said.or(claim.reported).map(|day| format!(", {}", short_day(day))).unwrap_or_default();
            let mut ground = format!("{} {}", evidence.ground(weighed), source(evidence, weighed.claim));
            if weighed.repeats {
                ground.push_str("; repeats another");
            } else if weighed.shares > 0 {
                ground.push_str(&format!(
                    "; one origin with {}",
                    words::plural(weighed.shares as u128, "other", "others")
                ));
            }
            if evidence.standing[weighed.claim.0] == Standing::Out {
                ground.push_str("; contradicted by what is trusted more");
            }
            vec![
                format!("{}{day}", evidence.claimant(claim)),
                evidence.said(claim),
                words::weight(weighed.log_ratio),
                ground,
            ]
        });
        text.push_str(&table(&columns, rows.take(SHOWN).collect(), width));
        let count = evidence.weighed.iter().filter(on).count();
        if count > SHOWN {
            text.push_str(&wrapped(&format!("{} more are in `--json`.", count - SHOWN), width));
        }
        text.push('\n');
    }
    text.push_str(&wrapped(
        "How much likelier the claim is if the statement is true (for) or if it is false (against). Claims of one origin count once, as \
         their mean. “Nothing” means that either side would have said so, or that nobody can judge it.",
        width,
    ));
    text
}

/// How many of what, by whose count; and what weighs nothing because nobody has said yet what it bears on.
pub(super) fn counts(evidence: &Evidence, width: usize) -> String {
    let case = &evidence.case;
    let settled = || case.claims.iter().filter(|claim| !claim.draft);
    let rows: Vec<Vec<String>> = settled()
        .filter_map(|claim| {
            let Some(Bearing::Quantity { quantity, value, counting }) = &claim.bearing else { return None };
            let source = claim.source.map(|source| format!(" [{}]", source.index() + 1)).unwrap_or_default();
            Some(vec![
                words::sentence(quantity),
                case.numbers[*value].value.to_string(),
                counting.clone().unwrap_or_default(),
                format!("{}{source}", evidence.claimant(claim)),
            ])
        })
        .collect();
    let mut text = String::new();
    if !rows.is_empty() {
        let columns = [
            ("how many", Align::Left),
            ("count", Align::Right),
            ("counting", Align::Left),
            ("by whose count", Align::Left),
        ];
        text.push_str(&table(&columns, rows, width));
    }
    let events = settled().filter(|c| matches!(c.bearing, Some(Bearing::Event(_)))).count();
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
        .map(|(count, one, many)| words::plural(count as u128, one, many))
        .collect();
    if !idle.is_empty() {
        text.push_str(&wrapped(&format!("Of no weight so far: {}.", words::list(&idle)), width));
    }
    text
}

fn source(evidence: &Evidence, id: ClaimId) -> String {
    evidence.claim(id).source.map(|source| format!("[{}]", source.index() + 1)).unwrap_or_default()
}

fn short_day(day: jiff::civil::Date) -> String {
    day.strftime("%-d %b %Y").to_string()
}

/// The outlook after each day on which something was said or done, as a table and a small plot.
pub(super) fn by_date(evidence: &Evidence, width: usize) -> String {
    let rows = &evidence.outlook.by_date;
    if rows.len() < 2 {
        return String::new();
    }
    let shares = rows.iter().any(|row| row.share.is_some());
    let questions = evidence.case.propositions.len();
    let shown = questions.min(4);
    let mut columns = vec![("up to", Align::Left)];
    if shares {
        columns.push(("a deal exists", Align::Right));
    }
    let names: Vec<String> = (1..=shown).map(|n| format!("Q{n}")).collect();
    columns.extend(names.iter().map(|name| (name.as_str(), Align::Right)));
    columns.push(("claims", Align::Right));
    let body = rows.iter().map(|row| {
        let mut cells = vec![row.date.map_or_else(|| "before any claim".to_owned(), words::date)];
        if shares {
            cells.push(row.share.map(words::share).unwrap_or_default());
        }
        cells.extend(row.propositions.iter().take(shown).map(|p| words::ranged(p.mean, p.low, p.high)));
        cells.push(if row.claims.is_empty() { String::new() } else { row.claims.len().to_string() });
        cells
    });
    let mut text = table(&columns, body.take(SHOWN).collect(), width);
    if questions > shown {
        text.push_str(&wrapped("The other questions are in `--json`.", width));
    }
    if shares {
        text.push('\n');
        text.push_str(&plot(evidence));
        text.push_str(&wrapped(
            "● the share of worlds in which a deal exists, ├┤ the range that the number of draws leaves; all days are judged on the same \
             draws, so differences between them are surer than each share.",
            width,
        ));
    }
    text
}

fn plot(evidence: &Evidence) -> String {
    let at = |share: f64| (share.clamp(0.0, 1.0) * (PLOT - 1) as f64).round() as usize;
    let mut text = format!("  {:<17} 0 %{:>width$}\n", "", "100 %", width = PLOT - 3);
    for row in evidence.outlook.by_date.iter().take(SHOWN) {
        let Some(share) = row.share else { continue };
        let mut line = vec!['·'; PLOT];
        let [low, high] = share.interval().map(at);
        line[low..=high].fill('─');
        (line[low], line[high]) = ('├', '┤');
        line[at(share.value())] = '●';
        let day = row.date.map_or_else(|| "before any claim".to_owned(), short_day);
        text.push_str(&format!("  {day:<17} {}\n", line.into_iter().collect::<String>()));
    }
    text
}

/// What moved the outlook most, and which source, if wrong, would turn it.
pub(super) fn movers(evidence: &Evidence, width: usize) -> String {
    let rows: Vec<Vec<String>> = evidence
        .movers()
        .take(SHOWN)
        .map(|mover| {
            let first = mover.what.first().map(|id| evidence.claim(*id));
            let origin = first.and_then(|claim| claim.origin.clone());
            let what = origin.or_else(|| first.map(|claim| evidence.said(claim))).unwrap_or_default();
            let mut who: Vec<String> =
                mover.what.iter().map(|id| evidence.claimant(evidence.claim(*id))).collect();
            who.dedup();
            moved_row(evidence, vec![what, words::list(&who)], mover)
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    let columns = [
        ("what", Align::Left),
        ("who", Align::Left),
        ("a deal", Align::Right),
        ("open questions", Align::Left),
    ];
    let mut text = table(&columns, rows, width);
    text.push_str(&wrapped(
        "By how much the outlook differs from what it would be without it, all else being heard; most first.",
        width,
    ));
    text
}

/// Leave one source out.
pub(super) fn sources(evidence: &Evidence, width: usize) -> String {
    if evidence.outlook.sources.is_empty() {
        return String::new();
    }
    let columns = [
        ("source", Align::Left),
        ("a deal", Align::Right),
        ("open questions", Align::Left),
        ("", Align::Left),
    ];
    let rows = evidence.outlook.sources.iter().map(|mover| {
        let source = evidence.case.source(mover.what);
        let mut row =
            moved_row(evidence, vec![format!("[{}] {}", mover.what.index() + 1, source.title)], mover);
        let flips: Vec<String> = mover.flips.iter().map(|id| format!("Q{}", id.0 + 1)).collect();
        row.push(if flips.is_empty() { String::new() } else { format!("turns {}", words::list(&flips)) });
        row
    });
    let mut text = table(&columns, rows.collect(), width);
    text.push_str(&wrapped(
        "What each source brings: what the outlook would lose if all of its claims were set aside. “Turns” marks a question that would \
         then lie on the other side of one half.",
        width,
    ));
    text
}

fn moved_row<T>(evidence: &Evidence, mut row: Vec<String>, mover: &Mover<T>) -> Vec<String> {
    row.push(mover.shift.map(shifted).unwrap_or_default());
    let moves: Vec<String> = (0..evidence.case.propositions.len())
        .filter(|i| mover.moves[*i] != 0.0)
        .map(|i| format!("Q{} {}", i + 1, words::points(mover.moves[i])))
        .collect();
    row.push(moves.join(", "));
    row
}

/// A shift, with a remark when its interval holds none at all.
fn shifted(shift: Shift) -> String {
    let open = shift.low < 0.0 && shift.high > 0.0;
    format!("{}{}", words::points(shift.value), if open { " (or none)" } else { "" })
}

/// The analysis of competing hypotheses, hypotheses in rows.
pub(super) fn hypotheses(evidence: &Evidence, width: usize) -> String {
    let found = &evidence.hypotheses;
    // A column takes five places; what does not fit is in the JSON.
    let room = (width.saturating_sub(46) / 6).clamp(3, 12);
    let shown = found.columns.len().min(room);
    if shown == 0 {
        return String::new();
    }
    let names: Vec<String> = (1..=shown).map(|n| format!("E{n}")).collect();
    let mut columns = vec![("hypothesis", Align::Left)];
    columns.extend(names.iter().map(|name| (name.as_str(), Align::Left)));
    columns.extend([("against", Align::Right), ("chance", Align::Right)]);
    let rows = found.rows.iter().map(|row| {
        let question = row.proposition.0 + 1;
        let mut cells = vec![format!("Q{question} {}", if row.holds { "holds" } else { "does not hold" })];
        cells.extend((0..shown).map(|i| row.cells[i].map_or("", Fit::letters).to_owned()));
        // Adding zero makes a plain zero of a minus zero.
        cells.push(format!("{:.1}", row.against + 0.0));
        cells.push(words::percent(row.probability));
        cells
    });
    let mut text = table(&columns, rows.collect(), width);
    for (n, column) in found.columns.iter().take(shown).enumerate() {
        let told: Vec<String> = column.claims.iter().map(|id| evidence.claim(*id).id.clone()).collect();
        text.push_str(&wrapped(&format!("E{}: {}", n + 1, told.join(", ")), width));
    }
    if found.columns.len() > shown {
        let more = found.columns.len() - shown;
        let more = words::plural(more as u128, "column that tells less is", "columns that tell less are");
        text.push_str(&wrapped(&format!("{more} in `--json`."), width));
    }
    text.push_str(&wrapped(
        "CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent; empty where the evidence does not speak to it. Most \
         telling first. “Against” sums the weight against a hypothesis (ln of the likelihood ratio): the least deserves to lead.",
        width,
    ));
    text
}

/// Which open question, once answered, would move the outlook most.
pub(super) fn information(evidence: &Evidence, width: usize) -> String {
    let columns = [
        ("if it were known", Align::Left),
        ("now", Align::Right),
        ("a deal if true", Align::Right),
        ("if false", Align::Right),
        ("expected move", Align::Right),
    ];
    let rows: Vec<Vec<String>> = evidence
        .outlook
        .information
        .iter()
        .filter_map(|row| {
            let (one, zero, moved) = (row.if_true?, row.if_false?, row.expected_move?);
            Some(vec![
                evidence.case.propositions[row.proposition.0].text.clone(),
                words::percent(row.probability.mean),
                words::percent(one.value()),
                words::percent(zero.value()),
                words::points(moved),
            ])
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    let mut text = table(&columns, rows, width);
    text.push_str(&wrapped(
        "By how much, on average over both answers, the share of worlds with a deal would move. Most worth knowing first.",
        width,
    ));
    text
}

/// What past forecasts were worth.
pub(super) fn forecasts(evidence: &Evidence, width: usize) -> String {
    let ledger = &evidence.ledger;
    let case = &evidence.case;
    if case.forecasts.is_empty() {
        return String::new();
    }
    let mut text = String::new();
    if let (Some(own), Some(base)) = (ledger.scores, ledger.base_rate) {
        let columns = [("", Align::Left), ("Brier", Align::Right), ("logarithmic", Align::Right)];
        let row = |name: &str, s: detente_evidence::Scores| {
            vec![name.to_owned(), format!("{:.3}", s.brier), logarithmic(s.logarithmic)]
        };
        let rows = vec![row("these forecasts", own), row("always saying the base rate", base)];
        text.push_str(&table(&columns, rows, width));
        let better = match ledger.skill {
            Some(skill) if skill > 0.0 => {
                format!("better than the base rate by {:.0} % of its score", skill * 100.0)
            }
            Some(skill) if skill < 0.0 => {
                format!("worse than the base rate by {:.0} % of its score", -skill * 100.0)
            }
            _ => "no better and no worse than the base rate".to_owned(),
        };
        let count = words::plural(own.count as u128, "forecast", "forecasts");
        text.push_str(&wrapped(
            &format!("{count} came due: {better}. The less, the better; 0 is perfect."),
            width,
        ));
        let columns = [("said", Align::Right), ("came about", Align::Right), ("of", Align::Right)];
        let rows = ledger
            .calibration
            .iter()
            .map(|bin| vec![words::percent(bin.forecast), words::share(bin.observed), bin.count.to_string()]);
        text.push('\n');
        text.push_str(&table(&columns, rows.collect(), width));
        text.push_str(&wrapped(
            "Calibration: what was said on average, and the share that came about.",
            width,
        ));
    }
    let waiting = |ids: &[detente_model::ForecastId], what: &str| {
        let lines = ids.iter().map(|id| {
            let forecast = &case.forecasts[id.0];
            let probability = words::percent(case.numbers[forecast.probability].value.central());
            wrapped(
                &format!("· {what} {}: {} ({probability})", words::date(forecast.due), forecast.text),
                width,
            )
        });
        lines.collect::<String>()
    };
    text.push_str(&waiting(&ledger.overdue, "overdue since"));
    text.push_str(&waiting(&ledger.open, "due"));
    text
}

fn logarithmic(score: f64) -> String {
    if score.is_finite() { format!("{score:.3}") } else { "∞".to_owned() }
}

/// What the brief shows of it.
pub(super) fn in_brief(evidence: &Evidence, width: usize) -> String {
    let mut text: String = evidence.headline.iter().map(|sentence| wrapped(sentence, width)).collect();
    for part in [propositions(evidence, width), by_date(evidence, width)] {
        if !part.is_empty() {
            text.push('\n');
            text.push_str(&part);
        }
    }
    if !text.is_empty() {
        text.push_str(&wrapped("`detente outlook` shows every claim with its weight.", width));
    }
    text
}

//! Would it hold? The exchange that the leading package would set in motion.

use detente_exchange::{Side, words as told};
use minijinja::Value;
use serde::Serialize;

use super::Likelihood;
use crate::brief::Brief;
use crate::compose::exchange::{ExchangePlan, Learned, StepRow};
use crate::html::parties::{Face, Faces};
use crate::html::plot::{envelope, handovers};
use crate::words;

/// Proposed schedules that are drawn beside the planned ones.
const DRAWN: usize = 4;

/// The section.
#[derive(Serialize)]
pub(in crate::html) struct Exchange {
    see: String,
    headline: Vec<String>,
    some: Likelihood,
    planned: Option<Likelihood>,
    faces: Vec<Face>,
    envelope: Option<Figure>,
    handovers: Option<Figure>,
    steps: Vec<Step>,
    failures: Vec<String>,
    steadier: Option<Steadier>,
    least_changes: Vec<String>,
    guarantee: Vec<String>,
    figures: Vec<Row>,
    trust: Vec<String>,
    remedies: Vec<Row>,
    proposed: Vec<Proposed>,
    shapes: Vec<Row>,
    finer: String,
    extension: Vec<String>,
    lesson: String,
    learned: Vec<Row>,
}

/// Plots side by side under a sentence.
#[derive(Serialize)]
struct Figure {
    caption: String,
    plots: Vec<Value>,
}

/// A row of a table: its name, then its cells.
#[derive(Serialize)]
struct Row {
    name: String,
    sub: String,
    cells: Vec<String>,
}

/// A row of a schedule.
#[derive(Serialize)]
struct Step {
    when: String,
    gives: [String; 2],
    left: String,
    mark: &'static str,
}

/// The steadiest schedule.
#[derive(Serialize)]
struct Steadier {
    sentence: String,
    steps: Vec<Step>,
}

/// A schedule that was proposed.
#[derive(Serialize)]
struct Proposed {
    name: String,
    sentences: Vec<String>,
    steps: Vec<Step>,
}

pub(in crate::html) fn section(brief: &Brief, faces: &Faces) -> Option<Exchange> {
    let found = brief.exchange.as_ref()?;
    let looks = looks(brief, found);
    let mut headline = found.headline.iter().cloned();
    let proposed = found.accounts_of_proposed().into_iter().map(|account| Proposed {
        name: account.name,
        sentences: account.sentences,
        steps: steps(account.rows),
    });
    Some(Exchange {
        see: headline.next().unwrap_or_default(),
        headline: headline.collect(),
        some: Likelihood::of(found.over.some_schedule_holds),
        planned: found.over.schedule_holds.map(Likelihood::of),
        faces: Side::BOTH
            .map(|side| faces.dressed(&found.terms().side(side).name, looks[side.index()]))
            .into(),
        envelope: envelopes(found, looks),
        handovers: schedules(found, looks),
        steps: steps(found.steps()),
        failures: found.failures(),
        steadier: found.steadier().map(|(sentence, rows)| Steadier { sentence, steps: steps(rows) }),
        least_changes: found.least_changes(),
        guarantee: paragraphs([found.guarantee(), found.pledge(), found.rates()]),
        figures: found
            .figures()
            .into_iter()
            .map(|row| Row {
                name: words::sentence(&row.name),
                sub: row.note,
                cells: vec![row.central, row.median, row.range],
            })
            .collect(),
        trust: found.trust(),
        remedies: found
            .remedies()
            .into_iter()
            .map(|row| Row {
                name: row.name,
                sub: String::new(),
                cells: vec![row.price, row.now, row.out_by],
            })
            .collect(),
        proposed: proposed.collect(),
        shapes: shapes(found),
        finer: found.finer_steps().unwrap_or_default(),
        extension: found.extension(),
        lesson: found.lesson().unwrap_or_default(),
        learned: learned(found),
    })
}

/// One paragraph a list of sentences; none for an empty one.
fn paragraphs<const N: usize>(lists: [Vec<String>; N]) -> Vec<String> {
    lists.into_iter().filter(|list| !list.is_empty()).map(|list| list.join(" ")).collect()
}

/// Principals look as everywhere else on the page; a side that is none comes after them.
fn looks(brief: &Brief, found: &ExchangePlan) -> [usize; 2] {
    let principals = &brief.deals.findings.parties;
    let mut next = principals.len();
    Side::BOTH.map(|side| {
        let id = found.terms().side(side).party;
        principals.iter().position(|principal| Some(*principal) == id).unwrap_or_else(|| {
            next += 1;
            next - 1
        })
    })
}

fn steps(rows: Vec<StepRow>) -> Vec<Step> {
    let step = |row: StepRow| Step {
        mark: match (row.fails, row.weakest) {
            (true, _) => "fails here first",
            (_, true) => "weakest here",
            _ => "",
        },
        when: words::sentence(&row.when),
        gives: row.gives,
        left: row.left,
    };
    rows.into_iter().map(step).collect()
}

fn envelopes(found: &ExchangePlan, looks: [usize; 2]) -> Option<Figure> {
    let (variations, terms) = (&found.variations, found.terms());
    let holds = variations.bound.other();
    let held = terms.units_of(holds);
    if held == 0 || variations.panels.is_empty() {
        return None;
    }
    let (bound, holder) = (&terms.side(variations.bound).name, &terms.side(holds).name);
    let missing = variations
        .panels
        .iter()
        .flat_map(|panel| &panel.lines)
        .any(|line| line.held.iter().any(|(_, n)| n.is_none()));
    let gap = if missing { " Where a line is missing, even all of them are not enough." } else { "" };
    let caption = format!(
        "The fewest of {} that {holder} must still hold for both sides to go on: the longer the pledge, the longer people wait; \
         the more a breach would cost {bound}, the sooner they are home.{gap}",
        words::count(u128::from(held))
    );
    let plots = envelope::draw(variations, looks[holds.index()], f64::from(held), &caption);
    Some(Figure { caption, plots })
}

fn schedules(found: &ExchangePlan, looks: [usize; 2]) -> Option<Figure> {
    let mut shown = Vec::new();
    if let Some(plan) = found.plan() {
        let name = "The fastest".to_owned();
        shown.push(handovers::Shown { name, schedule: &plan.schedule, verification: &plan.verification });
    }
    if let Some(steadiest) = &found.steadiest {
        let name = "The steadiest".to_owned();
        let (schedule, verification) = (&steadiest.schedule, &steadiest.verification);
        shown.push(handovers::Shown { name, schedule, verification });
    }
    for proposed in found.assessment.proposed.iter().take(DRAWN) {
        let name = format!("Proposed: {}", proposed.schedule.name);
        let (schedule, verification) = (&proposed.schedule, &proposed.verification);
        shown.push(handovers::Shown { name, schedule, verification });
    }
    if shown.is_empty() {
        return None;
    }
    let fail = shown.iter().filter(|shown| shown.verification.first_failure.is_some()).count();
    let told = match (fail, shown.len()) {
        (0, 1) => "neither side gains by stopping at any step".to_owned(),
        (0, _) => "in none of these schedules does a side gain by stopping".to_owned(),
        (1, _) => "a cross marks the step at which a side would stop".to_owned(),
        (_, _) => "crosses mark the steps at which a side would stop".to_owned(),
    };
    let caption =
        format!("What is still to come from each side, in per cent of all it holds, day by day: {told}.");
    let plots = handovers::draw(found.terms(), &shown, looks, &caption);
    Some(Figure { caption, plots })
}

fn shapes(found: &ExchangePlan) -> Vec<Row> {
    let row = |row: crate::compose::exchange::ShapeRow| {
        let [one, two] = row.guarantee;
        let holds = if row.holds { "yes" } else { "no" };
        Row {
            name: words::sentence(&row.name),
            sub: row.basis,
            cells: vec![row.rounds.to_string(), holds.to_owned(), row.gain, one, two, row.out_by],
        }
    };
    found.shapes().into_iter().map(row).collect()
}

fn learned(found: &ExchangePlan) -> Vec<Row> {
    let Some(Learned::Ranges(ranges)) = &found.learned else { return Vec::new() };
    let range = |(low, high): (f64, f64)| format!("{}–{}", told::worth(low), told::worth(high));
    let narrowed = ranges.iter().filter(|narrowed| narrowed.is_narrower());
    narrowed
        .map(|narrowed| Row {
            name: words::sentence(&narrowed.name),
            sub: narrowed.path.clone(),
            cells: vec![range(narrowed.before), range(narrowed.after)],
        })
        .collect()
}

//! The outlook after each day on which something was said or done, as a table and as a plot.

use detente_evidence::OutlookAt;

use super::{SHOWN, chance};
use crate::compose::evidence::WeighedEvidence;
use crate::page::plot::{Data, Illustration, OutlookByDate, OutlookStep, Plot};
use crate::page::table::{Column, Table};
use crate::page::wording::{Chance, Wording, told};
use crate::page::{Block, Day, Section};
use crate::words;

/// Questions that have a column.
const QUESTIONS: usize = 4;

/// The table, then the plot.
pub(super) fn by_date(found: &WeighedEvidence) -> Section {
    let days = &found.outlook.by_date;
    let shares = days.iter().any(|day| day.share.is_some());
    let questions = found.case.propositions.len();
    let shown = questions.min(QUESTIONS);
    let mut columns = vec![Column::of("up to")];
    if shares {
        columns.push(Column::of_figures("a deal exists"));
    }
    columns.extend((1..=shown).map(|n| Column::figures(format!("Q{n}"))));
    columns.push(Column::of_figures("claims"));
    let row = |day: &OutlookAt| {
        let mut row: Vec<Wording> = vec![when(day).into()];
        if shares {
            row.push(day.share.map(|share| Chance::from(share).into()).unwrap_or_default());
        }
        row.extend(day.propositions.iter().take(shown).map(|estimate| Wording::from(chance(*estimate))));
        row.push(if day.claims.is_empty() { "".into() } else { day.claims.len().to_string().into() });
        row
    };
    let mut blocks = Vec::new();
    if days.len() > 1 {
        blocks.push(Block::table(Table::new(columns).with(days.iter().take(SHOWN).map(row))));
        blocks.push(Block::rest(days.len(), SHOWN));
        if questions > shown {
            blocks.push(Block::told("The other questions are in `--json`."));
        }
    }
    blocks.extend(figure(found).map(|figure| Block::figure(figure).apart()));
    Section::new("by-date", "By date", blocks)
}

fn when(day: &OutlookAt) -> String {
    day.date.map_or_else(|| "before any claim".to_owned(), words::date)
}

/// How likely a deal is, day by day; `None` without deals or days.
pub(super) fn figure(found: &WeighedEvidence) -> Option<Illustration> {
    let days = &found.outlook.by_date;
    if days.len() < 2 {
        return None;
    }
    let step = |day: &OutlookAt| {
        let mut who: Vec<String> = Vec::new();
        for name in day.claims.iter().map(|id| found.claimant(found.claim(*id))) {
            if !who.contains(&name) {
                who.push(name);
            }
        }
        Some(OutlookStep { date: day.date.map(Day), deal: day.share?.into(), who })
    };
    let steps: Vec<OutlookStep> = days.iter().map(step).collect::<Option<_>>()?;
    let told_of = |step: &OutlookStep| {
        let when = step
            .date
            .map_or_else(|| "before any claim".to_owned(), |day| format!("from {}", words::date(day.0)));
        format!("{} {when}", words::percent(step.deal.value))
    };
    let told_of: Vec<String> = steps.iter().map(told_of).collect();
    let plot = Plot {
        id: "outlook-by-date".to_owned(),
        title: "How likely a deal is, by date".to_owned(),
        desc: format!("The share of worlds in which a deal exists: {}.", words::list(&told_of)),
        data: Data::Outlook(OutlookByDate { steps }),
    };
    let caption = "How likely a deal is after what was said and done up to each day, and who it was.";
    let how = told(
        "● the share of worlds in which a deal exists, ├┤ the range that the number of draws leaves; all days are judged on the same \
         draws, so differences between them are surer than each share.",
        "Line: the share of the worlds drawn in which a deal exists. Band: the 95 % interval that the number of draws leaves; all days \
         are judged on the same draws.",
    );
    Some(Illustration::new(caption, [plot]).read(how))
}

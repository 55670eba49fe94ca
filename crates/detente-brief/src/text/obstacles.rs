//! Concessions: what each would cost and what it would do.

use super::table::{Align, table};
use super::wrapped;
use crate::brief::Deals;
use crate::words;

/// How many concessions are listed.
const SHOWN: usize = 12;

pub(super) fn steps(deals: &Deals, width: usize) -> String {
    let steps = &deals.obstacles.steps;
    let open = deals.findings.central.has_zone();
    if steps.is_empty() || open {
        return String::new();
    }
    let columns = [
        ("concession", Align::Left),
        ("costs it", Align::Right),
        ("margin after", Align::Right),
        ("", Align::Left),
    ];
    let rows = steps
        .iter()
        .take(SHOWN)
        .map(|step| {
            let after = step.margin_after.map_or_else(
                || "no package".to_owned(),
                |margin| words::at_least(margin, step.margin_after_at_most),
            );
            let opens = if step.opens { "opens the way" } else { "" };
            vec![step.text.clone(), words::value(step.cost), after, opens.to_owned()]
        })
        .collect();
    let mut text = table(&columns, rows, width);
    let margin = deals.findings.central.margin.as_ref();
    let today = match margin {
        Some(margin) => {
            format!("The margin today is {}.", words::at_least(margin.value, Some(margin.at_most)))
        }
        None => "Today red lines leave no package at all.".to_owned(),
    };
    text.push_str(&wrapped(
        &format!(
            "{today} The margin is the surplus over no deal of whoever gains least from the best package, on scales from 0 to 1; a deal \
             needs 0 or more. The cost is on the scale of the one who concedes.",
        ),
        width,
    ));
    if steps.len() > SHOWN {
        text.push_str(&wrapped(&format!("{} more are in `--json`.", steps.len() - SHOWN), width));
    }
    if deals.findings.central.openings.limit().is_some() {
        text.push('\n');
        text.push_str(&wrapped(words::OPENING_NOT_KNOWN, width));
    }
    for (i, way) in deals.obstacles.openings.iter().enumerate() {
        text.push('\n');
        text.push_str(&wrapped(
            if i == 0 { "The smallest opening:" } else { "Or, at the same price:" },
            width,
        ));
        for step in &way.concessions {
            text.push_str(&wrapped(&format!("· {step}"), width));
        }
        let package = words::package(&deals.case, &way.outcome);
        text.push_str(&wrapped(&format!("It makes this acceptable: {package}."), width));
    }
    text
}

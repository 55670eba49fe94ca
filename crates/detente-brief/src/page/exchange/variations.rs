//! How many must still be held on each day, under pledges and guarantees of several sizes.

use detente_exchange::words as say;

use crate::compose::exchange::{EnvelopeLine, EnvelopePanel, ExchangePlan};
use crate::page::Face;
use crate::page::plot::{Data, Envelope, HeldLine, Illustration, Panels, Plot};
use crate::words;

/// The envelope, a panel a pledge; `None` where nothing is handed over.
pub(super) fn envelope(found: &ExchangePlan, faces: &[Face; 2]) -> Option<Illustration> {
    let (variations, terms) = (&found.variations, found.terms());
    let holds = variations.bound.other();
    let people = terms.units_of(holds);
    if people == 0 || variations.panels.is_empty() {
        return None;
    }
    let (bound, holder) = (&terms.side(variations.bound).name, &terms.side(holds).name);
    let mut lines = variations.panels.iter().flat_map(|panel| &panel.lines);
    let missing = lines.any(|line| line.held.iter().any(|(_, fewest)| fewest.is_none()));
    let gap = if missing { " Where a line is missing, even all of them are not enough." } else { "" };
    let caption = format!(
        "Of {} in all, the fewest that must still be to come from {holder} for both sides to go on: the longer the pledge, the later the \
         handovers; the more a breach would cost {bound}, the earlier.{gap}",
        words::count(people)
    );
    let plot = |(place, panel): (usize, &EnvelopePanel)| Plot {
        id: format!("envelope-{}", place + 1),
        title: format!(
            "A pledge of {} days{}",
            say::day(panel.pledge_days),
            if panel.own { ": the package’s" } else { "" }
        ),
        desc: caption.clone(),
        data: Data::Envelope(Envelope {
            holder: faces[holds.index()].clone(),
            people: f64::from(people),
            days: panel.pledge_days,
            lines: panel.lines.iter().map(line).collect(),
        }),
    };
    let plots: Vec<Plot> = variations.panels.iter().enumerate().map(plot).collect();
    Some(Illustration::new(caption.clone(), plots).laid_out(Panels::Several))
}

fn line(line: &EnvelopeLine) -> HeldLine {
    let (name, name_and_more) = match line.guarantee {
        0.0 => ("no guarantee".to_owned(), "no guarantee".to_owned()),
        guarantee => {
            let name = format!("guarantee {}", say::worth(guarantee));
            let and_more = format!("{name} and more");
            (name, and_more)
        }
    };
    HeldLine { name, name_and_more, own: line.own, fewest: line.held.clone() }
}

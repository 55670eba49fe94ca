//! What can be put together in the central world, and how near to agreement it comes.

use super::{Block, Section};
use crate::brief::Deals;
use crate::words;

pub(super) fn section(deals: &Deals) -> Section {
    let central = &deals.findings.central;
    let packages = words::sentence(&words::packages(&deals.findings.packages));
    let mut sentences = vec![match words::continuous(&deals.case) {
        None => format!("{packages} can be put together."),
        Some(names) => format!(
            "{packages} can be put together from the options, and any number between the stops of {names}."
        ),
    }];
    let reservations: Vec<String> = (deals.findings.parties.iter().zip(&central.reservation))
        .map(|(party, r)| format!("{} to {}", words::value(*r), deals.case.party(*party).name))
        .collect();
    sentences.push(format!("No deal is worth {}.", words::list(&reservations)));
    if let Some(margin) = &central.margin {
        let package = words::package(&deals.case, &margin.package);
        sentences.push(if margin.is_proven() {
            format!("The margin is {}, with {package}.", words::difference(margin.value))
        } else {
            format!(
                "The margin is at least {}, with {package}, and at most {}: the space is too large to tell more.",
                words::difference(margin.value),
                words::difference(margin.at_most)
            )
        });
    }
    for issue in &central.blocked {
        let name = words::named(&deals.case.issue(*issue).name);
        sentences.push(format!("Red lines leave no option on {name}."));
    }
    Section::new("central", "In the central world", sentences.into_iter().map(Block::told).collect())
}

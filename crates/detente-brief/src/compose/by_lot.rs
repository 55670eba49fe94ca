//! The margin by lot in words: what drawing lots or taking turns between packages would change.

use detente_deals::{Central, MarginByLot};
use detente_model::Case;

use crate::words;

/// What lots or turns would change about the margin; `None` where they change nothing that could be told in two decimals.
pub(crate) fn sentence(case: &Case, central: &Central) -> Option<String> {
    let found = match &central.lotteries.margin {
        Ok(found) => found.as_ref()?,
        Err(_) => return None,
    };
    let (value, at_most) = (words::difference(found.value), words::difference(found.at_most));
    let drawn = drawn(case, found);
    if !central.has_zone() && found.value >= 0 && found.lottery.packages.len() > 1 {
        return Some(format!(
            "No package is acceptable to all, but by lot or by turns nobody who must sign would on the mean be worse off than with no \
             deal, and whoever gains least would gain {value}: {drawn}."
        ));
    }
    if !central.has_zone() && found.at_most < 0 {
        return Some(format!(
            "Drawing lots or taking turns between packages would not open the way: whoever gains least would still be at {} on the mean.",
            if value == at_most { value } else { format!("{at_most} at best") }
        ));
    }
    let margin = central.margin.as_ref()?;
    // With quotas at home fewer packages may be drawn, and the figure may be the smaller one.
    (central.has_zone() && found.value > margin.at_most && value != words::difference(margin.value)).then(|| {
        format!("By lot or by turns whoever gains least would gain {value} on the mean instead of {}: {drawn}.",
            words::difference(margin.value))
    })
}

/// The packages with how often each would come.
fn drawn(case: &Case, found: &MarginByLot) -> String {
    let package = |(outcome, probability): &(detente_model::Outcome, f64)| {
        format!("{} in {}", words::package(case, outcome), words::percent(*probability))
    };
    words::list(&found.lottery.packages.iter().map(package).collect::<Vec<_>>())
}

//! The margin by lot in words: what drawing lots or taking turns between packages would change.

use detente_deals::{Central, MarginByLot, Units};
use detente_model::Case;

use crate::words;

/// What lots or turns would change about the margin; `None` where they change nothing that could be told in two decimals.
pub(crate) fn sentence(case: &Case, central: &Central) -> Option<String> {
    let found = central.lotteries.margin.value()?.as_ref()?;
    let (value, at_most) = (words::difference(found.value), words::difference(found.at_most));
    let packages = drawn(case, found);
    if !central.has_zone() && found.value >= Units::ZERO && found.lottery.packages.len() > 1 {
        return Some(format!(
            "No package is acceptable to all. But where matters come up again and again or can be shared out over time, nobody who must \
             sign would on average be worse off than with no deal, by lot or by turns, and whoever gains least would gain {value}: \
             {packages}."
        ));
    }
    if !central.has_zone() && found.at_most < Units::ZERO {
        return Some(format!(
            "Nor would lots or turns between packages open the way: whoever gains least would still be at {} on average.",
            if value == at_most { value } else { format!("{at_most} at best") }
        ));
    }
    let margin = central.margin.as_ref()?;
    // With quotas at home fewer packages may be drawn, and the figure may be the smaller one.
    if !central.has_zone() || found.value <= margin.at_most || value == words::difference(margin.value) {
        return None;
    }
    let refused = found.lottery.packages.iter().any(|(package, _)| !central.space.all_accept(package));
    Some(format!(
        "Where matters come up again and again or can be shared out over time, whoever gains least could gain {value} on average \
         instead of {}, by lot or by turns: {packages}{}.",
        words::difference(margin.value),
        if refused { "; taken by itself, not each of these is acceptable to all" } else { "" },
    ))
}

/// The packages with how often each would come.
fn drawn(case: &Case, found: &MarginByLot) -> String {
    let package = |(package, probability): &(detente_model::Package, f64)| {
        format!("{} in {}", words::package(case, package), words::percent(*probability))
    };
    words::list(&found.lottery.packages.iter().map(package).collect::<Vec<_>>())
}

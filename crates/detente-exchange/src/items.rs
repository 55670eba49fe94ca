//! Items for payment: the order in which a supplier and a payer can exchange without a court.
//!
//! Item j is worth `v_j` to the receiver and costs the supplier `c_j`; payments may be any amounts. With π the sum of both
//! sides' penalties for walking away, item j can go next iff `v_j ≤ S + π`, S being the joint surplus still to come (item
//! j's own included). The order that needs the least penalty: first the items with v < c, v rising; then the rest, c
//! falling. `π* = max_j (v_j − S_j)` along it. The last item needs π ≥ its cost: with π = 0 no finite schedule exists
//! unless it costs nothing. Sandholm & Lesser (1995), Sandholm & Ferrandon (2000). O(n log n).

use crate::Amount;

/// One item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item {
    /// Worth to the receiver.
    pub value: f64,
    /// Cost to the supplier.
    pub cost: f64,
}

/// One step of the exchange.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ItemStep {
    /// The item, by its place in the list.
    pub item: usize,
    /// The penalty for walking away that this step takes, `max(0, v − S)`.
    pub penalty: f64,
    /// Payments still to come just before the item goes: at least this, or the supplier walks away …
    pub unpaid_at_least: f64,
    /// … and at most this, or the receiver keeps item and money.
    pub unpaid_at_most: f64,
}

/// The order of least penalty.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemPlan {
    /// The steps in order; the room for payments is for penalties π* in all, counted against the receiver.
    pub steps: Vec<ItemStep>,
    /// π*: the least sum of penalties for which a schedule exists.
    pub least_penalty: f64,
}

/// Plans items for payment. Figures that are not finite count as 0.
///
/// ```
/// use detente_exchange::{plan_items, Item};
///
/// let items = [Item { value: 5.0, cost: 3.0 }, Item { value: 4.0, cost: 1.0 }, Item { value: 1.0, cost: 2.0 }];
/// let plan = plan_items(&items);
/// // The one at a loss first, the cheapest last, whose cost is what remains to be trusted.
/// assert_eq!(plan.steps.iter().map(|s| s.item).collect::<Vec<_>>(), [2, 0, 1]);
/// assert_eq!(plan.least_penalty, 1.0);
/// ```
pub fn plan_items(items: &[Item]) -> ItemPlan {
    let amounts: Vec<(Amount, Amount)> = items.iter().map(|i| (i.value.into(), i.cost.into())).collect();
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by(|&a, &b| {
        let ((va, ca), (vb, cb)) = (amounts[a], amounts[b]);
        match (va < ca, vb < cb) {
            (true, false) => std::cmp::Ordering::Less,
            (false, true) => std::cmp::Ordering::Greater,
            (true, true) => va.cmp(&vb),
            (false, false) => cb.cmp(&ca),
        }
        .then(a.cmp(&b))
    });
    let least = least_penalty(&amounts, &order);
    let (mut value, mut cost) =
        amounts.iter().fold(<(Amount, Amount)>::default(), |s, x| (s.0 + x.0, s.1 + x.1));
    let steps = order
        .iter()
        .map(|&item| {
            let (v, c) = amounts[item];
            let penalty = (v - (value - cost)).max(Amount::ZERO);
            let unpaid_at_least = cost.to_f64();
            value -= v;
            cost -= c;
            ItemStep {
                item,
                penalty: penalty.to_f64(),
                unpaid_at_least,
                unpaid_at_most: (value + least).to_f64(),
            }
        })
        .collect();
    ItemPlan { steps, least_penalty: least.to_f64() }
}

/// The penalty that an order takes.
fn least_penalty(items: &[(Amount, Amount)], order: &[usize]) -> Amount {
    let mut surplus: Amount = items.iter().map(|(v, c)| *v - *c).sum();
    let mut least = Amount::ZERO;
    for &item in order {
        let (v, c) = items[item];
        least = least.max(v - surplus);
        surplus -= v - c;
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn best_of_all_orders(items: &[(Amount, Amount)], order: &mut Vec<usize>) -> Amount {
        if order.len() == items.len() {
            return least_penalty(items, order);
        }
        let mut best: Option<Amount> = None;
        for item in 0..items.len() {
            if !order.contains(&item) {
                order.push(item);
                let found = best_of_all_orders(items, order);
                best = Some(best.map_or(found, |b| if found < b { found } else { b }));
                order.pop();
            }
        }
        best.unwrap_or_default()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn no_order_needs_less(pairs in prop::collection::vec((0u8..12, 0u8..12), 1..6)) {
            let items: Vec<Item> =
                pairs.iter().map(|(v, c)| Item { value: f64::from(*v), cost: f64::from(*c) }).collect();
            let amounts: Vec<(Amount, Amount)> = items.iter().map(|i| (i.value.into(), i.cost.into())).collect();
            let plan = plan_items(&items);
            prop_assert_eq!(Amount::from(plan.least_penalty), best_of_all_orders(&amounts, &mut Vec::new()));
            // Every step leaves room for a payment, and the last item takes a penalty of at least its cost.
            prop_assert!(plan.steps.iter().all(|s| s.unpaid_at_least <= s.unpaid_at_most));
            let last = plan.steps[plan.steps.len() - 1];
            prop_assert!(plan.least_penalty >= items[last.item].cost);
        }
    }
}

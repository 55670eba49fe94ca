//! What would repair an exchange, priced side by side.
//!
//! Each remedy is applied to the terms alone, everything else as it is, and the exchange is planned anew. Where a remedy
//! has a size (a penalty, a deposit, the worth of the relation after, a number of people a day, a length of pledge) its
//! price is the least size that is enough; what cannot be enough at any size says so. Remedies without a size (simultaneous
//! handover, more rounds, batches of any size) show the guarantee that is still needed with them.
//!
//! The list answers two questions at once: what could replace a guarantee that nobody gives, and, where no schedule holds
//! itself, what the least change is that makes one. A penalty by a guarantor and a deposit differ in when they bind: a
//! deposit that is given back on completion does not hold anyone afterwards (Admati & Perry 1991 on deposits and small last
//! contributions).

use detente_model::Progress;

use crate::guarantee::least_guarantee;
use crate::plan::{Planned, Planner};
use crate::pledge::longest_up_to;
use crate::stakes::{Stakes, Timeline};
use crate::words;
use crate::{DeliveryDays, ExchangeError, Side, Terms};

/// A way to make an exchange hold itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RemedyKind {
    /// A guarantor makes a breach cost the side so much.
    Penalty(Side),
    /// The side deposits so much, given back when everything is handed over.
    Escrow(Side),
    /// A continuing relation worth so much to the side.
    Relation(Side),
    /// A shorter pledge, in days.
    ShorterPledge,
    /// So many people a day from the side.
    Capacity(Side),
    /// Both hand over at once.
    Simultaneous,
    /// Handovers on every day, several rounds a day.
    MoreRounds,
    /// Batches of any size, so that the last can be small.
    SmallBatches,
}

/// A remedy with its price.
#[derive(Debug, Clone, PartialEq)]
pub struct Remedy {
    /// What is done.
    pub kind: RemedyKind,
    /// Whether it is enough by itself.
    pub enough: bool,
    /// Its least size: a worth on the side's scale, days, or people a day; `None` if no size is enough or it has none.
    pub price: Option<f64>,
    /// By how much that exceeds what the terms have already.
    pub more_by: Option<f64>,
    /// When everything is out with it.
    pub completes_on_day: Option<f64>,
    /// The guarantee on each side that is needed with it; only for remedies without a size.
    pub guarantee_then: Option<[Option<f64>; 2]>,
    /// In words.
    pub words: String,
}

/// How close a price is to the least one.
const CLOSE: f64 = 1e-9;
/// No price beyond this is looked for.
const BEYOND: f64 = 1e9;

/// Prices every remedy that applies to the terms.
///
/// ```
/// use detente_exchange::{remedies, RemedyKind, Side, SideTerms, Terms};
///
/// // Ten people worth 1 each, 12 days of pause at 1 a day: 2 are missing, in whatever form they come.
/// let mut terms = Terms::new(SideTerms::new("I"), SideTerms::new("H"), 12.0).lot("people", Side::Two, 10, 1.0, 0.0);
/// terms.sides[0].war_gain_per_day = 1.0;
/// let list = remedies(&terms).unwrap();
/// let price = |kind| list.iter().find(|r| r.kind == kind).unwrap().price;
/// assert_eq!(price(RemedyKind::Penalty(Side::One)), Some(2.0));
/// assert_eq!(price(RemedyKind::ShorterPledge), Some(10.0));
/// assert_eq!(price(RemedyKind::Penalty(Side::Two)), None); // binding the other side is no help
/// ```
///
/// # Errors
/// The terms are not well formed.
pub fn remedies(terms: &Terms) -> Result<Vec<Remedy>, ExchangeError> {
    remedies_watched(terms, &Progress::default())
}

/// As [`remedies`], with a progress that may cancel it.
pub(crate) fn remedies_watched(terms: &Terms, progress: &Progress) -> Result<Vec<Remedy>, ExchangeError> {
    terms.check()?;
    let mut found = Vec::new();
    for side in Side::BOTH {
        let price = least_guarantee(terms, side, progress);
        found.push(sized(terms, progress, RemedyKind::Penalty(side), price, terms.side(side).guarantee));
        let price = least_size(terms, progress, |t, x| {
            t.side_mut(side).escrow = x;
            t.escrow_until = detente_model::EscrowEnd::Completion;
        });
        found.push(sized(terms, progress, RemedyKind::Escrow(side), price, terms.side(side).escrow));
        let now = terms.side(side).day_after;
        let price = least_size(terms, progress, |t, x| t.side_mut(side).day_after = now + x).map(|x| now + x);
        found.push(sized(terms, progress, RemedyKind::Relation(side), price, now));
        if let Some(now) = terms.side(side).capacity {
            let price = least_capacity(terms, side, progress);
            found.push(sized(terms, progress, RemedyKind::Capacity(side), price, f64::from(now)));
        }
    }
    // A length that is not a whole number of days is kept if it works.
    let longest = if exists(terms, progress) {
        Some(terms.pledge_days)
    } else {
        longest_up_to(terms, terms.pledge_days, progress).days()
    };
    found.push(sized(terms, progress, RemedyKind::ShorterPledge, longest, terms.pledge_days));
    if terms.first.is_some() {
        found.push(plain(terms, progress, RemedyKind::Simultaneous));
    }
    if terms.first.is_some() || !matches!(terms.delivery, DeliveryDays::Daily) {
        found.push(plain(terms, progress, RemedyKind::MoreRounds));
    }
    if terms.sides.iter().any(|side| side.minimum_batch > 1) {
        found.push(plain(terms, progress, RemedyKind::SmallBatches));
    }
    Ok(found)
}

/// The terms with a remedy of a given size (which remedies without a size ignore).
pub fn apply(terms: &Terms, kind: RemedyKind, size: f64) -> Terms {
    let mut terms = terms.clone();
    match kind {
        RemedyKind::Penalty(side) => terms.side_mut(side).guarantee = size,
        RemedyKind::Escrow(side) => {
            terms.side_mut(side).escrow = size;
            terms.escrow_until = detente_model::EscrowEnd::Completion;
        }
        RemedyKind::Relation(side) => terms.side_mut(side).day_after = size,
        RemedyKind::ShorterPledge => terms.pledge_days = size,
        RemedyKind::Capacity(side) => terms.side_mut(side).capacity = Some(size as u32),
        RemedyKind::Simultaneous => terms.first = None,
        RemedyKind::MoreRounds => {
            terms.delivery = DeliveryDays::Daily;
            // As many rounds as the planner takes, up to one more than alternation of single units could use.
            let units = terms.units_of(Side::One).max(terms.units_of(Side::Two)) + 1;
            let most = (crate::MOST_HANDOVERS as f64 / (terms.pledge_days + 2.0)) as u32;
            terms.rounds_per_day = terms.rounds_per_day.max(units.min(most).min(12)).max(1);
        }
        RemedyKind::SmallBatches => terms.sides.iter_mut().for_each(|side| side.minimum_batch = 0),
    }
    terms
}

fn exists(terms: &Terms, progress: &Progress) -> bool {
    let stakes = Stakes::new(terms);
    terms.check().is_ok()
        && Timeline::can_begin_and_end(&stakes)
        && Planner::new(&stakes, progress).exists(&Timeline::new(&stakes))
}

fn completion(terms: &Terms, progress: &Progress) -> Option<f64> {
    let stakes = Stakes::new(terms);
    match Planner::new(&stakes, progress).plan(&Timeline::new(&stakes)) {
        Planned::Found(plan) => Some(plan.completes_on_day),
        Planned::None(_) => None,
    }
}

/// The least size from 0 up that is enough, to within [`CLOSE`] above; more of it must never hurt.
fn least_size(terms: &Terms, progress: &Progress, set: impl Fn(&mut Terms, f64)) -> Option<f64> {
    let enough = |x: f64| {
        let mut at = terms.clone();
        set(&mut at, x);
        exists(&at, progress)
    };
    if enough(0.0) {
        return Some(0.0);
    }
    if !enough(BEYOND) {
        return None;
    }
    let (mut low, mut high) = (0.0, 1.0);
    while !enough(high) {
        (low, high) = (high, 2.0 * high);
    }
    while high - low > CLOSE * high.max(1.0) {
        let middle = low.midpoint(high);
        if enough(middle) { high = middle } else { low = middle }
    }
    // Sizes are mostly sums of short decimals: take the nearby one if it is enough.
    let short = (high * 1e6).round() / 1e6;
    Some(if short >= low && short <= high && enough(short) { short } else { high })
}

fn least_capacity(terms: &Terms, side: Side, progress: &Progress) -> Option<f64> {
    let enough = |n: u32| exists(&apply(terms, RemedyKind::Capacity(side), f64::from(n)), progress);
    let (mut low, mut high) = (0, terms.units_of(side));
    if !enough(high) {
        return None;
    }
    while low < high {
        let middle = low.midpoint(high);
        if enough(middle) { high = middle } else { low = middle + 1 }
    }
    Some(f64::from(low))
}

fn sized(terms: &Terms, progress: &Progress, kind: RemedyKind, price: Option<f64>, now: f64) -> Remedy {
    let completes_on_day = price.and_then(|price| completion(&apply(terms, kind, price), progress));
    let words = in_words(terms, kind, price, now);
    let more_by = price.map(|price| price - now);
    Remedy { kind, enough: price.is_some(), price, more_by, completes_on_day, guarantee_then: None, words }
}

fn plain(terms: &Terms, progress: &Progress, kind: RemedyKind) -> Remedy {
    let with = apply(terms, kind, 0.0);
    let completes_on_day = completion(&with, progress);
    let then = Side::BOTH.map(|side| least_guarantee(&with, side, progress));
    let enough = completes_on_day.is_some();
    let what = match kind {
        RemedyKind::Simultaneous => "If both hand over at once",
        RemedyKind::MoreRounds => "With more and smaller rounds",
        _ => "With batches of any size, so that the last can be small",
    };
    let words = if enough {
        format!("{what}, neither side gains by stopping.")
    } else {
        let needs: Vec<String> = Side::BOTH
            .into_iter()
            .filter_map(|side| Some((side, then[side.index()]?)))
            .map(|(side, g)| format!("{} on {}", words::worth(g), terms.side(side).name))
            .collect();
        if needs.is_empty() {
            format!("{what}, no guarantee on one side alone is enough.")
        } else {
            format!("{what}, a guarantee is still needed: {}.", needs.join(" or "))
        }
    };
    Remedy { kind, enough, price: None, more_by: None, completes_on_day, guarantee_then: Some(then), words }
}

fn in_words(terms: &Terms, kind: RemedyKind, price: Option<f64>, now: f64) -> String {
    let name = |side: Side| terms.side(side).name.as_str();
    let what = match kind {
        RemedyKind::Penalty(side) => format!("A guarantor's penalty on {}", name(side)),
        RemedyKind::Escrow(side) => {
            format!("A deposit by {}, given back when everything is handed over", name(side))
        }
        RemedyKind::Relation(side) => format!("A relation afterwards of worth to {}", name(side)),
        RemedyKind::Capacity(side) => format!("More handed over a day by {}", name(side)),
        RemedyKind::ShorterPledge => "A shorter pledge".to_owned(),
        RemedyKind::Simultaneous | RemedyKind::MoreRounds | RemedyKind::SmallBatches => String::new(),
    };
    let unit = match kind {
        RemedyKind::ShorterPledge => " days",
        RemedyKind::Capacity(_) => " a day",
        _ => "",
    };
    match price {
        Some(price) if price == now => {
            format!("{what}: what there is ({}{unit}) is enough.", words::worth(now))
        }
        Some(price) => {
            format!("{what}: {}{unit} is enough (now {}{unit}).", words::worth(price), words::worth(now))
        }
        None => format!("{what}: by itself, none is enough."),
    }
}

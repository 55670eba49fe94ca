//! The figures of an exchange side by side: central and over the draws, remedies with their prices, shapes.

use detente_exchange::{
    LongestPledge, LotOrder, Remedy, RemedyKind, Shape, Shaped, Side, Trust, words as told,
};
use detente_model::{Band, Share};

use super::ExchangePlan;
use crate::words;

/// A figure in the central world and over the draws.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureRow {
    /// What it is.
    pub name: String,
    /// In the central world.
    pub central: String,
    /// Half of the draws lie below; empty if there is no such figure in any.
    pub median: String,
    /// Between these lie nine tenths of the draws.
    pub range: String,
    /// In how many draws there is no such figure, and why; empty if there is one in all.
    pub note: String,
}

/// A remedy with its price.
#[derive(Debug, Clone, PartialEq)]
pub struct RemedyRow {
    /// What is done.
    pub name: String,
    /// The least size that is enough, or what is still needed with it.
    pub price: String,
    /// The size there is now; empty for a remedy without one.
    pub now: String,
    /// The day by which everything is handed over with it.
    pub out_by: String,
}

/// A shape with its best schedule.
#[derive(Debug, Clone, PartialEq)]
pub struct ShapeRow {
    /// Batches and order in words.
    pub name: String,
    /// Rounds of its best schedule.
    pub rounds: usize,
    /// Whether it holds itself in the central world.
    pub holds: bool,
    /// The most that a side could gain by stopping.
    pub gain: String,
    /// The guarantee that it takes, side by side.
    pub guarantee: [String; 2],
    /// The day by which everything is handed over.
    pub out_by: String,
    /// What each side gives in the first round and in the largest, at its own worth.
    pub at_stake: [String; 2],
    /// The theory that recommends it; empty if none does.
    pub basis: String,
}

impl ExchangePlan {
    /// The main figures.
    pub fn figures(&self) -> Vec<FigureRow> {
        let (terms, found, over) = (self.terms(), &self.assessment, &self.over);
        let name = |side: Side| &terms.side(side).name;
        let done = self.plan().map(|plan| plan.completes_on_day);
        let row =
            |name: String, central: String, band: Option<Band>, figure: fn(f64) -> String, lacking: &str| {
                let known = band.map_or(0, |band| band.known_in);
                let without = Share::of(over.worlds - known.min(over.worlds), over.worlds);
                FigureRow {
                    name,
                    central,
                    median: band.map(|band| figure(band.median)).unwrap_or_default(),
                    range: band.map(|band| range(&figure(band.low), &figure(band.high))).unwrap_or_default(),
                    note: if without.hits == 0 {
                        String::new()
                    } else {
                        format!("{lacking} in {}", words::percent(without.value()))
                    },
                }
            };
        let or =
            |x: Option<f64>, figure: fn(f64) -> String, none: &str| x.map_or_else(|| none.to_owned(), figure);
        let mut rows = vec![row(
            "everything handed over by day".to_owned(),
            or(done, told::day, "never"),
            over.complete_on_day,
            whole,
            "no schedule holds itself",
        )];
        for side in Side::BOTH {
            let first = self.plan().and_then(|plan| plan.held.first());
            let held = first.map(|held| terms.lots_of(side).map(|lot| held.left[lot]).sum::<u32>());
            rows.push(row(
                format!("still to come from {} after the first handover", name(side)),
                or(held.map(f64::from), told::day, "–"),
                over.held_after_first[side.index()],
                whole,
                "no schedule holds itself",
            ));
        }
        for side in Side::BOTH {
            rows.push(row(
                format!("guarantee needed on {}", name(side)),
                or(found.guarantee_needed.alone[side.index()], told::worth, "none is enough"),
                over.guarantee_needed[side.index()],
                told::worth,
                "none is enough",
            ));
        }
        rows.push(row(
            "longest pledge, in days".to_owned(),
            match found.longest_pledge {
                LongestPledge::Days(days) => told::day(days),
                LongestPledge::AtLeast(days) => format!("{} or more", told::day(days)),
                LongestPledge::NotAbove(days) => format!("not above {}", told::day(days)),
                LongestPledge::None => "none".to_owned(),
            },
            over.longest_pledge_days,
            whole,
            "none",
        ));
        for last in &found.last_handovers {
            let central = match last.trust {
                Trust::NotNeeded => words::percent(0.0),
                Trust::AtLeast(q) => words::percent(q),
                Trust::NeverEnough => "none is enough".to_owned(),
            };
            let side = last.side;
            let name = format!("trust that the last handover of {} takes", name(side));
            rows.push(row(name, central, over.trust_needed[side.index()], words::percent, "none is enough"));
        }
        rows
    }

    /// Remedies, priced.
    pub fn remedies(&self) -> Vec<RemedyRow> {
        self.assessment.remedies.iter().map(|remedy| self.remedy(remedy)).collect()
    }

    fn remedy(&self, remedy: &Remedy) -> RemedyRow {
        let terms = self.terms();
        let of = |side: Side| terms.side(side);
        let (name, now, unit) = match remedy.kind {
            RemedyKind::Penalty(s) => {
                (format!("a guarantor’s penalty on {}", of(s).name), Some(of(s).guarantee), "")
            }
            RemedyKind::Escrow(s) => (
                format!("a deposit by {}, given back when everything is handed over", of(s).name),
                Some(of(s).escrow),
                "",
            ),
            RemedyKind::Relation(s) => {
                (format!("a relation afterwards of worth to {}", of(s).name), Some(of(s).day_after), "")
            }
            RemedyKind::Capacity(s) => {
                (format!("more handed over a day by {}", of(s).name), of(s).capacity.map(f64::from), " a day")
            }
            RemedyKind::ShorterPledge => ("a shorter pledge".to_owned(), Some(terms.pledge_days), " days"),
            RemedyKind::Simultaneous => ("handover by both at once".to_owned(), None, ""),
            RemedyKind::MoreRounds => ("more and smaller rounds".to_owned(), None, ""),
            RemedyKind::SmallBatches => {
                ("batches of any size, so that the last can be small".to_owned(), None, "")
            }
        };
        let price = match (remedy.price, remedy.guarantee_then) {
            (Some(price), _) => format!("{}{unit}", amount(price, unit)),
            (None, Some(_)) if remedy.enough => "enough".to_owned(),
            (None, Some(then)) => {
                let needs: Vec<String> = Side::BOTH
                    .into_iter()
                    .filter_map(|side| {
                        Some(format!("{} on {}", told::worth(then[side.index()]?), of(side).name))
                    })
                    .collect();
                if needs.is_empty() {
                    "not enough".to_owned()
                } else {
                    format!("still {}", needs.join(" or "))
                }
            }
            (None, None) => "none is enough".to_owned(),
        };
        RemedyRow {
            name: words::sentence(&name),
            price,
            now: now.map(|now| format!("{}{unit}", amount(now, unit))).unwrap_or_default(),
            out_by: remedy.completes_on_day.map(told::day).unwrap_or_default(),
        }
    }

    /// Shapes, each with its best schedule.
    pub fn shapes(&self) -> Vec<ShapeRow> {
        self.assessment.shapes.iter().map(shape).collect()
    }
}

fn shape(shaped: &Shaped) -> ShapeRow {
    let batches = match shaped.shape {
        Shape::Shrinking => "shrinking batches",
        Shape::Equal => "equal batches",
        Shape::Growing => "growing batches",
        Shape::AlongTheEnvelope => "along the envelope",
    };
    let order = match shaped.order {
        LotOrder::CostliestFirst => ", costliest to give first",
        LotOrder::CheapestFirst => ", cheapest to give first",
        LotOrder::AsPlanned => "",
    };
    let at_stake = |i: usize| {
        format!("{} · {}", told::worth(shaped.first_at_stake[i]), told::worth(shaped.most_at_stake[i]))
    };
    ShapeRow {
        name: format!("{batches}{order}"),
        rounds: shaped.schedule.rounds.len(),
        holds: shaped.verification.self_enforcing,
        gain: told::worth(shaped.verification.epsilon),
        guarantee: shaped.guarantee.map(|g| g.map_or_else(|| "none is enough".to_owned(), told::worth)),
        out_by: shaped.verification.complete_on_day.map(told::day).unwrap_or_default(),
        at_stake: [at_stake(0), at_stake(1)],
        basis: shaped.basis.unwrap_or_default().to_owned(),
    }
}

/// A size: days and units of a lot are counted, worths have two digits.
fn amount(x: f64, unit: &str) -> String {
    if unit.is_empty() { told::worth(x) } else { told::day(x) }
}

/// To the nearest whole number.
fn whole(x: f64) -> String {
    format!("{:.0}", x + 0.0)
}

fn range(low: &str, high: &str) -> String {
    if low == high { low.to_owned() } else { format!("{low}–{high}") }
}

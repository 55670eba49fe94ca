//! How the outlook moved, and what would move it next.
//!
//! * **By date**: after what was said and done up to each day, the probability of every proposition and, through the
//!   amendments that propositions make to the case, the share of worlds in which a question holds (for instance that a
//!   zone of agreement exists).
//! * **Movers**: for each origin, what the outlook would be without it; for each *source*, too (diagnosticity: which
//!   source, if wrong, changes the picture). A source *flips* a proposition when without it the probability
//!   lies on the other side of one half.
//! * **Value of information**: for each proposition, the share of worlds once it were known to be true and once it
//!   were known to be false. Its value is the expected size of the move, `P·|z₁ − z| + (1 − P)·|z₀ − z|`
//!   (Howard 1966, with the size of the move in the place of a utility).
//!
//! The question comes in as a closure over worlds: this crate does not know what a deal is. Cost: one set of draws for
//! everything; the question is asked at most once for each draw and set of truths.
//!
//! ```
//! use detente_evidence::Outlook;
//! use detente_model::{Case, Number, Progress, Proposition, PropositionId, World, Worlds};
//!
//! let mut case = Case::default();
//! let prior = case.numbers.add(Number::new("propositions.p.prior", 0.25));
//! # let (id, text) = ("p".to_owned(), String::new());
//! case.propositions.push(Proposition { id, text, prior, when_true: vec![], when_false: vec![], place: None });
//! let zone = |world: &World| world.holds(PropositionId(0));
//! let outlook = Outlook::new(&Worlds::new(&case, 1), 400, Some(&zone), &Progress::default());
//! // Knowing p settles the question: the expected move is ¼ · ¾ + ¾ · ¼ = 0.375, give or take four standard errors.
//! assert!((outlook.information[0].expected_move.unwrap() - 0.375).abs() < 0.05);
//! ```

use std::sync::Arc;

use jiff::civil::Date;

use detente_model::{Case, ClaimId, Progress, PropositionId, Share, SourceId, Worlds};

use crate::account::{Account, Estimate};
use crate::as_of::known_on;
use crate::convention::central;
use crate::readings::Readings;
use crate::scenario::{Asked, Knowledge, Question, Shift, Tally, ask};

/// The outlook over time, and what it hangs on.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// Before any claim, then after each day on which something was said or done.
    pub by_date: Vec<OutlookAt>,
    /// What each origin brought, the largest move of the question first; without a question, of any proposition.
    pub origins: Vec<Mover<Vec<ClaimId>>>,
    /// What each source brought, in the same order.
    pub sources: Vec<Mover<SourceId>>,
    /// What each proposition would bring once it were known, the most valuable first.
    pub information: Vec<Information>,
}

/// The outlook as of one day.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlookAt {
    /// The day; `None` before any claim.
    pub date: Option<Date>,
    /// What was said and done on it.
    pub claims: Vec<ClaimId>,
    /// The probability of each proposition, in the order of the case.
    pub propositions: Vec<Estimate>,
    /// In what share of worlds the question holds.
    pub share: Option<Share>,
}

/// What a part of the evidence brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Mover<T> {
    /// The part: the claims of an origin, or a source.
    pub what: T,
    /// For each proposition, its probability with this part less its probability without (central values).
    pub moves: Vec<f64>,
    /// Propositions that would lie on the other side of one half without it.
    pub flips: Vec<PropositionId>,
    /// What it brought to the question.
    pub shift: Option<Shift>,
}

/// What it would bring to know one proposition.
#[derive(Debug, Clone, PartialEq)]
pub struct Information {
    /// The proposition.
    pub proposition: PropositionId,
    /// Its probability now.
    pub probability: Estimate,
    /// In what share of worlds the question would hold if it were true.
    pub if_true: Option<Share>,
    /// And if it were false.
    pub if_false: Option<Share>,
    /// By how much the share is expected to move.
    pub expected_move: Option<f64>,
}

impl Outlook {
    /// The outlook of a case from all its claims, on the first `draws` of its worlds, whatever these believe. `progress` is told of
    /// each world.
    pub fn new(worlds: &Worlds, draws: u64, question: Option<Question<'_>>, progress: &Progress) -> Self {
        let case = worlds.case();
        let full = Account::new(Arc::clone(case));
        let days = days(case);
        let known_by = |date: Option<Date>| {
            Account::of(Arc::clone(case), |id| date.is_some_and(|d| day_of(case, id) <= d))
        };
        let (parts, sources) = (parts(&full), sources(&full));

        let mut states = vec![Knowledge { account: full.clone(), known: None }];
        let plain = |account| Knowledge { account, known: None };
        let dates: Vec<Option<Date>> = std::iter::once(None).chain(days.into_iter().map(Some)).collect();
        states.extend(dates.iter().map(|date| plain(known_by(*date))));
        states
            .extend(parts.iter().map(|part| plain(Account::of(Arc::clone(case), |id| !part.contains(&id)))));
        states.extend(
            sources
                .iter()
                .map(|s| plain(Account::of(Arc::clone(case), |id| case.claims[id.0].source != Some(*s)))),
        );
        for i in 0..case.propositions.len() {
            for answer in [true, false] {
                states.push(Knowledge { account: full.clone(), known: Some((PropositionId(i), answer)) });
            }
        }
        let readings = Readings::new(worlds, states.iter().map(|state| &state.account));
        let Asked { tally, drawn } = ask(worlds, &states, &readings, draws, question, progress);
        let share = |state: usize| tally.as_ref().map(|t| t.share(state));

        let (of_dates, of_parts) = (1, 1 + dates.len());
        let mut estimates = readings.estimates(0..of_parts, &drawn, progress).into_iter();
        let now = estimates.next().unwrap_or_default();
        let of_sources = of_parts + parts.len();
        let of_answers = of_sources + sources.len();
        let by_date = dates
            .iter()
            .zip(estimates)
            .enumerate()
            .map(|(i, (date, propositions))| OutlookAt {
                date: *date,
                claims: (0..case.claims.len())
                    .map(ClaimId)
                    .filter(|id| date.is_some() && counts(case, *id) && Some(day_of(case, *id)) == *date)
                    .collect(),
                propositions,
                share: share(of_dates + i),
            })
            .collect();
        let mover = |what, state: usize| Part {
            full: &full,
            without: &states[state].account,
            tally: &tally,
            state,
            what,
        };
        let mut origins: Vec<_> =
            parts.into_iter().enumerate().map(|(i, part)| mover(Some(part), of_parts + i).weigh()).collect();
        let mut by_source: Vec<_> = sources
            .iter()
            .enumerate()
            .map(|(i, id)| {
                let Mover { moves, flips, shift, .. } = mover(None, of_sources + i).weigh();
                Mover { what: *id, moves, flips, shift }
            })
            .collect();
        sort_movers(&mut origins, |claims| claims.iter().map(|id| case.claims[id.0].id.clone()).min());
        sort_movers(&mut by_source, |id| Some(case.source(*id).id.clone()));
        let mut information: Vec<Information> = (0..case.propositions.len())
            .map(|i| {
                let (if_true, if_false) = (share(of_answers + 2 * i), share(of_answers + 2 * i + 1));
                let z = share(0).map(Share::value);
                let p = now[i].mean;
                let expected_move = z.zip(if_true.zip(if_false)).map(|(z, (one, zero))| {
                    p * (one.value() - z).abs() + (1.0 - p) * (zero.value() - z).abs()
                });
                Information {
                    proposition: PropositionId(i),
                    probability: now[i],
                    if_true,
                    if_false,
                    expected_move,
                }
            })
            .collect();
        information.sort_by(|a, b| {
            let size = |x: &Information| x.expected_move.unwrap_or(0.0);
            size(b).total_cmp(&size(a)).then(a.proposition.cmp(&b.proposition))
        });
        Self { by_date, origins, sources: by_source, information }
    }
}

/// The claims of an account that count, those together that share an origin.
fn parts(account: &Account) -> Vec<Vec<ClaimId>> {
    let mut parts: Vec<(Option<String>, Vec<ClaimId>)> = Vec::new();
    for origin in account.origins() {
        let all = origin.claims.iter().chain(&origin.repeated).copied();
        match parts.iter_mut().find(|(name, _)| name.is_some() && *name == origin.name) {
            Some((_, claims)) => claims.extend(all),
            None => parts.push((origin.name.clone(), all.collect())),
        }
    }
    parts.into_iter().map(|(_, claims)| claims).collect()
}

/// The sources of claims that count.
fn sources(account: &Account) -> Vec<SourceId> {
    let case = account.case();
    let counts = |id: &SourceId| {
        let mut claims = account.origins().iter().flat_map(|origin| &origin.claims);
        claims.any(|claim| case.claims[claim.0].source == Some(*id))
    };
    (0..case.sources.len()).map(SourceId).filter(counts).collect()
}

/// Whether a claim can move anything.
fn counts(case: &Case, id: ClaimId) -> bool {
    let claim = &case.claims[id.0];
    !claim.draft && matches!(claim.bearing, Some(detente_model::Bearing::Proposition { .. }))
}

/// The day on which something was said or done; of what states none the day of the report. What was *known* on a day is another
/// question, which [`as_of`](crate::as_of()) answers.
fn day_of(case: &Case, id: ClaimId) -> Date {
    let claim = &case.claims[id.0];
    claim.said.or_else(|| known_on(case, claim)).unwrap_or(case.as_of)
}

/// The days on which something was said or done that counts.
fn days(case: &Case) -> Vec<Date> {
    let mut days: Vec<Date> = (0..case.claims.len())
        .map(ClaimId)
        .filter(|id| counts(case, *id))
        .map(|id| day_of(case, id))
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// A part of the evidence, with the account that lacks it.
struct Part<'a> {
    full: &'a Account,
    without: &'a Account,
    tally: &'a Option<Tally>,
    state: usize,
    what: Option<Vec<ClaimId>>,
}

impl Part<'_> {
    fn weigh(self) -> Mover<Vec<ClaimId>> {
        let case = self.full.case();
        let stated = central(case);
        let pairs: Vec<(f64, f64)> = (0..case.propositions.len())
            .map(PropositionId)
            .map(|id| (self.full.probability(id, &stated), self.without.probability(id, &stated)))
            .collect();
        let flips = pairs.iter().enumerate().filter(|(_, (with, without))| (*with > 0.5) != (*without > 0.5));
        Mover {
            moves: pairs.iter().map(|(with, without)| with - without).collect(),
            flips: flips.map(|(i, _)| PropositionId(i)).collect(),
            shift: self.tally.as_ref().map(|t| t.shift_from(self.state)),
            what: self.what.unwrap_or_default(),
        }
    }
}

fn sort_movers<T>(movers: &mut [Mover<T>], name: impl Fn(&T) -> Option<String>) {
    let most = |m: &Mover<T>| m.moves.iter().fold(0.0, |a: f64, b| a.max(b.abs()));
    let shift = |m: &Mover<T>| m.shift.map_or(0.0, |s| s.value.abs());
    movers.sort_by(|a, b| {
        shift(b)
            .total_cmp(&shift(a))
            .then_with(|| most(b).total_cmp(&most(a)))
            .then_with(|| name(&a.what).cmp(&name(&b.what)))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use detente_model::{Amendment, Number, NumberId, Uncertain, World};

    /// Two propositions; the first raises a number that the question looks at.
    fn moved() -> Case {
        let mut case = fixture::case(&[Uncertain::Known(0.3), Uncertain::Known(0.5)]);
        let floor =
            case.numbers.add(Number::new("positions.north.no_deal", Uncertain::uniform(0.0, 1.0).unwrap()));
        let value = Uncertain::Known(0.0);
        case.propositions[0].when_true = vec![Amendment { number: floor, value, place: None }];
        fixture::add(&mut case, (0, true, 2, 0, 1, 3, 0));
        fixture::add(&mut case, (0, false, 1, 1, 2, 8, 1));
        fixture::add(&mut case, (1, true, 0, 2, 3, 8, 2));
        case
    }

    fn zone(world: &World) -> bool {
        world.number(NumberId(2)) < 0.5
    }

    #[test]
    fn each_day_has_what_was_said_and_done_on_it() {
        let case = moved();
        let outlook = Outlook::new(&Worlds::new(&case, 1), 4_000, Some(&zone), &Progress::default());
        let dates: Vec<_> = outlook.by_date.iter().map(|row| row.date).collect();
        assert_eq!(dates, [None, Some(fixture::february(3)), Some(fixture::february(8))]);
        assert_eq!(outlook.by_date[2].claims, [ClaimId(1), ClaimId(2)]);
        // By hand: logit 3/7, times 10, divided by 3^0.8.
        let odds = [3.0 / 7.0, 30.0 / 7.0, 30.0 / 7.0 / 3f64.powf(0.8)];
        for (row, odds) in outlook.by_date.iter().zip(odds) {
            let p = odds / (1.0 + odds);
            assert!((row.propositions[0].central - p).abs() < 1e-12);
            // In p of the worlds the number is 0, in the others it is below ½ half of the time.
            // Standard error of a share in 4,000 draws: at most 0.0079; four of them.
            let share = row.share.unwrap().value();
            assert!((share - (p + (1.0 - p) / 2.0)).abs() < 0.032, "{share} {p}");
        }
    }

    /// Steps are counted, not time: what is summed up over many draws is work like the draws themselves.
    #[test]
    fn summing_up_many_draws_is_reported_in_small_pieces() {
        let case = moved();
        let (draws, progress) = (20_000, Progress::default());
        Outlook::new(&Worlds::new(&case, 1), draws, None, &progress);
        // Two propositions, each of which is read in at least two ways; each reading is put in order.
        assert!(progress.work_done() >= 4 * 10 * draws, "{}", progress.work_done());
        assert!(progress.most_at_once() <= detente_model::MOST_BETWEEN_REPORTS);
    }

    #[test]
    fn what_moved_it_most_comes_first_and_a_decisive_source_flips() {
        let case = moved();
        let outlook = Outlook::new(&Worlds::new(&case, 1), 2_000, Some(&zone), &Progress::default());
        assert_eq!(outlook.origins[0].what, [ClaimId(0)]);
        assert!(outlook.origins[0].shift.unwrap().low > 0.0);
        assert_eq!(outlook.sources[0].what, SourceId(0));
        assert_eq!(outlook.sources[0].flips, [PropositionId(0)]);
        assert!(outlook.sources[1].flips.is_empty() && outlook.sources[1].shift.unwrap().high < 0.0);
        // The third source moves the second proposition, which amends nothing.
        assert_eq!(outlook.sources[2].shift.unwrap().value, 0.0);
        assert!(outlook.sources[2].moves[1] > 0.0);
        assert_eq!(outlook.information[0].proposition, PropositionId(0));
        assert_eq!(outlook.information[1].expected_move, Some(0.0));
        assert_eq!(outlook.information[0].if_true.unwrap().value(), 1.0);
    }

    #[test]
    fn one_thread_and_many_agree() {
        let case = moved();
        let many = Outlook::new(&Worlds::new(&case, 7), 500, Some(&zone), &Progress::default());
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        assert_eq!(
            many,
            pool.install(|| Outlook::new(&Worlds::new(&case, 7), 500, Some(&zone), &Progress::default()))
        );
    }

    #[test]
    fn without_a_question_the_propositions_remain() {
        let outlook = Outlook::new(&Worlds::new(moved(), 1), 100, None, &Progress::default());
        assert!(outlook.by_date.iter().all(|row| row.share.is_none()));
        assert_eq!(outlook.origins[0].what, [ClaimId(0)]);
    }
}

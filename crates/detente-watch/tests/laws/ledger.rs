//! The ledger beside what its definition says.

use detente_model::Says;
use detente_watch::{Ledger, Status, handed_over};
use proptest::prelude::*;

use crate::small::{Said, Small, date, small};

/// What an account says, by the definition: how many by when, told when.
#[derive(Debug, Clone, Copy)]
struct Literal {
    says: Says,
    count: u32,
    by: i8,
    told: i8,
}

/// The latest claim for each party and for nobody.
fn accounts(small: &Small, of: usize, giver: usize, promised: u32) -> Vec<Literal> {
    let commitments = small.commitments().len();
    let mine = |said: &&Said| said.of % commitments == of && small.words(said).is_some();
    let mut latest: [Option<Literal>; 3] = [None; 3];
    // The number that each named last, in the order in which they count.
    let mut named: [Option<((i8, i8), u32)>; 3] = [None; 3];
    for said in small.said.iter().filter(mine) {
        let (word, stated) = small.words(said).unwrap();
        let says = Says::of(word).unwrap();
        let count = match says {
            Says::Done => promised,
            Says::Disputed if said.party == giver => promised,
            _ => stated.unwrap_or(0),
        };
        let new = Literal { says, count, by: small.by(said), told: small.told(said) };
        if (says, stated) != (Says::Disputed, None)
            && named[said.party].is_none_or(|(when, _)| (new.told, new.by) >= when)
        {
            named[said.party] = Some(((new.told, new.by), count));
        }
        let is_later = latest[said.party].is_none_or(|old| (new.told, new.by) >= (old.told, old.by));
        if is_later {
            latest[said.party] = Some(new);
        }
    }
    // The claims of small cases that contest something name no number.
    let accounts = latest.into_iter().zip(named).filter_map(|(account, named)| {
        let account = account?;
        match (account.says, named) {
            (Says::Disputed, Some((_, count))) => Some(Literal { count, ..account }),
            _ => Some(account),
        }
    });
    accounts.collect()
}

/// Whether what two accounts say cannot both be so.
fn clash(a: Literal, b: Literal) -> bool {
    let (fewer, more) = if a.count < b.count { (a, b) } else { (b, a) };
    if fewer.count == more.count {
        return false;
    }
    if [fewer.says, more.says].contains(&Says::Disputed) {
        return true;
    }
    more.by < fewer.by || (more.by == fewer.by && fewer.says == Says::Denied)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn it_is_what_the_accounts_say(small in small(10)) {
        let case = small.case(false);
        let ledger = Ledger::of(&case);
        for (of, (step, lot, promised)) in small.commitments().into_iter().enumerate() {
            let entry = &ledger.entries[of];
            let accounts = accounts(&small, of, lot, promised);
            let contested = match accounts.as_slice() {
                [one] => one.says == Says::Disputed,
                several => several.iter().any(|a| several.iter().any(|b| clash(*a, *b))),
            };
            let due = small.steps[step].0;
            let counts = || accounts.iter().map(|account| account.count);
            let (least, most) = match (contested, accounts.len()) {
                (_, 0) => (0, 0),
                (true, 1) => (0, promised),
                (true, _) => (counts().min().unwrap(), counts().max().unwrap()),
                (false, _) => (counts().max().unwrap(), counts().max().unwrap()),
            };
            prop_assert_eq!((entry.least, entry.most, entry.promised), (least, most, promised));
            let first_by = accounts.iter().filter(|account| account.count == promised).map(|account| account.by).min();
            let expected = if accounts.is_empty() {
                if due <= small.now { Status::NotReported } else { Status::NotDue }
            } else if contested {
                Status::Disputed
            } else if least == promised {
                Status::Done
            } else {
                let last = accounts.iter().map(|account| (account.told, account.by)).max().unwrap();
                // Of those told last of the same day any may come last in the file.
                let words: Vec<Says> = accounts.iter().filter(|a| (a.told, a.by) == last).map(|a| a.says).collect();
                let fits = match entry.status {
                    Status::Denied => words.contains(&Says::Denied),
                    Status::Late => words.contains(&Says::Late),
                    // What goes ahead of its day is just not due.
                    Status::Partly | Status::NotDue => {
                        (entry.status == Status::Partly) == (due <= small.now)
                            && (words.contains(&Says::Partly) || words.contains(&Says::Disputed))
                    }
                    _ => false,
                };
                prop_assert!(fits, "{:?} of {:?}", entry.status, words);
                entry.status
            };
            prop_assert_eq!(entry.status, expected);
            let late = |to: i8| u32::try_from(to - due).unwrap_or(0);
            let expected = match expected {
                Status::NotDue | Status::NotReported => 0,
                Status::Done => late(first_by.unwrap()),
                _ => late(small.now),
            };
            prop_assert_eq!(entry.days_late, expected);
            prop_assert_eq!(entry.done_on, first_by.filter(|_| entry.status == Status::Done).map(date));
            // What was handed over by day adds up to what all agree on, day by day in order.
            prop_assert!(entry.handed_over.iter().map(|(_, count)| count).sum::<u32>() <= entry.least);
            prop_assert!(entry.handed_over.is_sorted_by(|a, b| a.0 < b.0));
            // What is contested, and what nobody tells of, is no breach, whatever the grace.
            if matches!(entry.status, Status::Disputed | Status::NotReported | Status::NotDue | Status::Done) {
                prop_assert!(!entry.is_open_breach(0.0));
            }
        }
        // Nobody is lost between the commitments and the sums.
        let deliveries = handed_over(&case, &ledger);
        let promised: u32 = small.commitments().iter().map(|(.., count)| count).sum();
        prop_assert_eq!(deliveries.iter().map(|it| it.promised).sum::<u32>(), promised);
        prop_assert_eq!(deliveries.iter().map(|it| it.least).sum::<u32>(), ledger.entries.iter().map(|it| it.least).sum::<u32>());
    }

    #[test]
    fn silence_is_not_reported_and_nothing_is_broken(small in small(0)) {
        let ledger = Ledger::of(&small.case(false));
        for entry in &ledger.entries {
            prop_assert_eq!(entry.status, if entry.is_due { Status::NotReported } else { Status::NotDue });
            prop_assert!(!entry.is_open_breach(0.0));
        }
    }

    #[test]
    fn parties_named_the_other_way_round_change_nothing(small in small(8)) {
        let (one, other) = (Ledger::of(&small.case(false)), Ledger::of(&small.case(true)));
        for (a, b) in one.entries.iter().zip(&other.entries) {
            prop_assert_eq!((a.status, a.least, a.most, a.days_late, &a.handed_over), (b.status, b.least, b.most, b.days_late, &b.handed_over));
        }
    }
}

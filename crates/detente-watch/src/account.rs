//! What each account says of a commitment, and which accounts contradict each other.
//!
//! An account is what is said for one party, or for none of them; of each the latest report counts. A report gives a number that had been
//! handed over by a day: all of it if it says `done`, `count` where it says one, else none. `disputed` without a count stands by what the same account
//! said before; for who said nothing before it stands for none, and for all if it is the giver who contests that it gave less.
//!
//! Two accounts contradict each other if one says that so many were there by a day, and the other says fewer of a later day; of the same
//! day too, where that one says that it was not done or contests it. What is said to be late on a day may still come on that day.

use detente_model::{
    Bearing, Case, Claim, ClaimId, Commitment, CommitmentId, CommitmentReport, PartyId, Says,
};
use jiff::civil::Date;

/// What is said of a commitment for one party, or for none.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// For which party; `None` for those who speak for none.
    pub party: Option<PartyId>,
    /// The latest report, which counts.
    pub claim: ClaimId,
    /// What it says.
    pub says: Says,
    /// How many had been handed over by [`Account::by`].
    pub count: u32,
    /// The day of which it speaks.
    pub by: Date,
    /// The day on which that was told.
    pub told: Date,
    /// How many reports it rests on; those of one origin count once.
    pub reports: usize,
    /// Whether another account contradicts it.
    pub is_contradicted: bool,
}

/// One report on a commitment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reported<'c> {
    pub id: ClaimId,
    pub claim: &'c Claim,
    pub report: CommitmentReport,
}

impl Reported<'_> {
    /// The day on which it was told.
    fn told(&self, case: &Case) -> Date {
        self.claim.reported.or(self.claim.said).or(self.report.happened).unwrap_or(case.as_of)
    }

    /// The day of which it speaks.
    pub fn by(&self, case: &Case) -> Date {
        self.report.happened.or(self.claim.said).or(self.claim.reported).unwrap_or(case.as_of)
    }

    /// How many it says had been handed over by then.
    pub fn count(&self, commitment: &Commitment) -> u32 {
        let all = commitment.units();
        match (self.report.says, self.report.count) {
            (Says::Done, _) => all,
            (_, Some(count)) => count.min(all),
            (Says::Disputed, None) if self.claim.party == Some(commitment.by) => all,
            (_, None) => 0,
        }
    }
}

/// The reports on each commitment of a case, in the order of its claims. Drafts are none.
pub(crate) fn reports(case: &Case) -> Vec<Vec<Reported<'_>>> {
    let mut reports: Vec<Vec<Reported<'_>>> = vec![Vec::new(); case.commitments.len()];
    for (place, claim) in case.claims.iter().enumerate().filter(|(_, claim)| !claim.draft) {
        if let Some(Bearing::Commitment(report)) = &claim.bearing
            && let Some(of_it) = reports.get_mut(report.commitment.0)
        {
            of_it.push(Reported { id: ClaimId(place), claim, report: *report });
        }
    }
    reports
}

/// The accounts of a commitment: those of its parties in the order of the case, then that of those who speak for none.
pub(crate) fn accounts(case: &Case, of: CommitmentId, reports: &[Reported<'_>]) -> Vec<Account> {
    let commitment = case.commitment(of);
    let mut parties: Vec<Option<PartyId>> = reports.iter().map(|report| report.claim.party).collect();
    parties.sort_by_key(|party| party.map_or(usize::MAX, PartyId::index));
    parties.dedup();
    let mut accounts: Vec<Account> = Vec::new();
    for party in parties {
        let its = || reports.iter().filter(|report| report.claim.party == party);
        // Of those told on one day the last of the file.
        let Some(latest) = its().max_by_key(|report| (report.told(case), report.by(case), report.id)) else {
            continue;
        };
        // Who contests what others say, and names no number, has not taken back its own.
        let named =
            |report: &&Reported<'_>| (report.report.says, report.report.count) != (Says::Disputed, None);
        let before =
            || its().filter(named).max_by_key(|report| (report.told(case), report.by(case), report.id));
        let counts = if named(&latest) { latest } else { before().unwrap_or(latest) };
        let mut origins: Vec<&str> =
            its().map(|report| report.claim.origin.as_deref().unwrap_or(&report.claim.id)).collect();
        origins.sort_unstable();
        origins.dedup();
        accounts.push(Account {
            party,
            claim: latest.id,
            says: latest.report.says,
            count: counts.count(commitment),
            by: latest.by(case),
            told: latest.told(case),
            reports: origins.len(),
            is_contradicted: false,
        });
    }
    let contradicted: Vec<bool> = accounts
        .iter()
        .map(|one| accounts.iter().any(|other| contradict(one, other) || contradict(other, one)))
        .collect();
    for (account, contradicted) in accounts.iter_mut().zip(contradicted) {
        account.is_contradicted = contradicted;
    }
    accounts
}

/// Whether one account says of a day that fewer were there than the other says of a day before.
fn contradict(fewer: &Account, more: &Account) -> bool {
    if fewer.count >= more.count {
        return false;
    }
    // Who contests what was told speaks of that, whatever the day.
    if fewer.says == Says::Disputed || more.says == Says::Disputed {
        return true;
    }
    match fewer.says {
        Says::Denied | Says::Disputed => more.by <= fewer.by,
        Says::Done | Says::Partly | Says::Late => more.by < fewer.by,
    }
}

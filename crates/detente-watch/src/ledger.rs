//! What is due, done, late, contested or told by nobody, commitment by commitment.
//!
//! The ledger knows what the case knows: a case is taken to an earlier day before, so that nothing later is in it. It takes what all accounts
//! agree on, and says where they do not. What nobody has told of is *not reported*; it is never taken for broken.

use detente_model::{Case, ClaimId, Commitment, CommitmentId, PartyId, Says};
use jiff::civil::Date;

use crate::account::{Account, Reported, accounts, reports};

/// How a commitment stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Its day is still to come. A part of it may have gone ahead.
    NotDue,
    /// Its day has come, and nobody has told of it.
    NotReported,
    /// All of it was handed over or done, in time or late.
    Done,
    /// A part of it was, as far as anybody has told.
    Partly,
    /// It is held back, and still to come.
    Late,
    /// It was not done, and is not coming.
    Denied,
    /// Accounts contradict each other.
    Disputed,
}

impl Status {
    /// All of them, in the order in which they are documented.
    pub const ALL: [Self; 7] =
        [Self::NotDue, Self::NotReported, Self::Done, Self::Partly, Self::Late, Self::Denied, Self::Disputed];

    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotDue => "not due",
            Self::NotReported => "not reported",
            Self::Done => "done",
            Self::Partly => "partly",
            Self::Late => "late",
            Self::Denied => "denied",
            Self::Disputed => "disputed",
        }
    }
}

/// How one commitment stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Which one.
    pub commitment: CommitmentId,
    /// How it stands.
    pub status: Status,
    /// Whether its day has come.
    pub is_due: bool,
    /// How many were handed over by all accounts.
    pub least: u32,
    /// How many by the account that says most; the same where none contradicts another.
    pub most: u32,
    /// How many were promised.
    pub promised: u32,
    /// The day on which the last of it was handed over, if all agree that all of it was.
    pub done_on: Option<Date>,
    /// Days after its day: on which the last was handed over, or up to now while something is missing. 0 if in time or not yet due.
    pub days_late: u32,
    /// Who says what.
    pub accounts: Vec<Account>,
    /// The reports on it, in the order of the claims.
    pub reports: Vec<ClaimId>,
    /// How many more had been handed over by each day than before, as far as accounts that nobody contradicts tell.
    pub handed_over: Vec<(Date, u32)>,
}

impl Entry {
    /// How many are missing by what all accounts agree on.
    pub fn missing(&self) -> u32 {
        self.promised - self.least
    }

    /// Whether it is an open breach if nobody counts so many days after its day as late: it was denied, or something that was told to be missing is
    /// missing for longer. What is contested is none, nor is what nobody has told of.
    pub fn is_open_breach(&self, grace: f64) -> bool {
        match self.status {
            Status::Denied => true,
            Status::Partly | Status::Late => f64::from(self.days_late) > grace,
            Status::NotDue | Status::NotReported | Status::Done | Status::Disputed => false,
        }
    }
}

/// How all commitments of a case stand on its day.
#[derive(Debug, Clone, PartialEq)]
pub struct Ledger {
    /// The day.
    pub day: Date,
    /// One entry for each commitment, in the order of the case.
    pub entries: Vec<Entry>,
}

impl Ledger {
    /// The ledger of a case on its own day, from its claims that are no drafts.
    ///
    /// ```
    /// use detente_watch::{Ledger, Status};
    ///
    /// let case = detente_case::parse("pier", r#"
    /// case = 1
    /// title = "The pier"
    /// as_of = 2025-03-03
    /// parties = { port = { name = "Port", role = "principal" }, union = { name = "Union", role = "principal" } }
    /// [[commitments]]
    /// id = "back-pay"
    /// agreed = 2025-02-20
    /// by = "port"
    /// to = "union"
    /// what = "back pay"
    /// count = 40
    /// unit = "workers"
    /// due = 2025-03-01
    /// [[claims]]
    /// id = "first"
    /// commitment = "back-pay"
    /// says = "partly"
    /// count = 25
    /// party = "union"
    /// said = 2025-03-02
    /// "#).unwrap().case;
    /// let entry = &Ledger::of(&case).entries[0];
    /// assert_eq!((entry.status, entry.missing(), entry.days_late), (Status::Partly, 15, 2));
    /// ```
    pub fn of(case: &Case) -> Self {
        let of_each = reports(case);
        let entries = (0..case.commitments.len())
            .map(|place| entry(case, CommitmentId(place), &of_each[place]))
            .collect();
        Self { day: case.as_of, entries }
    }

    /// The entry of a commitment.
    pub fn entry(&self, id: CommitmentId) -> &Entry {
        &self.entries[id.0]
    }

    /// The entries of a status.
    pub fn with(&self, status: Status) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.status == status)
    }

    /// How many of the commitments of a party were reported on after their day had come and are not contested, and how many of these were kept in
    /// time or within so many days of grace each.
    pub fn kept_of(&self, case: &Case, party: PartyId, grace: impl Fn(&Commitment) -> f64) -> (u64, u64) {
        let told = self.entries.iter().filter(|entry| {
            let by_it = case.commitment(entry.commitment).by == party;
            let told = !matches!(entry.status, Status::NotDue | Status::NotReported | Status::Disputed);
            by_it && told && (entry.is_due || entry.status == Status::Done || entry.status == Status::Denied)
        });
        told.fold((0, 0), |(all, kept), entry| {
            let in_time = entry.status == Status::Done
                && f64::from(entry.days_late) <= grace(case.commitment(entry.commitment));
            (all + 1, kept + u64::from(in_time))
        })
    }
}

/// Days from one day to another; 0 if the other is the earlier.
pub(crate) fn days_after(from: Date, to: Date) -> u32 {
    u32::try_from(days_between(from, to)).unwrap_or(0)
}

/// Days from one day to another, below zero if the other is the earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    from.duration_until(to).as_hours() as i32 / 24
}

fn entry(case: &Case, id: CommitmentId, reports: &[Reported<'_>]) -> Entry {
    let commitment = case.commitment(id);
    let (promised, day) = (commitment.units(), case.as_of);
    let accounts = accounts(case, id, reports);
    let is_due = commitment.due <= day;
    // Who contests what nobody says any more contests nothing.
    let contested = match accounts.as_slice() {
        [one] => one.says == Says::Disputed,
        several => several.iter().any(|account| account.is_contradicted),
    };
    let most = accounts.iter().map(|account| account.count).max().unwrap_or(0);
    let (least, most) = match (contested, accounts.as_slice()) {
        // One who contests what nobody here has told leaves everything open.
        (true, [_]) => (0, promised),
        (true, several) => (several.iter().map(|account| account.count).min().unwrap_or(0), most),
        (false, _) => (most, most),
    };
    let last = accounts.iter().max_by_key(|account| (account.told, account.by, account.claim));
    let status = match last {
        None if is_due => Status::NotReported,
        None => Status::NotDue,
        Some(_) if contested => Status::Disputed,
        Some(_) if least == promised => Status::Done,
        Some(last) => match last.says {
            Says::Denied => Status::Denied,
            Says::Late => Status::Late,
            Says::Done | Says::Partly | Says::Disputed if !is_due => Status::NotDue,
            Says::Done | Says::Partly | Says::Disputed => Status::Partly,
        },
    };
    let all_by = accounts.iter().filter(|account| account.count == promised).map(|account| account.by);
    let done_on = if status == Status::Done { all_by.min() } else { None };
    let days_late = match status {
        Status::NotDue | Status::NotReported => 0,
        Status::Done => days_after(commitment.due, done_on.unwrap_or(day)),
        Status::Partly | Status::Late | Status::Denied | Status::Disputed => days_after(commitment.due, day),
    };
    Entry {
        commitment: id,
        status,
        is_due,
        least,
        most,
        promised,
        done_on,
        days_late,
        handed_over: handed_over(case, commitment, reports, least),
        reports: reports.iter().map(|report| report.id).collect(),
        accounts,
    }
}

/// How many more had been handed over by each day, up to what all accounts agree on.
fn handed_over(
    case: &Case,
    commitment: &Commitment,
    reports: &[Reported<'_>],
    agreed_on: u32,
) -> Vec<(Date, u32)> {
    let mut told: Vec<(Date, u32)> = reports
        .iter()
        .filter(|report| report.report.says != Says::Disputed)
        .map(|report| (report.by(case), report.count(commitment).min(agreed_on)))
        .collect();
    told.sort_unstable();
    let mut steps: Vec<(Date, u32)> = Vec::new();
    let mut so_far = 0;
    for (by, count) in told {
        if count > so_far {
            match steps.last_mut().filter(|(day, _)| *day == by) {
                Some((_, more)) => *more += count - so_far,
                None => steps.push((by, count - so_far)),
            }
            so_far = count;
        }
    }
    steps
}

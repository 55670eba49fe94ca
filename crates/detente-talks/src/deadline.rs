//! When talks are over.

/// A deadline, in rounds. A round gives everyone at the table one turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    rounds: u32,
}

impl Deadline {
    /// So many rounds.
    pub fn rounds(rounds: u32) -> Self {
        Self { rounds }
    }

    /// The rounds that there are until a day if people meet every so many days, the first time after that many.
    ///
    /// ```
    /// use detente_talks::Deadline;
    ///
    /// assert_eq!(Deadline::days(30.0, 7.0), Deadline::rounds(4));
    /// ```
    pub fn days(until: f64, every: f64) -> Self {
        let rounds = (until / every).floor();
        // No number, or less than one meeting, is no time at all.
        Self { rounds: if rounds >= 1.0 { rounds.min(f64::from(u32::MAX - 1)) as u32 } else { 0 } }
    }

    /// How many rounds there are.
    pub fn count(self) -> u32 {
        self.rounds
    }

    /// How much of the time is gone in a round, from 0: (s+1)/(N+1), so that it is never all, and the last who speak still have some left.
    pub fn share(self, round: u32) -> f64 {
        (f64::from(round) + 1.0) / (f64::from(self.rounds) + 1.0)
    }
}

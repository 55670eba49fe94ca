//! How people talk, and what changes while they do.

use crate::{Amendment, Citation, IssueId, NumberId, PartyId, Place};

/// How the talks of a case are held: by which protocol, how each party bargains, how often they meet, what changes meanwhile.
///
/// Every number that the file leaves out stands here all the same, as one that is implied, with the default that is documented beside its key.
#[derive(Debug, Clone, PartialEq)]
pub struct Talks {
    /// Who may say what, and when it is agreed.
    pub protocol: TalksProtocol,
    /// Days from one meeting to the next; the first is so many days after the day of the case.
    pub every: NumberId,
    /// Days after which there are no more meetings, if there is a deadline.
    pub deadline: Option<NumberId>,
    /// Days for which talks are followed, from the day of the case.
    pub horizon: u32,
    /// Days in which half of what a party overrates no deal by is gone.
    pub beliefs_halve: NumberId,
    /// How each principal bargains, in the order of the parties.
    pub bargainers: Vec<Bargainer>,
    /// What may happen meanwhile.
    pub events: Vec<TalksEvent>,
    /// What somebody could do to shorten the talks, beside what is always tried.
    pub levers: Vec<Lever>,
    /// What the protocol and the meetings rest on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
}

/// Who may say what, when, and when it is agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TalksProtocol {
    /// Parties speak in turn; whoever has the turn answers the offer on the table and puts another in its place.
    #[default]
    AlternatingOffers,
    /// All put an offer on the table at once, and then answer those of the others.
    SimultaneousOffers,
    /// A mediator puts one text before all and changes one issue of it at a time.
    SingleText,
    /// A mediator hears what each would offer and proposes what all could want.
    MediatorProposes,
}

impl TalksProtocol {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 4] =
        [Self::AlternatingOffers, Self::SimultaneousOffers, Self::SingleText, Self::MediatorProposes];

    /// The words used in case files, in the same order.
    pub const WORDS: [&str; 4] =
        ["alternating offers", "simultaneous offers", "single text", "mediator proposes"];

    /// What a word of a case file stands for.
    ///
    /// ```
    /// use detente_model::TalksProtocol;
    ///
    /// assert!(TalksProtocol::ALL.iter().all(|protocol| TalksProtocol::of(protocol.word()) == Some(*protocol)));
    /// ```
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().zip(Self::WORDS).find(|(_, known)| *known == word).map(|(protocol, _)| protocol)
    }

    /// The word used in case files.
    pub fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .zip(Self::WORDS)
            .find(|(protocol, _)| **protocol == self)
            .map_or("", |(_, word)| word)
    }

    /// Whether somebody who is no party puts texts on the table.
    pub fn is_mediated(self) -> bool {
        matches!(self, Self::SingleText | Self::MediatorProposes)
    }
}

/// Ways to bargain that a case can name; what each of them is stands with the engine of talks, where a test keeps the two in step. They are
/// named here for the reader of a case file to know a slip of the pen when it sees one, without knowing an engine.
pub const WAYS_TO_BARGAIN: [&str; 13] = [
    "boulware",
    "linear",
    "conceder",
    "relative tit for tat",
    "absolute tit for tat",
    "averaged tit for tat",
    "nice tit for tat",
    "micro",
    "fast micro",
    "hybrid",
    "trade-off",
    "tough",
    "random",
];

/// How one principal bargains, and what changes for it while it does.
#[derive(Debug, Clone, PartialEq)]
pub struct Bargainer {
    /// Who.
    pub of: PartyId,
    /// In which way.
    pub bargains: Bargains,
    /// Days over which it would come down to what no deal is worth to it; `None` for the horizon.
    pub patience: Option<NumberId>,
    /// What a day of going on as before costs it, on its own scale.
    pub cost_per_day: NumberId,
    /// By how much a day of talks lowers what no deal is worth to it; negative where its home hardens.
    pub pressure_per_day: NumberId,
    /// By how much it overrates what no deal is worth to it at first; negative where it underrates it.
    pub optimism: NumberId,
    /// What it rests on.
    pub cite: Vec<Citation>,
    /// Where it is stated, if it is.
    pub place: Option<Place>,
}

/// A way to bargain, or what is known of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Bargains {
    /// Concedes with time, this firmly: 0 gives all at once, ½ evenly, 1 never.
    Firmness(NumberId),
    /// One of these ways, each with a weight where one is stated: without weights all are alike likely.
    OneOf(Vec<(&'static str, Option<NumberId>)>),
}

/// Something that may happen while people talk.
#[derive(Debug, Clone, PartialEq)]
pub struct TalksEvent {
    /// Name as shown.
    pub name: String,
    /// How often in thirty days, on average.
    pub per_month: NumberId,
    /// What it makes of numbers of the case, as if a proposition had become true.
    pub changes: Vec<Amendment>,
    /// Days for which nobody meets after it.
    pub suspends: NumberId,
    /// How likely it ends the talks each time that it happens.
    pub ends: NumberId,
    /// What it rests on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
}

/// Something that somebody could do from the first day on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lever {
    /// Name as shown.
    pub name: String,
    /// What it makes of numbers of the case.
    pub changes: Vec<Amendment>,
    /// Issues that are settled before the talks begin, and how.
    pub settles: Vec<(IssueId, usize)>,
    /// Another deadline.
    pub deadline: Option<NumberId>,
    /// Another rhythm of meetings.
    pub every: Option<NumberId>,
    /// Another protocol.
    pub protocol: Option<TalksProtocol>,
    /// Further pressure a day.
    pub pressure_per_day: Vec<(PartyId, NumberId)>,
    /// What it rests on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
}

impl Talks {
    /// Days for which talks are followed where the case does not say.
    pub const HORIZON: u32 = 180;
    /// The most days for which they can be followed: ten years.
    pub const MOST_DAYS: u32 = 3_650;
    /// Days from one meeting to the next where the case does not say.
    pub const EVERY: f64 = 7.0;
    /// Days in which half of what is overrated is gone, where the case does not say.
    pub const BELIEFS_HALVE: f64 = 60.0;
    /// How firm somebody is of whom the case does not say it: anything from conceding early to conceding late.
    pub const FIRMNESS: [f64; 2] = [0.2, 0.8];

    /// Every number of it that says something of the talks themselves. They bear on nothing else, so they are no part of what is drawn for a
    /// [`World`](crate::World).
    pub fn numbers(&self) -> Vec<NumberId> {
        let mut numbers = vec![self.every, self.beliefs_halve];
        numbers.extend(self.deadline);
        for bargainer in &self.bargainers {
            match &bargainer.bargains {
                Bargains::Firmness(id) => numbers.push(*id),
                Bargains::OneOf(ways) => numbers.extend(ways.iter().filter_map(|(_, weight)| *weight)),
            }
            numbers.extend(bargainer.patience);
            numbers.extend([bargainer.cost_per_day, bargainer.pressure_per_day, bargainer.optimism]);
        }
        for event in &self.events {
            numbers.extend([event.per_month, event.suspends, event.ends]);
        }
        for lever in &self.levers {
            numbers.extend(lever.deadline.into_iter().chain(lever.every));
            numbers.extend(lever.pressure_per_day.iter().map(|(_, id)| *id));
        }
        numbers
    }
}

//! A negotiation as one person wrote it down.

use std::sync::Arc;

use jiff::civil::Date;

use crate::{
    Actor, Audience, AudienceId, Blocking, Choice, Claim, Collective, Commitment, CommitmentId, Comparison,
    Conflict, Durability, Exchange, Forecast, Infeasible, Interaction, Issue, IssueId, Move, Numbers,
    Package, Party, PartyId, Position, PositionId, Proposition, Role, Source, SourceId, Talks, Weighing,
};

/// Everything that a case file says, checked, with every name resolved.
///
/// Lists keep the order of the file. A case is normally made by reading a file (crate `detente-case`); one made by
/// hand must keep what the reader guarantees: every index is in range, every issue has at least one
/// option, every principal has a position, a table of values has one number an option.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Case {
    /// What it is about.
    pub title: String,
    /// Nothing later than this day is known to it.
    pub as_of: Date,
    /// A few sentences for the reader.
    pub summary: Option<String>,
    /// Every number stated anywhere in it.
    pub numbers: Numbers,
    /// What it rests on.
    pub sources: Vec<Source>,
    /// Who talks.
    pub parties: Vec<Party>,
    /// What saying no costs parties that meet again.
    pub blocking: Vec<Blocking>,
    /// Who stands behind them.
    pub audiences: Vec<Audience>,
    /// What is on the table.
    pub issues: Vec<Issue>,
    /// Which packages cannot be.
    pub infeasible: Vec<Infeasible>,
    /// What each side wants.
    pub positions: Vec<Position>,
    /// What matters only in combination.
    pub interactions: Vec<Interaction>,
    /// Packages that a side has compared.
    pub comparisons: Vec<Comparison>,
    /// Open questions on which the case depends.
    pub propositions: Vec<Proposition>,
    /// What was said and done.
    pub claims: Vec<Claim>,
    /// How claims are weighed, where the case departs from the convention.
    pub weighing: Weighing,
    /// What was forecast.
    pub forecasts: Vec<Forecast>,
    /// What was promised for the time after the signing.
    pub commitments: Vec<Commitment>,
    /// What would change hands.
    pub exchange: Option<Exchange>,
    /// How long agreements last here.
    pub durability: Option<Durability>,
    /// How the talks are held.
    pub talks: Option<Talks>,
    /// A body that decides, in which many have a say.
    pub collective: Option<Collective>,
    /// What each side could do instead.
    pub moves: Vec<Move>,
    /// How those moves hang together.
    pub conflict: Option<Conflict>,
    /// What was set for this look at it, beside what its file says; empty for a case as it stands.
    pub set: Vec<SetValue>,
    /// The files that it is split into beside the first, by the names under which they are included.
    pub sheets: Vec<String>,
    /// What is not here of the files that it includes; `None` if all of them are.
    pub absent: Option<Absence>,
}

/// Files of a case that are not here, and what goes with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// The names under which they are included.
    pub files: Vec<String>,
    /// What of the files that are here cannot stand without them, and is left out, by path.
    pub left_out: Vec<String>,
    /// Which questions have no answer without that, in words for a sentence.
    pub falls_away: Vec<&'static str>,
}

/// A value that was set for one look at a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetValue {
    /// The path in the case file.
    pub path: String,
    /// What the file says, as a value on one line; `None` where it says nothing.
    pub before: Option<String>,
    /// What was put in its place; `None` where it was taken out.
    pub after: Option<String>,
}

impl From<&Case> for Arc<Case> {
    fn from(case: &Case) -> Self {
        Self::new(case.clone())
    }
}

impl Case {
    /// The parties that must sign, in file order.
    pub fn principals(&self) -> impl Iterator<Item = PartyId> {
        self.parties.iter().enumerate().filter(|(_, p)| p.role == Role::Principal).map(|(i, _)| PartyId(i))
    }

    /// A party by its index.
    pub fn party(&self, id: PartyId) -> &Party {
        &self.parties[id.0]
    }

    /// An audience by its index.
    pub fn audience(&self, id: AudienceId) -> &Audience {
        &self.audiences[id.0]
    }

    /// A source by its index.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.0]
    }

    /// The number under which a source is cited, from 1: those that had appeared by the day of the case in its order, then those that had not and on which figures
    /// rest all the same, then the others, which nothing shows. So no gap tells an earlier day how many there will be.
    pub fn source_number(&self, id: SourceId) -> usize {
        let later = |source: &Source| source.published.is_some_and(|day| day > self.as_of);
        if !self.sources.iter().any(later) {
            return id.0 + 1;
        }
        let mut cited = vec![false; self.sources.len()];
        for cite in self.numbers.stated().flat_map(|number| &number.cite) {
            cited[cite.source.0] = true;
        }
        let rank = |place: usize| {
            let later = later(&self.sources[place]);
            (later, later && !cited[place], place)
        };
        1 + (0..self.sources.len()).filter(|place| rank(*place) < rank(id.0)).count()
    }

    /// A commitment by its index.
    pub fn commitment(&self, id: CommitmentId) -> &Commitment {
        &self.commitments[id.0]
    }

    /// The exchange, if anything changes hands in it. One without lots pledges calm alone: nothing of it can be planned.
    pub fn exchange_of_lots(&self) -> Option<&Exchange> {
        self.exchange.as_ref().filter(|exchange| !exchange.lots.is_empty())
    }

    /// An issue by its index.
    pub fn issue(&self, id: IssueId) -> &Issue {
        &self.issues[id.0]
    }

    /// The audiences behind a party, in file order.
    pub fn audiences_of(&self, party: PartyId) -> impl Iterator<Item = AudienceId> {
        self.audiences.iter().enumerate().filter(move |(_, a)| a.of == party).map(|(i, _)| AudienceId(i))
    }

    /// The position of a party or an audience, if it has one.
    pub fn position_of(&self, actor: Actor) -> Option<PositionId> {
        self.positions.iter().position(|position| position.of == actor).map(PositionId)
    }

    /// A position by its index.
    pub fn position(&self, id: PositionId) -> &Position {
        &self.positions[id.0]
    }

    /// The id by which the case file knows a party or an audience.
    pub fn actor_id(&self, actor: Actor) -> &str {
        match actor {
            Actor::Party(id) => &self.party(id).id,
            Actor::Audience(id) => &self.audience(id).id,
        }
    }

    /// The name of a party or an audience as shown.
    pub fn actor_name(&self, actor: Actor) -> &str {
        match actor {
            Actor::Party(id) => &self.party(id).name,
            Actor::Audience(id) => &self.audience(id).name,
        }
    }

    /// How many packages can be put together before any is ruled out; `None` above 3.4 · 10³⁸.
    pub fn package_count(&self) -> Option<u128> {
        self.issues.iter().try_fold(1u128, |product, issue| product.checked_mul(issue.options.len() as u128))
    }

    /// A package as pairs of issue and option.
    pub fn describe<'a>(&'a self, package: &'a Package) -> impl Iterator<Item = (&'a Issue, &'a Choice)> {
        self.issues
            .iter()
            .zip(&package.0)
            .map(|(issue, option)| (issue, &issue.options[usize::from(*option)]))
    }
}

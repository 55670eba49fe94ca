//! Who talks, and who stands behind them.

use crate::{Combination, NumberId, PartyId, Place};

/// Someone at the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Party {
    /// Short id in the case file.
    pub id: String,
    /// Name as shown.
    pub name: String,
    /// What it does at the table.
    pub role: Role,
    /// People who speak for it.
    pub people: Vec<Person>,
    /// Share of the weight of its non-veto audiences that must accept a deal; `None` means that the leader decides.
    pub quota: Option<NumberId>,
    /// The packages that are put to this vote at all; `None` means every one.
    pub quota_when: Option<Combination>,
    /// Where it is declared.
    pub place: Option<Place>,
}

/// What a party does at the table. Only principals must sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Must sign for there to be a deal.
    Principal,
    /// Helps the principals to agree.
    Mediator,
    /// Stands behind what is signed.
    Guarantor,
    /// Anyone else whose part matters.
    Other,
}

impl Role {
    /// The word used in case files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Principal => "principal",
            Self::Mediator => "mediator",
            Self::Guarantor => "guarantor",
            Self::Other => "other",
        }
    }
}

/// Someone who speaks or acts for a party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The name as reports give it.
    pub name: String,
    /// The office held.
    pub role: Option<String>,
    /// Other spellings and short forms.
    pub aliases: Vec<String>,
}

/// A group behind a party whose consent matters at home (Putnam's second level, 1988).
#[derive(Debug, Clone, PartialEq)]
pub struct Audience {
    /// Short id in the case file.
    pub id: String,
    /// Name as shown.
    pub name: String,
    /// The party behind which it stands.
    pub of: PartyId,
    /// Whether there is no deal without it.
    pub veto: bool,
    /// What it counts for in the party's ratification; unused for an audience with a veto.
    pub weight: NumberId,
    /// The packages about which it is asked; `None` means every one. About any other it is not in the way: a veto is not cast, a vote counts in favour.
    pub when: Option<Combination>,
    /// Where it is declared.
    pub place: Option<Place>,
}

//! Every number of a case, in one table.
//!
//! A case states numbers in many places: weights, values, reservations, priors, counts. Each is kept once,
//! here, under the path by which the case file knows it (`positions.hamas.no_deal`), and everything else
//! refers to it by [`NumberId`]. That gives three things at once: a proposition can amend *any* number by its
//! path; a [`World`](crate::World) is one value for each row; and every figure can be traced to the line that
//! states it and to what that line cites.

use crate::{Citation, NumberId, Place, Uncertain};

/// A number as stated: what it is, where it stands, and on whose word.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// The path in the case file, for example `positions.israel.weights.release`.
    pub path: String,
    /// What was stated.
    pub value: Uncertain,
    /// The smallest value that makes sense here.
    pub least: f64,
    /// The largest value that makes sense here.
    pub most: f64,
    /// What it rests on; empty means that it is a judgement.
    pub cite: Vec<Citation>,
    /// Where it stands in the case file, when the case came from one.
    pub place: Option<Place>,
    /// Whether nobody stated it: the reader added it for what is stated to be computed.
    pub implied: bool,
}

impl Number {
    /// A judgement of any size, without a place.
    pub fn new(path: impl Into<String>, value: impl Into<Uncertain>) -> Self {
        Self {
            path: path.into(),
            value: value.into(),
            least: f64::NEG_INFINITY,
            most: f64::INFINITY,
            cite: Vec::new(),
            place: None,
            implied: false,
        }
    }

    /// The same, with the bounds within which it makes sense.
    pub fn within(mut self, least: f64, most: f64) -> Self {
        (self.least, self.most) = (least, most);
        self
    }
}

/// The table of all numbers of a case, in the order in which they were stated.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Numbers(Vec<Number>);

impl Numbers {
    /// Adds a number and says by which id it is known from now on.
    pub fn add(&mut self, number: Number) -> NumberId {
        self.0.push(number);
        NumberId(self.0.len() - 1)
    }

    /// The number at a path, if one stands there. Linear in the size of the table.
    pub fn at_path(&self, path: &str) -> Option<NumberId> {
        self.0.iter().position(|number| number.path == path).map(NumberId)
    }

    /// All numbers with their ids.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (NumberId, &Number)> {
        self.0.iter().enumerate().map(|(i, number)| (NumberId(i), number))
    }

    /// The numbers that somebody stated: all but those that are implied, and those that a view of an earlier day has
    /// blanked.
    pub fn stated(&self) -> impl Iterator<Item = &Number> {
        self.0.iter().filter(|number| !number.implied && !number.path.is_empty())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl std::ops::Index<NumberId> for Numbers {
    type Output = Number;

    fn index(&self, id: NumberId) -> &Number {
        &self.0[id.0]
    }
}

impl std::ops::IndexMut<NumberId> for Numbers {
    fn index_mut(&mut self, id: NumberId) -> &mut Number {
        &mut self.0[id.0]
    }
}

//! How much is known of an answer, said once.

use crate::{DealsError, Units};

/// An answer, with how much is known of it.
///
/// ```
/// use detente_deals::{DealsError, Known, Units};
///
/// let near = Known::Within(7, Units::ONE);
/// assert_eq!((near.value(), near.distance(), near.limit()), (Some(&7), Some(Units::ONE), None));
/// let none: Known<i32> = Known::GivenUp(DealsError::TooMuchWork { most: 5 });
/// assert!(none.value().is_none() && !none.is_exact());
/// assert_eq!(Known::Exactly(3).map(|x| x + 1), Known::Exactly(4));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known<T> {
    /// This is it.
    Exactly(T),
    /// It is proven to lie so far from this at the most.
    Within(T, Units),
    /// The limit for which there is no answer.
    GivenUp(DealsError),
}

impl<T> Known<T> {
    /// The answer, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Exactly(value) | Self::Within(value, _) => Some(value),
            Self::GivenUp(_) => None,
        }
    }

    /// The answer, if there is one.
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Exactly(value) | Self::Within(value, _) => Some(value),
            Self::GivenUp(_) => None,
        }
    }

    /// How far it may be off; `None` where it is exact or not known.
    pub fn distance(&self) -> Option<Units> {
        match self {
            Self::Within(_, distance) => Some(*distance),
            Self::Exactly(_) | Self::GivenUp(_) => None,
        }
    }

    /// Why there is no answer.
    pub fn limit(&self) -> Option<&DealsError> {
        match self {
            Self::GivenUp(limit) => Some(limit),
            Self::Exactly(_) | Self::Within(..) => None,
        }
    }

    /// Whether it is known exactly.
    pub fn is_exact(&self) -> bool {
        matches!(self, Self::Exactly(_))
    }

    /// The same with a reference.
    pub fn as_ref(&self) -> Known<&T> {
        match self {
            Self::Exactly(value) => Known::Exactly(value),
            Self::Within(value, distance) => Known::Within(value, *distance),
            Self::GivenUp(limit) => Known::GivenUp(limit.clone()),
        }
    }

    /// What follows from the answer, known as well as it is.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Known<U> {
        match self {
            Self::Exactly(value) => Known::Exactly(f(value)),
            Self::Within(value, distance) => Known::Within(f(value), distance),
            Self::GivenUp(limit) => Known::GivenUp(limit),
        }
    }

    /// The answer, however well it is known.
    ///
    /// # Errors
    /// The limit for which there is none.
    pub fn into_result(self) -> Result<T, DealsError> {
        match self {
            Self::Exactly(value) | Self::Within(value, _) => Ok(value),
            Self::GivenUp(limit) => Err(limit),
        }
    }

    /// An answer with its distance, `None` if it is exact.
    pub(crate) fn to_within(value: T, distance: Option<Units>) -> Self {
        match distance {
            Some(distance) => Self::Within(value, distance),
            None => Self::Exactly(value),
        }
    }

    /// Keeps what a search met as the reason why there is no answer, if it was a limit on work or memory.
    pub(crate) fn unless_limited(found: Result<T, DealsError>) -> Result<Self, DealsError> {
        match found {
            Ok(value) => Ok(Self::Exactly(value)),
            Err(limit) if limit.is_limit() => Ok(Self::GivenUp(limit)),
            Err(error) => Err(error),
        }
    }
}

impl<T> From<Result<T, DealsError>> for Known<T> {
    fn from(found: Result<T, DealsError>) -> Self {
        found.map_or_else(Self::GivenUp, Self::Exactly)
    }
}

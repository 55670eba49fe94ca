//! The body that decides: actors, what each can bring to bear, where it stands on each issue and how much that matters to it.

use std::sync::Arc;

use crate::error::CollectiveError;
use crate::limits;

/// Actors over issues, checked.
///
/// Positions and saliences are rows, one for each actor, of one number for each issue. A position is a share of the issue's scale, 0 to 1; a
/// salience is what part of its attention an actor gives to the issue, 0 to 1; a capability is a positive number of any unit, the same for all.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    issues: usize,
    names: Arc<[String]>,
    capability: Vec<f64>,
    position: Vec<f64>,
    salience: Vec<f64>,
}

/// Puts a [`Body`] together, actor by actor.
#[derive(Debug, Clone)]
pub struct BodyBuilder {
    body: Body,
    names: Vec<String>,
    uneven: Option<(usize, usize)>,
}

impl Body {
    /// A body that decides on so many issues.
    pub fn over(issues: usize) -> BodyBuilder {
        let body = Self {
            issues,
            names: Arc::default(),
            capability: Vec::new(),
            position: Vec::new(),
            salience: Vec::new(),
        };
        BodyBuilder { body, names: Vec::new(), uneven: None }
    }

    /// How many actors there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there is nobody. A body that was built never is.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// How many issues there are.
    pub fn issues(&self) -> usize {
        self.issues
    }

    /// What the actors are called, in the order in which they were added.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// What each actor can bring to bear.
    pub fn capability(&self) -> &[f64] {
        &self.capability
    }

    /// Where an actor stands: one share of the scale for each issue.
    pub fn position(&self, actor: usize) -> &[f64] {
        &self.position[actor * self.issues..][..self.issues]
    }

    /// How much each issue matters to an actor.
    pub fn salience(&self, actor: usize) -> &[f64] {
        &self.salience[actor * self.issues..][..self.issues]
    }

    /// How much all issues matter to an actor, together.
    pub fn attention(&self, actor: usize) -> f64 {
        self.salience(actor).iter().sum()
    }

    /// Every actor's position, capability and salience on one issue: `(position, capability × salience)`.
    pub fn weighed(&self, issue: usize) -> impl Iterator<Item = (f64, f64)> + '_ {
        (0..self.len()).map(move |actor| {
            (self.position(actor)[issue], self.capability[actor] * self.salience(actor)[issue])
        })
    }

    /// The positions of all actors: a row for each.
    pub fn positions(&self) -> &[f64] {
        &self.position
    }

    /// The same body with capabilities as shares of all there is.
    pub(crate) fn in_shares(&self) -> Self {
        let whole: f64 = self.capability.iter().sum();
        let capability = self.capability.iter().map(|capability| capability / whole).collect();
        Self { capability, ..self.clone() }
    }

    /// The same body with the saliences of whoever pays more than one attention scaled down to one: only how much more one issue matters than another is left of them. Bargaining in space
    /// asks for that.
    #[must_use]
    pub fn of_one_attention(&self) -> Self {
        let mut other = self.clone();
        for actor in 0..self.len() {
            let attention = self.attention(actor);
            if attention > 1.0 {
                other.salience[actor * self.issues..][..self.issues]
                    .iter_mut()
                    .for_each(|one| *one /= attention);
            }
        }
        other
    }

    /// The same body with everybody somewhere else: a row for each actor, a share of the scale for each issue.
    ///
    /// # Errors
    ///
    /// Where the rows do not fit or a place is no share of its scale.
    pub fn standing_at(&self, positions: &[f64]) -> Result<Self, CollectiveError> {
        if positions.len() != self.position.len() {
            let told = positions.len().checked_div(self.len()).unwrap_or(0);
            return Err(CollectiveError::Uneven { actor: self.names[0].clone(), told, issues: self.issues });
        }
        for (at, place) in positions.iter().enumerate() {
            checked(&self.names[at / self.issues], "position", *place)?;
        }
        Ok(Self { position: positions.to_vec(), ..self.clone() })
    }

    /// The same body with one actor somewhere else on one issue.
    ///
    /// # Errors
    ///
    /// Where the position is no share of the scale.
    pub fn with_position(&self, actor: usize, issue: usize, position: f64) -> Result<Self, CollectiveError> {
        checked(&self.names[actor], "position", position)?;
        let mut other = self.clone();
        other.position[actor * self.issues + issue] = position;
        Ok(other)
    }

    /// The same body with one actor to whom an issue matters more or less.
    ///
    /// # Errors
    ///
    /// Where the salience is no share, or nothing would matter to the actor.
    pub fn with_salience(&self, actor: usize, issue: usize, salience: f64) -> Result<Self, CollectiveError> {
        checked(&self.names[actor], "salience", salience)?;
        let mut other = self.clone();
        other.salience[actor * self.issues + issue] = salience;
        if other.attention(actor) < limits::ATTENTION {
            return Err(CollectiveError::Indifferent { actor: self.names[actor].clone() });
        }
        Ok(other)
    }
}

impl BodyBuilder {
    /// Adds an actor; `stands` has its position and its salience on each issue, each from 0 to 1.
    pub fn actor(
        &mut self,
        name: impl Into<String>,
        capability: f64,
        stands: impl IntoIterator<Item = (f64, f64)>,
    ) -> &mut Self {
        let before = self.body.position.len();
        for (position, salience) in stands {
            self.body.position.push(position);
            self.body.salience.push(salience);
        }
        let told = self.body.position.len() - before;
        if told != self.body.issues && self.uneven.is_none() {
            self.uneven = Some((self.names.len(), told));
        }
        self.names.push(name.into());
        self.body.capability.push(capability);
        self
    }

    /// The body, checked.
    ///
    /// # Errors
    ///
    /// Where there is nobody or nothing to decide, a number is out of its range, two actors share a name, or nothing matters to somebody.
    pub fn build(&self) -> Result<Body, CollectiveError> {
        let body = Body { names: self.names.as_slice().into(), ..self.body.clone() };
        if body.issues == 0 {
            return Err(CollectiveError::NoIssues);
        }
        if body.names.is_empty() {
            return Err(CollectiveError::NoActors);
        }
        if body.len() > limits::ACTORS || body.issues > limits::ISSUES {
            return Err(CollectiveError::TooLarge { actors: body.len(), issues: body.issues });
        }
        if let Some((actor, told)) = self.uneven {
            let actor = body.names[actor].clone();
            return Err(CollectiveError::Uneven { actor, told, issues: body.issues });
        }
        let mut names: Vec<&String> = body.names.iter().collect();
        names.sort_unstable();
        if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(CollectiveError::SameName { actor: pair[0].clone() });
        }
        for actor in 0..body.len() {
            let name = &body.names[actor];
            let capability = body.capability[actor];
            let [least, most] = limits::CAPABILITY;
            if !(least..=most).contains(&capability) {
                return Err(CollectiveError::Capability { actor: name.clone(), capability });
            }
            for issue in 0..body.issues {
                checked(name, "position", body.position(actor)[issue])?;
                checked(name, "salience", body.salience(actor)[issue])?;
            }
            if body.attention(actor) < limits::ATTENTION {
                return Err(CollectiveError::Indifferent { actor: name.clone() });
            }
        }
        Ok(body)
    }
}

/// That a number is a share of its scale.
fn checked(actor: &str, what: &'static str, number: f64) -> Result<(), CollectiveError> {
    if (0.0..=1.0).contains(&number) {
        return Ok(());
    }
    Err(CollectiveError::OffScale { actor: actor.to_owned(), what, number })
}

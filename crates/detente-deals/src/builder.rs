//! A deal space from plain values, without a case.

use detente_model::{Actor, Combination, IssueId, PartyId};

use crate::fixed::Units;
use crate::space::{ActorTerms, DealSpace};
use crate::{DealsError, Ratification};

/// Puts a deal space together from plain values: issues with their numbers of options, and for each party what every option adds to its value.
///
/// ```
/// use detente_deals::{DealSpaceBuilder, Over, Search};
///
/// // Two issues of three and two options; the first party wants them low, the second high.
/// let mut space = DealSpaceBuilder::new([("days", 3), ("release", 2)]);
/// space.party("one", 0.3, [vec![0.6, 0.4, 0.0], vec![0.4, 0.0]]);
/// space.party("other", 0.2, [vec![0.0, 0.3, 0.5], vec![0.0, 0.5]]);
/// space.rule_out([("days", [2].as_slice()), ("release", &[1])]);
/// let space = space.build()?;
/// let frontier = space.frontier(Over::Zone, &Search::default()).into_value().unwrap_or_default();
/// assert_eq!(frontier.iter().map(|point| point.package.0.clone()).collect::<Vec<_>>(), [[1, 0], [0, 1], [1, 1]]);
/// # Ok::<(), detente_deals::DealsError>(())
/// ```
#[derive(Debug, Clone)]
pub struct DealSpaceBuilder {
    issues: Vec<(String, usize)>,
    parties: Vec<(String, f64, Vec<Vec<f64>>)>,
    red_lines: Vec<(usize, String, usize)>,
    bonuses: Vec<(usize, Named, f64)>,
    ruled_out: Vec<Named>,
}

/// Options by the names of their issues.
type Named = Vec<(String, Vec<usize>)>;

impl DealSpaceBuilder {
    /// A space over these issues, each with its number of options.
    pub fn new<'a>(issues: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        Self {
            issues: issues.into_iter().map(|(name, options)| (name.to_owned(), options)).collect(),
            parties: Vec::new(),
            red_lines: Vec::new(),
            bonuses: Vec::new(),
            ruled_out: Vec::new(),
        }
    }

    /// Adds a party that must agree: what no deal is worth to it, and what each option of each issue adds to a deal, in the order of the
    /// issues. Values are kept to 10⁻¹².
    pub fn party<Row: IntoIterator<Item = f64>>(
        &mut self,
        name: &str,
        no_deal: f64,
        worth: impl IntoIterator<Item = Row>,
    ) -> &mut Self {
        let worth = worth.into_iter().map(|row| row.into_iter().collect()).collect();
        self.parties.push((name.to_owned(), no_deal, worth));
        self
    }

    /// The party added last never accepts an option of an issue.
    pub fn never(&mut self, issue: &str, option: usize) -> &mut Self {
        self.red_lines.push((self.parties.len().saturating_sub(1), issue.to_owned(), option));
        self
    }

    /// To the party added last, packages that have one of the options given on each of some issues are worth so much more.
    pub fn together<'a>(
        &mut self,
        options: impl IntoIterator<Item = (&'a str, &'a [usize])>,
        worth: f64,
    ) -> &mut Self {
        self.bonuses.push((self.parties.len().saturating_sub(1), named(options), worth));
        self
    }

    /// No package has one of the options given on each of some issues.
    pub fn rule_out<'a>(&mut self, options: impl IntoIterator<Item = (&'a str, &'a [usize])>) -> &mut Self {
        self.ruled_out.push(named(options));
        self
    }

    /// The space.
    ///
    /// # Errors
    /// [`DealsError::NoPrincipals`] without a party; [`DealsError::Misshapen`] where an issue, an option or a value is not there, or a
    /// value is no number from −1000 to 1000.
    pub fn build(&self) -> Result<DealSpace, DealsError> {
        let sizes: Vec<usize> = self.issues.iter().map(|(_, options)| *options).collect();
        if let Some((name, _)) = self.issues.iter().find(|(_, options)| !(1..=MOST_OPTIONS).contains(options))
        {
            return Err(DealsError::Misshapen(format!(
                "issue `{name}` must have 1 to {MOST_OPTIONS} options"
            )));
        }
        let mut actors = Vec::with_capacity(self.parties.len());
        for (i, (name, no_deal, worth)) in self.parties.iter().enumerate() {
            if !worth.iter().map(Vec::len).eq(sizes.iter().copied()) {
                return Err(DealsError::Misshapen(format!(
                    "party `{name}` must value every option of every issue"
                )));
            }
            let bonuses = self.bonuses.iter().filter(|(of, ..)| *of == i);
            let values =
                worth.iter().flatten().chain([no_deal]).chain(bonuses.clone().map(|(.., worth)| worth));
            if let Some(value) = values.into_iter().find(|value| !(-MOST_WORTH..=MOST_WORTH).contains(*value))
            {
                return Err(DealsError::Misshapen(format!("party `{name}` has the value {value}")));
            }
            let mut refused: Vec<Vec<bool>> = sizes.iter().map(|size| vec![false; *size]).collect();
            for (_, issue, option) in self.red_lines.iter().filter(|(of, ..)| *of == i) {
                let k = self.issue(issue, &[*option])?;
                refused[k][*option] = true;
            }
            let interactions: Result<Vec<_>, DealsError> = bonuses
                .map(|(_, when, worth)| Ok((self.combination(when)?, Units::from_f64(*worth))))
                .collect();
            actors.push(ActorTerms {
                actor: Actor::Party(PartyId(i)),
                signs: true,
                worth: worth
                    .iter()
                    .map(|row| row.iter().map(|value| Units::from_f64(*value)).collect())
                    .collect(),
                refused,
                interactions: interactions?,
                reservation: Units::from_f64(*no_deal),
            });
        }
        let ruled_out: Result<Vec<_>, DealsError> =
            self.ruled_out.iter().map(|when| self.combination(when)).collect();
        let parties = actors.len();
        let mut space =
            DealSpace::from_parts(sizes, actors, parties, ruled_out?, Vec::<Ratification>::new())?;
        space.names = self.issues.iter().map(|(name, _)| name.clone()).collect();
        Ok(space)
    }

    /// The place of an issue that has these options.
    fn issue(&self, name: &str, options: &[usize]) -> Result<usize, DealsError> {
        let found = self.issues.iter().position(|(issue, _)| issue == name);
        let place = found.ok_or_else(|| DealsError::Misshapen(format!("there is no issue `{name}`")))?;
        match options.iter().find(|option| **option >= self.issues[place].1) {
            Some(option) => Err(DealsError::Misshapen(format!("issue `{name}` has no option {option}"))),
            None => Ok(place),
        }
    }

    fn combination(&self, named: &Named) -> Result<Combination, DealsError> {
        let part = |(name, options): &(String, Vec<usize>)| {
            Ok((IssueId(self.issue(name, options)?), options.clone()))
        };
        named.iter().map(part).collect::<Result<_, _>>().map(Combination)
    }
}

/// Options of one issue: they are numbered in sixteen bits.
const MOST_OPTIONS: usize = 65_536;
/// Values from the negative of this to it, so that sums of hundreds of them can be held.
const MOST_WORTH: f64 = 1_000.0;

fn named<'a>(options: impl IntoIterator<Item = (&'a str, &'a [usize])>) -> Named {
    options.into_iter().map(|(issue, options)| (issue.to_owned(), options.to_vec())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(change: impl Fn(&mut DealSpaceBuilder)) -> String {
        let mut space = DealSpaceBuilder::new([("a", 2), ("b", 1)]);
        space.party("p", 0.0, [vec![0.0, 1.0], vec![0.5]]);
        change(&mut space);
        space.build().map_or_else(|error| error.to_string(), |_| String::new())
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert_eq!(refusal(|_| ()), "");
        assert!(refusal(|s| _ = s.party("q", 0.0, [vec![0.0], vec![0.5]])).contains("`q`"));
        assert!(refusal(|s| _ = s.party("q", f64::NAN, [vec![0.0, 0.0], vec![0.5]])).contains("NaN"));
        assert!(refusal(|s| _ = s.never("c", 0)).contains("`c`"));
        assert!(refusal(|s| _ = s.never("a", 2)).contains("no option 2"));
        assert!(refusal(|s| _ = s.rule_out([("a", [0, 7].as_slice())])).contains("no option 7"));
        assert_eq!(DealSpaceBuilder::new([("a", 1)]).build().err(), Some(DealsError::NoPrincipals));
        let mut none = DealSpaceBuilder::new([("a", 0)]);
        none.party("p", 0.0, [Vec::new()]);
        assert!(none.build().is_err());
    }
}

//! Who talks about what: issues, parties, and what packages are worth to them.

use std::collections::HashSet;
use std::sync::Arc;

use detente_deals::{ActorTerms, DealSpace};
use detente_model::{Combination, IssueId};

use crate::{Bids, Layout, Offer, TalksError, Worth, limits};

/// A negotiation before anybody has spoken: the issues, the parties, and each party's packages in the order of their worth.
///
/// Sorting is done here, once; any number of talks are then held on one scenario, from any thread.
///
/// ```
/// use detente_talks::Scenario;
///
/// // A house: four prices, two months.
/// let mut house = Scenario::over([4, 2]);
/// house.party("seller", 0.40, [vec![0.0, 0.3, 0.5, 0.7], vec![0.3, 0.0]]);
/// house.party("buyer", 0.30, [vec![0.6, 0.45, 0.3, 0.0], vec![0.0, 0.4]]);
/// let house = house.build()?;
/// assert_eq!((house.parties().len(), house.layout().packages()), (2, 8));
/// # Ok::<(), detente_talks::TalksError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Scenario {
    layout: Arc<Layout>,
    parties: Vec<Party>,
}

/// One who talks.
#[derive(Debug, Clone)]
pub struct Party {
    /// Its name.
    pub name: String,
    /// What no deal is worth to it.
    pub no_deal: f64,
    /// Its packages, in the order of their worth to it.
    pub bids: Bids,
}

/// Puts a scenario together from plain values.
#[derive(Debug, Clone)]
pub struct ScenarioBuilder {
    sizes: Vec<usize>,
    parties: Vec<Wanting>,
    ruled_out: Vec<Combination>,
    listed: Listing,
}

#[derive(Debug, Clone)]
struct Wanting {
    name: String,
    no_deal: f64,
    tables: Vec<Vec<f64>>,
    never: Vec<(usize, usize)>,
    together: Vec<(Combination, f64)>,
    unit: f64,
    /// What its home is known to refuse.
    refused: Option<Arc<HashSet<Offer>>>,
}

#[derive(Debug, Clone, Copy)]
enum Listing {
    Small,
    All,
}

impl Scenario {
    /// Begins a scenario over issues with so many options each.
    pub fn over(sizes: impl IntoIterator<Item = usize>) -> ScenarioBuilder {
        ScenarioBuilder {
            sizes: sizes.into_iter().collect(),
            parties: Vec::new(),
            ruled_out: Vec::new(),
            listed: Listing::Small,
        }
    }

    /// The talks that a deal space is about: its principals over its issues, with their red lines, interactions and what no deal is worth to them, and
    /// without the combinations that cannot be. Audiences have no seat: whether they would agree is asked of the deal space afterwards
    /// ([`DealSpace::principal_accepts`]). Values are counted in the whole units of the space, so that a package worth exactly as much as no deal is
    /// known to be.
    ///
    /// # Errors
    /// As for [`ScenarioBuilder::build`].
    ///
    /// ```
    /// use detente_deals::DealSpaceBuilder;
    /// use detente_talks::Scenario;
    ///
    /// let mut space = DealSpaceBuilder::new([("price", 3)]);
    /// space.party("seller", 0.4, [[0.0, 0.5, 1.0]]);
    /// space.party("buyer", 0.0, [[1.0, 0.5, 0.0]]).never("price", 2);
    /// let talks = Scenario::of(&space.build()?, ["seller", "buyer"])?;
    /// assert_eq!(talks.parties().iter().map(|party| party.bids.count()).collect::<Vec<_>>(), [3, 2]);
    /// # Ok::<(), detente_talks::TalksError>(())
    /// ```
    pub fn of<'a>(space: &DealSpace, names: impl IntoIterator<Item = &'a str>) -> Result<Self, TalksError> {
        ScenarioBuilder::of(space, names).build()
    }

    /// The same talks where some issues are settled beforehand, and where nobody bids or accepts what its own home would refuse: its audiences with a
    /// veto, or those who ratify. Homes are asked about every package of a space that is listed; of a larger one whoever holds the talks must ask
    /// them about what is agreed ([`DealSpace::homes_accept`]).
    ///
    /// # Errors
    /// As for [`Self::of`]. [`TalksError::NoPackage`] also where nothing is left that a party and its home would sign.
    pub fn with_homes<'a>(
        space: &DealSpace,
        names: impl IntoIterator<Item = &'a str>,
        settled: &[(IssueId, usize)],
    ) -> Result<Self, TalksError> {
        let mut builder = ScenarioBuilder::of(space, names);
        for (issue, option) in settled {
            let size = space.sizes().get(issue.0).copied().unwrap_or(0);
            let others: Vec<usize> = (0..size).filter(|other| other != option).collect();
            if !others.is_empty() {
                builder.ruled_out.push(Combination(vec![(*issue, others)]));
            }
        }
        let layout = Layout::new(&builder.sizes)?;
        if space.asks_at_home() && layout.packages() <= limits::LISTED {
            for (principal, party) in builder.parties.iter_mut().enumerate() {
                let refuses = |offer: &Offer| !space.home_accepts(principal, &layout.package(offer));
                party.refused = Some(Arc::new(layout.every().filter(refuses).collect()));
            }
        }
        builder.build()
    }

    /// How offers are packed.
    pub fn layout(&self) -> &Arc<Layout> {
        &self.layout
    }

    /// Those who talk, in the order in which they were added.
    pub fn parties(&self) -> &[Party] {
        &self.parties
    }

    /// What each party wants, in the order in which they were added.
    pub fn wants(&self) -> Vec<Wants<'_>> {
        self.parties.iter().map(|party| Wants::new(&party.bids, party.no_deal)).collect()
    }
}

impl Wanting {
    fn of(name: String, terms: &ActorTerms) -> Self {
        let refused = terms.refused.iter().enumerate().flat_map(|(issue, row)| {
            row.iter().enumerate().filter(|(_, refused)| **refused).map(move |(option, _)| (issue, option))
        });
        let all = || terms.worth.iter().flatten().chain(terms.interactions.iter().map(|(_, worth)| worth));
        let unit = all().chain([&terms.reservation]).map(|worth| worth.one()).max().unwrap_or(1) as f64;
        // Nothing is rounded: in a deal space all values of one actor are counted in one unit, but for zeros.
        let raw = |worth: &detente_deals::Units| worth.raw() as f64;
        Self {
            name,
            no_deal: raw(&terms.reservation) / unit,
            tables: terms.worth.iter().map(|row| row.iter().map(raw).collect()).collect(),
            never: refused.collect(),
            together: terms.interactions.iter().map(|(when, worth)| (when.clone(), raw(worth))).collect(),
            unit,
            refused: None,
        }
    }
}

impl ScenarioBuilder {
    fn of<'a>(space: &DealSpace, names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut names = names.into_iter();
        let parties = space.principals().iter().enumerate().map(|(i, terms)| {
            let name = names.next().map_or_else(|| format!("party {}", i + 1), ToOwned::to_owned);
            Wanting::of(name, terms)
        });
        Self {
            sizes: space.sizes().to_vec(),
            parties: parties.collect(),
            ruled_out: space.infeasible().to_vec(),
            listed: Listing::Small,
        }
    }

    /// Adds a party: what no deal is worth to it, and what each option of each issue adds to the worth of a deal.
    pub fn party<Row: IntoIterator<Item = f64>>(
        &mut self,
        name: &str,
        no_deal: f64,
        tables: impl IntoIterator<Item = Row>,
    ) -> &mut Self {
        let tables = tables.into_iter().map(|row| row.into_iter().collect()).collect();
        let name = name.to_owned();
        self.parties.push(Wanting {
            name,
            no_deal,
            tables,
            never: Vec::new(),
            together: Vec::new(),
            unit: 1.0,
            refused: None,
        });
        self
    }

    /// The party added last never accepts an option of an issue, and never offers it.
    pub fn never(&mut self, issue: usize, option: usize) -> &mut Self {
        if let Some(party) = self.parties.last_mut() {
            party.never.push((issue, option));
        }
        self
    }

    /// To the party added last, packages that have one of the options given on each of some issues are worth so much more.
    pub fn together(&mut self, when: impl IntoIterator<Item = (usize, Vec<usize>)>, worth: f64) -> &mut Self {
        if let Some(party) = self.parties.last_mut() {
            party.together.push((combination(when), worth));
        }
        self
    }

    /// No package has one of the options given on each of some issues.
    pub fn rule_out(&mut self, when: impl IntoIterator<Item = (usize, Vec<usize>)>) -> &mut Self {
        self.ruled_out.push(combination(when));
        self
    }

    /// Lists every package, as the rules of [`crate::negmas`] want it, whatever their number up to [`limits::LISTED_FOR_PROFILE`].
    pub fn listing_all(&mut self) -> &mut Self {
        self.listed = Listing::All;
        self
    }

    /// The scenario.
    ///
    /// # Errors
    /// [`TalksError::NoParties`] without a party; [`TalksError::Misshapen`] where tables do not fit the issues or hold what is no finite
    /// number; [`TalksError::NoPackage`] where a party could bid nothing; the other limits of [`TalksError`].
    pub fn build(&self) -> Result<Scenario, TalksError> {
        let layout = Arc::new(Layout::new(&self.sizes)?);
        if self.parties.is_empty() {
            return Err(TalksError::NoParties);
        }
        self.ruled_out.iter().try_for_each(|when| self.fits(when))?;
        let most_listed = match self.listed {
            Listing::Small => limits::LISTED,
            Listing::All if layout.packages() > limits::LISTED_FOR_PROFILE => {
                let packages = layout.packages();
                return Err(TalksError::TooManyPackages { packages, most: limits::LISTED_FOR_PROFILE });
            }
            Listing::All => limits::LISTED_FOR_PROFILE,
        };
        let ruled_out = Arc::new(self.ruled_out.clone());
        let parties = self.parties.iter().map(|party| {
            let worth = self.worth(&layout, party)?;
            let bids = Bids::new(worth, &ruled_out, most_listed, party.refused.clone())?;
            Ok(Party { name: party.name.clone(), no_deal: party.no_deal, bids })
        });
        let parties: Result<Vec<Party>, TalksError> = parties.collect();
        Ok(Scenario { layout, parties: parties? })
    }

    fn worth(&self, layout: &Arc<Layout>, party: &Wanting) -> Result<Worth, TalksError> {
        let name = &party.name;
        if !party.tables.iter().map(Vec::len).eq(self.sizes.iter().copied()) {
            return Err(TalksError::Misshapen(format!(
                "party `{name}` must value every option of every issue"
            )));
        }
        let together = party.together.iter().map(|(_, worth)| *worth);
        let mut numbers = party.tables.iter().flatten().copied().chain(together).chain([party.no_deal]);
        if let Some(worth) = numbers.find(|worth| worth.is_nan() || worth.abs() > MOST_WORTH) {
            return Err(TalksError::Misshapen(format!("party `{name}` has the value {worth}")));
        }
        party.together.iter().try_for_each(|(when, _)| self.fits(when))?;
        let mut tables = party.tables.clone();
        for (issue, option) in &party.never {
            let entry = tables.get_mut(*issue).and_then(|row| row.get_mut(*option));
            let none = || TalksError::Misshapen(format!("issue {issue} has no option {option}"));
            *entry.ok_or_else(none)? = f64::NEG_INFINITY;
        }
        Ok(Worth::new(layout, &tables).with(party.together.clone(), party.unit))
    }

    /// Whether a combination speaks of issues and options that there are.
    fn fits(&self, when: &Combination) -> Result<(), TalksError> {
        for (issue, options) in &when.0 {
            let size = self.sizes.get(issue.0).copied().unwrap_or(0);
            if let Some(option) = options.iter().find(|option| **option >= size) {
                return Err(TalksError::Misshapen(format!("issue {} has no option {option}", issue.0)));
            }
        }
        Ok(())
    }
}

/// The largest worth that a table may hold, so that no sum of them overflows.
const MOST_WORTH: f64 = 1e100;

fn combination(when: impl IntoIterator<Item = (usize, Vec<usize>)>) -> Combination {
    Combination(when.into_iter().map(|(issue, options)| (IssueId(issue), options)).collect())
}

/// What one party wants in some talks: its packages, and what no deal is worth to it there.
#[derive(Debug, Clone, Copy)]
pub struct Wants<'a> {
    /// Its packages, in the order of their worth to it.
    pub bids: &'a Bids,
    /// What no deal is worth to it.
    pub no_deal: f64,
}

impl<'a> Wants<'a> {
    /// What a party wants if no deal is worth so much to it.
    pub fn new(bids: &'a Bids, no_deal: f64) -> Self {
        Self { bids, no_deal }
    }

    /// What an offer is worth to it.
    pub fn worth(&self, offer: &Offer) -> f64 {
        self.bids.of(offer)
    }

    /// What it would go down to: no deal, or its worst package if even that is worth more.
    pub fn floor(&self) -> f64 {
        self.bids.least().max(self.no_deal)
    }

    /// Whether any package is worth as much to it as no deal.
    pub fn can_gain(&self) -> bool {
        self.bids.most() >= self.no_deal
    }
}

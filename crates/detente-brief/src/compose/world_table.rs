//! The worlds drawn, one row each: every uncertain input, the answer to every open question, whether there is a deal, the margin, and the
//! package that leaves whoever gains least the most.
//!
//! A row hangs on the case, the seed and the number of its draw alone, so a table can be made in pieces, wherever and in whichever order:
//! put together they are the table made at once. Only the letters of packages hang on all draws.

use std::collections::BTreeMap;
use std::ops::Range;

use detente_deals::{DealSpace, DealsError, Margin, Search, limits};
use detente_model::side_by_side::each;
use detente_model::{Case, Input, NumberId, Package, PositionId, World, Worlds};

use crate::answers::columns::{Cells, ColumnTable};
use crate::sitting::{Sitting, SittingError};

/// How many worlds one thread looks at before it takes the next.
const STRETCH: u64 = 256;

/// What is found out about each world; each also has what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WorldFindings {
    /// Its inputs alone.
    Inputs,
    /// Whether there is a zone of agreement.
    Zone,
    /// The margin.
    Margin,
    /// The package that leaves whoever gains least the most.
    Best,
}

/// Which rows and columns a table of worlds has.
#[derive(Debug, Clone)]
pub struct WorldRows {
    /// Which draws.
    pub draws: Range<u64>,
    /// The figures shown, by their paths, in doubt or not; `None` for every input in doubt.
    pub numbers: Option<Vec<String>>,
    /// What is found out about each world.
    pub findings: WorldFindings,
    /// Whether a best package that leads has its letter. Letters hang on all draws of the sitting.
    pub letters: bool,
}

/// One row a world. Its columns: `draw`; each input by its path, an order by the weight that it gives each issue; `zone_exists` (empty
/// where it is not known); `margin` (empty where red lines leave no package, or it is not known); `best_letter`, if that package leads;
/// `best_acceptable`; and `best.` with the id of each issue. The best package has the margin of that world; where all accept
/// another and not that one, it is the other.
pub(crate) fn table(sitting: &Sitting, rows: &WorldRows) -> Result<ColumnTable, SittingError> {
    let (worlds, progress) = (sitting.worlds()?, sitting.progress());
    let case = worlds.case();
    if case.issues.is_empty() && rows.findings > WorldFindings::Inputs {
        return Err(SittingError::NothingOnTheTable);
    }
    let letters = if rows.letters { Some(Letters::of(sitting)?) } else { None };
    let shown = Shown::of(worlds, rows.numbers.as_deref())?;
    let Range { start, end } = rows.draws;
    progress.expect(end.saturating_sub(start));
    let stretches = end.saturating_sub(start).div_ceil(STRETCH);
    let piece = |stretch: usize| {
        let first = start + stretch as u64 * STRETCH;
        let mut piece = Piece::new(case, &shown, rows.findings, letters.as_ref());
        for draw in first..(first + STRETCH).min(end) {
            let world = worlds.draw(draw);
            piece.add(draw, &world)?;
            progress.step();
        }
        Ok(piece.table())
    };
    let pieces = each(stretches.max(1) as usize, progress, &piece);
    Ok(ColumnTable::joined(pieces.into_iter().collect::<Result<Vec<_>, SittingError>>()?))
}

/// How long margin and agreement of one world are looked for.
const SEARCH: Search = Search { tolerance: None, effort: Some(limits::CONCESSION) };

/// Whether there is a deal in a world, and the margin, where that is asked for and can be had; both in one pass where packages are few.
pub(super) fn found_in(
    space: &DealSpace,
    findings: WorldFindings,
) -> Result<(Option<bool>, Option<f64>), SittingError> {
    if let Some(found) = space.in_one_pass() {
        return Ok((Some(found.exists), found.margin.map(detente_deals::Units::to_f64)));
    }
    let exists = space.zone_exists()?;
    if findings < WorldFindings::Margin {
        return Ok((exists, None));
    }
    let margin = within_limits(space.margin(&SEARCH))?.flatten();
    Ok((exists, proven(margin.as_ref())))
}

/// What was found, or nothing past a limit of the search.
fn within_limits<T>(found: Result<T, DealsError>) -> Result<Option<T>, DealsError> {
    match found {
        Err(limit) if limit.is_limit() => Ok(None),
        found => found.map(Some),
    }
}

fn proven(margin: Option<&Margin>) -> Option<f64> {
    margin.filter(|margin| margin.is_proven()).map(|margin| margin.value.to_f64())
}

/// The leading packages by their letters.
struct Letters {
    names: Vec<String>,
    of: BTreeMap<Package, u32>,
}

impl Letters {
    fn of(sitting: &Sitting) -> Result<Self, SittingError> {
        let deals = sitting.deals()?;
        let numbered = deals.packages.iter().zip(0..);
        Ok(Self {
            names: deals.packages.iter().map(|leading| leading.letter.clone()).collect(),
            of: numbered.map(|(leading, number)| (leading.package.clone(), number)).collect(),
        })
    }
}

/// A figure of a world that has a column.
#[derive(Debug, Clone, Copy)]
enum Figure {
    Number(NumberId),
    Truth(detente_model::PropositionId),
    /// The weight that an order gives an issue.
    Weight(PositionId, usize),
}

/// The figures that have columns, each under its name.
struct Shown(Vec<(String, Figure)>);

impl Shown {
    fn of(worlds: &Worlds, numbers: Option<&[String]>) -> Result<Self, SittingError> {
        let case = worlds.case();
        let inputs: Vec<(String, Figure)> =
            worlds.inputs().iter().flat_map(|coordinates| figures(case, coordinates.input)).collect();
        let Some(numbers) = numbers else { return Ok(Self(inputs)) };
        let at = |path: &String| {
            // An order by its path stands for the weights that it gives.
            let below = format!("{path}.");
            let found: Vec<_> = inputs
                .iter()
                .filter(|(name, figure)| {
                    name == path || matches!(figure, Figure::Weight(..)) && name.starts_with(&below)
                })
                .cloned()
                .collect();
            match case.numbers.at_path(path) {
                Some(id) => Ok(vec![(path.clone(), Figure::Number(id))]),
                None if found.is_empty() => Err(SittingError::NoSuchFigure(path.clone())),
                None => Ok(found),
            }
        };
        let named: Result<Vec<_>, SittingError> = numbers.iter().map(at).collect();
        Ok(Self(named?.into_iter().flatten().collect()))
    }
}

/// The figures that an input decides.
fn figures(case: &Case, input: Input) -> Vec<(String, Figure)> {
    match input {
        Input::Number(id) => vec![(input.path(case), Figure::Number(id))],
        Input::Truth(id) => vec![(input.path(case), Figure::Truth(id))],
        Input::Order(position) => weighed(case, position)
            .map(|issue| {
                let name = format!("{}.{}", input.path(case), case.issues[issue].id);
                (name, Figure::Weight(position, issue))
            })
            .collect(),
        // What comparisons leave of weights shows in the weights.
        Input::Comparisons(_) => Vec::new(),
    }
}

/// The issues to which an order gives weights.
fn weighed(case: &Case, position: PositionId) -> impl Iterator<Item = usize> + '_ {
    let ordered = match &case.position(position).weights {
        detente_model::Weights::Order(groups) => groups.iter().flatten().map(|issue| issue.index()).collect(),
        detente_model::Weights::Stated(_) => Vec::new(),
    };
    (0..case.issues.len()).filter(move |issue| ordered.contains(issue))
}

/// Some rows of the table, while they are found.
struct Piece<'t> {
    case: &'t Case,
    findings: WorldFindings,
    letters: Option<&'t Letters>,
    shown: &'t Shown,
    draws: Vec<u64>,
    figures: Vec<Cells>,
    zones: Vec<Option<bool>>,
    margins: Vec<Option<f64>>,
    letter_of_best: Vec<Option<u32>>,
    acceptable: Vec<Option<bool>>,
    best: Vec<Cells>,
}

impl<'t> Piece<'t> {
    fn new(case: &'t Case, shown: &'t Shown, findings: WorldFindings, letters: Option<&'t Letters>) -> Self {
        let figure = |(_, figure): &(String, Figure)| match figure {
            Figure::Truth(_) => Cells::Truths(Vec::new()),
            Figure::Number(_) | Figure::Weight(..) => Cells::Numbers(Vec::new()),
        };
        Self {
            case,
            findings,
            letters,
            shown,
            draws: Vec::new(),
            figures: shown.0.iter().map(figure).collect(),
            zones: Vec::new(),
            margins: Vec::new(),
            letter_of_best: Vec::new(),
            acceptable: Vec::new(),
            best: case.issues.iter().map(Cells::options_of).collect(),
        }
    }

    fn add(&mut self, draw: u64, world: &World) -> Result<(), SittingError> {
        self.draws.push(draw);
        for ((_, figure), cells) in self.shown.0.iter().zip(&mut self.figures) {
            match (figure, cells) {
                (Figure::Number(id), Cells::Numbers(cells)) => cells.push(world.number(*id)),
                (Figure::Weight(position, issue), Cells::Numbers(cells)) => {
                    cells.push(world.weights(*position)[*issue]);
                }
                (Figure::Truth(id), Cells::Truths(cells)) => cells.push(Some(world.holds(*id))),
                _ => {}
            }
        }
        if self.findings == WorldFindings::Inputs {
            return Ok(());
        }
        let space = DealSpace::new(world)?;
        if self.findings == WorldFindings::Best {
            return self.judge(&space);
        }
        let (exists, margin) = found_in(&space, self.findings)?;
        self.zones.push(exists);
        if self.findings >= WorldFindings::Margin {
            self.margins.push(margin);
        }
        Ok(())
    }

    /// Zone, margin and the best package.
    fn judge(&mut self, space: &DealSpace) -> Result<(), SittingError> {
        let exists = space.zone_exists()?;
        self.zones.push(exists);
        let margin = within_limits(space.margin(&SEARCH))?.flatten();
        self.margins.push(proven(margin.as_ref()));
        let accepted = margin.as_ref().is_some_and(|margin| match &margin.between {
            Some(between) => space.all_accept_package(between),
            None => space.all_accept(&margin.package),
        });
        let other = if accepted || exists != Some(true) {
            None
        } else {
            within_limits(space.find_agreement(&SEARCH))?.flatten()
        };
        let best = other.as_ref().or(margin.as_ref().map(|margin| &margin.package));
        let between = margin.as_ref().filter(|_| other.is_none()).and_then(|margin| margin.between.as_ref());
        if let Some(letters) = self.letters {
            let letter = best.filter(|_| between.is_none()).and_then(|best| letters.of.get(best));
            self.letter_of_best.push(letter.copied());
        }
        self.acceptable.push(best.map(|_| accepted || other.is_some()));
        for (index, (issue, cells)) in self.case.issues.iter().zip(&mut self.best).enumerate() {
            let option = best.and_then(|best| best.0.get(index)).copied();
            let number = between.and_then(|between| {
                between.numbers.iter().find(|(issue, _)| issue.index() == index).map(|(_, number)| *number)
            });
            cells.push_option(issue, option, number);
        }
        Ok(())
    }

    fn table(self) -> ColumnTable {
        let mut columns = vec![("draw".to_owned(), Cells::Counts(self.draws))];
        columns.extend(self.shown.0.iter().map(|(name, _)| name.clone()).zip(self.figures));
        if self.findings >= WorldFindings::Zone {
            columns.push(("zone_exists".to_owned(), Cells::Truths(self.zones)));
        }
        if self.findings >= WorldFindings::Margin {
            columns.push(("margin".to_owned(), Cells::PerhapsNumbers(self.margins)));
        }
        if self.findings >= WorldFindings::Best {
            if let Some(letters) = self.letters {
                let cells = Cells::Names { names: letters.names.clone(), chosen: self.letter_of_best };
                columns.push(("best_letter".to_owned(), cells));
            }
            columns.push(("best_acceptable".to_owned(), Cells::Truths(self.acceptable)));
            let names = self.case.issues.iter().map(|issue| format!("best.{}", issue.id));
            columns.extend(names.zip(self.best));
        }
        ColumnTable { columns }
    }
}

//! Analysis of competing hypotheses (Heuer 1999, ch. 8), with hypotheses in rows.
//!
//! Every proposition gives two rows, that it holds and that it does not; every origin of evidence gives a column. A cell
//! says how well the evidence fits the hypothesis. Heuer's point is that evidence which fits every hypothesis tells nothing
//! and that the hypothesis with least *against* it, not the one with most for it, deserves to lead; so
//! each row has the sum of what is against it, and each column its diagnosticity. Dhami, Belton & De Werd (2024)
//! found less confirmation bias with hypotheses in rows than in the usual columns.
//!
//! An origin that speaks to several propositions (claims that share an `origin`) fills several rows. A cell
//! without a claim is empty, which is not the same as neutral.

use detente_model::{ClaimId, PropositionId};

use crate::account::Account;
use crate::convention::central;

/// The table.
#[derive(Debug, Clone, PartialEq)]
pub struct Hypotheses {
    /// Two rows for each proposition: that it holds, then that it does not.
    pub rows: Vec<Hypothesis>,
    /// The columns: the evidence, most diagnostic first.
    pub columns: Vec<EvidenceColumn>,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Hypothesis {
    /// About which proposition.
    pub proposition: PropositionId,
    /// Whether it is that it holds.
    pub holds: bool,
    /// One cell a column; `None` where the evidence does not speak to it.
    pub cells: Vec<Option<Fit>>,
    /// Sum of ln LR of everything against it; the smallest deserves to lead.
    pub against: f64,
    /// Its probability after all claims, with central values.
    pub probability: f64,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceColumn {
    /// The claims in it.
    pub claims: Vec<ClaimId>,
    /// The largest |ln LR| in it: 0 tells nothing about any hypothesis.
    pub diagnosticity: f64,
}

/// How well evidence fits a hypothesis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// ln LR towards the hypothesis.
    pub log_ratio: f64,
}

impl Fit {
    /// Heuer's letters: `CC` very consistent, `C` consistent, `N` neutral, `I` inconsistent, `II` very inconsistent.
    /// The double letter starts at a likelihood ratio of √10, where Jeffreys (1961) has evidence turn substantial.
    pub fn letters(self) -> &'static str {
        let strong = 10f64.ln() / 2.0;
        match self.log_ratio {
            x if x >= strong => "CC",
            x if x > 0.0 => "C",
            x if x <= -strong => "II",
            x if x < 0.0 => "I",
            _ => "N",
        }
    }
}

/// A column in the making: the origin's name, and its shift of each proposition that it speaks to.
type Gathered<'a> = (Option<&'a str>, EvidenceColumn, Vec<(PropositionId, f64)>);

impl Account {
    /// The table of hypotheses against evidence.
    pub fn hypotheses(&self) -> Hypotheses {
        let case = self.case();
        let stated = central(case);
        let mut columns: Vec<Gathered<'_>> = Vec::new();
        for origin in self.origins() {
            let shift = self.shift(origin, &stated);
            let all = origin.claims.iter().chain(&origin.repeated).copied();
            let name = origin.name.as_deref();
            let at = columns.iter().position(|(n, _, _)| name.is_some() && *n == name).unwrap_or_else(|| {
                columns.push((name, EvidenceColumn { claims: Vec::new(), diagnosticity: 0.0 }, Vec::new()));
                columns.len() - 1
            });
            let (_, column, shifts) = &mut columns[at];
            column.claims.extend(all);
            column.diagnosticity = column.diagnosticity.max(shift.abs());
            shifts.push((origin.on, shift));
        }
        columns.sort_by(|(_, a, _), (_, b, _)| {
            let first = |c: &EvidenceColumn| c.claims.iter().map(|id| case.claims[id.0].id.as_str()).min();
            b.diagnosticity.total_cmp(&a.diagnosticity).then_with(|| first(a).cmp(&first(b)))
        });
        let mut rows = Vec::new();
        for proposition in (0..case.propositions.len()).map(PropositionId) {
            let probability = self.probability(proposition, &stated);
            for holds in [true, false] {
                let cells: Vec<Option<Fit>> = columns
                    .iter()
                    .map(|(_, _, shifts)| {
                        let (_, shift) = shifts.iter().find(|(on, _)| *on == proposition)?;
                        Some(Fit { log_ratio: if holds { *shift } else { -shift } })
                    })
                    .collect();
                let against = cells.iter().flatten().map(|fit| (-fit.log_ratio).max(0.0)).sum();
                let probability = if holds { probability } else { 1.0 - probability };
                rows.push(Hypothesis { proposition, holds, cells, against, probability });
            }
        }
        Hypotheses { rows, columns: columns.into_iter().map(|(_, column, _)| column).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use detente_model::Uncertain;

    #[test]
    fn one_origin_is_one_column_and_fills_the_rows_it_speaks_to() {
        let mut case = fixture::case(&[Uncertain::Known(0.5), Uncertain::Known(0.5)]);
        fixture::add(&mut case, (0, true, 0, 0, 1, 3, 0));
        fixture::add(&mut case, (0, false, 2, 0, 1, 4, 1));
        fixture::add(&mut case, (1, true, 2, 0, 1, 4, 1));
        for claim in &mut case.claims[1..] {
            claim.origin = Some("visit".to_owned());
        }
        let table = Account::new(&case).hypotheses();
        assert_eq!(table.columns.len(), 2);
        assert_eq!(table.columns[0].claims, [ClaimId(1), ClaimId(2)]);
        let letters = |row: usize| -> Vec<&str> {
            table.rows[row].cells.iter().map(|c| c.map_or("", Fit::letters)).collect()
        };
        assert_eq!([letters(0), letters(1)], [["II", "C"], ["CC", "I"]]);
        assert_eq!([letters(2), letters(3)], [["CC", ""], ["II", ""]]);
        assert!((table.rows[0].against - 10f64.ln()).abs() < 1e-12);
        assert!((table.rows[1].against - 1.5f64.ln()).abs() < 1e-12);
    }
}

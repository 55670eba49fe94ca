//! The packages most often acceptable to all, and to whom each is hard.

use serde::Serialize;

use super::Likelihood;
use crate::brief::Brief;
use crate::compose::packages::how_found;
use crate::html::parties::{Face, Faces};
use crate::html::plot::acceptance;
use crate::words;

/// Up to how many issues every package is spelled out; beyond, only what sets it apart from the first.
const SPELLED_OUT: usize = 8;

/// The leading packages.
#[derive(Serialize)]
pub(in crate::html) struct Packages {
    faces: Vec<Face>,
    rows: Vec<Row>,
    /// The plot of the same shares.
    plot: minijinja::Value,
    see: String,
    /// How they were found, where that needs saying.
    how_found: Vec<String>,
    /// Whether later packages are told by their difference from the first.
    by_difference: bool,
}

/// One package.
#[derive(Serialize)]
struct Row {
    letter: String,
    label: String,
    all: Likelihood,
    principals: Vec<Likelihood>,
    hardest: String,
    agreed: bool,
}

pub(in crate::html) fn section(brief: &Brief, faces: &Faces) -> Option<Packages> {
    let first = brief.deals.packages.first()?;
    let by_difference = brief.case.issues.len() > SPELLED_OUT;
    let names = |of: &[usize]| -> Vec<&str> { of.iter().map(|i| faces.0[*i].name.as_str()).collect() };
    let rows = brief.deals.packages.iter().map(|package| {
        let differences = words::package_differences(&brief.case, &package.outcome, &first.outcome);
        Row {
            letter: package.letter.clone(),
            label: if by_difference && package.letter != first.letter {
                format!("as {}, but {differences}", first.letter)
            } else {
                package.label.clone()
            },
            all: Likelihood::of(package.all),
            principals: package.principals.iter().map(|share| Likelihood::of(*share)).collect(),
            hardest: match package.hardest.as_slice() {
                [] => "all alike".to_owned(),
                hardest => words::list(&names(hardest)),
            },
            agreed: package.agreed,
        }
    });
    let see = see(brief, faces);
    Some(Packages {
        rows: rows.collect(),
        plot: acceptance::draw(&brief.deals.packages, faces, &see),
        see,
        how_found: how_found(&brief.case, &brief.deals.findings),
        by_difference,
        faces: faces.0.clone(),
    })
}

/// What the plot shows, in a sentence.
fn see(brief: &Brief, faces: &Faces) -> String {
    let Some(first) = brief.deals.packages.first() else { return String::new() };
    let each: Vec<String> = (faces.0.iter().zip(&first.principals))
        .map(|(face, share)| format!("{} in {}", face.name, words::percent(share.value())))
        .collect();
    format!(
        "Package {} is acceptable to all at once in {} of the worlds drawn: to {}. The wider the marks of a package \
         lie apart, the more unevenly it weighs.",
        first.letter,
        words::percent(first.all.value()),
        words::list(&each)
    )
}

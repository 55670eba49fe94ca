//! From a figure to what it rests on, and back.

use std::collections::HashMap;

use axum::Json;
use axum::extract::State;
use detente_brief::Grounds;
use detente_case::edit::{self, EditPlace};
use detente_model::{Case, Citation, Place};

use super::{Sent, apart, case_of};
use crate::protocol::{
    CitationListed, ClaimListed, FigureListed, Ledger, PlaceListed, SourceListed, Stretch, TextAsked,
};
use crate::refusal::Refused;
use crate::server::Shared;
use crate::units::Units;

/// `POST /api/ledger`
pub(super) async fn ledger(
    State(shared): State<Shared>,
    Sent(asked): Sent<TextAsked>,
) -> Result<Json<Ledger>, Refused> {
    apart(move || {
        let case = case_of(&asked.text, &shared.folder)?;
        let places = edit::paths(&asked.text).map_err(|fault| Refused::unfit(fault.to_string()))?;
        Ok(Json(Looking::at(&asked.text, &case, &places).ledger(&places)))
    })
    .await
}

/// What is looked up in a text.
struct Looking<'t> {
    case: &'t Case,
    units: Units<'t>,
    lines: Vec<usize>,
    at: HashMap<&'t str, Stretch>,
}

impl<'t> Looking<'t> {
    fn at(text: &'t str, case: &'t Case, places: &'t [EditPlace]) -> Self {
        let units = Units::of(text);
        let at = places.iter().map(|place| (place.path.as_str(), units.stretch(place.span))).collect();
        let lines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect();
        Self { case, units, lines, at }
    }

    fn ledger(&self, places: &[EditPlace]) -> Ledger {
        let figures: Vec<FigureListed> = Grounds::of(self.case)
            .figures
            .into_iter()
            .map(|figure| FigureListed {
                at: self.at.get(figure.path.as_str()).copied(),
                cites: self.cites(&figure.cite),
                path: figure.path,
                name: figure.name,
                stated: figure.stated,
                line: figure.line,
            })
            .collect();
        let claims: Vec<ClaimListed> = (0..self.case.claims.len()).map(|i| self.claim(i)).collect();
        let sources = (0..self.case.sources.len()).map(|i| self.source(i, &figures, &claims)).collect();
        let places = places.iter().map(|place| PlaceListed {
            path: place.path.clone(),
            at: self.units.stretch(place.span),
            line: self.lines.partition_point(|end| *end < place.span.start) + 1,
        });
        Ledger { figures, sources, claims, places: places.collect() }
    }

    fn cites(&self, cites: &[Citation]) -> Vec<CitationListed> {
        let cite = |cite: &Citation| CitationListed {
            source: self.case.source(cite.source).id.clone(),
            locator: cite.locator.clone(),
        };
        cites.iter().map(cite).collect()
    }

    fn placed(&self, place: Option<Place>) -> (Option<Stretch>, Option<usize>) {
        let stretch = |place: Place| Stretch {
            from: self.units.unit(place.offset),
            to: self.units.unit(place.offset + place.len),
        };
        // What stands in a file that the text includes has no place in the text.
        let place = place.filter(|place| place.file == 0);
        (place.map(stretch), place.map(|place| place.line))
    }

    fn claim(&self, at: usize) -> ClaimListed {
        let claim = &self.case.claims[at];
        let (stretch, line) = self.placed(claim.place);
        let source = claim.source.map(|source| CitationListed {
            source: self.case.source(source).id.clone(),
            locator: claim.locator.clone(),
        });
        ClaimListed {
            path: if claim.id.is_empty() {
                format!("claims[{}]", at + 1)
            } else {
                format!("claims.{}", claim.id)
            },
            id: (!claim.id.is_empty()).then(|| claim.id.clone()),
            says: claim.text.clone().unwrap_or_default(),
            date: claim.said.or(claim.reported).map(|day| day.to_string()),
            draft: claim.draft,
            at: stretch,
            line,
            cites: source.into_iter().collect(),
        }
    }

    fn source(&self, at: usize, figures: &[FigureListed], claims: &[ClaimListed]) -> SourceListed {
        let source = &self.case.sources[at];
        let (stretch, line) = self.placed(source.place);
        let cited = |cites: &[CitationListed]| cites.iter().any(|cite| cite.source == source.id);
        SourceListed {
            id: source.id.clone(),
            note: at + 1,
            title: source.title.clone(),
            published: source.published.map(|day| day.to_string()),
            reliability: source.reliability.map(|grade| format!("{grade:?}")),
            locator: source.locator.clone(),
            at: stretch,
            line,
            figures: figures
                .iter()
                .filter(|figure| cited(&figure.cites))
                .map(|figure| figure.path.clone())
                .collect(),
            claims: claims
                .iter()
                .filter(|claim| cited(&claim.cites))
                .map(|claim| claim.path.clone())
                .collect(),
        }
    }
}

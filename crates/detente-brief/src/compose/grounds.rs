//! Judgement or fact: what each figure rests on.

use detente_model::Case;

use crate::brief::{Figure, Grounds};

pub(super) fn of(case: &Case) -> Grounds {
    let figures: Vec<Figure> = case
        .numbers
        .iter()
        .map(|(_, number)| Figure {
            path: number.path.clone(),
            stated: number.value.to_string(),
            cite: number.cite.clone(),
            line: number.place.map(|place| place.line),
        })
        .collect();
    Grounds {
        cited: figures.iter().filter(|f| !f.cite.is_empty()).count(),
        judged: figures.iter().filter(|f| f.cite.is_empty()).count(),
        ranges: case.numbers.iter().filter(|(_, number)| !number.value.is_known()).count(),
        figures,
    }
}

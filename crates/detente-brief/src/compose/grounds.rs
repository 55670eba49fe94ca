//! Judgement or fact: what each figure rests on.

use detente_model::Case;

use crate::brief::{Figure, Grounds};

impl Grounds {
    /// The figures of a case and what they rest on.
    pub fn of(case: &Case) -> Self {
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
        Self {
            cited: case.numbers.iter().filter(|(_, n)| !n.cite.is_empty() && n.value.is_known()).count(),
            estimated: case.numbers.iter().filter(|(_, n)| !n.cite.is_empty() && !n.value.is_known()).count(),
            judged: case.numbers.iter().filter(|(_, n)| n.cite.is_empty()).count(),
            figures,
        }
    }
}

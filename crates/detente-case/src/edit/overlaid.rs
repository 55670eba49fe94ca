//! Several readings of one case laid over each other: where they differ, who says what, and the first reading with one of the
//! alternatives in it.

use detente_model::Case;

use super::layout::Layout;
use super::{Difference, EditFault, apply, differences};

/// A place at which readings differ.
#[derive(Debug, Clone)]
pub struct Overlaid {
    /// The path.
    pub path: String,
    /// What each reading says there, in their order; `None` where one says nothing.
    pub says: Vec<Option<String>>,
    /// What others say than the first, each once.
    pub alternatives: Vec<Alternative>,
}

/// What some readings say at a place and the first does not.
#[derive(Debug, Clone)]
pub struct Alternative {
    /// As a value on one line; `None` where they say nothing.
    pub value: Option<String>,
    /// Which readings say it, by their places.
    pub readings: Vec<usize>,
    /// The first reading with this alone, or what is wrong with that, in a sentence.
    pub alone: Result<Case, String>,
}

/// Where readings of one case differ from the first, place by place, in its order.
///
/// ```
/// use detente_case::{edit::overlaid, template};
///
/// let second = template().replace("no_deal = [0.2, 0.4]", "no_deal = 0.3");
/// let third = second.replace("no_deal = [0.30, 0.45]", "no_deal = 0.5");
/// let places = overlaid(&[template(), &second, &third]).unwrap();
/// let towns = places.iter().find(|place| place.path == "positions.towns.no_deal").unwrap();
/// assert_eq!(towns.says[1].as_deref(), Some("0.3"));
/// assert_eq!(towns.alternatives[0].readings, [1, 2]);
/// ```
///
/// # Errors
/// One of them is not TOML.
pub fn overlaid(readings: &[&str]) -> Result<Vec<Overlaid>, EditFault> {
    let Some(first) = readings.first() else { return Ok(Vec::new()) };
    let layouts: Vec<Option<Layout<'_>>> = readings.iter().map(|text| Layout::of(text)).collect();
    let says = |path: &str| -> Vec<Option<String>> {
        let at = |layout: &Option<Layout<'_>>| {
            let layout = layout.as_ref()?;
            layout.find(path).ok().map(|found| layout.inline(found.value))
        };
        layouts.iter().map(at).collect()
    };
    let mut places: Vec<(Overlaid, Vec<Difference>)> = Vec::new();
    for (reading, text) in readings.iter().enumerate().skip(1) {
        for difference in differences(first, text)? {
            let known = places.iter().position(|(place, _)| place.path == difference.path);
            let at = known.unwrap_or(places.len());
            if known.is_none() {
                let path = difference.path.clone();
                places.push((Overlaid { says: says(&path), path, alternatives: Vec::new() }, Vec::new()));
            }
            let (place, made) = &mut places[at];
            let alike = place.alternatives.iter_mut().find(|other| other.value == difference.after);
            if let Some(alike) = alike {
                alike.readings.push(reading);
                continue;
            }
            let (value, readings) = (difference.after.clone(), vec![reading]);
            place.alternatives.push(Alternative { value, readings, alone: Err(String::new()) });
            made.push(difference);
        }
    }
    let order = |path: &str| {
        let layout = layouts.first()?.as_ref()?;
        layout.find(path).ok().and_then(|found| layout.shown(found.id)).map(|span| span.start)
    };
    // What the first does not have comes last, as it came.
    places.sort_by_key(|(place, _)| order(&place.path).unwrap_or(usize::MAX));
    let alone = |difference: &Difference| {
        let edited = apply(first, &[difference.made()]).map_err(|fault| {
            let first = fault.faults().iter().find(|fault| fault.is_error());
            first.map_or_else(|| fault.to_string(), |first| first.message.clone())
        });
        edited.map(|edited| edited.reading.case)
    };
    for (place, made) in &mut places {
        for (alternative, difference) in place.alternatives.iter_mut().zip(made) {
            alternative.alone = alone(difference);
        }
    }
    Ok(places.into_iter().map(|(place, _)| place).collect())
}

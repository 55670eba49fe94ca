//! `detente stability`: why the conflict rests where it does.

use detente_brief::answers::{StabilityAnswer, tables};
use detente_brief::render::terminal;
use detente_brief::{Lacking, State, page};

use crate::arguments::{Chosen, StabilityArguments};
use crate::output::{Failure, page_width, print, print_json};

pub fn run(arguments: &StabilityArguments) -> Result<(), Failure> {
    let (sitting, bar) = super::sit(&arguments.case, &arguments.draws)?;
    let looked_at = sitting.standstill().map_err(Failure::said)?;
    drop(bar);
    let Some(found) = looked_at else {
        return Err(Failure::said(Lacking::Conflict));
    };
    let state = |name: &Option<String>| -> Result<Option<State>, Failure> {
        name.as_ref().map(|name| found.state(name).map_err(Failure::said)).transpose()
    };
    let asked = state(&arguments.explain)?;
    let wanted =
        state(&arguments.want)?.map(|state| found.wanted(state).map_err(Failure::said)).transpose()?;
    if arguments.form.chosen() == Chosen::Csv {
        return print(&tables::stability(&StabilityAnswer::of(&found, None, None)).to_csv());
    }
    if arguments.form.json {
        let reasons = |state| found.reasons(state, &detente_brief::Concept::ALL).map_err(Failure::said);
        let explained = asked.map(reasons).transpose()?;
        print_json(&StabilityAnswer::of(&found, wanted.as_ref(), explained))
    } else {
        let shown = page::stability(&found, asked, wanted.as_ref()).map_err(Failure::said)?;
        print(&terminal(&shown, page_width()))
    }
}

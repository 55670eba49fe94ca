//! The conflict as a drawing needs it, and one state of it in words.

use axum::Json;
use axum::extract::State;
use detente_brief::answers::StabilityAnswer;
use detente_brief::{Concept, Sitting, Standstill, page, render};

use detente_model::PartyId;

use super::{Sent, answer};
use crate::protocol::{
    ConflictTold, LookedAt, MoveTold, MoverTold, OptionChanged, OptionTold, StateAsked, StateExplained,
    StateTold,
};
use crate::refusal::Refused;
use crate::server::Shared;

/// `POST /api/conflict`
pub(super) async fn conflict(
    State(shared): State<Shared>,
    Sent(asked): Sent<LookedAt>,
) -> Result<Json<Option<ConflictTold>>, Refused> {
    let found = answer(&shared, asked.text, &asked.manner, |sitting| {
        Ok(sitting.standstill()?.map(|found| told(&found)))
    });
    Ok(Json(found.await?))
}

fn told(found: &Standstill) -> ConflictTold {
    let graph = &found.graph;
    let number = |state| graph.number(state).unwrap_or_default();
    let moves = found.moves();
    let principals: Vec<PartyId> = found.case.principals().collect();
    let mut others = principals.len();
    let movers = (0..graph.parties()).map(|place| {
        let at = principals.iter().position(|id| graph.party_id(place) == Some(*id));
        let colour = at.unwrap_or_else(|| {
            others += 1;
            others - 1
        });
        let id = found.party(place).map(|party| party.id.clone()).unwrap_or_default();
        MoverTold { id, name: graph.name(place).to_owned(), colour }
    });
    let options = graph.choices().iter().zip(&found.case.moves).map(|(choice, stated)| OptionTold {
        id: stated.id.clone(),
        text: choice.name.clone(),
        by: choice.by,
        make: choice.direction.can_make(),
        take_back: choice.direction.can_take_back(),
    });
    let drawn = !moves.is_empty() || graph.len() == 1;
    let states = graph.states().filter(|_| drawn).map(|state| StateTold {
        id: number(state),
        text: graph.describe(state),
        made: (0..graph.choices().len()).filter(|bit| state.code() >> bit & 1 == 1).collect(),
    });
    let moves = moves.into_iter().map(|each| MoveTold {
        by: each.party,
        from: number(each.from),
        to: number(each.to),
        changes: each.changes.iter().map(|&(option, made)| OptionChanged { option, made }).collect(),
        single: each.single,
        gains: each.gains,
        returns: each.returns,
    });
    let account = found.account();
    ConflictTold {
        movers: movers.collect(),
        options: options.collect(),
        states: states.collect(),
        moves: moves.collect(),
        account: account.now.into_iter().chain(account.outlook).collect(),
        answer: StabilityAnswer::of(found, None, None),
    }
}

/// `POST /api/conflict/state`
pub(super) async fn state(
    State(shared): State<Shared>,
    Sent(asked): Sent<StateAsked>,
) -> Result<Json<StateExplained>, Refused> {
    let StateAsked { text, state, want, manner } = asked;
    let found = answer(&shared, text, &manner, move |sitting| explained(sitting, state, want));
    Ok(Json(found.await?))
}

fn explained(sitting: &Sitting, number: usize, want: bool) -> Result<StateExplained, Refused> {
    let none = || Refused::unfit("the case has no conflict, so there is no state to ask about");
    let found = sitting.standstill()?.ok_or_else(none)?;
    let unfit = |error: detente_brief::StabilityError| Refused::unfit(error.to_string());
    let state = found.graph.state(number).map_err(unfit)?;
    let wanted = want.then(|| found.wanted(state)).transpose().map_err(unfit)?;
    let shown = page::stability(&found, (!want).then_some(state), wanted.as_ref()).map_err(unfit)?;
    let asked_of = if want { "wanted" } else { "reasons" };
    let section = shown.sections.iter().find(|section| section.id == asked_of);
    let explained = if want { Vec::new() } else { found.reasons(state, &Concept::ALL).map_err(unfit)? };
    Ok(StateExplained {
        state: number,
        html: section.map(render::fragment).unwrap_or_default(),
        explained,
        wanted: StabilityAnswer::of(&found, wanted.as_ref(), None).stability.wanted,
    })
}

//! Where the conflict stands, where it could go, and the day after.

use detente_stability::{Concept, State};

use crate::compose::standstill::{ProspectAccount, Standstill};
use crate::page::Block;
use crate::page::wording::{Phrase, told};
use crate::words;

/// The short account.
pub(super) fn account(found: &Standstill) -> Vec<Block> {
    let account = found.account();
    let mut blocks = vec![Block::see(account.now.join(" ")), Block::told(account.outlook.join(" "))];
    blocks.extend(account.prospects.into_iter().map(day_after));
    blocks.push(Block::told(likely(found)).short());
    blocks
}

/// The day after: who would leave, who is held back, and what would keep it so.
fn day_after(prospect: ProspectAccount) -> Block {
    let day = format!("The day after, at {}", prospect.state);
    let keep = if prospect.keeps.is_empty() { "" } else { "What would keep it so:" };
    Block::framed(vec![
        Block::heading(told(format!("{day}:"), day)),
        Block::list(prospect.views),
        Block::told(keep),
        Block::list(prospect.keeps),
    ])
}

/// How likely the states that the account speaks of are to hold; empty where nothing is in doubt.
fn likely(found: &Standstill) -> Phrase {
    let Some(likelihood) = &found.likelihood else { return Phrase::default() };
    let spoken_of = found.graph.status_quo().into_iter().chain(found.rests.iter().flatten().copied());
    let mut states: Vec<State> = spoken_of.chain(found.prospects.iter().map(|each| each.state)).collect();
    states.sort_unstable();
    states.dedup();
    let chance = |state: State| {
        let share = likelihood.share(state, Concept::Sequential)?;
        Some(format!("{} in {}", found.shown(state), words::share(share)))
    };
    let chances: Vec<String> = states.into_iter().filter_map(chance).collect();
    if chances.is_empty() {
        return Phrase::default();
    }
    let chances = chances.join("; ");
    format!("Over the draws of what is in doubt about their preferences, looking ahead, these would hold: {chances}.")
        .into()
}

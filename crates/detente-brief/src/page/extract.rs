//! What an extract still gives away, for whoever hands it over; never a part of the extract.

use super::{Block, Page, Section};
use crate::extract::{Extract, GivenAway, How};
use crate::words;

/// Hints that are told; all are in the answer.
const SHOWN: usize = 12;

/// The account of an extract.
pub fn extract_account(extract: &Extract) -> Page {
    let account = &extract.account;
    let of = |how: How| account.gives_away.iter().filter(move |given| given.how == how);
    let count = |how: How| of(how).count();
    let left_out = account.gives_away.len() + account.kept + account.not_judged.len();
    let mut blocks = vec![Block::see(format!(
        "{} of the case {} in this extract, and {} left out. Of those left out, {} in it all the same, {} be worked out from it, {} \
         hinted at, and {} not touched by anything that it shows.",
        words::plural(account.stay, "figure", "figures"),
        if account.stay == 1 { "stays" } else { "stay" },
        words::plural(left_out, "is", "are"),
        words::plural(count(How::Stands), "stands", "stand"),
        words::plural(count(How::WorkedOut), "can", "can"),
        words::plural(count(How::Hinted), "is", "are"),
        words::plural(account.kept, "is", "are"),
    ))];
    for how in [How::Stands, How::WorkedOut, How::Hinted] {
        let most = if how == How::Hinted { SHOWN } else { usize::MAX };
        let all: Vec<&GivenAway> = of(how).collect();
        if !all.is_empty() {
            blocks.push(Block::list(all.iter().take(most).map(|given| given.sentence.as_str())).apart());
            blocks.push(Block::rest(all.len(), most));
        }
    }
    if !account.not_judged.is_empty() {
        let paths: Vec<String> = account.not_judged.iter().map(|path| format!("`{path}`")).collect();
        blocks.push(Block::told(format!(
            "Not judged, since at an end of the range the case has no answer: {}.",
            words::list(&paths)
        )));
    }
    blocks.push(Block::how(format!(
        "Judged over {}, one figure at a time and then all together on a linear account, against a reader who knows how the figures are \
         reckoned and the range of each figure left out. What orders, red lines and words give away is not seen, nor what the reader knows \
         from elsewhere.",
        words::plural(account.draws, "draw", "draws"),
    )).apart());
    Page {
        head: None,
        sections: vec![Section::new("gives-away", "What this extract still gives away", blocks)],
        foot: None,
    }
}

//! What an extract still gives away, for whoever hands it over; never a part of the extract.

use super::{Block, Page, Section};
use crate::extract::{Extract, GivenAway, How};
use crate::words;

/// Hints that are told; all are in the answer.
const SHOWN: usize = 12;

/// What is not judged, said before everything that is.
const CAVEAT: &str = "Judged are figures and red lines. What an order of importance, a comparison of packages or a word gives away is not seen, a \
                      red line in other words included: read the extract once as its reader.";

/// The account of an extract.
pub fn extract_account(extract: &Extract) -> Page {
    let account = &extract.account;
    let count = |how: How| account.gives_away.iter().filter(|given| given.how == how).count();
    let left_out = account.gives_away.len() + account.kept.len() + account.not_judged.len();
    let mut blocks = vec![Block::see(CAVEAT)];
    blocks.extend(extract.not_given.iter().map(|section| Block::told(section.sentence.as_str())));
    blocks.push(Block::told(format!(
        "{} of the case {} in this extract, and {} left out. Of those left out, {} in it all the same, {} be worked out from it, {} \
         hinted at, and {} not touched by anything that it shows.",
        words::plural(account.stay.len(), "figure or red line", "figures and red lines"),
        if account.stay.len() == 1 { "stays" } else { "stay" },
        words::plural(left_out, "is", "are"),
        words::plural(count(How::Stands), "stands", "stand"),
        words::plural(count(How::WorkedOut), "can", "can"),
        words::plural(count(How::Hinted), "is", "are"),
        words::plural(account.kept.len(), "is", "are"),
    )).apart());
    let whose = [true, false].map(|hidden| {
        account.gives_away.iter().filter(|given| given.of_somebody_left_out == hidden).collect::<Vec<_>>()
    });
    let headed = whose.iter().all(|all| !all.is_empty());
    let headings =
        ["Of those who are left out", "Of all others, as far as this extract does not tell it openly"];
    for (heading, given) in headings.into_iter().zip(whose) {
        if headed {
            blocks.push(Block::heading(heading));
        }
        for how in [How::Stands, How::WorkedOut, How::Hinted] {
            let most = if how == How::Hinted { SHOWN } else { usize::MAX };
            let all: Vec<&GivenAway> = given.iter().filter(|given| given.how == how).copied().collect();
            if !all.is_empty() {
                blocks.push(Block::list(all.iter().take(most).map(|given| given.sentence.as_str())).apart());
                blocks.push(Block::rest(all.len(), most));
            }
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
         reckoned and the range of each figure left out, and nothing from elsewhere.",
        words::plural(account.draws, "draw", "draws"),
    )).apart());
    Page {
        head: None,
        sections: vec![Section::new("gives-away", "What this extract still gives away", blocks)],
        foot: None,
    }
}

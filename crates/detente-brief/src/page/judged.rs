//! The package that somebody asks about: who would sign it, what it lacks, what would mend it, how far it lies from the frontier.

use detente_deals::{Bettered, Known, Units};

use super::table::{Column, ColumnHolds, Table};
use super::wording::{Wording, told};
use super::{Block, Chance, Page, Section};
use crate::compose::judged::{Judged, JudgedActor, SingleChange};
use crate::words;

impl Page {
    /// The same with a package judged, above all else.
    #[must_use]
    pub fn judging(mut self, judged: Option<&Judged>) -> Self {
        if let Some(judged) = judged {
            self.sections.insert(0, section(judged));
        }
        self
    }
}

fn section(judged: &Judged) -> Section {
    let case = &judged.case;
    let mut blocks = vec![Block::see(verdict(judged)), Block::table(signing(judged))];
    let how = "Surplus: what the package is worth above no deal in the central world, each on a scale of its own. Would accept: by their \
               own measure. Would sign: with the audiences that have a veto and the vote at home. In brackets the range that the number of \
               draws leaves.";
    let mut voices =
        judged.principals.iter().flat_map(|principal| &principal.audiences).map(|(_, voice)| voice);
    let all_asked = voices.all(|voice| voice.asked) && judged.others.iter().all(|voice| voice.asked);
    blocks.push(Block::how(if all_asked {
        how.to_owned()
    } else {
        format!("{how} –: not asked about it, and so not in its way.")
    }));
    let lacks = judged.lacks();
    if !lacks.is_empty() {
        blocks.push(Block::heading("What it lacks").apart());
        blocks.push(Block::list(lacks));
    }
    blocks.push(Block::heading("Single changes that would mend it").apart());
    if judged.changes.is_empty() {
        blocks.push(Block::told(if judged.agreed {
            "No change of one option alone, the others staying, would help one without hurting another."
        } else {
            "No change of one option alone, the others staying, would make it acceptable to all, or help one without hurting another."
        }));
    } else {
        blocks.push(Block::table(changes(judged)));
        blocks.push(Block::how(
            "Each row takes another option on one issue; the others stay. Shown are changes that make the package acceptable to all in the \
             central world, and changes by which no principal loses and one gains.",
        ));
    }
    blocks.push(Block::heading("How far it is from the best that can be had").apart());
    blocks.push(Block::told(distance(case, &judged.frontier, "of all packages")));
    blocks.push(Block::told(distance(
        case,
        &judged.within_red_lines,
        "of the packages that cross no red line of whoever must sign",
    )));
    Section::new("judged", told("The package you ask about", "The package you ask about"), blocks)
}

/// What it is, and whether all would sign it.
fn verdict(judged: &Judged) -> String {
    let case = &judged.case;
    let label = words::package(case, &judged.chosen.package);
    let letter =
        judged.chosen.letter.as_ref().map(|letter| format!(", package {letter}")).unwrap_or_default();
    let refuse: Vec<&str> = judged
        .principals
        .iter()
        .filter(|principal| !principal.signs)
        .map(|principal| case.actor_name(principal.own.actor))
        .chain(
            judged.others.iter().filter(|voice| !voice.accepts()).map(|voice| case.actor_name(voice.actor)),
        )
        .collect();
    let central = match refuse.as_slice() {
        [] => "all would sign it".to_owned(),
        refuse => format!("not signed by {}", words::list(refuse)),
    };
    format!(
        "{label}{letter}. In the central world: {central}. Over the draws all would sign it in {}.",
        words::share(judged.all)
    )
}

fn signing(judged: &Judged) -> Table {
    let mut table = Table::new([
        Column::of("who"),
        Column::of_figures("surplus"),
        Column::of_figures("would accept"),
        Column::of_figures("would sign").holding(ColumnHolds::Verdict),
    ]);
    let own = |judges: &JudgedActor, before: &str, behind: &str| -> Vec<Wording> {
        vec![
            format!("{before}{}{behind}", judged.case.actor_name(judges.actor)).into(),
            if judges.asked { words::difference(judges.surplus).into() } else { "–".into() },
            if judges.asked { Chance::from(judges.share).into() } else { "–".into() },
        ]
    };
    for principal in &judged.principals {
        let mut row = own(&principal.own, "", "");
        row.push(Chance::from(principal.signs_share).into());
        table.push(row);
        for (veto, voice) in &principal.audiences {
            let say = match (*veto, principal.vote.is_some()) {
                (true, _) => " (veto)",
                (false, true) => " (votes)",
                (false, false) => " (no say)",
            };
            table.push(own(voice, "· ", say));
        }
    }
    for voice in &judged.others {
        table.push(own(voice, "", " (veto)"));
    }
    table
}

fn changes(judged: &Judged) -> Table {
    let case = &judged.case;
    let mut columns = vec![Column::of("with").holding(ColumnHolds::Label)];
    let names = judged.principals.iter().map(|principal| case.actor_name(principal.own.actor).to_owned());
    columns.extend(names.map(Column::figures));
    columns.push(Column::of("does"));
    columns.push(Column::of_figures("all would sign").holding(ColumnHolds::Verdict));
    let does = |change: &SingleChange| match (change.agreed && !judged.agreed, change.helps) {
        (true, true) => "acceptable to all; hurts nobody",
        (true, false) => "acceptable to all",
        _ => "hurts nobody",
    };
    let row = |change: &SingleChange| -> Vec<Wording> {
        let mut row: Vec<Wording> = vec![words::option(case, case.issue(change.issue), change.option).into()];
        row.extend(change.gains.iter().map(|gain| Wording::from(words::difference(*gain))));
        row.push(does(change).into());
        row.push(Chance::from(change.all).into());
        row
    };
    Table::new(columns).with(judged.changes.iter().map(row))
}

fn distance(case: &detente_model::Case, found: &Bettered, of: &str) -> String {
    let better = match (&found.between, &found.better) {
        (Some(between), _) => Some(words::package_between(case, between)),
        (None, Some(package)) => Some(words::package(case, package)),
        (None, None) => None,
    };
    let gain = found.all_gain.as_ref();
    match (found.on_frontier, gain.and_then(Known::value).copied(), better) {
        (Some(true), ..) => {
            format!("It lies on the frontier {of}: none is better for one without being worse for another.")
        }
        (_, Some(least), Some(better)) if least > Units::ZERO => {
            let most = gain
                .and_then(Known::distance)
                .map_or(String::new(), |beyond| format!(" (at most {})", words::difference(least + beyond)));
            format!("{} for all at once could be had{most}, {of}: {better}.", words::difference(least))
        }
        (_, _, Some(better)) => {
            format!("Not all could gain at once, but one without a loss to another, {of}: {better}.")
        }
        (_, _, None) if gain.is_none() => format!("None {of} is as good for all."),
        _ => {
            format!("Whether something betters it {of} is not known: that takes more work than is set aside.")
        }
    }
}

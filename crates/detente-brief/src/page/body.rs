//! What would the body decide? The prediction first, then the models beside it, votes and coalitions, who moves, and what a shift does.

use super::collective::UNCOVERED;
use super::plot::{Data, Illustration, Plot, StandMark, Stands, TurnLine, Turns, VoteSign};
use super::table::{Column, ColumnHolds, Table};
use super::wording::{Chance, Wording};
use super::{Block, Section};
use crate::compose::collective::told::{band, difference, place, range, voted_on};
use crate::compose::collective::{BodyAhead, BodyVote, IssueAhead, ShiftTried, ShiftWhat};
use crate::words;
use detente_model::Share;

/// Actors that a picture shows: the heaviest of more.
const DRAWN: usize = 24;
/// Lines of a picture of turns.
const LINES: usize = 18;
/// Rows of shifts that are told.
const SHIFTS: usize = 12;
/// How often a vote must decide alone to be stressed.
const OFTEN: f64 = 0.05;

/// All of it as one section.
pub(super) fn section(found: &BodyAhead) -> Section {
    let mut blocks = Block::headline(&found.headline);
    blocks.push(Block::how(found.caution()));
    for part in sections(found) {
        blocks.extend(part.inside());
    }
    Section::new("collective", "What would the body decide?", blocks)
}

/// Each part as a section.
pub(super) fn sections(found: &BodyAhead) -> Vec<Section> {
    let mut sections = vec![
        Section::new("stands", "What is decided, and who stands where", stands(found)),
        Section::new("models", "What each model says", models(found)),
        Section::new("ballots", "Who would vote how", votes(found)),
        Section::new("coalitions", "Who carries, and who blocks", coalitions(found)),
        Section::new("moves", "Who moves, and when", moves(found)),
        Section::new("shifts", "What a shift of one of them does", shifts(found)),
    ];
    sections.retain(|section| !section.blocks.is_empty());
    sections
}

fn name(found: &BodyAhead, actor: usize) -> String {
    found.actors[actor].1.clone()
}

fn names(found: &BodyAhead, actors: &[usize]) -> String {
    words::list(&actors.iter().map(|actor| name(found, *actor)).collect::<Vec<_>>())
}

/// What its scale counts.
fn counted(issue: &IssueAhead) -> String {
    match &issue.unit {
        Some(unit) => format!("{}, {unit}", issue.name),
        None => issue.name.clone(),
    }
}

/// The heading of an issue, where there are several.
fn of_issue(found: &BodyAhead, issue: &IssueAhead) -> Option<Block> {
    (found.issues.len() > 1).then(|| Block::heading(issue.name.clone()))
}

fn stands(found: &BodyAhead) -> Vec<Block> {
    let mut blocks = Vec::new();
    for issue in &found.issues {
        blocks.extend(of_issue(found, issue));
        blocks.push(Block::figure(picture(found, issue)));
        if !issue.options.is_empty() {
            let columns = [
                Column::of("decided"),
                Column::of_figures("at"),
                Column::of_figures("would pass"),
                Column::of_figures("unbeaten"),
                Column::of_figures("uncovered"),
                Column::of_figures("chance").holding(ColumnHolds::Verdict),
            ];
            let rows = issue.options.iter().map(|option| {
                let percent = |share: Option<Share>| {
                    share.map_or_else(|| "–".to_owned(), |share| words::percent(share.value()))
                };
                vec![
                    option.name.clone().into(),
                    place(issue, option.at).into(),
                    percent(option.passes).into(),
                    percent(option.beside.map(|beside| beside.unbeaten)).into(),
                    percent(option.beside.map(|beside| beside.uncovered)).into(),
                    words::percent(option.chance).into(),
                ]
            });
            blocks.push(Block::table(Table::new(columns).with(rows)).apart());
        }
        let columns = [
            Column::of("actor"),
            Column::of_figures("stands at"),
            Column::of_figures("matters to it"),
            Column::of_figures("capability").beside(),
            Column::of_figures("gets its way").holding(ColumnHolds::Verdict),
        ];
        let rows = issue.actors.iter().enumerate().map(|(actor, on)| {
            let share = |band: Option<detente_model::Band>| {
                band.map_or_else(|| "–".to_owned(), |band| words::ranged(band.median, band.low, band.high))
            };
            let capability =
                found.capability[actor].map_or_else(|| "–".to_owned(), |band| amount(band.median));
            vec![
                Wording::from(name(found, actor)),
                band(issue, on.position).into(),
                share(on.salience).into(),
                capability.into(),
                words::percent(on.gets_its_way).into(),
            ]
        });
        blocks.push(Block::table(Table::new(columns).with(rows)).apart());
    }
    blocks.push(Block::how(
        "In brackets nine tenths of the worlds drawn. Gets its way: how likely exactly that is decided where it stands; those who stand on one place share that chance.",
    ));
    blocks
}

/// A figure of any unit, short.
fn amount(figure: f64) -> String {
    let shown = format!("{figure:.2}");
    shown.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// How an actor mostly votes.
fn mostly(vote: &BodyVote, actor: usize) -> VoteSign {
    let [in_favour, abstains, against] = vote.ballots[actor].map(Share::value);
    if in_favour >= abstains && in_favour >= against {
        VoteSign::For
    } else if against >= abstains {
        VoteSign::Against
    } else {
        VoteSign::Abstains
    }
}

fn picture(found: &BodyAhead, issue: &IssueAhead) -> Illustration {
    let vote = issue.vote.as_ref().or(found.together.as_ref());
    let weight = |actor: usize| found.capability[actor].map_or(0.0, |band| band.median);
    let mut drawn: Vec<usize> = (0..found.actors.len()).collect();
    drawn.sort_by(|one, other| weight(*other).total_cmp(&weight(*one)).then(one.cmp(other)));
    let left_out = drawn.len().saturating_sub(DRAWN);
    drawn.truncate(DRAWN);
    drawn.sort_by(|one, other| {
        issue.actors[*one].central.total_cmp(&issue.actors[*other].central).then(one.cmp(other))
    });
    let row = |actor: &usize| {
        let on = &issue.actors[*actor];
        StandMark {
            name: name(found, *actor),
            at: on.central,
            range: on.position.map_or([on.central; 2], |band| [band.low, band.high]),
            votes: vote.map(|vote| mostly(vote, *actor)),
            decides: vote.is_some_and(|vote| vote.decides[*actor].value() >= OFTEN),
        }
    };
    let status_quo = issue.status_quo.map(|band| band.median);
    let carries =
        issue.carries.as_ref().and_then(|carries| Some([carries.low?.median, carries.high?.median]));
    let carries = carries.filter(|[low, high]| low < high).filter(|_| found.together.is_none());
    let (some, low, high) = issue.core;
    let unbeaten = low
        .zip(high)
        .filter(|_| some.value() >= 0.5 && found.together.is_none())
        .map(|(low, high)| [low.median, high.median]);
    let plot = Plot {
        id: format!("stands-{}", issue.id),
        title: format!("Who stands where on {}", issue.name),
        desc: format!(
            "Decided around {}, half of such decisions at {}. {}",
            place(issue, issue.middle),
            range(issue, issue.half),
            drawn
                .iter()
                .map(|actor| format!(
                    "{} at {}",
                    name(found, *actor),
                    place(issue, issue.actors[*actor].central)
                ))
                .collect::<Vec<_>>()
                .join(", ")
        ),
        data: Data::Stands(Stands {
            along: counted(issue),
            scale: issue.scale,
            status_quo,
            carries,
            unbeaten,
            middle: issue.middle,
            half: issue.half,
            most: issue.most,
            rows: drawn.iter().map(row).collect(),
        }),
    };
    let mut how = String::from(
        "Decided: the middle in a ring, half of such decisions on the thick line, nine tenths on the thin one. Below, each with its doubt: where the actors stand.",
    );
    if vote.is_some() {
        how.push_str(" Signs: + votes in favour of what is likeliest, − against (a cross), ○ abstains (a ring); in bold whose vote alone decides in one world of twenty or more.");
    }
    if carries.is_some() {
        how.push_str(" Shaded: what could be carried against things as they are, dashed.");
    }
    if unbeaten.is_some() {
        how.push_str(" Unbeaten: places against which nothing could be carried, if nobody minded saying no.");
    }
    if left_out > 0 {
        how.push_str(&format!(
            " {} with less weight {} not drawn.",
            left_out,
            if left_out == 1 { "is" } else { "are" }
        ));
    }
    Illustration::new(format!("Who stands where, and what would be decided: {}.", issue.name), [plot])
        .read(how)
}

fn models(found: &BodyAhead) -> Vec<Block> {
    let mut blocks = Vec::new();
    for issue in &found.issues {
        blocks.extend(of_issue(found, issue));
        let columns = [
            Column::of("model"),
            Column::of_figures("says").holding(ColumnHolds::Verdict),
            Column::of_figures("over the worlds"),
        ];
        let rows = issue.models.iter().filter_map(|model| {
            let central = model.central?;
            let over = model.band.map_or_else(|| "–".to_owned(), |band| range(issue, [band.low, band.high]));
            Some(vec![Wording::from(model.model.to_owned()), place(issue, central).into(), over.into()])
        });
        blocks.push(Block::table(Table::new(columns).with(rows)));
        let not: Vec<String> = issue
            .models
            .iter()
            .filter_map(|model| Some(format!("`{}` says nothing: {}.", model.model, model.why_not.as_ref()?)))
            .collect();
        if !not.is_empty() {
            blocks.push(Block::told(not.join(" ")));
        }
    }
    blocks.push(Block::how(format!(
        "Says: where every figure has its central value; over the worlds, nine tenths of them. `ktab`, the four readings of `challenge` and `trades` were asked in {}, `spatial` in {}, the others in all {}. None of \
         them is the answer: on real decisions the prediction above does better than any of them.",
        words::count(found.asked_all),
        words::count(found.held),
        words::count(found.draws)
    )));
    blocks
}

/// The votes, each with what it is on.
fn held(found: &BodyAhead) -> Vec<(String, &BodyVote)> {
    let together = found.together.iter().map(|vote| ("all issues together".to_owned(), vote));
    together
        .chain(
            found.issues.iter().filter_map(|issue| {
                Some((format!("{}: {}", issue.name, voted_on(issue)), issue.vote.as_ref()?))
            }),
        )
        .collect()
}

fn votes(found: &BodyAhead) -> Vec<Block> {
    let mut blocks = vec![Block::told(format!("The rule: {}.", found.rule))];
    let held = held(found);
    for (of, vote) in &held {
        blocks.push(Block::heading(of.clone()));
        let columns = [
            Column::of("actor"),
            Column::of_figures("in favour"),
            Column::of_figures("abstains"),
            Column::of_figures("against"),
            Column::of_figures("alone decides").holding(ColumnHolds::Verdict),
        ];
        let rows = (0..found.actors.len()).map(|actor| {
            let mut row = vec![Wording::from(name(found, actor))];
            row.extend(vote.ballots[actor].iter().map(|share| Wording::from(words::percent(share.value()))));
            row.push(Chance::from(vote.decides[actor]).into());
            row
        });
        blocks.push(Block::table(Table::new(columns).with(rows)));
    }
    if held.is_empty() {
        blocks.push(Block::told("How things stand if nothing is decided is not said, so that no vote can be held on it: add `status_quo`."));
    } else {
        blocks.push(Block::how(
            "Votes on what is likeliest against things as they are: in favour is who gains, against who loses more than saying no costs it. Alone decides: in how many worlds the outcome \
             would be another if it alone voted otherwise.",
        ));
    }
    for issue in &found.issues {
        blocks.push(Block::heading(if found.issues.len() > 1 {
            format!("What votes could carry on {}", words::named(&issue.name))
        } else {
            "What votes could carry".to_owned()
        }));
        blocks.push(carried(issue));
    }
    blocks.push(Block::how(UNCOVERED));
    blocks.extend(packages(found));
    blocks
}

/// What could be carried against things as they are, against what nothing could, and what nothing else does better than in every respect.
fn carried(issue: &IssueAhead) -> Block {
    let columns = [
        Column::of("places that"),
        Column::of_figures("from"),
        Column::of_figures("to"),
        Column::of_figures("there are any").holding(ColumnHolds::Verdict),
    ];
    let end = |end: Option<detente_model::Band>| Wording::from(band(issue, end));
    let mut rows: Vec<Vec<Wording>> = Vec::new();
    if let Some(carries) = &issue.carries {
        let any = carries.anything.hits > 0;
        rows.push(vec![
            "would pass against things as they are".into(),
            end(carries.low.filter(|_| any)),
            end(carries.high.filter(|_| any)),
            Chance::from(carries.anything).into(),
        ]);
    }
    let (some, low, high) = issue.core;
    rows.push(vec![
        "nothing would be carried against".into(),
        end(low),
        end(high),
        Chance::from(some).into(),
    ]);
    let (low, high) = issue.uncovered;
    rows.push(vec!["are uncovered".into(), end(low), end(high), "always".into()]);
    Block::table(Table::new(columns).with(rows))
}

/// How the package that each actor wants stands beside those of the others.
fn packages(found: &BodyAhead) -> Vec<Block> {
    if found.packages.is_empty() {
        return Vec::new();
    }
    let columns = [
        Column::of("the package of"),
        Column::of_figures("unbeaten"),
        Column::of_figures("uncovered").holding(ColumnHolds::Verdict),
    ];
    let rows = found.packages.iter().enumerate().map(|(actor, beside)| {
        vec![
            Wording::from(name(found, actor)),
            Chance::from(beside.unbeaten).into(),
            Chance::from(beside.uncovered).into(),
        ]
    });
    vec![
        Block::heading("Whole packages beside each other"),
        Block::table(Table::new(columns).with(rows)),
        Block::how(
            "What each actor wants on all issues, set beside what the others want and things as they are, if nobody minded saying no.",
        ),
    ]
}

fn coalitions(found: &BodyAhead) -> Vec<Block> {
    let mut blocks = Vec::new();
    for issue in &found.issues {
        let groups: Vec<String> = issue.carrying.iter().take(6).map(|group| names(found, group)).collect();
        if groups.is_empty() {
            continue;
        }
        blocks.extend(of_issue(found, issue));
        blocks.push(Block::told(
            "Neighbours who carry by themselves, from the low end of the scale to the high one:",
        ));
        blocks.push(Block::list(groups));
        blocks.push(Block::rest(issue.carrying.len(), 6));
        let [low, high] = &issue.blocking;
        if !low.is_empty() && !high.is_empty() {
            blocks.push(Block::told(format!(
                "The fewest who block together: from the low end {}; from the high end {}.",
                names(found, low),
                names(found, high)
            )));
        }
    }
    let Some(coalitions) = &found.coalitions else { return blocks };
    let turns: u64 = coalitions.power.iter().sum();
    let columns = [
        Column::of("actor"),
        Column::of_figures("votes"),
        Column::of_figures("power").holding(ColumnHolds::Verdict),
    ];
    let rows = (0..found.actors.len()).map(|actor| {
        let votes = found.votes[actor].map_or_else(|| "–".to_owned(), |band| amount(band.median));
        let power = coalitions.power[actor] as f64 / turns.max(1) as f64;
        vec![Wording::from(name(found, actor)), votes.into(), words::percent(power).into()]
    });
    blocks.push(Block::table(Table::new(columns).with(rows)).apart());
    blocks.push(Block::how(format!(
        "Whoever stands where: {} coalitions carry and would not without any of their members, {} block so. Power: how often an actor turns a coalition that loses into one that carries, as a share \
         of all such turns (Banzhaf 1965).",
        words::count(coalitions.carrying.0),
        words::count(coalitions.blocking.0)
    )));
    blocks
}

fn moves(found: &BodyAhead) -> Vec<Block> {
    let Some(last) = found.turns.len().checked_sub(1) else { return Vec::new() };
    let mut blocks = Vec::new();
    for (at, issue) in found.issues.iter().enumerate() {
        blocks.extend(of_issue(found, issue));
        blocks.push(Block::figure(ways(found, issue, at)));
        let columns = [
            Column::of("actor"),
            Column::of_figures("moves").holding(ColumnHolds::Verdict),
            Column::of_figures("first in turn"),
            Column::of_figures("from"),
            Column::of_figures("to"),
        ];
        let rows = issue.actors.iter().enumerate().map(|(actor, on)| {
            let turn = on
                .first_turn
                .map_or_else(|| "–".to_owned(), |band| words::ranged_whole(band.median, band.low, band.high));
            vec![
                Wording::from(name(found, actor)),
                Chance::from(on.moves).into(),
                turn.into(),
                band(issue, on.position).into(),
                band(issue, on.ends).into(),
            ]
        });
        blocks.push(Block::table(Table::new(columns).with(rows)).apart());
    }
    let ended = if found.settled { "nobody moved any more" } else { "it was ended" };
    blocks.push(Block::how(format!(
        "Bargaining in space, turn by turn, held in {} worlds; the picture is of the world in which every figure has its central value, where {ended} after {}. Moves: by more than a fiftieth of \
         the scale.",
        words::count(found.held),
        words::plural(last, "turn", "turns")
    )));
    blocks
}

/// Where everybody goes; who goes one way is one line.
fn ways(found: &BodyAhead, issue: &IssueAhead, at: usize) -> Illustration {
    let mut lines: Vec<(Vec<usize>, Vec<f64>)> = Vec::new();
    let near = (issue.scale[1] - issue.scale[0]) * 0.005;
    for actor in 0..found.actors.len() {
        let places: Vec<f64> = found.turns.iter().map(|turn| turn[actor][at]).collect();
        let same = |known: &&mut (Vec<usize>, Vec<f64>)| {
            known.1.iter().zip(&places).all(|(one, other)| (one - other).abs() <= near)
        };
        match lines.iter_mut().find(same) {
            Some((actors, _)) => actors.push(actor),
            None => lines.push((vec![actor], places)),
        }
    }
    let way = |places: &[f64]| places.windows(2).map(|two| (two[1] - two[0]).abs()).sum::<f64>();
    lines.sort_by(|one, other| way(&other.1).total_cmp(&way(&one.1)));
    let left_out: usize = lines.iter().skip(LINES).map(|(actors, _)| actors.len()).sum();
    lines.truncate(LINES);
    let desc: Vec<String> = lines
        .iter()
        .filter_map(|(actors, places)| {
            Some(format!(
                "{} from {} to {}",
                names(found, actors),
                place(issue, *places.first()?),
                place(issue, *places.last()?)
            ))
        })
        .collect();
    let line = |(look, (actors, places)): (usize, (Vec<usize>, Vec<f64>))| TurnLine {
        name: names(found, &actors),
        look,
        places,
    };
    let plot = Plot {
        id: format!("turns-{}", issue.id),
        title: format!("Where everybody goes on {}", issue.name),
        desc: desc.join("; "),
        data: Data::Turns(Turns {
            up: counted(issue),
            scale: issue.scale,
            lines: lines.into_iter().enumerate().map(line).collect(),
        }),
    };
    let mut how =
        String::from("Each line is one actor, or several who go the same way; names stand where they end.");
    if left_out > 0 {
        how.push_str(&format!(
            " {} who move least {} not drawn.",
            left_out,
            if left_out == 1 { "is" } else { "are" }
        ));
    }
    Illustration::new(format!("Where everybody goes turn by turn: {}.", issue.name), [plot]).read(how)
}

fn shifts(found: &BodyAhead) -> Vec<Block> {
    let mut blocks = Vec::new();
    for issue in &found.issues {
        if issue.shifts.is_empty() {
            continue;
        }
        blocks.extend(of_issue(found, issue));
        let columns = [
            Column::of("if"),
            Column::of_figures("the middle moves by").holding(ColumnHolds::Verdict),
            Column::of_figures("nine tenths of the worlds"),
        ];
        let row = |tried: &ShiftTried| {
            let by = words::percent(tried.by.abs());
            let what = match (tried.what, tried.by > 0.0) {
                (ShiftWhat::Position, true) => {
                    format!("{} moves up by {by} of the scale", name(found, tried.actor))
                }
                (ShiftWhat::Position, false) => {
                    format!("{} moves down by {by} of the scale", name(found, tried.actor))
                }
                (ShiftWhat::Salience, true) => {
                    format!("it matters more to {}, by {by}", name(found, tried.actor))
                }
                (ShiftWhat::Salience, false) => {
                    format!("it matters less to {}, by {by}", name(found, tried.actor))
                }
            };
            vec![
                Wording::from(what),
                difference(issue, tried.moves.median).into(),
                format!("{} to {}", difference(issue, tried.moves.low), difference(issue, tried.moves.high))
                    .into(),
            ]
        };
        blocks.push(Block::table(Table::new(columns).with(issue.shifts.iter().take(SHIFTS).map(row))));
        blocks.push(Block::rest(issue.shifts.len(), SHIFTS));
    }
    if !blocks.is_empty() {
        blocks.push(Block::how(
            "Each alone, in the same worlds, as far as the scale has room; what moves the middle most first.",
        ));
    }
    blocks
}

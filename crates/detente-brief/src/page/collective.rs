//! What a body in which many have a say would decide: the prediction first, then every model beside it.

use super::table::{Column, ColumnHolds, Table};
use super::{Block, Section};
use crate::answers::{CollectiveAnswer, DossierFound};
use crate::words;

/// How many dossiers are told one by one; of more, a row each.
const ONE_BY_ONE: usize = 3;
/// Turns of a bargaining that are shown; of more, the first, the last, and as many between.
const SHOWN_TURNS: usize = 6;

/// What uncovered means, in one sentence.
pub(super) const UNCOVERED: &str = "Uncovered is what no other beats that also beats all that it beats (Miller 1980): whatever else is proposed, votes have no reason to end outside. On one issue that is the core, where there is one.";

pub(super) fn sections(answer: &CollectiveAnswer) -> Vec<Section> {
    let mut sections = if answer.dossiers.len() > ONE_BY_ONE {
        vec![overview(answer)]
    } else {
        answer
            .dossiers
            .iter()
            .flat_map(|dossier| [decided(dossier), models(dossier), votes(dossier)])
            .collect()
    };
    sections.extend(turns(answer));
    sections.push(Section::new(
        "fitted",
        "",
        vec![Block::see(format!(
            "Chances and ranges were fitted in {}. Other bodies may decide otherwise; each model says what follows from where everybody stands, and none of them knows what nobody wrote down.",
            answer.fitted
        ))],
    ));
    sections
}

fn figures(name: &str) -> Column {
    Column { holds: ColumnHolds::Figures, ..Column::of(name) }
}

/// A place on its scale, to a tenth.
fn place(at: f64) -> String {
    let shown = format!("{at:.1}");
    shown.strip_suffix(".0").map_or(shown.clone(), str::to_owned)
}

fn range([low, high]: [f64; 2]) -> String {
    if low == high { place(low) } else { format!("{} to {}", place(low), place(high)) }
}

fn overview(answer: &CollectiveAnswer) -> Section {
    let columns = [
        Column::of("dossier"),
        figures("actors"),
        figures("middle"),
        figures("half of such decisions"),
        figures("nine tenths"),
        figures("was decided"),
    ];
    let rows = answer.dossiers.iter().flat_map(|dossier| {
        dossier.predictions.iter().zip(&dossier.issues).map(|(found, issue)| {
            let name = if dossier.issues.len() > 1 {
                format!("{}: {issue}", dossier.name)
            } else {
                dossier.name.clone()
            };
            vec![
                name.into(),
                dossier.actors.len().to_string().into(),
                place(found.middle).into(),
                range(found.half).into(),
                range(found.most).into(),
                found.decided.map(place).unwrap_or_default().into(),
            ]
        })
    });
    let said = format!(
        "{} in the table. What each model says of each stands in `--json`.",
        words::plural(answer.dossiers.len(), "dossier", "dossiers")
    );
    Section::new(
        "decided",
        "What would be decided",
        vec![Block::told(said), Block::table(Table::new(columns).with(rows))],
    )
}

fn decided(dossier: &DossierFound) -> Section {
    let columns = [
        Column::of("issue"),
        figures("middle"),
        figures("half of such decisions"),
        figures("nine tenths"),
        figures("above the middle of the scale"),
        figures("as things are"),
        figures("was decided"),
    ];
    let rows = dossier.predictions.iter().zip(&dossier.issues).map(|(found, issue)| {
        vec![
            issue.clone().into(),
            place(found.middle).into(),
            range(found.half).into(),
            range(found.most).into(),
            words::percent(found.above_half).into(),
            found.status_quo.map(place).unwrap_or_default().into(),
            found.decided.map(place).unwrap_or_default().into(),
        ]
    });
    let mut blocks = vec![Block::table(Table::new(columns).with(rows))];
    for (found, issue) in dossier.predictions.iter().zip(&dossier.issues) {
        let mut likely: Vec<_> = found.places.iter().collect();
        likely.sort_by(|one, other| other.chance.total_cmp(&one.chance));
        let told: Vec<String> = likely
            .iter()
            .take(3)
            .map(|likely| {
                let who: Vec<&str> = dossier
                    .actors
                    .iter()
                    .filter(|actor| actor.position.iter().any(|at| (at - likely.at).abs() < 1e-9))
                    .map(|actor| actor.actor.as_str())
                    .collect();
                let whose = match who.as_slice() {
                    [] => String::new(),
                    [one] => format!(", where {one} stands"),
                    many if many.len() <= 3 => format!(", where {} stand", words::list(many)),
                    many => format!(", where {} actors stand", many.len()),
                };
                format!("{} ({}){whose}", place(likely.at), words::percent(likely.chance))
            })
            .collect();
        let subject = if dossier.issues.len() > 1 { format!("{issue}: the") } else { "The".to_owned() };
        blocks.push(Block::told(format!("{subject} likeliest single places are {}.", told.join("; "))));
    }
    if !dossier.left_out.is_empty() {
        blocks.push(Block::see(format!("Left out: {}.", dossier.left_out.join("; "))));
    }
    Section::new("decided", format!("What would be decided: {}", dossier.name), blocks)
}

fn models(dossier: &DossierFound) -> Section {
    let columns =
        std::iter::once(Column::of("model")).chain(dossier.issues.iter().map(|issue| figures(issue)));
    let rows = dossier.models.iter().map(|model| {
        let cells = match (&model.says, &model.why_not) {
            (Some(places), _) => places.iter().map(|at| place(*at).into()).collect::<Vec<_>>(),
            (None, why) => vec![why.clone().unwrap_or_default().into()],
        };
        std::iter::once(model.model.clone().into()).chain(cells).collect()
    });
    let mut blocks = vec![Block::table(Table::new(columns).with(rows))];
    for (issue, name) in dossier.issues.iter().enumerate() {
        let says =
            || dossier.models.iter().filter_map(|model| model.says.as_ref()).map(|places| places[issue]);
        let (low, high) = (says().fold(f64::INFINITY, f64::min), says().fold(f64::NEG_INFINITY, f64::max));
        if dossier.models.len() > 1 && low < high {
            let of = if dossier.issues.len() > 1 { format!("On {name} they") } else { "They".to_owned() };
            blocks.push(Block::told(format!("{of} lie between {} and {}.", place(low), place(high))));
        }
    }
    Section::new("models", "What each model says", blocks)
}

fn votes(dossier: &DossierFound) -> Section {
    let columns = [
        Column::of("issue"),
        Column::of("in favour must be"),
        figures("nothing beats"),
        figures("uncovered"),
        figures("would be carried against things as they are"),
    ];
    let rules = dossier.votes.len() / dossier.issues.len().max(1);
    let rows = dossier.votes.iter().enumerate().map(|(at, votes)| {
        let issue = dossier.issues[at / rules.max(1)].clone();
        vec![
            issue.into(),
            votes.rule.clone().into(),
            votes.core.map_or_else(|| "all can be beaten".to_owned(), range).into(),
            votes.uncovered.map(range).unwrap_or_default().into(),
            votes.win_set.map(range).unwrap_or_default().into(),
        ]
    });
    let mut blocks = vec![Block::table(Table::new(columns).with(rows))];
    if !dossier.packages.is_empty() {
        let columns = [
            Column::of("in favour must be"),
            Column::of("whose package nothing beats"),
            Column::of("whose package is uncovered"),
        ];
        let who = |names: &[String]| match names {
            [] => "nobody's".to_owned(),
            all if all.len() == dossier.actors.len() => "everybody's".to_owned(),
            some => words::list(some),
        };
        let rows = dossier
            .packages
            .iter()
            .map(|by| vec![by.rule.clone().into(), who(&by.core).into(), who(&by.uncovered).into()]);
        blocks.push(Block::told(
            "All issues as one package, what each actor wants set beside what the others want:",
        ));
        blocks.push(Block::table(Table::new(columns).with(rows)));
    }
    blocks.push(Block::how(UNCOVERED));
    Section::new("votes", "What a vote could carry", blocks)
}

/// Where everybody stood, turn by turn, where that was asked for.
fn turns(answer: &CollectiveAnswer) -> Option<Section> {
    let (Some(turns), Some(actors), Some(issues)) = (&answer.turns, &answer.actors, &answer.issues) else {
        return None;
    };
    let last = turns.len().checked_sub(1)?;
    let mut shown: Vec<usize> = (0..=last).collect();
    if shown.len() > SHOWN_TURNS {
        shown = (0..SHOWN_TURNS).map(|at| at * last / (SHOWN_TURNS - 1)).collect();
    }
    let columns = std::iter::once(Column::of("actor")).chain(shown.iter().map(|turn| match turn {
        0 => figures("now"),
        turn => figures(&format!("turn {turn}")),
    }));
    let rows = (0..actors.len()).map(|actor| {
        let cells = shown.iter().map(|turn| {
            let places: Vec<String> = turns[*turn][actor].iter().map(|at| place(*at)).collect();
            places.join(" · ").into()
        });
        std::iter::once(actors[actor].clone().into()).chain(cells).collect()
    });
    let ended = if answer.settled == Some(true) {
        format!("Nobody moved any more after {}.", words::plural(last, "turn", "turns"))
    } else {
        format!("It had not settled after {}.", words::plural(last, "turn", "turns"))
    };
    let heading = if answer.model.as_deref() == Some("ktab") {
        "The bargaining turn by turn, as KTAB 1.4 computes it"
    } else {
        "The bargaining turn by turn"
    };
    let about = if issues.len() > 1 {
        format!(" Places on {}, in this order.", words::list(issues))
    } else {
        String::new()
    };
    Some(Section::new(
        "turns",
        heading,
        vec![Block::told(format!("{ended}{about}")), Block::table(Table::new(columns).with(rows))],
    ))
}

//! A tournament of ways to bargain.

use detente_deals::SOLUTION_CONCEPTS;
use detente_talks::tournament::{EmpiricalGame, MeanWithin, Standing};

use super::plot::{Data, Illustration, MeanMark, Means, Panels, Plot, Replies, ShareLine, Shares};
use super::table::{Column, ColumnHolds, Table};
use super::wording::Wording;
use super::{Block, Page, Section};
use crate::compose::tournament::PlayedOut;
use crate::words;

/// Chances of luck below this are told as beyond luck.
const BEYOND_LUCK: f64 = 0.05;
/// Comparisons that a page tells; the JSON has all.
const MOST_COMPARED: usize = 30;
/// Columns of opponents that a table shows.
const MOST_OPPONENTS: usize = 12;
/// Plots of the replicator dynamics, the even start included.
const MOST_CROWDS: usize = 7;
/// Equilibria that are told one by one.
const MOST_EQUILIBRIA: usize = 12;

/// A tournament: how each way to bargain did, who is better than whom, and what the theory of games makes of it.
pub fn tournament(found: &PlayedOut) -> Page {
    let mut sections = vec![
        Section::new("tournament", "Tournament", headline(found)),
        standings(found),
        compared(found),
        payoffs(found),
    ];
    match &found.game {
        Some(game) => {
            sections.push(equilibria(found, game));
            sections.push(replies(found, game));
            sections.push(crowds(found, game));
        }
        None => sections.push(Section::new(
            "equilibria",
            "Where nobody would choose otherwise",
            vec![Block::told(
                "Without self-play nobody knows what a way to bargain gets against itself, so there is no game to look at.",
            )],
        )),
    }
    sections.push(scenarios(found));
    Page { head: None, sections, foot: None }
}

/// A figure to three places, with a true minus.
fn three(value: f64) -> String {
    signed(&format!("{value:.3}"))
}

/// A figure to two places.
fn two(value: f64) -> String {
    signed(&format!("{value:.2}"))
}

/// Digits with a true minus; what rounds to nothing has none.
fn signed(digits: &str) -> String {
    let nothing = !digits.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    if nothing { digits.trim_start_matches('-').to_owned() } else { digits.replace('-', "−") }
}

fn within(mean: MeanWithin) -> String {
    mean.interval.map_or_else(
        || three(mean.mean),
        |(low, high)| format!("{} ({} to {})", three(mean.mean), two(low), two(high)),
    )
}

fn headline(found: &PlayedOut) -> Vec<Block> {
    let PlayedOut { tournament, results, game } = found;
    let rules = tournament.rules();
    let mut told = Vec::new();
    if let Some(best) = results.standings.first() {
        let beaten: Vec<&str> = results
            .significance
            .comparisons
            .iter()
            .filter(|one| one.better == best.contender && one.p_holm < BEYOND_LUCK)
            .map(|one| found.way(one.worse))
            .collect();
        let beyond = match (beaten.len(), results.standings.len() - 1) {
            (_, 0) => String::new(),
            (0, _) => " None of its leads is beyond luck of the scenarios.".to_owned(),
            (n, all) if n == all => " Its lead over every other is beyond luck of the scenarios.".to_owned(),
            _ => format!(" Its lead over {} is beyond luck of the scenarios.", words::list(&beaten)),
        };
        told.push(format!(
            "{} gained most: on average {} of what could be gained over no deal, with an agreement in {} of its negotiations.{beyond}",
            words::sentence(&best.name),
            words::percent(best.advantage.mean),
            words::percent(best.agreement.mean),
        ));
    }
    if let Some(game) = game {
        let pure: Vec<&str> = game.pure.iter().map(|contender| found.way(*contender)).collect();
        told.push(match pure.len() {
            0 => "No way to bargain is a best reply to itself: whichever all follow, somebody would gain by another.".to_owned(),
            1 => format!("If all follow {}, nobody gains by another way.", pure[0]),
            _ => format!("If all follow one of {}, nobody gains by another way.", words::list(&pure)),
        });
    }
    let held = tournament.pairings().len();
    let negotiations = words::plural(words::count(held), "negotiation was", "negotiations were");
    told.push(format!(
        "{negotiations} held by {} on {}, of at most {}, in every role{}; seed {}.",
        rules.protocol.name(),
        words::plural(tournament.arenas().len(), "scenario", "scenarios"),
        words::plural(rules.rounds, "round", "rounds"),
        if rules.self_play { ", also of each way with itself" } else { ", of no way with itself" },
        rules.seed
    ));
    let counted = tournament.negotiations();
    if counted > held as u64 {
        told.push(format!(
            "Those in which nobody draws chance go the same every time; they were held once and count {}.",
            words::plural(rules.repetitions, "time", "times")
        ));
    }
    Block::headline(&told)
}

fn standings(found: &PlayedOut) -> Section {
    let standings = &found.results.standings;
    let timed = standings.iter().any(|standing| standing.seconds.is_some());
    let mut columns = vec![
        Column::of("way to bargain").holding(ColumnHolds::Label),
        Column::of_figures("gained").holding(ColumnHolds::Verdict),
        Column::of_figures("worth"),
        Column::of_figures("welfare"),
        Column::of_figures("agreed"),
        Column::of_figures("rounds"),
        Column::of_figures("to the frontier"),
    ];
    // The solutions that a page has room for, a long name on the wider of the two media alone; the JSON has all.
    let solutions: Vec<usize> =
        (0..SOLUTION_CONCEPTS.len()).filter(|k| SOLUTION_CONCEPTS[*k].key != "utilitarian").collect();
    columns.extend(solutions.iter().map(|k| {
        let concept = &SOLUTION_CONCEPTS[*k];
        let column = Column::of_figures(concept.name);
        if concept.key == "kalai_smorodinsky" { column.full() } else { column }
    }));
    if timed {
        columns.push(Column::of_figures("milliseconds"));
    }
    let distance = |to: Option<MeanWithin>| to.map_or_else(|| "–".to_owned(), |to| three(to.mean));
    let row = |standing: &Standing| -> Vec<Wording> {
        let mut row = vec![
            standing.name.clone(),
            within(standing.advantage),
            three(standing.utility.mean),
            three(standing.welfare.mean),
            words::percent(standing.agreement.mean),
            format!("{:.1}", standing.rounds.mean),
            distance(standing.to_frontier),
        ];
        row.extend(solutions.iter().map(|k| distance(standing.to_solutions[*k])));
        if timed {
            row.push(
                standing.seconds.map_or_else(|| "–".to_owned(), |seconds| format!("{:.3}", seconds * 1e3)),
            );
        }
        row.into_iter().map(Wording::from).collect()
    };
    let how = "Gained is the advantage: how much of what could be gained over no deal was gained; 0 is no deal, 1 the best package. In brackets the \
               95 % interval if these scenarios and roles are a sample of such (Student's t). Worth and welfare, the mean over all at the table, lie on the parties' own scales. \
               The last columns say how far from the frontier and from the bargaining solutions talks ended, as a share of the diagonal of the box that values lie \
               in. Means are taken in each role of each scenario first, and then over these.";
    let mut blocks = Block::read(Table::new(columns).with(standings.iter().map(row)), how);
    let mark = |standing: &Standing| {
        let mean = standing.advantage.mean;
        let (low, high) = standing.advantage.interval.unwrap_or((mean, mean));
        MeanMark { name: standing.name.clone(), mean, interval: [low, high] }
    };
    let told: Vec<String> = standings
        .iter()
        .map(|standing| format!("{} {}", standing.name, within(standing.advantage)))
        .collect();
    let plot = Plot {
        id: "gained".to_owned(),
        title: "What each way to bargain gained".to_owned(),
        desc: words::list(&told),
        data: Data::Means(Means {
            what: "gained, of what could be gained over no deal".to_owned(),
            rows: standings.iter().map(mark).collect(),
        }),
    };
    blocks.push(Block::figure(Illustration::new("What each gained, with its interval.", [plot])));
    Section::new("standings", "Who gained how much", blocks)
}

fn compared(found: &PlayedOut) -> Section {
    let significance = &found.results.significance;
    let columns = [
        Column::of("better"),
        Column::of("worse"),
        Column::of_figures("by"),
        Column::of_figures("luck"),
        Column::of_figures("luck, corrected").holding(ColumnHolds::Verdict),
        Column::of("beyond luck"),
    ];
    let shown = significance.comparisons.iter().take(MOST_COMPARED).map(|one| {
        let luck = |p: f64| if p < 0.0001 { "below 0.0001".to_owned() } else { format!("{p:.4}") };
        let beyond = if one.p_holm < BEYOND_LUCK { "yes" } else { "no" };
        [
            found.way(one.better).to_owned(),
            found.way(one.worse).to_owned(),
            three(one.difference),
            luck(one.p),
            luck(one.p_holm),
            beyond.to_owned(),
        ]
        .map(Wording::from)
        .to_vec()
    });
    let signs = if significance.exact {
        "all ways to change signs were looked at"
    } else {
        "20,000 ways to change signs were drawn"
    };
    let mut how = format!(
        "Two ways are compared on what they gained in {}: were there nothing between them, each of these \
         differences might as well have the other sign. Luck is the share of changed signs that give as large a sum, either way (Fisher 1935; {signs}); it is corrected for the \
         number of comparisons by Holm's procedure (1979). Below 0.05 is told as beyond luck.",
        words::plural(significance.units, "pair of scenario and party", "pairs of scenario and party")
    );
    if 0.5_f64.powi(significance.units.min(60) as i32 - 1) > BEYOND_LUCK {
        how.push_str(" So few pairs cannot tell any two ways apart beyond luck, however far they are.");
    }
    let mut blocks = Block::read(Table::new(columns).with(shown), how);
    blocks.push(Block::rest(significance.comparisons.len(), MOST_COMPARED));
    Section::new("compared", "Who is better than whom", blocks)
}

fn payoffs(found: &PlayedOut) -> Section {
    let contenders = found.tournament.contenders();
    let order: Vec<usize> = found.results.standings.iter().map(|standing| standing.contender).collect();
    let shown = order.len().min(MOST_OPPONENTS);
    let mut columns = vec![Column::of("way to bargain").holding(ColumnHolds::Label)];
    columns.extend(
        order[..shown].iter().map(|contender| Column::figures(contenders[*contender].name().to_owned())),
    );
    let row = |contender: &usize| -> Vec<Wording> {
        let cells = order[..shown]
            .iter()
            .map(|against| found.results.payoffs[*contender][*against].map_or_else(|| "–".to_owned(), three));
        let name = found.way(*contender).to_owned();
        std::iter::once(name).chain(cells).map(Wording::from).collect()
    };
    let table = Table::new(columns).with(order.iter().map(row));
    let mut how = "What the way of the row gained on average with the way of the column at the table, over all scenarios and roles.".to_owned();
    if order.len() > shown {
        how.push_str(&format!(
            " {} in `--json`.",
            words::plural(order.len() - shown, "more column is", "more columns are")
        ));
    }
    Section::new("payoffs", "Who gained what against whom", Block::read(table, how))
}

/// A mix in words: `boulware 40 %, micro 60 %`.
fn mixed(found: &PlayedOut, mix: &[f64]) -> String {
    let mut played: Vec<(usize, f64)> =
        mix.iter().copied().enumerate().filter(|(_, share)| *share > 0.0).collect();
    if let [(only, _)] = played[..] {
        return format!("all follow {}", found.way(only));
    }
    played.sort_by(|a, b| b.1.total_cmp(&a.1));
    let each = played
        .iter()
        .map(|(contender, share)| format!("{} {}", found.way(*contender), words::percent_to_tenths(*share)));
    each.collect::<Vec<_>>().join(", ")
}

fn names(found: &PlayedOut, places: &[usize]) -> String {
    words::list(&places.iter().map(|place| found.way(*place)).collect::<Vec<_>>())
}

fn equilibria(found: &PlayedOut, game: &EmpiricalGame) -> Section {
    let mut blocks = Vec::new();
    match &game.equilibria {
        Ok(equilibria) => {
            let told = equilibria.list.iter().take(MOST_EQUILIBRIA).map(|one| {
                format!("{}; everybody gains {}.", words::sentence(&mixed(found, &one.mix)), three(one.value))
            });
            blocks.push(Block::see(match equilibria.list.len() {
                1 => "There is one symmetric equilibrium: if all choose so, nobody gains by choosing otherwise.",
                _ => "There are several symmetric equilibria: if all choose as one of them says, nobody gains by choosing otherwise.",
            }));
            blocks.push(Block::list(told));
            blocks.push(Block::rest(equilibria.list.len(), MOST_EQUILIBRIA));
            if !equilibria.joined.is_empty() {
                blocks.push(Block::told(
                    "Some payoffs tie, so that mixes of some of these are equilibria too; the JSON says which (`joined`).",
                ));
            }
        }
        Err(why) => blocks.push(Block::told(format!("{}.", words::sentence(&why.to_string())))),
    }
    let struck = |contender: &usize| !game.survivors.contains(contender);
    let struck: Vec<usize> = (0..found.tournament.contenders().len()).filter(struck).collect();
    if !struck.is_empty() {
        blocks.push(Block::told(format!(
            "Nobody needs {}: another way is better whatever it meets, once others of which that is true are left out.",
            names(found, &struck)
        )));
    }
    blocks.push(Block::told(format!(
        "If the worst goes again and again, they are left over in this order, the last one first: {}.",
        game.last_standing.iter().map(|(place, _)| found.way(*place)).collect::<Vec<_>>().join(", ")
    )));
    blocks.push(Block::how(
        "The table above as a game of two who choose from the same list (Nash 1951; by support enumeration). It is the game of these scenarios and \
         this deadline, and holds as far as its means do.",
    ));
    Section::new("equilibria", "Where nobody would choose otherwise", blocks)
}

fn replies(found: &PlayedOut, game: &EmpiricalGame) -> Section {
    let contenders = 0..found.tournament.contenders().len();
    let arrows: Vec<(usize, usize)> = game
        .replies
        .to
        .iter()
        .enumerate()
        .flat_map(|(to, best)| best.iter().map(move |reply| (to, *reply)))
        .filter(|(to, reply)| to != reply)
        .collect();
    let told: Vec<String> = game
        .replies
        .to
        .iter()
        .enumerate()
        .map(|(to, best)| format!("to {}: {}", found.way(to), names(found, best)))
        .collect();
    let mut blocks = Vec::new();
    for cycle in &game.replies.cycles {
        blocks.push(Block::told(format!(
            "Best replies go round among {}: each is answered by another of them.",
            names(found, cycle)
        )));
    }
    if game.replies.cycles.is_empty() {
        blocks.push(Block::told(
            "Best replies do not go round: they lead to ways that are best replies to themselves.",
        ));
    }
    let profile = |place: &usize| {
        let (a, b) = game.deviations.profiles[*place];
        if a == b {
            format!("{} on both sides", found.way(a))
        } else {
            format!("{} and {}", found.way(a), found.way(b))
        }
    };
    let ends = game.deviations.ends.iter().take(MOST_EQUILIBRIA).map(|end| {
        let share = words::percent(end.basin);
        match &end.profiles[..] {
            [only] => format!("{}: from {share} of all pairs.", words::sentence(&profile(only))),
            many => format!(
                "Round and round among {} pairs, {} one of them: from {share} of all pairs.",
                many.len(),
                many.first().map(&profile).unwrap_or_default()
            ),
        }
    });
    let plot = Plot {
        id: "replies".to_owned(),
        title: "The best reply to each way to bargain".to_owned(),
        desc: format!("Best replies {}.", told.join("; ")),
        data: Data::Replies(Replies {
            names: contenders.clone().map(|contender| found.way(contender).to_owned()).collect(),
            arrows,
            rests: contenders.map(|contender| game.replies.to[contender].contains(&contender)).collect(),
        }),
    };
    blocks.push(Block::list(told.iter().map(|reply| format!("Best reply {reply}"))).short());
    let figure = Illustration::new(
        "An arrow leads from each way to the best reply to it; filled is what is a best reply to itself.",
        [plot],
    );
    blocks.push(Block::figure(figure.laid_out(Panels::Graph)));
    blocks.push(Block::told("Two who choose again in turn, whoever gains most first, end here:").apart());
    blocks.push(Block::list(ends));
    blocks.push(Block::rest(game.deviations.ends.len(), MOST_EQUILIBRIA));
    blocks.push(Block::how("The deviation graph of Baarslag et al. (2013); the JSON has all of it."));
    Section::new("replies", "Who answers whom best", blocks)
}

fn crowds(found: &PlayedOut, game: &EmpiricalGame) -> Section {
    let ways = found.tournament.contenders().len();
    let mut columns = vec![
        Column::of("way to bargain").holding(ColumnHolds::Label),
        Column::of_figures("spreads to"),
        Column::of_figures("α-rank").holding(ColumnHolds::Verdict),
    ];
    let average = game.nash_average.as_ref().ok();
    if average.is_some() {
        columns.push(Column::of_figures("weight"));
        columns.push(Column::of_figures("skill"));
    }
    let mass = game.alpha_rank.mass();
    let last = game.trajectories.first().and_then(|trajectory| trajectory.path.last());
    let mut order: Vec<usize> = (0..ways).collect();
    order.sort_by(|a, b| mass[*b].total_cmp(&mass[*a]));
    let row = |contender: &usize| -> Vec<Wording> {
        let spread = last.map_or(0.0, |shares| shares[*contender]);
        let mut row = vec![
            found.way(*contender).to_owned(),
            words::percent_to_tenths(spread),
            words::percent_to_tenths(mass[*contender]),
        ];
        if let Some(average) = average {
            row.push(words::percent_to_tenths(average.weights[*contender]));
            row.push(three(average.skill[*contender]));
        }
        row.into_iter().map(Wording::from).collect()
    };
    let mut how = "Spreads to: its share in the end if all begin evenly and what does better than the average spreads (replicator dynamics, Taylor and Jonker 1978). α-rank: how often a crowd \
                   of 50 is found following it that imitates success and seldom tries something new, where imitation is sure (Omidshafiei et al. 2019)."
        .to_owned();
    match &game.nash_average {
        Ok(_) => how.push_str(
            " Weight: how much it matters as an opponent; skill: how far its payoff lies above its opponent's against \
             opponents so weighed, at most 0 (Nash averaging, Balduzzi et al. 2018).",
        ),
        Err(why) => how.push_str(&format!(" There is no Nash average: {why}.")),
    }
    if !game.alpha_rank.rests {
        how.push_str(
            " Some ways are so nearly alike that the α-rank still changes as imitation becomes surer.",
        );
    }
    let mut blocks = Block::read(Table::new(columns).with(order.iter().map(row)), how);
    let lines = |points: &dyn Fn(usize) -> Vec<[f64; 2]>| -> Vec<ShareLine> {
        (0..ways)
            .map(|way| ShareLine { name: found.way(way).to_owned(), look: way, points: points(way) })
            .collect()
    };
    let crowd = |(place, trajectory): (usize, &detente_talks::tournament::Trajectory)| {
        let start = trajectory.mostly.map_or_else(
            || "all in equal shares".to_owned(),
            |most| format!("nine tenths {}", found.way(most)),
        );
        let at = |way: usize| {
            trajectory.path.iter().enumerate().map(|(t, shares)| [t as f64, shares[way]]).collect()
        };
        let end = trajectory.path.last().map(|shares| likeliest(found, shares)).unwrap_or_default();
        Plot {
            id: format!("crowd-{}", place + 1),
            title: format!("Begun with {start}"),
            desc: format!("In the end {end}"),
            data: Data::Shares(Shares { along: "time".to_owned(), multiplies: false, lines: lines(&at) }),
        }
    };
    let shown = game.trajectories.iter().enumerate().take(MOST_CROWDS).map(crowd);
    let mut figure = Illustration::new("What becomes of a crowd in which what does better spreads.", shown);
    for panel in &mut figure.panels {
        panel.caption = Some(panel.plot.title.clone().into());
    }
    let more = game.trajectories.len().saturating_sub(MOST_CROWDS);
    if more > 0 {
        figure =
            figure.read(format!("{} in `--json`.", words::plural(more, "more start is", "more starts are")));
    }
    blocks.push(Block::figure(figure));
    let sweep = &game.alpha_rank.sweep;
    let at = |way: usize| sweep.iter().map(|at| [at.alpha, at.mass[way]]).collect();
    let plot = Plot {
        id: "alpha-rank".to_owned(),
        title: "α-rank as imitation becomes surer".to_owned(),
        desc: format!("In the end {}", likeliest(found, mass)),
        data: Data::Shares(Shares { along: "α".to_owned(), multiplies: true, lines: lines(&at) }),
    };
    blocks.push(Block::figure(
        Illustration::new("α-rank as imitation becomes surer.", [plot]).laid_out(Panels::Several),
    ));
    Section::new("crowds", "What a crowd would come to", blocks)
}

/// The largest shares in words, to be read aloud.
fn likeliest(found: &PlayedOut, shares: &[f64]) -> String {
    let told: Vec<String> = (0..shares.len())
        .filter(|way| shares[*way] >= 0.005)
        .map(|way| format!("{} {}", found.way(way), words::percent(shares[way])))
        .collect();
    format!("{}.", words::list(&told))
}

fn scenarios(found: &PlayedOut) -> Section {
    let columns = [
        Column::of("scenario").holding(ColumnHolds::Label),
        Column::of("parties"),
        Column::of_figures("packages"),
        Column::of_figures("on the frontier"),
    ];
    let mut notes = Vec::new();
    let row = |arena: &detente_talks::tournament::Arena| -> Vec<Wording> {
        let parties: Vec<&str> = arena.scenario.parties().iter().map(|party| party.name.as_str()).collect();
        let frontier = &arena.landmarks.frontier;
        let points = frontier.as_ref().map_or_else(|_| "–".to_owned(), |points| words::count(points.len()));
        let packages = words::count(arena.scenario.layout().packages());
        [arena.name.clone(), words::list(&parties), packages, points].map(Wording::from).to_vec()
    };
    let table = Table::new(columns).with(found.tournament.arenas().iter().map(row));
    for arena in found.tournament.arenas() {
        if let Err(why) = &arena.landmarks.frontier {
            notes.push(format!("{}: the frontier is not known, and no distance from it: {why}.", arena.name));
        }
        if arena.landmarks.no_zone == Some(true) {
            notes.push(format!(
                "{}: no package is acceptable to all, so there are no bargaining solutions to measure by.",
                arena.name
            ));
        }
    }
    let mut blocks = vec![Block::table(table)];
    if !notes.is_empty() {
        blocks.push(Block::list(notes));
    }
    blocks.push(Block::how(
        "Each in its central world: every judgement taken at its middle. Principals bargain; audiences have no seat.",
    ));
    Section::new("scenarios", "On what", blocks)
}

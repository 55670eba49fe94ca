//! What was promised and what became of it: every commitment, who handed over what, whether it goes on, what to look at next.

use detente_exchange::{Planned, Side, words as of_exchange};
use detente_watch::Status;

use super::table::{Column, ColumnHolds, Table};
use super::wording::{Chance, Cite, LineManner, Phrase, Piece, Wording, told};
use super::{Block, Section};
use crate::compose::lasting::days_ranged;
use crate::compose::watch::{WatchDay, borne_in_short};
use crate::words;

/// All of it as one section.
pub(super) fn section(found: &WatchDay) -> Section {
    let mut blocks = Block::headline(&found.headline);
    for part in sections(found) {
        blocks.extend(part.inside());
    }
    Section::new("watch", HEADING, blocks)
}

/// What the section is called, here and on the two pages.
pub(super) const HEADING: &str = "What was promised, and what became of it";

/// Each part as a section.
pub(super) fn sections(found: &WatchDay) -> Vec<Section> {
    vec![
        Section::new("report", "For a report of monitors", vec![Block::told(found.report.clone())]),
        Section::new("commitments", "Commitment by commitment", commitments(found)),
        Section::new("handed-over", "Handed over, day by day", handed_over(found)),
        Section::new("going-on", "Does each side gain by going on?", going_on(found)),
        Section::new("anew", "Planned anew from here", anew(found)),
        Section::new("lasts-on", "How long it lasts on", lasts_on(found)),
        Section::new("look-next", "What to look at next", look_next(found)),
    ]
}

/// What is most worth telling of it, for the two pages.
pub(super) fn in_brief(found: &WatchDay, told_already: bool) -> Vec<Block> {
    let not_as_promised = [Status::Partly, Status::Late, Status::Denied, Status::Disputed];
    let open = found.found.ledger.entries.iter().filter(|entry| not_as_promised.contains(&entry.status));
    let open = open.map(|entry| {
        format!("{}: {}", words::sentence(&found.commitment(entry.commitment)), found.status(entry))
    });
    // Without anything on the table the headline says it.
    let headline = if told_already { String::new() } else { found.headline.join(" ") };
    vec![Block::told(headline), Block::list(open), Block::told(found.report.clone())]
}

/// One row a commitment, the accounts of it below it where they part.
fn commitments(found: &WatchDay) -> Vec<Block> {
    let case = &found.case;
    let columns = [
        Column::of("commitment"),
        Column::of("due"),
        Column::of("how it stands"),
        Column::of("delay borne").beside(),
    ];
    let rows = found.found.ledger.entries.iter().map(|entry| {
        let commitment = case.commitment(entry.commitment);
        let delays = found.found.exchange.iter().flat_map(|exchange| &exchange.delays);
        let delay = delays.into_iter().find(|(id, _)| *id == entry.commitment);
        let cites = Cite::all(case, &commitment.cite, &commitment.id);
        let line = commitment.place.and_then(detente_model::Place::line_of_first_file);
        let name = words::sentence(&found.commitment(entry.commitment));
        let name =
            told(name.clone(), Phrase::from(name).line(LineManner::Ground, Piece::Ground { cites, line }));
        vec![
            name,
            words::date(commitment.due).into(),
            words::sentence(&found.status(entry)).into(),
            delay.map_or_else(Wording::default, |(_, delay)| borne_in_short(delay).into()),
        ]
    });
    Block::read(
        Table::new(columns).with(rows),
        "What nobody has told of is not reported, and not taken for broken. Where accounts contradict each other, what all agree on is reckoned with. Delay borne, of what is missing and of what is \
         due next: how many days after its day it alone may come, the rest going as promised, without anybody gaining by stopping, in the middle of the worlds.",
    )
}

/// Who has handed over how much to whom, and on which days.
fn handed_over(found: &WatchDay) -> Vec<Block> {
    let case = &found.case;
    let columns = [
        Column::of("from"),
        Column::of("to"),
        Column::of("what"),
        Column::of_figures("promised"),
        Column::of_figures("due"),
        Column::of_figures("handed over").holding(ColumnHolds::Verdict),
        Column::of("on which days"),
    ];
    // What is one thing, such as calm, is kept or not; nobody hands it over.
    let counted = |id: &detente_model::CommitmentId| case.commitment(*id).count.is_some();
    let deliveries =
        found.found.deliveries.iter().filter(|delivery| delivery.commitments.iter().any(counted));
    let rows = deliveries.map(|delivery| {
        let unit = delivery.unit.as_ref().map(|unit| format!(" ({unit})")).unwrap_or_default();
        let range = if delivery.least == delivery.most {
            words::count(delivery.least)
        } else {
            format!("{}–{}", words::count(delivery.least), words::count(delivery.most))
        };
        let days =
            delivery.by_day.iter().map(|on| format!("{}: {}", words::date(on.day), words::count(on.count)));
        vec![
            case.party(delivery.by).name.clone().into(),
            delivery.to.map_or_else(Wording::default, |to| case.party(to).name.clone().into()),
            format!("{}{unit}", delivery.what).into(),
            words::count(delivery.promised).into(),
            words::count(delivery.due).into(),
            range.into(),
            days.collect::<Vec<_>>().join(", ").into(),
        ]
    });
    vec![Block::table(Table::new(columns).with(rows))]
}

/// For each side what it gains by going on now, and where somebody would first stop.
fn going_on(found: &WatchDay) -> Vec<Block> {
    let Some(exchange) = &found.found.exchange else { return Vec::new() };
    let name = |side: Side| exchange.terms.side(side).name.clone();
    let columns = [
        Column::of("side"),
        Column::of_figures("gains by going on now").holding(ColumnHolds::Verdict),
        Column::of_figures("in the worlds drawn"),
        Column::of_figures("goes on in"),
    ];
    let rows = Side::BOTH.map(|side| {
        let band = exchange.gain_now[side.index()].map_or_else(String::new, |band| {
            let [low, high] = [band.low, band.high].map(of_exchange::worth);
            format!("{} ({low} to {high})", of_exchange::worth(band.median))
        });
        vec![
            Wording::from(name(side)),
            of_exchange::worth(exchange.central.now[side.index()]).into(),
            band.into(),
            Chance::from(exchange.goes_on_now[side.index()]).into(),
        ]
    });
    let mut blocks = Block::read(
        Table::new(columns).with(rows),
        "What is still to come less what is still to give and what the rest of the pause costs, each on its own scale; below 0 a side gains that much by stopping.",
    );
    let still = exchange.course.parts.iter().any(|part| part.left() > 0);
    let late = if still { format!(" {}", found.late_together(exchange)) } else { String::new() };
    blocks.push(Block::told(format!(
        "To the end nobody gains by stopping in {} of the worlds drawn.{late}",
        words::share(exchange.to_the_end)
    )));
    blocks.push(Block::list(exchange.stops.iter().map(|stop| found.stop(stop))));
    blocks
}

/// The exchange planned anew from where it stands.
fn anew(found: &WatchDay) -> Vec<Block> {
    let Some(exchange) = &found.found.exchange else { return Vec::new() };
    let mut blocks: Vec<Block> = found.anew().map(Block::told).into_iter().collect();
    if let Some(Planned::Found(plan)) = &exchange.anew {
        let name = |side: Side| exchange.terms.side(side).name.clone();
        let columns =
            [Column::of("day"), Column::of(&name(Side::One)).beside(), Column::of(&name(Side::Two)).beside()];
        let rows = plan.schedule.rounds.iter().map(|round| {
            let gives = |side: Side| {
                let of = round.give.iter().filter(|(lot, _)| exchange.terms.lots[*lot].from == side);
                let each = of.map(|(lot, n)| {
                    format!("{} of {}", words::count(*n), words::named(&exchange.terms.lots[*lot].name))
                });
                each.collect::<Vec<_>>().join(", ")
            };
            let day = found.date(round.day).map_or_else(|| of_exchange::day(round.day), words::date);
            vec![day.into(), gives(Side::One).into(), gives(Side::Two).into()]
        });
        blocks.push(Block::table(Table::new(columns).with(rows)));
    }
    blocks
}

/// What is left of it, as it is and with and without a breach.
fn lasts_on(found: &WatchDay) -> Vec<Block> {
    let Some(lasting) = &found.found.lasting else { return Vec::new() };
    let days = lasting.remaining.more.iter().map(|at| Column::figures(format!("{:.0} days more", at.days)));
    let columns = std::iter::once(Column::of("it lasts"))
        .chain(days)
        .chain([Column::figures(told("half are over after", "Half are over after"))]);
    let rows = [
        ("as it is", &lasting.remaining),
        ("with no breach open", &lasting.unbreached),
        ("with a breach open", &lasting.with_breach),
    ]
    .map(|(name, left)| {
        let chances = left.more.iter().map(|at| Wording::from(Chance::from(at.probability)));
        std::iter::once(Wording::from(name))
            .chain(chances)
            .chain([days_ranged(left.median_days).into()])
            .collect()
    });
    let stated = found.case.durability.as_ref().and_then(|durability| durability.breach);
    let rests = if stated.is_some_and(|breach| breach.stated) {
        "as the case states"
    } else {
        "which the case leaves open: from how much oftener fighting came back in the seven days after a killing, in quiets between Israel and the armed groups of Gaza from 2005 to 2023"
    };
    let mut blocks = Block::read(
        Table::new(columns).with(rows),
        format!(
            "Given that it has held for {}. A breach multiplies the risk of ending by {:.1} ({:.1}–{:.1}), {rests}, for as long as it is open and however many are.",
            words::plural(lasting.held, "day", "days"),
            lasting.ratio.median,
            lasting.ratio.low,
            lasting.ratio.high
        ),
    );
    let mut rests = found.grounds.as_ref().map(|grounds| grounds.sentences.clone()).unwrap_or_default();
    if let Some(ends) = found.pledge_ends.filter(|_| found.breaks_before_its_end()) {
        rests.push(format!(
            "Those had no agreed end and this one has, {}: told is how likely it breaks, not what comes when its pledge of calm runs out.",
            words::date(ends)
        ));
    }
    blocks.push(Block::told(rests.join(" ")));
    blocks
}

/// What could be seen next, what moves the outlook most first.
fn look_next(found: &WatchDay) -> Vec<Block> {
    let Some(outlook) = &found.found.outlook else { return Vec::new() };
    let columns = [
        Column::of("what to look at"),
        Column::figures(told("likely", "How likely it is kept")),
        Column::of_figures("if it is kept"),
        Column::of_figures("if not"),
        Column::of_figures("moves it by").holding(ColumnHolds::Verdict),
    ];
    let moving = || found.found.next.iter().filter(|seen| seen.moves > 0.0);
    let still = found.found.next.len() - moving().count();
    if moving().count() == 0 && still > 0 {
        return vec![Block::told(format!(
            "Nothing that could be seen next would move the chance that it lasts {} now {}.",
            found.horizon(),
            words::percent(outlook.mean)
        ))];
    }
    let rows = moving().map(|seen| {
        let [kept, not] = words::told_apart([seen.if_kept, seen.if_not]);
        vec![
            words::sentence(&found.question(seen)).into(),
            words::percent(seen.observation.chance_kept).into(),
            kept.into(),
            not.into(),
            words::points(seen.moves).trim_start_matches('+').to_owned().into(),
        ]
    });
    let more = match found.found.not_weighed {
        0 => String::new(),
        n => format!(" {} later are not weighed.", words::plural(n, "observation", "observations")),
    };
    let still = match still {
        0 => String::new(),
        1 => " One other would move nothing.".to_owned(),
        n => format!(" {} others would move nothing.", words::count(n)),
    };
    Block::read(
        Table::new(columns).with(rows),
        format!(
            "The chance that it lasts {} now {}: as if each end had been seen. How likely: of what its party has kept so far, (kept + 1) / (told of + 2); even for a dispute, where \
             “kept” is the account that says most. Moves it by: from what is told now, on average over both ends.{still}{more}",
            found.horizon(),
            words::percent(outlook.mean)
        ),
    )
}

//! The brief for a terminal: plain words, aligned tables, a small plot; no colour needed.

mod deals;
mod drivers;
mod durability;
mod evidence;
mod exchange;
mod figures;
mod lotteries;
mod matrix;
mod obstacles;
mod packages;
mod plot;
mod stability;
mod table;
mod three_tests;

pub use figures::{contents, figures};

use detente_deals::SobolIndices;
use detente_model::Case;
use detente_stability::{Concept, StabilityError, State};

use crate::brief::{Brief, Deals};
use crate::compose::evidence::Evidence;
use crate::compose::exchange::ExchangePlan;
use crate::compose::lasting::Lasting;
use crate::compose::standstill::{Standstill, Wanted};
use crate::compose::three_tests::Standings;
use crate::words;

/// Narrower than this and tables stop being tables.
const LEAST_WIDTH: usize = 60;
/// Wider than this and lines stop being readable.
const MOST_WIDTH: usize = 110;

/// The whole brief, for a page or terminal of `width` columns.
pub fn brief(brief: &Brief, width: usize) -> String {
    let width = width.clamp(LEAST_WIDTH, MOST_WIDTH);
    let mut page = Page::new(width);
    page.title(brief);
    for sentence in &brief.headline {
        page.paragraph(sentence);
    }
    page.section("The leading packages", &packages::leading(&brief.deals, width));
    page.section("Three tests", &three_tests::section(brief, width));
    page.section("The deal space", &plot::section(brief, width));
    page.section("Who wants what", &matrix::rows(brief, width));
    page.section("What stands in the way", &obstacles::steps(&brief.deals, width));
    page.section("At home", &packages::homes(&brief.deals, width));
    if let Some(found) = &brief.standstill {
        page.section("Why are they stuck?", &stability::account(found, width));
    }
    if let Some(found) = &brief.evidence {
        page.section("What was said and done", &evidence::in_brief(found, width));
    }
    page.section("Judgement or fact?", &grounds(brief, width));
    page.finish()
}

/// The deal space in figures.
pub fn deals(
    deals: &Deals,
    standings: Option<&Standings>,
    sobol: Option<&SobolIndices>,
    width: usize,
) -> String {
    let width = width.clamp(LEAST_WIDTH, MOST_WIDTH);
    let mut page = Page::new(width);
    page.heading(&deals.case, deals.draws, deals.seed);
    for sentence in &deals.headline_with(standings) {
        page.paragraph(sentence);
    }
    page.section("In the central world", &deals::central(deals, width));
    page.section("Bargaining solutions", &deals::solutions(deals, width));
    page.section("By lot or by turns", &lotteries::section(deals, width));
    page.section("Frontier", &deals::frontier(deals, width));
    page.section("What stands in the way", &obstacles::steps(deals, width));
    page.section("The leading packages", &packages::leading(deals, width));
    page.section("At home", &packages::homes(deals, width));
    page.section("What the answer hangs on", &drivers::sobol(sobol, width));
    page.finish()
}

/// Why the conflict rests where it does. The verdicts on `asked`, in every sense, are told in words.
///
/// # Errors
/// [`StabilityError::UnknownState`].
pub fn stability(
    found: &Standstill,
    asked: Option<State>,
    wanted: Option<&Wanted>,
    width: usize,
) -> Result<String, StabilityError> {
    let width = width.clamp(LEAST_WIDTH, MOST_WIDTH);
    let mut page = Page::new(width);
    page.text.push_str(&textwrap::fill(&found.case.title, width));
    page.text.push_str(&format!("\nas of {}\n", words::date(found.case.as_of)));
    page.section("States, and what holds", &stability::states(found, width));
    page.section("Where a preference is unknown", &stability::despite_unknown(found, width));
    page.section("As each sees it", &stability::perceived(found, width));
    page.section("Where it could go", &stability::account(found, width));
    page.section("How the conflict could get there", &stability::paths(found, width));
    let told = match asked {
        Some(state) => stability::reasons(found, state, &Concept::ALL, width)?,
        None => String::new(),
    };
    page.section("Why", &told);
    if let Some(wanted) = wanted {
        page.section("What would make it hold", &stability::wanted(found, wanted, width));
    }
    Ok(page.finish())
}

/// Would it last? How long packages would, and what makes the difference.
pub fn durability(found: &Lasting, width: usize) -> String {
    let width = width.clamp(LEAST_WIDTH, MOST_WIDTH);
    let mut page = Page::new(width);
    page.heading(&found.case, found.draws, found.seed);
    for sentence in &found.headline {
        page.paragraph(sentence);
    }
    page.section("How long it would last", &durability::survival(found, width));
    page.section("What makes the difference", &durability::factors(found, width));
    page.section("Figures from other wars", &durability::findings(found, width));
    page.finish()
}

/// What was said and done, what contradicts what, and what it makes of the outlook.
pub fn outlook(found: &Evidence, width: usize) -> String {
    let width = width.clamp(LEAST_WIDTH, MOST_WIDTH);
    let mut page = Page::new(width);
    page.heading(&found.case, found.draws, found.seed);
    for sentence in &found.headline {
        page.paragraph(sentence);
    }
    page.section("Open questions", &evidence::propositions(found, width));
    page.section("What contradicts what", &evidence::contradictions(found, width));
    page.section("What was said and done", &evidence::claims(found, width));
    page.section("How many", &evidence::counts(found, width));
    page.section("By date", &evidence::by_date(found, width));
    page.section("What moved it most", &evidence::movers(found, width));
    page.section("If a source were wrong", &evidence::sources(found, width));
    page.section("Competing hypotheses", &evidence::hypotheses(found, width));
    page.section("What to find out next", &evidence::information(found, width));
    page.section("Forecasts", &evidence::forecasts(found, width));
    page.section("Sources", &sources(&found.case, width));
    page.finish()
}

/// Would it hold? The exchange that a package would set in motion.
pub fn exchange(found: &ExchangePlan, width: usize) -> String {
    let width = width.clamp(LEAST_WIDTH, MOST_WIDTH);
    let mut page = Page::new(width);
    page.heading(&found.case, found.draws, found.seed);
    for sentence in &found.headline {
        page.paragraph(sentence);
    }
    page.section("The schedule", &exchange::schedule(found, width));
    page.section("What would make one", &exchange::least_changes(found, width));
    page.section("A steadier schedule", &exchange::steadiest(found, width));
    page.section("Guarantee and pledge", &exchange::figures(found, width));
    page.section("The last handovers", &exchange::trust(found, width));
    page.section("Remedies and their prices", &exchange::remedies(found, width));
    page.section("Schedules that were proposed", &exchange::proposed(found, width));
    page.section("Shapes", &exchange::shapes(found, width));
    page.section("More days for more people", &exchange::extension(found, width));
    page.section("What was kept and broken before", &exchange::learned(found, width));
    page.finish()
}

fn grounds(brief: &Brief, width: usize) -> String {
    let grounds = &brief.grounds;
    let mut text = wrapped(
        &format!(
            "{} stand as a source has them, {} are ranges around what a source reports, and {} are judgements that cite nothing. \
             `detente check --figures` and the HTML brief show the ground and the line of each.",
            words::plural(grounds.cited as u128, "figure", "figures"),
            words::count(grounds.estimated as u128),
            words::count(grounds.judged as u128),
        ),
        width,
    );
    if let Some(sentence) = &brief.deals.hangs_on {
        text.push_str(&wrapped(sentence, width));
    }
    text.push_str(&sources(&brief.case, width));
    text
}

/// The sources by the numbers under which they are cited. One that had not appeared on the day of the view is there only if
/// a figure rests on it, and says so.
fn sources(case: &Case, width: usize) -> String {
    let mut text = String::new();
    for (i, source) in case.sources.iter().enumerate() {
        let later = source.published.is_some_and(|day| day > case.as_of);
        if later && !case.numbers.stated().any(|n| n.cite.iter().any(|c| c.source.index() == i)) {
            continue;
        }
        let published = source.published.map(|date| format!(", {}", words::date(date))).unwrap_or_default();
        let later = if later { ", after the day of this view" } else { "" };
        let reliability =
            source.reliability.map(|r| format!(" (reliability {})", r.letter())).unwrap_or_default();
        text.push_str(&wrapped(
            &format!("[{}] {}{published}{later}{reliability}", i + 1, source.title),
            width,
        ));
    }
    text
}

/// Lines of at most `width` columns, indented like everything below a heading.
fn wrapped(text: &str, width: usize) -> String {
    let options = textwrap::Options::new(width).initial_indent("  ").subsequent_indent("  ");
    let mut lines = textwrap::fill(text, options);
    lines.push('\n');
    lines
}

/// A page of text as it grows.
struct Page {
    text: String,
    width: usize,
}

impl Page {
    fn new(width: usize) -> Self {
        Self { text: String::new(), width }
    }

    fn title(&mut self, brief: &Brief) {
        self.heading(&brief.case, brief.draws, brief.seed);
    }

    fn heading(&mut self, case: &Case, draws: u64, seed: u64) {
        self.text.push_str(&textwrap::fill(&case.title, self.width));
        self.text.push_str(&format!(
            "\nas of {} · {}, seed {}\n\n",
            words::date(case.as_of),
            words::plural(u128::from(draws), "draw", "draws"),
            seed
        ));
    }

    fn paragraph(&mut self, text: &str) {
        self.text.push_str(&wrapped(text, self.width));
    }

    /// A section under its heading; nothing at all without material.
    fn section(&mut self, heading: &str, body: &str) {
        if !body.is_empty() {
            self.text.push_str(&format!("\n{heading}\n{}\n", "─".repeat(heading.chars().count())));
            self.text.push_str(body);
        }
    }

    fn finish(self) -> String {
        let lines: Vec<&str> = self.text.lines().map(str::trim_end).collect();
        lines.join("\n") + "\n"
    }
}

//! What is missing in the answers or cannot be, and the plan of the case that they make.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::ids::Ids;
use super::wants::{Wanted, wants};
use super::{AnswerFault, Answers, Home, OnTheTable, Part};
use crate::format::POSITION;
use crate::meant::days;
use crate::text::{grouped, quoted};
use crate::write::legible;

/// More of each than anyone answers in plain steps; who needs more writes on in the file.
const MOST: usize = 200;
/// The longest name and the longest text, in characters.
const LONGEST_NAME: usize = 200;
const LONGEST_TEXT: usize = 5_000;
/// As many steps of a range, as in the format.
const MOST_STEPS: f64 = 9_999.0;
/// Beyond this numbers are no longer exact.
const LARGEST: f64 = 1e15;

/// The case as it will be written.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) title: String,
    pub(super) day: Date,
    pub(super) about: String,
    pub(super) sources: Vec<PlannedSource>,
    pub(super) parties: Vec<PlannedParty>,
    pub(super) homes: Vec<PlannedHome>,
    pub(super) issues: Vec<PlannedIssue>,
}

#[derive(Debug)]
pub(super) struct PlannedSource {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) day: Option<Date>,
    pub(super) grade: Option<char>,
}

#[derive(Debug)]
pub(super) struct PlannedParty {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) part: Part,
    /// Of those who must sign.
    pub(super) wants: Option<Wanted>,
    /// Whether some of its people at home vote.
    pub(super) vote: bool,
}

#[derive(Debug)]
pub(super) struct PlannedHome {
    pub(super) id: String,
    pub(super) name: String,
    /// The id of the party.
    pub(super) of: String,
    pub(super) say: super::Say,
    pub(super) wants: Wanted,
}

#[derive(Debug)]
pub(super) struct PlannedIssue {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) answers: OnTheTable,
}

impl PlannedIssue {
    /// The least and the most that is on the table of an issue in numbers.
    pub(super) fn ends(&self) -> Option<(f64, f64)> {
        match &self.answers {
            OnTheTable::Words(_) => None,
            OnTheTable::Numbers(numbers) => {
                let low = numbers.iter().copied().fold(f64::INFINITY, f64::min);
                let high = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                Some((low, high))
            }
            OnTheTable::Range { from, to, .. } => Some((*from, *to)),
        }
    }
}

/// The faults so far.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<AnswerFault>);

impl Faults {
    pub(super) fn push(&mut self, path: &str, message: impl Into<String>, hint: impl Into<String>) {
        self.0.push(AnswerFault { path: path.to_owned(), message: message.into(), hint: hint.into() });
    }

    /// A name, without blanks around it and signs that nobody sees.
    pub(super) fn name(&mut self, path: &str, written: &str, what: &str) -> String {
        let name = legible(written).replace(['\n', '\t'], " ").trim().to_owned();
        if name.is_empty() {
            self.push(path, format!("{what} has no name"), "give it the name by which people know it");
        } else if name.chars().count() > LONGEST_NAME {
            self.push(
                path,
                format!("the name of {what} has more than {LONGEST_NAME} characters"),
                "give it a short name; what there is to say about it goes under what the case is about",
            );
        }
        name
    }

    /// A day as people write it.
    fn day(&mut self, path: &str, written: &str) -> Option<Date> {
        match days(written)[..] {
            [day] => return Some(day),
            [one, other, ..] => self.push(
                path,
                format!("{} can be {one} or {other}", quoted(written)),
                format!("write `{one}` or `{other}`, whichever is meant"),
            ),
            [] if written.trim().is_empty() => {
                self.push(path, "the day is missing", "write year, month, day: `2025-03-01`");
            }
            [] => self.push(
                path,
                format!("{} is not a day", quoted(written)),
                "write year, month, day: `2025-03-01`",
            ),
        }
        None
    }

    /// Names that must be told apart.
    fn apart<'a>(&mut self, names: impl IntoIterator<Item = (String, &'a str)>, what: &str) {
        let mut seen = BTreeSet::new();
        for (path, name) in names {
            if !name.is_empty() && !seen.insert(name.to_lowercase()) {
                self.push(
                    &path,
                    format!("two {what} are called {}", quoted(name)),
                    "give one of them another name, or leave it out",
                );
            }
        }
    }

    fn not_too_many(&mut self, path: &str, count: usize, what: &str) {
        if count > MOST {
            self.push(
                path,
                format!("there are {} {what}, more than the {MOST} that are asked for here", grouped(count)),
                "begin with the most important ones; the file can be added to afterwards",
            );
        }
    }
}

/// The case that the answers make, or everything that is wrong with them.
pub(super) fn plan(answers: &Answers) -> Result<Plan, Vec<AnswerFault>> {
    let mut faults = Faults::default();
    let title = faults.name("/title", &answers.title, "the case");
    let day = faults.day("/day", &answers.day);
    let about = legible(&answers.about).trim().to_owned();
    if about.chars().count() > LONGEST_TEXT {
        faults.push("/about", "this is too long for a summary", "a few sentences are enough");
    }
    let issues = issues(answers, &mut faults);
    let (parties, homes) = parties(answers, &issues, &mut faults);
    let sources = sources(answers, day, &mut faults);
    let mut faults = faults.0;
    if faults.is_empty()
        && let Some(day) = day
    {
        return Ok(Plan { title, day, about, sources, parties, homes, issues });
    }
    let rank = |fault: &AnswerFault| {
        let order = ["/title", "/day", "/about", "/parties", "/issues", "/sources"];
        order.iter().position(|start| fault.path.starts_with(start))
    };
    faults.sort_by_key(rank);
    Err(faults)
}

fn sources(answers: &Answers, as_of: Option<Date>, faults: &mut Faults) -> Vec<PlannedSource> {
    let mut ids = Ids::default();
    faults.not_too_many("/sources", answers.sources.len(), "sources");
    let mut planned = Vec::new();
    for (i, source) in answers.sources.iter().take(MOST).enumerate() {
        let path = format!("/sources/{i}");
        let title = faults.name(&format!("{path}/title"), &source.title, "a source");
        let dated = format!("{path}/day");
        let day = if source.day.trim().is_empty() { None } else { faults.day(&dated, &source.day) };
        if let (Some(day), Some(as_of)) = (day, as_of)
            && day > as_of
        {
            faults.push(
                &dated,
                format!("{} appeared on {day}, after {as_of}, the day of the case", quoted(&title)),
                "move the day of the case forward, or leave the source out: the case does not know it yet",
            );
        }
        let written = source.grade.trim().to_uppercase();
        let grade = written.chars().next().filter(|c| ('A'..='F').contains(c) && written.len() == 1);
        if grade.is_none() && !written.is_empty() {
            faults.push(
                &format!("{path}/grade"),
                format!("{} is no grade", quoted(&source.grade)),
                "a letter from A, completely reliable, to E, unreliable; F if it cannot be judged",
            );
        }
        let id = ids.give(title.split([',', '(', ':']).next().unwrap_or(""), "source");
        planned.push(PlannedSource { id, title, day, grade });
    }
    planned
}

fn issues(answers: &Answers, faults: &mut Faults) -> Vec<PlannedIssue> {
    if answers.issues.is_empty() {
        faults.push(
            "/issues",
            "there is nothing on the table",
            "name at least one question that a deal must settle",
        );
    }
    faults.not_too_many("/issues", answers.issues.len(), "issues");
    // The words of a position cannot name an issue.
    let mut ids = Ids::without(POSITION.keys.iter().map(|key| key.name));
    let mut planned: Vec<PlannedIssue> = Vec::new();
    for (i, issue) in answers.issues.iter().take(MOST).enumerate() {
        let path = format!("/issues/{i}");
        let name = faults.name(&format!("{path}/name"), &issue.name, "an issue");
        let called = if name.is_empty() { format!("issue {}", i + 1) } else { quoted(&name) };
        let answers = on_the_table(&issue.answers, &format!("{path}/answers"), &called, faults);
        let unit = legible(&issue.unit).replace(['\n', '\t'], " ").trim().to_owned();
        if unit.chars().count() > LONGEST_NAME {
            faults.push(
                &format!("{path}/unit"),
                "this unit is too long",
                "one or two words: days, million euros",
            );
        }
        planned.push(PlannedIssue { id: ids.give(&name, "issue"), name, unit, answers });
    }
    let names =
        planned.iter().enumerate().map(|(i, issue)| (format!("/issues/{i}/name"), issue.name.as_str()));
    faults.apart(names.collect::<Vec<_>>(), "issues");
    planned
}

/// What can be on the table, cleaned.
fn on_the_table(answers: &OnTheTable, path: &str, called: &str, faults: &mut Faults) -> OnTheTable {
    match answers {
        OnTheTable::Words(words) => {
            let path = format!("{path}/words");
            faults.not_too_many(&path, words.len(), "options");
            let options: Vec<String> = words
                .iter()
                .take(MOST)
                .enumerate()
                .map(|(i, word)| faults.name(&format!("{path}/{i}"), word, "an option"))
                .collect();
            few(options.len(), &path, called, faults);
            let named =
                options.iter().enumerate().map(|(i, option)| (format!("{path}/{i}"), option.as_str()));
            faults.apart(named.collect::<Vec<_>>(), &format!("options of {called}"));
            OnTheTable::Words(options)
        }
        OnTheTable::Numbers(numbers) => {
            let path = format!("{path}/numbers");
            faults.not_too_many(&path, numbers.len(), "numbers");
            few(numbers.len(), &path, called, faults);
            for (i, x) in numbers.iter().enumerate().take(MOST) {
                let place = format!("{path}/{i}");
                if !finite(*x, &place, faults) {
                    continue;
                }
                if numbers[..i].iter().any(|y| (x - y).abs() <= 1e-9 * x.abs().max(1.0)) {
                    faults.push(
                        &place,
                        format!("{x} is on the table of {called} twice"),
                        "leave one of them out",
                    );
                }
            }
            OnTheTable::Numbers(numbers.clone())
        }
        OnTheTable::Range { from, to, step } => {
            let path = format!("{path}/range");
            let sound =
                finite(*from, &format!("{path}/from"), faults) & finite(*to, &format!("{path}/to"), faults);
            if sound && from >= to {
                faults.push(
                    &format!("{path}/to"),
                    format!("{called} goes from {from} to {to}, which is not upwards"),
                    "the least first, then the most",
                );
            } else if sound {
                steps(*from, *to, *step, &path, called, faults);
            }
            OnTheTable::Range { from: *from, to: *to, step: *step }
        }
    }
}

fn few(count: usize, path: &str, called: &str, faults: &mut Faults) {
    if count < 2 {
        faults.push(
            path,
            format!("{called} can be settled in one way or none"),
            "name at least two, or leave the issue out: there is nothing to agree on",
        );
    }
}

fn finite(x: f64, path: &str, faults: &mut Faults) -> bool {
    let is = x.abs() <= LARGEST;
    if !is {
        faults.push(
            path,
            "this is not a number that can be reckoned with",
            "take a larger unit: millions instead of ones",
        );
    }
    is
}

fn steps(from: f64, to: f64, step: Option<f64>, path: &str, called: &str, faults: &mut Faults) {
    let place = format!("{path}/step");
    let Some(step) = step else {
        if (to - from) <= 1e-6 * from.abs().max(to.abs()) {
            faults.push(
                path,
                format!("the range of {called} is too short"),
                "take a smaller unit, or count from a number nearby",
            );
        }
        return;
    };
    if !(step > 0.0 && step.is_finite()) {
        faults.push(&place, "a step must be above 0", "leave it out if any number between the two will do");
        return;
    }
    let count = (to - from) / step;
    if count > MOST_STEPS {
        faults.push(
            &place,
            format!("{called} would have more than 10,000 answers"),
            "take a larger step, or none",
        );
    } else if (count - count.round()).abs() > 1e-9 * count.max(1.0) || count.round() < 1.0 {
        let reached = from + count.floor().max(1.0) * step;
        faults.push(
            &place,
            format!("in steps of {step} from {from}, {called} never reaches {to}"),
            format!("let it end at {reached}, or take a step that fits"),
        );
    }
}

fn parties(
    answers: &Answers,
    issues: &[PlannedIssue],
    faults: &mut Faults,
) -> (Vec<PlannedParty>, Vec<PlannedHome>) {
    if answers.parties.iter().filter(|party| party.part == Part::MustSign).count() < 2 {
        faults.push(
            "/parties",
            "fewer than two must sign",
            "an agreement takes two at least: name those without whom there is no deal",
        );
    }
    faults.not_too_many("/parties", answers.parties.len(), "parties");
    // Parties and people at home are known by their ids in one table.
    let mut ids = Ids::default();
    let mut planned: Vec<PlannedParty> = Vec::new();
    let mut names: Vec<(String, String)> = Vec::new();
    for (i, party) in answers.parties.iter().take(MOST).enumerate() {
        let path = format!("/parties/{i}");
        let name = faults.name(&format!("{path}/name"), &party.name, "a party");
        names.push((format!("{path}/name"), name.clone()));
        let called = if name.is_empty() { format!("party {}", i + 1) } else { quoted(&name) };
        let at = format!("{path}/wants");
        let signs = party.part == Part::MustSign;
        if !signs && party.wants != super::Wants::default() {
            faults.push(
                &at,
                format!("{called} need not sign, so that what it wants decides nothing"),
                "say that it must sign, or leave out what it wants",
            );
        }
        let wanted = signs.then(|| wants(&party.wants, &at, &called, issues, faults));
        let vote = party.home.iter().any(|home| home.say == super::Say::Votes);
        planned.push(PlannedParty {
            id: ids.give(&name, "party"),
            name,
            part: party.part,
            wants: wanted,
            vote,
        });
    }
    let mut homes = Vec::new();
    for (i, party) in answers.parties.iter().take(MOST).enumerate() {
        faults.not_too_many(&format!("/parties/{i}/home"), party.home.len(), "groups at home");
        for (j, home) in party.home.iter().take(MOST).enumerate() {
            let path = format!("/parties/{i}/home/{j}");
            let name = faults.name(&format!("{path}/name"), &home.name, "a group at home");
            names.push((format!("{path}/name"), name.clone()));
            if party.part != Part::MustSign {
                faults.push(
                    &path,
                    format!("{} stands behind a party that need not sign", quoted(&name)),
                    "only the consent of people behind those who must sign matters to a deal",
                );
            }
            homes.push(planned_home(home, name, &path, &planned[i].id, issues, &mut ids, faults));
        }
    }
    let named: Vec<(String, &str)> = names.iter().map(|(path, name)| (path.clone(), name.as_str())).collect();
    faults.apart(named, "of those who have a say");
    (planned, homes)
}

fn planned_home(
    home: &Home,
    name: String,
    path: &str,
    of: &str,
    issues: &[PlannedIssue],
    ids: &mut Ids,
    faults: &mut Faults,
) -> PlannedHome {
    let called = if name.is_empty() { String::from("this group") } else { quoted(&name) };
    let wants = wants(&home.wants, &format!("{path}/wants"), &called, issues, faults);
    PlannedHome { id: ids.give(&name, "group"), name, of: of.to_owned(), say: home.say, wants }
}

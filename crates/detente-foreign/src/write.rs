//! A scenario as a case file that people can read, every figure citing the file and the lines it came from.

use detente_case::LARGEST;
use detente_case::write::{Document, Key, Value, WIDE};
use detente_model::Choice;

use crate::fit::{Fitted, Floor, fit};
use crate::names::Ids;
use crate::scenario::{Answers, Lines, Profile, Scenario, Worth};
use crate::{Format, Origin};

/// Ids and words for one scenario.
struct Writer<'a> {
    scenario: &'a Scenario,
    origin: &'a Origin<'a>,
    issues: Vec<String>,
    out: Document,
}

/// The text of the case; `None` if it would be larger than a case file can be.
pub(crate) fn case_text(scenario: &Scenario, origin: &Origin<'_>) -> Option<String> {
    let mut ids = Ids::default();
    let issues = scenario.topics.iter().enumerate().map(|(k, topic)| ids.take(&topic.name, "issue", k + 1));
    let mut writer = Writer { scenario, origin, issues: issues.collect(), out: Document::default() };
    writer.head();
    let mut ids = Ids::default();
    let parties: Vec<String> = scenario
        .profiles
        .iter()
        .enumerate()
        .map(|(i, profile)| ids.take(&profile.name, "party", i + 1))
        .collect();
    for (profile, id) in scenario.profiles.iter().zip(&parties) {
        writer.out.heading(&["parties", id]);
        writer.out.line("name", named(&profile.name, id));
        writer.out.line("role", "principal");
        writer.out.gap();
    }
    writer.topics();
    for (profile, id) in scenario.profiles.iter().zip(&parties) {
        let fitted = fit(profile, &scenario.topics);
        writer.position(profile, id, &fitted);
        writer.interactions(profile, id, &fitted)?;
    }
    (writer.out.len() as u64 <= LARGEST).then(|| writer.out.into_text())
}

/// A name that is not blank.
fn named<'a>(name: &'a str, id: &'a str) -> &'a str {
    if name.trim().is_empty() { id } else { name }
}

impl Writer<'_> {
    fn head(&mut self) {
        let title = if self.scenario.title.trim().is_empty() { "Imported" } else { &self.scenario.title };
        self.out = head(title, self.origin);
    }

    fn topics(&mut self) {
        for (topic, id) in self.scenario.topics.iter().zip(&self.issues) {
            self.out.remark(&topic.lines.words());
            self.out.heading(&["issues", id]);
            self.out.line("name", named(&topic.name, id));
            match &topic.answers {
                Answers::Listed(choices) => self.out.line("options", Value::wrapped(choices)),
                Answers::Whole(from, to) if from == to => {
                    self.out.line("options", Value::list([*from]));
                }
                Answers::Whole(from, to) => {
                    self.out.line("range", Value::table([("from", *from), ("to", *to), ("step", 1)]));
                }
                Answers::Between(from, to) => {
                    self.out.line("range", Value::table([("from", *from), ("to", *to)]));
                }
            }
            self.out.gap();
        }
    }

    fn position(&mut self, profile: &Profile, id: &str, fitted: &Fitted) {
        let source = &self.origin.sources[profile.file];
        self.out.heading(&["positions", id]);
        match &fitted.no_deal {
            Floor::Value(r) => self.out.line("no_deal", *r),
            Floor::Worst(options) => {
                self.out.remark("the file puts no deal at or below the worst package, which stands for it");
                self.package(options);
            }
            Floor::Package(options) => {
                self.package(&options.iter().map(|option| Some(*option)).collect::<Vec<_>>());
            }
        }
        if !profile.wishes.is_empty() {
            self.out.line("weights", Value::table(self.issues.iter().zip(fitted.weights.iter().copied())));
        }
        self.out.line("cite", Value::list([source]));
        let mut notes = profile.notes.clone();
        if fitted.is_rescaled() {
            notes.push(format!(
                "The file's utilities, less {}, divided by {}: a case goes from 0 to 1.",
                Value::from(fitted.shift),
                Value::from(fitted.divisor)
            ));
        }
        if !notes.is_empty() {
            self.out.line("note", notes.join(" "));
        }
        self.out.gap();
        for ((wish, worth), (issue, topic)) in
            profile.wishes.iter().zip(&fitted.worths).zip(self.issues.iter().zip(&self.scenario.topics))
        {
            self.out.heading(&["positions", id, issue]);
            self.out.line("cite", Value::list([format!("{source}#{}", wish.lines.words())]));
            match worth {
                Worth::Table(values) => {
                    let entries = values.iter().enumerate().filter_map(|(option, v)| {
                        Some((Key::quoted(&topic.answers.choice(option)?.to_string()), *v))
                    });
                    let together = Value::table(entries.clone());
                    // What stands between the braces.
                    if together.as_str().chars().count() <= WIDE + 4 {
                        self.out.line("values", together);
                    } else {
                        self.out.heading(&["positions", id, issue, "values"]);
                        for (key, v) in entries {
                            self.out.line(key, v);
                        }
                    }
                }
                Worth::Points(points) => {
                    self.out.line("points", Value::list(points.iter().map(|(x, y)| Value::list([*x, *y]))));
                }
            }
            self.out.gap();
        }
    }

    /// `no_deal` as a package.
    fn package(&mut self, options: &[Option<usize>]) {
        let named: Vec<(&String, Choice)> = options
            .iter()
            .zip(self.issues.iter().zip(&self.scenario.topics))
            .filter_map(|(option, (id, topic))| Some((id, topic.answers.choice((*option)?)?)))
            .collect();
        if named.is_empty() {
            self.out.line("no_deal", 0.0);
        } else {
            self.out.line("no_deal", Value::table(named.iter().map(|(id, choice)| (*id, choice))));
        }
    }

    /// What is added in combinations; `None` if that is too much to write.
    fn interactions(&mut self, profile: &Profile, id: &str, fitted: &Fitted) -> Option<()> {
        for (issue, option, worth) in &fitted.beyond {
            let Some(option) = self.scenario.topics[*issue].answers.choice(*option) else { continue };
            let when = Value::table([(&self.issues[*issue], &option)]);
            self.interaction(profile, id, when, *worth, profile.wishes[*issue].lines);
        }
        for (rectangle, worth) in profile.rectangles.iter().zip(&fitted.rectangles) {
            let scenario = self.scenario;
            let options = |issue: usize, options: std::ops::Range<usize>| {
                let answers = &scenario.topics[issue].answers;
                let choices: Vec<Choice> = options.filter_map(|option| answers.choice(option)).collect();
                Value::list(&choices)
            };
            let mut when: Vec<(&String, Value)> = rectangle
                .sides
                .iter()
                .map(|(issue, first, last)| {
                    (&self.issues[*issue], options(*issue, *first..last.saturating_add(1)))
                })
                .collect();
            if when.is_empty() {
                // A box without sides holds every outcome: all options of some issue.
                let (issue, topic) = (self.issues.first()?, self.scenario.topics.first()?);
                when.push((issue, options(0, 0..topic.answers.count()?)));
            }
            let when = Value::table(when);
            self.interaction(profile, id, when, *worth, Lines(rectangle.line, rectangle.line));
            if self.out.len() as u64 > LARGEST {
                return None;
            }
        }
        Some(())
    }

    fn interaction(&mut self, profile: &Profile, id: &str, when: Value, worth: f64, lines: Lines) {
        let source = &self.origin.sources[profile.file];
        self.out.entry(&["interactions"]);
        self.out.line("of", id);
        self.out.line("when", when);
        self.out.line("value", worth);
        self.out.line("cite", Value::list([format!("{source}#{}", lines.words())]));
        self.out.gap();
    }
}

/// The head of a case with its sources.
pub(crate) fn head(title: &str, origin: &Origin<'_>) -> Document {
    let mut out = Document::default();
    out.remark(&format!(
        "Imported from {}. What cites a file stands in it on those lines.",
        origin.format.words()
    ));
    out.line("case", 1_usize);
    out.line("title", title);
    if origin.as_of.is_none() {
        out.remark("the files name no day: set the day of the case before adding claims");
    }
    out.line("as_of", origin.as_of.unwrap_or(crate::NO_DAY));
    out.gap();
    for (id, name) in origin.sources.iter().zip(origin.names) {
        out.heading(&["sources", id]);
        out.line("title", format!("{name} ({})", origin.format.words()));
        out.gap();
    }
    out
}

impl Format {
    /// The name of the format.
    pub fn words(self) -> &'static str {
        match self {
            Self::Genius => "Genius XML",
            Self::GeniusWeb => "GeniusWeb JSON",
            Self::Negmas => "NegMAS",
            Self::Gmcr => "GMCR+",
            Self::Actors => "a table of actors",
        }
    }
}

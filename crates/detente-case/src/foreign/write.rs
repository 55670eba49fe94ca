//! A scenario as a case file that people can read, every figure citing the file and the lines it came from.

use detente_model::Choice;

use super::fit::{Fitted, Floor, fit};
use super::names::Ids;
use super::scenario::{Answers, Lines, Profile, Scenario, Worth};
use super::toml_text::{number, quoted, remark};
use super::{Format, Origin};
use crate::read::LARGEST;

/// The longest line that values stand on together.
const WIDE: usize = 96;

/// Ids and words for one scenario.
struct Writer<'a> {
    scenario: &'a Scenario,
    origin: &'a Origin<'a>,
    issues: Vec<String>,
    out: String,
}

/// The text of the case; `None` if it would be larger than a case file can be.
pub(super) fn case_text(scenario: &Scenario, origin: &Origin<'_>) -> Option<String> {
    let mut ids = Ids::default();
    let issues = scenario.topics.iter().enumerate().map(|(k, topic)| ids.take(&topic.name, "issue", k + 1));
    let mut writer = Writer { scenario, origin, issues: issues.collect(), out: String::new() };
    writer.head();
    let mut ids = Ids::default();
    let parties: Vec<String> = scenario
        .profiles
        .iter()
        .enumerate()
        .map(|(i, profile)| ids.take(&profile.name, "party", i + 1))
        .collect();
    for (profile, id) in scenario.profiles.iter().zip(&parties) {
        writer.line(&format!("[parties.{id}]\nname = {}\nrole = \"principal\"\n", named(&profile.name, id)));
    }
    writer.topics();
    for (profile, id) in scenario.profiles.iter().zip(&parties) {
        let fitted = fit(profile, &scenario.topics);
        writer.position(profile, id, &fitted);
        writer.interactions(profile, id, &fitted)?;
    }
    (writer.out.len() as u64 <= LARGEST).then_some(writer.out)
}

/// A name that is not blank.
fn named(name: &str, id: &str) -> String {
    quoted(if name.trim().is_empty() { id } else { name })
}

impl Writer<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn head(&mut self) {
        let title = if self.scenario.title.trim().is_empty() { "Imported" } else { &self.scenario.title };
        let head = head(title, self.origin);
        self.out.push_str(&head);
    }

    fn topics(&mut self) {
        for (topic, id) in self.scenario.topics.iter().zip(&self.issues) {
            self.out.push_str(&format!("# {}\n", topic.lines.words()));
            self.out.push_str(&format!("[issues.{id}]\nname = {}\n", named(&topic.name, id)));
            let answers = match &topic.answers {
                Answers::Listed(choices) => {
                    let names: Vec<String> = choices.iter().map(choice).collect();
                    wrapped("options = [", &names, "]")
                }
                Answers::Whole(from, to) if from == to => format!("options = [{from}]"),
                Answers::Whole(from, to) => format!("range = {{ from = {from}, to = {to}, step = 1 }}"),
                Answers::Between(from, to) => {
                    format!("range = {{ from = {}, to = {} }}", number(*from), number(*to))
                }
            };
            self.out.push_str(&format!("{answers}\n\n"));
        }
    }

    fn position(&mut self, profile: &Profile, id: &str, fitted: &Fitted) {
        let source = &self.origin.sources[profile.file];
        let mut text = format!("[positions.{id}]\n");
        match &fitted.no_deal {
            Floor::Value(r) => text.push_str(&format!("no_deal = {}\n", number(*r))),
            Floor::Worst(options) => {
                text.push_str(&remark(
                    "the file puts no deal at or below the worst package, which stands for it",
                ));
                text.push_str(&self.package(options));
            }
            Floor::Outcome(options) => {
                text.push_str(&self.package(&options.iter().map(|option| Some(*option)).collect::<Vec<_>>()));
            }
        }
        if !profile.wishes.is_empty() {
            let weights: Vec<String> = self
                .issues
                .iter()
                .zip(&fitted.weights)
                .map(|(id, w)| format!("{id} = {}", number(*w)))
                .collect();
            text.push_str(&format!("weights = {{ {} }}\n", weights.join(", ")));
        }
        text.push_str(&format!("cite = [\"{source}\"]\n"));
        let mut notes = profile.notes.clone();
        if fitted.is_rescaled() {
            notes.push(format!(
                "The file's utilities, less {}, divided by {}: a case goes from 0 to 1.",
                number(fitted.shift),
                number(fitted.divisor)
            ));
        }
        if !notes.is_empty() {
            text.push_str(&format!("note = {}\n", quoted(&notes.join(" "))));
        }
        text.push('\n');
        for ((wish, worth), (issue, topic)) in
            profile.wishes.iter().zip(&fitted.worths).zip(self.issues.iter().zip(&self.scenario.topics))
        {
            text.push_str(&format!(
                "[positions.{id}.{issue}]\ncite = [\"{source}#{}\"]\n",
                wish.lines.words()
            ));
            match worth {
                Worth::Table(values) => {
                    let entries: Vec<String> = values
                        .iter()
                        .enumerate()
                        .filter_map(|(option, v)| Some((topic.answers.choice(option)?, *v)))
                        .map(|(choice, v)| format!("{} = {}", quoted(&choice.to_string()), number(v)))
                        .collect();
                    let together = entries.join(", ");
                    if together.chars().count() <= WIDE {
                        text.push_str(&format!("values = {{ {together} }}\n"));
                    } else {
                        text.push_str(&format!("[positions.{id}.{issue}.values]\n{}\n", entries.join("\n")));
                    }
                }
                Worth::Points(points) => {
                    let points: Vec<String> =
                        points.iter().map(|(x, y)| format!("[{}, {}]", number(*x), number(*y))).collect();
                    text.push_str(&format!("points = [{}]\n", points.join(", ")));
                }
            }
            text.push('\n');
        }
        self.out.push_str(&text);
    }

    /// `no_deal` as a package.
    fn package(&self, options: &[Option<usize>]) -> String {
        let named: Vec<String> = options
            .iter()
            .zip(self.issues.iter().zip(&self.scenario.topics))
            .filter_map(|(option, (id, topic))| {
                Some(format!("{id} = {}", choice(&topic.answers.choice((*option)?)?)))
            })
            .collect();
        if named.is_empty() {
            String::from("no_deal = 0\n")
        } else {
            format!("no_deal = {{ {} }}\n", named.join(", "))
        }
    }

    /// What is added in combinations; `None` if that is too much to write.
    fn interactions(&mut self, profile: &Profile, id: &str, fitted: &Fitted) -> Option<()> {
        let source = &self.origin.sources[profile.file];
        for (issue, option, worth) in &fitted.beyond {
            let Some(option) = self.scenario.topics[*issue].answers.choice(*option) else { continue };
            let cite = profile.wishes[*issue].lines.words();
            self.out.push_str(&format!(
                "[[interactions]]\nof = \"{id}\"\nwhen = {{ {} = {} }}\nvalue = {}\ncite = [\"{source}#{cite}\"]\n\n",
                self.issues[*issue],
                choice(&option),
                number(*worth)
            ));
        }
        for (rectangle, worth) in profile.rectangles.iter().zip(&fitted.rectangles) {
            let mut when = Vec::new();
            for (issue, first, last) in &rectangle.sides {
                let topic = &self.scenario.topics[*issue];
                let options: Vec<String> = (*first..=*last)
                    .filter_map(|option| topic.answers.choice(option))
                    .map(|c| choice(&c))
                    .collect();
                when.push(format!("{} = [{}]", self.issues[*issue], options.join(", ")));
            }
            if when.is_empty() {
                // A box without sides holds every outcome: all options of some issue.
                let (issue, topic) = (self.issues.first()?, self.scenario.topics.first()?);
                let all: Vec<String> = (0..topic.answers.count()?)
                    .filter_map(|o| topic.answers.choice(o))
                    .map(|c| choice(&c))
                    .collect();
                when.push(format!("{issue} = [{}]", all.join(", ")));
            }
            self.out.push_str(&format!(
                "[[interactions]]\nof = \"{id}\"\nwhen = {{ {} }}\nvalue = {}\ncite = [\"{source}#{}\"]\n\n",
                when.join(", "),
                number(*worth),
                Lines(rectangle.line, rectangle.line).words()
            ));
            if self.out.len() as u64 > LARGEST {
                return None;
            }
        }
        Some(())
    }
}

/// The head of a case with its sources.
pub(super) fn head(title: &str, origin: &Origin<'_>) -> String {
    let mut out = remark(&format!(
        "Imported from {}. What cites a file stands in it on those lines.",
        origin.format.words()
    ));
    out.push_str(&format!("case = 1\ntitle = {}\n", quoted(title)));
    if origin.as_of.is_none() {
        out.push_str(&remark("the files name no day: set the day of the case before adding claims"));
    }
    out.push_str(&format!("as_of = {}\n\n", origin.as_of.unwrap_or(super::NO_DAY)));
    for (id, name) in origin.sources.iter().zip(origin.names) {
        out.push_str(&format!(
            "[sources.{id}]\ntitle = {}\n\n",
            quoted(&format!("{name} ({})", origin.format.words()))
        ));
    }
    out
}

/// An option as a value.
fn choice(choice: &Choice) -> String {
    match choice {
        Choice::Text(text) => quoted(text),
        Choice::Number(x) => number(*x),
    }
}

/// A list on one line, or one member a line.
fn wrapped(open: &str, members: &[String], close: &str) -> String {
    let together = members.join(", ");
    if together.chars().count() <= WIDE {
        return format!("{open}{together}{close}");
    }
    format!("{open}\n    {},\n{close}", members.join(",\n    "))
}

impl Format {
    /// The name of the format.
    pub fn words(self) -> &'static str {
        match self {
            Self::Genius => "Genius XML",
            Self::GeniusWeb => "GeniusWeb JSON",
            Self::Negmas => "NegMAS",
            Self::Gmcr => "GMCR+",
        }
    }
}

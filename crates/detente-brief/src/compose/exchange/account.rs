//! The exchange in words. Both sides are spoken of alike. What is handed over goes by the names that the case gives its lots: they may be
//! people or things, and nothing here presumes which.

use detente_exchange::{
    ExtensionEnd, FailingStep, LastHandover, LongestPledge, Moment, Obstacle, Planned, Proof, Rates, Remedy,
    Side, Trust, in_words, words as told,
};

use super::{ExchangePlan, Learned, StepRow, steps};
use crate::words;

/// Where a schedule fails that are told one by one.
const TOLD: usize = 3;
/// Said where no change is enough.
pub(crate) const NO_CHANGE: &str = "No single change is enough.";

/// A schedule that somebody proposes, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedAccount {
    /// Its name.
    pub name: String,
    /// The verdict in the central world, the guarantee that it takes, and how often it holds itself.
    pub sentences: Vec<String>,
    /// What goes when.
    pub rows: Vec<StepRow>,
}

impl ExchangePlan {
    /// The verdict, most important first.
    pub(super) fn verdict(&self) -> Vec<String> {
        let terms = self.terms();
        let called =
            self.letter.as_ref().map_or_else(|| "The package".to_owned(), |l| format!("Package {l}"));
        let under =
            self.letter.as_ref().map_or_else(String::new, |letter| format!(", under package {letter},"));
        let mut sentences =
            vec![format!("In the central world{under} {}", words::going_on(&self.assessment.words))];
        if let Some(plan) = self.plan() {
            sentences.push(match plan.proof {
                Proof::FastestInWholeLots { not_before } if not_before < plan.completes_on_day => format!(
                    "No order of whole lots is done sooner; mixing them might be, but not before day {}.",
                    told::day(not_before)
                ),
                Proof::Fastest | Proof::FastestInWholeLots { .. } => "No schedule is done sooner.".to_owned(),
            });
        }
        sentences.push(self.over_the_draws());
        let guarantees = Side::BOTH.map(|side| {
            let of = terms.side(side);
            match of.guarantee {
                0.0 => format!("{} nothing", of.name),
                guarantee => format!("{} {}", of.name, told::worth(guarantee)),
            }
        });
        let label = if self.label.is_empty() { String::new() } else { format!("{called}: {}. ", self.label) };
        let scale = self.scale();
        sentences.push(format!(
            "{label}{} days of calm are pledged; a breach would cost {}.{}",
            told::day(terms.pledge_days),
            words::list(&guarantees),
            if scale.is_empty() { String::new() } else { format!(" {scale}") }
        ));
        sentences
    }

    /// What the scales mean, in a sentence; empty if nobody receives anything of worth.
    fn scale(&self) -> String {
        let terms = self.terms();
        let parts: Vec<String> = Side::BOTH
            .into_iter()
            .filter_map(|side| {
                let lot = terms
                    .lots_of(side.other())
                    .map(|lot| &terms.lots[lot])
                    .find(|lot| lot.to_receiver > 0.0)?;
                let (name, worth) = (&terms.side(side).name, told::worth(lot.to_receiver));
                Some(format!("on that of {name} one of “{}” counts {worth}", lot.name))
            })
            .collect();
        if parts.is_empty() {
            return String::new();
        }
        format!("Each side has its own scale: {}.", words::list(&parts))
    }

    /// The verdict in brief: in the central world, and over the draws.
    pub(crate) fn in_brief(&self) -> Vec<String> {
        self.headline.iter().take(1).cloned().chain([self.over_the_draws()]).collect()
    }

    fn over_the_draws(&self) -> String {
        let some = words::share(self.over.some_schedule_holds);
        let Some(holds) = self.over.schedule_holds else {
            return format!("Over the draws some schedule holds itself in {some}.");
        };
        let mut text = format!(
            "Over the draws some schedule holds itself in {some}; the one planned here in {}.",
            words::share(holds)
        );
        if let Some(step) = self.over.fails_at.first() {
            text.push_str(&format!(" It fails most often because {}.", self.failure(step)));
        }
        text
    }

    /// `Israel would stop on day 45, after round 2: in 31 % (29–33)`.
    fn failure(&self, step: &FailingStep) -> String {
        let moment = Moment {
            day: step.day,
            round: step.round,
            phase: step.phase,
            side: step.side,
            slack: -step.gain.median,
            remaining: Vec::new(),
        };
        let who = &self.terms().side(step.side).name;
        format!("{who} would stop {} (in {})", told::when(&moment), words::share(step.share))
    }

    /// Where the planned schedule fails, most frequent first; the rest is counted.
    pub fn failures(&self) -> Vec<String> {
        self.failures_of(&self.over.fails_at)
    }

    fn failures_of(&self, steps: &[FailingStep]) -> Vec<String> {
        let mut told: Vec<String> = steps.iter().take(TOLD).map(|step| self.failure(step) + ".").collect();
        if let Some(more) = steps.len().checked_sub(TOLD).filter(|more| *more > 0) {
            told.push(format!(
                "{} more rarely.",
                words::plural(more as u128, "other step fails", "other steps fail")
            ));
        }
        told
    }

    /// The planned schedule as a table.
    pub fn steps(&self) -> Vec<StepRow> {
        self.plan()
            .map(|plan| steps::rows(self.terms(), &plan.schedule, &plan.verification))
            .unwrap_or_default()
    }

    /// The steadiest schedule as a table, and in a sentence what it gives up for what.
    pub fn steadier(&self) -> Option<(String, Vec<StepRow>)> {
        let steadiest = self.steadiest.as_ref()?;
        let done = steadiest.verification.complete_on_day.map(told::day);
        let instead = match (done, self.plan()) {
            (Some(done), Some(plan)) => {
                format!(", done by day {done} instead of day {}", told::day(plan.completes_on_day))
            }
            (Some(done), None) => format!(", done by day {done}"),
            (None, _) => String::new(),
        };
        let sentence = format!(
            "Of the schedules planned for other worlds this one holds itself most often over the draws, in {}{instead}.",
            words::share(steadiest.over.holds)
        );
        let mut text = vec![sentence];
        text.extend(
            steadiest
                .over
                .fails_at
                .first()
                .map(|step| format!("It fails most often because {}.", self.failure(step))),
        );
        Some((text.join(" "), steps::rows(self.terms(), &steadiest.schedule, &steadiest.verification)))
    }

    /// Why there is no schedule and what the least changes are, each enough by itself; empty if there is one.
    pub fn least_changes(&self) -> Vec<String> {
        if self.plan().is_some() {
            return Vec::new();
        }
        let remedies = &self.assessment.remedies;
        let mut changes: Vec<String> = remedies.iter().filter(|r| r.enough).map(in_full).collect();
        changes.extend(self.together());
        if changes.is_empty() {
            changes.push(NO_CHANGE.to_owned());
        }
        changes
    }

    /// The condition that fails, if no schedule holds itself.
    pub fn obstacle(&self) -> Option<(&Obstacle, String)> {
        match &self.assessment.planned {
            Planned::None(obstacle) => Some((obstacle, in_words(self.terms(), &self.assessment.planned))),
            Planned::Found(_) => None,
        }
    }

    /// The pair of guarantees that is enough where no single one is.
    fn together(&self) -> Option<String> {
        let [one, two] = self.assessment.guarantee_needed.together?;
        let name = |side: Side| &self.terms().side(side).name;
        Some(format!(
            "Guarantees on both sides: {} on {} and {} on {} are enough together.",
            told::worth(one),
            name(Side::One),
            told::worth(two),
            name(Side::Two)
        ))
    }

    /// The guarantee needed on each side, in sentences.
    pub fn guarantee(&self) -> Vec<String> {
        let needed = &self.assessment.guarantee_needed;
        let mut sentences: Vec<String> = Side::BOTH
            .into_iter()
            .map(|side| {
                let (name, other) = (&self.terms().side(side).name, &self.terms().side(side.other()).name);
                match (needed.alone[side.index()], needed.at_least[side.index()]) {
                    (Some(0.0), _) => format!("On {name} no guarantee is needed."),
                    (Some(x), _) => format!(
                        "On {name} a guarantee of {} is enough, and less is not; there is {}.",
                        told::worth(x),
                        told::worth(self.terms().side(side).guarantee)
                    ),
                    (None, Some(0.0)) => {
                        format!("On {name} no guarantee is enough alone: what is missing is missing on {other}.")
                    }
                    (None, Some(x)) => format!(
                        "On {name} no guarantee is enough alone; less than {} never is, however strongly {other} is bound.",
                        told::worth(x)
                    ),
                    (None, None) => {
                        format!("On {name} no guarantee is enough, however strongly {other} is bound.")
                    }
                }
            })
            .collect();
        sentences.extend(self.together());
        sentences
    }

    /// The longest pledge, in sentences.
    pub fn pledge(&self) -> Vec<String> {
        let all = match self.assessment.longest_pledge {
            LongestPledge::None => {
                "Without more guarantee not even a pledge of no days holds itself.".to_owned()
            }
            pledge => format!("The guarantees that there are carry a pledge of {}.", length(pledge)),
        };
        let each = Side::BOTH.map(|side| {
            let name = &self.terms().side(side).name;
            match self.assessment.longest_pledge_of_each[side.index()] {
                LongestPledge::None => format!("{name} to none"),
                pledge => format!("{name} to {}", length(pledge)),
            }
        });
        vec![
            all,
            format!(
                "Each side for itself, the other being bound without limit, could be held to a pledge: {}.",
                words::list(&each)
            ),
        ]
    }

    /// What a unit of guarantee is worth, in sentences.
    pub fn rates(&self) -> Vec<String> {
        let sentence = |rates: &Rates| {
            let terms = self.terms();
            let name = &terms.side(rates.side).name;
            let fewer = rates.people.map(|n| {
                format!(
                    "{} fewer of {} that must be held back on day 0",
                    told::worth(n),
                    self.handed_over_by(rates.side.other())
                )
            });
            let pledge = rates.days.map(|n| format!("{} of pledge", days(n)));
            let worth: Vec<String> = fewer.into_iter().chain(pledge).collect();
            if worth.is_empty() {
                return None;
            }
            let person = rates
                .days_per_person
                .map(|n| format!("; each one more of these still to come carries {}", days(n)))
                .unwrap_or_default();
            Some(format!("On {name}, one unit more of guarantee is worth {}{person}.", words::one_of(&worth)))
        };
        self.assessment.rates.iter().filter_map(sentence).collect()
    }

    /// What a side hands over: `“prisoners”`, `“people held” and “papers”`.
    fn handed_over_by(&self, side: Side) -> String {
        // What goes over only under an extension is not held back for the pledge.
        let terms = self.terms().pledged();
        let lots = terms.lots_of(side).filter_map(|lot| terms.lots.get(lot)).filter(|lot| lot.count > 0);
        words::list(&lots.map(|lot| words::named(&lot.name)).collect::<Vec<_>>())
    }

    /// What the last handovers take, in sentences.
    pub fn trust(&self) -> Vec<String> {
        self.assessment.last_handovers.iter().map(|last| self.last(last)).collect()
    }

    fn last(&self, last: &LastHandover) -> String {
        let terms = self.terms();
        let listed = |list: &[(usize, u32)]| {
            let mut counts = vec![0; terms.lots.len()];
            for (lot, n) in list {
                counts[*lot] += n;
            }
            told::still_to_come(terms, &counts)
        };
        let name = &terms.side(last.side).name;
        let what = format!(
            "The last handover of {name} (day {}: {}, with {} still to come in return)",
            told::day(last.day),
            listed(&last.give),
            listed(&last.to_come)
        );
        match last.trust {
            Trust::NotNeeded => {
                format!("{what} takes no trust: it would be made even if fighting were sure to follow.")
            }
            Trust::AtLeast(q) => format!(
                "{what} takes the belief that calm will hold afterwards with a probability of at least {}.",
                words::percent(q)
            ),
            Trust::NeverEnough => format!("{what}: no trust in calm afterwards is enough."),
        }
    }

    /// How far "more days for more handed over" carries; empty without such a rule.
    pub fn extension(&self) -> Vec<String> {
        let (Some(course), Some(rule)) = (&self.assessment.extension, &self.terms().extension) else {
            return Vec::new();
        };
        let name = |side: Side| &self.terms().side(side).name;
        let why = match course.because {
            ExtensionEnd::TooFewLeft { left } => {
                format!("what is left then of those it names, {left}, is fewer than one extension takes")
            }
            ExtensionEnd::NothingInReturn => "then fewer are left than go in return".to_owned(),
            ExtensionEnd::WouldNotGain { side, short_by } => {
                let one = if course.tranches.is_empty() { "one" } else { "another" };
                format!("{} would not agree to {one}, which would cost {}", name(side), told::worth(short_by))
            }
            ExtensionEnd::Limit => "then no more days may be added".to_owned(),
        };
        let carries = match course.tranches.len() {
            0 => "carries no extension".to_owned(),
            n => format!(
                "carries {}, to day {}",
                words::plural(n as u128, "extension", "extensions"),
                told::day(course.ends_on_day)
            ),
        };
        vec![format!("The rule “{} more for every {}” {carries}; {why}.", days(rule.days), rule.for_every)]
    }

    /// Finer steps, in a sentence; empty where nobody would gain by stopping even a single round.
    pub fn finer_steps(&self) -> Option<String> {
        let most = self.by_rounds.first().filter(|(_, gain)| *gain > 0.0)?;
        let parts: Vec<String> =
            self.by_rounds.iter().map(|(n, gain)| format!("{} with {n}", told::worth(*gain))).collect();
        let lead = if most.0 == 1 {
            "All at once or in equal rounds over the pledge"
        } else {
            "In equal rounds over the pledge"
        };
        Some(format!("{lead}, the most that a side could gain by stopping is {}.", parts.join(", ")))
    }

    /// The schedules that were proposed, each with its verdict.
    pub fn accounts_of_proposed(&self) -> Vec<ProposedAccount> {
        let each = self.assessment.proposed.iter().zip(&self.proposed);
        each.map(|(proposed, over)| {
            let needs: Vec<String> = Side::BOTH
                .into_iter()
                .filter_map(|side| {
                    let name = &self.terms().side(side).name;
                    match proposed.guarantee[side.index()] {
                        Some(0.0) => None,
                        Some(x) => {
                            let there = told::worth(self.terms().side(side).guarantee);
                            Some(format!("{} on {name} (there is {there})", told::worth(x)))
                        }
                        None => Some(format!("more than any on {name}")),
                    }
                })
                .collect();
            let mut sentences = vec![proposed.words.clone()];
            sentences.push(if needs.is_empty() {
                "It takes no guarantee.".to_owned()
            } else {
                format!("It takes a guarantee of {}.", words::list(&needs))
            });
            sentences.push(format!("Over the draws it holds itself in {}.", words::share(over.holds)));
            sentences.extend(self.failures_of(&over.fails_at));
            ProposedAccount {
                name: proposed.schedule.name.clone(),
                sentences,
                rows: steps::rows(self.terms(), &proposed.schedule, &proposed.verification),
            }
        })
        .collect()
    }

    /// What the observed steps tell, in a sentence; what is left of each range stands beside it.
    pub fn lesson(&self) -> Option<String> {
        Some(match self.learned.as_ref()? {
            Learned::Contradiction(steps) => format!(
                "The steps that were observed cannot all have been taken within the ranges that the case states: {}. \
                 Some range is too narrow, or a step was taken for reasons that the case leaves out.",
                steps.join("; ")
            ),
            Learned::Ranges(ranges) if ranges.iter().any(super::Narrowed::is_narrower) => {
                "What was kept and broken before narrows the ranges that the case states; the draws do not use this yet. \
                 Write what is left into the case if the earlier exchange was like this one."
                    .to_owned()
            }
            Learned::Ranges(_) => {
                "The steps that were observed agree with the ranges that the case states, and narrow none of them.".to_owned()
            }
        })
    }
}

/// A remedy with the day on which everything is handed over under it.
fn in_full(remedy: &Remedy) -> String {
    let day = remedy
        .completes_on_day
        .map(|day| format!(" Everything would be handed over by day {}.", told::day(day)));
    format!("{}{}", remedy.words, day.unwrap_or_default())
}

fn length(pledge: LongestPledge) -> String {
    match pledge {
        LongestPledge::Days(n) => format!("up to {}", days(n)),
        LongestPledge::AtLeast(n) => format!("{} and more", days(n)),
        LongestPledge::NotAbove(n) => {
            format!("no more than {} (how far below that the longest lies was not found)", days(n))
        }
        LongestPledge::None => "none".to_owned(),
    }
}

fn days(n: f64) -> String {
    let text = if n.fract() == 0.0 { told::day(n) } else { told::worth(n) };
    let unit = if text == "1" { "day" } else { "days" };
    format!("{text} {unit}")
}

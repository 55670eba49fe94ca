//! Where things stand: what a mediator reads first.

use super::day::Day;
use detente_model::{Case, Role, SetValue};
use serde::Serialize;

use super::face::{Face, Faces};
use crate::compose::figure_names::of_path;
use crate::compose::sentence::Sentence;
use crate::extract::marks::is_marked;
use crate::words;

/// Title, headline and who is at the table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Head {
    /// The title of the case.
    pub title: String,
    /// The day of the view.
    pub as_of: Day,
    /// How many worlds were drawn and from which seed, where any were.
    pub drawn: Option<(u64, u64)>,
    /// What was set for this look at the case, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set: Option<String>,
    /// What is not here of the files of the case, and which questions have no answer without it, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without: Option<String>,
    /// That it is an extract, and what kinds of things it leaves out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extract: Option<String>,
    /// Where things stand, most important first.
    pub headline: Vec<Sentence>,
    /// Those who must sign; a page names them.
    pub principals: Vec<Face>,
    /// Whether an extract leaves some of them out, so that nobody takes those who are named for all.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub principals_left_out: bool,
    /// Those who are there without having to sign: in which role, and who.
    pub others: Vec<(&'static str, String)>,
    /// What the case is about.
    pub summary: Option<String>,
}

/// What stands beside those who are named, where an extract leaves others out. Who and how many they are it does not say.
pub(crate) const OTHERS_LEFT_OUT: &str = "and others who are left out of this extract";

impl Head {
    pub(super) fn of<S: Into<Sentence>>(case: &Case, drawn: Option<(u64, u64)>, headline: Vec<S>) -> Self {
        Self {
            title: case.title.clone(),
            as_of: Day(case.as_of),
            drawn,
            set: what_was_set(case),
            without: what_is_not_here(case),
            extract: None,
            headline: headline.into_iter().map(Into::into).collect(),
            principals: Vec::new(),
            principals_left_out: false,
            others: Vec::new(),
            summary: None,
        }
    }

    /// The same with all parties by their roles, and what it is about: of a case that has nothing to sign.
    pub(super) fn with_everybody(self, case: &Case) -> Self {
        let head = self.with_parties(case, Faces::none());
        let principals: Vec<&str> = case
            .parties
            .iter()
            .filter(|party| party.role == Role::Principal && !is_marked(&party.name))
            .map(|party| party.name.as_str())
            .collect();
        let mut others = head.others;
        let left_out =
            case.parties.iter().any(|party| party.role == Role::Principal && is_marked(&party.name));
        if !principals.is_empty() {
            let beside = if left_out { format!(", {OTHERS_LEFT_OUT}") } else { String::new() };
            others.insert(0, ("Parties", words::list(&principals) + &beside));
        }
        Self { others, ..head }
    }

    /// The same with everybody at the table, and what it is about.
    pub(super) fn with_parties(self, case: &Case, faces: Faces) -> Self {
        let roles =
            [(Role::Mediator, "Mediating"), (Role::Guarantor, "Guaranteeing"), (Role::Other, "Also there")];
        let others = roles.into_iter().filter_map(|(role, word)| {
            let of_role = case.parties.iter().filter(|party| party.role == role && !is_marked(&party.name));
            let names: Vec<&str> = of_role.map(|party| party.name.as_str()).collect();
            (!names.is_empty()).then(|| (word, words::list(&names)))
        });
        Self { principals: faces.faces, others: others.collect(), summary: case.summary.clone(), ..self }
    }
}

/// Which files are not here, and what cannot be said without them.
fn what_is_not_here(case: &Case) -> Option<String> {
    let absence = case.absent.as_ref()?;
    let files: Vec<String> = absence.files.iter().map(|file| format!("`{file}`")).collect();
    let told = format!(
        "Said without {}, which {} not here",
        words::list(&files),
        if files.len() == 1 { "is" } else { "are" }
    );
    Some(match absence.falls_away.as_slice() {
        [] => format!("{told}."),
        questions => format!("{told}: there is no answer to {}.", words::list(questions)),
    })
}

/// What was set, each with what the file says: `what no deal is worth to Port: 0.4 (instead of [0.3, 0.5])`. What is no figure goes by its path.
pub(super) fn what_was_set(case: &Case) -> Option<String> {
    let name = |path: &str| match case.numbers.at_path(path) {
        Some(_) => of_path(case, path),
        None => format!("`{path}`"),
    };
    let one = |set: &SetValue| match (&set.before, &set.after) {
        (before, Some(after)) => {
            let instead =
                before.as_ref().map_or_else(|| "new".to_owned(), |before| format!("instead of {before}"));
            format!("{}: {after} ({instead})", name(&set.path))
        }
        (Some(before), None) => format!("{} taken out (it was {before})", name(&set.path)),
        (None, None) => format!("{} taken out", name(&set.path)),
    };
    let all: Vec<String> = case.set.iter().map(one).collect();
    (!all.is_empty()).then(|| format!("Set for this look only, and not in the file: {}.", all.join("; ")))
}

//! Objections: `> Name, since 2024-02-07: in these words. [@source#place]`.

use detente_case::report::{Fault, listed, nearest, quoted};
use detente_case::{Code, Span};
use detente_model::{Actor, AudienceId, Citation, PartyId, SourceId, folded_name};

use super::Reader;
use crate::version::Objection;

/// What stands between who objects and since when.
const SINCE: &str = ", since ";

impl Reader<'_> {
    /// The objections in the quoted lines of a clause; a line that begins none goes on with the one before it.
    pub(super) fn objections(&mut self, lines: &[(String, Span)]) -> Vec<Objection> {
        let mut gathered: Vec<(String, Span)> = Vec::new();
        for (said, span) in lines {
            if said.is_empty() {
                continue;
            }
            match gathered.last_mut() {
                Some((before, _)) if !begins(said) => {
                    before.push(' ');
                    before.push_str(said);
                }
                _ => gathered.push((said.clone(), *span)),
            }
        }
        gathered.into_iter().filter_map(|(said, span)| self.objection(&said, span)).collect()
    }

    fn objection(&mut self, said: &str, span: Span) -> Option<Objection> {
        let parted = said.split_once(':').and_then(|(head, words)| {
            let (by, since) = head.split_once(SINCE)?;
            Some((by, since, words))
        });
        let Some((by, since, words)) = parted else {
            let fault =
                Fault::new(Code::Objection, span, "an objection does not say whose it is and since when");
            self.faults.push(
                fault.label("no name and day").help("write `> Name, since 2024-02-07: what they object to`"),
            );
            return None;
        };
        let by_span = Span::new(span.start, span.start + by.len());
        let since_span = Span::new(by_span.end + SINCE.len(), by_span.end + SINCE.len() + since.len());
        let by = self.actor(by.trim_matches(['*', ' ']), by_span);
        let since = self.day(since.trim(), since_span);
        if let Some(day) = since {
            self.not_later(day, since_span);
        }
        let (words, cites) = self.cited(words.trim(), span);
        if words.is_empty() {
            let fault =
                Fault::new(Code::Objection, span, "an objection has no words").label("nothing after `:`");
            self.faults
                .push(fault.help("say what is wrong with the clause: it can only be mended if one knows"));
            return None;
        }
        Some(Objection { by: by?, since: since?, words, cites, line: self.text.line_of(span.start) + 1 })
    }

    fn actor(&mut self, name: &str, span: Span) -> Option<Actor> {
        let case = self.case;
        let parties = case
            .parties
            .iter()
            .enumerate()
            .map(|(i, party)| (Actor::Party(PartyId(i)), &party.id, &party.name));
        let audiences = case
            .audiences
            .iter()
            .enumerate()
            .map(|(i, audience)| (Actor::Audience(AudienceId(i)), &audience.id, &audience.name));
        let actors: Vec<(Actor, &String, &String)> = parties.chain(audiences).collect();
        let folded = folded_name(name);
        let found = actors.iter().find(|(_, id, shown)| *id == name || *shown == name).or_else(|| {
            actors.iter().find(|(_, id, shown)| folded_name(id) == folded || folded_name(shown) == folded)
        });
        if found.is_none() {
            let fault = Fault::new(
                Code::UnknownActor,
                span,
                format!("{} is not a party or an audience of this case", quoted(name)),
            );
            let fault = fault.label("nobody of this name");
            let names = || actors.iter().flat_map(|(_, id, shown)| [id.as_str(), shown.as_str()]);
            self.faults.push(match nearest(name, names()) {
                Some(near) => fault.did_you_mean(near),
                None => fault
                    .help(format!("there are {}", listed(actors.iter().map(|(_, _, shown)| shown.as_str())))),
            });
        }
        found.map(|(actor, _, _)| *actor)
    }

    /// The words without the sources behind them: `[@dispatch#demands; @reply]`.
    fn cited(&mut self, words: &str, span: Span) -> (String, Vec<Citation>) {
        let behind = words
            .strip_suffix(']')
            .and_then(|rest| rest.rfind("[@").map(|open| (&rest[..open], &rest[open + 1..])));
        let Some((words, cited)) = behind else { return (words.to_owned(), Vec::new()) };
        let mut cites = Vec::new();
        for cite in cited.split(';') {
            let cite = cite.trim().trim_start_matches('@');
            let (id, locator) = match cite.split_once('#') {
                Some((id, place)) => (id.trim(), Some(place.trim().to_owned())),
                None => (cite, None),
            };
            if let Some(source) = self.case.sources.iter().position(|source| source.id == id) {
                cites.push(Citation {
                    source: SourceId(source),
                    locator: locator.filter(|place| !place.is_empty()),
                });
            } else {
                let ids: Vec<&str> = self.case.sources.iter().map(|source| source.id.as_str()).collect();
                let fault = Fault::new(
                    Code::UnknownSource,
                    span,
                    format!("{} is not a source of this case", quoted(id)),
                );
                let fault = fault.label("cited here");
                self.faults.push(match nearest(id, ids.iter().copied()) {
                    Some(near) => fault.did_you_mean(near),
                    None => fault.help(format!("its sources are {}", listed(ids))),
                });
            }
        }
        (words.trim_end().to_owned(), cites)
    }
}

/// Whether a line begins an objection: a name and a day before a colon.
fn begins(line: &str) -> bool {
    line.split_once(':').is_some_and(|(head, _)| head.contains(SINCE))
}

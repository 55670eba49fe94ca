//! From the files of one format to the text of a case.

use std::path::{Path, PathBuf};

use detente_case::Code;
use detente_case::report::{Fault, listed, quoted};

use crate::recognise::{Content, Kind};
use crate::scenario::{NoDeal, Profile, Scenario, Topic};
use crate::sound::check_topics;
use crate::{File, Origin, carried, fit, genius, geniusweb, gmcr, negmas, write, write_dispute};

pub(crate) fn conflict(files: &mut [File], contents: &[Content], origin: &Origin<'_>) -> Option<String> {
    if let [_, second, ..] = files {
        second.faults.push(
            Fault::of_file(Code::UnknownFormat, "a conflict is one file").help("name one `.gmcr` file"),
        );
        return None;
    }
    let (Some(file), Some(Content::Data(root, _))) = (files.first_mut(), contents.first()) else {
        return None;
    };
    let dispute = gmcr::read(file, root)?;
    let title = file.stem();
    Some(write_dispute::case_text(&dispute, &title, origin))
}

pub(crate) fn negotiation(
    files: &mut [File],
    contents: &[Content],
    origin: &Origin<'_>,
    folder: Option<&Path>,
) -> Option<String> {
    let domains: Vec<usize> = (0..contents.len()).filter(|i| contents[*i].is_domain()).collect();
    let profiles: Vec<usize> = (0..contents.len()).filter(|i| !contents[*i].is_domain()).collect();
    if let [_, second, ..] = *domains {
        files[second].faults.push(
            Fault::of_file(Code::UnknownFormat, "a second domain")
                .help("name one domain and the profiles on it"),
        );
        return None;
    }
    if profiles.len() < 2 {
        let at = profiles.first().or(domains.first()).copied()?;
        let message = format!(
            "{} given: an agreement takes two at least",
            if profiles.is_empty() { "no profile is" } else { "only one profile is" }
        );
        files[at].faults.push(
            Fault::of_file(Code::TooFewPrincipals, message)
                .help("name the domain and the profile of each party"),
        );
        return None;
    }
    if folder.is_some() && profiles.len() > 2 {
        let names: Vec<String> = profiles.iter().map(|i| origin.names[*i].clone()).collect();
        let at = profiles[0];
        files[at].faults.push(
            Fault::of_file(
                Code::WhichProfiles,
                format!("the folder holds {} profiles: {}", names.len(), listed(names.iter().map(String::as_str))),
            )
            .help("some may be alternatives for one role: name the domain and the profiles of those at the table"),
        );
        return None;
    }
    let (topics, domain) = match domains.first() {
        Some(at) => (topics(&mut files[*at], &contents[*at]), *at),
        None => (carried(files, contents, &profiles)?, profiles[0]),
    };
    check_topics(&mut files[domain], &topics);
    if files[domain].faults.any_error() {
        return None;
    }
    for at in profiles.iter().filter(|at| **at != domain) {
        carried::check(&mut files[*at], &contents[*at], &topics);
    }
    say_twice(files, &profiles);
    let read: Vec<Option<Profile>> =
        profiles.iter().map(|at| profile(&mut files[*at], &contents[*at], &topics, *at)).collect();
    let profiles: Vec<Profile> = read.into_iter().collect::<Option<_>>()?;
    // What is said of a scale is of no use where the profile is not sound.
    if files.iter().any(|file| file.faults.any_error()) {
        return None;
    }
    for profile in &profiles {
        say_scale(files, profile, &topics);
    }
    let scenario = Scenario { title: files[domain].stem(), topics, profiles };
    let text = write::case_text(&scenario, origin);
    if text.is_none() {
        files[domain].faults.push(
            Fault::of_file(Code::TooLarge, "these files make a case of more than 8 MB")
                .help("take a larger step on issues in numbers, or fewer options or rectangles"),
        );
    }
    text
}

/// The issues of a domain that the profiles carry with them.
fn carried(files: &mut [File], contents: &[Content], profiles: &[usize]) -> Option<Vec<Topic>> {
    let first = profiles[0];
    let topics = carried::topics(&mut files[first], &contents[first]);
    if topics.is_none() {
        files[first].faults.push(
            Fault::of_file(Code::NoIssues, "no domain is given, and the profile carries none")
                .help("name the file of the domain first"),
        );
    }
    topics
}

/// Warns of a profile that is given a second time.
fn say_twice(files: &mut [File], profiles: &[usize]) {
    let places: Vec<Option<PathBuf>> =
        profiles.iter().map(|at| std::fs::canonicalize(&files[*at].path).ok()).collect();
    for (i, at) in profiles.iter().enumerate() {
        if places[i].is_some() && places[..i].contains(&places[i]) {
            files[*at].faults.push(
                Fault::of_file(Code::SameProfile, "this profile is given twice: two parties want the same")
                    .help("name the profile of each party, unless that is what you mean"),
            );
        }
    }
}

fn topics(file: &mut File, content: &Content) -> Vec<Topic> {
    match content {
        Content::Xml(xml, _) => {
            let Some(document) = xml.document(&file.text, &mut file.faults) else { return Vec::new() };
            genius::domain(&mut genius::Reader { file, xml }, document.root_element())
        }
        Content::Data(root, Kind::WebDomain) => geniusweb::domain(file, root),
        Content::Data(root, _) => negmas::domain(file, root),
    }
}

fn profile(file: &mut File, content: &Content, topics: &[Topic], at: usize) -> Option<Profile> {
    match content {
        Content::Xml(xml, _) => {
            let document = xml.document(&file.text, &mut file.faults)?;
            genius::profile(&mut genius::Reader { file, xml }, document.root_element(), topics, at)
        }
        Content::Data(root, Kind::WebProfile) => geniusweb::profile(file, root, topics, at),
        Content::Data(root, _) => negmas::profile(file, root, topics, at),
    }
}

/// Warns where figures are no longer those of the file.
fn say_scale(files: &mut [File], profile: &Profile, topics: &[Topic]) {
    let fitted = fit::fit(profile, topics);
    let faults = &mut files[profile.file].faults;
    if let NoDeal::Value(r, span) = profile.no_deal
        && fitted.above
    {
        let worth = if r.is_infinite() { String::from("which is infinite") } else { r.to_string() };
        let message = format!("no package is worth as much to {} as no deal, {worth}", quoted(&profile.name));
        faults.push(Fault::new(Code::Rescaled, span, message).label("above every package").help(
            "so far above, it would flatten all else: a worth just above the best package stands for it",
        ));
    }
    if !fitted.is_rescaled() {
        return;
    }
    let message = format!(
        "utilities are brought to the scale of a case, 0 to 1: less {}, divided by {}",
        fitted.shift, fitted.divisor
    );
    let mut help = String::from(
        "what is acceptable and what is efficient stays the same; sums over parties and their equal gains compare the new scales",
    );
    // A case keeps twelve decimals.
    if fitted.divisor > 1e6 {
        help.push_str(&format!("; differences below {:.0e} are lost in rounding", fitted.divisor * 1e-12));
    }
    faults.push(Fault::of_file(Code::Rescaled, message).help(help));
}

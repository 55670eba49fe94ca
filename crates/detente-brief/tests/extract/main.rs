//! Extracts: nobody left out is named, nothing else is lost, and what an extract gives away is found where algebra says that it is there.

#![allow(clippy::unwrap_used)]

mod said;

use std::collections::BTreeSet;
use std::path::Path;

use detente_brief::answers::ExtractAnswer;
use detente_brief::{
    Extract, ExtractChoice, ExtractError, How, Options, Sitting, SittingError, page, render,
};
use detente_model::{Case, PartyId};

fn parse(text: &str) -> Case {
    detente_case::parse("case.toml", text).unwrap_or_else(|report| panic!("{report:?}")).case
}

/// The cases of this project.
fn cases() -> Vec<(String, Case)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| detente_case::read(path).unwrap().case;
    paths.iter().map(|path| (path.display().to_string(), read(path))).collect()
}

fn sit(case: &Case, draws: u64) -> Sitting {
    Sitting::open(case, Options::drawing(draws, 1))
}

fn without(party: &str) -> ExtractChoice {
    ExtractChoice { annex: true, without_parties: vec![party.to_owned()], ..ExtractChoice::default() }
}

/// A section without what it says of where more stands, which hangs on the other sections.
fn without_elsewhere(section: &page::Section) -> page::Section {
    fn kept(blocks: &[page::Block]) -> Vec<page::Block> {
        let elsewhere = |block: &&page::Block| {
            matches!(&block.content, page::Content::Paragraph { part: page::Part::Elsewhere, .. })
        };
        let within = |block: &page::Block| {
            let content = match &block.content {
                page::Content::Framed(blocks) => page::Content::Framed(kept(blocks)),
                content => content.clone(),
            };
            page::Block { content, ..block.clone() }
        };
        blocks.iter().filter(|block| !elsewhere(block)).map(within).collect()
    }
    page::Section { blocks: kept(&section.blocks), ..section.clone() }
}

/// All that a reader gets, in both forms; the style of the page would bury the rest.
fn handed_over(page: &page::Page) -> String {
    let html = render::html(page);
    let (before, after) = (html.find("<style>").unwrap(), html.find("</style>").unwrap());
    format!("{}{}\n{}", &html[..before], &html[after..], render::terminal(page, 110))
}

/// Whether a name stands where a word begins.
fn names(text: &str, name: &str) -> bool {
    let (text, name) = (text.to_lowercase(), name.to_lowercase());
    // A terminal breaks lines within names.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.match_indices(&name)
        .any(|(at, _)| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric))
}

fn assert_without(page: &page::Page, unsaid: &BTreeSet<String>, what: &str) {
    let text = handed_over(page);
    assert!(!text.contains('\u{FDD0}'), "{what}: a mark is left");
    assert!(text.contains("This is an extract"), "{what} passes for the whole brief");
    for name in unsaid {
        if names(&text, name) {
            let lower = text.to_lowercase();
            let around: Vec<&str> =
                lower.lines().filter(|line| line.contains(&name.to_lowercase())).collect();
            panic!("{what}: `{name}` is named: {around:#?}");
        }
    }
}

/// A party under a name and an id that stand nowhere else, so that finding them means that they were told.
fn renamed(case: &Case, place: usize) -> Case {
    let mut case = case.clone();
    let old = std::mem::replace(&mut case.parties[place].id, "zqparty".to_owned());
    let ids: Vec<_> = case.numbers.iter().map(|(id, _)| id).collect();
    for id in ids {
        let parts = case.numbers[id].path.split('.').map(|part| match part.split_once('[') {
            Some((part, rest)) if part == old => format!("zqparty[{rest}"),
            None if part == old => "zqparty".to_owned(),
            _ => part.to_owned(),
        });
        case.numbers[id].path = parts.collect::<Vec<_>>().join(".");
    }
    case
}

#[test]
fn nobody_left_out_is_named_in_any_case_or_section() {
    for (path, case) in cases() {
        for place in 0..case.parties.len() {
            let name = case.parties[place].name.clone();
            let mut unsaid: BTreeSet<String> = [name.clone(), "zqparty".to_owned()].into();
            unsaid.extend(case.audiences_of(PartyId(place)).map(|id| case.audience(id).name.clone()));
            unsaid.extend(case.parties[place].people.iter().map(|person| person.name.clone()));
            let sitting = sit(&renamed(&case, place), 40);
            let whole = sitting.extract_page(&without(&name)).unwrap();
            assert_without(&whole.page, &unsaid, &format!("{path} without {name}"));
            // Of a mediator there may be nothing but its name at the head.
            let principal = case.principals().any(|id| id == PartyId(place));
            assert!(!principal || whole.left_out > 0, "{path} without {name}");
            let sections = sitting.sections_to_extract();
            // Every section by itself, and every beginning of the list of them: what a section shows does not depend on the others.
            let one_by_one = sections.iter().map(std::slice::from_ref);
            let beginnings = (2..sections.len()).step_by(4).map(|end| &sections[..end]);
            for chosen in one_by_one.chain(beginnings) {
                let choice = ExtractChoice { sections: chosen.to_vec(), ..without(&name) };
                let part = sitting.extract_page(&choice).unwrap().page;
                assert_without(&part, &unsaid, &format!("{path} without {name}, {chosen:?}"));
                let is_chosen = |id: &str| {
                    // The deal space as a terminal draws it is chosen with it.
                    let id = if id == "space-sketch" { "space" } else { id };
                    chosen.iter().any(|chosen| chosen == id)
                };
                let kept = whole.page.sections.iter().filter(|section| is_chosen(section.id));
                let kept: Vec<_> = kept.map(without_elsewhere).collect();
                assert_eq!(part.sections.iter().map(without_elsewhere).collect::<Vec<_>>(), kept);
                assert_eq!(
                    part.head.unwrap().headline.is_empty(),
                    whole.page.head.as_ref().unwrap().headline.is_empty()
                        || !chosen.iter().any(|id| id == "headline")
                );
            }
        }
    }
}

/// With nobody and nothing left out an extract says what the brief says, and that it is an extract.
#[test]
fn an_extract_of_everything_is_the_brief() {
    for (path, case) in cases() {
        let sitting = sit(&case, 60);
        let choice = ExtractChoice { annex: true, ..ExtractChoice::default() };
        let extract = sitting.extract_page(&choice).unwrap();
        let mut brief = page::brief_with_annex(&sitting.brief().unwrap());
        brief.sections.retain(|section| section.id != "rest");
        let mut page = extract.page;
        assert!(page.head.as_mut().unwrap().extract.take().is_some());
        // A section without material leaves no trace in either.
        brief.sections.retain(|section| !section.blocks.is_empty());
        assert_eq!(render::html(&page), render::html(&brief), "{path}");
        assert_eq!(render::terminal(&page, 100), render::terminal(&brief, 100), "{path}");
    }
}

/// A case in which every kind of text names the one who is left out, and whose id is an ordinary word.
const NAMED: &str = include_str!("../cases/named.toml");

#[test]
fn a_name_in_any_text_of_the_case_is_left_out() {
    let case = parse(NAMED);
    let sitting = sit(&case, 60);
    let extract = sitting.extract_page(&without("ruritania")).unwrap();
    let unsaid = ["Ruritania", "ruritania", "Rudolf", "Strelsau", "Hentzau letter", "Guild of Zenda"];
    assert_without(&extract.page, &unsaid.map(str::to_owned).into(), "named");
    let text = handed_over(&extract.page);
    assert!(text.contains("Palace minutes") && text.contains("Graustark"));
    // The whole brief has all of them, or the test would be empty.
    let brief = handed_over(&page::brief_with_annex(&sitting.brief().unwrap())).to_lowercase();
    for name in unsaid {
        assert!(brief.contains(&name.to_lowercase()), "{name}");
    }
}

#[test]
fn sources_and_remarks_are_left_out_on_request() {
    let sitting = sit(&parse(NAMED), 60);
    let text = |choice: &ExtractChoice| handed_over(&sitting.extract_page(choice).unwrap().page);
    let all = ExtractChoice { annex: true, ..ExtractChoice::default() };
    let whole = text(&all);
    assert!(whole.contains("Palace minutes") && whole.contains("Said at dinner."));
    let no_sources = text(&ExtractChoice { sources: false, ..all.clone() });
    assert!(!no_sources.contains("Palace minutes") && !no_sources.contains("Hentzau letter"));
    assert!(!no_sources.contains("class=\"cite\"") && no_sources.contains("Said at dinner."));
    let no_notes = text(&ExtractChoice { notes: false, ..all });
    assert!(no_notes.contains("Palace minutes") && !no_notes.contains("Said at dinner."));
}

#[test]
fn what_is_not_there_is_one_clear_fault() {
    let sitting = sit(&parse(NAMED), 40);
    let fault = |choice: &ExtractChoice| match sitting.extract(choice) {
        Err(SittingError::Extract(error)) => error,
        other => panic!("{other:?}"),
    };
    let party = fault(&without("ruritanja"));
    assert!(matches!(&party, ExtractError::UnknownParty { nearest: Some(near), .. } if near == "ruritania"));
    let choice = ExtractChoice { sections: vec!["leadnig".to_owned()], ..ExtractChoice::default() };
    let section = fault(&choice).to_string();
    assert!(
        section.starts_with("the brief of this case has no section `leadnig`; it has `headline`, "),
        "{section}"
    );
    assert!(section.ends_with(" and `sources`; did you mean `leading`?"), "{section}");
}

/// Ben wants nothing on the table, so that every package is worth 0 to him: the margin is `0 − n`, with `n` what he has without a deal.
fn heirs() -> Case {
    parse(
        "case = 1\ntitle = \"Two heirs\"\nas_of = 2001-01-02\n\
        [parties.ann]\nname = \"Ann\"\nrole = \"principal\"\n[parties.ben]\nname = \"Ben\"\nrole = \"principal\"\n\
        [issues.house]\nname = \"The house\"\noptions = [\"kept\", \"sold\"]\n\
        [positions.ann]\nno_deal = [0.1, 0.3]\n\
        [positions.ann.house]\nvalues = { kept = 1, sold = 0.6 }\n\
        [positions.ben]\nno_deal = [0.2, 0.6]\n",
    )
}

fn extract(case: &Case, choice: &ExtractChoice) -> Extract {
    sit(case, 100).extract(choice).unwrap()
}

fn how(extract: &Extract, path: &str) -> Option<How> {
    let given = extract.account.gives_away.iter().find(|given| given.path == path);
    given.map(|given| given.how)
}

/// The margin names nobody and stays, and it is what Ben has without a deal.
#[test]
fn a_figure_that_a_shown_number_follows_stands_in_the_extract() {
    let choice = ExtractChoice { sections: vec!["obstacles".to_owned()], ..without("ben") };
    let found = extract(&heirs(), &choice);
    assert_eq!(how(&found, "positions.ben.no_deal"), Some(How::Stands), "{:#?}", found.account);
    assert_eq!(how(&found, "positions.ann.no_deal"), None);
    assert_eq!(found.account.gives_away.len(), 1);
    // What gives it away is told to whoever hands the extract over, and not in it.
    let account = render::terminal(&page::extract_account(&found), 100);
    assert!(
        account.contains("What no deal is worth to Ben: it stands in the extract all the same"),
        "{account}"
    );
    assert!(!handed_over(&found.page).contains("gives away") && !names(&handed_over(&found.page), "ben"));
}

/// What an extract tells of somebody who stays in it is no secret.
#[test]
fn what_is_told_openly_is_not_given_away() {
    let choice = ExtractChoice { sections: vec!["wants".to_owned()], ..without("ben") };
    let found = extract(&heirs(), &choice);
    assert!(found.account.stay.contains(&"positions.ann.no_deal".to_owned()), "{:#?}", found.account);
    assert_eq!(how(&found, "positions.ann.no_deal"), None);
    assert_eq!(how(&found, "positions.ben.no_deal"), None);
}

#[test]
fn nothing_shown_gives_nothing_away() {
    let choice = ExtractChoice { sections: vec!["at-home".to_owned()], ..without("ben") };
    let found = extract(&heirs(), &choice);
    assert_eq!(found.account.gives_away, []);
    assert_eq!(found.account.stay, Vec::<String>::new());
    assert_eq!(found.account.kept.len(), heirs().numbers.stated().count());
}

#[test]
fn the_same_extract_is_judged_alike_every_time() {
    let case = parse(NAMED);
    let answer = || serde_json::to_value(ExtractAnswer::of(&extract(&case, &without("ruritania")))).unwrap();
    let first = answer();
    assert_eq!(first, answer());
    let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    assert_eq!(first, pool(1).install(answer));
}

#[test]
fn judging_can_be_cancelled() {
    let sitting = sit(&parse(NAMED), 100);
    sitting.brief().unwrap();
    sitting.progress().cancel();
    assert!(matches!(sitting.extract(&without("ruritania")), Err(SittingError::Cancelled(_))));
}

//! The text in Word: given out, marked up as a delegation would, read back, and taken.

use detente_docx::{Block, Change, Comment, Document, Inline, Paragraph, Run, Style};
use detente_model::Case;
use detente_text::{
    Clause, Mark, MarkIs, MarksError, NotTaken, SingleText, TextVersion, actor_called, marks, taken,
};
use proptest::prelude::*;

const CASE: &str = r#"
case = 1
title = "Harbour dues"
as_of = 2025-03-01
[parties.port]
name = "Port authority"
role = "principal"
people = [{ name = "Ann Berg", role = "head", aliases = ["A. Berg"] }]
[parties.union]
name = "Dockers' union"
role = "principal"
[issues.pay]
name = "Rise in pay"
unit = "per cent"
options = [2, 4, 6]
[positions.port]
no_deal = 0.4
pay = { ideal = 2, worst = 6 }
[positions.union]
no_deal = 0.4
pay = { ideal = 6, worst = 2 }
"#;
const FIRST: &str = "---\ndate: 2025-02-20\nby: the mediator\n---\n# Pay\n## 1 The rise\nWages rise by [two per cent]{pay = 2} / [four per cent]{pay = 4} in May.\n\n\
                     The rise is for all who work in the harbour.\n> Dockers' union, since 2025-02-21: Two is less than prices rose.\n## 2 Peace\nNobody strikes before the year is out.\n\
                     # Last words\nThese terms hold from the day of signing.\n";
const SECOND: &str = "---\ndate: 2025-02-25\nby: the mediator\n---\n# Pay\n## 1 The rise\nWages rise by [three per cent] / [four per cent]{pay = 4} in June.\n## 3 Shifts\nShifts end at six.\n";

fn read() -> (Case, SingleText) {
    let case = detente_case::parse("case.toml", CASE).unwrap().case;
    let reading = detente_text::parse(&[("1", FIRST), ("2", SECOND)], &case)
        .unwrap_or_else(|reports| panic!("{reports:?}"));
    (reading.case, reading.text)
}

/// A document as a delegation hands it back: something is done to the paragraph that holds certain words.
fn marked(bytes: &[u8], holding: &str, does: impl Fn(&mut Paragraph)) -> Vec<u8> {
    let mut document = Document::from_bytes(bytes).unwrap();
    let mut found = 0;
    for block in &mut document.blocks {
        if let Block::Paragraph(paragraph) = block
            && paragraph.as_proposed().contains(holding)
        {
            found += 1;
            does(paragraph);
        }
    }
    assert_eq!(found, 1, "one paragraph holds “{holding}”");
    document.to_bytes().unwrap()
}

/// Changes words inside runs, wherever they lie in comments.
fn rewrite(inlines: &mut Vec<Inline>, old: &str, makes: &dyn Fn(&str) -> Vec<Inline>) -> bool {
    for at in 0..inlines.len() {
        match &mut inlines[at] {
            Inline::Run(run) if run.text.contains(old) => {
                let (before, after) = run.text.split_once(old).unwrap();
                let face = run.face;
                let plain = |text: &str| Inline::Run(Run { text: text.to_owned(), face });
                let new: Vec<Inline> =
                    std::iter::once(plain(before)).chain(makes(old)).chain([plain(after)]).collect();
                inlines.splice(at..=at, new);
                return true;
            }
            _ => {}
        }
        if let Inline::Commented { inlines, .. } = &mut inlines[at]
            && rewrite(inlines, old, makes)
        {
            return true;
        }
    }
    false
}

fn by(who: &str) -> (Change, Change) {
    let on = Some("2025-02-22".to_owned());
    (Change::deleted(who, on.clone()), Change::inserted(who, on))
}

fn replaces(who: &'static str, old: &'static str, new: &'static str) -> impl Fn(&mut Paragraph) {
    move |paragraph| {
        let (out, into) = by(who);
        let makes = |old: &str| {
            let mut made = vec![Inline::Changed { change: out.clone(), runs: vec![Run::plain(old)] }];
            if !new.is_empty() {
                made.push(Inline::Changed { change: into.clone(), runs: vec![Run::plain(new)] });
            }
            made
        };
        assert!(rewrite(&mut paragraph.inlines, old, &makes), "“{old}” stands in {paragraph:?}");
    }
}

#[test]
fn what_is_given_out_and_comes_back_untouched_says_nothing() {
    let (case, text) = read();
    let [first, second] = &text.versions[..] else { panic!("two versions") };
    for bytes in [first.to_docx(&case, None).unwrap(), second.to_docx(&case, Some(first)).unwrap()] {
        let version = if bytes == first.to_docx(&case, None).unwrap() { first } else { second };
        let back = marks(&case, version, &bytes).unwrap();
        assert!(back.list.is_empty() && back.missing.is_empty(), "{back:?}");
        let again = Document::from_bytes(&bytes).unwrap().to_bytes().unwrap();
        assert!(marks(&case, version, &again).unwrap().list.is_empty());
    }
}

#[test]
fn other_words_become_a_wording_beside_those_on_the_table() {
    let (case, text) = read();
    let first = &text.versions[0];
    let given = first.to_docx(&case, None).unwrap();
    let back = marked(&given, "Nobody strikes", replaces("Port authority", "the year", "next year"));
    let back = marked(&back, "Wages rise", replaces("Ann Berg", "four", "three"));
    let back = marked(&back, "These terms", replaces("Dockers' union", " of signing", ""));
    let found = marks(&case, first, &back).unwrap();
    let said: Vec<(Option<&str>, Option<&str>, &MarkIs)> =
        found.list.iter().map(|mark| (mark.clause.as_deref(), mark.by.as_deref(), &mark.is)).collect();
    assert_eq!(said.len(), 3, "{said:?}");
    let made = taken(&case, first, &found.list, None);
    assert!(made.not.is_empty(), "{:?}", made.not);
    let shown: Vec<String> = made.version.clauses().map(Clause::shown).collect();
    assert_eq!(
        shown,
        [
            "Wages rise by [two per cent / four per cent / three per cent] in May.\n\nThe rise is for all who work in the harbour.",
            "Nobody strikes before [the year / next year] is out.",
            "These terms hold from the day [of signing].",
        ]
    );
    // What was taken is a text that can be read again.
    let written = made.version.to_markdown(&case);
    let again = detente_text::parse(&[("1", &written)], &case)
        .unwrap_or_else(|reports| panic!("{reports:?}\n{written}"));
    let again: Vec<String> = again.text.latest().clauses().map(Clause::shown).collect();
    assert_eq!(again, shown);
}

#[test]
fn comments_become_objections_of_those_who_made_them() {
    let (case, text) = read();
    let first = &text.versions[0];
    let given = first.to_docx(&case, None).unwrap();
    let commented = |who: &'static str, says: &'static str| {
        move |paragraph: &mut Paragraph| {
            let comment = Comment {
                by: who.to_owned(),
                on: Some("2025-02-23".to_owned()),
                text: vec![says.to_owned()],
            };
            let inlines = std::mem::take(&mut paragraph.inlines);
            paragraph.inlines.push(Inline::Commented { comment, inlines });
        }
    };
    let back = marked(&given, "Nobody strikes", commented("A. Berg", "A year is too short."));
    let back = marked(&back, "These terms", commented("Somebody", "Which day?"));
    let found = marks(&case, first, &back).unwrap();
    assert_eq!(found.list.len(), 2, "the union's own objection is not told again: {found:?}");
    let made = taken(&case, first, &found.list, None);
    let objections = &made.version.clauses().nth(1).unwrap().objections;
    assert_eq!(
        (case.actor_name(objections[0].by), objections[0].words.as_str()),
        ("Port authority", "A year is too short.")
    );
    assert_eq!(objections[0].since.to_string(), "2025-02-23");
    assert_eq!(made.not.iter().map(|(_, why)| *why).collect::<Vec<_>>(), [NotTaken::NobodyOfThisName]);
    let union = actor_called(&case, "dockers' UNION").unwrap();
    assert!(taken(&case, first, &found.list, Some(union)).not.is_empty());
}

#[test]
fn what_cannot_be_taken_says_why() {
    let (case, text) = read();
    let first = &text.versions[0];
    let given = first.to_docx(&case, None).unwrap();
    // A heading, words across a bracket, a paragraph under a new heading.
    let across = marked(&given, "Wages rise", |paragraph| {
        let (out, _) = by("Port authority");
        let words = paragraph.as_proposed();
        paragraph.inlines = vec![
            Inline::Run(Run::plain(&words[..6])),
            Inline::Changed { change: out, runs: vec![Run::plain(&words[6..20])] },
            Inline::Run(Run::plain(&words[20..])),
        ];
    });
    let mut document = Document::from_bytes(&across).unwrap();
    let (_, into) = by("Port authority");
    for (style, words) in [(Style::Heading(2), "4 Holidays"), (Style::Body, "There are two more.")] {
        let new = Paragraph { change: Some(into.clone()), ..Paragraph::of(style).text(words) };
        document.blocks.push(Block::Paragraph(new));
    }
    let found = marks(&case, first, &document.to_bytes().unwrap()).unwrap();
    let made = taken(&case, first, &found.list, None);
    let why: Vec<NotTaken> = made.not.iter().map(|(_, why)| *why).collect();
    assert_eq!(why, [NotTaken::AcrossBrackets, NotTaken::NoClause, NotTaken::NoClause], "{found:?}");
    assert_eq!(made.version, *first);
}

#[test]
fn words_written_in_without_being_marked_are_found_too() {
    let (case, text) = read();
    let first = &text.versions[0];
    let given = first.to_docx(&case, None).unwrap();
    let back = marked(&given, "Nobody strikes", |paragraph| {
        paragraph.inlines = vec![Inline::Run(Run::plain("Nobody strikes before two years are out."))];
    });
    let found = marks(&case, first, &back).unwrap();
    let [Mark { by: None, is: MarkIs::Words { out, into, .. }, .. }] = &found.list[..] else {
        panic!("{found:?}")
    };
    assert_eq!((out.as_str(), into.as_str()), ("the year is", "two years are"));
    let mut document = Document::from_bytes(&given).unwrap();
    document.blocks.retain(|block| !matches!(block, Block::Paragraph(paragraph) if paragraph.as_proposed().contains("Peace") || paragraph.as_proposed().contains("Nobody")));
    let found = marks(&case, first, &document.to_bytes().unwrap()).unwrap();
    assert_eq!(found.missing, [first.clauses().nth(1).unwrap().id.clone()]);
}

#[test]
fn a_file_that_is_something_else_is_refused() {
    let (case, text) = read();
    let other = Document::titled("A letter").to_bytes().unwrap();
    assert!(matches!(marks(&case, &text.versions[0], &other), Err(MarksError::NotOfThis { .. })));
    assert!(matches!(marks(&case, &text.versions[0], b"words"), Err(MarksError::NoDocument(_))));
}

proptest! {
    /// Whatever stretch of a clause's words somebody strikes or writes over, it is told once, in their name, and what is taken reads back.
    #[test]
    fn any_marked_stretch_is_told_and_taken(clause in 0_usize..3, from in 0_usize..60, length in 0_usize..30, new in "[a-z]{0,8}") {
        let (case, text) = read();
        let version: &TextVersion = &text.versions[0];
        let holding = ["Wages rise", "Nobody strikes", "These terms"][clause];
        let given = version.to_docx(&case, None).unwrap();
        let back = marked(&given, holding, |paragraph| {
            let (out, into) = by("Port authority");
            let words: Vec<char> = paragraph.as_proposed().chars().collect();
            let (from, to) = (from.min(words.len()), (from + length).min(words.len()));
            let run = |part: &[char]| Inline::Run(Run::plain(part.iter().collect::<String>()));
            paragraph.inlines = vec![
                run(&words[..from]),
                Inline::Changed { change: out, runs: vec![Run::plain(words[from..to].iter().collect::<String>())] },
                Inline::Changed { change: into, runs: vec![Run::plain(new.as_str())] },
                run(&words[to..]),
            ];
        });
        let found = marks(&case, version, &back).unwrap();
        prop_assert!(found.list.len() <= 1, "{:?}", found);
        prop_assert!(found.list.iter().all(|mark| mark.by.as_deref() == Some("Port authority")));
        let made = taken(&case, version, &found.list, None);
        prop_assert!(made.not.iter().all(|(_, why)| *why == NotTaken::AcrossBrackets));
        let written = made.version.to_markdown(&case);
        let again = detente_text::parse(&[("1", &written)], &case);
        prop_assert!(again.is_ok(), "{:?}\n{}", again, written);
        let plain = |version: &TextVersion| version.clauses().map(|clause| clause.shown().split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>();
        prop_assert_eq!(plain(again.unwrap().text.latest()), plain(&made.version));
    }
}

//! What is wrong with a text, and where, and what to do about it.

use detente_case::Code;
use detente_text::parse;

use crate::sound::case;

/// Line, code, message, help of everything that is wrong with a text.
fn faults(text: &str) -> Vec<(usize, Code, String, String)> {
    let reports = match parse(&[("1", text)], &case()) {
        Ok(reading) => reading.reports,
        Err(reports) => reports,
    };
    reports
        .iter()
        .flat_map(detente_case::Report::faults)
        .map(|fault| {
            (
                fault.line.unwrap_or(0),
                fault.code,
                fault.message.clone(),
                fault.help.clone().unwrap_or_default(),
            )
        })
        .collect()
}

const HEADER: &str = "---\ndate: 2025-02-20\nby: the mediator\n---\n";

/// That a text below a sound header has one fault, on this line counted from the header, of this kind, told in these words.
fn one(body: &str, line: usize, code: Code, message: &str, help: &str) {
    let found = faults(&format!("{HEADER}{body}"));
    assert_eq!(found.len(), 1, "{found:?}");
    let (at, kind, said, hint) = &found[0];
    assert_eq!((*at, *kind, said.as_str()), (line, code, message));
    assert!(hint.contains(help), "{hint}");
}

#[test]
fn headers() {
    let told = |text: &str| {
        faults(text).into_iter().map(|(line, code, message, _)| (line, code, message)).collect::<Vec<_>>()
    };
    let fault = |line, code, message: &str| (line, code, message.to_owned());
    assert_eq!(told(""), [fault(0, Code::EmptyFile, "the file is empty")]);
    assert_eq!(told("# A\nWords.\n"), [fault(1, Code::TextShape, "the file does not begin with a header")]);
    assert_eq!(
        told("---\ndate: 2025-02-01\nby: us\n# A\nWords.\n"),
        [fault(1, Code::TextShape, "the header is not closed")]
    );
    assert_eq!(
        told("---\ndat: 2025-02-01\nby: us\n---\n# A\nWords.\n"),
        [
            fault(1, Code::MissingKey, "the header has no `date`"),
            fault(2, Code::UnknownKey, "`dat` is not a key of the header")
        ]
    );
    assert_eq!(told("---\ndate: 1 March\nby: us\n---\n"), [fault(2, Code::WrongType, "`1 March` is no day")]);
    assert_eq!(
        told("---\ndate: 2025-04-01\nby: us\n---\n"),
        [fault(2, Code::AfterAsOf, "2025-04-01 is later than 2025-03-01, the day of the case")]
    );
    assert_eq!(
        told("---\ndate: 2025-02-01\nby:\nby: us\n---\n"),
        [
            fault(3, Code::Blank, "`by` is blank"),
            fault(4, Code::DuplicateKey, "the key `by` is written twice")
        ]
    );
    assert_eq!(
        told("---\ndate: 2025-02-01\nby: us\nnobody\n---\n"),
        [fault(4, Code::TextShape, "a line of the header has no `:`")]
    );
}

#[test]
fn headings() {
    one("Words.\n\nMore.\n", 5, Code::TextShape, "these words stand under no heading", "# Preamble");
    one("# A\n## B\n### C\n", 7, Code::TextShape, "a heading goes too deep", "`##` a clause");
    one("# A\n## 1 B\nWords.\n## 2 B\nWords.\n", 8, Code::SameId, "two clauses are known as `b`", "{#id}");
    one(
        "# A {pay = 2}\n## 1 B\nWords.\n",
        5,
        Code::TextShape,
        "the heading of an article ties words that are not there",
        "clause that words it",
    );
    one("# A\n## \nWords.\n", 6, Code::TextShape, "a heading says nothing", "number or a title");
    one("# A\nWords. <!-- and\n", 6, Code::TextShape, "this comment is not closed", "-->");
}

#[test]
fn brackets() {
    one("# A\nfor [six weeks\n", 6, Code::Bracket, "this bracket is not closed", "put `]`");
    one("# A\nfor six weeks]\n", 6, Code::Bracket, "this bracket was never opened", "\\]");
    one(
        "# A\nfor [six [or seven] weeks\n",
        6,
        Code::Bracket,
        "a bracket stands inside another",
        "close the outer one",
    );
    one("# A\nfor [two]{pay = 2\n", 6, Code::Bracket, "these braces are not closed", "\\{");
    one(
        "# A\nfor ~~[two]{pay = 2} / [four]{pay = 4}\n",
        6,
        Code::Bracket,
        "what is struck out has no end",
        "~~",
    );
    one(
        "# A\nfor [two]{pay = 2} per cent\n",
        6,
        Code::LoneBracket,
        "this bracket has one wording, so that it is open whether it stands at all",
        "{pay = 2}",
    );
    one("# A\nfor [two]{#x} / [four]{pay = 4}\n", 6, Code::Bracket, "a wording has no id", "heading");
    // What is no bracket.
    assert_eq!(faults(&format!("{HEADER}# A\nas \\[sic\\] in [the minutes](minutes.html) \\{{x\\}}\n")), []);
}

#[test]
fn ties() {
    one("# A {pya = 2}\nWords.\n", 5, Code::UnknownIssue, "`pya` is not an issue of this case", "`pay`");
    one(
        "# A {pay = 3}\nWords.\n",
        5,
        Code::UnknownOption,
        "`3` is not an option of `pay`",
        "`2`, `4` and `6`",
    );
    one(
        "# A {shifts = eight hour}\nWords.\n",
        5,
        Code::UnknownOption,
        "`eight hour` is not an option of `shifts`",
        "did you mean `eight hours`?",
    );
    one(
        "# A {fund = 200}\nWords.\n",
        5,
        Code::UnknownOption,
        "`200` is not an option of `fund`",
        "from 0 to 100",
    );
    one("# A {pay = 2, pay = 4}\nWords.\n", 5, Code::Bracket, "`pay` is named twice here", " | ");
    one(
        "# A {pay = 2}\nWords.\n# B\n## Other {pay = 4}\nWords.\n",
        8,
        Code::NothingAllowed,
        "no package meets this text",
        "`pay`",
    );
    // By name, with units, in quotes and in other letters.
    assert_eq!(
        faults(&format!(
            "{HEADER}# A {{Rise in pay = 2 per cent | \"4\", Shifts = Eight hours, fund = 40}}\nWords.\n"
        )),
        []
    );
}

#[test]
fn objections() {
    one(
        "# A\nWords.\n> We do not like it.\n",
        7,
        Code::Objection,
        "an objection does not say whose it is and since when",
        "since 2024-02-07",
    );
    one(
        "# A\nWords.\n> Unoin, since 2025-02-01: No.\n",
        7,
        Code::UnknownActor,
        "`Unoin` is not a party or an audience of this case",
        "did you mean `union`?",
    );
    one(
        "# A\nWords.\n> union, since last week: No.\n",
        7,
        Code::WrongType,
        "`last week` is no day",
        "2024-02-07",
    );
    one(
        "# A\nWords.\n> union, since 2025-04-01: No.\n",
        7,
        Code::AfterAsOf,
        "2025-04-01 is later than 2025-03-01, the day of the case",
        "as_of",
    );
    one(
        "# A\nWords.\n> union, since 2025-02-01:\n",
        7,
        Code::Objection,
        "an objection has no words",
        "say what is wrong",
    );
    one(
        "# A\nWords.\n> union, since 2025-02-01: No. [@minuts]\n",
        7,
        Code::UnknownSource,
        "`minuts` is not a source of this case",
        "did you mean `minutes`?",
    );
}

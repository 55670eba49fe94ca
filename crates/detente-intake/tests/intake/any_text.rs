//! Intake takes any text: it works or says why not, never panics, invents nothing and says the same twice.

use detente_intake::Error;
use detente_intake::report::{MOST_BYTES, ReportDrafts, read_report};
use detente_model::Case;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const DAY: Date = date(2024, 2, 14);

fn read(text: &str) -> Result<ReportDrafts, Error> {
    read_report(text, &Case::default(), DAY)
}

/// Every draft and date holds the words of its stretch, and a speaker stands where the draft says.
fn holds(text: &str, found: &ReportDrafts) {
    let chars: Vec<char> = text.chars().collect();
    let at = |(from, to): (usize, usize)| chars[from..to].iter().collect::<String>();
    for draft in &found.drafts {
        let stretches: Vec<String> = draft.stretches.iter().map(|s| at(*s)).collect();
        assert_eq!(draft.text, stretches.join(" "));
        assert_eq!(Some(draft.span.0), draft.stretches.first().map(|s| s.0));
        assert_eq!(Some(draft.span.1), draft.stretches.last().map(|s| s.1));
        if let Some(by) = &draft.by {
            assert!(by.name.split_whitespace().all(|word| at(by.span).contains(word)), "{by:?}");
        }
    }
    for date in &found.dates {
        assert!(date.first <= date.last && !at(date.span).is_empty());
    }
    let mut ids: Vec<String> = found.drafts.iter().map(|d| d.id("report")).collect();
    ids.sort();
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all, "ids are unique");
}

const PIECES: &[&str] = &[
    "The envoy said ",
    "that ",
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "we will not go",
    ", ",
    ". ",
    "\n\n",
    "he added",
    "according to ",
    "Gen. Alpha ",
    "1,500 ",
    "about ",
    "between 3 and ",
    "two hostages ",
    "on Tuesday ",
    "Feb 29 ",
    "2024-02-31 ",
    "last ",
    "week ",
    "<p>",
    "</p>",
    "&quot;",
    "<",
    "and ",
    "but refuses ",
    "wants ",
    "ruled out ",
    "arrived in ",
    "killed ",
    "twenty-",
    "million ",
    "%",
    "שלום ",
    "سلام ",
    "\u{0}",
    "\u{202e}",
    "é",
    "'s ",
    ";",
    ":",
    "(",
    "—",
    "of the ",
    "one ",
    "99999999999999999999 ",
    "May ",
    "31 ",
    "9999 ",
    "in ",
    "a dozen ",
    "ago ",
    "5000 ",
    "years ",
    "next Sunday ",
    "who ",
    "The ",
    "U.S. ",
    "not ",
    "never ",
    "neither ",
    "nor ",
    "if ",
    "unless ",
    "No ",
    "who ",
    "and the front ",
    "she ",
    "ENVOY: ",
    "is demanding ",
    "yet to ",
    "Should ",
    "...",
    "!?",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_mixture_of_pieces_is_read(pieces in proptest::collection::vec(0..PIECES.len(), 0..60)) {
        let text: String = pieces.iter().map(|i| PIECES[*i]).collect();
        if let Ok(found) = read(&text) {
            holds(&text, &found);
            prop_assert_eq!(&found, &read(&text).unwrap());
        }
    }

    #[test]
    fn any_characters_are_read(text in any::<String>()) {
        if let Ok(found) = read(&text) {
            holds(&text, &found);
        }
    }

    /// Whatever day a report has, the days that it names can be resolved or are left alone.
    #[test]
    fn any_day_of_report_serves(year in -9998i16..9999, month in 1i8..=12, day in 1i8..=28) {
        let text = "They met last year, two months ago, last week, on Feb. 29, on 3 May, next Sunday, tomorrow, last October \
                    and 5000 years ago. They will meet on 3 May and next month.";
        let reported = date(year, month, day);
        for found in read_report(text, &Case::default(), reported).unwrap().dates {
            prop_assert!(found.first <= found.last);
        }
    }
}

#[test]
fn other_scripts_and_binaries_are_refused_by_name() {
    assert_eq!(read("قال الوسطاء إن المحادثات تتقدم ببطء."), Err(Error::NotEnglish { percent: 0 }));
    assert_eq!(read("המתווכים אומרים שהשיחות מתקדמות לאט."), Err(Error::NotEnglish { percent: 0 }));
    assert_eq!(read(""), Err(Error::Empty));
    assert!(matches!(read(&"\u{1}\u{2}a".repeat(50)), Err(Error::Binary { .. })));
    assert!(matches!(read(&"a ".repeat(MOST_BYTES)), Err(Error::TooLong { .. })));
}

#[test]
fn names_in_other_scripts_and_markup_do_not_move_the_stretches() {
    let text = "<html><body><p>The envoy (المبعوث) said that the talks had failed.</p>\n<p>&ldquo;We tried,&rdquo; she added.</p></body></html>";
    let found = read(text).unwrap();
    holds(text, &found);
    let texts: Vec<&str> = found.drafts.iter().map(|d| d.text.as_str()).collect();
    assert_eq!(texts, ["the talks had failed", "We tried"]);
    assert!(found.drafts.iter().all(|d| d.by.as_ref().unwrap().name == "envoy"));
}

#[test]
fn a_report_that_breaks_off_takes_nothing_from_the_next_paragraph() {
    for text in ["The envoy said that\n\n, and so on.", "The envoy said that\n\n: 30 prisoners were freed."] {
        let found = read(text).unwrap();
        assert!(found.drafts.iter().all(|draft| draft.by.is_none()), "{found:?}");
    }
}

#[test]
fn one_endless_line_is_cut_and_said_so() {
    let found = read(&"the envoy said that 30 prisoners were freed and ".repeat(2_000)).unwrap();
    assert!(found.cut_sentences > 50 && !found.drafts.is_empty());
}

/// Long texts, as a newspaper would have them, in one word and in markup that never closes. Work that grows faster than the
/// text would not come to an end here. (Ten megabytes of the first take some two seconds of one core in this profile.)
#[test]
fn long_texts_are_read() {
    let article =
        "The envoy said on Monday that 1,500 prisoners would be freed. “We are close,” she added.\n\n";
    let times = 1_000_000 / article.len();
    let found = read(&article.repeat(times)).unwrap();
    assert_eq!(found.drafts.len(), 3 * times);
    assert!(read(&"a".repeat(10_000_000)).unwrap().drafts.is_empty());
    assert!(read(&"7".repeat(1_000_000).replace("7777", "7 a ")).unwrap().drafts.is_empty());
    let unclosed = "“<p <!-- &amp; ".repeat(100_000) + "text";
    assert!(read(&unclosed).is_ok());
}

/// Pieces that each could make a reader look ahead or back, a megabyte of each.
#[test]
fn long_rows_of_one_piece_are_read() {
    let pieces = [
        "a’",
        "a'a",
        "a@",
        "a://",
        "a@b ",
        "1,111",
        "1,1",
        "1.",
        "1.1",
        ".",
        "’",
        "-a",
        "e\u{301}",
        "said ",
        "that ",
        "and ",
        "the ",
        "to ",
        "his ",
        "minister ",
        "said, ",
        "“",
        "“a” said ",
        "one of the ",
        "ceasefire-",
        "who said ",
        "Alpha, ",
        "Mr. ",
        "U.S.",
        "if ",
        "if a, ",
        "not ",
        "nor ",
        "neither ",
        "and said ",
        "he said. ",
        "General ",
        "A:\n\n",
        "ENVOY: a\n\n",
        ", he said, ",
        "1990s",
    ];
    for piece in pieces {
        let text = piece.repeat(1_000_000 / piece.len());
        if let Ok(found) = read(&text) {
            assert!(found.sentences > 0, "{piece}");
        }
    }
}

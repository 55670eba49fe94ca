//! Precision and recall of intake on annotated reports; see `reports/README.md`.
//!
//! A statement is found when a draft covers it: the characters in common are at least half of all characters in either. Its
//! speaker is right when the names are equal but for case, article and what narrows them at the end. A quantity is right when value and counted noun are
//! equal and the draft stands where the annotation does; a date when both ends are and the places overlap. Each draft and
//! each annotation is used once.
//!
//! Two more things are scored. *Named*: of the drafts of statements that name a speaker, how many name the one whose words they are, be
//! they a few too many or too few; a draft that leaves open who spoke names nobody. *Polarity*: what the report denies, hangs on a condition or does not say must not be
//! affirmed by any draft, and what it affirms must not be denied.

use std::path::Path;

use detente_intake::report::{Draft, DraftKind, ReportDrafts, read_report};
use detente_model::{Case, Party, Person, Role, Uncertain};
use jiff::civil::Date;

/// A report with what a careful reader finds in it.
struct Annotated {
    name: String,
    reported: Date,
    case: Case,
    text: String,
    said: Vec<Saying>,
    /// What nobody says: a question, or what is said under a condition.
    unsaid: Vec<(usize, usize)>,
    acts: Vec<Deed>,
    /// What is not done.
    undone: Vec<(usize, usize)>,
    counts: Vec<(Uncertain, String, (usize, usize))>,
    dates: Vec<(Date, Date, (usize, usize))>,
}

/// A statement with its speaker, `None` where it is nobody's or the text leaves open whose.
struct Saying {
    speaker: Option<String>,
    span: (usize, usize),
    sense: Sense,
}

/// How the report means a statement.
enum Sense {
    Affirmed,
    Denied,
    /// On a condition, which the draft must name.
    If(String),
}

/// An act: who did it, when, and on whose word the report has it.
struct Deed {
    actors: Vec<String>,
    span: (usize, usize),
    day: Option<Date>,
    told_by: Option<String>,
}

/// Found, annotated and drafted, for one sort of thing.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Tally {
    right: usize,
    annotated: usize,
    drafted: usize,
}

impl Tally {
    fn recall(self) -> f64 {
        self.right as f64 / self.annotated.max(1) as f64
    }

    fn precision(self) -> f64 {
        self.right as f64 / self.drafted.max(1) as f64
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.annotated += other.annotated;
        self.drafted += other.drafted;
    }
}

/// Statements, statements with the right speaker, quantities, dates; named speakers, polarity, acts.
type Scores = [Tally; 7];

fn read(path: &Path) -> Annotated {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let whole = std::fs::read_to_string(path).unwrap();
    let (head, rest) = whole.split_once("\n====\n").unwrap_or_else(|| panic!("{name}: no head"));
    let (text, notes) = rest.split_once("\n----\n").unwrap_or_else(|| panic!("{name}: no annotation"));
    let mut case = Case::default();
    let mut reported = None;
    for line in head.lines() {
        let (what, value) = line.split_once(' ').unwrap();
        match what {
            "reported" => reported = value.parse().ok(),
            "party" => {
                let (id, party) = value.split_once(" = ").unwrap();
                case.parties.push(Party {
                    id: id.to_owned(),
                    name: party.to_owned(),
                    role: Role::Principal,
                    people: Vec::new(),
                    quota: None,
                    quota_when: None,
                    place: None,
                });
            }
            "person" => {
                let (id, person) = value.split_once(" = ").unwrap();
                let party = case.parties.iter_mut().find(|p| p.id == id).unwrap();
                party.people.push(Person { name: person.to_owned(), role: None, aliases: Vec::new() });
            }
            other => panic!("{name}: {other}"),
        }
    }
    let mut from = 0;
    let mut at = |words: &str| {
        // Annotations stand in the order of the text within their sort; one that does not starts over.
        let byte = text[from..].find(words).map(|b| b + from).or_else(|| text.find(words));
        let byte = byte.unwrap_or_else(|| panic!("{name}: `{words}` is not in the text"));
        from = byte;
        let start = text[..byte].chars().count();
        (start, start + words.chars().count())
    };
    let mut stretch = |words: &str| match words.split_once(" … ") {
        Some((first, last)) => (at(first).0, at(last).1),
        None => at(words),
    };
    let (mut said, mut counts, mut dates) = (Vec::new(), Vec::new(), Vec::new());
    let (mut unsaid, mut acts, mut undone) = (Vec::new(), Vec::new(), Vec::new());
    let named = |who: &str| (who != "-").then(|| who.to_owned());
    for note in notes.lines().filter(|l| !l.trim().is_empty()) {
        let parts: Vec<&str> = note.split(" | ").collect();
        match parts[..] {
            ["said", speaker, words] => {
                said.push(Saying { speaker: named(speaker), span: stretch(words), sense: Sense::Affirmed });
            }
            ["denied", speaker, words] => {
                said.push(Saying { speaker: named(speaker), span: stretch(words), sense: Sense::Denied });
            }
            ["if", speaker, words, condition] => {
                let sense = Sense::If(condition.to_owned());
                said.push(Saying { speaker: named(speaker), span: stretch(words), sense });
            }
            ["who", _, words] => {
                said.push(Saying { speaker: None, span: stretch(words), sense: Sense::Affirmed });
            }
            ["unsaid", words] => unsaid.push(stretch(words)),
            ["undone", words] => undone.push(stretch(words)),
            ["act", actors, words, ref rest @ ..] => {
                let actors =
                    if actors == "-" { Vec::new() } else { actors.split(" + ").map(str::to_owned).collect() };
                let field = |k: usize| rest.get(k).filter(|x| **x != "-");
                let (day, told_by) =
                    (field(0).map(|d| d.parse().unwrap()), field(1).map(ToString::to_string));
                acts.push(Deed { actors, span: stretch(words), day, told_by });
            }
            ["count", value, noun, words] => {
                let value = match value.split_once("..") {
                    Some((low, high)) => {
                        Uncertain::uniform(low.parse().unwrap(), high.parse().unwrap()).unwrap()
                    }
                    None => Uncertain::Known(value.parse().unwrap()),
                };
                counts.push((value, noun.to_owned(), stretch(words)));
            }
            ["date", first, last, words] => {
                dates.push((first.parse().unwrap(), last.parse().unwrap(), stretch(words)));
            }
            _ => panic!("{name}: {note}"),
        }
    }
    let text = text.to_owned();
    Annotated { reported: reported.unwrap(), name, case, text, said, unsaid, acts, undone, counts, dates }
}

fn overlap(a: (usize, usize), b: (usize, usize)) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

/// Shared characters over all characters of both.
fn likeness(a: (usize, usize), b: (usize, usize)) -> f64 {
    let both = overlap(a, b);
    both as f64 / (a.1 - a.0 + b.1 - b.0 - both) as f64
}

/// Equal but for case and article, or one is the other without what narrows it (`farmer`, `farmer at the edge of the marsh`).
fn same_name(a: &str, b: &str) -> bool {
    let plain = |s: &str| {
        let s = s.to_lowercase();
        ["the ", "a ", "an ", "his ", "her ", "its ", "their "]
            .iter()
            .find_map(|article| s.strip_prefix(article))
            .unwrap_or(&s)
            .to_owned()
    };
    let (a, b) = (plain(a), plain(b));
    let narrows = |long: &str, short: &str| !short.is_empty() && long.starts_with(&format!("{short} "));
    a == b || narrows(&a, &b) || narrows(&b, &a)
}

/// Whether it is one of several ways in which the text names the same person, parted by ` / `.
fn one_of(name: &str, ways: &str) -> bool {
    ways.split(" / ").any(|way| same_name(name, way))
}

fn score(report: &Annotated, found: &ReportDrafts, misses: &mut Vec<String>) -> Scores {
    let statements: Vec<&Draft> =
        found.drafts.iter().filter(|d| matches!(d.kind, DraftKind::Statement { .. })).collect();
    let mut used = vec![false; statements.len()];
    let (mut right, mut spoken) = (0, 0);
    for Saying { speaker, span, sense } in &report.said {
        let best = (0..statements.len())
            .filter(|i| !used[*i] && likeness(statements[*i].span, *span) >= 0.5)
            .max_by(|a, b| {
                likeness(statements[*a].span, *span).total_cmp(&likeness(statements[*b].span, *span))
            });
        let of = speaker.as_deref().unwrap_or("nobody");
        let Some(best) = best else {
            misses.push(format!("{}: not found: {of}: {}", report.name, part(&report.text, *span)));
            continue;
        };
        used[best] = true;
        right += 1;
        let name = statements[best].by.as_ref().map(|by| by.name.as_str());
        if speaker.as_deref().map_or(name.is_none(), |s| name.is_some_and(|name| one_of(name, s))) {
            spoken += 1;
        } else {
            misses.push(format!(
                "{}: speaker {name:?} for `{of}`: {}",
                report.name,
                part(&report.text, *span)
            ));
        }
        if matches!(sense, Sense::Affirmed) && statements[best].denied.is_some() {
            misses.push(format!("{}: POLARITY: denied: {}", report.name, statements[best].text));
        }
    }
    for (draft, _) in statements.iter().zip(&used).filter(|(_, used)| !**used) {
        misses.push(format!(
            "{}: too much: {:?}: {}",
            report.name,
            draft.by.as_ref().map(|b| &b.name),
            draft.text
        ));
    }
    let said = Tally { right, annotated: report.said.len(), drafted: statements.len() };
    let speakers = Tally { right: spoken, ..said };
    let named = named(report, &statements, misses);
    let polarity = polarity(report, found, misses);
    let acts = acts(report, found, misses);

    let counts: Vec<_> = found
        .drafts
        .iter()
        .filter_map(|d| if let DraftKind::Quantity(q) = &d.kind { Some(q) } else { None })
        .collect();
    let mut used = vec![false; counts.len()];
    let mut right = 0;
    for (value, noun, span) in &report.counts {
        let fits = |i: &usize| {
            let q = counts[*i];
            !used[*i]
                && q.value == *value
                && q.quantity.eq_ignore_ascii_case(noun)
                && overlap(q.span, *span) > 0
        };
        match (0..counts.len()).find(fits) {
            Some(i) => {
                used[i] = true;
                right += 1;
            }
            None => misses.push(format!("{}: count not found: {value} {noun}", report.name)),
        }
    }
    let annotated = !report.counts.is_empty() || !report.dates.is_empty();
    for (q, _) in counts.iter().zip(&used).filter(|(_, used)| annotated && !**used) {
        misses.push(format!("{}: count too much: {} {}", report.name, q.value, q.quantity));
    }
    let counted = Tally { right, annotated: report.counts.len(), drafted: counts.len() };

    let mut used = vec![false; found.dates.len()];
    let mut right = 0;
    for (first, last, span) in &report.dates {
        let fits = |i: &usize| {
            let d = &found.dates[*i];
            !used[*i] && d.first == *first && d.last == *last && overlap(d.span, *span) > 0
        };
        match (0..found.dates.len()).find(fits) {
            Some(i) => {
                used[i] = true;
                right += 1;
            }
            None => misses.push(format!("{}: date not found: {}", report.name, part(&report.text, *span))),
        }
    }
    for (d, _) in found.dates.iter().zip(&used).filter(|(_, used)| annotated && !**used) {
        misses.push(format!("{}: date too much: {} {}", report.name, d.text, d.first));
    }
    let dated = Tally { right, annotated: report.dates.len(), drafted: found.dates.len() };
    [said, speakers, counted, dated, named, polarity, acts]
}

/// Of the drafts that name a speaker, those whose words, or half of them, are that speaker's.
fn named(report: &Annotated, statements: &[&Draft], misses: &mut Vec<String>) -> Tally {
    let annotated = report.said.iter().filter(|s| s.speaker.is_some()).count();
    let mut tally = Tally { annotated, ..Tally::default() };
    for (draft, by) in statements.iter().filter_map(|d| Some((d, d.by.as_ref()?))) {
        let theirs = report.said.iter().any(|Saying { speaker, span, .. }| {
            let shorter = (span.1 - span.0).min(draft.span.1 - draft.span.0);
            speaker.as_deref().is_some_and(|s| one_of(&by.name, s))
                && overlap(draft.span, *span) * 2 >= shorter
        });
        tally.drafted += 1;
        tally.right += usize::from(theirs);
        if !theirs {
            misses.push(format!("{}: NAMED: {}: {}", report.name, by.name, draft.text));
        }
    }
    tally
}

/// Of what the report denies, hangs on a condition, does not say or has not done: how much no draft affirms. `drafted` is the number of
/// those that some draft takes up.
fn polarity(report: &Annotated, found: &ReportDrafts, misses: &mut Vec<String>) -> Tally {
    let like = |span: (usize, usize), act: bool| {
        found.drafts.iter().filter(move |d| {
            let kind = if act {
                matches!(d.kind, DraftKind::Act { .. })
            } else {
                matches!(d.kind, DraftKind::Statement { .. })
            };
            kind && likeness(d.span, span) >= 0.5
        })
    };
    let mut tally = Tally::default();
    let mut check = |span: (usize, usize), act: bool, wrong: &dyn Fn(&Draft) -> bool| {
        tally.annotated += 1;
        tally.drafted += usize::from(like(span, act).next().is_some());
        match like(span, act).find(|d| wrong(d)) {
            None => tally.right += 1,
            Some(draft) => misses.push(format!("{}: POLARITY: {}", report.name, draft.text)),
        }
    };
    for Saying { span, sense, .. } in &report.said {
        match sense {
            Sense::Affirmed => {}
            // The words that deny may be within what is said: `“We will not come,” she said.`
            Sense::Denied => {
                let words = part(&report.text, *span).to_lowercase();
                let no = ["not ", "n't", "n’t", "never", "no ", "neither", "none", "nobody", "cannot"];
                let within =
                    |d: &Draft| no.iter().any(|no| words.contains(no) && d.text.to_lowercase().contains(no));
                check(*span, false, &|d| d.is_affirmed() && !within(d));
            }
            Sense::If(words) => {
                check(*span, false, &|d| !d.conditions.iter().any(|c| c.contains(words.as_str())));
            }
        }
    }
    for span in &report.unsaid {
        check(*span, false, &Draft::is_affirmed);
    }
    for span in &report.undone {
        check(*span, true, &Draft::is_affirmed);
    }
    tally
}

/// Acts found with the right actors, and the right day and source where the annotation has them.
fn acts(report: &Annotated, found: &ReportDrafts, misses: &mut Vec<String>) -> Tally {
    let drafts: Vec<&Draft> = found
        .drafts
        .iter()
        .filter(|d| matches!(d.kind, DraftKind::Act { .. }) && d.denied.is_none())
        .collect();
    let mut used = vec![false; drafts.len()];
    let mut right = 0;
    for deed in &report.acts {
        let length = deed.span.1 - deed.span.0;
        let best = (0..drafts.len())
            .filter(|i| !used[*i] && overlap(drafts[*i].span, deed.span) * 2 >= length)
            .max_by_key(|i| overlap(drafts[*i].span, deed.span));
        let Some(best) = best else {
            misses.push(format!("{}: act not found: {}", report.name, part(&report.text, deed.span)));
            continue;
        };
        used[best] = true;
        let draft = drafts[best];
        let names: Vec<&str> = if draft.together.is_empty() {
            draft.by.iter().map(|by| by.name.as_str()).collect()
        } else {
            draft.together.iter().map(|by| by.name.as_str()).collect()
        };
        let day = draft.said.as_ref().and_then(detente_intake::report::DateMention::day);
        let told_by = draft.told_by.as_ref().map(|by| by.name.as_str());
        let fits = names.len() == deed.actors.len()
            && names.iter().zip(&deed.actors).all(|(a, b)| one_of(a, b))
            && deed.day.is_none_or(|d| day == Some(d))
            && deed.told_by.as_deref().is_none_or(|t| told_by.is_some_and(|by| one_of(by, t)));
        if fits {
            right += 1;
        } else {
            misses.push(format!("{}: act {names:?} {day:?} {told_by:?}: {}", report.name, draft.text));
        }
    }
    let annotated = !report.acts.is_empty();
    for (draft, _) in drafts.iter().zip(&used).filter(|(_, used)| annotated && !**used) {
        misses.push(format!(
            "{}: act too much: {:?}: {}",
            report.name,
            draft.by.as_ref().map(|b| &b.name),
            draft.text
        ));
    }
    Tally { right, annotated: report.acts.len(), drafted: drafts.len() }
}

fn part(text: &str, span: (usize, usize)) -> String {
    text.chars().skip(span.0).take(span.1 - span.0).collect()
}

fn reports() -> Vec<Annotated> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/intake/reports");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|p| read(p)).collect()
}

/// The scores over the reports whose number `wanted` accepts, with everything that went wrong.
fn measure(wanted: impl Fn(usize) -> bool) -> (Scores, Vec<String>) {
    let mut all = Scores::default();
    let mut misses = Vec::new();
    for report in reports().iter().filter(|r| wanted(r.name[..2].parse().unwrap())) {
        let found = read_report(&report.text, &report.case, report.reported).unwrap();
        for draft in &found.drafts {
            let stretches: Vec<String> = draft.stretches.iter().map(|s| part(&report.text, *s)).collect();
            assert_eq!(draft.text, stretches.join(" "), "a draft holds the words of its stretches");
            assert_eq!(Some(draft.span.0), draft.stretches.first().map(|s| s.0));
            assert_eq!(Some(draft.span.1), draft.stretches.last().map(|s| s.1));
        }
        for (sum, tally) in all.iter_mut().zip(score(report, &found, &mut misses)) {
            sum.add(tally);
        }
    }
    (all, misses)
}

/// A table of the scores, and what was missed or too much.
fn show(title: &str, scores: &Scores, misses: &[String]) -> String {
    let names = ["statements", "with speaker", "quantities", "dates", "named", "polarity", "acts"];
    let rows = names.iter().zip(scores).map(|(name, tally)| {
        let (recall, precision) = (tally.recall(), tally.precision());
        let Tally { right, annotated, drafted } = tally;
        format!("  {name:<13} recall {recall:.3} ({right}/{annotated})  precision {precision:.3} ({right}/{drafted})")
    });
    std::iter::once(title.to_owned()).chain(rows).chain(misses.iter().cloned()).collect::<Vec<_>>().join("\n")
}

fn tally(right: usize, annotated: usize, drafted: usize) -> Tally {
    Tally { right, annotated, drafted }
}

// The figures are those of `reports/README.md`, which must be brought up to date with them.

#[test]
fn reports_used_in_writing_the_rules() {
    let (scores, misses) = measure(|n| n <= 20);
    println!("{}", show("reports 01 to 20", &scores, &misses));
    assert_eq!(
        scores[..4],
        [tally(150, 151, 150), tally(150, 151, 150), tally(63, 64, 64), tally(56, 56, 56)]
    );
}

#[test]
fn reports_long_kept_aside() {
    let (scores, misses) = measure(|n| n == 21 || n == 22);
    println!("{}", show("reports 21 and 22", &scores, &misses));
    assert_eq!(scores[..4], [tally(14, 15, 14), tally(12, 15, 14), tally(6, 6, 6), tally(8, 8, 8)]);
}

#[test]
fn reports_written_after_the_rule_for_unlisted_verbs() {
    let (scores, misses) = measure(|n| n == 23 || n == 24);
    println!("{}", show("reports 23 and 24", &scores, &misses));
    assert_eq!(scores[..4], [tally(21, 23, 21), tally(21, 23, 21), tally(9, 9, 9), tally(8, 8, 8)]);
}

#[test]
fn reports_written_after_the_last_rule() {
    let (scores, misses) = measure(|n| n == 25 || n == 26);
    println!("{}", show("reports 25 and 26", &scores, &misses));
    assert_eq!(scores[..4], [tally(23, 24, 23), tally(23, 24, 23), tally(10, 10, 10), tally(6, 6, 6)]);
}

#[test]
fn reports_used_for_speakers_and_polarity() {
    let (scores, misses) = measure(|n| (27..=34).contains(&n));
    println!("{}", show("reports 27 to 34", &scores, &misses));
    let [said, speakers, _, _, named, polarity, acts] = scores;
    assert_eq!([said, speakers], [tally(46, 46, 46), tally(46, 46, 46)]);
    assert_eq!([named, acts], [tally(43, 43, 43), tally(10, 10, 10)]);
    assert_eq!((polarity.right, polarity.annotated), (21, 21));
}

#[test]
fn reports_that_guard_speakers_and_polarity() {
    let (scores, misses) = measure(|n| (35..=50).contains(&n));
    println!("{}", show("reports 35 to 50", &scores, &misses));
    let [said, _, _, _, named, polarity, acts] = scores;
    assert!(named.precision() >= 0.97, "speakers: {named:?}");
    assert_eq!(polarity.right, polarity.annotated, "nothing denied or conditional is affirmed");
    assert_eq!((said, named, acts.right), (tally(101, 118, 104), tally(98, 116, 98), 18));
}

/// Six reports by another hand, who had not seen the rules; the rules have seen these reports since.
#[test]
fn reports_by_another_hand() {
    let (scores, misses) = measure(|n| (51..=56).contains(&n));
    println!("{}", show("reports 51 to 56", &scores, &misses));
    let [said, speakers, counts, dates, named, polarity, _] = scores;
    assert_eq!([said, speakers, named], [tally(96, 96, 96), tally(95, 96, 96), tally(94, 95, 94)]);
    assert_eq!([counts, dates], [tally(29, 29, 31), tally(37, 37, 37)]);
    assert_eq!((polarity.right, polarity.annotated), (26, 26));
}

/// Six further reports by another hand, written after the last rule and seen by none.
#[test]
fn reports_that_no_rule_has_seen() {
    let (scores, misses) = measure(|n| (57..=62).contains(&n));
    println!("{}", show("reports 57 to 62", &scores, &misses));
    let [said, _, quantities, dates, named, polarity, _] = scores;
    assert!(named.precision() >= 0.97, "speakers: {named:?}");
    assert_eq!(polarity.right, polarity.annotated, "nothing denied or conditional is affirmed");
    assert_eq!((said, named), (tally(76, 88, 78), tally(69, 86, 70)));
    assert_eq!((quantities, dates), (tally(32, 32, 33), tally(34, 36, 35)));
}

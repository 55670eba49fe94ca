//! Precision and recall of intake on annotated reports; see `reports/README.md`.
//!
//! A statement is found when a draft covers it: the characters in common are at least half of all characters in either. Its
//! speaker is right when the names are equal but for case, article and what narrows them at the end. A quantity is right when value and counted noun are
//! equal and the draft stands where the annotation does; a date when both ends are and the places overlap. Each draft and
//! each annotation is used once.

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
    said: Vec<(String, (usize, usize))>,
    counts: Vec<(Uncertain, String, (usize, usize))>,
    dates: Vec<(Date, Date, (usize, usize))>,
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

/// Statements, statements with the right speaker, quantities, dates.
type Scores = [Tally; 4];

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
    let (mut said, mut counts, mut dates) = (Vec::new(), Vec::new(), Vec::new());
    for note in notes.lines().filter(|l| !l.trim().is_empty()) {
        let parts: Vec<&str> = note.split(" | ").collect();
        match parts[..] {
            ["said", speaker, words] => said.push((speaker.to_owned(), at(words))),
            ["count", value, noun, words] => {
                let value = match value.split_once("..") {
                    Some((low, high)) => {
                        Uncertain::uniform(low.parse().unwrap(), high.parse().unwrap()).unwrap()
                    }
                    None => Uncertain::Known(value.parse().unwrap()),
                };
                counts.push((value, noun.to_owned(), at(words)));
            }
            ["date", first, last, words] => {
                dates.push((first.parse().unwrap(), last.parse().unwrap(), at(words)));
            }
            _ => panic!("{name}: {note}"),
        }
    }
    let text = text.to_owned();
    Annotated { reported: reported.unwrap(), name, case, text, said, counts, dates }
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
        ["the ", "a ", "an "].iter().find_map(|article| s.strip_prefix(article)).unwrap_or(&s).to_owned()
    };
    let (a, b) = (plain(a), plain(b));
    let narrows = |long: &str, short: &str| !short.is_empty() && long.starts_with(&format!("{short} "));
    a == b || narrows(&a, &b) || narrows(&b, &a)
}

fn score(report: &Annotated, found: &ReportDrafts, misses: &mut Vec<String>) -> Scores {
    let statements: Vec<&Draft> =
        found.drafts.iter().filter(|d| matches!(d.kind, DraftKind::Statement { .. })).collect();
    let mut used = vec![false; statements.len()];
    let (mut right, mut spoken) = (0, 0);
    for (speaker, span) in &report.said {
        let best = (0..statements.len())
            .filter(|i| !used[*i] && likeness(statements[*i].span, *span) >= 0.5)
            .max_by(|a, b| {
                likeness(statements[*a].span, *span).total_cmp(&likeness(statements[*b].span, *span))
            });
        let Some(best) = best else {
            misses.push(format!("{}: not found: {speaker}: {}", report.name, part(&report.text, *span)));
            continue;
        };
        used[best] = true;
        right += 1;
        let name = statements[best].by.as_ref().map_or("", |by| by.name.as_str());
        if same_name(name, speaker) {
            spoken += 1;
        } else {
            misses.push(format!(
                "{}: speaker `{name}` for `{speaker}`: {}",
                report.name,
                part(&report.text, *span)
            ));
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
    for (q, _) in counts.iter().zip(&used).filter(|(_, used)| !**used) {
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
    for (d, _) in found.dates.iter().zip(&used).filter(|(_, used)| !**used) {
        misses.push(format!("{}: date too much: {} {}", report.name, d.text, d.first));
    }
    let dated = Tally { right, annotated: report.dates.len(), drafted: found.dates.len() };
    [said, speakers, counted, dated]
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
            assert_eq!(draft.text, part(&report.text, draft.span), "a draft holds the words of its stretch");
        }
        for (sum, tally) in all.iter_mut().zip(score(report, &found, &mut misses)) {
            sum.add(tally);
        }
    }
    (all, misses)
}

/// A table of the scores, and what was missed or too much.
fn show(title: &str, scores: &Scores, misses: &[String]) -> String {
    let rows = ["statements", "with speaker", "quantities", "dates"].iter().zip(scores).map(|(name, tally)| {
        let (recall, precision) = (tally.recall(), tally.precision());
        let Tally { right, annotated, drafted } = tally;
        format!("  {name:<13} recall {recall:.2} ({right}/{annotated})  precision {precision:.2} ({right}/{drafted})")
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
    assert_eq!(scores, [tally(143, 147, 146), tally(139, 147, 146), tally(63, 64, 64), tally(56, 56, 56)]);
}

#[test]
fn reports_long_kept_aside() {
    let (scores, misses) = measure(|n| n == 21 || n == 22);
    println!("{}", show("reports 21 and 22", &scores, &misses));
    assert_eq!(scores, [tally(12, 16, 12), tally(10, 16, 12), tally(6, 6, 6), tally(8, 8, 8)]);
}

#[test]
fn reports_written_after_the_rule_for_unlisted_verbs() {
    let (scores, misses) = measure(|n| n == 23 || n == 24);
    println!("{}", show("reports 23 and 24", &scores, &misses));
    assert_eq!(scores, [tally(20, 23, 20), tally(17, 23, 20), tally(9, 9, 9), tally(8, 8, 8)]);
}

#[test]
fn reports_written_after_the_last_rule() {
    let (scores, misses) = measure(|n| n > 24);
    println!("{}", show("reports 25 and 26", &scores, &misses));
    assert_eq!(scores, [tally(19, 24, 20), tally(19, 24, 20), tally(10, 10, 10), tally(6, 6, 6)]);
}

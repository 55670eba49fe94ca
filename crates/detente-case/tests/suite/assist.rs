//! What an editor is told: completions, hovers, fixes, outline, places.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use detente_case::assist::{CompletionKind, completions, fixes, hover, outline, path_at, place_of};
use detente_case::edit::{What, paths};
use detente_case::{Code, Fault, parse, template};

use super::mutation::each_damaged;

fn faults(text: &str) -> Vec<Fault> {
    match parse("case.toml", text) {
        Ok(reading) => reading.report.faults().to_vec(),
        Err(report) => report.faults().to_vec(),
    }
}

fn cairo() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/cairo-2024/case.toml");
    fs::read_to_string(file).unwrap()
}

/// What is offered where `|` stands.
fn offered(text: &str) -> Vec<(String, CompletionKind)> {
    let at = text.find('|').unwrap();
    let all = completions(&text.replacen('|', "", 1), at);
    all.into_iter().map(|one| (one.insert, one.kind)).collect()
}

fn inserts(text: &str) -> Vec<String> {
    offered(text).into_iter().map(|(insert, _)| insert).collect()
}

const HEAD: &str = "case = 1\ntitle = \"T\"\nas_of = 2025-03-01\n\n[sources.minutes]\ntitle = \"Minutes\"\n\n\
    [parties.port]\nname = \"Port\"\nrole = \"principal\"\n\n[parties.union]\nname = \"Union\"\nrole = \"principal\"\n\n\
    [issues.pay]\nname = \"Pay\"\noptions = [2, 4]\n\n[issues.shifts]\nname = \"Shifts\"\noptions = [\"eight hours\", \"ten hours\"]\n\n\
    [moves.strike]\nby = \"union\"\ntext = \"Strike\"\n\n[propositions.busy]\ntext = \"Busy\"\nprior = 0.5\n\n";

fn after_head(rest: &str) -> Vec<String> {
    inserts(&format!("{HEAD}{rest}"))
}

#[test]
fn keys_are_completed_before_the_line_is_finished() {
    assert_eq!(after_head("[sources.news]\nreli|")[0], "reliability = ");
    // By another word for it, too.
    assert_eq!(after_head("[sources.news]\nurl|"), ["locator = "]);
    // Where the `=` is there already, only the key.
    assert_eq!(after_head("[sources.news]\nreli| = \"B\"")[0], "reliability");
    // Those not there yet come first.
    let all = after_head("[sources.news]\ntitle = \"x\"\n|");
    assert_eq!(all[0], "published = ");
    assert!(all.contains(&"title = ".to_owned()));
    assert_eq!(after_head("[parties.port2]\npeople = [{ na|")[0], "name = ");
    assert_eq!(after_head("[positions.port]\npay.at_m|")[0], "at_most = ");
    assert_eq!(
        after_head("[positions.port.pay]\nvalues = { |"),
        ["\"2\" = ", "\"4\" = "].map(|key| key.replace('"', ""))
    );
    assert_eq!(after_head("[positions.port.shifts.values]\n\"ei|"), ["\"eight hours\" = "]);
    assert!(after_head("[propositions.x.when_true]\n\"pos|").is_empty());
    let paths =
        inserts(&format!("{HEAD}[positions.port]\nno_deal = 0.4\n[propositions.x]\nwhen_true = {{ |"));
    assert_eq!(paths, ["\"positions.port.no_deal\" = "]);
    assert!(after_head("[interac|").contains(&"[[interactions]]".to_owned()));
}

#[test]
fn headings_are_completed() {
    assert!(after_head("[|").contains(&"[positions.port]".to_owned()));
    assert_eq!(after_head("[positions.un|"), ["[positions.union]"]);
    assert!(after_head("[positions.union.|").contains(&"[positions.union.pay]".to_owned()));
    assert!(after_head("[positions.union.pay.|").contains(&"[positions.union.pay.values]".to_owned()));
    assert!(after_head("[[cl|]]").contains(&"[[claims]]".to_owned()));
    assert!(after_head("[sou|").contains(&"[sources.id]".to_owned()));
    // One that is there is not offered again, a list of tables is.
    assert!(
        !after_head("[positions.union]\nno_deal = 1\n[positions.|").contains(&"[positions.union]".to_owned())
    );
    assert!(after_head("[[claims]]\nid = \"a\"\n[[c|").contains(&"[[claims]]".to_owned()));
    // At the beginning of a line, beside the keys.
    assert!(after_head("[sources.x]\ntitle = \"x\"\nclai|").contains(&"[[claims]]".to_owned()));
    // The whole heading is replaced.
    let text = format!("{HEAD}[positions.un]\nno_deal = 0.5");
    let at = text.find("[positions.un]").unwrap();
    let one = &completions(&text, at + 13)[0];
    assert_eq!((one.span.start, one.span.end), (at, at + 14));
}

#[test]
fn values_are_completed_where_the_format_asks_for_them() {
    assert_eq!(after_head("[audiences.crews]\nof = |"), ["\"port\"", "\"union\""]);
    assert_eq!(after_head("[audiences.crews]\nof = \"un|"), ["\"union\""]);
    assert_eq!(after_head("[audiences.crews]\nof = \"un|\"\nname = \"x\""), ["\"union\""]);
    assert_eq!(after_head("[audiences.crews]\ncite = [\"mi|"), ["\"minutes\""]);
    assert_eq!(after_head("[audiences.crews]\ncite = |"), ["[\"minutes\"]"]);
    assert_eq!(
        after_head("[positions.port]\nimportance = [|"),
        ["\"pay\"", "\"shifts\"", "[\"pay\"]", "[\"shifts\"]"]
    );
    assert_eq!(after_head("[positions.port]\nimportance = |")[0], "[\"pay\", \"shifts\"]");
    assert_eq!(after_head("[positions.port.shifts]\nnever = [\"|"), ["\"eight hours\"", "\"ten hours\""]);
    assert_eq!(after_head("[[interactions]]\nof = \"port\"\nwhen = { pay = |").first().unwrap(), "2");
    assert_eq!(after_head("[parties.x]\nrole = \"me|"), ["\"mediator\""]);
    assert_eq!(after_head("[sources.x]\npublished = |"), ["2025-03-01"]);
    assert_eq!(after_head("[audiences.x]\nveto = |"), ["true", "false"]);
    assert_eq!(after_head("[positions.port]\nno_deal = |")[..3], ["0.5", "[0.4, 0.6]", "[0.4, 0.5, 0.6]"]);
    assert_eq!(after_head("[exchange]\npledge_days = \"|"), ["\"issue:pay\"", "\"issue:shifts\""]);
    assert_eq!(after_head("[conflict.preferences]\nunion = [\"!st|"), ["strike"]);
    assert_eq!(after_head("[[claims]]\non = \"|"), ["\"busy\""]);
    assert!(after_head("[[claims]]\ngrade = \"B|").contains(&"\"B2\"".to_owned()));
    assert!(after_head("[positions.port.shifts]\nvalues = |")[0].starts_with("{ \"eight hours\" = "));
    assert!(after_head("title = \"a\" |").is_empty());
    assert!(after_head("# rel|").is_empty());
    assert!(after_head("[positions.port]\nno_deal = 0.4 # no|").is_empty());
}

/// Where a key of a sound case stands, it is offered for the table with nothing typed, whatever comes after.
#[test]
fn what_a_case_says_is_what_is_offered() {
    for text in [template().to_owned(), cairo()] {
        let mut asked = 0;
        let mut offset = 0;
        for line in text.lines() {
            let key = line.split(" = ").next().filter(|_| line.contains(" = ") && !line.starts_with('#'));
            if let Some(key) = key.filter(|key| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')) {
                // The rest of the line is still to be typed.
                let typed = format!("{}{}", &text[..offset], &text[offset + line.len()..]);
                let wanted = format!("{key} = ");
                let names_an_issue = text.contains(&format!("[issues.{key}]"));
                let found = completions(&typed, offset).iter().any(|one| one.insert == wanted);
                assert!(found || names_an_issue, "{key} at {offset}");
                let half = &key[..key.len().div_ceil(2)];
                let typed = format!("{}{half}{}", &text[..offset], &text[offset + line.len()..]);
                assert!(completions(&typed, offset + half.len()).iter().any(|one| one.insert == wanted));
                asked += 1;
            }
            offset += line.len() + 1;
        }
        assert!(asked > 50);
    }
}

#[test]
fn what_stands_at_a_place_is_told() {
    let text = cairo();
    let at = |needle: &str| text.find(needle).unwrap();
    let told = hover(&text, at("reliability") + 2).unwrap();
    assert_eq!(told.title, "reliability");
    assert!(
        told.text.contains("NATO")
            && told.shape.contains("`A`")
            && told.example.starts_with("reliability = \"")
    );
    let told = hover(&text, at("at_most") + 2).unwrap();
    assert!(told.text.ends_with("In days."), "{}", told.text);
    assert_eq!(told.title, "positions.israel.truce.at_most");
    let told = hover(&text, at("[60, 180]") + 5).unwrap();
    assert_eq!(told.title, "positions.israel.truce.at_most");
    let told = hover(&text, at("\"dispatch#demands") + 3).unwrap();
    assert!(told.title.starts_with("News analysis") && told.text.contains("`sources` on line"));
    let told = hover(&text, at("[positions.israel]") + 12).unwrap();
    assert!(told.title == "Israel" && told.text.contains("party"), "{told:?}");
    let told = hover(&text, at("no_deal")).unwrap();
    assert!(told.shape.contains("between 0 and 1") && told.shape.ends_with("needed"));
    assert!(hover(&text, 0).is_none());
}

#[test]
fn every_place_leads_to_its_path_and_back() {
    for text in [template().to_owned(), cairo()] {
        for place in paths(&text).unwrap() {
            assert_eq!(place_of(&text, &place.path), Some(place.span), "{}", place.path);
            // What a point is worth is known by the point.
            if place.what == What::Number && !place.path.ends_with("][2]") {
                assert_eq!(path_at(&text, place.span.start), Some(place.path.clone()));
                let told = hover(&text, place.span.start).unwrap();
                // A number that the package gives is told as the issue that it is taken from.
                assert!(told.title == place.path || place.text.starts_with("\"issue:"), "{told:?}");
            }
        }
        let items = outline(&text);
        assert!(items.windows(2).all(|two| two[0].span.start <= two[1].span.start));
        for item in &items {
            assert!(text[item.span.start..item.span.end].trim() == &text[item.span.start..item.span.end]);
            assert_eq!(text[..item.span.start].matches('\n').count() + 1, item.line, "{}", item.path);
        }
    }
    let items = outline(&cairo());
    let title = |path: &str| items.iter().find(|item| item.path == path).map(|item| item.title.clone());
    assert_eq!(title("issues.truce").as_deref(), Some("Length of the pledge"));
    assert_eq!(title("positions.israel.truce").as_deref(), Some("Length of the pledge"));
    assert_eq!(title("positions.israel").as_deref(), Some("Israel"));
}

/// Kinds of fault that take knowledge of the matter to mend, or a larger change than an editor should make unasked.
const WITHOUT_A_FIX: &[Code] = &[
    Code::TooDeep,
    Code::TooMany,
    Code::IdealMeetsWorst,
    Code::SamePath,
    Code::WayToBargain,
    Code::CertainLine,
    Code::Include,
    Code::LeftAtHome,
    Code::Collective,
    Code::BlockingACost,
];

#[test]
fn every_fix_of_a_broken_case_mends_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut with, mut all) = (BTreeSet::new(), BTreeSet::new());
    for file in files {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let before = faults(&text);
        let sound = toml::from_str::<toml::Table>(&text).is_ok();
        for fault in &before {
            all.insert(fault.code);
            let offered = fixes(&text, fault);
            if !offered.is_empty() {
                with.insert(fault.code);
            }
            for fix in offered {
                let mended = fix.applied(&text);
                let alike = |faults: &[Fault]| {
                    faults.iter().filter(|f| f.code == fault.code && f.message == fault.message).count()
                };
                assert!(alike(&faults(&mended)) < alike(&before), "{}: {fix:?}", file.display());
                assert!(
                    !sound || toml::from_str::<toml::Table>(&mended).is_ok(),
                    "{}: {fix:?}",
                    file.display()
                );
                assert!(fix.edits.windows(2).all(|two| two[0].0.end <= two[1].0.start));
                assert!(!fix.title.is_empty());
            }
        }
    }
    let never: Vec<&Code> = all.difference(&with).collect();
    assert!(never.iter().all(|code| WITHOUT_A_FIX.contains(code)), "no fix for {never:?}");
}

#[test]
fn a_damaged_case_gets_an_answer_at_any_place() {
    each_damaged(&[cairo(), template().to_owned()], 300, |i, text| {
        for step in 0..4 {
            let at = (i * 7919 + step * 104_729) % (text.len() + 3);
            for one in completions(text, at) {
                assert!(one.span.end <= text.len() && text.is_char_boundary(one.span.start));
                assert!(text.is_char_boundary(one.span.end));
            }
            let _ = hover(text, at);
            let _ = path_at(text, at);
        }
        let _ = outline(text);
        if i % 30 == 0 {
            for fault in faults(text).iter().take(2) {
                let _ = fixes(text, fault);
            }
        }
    });
}

#[test]
fn texts_that_nobody_would_write_take_no_time() {
    for text in [
        "[".repeat(100_000),
        "{".repeat(100_000),
        format!("a = {}", "[".repeat(100_000)),
        format!("a = {}", "{ a = ".repeat(50_000)),
        format!("[{}", "a.".repeat(100_000)),
        "a.".repeat(100_000),
        "\"".repeat(99_999),
        "a = [\n".repeat(50_000),
        "[positions.a]\n".repeat(20_000),
        "\u{feff}\u{202e}é = \"".repeat(10_000),
    ] {
        for at in [0, 1, text.len() / 2, text.len()] {
            let _ = completions(&text, at);
            let _ = hover(&text, at);
            let _ = path_at(&text, at);
        }
        let _ = outline(&text);
    }
}

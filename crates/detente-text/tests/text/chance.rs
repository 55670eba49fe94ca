//! Random cases and texts.

use detente_model::{Case, Combination, IssueId, Package};
use detente_text::{Article, Bracket, Clause, Piece, TextVersion, Ties, Wording};

/// `SplitMix64` (Steele, Lea & Flood 2014).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % sides as u64) as usize
    }
}

/// A case of one to four issues, in words or in numbers, some of whose packages may be ruled out.
pub fn case(dice: &mut Dice) -> Case {
    let issues = 1 + dice.roll(4);
    let mut toml = String::from(
        "case = 1\ntitle = \"Random\"\nas_of = 2025-03-01\n[parties.a]\nname = \"Alpha\"\nrole = \"principal\"\n[parties.b]\nname = \"Beta\"\nrole = \"principal\"\n",
    );
    let mut first = String::new();
    for k in 0..issues {
        let size = 2 + dice.roll(3);
        let in_words = dice.roll(2) == 0;
        // Options with signs that mean something in braces, so that writing and reading are tried.
        let option = |i: usize| {
            if in_words {
                format!("\"{}\"", ["plain", "a, b", "x | y", "no = yes", "{}"][i])
            } else {
                format!("{}", 10 * i)
            }
        };
        let options: Vec<String> = (0..size).map(option).collect();
        toml.push_str(&format!("[issues.i{k}]\nname = \"Issue {k}\"\noptions = [{}]\n", options.join(", ")));
        if k == 0 {
            let values: Vec<String> =
                (0..size).map(|i| format!("{} = {}", option(i), if i == 0 { 0.0 } else { 1.0 })).collect();
            first = format!("values = {{ {} }}\n", values.join(", "));
        }
    }
    if issues > 1 && dice.roll(3) == 0 {
        toml.push_str("[[infeasible]]\nwhen = { i0 = 'FIRST', i1 = 'SECOND' }\n");
    }
    for party in ["a", "b"] {
        toml.push_str(&format!("[positions.{party}]\nno_deal = 0.5\n[positions.{party}.i0]\n{first}"));
    }
    let without = toml.replace("[[infeasible]]\nwhen = { i0 = 'FIRST', i1 = 'SECOND' }\n", "");
    let mut case = detente_case::parse("random", &without).expect("a sound case").case;
    if toml.len() > without.len() {
        case.infeasible.push(detente_model::Infeasible {
            when: Combination(vec![(IssueId(0), vec![0]), (IssueId(1), vec![1])]),
            because: None,
            place: None,
        });
    }
    case
}

fn ties(dice: &mut Dice, case: &Case, most: usize) -> Ties {
    let mut ties = Ties::default();
    for _ in 0..dice.roll(most + 1) {
        let k = dice.roll(case.issues.len());
        if ties.issues().any(|issue| issue == IssueId(k)) {
            continue;
        }
        if dice.roll(6) == 0 {
            ties.about.push(IssueId(k));
            continue;
        }
        let size = case.issues[k].options.len();
        let mut options: Vec<usize> = (0..size).filter(|_| dice.roll(2) == 0).collect();
        if options.is_empty() {
            options.push(dice.roll(size));
        }
        ties.when.0.push((IssueId(k), options));
    }
    ties.when.0.sort_by_key(|(issue, _)| *issue);
    ties.about.sort_unstable();
    ties
}

fn words(dice: &mut Dice) -> String {
    let all = [
        "all fighting stops",
        "within [sic] two days",
        "as {said}",
        "no # more",
        "~~at once~~",
        "c:\\d",
        "— ولا غير —",
    ];
    let mut said: Vec<&str> = (0..=dice.roll(3)).map(|_| all[dice.roll(all.len())]).collect();
    said.push("then");
    said.join(" ")
}

/// A version of a text on a case.
pub fn version(dice: &mut Dice, case: &Case, name: &str) -> TextVersion {
    let mut articles = Vec::new();
    let mut number = 0;
    for a in 0..=dice.roll(2) {
        let clauses = (0..=dice.roll(3)).map(|_| {
            number += 1;
            let mut body = vec![Piece::Words(format!("{} ", words(dice)))];
            for _ in 0..dice.roll(3) {
                let mut wordings: Vec<Wording> = (0..2 + dice.roll(2))
                    .map(|_| Wording {
                        words: words(dice),
                        ties: ties(dice, case, 2),
                        struck: dice.roll(4) == 0,
                    })
                    .collect();
                wordings[0].struck = false;
                if dice.roll(3) == 0 {
                    wordings.truncate(1);
                    wordings.push(Wording::default());
                }
                body.push(Piece::Bracket(Bracket { wordings, line: 0 }));
                body.push(Piece::Words(format!(" {}", words(dice))));
            }
            // No file ends a clause with a blank.
            if let Some(Piece::Words(last)) = body.last_mut() {
                last.truncate(last.trim_end().len());
            }
            Clause {
                id: format!("clause {number}"),
                number: format!("1.{number}"),
                title: format!("Clause {number}"),
                ties: if dice.roll(3) == 0 { ties(dice, case, 1) } else { Ties::default() },
                body,
                ..Clause::default()
            }
        });
        let clauses = clauses.collect();
        articles.push(Article { number: format!("Article {a}."), title: "Of things".to_owned(), clauses });
    }
    TextVersion {
        name: name.to_owned(),
        title: Some("A text".to_owned()),
        date: jiff::civil::date(2025, 2, 1),
        by: "nobody".to_owned(),
        note: None,
        articles,
    }
}

/// Every package that the case does not rule out.
pub fn feasible(case: &Case) -> Vec<Package> {
    let mut all = vec![Package(Vec::new())];
    for issue in &case.issues {
        all = all
            .into_iter()
            .flat_map(|package| {
                (0..issue.options.len()).map(move |option| {
                    let mut longer = package.clone();
                    longer.0.push(option as u16);
                    longer
                })
            })
            .collect();
    }
    all.retain(|package| !case.infeasible.iter().any(|rule| rule.when.holds(package)));
    all
}

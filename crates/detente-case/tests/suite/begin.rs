//! A first case from plain answers: any valid answers make a sound case that says what was answered, and what cannot be is told.

use detente_case::begin::{
    Answers, Home, Issue, OnTheTable, Part, Party, Say, Source, Wants, Wish, Without, first_case,
};
use detente_case::{Reading, parse};
use detente_model::{Case, Choice, Reservation, Role, Uncertain, Valuation, Weights};
use proptest::prelude::*;

fn read(text: &str) -> Reading {
    let reading = parse("case.toml", text).unwrap_or_else(|report| panic!("{report:?}\n{text}"));
    assert!(reading.report.is_clean(), "{:?}\n{text}", reading.report);
    reading
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z][a-z '.-]{0,12}[a-z]",
        "[\u{621}-\u{63a}]{2,8}( [\u{621}-\u{63a}]{2,8})?",
        "[а-я]{3,9}",
        "[a-z\"\\\\#=\\[\\]{}.]{1,6}x",
        Just("note".to_owned()),
        Just("weights".to_owned()),
        "[0-9]{1,4}",
    ]
}

fn names(count: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(name(), count).prop_map(|names| {
        // Each once, whatever its capitals.
        names.iter().enumerate().map(|(i, name)| format!("{name} {i}")).collect()
    })
}

fn on_the_table() -> impl Strategy<Value = OnTheTable> {
    prop_oneof![
        3 => names(2..=5).prop_map(OnTheTable::Words),
        1 => prop::collection::btree_set(-500_i32..500, 2..6)
            .prop_map(|set| OnTheTable::Numbers(set.into_iter().map(f64::from).collect())),
        1 => (-50_i32..50, 1_i32..40, 1_i32..8).prop_map(|(from, steps, step)| OnTheTable::Range {
            from: f64::from(from) / 2.0,
            to: f64::from(from) / 2.0 + f64::from(steps) * f64::from(step) / 4.0,
            step: Some(f64::from(step) / 4.0),
        }),
        1 => (-50_i32..50, 1_i32..40).prop_map(|(from, wide)| OnTheTable::Range {
            from: f64::from(from),
            to: f64::from(from + wide),
            step: None,
        }),
    ]
}

/// What somebody wants on all of some issues, from a few numbers that look random.
fn wants(issues: &[Issue], dice: &[usize]) -> Wants {
    let mut at = 0;
    let mut roll = |sides: usize| {
        at += 1;
        dice[at % dice.len()].wrapping_mul(at).wrapping_add(at / 3) % sides
    };
    let mut on = Vec::new();
    let mut matters: Vec<Vec<String>> = Vec::new();
    for (i, issue) in issues.iter().enumerate() {
        if i > 0 && roll(4) == 0 {
            continue;
        }
        let mut wish = Wish { issue: issue.name.clone(), ..Wish::default() };
        match &issue.answers {
            OnTheTable::Words(words) => {
                let turn = roll(words.len());
                let mut order: Vec<String> = words.clone();
                order.rotate_left(turn);
                for word in order {
                    if roll(4) == 0 && wish.best_first.len() > 1 {
                        wish.best_first.last_mut().unwrap().push(word);
                    } else {
                        wish.best_first.push(vec![word]);
                    }
                }
                if roll(3) == 0 {
                    wish.never.push(words[roll(words.len())].clone());
                }
            }
            OnTheTable::Numbers(numbers) => {
                let (low, high) = (numbers[0], numbers[numbers.len() - 1]);
                let up = roll(2) == 0;
                (wish.best, wish.worst) = if up { (Some(high), Some(low)) } else { (Some(low), Some(high)) };
                wish.at_most = (roll(3) == 0).then_some(high - 0.5);
            }
            OnTheTable::Range { from, to, .. } => {
                let up = roll(2) == 0;
                (wish.best, wish.worst) =
                    if up { (Some(*to), Some(*from)) } else { (Some(*from), Some(*to)) };
                wish.at_least = (roll(3) == 0).then_some(*from);
            }
        }
        if roll(3) == 0 && !matters.is_empty() {
            matters.last_mut().unwrap().push(issue.name.clone());
        } else {
            matters.insert(roll(matters.len() + 1), vec![issue.name.clone()]);
        }
        on.push(wish);
    }
    Wants { on, matters, without: Some(Without::ALL[roll(5)]) }
}

prop_compose! {
    fn answers()(
        title in name(),
        parties in names(2..=4),
        homes in names(0..=3),
        issues in names(1..=4),
        tables in prop::collection::vec(on_the_table(), 4),
        sources in names(0..=3),
        dice in prop::collection::vec(0_usize..1000, 12),
    ) -> Answers {
        let issues: Vec<Issue> = issues
            .into_iter()
            .zip(tables)
            .map(|(name, answers)| Issue { name, unit: "days".to_owned(), answers })
            .collect();
        let mut parties: Vec<Party> = parties
            .into_iter()
            .enumerate()
            .map(|(i, name)| {
                let signs = i < 2 || dice[i].is_multiple_of(2);
                let wants = if signs { wants(&issues, &dice[i..]) } else { Wants::default() };
                let part = if signs { Part::MustSign } else { Part::Mediates };
                Party { name, part, wants, home: Vec::new() }
            })
            .collect();
        for (i, name) in homes.into_iter().enumerate() {
            let say = [Say::Heard, Say::Votes, Say::CanStop][dice[i] % 3];
            let home = Home { name: format!("{name} at home"), say, wants: wants(&issues, &dice[5 + i..]) };
            parties[i % 2].home.push(home);
        }
        let sources = sources
            .into_iter()
            .map(|title| Source { title, day: "1 March 2025".to_owned(), grade: "b".to_owned() })
            .collect();
        Answers { title, day: "2025-03-14".to_owned(), about: "What it is about.".to_owned(), parties, issues, sources }
    }
}

/// What is wanted in a case is what was answered.
fn assert_wanted(case: &Case, of: &str, wants: &Wants) {
    let position = case.positions.iter().find(|position| case.actor_name(position.of) == of).unwrap();
    let Reservation::Value(no_deal) = position.reservation else { panic!("a number") };
    let [low, high] = wants.without.unwrap().range();
    assert_eq!(case.numbers[no_deal].value, Uncertain::uniform(low, high).unwrap());
    for wish in &wants.on {
        let stated = position.issues.iter().find(|on| case.issue(on.issue).name == wish.issue).unwrap();
        let issue = case.issue(stated.issue);
        match stated.valuation.as_ref().unwrap() {
            Valuation::Table(values) => {
                let worth = |option: &String| {
                    let at = issue.options.iter().position(|c| *c == Choice::Text(option.clone())).unwrap();
                    case.numbers[values[at]].value
                };
                for two in wish.best_first.windows(2) {
                    for (better, worse) in two[0].iter().flat_map(|a| two[1].iter().map(move |b| (a, b))) {
                        assert!(worth(better).low() >= worth(worse).high());
                    }
                }
                let last = wish.best_first.last().unwrap();
                assert!(wish.best_first[0].iter().all(|option| worth(option) == Uncertain::Known(1.0)));
                assert!(last.iter().all(|option| worth(option) == Uncertain::Known(0.0)));
            }
            Valuation::Linear { ideal, worst } => {
                assert_eq!(case.numbers[*ideal].value, Uncertain::Known(wish.best.unwrap()));
                assert_eq!(case.numbers[*worst].value, Uncertain::Known(wish.worst.unwrap()));
            }
            other @ Valuation::Piecewise(_) => panic!("{other:?}"),
        }
        let never: Vec<&Choice> = stated.never.iter().map(|at| &issue.options[*at]).collect();
        assert_eq!(
            never,
            wish.never.iter().map(|o| Choice::Text(o.clone())).collect::<Vec<_>>().iter().collect::<Vec<_>>()
        );
        let line = |id: Option<detente_model::NumberId>| id.map(|id| case.numbers[id].value);
        assert_eq!(line(stated.at_most), wish.at_most.map(Uncertain::Known));
        assert_eq!(line(stated.at_least), wish.at_least.map(Uncertain::Known));
    }
    assert_eq!(position.issues.len(), wants.on.len());
    if wants.on.len() > 1 {
        let Weights::Order(order) = &position.weights else { panic!("an order") };
        let told: Vec<Vec<String>> = order
            .iter()
            .map(|group| group.iter().map(|issue| case.issue(*issue).name.clone()).collect())
            .collect();
        assert_eq!(told, wants.matters);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn valid_answers_make_a_sound_case_that_says_them(answers in answers()) {
        let text = first_case(&answers).unwrap_or_else(|faults| panic!("{faults:?}\n{answers:?}"));
        let case = read(&text).case;
        prop_assert_eq!(&case.title, answers.title.trim());
        prop_assert_eq!(case.as_of.to_string(), answers.day.clone());
        prop_assert_eq!(case.parties.len(), answers.parties.len());
        prop_assert_eq!(case.sources.len(), answers.sources.len());
        // Every figure is a judgement.
        prop_assert!(case.numbers.stated().all(|number| number.cite.is_empty()));
        for (party, answered) in case.parties.iter().zip(&answers.parties) {
            prop_assert_eq!(&party.name, &answered.name);
            prop_assert_eq!(party.role == Role::Principal, answered.part == Part::MustSign);
            if answered.part == Part::MustSign {
                assert_wanted(&case, &answered.name, &answered.wants);
            }
            for home in &answered.home {
                let audience = case.audiences.iter().find(|audience| audience.name == home.name).unwrap();
                prop_assert_eq!(&case.party(audience.of).name, &answered.name);
                prop_assert_eq!(audience.veto, home.say == Say::CanStop);
                assert_wanted(&case, &home.name, &home.wants);
            }
        }
        for (issue, answered) in case.issues.iter().zip(&answers.issues) {
            prop_assert_eq!(&issue.name, &answered.name);
            if let OnTheTable::Words(words) = &answered.answers {
                let options: Vec<Choice> = words.iter().map(|word| Choice::Text(word.clone())).collect();
                prop_assert_eq!(&issue.options, &options);
            }
        }
        // The same answers, the same text; and answers survive being sent.
        prop_assert_eq!(first_case(&answers).unwrap(), text);
        let sent: Answers = serde_json::from_str(&serde_json::to_string(&answers).unwrap()).unwrap();
        prop_assert_eq!(sent, answers);
    }

    /// Answers with something wrong in them are told where, and never make an unsound case.
    #[test]
    fn spoilt_answers_are_told(answers in answers(), how in 0_usize..16, at in 0_usize..8) {
        let mut answers = answers;
        spoil(&mut answers, how, at);
        match first_case(&answers) {
            Ok(text) => { read(&text); }
            Err(faults) => {
                let sent = serde_json::to_value(&answers).unwrap();
                for fault in faults {
                    prop_assert!(!fault.path.is_empty(), "{:?}", fault);
                    prop_assert!(sent.pointer(&fault.path).is_some(), "{:?}", fault);
                    prop_assert!(!fault.message.is_empty() && !fault.hint.is_empty());
                }
            }
        }
    }
}

fn spoil(answers: &mut Answers, how: usize, at: usize) {
    let issues = answers.issues.len();
    let parties = answers.parties.len();
    let issue = &mut answers.issues[at % issues];
    match how {
        0 => answers.title.clear(),
        1 => "03/04/2025".clone_into(&mut answers.day),
        2 => answers.parties.truncate(1),
        3 => answers.issues.clear(),
        4 => "\u{1b} ".clone_into(&mut issue.name),
        5 => issue.answers = OnTheTable::Words(vec!["same".to_owned(), "Same".to_owned()]),
        6 => issue.answers = OnTheTable::Range { from: 5.0, to: 1.0, step: Some(f64::NAN) },
        7 => issue.answers = OnTheTable::Numbers(vec![f64::INFINITY, 1e300, 1.0]),
        8 => answers.parties[at % parties].wants.without = None,
        9 => answers.parties[at % parties].wants.matters.clear(),
        10 => answers.parties[at % parties].wants.on.clear(),
        11 => "nothing".clone_into(&mut answers.parties[0].wants.on[0].issue),
        12 => answers.parties[0].wants.on[0].never.push("what nobody offers".to_owned()),
        13 => answers.parties[0].wants.on[0].best = Some(f64::NAN),
        14 => answers.parties[1].name = answers.parties[0].name.clone(),
        _ => answers.sources.push(Source {
            title: String::new(),
            day: "3 May 2031".to_owned(),
            grade: "G".to_owned(),
        }),
    }
}

#[test]
fn what_is_missing_is_told_all_at_once_and_in_the_order_of_the_questions() {
    let faults = first_case(&Answers::default()).unwrap_err();
    let paths: Vec<&str> = faults.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(paths, ["/title", "/day", "/parties", "/issues"]);
}

#[test]
fn names_in_arabic_make_a_case() {
    let wish = |options: [&str; 3]| Wants {
        on: vec![Wish {
            issue: "مدة الهدنة".to_owned(),
            best_first: options.iter().map(|o| vec![(*o).to_owned()]).collect(),
            ..Wish::default()
        }],
        matters: Vec::new(),
        without: Some(Without::Worse),
    };
    let party = |name: &str, wants: Wants| Party { name: name.to_owned(), wants, ..Party::default() };
    let answers = Answers {
        title: "محادثات حول الميناء".to_owned(),
        day: "2025-03-01".to_owned(),
        about: "تتفاوض البلدية والنقابة حول مدة الهدنة.".to_owned(),
        parties: vec![
            party("البلدية", wish(["أسبوع", "شهر", "سنة"])),
            party("النقابة", wish(["سنة", "شهر", "أسبوع"])),
        ],
        issues: vec![Issue {
            name: "مدة الهدنة".to_owned(),
            unit: String::new(),
            answers: OnTheTable::Words(["أسبوع", "شهر", "سنة"].map(str::to_owned).to_vec()),
        }],
        sources: Vec::new(),
    };
    let text = first_case(&answers).unwrap();
    let case = read(&text).case;
    assert_eq!(case.parties[0].id, "party_1");
    assert_eq!(case.parties[1].name, "النقابة");
    assert_eq!(case.issues[0].id, "issue_1");
    assert!(text.contains("[positions.party_2.issue_1]"));
}

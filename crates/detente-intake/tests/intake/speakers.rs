//! Examples of reports that were once misheard, each for its kind: who speaks, what is denied or hangs on a condition, and words that look
//! like others.

use detente_intake::report::{DateMention, Draft, DraftKind, ReportDrafts, Stance, read_report};
use detente_model::{Case, Party, Person, Role};
use jiff::civil::date;

/// A case of named parties, each with the other names of its people.
fn case(parties: &[(&str, &str, &[&str])]) -> Case {
    let mut case = Case::default();
    for (id, name, people) in parties {
        let people = people
            .iter()
            .map(|name| Person { name: (*name).to_owned(), role: None, aliases: Vec::new() })
            .collect();
        let (id, name) = ((*id).to_owned(), (*name).to_owned());
        case.parties.push(Party {
            id,
            name,
            role: Role::Principal,
            people,
            quota: None,
            quota_when: None,
            place: None,
        });
    }
    case
}

fn strait() -> Case {
    case(&[
        ("dune", "Dune Front", &["Colonel Bravo"]),
        ("north", "Northland", &["General Alpha"]),
        ("us", "United States", &[]),
        ("eu", "European Union", &[]),
    ])
}

/// Reported on Monday 3 June 2024.
pub(super) fn read(text: &str) -> ReportDrafts {
    read_report(text, &strait(), date(2024, 6, 3)).unwrap()
}

pub(super) fn statements(found: &ReportDrafts) -> Vec<&Draft> {
    found.drafts.iter().filter(|d| matches!(d.kind, DraftKind::Statement { .. })).collect()
}

/// Speaker and words of every statement; `-` for nobody.
pub(super) fn told(text: &str) -> Vec<(String, String)> {
    let by = |d: &Draft| d.by.as_ref().map_or("-".to_owned(), |by| by.name.clone());
    statements(&read(text)).into_iter().map(|d| (by(d), d.text.clone())).collect()
}

pub(super) fn pair(speaker: &str, words: &str) -> (String, String) {
    (speaker.to_owned(), words.to_owned())
}

fn toml(text: &str) -> String {
    read(text).to_toml(&strait(), "wire", date(2024, 6, 3))
}

#[test]
fn a_quotation_behind_a_colon_belongs_to_whoever_stands_before_it() {
    let text = "Former governor Paul Tango called the text “a trap”.\n\nThe Norwegian envoy: “Both parties are closer than ever.”\n\n\
                A Swedish mediator, however, denied that the talks were in crisis: “They have never been so frank,” she added.";
    assert_eq!(
        told(text),
        [
            pair("Former governor Paul Tango", "the text “a trap”"),
            pair("Norwegian envoy", "Both parties are closer than ever"),
            pair("Swedish mediator", "denied that the talks were in crisis"),
            pair("Swedish mediator", "They have never been so frank"),
        ]
    );
    // Without a name before the colon it is nobody's.
    assert_eq!(
        told("Paul Tango left early.\n\nOverheard at the door: “Both parties are closer than ever.”")[0].0,
        "-"
    );
}

#[test]
fn two_who_act_together_are_two_and_whoever_tells_of_it_is_kept() {
    let text = "The council and the river alliance resumed talks on Wednesday, according to two diplomats close to them.";
    let case = case(&[("council", "Council", &[]), ("alliance", "River Alliance", &[])]);
    let found = read_report(text, &case, date(2024, 6, 3)).unwrap();
    let act = found.drafts.iter().find(|d| matches!(d.kind, DraftKind::Act { .. })).unwrap();
    let together: Vec<&str> = act.together.iter().map(|by| by.name.as_str()).collect();
    assert_eq!(together, ["council", "river alliance"]);
    assert_eq!(act.by.as_ref().unwrap().party, None, "one claim of two parties is neither's alone");
    assert_eq!(act.said.as_ref().and_then(DateMention::day), Some(date(2024, 5, 29)));
    assert!(act.told_by.as_ref().unwrap().name.starts_with("two diplomats"));
    let claim = act.to_toml(&case, "wire", date(2024, 6, 3));
    assert!(claim.contains("# 2 together: “council” ("), "{claim}");
    assert!(claim.contains("# on the word of “two diplomats"), "{claim}");
    assert!(!claim.contains("\nparty ="), "{claim}");
}

#[test]
fn where_two_could_be_meant_nobody_is_given_the_words() {
    let text = "General Alpha met Colonel Bravo at the bridge. He said the road would be closed.";
    let found = read(text);
    let statement = statements(&found)[0];
    assert_eq!(statement.by, None);
    let mut candidates: Vec<&str> = statement.could_be.iter().map(|by| by.name.as_str()).collect();
    candidates.sort_unstable();
    assert_eq!(candidates, ["Colonel Bravo", "General Alpha"]);
    let claim = statement.to_toml(&strait(), "wire", date(2024, 6, 3));
    assert!(
        claim.contains("# who: the text does not settle it, so no party is given; it could be “"),
        "{claim}"
    );
    assert!(!claim.contains("\nby =") && !claim.contains("\nparty ="), "{claim}");
    // Of two who talk to each other either may answer, and of two in one word each.
    for text in [
        "“You are late,” General Alpha told Colonel Bravo. “I know that very well,” she said.",
        "General Alpha was there. The two leaders met. “It was a good talk,” he said.",
        "“You are late,” General Alpha told the guard. “I know that well,” came the reply.",
    ] {
        assert_eq!(statements(&read(text)).last().unwrap().by, None, "{text}");
    }
    assert_eq!(told("Either General Alpha or Colonel Bravo said the road was closed."), []);
    // Both of two are they, and either may be he.
    let both = read("General Alpha and Colonel Bravo said the road was closed. They added that it was late.");
    assert_eq!(statements(&both)[1].together.len(), 2);
    let either = read("General Alpha and Colonel Bravo said the road was closed. He added that it was late.");
    assert_eq!((statements(&either)[1].by.as_ref(), statements(&either)[1].could_be.len()), (None, 2));
    // What is so according to somebody is theirs.
    assert_eq!(
        told("According to General Alpha, the Dune Front promised to come."),
        [pair("General Alpha", "the Dune Front promised to come")]
    );
    // Whoever has just spoken goes on, and a woman is no `he`.
    assert_eq!(
        told("General Alpha told Colonel Bravo that it was late. He added that the road was closed.")[1].0,
        "General Alpha"
    );
    assert_eq!(told("The spokeswoman met General Alpha. He said the road was closed.")[0].0, "General Alpha");
}

#[test]
fn a_bare_quotation_in_a_paragraph_of_its_own_is_left_open() {
    let found = read("General Alpha said the road was closed.\n\n“We are all very tired of waiting here.”");
    let open = statements(&found)[1];
    assert_eq!((open.by.as_ref(), open.could_be.len()), (None, 1));
    // In the same paragraph it goes on.
    let on = told("“The road is closed,” General Alpha said. “We are all very tired of waiting here.”");
    assert_eq!(on[1].0, "General Alpha");
}

#[test]
fn those_who_are_only_near_a_party_do_not_speak_for_it() {
    let parties = |text: &str| -> Vec<Option<String>> {
        let case = strait();
        let name = |d: &&Draft| d.by.as_ref()?.party.map(|p| case.party(p).id.clone());
        statements(&read(text)).iter().map(name).collect()
    };
    for text in [
        "A former adviser to Northland said the road was closed.",
        "Critics of Northland said the road was closed.",
        "The envoy to Northland said the road was closed.",
        "Northland’s opponents said the road was closed.",
        "Maria Alpha, a shopkeeper, said the road was closed.",
        "Northland and the Dune Front said the road was closed.",
        "The wife of General Alpha said the road was closed.",
        "Mr. Alpha, the general’s husband, said the road was closed.",
        "The anti-Northland alliance said the road was closed.",
        "The U.N. envoy for Northland said the road was closed.",
        "Rebels fighting Northland said the road was closed.",
        "The man who shot General Alpha said the road was closed.",
    ] {
        assert_eq!(parties(text), [None], "{text}");
    }
    for text in [
        "A spokesman for Northland said the road was closed.",
        "Northland’s army said the road was closed.",
        "Gen. Alpha said the road was closed.",
    ] {
        assert_eq!(parties(text), [Some("north".to_owned())], "{text}");
    }
}

#[test]
fn a_denial_or_a_condition_never_becomes_a_statement() {
    let text = "The Dune Front has not said that it accepts the line. Neither Northland nor the Dune Front has said that the talks are over. \
                The Dune Front never said it would disarm. If Northland says it accepts the line, the shelling will stop.";
    let found = read(text);
    assert_eq!(
        told(text),
        [
            pair("Dune Front", "has not said that it accepts the line"),
            pair(
                "Neither Northland nor the Dune Front",
                "Neither Northland nor the Dune Front has said that the talks are over"
            ),
            pair("Dune Front", "never said it would disarm"),
        ]
    );
    assert!(found.drafts.iter().all(|d| !d.is_affirmed()));
    let claims = toml(text);
    for words in ["not", "Neither", "never"] {
        let remark = format!("; the report denies it (“{words}”), so the stance is against");
        assert!(claims.contains(&remark), "{claims}");
    }
}

#[test]
fn every_way_of_denying_keeps_its_words() {
    for (text, kept) in [
        ("The Dune Front hasn’t agreed to the plan.", "hasn’t agreed to the plan"),
        ("The Dune Front will not accept the plan.", "will not accept the plan"),
        ("The Dune Front refused to say that it was over.", "refused to say that it was over"),
        ("The Dune Front denied that it was over.", "denied that it was over"),
        ("The Dune Front flatly rejected the plan.", "flatly rejected the plan"),
        ("The Dune Front stopped short of accepting the plan.", "stopped short of accepting the plan"),
        ("The Dune Front has yet to accept the plan.", "has yet to accept the plan"),
        ("The Dune Front ruled out a truce.", "ruled out a truce"),
        ("The Dune Front failed to confirm that it was over.", "failed to confirm that it was over"),
        ("The Dune Front no longer insists that it be over.", "no longer insists that it be over"),
        ("The Dune Front has at no time agreed to the plan.", "has at no time agreed to the plan"),
        ("Nor has the Dune Front agreed to the plan.", "Nor has the Dune Front agreed to the plan"),
        ("At no time did the Dune Front agree to the plan.", "no time did the Dune Front agree to the plan"),
        ("No official has said that it was over.", "No official has said that it was over"),
        ("Nobody in the Dune Front said that it was over.", "Nobody in the Dune Front said that it was over"),
        ("None of the envoys said that it was over.", "None of the envoys said that it was over"),
        ("The Dune Front is not ready to sign.", "is not ready to sign"),
        ("The Dune Front isn’t willing to come.", "isn’t willing to come"),
        ("The Dune Front is not opposed to a truce.", "is not opposed to a truce"),
        ("Few in the Dune Front believe that it was over.", "Few in the Dune Front believe that it was over"),
        ("The Dune Front falsely claimed that it was over.", "falsely claimed that it was over"),
        ("The Dune Front almost accepted the plan.", "almost accepted the plan"),
        ("The Dune Front agreed to nothing.", "agreed to nothing"),
        ("The Dune Front offered no date.", "offered no date"),
        ("Not even the Dune Front said that it was over.", "Not even the Dune Front said that it was over"),
        ("“It is all over now,” the Dune Front did not say.", "It is all over now"),
        ("The Dune Front doubted that it was over.", "doubted that it was over"),
        ("The Dune Front did not rule out a truce.", "did not rule out a truce"),
        (
            "The Dune Front would neither confirm nor deny that it was over.",
            "would neither confirm nor deny that it was over",
        ),
    ] {
        let found = read(text);
        let all = statements(&found);
        assert_eq!(all.len(), 1, "{text}: {all:?}");
        assert!(!all[0].is_affirmed(), "{text}");
        assert_eq!(all[0].text, kept, "{text}");
    }
}

#[test]
fn what_nobody_says_is_drafted_for_nobody() {
    for text in [
        "If the Dune Front says it accepts the line, the shelling will stop.",
        "The shelling will stop unless Northland announces that the road is closed.",
        "Has the Dune Front accepted the plan?",
        "There is no sign that the Dune Front has accepted the plan.",
        "It is not true that the Dune Front accepted the plan.",
        "It is unclear whether the Dune Front accepted the plan.",
        "Had the Dune Front accepted the plan, the road would be open.",
        "The Dune Front may soon announce that it is over.",
        "Northland will wait until the Dune Front says that it is over.",
        "The claim that the Dune Front accepted the plan is a lie.",
        "Whoever says that the Dune Front accepted the plan is lying.",
        "Once the Dune Front accepts the plan, all will change.",
        "In the event that the Dune Front accepts the plan, all will change.",
        "Suppose the Dune Front accepted the plan.",
        "Let the Dune Front accept the plan.",
        "The Dune Front said to be ready for talks",
        "Contrary to what the Dune Front said, the road is open.",
        "The talks are over, but not according to the Dune Front.",
        "It is unlikely that the Dune Front will accept the plan.",
        "What the Dune Front asked for is a road.",
        "There were rumours that the Dune Front had accepted the plan.",
    ] {
        let found = read(text);
        assert_eq!(statements(&found), Vec::<&Draft>::new(), "{text}");
    }
}

#[test]
fn a_statement_keeps_the_condition_on_which_it_hangs() {
    for (text, condition) in [
        ("The Dune Front said it would come if the road was open.", "if the road was open"),
        ("If the road is opened, the Dune Front is ready to come.", "If the road is opened"),
        ("The Dune Front wants a truce unless Northland withdraws.", "unless Northland withdraws"),
        ("“If you come, we will sign,” General Alpha said.", "If you come"),
        ("Should the road be opened, the Dune Front promised to come.", "Should the road be opened"),
        ("The Dune Front agreed to come, provided the road was open.", "provided the road was open"),
        ("The Dune Front said it would stay as long as the road was open.", "as long as the road was open"),
    ] {
        let found = read(text);
        let all = statements(&found);
        assert_eq!(all.len(), 1, "{text}: {all:?}");
        assert_eq!(all[0].conditions, [condition], "{text}");
        assert!(all[0].text.contains(condition), "{text}");
        assert!(toml(text).contains(&format!("# on a condition: “{condition}”")), "{text}");
    }
    // To ask is to set no condition.
    let found = read("The Dune Front would not say if the road was open.");
    assert!(found.drafts[0].conditions.is_empty() && !found.drafts[0].is_affirmed());
}

#[test]
fn what_was_not_done_is_no_act() {
    for text in [
        "The Dune Front did not sign the plan.",
        "The Dune Front never signed the plan.",
        "Neither Northland nor the Dune Front signed the plan.",
        "No convoy crossed the river.",
        "The plan was not signed.",
        "The council adopted no plan.",
    ] {
        let found = read(text);
        let acts: Vec<&Draft> =
            found.drafts.iter().filter(|d| matches!(d.kind, DraftKind::Act { .. })).collect();
        assert!(acts.iter().all(|d| d.denied.is_some()), "{text}: {acts:?}");
    }
    for text in [
        "If the Dune Front signed the plan, the road would open.",
        "The Dune Front has yet to sign the plan.",
        "The Dune Front would have signed the plan.",
        "There is no sign that the Dune Front signed the plan.",
        "Has the Dune Front signed the plan?",
        "Northland asked that the prisoners be released.",
        "The Dune Front is said to have killed five men.",
    ] {
        let found = read(text);
        assert!(!found.drafts.iter().any(|d| matches!(d.kind, DraftKind::Act { .. })), "{text}");
    }
}

#[test]
fn initials_are_names_and_end_nothing() {
    let text = "The U.S. said it would veto the resolution. The E.U. called for restraint on both sides. The Dune Front told the U.S. \
                it would accept the deal.";
    let found = read(text);
    assert_eq!(
        told(text),
        [
            pair("U.S.", "it would veto the resolution"),
            pair("E.U.", "restraint on both sides"),
            pair("Dune Front", "it would accept the deal"),
        ]
    );
    let parties: Vec<usize> =
        statements(&found).iter().map(|d| d.by.as_ref().unwrap().party.unwrap().0).collect();
    assert_eq!(parties, [2, 3, 0]);
    assert_eq!(told("Sen. Kilo said at 9 a.m. that No. 5 was shut.")[0], pair("Sen. Kilo", "No. 5 was shut"));
}

#[test]
fn names_that_are_verbs_are_names() {
    for (text, speaker) in [
        ("Foreign minister Amina Said said the truce was over.", "Foreign minister Amina Said"),
        ("Mr. Said said the truce was over.", "Mr. Said"),
        ("Said said the truce was over.", "Said"),
        ("Will Grant said the truce was over.", "Will Grant"),
        ("May told reporters that the truce was over.", "May"),
        ("Ambassador Bush added that the truce was over.", "Ambassador Bush"),
        ("Prime Minister Victor Hope announced that the truce was over.", "Prime Minister Victor Hope"),
    ] {
        assert_eq!(told(text), [pair(speaker, "the truce was over")], "{text}");
    }
}

#[test]
fn a_day_that_owns_something_is_not_the_day_it_was_said() {
    let found = read("The mediator says Friday’s extension will help both sides.");
    let draft = statements(&found)[0];
    assert_eq!((draft.text.as_str(), draft.said.as_ref()), ("Friday’s extension will help both sides", None));
    // The day itself is still found.
    assert_eq!(found.dates[0].day(), Some(date(2024, 5, 31)));
}

#[test]
fn a_six_month_period_has_six_months() {
    let found = read("The truce was renewed for a six-month period.");
    let counts: Vec<(f64, &str)> = found
        .drafts
        .iter()
        .filter_map(|d| match &d.kind {
            DraftKind::Quantity(q) => Some((q.value.central(), q.quantity.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(counts, [(6.0, "months")]);
}

#[test]
fn what_is_in_progress_is_said() {
    let text = "The Dune Front has been demanding a full withdrawal. Northland is insisting that the guards stay. The envoys were not \
                proposing a date.";
    let found = read(text);
    let stances: Vec<(String, bool)> = statements(&found)
        .iter()
        .map(|d| {
            let stance =
                matches!(&d.kind, DraftKind::Statement { cue: Some((_, Stance::For | Stance::States)), .. });
            (d.text.clone(), stance && d.is_affirmed())
        })
        .collect();
    assert_eq!(
        stances,
        [
            ("a full withdrawal".to_owned(), true),
            ("the guards stay".to_owned(), true),
            ("were not proposing a date".to_owned(), false),
        ]
    );
}

#[test]
fn a_quotation_parted_by_its_attribution_is_one_claim() {
    let found = read("“I do not think,” said General Alpha, “that they will sign this week.”");
    let all = statements(&found);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].text, "I do not think that they will sign this week");
    assert_eq!(all[0].stretches.len(), 2);
    assert!(
        all[0]
            .to_toml(&strait(), "wire", date(2024, 6, 3))
            .contains("text = \"I do not think that they will sign this week\"")
    );
    // Two sentences are two claims.
    assert_eq!(told("“We came,” said General Alpha. “They did not come at all.”").len(), 2);
}

#[test]
fn a_transcript_gives_each_turn_to_its_label() {
    let text = "ENVOY ALPHA: We have a text. It is short.\n\nQUESTION: Has Northland accepted it?\n\nCOLONEL BRAVO: We have not.";
    assert_eq!(
        told(text),
        [pair("ENVOY ALPHA", "We have a text. It is short"), pair("COLONEL BRAVO", "We have not")]
    );
    let points = "WHAT HAPPENED: The road is closed.\n\nWHAT THEY SAY: General Alpha: “It was time.” Colonel Bravo: “It was a mistake.”";
    assert_eq!(
        told(points),
        [pair("General Alpha", "It was time"), pair("Colonel Bravo", "It was a mistake")]
    );
    assert_eq!(told("NEEDS\nGeneral Alpha said the road was closed.")[0].0, "General Alpha");
    // A heading is no speaker.
    assert_eq!(told("SUMMARY: The road is closed.\n\nUPDATE: The road is open."), []);
}

#[test]
fn days_are_resolved_from_the_day_of_the_report() {
    let days = |text: &str| read(text).dates.iter().map(|d| (d.first, d.last)).collect::<Vec<_>>();
    let day = |m, d| (date(2024, m, d), date(2024, m, d));
    assert_eq!(days("They met on Wednesday."), [day(5, 29)]);
    assert_eq!(days("They met yesterday."), [day(6, 2)]);
    assert_eq!(days("Two days ago they met."), [day(6, 1)]);
    assert_eq!(days("They met last week."), [(date(2024, 5, 27), date(2024, 6, 2))]);
    assert_eq!(days("They read Friday’s statement."), [day(5, 31)]);
}

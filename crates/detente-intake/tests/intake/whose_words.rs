//! Kinds of mistakes that reports by another hand showed: words given to the wrong one, and turns and attributions that were missed.

use detente_intake::report::{Draft, DraftKind};

use super::speakers::{pair, read, statements, told};

#[test]
fn two_who_are_joined_in_what_is_reported_say_nothing_themselves() {
    assert_eq!(
        told("Officials said both the Dune Front and Northland have rejected the map."),
        [pair("Officials", "both the Dune Front and Northland have rejected the map")]
    );
    // What is accepted is no clause: after it another begins.
    assert_eq!(
        told("The envoy accepted the map and the council rejected it."),
        [pair("envoy", "the map"), pair("council", "rejected it")]
    );
    assert_eq!(
        told("General Alpha denied that he had fired, but he refused to promise a truce."),
        [
            pair("General Alpha", "denied that he had fired"),
            pair("General Alpha", "refused to promise a truce")
        ]
    );
}

#[test]
fn how_it_was_said_stands_between_the_speaker_and_the_colon() {
    for front in [
        "General Alpha, in a voice message",
        "General Alpha, speaking by radio",
        "In Doha, General Alpha",
        "General Alpha, a former pilot",
    ] {
        assert_eq!(
            told(&format!("{front}: “We will hold the road until May.”")),
            [pair("General Alpha", "We will hold the road until May")],
            "{front}"
        );
    }
}

#[test]
fn a_question_that_is_told_of_states_nothing() {
    assert_eq!(told("Northland asked the port authority whether ships could leave."), []);
    assert_eq!(told("Northland asked Colonel Bravo why ships could not leave."), []);
    assert_eq!(
        told("Northland asked Colonel Bravo to leave. Northland asked the envoy for a map and a tent."),
        [pair("Northland", "Colonel Bravo to leave"), pair("Northland", "a map and a tent")]
    );
}

#[test]
fn a_pronoun_is_not_given_to_one_who_is_called_otherwise_or_left_behind() {
    let before = "Paul Tango, a monitor, says the road is open. “Bravo lied to me,” he adds.\n\n";
    let last = |text: &str| told(text).pop().unwrap();
    // Any noun speaks in the middle of what was said.
    assert_eq!(
        told(&format!(
            "{before}A third of the harvest, the beekeeper reckons, is lost. “We will manage somehow,” she says."
        ))[2..],
        [pair("beekeeper", "A third of the harvest is lost"), pair("beekeeper", "We will manage somehow")]
    );
    // He is no `she`; nor does a pronoun reach him past a sentence on something else.
    assert_eq!(
        last(&format!("{before}“We will manage somehow,” she says.")),
        pair("-", "We will manage somehow")
    );
    assert_eq!(
        last(&format!("{before}In the valley the old are leaving. “We will manage somehow,” he says.")),
        pair("-", "We will manage somehow")
    );
    assert_eq!(
        last(&format!("{before}“We will manage somehow,” he says.")),
        pair("Paul Tango", "We will manage somehow")
    );
}

#[test]
fn turns_may_have_offices_in_small_letters_and_tell_of_others() {
    let text = "The old mediator: We have a text. Colonel Bravo said that he would sign.\n\n\
                Question: The Dune Front says that ten tents were burnt. Is it true?\n\n\
                The old mediator: He says so. Northland refuses to sign. We have asked for a map.\n\n\
                The old mediator: That is all.";
    assert_eq!(
        told(text),
        [
            pair("old mediator", "We have a text. Colonel Bravo said that he would sign"),
            pair("Colonel Bravo", "he would sign"),
            pair("Dune Front", "ten tents were burnt"),
            pair("old mediator", "He says so. Northland refuses to sign. We have asked for a map"),
            pair("Northland", "refuses to sign"),
            pair("old mediator", "That is all"),
        ]
    );
    let found = read(text);
    let by = |d: &Draft| d.told_by.as_ref().map_or("-".to_owned(), |by| by.name.clone());
    let by: Vec<String> = statements(&found).into_iter().map(by).collect();
    assert_eq!(by, ["-", "old mediator", "Question", "-", "old mediator", "-"]);
    // A count within what another is said to have said is that other's.
    let count = found.drafts.iter().find(|d| matches!(d.kind, DraftKind::Quantity(_))).unwrap();
    assert_eq!(count.by.as_ref().map(|by| by.name.as_str()), Some("Dune Front"));
    // Once is a heading, not a turn.
    assert_eq!(told("The old mediator: a portrait\n\nThe road is closed."), []);
}

#[test]
fn an_attribution_stands_in_the_middle_or_behind_with_its_letter() {
    let whole = |text: &str| told(text)[0].clone();
    assert_eq!(
        whole("The front will leave if the road is opened, the council stated in a letter dated 2 March."),
        pair("council", "The front will leave if the road is opened")
    );
    assert_eq!(
        whole("If the road is opened, the council wrote in a letter sent on Monday, the front will leave."),
        pair("council", "If the road is opened the front will leave")
    );
    assert_eq!(
        whole("Of ten wells, the envoy said, two are dry."),
        pair("envoy", "Of ten wells two are dry")
    );
    assert_eq!(
        whole("She trusts, Maria Golf said, his arithmetic."),
        pair("Maria Golf", "She trusts his arithmetic")
    );
    // What follows may be the report's own.
    assert_eq!(
        whole("The talks failed, the envoy said, the third time this month."),
        pair("envoy", "The talks failed")
    );
    assert_eq!(
        whole("Maria Golf corrected her chairman: the boats would pass, she said."),
        pair("Maria Golf", "the boats would pass")
    );
    assert_eq!(
        whole("“The camp is quiet tonight,” a medic texts."),
        pair("medic", "The camp is quiet tonight")
    );
}

#[test]
fn one_of_several_and_those_who_ask_are_not_taken_for_the_speaker() {
    assert_eq!(
        told(
            "Diplomats, among them the Norvanian ambassador, called the paper thin; the ambassador later said he had been misquoted."
        ),
        [pair("Diplomats", "the paper thin"), pair("ambassador", "he had been misquoted")]
    );
    assert_eq!(
        told("The Reed League, according to its own newsletter, will not disarm before the vote."),
        [pair("its own newsletter", "The Reed League will not disarm before the vote")]
    );
    // An interviewer who only asks states nothing.
    let text = "The Lantern: Did you see the ship?\n\nThe harbour master: I did.\n\n\
                The Lantern: And will you?\n\nThe harbour master: No.";
    assert_eq!(told(text), [pair("harbour master", "I did"), pair("harbour master", "No")]);
}

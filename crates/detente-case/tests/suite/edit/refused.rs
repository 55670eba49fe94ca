//! What cannot be done is refused as a whole, with why and what to do instead.

use detente_case::Code;
use detente_case::edit::{self, Edit, EditFault};

use super::MOTLEY;

#[test]
fn what_cannot_be_done_says_why_and_what_instead() {
    let fault = |path: &str, value: &str| match edit::set(MOTLEY, path, value).unwrap_err() {
        EditFault::Impossible { fault, .. } => *fault,
        other => panic!("{other:?}"),
    };
    let help = |path: &str| fault(path, "1").help.unwrap();
    assert_eq!(help("positions.union.no_dael"), "did you mean `positions.union.no_deal`?");
    assert_eq!(help("positions.prot.weights.pay"), "did you mean `positions.port.weights.pay`?");
    assert_eq!(help("interactions[3].value"), "`interactions` has 2 members, counted from `[1]`");
    assert_eq!(
        help("zebra"),
        "the case has `case`, `title`, `as_of`, `parties`, `issues`, `positions` and `interactions`"
    );
    let there = fault("positions.union.no_dael", "1");
    assert_eq!((there.code, there.line), (Code::UnknownPath, Some(31)));
    for value in [
        "",
        "1\n",
        "1 # no",
        "1, 2",
        "1 }",
        "1 }\n[x]",
        "{ a = 1",
        "abc",
        "\u{feff}1",
        "1\r\n",
        "\"\"\"\nx\"\"\"",
        "[1,\n2]",
        "0,4",
    ] {
        let fault = fault("positions.port.no_deal", value);
        assert_eq!(fault.code, Code::NotAValue, "{value:?}");
        assert!(fault.help.is_some());
    }
    assert_eq!(fault("positions.port", "{ }").code, Code::WholeTable);
    let taken = edit::insert_at(MOTLEY, "positions.port.no_deal", "0.5").unwrap_err();
    assert_eq!(taken.faults()[0].code, Code::AlreadyThere);
    let refused = edit::set(MOTLEY, "positions.port.no_deal", "2").unwrap_err();
    assert_eq!(refused.faults()[0].code, Code::OutOfRange);
    let broken = edit::set("a = ", "a", "1").unwrap_err();
    assert!(matches!(broken, EditFault::Broken(_)));
    // All or nothing, and which of them it was.
    let several = [Edit::set("title", "\"A\""), Edit::set("titel", "\"B\"")];
    assert!(matches!(edit::apply(MOTLEY, &several), Err(EditFault::Impossible { edit: 1, .. })));
}

//! GeniusWeb: the keys of domains and profiles, as the Java and the Python edition spell them.

use super::Within::{Each, Place};
use super::{Known, irrelevant, refused, used};

pub(crate) const ROWS: &[Known] = &[
    used(&["file"], &["LinearAdditiveUtilitySpace", "LinearAdditive"], "a profile")
        .holds(Place("profile"))
        .spellings(),
    refused(
        &["file"],
        &["SumOfGroupsUtilitySpace"],
        "its worth is that of groups of issues, whose table of combinations is not read",
    ),
    refused(
        &["file"],
        &["DefaultPartialOrdering"],
        "it says which packages are better than which, and not how much",
    ),
    used(&["profile"], &["issueUtilities"], "what options are worth").holds(Each("utilities")),
    used(&["profile"], &["issueWeights"], "weights"),
    used(&["profile"], &["domain"], "must be the domain on the table, or stands for it")
        .holds(Place("domain")),
    used(&["profile"], &["name"], "the name of the party"),
    used(&["profile"], &["reservationBid"], "`no_deal`").holds(Place("bid")),
    used(&["domain"], &["name"], "the title, where no file has one"),
    used(&["domain"], &["issuesValues"], "issues").holds(Each("values")),
    used(&["values"], &["values"], "options"),
    used(&["values"], &["range"], "lower end, upper end, step"),
    used(&["bid"], &["issuevalues", "issueValues"], "an option for each issue").spellings(),
    used(&["utilities"], &["discreteutils", "DiscreteValueSetUtilities"], "worth of options")
        .holds(Place("discrete"))
        .spellings(),
    used(&["utilities"], &["numberutils", "NumberValueSetUtilities"], "worth of numbers")
        .holds(Place("numbers"))
        .spellings(),
    used(&["discrete"], &["valueUtilities"], "worth of each option"),
    used(&["numbers"], &["lowValue", "lowUtility", "highValue", "highUtility"], "the line"),
    irrelevant(&["file"], &["$schema"], "for editors of text"),
];

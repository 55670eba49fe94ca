//! NegMAS: the keys of outcome spaces, utility functions and functions of one issue, by class.

use super::Within::{EachOfClass, OfClass, Place};
use super::{Known, irrelevant, refused, used};

const CLASS: &[&str] = &["type", "__python_class__"];
const KIND: &str = "its class, with or without the module before it";
const TAG: &str = "for the program alone";

const ADDITIVE: &[&str] = &["LinearAdditiveUtilityFunction", "LinearUtilityAggregationFunction"];
const DISCOUNTED: &[&str] = &["ExpDiscountedUFun", "LinDiscountedUFun"];
const SUMS: &[&str] = &[
    "LinearAdditiveUtilityFunction",
    "LinearUtilityAggregationFunction",
    "LinearUtilityFunction",
    "AffineUtilityFunction",
];
const ALL: &[&str] = &[
    "LinearAdditiveUtilityFunction",
    "LinearUtilityAggregationFunction",
    "LinearUtilityFunction",
    "AffineUtilityFunction",
    "ExpDiscountedUFun",
    "LinDiscountedUFun",
];
const OF_ONE_ISSUE: &[&str] =
    &["TableFun", "IdentityFun", "LinearFun", "AffineFun", "ConstFun", "TriangularFun", "QuadraticFun"];

pub(crate) const ROWS: &[Known] = &[
    used(
        &["outcome space"],
        CLASS,
        "`CartesianOutcomeSpace`, or `Discrete…` or `Singleton…` of it; others are refused",
    )
    .spellings(),
    used(&["outcome space"], &["issues"], "issues").holds(Place("issue")),
    irrelevant(&["outcome space"], &["name", "path", "id"], TAG),
    used(&["issue"], CLASS, "which values it has").spellings(),
    used(&["issue"], &["name"], "its name"),
    used(&["issue"], &["values"], "its options, or the ends of its range"),
    used(&["issue"], &["step"], "how far options in numbers lie apart"),
    irrelevant(&["issue"], &["n_values", "cardinality"], "options are counted"),
    irrelevant(&["issue"], &["n_levels"], "how finely the program would cut a range"),
    refused(&["issue"], &["base"], "the issue may be left open"),
    used(ALL, CLASS, KIND).spellings(),
    used(ALL, &["name"], "the name of the party"),
    used(ALL, &["reserved_value"], "`no_deal`"),
    used(ALL, &["outcome_space"], "must be the domain on the table, or stands for it")
        .holds(Place("outcome space")),
    used(ALL, &["issues"], "must be the domain on the table, or stands for it").holds(Place("issue")),
    refused(ALL, &["outcomes"], "only some packages can be agreed on"),
    refused(ALL, &["reserved_outcome"], "no deal is a package that it names"),
    refused(ALL, &["constraints"], "a package that breaks one is worth less than all others"),
    irrelevant(ALL, &["id", "path", "stability", "invalid_value"], TAG),
    used(SUMS, &["weights"], "weights, or worth of one more; of additive functions, none means 1"),
    used(SUMS, &["bias"], "added to every package"),
    used(ADDITIVE, &["values"], "a function for each issue").holds(EachOfClass),
    used(DISCOUNTED, &["ufun"], "the function that is discounted").holds(OfClass),
    used(DISCOUNTED, &["discount", "cost"], "left out, with a warning and a note"),
    irrelevant(
        DISCOUNTED,
        &["factor", "power", "dynamic_reservation"],
        "part of the discount over time, which is left out with a warning",
    ),
    used(OF_ONE_ISSUE, CLASS, KIND).spellings(),
    used(&["TableFun"], &["mapping"], "worth of each option"),
    used(&["LinearFun", "AffineFun"], &["slope", "bias"], "worth of one more, and what is added"),
    used(&["ConstFun"], &["bias"], "the worth"),
    used(&["TriangularFun"], &["start", "middle", "end"], "feet and top"),
    used(&["TriangularFun"], &["bias", "scale"], "worth at the feet, and how much more at the top"),
    used(&["QuadraticFun"], &["a2", "a1", "bias"], "its coefficients"),
];

//! Genius: the elements and attributes of domains and profiles, in all editions from 2007 to 10.4.

use super::{Known, irrelevant, refused, used};

const NAMED_BY_VALUE: &str = "options go by their value";
const TOLD: &str = "how much of the profile an agent is told; the profile itself is what counts";
const RANKS: &str = "its worth is that of ranks, and zero where rules say so";
const SIMILARITY: &str = "how agents guess at each other";
const REMARK: &str = "a remark for people";
const PROGRAM: &str = "for the program alone: who plays, and how";

/// Parts of a file that begins with `<negotiation_template>`.
pub(crate) const DOMAIN: &[Known] = &[
    irrelevant(
        &["negotiation_template"],
        &["@number_of_sessions", "@number_of_agents", "agent", "analysis"],
        PROGRAM,
    ),
    used(&["negotiation_template"], &["utility_space"], "holds the issues"),
    irrelevant(&["utility_space"], &["@number_of_issues"], "issues are counted"),
    used(&["utility_space"], &["@type"], "`linear`, `nonlinear`, `uncertain` and `any` share their issues"),
    irrelevant(&["utility_space"], &["@domain", "@name", "@description", "@utility_space"], REMARK),
    used(&["utility_space"], &["objective"], "holds issues"),
    used(&["utility_space"], &["issue"], "an issue"),
    irrelevant(
        &["utility_space"],
        &["weight", "reservation", "discount_factor"],
        "what a party wants is said by its profile",
    ),
    irrelevant(
        &["objective"],
        &["@index", "@name", "@description", "@type", "@etype", "@vtype"],
        "objectives only group issues",
    ),
    used(&["objective"], &["objective"], "holds issues"),
    used(&["objective"], &["issue"], "an issue"),
    irrelevant(&["objective"], &["weight"], "what a party wants is said by its profile"),
    used(&["issue"], &["@index"], "which weight and which bounds are its own"),
    used(&["issue"], &["@name"], "its name"),
    used(&["issue"], &["@type", "@vtype", "@etype"], "`discrete`, `integer` or `real`"),
    used(&["issue"], &["@lowerbound", "@upperbound"], "its range"),
    irrelevant(&["issue"], &["@description"], REMARK),
    used(&["issue"], &["item"], "an option"),
    used(&["issue"], &["range"], "its range"),
    irrelevant(&["issue"], &["evaluator", "@weight"], "what a party wants is said by its profile"),
    irrelevant(&["issue"], &["similarity_function"], SIMILARITY),
    used(&["item"], &["@value"], "the option"),
    irrelevant(&["item"], &["@index"], NAMED_BY_VALUE),
    irrelevant(&["item"], &["@description"], REMARK),
    irrelevant(&["item"], &["@cost", "@costs"], "dead for long: no edition that is in use counts it"),
    irrelevant(&["item"], &["@evaluation", "@rank", "@rating"], "what a party wants is said by its profile"),
    used(&["range"], &["@lowerbound", "@upperbound"], "the range"),
];

/// Parts of a file that begins with `<utility_space>`.
pub(crate) const PROFILE: &[Known] = &[
    used(
        &["utility_space"],
        &["@type"],
        "`linear`, `any`, `uncertain` or none: weights; `nonlinear`: rectangles; others are refused",
    ),
    irrelevant(&["utility_space"], &["@number_of_issues"], "issues are counted"),
    irrelevant(&["utility_space"], &["@domain", "@name", "@description", "@utility_space"], REMARK),
    used(&["utility_space"], &["objective"], "holds issues and weights"),
    used(&["utility_space"], &["issue"], "an issue"),
    used(&["utility_space"], &["weight"], "a weight"),
    used(&["utility_space"], &["reservation"], "what no deal is worth"),
    used(&["utility_space"], &["discount_factor"], "left out, with a warning and a note"),
    irrelevant(
        &["utility_space"],
        &["comparisons", "errors", "experimental", "fixed_seed", "seed", "rank"],
        TOLD,
    ),
    used(&["utility_space"], &["utility"], "holds rectangles"),
    refused(&["utility_space"], &["rules"], RANKS),
    irrelevant(
        &["objective"],
        &["@index", "@name", "@description", "@type", "@etype", "@vtype"],
        "objectives only group issues",
    ),
    used(&["objective"], &["objective"], "holds issues and weights"),
    used(&["objective"], &["issue"], "an issue"),
    used(&["objective"], &["weight"], "a weight; those of objectives count for nothing in Genius either"),
    used(&["objective"], &["reservation"], "what no deal is worth"),
    used(&["objective"], &["discount_factor"], "left out, with a warning and a note"),
    used(&["objective"], &["utility"], "holds rectangles"),
    refused(&["objective"], &["rules"], RANKS),
    used(&["issue"], &["@index"], "which weight and which bounds are its own"),
    used(&["issue"], &["@name"], "which issue of the domain it is"),
    irrelevant(&["issue"], &["@type", "@vtype", "@etype"], "the kind of an issue is said by the domain"),
    used(&["issue"], &["@lowerbound", "@upperbound"], "must be the range of the domain"),
    irrelevant(&["issue"], &["@description"], REMARK),
    used(&["issue"], &["item"], "an option"),
    used(&["issue"], &["range"], "must be the range of the domain"),
    used(&["issue"], &["evaluator"], "what numbers are worth"),
    irrelevant(&["issue"], &["similarity_function"], SIMILARITY),
    refused(&["issue"], &["rationality_factor"], "it weighs money in a way of its own"),
    used(&["item"], &["@value"], "the option"),
    used(&["item"], &["@evaluation"], "what it is worth"),
    irrelevant(&["item"], &["@index"], NAMED_BY_VALUE),
    irrelevant(&["item"], &["@description"], REMARK),
    irrelevant(&["item"], &["@cost", "@costs"], "dead for long: no edition that is in use counts it"),
    irrelevant(&["item"], &["@rank", "@rating"], "read by profiles with rules alone, which are refused"),
    used(&["range"], &["@lowerbound", "@upperbound"], "must be the range of the domain"),
    used(&["evaluator"], &["@ftype"], "`linear`, `constant` or `triangular`"),
    used(&["evaluator"], &["@slope", "@offset"], "the line of whole numbers"),
    used(
        &["evaluator"],
        &["@parameter0", "@parameter1", "@parameter2"],
        "the line, the constant or the triangle",
    ),
    irrelevant(&["evaluator"], &["@etype", "@type", "@vtype"], "the kind of an issue is said by the domain"),
    used(&["weight"], &["@index"], "whose weight it is"),
    used(&["weight"], &["@value"], "the weight"),
    used(&["reservation"], &["@value"], "the worth"),
    used(&["discount_factor"], &["@value"], "left out, with a warning and a note"),
    used(&["utility"], &["@maxutility"], "what utilities are divided by"),
    used(&["utility"], &["ufun"], "holds rectangles"),
    used(&["ufun"], &["@weight"], "multiplies what is in it"),
    used(&["ufun"], &["@aggregation"], "`sum`"),
    irrelevant(&["ufun"], &["@type"], "there is one type"),
    used(&["ufun"], &["ufun"], "holds rectangles"),
    used(&["ufun"], &["hyperRectangle"], "worth that a box of packages has"),
    used(&["hyperRectangle"], &["@utility"], "the worth"),
    used(&["hyperRectangle"], &["@weight"], "multiplies it"),
    used(&["hyperRectangle"], &["INCLUDES"], "a bound of the box"),
    used(&["INCLUDES"], &["@index"], "the issue that is bound"),
    used(&["INCLUDES"], &["@min", "@max"], "from where to where"),
    refused(
        &["hyperRectangle"],
        &["EXCLUDES"],
        "rectangles that exclude have their worth everywhere but in a box",
    ),
];

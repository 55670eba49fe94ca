//! Every kind of fault, with the code under which it is known.

mod explained;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal, $severity:ident;)*) => {
        /// The kind of a fault. Codes are stable: they can be searched for and filtered on.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)*
        }

        impl Code {
            /// All of them, in the order in which they are documented.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The code as printed, for example `detente::unknown_key`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => concat!("detente::", $code),)* }
            }

            /// Whether it stops the case from being read.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }

            /// What it says, in a sentence.
            pub fn about(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),+).trim_ascii(),)* }
            }
        }
    };
}

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The case cannot be used before it is mended.
    Error,
    /// The case can be used; something in it is probably not what was meant.
    Warning,
}

codes! {
    /// There is no such file.
    MissingFile = "missing_file", Error;
    /// The folder holds no `case.toml`.
    NoCaseFile = "no_case_file", Error;
    /// The file cannot be read, for lack of permission or because the disk failed.
    Unreadable = "unreadable", Error;
    /// The file is larger than any case file should be.
    TooLarge = "too_large", Error;
    /// The file is not text in UTF-8.
    NotUtf8 = "not_utf8", Error;
    /// The file holds nothing.
    EmptyFile = "empty_file", Error;
    /// Brackets or dotted keys nest deeper than the format ever needs.
    TooDeep = "too_deep", Error;
    /// The file is not well-formed TOML, or XML, JSON or YAML.
    Syntax = "syntax", Error;
    /// The same key or table is written twice.
    DuplicateKey = "duplicate_key", Error;
    /// A document type, or an entity that is not one of XML's own.
    Entities = "entities", Error;
    /// A file of another tool, in no format that is known, or not of the one that the others are in.
    UnknownFormat = "unknown_format", Error;
    /// A folder with more profiles than parties, perhaps.
    WhichProfiles = "which_profiles", Error;
    /// A profile that carries another domain than the one on the table.
    OtherDomain = "other_domain", Error;
    /// The same profile for two parties.
    SameProfile = "same_profile", Warning;
    /// Something in a file of another tool that a case cannot hold.
    Unsupported = "unsupported", Error;
    /// Something in a file of another tool that is left out.
    LeftOut = "left_out", Warning;
    /// Utilities that were brought to the scale of a case.
    Rescaled = "rescaled", Warning;
    /// The case is written in a version of the format that this reader does not know.
    UnsupportedVersion = "unsupported_version", Error;
    /// A key that the format does not have.
    UnknownKey = "unknown_key", Error;
    /// A key that must be there is not.
    MissingKey = "missing_key", Error;
    /// A value of another type than the format asks for.
    WrongType = "wrong_type", Error;
    /// A number outside the range in which it makes sense.
    OutOfRange = "out_of_range", Error;
    /// A range written out of order.
    RangeOrder = "range_order", Error;
    /// A range that is not two or three numbers.
    RangeLength = "range_length", Error;
    /// A number that is infinite or not a number.
    NotFinite = "not_finite", Error;
    /// A text that is empty or blank.
    Blank = "blank", Error;
    /// A text with a control character in it.
    ControlCharacter = "control_character", Error;
    /// A word that is not one of those the format knows here.
    UnknownWord = "unknown_word", Error;
    /// A name that cannot serve as an id.
    BadId = "bad_id", Error;
    /// An issue id that would be taken for a key of a position.
    ReservedId = "reserved_id", Error;
    /// The same id for two things that must be told apart.
    SameId = "same_id", Error;
    /// Two numbers that would be known by the same path.
    SamePath = "same_path", Error;
    /// More of something than the reader takes.
    TooMany = "too_many", Error;
    /// An id that names no source.
    UnknownSource = "unknown_source", Error;
    /// An id that names no party.
    UnknownParty = "unknown_party", Error;
    /// An id that names neither a party nor an audience.
    UnknownActor = "unknown_actor", Error;
    /// An id that names no issue.
    UnknownIssue = "unknown_issue", Error;
    /// An option that the issue does not have.
    UnknownOption = "unknown_option", Error;
    /// An id that names no proposition.
    UnknownProposition = "unknown_proposition", Error;
    /// An id that names no move.
    UnknownMove = "unknown_move", Error;
    /// An id that names no commitment.
    UnknownCommitment = "unknown_commitment", Error;
    /// A date later than the day of the case.
    AfterAsOf = "after_as_of", Error;
    /// Something reported before it was said.
    ReportedBeforeSaid = "reported_before_said", Error;
    /// Fewer than two parties that must sign.
    TooFewPrincipals = "too_few_principals", Error;
    /// No issue on the table.
    NoIssues = "no_issues", Error;
    /// An issue with neither options nor a range, or with both.
    OptionsOrRange = "options_or_range", Error;
    /// An issue without options.
    NoOptions = "no_options", Error;
    /// The same option twice.
    DuplicateOption = "duplicate_option", Error;
    /// Options in words beside options in numbers.
    MixedOptions = "mixed_options", Error;
    /// A range whose steps never reach its end.
    RangeMissesEnd = "range_misses_end", Error;
    /// A range that does not go up.
    EmptyRange = "empty_range", Error;
    /// Single numbers named on an issue whose range has no step.
    ContinuousIssue = "continuous_issue", Error;
    /// Combinations that leave no package at all.
    NothingFeasible = "nothing_feasible", Error;
    /// A condition that names no issue.
    EmptyCondition = "empty_condition", Warning;
    /// A red line on a continuous issue, of an audience that is asked about some packages only.
    ConditionalRedLine = "conditional_red_line", Error;
    /// Someone whose consent matters has no position.
    MissingPosition = "missing_position", Error;
    /// A position that is not used.
    UnusedPosition = "unused_position", Warning;
    /// An audience whose position is not known; it counts for nothing.
    SilentAudience = "silent_audience", Warning;
    /// A quota without an audience that could meet it.
    QuotaWithoutAudience = "quota_without_audience", Warning;
    /// Values on more than one issue, and nothing on how much each matters.
    PositionWithoutWeights = "position_without_weights", Error;
    /// Weights and an order of importance at once.
    WeightsAndImportance = "weights_and_importance", Error;
    /// Weights that do not sum to 1.
    WeightsSum = "weights_sum", Error;
    /// Ranges of weights whose sum can never be 1.
    WeightsNeverSum = "weights_never_sum", Warning;
    /// A weight on an issue on which nothing is valued.
    WeightWithoutValues = "weight_without_values", Error;
    /// A valued issue without a weight.
    ValuesWithoutWeight = "values_without_weight", Error;
    /// The same issue twice in an order of importance.
    DuplicateIssue = "duplicate_issue", Error;
    /// A comparison that says both `over` and `as_much_as`.
    TwoRelations = "two_relations", Error;
    /// Compared packages that do not name the same issues.
    ComparedUnlike = "compared_unlike", Error;
    /// A comparison from which nothing follows for the weights.
    IdleComparison = "idle_comparison", Warning;
    /// Comparisons of packages that cannot all hold.
    ComparisonsContradict = "comparisons_contradict", Error;
    /// Comparisons of packages that cannot all hold in some worlds.
    ComparisonsClashAtTimes = "comparisons_clash_at_times", Warning;
    /// Two ways of stating values on one issue, or half of one.
    Valuation = "valuation", Error;
    /// An option without a value.
    MissingValue = "missing_value", Error;
    /// Something that only an issue in numbers can have.
    NotNumeric = "not_numeric", Error;
    /// An ideal and a worst that could be the same number.
    IdealMeetsWorst = "ideal_meets_worst", Error;
    /// Points that do not go up.
    PointsOrder = "points_order", Error;
    /// A lower red line above the upper one.
    RedLinesCross = "red_lines_cross", Warning;
    /// Red lines that refuse every option of an issue.
    RefusesEverything = "refuses_everything", Warning;
    /// The same claim id twice.
    DuplicateClaim = "duplicate_claim", Error;
    /// A claim that says what it bears on in part only, or twice over.
    ClaimBearing = "claim_bearing", Error;
    /// A claim of kind `event` without what an event needs, or with dates that cannot be; or keys of an event elsewhere.
    ClaimEvent = "claim_event", Error;
    /// The same commitment id twice.
    DuplicateCommitment = "duplicate_commitment", Error;
    /// A commitment that names no such step or clause, or is at odds with what it is a step of, or with its own days.
    Commitment = "commitment", Error;
    /// A claim on a commitment that says half, or more than was promised, or has happened after it was said.
    CommitmentReport = "commitment_report", Error;
    /// A key of `[evidence.trust]` that is neither a grade nor half of one.
    TrustKey = "trust_key", Error;
    /// The same forecast id twice.
    DuplicateForecast = "duplicate_forecast", Error;
    /// A forecast whose dates cannot be: due before it is made, or known before it is due without saying since when.
    ForecastDates = "forecast_dates", Error;
    /// The same name twice among lots or factors.
    DuplicateName = "duplicate_name", Error;
    /// A guarantee that depends on an issue, without a row for each option, or a table that nothing uses.
    GuaranteeTable = "guarantee_table", Error;
    /// A name that no lot of the exchange has.
    UnknownLot = "unknown_lot", Error;
    /// A schedule or delivery that states its days in two ways or in none, or hands over more than there is.
    Schedule = "schedule", Error;
    /// Days of the exchange that do not go up, or a day below zero.
    DaysOrder = "days_order", Error;
    /// A factor with neither a hazard ratio nor a finding.
    HazardRatio = "hazard_ratio", Error;
    /// A finding that the catalogue does not have, or that changes no hazard.
    Finding = "finding", Error;
    /// A red line is written as doubtful, and nothing says what is in doubt.
    CertainLine = "certain_line", Error;
    /// How long agreements last, or how one of them went, is said in two ways or not at all.
    TwoLives = "two_lives", Error;
    /// A way to bargain that is said twice, or not at all.
    WayToBargain = "way_to_bargain", Error;
    /// A body that decides, of which something is missing or said twice.
    Collective = "collective", Error;
    /// What saying no costs a party, beside a no deal from which it cannot be taken.
    BlockingACost = "blocking_a_cost", Error;
    /// A formula that cannot be understood.
    Formula = "formula", Error;
    /// Moves of which no combination can be.
    NoFeasibleState = "no_feasible_state", Error;
    /// A present state that the conflict itself rules out.
    InfeasibleStatusQuo = "infeasible_status_quo", Error;
    /// A ranking that leaves out a state, or names one twice or one that is not there.
    Ranking = "ranking", Error;
    /// A party with moves whose preferences over them are not stated.
    MissingPreferences = "missing_preferences", Warning;
    /// States, moves between them, or coalitions that do not hang together.
    Conflict = "conflict", Error;
    /// A conflict without moves.
    ConflictWithoutMoves = "conflict_without_moves", Error;
    /// An amendment to a path at which nothing stands.
    AmendsNothing = "amends_nothing", Error;
    /// An amendment to something that is not a number that can be amended.
    NotAmendable = "not_amendable", Error;
    /// The same number amended twice by one answer to one proposition.
    AmendedTwice = "amended_twice", Error;
    /// A number that two propositions amend.
    AmendedByTwo = "amended_by_two", Warning;
    /// An edit at a path that leads nowhere, or to a place where it makes no sense.
    UnknownPath = "unknown_path", Error;
    /// An edit that inserts what is there already.
    AlreadyThere = "already_there", Error;
    /// An edit whose value is not one value of TOML on one line, or not one that can stand in its place.
    NotAValue = "not_a_value", Error;
    /// An edit that sets a table that stands under a heading.
    WholeTable = "whole_table", Error;
    /// A file that a case cannot include, or something in one that cannot stand there.
    Include = "include", Error;
    /// A file that the case includes and that is not here; it is read without.
    LeftAtHome = "left_at_home", Warning;
    /// A folder of a case without the text that is asked for.
    NoText = "no_text", Error;
    /// A line of a text in the wrong place: a header that does not begin the file, a heading too deep, words under no heading.
    TextShape = "text_shape", Error;
    /// A bracket of a text that is not closed, stands inside another, or ties nothing that could be agreed.
    Bracket = "bracket", Error;
    /// A bracket with one wording that words an option: it leaves open whether it stands at all.
    LoneBracket = "lone_bracket", Warning;
    /// An objection that does not say whose it is, since when, or in what words.
    Objection = "objection", Error;
    /// A text that no package meets.
    NothingAllowed = "nothing_allowed", Warning;
    /// A part of the file that the reader could not make sense of.
    NotUnderstood = "not_understood", Error;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_told_apart() {
        let mut seen: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), Code::ALL.len());
    }
}

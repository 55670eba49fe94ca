//! Each kind of fault for people: why it is one, and how it is mended.

use super::Code;

impl Code {
    /// Why this is a fault, and how to mend it, in a sentence or two for somebody who does not know the format.
    ///
    /// ```
    /// use detente_case::Code;
    /// assert!(Code::WeightsSum.explained().contains("shares of one whole"));
    /// ```
    // One arm a code: the length is that of the list.
    #[allow(clippy::too_many_lines)]
    pub fn explained(self) -> &'static str {
        match self {
            Self::MissingFile => {
                "Nothing can be read where nothing is. Look at the spelling of the name, and at the folder in which you are."
            }
            Self::NoCaseFile => {
                "A case is a folder with a file `case.toml` in it, and this folder has none. Name another folder, or begin a case in this one."
            }
            Self::Unreadable => {
                "The file is there, but the system does not give it out. Ask its owner for the right to read it, or copy it to another disk."
            }
            Self::TooLarge => {
                "A case is written by people and takes some kilobytes; a file of many megabytes is almost always another file. Name the right one."
            }
            Self::NotUtf8 => {
                "Letters are stored as numbers, and this file uses another table for them than the reader, so that names would come out wrong. Save it again with the encoding UTF-8."
            }
            Self::EmptyFile => {
                "There is nothing in the file that could be read. Begin with the example, or with the questions of a new case."
            }
            Self::TooDeep => {
                "Brackets inside brackets go further down than anything that a case can say. Most often one that was opened is never closed: close it."
            }
            Self::Syntax => {
                "The file is written in TOML, which has rules on quotes, brackets and `=`, and here one of them is broken, so that nobody can be sure what was meant. Write the line as the hint shows."
            }
            Self::DuplicateKey => {
                "A thing that is said twice may be said in two ways, and nobody could tell which one counts. Keep one of the two."
            }
            Self::Entities => {
                "The file defines abbreviations of its own, which can make a small file grow without end, so that they are not followed. Save it without them."
            }
            Self::UnknownFormat => {
                "The file belongs to another program, and to none whose files can be read here. Export it in one of the formats that the reference lists."
            }
            Self::WhichProfiles => {
                "There are more profiles than parties, and only you know who is at this table. Name one file for each party."
            }
            Self::OtherDomain => {
                "A profile says what somebody wants on certain issues, and this one was written for other issues than those on the table. Take the profile that belongs to this domain."
            }
            Self::SameProfile => {
                "Two parties who want exactly the same have nothing to negotiate; most often the same file was named twice. Name another one for one of them."
            }
            Self::Unsupported => {
                "The other program can say something here that a case cannot hold, and leaving it out would change what the case means. Simplify it there, and export it again."
            }
            Self::LeftOut => {
                "Something of the other program's file has no place in a case and is not in it. Look whether it matters; if it does, write it into the case by hand."
            }
            Self::Rescaled => {
                "A case counts worth from 0 to 1, and the other file counted differently. The numbers were brought to that scale; what is better than what stays the same."
            }
            Self::UnsupportedVersion => {
                "A newer version of the format may mean something else by the same words, so that nothing is guessed. Read it with a newer release, or write `case = 1` if that was meant."
            }
            Self::UnknownKey => {
                "A word that the format does not know would be passed over, and with it what you wanted to say. Most often it is a misspelling: take the word that is proposed, or take the line out."
            }
            Self::MissingKey => {
                "Without this the rest cannot be understood or worked out. Add it; the hint says what belongs there."
            }
            Self::WrongType => {
                "There is a text where a number is needed, or a number where a list is, or the like. Write the value as the hint shows: texts in quotes, numbers and days without, lists in brackets."
            }
            Self::OutOfRange => {
                "The number lies where it can mean nothing: a chance above 1, a count below 0. Shares are written from 0 to 1, so that 40 per cent is 0.4."
            }
            Self::RangeOrder => {
                "A range goes from its lowest to its highest number; in another order nobody could say which end is which. Put the numbers in order."
            }
            Self::RangeLength => {
                "A range has two ends, or two ends and the most likely value between them. Write `[low, high]` or `[low, most likely, high]`, or the number alone if it is certain."
            }
            Self::NotFinite => {
                "With an infinite number, or one that is no number, everything that depends on it would be infinite or nothing too. Write the largest number that could still be true."
            }
            Self::Blank => {
                "The text is empty, and whoever reads the answers would see a gap where a name should stand. Write it, or take the line out."
            }
            Self::ControlCharacter => {
                "The text holds a sign that nobody sees and that can change what a screen shows around it. It most often comes from copying; take it out."
            }
            Self::UnknownWord => {
                "Only certain words have a meaning here, and this is none of them. Take one of those that the hint lists."
            }
            Self::BadId => {
                "Other lines refer to this by its id, so that it cannot have blanks or most signs in it. Make it of letters, digits, `_` and `-`; the name that people read stands under `name`."
            }
            Self::ReservedId => {
                "An issue of this id could not be told apart from a word of the format in the positions. Give it another id; the name that people read can stay."
            }
            Self::SameId => {
                "A party and an audience with one id could not be told apart where positions name them. Give one of them another id."
            }
            Self::SamePath => {
                "Every figure is known by a name made of the tables and keys around it, and these two would have the same. Rename a part of one of them."
            }
            Self::TooMany => {
                "There is more of this than the answers could be worked out for in any reasonable time. Take larger steps or fewer entries."
            }
            Self::UnknownSource => {
                "A figure cites a source that the case does not have, so that nobody could look it up. Correct the id, or declare the source."
            }
            Self::UnknownParty => {
                "A party is named that the case does not have. Correct its id, or declare it under `parties`."
            }
            Self::UnknownActor => {
                "Somebody is named who is neither a party nor an audience of this case. Correct the id, or declare them."
            }
            Self::UnknownIssue => {
                "Something is said about an issue that is not on the table. Correct its id, or declare it under `issues`."
            }
            Self::UnknownOption => {
                "The issue cannot be settled in this way, as far as the case knows. Correct the option, or add it to those of the issue."
            }
            Self::UnknownProposition => {
                "A claim or a forecast bears on an open question that the case does not ask. Correct its id, or declare it under `propositions`."
            }
            Self::UnknownMove => {
                "A statement speaks of a move that nobody can make in this case. Correct its id, or declare it under `moves`."
            }
            Self::AfterAsOf => {
                "A case says how things stood on its day, and this became known only later: with it, the answers would know the future. Move the day of the case, or leave this out."
            }
            Self::ReportedBeforeSaid => {
                "Nobody can report a thing before it was said or done. Most often the two dates were exchanged."
            }
            Self::TooFewPrincipals => {
                "An agreement takes two who can refuse it, and this case has fewer. Say of those without whom there is no deal that they are principals."
            }
            Self::NoIssues => {
                "Nothing is on the table, so that there is nothing to agree on. Add at least one issue with its options."
            }
            Self::OptionsOrRange => {
                "An issue is settled either by one of some options or by a number in a range, and this one says both or neither. Keep or add one of the two."
            }
            Self::NoOptions => {
                "An issue that can be settled in no way can never be agreed on. Add options, or leave the issue out."
            }
            Self::DuplicateOption => {
                "The same option twice would count twice among the possible deals. Take one of them out."
            }
            Self::MixedOptions => {
                "Options in words are ranked one by one and numbers along a line, and one issue cannot be both. Write all of them in words, or all as numbers."
            }
            Self::RangeMissesEnd => {
                "The steps pass over the end that the range names, so that it could never be agreed on although it is said to be on the table. Move the end, or change the step."
            }
            Self::EmptyRange => {
                "A range goes from a smaller number to a larger one, and this one does not. Most often the two were exchanged."
            }
            Self::ContinuousIssue => {
                "The issue can be settled at any number, so that a list of single ones would leave out all between them. Draw lines with `at_most` and `at_least`, or give the range a step."
            }
            Self::NothingFeasible => {
                "What is said to be impossible rules out every deal there is. Look at the last combination: it should name options of two issues or more that do not go together."
            }
            Self::EmptyCondition => {
                "A condition that names nothing always holds, so that it is no condition. Say when it holds, or take it out."
            }
            Self::ConditionalRedLine => {
                "Somebody who is asked only about some deals draws a line on an issue that is settled at any number, and the two together cannot be worked out exactly. Give the range a step, or have them asked about every deal."
            }
            Self::MissingPosition => {
                "Somebody can stop a deal, and the case does not say what they want, so that nobody can tell what they would sign. Add a position, if only with what no deal is worth to them."
            }
            Self::UnusedPosition => {
                "Only those who must sign, and audiences, accept or refuse a deal; what others want changes nothing. Say that this party must sign, or take the position out."
            }
            Self::SilentAudience => {
                "The audience is named but says nothing and counts for nothing. Add what it wants, or leave it out."
            }
            Self::QuotaWithoutAudience => {
                "A part of the people at home must accept, and there are none who vote, so that the rule can never have an effect. Name them, or leave the rule out: then the leader decides."
            }
            Self::PositionWithoutWeights => {
                "Several issues matter to this side, and without knowing which matters more nobody can say what it would give up for what. Put them in order with `importance`, or give `weights`."
            }
            Self::WeightsAndImportance => {
                "Weights and an order both say how much each issue matters, and could contradict each other. Keep the weights if you know numbers, the order if you know only the order."
            }
            Self::WeightsSum => {
                "Weights are shares of one whole: what one issue has, the others cannot have. Bring them to a sum of 1."
            }
            Self::WeightsNeverSum => {
                "Whatever values the ranges take, the weights are never shares of one whole, so that they are rescaled in every draw. Ranges around shares that sum to 1 are easier to read."
            }
            Self::WeightWithoutValues => {
                "An issue is said to matter, but nothing on it is better or worse for this side. Say what it wants there, or leave the weight out."
            }
            Self::ValuesWithoutWeight => {
                "It is said what this side wants on the issue, and not how much the issue matters. Give it a weight, 0 if it does not matter."
            }
            Self::DuplicateIssue => "An issue cannot be at two places in one order. Take one of them out.",
            Self::TwoRelations => {
                "Of two packages one is wanted more, or both alike; both at once cannot be. Keep `over` or `as_much_as`."
            }
            Self::ComparedUnlike => {
                "Two packages can be compared only if both say how the same issues are settled. Name an issue in both, or in neither if it is the same in both."
            }
            Self::IdleComparison => {
                "Nothing follows from this comparison: it says what holds anyway. Take it out, or correct it."
            }
            Self::ComparisonsContradict => {
                "No weights could make all that is said here true at once. Take one of the statements out, turn it round, or widen the ranges."
            }
            Self::ComparisonsClashAtTimes => {
                "In some of the worlds that the ranges allow, what was compared cannot be true; those worlds are drawn anew. Narrow the ranges if you are sure of the comparison."
            }
            Self::Valuation => {
                "What an issue is worth to a side is said by `values`, or by `ideal` and `worst`, or by `points`: one of them, and whole. Take out what is too much, or add what is missing."
            }
            Self::MissingValue => {
                "A deal with this option could not be judged, since nobody says what the option is worth. Give it a worth from 0 to 1; one that is refused has a worth too."
            }
            Self::NotNumeric => {
                "This counts along a line, and the options of the issue are words, which have no order of their own. Say it with `values` or `never`, or name an issue in numbers."
            }
            Self::IdealMeetsWorst => {
                "The same number could be both the best and the worst, and then nothing on the issue would be better than anything else. Move the two ranges apart."
            }
            Self::PointsOrder => {
                "Points are joined by lines from left to right, so that each must lie further right than the one before. Put them in order, and each number once."
            }
            Self::RedLinesCross => {
                "The least that is accepted lies above the most, so that no number is left. Most often the two were exchanged."
            }
            Self::RefusesEverything => {
                "If a side refuses every option of an issue, no deal can ever be signed, whatever else is in it. If there is one that it could live with, leave it out of the red lines."
            }
            Self::DuplicateClaim => {
                "Claims are known by their ids, and two of them have the same one. Give each its own, for example speaker and day."
            }
            Self::ClaimBearing => {
                "A claim speaks for or against one open question, or counts one thing, and here something of that is missing or said twice. Complete it, or split it into two claims with the same origin."
            }
            Self::ClaimEvent => {
                "A row of a data set must say from which one it is and how closely its day is known, or nobody could find it again. Add what is missing."
            }
            Self::TrustKey => {
                "Trust is given to sources by a letter, to pieces of information by a digit, or to both together, and this is none of them. Write `B`, `\"2\"`, `B2` or `ungraded`."
            }
            Self::UnknownCommitment => {
                "A claim reports on something that was promised, and nothing of that name was. Correct the id, or add the commitment under `[[commitments]]`."
            }
            Self::DuplicateCommitment => {
                "Commitments are known by their ids, and two of them have the same one. Give each its own."
            }
            Self::Commitment => {
                "A commitment says who promised what by when, and what it is a step of says the same again; here the two are at odds, or there is no such step or clause. Correct the one that is wrong; what follows from the step may be left out."
            }
            Self::CommitmentReport => {
                "A claim on a commitment says what became of it, and how many so far where that is not all; here a part is missing, or more is reported than was promised, or it happened after it was said. Complete or correct it."
            }
            Self::DuplicateForecast => {
                "Forecasts are known by their ids, and two of them have the same one. Give each its own."
            }
            Self::ForecastDates => {
                "A forecast is made first, comes due later, and is known last; here the days say otherwise. Correct them; most often two were exchanged."
            }
            Self::DuplicateName => {
                "These are known by their names, and two of them have the same one, so that their figures could not be told apart. Give each its own."
            }
            Self::GuaranteeTable => {
                "What a breach would cost depends on how an issue is settled, and not every option has its row, or nothing uses the table. Add a row for each option, an empty one where a breach costs nobody anything."
            }
            Self::UnknownLot => {
                "A schedule or a count speaks of something that is not handed over in this case. Correct the name, or add it under `exchange.lots`."
            }
            Self::Schedule => {
                "A plan of handovers is said in two ways or in none, or gives more than there is. Keep one way, and count again."
            }
            Self::DaysOrder => {
                "Days are counted from the beginning of the pledge and go forward. Put them in order, from day 0 on."
            }
            Self::HazardRatio => {
                "A factor makes agreements last longer or shorter, and this one does not say by how much. Add `hazard_ratio`, below 1 if it helps, or name a published finding."
            }
            Self::Collective => {
                "A body decides by who is in it, about what, and by which rule, and here one of them is missing, said twice, or cannot be. Say each once: a number where it is known, a range where it is not, a place in an order where only that is."
            }
            Self::BlockingACost => {
                "What it costs a party to say no lowers what no deal is worth to it, and here no deal is a package and no figure. Write `no_deal` as a number between 0 and 1, or leave the cost out."
            }
            Self::WayToBargain => {
                "Each party at the table bargains in one way, or in one of a few that are named once each, and here that is said twice or left empty. Keep one `strategy` or one `firmness`, or leave both out where nothing is known."
            }
            Self::CertainLine => {
                "A red line that may not be meant says how likely it is meant, or on which open question it rests. Add `sure`, `if` or `unless`, or write the option alone: then it is never accepted."
            }
            Self::TwoLives => {
                "How lives spread is said once: by a `shape` around the median of `baseline`, by `life`, or by nothing, which stands for what records elsewhere say. And an earlier agreement broke on a day, broke between two days, or held. Keep one."
            }
            Self::Finding => {
                "The catalogue of published findings has none of this id, or it is one that says nothing on what makes agreements last. Correct the id, or write a `hazard_ratio` of your own."
            }
            Self::Formula => {
                "A statement is made of names of moves, `!` for not, `&` for and, `|` for or, arrows and parentheses, and this one cannot be read so. Correct it where the mark stands."
            }
            Self::NoFeasibleState => {
                "What is said to be impossible rules out every combination of moves, so that the conflict could be in no state. Look whether one of the statements is the wrong way round."
            }
            Self::InfeasibleStatusQuo => {
                "The moves that are said to be made now are also said to be impossible together. Correct one of the two."
            }
            Self::Ranking => {
                "A ranking gives every state one place, and this one leaves one out, names one twice, or one that is not there. Put each state into one group."
            }
            Self::MissingPreferences => {
                "A party can act, and the case does not say what it would rather see, so that nobody can tell what it would do. Add its preferences, the most important first."
            }
            Self::Conflict => {
                "States, moves and coalitions refer to one another, and here one refers to what is not there or is said twice. Correct or take out what is marked."
            }
            Self::ConflictWithoutMoves => {
                "Without moves nobody can do anything, and there is no conflict to look at. Say what each side could do, or leave the conflict out."
            }
            Self::AmendsNothing => {
                "An answer to an open question is said to change a figure, and there is no figure of this name. Correct the path."
            }
            Self::NotAmendable => {
                "Only figures that the case states as its judgements can depend on an open question; this is none of them. Name such a figure, or take the line out."
            }
            Self::AmendedTwice => {
                "One answer to one question would set the same figure to two values. Keep one of them."
            }
            Self::AmendedByTwo => {
                "Two open questions set the same figure, and where both have their answer the later one in the file counts. Make one question of the two if they belong together."
            }
            Self::UnknownPath => {
                "The name leads to no place in the case. Correct it; names are the tables and keys that lead to a thing, joined by dots."
            }
            Self::AlreadyThere => {
                "What is to be added is there already, and twice it cannot be. Change what is there instead."
            }
            Self::NotAValue => {
                "What is to be written there is not one value as a case file has them. Put texts in quotes, ranges in brackets, and write one value at a time."
            }
            Self::WholeTable => {
                "A whole table stands there, and one value cannot take its place. Change what is in it, one thing at a time."
            }
            Self::Include => {
                "A case may be split into files, all in its folder or below, each named once, and each of nothing but tables under headings. Name the file as it lies there, or move what stands above the first heading."
            }
            Self::LeftAtHome => {
                "A file that the case includes is not here, as when a party's sheet stays with its owner. What hangs on it is left out, and the rest is worked out without it. Put the file into the folder to have the whole."
            }
            Self::NoText => {
                "The versions of a text lie in the folder `text` beside the case file, one a file. Make the folder, and in it `1.md` for the first version."
            }
            Self::TextShape => {
                "A text begins with a header between two lines `---`; below it `#` heads an article and `##` a clause, and all words stand under one of them. Put the line where it belongs, or a heading above it."
            }
            Self::Bracket => {
                "What is open stands in brackets, each wording in its own, with ` / ` between them. Close the bracket, take it out of the other one, or write a backslash before a bracket that is only a bracket."
            }
            Self::LoneBracket => {
                "A bracket says that something is open, and with one wording that is whether it stands at all. If it is settled, write the words without the bracket; if not, write the other wording beside it."
            }
            Self::Objection => {
                "An objection counts only if one can see who holds it, since when and what exactly is wrong. Write `> Name, since 2024-02-07: what they object to`."
            }
            Self::NothingAllowed => {
                "Two places of the text word options that cannot go together, so that nobody could sign it as it stands. Compare the clauses on the same issue."
            }
            Self::NotUnderstood => {
                "The reader ran into something that it does not foresee; that is its fault and not yours. Please report it with the file."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn every_code_is_explained_in_two_sentences_or_three_each_in_its_own_words() {
        let mut seen: Vec<&str> = Code::ALL.iter().map(|code| code.explained()).collect();
        for said in &seen {
            assert!(said.ends_with('.') && said.len() > 60, "{said}");
            assert!((2..=3).contains(&(said.matches(". ").count() + 1)), "{said}");
        }
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), Code::ALL.len());
    }
}

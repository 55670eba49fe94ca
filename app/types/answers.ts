// What the verbs of detente print with `--json`. Written from the Rust types in `crates/detente-brief/src/answers/`;
// `UPDATE=1 cargo test -p detente-brief --test contract` writes it anew.
//
// - Parties, issues, lots and propositions go by the ids or names of the case; objects that are keyed by them keep its order.
// - Values lie on each party's own scale, 0 to 1 as a rule, and every list of values follows `parties`.
// - Probabilities and shares lie between 0 and 1. Days are counted from the day on which an agreement begins; dates are `2024-02-14`.
// - A key that may be missing says so. What is there and not known is `null`, and says why beside it.
// - Counts that may be large are strings of digits.
// - Keys stay as they are; more may be added beside them.

/**
 * What one account says of a commitment: the latest report for a party, or for none.
 */
export type AccountTold = { 
/**
 * For which party it is said; null for none.
 */
party: string | null, 
/**
 * The id of the claim.
 */
claim: string, 
/**
 * What it says: `done`, `partly`, `late`, `denied` or `disputed`.
 */
says: string, 
/**
 * How many had been handed over by `by`; 1 or 0 for one thing.
 */
count: number, 
/**
 * The day of which it speaks.
 */
by: string, 
/**
 * The day on which that was told.
 */
told: string, 
/**
 * How many reports it rests on; those of one origin count once.
 */
reports: number, 
/**
 * Whether another account contradicts it.
 */
is_contradicted: boolean, };

/**
 * What somebody makes of the package by their own measure.
 */
export type ActorJudges = { 
/**
 * Whether they are asked about it. About a package that they are not asked about they are not in the way, and count as accepting.
 */
asked: boolean, 
/**
 * Whether they accept it in the central world.
 */
accepts: boolean, 
/**
 * What it is worth to them above no deal in the central world; below 0 that much is missing.
 */
surplus: number, 
/**
 * The ids of the issues on which it crosses a red line of theirs in the central world.
 */
crosses: Array<string>, 
/**
 * In which share of the worlds drawn they accept it.
 */
share: Probability, };

/**
 * An actor, and where it stands.
 */
export type ActorStands = { 
/**
 * What it is called.
 */
actor: string, 
/**
 * What it can bring to bear, in the unit of the table.
 */
capability: number, 
/**
 * Its place on each issue.
 */
position: Array<number>, 
/**
 * How much each issue matters to it, 0 to 100.
 */
salience: Array<number>, };

/**
 * The masses at one intensity.
 */
export type AlphaRankAt = { 
/**
 * α, in units of one over the range of the payoffs.
 */
alpha: number, 
/**
 * The mass of each way.
 */
mass: Array<number>, };

/**
 * The α-rank.
 */
export type AlphaRankOfWays = { 
/**
 * How large the crowd is.
 */
crowd: number, 
/**
 * The mass of each way in the end.
 */
mass: { [key in string]: number }, 
/**
 * The ways by mass, the largest first; those of one mass together.
 */
places: Array<Array<string>>, 
/**
 * Whether the masses no longer change as α rises.
 */
rests: boolean, 
/**
 * The masses at each α.
 */
sweep: Array<AlphaRankAt>, };

/**
 * What some say at a place and the first does not.
 */
export type AlternativeRead = { 
/**
 * As TOML on one line; null where they say nothing.
 */
value: string | null, 
/**
 * Who says it.
 */
readers: Array<string>, 
/**
 * What it does alone: the first reading with it (after) against the first (before). Null where it was not judged, because there are too
 * many.
 */
alone: EffectFound | null, 
/**
 * Whether that changes an answer.
 */
bearing: DifferenceBears, };

/**
 * An article.
 */
export type ArticleTold = { 
/**
 * What stands before its title; empty for nothing.
 */
number: string, 
/**
 * Its title; empty for none.
 */
title: string, 
/**
 * Its clauses, in reading order.
 */
clauses: Array<ClauseTold>, };

/**
 * What an audience makes of the package.
 */
export type AudienceJudges = { 
/**
 * Whether there is no deal without it; otherwise it votes at home.
 */
veto: boolean, 
/**
 * Whether they are asked about it. About a package that they are not asked about they are not in the way, and count as accepting.
 */
asked: boolean, 
/**
 * Whether they accept it in the central world.
 */
accepts: boolean, 
/**
 * What it is worth to them above no deal in the central world; below 0 that much is missing.
 */
surplus: number, 
/**
 * The ids of the issues on which it crosses a red line of theirs in the central world.
 */
crosses: Array<string>, 
/**
 * In which share of the worlds drawn they accept it.
 */
share: Probability, };

/**
 * What the baseline rests on.
 */
export type BaselineRests = { 
/**
 * How the risk of breaking runs: `lognormal`, `weibull` or `constant`.
 */
life: string, 
/**
 * The record of agreements elsewhere that is used; null if there is none.
 */
elsewhere: RecordElsewhere | null, 
/**
 * Whether the whole life is taken from there; if not, the case judges the median, and at most the spread of lives is taken from there.
 */
whole_life: boolean, 
/**
 * A record that would have been used, and was published after the day of the case; null if there is none.
 */
not_yet_known: RecordElsewhere | null, 
/**
 * Whether the record used was published after the day of the case, which asks for it all the same.
 */
in_hindsight: boolean, 
/**
 * How earlier agreements of this conflict went, as far as that was known on the day of the case.
 */
record: Array<EarlierAgreement>, 
/**
 * The weight of that record, 0 to 1, beside the one from elsewhere (partial pooling: its information over that of both); null where they are not
 * put together.
 */
record_weight: number | null, 
/**
 * What that record says by itself beside the baseline that is reckoned with, on each horizon; empty where there is none.
 */
beside: Array<RecordBeside>, 
/**
 * For how many days the agreement in question has been in force; null if it is not.
 */
held_days: number | null, 
/**
 * All of it in sentences.
 */
sentences: Array<string>, };

/**
 * Packages with chances of about one size.
 */
export type BinScored = { 
/**
 * Chances are above the end of the bin before and at most this.
 */
at_most: number, 
/**
 * How many packages, over all settlements.
 */
packages: number, 
/**
 * How many of them were settled on.
 */
happened: number, 
/**
 * How many should have been.
 */
expected: number, 
/**
 * The standard deviation of that.
 */
deviation: number, };

/**
 * A condition that blocks alone, with how far it is from being met when all others are kept.
 */
export type BlockerFound = { 
/**
 * How much more the nearest package would have to be worth, on the scale of the party or audience; null for red lines and votes.
 */
short: number | null, 
/**
 * By how much `short` may be less, where a limit on work was met; 0 otherwise, null where `short` is.
 */
short_open: number | null, 
/**
 * The ids of the issues on which the nearest package crosses a red line of an audience with a veto.
 */
crossed: Array<string>, 
/**
 * The options beyond a red line of which each alone would do, the cheapest to concede first. Empty for other kinds.
 */
beyond_the_line: Array<OptionBeyond>, 
/**
 * The votes; null unless it is a vote.
 */
votes: VotesFound | null, 
/**
 * The package that comes nearest to meeting the condition and meets all others.
 */
outcome: PackageOptions, 
/**
 * Of which kind it is.
 */
condition: ConditionOf, 
/**
 * The id of the party, or for a veto of the audience, whose condition it is.
 */
of: string, 
/**
 * The id of the issue of a red line; null for other kinds.
 */
issue: string | null, 
/**
 * In words.
 */
in_words: string, };

/**
 * What blocks, over the worlds drawn.
 */
export type BlockersDrawn = { 
/**
 * In how many worlds it was looked for; less than were drawn where packages are too many to judge all.
 */
worlds: number, 
/**
 * In how many of these there is a zone.
 */
open: number, 
/**
 * In how many there is none and no condition blocks alone.
 */
none_alone: number, 
/**
 * In how many it is not known, for a limit on work.
 */
not_known: number, 
/**
 * The conditions that block alone in some of them, those that are most often the only one first.
 */
conditions: Array<ConditionDrawn>, };

/**
 * What stands in the way in the central world.
 *
 * A deal has conditions: what no deal is worth to each principal, its red lines by issue, vetoes at home, votes at home. A condition blocks
 * alone if lifting it, and nothing else, opens the zone of agreement.
 */
export type BlockersFound = { 
/**
 * All conditions of a deal.
 */
conditions: Array<ConditionFound>, 
/**
 * Those that block alone; null where a limit on work was met.
 */
alone: Array<BlockerFound> | null, 
/**
 * The limit for which `alone` is null; null otherwise.
 */
alone_not_known: string | null, 
/**
 * Least sets of conditions that cannot all be met, the smallest first. A condition that blocks alone is in each of them.
 */
together: Array<Array<ConditionFound>>, 
/**
 * Least sets of conditions that, lifted together, open the zone, the smallest first.
 */
repairs: Array<Array<ConditionFound>>, 
/**
 * Whether `together` and `repairs` hold all such sets; otherwise a limit on work was met.
 */
complete: boolean, };

/**
 * An actor on an issue.
 */
export type BodyActor = { 
/**
 * Where it stands.
 */
position: Spread | null, 
/**
 * How much the issue matters to it, 0 to 1.
 */
salience: Spread | null, 
/**
 * How likely exactly that is decided where it stands, 0 to 1.
 */
gets_its_way: number, 
/**
 * How often it moves in the bargaining by more than a fiftieth of the scale.
 */
moves: Probability, 
/**
 * After how many turns first; null where it never does.
 */
first_turn: SpreadKnown | null, 
/**
 * Where it stands in the end.
 */
ends: Spread | null, };

/**
 * How often an actor votes how.
 */
export type BodyBallot = { 
/**
 * In favour: it gains.
 */
for: Probability, 
/**
 * It neither gains nor loses more than saying no would cost it.
 */
abstains: Probability, 
/**
 * Against.
 */
against: Probability, 
/**
 * How often its vote alone decides.
 */
decides: Probability, };

/**
 * How often something stands so beside everything that was compared with it, if nobody minded saying no.
 */
export type BodyBeside = { 
/**
 * Nothing would be carried against it.
 */
unbeaten: Probability, 
/**
 * Nothing covers it: beats it and all that it beats (Miller 1980).
 */
uncovered: Probability, };

/**
 * What could be carried against things as they are: every place between `low` and `high`.
 */
export type BodyCarries = { 
/**
 * How often anything could.
 */
anything: Probability, 
/**
 * From where; the status quo where nothing below it would pass.
 */
low: Spread | null, 
/**
 * To where; the status quo where nothing above it would pass.
 */
high: Spread | null, };

/**
 * The smallest coalitions where every figure has its central value, whoever stands where.
 */
export type BodyCoalitions = { 
/**
 * How many carry and would not without any of their members.
 */
carrying: number, 
/**
 * The smallest of them; at most twelve.
 */
smallest_carrying: Array<Array<string>>, 
/**
 * How many block and would not without any of their members.
 */
blocking: number, 
/**
 * The smallest of them; at most twelve.
 */
smallest_blocking: Array<Array<string>>, 
/**
 * By actor: its share of all turns from losing to winning (Banzhaf 1965), 0 to 1.
 */
power: Array<number>, };

/**
 * Places against which nothing could be carried.
 */
export type BodyCore = { 
/**
 * How often there are any.
 */
exists: Probability, 
/**
 * From where they go, in the worlds that have them.
 */
low: Spread | null, 
/**
 * To where.
 */
high: Spread | null, };

/**
 * What a body would decide. Places lie on the scale of their issue; lists over actors follow `actors`.
 */
export type BodyFound = { 
/**
 * What it is called.
 */
name: string, 
/**
 * How it decides, in words.
 */
rule: string, 
/**
 * Who has a say, by their ids.
 */
actors: Array<string>, 
/**
 * What each can bring to bear.
 */
capability: Array<Spread | null>, 
/**
 * What the vote of each counts.
 */
votes: Array<Spread | null>, 
/**
 * What is decided.
 */
issues: Array<BodyIssue>, 
/**
 * The vote on what is likeliest on all issues as one package; null where issues are voted on one by one, or it is not known how things stand.
 */
together: BodyVoteFound | null, 
/**
 * By actor: how the package that it wants stands beside those of the others and things as they are; empty where issues are voted on one by one, or actors are too many for that.
 */
packages: Array<BodyBeside>, 
/**
 * The smallest coalitions; null with more than eighteen actors.
 */
coalitions: BodyCoalitions | null, 
/**
 * Where each actor stands where every figure has its central value, first before the first turn of the bargaining and then after each: by turn, actor and issue.
 */
turns: Array<Array<Array<number>>>, 
/**
 * Whether that bargaining settled.
 */
settled: boolean, 
/**
 * In how many worlds bargaining was held.
 */
bargained_in: number, 
/**
 * In how many worlds every model was asked.
 */
all_models_in: number, 
/**
 * What it would take to get what was asked for.
 */
wanted: Array<BodyWanted>, 
/**
 * All of it in sentences, most important first.
 */
headline: Array<string>, 
/**
 * What must be said beside it.
 */
caution: string, };

/**
 * What is decided on an issue.
 */
export type BodyIssue = { 
/**
 * Its id.
 */
issue: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What its scale counts; null if that is not said.
 */
unit: string | null, 
/**
 * From which number to which its scale goes.
 */
scale: [number, number], 
/**
 * How things stand; null if that is not known.
 */
status_quo: Spread | null, 
/**
 * As likely above as below.
 */
middle: number, 
/**
 * A range that holds half of such decisions.
 */
half: [number, number], 
/**
 * A range that holds nine tenths of them.
 */
most: [number, number], 
/**
 * Where only a few places can be decided: how likely each is.
 */
options: Array<BodyOption>, 
/**
 * What each model says, the simplest first.
 */
models: Array<BodyModel>, 
/**
 * How far the models lie apart; null where none is defined.
 */
models_apart: Spread | null, 
/**
 * By actor.
 */
actors: Array<BodyActor>, 
/**
 * What could be carried against things as they are; null if it is not known how they are.
 */
carried: BodyCarries | null, 
/**
 * Places against which nothing could be carried.
 */
core: BodyCore, 
/**
 * The uncovered set: places than which no other does better in every respect, beating it and all that it beats (Miller 1980).
 */
uncovered: BodyUncovered, 
/**
 * On which place the vote is: the middle, or the likeliest of a few places that is not as things are.
 */
voted_on: number, 
/**
 * The vote on it; null where all issues are voted on together, or it is not known how things stand.
 */
vote: BodyVoteFound | null, 
/**
 * Groups of neighbours that carry by themselves where every figure has its central value, from the low end of the scale to the high one.
 */
carrying_neighbours: Array<Array<string>>, 
/**
 * The fewest from the low end up without whom nothing is carried there.
 */
blocking_low: Array<string>, 
/**
 * The fewest from the high end down.
 */
blocking_high: Array<string>, 
/**
 * What a shift of one actor by a tenth does to the middle, the strongest first; at most forty.
 */
shifts: Array<BodyShift>, };

/**
 * What a model says on an issue.
 */
export type BodyModel = { 
/**
 * The model, by the word with which it is asked for.
 */
model: string, 
/**
 * The place where every figure has its central value; null where the model is not defined.
 */
central: number | null, 
/**
 * The place over the worlds in which it was asked.
 */
over_worlds: SpreadKnown | null, 
/**
 * Why it is not defined; null where it is.
 */
why_not: string | null, };

/**
 * A place that can be decided.
 */
export type BodyOption = { 
/**
 * Its name.
 */
name: string, 
/**
 * Where it lies.
 */
at: number, 
/**
 * How likely it is, 0 to 1.
 */
chance: number, 
/**
 * How often it would pass against things as they are; null where all issues are voted on together, or it is not known how things are.
 */
passes: Probability | null, 
/**
 * How it stands beside the other places; null where all issues are voted on together.
 */
beside: BodyBeside | null, };

/**
 * What a shift of one actor does.
 */
export type BodyShift = { 
/**
 * Who.
 */
actor: string, 
/**
 * What is shifted: `position` or `salience`.
 */
what: string, 
/**
 * By how much: a share of the scale, or of the salience's own from 0 to 1; as far as there is room.
 */
by: number, 
/**
 * By how much the middle moves, in the same worlds.
 */
moves_middle: Spread, };

/**
 * A shift that is part of what it takes.
 */
export type BodyShiftOf = { 
/**
 * Who.
 */
actor: string, 
/**
 * What is shifted: `position` or `salience`.
 */
what: string, 
/**
 * By how much: a share of the scale, or of the salience's own from 0 to 1.
 */
by: number, };

/**
 * From where to where the uncovered set goes.
 */
export type BodyUncovered = { 
/**
 * From where; null where all together could not carry anything.
 */
low: Spread | null, 
/**
 * To where.
 */
high: Spread | null, };

/**
 * A vote on what is likeliest against things as they are.
 */
export type BodyVoteFound = { 
/**
 * How often it passes.
 */
passes: Probability, 
/**
 * By actor.
 */
actors: Array<BodyBallot>, };

/**
 * What it would take for the middle to reach a place.
 */
export type BodyWanted = { 
/**
 * On which issue.
 */
issue: string, 
/**
 * The place.
 */
place: number, 
/**
 * Where the middle lies now, in the worlds in which shifts were tried.
 */
now: number, 
/**
 * Whether it is reached already.
 */
reached: boolean, 
/**
 * The cheapest shift of one actor alone; null where no one's is enough, or none is needed.
 */
alone: BodyShiftOf | null, 
/**
 * Shifts of positions that are enough together, those first that move the middle most; empty where not even all of them are, or none is needed.
 */
together: Array<BodyShiftOf>, };

/**
 * An open bracket.
 */
export type BracketTold = { 
/**
 * The id of its clause.
 */
clause: string, 
/**
 * Its place among the brackets of the clause, from 0.
 */
place: number, 
/**
 * Its wordings, and what settling it on each does.
 */
wordings: Array<WordingJudged>, 
/**
 * What is at stake in it: with the wording that is worst for a deal (before) and with the one that is best (after), the chance that a deal exists; null
 * where it was not judged.
 */
stake: FigureCompared | null, 
/**
 * The same for the margin, mean over the worlds.
 */
stake_of_margin: FigureCompared | null, };

/**
 * What `detente brief CASE --json` prints. A section is missing where the case has no material for it.
 */
export type BriefAnswer = { 
/**
 * The case.
 */
case: CaseNamed, 
/**
 * The seed of the draws.
 */
seed: number, 
/**
 * How many worlds were drawn.
 */
draws: number, 
/**
 * The deal space. Missing in a case without issues.
 */
deals?: DealSpaceFound, 
/**
 * Would it hold? The exchange that the package which does best on all tests, or else the first, would set in motion. Missing in a case
 * without `[exchange]`.
 */
exchange?: ExchangeFound, 
/**
 * Would it last? The leading packages. Missing in a case without `[durability]`.
 */
durability?: DurabilityFound, 
/**
 * Which package they would settle on, if they sign. Missing in a case without issues.
 */
settlement?: SettlementFound, 
/**
 * Why the conflict rests where it does. Missing in a case without `[conflict]`.
 */
stability?: StabilityFound, 
/**
 * What was promised for the time after the signing, and what became of it. Missing in a case without `[[commitments]]`.
 */
watch?: WatchFound, 
/**
 * How the bargaining would go. Missing in a case without `[talks]`.
 */
talks?: TalksFound, 
/**
 * What the body of the case would decide. Missing in a case without `[collective]`.
 */
collective?: BodyFound, 
/**
 * What was said and done, and what it makes of the outlook. Missing in a case without propositions, claims and forecasts.
 */
outlook?: OutlookFound, 
/**
 * The leading packages under the three tests. Missing in a case without exchange and durability, and where no package leads.
 */
three_tests?: ThreeTestsFound, 
/**
 * Where things stand, in sentences, most important first.
 */
headline: Array<string>, 
/**
 * What the figures of the case rest on.
 */
grounds: FiguresByGround, 
/**
 * How well figures of each kind that it tells have done where what happened is known.
 */
record: Array<TrackRecord>, 
/**
 * The package that was asked about, judged. Only with `--package`.
 */
judged?: PackageJudged, };

/**
 * Forecasts of about the same probability.
 */
export type CalibrationFound = { 
/**
 * The lower end of the bin; the upper is 0.1 above.
 */
from: number, 
/**
 * How many forecasts lie in it.
 */
count: number, 
/**
 * What they said on average.
 */
forecast: number, 
/**
 * In which share they came about.
 */
observed: Probability, };

/**
 * What could be carried on an issue by a vote.
 */
export type CarriedByVote = { 
/**
 * The rule, in words.
 */
rule: string, 
/**
 * The places against which nothing could be carried, from and to; null where everything can be beaten.
 */
core: [number, number] | null, 
/**
 * The uncovered set, from and to: places than which no other does better in every respect, beating it and all that it beats (Miller 1980). On one issue it is the core, where there is one.
 */
uncovered: [number, number] | null, 
/**
 * What would be carried against things as they are, strictly between; null where nothing would, or it is not known how things stand.
 */
win_set: [number, number] | null, };

/**
 * What is in a case.
 */
export type CaseContents = { 
/**
 * The case.
 */
case: CaseNamed, 
/**
 * How many parties must sign.
 */
principals: number, 
/**
 * How many audiences stand behind them.
 */
audiences: number, 
/**
 * How many issues are on the table.
 */
issues: number, 
/**
 * How many packages can be put together, before any is ruled out: digits.
 */
packages: string, 
/**
 * How many propositions there are.
 */
propositions: number, 
/**
 * How many claims there are.
 */
claims: number, 
/**
 * How many forecasts there are.
 */
forecasts: number, 
/**
 * How many moves there are in the conflict.
 */
moves: number, 
/**
 * Whether there is an exchange.
 */
exchange: boolean, 
/**
 * Whether there is anything on durability.
 */
durability: boolean, 
/**
 * Whether there is a conflict.
 */
conflict: boolean, 
/**
 * What its figures rest on.
 */
figures: FiguresByGround, };

/**
 * A place at which two cases say different things.
 */
export type CaseDifference = { 
/**
 * The path in the case file.
 */
path: string, 
/**
 * What the first says, as TOML on one line; null where it says nothing.
 */
before: string | null, 
/**
 * What the second says, as TOML on one line; null where it says nothing.
 */
after: string | null, 
/**
 * What it does alone: the first case with this difference (after) against the first (before). Null where it was not judged by itself,
 * because it is the only one or there are too many.
 */
alone: EffectFound | null, 
/**
 * What its absence would undo: the second case without this difference (after) against the second (before). Null as for `alone`.
 */
without: EffectFound | null, };

/**
 * One thing that is wrong, or probably not meant.
 */
export type CaseFault = { 
/**
 * Of which kind it is: `detente::unknown_issue`.
 */
code: string, 
/**
 * How bad it is.
 */
severity: FaultSeverity, 
/**
 * What is wrong, in a sentence.
 */
message: string, 
/**
 * The file in which it is, where that is one that the case includes; left out for the case file itself.
 */
file: string | null, 
/**
 * Where; null for a fault of the file as a whole.
 */
span: CaseStretch | null, 
/**
 * A few words for that place; null if there are none.
 */
label: string | null, 
/**
 * What to do about it; null if there is nothing to say.
 */
help: string | null, 
/**
 * Other places that have to do with it, for example where an issue is declared.
 */
related: Array<RelatedPlace>, };

/**
 * Which case an answer is about.
 */
export type CaseNamed = { 
/**
 * Its title.
 */
title: string, 
/**
 * The day as of which it was looked at: `2024-02-14`.
 */
as_of: string, 
/**
 * What was set for this look at it, in the order in which it was said; the file does not say it. Only with `--set`.
 */
set: Array<ValueSet>, 
/**
 * What is not here of the files that the case includes, and what goes with it. Only where something is not.
 */
without: FilesAbsent | null, };

/**
 * A stretch of a case file.
 */
export type CaseStretch = { 
/**
 * Its first byte, counted from 0.
 */
start: number, 
/**
 * One past its last byte.
 */
end: number, 
/**
 * The line on which it begins, counted from 1.
 */
line: number, 
/**
 * The column in characters at which it begins, counted from 1.
 */
column: number, };

/**
 * A published finding, with the figure that is published and the one that is reckoned with.
 */
export type CatalogueFinding = { 
/**
 * The id by which cases refer to it.
 */
id: string, 
/**
 * What was found, in a few words.
 */
finding: string, 
/**
 * What is published of it.
 */
kind: FindingKind, 
/**
 * The hazard ratio as published, from and to (the same where one figure is published); null where only the direction is, and for a base
 * rate.
 */
published_hazard_ratio: [number, number] | null, 
/**
 * The hazard ratio that is reckoned with, with the doubt of carrying it over to another war; null for a base rate.
 */
hazard_ratio: Spread | null, 
/**
 * What it turns into later; null if it stays.
 */
later: FindingLater | null, 
/**
 * The base rate, 0 to 1; null for what changes the danger of breaking down.
 */
share: number | null, 
/**
 * Author, year and where it appeared.
 */
citation: string, 
/**
 * What it was estimated on.
 */
estimated_on: string, 
/**
 * How far it carries over: `poorly`, `partly`.
 */
transfers: string, 
/**
 * Why no further.
 */
because: string, 
/**
 * The year in which it was published.
 */
published_in: number, 
/**
 * What records that anyone can hold say of it now, or that none at hand tests it.
 */
data_say: string, 
/**
 * The hazard ratio that they put in the place of the published one, from and to; null if they do not. It is what is reckoned with here, and
 * in a case whose day lies in `corrected_in` or later; earlier cases are reckoned with what was published.
 */
corrected_hazard_ratio: [number, number] | null, 
/**
 * The year in which that was found; null if the published figure stands.
 */
corrected_in: number | null, };

/**
 * The findings in the central world, where every judgement is taken at its middle.
 *
 * What a tolerance promises: `--tolerance T` lists frontiers to within T, for spaces in which the exact ones are too large. Let D be
 * the `frontier_tolerance` given.
 *
 * - Every point is a feasible package with its exact values; those of `zone.frontier` are acceptable to all. Vetoes and quotas are kept
 *   exactly.
 * - For every feasible package there is a point of `frontier` that is worth to nobody less by D.
 * - For every package that all accept and that leaves each principal better off than no deal by D, there is a point of `zone.frontier` that
 *   is worth to nobody less by D. Packages that leave somebody less may have none, and where all do, that frontier may be empty though there
 *   is a zone.
 *
 * D is T, except where interactions and infeasible combinations tie too many issues together for any search. Then packages are found by
 * climbing, a looser problem bounds them from above, and D is the proven distance between the two: computed, not chosen, and perhaps
 * larger than T. Where climbing finds no package, or another question about such a case needs the search, the case is refused as
 * without a tolerance.
 */
export type CentralFound = { 
/**
 * What no deal is worth to each.
 */
reservation: Array<number>, 
/**
 * The surplus over no deal of whoever gains least from the best package; below zero, by how much agreement is missed. Null when red
 * lines leave no package.
 */
margin: number | null, 
/**
 * What the margin is at most: equal to it when it is proven. Null when red lines leave no package.
 */
margin_at_most: number | null, 
/**
 * The package with that margin. Null when red lines leave no package.
 */
margin_outcome: PackageOptions | null, 
/**
 * The zone of agreement.
 */
zone: ZoneFound, 
/**
 * How many points the frontier over all feasible packages has; null where it is not known.
 */
frontier_size: number | null, 
/**
 * The points that nothing feasible betters for everyone, red lines or not; null where they are not listed.
 */
frontier: Array<FrontierPointFound> | null, 
/**
 * The limit for which `frontier` is null. A frontier that was found but has more than 50 million choices in all is not written
 * either; `frontier_size` says how many points it has. Null where it is listed.
 */
frontier_not_listed: string | null, 
/**
 * D, the proven distance of the points listed from the exact frontier on each principal's scale; null when exact.
 */
frontier_tolerance: number | null, 
/**
 * Between the stops of continuous issues, the straight lines that the frontier runs along. Null without such issues, and where they are
 * not listed.
 */
frontier_segments: Array<FrontierLine> | null, 
/**
 * Why `frontier_segments` is null in a case with continuous issues; null otherwise.
 */
frontier_segments_not_listed: string | null, 
/**
 * The bargaining solutions.
 */
solutions: SolutionsFound, 
/**
 * What is proven of solutions that were chosen from a frontier with a tolerance; null when exact.
 */
solutions_tolerance: SolutionsTolerance | null, 
/**
 * Agreements by lot.
 */
lotteries: LotteriesFound, 
/**
 * How far the best for all lies from the best for each; null unless both frontiers are exact.
 */
opposition: number | null, 
/**
 * The ids of the issues on which red lines leave no option.
 */
blocked: Array<string>, 
/**
 * Who or what stands in the way; null with a zone, and where it is not known whether there is one.
 */
blockers: BlockersFound | null, 
/**
 * Single concessions with what they would do.
 */
sticking_points: Array<StickingPointFound>, 
/**
 * The smallest and cheapest sets of concessions that open the zone; empty when it is open or nothing opens it. Null where a limit on
 * work was met.
 */
openings: Array<SetOfConcessions> | null, 
/**
 * The limit for which `openings` is null; null otherwise.
 */
openings_not_known: string | null, };

/**
 * Chains that visited packages in proportion to their chances.
 */
export type ChainsWalked = { 
/**
 * How many in each world, one from the best package of each principal.
 */
in_each_world: number, 
/**
 * Steps of each that count.
 */
steps: number, 
/**
 * How far the chance of an option by the chains from one start lies from that by all, at the most.
 */
apart: number, };

/**
 * How a package would fare with a change on one issue.
 */
export type ChangeTested = { 
/**
 * The id of the issue that is changed.
 */
issue: string, 
/**
 * The package that this makes.
 */
outcome: PackageOptions, 
/**
 * By how much the change raises `all_three`, judged world by world in the same worlds.
 */
gain: GainFound, 
/**
 * In which share of the worlds all accept it.
 */
acceptable: Probability, 
/**
 * In which share its exchange holds itself; null when the case has no exchange.
 */
enforceable: Probability | null, 
/**
 * Whether that is the exchange as the case proposes it for the package, and not as it best could be.
 */
as_proposed: boolean, 
/**
 * In which share some schedule would hold itself; null when the case has no exchange.
 */
some_schedule_enforceable: Probability | null, 
/**
 * The probability of lasting beyond `lasting_days`; null when the case has no durability.
 */
durable: Spread | null, 
/**
 * The mean probability, 0 to 1, of passing every test that the case has the material for.
 */
all_three: number, 
/**
 * Its 95 % interval.
 */
all_three_interval: [number, number], 
/**
 * The test on which it does worst.
 */
weakest: TestName, };

/**
 * What `detente check CASE… --json` prints.
 */
export type CheckAnswer = { 
/**
 * The cases, in the order in which they were named; those of a folder by name.
 */
cases: Array<CheckedCase>, };

/**
 * What is wrong with one case file, and what is in it if it is sound.
 */
export type CheckedCase = { 
/**
 * The path of the file, as it was named or found.
 */
file: string, 
/**
 * How many errors it has, those that are not listed included.
 */
errors: number, 
/**
 * How many warnings it has, those that are not listed included.
 */
warnings: number, 
/**
 * The faults by their place. Of more than a thousand, the first thousand that were found; the first two hundred of them come with hints.
 */
faults: Array<CaseFault>, 
/**
 * What an engine refuses in a file that reads without error; empty otherwise.
 */
refusals: Array<EngineRefusal>, 
/**
 * What is in the case; null if it has errors or an engine refuses it.
 */
contents: CaseContents | null, 
/**
 * The versions of its text that have faults. Only where one has.
 */
text: Array<CheckedText>, };

/**
 * What is wrong with a version of the text of a case.
 */
export type CheckedText = { 
/**
 * The path of its file.
 */
file: string, 
/**
 * How many errors it has, those that are not listed included.
 */
errors: number, 
/**
 * How many warnings it has, those that are not listed included.
 */
warnings: number, 
/**
 * The faults by their place, as those of a case.
 */
faults: Array<CaseFault>, };

/**
 * Of which kind a claim is.
 */
export type ClaimKind = "event";

/**
 * Where a claim stands among those that contradict each other (grounded semantics, Dung 1995).
 */
export type ClaimStanding = "in" | "out" | "undecided";

/**
 * A claim: something that was said or done, and on what it bears.
 *
 * A claim on a proposition has `on`; one on a number has `quantity`, `value` and `counting`; one on a commitment has `commitment` and `says`; an
 * event of a data set has `kind`, `dataset` and `code`; a claim that bears on nothing yet has none of these.
 */
export type ClaimWeighed = { 
/**
 * Its id.
 */
id: string, 
/**
 * The day on which it was said or done; null if the case does not say.
 */
said: string | null, 
/**
 * The day on which it was reported; null if the case does not say.
 */
reported: string | null, 
/**
 * Who said or did it; null if the case does not say.
 */
by: string | null, 
/**
 * The id of the party for which that was; null for none.
 */
party: string | null, 
/**
 * In which role; null if the case does not say.
 */
role: string | null, 
/**
 * The id of the source; null if the case names none.
 */
source: string | null, 
/**
 * Where in the source; null if the case does not say.
 */
locator: string | null, 
/**
 * What it goes back to: claims of one origin count once. Null if it stands for itself.
 */
origin: string | null, 
/**
 * What was said or done, in words; null if the case does not say.
 */
text: string | null, 
/**
 * Whether it is a draft, which counts for nothing until a person has accepted it.
 */
draft: boolean, 
/**
 * Where it stands once it is attacked by what contradicts it.
 */
standing: ClaimStanding, 
/**
 * The id of the proposition that it bears on.
 */
on?: string, 
/**
 * ln LR if every judgement is taken at its middle: above 0 it speaks for the proposition. Missing for a claim that does not count.
 */
log_likelihood_ratio?: number, 
/**
 * On what that weight rests, in words. Missing likewise.
 */
ground?: string, 
/**
 * Whether it repeats another report of its origin and adds nothing. Missing likewise.
 */
repeats?: boolean, 
/**
 * The quantity that it gives a number for.
 */
quantity?: string, 
/**
 * That number: low, central, high.
 */
value?: [number, number, number], 
/**
 * What was counted; null if the claim does not say.
 */
counting?: string | null, 
/**
 * The id of the commitment on which it reports; it counts in `detente watch`.
 */
commitment?: string, 
/**
 * What it says of the commitment: `done`, `partly`, `late`, `denied` or `disputed`.
 */
says?: string, 
/**
 * Of which kind it is.
 */
kind?: ClaimKind, 
/**
 * The data set that has the event.
 */
dataset?: string, 
/**
 * The code that the data set gives it; null if it gives none.
 */
code?: string | null, };

/**
 * A clause that changed.
 */
export type ClauseChanged = { 
/**
 * Its id in the first version; null where it is new.
 */
before: string | null, 
/**
 * Its id in the second version; null where it is gone.
 */
after: string | null, 
/**
 * How it is called.
 */
name: string, 
/**
 * Its words, in order.
 */
words: Array<WordsKept>, 
/**
 * Options that the clause by itself did not allow and now does, by issue.
 */
opens: { [key in string]: Array<OptionValue> }, 
/**
 * Options that it allowed and now does not, by issue.
 */
closes: { [key in string]: Array<OptionValue> }, 
/**
 * Objections that are new.
 */
raised: Array<ObjectionTold>, 
/**
 * Objections that are gone.
 */
dropped: Array<ObjectionTold>, 
/**
 * What this change alone does: the first version (before) against the first with it (after). Null where it changes no option, is the only change
 * that does, or there are too many.
 */
alone: Array<FigureCompared> | null, 
/**
 * What its absence would undo: the second version (before) against the second without it (after). Null as `alone`.
 */
without: Array<FigureCompared> | null, };

/**
 * A clause.
 */
export type ClauseTold = { 
/**
 * By which it is known in all versions.
 */
id: string, 
/**
 * What stands before its title; empty for nothing.
 */
number: string, 
/**
 * Its title; empty for none.
 */
title: string, 
/**
 * The line of its heading in the file, from 1; 0 for a clause that no file has.
 */
line: number, 
/**
 * Its words as they stand, what is open in brackets.
 */
words: string, 
/**
 * The same in pieces.
 */
pieces: Array<PieceTold>, 
/**
 * Whether anything in the model knows it.
 */
known: boolean, 
/**
 * The ids of the issues that it speaks of.
 */
issues: Array<string>, 
/**
 * The options that it settles, whichever way its brackets go: of each issue one of these.
 */
options: { [key in string]: Array<OptionValue> }, 
/**
 * What stands against it.
 */
objections: Array<ObjectionTold>, 
/**
 * Whose red lines it crosses.
 */
red_lines: Array<RedLineCrossed>, };

/**
 * A coefficient.
 */
export type CoefficientFound = { 
/**
 * By how much the logarithm of the chance rises with a measure that rises by 1.
 */
value: number, 
/**
 * Its standard error.
 */
error: number, };

/**
 * What `detente collective FILE --json` prints.
 *
 * Places lie on the scale of their issue, 0 to 100 where the table has no other. Lists over actors follow `actors`, lists over issues `issues`.
 */
export type CollectiveAnswer = { 
/**
 * What is decided, in the order of the table.
 */
dossiers: Array<DossierFound>, 
/**
 * On what the chances of a prediction were fitted, and when.
 */
fitted: string, 
/**
 * By which model the turns are: `spatial` or `ktab`. Missing where the table has more than one dossier, or a model without turns was asked for.
 */
model?: string, 
/**
 * Who bargains, in the turns. Missing where `model` is.
 */
actors?: Array<string>, 
/**
 * About what they bargain. Missing where `model` is.
 */
issues?: Array<string>, 
/**
 * Where each actor stands on each issue, 0 to 100, first before the first turn and then after each: by turn, actor and issue. Missing where `model` is.
 */
turns?: Array<Array<Array<number>>>, 
/**
 * Each actor's attitude to risk by turn, −½ (careful) to 1 (bold). Missing where `model` is.
 */
risk?: Array<Array<number>>, 
/**
 * How likely each actor's place carries the day, by turn; actors on one place share its chance. Missing where `model` is.
 */
probability?: Array<Array<number>>, 
/**
 * Whether it settled before the most turns that are looked at. Missing where `model` is.
 */
settled?: boolean, };

/**
 * A comment that the result does not have.
 */
export type CommentLost = { 
/**
 * Whose.
 */
of: MergeSide, 
/**
 * The comment.
 */
text: string, };

/**
 * How a commitment stands.
 */
export type CommitmentStatus = "not_due" | "not_reported" | "done" | "partly" | "late" | "denied" | "disputed";

/**
 * A commitment, and how it stands.
 */
export type CommitmentWatched = { 
/**
 * Its id.
 */
id: string, 
/**
 * The party that promised it.
 */
by: string, 
/**
 * The party to which it was promised; null if the case does not say.
 */
to: string | null, 
/**
 * What it is, in words.
 */
what: string, 
/**
 * How many of it; null for one thing that is done or not.
 */
count: number | null, 
/**
 * What they are counted in; null if `what` says it.
 */
unit: string | null, 
/**
 * The day on which it was agreed.
 */
agreed: string, 
/**
 * The last day on which it is in time.
 */
due: string, 
/**
 * The lot of the exchange of which it is a part; null for none.
 */
lot: string | null, 
/**
 * The schedule of which it is a step; null for none.
 */
schedule: string | null, 
/**
 * Which step of it, the first being 1; null for none.
 */
step: number | null, 
/**
 * The clause of the text that words it; null for none.
 */
clause: string | null, 
/**
 * How it stands.
 */
status: CommitmentStatus, 
/**
 * The same in words.
 */
told: string, 
/**
 * Whether its day has come.
 */
is_due: boolean, 
/**
 * How many were handed over by all accounts; 1 or 0 for one thing.
 */
least: number, 
/**
 * How many by the account that says most.
 */
most: number, 
/**
 * The day on which all of it was there; null if it is not.
 */
done_on: string | null, 
/**
 * Days after its day: on which all was there, or up to now while something is missing.
 */
days_late: number, 
/**
 * Whether it is an open breach in the central world: it was denied, or what is missing is missing for longer than its days of grace.
 */
is_open_breach: boolean, 
/**
 * What each account says of it.
 */
accounts: Array<AccountTold>, 
/**
 * The ids of the claims that report on it.
 */
reports: Array<string>, 
/**
 * The largest delay of it by itself that is borne, counted from its day; null if it is not missing and not due next.
 */
delay: DelayBorne | null, 
/**
 * The ids of the sources that it rests on.
 */
cites: Array<string>, };

/**
 * What `detente compare A B --json` prints.
 */
export type CompareAnswer = { 
/**
 * The first case.
 */
before: CaseNamed, 
/**
 * The second case.
 */
after: CaseNamed, 
/**
 * The seed of the draws.
 */
seed: number, 
/**
 * How many worlds were drawn of each case: the same draws of both.
 */
draws: number, 
/**
 * What matters most, in sentences.
 */
headline: Array<string>, 
/**
 * Where the cases differ.
 */
differences: Array<CaseDifference>, 
/**
 * What all differences together do to the figures that a brief says first.
 */
figures: Array<FigureCompared>, 
/**
 * What they do to what it says in words.
 */
words: Array<WordsCompared>, };

/**
 * One concession of one actor on one issue.
 */
export type ConcessionFound = { 
/**
 * The id of the issue.
 */
issue: string, 
/**
 * The id of the party or audience that would concede.
 */
party: string, 
/**
 * The option conceded: one entry, `{issue: option}`.
 */
concession: { [key in string]: OptionValue }, 
/**
 * Of which kind it is.
 */
kind: ConcessionOf, 
/**
 * The number conceded, where it lies between the stops of a continuous issue, the stop beside it being the option; null otherwise.
 */
number: number | null, 
/**
 * What it costs whoever concedes, on its own scale: less than by its best option that crosses none of its red lines.
 */
cost: number, };

/**
 * What is conceded.
 */
export type ConcessionOf = "red_line" | "move";

/**
 * In which share of the worlds a condition blocks alone.
 */
export type ConditionDrawn = { 
/**
 * The share in which it is the only one.
 */
only: Probability, 
/**
 * The share in which it is one of several, each of which would do.
 */
one_of_several: Probability, 
/**
 * Of which kind it is.
 */
condition: ConditionOf, 
/**
 * The id of the party, or for a veto of the audience, whose condition it is.
 */
of: string, 
/**
 * The id of the issue of a red line; null for other kinds.
 */
issue: string | null, 
/**
 * In words.
 */
in_words: string, };

/**
 * A condition of a deal.
 */
export type ConditionFound = { 
/**
 * Of which kind it is.
 */
condition: ConditionOf, 
/**
 * The id of the party, or for a veto of the audience, whose condition it is.
 */
of: string, 
/**
 * The id of the issue of a red line; null for other kinds.
 */
issue: string | null, 
/**
 * In words.
 */
in_words: string, };

/**
 * The kinds of conditions.
 */
export type ConditionOf = "surplus" | "red_line" | "veto" | "quota";

/**
 * Two claims that do not go together.
 */
export type ContradictionFound = { 
/**
 * Of which kind it is, in a word.
 */
kind: string, 
/**
 * The claims; of a reversal the earlier first, otherwise in the order of date and id.
 */
claims: [number, number], 
/**
 * Why, in a sentence.
 */
because: string, };

/**
 * Coefficients with where they come from.
 */
export type ConventionFound = { 
/**
 * Its name.
 */
id: string, 
/**
 * What people bargained over.
 */
over: string, 
/**
 * Who collected it.
 */
source: string, 
/**
 * How many settlements it was fitted on.
 */
settlements: number, 
/**
 * The coefficient of each measure.
 */
coefficients: { [key in string]: CoefficientFound }, };

/**
 * About how many packages there are.
 */
export type CountEstimate = { 
/**
 * The best estimate: digits.
 */
central: string, 
/**
 * Its 95 % interval: digits.
 */
interval: [string, string], };

/**
 * The deal space: what can be agreed, who would accept it, and what that hangs on.
 *
 * Values lie on each party's own scale, 0 to 1 as a rule, and every list of values follows `parties`.
 */
export type DealSpaceFound = { 
/**
 * The ids of the principals.
 */
parties: Array<string>, 
/**
 * How many packages can be put together, before any is ruled out: digits.
 */
outcomes: string, 
/**
 * The findings if every judgement is taken at its middle.
 */
central: CentralFound, 
/**
 * The share of the worlds drawn in which a package is acceptable to all.
 */
zone_probability: Probability, 
/**
 * Worlds of which a limit on work leaves open whether they have a zone; null if there are none.
 */
zone_not_known: ZoneNotKnown | null, 
/**
 * What stands in the way, over the worlds drawn.
 */
blockers: BlockersDrawn, 
/**
 * The leading packages, the most acceptable first.
 */
packages: Array<PackageAcceptance>, 
/**
 * On what the existence of a zone hangs, the largest share first; empty where it exists always or never.
 */
drivers: Array<DriverShare>, 
/**
 * Whether all packages were judged or the candidates that a search found.
 */
packages_from: PackagesJudged, 
/**
 * The ids of continuous issues on which packages are looked for at the stops only.
 */
at_stops_only: Array<string>, 
/**
 * No package is acceptable to all in a larger share of the worlds, 0 to 1.
 */
packages_bound: number, 
/**
 * How much of the weights that are possible agrees with the comparisons of packages. Missing where the case compares none.
 */
comparisons_agree?: Probability, 
/**
 * What the answer hangs on, alone and together with others. Only with `--sobol`.
 */
sobol?: SobolFound, };

/**
 * What `detente deals CASE --json` prints.
 */
export type DealsAnswer = { 
/**
 * The case.
 */
case: CaseNamed, 
/**
 * The seed of the draws.
 */
seed: number, 
/**
 * How many worlds were drawn.
 */
draws: number, 
/**
 * The deal space.
 */
deals: DealSpaceFound, 
/**
 * How well figures of these kinds have done where what happened is known.
 */
record: Array<TrackRecord>, 
/**
 * The package that was asked about, judged. Only with `--package`.
 */
judged?: PackageJudged, };

/**
 * What delay is borne without anybody gaining by stopping.
 */
export type DelayBorne = { 
/**
 * In the central world: whole days, each delay up to it being borne; null if somebody gains by stopping as it is, or if any delay is borne.
 */
days: number | null, 
/**
 * Whether any delay is borne in the central world.
 */
any: boolean, 
/**
 * In which share of the worlds nobody gains by stopping as it is.
 */
as_it_is: Probability, 
/**
 * In which share of them any delay is borne.
 */
any_share: Probability, 
/**
 * Days that are borne in the others of these worlds; null if there are none.
 */
over_worlds: Spread | null, };

/**
 * Things of one kind that one party hands over to another.
 */
export type DeliveryWatched = { 
/**
 * Who hands over.
 */
by: string, 
/**
 * Who receives; null if the case does not say.
 */
to: string | null, 
/**
 * What, in words.
 */
what: string, 
/**
 * What they are counted in; null if `what` says it.
 */
unit: string | null, 
/**
 * The ids of the commitments.
 */
commitments: Array<string>, 
/**
 * How many were promised in all, as far as is known.
 */
promised: number, 
/**
 * How many of these should have been handed over by now.
 */
due: number, 
/**
 * How many were, by all accounts.
 */
least: number, 
/**
 * How many by the accounts that say most.
 */
most: number, 
/**
 * What was handed over on each day on which something was, where accounts agree.
 */
by_day: Array<HandedOverOn>, };

/**
 * What holds whatever is unknown about the preferences, if everyone takes it in one manner.
 */
export type DespiteUnknownFound = { 
/**
 * Whether they move towards what they do not know to be better.
 */
drawn_to_it: boolean, 
/**
 * Whether what they do not know to be worse holds them back.
 */
held_back_by_it: boolean, 
/**
 * The states that hold then, by sense.
 */
equilibria: { [key in string]: Array<number> }, };

/**
 * Profiles that changes do not leave again.
 */
export type DeviationsEnd = { 
/**
 * The profiles, by place from 0: one if it is an equilibrium, several if changes go round for ever.
 */
profiles: Array<number>, 
/**
 * The share of profiles from which changes can lead here.
 */
basin: number, };

/**
 * The deviation graph.
 */
export type DeviationsOfWays = { 
/**
 * What two can follow, whoever follows which.
 */
profiles: Array<[string, string]>, 
/**
 * From each profile, by place from 0, where the change leads by which the one who changes gains most; several where they tie, none in equilibrium.
 */
to: Array<Array<number>>, 
/**
 * Where such changes end.
 */
ends: Array<DeviationsEnd>, };

/**
 * Whether a difference changes an answer.
 */
export type DifferenceBears = "changes" | "untold" | "nothing" | "unjudged";

/**
 * How far a package lies from a frontier, in the central world.
 */
export type DistanceToFrontier = { 
/**
 * By how much all principals could gain at once, each on its own scale; 0 on the frontier. Null where no package that counts is as good
 * for all, and where a limit on work was met.
 */
all_could_gain: number | null, 
/**
 * No package lets all gain more than this: equal to `all_could_gain` when that is proven. Null as that is.
 */
all_could_gain_at_most: number | null, 
/**
 * Whether no package that counts betters it. Null where that is not known.
 */
on_frontier: boolean | null, 
/**
 * A package that betters it: worth as much to every principal and more to one. Null where none is known.
 */
better: PackageOptions | null, };

/**
 * What one dossier comes to.
 */
export type DossierFound = { 
/**
 * What it is called.
 */
name: string, 
/**
 * What it belongs to, with others; null if the table does not say.
 */
proposal: string | null, 
/**
 * What the issues are called.
 */
issues: Array<string>, 
/**
 * From which number to which each scale goes.
 */
scales: Array<[number, number]>, 
/**
 * Who decides.
 */
actors: Array<ActorStands>, 
/**
 * The rule of decision in the words of the table; null if it does not say.
 */
rule: string | null, 
/**
 * What will be decided on each issue.
 */
predictions: Array<PredictionFound>, 
/**
 * What each model says, the simplest first.
 */
models: Array<ModelSays>, 
/**
 * What could be carried on each issue, with capability as the weight of votes.
 */
votes: Array<CarriedByVote>, 
/**
 * Of several issues, each rule by what becomes of whole packages: those that somebody wants, set beside each other. Empty for one issue, or with more than 200 actors.
 */
packages: Array<PackagesByVote>, 
/**
 * Actors that have no say in it, with why.
 */
left_out: Array<string>, };

/**
 * How much of the answer hangs on an input.
 */
export type DriverShare = { 
/**
 * The input, by its path in the case file.
 */
input: string, 
/**
 * The same in words.
 */
name: string, 
/**
 * The share, 0 to 1, of the variance of whether there is a zone that goes with this input alone.
 */
share: number, 
/**
 * The 95 % interval that the number of draws leaves the share; inputs for which it holds 0 are left out.
 */
interval: [number, number], };

/**
 * What `detente durability CASE --json` prints.
 */
export type DurabilityAnswer = { 
/**
 * The case.
 */
case: CaseNamed, 
/**
 * The seed of the draws.
 */
seed: number, 
/**
 * How many worlds were drawn.
 */
draws: number, 
/**
 * How long the packages would last.
 */
durability: DurabilityFound, 
/**
 * How well figures of these kinds have done where what happened is known.
 */
record: Array<TrackRecord>, };

/**
 * How long packages would last, from how long agreements lasted here and elsewhere and from what the packages contain.
 */
export type DurabilityFound = { 
/**
 * The packages, in the order in which they were asked about: the leading ones, or the one named.
 */
packages: Array<PackageSurvives>, 
/**
 * What the baseline rests on: a judgement, a class of agreements elsewhere, the record of this conflict.
 */
baseline: BaselineRests, 
/**
 * The published findings on which any of it rests, in the order of their ids.
 */
findings: Array<PublishedFinding>, 
/**
 * The verdict in sentences, most important first.
 */
headline: Array<string>, };

/**
 * How an earlier agreement of this conflict went, in days from its beginning.
 */
export type EarlierAgreement = { 
/**
 * Its name.
 */
name: string, 
/**
 * It held at least so long.
 */
held: number, 
/**
 * By then it had broken: the same day where that is known; null if it did not break.
 */
broken_by: number | null, };

/**
 * What one difference does.
 */
export type EffectFound = { 
/**
 * To the figures; empty where there is no such case.
 */
figures: Array<FigureCompared>, 
/**
 * To what is said in words; empty where there is no such case.
 */
words: Array<WordsCompared>, 
/**
 * Why there is no such case: it would have this fault. Null where there is.
 */
no_case: string | null, };

/**
 * Something that an engine refuses: figures that are sound one by one and make no sense together.
 */
export type EngineRefusal = { 
/**
 * The line on which the table begins that it is about, counted from 1; null if that is not known.
 */
line: number | null, 
/**
 * The table and what is wrong with it, in a sentence.
 */
message: string, };

/**
 * The envelope on one day of the pledge.
 */
export type EnvelopeOn = { 
/**
 * The day.
 */
day: number, 
/**
 * The fewest of each lot that must still be to come, in fractions; null if all are not enough.
 */
held: { [key in string]: number } | null, };

/**
 * The envelope of one side's lots, all together, for one pledge and one guarantee on the other side.
 */
export type EnvelopeVaried = { 
/**
 * For how many days calm is pledged.
 */
pledge_days: number, 
/**
 * The id of the party that the guarantee binds: the one that a pause costs more.
 */
party: string, 
/**
 * What a breach would cost it.
 */
guarantee: number, 
/**
 * The id of the party that holds the lots back.
 */
held_by: string, 
/**
 * The fewest of them still held, day by day.
 */
held: Array<HeldOn>, };

/**
 * A symmetric equilibrium.
 */
export type EquilibriumOfWays = { 
/**
 * The shares of the ways that are played.
 */
mix: { [key in string]: number }, 
/**
 * The advantage of everybody.
 */
value: number, };

/**
 * A piece of evidence.
 */
export type EvidenceColumnFound = { 
/**
 * The claims in it: those of one origin.
 */
claims: Array<number>, 
/**
 * The largest |ln LR| in it: 0 tells nothing about any hypothesis.
 */
diagnosticity: number, };

/**
 * What `detente exchange CASE --json` prints.
 */
export type ExchangeAnswer = { 
/**
 * The case.
 */
case: CaseNamed, 
/**
 * The seed of the draws.
 */
seed: number, 
/**
 * How many worlds were drawn.
 */
draws: number, 
/**
 * The exchange.
 */
exchange: ExchangeFound, };

/**
 * Would it hold? The exchange that one package would set in motion: planned in the central world, tried over the draws.
 *
 * Sides go by the ids of their parties, lots by their names. Days are counted from the beginning of the pledge. Guarantees, slack and
 * gains lie on the own scale of the side concerned, in the unit in which the case states worths.
 */
export type ExchangeFound = { 
/**
 * The package.
 */
outcome: PackageOptions, 
/**
 * Its letter among the leading packages; null if it has none.
 */
package: string | null, 
/**
 * The verdict in sentences, most important first.
 */
headline: Array<string>, 
/**
 * For how many days calm is pledged.
 */
pledge_days: number, 
/**
 * What a breach costs each side.
 */
guarantee: { [key in string]: number }, 
/**
 * Whether some schedule holds itself in the central world.
 */
self_enforcing: boolean, 
/**
 * The day on which the fastest such schedule is complete; null if there is none.
 */
complete_on_day: number | null, 
/**
 * The guarantee needed on each side, the other's being as it is; null if none on that side alone is enough.
 */
guarantee_needed: { [key in string]: number | null }, 
/**
 * The least guarantee on each side, however strongly the other is bound; null if none is enough.
 */
guarantee_at_least: { [key in string]: number | null }, 
/**
 * A pair of guarantees that is enough together where neither side's is alone; null otherwise.
 */
guarantee_together: { [key in string]: number } | null, 
/**
 * The longest pledge that the guarantees there are can hold, in days; null if no length works.
 */
longest_pledge_days: number | null, 
/**
 * The same with what kind of figure it is.
 */
longest_pledge: LongestPledgeFound, 
/**
 * The longest pledge that each side can be held to, the other being bound without limit.
 */
longest_pledge_of_each: { [key in string]: LongestPledgeFound }, 
/**
 * The fewest that must still be to come, day by day.
 */
envelope: Array<EnvelopeOn>, 
/**
 * The envelope of one side's lots for several pledges and guarantees.
 */
envelopes: Array<EnvelopeVaried>, 
/**
 * The fastest schedule that holds itself, handover by handover; empty if there is none.
 */
schedule: Array<HandoverOf>, 
/**
 * Its rounds; null if there is none.
 */
rounds: Array<RoundFound> | null, 
/**
 * What is proven of its speed; null if there is none.
 */
proof: FastestProof | null, 
/**
 * The moment at which it holds least; null if there is none.
 */
weakest_step: MomentFound | null, 
/**
 * Why no schedule holds itself; null if one does.
 */
obstacle: ObstacleFound | null, 
/**
 * In which share of the worlds some schedule holds itself.
 */
self_enforcing_probability: Probability, 
/**
 * In which share this schedule does; null if there is none.
 */
schedule_probability: Probability | null, 
/**
 * Where this schedule fails first, the most frequent first.
 */
fails_at: Array<FailsAt>, 
/**
 * The figures over the draws.
 */
over_draws: ExchangeOverDraws, 
/**
 * Of the schedules planned for other worlds the one that holds itself most often; null if none does so more often than the one planned
 * for the central world.
 */
steadiest: SteadiestFound | null, 
/**
 * What each side's last handover takes in the planned schedule.
 */
last_handovers: Array<LastHandoverFound>, 
/**
 * What one unit of guarantee on each side is worth on the first day.
 */
rates: Array<GuaranteeRates>, 
/**
 * The schedules that the case proposes, in its order.
 */
proposed: Array<ProposedFound>, 
/**
 * What would mend the exchange, priced.
 */
remedies: Array<RemedyFound>, 
/**
 * The best schedule of every shape and order.
 */
shapes: Array<ShapeFound>, 
/**
 * The most that either side could gain by stopping, by the number of equal rounds over the pledge.
 */
gain_by_rounds: Array<GainByRounds>, 
/**
 * How far the rule of extension carries once the pledge has run its course; null if the case has none.
 */
extension: ExtensionFound | null, 
/**
 * What the steps that were observed tell; null if the case states none.
 */
learned: LearnedFromSteps | null, };

/**
 * The figures of the exchange over the draws.
 */
export type ExchangeOverDraws = { 
/**
 * The day on which the fastest schedule of a world is complete; null if no world has one.
 */
complete_on_day: SpreadKnown | null, 
/**
 * How many of each side's lots it still holds after the first handover of that schedule; null if no world has one.
 */
held_after_first: { [key in string]: SpreadKnown | null }, 
/**
 * The guarantee needed on each side; null if in no world one on that side alone is enough.
 */
guarantee_needed: { [key in string]: SpreadKnown | null }, 
/**
 * The longest pledge in days; null if in no world any length works.
 */
longest_pledge_days: SpreadKnown | null, 
/**
 * The least slack of the schedule planned in the central world, by side; null if there is none.
 */
weakest_slack: { [key in string]: SpreadKnown | null }, 
/**
 * The trust, 0 to 1, that each side's last handover in that schedule takes; null if there is none, or no trust is enough in any world.
 */
trust_needed: { [key in string]: SpreadKnown | null }, 
/**
 * In how many worlds no trust is enough for it.
 */
no_trust_enough: { [key in string]: number }, };

/**
 * The exchange from the day that is looked at: what is still to come goes as it was promised, what should have come by now goes on the next day.
 */
export type ExchangeWatched = { 
/**
 * Days since the pledge began; below zero before.
 */
days_since: number, 
/**
 * Days that are left of the pledge, in the central world.
 */
pledge_days_left: number, 
/**
 * What is still to come, by day, in order.
 */
still_to_come: Array<StillToCome>, 
/**
 * For each side by how much it gains by going on now in the central world, on its own scale; below zero it gains that much by stopping.
 */
gain_now: { [key in string]: number }, 
/**
 * In which share of the worlds each side gains by going on now, or loses nothing.
 */
goes_on_now: { [key in string]: Probability }, 
/**
 * In which share nobody gains by stopping to the end.
 */
to_the_end: Probability, 
/**
 * Where somebody would first gain by stopping, most frequent first.
 */
stops: Array<StopsAt>, 
/**
 * The largest delay of all that is still to come that is borne.
 */
delay: DelayBorne, 
/**
 * The exchange planned anew from here in the central world: the fastest schedule of all that is left under which nobody gains by stopping; empty if
 * there is none, or if the pledge has run out.
 */
planned_anew: Array<StillToCome>, 
/**
 * Why there is none, in a sentence; null if there is one, or if the pledge has run out.
 */
obstacle: string | null, 
/**
 * In which share of the worlds some schedule from here on would hold itself; null if the pledge has run out.
 */
some_schedule: Probability | null, };

/**
 * Why extensions end.
 */
export type ExtensionEnds = { "kind": "too_few_left", 
/**
 * How many are left.
 */
left: number, } | { "kind": "nothing_in_return" } | { "kind": "would_not_gain", 
/**
 * The id of the party.
 */
party: string, 
/**
 * By how much it would lose, on its own scale.
 */
short_by: number, } | { "kind": "limit" };

/**
 * How far the rule of extension carries.
 */
export type ExtensionFound = { 
/**
 * The day on which calm ends.
 */
ends_on_day: number, 
/**
 * Why it goes no further.
 */
because: ExtensionEnds, 
/**
 * The extensions, in their order.
 */
tranches: Array<TrancheFound>, };

/**
 * What `detente brief CASE --extract --json` prints: the account of an extract, for whoever hands it over. The extract itself is not part of
 * it, so that the one is not handed over with the other; `--html FILE` writes it.
 */
export type ExtractAnswer = { 
/**
 * The case.
 */
case: CaseNamed, 
/**
 * The seed of the draws.
 */
seed: number, 
/**
 * How many worlds were drawn for the extract.
 */
draws: number, 
/**
 * The ids of the sections that it shows, in reading order.
 */
sections: Array<string>, 
/**
 * The ids of the parties that it leaves out.
 */
without_parties: Array<string>, 
/**
 * How many sections, paragraphs, rows, columns, lines and plots of the brief it leaves out.
 */
left_out: number, 
/**
 * The sections that were asked for and of which nothing is left, with why.
 */
not_given: Array<SectionNotGiven>, 
/**
 * How many figures and red lines on options of the case stay in it.
 */
figures_that_stay: number, 
/**
 * How many of them are left out and not given away, as far as this can be seen.
 */
figures_kept: number, 
/**
 * The figures and red lines that are left out and given away all the same: first those of parties that are left out, and of those the
 * surest first.
 */
gives_away: Array<FigureGivenAway>, 
/**
 * Paths of figures for which it could not be judged: at an end of their range the case has no answer.
 */
not_judged: Array<string>, 
/**
 * Over how many draws it was judged what the extract gives away.
 */
judged_over: number, };

/**
 * A moment at which a schedule fails first in some worlds.
 */
export type FailsAt = { 
/**
 * The day.
 */
day: number, 
/**
 * The round after which, or in which, it fails; 0 before the first.
 */
round: number, 
/**
 * Where in the round.
 */
phase: MomentPhase, 
/**
 * The id of the party that would gain by stopping.
 */
party: string, 
/**
 * In which share of the worlds this is the first failure.
 */
share: Probability, 
/**
 * What the party would gain by stopping, in these worlds.
 */
gain: SpreadKnown, };

/**
 * What is proven of the speed of a schedule.
 */
export type FastestProof = { 
/**
 * Whether nothing that respects the terms is complete sooner.
 */
fastest: boolean, 
/**
 * The earliest day on which any schedule could be complete.
 */
not_before: number, };

/**
 * How bad a fault is.
 */
export type FaultSeverity = "error" | "warning";

/**
 * A figure in two cases.
 */
export type FigureCompared = { 
/**
 * Which figure: `zone` (a deal exists), `margin` (in the central world), `margin_over_worlds` (its mean over the worlds in which both
 * cases have one), `opening_cost` (of the cheapest opening of a closed zone), `best.acceptable`, `best.enforceable`, `best.durable` (the
 * median over the worlds) and `best.all_three` of the package of each case that does best on all tests (or leads, where there is
 * nothing to test; in a case without issues, of its exchange alone, under some schedule), `propositions.` and the id of an open question
 * (it is true).
 */
figure: string, 
/**
 * The same in words.
 */
name: string, 
/**
 * In the first case; null where it has no such figure.
 */
before: number | null, 
/**
 * In the second case; null where it has no such figure.
 */
after: number | null, 
/**
 * The second less the first; null where one of them is.
 */
difference: number | null, 
/**
 * The 95 % interval of the difference, from the differences world by world in the same draws. Null for figures of the central world,
 * and where one case has no such figure.
 */
interval: [number, number] | null, 
/**
 * Over how many worlds; null as `interval` is.
 */
worlds: number | null, };

/**
 * A figure or a red line on options that an extract leaves out and gives away.
 */
export type FigureGivenAway = { 
/**
 * Its path in the case file.
 */
path: string, 
/**
 * What it is, in words.
 */
name: string, 
/**
 * Whether it belongs to a party that is left out.
 */
of_party_left_out: boolean, 
/**
 * Whether it is a red line on options, which has no range: what is shown is then as it is, and without it.
 */
red_line: boolean, 
/**
 * How it is given away.
 */
how: GivenAwayHow, 
/**
 * The share of its range that stays open to whoever has the extract and knows the ranges of all that is left out: 1 if nothing is
 * learned of it, near 0 if it can be worked out. On a linear account.
 */
left_open: number, 
/**
 * Through what, the most telling first; at most three.
 */
through: Array<GivenAwayThrough>, 
/**
 * All of it in a sentence.
 */
sentence: string, };

/**
 * What is left of the range of a figure.
 */
export type FigureNarrowed = { 
/**
 * The figure, by its path in the case file.
 */
figure: string, 
/**
 * The range that the case states.
 */
before: [number, number], 
/**
 * The part of it that explains the steps.
 */
after: [number, number], };

/**
 * How many figures of a case rest on what.
 */
export type FiguresByGround = { 
/**
 * Figures that stand as a source has them.
 */
cited: number, 
/**
 * Ranges put around what a source reports: the matter is cited, the figure is a judgement.
 */
estimated: number, 
/**
 * Figures that cite nothing: somebody's judgement.
 */
judged: number, };

/**
 * Files of a case that are not here.
 */
export type FilesAbsent = { 
/**
 * The names under which they are included.
 */
files: Array<string>, 
/**
 * What of the files that are here cannot stand without them, and is left out, by path.
 */
left_out: Array<string>, 
/**
 * Which questions have no answer without that, in words for a sentence.
 */
falls_away: Array<string>, };

/**
 * What is published of a finding.
 */
export type FindingKind = "hazard_ratio" | "lowers" | "raises" | "share";

/**
 * What a finding turns into from a later day on.
 */
export type FindingLater = { 
/**
 * The day, counted from the signing.
 */
from_day: number, 
/**
 * The hazard ratio that is reckoned with from then on.
 */
hazard_ratio: Spread, };

/**
 * What `detente durability --findings --json` prints. No case is needed for it.
 */
export type FindingsAnswer = { 
/**
 * The findings, in the order of their ids.
 */
findings: Array<CatalogueFinding>, };

/**
 * A fit.
 */
export type FitFound = { 
/**
 * To what: `pooled`, or the file.
 */
to: string, 
/**
 * How many settlements.
 */
settlements: number, 
/**
 * The coefficient of each measure.
 */
coefficients: { [key in string]: CoefficientFound }, 
/**
 * The lower triangle of the covariance, row by row, in the order of the coefficients.
 */
covariance: Array<number>, };

/**
 * Coefficients fitted on the tables given.
 */
export type FittedAnew = { 
/**
 * Into how many folds each table was dealt for the scores that are held out.
 */
folds: number, 
/**
 * From which seed.
 */
seed: number, 
/**
 * To all tables as one, and then to each.
 */
fits: Array<FitFound>, };

/**
 * A kind of figure that can be read as a forecast.
 */
export type ForecastKind = "deal" | "package" | "in_the_way" | "settlement" | "hold" | "truce" | "peace" | "own_life" | "talks" | "stuck" | "outlook" | "body";

/**
 * A forecast that came due.
 */
export type ForecastScored = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it said, 0 to 1.
 */
probability: number, 
/**
 * Whether it came about.
 */
outcome: boolean, 
/**
 * Its Brier score: 0 perfect, 1 worst.
 */
brier: number, 
/**
 * Its logarithmic score, natural logarithm: 0 perfect. Null for a certainty that failed, whose score is infinite.
 */
logarithmic: number | null, };

/**
 * Mean scores of several forecasts.
 */
export type ForecastScores = { 
/**
 * How many forecasts.
 */
count: number, 
/**
 * Their mean Brier score: 0 perfect, 1 worst.
 */
brier: number, 
/**
 * Their mean logarithmic score, natural logarithm: 0 perfect. Null if a certainty failed.
 */
logarithmic: number | null, };

/**
 * The forecasts of a case against what came about.
 */
export type ForecastsFound = { 
/**
 * Forecasts with an outcome, in the order of the case.
 */
scored: Array<ForecastScored>, 
/**
 * The ids of those that are due and have no outcome yet.
 */
overdue: Array<string>, 
/**
 * The ids of those that are still running.
 */
open: Array<string>, 
/**
 * The mean scores; null when nothing is scored.
 */
scores: ForecastScores | null, 
/**
 * The scores of whoever says the base rate; null when nothing is scored.
 */
base_rate: ForecastScores | null, 
/**
 * 1 − Brier score / Brier score of the base rate: above 0, better than the base rate. Null when the base rate is perfect.
 */
skill: number | null, 
/**
 * Forecasts of about the same probability, in bins of a tenth that hold at least one.
 */
calibration: Array<CalibrationFound>, 
/**
 * Murphy's reliability (1973): 0 when forecasts come about as often as they say.
 */
reliability: number, 
/**
 * Murphy's resolution: how far the bins differ from the overall share.
 */
resolution: number, 
/**
 * Murphy's uncertainty: the variance of the outcomes.
 */
uncertainty: number, };

/**
 * A straight line of a frontier, the best for the first principal first. Its ends differ on continuous issues only.
 *
 * Where issues can be settled at any number, the frontier runs on between the points listed, which lie at the stops. Every package on a
 * line has values on the straight line between the values of the ends, and none betters it. A single package between stops is a line
 * whose ends are the same. Lines and points together are the whole frontier, up to packages of the same values. With three principals or
 * more and two continuous issues or more it has faces as well; then, or where the frontier itself is not listed or known to within a
 * tolerance only, no lines are listed.
 */
export type FrontierLine = { 
/**
 * Where it begins.
 */
from: FrontierLineEnd, 
/**
 * Where it ends.
 */
to: FrontierLineEnd, };

/**
 * An end of a line.
 */
export type FrontierLineEnd = { 
/**
 * The package there, its numbers included.
 */
outcome: PackageOptions, 
/**
 * What it is worth to each principal.
 */
values: Array<number>, 
/**
 * Whether the end itself is on the frontier. If not, all of the line but this end is: the line comes up to these values, and something
 * just there is worth as much to some and more to others.
 */
on_frontier: boolean, };

/**
 * A point of a frontier: values that nothing betters for everyone, with a package that has them.
 */
export type FrontierPointFound = { 
/**
 * A package with these values.
 */
outcome: PackageOptions, 
/**
 * What it is worth to each principal.
 */
values: Array<number>, 
/**
 * How many packages are worth the same to all principals: digits. Null where audiences vote or with a tolerance.
 */
shared_by: string | null, };

/**
 * The most that either side could gain by stopping in so many equal rounds.
 */
export type GainByRounds = { 
/**
 * How many rounds.
 */
rounds: number, 
/**
 * The gain; 0 if neither side can gain.
 */
gain: number, };

/**
 * By how much a change raises the probability of passing all tests.
 */
export type GainFound = { 
/**
 * The mean of the differences, -1 to 1.
 */
value: number, 
/**
 * Its 95 % interval; a change whose interval does not lie above 0 is not advised.
 */
interval: [number, number], };

/**
 * The empirical game of ways to bargain.
 */
export type GameOfWays = { 
/**
 * Ways that are best replies to themselves: pure symmetric Nash equilibria.
 */
pure_equilibria: Array<string>, 
/**
 * All symmetric Nash equilibria, pure and mixed; where ties make whole sets of them, the corners of these sets. Null where they were not looked for.
 */
equilibria: Array<EquilibriumOfWays> | null, 
/**
 * Pairs of `equilibria`, by place from 0, of which every mix is one too. Null where they were not looked for.
 */
joined: Array<[number, number]> | null, 
/**
 * Why mixed equilibria, or the Nash average, were not looked for; null where they were.
 */
not_looked_for: string | null, 
/**
 * Ways that are left when strictly dominated ones are struck, again and again.
 */
undominated: Array<string>, 
/**
 * The order in which ways are left over when the one with the least mean payoff against those left goes, again and again; the last one left first.
 */
last_standing: Array<string>, 
/**
 * By how much the best way betters an even mix against an even mix.
 */
regret_of_even_mix: number, 
/**
 * Replicator dynamics: what becomes of a crowd in which what does better than the average spreads.
 */
replicator: ReplicatorOfWays, 
/**
 * α-rank: which ways a crowd is found at that imitates success and seldom tries something new.
 */
alpha_rank: AlphaRankOfWays, 
/**
 * Nash averaging: how good ways are against opponents that are worth meeting. Null where it was not looked for.
 */
nash_average: NashAverageOfWays | null, 
/**
 * To each way the best replies, several where they tie.
 */
best_replies: { [key in string]: Array<string> }, 
/**
 * Sets of ways of which each leads back to itself by best replies through the others.
 */
best_reply_cycles: Array<Array<string>>, 
/**
 * The deviation graph: where two end up who choose again in turn.
 */
deviations: DeviationsOfWays, };

/**
 * How an extract gives a figure away.
 */
export type GivenAwayHow = "stands" | "worked_out" | "hinted";

/**
 * What gives a figure away.
 */
export type GivenAwayThrough = { 
/**
 * The heading of the section.
 */
section: string, 
/**
 * The words around the number, with `#` in the place of every number; as they stand there if no number is told of.
 */
words: string, 
/**
 * Which of the numbers there, from 1; null if it is the words that differ.
 */
number: number | null, 
/**
 * What it shows with the figure at the lower end of its range, a per cent as a hundredth; of a red line on options, as it is, with it.
 * Null for words.
 */
at_low: number | null, 
/**
 * The same at the upper end; without the red line.
 */
at_high: number | null, };

/**
 * What one unit of guarantee on a side is worth.
 */
export type GuaranteeRates = { 
/**
 * The id of the party that is bound.
 */
party: string, 
/**
 * People of the other side who need not be held back; null where none are, or nothing helps.
 */
people: number | null, 
/**
 * Days of pledge; null where the pause costs the side nothing.
 */
days: number | null, 
/**
 * Days of pledge for one person more still to come; null likewise.
 */
days_per_person: number | null, 
/**
 * By what what one side holds back lets the other hold back less, and so on (the contraction ratio ρ); null unless the conditions of
 * both sides bind.
 */
contraction: number | null, };

/**
 * So many on one day.
 */
export type HandedOverOn = { 
/**
 * The day.
 */
day: string, 
/**
 * How many on that day.
 */
count: number, 
/**
 * How many by the end of it, in all.
 */
so_far: number, };

/**
 * One handover.
 */
export type HandoverOf = { 
/**
 * The day.
 */
day: number, 
/**
 * The id of the party that hands over.
 */
from: string, 
/**
 * The name of the lot.
 */
lot: string, 
/**
 * How many.
 */
count: number, };

/**
 * A hazard ratio from a later day on.
 */
export type HazardLater = { 
/**
 * The day, counted from the signing.
 */
from_day: number, 
/**
 * The hazard ratio from then on.
 */
hazard_ratio: Spread, };

/**
 * How many must still be held on a day.
 */
export type HeldOn = { 
/**
 * The day.
 */
day: number, 
/**
 * How many, in fractions; null if all are not enough.
 */
held: number | null, };

/**
 * In which share of the worlds a manner holds itself under one guarantee.
 */
export type HoldsUnder = { 
/**
 * The share, 0 to 1.
 */
value: number, 
/**
 * Its 95 % interval.
 */
interval: [number, number], 
/**
 * The option that stands for the guarantee, as people read it; null where the guarantee is the same for every package.
 */
guarantee: string | null, };

/**
 * Hypotheses against evidence (Heuer 1999).
 */
export type HypothesesFound = { 
/**
 * The evidence, the most diagnostic first.
 */
columns: Array<EvidenceColumnFound>, 
/**
 * Two for each proposition: that it holds, then that it does not.
 */
rows: Array<HypothesisFound>, };

/**
 * A hypothesis: that a proposition holds, or that it does not.
 */
export type HypothesisFound = { 
/**
 * The id of the proposition.
 */
proposition: string, 
/**
 * Whether it is that it holds.
 */
holds: boolean, 
/**
 * How well each column fits: `CC` very consistent, `C` consistent, `N` neutral, `I` inconsistent, `II` very inconsistent; null where the
 * evidence does not speak to it.
 */
fits: Array<string | null>, 
/**
 * The sum of ln LR of everything against it: the smallest deserves to lead.
 */
against: number, 
/**
 * Its probability after all claims, judgements taken at their middle.
 */
probability: number, };

/**
 * What it would bring to know a proposition.
 */
export type InformationFound = { 
/**
 * The id of the proposition.
 */
proposition: string, 
/**
 * In which share of the worlds there would be a zone if it were true; null in a case without issues.
 */
if_true: Probability | null, 
/**
 * And if it were false.
 */
if_false: Probability | null, 
/**
 * By how much that share is expected to move; null likewise.
 */
expected_move: number | null, };

/**
 * The Sobol indices of an input, or of a group of weights that are drawn together.
 */
export type InputIndices = { 
/**
 * The input or the group, by its path in the case file.
 */
input: string, 
/**
 * First-order index: the share of the variance that goes with the input alone.
 */
first: number, 
/**
 * Its 95 % interval.
 */
first_interval: [number, number], 
/**
 * Total index: the share of the variance that would be left if all else were known.
 */
total: number, 
/**
 * Its 95 % interval.
 */
total_interval: [number, number], 
/**
 * On how many rows of the design they rest: those in which everything needed has a value.
 */
rows: number, };

/**
 * What a side's last handover takes: after it nothing of its own is left that the other side would wait for.
 */
export type LastHandoverFound = { 
/**
 * The id of the party.
 */
party: string, 
/**
 * The day.
 */
day: number, 
/**
 * How many of each lot it hands over then.
 */
gives: { [key in string]: number }, 
/**
 * How many of each of the other's lots are still to come at that moment, those of the same round included.
 */
to_come: { [key in string]: number }, 
/**
 * The probability, 0 to 1, that it must give to the other's keeping its word; 0 if it would hand over even if war were sure to follow.
 * Null if no trust is enough.
 */
trust: number | null, 
/**
 * Whether some trust is enough.
 */
possible: boolean, };

/**
 * How long it lasts on.
 */
export type LastingWatched = { 
/**
 * In which share of the worlds a breach is open: it may hang on how many days of grace nobody counts.
 */
breached: Probability, 
/**
 * By what an open breach multiplies the danger of ending, however many are open.
 */
hazard_ratio: Spread, 
/**
 * What is left of it as it is, given that it has held until now.
 */
remaining: LastsOn, 
/**
 * What would be left if no breach were open.
 */
unbreached: LastsOn, 
/**
 * What would be left with a breach open.
 */
with_breach: LastsOn, };

/**
 * What is left of an agreement that has held for a while.
 */
export type LastsOn = { 
/**
 * For how many days it has held.
 */
held_days: number, 
/**
 * The probability of lasting so many days more; `days` are counted from the day up to which it has held.
 */
more: Array<SurvivesBeyond>, 
/**
 * After how many days more half of such agreements are over.
 */
median_days: Spread, };

/**
 * What the steps that were observed tell about the figures of the case.
 */
export type LearnedFromSteps = { 
/**
 * The steps that no figures within the ranges of the case explain, in sentences; null if the steps can be explained.
 */
contradiction: Array<string> | null, 
/**
 * What is left of the ranges; empty in a contradiction.
 */
ranges: Array<FigureNarrowed>, };

/**
 * How likely states are to hold, preferences in doubt being drawn.
 */
export type LikelihoodFound = { 
/**
 * How often preferences were drawn.
 */
draws: number, 
/**
 * The states.
 */
states: Array<StateLikelihood>, };

/**
 * A chance over the worlds in which all accept some package.
 */
export type LikelyChance = { 
/**
 * The mean over these worlds, 0 to 1.
 */
value: number, 
/**
 * The middle nine tenths of these worlds: what the case and what is known of the model leave open.
 */
range: [number, number], 
/**
 * The 95 % interval that the number of worlds and steps leaves the mean.
 */
interval: [number, number], 
/**
 * The mean by each fit alone, under its id; null where no world with a package that all accept used it.
 */
by_fit: { [key in string]: number | null }, };

/**
 * The longest pledge that can be held.
 */
export type LongestPledgeFound = { 
/**
 * Its length in whole days; null if no length works.
 */
days: number | null, 
/**
 * What kind of figure that is.
 */
kind: PledgeLengthIs, };

/**
 * Agreements by lot: packages with probabilities, by lot, by turns, or by shares over time, for matters that come up again and again or
 * can be shared out.
 */
export type LotteriesFound = { 
/**
 * The largest product of expected surpluses, over packages that all accept. Null when the zone is empty or its frontier not listed;
 * with a tolerance the best over the points listed.
 */
nash: NashLotteryFound | null, 
/**
 * The largest equal share of what each could have inside the zone, then the next smallest share, and so on. Null as for `nash`.
 */
kalai_smorodinsky: ShareLotteryFound | null, 
/**
 * The most for whoever gains least on average, over feasible packages that cross no red line of those who must sign, acceptable or
 * not. Null without a reason in `margin_not_given` where red lines leave no package, or none carries the votes.
 */
margin: MarginLotteryFound | null, 
/**
 * Why `margin` cannot be computed; null otherwise.
 */
margin_not_given: string | null, };

/**
 * A package that may come out.
 */
export type LotteryPackage = { 
/**
 * The package.
 */
outcome: PackageOptions, 
/**
 * Its probability; those of a lottery sum to 1.
 */
probability: number, };

/**
 * The guarantee that a manner takes on one side.
 */
export type MannerGuarantee = { 
/**
 * The least guarantee in all, on the side's own scale, over the worlds in which one is enough; null where none ever is.
 */
guarantee: Spread | null, 
/**
 * In which share of the worlds some guarantee is needed.
 */
needed_in: Probability, 
/**
 * In which share no guarantee is enough.
 */
never_enough_in: Probability, };

/**
 * One way of carrying the exchange out, tried on the best package.
 */
export type MannerTested = { 
/**
 * As the case calls it.
 */
name: string, 
/**
 * The package: the best one, changed on the issues that the manner belongs to.
 */
outcome: PackageOptions, 
/**
 * In which share of the worlds it holds itself: one entry for each option of the issue that the guarantee is taken from, or one
 * entry where the guarantee is the same for every package.
 */
self_enforcing: Array<HoldsUnder>, 
/**
 * The guarantee that it takes on each side, by the id of the party.
 */
guarantee_needed: { [key in string]: MannerGuarantee }, };

/**
 * The lottery with the largest margin.
 *
 * A value of 0 or more while `zone.exists` is false says that lots or turns leave nobody who must sign worse off than no deal, although no
 * single package does. Where a principal needs votes at home, each package of the lottery carries them; so its value may then be below
 * the margin of packages, which does not count votes.
 */
export type MarginLotteryFound = { 
/**
 * The average surplus over no deal of whoever gains least.
 */
value: number, 
/**
 * No such lottery has a larger one: equal to `value`, or 10⁻¹² above, when proven.
 */
at_most: number, 
/**
 * The packages that may come out, at most one for each principal (for the margin: for each who must sign).
 */
packages: Array<LotteryPackage>, 
/**
 * What that is worth to each principal on average.
 */
values: Array<number>, };

/**
 * Kinds of marks.
 */
export type MarkKind = "words" | "comment" | "elsewhere";

/**
 * Something marked.
 */
export type MarkTold = { 
/**
 * Its number, by which it is accepted.
 */
number: number, 
/**
 * `words`, `comment`, or `elsewhere` for what stands at no clause or in a heading.
 */
kind: MarkKind, 
/**
 * The id of the clause; null where it stands at none.
 */
clause: string | null, 
/**
 * The heading of the clause, or else its first words; null where it stands at none.
 */
heading: string | null, 
/**
 * Under which name it was made; null where words were changed without being marked.
 */
by: string | null, 
/**
 * Whom that name means in the case; null if nobody.
 */
party: string | null, 
/**
 * The day: `2024-02-15`; null where the document says none.
 */
on: string | null, 
/**
 * What is to go, or what a comment is on; empty for nothing.
 */
out: string, 
/**
 * What is to come, or what a comment says; empty for nothing.
 */
into: string, 
/**
 * Why it could not be taken into a new version; null if it can.
 */
not_taken: string | null, };

/**
 * What `detente text marked CASE FILE --json` prints.
 */
export type MarksAnswer = { 
/**
 * The version of which the document was made.
 */
version: string, 
/**
 * What was marked, in reading order.
 */
marks: Array<MarkTold>, 
/**
 * The ids of clauses that the document no longer has.
 */
missing: Array<string>, };

/**
 * A mean over pairs of scenario and party.
 */
export type MeanOverRoles = { 
/**
 * The mean.
 */
mean: number, 
/**
 * Its 95 % interval if these pairs are a sample of such pairs (Student's t); null for a single pair.
 */
interval: [number, number] | null, };

/**
 * Something that a third party could bring about. `move` is the id of a move of the case.
 */
export type MeasureFound = { "kind": "bind", 
/**
 * The move.
 */
move: string | null, } | { "kind": "bar", 
/**
 * The move.
 */
move: string | null, } | { "kind": "allow_taking_back", 
/**
 * The move.
 */
move: string | null, } | { "kind": "allow_making", 
/**
 * The move.
 */
move: string | null, } | { "kind": "rule_out", 
/**
 * The state.
 */
state: number | null, } | { "kind": "close", 
/**
 * The id of the party.
 */
party: string, 
/**
 * From this state.
 */
from: number | null, 
/**
 * To this state.
 */
to: number | null, } | { "kind": "open", 
/**
 * The id of the party.
 */
party: string, 
/**
 * From this state.
 */
from: number | null, 
/**
 * To this state.
 */
to: number | null, };

/**
 * What `detente merge BASE MINE THEIRS --json` prints.
 */
export type MergeAnswer = { 
/**
 * Places at which both sides departed from the base in different ways, those that were settled by `--take` among them.
 */
conflicts: Array<MergeConflict>, 
/**
 * What the result says otherwise than the base.
 */
changes: Array<MergeChange>, 
/**
 * Comments of either side that could not be kept.
 */
lost_comments: Array<CommentLost>, 
/**
 * What is wrong with the result as a case, though each side may be sound; empty where nothing is, or where what was merged is a file that
 * a case includes.
 */
faults: Array<CaseFault>, 
/**
 * Whether the result has no error as a case; null where it is not a whole case, but a file that a case includes.
 */
sound: boolean | null, 
/**
 * Whether the result was written to a file. One with an error is not.
 */
written: boolean, 
/**
 * The merged text; null where it was written to a file.
 */
text: string | null, };

/**
 * A judgement of the result that is not that of the base.
 */
export type MergeChange = { 
/**
 * The path in the case file.
 */
path: string, 
/**
 * What the base says, as TOML on one line; null where it says nothing.
 */
before: string | null, 
/**
 * What the result says; null where it says nothing.
 */
after: string | null, 
/**
 * Whose change it is; null where both made it.
 */
by: MergeSide | null, };

/**
 * A place at which two sides part ways.
 */
export type MergeConflict = { 
/**
 * The path in the case file.
 */
path: string, 
/**
 * What the base says, as TOML on one line, which stays in the result unless a side was taken; null where it says nothing.
 */
base: string | null, 
/**
 * What the one side says.
 */
mine: SideSays, 
/**
 * What the other says.
 */
theirs: SideSays, 
/**
 * The side that was taken with `--take`; null where none was, and the base's judgement stays.
 */
taken: MergeSide | null, };

/**
 * One of the two sides.
 */
export type MergeSide = "mine" | "theirs";

/**
 * What a model says.
 */
export type ModelSays = { 
/**
 * The model, by the word with which it is asked for.
 */
model: string, 
/**
 * The place on each issue; null where the model is not defined for this body.
 */
says: Array<number> | null, 
/**
 * Why it is not defined; null where it is.
 */
why_not: string | null, };

/**
 * What one side faces at one moment.
 */
export type MomentFound = { 
/**
 * The day.
 */
day: number, 
/**
 * The id of the party that decides.
 */
party: string, 
/**
 * By how much it prefers going on; below zero it gains that much by stopping.
 */
slack: number, 
/**
 * Rounds begun by then: 0 before the first.
 */
round: number, 
/**
 * Where in the round.
 */
phase: MomentPhase, 
/**
 * How many of each lot are still to come.
 */
still_to_come: { [key in string]: number }, };

/**
 * Where in a round a side decides.
 */
export type MomentPhase = "start" | "before" | "between_hands" | "after" | "complete";

/**
 * What the claims of one origin brought.
 */
export type MovedByClaims = { 
/**
 * The claims.
 */
claims: Array<number>, 
/**
 * For each proposition its probability with this part less its probability without, judgements taken at their middle.
 */
moves: { [key in string]: number }, 
/**
 * The propositions that would lie on the other side of one half without it.
 */
flips: Array<string>, 
/**
 * What it brought to the probability of a zone; null in a case without issues.
 */
zone_shift: ZoneShift | null, };

/**
 * What one source brought.
 */
export type MovedBySource = { 
/**
 * The id of the source.
 */
source: string, 
/**
 * For each proposition its probability with this part less its probability without, judgements taken at their middle.
 */
moves: { [key in string]: number }, 
/**
 * The propositions that would lie on the other side of one half without it.
 */
flips: Array<string>, 
/**
 * What it brought to the probability of a zone; null in a case without issues.
 */
zone_shift: ZoneShift | null, };

/**
 * The Nash average.
 */
export type NashAverageOfWays = { 
/**
 * The weight of each way as an opponent: the most even equilibrium of the game for the difference of payoffs.
 */
weights: { [key in string]: number }, 
/**
 * The skill of each way: how far its payoff lies above its opponent's, against opponents so weighed. 0 is the most that is possible.
 */
skill: { [key in string]: number }, };

/**
 * The lottery of Nash.
 */
export type NashLotteryFound = { 
/**
 * The product of the expected surpluses of the principals who can gain; 0 if none can.
 */
product: number, 
/**
 * No such lottery has a larger product; null if the frontier is not exact.
 */
product_at_most: number | null, 
/**
 * The packages that may come out, at most one for each principal (for the margin: for each who must sign).
 */
packages: Array<LotteryPackage>, 
/**
 * What that is worth to each principal on average.
 */
values: Array<number>, };

/**
 * What somebody has against a clause.
 */
export type ObjectionTold = { 
/**
 * The id of the party or audience.
 */
by: string, 
/**
 * Since when: `2024-02-14`.
 */
since: string, 
/**
 * In what words.
 */
words: string, 
/**
 * The sources that it rests on, with the place after `#`.
 */
cites: Array<string>, };

/**
 * What would be seen.
 */
export type ObservationOf = "due_next" | "still_missing" | "not_reported" | "disputed";

/**
 * Something that could be seen next, and what it would do to the outlook.
 */
export type ObservationWeighed = { 
/**
 * The id of the commitment.
 */
commitment: string, 
/**
 * What would be seen of it.
 */
question: ObservationOf, 
/**
 * The same in words.
 */
told: string, 
/**
 * The chance that it is kept or was: by the rule of succession from what its party has kept so far; one half for a dispute.
 */
chance_kept: number, 
/**
 * The outlook if it is kept, or was: of a dispute, if the account that says most is right.
 */
if_kept: number, 
/**
 * The outlook if not.
 */
if_not: number, 
/**
 * By how much it moves the outlook on average: from the mean told now to either end, by its chance.
 */
moves: number, };

/**
 * Why no schedule holds itself.
 */
export type ObstacleFound = { 
/**
 * The condition that fails.
 */
kind: ObstacleOf, 
/**
 * The id of the party. Missing with `batches`.
 */
party?: string, 
/**
 * With `would_not_begin` by how much it would lose, with `nothing_at_the_end` what it would gain by stopping, on its own scale. Missing
 * otherwise.
 */
short_by?: number, 
/**
 * The day until which that is so. Only with `nothing_at_the_end`.
 */
until_day?: number, 
/**
 * The day. Only with `deadlock`.
 */
day?: number, 
/**
 * How many units are left at the end. Only with `too_slow`.
 */
left?: number, 
/**
 * Whether it is proved that no schedule exists, lots mixed or not.
 */
proved: boolean, 
/**
 * In a sentence.
 */
words: string, 
/**
 * The least changes, in sentences, each enough by itself.
 */
least_changes: Array<string>, };

/**
 * The condition that no schedule meets.
 */
export type ObstacleOf = "would_not_begin" | "nothing_at_the_end" | "deadlock" | "too_slow" | "batches";

/**
 * An option beyond a red line.
 */
export type OptionBeyond = { 
/**
 * The option.
 */
option: OptionValue, 
/**
 * What conceding it costs, on the party's own scale.
 */
cost: number, };

/**
 * An option with its chance.
 */
export type OptionLikely = { 
/**
 * The option.
 */
option: OptionValue, 
/**
 * How likely it is part of what they settle on, if they sign.
 */
chance: LikelyChance, };

/**
 * An option of an issue: its text, or a number, in the issue's own unit.
 */
export type OptionValue = string | number | number;

/**
 * What `detente outlook CASE --json` prints.
 */
export type OutlookAnswer = { 
/**
 * The case.
 */
case: CaseNamed, 
/**
 * The seed of the draws.
 */
seed: number, 
/**
 * How many worlds were drawn.
 */
draws: number, 
/**
 * The outlook.
 */
outlook: OutlookFound, 
/**
 * How well figures of these kinds have done where what happened is known.
 */
record: Array<TrackRecord>, };

/**
 * What was said and done, what contradicts what, and what it makes of the outlook.
 *
 * Claims go by their index in `claims`, counted from 0; propositions by their ids. Probabilities of propositions lie between 0 and 1, weights of
 * claims are natural logarithms of likelihood ratios (ln LR).
 */
export type OutlookFound = { 
/**
 * What matters most, in sentences.
 */
headline: Array<string>, 
/**
 * The propositions, in the order of the case.
 */
propositions: Array<PropositionFound>, 
/**
 * The claims, in the order of the case.
 */
claims: Array<ClaimWeighed>, 
/**
 * Claims that cannot both be taken at their word.
 */
contradictions: Array<ContradictionFound>, 
/**
 * Counts that differ only because they count different things.
 */
counted_differently: Array<ContradictionFound>, 
/**
 * The outlook before any claim, then after each day on which something was said or done.
 */
by_date: Array<OutlookOn>, 
/**
 * What each origin brought, the largest move first.
 */
moved_most: Array<MovedByClaims>, 
/**
 * What each source brought, the largest move first.
 */
sources: Array<MovedBySource>, 
/**
 * Hypotheses against evidence.
 */
hypotheses: HypothesesFound, 
/**
 * What each proposition would bring once it were known, the most valuable first.
 */
information: Array<InformationFound>, 
/**
 * How good past forecasts were.
 */
forecasts: ForecastsFound, };

/**
 * The outlook on one day.
 */
export type OutlookOn = { 
/**
 * The day; null before any claim.
 */
date: string | null, 
/**
 * What was said and done on it.
 */
claims: Array<number>, 
/**
 * The propositions, in the order of the case.
 */
propositions: Array<PropositionOn>, 
/**
 * In which share of the worlds there is a zone of agreement; null in a case without issues.
 */
zone_probability: Probability | null, };

/**
 * The chance that it lasts until a day: that it outlasts it given what has held and what is breached, and that nobody gains by stopping before.
 */
export type OutlookWatched = { 
/**
 * Days from the one that is looked at.
 */
days: number, 
/**
 * That day; null if it lies beyond the calendar.
 */
until: string | null, 
/**
 * The mean over the worlds, 0 to 1: the chance, all doubt included.
 */
mean: number, 
/**
 * Over the worlds.
 */
spread: Spread, };

/**
 * What `detente overlay A B … --json` prints.
 */
export type OverlayAnswer = { 
/**
 * The reading that was named first, on which the others are laid.
 */
case: CaseNamed, 
/**
 * Whose readings they are, in the order in which they were named, from the names of their files.
 */
readers: Array<string>, 
/**
 * The seed of the draws.
 */
seed: number, 
/**
 * How many worlds were drawn of each reading: the same draws of all.
 */
draws: number, 
/**
 * What matters most, in sentences.
 */
headline: Array<string>, 
/**
 * What each reading but the first does as a whole, against the first.
 */
readings: Array<ReadingCompared>, 
/**
 * Where they differ.
 */
places: Array<PlaceRead>, 
/**
 * All readings in one; null without `--pool`.
 */
pooled: PooledCase | null, };

/**
 * How acceptable a package is.
 */
export type PackageAcceptance = { 
/**
 * The package.
 */
outcome: PackageOptions, 
/**
 * In which share of the worlds, 0 to 1, it is acceptable: under `all` to everybody, under the id of each principal to that one, the
 * audiences that it needs included.
 */
acceptance: { [key in string]: number }, 
/**
 * The 95 % interval of the share of all.
 */
interval: [number, number], 
/**
 * In which share each audience, by its id, finds it no worse than no deal.
 */
audiences: { [key in string]: number }, };

/**
 * A package judged: who would sign it, what it lacks, which single changes would mend it, and how far it lies from the frontier.
 */
export type PackageJudged = { 
/**
 * The package, completed where only a part was named.
 */
outcome: PackageOptions, 
/**
 * Its letter, if it is one of the leading packages and they were looked for; null otherwise.
 */
letter: string | null, 
/**
 * Whether it is acceptable to all in the central world.
 */
agreed: boolean, 
/**
 * In which share of the worlds drawn it is.
 */
all: Probability, 
/**
 * Each principal, by its id.
 */
principals: { [key in string]: PrincipalJudges }, 
/**
 * Audiences with a veto that stand behind nobody who signs, by their ids.
 */
other_vetoes: { [key in string]: ActorJudges }, 
/**
 * Single changes of an option, the others staying, that help one without hurting another or that make the package acceptable to all in
 * the central world; the latter first, then those with which it is acceptable most often.
 */
changes: Array<SingleChangeFound>, 
/**
 * How far it lies from the frontier over all feasible packages.
 */
frontier: DistanceToFrontier, 
/**
 * The same over the packages that cross no red line of whoever must sign.
 */
within_red_lines: DistanceToFrontier, 
/**
 * What it lacks in the central world, in sentences; empty where it is acceptable to all.
 */
lacks: Array<string>, };

/**
 * A package with its chance.
 */
export type PackageLikely = { 
/**
 * The package.
 */
outcome: PackageOptions, 
/**
 * How likely they settle on it, if they sign.
 */
chance: LikelyChance, };

/**
 * A package: for each issue, by its id and in the order of the case, the option chosen. Empty where nothing is on the table.
 */
export type PackageOptions = { [key in string]: OptionValue };

/**
 * How long one package would last.
 */
export type PackageSurvives = { 
/**
 * The package.
 */
outcome: PackageOptions, 
/**
 * Its letter among the leading packages; null if it has none.
 */
letter: string | null, 
/**
 * The probability of lasting beyond each horizon: those that the case states or that were asked for, else those of a truce (30, 90, 180 and 365
 * days) or of a peace (180, 365, 730 and 1825).
 */
survival: Array<SurvivesBeyond>, 
/**
 * Days after which it would be over in half of all cases.
 */
median_days: Spread, 
/**
 * The same without any of the factors.
 */
baseline_median_days: Spread, 
/**
 * How long it lasts on, given that it has held for so many days: as many as the agreement in force has held (`held_since`), else each horizon
 * but the last.
 */
remaining: Array<LastsOn>, 
/**
 * What each factor contributes, in the order of the case.
 */
factors: Array<SurvivalFactor>, 
/**
 * What must be said beside the figures.
 */
warnings: Array<string>, };

/**
 * How a leading package fares on the three tests.
 */
export type PackageTested = { 
/**
 * The letter of the package.
 */
package: string, 
/**
 * The package.
 */
outcome: PackageOptions, 
/**
 * In which share of the worlds all accept it.
 */
acceptable: Probability, 
/**
 * In which share its exchange holds itself; null when the case has no exchange.
 */
enforceable: Probability | null, 
/**
 * Whether that is the exchange as the case proposes it for the package, and not as it best could be.
 */
as_proposed: boolean, 
/**
 * In which share some schedule would hold itself; null when the case has no exchange.
 */
some_schedule_enforceable: Probability | null, 
/**
 * The probability of lasting beyond `lasting_days`; null when the case has no durability.
 */
durable: Spread | null, 
/**
 * The mean probability, 0 to 1, of passing every test that the case has the material for.
 */
all_three: number, 
/**
 * Its 95 % interval.
 */
all_three_interval: [number, number], 
/**
 * The test on which it does worst.
 */
weakest: TestName, };

/**
 * What becomes of the packages that actors want, under a rule.
 */
export type PackagesByVote = { 
/**
 * The rule, in words.
 */
rule: string, 
/**
 * The actors against whose package none of the others would be carried.
 */
core: Array<string>, 
/**
 * The actors whose package no other covers.
 */
uncovered: Array<string>, };

/**
 * Which packages were judged over the draws.
 */
export type PackagesJudged = "all packages" | "candidates";

/**
 * How many of a party's commitments stand how.
 */
export type PartyWatched = { 
/**
 * Its id.
 */
party: string, 
/**
 * Its name.
 */
name: string, 
/**
 * How many it made.
 */
commitments: number, 
/**
 * How many of them are due.
 */
due: number, 
/**
 * How many are done.
 */
done: number, 
/**
 * How many of these were late.
 */
done_late: number, 
/**
 * How many are done in part.
 */
partly: number, 
/**
 * How many are held back.
 */
late: number, 
/**
 * How many are denied.
 */
denied: number, 
/**
 * How many are disputed.
 */
disputed: number, 
/**
 * How many are due and nobody has told of.
 */
not_reported: number, };

/**
 * The conflict as the parties see it, some states being hidden from some.
 */
export type PerceivedFound = { 
/**
 * The states that a party does not see, by its id; parties that see everything are left out.
 */
hidden: { [key in string]: Array<number> }, 
/**
 * The states that everyone would stay in as it sees things, by sense; a sense that needs moves which the case does not state is left out.
 */
equilibria: { [key in string]: Array<number> }, };

/**
 * A piece of a clause: words, or a bracket.
 */
export type PieceTold = { "kind": "words", 
/**
 * The words.
 */
words: string, } | { "kind": "bracket", 
/**
 * Whether more than one wording is on the table.
 */
open: boolean, 
/**
 * Its wordings, those that were struck out among them.
 */
wordings: Array<WordingTold>, };

/**
 * A place, and the chance that it is decided.
 */
export type PlaceChance = { 
/**
 * The place.
 */
at: number, 
/**
 * The chance, 0 to 1.
 */
chance: number, };

/**
 * A place at which readings differ.
 */
export type PlaceRead = { 
/**
 * The path in the case file.
 */
path: string, 
/**
 * What each reader says, in their order, as TOML on one line; null where one says nothing.
 */
says: Array<string | null>, 
/**
 * What others say than the first, each once.
 */
alternatives: Array<AlternativeRead>, 
/**
 * The most that any of the alternatives comes to.
 */
bearing: DifferenceBears, };

/**
 * What kind of figure the length of a longest pledge is.
 */
export type PledgeLengthIs = "exact" | "at_least" | "not_above" | "none";

/**
 * The case with one combination of values.
 */
export type PointSwept = { 
/**
 * The value of each path, as TOML on one line.
 */
values: { [key in string]: string }, 
/**
 * In which share of the worlds drawn a deal exists; null where there is no such case.
 */
zone_probability: Probability | null, 
/**
 * The margin in the central world; null where there is no such case, and where red lines leave no package.
 */
margin: number | null, 
/**
 * The package most often acceptable to all, in words; null where there is none.
 */
leading: string | null, 
/**
 * In which share of the worlds drawn it is acceptable to all.
 */
leading_acceptable: Probability | null, 
/**
 * The package that does best on all tests, in words; null in a case without tests, and where none ever passes.
 */
best: string | null, 
/**
 * The mean chance, 0 to 1, that it passes every test.
 */
best_all_three: number | null, 
/**
 * Why there is no such case; null where there is.
 */
no_case: string | null, };

/**
 * All readings in one.
 */
export type PooledCase = { 
/**
 * By which rule: `linear`, the mixture of the readings, or `quantiles`, their quantiles averaged.
 */
rule: string, 
/**
 * The figures on which readings differ, pooled.
 */
values: Array<ValuePooled>, 
/**
 * What stays as the first reading has it, and why.
 */
kept: Array<ValueKept>, 
/**
 * The figures that a brief says first: `before` in the first reading, `after` in the pooled case.
 */
figures: Array<FigureCompared>, 
/**
 * What a brief says in words.
 */
words: Array<WordsCompared>, };

/**
 * What will be decided on an issue, as a distribution.
 */
export type PredictionFound = { 
/**
 * As likely above as below.
 */
middle: number, 
/**
 * A range that held half of the decisions on which it was fitted.
 */
half: [number, number], 
/**
 * A range that held nine tenths of them.
 */
most: [number, number], 
/**
 * How likely it is that the decision lies above the middle of the scale; what lies exactly there counts half.
 */
above_half: number, 
/**
 * The places on which somebody stands, with the chance that exactly that is decided.
 */
places: Array<PlaceChance>, 
/**
 * What was decided, where the table says it.
 */
decided: number | null, 
/**
 * How far off the prediction was, as a share of 100: its CRPS; null where the table does not say what was decided.
 */
score: number | null, 
/**
 * How things stand if nothing is decided, where the table says it.
 */
status_quo: number | null, };

/**
 * The least change of preferences that makes a state hold.
 */
export type PreferencesChanged = { 
/**
 * How many pairs of states are ranked the other way round, over all parties.
 */
pairs: number, 
/**
 * Who would have to see the state otherwise; empty when it holds already.
 */
lifts: Array<StateLifted>, 
/**
 * Whether moves lead to the state from the status quo; null without one.
 */
reachable: boolean | null, };

/**
 * What a principal makes of the package, and those behind it.
 */
export type PrincipalJudges = { 
/**
 * Whether it would sign in the central world: itself, its audiences with a veto, and its vote at home.
 */
signs: boolean, 
/**
 * In which share of the worlds drawn it would.
 */
signs_share: Probability, 
/**
 * The principal by its own measure.
 */
own: ActorJudges, 
/**
 * The audiences behind it that have a say, by their ids.
 */
audiences: { [key in string]: AudienceJudges }, 
/**
 * The vote that it needs at home; null where it needs none.
 */
vote: VoteFound | null, };

/**
 * A share of the worlds drawn.
 */
export type Probability = { 
/**
 * The share, 0 to 1.
 */
value: number, 
/**
 * Its 95 % interval (Wilson 1927): how far another set of as many draws may be from it. `[0, 1]` when nothing was drawn.
 */
interval: [number, number], };

/**
 * A schedule that the case proposes.
 */
export type ProposedFound = { 
/**
 * The guarantee that it takes on each side; null if none is enough.
 */
guarantee_needed: { [key in string]: number | null }, 
/**
 * What each side's last handover takes.
 */
last_handovers: Array<LastHandoverFound>, 
/**
 * How it fares over the draws.
 */
over_draws: ScheduleOverDraws, 
/**
 * The verdict in a sentence.
 */
words: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The id of the party that hands over first within a round; null when both do at once.
 */
first: string | null, 
/**
 * Whether neither side ever gains by stopping, and everything is handed over.
 */
self_enforcing: boolean, 
/**
 * The day on which the last is handed over; null if something is left.
 */
complete_on_day: number | null, 
/**
 * The first moment at which a side would gain by stopping; null if there is none.
 */
first_failure: MomentFound | null, 
/**
 * The moment of least slack.
 */
weakest_step: MomentFound, 
/**
 * The most that either side could gain by stopping; 0 if neither can.
 */
gain_from_stopping: number, 
/**
 * How many of each lot are left at the end.
 */
left_behind: { [key in string]: number }, 
/**
 * Its rounds.
 */
rounds: Array<RoundFound>, 
/**
 * Its handovers.
 */
schedule: Array<HandoverOf>, };

/**
 * A proposition.
 */
export type PropositionFound = { 
/**
 * Its id.
 */
id: string, 
/**
 * In words.
 */
text: string, 
/**
 * Its probability before any claim: the mean over the worlds.
 */
prior: number, 
/**
 * Nine tenths of the worlds lie between.
 */
prior_interval: [number, number], 
/**
 * Its probability after all claims: the mean over the worlds.
 */
posterior: number, 
/**
 * Nine tenths of the worlds lie between.
 */
interval: [number, number], 
/**
 * Its probability after all claims if every judgement is taken at its middle.
 */
central: number, 
/**
 * How likely that is in words.
 */
words: string, };

/**
 * How likely a proposition was on a day.
 */
export type PropositionOn = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its probability: the mean over the worlds.
 */
value: number, 
/**
 * Nine tenths of the worlds lie between.
 */
interval: [number, number], };

/**
 * A state that all would like no less than the status quo.
 */
export type ProspectFound = { 
/**
 * The state.
 */
state: number | null, 
/**
 * Whether everyone would stay in it.
 */
holds: boolean, 
/**
 * How each party would look at the day after.
 */
day_after: Array<ViewFound>, 
/**
 * What would make it hold; null when it holds, and in conflicts too large to search unasked.
 */
keeps: WantedFound | null, };

/**
 * A published finding.
 */
export type PublishedFinding = { 
/**
 * The id by which cases refer to it.
 */
id: string, 
/**
 * What was found, in a few words.
 */
finding: string, 
/**
 * Author, year and where it appeared.
 */
citation: string, 
/**
 * What it was estimated on.
 */
estimated_on: string, 
/**
 * How far it carries over: `poorly`, `partly`.
 */
transfers: string, 
/**
 * Why no further.
 */
because: string, };

/**
 * A whole reading against the first.
 */
export type ReadingCompared = { 
/**
 * Whose.
 */
reader: string, 
/**
 * The figures that a brief says first: `before` in the first reading, `after` in this.
 */
figures: Array<FigureCompared>, 
/**
 * What a brief says in words.
 */
words: Array<WordsCompared>, };

/**
 * What the record of this conflict says by itself, beside the baseline that is reckoned with.
 */
export type RecordBeside = { 
/**
 * The day.
 */
days: number, 
/**
 * The share that lasts longer by Kaplan and Meier (1958); what ended nobody knows when is left out.
 */
record_alone: number, 
/**
 * Its 95 % interval; null where nothing or everything has broken by then.
 */
interval: [number, number] | null, 
/**
 * The baseline, without what a package adds.
 */
baseline: SurvivesBeyond, };

/**
 * A record of how long agreements lasted elsewhere.
 */
export type RecordElsewhere = { 
/**
 * The class of agreements, as `class` in a case.
 */
class: string, 
/**
 * Whose record it is, and of what.
 */
source: string, 
/**
 * The year in which it was published; a case knows it from the next on.
 */
published: number, 
/**
 * How many agreements it holds.
 */
agreements: number, 
/**
 * How many of them broke on a known day.
 */
broke: number, 
/**
 * How many ended nobody knows when.
 */
unclear: number, };

/**
 * A red line that words cross.
 */
export type RedLineCrossed = { 
/**
 * The id of the party or audience that holds it.
 */
actor: string, 
/**
 * The id of the issue.
 */
issue: string, 
/**
 * The wording that crosses it, if it is one of a bracket that may go otherwise; null where the clause does so whichever way it goes.
 */
wording: string | null, 
/**
 * Whether it is crossed in the central world.
 */
central: boolean, 
/**
 * In which share of the worlds drawn.
 */
share: Probability, };

/**
 * Another place that has to do with a fault.
 */
export type RelatedPlace = { 
/**
 * The file in which it is, where that is one that the case includes; left out for the case file itself.
 */
file: string | null, 
/**
 * Where.
 */
span: CaseStretch, 
/**
 * What is there, in a few words.
 */
label: string, };

/**
 * Something that would mend the exchange, with its price.
 */
export type RemedyFound = { 
/**
 * What is done.
 */
kind: RemedyOf, 
/**
 * The id of the party that it binds or burdens; null where it is neither side's alone.
 */
party: string | null, 
/**
 * Whether it is enough by itself.
 */
enough: boolean, 
/**
 * Its least size: a worth on the side's scale, days, or people a day; null if no size is enough or it has none.
 */
price: number | null, 
/**
 * By how much that exceeds what there is already; null likewise.
 */
more_by: number | null, 
/**
 * The day on which everything is handed over with it; null if it is not.
 */
complete_on_day: number | null, 
/**
 * The guarantee on each side that is needed with it, null if none is enough; null for remedies that have a size.
 */
guarantee_then: { [key in string]: number | null } | null, 
/**
 * In a sentence.
 */
words: string, };

/**
 * What is done to mend an exchange.
 */
export type RemedyOf = "penalty" | "escrow" | "relation" | "capacity" | "shorter_pledge" | "simultaneous" | "more_rounds" | "small_batches";

/**
 * Paths of the replicator dynamics.
 */
export type ReplicatorOfWays = { 
/**
 * At which times shares are told; in one unit the largest difference of payoffs multiplies a small share by e.
 */
times: Array<number>, 
/**
 * From an even crowd, and from one for each way that most follow at first.
 */
paths: Array<ReplicatorPath>, };

/**
 * One path of the replicator dynamics.
 */
export type ReplicatorPath = { 
/**
 * The way that nine tenths follow at first; null for an even start.
 */
mostly: string | null, 
/**
 * At each time the share of each way.
 */
shares: Array<Array<number>>, };

/**
 * How firmly each side is held in one round.
 */
export type RoundFound = { 
/**
 * The day of the round.
 */
day: number, 
/**
 * By how much each side prefers going on, at the least, from this round until the next; below zero it would gain by stopping.
 */
slack: { [key in string]: number }, 
/**
 * How many of each lot are still to come after it.
 */
still_to_come: { [key in string]: number }, };

/**
 * How one schedule fares over the draws.
 */
export type ScheduleOverDraws = { 
/**
 * In which share of the worlds it holds itself.
 */
holds: Probability, 
/**
 * Where it fails first, the most frequent first.
 */
fails_at: Array<FailsAt>, 
/**
 * Its least slack for each side; null if it was tried in no world.
 */
weakest_slack: { [key in string]: SpreadKnown | null }, };

/**
 * How the batches of a schedule go.
 */
export type ScheduleShape = "shrinking" | "equal" | "growing" | "along_the_envelope";

/**
 * A section that was asked for and of which nothing is left.
 */
export type SectionNotGiven = { 
/**
 * Its id.
 */
id: string, 
/**
 * Why nothing is left.
 */
why: SectionWhyNot, 
/**
 * The ids of the parties without which it has nothing to say; empty if that is not why.
 */
needs: Array<string>, 
/**
 * All of it in a sentence.
 */
sentence: string, };

/**
 * Why a section cannot be given.
 */
export type SectionWhyNot = "nothing" | "parties" | "left_out";

/**
 * Concessions that together open the zone.
 */
export type SetOfConcessions = { 
/**
 * The concessions, in the order of the issues.
 */
concessions: Array<ConcessionFound>, 
/**
 * The package that they make acceptable.
 */
outcome: PackageOptions, };

/**
 * What `detente settle FILE… --json` prints.
 */
export type SettleAnswer = { 
/**
 * The day on which the coefficients that are reckoned with were fitted.
 */
fitted: string, 
/**
 * These coefficients.
 */
conventions: Array<ConventionFound>, 
/**
 * The tables, scored.
 */
tables: Array<TableScored>, 
/**
 * Coefficients fitted on these very tables. Only with `--fit`.
 */
fit?: FittedAnew, };

/**
 * Which package they would settle on, if they sign: never the chance that they do.
 */
export type SettlementFound = { 
/**
 * How many worlds were looked at: the first of those drawn.
 */
draws: number, 
/**
 * In how many of them all accept some package; the chances are over these.
 */
with_zone: number, 
/**
 * In how many it is not known, for the work that it would take; they are left out.
 */
not_known: number, 
/**
 * Chains that visited packages, where those are too many to list; null where every package was looked at.
 */
chains: ChainsWalked | null, 
/**
 * The likeliest packages, the likeliest first.
 */
packages: Array<PackageLikely>, 
/**
 * Under the id of each issue its options with their chances, in the order of the case.
 */
options: { [key in string]: Array<OptionLikely> }, 
/**
 * The day on which the model was fitted.
 */
fitted: string, 
/**
 * The fits that it takes in turn.
 */
fits: Array<ConventionFound>, 
/**
 * What the chances are of and what they rest on, in sentences.
 */
says: Array<string>, };

/**
 * The best schedule of a shape and an order: one that holds itself and is done soonest if there is one.
 */
export type ShapeFound = { 
/**
 * How its batches go.
 */
shape: ScheduleShape, 
/**
 * Which lots go first.
 */
order: ShapeLotOrder, 
/**
 * The size of a batch against the one before; 1 for equal ones, null along the envelope.
 */
ratio: number | null, 
/**
 * Whether it holds itself in the central world.
 */
self_enforcing: boolean, 
/**
 * The day on which the last is handed over; null if something is left.
 */
complete_on_day: number | null, 
/**
 * The most that either side could gain by stopping; 0 if neither can.
 */
gain_from_stopping: number, 
/**
 * The guarantee that it takes on each side; null if none is enough.
 */
guarantee_needed: { [key in string]: number | null }, 
/**
 * What each side gives in its first batch, at its own worth.
 */
first_at_stake: { [key in string]: number }, 
/**
 * What each side gives in its largest batch, at its own worth.
 */
most_at_stake: { [key in string]: number }, 
/**
 * The theory that recommends it; null if none does.
 */
basis: string | null, 
/**
 * Its handovers.
 */
schedule: Array<HandoverOf>, };

/**
 * Which lots of a schedule go first.
 */
export type ShapeLotOrder = "costliest_first" | "cheapest_first" | "as_planned";

/**
 * The lottery of Kalai and Smorodinsky.
 */
export type ShareLotteryFound = { 
/**
 * The smallest share, 0 to 1, of what each could have; 0 if nobody can gain.
 */
share: number, 
/**
 * The packages that may come out, at most one for each principal (for the margin: for each who must sign).
 */
packages: Array<LotteryPackage>, 
/**
 * What that is worth to each principal on average.
 */
values: Array<number>, };

/**
 * What a side says at a place, and why.
 */
export type SideSays = { 
/**
 * As TOML on one line; null where it says nothing.
 */
value: string | null, 
/**
 * The sources that it cites: its own, or those of what it belongs to; each with its title and the place in it, as far as the file has them.
 */
cites: Array<string>, 
/**
 * Who said it, of a claim or a forecast; null where nobody is named.
 */
by: string | null, 
/**
 * The reason that stands beside it (`because`); null where none does.
 */
because: string | null, 
/**
 * The remark that stands beside it (`note`); null where none does.
 */
note: string | null, 
/**
 * The comment on its line, or directly above it; null where there is none.
 */
comment: string | null, };

/**
 * The package with another option on one issue.
 */
export type SingleChangeFound = { 
/**
 * The id of the issue.
 */
issue: string, 
/**
 * The option taken instead.
 */
option: OptionValue, 
/**
 * What each principal gains or loses by the change in the central world, by its id, on its own scale.
 */
gains: { [key in string]: number }, 
/**
 * Whether it helps one principal without hurting another, and nobody who would accept the package would refuse it with the change.
 */
helps: boolean, 
/**
 * Whether the package with the change is acceptable to all in the central world.
 */
agreed: boolean, 
/**
 * In which share of the worlds drawn the package with the change is acceptable to all.
 */
all: Probability, };

/**
 * What the answer hangs on, alone and together with others (Sobol 1993).
 */
export type SobolFound = { 
/**
 * How many rows the design had.
 */
rows: number, 
/**
 * Of whether there is a zone, the largest total first; empty where the answer is the same in all worlds.
 */
zone: Array<InputIndices>, 
/**
 * Of the margin, likewise.
 */
margin: Array<InputIndices>, };

/**
 * A bargaining solution.
 */
export type SolutionFound = { 
/**
 * A package with these values.
 */
outcome: PackageOptions, 
/**
 * What it is worth to each principal.
 */
values: Array<number>, 
/**
 * How many packages are worth the same to all principals: digits. Null where that is not counted.
 */
shared_by: string | null, 
/**
 * How many points tie with it, itself included.
 */
ties: number, };

/**
 * The bargaining solutions on the frontier of the zone. Each is null without a zone.
 * 
 * They are exact also where `zone.frontier` is null or has a tolerance: each is then searched for by itself. One for which the work set aside for that does not suffice, or Nash where no package leaves everybody a gain, is then null, or with a tolerance all are chosen from the points listed; so they are where an issue is continuous.
 */
export type SolutionsFound = { /**
 * The largest product of surpluses (Nash 1950).
 */
nash: SolutionFound | null, /**
 * The largest equal share of what each could gain at most (Kalai and Smorodinsky 1975).
 */
kalai_smorodinsky: SolutionFound | null, /**
 * The largest smallest surplus (Kalai 1977).
 */
egalitarian: SolutionFound | null, /**
 * The largest sum of values.
 */
utilitarian: SolutionFound | null, };

/**
 * What is proven of solutions that were chosen from a frontier with a tolerance, D being the `frontier_tolerance` of the zone.
 * 
 * Besides, no package that all accept is worth D more to every principal than any of them.
 */
export type SolutionsTolerance = { /**
 * Null: a product may change much where somebody gains little, and nothing is proven.
 */
nash: number | null, /**
 * Null: a share may change much where somebody gains little, and nothing is proven.
 */
kalai_smorodinsky: number | null, /**
 * D. No package that all accept has a smallest surplus larger by that.
 */
egalitarian: number | null, /**
 * D times the number of principals. No package that leaves each principal better off than no deal by D has a sum of values larger by that.
 */
utilitarian: number | null, };

/**
 * A figure that differs from world to world.
 */
export type Spread = { 
/**
 * In half of the worlds it is less.
 */
median: number, 
/**
 * Nine tenths of the worlds lie between: in 5 % it is less, in 5 % more.
 */
interval: [number, number], };

/**
 * A figure that differs from world to world, and that some worlds may not have.
 */
export type SpreadKnown = { 
/**
 * In half of the worlds that have it, it is less.
 */
median: number, 
/**
 * Nine tenths of the worlds that have it lie between.
 */
interval: [number, number], 
/**
 * In how many worlds there is such a figure.
 */
known_in: number, };

/**
 * What `detente stability CASE --json` prints.
 */
export type StabilityAnswer = { 
/**
 * The case.
 */
case: CaseNamed, 
/**
 * The conflict.
 */
stability: StabilityFound, };

/**
 * Why the conflict rests where it does: who could move, who would, who would answer.
 *
 * States go by their number, the same everywhere. A sense in which a state can hold goes by its word: `nash` (no improvement), `gmr` (every
 * improvement could be answered), `smr` (every improvement could be answered, without escape), `seq` (every improvement could be answered
 * credibly), `sim` (every improvement could go wrong because others improve at once).
 */
export type StabilityFound = { 
/**
 * The ids of the parties.
 */
parties: Array<string>, 
/**
 * How many states are feasible.
 */
state_count: number, 
/**
 * The states; empty in conflicts of more than 1,000.
 */
states: Array<StateDescribed>, 
/**
 * The state in which things stand; null if the case names none.
 */
status_quo: number | null, 
/**
 * The states that hold for everyone, by sense; null where the sense needs moves that the case does not state.
 */
equilibria: { [key in string]: Array<number> | null }, 
/**
 * The same against those who prefer strongly, by sense; null where nobody prefers anything strongly.
 */
strong_equilibria: { [key in string]: Array<number> } | null, 
/**
 * The conflict as the parties see it; null where everyone sees everything.
 */
perceived: PerceivedFound | null, 
/**
 * What holds whatever is unknown about the preferences; empty where nothing is.
 */
despite_unknown: Array<DespiteUnknownFound>, 
/**
 * How likely each state is to hold; null where no preference is in doubt, and in conflicts of more than 1,000 states.
 */
likelihood: LikelihoodFound | null, 
/**
 * Where the conflict would come to rest; empty where improvements lead to no state that holds. Null without a status quo, and with
 * more than 1,000 states that hold.
 */
rests: Array<number> | null, 
/**
 * The states that all would like no less than the status quo, with how each party would look at the day after.
 */
prospects: Array<ProspectFound>, 
/**
 * What was worked out for a conflict of this size.
 */
complete: WorkedOut, 
/**
 * The states that each party would stay in sequentially or simultaneously.
 */
sequential_or_simultaneous: Array<number>, 
/**
 * The states that hold against every coalition, by sense: `cr`, `cgmr`, `csmr`, `cseq`. Empty in conflicts too large for it.
 */
coalitional_equilibria: { [key in string]: Array<number> }, 
/**
 * The coalitions that the case allows, by the ids of their members.
 */
coalitions: Array<Array<string>>, 
/**
 * The verdict on each state for each party; empty in conflicts of more than 1,000 states.
 */
verdicts: Array<StateVerdict>, 
/**
 * From the status quo to each state that holds in some sense.
 */
paths: Array<StatePath>, 
/**
 * With `--want`: what would make that state hold; null otherwise.
 */
wanted: WantedFound | null, 
/**
 * Only with `--explain`: every verdict on that state in sentences, one list for each party and sense.
 */
explained?: Array<Array<string>>, };

/**
 * A state.
 */
export type StateDescribed = { 
/**
 * Its number.
 */
id: number | null, 
/**
 * In words.
 */
text: string, 
/**
 * Which moves are made in it, by their ids. Missing where the case states its states as such.
 */
moves?: { [key in string]: boolean }, };

/**
 * A wanted state that rises in a party's ranking.
 */
export type StateLifted = { 
/**
 * The id of the party.
 */
party: string, 
/**
 * The state would have to be preferred to these, the best of those it passes.
 */
above: Array<number>, 
/**
 * How many pairs of states are ranked the other way round.
 */
pairs: number, };

/**
 * In which share of the draws a state holds for everyone. A sense is null where it needs moves that the case does not state.
 */
export type StateLikelihood = { 
/**
 * The state.
 */
state: number | null, 
/**
 * Nobody has an improvement.
 */
nash: Probability | null, 
/**
 * Every improvement could be answered.
 */
gmr: Probability | null, 
/**
 * Every improvement could be answered, without escape.
 */
smr: Probability | null, 
/**
 * Every improvement could be answered credibly.
 */
seq: Probability | null, 
/**
 * Every improvement could go wrong because others improve at once.
 */
sim: Probability | null, };

/**
 * The shortest ways from the status quo to a state.
 */
export type StatePath = { 
/**
 * The state.
 */
state: number | null, 
/**
 * By any moves; null if none lead there.
 */
by_moves: Array<StateStep> | null, 
/**
 * By moves that each improve things for whoever makes them; null if none lead there.
 */
by_improvements: Array<StateStep> | null, 
/**
 * The ids of the parties that would have to begin.
 */
first_movers: Array<string>, };

/**
 * One move on a way.
 */
export type StateStep = { 
/**
 * The id of the party that moves.
 */
party: string, 
/**
 * The state that this leads to.
 */
to: number | null, };

/**
 * Whether a party would stay in a state. A sense is null where it needs moves that the case does not state.
 */
export type StateVerdict = { 
/**
 * The state.
 */
state: number | null, 
/**
 * The id of the party.
 */
party: string, 
/**
 * It has no improvement.
 */
nash: boolean | null, 
/**
 * Every improvement could be answered.
 */
gmr: boolean | null, 
/**
 * Every improvement could be answered, without escape.
 */
smr: boolean | null, 
/**
 * Every improvement could be answered credibly.
 */
seq: boolean | null, 
/**
 * Every improvement could go wrong because others improve at once.
 */
sim: boolean | null, 
/**
 * By how many ranks in preference it is sequentially stable, or below zero misses it; null in conflicts of more than 256 states, and where
 * preferences are not ranked.
 */
margin: number | null, };

/**
 * The schedule that holds itself most often.
 */
export type SteadiestFound = { 
/**
 * How it fares over the draws.
 */
over_draws: ScheduleOverDraws, 
/**
 * Its name.
 */
name: string, 
/**
 * The id of the party that hands over first within a round; null when both do at once.
 */
first: string | null, 
/**
 * Whether neither side ever gains by stopping, and everything is handed over.
 */
self_enforcing: boolean, 
/**
 * The day on which the last is handed over; null if something is left.
 */
complete_on_day: number | null, 
/**
 * The first moment at which a side would gain by stopping; null if there is none.
 */
first_failure: MomentFound | null, 
/**
 * The moment of least slack.
 */
weakest_step: MomentFound, 
/**
 * The most that either side could gain by stopping; 0 if neither can.
 */
gain_from_stopping: number, 
/**
 * How many of each lot are left at the end.
 */
left_behind: { [key in string]: number }, 
/**
 * Its rounds.
 */
rounds: Array<RoundFound>, 
/**
 * Its handovers.
 */
schedule: Array<HandoverOf>, };

/**
 * A concession with what it would do.
 */
export type StickingPointFound = { 
/**
 * The margin after it; null if red lines elsewhere still leave no package.
 */
margin_after: number | null, 
/**
 * What the margin after it is at most: equal to `margin_after` unless the search for it was given up.
 */
margin_after_at_most: number | null, 
/**
 * What it costs beside what the package with the margin gives the actor on the issue: negative if it gains. Null without a margin.
 */
cost_from_nearest: number | null, 
/**
 * Whether it opens the zone by itself, ratification included.
 */
opens: boolean, 
/**
 * The id of the issue.
 */
issue: string, 
/**
 * The id of the party or audience that would concede.
 */
party: string, 
/**
 * The option conceded: one entry, `{issue: option}`.
 */
concession: { [key in string]: OptionValue }, 
/**
 * Of which kind it is.
 */
kind: ConcessionOf, 
/**
 * The number conceded, where it lies between the stops of a continuous issue, the stop beside it being the option; null otherwise.
 */
number: number | null, 
/**
 * What it costs whoever concedes, on its own scale: less than by its best option that crosses none of its red lines.
 */
cost: number, };

/**
 * So many of a lot that are to go on a day.
 */
export type StillToCome = { 
/**
 * The day; null if it lies beyond the calendar.
 */
day: string | null, 
/**
 * The lot.
 */
lot: string, 
/**
 * Who hands over.
 */
from: string, 
/**
 * How many.
 */
count: number, };

/**
 * A step at which somebody would first gain by stopping.
 */
export type StopsAt = { 
/**
 * The party.
 */
party: string, 
/**
 * The day: the earliest over the worlds; null if it lies beyond the calendar.
 */
day: string | null, 
/**
 * How many days of handover that are still to come are over by then.
 */
round: number, 
/**
 * Where in that day's handover.
 */
phase: MomentPhase, 
/**
 * The same in words.
 */
when: string, 
/**
 * In which share of the worlds it is the first.
 */
share: Probability, 
/**
 * What the party would gain where it would, on its own scale.
 */
gain: Spread, };

/**
 * What one factor does to how long an agreement lasts.
 */
export type SurvivalFactor = { 
/**
 * Its name.
 */
name: string, 
/**
 * By what it multiplies the danger of breaking down: below 1 it makes the agreement last longer.
 */
hazard_ratio: Spread, 
/**
 * What it turns into later; null if it stays.
 */
later: HazardLater | null, 
/**
 * What it adds to the probability of lasting beyond the day on which factors are compared: the last horizon but one.
 */
survival_gain: SurvivalGain, 
/**
 * By what it multiplies the median life.
 */
median_times: Spread, 
/**
 * Its part, 0 to 1, of all that the factors do (of the sum of the absolute log hazard ratios), in the middle of the worlds.
 */
part: number, 
/**
 * The id of the published finding that it rests on; null for a judgement.
 */
finding: string | null, 
/**
 * What to beware of; null if it rests on no finding.
 */
warning: string | null, };

/**
 * What a factor adds to the probability of lasting beyond a day; below zero if it takes away.
 */
export type SurvivalGain = { 
/**
 * The day.
 */
days: number, 
/**
 * The difference of the probabilities, −1 to 1, that half of the worlds stay below.
 */
median: number, 
/**
 * Nine tenths of the worlds lie between.
 */
interval: [number, number], };

/**
 * The probability of lasting beyond a day.
 */
export type SurvivesBeyond = { 
/**
 * The day, counted from the signing.
 */
days: number, 
/**
 * The probability, 0 to 1, that half of the worlds stay below.
 */
median: number, 
/**
 * Nine tenths of the worlds lie between.
 */
interval: [number, number], 
/**
 * Its mean over the worlds: the probability, all doubt included.
 */
mean: number, };

/**
 * What `detente sweep CASE --over PATH=VALUES --json` prints.
 */
export type SweepAnswer = { 
/**
 * The case as it stands.
 */
case: CaseNamed, 
/**
 * The seed of the draws.
 */
seed: number, 
/**
 * How many worlds were drawn at every point: the same draws at each.
 */
draws: number, 
/**
 * The paths that go through values: one or two.
 */
over: Array<string>, 
/**
 * Every combination of values, the last path fastest.
 */
points: Array<PointSwept>, };

/**
 * A table of divisions, scored.
 */
export type TableScored = { 
/**
 * The file.
 */
file: string, 
/**
 * How it is laid out: `camp` or `items`.
 */
layout: string, 
/**
 * How many negotiations it holds.
 */
negotiations: number, 
/**
 * How many of them ended in a settlement. Only these are scored.
 */
settlements: number, 
/**
 * How many settled on what somebody would rather not have signed.
 */
beyond_the_zone: number, 
/**
 * By how many points a side's result is off the mean of all, on average.
 */
points_off_their_mean: number, 
/**
 * Each way to forecast. `camp`, `items` and `pooled` are the coefficients that are reckoned with; base lines have their noise from this
 * very table; `held_out_own`, `held_out_pooled` and `by_other_tables` are there with `--fit`.
 */
scores: Array<WayScored>, };

/**
 * The chance of an agreement by a day.
 */
export type TalksAgreedBy = { 
/**
 * The day, counted from the day of the case.
 */
day: number, 
/**
 * The chance, as the case has it.
 */
agreement: Probability, 
/**
 * The lowest and the highest chance under any assumption of how people bargain.
 */
among_assumptions: [number, number], };

/**
 * How talks go under one assumption of how people bargain.
 */
export type TalksAssumed = { 
/**
 * What is assumed, in words.
 */
name: string, 
/**
 * The chance of an agreement within the horizon.
 */
agreement: Probability, 
/**
 * Its day, in the worlds that have one; null if none has.
 */
day: SpreadKnown | null, 
/**
 * The package most often agreed on; null without any agreement.
 */
leading: TalksLeading | null, 
/**
 * What the agreement is worth to each party above what the Nash package is, in the same world; null where there is no such package beside any
 * agreement.
 */
from_nash: Array<Spread | null>, };

/**
 * A difference in the same worlds.
 */
export type TalksDifference = { 
/**
 * The difference.
 */
value: number, 
/**
 * Its 95 % interval: for shares that of Bonett & Price (2012), for means the paired normal one.
 */
interval: [number, number], };

/**
 * How far agreements lie from what was possible.
 */
export type TalksDistance = { 
/**
 * By how much all could have gained at once by another package that crosses no red line; 0 where they could not. Null without any agreement.
 */
all_gain: SpreadKnown | null, 
/**
 * The share of the agreements that all could not have bettered at once.
 */
none_better: Probability, 
/**
 * What each party gets above what the Nash package gives it; null where there is none beside any agreement.
 */
from_nash: Array<Spread | null>, 
/**
 * The share of the agreements that are worth as much to everybody as the Nash package, where there is one.
 */
at_nash: Probability, };

/**
 * What ends talks.
 */
export type TalksEnded = { 
/**
 * `agreement`, `deadline`, `event`, or `nothing` where they are still talking at the horizon.
 */
by: string, 
/**
 * The name of the event. Only with `event`.
 */
event?: string, 
/**
 * In what share of the worlds.
 */
share: Probability, };

/**
 * How the talks would go: no forecast, but what follows from the judgements of the case on how people bargain and on what may happen meanwhile.
 */
export type TalksFound = { 
/**
 * Those who bargain, by their ids; lists of values follow this order.
 */
parties: Array<string>, 
/**
 * For how many days talks are followed, from the day of the case.
 */
horizon: number, 
/**
 * In how many worlds they were held.
 */
worlds: number, 
/**
 * How they go under each assumption of how people bargain, in the same worlds; the first is as the case has it.
 */
assumed: Array<TalksAssumed>, 
/**
 * Whether the assumptions part by more than ten points and more than chance leaves.
 */
hangs_on_the_way_of_bargaining: boolean, 
/**
 * The chance of an agreement by day, as the case has it.
 */
by_day: Array<TalksAgreedBy>, 
/**
 * The day of the agreement, in the worlds that have one; null if none has.
 */
day: SpreadKnown | null, 
/**
 * What ends the talks; the shares add up to 1.
 */
ends: Array<TalksEnded>, 
/**
 * On what they agree, the likeliest package first; at most twelve.
 */
packages: Array<TalksPackage>, 
/**
 * How many different packages they agree on.
 */
different_packages: number, 
/**
 * By issue, how often each option is in an agreement.
 */
options: { [key in string]: { [key in string]: Probability } }, 
/**
 * What somebody could do, what shortens the talks most first.
 */
levers: Array<TalksLever>, 
/**
 * How far what they agree on lies from what was possible in the same world on the day of signing.
 */
distance: TalksDistance, 
/**
 * All of it in sentences, most important first.
 */
headline: Array<string>, 
/**
 * What must be said beside it.
 */
caution: string, };

/**
 * The package most often agreed on.
 */
export type TalksLeading = { 
/**
 * The package.
 */
outcome: PackageOptions, 
/**
 * In what share of the agreements.
 */
of_agreements: Probability, };

/**
 * Something that somebody could do, tried in the same worlds with the same chance.
 */
export type TalksLever = { 
/**
 * What, in words.
 */
name: string, 
/**
 * The chance of an agreement within the horizon then.
 */
agreement: Probability, 
/**
 * What it adds to that chance.
 */
agreement_gain: TalksDifference, 
/**
 * What it adds to the days without an agreement, up to the horizon, on the mean; below 0 if it shortens them.
 */
days: TalksDifference, };

/**
 * A package on which they agree.
 */
export type TalksPackage = { 
/**
 * The package.
 */
outcome: PackageOptions, 
/**
 * In what share of all worlds it is agreed on.
 */
share: Probability, 
/**
 * On which day.
 */
day: Spread | null, 
/**
 * What it is worth to each party in those worlds.
 */
worth: Array<Spread | null>, };

/**
 * One of the three tests.
 */
export type TestName = "acceptable" | "enforceable" | "durable";

/**
 * What a text still allows.
 */
export type TextAllows = { 
/**
 * How many packages, in digits; null where that cannot be counted. Continuous issues count as their stops.
 */
packages: string | null, 
/**
 * How many there are without a text; null as above.
 */
without_text: string | null, 
/**
 * The options of each issue that are in some package allowed, by its id; empty where that cannot be told.
 */
options: { [key in string]: Array<OptionValue> }, };

/**
 * What `detente text CASE --json` prints.
 */
export type TextAnswer = { 
/**
 * The case.
 */
case: CaseNamed, 
/**
 * The seed of the draws.
 */
seed: number, 
/**
 * How many worlds were drawn.
 */
draws: number, 
/**
 * What matters most, in sentences.
 */
headline: Array<string>, 
/**
 * The version that is told of.
 */
version: TextVersionNamed, 
/**
 * What the text is called; null where the version does not say.
 */
title: string | null, 
/**
 * A remark of whoever wrote it; null where there is none.
 */
note: string | null, 
/**
 * All versions, the earliest first.
 */
versions: Array<TextVersionNamed>, 
/**
 * The package on which the text is settled, with `--package`; null without.
 */
settled: TextSettled | null, 
/**
 * Its articles, in reading order.
 */
articles: Array<ArticleTold>, 
/**
 * What it still allows.
 */
allowed: TextAllows, 
/**
 * What the text does to the figures: the case without a text (before) against the case under it (after), in the same draws.
 */
figures: Array<FigureCompared>, 
/**
 * What it does to what is said in words.
 */
words: Array<WordsCompared>, 
/**
 * The open brackets that word options, the one that matters most first. A bracket that words none is in its clause only.
 */
brackets: Array<BracketTold>, 
/**
 * How many wordings of brackets were not judged because there are too many.
 */
wordings_not_judged: number, 
/**
 * The ids of the clauses to which nobody objects.
 */
unopposed: Array<string>, 
/**
 * The ids of the clauses that nothing in the model knows.
 */
unknown: Array<string>, 
/**
 * The ids of the issues that no clause words.
 */
not_worded: Array<string>, };

/**
 * What `detente text diff --json` prints.
 */
export type TextDiffAnswer = { 
/**
 * The case.
 */
case: CaseNamed, 
/**
 * The seed of the draws.
 */
seed: number, 
/**
 * How many worlds were drawn.
 */
draws: number, 
/**
 * What matters most, in sentences.
 */
headline: Array<string>, 
/**
 * The first version.
 */
before: TextVersionNamed, 
/**
 * The second version.
 */
after: TextVersionNamed, 
/**
 * The clauses that changed: those of the second version in its order, then those that are gone.
 */
clauses: Array<ClauseChanged>, 
/**
 * How many clauses stay as they were.
 */
unchanged: number, 
/**
 * What the first allowed.
 */
allowed_before: TextAllows, 
/**
 * What the second allows.
 */
allowed_after: TextAllows, 
/**
 * Options that the second opens in the text as a whole, by issue.
 */
opens: { [key in string]: Array<OptionValue> }, 
/**
 * Options that it closes in the text as a whole, by issue.
 */
closes: { [key in string]: Array<OptionValue> }, 
/**
 * What all changes together do: the case under the first (before) against the case under the second (after), in the same draws.
 */
figures: Array<FigureCompared>, 
/**
 * What they do to what is said in words.
 */
words: Array<WordsCompared>, };

/**
 * How a text was settled on a package.
 */
export type TextSettled = { 
/**
 * The package.
 */
package: PackageOptions, 
/**
 * The ids of the clauses that did not allow it as they stood; empty where the version allows it.
 */
against: Array<string>, 
/**
 * Words that were not on the table.
 */
borrowed: Array<WordsBorrowed>, };

/**
 * A version of a text.
 */
export type TextVersionNamed = { 
/**
 * The name of its file, without the ending.
 */
name: string, 
/**
 * Its day: `2024-02-14`.
 */
date: string, 
/**
 * Who wrote it.
 */
by: string, };

/**
 * The leading packages under the three tests: would all sign (acceptable), would nobody gain by stopping half-way (enforceable), would
 * it last (durable)?
 */
export type ThreeTestsFound = { 
/**
 * In how many worlds the packages were tried.
 */
worlds: number, 
/**
 * The days beyond which a durable package lasts.
 */
lasting_days: number, 
/**
 * The leading packages, in their order.
 */
packages: Array<PackageTested>, 
/**
 * The letter of the package that does best on all tests; null if none ever passes.
 */
best: string | null, 
/**
 * Changes of the best package, or of the first if none passes, the most helpful first.
 */
changes: Array<ChangeTested>, 
/**
 * The ways of carrying the exchange out that the case proposes.
 */
manners: Array<MannerTested>, 
/**
 * What matters most, in sentences.
 */
sentences: Array<string>, };

/**
 * What `detente tournament SCENARIO… --strategies WAY,… --json` prints. Ways to bargain go by their names; every list of values over ways follows
 * `tournament.ways`.
 */
export type TournamentAnswer = { 
/**
 * What was held.
 */
tournament: TournamentHeld, 
/**
 * How each way did, the one that gained most first. Means are taken within each pair of scenario and party first and then over these pairs.
 */
standings: Array<WayStanding>, 
/**
 * Who is better than whom by more than luck of the scenarios.
 */
comparisons: WaysCompared, 
/**
 * How each way did in each role.
 */
roles: Array<WayInRole>, 
/**
 * Row i, column j: the mean advantage of way i when way j is at the table too; null where they never met.
 */
payoffs: Array<Array<number | null>>, 
/**
 * What the theory of games says of these payoffs, as a symmetric game of two; null without self-play, where nobody knows what a way gets against itself.
 */
game: GameOfWays | null, };

/**
 * What was held in a tournament.
 */
export type TournamentHeld = { 
/**
 * The ways to bargain, in the order in which they were named.
 */
ways: Array<string>, 
/**
 * The scenarios, in the order in which they were named.
 */
scenarios: Array<TournamentScenario>, 
/**
 * Who may speak when: `alternating offers`, `simultaneous offers` or `TAU`.
 */
protocol: string, 
/**
 * After how many rounds talks are over.
 */
rounds: number, 
/**
 * How often each negotiation counts.
 */
repetitions: number, 
/**
 * The seed of all chance.
 */
seed: number, 
/**
 * Whether a way also met itself.
 */
self_play: boolean, 
/**
 * How many negotiations were held. Those in which nobody draws chance were held once, whatever `repetitions` says.
 */
negotiations: number, };

/**
 * A scenario of a tournament.
 */
export type TournamentScenario = { 
/**
 * Its name, from its file or folder.
 */
name: string, 
/**
 * Its parties.
 */
parties: Array<string>, 
/**
 * How many packages can be put together before any is ruled out, as digits.
 */
packages: string, 
/**
 * How many points its frontier has; null where that is not known.
 */
frontier: number | null, 
/**
 * Why the frontier is not known; null where it is.
 */
frontier_not_known: string | null, 
/**
 * Whether no package is acceptable to all, so that there are no bargaining solutions; null where that is not known.
 */
no_zone: boolean | null, };

/**
 * How well figures of a kind have done, for one answer.
 */
export type TrackRecord = { 
/**
 * The kind of figure.
 */
kind: ForecastKind, 
/**
 * What kind of figure it is, in words.
 */
figure: string, 
/**
 * Whether figures of this kind have been held against what happened.
 */
tested: boolean, 
/**
 * What came of those, in a sentence; or that none has been tested.
 */
sentence: string, 
/**
 * Where all of it is told: a page of the documentation, and the place on it.
 */
see: string, };

/**
 * One extension.
 */
export type TrancheFound = { 
/**
 * The day on which it begins.
 */
day: number, 
/**
 * How many of each lot are handed over for it, both ways.
 */
gives: { [key in string]: number }, 
/**
 * What each side gains by it, on its own scale.
 */
gain: { [key in string]: number }, };

/**
 * Two ways to bargain compared.
 */
export type TwoWaysCompared = { 
/**
 * The one with the larger mean advantage.
 */
better: string, 
/**
 * The other.
 */
worse: string, 
/**
 * By how much.
 */
difference: number, 
/**
 * The share of ways to change signs that give a difference as large.
 */
p: number, 
/**
 * The same, corrected.
 */
p_corrected: number, };

/**
 * A place that stays as the first reading has it.
 */
export type ValueKept = { 
/**
 * The path in the case file.
 */
path: string, 
/**
 * Why it is not pooled.
 */
because: string, };

/**
 * A figure that was pooled.
 */
export type ValuePooled = { 
/**
 * The path in the case file.
 */
path: string, 
/**
 * What is written, as TOML: a number, a range, or a range with its most likely value.
 */
written: string, 
/**
 * The mean by the rule.
 */
mean: number, 
/**
 * The standard deviation by the rule.
 */
spread: number, 
/**
 * The standard deviation of what is written.
 */
written_spread: number, };

/**
 * A value that was set for one look at a case.
 */
export type ValueSet = { 
/**
 * The path in the case file.
 */
path: string, 
/**
 * What the file says, as TOML on one line; null where it says nothing.
 */
before: string | null, 
/**
 * What stands in its place, as TOML on one line; null where it was taken out.
 */
after: string | null, };

/**
 * How a party would look at the day after.
 */
export type ViewFound = { 
/**
 * The id of the party.
 */
party: string, 
/**
 * Whether it would stay.
 */
stays: boolean, 
/**
 * The state to which it would move: of those that nothing holds it back from, the best for it. Null when it would stay.
 */
moves_to: number | null, 
/**
 * Why, in a sentence.
 */
because: string, };

/**
 * A vote at home in the central world, in shares of all the weight that votes, 0 to 1.
 */
export type VoteFound = { 
/**
 * What would vote for the package.
 */
in_favour: number, 
/**
 * What must vote for it.
 */
needed: number, 
/**
 * Whether that carries it.
 */
carried: boolean, };

/**
 * A vote at home that falls short. Shares are of the weight of all who vote, 0 to 1.
 */
export type VotesFound = { 
/**
 * The largest share that would vote for a package which meets all else.
 */
carried: number, 
/**
 * No such package has more; the same unless a limit on work was met.
 */
carried_at_most: number, 
/**
 * The share that is needed.
 */
needed: number, 
/**
 * The audiences of which winning over one alone would carry it.
 */
winnable: Array<WinnableFound>, };

/**
 * What would make a state hold sequentially.
 */
export type WantedFound = { 
/**
 * The state.
 */
state: number | null, 
/**
 * The least change of preferences.
 */
preferences: PreferencesChanged, 
/**
 * The least that a third party could bring about: every set of the smallest size that works. One empty set if nothing is needed.
 */
measures: Array<Array<MeasureFound>>, 
/**
 * Whether every set up to that size was tried.
 */
measures_complete: boolean, };

/**
 * What `detente watch CASE --json` prints.
 */
export type WatchAnswer = { 
/**
 * The case.
 */
case: CaseNamed, 
/**
 * The seed of the draws.
 */
seed: number, 
/**
 * How many worlds were drawn.
 */
draws: number, 
/**
 * What was promised, and what became of it.
 */
watch: WatchFound, };

/**
 * What was promised and what became of it, as it was known on the day of the case. Dates are written `2024-02-14`; parties go by their ids, lots by their names.
 */
export type WatchFound = { 
/**
 * The package that is carried out.
 */
outcome: PackageOptions, 
/**
 * The day.
 */
day: string, 
/**
 * The day that is day 0 of the pledge; null if the case does not say.
 */
begins: string | null, 
/**
 * The last day of the pledge, with the days by which it was extended; null if there is none, or it has ended.
 */
pledge_ends: string | null, 
/**
 * The day on which the exchange ended otherwise than by being carried out; null if it has not.
 */
ended: string | null, 
/**
 * Every commitment that was agreed by then, in the order of the case.
 */
commitments: Array<CommitmentWatched>, 
/**
 * For each party concerned how many of its commitments stand how.
 */
parties: Array<PartyWatched>, 
/**
 * Who has handed over how much to whom: commitments to hand over the same together.
 */
deliveries: Array<DeliveryWatched>, 
/**
 * Whether each side gains by going on, where one would stop, what delay is borne, and the exchange planned anew. Null if no part of an
 * exchange was promised, or it has ended.
 */
exchange: ExchangeWatched | null, 
/**
 * How long it lasts on, given that it has held until then and given breaches; null if the case has no durability, or it has ended.
 */
lasting: LastingWatched | null, 
/**
 * The chance that it lasts until a day; null if it has ended, or if the case has neither an exchange that was promised nor durability.
 */
outlook: OutlookWatched | null, 
/**
 * What could be seen next, what moves that chance most first.
 */
next: Array<ObservationWeighed>, 
/**
 * How many further observations there would be: of so many the earliest 24 are weighed.
 */
not_weighed: number, 
/**
 * The fewest words for a report of monitors.
 */
report: string, 
/**
 * All of it in sentences, most important first.
 */
headline: Array<string>, };

/**
 * How a way did as one party of one scenario.
 */
export type WayInRole = { 
/**
 * The scenario.
 */
scenario: string, 
/**
 * The party.
 */
party: string, 
/**
 * The way.
 */
way: string, 
/**
 * As how many negotiations it counts.
 */
negotiations: number, 
/**
 * Its mean advantage.
 */
advantage: number, 
/**
 * What it got, on average.
 */
utility: number, 
/**
 * What all at its tables got, on average.
 */
welfare: number, 
/**
 * The share of its negotiations that ended in an agreement.
 */
agreement: number, 
/**
 * In how many rounds they ended, on average.
 */
rounds: number, 
/**
 * How far from the frontier and from each bargaining solution they ended, on average; null where that is not known.
 */
distances: { [key in string]: number | null }, };

/**
 * How one way to forecast did.
 */
export type WayScored = { 
/**
 * Its name.
 */
way: string, 
/**
 * Minus the natural logarithm of the chance given to the package settled on, on average. Less is better.
 */
nats: number, 
/**
 * In which share of the settlements the likeliest package was the one, ties shared out.
 */
first: number, 
/**
 * In which share it should have been, by the forecasts.
 */
first_expected: number, 
/**
 * By how many points a side's expected result is off, on average.
 */
points_off: number, 
/**
 * Chances beside what happened, by how large they were.
 */
calibration: Array<BinScored>, 
/**
 * The nats of each settlement, in the order of the table.
 */
each: Array<number>, };

/**
 * How a way to bargain did.
 */
export type WayStanding = { 
/**
 * The way.
 */
way: string, 
/**
 * Its advantage: the share of what could be gained over no deal that it gained; 0 without an agreement, 1 with its party's best package.
 */
advantage: MeanOverRoles, 
/**
 * What it got, on the scales of its parties.
 */
utility: MeanOverRoles, 
/**
 * What all at its tables got, on average, each on their own scale.
 */
welfare: MeanOverRoles, 
/**
 * The share of its negotiations that ended in an agreement.
 */
agreement: MeanOverRoles, 
/**
 * In how many rounds they ended.
 */
rounds: MeanOverRoles, 
/**
 * How far from the nearest point of the `frontier` over all packages, and from each bargaining solution, they ended: the distance of values as a share of the diagonal of the
 * box that values lie in; without an agreement from what no deal is worth. Null where that is known on no scenario.
 */
distances: { [key in string]: MeanOverRoles | null }, 
/**
 * How many seconds a negotiation took in which it sat. Only with `--timed`.
 */
seconds: number | null, };

/**
 * Ways to bargain compared in pairs, on the mean advantage in each pair of scenario and party.
 */
export type WaysCompared = { 
/**
 * The test: that of Fisher (1935), which changes the signs of paired differences.
 */
test: string, 
/**
 * On how many pairs of scenario and party.
 */
on: number, 
/**
 * Whether every way to change signs was looked at; if not, 20,000 were drawn.
 */
exact: boolean, 
/**
 * The correction for many comparisons: that of Holm (1979).
 */
correction: string, 
/**
 * Every pair of ways, the clearest first.
 */
pairs: Array<TwoWaysCompared>, };

/**
 * An audience whose vote alone would make the difference.
 */
export type WinnableFound = { 
/**
 * The id of the audience.
 */
audience: string, 
/**
 * How much more the nearest package would have to be worth to it, on its own scale.
 */
short: number | null, 
/**
 * The ids of the issues on which that package crosses a red line of it.
 */
crossed: Array<string>, 
/**
 * The package that comes nearest.
 */
outcome: PackageOptions, };

/**
 * What settling a bracket on a wording does.
 */
export type WordingJudged = { 
/**
 * The words; empty where nothing would stand.
 */
words: string, 
/**
 * The options that they word.
 */
options: { [key in string]: Array<OptionValue> }, 
/**
 * The text as it stands (before) against the text with this wording alone (after); empty where it was not judged.
 */
figures: Array<FigureCompared>, };

/**
 * A wording of a bracket.
 */
export type WordingTold = { 
/**
 * The words; empty where nothing would stand.
 */
words: string, 
/**
 * The options that they word.
 */
options: { [key in string]: Array<OptionValue> }, 
/**
 * Whether it was struck out.
 */
struck: boolean, };

/**
 * Words that were not on the table.
 */
export type WordsBorrowed = { 
/**
 * The id of the clause in which they stand.
 */
clause: string, 
/**
 * The options that they word.
 */
options: { [key in string]: Array<OptionValue> }, 
/**
 * Whose they are: `struck` (struck out of this version), `version` (of another one) or `case` (nobody's: what the case calls issue and option).
 */
from: string, 
/**
 * The name of the other version; null where they are not of one.
 */
version: string | null, };

/**
 * What two cases say in words.
 */
export type WordsCompared = { 
/**
 * What is said: `leading` (the package most often acceptable to all), `best` (the package that does best on all tests),
 * `stability.rests` (where the conflict would come to rest), `stability.prospects` (what all would like no less, and whether it would
 * hold the day after), `stability.held` (the states in which all would stay).
 */
says: string, 
/**
 * The same in words.
 */
name: string, 
/**
 * In the first case; null where it says nothing.
 */
before: string | null, 
/**
 * In the second case; null where it says nothing.
 */
after: string | null, };

/**
 * Words that stay, go or come.
 */
export type WordsKept = { 
/**
 * `same`, `out` (in the first alone) or `in` (in the second alone).
 */
kind: string, 
/**
 * The words.
 */
words: string, };

/**
 * What was worked out; what takes too long in a large conflict is not.
 */
export type WorkedOut = { 
/**
 * Whether every state is listed, with verdicts, likelihoods and prospects.
 */
states: boolean, 
/**
 * Whether the paths to the states that hold were looked for, if there is a status quo.
 */
paths: boolean, 
/**
 * Whether margins were worked out.
 */
margins: boolean, 
/**
 * Whether coalitions were gone through.
 */
coalitions: boolean, };

/**
 * The zone of agreement: the packages that all accept.
 */
export type ZoneFound = { 
/**
 * Whether there is one; null where a limit on work leaves it open.
 */
exists: boolean | null, 
/**
 * The limit for which that is open; null where it is known.
 */
exists_not_known: string | null, 
/**
 * How many packages all accept: digits. Null where they are too many to count, and where issues are continuous.
 */
outcomes: string | null, 
/**
 * About how many; null where they are counted one by one, and where issues are continuous.
 */
outcomes_estimate: CountEstimate | null, 
/**
 * The points that nothing acceptable to all betters for everyone; empty without a zone, null where they are not listed.
 */
frontier: Array<FrontierPointFound> | null, 
/**
 * The limit for which `frontier` is null; null where it is listed.
 */
frontier_not_listed: string | null, 
/**
 * D, the proven distance of the points listed from the exact frontier on each principal's scale; null when exact.
 */
frontier_tolerance: number | null, 
/**
 * Between the stops of continuous issues, the straight lines that this frontier runs along. Null without such issues, and where they are
 * not listed.
 */
frontier_segments: Array<FrontierLine> | null, 
/**
 * Why `frontier_segments` is null in a case with continuous issues; null otherwise.
 */
frontier_segments_not_listed: string | null, };

/**
 * Worlds of which it is open whether they have a zone.
 */
export type ZoneNotKnown = { 
/**
 * How many.
 */
worlds: number, 
/**
 * Between which shares, 0 to 1, the probability of a zone therefore lies: if none of them has one, and if all have.
 */
probability: [number, number], };

/**
 * By how much the probability of a zone moved.
 */
export type ZoneShift = { 
/**
 * The difference, −1 to 1.
 */
value: number, 
/**
 * Its 95 % interval.
 */
interval: [number, number], };

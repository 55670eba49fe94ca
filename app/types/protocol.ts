// What the browser and the server of detente say to each other. Written from the Rust types in
// `crates/detente-server/src/protocol/`; `UPDATE=1 cargo test -p detente-server --test typescript` writes it anew.
//
// Places in a text are counted in UTF-16 code units.

import type { ArticleTold, BriefAnswer, CaseDifference, CompareAnswer, DealsAnswer, DurabilityAnswer, ExchangeAnswer, ExtractAnswer, MarksAnswer, MergeSide, ObjectionTold, OptionValue, OutlookAnswer, OverlayAnswer, PackageJudged, PackageOptions, Probability, SectionWhyNot, Spread, StabilityAnswer, TestName, TextAnswer, TextSettled, TextVersionNamed, WantedFound, WatchAnswer } from "./answers";

/**
 * Somebody.
 */
export type ActorListed = { 
/**
 * The id.
 */
id: string, 
/**
 * The name.
 */
name: string, };

/**
 * An answer that is missing, or that cannot be.
 */
export type AnswerFault = { 
/**
 * Which answer, as a JSON Pointer (RFC 6901) into [`Answers`]: `/parties/0/name`.
 */
path: string, 
/**
 * What is wrong with it.
 */
message: string, 
/**
 * What to answer.
 */
hint: string, };

/**
 * The event `answer`: figures for programs, as the command line prints them with `--json`.
 */
export type AnswerTold = { "of": "deals", "answer": DealsAnswer } | { "of": "exchange", "answer": ExchangeAnswer | null } | { "of": "durability", "answer": DurabilityAnswer | null } | { "of": "stability", "answer": StabilityAnswer | null } | { "of": "outlook", "answer": OutlookAnswer | null } | { "of": "brief", "answer": BriefAnswer };

/**
 * What somebody answers who begins a case. All of it can be left empty: what is needed is told by [`first_case`].
 */
export type Answers = { 
/**
 * What the case is called.
 */
title: string, 
/**
 * The day on which things stand as described, as people write days: `2025-03-01`, `1 March 2025`.
 */
day: string, 
/**
 * A sentence or a few on what it is about; may be empty.
 */
about: string, 
/**
 * Who talks.
 */
parties: Array<Party>, 
/**
 * About what.
 */
issues: Array<Issue>, 
/**
 * What the person has read; may be empty. Nothing cites them yet.
 */
sources: Array<Source>, };

/**
 * Somebody behind a party.
 */
export type AudienceForm = { 
/**
 * Its id.
 */
id: string, 
/**
 * The path that leads to it.
 */
path: string, 
/**
 * Name as shown; its id if none is stated.
 */
name: string, 
/**
 * The id of the party behind which it stands; empty if that is not stated.
 */
of: string, 
/**
 * Whether there is no deal without it.
 */
veto: boolean, 
/**
 * The line, counted from 1.
 */
line: number, };

/**
 * The answer to `POST /api/begin`, which is asked with [`Answers`](detente_case::begin::Answers).
 */
export type Begun = { 
/**
 * The text of the case; null if an answer is missing or cannot be.
 */
text: string | null, 
/**
 * What is missing or cannot be, in the order of the questions.
 */
faults: Array<AnswerFault>, };

/**
 * What is told of a package once it is signed.
 */
export type Carried = "exchange" | "durability";

/**
 * The event `carried`: how the package would be carried out, or how long it would last.
 */
export type CarriedTold = { 
/**
 * Of which of the two it tells.
 */
of: Carried, 
/**
 * What matters most, in sentences.
 */
sentences: Array<string>, 
/**
 * The schedule, or the survival, as HTML by the renderer of the printed page. What comes from a case is escaped in it.
 */
html: string, };

/**
 * The answer to `POST /api/forms`.
 */
export type CaseForms = { 
/**
 * What can be changed on the thing itself, each with its path.
 */
forms: Forms, 
/**
 * Each number by its path, in words; empty for a case with faults.
 */
names: { [key in string]: string }, 
/**
 * Whether the case has faults: then forms show what has a place in the format, and the text shows the rest.
 */
faulty: boolean, };

/**
 * The answer to `POST /api/save` with status 409: on the disk is something else, and nothing was written.
 */
export type ChangedOutside = { 
/**
 * The same in a sentence.
 */
message: string, 
/**
 * What is on the disk; null if the file is gone.
 */
text: string | null, 
/**
 * What names it; null as `text` is.
 */
stamp: string | null, };

/**
 * The event `checked`: what is wrong with the text. It comes first.
 */
export type Checked = { 
/**
 * The faults by their place.
 */
faults: Array<FaultFound>, 
/**
 * Whether the case can be computed: no fault is an error, and no engine refuses it. If not, the stream ends.
 */
sound: boolean, 
/**
 * What is in the case, in a line; null if it cannot be read.
 */
contents: string | null, 
/**
 * Whether there is a day after to look at: something was promised, or the exchange has begun. Null if the case cannot be read.
 */
day_after: boolean | null, };

/**
 * A place in a source.
 */
export type CitationListed = { 
/**
 * The id of the source.
 */
source: string, 
/**
 * The place in it; null if none is given.
 */
locator: string | null, };

/**
 * A claim. What is not stated is null.
 */
export type ClaimForm = { 
/**
 * The path that leads to it.
 */
path: string, 
/**
 * Its id.
 */
id: string | null, 
/**
 * What was said.
 */
text: string | null, 
/**
 * When it was said: `2024-02-14`.
 */
said: string | null, 
/**
 * When it was reported.
 */
reported: string | null, 
/**
 * Who said it.
 */
by: string | null, 
/**
 * The id of the party for which they speak.
 */
party: string | null, 
/**
 * In what capacity they speak.
 */
role: string | null, 
/**
 * Where it was reported: the id of a source, and after `#` the place in it.
 */
source: string | null, 
/**
 * Reports with the same origin count once.
 */
origin: string | null, 
/**
 * The id of the proposition on which it bears.
 */
on: string | null, 
/**
 * `for` or `against`.
 */
stance: string | null, 
/**
 * `weak`, `moderate` or `strong`.
 */
strength: string | null, 
/**
 * Instead of a stance.
 */
likelihood_ratio: NumberForm | null, 
/**
 * What it counts.
 */
quantity: string | null, 
/**
 * How many.
 */
value: NumberForm | null, 
/**
 * Reliability and credibility: `B2`.
 */
grade: string | null, 
/**
 * Whether it waits for somebody to accept it.
 */
draft: boolean, 
/**
 * The line, counted from 1.
 */
line: number, };

/**
 * A claim.
 */
export type ClaimListed = { 
/**
 * The path that leads to it.
 */
path: string, 
/**
 * Its id; null if it has none.
 */
id: string | null, 
/**
 * What it says, in few words.
 */
says: string, 
/**
 * The day: `2024-02-14`; null if the case does not say.
 */
date: string | null, 
/**
 * Whether it waits for somebody to accept it, and weighs nothing until then.
 */
draft: boolean, 
/**
 * Where it stands.
 */
at: Stretch | null, 
/**
 * The line, counted from 1.
 */
line: number | null, 
/**
 * What reports it.
 */
cites: Array<CitationListed>, };

/**
 * `POST /api/compare`: two texts side by side, in the same draws.
 */
export type CompareAsked = { 
/**
 * The text to start from.
 */
before: string, 
/**
 * The text that is otherwise.
 */
after: string, 
/**
 * Whether each difference is to be judged by itself as well.
 */
by_line: boolean, 
/**
 * How many worlds are drawn.
 */
draws?: number, 
/**
 * From which seed.
 */
seed?: number, 
/**
 * The day as of which the case is looked at: `2024-02-14`.
 */
as_of?: string, };

/**
 * The event `compared` of `POST /api/compare`: what all differences together do. It comes twice where there are many draws, from the
 * first of them and from all.
 */
export type ComparedTold = { 
/**
 * The answer; no difference is judged by itself yet.
 */
answer: CompareAnswer, 
/**
 * Whether it rests on the first draws alone.
 */
rough: boolean, };

/**
 * The answer to `POST /api/assist/complete`: what can come there.
 */
export type Completed = { 
/**
 * Where what has been typed of it begins.
 */
from: number, 
/**
 * Where it ends.
 */
to: number, 
/**
 * What can come, the likeliest first.
 */
items: Array<CompletionItem>, };

/**
 * Something that can come.
 */
export type CompletionItem = { 
/**
 * What is shown.
 */
label: string, 
/**
 * What is written.
 */
insert: string, 
/**
 * What it is.
 */
kind: ItemKind, 
/**
 * A few words; empty if there are none.
 */
detail: string, 
/**
 * A sentence on what it means; empty if there is none.
 */
doc: string, };

/**
 * The answer to `POST /api/conflict`; null if the case has none.
 */
export type ConflictTold = { 
/**
 * Who can move, in the order of the graph.
 */
movers: Array<MoverTold>, 
/**
 * The options that can be made or not; empty where the case states its states as such.
 */
options: Array<OptionTold>, 
/**
 * The states; empty where there are too many to draw.
 */
states: Array<StateTold>, 
/**
 * Every move; empty likewise.
 */
moves: Array<MoveTold>, 
/**
 * How the conflict goes, in sentences: where it stands, where it would come to rest.
 */
account: Array<string>, 
/**
 * What holds, for whom and in which sense.
 */
answer: StabilityAnswer, };

/**
 * The event `found` of `POST /api/day-after`: what was promised and what became of it, as it was known on a day. It comes twice where there
 * are many draws, from the first of them and from all.
 */
export type DayAfterFound = { 
/**
 * The days that can be looked at.
 */
days: DaysWatched, 
/**
 * The answer of `detente watch --json`; null if nothing had been promised by that day.
 */
answer: WatchAnswer | null, 
/**
 * Every report on a commitment that was known by then, by the day of which it speaks.
 */
reports: Array<ReportListed>, 
/**
 * Whether it rests on the first draws alone.
 */
rough: boolean, };

/**
 * A day on which something happened. Claims go by the paths that lead to them, sources by their ids.
 */
export type DayTold = { 
/**
 * The day: `2024-02-14`.
 */
day: string, 
/**
 * What was said or done on it.
 */
said: Array<string>, 
/**
 * What was reported on it.
 */
reported: Array<string>, 
/**
 * What was published on it.
 */
published: Array<string>, };

/**
 * The answer to `POST /api/days`: when something was said, reported or published.
 */
export type Days = { 
/**
 * The first day from which one can look back; the day of the case where nothing is dated.
 */
first: string, 
/**
 * The day of the case.
 */
last: string, 
/**
 * The days on which something happened, ascending; none after the day of the case.
 */
days: Array<DayTold>, };

/**
 * The days on which there is something to look at, whatever the day of the look.
 */
export type DaysWatched = { 
/**
 * The first on which something was agreed, begun or told; null in a case in which nothing was promised.
 */
first: string | null, 
/**
 * The day of the case: nothing is known of a later one.
 */
last: string, 
/**
 * How many commitments the case has, whenever they were agreed.
 */
promised: number, 
/**
 * The parties, in the order of the case.
 */
parties: Array<ActorListed>, };

/**
 * A place at which two texts say different things.
 */
export type DifferenceListed = { 
/**
 * The path.
 */
path: string, 
/**
 * What the first says, as TOML on one line; null where it says nothing.
 */
before: string | null, 
/**
 * What the second says; null where it says nothing.
 */
after: string | null, 
/**
 * Where the second says it or, where it says nothing, where it says something around it; null if nowhere.
 */
at: Stretch | null, 
/**
 * The line there, counted from 1; null as `at` is.
 */
line: number | null, 
/**
 * The change of the second text by which it says here what the first says.
 */
back: EditAsked, };

/**
 * The event `judged` of `POST /api/compare`: what one difference does by itself.
 */
export type DifferenceTold = { 
/**
 * Its place among the differences, counted from 0.
 */
place: number, 
/**
 * What it does.
 */
difference: CaseDifference, };

/**
 * The event `differences` of `POST /api/compare`: where the texts say different things. It comes first.
 */
export type DifferencesTold = { 
/**
 * Each place, in the order of the first text.
 */
differences: Array<DifferenceListed>, };

/**
 * `POST /api/document`: the brief, or an extract of it, as a document for Word.
 */
export type DocumentAsked = { 
/**
 * What an extract shows; without it, the brief.
 */
extract: ExtractChosen | null, 
/**
 * The text.
 */
text: string, 
/**
 * Whether the annex is wanted as well.
 */
annex: boolean, 
/**
 * How many worlds are drawn.
 */
draws?: number, 
/**
 * From which seed.
 */
seed?: number, 
/**
 * The day as of which the case is looked at: `2024-02-14`.
 */
as_of?: string, };

/**
 * The answer to `POST /api/document`.
 */
export type DocumentMade = { 
/**
 * The bytes of the `.docx`, in Base64 (RFC 4648).
 */
base64: string, };

/**
 * A text that somebody wrote and did not save.
 */
export type DraftKept = { 
/**
 * The text.
 */
text: string, 
/**
 * What named the text on the disk that it began from; null if there was none.
 */
stamp: string | null, 
/**
 * When it was kept: `2024-02-14T09:30:00Z`.
 */
at: string, };

/**
 * A claim that a report seems to make.
 */
export type DraftRead = { 
/**
 * The id that it would have.
 */
id: string, 
/**
 * Of which sort it is.
 */
sort: DraftSort, 
/**
 * The stretches of the report that hold it.
 */
at: Array<Stretch>, 
/**
 * Its words.
 */
says: string, 
/**
 * Who said or did it, as written; null where the text does not settle that.
 */
by: string | null, 
/**
 * The id of the party to which that belongs; null if the case does not know it.
 */
party: string | null, 
/**
 * The day that the report gives for it; null if it names none.
 */
said: string | null, 
/**
 * By which words it was found, and what keeps it from being taken for more than it is.
 */
why: Array<string>, 
/**
 * Whether the report says it outright: it denies nothing, and hangs on no condition.
 */
affirmed: boolean, 
/**
 * Whether the case has a claim with this id already.
 */
there: boolean, 
/**
 * The claim as the case would write it, still marked as a draft.
 */
toml: string, };

/**
 * Of which sort a draft is.
 */
export type DraftSort = "statement" | "act" | "quantity";

/**
 * `POST /api/draft`: keeps a text that is not saved, or throws away the one that is kept.
 */
export type DraftToKeep = { 
/**
 * Of which file.
 */
file: string, 
/**
 * The text; null to throw the draft away.
 */
text: string | null, 
/**
 * What names the text on the disk that it began from; null if there was none.
 */
stamp: string | null, };

/**
 * What is done at a path.
 */
export type EditAction = "set" | "insert" | "put" | "remove" | "rename";

/**
 * One change by path.
 */
export type EditAsked = { 
/**
 * What is done.
 */
do: EditAction, 
/**
 * The path, as `detente check CASE --figures` lists it.
 */
path: string, 
/**
 * The value in TOML on one line; absent to remove.
 */
value?: string, };

/**
 * The answer to `POST /api/edits`.
 */
export type Edited = { 
/**
 * The text with the changes.
 */
text: string, 
/**
 * What was done, in order; each change is in the text that those before it left.
 */
changes: Array<TextChange>, };

/**
 * `POST /api/edits`: what is to be changed in a text.
 */
export type EditsAsked = { 
/**
 * The text.
 */
text: string, 
/**
 * The changes, made one after the other, all or none.
 */
edits: Array<EditAsked>, };

/**
 * `POST /api/extract`: the brief for one reader. It is streamed: `offered`, `preview`, `judging` as it goes on, `extract`, then `done`.
 */
export type ExtractAsked = { 
/**
 * The text.
 */
text: string, 
/**
 * The sections by their ids, and `headline` for the sentences at the head; none for the two pages of the brief.
 */
sections: Array<string>, 
/**
 * The ids of the parties that are left out.
 */
without_parties: Array<string>, 
/**
 * Whether sources are shown.
 */
sources: boolean, 
/**
 * Whether the remarks of analysts are shown.
 */
notes: boolean, 
/**
 * How many worlds are drawn.
 */
draws?: number, 
/**
 * From which seed.
 */
seed?: number, 
/**
 * The day as of which the case is looked at: `2024-02-14`.
 */
as_of?: string, };

/**
 * What an extract shows.
 */
export type ExtractChosen = { 
/**
 * The sections by their ids, and `headline` for the sentences at the head; none for the two pages of the brief.
 */
sections: Array<string>, 
/**
 * The ids of the parties that are left out.
 */
without_parties: Array<string>, 
/**
 * Whether sources are shown.
 */
sources: boolean, 
/**
 * Whether the remarks of analysts are shown.
 */
notes: boolean, };

/**
 * The event `judging`: how far it is known what the extract gives away.
 */
export type ExtractJudging = { 
/**
 * How many figures and red lines are looked into.
 */
done: number, 
/**
 * Of how many.
 */
of: number, };

/**
 * The event `extract`: what is handed over, and what it still gives away.
 */
export type ExtractMade = { 
/**
 * The page: one HTML file that holds everything it needs.
 */
html: string, 
/**
 * What it still gives away; for whoever hands it over, and no part of the page.
 */
account: ExtractAnswer, };

/**
 * The event `offered`: what can be chosen for an extract. It comes first.
 */
export type ExtractOffered = { 
/**
 * The sections, in reading order; the sentences at the head first, under the id `headline` and without a heading.
 */
sections: Array<SectionOffered>, 
/**
 * Those at the table.
 */
parties: Array<PartyOffered>, };

/**
 * The event `preview`: the extract over the first draws, at once.
 */
export type ExtractPreview = { 
/**
 * The page: one HTML file that holds everything it needs.
 */
html: string, };

/**
 * One thing that is wrong, or probably not meant, in a text.
 */
export type FaultFound = { 
/**
 * Of which kind it is.
 */
code: string, 
/**
 * How bad it is.
 */
severity: HowBad, 
/**
 * What is wrong, in a sentence.
 */
message: string, 
/**
 * Where; null for a fault of the case as a whole.
 */
at: Stretch | null, 
/**
 * The line, counted from 1; null as `at` is.
 */
line: number | null, 
/**
 * A few words for that place; null if there are none.
 */
label: string | null, 
/**
 * What to do about it; null if there is nothing to say.
 */
help: string | null, 
/**
 * Other places that have to do with it.
 */
related: Array<RelatedFound>, 
/**
 * Changes of the text that would mend it.
 */
fixes: Array<Fix>, };

/**
 * A figure of the case.
 */
export type FigureListed = { 
/**
 * Its path.
 */
path: string, 
/**
 * In words.
 */
name: string, 
/**
 * As stated.
 */
stated: string, 
/**
 * Where it stands; null if that is not known.
 */
at: Stretch | null, 
/**
 * The line, counted from 1.
 */
line: number | null, 
/**
 * What it rests on; empty for a judgement.
 */
cites: Array<CitationListed>, };

/**
 * A figure in a sentence of the headline.
 */
export type FigureTold = { 
/**
 * Where it stands in the sentence.
 */
at: Stretch, 
/**
 * Its name. A row of a section that says the same has it in `data-figure`.
 */
id: string, 
/**
 * The sections that say it in full, the brief's before the annex's.
 */
sections: Array<string>, 
/**
 * The paths of the case of which it speaks; of each what stands below it is meant as well.
 */
paths: Array<string>, };

/**
 * `POST /api/file`, `POST /api/watch`: a file of the folder.
 */
export type FileAsked = { 
/**
 * Its name.
 */
file: string, };

/**
 * The event `changed` of `POST /api/watch`: on the disk is another text.
 */
export type FileChanged = { 
/**
 * What names it; null if the file is gone or cannot be read.
 */
stamp: string | null, };

/**
 * What a file of the folder is.
 */
export type FileKind = "case" | "variant";

/**
 * A case file of the folder.
 */
export type FileListed = { 
/**
 * Its name in the folder: `case.toml`, `variants/longer truce.toml`.
 */
name: string, 
/**
 * What it is.
 */
kind: FileKind, };

/**
 * The answer to `POST /api/file`.
 */
export type FileOpened = { 
/**
 * Its name.
 */
file: string, 
/**
 * Its text; null if there is no such file yet.
 */
text: string | null, 
/**
 * What names this text on the disk; null as `text` is.
 */
stamp: string | null, 
/**
 * A text that was never saved; null if there is none.
 */
draft: DraftKept | null, };

/**
 * A change of the text that would mend a fault.
 */
export type Fix = { 
/**
 * What it does, in a few words.
 */
title: string, 
/**
 * The changes, all of them in the text that was sent.
 */
changes: Array<TextChange>, };

/**
 * Something that is wrong, or probably not meant, in a file of another tool.
 */
export type ForeignFault = { 
/**
 * The name of the file.
 */
file: string, 
/**
 * The line, counted from 1; null for the file as a whole.
 */
line: number | null, 
/**
 * What is wrong.
 */
message: string, 
/**
 * What to do about it; null if there is nothing to say.
 */
help: string | null, };

/**
 * A file of another tool.
 */
export type ForeignFile = { 
/**
 * Its name.
 */
name: string, 
/**
 * What is in it.
 */
text: string, };

/**
 * Everything in a case that has a form.
 */
export type Forms = { 
/**
 * Who talks, in the order of the file, as everything below.
 */
parties: Array<PartyForm>, 
/**
 * Who stands behind them.
 */
audiences: Array<AudienceForm>, 
/**
 * What is on the table.
 */
issues: Array<IssueForm>, 
/**
 * What each wants whose position is stated.
 */
positions: Array<PositionForm>, 
/**
 * What is open.
 */
propositions: Array<PropositionForm>, 
/**
 * What was said and done.
 */
claims: Array<ClaimForm>, 
/**
 * What can be cited.
 */
sources: Array<SourceForm>, 
/**
 * Every other number of the case: of the exchange, of durability, of ratification and so on.
 */
others: Array<NumberForm>, 
/**
 * A sentence on each key that a form shows, by table and key: `claim.strength`. It says what counts where nothing is stated.
 */
about: { [key in string]: string }, };

/**
 * The event `head`: what a mediator reads first.
 */
export type HeadTold = { 
/**
 * The title of the case.
 */
title: string, 
/**
 * The day of the look.
 */
as_of: string, 
/**
 * Where things stand, most important first.
 */
headline: Array<SentenceTold>, 
/**
 * What is not here of the files of the case, and which questions have no answer without it; null if all is here.
 */
without: string | null, 
/**
 * Who must sign.
 */
principals: Array<string>, 
/**
 * Who is there without having to sign: in which role, and who.
 */
others: Array<[string, string]>, 
/**
 * What the case is about; null if it does not say.
 */
summary: string | null, 
/**
 * In how many worlds.
 */
draws: number, 
/**
 * Whether it rests on the first draws alone.
 */
rough: boolean, };

/**
 * A group behind a party.
 */
export type Home = { 
/**
 * Its name.
 */
name: string, 
/**
 * What its consent counts for.
 */
say: Say, 
/**
 * What it wants.
 */
wants: Wants, };

/**
 * The answer to `POST /api/assist/hover`: what stands there; null if nothing is known of it.
 */
export type Hovered = { 
/**
 * Where it begins.
 */
from: number, 
/**
 * Where it ends.
 */
to: number, 
/**
 * The key, the path of a number, or what an id names.
 */
title: string, 
/**
 * What it means.
 */
text: string, 
/**
 * What a value must look like; empty where that is no question.
 */
shape: string, 
/**
 * How it can be written; empty where that is no question.
 */
example: string, };

/**
 * How bad a fault is.
 */
export type HowBad = "error" | "warning";

/**
 * `POST /api/import`: files of another tool.
 */
export type ImportAsked = { 
/**
 * The files: a domain and the profiles of those at the table, or a conflict.
 */
files: Array<ForeignFile>, 
/**
 * The day of the case: `2024-02-14`; null if nobody says, and then it is the first of 1970.
 */
day: string | null, };

/**
 * The answer to `POST /api/import`.
 */
export type Imported = { 
/**
 * The tool whose files they are: `Genius`, `GMCR+`.
 */
from: string, 
/**
 * The text of the case.
 */
text: string, 
/**
 * What was passed over or is probably not meant.
 */
warnings: Array<ForeignFault>, };

/**
 * `POST /api/intake`: a report to be read.
 */
export type IntakeAsked = { 
/**
 * The text of the case.
 */
text: string, 
/**
 * The report.
 */
report: string, 
/**
 * Where it comes from.
 */
source: SourceSaid, };

/**
 * The answer to `POST /api/intake`.
 */
export type IntakeRead = { 
/**
 * On which day the report appeared.
 */
reported: string, 
/**
 * Whether the source is new to the case.
 */
new_source: boolean, 
/**
 * How many sentences it has.
 */
sentences: number, 
/**
 * How many sentences were cut because they have no end within 300 words; what runs over a cut is missed.
 */
cut_sentences: number, 
/**
 * What it seems to say, in the order of its text.
 */
drafts: Array<DraftRead>, };

/**
 * A question that a deal must settle.
 */
export type Issue = { 
/**
 * Its name.
 */
name: string, 
/**
 * Of an issue in numbers, what is counted: days, prisoners, million euros; may be empty.
 */
unit: string, 
/**
 * How it can be settled.
 */
answers: OnTheTable, };

/**
 * An issue.
 */
export type IssueForm = { 
/**
 * Its id.
 */
id: string, 
/**
 * The path that leads to it.
 */
path: string, 
/**
 * Name as shown; its id if none is stated.
 */
name: string, 
/**
 * The unit; null if none is stated.
 */
unit: string | null, 
/**
 * The possible answers; of a range with steps, each step; of one without, none.
 */
options: Array<OptionForm>, 
/**
 * Whether the answers are numbers.
 */
numeric: boolean, 
/**
 * Whether it has a range instead of options.
 */
ranged: boolean, 
/**
 * Where an option is inserted.
 */
options_path: string, 
/**
 * The line, counted from 1.
 */
line: number, };

/**
 * An issue.
 */
export type IssueListed = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The unit of its numbers; null if it has none.
 */
unit: string | null, 
/**
 * Its options; of a continuous issue its stops, the ends of its range first and last.
 */
options: Array<OptionValue>, 
/**
 * Whether every number between the ends can be agreed on.
 */
continuous: boolean, };

/**
 * What something is that can come.
 */
export type ItemKind = "key" | "table" | "id" | "option" | "value";

/**
 * A figure that nobody vouches for any more.
 */
export type JudgementLeft = { 
/**
 * Its path.
 */
path: string, 
/**
 * In words.
 */
name: string, 
/**
 * As stated.
 */
stated: string, };

/**
 * `POST /api/packages/keep`: a change of the packages that are kept. The answer is what is kept then.
 */
export type KeepAsked = { "do": "keep", 
/**
 * The name.
 */
name: string, 
/**
 * The package.
 */
package: string, } | { "do": "rename", 
/**
 * The name that it has.
 */
name: string, 
/**
 * The name that it gets.
 */
to: string, } | { "do": "drop", 
/**
 * The name.
 */
name: string, };

/**
 * The answer to `POST /api/ledger`.
 */
export type Ledger = { 
/**
 * Every figure that the case states, in its order.
 */
figures: Array<FigureListed>, 
/**
 * Every source, in the order in which they are numbered, from 1.
 */
sources: Array<SourceListed>, 
/**
 * Every claim.
 */
claims: Array<ClaimListed>, 
/**
 * Every other place of the text that has a path, so that a line can be named.
 */
places: Array<PlaceListed>, };

/**
 * `POST /api/look`: what is to be told of a text.
 */
export type LookAsked = { 
/**
 * The text.
 */
text: string, 
/**
 * The figures for programs that are wanted beside the sections.
 */
want: Array<Wanted>, 
/**
 * Whether the sections of the brief are wanted.
 */
sections: boolean, 
/**
 * How many worlds are drawn.
 */
draws?: number, 
/**
 * From which seed.
 */
seed?: number, 
/**
 * The day as of which the case is looked at: `2024-02-14`.
 */
as_of?: string, };

/**
 * The event `done`: the last of a stream.
 */
export type LookDone = { 
/**
 * In how many worlds the answers rest.
 */
draws: number, };

/**
 * `POST /api/conflict`, `POST /api/outlook`: a text and how it is looked at.
 */
export type LookedAt = { 
/**
 * The text.
 */
text: string, 
/**
 * How many worlds are drawn.
 */
draws?: number, 
/**
 * From which seed.
 */
seed?: number, 
/**
 * The day as of which the case is looked at: `2024-02-14`.
 */
as_of?: string, };

/**
 * `POST /api/packages/map`: the deal space to pick packages from.
 */
export type MapAsked = { 
/**
 * The text of the case.
 */
text: string, 
/**
 * The principals whose values run to the right and upwards, by their ids; null for the first two.
 */
pair: [string, string] | null, 
/**
 * A package that must be there whatever else is.
 */
also: string | null, 
/**
 * How many worlds are drawn.
 */
draws?: number, 
/**
 * From which seed.
 */
seed?: number, 
/**
 * The day as of which the case is looked at: `2024-02-14`.
 */
as_of?: string, };

/**
 * A mark that could not be taken.
 */
export type MarkNotTaken = { 
/**
 * Its number.
 */
number: number, 
/**
 * Why not.
 */
because: string, };

/**
 * `POST /api/one-text/marked`: a document that came back.
 */
export type MarkedAsked = { 
/**
 * The text of the case.
 */
text: string, 
/**
 * The bytes of the `.docx`, in Base64 (RFC 4648).
 */
document: string, 
/**
 * The name of the version of which it was made; null for what the document says itself.
 */
version: string | null, 
/**
 * On whose behalf marks are taken by a name that the case does not know: the id or name of a party or audience. Null for nobody's.
 */
by: string | null, };

/**
 * The answer to `POST /api/one-text/marked`.
 */
export type MarkedRead = { 
/**
 * What was marked.
 */
marks: MarksAnswer, 
/**
 * A name that no version has yet.
 */
next: string, };

/**
 * `POST /api/one-text/take`: a new version of the marks that somebody accepts.
 */
export type MarksTakeAsked = { 
/**
 * The document, as it was asked about.
 */
marked: MarkedAsked, 
/**
 * The numbers of the marks.
 */
accept: Array<number>, 
/**
 * The name of the file that came back.
 */
file: string, 
/**
 * The name of the new version, which no other may have.
 */
name: string, };

/**
 * The answer to `POST /api/one-text/take`.
 */
export type MarksTaken = { 
/**
 * The name of the new version.
 */
version: string, 
/**
 * The file that was written: `text/4.md`.
 */
file: string, 
/**
 * What was accepted and could not be taken.
 */
not_taken: Array<MarkNotTaken>, };

/**
 * `POST /api/merge`: two versions of a text that go back to one. The answer is that of `detente merge --json`, with the text; nothing is written.
 */
export type MergeAsked = { 
/**
 * What both go back to.
 */
base: string, 
/**
 * The one version.
 */
mine: string, 
/**
 * The other.
 */
theirs: string, 
/**
 * Which side is taken where they part ways.
 */
takes: Array<SideTaken>, };

/**
 * Somebody takes the conflict from one state to another.
 */
export type MoveTold = { 
/**
 * Who, by the place among the movers.
 */
by: number, 
/**
 * From the state with this number.
 */
from: number, 
/**
 * To the state with this one.
 */
to: number, 
/**
 * What changes; empty where the case states its states as such.
 */
changes: Array<OptionChanged>, 
/**
 * Whether it does not lead by way of a smaller move of the same party.
 */
single: boolean, 
/**
 * Whether who moves likes it better there.
 */
gains: boolean, 
/**
 * Whether who moves can come back.
 */
returns: boolean, };

/**
 * Somebody who can move.
 */
export type MoverTold = { 
/**
 * The id.
 */
id: string, 
/**
 * The name.
 */
name: string, 
/**
 * The place of its colour among the parties of the case.
 */
colour: number, };

/**
 * A number that nobody may know exactly, as it is written.
 */
export type NumberForm = { 
/**
 * The path that leads to it.
 */
path: string, 
/**
 * As stated.
 */
stated: string, 
/**
 * The number; its two ends; or low, most likely and high. Empty if it is written in another way, which only the text shows.
 */
parts: Array<number>, 
/**
 * The least that the format allows there; null if there is no bound.
 */
least: number | null, 
/**
 * The most that the format allows there; null if there is no bound.
 */
most: number | null, 
/**
 * The line, counted from 1.
 */
line: number, };

/**
 * An objection with its course through the versions.
 */
export type ObjectionOnBoard = { 
/**
 * The id of the clause.
 */
clause: string, 
/**
 * Its heading; empty for none.
 */
heading: string, 
/**
 * The objection.
 */
objection: ObjectionTold, 
/**
 * The name of the version that was the first to write it.
 */
raised_in: string, 
/**
 * The name of the version that was the first not to write it any more; null while it stands.
 */
answered_in: string | null, 
/**
 * The name of the last version that changed the words of the clause while it stood; null where none did.
 */
reworded_in: string | null, };

/**
 * How an issue can be settled.
 */
export type OnTheTable = { "words": Array<string> } | { "numbers": Array<number> } | { "range": { 
/**
 * The least.
 */
from: number, 
/**
 * The most.
 */
to: number, 
/**
 * The distance from one to the next; none for any number between.
 */
step: number | null, } };

/**
 * `POST /api/one-text`: a version of the text that lies beside the case.
 */
export type OneTextAsked = { 
/**
 * The text of the case.
 */
text: string, 
/**
 * The name of the version; null for the last.
 */
version: string | null, 
/**
 * How many worlds are drawn.
 */
draws?: number, 
/**
 * From which seed.
 */
seed?: number, 
/**
 * The day as of which the case is looked at: `2024-02-14`.
 */
as_of?: string, };

/**
 * The event `found` of `POST /api/one-text`: what the version does. It comes twice where there are many draws, from the first of them and
 * from all.
 */
export type OneTextFound = { 
/**
 * The answer.
 */
answer: TextAnswer, 
/**
 * Whether it rests on the first draws alone.
 */
rough: boolean, };

/**
 * The event `laid` of `POST /api/one-text`: the version as it stands, before anything is drawn.
 */
export type OneTextLaid = { 
/**
 * The version.
 */
version: TextVersionNamed, 
/**
 * All versions, the earliest first.
 */
versions: Array<TextVersionNamed>, 
/**
 * What the text is called; null where the version does not say.
 */
title: string | null, 
/**
 * A remark of whoever wrote it; null where there is none.
 */
note: string | null, 
/**
 * Its articles. Whose red lines they cross is told later.
 */
articles: Array<ArticleTold>, 
/**
 * What is on the table.
 */
issues: Array<IssueListed>, 
/**
 * Who must sign, then everybody else, in the order of the case.
 */
actors: Array<ActorListed>, 
/**
 * How many of those must sign.
 */
principals: number, 
/**
 * Every objection up to this version, whether it stands or not: by clause, in reading order.
 */
objections: Array<ObjectionOnBoard>, 
/**
 * What is probably not meant in the files of the versions.
 */
warnings: Array<ForeignFault>, };

/**
 * `GET /api/opening`: what is served.
 */
export type Opening = { 
/**
 * The version of the program.
 */
version: string, 
/**
 * The name of the folder.
 */
folder: string, 
/**
 * The file to begin with.
 */
file: string, 
/**
 * The case files of the folder, that one included if it is there.
 */
files: Array<FileListed>, 
/**
 * How many worlds are drawn where nobody asks for another number.
 */
draws: number, 
/**
 * How many worlds the first, rough answer rests on.
 */
first_draws: number, 
/**
 * The most worlds that may be asked for.
 */
most_draws: number, 
/**
 * The seed.
 */
seed: number, };

/**
 * An option that is made or taken back.
 */
export type OptionChanged = { 
/**
 * Which, by its place.
 */
option: number, 
/**
 * Whether it is made.
 */
made: boolean, };

/**
 * An option of an issue.
 */
export type OptionForm = { 
/**
 * What it says.
 */
text: string, 
/**
 * How it is written in TOML.
 */
written: string, 
/**
 * The path that leads to it in the list of options; null if it is a step of a range.
 */
path: string | null, };

/**
 * An option of a conflict.
 */
export type OptionTold = { 
/**
 * The id.
 */
id: string, 
/**
 * In words.
 */
text: string, 
/**
 * Who can make it, by the place among the movers.
 */
by: number, 
/**
 * Whether it can be made.
 */
make: boolean, 
/**
 * Whether it can be taken back.
 */
take_back: boolean, };

/**
 * The answer to `POST /api/outlook`; null if the case has no evidence.
 */
export type OutlookTold = { 
/**
 * How likely a deal is by date, drawn; null in a case without deals or days. What belongs to a day says so in `data-day`.
 */
html: string | null, 
/**
 * The claims with their weights, and what they did.
 */
answer: OutlookAnswer, };

/**
 * The event `overlaid` of `POST /api/overlay`. It comes twice where there are many draws, from the first of them and from all.
 */
export type OverlaidTold = { 
/**
 * The answer.
 */
answer: OverlayAnswer, 
/**
 * Whether it rests on the first draws alone.
 */
rough: boolean, };

/**
 * `POST /api/overlay`: two to ten readings of one case.
 */
export type OverlayAsked = { 
/**
 * The readings, the one on which the others are laid first.
 */
readings: Array<ReadingSent>, 
/**
 * By which rule they are pooled; null for not at all.
 */
pool: PoolingRule | null, 
/**
 * How many worlds are drawn.
 */
draws?: number, 
/**
 * From which seed.
 */
seed?: number, 
/**
 * The day as of which the case is looked at: `2024-02-14`.
 */
as_of?: string, };

/**
 * `POST /api/package`: what becomes of a package.
 */
export type PackageAsked = { 
/**
 * The text of the case.
 */
text: string, 
/**
 * The package, `release=all at once,truce=90`; what it leaves out is as in the leading package. Null for that one.
 */
package: string | null, 
/**
 * How many worlds are drawn.
 */
draws?: number, 
/**
 * From which seed.
 */
seed?: number, 
/**
 * The day as of which the case is looked at: `2024-02-14`.
 */
as_of?: string, };

/**
 * A package that is kept by name.
 */
export type PackageKept = { 
/**
 * Its name.
 */
name: string, 
/**
 * The package as the command line takes it, too: `release=all at once,truce=90`.
 */
package: string, };

/**
 * A package that can be picked.
 */
export type PackageListed = { 
/**
 * The package.
 */
outcome: PackageOptions, 
/**
 * What it is worth to each principal in the central world.
 */
values: Array<number>, 
/**
 * How it stands there; null where that was not looked at.
 */
stands: Stands | null, 
/**
 * Whether nothing betters it for all, red lines aside.
 */
on_frontier: boolean, 
/**
 * The letter of a leading package; null for any other.
 */
letter: string | null, 
/**
 * The solutions that it is.
 */
roles: Array<string>, };

/**
 * The event `package` of `POST /api/package`: who would sign it, what it lacks, what would mend it.
 */
export type PackageTold = { 
/**
 * The package judged.
 */
judged: PackageJudged, 
/**
 * In how many worlds.
 */
draws: number, 
/**
 * Whether it rests on the first draws alone.
 */
rough: boolean, };

/**
 * The packages that are kept by name, in `packages.json` beside the case.
 */
export type PackagesKept = { 
/**
 * Each, in the order in which they were kept.
 */
packages: Array<PackageKept>, };

/**
 * The answer to `POST /api/packages/map`.
 */
export type PackagesMap = { 
/**
 * What is on the table.
 */
issues: Array<IssueListed>, 
/**
 * Who must sign, in the order of the values below.
 */
principals: Array<ActorListed>, 
/**
 * Everybody else who has a say or is heard.
 */
others: Array<ActorListed>, 
/**
 * The principals along the axes; null where there are not two, and so no plot.
 */
pair: [string, string] | null, 
/**
 * The plot, as HTML by the renderer of the printed page; an element with `data-package` stands for the packages whose numbers it
 * holds. Empty without a plot.
 */
html: string, 
/**
 * The packages that can be picked, by their numbers from 0.
 */
packages: Array<PackageListed>, 
/**
 * Whether these are all that the case allows.
 */
whole: boolean, };

/**
 * `POST /api/page`: the brief as a page.
 */
export type PageAsked = { 
/**
 * The text.
 */
text: string, 
/**
 * Whether the annex is wanted as well.
 */
annex: boolean, 
/**
 * How many worlds are drawn.
 */
draws?: number, 
/**
 * From which seed.
 */
seed?: number, 
/**
 * The day as of which the case is looked at: `2024-02-14`.
 */
as_of?: string, };

/**
 * The answer to `POST /api/page`.
 */
export type PageMade = { 
/**
 * The page: one HTML file that holds everything it needs.
 */
html: string, };

/**
 * What a party does at the table.
 */
export type Part = "must_sign" | "mediates" | "guarantees" | "other";

/**
 * Somebody at the table.
 */
export type Party = { 
/**
 * Its name.
 */
name: string, 
/**
 * What it does there.
 */
part: Part, 
/**
 * What it wants; only of those who must sign.
 */
wants: Wants, 
/**
 * People at home whose consent matters to it.
 */
home: Array<Home>, };

/**
 * Somebody at the table.
 */
export type PartyForm = { 
/**
 * Its id.
 */
id: string, 
/**
 * The path that leads to it.
 */
path: string, 
/**
 * Name as shown; its id if none is stated.
 */
name: string, 
/**
 * What it does at the table; empty if that is not stated.
 */
role: string, 
/**
 * The line, counted from 1.
 */
line: number, };

/**
 * Somebody of whom an extract may say nothing.
 */
export type PartyOffered = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, };

/**
 * `POST /api/assist/complete`, `POST /api/assist/hover`: a place in a text.
 */
export type PlaceAsked = { 
/**
 * The text, finished or not.
 */
text: string, 
/**
 * The place.
 */
at: number, };

/**
 * A place of the text that has a path.
 */
export type PlaceListed = { 
/**
 * The path.
 */
path: string, 
/**
 * Where it stands.
 */
at: Stretch, 
/**
 * The line, counted from 1.
 */
line: number, };

/**
 * A number on an issue and what it is worth there.
 */
export type PointForm = { 
/**
 * The number.
 */
at: NumberForm, 
/**
 * What it is worth.
 */
worth: NumberForm, };

/**
 * The event `pooled` of `POST /api/overlay`, where a rule was asked for: the case that all readings make together, to be saved.
 */
export type PooledMade = { 
/**
 * Its text.
 */
text: string, };

/**
 * A rule by which figures are pooled.
 */
export type PoolingRule = "linear" | "quantiles";

/**
 * What somebody wants.
 */
export type PositionForm = { 
/**
 * The id of the party or the audience.
 */
of: string, 
/**
 * The path that leads to it.
 */
path: string, 
/**
 * The worth of no agreement; null if it is not stated, or as options.
 */
no_deal: NumberForm | null, 
/**
 * The worth of no agreement as it is written; null if it is not stated.
 */
no_deal_stated: string | null, 
/**
 * How much each issue matters, where weights are stated.
 */
weights: Array<WeightForm>, 
/**
 * The issues by their ids, what matters most first, those in one list alike; null where no order is stated.
 */
importance: Array<Array<string>> | null, 
/**
 * What it cites; null if nothing is said of it.
 */
cite: Array<string> | null, 
/**
 * A remark.
 */
note: string | null, 
/**
 * What it wants on each issue, in the order of the issues; also where it says nothing.
 */
stands: Array<StandForm>, 
/**
 * The line, counted from 1.
 */
line: number, };

/**
 * The event `progress`.
 */
export type ProgressTold = { 
/**
 * Worlds looked at.
 */
done: number, 
/**
 * Worlds to look at, as far as known.
 */
expected: number, };

/**
 * An open question.
 */
export type PropositionForm = { 
/**
 * Its id.
 */
id: string, 
/**
 * The path that leads to it.
 */
path: string, 
/**
 * What it says; its id if that is not stated.
 */
text: string, 
/**
 * How likely it was before any claim; null if that is not stated.
 */
prior: NumberForm | null, 
/**
 * The line, counted from 1.
 */
line: number, };

/**
 * Somebody's reading of the case.
 */
export type ReadingSent = { 
/**
 * Whose: the name of the file. Names that are alike are told apart by numbers.
 */
name: string, 
/**
 * Its text.
 */
text: string, };

/**
 * Why a request is not met.
 */
export type Refusal = { 
/**
 * Of which kind: one word for programs.
 */
code: string, 
/**
 * Why, in a sentence.
 */
message: string, 
/**
 * What to do about it; null if there is nothing to say.
 */
hint: string | null, 
/**
 * The faults of the text that was sent, where it has some.
 */
faults: Array<FaultFound>, };

/**
 * Another place that has to do with a fault.
 */
export type RelatedFound = { 
/**
 * Where.
 */
at: Stretch, 
/**
 * What is there, in a few words.
 */
label: string, };

/**
 * `POST /api/remove`: takes a variant away, if what is on the disk is what the person knows.
 */
export type RemoveAsked = { 
/**
 * Which file; one in `variants/`.
 */
file: string, 
/**
 * What names the text that the person took to be on the disk.
 */
stamp: string, };

/**
 * A claim that reports on a commitment.
 */
export type ReportListed = { 
/**
 * The path that leads to it.
 */
path: string, 
/**
 * The id of the commitment.
 */
commitment: string, 
/**
 * What it says of it.
 */
says: ReportSays, 
/**
 * How many so far; null where it does not say.
 */
count: number | null, 
/**
 * The day of which it speaks.
 */
day: string, 
/**
 * The day on which it was told.
 */
told: string, 
/**
 * The id of the party for which it is said; null for none.
 */
party: string | null, 
/**
 * Who says it; null where the case does not say.
 */
by: string | null, 
/**
 * In words; null where it has none.
 */
text: string | null, };

/**
 * What a report says of a commitment.
 */
export type ReportSays = "done" | "partly" | "late" | "denied" | "disputed";

/**
 * `POST /api/save`: writes a file, if what is on the disk is what the writer knows.
 */
export type SaveAsked = { 
/**
 * Which file.
 */
file: string, 
/**
 * What is to stand in it.
 */
text: string, 
/**
 * What names the text that the writer took to be on the disk; null for a file that is not there yet.
 */
stamp: string | null, };

/**
 * The answer to `POST /api/save`.
 */
export type Saved = { 
/**
 * What names the text that is on the disk now.
 */
stamp: string, };

/**
 * What the consent of people at home counts for.
 */
export type Say = "heard" | "votes" | "can_stop";

/**
 * A section that an extract may have.
 */
export type SectionOffered = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its heading in plain letters.
 */
heading: string, 
/**
 * Whether it belongs to the annex.
 */
annex: boolean, 
/**
 * Why it cannot be given beside what is left out; null if it can.
 */
why_not: SectionWhyNot | null, 
/**
 * The ids of the parties without which it has nothing to say; empty if that is not why.
 */
needs: Array<string>, };

/**
 * The event `section`: a section of the brief.
 */
export type SectionTold = { 
/**
 * Its name, once on a page.
 */
id: string, 
/**
 * Its heading in plain letters; empty for none.
 */
heading: string, 
/**
 * Its blocks, without the heading, as HTML by the renderer of the printed page. What comes from a case is escaped in it.
 */
html: string, 
/**
 * Whether it belongs to the annex.
 */
annex: boolean, 
/**
 * Its place on the page: sections come as they are ready.
 */
order: number, 
/**
 * In how many worlds.
 */
draws: number, 
/**
 * Whether it rests on the first draws alone.
 */
rough: boolean, };

/**
 * A sentence of the headline.
 */
export type SentenceTold = { 
/**
 * What it says.
 */
text: string, 
/**
 * The figures in it, in reading order.
 */
figures: Array<FigureTold>, };

/**
 * `POST /api/one-text/settled`: the text that a package gives.
 */
export type SettleTextAsked = { 
/**
 * The text of the case.
 */
text: string, 
/**
 * The name of the version; null for the last.
 */
version: string | null, 
/**
 * The package, every issue named: `release=all at once,truce=90`.
 */
package: string, 
/**
 * How many worlds are drawn.
 */
draws?: number, 
/**
 * From which seed.
 */
seed?: number, 
/**
 * The day as of which the case is looked at: `2024-02-14`.
 */
as_of?: string, };

/**
 * A side that is taken at a place.
 */
export type SideTaken = { 
/**
 * The path; empty for every place that is not said otherwise.
 */
path: string, 
/**
 * The side.
 */
side: MergeSide, };

/**
 * Something that was read.
 */
export type Source = { 
/**
 * What it is, as a reader would look it up.
 */
title: string, 
/**
 * When it appeared; may be empty.
 */
day: string, 
/**
 * How reliable it is, a letter from A (completely) to F (cannot be judged); may be empty.
 */
grade: string, };

/**
 * Something that can be cited.
 */
export type SourceForm = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title; its id if none is stated.
 */
title: string, };

/**
 * A source.
 */
export type SourceListed = { 
/**
 * Its id.
 */
id: string, 
/**
 * The number under which it is cited in the brief.
 */
note: number, 
/**
 * Its title.
 */
title: string, 
/**
 * When it appeared: `2024-02-14`; null if the case does not say.
 */
published: string | null, 
/**
 * Its grade, `A` to `F`; null if it has none.
 */
reliability: string | null, 
/**
 * Where it is to be found; null if the case does not say.
 */
locator: string | null, 
/**
 * Where it is declared.
 */
at: Stretch | null, 
/**
 * The line, counted from 1.
 */
line: number | null, 
/**
 * The paths of the figures that cite it.
 */
figures: Array<string>, 
/**
 * The ids of the claims that it reports, or their places in the list where they have none.
 */
claims: Array<string>, };

/**
 * Where a report comes from.
 */
export type SourceSaid = { 
/**
 * Its id among the sources of the case, or a new one.
 */
id: string, 
/**
 * What it is called; needed if it is new.
 */
title?: string, 
/**
 * The day on which it appeared: `2024-02-14`; needed if the case does not say.
 */
published?: string, 
/**
 * Its grade, `A` to `F`.
 */
reliability?: string, };

/**
 * What somebody wants on one issue.
 */
export type StandForm = { 
/**
 * The id of the issue.
 */
issue: string, 
/**
 * The path that leads to it, also where nothing is stated.
 */
path: string, 
/**
 * Whether anything is stated.
 */
there: boolean, 
/**
 * What each option is worth, in the order of the options; those without a value as well.
 */
values: Array<ValueForm>, 
/**
 * Whether values are stated.
 */
valued: boolean, 
/**
 * Where the worth is 1.
 */
ideal: NumberForm | null, 
/**
 * Where the worth is 0.
 */
worst: NumberForm | null, 
/**
 * Numbers and what they are worth.
 */
points: Array<PointForm>, 
/**
 * The options that it never accepts, by their text.
 */
never: Array<string>, 
/**
 * The options that it perhaps never accepts, by their text.
 */
perhaps_never: Array<string>, 
/**
 * No deal above this.
 */
at_most: NumberForm | null, 
/**
 * Where the former is, or would be.
 */
at_most_path: string, 
/**
 * No deal below this.
 */
at_least: NumberForm | null, 
/**
 * Where the former is, or would be.
 */
at_least_path: string, 
/**
 * What it cites; null if that is what the position cites; empty for a judgement.
 */
cite: Array<string> | null, 
/**
 * A remark.
 */
note: string | null, 
/**
 * The line, counted from 1; 0 where nothing is stated.
 */
line: number, };

/**
 * How a package stands in the central world.
 */
export type Stands = "crossing" | "refused" | "agreed";

/**
 * `POST /api/conflict/state`: a question about one state.
 */
export type StateAsked = { 
/**
 * The text.
 */
text: string, 
/**
 * Its number.
 */
state: number, 
/**
 * Whether it is asked what would make it hold, which takes longer, instead of why it holds or not.
 */
want: boolean, 
/**
 * How many worlds are drawn.
 */
draws?: number, 
/**
 * From which seed.
 */
seed?: number, 
/**
 * The day as of which the case is looked at: `2024-02-14`.
 */
as_of?: string, };

/**
 * The answer to `POST /api/conflict/state`.
 */
export type StateExplained = { 
/**
 * The number.
 */
state: number, 
/**
 * The same as a fragment of the brief.
 */
html: string, 
/**
 * Why it holds or not: one list of sentences for each party and sense. Empty where it was asked what would make it hold.
 */
explained: Array<Array<string>>, 
/**
 * What would make it hold; null where that was not asked.
 */
wanted: WantedFound | null, };

/**
 * A state.
 */
export type StateTold = { 
/**
 * Its number.
 */
id: number, 
/**
 * In words.
 */
text: string, 
/**
 * Which options are made in it, by their places.
 */
made: Array<number>, };

/**
 * A stretch of a text, in UTF-16 code units.
 */
export type Stretch = { 
/**
 * Where it begins.
 */
from: number, 
/**
 * Where it ends.
 */
to: number, };

/**
 * `POST /api/strike`: what if we had never read this?
 */
export type StrikeAsked = { 
/**
 * The text.
 */
text: string, 
/**
 * What is struck. A claim that goes with a source may be named as well.
 */
struck: Array<StruckThing>, 
/**
 * Whether the figures before and after are wanted, which takes longer.
 */
compare: boolean, 
/**
 * How many worlds are drawn.
 */
draws?: number, 
/**
 * From which seed.
 */
seed?: number, 
/**
 * The day as of which the case is looked at: `2024-02-14`.
 */
as_of?: string, };

/**
 * The answer to `POST /api/strike`. Nothing is written anywhere.
 */
export type StrikeTold = { 
/**
 * The text without it; the text as it is where `elsewhere` names a file.
 */
text: string, 
/**
 * The changes, in order; each is in the text that those before it left.
 */
changes: Array<TextChange>, 
/**
 * The files that the case includes in which some of it stands. They are not written from here, so that what is struck can be looked at
 * and not be taken over.
 */
elsewhere: Array<string>, 
/**
 * What is struck, a sentence each.
 */
told: Array<string>, 
/**
 * The ids of the claims that go.
 */
claims: Array<string>, 
/**
 * The figures that lose their last source and stand as judgements.
 */
judgements: Array<JudgementLeft>, 
/**
 * The figures before and after, over the same draws; null where that was not asked.
 */
compared: CompareAnswer | null, };

/**
 * A source or a claim, by its id.
 */
export type StruckThing = { "kind": "source", "id": string } | { "kind": "claim", "id": string };

/**
 * `POST /api/intake/take`: claims that somebody has accepted go to the end of the text. The answer is an `Edited`.
 */
export type TakeAsked = { 
/**
 * The text of the case.
 */
text: string, 
/**
 * Where they come from.
 */
source: SourceSaid, 
/**
 * The claims, each as the case is to write it.
 */
claims: Array<string>, };

/**
 * How something fares on the three tests.
 */
export type TestResults = { 
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
 * The event `tested`: how it fares on the three tests. Without exchange and durability there is no such event.
 */
export type TestedTold = { 
/**
 * In how many worlds it was put to the tests.
 */
worlds: number, 
/**
 * The days beyond which a durable package lasts.
 */
lasting_days: number, 
/**
 * How it fares.
 */
results: TestResults, 
/**
 * Whether it rests on the first draws alone.
 */
rough: boolean, };

/**
 * A text alone: the body of requests that ask about nothing else.
 */
export type TextAsked = { 
/**
 * The text.
 */
text: string, };

/**
 * A stretch of a text and what is to stand there instead.
 */
export type TextChange = { 
/**
 * Where what goes begins.
 */
from: number, 
/**
 * Where it ends; the same where something is only added.
 */
to: number, 
/**
 * What comes.
 */
insert: string, };

/**
 * The answer to `POST /api/one-text/settled`.
 */
export type TextSettledTold = { 
/**
 * Its articles, with every bracket settled that words an option.
 */
articles: Array<ArticleTold>, 
/**
 * How it was settled.
 */
settled: TextSettled, 
/**
 * The name of the version that was settled.
 */
version: string, };

/**
 * What an option is worth.
 */
export type ValueForm = { 
/**
 * The option.
 */
option: string, 
/**
 * How it is written in TOML.
 */
written: string, 
/**
 * The path, also where no value is stated.
 */
path: string, 
/**
 * What it is worth; null if it is not stated.
 */
value: NumberForm | null, };

/**
 * `POST /api/one-text/document`: a version as a document for Word.
 */
export type VersionDocumentAsked = { 
/**
 * The text of the case.
 */
text: string, 
/**
 * The name of the version.
 */
version: string, 
/**
 * The name of the version since which changes are marked; null to mark none.
 */
since: string | null, };

/**
 * `POST /api/one-text/compared`: two versions side by side. The answer is that of `detente text diff --json`.
 */
export type VersionsAsked = { 
/**
 * The text of the case.
 */
text: string, 
/**
 * The name of the first version.
 */
before: string, 
/**
 * The name of the second.
 */
after: string, 
/**
 * How many worlds are drawn.
 */
draws?: number, 
/**
 * From which seed.
 */
seed?: number, 
/**
 * The day as of which the case is looked at: `2024-02-14`.
 */
as_of?: string, };

/**
 * A set of figures for programs.
 */
export type Wanted = "deals" | "exchange" | "durability" | "stability" | "outlook" | "brief";

/**
 * What somebody wants.
 */
export type Wants = { 
/**
 * On each issue on which it wants something.
 */
on: Array<Wish>, 
/**
 * The issues by name, most important first; those in one list matter alike. May be empty where there is only one.
 */
matters: Array<Array<string>>, 
/**
 * What happens to it without a deal.
 */
without: Without | null, };

/**
 * How much an issue matters.
 */
export type WeightForm = { 
/**
 * The id of the issue.
 */
issue: string, 
/**
 * How much.
 */
weight: NumberForm, };

/**
 * What somebody wants on one issue.
 */
export type Wish = { 
/**
 * The issue, by its name.
 */
issue: string, 
/**
 * On an issue in words: all options, best first; those in one list are wanted alike.
 */
best_first: Array<Array<string>>, 
/**
 * On an issue in numbers: the number it would like best.
 */
best: number | null, 
/**
 * On an issue in numbers: the number it would like least.
 */
worst: number | null, 
/**
 * On an issue in words: options that it would never accept, whatever else is in the deal.
 */
never: Array<string>, 
/**
 * On an issue in numbers: it would never accept more.
 */
at_most: number | null, 
/**
 * On an issue in numbers: it would never accept less.
 */
at_least: number | null, };

/**
 * What happens to somebody without a deal, in five steps; each stands for a range of worths on its own scale, on which the best
 * that a deal could bring it is 1 and the worst 0.
 */
export type Without = "far_worse" | "worse" | "middling" | "good" | "better_than_most";

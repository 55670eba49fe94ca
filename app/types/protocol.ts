// What the browser and the server of detente say to each other. Written from the Rust types in
// `crates/detente-server/src/protocol/`; `UPDATE=1 cargo test -p detente-server --test typescript` writes it anew.
//
// Places in a text are counted in UTF-16 code units.

import type { BriefAnswer, DealsAnswer, DurabilityAnswer, ExchangeAnswer, OutlookAnswer, StabilityAnswer } from "./answers";

/**
 * The event `answer`: figures for programs, as the command line prints them with `--json`.
 */
export type AnswerTold = { "of": "deals", "answer": DealsAnswer } | { "of": "exchange", "answer": ExchangeAnswer | null } | { "of": "durability", "answer": DurabilityAnswer | null } | { "of": "stability", "answer": StabilityAnswer | null } | { "of": "outlook", "answer": OutlookAnswer | null } | { "of": "brief", "answer": BriefAnswer };

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
contents: string | null, };

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
headline: Array<string>, 
/**
 * Who must sign.
 */
principals: Array<string>, 
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
 * How bad a fault is.
 */
export type HowBad = "error" | "warning";

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
 * A set of figures for programs.
 */
export type Wanted = "deals" | "exchange" | "durability" | "stability" | "outlook" | "brief";

export type Forms = { parties: Array<PartyForm>, audiences: Array<AudienceForm>, issues: Array<IssueForm>, positions: Array<PositionForm>, propositions: Array<PropositionForm>, claims: Array<ClaimForm>, sources: Array<SourceForm>, others: Array<NumberForm>, about: { [key in string]: string }, };

export type NumberForm = { path: string, stated: string, parts: Array<number>, least: number | null, most: number | null, line: number, };

export type PartyForm = { id: string, path: string, name: string, role: string, line: number, };

export type AudienceForm = { id: string, path: string, name: string, of: string, veto: boolean, line: number, };

export type IssueForm = { id: string, path: string, name: string, unit: string | null, options: Array<OptionForm>, numeric: boolean, ranged: boolean, options_path: string, line: number, };

export type OptionForm = { text: string, written: string, path: string | null, };

export type PositionForm = { of: string, path: string, no_deal: NumberForm | null, no_deal_stated: string | null, weights: Array<WeightForm>, importance: Array<Array<string>> | null, cite: Array<string> | null, note: string | null, stands: Array<StandForm>, line: number, };

export type WeightForm = { issue: string, weight: NumberForm, };

export type StandForm = { issue: string, path: string, there: boolean, values: Array<ValueForm>, valued: boolean, ideal: NumberForm | null, worst: NumberForm | null, points: Array<PointForm>, never: Array<string>, at_most: NumberForm | null, at_most_path: string, at_least: NumberForm | null, at_least_path: string, cite: Array<string> | null, note: string | null, line: number, };

export type ValueForm = { option: string, written: string, path: string, value: NumberForm | null, };

export type PointForm = { at: NumberForm, worth: NumberForm, };

export type PropositionForm = { id: string, path: string, text: string, prior: NumberForm | null, line: number, };

export type ClaimForm = { path: string, id: string | null, text: string | null, said: string | null, reported: string | null, by: string | null, party: string | null, role: string | null, source: string | null, origin: string | null, on: string | null, stance: string | null, strength: string | null, likelihood_ratio: NumberForm | null, quantity: string | null, value: NumberForm | null, grade: string | null, draft: boolean, line: number, };

export type SourceForm = { id: string, title: string, };

export type CaseForms = { forms: Forms, names: { [key in string]: string }, faulty: boolean, };

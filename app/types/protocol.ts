// The protocol between the workbench in the browser and `detente serve`.
//
// Positions in a text are UTF-16 code units, as in JavaScript.

import type {
  BriefAnswer,
  DealsAnswer,
  DurabilityAnswer,
  ExchangeAnswer,
  OutlookAnswer,
  StabilityAnswer,
} from './answers';

export type Stretch = { from: number; to: number };
export type TextChange = { from: number; to: number; insert: string };
export type Fix = { title: string; changes: TextChange[] };
export type FaultFound = {
  code: string;
  severity: 'error' | 'warning';
  message: string;
  at: Stretch | null;
  line: number | null;
  label: string | null;
  help: string | null;
  related: { at: Stretch; label: string }[];
  fixes: Fix[];
};
export type Refusal = { code: string; message: string; hint: string | null; faults: FaultFound[] };

export type FileListed = { name: string; kind: 'case' | 'variant' };
export type Opening = {
  version: string;
  folder: string;
  file: string;
  files: FileListed[];
  draws: number;
  seed: number;
  first_draws: number;
  most_draws: number;
};
export type DraftKept = { text: string; stamp: string | null; at: string };
export type FileOpened = { file: string; text: string | null; stamp: string | null; draft: DraftKept | null };
export type Saved = { stamp: string };
export type ChangedOutside = { message: string; text: string | null; stamp: string | null };

export type EditAsked = { do: 'set' | 'insert' | 'put' | 'remove' | 'rename'; path: string; value?: string };
export type Edited = { text: string; changes: TextChange[] }
export type FileChanged = { stamp: string | null };

export type Wanted = 'brief' | 'deals' | 'exchange' | 'durability' | 'stability' | 'outlook';
export type LookAsked = { text: string; draws?: number; seed?: number; as_of?: string; want: Wanted[]; sections: boolean };
export type Checked = { faults: FaultFound[]; sound: boolean; contents: string | null };
export type HeadTold = {
  title: string;
  as_of: string;
  headline: string[];
  principals: string[];
  summary: string | null;
  draws: number;
  rough: boolean;
};
export type SectionTold = {
  id: string;
  heading: string;
  html: string;
  annex: boolean;
  order: number;
  draws: number;
  rough: boolean;
};
export type AnswerTold =
  | { of: 'deals'; answer: DealsAnswer }
  | { of: 'exchange'; answer: ExchangeAnswer | null }
  | { of: 'durability'; answer: DurabilityAnswer | null }
  | { of: 'stability'; answer: StabilityAnswer | null }
  | { of: 'outlook'; answer: OutlookAnswer | null }
  | { of: 'brief'; answer: BriefAnswer };
export type ProgressTold = { done: number; expected: number };
export type LookDone = { draws: number };

export type CitationListed = { source: string; locator: string | null };
export type FigureListed = {
  path: string;
  name: string;
  stated: string;
  at: Stretch | null;
  line: number | null;
  cites: CitationListed[];
};
export type SourceListed = {
  id: string;
  note: number;
  title: string;
  published: string | null;
  reliability: string | null;
  locator: string | null;
  at: Stretch | null;
  line: number | null;
  figures: string[];
  claims: string[];
};
export type ClaimListed = {
  path: string;
  id: string | null;
  says: string;
  date: string | null;
  draft: boolean;
  at: Stretch | null;
  line: number | null;
  cites: CitationListed[];
};
export type PlaceListed = { path: string; at: Stretch; line: number };
export type Ledger = {
  figures: FigureListed[];
  sources: SourceListed[];
  claims: ClaimListed[];
  places: PlaceListed[];
};

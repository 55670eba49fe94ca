import type { Answers, AnswerFault, Begun, Imported } from '../../../types/protocol';
import { ask } from '../../protocol/client';

/** The questions, in the order in which they are asked. */
export const steps = ['case', 'who', 'what', 'wants', 'read', 'done'] as const;
export type Step = (typeof steps)[number];

const KEPT = 'detente-begun';

export type Party = Answers['parties'][number];
export type Issue = Answers['issues'][number];
export type Wants = Party['wants'];
export type Wish = Wants['on'][number];
export type Without = NonNullable<Wants['without']>;

const empty = (): Answers => ({
  title: '',
  day: new Date().toISOString().slice(0, 10),
  about: '',
  parties: [newParty(), newParty()],
  issues: [newIssue()],
  sources: [],
});

export const newParty = (): Party => ({ name: '', part: 'must_sign', wants: newWants(), home: [] });
export const newWants = (): Wants => ({ on: [], matters: [], without: null });
export const newIssue = (): Issue => ({ name: '', unit: '', answers: { words: ['', ''] } });

/** What is answered of a case that is begun. It is kept in the browser until the case is made, so that nothing is lost. */
class Beginning {
  answers = $state<Answers>(kept() ?? empty());
  step = $state<Step>('case');
  faults = $state.raw<readonly AnswerFault[]>([]);
  /** The case as it would be; null while an answer is missing. */
  text = $state.raw<string | null>(null);
  /** Whether somebody tried to go on, so that what is missing is told. */
  tried = $state<readonly Step[]>([]);

  /** Whether the files of another tool are asked for. */
  importing = $state(false);

  #asking: AbortController | null = null;

  /** Asks what the answers make. */
  async check(): Promise<void> {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    localStorage.setItem(KEPT, JSON.stringify(this.answers));
    const begun = await ask<Begun>('/api/begin', asked(this.answers), asking.signal);
    if (asking.signal.aborted) return;
    this.faults = begun.faults;
    this.text = begun.text;
  }

  /** What is wrong with an answer, or with what is in it. */
  about(path: string, within = false): readonly AnswerFault[] {
    return this.faults.filter((fault) => fault.path === path || (within && fault.path.startsWith(`${path}/`)));
  }

  /** What is wrong with the answers of a step. */
  of(step: Step): readonly AnswerFault[] {
    const where: Record<Step, (path: string) => boolean> = {
      case: (path) => ['/title', '/day', '/about'].includes(path),
      who: (path) => path.startsWith('/parties') && !path.includes('/wants'),
      what: (path) => path.startsWith('/issues'),
      wants: (path) => path.startsWith('/parties') && path.includes('/wants'),
      read: (path) => path.startsWith('/sources'),
      done: () => true,
    };
    return this.faults.filter((fault) => where[step](fault.path));
  }

  /** Takes up answers that were forgotten. */
  recall(answers: Answers): void {
    this.answers = answers;
  }

  /** Begins anew. */
  forget(): void {
    localStorage.removeItem(KEPT);
    this.answers = empty();
    this.step = 'case';
    this.tried = [];
    this.faults = [];
    this.text = null;
  }
}

/** The answers as they are sent: rows that nobody filled in are left out, wishes are of issues and options that are there. */
function asked(answers: Answers): Answers {
  const filled = answers.issues.filter((issue) => issue.name.trim() !== '' || options(issue).length > 0);
  // There is a wish of each issue, in their order: by its number there the server says what is wrong with it.
  const wants = (of: Wants): Wants => ({
    ...of,
    on: named(filled).map((issue) => {
      const said = wish(of, issue.name);
      const { never } = said;
      return 'words' in issue.answers
        ? { ...nothing(issue.name), best_first: ranked(said, issue), never: never.filter((one) => options(issue).includes(one)) }
        : { ...said, best_first: [], never: [] };
    }),
    matters: of.matters.length > 0 ? matters(of, filled) : [],
  });
  return {
    ...answers,
    issues: filled.map((issue) => ('words' in issue.answers ? { ...issue, answers: { words: words(issue).filter((word) => word.trim() !== '') } } : issue)),
    parties: answers.parties.map((party) => ({
      ...party,
      // Who need not sign is not asked what it wants; what it was asked before counts again if it must.
      wants: party.part === 'must_sign' ? wants(party.wants) : newWants(),
      home: party.home.map((home) => ({ ...home, wants: wants(home.wants) })),
    })),
  };
}

export function words(issue: Issue): string[] {
  return 'words' in issue.answers ? issue.answers.words : [];
}

/** The options of an issue in words that have a name, each once. */
export const options = (issue: Issue): string[] => [...new Set(words(issue).map((word) => word.trim()))].filter((word) => word !== '');

/** The issues that have a name, each name once. */
export const named = (issues: readonly Issue[]): Issue[] =>
  issues.filter((issue, i) => issue.name.trim() !== '' && issues.findIndex((other) => other.name === issue.name) === i);

const nothing = (issue: string): Wish => ({ issue, best_first: [], best: null, worst: null, never: [], at_most: null, at_least: null });

/** What somebody wants on an issue, as it was said; nothing if nothing was. */
export const wish = (of: Wants, issue: string): Wish => of.on.find((wish) => wish.issue === issue) ?? nothing(issue);

/** Says what somebody wants on an issue. */
export function wishes(of: Wants, issue: string, said: Partial<Wish>): void {
  const found = of.on.find((wish) => wish.issue === issue);
  if (found) Object.assign(found, said);
  else of.on.push({ ...nothing(issue), ...said });
}

/** The options in the order that was said, those that came since at the end; all alike before anything was said. */
export const ranked = (of: Wish, issue: Issue): string[][] => inOrder(of.best_first, options(issue));

/** The issues in the order in which they matter, those that came since at the end; all alike before anything was said. */
export const matters = (of: Wants, issues: readonly Issue[]): string[][] => inOrder(of.matters, named(issues).map((issue) => issue.name));

function inOrder(said: readonly (readonly string[])[], all: readonly string[]): string[][] {
  const placed = said.map((group) => group.filter((one) => all.includes(one))).filter((group) => group.length > 0);
  if (placed.length === 0) return all.length > 0 ? [[...all]] : [];
  return [...placed, ...all.filter((one) => !placed.some((group) => group.includes(one))).map((one) => [one])];
}

function kept(): Answers | null {
  try {
    const found = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Answers | null;
    return found && Array.isArray(found.parties) && Array.isArray(found.issues) ? found : null;
  } catch {
    return null;
  }
}

export const beginning = new Beginning();

/** Makes a case of the files of another tool. */
export const imported = (files: { name: string; text: string }[], day: string | null) =>
  ask<Imported>('/api/import', { files, day });

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

/** The answers as they are sent: rows that nobody filled in are left out, wishes are of issues that are there. */
function asked(answers: Answers): Answers {
  const issues = answers.issues.filter((issue) => issue.name.trim() !== '' || words(issue).some((word) => word.trim() !== ''));
  const wants = (of: Wants): Wants => ({
    ...of,
    on: of.on.filter((wish) => issues.some((issue) => issue.name === wish.issue)),
    matters: of.matters.map((group) => group.filter((name) => issues.some((issue) => issue.name === name))).filter((group) => group.length > 0),
  });
  return {
    ...answers,
    issues: issues.map((issue) => ('words' in issue.answers ? { ...issue, answers: { words: words(issue).filter((word) => word.trim() !== '') } } : issue)),
    parties: answers.parties.map((party) => ({
      ...party,
      wants: wants(party.wants),
      home: party.home.map((home) => ({ ...home, wants: wants(home.wants) })),
    })),
  };
}

export function words(issue: Issue): string[] {
  return 'words' in issue.answers ? issue.answers.words : [];
}

/** What somebody wants on an issue; where nothing was said yet, the options in the order of the issue. */
export function wish(of: Wants, issue: Issue): Wish {
  const options = words(issue).filter((word) => word.trim() !== '');
  let found = of.on.find((wish) => wish.issue === issue.name);
  if (!found) {
    of.on.push({ issue: issue.name, best_first: [], best: null, worst: null, never: [], at_most: null, at_least: null });
    found = of.on.at(-1)!;
  }
  if (options.length > 0) {
    // Options that came or went since are put in at the end, or left out.
    const ranked = found.best_first.map((group) => group.filter((word) => options.includes(word))).filter((group) => group.length > 0);
    const missing = options.filter((word) => !ranked.some((group) => group.includes(word)));
    const next = [...ranked, ...missing.map((word) => [word])];
    if (JSON.stringify(next) !== JSON.stringify(found.best_first)) found.best_first = next;
  }
  return found;
}

/** The issues in the order in which they matter; those not put in order yet at the end. */
export function matters(of: Wants, issues: readonly Issue[]): string[][] {
  const names = issues.map((issue) => issue.name).filter((name) => name.trim() !== '');
  const ranked = of.matters.map((group) => group.filter((name) => names.includes(name))).filter((group) => group.length > 0);
  return [...ranked, ...names.filter((name) => !ranked.some((group) => group.includes(name))).map((name) => [name])];
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

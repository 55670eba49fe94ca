import { untrack } from 'svelte';
import type {
  AnswerTold,
  Checked,
  FaultFound,
  HeadTold,
  LookAsked,
  LookDone,
  ProgressTold,
  Refusal,
  SectionTold,
  Wanted,
} from '../../types/protocol';
import { Refused, Unreachable, withdrawn } from '../protocol/client';
import { askLook } from '../protocol/routes';
import type { Origin } from './document.svelte';

/** How fresh something is: of this text and all draws; of this text and its first draws; of an earlier text. */
export type Freshness = 'exact' | 'rough' | 'stale';

export interface Fresh<T> {
  value: T;
  freshness: Freshness;
}

/** What is answered to the name of an answer; null if the case has nothing of the kind. */
export type AnswerOf<W extends Wanted> = Extract<AnswerTold, { of: W }>['answer'];

/** Day, draws and seed of a look, where they are not those of the case and of the command line. */
export type LookSettings = Pick<LookAsked, 'as_of' | 'draws' | 'seed'>;

/** Where a look stands. */
export type Phase = 'waiting' | 'looking' | 'done' | 'faulty' | 'failed' | 'unreachable';

/** How long typing must pause before the text is looked at, in milliseconds. */
const TYPING = 30;

/**
 * What is answered about the open text.
 *
 * Each change of the text withdraws the look that still runs and begins another. What was answered before stays, marked
 * stale, until its successor comes; in a text with faults it stays for good.
 */
export class Look {
  phase = $state.raw<Phase>('waiting');
  faults = $state.raw<readonly FaultFound[]>([]);
  /** The text in which the faults were found. */
  checked = $state.raw<string | null>(null);
  head = $state.raw<Fresh<HeadTold> | null>(null);
  sections = $state.raw<readonly Fresh<SectionTold>[]>([]);
  answers = $state.raw<{ readonly [W in Wanted]?: Fresh<AnswerOf<W>> }>({});
  progress = $state.raw<ProgressTold | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  /** Over how many draws the last finished look was. */
  draws = $state.raw<number | null>(null);
  /** Whether the case has a day after: something was promised, or its exchange has begun. */
  dayAfter = $state.raw(false);
  /** How everything shown is, taken together. */
  readonly freshness: Freshness | null = $derived.by(() => {
    const all = [this.head, ...this.sections].filter((shown) => shown !== null);
    if (all.length === 0) return null;
    if (all.some((shown) => shown.freshness === 'stale')) return 'stale';
    return all.some((shown) => shown.freshness === 'rough') ? 'rough' : 'exact';
  });
  /** How everything is looked at; whoever sets it calls `again`. */
  settings = $state.raw<LookSettings>({});

  #text: string | null = null;
  #needed: readonly Wanted[] = [];
  #timer = 0;
  #turn = 0;
  #running: AbortController | null = null;

  /** Looks at a text, at once or, while it is being typed, after a short pause. */
  at(text: string, origin: Origin): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#begin(origin === 'typed' ? TYPING : null);
  }

  /** Forgets everything: another case was opened. */
  clear(): void {
    this.#running?.abort();
    this.#turn++;
    this.#text = null;
    this.faults = [];
    this.checked = null;
    this.head = null;
    this.sections = [];
    this.answers = {};
    this.draws = null;
    this.dayAfter = false;
  }

  /** Looks again, with other settings or after the server was gone. */
  again(): void {
    if (this.#text !== null) this.#begin(0);
  }

  /** Asks for an answer beside the brief, until the returned function is called. For `$effect`. */
  need(...wanted: Wanted[]): () => void {
    const before = new Set(this.#needed);
    this.#needed = [...this.#needed, ...wanted];
    untrack(() => {
      if (wanted.some((one) => !before.has(one) && this.answers[one]?.freshness !== 'exact')) this.again();
    });
    return () => {
      const left = [...this.#needed];
      for (const one of wanted) left.splice(left.indexOf(one), 1);
      this.#needed = left;
    };
  }

  /** Begins after a pause in milliseconds; at once without one. */
  #begin(pause: number | null): void {
    this.#running?.abort();
    clearTimeout(this.#timer);
    this.#age();
    this.phase = 'looking';
    this.progress = null;
    this.refusal = null;
    const turn = ++this.#turn;
    const run = () => turn === this.#turn && void this.#run();
    // The server is asked before the page is put in order, so that both work at the same time. What several want in the same breath is one look.
    if (pause === null) run();
    else if (pause === 0) queueMicrotask(run);
    else this.#timer = window.setTimeout(run, pause);
  }

  #age(): void {
    const stale = <T>(shown: Fresh<T>): Fresh<T> => ({ value: shown.value, freshness: 'stale' });
    this.head = this.head && stale(this.head);
    this.sections = this.sections.map(stale);
    this.answers = Object.fromEntries(
      Object.entries(this.answers).map(([of, shown]) => [of, stale<unknown>(shown)]),
    ) as typeof this.answers;
  }

  async #run(): Promise<void> {
    const running = (this.#running = new AbortController());
    const text = this.#text!;
    const asked: LookAsked = { ...this.settings, text, sections: true, want: [...new Set(this.#needed)] };
    try {
      for await (const told of askLook(asked, running.signal)) {
        if (running.signal.aborted) return;
        for (const sent of told) this.#take(sent.event, sent.data, text);
      }
    } catch (error) {
      if (running.signal.aborted || withdrawn(error)) return;
      if (error instanceof Unreachable) {
        this.phase = 'unreachable';
      } else if (error instanceof Refused) {
        this.phase = 'failed';
        this.refusal = error.refusal;
      } else {
        throw error;
      }
    }
  }

  #take(event: string, data: unknown, text: string): void {
    switch (event) {
      case 'checked': {
        const { faults, sound, day_after } = data as Checked;
        this.faults = faults;
        this.dayAfter = day_after ?? this.dayAfter;
        this.checked = text;
        if (!sound) this.phase = 'faulty';
        break;
      }
      case 'head': {
        const head = data as HeadTold;
        this.head = { value: head, freshness: head.rough ? 'rough' : 'exact' };
        break;
      }
      case 'section':
        this.#section(data as SectionTold);
        break;
      case 'answer': {
        const { of, answer, rough } = data as AnswerTold & { rough: boolean };
        this.answers = { ...this.answers, [of]: { value: answer, freshness: rough ? 'rough' : 'exact' } };
        break;
      }
      case 'progress':
        this.progress = data as ProgressTold;
        break;
      case 'failed':
        this.phase = 'failed';
        this.refusal = data as Refusal;
        break;
      case 'done':
        this.progress = null;
        if (this.phase === 'looking') this.#finish((data as LookDone).draws);
        break;
    }
  }

  #section(value: SectionTold): void {
    const freshness = value.rough ? 'rough' : 'exact';
    const others = this.sections.filter((shown) => shown.value.id !== value.id);
    this.sections = [...others, { value, freshness } as const].sort((a, b) => a.value.order - b.value.order);
  }

  /** What this look did not answer any more is gone from the text. */
  #finish(draws: number): void {
    this.phase = 'done';
    this.draws = draws;
    this.sections = this.sections.filter((shown) => shown.freshness !== 'stale');
    const needed = new Set<string>(this.#needed);
    this.answers = Object.fromEntries(
      Object.entries(this.answers).filter(([of, shown]) => shown.freshness !== 'stale' || !needed.has(of)),
    ) as typeof this.answers;
  }
}

/** The look at the open text. */
export const look = new Look();

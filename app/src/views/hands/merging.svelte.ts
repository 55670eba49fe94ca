import type { MergeAnswer, MergeSide } from '../../../types/answers';
import { Asked } from '../../state/asked.svelte';
import type { Taken } from './files.svelte';
import { askMerge } from './routes';

export const SLOTS = ['base', 'mine', 'theirs'] as const;
export type Slot = (typeof SLOTS)[number];

/** Three files that are put together, and what was decided where they part ways. */
class Merging {
  files = $state.raw<Readonly<Record<Slot, Taken | null>>>({ base: null, mine: null, theirs: null });
  /** The side taken at each path. */
  takes = $state.raw<Readonly<Record<string, MergeSide>>>({});
  readonly answer = new Asked<MergeAnswer>();
  /** The name under which the result is saved. */
  name = $state('');

  readonly whole = $derived(SLOTS.every((slot) => this.files[slot] !== null));

  put(slot: Slot, file: Taken | null): void {
    this.files = { ...this.files, [slot]: file };
    // Another file parts ways elsewhere.
    this.takes = {};
    this.answer.drop();
    void this.ask();
  }

  take(path: string, side: MergeSide | null): void {
    const { [path]: _, ...rest } = this.takes;
    this.takes = side === null ? rest : { ...rest, [path]: side };
    void this.ask();
  }

  /** One side everywhere, or the origin. */
  takeAll(side: MergeSide | null): void {
    const paths = this.answer.value?.conflicts.map((conflict) => conflict.path) ?? [];
    this.takes = side === null ? {} : Object.fromEntries(paths.map((path) => [path, side]));
    void this.ask();
  }

  async ask(): Promise<void> {
    const { base, mine, theirs } = this.files;
    if (!base || !mine || !theirs) return;
    const takes = Object.entries(this.takes).map(([path, side]) => ({ path, side }));
    await this.answer.ask((signal) => askMerge({ base: base.text, mine: mine.text, theirs: theirs.text, takes }, signal));
  }
}

/** Kept while one looks at something else. */
export const merging = new Merging();

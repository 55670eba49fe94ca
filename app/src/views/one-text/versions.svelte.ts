import type { TextDiffAnswer } from '../../../types/answers';
import type { Refusal } from '../../../types/protocol';
import { Refused, Unreachable, withdrawn } from '../../protocol/client';
import type { LookSettings } from '../../state/look.svelte';
import { askVersions } from './routes';

export type Pair = readonly [before: string, after: string];

export const keyOf = ([before, after]: Pair) => `${before}\n${after}`;

/** What versions did, each step as soon as it is known. */
export class Steps {
  found = $state.raw<Readonly<Record<string, TextDiffAnswer>>>({});
  refusal = $state.raw<Refusal | 'unreachable' | null>(null);
  running = $state.raw(false);
  /** Whether what is shown is of an earlier text. */
  stale = $state.raw(false);

  #of = '';
  #running: AbortController | null = null;

  /** Asks for pairs one after the other, those first that come first; what is known already is not asked for again. */
  async ask(text: string, settings: LookSettings, again: number, pairs: readonly Pair[]): Promise<void> {
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    const of = JSON.stringify([text, settings, again]);
    this.stale = of !== this.#of;
    this.refusal = null;
    this.running = true;
    try {
      for (const pair of pairs) {
        if (!this.stale && this.found[keyOf(pair)]) continue;
        const answer = await askVersions({ ...settings, text, before: pair[0], after: pair[1] }, running.signal);
        if (running.signal.aborted) return;
        this.found = this.stale ? { [keyOf(pair)]: answer } : { ...this.found, [keyOf(pair)]: answer };
        this.#of = of;
        this.stale = false;
      }
    } catch (error) {
      if (running.signal.aborted || withdrawn(error)) return;
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      this.refusal = error instanceof Refused ? error.refusal : 'unreachable';
    } finally {
      if (this.#running === running) this.running = false;
    }
  }

  stop(): void {
    this.#running?.abort();
    this.running = false;
  }
}

/** Kept while one looks at something else. */
export const steps = new Steps();

import type { CaseDifference, CompareAnswer } from '../../../types/answers';
import type { CompareAsked, ComparedTold, DifferenceListed, DifferenceTold, DifferencesTold, Refusal } from '../../../types/protocol';
import { Refused, Unreachable, withdrawn } from '../../protocol/client';
import type { Freshness } from '../../state/look.svelte';
import type { Fresh } from '../../state/shown.svelte';
import { askCompare } from './routes';

/** Two texts side by side, as far as is known. */
export class Comparison {
  answer = $state.raw<CompareAnswer | null>(null);
  freshness = $state.raw<Freshness>('stale');
  /** Where the texts differ, in the text `of`. */
  differences = $state.raw<readonly DifferenceListed[]>([]);
  /** What each does by itself, as far as that is known. */
  judged = $state.raw<readonly (CaseDifference | null)[]>([]);
  /** The text in which the places of the differences hold. */
  of = $state.raw<string | null>(null);
  running = $state.raw(false);
  refusal = $state.raw<Refusal | 'unreachable' | null>(null);

  /** How far the figures are behind the texts; null where there are none, or none to come. */
  readonly behind: Fresh | null = $derived(
    this.answer && this.running && this.differences.length > 0 ? { freshness: this.freshness, draws: this.answer.draws } : null,
  );

  #running: AbortController | null = null;

  /** Asks anew; an earlier question is withdrawn. What was answered stays until its successor comes, marked stale. */
  async ask(asked: CompareAsked): Promise<void> {
    this.stop();
    const running = (this.#running = new AbortController());
    this.running = true;
    this.freshness = 'stale';
    this.refusal = null;
    try {
      for await (const sent of askCompare(asked, running.signal)) {
        if (running.signal.aborted) return;
        this.#take(sent.event, sent.data, asked.after);
      }
    } catch (error) {
      if (running.signal.aborted || withdrawn(error)) return;
      this.refusal = error instanceof Refused ? error.refusal : 'unreachable';
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
    } finally {
      if (this.#running === running) this.running = false;
    }
  }

  stop(): void {
    this.#running?.abort();
    this.#running = null;
    this.running = false;
  }

  clear(): void {
    this.stop();
    this.answer = null;
    this.differences = [];
    this.judged = [];
    this.of = null;
    this.refusal = null;
  }

  #take(event: string, data: unknown, after: string): void {
    switch (event) {
      case 'differences':
        this.differences = (data as DifferencesTold).differences;
        this.judged = this.differences.map(() => null);
        this.of = after;
        break;
      case 'compared': {
        const { answer, rough } = data as ComparedTold;
        this.answer = answer;
        this.freshness = rough ? 'rough' : 'exact';
        break;
      }
      case 'judged': {
        const { place, difference } = data as DifferenceTold;
        this.judged = this.judged.with(place, difference);
        break;
      }
      case 'failed':
        this.refusal = data as Refusal;
        break;
    }
  }
}

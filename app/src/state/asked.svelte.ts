import type { Refusal } from '../../types/protocol';
import { Refused, Unreachable, withdrawn } from '../protocol/client';

/** Something asked for that may still be on its way. A newer question withdraws the older. */
export class Asked<T> {
  value = $state.raw<T | null>(null);
  /** Whether `value` answers the last question. */
  fresh = $state.raw(false);
  busy = $state.raw(false);
  refusal = $state.raw<Refusal | 'unreachable' | null>(null);

  #running: AbortController | null = null;

  /** Asks; what was answered before stays until the answer comes. */
  async ask(question: (signal: AbortSignal) => Promise<T>): Promise<void> {
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.fresh = false;
    this.busy = true;
    try {
      const value = await question(running.signal);
      if (running.signal.aborted) return;
      this.value = value;
      this.fresh = true;
      this.refusal = null;
    } catch (error) {
      if (running.signal.aborted || withdrawn(error)) return;
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      this.refusal = error instanceof Refused ? error.refusal : 'unreachable';
    } finally {
      if (this.#running === running) this.busy = false;
    }
  }

  /** Withdraws the question and forgets the answer. */
  drop(): void {
    this.#running?.abort();
    this.#running = null;
    this.value = null;
    this.fresh = false;
    this.busy = false;
    this.refusal = null;
  }
}

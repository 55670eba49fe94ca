import type { OverlayAnswer } from '../../../types/answers';
import type { OverlaidTold, PooledMade, PoolingRule, Refusal } from '../../../types/protocol';
import { Refused, Unreachable, withdrawn } from '../../protocol/client';
import type { Freshness, LookSettings } from '../../state/look.svelte';
import type { Fresh } from '../../state/shown.svelte';
import type { Taken } from './files.svelte';
import { askOverlay } from './routes';

/** The most that are laid over each other. */
export const MOST = 10;

/** Readings that are laid over each other, the first being the ground. */
class Overlaying {
  readings = $state.raw<readonly Taken[]>([]);
  rule = $state<PoolingRule | 'none'>('none');
  answer = $state.raw<OverlayAnswer | null>(null);
  freshness = $state.raw<Freshness>('stale');
  running = $state.raw(false);
  refusal = $state.raw<Refusal | 'unreachable' | null>(null);
  /** The text of the pooled case. */
  pooled = $state.raw<string | null>(null);
  /** The name under which it is saved. */
  name = $state('');

  readonly behind: Fresh | null = $derived(this.running && this.answer ? { freshness: this.freshness, draws: this.answer.draws } : null);

  #running: AbortController | null = null;

  add(file: Taken): void {
    if (this.readings.length < MOST) this.#set([...this.readings, file]);
  }

  drop(at: number): void {
    this.#set(this.readings.toSpliced(at, 1));
  }

  first(at: number): void {
    const file = this.readings[at];
    if (file) this.#set([file, ...this.readings.toSpliced(at, 1)]);
  }

  #set(readings: readonly Taken[]): void {
    this.stop();
    this.readings = readings;
    this.answer = null;
    this.pooled = null;
    this.refusal = null;
  }

  async ask(settings: LookSettings): Promise<void> {
    this.stop();
    const running = (this.#running = new AbortController());
    this.running = true;
    this.freshness = 'stale';
    this.refusal = null;
    this.pooled = null;
    const pool = this.rule === 'none' ? null : this.rule;
    try {
      for await (const { event, data } of askOverlay({ ...settings, readings: [...this.readings], pool }, running.signal)) {
        if (running.signal.aborted) return;
        if (event === 'pooled') this.pooled = (data as PooledMade).text;
        else if (event === 'overlaid') {
          const told = data as OverlaidTold;
          this.answer = told.answer;
          this.freshness = told.rough ? 'rough' : 'exact';
        } else if (event === 'failed') this.refusal = data as Refusal;
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
    this.#running = null;
    this.running = false;
  }
}

/** Kept while one looks at something else. */
export const overlaying = new Overlaying();

import { untrack } from 'svelte';
import { look, type Freshness } from './look.svelte';

/** How fresh some figures are that are on the page, and over how many draws. */
export interface Fresh {
  freshness: Freshness;
  draws: number | null;
}

/**
 * The figures that a view asked for beside the look. The head of the page speaks for them as well: it must not say that all is up
 * to date while they are still those of the first draws.
 */
class Shown {
  #held = $state.raw<readonly (() => Fresh | null)[]>([]);
  /** The least fresh of them; null while all are exact, and where there are none. */
  readonly behind: Fresh | null = $derived.by(() => {
    const all = this.#held.map((read) => read()).filter((one) => one !== null);
    return all.find((one) => one.freshness === 'stale') ?? all.find((one) => one.freshness === 'rough') ?? null;
  });
  /** Whether what the page shows is looked at and judged over all draws. */
  readonly whole = $derived(look.phase === 'done' && this.behind === null);

  /** Counts figures among those shown until the returned function is called. For `$effect`. */
  hold(read: () => Fresh | null): () => void {
    untrack(() => (this.#held = [...this.#held, read]));
    return () => {
      this.#held = this.#held.filter((other) => other !== read);
    };
  }
}

export const shown = new Shown();

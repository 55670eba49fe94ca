import { doc } from './document.svelte';
import { look } from './look.svelte';

/** A letter that stands for another package than it did. */
export interface LetterMoved {
  letter: string;
  /** The package that it stood for. */
  was: string;
  /** The one that it stands for now; null if it is gone. */
  is: string | null;
  /** The letter that the old one has now; null if it has none. */
  now: string | null;
}

/**
 * What the letters of the leading packages mean. The brief gives them out anew with each change of the case, the likeliest package
 * first, so that the same letter may come to mean another package: whoever reads on is told.
 */
class Letters {
  /** What each meant when the reader last knew. */
  #known = $state.raw<ReadonlyMap<string, string> | null>(null);
  /** What each means as far as that was last worked out. */
  #now = $state.raw<ReadonlyMap<string, string> | null>(null);
  #of = '';

  /** What each means over all draws; null while that is not known. */
  readonly meant: ReadonlyMap<string, string> | null = $derived.by(() => (this.#table === null ? null : lettered(this.#table)));
  /** The table of packages over all draws: read once, however often anything else of the brief comes. */
  readonly #table: string | null = $derived.by(() => {
    const shown = look.sections.find((section) => section.value.id === 'packages');
    return shown?.freshness === 'exact' ? shown.value.html : null;
  });

  readonly moved: readonly LetterMoved[] = $derived.by(() => {
    const meant = this.#now;
    if (!this.#known || !meant) return [];
    const letterOf = new Map([...meant].map(([letter, told]) => [told, letter]));
    return [...this.#known]
      .filter(([letter, was]) => meant.get(letter) !== was)
      .map(([letter, was]) => ({ letter, was, is: meant.get(letter) ?? null, now: letterOf.get(was) ?? null }));
  });

  /** Learns what letters mean in a case that was just opened. For `$effect`. */
  follow(): void {
    if (doc.place !== this.#of) {
      this.#of = doc.place;
      this.#known = null;
      this.#now = null;
    }
    if (!this.meant || look.phase !== 'done') return;
    this.#now = this.meant;
    this.#known ??= this.meant;
  }

  /** The reader knows what they mean now. */
  learn(): void {
    this.#known = this.#now;
  }
}

/** The letters in the table of leading packages, as the renderer of the brief writes it. */
function lettered(html: string): ReadonlyMap<string, string> {
  const rows = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('tr:has(> .letter):has(> .label)');
  const told = (row: Element, of: string) => {
    const cell = row.querySelector(of)!;
    // What is remarked on a package below it is no part of its name.
    for (const remark of cell.querySelectorAll('.sub, .said, small')) remark.remove();
    return (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
  };
  return new Map([...rows].map((row) => [told(row, '.letter'), told(row, '.label')]));
}

export const letters = new Letters();

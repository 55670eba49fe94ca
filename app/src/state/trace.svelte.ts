import type { FigureTold } from '../../types/protocol';

/** What somebody wants traced: a line of the case with the figures on it, one figure, or a source and what rests on it. */
export type Subject =
  | { kind: 'line'; line: number }
  | { kind: 'figure' | 'claim'; path: string }
  | { kind: 'source'; id: string }
  /** The source that the brief cites under this number. */
  | { kind: 'note'; note: number }
  /** What Detente worked out: the figure as it stands in the brief, with its name and sentence where that is of the headline; or all of them. */
  | { kind: 'computed'; said: string; of?: { sentence: string; figure: FigureTold } };

/** The panel in which a figure leads to its source, and a source to every figure that rests on it. */
export class Trace {
  /** The way gone so far; the last is shown. */
  way = $state.raw<readonly Subject[]>([]);
  readonly subject = $derived(this.way.at(-1) ?? null);

  #opener: HTMLElement | null = null;

  /** Opens the panel. The focus comes back to where it is now once the panel is closed. */
  open(subject: Subject): void {
    if (this.way.length === 0 || !(document.activeElement as HTMLElement | null)?.closest('[data-trace]')) {
      this.#opener = document.activeElement as HTMLElement | null;
    }
    this.way = [subject];
  }

  /** Goes a step further. */
  follow(subject: Subject): void {
    this.way = [...this.way, subject];
  }

  back(): void {
    if (this.way.length > 1) this.way = this.way.slice(0, -1);
    else this.close();
  }

  close(): void {
    if (this.way.length === 0) return;
    this.way = [];
    const opener = this.#opener;
    this.#opener = null;
    const back = opener?.isConnected ? opener : document.getElementById('main');
    back?.focus({ preventScroll: true });
  }
}

export const trace = new Trace();

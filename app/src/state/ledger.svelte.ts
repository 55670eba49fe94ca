import type { ClaimListed, FigureListed, Ledger, PlaceListed, Refusal, SourceListed, Stretch } from '../../types/protocol';
import { Refused, Unreachable, withdrawn } from '../protocol/client';
import { askLedger } from '../protocol/routes';

/** Every figure and source of the open text with its place, asked for when somebody wants to know. */
export class LedgerKept {
  ledger = $state.raw<Ledger | null>(null);
  /** The text that the ledger is of. Its places hold in no other. */
  text = $state.raw('');
  refusal = $state.raw<Refusal | 'unreachable' | null>(null);

  #asking: { text: string; stop: AbortController } | null = null;

  /** Sees to it that the ledger is that of `text`. A text with faults leaves the last good one standing. */
  async of(text: string): Promise<void> {
    if ((this.ledger && this.text === text) || this.#asking?.text === text) return;
    this.#asking?.stop.abort();
    const asking = (this.#asking = { text, stop: new AbortController() });
    try {
      const ledger = await askLedger(text, asking.stop.signal);
      this.ledger = ledger;
      this.text = text;
      this.refusal = null;
    } catch (error) {
      if (withdrawn(error)) return;
      this.refusal = error instanceof Refused ? error.refusal : 'unreachable';
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
    } finally {
      if (this.#asking === asking) this.#asking = null;
    }
  }

  figure(path: string): FigureListed | null {
    return this.ledger?.figures.find((figure) => figure.path === path) ?? null;
  }

  /** The figures and claims that stand on a line of the text, from 1. */
  onLine(line: number): (FigureListed | ClaimListed)[] {
    if (!this.ledger) return [];
    return [...this.ledger.figures, ...this.ledger.claims].filter((entry) => entry.line === line);
  }

  /** The figures and claims in a table, by its path. */
  under(path: string): (FigureListed | ClaimListed)[] {
    if (!this.ledger) return [];
    return [...this.ledger.figures, ...this.ledger.claims].filter((entry) => entry.path.startsWith(`${path}.`));
  }

  /** From the head of a table to the last of what is in it; for anything else, where it stands. */
  whole(path: string, at: Stretch): Stretch {
    const inside = this.ledger?.places.filter((place) => place.path.startsWith(`${path}.`)) ?? [];
    const all = [at, ...inside.map((place) => place.at)];
    return { from: Math.min(...all.map((one) => one.from)), to: Math.max(...all.map((one) => one.to)) };
  }

  /** The outermost of what begins on a line, with its path. */
  place(line: number): PlaceListed | null {
    return this.ledger?.places.find((place) => place.line === line) ?? null;
  }

  /** What stands at a path, in words: the name of a figure, what a claim says, the title of a source; else the path with names for ids. */
  named(path: string): string {
    for (let at = path; at !== ''; at = at.replace(/(\.|\[)[^.[]*$|^[^.[]+$/, '')) {
      const name = this.figure(at)?.name ?? (this.claim(at)?.says || null) ?? (at.startsWith('sources.') ? this.source(at.slice(8))?.title : null);
      if (name) return `${name[0]!.toUpperCase()}${name.slice(1)}${at === path ? '' : ` (${apart(path.slice(at.length), this)})`}`;
    }
    return apart(path, this);
  }

  /** What is written behind a key, without quotes; null if there is no such key. */
  written(path: string): string | null {
    const found = this.ledger?.places.find((place) => place.path === path);
    return found ? (/=\s*"([^"]*)"/.exec(this.text.slice(found.at.from, found.at.to))?.[1] ?? null) : null;
  }

  /** The source under its number in the brief. */
  noted(note: number): SourceListed | null {
    return this.ledger?.sources.find((source) => source.note === note) ?? null;
  }

  claim(path: string): ClaimListed | null {
    return this.ledger?.claims.find((claim) => claim.path === path) ?? null;
  }

  source(id: string): SourceListed | null {
    return this.ledger?.sources.find((source) => source.id === id) ?? null;
  }
}

/** The parts of a path, apart and with names where things have some. */
function apart(path: string, kept: LedgerKept): string {
  const parts = path.split('.').filter((part) => part !== '');
  const named = (id: string) => ['parties', 'audiences', 'issues'].map((table) => kept.written(`${table}.${id}.name`)).find((name) => name) ?? id.replaceAll('_', ' ');
  return parts.map((part) => named(part.replace(/\[(\d+)\]/g, ' $1').trim())).join(' › ');
}

export const ledger = new LedgerKept();

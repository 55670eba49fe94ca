import type { OutlookTold, StrikeTold, StruckThing } from '../../../types/protocol';
import { Asked } from '../../state/asked.svelte';
import type { LookSettings } from '../../state/look.svelte';
import { askOutlook, askStrike } from './routes';

/** The evidence of the open text, and what is struck from it for now. */
export class Evidence {
  readonly outlook = new Asked<OutlookTold | null>();
  /** What goes and what loses its source; then, with the figures, what moves. */
  readonly strike = new Asked<StrikeTold>();
  struck = $state.raw<readonly StruckThing[]>([]);
  /** The id of the claim that is looked at. */
  claim = $state.raw<string | null>(null);
  /** The day whose claims alone are shown. */
  day = $state.raw<string | null>(null);

  #about = '';
  #struckFrom = '';

  /** Sees to it that everything is of the text, looked at in this way. */
  of(text: string, settings: LookSettings): void {
    const about = JSON.stringify([settings, text]);
    if (about !== this.#about) {
      this.#about = about;
      void this.outlook.ask((signal) => askOutlook({ ...settings, text }, signal));
    }
    const from = JSON.stringify([this.struck, about]);
    if (from === this.#struckFrom) return;
    this.#struckFrom = from;
    if (this.struck.length === 0) {
      this.strike.drop();
      return;
    }
    const struck = [...this.struck];
    // What goes is said at once; what moves takes longer.
    void this.strike.ask(async (signal) => {
      this.strike.value = await askStrike({ ...settings, text, struck, compare: false }, signal);
      return askStrike({ ...settings, text, struck, compare: true }, signal);
    });
  }

  again(): void {
    this.#about = '';
    this.#struckFrom = '';
  }

  isStruck(thing: StruckThing): boolean {
    return this.struck.some((other) => other.kind === thing.kind && other.id === thing.id);
  }

  /** Whether a claim goes, by itself or with its source. */
  goes(id: string): boolean {
    return this.strike.value?.claims.includes(id) ?? false;
  }

  toggle(thing: StruckThing): void {
    const left = this.struck.filter((other) => other.kind !== thing.kind || other.id !== thing.id);
    this.struck = left.length < this.struck.length ? left : [...this.struck, thing];
  }

  putBackAll(): void {
    this.struck = [];
  }
}

export const evidence = new Evidence();

import type { ConflictTold, StateExplained } from '../../../types/protocol';
import { Asked } from '../../state/asked.svelte';
import type { LookSettings } from '../../state/look.svelte';
import { askConflict, askState } from './routes';

/** The conflict of the open text, with what was asked about the chosen state. */
export class Conflict {
  readonly told = new Asked<ConflictTold | null>();
  readonly why = new Asked<StateExplained>();
  readonly keeps = new Asked<StateExplained>();
  /** The number of the chosen state. */
  chosen = $state.raw<number | null>(null);

  #about = '';

  /** Sees to it that the conflict is that of the text, looked at in this way. */
  of(text: string, settings: LookSettings): void {
    const about = JSON.stringify([settings, text]);
    if (about === this.#about) return;
    this.#about = about;
    void this.told.ask((signal) => askConflict({ ...settings, text }, signal));
    if (this.chosen !== null) this.explain(this.chosen, text, settings);
    this.keeps.drop();
  }

  /** Forgets whom it was about, so that it is asked again. */
  again(): void {
    this.#about = '';
  }

  choose(state: number, text: string, settings: LookSettings): void {
    if (state === this.chosen) return;
    this.chosen = state;
    this.keeps.drop();
    this.explain(state, text, settings);
  }

  explain(state: number, text: string, settings: LookSettings): void {
    void this.why.ask((signal) => askState({ ...settings, text, state, want: false }, signal));
  }

  keep(text: string, settings: LookSettings): void {
    const state = this.chosen;
    if (state !== null) void this.keeps.ask((signal) => askState({ ...settings, text, state, want: true }, signal));
  }
}

export const conflict = new Conflict();

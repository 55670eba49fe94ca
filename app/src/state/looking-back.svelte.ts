import type { Days } from '../../types/protocol';
import { ask } from '../protocol/client';
import { Asked } from './asked.svelte';
import { spoken } from './language.svelte';
import { look } from './look.svelte';
import { notices } from './notice.svelte';

/** How long a slider may rest on a day before the case is looked at as of it, in milliseconds. */
const PAUSE = 60;

/** The day as of which everything is looked at, and the days to which one can go back. */
export class LookingBack {
  readonly days = new Asked<Days>();
  /** The day shown by the slider; null for the day of the case. */
  day = $state.raw<string | null>(null);

  #text: string | null = null;
  #timer = 0;

  /** Sees to it that the days are those of a text. A text with faults leaves the last good ones standing. */
  of(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    void this.days.ask((signal) => ask<Days>('/api/days', { text }, signal));
  }

  /** Looks at everything as of a day, or again as of the day of the case. */
  go(day: string | null): void {
    const last = this.days.value?.last;
    const to = day === last ? null : day;
    if (to === this.day) return;
    this.day = to;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const { as_of: _, ...rest } = look.settings;
      look.settings = to === null ? rest : { ...rest, as_of: to };
      look.again();
      const w = spoken.words.evidence;
      notices.say(to === null ? w.lookedNow : w.lookedBack(spoken.day(to)));
    }, PAUSE);
  }

  /** Goes to the next day on which something happened, or to the one before. */
  step(by: 1 | -1): void {
    const days = this.days.value;
    if (!days) return;
    const at = this.day ?? days.last;
    const stops = [...new Set([...days.days.map((day) => day.day), days.last])];
    const next = by === 1 ? stops.find((day) => day > at) : stops.findLast((day) => day < at);
    if (next !== undefined) this.go(next);
  }
}

export const lookingBack = new LookingBack();

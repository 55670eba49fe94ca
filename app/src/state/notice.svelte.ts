import type { Refusal } from '../../types/protocol';
import { spoken } from './language.svelte';

/** Something told in passing, with what can be done about it. */
export interface Notice {
  id: number;
  text: string;
  /** `problem` stays until it is dismissed. */
  kind: 'done' | 'problem';
  action: { label: string; run: () => void } | null;
}

const SHOWN = 7000;

/** What is told in passing: seen at the edge of the window, and read aloud. */
class Notices {
  shown = $state.raw<readonly Notice[]>([]);
  /** What a screen reader is told without anything being seen. */
  aloud = $state.raw('');

  #next = 1;

  tell(text: string, action: Notice['action'] = null): void {
    this.#add({ id: this.#next++, text, kind: 'done', action });
  }

  problem(text: string, action: Notice['action'] = null): void {
    this.#add({ id: this.#next++, text, kind: 'problem', action });
  }

  /** Tells why something could not be done; nothing if it could. */
  refused(refusal: Refusal | null): void {
    if (!refusal) return;
    this.problem(spoken.words.frame.refusedEdit([refusal.message, refusal.hint].filter(Boolean).join(' · ')));
  }

  /** Tells a screen reader only. */
  say(text: string): void {
    this.aloud = text;
  }

  dismiss(id: number): void {
    this.shown = this.shown.filter((notice) => notice.id !== id);
  }

  #add(notice: Notice): void {
    this.shown = [...this.shown.filter((other) => other.kind === 'problem' && other.text !== notice.text), notice];
    if (notice.kind === 'done') setTimeout(() => this.dismiss(notice.id), SHOWN);
  }
}

export const notices = new Notices();

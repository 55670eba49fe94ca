import type { ExtractAnswer } from '../../../types/answers';
import type {
  ExtractChosen,
  ExtractJudging,
  ExtractMade,
  ExtractOffered,
  ExtractPreview,
  LookAsked,
  Refusal,
} from '../../../types/protocol';
import { Refused, Unreachable, withdrawn } from '../../protocol/client';
import type { Freshness } from '../../state/look.svelte';
import { askDocument, askExtract, askPage } from './routes';

/** What is handed over: the two pages, all of it, or an extract for one reader. */
export type What = 'brief' | 'whole' | 'extract';

/** What a page is asked about. */
export interface About {
  text: string;
  manner: Pick<LookAsked, 'as_of' | 'draws' | 'seed'>;
}

/** The page that is handed over, as it is chosen. The choice stays while other views are shown. */
class Handing {
  what = $state<What>('brief');
  /** What can be chosen for an extract; null before it is known. */
  offered = $state.raw<ExtractOffered | null>(null);
  /** The sections that are left out, by id; those of the annex are, before anybody chooses. */
  without = $state.raw<ReadonlySet<string>>(new Set());
  /** The parties of whom it says nothing, by id. */
  silent = $state.raw<ReadonlySet<string>>(new Set());
  sources = $state(true);
  notes = $state(true);

  html = $state.raw<string | null>(null);
  freshness = $state.raw<Freshness>('stale');
  /** What the shown extract gives away; null while that is judged. */
  account = $state.raw<ExtractAnswer | null>(null);
  working = $state.raw(false);
  /** How far it is known what the extract gives away; null before that begins. */
  judging = $state.raw<ExtractJudging | null>(null);
  /** Whether somebody has ended the judging, so that the page is not ready. */
  ended = $state.raw(false);
  refusal = $state.raw<Refusal | 'unreachable' | null>(null);

  /** The sections as they are asked for: none stand for the two pages of the brief. */
  readonly chosen = $derived(this.offered?.sections.filter((section) => !this.without.has(section.id)) ?? []);
  readonly nothing = $derived(this.what === 'extract' && this.offered !== null && this.chosen.length === 0);

  #running: AbortController | null = null;
  #document: AbortController | null = null;
  #timer = 0;
  #from: { text: string; what: What } | null = null;
  #knownSections: ReadonlySet<string> = new Set();

  /** Makes the page anew, after a moment in which the choice may go on. Withdraws what is still being made. */
  make(about: About): () => void {
    this.#running?.abort();
    clearTimeout(this.#timer);
    this.working = !this.nothing;
    this.judging = null;
    this.ended = false;
    this.refusal = null;
    this.freshness = 'stale';
    this.account = null;
    if (this.nothing) {
      this.html = null;
      return () => undefined;
    }
    // Another kind of page is not the old one grown stale.
    if (this.#from?.what !== this.what) this.html = null;
    const running = (this.#running = new AbortController());
    this.#timer = window.setTimeout(() => void this.#run(about, running.signal), this.#from === null ? 0 : 200);
    return () => {
      running.abort();
      clearTimeout(this.#timer);
    };
  }

  /** What the extract shows, as it is asked for. */
  #extract(): ExtractChosen {
    const two = this.offered?.sections.every((section) => this.without.has(section.id) === section.annex) ?? true;
    return {
      sections: two ? [] : this.chosen.map((section) => section.id),
      without_parties: [...this.silent],
      sources: this.sources,
      notes: this.notes,
    };
  }

  /** The same as a document for Word: its bytes, or null if it was withdrawn or refused. */
  async document({ text, manner }: About): Promise<Uint8Array<ArrayBuffer> | null> {
    this.#document?.abort();
    const running = (this.#document = new AbortController());
    try {
      const asked = { ...manner, text, annex: this.what === 'whole', extract: this.what === 'extract' ? this.#extract() : null };
      const { base64 } = await askDocument(asked, running.signal);
      return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    } catch (error) {
      if (running.signal.aborted || withdrawn(error)) return null;
      if (error instanceof Refused) this.refusal = error.refusal;
      else if (error instanceof Unreachable) this.refusal = 'unreachable';
      else throw error;
      return null;
    }
  }

  async #run({ text, manner }: About, signal: AbortSignal): Promise<void> {
    const what = this.what;
    try {
      if (what === 'extract') {
        for await (const sent of askExtract({ ...manner, ...this.#extract(), text }, signal)) {
          if (signal.aborted) return;
          if (sent.event === 'offered') this.#offer(sent.data as ExtractOffered);
          else if (sent.event === 'judging') {
            const told = sent.data as ExtractJudging;
            // Several threads tell of it, and the last to tell need not be the furthest.
            if (told.done >= (this.judging?.done ?? 0)) this.judging = told;
          } else if (sent.event === 'preview') this.#show((sent.data as ExtractPreview).html, 'rough', { text, what });
          else if (sent.event === 'extract') {
            const made = sent.data as ExtractMade;
            this.#show(made.html, 'exact', { text, what });
            this.account = made.account;
          } else if (sent.event === 'failed') throw new Refused(422, sent.data as Refusal);
        }
      } else {
        const { html } = await askPage({ ...manner, text, annex: what === 'whole' }, signal);
        if (signal.aborted) return;
        this.#show(html, 'exact', { text, what });
      }
    } catch (error) {
      if (signal.aborted || withdrawn(error)) return;
      if (error instanceof Refused) this.refusal = error.refusal;
      else if (error instanceof Unreachable) this.refusal = 'unreachable';
      else throw error;
    } finally {
      if (!signal.aborted) this.working = false;
    }
  }

  #show(html: string, freshness: Freshness, from: { text: string; what: What }): void {
    this.html = html;
    this.freshness = freshness;
    this.#from = from;
  }

  /** Ends the judging. What is shown stays, and is not handed over. */
  end(): void {
    if (!this.working || this.what !== 'extract') return;
    this.#running?.abort();
    clearTimeout(this.#timer);
    this.working = false;
    this.judging = null;
    this.ended = true;
  }

  /** What is chosen stays so; what is new is in, unless it is of the annex; what is gone from the text is forgotten. */
  #offer(offered: ExtractOffered): void {
    if (JSON.stringify(offered) === JSON.stringify(this.offered)) return;
    const out = offered.sections.filter((section) =>
      this.#knownSections.has(section.id) ? this.without.has(section.id) : section.annex,
    );
    this.without = new Set(out.map((section) => section.id));
    this.silent = new Set([...this.silent].filter((id) => offered.parties.some((party) => party.id === id)));
    this.#knownSections = new Set(offered.sections.map((section) => section.id));
    this.offered = offered;
  }

  /** Another case was opened. */
  forget(): void {
    this.offered = null;
    this.without = new Set();
    this.silent = new Set();
    this.html = null;
    this.account = null;
    this.ended = false;
    this.#from = null;
    this.#knownSections = new Set();
  }
}

export const handing = new Handing();

/** A set without something that was in it, or with something that was not. */
export function toggled(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}

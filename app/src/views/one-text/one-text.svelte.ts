import type { ArticleTold, ClauseTold, TextAnswer } from '../../../types/answers';
import type { OneTextFound, OneTextLaid, Refusal, TextSettledTold } from '../../../types/protocol';
import { Refused, Unreachable, withdrawn } from '../../protocol/client';
import { Asked } from '../../state/asked.svelte';
import type { Freshness, LookSettings } from '../../state/look.svelte';
import type { Fresh } from '../../state/shown.svelte';
import { askSettled, askText } from './routes';

/** What of the text is shown. */
export const PARTS = ['text', 'brackets', 'objections', 'versions', 'marked'] as const;
export type Part = (typeof PARTS)[number];

/** The text of the open case, and what is known of it. */
class OneText {
  /** The version as it stands. */
  laid = $state.raw<OneTextLaid | null>(null);
  /** What it does. */
  answer = $state.raw<TextAnswer | null>(null);
  freshness = $state.raw<Freshness>('stale');
  running = $state.raw(false);
  refusal = $state.raw<Refusal | 'unreachable' | null>(null);
  /** The version that was asked for; null for the last. */
  version = $state.raw<string | null>(null);
  part = $state<Part>('text');
  /** Whether the text is shown as the package gives it. */
  asGiven = $state(false);
  /** A clause that is to be shown, until it is. */
  sought = $state.raw<string | null>(null);
  /** Counts how often the files were asked for anew. */
  again = $state(0);
  readonly settled = new Asked<TextSettledTold>();

  /** The articles, with red lines as soon as they are known. */
  readonly articles: readonly ArticleTold[] = $derived.by(() => {
    if (!this.laid) return [];
    return this.answer?.version.name === this.laid.version.name ? this.answer.articles : this.laid.articles;
  });
  readonly clauses: readonly ClauseTold[] = $derived(this.articles.flatMap((article) => article.clauses));
  readonly names: ReadonlyMap<string, string> = $derived(new Map(this.laid?.actors.map((actor) => [actor.id, actor.name])));
  readonly behind: Fresh | null = $derived(this.running && this.answer && !this.refusal ? { freshness: this.freshness, draws: this.answer.draws } : null);

  #running: AbortController | null = null;
  #of: string | null = null;

  /** What somebody is called. */
  name(id: string): string {
    return this.names.get(id) ?? id;
  }

  /** What a clause is called: by its heading, or by that of its article, or by its first words. */
  called(id: string): string {
    for (const article of this.articles) {
      const clause = article.clauses.find((one) => one.id === id);
      if (!clause) continue;
      const heading = (of: { number: string; title: string }) => [of.number, of.title].filter(Boolean).join(' ');
      return heading(clause) || heading(article) || clause.words.slice(0, 40);
    }
    return id;
  }

  /** Asks what stands in the text and what it does. An earlier question is withdrawn. */
  async ask(text: string, version: string | null, settings: LookSettings): Promise<void> {
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.freshness = 'stale';
    this.running = true;
    try {
      for await (const { event, data } of askText({ ...settings, text, version }, running.signal)) {
        if (running.signal.aborted) return;
        if (event === 'laid') {
          this.laid = data as OneTextLaid;
          this.refusal = null;
        } else if (event === 'found') {
          const found = data as OneTextFound;
          this.answer = found.answer;
          this.freshness = found.rough ? 'rough' : 'exact';
        } else if (event === 'failed') {
          this.refusal = data as Refusal;
        }
      }
    } catch (error) {
      if (running.signal.aborted || withdrawn(error)) return;
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      this.refusal = error instanceof Refused ? error.refusal : 'unreachable';
      if (error instanceof Refused) {
        this.laid = null;
        this.answer = null;
      }
    } finally {
      if (this.#running === running) this.running = false;
    }
  }

  /** Asks for the text that a package gives. */
  settle(text: string, version: string | null, name: string, settings: LookSettings): Promise<void> {
    return this.settled.ask((signal) => askSettled({ ...settings, text, version, package: name }, signal));
  }

  stop(): void {
    this.#running?.abort();
    this.#running = null;
    this.running = false;
    this.freshness = 'stale';
  }

  /** Forgets what is of another case than the one that is open. Whether there was something to forget. */
  of(name: string): boolean {
    if (name === this.#of) return false;
    this.#of = name;
    this.stop();
    this.laid = null;
    this.answer = null;
    this.refusal = null;
    this.version = null;
    this.asGiven = false;
    this.settled.drop();
    return true;
  }

  /** Shows a clause. */
  show(clause: string): void {
    this.part = 'text';
    this.sought = clause;
  }
}

export const oneText = new OneText();

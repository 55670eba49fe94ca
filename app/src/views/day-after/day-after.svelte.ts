import type { CommitmentWatched, WatchFound } from '../../../types/answers';
import type { DayAfterFound, Refusal } from '../../../types/protocol';
import { Refused, Unreachable, withdrawn } from '../../protocol/client';
import type { Freshness, LookSettings } from '../../state/look.svelte';
import { lookingBack } from '../../state/looking-back.svelte';
import type { Fresh } from '../../state/shown.svelte';
import { askDayAfter } from './routes';

/** How many days are kept for whoever goes back and forth among them. */
const KEPT = 60;

/** What was promised in the open case and what became of it, as it was known on the day of the look. */
class DayAfter {
  found = $state.raw<DayAfterFound | null>(null);
  freshness = $state.raw<Freshness>('stale');
  running = $state.raw(false);
  refusal = $state.raw<Refusal | 'unreachable' | null>(null);
  /** A day after that of the case, of which is shown what falls due; null to show the day of the look. */
  ahead = $state.raw<string | null>(null);

  readonly watch: WatchFound | null = $derived(this.found?.answer?.watch ?? null);
  /** The day of the look, as it is chosen: figures of it may still be on their way. */
  readonly day: string = $derived(lookingBack.day ?? this.found?.days.last ?? '');
  /** The day whose commitments and reports are shown. */
  readonly shown: string = $derived(this.ahead ?? this.day);
  readonly names: ReadonlyMap<string, string> = $derived(new Map(this.found?.days.parties.map((party) => [party.id, party.name])));
  readonly commitments: ReadonlyMap<string, CommitmentWatched> = $derived(new Map(this.watch?.commitments.map((one) => [one.id, one])));
  readonly behind: Fresh | null = $derived(this.running && !this.refusal ? { freshness: this.freshness, draws: this.found?.answer?.draws ?? null } : null);

  #running: AbortController | null = null;
  /** What is known of single days of one text, the one that was asked for last at the end. */
  #kept = new Map<string, DayAfterFound>();
  #text: string | null = null;
  #place: string | null = null;

  /** What a party is called. */
  name(id: string): string {
    return this.names.get(id) ?? id;
  }

  /** Asks about a text on the day of the look. An earlier question is withdrawn; what is known already is not asked for again. */
  async ask(text: string, settings: LookSettings): Promise<void> {
    this.#running?.abort();
    this.#running = null;
    if (text !== this.#text) this.#kept.clear();
    this.#text = text;
    const about = JSON.stringify(settings);
    const known = this.#kept.get(about);
    if (known) {
      this.running = false;
      this.refusal = null;
      this.found = known;
      this.freshness = 'exact';
      return;
    }
    const running = (this.#running = new AbortController());
    this.freshness = 'stale';
    this.running = true;
    try {
      for await (const { event, data } of askDayAfter({ ...settings, text }, running.signal)) {
        if (running.signal.aborted) return;
        if (event === 'found') {
          const found = data as DayAfterFound;
          this.found = found;
          this.freshness = found.rough ? 'rough' : 'exact';
          this.refusal = null;
          if (!found.rough) this.#keep(about, found);
        } else if (event === 'failed') {
          this.refusal = data as Refusal;
        }
      }
    } catch (error) {
      if (running.signal.aborted || withdrawn(error)) return;
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      this.refusal = error instanceof Refused ? error.refusal : 'unreachable';
    } finally {
      if (this.#running === running) this.running = false;
    }
  }

  #keep(about: string, found: DayAfterFound): void {
    this.#kept.set(about, found);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
  }

  stop(): void {
    this.#running?.abort();
    this.#running = null;
    this.running = false;
    this.freshness = 'stale';
  }

  /** Forgets what is of another case than the one that is open. */
  of(place: string): void {
    if (place === this.#place) return;
    this.#place = place;
    this.stop();
    this.#kept.clear();
    this.#text = null;
    this.found = null;
    this.refusal = null;
    this.ahead = null;
  }

  /** Goes to a day: what is known of it is looked at as of it; of one after the day of the case only what falls due is known. */
  go(day: string): void {
    const last = this.found?.days.last;
    if (last === undefined) return;
    this.ahead = day > last ? day : null;
    lookingBack.go(day > last ? last : day);
  }
}

export const dayAfter = new DayAfter();

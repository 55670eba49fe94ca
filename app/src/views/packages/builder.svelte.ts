import type { OptionValue, PackageJudged, PackageOptions } from '../../../types/answers';
import type { CarriedTold, IssueListed, LookAsked, PackageTold, PackagesMap, Refusal, TestedTold } from '../../../types/protocol';
import { Refused, Unreachable, withdrawn } from '../../protocol/client';
import type { Freshness } from '../../state/look.svelte';
import type { Fresh } from '../../state/shown.svelte';
import { askMap, askPackage } from './routes';

/** How a text is looked at: day, draws and seed. */
type Settings = Pick<LookAsked, 'as_of' | 'draws' | 'seed'>;

/** A package as the server and the command line take it. */
export const textOf = (options: PackageOptions) =>
  Object.entries(options)
    .map(([issue, option]) => `${issue}=${option}`)
    .join(',');

/** What is known of one package. */
export interface Known {
  told: PackageTold | null;
  tested: TestedTold | null;
  exchange: (CarriedTold & { package: string }) | null;
  durability: (CarriedTold & { package: string }) | null;
}

export const NOTHING: Known = { told: null, tested: null, exchange: null, durability: null };

/** Where the package that is being put together outlives a reload, as long as the browser's tab is open. */
const KEPT = 'detente-package';

/** What is kept of it, by case. */
interface Put {
  chosen: PackageOptions | null;
  before: readonly PackageOptions[];
  pair: [string, string] | null;
}

/** How a package that betters another stands to red lines: on which issues it crosses whose, by their ids. */
export interface Neighbour {
  package: string;
  crosses: readonly { who: string; issues: readonly string[] }[];
}

/** The package that is being put together, and what becomes of it. */
class Builder {
  map = $state.raw<PackagesMap | null>(null);
  /** The text that the map is of. */
  mapOf = $state.raw<string | null>(null);
  /** The packages that the map lists of itself, without the one that was asked for beside them. */
  listed = $state.raw<ReadonlySet<string>>(new Set());
  mapRefusal = $state.raw<Refusal | 'unreachable' | null>(null);
  /** The option chosen on each issue; null until the leading package is known. */
  chosen = $state.raw<PackageOptions | null>(null);
  /** The packages before it, the last at the end. */
  before = $state.raw<readonly PackageOptions[]>([]);
  known = $state.raw<Known>(NOTHING);
  freshness = $state.raw<Freshness>('stale');
  /** Whether something about it is still on its way. */
  running = $state.raw(false);
  /** The principals along the axes of the map; null for the first two. */
  pair = $state.raw<[string, string] | null>(null);
  /** What is known of packages that better it, by the package. */
  neighbours = $state.raw<Readonly<Record<string, Neighbour>>>({});
  refusal = $state.raw<Refusal | 'unreachable' | null>(null);

  readonly text = $derived(this.chosen && textOf(this.chosen));
  readonly judged: PackageJudged | null = $derived(this.known.told?.judged ?? null);

  /** How fresh the tests are: they come after what says who would sign. */
  readonly testsFreshness: Freshness = $derived.by(() => {
    if (this.freshness === 'stale') return 'stale';
    return this.known.tested?.rough || (this.running && !this.known.tested) ? 'rough' : this.freshness;
  });
  /** How far what is shown is behind the package; null where nothing is. */
  readonly behind: Fresh | null = $derived.by(() => {
    const { told, tested } = this.known;
    if (!this.running || !told || this.refusal) return null;
    if (this.freshness !== 'exact') return { freshness: this.freshness, draws: told.draws };
    return tested?.rough ? { freshness: 'rough', draws: tested.worlds } : null;
  });

  #judging: AbortController | null = null;
  #mapping: AbortController | null = null;
  #asking: AbortController | null = null;
  #of: string | null = null;

  /** Takes up what was put together in a case before, in this tab of the browser. */
  of(name: string): void {
    if (name === this.#of) return;
    this.#of = name;
    this.stop();
    this.map = null;
    this.mapOf = null;
    this.known = NOTHING;
    this.neighbours = {};
    this.freshness = 'stale';
    this.refusal = null;
    const put = putBefore(name);
    this.chosen = put?.chosen ?? null;
    this.before = put?.before ?? [];
    this.pair = put?.pair ?? null;
  }

  /** Keeps it for whoever comes back to it. */
  keep(): void {
    if (this.#of === null || this.chosen === null) return;
    const put: Put = { chosen: this.chosen, before: this.before.slice(-20), pair: this.pair };
    sessionStorage.setItem(`${KEPT} ${this.#of}`, JSON.stringify(put));
  }

  /** Takes another package. */
  take(options: PackageOptions): void {
    if (this.chosen && textOf(options) === this.text) return;
    if (this.chosen) this.before = [...this.before.slice(-99), this.chosen];
    this.chosen = options;
  }

  choose(issue: string, option: OptionValue): void {
    if (this.chosen) this.take({ ...this.chosen, [issue]: option });
  }

  /** Goes back to the package before. */
  back(): void {
    const last = this.before.at(-1);
    if (!last) return;
    this.before = this.before.slice(0, -1);
    this.chosen = last;
  }

  /** Asks what becomes of a package; of the leading one if none is named. An earlier question is withdrawn. */
  async judge(text: string, name: string | null, settings: Settings): Promise<void> {
    this.#judging?.abort();
    const judging = (this.#judging = new AbortController());
    this.freshness = 'stale';
    this.running = true;
    this.refusal = null;
    try {
      for await (const sent of askPackage({ ...settings, text, package: name }, judging.signal)) {
        if (judging.signal.aborted) return;
        this.#take(sent.event, sent.data);
      }
    } catch (error) {
      if (judging.signal.aborted || withdrawn(error)) return;
      this.refusal = refusalOf(error);
    } finally {
      if (this.#judging === judging) this.running = false;
    }
  }

  /** Asks which red lines packages cross. They are those of the central world, so that the first answer has them. */
  async cross(text: string, packages: readonly string[], settings: Settings): Promise<void> {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    this.neighbours = {};
    for (const name of packages) {
      try {
        for await (const { event, data } of askPackage({ ...settings, text, package: name }, asking.signal)) {
          if (event !== 'package') continue;
          const found = crossing((data as PackageTold).judged);
          this.neighbours = { ...this.neighbours, [name]: { package: name, crosses: found } };
          break;
        }
      } catch (error) {
        if (asking.signal.aborted || withdrawn(error)) return;
        // What cannot be judged is not offered with a warning either; taking it says why.
        refusalOf(error);
      }
    }
  }

  #take(event: string, data: unknown): void {
    switch (event) {
      case 'package': {
        const told = data as PackageTold;
        // What is told of another package does not stand beside this one.
        const same = this.judged !== null && textOf(this.judged.outcome) === textOf(told.judged.outcome);
        this.known = same ? { ...this.known, told } : { ...NOTHING, told, exchange: this.known.exchange, durability: this.known.durability };
        this.freshness = told.rough ? 'rough' : 'exact';
        this.chosen ??= told.judged.outcome;
        this.keep();
        break;
      }
      case 'tested':
        this.known = { ...this.known, tested: data as TestedTold };
        break;
      case 'carried': {
        const carried = data as CarriedTold;
        const about = this.judged ? textOf(this.judged.outcome) : '';
        this.known = { ...this.known, [carried.of]: { ...carried, package: about } };
        break;
      }
      case 'failed':
        this.refusal = data as Refusal;
        break;
    }
  }

  /** Asks where packages lie, for two principals, with one that must be there. */
  async look(text: string, pair: [string, string] | null, also: string | null, settings: Settings): Promise<void> {
    this.#mapping?.abort();
    const mapping = (this.#mapping = new AbortController());
    try {
      const map = await askMap({ ...settings, text, pair, also }, mapping.signal);
      const listed = new Set(map.packages.map((one) => textOf(one.outcome)));
      if (also !== null) listed.delete(also);
      this.listed = listed;
      this.map = map;
      this.mapOf = text;
      this.mapRefusal = null;
      if (this.chosen && !fits(this.chosen, map.issues)) {
        this.chosen = null;
        this.before = [];
      }
    } catch (error) {
      if (mapping.signal.aborted || withdrawn(error)) return;
      this.mapRefusal = refusalOf(error);
    }
  }

  stop(): void {
    this.#judging?.abort();
    this.#mapping?.abort();
    this.#asking?.abort();
    this.running = false;
    // Whoever comes back may come back to another text.
    this.freshness = 'stale';
  }
}

/** The one that is put together in the open case: it stays while one looks at something else. */
export const builder = new Builder();

function putBefore(name: string): Put | null {
  try {
    const put = JSON.parse(sessionStorage.getItem(`${KEPT} ${name}`) ?? 'null') as Put | null;
    return put && typeof put.chosen === 'object' && Array.isArray(put.before) ? put : null;
  } catch {
    return null;
  }
}

/** Who has a red line that a package crosses in the central world, and on what: whoever signs, and those behind them. */
function crossing(judged: PackageJudged): Neighbour['crosses'] {
  const all = [
    ...Object.entries(judged.principals).flatMap(([id, principal]) => [[id, principal.own] as const, ...Object.entries(principal.audiences)]),
    ...Object.entries(judged.other_vetoes),
  ];
  return all.filter(([, own]) => own.crosses.length > 0).map(([who, own]) => ({ who, issues: own.crosses }));
}

export function refusalOf(error: unknown): Refusal | 'unreachable' {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof Unreachable) return 'unreachable';
  throw error;
}

/** Whether each issue has one of its options. */
function fits(options: PackageOptions, issues: readonly IssueListed[]): boolean {
  if (Object.keys(options).length !== issues.length) return false;
  return issues.every((issue) => {
    const option = options[issue.id];
    if (option === undefined) return false;
    const [low, high] = [issue.options[0], issue.options.at(-1)];
    if (issue.continuous && typeof option === 'number') return option >= Number(low) && option <= Number(high);
    return issue.options.includes(option);
  });
}

/** All that is known of a package once it is judged in all draws and tested. */
export async function judgedWhole(text: string, name: string, settings: Settings, signal: AbortSignal): Promise<Known> {
  let known = NOTHING;
  for await (const { event, data } of askPackage({ ...settings, text, package: name }, signal)) {
    if (event === 'failed') throw new Refused(422, data as Refusal);
    if (event === 'package') known = { ...known, told: data as PackageTold };
    if (event === 'tested') known = { ...known, tested: data as TestedTold };
    // What comes after is of no use side by side.
    if (event === 'carried' || (event === 'tested' && !known.tested?.rough && !known.told?.rough)) break;
  }
  return known;
}

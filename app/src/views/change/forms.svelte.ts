import type { CaseForms, EditAsked, Forms, IssueForm, PositionForm, Refusal, StandForm } from '../../../types/protocol';
import { Refused, Unreachable, withdrawn } from '../../protocol/client';
import { doc } from '../../state/document.svelte';
import { askForms } from './routes';

/** How long the text must rest before it is asked for its forms again, in milliseconds: a slider shows by itself where it is. */
const REST = 90;

/** The forms of the open text. */
class FormsKept {
  told = $state.raw<CaseForms | null>(null);
  /** The text that they are of. */
  text = $state.raw<string | null>(null);
  refusal = $state.raw<Refusal | 'unreachable' | null>(null);
  readonly forms = $derived<Forms | null>(this.told?.forms ?? null);
  /** Whether they are those of the text as it stands. */
  readonly current = $derived(this.text === doc.text);

  #asking: AbortController | null = null;
  #timer = 0;

  /** Sees to it that the forms are those of `text`. A text that is not TOML leaves the last good ones standing. */
  of(text: string): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    if (this.text === text) return;
    this.#timer = window.setTimeout(() => void this.#ask(text), this.told ? REST : 0);
  }

  async #ask(text: string): Promise<void> {
    const asking = (this.#asking = new AbortController());
    try {
      const told = await askForms(text, asking.signal);
      if (asking.signal.aborted) return;
      this.told = shared(this.told, told);
      this.text = text;
      this.refusal = null;
    } catch (error) {
      if (withdrawn(error)) return;
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      this.refusal = error instanceof Refused ? error.refusal : 'unreachable';
    }
  }

  /** The name of whoever goes by an id. */
  who(id: string): string {
    const all = [...(this.forms?.parties ?? []), ...(this.forms?.audiences ?? [])];
    return all.find((one) => one.id === id)?.name ?? id;
  }

  /** The name of an issue. */
  issue(id: string): string {
    return this.forms?.issues.find((issue) => issue.id === id)?.name ?? id;
  }

  /** What a number is, in words. */
  name(path: string): string | null {
    const name = this.told?.names[path];
    return name ? name[0]!.toUpperCase() + name.slice(1) : null;
  }

  /** What the format says of a key, and what counts where nothing is stated. */
  about(key: string): string | null {
    return this.forms?.about[key] ?? null;
  }
}

/** What was told, with whatever it says as before left as it was: what is shown of that need not be looked at again. */
function shared<T>(before: unknown, now: T): T {
  if (before === now || typeof now !== 'object' || now === null || typeof before !== 'object' || before === null) return now;
  if (Array.isArray(now) !== Array.isArray(before)) return now;
  const [old, fresh] = [before as Record<string, unknown>, now as Record<string, unknown>];
  const keys = Object.keys(fresh);
  let same = keys.length === Object.keys(old).length;
  for (const key of keys) {
    fresh[key] = shared(old[key], fresh[key]);
    if (fresh[key] !== old[key]) same = false;
  }
  return same ? (before as T) : now;
}

export const kept = new FormsKept();

/** Makes changes, as one step that can be undone. */
export function make(edits: EditAsked[], label: string, join?: string): Promise<Refusal | null> {
  return doc.edit(edits, join === undefined ? { label } : { label, join });
}

/** A text as TOML writes it. */
export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}

/** A list of texts as TOML writes it. */
export function listed(texts: readonly string[]): string {
  return `[${texts.map(quoted).join(', ')}]`;
}

/** An order in which some may be alike, as TOML writes it. */
export function ordered(groups: readonly (readonly string[])[]): string {
  return `[${groups.map((group) => (group.length === 1 ? quoted(group[0]!) : listed(group))).join(', ')}]`;
}

/** Weights to which an order leads if every set of weights that fits it is as likely as another: the middle of them, to three digits. */
export function centroid(groups: readonly (readonly string[])[]): Map<string, number> {
  const n = groups.reduce((sum, group) => sum + group.length, 0);
  let rank = 0;
  const weights = new Map<string, number>();
  for (const group of groups) {
    let share = 0;
    for (let place = rank + 1; place <= rank + group.length; place++) {
      for (let j = place; j <= n; j++) share += 1 / j / n;
    }
    for (const issue of group) weights.set(issue, share / group.length);
    rank += group.length;
  }
  return toOne(weights);
}

/** The same weights rounded to three digits, so that they sum to 1. */
export function toOne(weights: ReadonlyMap<string, number>): Map<string, number> {
  const sum = [...weights.values()].reduce((all, weight) => all + weight, 0) || 1;
  const exact = [...weights].map(([issue, weight]) => ({ issue, thousandths: (1000 * weight) / sum }));
  const rounded = exact.map(({ issue, thousandths }) => ({ issue, whole: Math.floor(thousandths), rest: thousandths % 1 }));
  let missing = 1000 - rounded.reduce((all, { whole }) => all + whole, 0);
  for (const one of [...rounded].sort((a, b) => b.rest - a.rest)) if (missing-- > 0) one.whole++;
  return new Map(rounded.map(({ issue, whole }) => [issue, whole / 1000]));
}

/** What takes out an option of an issue, wherever a position or the issue itself names it. */
export function withoutOption(issue: IssueForm, option: string, positions: readonly PositionForm[]): EditAsked[] {
  const stands = positions.flatMap((position) => position.stands.filter((stand) => stand.issue === issue.id));
  const edits: EditAsked[] = stands.flatMap((stand) => [
    ...stand.values.filter((value) => value.option === option && value.value).map((value): EditAsked => ({ do: 'remove', path: value.path })),
    ...withoutNever(stand, option),
  ]);
  if (guarded(issue)) edits.push({ do: 'remove', path: `exchange.guarantee_table.${quoted(option)}` });
  const path = issue.options.find((one) => one.text === option)?.path;
  return path ? [...edits, { do: 'remove', path }] : edits;
}

/** What takes a red line on an option away. */
export function withoutNever(stand: StandForm, option: string): EditAsked[] {
  const at = stand.never.indexOf(option);
  if (at < 0) return [];
  return [{ do: 'remove', path: stand.never.length === 1 ? `${stand.path}.never` : `${stand.path}.never[${at + 1}]` }];
}

/** What draws a red line on an option. */
export function withNever(stand: StandForm, written: string): EditAsked {
  return stand.never.length === 0
    ? { do: 'put', path: `${stand.path}.never`, value: `[${written}]` }
    : { do: 'insert', path: `${stand.path}.never[]`, value: written };
}

/** What adds an option, and a wide range for it wherever the issue is valued. */
export function withOption(issue: IssueForm, written: string, positions: readonly PositionForm[]): EditAsked[] {
  const valued = positions.flatMap((position) => position.stands.filter((stand) => stand.issue === issue.id && stand.valued));
  const key = issue.numeric ? quoted(written) : written;
  return [
    { do: 'insert', path: issue.options_path, value: written },
    ...valued.map((stand): EditAsked => ({ do: 'insert', path: `${stand.path}.values.${key}`, value: '[0.3, 0.7]' })),
    ...(guarded(issue) ? [{ do: 'insert', path: `exchange.guarantee_table.${key}`, value: '{}' } as const] : []),
  ];
}

/** Whether what a guarantee costs depends on the options of this issue: then each has a row in a table. */
function guarded(issue: IssueForm): boolean {
  const rows = kept.forms?.others.filter((number) => number.path.startsWith('exchange.guarantee_table.')) ?? [];
  return rows.some((row) => issue.options.some((option) => row.path.startsWith(`exchange.guarantee_table.${option.text}.`)));
}

import type { OptionValue, PackageOptions } from '../../../types/answers';
import type { IssueListed } from '../../../types/protocol';
import { spoken } from '../../state/language.svelte';
import { optionOf } from '../packages/described';

/** Options by issue, as words are tied to them. */
export type Tied = { readonly [issue: string]: readonly OptionValue[] };

/** Options of one issue as people read them: `42 or 90 days`. */
export function oneOf(issue: IssueListed | undefined, options: readonly OptionValue[]): string {
  const names = options.map((option) => (issue ? optionOf(issue, option) : String(option)));
  return new Intl.ListFormat(spoken.language.locale, { type: 'disjunction' }).format(names);
}

/** What words are tied to, in words: `Length of the pledge: 42 days`. */
export function tiedTo(tied: Tied, issues: readonly IssueListed[]): string {
  return Object.entries(tied)
    .map(([id, options]) => {
      const issue = issues.find((one) => one.id === id);
      return `${issue?.name ?? id}: ${oneOf(issue, options)}`;
    })
    .join('; ');
}

/** Whether a package says what words say. */
export function holds(tied: Tied, chosen: PackageOptions | null): boolean {
  const entries = Object.entries(tied);
  return chosen !== null && entries.length > 0 && entries.every(([issue, options]) => chosen[issue] !== undefined && options.includes(chosen[issue]));
}

/** A package changed so that it says what words say: where it already has one of their options, it keeps it. */
export function settledOn(tied: Tied, chosen: PackageOptions): PackageOptions {
  const next = { ...chosen };
  for (const [issue, options] of Object.entries(tied)) {
    const had = next[issue];
    if (had === undefined || !options.includes(had)) next[issue] = options[0]!;
  }
  return next;
}

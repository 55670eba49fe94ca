import type { OptionValue, PackageOptions } from '../../../types/answers';
import type { IssueListed } from '../../../types/protocol';
import { spoken } from '../../state/language.svelte';

/** An option as people read it: a number with its unit. */
export function optionOf(issue: IssueListed, option: OptionValue | undefined): string {
  if (option === undefined) return '–';
  if (typeof option === 'string') return option;
  const number = new Intl.NumberFormat(spoken.language.locale, { maximumFractionDigits: 4 }).format(option);
  return issue.unit ? `${number} ${issue.unit}` : number;
}

/** A package in words. */
export function described(options: PackageOptions, issues: readonly IssueListed[]): string {
  return issues.map((issue) => `${issue.name}: ${optionOf(issue, options[issue.id])}`).join('; ');
}

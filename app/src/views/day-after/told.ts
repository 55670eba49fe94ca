import type { AccountTold, CommitmentStatus, CommitmentWatched, DelayBorne, Spread, StopsAt } from '../../../types/answers';
import type { ReportSays } from '../../../types/protocol';
import { written } from '../../parts/amount';
import { spoken } from '../../state/language.svelte';
import { dayAfter } from './day-after.svelte';
import { said } from './said.svelte';

// How commitments, accounts and delays are written, in the language of the interface. Names from the case are isolated (U+2068 … U+2069),
// so that each keeps its own direction inside a sentence.

export const isolated = (name: string): string => `\u2068${name}\u2069`;

/** A sign beside the word for how a commitment stands: never instead of it. */
export const SIGNS: Record<CommitmentStatus, string> = { not_due: '○', not_reported: '?', done: '✓', partly: '◐', late: '…', denied: '✗', disputed: '≠' };

/** What is promised: `13 × women and children`. */
export function what(of: CommitmentWatched): string {
  const w = said.now;
  const unit = of.unit === null ? null : isolated(of.unit);
  return w.what(of.count === null ? null : spoken.number(of.count), unit, isolated(of.what));
}

/** Who promised it, and to whom. */
export function between(of: CommitmentWatched): string {
  const w = said.now;
  const by = isolated(dayAfter.name(of.by));
  return of.to === null ? w.from(by) : w.fromTo(by, isolated(dayAfter.name(of.to)));
}

/** How a commitment stands, in few words. */
export function standing(of: CommitmentWatched): string {
  const w = said.now;
  return of.status === 'done' && of.days_late > 0 ? w.doneLate(of.days_late) : w.status[of.status];
}

/** What one account says of a commitment: `187 of 200, say others`. */
export function account(of: CommitmentWatched, told: AccountTold): string {
  const w = said.now;
  const all = of.count ?? 1;
  const many = told.count >= all ? w.kept : of.count === null ? w.notKept : w.some(spoken.number(told.count), spoken.number(all));
  return told.party === null ? w.accountOthers(many) : w.account(many, isolated(dayAfter.name(told.party)));
}

/** What a report says, in few words. */
export function says(of: CommitmentWatched, word: ReportSays, count: number | null): string {
  const w = said.now;
  const many = count === null || of.count === null || word === 'done' ? '' : `: ${w.some(spoken.number(count), spoken.number(of.count))}`;
  return `${w.says[word]}${many}`;
}

/** What delay is borne, in few words. */
export function bears(delay: DelayBorne, words: { any: string; none: string; days: (n: number, written: string) => string; not: string }): string {
  if (delay.any) return words.any;
  if (delay.days === null) return words.not;
  return delay.days === 0 ? words.none : words.days(delay.days, spoken.number(delay.days));
}

/** When somebody would stop. */
export function stopWhen(stop: StopsAt): string {
  const w = said.now;
  if (stop.phase === 'start' && stop.day === dayAfter.watch?.day) return w.atOnce;
  return [stop.day === null ? '' : w.onDay(spoken.day(stop.day)), w.phases[stop.phase]].filter(Boolean).join(' · ');
}

/** A number of days: whole ones from ten up. */
export function daysSaid(value: number): string {
  const w = said.now;
  if (!Number.isFinite(value)) return '–';
  const told = value < 10 && !Number.isInteger(value) ? written(value, 1) : spoken.number(Math.round(value));
  return w.days(value < 10 && !Number.isInteger(value) ? 2 : Math.round(value), told);
}

/** The range of a number of days. */
export function daysRange(spread: Spread): string {
  const w = said.now;
  const [low, high] = spread.interval;
  const told = (value: number) => (value < 10 ? written(value, 1) : spoken.number(Math.round(value)));
  return Number.isFinite(low) && Number.isFinite(high) ? w.rangeOf(told(low), told(high)) : '';
}

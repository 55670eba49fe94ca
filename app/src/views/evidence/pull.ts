import type { ClaimWeighed } from '../../../types/answers';
import { spoken } from '../../state/language.svelte';

/** Which way a claim pulls the outlook, and how much it multiplies or divides the odds. */
export interface Pull {
  way: 'for' | 'against' | 'neither';
  how: 'slightly' | 'clearly' | 'strongly';
  /** What the odds are multiplied by (for) or divided by (against); 1 or more. */
  times: number;
}

/** Odds that become less than a twentieth larger or smaller stay as they are for a reader. */
const NOTICED = Math.log(1.05);

export function pullOf(claim: ClaimWeighed | undefined | null): Pull | null {
  const ratio = claim?.log_likelihood_ratio;
  if (ratio === undefined) return null;
  const times = Math.exp(Math.abs(ratio));
  const how = times < 2 ? 'slightly' : times < 5 ? 'clearly' : 'strongly';
  return { way: Math.abs(ratio) < NOTICED ? 'neither' : ratio > 0 ? 'for' : 'against', how, times };
}

/** How often larger, as people say it: one decimal below ten. */
export const timesSaid = (times: number) => spoken.number(times < 10 ? Math.round(10 * times) / 10 : Math.round(times));

/** Odds as one number against another: 1 to 3. */
export function oddsSaid(share: number): string {
  const w = spoken.words.evidence;
  if (share <= 0 || share >= 1) return share <= 0 ? w.never : w.certain;
  const odds = share / (1 - share);
  return odds >= 1 ? w.odds(timesSaid(odds), '1') : w.odds('1', timesSaid(1 / odds));
}

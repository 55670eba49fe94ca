import type { IssueForm, NumberForm, StandForm } from '../../../types/protocol';
import { central } from '../../parts/range';

/** What an option is worth, from low to high, and whether it is behind a red line. */
export interface Bar {
  option: string;
  low: number | null;
  high: number | null;
  never: 'no' | 'perhaps' | 'yes';
}

/** Into how many stops a continuous issue is taken apart. */
const STOPS = 7;

/** Every option of an issue as one party sees it; of a continuous issue, evenly spaced stops. */
export function bars(stand: StandForm, issue: IssueForm): Bar[] {
  if (issue.options.length > 0) {
    return issue.options.map((option, i) => {
      const stated = stand.values[i]?.value?.parts;
      const [low, high] = stated && stated.length > 0 ? [stated[0]!, stated.at(-1)!] : between(stand, Number(option.text));
      return { option: option.text, low, high, never: refused(stand, option.text) };
    });
  }
  const ends = ended(stand);
  if (!ends) return [];
  return Array.from({ length: STOPS }, (_, i) => {
    const x = Number((ends[0] + ((ends[1] - ends[0]) * i) / (STOPS - 1)).toPrecision(4));
    const [low, high] = between(stand, x);
    return { option: String(x), low, high, never: refused(stand, String(x)) };
  });
}

/** The numbers between which a party's wishes on a continuous issue lie. */
function ended(stand: StandForm): [number, number] | null {
  const named = [stand.ideal, stand.worst, ...stand.points.map((point) => point.at), stand.at_most, stand.at_least];
  const numbers = named.filter((one): one is NumberForm => one !== null).flatMap((one) => one.parts);
  return numbers.length > 1 ? [Math.min(...numbers), Math.max(...numbers)] : null;
}

/** What a number is worth by the points, or by the best and the worst, around it. */
function between(stand: StandForm, x: number): [number | null, number | null] {
  if (Number.isNaN(x)) return [null, null];
  if (stand.ideal && stand.worst && stand.ideal.parts.length > 0 && stand.worst.parts.length > 0) {
    const [ideal, worst] = [central(stand.ideal.parts), central(stand.worst.parts)];
    const worth = Math.min(1, Math.max(0, (x - worst) / (ideal - worst)));
    return Number.isFinite(worth) ? [worth, worth] : [null, null];
  }
  const points = stand.points.filter(({ at, worth }) => at.parts.length > 0 && worth.parts.length > 0);
  if (points.length === 0) return [null, null];
  const after = points.findIndex(({ at }) => central(at.parts) >= x);
  const right = points[after < 0 ? points.length - 1 : after]!;
  const left = points[after <= 0 ? (after < 0 ? points.length - 1 : 0) : after - 1]!;
  const [a, b] = [central(left.at.parts), central(right.at.parts)];
  const share = b > a ? Math.min(1, Math.max(0, (x - a) / (b - a))) : 0;
  const along = (end: (parts: readonly number[]) => number) => end(left.worth.parts) + share * (end(right.worth.parts) - end(left.worth.parts));
  return [along((parts) => parts[0]!), along((parts) => parts.at(-1)!)];
}

function refused(stand: StandForm, option: string): Bar['never'] {
  if (stand.never.includes(option)) return 'yes';
  const x = Number(option);
  let never: Bar['never'] = stand.perhaps_never.includes(option) ? 'perhaps' : 'no';
  for (const [limit, sign] of [[stand.at_most, 1], [stand.at_least, -1]] as const) {
    if (!limit || limit.parts.length === 0) continue;
    const beyond = limit.parts.map((part) => sign * (x - part) > 0);
    if (beyond.every(Boolean)) return 'yes';
    if (beyond.some(Boolean)) never = 'perhaps';
  }
  return never;
}

import type { CommitmentWatched, StopsAt, WatchFound } from '../../../types/answers';
import type { DayAfterFound, ReportListed } from '../../../types/protocol';
import { dayOf, numbered, weekdayOf } from '../../parts/days';

// The days of a watch as a calendar. Of a day after that of the look only what was agreed on before is in it.

/** What a day is beside what falls due on it. */
export type Mark =
  | { kind: 'begins' | 'pledged' | 'ended' }
  /** So many commitments were agreed on it. */
  | { kind: 'agreed'; count: number }
  /** Somebody would gain by stopping on it, in a share of the worlds drawn. */
  | { kind: 'stops'; stop: StopsAt };

/** What was promised for a day, by who promised it. */
export interface Due {
  party: string;
  commitments: CommitmentWatched[];
}

export interface Day {
  day: string;
  /** One entry for every party that promised anything, in the order of the case: also where nothing of it falls due. */
  due: Due[];
  /** What was told of this day about what falls due on another. */
  told: ReportListed[];
  /** What is due on another day and came on this one. */
  came: CommitmentWatched[];
  marks: Mark[];
}

/** A week, or several in a row in which nothing is. */
export type Row = { kind: 'week'; days: Day[] } | { kind: 'gap'; from: string; to: string; weeks: number };

/** The parties that promised anything, in the order of the case. */
export const debtors = (watch: WatchFound): string[] => watch.parties.filter((party) => party.commitments > 0).map((party) => party.party);

/** Whether anything is to be seen on a day. */
export const isEmpty = (day: Day): boolean => day.marks.length === 0 && day.told.length === 0 && day.came.length === 0 && day.due.every((due) => due.commitments.length === 0);

/** What there is by day, found once for each answer. */
interface Indexed {
  due: Map<string, CommitmentWatched[]>;
  came: Map<string, CommitmentWatched[]>;
  told: Map<string, ReportListed[]>;
  marks: Map<string, Mark[]>;
}

const known = new WeakMap<DayAfterFound, Indexed>();

function indexed(found: DayAfterFound): Indexed {
  const before = known.get(found);
  if (before) return before;
  const index: Indexed = { due: new Map(), came: new Map(), told: new Map(), marks: new Map() };
  known.set(found, index);
  const watch = found.answer?.watch;
  if (!watch) return index;
  const add = <T>(to: Map<string, T[]>, day: string | null, what: T) => {
    if (day === null) return;
    const there = to.get(day);
    if (there) there.push(what);
    else to.set(day, [what]);
  };
  add<Mark>(index.marks, watch.begins, { kind: 'begins' });
  add<Mark>(index.marks, watch.ended, { kind: 'ended' });
  add<Mark>(index.marks, watch.pledge_ends, { kind: 'pledged' });
  for (const stop of watch.exchange?.stops ?? []) add<Mark>(index.marks, stop.day, { kind: 'stops', stop });
  const agreed = new Map<string, number>();
  for (const one of watch.commitments) {
    add(index.due, one.due, one);
    if (one.done_on !== one.due) add(index.came, one.done_on, one);
    agreed.set(one.agreed, (agreed.get(one.agreed) ?? 0) + 1);
  }
  for (const [day, count] of agreed) add<Mark>(index.marks, day, { kind: 'agreed', count });
  const of = new Map(watch.commitments.map((one) => [one.id, one]));
  for (const report of found.reports) {
    const about = of.get(report.commitment);
    // What is told of a commitment on its own day, or of the day on which it came, stands with it.
    if (about && about.due !== report.day && about.done_on !== report.day) add(index.told, report.day, report);
  }
  return index;
}

/** What is on one day. */
export function dayAt(found: DayAfterFound, day: string): Day {
  const watch = found.answer?.watch;
  const index = indexed(found);
  const due = index.due.get(day) ?? [];
  return {
    day,
    due: watch ? debtors(watch).map((party) => ({ party, commitments: due.filter((one) => one.by === party) })) : [],
    told: index.told.get(day) ?? [],
    came: index.came.get(day) ?? [],
    marks: index.marks.get(day) ?? [],
  };
}

/** The days from the first to the last on which something is, week by week; `look` and `shown` are among them, whatever is on them. */
export function calendar(found: DayAfterFound, look: string, shown: string, weekBegins: number): Row[] {
  const index = indexed(found);
  const busy = new Set<string>([index.due, index.came, index.told, index.marks].flatMap((by) => [...by.keys()]));
  for (const day of [look, shown, found.days.first, found.days.last]) if (day) busy.add(day);
  const begin = (day: string) => {
    const number = numbered(day);
    return number - ((weekdayOf(number) - weekBegins + 7) % 7);
  };
  const weeks = [...new Set([...busy].map(begin))].sort((a, b) => a - b);
  const rows: Row[] = [];
  for (const [i, week] of weeks.entries()) {
    const before = weeks[i - 1];
    if (before !== undefined && week - before === 14) rows.push({ kind: 'week', days: daysFrom(found, before + 7) });
    else if (before !== undefined && week - before > 14) rows.push({ kind: 'gap', from: dayOf(before + 7), to: dayOf(week - 1), weeks: (week - before) / 7 - 1 });
    rows.push({ kind: 'week', days: daysFrom(found, week) });
  }
  return rows;
}

const daysFrom = (found: DayAfterFound, week: number): Day[] => Array.from({ length: 7 }, (_, i) => dayAt(found, dayOf(week + i)));

import type { PackageOptions } from '../../../types/answers';
import type { PackagesMap } from '../../../types/protocol';
import type { Known } from './builder.svelte';
import { described } from './described';
import { csvRow, download } from '../../parts/download';

/** A package that is taken out of the workbench. */
export interface Exported {
  name: string;
  options: PackageOptions;
  known: Known;
}

export type How = 'text' | 'json' | 'csv';

const percent = (value: number | undefined | null) => (value === undefined || value === null ? '–' : `${(100 * value).toFixed(1)} %`);

/** Writes packages to a file. Texts are English, like the sentences of the brief in them. */
export function exportPackages(all: readonly Exported[], map: PackagesMap, how: How): void {
  const write = { text: [asText, 'txt', 'text/plain'], json: [asJson, 'json', 'application/json'], csv: [asCsv, 'csv', 'text/csv'] } as const;
  const [made, ending, type] = write[how];
  download(`packages.${ending}`, type, made(all, map));
}

function asText(all: readonly Exported[], map: PackagesMap): string {
  const one = ({ name, options, known }: Exported) => {
    const judged = known.told?.judged;
    const results = known.tested?.results;
    const lines = [name, ...described(options, map.issues).split('; ').map((line) => `  ${line}`)];
    if (judged) {
      lines.push(`  All would sign: ${percent(judged.all.value)} of ${known.told!.draws} draws`);
      for (const [id, principal] of Object.entries(judged.principals)) {
        lines.push(`  ${map.principals.find((actor) => actor.id === id)?.name ?? id} would sign: ${percent(principal.signs_share.value)}`);
      }
    }
    if (results?.enforceable) lines.push(`  Would hold: ${percent(results.enforceable.value)}`);
    if (results?.durable) lines.push(`  Would last ${known.tested!.lasting_days} days: ${percent(results.durable.median)}`);
    if (results) lines.push(`  All tests together: ${percent(results.all_three)}`);
    if (judged) lines.push(...judged.lacks.map((lack) => `  Lacks: ${lack}`));
    return `${lines.join('\n')}\n`;
  };
  return all.map(one).join('\n');
}

function asJson(all: readonly Exported[]): string {
  const packages = all.map(({ name, options, known }) => ({
    name,
    package: options,
    judged: known.told?.judged ?? null,
    draws: known.told?.draws ?? null,
    tests: known.tested && { worlds: known.tested.worlds, lasting_days: known.tested.lasting_days, ...known.tested.results },
  }));
  return `${JSON.stringify({ packages }, null, 2)}\n`;
}

function asCsv(all: readonly Exported[], map: PackagesMap): string {
  const head = ['name', ...map.issues.map((issue) => issue.id), 'all_sign', ...map.principals.map((actor) => `signs.${actor.id}`), 'enforceable', 'durable', 'all_three'];
  const row = ({ name, options, known }: Exported) => {
    const judged = known.told?.judged;
    const results = known.tested?.results;
    return csvRow([
      name,
      ...map.issues.map((issue) => options[issue.id] ?? null),
      judged?.all.value ?? null,
      ...map.principals.map((actor) => judged?.principals[actor.id]?.signs_share.value ?? null),
      results?.enforceable?.value ?? null,
      results?.durable?.median ?? null,
      results?.all_three ?? null,
    ]);
  };
  return csvRow(head) + all.map(row).join('');
}

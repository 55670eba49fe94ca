import { ledger } from '../../state/ledger.svelte';

// Names of things of the open text, for lists to choose from.

/** What stands at a path, without quotes; null if nothing does. */
export function at(path: string): string | null {
  const found = ledger.ledger?.places.find((place) => place.path === path);
  if (!found) return null;
  const written = ledger.text.slice(found.at.from, found.at.to);
  const value = /^[\w."'-]+\s*=\s*(.*)$/s.exec(written)?.[1] ?? written;
  return value.trim().replace(/^["']|["']$/g, '');
}

/** The name of a party by its id. */
export const partyName = (id: string): string => at(`parties.${id}.name`) ?? id;

/** The ids of the tables directly under a path. */
export function ids(table: string): string[] {
  const start = `${table}.`;
  const found = (ledger.ledger?.places ?? [])
    .filter((place) => place.path.startsWith(start))
    .map((place) => /^(?:"([^"]*)"|([^.[]+))/.exec(place.path.slice(start.length)))
    .map((match) => match?.[1] ?? match?.[2] ?? '');
  return [...new Set(found.filter(Boolean))];
}

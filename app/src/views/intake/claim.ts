// A claim as a case writes it, read and changed field by field. Its TOML is what counts; the fields are a view of it.

/** The fields of a claim by their keys; texts without their quotes, everything else as written. */
export function fieldsOf(toml: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const line of toml.split(/\r?\n/)) {
    const found = /^([\w-]+)\s*=\s*(.*?)\s*$/.exec(line);
    if (found) fields[found[1]!] = unquoted(found[2]!);
  }
  return fields;
}

function unquoted(value: string): string {
  if (!/^".*"$/.test(value)) return value.replace(/^'(.*)'$/, '$1');
  try {
    return JSON.parse(value.replace(/\\U000([0-9A-Fa-f]{5})/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))) as string;
  } catch {
    return value.slice(1, -1);
  }
}

/** A text as TOML on one line. */
export const quoted = (text: string): string => JSON.stringify(text).replace(/\u007f/g, '\\u007f');

/** What was typed as a number or as numbers, as TOML; null if it is none. */
export function numbers(typed: string): string | null {
  const all = typed.replace(/[[\]]/g, ' ').split(/[\s,;–]+/).filter(Boolean).map(Number);
  if (all.length === 0 || all.length > 3 || all.some((one) => !Number.isFinite(one))) return null;
  return all.length === 1 ? String(all[0]) : `[${all.join(', ')}]`;
}

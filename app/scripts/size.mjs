// What the bundle weighs, file by file, and whether it keeps to its limits: one for what a page needs before it shows anything, one for
// all of it, with every view, both languages and the editor.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const FIRST_LIMIT = 90_000;
const LIMIT = 375_000;
const bundle = new URL('../../crates/detente-server/bundle/', import.meta.url);
const read = (name) => readFileSync(new URL(name, bundle));

/** The files that one file imports before it runs, and those that they import. */
function needed(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const [, other] of read(name).toString().matchAll(/(?:from|import)\s*["']\.\/([\w.-]+)["']/g)) needed(other, found);
  return found;
}

const sizes = new Map(readdirSync(bundle).sort().map((name) => [name, gzipSync(read(name), { level: 9 }).length]));
for (const [name, bytes] of sizes) console.log(`${String(bytes).padStart(8)}  ${name}`);
const sum = (names) => names.reduce((total, name) => total + sizes.get(name), 0);
const first = sum(['index.html', 'app.css', ...needed('app.js')]);
const total = sum([...sizes.keys()]);
console.log(`${String(first).padStart(8)}  gzipped before anything is shown, of at most ${FIRST_LIMIT}`);
console.log(`${String(total).padStart(8)}  gzipped in all, of at most ${LIMIT}`);
if (first > FIRST_LIMIT || total > LIMIT) {
  console.error('The bundle is too heavy.');
  process.exit(1);
}

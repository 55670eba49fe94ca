// What the bundle weighs, file by file, and whether it keeps to its limit.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT = 250_000;
const bundle = new URL('../../crates/detente-server/bundle/', import.meta.url);
let total = 0;
for (const name of readdirSync(bundle).sort()) {
  const bytes = gzipSync(readFileSync(new URL(name, bundle)), { level: 9 }).length;
  total += bytes;
  console.log(`${String(bytes).padStart(8)}  ${name}`);
}
console.log(`${String(total).padStart(8)}  gzipped in all, of at most ${LIMIT}`);
if (total > LIMIT) {
  console.error('The bundle is too heavy.');
  process.exit(1);
}

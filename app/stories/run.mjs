// Plays the stories named on the command line, or all. Ends with 1 if one fails.
import { readdirSync } from 'node:fs';
import { play } from './harness.mjs';

const here = new URL('.', import.meta.url);
const all = readdirSync(here)
  .filter((file) => file.endsWith('.mjs') && !['harness.mjs', 'run.mjs'].includes(file))
  .map((file) => file.slice(0, -4))
  .sort();
const asked = process.argv.slice(2);
let failed = 0;
for (const name of asked.length > 0 ? asked : all) {
  const { default: story, from } = await import(new URL(`${name}.mjs`, here));
  const began = performance.now();
  let wrong = await play(story, from ? { from } : {});
  if (wrong.length > 0) {
    // A machine that was busy for a moment is told apart from a fault by playing once more; what was wrong is told all the same.
    console.log(`unsteady ${name}: played once more, since`);
    for (const line of wrong) console.log(`       ${line}`);
    wrong = await play(story, from ? { from } : {});
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${wrong.length === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  for (const line of wrong) console.log(`       ${line}`);
  if (wrong.length > 0) failed++;
}
process.exit(failed > 0 ? 1 : 0);

// Plays the stories named on the command line, or all, two at a time ($AT_ONCE): where one waits, another goes on. Ends with 1 if one
// fails.
import { readdirSync } from 'node:fs';
import { play } from './harness.mjs';

const here = new URL('.', import.meta.url);
const all = readdirSync(here)
  .filter((file) => file.endsWith('.mjs') && !['harness.mjs', 'run.mjs'].includes(file))
  .map((file) => file.slice(0, -4))
  .sort();
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : all;
const began = performance.now();
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** Plays a story and tells how it went, all of it at once, so that what two tell does not mix. */
async function told(name) {
  const began = performance.now();
  const { default: story, from } = await import(new URL(`${name}.mjs`, here));
  const { wrong, spent } = await play(story, from ? { from } : {});
  const parts = Object.entries(spent).sort(([, a], [, b]) => b - a).map(([what, time]) => `${what} ${seconds(time)}`);
  const lines = wrong.map((line) => `       ${line}\n`).join('');
  return { name, wrong, lines, took: `(${seconds(performance.now() - began)}: ${parts.join(', ')})` };
}

const shaky = [];
const waiting = [...names];
await Promise.all(
  Array.from({ length: Number(process.env.AT_ONCE ?? 2) }, async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const { wrong, lines, took } = await told(name);
      if (wrong.length === 0) console.log(`ok     ${name} ${took}`);
      else {
        console.log(`again  ${name} ${took}: is played once more at the end, since\n${lines}`);
        shaky.push(name);
      }
    }
  }),
);

let failed = 0;
for (const name of shaky) {
  // A machine that was busy for a moment is told apart from a fault by playing once more, alone; what was wrong was told all the same.
  const again = await told(name);
  console.log(`${again.wrong.length === 0 ? 'ok    ' : 'FAILED'} ${name} ${again.took}\n${again.lines}`);
  if (again.wrong.length > 0) failed++;
}
console.log(`${names.length - failed} of ${names.length} stories are ok (${seconds(performance.now() - began)})`);
process.exit(failed > 0 ? 1 : 0);

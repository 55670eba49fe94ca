// What the workbench takes, in Chromium: node bench/workbench.mjs [SECTION …]
//
// It drives `detente serve` ($DETENTE, or target/release/detente) as the stories do, and prints a table of Markdown. Sections: cairo,
// graph, large, memory, bundle; all of them if none is named. Nothing else should run on the machine meanwhile: how busy it was, as the
// system tells it (the processes that want to run, on average over a minute), stands in the last row.
//
// $STEPS is how many steps are taken, $EDITS how many edits; $BUNDLE is an app just built, as for the stories.
//
// A step of a slider is a key pressed on it. Its time runs from that key to the frame in which the headline and the deal space of the new
// text are both in the page, first from 100 draws ("rough"), then from all of them ("exact"); all of it is measured in the page with
// `performance.now()`. No step leads to a text that was there before, so that nothing comes out of a cache.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { play } from '../app/stories/harness.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STEPS = Number(process.env.STEPS ?? 100);
const EDITS = Number(process.env.EDITS ?? 1000);

const rows = [];
const row = (what, figure) => {
  rows.push([what, figure]);
  console.error(`${what}: ${figure}`);
};

const ms = (x) => (Number.isFinite(x) ? `${Math.round(x)} ms` : 'never');
function share(times, p) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted.length > 0 ? sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] : NaN;
}
const spread = (times) => `${ms(share(times, 0.5))} · ${ms(share(times, 0.95))}`;

/**
 * The first paint, the headline, and the whole brief, of a fresh page; what has not come in time is told as never. The browser tells of a
 * paint some frames after it, which may be after all else: that is waited for.
 */
async function opened(page, patience = 300_000) {
  return page.evaluate(
    (patience) =>
      new Promise((resolve, reject) => {
        const seen = { paint: NaN, headline: NaN, whole: NaN };
        const ended = () => performance.now() > patience || !Object.values(seen).some(Number.isNaN);
        const watching = new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') seen.paint = startTime;
        });
        watching.observe({ type: 'paint', buffered: true });
        const look = () => {
          const now = performance.now();
          if (Number.isNaN(seen.headline) && document.querySelector('.verdict')) seen.headline = now;
          // A case that this build of Detente cannot read never has figures.
          if (document.querySelector('.phase:is(.faulty, .failed)')) return reject(new Error(document.querySelector('.figures').textContent.trim()));
          if (Number.isNaN(seen.whole) && document.querySelector('.phase.done')) {
            seen.whole = now;
            // It is told soon, or never.
            patience = Math.min(patience, now + 5_000);
          }
          if (!ended()) return setTimeout(look, 5);
          watching.disconnect();
          resolve(seen);
        };
        look();
      }),
    patience,
  );
}

/** Presses a key on a slider, and waits for the headline and the deal space of what comes of it. */
async function step(page, at, { whole = true, patience = 60_000 } = {}) {
  return page.evaluate(
    ({ at, whole, patience }) =>
      new Promise((resolve) => {
        const sliders = [...document.querySelectorAll('.forms > section:first-of-type [role=slider]')];
        // Each only ever rises, so that no text comes twice.
        const slider = sliders[at % sliders.length];
        const was = slider.getAttribute('aria-valuenow');
        const parts = () => [document.querySelector('.answers .head'), document.querySelector('.answers #section-map') ?? document.querySelector('.answers section[id^=section-]')];
        const fresh = (part, ...ways) => part !== null && ways.some((way) => part.classList.contains(way));
        const begun = performance.now();
        const told = { rough: NaN, exact: NaN, whole: NaN };
        let stale = false;
        const end = () => {
          watching.disconnect();
          clearTimeout(late);
          resolve({ ...told, moved: slider.getAttribute('aria-valuenow') !== was });
        };
        const look = () => {
          if (parts().some((part) => fresh(part, 'stale'))) stale = true;
          if (!stale) return;
          const now = performance.now() - begun;
          if (Number.isNaN(told.rough) && parts().every((part) => fresh(part, 'rough', 'exact'))) told.rough = now;
          if (Number.isNaN(told.exact) && parts().every((part) => fresh(part, 'exact'))) told.exact = now;
          if (!Number.isNaN(told.exact) && !whole) return end();
          if (!Number.isNaN(told.exact) && document.querySelector('.phase.done')) {
            told.whole = now;
            end();
          }
        };
        const watching = new MutationObserver(look);
        watching.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
        const late = setTimeout(end, patience);
        slider.focus();
        slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
        if (slider.getAttribute('aria-valuenow') === was) setTimeout(() => slider.getAttribute('aria-valuenow') === was && end(), 50);
      }),
    { at, whole, patience },
  );
}

async function steps(page, count, options) {
  const all = [];
  for (let at = 0; all.length < count && at < 4 * count; at++) {
    const told = await step(page, at, options);
    if (told.moved) all.push(told);
  }
  return all;
}

function tell(what, all) {
  row(`${what}: step of a slider to headline and deal space, rough (p50 · p95, ${all.length} steps)`, spread(all.map((one) => one.rough)));
  row(`${what}: the same, exact (p50 · p95)`, spread(all.map((one) => one.exact)));
  const whole = all.map((one) => one.whole).filter((time) => !Number.isNaN(time));
  if (whole.length > 0) row(`${what}: step of a slider to the whole brief (p50 · p95)`, spread(whole));
}

const sections = {
  cairo: () =>
    play(async ({ open }) => {
      const paints = [];
      for (let i = 0; i < 5; i++) {
        const page = await open({ wait: false });
        paints.push(await opened(page));
        await page.context().close();
      }
      row('cairo-2024: first paint (p50 · p95, 5 pages)', spread(paints.map((one) => one.paint)));
      row('cairo-2024: headline in the page (p50 · p95)', spread(paints.map((one) => one.headline)));
      row('cairo-2024: whole brief in the page (p50 · p95)', spread(paints.map((one) => one.whole)));
      const page = await open({ size: 'wide', view: 'change' });
      await page.locator('.forms [role=slider]').first().waitFor();
      // What is loaded at the first step only is not what a step takes.
      await steps(page, 2);
      tell('cairo-2024', await steps(page, STEPS));
    }),
  graph: () =>
    play(
      async ({ open, write }) => {
        write(readFileSync(join(ROOT, 'app/stories/files/forty-states.toml'), 'utf8'));
        const [drawn, told] = [[], []];
        for (let i = 0; i < 5; i++) {
          const page = await open({ size: 'wide' });
          const times = await page.evaluate(async () => {
            const coming = (there) =>
              new Promise((resolve) => {
                const begun = performance.now();
                const look = () => (there() ? resolve(performance.now() - begun) : performance.now() - begun > 60_000 ? resolve(NaN) : setTimeout(look, 2));
                look();
              });
            document.querySelector('header a[href="#conflict"]').click();
            const drawn = await coming(() => document.querySelectorAll('[role=option][data-state]').length === 40);
            const states = document.querySelectorAll('[role=option][data-state]');
            states[20].dispatchEvent(new MouseEvent('click', { bubbles: true }));
            return { drawn, told: await coming(() => document.querySelector('#state-heading') && document.querySelector('aside .paper')?.textContent) };
          });
          drawn.push(times.drawn);
          told.push(times.told);
          await page.context().close();
        }
        row('graph of 40 states: drawn, from asking for it (p50 · p95, 5 pages)', spread(drawn));
        row('graph of 40 states: why a state holds, from a click on it (p50 · p95)', spread(told));
      },
      { from: 'forty-states' },
    ),
  large: () =>
    play(
      async ({ open, write }) => {
        write(execFileSync('python3', [join(ROOT, 'bench/bigcase.py'), '6', '60', '4', '0', '1'], { encoding: 'utf8' }));
        const page = await open({ size: 'wide', wait: false });
        const first = await opened(page);
        row('60 issues × 6 parties: first paint', ms(first.paint));
        row('60 issues × 6 parties: headline in the page', ms(first.headline));
        row('60 issues × 6 parties: whole brief in the page', ms(first.whole));
        await page.locator('header a[href="#change"]').click();
        const shown = await page.evaluate(
          () =>
            new Promise((resolve) => {
              const begun = performance.now();
              const look = () => (document.querySelectorAll('[data-cell]').length >= 420 ? resolve(performance.now() - begun) : setTimeout(look, 5));
              look();
            }),
        );
        row('60 issues × 6 parties: the forms in the page', ms(shown));
        tell('60 issues × 6 parties', await steps(page, Math.min(STEPS, 10)));
      },
      { from: 'large' },
    ),
  memory: () =>
    play(async ({ open, pid }) => {
      const page = await open({ size: 'wide', view: 'change' });
      await page.locator('.forms [role=slider]').first().waitFor();
      const resident = () => Math.round(Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid()}/status`, 'utf8'))[1]) / 1024);
      const before = resident();
      // Typed and not stepped: there are not a thousand steps on a slider.
      const field = page.locator('.forms section').first().getByRole('textbox').first();
      const head = page.locator('.answers .head');
      for (let i = 0; i < EDITS; i++) {
        await field.fill(String(0.2 + i / 10_000));
        await field.press('Enter');
        if (i % 10 === 0) await head.and(page.locator('.rough, .exact')).waitFor();
      }
      await page.locator('.phase.done').waitFor({ timeout: 60_000 });
      row(`cairo-2024: memory of the server, before · after ${EDITS} edits`, `${before} MiB · ${resident()} MiB`);
      const heap = await page.evaluate(() => performance.memory?.usedJSHeapSize ?? NaN);
      if (!Number.isNaN(heap)) row(`cairo-2024: memory of the page after them`, `${Math.round(heap / 2 ** 20)} MiB`);
    }),
  bundle: async () => {
    const folder = process.env.BUNDLE ?? join(ROOT, 'crates/detente-server/bundle');
    const weights = readdirSync(folder).map((name) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length);
    // What the page names, and what that imports at once.
    const names = new Set(['index.html']);
    for (const name of names) {
      const text = readFileSync(join(folder, name), 'utf8');
      const named = name.endsWith('.html') ? /(?:src|href)="\/([\w.-]+\.(?:js|css))"/g : /(?:^|[;}])import[^;()]*?from?\s*["`']\.\/([\w.-]+\.js)["`']/g;
      if (!name.endsWith('.css')) for (const [, other] of text.matchAll(named)) names.add(other);
    }
    const first = [...names].map((name) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length);
    const kilobytes = (all) => `${(all.reduce((sum, one) => sum + one, 0) / 1000).toFixed(1)} kB`;
    row('bundle, gzipped: all of it · before the first paint', `${kilobytes(weights)} · ${kilobytes(first)}`);
    return [];
  },
};

const asked = process.argv.slice(2);
let failed = false;
for (const [name, run] of Object.entries(sections)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const found = await run();
  for (const wrong of Array.isArray(found) ? found : found.wrong) {
    console.error(`${name}: ${wrong}`);
    failed = true;
  }
}
row('processes that want to run, on average over the last minute · processors', `${loadavg()[0].toFixed(1)} · ${cpus().length}`);
console.log('| | |\n|---|---|');
for (const [what, figure] of rows) console.log(`| ${what} | ${figure} |`);
process.exit(failed ? 1 : 0);

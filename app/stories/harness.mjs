// What every story stands on: a server of its own on a copy of a case, and a browser of its own with nothing kept from before.
//
// Where the same is looked at by everybody, `everybody` goes over windows, themes and languages.
//
// A story is a module with `export const name` (a case's folder in `cases/`, "cairo-2024" if it says nothing) and
// `export default async (story) => …`. It fails if a check does, if the page reports an error, or if a request leaves the machine.

import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DETENTE = process.env.DETENTE ?? join(ROOT, 'target/release/detente');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PICTURES = process.env.PICTURES ?? join(ROOT, 'docs/workbench');
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Sizes of the window by name. At `zoomed`, a window of 1280 by 900 shows everything twice as large. */
const SIZES = {
  desk: { viewport: { width: 1280, height: 900 } },
  wide: { viewport: { width: 1600, height: 1000 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  zoomed: { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
};

/** `detente serve` on a folder; resolves once it has told its address. */
export function serve(folder, ...more) {
  const child = spawn(DETENTE, ['serve', folder, '--no-open', '--port', '0', ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`no address after 20 s: ${said}`)), 20_000);
    const hear = (bytes) => {
      said += bytes;
      const address = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(said)?.[0];
      if (!address) return;
      clearTimeout(late);
      const stop = () =>
        new Promise((stopped) => {
          if (child.exitCode !== null || child.signalCode !== null) return stopped();
          child.once('exit', stopped);
          child.kill('SIGKILL');
        });
      resolve({ address, stop, pid: child.pid });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`detente ended with ${code}: ${said}`)));
  });
}

/** Windows, themes and languages in which everything is looked at: both themes, both directions, a phone, large letters. */
const EVERYBODY = [
  ['desk', 'dark', 'en'],
  ['desk', 'light', 'ar'],
  ['phone', 'light', 'en'],
  ['phone', 'dark', 'ar'],
  ['zoomed', 'light', 'en'],
];

/** Over how many draws everybody looks: more than the first ones, so that figures come twice, and few enough to come soon. */
const FEW = 300;

/** The questions that are answered over draws. */
const DRAWN = /\/api\/(look|compare|package|packages\/map|outlook|strike|conflict|page|extract|one-text|one-text\/compared|overlay|day-after)$/;

/** Runs one story. Returns what went wrong, in sentences, and how long was spent with what, in milliseconds. */
export async function play(story, { from = 'cairo-2024' } = {}) {
  const wrong = [];
  const spent = {};
  const timed = async (what, work) => {
    const began = performance.now();
    try {
      return await work();
    } finally {
      spent[what] = (spent[what] ?? 0) + performance.now() - began;
    }
  };
  const folder = join(mkdtempSync(join(tmpdir(), 'detente-story-')), from);
  if (existsSync(join(ROOT, 'cases', from))) cpSync(join(ROOT, 'cases', from), folder, { recursive: true });
  else mkdirSync(folder);
  let server = await serve(folder);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const check = (good, told) => {
    if (!good) wrong.push(told);
    return Boolean(good);
  };

  const told = {
    folder,
    check,
    /** The bytes of a file of the case. */
    read: (name = 'case.toml') => readFileSync(join(folder, name), 'utf8'),
    /** Changes a file as another program would. */
    write: (text, name = 'case.toml') => writeFileSync(join(folder, name), text),
    files: () => readdirSync(folder, { recursive: true }).map(String).sort(),
    address: () => server.address,
    /** The server's process, to ask the system about it. */
    pid: () => server.pid,

    /**
     * A fresh page on the case. `size` is a name in `SIZES`; `view` the id of a view to begin with, `at` another address; `draws` asks
     * for figures over that many, where a story does not look at the figures themselves; files whose paths match `held` never come.
     */
    open: (how) => timed('opening', () => told.opened(how)),
    async opened({ size = 'desk', theme = 'light', language = 'en', view = null, wait = true, at = server.address, draws = null, held = null, ...more } = {}) {
      const context = await browser.newContext({
        ...SIZES[size],
        colorScheme: theme,
        locale: language === 'en' ? 'en-GB' : language,
        timezoneId: 'UTC',
        reducedMotion: 'reduce',
        ...more,
      });
      context.on('request', (request) => {
        const url = new URL(request.url());
        const stays = url.hostname === '127.0.0.1' || url.protocol === 'data:' || url.protocol === 'blob:';
        check(stays, `a request left the machine: ${request.url()}`);
      });
      // $BUNDLE is a bundle just built, so that the app can be changed without building the server anew; the page itself comes from that.
      if (process.env.BUNDLE) {
        await context.route(
          (url) => url.pathname !== '/' && !url.pathname.startsWith('/api/'),
          (route) => route.fulfill({ path: join(process.env.BUNDLE, new URL(route.request().url()).pathname.slice(1)) }),
        );
      }
      if (held) await context.route((url) => held.test(url.pathname), () => undefined);
      if (draws !== null) {
        await context.route(
          (url) => DRAWN.test(url.pathname),
          (route) => route.continue({ postData: JSON.stringify({ ...route.request().postDataJSON(), draws }) }),
        );
      }
      const page = await context.newPage();
      page.on('pageerror', (error) => check(false, `the page failed: ${error.stack ?? error}`));
      page.on('console', (message) => {
        // A refused question is the story's own business; anything else that the browser complains of is a fault.
        const refused = /the server responded with a status of (4|5)\d\d|ERR_(CONNECTION|INCOMPLETE|EMPTY)/.test(message.text());
        const breach = message.text().startsWith('Applying inline style violates');
        // The script below is put into each frame, and one that runs no scripts says so.
        const scriptless = message.text().startsWith("Blocked script execution in 'about:srcdoc'");
        if (message.type() === 'error' && !refused && !breach && !scriptless) check(false, `the console says: ${message.text()}`);
      });
      // Chromium itself gives a style to what is typed over a selection, and the policy takes it away again: of no account. Any
      // other breach is told with where it was.
      await page.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', (event) => {
          const target = event.target instanceof Element ? event.target : null;
          if (target?.closest('.cm-content')) return;
          console.error(`breach of the policy (${event.effectiveDirective}): ${target?.outerHTML.slice(0, 200) ?? event.blockedURI}`);
        }),
      );
      await page.goto(at);
      if (view) await page.locator(`header a[href="#${view}"]`).click();
      if (wait) await told.settled(page);
      return page;
    },

    /** Waits until the figures are those of the text, or until its faults are known. */
    settled: (page) => timed('figures', () => page.locator('.phase:is(.done, .faulty)').waitFor({ state: 'attached', timeout: 60_000 })),

    /**
     * Opens a page for each of `EVERYBODY` (or `those`), and hands it to `look` with what it is called: size, theme, language. `open` is as
     * for `open`. The pages are closed again.
     */
    async everybody(open, look, those = EVERYBODY) {
      for (const [size, theme, language] of those) {
        const page = await told.open({ draws: FEW, ...open, size, theme, language });
        await look(page, { size, theme, language, called: `${size}-${theme}-${language}`, where: `${size}, ${theme}, ${language}` });
        await page.context().close();
      }
    },

    /** Ends the server as a crash would, and starts another on the same folder. */
    async crash() {
      await server.stop();
      server = await serve(folder);
    },
    stop: () => server.stop(),

    /** Waits until nothing on the page has changed for a moment. */
    still: (page) =>
      timed('waiting', () =>
        page.evaluate(
          () =>
            new Promise((resolve) => {
              const end = () => {
                observer.disconnect();
                resolve();
              };
              let soon = setTimeout(end, 100);
              const observer = new MutationObserver(() => {
                clearTimeout(soon);
                soon = setTimeout(end, 100);
              });
              observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
              setTimeout(end, 10_000);
            }),
        ),
      ),

    /** A picture for the documentation. */
    async picture(page, name, options = {}) {
      mkdirSync(PICTURES, { recursive: true });
      await timed('pictures', () => page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled', ...options }));
    },

    /** What axe-core has to say, from the top of the page, where its sticky head covers nothing: each finding is a failure. */
    async accessible(page, where) {
      await page.evaluate(() => window.scrollTo(0, 0));
      const violations = await timed('axe', () => found(page));
      for (const { id, help, nodes } of violations) {
        const places = nodes.slice(0, 3).map((node) => `${node.target.join(' ')} (${node.any.concat(node.all).map((one) => one.message).join('; ')})`);
        check(false, `${where}: ${id}: ${help}: ${places.join(' | ')}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''}`);
      }
    },

    /** That nothing sticks out sideways. */
    async fits(page, where) {
      const [whole, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      check(whole <= seen, `${where}: the page is ${whole} px wide in a window of ${seen}`);
    },

    /** Waits until something is so; says what was not, if it never is. */
    until: (holds, what, within = 10_000) =>
      timed('waiting', async () => {
        for (const end = Date.now() + within; Date.now() < end; ) {
          if (await holds()) return true;
          await new Promise((resolve) => setTimeout(resolve, 25));
        }
        return check(false, `never came: ${what}`);
      }),
  };

  try {
    await story(told);
  } catch (error) {
    wrong.push(`the story broke off: ${error.stack ?? error}`);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  }
  return { wrong, spent };
}

/** The source of axe-core, read once. */
const axe = readFileSync(AXE, 'utf8');

/** What axe-core finds on a page. What it passes is not told in full, which takes it much longer. */
async function found(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    }),
  );
  return violations;
}

// Somebody lives with the truce of November 2023: goes through its days as each was known, sees what fell due and what became of it, copies the
// words for the monitors, writes down a report, takes it back and writes it again, and saves; then by keyboard alone. A case in which
// nothing was promised says what to do.

import { readFileSync } from 'node:fs';

export const from = 'gaza-2023';

/** As much of a page as a picture for the documentation shows. */
const SEEN = { clip: { x: 0, y: 0, width: 1280, height: 900 } };
/** The figures and the calendar below them. */
const DAYS = { fullPage: true, clip: { x: 0, y: 140, width: 1280, height: 1120 } };

export default async ({ open, read, write, check, picture, accessible, fits, until, everybody, still, settled }) => {
  const page = await open({ view: 'day-after', draws: 300, wait: false });
  const exact = (of = page) => of.locator('.known.exact').waitFor({ timeout: 120_000 });
  const cell = (day, of = page) => of.locator(`[role=gridcell][data-day="${day}"]`);
  const told = async (at) => (await at.innerText()).replace(/\s+/g, ' ');
  await cell('2023-11-24').waitFor();
  await exact();
  // On the day of the case it has ended, and each day has what became of it.
  check((await told(page.locator('.known'))).includes('It ended on 1 December 2023'), 'the end is not told');
  check((await cell('2023-12-01').getAttribute('aria-current')) === 'date', 'the day of the look is not marked');

  // A day in the middle, as it was known then: by a click.
  await cell('2023-11-25').click();
  await page.getByRole('heading', { name: 'As it was known on 25 November 2023' }).waitFor();
  await exact();
  const end = page.locator('[data-figure=to-the-end]');
  await until(async () => (await told(end)).includes('95'), 'to the end nobody gains in 95 %');
  check((await told(page.locator('[data-figure=first-stop]'))).includes('Israel'), 'nobody is the first to stop');
  check((await told(page.locator('[data-figure=calm]'))).includes('28 November 2023'), 'the pledge ends on another day');
  check(/to 28 November 2023/.test(await told(page.locator('[data-figure=outlook]'))), 'the outlook is of another day');
  // Nothing later is known: what fell due on the 26th is to come, and of the extension nobody has heard.
  check((await told(cell('2023-11-26'))).includes('to come') && !(await told(cell('2023-11-26'))).includes('done'), `the 26th reads “${await told(cell('2023-11-26'))}”`);
  check((await page.locator('[data-day="2023-11-29"]').innerText()).includes('to come') === false, 'the extension is known too early');
  check((await told(cell('2023-11-25'))).includes('disputed'), 'the trucks of the 25th are not disputed');
  // Both parties stand in the same order in every cell.
  const order = await page.locator('[role=gridcell] .who').allInnerTexts();
  check(new Set(order).size === 2, `the parties are ${[...new Set(order)]}`);
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture(page, 'day-after', DAYS);
  await accessible(page, 'a day of the calendar');

  // The words for the monitors, in the clipboard.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy these words' }).click();
  await page.locator('.notices').getByText('The words are in the clipboard.').waitFor();
  const words = await page.evaluate(() => navigator.clipboard.readText());
  check(words.startsWith('By 25 November 2023:') && words.includes('Due next, on 26 November 2023'), `the words are “${words}”`);
  check((await page.getByText('What to look at next').count()) > 0, 'nothing is said of what to look at');
  await page.locator('section[aria-labelledby=day-after-words]').scrollIntoViewIfNeeded();
  await picture(page, 'day-after-words', SEEN);

  // From a commitment to its place in the text, and back to the day.
  await page.locator('[data-shown] [data-commitment=home-2] .name .link').click();
  await page.locator('.cm-content').waitFor();
  await until(async () => (await page.locator('.cm-activeLine').allInnerTexts()).join().includes('[[commitments]]') || (await page.evaluate(() => getSelection().toString())).includes('home-2'), 'the commitment in the text');
  await page.locator('header nav a[href="#day-after"]').click();
  await page.getByRole('heading', { name: 'As it was known on 25 November 2023' }).waitFor();
  await exact();

  // By key: a day on, a week down, to the next day on which something is, and into what is told of it.
  await cell('2023-11-25').focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { name: 'As it was known on 26 November 2023' }).waitFor();
  await until(() => cell('2023-11-26').evaluate((at) => at === document.activeElement), 'the focus goes with the day');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('heading', { name: 'As it was known on 24 November 2023' }).waitFor();
  await page.keyboard.press('PageDown');
  await page.getByRole('heading', { name: 'As it was known on 25 November 2023' }).waitFor();
  await page.keyboard.press('Enter');
  await until(() => page.evaluate(() => document.activeElement.id === 'day-after-day'), 'the focus is on the day');

  // The fourth day of trucks, of which nobody had told: a report on it, refused first, then in the text, undone, written again and saved.
  await page.getByRole('slider', { name: 'Day' }).focus();
  await page.keyboard.press('End');
  await page.getByRole('heading', { name: 'As it was known on 1 December 2023' }).waitFor();
  await cell('2023-11-27').click();
  await page.getByRole('heading', { name: 'As it was known on 27 November 2023' }).waitFor();
  await exact();
  const aid = page.locator('[data-shown="2023-11-27"] [data-commitment=aid-4]');
  check((await told(aid)).includes('nothing told'), `the trucks of the 27th: “${await told(aid)}”`);
  await aid.getByRole('button', { name: /Add a report/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What it says').selectOption('partly');
  await dialog.getByRole('button', { name: 'Add it to the case' }).click();
  await dialog.getByText('Say how many of it so far').waitFor();
  await dialog.getByLabel('How many so far, in all').fill('180');
  await dialog.getByLabel('Who says so').fill('The monitors');
  await dialog.getByLabel(/Grade/).fill('B2');
  await dialog.getByLabel('In words').fill('180 trucks were counted at the crossing by the evening.');
  await picture(page, 'day-after-report', SEEN);
  await accessible(page, 'a report on what was promised');
  await dialog.getByRole('button', { name: 'Add it to the case' }).click();
  await dialog.waitFor({ state: 'detached' });
  await until(async () => (await told(aid)).includes('in part'), 'the trucks are told of', 60_000);
  check(read().includes('180 trucks') === false, 'the case was written before anybody saved it');
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await until(async () => (await told(aid)).includes('nothing told'), 'the report is taken back', 60_000);
  await page.keyboard.press('Control+y');
  await until(async () => (await told(aid)).includes('in part'), 'the report is there again', 60_000);
  await page.keyboard.press('Control+s');
  await until(() => read().includes('text = "180 trucks were counted at the crossing by the evening."'), 'the report on disk');
  const added = read().slice(read().lastIndexOf('[[claims]]'));
  check(/commitment = "aid-4"[^]*says = "partly"[^]*count = 180/.test(added), `the report reads “${added}”`);
  await page.context().close();

  // A small truce goes on: a day after that of the case shows what falls due, and the case can be moved on to it.
  const whole = read();
  const river = readFileSync(new URL('files/river-truce.toml', import.meta.url), 'utf8');
  write(river);
  const living = await open({ view: 'day-after', draws: 300, wait: false });
  await cell('2025-03-09', living).click();
  const ahead = living.locator('[data-shown="2025-03-09"]');
  await ahead.getByText('The case stands at 5 March 2025').waitFor();
  check((await told(ahead)).includes('to come'), `what falls due on the 9th: “${await told(ahead)}”`);
  check((await told(living.locator('.known h2').first())).includes('5 March 2025'), 'the figures are of a day of which nothing is known');
  // A report of that day moves the case on to it; so does the button.
  await ahead.locator('[data-commitment=home-2]').getByRole('button', { name: /Add a report/ }).click();
  await living.getByRole('dialog').getByLabel('What it says').selectOption('late');
  await living.getByRole('dialog').getByText('with this report it moves on to 9 March 2025').waitFor();
  await living.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await ahead.getByRole('button', { name: 'Move the case on to 9 March 2025' }).click();
  await living.getByRole('heading', { name: 'As it was known on 9 March 2025' }).waitFor();
  await living.keyboard.press('Control+s');
  await until(() => read().includes('as_of = 2025-03-09'), 'the day of the case on disk');
  await living.context().close();

  // Nothing promised: a sentence, and an example at the end of the text that changes nothing until its marks are taken away.
  write(river.slice(0, river.indexOf('[[commitments]]')));
  const bare = await open({ view: 'day-after', draws: 300, wait: false });
  await bare.getByText('Nothing was promised in this case yet.').waitFor();
  await picture(bare, 'day-after-none', { clip: { x: 0, y: 0, width: 1280, height: 420 } });
  await accessible(bare, 'nothing promised');
  await bare.getByRole('button', { name: 'Put an example into the text' }).click();
  await bare.locator('.cm-content').waitFor();
  await settled(bare);
  await bare.keyboard.press('Control+s');
  await until(() => read().includes('# [[commitments]]\n# id = "first"') && read().includes('# by = "upland"'), 'the example on disk');
  write(read().replace(/^# (\[\[|[a-z]+ = )/gm, '$1'));
  await bare.locator('header nav a[href="#day-after"]').click();
  await bare.locator('[data-commitment=first]').first().waitFor({ timeout: 60_000 });
  check((await told(bare.locator('[data-commitment=first]').first())).includes('25 of 40'), 'the example is told in another way');
  await bare.context().close();
  // Where nothing was promised and nothing has begun, the navigation does not name it.
  write(river.slice(0, river.indexOf('[exchange]')) + 'summary = "Nothing yet."\n');
  const none = await open({ draws: 300, wait: false });
  await none.locator('.phase:is(.done, .faulty, .failed)').waitFor({ state: 'attached', timeout: 60_000 });
  check((await none.locator('header nav a[href="#day-after"]').count()) === 0, 'the day after is named where there is none');
  await none.context().close();

  write(whole);
  await everybody({ view: 'day-after', wait: false }, async (whose, { called, where }) => {
    await cell('2023-11-25', whose).waitFor({ timeout: 60_000 });
    await cell('2023-11-25', whose).click();
    await until(async () => (await whose.locator('[data-shown="2023-11-25"]').count()) === 1 && (await whose.locator('.known.exact [data-figure=outlook]').count()) === 1, `${where}: the figures of the 25th`, 60_000);
    await still(whose);
    await fits(whose, where);
    await accessible(whose, where);
    // On a phone a week is a list of days.
    if (called.startsWith('phone')) await cell('2023-11-24', whose).evaluate((at) => window.scrollTo(0, at.getBoundingClientRect().top + window.scrollY - 260));
    if (called !== 'zoomed-light-en') await picture(whose, `day-after-${called}`);
  });
  // A tablet, upright.
  const tablet = await open({ view: 'day-after', draws: 300, wait: false, viewport: { width: 768, height: 1024 } });
  await cell('2023-11-25', tablet).click();
  await until(async () => (await tablet.locator('.known.exact [data-figure=outlook]').count()) === 1, 'the figures on a tablet', 60_000);
  await still(tablet);
  await fits(tablet, 'a tablet');
  await picture(tablet, 'day-after-tablet');
};

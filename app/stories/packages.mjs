// Somebody puts a package together by clicking options and by picking from the deal space, sees who would sign and what fails,
// applies what would mend it, keeps packages by name, lays them side by side and takes them out; then the same without a mouse.

import { readFileSync } from 'node:fs';

/** As much of a page as a picture for the documentation shows. */
const SEEN = { clip: { x: 0, y: 90, width: 1280, height: 560 } };

export default async ({ open, read, files, check, picture, accessible, fits, until, everybody }) => {
  const page = await open({ view: 'packages' });
  const judged = page.locator('.found.exact').first();
  const settled = () => judged.waitFor({ timeout: 240_000 });
  await page.locator('fieldset[data-issue=release]').waitFor({ timeout: 120_000 });
  await settled();

  // Who would sign and how surely; the tests; what it lacks.
  check((await page.locator('tr[data-party]').count()) === 2, 'both principals are there');
  for (const row of await page.locator('tr[data-party]').all()) check(/(yes|no)[\s\S]*%/.test(await row.innerText()), `a principal reads “${await row.innerText()}”`);
  check((await page.locator('li[data-test]').count()) === 3, 'the three tests are there');
  check((await page.locator('li[data-test]:has-text("fails more often")').count()) > 0, 'no test fails in Cairo');
  await page.locator('section[aria-labelledby=package-schedule] svg, section[aria-labelledby=package-schedule] table').first().waitFor({ timeout: 240_000 });
  await page.locator('section[aria-labelledby=package-survival] svg').first().waitFor({ timeout: 240_000 });
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture(page, 'packages', SEEN);

  // One thing has one figure: whether all sign, above and among the tests; each share says of how many draws it is.
  const allSign = /sign in ([\d.]+\s%)/.exec(await page.locator('section[aria-labelledby=package-who] .verdict').innerText())[1];
  const tested = await page.locator('li[data-test=acceptable]').innerText();
  check(tested.includes(allSign) && /over 2,000 draws/.test(tested), `all would sign in ${allSign}, but the tests say ${tested}`);
  check(/The share here/.test(await page.locator('li[data-test=enforceable]').innerText()), 'nothing says what the shares of holding are');
  // What betters it crosses a red line, and says whose.
  await page.locator('.distance').filter({ hasText: 'It crosses a red line' }).getByText(/that of Israel on Length of the pledge/).waitFor();

  // An option by click: what is shown follows.
  const truce = page.locator('fieldset[data-issue=truce]');
  const chosen = async (issue) => (await page.locator(`fieldset[data-issue=${issue}] label:has(:checked)`).innerText()).trim();
  const was = await chosen('truce');
  const other = was === '90' ? '135' : '90';
  const before = await page.locator('tr[data-party=hamas]').innerText();
  await truce.getByRole('radio', { name: other, exact: true }).check();
  check((await chosen('truce')) === other, 'the click chose nothing');
  await until(async () => (await page.locator('tr[data-party=hamas]').innerText()) !== before, 'Hamas judges the other package', 60_000);
  await settled();

  // It is still there after a look at something else, and after the page was loaded anew.
  await page.locator('header a[href="#read"]').click();
  await page.locator('.sheet .verdict').waitFor();
  await page.locator('header a[href="#packages"]').click();
  await settled();
  check((await chosen('truce')) === other, 'the package is gone after a look at another view');
  await page.reload();
  await settled();
  check((await chosen('truce')) === other, 'the package is gone after the page was loaded anew');

  // What the case rules out is said where it was done.
  await page.locator('fieldset[data-issue=release]').getByRole('radio', { name: 'three stages' }).check();
  await truce.getByRole('radio', { name: '7', exact: true }).check();
  await page.getByRole('alert').filter({ hasText: 'a week is too short' }).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Previous package' }).click();
  await settled();

  // A single change that helps, by one click.
  await truce.getByRole('radio', { name: '3,650', exact: true }).check();
  await page.locator('fieldset[data-issue=release]').getByRole('radio', { name: 'six stages' }).check();
  await settled();
  const mends = page.locator('section[aria-labelledby=package-better] button').first();
  await mends.waitFor({ timeout: 60_000 });
  const applied = await mends.getAttribute('aria-label');
  const text = async () => (await page.locator('fieldset[data-issue]').evaluateAll((all) => all.map((one) => `${one.dataset.issue}=${one.querySelector(':checked + span').textContent}`))).join(',');
  const old = await text();
  await mends.click();
  check((await text()) !== old, `“${applied}” changed nothing`);
  await settled();

  // The deal space is where one picks.
  const plot = page.getByRole('application', { name: 'Deal space to pick from' });
  const best = plot.locator('.pick.best').nth(1);
  await best.scrollIntoViewIfNeeded();
  const box = await best.boundingBox();
  const unpicked = await text();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  check((await text()) !== unpicked, 'the click in the plot took no package');
  await until(async () => (await plot.locator('.pick.now').count()) === 1, 'the picked point is marked');
  check((await best.getAttribute('class')).includes('now'), 'another point than the clicked one is marked');
  await settled();
  check((await page.getByText('It lies on the frontier').count()) > 0, 'a point of the frontier is not on it');

  // Kept by name, in a file of the folder.
  const keep = async (name) => {
    await page.getByRole('button', { name: 'Keep this package' }).click();
    await page.getByLabel('Name of the package').fill(name);
    await page.keyboard.press('Enter');
    await page.locator(`li[data-kept="${name}"]`).waitFor();
  };
  await keep('On the frontier');
  await page.getByRole('button', { name: 'Package B', exact: true }).click();
  await settled();
  await keep('حزمة باء');
  const kept = JSON.parse(read('packages.json'));
  check(kept.packages.length === 2 && kept.packages[1].name === 'حزمة باء', `packages.json holds ${JSON.stringify(kept)}`);
  check(/release=.*,truce=/.test(kept.packages[0].package), `a package is kept as ${kept.packages[0].package}`);
  await page.getByRole('button', { name: 'Keep this package' }).click();
  await page.getByLabel('Name of the package').fill('On the frontier');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'another package is kept as' }).waitFor();
  await page.keyboard.press('Escape');

  // Side by side, and out.
  await page.getByRole('checkbox', { name: 'Lay “On the frontier” side by side' }).check();
  await page.getByRole('checkbox', { name: 'Lay “حزمة باء” side by side' }).check();
  const table = page.locator('section[aria-labelledby=packages-kept] table');
  await until(async () => (await table.locator('tr.sum').first().innerText()).match(/%/g)?.length === 3, 'three packages side by side', 120_000);
  await page.locator('#packages-kept').evaluate((heading) => heading.scrollIntoView());
  await picture(page, 'packages-beside', SEEN);
  const taken = {};
  for (const how of ['as text', 'as JSON', 'as CSV']) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: new RegExp(`Export .*${how}`) }).click()]);
    taken[file.suggestedFilename()] = readFileSync(await file.path(), 'utf8');
  }
  check(JSON.parse(taken['packages.json']).packages.length === 3, 'the JSON lacks packages');
  check(taken['packages.csv'].split('\r\n').length === 5, `the CSV is ${taken['packages.csv']}`);
  check(/On the frontier\n {2}Pace of the release: /.test(taken['packages.txt']), `the text is ${taken['packages.txt']}`);

  // Renamed, dropped, and kept again.
  await page.getByRole('button', { name: 'Rename “On the frontier”' }).click();
  await page.getByLabel('Name of the package').fill('Offer of Thursday');
  await page.keyboard.press('Enter');
  await page.locator('li[data-kept="Offer of Thursday"]').waitFor();
  await page.getByRole('button', { name: 'Drop “Offer of Thursday”' }).click();
  await until(() => JSON.parse(read('packages.json')).packages.length === 1, 'the package is dropped');
  await page.getByRole('button', { name: 'Keep it again' }).click();
  await until(() => JSON.parse(read('packages.json')).packages.length === 2, 'the package is kept again');
  check(files().filter((file) => !file.includes('variants')).includes('packages.json'), 'there is no packages.json');
  await page.context().close();

  // A letter that comes to mean another package says so, and what it meant.
  const edited = await open({ view: 'packages' });
  await edited.locator('.found.exact').first().waitFor({ timeout: 240_000 });
  await edited.locator('header a[href="#text"]').click();
  await edited.locator('.cm-content').press('Control+Home');
  await edited.keyboard.press('Control+f');
  await edited.keyboard.type('no_deal = [0.4, 0.6]');
  await edited.keyboard.press('Enter');
  await edited.keyboard.press('Escape');
  await edited.keyboard.type('no_deal = [0, 0.6]');
  const letters = edited.locator('.letters .told');
  await letters.waitFor({ timeout: 60_000 });
  check(/A: now .*; before three stages · 90 days/.test(await letters.innerText()), `of letters it says “${await letters.innerText()}”`);
  await edited.locator('header a[href="#packages"]').click();
  await letters.getByRole('button', { name: 'Understood' }).waitFor();
  await edited.locator('.found.exact').first().waitFor({ timeout: 240_000 });
  await letters.scrollIntoViewIfNeeded();
  await picture(edited, 'packages-letters');
  await letters.getByRole('button', { name: 'Understood' }).click();
  await letters.waitFor({ state: 'detached' });
  await edited.keyboard.press('Control+z');
  await until(() => files().every((file) => !file.startsWith('.detente-draft')), 'no draft is left');
  await edited.context().close();

  // By keyboard alone.
  const keyed = await open({ view: null });
  const place = await keyed.locator('header nav a').evaluateAll((all) => all.findIndex((one) => one.hash === '#packages'));
  await keyed.keyboard.press(`Alt+${place + 1}`);
  await keyed.locator('.found.exact').first().waitFor({ timeout: 240_000 });
  const focused = (what) => keyed.evaluate((selector) => document.activeElement?.matches(selector), what);
  const tab = async (what, most = 60) => {
    for (let i = 0; i < most && !(await focused(what)); i++) await keyed.keyboard.press('Tab');
    return check(await focused(what), `Tab does not reach ${what}`);
  };
  await tab('fieldset[data-issue=truce] input');
  const options = () => keyed.locator('fieldset[data-issue]').evaluateAll((all) => all.map((one) => one.querySelector(':checked + span').textContent).join());
  const first = await options();
  await keyed.keyboard.press('ArrowRight');
  check((await options()) !== first, 'an arrow chooses no option');
  await tab('[role=application]');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'PageDown', 'PageDown']) await keyed.keyboard.press(key);
  const live = await keyed.locator('[aria-live=polite]', { hasText: 'worth' }).innerText();
  check(/Pace of the release: .*worth .* to Israel/s.test(live) && /on the frontier/.test(live), `what is heard of a point: “${live}”`);
  const unpickedByKey = await options();
  await keyed.keyboard.press('Enter');
  check((await options()) !== unpickedByKey, 'Enter takes no package');
  await keyed.keyboard.press('Alt+k');
  await keyed.getByLabel('Name of the package').waitFor();
  await keyed.keyboard.type('By keyboard');
  await keyed.keyboard.press('Enter');
  await until(() => JSON.parse(read('packages.json')).packages.some((one) => one.name === 'By keyboard'), 'the package kept by keyboard');
  await keyed.keyboard.press('Alt+b');
  check((await options()) === unpickedByKey, 'Alt+b does not go back to the package before');
  await keyed.context().close();

  await everybody({ view: 'packages' }, async (every, { size, called, where: whose }) => {
    const where = `packages: ${whose}`;
    await every.locator('.found.exact').first().waitFor({ timeout: 240_000 });
    await every.locator('section[aria-labelledby=package-survival] svg').first().waitFor({ timeout: 240_000 });
    await every.locator('li[data-kept] input').first().check();
    await until(async () => (await every.locator('section[aria-labelledby=packages-kept] tr.sum').first().innerText()).match(/%/g)?.length === 2, `${where}: side by side`, 120_000);
    await fits(every, where);
    await every.evaluate(() => window.scrollTo(0, 0));
    if (size !== 'zoomed') await picture(every, `packages-${called}`, size === 'phone' ? {} : SEEN);
    await accessible(every, where);
  });
};

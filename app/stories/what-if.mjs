// Somebody changes two lines, sees what each of them does, keeps that as a variant, takes a line back, lays variants side by
// side, takes a line of a variant over into the case, and saves it; first with a mouse, then by keyboard alone.

/** As much of a page as a picture for the documentation shows. */
const SEEN = { clip: { x: 0, y: 0, width: 1280, height: 720 } };

export default async ({ open, read, files, check, picture, accessible, fits, until, settled, everybody }) => {
  const page = await open();
  const original = read();
  const go = (view) => page.locator(`header a[href="#${view}"]`).click();

  // Nothing differs yet.
  await go('whatif');
  await page.getByText('Nothing differs').waitFor();

  // Two lines are changed in the text.
  const type = async (from, to) => {
    await page.locator('.cm-content').waitFor();
    await page.keyboard.press('Control+f');
    const search = page.locator('.cm-search');
    await search.locator('[name=search]').fill(from);
    await search.locator('input[name=replace]').fill(to);
    await search.locator('[name=replaceAll]').click();
    await page.keyboard.press('Escape');
  };
  await go('text');
  await type('no_deal = [0.4, 0.6]', 'no_deal = [0.35, 0.5]');
  await type('values = { "no guarantee" = 1, "word of the mediators" = [0.3, 0.7]', 'values = { "no guarantee" = 1, "word of the mediators" = [0.6, 0.9]');
  await go('whatif');
  const figures = page.locator('section[aria-labelledby=whatif-figures]');
  const lines = page.locator('section[aria-labelledby=whatif-lines] li[data-path]');
  await figures.locator('tr[data-figure=zone]').waitFor({ timeout: 60_000 });
  // The first figures say that they are the first, as does the head of the page: it is not up to date until they are.
  const marked = await figures.evaluate((section) => ({ rough: section.classList.contains('rough'), mark: section.querySelector('.fresh').textContent, head: document.querySelector('.phase').textContent }));
  if (marked.rough) {
    check(/first figures over \d+ draws/.test(marked.mark), `first figures are marked “${marked.mark}”`);
    check(!/Up to date/.test(marked.head), `beside first figures the head says “${marked.head}”`);
  }
  const exact = () => until(async () => (await page.locator('section[aria-labelledby=whatif-figures].exact').count()) === 1, 'the comparison on all draws', 120_000);
  await exact();
  check((await lines.count()) === 3, `${await lines.count()} lines differ`);
  const zone = await figures.locator('tr[data-figure=zone]').innerText();
  check(/\d+\s%.*\d+\s%.*points.*…/s.test(zone), `the chance of a deal reads “${zone}”`);
  // Which line did it: each is judged alone and taken back.
  const judged = () => until(async () => (await lines.locator('dd:has-text("being judged")').count()) === 0, 'each line judged', 240_000);
  await judged();
  for (const line of await lines.all()) {
    const told = await line.locator('dl').innerText();
    check(/Alone[\s\S]*Without/.test(told) && !/not judged/.test(told), `a line is not judged by itself: ${told}`);
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture(page, 'what-if', SEEN);
  await page.locator('#whatif-lines').evaluate((heading) => heading.scrollIntoView());
  await picture(page, 'what-if-lines', SEEN);

  // Each leads to its line in the text.
  const path = await lines.first().getAttribute('data-path');
  await lines.first().locator('.where button').click();
  await page.locator('.cm-selectionBackground').first().waitFor();
  const selected = await page.evaluate(() => document.getSelection()?.toString());
  check(selected?.includes('[') , `${path} leads to “${selected}”`);
  await page.goBack();
  await lines.first().waitFor();

  // Kept as a variant; the case on disk stays as it was.
  await page.getByRole('button', { name: 'Keep as a variant' }).click();
  await page.getByLabel('Name of the variant').fill('../out');
  await page.getByRole('button', { name: 'Keep it', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'cannot be the name' }).waitFor();
  await page.getByLabel('Name of the variant').fill('readier to sign');
  await page.getByRole('button', { name: 'Keep it', exact: true }).click();
  await until(() => files().includes('variants/readier to sign.toml'), 'the variant on disk');
  check(read('variants/readier to sign.toml').includes('no_deal = [0.35, 0.5]'), 'the variant lacks the change');
  check(read() === original, 'the case was written to');

  // One line is taken back, as an edit that can be undone.
  await judged();
  await page.getByRole('button', { name: 'Take back What no deal is worth to Israel' }).click();
  await until(async () => (await lines.count()) === 2, 'one line less');
  await page.keyboard.press('Control+z');
  await until(async () => (await lines.count()) === 3, 'the line is there again after undo');
  await page.keyboard.press('Control+Shift+z');
  await until(async () => (await lines.count()) === 2, 'the line is gone again');
  await page.getByRole('button', { name: 'Take back What no deal is worth to Hamas' }).click();
  await page.getByText('It is the only difference').waitFor();

  // A second variant, by key; both side by side.
  await page.locator('main').focus();
  await page.keyboard.press('Alt+k');
  await page.getByLabel('Name of the variant').fill('softer guarantee');
  await page.keyboard.press('Enter');
  await until(() => files().includes('variants/softer guarantee.toml'), 'the second variant on disk');
  await page.getByRole('checkbox', { name: 'Put “readier to sign” side by side' }).check();
  await page.getByRole('checkbox', { name: 'Put “softer guarantee” side by side' }).check();
  const beside = page.locator('table', { has: page.getByRole('columnheader', { name: 'readier to sign' }) });
  await until(async () => (await beside.locator('tr[data-figure=zone] td').count()) === 3 && !/first figures|Comparing|–/.test((await beside.locator('thead').innerText()) + (await beside.locator('tr[data-figure=zone]').innerText())), 'both variants side by side', 240_000);
  await page.locator('#whatif-variants').evaluate((heading) => heading.scrollIntoView());
  await picture(page, 'what-if-beside', SEEN);

  // Against the variant: its line is taken over into the case, and saved.
  await page.getByLabel('Compare with').selectOption({ label: 'the variant “readier to sign”' });
  for (const party of ['Israel', 'Hamas']) await page.getByRole('button', { name: `Take over What no deal is worth to ${party}` }).click({ timeout: 60_000 });
  await until(() => page.getByText('Nothing differs').isVisible(), 'the text says what the variant says', 60_000);
  await page.keyboard.press('Control+s');
  await until(() => read() === read('variants/readier to sign.toml'), 'the bytes on disk');
  const comments = original.split('\n').filter((line) => line.startsWith('#'));
  check(comments.every((line) => read().includes(line)), 'a comment got lost');

  // A variant is opened and edited like the case, renamed, and deleted after a question.
  await page.getByRole('button', { name: 'Open “softer guarantee”' }).click();
  await page.locator('.open strong', { hasText: 'softer guarantee' }).waitFor();
  await page.getByRole('button', { name: 'Rename “softer guarantee”' }).click();
  await page.getByLabel('Name of the variant').fill('readier to sign');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'of that name already' }).waitFor();
  await page.getByLabel('Name of the variant').fill('قبول الضامن');
  await page.keyboard.press('Enter');
  await until(() => files().includes('variants/قبول الضامن.toml') && !files().includes('variants/softer guarantee.toml'), 'the new name on disk');
  await page.locator('.open strong', { hasText: 'قبول الضامن' }).waitFor();
  await page.getByRole('button', { name: 'Back to case.toml' }).click();
  await page.locator('.open strong', { hasText: 'case.toml' }).waitFor();
  await page.getByRole('button', { name: 'Delete “قبول الضامن”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  check(files().includes('variants/قبول الضامن.toml'), 'it was deleted without a yes');
  await page.getByRole('button', { name: 'Delete “قبول الضامن”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await until(() => !files().includes('variants/قبول الضامن.toml'), 'the variant is deleted');
  await page.context().close();

  // By keyboard alone: compare the case with the variant, take a line over, keep the result.
  const keyed = await open({ view: null });
  const key = async (view) => `Alt+${1 + (await keyed.locator('header nav a').evaluateAll((all, name) => all.findIndex((one) => one.hash === `#${name}`), view))}`;
  await keyed.keyboard.press(await key('whatif'));
  await keyed.getByRole('heading', { name: 'What if', level: 1 }).waitFor();
  await keyed.keyboard.press(await key('text'));
  await keyed.locator('.cm-content').waitFor();
  await keyed.locator('.cm-content').press('Control+Home');
  await keyed.keyboard.press('Control+f');
  await keyed.keyboard.type('no_deal = [0.35, 0.5]');
  await keyed.keyboard.press('Enter');
  await keyed.keyboard.press('Escape');
  await keyed.keyboard.type('no_deal = [0.3, 0.5]');
  await keyed.keyboard.press(await key('whatif'));
  const take = keyed.getByRole('button', { name: 'Take back What no deal is worth to Israel' });
  await take.waitFor({ timeout: 60_000 });
  for (let i = 0; i < 60 && !(await take.evaluate((button) => button === document.activeElement)); i++) await keyed.keyboard.press('Tab');
  check(await take.evaluate((button) => button === document.activeElement), 'Tab does not reach the button that takes back');
  await keyed.keyboard.press('Enter');
  await keyed.getByText('Nothing differs').waitFor({ timeout: 60_000 });
  const clean = () => until(() => files().every((file) => !file.startsWith('.detente-draft')), 'no draft is left');
  await clean();
  await keyed.context().close();

  // Everybody.
  await everybody({ view: 'text' }, async (other, { size, called, where: whose }) => {
    const where = `what if: ${whose}`;
    await other.locator('.cm-content').waitFor();
    await other.locator('.cm-content').press('Control+Home');
    await other.keyboard.press('Control+f');
    await other.keyboard.type('no_deal = [0.35, 0.5]');
    await other.keyboard.press('Enter');
    await other.keyboard.press('Escape');
    await other.keyboard.type('no_deal = [0.4, 0.6]');
    await settled(other);
    await other.locator('header a[href="#whatif"]').click();
    await other.locator('section[aria-labelledby=whatif-figures].exact').waitFor({ timeout: 120_000 });
    await other.locator('input[type=checkbox]').first().check();
    await other.locator('table').nth(1).waitFor({ timeout: 60_000 });
    await fits(other, where);
    await other.evaluate(() => window.scrollTo(0, 0));
    if (size !== 'zoomed') await picture(other, `what-if-${called}`, size === 'phone' ? {} : SEEN);
    await accessible(other, where);
    // Nothing is left behind for the next to be asked about.
    await other.keyboard.press('Control+z');
    for (let i = 0; i < 20 && (await other.title()).startsWith('•'); i++) await other.keyboard.press('Control+z');
    await clean();
  });
};

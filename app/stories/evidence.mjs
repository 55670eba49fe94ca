// Somebody goes back to what was known earlier, sees what a claim did, strikes its source to see what moves, and takes the strike
// into the case; first by mouse, then by keyboard alone.

export default async ({ open, read, check, picture, accessible, fits, until, settled, everybody }) => {
  const original = read();
  const page = await open({ view: 'evidence' });
  await page.getByRole('slider').waitFor();
  await page.locator('.plot svg').waitFor({ timeout: 60_000 });
  await picture(page, 'evidence');

  // Back to an earlier day: everything is of that day, and says so in every view.
  const field = page.getByLabel('Day', { exact: true }).first();
  await field.fill('2024-02-10');
  await field.press('Enter');
  const back = page.getByRole('region', { name: 'Look at the case as of' }).filter({ hasText: 'A look back' });
  await back.waitFor();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Read' }).click();
  await until(async () => (await page.locator('.as-of').textContent()).includes('10 February 2024'), 'the brief as of 10 February', 60_000);
  await settled(page);
  check(await back.isVisible(), 'the brief of an earlier day is not marked as a look back');
  await picture(page, 'look-back');
  await back.getByRole('button', { name: 'Back to the day of the case' }).click();
  await until(async () => (await page.locator('.as-of').textContent()).includes('14 February 2024'), 'the brief of the day of the case', 60_000);
  check((await back.count()) === 0, 'the mark of a look back stays');
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Time and evidence' }).click();

  // A day that is none is said to be none.
  await field.fill('2030-01-01');
  await field.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'can be looked back to' }).waitFor();
  await page.getByRole('slider').press('End');

  // A day on the drawing shows its claims.
  const claims = page.locator('li .claim');
  await claims.first().waitFor();
  const all = await claims.count();
  await page.locator('.plot svg [data-day="2024-02-13"]').click({ force: true });
  await until(async () => (await claims.count()) < all, 'only the claims of a day');
  await page.getByRole('button', { name: 'Show all', exact: true }).click();
  check((await claims.count()) === all, 'not all claims came back');

  // A claim: what it did.
  await claims.filter({ hasText: 'Much remains to be done' }).click();
  const did = page.locator('article').filter({ has: page.getByRole('heading', { name: 'What this claim did' }) });
  await did.getByText(/It moves the outlook clearly towards “no”: the odds become 2.4 times as small/).waitFor({ timeout: 60_000 });
  // Nothing on the page speaks of bits or of paths, and counts say of what and add up.
  const words = await page.locator('.view').innerText();
  check(!/\bbits\b|\w+\[\d+\]|(?:positions|claims|exchange)\.\w/.test(words), `the evidence says “${/.{0,40}(?:\bbits\b|\w+\[\d+\]|(?:positions|claims|exchange)\.\w).{0,20}/.exec(words)?.[0]}”`);
  const count = await page.locator('[data-count]').innerText();
  const [whole, ...kinds] = count.match(/\d+/g).map(Number);
  check(whole === all && kinds.reduce((a, b) => a + b, 0) === whole, `the count of claims does not add up: ${count}`);
  check(!/-\d/.test(words.replace(/\d{4}-\d\d-\d\d/g, '')), 'a minus is a hyphen');
  // No mark of a day lies on another.
  const marks = await page.locator('.track li button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  check(marks.every((a, i) => marks.slice(i + 1).every((b) => a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1)), 'marks of days lie on each other');
  check((await did.locator('tbody tr').count()) > 0, 'nothing is said of before and after');
  await picture(page, 'evidence-claim');

  // Strike it: what moves, and nothing is written.
  const strikeIt = did.getByRole('button', { name: 'Strike this claim' });
  check((await strikeIt.getAttribute('aria-pressed')) === 'false', 'a claim counts as struck before it is');
  await strikeIt.click();
  check((await strikeIt.getAttribute('aria-pressed')) === 'true' && /struck/.test(await strikeIt.innerText()), `the button of a struck claim reads “${await strikeIt.innerText()}”`);
  const struck = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Struck for now' }) });
  await struck.getByText(/Both on the same/).waitFor({ timeout: 120_000 });
  check((await struck.locator('tbody tr strong').count()) > 0, 'a struck claim moves nothing');
  check(read() === original, 'striking for now wrote the file');
  // Its source instead: more moves, and figures lose their source.
  await struck.getByRole('button', { name: 'Put all back' }).click();
  await did.getByRole('button', { name: /Strike its source/ }).click();
  await struck.getByText(/lose their last source|loses its last source/).waitFor({ timeout: 60_000 });
  await struck.getByText(/17 of 18 claims go/).waitFor();
  await struck.getByText(/Both on the same/).waitFor({ timeout: 120_000 });
  await picture(page, 'evidence-struck');
  await accessible(page, 'a struck source');

  // Into the case, undone, done again, saved: the bytes on disk.
  await struck.getByRole('button', { name: 'Take this into the case' }).click();
  await until(async () => (await page.locator('.claim').count()) < all, 'fewer claims after a strike', 30_000);
  await page.keyboard.press('Control+z');
  await until(async () => (await page.locator('.claim').count()) === all, 'all claims after undo', 30_000);
  await page.keyboard.press('Control+Shift+z');
  await until(async () => (await page.locator('.claim').count()) < all, 'fewer claims after redo', 30_000);
  await page.keyboard.press('Control+s');
  await until(() => !read().includes('halevi-long-way'), 'the strike on disk', 10_000);
  const left = read();
  check(!/dispatch[#"]/.test(left), 'the struck source is still cited');
  check(left.split('\n').filter((line) => line.startsWith('#')).length > 5, 'comments were lost');
  await page.context().close();

  // By keyboard alone: the slider, a claim, a strike, put back.
  const hands = await open({ view: 'evidence' });
  const slider = hands.getByRole('slider');
  await slider.focus();
  await hands.keyboard.press('PageUp');
  await hands.getByRole('region').filter({ hasText: 'A look back' }).waitFor();
  await hands.keyboard.press('PageDown');
  await until(async () => (await hands.getByRole('region').filter({ hasText: 'A look back' }).count()) === 0, 'the day of the case again');
  await hands.locator('.claim').first().focus();
  await hands.keyboard.press('ArrowDown');
  await hands.keyboard.press('Enter');
  await until(() => hands.evaluate(() => document.activeElement?.id === 'did-heading'), 'the focus at what the claim did');
  const strike = hands.getByRole('button', { name: 'Strike this claim' });
  await strike.focus();
  await hands.keyboard.press('Space');
  await hands.getByRole('heading', { name: 'Struck for now' }).waitFor();
  await hands.getByRole('button', { name: 'Put all back' }).focus();
  await hands.keyboard.press('Enter');
  await until(async () => (await hands.getByRole('heading', { name: 'Struck for now' }).count()) === 0, 'nothing struck any more');
  await hands.context().close();

  await everybody({ view: 'evidence' }, async (other, { called, where }) => {
    await other.locator('.claim').first().waitFor();
    await other.locator('section[aria-labelledby=outlook-heading] table').waitFor({ timeout: 60_000 });
    await other.locator('.claim').first().click();
    await other.locator('#did-heading').waitFor();
    await other.evaluate(() => window.scrollTo(0, 0));
    await fits(other, where);
    await picture(other, `evidence-${called}`);
    await accessible(other, where);
  });
};

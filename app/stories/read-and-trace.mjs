// Somebody reads where things stand, asks what a figure rests on, and goes from there to the source, to all that rests on
// it, and into the text; first with a mouse, then without.

export default async ({ open, read, check, picture, accessible, fits, until, settled, everybody }) => {
  // The answers wait neither for the editor nor for the other views: they are there while both are held back.
  const bare = await open({ wait: false, held: /^\/(codemirror|editor|views|ar)/ });
  await bare.locator('.verdict').waitFor();
  await bare.context().close();
  const page = await open();
  await picture(page, 'read');

  // The headline comes first, then the sections of the brief, then the annex, folded.
  const first = await page.locator('main').evaluate((main) => main.querySelector('h1, h2, .verdict')?.textContent);
  check(first?.includes('Cairo'), `the page begins with ${first}`);
  const headings = await page.locator('.sheet section h2').allTextContents();
  check(headings.length >= 10, `only ${headings.length} sections`);
  check(!(await page.locator('.sheet details.annex section').first().isVisible()), 'the annex is not folded');
  check((await page.locator('section:is(.stale, .rough)').count()) === 0, 'sections are still marked after all is answered');

  // The contents lead into the annex, and unfold it.
  await page.locator('nav[aria-label=Contents] a').last().click();
  await until(() => page.locator('.sheet details.annex section').last().isVisible(), 'the annex unfolded by its contents');

  // By mouse: the line of a figure.
  const mark = page.locator('.line[data-line]:visible').first();
  const line = Number(await mark.getAttribute('data-line'));
  await mark.click();
  const panel = page.locator('aside[data-trace]');
  await panel.locator('mark').first().waitFor();
  const shown = await panel.locator('pre').first().textContent();
  const written = read().split('\n')[line - 1];
  check(shown.includes(written.trim()), `line ${line} is “${written}”, but the panel shows “${shown}”`);
  await picture(page, 'trace');

  // From a citation to its source, and to everything that rests on it.
  await page.locator('.cite[data-note]:visible').first().click();
  await panel.getByRole('heading', { name: /Note \d/ }).waitFor();
  const resting = panel.locator('article ul').first().locator('button');
  check((await resting.count()) > 0, 'nothing rests on the source');
  await picture(page, 'trace-source');
  await accessible(page, 'a source traced');
  const name = (await resting.first().textContent()).trim();
  await resting.first().click();
  await panel.getByRole('heading', { name, exact: true }).waitFor();
  check((await panel.locator('ul.sources button').count()) > 0, 'the figure does not lead back to its source');
  await panel.getByRole('button', { name: 'Back' }).click();
  await panel.getByRole('heading', { name: /Note \d/ }).waitFor();

  // By keyboard: a mark, the panel, a step further, and back to the mark.
  await panel.getByRole('button', { name: 'Close' }).click();
  await mark.focus();
  await page.keyboard.press('ArrowDown');
  const at = () => page.evaluate(() => document.activeElement?.textContent);
  const next = await at();
  check(await page.evaluate(() => document.activeElement?.matches('.line, .cite')), `an arrow led to ${next}`);
  await page.keyboard.press('Enter');
  await panel.locator('article, .inner > p').first().waitFor();
  check(await page.evaluate(() => document.activeElement?.closest('[data-trace]') !== null), 'the focus is not in the panel');
  await page.keyboard.press('ArrowDown');
  check(await page.evaluate(() => document.activeElement?.matches('[data-trace] button')), 'an arrow leads to no link of the panel');
  await page.keyboard.press('Escape');
  check((await panel.count()) === 0, 'Esc does not close the panel');
  check((await at()) === next, `the focus came back to “${await at()}” and not to “${next}”`);

  // Each figure of the headline leads to the place in the brief that says it in full, and to what the case says of it.
  check((await page.locator('.head .leads').count()) >= 5, 'the figures of the headline lead nowhere');
  const acceptable = /(\d+)\s%/.exec(await page.locator('.head .headline', { hasText: 'most often acceptable' }).textContent())[0];
  await page.locator('.head .headline', { hasText: 'most often acceptable' }).locator('.leads').first().click();
  await panel.getByText('Where the brief says it in full').waitFor();
  await panel.getByRole('button', { name: 'The leading packages' }).click();
  const row = page.locator('#section-leading tr.led-to');
  await row.waitFor();
  check((await row.textContent()).replace(/\s/g, ' ').includes(acceptable.replace(/\s/g, ' ')), `“${acceptable}” leads to “${await row.textContent()}”`);
  await page.locator('.head .headline', { hasText: 'cheapest concession' }).locator('.leads').first().click();
  const own = panel.getByRole('button', { name: /“Guarantee of the calm” is worth to Israel/ });
  await own.first().waitFor();
  await picture(page, 'trace-headline');
  await own.first().click();
  await panel.getByRole('heading', { name: /is worth to Israel/ }).waitFor();
  await page.keyboard.press('Escape');

  // Into the text.
  await mark.click();
  await panel.locator('mark').first().waitFor();
  await panel.getByRole('button', { name: 'Show in the text' }).first().click();
  await page.locator('.cm-selectionBackground').first().waitFor();
  check(
    await page.locator('.cm-activeLine').first().isVisible(),
    'the line is not in view in the editor',
  );
  await page.goBack();
  await page.locator('.verdict').waitFor();

  // Help and settings, by key.
  await page.locator('main').focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await picture(page, 'keys');
  await accessible(page, 'the help');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Language, theme and help' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.getByRole('radio', { name: 'العربية' }).check();
  await until(() => page.evaluate(() => document.documentElement.dir === 'rtl'), 'the layout turned with the language');
  check(await page.getByText('بالإنجليزية').isVisible(), 'nothing says that the brief is in English for now');
  await picture(page, 'settings');
  await accessible(page, 'the settings');

  // Everybody: both themes, both directions, a phone, large letters.
  await everybody({}, async (other, { size, language, called, where }) => {
    await fits(other, where);
    check((await other.evaluate(() => document.documentElement.dir)) === (language === 'ar' ? 'rtl' : 'ltr'), `${where}: direction`);
    if (size !== 'zoomed') await picture(other, `read-${called}`);
    await other.locator('details.annex > summary').click();
    await fits(other, `${where}, with the annex`);
    await other.locator('.line[data-line]:visible').first().click();
    await other.locator('aside[data-trace] mark').first().waitFor();
    if (size === 'phone') await picture(other, `trace-${called}`);
    // All of the annex is looked at in both themes and both directions; once more for each window would take long and find the same.
    if (size !== 'desk') await other.locator('details.annex').evaluate((annex) => (annex.open = false));
    await accessible(other, `${where}, traced`);
  });
};

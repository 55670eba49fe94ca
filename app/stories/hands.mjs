// Several hands at one case: two versions put together, with a side taken where they part ways, saved as a file; three readings laid
// over each other, and pooled.

/** As much of a page as a picture for the documentation shows. */
const SEEN = { clip: { x: 0, y: 90, width: 1280, height: 640 } };

export default async ({ open, read, write, files, check, picture, accessible, fits, until, everybody, still }) => {
  const base = read();
  const changed = (text, from, to) => {
    check(text.includes(from), `the case no longer says “${from}”`);
    return text.replace(from, to);
  };
  const figure = /no_deal = (\[[^\]]*\])/.exec(base)[0];
  const other = [...base.matchAll(/no_deal = (\[[^\]]*\])/g)].map((found) => found[0]).find((found) => found !== figure);
  // Both change the same figure in different ways, and one of them something else as well.
  const mine = changed(base, figure, 'no_deal = 0.5 # after the second round');
  const theirs = changed(changed(base, figure, 'no_deal = 0.2'), other, 'no_deal = 0.31');
  write(mine, 'anna.toml');
  write(theirs, 'ben.toml');

  const page = await open({ view: 'hands', draws: 120, wait: false });
  const slot = (name) => page.locator(`[data-slot=${name}]`);
  await slot('base').waitFor();
  await slot('base').getByLabel('Choose a file').selectOption('case.toml');
  await slot('mine').getByLabel('Choose a file').selectOption('anna.toml');
  // The third is dropped.
  const dropped = async (where, name, text) => {
    const transfer = await page.evaluateHandle(([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      return transfer;
    }, [name, text]);
    await where.dispatchEvent('dragover', { dataTransfer: transfer });
    await where.dispatchEvent('drop', { dataTransfer: transfer });
  };
  await dropped(slot('theirs'), 'from-ben.toml', theirs);
  const conflict = page.locator('[data-conflict]');
  await conflict.waitFor();
  check((await conflict.count()) === 1, `${await conflict.count()} conflicts`);
  const told = (await conflict.innerText()).replace(/\s+/g, ' ');
  check(told.includes('0.5') && told.includes('0.2') && told.includes('after the second round'), `the conflict reads “${told}”`);
  check((await page.getByText('They part ways at 1 place').count()) === 1, 'it is not said how many places are open');
  await picture(page, 'hands-merge', SEEN);
  await accessible(page, 'a conflict');
  // Theirs is taken, by key.
  await conflict.getByRole('radio', { name: 'Take mine' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByText('Nothing is left to decide.').waitFor();
  const path = await conflict.getAttribute('data-conflict');
  const name = page.getByLabel('Name of the file');
  await name.fill('../elsewhere');
  await page.getByRole('button', { name: 'Save it' }).click();
  await page.locator('.notices').getByText('cannot be the name of a file').waitFor();
  await name.fill('anna');
  await page.getByRole('button', { name: 'Save it' }).click();
  await page.locator('.notices').getByText('A file of this name is there already').waitFor();
  await name.fill('both');
  await page.getByRole('button', { name: 'Save it' }).click();
  await until(() => files().includes('both.toml'), 'the result is on the disk');
  // What is said is theirs; a comment of mine may stay with it.
  check(read('both.toml').includes('no_deal = 0.2') && read('both.toml').includes('no_deal = 0.31'), `the merged file does not say theirs at ${path}`);
  check(read('case.toml') === base && read('anna.toml') === mine, 'a file that was put together was changed');
  // What is not TOML is refused with what to do.
  await dropped(slot('theirs'), 'broken.toml', 'parties = [');
  await page.getByRole('alert').filter({ hasText: 'cannot be read' }).waitFor();

  // Readings laid over each other.
  await page.getByRole('button', { name: 'Lay readings over each other' }).click();
  await page.getByRole('checkbox', { name: 'Lay case.toml over the others' }).check();
  await page.getByRole('checkbox', { name: 'Lay anna.toml over the others' }).check();
  await page.getByRole('checkbox', { name: 'Lay ben.toml over the others' }).check();
  // Each is read from the folder before it is in the list.
  await page.locator('[data-reading]').nth(2).waitFor();
  check((await page.locator('[data-reading]').count()) === 3, 'not three readings');
  await page.getByLabel('Rule').selectOption('linear');
  await page.locator('.go .button.main').click();
  await page.locator('.exact [data-place]').first().waitFor({ timeout: 240_000 });
  check((await page.locator('[data-place]').count()) === 2, `they differ at ${await page.locator('[data-place]').count()} places`);
  check((await page.locator('[data-bears=changes]').count()) >= 1, 'no difference changes an answer');
  await page.getByLabel('Show only those that change an answer').check();
  check((await page.locator('[data-place]').count()) === (await page.locator('[data-bears=changes]').count()), 'others are shown as well');
  await page.getByLabel('Show only those that change an answer').uncheck();
  await page.locator('.drop').scrollIntoViewIfNeeded();
  await picture(page, 'hands-overlay', SEEN);
  await accessible(page, 'readings laid over each other');
  await page.getByLabel('Name of the file').fill('pooled');
  await page.getByRole('button', { name: 'Save it' }).click();
  await until(() => files().includes('pooled.toml'), 'the pooled case is on the disk');
  check(/no_deal = \[/.test(read('pooled.toml')), 'nothing was pooled');
  // Another first one, and one taken out.
  await page.getByRole('button', { name: /Make it the first.*anna\.toml/ }).click();
  check((await page.locator('[data-reading]').first().getAttribute('data-reading')) === 'anna.toml', 'another is the first');
  await page.context().close();

  await everybody({ view: 'hands', draws: 120, wait: false }, async (whose, { called, where }) => {
    await whose.locator('[data-slot=base] select').selectOption('case.toml');
    await whose.locator('[data-slot=mine] select').selectOption('anna.toml');
    await whose.locator('[data-slot=theirs] select').selectOption('ben.toml');
    await whose.locator('[data-conflict]').waitFor();
    await still(whose);
    await fits(whose, `hands: ${where}`);
    await accessible(whose, `hands: ${where}`);
    if (/phone-dark|desk-light-ar/.test(called)) await picture(whose, `hands-${called}`);
    await whose.locator('.segments button').nth(1).click();
    for (const file of ['case.toml', 'anna.toml']) await whose.locator('.list label').filter({ hasText: file }).getByRole('checkbox').check();
    await whose.locator('.go .button.main').click();
    await whose.locator('.exact [data-place]').first().waitFor({ timeout: 240_000 });
    await fits(whose, `hands, overlay: ${where}`);
    await accessible(whose, `hands, overlay: ${where}`);
  });
};

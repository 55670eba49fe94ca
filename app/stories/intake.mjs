// Somebody pastes a report, reads what was found in it where it stands, changes one draft, drops another, accepts; then the same by
// keyboard alone.

const REPORT = `CAIRO — “We will not sign anything that leaves our people behind,” a senior Hamas official said on Tuesday, hours after the talks broke up.
The mediators said that the gaps had narrowed. An Israeli official denied that a date had been set. At least 130 hostages remain in Gaza, according to the report.`;

export default async ({ open, read, check, picture, accessible, fits, until, everybody }) => {
  const original = read();
  const page = await open({ view: 'intake' });
  await page.getByLabel('Text of the report').fill(REPORT);
  await page.getByLabel('Short name').fill('wire-13-feb');
  await page.getByLabel('Title').fill('Wire report from Cairo');
  await page.getByLabel('Reliability').selectOption('B');
  // Without a day nothing is read.
  check(await page.getByRole('button', { name: 'Read the report' }).isDisabled(), 'a report without a day can be read');
  await page.getByLabel('Day on which it appeared').fill('2031-02-14');
  await page.getByRole('button', { name: 'Read the report' }).click();
  await page.getByRole('alert').filter({ hasText: 'as_of' }).waitFor();
  await page.getByLabel('Day on which it appeared').fill('2024-02-14');
  await picture(page, 'intake-paste');
  await page.getByRole('button', { name: 'Read the report' }).click();
  await page.locator('mark').first().waitFor();
  const drafts = await page.locator('ol .one').count();
  check(drafts >= 3, `only ${drafts} drafts`);
  check(read() === original, 'reading a report wrote something');

  // A mark leads to its draft.
  await page.locator('mark').first().click();
  const words = (await page.locator('blockquote').textContent()).trim();
  check((await page.locator('mark').first().textContent()).includes(words.slice(0, 20)), `the mark leads to “${words}”`);
  // Its bearing and its words are changed in the form, and the TOML says so.
  await page.getByLabel('Bears on').selectOption({ index: 1 });
  await page.getByLabel('Speaks').selectOption('against');
  await page.getByLabel('In your words').fill('Refuses any agreement that leaves people behind.');
  await page.getByLabel('In your words').press('Tab');
  await page.getByText('As the case will write it').click();
  await until(async () => (await page.locator('textarea.toml').inputValue()).includes('text = "Refuses any agreement'), 'the words in the TOML');
  check(/stance = "against"/.test(await page.locator('textarea.toml').inputValue()), 'the stance is not in the TOML');
  await picture(page, 'intake');
  await accessible(page, 'drafts');
  await page.getByRole('button', { name: /^Accept/ }).click();
  await until(async () => (await page.locator('mark.accepted').count()) > 0, 'the mark of an accepted draft');
  // The next is dropped.
  await page.getByRole('button', { name: /^Drop/ }).click();
  check((await page.locator('.one.dropped').count()) === 1, 'nothing was dropped');
  check(read() === original, 'accepting wrote to the disk before anybody saved');

  // Undone, the draft is open again; done again and saved it is on the disk, as a claim and not as a draft.
  await page.locator('ol .one').first().click();
  await page.keyboard.press('Control+z');
  await until(async () => (await page.locator('.one.accepted').count()) === 0, 'the draft open again after undo');
  await page.getByRole('button', { name: /^Accept/ }).click();
  await until(async () => (await page.locator('.one.accepted').count()) === 1, 'the draft accepted again');
  await page.keyboard.press('Control+s');
  await until(() => read().includes('[sources.wire-13-feb]'), 'the source on disk');
  const saved = read();
  check(saved.startsWith(original), 'what stood in the file was touched');
  const added = saved.slice(original.length);
  check(added.includes('Refuses any agreement that leaves people behind.') && added.includes('source = "wire-13-feb#characters'), added);
  check(!added.includes('draft = true'), 'what was accepted is still a draft');
  check((added.match(/\[\[claims\]\]/g) ?? []).length === 1, 'more went in than was accepted');
  await page.context().close();

  // By keyboard alone, from a source that is known.
  const hands = await open({ view: 'intake' });
  await hands.getByLabel('Text of the report').focus();
  await hands.keyboard.insertText(REPORT);
  await hands.keyboard.press('Tab');
  await hands.keyboard.type('Wire report');
  await hands.getByRole('button', { name: 'Read the report' }).focus();
  await hands.keyboard.press('Enter');
  await hands.locator('mark').first().waitFor();
  check((await hands.locator('.one').filter({ hasText: 'in the case already' }).count()) === 1, 'what is in the case is offered again');
  const first = await hands.locator('blockquote').textContent();
  await hands.locator('#draft-heading').focus();
  await hands.keyboard.press('d');
  await until(async () => (await hands.locator('blockquote').textContent()) !== first, 'the next draft');
  await hands.keyboard.press('a');
  await until(async () => (await hands.locator('.one.accepted').count()) === 1, 'a draft accepted by key');
  await hands.keyboard.press('Control+s');
  await until(() => (read().slice(original.length).match(/\[\[claims\]\]/g) ?? []).length === 2, 'the second claim on disk');
  check((read().match(/\[sources\.wire-13-feb\]/g) ?? []).length === 1, 'the source stands there twice');
  await hands.context().close();

  await everybody({ view: 'intake' }, async (other, { called, where }) => {
    await other.locator('textarea').first().fill(REPORT);
    await other.locator('select').first().selectOption('wire-13-feb');
    await fits(other, `${where}, before`);
    await other.locator('form .button.main').click();
    await other.locator('mark').first().waitFor();
    await fits(other, where);
    await picture(other, `intake-${called}`);
    await accessible(other, where);
  });
};

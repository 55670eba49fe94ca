// Somebody changes the text: a fault shows and is mended, a change is undone and done again and saved; the file is changed by
// somebody else meanwhile, and both are merged; the browser and the server crash, and nothing that was written is lost.

export default async ({ open, read, write, files, check, picture, accessible, fits, until, settled, crash, stop }) => {
  const before = read();
  const draft = () => files().filter((file) => /draft/i.test(file)).map((file) => read(file)).join();
  const page = await open({ view: 'text' });
  const editor = page.locator('.editor .cm-content');
  await editor.waitFor();
  const state = page.locator('.state .word');
  check((await state.textContent()) === 'Saved', 'a text that is not touched counts as unsaved');
  await picture(page, 'text');
  await fits(page, 'the text');
  await accessible(page, 'the text');

  // A fault as it is typed: underlined, told with its line, counted above; gone with it.
  await editor.press('Control+Home');
  await page.keyboard.type('!!');
  await page.locator('.cm-lintRange-error').first().waitFor();
  await page.locator('li.error').first().waitFor();
  check((await page.locator('.faults').textContent()).includes('error'), 'the errors are not counted');
  await page.locator('nav a[href="#read"]').click();
  await page.locator('section.stale').first().waitFor();
  check(await page.locator('.verdict').isVisible(), 'the last answers are gone from a text with errors');
  check(await until(() => page.locator('section.stale .fresh .stale').first().isVisible(), 'that stale figures say so', 1000), 'stale figures do not say so');
  await picture(page, 'stale');
  await accessible(page, 'stale figures');
  await page.locator('nav a[href="#text"]').click();
  await editor.waitFor();
  await page.locator('li.error').first().waitFor();
  await picture(page, 'text-error');
  await accessible(page, 'a text with an error');
  // Undo and redo from the frame, not from the field.
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.locator('.phase.done').waitFor();
  check((await state.textContent()) === 'Saved', 'undoing everything does not lead back to the saved text');
  await page.getByRole('button', { name: /^Redo/ }).click();
  await page.locator('.phase.faulty').waitFor();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.locator('.phase.done').waitFor();

  // A change: not saved, then kept as a draft, then saved; comments and layout stay.
  await retitle(page, editor, 'Talks, one');
  await until(async () => (await page.locator('p.title').textContent()).includes('Talks, one'), 'the new title above');
  check((await state.textContent()) === 'Not saved', 'a changed text does not say that it is not saved');
  await until(() => files().some((file) => /draft/i.test(file)), 'a draft beside the file', 1500);
  check(read() === before, 'the file was written before anybody saved');
  await page.keyboard.press('Control+s');
  await until(async () => (await state.textContent()) === 'Saved', 'that it is saved');
  check(read() === before.replace(/^title = .*$/m, 'title = "Talks, one"'), 'what is saved is not what was typed');
  await until(() => !files().some((file) => /draft/i.test(file)), 'the draft gone after saving', 1500);

  // Somebody else changes the file while nothing is unsaved here: it is taken over, told, and can be undone.
  write(read().replace('Talks, one', 'Talks, elsewhere'));
  await page.getByRole('status').filter({ hasText: 'changed elsewhere' }).waitFor();
  await until(async () => (await page.locator('p.title').textContent()).includes('elsewhere'), 'the text from elsewhere');
  check((await state.textContent()) === 'Saved', 'a text taken over from disk counts as unsaved');

  // And while something is: nothing is overwritten, both are shown, the person merges.
  await retitle(page, editor, 'Talks, mine');
  write(read().replace('role = "mediator"', 'role = "mediator" # from elsewhere'));
  const theirs = read();
  await page.getByRole('alert').filter({ hasText: 'changed by someone else' }).waitFor();
  await page.locator('body').press('Control+s');
  const merge = page.getByRole('dialog', { name: /changed by someone else/ });
  await merge.waitFor();
  check(read() === theirs, 'a change from elsewhere was overwritten');
  await merge.locator('.cm-deletedChunk').first().waitFor();
  await picture(page, 'merge');
  await accessible(page, 'merging');
  check((await merge.getByRole('button', { name: 'Take theirs' }).count()) === 2, 'not two places to choose at');
  await merge.getByRole('button', { name: 'Keep mine' }).first().click();
  await merge.getByRole('button', { name: 'Take theirs' }).click();
  await merge.getByRole('button', { name: 'Go on with this text' }).click();
  check((await state.textContent()) === 'Not saved', 'a merged text counts as saved');
  await page.locator('body').press('Control+s');
  await until(async () => (await state.textContent()) === 'Saved', 'the merged text saved');
  check(read() === theirs.replace('Talks, elsewhere', 'Talks, mine'), 'the merged file is not what both said');

  // A crash of browser and server: the draft is offered again, and taken up.
  await retitle(page, editor, 'Talks, unsaved');
  await until(() => draft().includes('Talks, unsaved'), 'a draft before the crash', 1500);
  await page.context().close();
  await crash();
  const again = await open({ wait: false });
  const offer = again.getByRole('dialog', { name: /unsaved text/ });
  await offer.waitFor();
  await offer.locator('.cm-deletedChunk').first().waitFor();
  await picture(again, 'draft');
  await accessible(again, 'an offered draft');
  await offer.getByRole('button', { name: 'Take it up' }).click();
  await until(async () => (await again.locator('p.title').textContent()).includes('Talks, unsaved'), 'the text of the draft');
  check((await again.locator('.state .word').textContent()) === 'Not saved', 'a draft taken up counts as saved');
  await again.locator('body').press('Control+z');
  await until(async () => (await again.locator('p.title').textContent()).includes('Talks, mine'), 'the file again after undo');
  await again.locator('body').press('Control+Shift+z');
  await settled(again);
  await again.locator('body').press('Control+s');
  await until(async () => (await again.locator('.state .word').textContent()) === 'Saved', 'the draft saved');
  check(read().includes('title = "Talks, unsaved"'), 'the draft is not in the file');
  check(!files().some((file) => /draft/i.test(file)), 'the draft is still there after it was saved');

  // In Arabic the frame turns, the text does not; on a phone all of it is there.
  const arabic = await open({ view: 'text', language: 'ar', theme: 'dark', size: 'phone' });
  await arabic.locator('.editor .cm-content').waitFor();
  check((await arabic.locator('.cm-content').evaluate((content) => getComputedStyle(content).direction)) === 'ltr', 'the text runs from right to left');
  await picture(arabic, 'text-phone-dark-ar');
  await fits(arabic, 'the text on a phone');
  await accessible(arabic, 'the text on a phone');

  // Where the server is gone, the page says so, writing goes on, and nothing is lost from it.
  const alone = await open({ view: 'text' });
  await stop();
  await alone.getByRole('alert').filter({ hasText: 'No answer from Detente' }).waitFor();
  await retitle(alone, alone.locator('.editor .cm-content'), 'Talks, alone');
  await alone.locator('body').press('Control+s');
  await alone.getByRole('status').filter({ hasText: 'Not saved' }).waitFor();
  check((await alone.locator('.cm-content').textContent()).includes('Talks, alone'), 'what was typed without a server is gone');
  check(await alone.getByRole('button', { name: 'Copy the whole text' }).isVisible(), 'the text cannot be copied');
  await picture(alone, 'no-server');
  await accessible(alone, 'without a server');
};

/** Types another title in the place of the old one. */
async function retitle(page, editor, title) {
  await editor.press('Control+Home');
  await page.locator('.cm-line', { hasText: /^title = / }).first().click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.type(`title = "${title}`);
}

// Somebody works on the one text of Cairo: settles brackets and sees the package follow, and the other way round; sees what is open and what
// matters most; goes over the board of objections; asks what each version did; takes in what a delegation marked in Word. Then the
// same without a mouse.

import { readFileSync } from 'node:fs';

/** As much of a page as a picture for the documentation shows. */
const SEEN = { clip: { x: 0, y: 90, width: 1280, height: 640 } };

/** The version as a delegation sent it back: words struck out and written in, and comments. */
const MARKED = readFileSync(new URL('files/marked.docx', import.meta.url)).toString('base64');

export default async ({ open, read, files, check, picture, accessible, fits, until, everybody, write }) => {
  const page = await open({ view: 'one-text', draws: 120, wait: false });
  const tab = (name) => page.getByRole('tab', { name });
  const clause = (id) => page.locator(`[data-clause="${id}"]`);
  const exact = () => page.locator('[role=tabpanel].exact').waitFor({ timeout: 240_000 });
  await clause('length of the calm').waitFor({ timeout: 120_000 });

  // A clause shows what it words, who objects since when, and what nothing in the model knows.
  const calm = await clause('length of the calm').innerText();
  check(/Length of the pledge: 42, 90 or 135 days|42 days, 90 days or 135 days/.test(calm.replace(/\s+/g, ' ')), `the clause on the calm reads “${calm}”`);
  check(calm.includes('since 14 February 2024') && calm.includes('Israel'), `nobody objects to the calm: “${calm}”`);
  check((await page.getByText('Nothing in the model knows this clause.').count()) >= 1, 'every clause is known');
  check((await clause('prisoners freed in return').getByText('Nobody objects.').count()) === 1, 'somebody objects to the prisoners');
  await exact();
  await page.getByText('Crosses the red line of').first().waitFor();

  // A wording by click settles the issue in the package, and the package settles the text.
  const option = async (issue) => (await page.locator(`fieldset[data-issue=${issue}] label:has(:checked)`).innerText()).trim();
  await page.locator('fieldset[data-issue=truce]').waitFor({ timeout: 240_000 });
  await clause('length of the calm').getByRole('button', { name: 'ninety days' }).click();
  check((await option('truce')) === '90', `ninety days made it ${await option('truce')}`);
  check((await clause('length of the calm').locator('.wording[aria-pressed=true]').innerText()) === 'ninety days', 'the wording chosen is not marked');
  await page.locator('fieldset[data-issue=truce]').getByRole('radio', { name: '135' }).check();
  check((await clause('length of the calm').locator('.wording[aria-pressed=true]').innerText()).startsWith('three phases'), 'the text does not follow the package');
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.locator('aside .found.exact').waitFor({ timeout: 240_000 });
  await picture(page, 'one-text', SEEN);
  await page.getByRole('button', { name: 'As the package gives it' }).click();
  await until(async () => !(await page.locator('.sheet').innerText()).includes('['), 'the brackets are settled');
  check((await clause('length of the calm').innerText()).includes('stops for three phases of 45 days each'), 'the text that the package gives has other words');
  // What this version does not allow is said, with whose words are taken.
  await page.locator('fieldset[data-issue=truce]').getByRole('radio', { name: '3,650' }).check();
  await page.getByText('does not allow the package').waitFor();
  await page.getByText('These words were struck out of this version.').waitFor();
  await picture(page, 'one-text-given', SEEN);
  await accessible(page, 'the text as the package gives it');
  await page.getByRole('button', { name: 'With its brackets' }).click();

  // Which bracket matters most, with what either way does; clauses that may be left alone.
  await tab('What is open').click();
  await exact();
  check((await page.locator('[data-bracket]').count()) === 4, 'the open brackets are not four');
  check(/At stake for a deal.*points/.test((await page.locator('[data-bracket]').first().innerText()).replace(/\s+/g, ' ')), 'nothing is said to be at stake');
  check((await page.locator('section[aria-labelledby=one-text-unopposed] li').count()) >= 3, 'clauses nobody objected to are missing');
  await picture(page, 'one-text-open', SEEN);
  await accessible(page, 'what is open');

  // Objections as a board, both parties alike; one that the next version does not write any more is answered.
  const stages = '> Hamas, since 2024-02-14: Stages are what keeps the offensive from being resumed. [@dispatch#proposals of Hamas]\n';
  check(read('text/3.md').includes(stages), 'version 3 has other objections');
  write(read('text/3.md').replace(stages, '').replace('six weeks', 'forty-two days'), 'text/4.md');
  await page.getByRole('button', { name: 'Read the files again' }).click();
  await page.locator('select').first().locator('option', { hasText: 'Version 4' }).waitFor({ state: 'attached' });
  await tab('Objections').click();
  const heads = await page.locator('.board thead th').allInnerTexts();
  check(heads.length === 3 && heads.includes('Israel') && heads.includes('Hamas'), `the board has ${heads}`);
  check((await page.locator('[data-objection=open]').count()) === 5, `${await page.locator('[data-objection=open]').count()} objections are open`);
  check((await page.locator('[data-objection=answered]').filter({ hasText: 'answered in version 4' }).count()) === 1, 'none was answered');
  check((await page.getByText('the clause was reworded in version 4, and it still stands').count()) >= 1, 'nothing is said of new words');
  await picture(page, 'one-text-board', SEEN);
  await page.getByRole('button', { name: 'By party' }).click();
  await page.getByRole('button', { name: 'Answered', exact: true }).click();
  check((await page.locator('[data-objection=open]').count()) === 0, 'open ones are among the answered');
  await page.getByRole('button', { name: 'All', exact: true }).click();
  // By keyboard from card to card, and to the clause.
  await page.locator('.card').first().focus();
  const first = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press('ArrowDown');
  check((await page.evaluate(() => document.activeElement.className)).includes('card') && (await page.evaluate(() => document.activeElement.textContent)) !== first, 'an arrow goes to no other card');
  await page.keyboard.press('ArrowUp');
  check((await page.evaluate(() => document.activeElement.textContent)) === first, 'the arrow back goes elsewhere');
  await page.keyboard.press('Enter');
  await until(() => page.evaluate(() => document.activeElement?.dataset.clause !== undefined), 'Enter on a card leads to its clause');

  // Versions on a line: each step with what it did, two side by side.
  await tab('Versions').click();
  await page.locator('[data-changed]').first().waitFor({ timeout: 240_000 });
  await until(async () => (await page.locator('.step strong, .step .said').count()) >= 2, 'each step says what it did', 240_000);
  check((await page.locator('[data-version][aria-pressed=true]').count()) === 2, 'not two versions are chosen');
  await page.locator('tr[data-figure^="assent."]').first().waitFor();
  for (const figure of ['zone', 'best.all_three']) check((await page.locator(`tr[data-figure="${figure}"]`).count()) === 1, `${figure} is not compared`);
  await picture(page, 'one-text-versions', SEEN);
  await page.locator('[data-version="1"]').click();
  await page.getByRole('heading', { name: 'From version 1 to version 4' }).waitFor({ timeout: 240_000 });
  check((await page.locator('[data-changed] del').count()) > 0 && (await page.locator('[data-changed] ins').count()) > 0, 'no words are out or in');
  await accessible(page, 'versions on a line');

  // A document that came back is dropped; each mark is for a person to accept.
  await tab('The text').click();
  const drop = async (name, base64) => {
    const transfer = await page.evaluateHandle(
      ([name, base64]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
        return transfer;
      },
      [name, base64],
    );
    await page.locator('main > .view').dispatchEvent('dragover', { dataTransfer: transfer });
    await page.locator('main > .view').dispatchEvent('drop', { dataTransfer: transfer });
  };
  await drop('notes.docx', Buffer.from('no document').toString('base64'));
  await page.getByRole('tab', { name: 'Back from Word', selected: true }).waitFor();
  await until(async () => (await page.locator('[role=alert] .refusal').count()) === 1, 'what is no document is refused with a word');
  await drop('from-hamas.docx', MARKED);
  await page.locator('[data-mark]').first().waitFor();
  const marks = await page.locator('[data-mark]').count();
  check(marks === 3, `${marks} marks were found`);
  check((await page.locator('[data-mark] input:checked').count()) === 0, 'a mark is accepted that nobody accepted');
  check(await page.getByRole('button', { name: 'Write the new version' }).isDisabled(), 'a version of nothing could be written');
  const comment = page.locator('[data-mark]').filter({ hasText: 'Accept as an objection' }).first();
  await comment.getByRole('checkbox').check();
  await page.locator('[data-mark]').filter({ hasText: 'Lists are given a day before.' }).getByRole('checkbox').check();
  await page.getByText('2 of 2 accepted.').waitFor();
  await picture(page, 'one-text-marked', SEEN);
  await accessible(page, 'marks of a document');
  // A name that is taken is refused, and nothing is written over.
  const third = read('text/3.md');
  await page.getByLabel('Name of the new version').fill('3');
  await page.getByRole('button', { name: 'Write the new version' }).click();
  await page.locator('.notices').getByText('is there already').waitFor();
  await page.getByLabel('Name of the new version').fill('5');
  await page.getByRole('button', { name: 'Write the new version' }).click();
  await until(() => files().includes('text/5.md'), 'the new version is on the disk');
  check(read('text/3.md') === third, 'version 3 was changed');
  const fifth = read('text/5.md');
  check(fifth.includes('[Lists are given a day before.]') && fifth.includes('marks taken from from-hamas.docx'), `version 5 reads ${fifth.slice(0, 400)}`);
  await until(async () => (await page.locator('.sheet').innerText()).includes('Lists are given a day before.'), 'the new version is shown', 60_000);
  check(files().every((file) => !file.includes('unfinished')), 'an unfinished file was left');

  // And out again.
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Give it out in Word' }).click()]);
  check(download.suggestedFilename().endsWith('.docx'), `the document is called ${download.suggestedFilename()}`);

  // Without a mouse: along the tabs, to a wording, chosen by a key.
  await tab('The text').focus();
  await page.keyboard.press('ArrowRight');
  check((await page.evaluate(() => document.activeElement.id)) === 'one-text-brackets', 'an arrow does not go along the tabs');
  await page.keyboard.press('Home');
  await clause('length of the calm').getByRole('button', { name: 'six weeks' }).focus();
  await page.keyboard.press('Space');
  check((await option('truce')) === '42', 'a wording cannot be chosen by key');
  // A version with a fault is told with file and line.
  write('---\ndate: 2024-02-14\nby: us\n---\n# A\n## B\nFor [six weeks]{truce = 43}.\n', 'text/6.md');
  await page.getByRole('button', { name: 'Read the files again' }).click();
  await page.getByRole('alert').filter({ hasText: 'text/6.md, line 7' }).waitFor();
  await accessible(page, 'a version with a fault');
  await page.context().close();

  write('---\ndate: 2024-02-14\nby: us\n---\n# A\n## B\nFor [six weeks]{truce = 42} / [ninety days]{truce = 90}.\n\n> Israel, since 2024-02-14: Too long.\n', 'text/6.md');
  await everybody({ view: 'one-text', draws: 120, wait: false }, async (other, { called, where }) => {
    await other.locator('[data-clause]').first().waitFor({ timeout: 120_000 });
    await other.locator('[role=tabpanel].exact').waitFor({ timeout: 240_000 });
    await other.locator('fieldset[data-issue]').first().waitFor({ timeout: 120_000 });
    await fits(other, `one text: ${where}`);
    await accessible(other, `one text: ${where}`);
    if (/phone-dark|desk-light-ar/.test(called)) await picture(other, `one-text-${called}`);
    for (const part of ['brackets', 'objections', 'versions', 'marked']) {
      await other.locator(`#one-text-${part}`).click();
      if (part === 'versions') await other.locator('[data-changed]').first().waitFor({ timeout: 240_000 });
      await fits(other, `one text, ${part}: ${where}`);
      if (/desk/.test(called)) await accessible(other, `one text, ${part}: ${where}`);
      if (part === 'objections' && /phone-dark-ar/.test(called)) await picture(other, `one-text-board-${called}`);
    }
  });
};

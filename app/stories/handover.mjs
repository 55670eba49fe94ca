// Somebody hands the brief over: printed as the page that is shown, saved as a file; and an extract for one reader, with what it still gives away beside it
// and never in it.

import { readFileSync } from 'node:fs';

/** As much of a page as a picture for the documentation shows. */
const SEEN = { clip: { x: 0, y: 0, width: 1280, height: 560 } };

export default async ({ open, files, check, picture, accessible, fits, until, settled }) => {
  const page = await open({ view: 'handover', acceptDownloads: true });
  const frame = page.frameLocator('iframe');
  await frame.locator('h1').first().waitFor();
  await page.getByText('Exactly this is printed and saved.').waitFor();

  // The page wears its own style inside the policy of the workbench, and is shown whole.
  const font = await frame.locator('body').evaluate((body) => getComputedStyle(body).fontFamily);
  check(font.startsWith('Charter'), `the page has lost its style: ${font}`);
  const seen = await page.locator('iframe').evaluate((at) => [at.contentDocument.documentElement.scrollHeight, at.clientHeight]);
  check(seen[0] <= seen[1] + 2, `the page is ${seen[0]} px high, and ${seen[1]} are shown`);
  await picture(page, 'hand-over', SEEN);
  await accessible(page, 'the page that is handed over');
  // Its contents lead to its sections.
  await frame.locator('nav a').last().click();
  await until(() => page.evaluate(() => window.scrollY > 500), 'the section to which the contents of the page lead');

  // What is saved is what is shown, and nothing else.
  const saved = async () => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a page' }).click();
    const download = await coming;
    return { name: download.suggestedFilename(), html: readFileSync(await download.path(), 'utf8') };
  };
  const brief = await saved();
  check(brief.name === 'case-brief.html', `it is called ${brief.name}`);
  const shown = await page.locator('iframe').evaluate((at) => at.srcdoc.replace(/<style nonce="[^"]*">/, '<style>'));
  check(brief.html === shown, 'what is saved is not what is shown');
  check(!/<script|src=|@import|url\(/.test(brief.html), 'the saved page loads something');
  // The same for Word: an archive with the text in it.
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save for Word' }).click();
  const document = await coming;
  const bytes = readFileSync(await document.path());
  check(document.suggestedFilename() === 'case-brief.docx', `the document is called ${document.suggestedFilename()}`);
  check(bytes.subarray(0, 2).toString() === 'PK' && bytes.includes('word/document.xml'), 'what is saved is no document for Word');
  // What is printed is the frame.
  await page.locator('iframe').evaluate((at) => { at.contentWindow.print = () => (window.printed = at.contentDocument.body.innerText); });
  await page.getByRole('button', { name: 'Print' }).click();
  const printed = await page.evaluate(() => window.printed);
  check(printed?.startsWith('Gaza: the talks in Cairo'), `what is printed begins with ${printed?.slice(0, 60)}`);
  // The saved page as it comes out of a printer: some sheets, not an endless one, in its own type.
  const alone = await page.context().newPage();
  await alone.setContent(brief.html);
  const pdf = await alone.pdf({ preferCSSPageSize: true });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  check(sheets >= 2 && sheets <= 12, `the printed brief has ${sheets} sheets`);
  await alone.close();

  await page.getByRole('radio', { name: /The brief with its annex/ }).check();
  await frame.getByRole('heading', { name: 'Annex' }).first().waitFor();
  await page.getByText('Exactly this is printed and saved.').waitFor();
  const whole = await saved();
  check(whole.name === 'case-brief-with-annex.html' && whole.html.length > brief.html.length, 'the annex is not in what is saved');

  // An extract: without one of the parties, without remarks; seen at once, judged soon after.
  await page.getByRole('radio', { name: /An extract for one reader/ }).check();
  const account = page.getByRole('complementary', { name: 'What this extract still gives away' });
  const hamas = page.getByRole('checkbox', { name: 'Hamas' });
  await hamas.waitFor({ timeout: 60_000 });
  await hamas.uncheck();
  // What cannot be given without them is said where it is chosen, and once more where one prints, with whom it needs.
  const missing = page.getByRole('group', { name: /chosen cannot be given/ });
  await missing.waitFor({ timeout: 120_000 });
  check(/The deal space.*needs .*Hamas/s.test(await missing.textContent()), `what cannot be given is ${await missing.textContent()}`);
  const map = page.getByRole('checkbox', { name: 'The deal space' });
  const described = await map.first().evaluate((at) => document.getElementById(at.getAttribute('aria-describedby') ?? '')?.textContent ?? '');
  check(described.includes('Cannot be given'), `beside the section stands ${described}`);
  await page.evaluate(() => window.scrollTo(0, 0));
  await accessible(page, 'sections that cannot be given');
  await page.getByRole('checkbox', { name: 'Remarks of analysts' }).uncheck();
  await page.getByRole('button', { name: 'None' }).click();
  await page.getByText('No section is chosen.').waitFor();
  check((await page.getByRole('button', { name: 'Print' }).getAttribute('aria-disabled')) === 'true', 'nothing can be printed, and it does not say so');
  await page.getByRole('checkbox', { name: 'The sentences at the head' }).check();
  await page.getByRole('checkbox', { name: 'The leading packages' }).check();
  await frame.getByText('This is an extract for one reader').waitFor({ timeout: 60_000 });
  await frame.getByText('Not all who must sign are named in it').waitFor();
  // How far the judging is, is told; it can be stopped, and what is not judged is not handed over.
  await account.locator('progress[max]').waitFor({ timeout: 120_000 });
  const bar = await account.locator('progress[max]').evaluate((at) => [at.value, at.max]).catch(() => null);
  check(bar === null || (bar[0] <= bar[1] && bar[1] > 50), `the bar shows ${bar}`);
  await account.getByRole('button', { name: 'Stop' }).click();
  await account.getByText('Stopped before it was known').waitFor();
  check((await page.getByRole('button', { name: 'Print' }).getAttribute('aria-disabled')) === 'true', 'what is not judged can be printed');
  await accessible(page, 'a judging that was stopped');
  await account.getByRole('button', { name: 'Judge it' }).click();
  await account.getByText('How it is judged:').waitFor({ timeout: 240_000 });
  await page.getByText('Exactly this is printed and saved.').waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture(page, 'extract', SEEN);
  await accessible(page, 'an extract');
  const extract = await saved();
  check(extract.name === 'case-extract.html', `the extract is called ${extract.name}`);
  check(!extract.html.slice(extract.html.indexOf('</header>')).includes('Hamas'), 'the extract tells of the party that is left out');
  check(extract.html.includes('This is an extract for one reader'), 'the extract does not say that it is one');

  // Each figure that is given away leads to itself; the list is nowhere in the extract.
  const caveat = await account.locator('.caveat').evaluate((at) => at.compareDocumentPosition(document.querySelector('.account details')) & Node.DOCUMENT_POSITION_FOLLOWING);
  check(caveat !== 0, 'what is not judged is not said first');
  check((await account.locator('h3').first().textContent()) === 'Of those who are left out', 'those who are left out do not come first');
  const given = account.locator('li .link');
  check((await given.count()) > 0, 'the extract is said to give nothing away');
  const says = (await account.locator('li .says').first().textContent()).trim();
  check(!extract.html.includes(says), 'what is given away is told in the extract');
  const name = (await given.first().textContent()).trim();
  await given.first().click();
  const panel = page.locator('aside[data-trace]');
  await panel.getByRole('heading', { name }).waitFor();
  await panel.locator('mark').first().waitFor();
  await picture(page, 'extract-figure', SEEN);
  await accessible(page, 'a figure that is given away');
  await page.keyboard.press('Escape');
  check(await given.first().evaluate((at) => at === document.activeElement), 'the focus does not come back to the list');

  // The choice is kept while one looks at something else; a text with errors is handed to nobody.
  await page.locator('nav a[href="#text"]').click();
  await page.locator('.cm-content').press('Control+Home');
  await page.keyboard.type('!!');
  await page.locator('.phase.faulty').waitFor();
  await page.locator('nav a[href="#handover"]').click();
  check(!(await page.getByRole('checkbox', { name: 'Hamas' }).isChecked()), 'the choice is forgotten');
  await page.getByText('The text has errors. They must be mended').waitFor();
  check((await page.getByRole('button', { name: 'Save as a page' }).getAttribute('aria-disabled')) === 'true', 'a page with old figures can be saved');
  await accessible(page, 'a page of a text with errors');

  await page.getByRole('button', { name: /^Undo/ }).click();
  await settled(page);
  await until(() => !files().some((file) => /draft/i.test(file)), 'the draft gone with the change', 5000);

  for (const [size, theme, language] of [
    ['desk', 'dark', 'ar'],
    ['phone', 'light', 'ar'],
    ['phone', 'dark', 'en'],
    ['zoomed', 'light', 'en'],
  ]) {
    const where = `hand over: ${size}, ${theme}, ${language}`;
    const other = await open({ size, theme, language, view: 'handover', wait: false, draws: 300 });
    await other.frameLocator('iframe').locator('h1').first().waitFor({ timeout: 60_000 });
    await other.locator('input[name=what]').nth(2).check();
    await other.locator('.choice details').waitFor({ timeout: 60_000 });
    await fits(other, where);
    if (size !== 'zoomed') await picture(other, `hand-over-${size}-${theme}-${language}`);
    await accessible(other, where);
    await other.context().close();
  }
};

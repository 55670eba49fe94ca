// Somebody has files of another tool, and takes a case from them: each format by the field and by dropping the files, and files that are none.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

export const from = 'no-case-yet';

const FILES = fileURLToPath(new URL('../../crates/detente-foreign/tests/files/', import.meta.url));
const FORMATS = [
  ['Genius XML', ['genius/garden.xml', 'genius/garden-owner.xml', 'genius/garden-tenant.xml']],
  ['GeniusWeb JSON', ['geniusweb/picnic.json', 'geniusweb/picnic-ada.json', 'geniusweb/picnic-ben.json']],
  ['NegMAS', ['negmas/trade.yml', 'negmas/buyer.yml', 'negmas/seller.yml']],
  ['GMCR+', ['gmcr/water.gmcr']],
];

export default async ({ open, read, files, check, picture, accessible, fits, until, settled, everybody }) => {
  const page = await open({ wait: false });
  await page.getByRole('button', { name: 'Take the files of another tool' }).click();
  const field = page.getByLabel('Or choose them:');
  await field.waitFor();
  await picture(page, 'import');
  await accessible(page, 'the import');
  const drop = async (named) => {
    const texts = named.map((name) => ({ name: basename(name), text: readFileSync(FILES + name, 'utf8') }));
    await dropped(page, texts);
  };

  // What is no file of such a tool is told, with what to do; nothing is changed.
  for (const [name, text, told] of [
    ['notes.txt', 'These are notes.', /No case can be made of these files/],
    ['broken.xml', '<utility_space', /broken\.xml/],
    ['case.toml', 'case = 1', /case\.toml/],
  ]) {
    await dropped(page, [{ name, text }]);
    await until(async () => told.test((await page.locator('details.import').innerText()).replace(/\s+/g, ' ')), `a word on ${name}`);
    if (name === 'broken.xml') await picture(page, 'import-refused');
    await accessible(page, `a refusal of ${name}`);
    check(files().length === 0, `${name} left something in the folder`);
  }
  await field.setInputFiles([{ name: 'large.xml', mimeType: 'text/xml', buffer: Buffer.alloc(8_000_001, 32) }]);
  await page.getByRole('alert').filter({ hasText: 'large.xml is larger than 8 MB' }).waitFor();

  // Each format: once dropped, once by the field; saved, and read.
  for (const [format, named] of FORMATS) {
    for (const way of ['dropped', 'chosen']) {
      await page.locator('header nav a[href="#begin"]').click();
      const before = files();
      if (way === 'dropped') await drop(named);
      else {
        if (!(await field.isVisible())) await page.getByText('Or take a case from the files of another tool').click();
        await field.setInputFiles(named.map((name) => FILES + name));
      }
      await page.getByRole('status').filter({ hasText: `The case is made from files of ${format}, and not saved yet.` }).waitFor();
      const on = page.getByRole('button', { name: 'Go to the case' });
      // What was passed over is told first.
      await on.or(page.locator('.sheet h1')).first().waitFor();
      if (await on.isVisible()) await on.click();
      await page.locator('.sheet h1').waitFor();
      await settled(page);
      check((await page.locator('.faults.errors').count()) === 0, `${format}, ${way}: the case has errors`);
      await page.keyboard.press('Control+s');
      await until(() => files().filter((file) => file.endsWith('.toml') && !file.startsWith('.')).length > before.filter((file) => file.endsWith('.toml') && !file.startsWith('.')).length, `${format}, ${way}: the case on disk`);
      const made = files().find((file) => file.endsWith('.toml') && !before.includes(file) && !file.startsWith('.'));
      if (!made) continue;
      check(read(made).includes('case = 1'), `${format}, ${way}: ${made} is no case`);
    }
  }
  await page.locator('header nav a[href="#begin"]').click();
  // With something unsaved, nothing is lost for it.
  await page.locator('header nav a[href="#text"]').click();
  await page.locator('.cm-content').press('Control+End');
  await page.keyboard.type('\n# mine');
  await page.locator('header nav a[href="#begin"]').click();
  await drop(FORMATS[0][1]);
  await page.getByRole('alert').filter({ hasText: 'Save it first' }).waitFor();

  const some = [
    ['desk', 'dark', 'ar'],
    ['phone', 'light', 'ar'],
    ['phone', 'dark', 'en'],
  ];
  await everybody({ view: 'begin' }, async (other, { where: whose }) => {
    const where = `import: ${whose}`;
    await other.locator('details.import > summary').click();
    await dropped(other, [{ name: 'broken.xml', text: '<utility_space' }]);
    await other.locator('details.import [role=alert]').waitFor();
    await fits(other, where);
    await accessible(other, where);
  }, some);
};

/** Drops files on the page, as a person does who drags them there. */
async function dropped(page, files) {
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, text } of files) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.locator('main > .view').dispatchEvent('dragover', { dataTransfer: transfer });
  await page.locator('main > .view').dispatchEvent('drop', { dataTransfer: transfer });
}

// The tutorial `docs/tutorial/first-case.md`, played as it is written, with the pictures that it shows.

export const from = 'pasture';

/** What each wants, as the tutorial's table has it: whose go to the top, one after the other. */
const WANTS = [
  ['Upper village', { herd: ['as now', 'a third less'], never: 'half', days: [120, 60], water: [25, 75], matters: ['Herd', 'Days of grazing'], without: 'as good as a good deal' }],
  ['Herders', { herd: ['as now', 'a third less'], days: [120, 60], matters: ['Herd', 'Days of grazing'], without: 'about as good as a middling deal' }],
  ['Lower village', { herd: ['half', 'a third less'], atLeast: 50, days: [60, 120], water: [75, 25], matters: ['Water for the orchards', 'Herd'], without: 'as good as a good deal' }],
  ['Growers', { herd: ['half', 'a third less'], water: [75, 25], matters: ['Water for the orchards', 'Herd'], without: 'about as good as a middling deal' }],
];

export default async ({ open, read, files, check, picture, accessible, until, settled, still }) => {
  const page = await open({ wait: false, acceptDownloads: true });
  const shot = (name, height = 620) => picture(page, `first-case-${name}`, { clip: { x: 0, y: 0, width: 1280, height } });
  const next = page.getByRole('button', { name: 'Next', exact: true });
  const button = (name) => page.getByRole('button', { name, exact: true });

  // 1. Begin
  await button('Begin a new case').waitFor();
  await shot('1-begin', 420);
  await button('Begin a new case').click();
  await page.getByLabel('What the case is called').fill('The high pasture');
  await page.getByLabel('The day on which things stand like this').fill('2025-04-01');
  await page.getByLabel('In a sentence or two, what it is about').fill('Two villages share a pasture and the spring on it. Each winter leaves less of both.');
  await shot('2-case', 740);
  await next.click();

  // 2. Who
  const names = page.getByLabel('Name', { exact: true });
  await names.nth(0).fill('Upper village');
  await names.nth(1).fill('Lower village');
  await button('+ people at home').nth(0).click();
  await page.getByLabel('People at home behind Upper village').fill('Herders');
  await button('+ people at home').nth(1).click();
  await page.getByLabel('People at home behind Lower village').fill('Growers');
  for (const i of [0, 1]) await page.getByLabel('Their say').nth(i).selectOption({ label: 'vote: half must accept' });
  await button('+ another party').click();
  await names.nth(2).fill('District');
  await page.getByLabel('What it does there').nth(2).selectOption({ label: 'mediates' });
  await page.evaluate(() => window.scrollTo(0, 0));
  await shot('3-who', 900);
  await next.click();

  // 3. About what
  const settled_ = page.getByLabel('What is to be settled');
  await settled_.nth(0).fill('Herd');
  await page.getByLabel('Option 1').fill('as now');
  await page.getByLabel('Option 2').fill('a third less');
  await button('+ option').click();
  await page.getByLabel('Option 3').fill('half');
  await button('+ another question to settle').click();
  await settled_.nth(1).fill('Days of grazing');
  await page.getByLabel('It is settled by').nth(1).selectOption({ label: 'any number in a range' });
  await page.getByLabel('From', { exact: true }).fill('60');
  await page.getByLabel('To', { exact: true }).fill('120');
  await page.getByLabel('In steps of (may be left out)').fill('10');
  await page.getByLabel(/^Unit/).nth(0).fill('days');
  await button('+ another question to settle').click();
  await settled_.nth(2).fill('Water for the orchards');
  await page.getByLabel('It is settled by').nth(2).selectOption({ label: 'one of some numbers' });
  await page.getByLabel('The numbers, with commas between them').fill('25, 50, 75');
  await page.getByLabel(/^Unit/).nth(1).fill('per cent');
  await page.evaluate(() => window.scrollTo(0, 0));
  await shot('4-what', 900);
  await next.click();

  // 4. Who wants what
  for (const [who, wants] of WANTS) {
    const of = page.getByRole('group', { name: who, exact: true });
    for (const best of wants.herd) await of.getByRole('button', { name: `Move ${best} up` }).click();
    if (wants.never) await of.getByRole('checkbox', { name: wants.never }).check();
    const ends = async (issue, given) => {
      if (!given) return;
      await of.getByLabel(`Would like best (${issue})`).fill(String(given[0]));
      await of.getByLabel(`Would like least (${issue})`).fill(String(given[1]));
    };
    await ends('Days of grazing', wants.days);
    await ends('Water for the orchards', wants.water);
    if (wants.atLeast) await of.getByLabel('Never below (Water for the orchards)').fill(String(wants.atLeast));
    for (const issue of wants.matters) await of.getByRole('button', { name: `Move ${issue} up` }).click();
    await of.getByLabel(wants.without).check();
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  await shot('5-wants', 900);
  await next.click();

  // 5. What you read
  await button('+ a source').click();
  await page.getByLabel('Title, as somebody would look it up').fill('Survey of the pasture, district office');
  await page.getByLabel('When it appeared').fill('2025-02-20');
  await page.getByLabel('How reliable').selectOption('B');
  await next.click();

  // 6. Read where things stand
  await page.getByText('All is answered.').waitFor();
  await button('Make the case').click();
  await page.locator('.verdict').waitFor();
  await settled(page);
  await page.keyboard.press('Control+s');
  await until(() => files().includes('case.toml'), 'the case on disk');
  check(read().includes('title = "The high pasture"'), 'the case is another');
  const brief = await page.locator('.sheet').innerText();
  for (const told of [
    '7 packages of 63 would be signed by all',
    'one exists in 83 % of the worlds drawn',
    'The package most often acceptable to all is A, in 58 %',
  ]) {
    check(brief.replaceAll('\u00a0', ' ').includes(told), `the brief does not say “${told}”`);
  }
  await page.getByRole('button', { name: 'Dismiss' }).click({ timeout: 3000 }).catch(() => undefined);
  await shot('6-brief', 720);

  // 7. Change a judgement
  await page.locator('header nav a[href="#change"]').click();
  const field = page.getByRole('textbox', { name: 'worth of no deal to Upper village: high', exact: true });
  await field.waitFor();
  await field.fill('0.6');
  await field.press('Enter');
  await page.locator('header nav a[href="#read"]').click();
  await settled(page);
  await until(async () => (await page.locator('.headline').first().textContent()).includes('%'), 'the changed headline');
  check(/89\s%/.test(await page.locator('.headline').first().textContent()), 'a deal does not exist in 89 % after the change');
  await page.locator('header nav a[href="#change"]').click();
  await field.waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await shot('7-change', 640);

  // 8. Put a package together
  await page.locator('header nav a[href="#packages"]').click();
  const options = page.locator('fieldset[data-issue]');
  await options.first().waitFor({ timeout: 60_000 });
  await page.locator('fieldset[data-issue]').filter({ hasText: 'Herd' }).getByRole('radio', { name: 'a third less' }).check();
  await page.locator('.found.exact').first().waitFor({ timeout: 60_000 });
  await still(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await shot('8-package', 620);

  // 9. Save
  await page.keyboard.press('Control+s');
  await until(async () => (await page.locator('.state .word').textContent()) === 'Saved', 'that it is saved');
  check(/no_deal = \[0\.5, 0\.6\]/.test(read()), 'the change is not in the file');

  // 10. Hand it over
  await page.locator('header nav a[href="#handover"]').click();
  await page.getByRole('radio', { name: /An extract for one reader/ }).check();
  const upper = page.getByRole('checkbox', { name: 'Upper village' });
  await upper.waitFor({ timeout: 60_000 });
  await upper.uncheck();
  const account = page.getByRole('complementary', { name: 'What this extract still gives away' });
  await account.getByText('How it is judged:').waitFor({ timeout: 240_000 });
  await page.getByText('Exactly this is printed and saved.').waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await shot('9-extract', 560);
  const coming = page.waitForEvent('download');
  await button('Save as a page').click();
  check((await coming).suggestedFilename() === 'case-extract.html', 'the extract has another name');
};

// Somebody who does not know the format answers plain questions, and has a case with a brief: once by mouse, once by keyboard alone, to the
// bytes on disk. The answers survive that one leaves, and what is missing is told only once somebody tried to go on.

export const from = 'no-case-yet';

export default async ({ open, read, files, check, picture, accessible, fits, until, settled, everybody }) => {
  const page = await open({ wait: false });
  await page.getByRole('heading', { name: 'There is no case here yet' }).waitFor();
  check((await page.locator('header .errors').count()) === 0, 'an empty folder is told to have errors');
  await picture(page, 'no-case');
  await accessible(page, 'an empty folder');
  await page.getByRole('button', { name: 'Begin a new case' }).click();

  // The case.
  await page.getByRole('heading', { name: 'What is it about?' }).waitFor();
  check((await page.locator('.fault').count()) === 0, 'what is missing is told before anybody tried to go on');
  await picture(page, 'begin');
  const next = page.getByRole('button', { name: 'Next', exact: true });
  const heading = (name) => page.getByRole('heading', { name, exact: true });
  await next.click();
  await heading('Who is at the table?').waitFor();
  await until(() => page.getByRole('button', { name: '1. The case (not complete)' }).isVisible(), 'that the first question is not complete');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await until(async () => (await page.locator('.fault').count()) > 0, 'what is missing, after somebody tried to go on');
  await page.getByLabel('What the case is called').fill('Grazing on the high pasture');
  await page.getByLabel('The day on which things stand like this').fill('2025-04-01');
  await page.getByLabel('In a sentence or two, what it is about').fill('Two villages share a pasture, and each winter leaves less of it.');
  await until(async () => (await page.locator('.fault').count()) === 0, 'that nothing is missing there any more');
  await next.click();

  // Who: two villages; at home in one of them, the herders vote. A party that was added by mistake is taken away again.
  const names = page.getByLabel('Name', { exact: true });
  await names.nth(0).fill('Upper village');
  await names.nth(1).fill('Lower village');
  await page.getByRole('button', { name: '+ another party' }).click();
  check(await names.nth(2).evaluate((field) => field === document.activeElement), 'the focus is not in the field that was added');
  await page.keyboard.type('District');
  await page.getByLabel('What it does there').nth(2).selectOption({ label: 'mediates' });
  await page.getByRole('button', { name: '+ people at home' }).nth(1).click();
  await page.getByLabel('People at home behind Lower village').fill('Herders');
  await page.getByLabel('Their say').selectOption({ label: 'vote: half must accept' });
  await page.getByRole('button', { name: '+ another party' }).click();
  await page.getByRole('button', { name: 'Remove this one' }).click();
  await picture(page, 'begin-who');
  await accessible(page, 'who is at the table');
  await next.click();

  // About what: one in words, one in a range, one in numbers with a slip that is told.
  await page.getByLabel('What is to be settled').fill('Herd');
  await page.getByLabel('Option 1').fill('as now');
  await page.getByLabel('Option 2').fill('a third less');
  await page.getByRole('button', { name: '+ option' }).click();
  await page.locator('input:focus').and(page.getByLabel('Option 3')).waitFor();
  await page.keyboard.type('half');
  await page.getByRole('button', { name: '+ another question to settle' }).click();
  await page.getByLabel('What is to be settled').nth(1).fill('Days of grazing');
  await page.getByLabel('It is settled by').nth(1).selectOption({ label: 'any number in a range' });
  await page.getByLabel('From', { exact: true }).fill('60');
  await page.getByLabel('To', { exact: true }).fill('120');
  await page.getByLabel('In steps of (may be left out)').fill('10');
  await page.getByLabel(/^Unit/).fill('days');
  await page.getByRole('button', { name: '+ another question to settle' }).click();
  await page.getByLabel('What is to be settled').nth(2).fill('Share of the well');
  await page.getByLabel('It is settled by').nth(2).selectOption({ label: 'one of some numbers' });
  const numbers = page.getByLabel('The numbers, with commas between them');
  await numbers.fill('25, half');
  await numbers.blur();
  await page.getByRole('alert').filter({ hasText: '“half” is not a number' }).waitFor();
  await numbers.fill('25, 50, 75');
  await numbers.blur();
  await picture(page, 'begin-what');
  await accessible(page, 'what is to be settled');
  await next.click();

  // Who wants what. All are alike until somebody says which is best.
  const of = (who) => page.getByRole('group', { name: who, exact: true });
  await of('Upper village').getByText('Nothing is said yet, and all are alike.').waitFor();
  await next.click();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await until(() => of('Upper village').getByText('It is not said what “Upper village” wants.').isVisible(), 'that it is not said what somebody wants');
  for (const [who, best, days, share, step] of [
    ['Upper village', 'half', ['60', '120'], ['75', '25'], 'worse than most deals'],
    ['Lower village', 'as now', ['120', '60'], ['25', '75'], 'worse than most deals'],
    ['Herders', 'as now', ['120', '60'], null, 'about as good as a middling deal'],
  ]) {
    const group = of(who);
    // The best goes to the top; of the two that are left alike, a third less is wanted more.
    await group.getByRole('button', { name: `Move ${best} up` }).click();
    await group.getByRole('button', { name: 'Move a third less up' }).click();
    await group.getByLabel('Would like best (Days of grazing)').fill(days[0]);
    await group.getByLabel('Would like least (Days of grazing)').fill(days[1]);
    if (share) {
      await group.getByLabel('Would like best (Share of the well)').fill(share[0]);
      await group.getByLabel('Would like least (Share of the well)').fill(share[1]);
    }
    await group.getByRole('button', { name: 'Move Herd up' }).click();
    await group.getByLabel(step).check();
  }
  await of('Lower village').getByRole('checkbox', { name: 'half' }).check();
  await picture(page, 'begin-wants');
  await accessible(page, 'who wants what');

  // Somebody leaves, and comes back: nothing is lost.
  await page.reload();
  await heading('What is it about?').waitFor();
  check((await page.getByLabel('What the case is called').inputValue()) === 'Grazing on the high pasture', 'the answers are gone after a reload');
  await page.getByRole('button', { name: '5. What you read' }).click();
  await page.getByRole('button', { name: '+ a source' }).click();
  await page.getByLabel('Title, as somebody would look it up').fill('Survey of the pasture');
  await page.getByLabel('When it appeared').fill('2025-02-20');
  await page.getByLabel('How reliable').selectOption('B');
  await next.click();
  await page.getByText('All is answered.').waitFor();
  await picture(page, 'begin-done');
  await accessible(page, 'all is answered');
  await page.getByRole('button', { name: 'Make the case' }).click();

  // It has a brief, and is not saved yet; then it is.
  await page.locator('.verdict').waitFor();
  await settled(page);
  check(!files().includes('case.toml'), 'the case was written before anybody saved it');
  check((await page.locator('.verdict').textContent()).length > 20, 'there is no verdict');
  await picture(page, 'begin-brief');
  await page.keyboard.press('Control+s');
  await until(() => files().includes('case.toml'), 'the case on disk');
  const text = read();
  for (const part of ['title = "Grazing on the high pasture"', 'as_of = 2025-04-01', 'name = "Upper village"', 'name = "Herders"', 'role = "mediator"', '[sources.', 'never']) {
    check(text.includes(part), `the case lacks ${part}`);
  }

  // Another case, in the same folder, by keyboard alone.
  const other = await open();
  await other.keyboard.press('Alt+Shift+3');
  const at = (name) => other.getByRole('heading', { name, exact: true });
  await at('What is it about?').waitFor();
  const press = async (...keys) => {
    for (const key of keys) await other.keyboard.press(key);
  };
  /** Tabs on to what has this name, as a person does who hears each. */
  const tabTo = async (name) => {
    for (let i = 0; i < 120; i++) {
      await press('Tab');
      const heard = await other.evaluate(() => {
        const here = document.activeElement;
        return here?.getAttribute('aria-label') ?? here?.closest('label')?.innerText ?? here?.textContent ?? '';
      });
      if (heard.replace(/\s+/g, ' ').trim().startsWith(name)) return true;
    }
    return check(false, `the Tab key never comes to “${name}”`);
  };
  const field = async (name, text) => {
    await tabTo(name);
    await other.keyboard.type(text);
  };
  await field('What the case is called', 'Boat on the ferry');
  await tabTo('Next');
  await press('Enter');
  await at('Who is at the table?').waitFor();
  check(await at('Who is at the table?').evaluate((here) => here === document.activeElement), 'the focus is not on the next question');
  await field('Name', 'Owner');
  await field('Name', 'Crew');
  await tabTo('Next');
  await press('Enter');
  await at('What must an agreement settle?').waitFor();
  await field('What is to be settled', 'Shift');
  await field('Option 1', 'eight hours');
  await field('Option 2', 'ten hours');
  await tabTo('Next');
  await press('Enter');
  await at('Who wants what, and what could they live with?').waitFor();
  await tabTo('ten hours, 1 of 1');
  await press('Alt+ArrowUp');
  check((await other.locator('.whose').first().locator('[data-item]').first().textContent()) === 'ten hours', 'Alt and an arrow do not put an option on top');
  await tabTo('far worse than any deal');
  await press('ArrowDown');
  await tabTo('eight hours, 1 of 1');
  await press('Alt+ArrowUp');
  await tabTo('far worse than any deal');
  await press('ArrowDown');
  await tabTo('Next');
  await press('Enter');
  await at('What have you read about it?').waitFor();
  await tabTo('Next');
  await press('Enter');
  await at('Your case').waitFor();
  await tabTo('A name for its file');
  await press('Control+a');
  await other.keyboard.type('case');
  await tabTo('Make the case');
  await press('Enter');
  await other.getByRole('alert').filter({ hasText: 'There is a file case.toml already' }).waitFor();
  await press('Shift+Tab');
  await press('Control+a');
  await other.keyboard.type('ferry');
  await tabTo('Make the case');
  await press('Enter');
  await other.locator('.verdict').waitFor();
  await press('Control+s');
  await until(() => files().includes('ferry.toml'), 'the second case on disk');
  check(read('ferry.toml').includes('title = "Boat on the ferry"'), 'the second case is another');
  check(read() === text, 'the first case was changed by the second');

  // Everybody: both themes, both directions, a phone, large letters.
  await everybody({ view: 'begin', wait: false }, async (one, { size, called, where }) => {
    await one.evaluate((kept) => localStorage.setItem('detente-begun', kept), JSON.stringify(ANSWERS));
    await one.reload();
    for (let i = 1; i <= 6; i++) {
      await one.locator('.view > nav button').nth(i - 1).click();
      await one.locator('.view h2').waitFor();
      await fits(one, `${where}, question ${i}`);
      if (i === 4 && size === 'phone') await picture(one, `begin-${called}`);
      await accessible(one, `${where}, question ${i}`);
    }
  });
};

const side = (name, order, best, worst) => ({
  name,
  part: 'must_sign',
  wants: {
    on: [
      { issue: 'Crew', best_first: order, best: null, worst: null, never: [], at_most: null, at_least: null },
      { issue: 'Term', best_first: [], best, worst, never: [], at_most: null, at_least: null },
    ],
    matters: [['Crew'], ['Term']],
    without: 'worse',
  },
  home: [],
});

const ANSWERS = {
  title: 'The lease of the lower dock',
  day: '2025-03-01',
  about: 'Who works the lower dock, and for how long.',
  parties: [side('Port authority', [['own staff'], ['mixed'], ['union']], 10, 1), side('Dockers’ union', [['union'], ['mixed'], ['own staff']], 1, 10)],
  issues: [
    { name: 'Crew', unit: '', answers: { words: ['own staff', 'mixed', 'union'] } },
    { name: 'Term', unit: 'years', answers: { range: { from: 1, to: 10, step: 1 } } },
  ],
  sources: [],
};

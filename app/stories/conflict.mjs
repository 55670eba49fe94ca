// Somebody sees where a conflict would rest and why, first in one of nine states, then in one of forty; by mouse, by keyboard
// alone, as a table, on a phone.
import { readFileSync } from 'node:fs';

export const from = 'elmira-1991';

const CASES = new URL('../../cases/', import.meta.url);
const caseOf = (name) => readFileSync(new URL(`${name}/case.toml`, CASES), 'utf8');
const forty = readFileSync(new URL('files/forty-states.toml', import.meta.url), 'utf8');

export default async ({ open, write, read, check, picture, accessible, fits, until, everybody }) => {
  const states = (page) => page.getByRole('option');
  const shown = async (page) => states(page).first().waitFor();

  // Elmira: nine states, given as such.
  const page = await open({ view: 'conflict' });
  await shown(page);
  check((await states(page).count()) === 9, `Elmira has ${await states(page).count()} states`);
  check(/Holds for everyone: Nash/.test(await states(page).nth(8).getAttribute('aria-label')), 'state 9 is not said to hold');
  await picture(page, 'conflict-nine');
  await states(page).nth(8).click();
  const told = page.locator('aside').filter({ hasText: 'State 9' });
  await told.getByRole('heading', { name: 'State 9' }).waitFor();
  await told.locator('.paper').first().waitFor();
  check((await told.locator('.paper').first().textContent()).length > 40, 'there is no reason why state 9 holds');
  check(await told.getByText('company abandons the plant').first().isVisible(), 'state 9 is not described');
  await told.getByRole('button', { name: 'What would keep it so?' }).click();
  await told.getByRole('heading', { name: 'What would keep it so' }).waitFor();
  await picture(page, 'conflict-why');

  // The prisoner's dilemma and North Korea: options, in rows and columns.
  for (const [name, count] of [['prisoners-dilemma-1950', 4], ['north-korea-2017', 12]]) {
    write(caseOf(name));
    const other = await open({ view: 'conflict' });
    await shown(other);
    check((await states(other).count()) === count, `${name}: ${await states(other).count()} states are drawn`);
    await picture(other, `conflict-${name}`);
    await other.context().close();
  }

  // Forty states.
  write(forty);
  const large = await open({ view: 'conflict' });
  await shown(large);
  check((await states(large).count()) === 40, `${await states(large).count()} states are drawn`);
  await picture(large, 'conflict-forty');
  // No state lies over another, no label over a state.
  const boxes = await large.locator('[data-state] .box').evaluateAll((all) => all.map((box) => box.getBoundingClientRect().toJSON()));
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  const over = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => !apart(a, b)));
  check(over.length === 0, `${over.length} states lie over others`);
  const labels = await large.locator('.label rect').evaluateAll((all) => all.map((box) => box.getBoundingClientRect().toJSON()));
  const hidden = labels.filter((label) => boxes.some((box) => !apart(label, { left: box.left + 3, right: box.right - 3, top: box.top + 3, bottom: box.bottom - 3 })));
  check(hidden.length === 0, `${hidden.length} of ${labels.length} labels lie over states`);
  const covered = labels.flatMap((a, i) => labels.slice(i + 1).filter((b) => !apart(a, { left: b.left + 2, right: b.right - 2, top: b.top + 2, bottom: b.bottom - 2 })));
  check(covered.length === 0, `${covered.length} labels lie over others`);
  check(boxes.every((box) => box.width >= 60), 'states are drawn too small to be read');

  // By keyboard alone: to where things stand, along a row, to what is said, and back.
  await large.locator('[role=option][tabindex="0"]').focus();
  await large.keyboard.press('Home');
  const at = () => large.evaluate(() => document.activeElement?.getAttribute('data-state'));
  const quo = await at();
  check((await large.locator(`[data-state="${quo}"]`).getAttribute('aria-label')).includes('Things stand here'), `Home led to state ${quo}`);
  await large.keyboard.press('ArrowRight');
  check((await at()) !== quo, 'the right arrow leads nowhere');
  await large.keyboard.press('ArrowDown');
  const chosen = await at();
  await large.keyboard.press('Enter');
  await large.getByRole('heading', { name: `State ${chosen}`, exact: true }).waitFor();
  check(await large.evaluate(() => document.activeElement?.id === 'state-heading'), 'Enter does not lead to what is said of the state');
  await large.locator('article .paper').first().waitFor();
  await picture(large, 'conflict-forty-chosen');
  // From there a move leads on.
  const move = large.locator('aside ul button').first();
  await move.focus();
  await large.keyboard.press('Enter');
  await until(async () => !(await large.getByRole('heading', { name: `State ${chosen}`, exact: true }).count()), 'another state after a move');

  // Filters, zoom, table.
  const lines = () => large.locator('.line').count();
  const before = await lines();
  await large.getByRole('radio', { name: 'All', exact: true }).check();
  const all = await lines();
  check(all >= before, `${all} lines of all moves, ${before} of those that somebody gains by`);
  await large.getByRole('checkbox', { name: 'River authority' }).uncheck();
  check((await lines()) < all, 'leaving a mover out leaves no line out');
  const wide = () => large.locator('.frame svg').evaluate((svg) => svg.getBoundingClientRect().width);
  const size = await wide();
  await large.getByRole('button', { name: 'Larger' }).click();
  check((await wide()) > size, 'it does not become larger');
  await large.getByRole('button', { name: 'Show all of it' }).click();
  check(await large.locator('.frame').evaluate((frame) => frame.scrollWidth <= frame.clientWidth + 1), 'not all of it is shown');
  await large.getByRole('radio', { name: 'Table' }).check();
  check((await large.locator('tbody tr').count()) === 40, 'the table has not forty rows');
  await accessible(large, 'the table');
  await large.context().close();

  await everybody({ view: 'conflict' }, async (other, { called, where }) => {
    await shown(other);
    await fits(other, where);
    await states(other).nth(2).click();
    await other.locator('article .paper').first().waitFor();
    await fits(other, `${where}, with a state`);
    await picture(other, `conflict-${called}`);
    await accessible(other, where);
  });
  check(read() === forty, 'looking at a conflict changed the file');
};

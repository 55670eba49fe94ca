// Somebody opens the page without the key, with an old one, and with the right one.

export default async ({ open, address, check, picture, accessible }) => {
  const page = await open();
  check(!(await page.evaluate(() => location.href)).includes('token'), 'the key stays in the address bar');
  const kept = await page.evaluate(() => JSON.stringify(localStorage) + document.cookie);
  const key = /token=(.+)$/.exec(address())[1];
  check(!kept.includes(key), 'the key is kept beyond this tab');
  await page.reload();
  await page.locator('.verdict').waitFor();

  // A view has an address of its own, which is none without the key.
  await page.locator('nav a[href="#text"]').click();
  await page.locator('.cm-content').waitFor();
  await page.reload();
  await page.locator('.cm-content').waitFor();

  const stranger = await open({ wait: false, at: address().replace(/#.*/, '') });
  await stranger.getByRole('heading', { name: /address that Detente printed/ }).waitFor();
  await picture(stranger, 'no-key');
  await accessible(stranger, 'without a key');

  const old = await open({ wait: false, at: `${address().replace(/#.*/, '')}#token=0000` });
  await old.getByRole('heading', { name: 'This address has expired' }).waitFor();
  await accessible(old, 'with an old key');
};

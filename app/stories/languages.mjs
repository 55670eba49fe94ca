// Every view in every language and both themes: nothing is left in another language, nothing is cut off or lies on something else.

const LANGUAGES = ['en', 'ar'];

/** Names of programs, formats, keys, concepts and units, which are the same in every language; and an example of an id. */
const NAMES = /^(Detente|Genius|GeniusWeb|NegMAS|GMCR|XML|JSON|YAML|TOML|HTML|gmcr|Alt|Ctrl|Tab|Enter|Escape|Shift|Space|toml|case|UCDP|ACLED|GDELT|Nash|Kalai|Smorodinsky|GMR|SMR|SEQ|SIM|CSV|Home|End|Page|Down|reuters|feb)$/;

export default async ({ open, check, picture, accessible, fits, still }) => {
  for (const language of LANGUAGES) {
    for (const [theme, size] of language === 'en' ? [['light', 'desk'], ['dark', 'phone']] : [['dark', 'desk'], ['light', 'phone']]) {
      const page = await open({ language, theme, size, draws: 300 });
      const views = await page.locator('header nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href').slice(1)));
      check(views.length >= 4, `only ${views.length} views`);
      for (const view of views) {
        const where = `${view}, ${language}, ${theme}, ${size}`;
        await page.locator(`header nav a[href="#${view}"]`).click();
        await page.locator('main :is(h1, h2, h3, .cm-content):visible').first().waitFor({ timeout: 60_000 });
        await still(page);
        await fits(page, where);
        for (const told of await page.evaluate(crowded)) check(false, `${where}: ${told}`);
        for (const left of await page.evaluate(foreign, { language, names: NAMES.source })) check(false, `${where}: not in this language: ${left}`);
        // The other views have stories of their own, which see to that in both themes and directions.
        if (view === 'text') await accessible(page, where);
        if (language === 'ar' && size === 'phone') await picture(page, `arabic-${view}`);
      }
      await page.context().close();
    }
  }
};

/** What is cut off, and what lies on something else, among the words of the interface. */
function crowded() {
  const told = [];
  const shown = (at) => at.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) && at.getBoundingClientRect().width > 1;
  const words = (at) => (at.getAttribute('aria-label') ?? at.textContent).replace(/\s+/g, ' ').trim().slice(0, 40);
  const inside = (at) => at.closest('.paper, .cm-editor, iframe, svg, pre, .said');
  const all = [...document.querySelectorAll('button, label, legend, summary, th, h1, h2, h3, header a, .said ~ *')].filter((at) => shown(at) && !inside(at));
  for (const at of all) {
    const style = getComputedStyle(at);
    const cuts = style.overflowX !== 'visible' && style.overflowX !== 'auto' && style.overflowX !== 'scroll';
    if (at.scrollWidth > at.clientWidth + 1 && at.clientWidth > 0 && (cuts || at.matches('button, header a')) && style.display !== 'inline') {
      told.push(`“${words(at)}” takes ${at.scrollWidth} px and has ${at.clientWidth}`);
    }
  }
  const pressed = all.filter((at) => at.matches('button, header a, label'));
  const boxes = pressed.map((at) => ({ at, box: at.getBoundingClientRect() }));
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length; j++) {
      const [a, b] = [boxes[i], boxes[j]];
      if (a.at.contains(b.at) || b.at.contains(a.at)) continue;
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      // What scrolls under the head of the page is no fault.
      const layers = [a, b].map(({ at }) => Boolean(at.closest('header.top, [popover], dialog, .notices')));
      if (across > 2 && down > 2 && layers[0] === layers[1]) told.push(`“${words(a.at)}” lies on “${words(b.at)}”`);
    }
  }
  return [...new Set(told)].slice(0, 8);
}

/** Words of the interface that are in another language: Latin letters in Arabic, and the other way round. */
function foreign({ language, names }) {
  const known = new RegExp(names);
  const letters = language === 'ar' ? /[A-Za-z]{3,}/g : /[\u0600-\u06ff]{2,}/g;
  // What is from a case, and what the server says in English for now, is marked as such.
  // So is the headline where it is only read aloud.
  const own = '.paper, .cm-editor, iframe, svg, pre, code, kbd, bdi, .said, option, textarea, script, style, [lang]:not(html)';
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const at = node.parentElement;
    if (!at || at.closest(own) || !at.checkVisibility()) continue;
    const words = (node.nodeValue.match(letters) ?? []).filter((word) => !known.test(word));
    if (words.length > 0) found.push(`“${node.nodeValue.trim().slice(0, 60)}” in ${at.tagName.toLowerCase()}.${at.className}`);
  }
  // Titles hold names from the case and the server's English sentences, and nothing in them can be marked as such: they are not looked at.
  for (const at of document.querySelectorAll('[placeholder]')) {
    if (at.closest(own.replace(', iframe', ''))) continue;
    for (const text of [at.getAttribute('placeholder')]) {
      const words = (text?.match(letters) ?? []).filter((word) => !known.test(word));
      if (words.length > 0) found.push(`“${text.slice(0, 60)}” in ${at.tagName.toLowerCase()}`);
    }
  }
  return [...new Set(found)].slice(0, 8);
}

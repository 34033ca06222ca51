/** Every action by Tab, Enter, Space, arrows and Escape alone: no pointer, no single-letter key. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENGINE } from './engines.mjs';
import { comes, fixture, HANDHELD, open, read, timeless } from './harness.mjs';

let site;
let published;
let article;
before(async () => { [site, published, article] = [await open(), await fixture('published.txt'), await fixture('asking.txt')]; });
after(() => site?.close());

const isFocused = (locator) => locator.evaluate((node) => node === document.activeElement);
const here = (page) => page.evaluate(() => { const { id, className, textContent } = document.activeElement ?? {}; return { id, className, text: textContent?.slice(0, 40) }; });
const holds = (page, about, argument) => page.waitForFunction(about, argument);

/**
 * Behind its last control Firefox goes on to its own bar, and its remote control never gives the page the focus back. What
 * lies before the focus is looked for from the first stop on, as if the bar had been passed.
 */
async function beginAnew(locator) {
  if (ENGINE !== 'firefox') return;
  await locator.evaluate((node) => {
    const isBehind = document.activeElement?.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (!isBehind && document.activeElement !== node) document.querySelector('.skip')?.focus();
  });
}

/** Whether the last key has led here: the focus may move a moment after it, and a second key would lead past. */
const isReached = (locator) => locator.evaluate(async (node) => {
  for (let i = 0; i < 50 && document.activeElement === globalThis.focusBefore; i += 1) await new Promise((go) => { setTimeout(go, 10); });
  globalThis.focusBefore = document.activeElement;
  return node === document.activeElement;
});

/** Tab until this element has the focus. */
async function tabTo(page, locator, key = 'Tab') {
  await locator.waitFor();
  await beginAnew(locator);
  for (let i = 0; i < 250; i += 1) {
    if (await isReached(locator)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`Tab does not lead there; it is at ${JSON.stringify(await here(page))}`);
}

async function activate(page, locator, key = 'Enter') {
  await tabTo(page, locator);
  await page.keyboard.press(key);
}

test('a text comes in by the keyboard alone', async () => {
  const page = await site.page();
  await tabTo(page, page.locator('#desk-text'));
  await page.locator('#desk-text').fill(article);
  await activate(page, page.locator('#desk-read'));
  await page.locator('#article .prose', { hasText: 'floating dock' }).waitFor();
  await page.finish();
});

test('the skip link is the first stop and leads past the article', async () => {
  const page = await site.page();
  await page.keyboard.press('Tab');
  await comes(() => here(page).then((it) => it.className), /skip/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await comes(() => page.evaluate(() => document.activeElement?.closest('#hub') !== null), true);
  await page.finish();
});

test('citation, paragraph and back; the paragraph’s number, what uses it; a name, its card; a date, its event', async () => {
  const page = await site.page();
  await read(page, published);
  const cite = page.locator('#part-digest ~ * a.cite').first();
  await activate(page, cite);
  await comes(() => page.evaluate(() => document.activeElement?.getAttribute('data-number')), '1');
  await activate(page, page.locator('#back'));
  await holds(page, (id) => document.activeElement?.id === id, await cite.getAttribute('id'));
  await activate(page, page.locator('#article button.number').first());
  await activate(page, page.locator('#sheet .uses button').first());
  await comes(() => here(page).then((it) => it.id), /^(claim|card|event)-/);
  await activate(page, page.locator('#article a.mark:not([data-kind=date])').first());
  await comes(() => here(page).then((it) => it.id), /^card-/);
  await read(page, article.replace(/\n\n/, '\n\nThe keeper said that the rope of May 2024 had been as good as that of the year before, and that he wanted no other.\n\n'));
  const asked = page.locator('#article a.mark[aria-haspopup=dialog]').first();
  await activate(page, asked);
  await page.locator('#sheet-title').waitFor();
  await page.keyboard.press('Escape');
  await comes(() => isFocused(asked), true);
  await activate(page, page.locator('#article a.mark[data-kind=date]:not([aria-haspopup])').first());
  await comes(() => here(page).then((it) => it.id), /^event-/);
  await page.finish();
});

test('steps of a card, the kinds of names, the reasons, what is folded or set aside', async () => {
  const page = await site.page();
  await read(page, article);
  const card = page.locator('.card').first();
  const next = card.getByRole('button', { name: 'Next mention' });
  await activate(page, next);
  await comes(() => card.locator('.step-at').innerText(), /^1\/\d+$/);
  await comes(() => isFocused(next), true, 'the focus stays on the step');
  await page.keyboard.press('Space');
  for (const why of ['.points .why', '.card .card-head .why', '.event .event-label .why']) {
    const ask = page.locator(why).first();
    await activate(page, ask);
    await page.locator('#sheet-title').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#sheet').waitFor({ state: 'hidden' });
    await comes(() => isFocused(ask), true, why);
  }
  await tabTo(page, page.locator('.kinds input').first());
  await page.keyboard.press('ArrowRight');
  await comes(() => page.locator('.kinds input').nth(1).isChecked(), true);
  await comes(() => page.locator('.card:visible').evaluateAll((cards) => new Set(cards.map((each) => each.dataset.kind)).size), 1);
  await read(page, published);
  await activate(page, page.locator('.aside summary'));
  await page.locator('.aside li').first().waitFor();
  await page.finish();
});

test('the two hubs, the date of publication, the marks, a new text and what was opened', async () => {
  const page = await site.page();
  await read(page, published);
  await tabTo(page, page.getByRole('radio', { name: 'Publisher’s hub' }));
  await page.keyboard.press('ArrowRight');
  await holds(page, () => document.querySelector('.hub-from')?.textContent?.includes('made here'));
  await activate(page, page.locator('#date-change'));
  await page.locator('#date-field').fill('2026-03-01');
  await activate(page, page.locator('#date-form button[type=submit]'));
  await holds(page, () => document.querySelector('.published')?.textContent?.includes('1 Mar 2026'));
  const marks = () => page.locator('body').getAttribute('data-marks');
  const before = await marks();
  await activate(page, page.locator('.marks-key button').first());
  await comes(marks, before === 'on' ? 'off' : 'on');
  await activate(page, page.locator('#new'));
  await comes(() => here(page).then((it) => it.id), 'desk-text', 'writing begins at once');
  await activate(page, page.locator('#opened li button').first());
  await page.locator('#desk').waitFor({ state: 'hidden' });
  await page.finish();
});

test('the menu of exports and the help open, work and close; the focus returns', async () => {
  const page = await site.page();
  await read(page, published);
  await activate(page, page.locator('#export'));
  await activate(page, page.getByRole('button', { name: 'Copy Markdown' }));
  await page.locator('#said', { hasText: 'Copied' }).waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await page.locator('#exports').waitFor({ state: 'hidden' });
  await activate(page, page.locator('#keys'));
  const keys = page.locator('#single-keys');
  await activate(page, keys, 'Space');
  await comes(() => keys.isChecked(), false);
  await activate(page, page.locator('#help').getByRole('button', { name: 'Close' }));
  await page.locator('#help').waitFor({ state: 'hidden' });
  await comes(() => here(page).then((it) => it.id), 'keys');
  await page.finish();
});

test('the answer to an error has the focus within reach, and Escape clears it', async () => {
  const page = await site.page({ prepare: timeless });
  await page.evaluate(() => globalThis.pasted('The mill stopped on Monday. '.repeat(190_000)));
  await activate(page, page.locator('#fault').getByRole('button').first());
  await page.locator('#article .block[data-number="1"]', { hasText: 'mill' }).waitFor();
  await page.finish();
});

for (const [where, context] of [['desktop', {}], ['phone', HANDHELD]]) {
  test(`Tab alone reaches every control in sight, with an article: ${where}`, async () => {
    const page = await site.page({ context });
    await read(page, published);
    const wanted = await page.evaluate(() => {
      // Of the buttons of one choice, arrows reach the others.
      const all = [...document.querySelectorAll('a[href], button, textarea, summary, input, select')].filter((node) => node.checkVisibility({ visibilityProperty: true }) && node.tabIndex >= 0 && !node.closest('[popover], dialog') && !(node.type === 'radio' && !node.checked));
      all.forEach((node, i) => node.setAttribute('data-stop', String(i)));
      document.querySelector('.skip')?.focus();
      return all.map((node) => node.id || node.className || node.textContent);
    });
    const reached = new Set();
    for (let i = 0; i <= wanted.length + 10; i += 1) {
      reached.add(await page.evaluate(() => document.activeElement?.getAttribute('data-stop')));
      await page.keyboard.press('Tab');
    }
    assert.ok(wanted.length > 15, `${wanted.length} controls`);
    assert.deepEqual(wanted.filter((_, i) => !reached.has(String(i))), []);
    await page.finish();
  });
}

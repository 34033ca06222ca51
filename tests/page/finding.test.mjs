/** Finding words in the article and its hub. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { comes, fixture, HANDHELD, open, read } from './harness.mjs';

let site;
let article;
before(async () => { [site, article] = [await open(), await fixture('asking.txt')]; });
after(() => site?.close());

const count = (page) => page.locator('#find-count').innerText();
const counts = (page, text) => page.waitForFunction((text) => document.querySelector('#find-count')?.textContent === text, text);
const painted = (page, name) => page.evaluate((name) => [...CSS.highlights.get(name) ?? []].map((range) => range.toString()), name);

async function find(page, query) {
  await page.keyboard.press('/');
  await page.locator('#find-field').fill(query);
  await page.waitForFunction(() => document.querySelector('#find-count')?.textContent !== '');
}

test('a word is found in article and hub, painted, counted, gone through by keyboard, and announced', async () => {
  const page = await site.page();
  await read(page, article);
  await find(page, 'dock');
  const all = await painted(page, 'found');
  assert.ok(all.length > 2 && all.every((text) => text.toLowerCase() === 'dock'), all.join());
  await comes(() => count(page), `${all.length} matches`);
  await page.keyboard.press('Enter');
  await counts(page, `1 of ${all.length}`);
  await comes(() => page.locator('#said').innerText(), new RegExp(`^Match 1 of ${all.length}, `));
  await comes(() => painted(page, 'found-now').then((now) => now.map((text) => text.toLowerCase())), ['dock']);
  await page.keyboard.press('Shift+Enter');
  await counts(page, `${all.length} of ${all.length}`);
  await comes(() => page.locator('#said').innerText(), /What happened when|Who’s who|Digest/, 'the last one is in the hub');
  await page.keyboard.press('Enter');
  await counts(page, `1 of ${all.length}`);
  await page.keyboard.press('Escape');
  await comes(() => page.locator('#finder').isVisible(), false);
  await comes(() => page.evaluate(() => document.activeElement?.id ?? ''), /^b\d+$/, 'reading goes on where it was found');
  await comes(() => painted(page, 'found'), []);
  await page.finish();
});

test('case, accents, curly quotes, line ends and names with marks make no difference; what is not there is said', async () => {
  const page = await site.page();
  await read(page, 'Flood at the mill\n\nThe “Müller” mill stopped on Mon-\nday, said Ada Lim of Nordwind Corp. in Kestrel Bay.\n\nAda Lim’s mill will turn again when the water falls. 磨坊停了。');
  for (const [query, found] of [['"muller" MILL', '“Müller” mill'], ["lim's mill", 'Lim’s mill'], ['ada lim of nordwind', 'Ada Lim of Nordwind'], ['磨坊', '磨坊']]) {
    await find(page, query);
    await page.keyboard.press('Enter');
    await page.waitForFunction((found) => [...CSS.highlights.get('found-now') ?? []].join() === found, found);
    await page.keyboard.press('Escape');
  }
  await find(page, 'zeppelin');
  await counts(page, 'No match');
  await page.waitForFunction(() => document.querySelector('#said')?.textContent === 'No match');
  await page.finish();
});

test('what a fold or a filter hides is opened for a match, and a block that is not on the page yet is brought', async () => {
  const page = await site.page({ fake: true });
  await read(page, 'A made hub\n\nThis one holds 30 names.\n\nIt says no more than that.');
  await find(page, 'what came in 2018');
  await comes(() => page.locator('#event-28').isVisible(), false);
  await page.keyboard.press('Enter');
  await page.locator('#event-28').waitFor();
  await read(page, ['A long text', ...Array.from({ length: 2500 }, (_, i) => `Line ${i} of it.`)].join('\n\n'));
  await find(page, 'line 2400 of');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => [...CSS.highlights.get('found-now') ?? []].join() === 'Line 2400 of');
  await page.waitForFunction(() => {
    const { top, bottom } = [...CSS.highlights.get('found-now')][0].getBoundingClientRect();
    return top > 50 && bottom < 900;
  });
  await page.finish();
});

test('on a phone a match opens the part that holds it; the button says whether the field is open', async () => {
  const page = await site.page({ context: HANDHELD });
  await read(page, article);
  await page.locator('#find').click();
  await comes(() => page.locator('#find').getAttribute('aria-expanded'), 'true');
  await page.locator('#find-field').fill('floating dock');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.body.dataset.tab === 'article');
  await page.locator('#find-previous').click();
  await page.waitForFunction(() => document.body.dataset.tab !== 'article');
  await page.locator('#find-close').click();
  await comes(() => page.locator('#find').getAttribute('aria-expanded'), 'false');
  await page.finish();
});

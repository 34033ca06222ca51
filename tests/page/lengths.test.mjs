/** Short, standard or long: the length of the summary that is made here, chosen once and kept. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { comes, fixture, open, read, saved } from './harness.mjs';

let site;
let article;
before(async () => { [site, article] = [await open(), await longer()]; });
after(() => site?.close());

/** The article with paragraphs enough for three lengths. */
async function longer() {
  const days = Array.from({ length: 24 }, (_, i) => `On the ${i + 2}th day of the repairs the harbour office of Kestrel Bay counted ${40 + i} boats at the new quay, and the keeper of the lock said that berth ${i + 1} had been given to a crew from the northern islands.`);
  return [await fixture('asking.txt'), ...days].join('\n\n');
}

/** Of the whole summary: what is still to be built is built at once, as it is for paper. */
const wordsOf = (page) => page.evaluate(() => {
  dispatchEvent(new Event('beforeprint'));
  return document.querySelector('.summary').textContent.split(/\s+/).length;
});
/** The choice shows at once; its summary is there when it is told. */
const shows = (page, length) => page.waitForFunction(([id, told]) => document.activeElement?.id === id && document.activeElement.checked && document.getElementById('said').textContent.startsWith(told), [`length-${length}`, `${length[0].toUpperCase()}${length.slice(1)} summary: `]);

test('each length says more than the one before, by the arrow keys, and the focus stays on the choice', async () => {
  const page = await site.page();
  await read(page, article);
  const standard = await wordsOf(page);
  await page.locator('#length-standard').focus();
  await page.keyboard.press('ArrowRight');
  await shows(page, 'long');
  const long = await wordsOf(page);
  await page.keyboard.press('ArrowLeft');
  await shows(page, 'standard');
  assert.equal(await wordsOf(page), standard);
  await page.keyboard.press('ArrowLeft');
  await shows(page, 'short');
  const short = await wordsOf(page);
  assert.ok(short < standard && standard < long, [short, standard, long].join());
  await page.finish();
});

test('the choice holds for the next article, a reload, the sample and what is exported', async () => {
  const page = await site.page();
  await read(page, article);
  const standard = await wordsOf(page);
  await page.locator('#length-short').check();
  await shows(page, 'short');
  await page.reload();
  await page.locator('#length-short:checked').waitFor({ state: 'attached' });
  assert.ok(await wordsOf(page) < standard);
  await page.locator('#export').click();
  const { text } = await saved(page, page.locator('#exports li', { hasText: 'Plain text' }).getByRole('button', { name: /Download/ }));
  const told = await page.locator('.summary .claim bdi').evaluateAll((all) => all.map((node) => node.textContent));
  assert.deepEqual(told.filter((claim) => !text.includes(claim.replace(/\.$/, ''))), []);
  const exported = text.split('in 3 minutes\n')[1].split('\n\n')[0].replace(/\[para\. \d+\]/g, '');
  assert.equal(exported.split(/\s+/).filter(Boolean).length, told.join(' ').split(/\s+/).length, 'and nothing more');
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await page.locator('.sample-note').waitFor({ state: 'attached' });
  await page.getByRole('radio', { name: 'Made here' }).check();
  await page.locator('#length-short:checked').waitFor({ state: 'attached' });
  await page.finish();
});

test('a publisher’s summary has the length that it has', async () => {
  const page = await site.page();
  await read(page, await fixture('published.txt'));
  await comes(() => page.locator('.lengths').count(), 0);
  await page.getByRole('radio', { name: 'Made here' }).check();
  await comes(() => page.getByRole('radio', { name: 'Standard' }).isChecked(), true);
  await page.finish();
});

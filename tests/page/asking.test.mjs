/** Asking: why a sentence, a date or a name is in the hub, and looking for names of one kind. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { comes, fixture, open, read } from './harness.mjs';

let site;
let article;
before(async () => { [site, article] = [await open(), await fixture('asking.txt')]; });
after(() => site?.close());

test('a sentence of the digest tells the words that it was made from, and the article holds them', async () => {
  const page = await site.page();
  await read(page, article);
  const ask = page.locator('.points .why').first();
  const whole = await page.locator('.points .claim > bdi').first().innerText();
  await ask.focus();
  await page.keyboard.press('Enter');
  await comes(() => page.locator('#sheet-title').innerText(), /^Why this sentence/);
  const slices = await page.locator('.why-slice bdi').allTextContents();
  if (slices.length === 0) {
    await comes(() => page.locator('#sheet').innerText(), /Word for word as in para\. \d/);
    assert.ok(article.includes(whole), whole);
  }
  for (const slice of slices) assert.ok(article.includes(slice), slice);
  await page.keyboard.press('Escape');
  await comes(() => ask.evaluate((node) => node === document.activeElement), true, 'the focus is where it was');
  await page.finish();
});

test('the sign to ask by stands in the space behind a citation: it covers no letter, and nothing moves when it shows', async () => {
  const page = await site.page();
  await read(page, article);
  const places = () => page.evaluate(() => {
    const onOneLine = ([a, b]) => Math.abs(a.top - b.top) < 6;
    return [...document.querySelectorAll('.part .claim + .claim')].map((next) => {
      const cite = [...next.previousElementSibling.querySelectorAll('.cite')].at(-1);
      const why = next.previousElementSibling.querySelector('.why');
      const [end, start] = [[...cite.getClientRects()].at(-1), [...next.querySelector('bdi').getClientRects()].find(({ width }) => width > 0)];
      const sign = why.getBoundingClientRect().left + parseFloat(getComputedStyle(why, '::before').inlineSize);
      return { together: onOneLine([end, start]), gap: start.left - end.right, room: start.left - sign, shown: Number(getComputedStyle(why, '::before').opacity) };
    });
  });
  const before = await places();
  const beside = before.filter(({ together }) => together);
  assert.ok(beside.length > 0, 'two sentences stand on one line');
  for (const { gap, room } of beside) assert.ok(gap < 12 && room > -1, `${gap} px between, ${room} px right of the sign`);
  await page.locator('.part .why').first().focus();
  await comes(() => places().then(([first]) => first.shown), 1);
  assert.deepEqual((await places()).map(({ gap }) => gap), before.map(({ gap }) => gap));
  await page.finish();
});

test('a date tells its rule, its value and what it was counted from', async () => {
  const page = await site.page();
  await read(page, article);
  await page.locator('.event', { hasText: 'floating dock' }).locator('.event-label .why').click();
  const told = await page.locator('#sheet').innerText();
  assert.match(told, /“yesterday” → 2025-10-28/);
  assert.match(told, /seen from the day of writing, counted from 29 Oct 2025 \(the byline\)/);
  await page.finish();
});

test('a date in the text that the timeline does not have can be asked, too', async () => {
  const page = await site.page();
  await read(page, article.replace(/\n\n/, '\n\nThe keeper said that the rope of May 2024 had been as good as that of the year before, and that he wanted no other.\n\n'));
  const date = page.locator('#article a.mark', { hasText: 'May 2024' });
  await date.focus();
  await page.keyboard.press('Enter');
  await comes(() => page.locator('#sheet-title').innerText(), /^Why this date/);
  await comes(() => page.locator('#sheet .why-dates').innerText(), /“May 2024” → 2024-05/);
  await page.finish();
});

test('the day of publication is no mark in the byline while the line above says it', async () => {
  const page = await site.page();
  await read(page, article);
  const marked = () => page.locator('#article .is-byline a.mark[data-kind=date]').allTextContents();
  await comes(() => page.locator('.published').innerText(), /29 Oct 2025/);
  await comes(() => marked(), []);
  await page.locator('#date-change').click();
  await page.locator('#date-field').fill('2024-05-02');
  await page.locator('#date-form button[type=submit]').click();
  await comes(() => page.locator('.published').innerText(), /2 May 2024/);
  await comes(() => marked(), ['Oct. 29, 2025'], 'another one is said above');
  await page.finish();
});

test('a name tells the forms under which it was found', async () => {
  const page = await site.page();
  await read(page, article);
  await page.locator('.card', { has: page.locator('h3', { hasText: 'Ada Lim' }) }).locator('.card-head .why').click();
  const told = await page.locator('#sheet').innerText();
  assert.match(told, /Ada Lim ×1, first in para. 1/);
  assert.match(told, /Lim ×1, first in para. 2/);
  await page.finish();
});

test('names can be shown by kind, and all again', async () => {
  const page = await site.page();
  await read(page, article);
  const shown = () => page.locator('.card:visible').evaluateAll((cards) => [...new Set(cards.map((card) => card.dataset.kind))].sort());
  assert.ok((await shown()).length > 2);
  await page.locator('.kinds label', { hasText: 'People' }).click();
  await comes(() => shown(), ['person']);
  await page.locator('.kinds label', { hasText: 'All' }).click();
  assert.ok((await shown()).length > 2);
  await page.finish();
});

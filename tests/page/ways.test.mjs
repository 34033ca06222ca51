/** The ways through the page: from a citation to its paragraph and back, by mouse, touch and keyboard. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { needs } from './engines.mjs';
import { comes, fixture, HANDHELD, open, read, sample, tap } from './harness.mjs';

let site;
let published;
before(async () => { [site, published] = [await open(), await fixture('published.txt')]; });
after(() => site?.close());

const focused = (page) => page.evaluate(() => document.activeElement?.id ?? '');
/** The published page with enough before it that both panes must scroll. */
const longer = () => published.replace('Three bakeries', `${'The river rose and the mill stopped on a Monday in the rain.\n\n'.repeat(40)}Three bakeries`).replaceAll(/\[para\. (\d)\]/g, (_, n) => `[para. ${Number(n) + 40}]`);

test('a citation leads to its paragraph, which is seen, focused, tinted and announced; Back returns to the citation', async () => {
  const page = await site.page();
  await read(page, longer());
  const cite = page.locator('a.cite', { hasText: 'para. 44' });
  const id = await cite.getAttribute('id');
  const scrolled = await page.locator('#hub').evaluate((node) => node.scrollTop);
  await cite.click();
  const target = page.locator('#article [data-number="44"]');
  await comes(() => focused(page), await target.getAttribute('id'));
  await comes(() => target.evaluate((node) => { const box = node.getBoundingClientRect(); return box.top >= 52 && box.bottom <= innerHeight; }), true, 'in sight');
  assert.notEqual(await target.evaluate((node) => getComputedStyle(node).backgroundColor), 'rgba(0, 0, 0, 0)');
  await comes(() => page.locator('#said').textContent(), /^Paragraph 44\./);
  assert.ok(Math.abs(await page.locator('#hub').evaluate((node) => node.scrollTop) - scrolled) < 400, 'the digest stays where it was');
  await comes(() => page.evaluate(() => document.body.scrollTop + document.documentElement.scrollTop), 0, 'only the panes scroll');
  await page.goBack();
  await comes(() => focused(page), id);
  await comes(() => page.locator('.is-lit').count(), 0);
  await page.goForward();
  await comes(() => focused(page), await target.getAttribute('id'));
  await page.finish();
});

test('on a phone the key to all six kinds of marks is one line', async () => {
  const page = await site.page({ context: HANDHELD, fake: true });
  await read(page, 'A made hub\n\nThis one holds 30 names.');
  await page.locator('#tab-article').click();
  await page.evaluate(() => {
    const key = document.querySelector('.marks-key ul');
    key.replaceChildren(...['Company', 'Organisation', 'Person', 'Place', 'Other', 'Date'].map((kind) => {
      const item = document.createElement('li');
      item.append(Object.assign(document.createElement('span'), { className: 'mark', textContent: kind }));
      return item;
    }));
  });
  await page.evaluate(() => document.fonts.ready.then(() => true));
  const tops = await page.locator('.marks-key li').evaluateAll((all) => all.map((item) => item.getBoundingClientRect().top));
  assert.equal(tops.length, 6);
  assert.deepEqual([...new Set(tops)].length, 1, tops.join());
  await page.finish();
});

test('the way back is also a button and the Backspace key, through two citations in turn', async () => {
  const page = await site.page();
  await read(page, published);
  const [first, second] = [page.locator('a.cite').nth(0), page.locator('a.cite').nth(2)];
  await comes(() => page.locator('#back').isVisible(), false);
  await first.click();
  await second.click();
  await page.locator('#back').click();
  await page.waitForFunction((id) => document.activeElement?.id === id, await second.getAttribute('id'));
  await page.locator('#article [data-number="1"]').focus();
  await page.keyboard.press('Backspace');
  await page.waitForFunction((id) => document.activeElement?.id === id, await first.getAttribute('id'));
  await comes(() => page.locator('#back').isVisible(), false);
  await page.finish();
});

test('a citation beyond the first two thousand blocks still arrives', async () => {
  const page = await site.page();
  const many = Array.from({ length: 2500 }, (_, i) => `The mill number ${i} stopped on a Monday.`).join('\n\n');
  await read(page, published.replace('Three bakeries', `${many}\n\nThree bakeries`).replace('[para. 1]', '[para. 2400]'));
  await page.locator('a.cite', { hasText: 'para. 2400' }).click();
  const target = page.locator('#article [data-number="2400"]');
  await comes(() => focused(page), await target.getAttribute('id'));
  await comes(() => target.innerText(), /mill number 2399/);
  await page.finish();
});

test('an older article’s steps in the history lead nowhere, and break nothing', async () => {
  const page = await site.page();
  await read(page, published);
  await page.locator('a.cite').first().click();
  await read(page, published.replace('Hillford Bakeries', 'Hillford Brewers'));
  await page.goBack();
  await comes(() => page.locator('#article h2').innerText(), 'Hillford Brewers Agree to Share One Oven');
  await page.finish();
});

test('a card steps through its mentions, paints the current one and keeps the focus on the step', async () => {
  const page = await site.page({ fake: true });
  await read(page, await sample());
  const card = page.locator('.card', { hasText: 'Brackwater Energy plc' });
  const next = card.getByRole('button', { name: 'Next mention' });
  await next.click();
  await comes(() => card.locator('.step-at').innerText(), /^1\/\d+$/);
  await next.click();
  await comes(() => card.locator('.step-at').innerText(), /^2\/\d+$/);
  await comes(() => page.evaluate(() => [...CSS.highlights.get('place')].map((range) => range.toString())), ['Brackwater']);
  await comes(() => next.evaluate((node) => node === document.activeElement), true);
  await comes(() => page.locator('#said').textContent(), /^Mention 2 of \d+, para\. \d+$/);
  await card.getByRole('button', { name: 'Previous mention' }).click();
  await comes(() => card.locator('.step-at').innerText(), /^1\/\d+$/);
  await page.finish();
});

test('a name in the text leads to its card; a paragraph’s number leads to what uses it', async () => {
  const page = await site.page({ fake: true });
  await page.locator('#article a.mark', { hasText: 'Brackwater' }).first().click();
  await comes(() => focused(page), 'card-0');
  await page.locator('#article button.number').first().click();
  await page.locator('#sheet .uses button').first().click();
  await comes(() => focused(page), /^(claim|card|event)-/);
  await comes(() => page.locator('#sheet').isVisible(), false);
  await page.finish();
});

test('keys: sections, paragraphs, citations, marks, help; and they can be switched off for good', async () => {
  const page = await site.page({ fake: true });
  await page.locator('body').click({ position: { x: 2, y: 400 } });
  for (const [key, id] of [['1', 'part-digest'], ['2', 'part-who'], ['3', 'part-when'], ['4', 'article']]) {
    await page.keyboard.press(key);
    await comes(() => focused(page), id, key);
    await comes(() => page.evaluate(() => document.body.scrollTop + document.documentElement.scrollTop), 0, 'only the panes scroll');
  }
  const number = () => page.evaluate(() => document.activeElement?.getAttribute('data-number'));
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await comes(() => number(), '2');
  await page.keyboard.press('k');
  await comes(() => number(), '1');
  await page.keyboard.press('n');
  await comes(() => page.evaluate(() => document.activeElement?.className), 'mark');
  await page.keyboard.press(']');
  await comes(() => page.evaluate(() => document.activeElement?.textContent), 'para. 1');
  await page.keyboard.press('Enter');
  await comes(() => number(), '1');
  await page.keyboard.press('Backspace');
  await page.waitForFunction(() => document.activeElement?.textContent === 'para. 1');
  await page.keyboard.press('h');
  await comes(() => page.locator('#article .block a.mark').first().evaluate((node) => getComputedStyle(node).textDecorationLine), 'none');
  await page.keyboard.press('e');
  await comes(() => page.locator('#exports').isVisible(), true);
  await page.keyboard.press('Escape');
  await comes(() => page.locator('#exports').isVisible(), false);
  await page.keyboard.press('?');
  await page.locator('#single-keys').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('2');
  assert.notEqual(await focused(page), 'part-who');
  await page.reload();
  await page.locator('#part-digest').waitFor();
  await page.keyboard.press('2');
  assert.notEqual(await focused(page), 'part-who', 'after a reload too');
  await page.finish();
});

test('keys that are typed into the paste area are letters there', async () => {
  const page = await site.page();
  await page.locator('#desk-text').click();
  await page.keyboard.type('jk123?');
  await comes(() => page.locator('#desk-text').inputValue(), 'jk123?');
  await page.finish();
});

test('Tab alone reaches every control in sight', async () => {
  const page = await site.page({ fake: true });
  const wanted = await page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button, textarea, summary')].filter((node) => node.getClientRects().length > 0 && !node.closest('[popover], dialog'));
    all.forEach((node, i) => node.setAttribute('data-stop', String(i)));
    return all.length;
  });
  const reached = new Set();
  await page.locator('.skip').focus();
  for (let i = 0; i <= wanted + 5; i += 1) {
    const stop = await page.evaluate(() => document.activeElement?.getAttribute('data-stop'));
    if (stop) reached.add(stop);
    await page.keyboard.press('Tab');
  }
  assert.ok(wanted > 20, `${wanted} controls`);
  assert.equal(reached.size, wanted);
  await page.finish();
});

test('phone: the paste area stands before the digest and the article, and not before the other parts', async () => {
  const page = await site.page({ context: HANDHELD, fake: true });
  for (const [tab, shown] of [['digest', true], ['who', false], ['when', false], ['article', true]]) {
    await tap(page.locator(`#tab-${tab}`));
    await comes(() => page.locator('#desk').isVisible(), shown, tab);
  }
  await page.finish();
});

test('phone: the digest first, four tabs, and a citation opens a sheet that leads on to the article and back', async () => {
  const page = await site.page({ context: HANDHELD });
  await read(page, published);
  await comes(() => page.locator('#part-digest').isVisible(), true);
  await comes(() => page.locator('#article').isVisible(), false);
  const bar = await page.locator('#tabs').boundingBox();
  assert.ok(bar && Math.abs(bar.height - 48) <= 1.5 && Math.abs(bar.y + bar.height - 844) < 1, JSON.stringify(bar));
  for (const [tab, shown] of [['who', '#part-who'], ['when', '#part-when'], ['article', '#article'], ['digest', '#part-digest']]) {
    await tap(page.locator(`#tab-${tab}`));
    await comes(() => page.locator(shown).isVisible(), true, tab);
    await comes(() => page.locator('#tabs [aria-current=true]').evaluateAll((all) => all.map((node) => node.id)), [`tab-${tab}`]);
  }
  const cite = page.locator('a.cite').nth(2);
  const id = await cite.getAttribute('id');
  await tap(cite);
  await comes(() => page.locator('#sheet').innerText(), /Paragraph 3[\s\S]*four vans/);
  await tap(page.locator('#sheet').getByRole('button', { name: 'Close' }));
  await page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
  await tap(cite);
  await page.goBack();
  await comes(() => page.locator('#sheet').isVisible(), false, 'Back closes the sheet');
  await comes(() => focused(page), id);
  await tap(cite);
  await tap(page.locator('#sheet').getByRole('button', { name: 'Go to article' }));
  await comes(() => page.evaluate(() => document.activeElement?.getAttribute('data-number')), '3');
  await comes(() => page.locator('#article').isVisible(), true);
  await tap(page.locator('#back'));
  await page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
  await comes(() => page.locator('#part-digest').isVisible(), true);
  await tap(cite);
  await tap(page.locator('#sheet').getByRole('button', { name: 'Go to article' }));
  for (const tab of ['digest', 'article']) await tap(page.locator(`#tab-${tab}`));
  await comes(() => page.locator('#back').isVisible(), false, 'who goes elsewhere by hand is not offered the way back for good');
  await page.finish();
});

test('phone: in the sheet of a citation its sentence can be asked about, and a name leads to its card', async () => {
  const page = await site.page({ context: HANDHELD });
  await read(page, published);
  const cite = page.locator('.part a.cite').first();
  const id = await cite.getAttribute('id');
  await comes(() => page.locator('.paper-title').innerText(), 'Hillford Bakeries Agree to Share One Oven', 'the digest says of what it is one');
  await tap(cite);
  await tap(page.locator('#sheet-why'));
  await comes(() => page.locator('#sheet-title').innerText(), /^Why this sentence/);
  await tap(page.locator('#sheet').getByRole('button', { name: 'Close' }));
  await page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
  await comes(() => page.locator('#sheet').isVisible(), false, 'both are closed at once');
  await tap(page.locator('.part a.cite').nth(1));
  await tap(page.locator('#sheet a.mark').first());
  await page.waitForFunction(() => /^card-/.test(document.activeElement?.id ?? ''));
  await comes(() => page.locator('#part-who').isVisible(), true);
  await page.goBack();
  await page.waitForFunction(() => /^cite-/.test(document.activeElement?.id ?? ''));
  await page.finish();
});

test('phone: in the sheet of a citation a date without an event can be asked about, and closing it returns', async () => {
  const page = await site.page({ context: HANDHELD });
  await read(page, published.replace('four vans', 'four vans of May 2024'));
  const cite = page.locator('a.cite', { hasText: 'para. 3' });
  await tap(cite);
  await tap(page.locator('#sheet a.mark', { hasText: 'May 2024' }));
  await comes(() => page.locator('#sheet-title').innerText(), /^Why this date/);
  await comes(() => page.locator('#sheet .why-dates').innerText(), /“May 2024” → 2024-05/);
  await tap(page.locator('#sheet').getByRole('button', { name: 'Close' }));
  await page.waitForFunction((wanted) => document.activeElement?.id === wanted, await cite.getAttribute('id'));
  await page.finish();
});

test('phone: the mentions of a name are gone through in the sheet, each painted', async () => {
  const page = await site.page({ context: HANDHELD });
  await read(page, published);
  await tap(page.locator('#tab-who'));
  const card = page.locator('.card').first();
  const painted = () => page.evaluate(() => [...CSS.highlights.get('place') ?? []].map((range) => [range.toString(), range.startContainer.parentElement?.closest('#sheet') !== null]));
  await tap(card.getByRole('button', { name: 'Next mention' }));
  await comes(() => page.locator('#sheet-title').innerText(), /^Mention 1 of \d, para\. 2$/);
  await comes(() => painted(), [['Crumbridge Foods Ltd.', true]]);
  await tap(page.locator('#sheet-next'));
  await comes(() => page.locator('#sheet-title').innerText(), /^Mention \d of \d/);
  await comes(() => page.evaluate(() => document.activeElement?.id), 'sheet-next', 'the next press is where the last one was');
  await tap(page.locator('#sheet').getByRole('button', { name: 'Close' }));
  await page.locator('#sheet').waitFor({ state: 'hidden' });
  await page.finish();
});

test('the axis above the timeline is a picture for the eye alone; the list says everything', async () => {
  const page = await site.page({ fake: true });
  await read(page, await sample());
  const axis = page.locator('#hub svg.axis');
  await comes(() => axis.getAttribute('aria-hidden'), 'true');
  await comes(() => axis.locator('.axis-bar, .axis-tick').count(), 4);
  await comes(() => axis.locator('.is-hollow').count(), 1, 'what is expected is hollow');
  await comes(() => page.locator('ol.events > li').count(), 4);
  const dots = await page.locator('.event').evaluateAll((all) => all.map((node) => [node.querySelector('.expected') !== null, getComputedStyle(node, '::after').backgroundColor === getComputedStyle(node, '::after').borderTopColor]));
  assert.deepEqual(dots.map(([expected, filled]) => expected !== filled), [true, true, true, true], 'and in the list, too, its dot is hollow');
  await page.finish();
});

test('print: digest, names and timeline, then the article on a new page, citations in brackets', needs('media'), async () => {
  const page = await site.page({ fake: true });
  await page.emulateMedia({ media: 'print' });
  const seen = (selector) => page.locator(selector).first().isVisible();
  await comes(() => Promise.all(['#part-digest', '#part-who', '#part-when', '#article', '.top-actions', '#desk', '#tabs'].map(seen)), [true, true, true, true, false, false, false]);
  await comes(() => page.locator('a.cite').first().evaluate((node) => [getComputedStyle(node, '::before').content, getComputedStyle(node, '::after').content]), ['"["', '"]"']);
  await comes(() => page.evaluate(() => document.querySelector('#hub').getBoundingClientRect().top < document.querySelector('#article').getBoundingClientRect().top), true);
  await page.finish();
});

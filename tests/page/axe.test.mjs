/** axe over every state of the page, in each way of looking at it. One engine is enough: it reads markup and styles. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { DESKTOP, fixture, HANDHELD, open, read } from './harness.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let site;
let published;
before(async () => { [site, published] = [await open(), await fixture('published.txt')]; });
after(() => site?.close());

async function violations(page) {
  // Handed over by the debugger, since the page's own policy takes no script from elsewhere.
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return found.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).slice(0, 4).join(', ')}`);
}

const MODES = {
  light: {}, dark: { colorScheme: 'dark' }, 'forced colours': { forcedColors: 'active' }, 'reduced motion': { reducedMotion: 'reduce' },
  phone: HANDHELD, 'phone, dark': { ...HANDHELD, colorScheme: 'dark' }, '320 pixels': { viewport: { width: 320, height: 640 } },
  // What is left of 1280 × 1024 pixels.
  '400 % zoom': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
};

for (const [mode, context] of Object.entries(MODES)) {
  test(`axe finds nothing: ${mode}`, async () => {
    const page = await site.page({ context, fake: true });
    assert.deepEqual(await violations(page), [], 'with the sample');
    await page.locator('#export').click();
    assert.deepEqual(await violations(page), [], 'with the export menu');
    await page.keyboard.press('Escape');
    await read(page, 'A made hub\n\nThis one holds 30 names.\n\nIt says no more than that.');
    await page.locator('.fold > summary').first().evaluate((node) => node.click());
    await page.locator('#date-change').evaluate((node) => node.click());
    assert.deepEqual(await violations(page), [], 'with a made hub and the date form');
    await read(page, published.replace('Three bakeries', '20 names: three bakeries'));
    assert.deepEqual(await violations(page), [], 'with the choice between two hubs');
    await read(page, published.replace('[para. 4]', '[para. 4][para. 99]'));
    await page.locator('.is-absent').first().waitFor();
    assert.deepEqual(await violations(page), [], 'with an article');
    await page.locator('.points .why').first().evaluate((node) => node.click());
    await page.locator('#sheet').waitFor();
    await page.waitForTimeout(250);
    assert.deepEqual(await violations(page), [], 'with the sheet');
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.getElementById('keys')?.click());
    assert.deepEqual(await violations(page), [], 'with the help');
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.getElementById('about')?.click());
    assert.deepEqual(await violations(page), [], 'with what the tool is');
    await page.keyboard.press('Escape');
    await page.locator('#find').click();
    await page.locator('#find-field').fill('oven');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => / of /.test(document.querySelector('#find-count')?.textContent ?? ''));
    assert.deepEqual(await violations(page), [], 'with the field to find words by');
    await page.keyboard.press('Escape');
    await page.locator('#language').selectOption('zh-Hans');
    assert.deepEqual(await violations(page), [], 'in Chinese');
    await page.locator('#language').selectOption('en');
    if (!await page.locator('#tabs').isVisible()) return page.finish();
    for (const tab of ['who', 'when', 'article', 'digest']) {
      await page.locator(`#tab-${tab}`).click();
      assert.deepEqual(await violations(page), [], tab);
    }
    await page.finish();
  });
}

for (const [where, context] of [['wide', DESKTOP], ['phone', HANDHELD]]) {
  test(`axe finds nothing: print, ${where}`, async () => {
    const page = await site.page({ context, fake: true });
    for (const text of ['A made hub\n\nThis one holds 30 names.\n\nIt says no more than that.', published]) {
      await read(page, text);
      await page.emulateMedia({ media: 'print' });
      assert.deepEqual(await violations(page), []);
      await page.emulateMedia({ media: 'screen' });
    }
    await page.finish();
  });
}

test('axe finds nothing: an error', async () => {
  const page = await site.page({ load: false, expected: [/404/], instead: { 'worker.js': () => ({ status: 404, body: '' }) } });
  await page.locator('#fault h2').waitFor();
  assert.deepEqual(await violations(page), []);
  await page.finish();
});

test('axe can find something: a button without a name is seen', async () => {
  const page = await site.page({ fake: true });
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
  assert.match((await violations(page)).join(), /button-name/);
  await page.finish();
});

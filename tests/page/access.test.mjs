/** The page for everyone: axe, contrast from the tokens themselves, targets, reflow, and the modules' own order. */

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { after, before, test } from 'node:test';
import { DIST, fixture, open, read } from './harness.mjs';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const HANDHELD = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
let site;
let published;
before(async () => { [site, published] = [await open(), await fixture('published.txt')]; });
after(() => site?.close());

async function violations(page) {
  // Handed over by the debugger, since the page's own policy takes no script from elsewhere.
  await page.evaluate(await readFile(axePath, 'utf8'));
  const { violations: found } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return found.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).slice(0, 4).join(', ')}`);
}

const MODES = { light: {}, dark: { colorScheme: 'dark' }, 'forced colours': { forcedColors: 'active' }, 'reduced motion': { reducedMotion: 'reduce' }, phone: HANDHELD, 'phone, dark': { ...HANDHELD, colorScheme: 'dark' }, '320 pixels': { viewport: { width: 320, height: 640 } } };

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
    if (context.isMobile) {
      for (const tab of ['who', 'when', 'article', 'digest']) {
        await page.locator(`#tab-${tab}`).click();
        assert.deepEqual(await violations(page), [], tab);
      }
      await page.locator('a.cite').first().click();
      await page.locator('#sheet').waitFor();
      await page.waitForTimeout(250);
      assert.deepEqual(await violations(page), [], 'with the sheet');
    }
    await page.finish();
  });
}

test('axe can find something: a button without a name is seen', async () => {
  const page = await site.page({ fake: true });
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
  assert.match((await violations(page)).join(), /button-name/);
  await page.finish();
});

const PAIRS = [
  ['ink', 'page', 7], ['ink', 'panel', 7], ['muted', 'page', 4.5], ['muted', 'panel', 4.5], ['link', 'page', 4.5], ['link', 'panel', 4.5],
  ['ink', 'flash', 4.5], ['ink', 'flash-deep', 4.5], ['muted', 'flash', 4.5], ['page', 'ink', 4.5], ['page', 'link', 4.5], ['link', 'company-tint', 4.5],
  ['focus', 'page', 3], ['focus', 'panel', 3], ['rule', 'page', 3], ['rule', 'panel', 3],
  ...['company', 'organisation', 'person', 'place', 'date', 'other'].flatMap((kind) => [[`${kind}-line`, 'page', 3], [`${kind}-line`, 'panel', 3], ['ink', `${kind}-tint`, 4.5], [`${kind}-ink`, 'panel', 4.5], [`${kind}-ink`, `${kind}-tint`, 4.5]]),
];

for (const colorScheme of ['light', 'dark']) {
  test(`contrast of the tokens holds, pair by pair: ${colorScheme}`, async () => {
    const page = await site.page({ context: { colorScheme }, fake: true });
    const names = [...new Set(PAIRS.flatMap(([a, b]) => [a, b]))];
    const colours = await page.evaluate((all) => Object.fromEntries(all.map((name) => [name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()])), names);
    const weak = PAIRS.map(([a, b, least]) => [a, b, least, contrast(colours[a], colours[b])]).filter(([, , least, ratio]) => !(ratio >= least));
    assert.deepEqual(weak, []);
    await page.finish();
  });
}

function luminance(hex) {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g);
  const [r, g, b] = digits.map((pair) => parseInt(pair, 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

for (const [where, context, least] of [['desktop', {}, 24], ['phone', HANDHELD, 32]]) {
  test(`targets are at least ${least} pixels: ${where}`, async () => {
    const page = await site.page({ context, fake: true });
    const small = await page.evaluate((size) => [...document.querySelectorAll('button, a.cite, summary, textarea')].filter((node) => node.getClientRects().length > 0)
      .map((node) => [node.id || node.className || node.textContent, node.getBoundingClientRect()]).filter(([, box]) => box.height < size - 0.01 || box.width < size - 0.01).map(([name, box]) => `${name}: ${box.width} × ${box.height}`), least);
    assert.deepEqual(small, []);
    await page.finish();
  });
}

test('at 320 pixels nothing is cut off or scrolls sideways', async () => {
  const page = await site.page({ context: { viewport: { width: 320, height: 640 } }, fake: true });
  for (const tab of ['digest', 'who', 'when', 'article']) {
    await page.locator(`#tab-${tab}`).click();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, tab);
  }
  await page.finish();
});

const wwwFiles = async () => (await readdir(DIST, { recursive: true })).filter((name) => /^(views\/)?[\w-]+\.js$/.test(name));

test('no module uses a way to make markup or code out of text', async () => {
  const banned = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\bimport\(|export default|setAttribute\('on/;
  const files = await wwwFiles();
  assert.ok(files.length > 15, files.join());
  for (const name of files) assert.doesNotMatch(await readFile(join(DIST, name), 'utf8'), banned, name);
});

test('every top-level name is its own, so that the modules can be one file; none is longer than 400 lines', async () => {
  const owners = new Map();
  for (const name of await wwwFiles()) {
    const text = await readFile(join(DIST, name), 'utf8');
    assert.ok(text.split('\n').length <= 401, `${name} is too long`);
    if (name === 'worker.js') continue;
    for (const [, declared] of text.matchAll(/^(?:export )?(?:async )?(?:function|const|let|class) (\w+)/gm)) {
      assert.equal(owners.get(declared), undefined, `${declared} is in ${owners.get(declared)} and ${name}`);
      owners.set(declared, name);
    }
  }
});

test('the page and its fonts are at most 160 kB as a host delivers them', async () => {
  let total = 0;
  for (const name of ['index.html', 'style.css', ...await wwwFiles()]) total += gzipSync(await readFile(join(DIST, name)), { level: 9 }).length;
  for (const name of (await readdir(join(DIST, 'fonts'))).filter((font) => font.endsWith('.woff2'))) total += (await readFile(join(DIST, 'fonts', name))).length;
  assert.ok(total <= 160_000, `${total} bytes`);
  console.log(`# page and fonts: ${total} bytes`);
});

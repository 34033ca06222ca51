/**
 * Pictures of the page’s main states for a person to look at, in `target/screenshots`, which is never committed:
 * `node tests/page/screenshots.mjs [text file]`. `ENGINE` chooses the browser; what it cannot show is left out.
 */

import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ENGINE, needs } from './engines.mjs';
import { DESKTOP, fakeCore, fixture, HANDHELD, open, paste, read } from './harness.mjs';

const folder = fileURLToPath(new URL(`../../target/screenshots/${ENGINE}/`, import.meta.url));
const [published, own] = [await fixture('published.txt'), process.argv[2] ? await readFile(process.argv[2], 'utf8') : await fixture('asking.txt')];
const SHARP = { ...HANDHELD, deviceScaleFactor: 2 };
const DARK = { colorScheme: 'dark' };

await mkdir(folder, { recursive: true });
const site = await open();

/** @param {object} given of `page` in the harness, and `text`: what is pasted first, `fullPage` of the picture */
async function shoot(name, { text = own, fullPage = false, ...given } = {}, after = async () => {}) {
  const page = await site.page(given);
  if (text) await read(page, text);
  await after(page);
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${folder}${name}.png`, fullPage });
  await page.context().close();
  console.log(`${folder}${name}.png`);
}

const tab = (id) => (page) => page.locator(`#tab-${id}`).click();
const part = (id) => (page) => page.locator(`#part-${id}`).evaluate((node) => node.scrollIntoView());
const endless = await fakeCore((script) => script.replace("if (data.kind === 'html')", "if (data.kind === 'analyze' && data.text.includes('Hillford')) { self.postMessage({ kind: 'progress', id: data.id, stage: 'document', permille: 420 }); for (;;); }\n  if (data.kind === 'html')"));

await shoot('empty', { text: '' });
await shoot('empty-phone', { text: '', context: SHARP });
await shoot('working', { text: '', instead: endless }, async (page) => { await paste(page, published); await page.locator('#work-cancel').waitFor(); });
await shoot('error', { text: '', load: false, expected: [/404/], instead: { 'worker.js': () => ({ status: 404, body: '' }) } }, (page) => page.locator('#fault h2').waitFor());
await shoot('hub', {});
await shoot('hub-who', {}, part('who'));
await shoot('hub-when', {}, part('when'));
await shoot('published', { text: published });
await shoot('cited', {}, (page) => page.locator('a.cite').nth(1).click());
await shoot('why', {}, (page) => page.locator('.points .why').first().click());
await shoot('exports', {}, (page) => page.locator('#export').click());
await shoot('help', {}, (page) => page.locator('#keys').click());
for (const id of ['digest', 'who', 'when', 'article']) await shoot(`phone-${id}`, { context: SHARP }, tab(id));
await shoot('phone-sheet', { context: SHARP }, (page) => page.locator('a.cite').first().click());
if (!needs('media').skip) {
  await shoot('hub-dark', { context: { ...DESKTOP, ...DARK } });
  await shoot('phone-dark', { context: { ...SHARP, ...DARK } }, tab('article'));
  await shoot('forced-colours', { context: { ...DESKTOP, forcedColors: 'active' } });
  await shoot('narrow', { context: { viewport: { width: 320, height: 640 } } });
  await shoot('zoom-400', { context: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 } }, (page) => page.locator('#export').click());
  await shoot('print', { context: { viewport: { width: 794, height: 1123 } }, fullPage: true }, (page) => page.emulateMedia({ media: 'print' }));
}
await site.close();

/** Pictures of the page for a person to look at: `node tests/page/screenshots.mjs [text file]`. */

import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { open, read } from './harness.mjs';

const folder = fileURLToPath(new URL('artefacts/', import.meta.url));
const text = process.argv[2] ? await readFile(process.argv[2], 'utf8') : null;
const fake = process.env['FAKE_CORE'] === '1';
const desktop = { viewport: { width: 1440, height: 900 } };
const handheld = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

await mkdir(folder, { recursive: true });
const site = await open();

async function shoot(name, context, after = async () => {}) {
  const page = await site.page({ context, fake });
  if (text) await read(page, text);
  await page.evaluate(() => document.fonts.ready);
  await after(page);
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.context().close();
}

const tab = (id) => (page) => page.locator(`#tab-${id}`).click();
const scrollHub = (part) => (page) => page.locator(`#part-${part}`).evaluate((node) => node.scrollIntoView());

await shoot('desktop', desktop);
await shoot('desktop-dark', { ...desktop, colorScheme: 'dark' });
await shoot('desktop-who', desktop, scrollHub('who'));
await shoot('desktop-when', desktop, scrollHub('when'));
await shoot('desktop-cited', desktop, (page) => page.locator('a.cite').nth(1).click());
await shoot('desktop-why', desktop, (page) => page.locator('.points .why').first().click());
await shoot('phone-why', handheld, async (page) => { await page.locator('#tab-when').click(); await page.locator('.event .why').first().click(); });
await shoot('phone', handheld);
await shoot('phone-who', handheld, tab('who'));
await shoot('phone-when', handheld, tab('when'));
await shoot('phone-article', { ...handheld, colorScheme: 'dark' }, tab('article'));
await shoot('phone-sheet', handheld, (page) => page.locator('a.cite').nth(0).click());
await shoot('phone-320', { ...handheld, viewport: { width: 320, height: 640 } });
await site.close();

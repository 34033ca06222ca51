/** The page without a network, and a newer build beside an older one. */

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { comes, DIST, fixture, open, read, workerStands } from './harness.mjs';

let site;
let article;
let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digest-hub-'));
  await cp(DIST, folder, { recursive: true });
  [site, article] = [await open(folder), await fixture('asking.txt')];
});
after(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

/** From within, once this has been answered: Firefox's remote control may wait for good on a click that reloads the page. */
const pressReload = (page) => page.locator('#fault button', { hasText: 'Reload' }).evaluate((button) => { setTimeout(() => button.click()); });

const ALLOWED = { context: { serviceWorkers: 'allow' } };

/** The sample is there before the core: who reloads meanwhile breaks off a request, of which a browser complains. */
async function whole(page) {
  await page.locator('#part-digest').waitFor();
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.endsWith('.wasm') && responseEnd > 0));
}

/** A page that the service worker answers for. */
async function kept() {
  const page = await site.page(ALLOWED);
  await workerStands(page);
  await whole(page);
  await page.reload();
  await whole(page);
  return page;
}

test('row 23: after the first visit the page loads, reads and reloads without a network', async (t) => {
  t.after(() => site.offline(false));
  const page = await kept();
  await site.offline(true);
  await page.reload();
  await page.locator('#part-digest').waitFor();
  await read(page, article);
  await page.reload();
  await page.waitForFunction(() => document.querySelector('#article')?.textContent?.includes('a floating dock'));
  await site.offline(false);
  await page.finish();
});

test('row 18: a newer build waits, says so, and comes whole when it is taken over', async () => {
  const page = await kept();
  await read(page, article);
  const [worker, script] = await Promise.all(['sw.js', 'main.js'].map((name) => readFile(join(folder, name), 'utf8')));
  const old = /OFFLINE_BUILD = '(\w+)'/.exec(worker)?.[1] ?? '';
  assert.notEqual(old, '', 'the build is filled in');
  await writeFile(join(folder, 'main.js'), script.replaceAll('Paste an article', 'Paste a newer article'));
  await writeFile(join(folder, 'sw.js'), worker.replaceAll(old, 'newer'));
  await page.reload();
  await page.locator('#fault', { hasText: 'Update ready' }).waitFor();
  await comes(() => page.locator('#desk-title').textContent(), 'Paste an article', 'all of the old one until then');
  await pressReload(page);
  await page.waitForFunction(() => document.querySelector('#desk-title')?.textContent === 'Paste a newer article');
  await page.waitForFunction(() => document.querySelector('#article')?.textContent?.includes('a floating dock'));
  await comes(() => page.evaluate(() => caches.keys()), ['digest-hub-newer']);
  await page.finish();
});

test('row 15: a tab of the older build is asked to reload when another tab takes the newer one over', async () => {
  const first = await kept();
  const second = await first.context().newPage();
  await second.goto(site.address);
  await whole(second);
  const worker = await readFile(join(folder, 'sw.js'), 'utf8');
  await writeFile(join(folder, 'sw.js'), worker.replace(/OFFLINE_BUILD = '\w+'/, "OFFLINE_BUILD = 'newest'"));
  await second.reload();
  await pressReload(second);
  await first.locator('#fault', { hasText: 'updated in another tab' }).waitFor();
  await first.finish();
});

test('row 16: where no service worker is allowed the page is as before', async () => {
  const page = await site.page();
  await read(page, article);
  await comes(() => page.locator('#fault').isVisible(), false);
  await page.finish();
});

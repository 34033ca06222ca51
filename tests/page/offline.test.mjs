/** The page without a network, and a newer build beside an older one. */

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { comes, DIST, fixture, open, read, workerStands } from './harness.mjs';

let article;
before(async () => { article = await fixture('asking.txt'); });

/** A site, files that a test may change, and a browser for one test alone: WebKit's pages share what they keep. */
async function host(t) {
  const folder = await mkdtemp(join(tmpdir(), 'digest-hub-'));
  await cp(DIST, folder, { recursive: true });
  const site = await open(folder);
  t.after(async () => {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { folder, site };
}

/** From within, once this has been answered: Firefox's remote control may wait for good on a click that reloads the page. */
const pressReload = (page) => page.locator('#fault button', { hasText: 'Reload' }).evaluate((button) => { setTimeout(() => button.click()); });

const ALLOWED = { context: { serviceWorkers: 'allow' } };

/** The sample is there before the core: who reloads meanwhile breaks off a request, of which a browser complains. */
async function whole(page) {
  await page.locator('#part-digest').waitFor();
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.endsWith('.wasm') && responseEnd > 0));
}

/** A page that the service worker answers for. */
async function kept(t) {
  const { folder, site } = await host(t);
  const page = await site.page(ALLOWED);
  await workerStands(page);
  await whole(page);
  await page.reload();
  await whole(page);
  return { folder, site, page };
}

/** A newer build is published. @param {(script: string) => string} [change] of the page's own script */
async function publish(folder, build, change = (script) => script) {
  const [worker, script] = await Promise.all(['sw.js', 'main.js'].map((name) => readFile(join(folder, name), 'utf8')));
  const newer = worker.replace(/OFFLINE_BUILD = '\w+'/, `OFFLINE_BUILD = '${build}'`);
  assert.notEqual(newer, worker, 'the build is filled in');
  await writeFile(join(folder, 'main.js'), change(script));
  await writeFile(join(folder, 'sw.js'), newer);
}

test('row 23: after the first visit the page loads, reads and reloads without a network', async (t) => {
  const { site, page } = await kept(t);
  await site.offline(true);
  await page.reload();
  await page.locator('#part-digest').waitFor();
  await read(page, article);
  await page.reload();
  await page.waitForFunction(() => document.querySelector('#article')?.textContent?.includes('a floating dock'));
  await site.offline(false);
  await page.finish();
});

test('row 18: a newer build waits, says so, and comes whole when it is taken over', async (t) => {
  const { folder, page } = await kept(t);
  await read(page, article);
  await publish(folder, 'newer', (script) => script.replaceAll('Paste an article', 'Paste a newer article'));
  await page.reload();
  await page.locator('#fault', { hasText: 'Update ready' }).waitFor();
  await comes(() => page.locator('#desk-title').textContent(), 'Paste an article', 'all of the old one until then');
  await pressReload(page);
  await page.waitForFunction(() => document.querySelector('#desk-title')?.textContent === 'Paste a newer article');
  await page.waitForFunction(() => document.querySelector('#article')?.textContent?.includes('a floating dock'));
  await comes(() => page.evaluate(() => caches.keys()), ['digest-hub-newer']);
  await page.finish();
});

test('row 18: a newer build that was on its way before the page asked for it is offered all the same', async (t) => {
  const { folder, site, page } = await kept(t);
  let letGo = () => {};
  const gate = new Promise((go) => { letGo = () => go(true); });
  t.after(letGo);
  let isAsked = false;
  site.site.instead['print.css'] = async (answer) => { isAsked = true; await gate; return answer; };
  await publish(folder, 'slow');
  await page.reload();
  await comes(() => isAsked, true, 'the newer build is on its way');
  await page.reload();
  await whole(page);
  await comes(() => page.locator('#fault').isVisible(), false, 'nothing is offered that is not whole');
  letGo();
  await page.locator('#fault', { hasText: 'Update ready' }).waitFor();
  await page.finish();
});

test('row 15: a tab of the older build is asked to reload when another tab takes the newer one over', async (t) => {
  const { folder, site, page: first } = await kept(t);
  const second = await first.context().newPage();
  await second.goto(site.address);
  await whole(second);
  await publish(folder, 'newest');
  await second.reload();
  await pressReload(second);
  await first.locator('#fault', { hasText: 'updated in another tab' }).waitFor();
  await first.finish();
});

test('row 16: where no service worker is allowed the page is as before', async (t) => {
  const { site } = await host(t);
  const page = await site.page();
  await read(page, article);
  await comes(() => page.locator('#fault').isVisible(), false);
  await page.finish();
});

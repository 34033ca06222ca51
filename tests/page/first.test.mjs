/** What a newcomer sees before the core has come, and a text that is pasted before that. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { comes, core, fixture, open, paste, workerStands } from './harness.mjs';

let site;
before(async () => { site = await open(); });
after(() => site?.close());

test('the sample’s hub is there while the core is on its way, and what is pasted meanwhile is read when it comes', async () => {
  let arrive;
  const onItsWay = new Promise((done) => { arrive = done; });
  const page = await site.page({ instead: core((kept) => onItsWay.then(() => kept)) });
  await comes(() => page.locator('.points li').count(), 3);
  await comes(() => page.locator('.sample-note').textContent(), /invented/i);
  await page.locator('#part-digest ~ * a.cite').first().click();
  await comes(() => page.evaluate(() => document.activeElement?.getAttribute('data-number')), '1');
  await comes(() => page.locator('#work').isVisible(), false, 'nobody waits for anything');
  assert.equal(await paste(page, await fixture('published.txt')), true);
  await page.locator('#work progress').waitFor();
  arrive();
  await page.locator('#article h2', { hasText: 'Hillford' }).waitFor();
  await comes(() => page.locator('#fault').isVisible(), false);
  await page.finish();
});

test('where the clipboard is refused, the page says what to do instead', async () => {
  const page = await site.page({ prepare: (made) => made.addInitScript(() => { Object.defineProperty(navigator, 'clipboard', { value: { read: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } }); }) });
  await page.locator('#desk-paste').click();
  await page.locator('#fault h2', { hasText: 'clipboard' }).waitFor();
  await comes(() => page.locator('#fault p').first().innerText(), /Ctrl\+V/);
  await page.finish();
});

test('what is kept for later is asked for behind what is waited for now', async () => {
  const page = await site.page({ context: { serviceWorkers: 'allow' } });
  await workerStands(page);
  const asked = page.seen.requests.map(({ url }) => url.slice(site.address.length));
  assert.ok(asked.indexOf('sw.js') > asked.indexOf('pkg/digest_hub.js') && asked.includes('pkg/digest_hub_bg.wasm'), asked.join());
  assert.ok(asked.indexOf('sw.js') > asked.indexOf('pkg/digest_hub_bg.wasm'), asked.join());
  await page.finish();
});

/**
 * The page as one file, opened from a disk as by a double click: no server, no network, nothing beside it.
 */

import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from './engines.mjs';
import { DIST, handOver, paste } from './harness.mjs';
import { PATIENCE } from './patience.mjs';

const TEXT = `Tidemark Ltd. opens its second rope works

By Mara Quill

Oct. 29, 2025

KESTREL BAY, Oct. 28 — Tidemark Ltd. opened a second rope works on Monday, its chief executive, Ada Lund, said.

The works will employ 240 people by May 2026 — </script><b>not markup</b>.`;

let browser;
let folder;
let address;

before(async () => {
  // Away from the site, so that nothing that lies beside it can be taken by mistake.
  folder = await mkdtemp(join(tmpdir(), 'digest-hub-'));
  await copyFile(join(DIST, 'digest-hub.html'), join(folder, 'digest-hub.html'));
  address = pathToFileURL(join(folder, 'digest-hub.html')).href;
  browser = await launch();
});

after(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

/** The opened page, and what went wrong or was asked for outside it. */
async function opened() {
  const context = await browser.newContext({});
  const page = await context.newPage();
  const seen = { errors: [], requests: [] };
  page.setDefaultTimeout(PATIENCE);
  page.on('console', (message) => { if (message.type() === 'error' || /Content Security Policy|TrustedType/i.test(message.text())) seen.errors.push(message.text()); });
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('request', (request) => { if (!/^(data|blob):/.test(request.url()) && request.url() !== address) seen.requests.push(request.url()); });
  await page.addInitScript(handOver);
  await page.goto(address);
  await page.locator('#part-digest').waitFor({ state: 'attached' });
  return { page, seen };
}

test('a text that is pasted into the single file is read there', async () => {
  const { page, seen } = await opened();
  assert.equal(await paste(page, TEXT), true, 'the page takes the paste over');
  await page.waitForFunction(() => document.querySelector('#article .prose')?.textContent.includes('Tidemark Ltd.'));
  const article = await page.locator('#article').innerText();
  assert.ok(article.includes('Tidemark Ltd. opens its second rope works'), article);
  assert.ok(article.includes('</script><b>not markup</b>'), article);
  assert.deepEqual(seen, { errors: [], requests: [] });
  await page.close();
});

test('its policy lets in its own scripts and nothing else', async () => {
  const { page, seen } = await opened();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  assert.doesNotMatch(policy ?? '', /'self'|unsafe-inline|https?:/);
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.textContent = 'globalThis.broken = true';
      document.body.append(script);
    } catch { /* Trusted Types refuse it before the policy does. */ }
    return 'broken' in globalThis;
  });
  assert.equal(ran, false);
  assert.deepEqual(seen.requests, []);
  await page.close();
});

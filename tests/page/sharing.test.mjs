/** What other apps share with the page: taken by the service worker, shown, and sent to no host. */

import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { after, before, test } from 'node:test';
import { comes, fixture, open, workerStands } from './harness.mjs';
import { PATIENCE } from './patience.mjs';

let site;
let article;

before(async () => { [site, article] = [await open(), await fixture('asking.txt')]; });
after(() => site?.close());

/**
 * A page whose service worker stands. Each has an origin of its own: WebKit, whose pages share what they keep, can take a
 * worker that comes for one that is just being taken away, and then none ever stands.
 */
async function installed(t) {
  /** Whatever reaches the host that is no GET. */
  const carried = [];
  const front = createServer((incoming, outgoing) => {
    if (incoming.method !== 'GET') carried.push(`${incoming.method} ${incoming.url}`);
    incoming.pipe(request(new URL(incoming.url ?? '/', site.address), { method: incoming.method, headers: incoming.headers }, (answer) => {
      const type = incoming.url?.endsWith('.svg') ? { 'content-type': 'image/svg+xml' } : {};
      outgoing.writeHead(answer.statusCode ?? 500, { ...answer.headers, ...type });
      answer.pipe(outgoing);
    }));
  });
  await new Promise((done) => { front.listen(0, '127.0.0.1', done); });
  const address = `http://127.0.0.1:${front.address().port}/repo/`;
  const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
  t.after(async () => {
    await context.close();
    front.close();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(address);
  await workerStands(page);
  return { context, page, address, carried };
}

/** A page of another app that shares to it, as the system launches a share target: a POST that navigates. */
async function share({ context, address }, fields, file) {
  const other = await context.newPage();
  other.setDefaultTimeout(PATIENCE);
  const inputs = Object.entries(fields).map(([name, value]) => `<textarea name="${name}">${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</textarea>`).join('');
  await other.setContent(`<form method="post" enctype="multipart/form-data" action="${address}share">${inputs}<input type="file" name="file"><button>Share</button></form>`);
  if (file) await other.locator('input').setInputFiles(file);
  await other.locator('button').click();
  return other;
}

const shows = (page, text) => page.waitForFunction((text) => document.querySelector('#article')?.textContent?.includes(text), text);

test('a shared text is read, its address says nothing, and the host has seen no word of it', async (t) => {
  const app = await installed(t);
  const page = await share(app, { title: 'From another app', text: article, url: '' });
  await shows(page, 'The harbour board of Kestrel Bay bought a floating dock');
  await comes(() => page.evaluate(() => location.href), app.address);
  assert.deepEqual(app.carried, []);
  assert.deepEqual(await page.evaluate(async () => {
    const kept = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
    return kept.flat().filter((url) => /share$|#/.test(url));
  }), [], 'nothing of it lies in a cache');
});

test('a shared file is read as an opened one', async (t) => {
  const app = await installed(t);
  const page = await share(app, { title: '', text: '', url: '' }, { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from(`<h1>Flood at the mill</h1><p>${article.split('\n\n')[1]}</p><p>The wheel will turn again when the water falls.</p>`) });
  await page.locator('#article h2', { hasText: 'Flood at the mill' }).waitFor();
  await comes(() => page.locator('.meta').innerText(), /page\.html/);
  assert.deepEqual(app.carried, []);
});

for (const [what, fields, words] of [
  ['an address alone', { title: 'A page', text: 'https://example.invalid/story', url: '' }, /Only an address was shared/],
  ['nothing', { title: '', text: '', url: '' }, /could not be taken/],
]) {
  test(`sharing ${what} says what to do instead`, async (t) => {
    const app = await installed(t);
    const page = await share(app, fields);
    await page.locator('#fault').waitFor();
    await comes(() => page.locator('#fault').innerText(), words);
    await page.locator('#part-digest').waitFor();
    assert.deepEqual(app.carried, []);
  });
}

test('what was shared is given out once, and a word that nobody knows is told to be lost', async (t) => {
  const { page, address } = await installed(t);
  await page.reload();
  await page.locator('#part-digest').waitFor({ state: 'attached' });
  await page.evaluate(() => { location.hash = '#shared=nobody'; });
  await page.reload();
  await page.locator('#fault', { hasText: 'did not arrive' }).waitFor();
  await comes(() => page.evaluate(() => location.href), address);
});

test('no other request that could carry a text away passes the service worker', async (t) => {
  const { page, carried } = await installed(t);
  await page.reload();
  const statuses = await page.evaluate(() => Promise.all([['POST', './share'], ['POST', './index.html'], ['PUT', './share']].map(([method, path]) => fetch(path, { method, body: 'secret' }).then(({ status }) => status))));
  assert.deepEqual(statuses, [405, 405, 405]);
  assert.deepEqual(carried, []);
});

test('the manifest is named once the worker stands, and is whole', async (t) => {
  const { page } = await installed(t);
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await page.evaluate((href) => fetch(href).then((answer) => answer.json()), href);
  assert.equal(manifest.share_target.method, 'POST');
  for (const path of [manifest.start_url, manifest.scope, manifest.share_target.action, ...manifest.icons.map(({ src }) => src)]) assert.doesNotMatch(path, /^\/|:/, 'relative, for any sub-path');
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate((src) => new Promise((done) => {
      const image = new Image();
      image.onload = () => done(`${image.naturalWidth}x${image.naturalHeight}`);
      image.onerror = () => done('broken');
      image.src = src;
    }), src);
    assert.ok(size === sizes || (sizes === 'any' && size !== 'broken'), `${src}: ${size}`);
  }
});

test('where no service worker is allowed there is no manifest, so nothing can be shared to a host', async () => {
  const page = await site.page();
  await page.waitForLoadState('networkidle');
  await comes(() => page.locator('link[rel=manifest]').count(), 0);
  await page.finish();
});

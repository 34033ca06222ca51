/** What a reader gets when something breaks: the fault table's rows 14, 15 and 16. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { needs } from './engines.mjs';
import { clipboard, comes, core, fakeCore, fixture, open, paragraphs, paste, read, serve, timeless } from './harness.mjs';
import { GRIEFS, poisoned } from './poison.mjs';

let site;
let published;
before(async () => { [site, published] = [await open(), await fixture('published.txt')]; });
after(() => site?.close());

const MISSING = { status: 404, body: '' };
const SECRET = 'Quenzelbarn';
const ARTICLE = `Flood at the mill\n\nThe mill stopped on Monday after the river rose at ${SECRET}.\n\nIts owner said that nobody had been hurt in the flood.\n\nThe wheel will turn again when the water falls.`;

/** A worker that reads the sample as the stand-in does and comes to grief over anything of the person's. */
const frail = (grief) => fakeCore((script) => script.replace("if (data.kind === 'html')", `if (data.kind === 'analyze' && data.text.includes('${SECRET}')) { ${grief} }\n  if (data.kind === 'html')`));

/** Waits for what the browser does a little later, and then a moment for one too many. */
async function settled(page, count) {
  await comes(() => count(), 2);
  await page.waitForTimeout(500);
}

/** How many workers were started. */
const countWorkers = (page) => page.seen.requests.filter(({ url }) => url.endsWith('/worker.js')).length;

/** The real core, which comes to grief over the person's article and reads everything else. */
const ill = (grief) => core(({ type, body }) => ({ type, body: poisoned(body, grief, Buffer.byteLength(ARTICLE)) }));

/** What breaks, what the page is served for it, and what the report calls it: engines have names of their own for a stack that is full. */
const BREAKING = {
  'a worker that dies': [() => frail("setTimeout(() => { throw new Error(data.text) }); return;"), /fault: failed \(error\)/],
  'a panic in the real core': [() => ill(GRIEFS.trap), /fault: failed \(RuntimeError\)/],
  'a recursion without end in the real core': [() => ill(GRIEFS.recursion), /fault: failed \((RangeError|InternalError|RuntimeError)\)/],
  'no memory left for the real core': [() => ill(GRIEFS.memory), /fault: failed \(RuntimeError\)/],
  'an endless loop': [() => frail('for (;;) ;'), /fault: time/],
  'an endless loop in the real core': [() => ill(GRIEFS.loop), /fault: time/, needs('an end to a loop in wasm')],
};
for (const [name, [broken, told, where = {}]] of Object.entries(BREAKING)) {
  test(`row 14: ${name}: one retry in a fresh worker, a clear message, a report without the text, and the paste kept`, where, async () => {
    const page = await site.page({ instead: await broken() });
    // The one that the page begins with comes behind the sample.
    await comes(() => countWorkers(page), 1);
    const before = 1;
    await paste(page, ARTICLE);
    await page.locator('#fault h2', { hasText: 'Could not read this article' }).waitFor({ timeout: 60_000 });
    await settled(page, () => countWorkers(page) - before);
    assert.equal(countWorkers(page) - before, 2, 'a second worker for the retry, a third for what comes next');
    const report = await page.locator('.fault-report pre').textContent();
    assert.match(report ?? '', told);
    assert.match(report ?? '', new RegExp(`characters: ${ARTICLE.length}`));
    assert.doesNotMatch(report ?? '', new RegExp(SECRET));
    await page.getByRole('button', { name: 'Copy a report' }).click();
    await page.locator('#said', { hasText: 'Copied' }).waitFor({ state: 'attached' });
    assert.equal(await clipboard(page), report);
    await page.locator('#fault').getByRole('button', { name: 'Edit the text' }).click();
    await comes(() => page.locator('#desk-text').inputValue(), ARTICLE);
    await page.locator('#desk-text').fill(ARTICLE.replace(SECRET, 'Hillford'));
    await page.locator('#desk-read').click();
    await page.locator('#article .block[data-number="3"]', { hasText: 'wheel' }).waitFor();
    await comes(() => page.locator('#fault').isVisible(), false);
    await page.finish();
  });
}

test('row 14: what fails once and then works is read without a word about it', async () => {
  let tries = 0;
  const fails = `if (data.text?.includes('${SECRET}')) return self.postMessage({ kind: 'failed', id: data.id, name: 'RuntimeError' });`;
  const fake = await fixture('fake-worker.js');
  const worker = () => {
    tries += 1;
    return { type: 'text/javascript', body: tries === 1 ? fake.replace("if (data.kind === 'html')", `${fails}\n  if (data.kind === 'html')`) : fake };
  };
  const page = await site.page({ fake: true, instead: { 'worker.js': worker } });
  await read(page, ARTICLE);
  await comes(() => paragraphs(page).then((all) => all.length), 3);
  await comes(() => page.locator('#fault').isVisible(), false);
  assert.equal(tries, 2);
  await page.finish();
});

test('row 14: a trap in the real core’s glue is caught as well', async () => {
  const trap = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 0x0b]);
  const page = await site.page({ load: false, instead: core(serve(trap, 'application/wasm')) });
  await page.locator('#fault h2').waitFor();
  await paste(page, ARTICLE);
  await page.locator('#fault').getByRole('button', { name: 'Edit the text' }).click();
  await comes(() => page.locator('#desk-text').inputValue(), ARTICLE);
  await page.finish();
});

test('row 15: a new paste while one runs takes its place, and the old one never shows', async () => {
  // No limit of time ever passes on this page: it must not be what ends the old one.
  const page = await site.page({ instead: await frail('for (;;) ;'), prepare: timeless });
  await paste(page, ARTICLE);
  await page.waitForTimeout(100);
  await read(page, published);
  await comes(() => page.locator('#article h2').innerText(), 'Hillford Bakeries Agree to Share One Oven');
  await page.waitForTimeout(2500);
  await comes(() => page.locator('#article h2').innerText(), 'Hillford Bakeries Agree to Share One Oven');
  await comes(() => page.locator('#fault').isVisible(), false);
  await page.finish();
});

test('working: nothing at first, then a bar, then Cancel, which keeps the text', async () => {
  const page = await site.page({ instead: await frail("self.postMessage({ kind: 'progress', id: data.id, stage: 'document', permille: 250 }); for (;;);") });
  // When each came is told by the page itself: a question from outside can be late.
  await page.evaluate(() => {
    const since = performance.now();
    globalThis.cameAfter = {};
    new MutationObserver(() => {
      const now = performance.now() - since;
      if (!document.querySelector('#work').hidden) globalThis.cameAfter.bar ??= now;
      if (document.querySelector('#work-cancel')) globalThis.cameAfter.cancel ??= now;
    }).observe(document.querySelector('#work'), { attributes: true, childList: true });
  });
  await paste(page, ARTICLE);
  await page.locator('#work progress[value="250"]').waitFor();
  await page.locator('#work-cancel').waitFor();
  const { bar, cancel } = await page.evaluate(() => globalThis.cameAfter);
  assert.ok(bar >= 300 && cancel >= 1000, `a bar after ${bar} ms, Cancel after ${cancel} ms`);
  await page.locator('#work-cancel').click();
  await comes(() => page.locator('#work').isVisible(), false);
  await comes(() => page.locator('#desk-text').inputValue(), ARTICLE);
  await page.finish();
});

test('row 16: the core is missing: one message; Retry reads on when it is back', async () => {
  let missing = true;
  const page = await site.page({ load: false, expected: [/404/], instead: core((kept) => (missing ? MISSING : kept)) });
  await page.locator('#fault h2', { hasText: 'could not be fetched' }).waitFor();
  await comes(() => page.getByRole('alert').count(), 1);
  await comes(() => page.locator('#fault a').getAttribute('href'), './digest-hub.html', 'the whole tool in one file is offered instead');
  await paste(page, published);
  await page.locator('#fault h2', { hasText: 'could not be fetched' }).waitFor();
  missing = false;
  await page.getByRole('button', { name: 'Retry' }).click();
  await page.locator('#article h2', { hasText: 'Hillford' }).waitFor();
  await comes(() => page.locator('#fault').isVisible(), false);
  await page.finish();
});

test('row 16: a host that serves the core under the wrong type does not matter', async () => {
  const page = await site.page({ instead: core(({ body }) => ({ type: 'application/octet-stream', body })) });
  await read(page, published);
  await comes(() => page.locator('#fault').isVisible(), false);
  await comes(() => page.locator('.points li').count(), 3);
  await page.finish();
});

test('row 16: a core that was cut short is called damaged', async () => {
  const page = await site.page({ load: false, instead: core(({ type, body }) => ({ type, body: body.subarray(0, body.length >> 1) })) });
  await page.locator('#fault h2', { hasText: 'damaged' }).waitFor();
  await comes(() => page.getByRole('button', { name: 'Retry' }).isVisible(), true);
  await page.finish();
});

test('row 16: a browser that allows no worker is told so', async () => {
  const page = await site.page({ load: false, prepare: (made) => made.addInitScript(() => { window.Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } }; }) });
  await page.locator('#fault h2', { hasText: 'did not let' }).waitFor();
  await page.finish();
});

test('row 16: a worker script that is not there is told too', async () => {
  const page = await site.page({ load: false, expected: [/404|worker\.js/], instead: { 'worker.js': () => MISSING } });
  await page.locator('#fault h2', { hasText: 'did not let' }).waitFor();
  await page.finish();
});

test('row 16: with scripts off the page says what it is and what it needs', needs('scripts off'), async () => {
  const page = await site.page({ load: false, context: { javaScriptEnabled: false } });
  await comes(() => page.locator('.no-script').innerText(), /Scripts are switched off[\s\S]*not sent|Nothing that you paste is sent/i);
  await comes(() => page.locator('main').isVisible(), false);
  await page.finish();
});

test('nothing but the page’s own files is fetched, nothing is sent, and no address holds a word of the text', async () => {
  const page = await site.page();
  await page.waitForLoadState('networkidle');
  const loaded = page.seen.requests.length;
  await read(page, ARTICLE);
  await read(page, published, `<p><img src="http://example.invalid/x.png">${ARTICLE}</p>`);
  await page.waitForLoadState('networkidle');
  const later = page.seen.requests.slice(loaded);
  assert.deepEqual(later.filter(({ url }) => url.includes(SECRET)), []);
  assert.deepEqual(page.seen.requests.filter(({ method, body }) => method !== 'GET' || body), []);
  assert.deepEqual(page.seen.requests.filter(({ url }) => !url.startsWith(site.address) && !url.startsWith('data:')), []);
  assert.ok(page.seen.requests.some(({ url }) => url.endsWith('.wasm')), 'requests are seen at all');
  await comes(() => page.evaluate(() => [localStorage.length, Object.keys(sessionStorage), document.cookie]), [0, ['digest-hub.tab'], ''], 'nothing is stored but what a reload of this tab brings back');
  await page.finish();
});

test('the policy of the page refuses markup and other hosts', async () => {
  const page = await site.page({ expected: [/Content Security Policy|TrustedHTML|Trusted Type|violates/i] });
  const refused = await page.evaluate(async () => {
    const tries = { markup: () => { document.body.innerHTML = '<b>x</b>'; }, host: () => fetch('https://example.invalid/') };
    const outcome = {};
    for (const [name, attempt] of Object.entries(tries)) outcome[name] = await Promise.resolve().then(attempt).then(() => 'allowed', () => 'refused');
    return outcome;
  });
  assert.deepEqual(refused, { markup: 'refused', host: 'refused' });
  await page.context().close();
});

/** A long text never holds the page up: it is built in turns. Times are printed and fail nothing, counts do. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENGINE } from './engines.mjs';
import { comes, fixture, open, paste, read } from './harness.mjs';

let site;
before(async () => { site = await open(); });
after(() => site?.close());

/** 200,000 characters of prose with names and dates in every paragraph. */
function longText() {
  const names = ['Ada Lim', 'Tomas Verrin', 'Nordwind Corp.', 'Kestrel Bay', 'Orrin Quay', 'Tidemark Ltd.'];
  const paragraphs = ['A year of storms on the coast'];
  for (let i = 0, size = 0; size < 199_000; i += 1) {
    const text = `${names[i % 6]} said on May ${1 + (i % 28)}, ${1990 + (i % 35)}, that shed ${i} of ${names[(i + 3) % 6]} would be closed for repairs before the winter, and that ${names[(i + 1) % 6]} had agreed to pay for ${i + 2} tons of rope.`;
    paragraphs.push(text);
    size += text.length + 2;
  }
  return paragraphs.join('\n\n');
}

/**
 * What the main thread's tasks cost from now on: the processor time of the longest, which a busy machine does not stretch.
 * Only Chromium tells.
 */
async function tasksOf(page) {
  if (ENGINE !== 'chromium') return async () => 'untold';
  const debug = await page.context().newCDPSession(page);
  const events = [];
  debug.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await debug.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', '__metadata'] } });
  return async () => {
    const ended = new Promise((done) => { debug.once('Tracing.tracingComplete', done); });
    await debug.send('Tracing.end');
    await ended;
    const main = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
    const costs = events.filter(({ ph, tdur, pid, tid }) => ph === 'X' && tdur && main.has(`${pid} ${tid}`)).map(({ tdur }) => tdur);
    return Math.round(Math.max(0, ...costs) / 1000);
  };
}

test('200,000 characters are built in turns of a few hundred elements, and all of them arrive', async () => {
  const page = await site.page();
  const text = longText();
  await page.evaluate(() => {
    globalThis.turns = [];
    globalThis.long = [];
    const elements = (node) => (node instanceof Element ? node.getElementsByTagName('*').length + 1 : 0);
    new MutationObserver((records) => {
      globalThis.turns.push(records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node, i, all) => !all.some((other, j) => j !== i && other.contains(node))).reduce((sum, node) => sum + elements(node), 0));
    }).observe(document.querySelector('main'), { childList: true, subtree: true });
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.long.push(Math.round(entry.duration)); }).observe({ type: 'longtask' });
  });
  const cost = await tasksOf(page);
  await read(page, text);
  const wanted = text.split('\n\n').length;
  await page.waitForFunction((wanted) => document.querySelectorAll('#article .block').length === wanted, wanted);
  const { turns, long } = await page.evaluate(() => ({ turns: globalThis.turns, long: globalThis.long }));
  console.log(`# turns: ${turns.length}, most elements in one: ${Math.max(...turns)}; tasks over 50 ms on the main thread: ${long.length === 0 ? 'none' : `${long.join(', ')} ms`}; longest by processor time: ${await cost()} ms`);
  assert.ok(turns.length > 10, turns.join());
  assert.ok(Math.max(...turns) <= 1500, turns.join());
  await comes(() => page.locator('#article .block').last().textContent().then((last) => last.includes('tons of rope')), true);
  await page.finish();
});

test('the hub comes from above: no part of it before the one above is whole', async () => {
  const page = await site.page();
  await page.evaluate(() => {
    globalThis.seen = [];
    const count = (what) => document.querySelectorAll(`#hub ${what}`).length;
    new MutationObserver((records) => {
      for (const part of records.flatMap(({ addedNodes }) => [...addedNodes])) if (part instanceof Element && part.matches('.part-of-hub')) globalThis.seen.push([part.dataset.part, count('.part'), count('.card')]);
    }).observe(document.querySelector('#hub'), { childList: true, subtree: true });
  });
  await read(page, longText());
  const [parts, cards] = [await page.locator('#hub .part').count(), await page.locator('#hub .card').count()];
  const seen = await page.evaluate(() => globalThis.seen);
  assert.deepEqual(seen.map(([part]) => part), ['who', 'when'], 'the digest came with the article');
  const [who, when] = seen;
  assert.ok(cards > 5, String(cards));
  assert.equal(who[1], parts);
  assert.equal(when[2], cards);
  await page.finish();
});

test('what is not built yet is built for whoever goes there: a citation, a key, a newer text', async () => {
  const page = await site.page();
  await paste(page, longText());
  await page.locator('#article .block', { hasText: 'A year of storms' }).waitFor();
  await page.evaluate(() => { document.querySelector('.points a.cite, .summary a.cite').click(); });
  const focused = await page.evaluate(() => document.activeElement?.id ?? '');
  assert.match(focused, /^b\d+$/);
  await comes(() => page.locator('#article .block').count(), longText().split('\n\n').length);
  await read(page, await fixture('asking.txt'));
  await page.waitForTimeout(100);
  assert.ok(await page.locator('#article .block').count() < 50, 'nothing of the older text is added');
  await page.finish();
});

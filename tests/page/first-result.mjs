/**
 * How long a first visit waits: from the core’s last byte to the sample’s hub on the screen, and when the page can be used
 * before that. `node tests/page/first-result.mjs [times]`, on the built site, in Chromium, each time without any cache.
 */

import { open } from './harness.mjs';

const TIMES = Number(process.argv[2] ?? 5);
const site = await open();

/** Milliseconds from the beginning of the navigation. */
async function visit() {
  const page = await site.page({ load: false, prepare: (made) => made.addInitScript(() => {
    const note = (name) => { globalThis.noted ??= {}; globalThis.noted[name] ??= performance.now(); };
    new MutationObserver(() => {
      if (document.querySelector('#desk-text')) note('usable');
      if (document.querySelector('.points li')) requestAnimationFrame(() => note('hub'));
    }).observe(document, { childList: true, subtree: true });
  }) });
  await page.locator('.points li').first().waitFor();
  const times = await page.evaluate(() => new Promise((done) => { setTimeout(() => {
    const core = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm'));
    done({ ...globalThis.noted, asked: core?.startTime, arrived: core?.responseEnd });
  }, 100); }));
  await page.finish();
  return { ...times, wait: times.hub - times.arrived };
}

const visits = [];
for (let i = 0; i < TIMES; i += 1) visits.push(await visit());
await site.close();
const median = (name) => visits.map((each) => each[name]).sort((a, b) => a - b)[TIMES >> 1];
console.log(`first result, median of ${TIMES}: page usable after ${median('usable').toFixed(0)} ms, core asked for at ${median('asked').toFixed(0)} and there at ${median('arrived').toFixed(0)} ms, the sample’s hub ${median('wait').toFixed(0)} ms later`);

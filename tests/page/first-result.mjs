/**
 * How long a first visit waits: when the page can be used and shows the sample’s hub, and how long after the core’s last
 * byte the hub of a text is there that was pasted at the first moment. `node tests/page/first-result.mjs [times]`, on the
 * built site, in Chromium, each time without any cache.
 */

import { fixture, open } from './harness.mjs';

const TIMES = Number(process.argv[2] ?? 5);
const site = await open();
const own = await fixture('asking.txt');

/** Milliseconds from the beginning of the navigation. @param {string} own what is pasted at once */
async function visit(own) {
  const page = await site.page({ load: false, prepare: (made) => made.addInitScript((own) => {
    const note = (name) => { globalThis.noted ??= {}; globalThis.noted[name] ??= performance.now(); };
    new MutationObserver(() => {
      if (document.querySelector('#desk-text') && !globalThis.noted?.usable) {
        note('usable');
        if (own !== '') setTimeout(() => globalThis.pasted(own));
      }
      const hub = document.querySelector('.points li') && (/invented/.test(document.querySelector('.hub-from').textContent) ? 'sample' : 'own');
      if (hub === 'sample') requestAnimationFrame(() => note('sample'));
      if (hub === 'own') requestAnimationFrame(() => note('own'));
    }).observe(document, { childList: true, subtree: true });
  }, own) });
  await page.waitForFunction((name) => globalThis.noted?.[name], own === '' ? 'sample' : 'own');
  const times = await page.evaluate(() => new Promise((done) => { setTimeout(() => {
    const core = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm'));
    done({ ...globalThis.noted, asked: core?.startTime, arrived: core?.responseEnd });
  }, 100); }));
  await page.finish();
  return times;
}

const [visits, pastes] = [[], []];
for (let i = 0; i < TIMES; i += 1) {
  visits.push(await visit(''));
  pastes.push(await visit(own));
}
await site.close();
const median = (all, of) => all.map(of).sort((a, b) => a - b)[TIMES >> 1].toFixed(0);
console.log(`first result, median of ${TIMES}: page usable after ${median(visits, ({ usable }) => usable)} ms, the sample’s hub after ${median(visits, ({ sample }) => sample)} ms, the core there after ${median(visits, ({ arrived }) => arrived)} ms`);
console.log(`what is pasted at once: its hub ${median(pastes, ({ own, arrived }) => own - arrived)} ms after the core has arrived`);

/**
 * How fast the wasm core is in Chromium: `node bench.mjs FILE…` prints a JSON line for each file, as tests/wasm/bench.mjs
 * does for Node. The folder of the site is DIGEST_HUB_DIST.
 */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch } from './engines.mjs';
import { serveSite } from './harness.mjs';

const site = await serveSite();
site.instead['blank.html'] = () => ({ type: 'text/html; charset=utf-8', body: '<!doctype html><title>bench</title>' });
const measure = await readFile(fileURLToPath(new URL('../wasm/measure.mjs', import.meta.url)));
site.instead['measure.js'] = () => ({ type: 'text/javascript; charset=utf-8', body: measure });
const browser = await launch();
const page = await (await browser.newContext()).newPage();
for (const file of process.argv.slice(2)) {
  site.instead['text.txt'] = async () => ({ type: 'text/plain; charset=utf-8', body: await readFile(file) });
  await page.goto(`${site.address}blank.html`);
  const figures = await page.evaluate(async (address) => {
    const { measured } = await import(`${address}measure.js`);
    return measured(`${address}pkg/digest_hub.js`, undefined, await (await fetch(`${address}text.txt`)).text());
  }, site.address);
  console.log(JSON.stringify({ file, ...figures }));
}
await browser.close();
await site.close();

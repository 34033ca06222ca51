/** The page's own files, as a build leaves them: what no module may do, their order, their weight. No browser. */

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { test } from 'node:test';
import { DIST } from './harness.mjs';

const wwwFiles = async () => (await readdir(DIST, { recursive: true })).filter((name) => /^(views\/)?[\w-]+\.js$/.test(name));

test('no module uses a way to make markup or code out of text', async () => {
  const banned = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\bimport\(|export default|setAttribute\('on/;
  const files = await wwwFiles();
  assert.ok(files.length > 15, files.join());
  for (const name of files) assert.doesNotMatch(await readFile(join(DIST, name), 'utf8'), banned, name);
});

test('every top-level name is its own, so that the modules can be one file; none is longer than 400 lines', async () => {
  const owners = new Map();
  for (const name of await wwwFiles()) {
    const text = await readFile(join(DIST, name), 'utf8');
    assert.ok(text.split('\n').length <= 401, `${name} is too long`);
    if (name === 'worker.js') continue;
    for (const [, declared] of text.matchAll(/^(?:export )?(?:async )?(?:function|const|let|class) (\w+)/gm)) {
      assert.equal(owners.get(declared), undefined, `${declared} is in ${owners.get(declared)} and ${name}`);
      owners.set(declared, name);
    }
  }
});

test('the page and its fonts are at most 160 kB as a host delivers them', async () => {
  let total = 0;
  for (const name of ['index.html', 'style.css', 'print.css', ...await wwwFiles()]) total += gzipSync(await readFile(join(DIST, name)), { level: 9 }).length;
  for (const name of (await readdir(join(DIST, 'fonts'))).filter((font) => font.endsWith('.woff2'))) total += (await readFile(join(DIST, 'fonts', name))).length;
  assert.ok(total <= 160_000, `${total} bytes`);
  console.log(`# page and fonts: ${total} bytes`);
});

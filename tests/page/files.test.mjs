/** The page's own files: what no module may do, their order, and what a build leaves of them. No browser. */

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { test } from 'node:test';
import { DIST, WWW } from './harness.mjs';

const scriptsOf = async (folder) => (await readdir(folder, { recursive: true })).filter((name) => /^(views\/)?[\w-]+\.js$/.test(name)).sort();

test('no module uses a way to make markup or code out of text', async () => {
  const banned = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\bimport\(|export default|setAttribute\('on/;
  const files = await scriptsOf(WWW);
  assert.ok(files.length > 15, files.join());
  for (const name of files) assert.doesNotMatch(await readFile(join(WWW, name), 'utf8'), banned, name);
});

test('a build leaves the page one script beside those of its workers, and keeps all that it loads for offline use', async () => {
  assert.deepEqual(await scriptsOf(DIST), ['main.js', 'sw.js', 'worker.js']);
  const [page, worker] = await Promise.all(['main.js', 'sw.js'].map((name) => readFile(join(DIST, name), 'utf8')));
  assert.doesNotMatch(page, /^(?:import|export) /m);
  const kept = JSON.parse(/OFFLINE_FILES = (\[.*\]);/.exec(worker)?.[1] ?? '[]');
  const loaded = (await readdir(DIST, { recursive: true })).filter((name) => /\.(?:css|js|wasm|woff2)$/.test(name) && name !== 'sw.js');
  assert.deepEqual(kept, [...loaded, 'index.html'].sort());
});

test('every top-level name is its own, so that the modules can be one file; none is longer than 400 lines', async () => {
  const owners = new Map();
  for (const name of await scriptsOf(WWW)) {
    const text = await readFile(join(WWW, name), 'utf8');
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
  for (const name of ['index.html', 'style.css', 'print.css', ...await scriptsOf(DIST)]) total += gzipSync(await readFile(join(DIST, name)), { level: 9 }).length;
  for (const name of (await readdir(join(DIST, 'fonts'))).filter((font) => font.endsWith('.woff2'))) total += (await readFile(join(DIST, 'fonts', name))).length;
  assert.ok(total <= 160_000, `${total} bytes`);
  console.log(`# page and fonts: ${total} bytes`);
});

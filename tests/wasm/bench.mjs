/**
 * How fast the wasm core is: `node bench.mjs DIST FILE…` prints one JSON line for each file, with the least time of
 * several runs and where it went. A benchmark, never a test: what it measures is the machine as well.
 */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [dist, ...files] = process.argv.slice(2);
const core = await import(pathToFileURL(join(dist, 'pkg/digest_hub.js')).href);
const { memory } = await core.default({ module_or_path: await readFile(join(dist, 'pkg/digest_hub_bg.wasm')) });
const analyzer = new core.Analyzer();
analyzer.analyze('The port of Orrin opened in May. Nordwind sold rope to Ada Lim.');
const start = memory.buffer.byteLength;

for (const file of files) {
  const text = await readFile(file, 'utf8');
  const runs = text.length < 200_000 ? 9 : text.length < 2_000_000 ? 3 : 2;
  let best = Infinity;
  let stages = {};
  for (let run = 0; run < runs; run += 1) {
    const seen = {};
    let last = '';
    let at = performance.now();
    const begun = at;
    const note = (stage) => {
      const now = performance.now();
      if (last) seen[last] = (seen[last] ?? 0) + now - at;
      [last, at] = [stage, now];
    };
    analyzer.analyze(text, undefined, note);
    note('');
    const took = performance.now() - begun;
    if (took < best) [best, stages] = [took, seen];
  }
  console.log(JSON.stringify({ file, milliseconds: best, stages, memory: memory.buffer.byteLength - start }));
}

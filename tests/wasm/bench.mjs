/**
 * How fast the wasm core is in Node: `node bench.mjs DIST FILE…` prints a JSON line for each file. A benchmark, never a
 * test: what it measures is the machine as well.
 */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { measured } from './measure.mjs';

const [dist, ...files] = process.argv.slice(2);
const glue = pathToFileURL(join(dist, 'pkg/digest_hub.js')).href;
const wasm = await readFile(join(dist, 'pkg/digest_hub_bg.wasm'));
for (const file of files) console.log(JSON.stringify({ file, ...await measured(glue, wasm, await readFile(file, 'utf8')) }));

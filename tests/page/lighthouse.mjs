/**
 * Lighthouse on the built site, the median of five runs, against what the page promises: a part of `cargo xtask prove`.
 * It is too heavy for the packages of the tests, and is installed under `target` when it is first asked for.
 */

import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CHROMIUM } from './engines.mjs';
import { serveSite } from './harness.mjs';

const VERSION = '12.8.2';
const RUNS = 5;
/** Out of 100. */
const LEAST = { performance: 97, accessibility: 100, 'best-practices': 100, seo: 100 };

const folder = fileURLToPath(new URL('../../target/lighthouse/', import.meta.url));
const program = join(folder, 'node_modules/lighthouse/cli/index.js');
if (!existsSync(program)) {
  await mkdir(folder, { recursive: true });
  const npm = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', `lighthouse@${VERSION}`];
  assert.equal(spawnSync('npm', npm, { stdio: 'inherit' }).status, 0, 'Lighthouse could not be installed');
}
const site = await serveSite();
await site.pack();
const flags = ['--quiet', '--output=json', `--only-categories=${Object.keys(LEAST)}`, '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage'];

/** One report: the points of each category, and what cost any. */
async function look() {
  const { stdout } = await promisify(execFile)(process.execPath, [program, site.address, ...flags], { env: { ...process.env, CHROME_PATH: CHROMIUM() }, maxBuffer: 1 << 26 });
  const { categories, audits } = JSON.parse(stdout);
  const points = Object.fromEntries(Object.keys(LEAST).map((name) => [name, Math.round(100 * categories[name].score)]));
  const lost = Object.keys(LEAST).flatMap((name) => categories[name].auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 0.9).map(({ id }) => `${id} ${audits[id].displayValue ?? ''}`.trim()));
  return { points, lost };
}

const reports = [];
for (let i = 0; i < RUNS; i += 1) {
  reports.push(await look());
  console.log(`run ${i + 1}: ${JSON.stringify(reports.at(-1))}`);
}
await site.close();
const median = (name) => reports.map(({ points }) => points[name]).sort((a, b) => a - b)[RUNS >> 1];
const held = Object.entries(LEAST).every(([name, least]) => median(name) >= least);
// The last line, for whoever asks: `cargo xtask prove` shows it in its table.
console.log(`median of ${RUNS}: ${Object.entries(LEAST).map(([name, least]) => `${name} ${median(name)} (at least ${least})`).join(', ')}`);
process.exitCode = held ? 0 : 1;

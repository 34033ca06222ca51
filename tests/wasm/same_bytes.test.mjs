/**
 * The core as JavaScript sees it: the same bytes as the native program, and a door that converts and nothing else.
 * `DIGEST_HUB_DIST` is the built site, `DIGEST_HUB_BIN` the native program.
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = resolve(process.env['DIGEST_HUB_DIST'] ?? join(root, 'dist'));
const binary = resolve(process.env['DIGEST_HUB_BIN'] ?? join(root, 'target/release/digest-hub'));
const core = await import(pathToFileURL(join(dist, 'pkg/digest_hub.js')).href);
const { memory } = await core.default({ module_or_path: await readFile(join(dist, 'pkg/digest_hub_bg.wasm')) });
const analyzer = new core.Analyzer();

/** One analysis a line, from the native program. */
function native(documents) {
  const input = documents.map((text, id) => JSON.stringify({ id, text })).join('\n');
  const run = spawnSync(binary, ['--jsonl'], { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout.trimEnd().split('\n');
}

/** The line that the native program would print, made by the wasm core. */
function inWasm(text, id) {
  return `{"id":${id},${analyzer.export(text, undefined, 'json').trimEnd().slice(1)}`;
}

/**
 * Every file of the whole articles (what is expected of one is a text as good as any), the page's own pastes and the
 * kept inputs of the fuzz targets.
 */
async function sources() {
  const articles = await readdir(join(root, 'tests/articles'), { recursive: true });
  const corpus = await readdir(join(root, 'fuzz/corpus'), { recursive: true });
  const fixtures = await readdir(join(root, 'tests/page/fixtures')).catch(() => []);
  const files = [
    ...articles.filter((name) => /\.\w+$/.test(name)).sort().map((name) => join(root, 'tests/articles', name)),
    ...fixtures.filter((name) => name.endsWith('.txt')).sort().map((name) => join(root, 'tests/page/fixtures', name)),
    ...corpus.filter((name) => name.endsWith('.txt')).sort().map((name) => join(root, 'fuzz/corpus', name)),
  ];
  assert.ok(files.length >= 40, 'the whole articles and the corpus are there');
  return Promise.all(files.map((file) => readFile(file, 'utf8')));
}

test('the sample’s analysis, which comes with the page, is what the core makes of the sample', async () => {
  const [{ SAMPLE }, { SAMPLE_ANALYSIS }] = await Promise.all(['sample.js', 'made/sample.js'].map((name) => import(pathToFileURL(join(root, 'www', name)).href)));
  assert.equal(JSON.stringify(SAMPLE_ANALYSIS), JSON.stringify(analyzer.analyze(SAMPLE)));
});

/** Mulberry32: the same texts at every run. */
function* random(seed) {
  for (let state = seed; ; ) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield (mixed ^ (mixed >>> 14)) >>> 0;
  }
}

function nastyTexts(count) {
  const pieces = ['\n', '\r\n', '\n\n', '\u2028', '\f', '\u00a0', '\u0000', '\u200b', '\ufeff', '😀', 'e\u0301', '漢字。', ' ', '- ', '• ', '## ', '[para. 3]', '[paras. 3-5].', 'DIGEST HUB', 'Who’s Who', 'Since 2018:', 'Oct. 23, 2025:', 'Nordwind Corp. Ltd.', 'Nordwind makes rope (600123.SS).', 'The port opened on Monday.', 'By Mara Quill', 'Oct. 29, 2025', 'KESTREL BAY, Oct. 28 —', 'Advertisement', '“No.”', 'U.S. officials', '=1', '</script>'];
  const numbers = random(7);
  const next = (below) => numbers.next().value % below;
  return Array.from({ length: count }, () => Array.from({ length: next(40) }, () => pieces[next(pieces.length)]).join(next(2) ? ' ' : ''));
}

test('native and wasm print the same bytes', async () => {
  const texts = [...await sources(), ...nastyTexts(300), '', ' ', 'x'];
  const lines = native(texts);
  assert.equal(lines.length, texts.length);
  texts.forEach((text, id) => assert.equal(inWasm(text, id), lines[id], JSON.stringify(text.slice(0, 80))));
});

test('every format comes out of native and wasm alike', async () => {
  const options = { published: '2025-10-29', length: 'long' };
  for (const text of (await sources()).slice(0, 4)) {
    for (const format of ['text', 'json', 'markdown', 'html', 'entities.csv', 'timeline.csv', 'ics', 'jsonld']) {
      const run = spawnSync(binary, ['--format', format, '--published', options.published, '--length', options.length], { input: text, encoding: 'utf8', maxBuffer: 1 << 30 });
      assert.equal(run.status, 0, run.stderr);
      assert.equal(analyzer.export(text, options, format), run.stdout, format);
    }
  }
});

test('the object that crosses the door is the JSON', async () => {
  for (const text of [...await sources(), ...nastyTexts(60)]) {
    assert.deepEqual(analyzer.analyze(text), JSON.parse(analyzer.export(text, undefined, 'json')));
  }
});

test('a lone surrogate becomes U+FFFD and moves no offset', () => {
  for (const text of ['a\ud800b', '\udc00', 'Port \ud800 opens\n\nThe port \udc00 opened 😀 on Monday.']) {
    const whole = text.toWellFormed();
    const { blocks } = analyzer.analyze(text).article;
    assert.ok(blocks.length > 0);
    for (const { start, end, text: shown } of blocks) assert.equal(whole.slice(start, end), shown);
    assert.equal(typeof analyzer.export(text, {}, 'markdown'), 'string');
  }
});

test('options are read, and wrong ones explained', () => {
  const published = (options) => analyzer.analyze('The port opened.', options).article.published;
  assert.deepEqual(published({ published: '2025-10-29' }), { date: '2025-10-29', from: 'given' });
  assert.equal(published({ published: null, length: 'short' }), null);
  assert.equal(analyzer.analyze('Port opens\n\nOct. 28, 2025\n\nThe port opened.', { published: 'none' }).article.published, null);
  assert.throws(() => published({ published: '2025-02-30' }), /YYYY-MM-DD/);
  assert.throws(() => published({ length: 'huge' }), /short, standard or long/);
  assert.throws(() => analyzer.export('x', {}, 'pdf'), /no format "pdf"/);
});

test('a weights file that is none is refused in words', () => {
  assert.throws(() => new core.Analyzer(new Uint8Array(5)), { name: 'Error', message: /too short/ });
  assert.throws(() => new core.Analyzer(new Uint8Array(500)), /not a weights file/);
});

test('progress names the steps in order, and a callback that throws costs nothing', () => {
  const seen = [];
  analyzer.analyze('The port opened.', {}, (stage, permille) => seen.push([stage, permille]));
  assert.deepEqual(seen.map(([stage]) => stage), ['paste', 'document', 'dates', 'names', 'analysis']);
  assert.ok(seen.every(([, permille], at) => permille >= 0 && permille <= 1000 && (at === 0 || permille > seen[at - 1][1])));
  assert.equal(analyzer.analyze('The port opened.', {}, () => { throw new Error('no'); }).schema, 1);
});

test('the package is what npm publishes', async () => {
  const read = (name) => readFile(join(dist, 'pkg', name), 'utf8');
  const manifest = JSON.parse(await read('package.json'));
  assert.equal(manifest.version, core.version());
  for (const file of manifest.files) assert.ok((await read(file)).length > 0, file);
  const types = await read('digest_hub.d.ts');
  for (const name of ['export interface Analysis', 'export class Analyzer', 'analyze(text: string, options?: Options | null, progress?: Progress | null): Analysis', 'export function textFromHtml', 'export function version']) assert.ok(types.includes(name), `${name} in\n${types.slice(-2500)}`);
});

test('no path of the machine that built it is in the wasm', async () => {
  const bytes = (await readFile(join(dist, 'pkg/digest_hub_bg.wasm'))).toString('latin1');
  const homes = ['HOME', 'CARGO_HOME', 'RUSTUP_HOME'].map((name) => process.env[name]).filter((path) => path && path !== '/');
  for (const path of [root, ...homes, 'registry/src', '.rustup']) assert.ok(!bytes.includes(path), path);
});

test('HTML is read as its text', () => {
  assert.equal(core.textFromHtml('<h2>Port</h2><p>It opened &amp; stayed.</p>'), '## Port\n\nIt opened & stayed.');
});

test('memory ends at one gigabyte, before it troubles the machine', () => {
  assert.throws(() => memory.grow(16_384), RangeError);
});

/** Whoever asks something of the whole text for each of its sentences does not come back from this one. */
test('row 4: five million bytes in one line, with stops in it, are one paragraph with its hub', () => {
  const line = Array.from({ length: 50_000 }, (_, nth) => `In ${1900 + (nth % 120)} Ada Lim of the Institute of Tides sold ${nth} tons of rope to the port of Kestrel Bay. `).join('');
  assert.ok(line.length > 4_500_000 && line.length < 5_000_000, `${line.length}`);
  const { article, hub, dates } = analyzer.analyze(line);
  assert.deepEqual(article.blocks.map(({ number, start }) => [number, start]), [[1, 0]]);
  assert.equal(dates.length, 50_000);
  assert.ok(hub.digest.key_points.length > 0);
  assert.ok(hub.entities.some(({ name, mentions }) => name === 'Ada Lim' && mentions.length === 50_000));
});

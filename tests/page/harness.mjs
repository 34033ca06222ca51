/**
 * A static server that serves the built site under `/repo/`, as a project page is served, and a browser to look at it.
 * Every request is recorded, and a console error or a policy violation fails the test that caused it.
 */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { contextOf, ENGINE, launch } from './engines.mjs';
import { PATIENCE } from './patience.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
export const DIST = resolve(process.env['DIGEST_HUB_DIST'] ?? join(here, '../../dist'));
/** The page's sources, which a build binds into one script. */
export const WWW = join(here, '../../www');
export const fixture = (name) => readFile(join(here, 'fixtures', name), 'utf8');
export const EMPTY_MODULE = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
export const DESKTOP = { viewport: { width: 1440, height: 900 } };
export const HANDHELD = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.wasm': 'application/wasm', '.woff2': 'font/woff2', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8', '.ts': 'text/plain; charset=utf-8' };
const CORE = 'pkg/digest_hub_bg.wasm';

/** Where a test waits for less than what it looks at, a slow machine tells: `SLOW=1` makes one of any, in Chromium. */
const IS_SLOW = process.env['SLOW'] === '1';

/** @typedef {{ status?: number, type?: string, body: string | Buffer }} Answer */

/** The site as its host serves it, and as a test may bend it: other files, no network. */
class Site {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    /** @type {Record<string, (kept: Answer) => Answer | Promise<Answer>>} by file, what is served instead */
    this.instead = {};
    /** @type {string[]} scripts before the page's own, where the browser has no other way */
    this.before = [];
    /** @type {{ url: string, method: string, body: string | null }[]} */
    this.log = [];
    /** @type {string[]} what pages reported that had no other way */
    this.reported = [];
    /** @type {Map<string, Buffer>} by file, what is sent in its place to whoever measures the page */
    this.packed = new Map();
    this.server = createServer((request, response) => { this.answer(request, response).catch(() => response.writeHead(500).end()); });
  }

  async listen(port = 0) {
    await new Promise((done) => { this.server.listen(port, '127.0.0.1', done); });
    this.port = this.server.address().port;
    this.address = `http://127.0.0.1:${this.port}/repo/`;
  }

  /** From now on what can be packed is sent packed, as most hosts do. Packed before anybody asks: their work is not done on the visitor's machine. */
  async pack() {
    for (const name of await readdir(this.folder, { recursive: true })) {
      const { type = '', body } = await this.file(name);
      if (/^(text|application)\//.test(type) && body !== '') this.packed.set(name, gzipSync(body));
    }
  }

  /** As without a network: nobody answers. */
  async silence() {
    const closed = new Promise((done) => { this.server.close(done); });
    this.server.closeAllConnections();
    await closed;
  }

  async offline(is) {
    if (is && this.server.listening) await this.silence();
    if (!is && !this.server.listening) await this.listen(this.port);
  }

  async answer(request, response) {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const name = path === '/repo/' ? 'index.html' : path.slice('/repo/'.length);
    const sent = request.method === 'GET' ? null : Buffer.concat(await request.toArray()).toString();
    if (name === '__seen') { this.reported.push(sent ?? ''); return response.writeHead(204).end(); }
    if (name !== 'before.js') this.log.push({ url: new URL(request.url, this.address).href, method: request.method, body: sent });
    const kept = path.startsWith('/repo/') ? await this.file(name) : { status: 404, body: '' };
    const { status = 200, type = 'text/plain', body } = await this.instead[name]?.(kept) ?? kept;
    const packed = this.packed.get(name);
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...packed && { 'content-encoding': 'gzip' } });
    response.end(packed ?? body);
  }

  /** @returns {Promise<Answer>} */
  async file(name) {
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    if (name === 'before.js') return { type: TYPES['.js'], body: this.before.join('\n') };
    const file = normalize(join(this.folder, name));
    const isThere = file.startsWith(this.folder) && await stat(file).then((found) => found.isFile(), () => false);
    if (!isThere) return { status: 404, body: '' };
    const body = await readFile(file);
    return name === 'index.html' && this.before.length > 0 ? { type, body: body.toString().replace('<title>', '<script src="before.js"></script><title>') } : { type, body };
  }
}

/** The server alone. */
export async function serveSite(folder = DIST) {
  assert.ok(existsSync(join(DIST, 'index.html')), `there is no built site in ${DIST}: build it first, or set DIGEST_HUB_DIST`);
  const site = new Site(folder);
  await site.listen();
  return Object.assign(site, { close: () => site.offline(true) });
}

/** The server and the browser of one test file. */
export async function open(folder = DIST) {
  const site = await serveSite(folder);
  const browser = await launch();
  return {
    address: site.address,
    site,
    browser,
    page: (options = {}) => newPage(browser, site, options),
    offline: (is) => site.offline(is),
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

/**
 * @param {object} options `context`: of Playwright; `fake`: answer with the fake core; `instead`: files that are served
 * instead of the site's; `prepare`: before the page is loaded; `expected`: console errors that the test provokes;
 * `load: false`: do not wait for the sample; `hash`: what the address ends in
 */
async function newPage(browser, site, { context = {}, fake = false, instead = {}, prepare, expected = [], load = true, hash = '' } = {}) {
  site.instead = { ...fake && await fakeCore(), ...instead };
  const made = await browser.newContext(contextOf({ ...DESKTOP, serviceWorkers: 'block', ...context }));
  const page = await made.newPage();
  page.setDefaultTimeout(PATIENCE);
  const since = [site.log.length, site.reported.length];
  const seen = { get requests() { return [...site.log.slice(since[0]), ...foreign]; }, errors: [], dialogs: [] };
  const foreign = [];
  page.on('request', (request) => { if (!request.url().startsWith(site.address)) foreign.push({ url: request.url(), method: request.method(), body: request.postData() }); });
  page.on('console', (message) => { if (message.type() === 'error' || /Content Security Policy|TrustedType/i.test(message.text())) seen.errors.push(message.text()); });
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('dialog', (dialog) => { seen.dialogs.push(dialog.message()); dialog.dismiss(); });
  await page.addInitScript(() => { document.addEventListener('securitypolicyviolation', (event) => console.error(`Content Security Policy: ${event.violatedDirective}`)); });
  await page.addInitScript(handOver);
  if (IS_SLOW) await slowDown(page);
  await prepare?.(page);
  site.before = made.before ?? [];
  await page.goto(site.address + hash);
  if (load) await page.waitForFunction(() => document.getElementById('part-digest') && !document.querySelector('main [aria-busy]'));
  const close = async () => {
    await made.close();
    const errors = [...seen.errors, ...site.reported.slice(since[1])];
    assert.deepEqual(errors.filter((error) => !expected.some((pattern) => pattern.test(error))), [], 'console errors or policy violations');
    assert.deepEqual(seen.dialogs, [], 'dialogs');
    assert.deepEqual(seen.requests.filter(({ url }) => !url.startsWith(site.address) && !url.startsWith('data:') && !url.startsWith('blob:')), [], 'requests that leave the page');
  };
  return Object.assign(page, { seen, finish: close });
}

/** The text that the page opens with. */
export const sample = () => import(pathToFileURL(join(WWW, 'sample.js')).href).then(({ SAMPLE }) => SAMPLE);

/** On this page no limit of time ever passes: neither must it end what a test waits for, nor a busy machine be taken for a fault. */
export const timeless = (page) => page.addInitScript(() => {
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (run, after) => (after > 5000 ? 0 : setTimeout(run, after));
});

/** A page at a quarter of its speed, whose core answers most of a second late, and whose turns take their time. */
async function slowDown(page) {
  await page.addInitScript(() => {
    const { setTimeout } = globalThis;
    globalThis.setTimeout = (run, after = 0) => setTimeout(run, after || 150);
    globalThis.Worker = class extends Worker {
      set onmessage(hear) { super.onmessage = (event) => { setTimeout(() => hear(event), 700); }; }
    };
  });
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** Serves these bytes under this type, whatever the site has there. */
export const serve = (body, type = TYPES['.js']) => () => ({ type, body });

/** A stand-in for the worker and its core. @param {(script: string) => string} [change] */
export async function fakeCore(change = (script) => script) {
  return { 'worker.js': serve(change(await fixture('fake-worker.js'))), [CORE]: serve(EMPTY_MODULE, 'application/wasm') };
}

/** What is served in place of the core. @param {(kept: Answer) => Answer} answer */
export const core = (answer) => ({ [CORE]: answer });

/** Puts into the page what pastes there as a person does, as far as the page can tell: `pasted` says whether it was taken over. */
export function handOver() {
  globalThis.pasted = (text, html = '') => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    if (html) data.setData('text/html', html);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    // Firefox gives a made event no clipboard.
    if (event.clipboardData !== data) Object.defineProperty(event, 'clipboardData', { value: data });
    return !(document.activeElement ?? document.body).dispatchEvent(event);
  };
}

/** @returns {Promise<boolean>} whether the page took the paste over */
export async function paste(page, text, html = '') {
  await page.evaluate(handOver);
  return page.evaluate(([text, html]) => globalThis.pasted(text, html), [text, html]);
}

/** What a person would paste now. WebKit tells it to nothing but a paste. */
export async function clipboard(page) {
  if (ENGINE !== 'webkit') return page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => document.addEventListener('paste', (event) => {
    globalThis.clipped = event.clipboardData?.getData('text/plain');
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true, once: true }));
  await page.keyboard.press('Control+v');
  await page.waitForFunction(() => globalThis.clipped !== undefined);
  return page.evaluate(() => globalThis.clipped);
}

/** Pastes and waits until the article and its hub are there, all that grows in turns, too. */
export async function read(page, text, html = '') {
  // The sample's article comes behind its hub: what comes after this is the text's own.
  await page.waitForFunction(() => !document.querySelector('main [aria-busy]'));
  await page.evaluate(() => { document.getElementById('article').dataset.old = 'yes'; document.querySelector('#article > *')?.setAttribute('data-stale', ''); });
  assert.equal(await paste(page, text, html), true, 'the page takes the paste over');
  await page.waitForFunction(() => !document.querySelector('[data-stale], main [aria-busy]') && document.querySelector('#article .prose'));
  // Turns come in their order: what the page put off by one has been done.
  await page.evaluate(() => new Promise((go) => { setTimeout(() => go(true)); }));
}

/**
 * What a press on this button saves. Chromium tells of downloads; in the others it is what the page hands to the browser.
 * @returns {Promise<{ name: string, text: string }>}
 */
export async function saved(page, button) {
  if (ENGINE === 'chromium') {
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  }
  await page.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      URL.createObjectURL = createObjectURL;
      blob.text().then((text) => Object.assign(globalThis.savedFile, { text }));
      return createObjectURL.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function click() { globalThis.savedFile.name = this.download; };
    globalThis.savedFile = {};
  });
  await button.click();
  await page.waitForFunction(() => 'text' in globalThis.savedFile && 'name' in globalThis.savedFile);
  return page.evaluate(() => globalThis.savedFile);
}

/**
 * Waits until what is looked at is as wanted, a value or words that match: what a press brings comes a moment later, on a
 * busy machine a long one. What never comes fails with what there was last.
 */
export async function comes(look, wanted, message) {
  for (const until = Date.now() + PATIENCE; ;) {
    try {
      const seen = await look();
      return wanted instanceof RegExp ? assert.match(seen ?? '', wanted, message) : assert.deepEqual(seen, wanted, message);
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((go) => { setTimeout(go, 40); });
    }
  }
}

/**
 * Waits until a service worker stands, as the page tells it: by naming the manifest. The worker itself is not asked, since
 * WebKit never answers a page that asked for `ready` before it registered one.
 */
export const workerStands = (page) => page.locator('link[rel=manifest]').waitFor({ state: 'attached', timeout: PATIENCE });

/** With a finger, where the engine has one. */
export const tap = (locator) => (ENGINE === 'chromium' ? locator.tap() : locator.click());

/** Opens a file as the file dialog would hand it over. */
export async function openFile(page, name, bytes, mimeType = 'text/plain') {
  await page.locator('#desk-file').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
}

export const paragraphs = (page) => page.locator('#article .block[data-number] > .words').allInnerTexts();

/**
 * A static server that serves the built site under `/repo/`, as a project page is served, and a browser to look at it.
 * Every request is recorded, and a console error or a policy violation fails the test that caused it.
 */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = fileURLToPath(new URL('.', import.meta.url));
export const DIST = resolve(process.env['DIGEST_HUB_DIST'] ?? join(here, '../../dist'));
export const fixture = (name) => readFile(join(here, 'fixtures', name), 'utf8');
export const EMPTY_MODULE = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.wasm': 'application/wasm', '.woff2': 'font/woff2', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8', '.ts': 'text/plain; charset=utf-8' };
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

async function answer(folder, request, response) {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  if (!path.startsWith('/repo/')) return response.writeHead(404).end();
  const relative = path === '/repo/' ? 'index.html' : path.slice('/repo/'.length);
  const file = normalize(join(folder, relative));
  const found = file.startsWith(folder) && await stat(file).then((s) => s.isFile(), () => false);
  if (!found) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' });
  response.end(await readFile(file));
}

/** The server and the browser of one test file. */
export async function open(folder = DIST) {
  assert.ok(existsSync(join(DIST, 'index.html')), `there is no built site in ${DIST}: build it first, or set DIGEST_HUB_DIST`);
  const executablePath = process.env['CHROMIUM'] ?? BROWSERS.find((path) => existsSync(path));
  assert.ok(executablePath, 'no Chromium was found: set CHROMIUM to its path');
  const server = createServer((request, response) => { answer(folder, request, response).catch(() => response.writeHead(500).end()); });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  const address = `http://127.0.0.1:${server.address().port}/repo/`;
  const browser = await chromium.launch({ executablePath, args: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
  return {
    address,
    browser,
    page: (options = {}) => newPage(browser, address, options),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/**
 * @param {object} options `context`: of Playwright; `fake`: answer with the fake core; `prepare`: before the page is
 * loaded; `expected`: console errors that the test provokes; `load: false`: do not wait for the sample
 */
async function newPage(browser, address, { context = {}, fake = false, prepare, expected = [], load = true } = {}) {
  const made = await browser.newContext({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'], serviceWorkers: 'block', ...context });
  const page = await made.newPage();
  page.setDefaultTimeout(15_000);
  const seen = { requests: [], errors: [], dialogs: [] };
  page.on('request', (request) => seen.requests.push({ url: request.url(), method: request.method(), body: request.postData() }));
  page.on('console', (message) => { if (message.type() === 'error' || /Content Security Policy|TrustedType/i.test(message.text())) seen.errors.push(message.text()); });
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('dialog', (dialog) => { seen.dialogs.push(dialog.message()); dialog.dismiss(); });
  await page.addInitScript(() => { document.addEventListener('securitypolicyviolation', (event) => console.error(`Content Security Policy: ${event.violatedDirective}`)); });
  if (fake) await useFake(page);
  await prepare?.(page);
  await page.goto(address);
  if (load) await page.locator('#part-digest').waitFor({ state: 'attached' });
  const close = async () => {
    await made.close();
    assert.deepEqual(seen.errors.filter((error) => !expected.some((pattern) => pattern.test(error))), [], 'console errors or policy violations');
    assert.deepEqual(seen.dialogs, [], 'dialogs');
    assert.deepEqual(seen.requests.filter(({ url }) => !url.startsWith(address) && !url.startsWith('data:') && !url.startsWith('blob:')), [], 'requests that leave the page');
  };
  return Object.assign(page, { seen, finish: close });
}

async function useFake(page) {
  const body = await fixture('fake-worker.js');
  await page.route('**/worker.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await page.route('**/*.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: EMPTY_MODULE }));
}

/** Pastes as a person does, as far as the page can tell; resolves to whether the page took it over. */
export function paste(page, text, html = '') {
  return page.evaluate(([text, html]) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    if (html) data.setData('text/html', html);
    const target = document.activeElement ?? document.body;
    return !target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, [text, html]);
}

/** Pastes and waits until the article is there. */
export async function read(page, text, html = '') {
  await page.evaluate(() => { document.getElementById('article').dataset.old = 'yes'; document.querySelector('#article > *')?.setAttribute('data-stale', ''); });
  assert.equal(await paste(page, text, html), true, 'the page takes the paste over');
  await page.waitForFunction(() => !document.querySelector('[data-stale]') && document.querySelector('#article .prose'));
}

/** Opens a file as the file dialog would hand it over. */
export async function openFile(page, name, bytes, mimeType = 'text/plain') {
  await page.locator('#desk-file').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
}

export const paragraphs = (page) => page.locator('#article .block[data-number] > .words').allInnerTexts();

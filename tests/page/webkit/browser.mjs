/**
 * WebKit through its own WebDriver: one small browser for a test file, one window for a page. It isolates nothing, so a
 * context that ends forgets what its pages kept. WebDriver reports neither errors nor runs scripts before a page's own:
 * the server adds `before.js` to the page, which does both.
 */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { PATIENCE } from '../patience.mjs';
import { Page } from './page.mjs';
import { eventually } from './locator.mjs';

const MINI = ['/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser', '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser', '/usr/libexec/webkit2gtk-4.1/MiniBrowser'];

/** Tells the server what goes wrong in the page; the policy lets a page send to where it comes from. */
function report() {
  const tell = (text) => navigator.sendBeacon('__seen', text);
  const { error } = console;
  console.error = (...words) => { error(...words); tell(words.join(' ')); };
  addEventListener('error', ({ message }) => tell(message));
  addEventListener('unhandledrejection', ({ reason }) => tell(String(reason)));
}

/** A port that is free now. */
const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => done(port)); });
});

class Driver {
  async start() {
    const port = await freePort();
    // Without graphics hardware its usual way to the screen costs twice the processor.
    const env = { WEBKIT_DISABLE_DMABUF_RENDERER: '1', ...process.env };
    this.process = spawn(process.env['WEBKIT_DRIVER'] ?? 'WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env });
    this.address = `http://127.0.0.1:${port}/session`;
    const binary = process.env['WEBKIT_BROWSER'] ?? MINI.find((path) => existsSync(path));
    const capabilities = { alwaysMatch: { timeouts: { script: PATIENCE }, 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } };
    const { sessionId } = await eventually(() => this.send('POST', '', { capabilities }).catch((error) => { if (error.cause?.code !== 'ECONNREFUSED') throw error; }), () => 'WebKitWebDriver does not answer');
    this.address += `/${sessionId}`;
    this.current = await this.send('GET', '/window');
    this.first = this.current;
  }

  async send(method, path, body) {
    const answer = await fetch(this.address + path, { method, ...body && { body: JSON.stringify(body) } });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  async turnTo(handle) {
    if (handle === this.current) return;
    await this.send('POST', '/window', { handle });
    this.current = handle;
  }

  async shut(handle) {
    await this.turnTo(handle);
    await this.send('DELETE', '/window');
    await this.turnTo(this.first);
  }

  async stop() {
    await this.send('DELETE', '').catch(() => {});
    this.process.kill();
  }
}

/** What a page may have kept, for the next one not to find. */
async function forget() {
  localStorage.clear();
  sessionStorage.clear();
  for (const registration of await navigator.serviceWorker?.getRegistrations() ?? []) await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}

class Context {
  constructor(driver, { viewport = { width: 1440, height: 900 }, serviceWorkers = 'allow' }) {
    Object.assign(this, { driver, viewport, before: [`(${report})();`], pages: [] });
    if (serviceWorkers === 'block') this.before.push('delete Navigator.prototype.serviceWorker;');
  }

  async newPage() {
    const { handle } = await this.driver.send('POST', '/window/new', { type: 'window' });
    const page = new Page(this.driver, this, handle);
    this.pages.push(page);
    await page.resize(this.viewport);
    return page;
  }

  /** A worker that is taken away stays as long as a page that it answers for, and one that comes meanwhile may never stand. */
  async close() {
    const [first, ...others] = this.pages;
    for (const page of others) await page.close();
    await first?.call(forget).catch(() => {});
    await first?.goto('about:blank').catch(() => {});
    await first?.close();
  }
}

export async function launchWebkit() {
  const driver = new Driver();
  await driver.start();
  return { newContext: async (options) => new Context(driver, options), close: () => driver.stop(), version: () => 'WebKitGTK' };
}

/** Playwright's page, as far as the tests use it, over W3C WebDriver. */

import { writeFile } from 'node:fs/promises';
import { eventually, Locator } from './locator.mjs';

const KEYS = { Space: ' ', Control: '\uE009', Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Escape: '\uE00C', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015' };
/** So often a window is asked for a size, which a window manager may take its time for, or never give. */
const TRIES = 10;
const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

/** Runs a function in the page and tells its promise's end; `null` and nothing at all stay apart. */
const asked = (source, argument) => `
  const done = arguments[arguments.length - 1];
  Promise.resolve().then(() => (${source})(${JSON.stringify(argument ?? null)}))
    .then((value) => done({ value }), (error) => done({ error: String(error) }));`;

export class Page {
  /** @param {object} driver as of `webkit/browser.mjs` @param {string} handle of its window */
  constructor(driver, context, handle) {
    Object.assign(this, { driver, handle, made: context });
    this.keyboard = {
      press: (keys) => this.strike(keys.split('+')),
      type: async (text) => { for (const letter of text) await this.strike([letter]); },
    };
  }

  /** One command to the window of this page. */
  async send(method, path, body) {
    await this.driver.turnTo(this.handle);
    return this.driver.send(method, path, body);
  }

  async call(source, argument) {
    const outcome = await this.send('POST', '/execute/async', { script: asked(source, argument), args: [] });
    if (outcome.error !== undefined) throw new Error(outcome.error);
    return outcome.value;
  }

  /** @param {Function | string} about a function, or an expression */
  evaluate(about, argument) {
    return this.call(typeof about === 'function' ? String(about) : `() => (${about})`, argument);
  }

  waitForFunction(about, argument, { timeout } = {}) {
    return eventually(() => this.evaluate(about, argument), () => `waited in vain for ${about}`, timeout);
  }

  async press({ x, y }) {
    const actions = [{ type: 'pointerMove', duration: 0, origin: 'viewport', x: Math.round(x), y: Math.round(y) }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await this.send('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
  }

  async strike(keys) {
    const values = keys.map((key) => KEYS[key] ?? key);
    const actions = [...values.map((value) => ({ type: 'keyDown', value })), ...values.toReversed().map((value) => ({ type: 'keyUp', value }))];
    await this.send('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  /** The size of what the page sees, which is less than the window. */
  async resize({ width, height }) {
    for (let i = 0; i < TRIES; i += 1) {
      const [more, higher, isSo] = await this.call('([width, height]) => [outerWidth - innerWidth, outerHeight - innerHeight, innerWidth === width && innerHeight === height]', [width, height]);
      if (isSo && i > 0) return;
      await this.send('POST', '/window/rect', { x: 0, y: 0, width: width + more, height: height + higher });
      await pause(100);
    }
  }

  /** A page of its own with this markup, as of no site. */
  async setContent(html) {
    await this.goto('about:blank');
    await this.evaluate((text) => { document.open(); document.write(text); document.close(); }, html);
  }

  goto(url) { return this.send('POST', '/url', { url }); }
  reload() { return this.send('POST', '/refresh', {}); }
  goBack() { return this.send('POST', '/back', {}); }
  goForward() { return this.send('POST', '/forward', {}); }
  title() { return this.send('GET', '/title'); }
  waitForTimeout(milliseconds) { return pause(milliseconds); }
  waitForLoadState() { return pause(500); }
  async screenshot({ path }) { await writeFile(path, Buffer.from(await this.send('GET', '/screenshot'), 'base64')); }

  locator(css, options) { return new Locator(this, []).locator(css, options); }
  getByRole(role, options) { return new Locator(this, []).getByRole(role, options); }
  getByText(words, options) { return new Locator(this, []).getByText(words, options); }

  /** Runs before the page's own scripts, at each load. */
  addInitScript(about, argument) { this.made.before.push(`(${about})(${JSON.stringify(argument ?? null)});`); }
  setDefaultTimeout() {}
  /** What the page reports comes by way of the server (`browser.mjs`). */
  on() {}
  context() { return this.made; }
  close() { return this.driver.shut(this.handle); }
}

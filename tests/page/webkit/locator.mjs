/** Playwright's locator, as far as the tests use it, over any page that can evaluate, press and type. */

import { PATIENCE } from '../patience.mjs';
import { fill, find, giveFile, isSeen, pointOf } from './inside.mjs';

const described = (wanted) => (wanted instanceof RegExp ? { source: wanted.source, flags: wanted.flags } : wanted);
const without = (step) => Object.fromEntries(Object.entries(step).filter(([, value]) => value !== undefined));
const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

/** @param {() => Promise<any>} attempt until it gives something, or for long enough @param {() => string} complaint */
export async function eventually(attempt, complaint, patience = PATIENCE) {
  for (const until = Date.now() + patience; ;) {
    const outcome = await attempt();
    if (outcome) return outcome;
    if (Date.now() > until) throw new Error(complaint());
    await pause(40);
  }
}

export class Locator {
  constructor(page, steps) {
    this.page = page;
    this.steps = steps;
  }

  step(step) { return new Locator(this.page, [...this.steps, without(step)]); }
  locator(css, { hasText, has } = {}) { return this.step({ css, hasText: described(hasText), has: has?.steps }); }
  getByRole(role, { name, exact } = {}) { return this.step({ role, name: described(name), exact }); }
  getByText(words, { exact } = {}) { return this.step({ words: described(words), exact }); }
  nth(nth) { return this.step({ nth }); }
  first() { return this.nth(0); }
  last() { return this.nth(-1); }
  async all() { return Array.from({ length: await this.count() }, (_, nth) => this.nth(nth)); }

  /** The function's answer about all elements that are there now. */
  evaluateAll(about, argument) {
    return this.page.call(`({ steps, argument }) => (${about})((${find})(steps), argument)`, { steps: this.steps, argument });
  }

  /** The function's answer about the one element, waited for. */
  async evaluate(about, argument) {
    const got = await this.awaited(`async (all, argument) => all.length === 1 ? { value: await (${about})(all[0], argument) } : null`, argument);
    return got.value;
  }

  awaited(about, argument, { timeout = PATIENCE } = {}) {
    let last = 0;
    const attempt = async () => {
      const [outcome, count] = await this.evaluateAll(`async (all, argument) => [await (${about})(all, argument), all.length]`, argument);
      last = count;
      return outcome;
    };
    return eventually(attempt, () => `${JSON.stringify(this.steps)}: waited in vain, with ${last} found`, timeout);
  }

  async waitFor({ state = 'visible', timeout } = {}) {
    const met = { visible: `(all) => all.length > 0 && (${isSeen})(all[0])`, attached: '(all) => all.length > 0', hidden: `(all) => all.length === 0 || !(${isSeen})(all[0])`, detached: '(all) => all.length === 0' };
    await this.awaited(met[state], null, { timeout });
  }

  async click({ position = null } = {}) {
    await this.page.press(await this.awaited(`async (all, inside) => all.length === 1 && (${isSeen})(all[0]) ? (${pointOf})(all[0], inside) : null`, position));
  }

  tap() { return this.click(); }
  async check() { if (!await this.isChecked()) await this.click(); }
  async uncheck() { if (await this.isChecked()) await this.click(); }
  fill(text) { return this.evaluate(fill, text); }
  selectOption(value) {
    return this.evaluate((node, wanted) => {
      node.value = wanted;
      for (const type of ['input', 'change']) node.dispatchEvent(new Event(type, { bubbles: true }));
    }, value);
  }
  focus() { return this.evaluate('(node) => node.focus()'); }
  setInputFiles({ name, mimeType, buffer }) { return this.evaluate(giveFile, { name, mimeType, base64: buffer.toString('base64') }); }

  count() { return this.evaluateAll('(all) => all.length'); }
  async isVisible() { return this.evaluateAll(`(all) => all.length > 0 && (${isSeen})(all[0])`); }
  isChecked() { return this.evaluate('(node) => node.checked'); }
  innerText() { return this.evaluate('(node) => node.innerText'); }
  textContent() { return this.evaluate('(node) => node.textContent'); }
  inputValue() { return this.evaluate('(node) => node.value'); }
  getAttribute(name) { return this.evaluate('(node, name) => node.getAttribute(name)', name); }
  boundingBox() { return this.evaluate('(node) => { const { x, y, width, height } = node.getBoundingClientRect(); return { x, y, width, height }; }'); }
  allInnerTexts() { return this.evaluateAll('(all) => all.map((node) => node.innerText)'); }
  allTextContents() { return this.evaluateAll('(all) => all.map((node) => node.textContent)'); }
}

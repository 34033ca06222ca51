/**
 * What was opened: in memory for this visit, for a reload in the tab's own store, and on the device only where the person
 * asks for it. A store that is full or refused costs nobody the page.
 *
 * @import { About } from './render.js'
 * @typedef {{ title: string, paste: string, about: About }} Opened
 */

const OPENED = 12;
/** Characters of all that is kept in memory. */
const MOST = 20_000_000;
const TAB_KEY = 'digest-hub.tab';
const DEVICE_KEY = 'digest-hub.opened';

/**
 * @param {unknown} found
 * @returns {found is Opened}
 */
function isOpened(found) {
  if (typeof found !== 'object' || found === null) return false;
  const { title, paste, about } = /** @type {Record<string, unknown>} */ (found);
  return typeof title === 'string' && typeof paste === 'string' && typeof about === 'object' && about !== null;
}

/**
 * @param {() => Storage} store
 * @param {string} key
 * @returns {unknown}
 */
function recalled(store, key) {
  try {
    return JSON.parse(store().getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/**
 * @param {() => Storage} store
 * @param {string} key
 * @param {unknown} value `null` forgets it
 * @returns {boolean} whether the store took it
 */
function stored(store, key, value) {
  try {
    if (value === null) store().removeItem(key);
    else store().setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

const tab = () => sessionStorage;
const device = () => localStorage;

export class Keeping {
  constructor() {
    const known = recalled(device, DEVICE_KEY);
    /** Whether the person wants it kept on the device. */
    this.isKept = Array.isArray(known);
    /** @type {Opened[]} the latest first */
    this.opened = Array.isArray(known) ? known.filter(isOpened) : [];
  }

  /**
   * @param {Opened} entry
   * @returns {boolean} whether everything that was asked to be kept is kept
   */
  add(entry) {
    this.opened = [entry, ...this.opened.filter((other) => other.paste !== entry.paste)].slice(0, OPENED);
    let size = 0;
    this.opened = this.opened.filter(({ paste }, i) => { size += paste.length; return i === 0 || size <= MOST; });
    stored(tab, TAB_KEY, entry);
    return !this.isKept || stored(device, DEVICE_KEY, this.opened);
  }

  /**
   * @param {boolean} on
   * @returns {boolean} whether the device does as it is told
   */
  keep(on) {
    const done = stored(device, DEVICE_KEY, on ? this.opened : null);
    this.isKept = on && done;
    return done;
  }

  forget() {
    this.opened = [];
    stored(tab, TAB_KEY, null);
    if (this.isKept) stored(device, DEVICE_KEY, []);
  }

  /**
   * What this tab showed before it was loaded again.
   * @returns {Opened | null}
   */
  beforeReload() {
    const [navigation] = performance.getEntriesByType('navigation');
    const again = navigation instanceof PerformanceNavigationTiming && navigation.type !== 'navigate';
    const found = again ? recalled(tab, TAB_KEY) : null;
    return isOpened(found) ? found : null;
  }
}

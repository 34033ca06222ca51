/** Small choices that this browser remembers: what the interface speaks, its keys, the length of the summary. */

const NAMES = 'digest-hub.';

/**
 * @param {string} name
 * @returns {string | null} what was chosen, where there is a store and something in it
 */
export function recalledChoice(name) {
  try {
    return localStorage.getItem(NAMES + name);
  } catch {
    return null;
  }
}

/**
 * Without a store the choice holds until the page is closed.
 * @param {string} name
 * @param {string} value
 */
export function rememberChoice(name, value) {
  try {
    localStorage.setItem(NAMES + name, value);
  } catch {
    // Nothing else would come of it.
  }
}

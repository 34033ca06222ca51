/**
 * Keys for those who read without a mouse. Everything here can also be done with Tab, Enter and Back.
 *
 * @typedef {object} KeyActions
 * @property {() => boolean} singleKeys
 * @property {() => void} help
 * @property {(tab: 'digest' | 'who' | 'when' | 'article') => void} part
 * @property {() => void} back
 * @property {() => void} exports
 * @property {() => void} find
 * @property {() => void} marks
 * @property {() => void} escape
 */

import { finishGrowing } from './growing.js';
import { recalledChoice, rememberChoice } from './remembered.js';

const PARTS = /** @type {const} */ (['digest', 'who', 'when', 'article']);

/** @param {KeyActions} actions */
export function listenForKeys(actions) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (isField(event.target) || document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape') return actions.escape();
    if (event.key === 'Backspace') {
      event.preventDefault();
      return actions.back();
    }
    if (!actions.singleKeys()) return;
    const act = actionOf(event.key, actions);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/**
 * @param {string} key
 * @param {KeyActions} actions
 * @returns {(() => void) | null}
 */
function actionOf(key, actions) {
  const part = PARTS[Number(key) - 1];
  if (part) return () => actions.part(part);
  switch (key) {
    case '?': return actions.help;
    case 'j': return () => moveAmong('.block[data-number]', 1);
    case 'k': return () => moveAmong('.block[data-number]', -1);
    case 'n': return () => moveAmong('.block a.mark', 1);
    case 'p': return () => moveAmong('.block a.mark', -1);
    case ']': return () => moveAmong('#hub a.cite', 1);
    case '[': return () => moveAmong('#hub a.cite', -1);
    case 'e': return actions.exports;
    case '/': return actions.find;
    case 'h': return actions.marks;
    default: return null;
  }
}

/** @type {Map<string, Element>} */
const lastOf = new Map();

/**
 * From where the focus is among these, or else from where it last was.
 * @param {string} selector
 * @param {1 | -1} step
 */
function moveAmong(selector, step) {
  finishGrowing();
  const all = [...document.querySelectorAll(selector)].filter((node) => node.checkVisibility());
  if (all.length === 0) return;
  const from = document.activeElement?.closest(selector) ?? lastOf.get(selector);
  const at = from ? all.indexOf(from) : -1;
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))];
  if (!(next instanceof HTMLElement)) return;
  lastOf.set(selector, next);
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'center' });
}

/** @param {EventTarget | null} target */
function isField(target) {
  return target instanceof HTMLElement && (target.matches('textarea, select, input:not([type=checkbox], [type=radio])') || target.isContentEditable);
}

const KEYS_CHOICE = 'single-keys';

/** @param {boolean} on */
export function keepSingleKeys(on) {
  rememberChoice(KEYS_CHOICE, on ? 'on' : 'off');
}

export function recallSingleKeys() {
  return recalledChoice(KEYS_CHOICE) !== 'off';
}

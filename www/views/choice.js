/**
 * Which hub to read, where a page carries its publisher's and one is made here as well.
 *
 * @typedef {'published' | 'made'} WhichHub
 */

import { el } from '../dom.js';
import { WORDS } from '../strings.js';

/**
 * @param {WhichHub} which
 * @param {(which: WhichHub) => void} choose
 */
export function choiceView(which, choose) {
  const option = (/** @type {WhichHub} */ value) => {
    const radio = el('input', { type: 'radio', name: 'which-hub', value, onchange: () => choose(value) });
    radio.checked = value === which;
    return el('label', {}, radio, WORDS.hub.which[value]);
  };
  return el('fieldset', { class: 'choice' }, el('legend', { class: 'unseen' }, WORDS.hub.whichLabel), option('published'), option('made'));
}

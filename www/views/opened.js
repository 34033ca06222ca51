/**
 * What was opened in this visit, to go back to.
 *
 * @import { Opened } from '../keeping.js'
 * @typedef {{ open: (entry: Opened) => void, keep: (on: boolean) => void, forget: () => void }} OpenedActions
 */

import { el, pressable, said } from '../dom.js';
import { WORDS } from '../strings.js';

/**
 * @param {Opened[]} opened
 * @param {boolean} isKept
 * @param {OpenedActions} actions
 * @returns {Node[]}
 */
export function openedView(opened, isKept, actions) {
  if (opened.length === 0) return [];
  const box = el('input', { type: 'checkbox', id: 'opened-keep', onchange: () => actions.keep(box.checked) });
  box.checked = isKept;
  return [
    el('h3', { id: 'opened-title' }, WORDS.opened.title),
    el('ul', { 'aria-labelledby': 'opened-title' }, opened.map((entry) => el('li', {}, el('button', { type: 'button', class: 'quiet', onclick: () => actions.open(entry) }, said(entry.title))))),
    el('div', { class: 'opened-foot' },
      el('label', {}, box, ' ', WORDS.opened.keep),
      pressable(WORDS.opened.forget, actions.forget, { class: 'quiet' })),
  ];
}

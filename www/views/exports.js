/**
 * @typedef {(typeof WORDS.exports.formats)[number]} FormatChoice
 * @typedef {{ copy: (choice: FormatChoice, button: HTMLButtonElement) => void, download: (choice: FormatChoice, button: HTMLButtonElement) => void, print: () => void, link: (button: HTMLButtonElement) => void }} ExportActions
 */

import { el, pressable } from '../dom.js';
import { WORDS } from '../strings.js';

/**
 * @param {ExportActions} actions
 * @returns {Node[]}
 */
export function exportsView(actions) {
  const rows = WORDS.exports.formats.map((choice, i) => el('li', {},
    el('span', { id: `format-${i}` }, choice.name),
    formatButton(WORDS.exports.copy, i, (button) => actions.copy(choice, button)),
    formatButton(WORDS.exports.download, i, (button) => actions.download(choice, button))));
  const link = pressable(WORDS.exports.link, () => actions.link(link), { class: 'button', id: 'copy-link', 'aria-describedby': 'link-note' });
  return [
    el('h2', { id: 'exports-title' }, WORDS.exports.title),
    el('ul', {}, rows),
    el('div', { class: 'exports-foot' }, link, pressable(WORDS.exports.print, actions.print, { class: 'button' })),
    el('p', { class: 'exports-note', id: 'link-note' }, WORDS.exports.linkNote),
    ...(WORDS.exports.languageNote === '' ? [] : [el('p', { class: 'exports-note' }, WORDS.exports.languageNote)]),
  ];
}

/**
 * @param {string} label
 * @param {number} row
 * @param {(button: HTMLButtonElement) => void} run
 */
function formatButton(label, row, run) {
  const id = `${label.toLowerCase()}-${row}`;
  const button = pressable(label, () => run(button), { class: 'quiet', id, 'aria-labelledby': `${id} format-${row}` });
  return button;
}

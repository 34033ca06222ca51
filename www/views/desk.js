/**
 * Where text comes in by hand: takes the whole left pane while there is nothing of the person's to read.
 *
 * @typedef {object} DeskActions
 * @property {(text: string) => void} read
 * @property {() => void} close
 * @property {(file: File) => void} open
 * @property {(items: ClipboardItem[]) => void} clipboard
 * @property {(words: { title: string, body: string }) => void} refuse
 */

import { el, must, pressable } from '../dom.js';
import { WORDS } from '../strings.js';
import { downloadView } from './about.js';

/**
 * Made once, so that what was typed outlives every rendering of the rest.
 * @param {DeskActions} actions
 * @returns {(Node | string)[]}
 */
export function deskView(actions) {
  const area = el('textarea', {
    id: 'desk-text', 'aria-describedby': 'desk-hint', placeholder: WORDS.desk.placeholder, spellcheck: 'false', autocomplete: 'off',
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) actions.read(area.value);
    },
    oninput: () => { reader.hidden = area.value.trim() === ''; },
  });
  const reader = pressable(WORDS.desk.read, () => actions.read(area.value), { class: 'button is-first', id: 'desk-read', hidden: true });
  const file = el('input', { type: 'file', id: 'desk-file', class: 'unseen', tabindex: '-1', 'aria-hidden': 'true', accept: '.txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html', onchange: () => {
    const [chosen] = file.files ?? [];
    if (chosen) actions.open(chosen);
    file.value = '';
  } });
  return [
    el('h2', { id: 'desk-title' }, el('label', { for: 'desk-text' }, WORDS.desk.title)),
    el('p', { id: 'desk-lede' }, WORDS.desk.lede),
    el('p', { id: 'desk-hint' }, WORDS.desk.hint),
    area,
    el('p', { id: 'desk-kept', hidden: true }),
    el('div', { class: 'desk-foot' },
      reader,
      'clipboard' in navigator && 'read' in navigator.clipboard && pressable(WORDS.desk.paste, () => readClipboard(actions), { class: 'button', id: 'desk-paste' }),
      pressable(WORDS.desk.open, () => file.click(), { class: 'button', id: 'desk-open' }),
      file,
      pressable(WORDS.desk.close, actions.close, { class: 'button', id: 'desk-close', hidden: true })),
    downloadView() ?? '',
    el('div', { id: 'opened' }),
  ];
}

/**
 * @param {string} text
 * @param {number} editable the longest text that a field takes without stalling
 */
export function fillDesk(text, editable) {
  const area = must('desk-text', HTMLTextAreaElement);
  const kept = must('desk-kept', HTMLParagraphElement);
  const fits = text.length <= editable;
  area.value = fits ? text : '';
  kept.hidden = fits;
  kept.replaceChildren(fits ? '' : WORDS.desk.kept(text.length));
  must('desk-read', HTMLButtonElement).hidden = area.value.trim() === '';
}

/** @param {DeskActions} actions */
async function readClipboard(actions) {
  try {
    actions.clipboard(await navigator.clipboard.read());
  } catch {
    actions.refuse(WORDS.desk.clipboardRefused);
  }
}

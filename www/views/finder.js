/**
 * The field to find words by. Enter goes to the next match, with Shift to the one before, Escape closes it.
 *
 * @typedef {{ search: (query: string) => void, step: (step: 1 | -1) => void, close: () => void }} FinderActions
 */

import { el, must, pressable } from '../dom.js';
import { WORDS } from '../strings.js';

/** A search begins when the typing pauses: the text may be long. */
const PAUSE = 120;

/**
 * @param {string} query
 * @param {FinderActions} actions
 * @returns {Node[]}
 */
export function finderView(query, actions) {
  const words = WORDS.finding;
  let timer = 0;
  let searched = query;
  const search = () => {
    clearTimeout(timer);
    if (field.value === searched) return;
    searched = field.value;
    actions.search(searched);
  };
  const field = el('input', {
    id: 'find-field', type: 'search', 'aria-label': words.label, placeholder: words.label, autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'search',
    oninput: () => { clearTimeout(timer); timer = setTimeout(search, PAUSE); },
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      event.preventDefault();
      if (event.key === 'Escape') return actions.close();
      search();
      actions.step(event.shiftKey ? -1 : 1);
    },
  });
  field.value = query;
  return [
    field,
    el('span', { id: 'find-count' }),
    pressable('‹', () => actions.step(-1), { class: 'step', id: 'find-previous', 'aria-label': words.previous }),
    pressable('›', () => actions.step(1), { class: 'step', id: 'find-next', 'aria-label': words.next }),
    pressable(words.close, actions.close, { class: 'quiet', id: 'find-close' }),
  ];
}

/**
 * @param {number} at from 0; less before any match was gone to
 * @param {number} of
 * @param {string} query
 */
export function showCount(at, of, query) {
  const words = WORDS.finding;
  const said = query.trim() === '' ? '' : of === 0 ? words.none : at < 0 ? words.count(of) : words.at(at + 1, of);
  must('find-count', HTMLElement).replaceChildren(said);
}

/**
 * The publication date, from which "yesterday" is counted: where it is known from, and a small form to set it.
 *
 * @import { Article } from '../pkg/digest_hub.js'
 */

import { el, must, pressable, unseen } from '../dom.js';
import { WORDS } from '../strings.js';

/**
 * @param {Article['published']} published
 * @param {string | null | undefined} set what the person set: a day, or `none`
 * @param {(day: string | null) => void} onDate `none` clears the date, `null` goes back to what the text says
 * @returns {{ line: Node, form: Node }}
 */
export function publishedView(published, set, onDate) {
  const words = WORDS.published;
  const form = el('form', {
    id: 'date-form', class: 'date-form', hidden: true,
    onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      onDate(must('date-field', HTMLInputElement).value);
    },
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      open(false);
    },
  });
  const fields = () => [
    el('label', { for: 'date-field' }, words.label),
    el('input', { type: 'date', id: 'date-field', required: true, min: '1000-01-01', max: '9999-12-31', value: published?.date }),
    el('button', { type: 'submit', class: 'button is-first' }, words.apply),
    published !== null && pressable(words.clear, () => onDate('none'), { class: 'button', id: 'date-clear' }),
    set && pressable(words.asRead, () => onDate(null), { class: 'button', id: 'date-as-read' }),
  ].filter((part) => part instanceof Node);
  const toggle = el('button', { type: 'button', class: 'quiet', id: 'date-change', 'aria-controls': 'date-form', 'aria-expanded': 'false', onclick: () => open(form.hidden !== false) },
    published ? words.change : words.set, unseen(published ? words.changeWhat : words.setWhat));
  const open = (/** @type {boolean} */ on) => {
    form.hidden = !on;
    // A field for dates has a calendar in it, which is much to make for everybody who never opens it.
    if (on && !form.hasChildNodes()) form.append(...fields());
    toggle.setAttribute('aria-expanded', String(on));
    (on ? must('date-field', HTMLElement) : toggle).focus();
  };
  const known = published ? [words.on, el('time', { datetime: published.date }, words.day(published.date)), words.from(published.from)] : [set ? words.none : words.unknown];
  return { line: el('span', { class: 'published' }, known, ' ', toggle), form };
}

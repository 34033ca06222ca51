/** The one dialog for a paragraph on a phone and for what uses a paragraph: a sheet from below, or a panel. */

import { el, must, pressable } from '../dom.js';
import { WORDS } from '../strings.js';

/**
 * What is opened from within the sheet takes the place of what it held; closing it closes both.
 * @typedef {object} Then
 * @property {{ label: string, run: () => void }} [action]
 * @property {{ label: string, run: () => void }} [next] lays what comes next into the sheet
 * @property {(() => void) | undefined} [ask] opens in the sheet why the hub says so
 * @property {() => void} [closed] not called where the action was taken
 *
 * @param {Node[]} content begins with a heading whose id is `sheet-title`
 * @param {Then} then
 */
export function openSheet(content, then) {
  const sheet = must('sheet', HTMLDialogElement);
  let acted = false;
  const act = () => {
    acted = true;
    sheet.close();
    then.action?.run();
  };
  const next = then.next && pressable(then.next.label, then.next.run, { class: 'button', id: 'sheet-next' });
  const close = pressable(WORDS.sheet.close, () => sheet.close(), { class: 'button' });
  sheet.replaceChildren(
    el('div', { class: 'sheet-body' }, content),
    el('div', { class: 'sheet-foot' },
      then.action && pressable(then.action.label, act, { class: 'button is-first' }),
      next,
      then.ask && pressable(WORDS.why.open, then.ask, { class: 'button', id: 'sheet-why' }),
      close));
  if (sheet.open) {
    sheet.scrollTop = 0;
    return (next ?? close).focus({ preventScroll: true });
  }
  sheet.onclose = () => {
    if (!acted) then.closed?.();
  };
  // A tap beside the sheet lands on the dialog itself, since its content fills it.
  sheet.onclick = (event) => {
    if (event.target === sheet) sheet.close();
  };
  sheet.showModal();
}

/** Closes the sheet without telling the one who opened it. */
export function shutSheet() {
  const sheet = must('sheet', HTMLDialogElement);
  sheet.onclose = null;
  if (sheet.open) sheet.close();
}

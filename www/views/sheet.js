/** The one dialog for a paragraph on a phone and for what uses a paragraph: a sheet from below, or a panel. */

import { el, must, pressable } from '../dom.js';
import { WORDS } from '../strings.js';

/**
 * @param {Node[]} content begins with a heading whose id is `sheet-title`
 * @param {{ action?: { label: string, run: () => void }, closed?: () => void }} then `closed` is not called where the action was taken
 */
export function openSheet(content, then) {
  const sheet = must('sheet', HTMLDialogElement);
  let acted = false;
  const act = () => {
    acted = true;
    sheet.close();
    then.action?.run();
  };
  sheet.replaceChildren(
    el('div', { class: 'sheet-body' }, content),
    el('div', { class: 'sheet-foot' },
      then.action && pressable(then.action.label, act, { class: 'button is-first' }),
      pressable(WORDS.sheet.close, () => sheet.close(), { class: 'button' })));
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

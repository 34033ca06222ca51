import { bookmarklet } from '../bookmarklet.js';
import { el, must, pressable } from '../dom.js';
import { WORDS } from '../strings.js';

/**
 * @param {boolean} singleKeys
 * @param {(on: boolean) => void} setSingleKeys
 */
export function openHelp(singleKeys, setSingleKeys) {
  const dialog = must('help', HTMLDialogElement);
  if (dialog.open) return;
  const box = el('input', { type: 'checkbox', id: 'single-keys', onchange: () => setSingleKeys(box.checked) });
  box.checked = singleKeys;
  dialog.replaceChildren(
    el('h2', { id: 'help-title' }, WORDS.help.title),
    el('dl', {}, WORDS.help.rows.map(([keys = '', does = '']) => el('div', {}, el('dt', {}, keys.split(' ').flatMap((key) => [el('kbd', {}, key), ' '])), el('dd', {}, does)))),
    el('p', {}, box, ' ', el('label', { for: 'single-keys' }, WORDS.help.single)),
    bookmarklet() ?? '',
    pressable(WORDS.help.close, () => dialog.close(), { class: 'button' }));
  dialog.showModal();
}

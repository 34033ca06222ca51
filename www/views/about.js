/** What this is, what its data are and from whom, and the tool as one file to keep. */

import { singleFile } from '../build.js';
import { el, must, pressable } from '../dom.js';
import { WORDS } from '../strings.js';

/** @param {string} version of the core; empty where it has not started */
export function openAbout(version) {
  const dialog = must('told', HTMLDialogElement);
  if (dialog.open) return;
  const words = WORDS.about;
  dialog.replaceChildren(
    el('h2', { id: 'told-title' }, words.title),
    el('p', {}, words.what),
    el('p', {}, words.limits),
    downloadView() ?? '',
    el('h3', {}, words.data),
    el('ul', {}, words.credits.map(([what = '', whose = '', href = '']) => el('li', {}, `${what}: `, href === '' ? whose : el('a', { href, rel: 'noreferrer' }, whose)))),
    el('p', {}, words.licence, version !== '' && ` ${words.version(version)}`),
    el('div', { class: 'told-foot' }, pressable(words.close, () => dialog.close(), { class: 'button' })));
  dialog.showModal();
}

/** @returns {HTMLElement | null} none inside the single file itself */
export function downloadView() {
  const href = singleFile();
  return href === null ? null : el('p', { class: 'download' }, el('a', { href, download: 'digest-hub.html' }, WORDS.desk.download), ' ', WORDS.desk.downloadNote);
}

/**
 * The hub out of the page: to the clipboard or into a file.
 *
 * @import { Engine } from './engine.js'
 * @import { Options } from './pkg/digest_hub.js'
 * @import { FormatChoice } from './views/exports.js'
 */

import { el } from './dom.js';
import { WORDS } from './strings.js';
import { fileName } from './text.js';

/**
 * @param {Engine} engine
 * @param {string} paste
 * @param {Options} options
 * @param {FormatChoice} choice
 * @returns {Promise<string>}
 */
export async function exportedText(engine, paste, options, choice) {
  return String(await engine.run({ kind: 'export', text: paste, options, format: choice.format }, paste.length));
}

/**
 * @param {string} text
 * @param {string | null} title
 * @param {FormatChoice} choice
 */
export function saveAs(text, title, choice) {
  const address = URL.createObjectURL(new Blob([text], { type: `${choice.type};charset=utf-8` }));
  const link = el('a', { download: fileName(title, choice.suffix) });
  link.href = address;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return WORDS.exports.saved;
}

/** @param {string} text */
export async function copyText(text) {
  return await putOnClipboard(text) ? WORDS.exports.copied : WORDS.exports.copyRefused;
}

/** @param {string} text */
export async function putOnClipboard(text) {
  return navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false;
}

/**
 * Says on the button itself what came of pressing it.
 * @param {HTMLButtonElement} button
 * @param {string} word
 */
export function flashButton(button, word) {
  const label = labelOf.get(button) ?? button.textContent ?? '';
  labelOf.set(button, label);
  button.replaceChildren(word);
  setTimeout(() => button.replaceChildren(label), 1500);
}

/** @type {WeakMap<HTMLButtonElement, string>} what each button says at rest */
const labelOf = new WeakMap();

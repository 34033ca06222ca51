/**
 * The hub out of the page: to the clipboard or into a file.
 *
 * @import { Engine } from './engine.js'
 * @import { FormatChoice } from './views/exports.js'
 */

import { el } from './dom.js';
import { fileName } from './text.js';

/**
 * @param {Engine} engine
 * @param {string} paste
 * @param {FormatChoice} choice
 * @returns {Promise<string>}
 */
export async function exportedText(engine, paste, choice) {
  return String(await engine.run({ kind: 'export', text: paste, format: choice.format }, paste.length));
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
}

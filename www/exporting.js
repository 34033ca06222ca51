/**
 * The hub out of the page: to the clipboard or into a file.
 *
 * @import { Engine } from './engine.js'
 * @import { Length } from './lengths.js'
 * @import { Options, Words } from './pkg/digest_hub.js'
 * @import { Shown } from './render.js'
 * @import { FormatChoice } from './views/exports.js'
 */

import { el } from './dom.js';
import { WORDS } from './strings.js';
import { fileName } from './text.js';
import { minutesOf } from './views/digest.js';

/**
 * What a press on “Copy” or “Download” of a format does.
 * @param {Engine} engine
 * @param {Shown} shown
 * @param {Length} length of the summary
 * @param {FormatChoice} choice
 * @param {HTMLButtonElement} button says what came of it, too
 * @param {'copy' | 'save'} how
 * @returns {Promise<string>} what came of it; fails where the format could not be made
 */
export async function handOut(engine, shown, length, choice, button, how) {
  const text = exportedText(engine, shown.paste, { published: shown.published ?? null, hub: shown.which, length }, wordsFor(shown), choice);
  const done = how === 'save' ? saveAs(await text, shown.analysis.article.title, choice) : await copyText(text);
  await text;
  flashButton(button, done);
  return done;
}

/**
 * @param {Engine} engine
 * @param {string} paste
 * @param {Options} options
 * @param {Words} words
 * @param {FormatChoice} choice
 * @returns {Promise<string>}
 */
async function exportedText(engine, paste, options, words, choice) {
  return String(await engine.run({ kind: 'export', text: paste, options, words, format: choice.format }, paste.length));
}

/**
 * What stands around the hub in the files that people read, in the language of the interface.
 * @param {Shown} shown
 * @returns {Words}
 */
function wordsFor({ hub, analysis }) {
  const { digest, who, when, exports } = WORDS;
  return {
    language: document.documentElement.lang, digest: digest.title, short: digest.short, long: digest.long(hub ? minutesOf(hub.digest) : 1), who: who.title, when: when.title,
    article: WORDS.article.region, para: WORDS.para('{}'), also: `${who.also}{}`, made: exports.made,
    kinds: [who.kind('company'), who.kind('organisation'), who.kind('person'), who.kind('place')],
    // A publisher's labels stand as they were printed.
    events: hub && hub === analysis.hub ? hub.timeline.map(when.label) : [],
  };
}

/**
 * @param {string} text
 * @param {string | null} title
 * @param {FormatChoice} choice
 */
function saveAs(text, title, choice) {
  const address = URL.createObjectURL(new Blob([text], { type: `${choice.type};charset=utf-8` }));
  const link = el('a', { download: fileName(title, choice.suffix) });
  link.href = address;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return WORDS.exports.saved;
}

/** @param {string | Promise<string>} text */
export async function copyText(text) {
  return await putOnClipboard(text) ? WORDS.exports.copied : WORDS.exports.copyRefused;
}

/**
 * The clipboard is taken at once and the text handed on when it is there: an engine may refuse what comes later than the
 * press of a button.
 * @param {string | Promise<string>} text
 */
export async function putOnClipboard(text) {
  const coming = Promise.resolve(text);
  try {
    if ('ClipboardItem' in globalThis) await navigator.clipboard.write([new ClipboardItem({ 'text/plain': coming.then((it) => new Blob([it], { type: 'text/plain' })) })]);
    else await navigator.clipboard.writeText(await coming);
    return true;
  } catch {
    return false;
  }
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

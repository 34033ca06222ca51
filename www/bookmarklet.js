/**
 * A bookmark that brings the page one reads: its selection, or all of its text, packed into a link to this page. It runs
 * where it is clicked, and sends nothing: the text stands behind the `#`.
 */

import { el } from './dom.js';
import { WORDS } from './strings.js';

/** Longer texts are cut; addresses have their end. */
const MOST_BROUGHT = 200_000;

/**
 * What the bookmark runs on the other page. It must not use anything of this module.
 * @param {string} home the address of this page
 * @param {number} most
 */
async function bring(home, most) {
  const text = (String(getSelection()).trim() || document.body.innerText).slice(0, most);
  // Opened at once: behind an await a browser takes it for an advert.
  const tab = open('about:blank');
  const packed = new Blob([JSON.stringify({ text, published: null })]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  let binary = '';
  for (const byte of new Uint8Array(await new Response(packed).arrayBuffer())) binary += String.fromCharCode(byte);
  const address = home + '#text=' + btoa(binary).replace(/[+]/g, '-').replace(/[/]/g, '_').replace(/=+$/, '');
  if (tab) tab.location.href = address;
  else location.href = address;
}

/** @returns {HTMLElement | null} the bookmark with its words; none where the page has no address of its own */
export function bookmarklet() {
  if (!location.protocol.startsWith('http')) return null;
  const link = el('a', { class: 'button', id: 'bookmarklet', onclick: (/** @type {Event} */ event) => event.preventDefault() }, WORDS.help.bookmark);
  // The one address of this kind, made of this file alone; `el` makes none out of what is read.
  link.setAttribute('href', `javascript:(${encodeURIComponent(String(bring))})(${JSON.stringify(location.origin + location.pathname)},${MOST_BROUGHT})`);
  return el('p', {}, link, ' ', WORDS.help.bookmarkHow);
}

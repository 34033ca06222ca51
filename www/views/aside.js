/** @import { SetAside } from '../pkg/digest_hub.js' */

import { el, said } from '../dom.js';
import { WORDS } from '../strings.js';

/**
 * Everything of the paste that is not the article, by kind. The texts are made when the list is first opened: a long
 * page can hold thousands.
 * @param {SetAside[]} ranges
 * @param {string} paste
 */
export function asideView(ranges, paste) {
  const body = el('div', { class: 'aside-body' });
  const details = el('details', { class: 'aside', ontoggle: () => {
    if (details.open && !body.hasChildNodes()) body.append(el('p', { class: 'aside-note' }, WORDS.aside.note), ...kindsView(ranges, paste));
  } }, el('summary', {}, WORDS.aside.title(ranges.length)), body);
  return details;
}

/**
 * @param {SetAside[]} ranges
 * @param {string} paste
 */
function kindsView(ranges, paste) {
  /** @type {Map<string, SetAside[]>} */
  const byKind = new Map();
  for (const range of ranges) byKind.set(range.kind, [...(byKind.get(range.kind) ?? []), range]);
  return [...byKind].map(([kind, found]) => el('section', {},
    el('h3', {}, said(WORDS.aside.kind(kind)), ` · ${WORDS.aside.pieces(found.length)}`),
    el('ul', {}, found.map((range) => el('li', {}, said(paste.slice(range.start, range.end).trim()))))));
}

/**
 * The way back: from a paragraph to the claims, names and events of the hub that rest on it.
 *
 * @import { Claim, Hub } from '../pkg/digest_hub.js'
 * @typedef {{ id: string, label: string, part: 'digest' | 'who' | 'when' }} Use
 */

import { el, said } from '../dom.js';
import { WORDS } from '../strings.js';
import { eventLabel } from './timeline.js';

/**
 * @param {Hub} hub
 * @param {boolean} isMade whether it is made here
 * @returns {Map<number, Use[]>}
 */
export function usesOf(hub, isMade) {
  /** @type {Map<number, Use[]>} */
  const uses = new Map();
  const add = (/** @type {Claim} */ claim, /** @type {Use} */ use) => {
    for (const number of new Set(claim.paragraphs)) {
      const known = uses.get(number) ?? [];
      if (!known.some((other) => saysTheSame(other, use))) uses.set(number, [...known, use]);
    }
  };
  hub.digest.key_points.forEach((claim, i) => add(claim, { id: `claim-k${i}`, label: claim.text, part: 'digest' }));
  hub.digest.summary.forEach((part, i) => part.claims.forEach((claim, j) => add(claim, { id: `claim-s${i}-${j}`, label: claim.text, part: 'digest' })));
  hub.entities.forEach((entity, i) => entity.description.forEach((claim) => add(claim, { id: `card-${i}`, label: entity.name, part: 'who' })));
  hub.timeline.forEach((event, i) => add(event.claim, { id: `event-${i}`, label: eventLabel(event, isMade), part: 'when' }));
  return uses;
}

/**
 * A name of which two sentences tell, and a key point that stands in the summary, too, are each one line.
 * @param {Use} a
 * @param {Use} b
 */
function saysTheSame(a, b) {
  return a.id === b.id || (a.part === 'digest' && b.part === 'digest' && a.label === b.label);
}

/**
 * @param {number} number
 * @param {Use[]} uses
 * @param {(use: Use) => void} go
 * @returns {Node[]}
 */
export function usesView(number, uses, go) {
  const line = (/** @type {Use} */ use) => el('button', { type: 'button', onclick: () => go(use) }, el('span', { class: 'use-part' }, WORDS.tabs[use.part]), said(shortened(use.label)));
  return [el('h2', { id: 'sheet-title' }, WORDS.article.usedBy(number)), el('ul', { class: 'uses' }, uses.map((use) => el('li', {}, line(use))))];
}

/** @param {string} text */
function shortened(text) {
  const letters = [...text.slice(0, 200)];
  return letters.length > 90 ? `${letters.slice(0, 88).join('')} …` : text;
}

/**
 * @import { Hub } from '../pkg/digest_hub.js'
 * @import { Look } from './citations.js'
 */

import { el } from '../dom.js';
import { WORDS } from '../strings.js';
import { claimView } from './citations.js';

/**
 * @param {Hub['digest']} digest
 * @param {Look} look
 * @returns {Node[]}
 */
export function digestView(digest, look) {
  if (digest.key_points.length + digest.summary.length === 0) return [el('p', { class: 'none' }, WORDS.digest.none)];
  const parts = [];
  if (digest.key_points.length > 0) {
    const points = digest.key_points.map((claim, i) => el('li', {}, claimView(claim, `k${i}`, look)));
    parts.push(el('h3', {}, WORDS.digest.short), el('ol', { class: 'points' }, points));
  }
  if (digest.summary.length > 0) {
    const paragraphs = digest.summary.map((part, i) => el('p', { class: 'part' }, part.claims.flatMap((claim, j) => [claimView(claim, `s${i}-${j}`, look), ' '])));
    parts.push(el('h3', {}, WORDS.digest.long), el('div', { class: 'summary' }, paragraphs));
  }
  return parts;
}
